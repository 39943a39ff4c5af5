//! The configuration as trusted: every value checked, every default filled in.

mod archives;
mod pattern;
mod problem;
mod raw;
mod render;
mod schedule;
mod schema;
mod shape;
mod trust;
#[cfg(test)]
mod tests;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use globset::GlobBuilder;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::de::DeTable;
use url::Url;

pub use pattern::Pattern;
pub use problem::ConfigProblem;
pub use render::{Render, RenderWhen, Sandbox};
pub use schedule::{Cadence, Confirm, Schedule};
pub(crate) use schema::schema;

use self::problem::Found;
use self::raw::Raw;
use crate::finding::Code;
use crate::finding::silence::Which;
use crate::standing::Standing;

/// Everything that `sources.toml` decides.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// What to check.
    pub watch: Watch,
    /// When sources are looked at again.
    pub schedule: Schedule,
    /// What fails a run, and how quotes are judged.
    pub policy: Policy,
    /// How gently pages are fetched.
    pub fetch: Fetch,
    /// Which web archives are asked.
    pub archives: Vec<ArchiveServer>,
    /// What is wanted of them.
    pub archiving: Archiving,
    /// Which browser shows pages, if one does.
    pub render: Option<Render>,
    /// Where observations are kept.
    pub store: Store,
    /// Where evidence is written, and whether it is without `--record`.
    pub evidence: Evidence,
    /// What is known about sources, in the order written; the first that matches counts.
    pub sources: Vec<SourceRule>,
    /// Findings that are not told.
    pub ignores: Vec<Ignore>,
}

/// Findings that are not told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignore {
    /// Which.
    pub which: Which,
    /// Of the documents that fit this glob pattern; none for all.
    pub path: Option<String>,
}

/// What to check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watch {
    /// The folder that the patterns are relative to: that of the configuration file.
    pub root: PathBuf,
    /// Glob patterns of documents.
    pub documents: Vec<String>,
    /// Glob patterns of what is left out of them.
    pub exclude: Vec<String>,
}

/// What fails a run, and how quotes are judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// Any of these makes the exit code 1.
    pub fail_on: Vec<FailOn>,
    /// A quote of fewer words is a term: looked up, never failed.
    pub min_quote_words: usize,
    /// So many documents that a page links as its own are looked at for a quote that it does not hold.
    pub follow_documents: usize,
}

/// One thing that makes the exit code 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailOn {
    /// A source or a quote at this standing or worse.
    Standing(Standing),
    /// A finding with this code.
    Finding(Code),
}

/// How gently pages are fetched.
#[derive(Debug, Clone, PartialEq)]
pub struct Fetch {
    /// Requests under way at once, over all hosts.
    pub concurrency: usize,
    /// For one host (one registrable domain).
    pub per_host: PerHost,
    /// For one look: redirects, retries and the body included.
    pub timeout: Duration,
    /// Sent as `User-Agent`.
    pub user_agent: String,
    /// A name server to ask instead of the system's.
    pub resolver: Option<SocketAddr>,
    /// Whether robots.txt is kept to; where it is not said, the command decides.
    pub robots: Option<RobotsPolicy>,
}

/// Whether robots.txt is kept to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RobotsPolicy {
    /// What it refuses is not asked for: `withheld: robots`.
    Obey,
    /// It is not asked for.
    Ignore,
}

/// The pace for one host.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PerHost {
    /// New requests in a second, at most.
    pub requests_per_second: f64,
    /// Requests under way at once.
    pub concurrency: usize,
}

/// What is wanted of web archives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archiving {
    /// A capture so near to the date of reading is near enough: no further archive is asked, and none to save the page.
    pub near: Duration,
    /// Whether the capture of every page is read and compared with it.
    pub compare: bool,
    /// Whether every check asks an archive to save what has none.
    pub save: bool,
    /// How that is asked.
    pub saving: Saving,
}

/// How gently an archive is asked to save pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saving {
    /// Pages asked for in a minute.
    pub per_minute: u32,
    /// Pages asked for in a run.
    pub per_run: usize,
    /// For so long a run waits for one page; the next run goes on.
    pub wait: Duration,
    /// From one look at a job to the next.
    pub poll: Duration,
}

/// An archive that has no room is asked again after so many looks at a job: a minute, as is usual with them.
const BUSY_PAUSE: u32 = 12;

impl Saving {
    /// How long an archive that has no room, and does not say when it will, is left alone.
    pub fn busy_pause(&self) -> Duration {
        self.poll * BUSY_PAUSE
    }
}

/// One web archive that can be asked for captures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchiveServer {
    /// Its name in reports and in `lookup`.
    pub name: String,
    /// Which of the differing interfaces it speaks.
    pub dialect: Dialect,
    /// The page's URL is appended.
    pub timegate: Option<String>,
    /// The page's URL is appended; answers with links or JSON.
    pub timemap: Option<String>,
    /// The CDX interface, without its query.
    pub cdx: Option<String>,
    /// Where it is asked to save a page.
    pub save: Option<String>,
}

/// Which interface an archive speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Dialect {
    /// The Wayback Machine: availability, CDX as arrays, `id_`.
    Wayback,
    /// pywb: CDX as JSON lines, `id_`.
    Pywb,
    /// Memento alone.
    Memento,
    /// Memento, by a server that asks many archives: `MemGator`, the Time Travel service.
    Aggregator,
}

/// Where observations are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Store {
    /// An `SQLite` file.
    Sqlite(PathBuf),
    /// In memory, gone at the end of the run.
    Memory,
}

/// Where evidence is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The folder.
    pub folder: PathBuf,
    /// Whether every run records.
    pub record: bool,
}

/// What is known about a source, or about a pattern of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRule {
    /// The addresses that it is about.
    pub pattern: Pattern,
    /// What a look at it is expected to end in.
    pub expect: Option<Expect>,
    /// Said in the report.
    pub note: Option<String>,
}

/// What a look is expected to end in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Expect {
    /// A paywall: a refusal is `withheld: paywall`.
    Paywall,
    /// A login: a refusal is `withheld: login`.
    Login,
    /// A wall against robots: a refusal is `withheld: bot-wall`.
    BotWall,
    /// It is known to be gone, so that is no failure: standing `unknown`.
    Gone,
    /// It is not looked at: `skipped: excluded`.
    Skip,
}

/// Reads the text of a configuration file; `file` is only named in messages, `root` is the folder that holds it.
pub(crate) fn load(file: &Path, text: &str, root: PathBuf) -> Result<Config, Vec<ConfigProblem>> {
    let (mut table, errors) = DeTable::parse_recoverable(text);
    let mut found: Vec<Found> = errors.iter().map(not_toml).collect();
    if found.is_empty() {
        found.extend(render::taken_out(table.get_mut()));
        shape::prune(table.get_mut(), &schema(), &mut found);
    }
    let config = Raw::deserialize(toml::Deserializer::from(table))
        .map_err(|error| found.push(not_toml(&error)))
        .map(|raw| trust::trust(raw, root, &mut found));
    match config {
        Ok(config) if found.is_empty() => Ok(config),
        _ => Err(problem::placed(found, file, text)),
    }
}

/// A commented `sources.toml` to start from.
pub(crate) fn template() -> &'static str {
    include_str!("template.toml")
}

impl Config {
    /// What holds where there is no configuration file.
    pub(crate) fn default_at(root: PathBuf) -> Self {
        trust::trust(Raw::default(), root, &mut Vec::new())
    }

    /// Which findings are not told of a document of this path, as it was named; `beside` is the same relative to the folder
    /// of the configuration, where it stands below it.
    pub(crate) fn ignored_in(&self, path: &str, beside: Option<&str>) -> Vec<Which> {
        let path = path.strip_prefix("./").unwrap_or(path);
        let fits = |glob: &str| {
            let glob = GlobBuilder::new(glob.strip_prefix("./").unwrap_or(glob)).literal_separator(true).build();
            glob.is_ok_and(|glob| {
                let glob = glob.compile_matcher();
                glob.is_match(path) || beside.is_some_and(|path| glob.is_match(path))
            })
        };
        let own = self.ignores.iter().filter(|ignore| ignore.path.as_deref().is_none_or(fits));
        own.map(|ignore| ignore.which.clone()).collect()
    }

    /// The first rule that is about this address.
    pub(crate) fn rule_for(&self, url: &Url) -> Option<&SourceRule> {
        self.sources.iter().find(|rule| rule.pattern.matches(url))
    }
}

fn not_toml(error: &toml::de::Error) -> Found {
    Found { span: error.span().unwrap_or_default(), message: error.message().to_owned(), nearest: None }
}
