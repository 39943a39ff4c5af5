//! What holds for every document, and for every string that could be one.

use proptest::prelude::*;

use super::*;
use crate::document::shown::grows_with_the_text;
use crate::document::{Format, Limits, parse};

/// Everything that must hold whatever the text.
fn holds(text: &str, format: Format) {
    let document = parse(text, format, Limits::default());
    let claims = claims(&document, text);
    let within = |span: Span| text.get(span.range()).is_some();
    assert!(document.blocks.windows(2).all(|pair| pair[0].range().end <= pair[1].range().start), "blocks overlap");
    assert!(document.blocks.iter().all(|block| document.prose.text().get(block.range().clone()).is_some()));
    for citation in &claims.citations {
        assert!(within(citation.place.span), "a citation out of range: {citation:?}");
        let written: Option<Vec<&str>> = citation.url_spans.iter().map(|span| text.get(span.range())).collect();
        let written = written.expect("addresses in range").concat();
        if let (Format::Plain, Some(url), false) = (format, &citation.url, written.is_empty()) {
            // What only lets a line end within an address is not of it.
            let seen = written.replace(['\u{200b}', '\u{2060}', '\u{feff}', '\u{ad}'], "");
            assert_eq!(*url, crate::locator::user_info::hidden(&seen));
        }
    }
    let mut ids: Vec<&str> = claims.citations.iter().map(|citation| citation.id.as_str()).collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "ids repeat");
    assert!(claims.markers.iter().all(|marker| within(marker.place.span) && !marker.labels.is_empty()));
    assert!(claims.markers.windows(2).all(|pair| pair[0].place.span.start() <= pair[1].place.span.start()));
    for quote in &claims.quotes {
        assert!(within(quote.place.span) && !quote.text.trim().is_empty(), "{quote:?}");
        assert!(quote.cites.iter().all(|&index| index < claims.citations.len()));
    }
    assert!(claims.quotes.windows(2).all(|pair| pair[0].place.span.start() <= pair[1].place.span.start()));
    assert!(claims.findings.iter().filter_map(|finding| finding.place).all(|place| within(place.span)));
}

/// Pieces that documents are made of, to be put together in any order.
fn piece() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "“",
        "”",
        "\"",
        "'",
        "‘",
        "’",
        "„",
        "«",
        "»",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        ". ",
        "? ",
        ", ",
        "; ",
        ": ",
        ".",
        " 1",
        " 2 3",
        "1",
        "¹",
        "[1]",
        "[2]",
        "[^a]",
        "[^a]: ",
        "[1]: ",
        "](",
        "[a](https://a.test/x)",
        "<https://b.test>",
        "https://c.test/é-",
        "https://web.archive.org/web/2020/https://c.test/",
        "http://",
        "References\n",
        "## Notes\n",
        "- ",
        "1. ",
        "> ",
        "* ",
        "**",
        "_",
        "`",
        "```\n",
        "<a href=\"https://d.test\">",
        "</a>",
        "<sup>",
        "</sup>",
        "<!-- ",
        " -->",
        "citewatch: ignore",
        "<Foo a={",
        "}>",
        "&amp;",
        "&",
        "\\",
        "|",
        "|--|\n",
        "---\n",
        "title: x\n",
        "Accessed May 1, 2024",
        "doi:10.1234/ab",
        "é",
        "日本。",
        "\u{feff}",
        "\u{a0}",
        "\u{301}",
        "Word ",
        "word",
        "of ",
        "[!NOTE]",
        "【1†a】",
        "#:~:text=a%20b",
        ":contentReference[oaicite:0]{index=0}",
        "== ",
        "(",
        ")",
        "—",
        "0",
    ];
    prop_oneof![4 => proptest::sample::select(PIECES).prop_map(str::to_owned), 1 => "\\PC{0,8}", 1 => any::<String>()]
}

proptest! {
    #[test]
    fn no_text_makes_reading_fail(pieces in proptest::collection::vec(piece(), 0..60)) {
        let text = pieces.concat();
        holds(&text, Format::Plain);
        holds(&text, Format::Markdown);
    }

    #[test]
    fn a_quote_in_any_marks_comes_back(words in "[a-z]{2,9}( [a-z]{2,9}){2,6}", marks in 0..5_usize, before in "[A-Z][a-z]{1,9} ") {
        // A single mark before `em`, `til` or `round` can be the apostrophe of a word that has lost its beginning.
        let words = if marks == 4 { format!("the {words}") } else { words };
        let (open, close) = [("“", "”"), ("\"", "\""), ("„", "“"), ("« ", " »"), ("‘", "’")][marks];
        let text = format!("{before}{open}{words}{close} it is.");
        for format in [Format::Plain, Format::Markdown] {
            let document = parse(&text, format, Limits::default());
            let claims = claims(&document, &text);
            prop_assert_eq!(claims.quotes.len(), 1);
            prop_assert_eq!(&claims.quotes[0].text, &words);
            prop_assert_eq!(&text[claims.quotes[0].place.span.range()], &words);
        }
    }
}

#[test]
fn work_grows_with_the_text_and_not_with_its_square() {
    for (piece, format) in [
        ("“", Format::Plain),
        ("'a ", Format::Plain),
        ("‘as’ ", Format::Plain),
        ("https://a.test/x ", Format::Plain),
        ("A. 1 ", Format::Plain),
        ("References\n", Format::Plain),
        ("- https://a.test/x\n", Format::Plain),
        ("[a](https://a.test/x) “b c d” ", Format::Markdown),
        ("A[^a] ", Format::Markdown),
        ("[^a]: b\n\n", Format::Markdown),
        ("<A {", Format::Markdown),
        ("<a href='x' ", Format::Markdown),
        ("> ", Format::Markdown),
        ("* ", Format::Markdown),
        ("## Notes\n\nhttps://a.test\n\n", Format::Markdown),
    ] {
        grows_with_the_text(piece, |text| {
            holds(&format!("A. 1\nReferences\n1. https://a.test\n{text}"), format);
            holds(text, format);
        });
    }
    // Titles under one address are held against each other.
    grows_with_the_text("word ", |text| {
        let entry = |nth: usize| format!("{nth}. Byrd, “{nth} {text}{nth}.” Post. https://a.test/x\n");
        holds(&format!("A. 1\nReferences\n{}", (1..4).map(entry).collect::<String>()), Format::Plain);
    });
}

#[test]
fn quotations_of_an_article_belong_to_the_source_that_they_name() {
    let text = "<p>She said <q cite=https://a.test>no lights</q>.</p><blockquote cite=https://b.test/x><p>It was dark.</p></blockquote>";
    let document = crate::document::parse(text, crate::document::Format::Html, crate::document::Limits::default());
    let claims = super::claims(&document, text);
    let bound: Vec<(&str, &[usize])> = claims.quotes.iter().map(|own| (own.text.as_str(), &own.cites[..])).collect();
    assert_eq!(bound, [("no lights", &[0][..]), ("It was dark.", &[1][..])]);
}

#[test]
fn a_citation_at_the_end_belongs_to_what_it_ends() {
    let bound = |text: &str| {
        let document = parse(text, Format::Latex, Limits::default());
        let claims = claims(&document, text);
        let cites = claims.quotes.iter().map(|quote| quote.cites.clone()).collect::<Vec<_>>();
        (cites, claims.citations.len())
    };
    let list = "\n\n\\begin{thebibliography}{9}\\bibitem{a} https://a.test\\end{thebibliography}";
    for words in [
        "Noted that ``the budget of the port authority'' \\cite{a}\n\nNext it was so.",
        "He noted so.\n\\begin{quote}It was the budget of the whole council. \\cite{a}\\end{quote}\nNext.",
        "He noted so.\n\\begin{quote}It was the budget of the whole council.\\end{quote}~\\cite{a}\n\nNext.",
        "\\begin{displayquote}[\\cite{a}]It was the budget of the whole council.\\end{displayquote}\nNext.",
    ] {
        assert_eq!(bound(&format!("{words}{list}")), (vec![vec![0]], 1), "{words}");
    }
}
