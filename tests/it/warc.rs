//! Writes small WARC files that a person can read: uncompressed, with record names counted up, so that the same records
//! give the same bytes.

use std::fmt::Write;

/// Records being gathered.
#[derive(Default)]
pub struct Warc {
    bytes: Vec<u8>,
    count: u32,
}

/// One exchange.
pub struct Exchange<'a> {
    pub url: &'a str,
    /// `2024-05-20T10:15:00Z`.
    pub date: &'a str,
    pub accept_datetime: Option<&'a str>,
    pub status: u16,
    pub headers: &'a [(&'a str, &'a str)],
    pub body: &'a [u8],
}

impl Warc {
    /// Adds a request and its response, linked.
    pub fn add(&mut self, exchange: &Exchange<'_>) {
        let response = self.name();
        let mut head = format!("HTTP/1.1 {} {}\r\n", exchange.status, phrase(exchange.status));
        for (name, value) in exchange.headers {
            write!(head, "{name}: {value}\r\n").expect("a string grows");
        }
        write!(head, "Content-Length: {}\r\n\r\n", exchange.body.len()).expect("a string grows");
        let block = [head.as_bytes(), exchange.body].concat();
        self.record(exchange, "response", &response, "", &block);

        let url = exchange.url.split_once("://").map_or("", |(_, rest)| rest);
        let (host, path) = url.split_once('/').unwrap_or((url, ""));
        let mut request = format!("GET /{path} HTTP/1.1\r\nHost: {host}\r\n");
        if let Some(moment) = exchange.accept_datetime {
            write!(request, "Accept-Datetime: {moment}\r\n").expect("a string grows");
        }
        request.push_str("\r\n");
        let name = self.name();
        let link = format!("WARC-Concurrent-To: {response}\r\n");
        self.record(exchange, "request", &name, &link, request.as_bytes());
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    fn name(&mut self) -> String {
        self.count += 1;
        format!("<urn:uuid:00000000-0000-4000-8000-{:012}>", self.count)
    }

    fn record(&mut self, exchange: &Exchange<'_>, kind: &str, name: &str, link: &str, block: &[u8]) {
        let head = format!(
            "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: {name}\r\nWARC-Date: {}\r\nWARC-Target-URI: {}\r\n{link}\
             Content-Type: application/http; msgtype={kind}\r\nContent-Length: {}\r\n\r\n",
            exchange.date,
            exchange.url,
            block.len()
        );
        self.bytes.extend_from_slice(head.as_bytes());
        self.bytes.extend_from_slice(block);
        self.bytes.extend_from_slice(b"\r\n\r\n");
    }
}

fn phrase(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        302 => "Found",
        403 => "Forbidden",
        404 => "Not Found",
        _ => "Answer",
    }
}
