//! Marks that lead to a note that is not there, and notes to which no mark leads, where links tell marks from notes.

use std::collections::HashSet;

use super::mark::mark;
use super::{AROUND, Finder, MARK, Region};

/// Items of one list that are looked at.
const MOST_ITEMS: usize = 10_000;

impl Finder<'_, '_> {
    /// Adds them, once the marks that lead to notes are known.
    pub(super) fn astray(&mut self) {
        let tree = self.tree;
        let href = |element: usize| tree.value(element, "href").filter(|href| href.starts_with('#') && href.len() > 1);
        let known: HashSet<usize> = self.marks.iter().map(|(element, ..)| *element).collect();
        let families: HashSet<String> =
            known.iter().filter_map(|element| Some(family(&href(*element)?[1..])?.to_owned())).collect();
        if families.is_empty() {
            return;
        }
        let mut led_to: HashSet<String> = HashSet::new();
        let mut lost = Vec::new();
        for (element, own) in tree.elements.iter().enumerate().filter(|(_, own)| own.name == "a") {
            let Some(href) = href(element) else { continue };
            led_to.insert(href[1..].to_owned());
            let of_family = family(&href[1..]).is_some_and(|own| families.contains(own));
            let within = self.regions.range(..=own.events.start).next_back();
            let in_note = within.is_some_and(|(_, region)| region.events.contains(&own.events.start));
            if !known.contains(&element) && of_family && !in_note && tree.linked(&href).is_none() {
                let label = mark(&tree.words_in(&own.events, MARK));
                lost.extend(
                    label.filter(|label| label.bytes().all(|byte| byte.is_ascii_digit())).map(|label| (element, label)),
                );
            }
        }
        self.unused(&families, &led_to);
        // There is no region at the end of all events.
        self.marks.extend(lost.into_iter().map(|(element, label)| (element, label, usize::MAX)));
    }

    /// In an article of which no mark leads to a note: raised numbers that are links to a place of the article that is not there.
    pub(super) fn lost(&mut self) {
        let tree = self.tree;
        if !self.marks.is_empty() {
            return;
        }
        for (element, own) in tree.elements.iter().enumerate().filter(|(_, own)| own.name == "a") {
            let href = tree.value(element, "href").filter(|href| href.starts_with('#') && href.len() > 1);
            let lost = href.is_some_and(|href| !href.eq_ignore_ascii_case("#top") && tree.linked(&href).is_none());
            let raised = || tree.around(element, AROUND).any(|around| tree.elements[around].name == "sup");
            if !lost || !raised() {
                continue;
            }
            let label = mark(&tree.words_in(&own.events, MARK));
            if let Some(label) = label.filter(|label| label.bytes().all(|byte| byte.is_ascii_digit())) {
                self.marks.push((element, label, usize::MAX));
            }
        }
    }

    /// Items of a list of notes that no link of the article leads to.
    fn unused(&mut self, families: &HashSet<String>, led_to: &HashSet<String>) {
        let tree = self.tree;
        let is_note = |item: usize| self.regions.range(tree.elements[item].events.clone()).next().is_some();
        let items = (0..tree.elements.len()).filter(|&own| tree.elements[own].name == "li").take(MOST_ITEMS);
        let in_list = |item: usize| {
            let list = tree.elements[item].parent.filter(|list| tree.elements[*list].name == "ol")?;
            Some((list, is_note(item)))
        };
        let items: Vec<(usize, usize, bool)> =
            items.filter_map(|item| in_list(item).map(|(list, noted)| (item, list, noted))).collect();
        let lists: HashSet<usize> = items.iter().filter(|(.., noted)| *noted).map(|(_, list, _)| *list).collect();
        let mut found = Vec::new();
        for (item, list, noted) in items {
            let own = &tree.elements[item];
            let id = tree.value(item, "id").filter(|id| family(id).is_some_and(|own| families.contains(own)));
            let led = id.is_none_or(|id| led_to.contains(&id));
            let Some(place) = self.places.get(&item).filter(|_| !noted && !led && lists.contains(&list)) else {
                continue;
            };
            let (events, bytes) = (own.events.clone(), own.tag.start..own.end);
            found.push(Region { events, bytes, label: place.to_string(), number: None, beside: false });
        }
        self.regions.extend(found.into_iter().map(|region| (region.events.start, region)));
    }
}

/// What the ids of all notes of an article begin with: `fn` of `fn12`, `cite_note` of `cite_note-byrd-1`.
fn family(id: &str) -> Option<&str> {
    let end = id.find(|c: char| !c.is_ascii_alphabetic() && c != '_').unwrap_or(id.len());
    let numbered = id[end..].contains(|c: char| c.is_ascii_digit());
    (end > 0 && numbered).then(|| &id[..end])
}
