//! What an ellipsis may not leave out beside words that are kept and need it: the `until` of a `not`, the number of a `more than`; and
//! that somebody only claims what it goes on with.

use std::ops::Range;

use super::other_verb::is_clause;
use super::unreal::BEFORE as NOUN_BEHIND;
use crate::date::month_named;
use crate::quote_match::around::beside::bound_before;
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::{is_function, is_one_of};
use crate::quote_match::languages::governing::{Role, has};
use crate::quote_match::languages::language::Language::{
    self, Arabic, Bulgarian, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hebrew, Hungarian,
    Indonesian, Italian, Polish, Portuguese, Romanian, Russian, Spanish, Swedish, Ukrainian,
};
use crate::quote_match::languages::language::{Languages, is_of, is_of_letters, languages_of};
use crate::quote_match::languages::letters::closes_sentence;
use crate::quote_match::languages::openings::is_subject;

/// Behind a negation: from when on it was so.
const UNTIL: &[(Language, &str)] = &[
    (English, "till until"),
    (German, "bis"),
    (French, "jusqu jusque"),
    (Spanish, "hasta"),
    (Italian, "finche fino"),
    (Portuguese, "ate"),
    (Dutch, "alvorens tot totdat"),
    (Polish, "az dopoki"),
    (Czech, "az dokud"),
    (Russian, "пока"),
    (Ukrainian, "доки поки"),
    (Bulgarian, "докато"),
    (Swedish, "forran tills"),
    (Danish, "indtil"),
    (Finnish, "ennen kunnes"),
    (Romanian, "pana"),
    (Greek, "μεχρι ωσπου"),
    (Indonesian, "hingga sampai sebelum"),
    (Arabic, "حتى قبل"),
    (Hebrew, "עד לפני"),
];

/// The same before a time, and before a place or what else elsewhere.
const BEFORE: &[(Language, &str)] = &[
    (English, "before"),
    (German, "vor"),
    (French, "avant"),
    (Spanish, "antes"),
    (Italian, "prima"),
    (Portuguese, "antes"),
    (Dutch, "voor"),
    (Polish, "do przed"),
    (Czech, "do pred"),
    (Russian, "до раньше"),
    (Ukrainian, "до раніше"),
    (Bulgarian, "до преди"),
    (Swedish, "fore innan"),
    (Danish, "inden"),
    (Romanian, "inainte"),
    (Greek, "πριν"),
];

/// What stands behind an `until` and makes a “so far” of it, folded. The English `until now` tells that it is so no more.
const NOW: &[(Language, &str)] = &[
    (German, "heute jetzt"),
    (French, "aujourd ici maintenant present"),
    (Spanish, "ahora hoy momento"),
    (Italian, "adesso oggi ora"),
    (Portuguese, "agora hoje momento"),
    (Dutch, "heden nog nu"),
    (Polish, "dzis teraz"),
    (Czech, "dosud nyni"),
    (Russian, "настоящего сих"),
    (Ukrainian, "сьогодні сих тепер"),
    (Bulgarian, "днес сега"),
    (Swedish, "dags nu"),
    (Danish, "dato nu"),
    (Finnish, "nyt"),
    (Romanian, "acum azi prezent"),
    (Greek, "σημερα στιγμησ τωρα"),
    (Indonesian, "kini saat sekarang"),
];

/// What somebody says or holds who does not make it so.
const CLAIMING: &[(Language, &str)] = &[
    (
        English,
        "allege alleged alleges assert asserted asserts assume assumed assumes believe believed believes claim claimed claims contend \
         contended contends insinuate insinuated insinuates presume presumed presumes pretend pretended pretends speculate \
         speculated speculates suppose supposes suspect suspected suspects",
    ),
    (German, "behaupten behauptet behauptete behaupteten unterstellt vermuten vermutet vermutete vermuteten"),
    (French, "affirmait affirme affirment croient croit pretend pretendait pretendent soupconne soupconnent"),
    (Spanish, "afirma afirman afirmo alega alegan alego creen cree sospecha sospechan"),
    (Italian, "afferma affermano credono crede ritengono ritiene sospetta sospettano sostengono sostiene"),
    (Portuguese, "acredita acreditam afirma afirmam afirmou alega alegam alegou suspeita suspeitam"),
    (Dutch, "beweerde beweerden beweren beweert gelooft geloven vermoeden vermoedt"),
    (Swedish, "havdar havdade misstanker pastar pastod tror trodde"),
    (Danish, "haevder haevdede mistaenker pastar pastod troede tror"),
    (Polish, "podejrzewa twierdza twierdzi twierdzil twierdzila twierdzili uwaza uwazaja"),
    (Czech, "tvrdi tvrdil tvrdila tvrdili veri"),
    (Russian, "полагает полагают считает считают утверждает утверждал утверждала утверждали утверждают"),
    (Ukrainian, "вважає вважають стверджував стверджувала стверджує стверджують твердить твердять"),
    (Bulgarian, "смята смятат твърди твърдят"),
    (Finnish, "vaittaa vaittavat vaitti"),
    (Hungarian, "allitja allitjak allitotta allitottak"),
    (Romanian, "pretind pretinde sustin sustine"),
    (Greek, "ισχυριζεται ισχυριζονται ισχυριστηκαν ισχυριστηκε"),
    (Indonesian, "mengklaim menuduh"),
];

/// What somebody thinks who need not be right, behind a subject; and what is a noun elsewhere, behind a pronoun.
const THINKING: &str = "believed guessed hoped imagined reckoned supposed suspected thinks thought";
const OF_PRONOUNS: &str = "assume bet expect fear feared feel feels felt figure figured guess hope imagine reckon suppose suspect think wish wished";

/// What `that` is in the languages of those words.
const THAT: &[(Language, &str)] =
    &[(Bulgarian, "че"), (Hungarian, "hogy"), (Romanian, "ca"), (Indonesian, "bahwa"), (Finnish, "etta")];

/// Languages with a comma before what is claimed.
const WITH_COMMA: Languages = German.bit()
    | Polish.bit()
    | Czech.bit()
    | Russian.bit()
    | Ukrainian.bit()
    | Bulgarian.bit()
    | Hungarian.bit()
    | Finnish.bit();

/// Words of a clause before the ellipsis that are looked at, words that it passes over between the two halves of a `not until`, and
/// small words behind an `until`.
const CLAUSE: usize = 12;
const BETWEEN: usize = 8;
const BEHIND: usize = 2;

/// Whether an ellipsis over `words`, behind a negation, hides until when that holds: `did not search … October` of “did not search it
/// until October”.
pub(super) fn hides_until(page: &Folded<'_>, words: &Range<usize>) -> bool {
    const SMALL: usize = 3;
    let end = words.end;
    let adjoins = |index: usize| page.between(index).chars().all(|c| c.is_whitespace() || matches!(c, '\'' | '’'));
    let small = |index: usize| is_function(page.word(index)) || page.word(index).chars().count() <= SMALL;
    // `jangan sampai`, lest
    let lest = |index: usize| index == words.start && index.checked_sub(1).is_some_and(|at| page.word(at) == "jangan");
    let until = |index: usize| {
        let told = is_of_letters(UNTIL, page, page.word(index))
            || is_of_letters(BEFORE, page, page.word(index)) && is_time(page, end);
        told && !lest(index) && !is_so_far(page, index)
    };
    let near = words.clone().rev().take(BEHIND + 1);
    let found = near.take_while(|&index| adjoins(index)).find(|&index| until(index));
    // `until 1769`, before what happened then
    let dated = |index: usize| page.is_number(index) || month_named(page.word(index)).is_some();
    let plain = found.is_some_and(|at| (at + 1..end).all(|index| small(index) || dated(index)));
    let breaks = |index: usize| {
        page.between(index).contains([',', ';', ':', '\n']) || page.between(index).contains(closes_sentence)
    };
    let clause = (words.start.saturating_sub(CLAUSE)..words.start).rev().take_while(|&index| !breaks(index));
    plain && words.len() <= BETWEEN && !words.clone().any(breaks) && clause.into_iter().any(|index| page.negates(index))
}

/// Whether word `index` of the page begins until when something holds: `until 1769`, `before 1910`.
pub(super) fn is_until(page: &Folded<'_>, index: usize) -> bool {
    let time = || index + 1 < page.words.len() && is_time(page, index + 1);
    let told = is_of_letters(UNTIL, page, page.word(index)) || is_of_letters(BEFORE, page, page.word(index)) && time();
    told && !is_so_far(page, index)
}

/// Whether a `now` stands behind the `until` at word `index`: `μέχρι σήμερα`, `jusqu’à présent`.
fn is_so_far(page: &Folded<'_>, index: usize) -> bool {
    const SMALL: usize = 3;
    let last = page.words.len().min(index + SMALL);
    let small = |at: usize| is_function(page.word(at)) || page.word(at).chars().count() <= SMALL;
    let found = (index + 1..last).find(|&at| is_of_letters(NOW, page, page.word(at)));
    found.is_some_and(|at| (index + 1..at).all(small))
}

fn is_time(page: &Folded<'_>, index: usize) -> bool {
    page.word(index).contains(char::is_numeric) || month_named(page.word(index)).is_some()
}

/// Whether an ellipsis over `words` ends in who claims what it goes on with: `The villagers … Marsh has failed` of “The villagers claim
/// Marsh has failed”. A `that` that is kept shows it.
pub(super) fn hides_claim(page: &Folded<'_>, words: &Range<usize>) -> bool {
    let (last, end) = (words.end - 1, words.end);
    let adjoins = |index: usize| page.between(index).trim().is_empty();
    let comma = |index: usize| {
        let languages = languages_of(CLAIMING, page, page.word(index));
        languages & WITH_COMMA != 0 && page.between(index).trim() == ","
    };
    let claims = |index: usize| {
        let small = page.written(index..index + 1).starts_with(char::is_lowercase);
        words.contains(&index) && small && is_of_letters(CLAIMING, page, page.word(index))
    };
    let verb = has(page, end, Role::Be) || has(page, end, Role::Modal);
    let that = has(page, last, Role::That) || is_of_letters(THAT, page, page.word(last));
    if that {
        let before = last.checked_sub(1);
        return !verb && adjoins(last) && before.is_some_and(|at| claims(at) && (adjoins(at) || comma(at)));
    }
    let clause = || {
        let english = is_of(&[(English, page.word(last))], page, page.word(last));
        english && !has(page, end, Role::That) && (is_subject(page, end) || is_clause(page, end))
    };
    claims(last) && (comma(last) || adjoins(last) && clause()) || thinks(page, words) && adjoins(last) && clause()
}

/// Whether `words` end in `I thought`, `the captain believed`.
fn thinks(page: &Folded<'_>, words: &Range<usize>) -> bool {
    let last = words.end - 1;
    let small = page.written(last..words.end).starts_with(char::is_lowercase);
    let Some(subject) = last.checked_sub(1).filter(|&subject| page.between(subject).trim().is_empty()) else {
        return false;
    };
    let pronoun = is_subject(page, subject);
    let noun = !is_function(page.word(subject)) && !is_one_of(NOUN_BEHIND, page.word(subject)) || pronoun;
    small && (is_one_of(THINKING, page.word(last)) && noun || is_one_of(OF_PRONOUNS, page.word(last)) && pronoun)
}

/// Whether an ellipsis over `words` begins with the number that the words before it bound: `and more than … in the city`. A single word
/// may be of what stands behind: `over`, `about`.
pub(super) fn hides_bounded_number(page: &Folded<'_>, words: &Range<usize>) -> bool {
    let kept = words.start.checked_sub(1).filter(|&kept| page.between(kept).trim().is_empty());
    let number = || page.is_number(words.start);
    let told = |bound: Range<usize>| bound.end == words.start && bound.len() > 1;
    kept.is_some() && number() && bound_before(page, words.start).is_some_and(told)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quote_match::folding::fold::Spaces;

    #[test]
    fn words_that_leave_something_open_are_written_as_they_are_folded() {
        let lists = [UNTIL, BEFORE, NOW, CLAIMING, THAT].into_iter().flatten();
        for word in lists.flat_map(|(_, words)| words.split_ascii_whitespace()) {
            assert_eq!(Folded::new(word, Spaces::Written).text, word);
        }
    }
}
