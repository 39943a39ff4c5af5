//! What a run leaves for the next one to compare with, as the store keeps it: in parts, since it has as many sources and
//! quotes as the documents.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::Illness;
use super::changes::{DocumentSnapshot, Snapshot};
use super::recent::Broke;
use crate::packed::{Packet, Parts};

/// What stands before the lists of a [`Snapshot`].
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct SnapshotHead {
    documents: BTreeMap<String, ListParts>,
    named: BTreeSet<String>,
    watcher: Vec<Illness>,
    recent: Vec<Broke>,
}

/// How many parts the lists of a document have.
#[derive(Debug, Serialize, Deserialize)]
struct ListParts {
    source_parts: usize,
    quote_parts: usize,
}

impl Snapshot {
    /// What stands before its lists, and these in parts: of each document its sources, and then its quotes.
    pub(crate) fn parts(&self) -> (SnapshotHead, Vec<Packet>) {
        let Self { documents, named, watcher, recent } = self;
        let mut parts = Vec::new();
        let documents = documents.iter().map(|(path, document)| {
            let before = parts.len();
            parts.extend(document.sources.packed());
            let source_parts = parts.len() - before;
            parts.extend(document.quotes.packed());
            (path.clone(), ListParts { source_parts, quote_parts: parts.len() - before - source_parts })
        });
        let documents = documents.collect();
        let head = SnapshotHead { documents, named: named.clone(), watcher: watcher.clone(), recent: recent.clone() };
        (head, parts)
    }

    /// The snapshot of these parts; an error where they are not what this version would have made of it.
    pub(crate) fn of_parts(head: SnapshotHead, parts: Vec<Packet>) -> Result<Self, serde_json::Error> {
        let SnapshotHead { documents, named, watcher, recent } = head;
        let mut parts = parts.into_iter();
        let mut known = BTreeMap::new();
        for (path, ListParts { source_parts, quote_parts }) in documents {
            let sources = Parts::of_packets(parts.by_ref().take(source_parts).collect())?;
            let quotes = Parts::of_packets(parts.by_ref().take(quote_parts).collect())?;
            known.insert(path, DocumentSnapshot { sources, quotes });
        }
        Ok(Self { documents: known, named, watcher, recent })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::changes::FoundBy;
    use crate::report::sample;

    #[test]
    fn what_is_kept_in_parts_is_what_it_was() {
        let snapshot = Snapshot::after(None, &sample::drawn_up(), FoundBy::Name, |_, _| false);
        let (head, parts) = snapshot.parts();
        let head = serde_json::to_string(&head).unwrap();
        assert!(serde_json::from_str::<Snapshot>(&head).is_err() && parts.len() > 1);
        let read = Snapshot::of_parts(serde_json::from_str(&head).unwrap(), parts).unwrap();
        assert_eq!(read, snapshot);
        let whole = serde_json::to_string(&snapshot).unwrap();
        assert!(serde_json::from_str::<SnapshotHead>(&whole).is_err(), "one that an earlier version kept whole");
    }

    #[test]
    fn parts_that_hold_something_else_are_refused() {
        let snapshot = Snapshot::after(None, &sample::drawn_up(), FoundBy::Name, |_, _| false);
        let (head, mut parts) = snapshot.parts();
        parts.swap(0, 1);
        assert!(Snapshot::of_parts(head, parts).is_err());
    }
}
