//! Halves of two sentences that an ellipsis makes one: the end of an item of a list behind the beginning of another, a verb behind
//! a sentence about somebody else. What is kept in that way says what the page nowhere says.

use std::ops::Range;

use super::other_speaker::is_said_by_another;
use super::other_verb::{BEFORE_NOUNS, has_owner, is_clause, is_noun_phrase, is_past};
use super::rows::is_row;
use super::withheld::ends_sentence;
use crate::date::month_named;
use crate::quote_match::around::supposed::is_link;
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::marks::Unmarked;
use crate::quote_match::folding::sentences::begins_other_block;
use crate::quote_match::folding::words::{is_function, is_pronoun};
use crate::quote_match::languages::governing::{Role, has};
use crate::quote_match::languages::language::Language::{
    self, Dutch, English, French, German, Italian, Portuguese, Spanish,
};
use crate::quote_match::languages::language::is_of;
use crate::quote_match::languages::letters::{is_quotation_mark, is_unspaced};
use crate::quote_match::languages::openings::{is_subject, is_subordinate};
use crate::quote_match::languages::small_words::small;

/// What a sentence ends with, and what it parts two clauses with that stand by themselves.
const CLOSING: [char; 14] = ['.', '!', '?', ';', ':', '…', '。', '！', '？', '；', '：', '।', '؟', '۔'];

/// Verbs that help others and are small words.
const HELPING: &[(Language, &str)] = &[
    (English, "did had has have"),
    (German, "hat hatte hatten haben habe"),
    (French, "a avait avaient ont"),
    (Spanish, "ha habia habian han"),
    (Italian, "aveva avevano ha hanno"),
    (Portuguese, "tem tinha tinham"),
    (Dutch, "had hadden hebben heeft"),
];

/// Words of a sentence before what is kept that are looked at, and of one that is kept.
const HEAD: usize = 40;
const KEPT: usize = 40;

/// Words of the number before an item, `Art. 3`; of a time, `On 3 May 1940`; of a sentence of which only the subject is another.
const LABEL: usize = 2;
const TIME: usize = 6;
const SENTENCE: usize = 12;

/// Letters of a word of which the page has forms.
const WORD: usize = 3;

/// Words that are kept on both sides of an ellipsis.
struct Halves<'q, 'f, 't, 'm> {
    page: &'f Folded<'t>,
    quote: &'q Unmarked<'m>,
    /// Where the ellipsis stands in the quote.
    at: usize,
    /// What it passes over, with words before it and behind.
    words: Range<usize>,
}

/// Whether the ellipsis before word `at` of `quote` makes one sentence of the beginning of one and the end of another in a block
/// further down, or gives the one who is spoken of what the next sentence says of another.
pub(super) fn joins_halves(page: &Folded<'_>, quote: &Unmarked<'_>, at: usize, words: &Range<usize>) -> bool {
    if words.is_empty() || words.start == 0 || words.end >= page.words.len() {
        return false;
    }
    let halves = Halves { page, quote, at, words: words.clone() };
    !halves.shows_end()
        && (halves.are_of_two_blocks()
            || halves.are_of_two_persons()
            || halves.are_of_two_speakers()
            || halves.makes_an_object())
}

impl Halves<'_, '_, '_, '_> {
    /// Whether the writer has ended the sentence himself, or begins one.
    fn shows_end(&self) -> bool {
        let between = self.quote.folded.between(self.at.saturating_sub(1));
        let capital = |folded: &Folded<'_>, index: usize| {
            index < folded.words.len() && folded.written(index..index + 1).starts_with(char::is_uppercase)
        };
        self.at == 0
            || between.contains(CLOSING)
            || capital(&self.quote.folded, self.at) && !capital(self.page, self.words.end)
    }

    /// Where the sentence of the words behind begins, among the words that are passed over.
    fn head(&self) -> Range<usize> {
        let from = self.words.start.max(self.words.end.saturating_sub(HEAD));
        let begins =
            |index: &usize| *index == self.words.start || self.ends_line(index - 1) || self.ends_sentence(index - 1);
        (from..=self.words.end).rev().find(begins).unwrap_or(from)..self.words.end
    }

    fn ends_line(&self, index: usize) -> bool {
        self.page.between(index).contains(['\n', '\t'])
    }

    /// Whether a sentence ends behind word `index`; a short word with a point is as likely an abbreviation.
    fn ends_sentence(&self, index: usize) -> bool {
        let between = self.page.between(index);
        let whole = self.page.word(index).chars().filter(|c| c.is_alphabetic()).count() > WORD;
        between.contains(CLOSING) && (whole || !between.starts_with('.') || self.is_small(index + 1))
    }

    fn is_small(&self, index: usize) -> bool {
        let word = self.page.word(index);
        let own = || small().words.get(word).is_some_and(|languages| languages & self.page.languages != 0);
        is_function(word) || is_pronoun(word) || own()
    }

    fn are_of_two_blocks(&self) -> bool {
        let (page, words) = (self.page, &self.words);
        let crosses = (words.start..=words.end).any(|index| begins_other_block(page, index));
        crosses && !is_row(page, words.start - 1) && !is_row(page, words.end) && !self.is_closed() && !self.begins()
    }

    /// Whether a sentence, a clause of its own or a line ends before the ellipsis. An item of a list and a heading end without a sign
    /// that a quote could show.
    fn is_closed(&self) -> bool {
        let (page, kept) = (self.page, self.words.start - 1);
        let between = page.between(kept);
        let spoken = between.contains(',') && between.contains(is_quotation_mark);
        let thai = page.word(kept).starts_with(is_thai) && between.contains(char::is_whitespace);
        let block = page.ends.is_some_and(|ends| ends.is_end_of_block(&page.bytes_between(kept, kept + 1)));
        between.contains(CLOSING) || spoken || thai || between.contains(['\n', '\t']) && !block
    }

    /// Whether a sentence or a clause of its own begins behind the ellipsis, or what goes on with the one who was spoken of.
    fn begins(&self) -> bool {
        let (page, next) = (self.page, self.words.end);
        let head = self.head();
        let before = page.between(next - 1);
        let written = page.written(next..next + 1);
        let opens = before.ends_with(is_quotation_mark) && !written.starts_with(char::is_lowercase);
        let thai = page.word(next).starts_with(is_thai) && before.contains(char::is_whitespace);
        let pauses = before.contains([',', '–', '—', '，', '،'])
            && (self.is_small(next)
                || written.starts_with(char::is_uppercase)
                || page.word(next).starts_with(is_unspaced));
        head.is_empty()
            || before.contains(CLOSING)
            || opens
            || thai
            || pauses
            || is_subject(page, next)
            || is_subordinate(page, next)
            || self.links(next)
            || is_clause(page, next)
            || self.is_label(&head)
            || self.goes_on(&head)
    }

    /// `and we`, `but in June`; not `and stole`, which leaves out who did.
    fn links(&self, index: usize) -> bool {
        let behind = index + 1;
        let verb = |index: usize| has(self.page, index, Role::Be) || has(self.page, index, Role::Modal);
        is_link(self.page, index)
            && behind < self.page.words.len()
            && !verb(behind)
            && (self.is_small(behind)
                || is_subject(self.page, behind)
                || self.page.written(behind..behind + 1).starts_with(char::is_uppercase))
    }

    /// `(b)`, `12`, `Art. 3` at the beginning of a line.
    fn is_label(&self, head: &Range<usize>) -> bool {
        let number = |index: usize| {
            let word = self.page.word(index);
            word.chars().all(|c| c.is_ascii_digit())
                || word.chars().count() == 1
                || self.page.between(index).starts_with(')')
        };
        head.len() <= LABEL && number(head.end - 1) && self.ends_line(head.start - 1)
    }

    /// Whether the beginning of the sentence that is left out says nothing of anybody else: it has words that are kept, small ones, a
    /// time, or a pronoun before what is kept; or the block goes on from one before it.
    fn goes_on(&self, head: &Range<usize>) -> bool {
        let page = self.page;
        let last = head.end - 1;
        let lower = page.written(head.start..head.start + 1).starts_with(char::is_lowercase);
        let kept = self.words.start.saturating_sub(KEPT)..self.words.start;
        let spoken = |index: usize| kept.clone().any(|kept| page.word(kept) == page.word(index));
        let small = |index: usize| self.is_small(index) || is_subject(page, index);
        let time = |index: usize| {
            let word = page.word(index);
            word.contains(|c: char| c.is_ascii_digit()) || month_named(word).is_some()
        };
        let timed =
            head.len() <= TIME && head.clone().any(time) && head.clone().all(|index| time(index) || small(index));
        lower && self.ends_line(head.start - 1)
            || timed
            || is_pronoun(page.word(last))
            || is_subject(page, last)
            || spoken(last) && !small(last) && !has_owner(page, head)
            || head.clone().all(|index| small(index) || spoken(index))
    }

    /// `The minister opened the bridge. The driver` before `stole`, where the quote does not show the end of the sentence that it keeps.
    /// Whether a name is that of who was called by a noun before is not known.
    fn are_of_two_persons(&self) -> bool {
        let (page, words) = (self.page, &self.words);
        let (kept, head) = (words.start - 1, self.head());
        let mut sentence = (words.start.saturating_sub(SENTENCE)..words.start).rev();
        let opens = |index: usize| index == 0 || self.ends_line(index - 1) || self.ends_sentence(index - 1);
        let Some(first) = sentence.find(|&index| opens(index)).filter(|_| !head.is_empty()) else { return false };
        let spoken = |index: usize| (first..words.start).any(|kept| page.word(kept) == page.word(index));
        page.between(kept).starts_with(['.', '!', '?'])
            && self.ends_sentence(kept)
            && self.is_verb(words.end)
            && is_noun_phrase(page, &head)
            && !head.clone().all(|index| self.is_small(index) || is_subject(page, index) || spoken(index))
            && self.is_named(first).is_some_and(|named| self.is_named(head.start) == Some(named))
    }

    /// `The mayor said the school would stay open. The bishop said` before what the bishop said, where the mayor is kept.
    fn are_of_two_speakers(&self) -> bool {
        let kept = self.quote.folded.folded(0..self.at);
        let ends = |index: usize| self.ends_line(index) || self.ends_sentence(index) || ends_sentence(self.page, index);
        is_said_by_another(self.page, &self.words, ends, |words| kept.contains(self.page.folded(words.clone())))
    }

    /// `She killed the fox. Her husband fled.` made “She killed … her husband”: the small letter makes what begins a sentence the end of
    /// another, and nothing behind it is kept.
    fn makes_an_object(&self) -> bool {
        let (page, quote, next) = (self.page, self.quote, self.words.end);
        let length = (self.at + 1..quote.folded.words.len()).take_while(|&at| quote.gap(at).is_none()).count() + 1;
        let last = self.at + length == quote.folded.words.len();
        let small = quote.folded.written(self.at..self.at + 1).starts_with(char::is_lowercase);
        let behind = next..page.words.len().min(next + length);
        last && small
            && page.written(next..next + 1).starts_with(char::is_uppercase)
            && self.ends_sentence(next - 1)
            && !page.between(self.words.start - 1).contains(CLOSING)
            && is_of(BEFORE_NOUNS, page, page.word(next))
            && length > 1
            && is_noun_phrase(page, &behind)
            && !(self.words.start - 1..next).any(|index| self.ends_line(index))
            && !behind
                .clone()
                .skip(1)
                .any(|at| has(page, at, Role::Be) || has(page, at, Role::Modal) || is_past(page, at))
    }

    /// A word that may be a verb behind its subject.
    fn is_verb(&self, index: usize) -> bool {
        let page = self.page;
        let helps =
            has(page, index, Role::Be) || has(page, index, Role::Modal) || is_of(HELPING, page, page.word(index));
        let small = page.written(index..index + 1).starts_with(char::is_lowercase);
        small && (helps || !self.is_small(index) && !is_link(page, index) && !is_subordinate(page, index))
    }

    /// Whether a sentence begins with a name, or with a noun behind its article; none where it is neither, or that is not told.
    fn is_named(&self, index: usize) -> Option<bool> {
        let page = self.page;
        if is_of(BEFORE_NOUNS, page, page.word(index)) {
            return Some(false);
        }
        let articles = BEFORE_NOUNS.iter().fold(0, |all, (language, _)| all | language.bit());
        let named = page.languages & articles != 0 && page.written(index..index + 1).starts_with(char::is_uppercase);
        (named && !self.is_small(index) && !is_subject(page, index) && !is_subordinate(page, index)).then_some(true)
    }
}

/// Scripts that part clauses and sentences by a space and by nothing else.
fn is_thai(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}
