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
fn a_publisher_spelled_in_two_ways_is_reported_at_the_rarer_one() {
    let entry = |name: &str, n: u8| format!("{n}. “Sea {n}.” {name}. https://a.test/{n}\n");
    let (usual, slip) = ("Harbour Workers Reading Circle", "Harbor Workers Reading Circle");
    let text = format!("References\n{}{}{}", entry(slip, 1), entry(usual, 2), entry(usual, 3));
    plain(&text, &[("publisher-spelling", 2)]);
}
