//! A request that a page makes, as the browser hands it over.

use data_encoding::BASE64;
use serde_json::{Value, json};
use url::Url;

use super::pipe::Message;
use crate::fetch::{Asking, VisitRefused};
use crate::observation::{NoAnswer, Skip};

/// What a page sends with a question is shorter.
const LONGEST_BODY: usize = 64 * 1024;

/// What a request is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A page, in a frame at least.
    Document,
    /// A script, its data, a style.
    Part,
    /// Pictures, sounds, letters, reports: no words come of them.
    NoText,
}

/// A request that waits for us.
#[derive(Debug)]
pub(super) struct Paused {
    pub(super) session: String,
    pub(super) id: String,
    pub(super) frame: String,
    pub(super) kind: Kind,
    /// None where it cannot be made.
    pub(super) asking: Option<Asking>,
}

impl Paused {
    pub(super) fn read(message: &Message) -> Option<Self> {
        let Message { params, session, .. } = message;
        let kind = match params["resourceType"].as_str()? {
            "Document" => Kind::Document,
            "Image" | "Media" | "Font" | "TextTrack" | "Ping" | "CSPViolationReport" | "Prefetch" | "Manifest"
            | "SignedExchange" => Kind::NoText,
            _ => Kind::Part,
        };
        Some(Self {
            session: session.clone()?,
            id: params["requestId"].as_str()?.to_owned(),
            frame: params["frameId"].as_str().unwrap_or_default().to_owned(),
            kind,
            asking: asking(&params["request"]),
        })
    }

    /// What fails it.
    pub(super) fn failed(&self, reason: &str) -> Value {
        json!({ "requestId": self.id, "errorReason": reason })
    }
}

fn asking(request: &Value) -> Option<Asking> {
    let headers = request["headers"].as_object()?;
    let headers = headers.iter().filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned())));
    let url = Url::parse(request["url"].as_str()?).ok()?;
    let favicon = url.path() == "/favicon.ico";
    let body = if request["hasPostData"] == true { Some(body(request)?) } else { None };
    let method = request["method"].as_str()?.to_owned();
    (!favicon).then(|| Asking { method, url, headers: headers.collect(), body })
}

fn body(request: &Value) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    for entry in request["postDataEntries"].as_array()? {
        body.extend(BASE64.decode(entry["bytes"].as_str()?.as_bytes()).ok()?);
    }
    (body.len() <= LONGEST_BODY).then_some(body)
}

/// The word by which the browser tells a page that something failed.
pub(super) fn refusal(why: &VisitRefused) -> &'static str {
    match why {
        VisitRefused::Skipped(Skip::PrivateAddress(_)) => "AddressUnreachable",
        VisitRefused::Skipped(_) | VisitRefused::Method(_) => "BlockedByClient",
        VisitRefused::NoAnswer(NoAnswer::Dns(_)) => "NameNotResolved",
        VisitRefused::NoAnswer(NoAnswer::Refused) => "ConnectionRefused",
        VisitRefused::NoAnswer(NoAnswer::Timeout(_)) => "TimedOut",
        VisitRefused::NoAnswer(_) => "ConnectionFailed",
        VisitRefused::Body(_) => "Failed",
    }
}
