//! Jupyter notebooks: the Markdown of their cells, with the way back to the strings of the JSON.

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::finding::{Code, Finding};
use crate::span::{Lines, Span};

use super::{Document, Format, Prose, markdown};

#[derive(Deserialize)]
struct Notebook<'a> {
    #[serde(borrow, default)]
    cells: Vec<Cell<'a>>,
    /// Where older notebooks keep their cells.
    #[serde(borrow, default)]
    worksheets: Vec<Sheet<'a>>,
}

#[derive(Deserialize)]
struct Sheet<'a> {
    #[serde(borrow, default)]
    cells: Vec<Cell<'a>>,
}

#[derive(Deserialize)]
struct Cell<'a> {
    #[serde(default, rename = "cell_type")]
    kind: String,
    /// Of a heading, in older notebooks.
    #[serde(default)]
    level: u8,
    #[serde(borrow, default)]
    source: Option<&'a RawValue>,
}

/// Reads a notebook.
pub(super) fn read(text: &str, lines: &Lines<'_>) -> Document {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let (notebook, problem) = match serde_json::from_str::<Notebook<'_>>(&text[start..]) {
        Ok(notebook) => (notebook, None),
        Err(why) => (Notebook { cells: Vec::new(), worksheets: Vec::new() }, Some(why.to_string())),
    };
    let words = words(text, &notebook);
    let mut document = {
        let own = words.text();
        markdown::read(own, &Lines::new(own))
    };
    document.lead_through(&words, lines);
    document.format = Format::Jupyter;
    if let Some(why) = problem {
        let place = lines.place(Span::new(0, 0));
        document.findings.push(Finding::new(
            Code::EntryBroken,
            format!("the notebook cannot be read: {why}"),
            Some(place),
        ));
    }
    document
}

/// Where HTML stands in the cells in which Markdown is not read, in order.
pub(super) fn raw_html(text: &str) -> Vec<std::ops::Range<usize>> {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let Ok(notebook) = serde_json::from_str::<Notebook<'_>>(&text[start..]) else { return Vec::new() };
    let words = words(text, &notebook);
    markdown::raw_html(words.text()).into_iter().map(|range| words.span(&range).range()).collect()
}

/// The Markdown of the cells.
fn words(text: &str, notebook: &Notebook<'_>) -> Prose {
    let mut words = Prose::default();
    let cells = notebook.cells.iter().chain(notebook.worksheets.iter().flat_map(|sheet| &sheet.cells));
    let shown = cells.filter(|cell| matches!(cell.kind.as_str(), "markdown" | "heading"));
    for (cell, source) in shown.filter_map(|cell| Some((cell, cell.source?))) {
        let end = if words.is_empty() { 0 } else { words.span(&(words.len() - 1..words.len())).end() };
        if !words.is_empty() {
            words.decoded("\n\n", end..end);
        }
        if cell.kind == "heading" {
            let signs = "#".repeat(usize::from(cell.level.clamp(1, 6)));
            words.decoded(&format!("{signs} "), end..end);
        }
        for string in strings(source) {
            let at = string.as_ptr() as usize - text.as_ptr() as usize;
            decode(&mut words, text, at..at + string.len());
        }
    }
    words
}

/// The strings of a source: one, or one for each line.
fn strings(source: &RawValue) -> Vec<&str> {
    if source.get().starts_with('[') {
        let lines: Vec<&RawValue> = serde_json::from_str(source.get()).unwrap_or_default();
        return lines.into_iter().map(RawValue::get).collect();
    }
    vec![source.get()]
}

/// Appends what a JSON string at `range` says.
fn decode(words: &mut Prose, text: &str, range: std::ops::Range<usize>) {
    let inner = text[range.clone()].strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let Some(inner) = inner else { return };
    let (mut at, end) = (range.start + 1, range.start + 1 + inner.len());
    while at < end {
        let run = memchr::memchr(b'\\', &text.as_bytes()[at..end]).map_or(end, |run| at + run);
        words.copy(text, at..run);
        if run == end {
            break;
        }
        let length = escape_length(&text[run..end]);
        // The escape is read by the library: it knows pairs of surrogates.
        let said: String = serde_json::from_str(&format!("\"{}\"", &text[run..run + length])).unwrap_or_default();
        words.decoded(&said, run..run + length);
        at = run + length;
    }
}

/// The bytes of the escape that `rest` begins with; two that stand for one character are one.
fn escape_length(rest: &str) -> usize {
    let high = rest.get(2..6).and_then(|digits| u16::from_str_radix(digits, 16).ok());
    match (rest.as_bytes().get(1), high) {
        (Some(b'u'), Some(0xd800..=0xdbff)) if rest.get(6..8) == Some("\\u") && rest.len() >= 12 => 12,
        (Some(b'u'), _) => rest.len().min(6),
        _ => rest.len().min(2),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Format, Limits, parse};

    fn read(text: &str) -> super::Document {
        parse(text, Format::Jupyter, Limits::default())
    }

    const TEXT: &str = r##"{"cells": [
  {"cell_type": "markdown", "source": ["# The \u201cDawn\u201d\n", "\n", "It was \"a long\n", "night\".[^1] See [é\\_x](https:\/\/a.test/\u00e9)."]},
  {"cell_type": "code", "source": "print('https://no.test')"},
  {"cell_type": "markdown", "source": "[^1]: The log. https://b.test \ud83d\ude00"}
 ], "nbformat": 4}"##;

    #[test]
    fn cells_are_read_with_their_places_in_the_file() {
        let document = read(TEXT);
        let urls: Vec<&str> = document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
        assert_eq!(urls, ["https://a.test/é", "https://b.test"]);
        let written: Vec<&str> =
            document.entries.iter().map(|entry| &TEXT[entry.source.url_spans[0].range()]).collect();
        assert_eq!(written, ["https:\\/\\/a.test/\\u00e9", "https://b.test"]);
        assert_eq!(document.title.as_deref(), Some("The “Dawn”"));
        let quote = &document.quoted[0].parts[0].range();
        assert_eq!(document.text(quote), "a long night");
        assert_eq!(&TEXT[document.prose.span(quote).range()], "a long\\n\", \"night");
        assert_eq!(&TEXT[document.markers[0].span.range()], "[^1]");
    }

    #[test]
    fn a_notebook_that_is_cut_says_so() {
        for (end, _) in TEXT.char_indices() {
            let document = read(&TEXT[..end]);
            assert!(!document.findings.is_empty(), "{end}");
        }
        assert!(read(TEXT).findings.is_empty());
        assert!(
            read(r#"{"cells": [{"cell_type": "markdown", "source": 7}, {"cell_type": "markdown"}]}"#)
                .entries
                .is_empty()
        );
    }

    #[test]
    fn headings_of_older_notebooks_are_headings() {
        let cells = r#"{"cell_type": "heading", "level": 1, "source": ["The Lamp"]}, {"cell_type": "markdown", "source": "It rose.[^1]"},
            {"cell_type": "heading", "level": 2, "source": "References"}, {"cell_type": "markdown", "source": "[^1]: https://a.test"}"#;
        let document = read(&format!(r#"{{"worksheets": [{{"cells": [{cells}]}}], "nbformat": 3}}"#));
        assert_eq!(document.title.as_deref(), Some("The Lamp"));
        let headings = document.blocks.iter().filter(|block| block.kind == super::super::BlockKind::Heading);
        assert_eq!(headings.count(), 2);
        assert_eq!(document.markers.len(), 1);
    }
}
