//! The quotes of a document, of which there can be more than should be in memory at once: packed, and what each is bound to
//! at hand.

use crate::packed::Parts;
use crate::span::Place;

use super::{Quote, QuoteKind};

/// See the module.
#[derive(Debug, Default)]
pub(crate) struct Quotes {
    all: Parts<Quote>,
    kinds: Vec<QuoteKind>,
    /// What they are bound to, one behind the other; and where that of each ends.
    cites: Vec<u32>,
    ends: Vec<u32>,
    /// The place of the last one.
    last: Option<Place>,
    /// Whether one stands before the one that was put in before it.
    disordered: bool,
}

impl Quotes {
    pub(crate) fn push(&mut self, quote: Quote) {
        let small = |number: usize| u32::try_from(number).expect("a document is far smaller than four gigabytes");
        self.disordered |= self.last > Some(quote.place);
        self.last = Some(quote.place);
        self.kinds.push(quote.kind);
        self.cites.extend(quote.cites.iter().copied().map(small));
        self.ends.push(small(self.cites.len()));
        self.all.push(quote);
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// All of them, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Quote> {
        self.all.iter()
    }

    pub(crate) fn get(&self, at: usize) -> Quote {
        self.all.get(at).expect("a quote is asked for by its place among all")
    }

    /// What sort of passage a quote is.
    pub(crate) fn kind(&self, at: usize) -> QuoteKind {
        self.kinds[at]
    }

    /// Indices of the citations that a quote is bound to.
    pub(crate) fn cites(&self, at: usize) -> impl Iterator<Item = usize> {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.cites[start as usize..self.ends[at] as usize].iter().map(|cite| *cite as usize)
    }

    /// Gives back the room that it does not need.
    fn shrink(mut self) -> Self {
        self.kinds.shrink_to_fit();
        self.cites.shrink_to_fit();
        self.ends.shrink_to_fit();
        self
    }

    /// These and others, by place; of those at one place these first.
    pub(super) fn with(self, others: &Self) -> Self {
        match (self.disordered || others.disordered, others.len()) {
            (false, 0) => self.shrink(),
            (false, _) => merged(self.iter(), others.iter()).collect::<Self>().shrink(),
            (true, _) => {
                let mut all: Vec<Quote> = self.iter().chain(others.iter()).collect();
                all.sort_by_key(|quote| quote.place);
                all.into_iter().collect::<Self>().shrink()
            }
        }
    }
}

fn merged(first: impl Iterator<Item = Quote>, others: impl Iterator<Item = Quote>) -> impl Iterator<Item = Quote> {
    let (mut first, mut others) = (first.peekable(), others.peekable());
    std::iter::from_fn(move || match (first.peek(), others.peek()) {
        (Some(one), Some(other)) if other.place < one.place => others.next(),
        (Some(_), _) => first.next(),
        (None, _) => others.next(),
    })
}

impl FromIterator<Quote> for Quotes {
    fn from_iter<I: IntoIterator<Item = Quote>>(quotes: I) -> Self {
        let mut all = Self::default();
        quotes.into_iter().for_each(|quote| all.push(quote));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citation::Basis;
    use crate::span::Span;

    fn quote(at: usize, text: &str, cites: &[usize]) -> Quote {
        let place = Place { span: Span::new(at, at + 1), line: 1, column: at + 1 };
        let (text, cites) = (text.to_owned(), cites.to_vec());
        Quote { text, kind: QuoteKind::Phrase, cites, basis: Basis::Adjacent, place, unread: Vec::new() }
    }

    fn of(places: &[usize], text: &str) -> Quotes {
        places.iter().map(|at| quote(*at, text, &[*at, 7][..at % 3])).collect()
    }

    #[test]
    fn quotes_stand_by_their_places_whatever_order_they_came_in() {
        for (these, others) in [(vec![1, 2, 5], vec![]), (vec![1, 2, 5], vec![0, 2, 9]), (vec![5, 1], vec![2, 4])] {
            let mut expected: Vec<(usize, &str)> = these.iter().map(|at| (*at, "a")).collect();
            expected.extend(others.iter().map(|at| (*at, "b")));
            expected.sort_by_key(|(at, _)| *at);
            let all = of(&these, "a").with(&of(&others, "b"));
            let found: Vec<Quote> = all.iter().collect();
            assert_eq!(
                found.iter().map(|quote| (quote.place.span.start(), &*quote.text)).collect::<Vec<_>>(),
                expected
            );
            for (at, quote) in found.iter().enumerate() {
                assert_eq!((&all.get(at), all.kind(at)), (quote, quote.kind));
                assert!(all.cites(at).eq(quote.cites.iter().copied()));
            }
        }
    }
}
