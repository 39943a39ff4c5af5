//! Error pages in words and forms of their own, and pages that only resemble them.

use super::tests::{paragraphs, seen};

#[test]
fn an_error_page_in_words_of_its_own_is_a_soft_404() {
    for html in [
        "<title>Mill museum</title><h1>That page has wandered off</h1><p>Go back home.",
        "<title>Gazette</title><h1>The address you have typed in is not there any more</h1><p>Go home.",
        "<title>Bote</title><h1>Diese Adresse gibt es nicht mehr</h1><p>Zur Startseite",
        "<title>Courrier</title><h1>Le contenu que vous voulez lire est introuvable</h1><p>Retour à l’accueil",
        "<title>Diario</title><h1>Ups</h1><p>El documento que quiere leer ya no está disponible. Volver al inicio",
        "<title>Jornal</title><h1>O endereço digitado não existe</h1><p>Voltar para o início",
        "<title>Gazeta</title><h1>Niestety, tej strony już nie ma</h1><p>Wróć na początek",
        "<title>Газета</title><h1>Вибачте, але тут такої сторінки вже не існує</h1><p>На головну",
        "<title>Gazete</title><h1>Bu sayfa artık bulunmamaktadır</h1><p>Ana sayfa",
        "<title>পত্রিকা</title><h1>এই পৃষ্ঠাটি আর খুঁজে পাওয়া যাচ্ছে না</h1><p>404</p>",
    ] {
        seen(200, html).check("gone soft-404 unknown");
    }
}

#[test]
fn a_notice_counts_where_it_is_no_first_heading() {
    for html in [
        "<title>Mill</title><h1>Mill museum</h1><h2>Hours</h2><h2>Shop</h2><h3>Page not found</h3><p>Sorry.",
        "<title>Mill</title><h2>Guest</h2><h4>404</h4><h5>Error 404: a hole in the map</h5><p>It seems we are lost.",
        "<title>Mill</title><div>Mill museum</div><div>404</div><div>Go home</div>",
        "<title>Mill</title><p>404</p><p>404</p>",
        "<title>Mill</title><p>WEB PAGE ERROR 404!!</p>",
        "<title>Mill</title><p>Menu</p><p>Page not found</p><p>Go home</p>",
    ] {
        seen(200, html).check("gone soft-404 unknown");
    }
}

#[test]
fn a_notice_that_is_a_picture_counts_by_what_is_said_in_its_place() {
    for html in [
        "<title>Mill</title><img src=a.png alt='404 - page not found'><a href=/>Back home</a>",
        "<title>Mill</title><svg><text>404</text><text>Page not found</text></svg><a href=/>Back home</a>",
        "<title>Mill</title><div role=img aria-label='Error 404: page not found'></div><a href=/>Back home</a>",
    ] {
        seen(200, html).check("gone soft-404 unknown");
    }
    let beside = format!("<title>Mill</title><img alt='404 - page not found'>{}", paragraphs(6));
    seen(200, &beside).check("live - sound");
}

#[test]
fn a_page_that_calls_itself_an_error_page_needs_one_more_sign() {
    let called = |text: &str| seen(200, &format!("<title>Mill</title><body class=\"error404 wide\"><p>{text}</p>"));
    called("404. Back home").check("gone soft-404 unknown");
    called("Nothing to grind.").check("live - sound");
    assert!(called("Nothing to grind.").is_doubtful());
    let canonical =
        |at: &str| format!("<link rel=canonical href='https://site.example/{at}'><title>Mill</title><h1>Oops</h1>");
    seen(200, &canonical("404.html")).check("gone soft-404 unknown");
    seen(200, &canonical("a/page.html")).check("live - sound");
}

#[test]
fn trouble_is_told_where_it_says_more_than_a_page_that_is_not_there() {
    let text = "The page might have been removed, renamed, or is temporarily unavailable. Please check the address.";
    let notice = format!("<title>Error, service unavailable</title><h1>Page not found</h1><p>{text}");
    seen(200, &notice).check("gone soft-404 unknown");
    let trouble = "<title>Service unavailable</title><h1>Service unavailable</h1><p>The page is unavailable. \
                   Please try again later.";
    seen(200, trouble).check("failing server-error unknown");
}

#[test]
fn a_page_that_waits_for_its_scripts_is_neither_there_nor_gone() {
    let waits = |text: &str| format!("<title>Mill</title><p>{text}</p><script src=a.js></script>");
    for text in ["Loading…", "Загружаем задачу...", "読み込み中"] {
        let look = seen(200, &waits(text));
        look.check("live - sound");
        assert!(look.0.answer().unwrap().signs.as_ref().unwrap().script_only, "{text}");
        assert!(!look.is_doubtful(), "{text}");
        seen(404, &waits(text)).check("withheld script-only unknown");
    }
}

#[test]
fn pages_that_have_the_words_for_other_reasons_are_there() {
    for html in [
        "<title>Rooms</title><h1>Rooms</h1><p>402</p><p>403</p><p>404</p><p>405</p><p>The lift stops at each.",
        "<title>Peugeot 404</title><h1>Peugeot 404</h1><p>A car of 1960 by Pininfarina, built in ten countries.",
        "<title>Lost and found</title><h1>Lost and found</h1><p>What was left in the hall is kept for a month.",
        "<title>Prints</title><h1>The old bridge</h1><p>This print is sold out. A new edition follows in spring.",
        "<title>Themes</title><h1>Pages of this theme</h1><p>About</p><p>404</p><p>Login</p><p>Each comes in two colours \
         and can be had with a menu at the side as well as on top.",
    ] {
        seen(200, html).check("live - sound");
    }
}

#[test]
fn upkeep_is_told_whatever_the_site_is_called() {
    for html in [
        "<title>Maintenance in progress</title><h1>Maintenance in progress</h1><p>MyMill is currently unavailable due to scheduled \
         maintenance. Please try again in a few hours.",
        "<title>Onderhoud</title><h1>We zijn zo terug!</h1><p>Het Molenarchief is niet beschikbaar wegens een gepland onderhoud.",
        "<title>Wartung</title><h1>Wartungsarbeiten</h1><p>Das Mühlenportal ist wegen einer geplanten Wartung offline.",
        "<title>Maintenance</title><h1>Maintenance</h1><p>Le Moulin est indisponible pendant la maintenance.",
        "<title>Mill</title><h1>On maintaining</h1><p>The server is on maintaining. Sorry for that, access later.",
        "<title>Error 500 - MILLSERV</title><h1>Error 500 - Internal Server Error</h1><p>The 500 (Internal Server Error) status code \
         indicates that the server met a condition that kept it from fulfilling the request.",
        "<title>502 Bad Gateway</title><h1>502</h1><h2>Bad Gateway</h2><p>The messenger lost its way among the clouds over the mill, as it \
         often does in May.",
        "<title>500 Internal Server Error</title><h1>500</h1><p>サーバー内部でエラーが発生しました。時間をおいてから再度アクセスしてください。",
        "<title>Our catalogue is down</title><h1>Greetings!</h1><p>Our catalogue is currently offline for a planned upgrade. We should \
         have everything back up and running shortly.",
        "<title>Сервис недоступен</title><h1>Технический перерыв</h1><p>В настоящее время доступ в систему ограничен: ведутся плановые работы.",
        "<title>Mill</title><h1>Erro interno</h1><p>Avise sobre esse erro.",
    ] {
        seen(200, html).check("failing server-error unknown");
    }
}

#[test]
fn what_else_is_kept_up_or_explained_is_there() {
    for html in [
        "<title>The pool</title><h1>The pool</h1><p>The pool is closed for maintenance until Friday, and the sauna is unavailable.",
        "<title>Lift news</title><h1>Lift news</h1><p>The lift in the west wing is unavailable during maintenance of the mill.",
        "<title>Bad Gateway - Wikidictionary</title><h1>Bad Gateway</h1><p>The band was formed in 2004 by two millers of Leeds.",
        "<title>Maintenance of mills</title><h1>Maintenance of mills</h1><p>Cogs need grease each month, and sails a new coat.",
    ] {
        seen(200, html).check("live - sound");
    }
    let manual = format!("<title>Error 500</title><h1>Error 500</h1>{}", paragraphs(6));
    seen(200, &manual).check("live - sound");
}

#[test]
fn a_domain_that_is_offered_in_a_few_words_is_parked() {
    for html in [
        "<title>Domain for Sale</title><h1>Domain for Sale</h1><p>Interested parties please contact: mill@post.example",
        "<title>Mill | Domain zu verkaufen</title><p>Bei Interesse bitte schreiben.",
        "<title>Domain parked</title><h1>Domain parked</h1><p>Server: mill",
    ] {
        seen(200, html).check("gone parked unknown");
    }
    let shop = format!("<title>Domain for sale</title><h1>How domains are sold</h1>{}", paragraphs(4));
    seen(200, &shop).check("live - sound");
}

#[test]
fn a_word_for_reasons_within_a_notice_asks_nothing() {
    let notice = "<title>因法律原因不可用</title><h1>因法律原因不可用</h1><p>很抱歉，根据您所在司法管辖区的法律，我们无法向您提供服务。";
    seen(200, notice).check("withheld legal unknown");
    let asks = "<title>因法律原因不可用的原因</title><h1>因法律原因不可用的原因是什么？</h1><p>本文说明这个代码是什么意思，以及服务器在什么时候返回它。</p>";
    seen(200, asks).check("live - sound");
}

#[test]
fn a_code_that_few_have_heard_of_may_say_what_it_is() {
    let notice = "<title>Error 451 - MILLSERV</title><h1>Error 451 - Unavailable For Legal Reasons</h1><p>This status code indicates that \
                  the server denies access as a consequence of a legal demand, which mostly affects search engines.";
    seen(200, notice).check("withheld legal unknown");
}

#[test]
fn a_site_whose_title_says_that_it_is_suspended_may_say_what_to_do() {
    for html in [
        "<title>Mill</title><h1>Service Suspended</h1><p>We apologize because we have stopped your service. Now you can not reach your \
         website, your panel or your mail. We will be happy if you contact us to go on with this service.",
        "<title>Mill</title><p>PÁGINA DESACTIVADA Por falta de pago.",
        "<title>Mill</title><h1>تم فصل الخدمة</h1><p>الرجاء التواصل مع الدعم",
        "<title>Mill</title><h1>Suspended mode</h1><p>The website you are visiting is currently suspended. If you are the owner, please \
         contact us.",
    ] {
        seen(200, html).check("gone suspended unknown");
    }
    let news = "<title>Account suspended - Gazette</title><h1>The miller's account</h1><p>New sails were paid with it, and \
                the miller rowed to the island in May before anybody in the town had asked him.";
    seen(200, news).check("live - sound");
}

#[test]
fn who_asks_for_several_passwords_changes_one() {
    let fields = |n: usize| "<input type=password>".repeat(n);
    let page = |n: usize| format!("<title>Mill</title><h1>Mill</h1><form>{}<button>Go</button></form>", fields(n));
    seen(200, &page(1)).check("withheld login unknown");
    seen(200, &page(3)).check("live - sound");
}

/// What a site puts around a page: its search, its letters of news and a question for consent in a box of its maker.
fn framed(title: &str, main: &str, banner: &str) -> String {
    format!(
        "<title>{title} – Tide Post</title><header><p>Tide Post</p><form role=search action=/search><input name=q><button>Search</button>\
         </form></header><main>{main}</main><footer><form class=newsletter><input type=email></form></footer>{banner}"
    )
}

/// Questions for consent as their makers put them on pages.
const BANNERS: &[&str] = &[
    "<div id=usercentrics-root role=dialog><h2>Wir respektieren Ihre Privatsphäre</h2><p>Wir und unsere 204 Partner speichern Informationen \
     auf Ihrem Gerät und greifen darauf zu.</p><button>Alle akzeptieren</button><button>Ablehnen</button></div>",
    "<div id=didomi-host><p>Avec nos 204 partenaires, nous stockons des informations sur votre appareil.</p><button>Accepter et continuer\
     </button><button>Continuer sans accepter</button></div>",
    "<div id=onetrust-consent-sdk><h2>We value your privacy</h2><p>We and our 204 partners store and/or access information on a device.</p>\
     <button>Accept All</button><button>Reject All</button></div>",
    "<div class=cookie-banner role=dialog><h2>We value your privacy</h2><p>We and our partners store and/or access information on a device.\
     </p><button>Accept all</button></div>",
];

#[test]
fn a_question_for_consent_beside_a_page_is_none_and_says_nothing_of_it() {
    for banner in BANNERS {
        let hours = framed(
            "Opening hours",
            "<h1>Opening hours</h1><p>Tuesday to Sunday, 10 to 5. Closed on Mondays.</p>",
            banner,
        );
        seen(200, &hours).check("live - sound");
        let alone = format!("<title>Tide Post</title>{banner}");
        let told = seen(200, &alone).told();
        assert!(told.starts_with("withheld consent") || told.starts_with("live"), "{told}");
    }
    seen(200, &format!("<title>Tide Post</title>{}", BANNERS[2])).check("withheld consent unknown");
}

#[test]
fn what_a_site_puts_around_a_login_or_a_refusal_does_not_hide_it() {
    let form = "<form action=/wp-login.php?action=postpass><label>Password <input type=password></label><button>Enter</button></form>";
    for banner in BANNERS {
        for (title, said) in [
            ("Protected: Minutes", "This content is password protected. To view it please enter your password below:"),
            (
                "Geschützt: Protokoll",
                "Dieser Inhalt ist passwortgeschützt. Um ihn anzuschauen, gib dein Passwort bitte unten ein:",
            ),
            (
                "Zabezpieczone: Protokół",
                "Treść jest zabezpieczona hasłem. Proszę je wprowadzić poniżej, aby móc ją obejrzeć:",
            ),
            ("Skyddad: Protokoll", "Det här innehållet är lösenordsskyddat. Ange ditt lösenord nedan."),
        ] {
            let page = framed(title, &format!("<h1>{title}</h1><p>{said}</p>{form}"), banner);
            seen(200, &page).check("withheld login unknown");
        }
        for (title, said) in [
            ("Access denied", "You are not authorized to access this page."),
            ("Zugriff verweigert", "Sie haben keine Zugriffsberechtigung für diese Seite."),
            ("Acceso denegado", "No tiene permiso para acceder a esta página."),
            ("Åtkomst nekad", "Du har inte behörighet att se den här sidan."),
            ("Доступ запрещён", "У вас нет прав для просмотра этой страницы."),
        ] {
            let page = framed(title, &format!("<h1>{title}</h1><p>{said}</p>"), banner);
            seen(200, &page).check("withheld forbidden unknown");
        }
    }
    let song = "<h1>Access denied</h1><p>Access Denied is a song of the Tide Mills, released in 1998 on their second record.</p>";
    seen(200, &framed("Access denied", song, BANNERS[2])).check("live - sound");
}

#[test]
fn a_heading_that_nobody_sees_is_none_of_the_page() {
    for kept in [
        "<template><h1>Page not found</h1><p>The page you are looking for does not exist.</p></template>",
        "<div hidden><h1>Page not found</h1></div>",
        "<section style=\"display: none\"><h1>Page not found</h1></section>",
        "<div style=display:none><h2>Are you over 18?</h2></div>",
        "<template><h2>Subscribe to continue reading</h2></template>",
    ] {
        let page = format!("<title>Opening hours</title><h1>Opening hours</h1><p>Weekdays 9–16.</p>{kept}");
        seen(200, &page).check("live - sound");
    }
    for html in [
        "<title>Tide Post</title><h1>Page not found</h1><template><h1>Opening hours</h1></template>",
        "<title>Tide Post</title><div hidden><h1>Menu</h1></div><h1>Page not found</h1><p>Sorry.</p>",
    ] {
        seen(200, html).check("gone soft-404 unknown");
    }
}

#[test]
fn a_thread_whose_title_is_an_error_asks_about_it() {
    for (title, asked, answered) in [
        (
            "Seite nicht gefunden nach Umzug",
            "Seit dem Umzug bekomme ich „404 Not Found“. Woran liegt das?",
            "Bei mir war es die Konfiguration.",
        ),
        (
            "Page introuvable après migration",
            "Depuis la migration j’ai « 404 Not Found » partout. D’où cela vient-il ?",
            "C’était la configuration.",
        ),
        (
            "Страница не найдена после обновления",
            "После обновления везде «404 Not Found». Что делать?",
            "Очистите кэш.",
        ),
        ("502 Bad Gateway", "I get 502 Bad Gateway since yesterday. Any ideas?", "The socket was not there."),
    ] {
        let post = |who: &str, when: &str, said: &str| {
            format!("<div class=\"post\"><p>{who} » 4 May 2021, {when}</p><div class=\"content\">{said}</div></div>")
        };
        let page = format!(
            "<title>{title} – Boardhelp</title><h1>Boardhelp</h1><h2>{title}</h2>{}{}",
            post("marta", "21:12", asked),
            post("helge", "22:40", answered)
        );
        seen(200, &page).check("live - sound");
        let error = format!("<title>{title} – Boardhelp</title><h1>{title}</h1><p>Please try again later.</p>");
        assert!(!seen(200, &error).told().starts_with("live"), "{title}");
    }
}

#[test]
fn a_list_of_what_a_name_may_be_is_no_notice() {
    for (title, says, list) in [
        ("404", "404 may refer to:", ["404 BC, a year", "HTTP 404, an error message", "Peugeot 404, a car"]),
        (
            "Page Not Found (disambiguation)",
            "Page Not Found may refer to:",
            ["HTTP 404", "Page Not Found (album)", "Page Not Found (magazine)"],
        ),
        ("404", "404 steht für:", ["das Jahr 404", "HTTP-Statuscode 404 (Seite nicht gefunden)", "Peugeot 404"]),
        (
            "404",
            "Le nombre 404 peut désigner :",
            ["l’année 404", "l’erreur HTTP 404, page introuvable", "la Peugeot 404"],
        ),
        ("404", "404 может означать:", ["404 год", "код HTTP 404, страница не найдена", "Peugeot 404"]),
    ] {
        let list = list.join("<li>");
        let page = format!("<title>{title} – Wikiquay</title><h1>{title}</h1><p>{says}</p><ul><li>{list}</ul>");
        seen(200, &page).check("live - sound");
    }
    seen(200, "<title>404</title><h1>404</h1><p>Page not found. This could be because:</p><ul><li>it was moved<li>it was deleted</ul>")
        .check("gone soft-404 unknown");
}
