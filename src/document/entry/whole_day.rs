//! Dates whose marks within them, `12. März 2003`, `March 4, 2024`, look like those that part them from what stands
//! before: the whole date, and the words that tie it to what it is of, `FAZ vom 12. März 2003`.

use std::ops::Range;

use crate::date::{DateRead, DayMonth, PartialDate, read};

/// Words before a day that tie it to what was published on it.
const TIES: &[&str] = &[
    "vom",
    "v.",
    "of",
    "dated",
    "du",
    "daté du",
    "datée du",
    "del",
    "de",
    "van",
    "от",
    "від",
    "z",
    "z dnia",
    "ze dne",
];

/// Kinds of what a day is tied to: no part of its name.
const KINDS: &[&str] = &[
    "draft", "version", "edition", "issue", "revision", "Ausgabe", "Fassung", "édition", "numéro", "edición",
    "edizione", "editie",
];

/// Most words of a date before its year.
const WORDS: usize = 4;

/// The date that ends where `found` does and says more, and where it begins.
pub(super) fn longer(
    text: &str,
    found: Range<usize>,
    date: PartialDate,
    order: DayMonth,
) -> Option<(Range<usize>, DateRead)> {
    let before = &text[..found.start];
    let begins = |&(at, c): &(usize, char)| {
        c.is_alphanumeric() && before[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || "([".contains(c))
    };
    let starts = before.char_indices().rev().take_while(|(_, c)| !"()[]".contains(*c)).filter(begins).take(WORDS);
    let longer = starts.filter_map(|(at, _)| {
        let longer = read(&text[at..], order).filter(|longer| at + longer.range.end == found.end)?;
        let more = says_more(longer.date.ok()?, date) && !is_number(text, at, found.end);
        more.then_some((at..found.end, longer))
    });
    longer.last()
}

fn says_more(longer: PartialDate, date: PartialDate) -> bool {
    let same = longer.year() == date.year() && date.month().is_none_or(|month| longer.month() == Some(month));
    same && date.day().is_none() && (longer.day().is_some() || longer.month() > date.month())
}

/// Whether what the date begins with can as well be the number of an issue or a page: `no. 3 May 2011`, and behind a
/// name `Sea Letters 12. April 2003`, for days have no stop in English.
fn is_number(text: &str, at: usize, end: usize) -> bool {
    let before = text[..at].trim_end();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let word = word.trim_start_matches(['(', '[']).trim_end_matches('.').to_lowercase();
    let counted = ["no", "nr", "vol", "vols", "issue", "p", "pp", "bd", "s", "n", "ch", "art", "jg"].contains(&&*word);
    let digits = text[at..end].bytes().take_while(u8::is_ascii_digit).count();
    let stopped = digits > 0
        && text[at + digits..end]
            .strip_prefix('.')
            .is_some_and(|rest| rest.trim_start().starts_with(char::is_alphabetic));
    counted || stopped && tied(text, at) == at && before.ends_with(char::is_alphanumeric)
}

/// Where the words begin that tie a day that stands at `at` to what is before them; `at` where there are none.
pub(super) fn tied(text: &str, at: usize) -> usize {
    let before = text[..at].trim_end();
    let Some(bare) = without_last(before, TIES).filter(|_| before.len() < at) else { return at };
    let bare = bare.trim_end();
    without_last(bare, KINDS).unwrap_or(bare).trim_end().len()
}

/// Without the last of some words, the longest of them.
fn without_last<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    let rests = words.iter().filter_map(|word| text.strip_suffix(word));
    rests
        .filter(|rest| rest.is_empty() || rest.ends_with(|c: char| c.is_whitespace() || ",;(".contains(c)))
        .min_by_key(|rest| rest.len())
}

/// Whether `text` begins with a kind of work that a whole day is tied to: `draft of March 4, 2024`.
pub(super) fn is_kind_of_day(text: &str, order: DayMonth) -> bool {
    let behind = |text: &str, words: &[&str]| {
        words.iter().find_map(|word| text.strip_prefix(word)?.strip_prefix(char::is_whitespace).map(str::len))
    };
    let day = |rest: &str| read(rest, order).and_then(|read| read.date.ok()).is_some_and(|date| date.day().is_some());
    let Some(left) = behind(text, KINDS) else { return false };
    let rest = text[text.len() - left..].trim_start();
    behind(rest, TIES).is_some_and(|left| day(&rest[rest.len() - left..]))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, check_marked_up};

    #[test]
    fn a_day_that_is_tied_to_its_paper_is_whole() {
        let expected = (Some("Das Ende"), &["Karl Berg"][..], Some("HAZ"), Some("2003-03-12"), None);
        for day in [
            "HAZ vom 12. März 2003",
            "HAZ vom 12.03.2003",
            "HAZ vom 12. 3. 2003",
            "HAZ v. 12. März 2003",
            "HAZ, Ausgabe vom 12. März 2003",
            "HAZ, 12. März 2003",
            "HAZ du 12 mars 2003",
            "HAZ, édition du 12 mars 2003",
            "HAZ del 12 de marzo de 2003",
            "HAZ of March 12, 2003",
            "HAZ, issue of 12 March 2003",
        ] {
            check(&format!("Karl Berg: „Das Ende“, in: {day}, https://haz.test/b."), expected);
        }
        let law = (None, &[][..], None, Some("1994-02-01"), None);
        check("Bundestagsdrucksache 12/6718 vom 1. Februar 1994, https://a.test/a.pdf", law);
        check("Beschluss vom 1.2.1994 (2 BvR 7/93), https://a.test/a", law);
    }

    #[test]
    fn the_number_of_an_issue_is_no_day() {
        let said = |published| (Some("The End"), &["Karl Berg"][..], Some("Sea Letters"), Some(published), None);
        check("Karl Berg, “The End,” Sea Letters, no. 3 (May 2003), https://a.test/b.", said("2003-05"));
        check("Karl Berg, “The End,” Sea Letters, no. 3. May 2003, https://a.test/b.", said("2003-05"));
        check("Karl Berg, “The End,” Sea Letters, 2003, https://a.test/b.", said("2003"));
        check("Karl Berg, “The End,” Sea Letters, pp. 3–12. May 2003, https://a.test/b.", said("2003-05"));
        check("Karl Berg, “The End,” Sea Letters of 3–5 May 2003, Hull, https://a.test/b.", said("2003-05"));
        check("Karl Berg, “The End,” Sea Letters, November 9–11, 2003, https://a.test/b.", said("2003-11"));
    }

    #[test]
    fn a_kind_of_work_with_a_day_stands_behind_a_title() {
        let said = |published| (Some("Heat Standards"), &["Department of Labor"][..], None, Some(published), None);
        for kind in ["draft of March 4, 2024", "version of 4 March 2024", "edition dated 2024-03-04", "March 4, 2024"] {
            check(&format!("Department of Labor, \"Heat Standards,\" {kind}. https://a.test/b"), said("2024-03-04"));
        }
        for remark in ["draft of a rule", "version of events that was told in 2024", "he wrote on March 4, 2024"] {
            let text = format!("Department of Labor, \"Heat Standards,\" {remark}. https://a.test/b");
            let source = &super::super::tests::marked_up(&text).sources[0];
            assert_eq!((source.title.as_deref(), source.authors.len()), (None, 0), "{text}");
        }
        check_marked_up(
            "Byrd, “The End,” *Sea Post* 3 May 2011: 4. https://a.test/b",
            (Some("The End"), &["Byrd"], Some("Sea Post"), Some("2011-05-03"), None),
        );
    }
}
