//! Keeps observations, runs and the host frontier.
//!
//! What was seen is on disk before anything is said about it: [`Store::record`] returns after the commit. Writes pass
//! through one connection, records in batches; reads have connections of their own. Several processes can share one
//! file: a host is leased, so none is looked at twice at once, and a slot is recorded once.

mod alive;
mod batch;
mod checked;
mod error;
mod frontier;
mod holds;
mod kept_text;
mod open;
mod packed;
mod readings;
mod runs;
mod save_jobs;
mod seen;
mod sql;
mod writer;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use jiff::Timestamp;
use sqlx::SqlitePool;

pub(crate) use alive::Alive;
pub(crate) use checked::Checked;
pub(crate) use error::StoreError;
pub(crate) use frontier::{DueSource, Enrolment, Fence, Lease, NextMoment, SourceId};
pub(crate) use packed::Packed;
pub(crate) use readings::{KnownSource, NewReading, Reading};
pub(crate) use runs::{KeptSnapshot, Run, Said, StoredDocument, StoredRun};
pub(crate) use save_jobs::SaveJob;
pub(crate) use seen::{KeptSearch, PageText, Seen};
pub(crate) use writer::{NewText, Record, Recorded, Slot, Then};

/// Milliseconds that stand for never; see the schema.
const NEVER: i64 = 9_000_000_000_000_000;

/// An open store, to be lent or shared; when it goes, the task that writes ends.
#[derive(Debug)]
pub(crate) struct Store {
    /// The file, as messages name it.
    place: String,
    /// None for one in memory.
    file: Option<PathBuf>,
    /// One connection: `SQLite` has one writer, and waiting here is fairer than waiting for its lock.
    write: SqlitePool,
    read: SqlitePool,
    writer: writer::Writer,
}

impl Store {
    /// Waits until everything is written, and closes the file.
    pub(crate) async fn close(self) {
        let Self { write, read, writer, .. } = self;
        writer.end().await;
        read.close().await;
        write.close().await;
    }

    fn failed(&self, doing: &'static str) -> impl Fn(sqlx::Error) -> StoreError {
        move |error| StoreError::new(doing, &self.place, error)
    }

    fn unreadable(&self, what: &'static str, why: impl std::fmt::Display) -> StoreError {
        StoreError::Row { what, store: self.place.clone(), why: why.to_string() }
    }

    /// The moment of a column that citewatch wrote.
    fn moment(&self, what: &'static str, milliseconds: i64) -> Result<Timestamp, StoreError> {
        Timestamp::from_millisecond(milliseconds).map_err(|why| self.unreadable(what, why))
    }
}
