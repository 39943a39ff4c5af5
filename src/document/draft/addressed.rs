//! Marks that are links with an address of their own, `[\\[2\\]](https://…)`, in texts whose list may count otherwise: chat programs
//! number what they read, and writers number their works.

use std::collections::HashMap;

use crate::document::entry::archived::same_page;
use crate::document::marker::notes::{Among, Found};
use crate::document::{Marker, Role, Shape};

use super::Draft;

/// Links within one mark that are looked at.
const MOST_LINKS: usize = 16;

/// What the list has under the numbers of a mark that leads somewhere itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Listed {
    /// The same page.
    Same,
    /// Another page.
    Another,
    /// No address, which may be that page.
    Bare,
    /// No such number.
    Nothing,
}

impl Draft<'_> {
    /// Takes out the marks whose own address is not that of the entry with their number, but where most marks show that the
    /// numbers are those of the list: they mean what they lead to, which is a citation of its own.
    pub(super) fn without_addressed(&self, found: &mut Vec<Found>) {
        let is_own = |link: &&Marker| {
            let by_itself = || link.entries.iter().all(|&entry| self.entries[entry].role == Role::Link);
            link.shape == Shape::Link || !link.entries.is_empty() && by_itself()
        };
        let mut links: Vec<&Marker> = self.links.iter().filter(is_own).collect();
        links.sort_by_key(|link| (link.range().start, link.range().end));
        if links.is_empty() {
            return;
        }
        let mut pages: HashMap<&str, Vec<Option<String>>> = HashMap::new();
        for entry in self.entries.iter().filter(|entry| matches!(entry.role, Role::Listed { .. })) {
            let page = entry.source.url.as_deref().and_then(same_page);
            pages.entry(entry.label.as_str()).or_default().push(page);
        }
        let told: Vec<Option<Listed>> = found.iter().map(|mark| self.listed_as(mark, &links, &pages)).collect();
        let count = |wanted: Listed| told.iter().flatten().filter(|listed| **listed == wanted).count();
        let (same, another, nothing) = (count(Listed::Same), count(Listed::Another), count(Listed::Nothing));
        let is_list = same > another + nothing;
        let mut told = told.into_iter();
        found.retain(|_| match told.next().flatten() {
            Some(Listed::Another) => is_list,
            Some(Listed::Nothing) => false,
            Some(Listed::Same | Listed::Bare) | None => true,
        });
    }

    /// What the list has under the numbers of a mark, if all of these are links with an address.
    fn listed_as(&self, mark: &Found, links: &[&Marker], pages: &HashMap<&str, Vec<Option<String>>>) -> Option<Listed> {
        let numbers = mark.labels.iter().all(|label| label.bytes().all(|byte| byte.is_ascii_digit()));
        if !matches!(mark.shape, Shape::Note | Shape::Bare) || mark.among != Among::Lists || !numbers {
            return None;
        }
        let from = links.partition_point(|link| link.range().end <= mark.range.start);
        // A mark can stand within the words of a link as well.
        let bare = |link: &&&Marker| !self.prose.text()[link.range()].contains(char::is_alphabetic);
        let near = links[from..].iter().take(MOST_LINKS).take_while(|link| link.range().start < mark.range.end);
        let near = near.filter(bare);
        let own: Vec<String> = near.filter_map(|link| self.page_of(link)).collect();
        if own.is_empty() || own.len() != mark.labels.len() {
            return None;
        }
        let of_label = |(label, page): (&String, &String)| match pages.get(label.as_str()) {
            None => Listed::Nothing,
            Some(listed) if listed.iter().flatten().any(|other| other == page) => Listed::Same,
            Some(listed) if listed.iter().all(Option::is_none) => Listed::Bare,
            Some(_) => Listed::Another,
        };
        let mut all = mark.labels.iter().zip(&own).map(of_label);
        let first = all.next()?;
        all.all(|other| other == first).then_some(first)
    }

    /// The page that a link leads to. A part of a page may be an entry of a list there.
    fn page_of(&self, link: &Marker) -> Option<String> {
        let url = link.entries.first().and_then(|&entry| self.entries[entry].source.url.as_deref())?;
        let part = url.split_once('#').is_some_and(|(_, part)| !part.starts_with(":~:"));
        if part { None } else { same_page(url) }
    }
}
