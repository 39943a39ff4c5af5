//! Notes and lists of sources as they are written by hand.

use crate::document::{Document, Format, Limits, parse};

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
