//! Block quotations within items of lists and within notes: whose they are is told by what holds them.

use std::cmp::Reverse;
use std::ops::Range;

use crate::document::{BlockKind, Entry, Prose, Role};

use super::Draft;

/// Words of the shortest quotation of a note.
const WORDS: usize = 3;

impl Draft<'_> {
    /// Keeps the items of lists that hold a block quotation, and all within these.
    pub(super) fn items_with_quotations(&mut self) {
        let quotations: Vec<usize> =
            self.blocks.iter().filter(|block| block.quotation().is_some()).map(|block| block.range().start).collect();
        self.items.sort_unstable_by_key(|item| (item.start, Reverse(item.end)));
        let mut outer = 0;
        self.items.retain(|item| {
            let next = quotations.partition_point(|at| *at < item.start);
            let holds = quotations.get(next).is_some_and(|at| *at < item.end);
            outer = if holds { item.end.max(outer) } else { outer };
            holds || item.end <= outer
        });
        self.items.shrink_to_fit();
    }

    /// What a note shows as a block quotation, it quotes of its source, where it names one alone, before the quotation.
    pub(super) fn quotations_of_notes(&mut self) {
        let held: Vec<Range<usize>> = self.quotations_of_entries();
        if held.is_empty() {
            return;
        }
        // The notes in the order of the prose; those of one range follow each other.
        let is_note = |entry: &Entry| matches!(entry.role, Role::Footnote | Role::Listed { .. });
        let own = self.entries.iter().enumerate().filter(|(_, entry)| is_note(entry));
        let mut notes: Vec<(Range<usize>, usize)> = own.filter_map(|(at, entry)| Some((entry.range()?, at))).collect();
        notes.sort_unstable_by_key(|(range, at)| (range.start, *at));
        for quotation in held {
            let next = notes.partition_point(|(range, _)| range.start < quotation.start);
            let mut around = notes[..next].iter().rev().take(2).filter(|(range, _)| quotation.end <= range.end);
            let (Some(&(_, at)), None) = (around.next(), around.next()) else { continue };
            let entry = &mut self.entries[at];
            let overlaps = |quote: &Range<usize>| quote.start < quotation.end && quotation.start < quote.end;
            if is_named_before(entry, &self.prose, quotation.start) && !entry.quotes.iter().any(overlaps) {
                entry.quotes.push(quotation);
            }
        }
    }

    /// The block quotations that follow a block of the same note, without links.
    fn quotations_of_entries(&self) -> Vec<Range<usize>> {
        let text = self.prose.text();
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut last = None;
        for (at, block) in self.blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Entry) {
            let Some(quotation) = block.quotation() else { continue };
            match found.last_mut().filter(|_| last == Some((at - 1, quotation))) {
                Some(range) => range.end = block.range().end,
                None => found.push(block.range()),
            }
            last = Some((at, quotation));
        }
        found.retain(|range| {
            let own = &text[range.clone()];
            own.split_whitespace().count() >= WORDS && !own.contains("://")
        });
        found
    }
}

/// Whether a note names its source before the position `at` of the prose.
fn is_named_before(entry: &Entry, prose: &Prose, at: usize) -> bool {
    let before = entry.range().and_then(|range| prose.text().get(range.start..at)).unwrap_or_default();
    match entry.source.url_spans.first() {
        Some(span) => entry.span.start() <= span.start() && span.start() < prose.span(&(at..at)).start(),
        // What stands for an earlier note says so at its front.
        None if entry.again => true,
        None => entry.source.doi.as_deref().is_some_and(|doi| before.to_lowercase().contains(doi)),
    }
}
