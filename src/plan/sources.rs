//! The sources of a plan and where citations lead. A plan has as many of both as the documents have links, so each takes
//! no more than it must.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use crate::config::{Expect, SourceRule};

use super::{Skipped, Source, Target};

/// Sources in the order first cited, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Sources {
    /// Their addresses, one behind the other.
    urls: String,
    /// Where each ends.
    ends: Vec<usize>,
    rules: HashMap<usize, Box<SourceRule>>,
}

impl Sources {
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The address of a source: as written, without its fragment.
    pub(crate) fn url(&self, source: usize) -> &str {
        let start = source.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.urls[start..self.ends[source]]
    }

    /// All addresses, in order.
    pub(crate) fn urls(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|source| self.url(source))
    }

    /// What the configuration says about a source.
    pub(crate) fn rule(&self, source: usize) -> Option<&SourceRule> {
        self.rules.get(&source).map(|rule| &**rule)
    }

    /// What the configuration expects of a source.
    pub(crate) fn expect(&self, source: usize) -> Option<Expect> {
        self.rule(source)?.expect
    }

    fn push(&mut self, Source { url, rule }: Source) {
        if let Some(rule) = rule {
            self.rules.insert(self.len(), Box::new(rule));
        }
        self.urls.push_str(&url);
        self.ends.push(self.urls.len());
    }

    /// Gives back the room that it does not need.
    pub(super) fn shrink(&mut self) {
        self.urls.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

impl FromIterator<Source> for Sources {
    fn from_iter<I: IntoIterator<Item = Source>>(sources: I) -> Self {
        let mut all = Self::default();
        sources.into_iter().for_each(|source| all.push(source));
        all
    }
}

/// The places of sources by the hashes of their addresses, so that each address stands once in memory.
#[derive(Default)]
pub(super) struct Known(HashMap<u64, u32>);

impl Known {
    /// The place of the source among all, to which it is added where it is new.
    pub(super) fn place(&mut self, source: Source, sources: &mut Sources) -> u32 {
        let mut hasher = DefaultHasher::new();
        source.url.hash(&mut hasher);
        let mut key = hasher.finish();
        loop {
            match self.0.get(&key) {
                None => {
                    let place = small(sources.len());
                    self.0.insert(key, place);
                    sources.push(source);
                    return place;
                }
                Some(at) if sources.url(*at as usize) == source.url => return *at,
                // Another address has the same hash.
                Some(_) => key = key.wrapping_add(1),
            }
        }
    }
}

/// Where the citations of the documents lead.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Targets {
    /// Of all documents, one behind the other: the source; or, counted down from the highest number, where it leads
    /// nowhere.
    all: Vec<u32>,
    /// Where those of each document end.
    ends: Vec<usize>,
    skipped: Vec<Skipped>,
}

impl Targets {
    /// Where a citation of a document leads.
    pub(crate) fn of(&self, document: usize, citation: usize) -> Target<'_> {
        let target = self.all[self.places(document)][citation];
        match self.skipped.get((u32::MAX - target) as usize) {
            Some(skipped) => Target::Skipped(skipped),
            None => Target::Source(target as usize),
        }
    }

    /// The source that a citation of a document leads to, if it is looked at.
    pub(crate) fn source(&self, document: usize, citation: usize) -> Option<usize> {
        match self.of(document, citation) {
            Target::Source(source) => Some(source),
            Target::Skipped(_) => None,
        }
    }

    fn places(&self, document: usize) -> Range<usize> {
        document.checked_sub(1).map_or(0, |before| self.ends[before])..self.ends[document]
    }

    pub(super) fn push(&mut self, target: Result<u32, Skipped>) {
        let target = target.unwrap_or_else(|skipped| {
            self.skipped.push(skipped);
            u32::MAX - small(self.skipped.len() - 1)
        });
        self.all.push(target);
    }

    /// The document is at its end.
    pub(super) fn end(&mut self) {
        self.ends.push(self.all.len());
    }

    /// Gives back the room that it does not need.
    pub(super) fn shrink(&mut self) {
        self.all.shrink_to_fit();
    }
}

/// Half of the numbers are for sources, half for what is none; a document of 100 MB has some millions of both.
fn small(number: usize) -> u32 {
    u32::try_from(number)
        .ok()
        .filter(|number| *number < u32::MAX / 2)
        .expect("a run cites less than two thousand million")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observation::Skip;

    #[test]
    fn each_citation_leads_where_it_was_said_to() {
        let skipped = |url: &str| Skipped { url: url.to_owned(), why: Skip::NoLocator, rule: None };
        let mut targets = Targets::default();
        targets.push(Ok(7));
        targets.push(Err(skipped("a")));
        targets.end();
        targets.end();
        targets.push(Err(skipped("b")));
        targets.push(Ok(0));
        targets.end();
        assert_eq!([targets.of(0, 0), targets.of(2, 1)], [Target::Source(7), Target::Source(0)]);
        assert_eq!([targets.of(0, 1), targets.of(2, 0)], [&skipped("a"), &skipped("b")].map(Target::Skipped));
        assert_eq!((targets.source(0, 0), targets.source(0, 1)), (Some(7), None));
    }
}
