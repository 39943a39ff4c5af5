//! The imprint of a printed work, where it appeared, at whom and when: `Bern : Haupt, 2011`, `Haupt, Bern 2011`,
//! `Bern 2011`. Behind names that a colon ends it says where the title ends, as in German.

use crate::date::{self, DayMonth};
use crate::span::floor_char_boundary;

use super::names;
use super::publisher;
use super::sentences::sentence_end;
use super::unmarked::is_year;

/// Words of the name of a town, small ones included.
const TOWN_WORDS: usize = 4;
/// Words of the name of a publisher.
const HOUSE_WORDS: usize = 8;
/// Words of a name behind a stop that can be a publisher's as well as the rest of a title.
const DOUBTFUL_WORDS: usize = 2;
/// Words behind the year of an imprint that has no publisher: the pages, and what leads to an address.
const BEHIND_WORDS: usize = 4;
/// Words of an edition up to the one that names it, `3., völlig neu bearb. und erw. Aufl.`
const EDITION_WORDS: usize = 8;
/// Bytes of a title and an imprint that are looked at: the work grows with their square.
const LOOKED_AT: usize = 600;
/// Years of a text that are looked at.
const YEARS: usize = 8;

/// Marks that part a title, an edition, and an imprint.
const MARKS: &[&str] = &[", ", ". ", "? ", "! ", "; ", " – ", " — ", " - "];

/// An imprint behind a title.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Where the title ends.
    pub(super) title_end: usize,
    /// Where the publisher, or the town before it, begins.
    pub(super) start: usize,
}

/// The first imprint of a text that begins with a title.
pub(super) fn find(text: &str) -> Option<Found> {
    let near = near(text);
    with_town(near).or_else(|| behind_title(near, years(near).find_map(|year| before_town(near, year))?))
}

/// The first imprint of the form `Bern: Haupt, 2011`, which nothing else has.
pub(super) fn with_town(text: &str) -> Option<Found> {
    let near = near(text);
    behind_title(near, years(near).find_map(|year| behind_town(near, year))?)
}

/// What is looked at of a text.
fn near(text: &str) -> &str {
    &text[..floor_char_boundary(text, LOOKED_AT)]
}

/// The imprint that begins at `start`, where a title is before it.
fn behind_title(text: &str, start: usize) -> Option<Found> {
    let edition = marks(&text[..start]).find(|&(_, behind)| is_edition(&text[behind..start]));
    let end = edition.map_or(start, |(mark, _)| mark);
    let title = text[..end].trim_end_matches(|c: char| c.is_whitespace() || ",.;–—-".contains(c));
    // `Titel. In: Zeitung`: what a title appeared in has an imprint of its own.
    let within = ["In: ", "in: ", "In : ", " // "].iter().any(|word| title.contains(word));
    (title.contains(char::is_alphabetic) && !within).then_some(Found { title_end: title.len(), start })
}

/// Whether all of `text` names towns, `Frankfurt a. M.`, `Berlin, New York`, `[Bern]`, `Boston (MA)`, `Berlin [u. a.]`.
pub(super) fn are_towns(text: &str) -> bool {
    let text = text.trim().trim_matches(['[', ']']);
    let text = ["u. a.", "u.a.", "etc.", "et al."].iter().find_map(|others| text.strip_suffix(others)).unwrap_or(text);
    let text = text.trim_end_matches([' ', '[', '(']);
    let mut towns = text.split([';', '/', '–', '&']).flat_map(|town| town.split(" und ")).peekable();
    towns.peek().is_some() && towns.all(is_town)
}

fn is_town(town: &str) -> bool {
    // `New Haven, CT`, `Cambridge, Mass.`, `Halle (Saale)`
    let town = town.trim();
    let state = |state: &str| {
        let letters = state.trim_end_matches('.');
        letters.len() < state.len() && letters.chars().count() <= 5
            || letters.len() == 2 && !letters.contains(char::is_lowercase)
    };
    let town = town.rsplit_once(", ").filter(|(_, last)| state(last)).map_or(town, |(before, _)| before);
    let town = town.strip_suffix(')').and_then(|inner| inner.rsplit_once(" (")).map_or(town, |(before, _)| before);
    let words: Vec<&str> = town.split_whitespace().collect();
    let whole = |word: &str| {
        let shortened =
            word.strip_suffix('.').is_none_or(|bare| bare.chars().count() == 1 || matches!(bare, "St" | "Br"));
        word.starts_with(char::is_uppercase)
            && shortened
            && word.chars().all(|c| c.is_alphabetic() || "-’'.".contains(c))
    };
    let small = |word: &str| {
        matches!(
            word,
            "am" | "an"
                | "der"
                | "im"
                | "in"
                | "bei"
                | "auf"
                | "ob"
                | "vor"
                | "de"
                | "la"
                | "le"
                | "sur"
                | "upon"
                | "on"
        ) || word.strip_suffix('.').is_some_and(|bare| bare.chars().count() == 1)
    };
    (1..=TOWN_WORDS).contains(&words.len())
        && words.first().is_some_and(|first| whole(first))
        && words.iter().all(|word| whole(word) || small(word))
}

/// `Haupt`, `de Gruyter`, `transcript`: who can have published a work that is told to be printed in a town.
pub(super) fn is_house(name: &str) -> bool {
    let name = name.trim();
    let words = name.split_whitespace().count();
    let first = name.split_whitespace().next().unwrap_or_default();
    let proper =
        names::is_proper(name) || words == 1 || names::is_particle(first) && names::is_proper(&name[first.len()..]);
    name.contains(char::is_alphabetic)
        && words <= HOUSE_WORDS
        && proper
        && sentence_end(name) == name.len()
        && !names::begins_title(first)
}

/// Where each mark of a text is, and what stands behind it.
fn marks(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let starts = text.char_indices().map(|(at, _)| at);
    starts.filter_map(|at| MARKS.iter().find(|mark| text[at..].starts_with(**mark)).map(|mark| (at, at + mark.len())))
}

/// Where years are that can end an imprint.
fn years(text: &str) -> impl Iterator<Item = usize> {
    let starts = text.match_indices([' ', '(']).map(|(at, mark)| at + mark.len());
    let ends = |at: &usize| text[at + 4..].chars().next().is_none_or(|c| c.is_whitespace() || ".,;:)–".contains(c));
    starts.filter(|&at| is_year(&text[at..])).filter(ends).take(YEARS)
}

/// Where `Bern : Haupt, 2. Aufl. ` begins that the year at `year` follows.
fn behind_town(text: &str, year: usize) -> Option<usize> {
    let before = text[..year].trim_end_matches([' ', ',', '(']);
    let (towns, house) = before.rsplit_once(": ")?;
    let house =
        marks(house).find(|&(_, behind)| is_edition(&house[behind..])).map_or(house, |(mark, _)| &house[..mark]);
    let towns = towns.trim_end();
    let start = marks(towns).map(|(_, behind)| behind).find(|&behind| are_towns(&towns[behind..]))?;
    is_house(house).then_some(start)
}

/// Where `Haupt, Bern ` or `Bern ` begins that the year at `year` follows at once.
fn before_town(text: &str, year: usize) -> Option<usize> {
    let before = text[..year].strip_suffix(' ')?;
    let (mark, start) = marks(before).find(|&(_, behind)| are_towns(&before[behind..]))?;
    let dated = date::read(&text[start..], DayMonth::Unknown).is_some();
    let behind = text[year + 4..].split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    if dated || behind > BEHIND_WORDS {
        return None;
    }
    let comma = text[mark..].starts_with(',');
    let Some((parted, house_start)) = marks(&before[..mark]).last() else { return Some(start) };
    let house = &before[house_start..mark];
    let press = publisher::is_press(house);
    if press || comma && !text[parted..].starts_with(',') && is_house(house) {
        return Some(house_start);
    }
    // `Titel. Verlag. Ort 2011` and `Titel. Untertitel. Ort 2011` look the same.
    let doubtful = !comma && is_house(house) && house.split_whitespace().count() <= DOUBTFUL_WORDS;
    (!doubtful).then_some(start)
}

/// Whether an edition begins a text, or who else had a hand in it: `3., überarb. Aufl.`, `Hrsg. von Eva Schmidt`.
fn is_edition(text: &str) -> bool {
    const HANDS: &[&str] = &[
        "hrsg. v",
        "hg. v",
        "herausgegeben von",
        "übers. v",
        "übersetzt von",
        "nachdr",
        "neuausg",
        "neuaufl",
        "bd. ",
        "band ",
    ];
    let lower = text.trim_start().to_lowercase();
    let words = || lower.split([' ', ',']).filter(|word| !word.is_empty()).take(EDITION_WORDS);
    let edition = |word: &str| {
        ["aufl", "ausg", "edn", "édition", "éd."].iter().any(|begin| word.starts_with(begin)) || word == "ed."
    };
    let counted = lower.starts_with(|c: char| c.is_ascii_digit()) && words().any(edition);
    let revised = ["erw.", "überarb", "unveränd", "durchges", "verb."].iter().any(|word| lower.starts_with(word))
        && words().any(edition);
    counted || revised || HANDS.iter().any(|hand| lower.starts_with(hand))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(&str, &str)>) {
        let found = find(text).map(|found| (&text[..found.title_end], &text[found.start..]));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn an_imprint_says_where_a_title_ends() {
        check("Waldglas, Bern: Haupt, 2011", Some(("Waldglas", "Bern: Haupt, 2011")));
        check("Waldglas. Eine Reise. Bern 2011, ", Some(("Waldglas. Eine Reise", "Bern 2011, ")));
        check("Waldglas. 2. Aufl. Bern : Haupt, 2011. – ISBN 3", Some(("Waldglas", "Bern : Haupt, 2011. – ISBN 3")));
        check(
            "Waldglas. – 3., überarb. Aufl. – Bern ; Stuttgart : Haupt, 2011",
            Some(("Waldglas", "Bern ; Stuttgart : Haupt, 2011")),
        );
        check(
            "Glas: eine Reise, Frankfurt a. M.: Suhrkamp 2011, S. 3",
            Some(("Glas: eine Reise", "Frankfurt a. M.: Suhrkamp 2011, S. 3")),
        );
        check(
            "Glas im Jahr 1914. St. Gallen: Tal Verlag, 2. Aufl. 2011",
            Some(("Glas im Jahr 1914", "St. Gallen: Tal Verlag, 2. Aufl. 2011")),
        );
        check("Glas. Berlin [u. a.]: de Gruyter, 2011.", Some(("Glas", "Berlin [u. a.]: de Gruyter, 2011.")));
        check(
            "Glas. Eine Reise. Hafenverlag, Halle (Saale) 2011",
            Some(("Glas. Eine Reise", "Hafenverlag, Halle (Saale) 2011")),
        );
        check("Glas, Hafenverlag, Hamburg 2020", Some(("Glas", "Hafenverlag, Hamburg 2020")));
        check("Glas und Stein in der Kunst, Bern 2011", Some(("Glas und Stein in der Kunst", "Bern 2011")));
    }

    #[test]
    fn what_looks_like_an_imprint_is_none() {
        for text in [
            "Waldglas. In: Schmidt, Eva (Hrsg.): Gläser. Bern: Haupt, 2011",
            "Waldglas, März 2011",
            "Waldglas. 12. März 2011",
            "Waldglas, 2011",
            "Waldglas, Jura: Eine Reise, 2011",
            "Waldglas in Bern 2011",
            "Waldglas. Haupt. Bern 2011",
            "Was Bern 1914 war, Bern 1914 und die Folgen für das Glas im Jura",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn towns_are_told_from_titles() {
        for text in [
            "Bern",
            "Frankfurt am Main",
            "New York",
            "Boston (MA)",
            "[Bern]",
            "Berlin/Boston",
            "Bern und Basel",
            "New Haven, CT",
            "Cambridge, Mass.",
        ] {
            assert!(are_towns(text), "{text}");
        }
        for text in ["", "Eine Reise.", "die Stadt", "Bern, Basel", "Teil 2", "In"] {
            assert!(!are_towns(text) || text == "In", "{text}");
        }
    }
}
