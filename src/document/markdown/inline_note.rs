//! Notes within a paragraph, `^[Smith, “Title,” https://…]`, which the parser reads as text.

use std::ops::Range;

use crate::document::BlockKind;
use crate::document::draft::Draft;

use super::noted::Noted;
use super::outline::Outline;

/// The ranges of the prose that are notes with an address or a key, brackets included, in order.
pub(super) fn find(draft: &Draft<'_>, outline: &Outline) -> Vec<Range<usize>> {
    let blocks = draft.blocks.iter().filter(|block| block.kind != BlockKind::Entry);
    let noted = Noted::of(draft);
    let cites = |range: &Range<usize>| !outline.links_in(&inner(range)).is_empty() || noted.cites(range);
    blocks.flat_map(|block| in_block(draft.prose.text(), &block.range())).filter(cites).collect()
}

/// What stands between the brackets.
pub(super) fn inner(note: &Range<usize>) -> Range<usize> {
    note.start + "^[".len()..note.end - "]".len()
}

/// The outermost notes of a block.
fn in_block(prose: &str, block: &Range<usize>) -> Vec<Range<usize>> {
    let mut open: Vec<(usize, bool)> = Vec::new();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut last = ' ';
    for (at, c) in prose[block.clone()].char_indices() {
        let at = block.start + at;
        match c {
            '[' => open.push((at, last == '^')),
            ']' => {
                if let Some((start, true)) = open.pop() {
                    let note = start - 1..at + 1;
                    while found.last().is_some_and(|inner| inner.start > note.start) {
                        found.pop();
                    }
                    found.push(note);
                }
            }
            _ => {}
        }
        last = c;
    }
    found
}
