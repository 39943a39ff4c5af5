//! What to look at now.
//!
//! One look for each distinct address, however many citations share it. What is not looked at says why. A plain check
//! looks at everything that the documents cite; the order is that of the documents.

pub(crate) mod anchor;
pub(crate) mod due;
#[cfg(test)]
mod tests;

use std::borrow::Borrow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{DefaultHasher, Hash, Hasher};

use url::Url;

use crate::citation::Citation;
use crate::config::{Config, Expect, SourceRule};
use crate::locator::archive_url::{self, Service};
use crate::locator::{doi, redirector};
use crate::observation::Skip;

/// What to look at, and where each citation finds what was seen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Each to be looked at once, in the order first cited.
    pub sources: Vec<Source>,
    /// For each document the target of each of its citations.
    pub targets: Vec<Vec<Target>>,
}

/// A source to look at. A plan has as many as the documents have links, so it holds no more than it must.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Source {
    /// As written, without its fragment.
    pub url: Box<str>,
    /// What the configuration says about it.
    pub rule: Option<Box<SourceRule>>,
}

/// Where a citation leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// To a source: an index into [`Plan::sources`].
    Source(usize),
    /// Nowhere that is looked at.
    Skipped(Box<Skipped>),
}

/// Why a citation leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Skipped {
    /// What would have been looked at, as far as the citation says; empty where it names no address.
    pub url: String,
    /// Why it is not.
    pub why: Skip,
    /// What the configuration says about it.
    pub rule: Option<SourceRule>,
}

/// Plans the looks for what the documents cite.
pub(crate) fn plan<D>(documents: impl IntoIterator<Item = D>, config: &Config) -> Plan
where
    D: IntoIterator<Item: Borrow<Citation>>,
{
    let mut plan = Plan::default();
    let mut known = Known::default();
    for citations in documents {
        let mut targets = Vec::new();
        for citation in citations {
            targets.push(match locate(citation.borrow(), config) {
                Ok(source) => Target::Source(known.place(source, &mut plan.sources)),
                Err(skipped) => Target::Skipped(skipped),
            });
        }
        targets.shrink_to_fit();
        plan.targets.push(targets);
    }
    plan.sources.shrink_to_fit();
    plan
}

/// The places of sources by the hashes of their addresses, so that each address stands once in memory.
#[derive(Default)]
struct Known(HashMap<u64, usize>);

impl Known {
    /// The place of the source among all, to which it is added where it is new.
    fn place(&mut self, source: Source, sources: &mut Vec<Source>) -> usize {
        let mut hasher = DefaultHasher::new();
        source.url.hash(&mut hasher);
        let mut key = hasher.finish();
        loop {
            match self.0.entry(key) {
                Entry::Vacant(free) => {
                    free.insert(sources.len());
                    sources.push(source);
                    return sources.len() - 1;
                }
                Entry::Occupied(at) if sources[*at.get()].url == source.url => return *at.get(),
                // Another address has the same hash.
                Entry::Occupied(_) => key = key.wrapping_add(1),
            }
        }
    }
}

fn locate(citation: &Citation, config: &Config) -> Result<Source, Box<Skipped>> {
    let skip = |url: &str, why| Box::new(Skipped { url: url.to_owned(), why, rule: None });
    let written = address(citation).ok_or_else(|| skip("", Skip::NoLocator))?;
    let url = fetchable(&written).map_err(|why| skip(&written, why))?;
    let rule = config.rule_for(&url).cloned();
    if rule.as_ref().is_some_and(|rule| rule.expect == Some(Expect::Skip)) {
        return Err(Box::new(Skipped { url: url.into(), why: Skip::Excluded, rule }));
    }
    Ok(Source { url: String::from(url).into(), rule: rule.map(Box::new) })
}

/// The address to look at: the one cited, else that of the DOI. What a redirector leads to is cited. Captures of archive.today have been altered, so what
/// they were made of is looked at instead.
fn address(citation: &Citation) -> Option<String> {
    let Some(url) = &citation.url else { return citation.doi.as_deref().map(doi::url) };
    let url = &redirector::target(url).unwrap_or_else(|| url.clone());
    if is_archive_today(url) {
        let original = citation.original_url.clone().or_else(|| archive_url::unwrap_all(url));
        return Some(original.unwrap_or_else(|| url.clone()));
    }
    Some(url.clone())
}

fn is_archive_today(url: &str) -> bool {
    archive_url::read(url).is_some_and(|found| found.service == Service::ArchiveToday)
}

/// The address without its fragment, where it can be asked for over http.
pub(crate) fn fetchable(written: &str) -> Result<Url, Skip> {
    let unsupported = |what: &str| Skip::UnsupportedScheme(what.to_owned());
    let mut url = Url::parse(written.trim()).map_err(|_| unsupported(written))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(unsupported(url.scheme()));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Skip::Credentials);
    }
    if is_archive_today(url.as_str()) {
        return Err(Skip::UntrustedArchive);
    }
    url.set_fragment(None);
    Ok(url)
}
