//! What a browser asks for while it shows a page: answered by us, so that it needs no network of its own.
//!
//! Every address is judged in the three places where all are, each redirect goes back to the browser as a request of its
//! own, and the overrides, certificates and proxy of the command line hold. The page pays for the visit with a turn in
//! the lane of its host, held until the visit ends: what belongs to the page is then asked for without a pace, as
//! every browser does, and is bounded by whoever drives the browser.

use std::time::Duration;

use jiff::Timestamp;
use reqwest::Method;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use tokio::time::Instant;
use url::Url;

use super::body::{self, KeepRaw, Plan};
use super::client::{Ask, Sending};
use super::guard;
use super::headers::{all_text, first_text};
use super::lane::{Held, Turn};
use super::look::OnNetwork;
use super::no_answer::Failure;
use super::{Fetcher, Look, Purpose, Source};
use crate::locator::host;
use crate::observation::exchange::{Exchange, ExchangeAnswer, PayloadEnd, Response};
use crate::observation::{BodyEnd, NoAnswer, Outcome, Phase, Skip, rendering};

/// Headers of a browser that are ours to say, or those of a connection that it does not have.
const NOT_PASSED_ON: [&str; 8] =
    ["accept-encoding", "accept-language", "connection", "content-length", "host", "te", "upgrade", "user-agent"];

/// Headers of an answer that tell of a coding that has been taken off, or of another way to ask.
const NOT_PASSED_BACK: [&str; 6] =
    ["alt-svc", "connection", "content-encoding", "content-length", "keep-alive", "transfer-encoding"];

/// A visit to a page; its turn ends with it.
pub(crate) struct Visit<'a> {
    fetcher: &'a Fetcher,
    on: &'a OnNetwork,
    _turn: Turn,
}

/// A request of the browser.
#[derive(Debug)]
pub(crate) struct Asking {
    /// In capitals.
    pub(crate) method: String,
    /// Where.
    pub(crate) url: Url,
    /// As the browser would send them.
    pub(crate) headers: Vec<(String, String)>,
    /// What is sent along.
    pub(crate) body: Option<Vec<u8>>,
}

/// The answer that the browser is given.
#[derive(Debug)]
pub(crate) struct VisitAnswer {
    /// The status.
    pub(crate) status: u16,
    /// Those that it has a use for.
    pub(crate) headers: Vec<(String, String)>,
    /// Decoded.
    pub(crate) body: Vec<u8>,
}

/// Why the browser is given none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum VisitRefused {
    /// It was not asked for.
    #[error("not asked for: {0:?}")]
    Skipped(Skip),
    /// Only what reading a page takes is sent: GET, HEAD, POST, OPTIONS.
    #[error("nothing is sent with {0}")]
    Method(String),
    /// There was none.
    #[error("no answer: {0:?}")]
    NoAnswer(NoAnswer),
    /// There was one that is not whole.
    #[error("the body did not come whole: {0:?}")]
    Body(BodyEnd),
}

/// What a browser made of a page.
#[derive(Debug)]
pub(crate) struct Rendered {
    /// The address that it shows in the end.
    pub(crate) url: String,
    /// The status with which that page was sent.
    pub(crate) status: u16,
    /// Its elements as they are in the end, written out.
    pub(crate) html: String,
    /// Whether that is all, and whether the page had come to rest.
    pub(crate) end: PayloadEnd,
}

impl Fetcher {
    /// The look at `page` that a browser made, begun at that moment.
    pub(crate) async fn rendered(&self, page: &Url, at: Timestamp, came: Result<Rendered, NoAnswer>) -> Look {
        let answer = came.map_or_else(ExchangeAnswer::NoAnswer, |rendered| {
            let headers = vec![
                ("content-type".to_owned(), b"text/html; charset=utf-8".to_vec()),
                ("content-location".to_owned(), rendered.url.into_bytes()),
            ];
            let Rendered { status, html, end, .. } = rendered;
            let payload = html.into_bytes();
            ExchangeAnswer::Response(Response { version: "HTTP/1.1", status, headers, payload, end, peer: None })
        });
        let url = rendering::address(page.as_str());
        self.rendered_look(Exchange { url, sent_at: at, request_headers: Vec::new(), answer }).await
    }

    /// Begins a visit; none without a network. Waits its turn in the lane of the host.
    pub(crate) async fn visit(&self, page: &Url) -> Result<Option<Visit<'_>>, Skip> {
        let Source::Network(on) = &self.source else { return Ok(None) };
        let turn = on.lanes.enter(&host::lane(page)).await;
        let turn = turn.map_err(|Held(asked)| asked.map_or(Skip::Budget, |time| Skip::AskedToWait(time.as_secs())))?;
        Ok(Some(Visit { fetcher: self, on, _turn: turn }))
    }
}

impl Visit<'_> {
    /// The answer to a request of the browser: at most `most` bytes of it, within `patience`.
    pub(crate) async fn answer(
        &self,
        asking: Asking,
        most: usize,
        patience: Duration,
    ) -> Result<VisitAnswer, VisitRefused> {
        let until = Instant::now() + patience;
        let (network, allow) = (&self.on.network, self.on.network.allow());
        let reach = guard::admit(&asking.url, network.peer(&asking.url), allow).map_err(VisitRefused::Skipped)?;
        // A file that waits for the lane of its host may wait for this visit to end.
        let leave = tokio::time::timeout_at(until, self.leave(&asking.url)).await;
        leave.unwrap_or(Err(VisitRefused::NoAnswer(NoAnswer::Timeout(Phase::Total))))?;
        let ask = Ask {
            url: &asking.url,
            purpose: Purpose::Source,
            accept_datetime: None,
            known: None,
            cookies: "",
            reach,
            until,
        };
        let sending =
            Sending { method: method(&asking.method)?, headers: passed_on(&asking.headers), body: asking.body };
        let received = match tokio::time::timeout_at(until, network.forward(&ask, sending)).await {
            Ok(Ok(received)) => received,
            Ok(Err(Failure::NoAnswer(why))) => return Err(VisitRefused::NoAnswer(why)),
            Ok(Err(Failure::Private(address))) => {
                return Err(VisitRefused::Skipped(Skip::PrivateAddress(address.to_string())));
            }
            Err(_) => return Err(VisitRefused::NoAnswer(NoAnswer::Timeout(Phase::Total))),
        };
        let content_type = first_text(&received.headers, "content-type");
        let coding = all_text(&received.headers, "content-encoding");
        let plan =
            Plan { coding: &coding, content_type: content_type.as_deref(), most: Some(most), keep_raw: KeepRaw::No };
        let read = body::read(received.payload, &plan, until, &self.fetcher.budget).await;
        match read.end {
            BodyEnd::Whole | BodyEnd::Truncated => {}
            end @ (BodyEnd::OverCap | BodyEnd::TimedOut | BodyEnd::Undecodable(_)) => {
                return Err(VisitRefused::Body(end));
            }
        }
        let headers = passed_back(&received.headers);
        Ok(VisitAnswer { status: received.status, headers, body: read.body.bytes })
    }

    /// Whether robots.txt lets programs ask for it, where it is kept to.
    async fn leave(&self, url: &Url) -> Result<(), VisitRefused> {
        match self.fetcher.robots.leave(self.fetcher, url, Purpose::Source).await.refused {
            None => Ok(()),
            Some(Outcome::NoAnswer(why)) => Err(VisitRefused::NoAnswer(why)),
            Some(Outcome::Skipped(why)) => Err(VisitRefused::Skipped(why)),
            Some(Outcome::Answered(_)) => unreachable!("robots.txt answers for itself only"),
        }
    }
}

fn method(name: &str) -> Result<Method, VisitRefused> {
    match name {
        "GET" => Ok(Method::GET),
        "HEAD" => Ok(Method::HEAD),
        "POST" => Ok(Method::POST),
        "OPTIONS" => Ok(Method::OPTIONS),
        other => Err(VisitRefused::Method(other.to_owned())),
    }
}

fn passed_on(headers: &[(String, String)]) -> HeaderMap {
    let ours = |name: &str| {
        NOT_PASSED_ON.contains(&name)
            || name.starts_with("sec-ch-")
            || name.starts_with("proxy-")
            || name.starts_with(':')
    };
    let mut passed = HeaderMap::new();
    for (name, value) in headers {
        let name = name.to_ascii_lowercase();
        if let (false, Ok(name), Ok(value)) =
            (ours(&name), HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value))
        {
            passed.append(name, value);
        }
    }
    passed
}

fn passed_back(headers: &[(String, Vec<u8>)]) -> Vec<(String, String)> {
    let named = headers.iter().map(|(name, value)| (name.to_ascii_lowercase(), value));
    let kept = named.filter(|(name, _)| !NOT_PASSED_BACK.contains(&name.as_str()));
    kept.map(|(name, value)| (name, String::from_utf8_lossy(value).into_owned())).collect()
}
