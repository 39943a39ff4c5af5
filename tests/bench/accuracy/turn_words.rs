//! Changes of meaning by words, in the languages of the lexicons.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::chance::Chance;
use crate::passage::{is_unspaced, letters};
use crate::pool::{is_content, is_name};
use crate::rows::{Made, Sample, Where};
use crate::words::{LEXICONS, Lexicon, has, paired};

/// Whether a word, in its punctuation, negates.
pub fn negates(word: &str, lexicon: Option<&Lexicon>) -> bool {
    let core = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let contracted = core.ends_with("n't") || core.ends_with("n’t");
    let any = || LEXICONS.iter().any(|lexicon| has(lexicon.negations, &core));
    contracted || lexicon.map_or_else(any, |lexicon| has(lexicon.negations, &core))
}

/// A word in place of another of its list; a capital stays.
fn of_pairs(chance: &mut Chance, sample: &Sample<'_>, pairs: fn(&Lexicon) -> &'static str) -> Option<Made> {
    let pairs = pairs(sample.lexicon?);
    let index = sample.passage.any(chance, |word| paired(pairs, word).is_some())?;
    let other = paired(pairs, sample.passage.core(index))?;
    Some(Made::anywhere(sample.passage.with(index, other).text()))
}

pub fn number_word(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    of_pairs(chance, sample, |lexicon| lexicon.numbers)
}

pub fn modal(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    of_pairs(chance, sample, |lexicon| lexicon.modals)
}

pub fn quantifier(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    of_pairs(chance, sample, |lexicon| lexicon.quantifiers)
}

pub fn date(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    of_pairs(chance, sample, |lexicon| lexicon.dates)
}

/// Somewhere inside, not beside another negation.
pub fn negation_added(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let word = sample.lexicon?.negations.split(' ').next()?;
    let at = 1 + chance.below(sample.passage.words.len() - 1);
    let beside = [at - 1, at].into_iter().any(|index| negates(&sample.passage.words[index], sample.lexicon));
    (!beside).then(|| Made::anywhere(sample.passage.inserted(at, word).text()))
}

/// One that has words on both sides; of a contraction the `n't`.
pub fn negation_removed(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let last = sample.passage.words.len() - 1;
    let all: Vec<usize> = (1..last).filter(|&index| negates(&sample.passage.words[index], sample.lexicon)).collect();
    let index = *chance.one_of(&all)?;
    let core = sample.passage.core(index);
    let quote = match core.strip_suffix("n't").or_else(|| core.strip_suffix("n’t")) {
        Some("ca") => sample.passage.with(index, "can"),
        Some("wo") => sample.passage.with(index, "will"),
        Some("ai") => return None,
        Some(stem) => sample.passage.with(index, stem),
        None if core == "cannot" => sample.passage.with(index, "can"),
        None if all.len() > 1 && sample.lexicon.is_some_and(|lexicon| lexicon.code == "fr") => return None,
        None => sample.passage.removed(index),
    };
    Some(Made::anywhere(quote.text()))
}

/// The first or the last word: what is left stands there, and a reader is to be told what stands beside it.
pub fn negation_cut_off(_: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let passage = &sample.passage;
    let last = passage.words.len() - 1;
    let (start, end) = (passage.span.start, passage.span.end);
    let range = if negates(&passage.words[0], sample.lexicon) {
        start + passage.words[0].len() + passage.gaps[0].len()..end
    } else if negates(&passage.words[last], sample.lexicon) {
        start..end - passage.words[last].len() - passage.gaps[last - 1].len()
    } else {
        return None;
    };
    let text = sample.read.visible().get(range.clone())?;
    Some(Made { quote: text.to_owned(), place: Where::At(range), page: None })
}

pub fn name(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let names: Vec<usize> = (0..sample.passage.words.len()).filter(|&index| is_name(&sample.passage, index)).collect();
    let index = *chance.one_of(&names)?;
    let other = sample.pool.name(chance, sample.lexicon)?;
    differs(sample.passage.core(index), other).then(|| Made::anywhere(sample.passage.with(index, other).text()))
}

pub fn names_swapped(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let mut names: Vec<usize> =
        (0..sample.passage.words.len()).filter(|&index| is_name(&sample.passage, index)).collect();
    chance.shuffle(&mut names);
    swapped(sample, *names.first()?, *names.get(1)?)
}

pub fn words_swapped(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let mut all: Vec<usize> = content(sample);
    chance.shuffle(&mut all);
    swapped(sample, *all.first()?, *all.get(1)?)
}

fn swapped(sample: &Sample<'_>, one: usize, other: usize) -> Option<Made> {
    let (first, second) = (sample.passage.core(one).to_owned(), sample.passage.core(other).to_owned());
    differs(&first, &second).then(|| Made::anywhere(sample.passage.with(one, &second).with(other, &first).text()))
}

fn content(sample: &Sample<'_>) -> Vec<usize> {
    let words = 0..sample.passage.words.len();
    words.filter(|&index| is_content(sample.passage.core(index), sample.lexicon)).collect()
}

/// Inside of the passage.
pub fn content_word(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let last = sample.passage.words.len() - 1;
    let all: Vec<usize> = content(sample).into_iter().filter(|&index| index > 0 && index < last).collect();
    replaced(chance, sample, &all)
}

pub fn content_word_at_edge(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let last = sample.passage.words.len() - 1;
    let all: Vec<usize> = content(sample).into_iter().filter(|&index| index == 0 || index == last).collect();
    replaced(chance, sample, &all)
}

fn replaced(chance: &mut Chance, sample: &Sample<'_>, words: &[usize]) -> Option<Made> {
    let index = *chance.one_of(words)?;
    let other = sample.pool.word(chance, sample.lexicon)?;
    differs(sample.passage.core(index), other).then(|| Made::anywhere(sample.passage.with(index, other).text()))
}

pub fn word_added(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let other = sample.pool.word(chance, sample.lexicon)?;
    let at = 1 + chance.below(sample.passage.words.len() - 1);
    Some(Made::anywhere(sample.passage.inserted(at, other).text()))
}

/// Inside: other words stand on both sides, and no ellipsis that it could have been left out at.
pub fn word_dropped(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let worded = |index: &usize| sample.passage.core(*index).contains(char::is_alphanumeric);
    let first = (0..sample.passage.words.len()).find(worded)?;
    let last = (0..sample.passage.words.len()).rev().find(worded)?;
    let text = sample.passage.text();
    if text.contains("..") || text.contains('…') {
        return None;
    }
    let all: Vec<usize> = content(sample).into_iter().filter(|&index| index > first && index < last).collect();
    Some(Made::anywhere(sample.passage.removed(*chance.one_of(&all)?).text()))
}

pub fn doubt(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let word = sample.lexicon.map(|lexicon| lexicon.doubt).filter(|word| !word.is_empty())?;
    let at = 1 + chance.below(sample.passage.words.len() - 1);
    Some(Made::anywhere(sample.passage.inserted(at, word).text()))
}

/// More than case, accents and vowel signs tells them apart.
fn differs(one: &str, other: &str) -> bool {
    let bare = |word: &str| letters(&word.nfd().filter(|c| !is_combining_mark(*c)).collect::<String>());
    bare(one) != bare(other) && one.chars().all(is_unspaced) == other.chars().all(is_unspaced)
}
