//! What stands on pages about something and on no notice: what kind of thing it is, with years, prices, hours and measures.

use super::speaks_to_reader;
use crate::page::Signs;
use crate::page::vocabulary::known;

/// Years that works are of.
const YEARS: std::ops::RangeInclusive<u32> = 1500..=2099;

/// What a page tells of something, beside its links and what it says to its reader.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Facts {
    #[default]
    None,
    /// A year, a price, an hour or a measure.
    Some,
    /// What kind of thing it is of as well.
    OfAThing,
}

/// The facts that a page tells.
pub(super) fn of(signs: &Signs) -> Facts {
    let text = signs.beside_links.as_deref().unwrap_or(&signs.opening);
    let (mut has_kind, mut has_fact) = (false, false);
    for line in signs.title.iter().map(String::as_str).chain(text.lines()) {
        // The year of a copyright is that of the site.
        let is_of_site = line.contains(['©', '®']) || line.to_ascii_lowercase().contains("copyright");
        if !is_of_site && !speaks_to_reader(line) {
            let lower = line.to_lowercase();
            has_kind |= words(&lower).any(|word| known().things.has(word)) || known().things_unspaced.stands_in(&lower);
            has_fact |= !told(&lower).is_empty() || has_year_in_words(&lower);
        }
    }
    match (has_fact, has_kind) {
        (false, _) => Facts::None,
        (true, false) => Facts::Some,
        (true, true) => Facts::OfAThing,
    }
}

/// Whether a sentence tells one.
pub(super) fn tells(sentence: &str) -> bool {
    !told(&sentence.to_lowercase()).is_empty()
}

/// Whether a sentence tells a year.
pub(super) fn tells_a_year(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let is_year = |number: &String| number.len() == YEAR && number.parse().is_ok_and(|year| YEARS.contains(&year));
    lower.trim_end().ends_with(['.', '!', '。', '！', '।'])
        && (told(&lower).iter().any(is_year) || has_year_in_words(&lower))
}

/// Whether a page measures land.
pub(super) fn measures_land(signs: &Signs) -> bool {
    let text = signs.opening.to_lowercase();
    let mut before = "";
    text.split_whitespace().any(|word| {
        let number = std::mem::replace(&mut before, word);
        let (digits, unit) = word.split_at(word.find(|c: char| !is_of_number(c)).unwrap_or(word.len()));
        let has_number = if digits.is_empty() { number.ends_with(|c: char| c.is_ascii_digit()) } else { true };
        let unit = unit.trim_end_matches(['.', ',', ';', ':', ')', '!']);
        has_number && known().land.has(unit)
    })
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',')
}

/// Whether a line has a year in the numerals of Chinese and Japanese: “一八一二年”.
fn has_year_in_words(line: &str) -> bool {
    let is_digit = |c: &char| "〇零一二三四五六七八九".contains(*c);
    line.match_indices('年').any(|(at, _)| line[..at].chars().rev().take_while(is_digit).count() == YEAR)
}

/// Digits of a year.
const YEAR: usize = 4;

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The years, prices, hours and measures of a line.
fn told(line: &str) -> Vec<String> {
    let mut told = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(at);
        let end = from.find(|c: char| !c.is_ascii_digit()).unwrap_or(from.len());
        let (number, behind) = from.split_at(end);
        let is_alone = !before.ends_with(['.', ',', '-', ':', '/']) && !before.ends_with(is_of_word);
        if is_alone && is_fact(before, number, behind) {
            told.push(number.to_owned());
        }
        rest = behind;
    }
    told
}

/// Whether a character before a number is of the same word; scripts without spaces part none.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

/// Whether a number is a year, an hour, a price or a measure, by what stands around it.
fn is_fact(before: &str, number: &str, behind: &str) -> bool {
    let is_year = number.len() == YEAR
        && number.parse().is_ok_and(|year: u32| YEARS.contains(&year))
        && !behind.starts_with(|c: char| c.is_ascii_alphanumeric());
    let mut next = behind.chars();
    let is_hour =
        number.len() <= 2 && next.next() == Some(':') && next.take(2).filter(char::is_ascii_digit).count() == 2;
    let unit = behind.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')).trim_start();
    let unit = unit.split(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ')')).next().unwrap_or_default();
    is_year || is_hour || known().measures.has(unit) || before.trim_end().ends_with(['$', '€', '£', '¥'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_prices_hours_and_measures_are_facts() {
        for (line, expected) in [
            ("released in 1998, and again in 2014", &["1998", "2014"][..]),
            ("from 20:30, 14 €, or $ 16.95", &["20", "14", "16"]),
            ("paperback, 212 pages. 17,50 euro", &["212", "17"]),
            ("2018年に発表された", &["2018"]),
            ("这本1812年的航海日志", &["1812"]),
            ("error 404, code 0x80072ee7, id fra1::x7k2p-1764277", &[]),
            ("http/1.1 404 not found; 10.0.0.7; 2026-03-04", &["2026"]),
            ("404 2nd floor 99999", &[]),
        ] {
            assert_eq!(told(line), expected, "{line}");
        }
    }
}
