//! `sources.toml` as written: nothing is checked beyond its shape, and every value knows where it stands.

use std::borrow::Cow;
use std::ops::Range;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
use toml::Spanned;

use super::{Dialect, Expect, RenderWhen, RobotsPolicy, Sandbox};

/// What citewatch checks, and how.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, title = "sources.toml")]
pub(super) struct Raw {
    /// What to check.
    pub watch: RawWatch,
    /// When sources are looked at again, by `check --due` and `serve`.
    pub schedule: RawSchedule,
    /// What fails a run, and how quotes are judged.
    pub policy: RawPolicy,
    /// How gently pages are fetched.
    pub fetch: RawFetch,
    /// Which web archives are asked for captures.
    pub archive: RawArchive,
    /// Which browser shows pages that say nothing before their scripts have run. Default: none.
    #[schemars(with = "RawRender")]
    pub render: Option<Spanned<RawRender>>,
    /// Where observations and evidence are kept.
    pub store: RawStore,
    /// What is known about one source, or a pattern of them; the first that matches counts.
    pub source: Vec<RawSource>,
    /// Findings that are not told.
    pub ignore: Vec<RawIgnore>,
}

/// Findings that are not told; with both keys those that fit both.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct RawIgnore {
    /// The code of the findings, such as `unused-reference`; that of no error. Default: every finding but errors.
    #[serde(default)]
    pub code: Option<Written<String>>,
    /// A glob pattern of documents, relative to the folder of this file. Default: every document.
    #[serde(default)]
    pub path: Option<Written<String>>,
}

/// What to check.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(super) struct RawWatch {
    /// Glob patterns of documents, relative to the folder of this file. Default: `["**/*.md"]`.
    pub documents: Option<Vec<Written<String>>>,
    /// Glob patterns of what is left out of them. Default: none.
    pub exclude: Vec<Written<String>>,
}

/// When sources are looked at again, by `check --due` and `serve`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(super) struct RawSchedule {
    /// From one look at a source to the next, such as `12h` or `7d`. Default: `7d`.
    #[schemars(extend("pattern" = "^[0-9]+(ms|s|m|h|d)$"))]
    pub every: Option<Written<String>>,
    /// Instead of `every`: a cron expression of five fields, in UTC, such as `0 4 * * *`.
    pub cron: Option<Written<String>>,
    /// When a source that seems gone or failing is broken.
    pub confirm: RawConfirm,
}

/// When a source that seems gone or failing is broken; one good look starts the count again.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(super) struct RawConfirm {
    /// After so many looks without a good one. Default: 3.
    #[schemars(range(min = 1, max = 16))]
    pub looks: Option<usize>,
    /// The first and the last of them at least so far apart, such as `2d`. Default: `2d`.
    #[schemars(extend("pattern" = "^[0-9]+(ms|s|m|h|d)$"))]
    pub apart: Option<Written<String>>,
}

/// What fails a run, and how quotes are judged.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(super) struct RawPolicy {
    /// Standings (`broken`, `unknown`) or finding codes that make the exit code 1. Default: `["broken"]`; `[]` for none.
    pub fail_on: Option<Vec<Written<String>>>,
    /// A quote of fewer words is a term: looked up, never failed. Default: 3.
    #[schemars(range(min = 1, max = 50))]
    pub min_quote_words: Option<usize>,
    /// Where a quote is not on its page: so many of the documents that the page links as its own (the PDF of a report, the
    /// full text) are looked at as well. Default: 0, none.
    #[schemars(range(min = 0, max = 10))]
    pub follow_documents: Option<usize>,
}

/// How gently pages are fetched.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(super) struct RawFetch {
    /// Requests under way at once, over all hosts. Default: 64.
    #[schemars(range(min = 1, max = 4096))]
    pub concurrency: Option<usize>,
    /// The pace for one host.
    pub per_host: RawPerHost,
    /// Time for one look, redirects, retries and the body included, such as `20s` or `2m`. Default: `20s`.
    #[schemars(extend("pattern" = "^[0-9]+(ms|s|m|h|d)$"))]
    pub timeout: Option<Written<String>>,
    /// Sent as `User-Agent`; holds an address where you can be reached.
    pub user_agent: Option<Written<String>>,
    /// A name server to ask instead of the system's: an address, with a port where it is not 53.
    pub resolver: Option<Written<String>>,
    /// Whether robots.txt is kept to. Default: `ignore` in a check, since one check of what a document cites is no
    /// crawl; `serve` keeps to it.
    pub robots: Option<RobotsPolicy>,
}

/// The pace for one host: one registrable domain.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(super) struct RawPerHost {
    /// New requests in a second, at most; how many follows how the host bears it. Default: 2.
    #[schemars(range(min = 0.001, max = 1000.0))]
    pub requests_per_second: Option<f64>,
    /// Requests under way at once. Default: 2.
    #[schemars(range(min = 1, max = 256))]
    pub concurrency: Option<usize>,
}

/// Which web archives are asked for captures.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(super) struct RawArchive {
    /// Names of archives, in the order asked; `[]` for none. Default: every `[[archive.server]]`, else `["wayback"]`.
    pub lookup: Option<Vec<Written<String>>>,
    /// A capture so near to the date on which a page was read is near enough, such as `30d`: no further archive is asked.
    /// Default: `30d`.
    #[schemars(extend("pattern" = "^[0-9]+(ms|s|m|h|d)$"))]
    pub near: Option<Written<String>>,
    /// Whether the capture nearest to the date of reading is read for every page, to tell how much of it has changed. Where a
    /// page lacks a quote it is read in any case. Default: false.
    pub compare: Option<bool>,
    /// Whether every check asks an archive to save what has no capture near enough, as `citewatch archive` does. Default:
    /// false.
    pub save: Option<Written<bool>>,
    /// How gently that is asked.
    pub saving: RawSaving,
    /// An archive to ask, besides the Wayback Machine, which is known as `wayback`.
    pub server: Vec<RawServer>,
}

/// How gently an archive is asked to save pages. What it allows changes; these are bounds of your own.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(super) struct RawSaving {
    /// Pages asked for in a minute, at most. Default: 6.
    #[schemars(range(min = 1, max = 60))]
    pub per_minute: Option<u32>,
    /// Pages asked for in a run, at most; the next run goes on. Default: 100.
    #[schemars(range(min = 1, max = 100_000))]
    pub per_run: Option<usize>,
    /// For so long a run waits for one page, such as `3m`; the next run goes on. Default: `3m`.
    #[schemars(extend("pattern" = "^[0-9]+(ms|s|m|h|d)$"))]
    pub wait: Option<Written<String>>,
    /// From one look at a job to the next, such as `5s`. Default: `5s`.
    #[schemars(extend("pattern" = "^[0-9]+(ms|s|m|h|d)$"))]
    pub poll: Option<Written<String>>,
}

/// One web archive.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct RawServer {
    /// Its name in reports and in `lookup`.
    pub name: Written<String>,
    /// Which interface it speaks.
    pub dialect: Dialect,
    /// The page's address is appended.
    #[serde(default)]
    pub timegate: Option<Written<String>>,
    /// The page's address is appended; answers with links or with JSON.
    #[serde(default)]
    pub timemap: Option<Written<String>>,
    /// The CDX interface, without its query.
    #[serde(default)]
    pub cdx: Option<Written<String>>,
    /// Where it is asked to save a page: Save Page Now, or where a pywb records; there the page's address is appended.
    #[serde(default)]
    pub save: Option<Written<String>>,
}

/// Which browser shows pages that say nothing before their scripts have run, and when. Needs a citewatch that was built
/// with the feature `render`.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct RawRender {
    /// The program of a Chromium, such as `/usr/bin/chromium`; a relative path begins at the folder of this file.
    pub browser: Written<String>,
    /// Which pages it shows. Default: `missing-quote`.
    #[serde(default)]
    pub when: Option<RenderWhen>,
    /// Time for one page, from its first request until it is read. Default: `20s`.
    #[serde(default)]
    #[schemars(extend("pattern" = "^[0-9]+(ms|s|m|h|d)$"))]
    pub timeout: Option<Written<String>>,
    /// Whether the browser must have its sandbox. Default: `required`; `off` only where the whole machine is one.
    #[serde(default)]
    pub sandbox: Option<Sandbox>,
}

/// Where observations and evidence are kept.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(super) struct RawStore {
    /// `sqlite:` and a path relative to the folder of this file. Default: `sqlite:.citewatch/store.db`.
    pub url: Option<Written<String>>,
    /// A folder for evidence, relative to the folder of this file. Default: `.citewatch/evidence`.
    pub evidence: Option<Written<String>>,
    /// Whether every run records evidence, with or without `--record`. Default: false.
    pub record: bool,
}

/// What is known about one source, or a pattern of them.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct RawSource {
    /// An address; `*` stands for any characters but `/`, `**` for any at all.
    pub url: Written<String>,
    /// What a look at it is expected to end in.
    #[serde(default)]
    pub expect: Option<Expect>,
    /// Said in the report.
    #[serde(default)]
    pub note: Option<String>,
}

/// A value that knows where it stands.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(super) struct Written<T>(Spanned<T>);

impl<T> Written<T> {
    pub(super) fn span(&self) -> Range<usize> {
        self.0.span()
    }

    pub(super) fn value(&self) -> &T {
        self.0.get_ref()
    }
}

impl<T: JsonSchema> JsonSchema for Written<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}
