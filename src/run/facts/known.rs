//! What is known of the pages of a plan. A run has that of every source, so it is packed, that of neighbours together; what
//! is asked of each quote most is at hand.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use super::PageFacts;
use crate::packed::{Packet, pack, unpack};
use crate::quote_match::{MatchClass, QuoteMatch};
use crate::run::work::{QuoteRef, proves_life};

/// Sources of the plan whose pages are packed together: what they have in common is written once.
const TOGETHER: usize = 16;

/// Pages that are open at most. Hosts are looked at side by side, each in the order of the plan.
const OPEN: usize = 2048;

/// Packed parts that stay read: the sources of a document stand as it cites them, and few are cited again.
const PARTS_READ: usize = 32;

/// See the module.
#[derive(Debug)]
pub(crate) struct Facts {
    /// By the place of the source in the plan.
    slots: Vec<Slot>,
    /// The same; empty where no quotes were looked for.
    heads: Vec<Heads>,
    open: BTreeMap<usize, Arc<PageFacts>>,
    parts: Vec<Packet>,
    /// Whether redirects led any look elsewhere.
    any_led: bool,
    /// The parts that were asked for last. Nobody waits for the lock: one task judges.
    read: Mutex<VecDeque<PartRead>>,
}

/// A packed part beside what it holds.
type PartRead = (u32, Vec<Arc<PageFacts>>);

/// Where the page of a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    Unknown,
    Open,
    Packed { part: u32, at: u8 },
}

/// What is asked of matches most, in the order of the quotes; most sources have one quote or none.
#[derive(Debug, Clone, Default)]
enum Heads {
    #[default]
    None,
    One(Head),
    #[expect(clippy::box_collection, reason = "every source has one of these, and few have many")]
    Many(Box<Vec<Head>>),
}

#[derive(Debug, Clone, Copy)]
struct Head {
    document: u32,
    quote: u32,
    class: MatchClass,
    proves_life: bool,
}

impl Head {
    fn of((quote, found): &(QuoteRef, QuoteMatch)) -> Self {
        let small = |number: usize| u32::try_from(number).expect("a run has fewer quotes than four thousand million");
        let (document, quote) = (small(quote.document), small(quote.quote));
        Self { document, quote, class: found.class, proves_life: proves_life(found) }
    }

    fn quote(&self) -> QuoteRef {
        QuoteRef { document: self.document as usize, quote: self.quote as usize }
    }
}

impl Heads {
    fn of(page: &PageFacts) -> Self {
        match &page.matches[..] {
            [] => Self::None,
            [one] => Self::One(Head::of(one)),
            many => Self::Many(Box::new(many.iter().map(Head::of).collect())),
        }
    }

    fn all(&self) -> &[Head] {
        match self {
            Self::None => &[],
            Self::One(head) => std::slice::from_ref(head),
            Self::Many(heads) => heads,
        }
    }
}

impl Facts {
    /// Of a plan with so many sources, of which nothing is known.
    pub(crate) fn of(sources: usize) -> Self {
        Self {
            slots: vec![Slot::Unknown; sources],
            heads: Vec::new(),
            open: BTreeMap::new(),
            parts: Vec::new(),
            any_led: false,
            read: Mutex::default(),
        }
    }

    /// Whether the page of a source is known.
    pub(crate) fn has(&self, source: usize) -> bool {
        self.slots[source] != Slot::Unknown
    }

    /// Whether no page is known.
    #[cfg(test)]
    fn is_empty(&self) -> bool {
        self.slots.iter().all(|slot| *slot == Slot::Unknown)
    }

    /// Keeps what is known of the page of a source.
    pub(crate) fn keep(&mut self, source: usize, page: PageFacts) {
        if self.heads.is_empty() && !page.matches.is_empty() {
            self.heads = vec![Heads::None; self.slots.len()];
        }
        if let Some(heads) = self.heads.get_mut(source) {
            *heads = Heads::of(&page);
        }
        self.any_led |= page.led_to.is_some();
        self.slots[source] = Slot::Open;
        self.open.insert(source, Arc::new(page));
        self.pack_neighbours(source / TOGETHER, TOGETHER);
        while self.open.len() > OPEN {
            let first = self.open.keys().next().expect("there are some").to_owned();
            self.pack_neighbours(first / TOGETHER, 1);
        }
    }

    /// Keeps nothing of a page that was read: a later look had nothing to read.
    pub(crate) fn forget(&mut self, source: usize) {
        self.slots[source] = Slot::Unknown;
        self.open.remove(&source);
        if let Some(heads) = self.heads.get_mut(source) {
            *heads = Heads::None;
        }
    }

    /// Packs the pages of some neighbours, where at least so many are open.
    fn pack_neighbours(&mut self, neighbours: usize, least: usize) {
        let range = neighbours * TOGETHER..(neighbours + 1) * TOGETHER;
        let some: Vec<usize> = self.open.range(range).map(|(source, _)| *source).collect();
        if some.len() < least {
            return;
        }
        let part = u32::try_from(self.parts.len()).expect("a run has fewer pages than four thousand million");
        let pages: Vec<Arc<PageFacts>> = some.iter().filter_map(|source| self.open.remove(source)).collect();
        let pages: Vec<&PageFacts> = pages.iter().map(|page| &**page).collect();
        self.parts.push(Packet::of(pack(&pages)));
        for (source, at) in some.into_iter().zip(0..) {
            self.slots[source] = Slot::Packed { part, at };
        }
    }

    /// Packs all that is open still.
    pub(crate) fn settle(mut self) -> Self {
        while let Some(first) = self.open.keys().next().copied() {
            self.pack_neighbours(first / TOGETHER, 1);
        }
        self
    }

    /// What is known of the page of a source.
    pub(crate) fn get(&self, source: usize) -> Option<Arc<PageFacts>> {
        match self.slots[source] {
            Slot::Unknown => None,
            Slot::Open => self.open.get(&source).cloned(),
            Slot::Packed { part, at } => Some(self.read(part, usize::from(at))),
        }
    }

    fn read(&self, part: u32, at: usize) -> Arc<PageFacts> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, pages)) = read.iter().find(|(known, _)| *known == part) {
            return Arc::clone(&pages[at]);
        }
        if read.len() == PARTS_READ {
            read.pop_front();
        }
        let packet = &self.parts[part as usize];
        let pages: Vec<PageFacts> = unpack(&packet.bytes()).expect("what was packed can be unpacked");
        let pages: Vec<Arc<PageFacts>> = pages.into_iter().map(Arc::new).collect();
        let page = Arc::clone(&pages[at]);
        read.push_back((part, pages));
        page
    }

    /// How close what was found of a quote on the page of a source is, if it was looked for.
    pub(crate) fn class(&self, source: usize, quote: QuoteRef) -> Option<MatchClass> {
        let heads = self.heads(source);
        let at = heads.binary_search_by_key(&quote, Head::quote).ok()?;
        Some(heads[at].class)
    }

    /// Whether a quote was found on the page of a source that shows it to be what was cited.
    pub(crate) fn proves_life(&self, source: usize) -> bool {
        self.heads(source).iter().any(|head| head.proves_life)
    }

    /// The quotes that were found on the page of a source and show it to be what was cited.
    pub(crate) fn proofs(&self, source: usize) -> impl Iterator<Item = QuoteRef> {
        self.heads(source).iter().filter(|head| head.proves_life).map(Head::quote)
    }

    /// The quotes that were looked for on the page of a source.
    pub(crate) fn searched(&self, source: usize) -> impl Iterator<Item = QuoteRef> {
        self.heads(source).iter().map(Head::quote)
    }

    fn heads(&self, source: usize) -> &[Head] {
        self.heads.get(source).map_or(&[], Heads::all)
    }

    /// Adds what other quotes were found to be on the page of a source, where it is known.
    pub(crate) fn add(&mut self, source: usize, more: impl Iterator<Item = (QuoteRef, QuoteMatch)>) {
        if let Some(page) = self.get(source) {
            let mut page = PageFacts::clone(&page);
            page.add(more);
            self.keep(source, page);
        }
    }

    /// Where redirects led from the sources that they led elsewhere, in the order of the plan.
    pub(crate) fn led(&self) -> impl Iterator<Item = (usize, Arc<PageFacts>)> {
        let sources = if self.any_led { 0..self.slots.len() } else { 0..0 };
        sources.filter_map(|source| Some((source, self.get(source).filter(|page| page.led_to.is_some())?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Page;
    use crate::run::work::PageRead;
    use crate::verdict::quote::Trust;

    fn at(quote: usize) -> QuoteRef {
        QuoteRef { document: 0, quote }
    }

    fn found(class: MatchClass, similarity: f64) -> QuoteMatch {
        QuoteMatch { class, similarity, hit: None, diff: Vec::new(), other_language: false }
    }

    fn page(title: &str, matches: Vec<(QuoteRef, QuoteMatch)>) -> PageFacts {
        let titles = vec![title.to_owned(), String::new(), "«Ebbe»".to_owned()];
        PageRead::again(Page { titles, ..Page::default() }, Trust::Whole, matches).into()
    }

    fn told(source: usize) -> PageFacts {
        let quotes = (0..source % 3).map(|quote| (at(9 - quote), found(MatchClass::Edited, 0.5)));
        page(&source.to_string(), quotes.collect())
    }

    #[test]
    fn what_is_packed_is_what_was_kept_in_whatever_order() {
        let count = OPEN + 3 * TOGETHER + 5;
        let mut facts = Facts::of(count + 1);
        // Far apart, so that no neighbours come together before there are too many.
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by_key(|source| (source % TOGETHER, *source));
        for source in order {
            facts.keep(source, told(source));
            assert!(facts.open.len() <= OPEN);
        }
        assert!(!facts.parts.is_empty());
        let facts = facts.settle();
        assert!(facts.open.is_empty() && !facts.is_empty() && !facts.has(count));
        for source in (0..count).rev() {
            let expected = told(source);
            assert!(facts.searched(source).eq(expected.searched()));
            assert_eq!(facts.class(source, at(9)), expected.class(at(9)));
            assert_eq!(*facts.get(source).unwrap(), expected);
        }
        assert_eq!(facts.get(count), None);
    }

    #[test]
    fn what_is_found_later_joins_the_rest() {
        let mut facts = Facts::of(2);
        facts.keep(1, page("Of tides", vec![(at(4), found(MatchClass::Absent, 0.25))]));
        let mut facts = facts.settle();
        facts.add(1, std::iter::once((at(3), found(MatchClass::Typographic, 0.75))));
        facts.add(0, std::iter::once((at(3), found(MatchClass::Typographic, 0.75))));
        let facts = facts.settle();
        assert_eq!(facts.searched(1).collect::<Vec<_>>(), [at(3), at(4)]);
        assert_eq!(facts.class(1, at(4)), Some(MatchClass::Absent));
        assert_eq!(facts.get(1).unwrap().found(at(3)), Some(found(MatchClass::Typographic, 0.75)));
        assert_eq!(facts.get(1).unwrap().page().titles, ["Of tides", "", "«Ebbe»"]);
        assert!(!facts.has(0));
    }
}
