//! Exact search in folded text: the same letters, from the start of a word to the end of one.

use std::ops::Range;

use memchr::memmem::Finder;

use super::fold::Folded;

/// Occurrences that are counted; a phrase that stands more often is not told apart by its number.
const MAX_OCCURRENCES: usize = 10_000;

/// Letters that an ending in brackets may stand for: `claim[ed]` for `claims`, `claiming`.
const MAX_ENDING: usize = 4;

/// Where an occurrence may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// At the end of a word.
    Word,
    /// Within the last word, a few letters before its end.
    Stem,
}

/// The words of the page that fold to `needle`, every occurrence in order.
pub(super) fn occurrences(page: &Folded<'_>, needle: &str, end: End) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if needle.is_empty() {
        return found;
    }
    let finder = Finder::new(needle);
    let mut from = 0;
    while found.len() < MAX_OCCURRENCES
        && let Some(at) = next(page, &finder, from, needle.len(), end)
    {
        let last = match end {
            End::Word => at + needle.len(),
            End::Stem => page.edge_after(at + needle.len() - 1),
        };
        found.push(page.index_at(at)..page.index_at(last));
        from = page.edge_after(at);
    }
    found
}

/// Where in the folded text `needle` first stands as whole words, from byte `from` on.
pub(super) fn first(page: &Folded<'_>, needle: &str, from: usize) -> Option<usize> {
    next(page, &Finder::new(needle), from, needle.len(), End::Word).filter(|_| !needle.is_empty())
}

fn next(page: &Folded<'_>, finder: &Finder<'_>, mut from: usize, length: usize, end: End) -> Option<usize> {
    loop {
        let at = from + finder.find(page.text.as_bytes().get(from..)?)?;
        let stop = at + length;
        let ends = match end {
            End::Word => page.is_edge(stop),
            End::Stem => page.is_edge(stop) || page.edge_after(stop) - stop <= MAX_ENDING,
        };
        if page.is_edge(at) && ends {
            return Some(at);
        }
        from = page.edge_after(at);
    }
}
