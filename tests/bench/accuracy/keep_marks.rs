//! Changes that the writer owns up to: ellipses, brackets, remarks.

use crate::chance::Chance;
use crate::passage::{Passage, is_one_number};
use crate::rows::{Made, Sample};
use crate::turn_words::negates;

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

/// Words left out of the middle, none of which turns what is left: no negation at the edges.
pub fn ellipsis(chance: &mut Chance, sample: &Sample<'_>, mark: &str) -> Option<Made> {
    elided(chance, sample, &sample.passage, mark).map(|passage| Made::whole(sample, passage.text()))
}

pub fn two_ellipses(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let half = sample.passage.words.len() / 2;
    let part = |range: std::ops::Range<usize>| Passage {
        words: sample.passage.words[range.clone()].to_vec(),
        gaps: sample.passage.gaps[range].to_vec(),
        span: sample.passage.span.clone(),
    };
    let one = elided(chance, sample, &part(0..half), " … ")?;
    let other = elided(chance, sample, &part(half..sample.passage.words.len()), " [...] ")?;
    Some(Made::whole(sample, one.text() + &other.text()))
}

fn elided(chance: &mut Chance, sample: &Sample<'_>, passage: &Passage, mark: &str) -> Option<Passage> {
    let length = passage.words.len();
    let room = length.checked_sub(2 * BESIDE).filter(|room| *room > 0)?;
    let first = BESIDE + chance.below(room);
    let last = first + 1 + chance.below(length - BESIDE - first);
    let hides = passage.words[first..last].iter().any(|word| negates(word, sample.lexicon));
    if hides || is_one_number(&passage.words[first - 1], &passage.words[first]) {
        return None;
    }
    let mut shorter = passage.clone();
    shorter.words.drain(first..last);
    shorter.gaps.drain(first..last);
    mark.clone_into(&mut shorter.gaps[first - 1]);
    Some(shorter)
}

#[expect(clippy::unnecessary_wraps, reason = "the changes of all rows have one shape")]
pub fn sic(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let at = 1 + chance.below(sample.passage.words.len() - 1);
    Some(Made::whole(sample, sample.passage.inserted(at, "[sic]").text()))
}

pub fn name_for_pronoun(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let index = sample.passage.any(chance, |word| PRONOUNS.contains(&word))?;
    let name = sample.pool.name(chance, sample.lexicon)?;
    let inside = 0 < index && index + 1 < sample.passage.words.len();
    inside.then(|| Made::whole(sample, sample.passage.with(index, &format!("[{name}]")).text()))
}

pub fn words_added(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let (one, other) = (sample.pool.word(chance, sample.lexicon)?, sample.pool.word(chance, sample.lexicon)?);
    let at = 1 + chance.below(sample.passage.words.len() - 1);
    let says_more = [one, other].into_iter().any(|word| negates(word, None)) || !is_plain_gap(sample, at);
    (!says_more).then(|| Made::whole(sample, sample.passage.inserted(at, &format!("[{one} {other}]")).text()))
}

/// Whether words can be put before word `index` without taking a number apart.
fn is_plain_gap(sample: &Sample<'_>, index: usize) -> bool {
    !is_one_number(&sample.passage.words[index - 1], &sample.passage.words[index])
}

pub fn emphasis(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let remark = chance.one_of(&["(emphasis added)", "[emphasis mine]", "(my emphasis)"])?;
    Some(Made::whole(sample, format!("{} {remark}", sample.passage.text())))
}
