//! Edits of lists of references that a heading of light markup names, and of notes that name a target.

use super::check;
use crate::document::Format;

#[test]
fn an_entry_of_a_list_has_the_capture_at_its_end() {
    for (before, after) in [
        (
            "So [1].\n\n* References\n1. Byrd, H. \"The Log\". https://a.test/b\n2. Quay, A. \"Ropes\".\n",
            "So [1].\n\n* References\n1. Byrd, H. \"The Log\". https://a.test/b ([[{A}][archived]])\n2. Quay, A. \"Ropes\".\n",
        ),
        (
            "So [1].\n\n* References\n[1] Byrd, H. \"The Log\". [[https://a.test/b][Post]].\n[2] Quay, A. \"Ropes\".\n",
            "So [1].\n\n* References\n[1] Byrd, H. \"The Log\". [[https://a.test/b][Post]] ([[{A}][archived]]).\n[2] Quay, A. \"Ropes\".\n",
        ),
    ] {
        check(Format::Org, before, after);
    }
    check(
        Format::Asciidoc,
        "So [1].\n\n== References\n\n. Byrd, H. \"The Log\". https://a.test/b[Post], 2020.\n. Quay, A. \"Ropes\".\n",
        "So [1].\n\n== References\n\n. Byrd, H. \"The Log\". https://a.test/b[Post], 2020 (link:{A}[archived]).\n. Quay, A. \"Ropes\".\n",
    );
    check(
        Format::Asciidoc,
        "So <<log>> and <<sea,2>>.\n\n[bibliography]\n== References\n\n* [[[log]]] Byrd, H. _The Log_. 2018. https://a.test/b\n* [[[sea,2]]] Quay, A. _Ropes_.\n",
        "So <<log>> and <<sea,2>>.\n\n[bibliography]\n== References\n\n* [[[log]]] Byrd, H. _The Log_. 2018. https://a.test/b (link:{A}[archived])\n* [[[sea,2]]] Quay, A. _Ropes_.\n",
    );
    check(
        Format::Asciidoc,
        "So <<log>>.\n\n[bibliography]\n== References\n\n* [[[log,1]]] Byrd, H. _The Log_. https://a.test/b[Sea Press], 2017.\n",
        "So <<log>>.\n\n[bibliography]\n== References\n\n* [[[log,1]]] Byrd, H. _The Log_. https://a.test/b[Sea Press], 2017 (link:{A}[archived]).\n",
    );
    check(
        Format::Asciidoc,
        ":log: footnote:[Byrd, H. \"The Log\". https://a.test/b]\n\nSo{log}.\n",
        ":log: footnote:[Byrd, H. \"The Log\". https://a.test/b (archived: {A})]\n\nSo{log}.\n",
    );
    check(
        Format::Rst,
        "So [1].\n\nReferences\n----------\n1. Byrd, H. \"The Log\". https://a.test/b\n2. Quay, A. \"Ropes\".\n",
        "So [1].\n\nReferences\n----------\n1. Byrd, H. \"The Log\". https://a.test/b (archived: {A})\n2. Quay, A. \"Ropes\".\n",
    );
}

#[test]
fn the_target_that_a_note_names_is_replaced() {
    check(
        Format::Rst,
        "So [1]_.\n\n.. [1] Byrd, \"The Log\", `Post`_.\n.. _Post: https://a.test/b\n",
        "So [1]_.\n\n.. [1] Byrd, \"The Log\", `Post`_.\n.. _Post: {A}\n",
    );
}

#[test]
fn the_target_that_a_note_and_the_text_name_is_replaced_once() {
    check(
        Format::Rst,
        "So [1]_ and Post_.\n\n.. [1] Byrd, \"The Log\", `Post`_.\n.. _Post: https://a.test/b\n",
        "So [1]_ and Post_.\n\n.. [1] Byrd, \"The Log\", `Post`_.\n.. _Post: {A}\n",
    );
}

#[test]
fn a_note_over_two_pages_has_the_capture_behind_its_address() {
    let text = |capture: &str| {
        format!(
            "One “said so.”1 Two “said there is no crane,”2 and so on.\n\n\
             1 Council, “The New Quay,” 4 March 2021, https://web.archive.org/web/2021/https://c.test/q.\n2 The Gazette, “Low Roofs: A Story of the\n\n12\n\n\
             The mayor wrote that “we shall build it.”3\n\nTown,” 2020, https://a.test/b{capture}.\n3 The Mayor, “Letter,” 2019, https://web.archive.org/web/2021/https://d.test/l.\n"
        )
    };
    check(Format::Plain, &text(""), &text(" (archived: {A})"));
}

#[test]
fn an_entry_that_ends_with_a_link_has_the_capture_behind_it() {
    for (before, after) in [
        (
            "So [1].\n\nCitations:\n[1] [The Log](https://a.test/b)\n",
            "So [1].\n\nCitations:\n[1] [The Log](https://a.test/b) ([archived]({A}))\n",
        ),
        (
            "So [1].\n\n## References\n\n[1] Byrd, H. [The Log](https://a.test/b)\n",
            "So [1].\n\n## References\n\n[1] Byrd, H. [The Log](https://a.test/b) ([archived]({A}))\n",
        ),
    ] {
        check(Format::Markdown, before, after);
    }
}

#[test]
fn an_entry_of_the_list_of_a_chat_program_has_the_capture_behind_its_address() {
    check(
        Format::Markdown,
        "It rose.[\\[1\\]](https://a.test/b)\n\n---\n\n[\\[1\\]](https://a.test/b) The wall\n\n<https://a.test/b>\n",
        "It rose.[\\[1\\]](https://a.test/b) ([archived]({A}))\n\n---\n\n[\\[1\\]](https://a.test/b) The wall\n\n\
         <https://a.test/b> ([archived]({A}))\n",
    );
    let text = |first: &str, behind: &str| {
        format!(
            "It is “so high”[\\[1\\]]({first}https://a.test/b)[\\[2\\]](https://a.test/c){behind}.\n\n---\n\n[\\[1\\]](https://a.test/b) The \
             wall\n\n<https://a.test/b>"
        )
    };
    // A number before another one leads to its capture itself: between the two nothing has place.
    let only = |citation: &crate::citation::Citation| match citation.url.as_deref() {
        Some("https://a.test/b") => super::dead(citation),
        _ => super::Known::default(),
    };
    let made = super::planned(&text("", ""), Format::Markdown, &super::Options::default(), only);
    let after = super::edit::applied(&text("", ""), &made.edits);
    let capture = "https://web.archive.org/web/20240630101500/";
    let expected = format!("{} ([archived]({capture}https://a.test/b))", text(capture, ""));
    assert_eq!(after, expected, "{:?}", made.left);
    let again = super::planned(&after, Format::Markdown, &super::Options::default(), only);
    assert!(again.edits.is_empty(), "{:?}", again.edits);
}
