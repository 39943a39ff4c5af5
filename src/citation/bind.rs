//! Which citations a quote belongs to: what stands around it decides, and the rule that did is kept.

mod apart;
mod behind;
mod block;
mod cluster;
mod elsewhere;
mod gloss;
mod law;
mod leading;
mod links;
mod mention;
mod name;
mod row;
mod speaker;
pub(super) mod who;

use std::collections::HashMap;
use std::ops::Range;

use crate::document::saying::{joins as joins_names, says};
use crate::document::{Block, Document, Marker, Shape, Voice};

use super::quote::Passage;
use super::{Basis, QuoteKind, sentence, trailing};
use who::Who;

use self::links::with;

/// The entries that a quote belongs to, by the rule.
pub(super) type Bound = (Vec<usize>, Basis);

/// Bytes of marks between a note at a name and the quote that it says.
const MARKS: usize = 16;

/// What opens a quotation.
const OPENING: [char; 9] = ['“', '"', '„', '«', '‘', '‹', '「', '『', '»'];

/// Bytes between two names that say something together.
const LONGEST_JOINT: usize = 100;

/// Markers behind one another that are looked at for one that leads somewhere.
const MARKERS_IN_A_ROW: usize = 16;

/// What stands right behind a quote.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Near<'a> {
    /// No marker.
    None,
    /// A marker that leads nowhere.
    Stray,
    /// A marker that leads somewhere.
    Leading(&'a Marker),
}

impl<'a> Near<'a> {
    fn leading(self) -> Option<&'a Marker> {
        match self {
            Self::Leading(marker) => Some(marker),
            Self::None | Self::Stray => None,
        }
    }
}

/// Markers that lead somewhere, by where they stand in the prose.
pub(super) struct Binder<'a> {
    document: &'a Document,
    notes: Vec<&'a Marker>,
    /// The notes that lead somewhere.
    leading: Vec<&'a Marker>,
    /// The notes that are part of their sentence, which are none of those.
    narrative: Vec<&'a Marker>,
    /// Where these stand.
    names: Vec<usize>,
    links: Vec<&'a Marker>,
    /// Quotations that name their source.
    cites: Vec<&'a Marker>,
    /// Links that say who somebody is.
    who: &'a HashMap<usize, Who>,
    /// Ranges of all notes, leading somewhere or not, and of the links that stand behind a full stop as notes do.
    ranges: Vec<Range<usize>>,
    /// Where those links begin.
    trailing: Vec<usize>,
    /// The sentence ends of the block asked for last.
    sentences: Option<(usize, Vec<usize>)>,
    /// Where the link begins that a quote was bound to last because it follows its closing mark.
    behind_quote: Option<usize>,
}

impl<'a> Binder<'a> {
    pub(super) fn new(document: &'a Document, captures: &[usize], who: &'a HashMap<usize, Who>) -> Self {
        let by_place = |wanted: fn(&Shape) -> bool| {
            let mut markers: Vec<&Marker> = document.markers.iter().filter(|marker| wanted(&marker.shape)).collect();
            markers.sort_by_key(|marker| (marker.range().start, marker.range().end));
            markers
        };
        let (narrative, notes): (Vec<_>, Vec<_>) =
            by_place(Shape::is_note).into_iter().partition(|note| is_narrative(document, note));
        // What a writer says is said of the page, and not of the capture of it that stands beside.
        let is_page = |link: &&Marker| {
            link.entries.is_empty() || !link.entries.iter().all(|entry| captures.binary_search(entry).is_ok())
        };
        let mut ranges: Vec<Range<usize>> = notes.iter().map(|marker| marker.range()).collect();
        let links: Vec<&Marker> = by_place(|shape| *shape == Shape::Link).into_iter().filter(is_page).collect();
        let trailing = trailing::find(document, &links);
        ranges.extend(trailing.iter().map(|(_, whole)| whole.clone()));
        ranges.sort_by_key(|range| (range.start, range.end));
        let leading = notes.iter().copied().filter(|note| !note.entries.is_empty()).collect();
        Self {
            document,
            notes,
            leading,
            names: narrative.iter().map(|marker| marker.range().start).collect(),
            narrative,
            links,
            cites: by_place(|shape| *shape == Shape::Cite),
            who,
            ranges,
            trailing: trailing.into_iter().map(|(start, _)| start).collect(),
            sentences: None,
            behind_quote: None,
        }
    }

    /// What a quote belongs to.
    pub(super) fn bind(&mut self, passage: &Passage) -> Bound {
        if let Some(entries) = self.named_source(passage) {
            return (entries, Basis::Explicit);
        }
        if passage.kind == QuoteKind::Block {
            return self.bind_block(passage);
        }
        let block = self.document.blocks[passage.blocks.1].clone();
        let sentence = self.sentence(passage);
        let closed = behind_mark(self.document.prose.text(), passage.range.end, block.range().end);
        let names = self.is_gloss(passage, &sentence, closed) || self.is_name(passage, &sentence, closed);
        if names || self.is_title_of_reference(passage, closed, &block) {
            return (Vec::new(), Basis::Unbound);
        }
        let note = self.near(&self.notes, closed, block.range().end + 1);
        let speaking = self.speaking_link(passage, &sentence);
        let within = self.before_stop(passage);
        if let Some(first) = within.leading().or(note.leading()) {
            let behind = note.leading().map(|note| self.noted(note)).unwrap_or_default();
            let own = with(with(self.noted(first), &behind), &self.bracketed_behind(first));
            return (with(own, speaking.unwrap_or_default()), Basis::Adjacent);
        }
        let note = if note == Near::None { within } else { note };
        let elsewhere = note == Near::None && self.is_from_elsewhere(passage, &sentence, closed, &block);
        let note = if elsewhere { Near::Stray } else { note };
        if let Some(named) = self.line_behind(closed, &block).filter(|_| note == Near::None) {
            return named;
        }
        let linked = self.links_of(passage, &sentence, closed, &block);
        if let Some(adjacent) = linked.clone().filter(|(_, basis)| *basis == Basis::Adjacent) {
            return adjacent;
        }
        // The mark behind another quote is no source of what a link says before both.
        let of_another = speaking.is_some() && self.is_of_another_quote(closed);
        if let Some(own) = linked.clone().filter(|_| of_another) {
            return own;
        }
        let (held, before) = (self.held(passage), self.link_before(passage, &sentence));
        let behind = linked.as_ref().filter(|_| held.is_none() && before.is_none()).map(|(entries, _)| &entries[..]);
        let another = held.is_none() && self.is_told_elsewhere(passage, &sentence, before);
        // A quote whose source is left out is not the next link's either.
        let spoken_out = held.is_none() && self.speaker_is_wanting(passage, &sentence);
        let spoken = before.is_some_and(|link| says(self.between(link, passage)));
        // Nor is one whose own mark leads nowhere that of a link which is not told to say it.
        let around = before.is_some_and(|link| link.range().end >= passage.range.end);
        let own = held.is_none() && !around || elsewhere || self.is_wanting(closed);
        let left_out = spoken_out || note == Near::Stray && !spoken && own;
        let stray = note == Near::Stray || spoken_out;
        self.by_notes(passage, &sentence, &block, stray, before, speaking.or(behind))
            .or(linked.filter(|_| !another && !left_out))
            .or_else(|| self.notes_amid(passage, &block).filter(|_| !stray))
            .or_else(|| self.later(passage, &sentence, &block, stray))
            .or_else(|| self.source_of_row(passage, &sentence, closed).filter(|_| note == Near::None))
            .or_else(|| self.source_below(passage, closed))
            .or_else(|| self.begun_by_link(passage, &sentence, closed).filter(|_| note == Near::None))
            .or_else(|| self.set_apart(passage))
            .unwrap_or((Vec::new(), Basis::Unbound))
    }

    /// What stands between a mark and the quote behind it.
    fn between(&self, marker: &Marker, passage: &Passage) -> &str {
        self.near_text(marker.range().end.min(passage.range.start)..passage.range.start)
    }

    /// What the notes of its sentence make of a quote; `stray` where the mark right behind it leads nowhere. What a link
    /// of the sentence is `meant` to say as well is a source besides.
    fn by_notes(
        &self,
        passage: &Passage,
        sentence: &Range<usize>,
        block: &Block,
        stray: bool,
        before: Option<&Marker>,
        meant: Option<&[usize]>,
    ) -> Option<Bound> {
        // A quote whose own marker leads nowhere is not the next marker's.
        let told = self.told(passage, sentence);
        // The link that stands nearer is who speaks.
        let teller = told.filter(|told| !stray && before.is_none_or(|link| link.range().start < told.range().start));
        if let Some(teller) = teller.filter(|teller| !teller.entries.is_empty()) {
            return Some((self.told_together(teller, sentence), Basis::Before));
        }
        let ahead = self.same_sentence_note(block, passage.range.end, sentence.end, told);
        let ahead = self.with_notes_within(passage, ahead).filter(|_| !stray);
        let next = self.is_of_next_speaker(passage, sentence);
        let Some(speaker) = self.speaking_note(passage, sentence).filter(|_| told.is_none()) else {
            if let Some(before) = self.only_before(passage, sentence).filter(|_| next && told.is_none() && !stray) {
                return Some(before);
            }
            let (entries, basis) = ahead?;
            return Some((with(entries, meant.unwrap_or_default()), basis));
        };
        match ahead.filter(|_| !next && !self.is_claimed(passage.range.end)) {
            Some((entries, basis)) => Some((with(entries, &self.spoken_together(speaker, sentence)), basis)),
            None => Some((self.spoken_together(speaker, sentence), Basis::Before)),
        }
    }

    /// The entries of a name before a quote, and of the one that says it together with that.
    fn told_together(&self, teller: &Marker, sentence: &Range<usize>) -> Vec<usize> {
        self.together(&self.narrative, teller, sentence)
    }

    /// The same of the notes at two names: `The Post[1] and the Star[2] write`.
    fn spoken_together(&self, speaker: &Marker, sentence: &Range<usize>) -> Vec<usize> {
        self.together(&self.leading, speaker, sentence)
    }

    fn together(&self, markers: &[&Marker], teller: &Marker, sentence: &Range<usize>) -> Vec<usize> {
        let at = markers.partition_point(|name| name.range().start < teller.range().start);
        let first = at.checked_sub(1).map(|before| markers[before]).filter(|first| !self.is_behind_quote(first));
        let joint = first.filter(|first| {
            let gap = self.document.prose.text().get(first.range().end..teller.range().start);
            first.range().start >= sentence.start
                && gap.is_some_and(|gap| gap.len() <= LONGEST_JOINT && joins_names(gap))
        });
        joint.map_or_else(|| teller.entries.to_vec(), |first| with(first.entries.to_vec(), &teller.entries))
    }

    /// The note of a later sentence, and the one before the quote in its own.
    fn later(&self, passage: &Passage, sentence: &Range<usize>, block: &Block, stray: bool) -> Option<Bound> {
        let told = self.told(passage, sentence).is_some();
        if stray || told || self.is_stray(passage.range.end, sentence.end) {
            return None;
        }
        let later = self.later_note(block, passage.range.end).filter(|_| !self.is_told_of(block, passage, sentence));
        match self.only_before(passage, sentence) {
            // Which of the two is meant nothing tells.
            Some((entries, _)) if later.is_some() => {
                let others = later.map(|(others, _)| others).unwrap_or_default();
                Some((with(entries, &others), Basis::Before))
            }
            Some(before) => Some(before),
            None => later,
        }
    }

    /// The note within a quote before the stop that ends it: `it is bad[1].”`
    fn before_stop(&self, passage: &Passage) -> Near<'a> {
        let Range { start, end } = passage.range;
        let words = self.document.prose.text().get(start..end).unwrap_or_default();
        let bare =
            start + words.trim_end_matches(|c: char| c.is_whitespace() || sentence::is_stop(c) || c == ',').len();
        let next = self.notes.partition_point(|note| note.range().start < end);
        match next.checked_sub(1).map(|last| self.notes[last]).filter(|note| note.range().start > start) {
            Some(note) if note.range().end < bare => Near::None,
            Some(note) if note.entries.is_empty() => Near::Stray,
            Some(note) => Near::Leading(note),
            None => Near::None,
        }
    }

    /// Whether a note stands behind the closing mark of a quote, or before the stop in front of it, whose it is.
    fn is_behind_quote(&self, note: &Marker) -> bool {
        let rest = self.rest(note.range().end, self.document.prose.text().len(), 2);
        let bare = rest.trim_start_matches(|c: char| sentence::is_stop(c) || c == ',');
        if bare.len() < rest.len() && bare.starts_with(['”', '"', '»', '」', '』']) {
            return true;
        }
        let near = self.before(note.range().start, 0);
        let before = near.trim_end_matches([' ', ',', '.', ';', ':', '!', '?', ')', '\u{a0}']);
        // Behind a semicolon it can be who says the next one.
        let speaks = near[before.len()..].contains(';')
            && says(self.rest(note.range().end, self.document.prose.text().len(), 2));
        let typed = || ["''", ">>"].iter().any(|typed| before.ends_with(typed));
        !speaks && (before.ends_with(['”', '"', '’', '»', '“', '«', '」', '』', '〞', '〟', '״']) || typed())
    }

    /// The source that a quotation names itself.
    fn named_source(&self, passage: &Passage) -> Option<Vec<usize>> {
        let next = self.cites.partition_point(|cite| cite.range().start <= passage.range.start);
        let cite = self.cites[..next].last().filter(|cite| passage.range.end <= cite.range().end)?;
        Some(cite.entries.to_vec())
    }

    /// The sentence around a quote; sentence ends within the quote do not count.
    fn sentence(&mut self, passage: &Passage) -> Range<usize> {
        let (first, last) = passage.blocks;
        let start = {
            let block_start = self.document.blocks[first].range().start;
            let ends = self.ends(first);
            let next = ends.partition_point(|&end| end < passage.range.start);
            next.checked_sub(1).map_or(block_start, |before| ends[before])
        };
        let block_end = self.document.blocks[last].range().end;
        let ends = self.ends(last);
        let next = ends.partition_point(|&end| end < passage.range.end);
        start..ends.get(next).copied().unwrap_or(block_end)
    }

    fn ends(&mut self, block: usize) -> &[usize] {
        if self.sentences.as_ref().is_none_or(|(own, _)| *own != block) {
            let range = &self.document.blocks[block].range();
            let ends = sentence::ends(self.document.prose.text(), range, &self.ranges, &self.names);
            self.sentences = Some((block, ends));
        }
        self.sentences.as_ref().map_or(&[], |(_, ends)| ends)
    }

    /// The marker that follows the closing mark with nothing but punctuation between, if it begins before `end`. Of
    /// several in a row the first that leads somewhere counts.
    fn near(&self, markers: &[&'a Marker], closed: usize, end: usize) -> Near<'a> {
        let (mut behind, mut near) = (closed, Near::None);
        let first = markers.partition_point(|marker| marker.range().start < closed);
        for marker in markers[first..].iter().take_while(|marker| marker.range().start < end).take(MARKERS_IN_A_ROW) {
            let gap = self.document.prose.text().get(behind..marker.range().start).unwrap_or_default();
            if !gap.chars().all(|c| {
                c.is_whitespace()
                    || c.is_ascii_punctuation()
                    || "”’»“‘–—…「」『』（）［］【】〔〕，。、；：।॥۔؟،؛።։".contains(c)
            }) {
                break;
            }
            // Behind a semicolon it can be who says the next one.
            if gap.contains([';', '；', '؛']) && says(self.rest(marker.range().end, end, 2)) {
                break;
            }
            if !marker.entries.is_empty() {
                return Near::Leading(marker);
            }
            (behind, near) = (marker.range().end.max(behind), Near::Stray);
            // A key that is nowhere means another source than the note behind it.
            if matches!(marker.shape, Shape::Elsewhere(_)) {
                break;
            }
        }
        near
    }

    /// Whether a note stands between two places, and none there leads anywhere.
    fn is_stray(&self, from: usize, end: usize) -> bool {
        let first = self.notes.partition_point(|note| note.range().start < from);
        let count = self.notes.partition_point(|note| note.range().start <= end);
        first < count && first_from(&self.leading, from).is_none_or(|note| note.range().start > end)
    }

    /// The first link that begins within a quote.
    fn held(&self, passage: &Passage) -> Option<&'a Marker> {
        first_from(&self.links, passage.range.start).filter(|link| link.range().start < passage.range.end)
    }

    /// The last link that begins before a quote in its sentence.
    fn link_before(&self, passage: &Passage, sentence: &Range<usize>) -> Option<&'a Marker> {
        let next = self.links.partition_point(|link| link.range().start < passage.range.start);
        let link =
            next.checked_sub(1).map(|last| self.links[last]).filter(|link| link.range().start >= sentence.start)?;
        // One without words behind the stop before is that sentence's.
        let behind =
            link.range().end == sentence.start && sentence.start > self.document.blocks[passage.blocks.0].range().start;
        (!behind && !self.has_spoken(link, passage, sentence)).then_some(link)
    }

    /// The last name before a quote in its sentence that is a marker, whether it leads somewhere or not.
    fn told(&self, passage: &Passage, sentence: &Range<usize>) -> Option<&'a Marker> {
        let next = self.narrative.partition_point(|name| name.range().start < passage.range.start);
        let name = self.narrative[..next].last()?;
        // One that leaves no trace can stand before the white space that the sentence begins behind, and `p. 4` within one
        // looks like the end of a sentence.
        let gap = self.document.prose.text().get(name.range().end..sentence.start);
        let own = gap.is_none_or(|gap| gap.trim().is_empty()) && !self.has_spoken(name, passage, sentence);
        own.then_some(name)
    }

    /// Whether who speaks is named behind the last link before a quote, by a key that leads nowhere.
    fn is_told_elsewhere(&self, passage: &Passage, sentence: &Range<usize>, before: Option<&Marker>) -> bool {
        let told = self.told(passage, sentence).filter(|told| told.entries.is_empty());
        told.zip(before).is_some_and(|(told, link)| told.range().start > link.range().start)
    }

    /// Whether a paragraph speaks of a source that a name in an earlier sentence tells, or a name comes before the next
    /// note: that note is not the quote's.
    fn is_told_of(&self, block: &Block, passage: &Passage, sentence: &Range<usize>) -> bool {
        let last = |markers: &[&Marker]| {
            let next = markers.partition_point(|marker| marker.range().start < sentence.start);
            markers[..next].last().map(|marker| marker.range().start).filter(|&at| at >= block.range().start)
        };
        let (from, note) = (passage.range.end, self.note_from(block, passage.range.end));
        let named = first_from(&self.narrative, from).map(|name| name.range().start);
        last(&self.narrative) > last(&self.notes)
            || named.is_some_and(|named| note.is_some_and(|note| named < note.range().start))
    }

    /// The first note behind a quote in its sentence, or name, where none stands before the quote.
    fn same_sentence_note(
        &self,
        block: &Block,
        from: usize,
        sentence_end: usize,
        told: Option<&Marker>,
    ) -> Option<Bound> {
        let note = self.note_from(block, from).filter(|note| note.range().start <= sentence_end);
        let name = first_from(&self.narrative, from).filter(|name| told.is_none() && name.range().start < sentence_end);
        let name = name.filter(|name| note.is_none_or(|note| name.range().start < note.range().start));
        let own = name.filter(|name| !name.entries.is_empty()).or(note)?;
        Some((self.noted(own), Basis::SameSentence))
    }

    fn later_note(&self, block: &Block, from: usize) -> Option<Bound> {
        self.note_from(block, from).map(|note| (note.entries.to_vec(), Basis::LaterSentence))
    }

    /// The first note at or behind `from` in the block that leads somewhere.
    fn note_from(&self, block: &Block, from: usize) -> Option<&Marker> {
        first_from(&self.leading, from).filter(|note| note.range().start <= block.range().end)
    }

    /// A note before the quote, if it is the only one of the sentence.
    fn only_before(&self, passage: &Passage, sentence: &Range<usize>) -> Option<Bound> {
        // A note at the very start belongs to the sentence before; one in the same clause is nearer than those before that.
        let first = self.notes.partition_point(|note| {
            note.range().start <= sentence.start && !self.begins_sentence(note, sentence, passage.blocks.0)
        });
        let end = self.notes.partition_point(|note| note.range().start < passage.range.start);
        let clause = self.clause(passage, sentence);
        let near = self.notes.partition_point(|note| note.range().start < clause);
        let own = self.notes.get(if near < end { near.max(first) } else { first }..end)?;
        // The mark right behind another quote is that one's.
        let free = || own.iter().filter(|note| !self.is_behind_quote(note));
        let only = if let [only] = own { only } else { free().next().filter(|_| free().nth(1).is_none())? };
        (!only.entries.is_empty()).then(|| (only.entries.to_vec(), Basis::Before))
    }
}

/// Whether a note is part of its sentence.
fn is_narrative(document: &Document, note: &Marker) -> bool {
    // One that ends its paragraph speaks of nothing.
    let block = document.block_at(note.range().start).map(|block| document.blocks[block].range().end);
    let rest = block.and_then(|end| document.prose.text().get(note.range().end..end)).unwrap_or_default();
    note.voice == Voice::Narrative && rest.contains(char::is_alphanumeric)
}

fn first_from<'a>(markers: &[&'a Marker], from: usize) -> Option<&'a Marker> {
    markers.get(markers.partition_point(|marker| marker.range().start < from)).copied()
}

/// Behind the closing mark that follows `at`.
fn behind_mark(prose: &str, at: usize, end: usize) -> usize {
    let rest = &prose[at..end.max(at)];
    let mark = rest.trim_start();
    let gap = rest.len() - mark.len();
    // Two characters that are typed for a mark are both behind it.
    if ["''", ">>"].iter().any(|typed| mark.starts_with(typed)) {
        return at + gap + 2;
    }
    match mark.chars().next() {
        Some(c) if "”\"’'»“‘«›‹」』〞〟＂״".contains(c) => at + gap + c.len_utf8(),
        _ => at,
    }
}

#[cfg(test)]
mod apart_tests;
#[cfg(test)]
mod behind_tests;
#[cfg(test)]
mod block_tests;
#[cfg(test)]
mod cluster_tests;
#[cfg(test)]
mod elsewhere_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod meant_tests;
#[cfg(test)]
mod named_tests;
#[cfg(test)]
mod whose_tests;
