//! Whose server an address names: the unit of pacing.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr};

use memchr::{memchr, memchr3};
use serde::{Deserialize, Serialize};
use url::{Host, Url};

use super::address::is_public;

/// The registrable domain of an address, or its IP address or bare name. Everything below one registrable domain
/// shares a lane.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HostName(String);

impl HostName {
    /// The lane that is kept under this name.
    pub(crate) fn kept(name: &str) -> Self {
        Self(name.to_owned())
    }

    /// The name as text: lower case, without a dot at the end.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for HostName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Names that mean something on one network only: of a machine (RFC 6761), of multicast DNS (RFC 6762 with its appendix
/// G), of private use by ICANN's resolutions on `.internal`, `.corp` and `.home`, of homes (RFC 8375), and of routers.
const LOCAL: [&str; 10] =
    ["localhost", "local", "internal", "home.arpa", "lan", "home", "corp", "intranet", "private", "localdomain"];

/// Who knows what a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The name system of the internet. The names kept for tests and examples are asked for like any other.
    Public,
    /// The network that one is in.
    Local,
    /// The Tor network (RFC 7686).
    Tor,
}

/// Who knows what `name` stands for.
pub fn scope(name: &str) -> Scope {
    let name = name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase();
    let under = |top: &str| name.strip_suffix(top).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    if under("onion") {
        Scope::Tor
    } else if !name.contains('.') || LOCAL.iter().any(|top| under(top)) {
        Scope::Local
    } else {
        Scope::Public
    }
}

/// Whether an address says of itself that nobody outside this network knows what it stands for.
pub fn is_of_this_network(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => !is_public(IpAddr::V4(address)),
        Some(Host::Ipv6(address)) => !is_public(IpAddr::V6(address)),
        Some(Host::Domain(name)) => scope(name) != Scope::Public,
        None => true,
    }
}

/// The host of an address of the web that stands in it as the parser would write it, as it does in nearly all; none of any
/// other address, which the parser has to read.
pub fn as_written(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let authority = &rest[..memchr3(b'/', b'?', b'#', rest.as_bytes()).unwrap_or(rest.len())];
    let (host, port) = memchr(b':', authority.as_bytes())
        .map_or((authority, "80"), |colon| (&authority[..colon], &authority[colon + 1..]));
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-');
    let is_port = port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok();
    let last = host.rsplit('.').next().unwrap_or_default();
    // What ends in a number is an address of four, however it is written; `xn--` may stand for no letters.
    let is_settled = if last.starts_with(|c: char| c.is_ascii_digit()) {
        host.parse::<Ipv4Addr>().is_ok()
    } else {
        !last.is_empty() && !host.contains("xn--")
    };
    (is_port && is_settled && host.bytes().all(is_plain)).then_some(host)
}

/// The lane of `url`. An address without a host has the lane with the empty name; it is never fetched.
pub fn lane(url: &Url) -> HostName {
    match url.host() {
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.').to_lowercase();
            HostName(psl::domain_str(&name).map_or_else(|| name.clone(), str::to_owned))
        }
        Some(Host::Ipv4(address)) => HostName(address.to_string()),
        Some(Host::Ipv6(address)) => HostName(address.to_string()),
        None => HostName(String::new()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(url: &str, expected: &str) {
        assert_eq!(lane(&Url::parse(url).unwrap()).as_str(), expected, "{url}");
    }

    #[test]
    fn hosts_of_one_registrable_domain_share_a_lane() {
        check("https://www.a.example.com/x", "example.com");
        check("https://EXAMPLE.com./", "example.com");
        check("https://news.bbc.co.uk/", "bbc.co.uk");
        check("https://one.github.io/", "one.github.io");
        check("http://a.b.e.test/", "e.test");
        check("http://localhost:8080/", "localhost");
        check("http://127.0.0.2:8080/", "127.0.0.2");
        check("http://0x7f.1/", "127.0.0.1");
        check("https://[2001:db8::1]/", "2001:db8::1");
        check("https://co.uk/", "co.uk");
        check("data:text/plain,x", "");
    }

    #[test]
    fn a_host_that_is_told_without_the_parser_is_what_the_parser_says() {
        for (url, expected) in [
            ("https://news.example/a", Some("news.example")),
            ("http://a-b.news.example:8080?x", Some("a-b.news.example")),
            ("http://127.0.0.1:8080", Some("127.0.0.1")),
            ("https://1.news.example#f", Some("1.news.example")),
            ("https://NEWS.example/", None),
            ("HTTPS://news.example/", None),
            ("https://news.example./", None),
            ("https://a@news.example/", None),
            ("https://news.example\\a/", None),
            ("https://news.ex\tample/", None),
            ("https://%6eews.example/", None),
            ("https://xn--a.example/", None),
            ("https://news.example:65536/", None),
            ("https://news.example:+80/", None),
            ("https://127.1/", None),
            ("https://127.0.0.01/", None),
            ("https://1.2.3.0x4/", None),
            ("https://[::1]/", None),
            ("https:///a", None),
            ("ftp://news.example/", None),
        ] {
            assert_eq!(as_written(url), expected, "{url}");
        }
    }

    proptest! {
        #[test]
        fn what_is_told_without_the_parser_is_what_it_says(
            url in "(http|https|Http|ftp)://[a-z0-9.xn@:%\\-\\\\]{0,12}(:[0-9]{0,6})?[/?#]?[ -~é]{0,8}",
        ) {
            if let Some(host) = as_written(&url) {
                let parsed = Url::parse(&url).unwrap();
                prop_assert_eq!(parsed.host_str(), Some(host));
            }
        }
    }

    #[test]
    fn names_that_no_public_name_server_can_know_are_told_from_those_that_one_may() {
        for name in
            ["printer", "localhost", "a.localhost", "nas.local", "db.internal", "nas.home.arpa", "tv.lan", "LAN."]
        {
            assert_eq!(scope(name), Scope::Local, "{name}");
        }
        for name in ["router.home", "wiki.corp", "wiki.intranet", "a.private", "box.localdomain", "wiki.corp."] {
            assert_eq!(scope(name), Scope::Local, "{name}");
        }
        for name in ["abc.onion", "www.abc.ONION", "onion"] {
            assert_eq!(scope(name), Scope::Tor, "{name}");
        }
        for name in ["news.example", "news.test", "gone.invalid", "local.example", "notlocal.org", "x.arpa", "my.homes"]
        {
            assert_eq!(scope(name), Scope::Public, "{name}");
        }
    }
}
