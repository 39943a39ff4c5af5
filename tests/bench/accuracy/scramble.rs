//! Passages taken apart: words and characters changed at random, passages joined, words shuffled, other pages.

use crate::chance::Chance;
use crate::passage::{Cut, cut, is_unspaced};
use crate::rows::{Made, Sample};

/// Words between two passages that are far apart: more than an ellipsis may pass over.
const FAR: usize = 1000;

/// A share of the words, one at least, is replaced, dropped or followed by another.
pub fn words(chance: &mut Chance, sample: &Sample<'_>, share: usize) -> Option<Made> {
    let mut passage = sample.passage.clone();
    let count = (passage.words.len() * share).div_ceil(100).max(1);
    for _ in 0..count {
        let index = chance.below(passage.words.len());
        let other = sample.pool.word(chance, sample.lexicon)?.to_owned();
        passage = match chance.below(3) {
            0 => passage.with(index, &other),
            1 if passage.words.len() > 3 => passage.removed(index),
            _ => passage.inserted(index, &other),
        };
    }
    Some(Made::whole(sample, passage.text()))
}

/// A share of the letters is replaced, dropped or doubled.
pub fn characters(chance: &mut Chance, sample: &Sample<'_>, share: usize) -> Option<Made> {
    let text: Vec<char> = sample.passage.text().chars().collect();
    let letters: Vec<char> = text.iter().copied().filter(|c| c.is_alphabetic()).collect();
    let mut changed = String::new();
    let mut count = 0;
    for c in &text {
        if c.is_alphabetic() && chance.percent(share) {
            count += 1;
            match chance.below(3) {
                0 => changed.extend(chance.one_of(&letters)),
                1 => {}
                _ => changed.extend([c, c]),
            }
        } else {
            changed.push(*c);
        }
    }
    (count > 0).then(|| Made::whole(sample, changed))
}

/// Halves of two passages that stand far from each other.
pub fn stitched(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let text = sample.read.visible();
    let other = (0..20).find_map(|_| {
        let other = cut(chance, text, sample.tokens, Cut::Prose)?;
        let index = |at: usize| sample.tokens.partition_point(|token| token.start < at);
        (index(other.span.start).abs_diff(index(sample.passage.span.start)) > FAR).then_some(other)
    })?;
    let half = |length: usize| length.div_ceil(2);
    let one = &sample.passage;
    let first: String = one
        .words
        .iter()
        .zip(&one.gaps)
        .take(half(one.words.len()))
        .flat_map(|(word, gap)| [word.as_str(), gap])
        .collect();
    let rest = other.words.iter().zip(&other.gaps).skip(half(other.words.len()));
    let second: String = rest.flat_map(|(word, gap)| [word.as_str(), gap]).collect();
    let gap = if first.ends_with(char::is_whitespace) { "" } else { " " };
    Some(Made::anywhere(format!("{first}{gap}{second}")))
}

pub fn shuffled(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let mut passage = sample.passage.clone();
    chance.shuffle(&mut passage.words);
    (passage.words != sample.passage.words).then(|| Made::anywhere(passage.text()))
}

pub fn another(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let other = sample.pool.passage(chance, sample.lexicon, sample.own)?;
    if sample.read.shares(&other.text()) {
        return None;
    }
    Some(Made::anywhere(other.text()))
}

/// Words of another page in another language, five at least.
pub fn foreign(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    if !sample.pool.pages[sample.own].sure {
        return None;
    }
    let mut other = sample.pool.foreign(chance, sample.lexicon?)?.clone();
    let least = if other.words.iter().any(|word| word.contains(is_unspaced)) { 10 } else { 5 };
    let length = (least + chance.below(20)).min(other.words.len());
    other.words.truncate(length);
    other.gaps.truncate(length);
    let alike = sample.read.shares(&other.text());
    (length >= least && !alike).then(|| Made::anywhere(other.text()))
}
