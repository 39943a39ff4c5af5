//! The cells of tables, where the file itself tells them: what stands in one is no heading, and no entry of a list.

use std::borrow::Cow;
use std::ops::Range;

use crate::document::draft::Draft;
use crate::document::list::heading::names_references;

use super::layout::{Group, Kind};

/// The cells that are no entries of a list, which a table below a heading holds.
pub(super) fn apart<'c>(text: &str, cells: &'c [(Range<usize>, usize)]) -> Vec<&'c (Range<usize>, usize)> {
    let (mut kept, mut lists) = (Vec::new(), false);
    let mut end = None;
    for cell in cells {
        let start = cell.0.start;
        if end.is_none_or(|end| !text.get(end..start).is_some_and(|between| between.trim().is_empty())) {
            let before = text.get(..start).unwrap_or_default().trim_end();
            let line = before.rsplit('\n').next().unwrap_or_default();
            lists = names_references(line.trim()).is_some();
        }
        end = Some(cell.0.end);
        if !lists && !cell.0.is_empty() {
            kept.push(cell);
        }
    }
    kept
}

/// The text with the cells blank, every byte at its place.
pub(super) fn blanked<'t>(text: &'t str, cells: &[&(Range<usize>, usize)]) -> Cow<'t, str> {
    if cells.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut made = text.as_bytes().to_vec();
    for (range, _) in cells {
        made[range.clone()].fill(b' ');
    }
    String::from_utf8(made).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Puts the cells among the groups of what stands around them, and tells where the rows begin.
pub(super) fn put_among(groups: &mut Vec<Group>, cells: &[&(Range<usize>, usize)], draft: &mut Draft<'_>) {
    let mut last = None;
    for (range, row) in cells {
        if last.replace(row) != Some(row) {
            draft.row(range.start);
        }
        groups.push(Group { kind: Kind::Cell, lines: vec![range.clone()], marked: range.start, label: None });
    }
    groups.sort_by_key(|group| group.marked);
}
