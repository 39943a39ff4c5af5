//! `TimeMaps`, in the formats that archives list captures in.
//!
//! Only the links are of the standard (RFC 7089). Of JSON there are three dialects: one object, as mementoweb.org and
//! aggregators write it; an object a line, as pywb does, with or without a key before it; rows under a row of names, as
//! the Wayback Machine does. What comes is read by what it is, whatever was asked for.

use jiff::Timestamp;
use serde::Deserialize;
use url::Url;

use super::cdx::timestamp;
use super::heard::Heard;
use super::identity::keep_own;
use super::links::{self, Link};
use super::memento::{capture, linked};
use super::rows;
use crate::config::ArchiveServer;
use crate::evidence::http_date;
use crate::observation::capture::Capture;

/// More captures than this are not read of one part.
const MAX_LISTED: usize = 500_000;

/// A part of a `TimeMap`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TimeMap {
    pub(super) captures: Vec<Capture>,
    /// Further parts, the most promising first.
    pub(super) further: Vec<Url>,
}

/// A further part, and what it spans.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    url: Url,
    from: Option<Timestamp>,
    until: Option<Timestamp>,
}

/// Reads what was answered to a request for a `TimeMap`. None where it is none.
pub(super) fn read(
    server: &ArchiveServer,
    original: &Url,
    heard: &Heard,
    anchor: Option<Timestamp>,
) -> Option<TimeMap> {
    let body = heard.body.trim();
    let (mut captures, mut parts) = match body.bytes().next()? {
        b'<' => of_links(server, heard)?,
        b'[' => (rows::read(body, server, original, heard.asked_at)?.captures, vec![]),
        b'{' => of_object(server, body, &heard.url).or_else(|| of_lines(server, original, body, heard))?,
        _ => of_lines(server, original, body, heard)?,
    };
    keep_own(&mut captures, original, heard.asked_at);
    parts.retain(|part| part.url != heard.url);
    // A part that spans the anchor holds the nearest; without an anchor the newest is wanted.
    parts.sort_by_key(|part| match anchor {
        Some(anchor) => {
            let before = part.from.is_some_and(|from| from > anchor);
            let after = part.until.is_some_and(|until| until < anchor);
            (before || after, 0)
        }
        None => (false, -part.until.map_or(0, Timestamp::as_second)),
    });
    Some(TimeMap { captures, further: parts.into_iter().map(|part| part.url).collect() })
}

type Listed = (Vec<Capture>, Vec<Part>);

fn of_links(server: &ArchiveServer, heard: &Heard) -> Option<Listed> {
    let links = links::read(&heard.body, &heard.url);
    if !links.iter().any(|link| link.is("original") || link.is("memento") || link.is("self")) {
        return None;
    }
    let is_further = |link: &&Link| link.is("timemap") && !link.is("self");
    let part = |link: &Link| Part { url: link.target.clone(), from: link.from, until: link.until };
    Some((linked(server, links.iter()).collect(), links.iter().filter(is_further).map(part).collect()))
}

/// One object, which lists captures or further parts.
#[derive(Deserialize)]
struct Whole {
    original_uri: Option<String>,
    mementos: Option<Mementos>,
    #[serde(default)]
    timemap_index: Vec<Indexed>,
    #[serde(default)]
    pages: Pages,
}

#[derive(Deserialize)]
struct Mementos {
    #[serde(default)]
    list: Vec<Listing>,
}

#[derive(Deserialize)]
struct Listing {
    #[serde(alias = "url")]
    uri: String,
    datetime: String,
}

#[derive(Deserialize)]
struct Indexed {
    uri: String,
    from: Option<String>,
    until: Option<String>,
}

#[derive(Default, Deserialize)]
struct Pages {
    prev: Option<Indexed>,
    next: Option<Indexed>,
}

fn of_object(server: &ArchiveServer, body: &str, base: &Url) -> Option<Listed> {
    let whole: Whole = serde_json::from_str(body).ok()?;
    if whole.mementos.is_none() && whole.timemap_index.is_empty() && whole.original_uri.is_none() {
        return None;
    }
    // An index of parts lists no captures itself.
    let listed = whole.mementos.map(|mementos| mementos.list).unwrap_or_default();
    let captures = listed.iter().take(MAX_LISTED).filter_map(|one| listing(server, one, base)).collect();
    let pages = [whole.pages.next, whole.pages.prev].into_iter().flatten();
    let part = |indexed: Indexed| {
        let date = |text: Option<String>| text.as_deref().and_then(moment);
        Some(Part { url: base.join(&indexed.uri).ok()?, from: date(indexed.from), until: date(indexed.until) })
    };
    Some((captures, whole.timemap_index.into_iter().chain(pages).filter_map(part).collect()))
}

/// An object a line, which is a row of an index or a memento; a key and a moment may stand before it. Lines that begin with
/// `!` tell of the list.
fn of_lines(server: &ArchiveServer, original: &Url, body: &str, heard: &Heard) -> Option<Listed> {
    let (mut captures, mut indexed) = (Vec::new(), String::new());
    let lines = body.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('!'));
    for line in lines.take(MAX_LISTED) {
        let (before, object) = line.split_at(line.find('{')?);
        if let Ok(one) = serde_json::from_str::<Listing>(object) {
            captures.extend(listing(server, &one, &heard.url));
            continue;
        }
        let mut row: serde_json::Map<String, serde_json::Value> = serde_json::from_str(object).ok()?;
        if let Some(moment) = before.split_ascii_whitespace().last() {
            row.insert("timestamp".to_owned(), moment.into());
        }
        indexed.push_str(&serde_json::Value::from(row).to_string());
        indexed.push('\n');
    }
    captures.extend(rows::read(&indexed, server, original, heard.asked_at)?.captures);
    Some((captures, vec![]))
}

fn listing(server: &ArchiveServer, one: &Listing, base: &Url) -> Option<Capture> {
    Some(capture(server, &base.join(&one.uri).ok()?, moment(&one.datetime)?, None))
}

/// Dates are written as ISO has it, as HTTP has it, or as digits.
fn moment(text: &str) -> Option<Timestamp> {
    text.parse().ok().or_else(|| http_date(text)).or_else(|| timestamp(text))
}

#[cfg(test)]
#[path = "timemap_tests.rs"]
mod tests;
