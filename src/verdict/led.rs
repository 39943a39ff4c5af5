//! Where the address of a source that is not there any more once led: sites drop their redirects after some years, and the
//! page often stands where they led.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use url::Url;

use super::{Expect, source};
use crate::locator::key;
use crate::observation::Observation;

/// Where a source led when it was last there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedTo {
    /// The address.
    pub url: String,
    /// The look that it led there.
    pub observed_at: Timestamp,
}

/// Where the last look that found the page was led, if that is another page than the cited one and the last look of all was
/// not led there.
pub(super) fn led_to(history: &[Observation], expect: Option<Expect>) -> Option<LedTo> {
    let (last, before) = history.split_last()?;
    let there = before.iter().rev().find(|look| source::finds_the_page(look, expect))?;
    let url = there.answer().filter(|_| !there.hops.is_empty()).map(|answer| answer.final_url.as_str())?;
    let page = |url: &str| Some(key::key(&Url::parse(url).ok()?));
    let is_other = page(url)? != page(&there.url)? && page(url) != reached(last).and_then(|last| page(last.as_str()));
    is_other.then(|| LedTo { url: url.to_owned(), observed_at: there.observed_at })
}

/// The address that was asked for last.
pub(super) fn reached(observation: &Observation) -> Option<Url> {
    match observation.hops.last() {
        Some(hop) => Url::parse(&hop.url).ok()?.join(&hop.location).ok(),
        None => Url::parse(&observation.url).ok(),
    }
}
