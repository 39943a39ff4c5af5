//! Raised digits as numbers: `¹²` is 12.

use std::collections::HashSet;

/// Digits of the longest number that is read whole: no list of notes runs to a million.
const LONGEST: usize = 6;

/// The number that `text` begins with in raised digits, in plain ones, and its bytes.
pub(in crate::document) fn number(text: &str) -> Option<(String, usize)> {
    let mut label = String::new();
    let mut len = 0;
    while label.len() < LONGEST
        && let Some((digit, width)) = text[len..].chars().next().and_then(|c| Some((digit(c)?, c.len_utf8())))
    {
        label.push(digit);
        len += width;
    }
    (!label.is_empty()).then_some((label, len))
}

/// The numbers of entries that raised digits are of which no entry has the number: `¹²` where there are three. They count
/// up, and are as few as can be.
pub(super) fn parted(number: &str, listed: &HashSet<&str>) -> Option<Vec<String>> {
    let is_one = number.len() < 2 || listed.contains(number);
    if is_one {
        return None;
    }
    (2..=number.len()).find_map(|parts| counted(number, parts, 0, listed))
}

/// A number in so many parts, each the number of an entry and larger than the one before.
fn counted(number: &str, parts: usize, least: u32, listed: &HashSet<&str>) -> Option<Vec<String>> {
    let own = |part: &str| listed.contains(part) && part.parse::<u32>().is_ok_and(|part| part > least);
    if parts == 1 {
        return own(number).then(|| vec![number.to_owned()]);
    }
    (1..number.len()).filter(|&end| own(&number[..end])).find_map(|end| {
        let least = number[..end].parse().ok()?;
        let rest = counted(&number[end..], parts - 1, least, listed)?;
        Some([vec![number[..end].to_owned()], rest].concat())
    })
}

/// The plain digit of a raised one.
pub(in crate::document) fn digit(c: char) -> Option<char> {
    let value = match c {
        '⁰' => 0,
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        '⁴'..='⁹' => u32::from(c) - u32::from('⁰'),
        _ => return None,
    };
    char::from_digit(value, 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, Limits, parse};

    #[test]
    fn raised_digits_are_several_numbers_where_no_entry_has_the_one() {
        let check = |number: &str, entries: u32, expected: Option<&[&str]>| {
            let labels: Vec<String> = (1..=entries).map(|label| label.to_string()).collect();
            let found = parted(number, &labels.iter().map(String::as_str).collect());
            let expected = expected.map(|own| own.iter().map(|own| (*own).to_owned()).collect::<Vec<_>>());
            assert_eq!(found, expected, "{number} of {entries}");
        };
        check("12", 3, Some(&["1", "2"]));
        check("12", 12, None);
        check("123", 3, Some(&["1", "2", "3"]));
        check("123", 12, Some(&["1", "2", "3"]));
        check("1011", 11, Some(&["10", "11"]));
        check("112", 12, Some(&["1", "12"]));
        for (number, entries) in [("3", 2), ("21", 3), ("11", 3), ("05", 9), ("14", 3), ("2019", 9)] {
            check(number, entries, None);
        }
    }

    #[test]
    fn a_power_is_no_mark_of_two_notes() {
        let led = |text: &str| -> Vec<String> {
            let list = "\n\nSources\n1. A https://a.test/1\n2. B https://a.test/2\n3. C https://a.test/3\n";
            let document = parse(&format!("Wall\n\n{text}{list}"), Format::Plain, Limits::default());
            document.markers.iter().flat_map(|marker| marker.labels.to_vec()).collect()
        };
        assert_eq!(led("It was “so it goes on”.¹² And that²³."), ["1", "2", "2", "3"]);
        assert_eq!(led("So z¹² and x²³ and 5 m¹² and 10¹² stand."), [""; 0]);
        assert_eq!(led("So it goes.²¹ So it goes.¹⁴"), [""; 0]);
    }

    #[test]
    fn raised_digits_are_one_number() {
        assert_eq!(number("¹²³ x"), Some(("123".into(), 6)));
        assert_eq!(number("⁴⁰⁹"), Some(("409".into(), 9)));
        assert_eq!(number("12"), None);
    }
}
