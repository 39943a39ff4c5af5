//! Which sources a run looks at: all of them, or those that the schedule says are due.

use jiff::Timestamp;

use super::past::{self, AT_ONCE};
use crate::config::{Config, Expect};
use crate::observation::Observation;
use crate::plan::due::{Due, due};
use crate::plan::{self, Plan};
use crate::store::Store;

/// What a run is asked to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    /// Everything that the documents cite.
    All,
    /// What the schedule says is due.
    Due,
}

/// What was due by the schedule, and what comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Scheduled {
    /// Sources that were due.
    pub(crate) looked_at: usize,
    /// When the next source is due, if one ever is.
    pub(crate) next: Option<Timestamp>,
}

/// A source to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wish {
    /// Index of the source.
    pub(crate) source: usize,
    /// The slot that a look fills: the same for every process that asks, so that it is filled once.
    pub(crate) due_at: Timestamp,
}

/// Every source, due at one moment.
pub(crate) fn all(plan: &Plan, due_at: Timestamp) -> Vec<Wish> {
    (0..plan.sources.len()).map(|source| Wish { source, due_at }).collect()
}

/// Every source, due at the start of a run that is gone on from; but what that run had no patience for is due now.
pub(crate) async fn going_on(
    store: &Store,
    plan: &Plan,
    due_at: Timestamp,
    now: Timestamp,
) -> anyhow::Result<Vec<Wish>> {
    let mut wishes = Vec::with_capacity(plan.sources.len());
    let mut left = plan.sources.urls();
    loop {
        let urls: Vec<&str> = left.by_ref().take(AT_ONCE).collect();
        if urls.is_empty() {
            return Ok(wishes);
        }
        let last = store.observed(&urls, 1, now).await?;
        for url in urls {
            let left_out = last.get(url).and_then(|looks| plan::due::held_until(looks.last()?));
            let again = left_out.is_some_and(|held| held <= now);
            wishes.push(Wish { source: wishes.len(), due_at: if again { now } else { due_at } });
        }
    }
}

/// The sources that are due at `now`.
pub(crate) async fn due_now(store: &Store, plan: &Plan, config: &Config, now: Timestamp) -> anyhow::Result<Vec<Wish>> {
    let confirmation = plan::due::confirmation(config.schedule.confirm);
    let all: Vec<usize> = (0..plan.sources.len()).collect();
    let mut wishes = Vec::new();
    for some in all.chunks(AT_ONCE) {
        let looks = past::looks(store, plan, some, confirmation, Some(now)).await?;
        for (source, history) in some.iter().zip(looks) {
            let due_at = match due(&history, plan.sources.expect(*source), &config.schedule) {
                Due::Now => now,
                Due::At(moment) if moment <= now => moment,
                Due::At(_) | Due::Never => continue,
            };
            wishes.push(Wish { source: *source, due_at });
        }
    }
    Ok(wishes)
}

/// When a source with this history is due again, if it ever is.
pub(crate) fn next(
    history: &[Observation],
    expect: Option<Expect>,
    config: &Config,
    now: Timestamp,
) -> Option<Timestamp> {
    match due(history, expect, &config.schedule) {
        Due::Now => Some(now),
        Due::At(moment) => Some(moment),
        Due::Never => None,
    }
}
