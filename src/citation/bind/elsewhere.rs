//! Sources that stand right behind a quote and cannot be looked at: a page of the same site, what somebody told the writer, a case
//! or a law. Such a quote is not the next mark's.

use std::ops::Range;

use super::leading::is_see;
use super::links::{CLOSE, OPEN};
use super::{Binder, MARKS, Passage, first_from, law};
use crate::document::saying::{holds, says, words};
use crate::document::{Block, Marker, Shape, says_private};
use crate::span::floor_char_boundary;

/// Bytes of the longest bracket that is looked at.
const BRACKET: usize = 160;
/// Bytes behind a quote in which a bracket opens that is looked at.
const REACH: usize = 200;
/// What was said or written to the writer, as it stands between two commas: `(J. Doe, email, 2019)`; without what parts its words.
const PRIVATE: &str = "email emails interview letter phone phonecall telephone telephoneinterview phoneinterview emailinterview textmessage \
    whatsapp zoominterview zoomcall unpublishedinterview conversation telefongespräch gespräch entretien entrevista intervista courriel";
/// Words that a bracket may have beside its link: `, p. 3`.
const PLACE_WORDS: usize = 3;
/// What is said of a citation behind it.
const ADDED: &str =
    "quoting citing internal quotation quotations marks omitted emphasis added cert denied reversed affirmed accord";
/// Letters of the shortest small word that is none of a name.
const WORD: usize = 4;

impl<'a> Binder<'a> {
    /// Whether what a quote is from is said right behind it, and is nothing that can be looked at. A note right behind that is
    /// still a source.
    pub(super) fn is_from_elsewhere(
        &self,
        passage: &Passage,
        sentence: &Range<usize>,
        closed: usize,
        block: &Block,
    ) -> bool {
        self.is_from_this_site(closed, block)
            || self.is_told_in_private(passage, sentence, closed, block)
            || self.is_from_law(closed, block)
    }

    /// Whether the first mark behind a place says that a source is wanting, or has one that is left out.
    pub(super) fn is_wanting(&self, from: usize) -> bool {
        first_from(&self.notes, from).is_some_and(|note| note.shape == Shape::Wanting)
    }

    /// Whether who says a quote is a link, right before it in its sentence, whose source is left out.
    pub(super) fn speaker_is_wanting(&self, passage: &Passage, sentence: &Range<usize>) -> bool {
        let last = |markers: &[&'a Marker]| {
            let next = markers.partition_point(|marker| marker.range().start < passage.range.start);
            next.checked_sub(1).map(|last| markers[last])
        };
        let Some(note) = last(&self.notes).filter(|note| note.shape == Shape::Wanting) else { return false };
        let nearest = last(&self.links).is_none_or(|link| link.range().start < note.range().start);
        nearest
            && !note.range().is_empty()
            && (sentence.start..passage.range.start).contains(&note.range().start)
            && !self.is_behind_quote(note)
            && says(self.between(note, passage))
    }

    /// Whether a link in a bracket right behind a quote, or one that is a sentence of its own there, leads to another page of the
    /// same site.
    fn is_from_this_site(&self, closed: usize, block: &Block) -> bool {
        let (prose, local, end) = (self.document.prose.text(), &self.document.local, block.range().end);
        let next = local.partition_point(|link| link.start < closed);
        let Some(link) = local.get(next).filter(|link| link.end <= end) else { return false };
        let gap = prose.get(closed..link.start).unwrap_or_default();
        if gap.len() > MARKS || gap.contains(char::is_alphanumeric) && !is_see(gap) {
            return false;
        }
        let rest = self.near_text(link.end..end.max(link.end));
        let behind = if gap.contains(OPEN) {
            let Some(close) = rest.find(CLOSE).filter(|close| *close <= BRACKET) else { return false };
            let tail = &rest[..close];
            if words(tail).nth(PLACE_WORDS).is_some() || self.links_in(link.end..link.end + close) {
                return false;
            }
            link.end + close
        } else {
            let ended =
                gap.contains(['.', '!', '?', '…']) || self.ends_in_stop(closed) && !gap.contains([',', '–', '—']);
            if !ended || !self.is_alone(link.end, end) {
                return false;
            }
            link.end
        };
        self.near(&self.notes, behind, end + 1).leading().is_none()
    }

    fn links_in(&self, range: Range<usize>) -> bool {
        first_from(&self.links, range.start).is_some_and(|link| link.range().start < range.end)
    }

    /// Whether a bracket behind a quote in its sentence, or right behind that, speaks of what was told in private, before any
    /// mark: `(interview with the author)`.
    fn is_told_in_private(&self, passage: &Passage, sentence: &Range<usize>, closed: usize, block: &Block) -> bool {
        let (prose, end) = (self.document.prose.text(), block.range().end);
        let near = (sentence.end.max(closed) + MARKS).min(closed + REACH).min(end);
        let near = floor_char_boundary(prose, near).max(closed);
        let Some(open) = prose.get(closed..near).and_then(|rest| rest.find(OPEN)) else { return false };
        let start = closed + open;
        if prose.get(sentence.end..start).is_some_and(|gap| gap.contains(char::is_alphanumeric)) {
            return false;
        }
        let inside = prose.get(start..floor_char_boundary(prose, (start + BRACKET).min(end))).unwrap_or_default();
        let Some(inside) = inside.find(CLOSE).map(|close| &inside[..close]) else { return false };
        let behind = start + inside.len();
        let apart = |note: &Marker| {
            prose.get(behind..note.range().start).is_some_and(|gap| gap.contains(char::is_alphanumeric))
        };
        let inside = inside.to_lowercase();
        let alone = |part: &str| {
            let words: String = part.chars().filter(|c| c.is_alphabetic()).collect();
            holds(PRIVATE, &words)
        };
        (says_private(&inside) || inside.split(',').any(alone))
            && first_from(&self.leading, passage.range.end).is_none_or(apart)
            && !self.links_in(closed..behind)
    }

    /// Whether a case or a law is cited in full right behind a quote, and no mark stands behind that.
    fn is_from_law(&self, closed: usize, block: &Block) -> bool {
        let (prose, end) = (self.document.prose.text(), block.range().end);
        let near = floor_char_boundary(prose, (closed + BRACKET).min(end)).max(closed);
        let rest = prose.get(closed..near).unwrap_or_default();
        if !law::is_cited(rest) {
            return false;
        }
        let note = first_from(&self.leading, closed).filter(|note| note.range().start <= end);
        let link = first_from(&self.links, closed).filter(|link| link.range().start < end);
        let apart = |at: usize| {
            let between = prose.get(closed..at).unwrap_or_default();
            let small = |word: &str| {
                word.starts_with(char::is_lowercase) && word.chars().count() >= WORD && !holds(ADDED, word)
            };
            between.split(|c: char| !c.is_alphabetic()).any(small)
        };
        note.is_none_or(|note| apart(note.range().start)) && link.is_none_or(|link| apart(link.range().start))
    }
}
