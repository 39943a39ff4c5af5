//! Days: `May 3, 2021`, `3rd of May`, `2021-05-03`.

use std::ops::Range;

use super::Amount;
use crate::date::month_named;
use crate::quote_match::fold::Folded;

/// Every date that begins at word `from`.
pub(super) fn at(text: &Folded<'_>, from: usize, end: usize) -> Vec<(Range<usize>, Amount)> {
    let word = |at: usize| if at < end { text.word(at) } else { "" };
    let after = |at: usize, words: &[&str]| if words.contains(&word(at)) { at + 1 } else { at };
    let mut found = Vec::new();
    let mut at = from;
    if let Some(day) = day(word(after(at, &["the"]))) {
        at = after(at, &["the"]) + 1;
        at = after(at, &["of", "de"]);
        if let Some(month) = month(text, at, end) {
            found.extend(with_year(from, at + 1, &word, month, day));
        }
    } else if let Some(month) = month(text, at, end) {
        at = after(at + 1, &["the"]);
        if let Some(day) = day(word(at)) {
            found.extend(with_year(from, at + 1, &word, month, day));
        }
    } else if let (Some(year), Ok(month), Ok(day)) = (year(word(at)), word(at + 1).parse(), word(at + 2).parse())
        && [0, 1].into_iter().all(|more| text.between(at + more) == "-" && word(at + more + 1).len() == 2)
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
    {
        found.push((at..at + 3, Amount::Day(Some(year), month, day)));
    }
    found.extend(in_one_word(word(from)).map(|day| (from..from + 1, day)));
    found
}

/// `12.05.2019`, which nobody writes with the month first, and `2019/05/12`.
fn in_one_word(word: &str) -> Option<Amount> {
    let parts: Vec<&str> = word.split(['.', '/']).collect();
    let (year_of, month, day) = match parts[..] {
        [day, month, year] if !word.contains('/') && year.len() == 4 => (year, month, day),
        [year, month, day] if year.len() == 4 && month.len() == 2 && day.len() == 2 => (year, month, day),
        _ => return None,
    };
    let short =
        |part: &str, most: u8| part.parse::<u8>().ok().filter(|value| part.len() <= 2 && (1..=most).contains(value));
    let (month, day) = (short(month, 12)?, short(day, 31)?);
    Some(Amount::Day(Some(year(year_of)?), i8::try_from(month).ok()?, day))
}

fn with_year<'w>(
    from: usize,
    at: usize,
    word: &impl Fn(usize) -> &'w str,
    month: i8,
    day: u8,
) -> Vec<(Range<usize>, Amount)> {
    let last = if matches!(word(at), "of" | "de") { at + 1 } else { at };
    let dated = year(word(last)).map(|year| (from..last + 1, Amount::Day(Some(year), month, day)));
    dated.into_iter().chain([(from..at, Amount::Day(None, month, day))]).collect()
}

/// A month by its name. `May` and `March` are other words without their capital.
fn month(text: &Folded<'_>, at: usize, end: usize) -> Option<i8> {
    if at >= end {
        return None;
    }
    let month = month_named(&text.written(at..at + 1).to_lowercase())?;
    let doubtful = matches!(text.word(at), "may" | "march" | "mar" | "set" | "out" | "gen" | "mag");
    (!doubtful || text.written(at..at + 1).starts_with(char::is_uppercase)).then_some(month)
}

/// `3`, `03`, `3rd`, `1er`.
fn day(word: &str) -> Option<u8> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let ending = matches!(&word[digits..], "" | "st" | "nd" | "rd" | "th" | "er");
    word[..digits].parse().ok().filter(|day| ending && digits <= 2 && (1..=31).contains(day))
}

fn year(word: &str) -> Option<u16> {
    word.parse().ok().filter(|year| word.len() == 4 && (1000..=2999).contains(year))
}
