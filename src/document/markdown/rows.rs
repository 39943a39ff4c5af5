//! Sources in a table: a row for each, with its number in the first cell or without one.

use std::ops::Range;

use crate::document::draft::Draft;
use crate::document::list::label;
use crate::document::marker::cited;

use super::outline::Outline;
use super::sections::{Listed, Shape};

/// The rows within a range of the prose: those that number themselves from 1 on, else those with an address, if most have
/// one.
pub(super) fn entries(draft: &Draft<'_>, outline: &Outline, within: &Range<usize>, list: usize) -> Vec<Listed> {
    let numbered = numbered(draft, outline, within, list);
    if !numbered.is_empty() {
        return numbered;
    }
    let (mut rows, mut found) = (0, Vec::new());
    for (range, span) in own(outline, within) {
        rows += 1;
        if !outline.links_in(range).is_empty() {
            found.push(Listed { list, label: None, shape: Shape::Item, range: range.clone(), span: *span });
        }
    }
    if found.len() * 2 > rows { found } else { Vec::new() }
}

/// The rows within a range of the prose that number themselves from 1 on, of the first table that does.
pub(super) fn numbered(draft: &Draft<'_>, outline: &Outline, within: &Range<usize>, list: usize) -> Vec<Listed> {
    let mut found: Vec<Listed> = Vec::new();
    for (range, span) in own(outline, within) {
        let words = &draft.prose.text()[range.clone()];
        let cell = words.find('\n').unwrap_or(words.len());
        let bare = words[..cell].trim().trim_matches(['[', ']', '(', ')', '.', '#', '^', ' ']);
        let next = found.len() + 1;
        if cited::raised_numbers(bare).is_some_and(|numbers| numbers == [next.to_string()]) && cell < words.len() {
            let start = range.start + words.len() - words[cell..].trim_start_matches(label::is_gap).len();
            let label = Some(next.to_string());
            found.push(Listed { list, label, shape: Shape::Item, range: start..range.end, span: *span });
        }
    }
    found
}

fn own<'o>(
    outline: &'o Outline,
    within: &Range<usize>,
) -> impl Iterator<Item = &'o (Range<usize>, crate::span::Span)> + use<'o> {
    let first = outline.rows.partition_point(|(range, _)| range.start < within.start);
    let end = within.end;
    outline.rows[first..].iter().take_while(move |(range, _)| range.end <= end)
}
