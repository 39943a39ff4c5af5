//! Where something stands in a text: byte spans, and the line and column that a person counts.

use serde::{Deserialize, Serialize};

/// A range of bytes of the file as it stands on disk, end exclusive.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "(usize, usize)", into = "(usize, usize)")]
pub struct Span {
    /// First byte: a document is far smaller than four gigabytes, and one of many links holds several spans for each.
    start: u32,
    /// One past the last byte.
    end: u32,
}

/// A span with the line and column of its start, both counted from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The bytes.
    pub span: Span,
    /// Line of the first byte, from 1.
    pub line: usize,
    /// Column of the first byte in characters, from 1.
    pub column: usize,
}

/// The line starts of one text, to find line and column of any byte.
#[derive(Debug)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<u32>,
    /// Where places are counted otherwise, their numbers.
    numbers: Vec<usize>,
    /// How many characters begin before each [`STRIDE`]th byte: a line of many megabytes with a million places on it
    /// is counted once, not a million times.
    counted: Vec<usize>,
}

/// Bytes between two character counts: at most this much text is counted again for one place.
const STRIDE: usize = 1024;

impl Span {
    /// A span from `start` to `end`; `end` is never before `start`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span runs forward: {start}..{end}");
        Self { start: small(start), end: small(end.max(start)) }
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// The same range, as the standard library has it.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start()..self.end()
    }

    /// Whether `other` lies within this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl From<(usize, usize)> for Span {
    fn from((start, end): (usize, usize)) -> Self {
        Self { start: small(start), end: small(end.max(start)) }
    }
}

impl From<Span> for (usize, usize) {
    fn from(span: Span) -> Self {
        (span.start(), span.end())
    }
}

impl<'a> Lines<'a> {
    /// Reads the line starts of `text`. Lines end at LF, CR LF or a lone CR.
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let ends = bytes
            .iter()
            .enumerate()
            .filter(|&(at, &byte)| byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')));
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| small(at + 1))).collect();
        let counts = bytes.chunks(STRIDE).scan(0, |before, chunk| {
            let here = *before;
            *before += characters(chunk);
            Some(here)
        });
        Self { text, starts, numbers: Vec::new(), counted: counts.collect() }
    }

    /// Counts by places that begin where it is said, in order, each with its number, instead of by lines: paragraphs,
    /// parts of pages.
    pub fn of_starts(text: &'a str, starts: &[(usize, usize)]) -> Self {
        let first = starts.iter().rfind(|(at, _)| *at == 0).map_or(1, |(_, number)| *number);
        let known = starts.iter().copied().filter(|(at, _)| *at > 0);
        let known = known.map(|(at, number)| (small(at), number));
        let (starts, numbers) = std::iter::once((0, first)).chain(known).unzip();
        Self { starts, numbers, ..Self::new(text) }
    }

    /// The place of `span`; a start beyond the text counts as its end.
    pub fn place(&self, span: Span) -> Place {
        let start = floor_char_boundary(self.text, span.start());
        let line = self.starts.partition_point(|&at| at as usize <= start);
        let column = self.characters_between(self.starts[line - 1] as usize, start) + 1;
        let line = self.numbers.get(line - 1).copied().unwrap_or(line);
        Place { span, line, column }
    }

    /// Counted as they are where the line is short, as nearly all are.
    fn characters_between(&self, from: usize, to: usize) -> usize {
        if to - from <= STRIDE {
            characters(&self.text.as_bytes()[from..to])
        } else {
            self.characters_before(to) - self.characters_before(from)
        }
    }

    fn characters_before(&self, at: usize) -> usize {
        let Some(counted) = self.counted.get(at / STRIDE) else {
            let whole = self.counted.len().saturating_sub(1);
            return self
                .counted
                .last()
                .map_or(0, |before| before + characters(&self.text.as_bytes()[whole * STRIDE..at]));
        };
        counted + characters(&self.text.as_bytes()[at / STRIDE * STRIDE..at])
    }
}

/// Texts are far smaller than four gigabytes, and long ones have many lines.
fn small(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// How many characters begin in `bytes`, which may start or end within one.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count()
}

/// The last character boundary at or before `at`.
pub fn floor_char_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, at: usize, expected: (usize, usize)) {
        let place = Lines::new(text).place(Span::new(at, at));
        assert_eq!((place.line, place.column), expected, "{text:?} at {at}");
    }

    #[test]
    fn columns_count_characters_and_lines_end_at_lf_crlf_or_cr() {
        check("", 0, (1, 1));
        check("ab\ncd", 3, (2, 1));
        check("“a” b", 7, (1, 4));
        check("a\r\nb\rc", 3, (2, 1));
        check("a\r\nb\rc", 5, (3, 1));
        check("ab", 99, (1, 3));
        check("é", 1, (1, 1));
    }

    #[test]
    fn columns_are_right_far_along_a_long_line() {
        let line = "é€ ab".repeat(700);
        let second = format!("x\n{line}");
        let (alone, below) = (Lines::new(&line), Lines::new(&second));
        for (characters, (at, _)) in line.char_indices().enumerate() {
            assert_eq!(alone.place(Span::new(at, at)).column, characters + 1, "at {at}");
            assert_eq!(below.place(Span::new(at + 2, at + 2)).column, characters + 1, "at {at}, on line 2");
        }
        check(&line, line.len(), (1, line.chars().count() + 1));
    }
}
