//! Looks at sources: politely, bounded, never failing.
//!
//! [`Fetcher::look`] asks for one URL, follows its redirects and reads what stands at the end. Whatever happens on the
//! way, a dead host, a bomb, a refusal of ours, is an [`Observation`]. The answers come from the network, or from
//! recorded files; from the head of an answer on both go the same way.
//!
//! Of the headers of the last answer these are kept as evidence: what tells versions apart (`etag`, `last-modified`,
//! `date`, `content-language`, `content-encoding`, and `x-orig-content-encoding` where whoever made recorded files had
//! undone that), what tells a refusal (`cf-mitigated`, `x-amzn-waf-action`, `x-dd-b`, `x-px-blocked`,
//! `x-sucuri-block`, `ft-access-decision-policy`, `retry-after`, `www-authenticate`), what leads elsewhere (`link`, `location`, `content-location`,
//! `refresh`), and what archives say (`memento-datetime`, `x-archive-redirect-reason`,
//! `x-archive-wayback-runtime-error`). No `server`, no cookies: they tell who serves a page, not what became of it.

mod body;
mod budget;
mod call;
mod client;
mod cookies;
mod decode;
mod deflate;
mod guard;
mod headers;
mod lane;
mod look;
mod no_answer;
mod pace;
mod pin;
mod redirect;
mod rendered;
mod resolve;
mod retry;
mod robots;
mod unchanged;
#[cfg(feature = "render")]
mod visit;
mod zstd;
#[cfg(test)]
mod tests;

use ipnet::IpNet;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use url::Url;

pub(crate) use body::Body;
pub(crate) use budget::Room;
pub(crate) use call::{Authorization, Call, Called, NotCalled};
pub(crate) use look::Trail;
pub(crate) use no_answer::Route;
pub(crate) use pin::{ConnectTo, ResolveOverride};
pub(crate) use unchanged::Known;
#[cfg(feature = "render")]
pub(crate) use visit::{Asking, Rendered, Visit, VisitAnswer, VisitRefused};

use crate::config::{self, PerHost, RobotsPolicy};
use crate::evidence::{AsOf, Replay};
use crate::locator::host::HostName;
use crate::observation::Observation;
use crate::observation::exchange::Exchange;

/// How the network is used.
#[derive(Debug, Clone)]
pub(crate) struct NetworkOptions {
    /// What the configuration says.
    pub(crate) fetch: config::Fetch,
    /// `--resolve`.
    pub(crate) resolve: Vec<ResolveOverride>,
    /// `--connect-to`; goes before `--resolve`.
    pub(crate) connect_to: Vec<ConnectTo>,
    /// `--proxy`: every request goes through it, and it looks the names up.
    pub(crate) proxy: Option<Url>,
    /// `--ca`: PEM files, as read.
    pub(crate) ca: Vec<Vec<u8>>,
    /// `--allow-private`.
    pub(crate) allow_private: Vec<IpNet>,
    /// Hosts with a pace of their own: archives.
    pub(crate) paces: Vec<(HostName, PerHost)>,
    /// Whether exchanges are kept as evidence.
    pub(crate) record: bool,
    /// Whether robots.txt is kept to.
    pub(crate) robots: RobotsPolicy,
}

/// Why the network cannot be used as asked. A source that cannot be reached is no such error.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FetchSetupError {
    /// A PEM file without a certificate that can be used.
    #[error("read a certificate of --ca: {0}")]
    Certificate(String),
    /// Without roots every page would be called unsafe.
    #[error("find trusted certificates: the system has none (install ca-certificates), and --ca names none")]
    NoRoots,
    /// It holds what no header can.
    #[error("send `{0}` as User-Agent: it holds characters that a header cannot carry")]
    UserAgent(String),
    /// Another protocol than HTTP is spoken with it.
    #[error("use a proxy of {0}://: only http:// and https:// proxies are supported")]
    ProxyScheme(String),
    /// The client refuses the options; in practice the address of the proxy.
    #[error("set up the network client: {0}")]
    Client(reqwest::Error),
}

/// One look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LookRequest {
    /// Where.
    pub(crate) url: Url,
    /// For a `TimeGate`: the date wanted.
    pub(crate) accept_datetime: Option<Timestamp>,
    /// Whether redirects are followed.
    pub(crate) follow: Follow,
    /// Whom we ask.
    pub(crate) purpose: Purpose,
    /// The page as it was last read, where nothing but a change of it is wanted.
    pub(crate) known: Option<Known>,
}

/// Whether redirects are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Follow {
    /// To the end.
    All,
    /// The first answer is the last.
    None,
}

/// Whom we ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// A cited page.
    Source,
    /// A site, for its robots.txt.
    Robots,
    /// A host, for a page that cannot be there: never against its robots.txt.
    Probe,
    /// An archive, which is asked once and taken at its word when it refuses.
    Archive,
}

/// What a look gave.
#[derive(Debug)]
pub(crate) struct Look {
    /// What happened; kept headers are in its answer.
    pub(crate) observation: Observation,
    /// The decoded body of the last answer, where there is one that could be decoded.
    pub(crate) body: Option<Body>,
    /// Every exchange in the order made, where they are recorded.
    pub(crate) exchanges: Vec<Exchange>,
    /// What the bytes of the last answer count for: to be held until they have been recorded.
    pub(crate) room: Option<Arc<Room>>,
    /// What it takes to go on, where a page was asked for.
    pub(crate) trail: Option<Trail>,
}

/// Looks at sources, on the network or in recorded files.
pub(crate) struct Fetcher {
    source: Source,
    budget: budget::Budget,
    robots: robots::Robots,
}

enum Source {
    Network(Box<look::OnNetwork>),
    Replay { files: Box<Replay>, as_of: Option<AsOf> },
}

impl Fetcher {
    /// Answers come from the network.
    pub(crate) fn network(options: &NetworkOptions) -> Result<Self, FetchSetupError> {
        let network = look::OnNetwork::new(options)?;
        Ok(Self::of(Source::Network(Box::new(network)), options.robots))
    }

    /// Answers come from recorded files, those nearest to `as_of`, else the newest, and never from the network.
    pub(crate) fn replay(files: Replay, as_of: Option<AsOf>, robots: RobotsPolicy) -> Self {
        Self::of(Source::Replay { files: Box::new(files), as_of }, robots)
    }

    fn of(source: Source, robots: RobotsPolicy) -> Self {
        Self { source, budget: budget::Budget::new(), robots: robots::Robots::new(robots) }
    }

    /// Looks at one source. Never fails; waits its turn in the lane of the host.
    pub(crate) async fn look(&self, request: &LookRequest) -> Look {
        look::look(self, request).await
    }

    /// Goes on to where the page that a look ended at sends its reader, as written in it. False where the look stays as
    /// it is: that is nowhere to go. The body has been taken from the look, read, and dropped.
    pub(crate) async fn send_on(&self, look: &mut Look, to: &str) -> bool {
        look::send_on(self, look, to).await
    }

    /// Whether answers come from recorded files, which nobody has to be gentle with.
    pub(crate) fn is_replay(&self) -> bool {
        matches!(self.source, Source::Replay { .. })
    }

    /// Requests that waited for the pace of their host, and for how long all together.
    pub(crate) fn waited(&self) -> (u64, Duration) {
        match &self.source {
            Source::Network(network) => network.waited(),
            Source::Replay { .. } => (0, Duration::ZERO),
        }
    }

    /// For how long a host asks to be left alone yet.
    pub(crate) fn asked(&self, host: &HostName) -> Option<Duration> {
        match &self.source {
            Source::Network(network) => network.asked(host),
            Source::Replay { .. } => None,
        }
    }

    /// Leaves a host alone that asked an earlier run for it.
    pub(crate) fn hold(&self, host: &HostName, asked: Duration) {
        if let Source::Network(network) = &self.source {
            network.hold(host, asked);
        }
    }

    /// How the network is reached; recorded files are at hand.
    pub(crate) fn route(&self) -> Route {
        match &self.source {
            Source::Network(network) => network.route(),
            Source::Replay { .. } => Route::Direct,
        }
    }

    /// Whether something was asked for and nothing has answered. A run that finds all that it wants in the store asks nobody.
    pub(crate) fn is_cut_off(&self) -> bool {
        match &self.source {
            Source::Network(network) => network.is_cut_off(),
            Source::Replay { .. } => false,
        }
    }

    /// Whether anything has answered yet: a name server that knew or that knew better, or a host that took a
    /// connection or refused it. While this is false, the network may not be there.
    pub(crate) fn heard_anything(&self) -> bool {
        match &self.source {
            Source::Network(network) => network.heard(),
            Source::Replay { .. } => true,
        }
    }
}
