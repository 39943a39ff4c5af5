//! Exchanges as WARC 1.1 records, one gzip member a record.

use std::io::{self, Write};

use data_encoding::{BASE32, HEXLOWER};
use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use sha1::Sha1;
use sha2::{Digest as _, Sha256};
use url::Url;

use super::failure;
use super::link::SOFTWARE;
use crate::observation::exchange::{Exchange, ExchangeAnswer, PayloadEnd, Response};
use crate::observation::rendering::RENDERED;

/// The id of a record, `urn:uuid:…`, made from what the record holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct RecordId(String);

impl std::fmt::Display for RecordId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// What an unchanged answer refers to: an earlier capture with the same payload, or the one that a 304 confirms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Earlier {
    pub(super) url: String,
    pub(super) at: Timestamp,
    pub(super) digest: String,
}

/// Why a payload is short.
pub(super) const TRUNCATED: &str = "WARC-Truncated";

/// Of what a browser made of a page: what sort of record it is.
const RENDERED_PROFILE: &str = "urn:citewatch:rendered/1";

/// Of the same: the status with which the page was sent.
pub(super) const STATUS: &str = "Citewatch-Status";

/// Of the same: the address that the browser showed in the end.
pub(super) const FINAL_URI: &str = "Citewatch-Final-URI";

/// One record to write. Its payload, which may be large, stays where it is.
#[derive(Debug)]
pub(super) struct Record<'a> {
    kind: &'static str,
    target: Option<String>,
    at: Timestamp,
    fields: Vec<(&'static str, String)>,
    content_type: &'static str,
    /// The block up to its payload.
    block: Vec<u8>,
    payload: &'a [u8],
}

const IDENTICAL: &str = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";
const NOT_MODIFIED: &str = "http://netpreserve.org/warc/1.1/revisit/server-not-modified";

/// Request headers whose values are the user's own and are never written down.
const SECRET: &[&str] = &["authorization", "proxy-authorization"];

impl<'a> Record<'a> {
    /// Says who wrote the records that follow.
    pub(super) fn info(at: Timestamp) -> Self {
        let block = format!(
            "{SOFTWARE}{}\r\nformat: WARC File Format 1.1\r\n\
             conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n",
            env!("CARGO_PKG_VERSION")
        );
        let (kind, content_type) = ("warcinfo", "application/warc-fields");
        Self { kind, target: None, at, fields: vec![], content_type, block: block.into_bytes(), payload: &[] }
    }

    /// The request of an exchange.
    pub(super) fn request(exchange: &Exchange) -> Self {
        Self {
            kind: "request",
            target: Some(exchange.url.clone()),
            at: exchange.sent_at,
            fields: vec![],
            content_type: "application/http; msgtype=request",
            block: request_block(exchange),
            payload: &[],
        }
    }

    /// What came of an exchange: an answer, a reference to the same answer before, or a note that none came.
    pub(super) fn answer(exchange: &'a Exchange, earlier: Option<&Earlier>) -> Self {
        match &exchange.answer {
            ExchangeAnswer::Response(response) if is_rendered(exchange) => Self::rendered(exchange, response),
            ExchangeAnswer::Response(response) => Self::response(exchange, response, earlier),
            ExchangeAnswer::NoAnswer(why) => Self::failure(exchange, failure::write(&exchange.url, why)),
            ExchangeAnswer::Skipped(why) => Self::failure(exchange, failure::write_skipped(&exchange.url, why)),
        }
    }

    fn response(exchange: &Exchange, response: &'a Response, earlier: Option<&Earlier>) -> Self {
        let mut fields = Vec::new();
        if let Some(peer) = response.peer {
            fields.push(("WARC-IP-Address", peer.to_string()));
        }
        if response.version == "HTTP/2" {
            fields.push(("WARC-Protocol", "h2".to_owned()));
        }
        fields.extend(truncated(response));
        let unmodified = response.status == 304 && earlier.is_some();
        if !unmodified {
            fields.push(("WARC-Payload-Digest", format!("sha1:{}", payload_digest(&response.payload))));
        }
        if let Some(earlier) = earlier {
            fields.push(("WARC-Profile", if unmodified { NOT_MODIFIED } else { IDENTICAL }.to_owned()));
            fields.push(("WARC-Refers-To-Target-URI", earlier.url.clone()));
            fields.push(("WARC-Refers-To-Date", earlier.at.to_string()));
        }
        Self {
            kind: if earlier.is_some() { "revisit" } else { "response" },
            target: Some(exchange.url.clone()),
            at: exchange.sent_at,
            fields,
            content_type: "application/http; msgtype=response",
            block: response_head(response),
            payload: if earlier.is_some() { &[] } else { &response.payload },
        }
    }

    /// What a browser made of a page: no answer of a server, and under no address of the web, so that no archive shows it
    /// in the place of the page.
    fn rendered(exchange: &Exchange, response: &'a Response) -> Self {
        let mut fields = vec![
            ("WARC-Profile", RENDERED_PROFILE.to_owned()),
            (STATUS, response.status.to_string()),
            (FINAL_URI, response.header("content-location").unwrap_or_default().to_owned()),
        ];
        fields.extend(truncated(response));
        Self {
            kind: "conversion",
            target: Some(exchange.url.clone()),
            at: exchange.sent_at,
            fields,
            content_type: "text/html; charset=utf-8",
            block: vec![],
            payload: &response.payload,
        }
    }

    fn failure(exchange: &Exchange, block: Vec<u8>) -> Self {
        Self {
            kind: "metadata",
            target: Some(failure::target(&exchange.url)),
            at: exchange.sent_at,
            fields: vec![],
            content_type: "application/json",
            block,
            payload: &[],
        }
    }

    /// Names the record that belongs to the same exchange.
    pub(super) fn concurrent_to(&mut self, other: &RecordId) {
        self.fields.push(("WARC-Concurrent-To", format!("<{other}>")));
    }

    /// The id; `ordinal` is the place of the record in its object and keeps equal records apart.
    pub(super) fn id(&self, ordinal: usize) -> RecordId {
        let mut hash = Sha256::new();
        for part in [self.kind, self.target.as_deref().unwrap_or_default(), &self.at.to_string(), &ordinal.to_string()]
        {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        hash.update(&self.block);
        hash.update(self.payload);
        let bytes: [u8; 32] = hash.finalize().into();
        let (start, _) = bytes.split_first_chunk::<16>().expect("32 bytes begin with 16");
        RecordId(uuid::Builder::from_custom_bytes(*start).into_uuid().urn().to_string())
    }

    /// Writes the record as one gzip member.
    pub(super) fn write(&self, id: &RecordId, out: impl Write) -> io::Result<()> {
        let mut head = b"WARC/1.1\r\n".to_vec();
        field(&mut head, "WARC-Type", self.kind.as_bytes());
        field(&mut head, "WARC-Record-ID", format!("<{id}>").as_bytes());
        field(&mut head, "WARC-Date", self.at.to_string().as_bytes());
        if let Some(target) = &self.target {
            field(&mut head, "WARC-Target-URI", target.as_bytes());
        }
        for (name, value) in &self.fields {
            field(&mut head, name, value.as_bytes());
        }
        let digest = HEXLOWER.encode(&Sha256::new().chain_update(&self.block).chain_update(self.payload).finalize());
        field(&mut head, "WARC-Block-Digest", format!("sha256:{digest}").as_bytes());
        field(&mut head, "Content-Type", self.content_type.as_bytes());
        field(&mut head, "Content-Length", (self.block.len() + self.payload.len()).to_string().as_bytes());
        let mut member = GzEncoder::new(out, Compression::default());
        let parts: [&[u8]; 5] = [&head, b"\r\n", &self.block, self.payload, b"\r\n\r\n"];
        for part in parts {
            member.write_all(part)?;
        }
        member.finish().map(drop)
    }
}

/// Whether an exchange is with a browser, about what it made of a page.
pub(super) fn is_rendered(exchange: &Exchange) -> bool {
    exchange.url.starts_with(RENDERED)
}

fn truncated(response: &Response) -> Option<(&'static str, String)> {
    let why = match response.end {
        PayloadEnd::Whole => return None,
        PayloadEnd::AtCap => "length",
        PayloadEnd::AtDeadline => "time",
        PayloadEnd::Early => "disconnect",
    };
    Some((TRUNCATED, why.to_owned()))
}

/// SHA-1 in Base32, as the archives' own indexes have it.
pub(super) fn payload_digest(payload: &[u8]) -> String {
    BASE32.encode(&Sha1::digest(payload))
}

fn request_block(exchange: &Exchange) -> Vec<u8> {
    let url = Url::parse(&exchange.url).ok();
    let target = url.as_ref().map_or("/", |url| &url[url::Position::BeforePath..url::Position::AfterQuery]);
    let mut block = format!("GET {target} HTTP/1.1\r\n").into_bytes();
    let named = exchange.request_headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("host"));
    if let Some(url) = url.filter(|_| !named) {
        field(&mut block, "host", url[url::Position::BeforeHost..url::Position::AfterPort].as_bytes());
    }
    for (name, value) in &exchange.request_headers {
        if !SECRET.iter().any(|secret| name.eq_ignore_ascii_case(secret)) {
            field(&mut block, name, value.as_bytes());
        }
    }
    block.extend_from_slice(b"\r\n");
    block
}

/// The head with the length of the payload as it is written: no transfer coding stands in a record, and a payload
/// that was cut is as long as it is.
fn response_head(response: &Response) -> Vec<u8> {
    let reason = hyper::StatusCode::from_u16(response.status).ok().and_then(|status| status.canonical_reason());
    let mut head = format!("HTTP/1.1 {} {}\r\n", response.status, reason.unwrap_or_default()).into_bytes();
    let length = response.payload.len().to_string();
    let mut placed = response.status == 304;
    for (name, value) in &response.headers {
        if name.eq_ignore_ascii_case("content-length") {
            if !placed {
                field(&mut head, name, length.as_bytes());
            }
            placed = true;
        } else if !name.eq_ignore_ascii_case("transfer-encoding") {
            field(&mut head, name, value);
        }
    }
    if !placed {
        field(&mut head, "content-length", length.as_bytes());
    }
    head.extend_from_slice(b"\r\n");
    head
}

/// One line of a head; a line end in a value would begin another.
fn field(head: &mut Vec<u8>, name: &str, value: &[u8]) {
    let clean = |byte: u8| if matches!(byte, b'\r' | b'\n' | 0) { b' ' } else { byte };
    head.extend(name.bytes().map(clean));
    head.extend_from_slice(b": ");
    head.extend(value.iter().copied().map(clean));
    head.extend_from_slice(b"\r\n");
}
