//! Hosts under way side by side: each leased, each in a task of its own. What they saw is held until something answers that
//! can be believed.

use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::stream::{self, FuturesUnordered};
use futures_util::{Stream, StreamExt};
use tokio::task::{JoinError, JoinSet};
use tokio::time::{Instant, Interval, MissedTickBehavior};
use tracing::Instrument;

use super::held::Held;
use super::unchanged::Queue;
use super::{Done, Ended, Looker, Place, Read, Wanted};
use crate::locator::host::HostName;
use crate::locator::user_info;
use crate::report::Illness;
use crate::run::facts::Facts;
use crate::store::{Fence, Lease, NextMoment};

/// At most so long between two questions to the store for hosts that other processes hold.
const CLAIM_AGAIN_AFTER: Duration = Duration::from_millis(250);

/// A lease ends so long after it was last extended. A process that was killed keeps a host from the next one no longer.
const LEASE: Duration = Duration::from_secs(10);

/// A lease is extended so often, whatever the looks of its host wait for.
const BEAT: Duration = Duration::from_secs(3);

/// Beyond the pace of a host a run waits for a lease or a second look, on clocks that differ by minutes. A longer wait may
/// be that for a moment before the clock was set back.
const LONGEST_WAIT: Duration = Duration::from_mins(6);

/// So long a run that hears nothing waits for a host that another run holds: two such runs would wait for each other.
const OTHERS: Duration = Duration::from_mins(1);

/// Hosts leased at once. Most of them wait for their pace, which holds no slot; each costs the memory of its looks.
const HOSTS: usize = 1024;

/// Looks of one host that wait for their commit: a part of a batch of the store, so that many hosts share one.
const RECORDS: usize = 8;

/// See the module.
pub(super) struct Lanes<'a> {
    looker: &'a Arc<Looker>,
    wanted: Arc<Wanted>,
    seen: Arc<Seen>,
    tasks: JoinSet<anyhow::Result<HostDone>>,
    held: Held,
    beat: Interval,
    /// Since when all that was asked says nothing that can be believed, and nothing is under way.
    ill_since: Option<Instant>,
}

/// What was read so far. Looked into and left at once.
struct Seen(Mutex<Facts>);

impl Seen {
    /// Of a later look of one source there may be nothing to read: then the page is not what was read before.
    fn keep(&self, wanted: &Wanted, (source, read): Read) {
        let Some(place) = wanted.place(source) else { return };
        let mut facts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match read {
            Some(page) => facts.keep(place, *page),
            None => facts.forget(place),
        }
    }
}

/// What is left once no host is under way.
enum Left {
    /// Hosts that wait for their pace, a second look, or another process.
    Waiting,
    Nothing,
    /// The network says nothing of any source.
    Ill(Illness),
}

/// What one lease came to.
#[derive(Debug)]
struct HostDone {
    lease: Lease,
    /// Looks from before anything answered that can be believed.
    held: Vec<Done>,
}

impl<'a> Lanes<'a> {
    /// `sources` is how many the plan has.
    pub(super) fn new(looker: &'a Arc<Looker>, wanted: Wanted, sources: usize) -> Self {
        Self {
            looker,
            wanted: Arc::new(wanted),
            seen: Arc::new(Seen(Mutex::new(Facts::of(sources)))),
            tasks: JoinSet::new(),
            held: Held::new(),
            beat: beat(),
            ill_since: None,
        }
    }

    /// Looks at all that is wanted, or at as much as a signal leaves time for.
    pub(super) async fn drain(mut self) -> anyhow::Result<Ended> {
        while self.looker.tools.stop.asked().is_none() {
            self.begin().await?;
            if self.looker.believes() {
                self.settle().await?;
            }
            if !self.tasks.is_empty() {
                self.wait().await?;
                continue;
            }
            match self.left().await? {
                Left::Waiting => {}
                Left::Nothing => break,
                Left::Ill(illness) => return Ok(Ended::Ill(illness)),
            }
        }
        self.end().await
    }

    /// Begins with the hosts that are ready.
    async fn begin(&mut self) -> anyhow::Result<()> {
        let room = HOSTS.max(self.looker.pace.at_once).saturating_sub(self.tasks.len());
        if room == 0 {
            return Ok(());
        }
        let run = &self.looker.run;
        for lease in self.looker.tools.store.claim(run, room, run, LEASE).await? {
            if let Some(held) = lease.held {
                self.looker.fetcher().hold(&HostName::kept(&lease.host), held);
            }
            let (looker, wanted, seen) = (Arc::clone(self.looker), Arc::clone(&self.wanted), Arc::clone(&self.seen));
            let span = tracing::info_span!("host", host = lease.host);
            self.tasks.spawn(async move { looker.at_host(lease, &wanted, &seen).await }.instrument(span));
        }
        Ok(())
    }

    /// Waits for a host to be done, or for others to be ready.
    async fn wait(&mut self) -> anyhow::Result<()> {
        tokio::select! {
            Some(done) = self.tasks.join_next() => {
                let done = joined(done)?;
                if !done.held.is_empty() {
                    self.held.push((done.lease, done.held));
                }
            }
            _ = self.beat.tick() => self.looker.extend(&self.held).await?,
            () = tokio::time::sleep(CLAIM_AGAIN_AFTER) => {}
            _ = self.looker.tools.stop.wait() => {}
        }
        Ok(())
    }

    /// Records what was held, where nothing says that it was not of the sources; waits where something is left to do.
    async fn left(&mut self) -> anyhow::Result<Left> {
        if let Some(illness) = self.looker.illness(&self.held) {
            if let Some(wait) = self.may_answer_in().await? {
                self.rest(wait).await?;
                return Ok(Left::Waiting);
            }
            self.looker.give_back(std::mem::take(&mut self.held)).await?;
            return Ok(Left::Ill(illness));
        }
        self.ill_since = None;
        self.settle().await?;
        let (store, pace) = (&self.looker.tools.store, self.looker.pace);
        let wait = match store.next_moment(&self.looker.run).await? {
            NextMoment::Done => return Ok(Left::Nothing),
            NextMoment::In(wait) => wait,
        };
        if wait > pace.delay + LONGEST_WAIT && store.clock_was_set_back(&self.looker.run).await? {
            tracing::warn!("the clock was set back while the run is under way");
        }
        self.rest(wait).await?;
        Ok(Left::Waiting)
    }

    /// How long until a host can be asked that was not yet, and may answer.
    async fn may_answer_in(&mut self) -> anyhow::Result<Option<Duration>> {
        let ill_since = *self.ill_since.get_or_insert_with(Instant::now);
        let elsewhere = self.looker.tools.store.next_elsewhere(&self.looker.run).await?;
        let free = elsewhere.free.filter(|wait| *wait <= self.looker.pace.delay + LONGEST_WAIT);
        let leased = elsewhere.leased.filter(|_| ill_since.elapsed() < OTHERS);
        Ok(free.into_iter().chain(leased).min())
    }

    /// Waits while nothing is under way.
    async fn rest(&mut self, wait: Duration) -> anyhow::Result<()> {
        tokio::select! {
            () = tokio::time::sleep(wait.min(CLAIM_AGAIN_AFTER)) => {}
            _ = self.beat.tick() => self.looker.extend(&self.held).await?,
            _ = self.looker.tools.stop.wait() => {}
        }
        Ok(())
    }

    /// Waits for the hosts that are under way, and records what was held where it can be believed.
    async fn end(mut self) -> anyhow::Result<Ended> {
        while let Some(done) = self.tasks.join_next().await {
            let done = joined(done)?;
            self.held.push((done.lease, done.held));
        }
        match self.looker.illness(&self.held) {
            None => self.settle().await?,
            Some(_) => self.looker.give_back(std::mem::take(&mut self.held)).await?,
        }
        let seen = Arc::into_inner(self.seen).expect("every host is done");
        Ok(Ended::Looked(seen.0.into_inner().unwrap_or_else(PoisonError::into_inner).settle()))
    }

    async fn settle(&mut self) -> anyhow::Result<()> {
        let read = self.looker.settle(std::mem::take(&mut self.held)).await?;
        for read in read {
            self.seen.keep(&self.wanted, read);
        }
        Ok(())
    }
}

impl Looker {
    /// Looks at what is due on one host, and gives the host back.
    async fn at_host(self: Arc<Self>, lease: Lease, wanted: &Wanted, seen: &Seen) -> anyhow::Result<HostDone> {
        let mut done = HostDone { held: Vec::new(), lease };
        let fence = done.lease.fence;
        let place = Place { lane: HostName::kept(&done.lease.host), fence };
        let (mut looks, mut records) = (FuturesUnordered::new(), FuturesUnordered::new());
        {
            // Whatever asks the store goes on only while it is polled, and holds its turn at a connection meanwhile: nothing is
            // waited for here without all the others.
            let mut waiting = pin!(Queue::new(std::mem::take(&mut done.lease.due)).sources(&self).fuse());
            let mut beats = pin!(self.beats(fence));
            loop {
                // A look that waits for its commit keeps no other from starting, up to as many as share a commit.
                let takes_more = looks.len() < self.pace.looks_a_host.max(1)
                    && records.len() < RECORDS
                    && self.tools.stop.asked().is_none()
                    && !waiting.is_done();
                if looks.is_empty() && records.is_empty() && !takes_more {
                    break;
                }
                tokio::select! {
                    biased;
                    _ = self.tools.stop.wait() => break,
                    Some(is_ours) = beats.next() => {
                        if !is_ours? {
                            return Ok(done);
                        }
                    }
                    next = waiting.next(), if takes_more => {
                        let Some((due, url, reading)) = next.transpose()? else { continue };
                        let span = tracing::info_span!("look", source = user_info::hidden(&url));
                        // Boxed where it is made: some kilobytes that would be moved from place to place.
                        looks.push(Box::pin(self.one(due, url, reading, &place, wanted)).instrument(span));
                    }
                    Some(recorded) = records.next() => seen.keep(wanted, recorded?),
                    Some(look) = looks.next() => {
                        let look: Done = look?;
                        if self.believes() {
                            let span = tracing::info_span!("look", source = user_info::hidden(&look.url));
                            records.push(Box::pin(self.record(look)).instrument(span));
                        } else {
                            done.held.push(look);
                        }
                    }
                }
            }
        }
        drop(looks);
        while let Some(recorded) = records.next().await {
            seen.keep(wanted, recorded?);
        }
        if done.held.is_empty() {
            self.tools.store.release(done.lease.fence).await?;
        }
        Ok(done)
    }

    /// Extends a lease while a host is looked at; whether it was still ours, each time.
    fn beats(&self, fence: Fence) -> impl Stream<Item = anyhow::Result<bool>> {
        stream::unfold(beat(), move |mut beat| async move {
            beat.tick().await;
            Some((self.tools.store.touch(fence).await.map_err(Into::into), beat))
        })
    }
}

/// Ticks while a lease is to be extended; the claim has just done so.
fn beat() -> Interval {
    let mut beat = tokio::time::interval_at(Instant::now() + BEAT, BEAT);
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    beat
}

fn joined(done: Result<anyhow::Result<HostDone>, JoinError>) -> anyhow::Result<HostDone> {
    match done {
        Ok(done) => done,
        Err(failure) => std::panic::resume_unwind(failure.into_panic()),
    }
}
