//! What an ellipsis may not leave out right before what it keeps: that it was refused or given up, that it only may be so, that the
//! opposite is said of it, or whom another sentence speaks of.

use std::ops::Range;

use super::governed::is_left_open;
use super::hidden_links::hides_link;
use super::left_open::{hides_claim, hides_until};
use super::other_clause::is_of_another_clause;
use super::other_verb::{LONG_SUBJECT, belongs_to_another, has_owner};
use super::parallel::{hides_exception, is_figure_of_another, is_of_another_sentence, is_of_another_thing};
use super::unreal::{is_unreal, refuses};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::sentences::is_abbreviation;
use crate::quote_match::folding::words::{is_function, is_one_of, is_pronoun};
use crate::quote_match::languages::conditions::CONDITIONS;
use crate::quote_match::languages::language::Language::{Czech, English, German, Polish, Russian, Ukrainian};
use crate::quote_match::languages::language::Languages;
use crate::quote_match::languages::language::is_of;
use crate::quote_match::languages::letters::closes_sentence;
use crate::quote_match::languages::only::ONLY;
use crate::quote_match::languages::openings::is_subject;
use crate::quote_match::weighing::opposites::are_opposites;

/// What is given up, between such a verb and what it is to do.
const PLANS: &str =
    "attempt attempts bid effort efforts idea intention plan planning plans project proposal proposals talks trying";

/// Small words that begin a sentence and lead to the word behind them.
const LEADING: &str = "at by for from in of on to with";

/// Small words behind which no verb of a sentence stands.
const BEFORE_ADJECTIVES: &str = "av bei bij med met mit of with";

/// Letters of a word that only holds a sentence together, at most.
const SMALL: usize = 3;

/// Languages with a comma before what is refused.
const BEFORE_INFINITIVE: Languages = German.bit() | Polish.bit() | Russian.bit() | Czech.bit() | Ukrainian.bit();

/// Words between a verb and what is kept, at most; words of a subject; words of a sentence that are looked back at.
const NEAR: usize = 5;
const SUBJECT: usize = 3;
const BEFORE: usize = 12;

/// Words of an ellipsis that hides hardly more than an `only`.
const FEW: usize = 2;

/// Whether an ellipsis over `words` withholds what turns the words behind it.
pub(crate) fn withholds(page: &Folded<'_>, words: &Range<usize>) -> bool {
    let end = words.end;
    if is_of_another_clause(page, words) || hides_link(page, words) {
        return true;
    }
    if words.is_empty() || end >= page.words.len() || ends(page, end - 1) {
        return false;
    }
    is_unreal(page, words)
        || is_refused(page, words)
        || is_left_open(page, words)
        || is_only_if(page, words)
        || does_opposite(page, words)
        || has_another_subject(page, words)
        || belongs_to_another(page, words)
        || is_of_another_thing(page, words)
        || is_figure_of_another(page, words)
        || is_of_another_sentence(page, words)
        || hides_exception(page, words)
        || hides_until(page, words)
        || hides_claim(page, words)
}

fn ends(page: &Folded<'_>, index: usize) -> bool {
    page.between(index).contains('\n')
        || page.between(index).contains(closes_sentence) && !page.between(index).contains(',')
}

/// Whether a sentence surely ends behind word `index`: no `3. Mai`, no `tj. o`, no `Gen. Lee`; but `in May. The`, `saw it. Olsen`.
pub(super) fn ends_sentence(page: &Folded<'_>, index: usize) -> bool {
    let next = index + 1;
    let word = page.word(index);
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let opens = next < page.words.len() && page.written(next..next + 1).starts_with(char::is_uppercase);
    let led = |index: usize| is_function(page.word(index)) || is_pronoun(page.word(index));
    let english = || {
        let vowel = word.contains(['a', 'e', 'i', 'o', 'u']) && is_of(&[(English, word)], page, word);
        letters == SMALL && (word == "may" || vowel && page.written(index..next).starts_with(char::is_lowercase))
    };
    let whole = letters > SMALL && !(is_abbreviation(word) && opens && !led(next))
        || letters > 1 && letters <= SMALL && !is_abbreviation(word) && (led(index) || english() || opens && led(next));
    ends(page, index) && whole && opens
}

fn is_small(page: &Folded<'_>, index: usize) -> bool {
    is_function(page.word(index)) || page.word(index).chars().count() <= SMALL
}

/// The last of the words from which on nothing but a space, or the comma of German and Russian, stands between.
fn tail<'f>(page: &'f Folded<'_>, words: &Range<usize>) -> impl Iterator<Item = usize> + 'f {
    let words = words.clone();
    let plain = move |index: usize| matches!(page.between(index).trim(), "" | "-");
    let last = words.end - 1;
    words.rev().take(NEAR + 1).take_while(move |&index| index == last || plain(index))
}

/// `refused to`, `weigerte sich,`, `abandoned plans to`, before the verb that is kept.
fn is_refused(page: &Folded<'_>, words: &Range<usize>) -> bool {
    let refuses = |index: usize| refuses(page, index);
    let between =
        |index: usize| is_small(page, index) || page.word(index) == "sich" || is_one_of(PLANS, page.word(index));
    let verb = page.written(words.end..words.end + 1).starts_with(char::is_lowercase);
    // `the plan that the council dropped by June`
    let until = |index: usize| {
        let leads = (index + 1..words.end).any(|index| matches!(page.word(index), "by" | "in" | "on" | "at"));
        !leads
    };
    // `, who opposed the plan,` is said in passing; `weigerte sich, die` is not.
    let comma = |index: usize| page.between(index).contains(',');
    let closed = comma(words.end - 1)
        && (page.languages & BEFORE_INFINITIVE == 0 || words.start.checked_sub(1).is_some_and(comma));
    verb && !closed
        && tail(page, words).find(|&index| !between(index)).is_some_and(|index| refuses(index) && until(index))
}

/// `only` before the `if` that is kept, or that stands behind in the sentence: `darf … erteilt werden` of “darf nur erteilt werden, wenn”.
fn is_only_if(page: &Folded<'_>, words: &Range<usize>) -> bool {
    let end = words.end;
    let sentence = (end..page.words.len().min(end + BEFORE)).take_while(|&at| at == end || !ends(page, at - 1));
    let mut conditions = sentence.filter(|&at| is_of(CONDITIONS, page, page.word(at)));
    let near = words.len() <= FEW && conditions.next().is_some();
    is_of(ONLY, page, page.word(end - 1)) && (is_of(CONDITIONS, page, page.word(end)) || near)
}

/// `but fell sharply in` behind a `rose` that is kept: the verb of the words behind the ellipsis says the opposite.
fn does_opposite(page: &Folded<'_>, words: &Range<usize>) -> bool {
    let adverb = |index: usize| page.word(index).ends_with("ly");
    let between = |index: usize| is_small(page, index) || adverb(index);
    let Some(verb) = tail(page, words).find(|&index| !between(index)) else { return false };
    let kept = (words.start.saturating_sub(BEFORE)..words.start).rev().take_while(|&index| !ends(page, index));
    let mut kept = kept.filter(|&index| page.word(index).chars().count() > SMALL);
    // A German noun is no verb: `den Nutzern zu` behind `schädlichen`.
    let noun = page.written(verb..verb + 1).starts_with(char::is_uppercase);
    let before = |index: usize| index.checked_sub(1).map_or("", |at| page.word(at));
    // `with increasing age`
    let led = is_one_of(BEFORE_ADJECTIVES, before(verb));
    // What somebody forgot to take is no second verb of one who gave.
    let infinitive = |index: usize| before(index) == "to" && is_of(&[(English, "to")], page, "to");
    let opposite = |index: usize| {
        (infinitive(index) || !infinitive(verb)) && are_opposites(page.word(index), page.word(verb), page.languages)
    };
    verb + 1 < words.end && !noun && !led && kept.any(opposite)
}

/// `praised the plan. Olsen` before a verb that is kept, behind a `Brandt` that is kept and little more: the sentence that it is of
/// speaks of somebody else. Whom a pronoun stands for is not known. Where more of the first sentence is kept, two halves are
/// joined, and a reader sees that.
fn has_another_subject(page: &Folded<'_>, words: &Range<usize>) -> bool {
    let Some(last) = words.clone().rev().find(|&index| ends_sentence(page, index)) else { return false };
    let Some(before) = words.start.checked_sub(1) else { return false };
    // `Her second husband, the painter Carl Brandt,`
    let comma = |index: usize| page.between(index).trim() == ",";
    let apposed = (last + 1..words.end - 1).find(|&index| comma(index)).filter(|_| comma(words.end - 1));
    let subject = last + 1..apposed.map_or(words.end, |index| index + 1);
    let leads = subject.len() == 1 && is_one_of(LEADING, page.word(subject.start));
    let kept = if leads { SUBJECT } else { SUBJECT - 1 };
    let mut first = (words.start.saturating_sub(LONG_SUBJECT)..words.start).rev();
    let first = first.find(|&kept| kept == 0 || ends(page, kept - 1));
    let opens = is_subject(page, before)
        || first.is_some_and(|first| words.start - first <= kept || has_owner(page, &(first..words.start)));
    let spoken = |index: usize| {
        (words.start.saturating_sub(BEFORE)..words.start).any(|kept| page.word(kept) == page.word(index))
    };
    // `Later the bishop`, behind a bishop that is kept.
    let named = subject.end - 1;
    let again = spoken(named) && !is_function(page.word(named)) && !has_owner(page, &subject);
    let known = |index: usize| is_function(page.word(index)) || is_pronoun(page.word(index)) || spoken(index);
    let verb = page.written(words.end..words.end + 1).starts_with(char::is_lowercase);
    let plain = subject.clone().all(|index| page.between(index).trim().is_empty() || apposed == Some(index));
    !ends(page, before)
        && ((1..=SUBJECT).contains(&subject.len()) || has_owner(page, &subject))
        && verb
        && plain
        && !is_pronoun(page.word(words.end - 1))
        && !is_pronoun(page.word(words.end))
        && opens
        && !again
        && (!subject.clone().all(known) || leads)
}
