//! What changed since the last run: the opinions of then, kept small, against the opinions of now.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::recent::{self, Broke};
use super::summary::hash;
use super::{CitationReport, DocumentReport, Illness, QuoteReport, Report};
use crate::packed::Parts;
use crate::standing::Standing;
use crate::verdict::{Availability, Reason, TitleVerdict, Verdict, excerpt};

/// What a run leaves for the next one to compare with: for every document its sources and quotes, as they were judged.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Snapshot {
    pub(super) documents: BTreeMap<String, DocumentSnapshot>,
    /// Those that the command line named; the configuration watches the others.
    pub(super) named: BTreeSet<String>,
    /// Of the watcher, for the report of the run to be written again.
    pub(crate) watcher: Vec<Illness>,
    /// What broke lately.
    #[serde(default)]
    pub(super) recent: Vec<Broke>,
}

/// One document of a [`Snapshot`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DocumentSnapshot {
    pub(super) sources: Parts<SourceSnapshot>,
    pub(super) quotes: Parts<QuoteSnapshot>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SourceSnapshot {
    label: String,
    url: Option<String>,
    availability: Availability,
    reason: Option<Reason>,
    title_differs: bool,
    standing: Standing,
    /// Where it stands.
    line: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct QuoteSnapshot {
    /// SHA-256 of the words, the first 16 hexadecimal digits: the words themselves may be long.
    digest: String,
    /// As much of the words as a report shows.
    words: String,
    /// The addresses of the sources that it is bound to, in order.
    bound: Vec<String>,
    verdict: Verdict,
    standing: Option<Standing>,
    /// Where it stands.
    line: usize,
}

/// How a run came by a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FoundBy {
    /// The configuration watches it.
    Watch,
    /// The command line named it, or its folder.
    Name,
}

/// What changed since the last run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Changes {
    /// There was no run before, so there is nothing to compare with.
    pub(crate) first_run: bool,
    /// The documents in which something changed, in the order of the report.
    pub(crate) documents: Vec<DocumentChanges>,
    /// The documents that are not there any more, or that nothing watches any more, by path.
    pub(crate) left: Vec<Left>,
    /// What broke lately and is broken, since the last run or before it; the newest first.
    pub(crate) recent: Vec<Broke>,
}

/// A document that has left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Left {
    /// As in the report that had it.
    pub(crate) path: String,
    /// The citations that it had.
    pub(crate) citations: usize,
    /// The quotes that it had.
    pub(crate) quotes: usize,
}

/// What changed in one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DocumentChanges {
    /// As in the report.
    pub(crate) path: String,
    /// The last run did not have it.
    pub(crate) new: bool,
    /// What turned for the worse first, then in the order of the text. Of a new document only what is broken.
    pub(crate) changes: Vec<Change>,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    /// Which way it went.
    pub(crate) turn: Turn,
    /// What changed.
    pub(crate) subject: Subject,
    /// The same in every run.
    pub(super) name: String,
    /// Where it stands; none for what is not there any more.
    pub(crate) line: Option<usize>,
    /// None for what is new.
    pub(crate) was: Option<State>,
    /// None for what is not there any more.
    pub(crate) now: Option<State>,
}

/// Which way a change went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Turn {
    /// It is broken and was not, or is new and broken.
    Broken,
    /// It is sound and was not.
    Sound,
    /// It is another, between the two.
    Other,
    /// It was not there.
    New,
    /// It is not there any more.
    Left,
}

/// What a change is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Subject {
    /// A source, by the label of its citation.
    Source {
        /// As the document has it.
        label: String,
        /// Its address.
        url: Option<String>,
    },
    /// A quote, by as many of its words as a report shows.
    Quote(String),
}

/// What was thought of a source or a quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct State {
    /// `gone: not-found`, `altered`.
    pub(crate) words: String,
    /// None for an unbound quote.
    pub(crate) standing: Option<Standing>,
}

/// Longer quotes are cut in lists.
const SHOWN_OF_A_QUOTE: usize = 120;

impl Snapshot {
    /// What a run leaves: the documents of its report as judged, those that it did not look at as they were, but for those
    /// that `has_left` says are not there any more.
    pub(crate) fn after(
        previous: Option<Self>,
        report: &Report,
        found_by: FoundBy,
        has_left: impl Fn(&str, FoundBy) -> bool,
    ) -> Self {
        let Self { documents, named, .. } = previous.unwrap_or_default();
        let mut snapshot = Self { named, ..Self::default() };
        let own: BTreeSet<&str> = report.documents.iter().map(|document| document.head.path.as_str()).collect();
        for (path, document) in documents {
            let found_by = if snapshot.named.contains(&path) { FoundBy::Name } else { FoundBy::Watch };
            if own.contains(path.as_str()) || !has_left(&path, found_by) {
                snapshot.documents.insert(path, document);
            } else {
                snapshot.named.remove(&path);
            }
        }
        for DocumentReport { head, snapshot: document, .. } in &report.documents {
            let is_known = snapshot.documents.insert(head.path.clone(), document.clone()).is_some();
            match found_by {
                FoundBy::Watch => drop(snapshot.named.remove(&head.path)),
                // What is watched stays so where it is named as well.
                FoundBy::Name if is_known => {}
                FoundBy::Name => drop(snapshot.named.insert(head.path.clone())),
            }
        }
        snapshot.watcher.clone_from(&report.watcher);
        snapshot
    }

    /// Whether it has a document of this path.
    pub(super) fn has(&self, path: &str) -> bool {
        self.documents.contains_key(path)
    }
}

impl SourceSnapshot {
    pub(super) fn of(citation: &CitationReport) -> Self {
        Self {
            label: citation.citation.label.clone(),
            url: citation.source_url(),
            availability: citation.source.availability,
            reason: citation.source.reason,
            title_differs: citation.title.verdict == TitleVerdict::Differs,
            standing: citation.standing,
            line: citation.citation.place.line,
        }
    }
}

impl QuoteSnapshot {
    /// `cited` is what the quote is bound to.
    pub(super) fn of(quote: &QuoteReport, cited: &[CitationReport]) -> Self {
        let mut bound: Vec<String> = cited.iter().map(|citation| SourceSnapshot::of(citation).name()).collect();
        bound.sort_unstable();
        let mut digest = String::new();
        for byte in &Sha256::digest(quote.quote.text.as_bytes())[..8] {
            write!(digest, "{byte:02x}").expect("a String takes all that is written");
        }
        Self {
            digest,
            words: excerpt(&quote.quote.text, SHOWN_OF_A_QUOTE),
            bound,
            verdict: quote.verdict.verdict,
            standing: quote.verdict.standing,
            line: quote.quote.place.line,
        }
    }
}

/// What two runs have in common: something with a name that is kept, a subject and a state.
pub(super) trait Kept: Clone + Serialize + serde::de::DeserializeOwned {
    /// The same in both runs where it is the same thing, wherever it moved in the text.
    fn name(&self) -> String;
    /// A name that more of them share, for what is left when those with one name are paired.
    fn loose_name(&self) -> String;
    fn subject(&self) -> Subject;
    fn state(&self) -> State;
    fn line(&self) -> usize;
}

impl Kept for SourceSnapshot {
    fn name(&self) -> String {
        self.url.clone().unwrap_or_else(|| format!("label {}", self.label))
    }

    fn loose_name(&self) -> String {
        self.name()
    }

    fn subject(&self) -> Subject {
        Subject::Source { label: self.label.clone(), url: self.url.clone() }
    }

    fn state(&self) -> State {
        let words = match self.reason {
            Some(reason) if reason.as_str() != self.availability.as_str() => format!("{}: {reason}", self.availability),
            _ => self.availability.to_string(),
        };
        let words = if self.title_differs { format!("{words}, title differs") } else { words };
        State { words, standing: Some(self.standing) }
    }

    fn line(&self) -> usize {
        self.line
    }
}

impl Kept for QuoteSnapshot {
    fn name(&self) -> String {
        format!("{} {}", self.digest, self.bound.join(" "))
    }

    fn loose_name(&self) -> String {
        self.digest.clone()
    }

    fn subject(&self) -> Subject {
        Subject::Quote(self.words.clone())
    }

    fn state(&self) -> State {
        State { words: self.verdict.to_string(), standing: self.standing }
    }

    fn line(&self) -> usize {
        self.line
    }
}

/// What is otherwise in `report` than in `previous`, and what is in `previous` and not in `after`, which the run of the report
/// left, and in which what broke lately is noted. A document that only the report does not have was not looked at, so it has
/// not changed.
pub(crate) fn between(previous: Option<&Snapshot>, report: &Report, after: &mut Snapshot) -> Changes {
    let Some(previous) = previous else { return Changes { first_run: true, ..Changes::default() } };
    let documents = report.documents.iter().filter_map(|document| {
        let changed = of_document(previous.documents.get(&document.head.path), document);
        (changed.new || !changed.changes.is_empty()).then_some(changed)
    });
    let left = previous.documents.iter().filter(|(path, _)| !after.documents.contains_key(*path));
    let left = left.map(|(path, DocumentSnapshot { sources, quotes })| Left {
        path: path.clone(),
        citations: sources.len(),
        quotes: quotes.len(),
    });
    let (documents, left) = (documents.collect(), left.collect());
    let mut changes = Changes { first_run: false, documents, left, recent: Vec::new() };
    changes.recent = recent::broken(previous, report, &changes, after);
    after.recent.clone_from(&changes.recent);
    changes
}

fn of_document(then: Option<&DocumentSnapshot>, document: &DocumentReport) -> DocumentChanges {
    let (nothing, now) = (DocumentSnapshot::default(), &document.snapshot);
    let was = then.unwrap_or(&nothing);
    let mut changes = compare(&was.sources, &now.sources);
    changes.extend(compare(&was.quotes, &now.quotes));
    changes.sort_by_key(|change| (change.turn, change.line.is_none(), change.line));
    if then.is_none() {
        changes.retain(|change| change.turn == Turn::Broken);
    }
    DocumentChanges { path: document.head.path.clone(), new: then.is_none(), changes }
}

/// What changed where both have the same names in the same order, as they nearly always have.
fn side_by_side<T: Kept>(then: &Parts<T>, now: &Parts<T>) -> Option<Vec<Change>> {
    if then.len() != now.len() {
        return None;
    }
    let mut changes = Vec::new();
    for (was, kept) in then.iter().zip(now.iter()) {
        if was.name() != kept.name() {
            return None;
        }
        changes.extend(change(Some(was.state()), &kept));
    }
    Some(changes)
}

/// Pairs what has the same name, the first with the first, the second with the second; then what is left by the looser
/// name.
fn compare<T: Kept>(then: &Parts<T>, now: &Parts<T>) -> Vec<Change> {
    if let Some(changes) = side_by_side(then, now) {
        return changes;
    }
    let (then_names, now_names) = (names(then), names(now));
    let mut was: Vec<Option<usize>> = vec![None; now.len()];
    let mut taken = vec![false; then.len()];
    for name in [|names: &[u64; 2]| names[0], |names: &[u64; 2]| names[1]] {
        let left = by_name(then_names.iter().map(name), |at| !taken[at]);
        let open = by_name(now_names.iter().map(name), |at| was[at].is_none());
        for (then, now) in pairs(&left, &open) {
            (was[now], taken[then]) = (Some(then), true);
        }
    }
    let mut changes = Vec::new();
    for (kept, was) in now.iter().zip(was) {
        changes.extend(change(was.and_then(|at| then.get(at)).map(|was| was.state()), &kept));
    }
    let gone = then.iter().zip(taken).filter(|(_, taken)| !taken);
    changes.extend(gone.map(|(kept, _)| Change {
        turn: Turn::Left,
        subject: kept.subject(),
        name: kept.loose_name(),
        line: None,
        was: Some(kept.state()),
        now: None,
    }));
    changes
}

/// What changed in something that was so, if anything did.
fn change<T: Kept>(was: Option<State>, kept: &T) -> Option<Change> {
    let state = kept.state();
    let turn = turn(was.as_ref(), &state)?;
    let (subject, name, line) = (kept.subject(), kept.loose_name(), Some(kept.line()));
    Some(Change { turn, subject, name, line, was, now: Some(state) })
}

/// The hashes of the two names of each.
fn names<T: Kept>(all: &Parts<T>) -> Vec<[u64; 2]> {
    all.iter().map(|kept| [hash(&kept.name()), hash(&kept.loose_name())]).collect()
}

/// Those that are wanted by name, then in their order.
fn by_name(names: impl Iterator<Item = u64>, is_wanted: impl Fn(usize) -> bool) -> Vec<(u64, usize)> {
    let mut all: Vec<(u64, usize)> = names.zip(0..).filter(|(_, at)| is_wanted(*at)).collect();
    all.sort_unstable();
    all
}

/// The places of those that have a name in common.
fn pairs(then: &[(u64, usize)], now: &[(u64, usize)]) -> Vec<(usize, usize)> {
    let (mut then, mut now) = (then.iter().peekable(), now.iter().peekable());
    let mut pairs = Vec::new();
    while let (Some((was, was_at)), Some((is, is_at))) = (then.peek(), now.peek()) {
        match was.cmp(is) {
            std::cmp::Ordering::Less => drop(then.next()),
            std::cmp::Ordering::Greater => drop(now.next()),
            std::cmp::Ordering::Equal => {
                pairs.push((*was_at, *is_at));
                then.next();
                now.next();
            }
        }
    }
    pairs
}

fn turn(was: Option<&State>, now: &State) -> Option<Turn> {
    let Some(was) = was else {
        return Some(if now.standing == Some(Standing::Broken) { Turn::Broken } else { Turn::New });
    };
    match (was.standing == now.standing, now.standing) {
        (true, _) => (was.words != now.words).then_some(Turn::Other),
        (false, Some(Standing::Broken)) => Some(Turn::Broken),
        (false, Some(Standing::Sound)) => Some(Turn::Sound),
        (false, Some(Standing::Unknown) | None) => Some(Turn::Other),
    }
}

impl Turn {
    /// The word of the JSON.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Broken => "broken",
            Self::Sound => "sound",
            Self::Other => "other",
            Self::New => "new",
            Self::Left => "left",
        }
    }
}

#[cfg(test)]
#[path = "changes_tests.rs"]
mod tests;
