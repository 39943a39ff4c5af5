//! One request and the answer to it, as bytes: what evidence is made of.

use std::net::IpAddr;

use jiff::Timestamp;

use super::{NoAnswer, Skip};

/// One request and what came of it. Not stored in the database: evidence is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// The URL that was asked for.
    pub url: String,
    /// When the request was about to be sent.
    pub sent_at: Timestamp,
    /// The request headers in the order sent. The method is always GET.
    pub request_headers: Vec<(String, String)>,
    /// What came.
    pub answer: ExchangeAnswer,
}

/// What came of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExchangeAnswer {
    /// An answer.
    Response(Response),
    /// None, and why.
    NoAnswer(NoAnswer),
    /// The request was not made, and why.
    Skipped(Skip),
}

/// How a payload ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PayloadEnd {
    /// It is all that was sent.
    Whole,
    /// The cap on bytes cut it.
    AtCap,
    /// The deadline cut it.
    AtDeadline,
    /// The connection ended before it did, or nobody knows why it is short.
    Early,
}

/// An answer as it came, transfer coding taken off, content coding kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// `HTTP/1.1` or `HTTP/2`.
    pub version: &'static str,
    /// The status.
    pub status: u16,
    /// The headers in the order sent, values as bytes.
    pub headers: Vec<(String, Vec<u8>)>,
    /// The payload: content coding kept, transfer coding decoded; as much as was read.
    pub payload: Vec<u8>,
    /// How the payload ended.
    pub end: PayloadEnd,
    /// Who answered; none behind a proxy.
    pub peer: Option<IpAddr>,
}

impl Response {
    /// The first header named `name`, lower case, where it is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .and_then(|(_, value)| std::str::from_utf8(value).ok())
    }
}
