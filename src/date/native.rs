//! Digits of other scripts as plain ones: `१२`, `۱۲` and `１２` are 12; and dates in such digits.

use super::cursor::Cursor;
use super::{DateRead, DayMonth, jalali};
use crate::span::floor_char_boundary;

/// The noughts of scripts that have digits of their own, the other nine of which follow.
const NOUGHTS: &[char] = &['٠', '۰', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '༠', '၀', '០', '０'];

/// The plain digit of one of these.
pub(crate) fn digit(c: char) -> Option<char> {
    if c.is_ascii() {
        return None;
    }
    let value = |nought: &char| u32::from(c).checked_sub(u32::from(*nought)).filter(|value| *value < 10);
    NOUGHTS.iter().find_map(value).and_then(|value| char::from_digit(value, 10))
}

/// A text with plain digits in the place of such ones; none where it has none of them.
pub(crate) fn plain(text: &str) -> Option<String> {
    let has = !text.is_ascii() && text.chars().any(|c| digit(c).is_some());
    has.then(|| text.chars().map(|c| digit(c).unwrap_or(c)).collect())
}

/// Bytes of the longest date, in letters of three bytes.
const LONGEST: usize = 120;

/// The date that a text begins with in digits of another script: `۲۹ ژوئن ۲۰۲۴`.
pub(super) fn read(text: &str, order: DayMonth) -> Option<DateRead> {
    let bare = text.trim_start();
    let near = &bare[..floor_char_boundary(bare, LONGEST)];
    let plain = plain(near)?;
    let found = of_iran(near, &plain).or_else(|| super::read(&plain, order))?;
    let lead = text.len() - bare.len();
    let bytes = |end: usize| near.chars().take(plain[..end].chars().count()).map(char::len_utf8).sum::<usize>();
    let range = lead + bytes(found.range.start)..lead + bytes(found.range.end);
    Some(DateRead { range, ..found })
}

/// `۱۴۰۲/۰۲/۱۳` in the digits of Persian, `plain` in plain ones.
fn of_iran(text: &str, plain: &str) -> Option<DateRead> {
    let (year, after) = Cursor::new(plain).year().filter(|(year, _)| jalali::is_year(*year))?;
    let (separator, after) = after.eat(|c| matches!(c, '/' | '-' | '.'))?;
    let (month, after) = after.small()?;
    let (day, end) = after.eat(|c| c == separator)?.1.small()?;
    let is_persian = text.starts_with(|c| ('۰'..='۹').contains(&c)) && end.ends_number();
    is_persian.then(|| DateRead {
        date: jalali::day(year, month, day),
        other: None,
        written: DayMonth::Unknown,
        range: 0..end.at(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_other_scripts_are_plain_ones() {
        for text in ["१२", "۱۲", "١٢", "১২", "１２", "๑๒", "၁၂"] {
            assert_eq!(plain(text).as_deref(), Some("12"), "{text}");
        }
        assert_eq!((plain("12"), plain("é")), (None, None));
    }
}
