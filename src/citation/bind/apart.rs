//! The source of a quote that has a paragraph, an item or a line to itself: what stands in the next one.

use std::ops::Range;

use super::block::MOST_BLOCKS;
use super::{Basis, Binder, Bound, Passage, behind_mark, first_from};
use crate::citation::QuoteKind;
use crate::citation::attribution::{self, Marks};
use crate::citation::quote::{trimmed, word_count};
use crate::document::saying::{holds, says, words};
use crate::document::{Block, BlockKind, Marker, Quoted};

/// Words that an item may have beside its quote: `he said`, `Quote:`.
const BESIDE: usize = 3;
/// Bytes of them, and of the marks of the quote.
const BESIDE_BYTES: usize = 120;
/// Bytes of a line that says where a quote is from.
const LINE: usize = 400;
/// Marks that are looked at in one.
const MOST_MARKS: usize = 8;
/// Quotes one behind the other that have one source.
const MOST_QUOTES: usize = 8;
/// Words that lead to what somebody says, beside those of saying.
const LEADING: &str = "put puts from per";

impl Binder<'_> {
    /// The source that the line right behind a quote, or behind several, names and nothing else: `“…”`, and
    /// `Source: [Post](…)` below.
    pub(super) fn line_behind(&self, closed: usize, block: &Block) -> Option<Bound> {
        let prose = self.document.prose.text();
        let closed = self.behind_quotes(closed, block)?;
        let rest = prose.get(closed..block.range().end)?;
        let start =
            closed + (rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || ".,;".contains(c)).len());
        if start == block.range().end || !attribution::begins_line(self.document, start) {
            return None;
        }
        let line = prose[start..block.range().end].char_indices();
        let end = line.map(|(at, _)| start + at).take(LINE).find(|&at| self.document.prose.is_line_break(at));
        let line = trimmed(self.document, start..end.unwrap_or(block.range().end));
        let bare = prose[line.clone()].trim_start_matches(['-', ' ']).len();
        if line.len() > LINE || !self.says_where(&line) && !self.says_where(&(line.end - bare..line.end)) {
            return None;
        }
        self.marked_in(line).map(|entries| (entries, Basis::Explicit))
    }

    /// Behind the last of the quotes of a block that follow a place with nothing between them.
    fn behind_quotes(&self, closed: usize, block: &Block) -> Option<usize> {
        let prose = self.document.prose.text();
        let mut at = closed;
        for quoted in self.quoted_in(closed..block.range().end)? {
            let gap = prose.get(at..quoted.parts[0].start()).unwrap_or_default();
            if gap.contains(char::is_alphanumeric) {
                break;
            }
            at = behind_mark(prose, quoted.parts.last().map_or(at, |part| part.end()), block.range().end);
        }
        Some(at)
    }

    /// The quotations that begin in a range, unless there are too many to have one source.
    fn quoted_in(&self, range: Range<usize>) -> Option<&[Quoted]> {
        let all = &self.document.quoted;
        let from = all.partition_point(|quoted| quoted.parts[0].start() < range.start);
        let own = all[from..].iter().take(MOST_QUOTES + 1);
        let count = own.take_while(|quoted| quoted.parts[0].start() < range.end).count();
        (count <= MOST_QUOTES).then(|| &all[from..from + count])
    }

    /// What of a range stands outside of quotations, and how many of these there are.
    fn outside_of_quotes(&self, range: &Range<usize>) -> Option<(String, usize)> {
        let prose = self.document.prose.text();
        let quotes = self.quoted_in(range.clone())?;
        let (mut outside, mut at) = (String::new(), range.start);
        for part in quotes.iter().flat_map(|quoted| &quoted.parts) {
            outside += prose.get(at..part.start().min(range.end)).unwrap_or_default();
            at = part.end().max(at);
        }
        outside += prose.get(at..range.end).unwrap_or_default();
        Some((outside, quotes.len()))
    }

    /// Whether a block is a paragraph of quotes, with no word and no mark beside them.
    fn is_of_quotes(&self, block: &Block) -> bool {
        let plain = block.kind == BlockKind::Paragraph && block.quotation().is_none();
        let bare = |(outside, count): (String, usize)| count > 0 && word_count(&outside) == 0;
        plain && !self.is_marked(block) && self.outside_of_quotes(&block.range()).is_some_and(bare)
    }

    /// Whether a mark or a link stands in a block.
    pub(super) fn is_marked(&self, block: &Block) -> bool {
        let Range { start, end } = block.range();
        let marked = |list: &[&Marker]| first_from(list, start).is_some_and(|marker| marker.range().start <= end);
        marked(&self.notes) || marked(&self.narrative) || marked(&self.links)
    }

    /// Whether a line says where the words before it are from.
    fn says_where(&self, line: &Range<usize>) -> bool {
        let own = |list: &[&Marker]| -> Vec<Range<usize>> {
            let from = list.partition_point(|marker| marker.range().start < line.start);
            let near = list[from..].iter().take_while(|marker| marker.range().start <= line.end).take(MOST_MARKS);
            near.map(|marker| marker.range()).collect()
        };
        let (links, leading) = (own(&self.links), own(&self.leading));
        // `Photo: [Boots](…)` is a line of its own sort; `Source: …` says where words are from.
        let text = self.document.text(line);
        let head = links.first().and_then(|link| text.get(..link.start.checked_sub(line.start)?)).unwrap_or_default();
        if head.contains([':', '：']) && !attribution::is_attribution(text) {
            return false;
        }
        let mut notes = [own(&self.notes), own(&self.narrative)].concat();
        notes.retain(|note| !note.is_empty());
        notes.sort_by_key(|note| note.start);
        attribution::says_where(self.document, line, Marks { notes: &notes, links: &links, leading: &leading })
    }

    /// The source of the paragraph that leads to one with nothing but a quote, or to several, with a colon and a word of
    /// saying, or with a note.
    fn led(&mut self, passage: &Passage, block: &Block, own: usize) -> Option<Vec<usize>> {
        let (begins, _) = self.outside_of_quotes(&(block.range().start..passage.range.start))?;
        let document = self.document;
        let blocks = &document.blocks;
        let of_quotes = |at: &usize| self.is_of_quotes(&blocks[*at]);
        let own = (0..own).rev().take(MOST_BLOCKS).take_while(of_quotes).last().unwrap_or(own);
        let before = own.checked_sub(1)?;
        let above = &blocks[before];
        if above.kind != BlockKind::Paragraph || above.quotation().is_some() || word_count(&begins) > 0 {
            return None;
        }
        let text = self.document.text(&above.range());
        let noted =
            first_from(&self.leading, above.range().start).is_some_and(|note| note.range().start <= above.range().end);
        let leads = noted || self.ends_with_link(above) || says(text) || words(text).any(|word| holds(LEADING, &word));
        leads.then(|| self.lead(own))?
    }

    /// The note that stands by itself between the paragraph of a quote and the next one.
    fn note_apart(&self, block: &Block, last: usize) -> Option<Vec<usize>> {
        let note = first_from(&self.leading, block.range().end + 1)?;
        let next = self.document.blocks.get(last + 1);
        if let Some(next) = next.filter(|next| note.range().start >= next.range().start) {
            let own =
                next.kind == BlockKind::Paragraph && note.range().start <= next.range().end && self.is_bare_mark(next);
            return own.then(|| note.entries.to_vec());
        }
        let gap = self.document.prose.text().get(block.range().end..note.range().start)?;
        (block.kind == BlockKind::Paragraph && gap.trim().is_empty()).then(|| note.entries.to_vec())
    }

    /// The link that an item begins with, and its colon or dash: all that is quoted in it is from there, where no other link
    /// and no mark stands in it.
    pub(super) fn begun_by_link(&self, passage: &Passage, sentence: &Range<usize>, closed: usize) -> Option<Bound> {
        let block = &self.document.blocks[passage.blocks.1];
        if block.kind != BlockKind::Item || passage.blocks.0 != passage.blocks.1 {
            return None;
        }
        let Range { start, end } = block.range();
        let link = first_from(&self.links, start).filter(|link| link.range().end < passage.range.start)?;
        let prose = self.document.prose.text();
        let begins = prose.get(start..link.range().start)?;
        let behind = prose.get(link.range().end..passage.range.start)?.trim_start_matches(['*', '_', ' ', '\u{a0}']);
        let within =
            |list: &[&Marker], from: usize| first_from(list, from).is_some_and(|other| other.range().start <= end);
        let alone =
            !within(&self.links, link.range().end) && !within(&self.notes, start) && !within(&self.narrative, start);
        let leads = !begins.contains(char::is_alphanumeric) && behind.starts_with([':', '–', '—', '：']);
        let quoted = passage.kind != QuoteKind::Term
            && !self.is_change(passage, sentence, block)
            && !self.is_mentioned(passage, sentence, closed);
        (alone && leads && quoted && !link.entries.is_empty()).then(|| (link.entries.to_vec(), Basis::Before))
    }

    /// The source of a quote that is next to all of its item or paragraph: the line that leads to the list with a colon and a word
    /// of saying, a heading that is nothing but a link, or the line below that says where it is from.
    pub(super) fn set_apart(&mut self, passage: &Passage) -> Option<Bound> {
        let own = passage.blocks.1;
        let block = self.document.blocks.get(own)?.clone();
        if !matches!(block.kind, BlockKind::Item | BlockKind::Paragraph) || !self.is_next_to_all(passage, &block) {
            return None;
        }
        let blocks = &self.document.blocks;
        let in_list = |at: usize| block.kind == BlockKind::Item && blocks[at].kind == BlockKind::Item;
        let first = (0..own).rev().take(MOST_BLOCKS).take_while(|&at| in_list(at)).last().unwrap_or(own);
        let last = (own + 1..blocks.len()).take(MOST_BLOCKS).take_while(|&at| in_list(at)).last().unwrap_or(own);
        if block.kind == BlockKind::Item {
            let leads = first.checked_sub(1).is_some_and(|before| self.introduces(&blocks[before]));
            let before = if leads { self.lead(first) } else { self.bare_heading(first) };
            if let Some(entries) = before {
                return Some((entries, Basis::Before));
            }
        }
        // What stands below says it more surely than what leads there.
        if let Some(entries) = self.note_apart(&block, last).or_else(|| self.said_below(&block, last)) {
            return Some((entries, Basis::Explicit));
        }
        if block.kind != BlockKind::Paragraph {
            return None;
        }
        Some((self.led(passage, &block, own).or_else(|| self.headed(own))?, Basis::Before))
    }

    /// The source that the paragraph below names and nothing else.
    fn said_below(&self, block: &Block, last: usize) -> Option<Vec<usize>> {
        let below = self.document.blocks.get(last + 1).filter(|below| below.kind == BlockKind::Paragraph)?.clone();
        let text = self.document.text(&below.range());
        let dash = text.starts_with(['-', '—', '–', '―']) && block.kind == BlockKind::Item;
        let bracket = || block.kind == BlockKind::Paragraph && attribution::is_bracket(text) && self.is_source(&below);
        let named = attribution::is_attribution(text) && !dash || bracket();
        named.then(|| self.marked_in(below.range()))?
    }

    /// Whether a paragraph in brackets holds nothing but a link or a mark, and names.
    fn is_source(&self, block: &Block) -> bool {
        let text = self.document.text(&block.range());
        let start = text.len() - text.trim_start_matches(['(', '[', ' ']).len();
        let end = text.trim_end_matches([')', ']', '.', ' ']).len();
        self.is_bare_mark(block)
            || self.says_where(&(block.range().start + start..block.range().start + end.max(start)))
    }

    /// Whether a block holds a quote, or several, and next to nothing else, no mark and no link above all.
    fn is_next_to_all(&self, passage: &Passage, block: &Block) -> bool {
        let Range { start, end } = block.range();
        if self.is_marked(block) {
            return false;
        }
        let prose = self.document.prose.text();
        let outside = |gap: Option<&str>| gap.map_or(0, word_count);
        let alone = (end - start).saturating_sub(passage.range.len()) <= BESIDE_BYTES
            && outside(prose.get(start..passage.range.start)) + outside(prose.get(passage.range.end..end)) <= BESIDE;
        alone || self.is_of_quotes(block)
    }

    /// Whether a paragraph tells what somebody says, or is nothing but a link or a mark with its colon.
    fn introduces(&self, block: &Block) -> bool {
        block.kind == BlockKind::Paragraph && (says(self.document.text(&block.range())) || self.is_bare_mark(block))
    }

    /// The source that a heading is a link to, where paragraphs of nothing but quotes stand between.
    fn headed(&self, own: usize) -> Option<Vec<usize>> {
        let of_quotes = |at: &usize| self.is_of_quotes(&self.document.blocks[*at]);
        let first = (0..=own).rev().take(MOST_BLOCKS).take_while(of_quotes).last()?;
        self.bare_heading(first)
    }

    /// The source that a heading is a link to.
    fn bare_heading(&self, first: usize) -> Option<Vec<usize>> {
        let above = first.checked_sub(1).map(|above| &self.document.blocks[above])?;
        (above.kind == BlockKind::Heading && self.is_bare_mark(above)).then(|| self.marked_in(above.range()))?
    }

    /// Whether a paragraph ends with a link and a colon: `As Doe has it in [the Post](…):`
    fn ends_with_link(&self, block: &Block) -> bool {
        let Range { start, end } = block.range();
        let next = self.links.partition_point(|link| link.range().start < end);
        let link = next.checked_sub(1).map(|last| self.links[last]).filter(|link| link.range().start >= start);
        let behind = link.and_then(|link| self.document.prose.text().get(link.range().end..end));
        let behind = behind.map(|behind| behind.trim_matches([' ', ')', '*', '_']));
        block.kind == BlockKind::Paragraph && behind.is_some_and(|behind| behind == ":" || behind == "：")
    }
}
