//! The lines of a paragraph joined to one text, with the way back to the file: what readers of light markup walk over.

use std::ops::Range;

use crate::span::Span;

use crate::document::Prose;
use crate::document::draft::Draft;

/// The lines of a text without their ends, each with where it begins; a byte order mark is part of none.
pub(in crate::document) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |whole| {
        let line = whole.trim_end_matches(['\n', '\r']);
        let skip = if start == 0 { line.len() - line.trim_start_matches('\u{feff}').len() } else { 0 };
        let at = start + skip;
        start += whole.len();
        (at, &line[skip..])
    })
}

/// Where the bracket closes whose inside `text` begins with.
pub(in crate::document) fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'[' => depth += 1,
            b']' if depth == 0 => return Some(at),
            b']' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// A paragraph as it stands, its markup included.
pub(in crate::document) struct Paragraph {
    prose: Prose,
}

impl Paragraph {
    /// The `pieces` of the file, one space between each.
    pub(in crate::document) fn of(text: &str, pieces: &[Range<usize>]) -> Self {
        let mut prose = Prose::default();
        for (index, piece) in pieces.iter().enumerate() {
            if index > 0 {
                let before = pieces[index - 1].end;
                prose.decoded(" ", before..piece.start.max(before));
            }
            prose.copy(text, piece.clone());
        }
        Self { prose }
    }

    /// Its text.
    pub(in crate::document) fn text(&self) -> &str {
        self.prose.text()
    }

    /// The bytes of the file that a range of it comes from.
    pub(in crate::document) fn span(&self, range: &Range<usize>) -> Span {
        self.prose.span(range)
    }

    /// Copies a range into the prose of the document, line by line.
    pub(in crate::document) fn copy(&self, draft: &mut Draft<'_>, range: Range<usize>) {
        let words = &self.prose.text()[range.clone()];
        let mut at = range.start;
        for part in words.split_inclusive(' ') {
            let bare = part.trim_end_matches(' ');
            let text = draft.text;
            if !bare.is_empty() {
                let span = self.prose.span(&(at..at + bare.len()));
                draft.prose.copy(text, span.range());
            }
            if bare.len() < part.len() {
                let span = self.prose.span(&(at + bare.len()..at + part.len()));
                draft.prose.decoded(" ", span.range());
            }
            at += part.len();
        }
    }

    /// Writes `words`, which stand for a range of it.
    pub(in crate::document) fn decoded(&self, draft: &mut Draft<'_>, words: &str, range: &Range<usize>) {
        draft.prose.decoded(words, self.prose.span(range).range());
    }

    /// The pieces of the file that a range comes from, a line each.
    pub(in crate::document) fn pieces(&self, text: &str, range: &Range<usize>) -> Vec<Range<usize>> {
        let span = self.prose.span(range).range();
        let mut pieces = Vec::new();
        let mut at = span.start;
        for line in text[span].split_inclusive('\n') {
            let lead = line.len() - line.trim_start().len();
            let words = line.trim();
            if !words.is_empty() {
                pieces.push(at + lead..at + lead + words.len());
            }
            at += line.len();
        }
        pieces
    }
}
