//! Entries of a `.bib` file that are parts of one work.

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
