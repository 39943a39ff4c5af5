//! Why a request got no answer: told by the types of the errors below it, never by the words of their messages.

use std::error::Error;
use std::io;
use std::net::IpAddr;

use rustls::{AlertDescription, CertificateError, InvalidMessage, OtherError, PeerIncompatible};

use super::resolve::ResolveFailure;
use crate::observation::{DnsFailure, NoAnswer, Phase, ProtocolFailure, TlsFailure};

/// Names of a certificate that are told; shared hosts list hundreds.
const MAX_NAMES: usize = 10;

/// What came of a request that failed.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// There was no answer.
    NoAnswer(NoAnswer),
    /// We did not connect: the name stands for an address that is not public.
    Private(IpAddr),
}

/// Whether a proxy stands between us and the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Route {
    /// To the hosts themselves.
    Direct,
    /// Through a proxy, which asks them.
    Proxy,
}

/// Reads the chain of causes below an error of the client.
pub(super) fn failure(error: &reqwest::Error, route: Route) -> Failure {
    if let Some(failure) = causes(error).find_map(|cause| cause.downcast_ref::<ResolveFailure>()) {
        return match failure {
            ResolveFailure::Private(_) | ResolveFailure::Dns(_) if route == Route::Proxy => {
                Failure::NoAnswer(NoAnswer::Proxy)
            }
            ResolveFailure::Private(address) => Failure::Private(*address),
            ResolveFailure::Dns(failure) => Failure::NoAnswer(NoAnswer::Dns(*failure)),
        };
    }
    Failure::NoAnswer(no_answer(error, route))
}

/// Whether a proxy refused to open a tunnel before it knows who asks. The client has no name for that but its words.
pub(super) fn wants_a_password(error: &reqwest::Error) -> bool {
    error.is_connect() && causes(error).any(|cause| cause.to_string().contains("proxy authorization required"))
}

fn no_answer(error: &reqwest::Error, route: Route) -> NoAnswer {
    if let Some(error) = causes(error).find_map(|cause| cause.downcast_ref::<rustls::Error>()) {
        return NoAnswer::Tls(tls(error));
    }
    if error.is_connect() && route == Route::Proxy {
        return NoAnswer::Proxy;
    }
    if error.is_timeout() {
        return NoAnswer::Timeout(if error.is_connect() { Phase::Connect } else { Phase::Head });
    }
    if error.is_builder() {
        // `Url` admits hosts that no request line can carry.
        return NoAnswer::Dns(DnsFailure::BadName);
    }
    if let Some(error) = causes(error).find_map(|cause| cause.downcast_ref::<h2::Error>()) {
        return if error.is_io() { NoAnswer::Reset } else { NoAnswer::Protocol(ProtocolFailure::Http2) };
    }
    if let Some(failure) = causes(error).filter_map(|cause| cause.downcast_ref::<hyper::Error>()).find_map(protocol) {
        return NoAnswer::Protocol(failure);
    }
    // The deepest one is what happened; those above it wrap it, as errors of another kind.
    match causes(error).filter_map(|cause| cause.downcast_ref::<io::Error>()).last().map(io::Error::kind) {
        Some(io::ErrorKind::ConnectionRefused) => NoAnswer::Refused,
        Some(io::ErrorKind::TimedOut) if error.is_connect() => NoAnswer::Timeout(Phase::Connect),
        Some(io::ErrorKind::TimedOut) => NoAnswer::Timeout(Phase::Head),
        Some(
            io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::BrokenPipe
            | io::ErrorKind::NotConnected
            | io::ErrorKind::UnexpectedEof,
        ) => NoAnswer::Reset,
        Some(_) | None if error.is_connect() => NoAnswer::Unreachable,
        Some(_) | None => NoAnswer::Reset,
    }
}

/// The error and its causes.
fn causes<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |error| cause(*error))
}

/// An `io::Error` hides the error that it was made from behind `get_ref`.
fn cause<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
    match error.downcast_ref::<io::Error>() {
        Some(io) => io.get_ref().map(|inner| inner as &(dyn Error + 'static)),
        None => error.source(),
    }
}

fn protocol(error: &hyper::Error) -> Option<ProtocolFailure> {
    if error.is_parse_too_large() {
        Some(ProtocolFailure::HeadTooLarge)
    } else if error.is_parse_version_h2() {
        Some(ProtocolFailure::NotHttp)
    } else if error.is_parse() {
        Some(ProtocolFailure::BadHead)
    } else {
        None
    }
}

fn tls(error: &rustls::Error) -> TlsFailure {
    match error {
        rustls::Error::InvalidCertificate(certificate) => certificate_failure(certificate),
        rustls::Error::AlertReceived(AlertDescription::ProtocolVersion)
        | rustls::Error::PeerIncompatible(
            PeerIncompatible::ServerDoesNotSupportTls12Or13
            | PeerIncompatible::ServerTlsVersionIsDisabledByOurConfig
            | PeerIncompatible::Tls12NotOffered
            | PeerIncompatible::Tls12NotOfferedOrEnabled,
        ) => TlsFailure::OldVersion,
        rustls::Error::InvalidMessage(InvalidMessage::InvalidContentType | InvalidMessage::UnknownProtocolVersion) => {
            TlsFailure::NotTls
        }
        _ => TlsFailure::Handshake,
    }
}

fn certificate_failure(error: &CertificateError) -> TlsFailure {
    match error {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => TlsFailure::Expired,
        CertificateError::NotValidForName => TlsFailure::WrongName(Vec::new()),
        CertificateError::NotValidForNameContext { presented, .. } => {
            TlsFailure::WrongName(presented.iter().take(MAX_NAMES).map(|name| plain_name(name)).collect())
        }
        CertificateError::UnknownIssuer => TlsFailure::UnknownIssuer,
        CertificateError::Other(other) if is_own_authority(other) => TlsFailure::UnknownIssuer,
        _ => TlsFailure::BadCertificate,
    }
}

/// A certificate that signs itself and says that it is an authority, as `openssl req -x509` makes them.
fn is_own_authority(error: &OtherError) -> bool {
    matches!(error.0.downcast_ref::<webpki::Error>(), Some(webpki::Error::CaUsedAsEndEntity))
}

/// The name in `DnsName("www.example")`, which is how the verifier lists what a certificate is for.
fn plain_name(presented: &str) -> String {
    let inner = presented.split_once('(').and_then(|(_, rest)| rest.strip_suffix(')')).unwrap_or(presented);
    inner.trim_matches('"').to_owned()
}
