//! How many times: `tenfold` and `10-fold`, `dreimal`, `drei Mal` and `3-mal`, `driemaal` and `3 maal`.

use super::{Amount, Said, count, in_digits, small, with_value};
use crate::quote_match::folding::fold::{Folded, Spaces};
use crate::quote_match::folding::words::joined;
use crate::quote_match::languages::language::Language::{self, Dutch, English, German};
use crate::quote_match::languages::language::are_told;
use crate::quote_match::languages::number_words;

/// What is written on to a number, or behind it.
const TIMES: [(Language, &str); 4] = [(English, "fold"), (German, "mal"), (German, "fach"), (Dutch, "maal")];

/// The number of times that begins at word `from`, where `number` is.
pub(super) fn at(text: &Folded<'_>, from: usize, end: usize, number: Option<&Said>) -> Option<Said> {
    if from >= end {
        return None;
    }
    let known =
        |language: Language| text.languages & language.bit() != 0 || language == English && !are_told(text.languages);
    let word = text.word(from);
    TIMES.iter().filter(|(language, _)| known(*language)).find_map(|(_, times)| {
        let times: &'static str = times;
        let written_on = word.strip_suffix(times).filter(|number| !number.is_empty());
        let one = written_on.and_then(|number| value(number, text)).map(|amount| (from..from + 1, amount));
        let (words, amount) = one.or_else(|| {
            let (words, amount) = number.cloned()?;
            let behind = words.end < end
                && text.word(words.end) == times
                && (joined(text, words.end - 1) || text.between(words.end - 1) == "-");
            behind.then_some((from..words.end + 1, amount))
        })?;
        Some((words, Amount::Money(times, Box::new(amount))))
    })
}

/// What the beginning of a word counts.
fn value(number: &str, text: &Folded<'_>) -> Option<Amount> {
    if let Some(value) = in_digits(number) {
        return Some(with_value(value, number));
    }
    let value = small(number).or_else(|| {
        let folded = Folded::new(number, Spaces::Written).in_languages(text.languages);
        number_words::at(&folded, 0, 1).map(|(value, _)| value)
    });
    value.map(|value| count(value, 0))
}
