//! Edits of Org, whose links have words in brackets of their own, and of files of references, in which TeX reads.

use super::{check, planned};
use crate::document::Format;
use crate::fix::tests::{all_dead, read};
use crate::fix::{Options, edit};

#[test]
fn a_link_of_org_keeps_its_words() {
    for (before, after) in [
        ("- [[https://a.test/b][The Log]], 2019\n", "- [[https://a.test/b][The Log]] ([[{A}][archived]]), 2019\n"),
        (
            "See [[https://a.test/b][The log\nof boats]].\n",
            "See [[https://a.test/b][The log\nof boats]] ([[{A}][archived]]).\n",
        ),
        (
            "See [[https://a.test/b][the *bold* log]] so.\n",
            "See [[https://a.test/b][the *bold* log]] ([[{A}][archived]]) so.\n",
        ),
        (
            "See [[https://a.test/b][The [old] log]] so.\n",
            "See [[https://a.test/b][The [old] log]] ([[{A}][archived]]) so.\n",
        ),
        (
            "See [[https://a.test/b][https://a.test/b]].\n",
            "See [[https://a.test/b][https://a.test/b]] ([[{A}][archived]]).\n",
        ),
        ("| [[https://a.test/b][Log]] | 2 |\n", "| [[https://a.test/b][Log]] ([[{A}][archived]]) | 2 |\n"),
        (
            "So.[fn:1]\n\n[fn:1] Sea, [[https://a.test/b][The Log]], 2019.\n",
            "So.[fn:1]\n\n[fn:1] Sea, [[https://a.test/b][The Log]], 2019 ([[{A}][archived]]).\n",
        ),
        (
            "So.[fn:1]\n\n[fn:1] Sea, [[https://a.test/b][The log\nof boats]], 2019.\n",
            "So.[fn:1]\n\n[fn:1] Sea, [[https://a.test/b][The log\nof boats]], 2019 ([[{A}][archived]]).\n",
        ),
        (
            "So.[fn:1]\n\n[fn:1] Sea, [[https://a.test/b][The [old] log]], 2019.\n",
            "So.[fn:1]\n\n[fn:1] Sea, [[https://a.test/b][The [old] log]], 2019 ([[{A}][archived]]).\n",
        ),
        (
            "So.[fn:: Sea, [[https://a.test/b][The Log]]] It.\n",
            "So.[fn:: Sea, [[https://a.test/b][The Log]] ([[{A}][archived]])] It.\n",
        ),
        ("So [[https://a.test/b]] is.\n", "So [[https://a.test/b]] ([[{A}][archived]]) is.\n"),
    ] {
        check(Format::Org, before, after);
    }
}

#[test]
fn an_address_in_a_field_of_bibtex_is_escaped_for_tex() {
    let text = "@misc{a,\n  url = {https://a.test/x%20y},\n}\n@misc{b,\n  url = {https://a.test/u\\%20v},\n}\n";
    let (_, citations) = read(text, Format::Bibtex);
    assert_eq!(
        citations.iter().filter_map(|own| own.url.as_deref()).collect::<Vec<_>>(),
        ["https://a.test/x%20y", "https://a.test/u%20v"]
    );
    let dead = |citation: &crate::citation::Citation| all_dead(std::slice::from_ref(citation)).remove(0);
    let made = planned(text, Format::Bibtex, &Options::default(), dead);
    let once = edit::applied(text, &made.edits);
    assert!(
        once.contains("note = {Archived at \\url{https://web.archive.org/web/20240630101500/https://a.test/x\\%20y}}"),
        "{once}"
    );
    assert!(
        once.contains("note = {Archived at \\url{https://web.archive.org/web/20240630101500/https://a.test/u\\%20v}}"),
        "{once}"
    );
    let (_, mended) = read(&once, Format::Bibtex);
    assert_eq!(
        mended[0].archive_url.as_deref(),
        Some("https://web.archive.org/web/20240630101500/https://a.test/x%20y")
    );
    let again = planned(&once, Format::Bibtex, &Options::default(), dead);
    assert_eq!(edit::applied(&once, &again.edits), once, "a second time");
}
