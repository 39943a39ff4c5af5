//! The numbers of lines in the margin of a page, as statutes, transcripts and preprints have them.

use crate::text::pdf::{PdfLine, PdfPage};

/// So few numbers below one another count no lines.
const FEWEST: usize = 5;

/// Of so many numbered lines one begins within a sentence: the entries of a list do not.
const WITHIN_A_SENTENCE: usize = 4;

/// Digits of the number of a line.
const LONGEST: usize = 4;

/// Edges that differ by less, in heights of the font, are one.
const SAME_EDGE: f32 = 0.3;

/// The lines of a page that are numbers of lines: they count on below one another, in steps of one or more, beside lines
/// of which some begin within a sentence.
pub(in crate::page) fn numbers(page: &PdfPage) -> Vec<usize> {
    let mut bare: Vec<(usize, u32)> =
        page.lines.iter().enumerate().filter_map(|(index, line)| Some((index, number(line)?))).collect();
    bare.sort_by(|(one, _), (other, _)| page.lines[*one].y.total_cmp(&page.lines[*other].y));
    let mut found = Vec::new();
    while let Some(&(first, _)) = bare.first() {
        let edge = &page.lines[first];
        let in_column = |(index, _): &(usize, u32)| {
            let line = &page.lines[*index];
            (0..2).any(|side| (line.x[side] - edge.x[side]).abs() <= SAME_EDGE * edge.size)
        };
        let (column, rest): (Vec<_>, Vec<_>) = bare.into_iter().partition(in_column);
        if counts_lines(page, &column) {
            found.extend(column.iter().map(|(index, _)| *index));
        }
        bare = rest;
    }
    found
}

fn number(line: &PdfLine) -> Option<u32> {
    let text = line.text.trim();
    let digits = !line.aside && (1..=LONGEST).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

fn counts_lines(page: &PdfPage, column: &[(usize, u32)]) -> bool {
    if column.len() < FEWEST {
        return false;
    }
    let step = column[1].1.saturating_sub(column[0].1);
    let counts_on = step > 0 && column.windows(2).all(|pair| pair[1].1 == pair[0].1 + step);
    let beside = |index: usize| {
        let own = &page.lines[index];
        let in_row =
            move |line: &&PdfLine| !line.aside && (line.y - own.y).abs() <= 0.3 * own.size && line.text != own.text;
        page.lines.iter().filter(in_row)
    };
    // Nothing of a text stands on both sides of its margin.
    let outside = |left: bool| {
        let clear = |index: usize, line: &PdfLine| {
            let own = &page.lines[index];
            if left { line.x[0] > own.x[1] } else { line.x[1] < own.x[0] }
        };
        column.iter().all(|(index, _)| beside(*index).all(|line| clear(*index, line)))
    };
    let within = |index: usize| beside(index).any(|line| line.text.trim_start().starts_with(char::is_lowercase));
    let open = column.iter().filter(|(index, _)| within(*index)).count();
    counts_on && (outside(true) || outside(false)) && open * WITHIN_A_SENTENCE >= column.len()
}
