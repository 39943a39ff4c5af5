//! Short notes of a name and a year, `Smith 2019, 44.`, `Lee and Roe (2016), p. 3`, and of a name and a page, `Smith, 44`.

use super::called::{Called, called};
use super::{AND, is_pages};
use crate::document::others::without_others;

/// Words of the longest names.
const NAME_WORDS: usize = 8;
/// Bytes of the longest words behind a year.
const LONGEST: usize = 120;
/// What stands before the number of a page or of a part, without a full stop.
const PLACES: &[&str] = &[
    "p",
    "pp",
    "page",
    "pages",
    "s",
    "ss",
    "seite",
    "seiten",
    "f",
    "ff",
    "col",
    "cols",
    "sp",
    "ch",
    "chap",
    "chaps",
    "chapter",
    "chapters",
    "cap",
    "kap",
    "kapitel",
    "sec",
    "sect",
    "section",
    "sections",
    "§",
    "§§",
    "par",
    "para",
    "paras",
    "no",
    "nr",
    "n",
    "note",
    "fn",
    "anm",
    "vol",
    "bd",
    "t",
    "fig",
    "figs",
    "abb",
    "tab",
    "table",
    "app",
    "pos",
    "loc",
    "at",
    "hier",
    "bes",
    "insb",
    "esp",
    "especially",
    "notably",
    "с",
    "стр",
    "pág",
    "págs",
    "pag",
    "blz",
    "str",
    "st",
    "sid",
];

/// A name and a year, in small letters.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Dated {
    /// The first author.
    pub(super) name: Called,
    /// The family name of the second author.
    pub(super) second: Option<String>,
    /// With the letter behind it.
    pub(super) year: String,
}

/// The name and the year that all of a note is, pages and a remark aside. `words` are in small letters, without a signal.
pub(super) fn read(words: &str) -> Option<Dated> {
    let (at, year) = years(words).next()?;
    let rest = &words[at + year.len()..];
    let opened = words[..at].ends_with(['(', '[']);
    let rest = if opened { rest.strip_prefix([')', ']']).or_else(|| pages_in_bracket(rest))? } else { rest };
    let names = words[..at].trim_end_matches([' ', ',', '(', '[', '\u{a0}']);
    let whole = names;
    let names = without_others(names);
    let plain = !names.contains(|c: char| c.is_numeric() || ".:;\"“”„«»()[]".contains(c));
    let initials = names.split(", ").any(|piece| piece.split_whitespace().all(|word| word.chars().count() < 3));
    if !plain
        || initials
        || names.split_whitespace().count() > NAME_WORDS
        || !is_place(rest, years(rest).next().is_some())
    {
        return None;
    }
    let joint = AND.iter().find_map(|and| names.rsplit_once(and)).filter(|_| whole.len() == names.len());
    let second = joint.and_then(|(_, second)| second.split_whitespace().next_back()).map(str::to_owned);
    Some(Dated { name: called(names)?, second, year: year.to_owned() })
}

/// The name in `Smith, 44`, `Smith, S. 3–5.`, which is all of a note.
pub(super) fn paged(words: &str) -> Option<Called> {
    let (name, pages) = words.split_once(", ")?;
    let pages = pages.trim_end_matches(['.', ' ']);
    (!name.contains(':') && pages.contains(|c: char| c.is_ascii_digit()) && is_pages(pages))
        .then(|| called(name))
        .flatten()
}

/// `2019: 44)`: the bracket is closed behind the pages.
fn pages_in_bracket(rest: &str) -> Option<&str> {
    let (inner, behind) = rest.split_once([')', ']'])?;
    (is_place(inner, false) && behind.trim_matches(['.', ' ']).is_empty()).then_some(behind)
}

/// Whether what stands behind a year is nothing, or says where in a work, with at most a remark behind that.
fn is_place(rest: &str, dated: bool) -> bool {
    if rest.trim_matches(['.', ' ', '\u{a0}']).is_empty() {
        return true;
    }
    let behind_mark = rest.trim_start().strip_prefix([',', ':', ';']);
    let words = behind_mark.unwrap_or(rest).split([' ', '\u{a0}']).filter(|word| !word.is_empty());
    let mut words = words.skip_while(|word| PLACES.contains(&word.trim_end_matches('.'))).peekable();
    let number = |word: &str| {
        let word = word.trim_start_matches(['§', '(']).trim_start_matches("p.").trim_start_matches("s.");
        word.starts_with(|c: char| c.is_ascii_digit()) || word.trim_end_matches('.') == "passim"
    };
    let led = behind_mark.is_some()
        || rest.split_whitespace().next().is_some_and(|word| PLACES.contains(&word.trim_end_matches('.')));
    led && !dated && rest.len() <= LONGEST && words.peek().is_some_and(|word| number(word))
}

/// Years of words, each with the letter behind it.
pub(super) fn years(words: &str) -> impl Iterator<Item = (usize, &str)> {
    let starts = words.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at);
    starts.filter_map(|at| {
        let year =
            words.get(at..at + 4).filter(|year| ["18", "19", "20"].iter().any(|start| year.starts_with(start)))?;
        let plain = year.bytes().all(|byte| byte.is_ascii_digit());
        let apart = !words[..at].ends_with(|c: char| c.is_alphanumeric() || "-–/.".contains(c));
        let letter = usize::from(words[at + 4..].starts_with(|c: char| c.is_ascii_lowercase()));
        let behind = &words[at + 4 + letter..];
        let ends = !behind.starts_with(|c: char| c.is_alphanumeric() || c == '/');
        (plain && apart && ends).then(|| (at, &words[at..at + 4 + letter]))
    })
}

/// The letter behind a year of a text, with it: `2019a`.
pub(super) fn lettered<'t>(text: &'t str, year: &str) -> Option<&'t str> {
    years(text).map(|(_, own)| own).find(|own| own.len() > year.len() && own.starts_with(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_and_a_year_are_all_of_a_short_note() {
        for (words, name, second, year) in [
            ("smith 2019, 44.", "smith", None, "2019"),
            ("smith 2019: 12f.", "smith", None, "2019"),
            ("smith, 2019a, p. 5", "smith", None, "2019a"),
            ("schmidt (2019), s. 44.", "schmidt", None, "2019"),
            ("schmidt (2019: 44).", "schmidt", None, "2019"),
            ("lee and roe 2016", "lee", Some("roe"), "2016"),
            ("lee et al. 2016, bes. s. 4", "lee", None, "2016"),
            ("lee u. a. 2016, s.4", "lee", None, "2016"),
            ("smith 2019, 44. my translation.", "smith", None, "2019"),
            ("ministry of the sea 2020, §3", "ministry of the sea", None, "2020"),
            ("department of trade and industry 2020", "department of trade and industry", Some("industry"), "2020"),
            ("anna smith 2020", "smith", None, "2020"),
        ] {
            let found = read(words).unwrap_or_else(|| panic!("{words}"));
            assert!(found.name.keys().any(|own| own == name), "{words} {found:?}");
            assert_eq!((found.second.as_deref(), found.year.as_str()), (second, year), "{words}");
        }
        for words in [
            "smith, j. 2019. harbour studies.",
            "smith. 2019. harbour studies.",
            "smith (2019). harbour studies.",
            "smith 2019. harbour studies.",
            "smith, harbour studies, 2019, and what he held of it",
            "smith 2019, harbour studies 12 (3)",
            "smith 2019, 44, and lee 2016, 3",
            "in 12 towns and 2019 villages",
            "smith, the wall: 2019",
        ] {
            assert_eq!(read(words), None, "{words}");
        }
        let last = |words: &str| paged(words).and_then(|name| name.last);
        assert_eq!(last("smith, 44.").as_deref(), Some("smith"));
        assert_eq!(last("smith, s. 3–5").as_deref(), Some("smith"));
        assert_eq!(paged("smith, the wall, 44."), None);
        assert_eq!(paged("smith, 12 may"), None);
    }
}
