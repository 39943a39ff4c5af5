//! `[render]`: which browser shows pages, and when.

use std::path::{Path, PathBuf};
use std::time::Duration;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;
use toml::de::DeTable;

use super::problem::{BadValue, Found};
use super::raw::RawRender;
use super::trust::{self, Trust};

/// Time for one page where nothing else is said.
const TIMEOUT: Duration = Duration::from_secs(20);

/// Below this no page is read: it has to load, come to rest and be written out.
const SHORTEST: Duration = Duration::from_secs(5);

/// Which browser shows pages, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Render {
    /// Its program.
    pub browser: PathBuf,
    /// Which pages it shows.
    pub when: RenderWhen,
    /// For one page, from its first request until it is read.
    pub timeout: Duration,
    /// Whether it must have its sandbox.
    pub sandbox: Sandbox,
}

/// Which pages a browser shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RenderWhen {
    /// None.
    Never,
    /// Those that say nothing before their scripts have run.
    ScriptOnly,
    /// Those, and pages that lack a quote for which they are cited.
    MissingQuote,
}

/// Whether a browser must have its sandbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Sandbox {
    /// It is not started without.
    Required,
    /// It is started without.
    Off,
}

/// Takes the table out where nothing can show pages, which is then all that is told of it: what is missing in it would be
/// written in vain.
pub(super) fn taken_out(table: &mut DeTable<'_>) -> Option<Found> {
    if cfg!(feature = "render") {
        return None;
    }
    let message = "`render` needs a citewatch with a browser's part in it: build it with `--features render`, or take the \
                   table out";
    let written = table.remove("render")?;
    Some(Found { span: written.span(), message: message.to_owned(), nearest: None })
}

impl Trust<'_> {
    pub(super) fn render(&mut self, raw: Option<&Spanned<RawRender>>, root: &Path) -> Option<Render> {
        let raw = raw?.get_ref();
        let browser = self.read("render.browser", &raw.browser, |path| browser(path, root));
        let timeout =
            raw.timeout.as_ref().and_then(|written| self.read("render.timeout", written, |word| timeout(word)));
        Some(Render {
            browser: browser?,
            when: raw.when.unwrap_or(RenderWhen::MissingQuote),
            timeout: timeout.unwrap_or(TIMEOUT),
            sandbox: raw.sandbox.unwrap_or(Sandbox::Required),
        })
    }
}

fn browser(path: &str, root: &Path) -> Result<PathBuf, BadValue> {
    match path.trim() {
        "" => Err(BadValue::new("must name the program of a browser, such as /usr/bin/chromium")),
        path => Ok(root.join(path)),
    }
}

fn timeout(word: &str) -> Result<Duration, BadValue> {
    let time = trust::timeout(word)?;
    if time < SHORTEST { Err(BadValue::new("must be from 5s to 10m")) } else { Ok(time) }
}
