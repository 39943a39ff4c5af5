//! What an ellipsis may not pass over: a word that governs what is kept. Where all that a "not", an "if" or a "nearly"
//! speaks of is left out with it, what is kept says what it said.

use std::ops::Range;

use super::bracketed::{DENIALS, REFUSALS};
use super::left_open::hides_bounded_number;
use super::needed::hides_needed;
use super::rows::{is_of_another_row, is_of_another_term};
use super::set_apart;
use super::withheld::withholds;
use crate::quote_match::around::beside::{bound_before, denied_before};
use crate::quote_match::around::supposed::is_link;
use crate::quote_match::around::unspaced_denial::{unspaced_denial, unspaced_denial_behind};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::{is_but_of_all, is_function, is_one_of, is_pronoun};
use crate::quote_match::languages::conditions::CONDITIONS;
use crate::quote_match::languages::denial::ends_clause;
use crate::quote_match::languages::governing::{Role, has};
use crate::quote_match::languages::language::Language::{
    self, Dutch, English, French, German, Italian, Polish, Portuguese, Russian, Spanish,
};
use crate::quote_match::languages::language::is_of;
use crate::quote_match::languages::letters::{closes_sentence, is_apostrophe, is_unspaced};
use crate::quote_match::languages::limits::{HEDGING, LESSENING, ends_in_hedge, lacks, weakens};
use crate::quote_match::languages::only::ONLY;
use crate::quote_match::languages::two_parts::{EVERYBODY, EXCEPTED};
use crate::quote_match::languages::vocabulary::go_on_with_negation;

/// Words up to which all of them count, and not those at the edges only; and up to which whatever turns a clause does.
const SHORT: usize = 3;
const FEW: usize = 2;

/// Words before the last that a condition may stand away from what is kept: `if it had [worked]`.
const REACH: usize = 4;

/// What stands behind a negation and takes it back: `not only`, `no doubt`.
const AFFIRMING: &[(Language, &str)] = &[
    (English, "only merely doubt"),
    (German, "nur bloss lediglich zuletzt zweifel"),
    (French, "seulement doute"),
    (Spanish, "solo solamente duda"),
    (Italian, "solo soltanto dubbio"),
    (Portuguese, "apenas somente duvida"),
    (Dutch, "alleen slechts twijfel"),
    (Polish, "tylko"),
    (Russian, "только"),
];

/// Behind which `few` and `little` are so many, and not hardly any: `the few`, `these few`, `a little`.
const SOME: &str = "a an un um ein een every first her his its last my next our past some the their these this those your \
    das den der die diese dieser el gli i il la las le les lo los os as o un una une unos unas uns";

/// What may stand between the two: `a very few`, `the poor little boy`.
const BETWEEN: &str = "dear good nice old poor precious pretty quiet sweet tiny very young";

/// Behind which a denial is said of a thing: `the disputed border`, `as disputed territory`.
const OF_A_THING: &str =
    "a an as at by from her his in into its my of on our over some the their these this those with your";

/// Behind which Portuguese `caso` is a case, and no condition.
const OF_A_CASE: &str = "ao cada de do e em esse este neste nesse no o seu um";

/// What goes on with a Chinese negation before the verb that it negates: `不会`, `没有`, `从未曾`.
const GO_ON: &str = "会會能可该該应應必想愿願敢曾有法得要再是用许許肯让讓";

/// Characters in which a Japanese clause ends behind its verb.
const ENDING: usize = 8;

/// Words that an ellipsis passes over.
struct Hidden<'f, 't> {
    page: &'f Folded<'t>,
    words: Range<usize>,
}

/// Whether an ellipsis over `words` leaves what is kept to say another thing. A negation or an exception next to what is
/// kept belongs to it, in the same sentence; of three words every negation does, of two whatever turns a clause.
pub(crate) fn turns(page: &Folded<'_>, words: &Range<usize>) -> bool {
    let hidden = Hidden { page, words: words.clone() };
    if words.is_empty() || hidden.is_parenthesis() || hidden.is_clause_beside() {
        return false;
    }
    if hidden.denies_clause_beside() {
        return true;
    }
    if is_of_another_row(page, words) || is_of_another_term(page, words) {
        return true;
    }
    if withholds(page, words) || hides_needed(page, words) || hidden.denies_clause_kept() {
        return true;
    }
    if hidden.says_untrue() || hidden.refuses_what_follows() || hidden.denies_what_precedes() {
        return true;
    }
    let closes = |index: usize| page.between(index).contains(['.', '!', '?', '\n']);
    if hidden.bounds() || hides_bounded_number(page, words) {
        return true;
    }
    if words.len() <= SHORT {
        let governed = || !closes(words.end - 1) && hidden.governs_what_follows();
        let brief = words.len() <= FEW && words.clone().any(|index| hidden.turns_clause(index)) || governed();
        let negated = words.clone().any(|index| hidden.negates(index)) || lacks(page, words);
        return negated || brief || excepts(page, words.start) || hidden.hedges_unspaced();
    }
    let begins = words.start.checked_sub(1).is_none_or(closes);
    let first = hidden.negates(words.start) || denies(page, words.start) || excepts(page, words.start);
    let last = words.end - 1;
    let before_kept = || {
        hidden.negates(last) && !ends_clause(page.word(last), page.languages)
            || hidden.negates_by_small_words()
            || hidden.hedges_unspaced()
            || hidden.ends_in_unspaced_negation()
            || hidden.governs_what_follows()
    };
    first && !begins || !closes(last) && before_kept()
}

/// What `words`, that an ellipsis may pass over, have beside what is kept that a reader should know: a condition in its sentence, a
/// negation or a guess in its clause, the bound of a number that it goes on with.
pub(crate) fn to_mind(page: &Folded<'_>, words: &Range<usize>) -> Option<Range<usize>> {
    let hidden = Hidden { page, words: words.clone() };
    let beside = |breaks: fn(char) -> bool| {
        let open = move |index: usize| !page.between(index).contains(breaks);
        let first = words.start.checked_sub(1).is_none_or(open);
        let ahead = words.clone().take_while(move |&index| first && (index == words.start || open(index - 1)));
        ahead.chain(words.clone().rev().take_while(move |&index| open(index)))
    };
    let turns = |index: &usize| hidden.negates(*index) || hidden.lessens(*index) || hidden.hedges(*index);
    let condition = beside(|c| matches!(c, '.' | '!' | '?' | '\n')).find(|&index| is_condition(page, index));
    let found = condition.or_else(|| beside(|c| c == ',' || c == ';' || c == ':' || closes_sentence(c)).find(turns));
    let bound = || bound_before(page, words.end).filter(|bound| bound.start >= words.start);
    // `may only` before the verb that is kept; not `the only`.
    let only = |last: usize| last >= words.start && is_of(ONLY, page, page.word(last)) && !hidden.is_led(last);
    let only = || words.end.checked_sub(1).filter(|&last| only(last)).map(|last| last..words.end);
    found.map(|index| index..index + 1).or_else(bound).or_else(only)
}

/// Whether word `index` of the page denies what follows it: `denied that`, `refused to`.
pub(crate) fn denies(page: &Folded<'_>, index: usize) -> bool {
    let next = |word: &str| index + 1 < page.words.len() && page.word(index + 1) == word;
    let thing = || index.checked_sub(1).is_some_and(|before| is_one_of(OF_A_THING, page.word(before))) && !next("that");
    is_one_of(DENIALS, page.word(index)) && !thing() || next("to") && is_one_of(REFUSALS, page.word(index))
}

/// Words before an exception among which it is told whether it is one of all.
const OF_ALL: usize = 10;

/// Whether word `index` of the page takes what follows out of what stands before it: `except`.
fn excepts(page: &Folded<'_>, index: usize) -> bool {
    let next = || if index + 1 < page.words.len() { page.word(index + 1) } else { "" };
    // "Besides bread they sold salt" takes nothing out, and the Finnish word says both, as `apart from` does where there are not all or
    // nobody before it; `bis auf die Knochen` is how far.
    let of_all = || {
        let open = |at: &usize| !page.between(*at).contains(['.', '!', '?', ';', '\n']);
        let clause = (index.saturating_sub(OF_ALL)..index).rev().take_while(open);
        clause.into_iter().any(|at| EVERYBODY.has(page, at))
    };
    let adds = match page.word(index) {
        "кроме" | "oprocz" | "procz" => matches!(next(), "того" | "этого" | "всего" | "tego"),
        "apart" | "bortset" => matches!(next(), "from" | "fra") && !of_all(),
        "abgesehen" => matches!(next(), "von" | "vom") && !of_all(),
        "mis" => next() == "a" && !of_all(),
        word => matches!(word, "paitsi" | "bis"),
    };
    !adds && EXCEPTED.at(page, index).is_some() || is_but_of_all(page, index)
}

/// Whether word `index` of the page makes a condition or a question of its clause.
fn is_condition(page: &Folded<'_>, index: usize) -> bool {
    let word = page.word(index);
    let before = index.checked_sub(1);
    let other = match word {
        // Yes, and no if.
        "si" => page.written(index..index + 1).to_lowercase().contains('í'),
        // Between two things it is an "or".
        "czy" => before.is_some_and(|before| page.between(before).trim().is_empty()),
        "caso" => before.is_some_and(|before| is_one_of(OF_A_CASE, page.word(before))),
        _ => false,
    };
    !other && is_of(CONDITIONS, page, word)
}

impl Hidden<'_, '_> {
    fn negates(&self, index: usize) -> bool {
        let page = self.page;
        let next = index + 1 < self.words.end;
        // `Θα ενισχυθεί δε από`: it only adds, behind the verb.
        let adds = page.word(index) == "δε"
            && index + 1 < page.words.len()
            && is_one_of("απο για κατα προσ στα στη στην στισ στο στον στουσ", page.word(index + 1));
        // A "non-" that is left out with the word that it negates says nothing of what is left.
        let of_next = || matches!(page.between(index), "-" | "‐" | "‑");
        let affirms = || is_of(AFFIRMING, page, page.word(index + 1));
        // `不` of `不同`, where the other half is kept.
        let halved = || page.word(index).starts_with(is_unspaced) && go_on_with_negation(page.word(index));
        page.negates(index) && !adds && !(next && (of_next() || affirms())) || !next && halved()
    }

    /// `little`, `if`, `refused to`, `nearly`: of one word or two.
    fn turns_clause(&self, index: usize) -> bool {
        denies(self.page, index) || is_condition(self.page, index) || self.lessens(index) || self.hedges(index)
    }

    /// `few`, `little`: hardly any.
    fn lessens(&self, index: usize) -> bool {
        is_of(LESSENING, self.page, self.page.word(index)) && !self.is_led(index)
    }

    /// Whether an article stands before word `index`: `a little`, `the very few`, `the only`.
    fn is_led(&self, index: usize) -> bool {
        let led = |by: &str, back: usize| index.checked_sub(back).is_some_and(|at| is_one_of(by, self.page.word(at)));
        led(SOME, 1) || led(BETWEEN, 1) && led(SOME, 2)
    }

    /// `nearly`, `allegedly`, where what that is said of is kept: in “nearly three” it is left out as well.
    fn hedges(&self, index: usize) -> bool {
        let page = self.page;
        let own = |next: usize| {
            let word = page.word(next);
            let adverb = word.ends_with("ly") && word.len() > "only".len();
            let told = !is_function(word) && !is_pronoun(word) && !page.is_guarded(next);
            page.is_number(next) || told && !adverb && !has(page, next, Role::Speech)
        };
        let closed = index + 1 < self.words.end && own(index + 1);
        (is_of(HEDGING, page, page.word(index)) || weakens(page, index)) && !closed
    }

    /// A longer run that ends in `… if he`, `… refused to`, `… nearly` is said of what is kept behind it.
    fn governs_what_follows(&self) -> bool {
        let (page, last) = (self.page, self.words.end - 1);
        let open = |index: usize| {
            let word = page.word(index + 1);
            (is_function(word) || is_pronoun(word)) && page.between(index).trim().is_empty()
        };
        let from = last.saturating_sub(REACH).max(self.words.start);
        let clause = (from..last).rev().take_while(|&index| open(index)).last().unwrap_or(last);
        let refuses = last > self.words.start && page.word(last) == "to" && denies(page, last - 1);
        denies(page, last)
            || refuses
            || self.lessens(last)
            || self.hedges(last)
            || (clause..=last).any(|index| is_condition(page, index))
    }

    /// `but not of`, `pero no a las`: a negation at the end, with nothing but small words before what it denies, that is kept.
    fn negates_by_small_words(&self) -> bool {
        const LETTERS: usize = 3;
        let (page, last) = (self.page, self.words.end - 1);
        let small = |index: usize| is_function(page.word(index)) || page.word(index).chars().count() <= LETTERS;
        let close = |index: usize| page.between(index).chars().all(|c| c.is_whitespace() || matches!(c, '\'' | '’'));
        let plain = !page.word(last).starts_with(is_unspaced);
        plain
            && (1..=FEW).filter_map(|back| last.checked_sub(back)).filter(|&at| at >= self.words.start).any(|at| {
                self.negates(at)
                    && !ends_clause(page.word(at), page.languages)
                    && (at + 1..=last).all(|index| small(index) && !page.negates(index))
                    && (at..=last).all(close)
            })
    }

    /// `fewer than`, `rise by up to`: hardly more than what bounds the number that is kept behind.
    fn bounds(&self) -> bool {
        let begins = bound_before(self.page, self.words.end).map(|bound| bound.start);
        begins.is_some_and(|bound| bound >= self.words.start && bound <= self.words.start + FEW)
    }

    /// `几乎`, `ほとんど`, `거의`, `suýt` right before what is kept.
    fn hedges_unspaced(&self) -> bool {
        ends_in_hedge(self.page, &self.words)
    }

    /// `… is false`, `… was a myth`, right behind what is kept.
    fn says_untrue(&self) -> bool {
        const GOES_ON: [&str; 8] = ["and", "as", "because", "but", "for", "or", "that", "to"];
        let (page, words) = (self.page, &self.words);
        let Some(kept) = words.start.checked_sub(1) else { return false };
        let adjoins = |index: usize| page.between(index).trim().is_empty();
        let is = |index: usize| has(page, index, Role::Be);
        let leads = |index: usize| is(index) || is_function(page.word(index)) || page.word(index).ends_with("ly");
        let near = words.start..words.end.min(words.start + REACH);
        let Some(at) = near.clone().find(|&index| has(page, index, Role::Untruth)) else { return false };
        let ends = at + 1 == words.end || !adjoins(at) || GOES_ON.contains(&page.word(at + 1));
        ends && (words.start..at).all(leads) && (kept..at).all(adjoins) && (kept..at).any(is)
    }

    /// `わけではない`, `というのは事実ではない` right behind what is kept: in Japanese and Korean what negates ends its clause.
    fn denies_what_precedes(&self) -> bool {
        let (page, words) = (self.page, &self.words);
        let Some(kept) = words.start.checked_sub(1) else { return false };
        let adjoins = |index: usize| page.between(index).trim().is_empty();
        let grammar = |index: &usize| page.word(*index).starts_with(is_hiragana);
        let ending = (words.start..words.end.min(words.start + ENDING)).take_while(grammar);
        let mut ending = ending.take_while(|&index| adjoins(index - 1));
        adjoins(kept)
            && (ending.any(|index| self.negates(index))
                || unspaced_denial_behind(page, words.start, 0).is_some_and(|denial| denial.end <= words.end))
    }

    /// `不会`, `没有` at the end, before the verb that is kept.
    fn ends_in_unspaced_negation(&self) -> bool {
        let (page, last) = (self.page, self.words.end - 1);
        last > self.words.start
            && GO_ON.contains(page.word(last))
            && page.between(last).is_empty()
            && page.between(last - 1).is_empty()
            && page.word(last - 1).starts_with(is_unspaced)
            && self.negates(last - 1)
    }

    /// The `and` of `and that` with which the words end.
    fn and_that(&self) -> Option<usize> {
        let last = self.words.end - 1;
        let joint = last.checked_sub(1).filter(|&joint| joint > self.words.start)?;
        (has(self.page, last, Role::That) && is_link(self.page, joint)).then_some(joint)
    }

    /// `no school will close and that` behind a `that` that is kept: a whole clause beside the one that goes on there, which it turns
    /// nothing of.
    fn is_clause_beside(&self) -> bool {
        let (page, words) = (self.page, &self.words);
        let led = words.start.checked_sub(1).is_some_and(|kept| has(page, kept, Role::That));
        let governs = |index: usize| {
            [Role::That, Role::Denial, Role::Untruth, Role::Condition].into_iter().any(|role| has(page, index, role))
        };
        led && self.and_that().is_some_and(|joint| !(words.start..joint).any(governs))
    }

    /// `it was not true that the harbour was sold and that`: what denies the one clause denies the other.
    fn denies_clause_beside(&self) -> bool {
        let Some(joint) = self.and_that() else { return false };
        let page = self.page;
        let Some(that) = (self.words.start..joint).rev().find(|&index| has(page, index, Role::That)) else {
            return false;
        };
        let denies =
            |index: usize| self.negates(index) || has(page, index, Role::Denial) || has(page, index, Role::Untruth);
        let plain = (self.words.start..joint).all(|index| !page.between(index).contains(['.', '!', '?', ';', '\n']));
        plain && !page.between(joint - 1).contains(',') && (self.words.start..that).any(denies)
    }

    /// `denied that he` before what that clause goes on with.
    fn denies_clause_kept(&self) -> bool {
        let (page, last) = (self.page, self.words.end - 1);
        let thing = |index: usize| {
            index == last && index.checked_sub(1).is_some_and(|before| is_one_of(OF_A_THING, page.word(before)))
        };
        let unspaced = || unspaced_denial(page, &(self.words.end..page.words.len().min(self.words.end + 1)));
        let written = unspaced().filter(|denial| denial.end <= self.words.end).map(|denial| denial.start);
        written
            .or_else(|| denied_before(page, self.words.end))
            .is_some_and(|denial| denial >= self.words.start && !thing(denial))
    }

    /// `refused, after a long hearing,` before a `to` that is kept.
    fn refuses_what_follows(&self) -> bool {
        let (page, words) = (self.page, &self.words);
        let ends = |index: usize| page.between(index).contains(['.', '!', '?', '\n']);
        let first = words.start..words.end.min(words.start + FEW);
        words.end < page.words.len()
            && page.word(words.end) == "to"
            && first.clone().any(|index| is_one_of(REFUSALS, page.word(index)))
            && !words.clone().any(ends)
    }

    /// Whether the words are all that stands in two brackets, or between two commas or dashes behind a `without`: what is said in passing
    /// turns nothing that stands around it. `(not)` and `(not yet)` are words of the sentence.
    fn is_parenthesis(&self) -> bool {
        let (page, words) = (self.page, &self.words);
        // `, and not Olsen,`
        let contrast =
            set_apart::denies(page, words.start + usize::from(is_link(page, words.start) && words.len() > 1));
        let long = words.len() >= if contrast { FEW } else { SHORT };
        let Some(before) = words.start.checked_sub(1).filter(|_| long) else { return false };
        let (opens, closes) = (page.between(before), page.between(words.end - 1));
        let inner = || words.start..words.end - 1;
        let bracketed = words.len() >= SHORT && opens.trim_end().ends_with('(') && closes.starts_with(')');
        let dashes = is_spaced_dash(opens) && is_spaced_dash(closes);
        let commas = opens.trim_end().ends_with(',') && closes.starts_with(',');
        let set_off = (commas || dashes) && (contrast || set_apart::is_without(page, words.start));
        bracketed && inner().all(|index| !page.between(index).contains(['(', ')']))
            || set_off && inner().all(|index| page.between(index).trim_matches(is_apostrophe).trim().is_empty())
    }
}

/// A dash, and no hyphen: ` – `, `—`.
fn is_spaced_dash(between: &str) -> bool {
    let dash = between.trim();
    matches!(dash, "–" | "—") || matches!(dash, "-" | "--") && between.len() > dash.len()
}

/// The letters of Japanese grammar.
fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}')
}
