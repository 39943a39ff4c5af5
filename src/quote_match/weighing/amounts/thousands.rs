//! A point between thousands on pages of which that is not surely known: `48.000` and `48 000`, where decimals have commas.

use std::ops::Range;

use super::digits::pointed_digits;
use super::{Amount, count, in_digits, measures, money, scale_at, shares, whole_number};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::joined;
use crate::quote_match::languages::language::Language::Spanish;
use crate::quote_match::languages::language::{Languages, POINTED_THOUSANDS, may_have_pointed_thousands};

/// Letters of a word that is no sign of a unit, at least.
const WHOLE_WORD: usize = 4;

/// Parts of the names of what time is measured in, folded.
const TIMED: &str = "minut sekund second segund saniye секунд минут hour uur stund heure";

/// The thousands at word `from` of a quote. Beside a page that parts them by a space they are no decimals.
pub(super) fn in_quote(text: &Folded<'_>, from: usize, end: usize) -> Option<(Range<usize>, Amount)> {
    let digits = (from < end && is_open(text.languages)).then(|| in_one_point(text, from))??;
    Some((from..from + 1, count(digits, 0)))
}

/// The thousands at word `from` of a page, where they are round and count what is no unit: `48.000 habitants`, `3.400 abitanti`; not
/// `1.250 kg`, nor `1.875 enfants`, which may be how many a woman has. In Spanish the country tells.
pub(super) fn in_page(text: &Folded<'_>, from: usize, end: usize) -> Option<(Range<usize>, Amount)> {
    let told = from + 1 < end && is_open(text.languages) && text.languages & Spanish.bit() == 0;
    let digits = told.then(|| in_one_point(text, from))?.filter(|digits| digits.is_multiple_of(100))?;
    let next = text.word(from + 1);
    let counted = joined(text, from)
        && next.chars().count() >= WHOLE_WORD
        && next.chars().all(char::is_alphabetic)
        && scale_at(text, from + 1).is_none();
    let before = from.checked_sub(1).map(|before| text.word(before));
    let signed = before.is_some_and(|before| !before.contains(char::is_alphanumeric) || before.starts_with("vers"));
    let number = || whole_number(text, from, end);
    let measured = signed
        || TIMED.split(' ').any(|part| next.contains(part))
        || !measures::at(text, from, end, number().as_ref()).is_empty()
        || money::at(text, from, end, number().as_ref()).is_some()
        || shares::at(text, from, end, number().as_ref()).is_some();
    (counted && !measured).then(|| (from..from + 1, count(digits, 0)))
}

/// Whether one side has a comma where the other has the point, so that both may be decimals and neither; of `48,000` and `48.000`
/// nobody writes the noughts of decimals.
pub(super) fn is_doubtful(one: &Folded<'_>, ours: &Range<usize>, other: &Folded<'_>, theirs: &Range<usize>) -> bool {
    let (ours, theirs) = (one.written(ours.clone()), other.written(theirs.clone()));
    let round = |(whole, behind): (&str, &str)| whole.len() > 1 && behind == "000";
    let doubtful = |comma: &str, point: &str| {
        let (comma, point) = (comma.split_once(','), point.split_once('.'));
        let grouped = |(whole, behind): (&str, &str)| behind.len() == 3 && !whole.starts_with('0');
        comma.zip(point).is_some_and(|(comma, point)| comma == point && grouped(comma) && !round(comma))
    };
    doubtful(ours, theirs) || doubtful(theirs, ours)
}

fn is_open(languages: Languages) -> bool {
    languages & POINTED_THOUSANDS == 0 && may_have_pointed_thousands(languages)
}

/// `48.000`: one point, and three digits behind it.
fn in_one_point(text: &Folded<'_>, from: usize) -> Option<u128> {
    let written = text.written(from..from + 1);
    let (_, behind) = written.split_once('.').filter(|(_, behind)| behind.len() == 3)?;
    // What is folded as it is written is no groups that are told already.
    let folded = in_digits(text.word(from)).is_some_and(|(_, decimals)| decimals == 3);
    let plain = behind.bytes().all(|byte| byte.is_ascii_digit());
    (plain && folded).then(|| pointed_digits(written).map(|(digits, _)| digits))?
}
