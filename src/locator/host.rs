//! Whose server an address names: the unit of pacing.

use std::fmt;

use serde::{Deserialize, Serialize};
use url::{Host, Url};

/// The registrable domain of an address, or its IP address or bare name. Everything below one registrable domain
/// shares a lane.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HostName(String);

impl HostName {
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
