//! Capitals: where they are a matter of setting, and where they make another word of the same letters.

use std::ops::Range;

use super::accents::capitals;
use crate::date::month_named;
use crate::quote_match::Difference;
use crate::quote_match::folding::align::{Passage, Step};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::units::are_two_units;
use crate::quote_match::folding::words::{is_function, is_one_of};
use crate::quote_match::languages::language::{Language, are_told};
use crate::quote_match::languages::letters::is_apostrophe;

/// A line longer than this, in words, is no heading.
const HEADING_WORDS: usize = 20;

/// Letters of a single word in capitals that is a heading by itself; `US` or `WHO` could be another word.
const LONE_HEADING_LETTERS: usize = 5;

/// Letters up to which a word in capitals is as likely an abbreviation as emphasis: in any language, and in those whose
/// abbreviations are not known here.
const ANY_ABBREVIATION: usize = 2;
const UNKNOWN_ABBREVIATION: usize = 4;

/// English words whose letters are a name with a capital, and another thing without.
const NAMES: &str = "amazon apple april art august bath bill black brown bush catholic champagne chad chance china cologne \
    conservative cook cork dean democrat democratic don economist faith finn frank georgia german germane gene grace grant green \
    guardian guinea guy harry hill hope independent iris jack japan jersey job jobs jordan joy june king labour lent liberal \
    lima long love march mark marks mass may mercury miles mobile nice nick nature observer orange orthodox page pat \
    pole poles polish post price queen ray reading republican rich rob rose ruby sandwich science scotch shell smart sky \
    spectator stone sue summer sun swede target telegraph times turkey victor victoria visa wales white will wood wood young";

/// English words whose letters are an abbreviation in capitals.
const ABBREVIATIONS: &str = "ace act aid arc ash bat bit can care cat chip cop dare dot era eta fat fed gap gas hip ice ion ira \
    jam kit lab law led lid mad map mars mat mid mob nap net now nut pan pen pet pin pop ram rap ray rip rod sad salt sap sat \
    shed sin sis soda spa star start step swat tag tan tap tea tip van vat wasp who win wit zip";

/// What stands before the name of a month.
const BEFORE_MONTHS: &str =
    "by during each early every from in last late mid next of since the this through till to until";

/// The steps whose case tells, each with what it can change: other units, and other words.
pub(crate) fn telling<'s>(
    quote: &Passage<'_, '_>,
    page: &Passage<'_, '_>,
    steps: impl Iterator<Item = &'s Step>,
) -> Vec<(Difference, &'s Step)> {
    let recased: Vec<&Step> = steps.filter(|step| differ_in_case(quote, page, step)).collect();
    if recased.is_empty() || is_case_of_style(quote, page, &recased) {
        return Vec::new();
    }
    let others = recased.into_iter().filter(|step| !is_first_letter_only(quote, page, step));
    let told = others.filter_map(|step| {
        let units = step.quote.len() == 1
            && step.page.len() == 1
            && are_two_units(quote.folded, step.quote.start, page.folded, step.page.start)
            && !is_of_time(quote, page, step);
        let critical = units.then_some(Difference::Critical);
        let minor = || makes_another_word(quote, page, step).then_some(Difference::Minor);
        critical.or_else(minor).map(|difference| (difference, step))
    });
    told.collect()
}

/// Whether a word in another case may be another word: `US` and `us`, `May` and `may`; not `BERLIN` and `Berlin`.
fn makes_another_word(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> bool {
    let (one, other) = sides(quote, page, step);
    let letters = one.len().max(other.len());
    let word = page.folded.folded(step.page.clone());
    let languages = page.folded.languages;
    let english = !are_told(languages) || languages & Language::English.bit() != 0;
    let in_heading = is_joined_in_capitals(quote.folded, &step.quote) || is_joined_in_capitals(page.folded, &step.page);
    if is_of_time(quote, page, step) || in_heading {
        return false;
    }
    if step.quote.len() > 1 || step.page.len() > 1 || letters < 2 && !begins(quote, page, step) {
        return true;
    }
    match (case(&one), case(&other)) {
        (Case::Upper, Case::Lower | Case::Initial) | (Case::Lower | Case::Initial, Case::Upper) => {
            let short = if english { ANY_ABBREVIATION } else { UNKNOWN_ABBREVIATION };
            let known = english && is_one_of(ABBREVIATIONS, word);
            letters <= short || known
        }
        (Case::Initial, Case::Lower) | (Case::Lower, Case::Initial) => {
            let known = !english || languages & Language::German.bit() != 0 || is_one_of(NAMES, word);
            known
                && !begins(quote, page, step)
                && !is_month(page.folded, step)
                && (english || !is_month_elsewhere(page.folded, step))
        }
        // `MCDONALD` and `McDonald`.
        (Case::Upper, Case::Mixed) | (Case::Mixed, Case::Upper) => letters <= LONE_HEADING_LETTERS,
        _ => true,
    }
}

/// Whether the word with the capital begins a sentence, a line or a quotation.
fn begins(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> bool {
    const BEFORE: [char; 17] = ['.', '!', '?', ':', '\n', '\t', '“', '"', '«', '„', '‘', '(', '[', '–', '—', '•', '…'];
    [(quote.folded, step.quote.start), (page.folded, step.page.start)].into_iter().any(|(text, index)| {
        let capital = text.written(index..index + 1).starts_with(char::is_uppercase);
        let before = index.checked_sub(1).map_or("\n", |before| text.between(before));
        capital && before.contains(BEFORE)
    })
}

/// `5 pm` and `5 PM`, `300 bc`.
fn is_of_time(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> bool {
    let (one, other) = sides(quote, page, step);
    let page = page.folded;
    let index = step.page.start;
    let number = |at: usize| at < page.words.len() && page.is_number(at);
    let beside = number(step.page.end) || index.checked_sub(1).is_some_and(number);
    let even = [one, other].iter().all(|side| matches!(case(side), Case::Upper | Case::Lower));
    beside && even && matches!(page.folded(step.page.clone()), "am" | "pm" | "ad" | "bc" | "ce" | "bce")
}

/// `in may`, `3 march`: nothing else than the month stands there.
fn is_month(page: &Folded<'_>, step: &Step) -> bool {
    let index = step.page.start;
    let number = |at: usize| at < page.words.len() && page.is_number(at);
    let before = index.checked_sub(1);
    let dated = before.is_some_and(number) || number(index + 1);
    let named = before.is_some_and(|before| is_one_of(BEFORE_MONTHS, page.word(before)));
    matches!(page.word(index), "may" | "march" | "august" | "april" | "june") && (dated || named)
}

/// `2 de Maio`, `en Enero`: the same of other languages, some of which once wrote months with a capital.
fn is_month_elsewhere(page: &Folded<'_>, step: &Step) -> bool {
    const BEFORE: &str = "au d da dal de del di do du em en im in le nel no od op v w we";
    let index = step.page.start;
    let number = |at: usize| at < page.words.len() && page.is_number(at);
    let before = |back: usize| index.checked_sub(back);
    let dated = before(1).is_some_and(number)
        || before(2).is_some_and(|at| number(at) && is_one_of(BEFORE, page.word(at + 1)))
        || number(index + 1);
    let named = before(1).is_some_and(|at| is_one_of(BEFORE, page.word(at)));
    (dated || named) && month_named(&page.written(step.page.clone()).to_lowercase()).is_some()
}

/// Whether the word is what an apostrophe joins to a longer one in capitals, as the whole heading is: `İSTANBUL'UN`, `L'ÉCOLE`.
fn is_joined_in_capitals(text: &Folded<'_>, words: &Range<usize>) -> bool {
    let upper = |at: usize| capitals(text.written(at..at + 1)).into_iter().all(|capital| capital);
    let joined = |at: usize| text.between(at).chars().all(is_apostrophe) && !text.between(at).is_empty();
    let long =
        |one: usize| text.written(one..one + 2).chars().filter(|c| c.is_alphabetic()).count() > UNKNOWN_ABBREVIATION;
    let pair = |one: usize| one + 1 < text.words.len() && joined(one) && upper(one) && upper(one + 1) && long(one);
    words.len() == 1 && (pair(words.start) || words.start.checked_sub(1).is_some_and(pair))
}

fn sides(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> (Vec<bool>, Vec<bool>) {
    (capitals(quote.folded.written(step.quote.clone())), capitals(page.folded.written(step.page.clone())))
}

fn differ_in_case(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> bool {
    let (one, other) = (quote.folded.written(step.quote.clone()), page.folded.written(step.page.clone()));
    if one == other {
        return false;
    }
    let (one, other) = sides(quote, page, step);
    if one.len() == other.len() { one != other } else { case(&one) != case(&other) }
}

/// The first letter of a quote follows the sentence around it.
fn is_first_letter_only(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> bool {
    let (one, other) = sides(quote, page, step);
    let rest = |case: &[bool]| case.get(1..).unwrap_or_default().to_vec();
    step.quote.start == quote.words.start && rest(&one) == rest(&other)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    Lower,
    Initial,
    Upper,
    Mixed,
}

fn case(capitals: &[bool]) -> Case {
    match capitals {
        [] => Case::Lower,
        [true, rest @ ..] if rest.iter().all(|capital| !capital) => Case::Initial,
        all if all.iter().all(|capital| *capital) => Case::Upper,
        all if all.iter().all(|capital| !capital) => Case::Lower,
        _ => Case::Mixed,
    }
}

/// How a heading is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Style {
    Plain,
    Title,
    Upper,
}

/// A case that the setting of a heading explains: one side is set in capitals, or every word that is not small begins
/// with one and the other side has it small.
fn is_case_of_style(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, differing: &[&Step]) -> bool {
    let line = heading(page);
    let of_page = style(page).max(line.map_or(Style::Plain, |line| style(&line)));
    let of_quote = style(quote);
    let small = |styled: Style, set: Case, other: Case| match styled {
        Style::Upper => set == Case::Upper || set == Case::Initial,
        Style::Title => set == Case::Initial && other == Case::Lower,
        Style::Plain => false,
    };
    differing.iter().all(|step| {
        let (one, other) = sides(quote, page, step);
        let (q, p) = (case(&one), case(&other));
        is_first_letter_only(quote, page, step) || small(of_page, p, q) || small(of_quote, q, p)
    })
}

fn style(passage: &Passage<'_, '_>) -> Style {
    let words: Vec<(Case, usize, bool)> = passage
        .words
        .clone()
        .map(|index| (capitals(passage.folded.written(index..index + 1)), is_function(passage.folded.word(index))))
        .filter(|(letters, _)| !letters.is_empty())
        .map(|(letters, function)| (case(&letters), letters.len(), function))
        .collect();
    let upper =
        |(case, length, _): &(Case, usize, bool)| *case == Case::Upper || (*case == Case::Initial && *length == 1);
    let alone = matches!(words[..], [(_, letters, _)] if letters >= LONE_HEADING_LETTERS);
    if words.iter().all(upper) && (words.len() > 1 || alone) {
        return Style::Upper;
    }
    let capital = words.iter().filter(|(case, ..)| *case != Case::Lower).count();
    if capital > 1 && words.iter().all(|(case, _, function)| *function || *case != Case::Lower) {
        return Style::Title;
    }
    Style::Plain
}

/// The line of the page around the passage, where it is short enough for a heading.
fn heading<'f, 't>(page: &Passage<'f, 't>) -> Option<Passage<'f, 't>> {
    let Passage { folded, words } = page.clone();
    let breaks = |index: usize| folded.between(index).contains(['\n', '\t']);
    let start = (words.start.saturating_sub(HEADING_WORDS)..words.start).rev().find(|&index| breaks(index));
    let start = start.map_or(0, |index| index + 1);
    let last = folded.words.len().saturating_sub(1);
    let end = (words.end.checked_sub(1)?..last).take(HEADING_WORDS).find(|&index| breaks(index)).unwrap_or(last) + 1;
    (end - start <= HEADING_WORDS).then_some(Passage { folded, words: start..end })
}
