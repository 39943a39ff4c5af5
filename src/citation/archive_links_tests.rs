//! Addresses in archives of which something is to be said, and those of which nothing is.

use crate::citation::claims;
use crate::document::{Format, Limits, parse};

/// The codes of the findings of a note that cites a page and its archive, with what they say.
fn found(words: &str) -> Vec<(&'static str, String)> {
    let text = format!("So.[^a]\n\n[^a]: “Sea.” Post. https://a.test/b. {words}\n");
    let findings = claims(&parse(&text, Format::Markdown, Limits::default()), &text).findings;
    findings.into_iter().map(|finding| (finding.code.as_str(), finding.message)).collect()
}

#[track_caller]
fn check(words: &str, expected: &[&str]) {
    let codes: Vec<_> = found(words).into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, expected, "{words}");
}

#[test]
fn what_has_a_page_captured_is_told_as_that_and_as_no_calendar() {
    for address in [
        "https://web.archive.org/save/https://a.test/b",
        "https://web.archive.org/save/_embed/https://a.test/b",
        "https://web.archive.org/save/",
        "https://liveweb.archive.org/https://a.test/b",
    ] {
        let expected = format!("{address} asks the archive to capture the page, and is no capture of it");
        assert_eq!(found(&format!("Archived at {address}")), [("archive-calendar", expected)]);
    }
    let expected = "https://web.archive.org/web/*/https://a.test/b is a calendar of captures, not one of them";
    let calendar = found("Archived at https://web.archive.org/web/*/https://a.test/b");
    assert_eq!(calendar, [("archive-calendar", expected.to_owned())]);
    check(
        "Archived at https://web.archive.org/save/https://a.test/c",
        &["archive-calendar", "archive-of-another-page"],
    );
    // Addresses of the page that look alike.
    check("See https://a.test/save/https://b.test/", &[]);
    check("Archived at https://web.archive.org/web/20240630101500/https://a.test/b", &[]);
}

#[test]
fn webcite_is_told_of_and_held_against_what_the_entry_says() {
    let at = |words: &str, rest: &str, expected: &[&str]| {
        check(&format!("{words} https://www.webcitation.org/{rest}"), expected);
    };
    at("Archived at", "5zHfNdAbc", &["archive-closed"]);
    at("Archived June 8, 2011.", "5zHfNdAbc", &["archive-closed"]);
    at("Archived June 9, 2011.", "5zHfNdAbc?url=https://a.test/b", &["archive-closed"]);
    at("Archived June 12, 2011.", "5zHfNdAbc", &["archive-date-mismatch", "archive-closed"]);
    at("Archived at", "5zHfNdAbc?url=https://a.test/b", &["archive-closed"]);
    at("Archived at", "5zHfNdAbc?url=https://a.test/c", &["archive-closed", "archive-of-another-page"]);
    at("Archived at", "query?url=https%3A%2F%2Fa.test%2Fb&date=2012-01-31", &["archive-closed"]);
    at("Archived at", "query?url=https%3A%2F%2Fa.test%2Fb", &["archive-closed", "archive-calendar"]);
    check("Archived at https://perma.cc/AB12-CD34", &[]);
    check("Archived at https://webcitation.example/5zHfNdAbc", &[]);
}
