//! Documents that we have made up.

use super::super::Format;
use super::super::shown::{blocks, entries, markers, quotes, try_to_break};
use super::super::{Document, shown};

fn read(text: &str) -> Document {
    shown::read(text, Format::Org)
}

#[test]
fn links_and_notes_cite() {
    let document = read(
        "#+title: The Dawn\n\nSee [[https://a.test/x_y][the *log*]], [[https://b.test]], <https://c.test> and https://d.test/e.\n\
         It sank.[fn:1] Late.[fn:: \"A Long Night.\" [[https://e.test][Post]]] Again[fn:x:https://f.test] [fn:x]\n\n\
         * Notes\n[fn:1] Byrd, H. \"The Log.\"\nhttps://g.test/1\n\n[fn:2] https://h.test\n",
    );
    assert_eq!(document.title.as_deref(), Some("The Dawn"));
    let mut all = entries(&document);
    all.sort();
    assert_eq!(
        all,
        [
            "1: https://e.test A Long Night",
            "1: https://g.test/1 The Log",
            "2: https://h.test",
            "3: https://a.test/x_y",
            "4: https://b.test",
            "5: https://c.test",
            "6: https://d.test/e",
            "x: https://f.test"
        ]
    );
    assert_eq!(markers(&document)[4..], ["1 > 1", "1 > 1", "x,x > x"]);
}

#[test]
fn keys_lead_to_a_file_of_references() {
    let document = read(
        "#+bibliography: refs.bib\nSo [cite:@byrd p. 3; see @log], cite:two,three and [[cite:&four]], \\citep{five}.\n",
    );
    assert_eq!(document.named_files(), ["refs.bib"]);
    assert_eq!(markers(&document), ["byrd,log > ", "two,three > ", "four > ", "five > "]);
}

#[test]
fn the_prose_is_what_a_reader_sees() {
    let document = read(
        "* TODO The /Dawn/ :log:sea:\n:PROPERTIES:\n:ID: 1\n:END:\n# a comment\nHe *said* =code \"x\"= and ~v~, 3/4 of it,\nand_so a*b.\n\
         - one\n  two\n- [X] three\n1. four\n#+begin_quote\nWe saw no\nlights.\n\n--- Hazel Byrd\n#+end_quote\n\
         #+begin_src c\nno\n#+end_src\n: literal\n| a | b |\n|---+---|\nEnd \\\\\nof it.\n",
    );
    assert_eq!(
        blocks(&document),
        [
            "Heading: The Dawn",
            "Paragraph: He said code \"x\" and v, 3/4 of it, and_so a*b.",
            "Item: one two",
            "Item: three",
            "Item: four",
            "Paragraph: We saw no lights. (0)",
            "Paragraph: --- Hazel Byrd (0)",
            "Cell: a",
            "Cell: b",
            "Paragraph: End of it."
        ]
    );
    assert!(quotes(&document).is_empty());
}

#[test]
fn a_line_can_be_left_alone() {
    let document = read("# citewatch: ignore\nSee https://a.test.\n\nSee https://b.test.\n");
    assert_eq!(entries(&document), ["1: https://b.test"]);
}

#[test]
fn broken_documents_are_read_in_linear_time() {
    let parts = [
        "[[",
        "[[a][",
        "[fn:",
        "[fn::a] ",
        "[fn::[fn::",
        "*",
        "/",
        " *a",
        "=",
        "~",
        "<",
        "@@",
        "[cite:@",
        "#+begin_quote\n",
        "#+begin_src\n",
        "| ",
        ":a:\n",
        "- a\n",
        "* a\n",
        "\\cite{",
        "cite:",
        "https://a.test[[",
        "[fn:1] a\n",
        "/http",
        "/https://a",
        "[[https://a][",
        "[cite:@a] ",
        "* a\n",
        "** a\n",
        "- a\n  - b\n",
        "#+begin_quote\n",
        "| a | b |\n",
        "[fn:1] a\n\n",
        ":a:\n",
        "#+a: b\n",
        "\\",
    ];
    let text = "#+title: É\n* É :é:\nÉ [[https://é.test][é]] [fn:é:é https://é.test] *é* [cite:@é] cite:é\n#+begin_quote\né\n#+end_quote\n[fn:é] é\n| é | é |\n";
    try_to_break(&parts, text, Format::Org);
}

#[test]
fn a_picture_is_no_source() {
    let document = read("See [[https://a.test/a.png]], [[https://b.test/b.png][the map]] and [[https://c.test/c]].\n");
    assert_eq!(entries(&document), ["1: https://b.test/b.png", "2: https://c.test/c"]);
}

#[test]
fn an_entity_is_its_sign() {
    let document = read("It said “5\\nbsp{}km \\ndash{} 6 km of \\unknown{} road” there.\n");
    assert_eq!(quotes(&document), ["5\u{a0}km – 6 km of \\unknown{} road"]);
}

#[test]
fn captions_are_read() {
    let document = read(
        "#+CAPTION: See [[https://a.test][the log]], “it sank at night” [fn:1].\n[[file:a.png]]\n\n#+caption[Short]: From https://b.test/1.\n\n[fn:1] https://c.test\n",
    );
    assert_eq!(entries(&document), ["2: https://a.test", "3: https://b.test/1", "1: https://c.test"]);
    assert_eq!(blocks(&document)[0], "Paragraph: See the log, “it sank at night” .");
}

#[test]
fn a_sign_of_emphasis_around_an_address_is_no_part_of_it() {
    let document =
        read("See /https://a.test/one/ and */https://b.test/two/*, _see https://c.test/x_y_, /as https://d.test/e/.\n");
    assert_eq!(
        entries(&document),
        ["1: https://a.test/one", "2: https://b.test/two", "3: https://c.test/x_y", "4: https://d.test/e"]
    );
}

#[test]
fn short_addresses_stand_for_whole_ones() {
    let document = read(
        "#+link: log https://log.test/%s\n#+LINK: wiki https://wiki.test/w/\n\nSee [[log:a][the log]], [[wiki:B c][B]] and [[other:x][x]].\n",
    );
    assert_eq!(entries(&document), ["1: https://log.test/a", "2: https://wiki.test/w/B c"]);
}

#[test]
fn a_heading_names_a_list_of_references() {
    let document = read(
        "The rope broke “in the middle of the night” [1]. Nobody “tied it well enough” [2][3], as =x[1]= shows.[fn:1]\n\n\
         * References\n:PROPERTIES:\n:CUSTOM_ID: lit\n:END:\n** Web\n1. Byrd, H. \"The Log.\" [[https://a.test/1][Post]], accessed 3 May 2021.\n\
         2. Quay, A. (2020). /Ropes/.\n   https://b.test/2\n** Print\n3. Knot, B. /Knots/. 2019. https://c.test/3\n\n* After\n1. A step, https://d.test\n\n[fn:1] https://e.test\n",
    );
    let mut all = entries(&document);
    all.sort();
    let expected = [
        "1: https://a.test/1 The Log",
        "1: https://e.test",
        "2: https://b.test/2 Ropes",
        "3: https://c.test/3 Knots",
        "4: https://d.test",
    ];
    assert_eq!(all, expected);
    assert_eq!(markers(&document), ["1 > 1", "2,3 > 2,3", "1 > 1", "4 > 4"]);
}

#[test]
fn paragraphs_and_bullets_are_entries_where_they_show_it() {
    let read_all = |text: &str| {
        let mut all = entries(&read(text));
        all.sort();
        all
    };
    assert_eq!(
        read_all(
            "So [1].\n* Literature\n[1] Byrd, H. \"The Log\". https://a.test\n[2] Quay, A. \"Ropes\". https://b.test\n"
        ),
        ["1: https://a.test The Log", "2: https://b.test Ropes"]
    );
    assert_eq!(
        read_all(
            "* Bibliography\nByrd, H. (2020). The Log. https://a.test\n\nQuay, A. (2021). Ropes. https://b.test\n"
        ),
        ["1: https://a.test The Log", "2: https://b.test Ropes"]
    );
    assert_eq!(
        read_all("* Sources\n- they are in the archive\n- see [[https://a.test][A]]\n- they are in the cellar\n"),
        ["1: https://a.test"]
    );
    assert_eq!(
        read_all(
            "* Sources\nWe looked at many of them, and they were all of very good quality as they are in [[https://a.test][A]].\n"
        ),
        ["1: https://a.test"]
    );
}

#[test]
fn a_doi_is_linked_and_keys_stand_among_words() {
    let document =
        read("See [[doi:10.1000/AB.c][the log]], [[doi:nothing]] and [[cite:see &byrd p. 3; &quay; hale]].\n");
    assert_eq!(entries(&document), ["1: https://doi.org/10.1000/AB.c"]);
    assert_eq!(markers(&document), ["1 > 1", "byrd,quay,hale > "]);
}

#[test]
fn the_address_that_a_note_is_about_is_a_source() {
    let urls = |text: &str| -> Vec<String> {
        let document = read(text);
        for entry in &document.entries {
            assert_eq!(Some(&text[entry.source.url_spans[0].range()]), entry.source.url.as_deref());
        }
        document.entries.iter().filter_map(|entry| entry.source.url.clone()).collect()
    };
    for (line, expected) in [
        (":ROAM_REFS: https://a.test/x", &["https://a.test/x"][..]),
        (":roam_refs: https://a.test/x @byrd2020 https://b.test/y", &["https://a.test/x", "https://b.test/y"]),
        (":ROAM_REFS: \"https://a.test/x\"", &["https://a.test/x"]),
        (":ROAM_REFS: [[https://a.test/x][The log]]", &["https://a.test/x"]),
        (":ROAM_REFS: @byrd2020", &[]),
        (":ROAM_ALIASES: https://a.test/x", &[]),
        (":ID: https://a.test/x", &[]),
    ] {
        assert_eq!(urls(&format!(":PROPERTIES:\n{line}\n:END:\n#+title: T\n\nIt rose.\n")), expected, "{line}");
        assert_eq!(urls(&format!("* T\n  :PROPERTIES:\n  {line}\n  :END:\n\nIt rose.\n")), expected, "{line}");
    }
    assert_eq!(urls(":LOGBOOK:\n:ROAM_REFS: https://a.test/x\n:END:\n"), [""; 0]);
}

#[test]
fn what_stands_in_a_drawer_is_text_but_for_those_that_programs_keep() {
    let urls = |text: &str| -> Vec<String> {
        read(text).entries.iter().filter_map(|entry| entry.source.url.clone()).collect()
    };
    for name in ["REFERENCE", "sources", "NOTES", "results", "my-drawer"] {
        let text = format!(
            "* Tides\n:{name}:\nhttps://a.test/1\n:END:\n** Wall\n  :{name}:\n  - [[https://b.test/2][It]]\n  :end:\nIt is “so” ([[https://c.test/3][C]]).\n"
        );
        assert_eq!(urls(&text), ["https://a.test/1", "https://b.test/2", "https://c.test/3"], "{name}");
        assert_eq!(read(&text).quoted.len(), 1);
        assert!(!read(&text).prose.text().contains(":end:"));
    }
    for name in ["LOGBOOK", "properties", "CLOCK"] {
        let text = format!("* Tides\n:{name}:\nhttps://a.test/1\n:END:\n[[https://c.test/3][C]]\n");
        assert_eq!(urls(&text), ["https://c.test/3"], "{name}");
    }
    // A drawer that nothing ends hides nothing.
    assert_eq!(urls("* Tides\n:NOTES:\nhttps://a.test/1\n"), ["https://a.test/1"]);
}

#[test]
fn white_space_around_an_address_is_none_of_it() {
    for text in [
        "See [[https://a.test/x\n][the log]].\n",
        "See [[ https://a.test/x ][the log]].\n",
        "See [[https://a.test/x\n]].\n",
        "1. Byrd. [[https://a.test/x\n   ][The log]]\n",
    ] {
        let document = read(text);
        let source = &document.entries[0].source;
        assert_eq!(source.url.as_deref(), Some("https://a.test/x"), "{text}");
        assert_eq!(&text[source.url_spans[0].range()], "https://a.test/x", "{text}");
    }
}
