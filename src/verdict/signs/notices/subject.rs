//! Titles and headings that name a notice to tell of it: its history, its art, what stands behind it. And texts that document one.

use std::sync::LazyLock;

use super::{Class, is_of_sites, speaks_to_reader};
use crate::page::signature::{self, plain, sentences, unquoted, words};
use crate::page::vocabulary::{List, known};
use crate::page::{Place, Signs};

/// Words of a sentence that tells something, however little: Finnish says in four what English says in eight.
const TELLING: usize = 4;
/// Such sentences that make a text.
const SEVERAL: usize = 2;
/// Signs of documentation that make one: a site's own pages of trouble have one of them at most.
const DOCUMENTED: usize = 2;
/// The signature of the markup of generators of documentation.
const MARKUP: &str = "documentation-markup";
/// That of the markup of posts.
const THREAD: &str = "thread-markup";
/// Bytes of a line that says who wrote when.
const DATED: usize = 120;
/// That of titles that say that a page was not found.
const NOT_FOUND: &str = "not-found";

static SUBJECTS: LazyLock<Vec<String>> = LazyLock::new(|| phrases(&known().subjects));
static DOCUMENTATION: LazyLock<Vec<String>> = LazyLock::new(|| phrases(&known().documentation));
static REFERENCES: LazyLock<Vec<String>> = LazyLock::new(|| phrases(&known().of_references));

/// Whether a heading that begins the title names a notice and what is told of it, over a text of its own that speaks to nobody.
pub(super) fn is_told_of(signs: &Signs) -> bool {
    let title = signs.title.as_deref().map(plain).unwrap_or_default();
    let is_subject = |heading: &&String| {
        let plain = plain(heading);
        title.starts_with(plain.trim_end()) && has_any(&SUBJECTS, &plain) && names_a_notice(heading)
    };
    signs.headings.iter().any(|heading| is_subject(&heading)) && told_in_short(signs) >= SEVERAL
}

/// Whether a page is a thread: several lines in it are dated to the minute, in the markup of posts.
pub(super) fn is_a_thread(signs: &Signs) -> bool {
    let is_marked = || signs.seen.iter().any(|seen| seen.sign == THREAD);
    signs.opening.lines().filter(|line| is_dated(line)).count() >= SEVERAL && is_marked()
}

/// Whether a line has a year and an hour: “4 May 2021, 21:12”.
fn is_dated(line: &str) -> bool {
    let numbers = || line.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
    let is_year = |number: &str| number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    let is_hour = |(at, _): (usize, &str)| {
        let (before, behind) = (&line[..at], &line[at + 1..]);
        before.ends_with(|c: char| c.is_ascii_digit()) && behind.bytes().take(2).filter(u8::is_ascii_digit).count() == 2
    };
    line.len() <= DATED && numbers().any(is_year) && line.match_indices([':', '.']).any(is_hour)
}

/// Whether several signs say that a page documents what its title names: phrases of documentation, the name of a reference, the
/// markup of what makes such pages.
pub(super) fn is_documentation(signs: &Signs) -> bool {
    let text = plain(&unquoted(&signs.opening));
    let phrases = DOCUMENTATION.iter().filter(|phrase| text.contains(phrase.as_str())).count();
    let is_marked = signs.seen.iter().any(|seen| seen.sign == MARKUP);
    let others = [is_marked, is_of_a_reference(signs), is_named_for_programs(signs)];
    phrases + others.into_iter().filter(|is| *is).count() >= DOCUMENTED || heads_codes(signs)
}

/// Whether a part of a title or a heading is a name as programs have it: `not_found`, `PAGE_NOT_FOUND`.
fn is_named_for_programs(signs: &Signs) -> bool {
    let is_name = |part: &str| {
        let part = part.trim();
        let is_of_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        part.bytes().all(is_of_name) && part.split('_').filter(|it| !it.is_empty()).count() > 1
    };
    let headings = || signs.headings.iter().chain(&signs.lesser);
    signs.title.iter().chain(headings()).flat_map(|title| signature::parts(title)).any(is_name)
}

/// Whether several codes head parts of a text, as those of a standard: “10.4.5 404 Not Found”, “10.4.11 410 Gone”.
fn heads_codes(signs: &Signs) -> bool {
    let code = |line: &'_ str| -> Option<u16> {
        let is_of_part = |word: &&str| word.contains('.') && word.bytes().all(|it| it.is_ascii_digit() || it == b'.');
        let mut words = line.split_whitespace().peekable();
        words.next_if(is_of_part);
        let code = words.next().filter(|word| word.len() == 3)?.parse().ok()?;
        let is_named = words.next()?.starts_with(char::is_alphabetic);
        (is_named && (400..600).contains(&code)).then_some(code)
    };
    let mut codes: Vec<u16> = signs.opening.lines().filter_map(code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes.len() >= SEVERAL
}

/// How many codes of errors a page names. That Apache found no document for one names a second, and is none.
pub(super) fn codes(signs: &Signs) -> usize {
    const CODES: [&str; 17] = [
        "400", "401", "402", "403", "404", "405", "406", "407", "408", "410", "429", "451", "500", "501", "502", "503",
        "504",
    ];
    let texts = || signs.title.iter().chain(&signs.headings).chain([&signs.opening]);
    let is_doubled = texts().any(|text| text.contains("ErrorDocument"));
    let named =
        |code: &&&str| texts().any(|text| text.split(|c: char| !c.is_alphanumeric()).any(|word| word == **code));
    if is_doubled { 1 } else { CODES.iter().filter(named).count() }
}

/// Whether a part of a title that has several is the name of a reference, and the title no “page not found”.
fn is_of_a_reference(signs: &Signs) -> bool {
    let title = signs.title.as_deref().unwrap_or_default();
    let parts = signature::parts(title);
    let is_lost = || signature::in_words(Place::Title, title).iter().any(|hit| hit.signature.id == NOT_FOUND);
    // The last is the title itself.
    parts.len() > 2 && parts[..parts.len() - 1].iter().any(|part| has_any(&REFERENCES, &plain(part))) && !is_lost()
}

/// Whether a heading names a notice, or the code of one; one that is a notice as a whole does nothing else.
fn names_a_notice(heading: &str) -> bool {
    let hits =
        signature::in_words(Place::Title, heading).into_iter().chain(signature::in_words(Place::Heading, heading));
    hits.into_iter().any(|hit| !matches!(hit.signature.class, Class::About | Class::Shell))
}

/// How many sentences of some words say nothing that a notice says, speak to nobody and are of no site.
pub(super) fn told_in_short(signs: &Signs) -> usize {
    let text = signs.beside_links.as_deref().unwrap_or(&signs.opening);
    sentences(text).filter(|sentence| is_told(sentence)).count()
}

/// Whether a sentence is one of those.
pub(super) fn is_told(sentence: &str) -> bool {
    let own = unquoted(sentence.trim());
    let of_notices = |class: Class| !matches!(class, Class::Shell | Class::About);
    own.ends_with(['.', '!', '。', '।', '！'])
        && words(&own) >= TELLING
        && !speaks_to_reader(&own)
        && !is_of_sites(&own)
        && !signature::in_words(Place::Text, &own).iter().any(|hit| of_notices(hit.signature.class))
}

pub(super) fn has_any(phrases: &[String], plain: &str) -> bool {
    phrases.iter().any(|phrase| plain.contains(phrase.as_str()))
}

/// The phrases of a list as they stand in plain words.
pub(super) fn phrases(list: &List) -> Vec<String> {
    list.all().map(signature::as_words).collect()
}

#[cfg(test)]
mod tests {
    use crate::verdict::signs::tests::seen;

    /// A page of a paper: its own search, navigation and banner stand around it.
    fn article(title: &str, text: &[&str]) -> String {
        let text = text.join("</p><p>");
        format!(
            "<title>{title} – Tide Post</title><header><p>Tide Post</p><nav><a href=/>Home</a><a href=/n>News</a></nav></header>\
             <main><article><h1>{title}</h1><p>{text}</p></article></main><footer>© 2026 Tide Post</footer>"
        )
    }

    const ARTICLES: &[(&str, &[&str])] = &[
        (
            "Page not found: the story of two words",
            &["Two engineers wrote them in a week.", "A brewer put the number on a bottle."],
        ),
        (
            "Fehler 404: Was steckt hinter „Seite nicht gefunden“?",
            &["Zwei Leute schrieben die Worte in einer Woche.", "Ein Winzer druckt die Zahl auf Flaschen."],
        ),
        (
            "Die Geschichte der Fehlermeldung 404",
            &["Zwei Leute schrieben die Worte in Genf.", "Ein Winzer druckt sie auf Flaschen."],
        ),
        (
            "Erreur 404 : l’histoire d’un message",
            &["Deux ingénieurs ont écrit ces mots à Genève.", "Les musées en ont fait un jeu."],
        ),
        (
            "Página no encontrada: historia de un error",
            &["Dos ingenieros escribieron las palabras en Ginebra.", "Un bodeguero puso el número en la botella."],
        ),
        (
            "Página não encontrada: a arte do erro 404",
            &["Os museus fizeram do erro uma sala.", "O de Lisboa mostra um quadro por mês."],
        ),
        (
            "Pagina non trovata: storia di un errore",
            &["Due ingegneri scrissero le parole a Ginevra.", "Un birraio mise il numero sulla bottiglia."],
        ),
        (
            "Pàgina no trobada: la història d’un error",
            &["Dos enginyers van escriure les paraules a Ginebra.", "Un celler va posar el número a l’ampolla."],
        ),
        (
            "Pagina niet gevonden: geschiedenis van een fout",
            &["Twee ingenieurs schreven de woorden in Genève.", "Een brouwer zette het getal op een fles."],
        ),
        (
            "Sidan hittades inte: felets historia",
            &["Två ingenjörer skrev orden i Genève.", "Ett bryggeri satte talet på flaskan."],
        ),
        (
            "Siden blev ikke fundet: fejlens historie",
            &["To ingeniører skrev ordene i Genève.", "Museerne har gjort den til en leg."],
        ),
        (
            "Fant ikke siden? Slik lager museene feilsider",
            &["Nasjonalmuseet viser en tom ramme.", "Seks redaktører forteller hva de har lært."],
        ),
        (
            "Sivua ei löydy – virheilmoituksen historia",
            &["Kaikki ovat nähneet sanat ruudulla.", "Museot ovat tehneet siitä leikin."],
        ),
        (
            "Nie znaleziono strony: historia błędu 404",
            &["Muzea zrobiły z niego zabawę.", "W 2004 roku winiarz umieścił liczbę na etykiecie."],
        ),
        (
            "Stránka nenalezena: dějiny jedné chyby",
            &["Dva inženýři napsali slova v Ženevě.", "Muzea z nich udělala hru pro děti."],
        ),
        (
            "Stránka sa nenašla: dejiny jednej chyby",
            &["Dvaja inžinieri napísali slová v Ženeve.", "Múzeá z nich urobili hru pre deti."],
        ),
        (
            "Az oldal nem található: egy hiba története",
            &["Mindenki látta már ezeket a szavakat.", "A múzeumok játékot csináltak belőle."],
        ),
        (
            "Pagina nu a fost găsită: istoria unei erori",
            &["Doi ingineri au scris cuvintele la Geneva.", "Muzeele le-au transformat într-un joc."],
        ),
        (
            "Stranica nije pronađena: povijest jedne pogreške",
            &["Dva inženjera napisala su riječi u Ženevi.", "Muzeji su od njih napravili igru."],
        ),
        (
            "Sayfa bulunamadı: bir hatanın tarihi",
            &["Müzeler bunu bir oyuna dönüştürdü.", "Bir şarap üreticisi sayıyı etikete koydu."],
        ),
        (
            "Ошибка 404: история одного сообщения",
            &["Музеи сделали из него игру.", "Виноторговец поместил число на этикетку."],
        ),
        (
            "Сторінку не знайдено: історія помилки 404",
            &["Музеї зробили з нього гру.", "Винороб помістив число на етикетку."],
        ),
        (
            "Страницата не е намерена: историята на една грешка",
            &["Музеите направиха от нея игра.", "Един винар сложи числото на етикета."],
        ),
        (
            "Η σελίδα δεν βρέθηκε: η ιστορία του σφάλματος 404",
            &["Τα μουσεία το έκαναν παιχνίδι.", "Ένας οινοποιός έβαλε τον αριθμό σε ετικέτα."],
        ),
        ("הדף לא נמצא: ההיסטוריה של הודעה", &["המוזיאונים עשו ממנה משחק לילדים.", "יקב אחד הדפיס את המספר על בקבוק."]),
        (
            "الصفحة غير موجودة: تاريخ رسالة خطأ",
            &["حولت المتاحف هذه الرسالة إلى لعبة.", "وضع صانع نبيذ الرقم على ملصق."],
        ),
        ("صفحه یافت نشد: تاریخچه یک پیام", &["موزه‌ها از آن یک بازی ساختند.", "یک سازنده عدد را روی بطری گذاشت."]),
        ("404エラーの歴史", &["美術館はそれを遊びに変えた。", "ある醸造家は数字を瓶に刷った。"]),
        ("404错误的历史", &["博物馆把它变成了一个游戏。", "一位酿酒师把数字印在酒标上。"]),
        ("404 오류란 무엇인가", &["박물관들은 이를 놀이로 만들었다.", "한 양조업자는 숫자를 상표에 넣었다."]),
        ("404 오류의 역사", &["박물관들은 이를 놀이로 만들었다.", "한 양조업자는 숫자를 상표에 넣었다."]),
        (
            "Halaman tidak ditemukan: sejarah sebuah pesan",
            &["Dua insinyur menulis kata itu di Jenewa.", "Museum menjadikannya sebuah permainan."],
        ),
    ];

    #[test]
    fn an_article_on_a_notice_is_none_in_any_language() {
        let mut taken = Vec::new();
        for (title, text) in ARTICLES {
            let told = seen(200, &article(title, text)).told();
            if told != "live - sound" {
                taken.push(format!("{title}: {told}"));
            }
        }
        assert!(taken.is_empty(), "{taken:#?}");
    }

    #[test]
    fn a_notice_of_a_site_that_tells_history_is_a_notice() {
        let mut missed = Vec::new();
        for (title, text) in [
            (
                "Page not found",
                "<p>Sorry, the page you are looking for does not exist.</p><p>Natural History Museum</p>",
            ),
            (
                "404 – History of the valley",
                "<p>The page you are looking for does not exist.</p><p>Try the search.</p>",
            ),
            ("Seite nicht gefunden", "<p>Die Seite existiert nicht mehr. Bitte nutzen Sie die Suche.</p>"),
            ("Geschichtsverein: Seite nicht gefunden", "<p>Die gesuchte Seite gibt es leider nicht.</p>"),
            ("Page introuvable", "<p>La page demandée n’existe pas. Retournez à l’accueil.</p><p>Musée d’histoire</p>"),
            ("Страница не найдена", "<p>Возможно, она была удалена.</p><p>История края</p>"),
            ("404 エラー", "<p>お探しのページは見つかりませんでした。</p><p>歴史博物館</p>"),
            ("页面不存在", "<p>您访问的页面不存在。</p><p>历史网</p>"),
            ("Error 404: page not found", "<p>This page does not exist any more.</p>"),
            ("Página no encontrada: error 404", "<p>La página que buscas no existe.</p>"),
        ] {
            let page = format!("<title>{title}</title><h1>{title}</h1>{text}");
            let told = seen(200, &page).told();
            if told != "gone soft-404 unknown" {
                missed.push(format!("{title}: {told}"));
            }
        }
        assert!(missed.is_empty(), "{missed:#?}");
    }

    #[test]
    fn an_entry_of_a_reference_on_a_status_is_no_trouble_of_its_server() {
        let entry = |title: &str, site: &str, text: &str| {
            format!(
                "<title>{title} – {site}</title><nav><a href=/>{site}</a></nav><div class=\"theme-doc-markdown markdown\"><h1>{title}</h1>\
                 {text}</div>"
            )
        };
        let mut taken = Vec::new();
        for (title, site, text) in [
            (
                "451 Unavailable For Legal Reasons",
                "Web reference",
                "<p>The user asked for a resource that is not available due to legal reasons, such as a web page for which a legal action has been issued.</p>",
            ),
            (
                "503 Service Unavailable",
                "Web reference",
                "<p>The server is not ready to handle the request.</p><p>Common causes are a server that is down for maintenance or overloaded.</p>",
            ),
            (
                "500 Internal Server Error",
                "Web reference",
                "<p>The server has encountered a situation it does not know how to handle.</p><p>Look into the logs first.</p>",
            ),
            ("502 Bad Gateway", "HTTP codes", "<p>One server received an invalid answer from another server.</p>"),
            (
                "504 Gateway Timeout",
                "HTTP status codes",
                "<p>A proxy did not get an answer in time from the server behind it.</p>",
            ),
            ("410 Gone", "HTTP codes", "<p>The page has been deleted for good, and search engines may drop it.</p>"),
            ("500 Erreur interne du serveur", "Codes HTTP", "<p>Le serveur a rencontré une condition imprévue.</p>"),
            ("503 Dienst nicht verfügbar", "HTTP-Statuscodes", "<p>Der Server ist überlastet oder wird gewartet.</p>"),
            (
                "NoSuchBucket",
                "Storage errors",
                "<p>The specified bucket does not exist.</p><p>HTTP status: 404 Not Found. SOAP fault code prefix: Client.</p>",
            ),
        ] {
            let told = seen(200, &entry(title, site, text)).told();
            if told != "live - sound" {
                taken.push(format!("{title}: {told}"));
            }
        }
        for (title, text) in [
            (
                "500 Internal Server Error",
                "<p>The HTTP 500 Internal Server Error server error response status code indicates that the server met an unexpected condition.</p><h2>Status</h2><p>500 Internal Server Error</p><h2>See also</h2>",
            ),
            (
                "503 Service Unavailable",
                "<p>The HTTP 503 Service Unavailable server error response status code indicates that the server is not ready. Common causes are that a server is down for maintenance or overloaded.</p>",
            ),
            (
                "451 Unavailable For Legal Reasons",
                "<p>The HTTP 451 Unavailable For Legal Reasons client error response status code indicates that the user asked for a resource that is not available due to legal reasons.</p>",
            ),
        ] {
            let told = seen(200, &format!("<title>{title} – Handbook</title><h1>{title}</h1>{text}")).told();
            if told != "live - sound" {
                taken.push(format!("{title}: {told}"));
            }
        }
        assert!(taken.is_empty(), "{taken:#?}");
        for (html, told) in [
            (
                "<title>503 Service Unavailable</title><h1>503 Service Unavailable</h1><p>The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.</p>",
                "failing server-error unknown",
            ),
            (
                "<title>500 Internal Server Error – Mill Docs</title><h1>500 Internal Server Error</h1><p>The server encountered an internal error. Request failed with status code 500.</p>",
                "failing server-error unknown",
            ),
            (
                "<title>502 Bad Gateway</title><h1>502 Bad Gateway</h1><p>The server received an invalid response from another server.</p>",
                "failing server-error unknown",
            ),
            (
                "<title>Unavailable For Legal Reasons</title><h1>451</h1><p>This page is not available due to legal reasons.</p>",
                "withheld legal unknown",
            ),
            (
                "<title>404 Not Found – Mill Docs</title><h1>404 Not Found</h1><p>The page you asked for is not here.</p>",
                "gone soft-404 unknown",
            ),
        ] {
            seen(200, html).check(told);
        }
    }
}
