//! Marks of notes that stand once more without a link, in pages that are made by hand: an anchor leads back to one mark only.

use std::collections::HashMap;

use crate::document::entity;
use crate::document::html::tree::{Event, Tree};
use crate::span::floor_char_boundary;

use super::raised::number_of;
use super::{AROUND, Finder, MARK};

impl Finder<'_, '_> {
    /// Raised numbers right behind a sentence or a quotation that are those of notes which a link before them leads to.
    pub(super) fn again(&mut self) {
        let tree = self.tree;
        let mut known: HashMap<&str, Option<(usize, usize)>> = HashMap::new();
        for (element, label, region) in self.marks.iter().filter(|(.., region)| self.regions.contains_key(region)) {
            let own = known.entry(label).or_insert(Some((*element, *region)));
            // Each chapter can have a note of that number.
            *own = own.filter(|(_, other)| other == region).map(|(first, _)| (first.min(*element), *region));
        }
        let mut found = Vec::new();
        for (element, own) in tree.elements.iter().enumerate().filter(|(_, own)| own.name == "sup") {
            let Some(label) = number_of(tree, element) else { continue };
            let Some((first, region)) = known.get(label.as_str()).copied().flatten() else { continue };
            let within = self.regions.range(..=own.events.start).next_back();
            let in_note = within.is_some_and(|(_, region)| region.events.contains(&own.events.start));
            if first < element && !in_note && !is_linked(tree, element) && ends_before(tree, element) {
                found.push((element, label, region));
            }
        }
        self.marks.extend(found);
    }
}

/// Whether a link stands around an element, or in it.
fn is_linked(tree: &Tree<'_>, element: usize) -> bool {
    let is_link = |own: usize| tree.elements[own].name == "a";
    let within = &tree.events[tree.elements[element].events.clone()];
    tree.around(element, AROUND).any(is_link)
        || within.iter().take(MARK).any(|event| matches!(event, Event::Open(own) if is_link(*own)))
}

/// Whether a sentence, a clause or a quotation ends right before an element: elsewhere a raised number can be a power.
fn ends_before(tree: &Tree<'_>, element: usize) -> bool {
    let last = tree.elements[element].events.start.checked_sub(1).map(|before| &tree.events[before]);
    let Some(Event::Text(range)) = last else { return false };
    let start = floor_char_boundary(tree.text, range.end.saturating_sub(MARK)).max(range.start);
    let before = entity::decoded(&tree.text[start..range.end]);
    before.ends_with(['.', ',', ';', ':', '!', '?', '…', '”', '"', '’', '»', '“', '«', '」', '』', '。', '、'])
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    /// The labels of the marks of a page with one note, which a link leads to.
    fn marks(text: &str) -> Vec<String> {
        let page = format!(
            "<html><body><p>“It rose,” wrote Ode.<sup><a href=\"#fn-1\" id=\"ref-1\">1</a></sup> {text}</p><ol class=\"notes\">\
             <li id=\"fn-1\">Ann Ode, <cite>Tides</cite>, <a href=\"https://a.test/1\">here</a>. It is 3.<sup>1</sup> \
             <a href=\"#ref-1\">↑</a></li></ol></body></html>"
        );
        let document = parse(&page, Format::Html, Limits::default());
        document.markers.iter().map(|marker| marker.labels.iter().cloned().collect::<Vec<_>>().join("+")).collect()
    }

    #[test]
    fn a_raised_number_is_the_mark_of_a_note_once_more() {
        assert_eq!(marks("“It fell,” she adds.<sup>1</sup>"), ["1", "1"]);
        assert_eq!(marks("It was “low”<sup>1</sup> then."), ["1", "1"]);
    }

    #[test]
    fn a_power_and_the_number_of_no_note_are_none() {
        assert_eq!(marks("It is 10<sup>1</sup> m<sup>1</sup> high."), ["1"]);
        assert_eq!(marks("It fell.<sup>2</sup>"), ["1"]);
        assert_eq!(marks("It fell.<sup><a href=\"https://b.test/1\">1</a></sup>").len(), 2);
    }
}
