//! Short pages that have the words of a notice and are none.

use crate::verdict::signs::tests::seen;

/// Title, heading, text.
type Page = (&'static str, &'static str, &'static str);

/// Names of things, and texts that say what they speak of.
const NAMES: &[Page] = &[
    (
        "Seite nicht gefunden (Lied)",
        "Seite nicht gefunden",
        "Seite nicht gefunden ist die dritte Auskopplung aus dem Album der Gruppe. Sie erreichte im Mai 2016 den elften Platz.",
    ),
    (
        "Not Found (novel)",
        "Not Found",
        "Not Found is a novel of 2011 about two cartographers. It was translated into nine languages and filmed twice.",
    ),
    (
        "505 (area code)",
        "Area code 505",
        "Area code 505 serves the north-west of the state, and was one of the first of 1947.",
    ),
    (
        "Page Not Found",
        "Page Not Found",
        "A novel by the keeper of the lamp. Paperback, 212 pages, $ 16.95. Harbour Press, 2019.",
    ),
    ("404 (area code)", "Area code 404", "Area code 404 is used by the city and by four towns to the south of it."),
    ("broken link", "broken link", "noun. A hyperlink on a page of a site that leads to a page that no longer exists."),
    (
        "404 Not Found - Protocol reference",
        "404 Not Found",
        "The origin has nothing under that name. Links that lead to a 404 page are often called dead, and those who keep them gardeners.",
    ),
    (
        "Release notes",
        "Release notes",
        "2.4.0: Fixed a bug where the page was not found after its folder had got another name. The old importer no longer exists.",
    ),
    (
        "Page not found behind a proxy · Issue #204 · quay/router",
        "Page not found behind a proxy #204",
        "Since the last version each nested route shows the message Page not found. Going back to 2.9 mends it for me.",
    ),
];

/// Essays and stories in the words of walls.
const TOLD: &[Page] = &[
    (
        "One moment, please: a life at the switchboard",
        "One moment, please",
        "A memoir of forty years in the exchange of a small town, told in chapters that are no longer than a call.",
    ),
    (
        "Are you a robot?",
        "Are you a robot?",
        "A short story about a lamp that asks its keeper the same thing every night.",
    ),
    (
        "Why some papers close their doors",
        "Why some papers close their doors to Europe",
        "Since 2018 readers in the European Economic Area have met one line: unavailable for legal reasons. The publishers say that \
         to comply costs more than it brings in.",
    ),
];

/// Titles of notices over what has nothing to do with a site.
const OF_THE_WORLD: &[Page] = &[
    (
        "Service suspended on the northern line",
        "Service suspended",
        "The boats to the northern islands lie in port until Friday, because the river is full of ice.",
    ),
    (
        "Down for maintenance: the old lamp",
        "Down for maintenance",
        "Every ten years the lamp is taken from its tower and cleaned. Since Tuesday it burns again.",
    ),
    (
        "§ 404 – Einwendungen des Schuldners",
        "§ 404",
        "Der Schuldner kann dem neuen Gläubiger entgegensetzen, was bei der Abtretung der Forderung begründet war.",
    ),
];

/// Notices that have a title of their own kind, or explain themselves once.
const NOTICES: &[(&str, &str, &str, &str)] = &[
    (
        "Page not found (404)",
        "Page not found",
        "The page that was asked for is not on this server any longer, it seems.",
        "soft-404",
    ),
    (
        "Not Found (Error)",
        "Not Found",
        "The requested page could not be found on the server of this office.",
        "soft-404",
    ),
    (
        "Diese Seite gibt es nicht (mehr)",
        "Diese Seite gibt es nicht (mehr)",
        "Der Link aus dem alten Verzeichnis führt leider zu keinem Eintrag im neuen Bestand.",
        "soft-404",
    ),
    (
        "Page not found | Glossary",
        "Page not found",
        "The requested page could not be found. Try the list of terms.",
        "soft-404",
    ),
    (
        "Page Not Found | Harbour Clinic",
        "We Could Not Find That Page",
        "If your animal is ill, do not let a link slow you down. Book a $75 visit by telephone, on every day of the week.",
        "soft-404",
    ),
    ("الصفحة مش موجودة | الميناء", "الصفحة دي مش موجودة", "يمكن يكون اللينك مكتوب غلط، أو الصفحة اتنقلت.", "soft-404"),
    ("园艺", "sorry", "你访问的网页弄丢了。你可以通过以下方式访问", "soft-404"),
    (
        "HTTP Status 404 – Not Found",
        "HTTP Status 404 – Not Found",
        "Description: The origin server did not find a current representation for the target resource or is not willing to \
         disclose that one exists.",
        "soft-404",
    ),
    (
        "Service suspended",
        "Service suspended",
        "Service to this site has been suspended because its bill was not paid in time.",
        "suspended",
    ),
    (
        "Website gesperrt",
        "Diese Website wurde gesperrt",
        "Wer sie betreibt, wende sich an den Hosting-Anbieter.",
        "suspended",
    ),
    (
        "Down for maintenance",
        "Down for maintenance",
        "Our catalogue gets a new index tonight and comes back in the morning.",
        "server-error",
    ),
    (
        "Beschlagnahmt",
        "Diese Plattform und ihr krimineller Inhalt wurden beschlagnahmt",
        "durch das Bundeskriminalamt im Auftrag der Generalstaatsanwaltschaft",
        "seized",
    ),
    (
        "Aviso",
        "Este dominio ha sido intervenido",
        "por la Guardia Civil en cumplimiento de una orden judicial",
        "seized",
    ),
    ("Age verification", "Are you of legal drinking age?", "Yes No", "consent"),
    ("Article #88 not found", "Article #88 not found", "The article you asked for could not be found.", "soft-404"),
    ("Are you a robot?", "Are you a robot?", "Please confirm that you are a human to go on to the site.", "bot-wall"),
    (
        "429 Too Many Requests",
        "429 Too Many Requests",
        "You have sent too many requests. Please wait a minute.",
        "rate-limited",
    ),
];

fn page((title, heading, text): Page) -> String {
    format!("<html><head><title>{title}</title></head><body><main><h1>{heading}</h1><p>{text}</p></main></body></html>")
}

#[test]
fn what_has_the_name_of_a_notice_is_told_by_what_is_said_of_it() {
    for about in NAMES.iter().chain(TOLD).chain(OF_THE_WORLD) {
        assert_eq!(seen(200, &page(*about)).told(), "live - sound", "{about:?}");
    }
    for (title, heading, text, reason) in NOTICES {
        let told = seen(200, &page((title, heading, text))).told();
        assert!(told.contains(reason), "{title}: {told}");
    }
}

#[test]
fn a_headline_about_cookies_is_no_wall() {
    let page = |title: &str, said: &str| format!("<title>{title}</title><h1>{title}</h1>{said}");
    for (title, said) in [
        (
            "Acceptez les cookies ou abonnez-vous : la CNIL tranche",
            "<p>L’autorité a publié lundi ses critères. Les éditeurs devront proposer un prix raisonnable.</p>",
        ),
        ("Accept cookies or subscribe: the court rules", "<p>It said so on Monday. Publishers were glad.</p>"),
        ("Cookies akzeptieren oder Abo – das Gericht urteilt", "<p>Die Klage wurde am Dienstag abgewiesen.</p>"),
        ("Acepta cookies o suscríbete: lo que dice la agencia", "<p>La agencia publicó ayer su guía.</p>"),
    ] {
        seen(200, &page(title, said)).check("live - sound");
    }
    for (title, said) in [
        (
            "Accept cookies or subscribe: The Daily Tide",
            "<p>Accept cookies, or subscribe without ads.</p><button>Accept all</button>",
        ),
        (
            "Acceptez les cookies ou abonnez-vous",
            "<p>Continuez en acceptant les cookies ou abonnez-vous sans publicité.</p>",
        ),
        (
            "Mit Werbung lesen oder Abo – Der Bote",
            "<p>Lesen Sie weiter mit Werbung und Tracking, oder werbefrei im Abo.</p>",
        ),
        ("Acepta las cookies o suscríbete", "<p>Para seguir leyendo, acepta las cookies o suscríbete.</p>"),
    ] {
        seen(200, &page(title, said)).check("withheld consent unknown");
    }
}
