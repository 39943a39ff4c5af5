//! Conditions before a passage: `If the river rises, `, `Se a tendência se mantiver, `, `Had it been so, `, Turkish `vermezse`.

use std::ops::Range;

use super::Sentence;
use super::held_to::SUBJECTS;
use crate::quote_match::folding::sentences::ends;
use crate::quote_match::folding::words::is_one_of;
use crate::quote_match::languages::conditions::phrase_at;
use crate::quote_match::languages::governing::Role;
use crate::quote_match::languages::language::Language::{
    self, Danish, Dutch, English, Italian, Portuguese, Swedish, Turkish,
};
use crate::quote_match::languages::language::{DECLARED, are_told, is_of};

/// What may stand between a condition and what it is one of: `, and only then, `, the last word first.
const THEN: [&str; 3] = ["then", "only", "and"];

/// What begins a condition at the beginning of a sentence, and something else elsewhere.
const OPENING: &[(Language, &str)] = &[(Danish, "hvis"), (Dutch, "als"), (Portuguese, "se"), (Swedish, "om")];

/// Words of an English condition that tell of what was.
const PAST: &str = "could did had was were would";

/// How the verb of a Turkish condition ends, folded.
const TURKISH: [&str; 18] = [
    "rsa", "rse", "zsa", "zse", "yorsa", "diysa", "diyse", "duysa", "duyse", "tiysa", "tiyse", "tuysa", "tuyse",
    "caksa", "cekse", "missa", "misse", "larsa",
];

/// Turkish words that end so and are none.
const TURKISH_OTHERS: &str = "arsa borsa farsa marsa morsa terse herse";

impl Sentence<'_, '_> {
    /// `If the river rises, ` before a clause that says what then would be.
    pub(super) fn under_a_condition(&self) -> Option<Range<usize>> {
        let (page, start) = (self.page, self.passage.start);
        let last = start.checked_sub(1).filter(|&last| last > self.start)?;
        if self.is_turkish_condition(last) {
            return Some(self.start..start);
        }
        let then = (0..THEN.len())
            .all(|back| last.checked_sub(back).is_some_and(|at| at > self.start && page.word(at) == THEN[back]));
        let last = if then { last - THEN.len() } else { last };
        let closed = page.between(last).trim_start().starts_with(',')
            || matches!(page.word(last), "then" | "dann" | "alors" | "entonces" | "allora" | "dan");
        let modal = || self.passage.clone().any(|index| self.has(index, Role::Modal));
        let commas = (self.start..last).filter(|&index| page.between(index).contains(',')).count();
        let opens = self.start == 0 || ends(page, self.start - 1);
        let condition = || self.begins_condition() && (self.capital || modal() || self.is_of_now(last));
        let excepted = || phrase_at(page, self.start).is_some();
        (closed && opens && commas == 0 && (condition() || self.is_inverted(last) || excepted()))
            .then_some(self.start..start)
    }

    fn begins_condition(&self) -> bool {
        let first = self.page.word(self.start);
        self.has(self.start, Role::If) || is_of(OPENING, self.page, first)
    }

    /// Whether the condition that ends with word `last` is of what is or will be: `If the sauce is thick`, not `If he was angry`. Of other
    /// languages than English that is not known.
    fn is_of_now(&self, last: usize) -> bool {
        let page = self.page;
        let first = page.word(self.start);
        let known = are_told(page.languages) || page.languages & DECLARED != 0;
        // In Spanish `se` is none.
        let romance = first != "se" || page.languages & (Italian.bit() | Portuguese.bit()) != 0;
        let clause = || self.start + 1..last + 1;
        first != "if" && known && romance
            || clause().any(|at| self.is_now(at))
                && !clause().any(|at| is_one_of(PAST, page.word(at)) || page.word(at).ends_with("ed"))
    }

    /// `Devlet para vermezse` right before what then will be.
    fn is_turkish_condition(&self, last: usize) -> bool {
        let page = self.page;
        let word = page.word(last);
        let told = !are_told(page.languages) || page.languages & Turkish.bit() != 0;
        let english = are_told(page.languages) && page.languages & English.bit() != 0;
        told && !english
            && !is_one_of(TURKISH_OTHERS, word)
            && word.chars().count() > 4
            && TURKISH.iter().any(|ending| word.ends_with(ending))
            && page.written(last..last + 1).starts_with(char::is_lowercase)
            && (are_told(page.languages) || page.original.contains(['ı', 'ş', 'ğ']))
    }

    /// `Had it been so, `, `Were they there, `, `Should the river rise, `
    fn is_inverted(&self, last: usize) -> bool {
        let next = (self.start + 1).min(last);
        let named = self.page.written(next..next + 1).starts_with(char::is_uppercase);
        matches!(self.page.word(self.start), "had" | "should" | "were")
            && self.start + 1 < last
            && (named || is_one_of(SUBJECTS, self.page.word(next)))
    }
}
