//! Numbers of several scales: `2 million 500 thousand`, `2 करोड़ 50 लाख`, `2 milyon 500 bin`; and `12 bin 500` and `bin 500`, as is not
//! said in English.

use super::scales::{scale, scale_at};
use super::{Amount, Said, count, is_close, number_here};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::languages::language::{Language, are_told};
use crate::quote_match::languages::number_words;

/// Zeros of the smallest scale that another number may stand behind.
const THOUSAND: i32 = 3;

/// The number of several scales that begins at word `from`, where the number `here` is.
pub(super) fn at(text: &Folded<'_>, from: usize, end: usize, here: Option<&Said>) -> Option<Said> {
    let part = here.and_then(|here| with_scale(text, here)).filter(|part| part.zeros >= THOUSAND);
    let mut last = part.or_else(|| bare_thousand(text, from).filter(|part| part.end <= end))?;
    let (first, mut value) = (last.end, last.value);
    while let Some(next) = next(text, &last, end) {
        value = value.checked_add(next.value)?;
        last = next;
    }
    (last.end > first).then(|| (from..last.end, count(value, 0)))
}

/// Whether the word at `index` is the scale of a number that goes on with a smaller one.
pub(crate) fn goes_on(text: &Folded<'_>, index: usize) -> bool {
    let is_scale = scale(text.word(index)).or_else(|| scale_at(text, index)).is_some();
    let before = index.checked_sub(1).filter(|_| is_scale && index + 1 < text.words.len());
    let last = before.and_then(|from| scaled(text, from, index + 1)).filter(|part| part.end == index + 1);
    last.or_else(|| bare_thousand(text, index)).is_some_and(|last| next(text, &last, text.words.len()).is_some())
        || goes_on_in_arabic(text, index)
}

/// Whether the word behind `index` is an Arabic number with its “and” that goes on with the one before it: `ألف ومئتي`.
fn goes_on_in_arabic(text: &Folded<'_>, index: usize) -> bool {
    let next = index + 1;
    let rest = if next < text.words.len() { text.word(next).strip_prefix('و') } else { None };
    let number = |word: &str| number_words::is_one(word, text.languages) || scale(word).is_some();
    rest.is_some_and(number) && (text.is_number(index) || scale(text.word(index)).is_some()) && is_close(text, index)
}

/// A number and the zeros of the scale that it ends with; none where it has no scale.
struct Part {
    value: u128,
    zeros: i32,
    end: usize,
}

fn scaled(text: &Folded<'_>, from: usize, end: usize) -> Option<Part> {
    let here = if from < end { number_here(text, from, end) } else { None }?;
    with_scale(text, &here)
}

fn with_scale(text: &Folded<'_>, (words, amount): &Said) -> Option<Part> {
    let Amount::Count(digits, zeros) = amount else { return None };
    let value = 10u128.checked_pow(u32::try_from(*zeros).ok()?).and_then(|tens| digits.checked_mul(tens))?;
    let zeros = if words.len() > 1 { scale_at(text, words.end - 1).unwrap_or_default() } else { 0 };
    Some(Part { value, zeros, end: words.end })
}

/// A thousand without its one, behind no other number, before digits: the `bin` of `bin 315`.
fn bare_thousand(text: &Folded<'_>, from: usize) -> Option<Part> {
    let next = from + 1;
    let bare = next < text.words.len()
        && scale_at(text, from) == Some(THOUSAND)
        && text.word(next).starts_with(|c: char| c.is_ascii_digit())
        && !from.checked_sub(1).is_some_and(|before| text.is_number(before) && is_close(text, before));
    bare.then_some(Part { value: 1_000, zeros: THOUSAND, end: next })
}

/// What stands behind `last` and counts what its scale leaves.
fn next(text: &Folded<'_>, last: &Part, end: usize) -> Option<Part> {
    let near = last.zeros >= THOUSAND && last.end < end && is_close(text, last.end - 1);
    let next = if near { scaled(text, last.end, end) } else { None }?;
    let smaller =
        next.zeros < last.zeros && 10u128.checked_pow(last.zeros.unsigned_abs()).is_some_and(|all| next.value < all);
    let digits = text.word(last.end).starts_with(|c: char| c.is_ascii_digit());
    let foreign = are_told(text.languages) && text.languages & Language::English.bit() == 0;
    let bare = last.zeros == THOUSAND && foreign && digits;
    (smaller && next.value > 0 && (next.zeros > 0 || bare)).then_some(next)
}
