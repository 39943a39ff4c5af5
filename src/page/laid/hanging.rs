//! Paragraphs whose first line stands out to the left, as the entries of bibliographies do: nothing else parts them.

use std::ops::Range;

use crate::text::pdf::{PdfLine, PdfPage};

use super::super::pdf;

/// How far the other lines stand in, in heights of the font.
const INDENT: std::ops::RangeInclusive<f32> = 0.5..=6.0;

/// Edges that differ by less are one.
const SAME_EDGE: f32 = 0.15;

/// Lines further down than so many heights of the font are of another part of the page.
const FURTHEST: f32 = 3.0;

/// Of so many first lines one may begin or follow otherwise than that of an entry.
const FIRST_LINES: usize = 8;

/// What a line is of its paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The line that stands out.
    First,
    /// A line that stands in.
    Rest,
}

/// A row of a column, whose words can be set so wide that its line is in pieces.
struct Row<'p> {
    first: &'p PdfLine,
    last: &'p PdfLine,
    lines: Range<usize>,
}

/// For each line of a page what it is of a paragraph that hangs.
pub(super) fn parts(page: &PdfPage) -> Vec<Option<Part>> {
    let rows = rows(page);
    let mut of_rows = vec![None; rows.len()];
    let mut at = 0;
    while at + 1 < rows.len() {
        let end = hanging(&rows, at, &mut of_rows);
        at = end.max(at + 1);
    }
    let mut parts = vec![None; page.lines.len()];
    for (row, part) in rows.iter().zip(of_rows) {
        parts[row.lines.clone()].fill(part);
    }
    parts
}

fn rows(page: &PdfPage) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for (index, line) in page.lines.iter().enumerate() {
        match rows.last_mut() {
            Some(row) if pdf::is_one_row(row.last, line) => (row.last, row.lines.end) = (line, index + 1),
            _ => rows.push(Row { first: line, last: line, lines: index..index + 1 }),
        }
    }
    rows
}

/// Marks the paragraphs of the column that hang from row `at` on, and says where they end.
fn hanging(rows: &[Row<'_>], at: usize, parts: &mut [Option<Part>]) -> usize {
    let Some((left, right)) = edges(&rows[at], &rows[at + 1]) else { return at };
    let near = SAME_EDGE * rows[at].first.size;
    let of = |row: &Row<'_>| match row.first.x[0] {
        x if (x - left).abs() <= near => Some(Part::First),
        x if (x - right).abs() <= near => Some(Part::Rest),
        _ => None,
    };
    let goes_on =
        |at: usize| follows(&rows[at - 1], &rows[at]) && of(&rows[at - 1]).is_some() && of(&rows[at]).is_some();
    let from = (1..=at).rev().find(|&from| parts[from - 1].is_some() || !goes_on(from)).unwrap_or(0);
    // What stands above the list begins at its edge as well.
    let lead = (from + 1..=at + 1).take_while(|&row| of(&rows[row - 1]) == Some(Part::First));
    let from = lead.filter(|&row| row <= at && !begins_entry(&rows[row - 1], &rows[row])).last().unwrap_or(from);
    let end = (at + 1..rows.len()).find(|&end| !goes_on(end)).unwrap_or(rows.len());
    let firsts = || (from..end).filter(|&row| of(&rows[row]) == Some(Part::First));
    let own = firsts().filter(|&row| row == from || begins_entry(&rows[row - 1], &rows[row])).count();
    let strays = firsts().count() - own;
    let rests = end - from - firsts().count();
    if own < 2 || strays * FIRST_LINES > own || rests * 2 < own {
        return at;
    }
    for (part, row) in parts[from..end].iter_mut().zip(&rows[from..end]) {
        *part = of(row);
    }
    end
}

/// The edges of two rows that follow one another, one of which stands in.
fn edges(row: &Row<'_>, next: &Row<'_>) -> Option<(f32, f32)> {
    let (one, other) = (row.first.x[0], next.first.x[0]);
    let indented = INDENT.contains(&((one - other).abs() / row.first.size.max(1.0)));
    (indented && follows(row, next)).then_some((one.min(other), one.max(other)))
}

/// Whether a row stands below another in the same column, in the same size.
fn follows(row: &Row<'_>, next: &Row<'_>) -> bool {
    let (above, below) = (row.first, next.first);
    let down = below.y - above.y;
    !above.aside
        && !below.aside
        && (above.size - below.size).abs() <= 0.1 * above.size
        && down > 0.3 * above.size
        && down < FURTHEST * above.size
        && below.x[0] < row.last.x[1]
        && above.x[0] < next.last.x[1]
}

/// Whether an entry can begin with a row that follows `before`.
fn begins_entry(before: &Row<'_>, row: &Row<'_>) -> bool {
    let last = before.last.text.trim_end();
    let cited = last.rsplit(' ').next().is_some_and(|word| word.contains(['/', '.']) && !word.ends_with(['-', '/']));
    let ended = last.trim_end_matches(['”', '"', '’', ')', ']', '»']).ends_with(['.', '!', '?', ';', '。']) || cited;
    let opens = |c: char| !c.is_lowercase() && (c.is_alphabetic() || "“\"‘«„[—–-_*".contains(c) || c.is_ascii_digit());
    ended && row.first.text.trim_start().starts_with(opens)
}
