//! Notes and lists of sources as they are written by hand.

use crate::document::{Document, Format, Limits, Role, parse, shown};

const TEXT: &str = "<p>It “rose so high” $1 and “fell so low” $2, as said.</p><p>It “stood so still” $3 then.</p>";

/// The document with these marks, and these notes behind.
fn article(marks: [&str; 3], notes: &str) -> Document {
    let text = marks.iter().zip(1..).fold(TEXT.to_owned(), |text, (mark, n)| text.replace(&format!("${n}"), mark));
    parse(&format!("<body><article>{text}</article>{notes}</body>"), Format::Html, Limits::default())
}

/// What each mark leads to, by the ends of the addresses.
fn led(document: &Document) -> Vec<String> {
    let notes = document.markers.iter().filter(|marker| marker.shape.is_note());
    let ends = |at: &usize| document.entries[*at].source.url.as_deref().and_then(|url| url.rsplit('/').next());
    let shown = notes.map(|marker| marker.entries.iter().filter_map(ends).collect::<Vec<_>>().join(" "));
    shown.collect()
}

fn linked(id: &str) -> [String; 3] {
    [1, 2, 3].map(|n| format!("<a href=\"#{id}{n}\">[{n}]</a>"))
}

#[test]
fn a_raised_number_that_is_a_link_to_a_page_is_no_mark_of_a_list() {
    let page = |link: &str| {
        let text = format!(
            "<html><head><title>T</title></head><body><article><h1>T</h1><p>So it “is easy” [1]. It “is never neutral”{link}.</p>\
             <h3>References</h3><p>[1] Ann Byrd, <em>Maps</em>, 1991, <a href=\"https://a.test/1\">link</a>.</p>\
             <p>[2] Max Hale, <em>More</em>, 1992, <a href=\"https://a.test/2\">link</a>.</p></article></body></html>"
        );
        let document = parse(&text, Format::Html, Limits::default());
        let ends = |at: &usize| document.entries[*at].source.url.clone().unwrap_or_default();
        document.markers.iter().flat_map(|marker| marker.entries.iter().map(ends)).collect::<Vec<_>>()
    };
    assert_eq!(page("<a href=\"https://b.test/x\"><sup>2</sup></a>"), ["https://a.test/1", "https://b.test/x"]);
    assert_eq!(page("<sup>2</sup>"), ["https://a.test/1", "https://a.test/2"]);
}

#[test]
fn a_range_of_marks_holds_the_entries_between_that_no_other_mark_leads_to() {
    let mark = |key: &str, number: usize| format!("<a href=\"#ref-{key}\" role=\"doc-biblioref\">{number}</a>");
    let entry = |key: &str, number: &str| {
        format!(
            "<div id=\"ref-{key}\" class=\"csl-entry\"><div class=\"csl-left-margin\">{number} </div><div class=\"csl-right-inline\">\
             {key} A. The well. J Wells. 2001;3:4. <a href=\"https://a.test/{key}\">https://a.test/{key}</a></div></div>"
        )
    };
    let read = |text: &str| {
        let list = format!("{}{}{}", entry("lee", "1."), entry("doe", "2."), entry("roe", "3."));
        let text = format!(
            "<!DOCTYPE html><html><head><title>W</title></head><body><h1>W</h1><p>{text}</p>\
             <div id=\"refs\" class=\"references csl-bib-body\" role=\"list\">{list}</div></body></html>"
        );
        let document = parse(&text, Format::Html, Limits::default());
        let end = |at: &usize| {
            document.entries[*at]
                .source
                .url
                .as_deref()
                .and_then(|url| url.rsplit('/').next())
                .unwrap_or_default()
                .to_owned()
        };
        let ends = document.markers.iter().map(|marker| marker.entries.iter().map(end).collect::<Vec<_>>().join(" "));
        ends.collect::<Vec<_>>()
    };
    let (one, two, three) = (mark("lee", 1), mark("doe", 2), mark("roe", 3));
    assert_eq!(read(&format!("Sweet [{one}], and foul [{one}–{three}].")), ["lee", "lee doe roe"]);
    assert_eq!(read(&format!("Sweet [{one}], and foul [{one},{three}].")), ["lee", "lee roe"]);
    assert_eq!(read(&format!("Sweet [{two}], and foul [{one}–{three}].")), ["doe", "lee doe roe"]);
}

#[test]
fn a_link_to_an_element_that_holds_an_address_is_the_mark_of_a_note() {
    for (id, open, close) in [
        ("ref", "<p id=\"ref$\">[$] ", "</p>"),
        ("fn", "<p id=\"fn$\">", "</p>"),
        ("cite-", "<ul><li id=\"cite-$\">", "</li></ul>"),
        ("note-", "<div id=\"note-$\">", "</div>"),
        ("x", "<p><a id=\"x$\"></a>$. ", "</p>"),
        ("s", "<table><tr id=\"s$\"><td>$</td><td>", "</td></tr></table>"),
        ("s", "<table><tr><td id=\"s$\">$</td><td>", "</td></tr></table>"),
    ] {
        let note = |n: usize| {
            let open = open.replace('$', &n.to_string());
            format!("{open}Doe, <a href=\"https://a.test/{n}\">The log</a>.{close}")
        };
        let marks = linked(id);
        let document = article([&marks[0], &marks[1], &marks[2]], &[1, 2, 3].map(note).concat());
        assert_eq!(led(&document), ["1", "2", "3"], "{open}");
        assert!(document.findings.is_empty(), "{:?}", document.findings);
    }
}

#[test]
fn a_link_to_a_part_of_the_text_is_none() {
    for part in [
        "<section id=s1><h2>One</h2><p>A <a href=\"https://a.test/1\">link</a>.</p></section>",
        "<h2 id=s1>One</h2><p>A <a href=\"https://a.test/1\">link</a>.</p>",
        "<figure id=s1><a href=\"https://a.test/1\">x</a></figure>",
        "<table id=s1><tr><td>1</td><td><a href=\"https://a.test/1\">x</a></td></tr></table>",
        "<div id=s1>a = b (1)</div><p><a href=\"https://a.test/1\">x</a></p>",
        "<p class=aff id=s1>1 The harbour, <a href=\"https://a.test/1\">x</a></p>",
    ] {
        let document = article(["(<a href=#s1>1</a>)", "<a href=#s1>[1]</a>", ""], part);
        assert_eq!(led(&document), [""; 0], "{part}");
    }
}

#[test]
fn what_programs_that_read_aloud_are_told_is_a_mark() {
    let document = article(
        [
            "<button aria-describedby=\"n1\">1</button>",
            "<sup aria-describedby=\"n2\">2</sup>",
            "<button popovertarget=\"n3\">3</button>",
        ],
        "<div id=n1 role=note>Doe, <a href=\"https://a.test/1\">One</a>.</div><div id=n2>Doe, https://a.test/2</div>\
         <div id=n3 popover><a href=\"https://a.test/3\">Three</a></div>",
    );
    assert_eq!(led(&document), ["1", "2", "3"]);
    let counted = article(
        [
            "<a href=#f1 aria-describedby=label id=r1>as the log says</a>",
            "<a href=#f2 role=doc-noteref id=r2>so</a>",
            "<button aria-describedby=tip>2</button>",
        ],
        "<footer><h2 id=label>Footnotes</h2><ol><li id=f1><a href=\"https://a.test/1\">One</a> <a href=#r1>↩</a></li>\
         <li id=f2><a href=\"https://a.test/2\">Two</a> <a href=#r2>↩</a></li></ol></footer><p id=tip>Opens a menu</p>",
    );
    assert_eq!(led(&counted), ["1", "2"]);
    assert!(counted.prose.text().contains("“rose so high” as the log says and"), "{}", counted.prose.text());
}

#[test]
fn a_list_of_sources_is_read_in_whatever_it_is_set() {
    let entry = |open: &str, n: usize, close: &str| {
        format!("{}Doe, <a href=\"https://a.test/{n}\">The log</a>.{close}", open.replace('$', &n.to_string()))
    };
    let all = |open: &str, close: &str| [1, 2, 3].map(|n| entry(open, n, close)).concat();
    let rows = || all("<tr><td>$</td><td>", "</td></tr>");
    for notes in [
        format!("<h2>Sources</h2><p>{}</p>", all("[$] ", "<br>")),
        format!("<p><strong>Sources</strong><br>{}</p>", all("[$] ", "<br>\n")),
        format!("<p><b>Sources:</b></p><p>{}</p>", all("$. ", "<br/>")),
        format!("<h3>Quellen</h3><div>{}</div>", all("$. ", "<br>")),
        format!("<h2>Sources</h2><table><tr><th>No</th><th>Source</th></tr>{}</table>", rows()),
        format!("<table><tr><th>No</th><th>Source</th></tr>{}</table>", rows()),
        format!("<hr><ol>{}</ol>", all("<li>", "</li>")),
        format!("<hr>{}", all("<p>[$] ", "</p>")),
        format!("<h2>References</h2>{}", all("<p>", "</p>")),
    ] {
        let document = article(["[1]", "[2]", "[3]"], &notes);
        assert_eq!(led(&document), ["1", "2", "3"], "{notes}");
        let titles: Vec<Option<&str>> = document.entries.iter().map(|entry| entry.source.title.as_deref()).collect();
        assert_eq!(titles, [Some("The log"); 3], "{notes}");
        assert!(document.findings.is_empty(), "{:?}", document.findings);
    }
    let raised = format!("<hr><p>{}</p>", all("<sup>$</sup> ", "<br>"));
    assert_eq!(led(&article(["<sup>1</sup>", "<sup>2</sup>", "<sup>3</sup>"], &raised)), ["1", "2", "3"]);
    // Steps, and a table of something else.
    let steps = "<ol><li>Open <a href=\"https://a.test/1\">this</a>.</li><li>Close it.</li></ol>";
    assert_eq!(led(&article(["", "", ""], steps)), [""; 0]);
    assert_eq!(led(&article(["[4]", "", ""], &format!("<table>{}</table>", rows()))), [""; 0]);
}

#[test]
fn terms_that_are_numbers_number_what_they_stand_before() {
    let list = |first: &str, second: &str| {
        format!(
            "<dl><dt{first}>[1]</dt><dd>Doe, <a href=\"https://a.test/1\">Tides</a>, Post.</dd>\
             <dt{second}>[2]</dt><dd>Roe, <a href=\"https://b.test/2\">Ropes</a>.</dd></dl>"
        )
    };
    let linked = "It “sank”<sup><a href=\"#n1\">1</a></sup> and “rose”<a href=\"#n2\">[2]</a>.";
    for (body, list) in [
        ("It “sank” [1] and “rose” [2].", list("", "")),
        (linked, list(" id=\"n1\"", " id=\"n2\"")),
        (linked, list("><a id=\"n1\"></a", "><a name=\"n2\"></a")),
    ] {
        for heading in ["<h2>Notes</h2>", ""] {
            let page = format!("<!doctype html><title>x</title><article><p>{body}</p>{heading}{list}</article>");
            let document = shown::read(&page, Format::Html);
            assert_eq!(shown::markers(&document), ["1 > 1", "2 > 2"], "{page}");
            let urls: Vec<&str> = document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
            assert_eq!(urls, ["https://a.test/1", "https://b.test/2"], "{page}");
        }
    }
    let page = "<!doctype html><title>x</title><p>Words.</p><dl><dt>Tide</dt><dd>Water, <a href=\"https://a.test/1\">more</a>.</dd></dl>";
    let document = shown::read(page, Format::Html);
    assert!(document.entries.iter().all(|entry| entry.role == Role::Link));
}

#[test]
fn programs_that_set_notes_in_their_own_ways_are_read() {
    let entry = |n: usize| format!("Doe. <a href=\"https://a.test/{n}\">Tides</a>");
    let back = "<span class=\"label\">[<a role=\"doc-backlink\" href=\"#id3\">Doe20</a>]</span>";
    for (mark, note) in [
        (
            "<span id=\"id3\">[<a class=\"reference internal\" href=\"#id5\"><span>Doe20</span></a>]</span>".to_owned(),
            format!("<div class=\"citation\" id=\"id5\" role=\"doc-biblioentry\">{back}<p>{}</p></div>", entry(1)),
        ),
        (
            "<a class=\"citation-reference\" href=\"#doe20\" id=\"id3\">[Doe20]</a>".to_owned(),
            format!(
                "<table class=\"docutils citation\" id=\"doe20\"><tr><td class=\"label\"><a href=\"#id3\">[Doe20]</a></td><td>{}</td></tr></table>",
                entry(1)
            ),
        ),
        (
            format!(
                "<span id=\"footnote1\" class=\"ltx_note ltx_role_footnote\"><sup class=\"ltx_note_mark\">1</sup><span class=\"ltx_note_outer\">\
                 <span class=\"ltx_note_content\"><sup class=\"ltx_note_mark\">1</sup>{}</span></span></span>",
                entry(1)
            ),
            "<h2>References</h2><ul><li id=\"b1\">[1] <a href=\"https://b.test/1\">Other</a></li></ul>".to_owned(),
        ),
    ] {
        let page = format!("<!doctype html><title>x</title><p>It “sank in May”{mark}, as said.</p>{note}");
        let document = parse(&page, Format::Html, Limits::default());
        assert_eq!(led(&document), ["1"], "{page}");
    }
}

#[test]
fn brackets_whose_number_leads_back_are_no_part_of_a_note() {
    let note = |number: usize, label: &str| {
        format!(
            "<p>{label} Max Griff, <em>Updates to the Tide Tables</em>, Harbour Blog (Dec. 12, 2023), <a href=\"https://a.test/{number}\">https://a.test/{number}</a>.</p>"
        )
    };
    let back = |number: usize| format!("<a name=\"_ftn{number}\" href=\"#_ftnref{number}\">");
    let text = format!(
        "<body><p>One.<sup>[<a name=\"_ftnref1\" href=\"#_ftn1\">1</a>]</sup> Two.<sup>(<a name=\"_ftnref2\" href=\"#_ftn2\">2</a>)</sup> \
         Three.<sup><a name=\"_ftnref3\" href=\"#_ftn3\">[3]</a></sup></p>{}{}{}</body>",
        note(1, &format!("[{}1</a>]", back(1))),
        note(2, &format!("({}2</a>)", back(2))),
        note(3, &format!("{}[3]</a>", back(3))),
    );
    let document = parse(&text, Format::Html, Limits::default());
    assert_eq!(document.entries.len(), 3);
    for entry in &document.entries {
        let source = &entry.source;
        assert_eq!(source.title.as_deref(), Some("Updates to the Tide Tables"));
        assert_eq!(source.authors, ["Max Griff"]);
        assert_eq!(source.published.map(|day| day.to_string()).as_deref(), Some("2023-12-12"));
    }
}

#[test]
fn the_contents_of_a_page_are_no_list_of_sources() {
    let contents = |words: &str| {
        format!(
            "<div><span>{words}</span></div><ul><li><a href=\"#summary\">Summary</a></li><li><a href=\"#trends\">Trends of the tide</a></li>\
             <li>3. <a href=\"#all\">List of all</a></li></ul>"
        )
    };
    let text = "<h2 id=\"summary\">Summary</h2><p>It grew, see <a href=\"https://a.test/1\">this</a>.</p><h2 id=\"trends\">Trends</h2><p>It rose.</p>";
    for words in ["Sources", "References"] {
        let document = shown::read(&format!("<!doctype html><title>x</title>{}{text}", contents(words)), Format::Html);
        assert_eq!(document.entries.len(), 1, "{words}");
        assert!(document.entries.iter().all(|entry| entry.role == Role::Link), "{words}");
    }
    // Notes lead back to the text, and say something else.
    let list = "<h2>References</h2><ul><li><a href=\"#a\">^</a> Doe, Jane. Tides of the North. 2001.</li><li><a href=\"#b\">^</a> Roe, Max. Walls. 2002.</li></ul>";
    let document = shown::read(&format!("<!doctype html><title>x</title><p>It grew.</p>{list}"), Format::Html);
    assert_eq!(document.entries.len(), 2);
}

#[test]
fn a_number_that_an_item_begins_with_is_its_label() {
    let item = |number: &str, name: &str| {
        format!(
            "<li><span class=\"source-num\">{number}</span> {name}. \"The wall of the pier.\" Pier Blog, 2020. <a href=\"https://a.test/{name}\">Link</a></li>"
        )
    };
    let authors = |items: &[String]| {
        let text = format!("<!doctype html><title>x</title><p>It rose.</p><h2>Sources</h2><ul>{}</ul>", items.concat());
        let document = shown::read(&text, Format::Html);
        document
            .entries
            .iter()
            .map(|entry| format!("{}: {}", entry.label, entry.source.authors.join("; ")))
            .collect::<Vec<_>>()
    };
    assert_eq!(authors(&[item("1", "Office"), item("2", "Board")]), ["1: Office", "2: Board"]);
    assert_eq!(authors(&[item("1.", "Office"), item("2.", "Board")]), ["1: Office", "2: Board"]);
    assert_eq!(authors(&[item("7", "Office"), item("3", "Board")]).len(), 2);
}

#[test]
fn notes_that_begin_with_signs_or_circles_are_those_of_the_marks_that_have_them() {
    let notes = |signs: [&str; 3]| {
        let own = signs
            .iter()
            .zip(1..)
            .map(|(sign, n)| format!("<p>{sign} Post, <a href=\"https://a.test/{n}\">so</a>.</p>"));
        own.collect::<String>()
    };
    let article = |marks: [&str; 3], notes: &str| {
        let text = marks.iter().zip(1..).fold(TEXT.to_owned(), |text, (mark, n)| text.replace(&format!(" ${n}"), mark));
        parse(&format!("<body><article>{text}</article>{notes}</body>"), Format::Html, Limits::default())
    };
    let raised = |signs: [&str; 3]| signs.map(|sign| format!("<sup>{sign}</sup>"));
    for signs in [["①", "②", "③"], ["*", "†", "‡"], ["*", "**", "***"], ["*", "&dagger;", "&Dagger;"]] {
        let marks = raised(signs);
        let marks: [&str; 3] = std::array::from_fn(|at| marks[at].as_str());
        assert_eq!(led(&article(marks, &notes(signs))), ["1", "2", "3"], "{signs:?}");
        assert_eq!(led(&article(marks, &notes(marks))), ["1", "2", "3"], "{signs:?}");
        assert_eq!(led(&article(signs, &notes(signs))), ["1", "2", "3"], "{signs:?}");
    }
    let lines = "<p>* Post, <a href=\"https://a.test/1\">so</a>.<br>† Star, <a href=\"https://a.test/2\">so</a>.</p>";
    assert_eq!(led(&article(["<sup>*</sup>", "<sup>†</sup>", ""], lines)), ["1", "2"]);
    // Lines with stars for bullets, signs without a note, and remarks without a source are no notes.
    let bullets = "<p>* <a href=\"https://a.test/1\">One</a></p><p>* <a href=\"https://a.test/2\">Two</a></p>";
    assert!(led(&article(["*", "", ""], bullets)).is_empty());
    assert!(led(&article(["*", "", ""], &notes(["*", "†", "‡"]))).is_empty());
    assert!(led(&article(["*", "", ""], "<p>* Doe was there.</p>")).is_empty());
    assert!(led(&article(["", "", ""], &notes(["①", "②", "③"]))).is_empty());
}
