//! The CDX interface: one row a capture, in the two dialects that archives speak.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::Deserialize;
use url::Url;

use super::table::raw_url;
use super::told::Told;
use crate::config::{ArchiveServer, Dialect};
use crate::locator::key::key;
use crate::observation::capture::Capture;

/// Rows that are asked for: enough to pass over errors and repeated payloads around the date.
const ROWS: usize = 20;

/// What of the index is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Window {
    /// The captures around a date, nearest first.
    Around(Timestamp),
    /// The last captures up to a date; for a server that does not sort by distance.
    Until(Timestamp),
    /// The first captures after a date; likewise.
    Since(Timestamp),
    /// The last captures of all.
    Newest,
}

/// The address that asks an index for captures of `original`.
pub(super) fn query(cdx: &str, dialect: Dialect, original: &Url, window: Window) -> Option<Url> {
    let mut url = Url::parse(cdx).ok()?;
    let digits = |at: Timestamp| at.strftime("%Y%m%d%H%M%S").to_string();
    let rows = ROWS.to_string();
    let mut pairs = url.query_pairs_mut();
    pairs.append_pair("url", original.as_str()).append_pair("output", "json");
    match dialect {
        // Its filter drops rows without a status, which are the unchanged pages, and a filter that matches nothing
        // makes it answer with other pages unless it is told not to.
        Dialect::Pywb | Dialect::Memento => {
            pairs.append_pair("allowFuzzy", "0").append_pair("limit", &rows);
            match window {
                Window::Around(at) => pairs.append_pair("closest", &digits(at)),
                Window::Until(at) => pairs.append_pair("to", &digits(at)).append_pair("sort", "reverse"),
                Window::Since(at) => pairs.append_pair("from", &digits(at)),
                Window::Newest => pairs.append_pair("sort", "reverse"),
            };
        }
        Dialect::Wayback => {
            // A dash is the status of an unchanged page. A negative limit counts from the end; -1 takes a shortcut
            // that is known to miss, more do not.
            pairs.append_pair("filter", "statuscode:(200|203|206|-)");
            let last = format!("-{rows}");
            match window {
                Window::Around(at) => {
                    pairs.append_pair("closest", &digits(at)).append_pair("sort", "closest").append_pair("limit", &rows)
                }
                Window::Until(at) => pairs.append_pair("to", &digits(at)).append_pair("limit", &last),
                Window::Since(at) => pairs.append_pair("from", &digits(at)).append_pair("limit", &rows),
                Window::Newest => pairs.append_pair("limit", &last),
            };
        }
    }
    drop(pairs);
    Some(url)
}

/// Rows of an index that could be read, in the order sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rows {
    pub(super) captures: Vec<Capture>,
    /// As many rows as were asked for: there may be more.
    pub(super) full: bool,
    in_order_sent: Vec<Timestamp>,
}

impl Rows {
    /// What they come to. Rows that are all of another kind say nothing of what stands behind them.
    pub(super) fn told(self) -> Told {
        match (self.captures.is_empty(), self.full) {
            (false, _) => Told::Captures(self.captures),
            (true, false) => Told::None,
            (true, true) => Told::Unclear("has an index whose rows are of other pages".to_owned()),
        }
    }

    /// Whether the rows stand nearest first, as a server that knows `closest` sends them.
    pub(super) fn nearest_first(&self, at: Timestamp) -> bool {
        self.in_order_sent.iter().map(|date| date.duration_since(at).abs()).is_sorted()
    }
}

/// One row, by the names of either dialect.
#[derive(Debug, Default, Deserialize)]
struct Row {
    timestamp: String,
    #[serde(alias = "original")]
    url: String,
    #[serde(alias = "statuscode", default)]
    status: String,
    #[serde(default)]
    digest: String,
}

/// Reads the answer of an index: arrays under a row of names, or an object a line. None where it is neither.
///
/// Left out are rows that occur and mean nothing: impossible dates, other pages that share a sort key, doubles.
pub(super) fn read(body: &str, server: &ArchiveServer, original: &Url) -> Option<Rows> {
    let body = body.trim();
    let rows = if body.starts_with('[') { arrays(body)? } else { objects(body)? };
    let full = rows.len() >= ROWS;
    let mut captures: Vec<Capture> =
        rows.iter().filter(|row| same_page(&row.url, original)).filter_map(|row| capture(row, server)).collect();
    let in_order_sent = rows.iter().filter_map(|row| timestamp(&row.timestamp)).collect();
    resolve_unchanged(&mut captures);
    Some(Rows { captures, full, in_order_sent })
}

fn arrays(body: &str) -> Option<Vec<Row>> {
    let rows: Vec<Vec<Option<String>>> = serde_json::from_str(body).ok()?;
    let mut rows = rows.into_iter();
    let Some(names) = rows.next() else { return Some(vec![]) };
    let column = |name: &str| names.iter().position(|found| found.as_deref() == Some(name));
    let (at, url) = (column("timestamp")?, column("original").or_else(|| column("url"))?);
    let (status, digest) = (column("statuscode").or_else(|| column("status")), column("digest"));
    let row = |cells: Vec<Option<String>>| {
        let cell = |index: usize| cells.get(index).cloned().flatten().unwrap_or_default();
        let optional = |index: Option<usize>| index.map(cell).unwrap_or_default();
        Row { timestamp: cell(at), url: cell(url), status: optional(status), digest: optional(digest) }
    };
    // A key to resume from may follow an empty row.
    Some(rows.take_while(|cells| !cells.is_empty()).map(row).collect())
}

fn objects(body: &str) -> Option<Vec<Row>> {
    body.lines().filter(|line| !line.trim().is_empty()).map(|line| serde_json::from_str(line).ok()).collect()
}

fn capture(row: &Row, server: &ArchiveServer) -> Option<Capture> {
    let captured_at = timestamp(&row.timestamp)?;
    let prefix = server.timegate.as_deref()?;
    let url = format!("{}{}/{}", prefix.strip_suffix("id_/").unwrap_or(prefix), row.timestamp, row.url);
    Url::parse(&url).ok()?;
    Some(Capture {
        archive: server.name.clone(),
        raw_url: raw_url(&url),
        url,
        captured_at,
        status: row.status.parse().ok(),
        digest: Some(row.digest.clone()).filter(|digest| digest.len() > 1),
    })
}

/// An unchanged page has no status of its own: it is that of a row with the same payload.
fn resolve_unchanged(captures: &mut [Capture]) {
    let known: Vec<(String, u16)> =
        captures.iter().filter_map(|capture| capture.digest.clone().zip(capture.status)).collect();
    for capture in captures.iter_mut().filter(|capture| capture.status.is_none()) {
        let same = known.iter().find(|(digest, _)| capture.digest.as_ref() == Some(digest));
        capture.status = same.map(|(_, status)| *status);
    }
}

/// The date of 14 digits, where there is such a date.
pub(super) fn timestamp(digits: &str) -> Option<Timestamp> {
    if digits.len() != 14 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = |range: std::ops::Range<usize>| digits[range].parse().ok();
    let year = digits[..4].parse().ok()?;
    let time = DateTime::new(year, number(4..6)?, number(6..8)?, number(8..10)?, number(10..12)?, number(12..14)?, 0);
    TimeZone::UTC.to_timestamp(time.ok()?).ok()
}

/// Whether an address in an index is the page that was asked for: indexes fold case and more into their keys.
pub(super) fn same_page(found: &str, asked: &Url) -> bool {
    let Ok(found) = Url::parse(found) else { return false };
    // The indexes of old keep the port of http in https addresses, too.
    let plain = |url: &Url| {
        let mut url = url.clone();
        if matches!(url.port(), Some(80 | 443)) {
            url.set_port(None).expect("an address with a port has a host");
        }
        key(&url)
    };
    found.has_host() && plain(&found) == plain(asked)
}

#[cfg(test)]
#[path = "cdx_tests.rs"]
mod tests;
