//! Which sources a run looks at: all of them, or those that the schedule says are due.

use jiff::Timestamp;

use super::past::{AT_ONCE, History};
use crate::config::{Config, Expect};
use crate::observation::Observation;
use crate::plan::due::{Due, due};
use crate::plan::{self, Plan};
use crate::store::Store;
use crate::verdict::CapturedPage;
use crate::verdict::source::{SharedTarget, Weighed};

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

/// Whether the page that was seen last is there, and is compared with its capture, which may say that it is another owner's by
/// now.
pub(crate) fn is_compared(history: &History, has_quotes: bool, config: &Config) -> bool {
    let answer = history.last().and_then(Observation::answer);
    let is_open = answer.is_some_and(|answer| !answer.quote_found);
    is_open && (has_quotes || config.archiving.compare) && history.weighed().is_some_and(Weighed::finds_the_page)
}

/// When a source with this history and these captures is due again, if it ever is.
pub(crate) fn next(
    history: &[Observation],
    captured: &[CapturedPage],
    expect: Option<Expect>,
    shared: Option<SharedTarget<'_>>,
    config: &Config,
    now: Timestamp,
) -> Option<Timestamp> {
    match due(history, captured, expect, shared, &config.schedule) {
        Due::Now => Some(now),
        Due::At(moment) => Some(moment),
        Due::Never => None,
    }
}
