//! What judging needs of a page: its titles, what few pages have, and what was found of quotes.

mod known;

use serde::{Deserialize, Serialize};

use super::work::{PageRead, QuoteRef, proves_life};
use crate::observation::Observation;
use crate::page::{CutShort, LinkedDocument, Page};
use crate::quote_match::{MatchClass, QuoteMatch};
use crate::verdict::quote::Trust;

pub(crate) use known::Facts;

/// See the module.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct PageFacts {
    titles: Vec<String>,
    /// How far its texts can be trusted, titles aside.
    pub(crate) trust: Trust,
    /// What the page links as its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    documents: Vec<LinkedDocument>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cut_short: Option<CutShort>,
    /// Where stands what of it was not read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unread_at: Option<String>,
    /// Where redirects led, if they did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    led_to: Option<String>,
    /// Whether a page that cannot be there led there as well.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    is_led_as_any: bool,
    /// When it was looked at, in milliseconds, where nothing but the page was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    plain_at: Option<i64>,
    /// What quotes were found to be, in the order of the quotes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    matches: Vec<(QuoteRef, QuoteMatch)>,
}

impl From<PageRead> for PageFacts {
    fn from(read: PageRead) -> Self {
        let PageRead { page, trust, mut matches, led_to, is_led_as_any } = read;
        matches.sort_unstable_by_key(|(quote, _)| *quote);
        let Page { titles, documents, cut_short, unshown, .. } = page;
        let unread_at = unshown.and_then(|unshown| unshown.at);
        Self {
            titles,
            trust,
            documents,
            cut_short,
            unread_at,
            led_to: led_to.map(String::from),
            is_led_as_any,
            plain_at: None,
            matches,
        }
    }
}

impl PageFacts {
    /// The page, as far as judging needs it.
    pub(crate) fn page(&self) -> Page {
        Page { titles: self.titles.clone(), cut_short: self.cut_short, ..Page::default() }
    }

    /// What the page links as its own.
    pub(crate) fn documents(&self) -> &[LinkedDocument] {
        &self.documents
    }

    /// Where stands what of it was not read, where it names that.
    pub(crate) fn unread_at(&self) -> Option<&str> {
        self.unread_at.as_deref()
    }

    /// Where redirects led, if they did.
    pub(crate) fn led_to(&self) -> Option<&str> {
        self.led_to.as_deref()
    }

    /// Whether a page that cannot be there led there as well.
    pub(crate) fn is_led_as_any(&self) -> bool {
        self.is_led_as_any
    }

    /// Notes that nothing but the page was seen at the look that it was read at.
    pub(crate) fn plain_at(&mut self, look: &Observation) {
        self.plain_at = Some(look.observed_at.as_millisecond());
    }

    /// Whether it was read at this look, and nothing else was seen.
    pub(crate) fn is_plain_at(&self, look: &Observation) -> bool {
        self.plain_at == Some(look.observed_at.as_millisecond())
    }

    /// Whether a quote was found that shows the page to be what was cited.
    pub(crate) fn proves_life(&self) -> bool {
        self.matches.iter().any(|(_, found)| proves_life(found))
    }

    /// How close what was found of a quote is, if it was looked for.
    pub(crate) fn class(&self, quote: QuoteRef) -> Option<MatchClass> {
        Some(self.matches[self.place(quote)?].1.class)
    }

    /// What a quote was found to be, if it was looked for.
    pub(crate) fn found(&self, quote: QuoteRef) -> Option<QuoteMatch> {
        Some(self.matches[self.place(quote)?].1.clone())
    }

    /// The quotes that were looked for.
    #[cfg(test)]
    fn searched(&self) -> impl Iterator<Item = QuoteRef> {
        self.matches.iter().map(|(quote, _)| *quote)
    }

    /// Adds what other quotes were found to be.
    fn add(&mut self, more: impl Iterator<Item = (QuoteRef, QuoteMatch)>) {
        self.matches.extend(more);
        self.matches.sort_unstable_by_key(|(quote, _)| *quote);
    }

    fn place(&self, quote: QuoteRef) -> Option<usize> {
        self.matches.binary_search_by_key(&quote, |(quote, _)| *quote).ok()
    }
}
