//! A server on loopback, for tests, that speaks as an archive does that no software at hand speaks for.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use jiff::Timestamp;

use crate::config::{ArchiveServer, Dialect, Fetch, PerHost};
use crate::fetch::{Fetcher, NetworkOptions};

/// Captures nearer than this end the asking.
pub(super) const NEAR: std::time::Duration = std::time::Duration::from_hours(30 * 24);

/// What is answered to a request for one path.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: String,
}

/// A status, headers and a body.
pub(super) fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> Answer {
    let header = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Answer { status, headers: headers.iter().map(header).collect(), body: body.to_owned() }
}

/// The server: answers by the beginning of the path asked for, the longest that fits.
pub(super) struct Stub {
    address: SocketAddr,
    // Filled by the threads of the connections, read by the test; a channel would have to be drained for each look.
    asked: Arc<Mutex<Vec<String>>>,
}

impl Stub {
    /// `HOST` in headers and bodies stands for the server's own address.
    pub(super) fn start(answers: &[(&str, Answer)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let own = |text: &str| text.replace("HOST", &address.to_string());
        let answers: HashMap<String, Answer> = answers
            .iter()
            .map(|(path, answer)| {
                let headers = answer.headers.iter().map(|(name, value)| (name.clone(), own(value))).collect();
                ((*path).to_owned(), Answer { headers, body: own(&answer.body), ..answer.clone() })
            })
            .collect();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (answers, log) = (Arc::new(answers), Arc::clone(&asked));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (answers, log) = (Arc::clone(&answers), Arc::clone(&log));
                std::thread::spawn(move || serve(&stream.unwrap(), &answers, &log));
            }
        });
        Self { address, asked }
    }

    pub(super) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The paths asked for, in order.
    pub(super) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    /// The server as an archive of that dialect.
    pub(super) fn archive(&self, dialect: Dialect) -> ArchiveServer {
        ArchiveServer {
            name: "stub".to_owned(),
            dialect,
            timegate: Some(self.url("/web/")),
            timemap: Some(self.url("/timemap/")),
            cdx: (dialect != Dialect::Memento).then(|| self.url("/cdx")),
            save: Some(self.url("/save")),
        }
    }
}

/// One request a connection.
fn serve(mut stream: &TcpStream, answers: &HashMap<String, Answer>, log: &Mutex<Vec<String>>) {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let Some(path) = lines.next().and_then(|line| line.split(' ').nth(1).map(str::to_owned)) else { return };
    let headers: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
    let dated = headers.iter().find_map(|line| line.strip_prefix("accept-datetime: "));
    log.lock().unwrap().push(dated.map_or_else(|| path.clone(), |date| format!("{path} [{date}]")));
    let fitting = answers.iter().filter(|(start, _)| path.starts_with(start.as_str()));
    let none = answer(404, &[], "no capture");
    let found = fitting.max_by_key(|(start, _)| start.len()).map_or(&none, |(_, answer)| answer);
    let mut head =
        format!("HTTP/1.1 {} Stub\r\nConnection: close\r\nContent-Length: {}\r\n", found.status, found.body.len());
    for (name, value) in &found.headers {
        head = format!("{head}{name}: {value}\r\n");
    }
    // The other side may have left; the test sees that by what it got.
    let _left = stream.write_all(format!("{head}\r\n{}", found.body).as_bytes());
}

/// A fetcher that may reach loopback, at a pace that tests can wait for.
pub(super) fn fetcher(record: bool) -> Fetcher {
    Fetcher::network(&options(record)).unwrap()
}

/// What such a fetcher is made of.
pub(super) fn options(record: bool) -> NetworkOptions {
    NetworkOptions {
        fetch: Fetch {
            concurrency: 8,
            per_host: PerHost { requests_per_second: 1000.0, concurrency: 8 },
            timeout: std::time::Duration::from_secs(20),
            user_agent: "citewatch".to_owned(),
            resolver: None,
            robots: None,
        },
        resolve: vec![],
        connect_to: vec![],
        proxy: None,
        ca: vec![],
        allow_private: vec!["127.0.0.0/8".parse().unwrap()],
        paces: vec![],
        record,
        robots: crate::config::RobotsPolicy::Ignore,
    }
}

pub(super) fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}
