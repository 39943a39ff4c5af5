//! Notes that links lead to.

use std::collections::HashSet;
use std::ops::Range;

use crate::document::entity;
use crate::document::html::parts;
use crate::document::html::tree::{Event, Tree};
use crate::document::list::heading::names_references;
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
/// Elements that can name their note without being a link to it.
const TELLING: &[&str] = &["button", "sup", "span", "label", "abbr"];
/// Attributes in which they do.
const TOLD_BY: &[&str] = &["aria-describedby", "aria-details", "popovertarget", "aria-controls"];
/// Bytes of the longest heading that notes are described by.
const LABEL: usize = 60;
/// Elements that can be one source each.
const SOURCES: &[&str] = &["p", "li", "div", "dd", "aside", "tr", "small", "cite", "footer"];
/// Bytes of a source that nothing but its address tells.
const SOURCE: usize = 900;
/// Events of the longest.
const SOURCE_EVENTS: usize = 200;
/// Paragraphs of the longest.
const SOURCE_PARAGRAPHS: usize = 2;
/// Words in the ids of notes and sources.
const CALLED: &[&str] = &[
    "fn",
    "ftn",
    "ft",
    "note",
    "notes",
    "footnote",
    "endnote",
    "en",
    "cite",
    "citation",
    "ref",
    "reference",
    "source",
    "src",
    "bib",
    "biblio",
    "quelle",
    "anm",
    "fussnote",
    "fuente",
    "fonte",
    "nota",
];
/// Links to one place that are looked at before it is taken for no note.
const TRIES: usize = 32;
/// Events of a note that are looked at for a link back.
const LINKS_BACK: usize = 4_000;

impl Finder<'_, '_> {
    /// Notes that links lead to.
    pub(super) fn linked(&mut self) {
        for anchor in 0..self.tree.elements.len() {
            if self.tree.elements[anchor].name != "a" {
                self.told(anchor);
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
            let label = mark(&words).or_else(letter).or_else(|| {
                let headed = self.is_under_notes(target) && !self.is_under_notes(anchor);
                keys::of(self.tree, anchor, target, headed)
            });
            let Some(label) = label else {
                self.named_note(anchor, target);
                continue;
            };
            let surely = self.marks_source(anchor, target);
            if let Some(region) = self.region(anchor, target, &label, surely) {
                self.marks.push((anchor, label, region));
            }
        }
    }

    /// A mark that is no link, and names its note for programs that read aloud or open it.
    fn told(&mut self, element: usize) {
        let tree = self.tree;
        if !TELLING.contains(&tree.elements[element].name.as_str()) {
            return;
        }
        let told = TOLD_BY.iter().filter_map(|name| tree.value(element, name)).find_map(|id| tree.target(&id));
        let Some(target) = told.filter(|&target| target > element) else { return };
        let label = mark(&tree.words_in(&tree.elements[element].events, MARK));
        let Some(label) = label.filter(|_| self.is_source(target) || self.is_called_note(target)) else { return };
        if let Some(region) = self.region(element, target, &label, true) {
            self.marks.push((element, label, region));
        }
    }

    /// A link that says itself that it leads to a note, and whose words are those of the text: a style sheet counts them.
    fn named_note(&mut self, anchor: usize, target: usize) {
        let tree = self.tree;
        let says = tree.value(anchor, "role").is_some_and(|role| role == "doc-noteref")
            || tree.value(anchor, "epub:type").is_some_and(|kind| kind == "noteref")
            || tree.value(anchor, "aria-describedby").and_then(|id| tree.target(&id)).is_some_and(|heading| {
                names_references(&tree.words_in(&tree.elements[heading].events, LABEL)).is_some()
            });
        let place = || tree.around(target, NAMED).find_map(|own| self.places.get(&own)).map(usize::to_string);
        let Some(label) = says.then(place).flatten() else { return };
        if let Some(region) = self.region(anchor, target, &label, true) {
            self.behind.insert(anchor);
            self.marks.push((anchor, label, region));
        }
    }

    /// Whether an element is called a note, or stands among what is.
    fn is_called_note(&self, element: usize) -> bool {
        let tree = self.tree;
        tree.around(element, NAMED).any(|own| tree.is_called(own, NOTES))
            || tree.value(element, "role").is_some_and(|role| role == "note")
    }

    /// Whether an element is a note by what it holds: a few words and an address, and nothing that a part of the text has.
    fn is_source(&self, block: usize) -> bool {
        let tree = self.tree;
        let own = &tree.elements[block].events;
        if !SOURCES.contains(&tree.elements[block].name.as_str()) || own.len() > SOURCE_EVENTS {
            return false;
        }
        let words = tree.words_in(own, SOURCE);
        let opened = tree.events[own.clone()].iter().filter_map(|event| match event {
            Event::Open(element) => Some(*element),
            _ => None,
        });
        let (mut addressed, mut paragraphs) = (words.contains("://"), 0);
        for element in opened {
            match tree.elements[element].name.as_str() {
                name if HEADINGS.contains(&name) && name != "dt" => return false,
                "table" | "figure" | "img" | "form" => return false,
                "p" | "li" => paragraphs += 1,
                "a" => {
                    addressed |= tree
                        .value(element, "href")
                        .is_some_and(|href| ["http://", "https://"].iter().any(|scheme| href.starts_with(scheme)));
                }
                _ => {}
            }
        }
        addressed && paragraphs <= SOURCE_PARAGRAPHS && words.len() < SOURCE
    }

    /// Whether a link looks like the mark of a source that nothing else tells: raised, in square brackets, or with an id
    /// that is called so.
    fn marks_source(&self, anchor: usize, target: usize) -> bool {
        let tree = self.tree;
        let words = tree.words_in(&tree.elements[anchor].events, MARK);
        let in_list =
            tree.around(anchor, NAMED).any(|own| matches!(tree.elements[own].name.as_str(), "nav" | "header"));
        let id = ["id", "name"].iter().find_map(|name| tree.value(target, name)).unwrap_or_default().to_lowercase();
        let bare = id.trim_end_matches(|c: char| c.is_ascii_digit() || "-_.:".contains(c));
        let called = bare.split(|c: char| !c.is_alphabetic()).any(|word| CALLED.contains(&word));
        let of_author = || tree.around(target, AROUND).any(|own| tree.is_called(own, &["aff", "author", "corresp"]));
        !in_list
            && !of_author()
            && (words.starts_with('[') && words.ends_with(']') || self.is_in_place(anchor) || called)
    }

    /// The note that the link `anchor` to the element `target` is the mark of, if it is one. Where it `marks_source` what it
    /// leads to is a note by what it holds, too.
    fn region(&mut self, anchor: usize, target: usize, label: &str, marks_source: bool) -> Option<usize> {
        let tree = self.tree;
        let block = tree.around(target, NAMED).find(|&own| !INLINE.contains(&tree.elements[own].name.as_str()))?;
        let is_cell = |own: usize| matches!(tree.elements[own].name.as_str(), "td" | "th");
        let row = tree.elements[block].parent.filter(|&row| is_cell(block) && tree.elements[row].name == "tr");
        let block = row.unwrap_or(block);
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
        let named = self.is_called_note(block) || self.is_under_notes(block);
        let numbered = || self.has_number(block, &whole, label) && self.is_in_place(anchor);
        let cites = || marks_source && self.is_source(block);
        // A term can be the number of the note that it stands before.
        let titles = heading && tree.elements[block].name != "dt";
        let term = || keys::is_term(tree, block, label);
        if !back && (titles || !named && !numbered() && !cites() && !term()) {
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
