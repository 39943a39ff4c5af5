//! Real documents, found by `CITEWATCH_SHARED`: with nothing to do they stay as they are, and with every source dead only
//! lines change that hold an address or are an entry.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::document::Format;
use crate::fix::tests::{all_dead, read, said};
use crate::fix::{Known, Options, edit, plan};
use crate::span::{Lines, Span};

/// The texts of the corpora that have a format by their ending.
fn documents() -> Vec<(PathBuf, Format, String)> {
    let Some(shared) = std::env::var_os("CITEWATCH_SHARED") else {
        writeln!(std::io::stderr(), "left out: CITEWATCH_SHARED is not set, so the corpora are not at hand").unwrap();
        return Vec::new();
    };
    let mut open = vec![Path::new(&shared).join("corpora")];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if let Some(format) = Format::of_path(&path.to_string_lossy())
                && let Ok(text) = std::fs::read_to_string(&path)
            {
                found.push((path, format, text));
            }
        }
    }
    found.sort_by(|one, other| one.0.cmp(&other.0));
    found
}

#[test]
fn a_document_with_nothing_to_do_stays_as_it_is() {
    for (path, format, text) in documents() {
        let (document, citations) = read(&text, format);
        for known in [Known::default(), Known { sound: true, ..Known::default() }] {
            let made = plan(&text, &document, &citations, &vec![known; citations.len()], &Options::default());
            assert!(edit::applied(&text, &made.edits) == text && made.left.is_empty(), "{}", path.display());
        }
    }
}

#[test]
fn with_every_source_dead_only_entries_and_lines_with_addresses_change() {
    for (path, format, text) in documents() {
        let name = path.display();
        let (document, citations) = read(&text, format);
        let made = plan(&text, &document, &citations, &all_dead(&citations), &Options::default());
        let lines = Lines::new(&text);
        let line = |at: usize| lines.place(Span::new(at, at)).line;
        for edit in &made.edits {
            let entry = &document.entries[edit.citation];
            let own = line(entry.span.start())..=line(entry.span.end()) + 1;
            assert!(own.contains(&line(edit.span.start())), "{name}: {edit:?}");
        }
        let edited = edit::applied(&text, &made.edits);
        let (document, after) = read(&edited, format);
        let (before_said, after_said) = (said(&citations), said(&after));
        let lost: Vec<&String> = before_said.iter().filter(|one| !after_said.contains(one)).collect();
        let new: Vec<&String> = after_said.iter().filter(|one| !before_said.contains(one)).collect();
        let replaced = citations.iter().filter(|own| own.original_url.is_none()).count()
            - after.iter().filter(|own| own.original_url.is_none()).count();
        assert!(new.is_empty() && lost.len() <= replaced, "{name}: {new:#?} for {lost:#?}");
        let dead = citations
            .iter()
            .filter(|own| own.archive_url.is_none() && own.original_url.is_none() && !own.url_spans.is_empty())
            .count();
        let again = plan(&edited, &document, &after, &all_dead(&after), &Options::default());
        assert!(again.edits.is_empty(), "{name}: {:?}", again.edits.first());
        let left = made.left.iter().filter(|left| !citations[left.citation].url_spans.is_empty()).count();
        writeln!(std::io::stderr(), "{name}: {dead} dead, {} edits, {left} left", made.edits.len()).unwrap();
    }
}
