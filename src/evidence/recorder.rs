//! Hands exchanges to the evidence folder, off the async threads and in order.

use std::path::Path;

use anyhow::Context;
use jiff::Timestamp;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

use super::{EvidenceError, EvidenceWriter};
use crate::observation::exchange::Exchange;

/// Looks that wait to be written; each holds its bodies, so few.
const QUEUE: usize = 16;

/// What the thread is asked to do, and where it answers.
#[derive(Debug)]
enum Job {
    Keep(Vec<Exchange>, oneshot::Sender<Result<(), EvidenceError>>),
    Newest(String, oneshot::Sender<Result<Option<Timestamp>, EvidenceError>>),
}

const ENDED: &str = "failed to write evidence: its thread has ended";

/// The way to the evidence folder; without one, exchanges are dropped.
#[derive(Debug)]
pub(crate) struct Recorder {
    writing: Option<Writing>,
}

#[derive(Debug)]
struct Writing {
    jobs: mpsc::Sender<Job>,
    thread: JoinHandle<Result<(), EvidenceError>>,
}

impl Recorder {
    /// Records nothing.
    pub(crate) fn off() -> Self {
        Self { writing: None }
    }

    /// Records to `folder`, which is made where it is missing; nothing without one.
    pub(crate) fn open(folder: Option<&Path>) -> anyhow::Result<Self> {
        let Some(folder) = folder else { return Ok(Self::off()) };
        let writer = EvidenceWriter::open(folder).map_err(|error| anyhow::anyhow!("failed to {error}"))?;
        let (jobs, receiver) = mpsc::channel(QUEUE);
        let thread = tokio::task::spawn_blocking(move || write_all(writer, receiver));
        Ok(Self { writing: Some(Writing { jobs, thread }) })
    }

    /// Whether exchanges are kept at all.
    pub(crate) fn is_on(&self) -> bool {
        self.writing.is_some()
    }

    /// Writes what was exchanged in one look; it is on disk when this returns.
    pub(crate) async fn keep(&self, exchanges: Vec<Exchange>) -> anyhow::Result<()> {
        let Some(writing) = &self.writing else { return Ok(()) };
        if exchanges.is_empty() {
            return Ok(());
        }
        let (done, written) = oneshot::channel();
        writing.jobs.send(Job::Keep(exchanges, done)).await.ok().context(ENDED)?;
        written.await.context(ENDED)?.map_err(|error| anyhow::anyhow!("failed to {error}"))
    }

    /// Whether a page that was read then can be found in the evidence by whoever replays it; true where none is kept.
    pub(crate) async fn holds(&self, url: &str, read_at: Timestamp) -> anyhow::Result<bool> {
        let Some(writing) = &self.writing else { return Ok(true) };
        let (done, newest) = oneshot::channel();
        writing.jobs.send(Job::Newest(url.to_owned(), done)).await.ok().context(ENDED)?;
        let newest = newest.await.context(ENDED)?.map_err(|error| anyhow::anyhow!("failed to {error}"))?;
        Ok(newest.is_some_and(|newest| newest >= read_at))
    }

    /// Brings the index up to date.
    pub(crate) async fn finish(self) -> anyhow::Result<()> {
        let Some(Writing { jobs, thread }) = self.writing else { return Ok(()) };
        drop(jobs);
        thread.await.context("failed to write evidence")?.map_err(|error| anyhow::anyhow!("failed to {error}"))
    }
}

fn write_all(mut writer: EvidenceWriter, mut jobs: mpsc::Receiver<Job>) -> Result<(), EvidenceError> {
    while let Some(job) = jobs.blocking_recv() {
        let heard = match job {
            Job::Keep(exchanges, done) => done.send(writer.write(&exchanges).map(|_| ())).is_ok(),
            Job::Newest(url, done) => done.send(writer.newest(&url)).is_ok(),
        };
        if !heard {
            // The run was stopped while it waited; the evidence is written all the same.
            tracing::debug!("evidence written for a look that was given up");
        }
    }
    writer.finish()
}
