//! Lines whose width says something: headings with a line of signs below, and tables drawn with signs.
//!
//! An edit that such a line has no place for is refused. In a cell the white space behind its words makes place.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Left;
use super::edit::Edit;
use super::table::{self, Table};
use super::width::columns;
use crate::document::Format;
use crate::span::Span;

/// What the lines of a document make of edits.
#[derive(Debug, Default)]
pub(super) struct Laid {
    /// Edits of the white space beside, which keep the columns where they are.
    pub(super) padding: Vec<Edit>,
    /// Those that have no place.
    pub(super) refused: Vec<Left>,
}

/// A line with edits.
struct Line<'a> {
    text: &'a str,
    /// Its bytes, without its end.
    range: Range<usize>,
    edits: &'a [Edit],
}

const UNDERLINED: &str = "it stands in a heading whose underline would not fit any more";
const NARROW: &str = "its cell of the table is too narrow";

/// Fits edits, which are sorted and apart, into their lines.
pub(super) fn fitted(text: &str, format: Format, edits: &[Edit]) -> Laid {
    let mut laid = Laid::default();
    if !matches!(format, Format::Rst | Format::Asciidoc | Format::Markdown | Format::Org | Format::Plain) {
        return laid;
    }
    let tables = if edits.is_empty() { Vec::new() } else { table::find(text, format) };
    let mut at = 0;
    while at < edits.len() {
        let range = line_at(text, edits[at].span.start());
        let count = edits[at..].iter().take_while(|edit| edit.span.start() <= range.end).count().max(1);
        let line = Line { text, range, edits: &edits[at..at + count] };
        at += count;
        let refused = match tables.iter().find(|table| table.range.contains(&line.range.start)) {
            Some(table) => line.in_table(table, &mut laid.padding),
            None if line.outgrows_underline(format) => Some((line.edits, UNDERLINED)),
            None => None,
        };
        if let Some((edits, why)) = refused {
            laid.refused.extend(edits.iter().map(|edit| Left { citation: edit.citation, why: why.to_owned() }));
        }
    }
    laid
}

impl<'a> Line<'a> {
    /// Whether the line is a heading that its underline makes one, and is none with the edits.
    fn outgrows_underline(&self, format: Format) -> bool {
        let below =
            self.text.get(self.range.end..).and_then(|rest| rest.strip_prefix("\r\n").or(rest.strip_prefix('\n')));
        let below = below.and_then(|rest| rest.lines().next()).unwrap_or_default().trim_end();
        let sign = below.chars().next().filter(char::is_ascii_punctuation);
        if sign.is_none_or(|sign| !below.chars().all(|c| c == sign)) {
            return false;
        }
        let own = self.text[self.range.clone()].trim_end();
        match format {
            Format::Rst => {
                let (under, width) = (columns(below).cast_signed(), columns(own).cast_signed());
                let grown = width + self.grown(columns);
                let is_heading = under >= 4 || under >= width;
                is_heading && grown > under && grown > width
            }
            // Asciidoctor: as long as the words, give or take one.
            Format::Asciidoc => {
                let (under, length) = (below.chars().count().cast_signed(), own.chars().count().cast_signed());
                let grown = self.grown(|text| text.chars().count());
                (under - length).abs() <= 1 && (under - length - grown).abs() > 1
            }
            _ => false,
        }
    }

    /// How much wider its edits make it.
    fn grown(&self, measure: fn(&str) -> usize) -> isize {
        self.edits.iter().map(|edit| edit.grown(measure, self.text)).sum()
    }

    /// The edits that their cells have no place for; what there is place for moves nothing behind its cell.
    fn in_table(&self, table: &Table, padding: &mut Vec<Edit>) -> Option<(&'a [Edit], &'static str)> {
        if self.text[self.range.clone()].contains('\t') {
            return Some((self.edits, NARROW));
        }
        let mut at = 0;
        while at < self.edits.len() {
            let start = self.edits[at].span.start();
            let cell = table.cell(self.text, &self.range, start);
            let Some(cell) = cell else {
                at += 1;
                continue;
            };
            let count = self.edits[at..].iter().take_while(|edit| edit.span.start() <= cell.end).count().max(1);
            let edits = &self.edits[at..at + count];
            at += count;
            let grown: isize = edits.iter().map(|edit| edit.grown(columns, self.text)).sum();
            let words = self.text[cell.clone()].trim_end();
            let spaces = cell.len() - words.len();
            let last = edits.last()?;
            let fits = last.span.end() <= cell.start + words.len() && grown <= spaces.cast_signed();
            if !fits {
                return Some((edits, NARROW));
            }
            let (span, text) = match usize::try_from(grown) {
                Ok(0) => continue,
                Ok(wider) => (Span::new(cell.end - wider, cell.end), String::new()),
                Err(_) => (Span::new(cell.end, cell.end), " ".repeat(grown.unsigned_abs())),
            };
            padding.push(Edit { span, text, ..last.clone() });
        }
        None
    }
}

impl Edit {
    /// How much wider it makes its line.
    fn grown(&self, measure: fn(&str) -> usize, text: &str) -> isize {
        measure(&self.text).cast_signed() - measure(&text[self.span.range()]).cast_signed()
    }
}

/// The width of what stands before the signs of a record or a template that stand below each other: `fields` are the
/// characters of each name, and with the white space behind it.
pub(super) fn aligned(fields: impl Iterator<Item = (usize, usize)>) -> Option<usize> {
    let fields: Vec<(usize, usize)> = fields.collect();
    let width = fields.iter().map(|(_, width)| *width).max()?;
    // One name that is too long for its column moves its own sign only.
    let in_column = fields.iter().filter(|(_, own)| *own == width).count();
    let narrower = fields
        .iter()
        .map(|(_, own)| *own)
        .filter(|own| fields.iter().filter(|(_, other)| other == own).count() > in_column)
        .max();
    let width = narrower.unwrap_or(width);
    let names: BTreeSet<usize> = fields.iter().filter(|(_, own)| *own == width).map(|(name, _)| *name).collect();
    (names.len() > 1).then_some(width)
}

/// The white space behind a name: what others have, or as much as brings its sign below theirs.
pub(super) fn behind_name(name: &str, usual: &str, aligned: Option<usize>) -> String {
    let least = usize::from(aligned.is_some());
    let padded = |width: usize| " ".repeat(width.saturating_sub(name.chars().count()).max(least));
    aligned.map_or_else(|| usual.to_owned(), padded)
}

/// The bytes of the line around `at`, without its end.
fn line_at(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    let end = if text[start..end].ends_with('\r') { end - 1 } else { end };
    start..end.max(start)
}
