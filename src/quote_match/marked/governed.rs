//! What an ellipsis may not leave out before a verb that it keeps: the verb that governs that one and leaves open whether it is so, also
//! behind what is said in passing (`may, of course, have`), behind who says so (`is said by some to have`), and far before the verb
//! where a language puts that last (`soll nach Angaben der Nachbarn den Wein gestohlen haben`).

use std::ops::Range;

use super::unreal::{BEFORE, intends, is_gerund, refuses};
use crate::quote_match::around::supposed::is_link;
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::is_one_of;
use crate::quote_match::languages::governing::{Role, has};
use crate::quote_match::languages::language::Language::{
    self, Arabic, Czech, Danish, Dutch, English, Finnish, French, German, Italian, Polish, Portuguese, Russian,
    Spanish, Swedish, Ukrainian,
};
use crate::quote_match::languages::language::{Languages, is_of};
use crate::quote_match::languages::leaving_open::{
    ADVERBIAL, ATTEMPTED, BEFORE_INFINITIVES, BELIEVED, BETWEEN, IMPUTED, LEAVING_OPEN, is_infinitive,
};
use crate::quote_match::languages::letters::{closes_sentence, is_apostrophe};
use crate::quote_match::languages::openings::is_subject;

/// Those that are nouns, too, behind an article or its like.
const NOUNS: &str =
    "risque amenaza ameaca can compte may menace might must plan plant pare tente cherche kan will espera";

/// German verbs that say no more than what was, and only with two dots that it would be.
const DOTTED: &str = "durfte durften hatte hatten konnte konnten mochte mochten musste mussten ware waren wurde wurden";

/// `ska ha`, what somebody is said to have done.
const SAID: &[(Language, &str)] = &[(Swedish, "ska skall"), (Danish, "skal")];

/// What is taken for so, before `to be`; and without a `be` before it, `whom they believe to own`.
const TOLD: &str = "alleged assumed believed calculated claimed considered deemed estimated expected feared forecast held hypothesised hypothesized \
    imagined intended judged meant predicted presumed projected purported reckoned reported reputed rumored rumoured said supposed suspected \
    theorised theorized thought understood";
const THINKING: &str = "assume assumed assumes believe believed believes claim claimed claims consider considered considers fear feared fears judge judged \
    presume presumed presumes suppose supposed suspect suspected suspects think thinks thought";

/// What somebody is charged with, or cleared of, before an `of` or a `with`.
const CHARGED: &str = "absolved accused acquitted charged cleared exonerated suspected";

/// What keeps from something, and without the `from` keeps at it.
const KEEPING: &str =
    "keep keeping keeps kept protect protected protecting protects save saved saves saving spare spared";

/// Words between commas that are said in passing, and such runs; small words between two verbs; words of who says so; words behind a
/// verb of a language that puts the other one last.
const ASIDE: usize = 8;
const ASIDES: usize = 2;
const SMALL: usize = 5;
const BY: usize = 5;
const FAR: usize = 5;

/// Languages in which much stands between the two verbs.
const VERB_LAST: Languages = German.bit() | Dutch.bit();

/// Languages in which an attempt is followed by whose it is or by what it was without a small word.
const BY_CASE: Languages = German.bit() | Polish.bit() | Czech.bit() | Russian.bit() | Ukrainian.bit() | Finnish.bit();

/// Languages with an adjective behind its noun: `tentative ratée d’`.
const ADJECTIVE_LAST: Languages = French.bit() | Spanish.bit() | Italian.bit() | Portuguese.bit();

/// Whether an ellipsis over `words` leaves out what leaves the verb open that it goes on with.
pub(super) fn is_left_open(page: &Folded<'_>, words: &Range<usize>) -> bool {
    if words.is_empty() || words.end >= page.words.len() {
        return false;
    }
    let passed = Passed { page, words: words.clone() };
    passed.is_governed()
        || passed.is_governed_from_afar()
        || passed.is_told()
        || passed.is_what_they_believe()
        || passed.is_kept_from()
}

struct Passed<'f, 't> {
    page: &'f Folded<'t>,
    words: Range<usize>,
}

impl Passed<'_, '_> {
    fn adjoin(&self, index: usize) -> bool {
        self.page.between(index).trim_matches(|c: char| c.is_whitespace() || is_apostrophe(c) || is_mark(c)).is_empty()
    }

    /// The word so many places before what is kept, if it is passed over and nothing but spaces stand between.
    fn back(&self, places: usize) -> &str {
        let at = self.words.end.checked_sub(places).filter(|&at| at >= self.words.start);
        at.filter(|&at| (at..self.words.end).all(|index| self.adjoin(index))).map_or("", |at| self.page.word(at))
    }

    /// The first word of what is said in passing and ends with word `last`, before a mark that stands before it as well.
    fn aside(&self, last: usize) -> Option<usize> {
        let page = self.page;
        let mark = page.between(last).trim().chars().next()?;
        let opening = match mark {
            ')' => '(',
            ',' | '–' | '—' => mark,
            _ => return None,
        };
        let near = (self.words.start..last).rev().take(ASIDE);
        let plain = |index: usize| !page.between(index).contains(['.', '!', '?', ';', '\n']);
        let first = near.take_while(|&index| plain(index)).find(|&index| page.between(index).contains(opening))?;
        Some(first + 1)
    }

    /// Behind the verb with nothing between that is more than small, or is said in passing.
    fn is_governed(&self) -> bool {
        let page = self.page;
        let (mut at, mut asides, mut small, mut opening) = (self.words.end, 0, 0, None);
        while at > self.words.start {
            let index = at - 1;
            if opening != Some(index) && !self.adjoin(index) {
                // `einen Versuch, den König zu vergiften`
                if at == self.words.end && self.is_attempt_to(index) {
                    return true;
                }
                match self.aside(index).filter(|_| asides < ASIDES) {
                    Some(first) => (at, opening, asides) = (first, Some(first - 1), asides + 1),
                    None => return false,
                }
                continue;
            }
            if self.leaves_open(index)
                || asides > 0 && (page.negates(index) || self.refuses(index) || self.is_refused(index))
            {
                return true;
            }
            let plain = BETWEEN.has(page, index) || ADVERBIAL.has(page, index) || is_adverb(page, index);
            if !plain || small == SMALL {
                return self.is_adjective_of_attempt(index);
            }
            (at, small) = (index, small + 1);
        }
        false
    }

    /// Whether the word `index` leaves open what the words behind it say, with nothing but small words between.
    fn leaves_open(&self, index: usize) -> bool {
        let (page, end) = (self.page, self.words.end);
        let written = page.written(index..index + 1);
        let noun = is_one_of(NOUNS, page.word(index))
            && index
                .checked_sub(1)
                .is_some_and(|before| is_one_of(BEFORE, page.word(before)) && page.word(before) != "som");
        let known = LEAVING_OPEN.languages_of(page, index);
        let plain = known == German.bit()
            && is_one_of(DOTTED, page.word(index))
            && !written.to_lowercase().contains(['ä', 'ö', 'ü']);
        // `tentative d’` or `tentative … d’`
        let romance = BETWEEN.languages_of(page, end) & ADJECTIVE_LAST != 0 && page.word(end).len() <= "de".len();
        let led = index + 1 < end || romance;
        let infinitive = |at: usize| is_infinitive(page, at) && at < page.words.len();
        let before_infinitive =
            || BEFORE_INFINITIVES.has(page, index) && (infinitive(end) || (index + 1..end).any(infinitive));
        let said =
            || is_of(SAID, page, page.word(index)) && matches!(page.word(index + 1), "ha" | "have" | "hatt" | "haft");
        let verb = known != 0 && !noun && !plain || self.is_arabic_may(index);
        let attempt = || {
            let languages = ATTEMPTED.languages_of(page, index);
            languages != 0 && (led || languages & BY_CASE & !German.bit() != 0)
        };
        let small = written.starts_with(char::is_lowercase) || !written.contains(char::is_uppercase);
        small
            && (verb || before_infinitive() || said() || led && (IMPUTED.has(page, index) || BELIEVED.has(page, index)))
            || attempt()
    }

    /// `قد يكون`: before the form of what is not done yet; before another one it only affirms.
    fn is_arabic_may(&self, index: usize) -> bool {
        let (page, next) = (self.page, self.words.end);
        let open = page.word(next).starts_with('ي') || is_one_of("تكون نكون اكون أكون", page.word(next));
        open && index + 1 == next && is_of(&[(Arabic, "قد وقد فقد")], page, page.word(index))
    }

    /// `refused`, `failed`, `plans`, with a `to` among the words behind it.
    fn refuses(&self, index: usize) -> bool {
        let page = self.page;
        let noun = || index.checked_sub(1).is_some_and(|at| is_one_of(BEFORE, page.word(at)) || is_link(page, at));
        (index + 1..self.words.end).any(|at| page.word(at) == "to") && intends(page, index) && !noun()
    }

    /// `weigerte sich, nach langem Streit,` before what is not done; not before an `und`.
    fn is_refused(&self, index: usize) -> bool {
        refuses(self.page, index) && !is_link(self.page, self.words.end)
    }

    /// `Versuch,` before an infinitive with its `zu`.
    fn is_attempt_to(&self, index: usize) -> bool {
        let (page, end) = (self.page, self.words.end);
        let behind = end..page.words.len().min(end + ASIDE);
        ATTEMPTED.languages_of(page, index) & German.bit() != 0
            && page.between(index).trim() == ","
            && behind.take_while(|&at| at == end || self.adjoin(at - 1)).any(|at| page.word(at) == "zu")
    }

    /// `tentative ratée d’`: the word at `index` stands between an attempt and its small word.
    fn is_adjective_of_attempt(&self, index: usize) -> bool {
        let before = index.checked_sub(1).filter(|&before| before >= self.words.start && self.adjoin(before));
        (index + 1 < self.words.end || BETWEEN.has(self.page, self.words.end))
            && before.is_some_and(|before| ATTEMPTED.languages_of(self.page, before) & ADJECTIVE_LAST != 0)
    }

    /// `soll nach Angaben der Nachbarn` before what it is about, in the same clause.
    fn is_governed_from_afar(&self) -> bool {
        let page = self.page;
        let near = self.words.clone().rev().take(FAR);
        let mut clause = near.take_while(|&index| self.adjoin(index) && !is_link(page, index));
        // `miał według świadków` before an infinitive
        let infinitive = page.written(self.words.end..self.words.end + 1).ends_with(['ć', 'и']);
        let infinitive = infinitive && is_infinitive(page, self.words.end);
        let told = Polish.bit() | Ukrainian.bit();
        let had_to = |index: usize| infinitive && BEFORE_INFINITIVES.languages_of(page, index) & told != 0;
        clause.any(|index| {
            LEAVING_OPEN.languages_of(page, index) & VERB_LAST != 0 && self.leaves_open(index) || had_to(index)
        })
    }

    /// `is thought to have been`, `was accused by her sister of`, `whom they believe to be`.
    fn is_told(&self) -> bool {
        let auxiliaries = (1..=2)
            .take_while(|&places| matches!(self.back(places), "be" | "been" | "being" | "have" | "having"))
            .count();
        let verbs = match self.back(auxiliaries + 1) {
            "to" => TOLD,
            "of" | "with" => CHARGED,
            _ => return false,
        };
        let link = self.words.end - auxiliaries - 1;
        let by = (self.words.start.max(link.saturating_sub(BY))..link)
            .rev()
            .take_while(|&index| self.adjoin(index))
            .find(|&index| self.page.word(index) == "by");
        let Some(verb) = by.unwrap_or(link).checked_sub(1).filter(|&verb| verb >= self.words.start) else {
            return false;
        };
        if !self.adjoin(verb) || !is_of(&[(English, "to of with")], self.page, self.page.word(link)) {
            return false;
        }
        let mut before = verb.checked_sub(1);
        while before.is_some_and(|at| is_adverb(self.page, at) || ADVERBIAL.has(self.page, at)) {
            before = before.and_then(|at| at.checked_sub(1));
        }
        let be = before.is_some_and(|at| has(self.page, at, Role::Be));
        let thinks = is_one_of(THINKING, self.page.word(verb));
        let taken = auxiliaries > 0 && (thinks || is_one_of(TOLD, self.page.word(verb)));
        let thinking = || verbs == TOLD && (taken || thinks && before.is_some_and(|at| is_subject(self.page, at)));
        be && is_one_of(verbs, self.page.word(verb)) || thinking()
    }

    /// `what scientists think is`
    fn is_what_they_believe(&self) -> bool {
        const PERFECT: [&str; 2] = ["been", "be"];
        const SUBJECT: usize = 4;
        let (page, end) = (self.page, self.words.end);
        let two = PERFECT.contains(&self.back(1));
        let Some(be) = end.checked_sub(1 + usize::from(two)).filter(|&be| be > self.words.start) else { return false };
        let verb = be - 1;
        let is = has(page, be, Role::Be) || has(page, be, Role::Modal) || page.word(be) == "had";
        let mut lead = (verb.saturating_sub(SUBJECT)..verb).rev().take_while(|&index| self.adjoin(index));
        is && !self.back(1).is_empty()
            && self.adjoin(verb)
            && is_one_of(THINKING, page.word(verb))
            && is_of(&[(English, page.word(verb))], page, page.word(verb))
            && lead.any(|index| matches!(page.word(index), "what" | "who" | "whom" | "which" | "that"))
    }

    /// `from` before an `-ing` behind a `keep` that is kept.
    fn is_kept_from(&self) -> bool {
        const NEAR: usize = 8;
        let (page, start, end) = (self.page, self.words.start, self.words.end);
        let closes = |index: usize| page.between(index).contains(closes_sentence);
        let mut kept = (start.saturating_sub(NEAR)..start).rev().take_while(|&index| !closes(index));
        self.back(1) == "from" && is_gerund(page.word(end)) && kept.any(|index| is_one_of(KEEPING, page.word(index)))
    }
}

/// A mark that stands around a word and not between two clauses.
fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '-')
}

/// An adverb by its ending.
fn is_adverb(page: &Folded<'_>, index: usize) -> bool {
    const ENDINGS: &[(Language, &str)] =
        &[(English, "ly"), (French, "ment"), (Spanish, "mente"), (Italian, "mente"), (Portuguese, "mente")];
    let word = page.word(index);
    ENDINGS.iter().any(|(language, ending)| word.ends_with(ending) && is_of(&[(*language, word)], page, word))
}
