//! Documents that we have made up.

use super::super::Format;
use super::super::shown::{blocks, entries, markers, quotes};
use super::super::{Document, Role, shown};

fn read(text: &str) -> Document {
    shown::read(text, Format::Rst)
}

#[test]
fn notes_point_to_their_entries() {
    let document = read(
        "It sank [1]_, [#log]_ and [CIT99]_; [#]_ [2]_.\n\n.. [1] Byrd, H. \"A Long Night.\"\n   Post. https://post.test/a\n.. [#log]\n   `The log <https://b.test/x>`_\n\
         .. [CIT99] https://c.test\n.. [#] https://d.test\n",
    );
    assert_eq!(
        entries(&document),
        [
            "1: https://post.test/a A Long Night",
            "log: https://b.test/x The log",
            "CIT99: https://c.test",
            "3: https://d.test"
        ]
    );
    assert_eq!(markers(&document), ["1,log > 1,log", "CIT99,3,2 > CIT99,3"]);
}

#[test]
fn notes_without_a_name_are_led_to_in_turn() {
    let notes = ".. [*] Byrd. https://a.test\n.. [*] Roe. https://b.test\n";
    let document = read(&format!("It sank first [*]_ and then [*]_ again.\n\n{notes}"));
    assert_eq!(markers(&document), ["* > *", "† > †"]);
    assert_eq!(entries(&document), ["*: https://a.test", "†: https://b.test"]);
    // All marks are of the only one.
    let document = read("It sank first [*]_ and then [*]_ again.\n\n.. [*] Byrd. https://a.test\n");
    assert_eq!(markers(&document), ["* > *", "* > *"]);
}

#[test]
fn links_and_targets_cite() {
    let document = read(
        "See `the log <https://a.test/x_1>`_, the manual_, `two words`_, `nameless`__ and https://e.test/y.\n\n.. _manual: https://b.test/\n   long\n\
         .. _Two Words: https://c.test\n__ https://d.test\n.. _unused: https://f.test\n.. _here:\n",
    );
    assert_eq!(
        entries(&document),
        [
            "2: https://a.test/x_1",
            "3: https://e.test/y",
            "manual: https://b.test/long",
            "Two Words: https://c.test",
            "1: https://d.test",
            "unused: https://f.test"
        ]
    );
    assert_eq!(markers(&document), ["2 > 2", "manual > manual", "Two Words > Two Words", "1 > 1", "3 > 3"]);
}

#[test]
fn signs_of_an_address_stand_behind_backslashes() {
    let document =
        read("See https://a.test/\\*b\\_, `log <https://b.test/c\\_>`__ and n_.\n\n.. _n: https://c.test/\\*d\\_\n");
    assert_eq!(entries(&document), ["1: https://a.test/*b_", "2: https://b.test/c_", "n: https://c.test/*d_"]);
    assert_eq!(blocks(&document), ["Paragraph: See https://a.test/*b_, log and n."]);
    assert_eq!(document.entries[0].source.url_spans[0].range(), 4..24);
}

#[test]
fn names_with_two_underscores_take_the_nameless_targets_in_turn() {
    let document = read("first__ and `two words`__, not __init__ or a__b.\n\n__ https://a.test\n__ https://b.test\n");
    assert_eq!(entries(&document), ["1: https://a.test", "2: https://b.test"]);
    assert_eq!(markers(&document), ["1 > 1", "2 > 2"]);
    assert_eq!(blocks(&document), ["Paragraph: first and two words, not __init__ or a__b."]);
}

#[test]
fn what_stands_on_the_line_of_a_directive_is_text() {
    let document = read(
        ".. note:: It \"sank\" [1]_\n   at https://b.test.\n\n   And more.\n\n.. versionadded:: 3.9 See https://c.test.\n\n.. tip:: One\n   :class: x\n\n   Two.\n\n\
         .. versionchanged:: 4.0\n   Three.\n\n.. admonition:: A title\n\n   Four.\n\n.. epigraph:: We saw\n   no lights.\n\n   -- Byrd\n\n\
         .. list-table:: Ships\n   :header-rows: 1\n\n   * - Name\n     - Fate\n   * - Dawn\n     - \"sank\" [1]_\n\n.. figure:: x.png\n\n   Caption.\n\n\
         .. py:function:: no(words)\n\n   Five.\n\n.. [1] https://a.test\n",
    );
    assert_eq!(
        blocks(&document)[..18],
        [
            "Paragraph: It \"sank\"  at https://b.test.",
            "Paragraph: And more.",
            "Paragraph: See https://c.test.",
            "Paragraph: One",
            "Paragraph: Two.",
            "Paragraph: Three.",
            "Heading: A title",
            "Paragraph: Four.",
            "Paragraph: We saw no lights. (0)",
            "Paragraph: -- Byrd (0)",
            "Heading: Ships",
            "Cell: Name",
            "Cell: Fate",
            "Cell: Dawn",
            "Cell: \"sank\" ",
            "Paragraph: Caption.",
            "Paragraph: Five.",
            "Entry: https://a.test",
        ]
    );
    assert_eq!(markers(&document).len(), 4);
}

#[test]
fn the_prose_is_what_a_reader_sees() {
    let document = read(
        "The Dawn\n========\n\nA *fine* **ferry** and ``code`` of :ref:`words`, a\\ b.\nSecond line::\n\n    no prose\n\nHe wrote:\n\n    We saw\n    no lights.\n\n    -- Byrd\n\n\
         - one\n  two\n- three\n\n.. note::\n   Mind \"this\".\n\n.. code-block:: python\n   :linenos:\n\n   no = 1\n\n.. epigraph::\n\n   So it was.\n\n.. a comment\n   over lines\n\n>>> no\n\nEnd.\n",
    );
    assert_eq!(document.title.as_deref(), Some("The Dawn"));
    assert_eq!(
        blocks(&document),
        [
            "Heading: The Dawn",
            "Paragraph: A fine ferry and code of words, ab. Second line::",
            "Paragraph: He wrote:",
            "Paragraph: We saw no lights. (0)",
            "Paragraph: -- Byrd (0)",
            "Item: one two",
            "Item: three",
            "Paragraph: Mind \"this\".",
            "Paragraph: So it was. (1)",
            "Paragraph: End."
        ]
    );
}

#[test]
fn code_in_an_item_ends_where_the_item_goes_on() {
    let document = read("* A way::\n\n      no = \"prose\"\n\n  It is liked [1]_.\n\n.. [1] https://a.test\n");
    assert_eq!(blocks(&document)[..2], ["Item: A way::", "Paragraph: It is liked ."]);
    assert_eq!(markers(&document), ["1 > 1"]);
}

#[test]
fn a_line_can_be_left_alone() {
    let document = read(".. citewatch: ignore\n\nSee https://a.test.\n\nSee https://b.test.\n");
    assert_eq!(entries(&document), ["1: https://b.test"]);
}

#[test]
fn broken_documents_are_read_in_linear_time() {
    for part in [
        "`",
        "*",
        "[1]_ ",
        ".. [1] a\n",
        "`a <",
        ":",
        "aa:bb:",
        "**a",
        "``",
        "a_ ",
        ".. _a: b\n",
        "\n    a\n",
        "- ",
        "::\n\n",
        "=\n",
        "===\n",
        ":a:`",
        "\\",
        ".. x::\n",
    ] {
        shown::grows_with_the_text(part, |text| drop(read(text)));
    }
    let text = "É [1]_ `a <https://é.test>`_ *b* ``c``\n\n.. [1] é https://é.test\n   é\n.. _x: https://é.test\n";
    for (end, _) in text.char_indices() {
        read(&text[..end]);
    }
}

#[test]
fn an_address_over_two_lines_has_two_pieces() {
    let text = "See log_.\n\n.. _log: https://a.test/x/\n   y\n";
    let document = crate::document::parse(text, crate::document::Format::Rst, crate::document::Limits::default());
    let source = &document.entries[0].source;
    let written: Vec<&str> = source.url_spans.iter().map(|span| &text[span.range()]).collect();
    assert_eq!((source.url.as_deref(), written), (Some("https://a.test/x/y"), vec!["https://a.test/x/", "y"]));
}

#[test]
fn a_reference_ends_before_a_sign_that_follows_it() {
    let document = read(
        "A Tide_-style wave and Tide_. So `two words`_-like.\n\n.. _Tide: https://a.test/1\n.. _two words: https://a.test/2\n",
    );
    let shown: Vec<String> = document.entries.iter().filter_map(|entry| entry.source.url.clone()).collect();
    assert!(shown.iter().filter(|url| *url == "https://a.test/1").count() >= 1, "{shown:?}");
    assert_eq!(document.markers.len(), 3, "{:?}", document.markers);
}

#[test]
fn citations_in_roles_are_marks_that_the_named_files_resolve() {
    let document = read(
        "It “sank at dawn” :cite:`log, {see}doe{p. 3}`, so :cite:p:`byrd` and :ref:`log`. Late “at night” [1]_.\n\n.. [1] https://a.test\n\n\
         .. bibliography:: refs.bib more.bib\n   :style: plain\n",
    );
    assert_eq!(markers(&document), ["log,doe > ", "byrd > ", "1 > 1"]);
    assert_eq!(document.named_files(), ["refs.bib", "more.bib"]);
}

#[test]
fn a_substitution_and_a_name_in_brackets_refer_to_their_target() {
    let document = read(
        "See |log|_, `here <Two Words_>`__ and ```a`` is code``.\n\n.. |log| replace:: ``log.h``\n.. _log: https://a.test\n.. _two words: https://b.test\n",
    );
    assert_eq!(markers(&document), ["log > log", "two words > two words"]);
}

#[test]
fn what_stands_for_words_is_these_words() {
    let document = read(
        ".. |firm| replace:: Doe & Sons\n.. |logo| image:: a.png\n\nIt said “|firm| of |Firm|\\ s was a :term:`glossy <gloss>` one of a|b| there” once.\n",
    );
    assert_eq!(quotes(&document), ["Doe & Sons of Doe & Sonss was a glossy one of a|b| there"]);
}

#[test]
fn a_name_that_stands_for_a_link_cites_where_it_is_used() {
    let text = "See |log|, and |Log| again; |gone| is not.\n\n.. |log| replace:: `The log <https://a.test/log>`_\n\
                .. |other| replace:: `Another <https://b.test>`_\n";
    let document = read(text);
    assert_eq!(entries(&document), ["1: https://a.test/log", "2: https://a.test/log"]);
    assert_eq!(blocks(&document), ["Paragraph: See The log, and The log again; |gone| is not."]);
    for entry in &document.entries {
        assert_eq!(&text[entry.source.url_spans[0].range()], "https://a.test/log");
    }
}

#[test]
fn notes_can_be_terms_with_their_definitions_below() {
    let text = "It rose [1]_ and fell [Doe2019]_.\n\nReferences\n----------\n\n[1]\n    Byrd. \"Tides\". https://a.test/x\n[Doe2019]\n    Doe. \"Falls\".\n    https://b.test/y\n\nEnd.\n";
    let document = read(text);
    let entries: Vec<(&str, Option<&str>, Option<&str>)> = document
        .entries
        .iter()
        .map(|entry| (entry.label.as_str(), entry.source.url.as_deref(), entry.source.title.as_deref()))
        .collect();
    let expected =
        [("1", Some("https://a.test/x"), Some("Tides")), ("Doe2019", Some("https://b.test/y"), Some("Falls"))];
    assert_eq!(entries, expected);
    assert_eq!(document.markers.iter().map(|marker| marker.entries.to_vec()).collect::<Vec<_>>(), [[0], [1]]);
    assert!(document.findings.is_empty(), "{:?}", document.findings);
    for text in [
        "[a b]\n    No name. https://a.test\n",
        "[1]\n\n    A quotation, https://a.test\n",
        "[1]\nNo term. https://a.test\n",
    ] {
        assert!(read(text).entries.iter().all(|entry| entry.role == Role::Link), "{text}");
    }
}

#[test]
fn a_heading_names_a_list_of_references() {
    let document = read(
        "T\n=\nThe rope broke \"in the middle of the night\" [2]. ``x[1]`` So [1].\n\nReferences\n----------\n\
         1. Byrd, H. \"The Log\". `Post <https://a.test/1>`_,\n   accessed 3 May 2021.\n2. Quay, A. (2020). *Ropes*. https://b.test/2\n\n\
         After\n-----\n1. A step, https://d.test\n",
    );
    let mut all = entries(&document);
    all.sort();
    assert_eq!(all, ["1: https://a.test/1 The Log", "2: https://b.test/2 Ropes", "3: https://d.test"]);
    assert_eq!(markers(&document), ["2 > 2", "1 > 1", "3 > 3"]);
}

#[test]
fn a_name_can_stand_for_another() {
    let document = read(
        "See a_, `the log`_ and c_ and d_.\n\n.. _a: b_\n.. _The Log:\n.. _b: https://b.test\n.. _c: c_\n.. _d:\n\nWords.\n\n.. _e: https://e.test\n",
    );
    assert_eq!(entries(&document), ["b: https://b.test", "e: https://e.test"]);
    assert_eq!(markers(&document), ["b > b", "b > b"]);
}

#[test]
fn a_note_has_the_address_of_the_target_that_it_names() {
    let document = read(
        "It [1]_ sank, as `said`__ there, and log_ says [2]_.\n\n.. [1] Byrd, \"Ropes\", `Post`_.\n.. [2] Quay, \"Knots\", `there`__ and log_.\n\n\
         __ https://a.test\n__ https://b.test\n.. _post: https://c.test\n.. _log: https://d.test\n",
    );
    let mut all = entries(&document);
    all.sort();
    assert_eq!(all, ["1: https://a.test", "1: https://c.test Ropes", "2: https://b.test Knots", "log: https://d.test"]);
    assert_eq!(markers(&document), ["1 > 1", "1 > 1", "log > log", "2 > 2", "log > log"]);
}

#[test]
fn an_empty_comment_hides_nothing_behind_a_blank_line() {
    let document =
        read("Words.\n\n..\n\n   It sank at night. [1]_\n\n..\n   hidden https://b.test\n\n.. [1] https://a.test\n");
    assert_eq!(entries(&document), ["1: https://a.test"]);
    let quoted = document.blocks.iter().filter(|block| block.quotation().is_some());
    let quoted: Vec<&str> = quoted.map(|block| document.text(&block.range())).collect();
    assert_eq!(quoted, ["It sank at night. "]);
}

#[test]
fn identifiers_in_roles_are_links() {
    for (text, url) in [
        ("See :doi:`10.1234/abc.9` for more.", "https://doi.org/10.1234/abc.9"),
        ("See :DOI:`10.1234/abc.9`.", "https://doi.org/10.1234/abc.9"),
        ("See :doi:`the log <10.1234/abc.9>` for more.", "https://doi.org/10.1234/abc.9"),
        ("See :doi:`https://doi.org/10.1234/abc.9`.", "https://doi.org/10.1234/abc.9"),
        ("See :arxiv:`2401.01234`.", "https://arxiv.org/abs/2401.01234"),
        ("See :arXiv:`the log <2401.01234>`.", "https://arxiv.org/abs/2401.01234"),
        (":DOI: 10.1234/abc.9\n:Author: Doe", "https://doi.org/10.1234/abc.9"),
        (":Author: Doe\n:doi:    10.1234/abc.9", "https://doi.org/10.1234/abc.9"),
        (":DOI: https://doi.org/10.1234/abc.9\n", "https://doi.org/10.1234/abc.9"),
        ("Title\n=====\n\n:Author: Doe\n:arXiv: 2401.01234\n\nWords.", "https://arxiv.org/abs/2401.01234"),
    ] {
        let document = read(text);
        let urls: Vec<_> = document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
        assert_eq!(urls, [url], "{text}");
        assert_eq!(document.markers.len(), 1, "{text}");
    }
    for text in [
        "See :doi:`the log`.",
        "See :ref:`10.1234/abc.9`.",
        "See :doi: 10.",
        "See :math:`2401.01234`.",
        "See :doi:`10.1234",
        ":Version: 10.1234/abc",
        ":doi: none",
        ":Status: 2401.01234",
    ] {
        assert!(read(text).entries.is_empty(), "{text}");
    }
}
