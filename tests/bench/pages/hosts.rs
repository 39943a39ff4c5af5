//! Each labelled page on a host of its own, which the program itself looks at and asks.
//!
//! The hosts answer as those do that send such pages: one with an error page sends it at every address, and so does one with a
//! wall; one with a page says of any other address that nothing is there. The first page of a site is its own, but where a wall,
//! an outage or a shell of scripts stands before it as well. None has a robots.txt, and no two answers are of the same bytes. What the program asked for is counted at the hosts.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io;
use std::net::SocketAddr;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use url::Url;

use crate::sample::{Sample, parts};

/// What the program said of a page, and whether it asked its host for one that cannot be there.
pub struct Looked {
    /// The reason, or `ordinary`.
    pub told: String,
    pub asked: bool,
}

/// What a host sends.
#[derive(Default)]
struct Host {
    /// The addresses that lead to its page, and that of the page: any other cannot be there.
    known: Vec<String>,
    head: String,
    body: Vec<u8>,
    /// Whether any other address has the page as well, and whether the first one has.
    everywhere: bool,
    at_home: bool,
    /// The address that all others lead to, on this host or on another.
    leads: Option<Url>,
}

/// All hosts behind one port, and which of them were asked for what cannot be there.
struct Web {
    hosts: HashMap<String, Host>,
    asked: Mutex<HashSet<String>>,
    answers: AtomicUsize,
}

/// Checks a document that links every sample, each on its host; in the order of the samples.
pub fn look(samples: &[Sample]) -> io::Result<Vec<Looked>> {
    let mut hosts = HashMap::new();
    let mut cited = Vec::new();
    for (number, sample) in samples.iter().enumerate() {
        cited.push(place(number, sample, &mut hosts)?);
    }
    let web = Arc::new(Web { hosts, asked: Mutex::default(), answers: AtomicUsize::new(0) });
    let runtime = tokio::runtime::Runtime::new()?;
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0"))?;
    let address = listener.local_addr()?;
    runtime.spawn(serve(listener, Arc::clone(&web)));
    let told = check(&cited, &web, address)?;
    let asked = web.asked.lock().unwrap_or_else(PoisonError::into_inner);
    let host = |url: &Url| url.host_str().is_some_and(|host| asked.contains(host));
    let looked = cited.iter().map(|url| {
        let told = told.get(url.as_str()).cloned().ok_or_else(|| io::Error::other(format!("nothing is said of {url}")));
        Ok(Looked { told: told?, asked: host(url) })
    });
    looked.collect()
}

/// Puts a sample on a host below the domain that it was cited at; the address that is cited here.
fn place(number: usize, sample: &Sample, hosts: &mut HashMap<String, Host>) -> io::Result<Url> {
    let bytes = std::fs::read(&sample.path)?;
    let named = |why: &str| io::Error::other(format!("{}: {why}", sample.path.display()));
    let (head, body) = parts(&bytes).ok_or_else(|| named("no answer of HTTP/1.1"))?;
    let of = |name: &str| head.lines().find_map(|line| field(line, name)).map(str::to_owned);
    let here = |url: Option<String>, letter: char| {
        let mut url = Url::parse(&url.unwrap_or_else(|| "https://site.example/a/page".to_owned())).ok()?;
        let host = format!("{letter}{number}.{}", url.host_str()?);
        url.set_scheme("http").ok()?;
        url.set_host(Some(&host)).ok()?;
        url.set_port(None).ok()?;
        url.set_fragment(None);
        Some((host, url))
    };
    let (host, url) = here(of("x-cited"), 'w').ok_or_else(|| named("no address in X-Cited"))?;
    let own = ["x-cited", "x-landed", "content-length", "content-encoding", "transfer-encoding", "connection"];
    let is_own = |line: &str| line.split_once(':').is_some_and(|(key, _)| own.contains(&&*key.to_ascii_lowercase()));
    let head: String = head.lines().filter(|line| !is_own(line)).flat_map(|line| [line, "\r\n"]).collect();
    let everywhere = sample.class != "ordinary";
    let at_home = SHUT.contains(&&*sample.class);
    let mut page = Host { known: vec![target(&url)], head, body: body.to_vec(), everywhere, at_home, leads: None };
    if let Some(landed) = of("x-landed").filter(|landed| of("x-cited").is_none_or(|cited| cited != *landed)) {
        let host_of = |url: &str| Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned));
        let stays = of("x-cited").is_some_and(|cited| host_of(&cited) == host_of(&landed));
        let letter = if stays { 'w' } else { 'x' };
        let (other, landed) = here(Some(landed), letter).ok_or_else(|| named("no address in X-Landed"))?;
        let leads = Some(landed.clone());
        if stays {
            page.known.push(target(&landed));
            page.leads = leads;
        } else {
            let first = Host { known: vec![target(&url)], everywhere, at_home, leads, ..Host::default() };
            page.known = vec![target(&landed)];
            hosts.insert(other, std::mem::replace(&mut page, first));
        }
    }
    hosts.insert(host, page);
    Ok(url)
}

/// The value of a header, where the line is that header.
fn field<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    line.split_once(':').filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

/// The path and query of an address.
fn target(url: &Url) -> String {
    url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()))
}

/// What a plain check says of each address.
fn check(cited: &[Url], web: &Web, address: SocketAddr) -> io::Result<BTreeMap<String, String>> {
    let folder = tempfile::tempdir()?;
    let links: Vec<String> = cited.iter().map(|url| format!("- <{url}>")).collect();
    let config = "[fetch]\nper_host = { requests_per_second = 1000, concurrency = 4 }\n[archive]\nlookup = []\n";
    std::fs::write(folder.path().join("links.md"), format!("# Pages\n\n{}\n", links.join("\n")))?;
    std::fs::write(folder.path().join("sources.toml"), config)?;
    let mut command = Command::new(env!("CARGO_BIN_EXE_citewatch"));
    command.current_dir(&folder).args(["check", "links.md", "--format", "json", "--no-reports", "--fail-on", "none"]);
    command.args(["--allow-private", "127.0.0.0/8", "--quiet"]);
    for host in web.hosts.keys() {
        command.args(["--connect-to", &format!("{host}:80:{address}")]);
    }
    let output = command.output()?;
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).map_err(|error| {
        io::Error::other(format!("the check gave no report ({error}): {}", String::from_utf8_lossy(&output.stderr)))
    })?;
    let citations = report["documents"][0]["citations"].as_array().cloned().unwrap_or_default();
    Ok(citations.iter().filter_map(|it| Some((it["url"].as_str()?.to_owned(), told(&it["source"])))).collect())
}

fn told(source: &serde_json::Value) -> String {
    match source["availability"].as_str() {
        Some("live" | "moved") => "ordinary",
        _ => source["reason"].as_str().unwrap_or("unknown"),
    }
    .to_owned()
}

async fn serve(listener: TcpListener, web: Arc<Web>) {
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(talk(stream, Arc::clone(&web)));
    }
}

/// Answers request after request; who closes the connection ends it.
async fn talk(mut stream: TcpStream, web: Arc<Web>) {
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
        let answer = web.answer(&String::from_utf8_lossy(&head));
        if stream.write_all(&answer).await.is_err() {
            return;
        }
    }
}

impl Web {
    fn answer(&self, head: &str) -> Vec<u8> {
        let number = self.answers.fetch_add(1, Ordering::Relaxed);
        let target = head.split(' ').nth(1).unwrap_or_default();
        let name = head.lines().find_map(|line| field(line, "host")).unwrap_or_default().to_owned();
        let missing = || filled("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n", MISSING.as_bytes(), number);
        let Some(host) = self.hosts.get(&name).filter(|_| target != "/robots.txt") else { return missing() };
        let is_known = host.known.iter().any(|known| known == target);
        if target == "/" && !is_known && !host.at_home {
            return filled("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", HOME.as_bytes(), number);
        }
        if target != "/" && !is_known {
            self.asked.lock().unwrap_or_else(PoisonError::into_inner).insert(name.clone());
            if !host.everywhere {
                return missing();
            }
        }
        let leads =
            host.leads.as_ref().filter(|place| place.host_str() != Some(&name) || self::target(place) != target);
        match leads {
            Some(place) => format!("HTTP/1.1 302 Found\r\nLocation: {place}\r\nContent-Length: 0\r\n\r\n").into_bytes(),
            None => filled(&host.head, &host.body, number),
        }
    }
}

/// Classes of what stands before every page of a site.
const SHUT: [&str; 7] = ["bot-wall", "parked", "rate-limited", "script-only", "seized", "server-error", "suspended"];

/// The first page of a site.
const HOME: &str = "<!doctype html><html lang=\"en\"><title>The tide tables of Varn</title><h1>Tides and ferries</h1>\
    <p>High water at Varn is at six in the morning this week, and the ferry to the islands sails an hour after it.</p>\
    <p>The tables of the last hundred years are kept in the old customs house, where they can be read on Tuesdays.</p>";

/// What a server says of an address that it does not have.
const MISSING: &str = "<!doctype html><title>404 Not Found</title><h1>Not Found</h1><p>The requested URL was not found on this server.</p>";

/// An answer, with a number at its end that no other one has.
fn filled(head: &str, body: &[u8], number: usize) -> Vec<u8> {
    let last = format!("\n<!-- {number} -->");
    let head = format!("{head}Content-Length: {}\r\n\r\n", body.len() + last.len());
    [head.as_bytes(), body, last.as_bytes()].concat()
}
