//! What a run leaves: its report in the store, and the report files.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde::{Deserialize, Serialize};

use crate::clock;
use crate::files::{LONGEST_WRITE, written};
use crate::finding::silence::Silence;
use crate::intake::scope::Scope;
use crate::packed::{Packet, unpack};
use crate::report::changes::{self, Changes, Snapshot};
use crate::report::draft::Draft;
use crate::report::health::{self, Ill};
use crate::report::{CitationReport, DocumentReport, Head, Illness, Mode, QuoteReport, Report, RunInfo, markdown};
use crate::store::{KeptSnapshot, Packed, Said, Store, StoredDocument, StoredRun};

const OTHER_VERSION: &str = "failed to read the report of the last run: it was kept by another version of citewatch";

/// A report and what changed since the one before.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) report: Report,
    pub(crate) changes: Changes,
}

/// Keeps a report in the store and says what changed since the last run.
pub(crate) async fn keep(store: &Store, report: Report, scope: &Scope) -> anyhow::Result<Told> {
    let before = before(store, 0).await?;
    let has_left = |path: &str, found_by| scope.has_left(path, found_by);
    let mut after = Snapshot::after(before.clone(), &report, scope.found_by, has_left);
    let changes = changes::between(before.as_ref(), &report, &mut after);
    drop(before);
    let (head, parts) = after.parts();
    let head = Packed::of(&head).context("failed to keep a snapshot")?;
    let said = Said {
        documents: report.documents.iter().map(stored_document).collect::<anyhow::Result<_>>()?,
        snapshot: KeptSnapshot { head, parts },
    };
    drop(after);
    store.save_run(&report.run.id, report.run.finished, &said).await?;
    Ok(Told { report, changes })
}

/// The report of the last run that came to its end.
pub(crate) async fn last_report(store: &Store) -> anyhow::Result<Option<Told>> {
    let Some(mut last) = store.last_runs(1).await?.pop() else { return Ok(None) };
    let before = before(store, 1).await?;
    let mut after = snapshot(std::mem::take(&mut last.said.snapshot))?;
    let report = restored(last, after.watcher.clone())?;
    let changes = changes::between(before.as_ref(), &report, &mut after);
    Ok(Some(Told { report, changes }))
}

/// What the run before the last `skip` left. One that cannot be read is told, and is none: nothing can be told from it.
async fn before(store: &Store, skip: usize) -> anyhow::Result<Option<Snapshot>> {
    let Some(kept) = store.snapshot(skip).await? else { return Ok(None) };
    let told = |why: &anyhow::Error| tracing::warn!("{why:#}; what changed since then is not told");
    Ok(snapshot(kept).inspect_err(told).ok())
}

fn snapshot(kept: KeptSnapshot) -> anyhow::Result<Snapshot> {
    match kept.head.read() {
        Ok(head) => Snapshot::of_parts(head, kept.parts),
        // An earlier version kept it whole.
        Err(_) => kept.head.read(),
    }
    .context(OTHER_VERSION)
}

/// Makes the folder of the reports, where it is missing.
pub(crate) fn make_folder(folder: &Path) -> anyhow::Result<()> {
    is_no_file(folder)?;
    std::fs::create_dir_all(folder).with_context(|| format!("failed to make the folder {}", folder.display()))
}

fn is_no_file(folder: &Path) -> anyhow::Result<()> {
    if folder.is_file() {
        anyhow::bail!("failed to write reports into {}: it is a file; name a folder", folder.display());
    }
    Ok(())
}

/// Refuses a file, and a folder where a report would stand in the place of a document. Paths are relative to `root`, or to where this runs.
pub(crate) fn spares<'p>(
    folder: &Path,
    root: &Path,
    documents: impl IntoIterator<Item = &'p str>,
) -> anyhow::Result<()> {
    is_no_file(folder)?;
    let documents: Vec<&str> = documents.into_iter().collect();
    let places = documents.iter().flat_map(|path| [Path::new(path).to_owned(), root.join(path)]);
    let own: BTreeSet<PathBuf> = places.filter_map(|place| place.canonicalize().ok()).collect();
    let names = markdown::file_names(&documents).into_iter().chain([markdown::INDEX.to_owned()]);
    for place in names.map(|name| folder.join(name)) {
        if place.canonicalize().is_ok_and(|place| own.contains(&place)) {
            let place = place.display();
            anyhow::bail!(
                "failed to write {place}: it is a document that is read here; name another folder with --reports"
            );
        }
    }
    Ok(())
}

/// Writes `index.md` and one report a document; each is complete or absent, and none stands in the place of a document below `root`.
pub(crate) fn write_reports(folder: &Path, root: &Path, told: &Told) -> anyhow::Result<()> {
    let paths: Vec<&str> = told.report.documents.iter().map(|document| document.head.path.as_str()).collect();
    spares(folder, root, paths.iter().copied())?;
    make_folder(folder)?;
    written::sweep(folder, clock::now() - LONGEST_WRITE);
    let names = markdown::file_names(&paths);
    for (document, name) in told.report.documents.iter().zip(&names) {
        write(folder, name, |to| markdown::document(document, &told.report.run, to))?;
    }
    debug_assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "each report has a name of its own");
    write(folder, markdown::INDEX, |to| to.write_all(markdown::index(&told.report, &told.changes).as_bytes()))
}

/// Writes the index while the watcher is ill: why, over what the last pass that came to its end had to say, if it is known.
pub(crate) fn write_ill(folder: &Path, told: Option<&Told>, ill: &Ill) -> anyhow::Result<()> {
    make_folder(folder)?;
    let index = told.map_or_else(String::new, |told| markdown::index(&told.report, &told.changes));
    write(folder, markdown::INDEX, |to| write!(to, "{}\n{index}", health::banner(ill)))
}

/// Says in an index that is there, over what it says, that a check could judge nothing: since the first of them in a row.
pub(crate) fn mark_ill(folder: &Path, illness: Illness) -> anyhow::Result<()> {
    let Ok(before) = std::fs::read_to_string(folder.join(markdown::INDEX)) else { return Ok(()) };
    let (since, below) = health::below_banner(&before);
    let ill = Ill { since: since.unwrap_or_else(clock::now), illness };
    write(folder, markdown::INDEX, |to| write!(to, "{}\n{below}", health::banner(&ill)))
}

fn write(folder: &Path, name: &str, text: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> anyhow::Result<()> {
    let path = folder.join(name);
    written::put(&path, text).with_context(|| format!("failed to write {}", path.display()))
}

/// What stands before the lists of a stored report.
#[derive(Debug, Serialize, Deserialize)]
struct StoredReport {
    #[serde(flatten)]
    head: Head,
    /// So many of its parts are of citations, the others of quotes.
    citation_parts: usize,
}

fn stored_document(document: &DocumentReport) -> anyhow::Result<StoredDocument> {
    let citations: Vec<Packet> = document.citations.packed().collect();
    let report = StoredReport { head: document.head.clone(), citation_parts: citations.len() };
    let Head { path, sha256, .. } = report.head.clone();
    let report = Packed::of(&report).context("failed to keep a report")?;
    let parts = citations.into_iter().chain(document.quotes.packed()).collect();
    Ok(StoredDocument { path, sha256, report, parts })
}

fn restored(stored: StoredRun, watcher: Vec<Illness>) -> anyhow::Result<Report> {
    let mut draft = Draft::default();
    for document in &stored.said.documents {
        restore(&mut draft, document).context(OTHER_VERSION)?;
    }
    let run = RunInfo {
        id: stored.run.id,
        started: stored.run.started,
        finished: stored.run.finished.unwrap_or(stored.run.started),
        version: stored.run.version,
        mode: Mode::parse(&stored.run.mode).context("failed to read the mode of the last run")?,
    };
    Ok(draft.finish(run, watcher))
}

fn restore(draft: &mut Draft, document: &StoredDocument) -> Result<(), serde_json::Error> {
    let StoredReport { head, citation_parts } = document.report.read()?;
    // What was kept is what was told.
    draft.begin(head, Silence::default());
    let (citations, quotes) = document.parts.split_at(citation_parts.min(document.parts.len()));
    for part in citations {
        unpack::<Vec<CitationReport>>(&part.bytes())?.into_iter().for_each(|citation| draft.citation(citation));
    }
    for part in quotes {
        unpack::<Vec<QuoteReport>>(&part.bytes())?.into_iter().for_each(|quote| draft.quote(quote));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Store as Place;
    use crate::config::Watch;
    use crate::store::Run;

    #[tokio::test]
    async fn what_the_last_run_left_and_cannot_be_read_keeps_no_run_from_its_end() {
        let store = Store::open(&Place::Memory).await.unwrap();
        let started = jiff::Timestamp::UNIX_EPOCH;
        let (mode, version) = (Mode::Live, "0.1.0".to_owned());
        let watch = Watch { root: ".".into(), documents: Vec::new(), exclude: Vec::new() };
        let scope = Scope::of(&["a.md".to_owned()], &watch, None);
        for id in ["one", "two", "three"] {
            let run = Run {
                id: id.to_owned(),
                started,
                finished: None,
                mode: mode.as_str().to_owned(),
                version: version.clone(),
            };
            drop(store.begin_run(&run).await.unwrap());
            if id == "one" {
                let head = Packed::of(&"no snapshot").unwrap();
                let snapshot = KeptSnapshot { head, parts: Vec::new() };
                let said = Said { documents: Vec::new(), snapshot };
                store.save_run(id, started, &said).await.unwrap();
                continue;
            }
            let info = RunInfo { id: id.to_owned(), started, finished: clock::now(), version: version.clone(), mode };
            let told = keep(&store, Draft::default().finish(info, Vec::new()), &scope).await.unwrap();
            assert_eq!(told.changes.first_run, id == "two", "what is kept then is one again");
        }
        store.close().await;
    }
}
