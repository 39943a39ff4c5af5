//! Entries of a file of references that are parts of one work.

use crate::citation::claims;
use crate::document::{Format, Limits, parse};
use crate::finding::Code;

#[test]
fn parts_of_one_book_are_no_entry_twice() {
    let codes = |one: &str, other: &str| {
        let entry = |key: &str, part: &str| {
            format!(
                "@incollection{{{key},\n  author = {{Doe, J.}},\n  year = 2010,\n  booktitle = {{Advanced walls in harbours}},\n  publisher = {{Pier Press}}{part}\n}}\n"
            )
        };
        let text = format!("{}{}", entry("one", one), entry("two", other));
        let claims = claims(&parse(&text, Format::Bibtex, Limits::default()), &text);
        claims.findings.iter().filter(|finding| finding.code == Code::DuplicateEntry).count()
    };
    assert_eq!(codes(",\n  note = {Section 7.3}", ",\n  chapter = 9"), 0);
    assert_eq!(codes(",\n  pages = {1--9}", ",\n  pages = {10--19}"), 0);
    assert_eq!(codes(",\n  pages = {90},\n  chapter = {5.3}", ",\n  note = {Appendix C}"), 0);
    assert_eq!(codes("", ""), 1);
    assert_eq!(codes(",\n  pages = {1--9}", ",\n  pages = {1-9}"), 1);
    assert_eq!(codes(",\n  pages = {1--9}", ""), 1);
    assert_eq!(codes(",\n  note = {read in May}", ",\n  note = {from the library}"), 1);
}

#[test]
fn parts_of_one_book_are_no_item_and_no_record_twice() {
    let told = |text: &str, format| {
        let claims = claims(&parse(text, format, Limits::default()), text);
        claims.findings.iter().filter(|finding| finding.code == Code::DuplicateEntry).count()
    };
    let items = |one: &str, other: &str| {
        let item = |key: &str, part: &str| {
            format!(
                "{{\"id\": \"{key}\", \"type\": \"chapter\", \"title\": \"Advanced walls in harbours\", \"DOI\": \"10.5555/walls.1\"{part}}}"
            )
        };
        told(&format!("[\n{},\n{}\n]\n", item("one", one), item("two", other)), Format::CslJson)
    };
    assert_eq!(items(", \"page\": \"1-9\"", ", \"page\": \"10-19\""), 0);
    assert_eq!(items(", \"volume\": 1", ", \"volume\": 2"), 0);
    assert_eq!(items(", \"page\": \"1-9\"", ", \"page\": \"1–9\""), 1);
    assert_eq!(items(", \"note\": \"read in May\"", ", \"note\": \"from the library\""), 1);
    let records = |one: &str, other: &str| {
        let record = |part: &str| {
            format!("TY  - CHAP\nTI  - Advanced walls in harbours\nDO  - 10.5555/walls.1\n{part}ER  - \n\n")
        };
        told(&format!("{}{}", record(one), record(other)), Format::Ris)
    };
    assert_eq!(records("SP  - 1\nEP  - 9\n", "SP  - 10\nEP  - 19\n"), 0);
    assert_eq!(records("VL  - 1\n", "VL  - 2\n"), 0);
    assert_eq!(records("SP  - 1\nEP  - 9\n", "SP  - 1\nEP  - 9\n"), 1);
}
