//! Parts of one: `½`, `1/2` and `one half`, `2/3` and `two-thirds`; `1½`, `1.5` and `one and a half`.

use std::ops::Range;

use super::{Amount, count, parts_elsewhere, ratios, scale, small};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::joined;
use crate::quote_match::languages::language::Languages;

/// What one is parted into, singular and plural.
const PARTS: [(u128, &str, &str); 10] = [
    (2, "half", "halves"),
    (3, "third", "thirds"),
    (4, "quarter", "quarters"),
    (4, "fourth", "fourths"),
    (5, "fifth", "fifths"),
    (6, "sixth", "sixths"),
    (7, "seventh", "sevenths"),
    (8, "eighth", "eighths"),
    (9, "ninth", "ninths"),
    (10, "tenth", "tenths"),
];

/// The part that begins at word `from`, with the whole number before it.
pub(super) fn at(text: &Folded<'_>, from: usize, end: usize) -> Option<(Range<usize>, Amount)> {
    if from >= end {
        return None;
    }
    if let Some((behind, whole, (over, under))) = mixed(text, from, end) {
        return Some(scaled(text, from..behind, end, (whole * under + over, under)));
    }
    // The part of `one and a half`, of `1 1/2`, is none by itself.
    let begun = (from.saturating_sub(3)..from).any(|at| mixed(text, at, end).is_some_and(|(behind, ..)| behind > from));
    let (behind, part) = in_digits(text, from)
        .or_else(|| in_words(text, from, end))
        .or_else(|| parts_elsewhere::at(text, from, end))
        .filter(|_| !begun)?;
    Some(scaled(text, from..behind, end, part))
}

/// Whether a folded word may begin a part that has no number in it.
pub(super) fn begins(word: &str, languages: Languages) -> bool {
    word == "half" || parts_elsewhere::names_part(word, languages)
}

/// `1 1/2`, `1½`, `one and a half`: the word behind, the whole number, the part.
fn mixed(text: &Folded<'_>, from: usize, end: usize) -> Option<(usize, u128, (u128, u128))> {
    const LONGEST: usize = 3;
    let word = text.word(from);
    let whole =
        small(word).or_else(|| word.parse().ok().filter(|_| word.len() <= LONGEST)).filter(|whole| *whole > 0)?;
    let begun = from.checked_sub(1).is_some_and(|before| joined(text, before) && small(text.word(before)).is_some());
    if begun || from + 1 >= end {
        return None;
    }
    let near = joined(text, from) || text.between(from).is_empty();
    if let Some((behind, part)) = in_digits(text, from + 1).filter(|(_, (over, under))| near && over < under) {
        return Some((behind, whole, part));
    }
    if !(near && text.word(from + 1) == "and" && from + 2 < end && joined(text, from + 1)) {
        return None;
    }
    let half = (text.word(from + 2) == "half").then_some((from + 3, (1, 2)));
    let (behind, part) = half.or_else(|| counted(text, from + 2, end))?;
    Some((behind, whole, part))
}

/// `2/3`, `½`, `2 / 3`.
fn in_digits(text: &Folded<'_>, at: usize) -> Option<(usize, (u128, u128))> {
    const LONGEST: usize = 2;
    let spaced = at + 1 < text.words.len() && ratios::spaced_mark(text, at) == Some('/');
    let (over, under) = if spaced { (text.word(at), text.word(at + 1)) } else { text.word(at).split_once('/')? };
    let value = |digits: &str| {
        let plain = (1..=LONGEST).contains(&digits.len()) && !digits.starts_with('0');
        digits.parse::<u128>().ok().filter(|_| plain && digits.bytes().all(|byte| byte.is_ascii_digit()))
    };
    Some((at + 1 + usize::from(spaced), (value(over)?, value(under).filter(|under| *under > 1)?)))
}

/// `two-thirds`, `a half`, `half of`, `half a mile`.
fn in_words(text: &Folded<'_>, from: usize, end: usize) -> Option<(usize, (u128, u128))> {
    if text.word(from) != "half" {
        return counted(text, from, end);
    }
    let follows = |word: &str| from + 1 < end && joined(text, from) && text.word(from + 1) == word;
    if follows("a") || follows("an") {
        return Some((from + 2, (1, 2)));
    }
    follows("of").then_some((from + 1, (1, 2)))
}

/// `two-thirds`, `one half`; `a third` where no word follows that could be the third of its kind.
fn counted(text: &Folded<'_>, from: usize, end: usize) -> Option<(usize, (u128, u128))> {
    const BEHIND: [&str; 11] = ["after", "at", "by", "during", "from", "in", "of", "on", "since", "than", "to"];
    if from + 1 >= end || !joined(text, from) {
        return None;
    }
    let (count, part) = (text.word(from), text.word(from + 1));
    let over = if count == "a" { Some(1) } else { small(count).filter(|over| *over > 0) }?;
    let (under, ..) = *PARTS.iter().find(|(_, one, many)| if over == 1 { part == *one } else { part == *many })?;
    // `by a third to €410m`; `a third man` is the third of his kind.
    let stands_alone = || from + 2 >= end || !joined(text, from + 1) || BEHIND.contains(&text.word(from + 2));
    (count != "a" || under == 2 || stands_alone()).then_some((from + 2, (over, under)))
}

/// The part as an amount, with the `million` behind it.
fn scaled(text: &Folded<'_>, words: Range<usize>, end: usize, (over, under): (u128, u128)) -> (Range<usize>, Amount) {
    let hundredths = matches!(under, 2 | 4).then_some(over * 100 / under);
    let Some(hundredths) = hundredths.filter(|value| !value.is_multiple_of(100)) else {
        return (words, Amount::Part(over, under));
    };
    let zeros = (words.end < end && joined(text, words.end - 1)).then(|| scale(text.word(words.end))).flatten();
    if let Some(zeros) = zeros.filter(|zeros| *zeros > 2) {
        return (words.start..words.end + 1, count(hundredths, zeros - 2));
    }
    let decimals = format!("{:02}", hundredths % 100);
    (words, Amount::Decimal(format!("{}.{}", hundredths / 100, decimals.trim_end_matches('0'))))
}
