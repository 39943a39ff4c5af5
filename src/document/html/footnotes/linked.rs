//! Notes that links lead to.

use std::collections::HashSet;
use std::ops::Range;

use crate::document::entity;
use crate::document::html::parts;
use crate::document::html::tree::{Event, Tree};
use crate::span::floor_char_boundary;

use super::mark::mark;
use super::{AROUND, Finder, HEADINGS, INLINE, MARK, Region, keys};

/// Elements around a note that may say that it is one.
const NAMED: usize = 6;
/// Names of notes and of places for them.
const NOTES: &[&str] = &[
    "footnote",
    "endnote",
    "references",
    "reflist",
    "bibliograph",
    "doc-note",
    "citations",
    "fn-list",
    "sidenote",
    "ftn",
];
/// What the names of comments begin with in pages that Google Docs and Word make: they are remarks of readers, and no notes.
const COMMENTS: &[&str] = &["#cmnt", "#_msocom"];
/// Links to one place that are looked at before it is taken for no note.
const TRIES: usize = 32;
/// Events of a note that are looked at for a link back.
const LINKS_BACK: usize = 4_000;

impl Finder<'_, '_> {
    /// Notes that links lead to.
    pub(super) fn linked(&mut self) {
        for anchor in 0..self.tree.elements.len() {
            if self.tree.elements[anchor].name != "a" {
                continue;
            }
            let Some(href) = self.tree.value(anchor, "href") else { continue };
            if is_comment(&href) {
                continue;
            }
            let Some(target) = self.tree.linked(&href) else { continue };
            let words = self.tree.words_in(&self.tree.elements[anchor].events, MARK);
            let letter = || {
                let alone = words.chars().count() == 1 && words.chars().all(char::is_alphabetic);
                (alone && self.is_in_place(anchor)).then(|| words.clone())
            };
            let label = mark(&words).or_else(letter).or_else(|| keys::of(self.tree, anchor, target));
            let Some(label) = label else { continue };
            if let Some(region) = self.region(anchor, target, &label) {
                self.marks.push((anchor, label, region));
            }
        }
    }

    /// The note that the link `anchor` to the element `target` is the mark of, if it is one.
    fn region(&mut self, anchor: usize, target: usize, label: &str) -> Option<usize> {
        let tree = self.tree;
        let block = tree.around(target, NAMED).find(|&own| !INLINE.contains(&tree.elements[own].name.as_str()))?;
        if tree.elements[block].tag.start < tree.elements[anchor].end {
            return None;
        }
        let heading = HEADINGS.contains(&tree.elements[block].name.as_str());
        let starts = self.parts.entry(block).or_insert_with(|| parts::starts(tree, block));
        let part = parts::part(tree, block, starts, target);
        let events = match &part {
            _ if heading => self.behind(block),
            Some(part) => part.clone(),
            None => tree.elements[block].events.clone(),
        };
        if let Some(known) = self.regions.get(&events.start) {
            return Some(known.events.start);
        }
        let refused = self.refused.entry(events.start).or_default();
        *refused += 1;
        if *refused > TRIES {
            return None;
        }
        let begun = if part.is_some() { events.start } else { tree.elements[block].events.start };
        let whole = begun..events.end;
        let back = self.leads_back(anchor, &whole);
        let named = tree.around(block, NAMED).any(|own| tree.is_called(own, NOTES)) || self.is_under_notes(block);
        let numbered = || self.has_number(block, &whole, label) && self.is_in_place(anchor);
        if !back && (heading || !named && !numbered()) {
            return None;
        }
        let bytes = match &part {
            Some(part) => parts::bytes_of(tree, part),
            None => tree.elements[block].tag.start..self.end_of(&events, block),
        };
        let start = events.start;
        self.regions.insert(start, Region { events, bytes, label: label.to_owned(), number: None, beside: false });
        Some(start)
    }

    /// What follows a heading, as far as the next one beside it or the end of what holds both.
    fn behind(&self, heading: usize) -> Range<usize> {
        let tree = self.tree;
        let start = tree.elements[heading].events.end;
        let parent = tree.elements[heading].parent;
        let limit = parent.map_or(tree.events.len(), |parent| tree.elements[parent].events.end.saturating_sub(1));
        let mut at = start;
        while at < limit {
            if let Event::Open(element) = tree.events[at] {
                if HEADINGS.contains(&tree.elements[element].name.as_str()) {
                    break;
                }
                at = tree.elements[element].events.end;
            } else {
                at += 1;
            }
        }
        start..at.max(start)
    }

    /// One past the last byte of a run of events.
    fn end_of(&self, events: &Range<usize>, block: usize) -> usize {
        let last = self.tree.events[events.clone()].last().map(|event| match event {
            Event::Open(element) | Event::Close(element) => self.tree.elements[*element].end,
            Event::Text(range) | Event::Comment(_, range) => range.end,
        });
        last.unwrap_or(self.tree.elements[block].end).max(self.tree.elements[block].end)
    }

    /// Whether a link among the events leads back to the mark.
    fn leads_back(&self, anchor: usize, events: &Range<usize>) -> bool {
        let tree = self.tree;
        let around: HashSet<usize> = tree.around(anchor, AROUND).collect();
        tree.events[events.clone()].iter().take(LINKS_BACK).any(|event| {
            let Event::Open(element) = event else { return false };
            let href = tree.value(*element, "href").filter(|_| tree.elements[*element].name == "a");
            let target = href.and_then(|href| tree.linked(&href));
            // Where a note is used twice, a link back leads to the first.
            target.is_some_and(|target| around.contains(&target) || is_mark_like(tree, target))
        })
    }

    /// Whether a block begins with the number of a mark, or is the item of that number.
    fn has_number(&self, block: usize, events: &Range<usize>, label: &str) -> bool {
        let tree = self.tree;
        let words = tree.words_in(events, MARK);
        let rest = words.trim_start_matches(['[', '(', '^', ' ']).strip_prefix(label);
        let begins = rest.is_some_and(|rest| rest.starts_with(|c: char| " .)]:".contains(c)));
        let placed = self.places.get(&block).is_some_and(|place| place.to_string() == label);
        // Papers number the places where their authors work in the same way.
        (begins || placed) && !tree.around(block, AROUND).any(|own| tree.is_called(own, &["aff"]))
    }

    /// Whether a link stands where the mark of a note does: raised, or right behind a word.
    fn is_in_place(&self, anchor: usize) -> bool {
        let tree = self.tree;
        let is_raised = |own: usize| tree.elements[own].name == "sup";
        let within = tree.events[tree.elements[anchor].events.clone()].iter().take(2 * AROUND);
        if tree.around(anchor, AROUND).any(is_raised)
            || within.into_iter().any(|event| matches!(event, Event::Open(own) if is_raised(*own)))
        {
            return true;
        }
        let before = tree.events[..tree.elements[anchor].events.start].iter().rev().take(2 * AROUND);
        for event in before {
            match event {
                Event::Text(range) => {
                    let before = entity::decoded(
                        &tree.text[range.start.max(floor_char_boundary(tree.text, range.end.saturating_sub(MARK)))
                            ..range.end],
                    );
                    let behind = before.trim_end_matches('[').chars().next_back();
                    return behind.is_some_and(|c| !c.is_whitespace() && !"([{".contains(c));
                }
                Event::Open(own) | Event::Close(own) if INLINE.contains(&tree.elements[*own].name.as_str()) => {}
                Event::Comment(..) => {}
                Event::Open(_) | Event::Close(_) => return false,
            }
        }
        false
    }

    fn is_under_notes(&self, block: usize) -> bool {
        let start = self.tree.elements[block].events.start;
        let next = self.headings.partition_point(|(at, _)| *at < start);
        next.checked_sub(1).is_some_and(|last| self.headings[last].1)
    }
}

/// Whether a link leads to a comment, or from one back into the text.
fn is_comment(href: &str) -> bool {
    COMMENTS.iter().any(|name| href.starts_with(name))
}

/// Whether an element looks like the mark of a note, or the place of one.
fn is_mark_like(tree: &Tree<'_>, element: usize) -> bool {
    let id = tree.value(element, "id").or_else(|| tree.value(element, "name")).unwrap_or_default().to_ascii_lowercase();
    ["cite_ref", "fnref", "ftnref", "footnote-ref", "ref-"].iter().any(|start| id.starts_with(start))
        && mark(&tree.words_in(&tree.elements[element].events, MARK)).is_some()
}
