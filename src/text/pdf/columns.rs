//! Reading order by place: bands across the page, and columns within them, again and again.

use super::fragments::Segment;
use super::scripts::{Way, way};

/// Columns within columns, at most.
const DEPTH: usize = 12;

/// What parts two columns is at least so wide, in heights of the font.
const GUTTER: f32 = 0.7;

/// A column has lines, of words: what has fewer letters a line are the cells of a table, which is read row by row.
const LETTERS_A_LINE: usize = 12;

/// Pages of more pieces are drawings with labels, and stay as they were drawn.
const MOST_SEGMENTS: usize = 5_000;

/// Puts segments in the order in which they are read, whatever order they are in.
pub(super) fn sort(segments: &mut Vec<Segment<'_>>) {
    if segments.len() > MOST_SEGMENTS {
        return;
    }
    let mut order = Vec::with_capacity(segments.len());
    let mut all: Vec<usize> = (0..segments.len()).collect();
    let rightwards = !is_from_the_right(segments);
    place(segments, &mut all, DEPTH, rightwards, &mut order);
    let mut slots: Vec<Option<Segment<'_>>> = segments.drain(..).map(Some).collect();
    segments.extend(order.into_iter().filter_map(|index| slots[index].take()));
}

fn is_from_the_right(segments: &[Segment<'_>]) -> bool {
    let ways = || segments.iter().flat_map(|segment| &segment.glyphs).filter_map(|placed| placed.glyph.letters.first());
    let count = |wanted: Way| ways().filter(|c| way(*c) == wanted).count();
    count(Way::Right) > count(Way::Left)
}

/// Adds the indices in `region` to `order`.
fn place(all: &[Segment<'_>], region: &mut [usize], depth: usize, rightwards: bool, order: &mut Vec<usize>) {
    let bands = bands(all, region);
    let mut band = 0;
    while band < bands.len() {
        let start = bands[band].start;
        let mut end = bands[band].end;
        let mut gutter = gutter(all, &region[start..end]);
        band += 1;
        while band < bands.len() {
            let wider = self::gutter(all, &region[start..bands[band].end]);
            let alone = || self::gutter(all, &region[bands[band].clone()]);
            let goes_on = wider.is_some() || gutter.is_none() && alone().is_none();
            if !goes_on {
                break;
            }
            (end, gutter) = (bands[band].end, wider);
            band += 1;
        }
        let group = &mut region[start..end];
        match gutter {
            Some(at) if depth > 0 => {
                group.sort_by_key(|&index| (all[index].start >= at) == rightwards);
                let split = group.partition_point(|&index| (all[index].start >= at) != rightwards);
                let (first, second) = group.split_at_mut(split);
                place(all, first, depth - 1, rightwards, order);
                place(all, second, depth - 1, rightwards, order);
            }
            Some(_) | None => rows(all, group, rightwards, order),
        }
    }
}

/// Sorts the region from top to bottom and gives the ranges of it that no line of text crosses.
fn bands(all: &[Segment<'_>], region: &mut [usize]) -> Vec<std::ops::Range<usize>> {
    region.sort_by(|&one, &other| all[one].base.total_cmp(&all[other].base));
    let (mut bands, mut from, mut bottom) = (Vec::new(), 0, f32::NEG_INFINITY);
    for at in 0..region.len() {
        let segment = &all[region[at]];
        // Letters are seldom as high as their font.
        if at > from && segment.base - 0.6 * segment.size > bottom {
            bands.push(from..at);
            from = at;
        }
        bottom = bottom.max(segment.base);
    }
    bands.push(from..region.len());
    bands.retain(|band| !band.is_empty());
    bands
}

/// Where the widest gap is that parts `region` into two columns.
fn gutter(all: &[Segment<'_>], region: &[usize]) -> Option<f32> {
    let mut across: Vec<usize> = region.to_vec();
    across.sort_by(|&one, &other| all[one].start.total_cmp(&all[other].start));
    let letters = |part: &[usize]| part.iter().map(|&index| all[index].letters).sum::<usize>();
    let is_column = |part: &[usize]| letters(part) >= LETTERS_A_LINE * part.len();
    let (mut right, mut best) = (f32::NEG_INFINITY, None);
    for at in 0..across.len() {
        let segment = &all[across[at]];
        let gap = segment.start - right;
        let wide_enough = at > 0 && gap >= GUTTER * segment.size && best.is_none_or(|(width, _)| gap > width);
        if wide_enough && is_column(&across[..at]) && is_column(&across[at..]) {
            best = Some((gap, segment.start));
        }
        right = right.max(segment.end);
    }
    best.map(|(_, at)| at)
}

/// Row by row.
fn rows(all: &[Segment<'_>], region: &mut [usize], rightwards: bool, order: &mut Vec<usize>) {
    region.sort_by(|&one, &other| all[one].base.total_cmp(&all[other].base));
    let mut from = 0;
    while from < region.len() {
        let first = &all[region[from]];
        let row = region[from..].iter().take_while(|&&index| all[index].base - first.base <= 0.4 * first.size).count();
        let row = &mut region[from..from + row];
        row.sort_by(|&one, &other| all[one].start.total_cmp(&all[other].start));
        if !rightwards {
            row.reverse();
        }
        order.extend_from_slice(row);
        from += row.len();
    }
}
