//! One request to a service of an archive, which is no look at a page: with a form and a key of its own. It waits its turn in
//! the lane of the host, and its peer is judged like any other; neither it nor its answer is ever kept as evidence.

use std::fmt;
use std::time::Duration;

use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue};
use tokio::time::Instant;
use url::Url;
use url::form_urlencoded::Serializer;

use super::body::{self, KeepRaw, Plan};
use super::client::{Ask, Received};
use super::guard;
use super::headers::{all_text, first_text, headers};
use super::lane::Held;
use super::no_answer::Failure;
use super::pace::Mood;
use super::{Fetcher, Purpose, Source};
use crate::clock;
use crate::locator::host;
use crate::observation::{BodyEnd, NoAnswer, Skip, patience};

/// Bytes of an answer that are read.
const MOST: usize = 64 * 1024 * 1024;

/// Shorter parts of a key are no secret, and may stand in any word.
const SHORTEST: usize = 4;

/// What stands for them.
const HIDDEN: &str = "***";

/// A header that lets its holder act for somebody: it is sent, and shown nowhere.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Authorization(String);

impl Authorization {
    /// The value of the header.
    pub(crate) fn new(value: String) -> Self {
        Self(value)
    }

    /// A text without the parts of the key: what answers may say what it was sent, and what it says is kept and shown.
    fn hidden_in(&self, text: String) -> String {
        let parts = self.0.split([' ', ':']).skip(1).filter(|part| part.len() >= SHORTEST);
        parts.fold(text, |text, part| if text.contains(part) { text.replace(part, HIDDEN) } else { text })
    }
}

impl fmt::Debug for Authorization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Authorization(***)")
    }
}

/// A request.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    /// Where.
    pub(crate) url: Url,
    /// Sent with POST where there is one, else nothing is and the method is GET.
    pub(crate) form: Option<Vec<(&'static str, String)>>,
    /// Who asks.
    pub(crate) authorization: Option<Authorization>,
    /// No answer after this is no answer.
    pub(crate) timeout: Duration,
}

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Called {
    pub(crate) status: u16,
    /// How long the service asks to be left alone, where it does.
    pub(crate) retry_after: Option<Duration>,
    /// Whether an archive says that it is a capture.
    pub(crate) is_capture: bool,
    /// Where it leads, as sent.
    pub(crate) location: Option<String>,
    /// Decoded, as far as it was read.
    pub(crate) body: String,
    pub(crate) is_whole: bool,
}

impl Called {
    fn without(self, key: &Authorization) -> Self {
        let location = self.location.map(|location| key.hidden_in(location));
        Self { body: key.hidden_in(self.body), location, ..self }
    }
}

/// Why nothing was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NotCalled {
    /// Nobody answered.
    NoAnswer(NoAnswer),
    /// We refused to ask, or the lane of the host is closed.
    Skipped(Skip),
}

impl Fetcher {
    /// Makes one request. A redirect is an answer.
    pub(crate) async fn call(&self, call: &Call) -> Result<Called, NotCalled> {
        let Source::Network(on) = &self.source else { return Err(NotCalled::Skipped(Skip::NotInReplay)) };
        let peer = on.network.peer(&call.url);
        let reach = guard::admit(&call.url, peer, on.network.allow()).map_err(NotCalled::Skipped)?;
        let turn = on.lanes.enter(&host::lane(&call.url)).await.map_err(|Held(asked)| {
            NotCalled::Skipped(asked.map_or(Skip::Budget, |asked| Skip::AskedToWait(asked.as_secs())))
        })?;
        let until = Instant::now() + call.timeout;
        let ask = Ask {
            url: &call.url,
            purpose: Purpose::Archive,
            accept_datetime: None,
            known: None,
            cookies: "",
            reach,
            until,
        };
        let received = on.network.call(&ask, &headers_of(call), form_of(call)).await;
        match &received {
            Ok(received) => turn.note(mood(received)),
            Err(Failure::NoAnswer(NoAnswer::Timeout(_))) => turn.note(Mood::Silent),
            Err(Failure::NoAnswer(_) | Failure::Private(_)) => {}
        }
        match received {
            Ok(received) => {
                let called = self.read_call(received, until).await;
                Ok(call.authorization.iter().fold(called, Called::without))
            }
            Err(Failure::NoAnswer(why)) => Err(NotCalled::NoAnswer(why)),
            Err(Failure::Private(address)) => Err(NotCalled::Skipped(Skip::PrivateAddress(address.to_string()))),
        }
    }

    async fn read_call(&self, received: Received, until: Instant) -> Called {
        let retry_after = retry_after(&received);
        let Received { status, headers, payload, .. } = received;
        let content_type = first_text(&headers, "content-type");
        let coding = all_text(&headers, "content-encoding");
        let location = first_text(&headers, "location");
        let is_capture = first_text(&headers, "memento-datetime").is_some();
        let plan =
            Plan { coding: &coding, content_type: content_type.as_deref(), most: Some(MOST), keep_raw: KeepRaw::No };
        let read = body::read(payload, &plan, until, &self.budget).await;
        let is_whole = read.end == BodyEnd::Whole;
        let bytes = read.decoded().map(|body| body.bytes).unwrap_or_default();
        Called {
            status,
            retry_after,
            is_capture,
            location,
            body: String::from_utf8_lossy(&bytes).into_owned(),
            is_whole,
        }
    }
}

fn headers_of(call: &Call) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(ACCEPT, HeaderValue::from_static("application/json,*/*;q=0.5"));
    if call.form.is_some() {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
    }
    if let Some(mut value) = call.authorization.as_ref().and_then(|key| HeaderValue::from_str(&key.0).ok()) {
        value.set_sensitive(true);
        headers.insert(AUTHORIZATION, value);
    }
    headers
}

fn form_of(call: &Call) -> Option<String> {
    let fields = call.form.as_ref()?;
    Some(Serializer::new(String::new()).extend_pairs(fields).finish())
}

fn retry_after(received: &Received) -> Option<Duration> {
    let asked = headers(received, "retry-after").next().and_then(|value| std::str::from_utf8(value).ok());
    asked.and_then(|value| patience::retry_after(value, clock::now()))
}

/// Whoever calls a service waits himself where it asks for that; other requests to its host need not.
fn mood(received: &Received) -> Mood {
    if matches!(received.status, 100..=399 | 404 | 410) { Mood::Easy } else { Mood::Flat }
}
