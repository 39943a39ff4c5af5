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
}
