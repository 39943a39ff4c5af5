//! Notes whose numbers stand alone on the line above them, as programs write them that take texts from prints and from tables.

use super::layout::{Group, Kind, Line};
use super::list;
use crate::document::list::heading::names_references;
use crate::document::list::named::names_all;
use crate::document::list::remark::{is_prose, tells};
use crate::document::marker::superscript;
use crate::document::short;

/// Lines of the longest note, blank ones among them.
const LONGEST: usize = 30;

/// A line that is nothing but the number of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Number<'a> {
    number: usize,
    /// What stands around it.
    marks: (&'a str, &'a str),
}

/// The entries of the list that begins at line `from`, and the line that it ends before; none where no such numbers count up
/// from 1 there.
pub(super) fn entries(lines: &[Line<'_>], from: usize, list: usize) -> Option<(Vec<Group>, usize)> {
    let begins = number(lines[from].words).filter(|own| own.number == 1)?;
    let mut found: Vec<Group> = Vec::new();
    let mut at = from;
    loop {
        let own = Number { number: 1 + found.len(), ..begins };
        let next = Number { number: own.number + 1, ..begins };
        let is_next = |at: &usize| number(lines[*at].words) == Some(next);
        let near = at + 1..lines.len().min(at + LONGEST);
        let ends = near.clone().find(|at| names_references(lines[*at].words).is_some()).unwrap_or(near.end);
        let start = near.clone().find(|&at| !lines[at].is_blank()).filter(|start| *start < ends && !is_next(start))?;
        let gap = (start..ends).find(|&at| lines[at].is_blank()).unwrap_or(ends);
        let following = (start..ends).find(is_next);
        let end = following.unwrap_or(gap);
        let read: Vec<&Line<'_>> = lines[start..end].iter().filter(|line| !line.is_blank()).collect();
        let is_page = |at: usize| {
            let (before, behind) =
                (at.checked_sub(1).map(|before| read[before].words), read.get(at + 1).map(|line| line.words));
            is_number(read[at].words)
                && !is_year(read[at].words, before.unwrap_or_default(), behind.unwrap_or_default())
        };
        let words: Vec<_> = (0..read.len()).filter(|&at| !is_page(at)).map(|at| read[at].range.clone()).collect();
        if words.is_empty() {
            return None;
        }
        let (label, marked) = (Some(own.number.to_string()), lines[at].range.start);
        found.push(Group { kind: Kind::Entry { list }, lines: words, marked, label });
        match following {
            Some(next) => at = next,
            None => return Some((found, end)),
        }
    }
}

/// Lines before the end of a text in which such a list is looked for where no heading names it.
const LOOKED_BACK: usize = 400;
/// Places there that can begin one.
const BEGINNINGS: usize = 3;
/// Lines of a note without a heading.
const NOTE_LINES: usize = 5;

/// The list at the very end of a text, where each note cites something, and marks of the text above point to every one: where it
/// begins, its entries, and where it ends.
pub(super) fn at_the_end(lines: &[Line<'_>]) -> Option<(usize, Vec<Group>, usize)> {
    let from = lines.len().saturating_sub(LOOKED_BACK).max(1);
    let begins = |at: &usize| number(lines[*at].words).is_some_and(|own| own.number == 1);
    (from..lines.len()).rev().filter(begins).take(BEGINNINGS).find_map(|at| {
        let (notes, end) = entries(lines, at, 0)?;
        let whole = lines[end..].iter().all(Line::is_blank) && notes.len() > 1;
        let cites = |note: &Group| {
            let own = list::lines_of(lines, note);
            let tell = |line: &Line<'_>| tells(line.words) || short::is_short(line.words);
            note.lines.len() <= NOTE_LINES && own.iter().any(tell) && !is_prose(&list::joined(own))
        };
        let pointed = || names_all(&list::joined(&lines[..at]), (1..=notes.len()).map(Some));
        (whole && notes.iter().all(cites) && pointed()).then_some((at, notes, end))
    })
}

/// Whether a line is nothing but a number, as one of a page is that is left between two lines of a note.
fn is_number(words: &str) -> bool {
    words.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether such a line is the year of a note, of which these are the lines around it.
fn is_year(words: &str, before: &str, behind: &str) -> bool {
    let year = words.len() == 4 && words.parse().is_ok_and(|year: u16| (1500..=2099).contains(&year));
    year && (before.trim_end().ends_with(',') || behind.trim_start_matches(['<', '(']).starts_with("http"))
}

fn number(words: &str) -> Option<Number<'_>> {
    /// Digits of the longest number.
    const DIGITS: usize = 3;
    if let Some((label, length)) = superscript::number(words) {
        return (length == words.len()).then(|| Some(Number { number: label.parse().ok()?, marks: ("^", "") }))?;
    }
    let start = words.find(|c: char| c.is_ascii_digit()).filter(|start| *start < 2)?;
    let length = words[start..].bytes().take_while(u8::is_ascii_digit).count();
    let (before, behind) = (&words[..start], &words[start + length..]);
    let known =
        matches!((before, behind), ("", "" | "." | ")" | ":") | ("[", "]" | "]." | "]:") | ("(", ")") | ("^", ""));
    let number = words[start..start + length].parse().ok()?;
    (known && length <= DIGITS).then_some(Number { number, marks: (before, behind) })
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    const TEXT: &str = "The Quay\n\nIt was “never meant to be built”.1 It is “a house of the sea”.2 It “rose”.3\n\n";

    fn entries(list: &str) -> Vec<String> {
        let document = parse(&format!("{TEXT}{list}"), Format::Plain, Limits::default());
        let entries = document.entries.iter().filter(|entry| entry.role != crate::document::Role::Link);
        entries
            .map(|entry| {
                let url = entry.source.url.as_deref().and_then(|url| url.rsplit('/').next());
                format!("{} {}", entry.label, url.unwrap_or("-"))
            })
            .collect()
    }

    #[test]
    fn a_number_alone_on_its_line_is_that_of_the_note_below() {
        let notes = [
            "Lee, Anna. Lamps of the North. Port Press, 2016. https://a.test/lamps",
            "Müller, Karl. Der Hafen und sein Geld. Zeitung, 2018.\nhttps://a.test/hafen",
            "Smith, Jane. Harbour Studies. https://a.test/harbour",
        ];
        let expected = ["1 lamps", "2 hafen", "3 harbour"];
        for (before, behind) in [("", ""), ("", "."), ("[", "]"), ("(", ")"), ("", ")")] {
            for gap in ["\n", "\n\n"] {
                let list: Vec<String> = (1..)
                    .zip(notes)
                    .map(|(number, note)| format!("{before}{number}{behind}{gap}{note}{gap}"))
                    .collect();
                let list = list.join("");
                assert_eq!(entries(&format!("Notes\n\n{list}")), expected, "{list}");
                assert_eq!(
                    entries(&format!("Notes\n{list}\nAbout the author\n\nShe lives by the sea.\n")),
                    expected,
                    "{list}"
                );
            }
        }
        // The number of a page between two lines of a note.
        let list = "Notes\n1\nLee, Anna. Lamps of the North. Port Press,\n17\n2016. https://a.test/lamps\n2\nhttps://a.test/hafen\n3\nhttps://a.test/harbour\n";
        assert_eq!(entries(list), expected);
        // A year is none.
        let list = "Notes\n1\nLee, Anna. Lamps of the North. Port Press,\n2016\nhttps://a.test/lamps\n2\nhttps://a.test/hafen\n";
        let document = parse(&format!("{TEXT}{list}"), Format::Plain, Limits::default());
        let year = |entry: &crate::document::Entry| entry.source.published.map(crate::date::PartialDate::year);
        assert_eq!(document.entries.iter().find_map(year), Some(2016));
    }

    #[test]
    fn notes_at_the_very_end_need_no_heading_where_the_text_points_to_each() {
        let notes = "1\nLee, Lamps of the North. Port Press, 2016. https://a.test/lamps\n2\nHarbour Star, 4 May 2020,\n\
                     https://a.test/star\n3\nIbid., 12.\n";
        let expected = ["1 lamps", "2 star", "3 star"];
        assert_eq!(entries(notes), expected);
        assert_eq!(entries(&notes.replace('\n', "\n\n")), expected);
        assert_eq!(entries(&format!("{notes}\n\n")), expected);
        // A text behind them, numbers that the text has no marks for, and pages of running prose.
        assert!(entries(&format!("{notes}\nAnd so it was that they all went home in the evening.\n")).is_empty());
        assert!(entries(&format!("{notes}4\nHarbour Star, 5 May 2020.\n")).is_empty());
        let page =
            "It was not until 2020 that they had seen what it was, and they were not glad of it (https://a.test/x).";
        assert!(entries(&format!("1\n\n{page}\n\n2\n\n{page}\n\n3\n\n{page}\n")).is_empty());
    }

    #[test]
    fn other_numbers_alone_on_their_lines_are_those_of_no_notes() {
        for list in [
            // Nothing is cited below them, or not below each.
            "1\nA rope\n2\nA lamp, https://a.test/lamps\n3\nA boat\n",
            "1\nA rope\n2\nA lamp\n3\nA boat\n",
            "Notes\n\n1\n\n2\n\n3\n",
            // Pages of a list that has no numbers.
            "7\n\nIt fell for many days, as https://a.test/x has it, and rose again.\n\n8\n\nIt was gone by noon.\n",
        ] {
            assert!(entries(list).is_empty(), "{list} {:?}", entries(list));
        }
    }
}
