//! Whose words a quote is, where a note stands at the name of who says it: `The Post[1] says “…”, and the Star[2] that “…”`.

use std::ops::Range;

use crate::citation::quote::Passage;
use crate::document::Marker;
use crate::document::saying::{goes_on, holds, say_many, says, words};

use super::leading::only_that;
use super::{Binder, MARKS, OPENING, first_from};

/// What parts a clause from the one before it.
const PARTING: [char; 3] = [';', '；', '؛'];
/// What closes a quotation.
const CLOSING: [char; 8] = ['”', '"', '»', '“', '」', '』', '〞', '〟'];
/// Who speaks that is named before.
const PRONOUNS: &str = "he she they it er sie es il elle ils elles on él ella ellos ellas lui lei loro ele ela eles elas hij zij ze \
    han hun hon ona oni он она они він вона вони o onlar hän he";
/// Bytes between a note and the quote that it says: `that it was`.
const LEAD: usize = 40;
/// Words there.
const LEAD_WORDS: usize = 5;

impl<'a> Binder<'a> {
    /// The last note before a quote in its sentence, where it stands at the name of who says it.
    pub(super) fn speaking_note(&self, passage: &Passage, sentence: &Range<usize>) -> Option<&'a Marker> {
        let next = self.leading.partition_point(|note| note.range().start < passage.range.start);
        // A note at the very start belongs to the sentence before.
        let begins = self.document.blocks[passage.blocks.0].range().start;
        let own = |note: &&Marker| note.range().start > sentence.start || sentence.start == begins;
        let note = next
            .checked_sub(1)
            .map(|last| self.leading[last])
            .filter(|note| note.range().start >= begins && own(note))?;
        let gap = note.range().end..passage.range.start;
        // What a joiner parts from the note is said by somebody else.
        let tells = |gap: &str| says(gap) || say_many(gap);
        let said = || tells(self.near_text(gap.clone())) && !goes_on(self.near_text(gap.clone()));
        let told = || says_next(self.before(note.range().start, sentence.start));
        let named = || self.is_opening(gap.clone()) && !self.near_text(gap.clone()).contains(PARTING) && told();
        // `The report[1] says “…”, and the minutes[2] that “…”`
        let again = || leads_on_that(self.near_text(gap.clone())) && told();
        // What begins a paragraph and leads on with a colon says what follows: `\cite{a}: “…”`.
        let leads = || note.range().start <= self.first_of(begins) && is_colon(self.near_text(gap.clone()));
        (!self.is_behind_quote(note) && (said() || named() || again() || leads())).then_some(note)
    }

    /// Whether a note that begins its paragraph is a part of the first sentence there: `[1] describes it as “…”`.
    pub(super) fn begins_sentence(&self, note: &Marker, sentence: &Range<usize>, block: usize) -> bool {
        let begins = self.document.blocks[block].range().start;
        let rest = self.near_text(note.range().end..sentence.end.max(note.range().end));
        let word = rest.trim_start();
        let part = is_colon_first(word)
            || (word.len() < rest.len() || note.range().is_empty())
                && word.starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase());
        let first = begins..=self.first_of(begins);
        sentence.start == begins && first.contains(&note.range().start) && part
    }

    /// Where the words of the paragraph at `begins` begin.
    fn first_of(&self, begins: usize) -> usize {
        let rest = self.near_text(begins..self.document.prose.text().len());
        begins + rest.len() - rest.trim_start().len()
    }

    /// Whether nothing but marks stands in a range.
    pub(super) fn is_opening(&self, range: Range<usize>) -> bool {
        let gap = self.document.prose.text().get(range).unwrap_or_default();
        gap.len() <= MARKS && !gap.contains(char::is_alphanumeric)
    }

    /// Whether the first note behind `from` is that of another quote, or names who says one.
    pub(super) fn is_claimed(&self, from: usize) -> bool {
        let note = first_from(&self.leading, from);
        note.is_some_and(|note| {
            let rest = self.near_text(note.range().end..self.document.prose.text().len());
            let opened = rest.find(OPENING).map(|open| &rest[..open]);
            self.is_behind_quote(note)
                || says(self.rest(note.range().end, self.document.prose.text().len(), 2))
                || say_many(self.rest(note.range().end, self.document.prose.text().len(), 2))
                || opened.is_some_and(only_that)
        })
    }

    /// Where the clause of a quote begins, which a semicolon before it parts from the rest of its sentence.
    pub(super) fn clause(&self, passage: &Passage, sentence: &Range<usize>) -> usize {
        let before = self.before(passage.range.start, sentence.start);
        before.rfind(PARTING).map_or(sentence.start, |at| passage.range.start - before.len() + at)
    }

    /// Whether a mark or a link before a quote stands at who says the quote before it, and another speaks here: `“Yes,” says
    /// Doe (2019); “no,” says Roe (2020)`.
    pub(super) fn has_spoken(&self, marker: &Marker, passage: &Passage, sentence: &Range<usize>) -> bool {
        let before = self.before(marker.range().start, sentence.start);
        let Some(closed) = before.rfind(CLOSING) else { return false };
        let rest = before[closed..].trim_start_matches(CLOSING);
        if !says(rest) || goes_on(rest) || rest.contains(PARTING) {
            return false;
        }
        let gap = self.near_text(marker.range().end..passage.range.start);
        let behind = self.rest(passage.range.end, sentence.end.max(passage.range.end), 2);
        // `; “no,” she adds`
        if words(behind).any(|word| holds(PRONOUNS, &word)) {
            return false;
        }
        gap.contains(PARTING) && !says(gap)
            || (goes_on(gap) || self.is_opening(marker.range().end..passage.range.start)) && says(behind)
    }

    /// Whether the first note behind a quote in its sentence stands at the name of who says the next one there, though no
    /// verb is said again: `and the Star[2] “…”`, `, and the Star[2] that it was “…”`.
    pub(super) fn is_of_next_speaker(&self, passage: &Passage, sentence: &Range<usize>) -> bool {
        let own = first_from(&self.leading, passage.range.end).filter(|note| note.range().start < sentence.end);
        own.is_some_and(|note| {
            let gap = self.near_text(passage.range.end..note.range().start);
            let gap = gap.trim_start_matches(|c: char| c.is_whitespace() || CLOSING.contains(&c) || "’'".contains(c));
            let parted = gap.starts_with(PARTING) || gap.starts_with([',', '，', '、', '،']) || goes_on(gap);
            let rest = self.near_text(note.range().end..sentence.end.max(note.range().end));
            let lead = rest.find(OPENING).map(|open| &rest[..open]).filter(|lead| lead.len() <= LEAD);
            let leads = |lead: &str| {
                let plain = !lead.contains(['.', '!', '?']) && !lead.contains(PARTING);
                // Behind a semicolon any clause is another.
                let short = || gap.starts_with(PARTING) && words(lead).count() <= LEAD_WORDS;
                plain && (!lead.contains(char::is_alphanumeric) || says(lead) || leads_on_that(lead) || short())
            };
            parted && !says(gap) && !self.is_behind_quote(note) && lead.is_some_and(leads)
        })
    }
}

/// Whether nothing but a colon stands between a note and a quote.
fn is_colon(gap: &str) -> bool {
    is_colon_first(gap) && !gap.contains(char::is_alphanumeric)
}

fn is_colon_first(text: &str) -> bool {
    text.trim_start().starts_with([':', '：'])
}

/// Whether what stands before the name of a speaker and its note tells that something is said behind it: who says what is
/// quoted before says nothing more, but behind a joiner, or in another clause, the verb can be left out.
fn says_next(before: &str) -> bool {
    let Some(closed) = before.rfind(CLOSING) else { return says(before) };
    let rest = before[closed..].trim_start_matches(CLOSING);
    let parted = rest.contains(PARTING) || goes_on(rest);
    (parted || rest.starts_with([',', '，', '、', '،']) && !says(rest)) && says(before)
}

/// Whether nothing but `that`, and a few words of the clause that it begins, stands between a note and a quote.
fn leads_on_that(gap: &str) -> bool {
    const THAT: &str = "that dass daß que qu che dat att at że že что що";
    let first = words(gap).next().is_some_and(|word| holds(THAT, &word));
    only_that(gap)
        || first && gap.len() <= LEAD && words(gap).count() <= LEAD_WORDS && !gap.contains(['.', ',', ';', ':'])
}
