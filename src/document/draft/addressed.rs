//! Marks that are links with an address of their own, `[\\[2\\]](https://…)`, in texts whose list may count otherwise: chat programs
//! number what they read, and writers number their works.

use std::collections::HashMap;

use crate::document::entry::archived::original_page;
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

/// The entries of lists and their pages, by each of their labels.
type Pages = HashMap<String, Vec<(usize, Option<String>)>>;

/// What is told of such a mark.
#[derive(Debug)]
struct Told {
    listed: Listed,
    /// Its links, each with the entry of its number and page.
    led: Vec<(usize, usize)>,
}

impl Draft<'_> {
    /// Takes out the marks whose own address is not that of the entry with their number, but where most marks show that the
    /// numbers are those of the list: they mean what they lead to, which is a citation of its own. A link that is a mark by
    /// itself leads to the entry of its number and page as well, and no other mark stands there.
    pub(super) fn without_addressed(&mut self, found: &mut Vec<Found>) {
        let is_own = |link: &&Marker| {
            let by_itself = || link.entries.iter().all(|&entry| self.entries[entry].role == Role::Link);
            link.shape == Shape::Link || !link.entries.is_empty() && by_itself()
        };
        let mut links: Vec<usize> = (0..self.links.len()).filter(|&at| is_own(&&self.links[at])).collect();
        links.sort_by_key(|&at| (self.links[at].range().start, self.links[at].range().end));
        if links.is_empty() {
            return;
        }
        let mut pages: Pages = HashMap::new();
        for (at, entry) in self.entries.iter().enumerate() {
            if !matches!(entry.role, Role::Listed { .. }) {
                continue;
            }
            let page = entry.source.url.as_deref().and_then(original_page);
            for label in entry.label.split(", ") {
                pages.entry(label.to_owned()).or_default().push((at, page.clone()));
            }
        }
        let told: Vec<Option<Told>> = found.iter().map(|mark| self.listed_as(mark, &links, &pages)).collect();
        let count = |wanted: Listed| told.iter().flatten().filter(|told| told.listed == wanted).count();
        let (same, another, nothing) = (count(Listed::Same), count(Listed::Another), count(Listed::Nothing));
        let is_list = same > another + nothing;
        let mut led: Vec<(usize, usize)> = Vec::new();
        let mut told = told.into_iter();
        found.retain(|_| {
            let Some(Told { listed, led: own }) = told.next().flatten() else { return true };
            match listed {
                Listed::Another => is_list,
                Listed::Nothing => false,
                Listed::Bare => true,
                Listed::Same => {
                    let marks = own.iter().all(|&(link, _)| self.links[link].shape == Shape::Note);
                    led.extend(own.into_iter().filter(|_| marks));
                    !marks
                }
            }
        });
        for (link, entry) in led {
            let marker = &mut self.links[link];
            if !marker.entries.contains(&entry) {
                marker.entries.push(entry);
            }
        }
    }

    /// What the list has under the numbers of a mark, if all of these are links with an address.
    fn listed_as(&self, mark: &Found, links: &[usize], pages: &Pages) -> Option<Told> {
        let numbers = mark.labels.iter().all(|label| label.bytes().all(|byte| byte.is_ascii_digit()));
        if !matches!(mark.shape, Shape::Note | Shape::Bare) || mark.among != Among::Lists || !numbers {
            return None;
        }
        let from = links.partition_point(|&link| self.links[link].range().end <= mark.range.start);
        // A mark can stand within the words of a link as well.
        let bare = |link: &&usize| !self.prose.text()[self.links[**link].range()].contains(char::is_alphabetic);
        let near = links[from..].iter().take(MOST_LINKS);
        let near = near.take_while(|&&link| self.links[link].range().start < mark.range.end).filter(bare);
        let own: Vec<(usize, String)> =
            near.filter_map(|&link| Some((link, self.page_of(&self.links[link])?))).collect();
        if own.is_empty() || own.len() != mark.labels.len() {
            return None;
        }
        let same = |label: &String, page: &String| {
            let listed = pages.get(label).into_iter().flatten();
            listed.filter(|(_, other)| other.as_ref() == Some(page)).map(|(entry, _)| *entry).next()
        };
        let of_label = |(label, (_, page)): (&String, &(usize, String))| match pages.get(label) {
            None => Listed::Nothing,
            Some(_) if same(label, page).is_some() => Listed::Same,
            Some(listed) if listed.iter().all(|(_, page)| page.is_none()) => Listed::Bare,
            Some(_) => Listed::Another,
        };
        let mut all = mark.labels.iter().zip(&own).map(of_label);
        let listed = all.next()?;
        let led = mark.labels.iter().zip(&own).filter_map(|(label, (link, page))| Some((*link, same(label, page)?)));
        all.all(|other| other == listed).then(|| Told { listed, led: led.collect() })
    }

    /// Those marks by name alone that are not all the words of a link to another page, `([Post](https://…))`: there the writer has
    /// said what the source is, whatever a list has of the same name.
    pub(super) fn without_linked_names(&self, mut named: Vec<Found>) -> Vec<Found> {
        let mut links: Vec<&Marker> = self.links.iter().filter(|link| link.shape == Shape::Link).collect();
        links.sort_by_key(|link| link.range().start);
        let says = |range: std::ops::Range<usize>| self.prose.text()[range].contains(char::is_alphanumeric);
        named.retain(|mark| {
            let from = links.partition_point(|link| link.range().start < mark.range.start);
            let Some(link) = links.get(from).filter(|link| link.range().end <= mark.range.end) else { return true };
            let whole = !says(mark.range.start..link.range().start) && !says(link.range().end..mark.range.end);
            let Some(page) = self.page_of(link).filter(|_| whole && mark.shape == Shape::Named) else { return true };
            let meant = self.entries.iter().filter(|entry| mark.labels.contains(&entry.label));
            let mut meant = meant.filter(|entry| matches!(entry.role, Role::Listed { .. }));
            meant.any(|entry| entry.source.url.as_deref().and_then(original_page).is_none_or(|own| own == page))
        });
        named
    }

    /// Leads marks by name and year that are the words of a link to another page, `([Doe, 2020](https://…))`, to what that link
    /// cites as well; `markers` are in the order of the file.
    pub(super) fn with_linked(&self, markers: &mut [Marker]) {
        for at in 0..markers.len() {
            let own = markers[at].range();
            if markers[at].shape != Shape::Named || markers[at].entries.is_empty() {
                continue;
            }
            let near = &markers[at.saturating_sub(MOST_LINKS)..markers.len().min(at + MOST_LINKS)];
            let Some(link) = near.iter().find(|link| self.are_words_of(&own, link)) else { continue };
            let page = self.page_of(link);
            let same = |&entry: &usize| self.entries[entry].source.url.as_deref().and_then(original_page) == page;
            if page.is_some() && !markers[at].entries.iter().any(same) {
                let led = link.entries.clone();
                for entry in led.iter().copied() {
                    markers[at].entries.push(entry);
                }
            }
        }
    }

    /// Whether a mark in brackets is all the words of a link.
    fn are_words_of(&self, mark: &std::ops::Range<usize>, link: &Marker) -> bool {
        let (prose, words) = (self.prose.text(), link.range());
        let says = |from: usize, to: usize| from < to && prose[from..to].contains(char::is_alphanumeric);
        let (start, end) = (mark.start.min(words.start), mark.end.max(words.end));
        let apart = words.end <= mark.start || words.start >= mark.end;
        let more = says(start, mark.start) || says(start, words.start) || says(mark.end, end) || says(words.end, end);
        let bracketed = prose[..start].trim_end().ends_with('(') || prose[start..].starts_with('(');
        link.shape == Shape::Link && !apart && !more && bracketed
    }

    /// The page that a link leads to. A part of a page may be an entry of a list there.
    fn page_of(&self, link: &Marker) -> Option<String> {
        let url = link.entries.first().and_then(|&entry| self.entries[entry].source.url.as_deref())?;
        let part = url.split_once('#').is_some_and(|(_, part)| !part.starts_with(":~:"));
        if part { None } else { original_page(url) }
    }
}
