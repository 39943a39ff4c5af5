//! Documents of our own, rich in what writers do, read field by field.

use citewatch::citation::{Basis, Claims, Quote, claims};
use citewatch::document::{Format, Limits, parse};

const GERMAN: &str = include_str!("../fixtures/documents/german.txt");
const FRENCH: &str = include_str!("../fixtures/documents/french.txt");
const ENGLISH: &str = include_str!("../fixtures/documents/english.txt");
const TABS: &str = include_str!("../fixtures/documents/tabs.txt");
const REPORT: &str = include_str!("../fixtures/documents/report.md");
const BRACKETS: &str = include_str!("../fixtures/documents/brackets.md");

/// What is expected of one citation: label, title, authors (parted by a bar), publisher, published, accessed, URL.
type Cited<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str, &'a str, &'a str);

fn read(text: &str, format: Format) -> Claims {
    claims(&parse(text, format, Limits::default()), text)
}

fn check_citations(text: &str, claims: &Claims, expected: &[Cited<'_>]) {
    let found: Vec<[String; 7]> = claims
        .citations
        .iter()
        .map(|citation| {
            let date =
                |date: Option<citewatch::date::PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            [
                citation.label.clone(),
                text(&citation.title),
                citation.authors.join("|"),
                text(&citation.publisher),
                date(citation.published),
                date(citation.accessed),
                text(&citation.url),
            ]
        })
        .collect();
    let expected: Vec<[String; 7]> =
        expected.iter().map(|&(a, b, c, d, e, f, g)| [a, b, c, d, e, f, g].map(str::to_owned)).collect();
    assert_eq!(found, expected);
    for citation in claims.citations.iter().filter(|citation| citation.url.is_some()) {
        let written: String = citation.url_spans.iter().map(|span| &text[span.range()]).collect();
        assert_eq!(Some(written.replace('\\', "")), citation.url, "the address leads back to itself");
        let whole = &text[citation.place.span.range()];
        assert!(whole.contains(&written) && !whole.ends_with(char::is_whitespace), "{whole}");
    }
}

/// Quotes with the labels that they are bound to, the rule, and the very words of the file.
fn check_quotes(text: &str, claims: &Claims, expected: &[(&str, &[&str], Basis)]) {
    let labels = |quote: &Quote| -> Vec<&str> {
        quote.cites.iter().map(|&index| claims.citations[index].label.as_str()).collect()
    };
    let found: Vec<(&str, Vec<&str>, Basis)> =
        claims.quotes.iter().map(|quote| (quote.text.as_str(), labels(quote), quote.basis)).collect();
    let expected: Vec<(&str, Vec<&str>, Basis)> =
        expected.iter().map(|&(words, labels, basis)| (words, labels.to_vec(), basis)).collect();
    assert_eq!(found, expected);
    for quote in &claims.quotes {
        assert_eq!(&text[quote.place.span.range()], quote.text, "the quote leads back to itself");
    }
}

fn codes(claims: &Claims) -> Vec<&str> {
    claims.findings.iter().map(|finding| finding.code.as_str()).collect()
}

#[test]
fn a_german_profile_is_read_field_by_field() {
    let claims = read(GERMAN, Format::Plain);
    check_citations(
        GERMAN,
        &claims,
        &[
            ("1", "Über uns", "", "Verein für Gezeitenkunde", "", "2021-05-03", "https://verein.example/ueber-uns"),
            (
                "2",
                "Die Küste gehört allen",
                "Müller, Hans",
                "Hafenverlag",
                "2020",
                "2021-05-03",
                "https://verlag.example/kueste",
            ),
            (
                "3",
                "Flut und Ebbe",
                "Eva Schmidt",
                "Hafenpost",
                "2021-04-12",
                "2021-05-04",
                "https://post.example/flut?id=7&s=2",
            ),
            (
                "4",
                "Gezeiten der Nordsee",
                "Müller, Hans|Schmidt, Eva",
                "Hafenverlag",
                "2019",
                "",
                "https://verlag.example/gezeiten",
            ),
            ("5", "Jahresbericht zur Küste", "Amt für Gezeiten", "", "2021", "", "https://amt.example/bericht.pdf"),
        ],
    );
    let archived = &claims.citations[4];
    let capture = "https://web.archive.org/web/20210506101500/https://amt.example/bericht.pdf";
    assert_eq!(archived.archive_url.as_deref(), Some(capture));
    assert_eq!(archived.archive_date.map(|date| date.to_string()).as_deref(), Some("2021-05-06"));
    check_quotes(
        GERMAN,
        &claims,
        &[
            ("rund vierzig Mitglieder in drei Städten", &["1"], Basis::Adjacent),
            ("Küste, die allen gehört", &["2"], Basis::SameSentence),
            ("ohne Ausnahme", &["2"], Basis::Adjacent),
            ("großer Hartnäckigkeit", &["3"], Basis::Adjacent),
            ("Wir geben die Küste nicht auf, auch nicht nach 15 Jahren.", &["2", "4"], Basis::Adjacent),
            ("ein Jahr der Flut", &["5"], Basis::Adjacent),
        ],
    );
    assert!(codes(&claims).is_empty(), "{:?}", claims.findings);
}

#[test]
fn a_french_profile_is_read_field_by_field() {
    let claims = read(FRENCH, Format::Plain);
    check_citations(
        FRENCH,
        &claims,
        &[
            (
                "1",
                "Qui sommes-nous\u{202f}?",
                "",
                "Comité des marées",
                "",
                "2021-05-03",
                "https://comite.example/qui-sommes-nous",
            ),
            (
                "2",
                "Rien à vendre",
                "Dupont, Jeanne",
                "Le Courrier du Port",
                "2021-04-12",
                "2021-05-03",
                "https://courrier.example/rien-a-vendre",
            ),
            (
                "3",
                "Rapport sur les marées du Nord",
                "Ministère de la Mer",
                "Éditions du Port",
                "2020",
                "2021-05-04",
                "https://mer.example/rapport.pdf",
            ),
            ("4", "Les marées, la côte et la mer", "DUPONT Jean", "Éditions du Port", "2019", "", ""),
        ],
    );
    check_quotes(
        FRENCH,
        &claims,
        &[
            ("la côte pour tous", &["1"], Basis::SameSentence),
            ("toute vente du rivage", &["1"], Basis::Adjacent),
            ("Nous ne vendrons rien, ni aujourd’hui ni demain.", &["2"], Basis::Adjacent),
            ("une marée de demandes", &["3"], Basis::Adjacent),
        ],
    );
    assert_eq!(codes(&claims), ["unused-reference", "entry-without-url"]);
}

#[test]
fn a_byte_order_mark_and_two_bytes_a_line_end_move_no_span() {
    let expected: &[Cited<'_>] = &[
        (
            "1",
            "Three Fishers and a Poet",
            "Byrd, Ann|Cole, Max J.",
            "The Harbour Post",
            "2021-06-16",
            "2021-06-30",
            "https://post.example/fishers",
        ),
        ("2", "About – Harbour Watch", "", "Harbour Watch", "", "2021-06-29", "https://watch.example/about/"),
        (
            "3",
            "The Patience of Tides",
            "Smith, John|Ann Doe",
            "Harbour Press",
            "2020",
            "",
            "https://press.example/patience",
        ),
    ];
    for text in [ENGLISH.to_owned(), format!("\u{feff}{}", ENGLISH.replace('\n', "\r\n"))] {
        let claims = read(&text, Format::Plain);
        check_citations(&text, &claims, expected);
        check_quotes(
            &text,
            &claims,
            &[
                ("three fishers and a poet", &["1"], Basis::SameSentence),
                ("a friend of the shore", &["2"], Basis::Adjacent),
                ("nuisance,", &["3"], Basis::SameSentence),
                ("patience.", &["3"], Basis::Adjacent),
                ("on and on", &["1", "3"], Basis::LaterSentence),
                ("We count every wave; we forget none. 42 of them were new.", &["1", "3"], Basis::Adjacent),
            ],
        );
        let lines: Vec<usize> = claims.citations.iter().map(|citation| citation.place.line).collect();
        assert_eq!((lines, claims.markers[3].place.line), (vec![9, 10, 11], 5));
        assert!(codes(&claims).is_empty(), "{:?}", claims.findings);
    }
}

#[test]
fn tabs_part_words_as_spaces_do() {
    let claims = read(TABS, Format::Plain);
    check_citations(
        TABS,
        &claims,
        &[
            (
                "1",
                "A Slow Clock",
                "Byrd, Ann",
                "Harbour Post",
                "2020-05-03",
                "2020-05-04",
                "https://post.example/clock",
            ),
            (
                "2",
                "Seven towers of the north",
                "Smith J|Doe A",
                "Sea Lett",
                "2019",
                "",
                "https://letters.example/towers",
            ),
        ],
    );
    check_quotes(
        TABS,
        &claims,
        &[("a slow clock", &["1"], Basis::Adjacent), ("seven towers", &["2"], Basis::Adjacent)],
    );
}

#[test]
fn the_report_of_a_language_model_is_read_field_by_field() {
    let claims = read(REPORT, Format::Markdown);
    let (post, read_on) = ("Harbour Post", "2026-02-02");
    check_citations(
        REPORT,
        &claims,
        &[
            ("9", "", "", "", "", "", "https://post.example/plan"),
            ("1", "Lamps of the North", "Byrd, Ann", post, "2020-05-03", "", "https://post.example/lamps"),
            ("1", "Watch over the Bay", "", "Harbour Board", "", "2026-02-01", "https://board.example/watch_bay"),
            (
                "2",
                "A Chain of Seven Lights: The Towers of the North",
                "",
                "Sea Letters",
                "",
                "2026-02-01",
                "https://letters.example/chain",
            ),
            ("3", "Lights of the North", "Max Cole", "Tide Notes", "", "2026-02-01", "https://notes.example/lights"),
            ("4", "What the towers cost", "", "", "", read_on, "https://board.example/cost"),
            ("5", "Keepers and their pay", "", post, "", read_on, "https://post.example/keepers"),
            ("6", "Long Nights", "", post, "", read_on, "https://post.example/nights"),
            ("7", "The Plan for the Towers", "", "", "", read_on, "https://board.example/plan"),
            ("8", "Who keeps the towers?", "", "Tide Notes", "", "2026-02-03", "https://notes.example/who"),
        ],
    );
    let markers: Vec<String> = claims.markers.iter().map(|marker| marker.labels.join(" ")).collect();
    assert_eq!(markers, ["1", "2 3", "4", "5 6", "7", "9", "8", "1"]);
    check_quotes(
        REPORT,
        &claims,
        &[
            ("watch over the whole of the bay", &["1"], Basis::Adjacent),
            ("a chain of seven lights", &["2", "3"], Basis::Adjacent),
            ("long nights and short pay.", &["5", "6"], Basis::Adjacent),
            ("fully funded,", &["7"], Basis::Adjacent),
            ("a hole in the water.", &["9"], Basis::SameSentence),
            ("none of them sleeps at night", &["8"], Basis::Adjacent),
            ("burn for a thousand years", &["1"], Basis::Adjacent),
        ],
    );
    // The footnote and the first work are both called 1: their ids tell them apart.
    let bound = |words: &str| {
        let quote = claims.quotes.iter().find(|quote| quote.text == words).expect("a quote of the report");
        claims.citations[quote.cites[0]].id.as_str()
    };
    assert_eq!((bound("burn for a thousand years"), bound("watch over the whole of the bay")), ("1", "1-2"));
    assert!(codes(&claims).is_empty(), "{:?}", claims.findings);
}

#[test]
fn a_list_in_parts_and_markers_in_brackets_are_read_field_by_field() {
    let claims = read(BRACKETS, Format::Markdown);
    check_citations(
        BRACKETS,
        &claims,
        &[
            ("4", "", "", "", "", "", "https://post.example/lamps"),
            ("5", "", "", "", "", "", "https://diary.example/1"),
            ("1", "Lamps of the North", "Byrd, Ann", "Harbour Press", "2020", "", ""),
            ("2", "Older than the Harbour", "Max Cole", "Harbour Post", "2020-05-03", "", "https://post.example/older"),
            ("3", "Never Out", "", "Tide Notes", "2021", "2021-06-03", "https://notes.example/never"),
        ],
    );
    check_quotes(
        BRACKETS,
        &claims,
        &[
            ("older than the harbour", &["1", "2"], Basis::Adjacent),
            ("never went out", &["3"], Basis::Adjacent),
            ("the eyes of the bay", &["4"], Basis::SameSentence),
            ("We burn because we must.", &["5"], Basis::Explicit),
        ],
    );
    assert_eq!(codes(&claims), ["entry-without-url"]);
}
