//! Servers that give a page of its own for each number, and nothing else: as fast as the system lets them.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Bytes of a page, unless others are asked for.
pub const PAGE: usize = 10_240;
/// What a page has besides its paragraphs, and one of these.
const BESIDES: usize = 600;

/// Words of the pages, which their numbers choose.
const WORDS: [&str; 32] = [
    "harbour", "lantern", "willow", "archive", "meadow", "compass", "granite", "orchard", "ferry", "ledger", "copper",
    "signal", "quarry", "thistle", "beacon", "canvas", "mosaic", "paddle", "rafter", "sundial", "tunnel", "velvet",
    "walnut", "anchor", "bramble", "cinder", "dovetail", "ember", "furrow", "gable", "hollow", "inlet",
];

/// The servers: one port on as many addresses of loopback.
pub struct Web {
    pub addresses: Vec<SocketAddr>,
    asked: Arc<AtomicUsize>,
}

impl Web {
    /// Starts as many, whose pages are of so many bytes.
    pub async fn start(hosts: u8, bytes: usize) -> io::Result<Self> {
        let mut addresses: Vec<SocketAddr> = Vec::new();
        let asked = Arc::new(AtomicUsize::new(0));
        for host in 1..=hosts {
            let port = addresses.first().map_or(0, SocketAddr::port);
            let listener = TcpListener::bind((format!("127.0.1.{host}"), port)).await?;
            addresses.push(listener.local_addr()?);
            tokio::spawn(serve(listener, bytes, Arc::clone(&asked)));
        }
        Ok(Self { addresses, asked })
    }

    /// Requests answered so far.
    pub fn asked(&self) -> usize {
        self.asked.load(Ordering::Relaxed)
    }

    /// The address of a page; neighbours are on one host, as they stand in real documents.
    pub fn url(&self, page: usize, pages: usize) -> String {
        let host = page * self.addresses.len() / pages;
        format!("http://{}/page/{page}", self.addresses[host])
    }
}

/// The phrase that one page holds and no other.
pub fn phrase(page: usize) -> String {
    let word = |shift: u32| WORDS[page >> shift & 31];
    format!("the {} {} beside the {} of {} was restored", word(0), word(5), word(10), word(15))
}

/// A page: a navigation, paragraphs, and its phrase in one of them.
fn body(page: usize, bytes: usize) -> String {
    let mut text = format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Page {page} of the almanac</title></head>\
         <body><nav><a href=\"/\">Home</a> <a href=\"/about\">About</a></nav><main><h1>Page {page}</h1>"
    );
    let mut seed = page as u64 | 1 << 40;
    let mut paragraph = 0;
    while text.len() + BESIDES < bytes {
        text.push_str("<p>");
        for _ in 0..60 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(WORDS[(seed >> 59) as usize]);
            text.push(' ');
        }
        if paragraph == 5 {
            text.push_str(&phrase(page));
        }
        text.push_str(".</p>\n");
        paragraph += 1;
    }
    text.push_str(&" ".repeat(bytes.saturating_sub(text.len() + 21)));
    text.push_str("</main></body></html>");
    text
}

async fn serve(listener: TcpListener, bytes: usize, asked: Arc<AtomicUsize>) {
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(talk(stream, bytes, Arc::clone(&asked)));
    }
}

/// Answers request after request; who closes the connection ends it.
async fn talk(mut stream: TcpStream, bytes: usize, asked: Arc<AtomicUsize>) {
    let mut buffer = Vec::new();
    loop {
        let end = loop {
            if let Some(end) = buffer.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
                break end + 4;
            }
            if !matches!(stream.read_buf(&mut buffer).await, Ok(read) if read > 0) {
                return;
            }
        };
        let head: Vec<u8> = buffer.drain(..end).collect();
        let answer = answer(&String::from_utf8_lossy(&head), bytes);
        asked.fetch_add(1, Ordering::Relaxed);
        if stream.write_all(answer.as_bytes()).await.is_err() {
            return;
        }
    }
}

fn answer(head: &str, bytes: usize) -> String {
    let target = head.split(' ').nth(1).unwrap_or_default();
    let Some(page) = target.strip_prefix("/page/").and_then(|page| page.parse().ok()) else {
        return "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".to_owned();
    };
    let tag = format!("\"{page}\"");
    let asked = head
        .lines()
        .find_map(|line| line.split_once(": ").filter(|(name, _)| name.eq_ignore_ascii_case("if-none-match")));
    if asked.is_some_and(|(_, value)| value.trim() == tag) {
        return format!("HTTP/1.1 304 Not Modified\r\nETag: {tag}\r\n\r\n");
    }
    let body = if head.starts_with("HEAD ") { String::new() } else { body(page, bytes) };
    format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: {tag}\r\nContent-Length: {bytes}\r\n\r\n{body}")
}
