//! Pages that give themselves a code: of a login, of a refusal, of a server in trouble; and pages that have the code of an error
//! page for their name.

use crate::verdict::signs::tests::{Seen, paragraphs, seen};

fn page(title: &str, body: &str) -> String {
    format!("<html><head><title>{title}</title></head><body>{body}</body></html>")
}

/// A page of which its host says the same for any address.
fn said_of_any(html: &str) -> Seen {
    seen(200, html).probed(200, "https://site.example/a/xyz.html", Some(100))
}

/// Titles, with what stands below the same heading.
const REFUSED: &[(&str, &str)] = &[
    ("Access forbidden!", "You may not open the folder. There is no index document, or the folder is read-protected."),
    (
        "Zugriff verweigert!",
        "Der Zugriff auf das Verzeichnis ist nicht möglich. Es gibt kein Index-Dokument, oder es ist geschützt.",
    ),
    (
        "Accès interdit !",
        "Vous n’avez pas le droit d’accéder au répertoire. Soit il n’existe aucun document index, soit il est protégé.",
    ),
    (
        "¡Acceso prohibido!",
        "Usted no puede entrar en la carpeta. No existe un documento índice, o la carpeta está protegida.",
    ),
    (
        "Acesso proibido!",
        "Não tem permissão para abrir esta pasta. Ou não existe o documento de índice ou a pasta está protegida.",
    ),
    ("Accesso negato!", "Non si ha il permesso di aprire la cartella richiesta oppure non esiste il documento indice."),
    ("Toegang verboden!", "U mag deze map niet openen. Er bestaat geen indexdocument, of de map is beveiligd."),
    ("Åtkomst nekas!", "Du får inte öppna katalogen. Det finns inget indexdokument, eller så är den skyddad."),
    ("Brak dostępu!", "Nie masz prawa otworzyć katalogu. Nie istnieje plik indeksu albo katalog jest chroniony."),
    ("Přístup odmítnut!", "Do této složky nesmíte. Buď neexistuje žádný dokument s obsahem, nebo je složka chráněna."),
    ("Acces interzis!", "Nu aveți voie să deschideți dosarul. Documentul index nu există sau dosarul este protejat."),
    ("Erişim engellendi!", "Bu dizine erişim izniniz yok. Ya dizin içerik dosyası yok, ya da dizin korumalı."),
    ("Доступ запрещён!", "У вас нет прав доступа к папке. Отсутствует индексный файл, или папка закрыта."),
    ("禁止访问！", "您无权访问该目录。可能没有主页，或者该目录不允许读取。"),
    (
        "アクセスが禁止されています",
        "このフォルダーを開く権限がありません。索引の文書が存在しないか、保護されています。",
    ),
    ("접근 금지", "이 폴더를 열 권한이 없습니다. 색인 문서가 없거나 보호되어 있습니다."),
];

#[test]
fn a_page_that_names_the_code_of_a_refusal_is_withheld_whatever_it_lacks() {
    for (title, said) in REFUSED {
        for code in ["<h2>Error 403</h2>", "<p>403</p>"] {
            let html = page(title, &format!("<h1>{title}</h1><p>{said}</p>{code}<address>quay.example</address>"));
            seen(200, &html).check("withheld forbidden unknown");
            said_of_any(&html).check("withheld forbidden unknown");
        }
    }
    let short = "<h1>Forbidden</h1><p>You can’t view this page.</p><p>When you report this, include what stands below:</p><p>Error 403 \
                 Forbidden</p>";
    seen(200, &page("Forbidden", short)).check("withheld forbidden unknown");
    let resource = "<h1>Access Denied</h1><h2>403</h2><p>The requested resource requires an authentication.</p>";
    said_of_any(&page("403 - Access Denied", resource)).check("withheld forbidden unknown");
}

#[test]
fn a_refusal_by_law_is_one_by_law_whatever_its_code() {
    let html = page(
        "Erişim engellendi",
        "<h1>Erişim engellendi</h1><h2>403</h2><p>Bu siteye erişim mahkeme kararıyla engellenmiştir. 5651 sayılı kanun.</p>",
    );
    assert!(seen(200, &html).told().contains("legal"), "{}", seen(200, &html).told());
    // Without a code the title says it.
    let html = page("Bu siteye erişim engellendi", "<h1>Erişim engellendi</h1><p>Erişim engellendi.</p>");
    assert!(!seen(200, &html).told().contains("gone"), "{}", seen(200, &html).told());
}

#[test]
fn a_page_that_is_not_there_may_have_been_refused_as_well() {
    for (title, body) in [
        ("Page not found", "<h1>Page not found</h1><h2>403</h2><p>The page you asked for does not exist.</p>"),
        ("404 Not Found", "<h1>404 Not Found</h1><p>403</p><p>The page you are looking for could not be found.</p>"),
        ("Seite nicht gefunden", "<h1>Seite nicht gefunden</h1><h2>500</h2><p>Die gesuchte Seite existiert nicht.</p>"),
        ("Page introuvable", "<h1>Page introuvable</h1><h2>401</h2><p>La page demandée n’existe pas.</p>"),
    ] {
        seen(200, &page(title, body)).check("gone soft-404 unknown");
    }
}

#[test]
fn a_page_that_names_the_code_of_a_login_asks_for_one() {
    for (title, said) in [
        (
            "Authentication required!",
            "This server could not verify that you are authorized to read the address. You supplied the wrong \
          credentials, or your browser cannot supply the credentials required.",
        ),
        (
            "Authentifizierung fehlgeschlagen!",
            "Der Server konnte nicht prüfen, ob Sie berechtigt sind, auf die Adresse zuzugreifen. Entweder \
          wurde ein falsches Passwort angegeben, oder Ihr Browser kann es nicht übermitteln.",
        ),
        (
            "Autorisation requise !",
            "Ce serveur n’a pas pu vérifier que vous êtes autorisé à accéder à cette adresse. Votre mot de passe est \
          inexact.",
        ),
        (
            "Autenticación requerida",
            "El servidor no ha podido comprobar que usted tenga permiso para ver esta dirección.",
        ),
        (
            "Autenticazione richiesta",
            "Il server non ha potuto verificare che lei sia autorizzato a leggere questo indirizzo.",
        ),
        ("Требуется авторизация", "Сервер не смог проверить, имеете ли вы право на чтение этого адреса."),
        ("需要身份验证", "服务器无法确认您是否有权读取该地址。"),
        ("認証が必要です", "サーバーは、このアドレスを読む権限を確認できませんでした。"),
    ] {
        let html =
            page(title, &format!("<h1>{title}</h1><p>{said}</p><h2>Error 401</h2><address>quay.example</address>"));
        seen(200, &html).check("withheld login unknown");
    }
}

#[test]
fn a_page_that_names_the_code_of_a_server_in_trouble_is_no_page_that_is_gone() {
    for (title, body) in [
        (
            "Internal Server Error",
            "<h1>500</h1><h2>An error happened, sorry</h2><p>Our server has run into an error that it cannot recover \
          from. If the error persists, contact us.</p><ul><li>Go to our homepage and try again from there.</li></ul>",
        ),
        (
            "500 - Service currently unavailable",
            "<h1>Webservice currently unavailable</h1><h2>500</h2><p>An unexpected condition was \
          encountered. Our team has been sent to bring it back online.</p>",
        ),
        (
            "503 - Service currently unavailable",
            "<h1>Service currently unavailable</h1><h2>503</h2><p>We have some trouble with a server \
          behind this one. Our team has been sent to bring it back online.</p>",
        ),
        (
            "Bad Gateway",
            "<h1>Bad Gateway</h1><h2>502</h2><p>We cannot process your request because one of our background servers has an \
          error.</p><ul><li>Go back and try again.</li></ul>",
        ),
        (
            "Dienst derzeit nicht verfügbar",
            "<h1>Dienst derzeit nicht verfügbar</h1><h2>503</h2><p>Wir haben gerade Schwierigkeiten mit einem \
          der Rechner hinter diesem hier.</p>",
        ),
        (
            "Service actuellement indisponible",
            "<h1>Service actuellement indisponible</h1><h2>503</h2><p>Une machine derrière celle-ci ne \
          répond plus depuis ce matin.</p>",
        ),
        (
            "Sunucu hatası!",
            "<h1>Sunucu hatası!</h1><p>Sunucuda bir iç hata oluştuğu için isteğiniz yerine getirilemedi.</p><h2>Error 500</h2>",
        ),
        (
            "Техническое обслуживание",
            "<h1>Техническое обслуживание</h1><h2>503</h2><p>Наши серверы сейчас на плановом обслуживании. Зайдите, \
          пожалуйста, через несколько минут.</p>",
        ),
        (
            "Ошибка сервера",
            "<h1>500</h1><h2>Произошла ошибка</h2><p>Наш сервер столкнулся с ошибкой. Если ошибка повторится, напишите \
          нам.</p>",
        ),
    ] {
        seen(200, &page(title, body)).check("failing server-error unknown");
        said_of_any(&page(title, body)).check("failing server-error unknown");
    }
}

#[test]
fn a_number_that_is_a_code_as_well_is_said_of_much_else() {
    for (title, body) in [
        (
            "Room 403 – Quay Hotel",
            "<h1>403</h1><p>A double room under the roof, with a window on the harbour and a bath.</p>",
        ),
        (
            "Fiat 500",
            "<h1>500</h1><p>The small car of 1957 was built until 1975 in more than three million copies.</p>",
        ),
        ("401 (number)", "<h1>401</h1><p>The natural number that follows 400 and comes before 402 is a prime.</p>"),
        (
            "Access denied – a novel",
            "<h1>Access denied</h1><p>A keeper of keys goes through 403 rooms of a house that nobody has seen.</p>",
        ),
        (
            "Forbidden",
            "<h1>Forbidden</h1><h2>403 pages, Harbour Press, 2019</h2><p>The second novel of Ann Tide tells of a forbidden island.</p>",
        ),
        (
            "Unauthorized",
            "<h1>Unauthorized</h1><p>The film of 1986 tells how a clerk opened a safe that was not his, and what he found.</p>",
        ),
        (
            "Maintenance",
            "<h1>Maintenance</h1><p>How to oil a lock: section 503 of the handbook of the harbour has the drawings.</p>",
        ),
    ] {
        seen(200, &page(title, body)).check("live - sound");
    }
    let manual = format!("<h1>403 Forbidden</h1><p>What a server says that will not show a page.</p>{}", paragraphs(6));
    seen(200, &page("403 Forbidden – Handbook of status codes", &manual)).check("live - sound");
}

/// What a list shows below its name.
const LIST: &str =
    "<ul><li><a href=\"/2021/06/custom-error-page/\">A custom error page</a> <time>2021-06-15</time></li></ul>";

fn cited(url: &str, html: &str) -> Seen {
    let mut look = seen(200, html);
    look.0.url = url.to_owned();
    look.edit(|answer| answer.final_url = url.to_owned())
}

#[test]
fn a_page_that_is_called_by_the_code_is_there() {
    for (url, title, heading) in [
        ("https://site.example/tags/404/", "Tag: 404 - Hafenblog", "404"),
        ("https://site.example/tag/404", "tag: 404 [ Hafenblog ]", "404"),
        ("https://site.example/category/404/", "Schlagwort: 404 – Hafenblog", "Schlagwort: 404"),
        ("https://site.example/tags/404-page/", "Tag: 404 Page | Hafenblog", "404 Page"),
        ("https://site.example/etiquetas/404/", "Etiqueta: 404 | Diario", "404"),
        ("https://site.example/tags/404/", "標籤: 404 | 港", "404"),
        ("https://site.example/area-codes/404.html", "404", "404"),
        ("https://site.example/years/410.html", "410", "410"),
        ("https://site.example/tags/404/page/2/", "Tag: 404 - Hafenblog", "404"),
        ("https://site.example/?tag=404", "404 | Hafenblog", "404"),
    ] {
        let canonical = format!("<link rel=\"canonical\" href=\"{url}\">");
        let html =
            format!("<html><head><title>{title}</title>{canonical}</head><body><h1>{heading}</h1>{LIST}</body></html>");
        let look = cited(url, &html);
        look.check("live - sound");
        // Its host is asked, and settles it.
        assert!(look.is_doubtful(), "{url}");
        let probe = "https://site.example/tags/xyz/";
        cited(url, &html).probed(404, probe, Some(20)).check("live - sound");
        cited(url, &html).probed(200, probe, Some(100)).check("gone soft-404 unknown");
    }
}

#[test]
fn a_title_may_say_that_it_is_that_of_what_is_filed() {
    for (title, heading) in [
        ("Tag: 404 - Hafenblog", "404"),
        ("tag: 404 [ Hafenblog ]", "404"),
        ("標籤: 404 | 港", "404"),
        ("Étiquette : page introuvable | Blog", "page introuvable"),
    ] {
        seen(200, &page(title, &format!("<h1>{heading}</h1>{LIST}"))).check("live - sound");
    }
    for title in ["404 - Hafenblog", "Hafenblog: 404", "Page not found: Hafenblog"] {
        seen(200, &page(title, "<h1>404</h1><p>Oops.</p>")).check("gone soft-404 unknown");
    }
}

#[test]
fn what_is_called_by_the_code_and_says_that_it_is_not_there_is_gone() {
    for (url, title, body) in [
        (
            "https://site.example/tags/404/",
            "404 - Page not found",
            "<h1>404</h1><p>The page you are looking for could not be found.</p>",
        ),
        ("https://site.example/404.html", "404", "<h1>404</h1><p>Oops.</p>"),
        ("https://site.example/en/404", "404", "<h1>404</h1><p>Nothing.</p>"),
        ("https://site.example/tags/harbour/", "404", "<h1>404</h1><p>Oops.</p>"),
    ] {
        cited(url, &page(title, body)).check("gone soft-404 unknown");
    }
    let led =
        cited("https://site.example/tags/404/", &page("404", "<h1>404</h1>")).led_to("https://site.example/404.html");
    led.check("gone soft-404 unknown");
}

#[test]
fn what_is_filed_under_the_name_of_a_notice_is_a_list() {
    for (url, title, heading) in [
        ("https://site.example/tags/page-not-found/", "Tag: page not found - Hafenblog", "page not found"),
        (
            "https://site.example/tag/page-not-found",
            "Posts tagged page not found | Hafenblog",
            "Posts tagged page not found",
        ),
        ("https://site.example/tags/404-error/", "Tag: 404-error - Hafenblog", "404-error"),
        ("https://site.example/topics/410/", "Topic: 410 - Hafenblog", "410"),
        ("https://site.example/tags/domain-for-sale/", "Tag: domain for sale - Hafenblog", "domain for sale"),
        ("https://site.example/tags/too-many-requests/", "Tag: too many requests - Hafenblog", "too many requests"),
        ("https://site.example/tags/are-you-human/", "Tag: are you human - Hafenblog", "are you human"),
        ("https://site.example/tags/502-bad-gateway/", "Tag: 502 bad gateway - Hafenblog", "502 bad gateway"),
        ("https://site.example/tag/page-not-found/page/3/", "page not found Archives - Hafenblog", "page not found"),
        ("https://site.example/?tag=page-not-found", "page not found - Hafenblog", "Posts tagged “page not found”"),
        (
            "https://site.example/schlagwort/seite-nicht-gefunden.html",
            "Beiträge mit dem Schlagwort „seite nicht gefunden“",
            "Seite nicht gefunden",
        ),
        (
            "https://site.example/tags/seite-nicht-gefunden/",
            "Schlagwort: seite nicht gefunden - Hafenblog",
            "seite nicht gefunden",
        ),
        (
            "https://site.example/etiquettes/page-introuvable/",
            "Étiquette : page introuvable - Blog",
            "page introuvable",
        ),
        (
            "https://site.example/etiquetas/pagina-no-encontrada/",
            "Etiqueta: página no encontrada - Blog",
            "página no encontrada",
        ),
        (
            "https://site.example/tags/%E9%A1%B5%E9%9D%A2%E4%B8%8D%E5%AD%98%E5%9C%A8/",
            "标签: 页面不存在 | 港",
            "页面不存在",
        ),
    ] {
        let html = format!("<html><head><title>{title}</title></head><body><h1>{heading}</h1>{LIST}</body></html>");
        let probe = "https://site.example/tags/xyz/";
        cited(url, &html).check("live - sound");
        cited(url, &html).probed(404, probe, Some(20)).check("live - sound");
    }
    // A list that says of itself that it is not there, and a page of another name.
    for (url, title) in [
        ("https://site.example/tags/harbour/", "Page not found"),
        ("https://site.example/posts/page-not-found/", "Page not found"),
    ] {
        let html = page(title, "<h1>Page not found</h1><p>The page you are looking for could not be found.</p>");
        cited(url, &html).check("gone soft-404 unknown");
    }
    let parked = page("harbour.example is for sale", "<h1>harbour.example is for sale</h1><p>Buy this domain.</p>");
    assert!(cited("https://site.example/tags/harbour/", &parked).told().starts_with("gone parked"));
}

/// Items of lists below the heading that is their title.
const LISTS: &[(&str, &str)] = &[
    (
        "Site map",
        "<ul><li><a href=/>Go to home</a><li><a href=/404.html>Page not found</a><li><a href=/t>Tide tables</a><li><a href=/l>Login</a></ul>",
    ),
    (
        "Projects",
        "<ul><li><a href=/home-run>Home Run</a><li><a href=https://git.example/404-page>404 page</a><li><a href=/w>Weather</a></ul>",
    ),
    (
        "Übersicht",
        "<ul><li><a href=/a>Start</a><li><a href=/404>Seite nicht gefunden</a><li><a href=/b>Gezeiten</a><li><a href=/c>Kontakt</a></ul>",
    ),
    (
        "Plan du site",
        "<ul><li><a href=/a>Accueil</a><li><a href=/404>Page introuvable</a><li><a href=/b>Marées</a><li><a href=/c>Contact</a></ul>",
    ),
    ("Set list", "<ol><li>Back home</li><li>404</li><li>Not found</li><li>Weir</li></ol>"),
    (
        "Error pages we like",
        "<ul><li>Page not found – Quay Post</li><li>404 – Harbour museum</li><li>Oops! – Tide tables</li></ul>",
    ),
    ("Templates", "<ul><li><a href=/404>Page not found</a></ul>"),
    ("Vorlagen", "<ul><li><a href=/404>Seite nicht gefunden</a><li><a href=/b>Startseite</a></ul>"),
    ("Modèles", "<ul><li><a href=/404>Page introuvable</a></ul>"),
    (
        "Messages",
        "<table><tr><td>page.notfound<td>Page not found<tr><td>page.login<td>Please log in<tr><td>page.denied<td>Access denied</table>",
    ),
    ("Сообщения", "<dl><dt>404<dd>Страница не найдена<dt>403<dd>Доступ запрещён</dl>"),
    ("Test results", "<ul><li>home: ok</li><li>404 page not found: ok</li><li>login: failed</li></ul>"),
];

#[test]
fn an_item_of_a_list_is_no_notice_of_its_page() {
    for (title, list) in LISTS {
        let html = page(title, &format!("<h1>{title}</h1>{list}"));
        seen(200, &html).check("live - sound");
        seen(200, &html).probed(404, "https://site.example/a/xyz", Some(10)).check("live - sound");
    }
    for (title, body) in [
        ("Harbour Mill", "<h1>Harbour Mill</h1><h2>Page not found</h2><a href=/>Home</a> <a href=/c>Contact</a>"),
        (
            "Page not found",
            "<h1>Page not found</h1><ul><li><a href=/>Home</a><li><a href=/c>Contact</a><li><a href=/s>Shop</a></ul>",
        ),
        ("Harbour Mill", "<h1>Harbour Mill</h1><ul class=messages><li>The page you requested could not be found.</ul>"),
        (
            "Harbour Mill",
            "<h1>Harbour Mill</h1><ol><li><a href=/>Home</a><li>Page not found</ol><p>The page you requested could not be found.</p>",
        ),
        ("404", "<h1>404</h1><p>Page not found</p><ul><li><a href=/>Home</a><li><a href=/c>Contact</a></ul>"),
    ] {
        seen(200, &page(title, body)).check("gone soft-404 unknown");
    }
}

#[test]
fn what_a_link_leads_to_is_not_what_its_page_is_called() {
    let list = "<h1>Project</h1><h2>2021</h2><ul><li><a href=/slash>Slash Converter</a><li><a href=\"https://hana.example/github-404-page-clone/\">GitHub \
                404 page clone</a><li><a href=/home-time>Go Home Time (React)</a></ul><h2>2020</h2><ul><li><a href=/otp>My OTP (NodeJs)</a></ul>";
    let look = seen(200, &page("Project - Hana’s log", list));
    look.check("live - sound");
    let is_called = |html: &str| {
        let look = seen(200, html);
        look.0.answer().unwrap().signs.as_ref().unwrap().seen.iter().any(|seen| seen.sign == "called-an-error-page")
    };
    assert!(!is_called(&page("Project", list)));
    assert!(!is_called(&page("Tag: 404-error - Blog", "<h1>404-error</h1><p>A list.</p>")));
    for body in [
        "<body class=\"error404 page\"><p>Oops.</p>",
        "<img src=\"/images/404.png\"><p>Oops.</p>",
        "<a class=\"not-found-link\" href=/>Home</a>",
        "<div id=\"page-404\">Oops.</div>",
    ] {
        assert!(is_called(&page("Harbour", body)), "{body}");
    }
    assert!(is_called(
        "<html><head><title>x</title><link rel=stylesheet href=\"/css/404.css\"></head><body><p>Oops.</p></body></html>"
    ));
}

#[test]
fn what_is_said_of_nothing_here_says_what_is_there() {
    for heading in [
        "Nothing here may be touched",
        "Nothing here is for sale",
        "Nothing here should be reported as unblocked",
        "Nichts hier ist zu verkaufen",
        "Hier ist nichts zu verkaufen",
        "Ici, rien n’est à vendre",
        "Intet her må flyttes",
        "Здесь ничего не продаётся",
    ] {
        let html = page("The Weir Museum", &format!("<h1>{heading}</h1><p>The tables are of 1871.</p>"));
        let told = seen(200, &html).told();
        assert!(told.starts_with("live"), "{heading}: {told}");
    }
    for heading in ["There is nothing here", "Tu nic nie ma", "Hier ist nichts", "Här finns inget"] {
        seen(200, &page("Oops", &format!("<h1>{heading}</h1><p>404</p>"))).check("gone soft-404 unknown");
    }
}

#[test]
fn a_page_for_who_comes_too_often_or_has_to_log_in_is_withheld() {
    let fast = "<h1>Something went wrong</h1><p>You are going too fast! Slow down, load fewer pages, and try again.</p><p>When reporting \
                this, please include the information below:</p><p>Error 429 Too Many Requests</p>";
    seen(200, &page("Something went wrong", fast)).check("withheld rate-limited unknown");
    for (title, heading, text) in [
        ("Sign in", "Sign in to continue", "This page requires authentication."),
        ("Sign in", "Sign in", "Login required. Create an account to continue."),
        ("Anmelden", "Anmelden", "Für diese Seite ist eine Anmeldung erforderlich."),
        ("Connexion", "Connexion", "Cette page nécessite une authentification."),
        ("Iniciar sesión", "Iniciar sesión", "Esta página requiere autenticación."),
        ("Вход", "Вход", "Для просмотра требуется авторизация."),
        ("ログイン", "ログイン", "このページを見るにはログインが必要です。"),
    ] {
        seen(200, &page(title, &format!("<h1>{heading}</h1><p>{text}</p>"))).check("withheld login unknown");
    }
    seen(200, &page("Anmeldung erforderlich", "<h1>Anmeldung erforderlich</h1>")).check("withheld login unknown");
    seen(200, &page("Boards", "<h1>Welcome to Boards</h1><a href=/login>Sign in with Google</a>"))
        .check("withheld login unknown");
    for (title, text) in [
        ("Anmeldung erforderlich", "Für den Kurs bitte bis Mai im Büro anmelden."),
        ("Login required", "A play by Ann Tide, at eight in the old hall."),
        ("Kurse", "Anmelden bis 12. Mai im Büro."),
        ("Tide tables", "The tide came in too fast for the boats, and the harbour master told all to slow down."),
        ("Library", "The library card is free, and no login is needed to read in the hall on weekdays."),
    ] {
        seen(200, &page(title, &format!("<h1>{title}</h1><p>{text}</p>"))).check("live - sound");
    }
}
