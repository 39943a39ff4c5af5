//! `--resolve` and `--connect-to`: a host and port for which the command line names the peer.

use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

use url::{Host, Url};

/// `HOST:PORT:ADDRESS`: connect to this address instead of asking the name system, as curl's `--resolve`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ResolveOverride {
    /// Which host.
    pub(crate) host: PinnedHost,
    /// Which port of it.
    pub(crate) port: u16,
    /// The address to connect to, at the same port.
    pub(crate) address: IpAddr,
}

/// `HOST:PORT:ADDRESS:PORT`: connect to this address and port, as curl's `--connect-to`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ConnectTo {
    /// Which host.
    pub(crate) host: PinnedHost,
    /// Which port of it.
    pub(crate) port: u16,
    /// Where to connect to.
    pub(crate) to: SocketAddr,
}

/// The host that an override is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PinnedHost {
    /// `*`: every name; addresses are never overridden.
    Any,
    /// This name, in lower case.
    Name(String),
}

/// Why an override cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum PinError {
    /// Too few or too many parts.
    #[error("expected {expected}, found `{found}`")]
    Shape {
        /// The form.
        expected: &'static str,
        /// What was written.
        found: String,
    },
    /// Not a port.
    #[error("`{0}` is not a port")]
    Port(String),
    /// Not an address.
    #[error("`{0}` is not an IP address")]
    Address(String),
    /// Not a host name.
    #[error("`{0}` is not a host name")]
    Host(String),
}

impl FromStr for ResolveOverride {
    type Err = PinError;

    fn from_str(text: &str) -> Result<Self, PinError> {
        let shape = || PinError::Shape { expected: "HOST:PORT:ADDRESS", found: text.to_owned() };
        let (host, rest) = text.split_once(':').ok_or_else(shape)?;
        let (at, to) = rest.split_once(':').ok_or_else(shape)?;
        Ok(Self { host: host.parse()?, port: port(at)?, address: address(to)? })
    }
}

impl FromStr for ConnectTo {
    type Err = PinError;

    fn from_str(text: &str) -> Result<Self, PinError> {
        let shape = || PinError::Shape { expected: "HOST:PORT:ADDRESS:PORT", found: text.to_owned() };
        let (host, rest) = text.split_once(':').ok_or_else(shape)?;
        let (at, to) = rest.split_once(':').ok_or_else(shape)?;
        let (to, to_port) = to.rsplit_once(':').ok_or_else(shape)?;
        let to = SocketAddr::new(address(to)?, port(to_port)?);
        Ok(Self { host: host.parse()?, port: port(at)?, to })
    }
}

impl FromStr for PinnedHost {
    type Err = PinError;

    fn from_str(text: &str) -> Result<Self, PinError> {
        match text {
            "*" => Ok(PinnedHost::Any),
            name => match Host::parse(name) {
                Ok(Host::Domain(name)) => Ok(PinnedHost::Name(name)),
                Ok(Host::Ipv4(_) | Host::Ipv6(_)) | Err(_) => Err(PinError::Host(name.to_owned())),
            },
        }
    }
}

fn port(text: &str) -> Result<u16, PinError> {
    text.parse().ok().filter(|port| *port != 0).ok_or_else(|| PinError::Port(text.to_owned()))
}

fn address(text: &str) -> Result<IpAddr, PinError> {
    let bare = text.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')).unwrap_or(text);
    bare.parse().map_err(|_| PinError::Address(text.to_owned()))
}

/// An override of either kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pin {
    pub(super) host: PinnedHost,
    pub(super) port: u16,
    /// Port 0 stands for the port of the URL.
    pub(super) to: SocketAddr,
}

impl From<&ResolveOverride> for Pin {
    fn from(resolve: &ResolveOverride) -> Self {
        Self { host: resolve.host.clone(), port: resolve.port, to: SocketAddr::new(resolve.address, 0) }
    }
}

impl From<&ConnectTo> for Pin {
    fn from(connect: &ConnectTo) -> Self {
        Self { host: connect.host.clone(), port: connect.port, to: connect.to }
    }
}

impl Pin {
    /// Whether this override is for `url`.
    pub(super) fn is_for(&self, url: &Url) -> bool {
        let Some(Host::Domain(host)) = url.host() else { return false };
        let host = host.strip_suffix('.').unwrap_or(host);
        let named = match &self.host {
            PinnedHost::Any => true,
            PinnedHost::Name(name) => name.strip_suffix('.').unwrap_or(name) == host,
        };
        named && url.port_or_known_default() == Some(self.port)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overrides_are_read_as_curl_reads_them() {
        let read: ResolveOverride = "News.Example:443:127.0.0.1".parse().unwrap();
        assert_eq!(read.host, PinnedHost::Name("news.example".to_owned()));
        assert_eq!((read.port, read.address.to_string()), (443, "127.0.0.1".to_owned()));
        let read: ResolveOverride = "*:80:[::1]".parse().unwrap();
        assert_eq!((read.host, read.address.to_string()), (PinnedHost::Any, "::1".to_owned()));
        let read: ConnectTo = "news.example:443:[::1]:8443".parse().unwrap();
        assert_eq!(read.to.to_string(), "[::1]:8443");
    }

    #[test]
    fn what_is_no_override_is_refused_by_name() {
        let resolve = |text: &str| text.parse::<ResolveOverride>().unwrap_err();
        assert!(matches!(resolve("news.example"), PinError::Shape { .. }));
        assert!(matches!(resolve("news.example:80"), PinError::Shape { .. }));
        assert_eq!(resolve("news.example:0:127.0.0.1"), PinError::Port("0".to_owned()));
        assert_eq!(resolve("news.example:80:here"), PinError::Address("here".to_owned()));
        assert_eq!(resolve("127.0.0.1:80:127.0.0.1"), PinError::Host("127.0.0.1".to_owned()));
        assert!(matches!("a.example:1:2".parse::<ConnectTo>().unwrap_err(), PinError::Shape { .. }));
    }

    #[test]
    fn an_override_is_for_one_port_of_names_only() {
        let pin = Pin::from(&"*:80:127.0.0.1".parse::<ResolveOverride>().unwrap());
        let is_for = |url: &str| pin.is_for(&Url::parse(url).unwrap());
        assert!(is_for("http://news.example/"));
        assert!(is_for("http://news.example./"));
        assert!(!is_for("https://news.example/"));
        assert!(!is_for("http://news.example:8080/"));
        assert!(!is_for("http://192.0.2.1/"));
    }
}
