//! What to look at now, in host lanes.
//!
//! One look for each distinct address, however many citations share it. What is not looked at says why. A plain check
//! looks at everything that the documents cite; the order is that of the documents.

pub(crate) mod anchor;
pub(crate) mod due;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use url::Url;

use crate::citation::Citation;
use crate::config::{Config, Expect, SourceRule};
use crate::locator::archive_url::{self, Service};
use crate::locator::doi;
use crate::locator::host::{self, HostName};
use crate::locator::key::{self, SourceKey};
use crate::observation::Skip;

/// What to look at, and where each citation finds what was seen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Each to be looked at once, in the order first cited.
    pub sources: Vec<Source>,
    /// Indices into `sources`, by host; lanes and sources in the order first cited.
    pub lanes: Vec<Lane>,
    /// For each document the target of each of its citations.
    pub targets: Vec<Vec<Target>>,
}

/// A source to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Source {
    /// As written, without its fragment.
    pub url: Url,
    /// The spelling that all addresses of the same page share.
    pub key: SourceKey,
    /// Its lane.
    pub host: HostName,
    /// What the configuration says about it.
    pub rule: Option<SourceRule>,
}

/// The sources of one host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lane {
    /// One registrable domain, or one address.
    pub host: HostName,
    /// Indices into [`Plan::sources`].
    pub sources: Vec<usize>,
}

/// Where a citation leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// To a source: an index into [`Plan::sources`].
    Source(usize),
    /// Nowhere that is looked at.
    Skipped {
        /// What would have been looked at, as far as the citation says; empty where it names no address.
        url: String,
        /// Why it is not.
        why: Skip,
        /// What the configuration says about it.
        rule: Option<SourceRule>,
    },
}

/// Plans the looks for what the documents cite.
pub(crate) fn plan<'a>(documents: impl IntoIterator<Item = &'a [Citation]>, config: &Config) -> Plan {
    let mut plan = Plan::default();
    let mut known: HashMap<String, usize> = HashMap::new();
    for citations in documents {
        let mut targets = Vec::with_capacity(citations.len());
        for citation in citations {
            targets.push(match locate(citation, config) {
                Ok(source) => {
                    let next = plan.sources.len();
                    let at = *known.entry(source.url.as_str().to_owned()).or_insert(next);
                    if at == next {
                        plan.sources.push(source);
                    }
                    Target::Source(at)
                }
                Err(skipped) => *skipped,
            });
        }
        plan.targets.push(targets);
    }
    plan.lanes = lanes(&plan.sources);
    plan
}

fn lanes(sources: &[Source]) -> Vec<Lane> {
    let mut lanes: Vec<Lane> = Vec::new();
    let mut known: HashMap<&HostName, usize> = HashMap::new();
    for (at, source) in sources.iter().enumerate() {
        let lane = *known.entry(&source.host).or_insert_with(|| {
            lanes.push(Lane { host: source.host.clone(), sources: Vec::new() });
            lanes.len() - 1
        });
        lanes[lane].sources.push(at);
    }
    lanes
}

fn locate(citation: &Citation, config: &Config) -> Result<Source, Box<Target>> {
    let skip = |url: &str, why| Box::new(Target::Skipped { url: url.to_owned(), why, rule: None });
    let written = address(citation).ok_or_else(|| skip("", Skip::NoLocator))?;
    let url = fetchable(&written).map_err(|why| skip(&written, why))?;
    let rule = config.rule_for(&url).cloned();
    if rule.as_ref().is_some_and(|rule| rule.expect == Some(Expect::Skip)) {
        return Err(Box::new(Target::Skipped { url: url.into(), why: Skip::Excluded, rule }));
    }
    Ok(Source { key: key::key(&url), host: host::lane(&url), url, rule })
}

/// The address to look at: the one cited, else that of the DOI. Captures of archive.today have been altered, so what
/// they were made of is looked at instead.
fn address(citation: &Citation) -> Option<String> {
    let Some(url) = &citation.url else { return citation.doi.as_deref().map(doi::url) };
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
