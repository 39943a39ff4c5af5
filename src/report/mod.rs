//! The report: built once, a citation and a quote at a time, printed many ways.

pub(crate) mod archiving;
mod capture_use;
pub(crate) mod changes;
mod changes_wire;
pub(crate) mod draft;
pub(crate) mod escape;
mod examples;
pub(crate) mod explain;
pub(crate) mod extract;
pub(crate) mod fix;
pub(crate) mod health;
pub(crate) mod history;
pub(crate) mod human;
pub(crate) mod json;
mod json_text;
pub(crate) mod markdown;
mod recent;
mod snapshot;
pub(crate) mod summary;
mod to_do;
pub(crate) mod verify;
mod wire;
#[cfg(test)]
mod sample;

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::citation::{Citation, Quote};
use crate::document::Format;
use crate::finding::{Code, Finding};
use crate::observation::Observation;
use crate::observation::capture::CaptureSearch;
use crate::packed::Parts;
use crate::standing::Standing;
use crate::verdict::{CaptureRead, QuoteVerdict, SourceVerdict, TitleCheck};
use changes::DocumentSnapshot;
pub use health::Illness;
use summary::Summary;

/// All that a run found, ready to print.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// About the run.
    pub run: RunInfo,
    /// In the order given.
    pub documents: Vec<DocumentReport>,
    /// What the watcher itself suffered from; it comes to its end all the same.
    pub watcher: Vec<Illness>,
    /// All of it in numbers.
    pub(crate) summary: Summary,
}

/// About a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunInfo {
    /// Unique.
    pub id: String,
    /// When it began.
    pub started: Timestamp,
    /// When it ended.
    pub finished: Timestamp,
    /// Of citewatch.
    pub version: String,
    /// What answered its requests.
    pub mode: Mode,
}

/// What answers the requests of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// The network.
    Live,
    /// Recorded files.
    Replay,
    /// The store.
    Offline,
}

/// One document. It may have more citations and quotes than should be in memory at once.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentReport {
    /// What stands before its lists.
    pub head: Head,
    /// In the order of the text.
    pub(crate) citations: Parts<CitationReport>,
    /// In the order of the text.
    pub(crate) quotes: Parts<QuoteReport>,
    /// It in numbers.
    pub(crate) summary: Summary,
    /// The worst standing of its sources and quotes; none where it cites nothing.
    pub(crate) worst: Option<Standing>,
    /// Of every finding of it, but for those that the configuration expects.
    pub(crate) codes: BTreeSet<Code>,
    /// What the next run compares with.
    pub(crate) snapshot: DocumentSnapshot,
}

/// A document as such.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// As given, with `/` between folders.
    pub path: String,
    /// What it was read as.
    pub format: Format,
    /// Its title, if it has one.
    pub title: Option<String>,
    /// About the document itself.
    pub findings: Vec<Finding>,
    /// SHA-256 of the file as it was read, lower-case hexadecimal; empty where an earlier version kept the report.
    pub sha256: String,
    /// How many findings are not told, those of its citations and quotes included once they are judged.
    pub silenced: usize,
}

/// One citation and what became of its source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CitationReport {
    /// As the document has it.
    pub citation: Citation,
    /// The last look, where there was one.
    pub observation: Option<Observation>,
    /// What is thought of the source.
    pub source: SourceVerdict,
    /// The reference's title against the page's.
    pub title: TitleCheck,
    /// Captures near the anchor.
    pub captures: CaptureSearch,
    /// Those of them that were read, and what they say of what is cited.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub read: Vec<CaptureRead>,
    /// The date that captures were looked for.
    pub anchor: Option<Timestamp>,
    /// What the configuration says about the source.
    pub note: Option<String>,
    /// The source's, with its title.
    pub standing: Standing,
    /// With the place of the citation.
    pub findings: Vec<Finding>,
}

/// One quote and what became of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QuoteReport {
    /// As the document has it.
    pub quote: Quote,
    /// What is thought of it.
    pub verdict: QuoteVerdict,
    /// What says why it does not stand, where that is not told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hushed: Option<Finding>,
}

impl CitationReport {
    /// What says why nothing could be read of it, where that is not told.
    pub(crate) fn hushed(&self) -> Option<&Finding> {
        let said = self.source.findings.first().filter(|_| self.is_unreadable())?;
        self.findings.iter().all(|finding| finding.code != said.code).then_some(said)
    }
}

impl Mode {
    /// The word of the contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Replay => "replay",
            Self::Offline => "offline",
        }
    }

    /// The mode that the contract calls `word`.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Live, Self::Replay, Self::Offline].into_iter().find(|mode| mode.as_str() == word)
    }
}
