//! What a block quote belongs to: its attribution, a note behind it, the line below or above.

use std::ops::Range;

use super::behind::ABOUT;
use super::{Basis, Binder, Bound, Passage, first_from};
use crate::citation::attribution;
use crate::date::{DayMonth, read};
use crate::document::saying::{holds, words};
use crate::document::{Block, BlockKind, Format, Marker};

/// Blocks that are passed over on the way to the first of a row of them.
pub(super) const MOST_BLOCKS: usize = 64;

impl Binder<'_> {
    /// A block quote is bound by what stands in its attribution, at its end, right below it, or in the line that leads
    /// to it.
    pub(super) fn bind_block(&mut self, passage: &Passage) -> Bound {
        let (first, last) = passage.blocks;
        let quotation = self.document.blocks[first].quotation();
        let whole_end = self.document.blocks.get(last..).and_then(|rest| {
            rest.iter().take_while(|block| block.quotation() == quotation).last().map(|block| block.range().end)
        });
        let end = whole_end.unwrap_or(passage.range.end);
        let begins = passage.attribution.as_ref().filter(|range| range.end <= passage.range.start);
        let within = begins.and_then(|range| self.marked_in(range.clone())).or_else(|| {
            let behind = passage.attribution.as_ref().map_or(passage.range.end, |range| range.start);
            self.marked_in(behind..end).or_else(|| self.marked_in(passage.range.clone()))
        });
        within
            .or_else(|| self.note_behind(last, quotation, end))
            .or_else(|| self.linked_above(first))
            .or_else(|| self.below(last, quotation))
            .or_else(|| self.caption(first))
            .map(|entries| (entries, Basis::Explicit))
            .or_else(|| self.lead(first).map(|entries| (entries, Basis::SameSentence)))
            .or_else(|| self.above(first).or_else(|| self.of_item(first)).map(|entries| (entries, Basis::Before)))
            .unwrap_or((Vec::new(), Basis::Unbound))
    }

    /// The last marker within a range, ends included: notes before links.
    pub(super) fn marked_in(&self, range: Range<usize>) -> Option<Vec<usize>> {
        let last = |markers: &[&Marker]| {
            let end = markers.partition_point(|marker| marker.range().start <= range.end);
            let own = markers[..end].iter().rev().take_while(|marker| marker.range().start >= range.start);
            own.filter(|marker| !marker.entries.is_empty()).map(|marker| marker.entries.to_vec()).next()
        };
        last(&self.leading).or_else(|| last(&self.narrative)).or_else(|| last(&self.links))
    }

    /// The first note that stands between a block quote and what follows it, in no paragraph of its own.
    fn note_behind(&self, last: usize, quotation: Option<usize>, end: usize) -> Option<Vec<usize>> {
        let blocks = &self.document.blocks;
        let next = blocks.get(last + 1..)?.iter().find(|block| block.quotation() != quotation);
        let note = first_from(&self.leading, end)?;
        let before =
            next.is_none_or(|next| note.range().end <= next.range().start && note.range().start < next.range().start);
        let apart = |gap: &str| !gap.contains(char::is_alphanumeric);
        let before = before && !self.is_unread(end..note.range().start);
        (before && apart(self.document.prose.text().get(end..note.range().start)?)).then(|| note.entries.to_vec())
    }

    /// Whether words stand between a block quote and a note that are not known: the note is theirs.
    fn is_unread(&self, between: Range<usize>) -> bool {
        let gaps = &self.document.gaps;
        let next = gaps.partition_point(|gap| gap.at < between.start);
        gaps.get(next).is_some_and(|gap| gap.at <= between.end)
    }

    /// An attribution in the paragraph below, or a paragraph that is nothing but a link or a mark.
    fn below(&self, last: usize, quotation: Option<usize>) -> Option<Vec<usize>> {
        let end = self.document.blocks.get(last)?.range().end;
        let next = self.document.blocks.get(last + 1..)?.iter().find(|block| block.quotation() != quotation)?;
        // What stands behind its item is of the next one.
        if self.item_of(last).is_some_and(|item| next.range().start >= item.end) {
            return None;
        }
        let unread = self.is_bare_mark(next) && self.is_unread(end..next.range().start);
        (self.is_source_line(next) && !self.calls(next) && !unread).then(|| self.marked_in(next.range()))?
    }

    /// Whether a paragraph is a link that asks the reader to do something, or one that goes on in the next paragraphs, as a card
    /// does that shows what is on its page.
    fn calls(&self, block: &Block) -> bool {
        let Range { start, end } = block.range();
        let link = first_from(&self.links, start).map(Marker::range).filter(|link| link.start <= end);
        let label = link.as_ref().and_then(|link| self.document.prose.text().get(link.clone())).unwrap_or_default();
        link.is_some_and(|link| link.end > end) || attribution::is_call(label)
    }

    /// The link that is all of the paragraph above, where block quotes and such links take turns, a link comes first and a
    /// quote last: each link is that of what stands below it.
    fn linked_above(&self, first: usize) -> Option<Vec<usize>> {
        let blocks = &self.document.blocks;
        let is_link = |at: usize| {
            let block = &blocks[at];
            block.kind == BlockKind::Paragraph && block.quotation().is_none() && self.is_bare_mark(block)
        };
        // In HTML what stands above can be the caption of a picture.
        let own = self.before_quotes(first).filter(|&at| self.document.format != Format::Html && is_link(at))?;
        let is_quote = |at: usize| blocks[at].quotation().is_some();
        let turn = |at: &usize| is_link(*at) || is_quote(*at);
        let begins = (0..=own).rev().take(MOST_BLOCKS).take_while(turn).last()?;
        let ends = (first..blocks.len()).take(MOST_BLOCKS).take_while(turn).last()?;
        (is_link(begins) && is_quote(ends)).then(|| self.marked_in(blocks[own].range()))?
    }

    /// The block that stands before block quotes of which `first` is one, with nothing between them.
    fn before_quotes(&self, first: usize) -> Option<usize> {
        let is_quote = |at: &usize| self.document.blocks[*at].quotation().is_some();
        (0..first).rev().take(MOST_BLOCKS).find(|at| !is_quote(at))
    }

    /// The source that the line above names, or a heading that is nothing but a link: that is of all block quotes below it.
    fn above(&self, first: usize) -> Option<Vec<usize>> {
        let of_all = self.before_quotes(first).map(|above| &self.document.blocks[above]);
        let heading = of_all.filter(|above| above.kind == BlockKind::Heading);
        let above = heading.or_else(|| first.checked_sub(1).map(|above| &self.document.blocks[above]))?;
        let names = match above.kind {
            BlockKind::Heading => self.is_bare_mark(above),
            _ => self.is_source_line(above) && !self.is_bare_mark(above),
        };
        (above.quotation().is_none() && names).then(|| self.marked_in(above.range()))?
    }

    /// Whether a block says where the quotation beside it is from, and nothing else.
    fn is_source_line(&self, block: &Block) -> bool {
        let text = self.document.text(&block.range());
        let plain = matches!(block.kind, BlockKind::Paragraph | BlockKind::Caption);
        attribution::is_attribution(text) || attribution::is_bracket(text) || plain && self.is_bare_mark(block)
    }

    /// Whether a block is nothing but one link or note.
    pub(super) fn is_bare_mark(&self, block: &Block) -> bool {
        let Range { start, end } = block.range();
        let within = |list: &[&Marker]| -> Vec<Range<usize>> {
            let from = list.partition_point(|marker| marker.range().start < start);
            let own = list[from..].iter().take_while(|marker| marker.range().start <= end).take(2);
            own.map(|marker| marker.range()).collect()
        };
        let (links, notes) = (within(&self.links), within(&self.leading));
        let [mark] = &[links, notes].concat()[..] else { return false };
        let prose = self.document.prose.text();
        let blank = |gap: Option<&str>| gap.is_some_and(|gap| !gap.contains(char::is_alphanumeric));
        let behind = prose.get(mark.end.min(end)..end);
        blank(prose.get(start..mark.start)) && (blank(behind) || behind.is_some_and(tells_place))
    }

    /// What the caption above says.
    fn caption(&self, first: usize) -> Option<Vec<usize>> {
        let above = first.checked_sub(1).map(|above| &self.document.blocks[above])?;
        (above.kind == BlockKind::Caption).then(|| self.marked_in(above.range()))?
    }

    /// The innermost item of a list that a block stands in.
    fn item_of(&self, block: usize) -> Option<&Range<usize>> {
        let (items, own) = (&self.document.items, self.document.blocks[block].range());
        let next = items.partition_point(|item| item.start <= own.start);
        items[..next].iter().rev().take(MOST_BLOCKS).find(|item| own.end <= item.end)
    }

    /// The source of the item that a block quote stands in: the only one of the paragraph that names it last, which begins or ends
    /// with that.
    fn of_item(&self, first: usize) -> Option<Vec<usize>> {
        let (blocks, item) = (&self.document.blocks, self.item_of(first)?);
        let own = (0..first).rev().take(MOST_BLOCKS).take_while(|at| blocks[*at].range().start >= item.start);
        let mut own = own.filter(|at| blocks[*at].quotation().is_none() && self.item_of(*at) == Some(item));
        let Range { start, end } = own.find(|at| self.is_marked(&blocks[*at])).map(|at| blocks[at].range())?;
        let within = |list: &[&Marker]| -> Vec<(Range<usize>, Vec<usize>)> {
            let from = list.partition_point(|marker| marker.range().start < start);
            let own = list[from..].iter().take_while(|marker| marker.range().start <= end).take(2);
            own.map(|marker| (marker.range(), marker.entries.to_vec())).collect()
        };
        let notes = within(&self.notes);
        let by_note = !notes.is_empty();
        let all = if notes.is_empty() { within(&self.links) } else { notes };
        let [(range, entries)] = &all[..] else { return None };
        let prose = self.document.prose.text();
        let (lead, rest) = (prose.get(start..range.start)?.trim_end(), prose.get(range.end.min(end)..end)?);
        let bare = |gap: &str| !gap.contains(char::is_alphanumeric);
        let ends = bare(rest) || tells_place(rest);
        // A link that is part of a sentence is there to be followed; behind a dash or a colon it can be anything.
        let announced = lead.strip_suffix(':').is_some_and(|lead| {
            let last = lead.rsplit(['.', ',', ';', '(', '–', '—']).next().unwrap_or_default();
            attribution::is_attribution(&format!("{}:", last.trim()))
        });
        let apart = by_note || announced || lead.ends_with(['.', ',', ';', '(', '!', '?']);
        if !by_note && prose.get(range.clone()).is_some_and(leads_elsewhere) {
            return None;
        }
        let about = rest.trim_start().starts_with([',', '(', ':', '–', '—'])
            || words(rest).next().is_some_and(|word| holds(ABOUT, &word));
        let edge = if bare(lead) { by_note || ends || about } else { ends && apart };
        (edge && !entries.is_empty()).then(|| entries.clone())
    }

    /// The last marker of the sentence that leads to a block quote with a colon.
    pub(super) fn lead(&mut self, first: usize) -> Option<Vec<usize>> {
        let before = first.checked_sub(1)?;
        let range = self.document.blocks[before].range();
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
}

/// Whether the words of a link lead to a shop, a picture or a map, and no source: `buy`, `album`.
fn leads_elsewhere(label: &str) -> bool {
    const LABELS: &str = "album albums photo photos photograph picture pictures image images map maps gallery video shop store amazon \
        goodreads bookshop poster cover foto fotos bild bilder karte galerie carte imagen imágenes mapa kaufen";
    let own: Vec<String> = words(label).collect();
    attribution::is_call(label) || own.len() <= 2 && own.iter().any(|word| holds(LABELS, word))
}

/// Bytes of what says behind a link where in the source, or when it appeared.
const LONGEST_PLACE: usize = 40;

/// `, p. 3.`, ` (pp. 4–5)`, `, 3 May 1910`: where in a source, or its day, and nothing else.
fn tells_place(behind: &str) -> bool {
    const NAMES: &[&str] = &[
        "p", "pp", "page", "pages", "s", "ss", "seite", "seiten", "с", "стр", "str", "pág", "págs", "pag", "ch",
        "chap", "chapter", "kap", "cap", "sec", "section", "sect", "para", "paras", "abs", "vol", "no", "nr", "f",
        "ff",
    ];
    let bare = behind.trim_matches(|c: char| !c.is_alphanumeric());
    let parted = behind.trim_start().starts_with([',', '(', '[', ';', ':', '–', '—']);
    let number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let words = || bare.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let place =
        || words().any(number) && words().all(|word| number(word) || NAMES.contains(&word.to_lowercase().as_str()));
    let day = || read(bare, DayMonth::Unknown).is_some_and(|date| date.range == (0..bare.len()));
    behind.len() <= LONGEST_PLACE && parted && (place() || day())
}
