//! The title of a note that has lost its italics, as Chicago and OSCOLA have it: `Ian Stewart, The Glasgow Tramcar (Glasgow:
//! Museum Society, 1983), 201`, `Marion Shoard, A Right to Roam (OUP 1999) 34`. The bracket with the imprint tells it.

use std::ops::Range;

use crate::date::{self, DayMonth};

use super::container;
use super::imprint;
use super::names;
use super::people;
use super::publisher;
use super::sentences::stop;
use super::title::AUTHORS_REACH;
use super::unmarked::last_year;

/// Bytes of the longest imprint.
const LONGEST: usize = 160;
/// Words of a title that stands between commas and is no name.
const RUNNING: usize = 3;
/// Brackets before the one with the imprint.
const BRACKETS: usize = 4;

/// A title, and where the imprint behind it begins.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) title: Range<usize>,
    pub(super) imprint: usize,
}

/// The title between names and an imprint, which stands in a bracket or, as in German, behind a comma: `Anna Meier, Waldglas,
/// Bern: Haupt 2011`.
pub(super) fn find(text: &str) -> Option<Found> {
    before_bracket(text)
        .or_else(|| before_imprint(text))
        .or_else(|| before_periodical(text))
        .or_else(|| before_house(text))
}

/// `P. Lind, K. Sato, Wave energy in fjords, Ocean Eng. 36 (2009) 401–412`: the comma before the name of a periodical.
fn before_periodical(text: &str) -> Option<Found> {
    let pieces = pieces(text);
    let named = names(text, &pieces).filter(|&named| named < pieces.len())?;
    let start = pieces[named].start;
    let at = container::numbers(text).find(|&at| at > start)?;
    let end = pieces.iter().skip(named).rfind(|piece| piece.end < at)?.end;
    let name = text.get(end + 2..at)?.trim_matches(|c: char| " .,„”“«»\"".contains(c));
    let words = text.get(start..end)?;
    let running = !names::is_proper(words) && words.split_whitespace().count() >= RUNNING;
    let sure = is_whole(words) && words.starts_with(char::is_uppercase) && start <= AUTHORS_REACH;
    (running && sure && names::is_proper(name)).then_some(Found { title: start..end, imprint: end + 2 })
}

/// `M. Bianchi, Il porto e la città, Il Molo, Genova 2009` and `… Genova, Il Molo, 2009`: a town that is known, and running
/// words before it and its publisher.
fn before_house(text: &str) -> Option<Found> {
    let pieces = pieces(text);
    let named = names(text, &pieces)?;
    let piece = |at: usize| pieces.get(named + at).map(|range| text[range.clone()].trim().trim_end_matches('.'));
    let (words, one, other) = (piece(0)?, piece(1)?, piece(2)?);
    let year = |text: &str| text.len() == 4 && is_year(text);
    let town_and_year =
        |text: &str| text.rsplit_once(' ').is_some_and(|(town, own)| publisher::is_town(town) && year(own));
    let told = imprint::is_house(one) && town_and_year(other)
        || publisher::is_town(one) && imprint::is_house(other) && piece(3).is_some_and(year);
    let running = !names::is_proper(words) && words.split_whitespace().count() >= RUNNING;
    let sure = is_whole(words) && words.starts_with(char::is_uppercase);
    let range = pieces.get(named)?.clone();
    (told && running && sure).then_some(Found { title: range.clone(), imprint: range.end + 2 })
}

fn before_imprint(text: &str) -> Option<Found> {
    let pieces = pieces(text);
    let named = names(text, &pieces).filter(|&named| named < pieces.len())?;
    let rest = &text[pieces[named].start..];
    let found = imprint::with_town(rest)?;
    let title = &rest[..found.title_end];
    let start = pieces[named].start;
    let sure = is_whole(title) && title.starts_with(char::is_uppercase) && start <= AUTHORS_REACH;
    sure.then_some(Found { title: start..start + title.len(), imprint: start + found.start })
}

/// Whether words are one sentence, without a quotation or a bracket.
fn is_whole(words: &str) -> bool {
    stop(words, &['.']) >= words.trim_end_matches('.').len() && !words.contains(['“', '”', '"', '„', '«', '('])
}

fn before_bracket(text: &str) -> Option<Found> {
    let (open, inside) = brackets(text).find(|(_, inside)| last_year(&format!(" {inside}")).is_some())?;
    let before = text[..open].trim_end();
    let pieces = pieces(before);
    let named = names(before, &pieces).filter(|&named| named < pieces.len())?;
    let start = pieces[named].start;
    // `Tides and Law, 2nd ed.`, `Tides and Law, Sea Library 12`
    let ends = |piece: &&Range<usize>| is_edition(&before[piece.start..]) || is_volume(&before[(*piece).clone()]);
    let end = pieces[named..].iter().skip(1).find(ends).map(|piece| piece.start - 2);
    let title = start..end.unwrap_or(before.len());
    let words = &before[title.clone()];
    let begins = words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    // The names of the parties of a suit are shortened: they are not what the page is called.
    let suit = words.contains(" v ") || words.contains(" v. ");
    let told = is_imprint(inside) || is_year(inside) && is_kind_of_work(words);
    (told && is_whole(words) && begins && !suit && start <= AUTHORS_REACH).then_some(Found { title, imprint: open })
}

/// Brackets of a text, and what stands in them.
fn brackets(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let opened = text.match_indices('(').map(|(at, _)| at).take(BRACKETS);
    let held = opened.filter_map(|at| Some((at, text[at + 1..].split_once(')')?.0)));
    held.filter(|(_, inside)| inside.len() <= LONGEST)
}

/// What commas part.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let starts = std::iter::once(0).chain(text.match_indices(", ").map(|(at, _)| at + 2));
    let ends = text.match_indices(", ").map(|(at, _)| at).chain(std::iter::once(text.len()));
    starts.zip(ends).map(|(start, end)| start..end).collect()
}

/// How many of the pieces are names, as far as their form leaves no doubt.
fn names(text: &str, pieces: &[Range<usize>]) -> Option<usize> {
    let piece = |at: usize| pieces.get(at).map(|range| text[range.clone()].trim());
    let first = piece(0)?;
    let given = |given: &str| {
        given.split_whitespace().all(names::is_initial) || people::is_known(given.split(' ').next().unwrap_or(given))
    };
    let turned = || piece(1).is_some_and(|second| given(second) && names::are_names(&format!("{first}, {second}")));
    let mut named =
        if people::are_people(first) || names::is_initialled(first) || is_turned(first) || names::is_body(first) {
            1
        } else if turned() {
            2
        } else {
            return None;
        };
    // `Ann Byrd, Kwame Asante, and Eve Dorn`
    let and = |text: &str| ["and ", "& "].iter().any(|and| text.strip_prefix(and).is_some_and(people::is_name));
    let last = (named..pieces.len()).take_while(|&at| piece(at).is_some_and(|own| and(own) || people::is_name(own)));
    if let Some(last) = last.filter(|&at| piece(at).is_some_and(and)).last() {
        named = last + 1;
    }
    while piece(named)
        .is_some_and(|own| people::are_people(own) || names::is_initialled(own) || is_turned(own) || is_role(own))
    {
        named += 1;
    }
    Some(named)
}

/// `Nowak J.`, as Polish and Italian have it.
fn is_turned(piece: &str) -> bool {
    let Some((family, initials)) = piece.split_once(' ') else { return false };
    names::is_name_word(family) && piece.ends_with('.') && initials.split(' ').all(names::is_initial)
}

fn is_role(piece: &str) -> bool {
    matches!(piece.trim_end_matches('.'), "ed" | "eds" | "editor" | "editors" | "trans" | "et al")
}

/// Whether a piece behind a title says which edition, or whose.
fn is_edition(text: &str) -> bool {
    let lower = text.to_lowercase();
    let hands = [
        "trans. ",
        "transl. ",
        "ed. ",
        "eds. ",
        "rev. ",
        "vol. ",
        "vols. ",
        "2 vols",
        "edited by",
        "translated by",
        "introduction by",
    ];
    let counted = lower.starts_with(|c: char| c.is_ascii_digit())
        && lower.split_whitespace().nth(1).is_some_and(|word| word.starts_with("ed") || word.starts_with("vol"));
    counted || hands.iter().any(|hand| lower.starts_with(hand))
}

/// `Sea Library 12`
fn is_volume(piece: &str) -> bool {
    let number = |last: &str| last.len() <= 3 && last.bytes().all(|byte| byte.is_ascii_digit());
    piece.rsplit_once(' ').is_some_and(|(name, last)| number(last) && names::is_proper(name))
}

/// `Glasgow: Museum Society, 1983`, `OUP 1999`, `2nd edn, OUP 1999`, `London, 1963`: neither the day of a paper nor a
/// season.
fn is_imprint(inside: &str) -> bool {
    let dated = (0..inside.len()).filter(|&at| inside.is_char_boundary(at)).find_map(|at| {
        let apart = !inside[..at].ends_with(char::is_alphanumeric);
        apart.then(|| date::read(&inside[at..], DayMonth::Unknown)).flatten().map(|read| at + read.range.start)
    });
    let Some(year) = last_year(&format!(" {inside}")).map(|at| at - 1) else { return false };
    let named = inside[..year].trim_end_matches([' ', ',']);
    if dated != Some(year) || named.is_empty() {
        return false;
    }
    let mut parts = named.split(", ").filter(|part| !is_edition(part)).peekable();
    let begins = |part: &str| part.starts_with(char::is_uppercase);
    parts.peek().is_some()
        && parts.all(|part| match part.rsplit_once(": ") {
            Some((towns, house)) => imprint::are_towns(towns) && imprint::is_house(house),
            None => begins(part) && imprint::is_house(part),
        })
}

/// `Dry Press, 2019`, `Hull: Dry, 2019`: who published a book, and when; a town and a year can be those of a paper.
pub(super) fn is_house_and_year(inside: &str) -> bool {
    let pressed = || inside.split([',', ' ']).any(publisher::is_press);
    is_imprint(inside) && (inside.contains(": ") || pressed())
}

fn is_year(inside: &str) -> bool {
    inside.len() == 4 && inside.bytes().all(|byte| byte.is_ascii_digit())
}

/// `Report of the Committee`, `Annual Review on Tides`: what only works are called by.
fn is_kind_of_work(words: &str) -> bool {
    const KINDS: &[&str] = &[
        "report",
        "review",
        "survey",
        "study",
        "statement",
        "guide",
        "history",
        "account",
        "inquiry",
        "plan",
        "strategy",
        "proceedings",
        "minutes",
        "memorandum",
        "handbook",
        "introduction",
    ];
    const OF: &[&str] = &["of", "on", "to", "for", "into"];
    let words: Vec<String> = words.split_whitespace().take(4).map(str::to_lowercase).collect();
    words.windows(2).any(|pair| KINDS.contains(&pair[0].as_str()) && OF.contains(&pair[1].as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bracket_with_an_imprint_tells_the_title_before_it() {
        let check = |text: &str, expected: &str| {
            assert_eq!(find(text).map(|found| &text[found.title]), Some(expected), "{text}");
        };
        check("Ian Stewart, The Glasgow Tramcar (Glasgow: Museum Society, 1983), 201; ", "The Glasgow Tramcar");
        check("Ida Byrd, Walls of the North (Hull: Port Press, 2001), 12, ", "Walls of the North");
        check("Marion Byrd, A Right to Roam (OUP 1999) 34", "A Right to Roam");
        check("Marion Byrd, A Right to Roam (2nd edn, OUP 1999) 34", "A Right to Roam");
        check("E. P. Byrd, The Making of the Sea (London, 1963), 12.", "The Making of the Sea");
        check("Byrd, E. P., The Making of the Sea (London: Port & Sons, 1963)", "The Making of the Sea");
        check(
            "Ann Byrd, Kwame Asante, and Eve Dorn, Tides, Winds, and Storms (Hull: Port Press, 1983), 3",
            "Tides, Winds, and Storms",
        );
        check("Ann Byrd and Max Cole, eds., High Tides (Hull: Port Press, 1983)", "High Tides");
        check("Ann Byrd (ed), High Tides (CUP 1983)", "High Tides");
        check("Ann Byrd, High Tides, trans. Max Cole (Hull: Port Press, 1983)", "High Tides");
        check("Ann Byrd, High Tides, Sea Library 12 (Leiden: Brill, 2011), 3", "High Tides");
        check("Anna Meier und Hans Keller, Glas im Mittelalter, Bern: Haupt 2011, S. 3", "Glas im Mittelalter");
        check("Anna Meier, Hans Keller, Glas, und was es ist, 2. Aufl., Bern: Haupt 2011", "Glas, und was es ist");
        check("Ann Byrd, High Tides, 2nd ed. (New York: Port Press, 1983)", "High Tides");
        check("P. Lind, K. Sato, Wave energy in fjords, Ocean Eng. 36 (2009) 401–412.", "Wave energy in fjords");
        check("Nowak J., Lis A., Morze i miasto, „Przegląd Morski” 2009, t. 53, nr 7", "Morze i miasto");
        check("M. Bianchi, Il porto e la città, Il Molo, Genova 2009, p. 12", "Il porto e la città");
        check("Bianchi M., Il porto e la città, Genova, Il Molo, 2009", "Il porto e la città");
        check("Corporation of Hull, Report of the Transport Committee (1960), at", "Report of the Transport Committee");
    }

    #[test]
    fn without_names_or_an_imprint_there_is_no_title() {
        for text in [
            "Glasgow Tramcars, A History (Glasgow: Museum Society, 1983), 201",
            "Guns, Germs, and Steel (New York: Norton, 1997)",
            "Tides, Winds, Waves (Hull: Port Press, 1983)",
            "Ann Byrd, High Tides, Harbour Post (May 2020)",
            "Ann Byrd, High Tides, Harbour Post (3 May 2020)",
            "Ann Byrd, High Tides, Sea Letters 12 (Spring 2020)",
            "Ann Byrd, Harbour Post (2020)",
            "Ann Byrd, High Tides, Harbour Post 2020",
            "Low Water, High Tides, Hull: Port Press 2011",
            "Ann Byrd (1983), High Tides",
            "P. Lind, K. Sato, Ocean Eng. 36 (2009) 401–412.",
            "P. Lind, Harbour Post, Ocean Eng. 36 (2009) 401–412.",
            "M. Bianchi, Il Porto, Il Molo, Genova 2009",
            "M. Bianchi, Il porto e la città, Il Molo, 3 maggio 2009",
            "Ann Byrd, Harbour Co v Tide Board (HL 1999)",
            "Harbour Co v Tide Board (HL 1999)",
            "Corporation of Hull, Transport Committee (1960)",
            "Ann Byrd, “High Tides”, in The Sea (Hull: Port Press, 1983)",
        ] {
            assert_eq!(find(text).map(|found| &text[found.title]), None, "{text}");
        }
    }
}
