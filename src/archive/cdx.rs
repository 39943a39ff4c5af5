//! The CDX interface: what it is asked, and what its rows come to.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use url::Url;

use crate::config::Dialect;
use crate::observation::capture::Capture;

/// Rows that are asked for: enough to pass over errors and repeated payloads around the date.
pub(super) const ROWS: usize = 20;

/// Rows of a part of an index that is read from its beginning.
const ROWS_OF_PART: usize = 2000;

/// What of the index is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Window {
    /// The captures around a date, nearest first.
    Around(Timestamp),
    /// The last captures up to a date; for a server that does not sort by distance.
    Until(Timestamp),
    /// The first captures after a date; likewise.
    Since(Timestamp),
    /// The last captures of all.
    Newest,
    /// All of them in parts, from the first on or from where the last part ended.
    Part(Option<String>),
}

/// The address that asks an index for captures of `original`.
pub(super) fn query(cdx: &str, dialect: Dialect, original: &Url, window: &Window) -> Option<Url> {
    let mut url = Url::parse(cdx).ok()?;
    let digits = |at: &Timestamp| at.strftime("%Y%m%d%H%M%S").to_string();
    let rows = if matches!(window, Window::Part(_)) { ROWS_OF_PART } else { ROWS }.to_string();
    let mut pairs = url.query_pairs_mut();
    pairs.append_pair("url", original.as_str()).append_pair("output", "json");
    match dialect {
        // Its filter drops rows without a status, which are the unchanged pages, and a filter that matches nothing
        // makes it answer with other pages unless it is told not to.
        Dialect::Pywb | Dialect::Memento | Dialect::Aggregator => {
            pairs.append_pair("allowFuzzy", "0").append_pair("limit", &rows);
            match window {
                Window::Around(at) => pairs.append_pair("closest", &digits(at)),
                Window::Until(at) => pairs.append_pair("to", &digits(at)).append_pair("sort", "reverse"),
                Window::Since(at) => pairs.append_pair("from", &digits(at)),
                Window::Newest => pairs.append_pair("sort", "reverse"),
                // It knows no parts.
                Window::Part(_) => &mut pairs,
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
                Window::Part(from) => {
                    pairs.append_pair("limit", &rows).append_pair("showResumeKey", "true");
                    // A key comes escaped, and is sent as it came, so that it is escaped twice.
                    match from {
                        Some(key) => pairs.append_pair("resumeKey", key),
                        None => &mut pairs,
                    }
                }
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
    /// Where the next part begins, where the index says so.
    pub(super) resume: Option<String>,
    pub(super) in_order_sent: Vec<Timestamp>,
}

impl Rows {
    /// Whether the rows stand nearest first, as a server that knows `closest` sends them.
    pub(super) fn nearest_first(&self, at: Timestamp) -> bool {
        self.in_order_sent.iter().map(|date| date.duration_since(at).abs()).is_sorted()
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
