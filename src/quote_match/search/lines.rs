//! A number in another form, where the line before the passage or behind it has the quote's own form.

use std::ops::Range;

use crate::quote_match::folding::fold::Folded;

/// The parts of `region` without the first sentences or the last ones of what was found there: the title can have the number in the
/// quote's own form, 二〇二四年, and the sentence 2024年.
pub(super) fn lines(page: &Folded<'_>, region: &Range<usize>, words: &Range<usize>) -> Vec<Range<usize>> {
    const LINES: usize = 4;
    let ends = |index: &usize| page.between(*index).contains(['\n', '.', ':', '!', '?', '。']);
    let breaks: Vec<usize> = (words.start..words.end.saturating_sub(1)).filter(ends).collect();
    let behind = breaks.iter().take(LINES).map(|&at| at + 1..region.end);
    let parts = behind.chain(breaks.iter().rev().take(LINES).map(|&at| region.start..at + 1));
    parts.collect()
}
