//! Notes that no link leads to: a raised number in the text, and a later block that begins with it.

use std::collections::HashMap;
use std::ops::Range;

use crate::document::html::parts;
use crate::document::html::tree::Tree;

use super::mark::mark;
use super::{AROUND, Finder, INLINE, MARK, Region};

impl Finder<'_, '_> {
    /// Notes that no link leads to: a raised number in the text, and a later block that begins with it.
    pub(super) fn raised(&mut self) {
        let tree = self.tree;
        let mut pending: HashMap<String, Vec<usize>> = HashMap::new();
        let mut starts: HashMap<usize, Vec<usize>> = HashMap::new();
        for element in 0..tree.elements.len() {
            let name = tree.elements[element].name.as_str();
            if !matches!(name, "sup" | "strong" | "b") {
                continue;
            }
            let Some(label) = number_of(tree, element) else { continue };
            let note = self.note_begun_by(element, &mut starts);
            match (note, pending.get(&label)) {
                (Some((events, bytes)), Some(_)) => {
                    let marks = pending.remove(&label).unwrap_or_default();
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

    /// The block whose first words are those of the element, or the part of it that begins with them on a line of its own;
    /// events and bytes.
    fn note_begun_by(
        &self,
        element: usize,
        starts: &mut HashMap<usize, Vec<usize>>,
    ) -> Option<(Range<usize>, Range<usize>)> {
        let tree = self.tree;
        let block = tree.around(element, AROUND).find(|&own| !INLINE.contains(&tree.elements[own].name.as_str()))?;
        if !matches!(tree.elements[block].name.as_str(), "p" | "li" | "div" | "dd" | "aside") {
            return None;
        }
        let begins = |own: usize| BEGINS.contains(&tree.elements[own].name.as_str()) && number_of(tree, own).is_some();
        let starts = starts.entry(block).or_insert_with(|| parts::starts_with(tree, block, begins));
        if let Some(part) = parts::part(tree, block, starts, element).filter(|part| {
            let before = part.start..tree.elements[element].events.start;
            tree.words_in(&before, 4).is_empty()
        }) {
            let bytes = parts::bytes_of(tree, &part);
            return Some((part, bytes));
        }
        let before = tree.elements[block].events.start..tree.elements[element].events.start;
        let own = &tree.elements[block];
        tree.words_in(&before, 4).is_empty().then(|| (own.events.clone(), own.tag.start..own.end))
    }
}

/// Elements that the number of a note at its front stands in.
const BEGINS: &[&str] = &["sup", "strong", "b"];

/// The number that is all that an element holds.
pub(super) fn number_of(tree: &Tree<'_>, element: usize) -> Option<String> {
    let words = tree.words_in(&tree.elements[element].events, MARK);
    mark(&words).filter(|label| label.bytes().all(|byte| byte.is_ascii_digit()))
}
