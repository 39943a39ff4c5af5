//! Conditions behind a passage that begin as other clauses do: `as long as they pay`, `once the audit is finished`, `should it rain`,
//! `provided they agree`, German `, sollte es regnen`.

use super::Sentence;
use crate::quote_match::around::supposed::is_link;
use crate::quote_match::folding::sentences::ends;
use crate::quote_match::folding::words::is_one_of;
use crate::quote_match::languages::governing::Role;
use crate::quote_match::languages::language::Language::{English, German};
use crate::quote_match::languages::language::are_told;

/// Words that begin the subject of a clause.
pub(super) const SUBJECTS: &str = "a all an any anybody anyone anything both each either enough everybody everyone he her his i it its my nobody \
    no our she some somebody someone that the their there these they this those we you your";
/// Those that stand behind a `should` of a subject before it as well: `they should all pay`, `should no longer`.
const OF_ALL: &str = "all any both each either enough no some";
/// Those that are no object: `provided they`, not `provided the staff`.
const ALONE: &str = "he i she there they we";
const GERMAN_SUBJECTS: &str = "das der die dies diese dieser dieses ein eine einer er es ich ihr ihre ihm ihn jemand keine keiner man sein \
    seine sich sie wir";

/// Verbs of what is so now or will be; of what was, `once` and `as long as` only tell when.
const NOW: &str =
    "are can do does has have is keep keeps may must remain remains shall should stay stays wants will wish wishes";
const NOW_OR_THEN: &str = "agree agrees can could may might must shall should will would";

/// What is measured, before `as long as`; what leads to a `should` that asks, wishes or orders.
const MEASURED: &str = "about almost at be for half is least nearly thrice times twice was were";
const LEADING: &str = "as how neither never nor only so than that what when where which who why";

/// Words of the clause behind that are looked at, and of the passage.
const CLAUSE: usize = 9;
const MAIN: usize = 14;

impl Sentence<'_, '_> {
    /// Whether word `end`, right behind the passage, begins a condition that words of many uses begin.
    pub(super) fn is_held_to(&self, end: usize) -> bool {
        let page = self.page;
        let may_be = |bit| !are_told(page.languages) || page.languages & bit != 0;
        may_be(English.bit()) && self.is_held_to_in_english(end)
            || may_be(German.bit())
                && matches!(self.word_at(end), "sollte" | "sollten")
                && page.between(end - 1).starts_with(',')
                && is_one_of(GERMAN_SUBJECTS, self.word_at(end + 1))
    }

    fn is_held_to_in_english(&self, end: usize) -> bool {
        let page = self.page;
        let next = self.word_at(end + 1);
        match self.word_at(end) {
            "as" => {
                let measured = is_one_of(MEASURED, page.word(end - 1)) || page.is_number(end - 1);
                next == "long" && self.word_at(end + 2) == "as" && !measured && self.depends_on(end + 3)
            }
            "once" => is_one_of(SUBJECTS, next) && !matches!(next, "a" | "an" | "each") && self.depends_on(end + 1),
            "should" => {
                let named = || page.written(end + 1..end + 2).starts_with(char::is_uppercase);
                let asks = is_one_of(LEADING, page.word(end - 1)) || is_link(page, end - 1);
                !asks && !is_one_of(OF_ALL, next) && (is_one_of(SUBJECTS, next) || !next.is_empty() && named())
            }
            "provided" | "providing" => {
                is_one_of(ALONE, next) || next == "it" && (self.is_now(end + 2) || self.word_at(end + 2).ends_with('s'))
            }
            _ => false,
        }
    }

    /// Whether what the passage says depends on the clause that begins at word `from`: it tells what is so or will be, not what was.
    fn depends_on(&self, from: usize) -> bool {
        let page = self.page;
        let clause = || {
            let words = from..page.words.len().min(from + CLAUSE);
            words.take_while(move |&at| at == from || !ends(page, at - 1) && !page.between(at - 1).contains([',', ';']))
        };
        let main = self.passage.start.max(self.passage.end.saturating_sub(MAIN))..self.passage.end;
        let coming = main.clone().any(|at| is_one_of(NOW_OR_THEN, page.word(at)));
        // `a bridge as long as the old one`: no verb stands there.
        let acts = |at: usize| at > from + 1 && (page.word(at).ends_with('s') || page.word(at).ends_with("ed"));
        let verb =
            |at: usize| self.is_now(at) || coming && (self.has(at, Role::Be) || self.has(at, Role::Modal) || acts(at));
        clause().skip(1).any(verb) || coming && is_one_of(ALONE, self.word_at(from)) && clause().count() > 1
    }

    pub(super) fn is_now(&self, at: usize) -> bool {
        is_one_of(NOW, self.word_at(at))
    }

    fn word_at(&self, at: usize) -> &str {
        if at < self.page.words.len() { self.page.word(at) } else { "" }
    }
}
