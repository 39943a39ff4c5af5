//! Ordinary pages that have the words of a notice somewhere: below their own title, of a thing, under a condition, in what is
//! kept for scripts. And notices that have few words more.

use super::tests::{paragraphs, seen};
use crate::verdict::source::Quotes;

/// A page of a paper, with what stands around its text.
fn page(title: &str, text: &str) -> String {
    format!(
        "<html><head><title>{title} – Tide Post</title></head><body><header><a href=/>Tide Post</a></header><nav><a href=/n>News</a> \
         <a href=/c>Contact</a></nav><main><h1>{title}</h1>{text}</main><footer>© Tide Post</footer><script src=/a.js></script></body></html>"
    )
}

fn check_all<'a>(pages: impl IntoIterator<Item = (&'a str, String)>) {
    let wrong: Vec<String> = pages
        .into_iter()
        .filter_map(|(expected, html)| {
            let (told, evidence) = seen(200, &html).judged(Quotes::Unasked, None);
            // Where it is in doubt, a page is as sound as any, and only a missing quote is not held against it.
            (!told.starts_with(expected)).then(|| format!("{expected}, not {told}: {html}\n{evidence:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

const SOUND: &str = "live - sound";
const GONE: &str = "gone soft-404 unknown";
const LOGIN: &str = "withheld login unknown";
const TROUBLE: &str = "failing server-error unknown";

#[test]
fn a_page_on_a_code_that_was_cited_as_that_may_move_to_such_an_address() {
    let html = "<title>404 Not Found – HTTP codes</title><div class='theme-doc-markdown markdown'><h1>404 Not Found</h1><p>The server found no \
                such resource. A 404 status code does not say whether this lasts.</p><p>A 404 response is cacheable by default.</p></div>";
    let cited = |url: &str| {
        let mut look = seen(200, html);
        look.0.url = url.into();
        look.led_to("https://site.example/404/")
    };
    cited("https://site.example/404").check(SOUND);
    cited("https://site.example/a/tides").check(GONE);
    let mut lost =
        seen(200, "<title>Page not found</title><h1>Page not found</h1><p>Sorry, this page does not exist.</p>");
    lost.0.url = "https://site.example/404".into();
    lost.led_to("https://site.example/404/").check(GONE);
}

#[test]
fn parts_of_a_standard_are_headed_by_codes() {
    check_all([
        (
            SOUND,
            "<title>RFC 2616</title><pre>10.4.5 404 Not Found\n\n   The server has not found anything matching the Request-URI.\n\n10.4.11 410 \
             Gone\n\n   The requested resource is no longer available at the server.</pre>"
                .to_owned(),
        ),
        (GONE, "<title>Tide Post</title><pre>404 Not Found\n\nThe page that you asked for was not found.</pre>".to_owned()),
    ]);
}

#[test]
fn what_a_headline_is_about_is_quoted_below_it() {
    check_all([
        (
            SOUND,
            page(
                "This site has been seized: inside the end of a market",
                "<p>On the morning of 4 April visitors found a banner with the seals of many forces.</p><p>“This domain has been seized by the \
                 FBI”, it said, and offered a button.</p><p>The sellers were mostly teenagers, says the prosecutor of the county.</p>",
            ),
        ),
        (
            "gone seized unknown",
            "<title>This domain has been seized</title><h1>This domain has been seized</h1><p>This domain has been seized by the FBI under a \
             warrant.</p>"
                .to_owned(),
        ),
    ]);
}

#[test]
fn what_a_sentence_supposes_of_a_country_is_no_wall() {
    let terms = |sentence: &str| page("Terms of use", &format!("<p>Wine is for grown-ups.</p><p>{sentence}</p>"));
    for sentence in [
        "If a page is not available in your country this is for legal reasons.",
        "If videos are not available in your country, ask the broadcaster.",
        "Wenn ein Film in Ihrem Land nicht verfügbar ist, liegt das an den Rechten.",
        "Si une vidéo n’est pas disponible dans votre pays, les droits manquent.",
        "Si un vídeo no está disponible en su país, faltan los derechos.",
        "Als een film in uw land niet beschikbaar is, ligt dat aan de rechten.",
        "Если видео недоступно в вашей стране, дело в правах.",
        "Jeśli film jest niedostępny w twoim kraju, chodzi o prawa.",
    ] {
        let told = seen(200, &terms(sentence)).told();
        assert!(told.starts_with("live "), "{sentence}: {told}");
    }
    for (title, sentence) in [
        ("Tide TV", "Sorry, this video is not available in your country."),
        ("Kust TV", "Om rechtenredenen is deze video niet beschikbaar in jouw land."),
        ("Costa TV", "Ha intentado ver un vídeo que no está disponible en su país."),
    ] {
        let html = format!("<title>{title}</title><p>{sentence}</p>");
        seen(200, &html).check("withheld region unknown");
    }
}

#[test]
fn a_manual_says_what_a_notice_means_or_does() {
    check_all([
        (
            SOUND,
            page(
                "Maintenance mode",
                "<p>Maintenance mode shows visitors a page that says that the site is being worked on.</p><p>Administrators see the site as \
                 ever.</p>",
            ),
        ),
        (
            SOUND,
            page("Wartungsmodus", "<p>Der Wartungsmodus zeigt allen Besuchern eine Seite mit einem Hinweis.</p><p>Er steht im Menü.</p>"),
        ),
        (
            SOUND,
            page(
                "Erreur 503 Service indisponible",
                "<p>L’erreur 503 signifie que le serveur est surchargé ou en maintenance.</p><p>La charge se lit dans le journal.</p>",
            ),
        ),
        (
            SOUND,
            page(
                "Error 503 Servicio no disponible",
                "<p>El error 503 significa que el servidor está sobrecargado o en mantenimiento.</p><p>El registro da la hora.</p>",
            ),
        ),
        (
            SOUND,
            page(
                "Error 404: què vol dir i com es resol",
                "<p>L’error 404 significa que el servidor no ha trobat la pàgina.</p><p>Normalment l’adreça està mal escrita.</p>",
            ),
        ),
        (
            SOUND,
            page(
                "Greška 404: što znači i kako se rješava",
                "<p>Greška 404 znači da poslužitelj nije pronašao stranicu.</p><p>Obično je adresa krivo napisana.</p>",
            ),
        ),
        (TROUBLE, "<title>Maintenance mode</title><h1>Maintenance mode</h1><p>Our site is under maintenance. We will be back soon.</p>".to_owned()),
        (
            TROUBLE,
            "<title>Erreur 503 Service indisponible</title><h1>Erreur 503 Service indisponible</h1><p>Le serveur est surchargé ou en \
             maintenance. Veuillez réessayer plus tard.</p>"
                .to_owned(),
        ),
        (
            GONE,
            "<title>Error 404</title><h1>Error 404 Page not found</h1><p>Error 404 means that the page you are looking for does not exist.</p>"
                .to_owned(),
        ),
    ]);
}

#[test]
fn a_dialog_for_consent_stands_beside_what_a_page_says() {
    let dialog = "<div id=cmp role=dialog><h2>Wir respektieren Ihre Privatsphäre</h2><p>Wir und unsere 204 Partner speichern Informationen auf \
                  Ihrem Gerät und greifen darauf zu. Sie können Ihre Einwilligung jederzeit widerrufen.</p><button>Alle akzeptieren</button>\
                  <button>Ablehnen</button></div>";
    let plain = dialog.replace("id=cmp role=dialog", "class=cmp-text");
    check_all([
        (SOUND, page("Öffnungszeiten", "<p>Dienstag bis Sonntag 10–17 Uhr. Montags geschlossen.</p>") + dialog),
        ("withheld consent unknown", format!("<title>Bote</title>{dialog}")),
        (SOUND, format!("<title>Gezeiten</title><h1>Gezeiten</h1><div class=cmp-text>{}</div>", paragraphs(3))),
    ]);
    assert!(seen(200, &format!("<title>Bote</title>{plain}")).told().starts_with("withheld consent"));
}

#[test]
fn who_wants_to_answer_is_asked_to_log_in_and_who_reads_is_not() {
    for ask in [
        "You must be <a href=/l>logged in</a> to post a comment.",
        "Please log in to reply to this thread.",
        "Sie müssen angemeldet sein, um einen Kommentar abzugeben.",
        "Vous devez vous connecter pour publier un commentaire.",
        "Debes iniciar sesión para escribir un comentario.",
        "コメントするにはログインが必要です。",
    ] {
        let html = page(
            "A walk to the lock",
            &format!("<p>We went on Sunday.</p><div id=respond><h3>Reply</h3><p>{ask}</p></div>"),
        );
        let told = seen(200, &html).told();
        assert_eq!(told, SOUND, "{ask}");
    }
    check_all([
        (
            LOGIN,
            "<title>Mill Wiki</title><h1>Login required</h1><p>You must be logged in to view this page.</p>".to_owned(),
        ),
        (LOGIN, "<title>Forum</title><p>Sie müssen angemeldet sein, um diese Seite zu sehen.</p>".to_owned()),
    ]);
}

#[test]
fn a_film_in_an_article_and_a_comment_below_it_take_nothing_from_it() {
    let told = "<p>The harbour board approved the dredging of the channel on Tuesday after eleven months.</p>";
    check_all([
        ("live", page("Dredging approved", &format!("{told}<p>Video unavailable. This video is private.</p>"))),
        (
            "live",
            page("Dredging approved", "<p>Weekdays 9–16.</p><section><p>This comment has been removed.</p></section>"),
        ),
        (
            "live",
            page(
                "しゅんせつ承認",
                "<p>平日 9〜16時</p><p>お探しの情報は見つかりませんでしたか？お問い合わせください。</p>",
            ),
        ),
        ("gone", "<title>Tube</title><p>Video unavailable. This video is private.</p>".to_owned()),
        ("gone", "<title>Board</title><p>This comment has been removed.</p>".to_owned()),
        ("gone", "<title>しお新聞</title><p>お探しのページは見つかりませんでした。</p>".to_owned()),
    ]);
}

#[test]
fn what_is_kept_for_scripts_is_no_notice() {
    let form = "<form><h1>Log in</h1><input name=u><input type=password><button>Log in</button></form>";
    let lost = "<h1>Page not found</h1><p>Sorry, we could not find this page.</p>";
    let hours = |more: &str| page("Opening hours", &format!("<p>Weekdays 9–16.</p>{more}"));
    check_all([
        (SOUND, hours(&format!("<template>{form}</template>"))),
        (SOUND, hours(&format!("<div style='display:none'>{form}</div>"))),
        (SOUND, hours(&format!("<div class='modal d-none'>{form}</div>"))),
        (SOUND, hours(&format!("<section class=d-none>{lost}</section>"))),
        (SOUND, hours(&format!("<section class='is-hidden error'>{lost}</section>"))),
        (LOGIN, format!("<title>Intranet</title>{form}")),
        (GONE, format!("<title>Tide Post</title><section class='d-none d-md-block'>{lost}</section>")),
        (GONE, format!("<title>Tide Post</title><section class=d-none>{lost}</section>")),
        (GONE, format!("<title>Tide Post</title>{lost}<section class=d-none><h2>Log in</h2></section>")),
    ]);
}

#[test]
fn what_a_class_may_show_again_or_holds_a_text_is_read() {
    let form = "<form><input name=u><input type=password><button>Log in</button></form>";
    let lost = "<h1>Page not found</h1><p>Sorry, we could not find this page.</p>";
    let with_brand = |more: &str| format!("<title>Tide Post</title><p>Tide Post</p>{more}");
    for class in ["hidden md:block", "d-none d-lg-flex", "hidden is-active", "uk-hidden uk-visible@m", "d-none show"] {
        seen(200, &with_brand(&format!("<section class='{class}'>{lost}</section>"))).check(GONE);
    }
    check_all([
        // An article waits for its styles.
        (
            SOUND,
            "<title>Dredging</title><p>Tide Post</p><a href=/l>Log in</a><div class=hidden><h1>Dredging</h1><p>The board said yes to the \
             dredging of the channel.</p></div>"
                .to_owned(),
        ),
        // A form of a login waits for its script.
        (LOGIN, format!("<title>Log in – Intranet</title><p>Please wait.</p><div style='display:none'>{form}</div>")),
        (LOGIN, format!("<title>Intranet</title><p>Intranet</p><div class=hidden>{form}</div>")),
    ]);
}

#[test]
fn a_question_in_a_title_that_is_answered_below_is_no_wall() {
    check_all([
        (
            SOUND,
            page(
                "Was ist Geoblocking?",
                "<p>Geoblocking heißt, dass ein Inhalt in Ihrem Land nicht verfügbar ist.</p><p>Eine Verordnung verbietet manches davon.</p>",
            ),
        ),
        (
            SOUND,
            page(
                "What is geo-blocking?",
                "<p>Geo-blocking means that a film is not available in your country.</p><p>A law of 2018 forbids some of it.</p>",
            ),
        ),
        (
            SOUND,
            page(
                "Qu’est-ce que le géoblocage ?",
                "<p>Le géoblocage signifie qu’un film n’est pas disponible dans votre pays.</p><p>Une loi l’interdit.</p>",
            ),
        ),
        (
            "withheld region unknown",
            "<title>Tide TV</title><h1>What now?</h1><p>This video is not available in your country.</p>".to_owned(),
        ),
    ]);
}

#[test]
fn a_thing_that_is_maintained_is_no_site_that_is() {
    let crane = "<h1>Maintenance of the crane</h1><p>The crane is down for maintenance until 9 May. Ships use the north quay.</p>";
    check_all([
        ("live", page("Maintenance of the crane", "<p>The crane is down for maintenance until 9 May. Ships use the north quay.</p>")),
        ("live", format!("<title>Maintenance of the crane</title>{crane}")),
        ("live", page("Der Aufzug steht", "<p>Der Aufzug ist wegen Wartungsarbeiten außer Betrieb und nicht verfügbar. Die Treppe bleibt offen.</p>")),
        ("failing", "<title>Tide Portal</title><h1>Tide Portal</h1><p>The portal is down for maintenance until 9 May at noon.</p>".to_owned()),
        ("failing", "<title>Quayside</title><h1>Quayside</h1><p>Quayside is down for maintenance until 9 May. We will be back soon.</p>".to_owned()),
        ("failing", "<title>Down</title><p>The site is down for maintenance until 9 May. Ships use the north quay.</p>".to_owned()),
    ]);
}

#[test]
fn an_error_page_may_say_so_in_its_data_alone() {
    check_all([
        (
            GONE,
            "<title>Quay</title><div id=__next></div><script id=__NEXT_DATA__ type=application/json>{\"props\":{\"pageProps\":{\"statusCode\":404}},\
             \"page\":\"/404\",\"query\":{}}</script><script src=/m.js></script>"
                .to_owned(),
        ),
        (
            SOUND,
            "<title>Quay</title><div id=__next></div><script id=__NEXT_DATA__ type=application/json>{\"props\":{},\"page\":\"/tides\",\
             \"query\":{}}</script><script src=/m.js></script>"
                .to_owned(),
        ),
    ]);
}

#[test]
fn identity_providers_ask_who_someone_is() {
    let led = |to: &str, html: &str| seen(200, html).led_to(to).told();
    let form = "<title>Sign in to your account</title><form><input type=email></form>";
    for to in [
        "https://wayf.mill.example/Shibboleth.sso/Login?target=https%3A%2F%2Fother.example%2F",
        "https://id.mill.example/common/oauth2/v2.0/authorize?client_id=1&redirect_uri=https%3A%2F%2Fx",
        "https://id.mill.example/auth/realms/mill/protocol/openid-connect/auth?client_id=1",
        "https://site.example/i/flow/login?redirect_after_login=%2Fa%2Fpage.html",
    ] {
        assert_eq!(led(to, form), LOGIN, "{to}");
    }
    assert!(led("https://site.example/docs/oauth2/authorize", &page("Authorize", &paragraphs(3))).starts_with("live"));
    let saml = "<title>Redirecting</title><body onload='document.forms[0].submit()'><form method=post action=https://idp.mill.example/SSO>\
                <input type=hidden name=\"SAMLRequest\" value=x><noscript><input type=submit value=Continue></noscript></form>";
    seen(200, saml).check(LOGIN);
}

#[test]
fn walls_of_a_few_words_in_other_words() {
    check_all([
        (
            "withheld bot-wall unknown",
            "<title>Web Page Blocked</title><h1>Web Page Blocked!</h1><p>The page cannot be displayed. Please contact the administrator.</p>\
             <p>URL: site.example/ Client IP: 192.0.2.4 Attack ID: 20000051 Message ID: 0123</p>"
                .to_owned(),
        ),
        (
            "withheld paywall unknown",
            page(
                "Fullmäktige säger ja",
                "<p>Fullmäktige godkände på tisdagen en plan…</p><h2>Läs vidare – bli prenumerant</h2><p>Det här är en artikel för prenumeranter. \
                 Prova för 1 kr.</p><p>Redan prenumerant? Logga in</p>",
            ),
        ),
        (SOUND, page("Attacks of the season", "<p>Fire has the Attack ID 12.</p>")),
        (SOUND, page("Läsning", &format!("{}<p>Det här är en artikel om båtar.</p>", paragraphs(2)))),
    ]);
}
