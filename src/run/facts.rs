//! What judging needs of a page. A run holds that of every source, so it is kept small: titles in one piece, what few pages
//! have apart, and what was found of quotes packed together with that of other pages.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::Arc;

use super::work::{PageRead, QuoteRef, proves_life};
use crate::packed::{pack, unpack};
use crate::page::{CutShort, LinkedDocument, Page};
use crate::quote_match::{MatchClass, QuoteMatch};
use crate::verdict::quote::Trust;

/// Pages whose matches are packed together: what they have in common is written once.
pub(crate) const PACKED_TOGETHER: usize = 16;

/// Packed parts that stay read: the pages of some dozen hosts come in turns.
const PARTS_READ: usize = 32;

/// A packed part beside what it holds.
type PartRead = (Arc<[u8]>, Vec<QuoteMatch>);

thread_local! {
    /// The parts that were asked for last.
    static READ: RefCell<VecDeque<PartRead>> = const { RefCell::new(VecDeque::new()) };
}

/// See the module.
#[derive(Debug, Clone)]
pub(crate) struct PageFacts {
    titles: Titles,
    /// How far its texts can be trusted, titles aside.
    pub(crate) trust: Trust,
    rare: Option<Box<Rare>>,
    matches: Matches,
}

/// What was read of the pages of a plan, in its order.
pub(crate) type Facts = Vec<Option<Box<PageFacts>>>;

/// Titles one behind the other, each behind its length in four bytes.
#[derive(Debug, Clone)]
struct Titles(Box<[u8]>);

/// What few pages have.
#[derive(Debug, Clone, Default)]
struct Rare {
    /// What the page links as its own.
    documents: Box<[LinkedDocument]>,
    cut_short: Option<CutShort>,
    /// Where stands what of it was not read.
    unread_at: Option<Box<str>>,
    /// Where redirects led, if they did.
    led_to: Option<Box<str>>,
}

/// What quotes were found to be, in the order of the quotes.
#[derive(Debug, Clone)]
enum Matches {
    Open(Vec<(QuoteRef, QuoteMatch)>),
    /// In a part with those of other pages, from the place `from` on.
    Packed {
        part: Arc<[u8]>,
        from: usize,
        heads: Box<[Head]>,
    },
}

/// What is asked of a match most.
#[derive(Debug, Clone, Copy)]
struct Head {
    quote: QuoteRef,
    class: MatchClass,
    proves_life: bool,
}

impl Head {
    fn of(quote: QuoteRef, found: &QuoteMatch) -> Self {
        Self { quote, class: found.class, proves_life: proves_life(found) }
    }
}

impl From<PageRead> for PageFacts {
    fn from(read: PageRead) -> Self {
        let PageRead { page, trust, mut matches, led_to } = read;
        matches.sort_unstable_by_key(|(quote, _)| *quote);
        matches.shrink_to_fit();
        let documents = page.documents.into_boxed_slice();
        let unread_at = page.unshown.and_then(|unshown| unshown.at).map(String::into_boxed_str);
        let is_usual = documents.is_empty() && page.cut_short.is_none() && led_to.is_none() && unread_at.is_none();
        let rare = (!is_usual).then(|| Box::new(Rare { documents, cut_short: page.cut_short, unread_at, led_to }));
        Self { titles: Titles::of(&page.titles), trust, rare, matches: Matches::Open(matches) }
    }
}

impl PageFacts {
    /// The page, as far as judging needs it.
    pub(crate) fn page(&self) -> Page {
        let cut_short = self.rare.as_ref().and_then(|rare| rare.cut_short);
        Page { titles: self.titles.read(), cut_short, ..Page::default() }
    }

    /// What the page links as its own.
    pub(crate) fn documents(&self) -> &[LinkedDocument] {
        self.rare.as_ref().map_or(&[], |rare| &rare.documents)
    }

    /// Where stands what of it was not read, where it names that.
    pub(crate) fn unread_at(&self) -> Option<&str> {
        self.rare.as_ref()?.unread_at.as_deref()
    }

    /// Where redirects led, if they did.
    pub(crate) fn led_to(&self) -> Option<&str> {
        self.rare.as_ref()?.led_to.as_deref()
    }

    /// Whether a quote was found that shows the page to be what was cited.
    pub(crate) fn proves_life(&self) -> bool {
        match &self.matches {
            Matches::Open(matches) => matches.iter().any(|(_, found)| proves_life(found)),
            Matches::Packed { heads, .. } => heads.iter().any(|head| head.proves_life),
        }
    }

    /// How close what was found of a quote is, if it was looked for.
    pub(crate) fn class(&self, quote: QuoteRef) -> Option<MatchClass> {
        match &self.matches {
            Matches::Open(matches) => Some(matches[self.place(quote)?].1.class),
            Matches::Packed { heads, .. } => Some(heads[self.place(quote)?].class),
        }
    }

    /// What a quote was found to be, if it was looked for.
    pub(crate) fn found(&self, quote: QuoteRef) -> Option<QuoteMatch> {
        let at = self.place(quote)?;
        match &self.matches {
            Matches::Open(matches) => Some(matches[at].1.clone()),
            Matches::Packed { part, from, .. } => read(part, |matches| matches.get(from + at).cloned()),
        }
    }

    /// The quotes that were looked for.
    pub(crate) fn searched(&self) -> impl Iterator<Item = QuoteRef> {
        (0..self.count()).map(|at| match &self.matches {
            Matches::Open(matches) => matches[at].0,
            Matches::Packed { heads, .. } => heads[at].quote,
        })
    }

    /// Adds what other quotes were found to be.
    pub(crate) fn add(&mut self, more: impl Iterator<Item = (QuoteRef, QuoteMatch)>) {
        let mut matches: Vec<(QuoteRef, QuoteMatch)> =
            self.searched().filter_map(|quote| Some((quote, self.found(quote)?))).collect();
        matches.extend(more);
        matches.sort_unstable_by_key(|(quote, _)| *quote);
        self.matches = Matches::Open(matches);
    }

    fn count(&self) -> usize {
        match &self.matches {
            Matches::Open(matches) => matches.len(),
            Matches::Packed { heads, .. } => heads.len(),
        }
    }

    fn place(&self, quote: QuoteRef) -> Option<usize> {
        match &self.matches {
            Matches::Open(matches) => matches.binary_search_by_key(&quote, |(quote, _)| *quote).ok(),
            Matches::Packed { heads, .. } => heads.binary_search_by_key(&quote, |head| head.quote).ok(),
        }
    }
}

/// Packs what was found on some pages, all of it together.
pub(crate) fn pack_matches<'a>(pages: impl Iterator<Item = &'a mut PageFacts>) {
    let (mut all, mut packed) = (Vec::new(), Vec::new());
    for page in pages {
        let Matches::Open(matches) = &mut page.matches else { continue };
        if !matches.is_empty() {
            let (from, own) = (all.len(), std::mem::take(matches));
            let heads = own.iter().map(|(quote, found)| Head::of(*quote, found)).collect();
            all.extend(own.into_iter().map(|(_, found)| found));
            packed.push((&mut page.matches, from, heads));
        }
    }
    if packed.is_empty() {
        return;
    }
    let part: Arc<[u8]> = pack(&all).into();
    for (matches, from, heads) in packed {
        *matches = Matches::Packed { part: Arc::clone(&part), from, heads };
    }
}

/// Asks a packed part for something, and keeps it read for the next question.
fn read<T>(part: &Arc<[u8]>, ask: impl FnOnce(&[QuoteMatch]) -> T) -> T {
    READ.with_borrow_mut(|parts| {
        let known = parts.iter().position(|(own, _)| Arc::ptr_eq(own, part));
        let at = known.unwrap_or_else(|| {
            parts.truncate(PARTS_READ - 1);
            parts.push_front((Arc::clone(part), unpack(part).expect("what was packed can be unpacked")));
            0
        });
        ask(&parts[at].1)
    })
}

impl Titles {
    fn of(titles: &[String]) -> Self {
        let length = |title: &str| u32::try_from(title.len()).expect("a title is far shorter than four gigabytes");
        let each = titles.iter().flat_map(|title| [&length(title).to_le_bytes()[..], title.as_bytes()].concat());
        Self(each.collect())
    }

    fn read(&self) -> Vec<String> {
        let (mut titles, mut rest) = (Vec::new(), &self.0[..]);
        while let Some((length, behind)) = rest.split_first_chunk() {
            let (title, next) = behind.split_at(u32::from_le_bytes(*length) as usize);
            titles.push(String::from_utf8_lossy(title).into_owned());
            rest = next;
        }
        titles
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(quote: usize) -> QuoteRef {
        QuoteRef { document: 0, quote }
    }

    fn found(class: MatchClass, similarity: f64) -> QuoteMatch {
        QuoteMatch { class, similarity, hit: None, diff: Vec::new(), other_language: false }
    }

    fn facts(matches: Vec<(QuoteRef, QuoteMatch)>) -> PageFacts {
        let titles = vec!["Of tides".to_owned(), String::new(), "«Ebbe»".to_owned()];
        PageRead::again(Page { titles, ..Page::default() }, Trust::Whole, matches).into()
    }

    #[test]
    fn what_is_packed_with_that_of_other_pages_is_what_it_was() {
        let one = vec![(at(4), found(MatchClass::Absent, 0.25)), (at(2), found(MatchClass::Verbatim, 1.0))];
        let other = vec![(at(7), found(MatchClass::Edited, 0.5))];
        let mut pages = [facts(one), facts(Vec::new()), facts(other)];
        let open: Vec<Vec<Option<QuoteMatch>>> = all(&pages);
        pack_matches(pages.iter_mut());
        assert_eq!(all(&pages), open);
        assert_eq!(pages[0].class(at(2)), Some(MatchClass::Verbatim));
        assert_eq!(pages[0].searched().collect::<Vec<_>>(), [at(2), at(4)]);
        pages[0].add(std::iter::once((at(3), found(MatchClass::Typographic, 0.75))));
        assert_eq!(pages[0].searched().collect::<Vec<_>>(), [at(2), at(3), at(4)]);
        assert_eq!(pages[0].found(at(4)), open[0][4]);
    }

    fn all(pages: &[PageFacts]) -> Vec<Vec<Option<QuoteMatch>>> {
        pages.iter().map(|page| (0..9).map(|quote| page.found(at(quote))).collect()).collect()
    }

    #[test]
    fn titles_are_read_back() {
        assert_eq!(facts(Vec::new()).page().titles, ["Of tides", "", "«Ebbe»"]);
        assert!(Titles::of(&[]).read().is_empty());
    }
}
