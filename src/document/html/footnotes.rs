//! Which links of an article are the marks of notes, and which elements are the notes.
//!
//! One rule covers nearly all shapes: a short link whose `#id` leads to something later in the file that holds a link
//! back, that stands under a name or a heading of notes, or that begins with the number of a mark in its place. Class
//! names only help where there is no such link.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use crate::document::entity;
use crate::document::list::heading::names_references;
use crate::span::floor_char_boundary;

use super::parts;
use super::tree::{Event, Tree};

mod keys;

/// A note.
#[derive(Debug)]
pub(super) struct Note {
    /// As its mark has it.
    pub(super) label: String,
    /// What it consists of, in [`Tree::events`].
    pub(super) events: Range<usize>,
    /// The bytes of the file.
    pub(super) bytes: Range<usize>,
    /// The element at its beginning that only repeats its number.
    pub(super) number: Option<usize>,
    /// Whether it stands where it is pointed to, and is its own mark.
    pub(super) beside: bool,
}

/// The notes of an article and the elements that are their marks.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    /// In the order of the file.
    pub(super) notes: Vec<Note>,
    /// By element: the notes that it points to, with its label.
    pub(super) marks: HashMap<usize, (String, Vec<usize>)>,
}

/// Letters of the longest mark: `[lower-alpha 12]`.
const MARK: usize = 18;
/// Elements around a mark that a link back may lead to.
const AROUND: usize = 4;
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
/// Names of notes that stand in the paragraph.
const BESIDE: &[&str] = &[
    "sidenote",
    "marginnote",
    "margin-note",
    "footnotecontent",
    "footnote-content",
    "footnotes-footnote__note",
    "footnote__note",
    "footnote-text",
    "footnote-tooltip",
];
/// Elements before a note in the paragraph among which one is the place of a number that a style sheet counts.
const BEFORE: usize = 2;
/// Paragraphs of the longest note that stands in the paragraph.
const PARAGRAPHS: usize = 6;
/// Elements that are no more than a part of a line.
const INLINE: &[&str] =
    &["a", "sup", "sub", "span", "b", "strong", "i", "em", "cite", "label", "small", "code", "font", "u", "q", "bdi"];
const HEADINGS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6", "dt"];

/// What the names of comments begin with in pages that Google Docs and Word make: they are remarks of readers, and no notes.
const COMMENTS: &[&str] = &["#cmnt", "#_msocom"];

/// Finds the notes of an article.
pub(super) fn find(tree: &Tree<'_>) -> Footnotes {
    let mut finder = Finder {
        tree,
        headings: headings(tree),
        places: places(tree),
        regions: BTreeMap::new(),
        refused: HashMap::new(),
        parts: HashMap::new(),
        marks: Vec::new(),
    };
    finder.linked();
    if finder.marks.is_empty() {
        finder.raised();
    }
    finder.beside();
    finder.finish()
}

/// Whether a link leads to a comment, or from one back into the text.
fn is_comment(href: &str) -> bool {
    COMMENTS.iter().any(|name| href.starts_with(name))
}

struct Region {
    events: Range<usize>,
    bytes: Range<usize>,
    label: String,
    number: Option<usize>,
    beside: bool,
}

struct Finder<'t, 'a> {
    tree: &'t Tree<'a>,
    /// Where each heading begins in the events, and whether it names notes.
    headings: Vec<(usize, bool)>,
    /// The number of each item of a numbered list.
    places: HashMap<usize, usize>,
    /// By the event that they begin with.
    regions: BTreeMap<usize, Region>,
    /// How often links led to what is no note.
    refused: HashMap<usize, usize>,
    /// Where the notes of a block begin, by block.
    parts: HashMap<usize, Vec<usize>>,
    /// Element, label, region.
    marks: Vec<(usize, String, usize)>,
}

impl Finder<'_, '_> {
    /// Notes that links lead to.
    fn linked(&mut self) {
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

    /// Notes that no link leads to: a raised number in the text, and a later block that begins with it.
    fn raised(&mut self) {
        let tree = self.tree;
        let mut pending: HashMap<String, Vec<usize>> = HashMap::new();
        for element in 0..tree.elements.len() {
            let name = tree.elements[element].name.as_str();
            if !matches!(name, "sup" | "strong" | "b") {
                continue;
            }
            let words = tree.words_in(&tree.elements[element].events, MARK);
            let Some(label) = mark(&words).filter(|label| label.bytes().all(|byte| byte.is_ascii_digit())) else {
                continue;
            };
            let block = self.block_begun_by(element);
            match (block, pending.get(&label)) {
                (Some(block), Some(_)) => {
                    let marks = pending.remove(&label).unwrap_or_default();
                    let own = &tree.elements[block];
                    let (events, bytes) = (own.events.clone(), own.tag.start..own.end);
                    let (start, number) = (events.start, Some(element));
                    let region = Region { events, bytes, label: label.clone(), number, beside: false };
                    self.regions.entry(start).or_insert(region);
                    self.marks.extend(marks.into_iter().map(|mark| (mark, label.clone(), start)));
                }
                (None, _) if name == "sup" => pending.entry(label).or_default().push(element),
                _ => {}
            }
        }
    }

    /// The block whose first words are those of the element.
    fn block_begun_by(&self, element: usize) -> Option<usize> {
        let tree = self.tree;
        let block = tree.around(element, AROUND).find(|&own| !INLINE.contains(&tree.elements[own].name.as_str()))?;
        let before = tree.elements[block].events.start..tree.elements[element].events.start;
        let first = tree.words_in(&before, 4).is_empty();
        (first && matches!(tree.elements[block].name.as_str(), "p" | "li" | "div" | "dd" | "aside")).then_some(block)
    }

    /// Notes that stand in the paragraph itself.
    fn beside(&mut self) {
        let tree = self.tree;
        let mut counted = 0;
        for element in 0..tree.elements.len() {
            let own = &tree.elements[element];
            if !matches!(own.name.as_str(), "span" | "aside" | "small" | "div") || !tree.is_called(element, BESIDE) {
                continue;
            }
            let before = self.regions.range(..=own.events.start).next_back();
            let taken = before.is_some_and(|(_, region)| own.events.start < region.events.end);
            let parent = own.parent.filter(|&parent| tree.elements[parent].name != "body");
            if taken || parent.is_none() || self.is_article(element) {
                continue;
            }
            let number = tree.events[own.events.clone()].iter().find_map(|event| match event {
                Event::Open(inner) if tree.elements[*inner].name == "sup" => Some(*inner),
                _ => None,
            });
            let inner = number.map(|number| tree.words_in(&tree.elements[number].events, MARK));
            let before = parent.map(|parent| tree.elements[parent].events.start..own.events.start).unwrap_or_default();
            let mut near = element.saturating_sub(BEFORE)..element;
            let numbered = near.any(|own| tree.is_called(own, &["sidenote-number"]));
            counted += usize::from(numbered);
            let counted = numbered.then(|| counted.to_string());
            let label =
                inner.as_deref().and_then(mark).or(counted).or_else(|| last_number(&tree.words_in(&before, 4_000)));
            let Some(label) = label else { continue };
            let region =
                Region { events: own.events.clone(), bytes: own.tag.start..own.end, label, number, beside: true };
            self.regions.insert(own.events.start, region);
        }
    }

    /// Whether an element holds a heading or many paragraphs, as no note in a paragraph does: `article.has-sidenotes`.
    fn is_article(&self, element: usize) -> bool {
        let inner =
            self.tree.events[self.tree.elements[element].events.clone()].iter().filter_map(|event| match event {
                Event::Open(inner) => Some(self.tree.elements[*inner].name.as_str()),
                _ => None,
            });
        let (mut paragraphs, mut headings) = (0, 0);
        for name in inner {
            paragraphs += usize::from(name == "p");
            headings += usize::from(name.len() == 2 && HEADINGS.contains(&name) && name != "dt");
        }
        paragraphs > PARAGRAPHS || headings > 0
    }

    fn finish(self) -> Footnotes {
        let mut footnotes = Footnotes::default();
        let mut index = HashMap::new();
        let mut end = 0;
        for (start, region) in self.regions {
            // A note within a note is part of it.
            if start < end {
                continue;
            }
            end = region.events.end;
            index.insert(start, footnotes.notes.len());
            let Region { events, bytes, label, number, beside } = region;
            footnotes.notes.push(Note { label, events, bytes, number, beside });
        }
        for (element, label, region) in self.marks {
            let notes = index.get(&region).copied().into_iter().collect();
            footnotes.marks.insert(element, (label, notes));
        }
        footnotes
    }
}

/// Links to one place that are looked at before it is taken for no note.
const TRIES: usize = 32;
/// Events of a note that are looked at for a link back.
const LINKS_BACK: usize = 4_000;

/// Whether an element looks like the mark of a note, or the place of one.
fn is_mark_like(tree: &Tree<'_>, element: usize) -> bool {
    let id = tree.value(element, "id").or_else(|| tree.value(element, "name")).unwrap_or_default().to_ascii_lowercase();
    ["cite_ref", "fnref", "ftnref", "footnote-ref", "ref-"].iter().any(|start| id.starts_with(start))
        && mark(&tree.words_in(&tree.elements[element].events, MARK)).is_some()
}

/// Items of numbered lists with their numbers.
fn places(tree: &Tree<'_>) -> HashMap<usize, usize> {
    let (mut counted, mut places) = (HashMap::<usize, usize>::new(), HashMap::new());
    for (element, own) in tree.elements.iter().enumerate().filter(|(_, own)| own.name == "li") {
        if let Some(list) = own.parent.filter(|&list| tree.elements[list].name == "ol") {
            let start = tree.value(list, "start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
            let next = counted.entry(list).or_insert(start);
            places.insert(element, *next);
            *next = next.saturating_add(1);
        }
    }
    places
}

/// Headings, and whether they name notes.
fn headings(tree: &Tree<'_>) -> Vec<(usize, bool)> {
    let headings = tree.elements.iter().filter(|own| own.name.len() == 2 && HEADINGS.contains(&own.name.as_str()));
    let headings = headings.filter(|own| own.name != "dt");
    headings.map(|own| (own.events.start, names_references(&tree.words_in(&own.events, 60)).is_some())).collect()
}

/// The label of the mark of a note: `1`, `[2]`, `(a)`, `*`, `note 3`.
fn mark(words: &str) -> Option<String> {
    let bare = words.trim_matches(|c: char| c.is_whitespace() || "[](){}.:,↑^".contains(c));
    if bare.is_empty() || bare.chars().count() > MARK {
        return None;
    }
    let digits = |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let sign = bare.chars().all(|c| "*†‡§¶‖#".contains(c));
    let letter = bare.chars().count() == 1 && bare.chars().all(char::is_alphabetic) && bare != words;
    let named = bare.rsplit_once([' ', '\u{a0}']).is_some_and(|(_, number)| digits(number) || number.len() == 1);
    let roman = bare.len() > 1 && bare.chars().all(|c| "ivx".contains(c));
    (digits(bare) || sign || letter || named && bare != words || roman).then(|| bare.replace('\u{a0}', " "))
}

/// The number that a run of words ends in.
fn last_number(words: &str) -> Option<String> {
    let words = words.trim_end_matches(|c: char| c.is_whitespace() || "]).".contains(c));
    let bare = words.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = &words[bare.len()..];
    ((1..=3).contains(&number.len())).then(|| number.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_short_and_look_like_marks() {
        let check = |words: &str, expected: Option<&str>| assert_eq!(mark(words).as_deref(), expected, "{words}");
        check("[12]", Some("12"));
        check("1", Some("1"));
        check("†", Some("†"));
        check("[a]", Some("a"));
        check("a", None);
        check("[note 1]", Some("note 1"));
        check("Chapter 1", None);
        check("back", None);
        check("", None);
    }
}
