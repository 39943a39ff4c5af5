//! From what is written to what is trusted: every value checked, every default filled in.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::pattern::Pattern;
use super::problem::{BadValue, Found, nearest};
use super::raw::{Raw, RawFetch, RawIgnore, RawPolicy, RawSchedule, RawSource, RawStore, RawWatch, Written};
use super::schedule::{self, Cadence, Confirm, Schedule};
use super::{Config, Evidence, FailOn, Fetch, Ignore, PerHost, Policy, SourceRule, Store, Watch};
use crate::finding::Code;
use crate::finding::silence::Which;
use crate::standing::Standing;

/// Shortest and longest time for one look: less cannot finish a handshake, more holds a lane for nothing.
const TIMEOUT: std::ops::RangeInclusive<Duration> = Duration::from_secs(1)..=Duration::from_mins(10);

/// Checks every value; problems are added to `found`, and where there are none the result can be used.
pub(super) fn trust(raw: Raw, root: PathBuf, found: &mut Vec<Found>) -> Config {
    let mut trust = Trust { found };
    let (store, evidence) = trust.store(&raw.store, &root);
    let archives = trust.archives(&raw.archive);
    Config {
        render: trust.render(raw.render.as_ref(), &root),
        watch: trust.watch(&raw.watch, root),
        schedule: trust.schedule(&raw.schedule),
        policy: trust.policy(&raw.policy),
        fetch: trust.fetch(&raw.fetch),
        archiving: trust.archiving(&raw.archive, &archives),
        archives,
        store,
        evidence,
        sources: raw.source.into_iter().filter_map(|source| trust.source(source)).collect(),
        ignores: raw.ignore.iter().filter_map(|ignore| trust.ignore(ignore)).collect(),
    }
}

pub(super) struct Trust<'a> {
    pub(super) found: &'a mut Vec<Found>,
}

impl Trust<'_> {
    pub(super) fn read<T, U>(
        &mut self,
        key: &str,
        written: &Written<T>,
        read: impl Fn(&T) -> Result<U, BadValue>,
    ) -> Option<U> {
        let problem = match read(written.value()) {
            Ok(value) => return Some(value),
            Err(problem) => problem,
        };
        let message = format!("`{key}` {}", problem.message);
        self.found.push(Found { span: written.span(), message, nearest: problem.nearest });
        None
    }

    fn read_each<T, U>(
        &mut self,
        key: &str,
        written: &[Written<T>],
        read: impl Fn(&T) -> Result<U, BadValue>,
    ) -> Vec<U> {
        written.iter().filter_map(|one| self.read(key, one, &read)).collect()
    }

    fn watch(&mut self, raw: &RawWatch, root: PathBuf) -> Watch {
        let written = raw.documents.as_deref();
        let documents = written.map(|globs| self.read_each("watch.documents", globs, |glob| read_glob(glob)));
        Watch {
            root,
            documents: documents.unwrap_or_else(|| vec!["**/*.md".to_owned()]),
            exclude: self.read_each("watch.exclude", &raw.exclude, |glob| read_glob(glob)),
        }
    }

    fn schedule(&mut self, raw: &RawSchedule) -> Schedule {
        let every = raw.every.as_ref().and_then(|written| self.read("schedule.every", written, |word| every(word)));
        let cron = raw.cron.as_ref().and_then(|written| {
            self.read("schedule.cron", written, |word| match &raw.every {
                Some(_) => Err(BadValue::new("stands instead of `every`; keep one of them")),
                None => schedule::cron(word),
            })
        });
        let apart = raw.confirm.apart.as_ref();
        let apart = apart.and_then(|written| self.read("schedule.confirm.apart", written, |word| apart_at_most(word)));
        Schedule {
            cadence: cron.map_or_else(|| Cadence::Every(every.unwrap_or(schedule::EVERY)), Cadence::Cron),
            confirm: Confirm { looks: raw.confirm.looks.unwrap_or(3), apart: apart.unwrap_or(schedule::APART) },
        }
    }

    fn policy(&mut self, raw: &RawPolicy) -> Policy {
        let written = raw.fail_on.as_deref();
        let never = |words: &[Written<String>]| matches!(words, [word] if *word.value() == FailOn::NONE);
        let written = written.map(|words| if never(words) { &[] } else { words });
        let fail_on = written.map(|words| self.read_each("policy.fail_on", words, |word| FailOn::parse(word)));
        Policy {
            fail_on: fail_on.unwrap_or_else(|| vec![FailOn::Standing(Standing::Broken)]),
            min_quote_words: raw.min_quote_words.unwrap_or(3),
            follow_documents: raw.follow_documents.unwrap_or(0),
        }
    }

    fn fetch(&mut self, raw: &RawFetch) -> Fetch {
        let timeout =
            raw.timeout.as_ref().and_then(|written| self.read("fetch.timeout", written, |word| timeout(word)));
        let agent =
            raw.user_agent.as_ref().and_then(|written| self.read("fetch.user_agent", written, |word| user_agent(word)));
        let resolver =
            raw.resolver.as_ref().and_then(|written| self.read("fetch.resolver", written, |word| resolver(word)));
        let per_host = PerHost {
            requests_per_second: raw.per_host.requests_per_second.unwrap_or(2.0),
            concurrency: raw.per_host.concurrency.unwrap_or(2),
        };
        Fetch {
            concurrency: raw.concurrency.unwrap_or(64),
            per_host,
            timeout: timeout.unwrap_or(Duration::from_secs(20)),
            user_agent: agent.unwrap_or_else(default_user_agent),
            resolver,
            robots: raw.robots,
        }
    }

    fn store(&mut self, raw: &RawStore, root: &Path) -> (Store, Evidence) {
        let store = raw.url.as_ref().and_then(|written| self.read("store.url", written, |url| Store::parse(url, root)));
        let folder =
            raw.evidence.as_ref().and_then(|written| self.read("store.evidence", written, |path| local_path(path)));
        (
            store.unwrap_or_else(|| Store::Sqlite(root.join(".citewatch").join("store.db"))),
            Evidence {
                folder: root.join(folder.unwrap_or_else(|| PathBuf::from(".citewatch/evidence"))),
                record: raw.record,
            },
        )
    }

    fn ignore(&mut self, raw: &RawIgnore) -> Option<Ignore> {
        let (mut whole, mut which, mut path) = (true, Which::All, None);
        if let Some(written) = &raw.code {
            let code = self.read("ignore.code", written, |word| ignored_code(word));
            whole &= code.is_some();
            which = Which::Codes(code.into_iter().collect());
        }
        if let Some(written) = &raw.path {
            path = self.read("ignore.path", written, |glob| read_glob(glob));
            whole &= path.is_some();
        }
        whole.then_some(Ignore { which, path })
    }

    fn source(&mut self, raw: RawSource) -> Option<SourceRule> {
        let pattern = self.read("source.url", &raw.url, |url| Pattern::new(url))?;
        Some(SourceRule { pattern, expect: raw.expect, note: raw.note })
    }
}

impl Store {
    /// Reads `sqlite:path` or `sqlite::memory:`; a path is relative to `root`.
    pub fn parse(url: &str, root: &Path) -> Result<Self, BadValue> {
        let path = match url.split_once(':') {
            Some(("sqlite", ":memory:")) => return Ok(Self::Memory),
            Some(("sqlite", path)) => path.strip_prefix("//").unwrap_or(path),
            Some(("postgres" | "postgresql", _)) => {
                return Err(BadValue::new(
                    "names a PostgreSQL database, which is not built yet; use `sqlite:` and a path",
                ));
            }
            _ => return Err(BadValue::new("must be `sqlite:` and a path, such as `sqlite:.citewatch/store.db`")),
        };
        local_path(path).map(|path| Self::Sqlite(root.join(path)))
    }
}

impl FailOn {
    /// Stands alone for an empty list.
    const NONE: &str = "none";

    /// Reads a standing or the code of a finding.
    pub fn parse(word: &str) -> Result<Self, BadValue> {
        const STANDINGS: [Standing; 3] = [Standing::Broken, Standing::Unknown, Standing::Sound];
        if let Some(standing) = STANDINGS.into_iter().find(|standing| standing.as_str() == word) {
            return Ok(Self::Standing(standing));
        }
        if let Some(code) = Code::parse(word) {
            return Ok(Self::Finding(code));
        }
        if word == Self::NONE {
            return Err(BadValue::new("holds `none` beside others, and it stands alone"));
        }
        let words =
            STANDINGS.iter().map(|standing| standing.as_str()).chain(Code::ALL.iter().map(|code| code.as_str()));
        let nearest = nearest(word, words).map(str::to_owned);
        Err(BadValue { message: format!("holds `{word}`, which is no standing and no finding code"), nearest })
    }

    /// Reads a list with commas between, as `--fail-on` has it; `none` for an empty one.
    pub fn parse_list(words: &str) -> Result<Vec<Self>, BadValue> {
        if words.trim() == Self::NONE {
            return Ok(Vec::new());
        }
        words.split(',').map(|word| Self::parse(word.trim())).collect()
    }
}

/// Reads a whole number and its unit: `ms`, `s`, `m`, `h` or `d`.
pub(super) fn duration(word: &str) -> Result<Duration, BadValue> {
    let bad = || BadValue::new(format!("must be a number and a unit (ms, s, m, h, d), such as `20s`, not `{word}`"));
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = word.split_at(digits);
    let milliseconds: u64 = match unit {
        "ms" => 1,
        "s" => 1_000,
        "m" => 60_000,
        "h" => 3_600_000,
        "d" => 86_400_000,
        _ => return Err(bad()),
    };
    let number: u64 = number.parse().map_err(|_| bad())?;
    number.checked_mul(milliseconds).map(Duration::from_millis).ok_or_else(bad)
}

/// Less than a minute between looks is a load on a site, and nothing is confirmed over so many years.
fn every(word: &str) -> Result<Duration, BadValue> {
    let time = duration(word)?;
    let fits = (Duration::from_mins(1)..=Duration::from_hours(3650 * 24)).contains(&time);
    if fits { Ok(time) } else { Err(BadValue::new("must be from 1m to 3650d")) }
}

fn apart_at_most(word: &str) -> Result<Duration, BadValue> {
    let time = duration(word)?;
    if time <= Duration::from_hours(365 * 24) { Ok(time) } else { Err(BadValue::new("must be at most 365d")) }
}

pub(super) fn timeout(word: &str) -> Result<Duration, BadValue> {
    let time = duration(word)?;
    if TIMEOUT.contains(&time) { Ok(time) } else { Err(BadValue::new("must be from 1s to 10m")) }
}

fn user_agent(word: &str) -> Result<String, BadValue> {
    let word = word.trim();
    if !word.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return Err(BadValue::new("must be plain ASCII on one line, as HTTP headers are"));
    }
    if !(word.contains("://") || word.contains('@')) {
        return Err(BadValue::new("must hold a web or mail address where the owners of sites can reach you"));
    }
    Ok(word.to_owned())
}

/// Says who looks, and where its owners can be reached.
pub(super) fn default_user_agent() -> String {
    let version = env!("CARGO_PKG_VERSION");
    format!("citewatch/{version} (+https://github.com/citewatch/citewatch; checks cited sources)")
}

fn resolver(word: &str) -> Result<SocketAddr, BadValue> {
    // 53 is the port of the name system (RFC 1035 §4.2).
    let plain = word.parse::<IpAddr>().map(|address| SocketAddr::new(address, 53));
    plain
        .or_else(|_| word.parse())
        .map_err(|_| BadValue::new("must be an IP address, such as `9.9.9.9` or `[2620:fe::fe]:53`"))
}

fn read_glob(glob: &str) -> Result<String, BadValue> {
    if Path::new(glob).is_absolute() || glob.split('/').any(|part| part == "..") {
        return Err(BadValue::new(format!("`{glob}` must stay within the folder of the configuration file")));
    }
    match globset::Glob::new(glob) {
        Ok(_) if !glob.is_empty() => Ok(glob.to_owned()),
        Ok(_) => Err(BadValue::new("holds an empty pattern")),
        Err(problem) => Err(BadValue::new(format!("`{glob}` is no pattern: {}", problem.kind()))),
    }
}

fn ignored_code(word: &str) -> Result<Code, BadValue> {
    match Code::parse(word) {
        Some(code) if code.can_be_silenced() => Ok(code),
        Some(_) => Err(BadValue::new(format!(
            "names `{word}`, which is an error: a build that fails must say why; see `expect`, `fail_on` and the mark \
             `citewatch: ignore`"
        ))),
        None => {
            let codes = Code::ALL.iter().filter(|code| code.can_be_silenced()).map(|code| code.as_str());
            let nearest = nearest(word, codes).map(str::to_owned);
            Err(BadValue { message: format!("names `{word}`, which is no finding code"), nearest })
        }
    }
}

fn local_path(path: &str) -> Result<PathBuf, BadValue> {
    if path.is_empty() || path.contains('\0') {
        return Err(BadValue::new("must name a path"));
    }
    Ok(PathBuf::from(path))
}
