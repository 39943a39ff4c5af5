//! The words of a document without its markup, with a map back to the bytes of the file.

use std::ops::Range;

use crate::span::Span;

/// A text put together from pieces of a source, in the order of the source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose {
    text: String,
    pieces: Vec<Piece>,
}

/// Bytes of the longest text whose places are told.
pub(super) const LONGEST: usize = i32::MAX as usize;

/// Long documents have several for each link, so that they are as small as they can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    /// Where it starts in the prose, twice, and one more where it is decoded.
    at: u32,
    start: u32,
    end: u32,
}

impl Piece {
    fn new(at: usize, source: Range<usize>, copy: Copied) -> Self {
        let small = |at: usize| u32::try_from(at).expect("a document is far smaller than four gigabytes");
        let at = small(2 * at + usize::from(copy == Copied::Decoded));
        Self { at, start: small(source.start), end: small(source.end) }
    }

    /// Where it starts in the prose; it ends where the next one starts.
    fn at(&self) -> usize {
        (self.at / 2) as usize
    }

    fn copy(&self) -> Copied {
        if self.at.is_multiple_of(2) { Copied::Verbatim } else { Copied::Decoded }
    }

    fn source(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Copied {
    /// Byte for byte.
    Verbatim,
    /// An escape, an entity, a line break: the whole piece stands for the whole source.
    Decoded,
}

impl Prose {
    /// The words.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many bytes of prose there are so far.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Appends `source[range]` as it is, but for tabs: what one sets apart a space does as well.
    pub(super) fn copy(&mut self, source: &str, range: Range<usize>) {
        let mut from = range.start;
        for tab in memchr::memchr_iter(b'\t', &source.as_bytes()[range.clone()]).map(|at| range.start + at) {
            self.verbatim(source, from..tab);
            self.decoded(" ", tab..tab + 1);
            from = tab + 1;
        }
        self.verbatim(source, from..range.end);
    }

    fn verbatim(&mut self, source: &str, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        let length = self.text.len();
        let follows = |last: &&mut Piece| {
            let source = last.source();
            last.copy() == Copied::Verbatim && source.end == range.start && length - last.at() == source.len()
        };
        match self.pieces.last_mut().filter(follows) {
            Some(last) => *last = Piece::new(last.at(), last.source().start..range.end, Copied::Verbatim),
            None => self.pieces.push(Piece::new(length, range.clone(), Copied::Verbatim)),
        }
        self.text.push_str(&source[range]);
    }

    /// Gives back the room that it does not need.
    pub(super) fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.pieces.shrink_to_fit();
    }

    /// Appends `text`, which stands in the source as the bytes of `range`.
    pub(super) fn decoded(&mut self, text: &str, range: Range<usize>) {
        if !text.is_empty() {
            self.pieces.push(Piece::new(self.text.len(), range, Copied::Decoded));
            self.text.push_str(text);
        }
    }

    /// Appends one space for white space of the source: what holds no end of a line there stands as it is.
    pub(super) fn space(&mut self, source: &str, range: Range<usize>) {
        let white = &source[range.clone()];
        if white.starts_with(' ') && !white.contains('\n') {
            self.verbatim(source, range.start..range.start + 1);
        } else {
            self.decoded(" ", range);
        }
    }

    /// Parts what follows from what stands before it.
    pub(super) fn part(&mut self) {
        if !self.text.is_empty() {
            let end = self.pieces.last().map_or(0, |last| last.source().end);
            self.decoded("\n", end..end);
        }
    }

    /// Takes `ranges`, in order and apart, out of the text.
    pub(super) fn cut(&mut self, ranges: &[Range<usize>]) {
        let whole = std::mem::take(self);
        let mut from = 0;
        for range in ranges {
            self.take_over(&whole, from..range.start);
            from = range.end;
        }
        self.take_over(&whole, from..whole.len());
    }

    fn take_over(&mut self, whole: &Self, range: Range<usize>) {
        let first = whole.pieces.partition_point(|piece| piece.at() <= range.start).saturating_sub(1);
        for (index, piece) in whole.pieces.iter().enumerate().skip(first) {
            let end = whole.pieces.get(index + 1).map_or(whole.len(), Piece::at).min(range.end);
            let start = piece.at().max(range.start);
            if start >= range.end {
                break;
            }
            if start < end {
                let source = match piece.copy() {
                    Copied::Verbatim => {
                        let from = piece.source().start + (start - piece.at());
                        from..from + (end - start)
                    }
                    Copied::Decoded => piece.source(),
                };
                self.pieces.push(Piece::new(self.text.len(), source, piece.copy()));
                self.text.push_str(&whole.text[start..end]);
            }
        }
    }

    /// Whether white space that stands for other bytes of the source begins at `at`, as it does where lines are put together.
    pub(crate) fn is_line_break(&self, at: usize) -> bool {
        let piece = self.pieces.partition_point(|piece| piece.at() <= at).checked_sub(1).map(|last| &self.pieces[last]);
        let is_decoded = piece
            .is_some_and(|piece| piece.at() == at && piece.copy() == Copied::Decoded && !piece.source().is_empty());
        is_decoded && self.text[at..].starts_with(char::is_whitespace) || self.text[at..].starts_with('\n')
    }

    /// The bytes of the source that a range of the prose comes from.
    pub fn span(&self, range: &Range<usize>) -> Span {
        let start = self.start_of(range.start);
        if range.is_empty() {
            return Span::new(start, start);
        }
        Span::new(start, self.end_of(range.end).max(start))
    }

    /// The same words, of a source that is itself put together from pieces of a file: leads back to the file.
    pub(super) fn through(self, source: &Prose) -> Self {
        let mut pieces = Vec::with_capacity(self.pieces.len());
        for piece in self.pieces {
            if piece.copy() == Copied::Decoded {
                pieces.push(Piece::new(piece.at(), source.span(&piece.source()).range(), piece.copy()));
                continue;
            }
            let whole = piece.source();
            let mut from = whole.start;
            let first = source.pieces.partition_point(|own| own.at() <= from).saturating_sub(1);
            for (index, own) in source.pieces.iter().enumerate().skip(first) {
                if from >= whole.end {
                    break;
                }
                let end = source.pieces.get(index + 1).map_or(source.text.len(), Piece::at).min(whole.end);
                let at = piece.at() + (from - whole.start);
                let start = own.source().start;
                let range = match own.copy() {
                    Copied::Verbatim => start + (from - own.at())..start + (end - own.at()),
                    Copied::Decoded => own.source(),
                };
                pieces.push(Piece::new(at, range, own.copy()));
                from = end;
            }
        }
        Self { text: self.text, pieces }
    }

    /// The first position of the prose that comes from the byte `at` of the source, or from a later one.
    pub(super) fn position(&self, at: usize) -> usize {
        let next = self.pieces.partition_point(|piece| piece.source().end <= at);
        match self.pieces.get(next) {
            None => self.text.len(),
            Some(piece) if piece.source().start >= at || piece.copy() == Copied::Decoded => piece.at(),
            Some(piece) => piece.at() + (at - piece.source().start),
        }
    }

    fn start_of(&self, at: usize) -> usize {
        let next = self.pieces.partition_point(|piece| piece.at() <= at);
        let Some(piece) = next.checked_sub(1).map(|index| &self.pieces[index]) else {
            return self.pieces.first().map_or(0, |first| first.source().start);
        };
        let source = piece.source();
        match piece.copy() {
            Copied::Verbatim => (source.start + (at - piece.at())).min(source.end),
            Copied::Decoded if at >= self.text.len() => source.end,
            Copied::Decoded => source.start,
        }
    }

    fn end_of(&self, at: usize) -> usize {
        let next = self.pieces.partition_point(|piece| piece.at() < at);
        let Some(piece) = next.checked_sub(1).map(|index| &self.pieces[index]) else {
            return self.start_of(at);
        };
        let source = piece.source();
        match piece.copy() {
            Copied::Verbatim => (source.start + (at - piece.at())).min(source.end),
            Copied::Decoded => source.end,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tab_is_a_space_that_leads_back_to_the_tab() {
        let source = "a\tb\t\tc";
        let mut prose = Prose::default();
        prose.copy(source, 0..source.len());
        assert_eq!(prose.text(), "a b  c");
        assert_eq!((&source[prose.span(&(1..3)).range()], &source[prose.span(&(0..6)).range()]), ("\tb", source));
    }

    #[test]
    fn a_range_of_the_prose_leads_back_to_its_bytes() {
        let source = "a *b* &amp;\r\nc";
        let mut prose = Prose::default();
        prose.copy(source, 0..2);
        prose.copy(source, 3..4);
        prose.copy(source, 5..6);
        prose.decoded("&", 6..11);
        prose.decoded(" ", 11..13);
        prose.copy(source, 13..14);
        assert_eq!(prose.text(), "a b & c");
        let check = |range: Range<usize>, expected: &str| assert_eq!(&source[prose.span(&range).range()], expected);
        check(2..3, "b");
        check(2..5, "b* &amp;");
        check(4..5, "&amp;");
        check(4..7, "&amp;\r\nc");
        check(6..7, "c");
        check(0..7, source);
        assert_eq!((prose.position(3), prose.position(8), prose.position(13), prose.position(99)), (2, 4, 6, 7));
    }
}
