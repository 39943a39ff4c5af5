//! What stands beside a passage in its sentence and turns what it says: the half of a denial that a quote leaves out.

mod behind;
mod bounds;
mod conditions;
mod heads;
mod held_to;
mod phrased;
mod ruled_out;

use crate::quote_match::folding::sentences::ends;
use std::ops::Range;

use super::handed_down::handed_down;
use super::supposed;
use super::taken_back::{is_answer, taken_back};
use super::unspaced_denial::unspaced_denial;
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::{is_function, is_one_of};
use crate::quote_match::languages::governing::{Role, has};
use crate::quote_match::languages::letters::{is_apostrophe, is_unspaced};
use crate::quote_match::languages::limits::limits;
use ruled_out::Ruling;

/// Words beside a passage among which a negation is looked for; twice as many characters where words have no spaces.
const BESIDE: usize = 3;

/// Words before a passage in which what governs it is looked for.
const LEAD: usize = 24;

/// Words between the `that` of a clause and a passage in it, and between an `if` and one.
const IN_CLAUSE: usize = 8;
const IN_CONDITION: usize = 3;

/// Words before a `that` among which the verb or the noun stands that it belongs to.
const HEAD: usize = 10;

/// What leaves hardly anything of a doubt: `little doubt that`, `beyond dispute that`.
const LESSENING: [&str; 6] = ["beyond", "little", "wenig", "peu", "poca", "weinig"];

/// `there is`, in other languages: `no cabe duda`, `não há dúvida`.
const THERE_IS: [&str; 7] = ["cabe", "existe", "gibt", "ha", "hay", "queda", "resta"];

/// What stands beside the passage `words` and turns it: what its clause is governed by, else the nearest negation. `capital`
/// tells that the quote begins with one that the page has not there.
pub(crate) fn turned_by(page: &Folded<'_>, words: &Range<usize>, capital: bool) -> Option<Box<str>> {
    let sentence = Sentence::around(page, words, capital);
    let told = |words: Range<usize>| page.written(words).into();
    let back = || taken_back(page, words);
    if is_answer(page, words.start) {
        return back().map(told).or_else(|| negation(page, words, words.start));
    }
    sentence
        .governed()
        .or_else(|| unspaced_denial(page, words))
        .or_else(back)
        .or_else(|| sentence.only_said())
        .map(told)
        .or_else(|| negation(page, words, 0))
}

/// What bounds the number at word `at` before it: `up to`, `nearly`.
pub(crate) fn bound_before(page: &Folded<'_>, at: usize) -> Option<Range<usize>> {
    if at >= page.words.len() {
        return None;
    }
    let sentence = Sentence::around(page, &(at..at + 1), false);
    // `up to six`, `more than half`.
    sentence.bounded().or_else(|| sentence.bounds_share())
}

/// The word that denies what stands at word `at`, right before it or before the clause that it goes on with, as far as nothing
/// but the subject of that stands between: `denied that he`, `rejected the claim that the mayor`.
pub(crate) fn denied_before(page: &Folded<'_>, at: usize) -> Option<usize> {
    if at >= page.words.len() {
        return None;
    }
    let sentence = Sentence::around(page, &(at..at + 1), false);
    sentence.denial_of_clause().or_else(|| sentence.right_behind().map(|denial| denial.start))
}

/// The nearest negation before the passage, from word `first` on, else behind it, within [`BESIDE`] words and the same sentence.
fn negation(page: &Folded<'_>, words: &Range<usize>, first: usize) -> Option<Box<str>> {
    let reach = |from: usize| {
        let alone = page.words.get(from).is_some() && page.word(from).starts_with(is_unspaced);
        if alone { BESIDE * 2 } else { BESIDE }
    };
    let before = words.start.checked_sub(1).map_or(0, reach);
    let before = words.start.saturating_sub(before).max(first)..words.start;
    let stops = |index: usize| ends(page, index) || page.between(index).contains(';');
    let before = before.rev().take_while(|&index| !stops(index));
    let after =
        (words.end..page.words.len()).take(reach(words.end)).take_while(|&index| index > 0 && !stops(index - 1));
    let turns = |index: usize| {
        !supposed::is_affirmed(page, index, words) && !supposed::is_in_another_clause(page, index, words)
    };
    let index = before.chain(after).find(|&index| page.negates(index) && turns(index))?;
    // Without spaces a negation is the beginning of a word.
    let length = if page.word(index).starts_with(is_unspaced) { 2 } else { 1 };
    Some(page.written(index..(index + length).min(page.words.len())).into())
}

/// A passage in its sentence.
struct Sentence<'f, 't> {
    page: &'f Folded<'t>,
    /// The first word that is looked at, the beginning of the sentence where that is near.
    start: usize,
    passage: Range<usize>,
    capital: bool,
}

impl<'f, 't> Sentence<'f, 't> {
    fn around(page: &'f Folded<'t>, passage: &Range<usize>, capital: bool) -> Self {
        let breaks = |index: usize| ends(page, index) || page.between(index).contains(';');
        let lead = (passage.start.saturating_sub(LEAD)..passage.start).rev().take_while(|&index| !breaks(index));
        Self { page, start: lead.last().unwrap_or(passage.start), passage: passage.clone(), capital }
    }

    fn has(&self, index: usize, role: Role) -> bool {
        has(self.page, index, role)
    }

    /// The words that turn what the passage says by governing it.
    fn governed(&self) -> Option<Range<usize>> {
        if self.passage.is_empty() {
            return None;
        }
        self.label()
            .or_else(|| self.told_by_adversaries())
            .or_else(|| self.in_a_clause())
            .or_else(|| self.right_behind())
            .or_else(|| self.bounded())
            .or_else(|| self.bounds_share())
            .or_else(|| self.bounded_by_phrase())
            .or_else(|| self.under_a_condition())
            .or_else(|| self.behind())
            .or_else(|| self.rumoured())
    }

    /// `It is not true that`, `denied that`, `if`: the passage stands in the clause that a small word begins.
    fn in_a_clause(&self) -> Option<Range<usize>> {
        let start = self.passage.start;
        let own = self.has(start, Role::That).then_some(start);
        let opens = |&index: &usize| {
            self.has(index, Role::That) || self.has(index, Role::Condition) || self.is_as_though(index)
        };
        let before = || (self.start..start).rev().take(IN_CLAUSE + 1).find(opens);
        let at = own.or_else(before)?;
        if at < start && !self.reaches(at) {
            return None;
        }
        if self.is_condition(at) && at < start && start - at <= IN_CONDITION + 1 {
            return Some(at..start);
        }
        let head = self.has(at, Role::That).then_some(at);
        let head = head.and_then(|at| self.head_of(at).or_else(|| supposed::head(self.page, self.start, at)));
        head.map(|head| self.reaching_back(head)..start.max(at))
    }

    /// `It is often said that`, `she alleges that`.
    fn only_said(&self) -> Option<Range<usize>> {
        let start = self.passage.start;
        let that = |index: &usize| self.has(*index, Role::That);
        let at = (self.start..=start).rev().take(IN_CLAUSE + 2).find(that)?;
        let said = handed_down(self.page, self.start, at).filter(|_| at == start || self.reaches(at))?;
        Some(self.reaching_back(said)..start.max(at))
    }

    /// `if`, `whether`, and in other languages where it begins a clause: `si` is `so` as well.
    fn is_condition(&self, index: usize) -> bool {
        if self.is_as_though(index) {
            return true;
        }
        let english = matches!(self.page.word(index), "if" | "whether" | "unless");
        let opens = || {
            let before = index.checked_sub(1);
            index == self.start || before.is_some_and(|at| !self.adjoin(at) || self.has(at, Role::Question))
        };
        self.has(index, Role::Condition) && (english || opens())
    }

    fn is_as_though(&self, index: usize) -> bool {
        self.page.word(index) == "though" && index > self.start && self.page.word(index - 1) == "as"
    }

    /// Whether no other clause begins between the small word at `at` and the passage.
    fn reaches(&self, at: usize) -> bool {
        let inner = at + 1..self.passage.start;
        let commas = (at..self.passage.start).filter(|&index| self.page.between(index).contains([',', ':', '–', '—']));
        // What stands between two commas right behind the small word is said in passing: `that, as of May, the …`.
        let commas: Vec<usize> = commas.collect();
        let passing = matches!(commas[..], [first, _] if first == at);
        (commas.is_empty() || passing) && !inner.clone().any(|index| self.has(index, Role::Joint))
    }

    /// The word before the `that` at `at` which makes a denial of what follows.
    fn head_of(&self, at: usize) -> Option<usize> {
        let at = self.without_aside(self.first_of_two(at));
        match self.ruled_out(at) {
            Some(Ruling::Out(verb)) => return Some(verb),
            Some(Ruling::Open) => return None,
            None => {}
        }
        for index in (self.start..at).rev().take(HEAD) {
            let joins = self.has(index, Role::Joint) && self.page.word(index) != "who";
            if joins || self.has(index, Role::That) {
                return None;
            }
            let compared = index + 1 == at && self.page.word(index) == "than";
            let denies = if compared { Some(false) } else { self.denies_until(index, at) };
            // Before a comma another clause ends, but for `denied, under oath, that`.
            let closed = index + 1 < at && self.page.between(index).contains([',', ':', '–', '—']);
            if denies.is_some() || closed {
                // `Despite his denial, it is certain that`
                let other = closed && self.page.word(at) == "that";
                return (denies.unwrap_or(false) && !other).then_some(index);
            }
        }
        None
    }

    /// The `that` of the first of two clauses that one verb governs: `denied that … and that`.
    fn first_of_two(&self, at: usize) -> usize {
        let joint = at.checked_sub(1).filter(|&joint| joint > self.start && supposed::is_link(self.page, joint));
        let close = joint.filter(|&joint| !self.page.between(joint - 1).contains([',', ':', '–', '—']));
        close.and_then(|joint| (self.start..joint).rev().find(|&index| self.has(index, Role::That))).unwrap_or(at)
    }

    /// Where the clause ends that the `that` at `at` belongs to: before `, doctors say,` if that stands between. Of languages that
    /// have a comma before every such clause nothing is known.
    fn without_aside(&self, at: usize) -> usize {
        let comma = |index: usize| index >= self.start && self.page.between(index).contains(',');
        let single = matches!(self.page.word(at), "that" | "que" | "che");
        let last = at.checked_sub(1).filter(|&last| single && comma(last));
        last.and_then(|last| (self.start..last).rev().take(BESIDE + 1).find(|&index| comma(index)))
            .map_or(at, |index| index + 1)
    }

    /// Whether word `index` makes a denial of what follows the `that` at `at`, or says that it is none; none where it says
    /// nothing of that.
    fn denies_until(&self, index: usize, at: usize) -> Option<bool> {
        let near = at - index <= BESIDE + 1;
        let between = || index + 1..at;
        let any = |role: Role| between().any(|index| self.has(index, role));
        if self.has(index, Role::Denial) || self.has(index, Role::Untruth) && near {
            return Some(!self.is_negated(index));
        }
        // `it goes without saying that`
        if self.page.word(index) == "without" && matches!(self.page.word(index + 1), "saying" | "doubt" | "question") {
            return Some(false);
        }
        let far = self.page.word(index) == "far" && self.page.word(index + 1) == "from" && any(Role::Belief);
        let lie = self.page.word(index) == "lie" && index > self.start && self.page.word(index - 1) == "a";
        if far || lie && near && !self.is_negated(index - 1) {
            return Some(true);
        }
        let mistaken =
            matches!(self.page.word(index), "lied" | "lying" | "mistaken" | "wrong") && !self.is_negated(index);
        if self.is_false_speech(index) && near || self.is_contrary(index) || mistaken && any(Role::Speech) {
            return Some(true);
        }
        if supposed::SUPPOSING.contains(&self.page.word(index)) && near {
            return Some(true);
        }
        // `I used to think that`, `an earlier version of this report said that`
        let used = self.page.word(index) == "used" && self.page.word(index + 1) == "to" && index > self.start;
        let version = self.page.word(index) == "version"
            && index > self.start
            && matches!(self.page.word(index - 1), "earlier" | "previous")
            && any(Role::Speech);
        let thought = || is_one_of("assume believe think", self.page.word(index + 2)) && !self.has(index - 1, Role::Be);
        if version || used && index + 3 == at && thought() {
            return Some(true);
        }
        if self.is_refusal(index) && (any(Role::Belief) || any(Role::Speech)) {
            return Some(!self.is_negated(index));
        }
        if self.page.negates(index) && !supposed::is_other_word(self.page, index) {
            let doubled = any(Role::Assent);
            let last = index + 1 == at && (self.start..at).any(|index| self.has(index, Role::Belief));
            let takes = between().find(|&index| self.has(index, Role::Belief));
            let takes = takes.is_some_and(|belief| !self.has(belief, Role::Speech) || self.leads_to(index, belief))
                || self.is_nobody_who(index) && self.has(at - 1, Role::Belief);
            return (takes || last || doubled).then_some(!doubled);
        }
        if self.is_little(index) && (any(Role::Belief) || any(Role::Claim)) {
            return Some(true);
        }
        let supposed = self.has(index, Role::Condition) && any(Role::Belief);
        (supposed || any(Role::Speech) && self.is_adversary(index)).then_some(true)
    }

    /// `denied`, `critics say`, `falsely claimed`, `failed to`, `rather than`, `Myth:` right before the passage.
    fn right_behind(&self) -> Option<Range<usize>> {
        let start = self.passage.start;
        let last = start.checked_sub(1).filter(|&last| last >= self.start)?;
        let told = |from: usize| Some(self.reaching_back(from)..start);
        if supposed::SUPPOSING.contains(&self.page.word(last)) && last == self.start && self.adjoin(last) {
            return Some(last..start);
        }
        // German has no `that` there: `Kritiker sagen, der Hafen sei verkauft`.
        let said = last.checked_sub(1).filter(|&before| before >= self.start && self.is_adversary(before));
        if let Some(critics) = said.filter(|_| self.has(last, Role::Speech) && self.page.between(last).starts_with(','))
        {
            return told(critics);
        }
        if let Some(wrong) = self.wrongly_said(last) {
            return told(wrong);
        }
        if self.has(last, Role::Doubt) && (last == self.start || self.adjoin(last)) {
            return Some(last..start);
        }
        if !self.adjoin(last) {
            return None;
        }
        let before = last.checked_sub(1).filter(|&before| before >= self.start && self.adjoin(before));
        if self.has(last, Role::Denial) && !self.is_negated(last) {
            return Some(last..start);
        }
        let before = before?;
        let pair = (self.page.word(before), self.page.word(last));
        let instead = matches!(
            pair,
            ("rather", "than")
                | ("anything", "but")
                | ("instead" | "short", "of")
                | ("far", "from")
                | ("contrary", "to")
        );
        if instead || pair.1 == "to" && self.has(before, Role::Refusal) && !self.is_negated(before) {
            return told(before);
        }
        if !self.has(last, Role::Speech) && !self.has(last, Role::Belief) {
            return None;
        }
        let untrue = before.checked_sub(1).filter(|&at| pair.0 == "to" && at >= self.start && self.adjoin(at));
        if let Some(untrue) = untrue.filter(|&at| self.is_false_to_say(at)) {
            return told(untrue);
        }
        if self.has(before, Role::Falsely) {
            return told(before);
        }
        let near = (self.start..last).rev().take(BESIDE * 2).take_while(|&index| self.adjoin(index));
        for index in near {
            if self.has(index, Role::Joint) && self.page.word(index) != "who" || self.has(index, Role::That) {
                return None;
            }
            let retorts = self.has(index, Role::Denial) && !self.is_negated(index) || self.page.word(index) == "short";
            if retorts && self.has(last, Role::Speech) && self.is_done_so(index + 1..last) {
                return told(index);
            }
            let denies = self.page.negates(index) && self.has(last, Role::Belief) && !self.is_negated(index);
            let doubled = || (index..=last).any(|index| self.has(index, Role::Assent));
            if denies && !doubled() || self.has(last, Role::Speech) && self.is_adversary(index) {
                return told(index);
            }
        }
        None
    }

    /// `behauptete fälschlich, `, `es wäre falsch zu sagen, `: before a comma, since German has no `that` there.
    fn wrongly_said(&self, last: usize) -> Option<usize> {
        let before = last.checked_sub(1).filter(|&before| before >= self.start)?;
        let says = |index: usize| self.has(index, Role::Speech);
        let beside = self.has(last, Role::Falsely) && says(before) || self.has(before, Role::Falsely) && says(last);
        let to_say = before > self.start
            && says(last)
            && self.page.word(before) == "zu"
            && self.has(before - 1, Role::Untruth)
            && !self.is_negated(before - 1);
        let closed = self.page.between(last).starts_with(',');
        (closed && (beside || to_say)).then_some(if to_say { before - 1 } else { before })
    }

    /// `up to` before a number that the quote begins with; `most of` and `only` where it poses as the beginning of a sentence.
    fn bounded(&self) -> Option<Range<usize>> {
        /// Letters of a currency before its sum.
        const SIGN: usize = 3;
        let (page, start) = (self.page, self.passage.start);
        let last = start.checked_sub(1).filter(|&last| last >= self.start && self.adjoin(last))?;
        let before = last.checked_sub(1).filter(|&before| before >= self.start && self.adjoin(before));
        let pair = before.map_or(("", ""), |before| (page.word(before), page.word(last)));
        // `R120bn`
        let counts = page.word(start).chars().take(SIGN + 1).any(char::is_numeric);
        if page.is_number(start) && counts {
            let two = matches!(
                pair,
                ("up" | "close", "to")
                    | ("at", "least" | "most")
                    | ("less" | "more" | "fewer", "than")
                    | ("as", "many" | "few" | "much")
            );
            let one = is_one_of(
                "about almost approximately around barely circa fast hardly nearly only roughly under presque quasi casi environ etwa rund bijna",
                page.word(last),
            );
            if two || one {
                return Some(if two { before.unwrap_or(last) } else { last }..start);
            }
            return self.bounds_share();
        }
        if !self.capital {
            return None;
        }
        let some = "a few half little many most much none part some several";
        let of = pair.1 == "of" && is_one_of(some, pair.0);
        // `ya no`, no longer.
        let no_longer = matches!(page.word(last), "ya" | "ja") && page.negates(start);
        let one = no_longer || page.word(last) == "hardly" || limits(page.word(last), page.languages);
        (of || one).then_some(if of { before.unwrap_or(last) } else { last }..start)
    }

    /// `Myth:`, `Myth 3:` at the beginning of its line, or in a line of its own.
    fn label(&self) -> Option<Range<usize>> {
        let page = self.page;
        let start = self.passage.start;
        let last = start.checked_sub(1)?;
        let named = last.checked_sub(1).filter(|_| page.is_number(last)).unwrap_or(last);
        let first = |at: usize| {
            at.checked_sub(1).is_none_or(|before| page.between(before).contains(['.', '!', '?', '\n', '\t']))
        };
        let opens = (named.saturating_sub(1)..=named).any(first);
        let colon = page.between(last).trim_start().starts_with([':', '：']);
        let alone = first(named) && page.between(last).contains('\n') && page.word(named) != "claim";
        (opens && (colon || alone) && self.has(named, Role::Label)).then_some(named..start)
    }

    /// Whether a negation stands right before word `index`, with a few small words between.
    fn is_negated(&self, index: usize) -> bool {
        let before = (self.start..index).rev().take(BESIDE + 1);
        let small = |at: usize| {
            let word = self.page.word(at);
            is_function(word)
                || word == "one"
                || THERE_IS.contains(&word)
                || word.ends_with("ly")
                || self.has(at, Role::Be)
                || self.has(at, Role::Modal)
        };
        let mut near = before.take_while(|&at| at + 1 == index || small(at + 1));
        // `bestreitet nicht`, `ne nie pas`
        let behind = index + 1 < self.passage.start
            && self.adjoin(index)
            && matches!(self.page.word(index + 1), "nicht" | "niet" | "inte" | "ikke" | "pas");
        behind || near.any(|at| self.page.negates(at) || LESSENING.contains(&self.page.word(at)))
    }

    /// Whether nothing but white space stands behind word `index`.
    fn adjoin(&self, index: usize) -> bool {
        self.page.between(index).chars().all(char::is_whitespace)
    }

    /// The beginning of the sentence where that is near, so that what is told can be read.
    fn reaching_back(&self, index: usize) -> usize {
        let near = index - self.start <= BESIDE;
        let close = |at: usize| self.page.between(at).chars().all(|c| c.is_whitespace() || is_apostrophe(c));
        let plain = (self.start..index).all(|at| close(at) && !self.has(at, Role::Joint));
        if near && plain { self.start } else { index }
    }
}
