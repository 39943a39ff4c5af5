//! What an ellipsis may not lead to within a sentence: the second of two parts that are built alike, by way of what the second has of
//! its own (`rose on Monday before falling … on Tuesday`), what the first is compared with, and what a clause says of somebody else.

use std::ops::Range;

use super::other_verb::{BEFORE_NOUNS, is_clause, is_past};
use crate::date::month_named;
use crate::quote_match::around::supposed::{is_link, is_other_word};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::{is_function, is_one_of, is_pronoun};
use crate::quote_match::languages::governing::{Role, has};
use crate::quote_match::languages::language::Language::{Dutch, English, German};
use crate::quote_match::languages::language::is_of;
use crate::quote_match::languages::needing::{BUT, NO_THING};
use crate::quote_match::languages::openings::{is_subject, is_subordinate};
use crate::quote_match::languages::two_parts::{
    COMPARED, EVERYBODY, EXCEPTED, KIN, PARTICIPLES, RATES, SHARED, THAN, WHICH_OF,
};

/// Words that are small enough to lead to a place or a time; of a noun; of a subject; of a clause that are looked at.
const SMALL: usize = 5;
const NOUN: usize = 2;
const SUBJECT: usize = 4;
const NEAR: usize = 8;

/// Letters of a verb that is known by its ending.
const LETTERS: usize = 5;

/// Whether an ellipsis over `words` leads from one clause, or from one part of it, to what is said in another of something else.
pub(super) fn is_of_another_clause(page: &Folded<'_>, words: &Range<usize>) -> bool {
    if words.is_empty() || words.start == 0 || words.end >= page.words.len() {
        return false;
    }
    let passed = Passed { page, first: words.start, end: words.end };
    if passed.is_of_another_list() {
        return true;
    }
    // `3. Mai`
    let dated = |index: usize| passed.is_digits(index) && page.between(index) == ". ";
    let ends = |index: usize| page.between(index).contains(['.', '!', '?', '\n', '\t', '。']) && !dated(index);
    let one_sentence = !(words.start - 1..words.end).any(ends);
    one_sentence
        && (passed.is_second_of_two()
            || passed.is_compared()
            || passed.is_unit_of_another()
            || passed.is_number_of_another()
            || passed.is_share()
            || passed.is_rate()
            || passed.is_next_to()
            || passed.is_excepted()
            || passed.narrows_everybody()
            || passed.is_said_of_which()
            || passed.is_clause_of_another()
            || passed.is_behind_semicolon()
            || passed.is_object_of_denied()
            || passed.is_apposed_to_another())
}

struct Passed<'f, 't> {
    page: &'f Folded<'t>,
    first: usize,
    end: usize,
}

impl Passed<'_, '_> {
    fn word(&self, index: usize) -> &str {
        if index < self.page.words.len() { self.page.word(index) } else { "" }
    }

    fn adjoins(&self, index: usize) -> bool {
        self.page.between(index).trim().is_empty()
    }

    fn pauses(&self, index: usize) -> bool {
        self.page.between(index).contains([',', ';', '，', '；'])
    }

    fn is_digits(&self, index: usize) -> bool {
        self.word(index).starts_with(|c: char| c.is_ascii_digit())
    }

    fn is_past(&self, index: usize) -> bool {
        index < self.page.words.len() && is_past(self.page, index)
    }

    fn is_small(&self, index: usize) -> bool {
        is_function(self.word(index)) || is_pronoun(self.word(index)) || self.word(index).chars().count() < NOUN
    }

    fn is_lowercase(&self, index: usize) -> bool {
        index < self.page.words.len() && self.page.written(index..index + 1).starts_with(char::is_lowercase)
    }

    fn is_finite(&self, index: usize) -> bool {
        let page = self.page;
        index < page.words.len()
            && (has(page, index, Role::Be)
                || has(page, index, Role::Modal)
                || matches!(page.word(index), "had" | "has" | "have" | "hat" | "hatte" | "hatten")
                || self.is_past(index))
    }

    /// Words before the ellipsis in the same sentence, the nearest first.
    fn before(&self, most: usize) -> impl Iterator<Item = usize> + '_ {
        let first = self.first.saturating_sub(most);
        let ends = |index: usize| self.page.between(index).contains(['.', '!', '?', '\n', '\t']);
        (first..self.first).rev().take_while(move |&index| !ends(index))
    }

    /// Whether the sentence begins so few words before the ellipsis, with nothing but a subject.
    fn opens(&self) -> bool {
        self.opens_before(false)
    }

    /// The same, where a comma may stand behind the subject.
    fn opens_before(&self, aside: bool) -> bool {
        let begins = |index: usize| {
            index == 0 || self.page.between(index - 1).contains(['.', '!', '?', '\n', '\t', '“', '”', '»'])
        };
        let kept: Vec<usize> = self.before(SUBJECT).collect();
        let first = kept.iter().position(|&index| begins(index));
        let parted = |index: usize| self.pauses(index) && !(aside && index + 1 == self.first);
        first.is_some_and(|first| !kept[..=first].iter().any(|&index| self.is_finite(index) || parted(index)))
    }

    /// The small word, or the number, with which both what is left out and what is kept begin.
    fn is_parallel(&self) -> bool {
        let (one, other) = (self.word(self.first), self.word(self.end));
        let article = is_of(BEFORE_NOUNS, self.page, one) && !matches!(one, "a" | "l");
        let leads = self.is_lowercase(self.first)
            && one.chars().count() <= SMALL
            && !article
            && !is_link(self.page, self.first)
            && !is_pronoun(one)
            && is_function(one);
        one == other && leads || self.is_digits(self.first) && self.is_digits(self.end)
    }

    /// `on Monday before falling 12 per cent` before an `on Tuesday`; `the young than` … `in`; `3 мая и отклонён` before `5 мая`.
    fn is_second_of_two(&self) -> bool {
        let (page, first, last) = (self.page, self.first, self.end - 1);
        if self.end - first <= NOUN || !self.adjoins(last) {
            return false;
        }
        if self.is_behind_than() {
            return true;
        }
        if !self.is_parallel() {
            return false;
        }
        let verb = |index: usize| {
            self.is_lowercase(index)
                && !self.is_small(index)
                && !is_one_of(NO_THING, self.word(index))
                && !self.word(index).ends_with("ly")
                && !self.is_digits(index)
        };
        let linked = |link: usize| link > first + 1 && verb(link + 1);
        let adjective = BUT.has(page, last - 1) && linked(last - 1);
        let dated = self.is_digits(first)
            && month_named(self.word(first + 1)).is_some()
            && is_link(page, last - 1)
            && linked(last - 1);
        adjective || dated || self.ends_in_gerund() || self.ends_in_participle()
    }

    /// `better in the young than` before an `in`, `the young than in` behind one.
    fn is_behind_than(&self) -> bool {
        let (page, last) = (self.page, self.end - 1);
        let leads = |index: usize| {
            let small = is_function(self.word(index)) && !is_of(BEFORE_NOUNS, page, self.word(index));
            small && !is_pronoun(self.word(index)) && !is_link(page, index)
        };
        let before = THAN.has(page, last)
            && leads(self.end)
            && (self.first..last).any(|index| self.word(index) == self.word(self.end));
        let behind = THAN.has(page, last - 1)
            && leads(last)
            && self.word(last) == self.word(self.first - 1)
            && self.adjoins(last - 1)
            && self.adjoins(self.first - 1);
        before || behind
    }

    /// `before falling 12 per cent`
    fn ends_in_gerund(&self) -> bool {
        let tail = (self.first + 1..self.end).rev().take(SMALL);
        let mut tail =
            tail.skip_while(|&index| self.is_digits(index) || self.is_measure(index) || self.is_small(index));
        let Some(verb) = tail.next().filter(|&verb| self.word(verb).ends_with("ing") && verb > self.first + 1) else {
            return false;
        };
        is_one_of("after before while without", self.word(verb - 1))
            && is_of(&[(English, self.word(verb))], self.page, self.word(verb))
    }

    fn is_measure(&self, index: usize) -> bool {
        is_one_of("% per cent percent points point million billion pounds dollars euros", self.word(index))
    }

    /// `am 3. Mai vom Unterhaus beschlossen und` before an `am 5. Mai`
    fn ends_in_participle(&self) -> bool {
        let (page, last) = (self.page, self.end - 1);
        let german = page.languages & (German.bit() | Dutch.bit()) != 0;
        let participle = |index: usize| {
            let word = self.word(index);
            self.is_lowercase(index)
                && word.chars().count() >= LETTERS
                && PARTICIPLES.iter().any(|ending| word.ends_with(ending))
                && !self.is_small(index)
        };
        german
            && self.is_digits(self.first + 1)
            && self.is_digits(self.end + 1)
            && is_link(page, last)
            && participle(last - 1)
    }

    /// `12% had a stroke, compared with` before the figure of the others.
    fn is_compared(&self) -> bool {
        let (page, end) = (self.page, self.end);
        let from = self.first.max(end.saturating_sub(NEAR));
        let behind = |at: usize| {
            let length = COMPARED.at(page, at)?;
            (at + length <= end).then_some(at + length)
        };
        let rest = |index: usize| {
            self.is_digits(index)
                || self.is_small(index)
                || self.is_measure(index)
                || is_of(BEFORE_NOUNS, page, self.word(index))
        };
        let opening = |at: usize| page.between(at - 1).contains(['(', '[']);
        (from..end)
            .filter(|&at| !opening(at))
            .filter_map(behind)
            .any(|at| at + SUBJECT + 1 >= end && (at..end).all(|index| rest(index) && self.adjoins(index)))
    }

    /// `60 points, boys` before a `55 points`.
    fn is_unit_of_another(&self) -> bool {
        let (first, end) = (self.first, self.end);
        let Some(joint) = (first + 1..end - 1).rev().find(|&index| self.pauses(index)) else { return false };
        let tail = joint + 1..end;
        let thing =
            !self.is_small(end - 1) && !is_one_of(NO_THING, self.word(end - 1)) && !self.word(end - 1).ends_with("ly");
        self.is_digits(first)
            && self.is_digits(end)
            && self.word(first + 1) == self.word(end + 1)
            && month_named(self.word(end + 1)).is_none()
            && tail.len() <= NOUN
            && tail.clone().all(|index| self.adjoins(index) && !self.is_digits(index))
            && thing
    }

    /// `took part; three` before a `withdrew`, `killed and 30` before a `hurt`, behind another number.
    fn is_number_of_another(&self) -> bool {
        const YEAR: usize = 4;
        let (page, last) = (self.page, self.end - 1);
        let year = |index: usize| self.is_digits(index) && self.word(index).chars().count() == YEAR;
        let number = |index: usize| page.is_number(index) && !year(index);
        let parted = last > self.first && (is_link(page, last - 1) || page.between(last - 1).contains([';', ',']));
        last > self.first
            && number(last)
            && parted
            && self.adjoins(last)
            && self.is_past(self.end)
            && self.before(NEAR).any(number)
            && (self.first..last - 1).any(|index| self.is_past(index))
    }

    /// `sur trois` behind an `un enfant`, `in three` behind a `one`.
    fn is_share(&self) -> bool {
        const DIGITS: usize = 3;
        let (page, last, length) = (self.page, self.end - 1, self.end - self.first);
        let number = page.is_number(last) && (!self.is_digits(last) || self.word(last).len() <= DIGITS);
        let one = |index: usize| {
            page.is_number(index) && !self.is_digits(index)
                || is_one_of("one un une uno una um uma ein eine einer eines een jeder", self.word(index))
        };
        SHARED.at(page, self.first).is_some_and(|lead| lead + 1 == length)
            && number
            && (self.first - 1..=last).all(|index| self.adjoins(index))
            && self.before(NOUN).any(one)
    }

    /// `per head`, `in real terms` behind an `income` that is kept, before its verb.
    fn is_rate(&self) -> bool {
        let (page, length) = (self.page, self.end - self.first);
        let per = || length <= NOUN + 1 && self.word(self.first) == "per" && is_of(&[(English, "per")], page, "per");
        let rate = RATES.at(page, self.first) == Some(length) || per();
        rate && self.adjoins(self.first - 1)
            && self.adjoins(self.end - 1)
            && self.is_lowercase(self.end)
            && !self.is_small(self.end)
            && !self.is_digits(self.first - 1)
    }

    /// `married to`, `the son of` behind an `is` that is kept, before an article.
    fn is_next_to(&self) -> bool {
        let page = self.page;
        has(page, self.first - 1, Role::Be)
            && KIN.at(page, self.first) == Some(self.end - self.first)
            && (self.first - 1..self.end).all(|index| self.adjoins(index))
            && is_of(BEFORE_NOUNS, page, self.word(self.end))
    }

    /// `on the pier, other than` before an `on Sundays`.
    fn is_excepted(&self) -> bool {
        let (page, end) = (self.page, self.end);
        let from = self.first.max(end.saturating_sub(SUBJECT));
        (from..end).any(|at| {
            EXCEPTED.at(page, at).is_some_and(|length| at + length == end) && (at..end).all(|index| self.adjoins(index))
        })
    }

    /// `who fails to pay` behind an `every owner` that is kept, before an `is`: not every owner is.
    fn narrows_everybody(&self) -> bool {
        let (page, first, last) = (self.page, self.first, self.end - 1);
        let german = page.languages & German.bit() != 0;
        let comma = |index: usize| self.page.between(index).contains(',');
        let led = self.before(NOUN + 1).take_while(|&index| index + 1 == first || self.adjoins(index));
        let everybody = led.into_iter().any(|index| EVERYBODY.has(page, index) && !is_other_word(page, index));
        self.end - first > 1
            && WHICH_OF.has(page, first)
            && everybody
            && self.is_finite(self.end)
            && !self.is_past(self.end)
            && comma(first - 1) == german
            && (first..last).all(|index| !self.pauses(index))
            && (german || self.adjoins(last))
    }

    /// `was replaced by his daughter, Anna, who` behind a `Carl Brandt` that is kept, before a `had`.
    fn is_said_of_which(&self) -> bool {
        let (page, last) = (self.page, self.end - 1);
        let antecedent = last.checked_sub(1).filter(|&at| at > self.first);
        let spoken = |index: usize| self.before(SUBJECT).any(|kept| self.word(kept) == self.word(index));
        is_one_of("which who", self.word(last))
            && is_of(&[(English, self.word(last))], page, self.word(last))
            && self.is_finite(self.end)
            && self.adjoins(last)
            && antecedent.is_some_and(|at| page.between(at).contains(',') && !spoken(at))
            && (self.first..last - 1).any(|index| self.is_finite(index))
            && (!self.pauses(self.first - 1) || self.is_finite(self.first))
            && !self.before(SUBJECT).any(|index| self.is_finite(index))
    }

    /// `, but it can be hard to tell, especially` before an `if` that is kept.
    fn is_clause_of_another(&self) -> bool {
        let (page, first, end) = (self.page, self.first, self.end);
        let joins =
            BUT.has(page, first) || is_one_of("yet doch jedoch pourtant", self.word(first)) || is_link(page, first);
        let subject = |at: usize| at < end && (is_subject(page, at) || is_clause(page, at));
        let verb = (first + 2..end).any(|index| self.is_finite(index));
        joins
            && self.pauses(first - 1)
            && subject(first + 1)
            && verb
            && (is_subordinate(page, end) || self.word(end) == "unless")
            && !has(page, end, Role::That)
            && self.before(NEAR).any(|index| self.is_finite(index) || self.word(index).ends_with('s'))
    }

    /// `said they had taken the town; the army said it` behind `The rebels`, before a `had`.
    fn is_behind_semicolon(&self) -> bool {
        let (page, end) = (self.page, self.end);
        let Some(joint) = (self.first..end - 1).rev().find(|&index| page.between(index).contains(';')) else {
            return false;
        };
        let spoken = |index: usize| self.before(SUBJECT).any(|kept| self.word(kept) == self.word(index));
        let noun = is_of(BEFORE_NOUNS, page, self.word(joint + 1));
        noun && joint + 2 < end
            && !spoken(joint + 2)
            && (self.first..joint).any(|index| self.is_finite(index) || has(page, index, Role::Speech))
            && (joint + 2..end).any(|index| self.is_finite(index) || has(page, index, Role::Speech))
            && self.is_finite(end)
            && self.opens()
    }

    /// `a raft but does not include` before an object, behind another verb.
    fn is_object_of_denied(&self) -> bool {
        let (page, last) = (self.page, self.end - 1);
        let Some(denial) = last.checked_sub(1).filter(|&denial| denial >= self.first + 2 && page.negates(denial))
        else {
            return false;
        };
        let helps = is_one_of("do does did", self.word(denial - 1)) || has(page, denial - 1, Role::Modal);
        let joined = is_link(page, denial - 2) || self.pauses(denial - 2);
        helps
            && joined
            && self.is_lowercase(last)
            && !self.is_small(last)
            && (denial - 1..self.end).all(|index| self.adjoins(index))
            && is_of(BEFORE_NOUNS, page, self.word(self.end))
            && is_of(&[(English, self.word(last))], page, self.word(last))
    }

    /// `dined with Mr Cole,` behind `The mayor`, before an `a convicted thief`.
    fn is_apposed_to_another(&self) -> bool {
        let (page, last, end) = (self.page, self.end - 1, self.end);
        // `, professor of geology at Leeds, wrote the report with Karl Lane,`
        let aside = self.pauses(self.first - 1);
        let passing = (self.first..last).find(|&index| aside && self.pauses(index));
        let start = passing.map_or(self.first, |comma| comma + 1);
        let named = page.written(last..end).starts_with(char::is_uppercase) && self.is_lowercase(start);
        let until = (end..page.words.len().min(end + NEAR)).find(|&index| !self.adjoins(index));
        let plain = until.is_some_and(|until| {
            page.between(until).starts_with(['.', ',', ';'])
                && !(end + 1..=until).any(|index| has(page, index, Role::Be) || has(page, index, Role::Modal))
                && !self.is_past((end + 2).min(until + 1))
        });
        let article =
            is_one_of("a an un une una uno um uma een", self.word(end)) && is_of(BEFORE_NOUNS, page, self.word(end));
        named
            && article
            && plain
            && page.between(last).starts_with(',')
            && (self.adjoins(self.first - 1) || passing.is_some())
            && self.opens_before(aside)
            && (start..last).any(|index| self.is_finite(index) || has(page, index, Role::Speech))
            && !(start..last).any(|index| is_link(page, index) || self.pauses(index))
    }

    /// Whether another list has begun, with its own head: `The following are banned: … kites`.
    fn is_of_another_list(&self) -> bool {
        let heads = |index: usize| {
            let between = self.page.between(index);
            between.contains(':') && between.contains('\n')
        };
        heads(self.first - 1) && (self.first..self.end).any(heads)
    }
}
