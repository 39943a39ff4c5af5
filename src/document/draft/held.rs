//! Block quotations within items of lists and within notes: whose they are is told by what holds them.

use std::cmp::Reverse;
use std::ops::Range;

use crate::document::{BlockKind, Entry, Role};

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
        for quotation in held {
            let is_around = |entry: &Entry| {
                let range = entry.range().filter(|_| matches!(entry.role, Role::Footnote | Role::Listed { .. }));
                range.is_some_and(|range| range.start < quotation.start && quotation.end <= range.end)
            };
            let mut own = self.entries.iter_mut().filter(|entry| is_around(entry));
            let (Some(entry), None) = (own.next(), own.next()) else { continue };
            let overlaps = |quote: &Range<usize>| quote.start < quotation.end && quotation.start < quote.end;
            let source = entry.source.url.is_some() || entry.source.doi.is_some();
            if source && !entry.quotes.iter().any(overlaps) {
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
