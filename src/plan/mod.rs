//! What to look at now.
//!
//! One look for each distinct address, however many citations share it. What is not looked at says why. A plain check
//! looks at everything that the documents cite; the order is that of the documents.

pub(crate) mod anchor;
pub(crate) mod due;
mod sources;
#[cfg(test)]
mod tests;

use std::borrow::Borrow;

use url::Url;

use crate::citation::Citation;
use crate::config::{Config, Expect, SourceRule};
use crate::locator::archive_url::{self, Kind, Service};
use crate::locator::{doi, redirector, user_info};
use crate::observation::Skip;

use sources::Known;
pub(crate) use sources::{Sources, Targets};

/// What to look at, and where each citation finds what was seen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Each to be looked at once, in the order first cited.
    pub sources: Sources,
    /// For each document the target of each of its citations.
    pub targets: Targets,
}

/// A source to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Source {
    /// As written, without its fragment.
    pub url: String,
    /// What the configuration says about it.
    pub rule: Option<SourceRule>,
}

/// Where a citation leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target<'a> {
    /// To a source: an index into [`Plan::sources`].
    Source(usize),
    /// Nowhere that is looked at.
    Skipped(&'a Skipped),
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
        for citation in citations {
            let located = locate(citation.borrow(), config);
            let located = located.map(|source| known.place(source, &mut plan.sources));
            plan.targets.push(located.map_err(|skipped| *skipped));
        }
        plan.targets.end();
    }
    plan.targets.shrink();
    plan.sources.shrink();
    plan
}

fn locate(citation: &Citation, config: &Config) -> Result<Source, Box<Skipped>> {
    let skip = |url: &str, why| Box::new(Skipped { url: url.to_owned(), why, rule: None });
    let written = address(citation).ok_or_else(|| skip("", Skip::NoLocator))?;
    let url = fetchable(&written).map_err(|why| skip(&written, why))?;
    let rule = config.rule_for(&url).cloned();
    if rule.as_ref().is_some_and(|rule| rule.expect == Some(Expect::Skip)) {
        return Err(Box::new(Skipped { url: url.into(), why: Skip::Excluded, rule }));
    }
    Ok(Source { url: url.into(), rule })
}

/// The address to look at: the one cited, else that of the DOI. What a redirector leads to is cited. Captures of archive.today have been altered, so what
/// they were made of is looked at instead; and so is the page that an archive would capture if it was looked at there.
fn address(citation: &Citation) -> Option<String> {
    let Some(url) = &citation.url else { return citation.doi.as_deref().map(doi::url) };
    let url = &redirector::target(url).unwrap_or_else(|| url.clone());
    if is_archive_today(url) {
        let original = citation.original_url.clone().or_else(|| archive_url::unwrap_all(url));
        return Some(original.unwrap_or_else(|| url.clone()));
    }
    let saved = archive_url::read(url).filter(|found| found.kind == Kind::Saving).and_then(|found| found.original);
    Some(saved.unwrap_or_else(|| url.clone()))
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
    // What stands in place of a password in an address within it would be asked for, which nobody cited.
    if user_info::is_in(written) {
        return Err(Skip::Credentials);
    }
    if is_archive_today(url.as_str()) {
        return Err(Skip::UntrustedArchive);
    }
    url.set_fragment(None);
    Ok(url)
}
