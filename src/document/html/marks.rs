//! The marks of an article: links to its notes, ranges of them, and raised numbers of a list that no link leads to.

use std::collections::HashSet;
use std::ops::Range;

use crate::document::draft::{Draft, is_citable};
use crate::document::marker::notes::{Among, Found};
use crate::document::marker::{brackets, cited};
use crate::document::{BlockKind, Role, Shape};
use crate::span::Span;

use super::footnotes::Footnotes;
use super::seen::{Seen, Use};

/// Adds the marks; `entries` are those of each note.
pub(super) fn add(draft: &mut Draft<'_>, footnotes: &Footnotes, seen: &Seen, entries: &[Vec<usize>]) {
    let mut uses = seen.uses.iter().peekable();
    while let Some(own) = uses.next() {
        let range = uses.peek().and_then(|next| between(draft, footnotes, own, next));
        let next = if range.is_some() { uses.next() } else { None };
        let notes: Vec<usize> = range.map_or_else(|| own.notes.clone(), Iterator::collect);
        let led = notes.iter().flat_map(|&note| entries[note].iter().copied()).collect();
        let labels: Vec<String> = notes.iter().map(|&note| footnotes.notes[note].label.clone()).collect();
        let labels = if labels.is_empty() { vec![own.label.clone()] } else { labels };
        let last = next.unwrap_or(own);
        draft.point(labels, led, Shape::Note, own.place..last.place, Span::new(own.span.start(), last.span.end()));
    }
    raised(draft, seen);
}

/// The notes from one mark to the next, where only a dash stands between: `[1]–[3]`.
fn between(draft: &Draft<'_>, footnotes: &Footnotes, one: &Use, next: &Use) -> Option<Range<usize>> {
    let gap = draft.prose.text().get(one.place..next.place)?.trim_matches([' ', '[', ']']);
    let mut dash = gap.chars();
    let only = dash.next().is_some_and(cited::is_dash) && dash.next().is_none();
    let (&[first], &[last]) = (one.notes.as_slice(), next.notes.as_slice()) else { return None };
    let number = |note: usize| footnotes.notes[note].label.parse::<usize>().ok();
    let (from, to) = (number(first)?, number(last)?);
    // Notes stand in the order of their numbers; one that no mark leads to is not known by it.
    let expected = |note: usize, expected: usize| number(note).is_none_or(|number| number == expected);
    let wide = cited::range(Some(from), to)?.count();
    let in_order = || (first..=last).zip(from..).all(|(note, at)| expected(note, at));
    (only && first < last && last - first == wide && in_order()).then_some(first..last + 1)
}

/// Raised numbers that a list has.
fn raised(draft: &mut Draft<'_>, seen: &Seen) {
    let listed = draft.entries.iter().filter(|entry| matches!(entry.role, Role::Listed { numbered: true, .. }));
    let listed: HashSet<String> = listed.map(|entry| entry.label.clone()).collect();
    if listed.is_empty() {
        return;
    }
    // A link to a page is its own source, whatever number it has.
    let own = |range: &Range<usize>| {
        let from = seen.links.partition_point(|own| own.link.range.start < range.start);
        let near = seen.links[from..].iter().take_while(|own| own.link.range.start < range.end);
        let whole = |url: &str| url.split_once('#').is_none_or(|(_, part)| part.starts_with(":~:"));
        near.map(|own| &own.link.url).any(|url| is_citable(url) && whole(url))
    };
    for (range, span) in seen.raised.iter().filter(|(range, _)| !own(range)) {
        let prose = draft.prose.text();
        let Some(labels) = cited::raised_numbers(prose[range.clone()].trim()) else { continue };
        let (before, text) = (prose[..range.start].chars().next_back(), &prose[..range.start]);
        // A cell of nothing else names the source of its row.
        let block = draft.blocks.partition_point(|block| block.range().end <= range.start);
        let alone = draft.blocks.get(block).is_some_and(|block| {
            block.kind == BlockKind::Cell && block.range().start >= range.start && block.range().end <= range.end
        });
        let carries = alone || labels.first().is_some_and(|label| brackets::can_carry_a_note(before, text, label));
        if carries && labels.iter().all(|label| listed.contains(label)) {
            draft.masked.push(range.clone());
            let (range, span) = (range.clone(), *span);
            draft.found.push(Found { labels, among: Among::Lists, shape: Shape::Note, range, span });
        }
    }
}
