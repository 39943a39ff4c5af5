//! What is wrong with a document, seen without a network.

use crate::citation::claims;
use crate::document::{Format, Limits, parse};

fn check(text: &str, format: Format, expected: &[(&str, usize)]) {
    let document = parse(text, format, Limits::default());
    let found: Vec<(&str, usize)> = claims(&document, text)
        .findings
        .iter()
        .map(|finding| (finding.code.as_str(), finding.place.map_or(0, |place| place.line)))
        .collect();
    assert_eq!(found, expected, "{text}");
}

fn plain(text: &str, expected: &[(&str, usize)]) {
    check(text, Format::Plain, expected);
}

fn markdown(text: &str, expected: &[(&str, usize)]) {
    check(text, Format::Markdown, expected);
}

#[test]
fn markers_without_an_entry_are_orphans() {
    markdown("So it is.[^x]", &[("orphan-marker", 1)]);
    markdown("So.[^a][^x]\n\n[^a]: https://a.test\n", &[("orphan-marker", 1)]);
    markdown("So it is:contentReference[oaicite:0]{index=0}.", &[("orphan-marker", 1)]);
    markdown("So.<sup>[7](/notes.html)</sup>", &[("orphan-marker", 1)]);
    plain("One.[1] Two.[9]\nReferences\n1. https://a.test\n", &[("orphan-marker", 1)]);
    plain("One. 1\nTwo. 2\nReferences\n- https://a.test\n", &[("orphan-marker", 2)]);
}

#[test]
fn entries_without_a_marker_are_unused_where_others_have_one() {
    markdown("So.[^a]\n\n[^a]: https://a.test\n[^b]: https://b.test\n", &[("unused-reference", 4)]);
    markdown("So [a].\n\n[a]: https://a.test\n[b]: https://b.test\n", &[("unused-reference", 4)]);
    plain("One.[1]\nReferences\n1. https://a.test\n2. https://b.test\n", &[("unused-reference", 4)]);
    plain("One.\nReferences\n1. https://a.test\n2. https://b.test\n", &[]);
}

#[test]
fn numbers_that_do_not_fit_an_unnumbered_list_are_reported() {
    let list = "References\n- https://a.test\n- https://b.test\n- https://c.test\n";
    plain(&format!("One. 1\nTwo. 2\nThree. 3\nOne again. 1\n{list}"), &[]);
    plain(&format!("One. 1\nThree. 3\nTwo. 2\n{list}"), &[("reference-order", 2)]);
    plain(&format!("One. 1\nTwo. 2\n{list}"), &[("reference-order", 4), ("unused-reference", 6)]);
}

#[test]
fn addresses_that_are_missing_broken_or_hold_a_password_are_reported() {
    markdown("So.[^a]\n\n[^a]: “Sea.” Post, 2020.\n", &[("entry-without-url", 3)]);
    markdown("So.[^a]\n\n[^a]: “Sea.” Post, 2020. doi:10.1234/abc\n", &[]);
    markdown("So.[^a]\n\n[^a]: “Sea.” Post, 2020. http//a.test/b\n", &[("url-invalid", 3)]);
    markdown("[a](https://[1/b)", &[("url-invalid", 1)]);
    markdown("[a](https://ann:secret@a.test/b)", &[("credentials-in-url", 1)]);
}

#[test]
fn dates_that_contradict_each_other_are_reported() {
    let note = |words: &str| format!("So.[^a]\n\n[^a]: {words} https://a.test\n");
    markdown(&note("“Sea.” Post, June 2024. Accessed May 1, 2024."), &[("accessed-before-published", 3)]);
    markdown(&note("“Sea.” Post, 2024. Accessed May 1, 2024."), &[]);
    markdown(&note("“Sea.” Post. Accessed June 31, 2024."), &[("date-impossible", 3)]);
    markdown(&note("“Sea.” Post. Accessed 06/07/2024."), &[("date-ambiguous", 3)]);
}

#[test]
fn archives_are_looked_at_closely() {
    let capture = |stamp: &str| format!("https://web.archive.org/web/{stamp}/https://a.test/b");
    let note = |words: &str, url: &str| format!("So.[^a]\n\n[^a]: “Sea.” Post. https://a.test/b. {words} {url}\n");
    markdown(&note("Archived June 30, 2024.", &capture("20240630120000")), &[]);
    markdown(&note("Archived July 1, 2024.", &capture("20240630120000")), &[]);
    markdown(&note("Archived July 5, 2024.", &capture("20240630120000")), &[("archive-date-mismatch", 3)]);
    markdown(&note("Archived.", &capture("*")), &[("archive-calendar", 3)]);
    markdown(&note("Archived at", "https://archive.ph/AbCdE"), &[("archive-untrusted", 3)]);
    markdown("[a](https://archive.today/20240630/https://a.test/b)", &[("archive-untrusted", 1)]);
}

#[test]
fn an_archive_of_another_page_is_reported_by_how_far_it_differs() {
    let entry = |page: &str, captured: &str| {
        let text = format!(
            "So.[^a]\n\n[^a]: “Sea.” Post. {page}. Archived at https://web.archive.org/web/20240630120000/{captured}\n"
        );
        let document = parse(&text, Format::Markdown, Limits::default());
        let found = claims(&document, &text).findings;
        found.iter().map(|finding| format!("{} {}", finding.code, finding.level)).collect::<Vec<_>>()
    };
    let (other, spelling) = ("archive-of-another-page warning", "archive-of-another-page note");
    for (page, captured, expected) in [
        ("https://a.test/b", "http://www.a.test:80/b/#part", &[][..]),
        ("https://a.test/b?x=1&utm_source=mail", "https://a.test/b?x=1", &[]),
        ("https://a.test/b", "https://a.test/c", &[other]),
        ("https://a.test/b", "https://b.test/b", &[other]),
        ("https://a.test/b?id=1", "https://a.test/b", &[other]),
        ("https://a.test/B+c", "https://a.test/B%2Bc", &[spelling]),
        ("https://a.test/StatBase", "https://a.test/statbase", &[spelling]),
    ] {
        assert_eq!(entry(page, captured), expected, "{page} {captured}");
    }
}

#[test]
fn moments_that_are_nobody_s_capture_are_reported() {
    let link = |moment: &str| format!("[a](https://web.archive.org/web/{moment}/https://a.test/b)");
    for moment in ["20240101000000", "20240230101500", "19940630101500"] {
        markdown(&link(moment), &[("archive-date-invented", 1)]);
    }
    for moment in ["20240101000001", "20240630000000", "20240630101500", "20240101", "2024"] {
        markdown(&link(moment), &[]);
    }
}

#[test]
fn archive_addresses_that_are_written_wrongly_are_reported() {
    let capture = "https://web.archive.org/web/20240630101500";
    let malformed = [("archive-url-malformed", 1)];
    markdown(&format!("[a]({capture}/https%3A%2F%2Fa.test%2Fb)"), &malformed);
    markdown(&format!("[a]({capture}/https:///a.test/b)"), &malformed);
    markdown(&format!("[a]({capture}/{capture}/https://a.test/b)"), &malformed);
    markdown(&format!("[a]({capture}/https://a.test/b?next=https%3A%2F%2Fc.test)"), &[]);
    markdown(&format!("[a]({capture}/https://archive.ph/AbCdE)"), &[]);
    markdown("[a](https://www.webcitation.org/5zHfNdAbc?url=https%3A%2F%2Fa.test%2Fb)", &[]);
    let newest = "[a](https://web.archive.org/web/https://a.test/b)";
    markdown(newest, &[("archive-calendar", 1)]);
}

#[test]
fn in_fields_the_page_and_its_archive_have_their_places() {
    let capture = "https://web.archive.org/web/20240630101500/https://a.test/b";
    let note = |fields: &str| format!("So.<ref>{{{{cite web |title=Sea {fields}}}}}</ref>");
    let wiki = |fields: &str, expected: &[(&str, usize)]| check(&note(fields), Format::Wikitext, expected);
    wiki(&format!("|url=https://a.test/b |archive-url={capture}"), &[]);
    wiki(&format!("|url={capture}"), &[("archive-as-source", 1)]);
    wiki(&format!("|url={capture} |archive-url=https://a.test/b"), &[("archive-url-malformed", 1)]);
    check(&format!("So [{capture} the sea] is."), Format::Wikitext, &[]);
}

#[test]
fn a_publisher_spelled_in_two_ways_is_reported_at_the_rarer_one() {
    let entry = |name: &str, n: u8| format!("{n}. “Sea {n}.” {name}. https://a.test/{n}\n");
    let (usual, slip) = ("Harbour Workers Reading Circle", "Harbor Workers Reading Circle");
    let text = format!("References\n{}{}{}", entry(slip, 1), entry(usual, 2), entry(usual, 3));
    plain(&text, &[("publisher-spelling", 2)]);
}
