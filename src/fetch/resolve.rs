//! Names to addresses: every answer is judged before anybody connects, and one that is not public refuses them all.
//!
//! There is no fallback to a public name server: where the system has none, nothing is looked up.

use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use hickory_resolver::TokioResolver;
use hickory_resolver::config::{
    ConnectionConfig, LookupIpStrategy, NameServerConfig, ResolveHosts, ResolverConfig, ResolverOpts,
};
use hickory_resolver::net::NetError;
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::proto::rr::Name;
use reqwest::dns::{Addrs, Resolve, Resolving};

use crate::locator::address::Allow;
use crate::observation::DnsFailure;

/// Where the system lists its name servers.
const RESOLV_CONF: &str = "/etc/resolv.conf";

/// Questions after the first that went unanswered. An answer to an earlier one is not heard any more, so that each is waited
/// for as long as a slow name server takes.
const MORE_QUESTIONS: usize = 1;

/// One look-up in all. Below the time for connecting, so that a silent name server is not taken for a silent host.
const LOOKUP: Duration = Duration::from_millis(6500);

/// Why a name gave no address to connect to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum ResolveFailure {
    /// The name system.
    #[error("no address: {0:?}")]
    Dns(DnsFailure),
    /// An answer that is not public.
    #[error("not a public address: {0}")]
    Private(IpAddr),
}

/// Looks names up, with the system's name server and hosts file or a name server of the configuration.
#[derive(Clone)]
pub(super) struct Names {
    resolver: Option<Arc<TokioResolver>>,
    lookup: Duration,
    heard: Heard,
}

/// Whether anything on the network has answered yet.
#[derive(Debug, Clone, Default)]
pub(super) struct Heard(Arc<AtomicBool>);

impl Heard {
    pub(super) fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub(super) fn get(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl Names {
    /// `connecting` is the time for connecting, look-up included.
    pub(super) fn new(server: Option<SocketAddr>, connecting: Duration, heard: Heard) -> Self {
        let lookup = LOOKUP.min(connecting * 2 / 3);
        let resolver = match server {
            Some(server) => build(ResolverConfig::from_name_servers(vec![name_server(server)]), lookup),
            None => listed(Path::new(RESOLV_CONF), lookup),
        };
        Self { resolver: resolver.map(Arc::new), lookup, heard }
    }

    /// The addresses of a host, at least one.
    pub(super) async fn addresses(&self, host: &str) -> Result<Vec<IpAddr>, ResolveFailure> {
        let Some(resolver) = &self.resolver else { return Err(ResolveFailure::Dns(DnsFailure::NoResolver)) };
        let mut name = Name::from_ascii(host).map_err(|_| ResolveFailure::Dns(DnsFailure::BadName))?;
        // A cited name is whole: the search list of this machine would make another of it.
        name.set_fqdn(true);
        let found = tokio::time::timeout(self.lookup, resolver.lookup_ip(name)).await;
        let found = match found {
            Ok(Ok(addresses)) => Ok(addresses.iter().collect::<Vec<IpAddr>>()),
            Ok(Err(error)) => Err(failure(&error)),
            Err(_) => Err(DnsFailure::Timeout),
        };
        match found {
            Ok(addresses) if addresses.is_empty() => {
                self.heard.set();
                Err(ResolveFailure::Dns(DnsFailure::NoAddress))
            }
            Ok(addresses) => {
                self.heard.set();
                Ok(addresses)
            }
            Err(failure) => {
                // SERVFAIL and REFUSED are what a stub of this machine says when it hears nobody.
                if matches!(failure, DnsFailure::NoSuchDomain | DnsFailure::NoAddress) {
                    self.heard.set();
                }
                Err(ResolveFailure::Dns(failure))
            }
        }
    }
}

/// Says which addresses may be connected to.
pub(super) fn judge(addresses: &[IpAddr], allow: &Allow) -> Result<(), ResolveFailure> {
    match addresses.iter().find(|address| !allow.permits(**address)) {
        Some(address) => Err(ResolveFailure::Private(*address)),
        None => Ok(()),
    }
}

/// What the client asks: names are looked up, and judged.
pub(super) struct Judged {
    pub(super) names: Names,
    pub(super) allow: Arc<Allow>,
}

impl Resolve for Judged {
    fn resolve(&self, name: reqwest::dns::Name) -> Resolving {
        let (names, allow) = (self.names.clone(), Arc::clone(&self.allow));
        Box::pin(async move {
            let addresses = names.addresses(name.as_str()).await?;
            judge(&addresses, &allow)?;
            Ok(addrs(addresses))
        })
    }
}

/// What the client asks where a proxy stands between: the only name asked for is the proxy's, which is ours to choose.
pub(super) struct Trusted(pub(super) Names);

impl Resolve for Trusted {
    fn resolve(&self, name: reqwest::dns::Name) -> Resolving {
        let names = self.0.clone();
        Box::pin(async move { Ok(addrs(names.addresses(name.as_str()).await?)) })
    }
}

/// What the client asks where the command line names the peer. The address was judged before.
pub(super) struct Pinned(pub(super) SocketAddr);

impl Resolve for Pinned {
    fn resolve(&self, _: reqwest::dns::Name) -> Resolving {
        let address = self.0;
        Box::pin(async move { Ok(Box::new(std::iter::once(address)) as Addrs) })
    }
}

/// Port 0 stands for the port of the URL.
fn addrs(addresses: Vec<IpAddr>) -> Addrs {
    Box::new(addresses.into_iter().map(|address| SocketAddr::new(address, 0)))
}

fn name_server(server: SocketAddr) -> NameServerConfig {
    let mut config = NameServerConfig::udp_and_tcp(server.ip());
    let at_port = |mut connection: ConnectionConfig| {
        connection.port = server.port();
        connection
    };
    config.connections = config.connections.into_iter().map(at_port).collect();
    config
}

/// The name servers that a `resolv.conf` lists; none if it cannot be read or lists none.
fn listed(file: &Path, lookup: Duration) -> Option<TokioResolver> {
    let text = std::fs::read(file)
        .inspect_err(|error| tracing::warn!(%error, file = %file.display(), "no name server: the file cannot be read"))
        .ok()?;
    let (config, _) = hickory_resolver::system_conf::parse_resolv_conf(text)
        .inspect_err(|error| tracing::warn!(%error, file = %file.display(), "no name server: the file names none"))
        .ok()?;
    build(config, lookup)
}

fn build(config: ResolverConfig, lookup: Duration) -> Option<TokioResolver> {
    let mut builder = TokioResolver::builder_with_config(config, TokioRuntimeProvider::default());
    *builder.options_mut() = options(lookup);
    builder.build().inspect_err(|error| tracing::warn!(%error, "no name server")).ok()
}

fn options(lookup: Duration) -> ResolverOpts {
    let mut options = ResolverOpts::default();
    options.timeout = lookup * 3 / 4;
    options.attempts = MORE_QUESTIONS;
    options.ip_strategy = LookupIpStrategy::Ipv6AndIpv4;
    options.use_hosts_file = ResolveHosts::Always;
    options
}

fn failure(error: &NetError) -> DnsFailure {
    match error {
        error if error.is_nx_domain() => DnsFailure::NoSuchDomain,
        error if error.is_no_records_found() => DnsFailure::NoAddress,
        NetError::Timeout => DnsFailure::Timeout,
        NetError::NoConnections | NetError::Io(_) => DnsFailure::NoResolver,
        // SERVFAIL, REFUSED and their like, and answers that break the protocol.
        _ => DnsFailure::ServerFailure,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_without_name_servers_gets_none_of_ours() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("resolv.conf");
        assert!(listed(&file, LOOKUP).is_none());
        std::fs::write(&file, "search corp.example\n").unwrap();
        assert!(listed(&file, LOOKUP).is_none());
        std::fs::write(&file, "nameserver 192.0.2.53\n").unwrap();
        assert!(listed(&file, LOOKUP).is_some());
    }

    #[tokio::test]
    async fn without_a_name_server_no_name_has_an_address() {
        let names = Names { resolver: None, lookup: LOOKUP, heard: Heard::default() };
        let failure = names.addresses("news.example").await;
        assert_eq!(failure, Err(ResolveFailure::Dns(DnsFailure::NoResolver)));
    }
}
