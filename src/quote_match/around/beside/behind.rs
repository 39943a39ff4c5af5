//! What stands behind a passage in its sentence and turns it: a condition, or that it is not so.

use std::ops::Range;

use super::{BESIDE, Sentence};
use crate::quote_match::around::supposed::is_link;
use crate::quote_match::around::taken_back::{FALSE, GIVEN_UP, WRONG};
use crate::quote_match::folding::sentences::ends;
use crate::quote_match::folding::words::is_one_of;
use crate::quote_match::languages::conditions::phrase_at;
use crate::quote_match::languages::governing::Role;
use crate::quote_match::languages::language::Language::Portuguese;
use crate::quote_match::languages::language::is_of;

/// Marks that close a quotation in one language or another.
const CLOSING: [char; 10] = ['”', '“', '"', '»', '«', '’', '‘', '›', '」', '』'];

/// Words of who says what is quoted, at most.
const TAG: usize = 5;

/// Words of a condition behind a passage that are told.
const TOLD: usize = 4;

impl Sentence<'_, '_> {
    /// A condition right behind the passage, or what says that it is not so: `if the council agrees`, `is a myth`.
    pub(super) fn behind(&self) -> Option<Range<usize>> {
        let (page, end) = (self.page, self.passage.end);
        let last = end - 1;
        if end >= page.words.len() || ends(page, last) {
            return None;
        }
        let length =
            (end..page.words.len().min(end + TOLD)).take_while(|&index| index == end || !ends(page, index - 1)).count();
        let told = Some(end..end + length);
        if let Some(words) = self.is_bound_to(end).or_else(|| self.is_only_told(end)) {
            return Some(words);
        }
        // `, but only if`, `, the owner said, so long as`
        let further = self.behind_link(end).or_else(|| self.behind_tag(end));
        if let Some(words) = further.and_then(|at| self.is_bound_to(at)) {
            return Some(words);
        }
        let claimed = self.start..self.passage.start;
        let claimed =
            claimed.clone().any(|index| self.has(index, Role::That)) || self.has(self.passage.start, Role::That);
        let sentence = (end..page.words.len().min(end + 2 * BESIDE)).take_while(|&at| at == end || !ends(page, at - 1));
        let untruth = |index: usize| self.has(index, Role::Untruth) || is_of(FALSE, page, page.word(index));
        let untrue = sentence.clone().find(|&index| untruth(index) || self.has(index, Role::Denial));
        let claim = self.start..self.passage.start;
        let given_up = |word: &str| is_of(WRONG, page, word) || is_of(GIVEN_UP, page, word);
        let wrong = || sentence.clone().find(|&at| claimed && given_up(page.word(at)));
        let untrue = untrue.or_else(|| wrong().filter(|_| claim.clone().any(|at| self.has(at, Role::Claim))));
        // `“…” is false`: words in quotation marks are said by somebody; a work that is named in them can be rejected.
        let quoted = |at: usize| page.between(last).contains(CLOSING) && untruth(at);
        let dashed = |at: usize| at == end && page.between(last).contains(['–', '—']);
        // `called the claim that … absurd`
        let called = |at: usize| at == end && self.adjoin(last) && claim.clone().any(|at| self.has(at, Role::Claim));
        let untrue = untrue.filter(|&at| {
            (claimed || quoted(at))
                && (self.has(end, Role::Be) || dashed(at) || called(at))
                && !(end..at).any(|at| page.negates(at))
        });
        if let Some(untrue) = untrue {
            return Some(end..untrue + 1);
        }
        let says = page.between(last).trim_start().starts_with(',')
            && (end..end + length.min(BESIDE)).any(|index| self.has(index, Role::Adversary))
            && (end..end + length.min(BESIDE)).any(|index| self.has(index, Role::Speech));
        says.then_some(told).flatten()
    }

    /// A condition or an exception that begins with word `at`.
    fn is_bound_to(&self, at: usize) -> Option<Range<usize>> {
        let page = self.page;
        let apart = |c: char| c.is_whitespace() || matches!(c, ',' | '(' | '–' | '—');
        let gap = page.between(at - 1);
        let spaced = gap.trim() == "-" && gap.len() > 1;
        let close = gap.chars().all(apart) || spaced;
        let dashed = !gap.chars().all(|c| c.is_whitespace() || c == ',');
        let condition = close && (self.is_condition_behind(at) || !dashed && self.is_held_to(at));
        condition.then(|| self.in_sentence(at, at + TOLD)).or_else(|| self.is_excepted(at))
    }

    /// Behind the `but` of `, but only if`.
    fn behind_link(&self, end: usize) -> Option<usize> {
        let page = self.page;
        let next = end + 1;
        let led = next + 1 < page.words.len() && matches!(page.word(end), "but" | "and") && self.adjoin(end);
        let only = led && page.word(next) == "only";
        let plain = page.between(end - 1).chars().all(|c| c.is_whitespace() || c == ',');
        (only && plain).then_some(next)
    }

    /// Behind `, the owner said,`: who says so, and no more.
    fn behind_tag(&self, end: usize) -> Option<usize> {
        const SAYING: &str = "added adds argued explained insisted said says stressed told warned wrote";
        let page = self.page;
        let opens = page.between(end - 1).trim_start().starts_with([',', '”', '"']);
        let tag = || {
            let words = end..page.words.len().saturating_sub(1).min(end + TAG);
            words.take_while(|&at| at == end || self.adjoin(at - 1)).find(|&at| page.between(at).starts_with(','))
        };
        let close = opens.then(tag).flatten()?;
        let says = (end..=close).any(|at| SAYING.split(' ').any(|own| own == page.word(at)));
        let clause = (end..=close).any(|at| page.negates(at) || self.has(at, Role::That) || is_link(page, at));
        (says && !clause).then_some(close + 1)
    }

    /// `if`, `only if`, `provided that`, that what stands before depends on; not `ask if`, and not `if any`.
    fn is_condition_behind(&self, end: usize) -> bool {
        const IDIOMS: [&str; 11] =
            ["any", "anything", "ever", "indeed", "necessary", "needed", "not", "only", "possible", "applicable", "so"];
        let page = self.page;
        let word = |index: usize| if index < page.words.len() { page.word(index) } else { "" };
        let provided = matches!((word(end), word(end + 1)), ("provided" | "providing", "that") | ("only", "if"));
        let asked = self.has(end - 1, Role::Question);
        let idiom = IDIOMS.contains(&word(end + 1)) || end + 1 >= page.words.len() || ends(page, end);
        let case = word(end) == "caso"
            && page.between(end - 1).starts_with(',')
            && !is_one_of("a de do em na no", word(end + 1));
        let coming = || {
            self.passage
                .clone()
                .any(|at| is_one_of("deve devem pode podem podera poderao sera serao vai vao", page.word(at)))
        };
        let since = (word(end), word(end + 1)) == ("desde", "que")
            && page.languages & Portuguese.bit() != 0
            && page.between(end - 1).starts_with(',')
            && coming();
        if case || since {
            return self.has(end, Role::If) || since;
        }
        let other = matches!(word(end), "si" | "se" | "caso");
        provided || self.has(end, Role::If) && !asked && !idiom && !other
    }

    /// `unless …`, `, provided that …`, `(except in May)`: what stands before does not hold without it.
    fn is_excepted(&self, end: usize) -> Option<Range<usize>> {
        let (page, last) = (self.page, end - 1);
        let length = phrase_at(page, end)?;
        let close = page.between(last).chars().all(|c| c.is_whitespace() || matches!(c, ',' | '，' | '(' | '–' | '—'));
        // `is subject to tax`, `sano y salvo`
        let part = self.has(last, Role::Be) || self.has(last, Role::Question) || is_link(page, last);
        let whole = (end..end + length).all(|index| index + 1 < page.words.len() && !ends(page, index));
        (close && !part && whole).then(|| self.in_sentence(end, end + length.max(TOLD - 1) + 1))
    }

    /// `, allegedly.`, `, dit-on`, `, according to critics`: it is no more than said.
    fn is_only_told(&self, end: usize) -> Option<Range<usize>> {
        let page = self.page;
        let closed =
            |index: usize| index + 1 == page.words.len() || page.between(index).contains([',', '.', ';', '–', '—']);
        if !page.between(end - 1).trim_start().starts_with(',') {
            return None;
        }
        if self.has(end, Role::Doubt) && closed(end) {
            return Some(end..end + 1);
        }
        let word = |index: usize| if index < page.words.len() { page.word(index) } else { "" };
        let hearsay = matches!((word(end), word(end + 1)), ("dit" | "raconte" | "pretend", "on") | ("parait", "il"));
        if hearsay && page.between(end) == "-" {
            return Some(end..end + 2);
        }
        let source = self.according_to(end)?;
        let near = self.in_sentence(source, source + BESIDE);
        let told = near.clone().find(|&at| self.is_adversary(at) || self.has(at, Role::Rumour))?;
        Some(end..told + 1)
    }

    /// The words from `from` to `to` that are of the sentence of word `from`.
    fn in_sentence(&self, from: usize, to: usize) -> Range<usize> {
        let page = self.page;
        let last = (from..page.words.len().min(to)).take_while(|&index| index == from || !ends(page, index - 1)).last();
        from..last.map_or(from, |last| last + 1)
    }

    /// Whether the sentence says behind the passage that what it tells is so: `was confirmed`, `proved true`, `led to a fine`.
    pub(super) fn is_borne_out(&self) -> bool {
        const SO: &str = "admitted confirmed correct established justified proved proven right substantiated true verified \
            bestatigt bewiesen richtig wahr zutraf avere averee confirme confirmee fondee vraie cierto confirmado confirmada confermata \
            confermato vera bevestigd juist waar";
        let page = self.page;
        let near = self.in_sentence(self.passage.end, self.passage.end + 2 * BESIDE);
        !ends(page, self.passage.end - 1)
            && !near.clone().any(|index| page.negates(index) || self.has(index, Role::Untruth))
            && near.clone().any(|index| SO.split_ascii_whitespace().any(|own| own == page.word(index)))
    }
}
