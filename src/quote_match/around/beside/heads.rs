//! Who denies, doubts or refuses, and how, in the sentence of a passage: `nobody who`, `falsely claimed`, `critics`.

use std::ops::Range;

use super::{BESIDE, Sentence};
use crate::quote_match::around::supposed;
use crate::quote_match::folding::words::{is_function, is_pronoun};
use crate::quote_match::languages::governing::{Role, has};

/// Words of the subject of a clause, behind its `that`.
const SUBJECT: usize = 3;

impl Sentence<'_, '_> {
    /// What makes a denial of the clause that the passage goes on with behind its `that` and its subject.
    pub(super) fn denial_of_clause(&self) -> Option<usize> {
        let start = self.passage.start;
        let at = (self.start..=start).rev().take(SUBJECT + 1).find(|&index| self.has(index, Role::That))?;
        let denial = || self.head_of(at).or_else(|| supposed::head(self.page, self.start, at));
        if self.is_subject(at + 1..start) { denial() } else { None }
    }

    /// Whether `words` are no more than whom a clause speaks of: `he`, `the mayor`, `Mr Hale`.
    fn is_subject(&self, words: Range<usize>) -> bool {
        const SMALL: usize = 3;
        let page = self.page;
        let small = |index: usize| is_function(page.word(index)) || page.word(index).chars().count() <= SMALL;
        let named = |index: usize| page.written(index..index + 1).starts_with(char::is_uppercase);
        let noun = |index: usize| index + 1 == words.end && index > words.start && small(index - 1);
        let plain = |index: usize| small(index) || named(index) || noun(index) || is_pronoun(page.word(index));
        words.clone().all(|index| self.adjoin(index) && plain(index))
    }

    /// `nobody who`, `no one who`, before a verb that stands behind the clause.
    pub(super) fn is_nobody_who(&self, index: usize) -> bool {
        let one = usize::from(self.page.word(index + 1) == "one");
        self.page.word(index + 1 + one) == "who"
    }

    /// `there is little to`, `found scant`: hardly anything, and not `it took little to`.
    pub(super) fn is_little(&self, index: usize) -> bool {
        let before = index.checked_sub(1).filter(|&before| before >= self.start);
        matches!(self.page.word(index), "little" | "scant" | "wenig" | "peu" | "poco" | "weinig")
            && before.is_some_and(|before| {
                self.has(before, Role::Be)
                    || matches!(self.page.word(before), "find" | "finds" | "found" | "see" | "sees" | "saw")
            })
    }

    /// Whether a negation belongs to the verb behind it: `did not for a moment think`, not `who were not there say`.
    pub(super) fn leads_to(&self, negation: usize, verb: usize) -> bool {
        const BETWEEN: &str = "account actually circumstances ever honestly longer means minute moment personally really second seriously way";
        let page = self.page;
        (negation + 1..verb).all(|index| {
            let word = page.word(index);
            let between = || BETWEEN.split_ascii_whitespace().any(|own| own == word);
            is_function(word) || is_pronoun(word) || page.is_guarded(index) || between()
        })
    }

    /// What stands between a denial and what was not said: `denies having said`, `short of saying`.
    pub(super) fn is_done_so(&self, mut words: Range<usize>) -> bool {
        words.all(|index| matches!(self.page.word(index), "ever" | "having" | "he" | "of" | "she" | "they" | "to"))
    }

    /// `falsely claimed`, `claimed falsely`, `wrong to say`.
    pub(super) fn is_false_speech(&self, index: usize) -> bool {
        const MISTAKES: &str =
            "absurd dishonest error foolish inaccurate incorrect misguided misleading mistake naive ridiculous wrong";
        let beside = |at: usize| self.has(at, Role::Speech) || self.has(at, Role::Belief) || self.has(at, Role::Claim);
        let mistaken = MISTAKES.split(' ').any(|own| own == self.page.word(index));
        let supposing = |at: usize| supposed::SUPPOSING.contains(&self.page.word(at));
        let wrong = mistaken
            && index + 2 < self.page.words.len()
            && self.page.word(index + 1) == "to"
            && (beside(index + 2) || supposing(index + 2))
            && !self.is_negated(index);
        // `prétendu à tort`, `beweerde ten onrechte`, `argued in vain`.
        let led = |at: usize| matches!(self.page.word(at), "a" | "em" | "en" | "in" | "ten");
        let before = || {
            let before = index.checked_sub(1).filter(|&before| before >= self.start);
            let before = before.map(|before| before - usize::from(before > self.start && led(before)));
            before.is_some_and(beside)
        };
        wrong || self.has(index, Role::Falsely) && (beside(index + 1) || before())
    }

    /// `untrue`, `wrong`, before a `to say`.
    pub(super) fn is_false_to_say(&self, index: usize) -> bool {
        (self.has(index, Role::Untruth) || self.is_false_speech(index)) && !self.is_negated(index)
    }

    /// `contrary to the claim`, `despite rumours`.
    pub(super) fn is_contrary(&self, index: usize) -> bool {
        let word = |at: usize| if at < self.page.words.len() { self.page.word(at) } else { "" };
        let claim = || (index + 1..index + 2 * BESIDE).any(|at| self.has(at, Role::Claim));
        let pair = matches!(
            (word(index), word(index + 1)),
            ("contrary", "to") | ("entgegen" | "contrairement" | "contrariamente", _)
        );
        pair || matches!(word(index), "despite" | "notwithstanding" | "trotz" | "malgre") && claim()
    }

    pub(super) fn is_refusal(&self, index: usize) -> bool {
        self.has(index, Role::Refusal) && self.page.word(index + 1) == "to"
    }

    /// `critics`, `those who`, `some people`.
    pub(super) fn is_adversary(&self, index: usize) -> bool {
        let next = |at: usize| if at < self.page.words.len() { self.page.word(at) } else { "" };
        let word = self.page.word(index);
        let who = next(index + 1) == "who" || next(index + 2) == "who" && next(index + 1) != "and";
        self.has(index, Role::Adversary)
            || matches!(word, "anybody" | "anyone" | "people" | "somebody" | "someone" | "some" | "those") && who
            || word == "some" && (has(self.page, index + 1, Role::Speech) || next(index + 1) == "people")
    }

    /// The word behind `according to`, `laut`, `selon`, where it begins with word `at`: who says it.
    pub(super) fn according_to(&self, at: usize) -> Option<usize> {
        const TWO: [(&str, &str); 5] =
            [("according", "to"), ("nach", "ansicht"), ("nach", "meinung"), ("по", "словам"), ("по", "мнению")];
        const ONE: &str =
            "laut selon segun segundo secondo volgens enligt ifolge wedlug zdaniem podle согласно συμφωνα";
        let word = |index: usize| if index < self.page.words.len() { self.page.word(index) } else { "" };
        let of = |behind: usize| behind + usize::from(matches!(word(behind), "a" | "von" | "με"));
        if TWO.iter().any(|(one, other)| word(at) == *one && word(at + 1) == *other) {
            return Some(of(at + 2));
        }
        ONE.split(' ').any(|own| own == word(at)).then(|| of(at + 1))
    }

    /// `According to critics, `, `Laut Kritikern `, `Secondo i critici ` at the beginning of the sentence of the passage.
    pub(super) fn told_by_adversaries(&self) -> Option<Range<usize>> {
        let start = self.passage.start;
        let source = self.according_to(self.start).filter(|&source| source < start && start - source <= BESIDE * 2)?;
        let plain = (source..start - 1).all(|index| self.adjoin(index) && !self.has(index, Role::Joint));
        let adversary = (source..start).any(|index| self.is_adversary(index) || self.has(index, Role::Rumour));
        (plain && adversary).then_some(self.start..start)
    }

    /// `the rumour that`, `allegations in the press that`, and before a comma as German has it; not where it was confirmed.
    pub(super) fn rumoured(&self) -> Option<Range<usize>> {
        let start = self.passage.start;
        let that = |index: &usize| self.has(*index, Role::That);
        let at = (self.start..=start).rev().take(SUBJECT + 1).find(that).filter(|&at| at == start || self.reaches(at));
        let last = start.checked_sub(1).filter(|&last| last >= self.start && self.page.between(last).starts_with(','));
        let last = last.filter(|&last| at.is_none() && self.has(last, Role::Rumour));
        let named = || {
            let at = at?;
            let plain = |index: usize| {
                index + 1 == at || self.adjoin(index) && !self.has(index, Role::Speech) && !self.has(index, Role::Be)
            };
            let near = (self.start..at).rev().take(BESIDE + 1).take_while(|&index| plain(index));
            near.into_iter().find(|&index| self.has(index, Role::Rumour))
        };
        let rumour = last.or_else(named).filter(|_| !self.is_borne_out())?;
        Some(self.reaching_back(rumour)..start.max(at.unwrap_or(start)))
    }
}
