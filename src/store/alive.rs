//! Which runs are alive. Each holds a lock on a file of its own beside the store, which the system lets go of when the
//! process ends, however it ends: so the hosts of a run that was killed need not wait for the end of their leases.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use super::{Store, StoreError, sql};

/// A run that is under way; when it goes, the run has ended.
#[derive(Debug)]
#[must_use]
pub(crate) struct Alive {
    held: Option<(PathBuf, File)>,
}

impl Drop for Alive {
    fn drop(&mut self) {
        if let Some((path, _)) = &self.held
            && let Err(why) = fs::remove_file(path)
        {
            tracing::debug!(%why, path = %path.display(), "the lock of this run is left behind");
        }
    }
}

impl Alive {
    /// Holds the lock of a run. Where that cannot be, the end of its leases tells of its death, a little later.
    pub(super) fn hold(store: Option<&Path>, run: &str) -> Self {
        let held = store.and_then(|store| {
            let path = lock_path(store, run);
            let file = File::create(&path).ok()?;
            file.try_lock().ok()?;
            Some((path, file))
        });
        Self { held }
    }
}

/// Where the lock of a run stands: beside the store, under its name.
fn lock_path(store: &Path, run: &str) -> PathBuf {
    store.with_file_name(format!("{}{run}", prefix(store)))
}

fn prefix(store: &Path) -> String {
    format!("{}-run-", store.file_name().unwrap_or_default().to_string_lossy())
}

/// The right to ask archives to save pages, which one run of a store has at a time; it ends with this, or with the process.
#[derive(Debug)]
#[must_use]
pub(crate) struct Saving {
    _held: Option<File>,
}

impl Store {
    /// Takes the right to ask archives to save pages. None where another run has it. Its file stays: one that were removed while
    /// another run opens it would be held twice.
    pub(crate) fn hold_saving(&self) -> Option<Saving> {
        let Some(store) = &self.file else { return Some(Saving { _held: None }) };
        let name = store.file_name().unwrap_or_default().to_string_lossy();
        let path = store.with_file_name(format!("{name}-saving"));
        let lock = match File::create(&path) {
            Ok(lock) => lock,
            Err(why) => {
                tracing::debug!(%why, path = %path.display(), "that pages are being saved is told to no other run");
                return Some(Saving { _held: None });
            }
        };
        match lock.try_lock() {
            Err(TryLockError::WouldBlock) => None,
            // A file system without locks: what is asked for is in the store all the same.
            Err(TryLockError::Error(_)) => Some(Saving { _held: None }),
            Ok(()) => Some(Saving { _held: Some(lock) }),
        }
    }

    /// Whether a run is under way, as far as its lock tells.
    pub(crate) fn is_alive(&self, run: &str) -> bool {
        let lock = self.file.as_deref().and_then(|store| File::open(lock_path(store, run)).ok());
        lock.is_some_and(|lock| matches!(lock.try_lock(), Err(TryLockError::WouldBlock)))
    }

    /// Frees the hosts of runs that were killed, each after its pace once more: the last request may have been sent a
    /// moment before the death.
    pub(super) async fn free_hosts_of_the_dead(&self) -> Result<(), StoreError> {
        let Some(store) = &self.file else { return Ok(()) };
        let failed = self.failed("free the hosts of a run that was killed");
        for (run, path) in dead(store) {
            sqlx::query(sql::FREE_HOSTS_OF).bind(&run).execute(&self.write).await.map_err(&failed)?;
            if let Err(why) = fs::remove_file(&path) {
                tracing::debug!(%why, path = %path.display(), "the lock of a run that was killed is left behind");
            }
        }
        Ok(())
    }
}

/// Runs whose locks nobody holds any more. A run without a lock may be alive: its leases tell.
fn dead(store: &Path) -> Vec<(String, PathBuf)> {
    let folder = store.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let prefix = prefix(store);
    let locks = fs::read_dir(folder).into_iter().flatten().flatten().filter_map(|entry| {
        let run = entry.file_name().to_str()?.strip_prefix(&prefix)?.to_owned();
        Some((run, entry.path()))
    });
    locks.filter(|(_, path)| File::open(path).is_ok_and(|lock| lock.try_lock().is_ok())).collect()
}
