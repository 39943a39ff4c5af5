//! Rows of an index, one a capture, in the forms that archives send them.

use std::collections::HashMap;

use jiff::Timestamp;
use serde::Deserialize;
use url::Url;

use super::cdx::{ROWS, Rows, timestamp};
use super::identity::{keep_own, same_page};
use super::table::{capture_prefix, raw_url};
use crate::config::ArchiveServer;
use crate::observation::capture::Capture;

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

/// Reads the answer of an index: arrays under a row of names, an object a line, or words a line. None where it is none of
/// these.
///
/// Left out are rows that occur and mean nothing: dates that are none or have not come, other pages that share a sort key, doubles.
pub(super) fn read(body: &str, server: &ArchiveServer, original: &Url, heard_at: Timestamp) -> Option<Rows> {
    let body = body.trim();
    let Sent { rows, resume } = sent(body)?;
    let full = rows.len() >= ROWS;
    let mut captures: Vec<Capture> =
        rows.iter().filter(|row| same_page(&row.url, original)).filter_map(|row| capture(row, server)).collect();
    let in_order_sent = rows.iter().filter_map(|row| timestamp(&row.timestamp)).collect();
    keep_own(&mut captures, original, heard_at);
    resolve_unchanged(&mut captures);
    Some(Rows { captures, full, resume, in_order_sent })
}

/// What an index sent, captures of other pages included.
struct Sent {
    rows: Vec<Row>,
    resume: Option<String>,
}

fn sent(body: &str) -> Option<Sent> {
    match body.bytes().next() {
        Some(b'[') => arrays(body),
        Some(b'{') | None => objects(body),
        Some(_) => words(body),
    }
}

/// Arrays under a row of names; a key to resume from follows an empty row.
fn arrays(body: &str) -> Option<Sent> {
    let rows: Vec<Vec<Option<String>>> = serde_json::from_str(body).ok()?;
    let mut rows = rows.into_iter();
    let Some(names) = rows.next() else { return Some(Sent { rows: vec![], resume: None }) };
    let column = |name: &str| names.iter().position(|found| found.as_deref() == Some(name));
    let (at, url) = (column("timestamp")?, column("original").or_else(|| column("url"))?);
    let (status, digest) = (column("statuscode").or_else(|| column("status")), column("digest"));
    // A row may be shorter than its head, and a column left out or null: an index that says nothing there.
    let row = |cells: Vec<Option<String>>| {
        let cell = |index: usize| cells.get(index).cloned().flatten().unwrap_or_default();
        let optional = |index: Option<usize>| index.map(cell).unwrap_or_default();
        Row { timestamp: cell(at), url: cell(url), status: optional(status), digest: optional(digest) }
    };
    let mut found = Vec::new();
    for cells in rows.by_ref() {
        if cells.is_empty() {
            break;
        }
        found.push(row(cells));
    }
    let resume = rows.next().and_then(|cells| cells.into_iter().next().flatten());
    Some(Sent { rows: found, resume })
}

fn objects(body: &str) -> Option<Sent> {
    let lines = body.lines().filter(|line| !line.trim().is_empty());
    let rows = lines.map(|line| serde_json::from_str(line).ok()).collect::<Option<_>>()?;
    Some(Sent { rows, resume: None })
}

/// Words a line, as the interface of old sends them: key, moment, address, type, status, digest, and what it adds. A key
/// to resume from follows an empty line. Lines of another shape make it another answer.
fn words(body: &str) -> Option<Sent> {
    let mut lines = body.lines();
    let mut rows = Vec::new();
    for line in lines.by_ref().take_while(|line| !line.trim().is_empty()) {
        let words: Vec<&str> = line.split_ascii_whitespace().collect();
        let [_, moment, url, _, status, digest, ..] = words[..] else { return None };
        if !moment.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let [timestamp, url, status, digest] = [moment, url, status, digest].map(str::to_owned);
        rows.push(Row { timestamp, url, status, digest });
    }
    let resume = lines.find(|line| !line.trim().is_empty()).map(|key| key.trim().to_owned());
    Some(Sent { rows, resume })
}

fn capture(row: &Row, server: &ArchiveServer) -> Option<Capture> {
    let captured_at = timestamp(&row.timestamp)?;
    let url = format!("{}{}/{}", capture_prefix(server)?, row.timestamp, row.url);
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
    let mut known: HashMap<String, u16> = HashMap::new();
    for (digest, status) in captures.iter().filter_map(|capture| capture.digest.clone().zip(capture.status)) {
        known.entry(digest).or_insert(status);
    }
    for capture in captures.iter_mut().filter(|capture| capture.status.is_none()) {
        capture.status = capture.digest.as_ref().and_then(|digest| known.get(digest)).copied();
    }
}

#[cfg(test)]
#[path = "rows_tests.rs"]
mod tests;
