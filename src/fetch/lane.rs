//! Host lanes: each host (each registrable domain) has a queue, a pace and a back-off of its own.
//!
//! A request waits in its lane first and takes a global slot last, so a waiting one never holds a slot: however the
//! work is ordered, a slow host delays nobody else.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, sleep_until};

use super::pace::{May, Mood, Pace};
use crate::config::PerHost;
use crate::locator::host::HostName;

/// The lanes of a run.
pub(super) struct Lanes {
    slots: Arc<Semaphore>,
    usual: PerHost,
    own: HashMap<HostName, PerHost>,
    // Looked into and left at once. A task that owned the map would answer the same question by message, and every
    // request would wait in that task's queue as well.
    by_host: Mutex<HashMap<HostName, Arc<Lane>>>,
    /// Requests that waited for the pace of their host, and for how many milliseconds all together.
    waiting: AtomicU64,
    waited_ms: AtomicU64,
}

struct Lane {
    turns: Arc<Semaphore>,
    // Held for a comparison, never over an await.
    pace: Mutex<Pace>,
}

/// The right to send one request; dropped when its answer has been read.
pub(super) struct Turn {
    lane: Arc<Lane>,
    _of_lane: OwnedSemaphorePermit,
    slot: Slot,
}

/// One of the requests under way over all hosts.
pub(super) type Slot = OwnedSemaphorePermit;

/// The host is parked: it has asked for more patience than a run has, and for how much, or has failed too often.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Held(pub(super) Option<Duration>);

impl Lanes {
    /// `slots` requests under way over all hosts; `own` are hosts with a pace of their own.
    pub(super) fn new(slots: usize, usual: PerHost, own: impl IntoIterator<Item = (HostName, PerHost)>) -> Self {
        let slots = Arc::new(Semaphore::new(slots.clamp(1, Semaphore::MAX_PERMITS)));
        Self {
            slots,
            usual,
            own: own.into_iter().collect(),
            by_host: Mutex::new(HashMap::new()),
            waiting: AtomicU64::new(0),
            waited_ms: AtomicU64::new(0),
        }
    }

    /// Requests that waited for the pace of their host, and for how long all together.
    pub(super) fn waited(&self) -> (u64, Duration) {
        (self.waiting.load(Ordering::Relaxed), Duration::from_millis(self.waited_ms.load(Ordering::Relaxed)))
    }

    fn note_wait(&self, since: Instant) {
        let waited = u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX);
        if waited > 0 {
            self.waiting.fetch_add(1, Ordering::Relaxed);
            self.waited_ms.fetch_add(waited, Ordering::Relaxed);
        }
    }

    /// Waits for a turn at a host: first come, first served, at its pace, then for a global slot.
    pub(super) async fn enter(&self, host: &HostName) -> Result<Turn, Held> {
        let (lane, began) = (self.lane(host), Instant::now());
        let turn = Arc::clone(&lane.turns).acquire_owned().await.expect("the semaphore is never closed");
        loop {
            let may = lane.pace().at(Instant::now());
            match may {
                May::Never => return Err(Held(lane.pace().asked())),
                May::Wait(until) => {
                    sleep_until(until).await;
                    continue;
                }
                May::Start => {}
            }
            let slot = Arc::clone(&self.slots).acquire_owned().await.expect("the semaphore is never closed");
            // Another turn of the lane may have started, or the host been held, while this one waited for a slot.
            let may = lane.pace().start(Instant::now());
            if may == May::Start {
                self.note_wait(began);
                return Ok(Turn { lane, _of_lane: turn, slot });
            }
        }
    }

    /// Takes note of what the host wants between two requests.
    pub(super) fn crawl_delay(&self, host: &HostName, delay: Duration) {
        self.lane(host).pace().crawl_delay(delay);
    }

    /// For how long a host asks to be left alone yet; a park that it did not ask for is none of it.
    pub(super) fn asked(&self, host: &HostName) -> Option<Duration> {
        let lanes = self.by_host.lock().unwrap_or_else(PoisonError::into_inner);
        lanes.get(host)?.pace().asked_from(Instant::now())
    }

    /// Takes note of what a host asked of an earlier run.
    pub(super) fn hold(&self, host: &HostName, asked: Duration) {
        self.lane(host).pace().hold(asked, Instant::now());
    }

    fn lane(&self, host: &HostName) -> Arc<Lane> {
        let mut lanes = self.by_host.lock().unwrap_or_else(PoisonError::into_inner);
        let lane = lanes.entry(host.clone()).or_insert_with(|| {
            let pace = *self.own.get(host).unwrap_or(&self.usual);
            let turns = Arc::new(Semaphore::new(pace.concurrency.clamp(1, Semaphore::MAX_PERMITS)));
            Arc::new(Lane { turns, pace: Mutex::new(Pace::new(pace)) })
        });
        Arc::clone(lane)
    }
}

impl Lane {
    fn pace(&self) -> MutexGuard<'_, Pace> {
        self.pace.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Turn {
    /// Takes note of what the host said; it counts for all that wait in the lane.
    pub(super) fn note(&self, mood: Mood) {
        self.lane.pace().note(mood, Instant::now());
    }

    /// Whether the host is parked: nobody will have another turn in this run.
    pub(super) fn is_last(&self) -> bool {
        self.lane.pace().at(Instant::now()) == May::Never
    }

    /// Leaves the lane to the next request, and keeps the slot.
    pub(super) fn into_slot(self) -> Slot {
        self.slot
    }
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::*;
    use crate::locator::host;

    /// One a second to begin with.
    const PACE: PerHost = PerHost { requests_per_second: 2.0, concurrency: 1 };

    fn lane(name: &str) -> HostName {
        host::lane(&Url::parse(&format!("https://{name}/")).unwrap())
    }

    /// Enters `hosts` in that order, each turn taking `work`, and returns the seconds at which each started.
    async fn starts(lanes: Arc<Lanes>, hosts: &[&str], work: Duration) -> Vec<u64> {
        let began = Instant::now();
        let mut tasks = Vec::new();
        for name in hosts {
            let (lanes, name) = (Arc::clone(&lanes), lane(name));
            tasks.push(tokio::spawn(async move {
                let _turn = lanes.enter(&name).await.unwrap();
                let at = began.elapsed().as_secs();
                tokio::time::sleep(work).await;
                at
            }));
            tokio::task::yield_now().await;
        }
        let mut found = Vec::new();
        for task in tasks {
            found.push(task.await.unwrap());
        }
        found
    }

    #[tokio::test(start_paused = true)]
    async fn grouped_links_take_as_long_as_interleaved_ones() {
        let short = Duration::from_millis(10);
        let grouped =
            starts(Arc::new(Lanes::new(2, PACE, [])), &["a.example", "a.example", "a.example", "b.example"], short);
        assert_eq!(grouped.await, [0, 1, 2, 0]);
        let mixed =
            starts(Arc::new(Lanes::new(2, PACE, [])), &["a.example", "b.example", "a.example", "a.example"], short);
        assert_eq!(mixed.await, [0, 0, 1, 2]);
    }

    #[tokio::test(start_paused = true)]
    async fn thousands_of_links_take_as_long_grouped_as_interleaved() {
        let took = async |order: &mut dyn Iterator<Item = usize>| {
            let lanes = Arc::new(Lanes::new(8, PerHost { requests_per_second: 4.0, concurrency: 2 }, []));
            let began = Instant::now();
            let mut tasks = tokio::task::JoinSet::new();
            for host in order {
                let (lanes, name) = (Arc::clone(&lanes), lane(&format!("host{host}.example")));
                tasks.spawn(async move {
                    let turn = lanes.enter(&name).await.unwrap();
                    tokio::time::sleep(Duration::from_millis(40)).await;
                    turn.note(Mood::Easy);
                });
            }
            assert_eq!(tasks.join_all().await.len(), 4000);
            began.elapsed()
        };
        let grouped = took(&mut (0..4000).map(|nth| nth / 400)).await;
        let mixed = took(&mut (0..4000).map(|nth| nth % 10)).await;
        // 400 links at four a second, and a little more for the gentle start.
        let expected = Duration::from_secs(100)..Duration::from_secs(102);
        assert!(expected.contains(&grouped) && expected.contains(&mixed), "grouped {grouped:?}, mixed {mixed:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn one_host_has_as_many_requests_under_way_as_it_may() {
        let pace = PerHost { requests_per_second: 1000.0, concurrency: 2 };
        let found = starts(Arc::new(Lanes::new(9, pace, [])), &["a.example"; 5], Duration::from_secs(10)).await;
        assert_eq!(found, [0, 0, 10, 10, 20]);
    }

    #[tokio::test(start_paused = true)]
    async fn the_slots_bound_all_hosts_together() {
        let lanes = Arc::new(Lanes::new(2, PACE, []));
        let found = starts(lanes, &["a.example", "b.example", "c.example"], Duration::from_secs(5)).await;
        assert_eq!(found, [0, 0, 5]);
    }

    #[tokio::test(start_paused = true)]
    async fn a_host_can_have_a_pace_of_its_own() {
        let slow = PerHost { requests_per_second: 0.1, concurrency: 1 };
        let lanes = Arc::new(Lanes::new(9, PACE, [(lane("archive.example"), slow)]));
        let found = starts(lanes, &["archive.example", "archive.example", "a.example"], Duration::ZERO).await;
        assert_eq!(found, [0, 20, 0]);
    }

    #[tokio::test(start_paused = true)]
    async fn a_host_that_asks_for_patience_is_left_alone_by_all_and_only_it() {
        let lanes = Arc::new(Lanes::new(9, PACE, []));
        lanes.enter(&lane("a.example")).await.unwrap().note(Mood::Strained(Some(Duration::from_secs(30))));
        let found = starts(Arc::clone(&lanes), &["a.example", "www.a.example", "b.example"], Duration::ZERO).await;
        assert_eq!(found, [30, 32, 0]);
    }

    #[tokio::test(start_paused = true)]
    async fn a_hold_that_outlasts_the_run_ends_the_waiting() {
        let lanes = Arc::new(Lanes::new(9, PACE, []));
        lanes.enter(&lane("a.example")).await.unwrap().note(Mood::Strained(Some(Duration::from_hours(1))));
        assert!(lanes.enter(&lane("a.example")).await.is_err());
    }
}
