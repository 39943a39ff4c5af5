//! Documents that we have made up.

use super::super::Format;
use super::super::shown::{blocks, entries, markers, quotes, try_to_break};
use super::super::{Document, shown};

fn read(text: &str) -> Document {
    shown::read(text, Format::Asciidoc)
}

#[test]
fn links_cite_with_and_without_words() {
    let document = read(
        "= The Dawn\n:log: https://log.test/a\n:base: https://base.test\n\nSee https://a.test/x[the *log*], link:https://b.test/y_z[here^], \
         <https://c.test>, https://d.test/e. And {log}[logs], {base}/f, link:{base}/g[g]; \\https://no.test and mailto:a@b.test[me].\n",
    );
    assert_eq!(document.title.as_deref(), Some("The Dawn"));
    assert_eq!(
        entries(&document),
        [
            "1: https://a.test/x",
            "2: https://b.test/y_z",
            "3: https://c.test",
            "4: https://d.test/e",
            "5: https://log.test/a",
            "6: https://base.test/f",
            "7: https://base.test/g"
        ]
    );
    assert_eq!(
        blocks(&document)[1],
        "Paragraph: See the log, here, https://c.test, https://d.test/e. And logs, {base}/f, g; https://no.test and me."
    );
}

#[test]
fn footnotes_and_bibliographies_are_entries() {
    let document = read(
        "It sank.footnote:[\"A Long Night.\" https://a.test/[Post].] Late,footnote:x[https://b.test] and again.footnote:x[]\n\
         He says so <<byrd>> and <<Later>>.\n\n[bibliography]\n== References\n\n\
         * [[[byrd]]] Byrd, H. _The Log_. https://c.test\n* [[[two,2]]] https://d.test\n\n== Later\n",
    );
    assert_eq!(markers(&document), ["1 > 1", "x > x", "x > x", "byrd > byrd"]);
    let mut labels: Vec<String> = entries(&document);
    labels.sort();
    assert_eq!(labels[0], "1: https://a.test/ A Long Night");
    assert_eq!(labels[1], "2: https://d.test");
    assert!(labels[2].starts_with("byrd: https://c.test"), "{labels:?}");
    assert_eq!(labels[3], "x: https://b.test");
}

#[test]
fn the_prose_is_what_a_reader_sees() {
    let document = read(
        "= Title\n// a comment\n////\nno https://no.test\n////\n\n.A list\n* one *bold* _it_ `code \"x\"`\ngoes on\n** two\n. three\n\nA \"`curved quote`\" by '`him`' +\nhere.\n\n\
         [quote, Hazel Byrd, The Log https://q.test]\n____\nWe saw\nno lights.\n____\n\n\
         [source,rust]\n----\nlet no = \"quote\";\n----\n\n\"No lights at all.\"\n-- Hazel Byrd\n\n\
         NOTE: Mind *this*.\n\n|===\n|a |b\n|===\n\nterm:: its meaning\n\nimage::x.png[alt]\nEnd.\n",
    );
    assert_eq!(
        blocks(&document),
        [
            "Heading: Title",
            "Heading: A list",
            "Item: one bold it code \"x\" goes on",
            "Item: two",
            "Item: three",
            "Paragraph: A “curved quote” by ‘him’ here.",
            "Paragraph: We saw no lights. (0)",
            "Paragraph: — Hazel Byrd, The Log https://q.test (0)",
            "Paragraph: No lights at all. (1)",
            "Paragraph: — Hazel Byrd (1)",
            "Paragraph: NOTE: Mind this.",
            "Cell: a",
            "Cell: b",
            "Item: term:: its meaning",
            "Paragraph: End."
        ]
    );
    assert_eq!(quotes(&document)[0], "curved quote");
    assert_eq!(entries(&document), ["1: https://q.test"]);
}

#[test]
fn a_line_can_be_left_alone() {
    let document = read("// citewatch: ignore\nSee https://a.test.\n\nSee https://b.test.\n");
    assert_eq!(entries(&document), ["1: https://b.test"]);
}

#[test]
fn broken_documents_are_read_in_linear_time() {
    let parts = [
        "`",
        "*",
        "_",
        "#",
        "[",
        "<<",
        "footnote:[",
        "footnote:a[b] ",
        "link:",
        "https://a.test[",
        "{",
        "\"`",
        "____\n",
        "----\n",
        "* a\n",
        "|",
        "[quote]\n",
        ":a: b\n",
        "+",
        "++",
        "[[a]]",
        "====\n",
        "=====\n",
        "a::\n",
        "\"a\"\n-- b\n\n",
        "\\",
        "[.a]#",
        "/http",
        "/https://a",
        "http://[",
        "cite:[a] ",
        "((a)) ",
        "== a\n",
        "* [[[a]]] b\n",
        "** a\n*** b\n",
        "|===\n",
        "link:x ",
        "xref:a",
        "\\http",
        "<http",
        "https://a.test/x ",
        "--\n",
        "+\n",
    ];
    let text = "= É\n:a: https://é.test\n\n[quote, É, \"{a}\"]\n____\né *b* footnote:é[é https://é.test[é]] {a}[é]\n____\n* [[[é]]] é\n<<é>> \"`é`\"\n";
    try_to_break(&parts, text, Format::Asciidoc);
}

#[test]
fn the_target_of_a_link_can_be_passed_through() {
    let document = read(
        ":a: x\n\nSee link:++https://a.test/_b_?{a}[c]++[one], link:pass:[https://b.test/c++_d_][two] and link:$$https://c.test/__e__$$[three].\n",
    );
    assert_eq!(
        entries(&document),
        ["1: https://a.test/_b_?{a}[c]", "2: https://b.test/c++_d_", "3: https://c.test/__e__"]
    );
    assert_eq!(blocks(&document), ["Paragraph: See one, two and three."]);
}

#[test]
fn an_address_in_angles_ends_where_its_words_begin() {
    let document =
        read("= Log\nHazel Byrd <https://a.test/byrd[@byrd]>; Ann <ann@b.test>\n\nSee <https://c.test/d> and more.\n");
    assert_eq!(entries(&document), ["1: https://a.test/byrd", "2: https://c.test/d"]);
}

#[test]
fn index_terms_that_nobody_sees_are_no_words_and_end_before_an_address() {
    let document = read(
        "= T\n\nThe((( \"sea; wide and deep\" )))(((range=\"startofrange\", startref=\"ix_a\"))) sea of the ((tide)) ((\"x\"))https://a.test/1[One] \
         (((\"y\")))https://a.test/2[Two] and (https://a.test/3[Three]), _https://a.test/4[Four]_ _see https://a.test/5[five]_.\n",
    );
    let urls: Vec<String> = (1..=5).map(|n| format!("{n}: https://a.test/{n}")).collect();
    assert_eq!(entries(&document), urls);
    assert!(quotes(&document).iter().all(|quote| *quote == "x"), "{:?}", quotes(&document));
    assert!(blocks(&document)[1].starts_with("Paragraph: The sea of the tide"), "{:?}", blocks(&document));
}

#[test]
fn the_format_of_a_cell_is_none_of_its_words() {
    let document = read(
        "= T\n\n|===\na|https://a.test/1[One] |two\n2+|https://a.test/2[Two] ^.>s|three\n|four a|https://a.test/3[Three]\n.2+^.>m|https://a.test/4[Four]\n|===\n\nA b or a|b.\n",
    );
    let urls: Vec<String> = (1..=4).map(|n| format!("{n}: https://a.test/{n}")).collect();
    assert_eq!(entries(&document), urls);
    let cells: Vec<String> = blocks(&document).into_iter().filter(|block| block.starts_with("Cell")).collect();
    assert_eq!(
        cells,
        ["Cell: One", "Cell: two", "Cell: Two", "Cell: three", "Cell: four", "Cell: Three", "Cell: Four"]
    );
}

#[test]
fn citations_by_key_are_marks_that_the_named_file_resolves() {
    let document = read(
        "= T\n:bibtex-file: refs.bib\n\nIt “sank at dawn” cite:[log(12), doe] so.citenp:[byrd] Late “at night” footnote:[https://a.test].\n",
    );
    assert_eq!(markers(&document), ["log,doe > ", "byrd > ", "1 > 1"]);
    assert_eq!(document.named_files(), ["refs.bib"]);
}

#[test]
fn a_backslash_in_an_address_is_none_of_it() {
    let text = "See https://a.test/v1\\...v2[the changes].\n";
    let document = read(text);
    assert_eq!(entries(&document), ["1: https://a.test/v1...v2"]);
    let spans = &document.entries[0].source.url_spans;
    let written: String = spans.iter().map(|span| &text[span.range()]).collect();
    assert_eq!(written, "https://a.test/v1...v2");
}

#[test]
fn the_signs_that_every_document_has_are_read() {
    let document = read("It was “5{nbsp}km {lt} 6{nbsp}km of it{apos}s {unknown} road” there.\n");
    assert_eq!(quotes(&document), ["5\u{a0}km < 6\u{a0}km of it’s {unknown} road"]);
}

#[test]
fn marks_that_keep_the_commas_of_a_label_quote_nothing() {
    let document = read(
        "See https://a.test/x[\"The ropes, and the tides\",window=_blank] and link:https://b.test/y[\"Ropes, tides\",role=ext^].\n",
    );
    assert_eq!(quotes(&document), [""; 0]);
    assert_eq!(blocks(&document), ["Paragraph: See The ropes, and the tides and Ropes, tides."]);
}

#[test]
fn attributes_name_one_another() {
    let text = ":site: https://a.test\n:docs: {site}/docs\n:page: {docs}/x{none}\n\nSee {docs}/y[Y], {page}[X] and {site}[S].\n";
    let document = read(text);
    let urls: Vec<&str> = document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
    assert_eq!(urls, ["https://a.test/docs/y", "https://a.test/docs/x{none}", "https://a.test"]);
    // Each takes in the one before twice.
    let attributes: Vec<String> = (1..200).map(|at| format!(":a{at}: {{a{0}}}{{a{0}}}\n", at - 1)).collect();
    let text = format!(":a0: https://a.test/x\n{}\nSee {{a199}}[X].\n", attributes.concat());
    assert!(read(&text).prose.text().len() < 10_000);
}

#[test]
fn a_heading_names_a_list_of_references() {
    let document = read(
        "= T\n\nThe rope broke \"in the middle of the night\" [2]. `x[1]` So [1, p. 4].\n\n== References\n\n\
         . Byrd, H. \"The Log\". https://a.test/1[Post^], accessed 3 May 2021.\n. Quay, A. (2020). _Ropes_. https://b.test/2\n\n\
         == After\n\n. A step, https://d.test\n",
    );
    let mut all = entries(&document);
    all.sort();
    assert_eq!(all, ["1: https://a.test/1 The Log", "2: https://b.test/2 Ropes", "3: https://d.test"]);
    assert_eq!(markers(&document), ["2 > 2", "1 > 1", "3 > 3"]);
    let document = read(
        "So [Byrd20].\n\nReferences\n----------\n* [Byrd20] Byrd, H. _The Log_. https://a.test\n\n[[q]] [2] Quay, A. _Ropes_. https://b.test\n",
    );
    assert_eq!(entries(&document), ["Byrd20: https://a.test The Log", "2: https://b.test Ropes"]);
    assert_eq!(markers(&document), ["Byrd20 > Byrd20"]);
}

#[test]
fn an_attribute_can_be_a_note() {
    let document = read(
        ":fn-log: footnote:[Byrd, H. \"The Log\". https://a.test/1, accessed 3 May 2021.]\n:fn-b: footnote:b[Quay, A. \"Ropes\". \\\n  https://b.test/2]\n\
         :no: not a footnote:[https://c.test]\n\n\"It sank at night\"{fn-log} and \"rose again\"{fn-b}, so footnote:[https://d.test] it \"sank\"{FN-LOG}{fn-b}.\n",
    );
    let mut all = entries(&document);
    all.sort();
    assert_eq!(all, ["1: https://a.test/1 The Log", "2: https://d.test", "b: https://b.test/2 Ropes"]);
    assert_eq!(markers(&document), ["1 > 1", "b > b", "2 > 2", "1,b > 1,b"]);
}

#[test]
fn quotations_can_be_written_as_in_markdown() {
    let document =
        read("> It sank at night,\n> and rose.\n> -- Byrd, https://a.test/1\n\n> So it did.\n\n>x\n\na > b\n> c\n");
    assert_eq!(
        blocks(&document),
        [
            "Paragraph: It sank at night, and rose. (0)",
            "Paragraph: — Byrd, https://a.test/1 (0)",
            "Paragraph: So it did. (1)",
            "Paragraph: >x",
            "Paragraph: a > b > c"
        ]
    );
    let quoted = document.blocks.iter().filter(|block| block.quotation().is_some());
    assert_eq!(quoted.count(), 3);
}

#[test]
fn a_block_between_quotation_marks_is_a_quotation() {
    for (before, cited) in
        [("", 0), ("[, Hazel Byrd, https://a.test/log]\n", 1), ("[quote, Hazel Byrd, https://a.test/log]\n", 1)]
    {
        let text = format!(
            "It is told.\n\n{before}\"\"\nThe wall came down in the night, and nobody saw it.\n\"\"\n\nSo it was.\n"
        );
        let document = read(&text);
        assert!(document.blocks.iter().any(|block| block.quotation().is_some()), "{text}");
        assert_eq!(document.entries.len(), cited, "{text}");
    }
    let text = "He said \"\" and left.\n\nThe wall came down.\n";
    let document = read(text);
    assert!(document.blocks.iter().all(|block| block.quotation().is_none()));
}

#[test]
fn a_cross_reference_by_macro_is_one() {
    let list = "\n\n[bibliography]\n== Sources\n* [[[vil]]] _Village answers_. https://a.test/answers\n";
    for mark in ["(<<vil>>)", "(xref:vil[])", "(xref:vil[Village answers])", "(xref:#vil[])"] {
        let document = read(&format!("The mayor said \"we voted for rain\" {mark}.{list}"));
        assert_eq!(document.markers.len(), 1, "{mark}");
        assert_eq!(document.markers[0].entries.len(), 1, "{mark}");
    }
    let document = read(&format!("See xref:other.adoc[the other page] and xref:later[].{list}"));
    assert!(document.markers.iter().all(|marker| marker.entries.is_empty()), "{:?}", document.markers);
}

#[test]
fn a_cross_reference_that_ends_a_quotation_stands_in_it() {
    let list = "\n\n[bibliography]\n== Sources\n* [[[prov,2]]] Anon. https://a.test/proverbs\n";
    for quotation in
        ["[quote,Keeper]\nNobody thanks a lamp. <<prov>>", "[quote,Keeper]\n____\nNobody thanks a lamp. <<prov>>\n____"]
    {
        let document = read(&format!("= Lamps\n\n{quotation}{list}"));
        let block = document.blocks.iter().find(|block| block.quotation().is_some()).expect("a quotation");
        assert!(document.markers[0].range().end <= block.range().end, "{quotation}");
    }
}
