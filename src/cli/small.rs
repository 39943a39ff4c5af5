//! The commands that need neither documents nor the network: `report`, `history`, `explain`, `init`.

use std::path::Path;

use anyhow::{Context, bail};
use url::Url;

use super::args::{Explain, History, Init, OutputFormat, Rewrite, Shared};
use super::exit::Exit;
use super::output::Output;
use super::settings;
use crate::files::written;
use crate::finding::Code;
use crate::locator::{archive_url, key};
use crate::report::explain as explanation;
use crate::report::history::{self as life, SourceHistory};
use crate::run::beyond::captures;
use crate::run::kept;
use crate::store::Store;

/// `citewatch report`: the reports of the last run, written again.
pub(crate) async fn report(shared: &Shared, options: Rewrite) -> anyhow::Result<Exit> {
    let config = settings::load(shared)?;
    let store = settings::kept_store(&settings::store(options.store.as_deref(), &config)?).await?;
    let Some(told) = kept::last_report(&store.store).await? else {
        bail!("failed to write the reports again: the store holds no finished run");
    };
    kept::write_reports(&options.reports, &config.watch.root, &told)?;
    let output = Output::new(shared);
    super::check::print(shared, &output, &told, &[])?;
    Ok(Exit::Fine)
}

/// `citewatch history URL`.
pub(crate) async fn history(shared: &Shared, options: History) -> anyhow::Result<Exit> {
    let config = settings::load(shared)?;
    let store = settings::kept_store(&settings::store(options.store.as_deref(), &config)?).await?;
    let wrapped = archive_url::unwrap_all(options.url.as_str()).and_then(|url| Url::parse(&url).ok());
    let mut history = life_of(&store.store, &options.url).await?;
    // A capture is a source of its own where one is cited; elsewhere it stands for the page that it was made of.
    if let (None, Some(page)) = (&history, wrapped) {
        history = life_of(&store.store, &page).await?;
    }
    let Some(history) = history else {
        bail!("failed to find {} in the store: it was never looked at", options.url);
    };
    let text = match shared.format {
        OutputFormat::Human => life::print(&history),
        OutputFormat::Json => life::print_json(&history),
        OutputFormat::Markdown => bail!("failed to print the history: it is printed as human or json"),
    };
    Output::new(shared).print(&text)?;
    Ok(Exit::Fine)
}

async fn life_of(store: &Store, url: &Url) -> anyhow::Result<Option<SourceHistory>> {
    let observations = store.history(url.as_str(), key::key(url).as_str()).await.context("failed to read the store")?;
    if observations.is_empty() {
        return Ok(None);
    }
    let captured = captures::known_page(store, url, &[]).await.context("failed to read the store")?;
    Ok(Some(SourceHistory { url: url.to_string(), observations, captured }))
}

/// `citewatch explain [CODE]`.
pub(crate) fn explain(shared: &Shared, options: &Explain) -> anyhow::Result<Exit> {
    if shared.format != OutputFormat::Human {
        bail!("failed to explain: explain prints for people only (human)");
    }
    let text = match &options.code {
        None => explanation::list(),
        Some(word) => match Code::parse(word) {
            Some(code) => explanation::print(code),
            None => bail!("failed to explain: {}", explanation::unknown(word)),
        },
    };
    Output::new(shared).print(&text)?;
    Ok(Exit::Fine)
}

/// `citewatch init`.
pub(crate) fn init(shared: &Shared, options: &Init) -> anyhow::Result<Exit> {
    if shared.format != OutputFormat::Human {
        bail!("failed to write sources.toml: init has no --format; it writes TOML, and JSON with --schema");
    }
    if options.schema {
        let schema = serde_json::to_string_pretty(&crate::config::schema()).context("failed to print the schema")?;
        Output::new(shared).print(&format!("{schema}\n"))?;
        return Ok(Exit::Fine);
    }
    let named = shared.output.as_deref().or(shared.config.as_deref());
    let path = named.unwrap_or_else(|| Path::new("sources.toml"));
    if path.exists() {
        bail!("failed to write {}: it is there already", path.display());
    }
    written::replace(path, |to| to.write_all(crate::config::template().as_bytes()))
        .with_context(|| format!("failed to write {}", path.display()))?;
    super::tell(&format!("wrote {}", path.display()));
    Ok(Exit::Fine)
}
