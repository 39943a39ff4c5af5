//! Which quotes are missing on the pages of their sources, and what else they are held against.

use std::collections::{BTreeMap, BTreeSet};

use super::{Judging, Survey};
use crate::run::work::{CitationRef, Missing, QuoteRef};
use crate::verdict::quote;

/// Quotes held against pages that they are not bound to, in one run: where most sources of a long document fail, every
/// quote against every page grows with the square. Room for a thousand sources and 250 missing quotes.
const MOST_HELD_ELSEWHERE: usize = 250_000;

/// How many of `missing` quotes are held against `others` pages each, and takes them from what is left for the run.
fn held_elsewhere(missing: usize, others: usize, left: &mut usize) -> usize {
    let some = missing.min(*left / others.max(1));
    *left -= some * others;
    some
}

impl Judging<'_> {
    /// For each source that could be read: the quotes of its documents that are bound to others and stand in none of
    /// them, up to [`MOST_HELD_ELSEWHERE`] pairs of a quote and a page. In the order of the plan.
    pub(crate) fn missing_elsewhere(&self, survey: &Survey) -> BTreeMap<usize, Vec<QuoteRef>> {
        let mut wanted: BTreeMap<usize, Vec<QuoteRef>> = BTreeMap::new();
        let mut left = MOST_HELD_ELSEWHERE;
        for (index, document) in self.documents.iter().enumerate() {
            let quotes = (0..document.quotes.len()).map(|quote| QuoteRef { document: index, quote });
            let missing: Vec<QuoteRef> = quotes.filter(|at| self.is_wanted_elsewhere(*at, survey)).collect();
            if missing.is_empty() {
                continue;
            }
            let others = self.live_sources(index, survey);
            let some = &missing[..held_elsewhere(missing.len(), others.len(), &mut left)];
            if some.len() < missing.len() {
                let (document, of, looked_for) = (&*document.path, missing.len(), some.len());
                tracing::warn!(
                    document,
                    of,
                    looked_for,
                    "too many quotes are missing to look for each in all other sources"
                );
            }
            for source in others {
                let unknown = some.iter().filter(|quote| self.facts.class(source, **quote).is_none());
                wanted.entry(source).or_default().extend(unknown);
            }
        }
        wanted.retain(|_, quotes| !quotes.is_empty());
        wanted
    }

    /// Whether a quote stands in none of its sources, of which one was looked at, and is more than a term: a verdict on one
    /// never names other sources, which have one or two words by chance.
    fn is_wanted_elsewhere(&self, at: QuoteRef, survey: &Survey) -> bool {
        let is_term = || quote::words(&self.claim(at).text) < self.config.policy.min_quote_words;
        let is_seen = |citation| self.source_of(citation).is_some_and(|source| survey.seen_at[source].is_some());
        self.cites(at).any(is_seen) && !self.stands_live(at) && !is_term()
    }

    /// The sources of a document whose pages were read.
    fn live_sources(&self, document: usize, survey: &Survey) -> BTreeSet<usize> {
        let citations = 0..self.documents[document].citations.len();
        let sources = citations.filter_map(|citation| self.source_of(CitationRef { document, citation }));
        sources.filter(|source| self.facts.has(*source) && survey.live[*source]).collect()
    }

    /// For each source whose page could be read: the quotes that are bound to it and stand in none of their sources.
    pub(crate) fn missing_on_pages(&self, survey: &Survey) -> Missing<usize> {
        let by_source = self.missing_pairs().filter_map(|(at, quote)| Some((self.source_of(at)?, quote)));
        Missing::of(by_source.filter(|(source, _)| survey.live[*source]))
    }

    /// For each source: the quotes that are bound to it and stand in none of their sources.
    pub(crate) fn missing_by_source(&self) -> Missing<usize> {
        Missing::of(self.missing_pairs().filter_map(|(at, quote)| Some((self.source_of(at)?, quote))))
    }

    /// For each citation the quotes bound to it that none of their sources holds on its live page.
    pub(super) fn missing(&self) -> Missing<CitationRef> {
        Missing::of(self.missing_pairs())
    }

    fn missing_pairs(&self) -> impl Iterator<Item = (CitationRef, QuoteRef)> {
        let all = self
            .documents
            .iter()
            .enumerate()
            .flat_map(|(document, read)| (0..read.quotes.len()).map(move |quote| QuoteRef { document, quote }));
        let missing = all.filter(|at| !self.stands_live(*at));
        missing.flat_map(|at| self.cites(at).map(move |citation| (citation, at)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_held_against_other_sources_as_far_as_the_run_has_room() {
        let mut left = 100;
        assert_eq!(held_elsewhere(3, 20, &mut left), 3);
        assert_eq!(held_elsewhere(1000, 0, &mut left), 40);
        assert_eq!(held_elsewhere(1000, 20, &mut left), 2);
        assert_eq!(held_elsewhere(1000, 20, &mut left), 0);
        assert_eq!(left, 0);
    }

    #[test]
    fn quotes_are_found_by_what_lacks_them_whatever_order_they_came_in() {
        let quote = |quote: usize| QuoteRef { document: 0, quote };
        let pairs = [(7, 2), (3, 9), (7, 1), (3, 9), (5, 0)].map(|(source, at)| (source, quote(at)));
        let missing = Missing::of(pairs.into_iter());
        assert!(missing.keys().eq([3, 5, 7]));
        assert_eq!([3, 4, 5, 7, 9].map(|source| missing.of_one(source).len()), [1, 0, 1, 2, 0]);
        let all: Vec<(usize, Vec<QuoteRef>)> = missing.iter().map(|(source, of)| (source, of.to_vec())).collect();
        assert_eq!(all, [(3, vec![quote(9)]), (5, vec![quote(0)]), (7, vec![quote(1), quote(2)])]);
        assert_eq!(Missing::<usize>::of(std::iter::empty()).iter().count(), 0);
    }

    #[test]
    fn the_work_stays_the_same_however_long_a_document_is() {
        for count in [10, 1000, 100_000, 10_000_000] {
            let mut left = MOST_HELD_ELSEWHERE;
            assert!(held_elsewhere(count, count, &mut left) * count <= MOST_HELD_ELSEWHERE);
        }
    }
}
