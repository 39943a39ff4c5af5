//! What the writer of a document has asked for in marks: to leave parts out, and to be silent about findings.

use std::ops::Range;

use crate::document::ignore::{self, Asked};
use crate::document::marker::notes::Found;
use crate::document::{Entry, Marker, Quoted, Shape};
use crate::finding::silence::{Silence, Which};
use crate::finding::{Code, Finding};
use crate::span::Span;

use super::{Draft, marked};

impl Draft<'_> {
    /// A comment at `range` of the file with these words. Where they are a mark, it is about its own line, or the next
    /// where nothing else stands on its own.
    pub(in crate::document) fn comment(&mut self, words: &str, range: &Range<usize>) {
        if let Some(asked) = ignore::read(words) {
            self.mark(asked, range, self.marked_line(range));
        }
    }

    /// A comment of several lines at `range` of the file, any of which can be a mark.
    pub(in crate::document) fn comment_lines(&mut self, words: &str, range: &Range<usize>) {
        if memchr::memmem::find(words.as_bytes(), b":").is_some() {
            words.lines().for_each(|line| self.comment(line, range));
        }
    }

    /// A mark at `range` of the file, about the bytes of `marked`.
    pub(in crate::document) fn mark(&mut self, asked: Asked, range: &Range<usize>, marked: Range<usize>) {
        match asked {
            Asked::Everything if self.ignored.last().is_some_and(|line| line.contains(&range.start)) => {}
            Asked::Everything => self.ignored.push(marked),
            Asked::Findings { which, unknown } => {
                self.silenced.push((marked, which));
                for word in unknown {
                    let message = format!("{word} is no code of a finding that can be silenced");
                    let place = self.lines.place(Span::new(range.start, range.end));
                    self.findings.push(Finding::new(Code::IgnoreUnknown, message, Some(place)));
                }
            }
        }
    }

    /// The lines that a mark at `range` is about.
    pub(in crate::document) fn marked_line(&self, range: &Range<usize>) -> Range<usize> {
        marked::lines(self.text, self.format, range)
    }

    /// What is asked about a line holds for all of an entry, or a quotation, that stands on it.
    pub(super) fn silence(&mut self) -> Silence {
        let mut silence = Silence::default();
        let silenced = std::mem::take(&mut self.silenced);
        if !silenced.is_empty() {
            let quotations = self.quotations();
            let standing = Standing::of(&self.entries);
            for (range, which) in silenced {
                let range = with_quotation(range, &quotations);
                for entry in standing.meant(&self.entries, &range) {
                    silence.add_at(self.entries[entry].span, which.clone());
                }
                silence.add_at(Span::new(range.start, range.end), which);
            }
        }
        let spared = std::mem::take(&mut self.spared);
        if !spared.is_empty() {
            let address =
                |entry: &Entry| entry.source.url_spans.first().map_or(entry.span.start(), |span| span.start());
            let mut entries: Vec<(usize, Span)> =
                self.entries.iter().map(|entry| (address(entry), entry.span)).collect();
            entries.sort_unstable();
            silence_before(&entries, spared, &mut silence);
        }
        silence
    }

    /// Where the block quotations stand in the file, in order.
    fn quotations(&self) -> Vec<Range<usize>> {
        let mut found: Vec<(usize, Range<usize>)> = Vec::new();
        for (number, block) in self.blocks.iter().filter_map(|block| Some((block.quotation()?, block))) {
            let own = self.prose.span(&block.range()).range();
            match found.last_mut().filter(|(last, _)| *last == number) {
                Some((_, range)) => range.end = own.end.max(range.end),
                None => found.push((number, own)),
            }
        }
        let mut found: Vec<Range<usize>> = found.into_iter().map(|(_, range)| range).collect();
        found.sort_unstable_by_key(|range| range.start);
        found
    }

    /// Takes out what the writer has asked to leave out; gives the entries and the marks that were among it.
    pub(super) fn leave_out(&mut self, found: &mut Vec<Found>, quoted: &mut Vec<Quoted>) -> (Vec<Entry>, Vec<Found>) {
        if self.ignored.is_empty() {
            return (Vec::new(), Vec::new());
        }
        let quotations = self.quotations();
        let asked = std::mem::take(&mut self.ignored).into_iter();
        let ignored = apart(asked.map(|range| with_quotation(range, &quotations)).collect());
        let mut kept = vec![true; self.entries.len()];
        let standing = Standing::of(&self.entries);
        for entry in ignored.iter().flat_map(|range| standing.meant(&self.entries, range)) {
            kept[entry] = false;
        }
        let is_in = |at: usize| {
            let next = ignored.partition_point(|range| range.end <= at);
            ignored.get(next).is_some_and(|range| range.start <= at)
        };
        let unread: Vec<Found> = found.extract_if(.., |found| is_in(found.span.start())).collect();
        quoted.retain(|quoted| !is_in(self.prose.span(&quoted.parts[0].range()).start()));
        // A block quotation that begins there is none of the document's.
        let mut last = None;
        for block in self.blocks.iter_mut().filter(|block| block.quotation().is_some()) {
            let begins = last.is_none_or(|(quotation, _)| Some(quotation) != block.quotation());
            let left_out =
                if begins { is_in(self.prose.span(&block.range()).start()) } else { last.is_some_and(|(_, out)| out) };
            last = block.quotation().map(|quotation| (quotation, left_out));
            if left_out {
                block.set_apart();
            }
        }
        let gone = self.entries.iter().zip(&kept).filter(|(_, kept)| !**kept).map(|(entry, _)| entry.span.range());
        let left_out = apart(gone.chain(ignored.iter().cloned()).collect());
        let is_left_out = |at: usize| {
            let next = left_out.partition_point(|range| range.end <= at);
            left_out.get(next).is_some_and(|range| range.start <= at)
        };
        self.findings.retain(|finding| !finding.place.is_some_and(|place| is_left_out(place.span.start())));
        let renumbered: Vec<usize> = kept
            .iter()
            .scan(0, |next, kept| {
                let own = *next;
                *next += usize::from(*kept);
                Some(own)
            })
            .collect();
        let is_kept = |link: &Marker| link.entries.iter().all(|&entry| kept[entry]);
        let stays = |link: &Marker| matches!(link.shape, Shape::Note | Shape::Link) && !is_in(link.span.start());
        self.links.retain(|link| is_kept(link) || stays(link));
        for link in &mut self.links {
            if is_kept(link) {
                link.entries = link.entries.iter().map(|&entry| renumbered[entry]).collect();
            } else {
                // The mark of a note that is left out is no orphan, and what stands before it, or before a link whose source is left
                // out, is none of another source.
                link.entries = Vec::new().into();
                link.shape = Shape::Wanting;
            }
        }
        let (stay, go): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.entries).into_iter().zip(kept).partition(|(_, kept)| *kept);
        self.entries = stay.into_iter().map(|(entry, _)| entry).collect();
        (go.into_iter().map(|(entry, _)| entry).collect(), unread)
    }
}

/// Is silent about the source of the last address before each of these bytes of the file, where the two belong together.
/// `entries` are sorted by where their addresses stand.
fn silence_before(entries: &[(usize, Span)], spared: Vec<usize>, silence: &mut Silence) {
    /// Other templates that stand between.
    const BESIDE: usize = 200;
    for at in spared {
        let last = entries[..entries.partition_point(|(address, _)| *address < at)].last();
        if let Some((_, span)) = last.filter(|(_, span)| at < span.end() || at - span.end() <= BESIDE) {
            silence.add_at(*span, Which::All);
        }
    }
}

/// Where the entries stand, in order, each with the furthest end of all up to it.
struct Standing(Vec<(Range<usize>, usize, usize)>);

impl Standing {
    fn of(entries: &[Entry]) -> Self {
        let places = entries.iter().enumerate().map(|(index, entry)| (entry.span.range(), index, 0));
        let mut places: Vec<_> = places.collect();
        places.sort_unstable_by_key(|(range, index, _)| (range.start, range.end, *index));
        let mut furthest = 0;
        for (range, _, reach) in &mut places {
            furthest = furthest.max(range.end);
            *reach = furthest;
        }
        Self(places)
    }

    /// The entries that begin on the lines `asked`, and those that begin before and go on there. Of several addresses of
    /// one note that began before it is those that stand on the lines, if any does.
    fn meant(&self, entries: &[Entry], asked: &Range<usize>) -> Vec<usize> {
        /// Entries that go on over the beginning of one line.
        const MOST: usize = 1_000;
        let address = |entry: usize| entries[entry].source.url_spans.first().map(|span| span.start());
        let begun = self.0.partition_point(|(range, ..)| range.start < asked.start);
        let ends = self.0.partition_point(|(range, ..)| range.start < asked.end);
        let mut meant: Vec<usize> = self.0[begun..ends].iter().map(|(_, index, _)| *index).collect();
        let near = self.0[..begun].iter().rev().take_while(|(.., reach)| *reach > asked.start);
        let around: Vec<_> = near.filter(|(range, ..)| range.end > asked.start).take(MOST).collect();
        let stands_there = |entry: usize| address(entry).is_some_and(|at| asked.contains(&at));
        let mut with_address: Vec<&Range<usize>> =
            around.iter().filter(|(_, index, _)| stands_there(*index)).map(|(range, ..)| range).collect();
        with_address.dedup();
        let is_meant = |range: &Range<usize>, entry: usize| stands_there(entry) || !with_address.contains(&range);
        meant.extend(around.iter().filter(|(range, index, _)| is_meant(range, *index)).map(|(_, index, _)| *index));
        meant
    }
}

/// The lines with all of a block quotation that begins on them.
fn with_quotation(asked: Range<usize>, quotations: &[Range<usize>]) -> Range<usize> {
    let first = quotations.partition_point(|quotation| quotation.start < asked.start);
    let begins = quotations[first..].iter().take_while(|quotation| quotation.start < asked.end);
    let end = begins.map(|quotation| quotation.end).max().unwrap_or_default();
    asked.start..asked.end.max(end)
}

/// The same bytes in ranges that do not overlap, in order.
fn apart(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match apart.last_mut().filter(|last| last.end > range.start) {
            Some(last) => last.end = last.end.max(range.end),
            None => apart.push(range),
        }
    }
    apart
}

#[cfg(test)]
#[path = "asked_tests.rs"]
mod tests;
