//! The first of the three places where an address is judged: the URL itself, as parsed, before anything is asked.
//!
//! The second is every answer of the name system (`resolve.rs`), the third the peer after connecting (`client.rs`).
//! The client never looks up a host that is an address, so what is not refused here is connected to.

use std::net::IpAddr;

use url::{Host, Url};

use crate::locator::address::Allow;
use crate::locator::host::{Scope, scope};
use crate::observation::Skip;

/// Where pages are served. Other ports answer to other protocols, and a request there is a probe.
const PORTS: [u16; 4] = [80, 443, 8080, 8443];

/// The request line that the client can write, and more than any server reads.
pub(super) const MAX_URL: usize = 60_000;

/// Which addresses a request may end at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Public ones, and those of `--allow-private`.
    Public,
    /// Those of `--allow-private` only: the port is not one of the web's.
    Allowed,
}

/// Whether the command line names the peer of a URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Peer {
    /// The name system says.
    Looked,
    /// `--resolve` or `--connect-to` names this address.
    Pinned(IpAddr),
    /// The proxy looks it up.
    Proxy,
}

/// Says whether a URL may be asked for.
///
/// User information in a URL is refused, because sending it would log in with what an author left in a text by
/// mistake.
pub(super) fn admit(url: &Url, peer: Peer, allow: &Allow) -> Result<Reach, Skip> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(Skip::UnsupportedScheme(url.scheme().to_owned()));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Skip::Credentials);
    }
    if url.as_str().len() > MAX_URL {
        return Err(Skip::UnsupportedScheme(format!("an address of {} bytes", url.as_str().len())));
    }
    let host = url.host().ok_or_else(|| Skip::UnsupportedScheme("an address without a host".to_owned()))?;
    host_is_public(&host, peer, allow)?;
    reach(url, &host, peer, allow)
}

fn host_is_public(host: &Host<&str>, peer: Peer, allow: &Allow) -> Result<(), Skip> {
    let judge = |address: IpAddr| {
        if allow.permits(address) { Ok(()) } else { Err(Skip::PrivateAddress(address.to_string())) }
    };
    match (host, peer) {
        (Host::Ipv4(address), _) => judge(IpAddr::V4(*address)),
        (Host::Ipv6(address), _) => judge(IpAddr::V6(*address)),
        (Host::Domain(_), Peer::Pinned(address)) => judge(address),
        (Host::Domain(name), Peer::Looked | Peer::Proxy) => match (scope(name), peer) {
            (Scope::Public, _) => Ok(()),
            // With --allow-private, names of this network are wanted; the addresses behind them are judged as ever.
            (Scope::Local, Peer::Looked) if !allow.nets.is_empty() => Ok(()),
            (Scope::Local | Scope::Tor, _) => Err(Skip::PrivateAddress((*name).to_owned())),
        },
    }
}

fn reach(url: &Url, host: &Host<&str>, peer: Peer, allow: &Allow) -> Result<Reach, Skip> {
    let port = url.port_or_known_default().unwrap_or_default();
    let lifted = match (host, peer) {
        (_, Peer::Pinned(_)) => return Ok(Reach::Public),
        _ if PORTS.contains(&port) => return Ok(Reach::Public),
        (Host::Ipv4(address), _) => allow.names(IpAddr::V4(*address)),
        (Host::Ipv6(address), _) => allow.names(IpAddr::V6(*address)),
        (Host::Domain(_), Peer::Looked) => !allow.nets.is_empty(),
        (Host::Domain(_), Peer::Proxy) => false,
    };
    if lifted { Ok(Reach::Allowed) } else { Err(Skip::UnsupportedPort(port)) }
}

impl Reach {
    /// The address that a request must not end at, where there is one among these.
    pub(super) fn refused(self, addresses: &[IpAddr], allow: &Allow) -> Option<IpAddr> {
        let may = |address: &IpAddr| match self {
            Reach::Public => allow.permits(*address),
            Reach::Allowed => allow.names(*address),
        };
        addresses.iter().find(|address| !may(address)).copied()
    }
}

/// A name of this network that nobody knows is no name that has ceased to be.
pub(super) fn unknown_here(url: &Url) -> Option<Skip> {
    url.domain().filter(|name| scope(name) == Scope::Local).map(|name| Skip::PrivateAddress(name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(url: &str, peer: Peer, nets: &[&str], expected: &Result<Reach, Skip>) {
        let allow = Allow { nets: nets.iter().map(|net| net.parse().unwrap()).collect() };
        assert_eq!(&admit(&Url::parse(url).unwrap(), peer, &allow), expected, "{url}");
    }

    fn private(what: &str) -> Result<Reach, Skip> {
        Err(Skip::PrivateAddress(what.to_owned()))
    }

    fn port(port: u16) -> Result<Reach, Skip> {
        Err(Skip::UnsupportedPort(port))
    }

    fn unsupported(what: &str) -> Result<Reach, Skip> {
        Err(Skip::UnsupportedScheme(what.to_owned()))
    }

    #[test]
    fn public_hosts_on_ports_of_the_web_are_asked() {
        for url in
            ["http://news.example/", "https://news.example/", "https://news.example:8443/", "http://8.8.8.8:8080/"]
        {
            check(url, Peer::Looked, &[], &Ok(Reach::Public));
        }
    }

    #[test]
    fn a_private_address_is_refused_however_it_is_written() {
        for url in [
            "http://127.0.0.1/",
            "http://2130706433/",
            "http://0x7f.1/",
            "http://0177.0.0.1/",
            "http://127.1/",
            "http://①②⑦.0.0.1/",
        ] {
            check(url, Peer::Looked, &[], &private("127.0.0.1"));
        }
        check("http://[::1]/", Peer::Looked, &[], &private("::1"));
        check("http://[::ffff:127.0.0.1]/", Peer::Looked, &[], &private("::ffff:127.0.0.1"));
        check("http://169.254.169.254/latest/", Peer::Looked, &[], &private("169.254.169.254"));
        check("http://10.0.0.1/", Peer::Proxy, &[], &private("10.0.0.1"));
    }

    #[test]
    fn names_of_the_own_network_are_refused_without_asking() {
        for host in
            ["localhost", "intranet", "a.localhost", "printer.local", "db.internal", "nas.home.arpa", "localhost."]
        {
            check(&format!("http://{host}/"), Peer::Looked, &[], &private(host));
            check(&format!("http://{host}/"), Peer::Proxy, &["10.0.0.0/8"], &private(host));
            check(&format!("http://{host}/"), Peer::Looked, &["10.0.0.0/8"], &Ok(Reach::Public));
        }
        check("http://notlocal.example/", Peer::Looked, &[], &Ok(Reach::Public));
        check("http://abc.onion/", Peer::Looked, &["10.0.0.0/8"], &private("abc.onion"));
        check("http://abc.onion/", Peer::Proxy, &[], &private("abc.onion"));
    }

    #[test]
    fn a_name_whose_peer_the_command_line_names_is_judged_by_its_address() {
        for host in ["printer", "nas.local", "abc.onion", "news.test"] {
            let pinned = |address: &str| Peer::Pinned(address.parse().unwrap());
            check(&format!("http://{host}/"), pinned("8.8.8.8"), &[], &Ok(Reach::Public));
            check(&format!("http://{host}/"), pinned("10.0.0.1"), &[], &private("10.0.0.1"));
        }
    }

    #[test]
    fn other_ports_are_for_allowed_addresses_and_named_peers() {
        check("http://news.example:25/", Peer::Looked, &[], &port(25));
        check("http://127.0.0.1:25/", Peer::Looked, &["127.0.0.0/8"], &Ok(Reach::Allowed));
        check("http://[::ffff:127.0.0.1]:25/", Peer::Looked, &["127.0.0.0/8"], &Ok(Reach::Allowed));
        check("http://8.8.8.8:25/", Peer::Looked, &["127.0.0.0/8"], &port(25));
        check("http://news.example:25/", Peer::Looked, &["127.0.0.0/8"], &Ok(Reach::Allowed));
        check("http://news.example:25/", Peer::Proxy, &["127.0.0.0/8"], &port(25));
        let loopback = Peer::Pinned("127.0.0.1".parse().unwrap());
        check("http://news.example:25/", loopback, &["127.0.0.0/8"], &Ok(Reach::Public));
        check("http://news.example:25/", loopback, &[], &private("127.0.0.1"));
    }

    #[test]
    fn credentials_and_other_schemes_are_not_sent() {
        check("https://user:word@news.example/", Peer::Looked, &[], &Err(Skip::Credentials));
        check("https://user@news.example/", Peer::Looked, &[], &Err(Skip::Credentials));
        check("ftp://news.example/", Peer::Looked, &[], &unsupported("ftp"));
        check("mailto:a@news.example", Peer::Looked, &[], &unsupported("mailto"));
        check(
            &format!("http://news.example/{}", "a".repeat(60_000)),
            Peer::Looked,
            &[],
            &unsupported("an address of 60020 bytes"),
        );
    }

    #[test]
    fn an_unusual_port_ends_at_allowed_addresses_only() {
        let allow = Allow { nets: vec!["127.0.0.0/8".parse().unwrap()] };
        let addresses: Vec<IpAddr> = ["127.0.0.1", "8.8.8.8"].iter().map(|text| text.parse().unwrap()).collect();
        assert_eq!(Reach::Allowed.refused(&addresses, &allow), Some(addresses[1]));
        assert_eq!(Reach::Public.refused(&addresses, &allow), None);
    }
}
