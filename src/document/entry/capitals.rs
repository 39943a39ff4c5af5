//! Titles behind a family name in capitals, as French writes it.

use std::ops::Range;

use super::unmarked::is_year;

/// `DUPONT Jean, Titre, Paris, Éditions du Port, 2020.`: a family name in capitals, and from the end the year, the
/// publisher and the town.
pub(super) fn by_commas(slice: &str) -> Option<Range<usize>> {
    let bare = slice.trim_end().trim_end_matches(['.', ',']);
    let first = bare.split(", ").next()?;
    let mut words = first.split_whitespace();
    let family = words.next()?;
    let capital = family.chars().filter(|c| c.is_alphabetic()).count() >= 3 && !family.contains(char::is_lowercase);
    let given = words.clone().count() >= 1
        && words.all(|word| {
            word.starts_with(char::is_uppercase) && (word.contains(char::is_lowercase) || word.len() <= 3)
                || word == "et"
        });
    let (before, year) = bare.rsplit_once(", ")?;
    let (before, _publisher) = before.rsplit_once(", ")?;
    let (before, town) = before.rsplit_once(", ")?;
    let is_town = town.split_whitespace().count() <= 2 && town.starts_with(char::is_uppercase);
    let start = first.len() + 2;
    if !capital || !given || !is_town || !is_year(year) || year.len() != 4 || before.len() <= start {
        return None;
    }
    Some(start..before.len())
}
