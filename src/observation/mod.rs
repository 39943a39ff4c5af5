//! What was seen, never an opinion: looks, captures, exchanges.
//!
//! An [`Observation`] is what happened when we looked at a source once. It is written to the store as it is and never
//! rewritten; no type of a library stands in it.

pub mod capture;
pub mod exchange;
pub(crate) mod patience;
pub mod probe;
pub mod rendering;

use std::net::IpAddr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::page::Signs;
use probe::Probe;
use rendering::BrowserFailure;

/// What happened when we looked at a source, once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observation {
    /// The URL that was asked for first.
    pub url: String,
    /// When the first request was about to be sent; in replay, the date of the record.
    pub observed_at: Timestamp,
    /// Every answer that led elsewhere, in order; the last answer is in `outcome`.
    pub hops: Vec<Hop>,
    /// What went wrong before the attempt that `outcome` tells of, in order.
    pub retried: Vec<Trouble>,
    /// How it ended.
    pub outcome: Outcome,
    /// From the first request to the end, in milliseconds; 0 in replay.
    pub elapsed_ms: u64,
    /// Whether nobody that was asked in that run gave an answer of its own either: it may be the watcher that is cut off.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cut_off: bool,
    /// Whether it was read from a record, which holds one answer for every look there could be.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub replayed: bool,
}

/// A redirect that was followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hop {
    /// The URL that answered.
    pub url: String,
    /// 301, 302, 303, 307 or 308; else that of a page that sent its reader on at once.
    pub status: u16,
    /// `Location` as sent, or the address in the page as written.
    pub location: String,
    /// Who answered.
    pub peer: Option<IpAddr>,
}

/// Why an attempt was made again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trouble {
    /// A status that asks for patience: 408, 425, 429, 5xx.
    Status(u16),
    /// No answer.
    NoAnswer(NoAnswer),
}

/// How a look ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// A server answered, whatever it said.
    Answered(Answer),
    /// No server gave an answer that could be read.
    NoAnswer(NoAnswer),
    /// It was not looked at, or the way there was refused by us.
    Skipped(Skip),
}

/// The last answer of a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The URL that answered, after redirects.
    pub final_url: String,
    /// The status.
    pub status: u16,
    /// `Content-Type` as sent.
    pub content_type: Option<String>,
    /// The headers kept as evidence, lower-case names, in the order sent; see `fetch`.
    pub headers: Vec<(String, String)>,
    /// Length of the decoded body in bytes.
    pub bytes: u64,
    /// SHA-256 of the decoded body, lower-case hexadecimal.
    pub sha256: String,
    /// How the body ended.
    pub body: BodyEnd,
    /// Who answered.
    pub peer: Option<IpAddr>,
    /// For a 304 that was asked for: when the body that it confirms was read. That body's are `content_type`, `bytes`,
    /// `sha256` and `body`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unchanged_since: Option<Timestamp>,
    /// What the page showed of itself, where one was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signs: Option<Box<Signs>>,
    /// Whether words of a quote stood on it for which it was cited then.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub quote_found: bool,
    /// What came of asking for a page that cannot be there, where that was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub probe: Option<Box<Probe>>,
    /// Another cited page of its host that led to the same address, where one was known of when this was looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shared: Option<Box<str>>,
}

#[cfg(test)]
impl Answer {
    /// An answer with a body, which tests change as they need.
    pub(crate) fn sample(final_url: &str, status: u16) -> Self {
        Self {
            final_url: final_url.to_owned(),
            status,
            content_type: None,
            headers: Vec::new(),
            bytes: 1_000,
            sha256: String::new(),
            body: BodyEnd::Whole,
            peer: None,
            unchanged_since: None,
            signs: None,
            quote_found: false,
            probe: None,
            shared: None,
        }
    }
}

/// How a body ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BodyEnd {
    /// It came whole.
    Whole,
    /// It was cut at the cap on decoded bytes.
    OverCap,
    /// The connection ended before the body did.
    Truncated,
    /// The deadline of the look ended it.
    TimedOut,
    /// Its content coding is unknown to us or broken; the coding as sent.
    Undecodable(String),
}

/// Why no server gave an answer that could be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoAnswer {
    /// The name system.
    Dns(DnsFailure),
    /// Every address refused the connection.
    Refused,
    /// No route to any address, or another failure to connect.
    Unreachable,
    /// The connection was closed or reset before the head of the answer was whole.
    Reset,
    /// Time ran out.
    Timeout(Phase),
    /// TLS could not be agreed on.
    Tls(TlsFailure),
    /// What came is not HTTP that can be read.
    Protocol(ProtocolFailure),
    /// More redirects than are followed.
    TooManyRedirects,
    /// A redirect led to an address that was visited with the same cookies.
    RedirectLoop,
    /// A redirect without a `Location` that can be followed; the header as sent.
    BadRedirect(Option<String>),
    /// A redirect to an address of so many bytes, which is longer than any that is asked for.
    LongRedirect(usize),
    /// The proxy could not be reached or refused.
    Proxy,
    /// A browser that was to run the scripts of the page gave none.
    Browser(BrowserFailure),
}

/// What the name system said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DnsFailure {
    /// The name does not exist (NXDOMAIN).
    NoSuchDomain,
    /// The name exists and has no address.
    NoAddress,
    /// The resolver answered with an error: SERVFAIL, REFUSED and their like.
    ServerFailure,
    /// The resolver did not answer in time.
    Timeout,
    /// No resolver could be reached, or none is configured.
    NoResolver,
    /// The host is not a name that can be asked for.
    BadName,
}

/// What time ran out on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Connecting, TLS included.
    Connect,
    /// Waiting for the head of the answer.
    Head,
    /// Waiting for the first byte of the page behind its head.
    Body,
    /// The whole look, retries and redirects included.
    Total,
}

/// Why TLS could not be agreed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TlsFailure {
    /// The certificate has run out.
    Expired,
    /// The certificate is for other names.
    WrongName(Vec<String>),
    /// Nobody that we trust signed it: self-signed, an unknown issuer, or a missing intermediate.
    UnknownIssuer,
    /// The certificate is bad in another way: revoked, not yet valid, malformed.
    BadCertificate,
    /// No protocol version in common: the server has nothing newer than TLS 1.1.
    OldVersion,
    /// What answered does not speak TLS.
    NotTls,
    /// Another alert or failure of the handshake.
    Handshake,
}

/// What could not be read of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProtocolFailure {
    /// Not HTTP at all.
    NotHttp,
    /// The head breaks the rules of HTTP.
    BadHead,
    /// The head is larger than the limit.
    HeadTooLarge,
    /// An HTTP/2 failure.
    Http2,
}

/// Why a source was not looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Skip {
    /// The host, an answer of the resolver or the peer is not a public address; which.
    PrivateAddress(String),
    /// Not http or https; which.
    UnsupportedScheme(String),
    /// A port on which no pages are served.
    UnsupportedPort(u16),
    /// The address holds a user name or a password, and asking for it would log in.
    Credentials,
    /// A capture of an archive that has altered captures, and the page that it was made of is not told.
    UntrustedArchive,
    /// The configuration says so.
    Excluded,
    /// Its host failed or asked for patience too often.
    Budget,
    /// Its host asked to be left alone for so many seconds, which is longer than a run waits.
    AskedToWait(u64),
    /// The replayed files do not hold it.
    NotInReplay,
    /// The citation names no address.
    NoLocator,
    /// The site's robots.txt asks programs to stay away.
    Robots(RobotsRefusal),
}

/// What a robots.txt refused by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RobotsRefusal {
    /// Its address.
    pub robots_txt: String,
    /// What in it refused, or came in its place.
    pub why: RobotsRule,
}

/// What in a robots.txt refused, or came in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RobotsRule {
    /// A line as the file has it, without a comment.
    Line(String),
    /// A server error instead of the file, which closes the whole site for now.
    Status(u16),
    /// No answer that could be read, which does the same.
    NoAnswer(NoAnswer),
}

impl Observation {
    /// Whether anything was asked: what was skipped at once was not seen at any time.
    pub fn saw_anything(&self) -> bool {
        !matches!(&self.outcome, Outcome::Skipped(why) if self.hops.is_empty() && !matches!(why, Skip::Robots(_)))
    }

    /// As a report tells it: without what is there for judging alone, which is many times as large as the rest.
    pub(crate) fn as_told(&self) -> Self {
        let outcome = match &self.outcome {
            Outcome::Answered(answer) => Outcome::Answered(answer.as_told()),
            other => other.clone(),
        };
        let (url, hops, retried) = (self.url.clone(), self.hops.clone(), self.retried.clone());
        let Self { observed_at, elapsed_ms, cut_off, replayed, .. } = *self;
        Self { url, observed_at, hops, retried, outcome, elapsed_ms, cut_off, replayed }
    }

    /// The same, to note what its page showed.
    pub(crate) fn answer_mut(&mut self) -> Option<&mut Answer> {
        match &mut self.outcome {
            Outcome::Answered(answer) => Some(answer),
            Outcome::NoAnswer(_) | Outcome::Skipped(_) => None,
        }
    }

    /// The last answer, where a server gave one.
    pub fn answer(&self) -> Option<&Answer> {
        match &self.outcome {
            Outcome::Answered(answer) => Some(answer),
            Outcome::NoAnswer(_) | Outcome::Skipped(_) => None,
        }
    }
}

impl Answer {
    fn as_told(&self) -> Self {
        let (final_url, content_type, sha256) =
            (self.final_url.clone(), self.content_type.clone(), self.sha256.clone());
        let (body, shared) = (self.body.clone(), self.shared.clone());
        let Self { status, bytes, peer, unchanged_since, quote_found, .. } = *self;
        let (headers, signs, probe) = (Vec::new(), None, None);
        Self {
            final_url,
            status,
            content_type,
            headers,
            bytes,
            sha256,
            body,
            peer,
            unchanged_since,
            signs,
            quote_found,
            probe,
            shared,
        }
    }

    /// Whether the status says that what came is not the page, or not all of it: a request that was only accepted (202),
    /// a part (206).
    pub fn is_partial(&self) -> bool {
        matches!(self.status, 202 | 206)
    }

    /// The first header of that lower-case name, among those kept.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}
