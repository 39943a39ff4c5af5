//! The report: built once, printed many ways.

pub(crate) mod changes;
pub(crate) mod escape;
pub(crate) mod explain;
pub(crate) mod extract;
pub(crate) mod health;
pub(crate) mod history;
pub(crate) mod human;
pub(crate) mod json;
pub(crate) mod markdown;
pub(crate) mod summary;
pub(crate) mod verify;
mod wire;
#[cfg(test)]
mod sample;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::citation::{Citation, Marker, Quote};
use crate::document::Format;
use crate::finding::Finding;
use crate::observation::Observation;
use crate::observation::capture::CaptureSearch;
use crate::standing::Standing;
use crate::verdict::{QuoteVerdict, SourceVerdict, TitleCheck};
pub use health::Illness;

/// All that a run found, ready to print.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// About the run.
    pub run: RunInfo,
    /// In the order given.
    pub documents: Vec<DocumentReport>,
    /// What the watcher itself suffered from; it comes to its end all the same.
    pub watcher: Vec<Illness>,
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

/// One document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentReport {
    /// As given, with `/` between folders.
    pub path: String,
    /// What it was read as.
    pub format: Format,
    /// Its title, if it has one.
    pub title: Option<String>,
    /// In the order of the text.
    pub citations: Vec<CitationReport>,
    /// In the order of the text.
    pub markers: Vec<Marker>,
    /// In the order of the text.
    pub quotes: Vec<QuoteReport>,
    /// About the document itself.
    pub findings: Vec<Finding>,
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
