//! References as publishers have them: what is told by classes, by blocks, by the words; and the row of links behind.

use super::shapes_tests::{page, said};
use crate::document::{Document, Format, Limits, parse};

fn list(items: &str) -> Document {
    page(&format!(
        "<article><p>It was “short, broken and badly timed” [<a href=\"#R1\">1</a>].</p><h2>References</h2>{items}</article>"
    ))
}

fn check(items: &str, expected: &[&str]) {
    let document = list(items);
    assert_eq!(said(&document), expected, "{items}");
    assert!(document.markers.iter().all(|marker| !marker.entries.is_empty()), "{items}");
}

const SEARCH: &str = "<a href=\"https://scholar.google.com/scholar_lookup?title=Sleep\">Google Scholar</a>";
const A: &str = "https://doi.test/a";
const FULL: &str = "https://doi.test/a | Sleep among fleet workers | Hansen JH; Holmen IM | Int Marit Health | 2011";

#[test]
fn an_element_around_a_whole_reference_marks_no_title() {
    let item = |words: &str| {
        let row = format!("[<a href=\"{A}\">DOI</a>] [<a href=\"/articles/PMC1/\">PMC free article</a>] [{SEARCH}]");
        format!("<ul><li id=\"R1\"><span class=\"label\">1.</span>{words} {row}</li></ul>")
    };
    let words = "Hansen JH, Holmen IM. Sleep among fleet workers. Int Marit Health. 2011;62(2):123-30.";
    check(&item(&format!("<cite>{words}</cite>")), &[FULL]);
    check(&item(words), &[FULL]);
    let book = item("<cite>World Tide Board. World tides report. Geneva: WTB; 2020.</cite>");
    assert!(!said(&list(&book))[0].contains("World Tide Board. World"));
    // What it holds alone is a title.
    for title in ["Moving Sands", "Moving Sands. A history", "Moving Sands. The coast in 1988"] {
        let document = list(&item(&format!("Doe, Edgar. <cite>{title}</cite>. Harbour Press, 1988.")));
        assert!(said(&document)[0].starts_with(&format!("{A} | {title} |")), "{:?}", said(&document));
    }
}

#[test]
fn a_row_of_services_behind_a_reference_is_part_of_it() {
    let words = "Hansen JH, Holmen IM. Sleep among fleet workers. Int Marit Health. 2011;62(2):123–30.";
    let row = format!("<a href=\"{A}\">View Article</a> | <a href=\"https://pubmed.test/1\">PubMed</a> | {SEARCH}");
    let expected = [FULL, "https://pubmed.test/1"];
    for item in [
        format!("<ol><li id=\"R1\">{words} {row}</li></ol>"),
        format!("<ol><li><p id=\"R1\">{words}</p><p>{row}</p></li></ol>"),
        format!("<div><p><a name=\"R1\"></a>1. {words}</p><p>{row}</p></div>"),
        format!("<ol><li id=\"R1\">{words}<ul><li>{}</li></ul></li></ol>", row.replace(" | ", "</li><li>")),
    ] {
        check(&item, &expected);
    }
    // A search alone is no source, a profile is one, and so is a link of other words.
    check(&format!("<ol><li id=\"R1\">{words} [{SEARCH}]</li></ol>"), &[FULL.trim_start_matches(A)]);
    let profile =
        "<ol><li id=\"R1\"><a href=\"https://scholar.google.com/citations?user=a\">Holmen’s papers</a></li></ol>";
    check(profile, &["https://scholar.google.com/citations?user=a | Holmen’s papers"]);
    let other =
        format!("<ol><li><p id=\"R1\">{words} {A}</p><p><a href=\"https://a.test/b\">The tide</a></p></li></ol>");
    assert!(said(&list(&other)).contains(&FULL.to_owned()), "{:?}", said(&list(&other)));
}

#[test]
fn classes_tell_the_parts_of_a_reference() {
    let item = |inner: &str| format!("<ol><li id=\"R1\">{inner} <a href=\"{A}\">Crossref</a> {SEARCH}</li></ol>");
    let full = FULL.replace("Sleep among fleet workers", "Sleep now? The answer of a fleet");
    let title = "Sleep now? The answer of a fleet";
    for inner in [
        format!(
            "<span class=\"element-citation\">Hansen JH, Holmen IM. <span class=\"ref-title\">{title}</span>. \
             <span class=\"ref-journal\">Int Marit Health</span>. 2011;<span class=\"ref-vol\">62</span>:123–30.</span>"
        ),
        format!(
            "<span class=\"bullet\">1</span><span class=\"author\">Hansen JH</span>, <span class=\"author\">Holmen IM</span>. \
             <span class=\"articleTitle\">{title}</span>. <i>Int Marit Health</i>. <span class=\"pubYear\">2011</span>; \
             <span class=\"vol\">62</span>: <span class=\"pageFirst\">123</span>."
        ),
        format!(
            "<span class=\"label u-sans\">[1]</span><span class=\"reference\"><div class=\"contribution\"><div class=\"authors u-sans\">\
             Hansen JH, Holmen IM</div><div class=\"title text-m\">{title}</div></div><div class=\"host u-sans\">Int Marit Health, 62 \
             (2011), pp. 123-130</div></span>"
        ),
        format!(
            "<div class=\"citation\"><div class=\"person-group\"><div class=\"name string-name\"><div class=\"surname\">Hansen</div> \
             <div class=\"given-names\">JH</div></div>, <div class=\"name string-name\"><div class=\"surname\">Holmen</div> \
             <div class=\"given-names\">IM</div></div></div>. <div class=\"article-title\">{title}</div>, <em><div class=\"source\">Int Marit \
             Health</div></em>, <div class=\"year\">2011</div>, vol. 62</div>"
        ),
        format!(
            "<span itemprop=\"author\">Hansen JH</span>, <span itemprop=\"author\">Holmen IM</span>. <span itemprop=\"name\">{title}\
             </span>. <span itemprop=\"isPartOf\">Int Marit Health</span>, <span itemprop=\"datePublished\">2011</span>."
        ),
    ] {
        check(&item(&inner), &[&full]);
    }
    // The title can come first, and the authors stand in a list.
    let led = format!(
        "<ol><li><div class=\"reference\" id=\"R1\"><span class=\"reference__label\">1</span><div class=\"reference__title\">{title}</div>\
         <ol class=\"reference__authors_list\"><li class=\"reference__author\">JH Hansen</li><li class=\"reference__author\">IM Holmen</li></ol> \
         (<span class=\"reference__year\">2011</span>) <div class=\"reference__origin\"><i>Int Marit Health</i> 62:1–9.</div> \
         <a href=\"{A}\">{A}</a></div></li></ol>"
    );
    let document = said(&list(&led));
    assert!(document[0].starts_with(&format!("{A} | {title} | JH Hansen; IM Holmen |")), "{document:?}");
    assert!(document[0].ends_with("| 2011"), "{document:?}");
    assert_eq!(document.len(), 1, "{document:?}");
    // A name and a year lead to it where nothing else does, too.
    for (mark, expected) in [("(<a href=\"#R1\">Hansen and Holmen, 2011</a>)", 1), ("<a href=\"#R1\">the fleet</a>", 0)]
    {
        let text =
            format!("<article><p>It was “short, broken and badly timed” {mark}.</p><h2>References</h2>{led}</article>");
        let document = page(&text);
        let marks = document.markers.iter().filter(|marker| !marker.entries.is_empty()).count();
        assert_eq!((marks, document.entries.len()), (expected, 1), "{text}");
    }
    // Of a book its own title, and of a chapter its own.
    let book = "<span class=\"author\">Doe E</span>. <span class=\"bookTitle\">Moving Sands: A History</span>. Cambridge: Harbour Press; \
                <span class=\"pubYear\">1988</span>.";
    check(&item(book), &["https://doi.test/a | Moving Sands: A History | Doe E | Harbour Press | 1988"]);
}

#[test]
fn what_is_set_in_italics_is_a_title_or_all_of_a_journal() {
    let item = |words: &str| format!("<ol><li id=\"R1\">{words} [<a href=\"{A}\">[CrossRef]</a></li></ol>");
    for (open, close) in [("<i>", "</i>"), ("<span class=\"html-italic\">", "</span>")] {
        let journal = format!(
            "Hansen, J.H.; Holmen, I.M. Sleep among fleet workers. {open}Int. Marit. Health{close} <b>2011</b>, 62, 123–130."
        );
        let full = "Sleep among fleet workers | Hansen, J.H.; Holmen, I.M. | Int. Marit. Health | 2011";
        check(&item(&journal), &[&format!("{A} | {full}")]);
        let book = format!("Doe, E. {open}Moving Sands: A History{close}; Harbour Press: Cambridge, UK, 1988.");
        let expected = format!("{A} | Moving Sands: A History | Doe, E. |");
        assert!(said(&list(&item(&book)))[0].starts_with(&expected), "{:?}", said(&list(&item(&book))));
    }
    // A sentence behind the name is none of it.
    let behind = item("Doe J, Roe A. Tides. Post. <i>Read it. All of it.</i> 2011.");
    assert!(!said(&list(&behind))[0].contains("All of it"), "{:?}", said(&list(&behind)));
}

#[test]
fn a_class_alone_makes_no_title() {
    // Nothing else is called a part of a reference; several are called titles; it is all there is.
    let alone = "<ol><li id=\"R1\"><span class=\"title\">Harbour Post</span>: <a href=\"https://doi.test/a\">Low water in winter</a>, 3 May 2011.</li></ol>";
    assert!(said(&list(alone))[0].contains("Low water in winter"), "{:?}", said(&list(alone)));
    let two = "<ol><li id=\"R1\"><span class=\"author\">Doe, J.</span> <span class=\"title\">Tides</span> <span class=\"title\">Ebbs</span> \
               <a href=\"https://doi.test/a\">https://doi.test/a</a></li></ol>";
    assert!(!said(&list(two))[0].contains("| Ebbs"), "{:?}", said(&list(two)));
    let around = "<ol><li id=\"R1\" class=\"title\"><span class=\"author\">Doe J, Roe A</span>. Tides. Post. <span class=\"year\">2011</span>. \
                  <a href=\"https://doi.test/a\">https://doi.test/a</a></li></ol>";
    check(around, &["https://doi.test/a | Tides | Doe J; Roe A | Post | 2011"]);
    let outside = "<p class=\"title\">Words <span class=\"author\">Doe</span></p><ol><li id=\"R1\">Doe J, Roe A. Tides. Post. 2011. \
                   <a href=\"https://doi.test/a\">https://doi.test/a</a></li></ol>";
    assert_eq!(
        said(&list(outside)).last().map(String::as_str),
        Some("https://doi.test/a | Tides | Doe J; Roe A | Post | 2011")
    );
}

#[test]
fn blocks_of_a_bibliography_are_names_title_and_the_rest() {
    let item = |tag: &str, blocks: &[&str]| {
        let blocks: Vec<_> =
            blocks.iter().map(|own| format!("<span class=\"ltx_bibblock\">\n{own}\n\n</span>")).collect();
        let blocks = blocks.concat();
        let tag = format!("<span class=\"ltx_tag ltx_role_refnum ltx_tag_bibitem\">{tag}</span>");
        format!("<ul class=\"ltx_biblist\"><li id=\"R1\" class=\"ltx_bibitem\">{tag}{blocks}</li></ul>")
    };
    let (names, title) = ("Noam Shazeer, Azalia Mirhoseini, and Jeff Dean.", "What now? Outrageously large networks.");
    let expected = "https://arxiv.org/abs/1701.06538 | What now? Outrageously large networks | Noam Shazeer; Azalia Mirhoseini; \
                    Jeff Dean | arXiv preprint | 2017";
    let venue = "<em class=\"ltx_emph ltx_font_italic\">arXiv preprint arXiv:1701.06538</em>, 2017.";
    for tag in ["Shazeer et al. (2017)", "Shazeer et al. [2017]", "[1]", "[SMD17]"] {
        check(&item(tag, &[names, title, venue]), &[expected]);
    }
    let url = "URL <a class=\"ltx_ref ltx_url\" href=\"https://a.test/b\">https://a.test/b</a>.";
    let book = [
        "Edgar Doe.",
        "<em class=\"ltx_emph ltx_font_italic\">Moving Sands: A History</em>.",
        "Harbour Press, 1988.",
        url,
    ];
    check(
        &item("Doe (1988)", &book),
        &["https://a.test/b | Moving Sands: A History | Edgar Doe | Harbour Press | 1988"],
    );
    let body = ["Tide Board.", "Tides of the north, May 2019.", url];
    check(&item("Tide Board (2019)", &body), &["https://a.test/b | Tides of the north | Tide Board |  | 2019-05"]);
    // What no names begin has its title first.
    let none = said(&list(&item("Tides (2019)", &["Tides of the north.", "Harbour Press, 2019.", url])));
    assert!(!none[0].contains("| Harbour Press |"), "{none:?}");
}

#[test]
fn a_reference_of_very_many_parts_is_read_in_time() {
    let parts = "<span class=\"author\">Doe J</span>, <span class=\"vol\">1</span> ".repeat(20_000);
    let document =
        list(&format!("<ol><li id=\"R1\">{parts}<span class=\"title\">Tides</span> <a href=\"{A}\">{A}</a></li></ol>"));
    assert_eq!(document.entries.len(), 1);
    assert_eq!(document.entries[0].source.url.as_deref(), Some(A));
}

#[test]
fn an_item_of_an_archive_is_no_capture_of_the_work() {
    let span = "<span title=\"rft.atitle=The+Wall&amp;rft.aulast=Doe&amp;rft_id=https%3A%2F%2Farchive.org%2Fdetails%2Fwall\" class=\"Z3988\"></span>";
    let note = |more: &str| {
        format!(
            "<p>So.<sup><a href=\"#n1\" id=\"r1\">[1]</a></sup></p><ol><li id=\"n1\"><a href=\"#r1\">^</a> Doe. \
             <a href=\"https://archive.org/details/wall\">The Wall</a>. {more}{span}</li></ol>"
        )
    };
    let captured = |more: &str| {
        let document = parse(&note(more), Format::Html, Limits::default());
        document.entries.iter().find_map(|entry| entry.source.archive_url.clone())
    };
    assert_eq!(captured("1904: <a href=\"https://archive.org/details/wall/page/162\">162</a>."), None);
    let capture = "https://web.archive.org/web/20200101000000/https://archive.org/details/wall";
    assert_eq!(captured(&format!("<a href=\"{capture}\">Archived</a>.")).as_deref(), Some(capture));
}

#[test]
fn a_list_within_an_item_is_cited_once() {
    let check = |list: &str, expected: &[&str]| {
        let text = format!("<p>So it is.</p><h2>References</h2>{list}");
        let document = parse(&text, Format::Html, Limits::default());
        let urls: Vec<_> = document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
        assert_eq!(urls, expected, "{text}");
        assert!(document.entries.iter().all(|entry| entry.source.authors.is_empty()), "{text}");
    };
    let (b, c) = ("<a href=\"https://b.test/\">B</a>", "<a href=\"https://c.test/\">C</a>");
    let inner = format!("<ul><li>{b}</li><li>{c}</li></ul>");
    check(
        &format!("<ul><li><a href=\"https://a.test/\">Site</a></li><li>Data of the harbour: {inner}</li></ul>"),
        &["https://a.test/", "https://b.test/", "https://c.test/"],
    );
    check(
        &format!("<ol><li><a href=\"https://a.test/\">Site</a> {inner}</li></ol>"),
        &["https://a.test/", "https://b.test/", "https://c.test/"],
    );
    check(&format!("<ul><li>{b} and {c}</li></ul>"), &["https://b.test/", "https://c.test/"]);
}

#[test]
fn a_title_in_bold_behind_the_number_of_its_note_is_the_title() {
    let text = "<!doctype html><title>x</title><p>Walls hold [<a href=\"#ref-a\">1</a>]. Tides rise [<a href=\"#ref-b\">2</a>].</p>\
                <h2>References</h2><div id=\"refs\" class=\"references\"><div id=\"ref-a\"><p>1. <strong>Crowdsourcing of tides: challenges and \
                harbours</strong><br />Ritu Doe, Anna Roe<br /><em>Briefings in tides</em> (2016-01) <a href=\"https://a.test/1\">\
                https://a.test/1</a></p></div><div id=\"ref-b\"><p>2. <strong>Open walls and open piers</strong><br />Laurent Doe<br />\
                (2017-06-05) <a href=\"https://a.test/2\">https://a.test/2</a></p></div></div>";
    let document = parse(text, Format::Html, Limits::default());
    let titles: Vec<Option<&str>> = document.entries.iter().map(|entry| entry.source.title.as_deref()).collect();
    assert_eq!(titles, [Some("Crowdsourcing of tides: challenges and harbours"), Some("Open walls and open piers")]);
}

#[test]
fn the_terms_of_a_list_are_the_keys_of_what_stands_behind_them() {
    let list = "<section><dl class=\"bibliography\"><dt id=\"bib-fetch\">[Fetch]</dt><dd><a href=\"https://fetch.test/\"><cite>Fetch \
                Standard</cite></a>. Ann Doe. Web House. URL: <a href=\"https://fetch.test/\">https://fetch.test/</a></dd>\
                <dt id=\"doe\">[Doe-19]</dt><dd>Doe, Ann. “Walls.” URL: <a href=\"https://doe.test/x\">https://doe.test/x</a></dd></dl></section>";
    let led = |body: &str| {
        let text = format!("<p>He said “one two three four” {body}.</p>{list}");
        let document = parse(&text, Format::Html, Limits::default());
        let marks = document.markers.iter().filter(|marker| marker.shape.is_note());
        let entries = marks.flat_map(|marker| marker.entries.to_vec());
        entries.map(|entry| document.entries[entry].label.clone()).collect::<Vec<_>>()
    };
    assert_eq!(led("[<cite><a class=\"bibref\" href=\"#bib-fetch\">Fetch</a></cite>]"), ["Fetch"]);
    assert_eq!(led("[<a href=\"#doe\">Doe-19</a>]"), ["Doe-19"]);
    assert_eq!(led("<a href=\"#doe\">[Doe-19]</a>"), ["Doe-19"]);
    // A term that is explained, and words that are not its key.
    assert!(led("in <a href=\"#doe\">his book</a>").is_empty());
    let text = "<p>He said “one two three” of a <a href=\"#fetch\">fetch</a>.</p><dl><dt id=\"fetch\">fetch</dt>\
                <dd>What is brought, as <a href=\"https://fetch.test/\">they say</a>.</dd></dl>";
    let document = parse(text, Format::Html, Limits::default());
    assert!(document.markers.iter().all(|marker| !marker.shape.is_note()));
}
