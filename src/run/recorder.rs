//! Hands exchanges to the evidence folder, off the async threads and in order.

use std::path::Path;

use anyhow::Context;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

use crate::evidence::{EvidenceError, EvidenceWriter};
use crate::observation::exchange::Exchange;

/// Looks that wait to be written; each holds its bodies, so few.
const QUEUE: usize = 16;

type Job = (Vec<Exchange>, oneshot::Sender<Result<(), EvidenceError>>);

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

    /// Records to `folder`, which is made where it is missing.
    pub(crate) fn to(folder: &Path) -> anyhow::Result<Self> {
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
        let ended = "failed to write evidence: its thread has ended";
        writing.jobs.send((exchanges, done)).await.ok().context(ended)?;
        written.await.context(ended)?.map_err(|error| anyhow::anyhow!("failed to {error}"))
    }

    /// Brings the index up to date.
    pub(crate) async fn finish(self) -> anyhow::Result<()> {
        let Some(Writing { jobs, thread }) = self.writing else { return Ok(()) };
        drop(jobs);
        thread.await.context("failed to write evidence")?.map_err(|error| anyhow::anyhow!("failed to {error}"))
    }
}

fn write_all(mut writer: EvidenceWriter, mut jobs: mpsc::Receiver<Job>) -> Result<(), EvidenceError> {
    while let Some((exchanges, done)) = jobs.blocking_recv() {
        let result = writer.write(&exchanges).map(|_| ());
        if done.send(result).is_err() {
            // The run was stopped while it waited; the evidence is written all the same.
            tracing::debug!("evidence written for a look that was given up");
        }
    }
    writer.finish()
}
