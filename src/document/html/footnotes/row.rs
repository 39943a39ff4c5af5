//! Notes whose row of links stands in an element of its own, right behind them.

use crate::document::entity;
use crate::document::html::services;
use crate::document::html::tree::Event;

use super::Finder;

/// Events of the longest row.
const EVENTS: usize = 120;
/// Bytes of the words of a link.
const WORDS: usize = 60;

impl Finder<'_, '_> {
    /// Adds to each note the row of services that the next element beside it is.
    pub(super) fn with_services(&mut self) {
        let tree = self.tree;
        let mut added = Vec::new();
        for (&start, region) in &self.regions {
            let Some(Event::Open(element)) = tree.events.get(start) else { continue };
            if tree.elements[*element].events != region.events {
                continue;
            }
            let rest = tree.events[region.events.end..].iter().take(EVENTS);
            let next = rest.map_while(|event| match event {
                Event::Open(next) => Some(Some(*next)),
                Event::Text(range) if !has_words(&tree.text[range.clone()]) => Some(None),
                Event::Comment(..) => Some(None),
                _ => None,
            });
            let next = next.flatten().next().filter(|&next| self.is_row(next));
            added.extend(next.map(|next| (start, next)));
        }
        for (start, next) in added {
            let own = &tree.elements[next];
            let Some(region) = self.regions.get_mut(&start) else { continue };
            (region.events.end, region.bytes.end) = (own.events.end, own.end);
        }
    }

    /// Whether an element has nothing but links whose words name services.
    fn is_row(&self, element: usize) -> bool {
        let tree = self.tree;
        let own = tree.elements[element].events.clone();
        if own.len() > EVENTS || self.regions.range(own.clone()).next().is_some() {
            return false;
        }
        let (mut at, mut links) = (own.start, 0);
        while at < own.end {
            match &tree.events[at] {
                Event::Open(inner) if tree.elements[*inner].name == "a" => {
                    let inner = &tree.elements[*inner].events;
                    if !services::is_service(&tree.words_in(inner, WORDS)) {
                        return false;
                    }
                    links += 1;
                    at = inner.end;
                    continue;
                }
                Event::Text(range) if has_words(&tree.text[range.clone()]) => return false,
                _ => {}
            }
            at += 1;
        }
        links > 0
    }
}

fn has_words(text: &str) -> bool {
    entity::decoded(text).contains(char::is_alphanumeric)
}
