//! The title behind names that stand as they are spoken, `Jane Doe. Low water in winter. Herald, 2023.`: told from a title
//! and what it is about, `High Tides. A story`, by a given name that is known by sight.

mod given;
mod style;

use std::ops::Range;

use super::lead_in;
use super::names;
use super::sentences::sentence_end;
use super::several;
use super::unmarked::{Behind, last_year};
use crate::date::{self, DayMonth};
use crate::document::list::remark;
use crate::document::others::without_stopped;

/// Bytes of names before a title.
const REACH: usize = 200;

/// Words of a title that nothing follows; fewer can be the name of a paper, or what somebody is.
const ALONE: usize = 3;

/// Words of a title whose words all have capitals, behind which its publisher must stand.
const IN_CAPITALS: usize = 3;

/// Most words of who published it.
const PUBLISHER_WORDS: usize = 8;

/// The title that is the sentence behind the names which `text` begins with.
pub(super) fn by_stop(text: &str, container: Behind) -> Option<Range<usize>> {
    let end = sentence_end(text);
    let others = text.find(" et al. ").map(|at| at + " et al".len()).filter(|&at| at < end);
    let end = others.unwrap_or(end);
    if end > REACH || !text[end..].starts_with('.') || !are_people(&text[..end]) {
        return None;
    }
    let rest = text[end + 1..].trim_start();
    let start = text.len() - rest.len();
    let until = several::title_end(rest, container);
    let (words, tail) = (&rest[..until], rest[until..].trim_start_matches(['.', '?', '!', ' ']));
    let asks = rest[until..].starts_with(['?', '!']);
    let proper = names::is_proper(words) && !asks;
    let count = words.split_whitespace().count();
    let behind = match (tail.is_empty(), container) {
        (true, Behind::Container) => true,
        (true, Behind::Anything) => !proper && count >= ALONE && !remark::has_verb(words),
        (false, _) => is_named_or_dated(tail),
    };
    let named = tail.is_empty() || tail.starts_with(char::is_alphabetic) && has_year(tail);
    let sure = !proper || count >= IN_CAPITALS && named && !names::is_body(words);
    (behind && sure && can_be(words)).then_some(start..start + until)
}

/// The sentence behind a list of three names or more that ends in “, and”, known or not, as `plain.bst` writes entries: `Jane
/// Astar, Ali Roe, and Lu Samie. Low water in winter, 2026.`; and behind one name or two where a sign of such a style follows.
pub(super) fn by_list(text: &str) -> Option<Range<usize>> {
    behind_list(text).or_else(|| style::title(text))
}

fn behind_list(text: &str) -> Option<Range<usize>> {
    const FEWEST: usize = 3;
    const LONGEST: usize = 2_000;
    let end = sentence_end(text);
    let names = &text[..end];
    let last = [", and ", ", & "].iter().any(|and| names.contains(and));
    let listed = last && end <= LONGEST && text[end..].starts_with('.') && names.split(", ").count() >= FEWEST;
    if !listed || !are_list(names) {
        return None;
    }
    let rest = text[end + 1..].trim_start();
    let start = text.len() - rest.len();
    let until = several::title_end(rest, Behind::Anything);
    let tail = rest[until..].trim_start_matches(['.', '?', '!', ' ']);
    let is_year = |words: &str| words.len() == 4 && words.bytes().all(|byte| byte.is_ascii_digit());
    let dated = rest[..until].rsplit_once(", ").filter(|(_, year)| is_year(year)).map(|(words, _)| words);
    let words = dated.unwrap_or(&rest[..until]);
    let proper = names::is_proper(words) && (words.split_whitespace().count() < IN_CAPITALS || names::is_body(words));
    let told = dated.is_some() || has_year(tail);
    (told && !proper && can_be(words)).then_some(start..start + words.len())
}

/// The title between names and a publisher with its date: `Jane Doe, Low water in winter, Herald, 3 May 2023`.
pub(super) fn by_commas(text: &str) -> Option<Range<usize>> {
    let bare = text.trim_end_matches([' ', ',', '.', '(', '<']);
    let starts: Vec<usize> = std::iter::once(0).chain(bare.match_indices(", ").map(|(at, _)| at + 2)).collect();
    let piece = |at: usize| &bare[starts[at]..starts.get(at + 1).map_or(bare.len(), |next| next - 2)];
    let is_date = |start: usize| {
        date::read(&bare[start..], DayMonth::Unknown).is_some_and(|read| read.range == (0..bare.len() - start))
    };
    let dated = starts.iter().position(|&start| is_date(start))?;
    let people = (0..dated).take_while(|&at| are_people(piece(at))).count();
    // What stands between: the title, whose further parts go on in small letters, and one name.
    if people == 0 || dated < people + 2 || starts[people] > REACH {
        return None;
    }
    let publisher = piece(dated - 1);
    let title = starts[people]..starts[dated - 1] - 2;
    let goes_on = (people + 1..dated - 1).all(|at| piece(at).starts_with(char::is_lowercase));
    let words = &bare[title.clone()];
    let named = names::is_proper(publisher) && publisher.split_whitespace().count() <= PUBLISHER_WORDS;
    let sure = !words.starts_with(char::is_lowercase) && !names::is_proper(words) && sentence_end(words) == words.len();
    (goes_on && named && sure && can_be(words)).then_some(title)
}

/// How the names of works begin that have an entry on whom the names before them call.
const REFERENCE_WORKS: &[&str] =
    &["encyclop", "enzyklop", "encicloped", "dictionary", "lexikon", "lexicon", "wikipedia", "britannica"];

/// Whether words can be a title, and are no kind of work (`Interview with the author`), nothing private (`Email to the
/// author`), no place (`Available from the author`) nor a work of reference, and do not end in a year.
pub(super) fn can_be(words: &str) -> bool {
    let lower = words.to_lowercase();
    let reference = lower.split_whitespace().any(|word| REFERENCE_WORKS.iter().any(|begin| word.starts_with(begin)));
    last_year(words).is_none()
        && lead_in::without_kind(words).len() == words.len()
        && lead_in::signal(words) == 0
        && !words.starts_with(char::is_lowercase)
        && !reference
        && !lower.starts_with("available ")
        && !lower.ends_with(" the author")
}

/// Whether all of `text` is several names of people as they are spoken, known or not.
pub(super) fn are_list(text: &str) -> bool {
    let joined = joined(text);
    joined.contains(", ") && joined.split(", ").all(is_name)
}

/// Names with a comma in the place of each “and”.
fn joined(text: &str) -> String {
    let text = without_stopped(names::without_role(text.trim()));
    [" and ", " & ", " und ", " et ", " y ", " e ", " en ", " och ", " og ", " i ", " и "].iter().fold(
        text.to_owned(),
        |text, and| {
            let comma = text.replace(&format!(",{and}"), ", ");
            comma.replace(and, ", ")
        },
    )
}

/// Whether all of `text` is names of people as they are spoken, and one of the given names is known.
pub(super) fn are_people(text: &str) -> bool {
    let joined = joined(text);
    let mut people = joined.split(", ").map(|name| name.split_whitespace().collect::<Vec<_>>()).peekable();
    let known = joined.split(", ").any(|name| name.split(' ').next().is_some_and(given::is_known));
    people.peek().is_some() && known && people.all(|words| is_person(&words))
}

/// Whether a word is a given name that is known.
pub(super) fn is_known(word: &str) -> bool {
    given::is_known(word)
}

/// Whether a text has the form of one name as it is spoken.
pub(super) fn is_name(text: &str) -> bool {
    is_person(&text.split_whitespace().collect::<Vec<_>>())
}

/// `Ann Doe`, `Quoc V. Le`, `Jan van der Berg`.
fn is_person(words: &[&str]) -> bool {
    let Some((last, before)) = words.split_last() else { return false };
    let capital = |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic);
    let behind_initial = before.last().is_some_and(|word| names::is_initial(word)) && capital(last);
    (1..=4).contains(&before.len())
        && (names::is_name_word(last) || behind_initial)
        && before.iter().all(|word| names::is_name_word(word) || names::is_initial(word) || names::is_particle(word))
        && before.first().is_some_and(|first| first.starts_with(char::is_uppercase))
}

/// Whether what follows a title begins with a short name, or with a date.
fn is_named_or_dated(tail: &str) -> bool {
    let piece = tail.split([',', ';', '(']).next().unwrap_or(tail);
    let piece = piece[..sentence_end(piece)].trim();
    let name = names::is_proper(piece.split(": ").last().unwrap_or(piece));
    name && piece.split_whitespace().count() <= PUBLISHER_WORDS
        || date::read(tail, DayMonth::Unknown).is_some_and(|read| read.range.start == 0)
}

fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit())
        .any(|run| run.len() == 4 && (run.starts_with("19") || run.starts_with("20")))
}

#[cfg(test)]
mod tests;
