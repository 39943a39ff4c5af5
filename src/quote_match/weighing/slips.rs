//! Whether a word that differs in a letter or two is misspelled, or another word. Of English it is known how people
//! misspell.

use super::foreign_slips::{self, are_turned};
use crate::quote_match::folding::doubled::{doubled, doubles_to_another};
use crate::quote_match::folding::words::{is_guarded, is_misspelling};
use crate::quote_match::languages::cases::is_other_case;
use crate::quote_match::languages::confusable::are_confused;
use crate::quote_match::languages::language::{Language, Languages, POINTED_THOUSANDS, are_told};
use crate::quote_match::languages::lexicon::{can_be_word, is_word, words_misspelled};

/// Whether two folded words are one that is misspelled on one side.
pub(crate) fn is_misspelled(one: &str, other: &str, languages: Languages) -> bool {
    let is_slip = || {
        if is_english(one, other, languages) {
            !are_two_words(one, other)
        } else {
            foreign_slips::is_slip(one, other, languages)
        }
    };
    let guarded = |word: &str| is_guarded(word, languages);
    let cased = || is_other_case(one, other, languages) && !guarded(one) && !guarded(other);
    is_known_slip(one, other, languages) || is_misspelling(one, other, languages) && is_slip() || cased()
}

/// Whether one of two folded words is known as a misspelling of the other. What says how much, how sure or not is one only
/// where it can be no other word.
pub(crate) fn is_known_slip(one: &str, other: &str, languages: Languages) -> bool {
    let misspells = |slip: &str, word: &str| {
        let (mut meant, mut words) = (false, 0);
        for known in words_misspelled(slip) {
            words += 1;
            meant |= known == word;
        }
        meant && (words == 1 || !is_guarded(word, languages)) && !is_guarded(slip, languages)
    };
    may_be_english(languages) && (misspells(one, other) || misspells(other, one)) && !are_confused(one, other)
}

fn may_be_english(languages: Languages) -> bool {
    !are_told(languages) || languages & Language::English.bit() != 0
}

/// Whether two words are English as far as is known; where something else may be written, one of them must be known.
fn is_english(one: &str, other: &str, languages: Languages) -> bool {
    let alone = languages & !POINTED_THOUSANDS == Language::English.bit();
    alone || may_be_english(languages) && (is_word(one) || is_word(other))
}

/// Words of so many letters have hardly a neighbour that is not one of their own forms.
const LONG: usize = 13;

/// Whether two English words as close as a slip of the pen are two words, as far as can be told: no slip that is known
/// makes one of the other, and none that is typical.
fn are_two_words(one: &str, other: &str) -> bool {
    if is_word(one) && is_word(other) || are_inflected(one, other) {
        return true;
    }
    let letters = |word: &str| -> Vec<char> { word.chars().collect() };
    let typical = are_turned(&letters(one), &letters(other))
        || doubled(one, other).is_some() && !doubles_to_another(one, other)
        || end_as_heard(one, other);
    let long = one.len().min(other.len()) >= LONG;
    !(typical || long) && can_be_word(one) && can_be_word(other)
}

/// Whether two words are one of many and many, or one in two times: `attack`, `attacks` and `attacked`. Who takes one for the
/// other says something else.
fn are_inflected(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let same = short.bytes().zip(long.bytes()).take_while(|(a, b)| a == b).count();
    let (Some(stem), Some(rest), Some(ending)) = (short.get(..same), short.get(same..), long.get(same..)) else {
        return false;
    };
    match (rest, ending) {
        ("", "s") => !stem.ends_with('s'),
        ("", "es") => stem.ends_with(['s', 'x', 'z', 'h', 'o']),
        ("" | "s", "d") | ("d", "s") => stem.ends_with('e'),
        ("" | "s", "ed") => !stem.ends_with('e'),
        _ => false,
    }
}

/// Endings that sound alike.
const HEARD: &[&[&str]] = &[
    &["able", "ible"],
    &["ably", "ibly"],
    &["al", "el", "il", "le"],
    &["ance", "ence"],
    &["ances", "ences"],
    &["ancy", "ency"],
    &["ant", "ent"],
    &["ants", "ents"],
    &["ar", "er", "or"],
    &["ars", "ers", "ors"],
    &["ous", "us"],
];

/// Whether two words of two syllables and more differ in an ending that sounds the same: `invisable`, `senater`.
fn end_as_heard(one: &str, other: &str) -> bool {
    const STEM: usize = 4;
    let stems = |word: &str, endings: &[&str]| -> Vec<String> {
        let cut = endings.iter().filter_map(|ending| word.strip_suffix(ending));
        cut.filter(|stem| stem.len() >= STEM).map(str::to_owned).collect()
    };
    HEARD.iter().any(|endings| {
        let others = stems(other, endings);
        stems(one, endings).iter().any(|stem| others.contains(stem))
    })
}
