//! What broke lately. A schedule makes a pass whenever something is due, and nobody reads the report of each: what broke is
//! told as new for a while, and not only by the pass that saw it break.

use std::collections::{HashMap, HashSet};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::changes::{Change, Changes, Kept, Snapshot, State, Subject, Turn};
use super::{DocumentReport, Report};
use crate::packed::Parts;
use crate::standing::Standing;

/// So long: who reads once a week sees it once at least, and who leaves a week out sees it still.
pub(crate) const TOLD_FOR_DAYS: i64 = 14;

/// Something that broke, and has not been anything else since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Broke {
    /// The document.
    pub(crate) path: String,
    /// What broke.
    pub(crate) subject: Subject,
    /// The same in every run.
    name: String,
    /// Where it stands.
    pub(crate) line: Option<usize>,
    /// What it was before; none for what was new.
    pub(crate) was: Option<State>,
    /// What it is.
    pub(crate) now: State,
    /// When the pass that first said so had ended.
    pub(crate) since: Timestamp,
}

/// What broke lately, as of a report: what `changes` says broke now, and what broke before it and still is so. The newest
/// first, else in the order of the documents.
pub(super) fn broken(previous: &Snapshot, report: &Report, changes: &Changes, after: &Snapshot) -> Vec<Broke> {
    let now = report.run.finished;
    let of_report: HashMap<&str, &DocumentReport> =
        report.documents.iter().map(|document| (document.head.path.as_str(), document)).collect();
    let mut all: Vec<Broke> = Vec::new();
    for document in &changes.documents {
        let broke = document.changes.iter().filter(|change| change.turn == Turn::Broken);
        all.extend(broke.filter_map(|change| broke_now(&document.path, change, now)));
    }
    let mut known: HashSet<(String, String)> = HashSet::new();
    all.retain(|broke| known.insert((broke.path.clone(), broke.name.clone())));
    let mut standing: HashMap<&str, StillBroken> = HashMap::new();
    let before = previous.recent.iter();
    for broke in before.filter(|broke| is_told(broke.since, now) && after.has(&broke.path)) {
        let mut broke = broke.clone();
        if let Some((path, document)) = of_report.get_key_value(broke.path.as_str()) {
            let states = standing.entry(path).or_insert_with(|| still_broken(document));
            let Some((line, state)) = states.get(&broke.name) else { continue };
            (broke.line, broke.now) = (Some(*line), state.clone());
        }
        if known.insert((broke.path.clone(), broke.name.clone())) {
            all.push(broke);
        }
    }
    all.sort_by_key(|broke| std::cmp::Reverse(broke.since));
    all
}

fn broke_now(path: &str, change: &Change, since: Timestamp) -> Option<Broke> {
    let Change { subject, name, line, was, now, .. } = change.clone();
    Some(Broke { path: path.to_owned(), subject, name, line, was, now: now?, since })
}

/// A clock that was set back makes nothing old.
fn is_told(since: Timestamp, now: Timestamp) -> bool {
    now.duration_since(since) <= SignedDuration::from_hours(24 * TOLD_FOR_DAYS)
}

/// Where what is broken stands, and how, by its name.
type StillBroken = HashMap<String, (usize, State)>;

fn still_broken(document: &DocumentReport) -> StillBroken {
    let mut all = HashMap::new();
    add(&document.snapshot.sources, &mut all);
    add(&document.snapshot.quotes, &mut all);
    all
}

fn add<T: Kept>(kept: &Parts<T>, all: &mut StillBroken) {
    for kept in kept.iter() {
        let state = kept.state();
        if state.standing == Some(Standing::Broken) {
            all.entry(kept.loose_name()).or_insert((kept.line(), state));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::changes::{FoundBy, between};
    use crate::report::sample::{self, Whole};
    use crate::verdict::Availability;

    const DAY: i64 = 24;

    /// One run after another: what the report of the last says broke lately, by name and hours.
    struct Watch {
        last: Option<Snapshot>,
    }

    impl Watch {
        fn run(&mut self, hours: i64, mut report: Whole) -> Vec<(String, i64)> {
            report.run.finished = at(hours);
            let report = report.drawn_up();
            let mut after = Snapshot::after(self.last.clone(), &report, FoundBy::Watch, |_, _| false);
            let changes = between(self.last.as_ref(), &report, &mut after);
            let stored = serde_json::to_string(&after).unwrap();
            self.last = Some(serde_json::from_str(&stored).unwrap());
            let broke = changes.recent.into_iter();
            broke.map(|broke| (broke.name, broke.since.duration_since(at(0)).as_hours())).collect()
        }
    }

    fn at(hours: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours)
    }

    /// The sample, in which the second source is broken or stands.
    fn report(is_broken: bool) -> Whole {
        let mut report = sample::report();
        if !is_broken {
            let citation = &mut report.documents[0].citations[1];
            (citation.source.availability, citation.source.reason) = (Availability::Live, None);
            citation.standing = Standing::Sound;
        }
        report
    }

    fn name() -> String {
        report(true).documents[0].citations[1].citation.url.clone().unwrap()
    }

    #[test]
    fn what_broke_is_told_for_two_weeks_however_many_passes_there_are() {
        let mut watch = Watch { last: None };
        assert_eq!(watch.run(0, report(false)), [], "what was so before the first run did not break");
        assert_eq!(watch.run(1, report(false)), []);
        for hours in [2, 3, DAY, 7 * DAY, 14 * DAY + 2] {
            assert_eq!(watch.run(hours, report(true)), [(name(), 2)], "{hours}");
        }
        assert_eq!(watch.run(14 * DAY + 3, report(true)), []);
    }

    #[test]
    fn what_came_back_is_told_no_more_and_begins_again() {
        let mut watch = Watch { last: None };
        watch.run(0, report(false));
        assert_eq!(watch.run(DAY, report(true)), [(name(), DAY)]);
        assert_eq!(watch.run(2 * DAY, report(false)), []);
        assert_eq!(watch.run(3 * DAY, report(true)), [(name(), 3 * DAY)]);
    }

    #[test]
    fn a_document_that_this_run_did_not_check_keeps_what_broke_in_it() {
        let mut watch = Watch { last: None };
        watch.run(0, report(false));
        watch.run(DAY, report(true));
        let mut other = report(true);
        other.documents.remove(0);
        assert_eq!(watch.run(2 * DAY, other), [(name(), DAY)]);
    }
}
