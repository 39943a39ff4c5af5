//! What is wrong with entries that another file holds is told as when that file is read by itself, and in it.

use jiff::civil::Date;

use crate::citation::{claims, on_the_day};
use crate::document::{Beside, Document, Format, Limits, parse};
use crate::finding::{Code, Finding};

const BIB: &str = "@misc{impossible, title={The Log of the Ferry}, url={https://a.test/1}, urldate={2019-02-30}}\n\
    @misc{ambiguous, title={The Tide Tables}, url={https://a.test/2}, urldate={06/07/2019}}\n\
    @misc{early, title={The Harbour Lights}, url={https://a.test/3}, date={2020-05-01}, urldate={2019-05-01}}\n\
    @misc{late, title={The Pilot Book}, url={https://a.test/4}, urldate={2999-05-01}}\n\
    @misc{one, title={Ropes and Knots}, url={https://a.test/5}}\n\
    @misc{two, title={A History of Lighthouses}, url={https://a.test/5}}\n\
    @misc{first, title={Sails of the North}, url={https://a.test/6}}\n\
    @misc{again, title={Sails of the North}, url={https://a.test/6}}\n\
    @misc{tracked, title={Anchors}, url={https://a.test/7?utm_source=x}}\n\
    @misc{here, title={Buoys}, publisher={Harbour Workers Reading Circle}, url={https://a.test/8}}\n\
    @misc{there, title={Bells}, publisher={Harbor Workers Reading Circle}, url={https://a.test/9}}\n\
    @book{bare, title={The Sailing of Small Boats}, author={Byrd, Hazel}, publisher={Tide Press}}\n\
    @misc{here, title={Fog}, url={https://a.test/10}}\n\
    @misc{broken, title={Nets}, url={https://a.test/11}\n";

const KEYS: [&str; 13] = [
    "impossible",
    "ambiguous",
    "early",
    "late",
    "one",
    "two",
    "first",
    "again",
    "tracked",
    "here",
    "there",
    "bare",
    "broken",
];

fn findings(document: &Document, text: &str) -> Vec<Finding> {
    let claims = claims(document, text);
    let today = Date::constant(2024, 6, 30);
    let later = claims.citations.iter().flat_map(|citation| on_the_day(citation, today)).collect::<Vec<_>>();
    let mut all = [claims.findings, later].concat();
    all.retain(|finding| finding.code != Code::OrphanMarker);
    all.sort_by(|one, other| one.order().cmp(&other.order()));
    all
}

/// What is told of the file by itself.
fn alone(bib: &str) -> Vec<Finding> {
    findings(&parse(bib, Format::Bibtex, Limits::default()), bib)
}

/// What is told of a document with the file, and the file by which it is told.
fn by_document(text: &str, format: Format, bib: &str) -> Vec<Finding> {
    let mut document = parse(text, format, Limits::default());
    assert_eq!(document.named_files(), ["refs.bib"], "{text}");
    document
        .join(&[Beside::read("refs.bib", bib, Format::Bibtex, Limits::default()).called("docs/refs.bib".to_owned())]);
    findings(&document, text)
}

fn in_file(findings: Vec<Finding>) -> Vec<Finding> {
    findings.into_iter().map(|finding| finding.in_file(Some("docs/refs.bib"))).collect()
}

#[test]
fn a_bibliography_is_told_of_alike_whoever_reads_it() {
    let own = alone(BIB);
    for code in [
        Code::DateImpossible,
        Code::DateAmbiguous,
        Code::AccessedBeforePublished,
        Code::AccessedInFuture,
        Code::MetadataDiffers,
        Code::DuplicateEntry,
        Code::TrackingParameters,
        Code::PublisherSpelling,
        Code::EntryWithoutUrl,
        Code::EntryBroken,
    ] {
        assert!(own.iter().any(|finding| finding.code == code), "{code}");
    }
    let cited = |mark: &dyn Fn(&str) -> String| KEYS.map(|key| format!("It is so {}.", mark(key))).join(" ");
    let tex = cited(&|key| format!("\\cite{{{key}}}")) + "\n\\bibliography{refs}\n";
    let one = format!("It is so \\cite{{{}}}.\n\\bibliography{{refs}}\n", KEYS.join(","));
    let markdown = format!("---\nbibliography: refs.bib\n---\n\n{}\n", cited(&|key| format!("[@{key}]")));
    let org = format!("#+bibliography: refs.bib\n\n{}\n", cited(&|key| format!("[cite:@{key}]")));
    let rst = format!("{}\n\n.. bibliography:: refs.bib\n", cited(&|key| format!(":cite:`{key}`")));
    for (text, format) in [
        (tex, Format::Latex),
        (one, Format::Latex),
        (markdown, Format::Markdown),
        (org, Format::Org),
        (rst, Format::Rst),
    ] {
        let told = by_document(&text, format, BIB);
        let shown = |all: &[Finding]| {
            all.iter().map(|own| format!("{:?}", (own.code, own.place, &own.message))).collect::<Vec<_>>()
        };
        let own = in_file(own.clone());
        assert_eq!(shown(&told), shown(&own), "{text}");
        assert_eq!(told, own, "{text}");
    }
}

#[test]
fn of_a_shared_bibliography_only_what_is_cited_is_told_of() {
    let told = |keys: &str| -> Vec<(Code, String)> {
        let text = format!("It is so \\cite{{{keys}}}.\n\\bibliography{{refs}}\n");
        let all = by_document(&text, Format::Latex, BIB).into_iter();
        all.map(|finding| (finding.code, BIB[finding.place.unwrap().span.range()].to_owned())).collect()
    };
    let codes = |keys: &str| told(keys).into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    assert_eq!(codes("impossible"), [Code::DateImpossible]);
    assert_eq!(told("tracked"), [(Code::TrackingParameters, "https://a.test/7?utm_source=x".to_owned())]);
    // Which of two is wrong nobody knows.
    assert_eq!((codes("one"), codes("two")), (vec![Code::MetadataDiffers], vec![Code::MetadataDiffers]));
    assert!(codes("one,two") == [Code::MetadataDiffers]);
    // A key that comes again is that of its first entry.
    assert_eq!(codes("here"), [Code::DuplicateEntry]);
}

#[test]
fn entries_of_two_files_and_of_the_document_are_held_against_each_other() {
    let text = "See [the log](https://x.test). It is so [@a; @b] and so [@c].[^1]\n\n\
                [^1]: Byrd, Hazel. “Ropes and Knots.” *Harbour Workers Reading Circle*, May 1, 2020. https://a.test/1\n";
    let text = format!("---\nbibliography: [one.bib, two.bib]\n---\n\n{text}");
    let mut document = parse(&text, Format::Markdown, Limits::default());
    let read = |name: &str, bib: &str| Beside::read(name, bib, Format::Bibtex, Limits::default());
    let one = read("one.bib", "@misc{a, title={A History of Lighthouses}, url={https://a.test/1}}\n");
    let two = read(
        "two.bib",
        "@misc{b, title={Sails}, url={https://a.test/2?utm_source=x}}\n\
         @misc{c, title={Bells}, publisher={Harbor Workers Reading Circle}, url={https://a.test/3}}\n",
    );
    document.join(&[one, two]);
    let told: Vec<(Code, Option<String>)> =
        findings(&document, &text).into_iter().map(|finding| (finding.code, finding.file)).collect();
    let in_file = |file: &str| Some(file.to_owned());
    assert_eq!(
        told,
        [
            (Code::MetadataDiffers, None),
            (Code::PublisherSpelling, None),
            (Code::TrackingParameters, in_file("two.bib")),
        ]
    );
}

#[test]
fn marks_of_either_file_silence_what_is_told_of_the_other() {
    let bib = BIB.replace("@misc{tracked", "% citewatch: ignore tracking-parameters\n@misc{tracked");
    let tex = "So \\cite{tracked,impossible}.\n\\bibliography{refs}\n";
    let codes = |tex: &str, bib: &str| {
        by_document(tex, Format::Latex, bib).into_iter().map(|finding| finding.code).collect::<Vec<_>>()
    };
    assert_eq!(codes(tex, BIB), [Code::DateImpossible, Code::TrackingParameters]);
    assert_eq!(codes(tex, &bib), [Code::DateImpossible]);
    // A mark on a line of the document is about that line, wherever the file has as many bytes.
    let here = format!("So. % citewatch: ignore\n{}\n{tex}", "It is.\n".repeat(40));
    assert_eq!(codes(&here, BIB), [Code::DateImpossible, Code::TrackingParameters]);
}

#[test]
fn entries_that_only_other_files_can_point_to_are_not_told_as_unused() {
    let unused = |text: &str, format: Format| {
        let found = findings(&parse(text, format, Limits::default()), text);
        found.iter().filter(|finding| finding.code == Code::UnusedReference).count()
    };
    let tex = "\\begin{thebibliography}{9}\n\\bibitem{doe} Doe, Jane. The wall. \\url{https://a.test/1}\n\
               \\bibitem{roe} Roe, Ann. The pier. \\url{https://b.test/2}\n\\end{thebibliography}\n";
    assert_eq!(unused(tex, Format::Latex), 0);
    assert_eq!(unused(&format!("It rose \\cite{{doe}}.\n{tex}"), Format::Latex), 1);
    let rst = "Literature\n==========\n\n.. [Doe98] J. Doe, The wall, https://a.test/1\n\n.. [Roe99] A. Roe, The pier, https://b.test/2\n";
    assert_eq!(unused(rst, Format::Rst), 0);
    assert_eq!(unused(&rst.replacen(".. [Doe98]", "It rose [Doe98]_.\n\n.. [Doe98]", 1), Format::Rst), 1);
    // Notes have their marks in the same file.
    assert_eq!(unused("It rose.\n\n.. [1] J. Doe, The wall, https://a.test/1\n", Format::Rst), 1);
    assert_eq!(unused("It rose.\n\n[^doe]: J. Doe, The wall, https://a.test/1\n", Format::Markdown), 1);
}
