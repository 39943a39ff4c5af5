//! Numbers in digits: `1000`, `3.5`, `1,00,000`, `1.000,5`.

use super::{Amount, count};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::languages::language::POINTED_THOUSANDS;

/// The digits of `1000`, `3.5` or `3,5`, and how many of them are decimals. `007` is a name and no number.
pub(super) fn in_digits(word: &str) -> Option<(u128, i32)> {
    // Most words are none, and are asked often.
    if !begins_in_digits(word) {
        return None;
    }
    if let Some(digits) = in_lakhs(word) {
        return Some((digits, 0));
    }
    let (whole, decimals) = word.split_once(['.', ',']).unwrap_or((word, ""));
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let written = !whole.is_empty() && (whole == "0" || !whole.starts_with('0'));
    let length = i32::try_from(decimals.len()).ok()?;
    let ends = length > 0 || whole.len() == word.len();
    let digits = format!("{whole}{decimals}");
    (written && ends && plain(&digits)).then(|| digits.parse().ok().map(|digits| (digits, length)))?
}

fn begins_in_digits(word: &str) -> bool {
    word.as_bytes().first().is_some_and(u8::is_ascii_digit)
}

/// `1,00,000`: three digits at the end and two in each group before them.
fn in_lakhs(word: &str) -> Option<u128> {
    let groups: Vec<&str> = word.split(',').collect();
    let [first, inner @ .., last] = groups.as_slice() else { return None };
    let plain = groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    let grouped = !inner.is_empty() && inner.iter().all(|group| group.len() == 2) && last.len() == 3;
    let opens = (1..=2).contains(&first.len()) && !first.starts_with('0');
    (plain && grouped && opens).then(|| groups.concat().parse().ok())?
}

/// The same for `1.000` and `1.000,5` where all that is written parts thousands by points. What has points and then a comma, `1.000,50`,
/// can be read in one way only.
pub(super) fn in_pointed_digits(text: &Folded<'_>, index: usize) -> Option<(u128, i32)> {
    let written = text.written(index..index + 1);
    let told = text.languages & POINTED_THOUSANDS != 0;
    (told || has_pointed_decimals(written)).then(|| pointed_digits(written))?
}

/// `125.400,75`: points between thousands, and a comma before one decimal or two.
fn has_pointed_decimals(written: &str) -> bool {
    let parts =
        written.split_once(',').filter(|(whole, decimals)| whole.contains('.') && (1..=2).contains(&decimals.len()));
    parts.is_some_and(|(_, decimals)| decimals.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The digits of `1.000` and `1.000,5`, whatever is written beside, and how many of them are decimals.
pub(super) fn pointed_digits(written: &str) -> Option<(u128, i32)> {
    if !begins_in_digits(written) {
        return None;
    }
    let (whole, decimals) = written.split_once(',').unwrap_or((written, ""));
    let mut groups = whole.split('.');
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()) && !first.starts_with('0'))?;
    let rest: Vec<&str> = groups.collect();
    // `2,5` is read as everywhere; `2,125` would be thousands elsewhere.
    let telling = !rest.is_empty() || decimals.len() == 3;
    let digits = format!("{first}{}{decimals}", rest.concat());
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && rest.iter().all(|group| group.len() == 3);
    let length = i32::try_from(decimals.len()).ok()?;
    (telling && plain).then(|| digits.parse().ok().map(|digits| (digits, length)))?
}

/// A number with decimals, and a point before them.
pub(super) fn with_point(text: &Folded<'_>, index: usize, pointed: bool) -> String {
    if pointed {
        text.written(index..index + 1).replace('.', "").replace(',', ".")
    } else {
        text.word(index).replace(',', ".")
    }
}

/// The amount of a number in digits, which `written` is, with `decimals` among them.
pub(super) fn with_value((digits, decimals): (u128, i32), written: &str) -> Amount {
    if decimals > 0 { Amount::Decimal(written.replace(',', ".")) } else { count(digits, 0) }
}

/// Whether word `index` is a group of three digits.
pub(super) fn is_group(text: &Folded<'_>, index: usize) -> bool {
    index < text.words.len()
        && text.word(index).len() == 3
        && text.word(index).bytes().all(|byte| byte.is_ascii_digit())
}
