//! What a run leaves: its report in the store, and the report files.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use anyhow::Context;

use super::written;
use crate::clock;
use crate::report::changes::{self, Changes, Snapshot};
use crate::report::health::{self, Ill};
use crate::report::{DocumentReport, Illness, Mode, Report, RunInfo, markdown};
use crate::store::{Packed, Said, Store, StoredDocument, StoredQuote, StoredRun};

/// A file that was begun longer ago is written no more.
const LONGEST_WRITE: Duration = Duration::from_hours(1);

const OTHER_VERSION: &str = "failed to read the report of the last run: it was kept by another version of citewatch";

/// A report and what changed since the one before.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) report: Report,
    pub(crate) changes: Changes,
}

/// Keeps a report in the store and says what changed since the last run.
pub(crate) async fn keep(store: &Store, report: Report) -> anyhow::Result<Told> {
    let before = store.snapshot(0).await?.as_ref().map(snapshot).transpose()?;
    let changes = changes::between(before.as_ref(), &report);
    let after = Snapshot::after(before, &report);
    let said = Said {
        documents: report.documents.iter().map(stored_document).collect::<anyhow::Result<_>>()?,
        quotes: report.documents.iter().flat_map(stored_quotes).collect(),
        snapshot: Packed::of(&after).context("failed to keep a snapshot")?,
    };
    store.save_run(&report.run.id, report.run.finished, &said).await?;
    Ok(Told { report, changes })
}

/// The report of the last run that came to its end.
pub(crate) async fn last_report(store: &Store) -> anyhow::Result<Option<Told>> {
    let Some(last) = store.last_runs(1).await?.pop() else { return Ok(None) };
    let before = store.snapshot(1).await?.as_ref().map(snapshot).transpose()?;
    let watcher = snapshot(&last.said.snapshot)?.watcher;
    let report = restored(last, watcher)?;
    let changes = changes::between(before.as_ref(), &report);
    Ok(Some(Told { report, changes }))
}

fn snapshot(packed: &Packed) -> anyhow::Result<Snapshot> {
    packed.read().context(OTHER_VERSION)
}

/// Writes `index.md` and one report a document; each is complete or absent.
pub(crate) fn write_reports(folder: &Path, told: &Told) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("failed to make the folder {}", folder.display()))?;
    written::sweep(folder, clock::now() - LONGEST_WRITE);
    let paths: Vec<&str> = told.report.documents.iter().map(|document| document.path.as_str()).collect();
    let names = markdown::file_names(&paths);
    for (document, name) in told.report.documents.iter().zip(&names) {
        write(folder, name, &markdown::document(document, &told.report.run))?;
    }
    debug_assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "each report has a name of its own");
    write(folder, "index.md", &markdown::index(&told.report, &told.changes))
}

/// Writes the index while the watcher is ill: why, over what the last pass that came to its end had to say, if it is known.
pub(crate) fn write_ill(folder: &Path, told: Option<&Told>, ill: &Ill) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("failed to make the folder {}", folder.display()))?;
    let index = told.map_or_else(String::new, |told| markdown::index(&told.report, &told.changes));
    write(folder, "index.md", &format!("{}\n{index}", health::banner(ill)))
}

fn write(folder: &Path, name: &str, text: &str) -> anyhow::Result<()> {
    let path = folder.join(name);
    written::replace(&path, text.as_bytes()).with_context(|| format!("failed to write {}", path.display()))
}

fn stored_document(document: &DocumentReport) -> anyhow::Result<StoredDocument> {
    let report = Packed::of(document).context("failed to keep a report")?;
    Ok(StoredDocument { path: document.path.clone(), report })
}

fn stored_quotes(document: &DocumentReport) -> impl Iterator<Item = StoredQuote> {
    document.quotes.iter().map(|quote| StoredQuote {
        path: document.path.clone(),
        quote: quote.quote.text.clone(),
        verdict: quote.verdict.verdict.as_str().to_owned(),
        standing: quote.verdict.standing.map(|standing| standing.as_str().to_owned()),
    })
}

fn restored(stored: StoredRun, watcher: Vec<Illness>) -> anyhow::Result<Report> {
    let documents = stored
        .said
        .documents
        .iter()
        .map(|document| document.report.read())
        .collect::<Result<_, _>>()
        .context(OTHER_VERSION)?;
    let run = RunInfo {
        id: stored.run.id,
        started: stored.run.started,
        finished: stored.run.finished.unwrap_or(stored.run.started),
        version: stored.run.version,
        mode: Mode::parse(&stored.run.mode).context("failed to read the mode of the last run")?,
    };
    Ok(Report { run, documents, watcher })
}
