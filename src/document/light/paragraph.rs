//! The lines of a paragraph joined to one text, with the way back to the file: what readers of light markup walk over.

use std::ops::Range;

use crate::locator::scan;
use crate::span::{Span, floor_char_boundary};

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

/// Where marks come next in a text that is walked from its beginning to its end: what is far away, or not there at all, is
/// looked for once and not at every step.
#[derive(Debug, Default)]
pub(in crate::document) struct Ahead {
    marks: Vec<Next>,
}

#[derive(Debug)]
struct Next {
    mark: &'static str,
    /// Where it begins; if it was not found, up to where it does not.
    at: usize,
    found: bool,
}

impl Ahead {
    /// Where `mark` first stands within `range`; no later call asks about what lies before this one.
    pub(in crate::document) fn find(&mut self, text: &str, range: &Range<usize>, mark: &'static str) -> Option<usize> {
        if range.is_empty() {
            return None;
        }
        let known = self.marks.iter().position(|next| next.mark == mark).unwrap_or_else(|| {
            self.marks.push(Next { mark, at: 0, found: false });
            self.marks.len() - 1
        });
        let next = &mut self.marks[known];
        if !next.found || next.at < range.start {
            let start = next.at.max(range.start);
            let found =
                text.get(start..range.end).and_then(|rest| memchr::memmem::find(rest.as_bytes(), mark.as_bytes()));
            // A mark can begin in what was looked at and end behind it.
            let end = floor_char_boundary(text, range.end.saturating_sub(mark.len() - 1)).max(start);
            (next.at, next.found) = (found.map_or(end, |found| start + found), found.is_some());
        }
        (next.found && next.at + mark.len() <= range.end).then_some(next.at)
    }
}

/// The addresses of a text that is walked from its beginning to its end: what is too long for one is not read again at
/// every sign of it.
#[derive(Debug, Default)]
pub(in crate::document) struct Addresses {
    none_before: usize,
}

impl Addresses {
    /// The end of the address that begins at `at`, if one does.
    pub(in crate::document) fn end(&mut self, text: &str, at: usize) -> Option<usize> {
        if at < self.none_before {
            return None;
        }
        let found = scan::at_or_on(text, at)?;
        self.none_before = found.err().unwrap_or(self.none_before);
        found.ok()
    }
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
        let (mut at, text) = (range.start, draft.text);
        for part in words.split_inclusive(' ') {
            let bare = part.trim_end_matches(' ');
            if !bare.is_empty() {
                let span = self.prose.span(&(at..at + bare.len()));
                draft.prose.copy(text, span.range());
            }
            if bare.len() < part.len() {
                let span = self.prose.span(&(at + bare.len()..at + part.len()));
                draft.prose.space(text, span.range());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_found_where_it_comes_next() {
        let text = "a]b]] é]] c";
        let mut ahead = Ahead::default();
        let mut find = |from: usize, to: usize| ahead.find(text, &(from..to), "]]");
        assert_eq!((find(0, 4), find(0, 5), find(1, text.len()), find(3, 4)), (None, Some(3), Some(3), None));
        assert_eq!((find(4, 7), find(5, text.len()), find(9, text.len())), (None, Some(8), None));
        assert_eq!((find(10, 10), find(11, text.len())), (None, None));
    }
}
