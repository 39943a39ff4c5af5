//! The looks that a source is judged by: the last one where it found the page, else as many as its confirmation asks for.
//!
//! A source that other runs look at every hour has many looks in the days of a policy. Earlier ones are read only of a
//! source that seems gone or failing, until they confirm it or hold a good look.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};

use super::shared::{self, Shared};
use crate::observation::{Observation, Outcome, Skip};
use crate::plan::Plan;
use crate::store::Store;
use crate::verdict::source::{self, SharedTarget, Weighed};
use crate::verdict::{Confirmation, Expect};

/// Of a page that was not there. Enough for every policy where looks come as the schedule asks for them: `looks` goes up
/// to this.
const LOOKS: usize = 16;

/// Each time that these are not enough, so many times as many are read.
const DEEPER: usize = 4;

/// More are never read of one source: every ten minutes for four weeks.
const MOST: usize = LOOKS * DEEPER * DEEPER * DEEPER * DEEPER;

/// Looks of a page that has changed, by which it is told since when, and of one that was not there for long: those of four
/// months where it is looked at daily.
const TO_DATE: usize = LOOKS * 8;

/// Sources whose looks are read at once: few of them have many.
pub(super) const AT_ONCE: usize = 256;

/// Clocks of machines that share a store differ by less than this. A look of a later time was made while a clock was wrong.
const SKEW: SignedDuration = SignedDuration::from_mins(5);

/// A second look comes so soon after the first, or not at all.
const SECOND_WITHIN: SignedDuration = SignedDuration::from_mins(10);

/// Looks at a source, oldest first.
#[derive(Debug, Clone, Default)]
pub(crate) struct History {
    looks: Vec<Observation>,
    /// What the last of them says by itself, where that was asked.
    weighed: Option<Weighed>,
}

impl History {
    /// What the last look says by itself, where that is known.
    pub(crate) fn weighed(&self) -> Option<&Weighed> {
        self.weighed.as_ref()
    }

    /// Leaves out a second look that its host had no patience for: what the first one saw, it saw.
    fn forget_unmade(&mut self, expect: Option<Expect>, shared: Option<SharedTarget<'_>>) {
        let is_unmade = |before: &Observation, last: &Observation| {
            matches!(last.outcome, Outcome::Skipped(Skip::Budget | Skip::AskedToWait(_)))
                && last.observed_at.duration_since(before.observed_at) < SECOND_WITHIN
                && Weighed::of(before, expect, shared).seems_gone()
        };
        if matches!(&self.looks[..], [.., before, last] if is_unmade(before, last)) {
            self.looks.pop();
            self.weighed = self.looks.last().map(|last| Weighed::of(last, expect, shared));
        }
    }
}

impl std::ops::Deref for History {
    type Target = [Observation];

    fn deref(&self) -> &[Observation] {
        &self.looks
    }
}

/// The sources that no look of their past found, where there are earlier ones that may have: they say where it led.
pub(super) fn never_there(plan: &Plan, sources: &[usize], shared: Option<&Shared>, past: &[History]) -> Vec<usize> {
    let is_never_there = |(source, history): &(&usize, &History)| {
        let (expect, shared) = (plan.sources.expect(**source), shared::of(shared, **source));
        history.len() >= LOOKS && source::never_finds_the_page(history, expect, shared)
    };
    sources.iter().zip(past).filter(is_never_there).map(|(source, _)| *source).collect()
}

/// The looks of sources up to `now`, oldest first; those that no clock can have dated rightly are left out. In the order
/// of `sources`, of which there are a few hundred at most.
pub(super) async fn looks(
    store: &Store,
    plan: &Plan,
    sources: &[usize],
    confirmation: Confirmation,
    now: Option<Timestamp>,
) -> anyhow::Result<Vec<History>> {
    looks_but(store, plan, sources, confirmation, None, now, |_, _| false).await
}

/// The same where it is known which sources led to one address, and where a last look that `is_plain` was weighed before:
/// nothing but the page was seen.
pub(super) async fn looks_but(
    store: &Store,
    plan: &Plan,
    sources: &[usize],
    confirmation: Confirmation,
    shared: Option<&Shared>,
    now: Option<Timestamp>,
    is_plain: impl Fn(usize, &Observation) -> bool,
) -> anyhow::Result<Vec<History>> {
    let until = now.and_then(|now| now.checked_add(SKEW).ok()).unwrap_or(Timestamp::MAX);
    let mut past = vec![History::default(); sources.len()];
    last_looks(store, plan, sources, (0..sources.len()).collect(), 1, until, &mut past).await?;
    let expect = |at: usize| plan.sources.expect(sources[at]);
    let shared = |at: usize| shared::of(shared, sources[at]);
    let mut looks = LOOKS;
    let mut wanting = Vec::new();
    for (at, history) in past.iter_mut().enumerate() {
        let weigh = |last: &Observation| match expect(at) {
            None if shared(at).is_none() && is_plain(sources[at], last) => Weighed::plain(),
            expect => Weighed::of(last, expect, shared(at)),
        };
        history.weighed = history.last().map(weigh);
        if history.weighed.as_ref().is_some_and(|weighed| !weighed.finds_the_page()) {
            wanting.push(at);
        }
    }
    while !wanting.is_empty() && looks <= MOST {
        last_looks(store, plan, sources, wanting.clone(), looks, until, &mut past).await?;
        let wants = |history: &[Observation], at| {
            history.len() == looks && source::wants_earlier(history, expect(at), shared(at), confirmation)
        };
        wanting.retain(|at| wants(&past[*at], *at));
        looks *= DEEPER;
    }
    // The schedule asks when a host can be asked again, which a look that was not made knows.
    if !matches!(confirmation, Confirmation::Policy { .. }) {
        for (at, history) in past.iter_mut().enumerate() {
            history.forget_unmade(expect(at), shared(at));
        }
    }
    Ok(past)
}

/// Reads more of the past of those of the sources that are `wanted`, of which `past` has the last looks.
pub(super) async fn more_looks(
    store: &Store,
    plan: &Plan,
    sources: &[usize],
    wanted: &BTreeSet<usize>,
    shared: Option<&Shared>,
    now: Option<Timestamp>,
    past: &mut [History],
) -> anyhow::Result<()> {
    let until = now.and_then(|now| now.checked_add(SKEW).ok()).unwrap_or(Timestamp::MAX);
    let is_short = |at: &usize| wanted.contains(&sources[*at]) && past[*at].len() < TO_DATE;
    let wanted: Vec<usize> = (0..sources.len()).filter(is_short).collect();
    if wanted.is_empty() {
        return Ok(());
    }
    last_looks(store, plan, sources, wanted.clone(), TO_DATE, until, past).await?;
    for at in wanted {
        past[at].forget_unmade(plan.sources.expect(sources[at]), shared::of(shared, sources[at]));
    }
    Ok(())
}

/// Reads the last looks of those of the sources that are `wanted`.
async fn last_looks(
    store: &Store,
    plan: &Plan,
    sources: &[usize],
    wanted: Vec<usize>,
    looks: usize,
    until: Timestamp,
    past: &mut [History],
) -> anyhow::Result<()> {
    let url = |at: &usize| plan.sources.url(sources[*at]);
    let urls: Vec<&str> = wanted.iter().map(url).collect();
    let mut observed = store.observed(&urls, looks, until).await?;
    for at in wanted {
        past[at] = History { looks: observed.remove(url(&at)).unwrap_or_default(), weighed: None };
    }
    Ok(())
}
