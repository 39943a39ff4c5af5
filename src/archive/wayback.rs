//! The Wayback Machine's quick answer to whether it has a page.

use serde::Deserialize;
use url::Url;

use super::cdx::timestamp;
use super::identity::same_page;
use super::table::{capture_prefix, digits, raw_url};
use crate::config::ArchiveServer;
use crate::observation::capture::Capture;

#[derive(Deserialize)]
struct Available {
    archived_snapshots: Snapshots,
}

#[derive(Deserialize)]
struct Snapshots {
    closest: Option<Snapshot>,
}

#[derive(Deserialize)]
struct Snapshot {
    available: bool,
    url: String,
    timestamp: String,
    status: String,
}

/// Reads the capture that is offered. It says nothing where it offers none: pages that are archived are known to be
/// missing from this answer.
pub(super) fn available(body: &str, server: &ArchiveServer, original: &Url) -> Option<Capture> {
    let snapshot = serde_json::from_str::<Available>(body).ok()?.archived_snapshots.closest?;
    let (_, page) = digits(&snapshot.url)?;
    if !snapshot.available || !same_page(&snapshot.url[page..], original) {
        return None;
    }
    // The address is given with http, which the archive itself redirects.
    let url = format!("{}{}/{}", capture_prefix(server)?, snapshot.timestamp, &snapshot.url[page..]);
    Some(Capture {
        archive: server.name.clone(),
        raw_url: raw_url(&url),
        url,
        captured_at: timestamp(&snapshot.timestamp)?,
        status: snapshot.status.parse().ok(),
        digest: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::table::wayback;

    fn check(body: &str, expected: Option<(&str, &str)>) {
        let found = available(body, &wayback(), &Url::parse("https://a.example/x").unwrap());
        let found = found.as_ref().map(|capture| (capture.url.as_str(), capture.captured_at.to_string()));
        assert_eq!(found, expected.map(|(url, at)| (url, at.to_owned())), "{body}");
    }

    fn offer(url: &str, available: bool) -> String {
        format!(
            r#"{{"url": "a.example/x", "archived_snapshots": {{"closest": {{"status": "200", "available": {available},
            "url": "{url}", "timestamp": "20260620000127"}}}}}}"#
        )
    }

    #[test]
    fn a_capture_that_is_offered_is_found_under_https() {
        let http = "http://web.archive.org/web/20260620000127/https://a.example/x";
        let https = "https://web.archive.org/web/20260620000127/https://a.example/x";
        check(&offer(http, true), Some((https, "2026-06-20T00:01:27Z")));
    }

    #[test]
    fn what_offers_no_capture_of_the_page_says_nothing() {
        let other = "http://web.archive.org/web/20260620000127/https://a.example/y";
        check(&offer(other, true), None);
        check(&offer("http://web.archive.org/web/20260620000127/https://a.example/x", false), None);
        for body in [r#"{"url": "a.example/x", "archived_snapshots": {}}"#, "", "null", "<html>", "{}"] {
            check(body, None);
        }
    }
}
