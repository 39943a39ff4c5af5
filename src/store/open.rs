//! Opening a store: whose file it is, which schema it has, and the two ways in.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sqlx::migrate::{Migrate, MigrateError, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, SqliteConnection, SqlitePool};
use tokio::time::{Instant, sleep};

use super::writer::Writer;
use super::{Store, StoreError};
use crate::config;

static MIGRATIONS: Migrator = sqlx::migrate!("src/store/migrations");

/// "cite" in ASCII, in the header of the file: tells our files from those of other programs.
const APPLICATION_ID: i64 = 0x6369_7465;

/// Batches of another process are short; a whole minute of waiting would look like a hang.
const BUSY_TIMEOUT: Duration = Duration::from_secs(30);

/// Opening or closing takes another process no longer than this.
const OTHERS_OPEN_FOR: Duration = Duration::from_secs(2);
const OPEN_AGAIN_AFTER: Duration = Duration::from_millis(20);

/// Bytes of a page of a new file. The text of a web page takes two of the usual 4 KiB and part of a third; what is written to
/// the log and copied from there costs by the page more than by the byte.
const PAGE: u32 = 16 * 1024;

/// Pages of the database in the log before they are copied to the file. Each batch of looks writes to as many places as there are
/// hosts, so a page is written many times; what is copied is its last state.
const LOG_PAGES: &str = "1000";

/// Kibibytes, as the pragma has it, for the pages of a batch and those above them: what finds no room is written to the log
/// before the commit, and once more in it. What a statement may have to undo is kept in memory as well, and not in a file.
const CACHE: &str = "-6000";

/// Reads are short, and more connections than this only wait for the same disk.
const READERS: u32 = 4;

/// The same for a connection that reads: what one statement over many rows needs. With the next commit it is read anew.
const READ_CACHE: &str = "-1000";

impl Store {
    /// Opens the store, and makes it and its folder where they are not there.
    pub(crate) async fn open(store: &config::Store) -> Result<Self, StoreError> {
        match store {
            config::Store::Sqlite(path) => open_file(path).await,
            config::Store::Memory => open_memory().await,
        }
    }
}

/// Others that open or close the same file at this moment are waited for: making its log and changing its mode are the
/// two things that `SQLite` refuses at once instead of waiting.
async fn open_file(path: &Path) -> Result<Store, StoreError> {
    let began = Instant::now();
    loop {
        match open_file_once(path).await {
            Err(error) if error.may_pass() && began.elapsed() < OTHERS_OPEN_FOR => sleep(OPEN_AGAIN_AFTER).await,
            opened => return opened,
        }
    }
}

async fn open_file_once(path: &Path) -> Result<Store, StoreError> {
    let place = path.display().to_string();
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        let failed = |why| StoreError::Folder { folder: folder.to_owned(), why: Arc::new(why) };
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    if path.metadata().is_ok_and(|file| file.len() > 0) {
        inspect(path, &place).await?;
    }
    let failed = |error| StoreError::new("open the file", &place, error);
    let options = SqliteConnectOptions::new().filename(path).busy_timeout(BUSY_TIMEOUT).foreign_keys(true);
    let writing = options
        .clone()
        .create_if_missing(true)
        .page_size(PAGE)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .pragma("wal_autocheckpoint", LOG_PAGES)
        .pragma("cache_size", CACHE)
        .pragma("temp_store", "memory");
    let write = pool(1).connect_with(writing).await.map_err(failed)?;
    migrate(&write, &place).await?;
    let read = pool(READERS).connect_lazy_with(options.read_only(true).pragma("cache_size", READ_CACHE));
    Ok(assemble(place, Some(path.to_owned()), write, read))
}

/// A database in memory lives as long as its one connection, which readers and the writer share.
async fn open_memory() -> Result<Store, StoreError> {
    let place = "in memory".to_owned();
    let options = SqliteConnectOptions::new().in_memory(true).foreign_keys(true);
    let failed = |error| StoreError::new("open a database", &place, error);
    let write = pool(1).connect_with(options).await.map_err(failed)?;
    migrate(&write, &place).await?;
    Ok(assemble(place, None, write.clone(), write))
}

/// Up to `most` connections. They are to a file, not to a server that may have gone: none is asked whether it is there, and
/// none grows too old. Where the system failed within a transaction, `SQLite` may have ended it by itself and the
/// connection still counts it as open: such a one is used no more.
fn pool(most: u32) -> SqlitePoolOptions {
    let pool = SqlitePoolOptions::new().max_connections(most).test_before_acquire(false);
    let pool = pool.before_acquire(|connection, _| Box::pin(std::future::ready(Ok(!connection.is_in_transaction()))));
    pool.idle_timeout(None).max_lifetime(None)
}

fn assemble(place: String, file: Option<PathBuf>, write: SqlitePool, read: SqlitePool) -> Store {
    let writer = Writer::start(write.clone(), place.clone());
    Store { place, file, write, read, writer }
}

/// Refuses a file that is not ours before anything is written to it.
async fn inspect(path: &Path, place: &str) -> Result<(), StoreError> {
    let failed = |error| StoreError::new("look into the file", place, error);
    let options = SqliteConnectOptions::new().filename(path).busy_timeout(BUSY_TIMEOUT);
    // A file in WAL mode whose last writer was killed can only be read after a recovery, which writes beside it.
    let mut connection = options.connect().await.map_err(failed)?;
    // Of one moment, since another process may be making the file; the first of the two fixes it.
    let mut moment = connection.begin().await.map_err(failed)?;
    let (tables,): (i64,) =
        sqlx::query_as("SELECT count(*) FROM sqlite_master").fetch_one(&mut *moment).await.map_err(failed)?;
    let (id,): (i64,) = sqlx::query_as("PRAGMA application_id").fetch_one(&mut *moment).await.map_err(failed)?;
    moment.commit().await.map_err(failed)?;
    connection.close().await.map_err(failed)?;
    let ours = id == APPLICATION_ID || (id == 0 && tables == 0);
    if ours { Ok(()) } else { Err(StoreError::Foreign { store: place.to_owned() }) }
}

/// Brings the schema up to date; two processes that open a new file at once take turns.
async fn migrate(pool: &SqlitePool, place: &str) -> Result<(), StoreError> {
    let failed = |error| StoreError::new("bring the schema up to date", place, error);
    let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await.map_err(failed)?;
    apply_missing(&mut transaction).await.map_err(|error| schema_error(place, error))?;
    // The number is the constant above; a pragma takes no parameter.
    sqlx::query("PRAGMA application_id = 0x63697465").execute(&mut *transaction).await.map_err(failed)?;
    transaction.commit().await.map_err(failed)
}

/// What `Migrator::run` does, within a transaction that is under way.
async fn apply_missing(connection: &mut SqliteConnection) -> Result<(), MigrateError> {
    let table = MIGRATIONS.table_name.as_ref();
    connection.ensure_migrations_table(table).await?;
    let applied = connection.list_applied_migrations(table).await?;
    for old in &applied {
        match MIGRATIONS.iter().find(|known| known.version == old.version) {
            None => return Err(MigrateError::VersionMissing(old.version)),
            Some(known) if known.checksum != old.checksum => return Err(MigrateError::VersionMismatch(old.version)),
            Some(_) => {}
        }
    }
    for new in MIGRATIONS.iter().filter(|new| applied.iter().all(|old| old.version != new.version)) {
        connection.apply(table, new).await?;
    }
    Ok(())
}

fn schema_error(place: &str, error: MigrateError) -> StoreError {
    let store = place.to_owned();
    let known = MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or_default();
    match error {
        MigrateError::VersionMissing(found) if found > known => StoreError::Newer { store, found, known },
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
            StoreError::new("bring the schema up to date", place, error)
        }
        other => StoreError::Schema { store, why: Arc::new(other) },
    }
}
