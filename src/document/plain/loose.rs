//! Lists that no heading names: one at the end of the text, or the notes of each chapter at the end of it.

use std::collections::HashSet;
use std::ops::Range;

use super::layout::{Group, Kind, without_arrow};
use crate::document::list::label::{self, Prefix};
use crate::document::list::named::named;
use crate::document::marker::signs;
use crate::span::floor_char_boundary;

/// Makes entries of the items that are such lists.
pub(super) fn as_lists(text: &str, mut groups: Vec<Group>) -> Vec<Group> {
    let next = groups.iter().filter_map(list_of).max().map_or(0, |last| last + 1);
    let pointed = pointed(text, &groups, next > 0);
    for (list, run) in pointed.iter().enumerate() {
        for group in &mut groups[run.clone()] {
            group.kind = Kind::Entry { list: next + list };
        }
    }
    let found = pointed.len() + signed(text, &mut groups, next + pointed.len());
    if next > 0 || found > 0 {
        return groups;
    }
    at_the_end(text, groups)
}

fn list_of(group: &Group) -> Option<usize> {
    match group.kind {
        Kind::Entry { list } => Some(list),
        _ => None,
    }
}

/// Runs of items, numbered from 1, to which the text between the list before and them points. Where the text has lists under
/// headings, only items in brackets can be others: what is numbered in another way may be steps.
fn pointed(text: &str, groups: &[Group], headed: bool) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut at, mut chapter, mut sure) = (0, 0, false);
    while at < groups.len() {
        // Notes in brackets can follow other items: `- [2] …` is none of them.
        let is_note = |group: &Group| text[group.marked..].starts_with('[');
        let own = groups[at..].iter().take_while(|group| group.kind == Kind::Item);
        let (first, own) = (groups.get(at).is_some_and(is_note), own.enumerate());
        let length = own.take_while(|(index, group)| first || *index == 0 || !is_note(group)).count();
        let run = at..at + length;
        let mut is_list = !run.is_empty() && are_numbered(&groups[run.clone()]);
        if is_list {
            let before = &text[groups[chapter].marked..groups[run.start].marked];
            let roman = groups[run.start].label.as_deref() == Some("i");
            let named = if roman { romans(before) } else { named(before) };
            let marked = (1..=length).filter(|number| named.contains(number)).count();
            let bracketed = text[groups[run.start].marked..].starts_with('[');
            let own = !headed && named.iter().all(|number| *number <= length);
            is_list = are_notes(text, &groups[run.clone()], own && marked == length);
            if is_list && marked * 2 >= length && (bracketed || own) {
                let last = run.end == groups.len() || marked == length && are_furniture(text, &groups[run.end..]);
                sure |= bracketed || last;
                found.push(run.clone());
            }
        }
        at = run.end.max(at + 1);
        if is_list || list_of(&groups[at - 1]).is_some() {
            chapter = at.min(groups.len() - 1);
        }
    }
    // One list within the text can be one of steps.
    if sure || found.len() > 1 { found } else { Vec::new() }
}

/// Makes entries of notes that begin with signs to which the text before them points; gives how many lists there are.
fn signed(text: &str, groups: &mut [Group], next: usize) -> usize {
    let sign = |group: &Group| {
        let own = matches!(group.kind, Kind::Item | Kind::Paragraph);
        label::sign(text.get(group.marked..group.lines[0].end).unwrap_or_default()).filter(|_| own)
    };
    let (mut at, mut chapter, mut lists) = (0, 0, 0);
    while at < groups.len() {
        let signs: Vec<Prefix> = groups[at..].iter().map_while(sign).collect();
        if signs.is_empty() {
            at += 1;
            continue;
        }
        let end = at + signs.len();
        let labels: HashSet<&str> = signs.iter().filter_map(|sign| sign.label.as_deref()).collect();
        let cited = groups[at..end].iter().any(|group| words(text, group).contains("://"));
        let before = &text[chapter..groups[at].marked];
        if cited && labels.len() == signs.len() && signs::point_to(before, labels) {
            for (group, sign) in groups[at..end].iter_mut().zip(signs) {
                group.kind = Kind::Entry { list: next + lists };
                group.lines[0].start = (group.marked + sign.len).min(group.lines[0].end);
                group.label = sign.label;
            }
            lists += 1;
        }
        chapter = groups[end - 1].end();
        at = end;
    }
    lists
}

/// Whether items are numbered from 1 on.
fn are_numbered(items: &[Group]) -> bool {
    let number = |item: &Group| item.label.as_deref().and_then(|label| label.parse().ok().or_else(|| roman(label)));
    items.iter().zip(1..).all(|(item, count)| number(item) == Some(count))
}

/// A number in small Roman numerals, as office programs count endnotes: up to 39.
fn roman(label: &str) -> Option<usize> {
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let tens = label.bytes().take_while(|byte| *byte == b'x').count();
    let ones = ONES.iter().position(|ones| *ones == &label[tens..])?;
    (tens <= 3 && tens + ones > 0).then_some(tens * 10 + ones)
}

/// The numbers that marks in Roman numerals name: `[ii]`.
fn romans(text: &str) -> HashSet<usize> {
    const LONGEST: usize = 8;
    let near = text.match_indices('[').map(|(at, _)| &text[at + 1..floor_char_boundary(text, at + 1 + LONGEST)]);
    near.filter_map(|near| roman(near.split_once(']')?.0)).collect()
}

/// Whether most of the items name an address; where the text points to each of them one is enough, or the arrows that lead
/// back to it.
fn are_notes(text: &str, items: &[Group], all_named: bool) -> bool {
    let count = |is: &dyn Fn(&str) -> bool| items.iter().filter(|item| is(words(text, item))).count();
    let cited = count(&|words| words.contains("://"));
    cited * 2 >= items.len() || all_named && (cited > 0 || count(&leads_back) * 2 >= items.len())
}

/// Whether words end with the arrow back to the text.
fn leads_back(words: &str) -> bool {
    without_arrow(words.trim_end()).len() < words.trim_end().len()
}

/// Lines of the foot of a page, behind the last note on it.
const FURNITURE_LINES: usize = 4;
const FURNITURE_WORDS: usize = 10;

/// Whether what stands behind a list is no text: a few short lines that end no sentence, as a browser prints the date, the
/// address and the number of the page.
fn are_furniture(text: &str, groups: &[Group]) -> bool {
    let mut lines = groups.iter().flat_map(|group| &group.lines).map(|line| text[line.clone()].trim());
    groups.iter().all(|group| matches!(group.kind, Kind::Heading | Kind::Paragraph))
        && lines.clone().count() <= FURNITURE_LINES
        && lines.all(|line| {
            line.split_whitespace().count() <= FURNITURE_WORDS && !line.ends_with(['.', '!', '?', '”', '"', ':'])
        })
}

fn words<'t>(text: &'t str, group: &Group) -> &'t str {
    &text[group.marked..group.end()]
}

/// A list at the end of a text that has no other: numbered items, or items with access dates, with addresses in most of
/// them.
fn at_the_end(text: &str, mut groups: Vec<Group>) -> Vec<Group> {
    let items = groups.iter().rev().take_while(|group| group.kind == Kind::Item).count();
    if items == 0 {
        return groups;
    }
    let from = groups.len() - items;
    let cited = groups[from..].iter().filter(|group| words(text, group).contains("://")).count();
    let dated = groups[from..].iter().filter(|group| {
        let lower = words(text, group).to_lowercase();
        lower.contains("accessed ") || lower.contains("retrieved ")
    });
    let numbered =
        groups[from].label.as_deref() == Some("1") && groups[from..].iter().all(|group| group.label.is_some());
    if cited * 2 >= items && cited > 0 && (numbered || dated.count() * 2 >= items) {
        for group in &mut groups[from..] {
            group.kind = Kind::Entry { list: 0 };
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    #[test]
    fn notes_are_counted_in_roman_numerals_as_well() {
        let text = "The mill burned.[i] It was “a fire of the old kind”,[ii] she wrote. See note 3.[iii]\n\n\
                    [i] Doe, “The Mill,” https://a.test/1.\n[ii] Roe, “The Fire,”\n    https://a.test/2.\n[iii] See id.; Poe, supra note ii, at 4.\n";
        let document = parse(text, Format::Plain, Limits::default());
        let labels: Vec<&str> = document.entries.iter().map(|entry| entry.label.as_str()).collect();
        assert_eq!(labels, ["i", "ii", "iii"]);
        let notes = document.markers.iter().filter(|marker| marker.shape.is_note());
        assert_eq!(notes.map(|marker| marker.entries.to_vec()).collect::<Vec<_>>(), [[0], [1], [2]]);
        assert_eq!(
            ["i", "iv", "ix", "xiv", "xxxix", "", "ic", "x"].map(super::roman),
            [Some(1), Some(4), Some(9), Some(14), Some(39), None, None, Some(10)]
        );
    }

    #[test]
    fn notes_that_begin_with_signs_are_read_where_the_text_has_the_same_signs() {
        let check = |text: &str, expected: &[(&str, usize)]| {
            let document = parse(text, Format::Plain, Limits::default());
            let notes = document.markers.iter().filter(|marker| marker.shape.is_note());
            let led: Vec<(&str, usize)> =
                notes.map(|marker| (marker.labels[0].as_str(), marker.entries.len())).collect();
            assert_eq!(led, expected, "{text}");
        };
        check(
            "It “rose so high”.* It “fell”.†\n\n* Byrd, https://a.test/1\n† Cole, https://a.test/2\n",
            &[("*", 1), ("†", 1)],
        );
        check(
            "\"It rose,\"* says he. \"It fell,\"** says she.\n\n*Byrd, https://a.test/1\n**Cole, https://a.test/2\n",
            &[("*", 1), ("**", 1)],
        );
        check("It “rose so high”.\n\n* Byrd, https://a.test/1\n* Cole, https://a.test/2\n", &[]);
        check("It *rose* so high.\n\n* Byrd, https://a.test/1\n", &[]);
    }
}
