//! Quotations that stand in from the margin, below a line that leads to them: `She wrote:`.

use std::ops::Range;

use super::layout::{Group, Kind};

/// Columns that a quotation stands further in than the text around it.
const STEP: usize = 3;
/// Words of the shortest quotation: fewer are a heading, a formula or a line of a list.
const FEWEST_WORDS: usize = 8;
/// Columns of a tab.
const TAB: usize = 4;

/// For each group the quotation that it is part of, counted from 0.
pub(super) fn find(text: &str, groups: &[Group]) -> Vec<Option<usize>> {
    let mut found = vec![None; groups.len()];
    let (mut at, mut count) = (1, 0);
    while at < groups.len() {
        let before = &groups[at - 1];
        let margin = before.lines.iter().map(|line| indent(text, line)).min().unwrap_or(0);
        let stands_in = |group: &&Group| {
            group.kind == Kind::Paragraph && group.lines.iter().all(|line| indent(text, line) >= margin + STEP)
        };
        let length = groups[at..].iter().take_while(stands_in).count();
        let own = &groups[at..at + length];
        if leads(text, before)
            && own.first().is_some_and(|first| is_said(text, first))
            && !own.iter().any(|own| is_code(text, own))
        {
            found[at..at + length].fill(Some(count));
            count += 1;
        }
        at += length.max(1);
    }
    found
}

/// Makes the line with a dash that ends a quotation, or stands below one, a paragraph: it says whose that is, and is no item
/// of a list. `quotations` has the number of the quotation that each group is part of.
pub(super) fn sign(text: &str, groups: &mut [Group], quotations: &[Option<usize>]) {
    let dashed: Vec<bool> = groups
        .iter()
        .map(|group| group.kind == Kind::Item && text[group.marked..].starts_with(['—', '–', '―']))
        .collect();
    let is_dashed = |at: usize| dashed.get(at).copied().unwrap_or(false);
    for at in 1..groups.len() {
        let (before, own) = (quotations[at - 1], quotations[at]);
        let last = own.is_none() || own == before && quotations.get(at + 1).copied().flatten() != own;
        if is_dashed(at) && !is_dashed(at - 1) && !is_dashed(at + 1) && before.is_some() && last {
            let group = &mut groups[at];
            group.kind = Kind::Paragraph;
            if let Some(first) = group.lines.first_mut() {
                first.start = group.marked;
            }
        }
    }
}

/// Whether a paragraph leads to words that somebody else said.
fn leads(text: &str, group: &Group) -> bool {
    let last = group.lines.last().map_or("", |line| text[line.clone()].trim_end());
    group.kind == Kind::Paragraph && last.ends_with([':', '：'])
}

/// Whether words are a sentence or several.
fn is_said(text: &str, group: &Group) -> bool {
    let words = words(text, group);
    let first = words.chars().find(|c| c.is_alphabetic() || c.is_numeric());
    let ends =
        words.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']']).ends_with(['.', '!', '?', '…', '。', '！', '？']);
    words.split_whitespace().count() >= FEWEST_WORDS && ends && first.is_some_and(char::is_alphabetic)
}

/// Whether lines are written for a program: signs stand in them that prose has not.
fn is_code(text: &str, group: &Group) -> bool {
    let words = words(text, group);
    let is_sign = |c: char| "{}=<>;$\\|`#@^~_*+".contains(c);
    words.starts_with(['$', '#', '>', '%', '/']) || words.chars().filter(|c| is_sign(*c)).count() * 60 > words.len()
}

fn words(text: &str, group: &Group) -> String {
    // An address can have any sign.
    let lines = group.lines.iter().flat_map(|line| text[line.clone()].split_whitespace());
    lines.filter(|word| !word.contains("://")).collect::<Vec<_>>().join(" ")
}

/// The column at which a line begins.
fn indent(text: &str, line: &Range<usize>) -> usize {
    let start = text[..line.start].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    text[start..line.start].chars().map(|c| if c == '\t' { TAB } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    fn quotations(text: &str) -> Vec<String> {
        let document = parse(text, Format::Plain, Limits::default());
        let blocks = document.blocks.iter().filter(|block| block.quotation().is_some());
        blocks.map(|block| document.text(&block.range()).to_owned()).collect()
    }

    const BEFORE: &str =
        "On the Quay\n\nByrd wrote in her report on the quay, which is at https://post.test/dream:\n\n";
    const BEHIND: &str = "\n\nOthers said the same of it, and said it many times.\n";

    #[test]
    fn words_that_stand_in_below_a_colon_are_quoted() {
        let said = "It was never meant to be built. The council wanted the money, and the money came.";
        for own in [
            "    It was never meant to be built. The council wanted the money,\n    and the money came.",
            "\tIt was never meant to be built. The council wanted the money,\n\tand the money came.",
            "      It was never meant to be built. The council wanted the money, and the money came.",
        ] {
            assert_eq!(quotations(&format!("{BEFORE}{own}{BEHIND}")), [said], "{own}");
        }
        let two = "    It was never meant to be built, and everybody knew.\n\n    The council wanted the money, and the money came.";
        assert_eq!(quotations(&format!("{BEFORE}{two}{BEHIND}")).len(), 2);
    }

    #[test]
    fn what_stands_in_for_another_reason_is_not_quoted() {
        for own in [
            "    3 ropes\n    4 lamps",
            "    $ make quay and everything else that is needed for it.",
            "    for x in y; do z = x + 1; done; print(x) == {y} and so on and on.",
            "    The Quay of the Harbour Board and its Friends in the North",
            "It was never meant to be built. The council wanted the money,\nand the money came.",
            "  It was never meant to be built. The council wanted the money, and the money came.",
            "    - It was never meant to be built, said the council of the town.\n    - The money came, and nobody asked whence it came at all.",
        ] {
            assert!(quotations(&format!("{BEFORE}{own}{BEHIND}")).is_empty(), "{own}");
        }
        // Nothing leads to it.
        let text =
            "Byrd wrote a report on the quay.\n\n    It was never meant to be built. The council wanted the money.\n";
        assert!(quotations(text).is_empty());
        // Paragraphs begin further in.
        let text = "   Byrd wrote a report on the quay and on\nthe council:\n\n   It was never meant to be built. The council wanted\nthe money.\n";
        assert!(quotations(text).is_empty());
    }
}
