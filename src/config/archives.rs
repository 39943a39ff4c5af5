//! The archives: from their tables as written to those that are asked.

use std::time::Duration;

use url::{Host, Url};

use super::problem::{BadValue, nearest};
use super::raw::{RawArchive, RawSaving, RawServer, Written};
use super::trust::{Trust, duration};
use super::{ArchiveServer, Archiving, Dialect, Saving};

/// The name of the archive that needs no table.
const WAYBACK: &str = "wayback";

/// A page that was captured within a month of its reading has seldom changed since.
const NEAR: Duration = Duration::from_hours(30 * 24);

impl Trust<'_> {
    /// `archives` are those that are asked.
    pub(super) fn archiving(&mut self, raw: &RawArchive, archives: &[ArchiveServer]) -> Archiving {
        let near = raw.near.as_ref().and_then(|written| self.read("archive.near", written, |word| near(word)));
        let can = archives.iter().any(|server| server.save.is_some());
        let save = raw.save.as_ref().and_then(|written| {
            self.read("archive.save", written, |wanted| match wanted {
                true if !can => Err(BadValue::new("is true, and no archive of `lookup` has a `save` to ask")),
                wanted => Ok(*wanted),
            })
        });
        Archiving {
            near: near.unwrap_or(NEAR),
            compare: raw.compare.unwrap_or(false),
            save: save.unwrap_or(false),
            saving: self.saving(&raw.saving),
        }
    }

    fn saving(&mut self, raw: &RawSaving) -> Saving {
        let wait = raw.wait.as_ref().and_then(|written| self.read("archive.saving.wait", written, |word| wait(word)));
        let poll = raw.poll.as_ref().and_then(|written| self.read("archive.saving.poll", written, |word| poll(word)));
        Saving {
            per_minute: raw.per_minute.unwrap_or(6),
            per_run: raw.per_run.unwrap_or(100),
            wait: wait.unwrap_or(Duration::from_mins(3)),
            poll: poll.unwrap_or(Duration::from_secs(5)),
        }
    }

    pub(super) fn archives(&mut self, raw: &RawArchive) -> Vec<ArchiveServer> {
        let mut known: Vec<ArchiveServer> = Vec::new();
        for server in &raw.server {
            self.archive_server(server, &mut known);
        }
        let Some(lookup) = &raw.lookup else {
            return if raw.server.is_empty() { vec![wayback()] } else { known };
        };
        if !known.iter().any(|server| server.name == WAYBACK) {
            known.push(wayback());
        }
        let mut named: Vec<ArchiveServer> = Vec::new();
        for written in lookup {
            named.extend(self.read("archive.lookup", written, |name: &String| match archive_named(&known, name) {
                Ok(server) if named.contains(&server) => Err(BadValue::new(format!("holds `{name}` twice"))),
                other => other,
            }));
        }
        named
    }

    fn archive_server(&mut self, raw: &RawServer, known: &mut Vec<ArchiveServer>) {
        let mut address = |key: &str, written: &Option<Written<String>>| {
            written.as_ref().and_then(|written| self.read(key, written, |word| http_address(word)))
        };
        let timegate = address("archive.server.timegate", &raw.timegate);
        let timemap = address("archive.server.timemap", &raw.timemap);
        let cdx = address("archive.server.cdx", &raw.cdx);
        let save = raw.save.as_ref();
        let save =
            save.and_then(|written| self.read("archive.server.save", written, |word| save_address(word, raw.dialect)));
        let name = self.read("archive.server.name", &raw.name, |name: &String| {
            if known.iter().any(|server| server.name == *name) {
                return Err(BadValue::new(format!("`{name}` is there twice")));
            }
            match unreachable(raw) {
                Some(why) => Err(BadValue::new(format!("`{name}` {why}"))),
                None => Ok(name.clone()),
            }
        });
        if let Some(name) = name {
            known.push(ArchiveServer { name, dialect: raw.dialect, timegate, timemap, cdx, save });
        }
    }
}

/// Why an archive cannot be asked as it is described.
fn unreachable(raw: &RawServer) -> Option<&'static str> {
    let has_cdx = match raw.dialect {
        // Captures stand beside it.
        Dialect::Pywb if raw.cdx.as_ref().is_some_and(|cdx| cdx.value().ends_with("/cdx")) => return None,
        Dialect::Wayback | Dialect::Pywb => raw.cdx.is_some(),
        Dialect::Memento | Dialect::Aggregator if raw.cdx.is_some() => {
            return Some("has a `cdx`, which archives of its `dialect` do not have");
        }
        Dialect::Memento | Dialect::Aggregator => false,
    };
    match (raw.timegate.is_some() || raw.timemap.is_some(), has_cdx) {
        (true, _) => None,
        (false, true) => Some("needs a `timegate`, since the rows of its `cdx` do not say where captures stand"),
        (false, false) => Some("needs `timegate` or `timemap` to be asked by"),
    }
}

fn near(word: &str) -> Result<Duration, BadValue> {
    let time = duration(word)?;
    let fits = (Duration::from_hours(1)..=Duration::from_hours(3650 * 24)).contains(&time);
    if fits { Ok(time) } else { Err(BadValue::new("must be from 1h to 3650d")) }
}

/// Save Page Now asks a page for up to two minutes, and is asked about its jobs every three seconds at most.
fn wait(word: &str) -> Result<Duration, BadValue> {
    let time = duration(word)?;
    let fits = (Duration::from_secs(1)..=Duration::from_hours(1)).contains(&time);
    if fits { Ok(time) } else { Err(BadValue::new("must be from 1s to 1h")) }
}

fn poll(word: &str) -> Result<Duration, BadValue> {
    let time = duration(word)?;
    let fits = (Duration::from_secs(1)..=Duration::from_mins(1)).contains(&time);
    if fits { Ok(time) } else { Err(BadValue::new("must be from 1s to 1m")) }
}

/// The keys of an account go to its archive only: whoever writes the configuration must not be able to send them elsewhere.
fn save_address(word: &str, dialect: Dialect) -> Result<String, BadValue> {
    let address = http_address(word)?;
    let url = Url::parse(&address).map_err(|_| BadValue::new("must be an address"))?;
    match dialect {
        Dialect::Memento | Dialect::Aggregator => Err(BadValue::new("is known of the dialects wayback and pywb only")),
        Dialect::Pywb => Ok(address),
        Dialect::Wayback if is_internet_archive(&url) || is_this_machine(&url) => {
            Ok(address.trim_end_matches('/').to_owned())
        }
        Dialect::Wayback => Err(BadValue::new(
            "must be of archive.org over https, or of this machine: your keys of the Internet Archive are sent there",
        )),
    }
}

fn is_internet_archive(url: &Url) -> bool {
    let below = |host: &str| host == "archive.org" || host.ends_with(".archive.org");
    url.scheme() == "https" && url.port().is_none() && url.host_str().is_some_and(below)
}

fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(_)) | None => false,
    }
}

fn http_address(word: &str) -> Result<String, BadValue> {
    let url = Url::parse(word).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    // As written: the page's address is appended, and the parser could put a slash between.
    url.map(|_| word.to_owned()).ok_or_else(|| BadValue::new(format!("must be an http or https address, not `{word}`")))
}

fn archive_named(known: &[ArchiveServer], name: &str) -> Result<ArchiveServer, BadValue> {
    known.iter().find(|server| server.name == name).cloned().ok_or_else(|| {
        let nearest = nearest(name, known.iter().map(|server| server.name.as_str())).map(str::to_owned);
        BadValue { message: format!("holds `{name}`, which no `[[archive.server]]` describes"), nearest }
    })
}

/// The Wayback Machine of the Internet Archive.
pub(super) fn wayback() -> ArchiveServer {
    ArchiveServer {
        name: WAYBACK.to_owned(),
        dialect: Dialect::Wayback,
        timegate: Some("https://web.archive.org/web/".to_owned()),
        timemap: Some("https://web.archive.org/web/timemap/link/".to_owned()),
        cdx: Some("https://web.archive.org/cdx/search/cdx".to_owned()),
        save: Some("https://web.archive.org/save".to_owned()),
    }
}
