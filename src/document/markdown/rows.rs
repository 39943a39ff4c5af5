//! Sources in a table: a row for each, with its number in the first cell or without one.

use std::ops::Range;

use crate::document::draft::Draft;
use crate::document::list::label;
use crate::document::marker::cited;
use crate::span::Span;

use super::outline::Outline;
use super::sections::{Listed, Shape};

/// Digits of the greatest number that is no year.
const DIGITS: usize = 3;

/// The rows within a range of the prose: those that number themselves from 1 on, else those with an address, if most have
/// one.
pub(super) fn entries(draft: &Draft<'_>, outline: &Outline, within: &Range<usize>, list: usize) -> Vec<Listed> {
    let numbered = numbered(draft, outline, within, list);
    if !numbered.is_empty() {
        return numbered;
    }
    let rising = rising(draft, outline, within, list);
    if !rising.is_empty() {
        return rising;
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
        let next = (found.len() + 1).to_string();
        found.extend(labelled(draft, (range, *span), list).filter(|row| row.label.as_ref() == Some(&next)));
    }
    found
}

/// The same where all rows number themselves with numbers that rise and leave some out, most of them with an address.
fn rising(draft: &Draft<'_>, outline: &Outline, within: &Range<usize>, list: usize) -> Vec<Listed> {
    let rows = own(outline, within).map(|(range, span)| labelled(draft, (range, *span), list));
    let rows: Vec<Listed> = rows.collect::<Option<Vec<_>>>().unwrap_or_default();
    let number = |row: &Listed| row.label.as_ref().and_then(|label| label.parse::<usize>().ok());
    let rise = rows.is_sorted_by(|one, next| number(one) < number(next));
    let cited = rows.iter().filter(|row| !outline.links_in(&row.range).is_empty()).count();
    if rows.len() > 1 && rise && cited * 2 > rows.len() { rows } else { Vec::new() }
}

/// A row whose first cell is a number, without that.
fn labelled(draft: &Draft<'_>, (range, span): (&Range<usize>, Span), list: usize) -> Option<Listed> {
    let words = &draft.prose.text()[range.clone()];
    let cell = words.find('\n').filter(|cell| *cell < words.len())?;
    let bare = words[..cell].trim().trim_matches(['[', ']', '(', ')', '.', '#', '^', ' ']);
    let numbers = cited::raised_numbers(bare)?;
    let [number] = <[String; 1]>::try_from(numbers).ok().filter(|[number]| number.len() <= DIGITS)?;
    let start = range.start + words.len() - words[cell..].trim_start_matches(label::is_gap).len();
    Some(Listed { list, label: Some(number), shape: Shape::Item, range: start..range.end, span })
}

/// The cells with the numbers of rows that are `entries`: they are labels, and no marks.
pub(super) fn labels(outline: &Outline, entries: &[Listed]) -> Vec<Range<usize>> {
    let row = |entry: &Listed| {
        let next = outline.rows.partition_point(|(range, _)| range.end < entry.range.end);
        let (row, _) =
            outline.rows.get(next).filter(|(row, span)| row.end == entry.range.end && *span == entry.span)?;
        (row.start < entry.range.start).then_some(row.start..entry.range.start)
    };
    entries.iter().filter_map(row).collect()
}

fn own<'o>(outline: &'o Outline, within: &Range<usize>) -> impl Iterator<Item = &'o (Range<usize>, Span)> + use<'o> {
    let first = outline.rows.partition_point(|(range, _)| range.start < within.start);
    let end = within.end;
    outline.rows[first..].iter().take_while(move |(range, _)| range.end <= end)
}
