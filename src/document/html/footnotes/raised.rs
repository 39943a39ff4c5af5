//! Notes that no link leads to: a raised number in the text, and a later block that begins with it.

use std::collections::HashMap;

use super::mark::mark;
use super::{AROUND, Finder, INLINE, MARK, Region};

impl Finder<'_, '_> {
    /// Notes that no link leads to: a raised number in the text, and a later block that begins with it.
    pub(super) fn raised(&mut self) {
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
}
