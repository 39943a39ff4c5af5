//! Days: `May 3, 2021`, `3rd of May`, `2021-05-03`, `7. 6. 2011`.

use std::ops::Range;

use super::{Amount, places_elsewhere, shortened};
use crate::date::month_named;
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::languages::language::{Language, Languages, are_told};

/// Every date that begins at word `from`.
pub(super) fn at(text: &Folded<'_>, from: usize, end: usize) -> Vec<(Range<usize>, Amount)> {
    let word = |at: usize| if at < end { text.word(at) } else { "" };
    let after = |at: usize, words: &[&str]| if words.contains(&word(at)) { at + 1 } else { at };
    let mut found = Vec::new();
    let mut at = from;
    let plain = day(word(after(at, &["the"]))).map(|day| (after(at, &["the"]) + 1, day));
    let placed = placed_day(text, from, end).filter(|(behind, _)| month(text, *behind, end).is_some());
    if let Some((behind, day)) = placed.or(plain) {
        at = behind;
        at = after(at, &["of", "de"]);
        if let Some(month) = month(text, at, end) {
            found.extend(with_year(from, at + 1, &word, month, day));
        }
    } else if let Some(month) = month(text, at, end) {
        at = after(at + 1, &["the"]);
        if let Some(day) = day(word(at)) {
            found.extend(with_year(from, at + 1, &word, month, day));
        }
    }
    let hyphens = |at: usize| !word(at + 1).is_empty() && text.between(at) == "-";
    if hyphens(from) && hyphens(from + 1) && from + 2 < end {
        let parts = [word(from), word(from + 1), word(from + 2)];
        found.extend(in_figures(parts, '-', text.languages).map(|day| (from..from + 3, day)));
    }
    found.extend(in_one_word(word(from), text.languages).map(|day| (from..from + 1, day)));
    // `7. 6. 2011`
    let points = |at: usize| !word(at + 1).is_empty() && matches!(text.between(at), ". " | ".\u{a0}" | ".\u{202f}");
    if points(from) && points(from + 1) {
        let parts = [word(from), word(from + 1), word(from + 2)];
        found.extend(in_figures(parts, '.', text.languages).map(|day| (from..from + 3, day)));
    }
    // `12.03.1997 г.`, `12 marca 1997 roku`
    let longest =
        found.iter().filter(|(_, day)| matches!(day, Amount::Day(Some(_), ..))).max_by_key(|(words, _)| words.end);
    found.extend(longest.cloned().and_then(|(words, day)| {
        let behind = shortened::behind_year(text, words.end, end);
        (behind > words.end).then_some((from..behind, day))
    }));
    found
}

fn in_one_word(word: &str, languages: Languages) -> Option<Amount> {
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mark = if word.contains('/') { '/' } else { '.' };
    let parts: Vec<&str> = word.split(mark).collect();
    in_figures(parts.try_into().ok()?, mark, languages)
}

/// `12.05.2019`, which nobody writes with the month first, `2019/05/12`, and `25/12/2020`; `03/05/2021` only where no English is
/// written, for Americans write the month first.
fn in_figures([first, second, third]: [&str; 3], mark: char, languages: Languages) -> Option<Amount> {
    let short =
        |part: &str, most: u8| part.parse::<u8>().ok().filter(|value| part.len() <= 2 && (1..=most).contains(value));
    if let (Some(year), 2, 2) = (year(first), second.len(), third.len()) {
        return Some(Amount::Day(Some(year), i8::try_from(short(second, 12)?).ok()?, short(third, 31)?));
    }
    let (year, first, second) = (year(third)?, short(first, 31)?, short(second, 31)?);
    let told = are_told(languages) && languages & Language::English.bit() == 0;
    let (day, month) = match mark {
        '.' => (first, second),
        _ if first > 12 || first == second || told => (first, second),
        _ if second > 12 => (second, first),
        _ => return None,
    };
    (month <= 12).then_some(Amount::Day(Some(year), i8::try_from(month).ok()?, day))
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

/// `2-го`, `3:e`, `dritten`: the word behind, and the day.
fn placed_day(text: &Folded<'_>, from: usize, end: usize) -> Option<(usize, u8)> {
    let (words, Amount::Place(place)) = places_elsewhere::at(text, from, end)? else { return None };
    u8::try_from(place).ok().filter(|day| (1..=31).contains(day)).map(|day| (words.end, day))
}

fn year(word: &str) -> Option<u16> {
    word.parse().ok().filter(|year| word.len() == 4 && (1000..=2999).contains(year))
}
