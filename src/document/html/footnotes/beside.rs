//! Notes that stand in the paragraph that they are for.

use crate::document::html::tree::Event;

use super::mark::{last_number, mark};
use super::{Finder, HEADINGS, MARK, Region};

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
    "ltx_role_footnote",
];
/// Elements that are notes, which a program counts.
const COUNTED: &[&str] = &["d-footnote", "dt-fn"];
/// Elements before a note in the paragraph among which one is the place of a number that a style sheet counts.
const BEFORE: usize = 2;
/// Paragraphs of the longest note that stands in the paragraph.
const PARAGRAPHS: usize = 6;

impl Finder<'_, '_> {
    /// Notes that stand in the paragraph itself.
    pub(super) fn beside(&mut self) {
        let tree = self.tree;
        let mut counted = 0;
        for element in 0..tree.elements.len() {
            let own = &tree.elements[element];
            let is_named = COUNTED.contains(&own.name.as_str());
            let plain = matches!(own.name.as_str(), "span" | "aside" | "small" | "div");
            if !(is_named || plain && tree.is_called(element, BESIDE)) {
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
            let numbered = is_named || near.any(|own| tree.is_called(own, &["sidenote-number"]));
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
}
