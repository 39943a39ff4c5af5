//! Notes of light markup that cite by key.

use crate::document::{Beside, Document, Format, Limits, parse};

/// Where the marks lead that stand before the word `Notes`.
fn led(document: &Document) -> Vec<Vec<&str>> {
    let notes = document.prose.text().find("Notes").unwrap_or(usize::MAX);
    let own = document.markers.iter().filter(|marker| marker.range().start < notes);
    let url = |&entry: &usize| document.entries[entry].source.url.as_deref().unwrap_or("-");
    own.map(|marker| marker.entries.iter().map(url).collect()).collect()
}

fn check(format: Format, text: &str, expected: &[&[&str]]) {
    let mut document = parse(text, format, Limits::default());
    let bib = "@misc{doe, url={https://a.test}}\n@misc{roe, url={https://b.test}}\n";
    let names: Vec<String> = document.named_files().into_iter().map(str::to_owned).collect();
    let files: Vec<Beside> =
        names.iter().map(|name| Beside::read(name, bib, Format::Bibtex, Limits::default())).collect();
    document.join(&files);
    assert_eq!(led(&document), expected, "{text}");
}

const BOTH: &[&[&str]] = &[&["https://a.test"], &["https://c.test", "https://b.test"]];

#[test]
fn a_note_leads_to_its_keys_and_to_what_it_names_besides() {
    check(
        Format::Org,
        "#+bibliography: refs.bib\n\nIt “sank”.[fn:1] It “rose”.[fn:2]\n\n* Notes\n\n[fn:1] See [cite:@doe p. 7].\n[fn:2] [cite:@roe], but compare https://c.test\n",
        BOTH,
    );
    check(
        Format::Latex,
        "It “sank”.\\footnote{\\cite{doe}, p. 3.} It “rose”.\\footnote{See \\cite{roe}; also \\url{https://c.test}.}\n\n\\section{Notes}\n\\bibliography{refs}\n",
        BOTH,
    );
    check(
        Format::Rst,
        "It “sank”. [#a]_ It “rose”. [#b]_\n\nNotes\n=====\n\n.. [#a] See [Doe13]_, p. 7.\n.. [#b] [Roe10]_; compare https://c.test.\n.. [Doe13] Doe, https://a.test\n.. [Roe10] Roe, https://b.test\n",
        BOTH,
    );
    let list = "\n\n== Notes\n\n[bibliography]\n=== References\n\n* [[[doe]]] Doe, https://a.test\n* [[[roe]]] Roe, https://b.test\n";
    check(
        Format::Asciidoc,
        &format!(
            "It “sank”.footnote:[See <<doe>>, p. 7.] It “rose”.footnote:[<<roe>>; compare https://c.test[log].]{list}"
        ),
        BOTH,
    );
}

#[test]
fn what_points_elsewhere_from_a_note_is_no_key() {
    // Another footnote, a part of the text, and what an entry of the list points to.
    check(
        Format::Rst,
        "It “sank”. [#a]_ It “rose”. [#b]_ So [Doe13]_ says.\n\nNotes\n=====\n\n.. [#a] Cole, https://c.test.\n.. [#b] Byrd, https://d.test; see [#a]_.\n.. [Doe13] Doe, https://a.test, after [Roe10]_\n.. [Roe10] Roe, https://b.test\n",
        &[&["https://c.test"], &["https://d.test"], &["https://a.test"]],
    );
    check(
        Format::Asciidoc,
        "It “sank”.footnote:[See <<Later>>, and https://c.test[log].]\n\n== Notes\n\n== Later\n\nSo.\n",
        &[&["https://c.test"]],
    );
}

#[test]
fn what_means_the_note_before_has_no_source_behind_one_that_cites_by_key() {
    check(
        Format::Org,
        "#+bibliography: refs.bib\n\nIt “sank”.[fn:1] It “rose”.[fn:2] It “fell”.[fn:3]\n\n* Notes\n\n[fn:1] Cole, https://c.test\n[fn:2] See [cite:@doe p. 7].\n[fn:3] Ibid., p. 8.\n",
        &[&["https://c.test"], &["https://a.test"], &["-"]],
    );
}

/// What is quoted behind the word `Notes`.
fn quoted(format: Format, text: &str) -> Vec<String> {
    let document = parse(text, format, Limits::default());
    let notes = document.prose.text().find("Notes").unwrap_or_default();
    let own = document.quoted.iter().map(|quoted| quoted.parts[0].range()).filter(|range| range.start > notes);
    own.map(|range| document.text(&range).to_string()).collect()
}

#[test]
fn what_a_note_quotes_of_a_key_of_another_file_is_read() {
    let org = "#+bibliography: refs.bib\n\nIt “sank”.[fn:1] It “rose”.[fn:2] It “fell”.[fn:3]\n\n* Notes\n\n[fn:1] But see [cite/t:@doe 3]: \
               “gates speak at night”.\n[fn:2] “Walls speak by day” [cite:@roe 4].\n[fn:3] Roe, “The Walls of the North”; see [cite:@roe].\n";
    assert_eq!(quoted(Format::Org, org), ["gates speak at night", "Walls speak by day"]);
    let latex = "It “sank”.\\footnote{Notes. But see \\textcite[3]{doe}: ``gates speak at night''.} It “rose”.\\footnote{``Walls speak by day'' \
                 \\cite[4]{roe}.} It “fell”.\\footnote{Roe, ``The Walls of the North''; see \\cite{roe}.}\n\n\\bibliography{refs}\n";
    assert_eq!(quoted(Format::Latex, latex), ["gates speak at night", "Walls speak by day"]);
}
