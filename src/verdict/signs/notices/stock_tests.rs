//! Notices of a few words that hosts send with the status 200, as a reader meets them in ten languages.

use crate::verdict::signs::tests::seen;

/// What each is told as.
const NOTICES: &[(&str, &[&str])] = &[
    (
        "withheld region unknown",
        &[
            "This content is not available in your country.",
            "Sorry, this video isn’t available in your region. We are working on it.",
            "Dieser Inhalt ist in Ihrem Land leider nicht verfügbar.",
            "Ce contenu n’est pas disponible dans votre pays.",
            "Este contenido no está disponible en tu país.",
            "Este conteúdo não está disponível no seu país.",
            "Questo contenuto non è disponibile nel tuo paese.",
            "Deze inhoud is niet beschikbaar in jouw land.",
            "Этот материал недоступен в вашей стране.",
            "このコンテンツはお住まいの地域ではご利用いただけません。",
            "此内容在您所在的地区不可用。",
        ],
    ),
    (
        "withheld login unknown",
        &[
            "Your session has expired. Please sign in again to continue.",
            "Ihre Sitzung ist abgelaufen. Bitte melden Sie sich erneut an.",
            "Votre session a expiré. Veuillez vous reconnecter.",
            "Su sesión ha caducado. Vuelva a iniciar sesión.",
            "A sua sessão expirou. Entre novamente.",
            "La sessione è scaduta. Effettua di nuovo l’accesso.",
            "Uw sessie is verlopen. Log opnieuw in.",
            "Ваша сессия истекла. Войдите ещё раз.",
            "セッションの有効期限が切れました。もう一度ログインしてください。",
            "您的会话已过期，请重新登录。",
        ],
    ),
    (
        "withheld consent unknown",
        &[
            "Please enable cookies in your browser and load this page again.",
            "Bitte aktivieren Sie Cookies in Ihrem Browser.",
            "Veuillez activer les cookies de votre navigateur.",
            "Active las cookies de su navegador para continuar.",
            "Ative os cookies do seu navegador.",
            "Attiva i cookie nel tuo browser.",
            "Schakel cookies in om verder te gaan.",
            "Включите файлы cookie в браузере.",
            "クッキーを有効にしてください。",
            "请启用 Cookie 后重试。",
        ],
    ),
    (
        "gone suspended unknown",
        &[
            "This account has been suspended. Contact your provider.",
            "Account Suspended",
            "Dieses Konto wurde gesperrt.",
            "Ce compte a été suspendu.",
            "Esta cuenta ha sido suspendida.",
            "Esta conta foi suspensa.",
            "Questo account è stato sospeso.",
            "Dit account is opgeschort.",
            "Аккаунт заблокирован владельцем хостинга.",
            "このアカウントは凍結されています。",
            "该账户已被停用。",
        ],
    ),
    (
        "withheld forbidden unknown",
        &[
            "The document you requested is restricted.",
            "Dieses Dokument ist nicht öffentlich zugänglich.",
            "Ce document est réservé au personnel.",
            "Este documento está restringido.",
            "Este documento tem acesso restrito.",
            "Questo documento è riservato.",
            "Dit document is afgeschermd.",
            "Этот документ закрыт для просмотра.",
            "この文書は非公開です。",
            "该文档访问受限。",
        ],
    ),
    (
        "failing server-error unknown",
        &[
            "This page is temporarily closed.",
            "We’ll be right back",
            "Diese Seite ist vorübergehend geschlossen.",
            "Cette page est temporairement fermée.",
            "Esta página está cerrada temporalmente.",
            "Esta página está temporariamente fechada.",
            "Questa pagina è temporaneamente chiusa.",
            "Deze pagina is tijdelijk gesloten.",
            "Эта страница временно закрыта.",
            "このページは一時的に閉鎖しています。",
            "此页面暂时关闭。",
        ],
    ),
    (
        "withheld rate-limited unknown",
        &[
            "Too many requests",
            "Rate limit exceeded. Retry after 30 seconds.",
            "Zu viele Anfragen",
            "Trop de requêtes",
            "Слишком много запросов",
            "请求过于频繁，请稍后再试。",
        ],
    ),
    (
        "gone soft-404 unknown",
        &[
            "This article has been removed.",
            "Dieser Artikel wurde gelöscht.",
            "Cet article a été supprimé.",
            "Este artículo ha sido eliminado.",
            "Este artigo foi removido.",
            "Questo articolo è stato rimosso.",
            "Dit artikel is verwijderd.",
            "Эта статья была удалена.",
            "この記事は削除されました。",
            "该文章已被删除。",
        ],
    ),
];

#[test]
fn stock_notices_are_told_as_what_they_are() {
    let mut missed = Vec::new();
    for (expected, notices) in NOTICES {
        for notice in *notices {
            for html in [format!("<title>Gazette</title><p>{notice}</p>"), format!("<h1>{notice}</h1>")] {
                let told = seen(200, &html).told();
                if told != *expected {
                    missed.push(format!("{html}: {told}, not {expected}"));
                }
            }
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn a_page_of_a_server_that_nobody_has_set_up_is_no_page() {
    let nginx = "<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is \
        successfully installed and working. Further configuration is required.</p><p>Thank you for using nginx.</p>";
    seen(200, nginx).check("gone soft-404 unknown");
    let trouble = "<title>The old quay</title><h1>Something went wrong</h1><p>An unexpected error occurred while loading this \
        article. Please try again later.</p>";
    seen(200, trouble).check("failing server-error unknown");
}

/// Short pages in the words of notices.
#[test]
fn a_short_page_with_such_words_is_there() {
    let mut taken = Vec::new();
    for html in [
        "<h1>Session 4: Tides</h1><p>The session has ended. Slides are below, and the recording follows on Monday.</p>",
        "<h1>Biscuits</h1><p>Cookies with oats. Turn on the oven at noon; enable the timer for nine minutes.</p>",
        "<h1>The ferry</h1><p>Service to the island is suspended from 3 to 9 May, says the harbour office.</p>",
        "<h1>Coin 714</h1><p>Gold. Found in 1911. Access to the object is restricted to members of the society.</p>",
        "<h1>Fort Varn</h1><p>The north tower is temporarily closed. The moat can be seen daily, tickets at the gate.</p>",
        "<h1>Paragraph 7</h1><p>This section has been removed by the act of 1998, and nothing stands in its place.</p>",
        "<h1>Kiosk</h1><p>Das Konto der Kasse wurde im März gesperrt, teilte der Verein gestern mit.</p>",
        "<h1>Errata</h1><p>An article on page 9 was removed; readers find it in the issue of June.</p>",
        "<h1>Something went wrong at the mill</h1><p>An error occurred in the weighing of the flour, and nobody saw it.</p>",
        "<h1>Limits</h1><p>The dam keeps a rate limit: exceeded, it opens the lower gate by itself within a minute.</p>",
        "<h1>Letters</h1><p>The mayor had sent too many requests for money, wrote the treasurer to his wife in May.</p>",
        "<p>Our region grew more pears than your country grows apples, the minister said.</p>",
    ] {
        let told = seen(200, html).told();
        if told != "live - sound" {
            taken.push(format!("{html}: {told}"));
        }
    }
    assert!(taken.is_empty(), "{taken:#?}");
}

#[test]
fn a_wiki_without_the_text_of_a_page_has_no_such_page() {
    let wiki = |text: &str| format!("<title>Old quay - Harbour Wiki</title><h1>Old quay</h1><p>{text}</p>");
    seen(200, &wiki(
        "There is currently no text in this page. You can search for this page title in other pages, search the related \
        logs, or create this page.",
    ))
    .check("gone soft-404 unknown");
    for text in [
        "New wikis answer “There is currently no text in this page” until somebody has written one.",
        "The stone has a frame, and there is currently no text in it: the page of the mason's book was never cut.",
        "There is currently no text in this museum that names the mason.",
    ] {
        seen(200, &wiki(text)).check("live - sound");
    }
}

/// Notices of vacancies, adverts and articles that are taken off.
#[test]
fn what_was_offered_and_is_taken_off_is_gone() {
    let mut missed = Vec::new();
    for html in [
        "<h1>Vacature</h1><p>Deze vacature is niet meer beschikbaar. De werkgever heeft de vacature gesloten.</p>",
        "<h1>Inzerát</h1><p>Inzerát již není k dispozici. Byl smazán nebo vypršela jeho platnost.</p>",
        "<h1>Ogłoszenie</h1><p>To ogłoszenie jest już nieaktualne. Zostało usunięte.</p>",
        "<h1>求人</h1><p>この求人は掲載を終了しました。</p>",
        "<h1>채용</h1><p>마감되었거나 삭제된 채용 공고입니다</p>",
        "<h1>招聘</h1><p>该职位已下线。您可以查看其他职位。</p>",
        "<h1>İlan</h1><p>Bu ilan yayından kaldırılmış. İlan süresi dolmuş olabilir.</p>",
        "<h1>إعلان</h1><p>هذا الإعلان محذوف أو منتهي</p>",
        "<h1>Annons</h1><p>Annonsen är inte längre tillgänglig.</p>",
    ] {
        let told = seen(200, html).told();
        if told != "gone soft-404 unknown" {
            missed.push(format!("{html}: {told}"));
        }
    }
    for html in [
        "<h1>De bakker</h1><p>Deze vacature trok in mei 214 brieven, schrijft de krant; de bakker koos een leerling uit Varn.</p>",
        "<h1>求人の歴史</h1><p>この求人は一九二〇年に新聞に載り、三百人が応募した。工場は翌年に火事で失われた。</p>",
        "<h1>Ogłoszenie z 1911 roku</h1><p>To ogłoszenie wisiało na drzwiach młyna i wzywało dziewięciu ludzi do żniw.</p>",
        "<h1>The harbour list</h1><p>This job was done by two men in May, and the ferry has expired tickets on its wall.</p>",
    ] {
        let told = seen(200, html).told();
        if told != "live - sound" {
            missed.push(format!("{html}: {told}"));
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}
