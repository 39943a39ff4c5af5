//! What a page became after its scripts ran in a browser: an observation of its own, under an address of its own.
//!
//! Nothing that reads our evidence may take it for what a server sent, so its address is no page's.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};

/// Address of what a page became; the page's own follows, percent-encoded.
pub(crate) const RENDERED: &str = "urn:citewatch:rendered:";

/// The address of what `page` became.
pub(crate) fn address(page: &str) -> String {
    format!("{RENDERED}{}", utf8_percent_encode(page, NON_ALPHANUMERIC))
}

/// Why a browser gave no page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BrowserFailure {
    /// The page did not let the browser answer in time.
    Stuck,
    /// The page took more memory than a page may.
    Memory,
    /// The page, or the browser with it, came to an end before it was read.
    Crashed,
    /// The page itself was not sent, or what was sent is no page.
    NoPage,
}

impl BrowserFailure {
    /// What happened, as a clause that fits after "the page was opened in a browser, and".
    pub fn told(self) -> &'static str {
        match self {
            Self::Stuck => "its scripts kept the browser busy until its time was over",
            Self::Memory => "its scripts took more memory than a page is given",
            Self::Crashed => "the browser ended before the page could be read",
            Self::NoPage => "no page came that it could show",
        }
    }
}
