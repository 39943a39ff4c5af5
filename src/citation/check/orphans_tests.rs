//! Marks that lead nowhere, and what is said of them.

use crate::citation::claims;
use crate::document::{Format, Limits, parse};
use crate::finding::Code;

#[test]
fn a_mark_that_leads_to_no_place_of_its_page_is_told_so() {
    let mark = |number: u32| format!("<sup><a href=\"#cite_note-{number}\">[{number}]</a></sup>");
    let text = format!(
        "<p>Walls hold.{} Tides rise.{}</p><ol class=\"references\"><li id=\"cite_note-1\"><a href=\"https://a.test/1\">The wall</a></li></ol>\
         <h2>External links</h2><ol><li><a href=\"https://b.test/1\">B</a></li><li><a href=\"https://b.test/2\">C</a></li></ol>",
        mark(1),
        mark(2)
    );
    let claims = claims(&parse(&text, Format::Html, Limits::default()), &text);
    let orphans = claims.findings.iter().filter(|finding| finding.code == Code::OrphanMarker);
    let told: Vec<&str> = orphans.map(|finding| finding.message.as_str()).collect();
    assert_eq!(told, ["the document has no note where the mark 2 leads"]);
}

#[test]
fn a_raised_number_that_leads_to_no_place_of_a_page_without_notes_is_told_so() {
    let orphans = |text: &str| {
        let claims = claims(&parse(text, Format::Html, Limits::default()), text);
        claims.findings.iter().filter(|finding| finding.code == Code::OrphanMarker).count()
    };
    assert_eq!(
        orphans("<p>Walls hold.<sup><a href=\"#nope\">9</a></sup> Tides rise.<sup><a href=\"#fn1\">[1]</a></sup></p>"),
        2
    );
    for text in [
        "<p>Walls hold.<sup><a href=\"#here\">9</a></sup></p><h2 id=\"here\">Here</h2>",
        "<p>The 9<sup><a href=\"#nope\">th</a></sup> wall.</p>",
        "<p>Walls hold.<sup><a href=\"#top\">1</a></sup> So.<sup><a href=\"#\">2</a></sup></p>",
        "<p>Walls hold.<sup><a href=\"/notes#9\">9</a></sup></p>",
        "<p>Walls hold. <a href=\"#nope\">9</a></p>",
    ] {
        assert_eq!(orphans(text), 0, "{text}");
    }
}
