//! Notes that share one block, each on a line of its own behind a `<br>`, with a place that its mark leads to at its front.

use std::ops::Range;

use super::tree::{Event, Tree};

/// Events of the longest block that is looked at.
const EVENTS: usize = 20_000;

/// Where each note of `block` begins in the events, with a place that a mark leads to; fewer than two are none.
pub(super) fn starts(tree: &Tree<'_>, block: usize) -> Vec<usize> {
    starts_with(tree, block, |element| {
        let is_place = ["id", "name"].iter().any(|name| tree.value(element, name).is_some());
        is_place && matches!(tree.elements[element].name.as_str(), "a" | "span" | "sup" | "b" | "strong")
    })
}

/// Where each line of `block` begins that begins with such an element.
pub(super) fn starts_with(tree: &Tree<'_>, block: usize, begins: impl Fn(usize) -> bool) -> Vec<usize> {
    let own = &tree.elements[block].events;
    let (mut starts, mut fresh) = (Vec::new(), true);
    for (at, event) in tree.events[own.clone()].iter().enumerate().skip(1).take(EVENTS) {
        match event {
            Event::Open(element) => {
                if fresh && begins(*element) {
                    starts.push(own.start + at);
                    fresh = false;
                }
                fresh |= tree.elements[*element].name == "br";
            }
            Event::Text(range) => fresh &= tree.text[range.clone()].trim().is_empty(),
            Event::Close(_) | Event::Comment(..) => {}
        }
    }
    starts
}

/// The events of the note among `starts` that the element `target` stands in.
pub(super) fn part(tree: &Tree<'_>, block: usize, starts: &[usize], target: usize) -> Option<Range<usize>> {
    let at = tree.elements[target].events.start;
    let next = starts.partition_point(|&start| start <= at);
    let start = *starts.get(next.checked_sub(1)?).filter(|_| starts.len() > 1)?;
    let end = starts.get(next).copied().unwrap_or(tree.elements[block].events.end - 1);
    Some(start..end)
}

/// The bytes of a part of a block.
pub(super) fn bytes_of(tree: &Tree<'_>, events: &Range<usize>) -> Range<usize> {
    let byte = |event: &Event, at_end: bool| match event {
        Event::Open(element) if !at_end => tree.elements[*element].tag.start,
        Event::Open(element) => tree.elements[*element].tag.end,
        Event::Close(element) => tree.elements[*element].end,
        Event::Text(range) | Event::Comment(_, range) if at_end => range.end,
        Event::Text(range) | Event::Comment(_, range) => range.start,
    };
    let own = &tree.events[events.clone()];
    // The breaks behind it part it from the next.
    let is_space = |event: &&Event| match event {
        Event::Open(element) | Event::Close(element) => tree.elements[*element].name == "br",
        Event::Text(range) => tree.text[range.clone()].trim().is_empty(),
        Event::Comment(..) => true,
    };
    let start = own.first().map_or(0, |first| byte(first, false));
    let last = own.iter().rev().find(|event| !is_space(event));
    start..last.map_or(start, |last| byte(last, true)).max(start)
}
