//! The configuration file as the command line changes it.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::args::Shared;
use crate::config::{self, Config, FailOn, Store};
use crate::store;

/// The file that is read where none is named.
const DEFAULT_FILE: &str = "sources.toml";

/// Configuration files larger than this are refused; the largest real one is a list of sources of some megabytes.
const MAX_BYTES: u64 = 16 << 20;

/// Reads the configuration: the named file, else `sources.toml` where there is one, else the defaults.
pub(crate) fn load(shared: &Shared) -> anyhow::Result<Config> {
    let named = shared.config.as_deref();
    let path = named.unwrap_or_else(|| Path::new(DEFAULT_FILE));
    if named.is_none() && !path.exists() {
        return Ok(Config::default_at(PathBuf::from(".")));
    }
    let size = std::fs::metadata(path).with_context(|| format!("failed to read {}", path.display()))?.len();
    if size > MAX_BYTES {
        bail!("failed to read {}: larger than {} MiB", path.display(), MAX_BYTES >> 20);
    }
    let text = std::fs::read_to_string(path).with_context(|| format!("failed to read {}", path.display()))?;
    let root = path.parent().filter(|parent| !parent.as_os_str().is_empty()).map_or_else(|| ".".into(), PathBuf::from);
    config::load(path, &text, root).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        anyhow::anyhow!("{}", lines.join("\n"))
    })
}

/// What `--store` names, relative to the working folder.
pub(crate) fn store(option: Option<&str>, config: &Config) -> anyhow::Result<Store> {
    let Some(url) = option else { return Ok(config.store.clone()) };
    Store::parse(url, Path::new("")).map_err(|why| anyhow::anyhow!("failed to read --store: {why}"))
}

/// Opens a store that is there: a command that only reads makes none, since a name that is mistyped would give an empty
/// one and no word of it.
pub(crate) async fn kept_store(place: &Store) -> anyhow::Result<store::Store> {
    if let Store::Sqlite(path) = place
        && !path.exists()
    {
        bail!("failed to open the store {}: it is not there; `citewatch check` makes it", path.display());
    }
    open_store(place).await
}

/// Opens a store, which is made where it is not there.
pub(crate) async fn open_store(place: &Store) -> anyhow::Result<store::Store> {
    store::Store::open(place).await.map_err(|error| anyhow::anyhow!("failed to {error}"))
}

/// What `--fail-on` lists.
pub(crate) fn fail_on(list: &str) -> anyhow::Result<Vec<FailOn>> {
    FailOn::parse_list(list).map_err(|why| anyhow::anyhow!("failed to read --fail-on: {why}"))
}
