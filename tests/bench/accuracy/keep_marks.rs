//! Changes that the writer owns up to: ellipses, brackets, remarks.

use std::ops::Range;

use crate::chance::Chance;
use crate::hiding::{Hidden, hidden};
use crate::passage::{Passage, is_one_number};
use crate::rows::{Made, Sample};
use crate::turn_words;
use crate::turning::{claims, includes_all, is_small, negates, turns};

/// Words on each side of an ellipsis.
const BESIDE: usize = 4;

/// Pronouns that a name in brackets stands for.
const PRONOUNS: &[&str] = &[
    "he", "she", "they", "him", "them", "it", "er", "sie", "ihn", "il", "elle", "ils", "ella", "él", "hij", "zij",
    "он", "она", "они",
];

pub fn first_bracket(_: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let core = sample.passage.core(0);
    let first = core.chars().next().filter(|c| c.is_alphabetic())?;
    let rest = &core[first.len_utf8()..];
    if rest.is_empty() || !rest.chars().all(char::is_lowercase) {
        return None;
    }
    let other: String =
        if first.is_uppercase() { first.to_lowercase().collect() } else { first.to_uppercase().collect() };
    (other.chars().count() == 1)
        .then(|| Made::whole(sample, sample.passage.with(0, &format!("[{other}]{rest}")).text()))
}

/// Words left out of the middle, none of which turns what is left.
pub fn ellipsis(chance: &mut Chance, sample: &Sample<'_>, mark: &str) -> Option<Made> {
    elided(chance, &sample.passage, mark, Hidden::Plain).map(|passage| Made::whole(sample, passage.text()))
}

/// Words left out, one of which negates: the negation of what is left, or of what is left out with it.
pub fn ellipsis_over_negation(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    elided(chance, &sample.passage, " … ", Hidden::Negation).map(|passage| Made::whole(sample, passage.text()))
}

/// Words left out up to a "not" of the language of the page, whose own words are kept.
pub fn ellipsis_that_ends_in_negation(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let (words, lexicon) = (&sample.passage.words, sample.lexicon?);
    let ends = |index: &usize| {
        words[*index].ends_with(char::is_alphabetic) && turn_words::negates(&words[*index], Some(lexicon))
    };
    let all: Vec<usize> = (BESIDE..words.len().saturating_sub(BESIDE)).filter(ends).collect();
    let last = *chance.one_of(&all)?;
    let first = BESIDE + chance.below(last + 1 - BESIDE);
    Some(Made::anywhere(without(&sample.passage, first..last + 1, " … ").text()))
}

/// The same of conditions, exceptions, guesses and denials.
pub fn ellipsis_over_condition(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    elided(chance, &sample.passage, " … ", Hidden::Turning).map(|passage| Made::whole(sample, passage.text()))
}

/// Words left out that lead from inside of one sentence to inside of another of the same line: halves of two sentences are joined.
pub fn ellipsis_between_sentences(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    elided(chance, &sample.passage, " … ", Hidden::Joining).map(|passage| Made::whole(sample, passage.text()))
}

/// Words left out that lead from one block of a page into another: they begin in one, at its end at the latest, and end in the next or
/// further down. Of prose within a line, which the rows with a goal are made of, no ellipsis does.
pub fn ellipsis_between_blocks(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let (words, text, span) = (&sample.passage.words, sample.read.visible(), &sample.passage.span);
    let own: Vec<&Range<usize>> =
        sample.tokens.iter().filter(|token| span.start <= token.start && token.end <= span.end).collect();
    let begins = |index: &usize| text[own[index - 1].end..own[*index].start].contains('\n');
    let lines: Vec<usize> = (BESIDE..(words.len() + 1).saturating_sub(BESIDE)).filter(begins).collect();
    let line = *chance.one_of(&lines)?;
    let first = BESIDE + chance.below(line + 1 - BESIDE);
    let last = line + chance.below(words.len() + 1 - BESIDE - line);
    let cuts = |at: usize| is_one_number(&words[at - 1], &words[at]);
    if first == last
        || !matches!(hidden(&sample.passage, first..last), Hidden::Plain | Hidden::Joining)
        || cuts(first)
        || cuts(last)
    {
        return None;
    }
    Some(Made::whole(sample, without(&sample.passage, first..last, " … ").text()))
}

pub fn two_ellipses(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let half = sample.passage.words.len() / 2;
    let part = |range: Range<usize>| Passage {
        words: sample.passage.words[range.clone()].to_vec(),
        gaps: sample.passage.gaps[range].to_vec(),
        span: sample.passage.span.clone(),
    };
    let one = elided(chance, &part(0..half), " … ", Hidden::Plain)?;
    let other = elided(chance, &part(half..sample.passage.words.len()), " [...] ", Hidden::Plain)?;
    Some(Made::whole(sample, one.text() + &other.text()))
}

fn elided(chance: &mut Chance, passage: &Passage, mark: &str, over: Hidden) -> Option<Passage> {
    let length = passage.words.len();
    let room = length.checked_sub(2 * BESIDE).filter(|room| *room > 0)?;
    let first = BESIDE + chance.below(room);
    let last = first + 1 + chance.below(length - BESIDE - first);
    let cuts = |at: usize| is_one_number(&passage.words[at - 1], &passage.words[at]);
    let fits = hidden(passage, first..last) == over && !cuts(first) && !cuts(last);
    fits.then(|| without(passage, first..last, mark))
}

fn without(passage: &Passage, words: Range<usize>, mark: &str) -> Passage {
    let mut shorter = passage.clone();
    shorter.words.drain(words.clone());
    shorter.gaps.drain(words.clone());
    mark.clone_into(&mut shorter.gaps[words.start - 1]);
    shorter
}

#[expect(clippy::unnecessary_wraps, reason = "the changes of all rows have one shape")]
pub fn sic(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let at = 1 + chance.below(sample.passage.words.len() - 1);
    Some(Made::whole(sample, sample.passage.inserted(at, "[sic]").text()))
}

/// Where the name is none but a word with a capital, such as begin headings (`First`, `Not`), nothing is made.
pub fn name_for_pronoun(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let index = sample.passage.any(chance, |word| PRONOUNS.contains(&word))?;
    let name = sample.pool.name(chance, sample.lexicon)?;
    let small = name.to_lowercase();
    let word = turns(&small) || is_small(&small) || sample.pool.has_word(&small, sample.lexicon);
    let worded = |index: usize| !sample.passage.core(index).is_empty();
    let inside = (0..index).any(worded) && (index + 1..sample.passage.words.len()).any(worded);
    (inside && !word).then(|| Made::whole(sample, sample.passage.with(index, &format!("[{name}]")).text()))
}

pub fn words_added(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    added(chance, sample, false)
}

/// Words of which one says how much, how many, how sure, on what condition, or why; or any behind an “all” or a “no”.
pub fn turning_words_added(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    added(chance, sample, true)
}

fn added(chance: &mut Chance, sample: &Sample<'_>, turning: bool) -> Option<Made> {
    let (one, other) = (sample.pool.word(chance, sample.lexicon)?, sample.pool.word(chance, sample.lexicon)?);
    let at = 1 + chance.below(sample.passage.words.len() - 1);
    let both = [one, other];
    // Behind an “all” or a “no” any word in a bracket makes it one of fewer.
    let narrows = |word: &String| includes_all(word) || negates(word);
    let turned = both.iter().any(|word| turns(word) || claims(word)) || narrows(&sample.passage.words[at - 1]);
    let fits = turned == turning && !both.iter().any(|word| negates(word)) && is_plain_gap(sample, at);
    fits.then(|| Made::whole(sample, sample.passage.inserted(at, &format!("[{one} {other}]")).text()))
}

/// Whether words can be put before word `index` without taking a number apart.
fn is_plain_gap(sample: &Sample<'_>, index: usize) -> bool {
    !is_one_number(&sample.passage.words[index - 1], &sample.passage.words[index])
}

pub fn emphasis(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let remark = chance.one_of(&["(emphasis added)", "[emphasis mine]", "(my emphasis)"])?;
    Some(Made::whole(sample, format!("{} {remark}", sample.passage.text())))
}
