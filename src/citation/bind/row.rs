//! What stands in a place of its own beside a quote: the source in the next cell of its row, or in the item below.

use std::ops::Range;

use super::{Basis, Binder, Bound, Passage, with};
use crate::citation::attribution::is_attribution;
use crate::citation::quote::word_count;
use crate::document::saying::words;
use crate::document::{Block, BlockKind, Document, Marker};

/// Cells of a row that are looked at.
const MOST_CELLS: usize = 64;
/// Bytes of the prose that may part a mark without words from the cells of its row.
const GAP: usize = 2;
/// Words beside its link or mark that a cell may have which says where the others are from: `see`, `p. 12`.
const OWN_WORDS: usize = 3;
/// Words of a name.
const NAME: usize = 5;

impl Binder<'_> {
    /// The source of a row: one cell of it holds nothing else. It belongs to the quotes of the others.
    pub(super) fn source_of_row(&self, passage: &Passage, sentence: &Range<usize>, closed: usize) -> Option<Bound> {
        let own = passage.blocks.1;
        let block = self.document.blocks.get(own).filter(|block| block.kind == BlockKind::Cell)?;
        if self.is_change(passage, sentence, block) || self.is_mentioned(passage, sentence, closed) {
            return None;
        }
        let mut sources = self.sources_of_row(own, |cell| self.says_no_more(cell))?;
        if sources.is_empty() {
            let named = self.sources_of_row(own, |cell| self.is_noted_name(cell)).filter(|names| names.len() == 1);
            let Some(named) = named else { return Some((self.spanning_source(own)?, Basis::Before)) };
            sources = named;
        }
        let (before, behind): (Vec<_>, Vec<_>) = sources.into_iter().partition(|(at, _)| *at < block.range().start);
        only(behind).map(|entries| (entries, Basis::SameSentence)).or_else(|| Some((only(before)?, Basis::Before)))
    }

    /// The cells of the row of `own` that are sources: where in the prose, and what they point to. A cell
    /// of nothing but a note leaves no words there, so that only its place in the file tells the row.
    fn sources_of_row(&self, own: usize, is_source: impl Fn(usize) -> bool) -> Option<Vec<(usize, Vec<usize>)>> {
        let blocks = &self.document.blocks;
        let place = |block: &Block| self.document.prose.span(&block.range()).start();
        let next = self.document.rows.partition_point(|&row| row <= place(&blocks[own]));
        let begins = *self.document.rows.get(next.checked_sub(1)?)?;
        let ends = self.document.rows.get(next).copied().unwrap_or(usize::MAX);
        let in_row = |block: &&Block| block.kind == BlockKind::Cell && (begins..ends).contains(&place(block));
        let first = blocks[..=own].iter().rev().take(MOST_CELLS).take_while(in_row).last()?.range().start;
        let outside = blocks[own..].iter().take(MOST_CELLS).find(|block| !in_row(block));
        let last = outside.map_or(self.document.prose.text().len(), |block| block.range().start);
        // Notes that were put aside stand behind the text, but before it in the file.
        let behind = outside.map(place).filter(|&at| at > begins);
        let ends = behind.map_or(ends, |at| ends.min(at));
        let mut marks: Vec<&Marker> = Vec::new();
        for list in [&self.leading, &self.narrative, &self.links] {
            let from = list.partition_point(|marker| marker.range().start + GAP < first);
            let near = list[from..].iter().take_while(|marker| marker.range().start <= last).take(MOST_CELLS);
            marks.extend(
                near.filter(|marker| !marker.entries.is_empty() && (begins..ends).contains(&marker.span.start())),
            );
        }
        marks.sort_by_key(|marker| (marker.range().start, marker.range().end));
        let (mut found, mut at): (Vec<(usize, Vec<usize>)>, Option<usize>) = (Vec::new(), None);
        for marker in marks {
            let cell = self.document.block_at(marker.range().start).filter(|&cell| in_row(&&blocks[cell]));
            let cell = cell.filter(|&cell| place(&blocks[cell]) <= marker.span.start());
            if cell == Some(own) && marker.range().end <= blocks[own].range().end && !marker.range().is_empty() {
                continue;
            }
            match found.last_mut().filter(|_| cell.is_some() && cell == at) {
                Some((_, entries)) => *entries = with(std::mem::take(entries), &marker.entries),
                None if cell.is_none_or(|cell| cell == own || is_source(cell)) => {
                    found.push((marker.range().start, marker.entries.to_vec()));
                }
                None => continue,
            }
            at = cell;
        }
        Some(found)
    }

    /// What the one cell points to that stands in the row of `own` as well, begun in one above it.
    fn spanning_source(&self, own: usize) -> Option<Vec<usize>> {
        let Document { blocks, rows, spanning, prose, .. } = self.document;
        let place = |block: &Block| prose.span(&block.range()).start();
        let row_of = |at: usize| rows.partition_point(|&row| row <= at).checked_sub(1);
        let row = row_of(place(&blocks[own]))?;
        let around = blocks[..=own].iter().rev().take(MOST_CELLS).take_while(|block| block.kind == BlockKind::Cell);
        // Of the same table.
        let first = around.filter_map(|block| row_of(place(block))).min()?;
        let mut found: Vec<Vec<usize>> = Vec::new();
        let next = spanning.partition_point(|(cell, _)| cell.start() < rows[first]);
        for (cell, count) in spanning[next..].iter().take_while(|(cell, _)| cell.start() < place(&blocks[own])) {
            if row_of(cell.start()).is_none_or(|begins| begins >= row || begins + count <= row) {
                continue;
            }
            let within = |at: usize| cell.range().contains(&at);
            let mut its = (0..own).rev().take(MOST_CELLS).filter(|&at| within(place(&blocks[at])));
            if its.any(|at| !self.says_no_more(at)) {
                continue;
            }
            let near = blocks[own.saturating_sub(MOST_CELLS)].range().start..=blocks[own].range().end;
            let marks = [&self.leading, &self.narrative, &self.links].into_iter().flat_map(|list| {
                let from = list.partition_point(|marker| marker.range().start < *near.start());
                list[from..].iter().take_while(|marker| marker.range().start <= *near.end())
            });
            let entries = marks.filter(|marker| within(marker.span.start())).flat_map(|marker| marker.entries.iter());
            let entries: Vec<usize> = entries.copied().collect();
            if !entries.is_empty() {
                found.push(entries);
            }
        }
        let only = found.pop()?;
        found.is_empty().then_some(only)
    }

    /// Whether a cell holds next to nothing but links, or nothing but notes.
    fn says_no_more(&self, cell: usize) -> bool {
        let range = &self.document.blocks[cell].range();
        let prose = self.document.prose.text();
        let within = |list: &'_ [&Marker]| -> Vec<Range<usize>> {
            let from = list.partition_point(|marker| marker.range().start < range.start);
            let own = list[from..].iter().take_while(|marker| marker.range().end <= range.end).take(MOST_CELLS);
            own.map(|marker| marker.range()).collect()
        };
        let links = within(&self.links);
        let least = if links.is_empty() { 0 } else { OWN_WORDS };
        let mut marks = [links, within(&self.leading)].concat();
        marks.sort_by_key(|mark| mark.start);
        let (mut outside, mut at) = (0, range.start);
        for mark in marks {
            outside += words(prose.get(at..mark.start).unwrap_or_default()).count();
            at = mark.end.max(at);
        }
        outside += words(prose.get(at..range.end).unwrap_or_default()).take(OWN_WORDS + 1).count();
        outside <= least
    }

    /// Whether a cell is a name with a note behind it: who says what the others of its row quote.
    fn is_noted_name(&self, cell: usize) -> bool {
        let range = &self.document.blocks[cell].range();
        let from = self.leading.partition_point(|note| note.range().start < range.start);
        let note = self.leading.get(from).map(|note| note.range()).filter(|note| note.end <= range.end);
        let prose = self.document.prose.text();
        let Some(note) = note else { return false };
        let name = prose.get(range.start..note.start).unwrap_or_default().trim();
        let links = self.links.partition_point(|link| link.range().start < range.start);
        let linked = self.links.get(links).is_some_and(|link| link.range().start < range.end);
        let ends = !prose.get(note.end..range.end).is_some_and(|rest| rest.contains(char::is_alphabetic));
        let is_name = name.starts_with(char::is_uppercase) && !name.contains(|c: char| c.is_ascii_digit());
        is_name && ends && !linked && word_count(name) <= NAME
    }

    /// The source in the item below that says no more, where the quote ends its own item.
    pub(super) fn source_below(&self, passage: &Passage, closed: usize) -> Option<Bound> {
        let own = passage.blocks.1;
        let block = self.document.blocks.get(own).filter(|block| block.kind == BlockKind::Item)?;
        let below = self.document.blocks.get(own + 1).filter(|below| below.kind == BlockKind::Item)?;
        let text = self.document.text(&below.range());
        let ends = self.document.prose.text().get(closed..block.range().end)?;
        if word_count(ends) > 0 || !is_attribution(text) {
            return None;
        }
        self.marked_in(below.range()).map(|entries| (entries, Basis::Explicit))
    }
}

/// What the one cell that there is points to.
fn only(mut cells: Vec<(usize, Vec<usize>)>) -> Option<Vec<usize>> {
    let (_, last) = cells.pop()?;
    cells.is_empty().then_some(last)
}
