//! How journals, archives and programs write references and quotations.

use crate::document::{Document, Format, Limits, parse};

pub(super) fn page(text: &str) -> Document {
    parse(text, Format::Html, Limits::default())
}

/// Address, title, authors, publisher, date, day of reading, archive of every entry.
pub(super) fn said(document: &Document) -> Vec<String> {
    let date = |date: Option<crate::date::PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let shown = document.entries.iter().map(|entry| {
        let source = &entry.source;
        let parts = [
            source.url.clone().unwrap_or_default(),
            source.title.clone().unwrap_or_default(),
            source.authors.join("; "),
            source.publisher.clone().unwrap_or_default(),
            date(source.published),
            date(source.accessed),
            source.archive_url.clone().unwrap_or_default(),
        ];
        parts.join(" | ").trim_end_matches([' ', '|']).to_owned()
    });
    shown.collect()
}

#[test]
fn what_is_captured_is_named_by_the_link_to_its_capture() {
    let archive = "https://web.archive.org/web/20150607080910/http://a.test/p";
    let note = |words: &str, behind: &str| {
        let document = page(&format!(
            "<article><p>It “remembers every winter”.<sup id=\"cite_ref-2\" class=\"reference\"><a href=\"#cite_note-2\">[1]</a></sup></p>\
             <ol class=\"references\"><li id=\"cite_note-2\"><span class=\"mw-cite-backlink\"><a href=\"#cite_ref-2\">^</a></span> \
             <span class=\"reference-text\"><cite class=\"citation web cs1\">{words}{behind}</cite></span></li></ol></article>"
        ));
        let quotes: Vec<String> =
            document.entries[0].quotes.iter().map(|quote| document.text(quote).to_owned()).collect();
        (said(&document), quotes)
    };
    let expected = format!("http://a.test/p | Bog memory | | Bog Society | 2014-05-03 | 2014-05-04 | {archive}")
        .replace("| |", "|  |");
    let read = "<span class=\"reference-accessdate\">. Retrieved <span class=\"nowrap\">4 May</span> 2014</span>. <q>it remembers every winter we had</q>";
    let dead = format!(
        "<a class=\"external text\" href=\"{archive}\">\"Bog memory\"</a>. <i>Bog Society</i>. 3 May 2014. Archived from \
         <a class=\"external text\" href=\"http://a.test/p\">the original</a> on 7 June 2015"
    );
    let live = format!(
        "<a class=\"external text\" href=\"http://a.test/p\">\"Bog memory\"</a>. <i>Bog Society</i>. 3 May 2014. \
         <a class=\"external text\" href=\"{archive}\">Archived</a> from the original on 7 June 2015"
    );
    for words in [dead, live] {
        let (found, quotes) = note(&words, read);
        assert_eq!(found, [expected.as_str()], "{words}");
        assert_eq!(quotes, ["it remembers every winter we had"], "{words}");
    }
    let plain = "<a href=\"http://a.test/p\">The Original</a>. <i>Bog Society</i>. 3 May 2014";
    assert_eq!(note(plain, "").0, ["http://a.test/p | The Original |  | Bog Society | 2014-05-03"]);
}

#[test]
fn links_of_a_page_that_archive_today_shows_are_those_of_the_page() {
    let body = "<div id=\"HEADER\"><a href=\"https://archive.ph/\">archive.today</a> <a href=\"https://archive.ph/https://post.test/\">All snapshots</a></div>\
                <article><h1>The mill</h1><p>A <a href=\"https://archive.ph/o/ab12c/https://a.test/plan\">ruin</a>, \
                <a href=\"https://archive.is/o/ab12c/https://archive.ph/AbCd1\">kept</a>.</p></article>";
    let head = "<head><title>The mill</title><link rel=\"canonical\" href=\"https://archive.ph/20200304050607/https://post.test/mill\"></head>";
    let urls = |text: &str| -> Vec<String> {
        let document = page(text);
        let spans = document.entries.iter().flat_map(|entry| entry.source.url_spans.iter());
        let written: Vec<String> = spans.map(|span| text[span.range()].to_owned()).collect();
        let urls: Vec<String> = document.entries.iter().filter_map(|entry| entry.source.url.clone()).collect();
        assert_eq!(written, urls);
        urls
    };
    assert_eq!(
        urls(&format!("<html>{head}<body>{body}</body></html>")),
        ["https://a.test/plan", "https://archive.ph/AbCd1"]
    );
    // In a page of its own what leads to the archive is what the writer chose.
    let own = urls(&format!("<html><head><title>A</title></head><body>{body}</body></html>"));
    assert_eq!(
        own,
        [
            "https://archive.ph/",
            "https://archive.ph/https://post.test/",
            "https://a.test/plan",
            "https://archive.ph/AbCd1"
        ]
    );
}

#[test]
fn a_paragraph_of_the_styles_that_word_has_for_quotations_is_one() {
    let quotations = |text: &str| -> Vec<(String, Option<usize>)> {
        let document = page(&format!("<html><body><div class=WordSection1>{text}</div></body></html>"));
        document.blocks.iter().map(|block| (document.text(&block.range()).to_owned(), block.quotation())).collect()
    };
    let found = quotations(
        "<p class=MsoNormal>The Board was clear.</p><p class=MsoQuote>The decision is wrong.</p><p class=MsoQuote>All of it.</p>\
         <p class=MsoNormal>So it said.</p><p class=\"MsoIntenseQuoteCxSpFirst\">It is plainly wrong.</p><p class=MsoQuotation1>A</p>\
         <blockquote><p class=MsoQuote>Within.</p></blockquote>",
    );
    let numbers: Vec<Option<usize>> = found.iter().map(|(_, quotation)| *quotation).collect();
    assert_eq!(numbers[..5], [None, Some(0), Some(0), None, Some(1)], "{found:?}");
    assert!(numbers.last().is_some_and(Option::is_some), "{found:?}");
    assert!(
        quotations("<p class=quote-free>A</p><p class=\"MsoFootnoteText\">B</p>").iter().all(|(_, own)| own.is_none())
    );
}

#[test]
fn a_bracket_that_tells_of_a_capture_is_no_publisher() {
    let archive = "https://web.archive.org/web/20190102030405/https://a.test/b";
    let note = |behind: &str| {
        let document = page(&format!(
            "<html lang=\"de\"><body><p>Sie sprach von „Fehlern“.<sup id=\"cite_ref-2\" class=\"reference\"><a href=\"#cite_note-2\">[1]</a></sup></p>\
             <ol class=\"references\"><li id=\"cite_note-2\"><span class=\"mw-cite-backlink\"><a href=\"#cite_ref-2\">↑</a></span> \
             <span class=\"reference-text\"><a class=\"external text\" href=\"{archive}\"><i>Abschlussbericht.</i></a> {behind}</span></li></ol></body></html>"
        ));
        document.entries[0].source.publisher.clone().unwrap_or_default()
    };
    let memento =
        "(<span>Memento</span> vom 2. Januar 2019 im <i><a href=\"/wiki/Internet_Archive\">Internet Archive</a></i>)";
    assert_eq!(note(&format!("{memento} Hafenamt, 12. Dezember 2018 (PDF; 2 MB).")), "Hafenamt");
    assert_eq!(note(&format!("{memento} In: <i>Harbour Post</i>, 12. Dezember 2018.")), "Harbour Post");
    assert_eq!(note(&format!("{memento}, 12. Dezember 2018.")), "");
    // Another bracket is one of the source.
    assert_eq!(note("(Archiv) Hafenamt, 12. Dezember 2018."), "Hafenamt");
    assert_eq!(note("<i>Internet Archive</i>, 12. Dezember 2018."), "Internet Archive");
}

#[test]
fn what_a_quotation_of_a_saved_page_names_is_the_page() {
    let end = "<!-- FILE ARCHIVED ON 04:05:06 Feb 03, 2010 AND RETRIEVED FROM THE INTERNET ARCHIVE -->";
    let link = "<p>See <a href=\"https://web.archive.org/web/20100203040506/http://a.test/link\">a page of it</a>.</p>";
    for (cite, expected) in [
        ("https://web.archive.org/web/20100203040506/http://a.test/page", "http://a.test/page"),
        ("/web/20100203040506/http://a.test/page", "http://a.test/page"),
        ("//a.test/page", "https://a.test/page"),
    ] {
        for (open, close) in [("<blockquote", "</blockquote>"), ("<p><q", "</q></p>")] {
            let text = format!("{link}{open} cite=\"{cite}\">A letter is a visit.{close}{end}");
            let document = page(&text);
            let urls: Vec<&str> = document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
            assert_eq!(urls, ["http://a.test/link", expected], "{text}");
            let span = document.entries[1].source.url_spans.first().expect("a place").range();
            assert!(text[span].ends_with("a.test/page"), "{text}");
        }
    }
    // What nobody has saved is what its writer names.
    let cite = "https://web.archive.org/web/20100203040506/http://a.test/page";
    let document = page(&format!("<blockquote cite=\"{cite}\">A letter is a visit.</blockquote>"));
    assert_eq!(document.entries[0].source.url.as_deref(), Some(cite));
}

#[test]
fn a_page_of_what_a_note_tells_machines_is_a_citation_of_its_own() {
    let page = |link: &str| {
        format!(
            "<html><body><p>It holds.<sup id=\"cite_ref-1\"><a href=\"#cite_note-1\">[1]</a></sup></p><ol class=\"references\">\
             <li id=\"cite_note-1\"><a href=\"#cite_ref-1\">^</a> <cite>Doe. <a href=\"https://a.test/details/walls\">The Black Wall</a>. \
             1904: <a href=\"{link}\">162</a>.</cite><span title=\"rft.atitle=The+Black+Wall&amp;rft.aulast=Doe&amp;\
             rft_id=https%3A%2F%2Fa.test%2Fdetails%2Fwalls\" class=\"Z3988\"></span></li></ol></body></html>"
        )
    };
    let urls = |link: &str| -> Vec<String> {
        let document = parse(&page(link), Format::Html, Limits::default());
        document.entries.iter().filter_map(|entry| entry.source.url.clone()).collect()
    };
    let whole = "https://a.test/details/walls";
    assert_eq!(urls("https://a.test/details/walls/page/162"), [whole, "https://a.test/details/walls/page/162"]);
    // What names the work for others, or leads to it once more, is none.
    assert_eq!(urls("https://catalogue.test/issn/1234"), [whole]);
    assert_eq!(urls("https://a.test/details/walls/"), [whole]);
    assert_eq!(urls("https://a.test/details/wallsend"), [whole]);
}

#[test]
fn a_note_whose_number_is_the_link_back_begins_behind_the_stop_of_that() {
    let document = page(
        "<html><body><p>It is “a hole”<sup class=\"footnote\">[<a id=\"_footnoteref_1\" class=\"footnote\" href=\"#_footnotedef_1\">1</a>]\
         </sup>.</p><div id=\"footnotes\"><div class=\"footnote\" id=\"_footnotedef_1\"><a href=\"#_footnoteref_1\">1</a>. Jane Doe, \
         <em>Holes</em>, Pit Press, 2003, <a href=\"https://a.test/holes\">https://a.test/holes</a>.</div></div></body></html>",
    );
    let source = &document.entries[0].source;
    assert_eq!(
        (source.title.as_deref(), source.authors.iter().map(String::as_str).collect::<Vec<_>>()),
        (Some("Holes"), vec!["Jane Doe"])
    );
}
