//! Roman numerals that count: `World War II`, `Chapter IV`, `Henry VIII`.

use std::ops::Range;

use super::{Amount, count};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::joined;

/// What is counted in Roman numerals, of one letter among them; folded.
const COUNTED: &str = "act akt annex appendix article artikel band book buch capitolo capitulo chap chapitre chapter class deel \
    figure guerre hoofdstuk kapitel libro livre mondiale mundial part parte partie phase rozdzial scene secolo \
    section seculo siglo stage table teil title tom tome tomo vol volume war глава главе главу главы том тома \
    части часть";

/// The number that stands in capitals at word `from`, behind what is counted or behind a name.
pub(super) fn at(text: &Folded<'_>, from: usize, end: usize) -> Option<(Range<usize>, Amount)> {
    let before = from.checked_sub(1).filter(|before| from < end && joined(text, *before))?;
    let written = text.written(from..from + 1);
    let name = written.len() > 1 && text.word(before).len() > 1;
    let named = name && text.written(before..from).starts_with(char::is_uppercase);
    let value = value(written).filter(|_| named || COUNTED.split(' ').any(|own| own == text.word(before)))?;
    Some((from..from + 1, count(value, 0)))
}

/// The value of a numeral below ninety, written as numerals are.
pub(super) fn value(written: &str) -> Option<u128> {
    const TENS: [&str; 9] = ["LXXX", "LXX", "LX", "L", "XL", "XXX", "XX", "X", ""];
    const UNITS: [&str; 10] = ["VIII", "VII", "VI", "V", "IV", "III", "II", "IX", "I", ""];
    let (ten, rest) = TENS.iter().find_map(|ten| written.strip_prefix(ten).map(|rest| (*ten, rest)))?;
    let unit = UNITS.iter().find(|unit| **unit == rest)?;
    let letters = ten.chars().chain(unit.chars()).map(|letter| match letter {
        'I' => 1,
        'V' => 5,
        'X' => 10,
        _ => 50,
    });
    let letters: Vec<u128> = letters.collect();
    let (mut plus, mut minus) = (0, 0);
    for (at, letter) in letters.iter().enumerate() {
        if letters.get(at + 1).is_some_and(|next| next > letter) {
            minus += letter;
        } else {
            plus += letter;
        }
    }
    (plus > minus).then_some(plus - minus)
}
