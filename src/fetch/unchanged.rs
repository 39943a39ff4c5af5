//! Asking whether a page has changed since it was last read, and what its "no" stands for.

use jiff::Timestamp;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue, IF_MODIFIED_SINCE, IF_NONE_MATCH};
use serde::{Deserialize, Serialize};
use url::{Position, Url};

use crate::observation::{Answer, BodyEnd, Observation};

/// A page as it was last read, with what its server told it apart by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Known {
    /// The URL that answered, without its fragment. No other URL is asked this way.
    pub(crate) url: String,
    etag: Option<String>,
    last_modified: Option<String>,
    content_type: Option<String>,
    bytes: u64,
    /// Of the decoded body.
    pub(crate) sha256: String,
    /// When it was read.
    pub(crate) read_at: Timestamp,
}

impl Known {
    /// What a look learned: none where the answer is not a whole page, or its server tells no versions apart.
    pub(crate) fn of(observation: &Observation) -> Option<Self> {
        let answer = observation.answer().filter(|answer| answer.status == 200 && answer.body == BodyEnd::Whole)?;
        let header = |name| answer.header(name).map(str::to_owned);
        let (etag, last_modified) = (header("etag"), header("last-modified"));
        if etag.is_none() && last_modified.is_none() {
            return None;
        }
        Some(Self {
            url: answer.final_url.split('#').next().unwrap_or_default().to_owned(),
            etag,
            last_modified,
            content_type: answer.content_type.clone(),
            bytes: answer.bytes,
            sha256: answer.sha256.clone(),
            read_at: observation.observed_at,
        })
    }

    /// Whether this is the page at `url`.
    pub(super) fn is_of(&self, url: &Url) -> bool {
        self.url == url[..Position::AfterQuery]
    }

    /// Adds the question to a request. A tag that no header can carry is left out.
    pub(super) fn ask(&self, headers: &mut HeaderMap) {
        let mut put = |name: HeaderName, value: &Option<String>| {
            if let Some(value) = value.as_deref().and_then(|value| HeaderValue::from_str(value).ok()) {
                headers.insert(name, value);
            }
        };
        put(IF_NONE_MATCH, &self.etag);
        put(IF_MODIFIED_SINCE, &self.last_modified);
    }

    /// The answer 304 to that question: what it says itself, and the body that it stands for.
    pub(super) fn confirmed(
        &self,
        final_url: &Url,
        headers: Vec<(String, String)>,
        peer: Option<std::net::IpAddr>,
    ) -> Answer {
        Answer {
            final_url: final_url.to_string(),
            status: 304,
            content_type: self.content_type.clone(),
            headers,
            bytes: self.bytes,
            sha256: self.sha256.clone(),
            body: BodyEnd::Whole,
            peer,
            unchanged_since: Some(self.read_at),
            signs: None,
            quote_found: false,
            probe: None,
            shared: None,
        }
    }
}

/// Whether a request, as it was sent, asked for changes only.
pub(super) fn was_asked(request_headers: &[(String, String)]) -> bool {
    request_headers.iter().any(|(name, _)| asks(name))
}

/// Whether a header of that name asks for changes only.
pub(super) fn asks(name: &str) -> bool {
    name == IF_NONE_MATCH.as_str() || name == IF_MODIFIED_SINCE.as_str()
}
