//! Marks at the ends of items and paragraphs that have no stop: `holds patents in autonomous vehicles 1`. A quantity can stand
//! there as well, so they count only where most of the numbers that end so can be those of notes, and no word announces them.

use std::ops::Range;

use super::again::{Names, ends_small_word};
use super::words::are_announced;
use super::{
    AHEAD, DIGITS, Found, LONGEST_ROW, ends_in_dated_year, is_closing, is_digit, is_masked, is_outside_words, numbers,
};
use crate::document::draft::Draft;
use crate::document::{Block, BlockKind, Quoted};

/// Fewer say nothing of a custom.
const FEWEST: usize = 3;
/// For each that is no number of a note, so many are one.
const FOR_EACH_OTHER: usize = 4;
/// Words of a block, the number among them; fewer are a line of a table.
const SHORTEST_BLOCK: usize = 5;
/// The same of one that ends in a colon: it opens a list.
const SHORTEST_OPENER: usize = 3;
/// Blanks before a number that still belongs to the words before it.
const MOST_BLANKS: usize = 2;

/// Numbers at the end of a block.
struct End {
    range: Range<usize>,
    numbers: Vec<usize>,
    /// Whether no name and no year stands before them, to which they could belong.
    is_plain: bool,
}

/// The marks at the ends of `blocks` that `found`, the marks of one list of `length` notes, leaves out.
pub(super) fn find(
    draft: &Draft<'_>,
    quoted: &[Quoted],
    blocks: &[&Block],
    found: &[Found],
    length: usize,
) -> Vec<Range<usize>> {
    let prose = draft.prose.text();
    if found.len() < FEWEST {
        return Vec::new();
    }
    let is_free = |range: &Range<usize>| {
        let next = found.partition_point(|own| own.range.end <= range.start);
        found.get(next).is_none_or(|own| own.range.start >= range.end)
    };
    let may_be = |range: &Range<usize>| !is_masked(&draft.masked, range) && is_outside_words(quoted, range);
    let names = Names::of(prose);
    let ends: Vec<End> = blocks
        .iter()
        .filter(|block| block.kind != BlockKind::Cell)
        .filter_map(|block| end(prose, block, &names))
        .filter(|end| may_be(&end.range))
        .collect();
    let (fit, others): (Vec<&End>, Vec<&End>) = {
        let (mut highest, mut next) = (0, 0);
        ends.iter().partition(|end| {
            for own in found[next..].iter().take_while(|own| own.range.start < end.range.start) {
                highest =
                    numbers(&prose[own.range.clone()]).filter(|number| *number <= length).fold(highest, usize::max);
                next += 1;
            }
            let fits = end.numbers.iter().all(|number| (1..=(highest + AHEAD).min(length)).contains(number));
            if fits && end.is_plain {
                highest = end.numbers.iter().copied().fold(highest, usize::max);
            }
            fits
        })
    };
    let plain = |ends: &[&End]| -> usize { ends.iter().filter(|end| end.is_plain).map(|end| end.numbers.len()).sum() };
    let is_custom = plain(&fit) >= FEWEST && plain(&fit) >= FOR_EACH_OTHER * plain(&others);
    if !is_custom || are_announced(prose, fit.iter().map(|end| end.range.start)) {
        return Vec::new();
    }
    fit.into_iter().map(|end| end.range.clone()).filter(is_free).collect()
}

/// The numbers that a block ends in.
fn end<'t>(prose: &'t str, block: &Block, names: &Names<'t>) -> Option<End> {
    let text = &prose[block.range()];
    let whole = text.trim_end_matches(|c: char| c.is_whitespace());
    let start = start_of_run(whole)?;
    let words = whole[..start].trim_end();
    let numbers: Vec<usize> = numbers(&whole[start..]).collect();
    let near = (1..=MOST_BLANKS).contains(&whole[words.len()..start].chars().count());
    let opens = words.ends_with(':');
    let long = text.split_whitespace().count() >= if opens { SHORTEST_OPENER } else { SHORTEST_BLOCK };
    if !near || !long || numbers.contains(&0) || numbers.len() > LONGEST_ROW {
        return None;
    }
    let closed = words.trim_end_matches(is_closing);
    let is_plain = opens || ends_small_word(closed) || closed.len() < words.len() || words.ends_with('%');
    let may_be = is_plain || names.are_bare_at_end(words) || ends_in_dated_year(words);
    let range = block.range().start + start..block.range().start + whole.len();
    may_be.then_some(End { range, numbers, is_plain })
}

/// Where the numbers begin that a text ends in, as long as those of notes, with a space or a comma between.
fn start_of_run(text: &str) -> Option<usize> {
    let mut start = None;
    let mut rest = text;
    loop {
        let words = rest.trim_end_matches(is_digit);
        let long = rest.len() - words.len();
        if !(1..=DIGITS).contains(&long) || !words.ends_with([' ', ',', '\u{a0}']) {
            return start;
        }
        start = Some(words.len());
        rest = words.trim_end_matches([' ', ',']);
        if words.len() - rest.len() > MOST_BLANKS || !rest.ends_with(is_digit) {
            return start;
        }
    }
}
