//! The task that writes: records from many lanes, committed together, each acknowledged after the commit.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::Timestamp;
use sqlx::{SqliteConnection, SqlitePool};
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout_at};

use super::frontier::{Fence, SourceId};
use super::{NEVER, Store, StoreError, packed, sql};
use crate::observation::Observation;
use crate::observation::capture::CaptureSearch;
use crate::page::Page;

/// A commit with `synchronous=FULL` costs as much as some hundred rows: many rows share one.
const BATCH: usize = 200;

/// How long the first record of a batch waits for others: not to be felt beside a request over a network.
const WAIT: Duration = Duration::from_millis(50);

/// The latest texts of a source that are kept: the one judged, the one before the last change, and one between.
const TEXTS_KEPT: i64 = 3;

/// One look, to be kept.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    /// The run that looked.
    pub run: String,
    /// What was looked at.
    pub source: SourceId,
    /// Which slot it fills.
    pub slot: Slot,
    /// What was seen.
    pub observation: Observation,
    /// What was read, where it is not kept already.
    pub text: Option<NewText>,
    /// What comes next.
    pub then: Then,
}

/// The slot that a look fills; it is recorded once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    /// One that a lease gave.
    Leased {
        /// Of the lease.
        fence: Fence,
        /// Of the source.
        due_at: Timestamp,
    },
    /// None was given: a replay, whose slot is the time of the look.
    Replayed,
}

/// What comes after a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Then {
    /// Nothing: every run that wants the source has what it wants.
    Settled,
    /// Another look within the run, not before this moment.
    LookAgain(Timestamp),
}

/// The texts of a page, to be kept.
#[derive(Debug, Clone)]
pub(crate) struct NewText {
    /// Of the body, as the observation has it.
    pub digest: String,
    /// The version of the rules that read it.
    pub extractor: u32,
    /// What was read.
    pub page: Page,
}

/// What became of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Recorded {
    /// It is on disk.
    Kept,
    /// The slot was recorded before; the first record stands.
    AlreadyThere,
    /// Another process holds the host; nothing was written.
    LeaseLost,
}

/// What the task is asked to write.
#[derive(Debug)]
enum Change {
    Record(Box<RecordRow>),
    Captures { source: SourceId, anchor_at: i64, searched_at: i64, found: String },
}

#[derive(Debug)]
struct RecordRow {
    run: String,
    source: SourceId,
    fence: Option<Fence>,
    due_at: i64,
    observed_at: i64,
    body: String,
    text: Option<TextRow>,
    then: Then,
}

#[derive(Debug)]
struct TextRow {
    digest: String,
    extractor: i64,
    page: Vec<u8>,
}

type Ack = oneshot::Sender<Result<Recorded, StoreError>>;

/// The way to the task, and the task.
#[derive(Debug)]
pub(super) struct Writer {
    changes: mpsc::Sender<(Change, Ack)>,
    task: JoinHandle<()>,
}

impl Store {
    /// Keeps a look; returns when it is on disk.
    pub(crate) async fn record(&self, record: Record) -> Result<Recorded, StoreError> {
        self.write_change(Change::Record(Box::new(RecordRow::from(record)))).await
    }

    /// Keeps the search for captures of a source near `anchor`, instead of the one before.
    pub(crate) async fn keep_captures(
        &self,
        source: SourceId,
        anchor: Option<Timestamp>,
        searched_at: Timestamp,
        search: &CaptureSearch,
    ) -> Result<(), StoreError> {
        let anchor_at = anchor_column(anchor);
        let found = serde_json::to_string(search).expect("our own values have string keys");
        let searched_at = searched_at.as_millisecond();
        self.write_change(Change::Captures { source, anchor_at, searched_at, found }).await.map(|_| ())
    }

    async fn write_change(&self, change: Change) -> Result<Recorded, StoreError> {
        let closed = || StoreError::Closed { doing: "record a look", store: self.place.clone() };
        let (ack, acked) = oneshot::channel();
        self.writer.changes.send((change, ack)).await.map_err(|_| closed())?;
        acked.await.map_err(|_| closed())?
    }
}

/// The column of an anchor; a search for the newest capture stands beyond all dates.
pub(super) fn anchor_column(anchor: Option<Timestamp>) -> i64 {
    anchor.map_or(NEVER, Timestamp::as_millisecond)
}

impl From<Record> for RecordRow {
    fn from(record: Record) -> Self {
        let observed_at = record.observation.observed_at.as_millisecond();
        let (fence, due_at) = match record.slot {
            Slot::Leased { fence, due_at } => (Some(fence), due_at.as_millisecond()),
            Slot::Replayed => (None, observed_at),
        };
        let text = record.text.map(|text| TextRow {
            digest: text.digest,
            extractor: i64::from(text.extractor),
            page: packed::pack(&text.page),
        });
        let body = serde_json::to_string(&record.observation).expect("our own values have string keys");
        Self { run: record.run, source: record.source, fence, due_at, observed_at, body, text, then: record.then }
    }
}

impl Writer {
    pub(super) fn start(pool: SqlitePool, place: String) -> Self {
        // As many as a batch wait in the queue while one is being written; beyond that the lanes wait.
        let (changes, queue) = mpsc::channel(BATCH);
        let task = tokio::spawn(write_batches(pool, place, queue));
        Self { changes, task }
    }

    /// Waits for the task to write what is queued.
    pub(super) async fn end(self) {
        drop(self.changes);
        if let Err(error) = self.task.await
            && error.is_panic()
        {
            std::panic::resume_unwind(error.into_panic());
        }
    }
}

async fn write_batches(pool: SqlitePool, place: String, mut queue: mpsc::Receiver<(Change, Ack)>) {
    while let Some(first) = queue.recv().await {
        let batch = gather(first, &mut queue).await;
        let (changes, acks): (Vec<Change>, Vec<Ack>) = batch.into_iter().unzip();
        let written = write(&pool, &changes).await;
        let written = written.map_err(|error| StoreError::new("record what was seen", &place, error));
        for (at, ack) in acks.into_iter().enumerate() {
            let answer = written.as_ref().map(|each| each[at]).map_err(Clone::clone);
            // Who asked may be gone; what was written stands all the same.
            drop(ack.send(answer));
        }
    }
}

async fn gather(first: (Change, Ack), queue: &mut mpsc::Receiver<(Change, Ack)>) -> Vec<(Change, Ack)> {
    let until = Instant::now() + WAIT;
    let mut batch = vec![first];
    while batch.len() < BATCH {
        match timeout_at(until, queue.recv()).await {
            Ok(Some(next)) => batch.push(next),
            Ok(None) | Err(_) => break,
        }
    }
    batch
}

/// Writes all or nothing.
async fn write(pool: &SqlitePool, changes: &[Change]) -> Result<Vec<Recorded>, sqlx::Error> {
    let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
    let mut held = BTreeMap::new();
    let mut written = Vec::with_capacity(changes.len());
    for change in changes {
        written.push(match change {
            Change::Record(row) => record(&mut transaction, row, &mut held).await?,
            Change::Captures { source, anchor_at, searched_at, found } => {
                let query = sqlx::query(sql::KEEP_CAPTURES).bind(source.0).bind(anchor_at).bind(searched_at);
                query.bind(found).execute(&mut *transaction).await?;
                Recorded::Kept
            }
        });
    }
    transaction.commit().await?;
    Ok(written)
}

async fn record(
    connection: &mut SqliteConnection,
    row: &RecordRow,
    held: &mut BTreeMap<Fence, bool>,
) -> Result<Recorded, sqlx::Error> {
    if let Some(fence) = row.fence
        && !is_held(connection, fence, held).await?
    {
        return Ok(Recorded::LeaseLost);
    }
    let query = sqlx::query(sql::RECORD).bind(row.source.0).bind(row.due_at).bind(&row.run).bind(row.observed_at);
    let new = query.bind(&row.body).execute(&mut *connection).await?.rows_affected() == 1;
    if let Some(text) = row.text.as_ref().filter(|_| new) {
        keep_text(connection, row, text).await?;
    }
    if row.fence.is_some() {
        set_next(connection, row).await?;
    }
    Ok(if new { Recorded::Kept } else { Recorded::AlreadyThere })
}

/// Whether the lease still stands, which is extended; asked once a batch.
async fn is_held(
    connection: &mut SqliteConnection,
    fence: Fence,
    held: &mut BTreeMap<Fence, bool>,
) -> Result<bool, sqlx::Error> {
    if let Some(held) = held.get(&fence) {
        return Ok(*held);
    }
    let query = sqlx::query(sql::TOUCH).bind(fence.host.0).bind(fence.count);
    let stands = query.execute(connection).await?.rows_affected() == 1;
    held.insert(fence, stands);
    Ok(stands)
}

async fn set_next(connection: &mut SqliteConnection, row: &RecordRow) -> Result<(), sqlx::Error> {
    let query = match row.then {
        Then::Settled => sqlx::query(sql::SETTLE).bind(row.source.0).bind(row.due_at),
        Then::LookAgain(at) => {
            sqlx::query(sql::LOOK_AGAIN).bind(row.source.0).bind(row.due_at).bind(at.as_millisecond())
        }
    };
    query.execute(connection).await?;
    Ok(())
}

async fn keep_text(connection: &mut SqliteConnection, row: &RecordRow, text: &TextRow) -> Result<(), sqlx::Error> {
    let query = sqlx::query(sql::KEEP_TEXT).bind(row.source.0).bind(&text.digest).bind(text.extractor);
    query.bind(row.observed_at).bind(&text.page).execute(&mut *connection).await?;
    let query = sqlx::query(sql::DROP_OLD_TEXTS).bind(row.source.0).bind(TEXTS_KEPT);
    query.execute(connection).await?;
    Ok(())
}
