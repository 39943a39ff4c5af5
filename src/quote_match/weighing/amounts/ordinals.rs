//! Places in a row: `third` and `3rd`, `twenty-first` and `21st`. Not the number itself, which is `three`.

use std::ops::Range;

use super::{Amount, numerals, small};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::joined;
use crate::quote_match::languages::number_words;

const FIRST: [&str; 19] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];
const TENS: [&str; 8] =
    ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"];

/// Words behind the place of a century, in languages that write it in several ways; folded.
const CENTURIES: [&str; 6] = ["jahrhundert", "jahrhunderts", "jahrhunderte", "siecle", "siecles", "eeuw"];

/// The place of a century at word `from`: `19. Jahrhundert` and `neunzehntes Jahrhundert`, `XIXe siècle` and `19e siècle`.
fn of_century(text: &Folded<'_>, from: usize, end: usize) -> Option<(Range<usize>, Amount)> {
    if from + 1 >= end || !CENTURIES.contains(&text.word(from + 1)) {
        return None;
    }
    let (word, written) = (text.word(from), text.written(from..from + 1));
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = &word[..word.len() - letters.len()];
    let told = matches!(letters, "e" | "er" | "eme" | "ste" | "de")
        || letters.is_empty() && text.between(from).starts_with('.');
    let numeral = || {
        let bare = ["ème", "e", "er"].iter().find_map(|ending| written.strip_suffix(ending))?;
        numerals::value(bare)
    };
    let place = if digits.is_empty() {
        numeral().or_else(|| number_words::german_place(word))
    } else {
        digits.parse().ok().filter(|_| told)
    };
    place.map(|place| (from..from + 1, Amount::Place(place)))
}

/// The place that begins at word `from`.
pub(super) fn at(text: &Folded<'_>, from: usize, end: usize) -> Option<(Range<usize>, Amount)> {
    if let Some(century) = of_century(text, from, end) {
        return Some(century);
    }
    let word = |at: usize| if at < end { text.word(at) } else { "" };
    let tens = small(word(from)).filter(|tens| *tens >= 20 && from + 1 < end && joined(text, from));
    let unit = tens.and_then(|_| place(word(from + 1))).filter(|unit| *unit < 10 && !in_digits(word(from + 1)));
    if let (Some(tens), Some(unit)) = (tens, unit) {
        return Some((from..from + 2, Amount::Place(tens + unit)));
    }
    // The `first` of `twenty-first` is no place by itself.
    let goes_on = from.checked_sub(1).is_some_and(|before| small(text.word(before)).is_some_and(|tens| tens >= 20));
    place(word(from)).filter(|_| !goes_on || in_digits(word(from))).map(|place| (from..from + 1, Amount::Place(place)))
}

/// French: `1er` and `premier`, `3e`, `3ème` and `troisième`; folded.
fn french_place(word: &str) -> Option<u128> {
    const PLACES: [&str; 9] =
        ["deuxieme", "troisieme", "quatrieme", "cinquieme", "sixieme", "septieme", "huitieme", "neuvieme", "dixieme"];
    if matches!(word, "premier" | "premiere" | "1er" | "1re" | "1ere") {
        return Some(1);
    }
    let digits = ["eme", "e"].iter().find_map(|ending| word.strip_suffix(ending));
    let number = digits.filter(|digits| !digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit()));
    let number = number.and_then(|digits| digits.parse().ok()).filter(|number| *number > 1);
    number.or_else(|| (2..).zip(PLACES).find(|(_, place)| *place == word).map(|(number, _)| number))
}

/// The place that one folded word names.
pub(super) fn place(word: &str) -> Option<u128> {
    if let Some(place) = french_place(word) {
        return Some(place);
    }
    if in_digits(word) {
        let (digits, ending) = word.split_at(word.len().checked_sub(2)?);
        let number: u128 = digits.parse().ok().filter(|_| !digits.starts_with('0'))?;
        let right = match (number % 10, number % 100) {
            (_, 11..=13) => "th",
            (1, _) => "st",
            (2, _) => "nd",
            (3, _) => "rd",
            _ => "th",
        };
        return (ending == right).then_some(number);
    }
    let unit = (1..).zip(FIRST).find(|(_, unit)| *unit == word).map(|(place, _)| place);
    let large = match word {
        "hundredth" => Some(100),
        "thousandth" => Some(1000),
        _ => None,
    };
    large.or(unit).or_else(|| (2..).zip(TENS).find(|(_, ten)| *ten == word).map(|(place, _)| place * 10))
}

fn in_digits(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && word.is_ascii()
}
