//! Headers of an answer: found by name, and kept as evidence.

use super::client::Received;

/// Headers of the last answer that are kept, as `mod.rs` explains.
const KEPT: [&str; 21] = [
    "cf-mitigated",
    "content-encoding",
    "content-language",
    "content-location",
    "date",
    "etag",
    "ft-access-decision-policy",
    "last-modified",
    "link",
    "location",
    "memento-datetime",
    "refresh",
    "retry-after",
    "www-authenticate",
    "x-amzn-waf-action",
    "x-archive-redirect-reason",
    "x-archive-wayback-runtime-error",
    "x-dd-b",
    "x-orig-content-encoding",
    "x-px-blocked",
    "x-sucuri-block",
];

/// A kept header is cut here; a `link` of a `TimeGate` is a few hundred bytes.
const MAX_KEPT: usize = 8 * 1024;

pub(super) fn headers<'r>(received: &'r Received, name: &'r str) -> impl Iterator<Item = &'r [u8]> {
    received.headers.iter().filter(move |(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_slice())
}

fn text(value: &[u8]) -> String {
    String::from_utf8_lossy(value).into_owned()
}

pub(super) fn first_text(headers: &[(String, Vec<u8>)], name: &str) -> Option<String> {
    headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| text(value))
}

pub(super) fn all_text(headers: &[(String, Vec<u8>)], name: &str) -> String {
    let all = headers.iter().filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| text(value));
    all.collect::<Vec<_>>().join(",")
}

pub(super) fn kept(headers: &[(String, Vec<u8>)]) -> Vec<(String, String)> {
    let keep = |name: &str| KEPT.contains(&name);
    let cut = |value: &[u8]| text(&value[..value.len().min(MAX_KEPT)]);
    let named = headers.iter().map(|(name, value)| (name.to_ascii_lowercase(), value));
    named.filter(|(name, _)| keep(name)).map(|(name, value)| (name, cut(value))).collect()
}
