//! What a block quote belongs to: its attribution, a note behind it, the line below or above.

use std::ops::Range;

use super::{Basis, Binder, Bound, Passage, first_from};
use crate::citation::attribution;
use crate::citation::quote::word_count;
use crate::document::saying::says;
use crate::document::{Block, BlockKind, Marker};

/// Items of a list that are passed over on the way to the line that leads to it.
const MOST_ITEMS: usize = 64;
/// Words that an item may have beside its quote: `he said`, `Quote:`.
const BESIDE: usize = 3;
/// Bytes of them, and of the marks of the quote.
const BESIDE_BYTES: usize = 120;

/// Bytes of the longest last line of a paragraph that says where the one before it is from.
const LAST_LINE_BYTES: usize = 600;

impl Binder<'_> {
    /// A block quote is bound by what stands in its attribution, at its end, right below it, or in the line that leads
    /// to it.
    pub(super) fn bind_block(&mut self, passage: &Passage) -> Bound {
        let (first, last) = passage.blocks;
        let quotation = self.document.blocks[first].quotation();
        let whole_end = self.document.blocks.get(last..).and_then(|rest| {
            rest.iter().take_while(|block| block.quotation() == quotation).last().map(|block| block.range.end)
        });
        let end = whole_end.unwrap_or(passage.range.end);
        let begins = passage.attribution.as_ref().filter(|range| range.end <= passage.range.start);
        let within = begins.and_then(|range| self.marked_in(range.clone())).or_else(|| {
            let behind = passage.attribution.as_ref().map_or(passage.range.end, |range| range.start);
            self.marked_in(behind..end).or_else(|| self.marked_in(passage.range.clone()))
        });
        within
            .or_else(|| self.note_behind(last, quotation, end))
            .or_else(|| self.below(last, quotation))
            .or_else(|| self.caption(first))
            .map(|entries| (entries, Basis::Explicit))
            .or_else(|| self.lead(first).map(|entries| (entries, Basis::SameSentence)))
            .or_else(|| self.above(first).map(|entries| (entries, Basis::Before)))
            .unwrap_or((Vec::new(), Basis::Unbound))
    }

    /// The last marker within a range, ends included: notes before links.
    pub(super) fn marked_in(&self, range: Range<usize>) -> Option<Vec<usize>> {
        let last = |markers: &[&Marker]| {
            let end = markers.partition_point(|marker| marker.range.start <= range.end);
            let own = markers[..end].iter().rev().take_while(|marker| marker.range.start >= range.start);
            own.filter(|marker| !marker.entries.is_empty()).map(|marker| marker.entries.to_vec()).next()
        };
        last(&self.leading).or_else(|| last(&self.narrative)).or_else(|| last(&self.links))
    }

    /// The first note that stands between a block quote and what follows it, in no paragraph of its own.
    fn note_behind(&self, last: usize, quotation: Option<usize>, end: usize) -> Option<Vec<usize>> {
        let blocks = &self.document.blocks;
        let next = blocks.get(last + 1..)?.iter().find(|block| block.quotation() != quotation);
        let note = first_from(&self.leading, end)?;
        let before = next.is_none_or(|next| note.range.end <= next.range.start && note.range.start < next.range.start);
        let apart = |gap: &str| !gap.contains(char::is_alphanumeric);
        (before && apart(self.document.prose.text().get(end..note.range.start)?)).then(|| note.entries.to_vec())
    }

    /// An attribution in the paragraph below, or a paragraph that is nothing but a link or a mark.
    fn below(&self, last: usize, quotation: Option<usize>) -> Option<Vec<usize>> {
        let next = self.document.blocks.get(last + 1..)?.iter().find(|block| block.quotation() != quotation)?;
        self.is_source_line(next).then(|| self.marked_in(next.range.clone()))?
    }

    /// The source that the line above names, or a heading that is nothing but a link.
    fn above(&self, first: usize) -> Option<Vec<usize>> {
        let above = first.checked_sub(1).map(|above| &self.document.blocks[above])?;
        let names = match above.kind {
            BlockKind::Heading => self.is_bare_mark(above),
            _ => self.is_source_line(above) && !self.is_bare_mark(above),
        };
        (above.quotation().is_none() && names).then(|| self.marked_in(above.range.clone()))?
    }

    /// Whether a block says where the quotation beside it is from, and nothing else.
    fn is_source_line(&self, block: &Block) -> bool {
        let text = self.document.text(&block.range);
        let plain = matches!(block.kind, BlockKind::Paragraph | BlockKind::Caption);
        attribution::is_attribution(text) || attribution::is_bracket(text) || plain && self.is_bare_mark(block)
    }

    /// Whether a block is nothing but one link or note.
    fn is_bare_mark(&self, block: &Block) -> bool {
        let Range { start, end } = block.range;
        let within = |list: &[&Marker]| -> Vec<Range<usize>> {
            let from = list.partition_point(|marker| marker.range.start < start);
            let own = list[from..].iter().take_while(|marker| marker.range.start <= end).take(2);
            own.map(|marker| marker.range.clone()).collect()
        };
        let (links, notes) = (within(&self.links), within(&self.leading));
        let [mark] = &[links, notes].concat()[..] else { return false };
        let prose = self.document.prose.text();
        let blank = |gap: Option<&str>| gap.is_some_and(|gap| !gap.contains(char::is_alphanumeric));
        blank(prose.get(start..mark.start)) && blank(prose.get(mark.end.min(end)..end))
    }

    /// What the caption above says.
    fn caption(&self, first: usize) -> Option<Vec<usize>> {
        let above = first.checked_sub(1).map(|above| &self.document.blocks[above])?;
        (above.kind == BlockKind::Caption).then(|| self.marked_in(above.range.clone()))?
    }

    /// The last marker of the sentence that leads to a block quote with a colon.
    fn lead(&mut self, first: usize) -> Option<Vec<usize>> {
        let before = first.checked_sub(1)?;
        let range = self.document.blocks[before].range.clone();
        let text = self.document.text(&range);
        let after_notes =
            text.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || "[])*_\"”".contains(c));
        if !after_notes.ends_with(':') && !text.trim_end().ends_with(':') {
            return None;
        }
        let ends = self.ends(before);
        let start = ends.len().checked_sub(2).map_or(range.start, |last| ends[last]);
        self.marked_in(start..range.end)
    }

    /// The source of a quote that is next to all of its item or paragraph: the line that leads to the list with a colon and a word
    /// of saying, a heading that is nothing but a link, or the line below that says where it is from.
    pub(super) fn set_apart(&mut self, passage: &Passage) -> Option<Bound> {
        let own = passage.blocks.1;
        let block = self.document.blocks.get(own)?.clone();
        if !matches!(block.kind, BlockKind::Item | BlockKind::Paragraph) {
            return None;
        }
        if let Some(entries) = self.last_line(passage, &block) {
            return Some((entries, Basis::Explicit));
        }
        if !self.is_next_to_all(passage, &block) {
            return self.head_of_item(passage, &block).map(|entries| (entries, Basis::Before));
        }
        let blocks = &self.document.blocks;
        let in_list = |at: usize| block.kind == BlockKind::Item && blocks[at].kind == BlockKind::Item;
        let first = (0..own).rev().take(MOST_ITEMS).take_while(|&at| in_list(at)).last().unwrap_or(own);
        let last = (own + 1..blocks.len()).take(MOST_ITEMS).take_while(|&at| in_list(at)).last().unwrap_or(own);
        if block.kind == BlockKind::Item {
            let leads = first.checked_sub(1).is_some_and(|before| self.introduces(&blocks[before]));
            let before = if leads { self.lead(first) } else { self.bare_heading(first) };
            if let Some(entries) = before {
                return Some((entries, Basis::Before));
            }
        }
        if block.kind == BlockKind::Paragraph {
            let above = own.checked_sub(1).map(|before| &blocks[before]);
            let leads = above.is_some_and(|above| self.introduces(above) || self.ends_with_link(above));
            if let Some(entries) = if leads { self.lead(own) } else { None } {
                return Some((entries, Basis::Before));
            }
            if let Some(entries) = self.mark_below(own, &block) {
                return Some((entries, Basis::Explicit));
            }
        }
        let below = self.document.blocks.get(last + 1).filter(|below| below.kind == BlockKind::Paragraph)?;
        let text = self.document.text(&below.range);
        let dash = text.starts_with(['-', '—', '–', '―']) && block.kind == BlockKind::Item;
        let named = attribution::is_attribution(text) && !dash;
        named.then(|| self.marked_in(below.range.clone()))?.map(|entries| (entries, Basis::Explicit))
    }

    /// What the last line of a paragraph says where the one before it is a quote and next to nothing else.
    fn last_line(&self, passage: &Passage, block: &Block) -> Option<Vec<usize>> {
        let (document, Range { start, end }) = (self.document, block.range.clone());
        let prose = document.prose.text();
        let before = prose.get(start..passage.range.start)?;
        let own = passage.range.end..end;
        if before.len() > BESIDE_BYTES || own.len() > LAST_LINE_BYTES || word_count(before) > BESIDE {
            return None;
        }
        let line = prose.get(own.clone())?.char_indices().filter(|(_, c)| c.is_whitespace());
        let line =
            line.map(|(at, c)| own.start + at + c.len_utf8()).find(|&at| attribution::begins_line(document, at))?;
        let closed = prose.get(own.start..line)?;
        if closed.contains(char::is_alphanumeric) || !attribution::is_attribution(prose.get(line..end)?) {
            return None;
        }
        let marked = |list: &[&Marker]| first_from(list, start).is_some_and(|marker| marker.range.start < line);
        if marked(&self.notes) || marked(&self.narrative) || marked(&self.links) {
            return None;
        }
        self.marked_in(line..end)
    }

    /// The source that an item begins with, and a colon or a dash behind it, where it names no other: all that follows is
    /// from there.
    fn head_of_item(&self, passage: &Passage, block: &Block) -> Option<Vec<usize>> {
        let Range { start, end } = block.range;
        let within = |list: &[&'_ Marker]| {
            let from = list.partition_point(|marker| marker.range.start < start);
            list[from..].iter().take_while(|marker| marker.range.start <= end).take(2).count()
        };
        let link = first_from(&self.links, start).filter(|link| link.range.end < passage.range.start)?;
        let prose = self.document.prose.text();
        let blank = |gap: Option<&str>| gap.is_some_and(|gap| !gap.contains(char::is_alphanumeric));
        let behind = prose.get(link.range.end..passage.range.start)?.trim_start_matches([')', ']', ' ', '*', '_']);
        let heads = blank(prose.get(start..link.range.start)) && behind.starts_with([':', '—', '–', '：']);
        let alone = within(&self.links) == 1 && within(&self.notes) + within(&self.narrative) == 0;
        (block.kind == BlockKind::Item && heads && alone).then(|| link.entries.to_vec()).filter(|own| !own.is_empty())
    }

    /// The note, or the link in a bracket, that stands below a quote in a paragraph of its own.
    fn mark_below(&self, own: usize, block: &Block) -> Option<Vec<usize>> {
        let next = self.document.blocks.get(own + 1);
        let end = next.map_or(self.document.prose.text().len(), |next| next.range.start);
        let note = first_from(&self.leading, block.range.end + 1);
        let apart =
            |note: &&Marker| note.range.start <= end && next.is_none_or(|next| note.range.end < next.range.start);
        if let Some(note) = note.filter(apart) {
            return Some(note.entries.to_vec());
        }
        let below = next.filter(|below| below.kind == BlockKind::Paragraph && self.is_bare_mark(below))?;
        attribution::is_bracket(self.document.text(&below.range)).then(|| self.marked_in(below.range.clone()))?
    }

    /// Whether a block holds a quote and next to nothing else, no mark and no link above all.
    fn is_next_to_all(&self, passage: &Passage, block: &Block) -> bool {
        let Range { start, end } = block.range;
        if (end - start).saturating_sub(passage.range.len()) > BESIDE_BYTES {
            return false;
        }
        let prose = self.document.prose.text();
        let outside = |gap: Option<&str>| gap.map_or(0, word_count);
        let beside = outside(prose.get(start..passage.range.start)) + outside(prose.get(passage.range.end..end));
        let marked = |list: &[&Marker]| first_from(list, start).is_some_and(|marker| marker.range.start <= end);
        beside <= BESIDE && !marked(&self.notes) && !marked(&self.narrative) && !marked(&self.links)
    }

    /// Whether a paragraph tells what somebody says, or is nothing but a link or a mark with its colon.
    fn introduces(&self, block: &Block) -> bool {
        block.kind == BlockKind::Paragraph && (says(self.document.text(&block.range)) || self.is_bare_mark(block))
    }

    /// Whether a paragraph ends with a link and a colon: `As Doe has it in [the Post](…):`
    fn ends_with_link(&self, block: &Block) -> bool {
        let Range { start, end } = block.range;
        let next = self.links.partition_point(|link| link.range.start < end);
        let link = next.checked_sub(1).map(|last| self.links[last]).filter(|link| link.range.start >= start);
        let behind = link.and_then(|link| self.document.prose.text().get(link.range.end..end));
        let behind = behind.map(|behind| behind.trim_matches([' ', ')', '*', '_']));
        block.kind == BlockKind::Paragraph && behind.is_some_and(|behind| behind == ":" || behind == "：")
    }

    /// The source that a heading is a link to.
    fn bare_heading(&self, first: usize) -> Option<Vec<usize>> {
        let above = first.checked_sub(1).map(|above| &self.document.blocks[above])?;
        (above.kind == BlockKind::Heading && self.is_bare_mark(above)).then(|| self.marked_in(above.range.clone()))?
    }
}
