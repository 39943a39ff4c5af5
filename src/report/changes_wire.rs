//! What changed since the last run, as JSON.

use jiff::Timestamp;
use serde::Serialize;

use super::changes::{Change, Changes, Left, State, Subject};
use super::recent::Broke;

#[derive(Serialize)]
pub(super) struct ChangesWire<'a> {
    first_run: bool,
    documents: Vec<DocumentChangesWire<'a>>,
    left: Vec<LeftWire<'a>>,
    recently_broken: Vec<BrokeWire<'a>>,
}

#[derive(Serialize)]
struct BrokeWire<'a> {
    path: &'a str,
    since: Timestamp,
    label: Option<&'a str>,
    url: Option<&'a str>,
    quote: Option<&'a str>,
    line: Option<usize>,
    was: Option<&'a str>,
    now: &'a str,
}

#[derive(Serialize)]
struct LeftWire<'a> {
    path: &'a str,
    citations: usize,
    quotes: usize,
}

#[derive(Serialize)]
struct DocumentChangesWire<'a> {
    path: &'a str,
    new: bool,
    changes: Vec<ChangeWire<'a>>,
}

#[derive(Serialize)]
struct ChangeWire<'a> {
    turn: &'static str,
    label: Option<&'a str>,
    url: Option<&'a str>,
    quote: Option<&'a str>,
    line: Option<usize>,
    was: Option<&'a str>,
    now: Option<&'a str>,
}

impl<'a> ChangesWire<'a> {
    pub(super) fn of(changes: &'a Changes) -> Self {
        let documents = changes.documents.iter().map(|document| DocumentChangesWire {
            path: &document.path,
            new: document.new,
            changes: document.changes.iter().map(ChangeWire::of).collect(),
        });
        let left = changes.left.iter().map(|Left { path, citations, quotes }| LeftWire {
            path,
            citations: *citations,
            quotes: *quotes,
        });
        Self {
            first_run: changes.first_run,
            documents: documents.collect(),
            left: left.collect(),
            recently_broken: changes.recent.iter().map(BrokeWire::of).collect(),
        }
    }
}

impl<'a> ChangeWire<'a> {
    fn of(change: &'a Change) -> Self {
        let (label, url, quote) = named(&change.subject);
        let words = |state: &'a Option<State>| state.as_ref().map(|state| state.words.as_str());
        Self {
            turn: change.turn.as_str(),
            label,
            url,
            quote,
            line: change.line,
            was: words(&change.was),
            now: words(&change.now),
        }
    }
}

impl<'a> BrokeWire<'a> {
    fn of(broke: &'a Broke) -> Self {
        let Broke { path, subject, line, was, now, since, .. } = broke;
        let (label, url, quote) = named(subject);
        let was = was.as_ref().map(|state| state.words.as_str());
        Self { path, since: *since, label, url, quote, line: *line, was, now: &now.words }
    }
}

/// The label and the address of a source, or the words of a quote.
fn named(subject: &Subject) -> (Option<&str>, Option<&str>, Option<&str>) {
    match subject {
        Subject::Source { label, url } => (Some(label.as_str()), url.as_deref(), None),
        Subject::Quote(words) => (None, None, Some(words.as_str())),
    }
}
