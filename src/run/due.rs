//! Which sources a run looks at: all of them, or those that the schedule says are due.

use jiff::Timestamp;

use super::looking::Looker;
use super::work::{Seen, Source};
use crate::config::Config;
use crate::plan::due::{Due, due};
use crate::plan::{self, Plan};

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
pub(crate) fn all(sources: &[Source], due_at: Timestamp) -> Vec<Wish> {
    (0..sources.len()).map(|source| Wish { source, due_at }).collect()
}

/// Every source, due at the start of a run that is gone on from; but what that run had no patience for is due now.
pub(crate) async fn going_on(
    looker: &Looker,
    sources: &[Source],
    due_at: Timestamp,
    now: Timestamp,
) -> anyhow::Result<Vec<Wish>> {
    let urls: Vec<&str> = sources.iter().map(|source| source.url.as_str()).collect();
    let last = looker.store.observed(&urls, 1, now).await?;
    let left_out = |source: &Source| last.get(source.url.as_str())?.last().and_then(plan::due::held_until);
    let wish = |(source, of): (usize, &Source)| {
        let again = left_out(of).is_some_and(|held| held <= now);
        Wish { source, due_at: if again { now } else { due_at } }
    };
    Ok(sources.iter().enumerate().map(wish).collect())
}

/// The sources that are due at `now`.
pub(crate) async fn due_now(
    looker: &Looker,
    sources: &[Source],
    plan: &Plan,
    config: &Config,
    now: Timestamp,
) -> anyhow::Result<Vec<Wish>> {
    let confirmation = plan::due::confirmation(config.schedule.confirm);
    let observed = looker.past(sources, plan, confirmation, Some(now)).await?;
    let wishes = sources.iter().enumerate().filter_map(|(index, source)| {
        let history = observed.get(source.url.as_str()).map_or(&[][..], Vec::as_slice);
        let due_at = match due(history, expect(&plan.sources[index]), &config.schedule) {
            Due::Now => now,
            Due::At(moment) if moment <= now => moment,
            Due::At(_) | Due::Never => return None,
        };
        Some(Wish { source: index, due_at })
    });
    Ok(wishes.collect())
}

/// When the first of the sources is due again; `seen` is in the order of the plan.
pub(crate) fn next(seen: &[Seen], plan: &Plan, config: &Config, now: Timestamp) -> Option<Timestamp> {
    let moments = seen.iter().zip(&plan.sources).filter_map(|(seen, source)| {
        match due(&seen.history, expect(source), &config.schedule) {
            Due::Now => Some(now),
            Due::At(moment) => Some(moment),
            Due::Never => None,
        }
    });
    moments.min()
}

pub(super) fn expect(source: &plan::Source) -> Option<crate::config::Expect> {
    source.rule.as_ref().and_then(|rule| rule.expect)
}
