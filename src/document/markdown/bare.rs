//! Addresses that stand in the text as they are, outside code and outside the words of links.

use std::ops::Range;

use crate::document::draft::Draft;
use crate::document::entry::Words;
use crate::document::{BlockKind, Few, Prose};
use crate::locator::scan;

use super::outline::{LinkSeen, Outline};

/// Adds the addresses that stand bare.
pub(super) fn add(draft: &Draft<'_>, outline: &mut Outline) {
    let prose = draft.prose.text();
    let mut barriers: Vec<Range<usize>> = outline.seams.iter().map(|&at| at..at).collect();
    barriers.extend(draft.masked.iter().cloned());
    barriers.extend(outline.links.iter().map(|link| link.range.clone()));
    barriers.extend(draft.blocks.iter().map(|block| block.range().end..block.range().end));
    barriers.sort_by_key(|barrier| (barrier.start, barrier.end));
    barriers.push(prose.len()..prose.len());
    let mut at = 0;
    for barrier in barriers {
        if barrier.start > at {
            let open = &prose[at..barrier.start];
            let before = draft.blocks.partition_point(|block| block.range().start <= at);
            let cell = before.checked_sub(1).is_some_and(|index| draft.blocks[index].kind == BlockKind::Cell);
            // A bar within a cell is written with a backslash, and part of an address.
            let found = if cell && open.contains('|') { scan::scan(&open.replace('|', "%")) } else { scan::scan(open) };
            let mut next = barrier.start;
            for found in found {
                let range = at + found.range.start..at + found.range.end;
                let whole = if range.end == barrier.start { whole(draft, &range) } else { None };
                let (url, range) = whole.unwrap_or_else(|| (prose[range.clone()].to_owned(), range));
                next = next.max(range.end);
                outline.links.push(seen(&draft.prose, url, range));
            }
            at = next;
        }
        at = at.max(barrier.end);
    }
    outline.links.sort_by_key(|link| (link.range.start, link.whole.start()));
}

fn seen(prose: &Prose, url: String, range: Range<usize>) -> LinkSeen {
    let span = prose.span(&range);
    LinkSeen { url, whole: span, url_spans: Few::One(span), words: Words::Address, label: None, range }
}

/// The whole of an address of which the parser has taken a low line for emphasis: `https://e.example/_a_/b`. It has
/// to be found in the file as it stands, and in the prose without the low lines.
fn whole(draft: &Draft<'_>, range: &Range<usize>) -> Option<(String, Range<usize>)> {
    let Range { start, end } = draft.prose.span(range).range();
    let behind = &draft.text[end..];
    if !behind.starts_with('_') {
        return None;
    }
    let stop = behind.find(|c: char| c.is_whitespace() || c == '<').unwrap_or(behind.len());
    let length = scan::at(&draft.text[start..end + stop], 0)?;
    let added = draft.text.get(end..start + length)?;
    let mut prose = draft.prose.text()[range.end..].chars();
    let (mut length, mut expected) = (0, prose.next());
    for c in added.chars() {
        if expected == Some(c) {
            length += c.len_utf8();
            expected = prose.next();
        } else if c != '_' {
            return None;
        }
    }
    (length > 0).then(|| (draft.text[start..end + added.len()].to_owned(), range.start..range.end + length))
}
