//! What can go wrong with a store: what, where, and what to do about it.

use std::path::PathBuf;
use std::sync::Arc;

/// A failure of the store; the message fits after "failed to".
#[derive(Debug, Clone, thiserror::Error)]
pub(crate) enum StoreError {
    /// The folder of the file could not be made.
    #[error("create the folder {} for the store: {why}; name another place with `--store sqlite:PATH`", .folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the system said.
        why: Arc<std::io::Error>,
    },
    /// The file is there and is no database.
    #[error("open the store {store}: it is not an SQLite database; name another file with `--store sqlite:PATH`")]
    NotADatabase {
        /// The file.
        store: String,
    },
    /// The file is a database that citewatch did not make.
    #[error(
        "open the store {store}: it is a database of another program; name another file with `--store sqlite:PATH`"
    )]
    Foreign {
        /// The file.
        store: String,
    },
    /// A newer citewatch has changed the schema.
    #[error(
        "open the store {store}: a newer citewatch wrote it (schema {found}, this one knows {known}); \
         update citewatch, or name another file with `--store sqlite:PATH`"
    )]
    Newer {
        /// The file.
        store: String,
        /// The schema of the file.
        found: i64,
        /// The newest schema known here.
        known: i64,
    },
    /// The schema is not what its migrations made.
    #[error(
        "open the store {store}: its schema is not the one that citewatch made ({why}); move the file away to begin a new one"
    )]
    Schema {
        /// The file.
        store: String,
        /// What does not fit.
        why: Arc<sqlx::migrate::MigrateError>,
    },
    /// The file is damaged.
    #[error(
        "{doing} in the store {store}: the file is damaged ({why}); restore a copy, or move it away to begin a new one"
    )]
    Corrupt {
        /// What was being done.
        doing: &'static str,
        /// The file.
        store: String,
        /// What the database said.
        why: Arc<sqlx::Error>,
    },
    /// The file or its folder cannot be written.
    #[error(
        "{doing} in the store {store}: the file or its folder cannot be written ({why}); name another place with `--store sqlite:PATH`"
    )]
    ReadOnly {
        /// What was being done.
        doing: &'static str,
        /// The file.
        store: String,
        /// What the database said.
        why: Arc<sqlx::Error>,
    },
    /// Another program holds the file.
    #[error(
        "{doing} in the store {store}: another program has held it for 30 seconds; wait for it to end, then run again"
    )]
    Busy {
        /// What was being done.
        doing: &'static str,
        /// The file.
        store: String,
    },
    /// There is no room left.
    #[error(
        "{doing} in the store {store}: the disk is full ({why}); make room, then run again: what was finished is kept"
    )]
    Full {
        /// What was being done.
        doing: &'static str,
        /// The file.
        store: String,
        /// What the database said.
        why: Arc<sqlx::Error>,
    },
    /// The disk does not read or write as it should.
    #[error(
        "{doing} in the store {store}: the file cannot be read or written ({why}); look after the disk, its room and its \
         quotas, then run again: what was finished is kept"
    )]
    Disk {
        /// What was being done.
        doing: &'static str,
        /// The file.
        store: String,
        /// What the database said.
        why: Arc<sqlx::Error>,
    },
    /// Anything else that the database says.
    #[error("{doing} in the store {store}: {why}")]
    Database {
        /// What was being done.
        doing: &'static str,
        /// The file.
        store: String,
        /// What the database said.
        why: Arc<sqlx::Error>,
    },
    /// A row that was written by citewatch cannot be read back.
    #[error("read {what} in the store {store}: {why}; the file is damaged or was changed by hand")]
    Row {
        /// What was being read.
        what: &'static str,
        /// The file.
        store: String,
        /// Why not.
        why: String,
    },
    /// The task that writes has ended.
    #[error("{doing} in the store {store}: it is closed")]
    Closed {
        /// What was being done.
        doing: &'static str,
        /// The file.
        store: String,
    },
}

impl StoreError {
    /// Whether the same may be possible a moment later: another process is opening or closing the file.
    pub(super) fn may_pass(&self) -> bool {
        match self {
            Self::Busy { .. } => true,
            // 14: its log cannot be opened, since it is just being made or taken away.
            Self::ReadOnly { why, .. } => {
                let code = why.as_database_error().and_then(sqlx::error::DatabaseError::code);
                code.and_then(|code| code.parse::<i32>().ok()).is_some_and(|code| code & 0xff == 14)
            }
            _ => false,
        }
    }

    /// Sorts what the database said by what a person can do about it; the numbers are the primary result codes of
    /// `SQLite` (<https://sqlite.org/rescode.html>).
    pub(super) fn new(doing: &'static str, store: &str, error: sqlx::Error) -> Self {
        let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
        let primary = code.and_then(|code| code.parse::<i32>().ok()).map(|code| code & 0xff);
        let (store, why) = (store.to_owned(), Arc::new(error));
        match primary {
            Some(5 | 6) => Self::Busy { doing, store },
            Some(8 | 14) => Self::ReadOnly { doing, store, why },
            Some(10) => Self::Disk { doing, store, why },
            Some(13) => Self::Full { doing, store, why },
            Some(11) => Self::Corrupt { doing, store, why },
            Some(26) => Self::NotADatabase { store },
            _ => Self::Database { doing, store, why },
        }
    }
}
