//! The Memento protocol (RFC 7089): what a `TimeGate` answers.

use jiff::Timestamp;
use url::Url;

use super::cdx::timestamp;
use super::heard::Heard;
use super::identity::{is_of_another, is_to_come, keep_own, tells_of_another};
use super::links::Link;
use super::table::{digits, raw_url};
use super::told::Told;
use crate::config::ArchiveServer;
use crate::observation::capture::Capture;

/// What an answer of a `TimeGate` comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Negotiated {
    Told(Told),
    /// It leads on, and what is there has to be asked.
    Further(Url),
}

/// Reads the answer of a `TimeGate`, or of what it led to.
///
/// Archives differ: a redirect of any kind to the capture, the capture itself, a page around the capture that is none.
pub(super) fn negotiate(server: &ArchiveServer, original: &Url, heard: &Heard) -> Negotiated {
    if heard.excludes() {
        return Negotiated::Told(Told::Excluded);
    }
    if let Some(captured_at) = heard.memento {
        return Negotiated::Told(itself(server, original, heard, captured_at));
    }
    if heard.is_redirect() {
        return led(server, original, heard);
    }
    let unclear = |why: String| Negotiated::Told(Told::Unclear(why));
    match heard.status {
        404 => Negotiated::Told(Told::None),
        200..300 => unclear("answers with a page that is no capture".to_owned()),
        status => unclear(format!("answers with status {status}")),
    }
}

/// The capture is the answer, at its own address or under the `TimeGate`'s.
fn itself(server: &ArchiveServer, original: &Url, heard: &Heard, captured_at: Timestamp) -> Told {
    let named = heard.links.iter().find(|link| link.is("memento") && link.datetime == Some(captured_at));
    let named = named.map(|link| &link.target);
    let own = Some(&heard.url).filter(|url| digits(url.as_str()).is_some());
    let url = own.or(heard.content_location.as_ref()).or(named).unwrap_or(&heard.url);
    named_here(server, original, heard, capture(server, url, captured_at, Some(heard.status)))
}

/// A redirect leads to a capture where its address or a link says of when it is.
fn led(server: &ArchiveServer, original: &Url, heard: &Heard) -> Negotiated {
    let Some(location) = &heard.location else {
        return Negotiated::Told(Told::Unclear("redirects without saying where to".to_owned()));
    };
    let named = heard.links.iter().find(|link| link.is("memento") && link.target == *location);
    let dated = || digits(location.as_str()).and_then(|(start, _)| timestamp(&location.as_str()[start..start + 14]));
    let Some(at) = named.and_then(|link| link.datetime).or_else(dated) else {
        return Negotiated::Further(location.clone());
    };
    Negotiated::Told(named_here(server, original, heard, capture(server, location, at, None)))
}

/// The capture that was negotiated and its neighbours, where it is of the page and of a time that has been.
fn named_here(server: &ArchiveServer, original: &Url, heard: &Heard, first: Capture) -> Told {
    let is_other = Url::parse(&first.url).is_ok_and(|url| is_of_another(&url, original));
    if is_other || tells_of_another(heard, original) {
        return Told::Unclear("names a capture of another page".to_owned());
    }
    if is_to_come(first.captured_at, heard.asked_at) {
        return Told::Unclear("names a capture of a day that has not come".to_owned());
    }
    let at = first.captured_at;
    let mut captures = vec![first];
    captures.extend(neighbours(server, &heard.links).filter(|neighbour| neighbour.captured_at != at));
    keep_own(&mut captures, original, heard.asked_at);
    Told::Captures(captures)
}

/// The captures right before and right after the one that was negotiated. The first and the last of all say nothing of
/// what lies between, so neither is near for being named.
fn neighbours(server: &ArchiveServer, links: &[Link]) -> impl Iterator<Item = Capture> {
    linked(server, links.iter().filter(|link| link.is("prev") || link.is("next")))
}

pub(super) fn linked<'a>(
    server: &ArchiveServer,
    links: impl Iterator<Item = &'a Link>,
) -> impl Iterator<Item = Capture> {
    let mementos = links.filter(|link| link.is("memento"));
    mementos.filter_map(move |link| Some(capture(server, &link.target, link.datetime?, None)))
}

pub(super) fn capture(server: &ArchiveServer, url: &Url, captured_at: Timestamp, status: Option<u16>) -> Capture {
    Capture {
        archive: server.name.clone(),
        raw_url: raw_url(url.as_str()),
        url: url.to_string(),
        captured_at,
        status,
        digest: None,
    }
}

#[cfg(test)]
#[path = "memento_tests.rs"]
mod tests;
