//! The configuration file as the command line changes it.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use tempfile::TempDir;

use super::args::Shared;
use crate::config::{self, Config, FailOn, Store};
use crate::files::shelf;
use crate::store;

/// The file that is read where none is named.
const DEFAULT_FILE: &str = "sources.toml";

/// Configuration files larger than this are refused; the largest real one is a list of sources of some megabytes.
const MAX_BYTES: u64 = 16 << 20;

/// The file that [`load`] reads, whether or not it is there.
pub(crate) fn file(shared: &Shared) -> PathBuf {
    shared.config.clone().unwrap_or_else(|| PathBuf::from(DEFAULT_FILE))
}

/// Reads the configuration: the named file, else `sources.toml` where there is one, else the defaults.
pub(crate) fn load(shared: &Shared) -> anyhow::Result<Config> {
    let named = shared.config.as_deref();
    let path = named.unwrap_or_else(|| Path::new(DEFAULT_FILE));
    if named.is_none() && !path.exists() {
        return Ok(Config::default_at(PathBuf::from(".")));
    }
    let told = || format!("failed to read {}", path.display());
    let about = std::fs::metadata(path).with_context(told)?;
    if !about.is_file() {
        bail!("{}: it is not a file", told());
    }
    if about.len() > MAX_BYTES {
        bail!("{}: larger than {} MiB", told(), MAX_BYTES >> 20);
    }
    let text = String::from_utf8(std::fs::read(path).with_context(told)?).map_err(|error| {
        let line = 1 + memchr::memchr_iter(b'\n', &error.as_bytes()[..error.utf8_error().valid_up_to()]).count();
        anyhow::anyhow!("{}:{line}: not UTF-8; save the file as UTF-8", path.display())
    })?;
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

/// A store that is read, and the folder of the copy that is read in its place, if it is one.
pub(crate) struct KeptStore {
    pub(crate) store: store::Store,
    copy: Option<TempDir>,
}

impl KeptStore {
    /// The store, and what has to be kept as long as it is used.
    pub(crate) fn apart(self) -> (store::Store, Option<TempDir>) {
        (self.store, self.copy)
    }
}

/// Opens a store that is there: a command that only reads makes none, since a name that is mistyped would give an empty
/// one and no word of it.
pub(crate) async fn kept_store(place: &Store) -> anyhow::Result<KeptStore> {
    must_be_there(place)?;
    readable_store(place).await
}

/// Refuses a store that is named and not there, where nothing is going to make it.
pub(crate) fn must_be_there(place: &Store) -> anyhow::Result<()> {
    match place {
        Store::Sqlite(path) if !path.exists() => {
            bail!("failed to open the store {}: it is not there; `citewatch check` makes it", path.display())
        }
        Store::Sqlite(_) | Store::Memory => Ok(()),
    }
}

/// Opens a store of which nothing that is written has to last: where it cannot be written to, a copy of it.
pub(crate) async fn readable_store(place: &Store) -> anyhow::Result<KeptStore> {
    let copy = match place {
        Store::Sqlite(path) if path.exists() && !is_writable(path) => Some(copied(path)?),
        Store::Sqlite(_) | Store::Memory => None,
    };
    let place = copy.as_ref().map_or_else(|| place.clone(), |(_, path)| Store::Sqlite(path.clone()));
    Ok(KeptStore { store: open_store(&place).await?, copy: copy.map(|(folder, _)| folder) })
}

/// A database is written to in its file and beside it.
fn is_writable(path: &Path) -> bool {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    OpenOptions::new().append(true).open(path).is_ok() && tempfile::tempfile_in(folder).is_ok()
}

/// Copies a database, and what its last writer left beside it, to a folder of its own.
fn copied(path: &Path) -> anyhow::Result<(TempDir, PathBuf)> {
    let told = || format!("failed to copy the store {}, which cannot be written to", path.display());
    let folder = TempDir::new().with_context(told)?;
    let copy = folder.path().join("store.db");
    // Copied by its bytes: that it cannot be written to must not hold of the copy.
    let bytes = |from: &Path, to: &Path| std::io::copy(&mut File::open(from)?, &mut File::create(to)?);
    bytes(path, &copy).with_context(told)?;
    let beside = |path: &Path| {
        let mut name = path.as_os_str().to_owned();
        name.push("-wal");
        PathBuf::from(name)
    };
    if beside(path).exists() {
        bytes(&beside(path), &beside(&copy)).with_context(told)?;
    }
    Ok((folder, copy))
}

/// What a long run does not need for now lies beside its store, where there is room for what the run comes to.
pub(crate) fn shelve(place: &Store) {
    shelf::set_up(match place {
        Store::Sqlite(path) => path.parent(),
        Store::Memory => None,
    });
}

/// Opens a store, which is made where it is not there.
pub(crate) async fn open_store(place: &Store) -> anyhow::Result<store::Store> {
    shelve(place);
    store::Store::open(place).await.map_err(|error| anyhow::anyhow!("failed to {error}"))
}

/// What `--fail-on` lists.
pub(crate) fn fail_on(list: &str) -> anyhow::Result<Vec<FailOn>> {
    FailOn::parse_list(list).map_err(|why| anyhow::anyhow!("failed to read --fail-on: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_copy_of_a_store_is_the_store_as_its_last_writer_left_it() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("kept.db");
        let store = open_store(&Store::Sqlite(path.clone())).await.unwrap();
        let run = store::Run {
            id: "one".to_owned(),
            started: jiff::Timestamp::UNIX_EPOCH,
            finished: None,
            mode: "live".to_owned(),
            version: "1".to_owned(),
        };
        let _alive = store.begin_run(&run).await.unwrap();
        // The writer still has it open, so that what it wrote stands beside the file.
        let (copy, place) = copied(&path).unwrap();
        let kept = open_store(&Store::Sqlite(place)).await.unwrap();
        let found = kept.unfinished_run("live", jiff::Timestamp::UNIX_EPOCH).await.unwrap();
        assert_eq!(found.map(|run| run.id).as_deref(), Some("one"));
        assert!(is_writable(&path) && copy.path().exists());
    }
}
