//! Which links of an article are the marks of notes, and which elements are the notes.
//!
//! One rule covers nearly all shapes: a short link whose `#id` leads to something later in the file that holds a link
//! back, that stands under a name or a heading of notes, or that begins with the number of a mark in its place. Class
//! names only help where there is no such link.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use crate::document::list::heading::names_references;

use super::tree::Tree;

mod again;
mod astray;
mod beside;
mod idle;
mod keys;
mod linked;
mod mark;
mod raised;
mod row;

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
    /// The elements among these whose words are those of the text: the mark stands behind them.
    pub(super) behind: HashSet<usize>,
}

/// Letters of the longest mark: `[lower-alpha 12]`.
const MARK: usize = 18;
/// Elements around a mark that a link back may lead to.
const AROUND: usize = 4;
/// Elements that are no more than a part of a line.
const INLINE: &[&str] =
    &["a", "sup", "sub", "span", "b", "strong", "i", "em", "cite", "label", "small", "code", "font", "u", "q", "bdi"];
const HEADINGS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6", "dt"];

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
        behind: HashSet::new(),
    };
    finder.linked();
    if finder.marks.is_empty() {
        finder.raised();
        finder.lost();
    } else {
        finder.astray();
        finder.again();
    }
    finder.beside();
    finder.idle();
    finder.finish()
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
    /// Those whose words stay.
    behind: HashSet<usize>,
}

impl Finder<'_, '_> {
    fn finish(mut self) -> Footnotes {
        self.with_services();
        let mut footnotes = Footnotes { behind: self.behind, ..Footnotes::default() };
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
