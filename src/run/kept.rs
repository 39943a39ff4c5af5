//! What a run leaves: its report in the store, and the report files.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use serde::{Deserialize, Serialize};

use crate::clock;
use crate::document::Format;
use crate::files::{LONGEST_WRITE, written};
use crate::finding::Finding;
use crate::finding::silence::Silence;
use crate::intake::scope::Scope;
use crate::packed::unpack;
use crate::report::changes::{self, Changes, Snapshot};
use crate::report::draft::Draft;
use crate::report::health::{self, Ill};
use crate::report::{CitationReport, DocumentReport, Head, Illness, Mode, QuoteReport, Report, RunInfo, markdown};
use crate::store::{Packed, Said, Store, StoredDocument, StoredRun};

const OTHER_VERSION: &str = "failed to read the report of the last run: it was kept by another version of citewatch";

/// A report and what changed since the one before.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) report: Report,
    pub(crate) changes: Changes,
}

/// Keeps a report in the store and says what changed since the last run.
pub(crate) async fn keep(store: &Store, report: Report, scope: &Scope) -> anyhow::Result<Told> {
    let before = store.snapshot(0).await?.as_ref().map(snapshot).transpose()?;
    let has_left = |path: &str, found_by| scope.has_left(path, found_by);
    let after = Snapshot::after(before.clone(), &report, scope.found_by, has_left);
    let changes = changes::between(before.as_ref(), &report, &after);
    drop(before);
    let said = Said {
        documents: report.documents.iter().map(stored_document).collect::<anyhow::Result<_>>()?,
        snapshot: Packed::of(&after).context("failed to keep a snapshot")?,
    };
    drop(after);
    store.save_run(&report.run.id, report.run.finished, &said).await?;
    Ok(Told { report, changes })
}

/// The report of the last run that came to its end.
pub(crate) async fn last_report(store: &Store) -> anyhow::Result<Option<Told>> {
    let Some(last) = store.last_runs(1).await?.pop() else { return Ok(None) };
    let before = store.snapshot(1).await?.as_ref().map(snapshot).transpose()?;
    let after = snapshot(&last.said.snapshot)?;
    let report = restored(last, after.watcher.clone())?;
    let changes = changes::between(before.as_ref(), &report, &after);
    Ok(Some(Told { report, changes }))
}

fn snapshot(packed: &Packed) -> anyhow::Result<Snapshot> {
    packed.read().context(OTHER_VERSION)
}

/// Makes the folder of the reports, where it is missing.
pub(crate) fn make_folder(folder: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("failed to make the folder {}", folder.display()))
}

/// Writes `index.md` and one report a document; each is complete or absent.
pub(crate) fn write_reports(folder: &Path, told: &Told) -> anyhow::Result<()> {
    make_folder(folder)?;
    written::sweep(folder, clock::now() - LONGEST_WRITE);
    let paths: Vec<&str> = told.report.documents.iter().map(|document| document.head.path.as_str()).collect();
    let names = markdown::file_names(&paths);
    for (document, name) in told.report.documents.iter().zip(&names) {
        write(folder, name, |to| markdown::document(document, &told.report.run, to))?;
    }
    debug_assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "each report has a name of its own");
    write(folder, "index.md", |to| to.write_all(markdown::index(&told.report, &told.changes).as_bytes()))
}

/// Writes the index while the watcher is ill: why, over what the last pass that came to its end had to say, if it is known.
pub(crate) fn write_ill(folder: &Path, told: Option<&Told>, ill: &Ill) -> anyhow::Result<()> {
    make_folder(folder)?;
    let index = told.map_or_else(String::new, |told| markdown::index(&told.report, &told.changes));
    write(folder, "index.md", |to| write!(to, "{}\n{index}", health::banner(ill)))
}

fn write(folder: &Path, name: &str, text: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> anyhow::Result<()> {
    let path = folder.join(name);
    written::replace(&path, text).with_context(|| format!("failed to write {}", path.display()))
}

/// A stored report.
#[derive(Debug, Serialize, Deserialize)]
struct StoredReport {
    path: String,
    format: Format,
    title: Option<String>,
    findings: Vec<Finding>,
    #[serde(default)]
    silenced: usize,
    #[serde(default)]
    sha256: String,
    /// So many of its parts are of citations, the others of quotes; none where it is all in one, as it was kept before there
    /// were parts.
    citation_parts: Option<usize>,
    #[serde(default, skip_serializing)]
    citations: Vec<CitationReport>,
    #[serde(default, skip_serializing)]
    quotes: Vec<QuoteReport>,
}

fn stored_document(document: &DocumentReport) -> anyhow::Result<StoredDocument> {
    let citations: Vec<Arc<[u8]>> = document.citations.packed().collect();
    let Head { path, format, title, findings, sha256, silenced } = document.head.clone();
    let citation_parts = Some(citations.len());
    let (none, no_quotes) = (Vec::new(), Vec::new());
    let report = StoredReport {
        path: path.clone(),
        format,
        title,
        findings,
        silenced,
        sha256: sha256.clone(),
        citation_parts,
        citations: none,
        quotes: no_quotes,
    };
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
    let StoredReport { path, format, title, findings, silenced, sha256, citation_parts, citations, quotes } =
        document.report.read()?;
    // What was kept is what was told.
    draft.begin(Head { path, format, title, findings, sha256, silenced }, Silence::default());
    restore_lists(draft, citations, quotes);
    for (part, at) in document.parts.iter().zip(0..) {
        if Some(at) < citation_parts {
            restore_lists(draft, unpack(part)?, Vec::new());
        } else {
            restore_lists(draft, Vec::new(), unpack(part)?);
        }
    }
    Ok(())
}

fn restore_lists(draft: &mut Draft, citations: Vec<CitationReport>, quotes: Vec<QuoteReport>) {
    for citation in citations {
        draft.citation(citation);
    }
    for quote in quotes {
        draft.quote(quote);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Run;

    #[test]
    fn a_report_that_was_kept_all_in_one_is_read() {
        let document = serde_json::json!({
            "path": "a.md", "format": "markdown", "title": null, "markers": [], "findings": [],
            "citations": [{
                "citation": {
                    "id": "1", "label": "1", "url": "https://a.example/", "original_url": null, "doi": null, "title": null,
                    "authors": [], "publisher": null, "published": null, "accessed": null, "archive_url": null,
                    "archive_date": null, "quote": null, "url_spans": [],
                    "place": { "span": [0, 9], "line": 3, "column": 1 }
                },
                "observation": null, "title": { "page": null, "verdict": "unknown" }, "captures": "not-asked",
                "source": { "availability": "unseen", "reason": null, "suspect": false, "standing": "unknown", "findings": [] },
                "anchor": null, "note": null, "standing": "unknown", "findings": []
            }],
            "quotes": []
        });
        let report = Packed::of(&document).unwrap();
        let documents =
            vec![StoredDocument { path: "a.md".to_owned(), sha256: String::new(), report, parts: Vec::new() }];
        let run = Run {
            id: "1".to_owned(),
            started: jiff::Timestamp::UNIX_EPOCH,
            finished: None,
            mode: "live".to_owned(),
            version: "0.1.0".to_owned(),
        };
        let said = Said { documents, snapshot: Packed::of(&Snapshot::default()).unwrap() };
        let report = restored(StoredRun { run, said }, Vec::new()).unwrap();
        assert_eq!((report.summary.citations, report.summary.sources.unknown), (1, 1));
        assert_eq!(report.documents[0].citations.get(0).unwrap().citation.place.line, 3);
    }
}
