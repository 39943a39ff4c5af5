//! The task that writes: records from many lanes, committed together, each acknowledged after the commit.

use std::time::Duration;

use jiff::Timestamp;
use sqlx::SqlitePool;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep};

use super::frontier::{Fence, SourceId};
use super::{NEVER, NewReading, Store, StoreError, batch, kept_text};
use crate::observation::Observation;
use crate::observation::capture::{CaptureSearch, Depth};
use crate::packed;
use crate::page::Page;

/// A commit with `synchronous=FULL` costs as much as some hundred rows: many rows share one.
const BATCH: usize = 400;

/// How long the first record of a batch waits for others: not to be felt beside a request over a network.
const WAIT: Duration = Duration::from_millis(50);

/// How often it is seen whether the batch is full: to be woken by each record costs more than the record.
const LOOK_EVERY: Duration = Duration::from_millis(25);

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
    /// What the page was found to say.
    pub reading: NewReading,
    /// What comes next.
    pub then: Then,
    /// For how long the host asked to be left alone, as far as this look goes.
    pub held: Option<Duration>,
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
pub(super) enum Change {
    Record(Box<RecordRow>),
    Captures(CapturesRow),
}

#[derive(Debug)]
pub(super) struct RecordRow {
    pub(super) run: String,
    pub(super) source: SourceId,
    pub(super) fence: Option<Fence>,
    pub(super) due_at: i64,
    pub(super) observed_at: i64,
    pub(super) body: String,
    pub(super) text: Option<TextRow>,
    pub(super) reading: NewReading,
    pub(super) then: Then,
    pub(super) held: Option<Duration>,
}

#[derive(Debug)]
pub(super) struct TextRow {
    pub(super) digest: String,
    pub(super) extractor: i64,
    pub(super) page: Vec<u8>,
}

#[derive(Debug)]
pub(super) struct CapturesRow {
    pub(super) source: SourceId,
    pub(super) anchor_at: i64,
    pub(super) searched_at: i64,
    pub(super) depth: Depth,
    pub(super) found: String,
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
        depth: Depth,
        search: &CaptureSearch,
    ) -> Result<(), StoreError> {
        let anchor_at = anchor_column(anchor);
        let found = serde_json::to_string(search).expect("our own values have string keys");
        let searched_at = searched_at.as_millisecond();
        let row = CapturesRow { source, anchor_at, searched_at, depth, found };
        self.write_change(Change::Captures(row)).await.map(|_| ())
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
            page: kept_text::pack(text.page),
        });
        let body = packed::json(&record.observation);
        let Record { run, source, reading, then, held, .. } = record;
        Self { run, source, fence, due_at, observed_at, body, text, reading, then, held }
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
        let written = batch::write(&pool, changes).await;
        let written = written.map_err(|error| StoreError::new("record what was seen", &place, error));
        for (at, ack) in acks.into_iter().enumerate() {
            let answer = written.as_ref().map(|each| each[at]).map_err(Clone::clone);
            // Who asked may be gone; what was written stands all the same.
            drop(ack.send(answer));
        }
    }
}

async fn gather(first: (Change, Ack), queue: &mut mpsc::Receiver<(Change, Ack)>) -> Vec<(Change, Ack)> {
    let began = Instant::now();
    let mut batch = vec![first];
    loop {
        while batch.len() < BATCH
            && let Ok(next) = queue.try_recv()
        {
            batch.push(next);
        }
        // Nobody adds anything to a queue that was closed.
        if batch.len() >= BATCH || began.elapsed() >= WAIT || queue.is_closed() {
            return batch;
        }
        sleep(LOOK_EVERY).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(source: i64) -> (Change, Ack) {
        let row = CapturesRow {
            source: SourceId(source),
            anchor_at: 0,
            searched_at: 0,
            depth: Depth::Nearest,
            found: String::new(),
        };
        (Change::Captures(row), oneshot::channel().0)
    }

    /// How many of so many changes are in the first batch, and after how many milliseconds.
    async fn gathered(changes: usize, ends: bool) -> (usize, u128) {
        let (to, mut queue) = mpsc::channel(BATCH + 1);
        for source in (0..).take(changes) {
            to.send(change(source)).await.unwrap();
        }
        let open = (!ends).then_some(to);
        let first = queue.recv().await.unwrap();
        let began = Instant::now();
        let batch = gather(first, &mut queue).await;
        drop(open);
        (batch.len(), began.elapsed().as_millis())
    }

    #[tokio::test(start_paused = true)]
    async fn a_record_waits_for_others_but_not_for_long() {
        assert_eq!(gathered(1, false).await, (1, WAIT.as_millis()));
        assert_eq!(gathered(32, false).await, (32, WAIT.as_millis()));
        assert_eq!(gathered(BATCH + 1, false).await, (BATCH, 0), "a batch that is full waits for nobody");
        assert_eq!(gathered(3, true).await, (3, 0), "where nobody can add any more, nobody is waited for");
    }
}
