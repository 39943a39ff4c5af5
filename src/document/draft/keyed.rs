//! Notes that cite by key or by name, and have no address of their own: what they quote is read like other text, as far as
//! it stands beside such a mark.

use std::ops::Range;

use crate::document::{BlockKind, Entry, Marker, Shape, entry};

use super::Draft;

/// See the module: each note with the marks in it, in the order of the prose.
pub(super) struct Keyed {
    notes: Vec<(Range<usize>, Vec<Range<usize>>)>,
}

impl Keyed {
    pub(super) fn of(draft: &Draft<'_>) -> Self {
        // A key can lead to what another file holds.
        let is_mark = |link: &&Marker| matches!(link.shape, Shape::Note | Shape::Elsewhere(_));
        let links = draft.links.iter().filter(is_mark).map(Marker::range);
        let mut marks: Vec<Range<usize>> = draft.found.iter().map(|found| found.range.clone()).chain(links).collect();
        marks.sort_unstable_by_key(|mark| (mark.start, mark.end));
        let own = draft.entries.iter().filter(|own| own.source.url.is_some() || own.source.doi.is_some());
        let mut own: Vec<Range<usize>> = own.filter_map(Entry::range).collect();
        own.sort_unstable_by_key(|own| (own.start, own.end));
        let addressed = |block: &Range<usize>| {
            let next = own.partition_point(|own| own.start < block.end);
            own[..next].last().is_some_and(|own| block.start < own.end)
        };
        let mut notes = Vec::new();
        for block in draft.blocks.iter().filter(|block| !marks.is_empty() && block.kind == BlockKind::Entry) {
            let block = block.range();
            let first = marks.partition_point(|mark| mark.start < block.start);
            let own: Vec<_> = marks[first..].iter().take_while(|mark| mark.end <= block.end).cloned().collect();
            if !own.is_empty() && !addressed(&block) {
                notes.push((block, own));
            }
        }
        notes.sort_unstable_by_key(|(block, _)| block.start);
        Self { notes }
    }

    fn around(&self, at: usize) -> Option<&(Range<usize>, Vec<Range<usize>>)> {
        let next = self.notes.partition_point(|(block, _)| block.start <= at);
        self.notes[..next].last().filter(|(block, _)| at < block.end)
    }

    /// Whether such a note stands at `block`.
    pub(super) fn is_note(&self, block: &Range<usize>) -> bool {
        self.around(block.start).is_some_and(|(own, _)| own == block)
    }

    /// Whether what stands in marks at `range` can be quoted: it is in no such note, or beside a mark of it.
    pub(super) fn quotes(&self, prose: &str, range: &Range<usize>) -> bool {
        let Some((block, marks)) = self.around(range.start) else { return true };
        let within = |range: &Range<usize>| range.start - block.start..range.end - block.start;
        let marks: Vec<_> = marks.iter().map(within).collect();
        range.end <= block.end && entry::mark_of(&prose[block.clone()], &marks, &within(range), |_| true).is_some()
    }
}
