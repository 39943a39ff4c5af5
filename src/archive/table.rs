//! The archives that are known by name, and what their addresses mean.

use url::Url;

use crate::config::{ArchiveServer, Dialect, PerHost};
use crate::locator::host::{self, HostName};

/// The Wayback Machine.
pub(crate) fn wayback() -> ArchiveServer {
    let text = |text: &str| Some(text.to_owned());
    ArchiveServer {
        name: "wayback".to_owned(),
        dialect: Dialect::Wayback,
        timegate: text("https://web.archive.org/web/"),
        timemap: text("https://web.archive.org/web/timemap/link/"),
        cdx: text("https://web.archive.org/cdx/search/cdx"),
        save: text("https://web.archive.org/save"),
    }
}

/// The Wayback Machine's quick answer to whether it has a page; on another host than the rest of it.
pub(super) const WAYBACK_AVAILABILITY: &str = "https://archive.org/wayback/available";

/// Requests for captures at the Wayback Machine: 600 a minute are let through, and its staff ask for 80 % of that. Four
/// at once are what it serves at that pace, half a second each.
const WAYBACK_CAPTURES: PerHost = PerHost { requests_per_second: 8.0, concurrency: 4 };

/// The paces of the archives' hosts, for those that differ from other hosts. An aggregator leads to the Wayback Machine.
pub(crate) fn paces(servers: &[ArchiveServer]) -> Vec<(HostName, PerHost)> {
    let known = wayback();
    let leads_there =
        |server: &ArchiveServer| server.timegate == known.timegate || server.dialect == Dialect::Aggregator;
    let gate = known.timegate.as_deref().filter(|_| servers.iter().any(leads_there));
    gate.into_iter().filter_map(|gate| Some((host::lane(&Url::parse(gate).ok()?), WAYBACK_CAPTURES))).collect()
}

/// The hosts of archive.today, whose captures have been altered: never asked, never fetched, never proposed.
const UNTRUSTED: &[&str] = &[
    "archive.today",
    "archive.is",
    "archive.ph",
    "archive.fo",
    "archive.li",
    "archive.vn",
    "archive.md",
    "archivecaslytosk.onion",
];

/// Whether an address is on a host whose captures are not to be trusted.
pub(super) fn untrusted(address: &str) -> bool {
    let of = |host: &str| {
        UNTRUSTED.iter().any(|name| host == *name || host.strip_suffix(name).is_some_and(|rest| rest.ends_with('.')))
    };
    Url::parse(address).is_ok_and(|url| url.host_str().is_some_and(of))
}

/// What stands before the moment in the address of a capture, as far as the addresses of an archive tell.
pub(super) fn capture_prefix(server: &ArchiveServer) -> Option<&str> {
    let gate = server.timegate.as_deref().map(|gate| gate.strip_suffix("id_/").unwrap_or(gate));
    let beside_timemap = || server.timemap.as_deref()?.split_once("timemap/").map(|(before, _)| before);
    let beside_cdx = || server.cdx.as_deref()?.strip_suffix("cdx").filter(|_| server.dialect == Dialect::Pywb);
    gate.or_else(beside_timemap).or_else(beside_cdx)
}

/// Where a capture's address has its 14 digits, and where its page's address begins after them.
pub(super) fn digits(address: &str) -> Option<(usize, usize)> {
    let bytes = address.as_bytes();
    let start = (1..bytes.len().saturating_sub(14))
        .find(|start| bytes[start - 1] == b'/' && bytes[*start..start + 14].iter().all(u8::is_ascii_digit))?;
    let rest = &address[start + 14..];
    // A flag of two letters and an underscore says in which form the capture is served.
    let flag =
        rest.as_bytes().get(..3).is_some_and(|flag| flag[..2].iter().all(u8::is_ascii_lowercase) && flag[2] == b'_');
    let after = if flag { &rest[3..] } else { rest };
    after.starts_with('/').then(|| (start, address.len() - after.len() + 1))
}

/// The address of the bytes as captured: the flag `id_` after the 14 digits.
pub(super) fn raw_url(address: &str) -> Option<String> {
    let (start, page) = digits(address)?;
    Some(format!("{}id_/{}", &address[..start + 14], &address[page..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_raw_address_of_a_capture_has_its_flag() {
        for (address, expected) in [
            (
                "https://web.archive.org/web/20210615123456/https://a.example/x",
                Some("https://web.archive.org/web/20210615123456id_/https://a.example/x"),
            ),
            (
                "http://127.0.0.1:8080/web/20210615123456mp_/http://a.example/",
                Some("http://127.0.0.1:8080/web/20210615123456id_/http://a.example/"),
            ),
            (
                "https://web.archive.org/web/20210615123456id_/a.example",
                Some("https://web.archive.org/web/20210615123456id_/a.example"),
            ),
            ("https://web.archive.org/web/2021/https://a.example/", None),
            ("https://perma.test/ABCD-1234", None),
            ("https://archive.test/20210615123456", None),
            ("https://archive.test/202106151234567/x", None),
        ] {
            assert_eq!(raw_url(address).as_deref(), expected, "{address}");
        }
    }

    #[test]
    fn captures_stand_where_the_addresses_of_their_archive_say() {
        let base = "https://archive.test/web/";
        let text = |text: &str| Some(text).filter(|text| !text.is_empty()).map(|text| format!("{base}{text}"));
        for (gate, timemap, cdx, dialect, expected) in [
            (Some(""), "", "", Dialect::Memento, Some(base)),
            (Some("id_/"), "", "", Dialect::Pywb, Some(base)),
            (None, "timemap/json/", "", Dialect::Memento, Some(base)),
            (None, "", "cdx", Dialect::Pywb, Some(base)),
            (None, "", "cdx", Dialect::Wayback, None),
        ] {
            let timegate = gate.map(|gate| format!("{base}{gate}"));
            let server = ArchiveServer {
                name: String::new(),
                dialect,
                timegate,
                timemap: text(timemap),
                cdx: text(cdx),
                save: None,
            };
            assert_eq!(capture_prefix(&server), expected, "{server:?}");
        }
    }

    #[test]
    fn the_wayback_machine_is_asked_for_eight_captures_a_second_by_whoever_leads_there() {
        let of = |dialect, gate: &str| ArchiveServer { dialect, timegate: Some(gate.to_owned()), ..wayback() };
        for server in [wayback(), of(Dialect::Aggregator, "http://127.0.0.1:1208/timegate/")] {
            let paces = paces(&[server]);
            let (host, pace) = &paces[0];
            assert_eq!(
                (host.to_string().as_str(), pace.requests_per_second, pace.concurrency),
                ("archive.org", 8.0, 4)
            );
        }
        assert!(paces(&[of(Dialect::Pywb, "http://127.0.0.1:8080/web/")]).is_empty());
    }

    #[test]
    fn altered_captures_are_known_by_their_hosts() {
        for address in ["https://archive.ph/abc", "http://www.archive.today/timegate/x", "https://archive.is"] {
            assert!(untrusted(address), "{address}");
        }
        for address in ["https://web.archive.org/web/2020/https://archive.ph/", "https://myarchive.is/", "archive.ph"] {
            assert!(!untrusted(address), "{address}");
        }
    }
}
