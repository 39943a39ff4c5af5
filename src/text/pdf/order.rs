//! Reading order: as the page was drawn, where that makes sense, else by columns.

use super::columns;
use super::fragments::Segment;

/// Segments of fewer letters are labels and cells, which have no order that could be wrong.
const PROSE: usize = 20;

/// A step up within a column is out of order; headers and notes that are drawn last make a few of them.
const STEPS_UP: usize = 4;
/// Of so many steps one may lead up.
const STEPS_A_STEP_UP: usize = 7;

/// So many rows in which two pieces of prose stand side by side, drawn after one another, are columns that were drawn
/// row by row.
const ROWS: usize = 6;

/// Puts segments in the order in which they are read.
pub(super) fn sort(segments: &mut Vec<Segment<'_>>) {
    segments.sort_by_key(|segment| segment.drawn);
    let prose: Vec<&Segment<'_>> = segments.iter().filter(|segment| segment.letters >= PROSE).collect();
    if is_disordered(&prose) || is_drawn_by_rows(&prose) {
        columns::sort(segments);
    }
}

fn is_disordered(prose: &[&Segment<'_>]) -> bool {
    let up = prose.windows(2).filter(|pair| leads_up(pair[0], pair[1])).count();
    up >= STEPS_UP && up * STEPS_A_STEP_UP > prose.len()
}

fn leads_up(one: &Segment<'_>, next: &Segment<'_>) -> bool {
    let shared = one.end.min(next.end) - one.start.max(next.start);
    let narrower = (one.end - one.start).min(next.end - next.start);
    next.base < one.base - 0.5 * one.size && shared > 0.2 * narrower
}

/// Whether rows of two pieces with one gutter between them follow one another.
fn is_drawn_by_rows(prose: &[&Segment<'_>]) -> bool {
    let (mut rows, mut gutter) = (0, (f32::NEG_INFINITY, f32::INFINITY));
    for pair in prose.windows(2) {
        let (left, right) = (pair[0], pair[1]);
        if (left.base - right.base).abs() > 0.3 * left.size || right.start <= left.end {
            continue;
        }
        let narrowed = (gutter.0.max(left.end), gutter.1.min(right.start));
        if narrowed.1 - narrowed.0 < 0.5 * left.size {
            (rows, gutter) = (1, (left.end, right.start));
        } else {
            (rows, gutter) = (rows + 1, narrowed);
        }
        if rows >= ROWS {
            return true;
        }
    }
    false
}
