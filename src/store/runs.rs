//! Runs, and what each said about its documents: yesterday's report is how today's knows what changed.

use std::time::Duration;

use futures_util::TryStreamExt;
use jiff::Timestamp;
use sqlx::SqliteConnection;

use super::{Alive, Packed, Store, StoreError, checked, sql};
use crate::packed::Packet;

/// Reports of so many runs are kept; observations are kept for ever.
const RUNS_KEPT: i64 = 20;

/// Parts of the documents have their numbers, those of the snapshot this one.
const SNAPSHOT: i64 = -1;

/// A run that began longer ago is over, whatever became of it.
const LONGEST_RUN: Duration = Duration::from_hours(7 * 24);

/// A run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    /// Unique.
    pub id: String,
    /// When it began.
    pub started: Timestamp,
    /// When it ended; none while it is under way, or where it was killed.
    pub finished: Option<Timestamp>,
    /// What answered its requests, in the word of the report.
    pub mode: String,
    /// Of citewatch.
    pub version: String,
}

/// What a run said about one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StoredDocument {
    /// As given.
    pub path: String,
    /// Of its bytes as they were read; empty where that is not known.
    pub sha256: String,
    /// What the caller made of it: what stands before its lists.
    pub report: Packed,
    /// Its lists, packed by the caller, a part at a time.
    pub parts: Vec<Packet>,
}

/// All that a run said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Said {
    /// In the order given.
    pub documents: Vec<StoredDocument>,
    /// What the next run compares with.
    pub snapshot: KeptSnapshot,
}

/// What a run left for the next one to compare with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct KeptSnapshot {
    /// What the caller made of it: what stands before its lists.
    pub head: Packed,
    /// Its lists, packed by the caller, a part at a time.
    pub parts: Vec<Packet>,
}

/// A finished run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StoredRun {
    /// The run.
    pub run: Run,
    /// What it said.
    pub said: Said,
}

type FinishedRow = (String, i64, Option<i64>, String, String, Vec<u8>);
type RunRow = (String, i64, Option<i64>, String, String);

impl Store {
    /// Notes that a run has begun; its observations point to it. It is under way as long as what this gives is held.
    pub(crate) async fn begin_run(&self, run: &Run) -> Result<Alive, StoreError> {
        let failed = self.failed("begin a run");
        let alive = Alive::hold(self.file.as_deref(), &run.id);
        let started = run.started.as_millisecond();
        let longest = i64::try_from(LONGEST_RUN.as_millis()).expect("a week in milliseconds");
        let mut transaction = self.write.begin_with("BEGIN IMMEDIATE").await.map_err(&failed)?;
        let future = sqlx::query(sql::FORGET_FUTURE_SLOTS).execute(&mut *transaction).await.map_err(&failed)?;
        let hosts = sqlx::query(sql::FREE_FUTURE_HOSTS).execute(&mut *transaction).await.map_err(&failed)?;
        if future.rows_affected() + hosts.rows_affected() > 0 {
            sqlx::query(sql::CLOCK_SET_BACK).execute(&mut *transaction).await.map_err(&failed)?;
            tracing::warn!(
                sources = future.rows_affected(),
                "the store holds moments that are yet to come: the clock was set back, or was wrong before; looks of the \
                 future are left out"
            );
        }
        let query = sqlx::query(sql::CLEAR_OLD_WORKLISTS).bind(started.saturating_sub(longest));
        query.execute(&mut *transaction).await.map_err(&failed)?;
        let query = sqlx::query(sql::BEGIN_RUN).bind(&run.id).bind(started).bind(&run.mode).bind(&run.version);
        query.execute(&mut *transaction).await.map_err(&failed)?;
        transaction.commit().await.map_err(&failed)?;
        self.free_hosts_of_the_dead().await?;
        Ok(alive)
    }

    /// Makes what is open of a run due now, where the clock was set back while it is under way; false where it was not.
    pub(crate) async fn clock_was_set_back(&self, id: &str) -> Result<bool, StoreError> {
        let failed = self.failed("follow the clock");
        let mut transaction = self.write.begin_with("BEGIN IMMEDIATE").await.map_err(&failed)?;
        let slots = sqlx::query(sql::OPEN_NOW).bind(id).execute(&mut *transaction).await.map_err(&failed)?;
        let hosts = sqlx::query(sql::FREE_FUTURE_HOSTS).execute(&mut *transaction).await.map_err(&failed)?;
        if slots.rows_affected() + hosts.rows_affected() > 0 {
            sqlx::query(sql::CLOCK_SET_BACK).execute(&mut *transaction).await.map_err(&failed)?;
        }
        sqlx::query(sql::WAKE_HOSTS).bind(id).execute(&mut *transaction).await.map_err(&failed)?;
        transaction.commit().await.map_err(&failed)?;
        Ok(slots.rows_affected() + hosts.rows_affected() > 0)
    }

    /// Takes back a run that recorded nothing: the network was not there.
    pub(crate) async fn forget_run(&self, id: &str) -> Result<(), StoreError> {
        let failed = self.failed("take back a run");
        let mut transaction = self.write.begin_with("BEGIN IMMEDIATE").await.map_err(&failed)?;
        for statement in [sql::CLEAR_WORKLIST, sql::FORGET_RUN] {
            sqlx::query(statement).bind(id).execute(&mut *transaction).await.map_err(&failed)?;
        }
        transaction.commit().await.map_err(&failed)
    }

    /// Ends a run and keeps what it said, all or nothing. What it wanted looked at and did not get to stays wanted, so
    /// that the next run goes on from there.
    pub(crate) async fn save_run(&self, id: &str, finished: Timestamp, said: &Said) -> Result<(), StoreError> {
        let failed = self.failed("keep the report of a run");
        let mut transaction = self.write.begin_with("BEGIN IMMEDIATE").await.map_err(&failed)?;
        for (document, ordinal) in said.documents.iter().zip(0_i64..) {
            keep_document(&mut transaction, id, ordinal, document).await.map_err(&failed)?;
            if !document.sha256.is_empty() {
                checked::keep_alone(&mut transaction, &document.path, &document.sha256, finished)
                    .await
                    .map_err(&failed)?;
            }
        }
        let query = sqlx::query(sql::FINISH_RUN).bind(id).bind(finished.as_millisecond());
        query.bind(said.snapshot.head.bytes()).execute(&mut *transaction).await.map_err(&failed)?;
        keep_parts(&mut transaction, id, SNAPSHOT, &said.snapshot.parts).await.map_err(&failed)?;
        sqlx::query(sql::CLEAR_SETTLED).bind(id).execute(&mut *transaction).await.map_err(&failed)?;
        for statement in [sql::DROP_OLD_DOCUMENTS, sql::DROP_OLD_PARTS, sql::DROP_OLD_SNAPSHOTS] {
            sqlx::query(statement).bind(RUNS_KEPT).execute(&mut *transaction).await.map_err(&failed)?;
        }
        transaction.commit().await.map_err(&failed)
    }

    /// The last runs that came to their end, newest first, with what they said.
    pub(crate) async fn last_runs(&self, most: usize) -> Result<Vec<StoredRun>, StoreError> {
        let failed = self.failed("read the last runs");
        let query = sqlx::query_as(sql::LAST_RUNS).bind(i64::try_from(most).unwrap_or(i64::MAX));
        let rows: Vec<FinishedRow> = query.fetch_all(&self.read).await.map_err(failed)?;
        let mut runs = Vec::with_capacity(rows.len());
        for (id, started, finished, mode, version, snapshot) in rows {
            let run = self.run((id, started, finished, mode, version))?;
            let said = self.said(&run.id, snapshot).await?;
            runs.push(StoredRun { run, said });
        }
        Ok(runs)
    }

    /// What the runs before the last `skip` that came to their end left to compare with.
    pub(crate) async fn snapshot(&self, skip: usize) -> Result<Option<KeptSnapshot>, StoreError> {
        let failed = self.failed("read the last run");
        let query = sqlx::query_as(sql::SNAPSHOT).bind(i64::try_from(skip).unwrap_or(i64::MAX));
        let row: Option<(String, Vec<u8>)> = query.fetch_optional(&self.read).await.map_err(&failed)?;
        let Some((run, head)) = row else { return Ok(None) };
        let parts = self.parts(&run, SNAPSHOT).await.map_err(failed)?;
        Ok(Some(KeptSnapshot { head: Packed::from_column(head), parts }))
    }

    /// The parts of one list of a run, one after another: all of them may be more than should be in memory.
    async fn parts(&self, run: &str, ordinal: i64) -> Result<Vec<Packet>, sqlx::Error> {
        let mut rows = sqlx::query_as::<_, (Vec<u8>,)>(sql::PARTS).bind(run).bind(ordinal).fetch(&self.read);
        let mut parts = Vec::new();
        while let Some((bytes,)) = rows.try_next().await? {
            parts.push(Packet::of(bytes));
        }
        Ok(parts)
    }

    async fn said(&self, run: &str, snapshot: Vec<u8>) -> Result<Said, StoreError> {
        let failed = self.failed("read what a run said");
        let query = sqlx::query_as(sql::DOCUMENTS).bind(run);
        let rows: Vec<(i64, String, Vec<u8>)> = query.fetch_all(&self.read).await.map_err(&failed)?;
        let mut documents = Vec::with_capacity(rows.len());
        for (ordinal, path, report) in rows {
            let parts = self.parts(run, ordinal).await.map_err(&failed)?;
            documents.push(StoredDocument { path, sha256: String::new(), report: Packed::from_column(report), parts });
        }
        let parts = self.parts(run, SNAPSHOT).await.map_err(&failed)?;
        Ok(Said { documents, snapshot: KeptSnapshot { head: Packed::from_column(snapshot), parts } })
    }

    /// The run of that mode since `since` that has not done what it wanted, nor has any run after it: it is under way
    /// elsewhere, was killed, or was stopped. Enrolling with its start as the due time goes on from there.
    pub(crate) async fn unfinished_run(&self, mode: &str, since: Timestamp) -> Result<Option<Run>, StoreError> {
        let query = sqlx::query_as(sql::UNFINISHED_RUN).bind(since.as_millisecond()).bind(mode);
        let row: Option<RunRow> = query.fetch_optional(&self.read).await.map_err(self.failed("read the runs"))?;
        row.map(|row| self.run(row)).transpose()
    }

    fn run(&self, (id, started, finished, mode, version): RunRow) -> Result<Run, StoreError> {
        let moment = |at| self.moment("the time of a run", at);
        Ok(Run { id, started: moment(started)?, finished: finished.map(moment).transpose()?, mode, version })
    }
}

async fn keep_document(
    connection: &mut SqliteConnection,
    run: &str,
    ordinal: i64,
    document: &StoredDocument,
) -> Result<(), sqlx::Error> {
    let query = sqlx::query(sql::KEEP_DOCUMENT).bind(run).bind(ordinal).bind(&document.path);
    query.bind(document.report.bytes()).execute(&mut *connection).await?;
    keep_parts(connection, run, ordinal, &document.parts).await
}

async fn keep_parts(
    connection: &mut SqliteConnection,
    run: &str,
    ordinal: i64,
    parts: &[Packet],
) -> Result<(), sqlx::Error> {
    let parts: Vec<(i64, &Packet)> = (0..).zip(parts).collect();
    for (some, statement) in sql::KEEP_PART_MANY.parts(&parts) {
        let mut query = sqlx::query(statement);
        for (part, packet) in some {
            query = query.bind(run).bind(ordinal).bind(part).bind(packet.bytes().into_owned());
        }
        query.execute(&mut *connection).await?;
    }
    Ok(())
}
