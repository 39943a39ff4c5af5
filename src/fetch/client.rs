//! The client of the network: TLS, limits, and one request at a time, sent as an honest reader would.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use reqwest::dns::Resolve;
use reqwest::header::{
    ACCEPT, ACCEPT_ENCODING, ACCEPT_LANGUAGE, COOKIE, HOST, HeaderMap, HeaderName, HeaderValue, USER_AGENT,
};
use reqwest::{Method, Proxy, Request, redirect, retry};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tokio::time::{Instant, timeout_at};
use url::{Host, Position, Url};

use super::body::{KeepRaw, Payload};
use super::guard::{Peer, Reach};
use super::no_answer::{Failure, Route, failure, wants_a_password};
use super::pin::Pin;
use super::resolve::{Heard, Judged, Names, Pinned, ResolveFailure, Trusted};
use super::unchanged::{self, Known};
use super::{FetchSetupError, NetworkOptions, Purpose};
use crate::clock;
use crate::locator::address::Allow;
use crate::observation::{NoAnswer, Phase};

/// Connecting, look-up and TLS included. A host that needs longer does not answer readers either.
const CONNECT: Duration = Duration::from_secs(10);

/// Connections are kept for a redirect to the same host and no longer: 500 hosts kept 90 s are 552 open files.
const IDLE: Duration = Duration::from_secs(8);

/// Headers of an answer; the client's own 100 are fewer than some real pages send.
const MAX_HEADERS: usize = 512;

/// Bytes of the head of an HTTP/2 answer. HTTP/1 is bounded by the client's buffer, about 400 KB.
const MAX_HEAD: u32 = 64 * 1024;

/// What we read, best first. A page is asked for as a browser's reader would see it.
const ACCEPT_PAGE: &str = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5";

/// The media type that robots.txt has by its standard, and whatever else it is sent as.
const ACCEPT_ROBOTS: &str = "text/plain,*/*;q=0.5";

/// What `decode.rs` takes off.
const CODINGS: &str = "gzip, deflate, br, zstd";

/// The network.
pub(super) struct Network {
    open: reqwest::Client,
    pins: Vec<(Pin, reqwest::Client)>,
    names: Names,
    allow: Arc<Allow>,
    route: Route,
    user_agent: HeaderValue,
    connect: Duration,
    heard: Heard,
    asked: AtomicBool,
    /// Whether the proxy has said that it wants to know who asks.
    proxy_refused: AtomicBool,
}

/// One request.
pub(super) struct Ask<'a> {
    pub(super) url: &'a Url,
    pub(super) purpose: Purpose,
    pub(super) accept_datetime: Option<Timestamp>,
    /// The page as it was last read: only a change of it is asked for.
    pub(super) known: Option<&'a Known>,
    /// The `Cookie` header; empty if there is none.
    pub(super) cookies: &'a str,
    pub(super) reach: Reach,
    /// No answer after this is no answer.
    pub(super) until: Instant,
}

/// What a browser sends to an address.
#[cfg(feature = "render")]
pub(super) struct Sending {
    pub(super) method: Method,
    pub(super) headers: HeaderMap,
    pub(super) body: Option<Vec<u8>>,
}

/// The head of an answer, and the payload that is still to come.
pub(super) struct Received {
    pub(super) version: &'static str,
    pub(super) status: u16,
    pub(super) headers: Vec<(String, Vec<u8>)>,
    pub(super) peer: Option<std::net::IpAddr>,
    pub(super) payload: Payload,
}

/// A request that was sent, or tried, and what came of it.
pub(super) struct Sent {
    pub(super) at: Timestamp,
    /// As sent; where they are no evidence, those by which a page was asked for a change only.
    pub(super) headers: Vec<(String, String)>,
    pub(super) result: Result<Received, Failure>,
}

impl Network {
    pub(super) fn new(options: &NetworkOptions, heard: Heard) -> Result<Self, FetchSetupError> {
        if let Some(proxy) = options.proxy.as_ref().filter(|proxy| !matches!(proxy.scheme(), "http" | "https")) {
            return Err(FetchSetupError::ProxyScheme(proxy.scheme().to_owned()));
        }
        let connect = CONNECT.min(options.fetch.timeout / 2);
        // Behind a proxy the one name that is looked up here is its own, which says nothing of the network.
        let of_names = if options.proxy.is_some() { Heard::default() } else { heard.clone() };
        let names = Names::new(options.fetch.resolver, connect, of_names);
        let allow = Arc::new(Allow { nets: options.allow_private.clone() });
        let user_agent = HeaderValue::from_str(&options.fetch.user_agent)
            .map_err(|_| FetchSetupError::UserAgent(options.fetch.user_agent.clone()))?;
        let at_once = options.fetch.per_host.concurrency;
        let make = Make { tls: tls(&options.ca)?, connect, at_once, proxy: options.proxy.as_ref() };
        let open = match &options.proxy {
            Some(_) => make.client(Trusted(names.clone()), Protocols::All)?,
            None => make.client(Judged { names: names.clone(), allow: Arc::clone(&allow) }, Protocols::All)?,
        };
        let pins = options.connect_to.iter().map(Pin::from).chain(options.resolve.iter().map(Pin::from));
        let pins = if options.proxy.is_some() { Vec::new() } else { pins.collect() };
        let pins = pins.into_iter().map(|pin: Pin| make.pinned(pin)).collect::<Result<_, _>>()?;
        let route = if options.proxy.is_some() { Route::Proxy } else { Route::Direct };
        Ok(Self {
            open,
            pins,
            names,
            allow,
            route,
            user_agent,
            connect,
            heard,
            asked: AtomicBool::new(false),
            proxy_refused: AtomicBool::new(false),
        })
    }

    /// Who will be asked for `url`.
    pub(super) fn peer(&self, url: &Url) -> Peer {
        match (self.route, self.pin(url)) {
            (Route::Proxy, _) => Peer::Proxy,
            (Route::Direct, Some((pin, _))) => Peer::Pinned(pin.to.ip()),
            (Route::Direct, None) => Peer::Looked,
        }
    }

    pub(super) fn allow(&self) -> &Allow {
        &self.allow
    }

    pub(super) fn route(&self) -> Route {
        self.route
    }

    /// Whether anything on the network has answered yet.
    pub(super) fn heard(&self) -> bool {
        self.heard.get()
    }

    /// Whether something was asked and nothing has answered.
    pub(super) fn is_cut_off(&self) -> bool {
        self.asked.load(Ordering::Relaxed) && !self.heard()
    }

    /// Sends one request and waits for the head of its answer. `keep`: whether what is sent is evidence.
    pub(super) async fn send(&self, ask: &Ask<'_>, keep: KeepRaw) -> Sent {
        let headers = self.headers(ask);
        let recorded = match keep {
            KeepRaw::Yes => recorded(&headers, ask.url),
            KeepRaw::No => texts(&headers, unchanged::asks).collect(),
        };
        let at = clock::now();
        let result = match self.reachable(ask).await {
            Ok(()) => self.answer(ask, headers).await,
            Err(failure) => Err(failure),
        };
        self.note(&result);
        Sent { at, headers: recorded, result }
    }

    /// Sends one request with more headers and, with POST, a body, and waits for the head of its answer.
    pub(super) async fn call(
        &self,
        ask: &Ask<'_>,
        more: &HeaderMap,
        body: Option<String>,
    ) -> Result<Received, Failure> {
        let mut headers = self.headers(ask);
        headers.extend(more.clone());
        let result = match self.reachable(ask).await {
            Ok(()) => {
                let (client, mut request) = self.request(ask.url, headers);
                if let Some(body) = body {
                    *request.method_mut() = Method::POST;
                    *request.body_mut() = Some(body.into());
                }
                self.execute(ask, client, request).await
            }
            Err(failure) => Err(failure),
        };
        self.note(&result);
        result
    }

    /// Sends what a browser asks for, under our name, and waits for the head of the answer.
    #[cfg(feature = "render")]
    pub(super) async fn forward(&self, ask: &Ask<'_>, sending: Sending) -> Result<Received, Failure> {
        let Sending { method, mut headers, body } = sending;
        let ours = self.headers(ask);
        for name in [USER_AGENT, ACCEPT_LANGUAGE, ACCEPT_ENCODING] {
            if let Some(value) = ours.get(&name) {
                headers.insert(name, value.clone());
            }
        }
        let result = match self.reachable(ask).await {
            Ok(()) => {
                let (client, mut request) = self.request(ask.url, headers);
                *request.method_mut() = method;
                *request.body_mut() = body.map(reqwest::Body::from);
                self.execute(ask, client, request).await
            }
            Err(failure) => Err(failure),
        };
        self.note(&result);
        result
    }

    /// Takes note of whether anything on the network has answered.
    fn note(&self, result: &Result<Received, Failure>) {
        self.asked.store(true, Ordering::Relaxed);
        if let Ok(_) | Err(Failure::NoAnswer(NoAnswer::Refused | NoAnswer::Reset | NoAnswer::Protocol(_))) = result {
            self.heard.set();
        }
        if let Err(Failure::NoAnswer(NoAnswer::Tls(_) | NoAnswer::Timeout(Phase::Head))) = result {
            self.heard.set();
        }
    }

    /// A name at a port that is not one of the web's is looked up first, because the client would not know which of
    /// its answers are good for that port.
    async fn reachable(&self, ask: &Ask<'_>) -> Result<(), Failure> {
        let (Reach::Allowed, Some(Host::Domain(name))) = (ask.reach, ask.url.host()) else { return Ok(()) };
        match self.names.addresses(name).await {
            Ok(addresses) => match ask.reach.refused(&addresses, &self.allow) {
                Some(address) => Err(Failure::Private(address)),
                None => Ok(()),
            },
            Err(ResolveFailure::Dns(failure)) => Err(Failure::NoAnswer(NoAnswer::Dns(failure))),
            Err(ResolveFailure::Private(address)) => Err(Failure::Private(address)),
        }
    }

    async fn answer(&self, ask: &Ask<'_>, headers: HeaderMap) -> Result<Received, Failure> {
        let (client, request) = self.request(ask.url, headers);
        self.execute(ask, client, request).await
    }

    async fn execute(&self, ask: &Ask<'_>, client: &reqwest::Client, request: Request) -> Result<Received, Failure> {
        let patient = ask.until.saturating_duration_since(Instant::now()) > self.connect;
        let response = match timeout_at(ask.until, client.execute(request)).await {
            // The client gives up connecting before that, so what was waited for is the head.
            Err(_) if patient => return Err(Failure::NoAnswer(NoAnswer::Timeout(Phase::Head))),
            Err(_) => return Err(Failure::NoAnswer(NoAnswer::Timeout(Phase::Total))),
            Ok(Err(error)) => {
                if self.route == Route::Proxy && wants_a_password(&error) {
                    self.tell_that_the_proxy_wants_a_password();
                }
                return Err(failure(&error, self.route));
            }
            Ok(Ok(response)) => response,
        };
        // A site that is asked directly has no business with it; behind a proxy it is the proxy that asks.
        if self.route == Route::Proxy && response.status() == reqwest::StatusCode::PROXY_AUTHENTICATION_REQUIRED {
            self.tell_that_the_proxy_wants_a_password();
            return Err(Failure::NoAnswer(NoAnswer::Proxy));
        }
        let peer = match self.route {
            Route::Direct => response.remote_addr().map(|address| address.ip().to_canonical()),
            Route::Proxy => None,
        };
        if let Some(address) = peer.and_then(|peer| ask.reach.refused(&[peer], &self.allow)) {
            return Err(Failure::Private(address));
        }
        Ok(received(response, peer))
    }

    /// Once a run: the answer is the same for every page.
    fn tell_that_the_proxy_wants_a_password(&self) {
        if !self.proxy_refused.swap(true, Ordering::Relaxed) {
            tracing::warn!("the proxy wants a user name and a password (407): --proxy http://NAME:PASSWORD@HOST:PORT");
        }
    }

    fn pin(&self, url: &Url) -> Option<&(Pin, reqwest::Client)> {
        self.pins.iter().find(|(pin, _)| pin.is_for(url))
    }

    /// The client connects to the port that a URL names whatever the resolver says; where the command line names
    /// another, the URL is sent without its port and `Host` with it.
    fn request(&self, url: &Url, mut headers: HeaderMap) -> (&reqwest::Client, Request) {
        let Some((pin, client)) = self.pin(url) else {
            return (&self.open, request(url.clone(), headers));
        };
        let mut bare = url.clone();
        if pin.to.port() != 0 && url.port().is_some() && bare.set_port(None).is_ok() {
            let host = &url[Position::BeforeHost..Position::AfterPort];
            headers.insert(HOST, HeaderValue::from_str(host).expect("the host of a URL is ASCII without controls"));
        }
        (client, request(bare, headers))
    }

    fn headers(&self, ask: &Ask<'_>) -> HeaderMap {
        let mut headers = HeaderMap::new();
        let accept = match ask.purpose {
            Purpose::Source | Purpose::Probe => ACCEPT_PAGE,
            Purpose::Robots => ACCEPT_ROBOTS,
            Purpose::Archive => "*/*",
        };
        headers.insert(USER_AGENT, self.user_agent.clone());
        headers.insert(ACCEPT, HeaderValue::from_static(accept));
        headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static("en,*;q=0.5"));
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(CODINGS));
        if let Some(at) = ask.accept_datetime {
            let date = jiff::fmt::rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&at);
            if let Some(date) = date.ok().and_then(|date| HeaderValue::from_str(&date).ok()) {
                headers.insert(HeaderName::from_static("accept-datetime"), date);
            }
        }
        if let Some(known) = ask.known {
            known.ask(&mut headers);
        }
        // A cookie that no header can carry came in none that this client would have read.
        if let (false, Ok(cookies)) = (ask.cookies.is_empty(), HeaderValue::from_str(ask.cookies)) {
            headers.insert(COOKIE, cookies);
        }
        headers
    }
}

fn request(url: Url, headers: HeaderMap) -> Request {
    let mut request = Request::new(Method::GET, url);
    *request.headers_mut() = headers;
    request
}

/// The headers as they are sent; the client adds `Host` behind ours.
fn recorded(headers: &HeaderMap, url: &Url) -> Vec<(String, String)> {
    let mut recorded: Vec<(String, String)> = texts(headers, |_| true).collect();
    recorded.push(("host".to_owned(), url[Position::BeforeHost..Position::AfterPort].to_owned()));
    recorded
}

fn texts(headers: &HeaderMap, wanted: fn(&str) -> bool) -> impl Iterator<Item = (String, String)> {
    let text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    let wanted = headers.iter().filter(move |(name, _)| wanted(name.as_str()));
    wanted.map(move |(name, value)| (name.as_str().to_owned(), text(value)))
}

fn received(response: reqwest::Response, peer: Option<std::net::IpAddr>) -> Received {
    let headers =
        response.headers().iter().map(|(name, value)| (name.as_str().to_owned(), value.as_bytes().to_vec())).collect();
    let version = if response.version() == reqwest::Version::HTTP_2 { "HTTP/2" } else { "HTTP/1.1" };
    Received { version, status: response.status().as_u16(), headers, peer, payload: Payload::Live(response) }
}

/// What all clients of a run share.
struct Make<'a> {
    tls: ClientConfig,
    connect: Duration,
    /// Requests at once to one host.
    at_once: usize,
    proxy: Option<&'a Url>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Protocols {
    All,
    /// HTTP/2 names the host in the request line, which then lacks the port that was left out of the URL.
    Http1,
}

impl Make<'_> {
    /// The resolver hears of a name only, so that a host and port with a peer of its own has a client of its own.
    fn pinned(&self, pin: Pin) -> Result<(Pin, reqwest::Client), FetchSetupError> {
        let moved = pin.to.port() != 0 && !matches!(pin.port, 80 | 443);
        let client = self.client(Pinned(pin.to), if moved { Protocols::Http1 } else { Protocols::All })?;
        Ok((pin, client))
    }

    fn client(
        &self,
        resolver: impl Resolve + 'static,
        protocols: Protocols,
    ) -> Result<reqwest::Client, FetchSetupError> {
        let mut tls = self.tls.clone();
        let mut builder = reqwest::Client::builder();
        if protocols == Protocols::Http1 {
            tls.alpn_protocols.retain(|name| name != b"h2");
            builder = builder.http1_only();
        }
        builder = match self.proxy {
            Some(proxy) => builder.proxy(Proxy::all(proxy.clone()).map_err(FetchSetupError::Client)?),
            None => builder.no_proxy(),
        };
        builder
            .tls_backend_preconfigured(tls)
            .redirect(redirect::Policy::none())
            .retry(retry::never())
            .referer(false)
            .connect_timeout(self.connect)
            .pool_max_idle_per_host(self.at_once)
            .pool_idle_timeout(IDLE)
            .http1_max_headers(MAX_HEADERS)
            .http1_ignore_invalid_headers_in_responses(true)
            .http1_allow_obsolete_multiline_headers_in_responses(true)
            .http1_allow_spaces_after_header_name_in_responses(true)
            .http2_max_header_list_size(MAX_HEAD)
            .dns_resolver(resolver)
            .build()
            .map_err(FetchSetupError::Client)
    }
}

/// The roots of the system, and those that the command line names.
fn tls(named: &[Vec<u8>]) -> Result<ClientConfig, FetchSetupError> {
    let mut roots = RootCertStore::empty();
    let system = rustls_native_certs::load_native_certs();
    for error in &system.errors {
        tracing::warn!(%error, "some trusted certificates of the system cannot be read");
    }
    roots.add_parsable_certificates(system.certs);
    for pem in named {
        let certificates: Vec<CertificateDer<'_>> = CertificateDer::pem_slice_iter(pem)
            .collect::<Result<_, _>>()
            .map_err(|error| FetchSetupError::Certificate(error.to_string()))?;
        if certificates.is_empty() {
            return Err(FetchSetupError::Certificate("no certificate in it".to_owned()));
        }
        for certificate in certificates {
            roots.add(certificate).map_err(|error| FetchSetupError::Certificate(error.to_string()))?;
        }
    }
    if roots.is_empty() {
        return Err(FetchSetupError::NoRoots);
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("ring has cipher suites for TLS 1.2 and 1.3")
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(config)
}
