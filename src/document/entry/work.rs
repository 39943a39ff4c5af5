//! A work in italics before the link to who published it, or to the library that keeps it: `Ann Byrd, *How to Read Maps*
//! (1991), [Harbour University Press](https://…)`. The words of the link are then no title.

use super::lead_in;
use super::names;
use super::publisher;
use super::title::{self, AUTHORS_REACH, By, Title};
use super::unmarked;
use super::{EntryText, Link, Words};
use crate::date::{self, DayMonth};
use std::ops::Range;

/// Words of the name of a publisher, or of a library.
const HOUSE_WORDS: usize = 6;
/// Words of a name that tells by itself neither a publisher nor a title.
const NAME_WORDS: usize = 2;
/// Words of a title that is no name.
const TITLE_WORDS: usize = 3;
/// Bytes between a work and the link: a year, the part of it that is meant, who put it into English.
const GAP: usize = 60;

/// Where works are read, lower case.
const LIBRARIES: &[&str] = &[
    "project gutenberg",
    "gutenberg",
    "internet archive",
    "the internet archive",
    "archive.org",
    "google books",
    "hathitrust",
    "jstor",
    "wikisource",
    "perseus",
    "perseus digital library",
    "internet classics archive",
    "the internet classics archive",
    "open library",
    "gallica",
    "librivox",
    "worldcat",
    "projekt gutenberg",
];

/// The work whose link, `link`, only names its publisher.
pub(super) fn find(entry: &EntryText<'_>, part: &Range<usize>, link: usize) -> Option<Title> {
    let link: &Link = entry.links.get(link).filter(|link| link.words == Words::Names)?;
    let whole = title::emphasis(entry, part).filter(|whole| whole.end <= link.range.start)?;
    let text = entry.text;
    let (before, words) = (text[part.start..whole.start].trim_end(), &text[whole.clone()]);
    let gap = text.get(whole.end..link.range.start).filter(|gap| gap.len() <= GAP && !gap.contains(['“', '"', ':']))?;
    let named = before.ends_with([',', '.', ':']) && before.len() <= AUTHORS_REACH && unmarked::only_names(before);
    // A day is that of a paper.
    if !named || has_day(gap) {
        return None;
    }
    let house = text[link.range.clone()].trim();
    let library = LIBRARIES.contains(&house.to_lowercase().as_str());
    let proper = names::is_proper(house) && house.split_whitespace().count() <= HOUSE_WORDS;
    let people = unmarked::are_people(before);
    let count = words.split_whitespace().count();
    // `Ann Byrd, *The Harbour Post* (2020), [High Tides](https://…)`: words that can be the name of a paper show nothing.
    let is_title = !names::is_proper(words.trim_end_matches(['.', ','])) && count >= TITLE_WORDS;
    let short = house.split_whitespace().count() <= NAME_WORDS && !lead_in::leads(house);
    let sure =
        library && (people || count > 1) || proper && people && (publisher::is_press(house) || is_title && short);
    sure.then(|| Title { words: title::without_stop(text, whole.clone()), whole: whole.clone(), by: By::Work })
}

/// Whether a date with a month stands in a text.
fn has_day(gap: &str) -> bool {
    let starts = gap.char_indices().filter(|(_, c)| c.is_alphanumeric()).map(|(at, _)| at);
    let apart = |at: &usize| !gap[..*at].ends_with(|c: char| c.is_alphanumeric());
    starts.filter(apart).any(|at| {
        let read = date::read(&gap[at..], DayMonth::Unknown);
        read.and_then(|read| read.date.ok()).is_some_and(|date| date.month().is_some())
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check_marked_up, marked_up};

    #[test]
    fn the_link_behind_a_work_in_italics_names_its_publisher() {
        for (text, publisher) in [
            (
                "Mark Monmonier, *How to Lie with Maps* (1991), [Harbour University Press](https://a.test/1).",
                "Harbour University Press",
            ),
            ("Mark Monmonier, *How to Lie with Maps* (1991), [Gutenberg](https://a.test/1).", "Gutenberg"),
            (
                "Mark Monmonier, *How to Lie with Maps*, 1991, [Harbour University Press](https://a.test/1).",
                "Harbour University Press",
            ),
            (
                "Mark Monmonier, *How to Lie with Maps*, [Harbour University Press](https://a.test/1), 1991.",
                "Harbour University Press",
            ),
            ("Mark Monmonier. *How to Lie with Maps*. 1991. [Internet Archive](https://a.test/1).", "Internet Archive"),
            ("Monmonier, Mark. *How to Lie with Maps*. [Hafenverlag](https://a.test/1), 1991.", "Hafenverlag"),
        ] {
            let authors: &[&str] = if text.starts_with("Monm") { &["Monmonier, Mark"] } else { &["Mark Monmonier"] };
            check_marked_up(text, (Some("How to Lie with Maps"), authors, Some(publisher), Some("1991"), None));
        }
        let library =
            "Aristotle, *History of Animals*, VI.16, trans. Thompson. [Internet Classics Archive](https://a.test/1).";
        let title = Some("History of Animals");
        check_marked_up(library, (title, &["Aristotle"], Some("Internet Classics Archive"), None, None));
    }

    #[test]
    fn the_link_behind_a_paper_in_italics_names_what_it_wrote() {
        for text in [
            "Ann Byrd, *The Harbour Post* (2020), [High Tides](https://a.test/1).",
            "Ann Byrd, *Harbour Post*, 3 May 2020, [High Tides](https://a.test/1).",
            "Ann Byrd, *Letters of the North*, [High Tides](https://a.test/1), 2020.",
            "Ann Byrd, *Letters from the old North Sea*, May 2020, [High Tides](https://a.test/1).",
            "*Harbour Post*: [High Tides](https://a.test/1), 2020.",
        ] {
            let source = &marked_up(text).sources[0];
            assert_eq!(source.title.as_deref(), Some("High Tides"), "{text}");
            assert!(source.authors.iter().all(|name| name == "Ann Byrd"), "{text} {:?}", source.authors);
        }
        let long =
            "Ann Byrd, *How to Lie with Maps* (1991), [What the press said of it when it came out](https://a.test/1).";
        assert_eq!(marked_up(long).sources[0].title.as_deref(), Some("What the press said of it when it came out"));
    }
}
