//! Two numbers that a colon or a stroke joins, with spaces beside it or without: `1:25,000` and `1 : 25 000`, `24/7` and `24 / 7`.

use std::ops::Range;

use super::{Amount, count, in_digits, pointed_digits, whole_number, with_value};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::languages::language::POINTED_THOUSANDS;
use crate::quote_match::languages::letters::separator;

/// The two numbers that begin at word `from`.
pub(super) fn at(text: &Folded<'_>, from: usize, end: usize) -> Option<(Range<usize>, Amount)> {
    if from >= end || !text.word(from).starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some(at) = text.word(from).find([':', '/']) {
        return in_one_word(text, from, at).or_else(|| in_groups(text, from, at, end));
    }
    let (first, one) = whole_number(text, from, end)?;
    let mark = spaced_mark(text, first.end - 1).filter(|_| first.end < end)?;
    let (second, other) = second_number(text, first.end, end, is_one(&one))?;
    Some((from..second, Amount::Pair(mark, Box::new(one), Box::new(other))))
}

/// The mark between word `index` and the next where a space stands on both sides of it.
pub(super) fn spaced_mark(text: &Folded<'_>, index: usize) -> Option<char> {
    const LONGEST: usize = 3;
    let between = text.between(index);
    let mut marks = between.trim().chars();
    let mark = marks.next().and_then(separator).filter(|mark| marks.next().is_none() && matches!(mark, ':' | '/'))?;
    let spaced = between.starts_with(char::is_whitespace) && between.ends_with(char::is_whitespace);
    (spaced && between.chars().count() <= LONGEST && !between.contains('\n')).then_some(mark)
}

/// `1:25000`, whose mark stands at byte `at` of the word.
fn in_one_word(text: &Folded<'_>, from: usize, at: usize) -> Option<(Range<usize>, Amount)> {
    let word = text.word(from);
    let (left, right) = (&word[..at], &word[at + 1..]);
    let one = with_value(in_digits(left)?, left);
    let other = second(text, text.written(from..from + 1).split([':', '/', '⁄', '：']).nth(1)?, right, is_one(&one))?;
    // Thousands may go on in groups.
    let alone = from + 1 >= text.words.len() || !super::is_group(text, from + 1) || text.between(from).trim() != "";
    let mark = word[at..].chars().next()?;
    alone.then(|| (from..from + 1, Amount::Pair(mark, Box::new(one), Box::new(other))))
}

/// `1:25 000`.
fn in_groups(text: &Folded<'_>, from: usize, at: usize, end: usize) -> Option<(Range<usize>, Amount)> {
    let word = text.word(from);
    let (left, right) = (&word[..at], &word[at + 1..]);
    let plain =
        (1..=3).contains(&right.len()) && right.bytes().all(|byte| byte.is_ascii_digit()) && !right.starts_with('0');
    let near = |index: usize| matches!(text.between(index), " " | "\u{a0}" | "\u{202f}" | "\u{2009}");
    let mut behind = from + 1;
    while behind < end && near(behind - 1) && super::is_group(text, behind) {
        behind += 1;
    }
    let digits = format!("{right}{}", text.folded(from + 1..behind));
    let one = with_value(in_digits(left)?, left);
    let other = digits.parse().ok().filter(|_| plain && behind > from + 1).map(|digits| count(digits, 0))?;
    let mark = word[at..].chars().next()?;
    Some((from..behind, Amount::Pair(mark, Box::new(one), Box::new(other))))
}

/// The second number, which begins at word `from`: the word behind it, and its value.
fn second_number(text: &Folded<'_>, from: usize, end: usize, scale: bool) -> Option<(usize, Amount)> {
    let alone = || second(text, text.written(from..from + 1), text.word(from), scale).map(|value| (from + 1, value));
    let (words, value) = whole_number(text, from, end)?;
    if words.len() > 1 { Some((words.end, value)) } else { alone() }
}

/// What stands behind the mark: in a scale, `1:25.000`, a point before three digits can only part thousands.
fn second(text: &Folded<'_>, written: &str, folded: &str, scale: bool) -> Option<Amount> {
    let pointed = scale || text.languages & POINTED_THOUSANDS != 0;
    let value = pointed.then(|| pointed_digits(written)).flatten().filter(|(_, decimals)| *decimals == 0);
    match value {
        Some((digits, _)) => Some(count(digits, 0)),
        None => Some(with_value(in_digits(folded)?, folded)),
    }
}

fn is_one(amount: &Amount) -> bool {
    *amount == count(1, 0)
}
