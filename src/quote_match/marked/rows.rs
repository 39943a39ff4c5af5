//! Cells of a table on both sides of an ellipsis: what stands in another row and in another column belongs to another label. So does what
//! is said of another term in a list of terms.

use std::ops::Range;

use crate::quote_match::folding::fold::Folded;

/// Words of a row that are looked at.
const ROW: usize = 60;

/// Whether an ellipsis over `words` leads from a cell of a table into one of another row that is not below it.
pub(crate) fn is_of_another_row(page: &Folded<'_>, words: &Range<usize>) -> bool {
    let Some(kept) = words.start.checked_sub(1).filter(|_| words.end < page.words.len()) else { return false };
    let lines = (kept..words.end).filter(|&index| page.between(index).contains('\n'));
    let begins: Vec<usize> = lines.map(|index| index + 1).collect();
    let (Some(&last), Some(first)) = (begins.last(), column(page, kept)) else { return false };
    let inner = begins.iter().all(|&line| is_row(page, line));
    match column(page, words.end) {
        Some(other) => last < words.end && is_row(page, kept) && inner && other > 0 && first != other,
        None => false,
    }
}

/// Whether an ellipsis over `words` leads from a term of a list of terms to what is said of another.
pub(crate) fn is_of_another_term(page: &Folded<'_>, words: &Range<usize>) -> bool {
    let kept = words.start.checked_sub(1).filter(|_| words.end < page.words.len());
    kept.zip(page.ends).is_some_and(|(kept, ends)| ends.leads_to_another_term(&page.bytes_between(kept, words.end)))
}

/// How many cells stand before word `index` in its line.
fn column(page: &Folded<'_>, index: usize) -> Option<usize> {
    let before = (index.saturating_sub(ROW)..index).rev();
    let line: Vec<usize> = before.take_while(|&index| !page.between(index).contains('\n')).collect();
    (line.len() < ROW).then(|| line.iter().map(|&index| page.between(index).matches('\t').count()).sum())
}

/// Whether the line of word `index` has cells.
pub(super) fn is_row(page: &Folded<'_>, index: usize) -> bool {
    let behind = index..page.words.len().min(index + ROW);
    let behind = behind.take_while(|&index| !page.between(index).contains('\n'));
    let before = (index.saturating_sub(ROW)..index).rev().take_while(|&index| !page.between(index).contains('\n'));
    behind.chain(before).any(|index| page.between(index).contains('\t'))
}
