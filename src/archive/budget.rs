//! How often an archive is asked in a run: the pace of its index, bounds on the whole, and an end where it refuses, fails or
//! is slow.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::{Instant, sleep_until};
use url::Url;

use super::heard::Silence;
use crate::config::ArchiveServer;
use crate::fetch::Fetcher;

/// Requests to an index in one run: five minutes at the Wayback Machine's pace.
const INDEX_REQUESTS: usize = 120;

/// Requests to a `TimeGate` in one run, and for what it names: five minutes likewise, at eight a second.
const CAPTURE_REQUESTS: usize = 2400;

/// CDX and `TimeMap` of the Wayback Machine share 30 requests a minute; its staff ask clients to use 80 % of that.
const WAYBACK_INDEX: Duration = Duration::from_millis(60_000 / 24);

/// Refusals, or look-ups of its name that failed, after which an archive is left alone for the rest of the run. The lane of
/// its host rests after each refusal.
const REFUSALS: usize = 2;

/// Answers in a row that say nothing (errors of its own, refusals, garbage, none in time) after which it is left alone likewise.
const FAILURES: usize = 12;

/// An answer may take so long. What slow ones take beyond it is counted together, and after so much of it the archive is left
/// alone: captures are an extra, and a run does not wait an hour for them.
const PROMPT: Duration = Duration::from_secs(2);
const PATIENCE: Duration = Duration::from_mins(3);

const SLOW: &str = "answers too slowly";
const FAILED: &str = "gave no answer that says anything";
const SHUT: &str = "takes no connection";
const REFUSED: &str = "refused before";
const AGAIN: &str = "and is not asked again in this run";

/// What is left for one archive in a run.
#[derive(Debug)]
pub(super) struct Budget {
    index: AtomicUsize,
    captures: AtomicUsize,
    refusals: AtomicUsize,
    answered: AtomicBool,
    /// Answers in a row that said nothing.
    failures: AtomicUsize,
    /// Milliseconds that answers took beyond what is prompt.
    waited: AtomicU64,
    /// Whether the last that it said was that it wants no more requests, or none of ours.
    refused: AtomicBool,
    /// Whether it took no connection.
    shut: AtomicBool,
    /// What the first look-up of its name said that failed.
    not_found: OnceLock<Silence>,
    gap: Duration,
    // Held while waiting, so that those who wait do so in a row; a task of its own would only pass the turns on.
    next: Mutex<Option<Instant>>,
}

/// Nothing is left.
#[derive(Debug)]
pub(super) struct Spent;

impl Budget {
    pub(super) fn of(server: &ArchiveServer) -> Self {
        let index = server.cdx.iter().chain(&server.timemap);
        let hosts = index.filter_map(|address| Url::parse(address).ok());
        let mut names = hosts.filter_map(|url| url.host_str().map(str::to_owned));
        let wayback = names.any(|host| host == "web.archive.org");
        Self {
            index: AtomicUsize::new(INDEX_REQUESTS),
            captures: AtomicUsize::new(CAPTURE_REQUESTS),
            refusals: AtomicUsize::new(0),
            answered: AtomicBool::new(false),
            failures: AtomicUsize::new(0),
            waited: AtomicU64::new(0),
            refused: AtomicBool::new(false),
            shut: AtomicBool::new(false),
            not_found: OnceLock::new(),
            gap: if wayback { WAYBACK_INDEX } else { Duration::ZERO },
            next: Mutex::new(None),
        }
    }

    /// Waits for a turn at the index. Recorded files are not waited for and cost nothing.
    pub(super) async fn turn(&self, fetcher: &Fetcher) -> Result<(), Spent> {
        if fetcher.is_replay() {
            return Ok(());
        }
        take(&self.index)?;
        let mut next = self.next.lock().await;
        if let Some(next) = *next {
            sleep_until(next).await;
        }
        *next = Some(Instant::now() + self.gap);
        Ok(())
    }

    /// Takes a request to the `TimeGate`, or for a capture; the lane of the host paces it.
    pub(super) fn capture(&self, fetcher: &Fetcher) -> Result<(), Spent> {
        if fetcher.is_replay() { Ok(()) } else { take(&self.captures) }
    }

    /// Takes note of a refusal, or of a door that is closed. That counts as the last: at the Wayback Machine it stays closed for
    /// an hour. So does a name that nobody knows; where the name servers fail, they may yet answer. Who is left alone without a
    /// failure before in this run has asked for it in an earlier one.
    pub(super) fn note(&self, silence: &Silence) {
        let has_failed = || self.failures.load(Ordering::Relaxed) > 0;
        if *silence == Silence::TooMany || *silence == Silence::LeftAlone && !has_failed() {
            self.refused.store(true, Ordering::Relaxed);
        }
        if *silence == Silence::Closed {
            self.shut.store(true, Ordering::Relaxed);
        }
        let count = match silence {
            Silence::TooMany | Silence::LeftAlone | Silence::NotLookedUp => 1,
            Silence::Closed | Silence::NotFound => REFUSALS,
            Silence::Other(_) => {
                self.note_failure();
                0
            }
        };
        if matches!(silence, Silence::NotFound | Silence::NotLookedUp) {
            self.not_found.get_or_init(|| silence.clone());
        }
        self.refusals.fetch_add(count, Ordering::Relaxed);
    }

    /// Takes note of an answer that says something.
    pub(super) fn note_answer(&self) {
        self.answered.store(true, Ordering::Relaxed);
        self.refused.store(false, Ordering::Relaxed);
        self.failures.store(0, Ordering::Relaxed);
    }

    /// Takes note of an answer that says nothing but that we may not ask.
    pub(super) fn note_refusal(&self) {
        self.refused.store(true, Ordering::Relaxed);
        self.note_failure();
    }

    /// Takes note of an answer that says nothing.
    pub(super) fn note_failure(&self) {
        self.failures.fetch_add(1, Ordering::Relaxed);
    }

    /// Takes note of how long an answer took, or how long none came.
    pub(super) fn note_time(&self, took: Duration) {
        self.waited.fetch_add(duration_ms(took.saturating_sub(PROMPT)), Ordering::Relaxed);
    }

    /// Whether the archive refuses us: it is not asked again for that, or has done nothing else.
    pub(super) fn refuses(&self) -> bool {
        let is_left = self.gives_nothing() || self.failing() == Some(FAILED);
        is_left && self.refused.load(Ordering::Relaxed) && self.not_found.get().is_none()
    }

    /// Why its name led nowhere, where it gave nothing in this run for that.
    pub(super) fn not_found(&self) -> Option<&Silence> {
        self.not_found.get().filter(|_| self.gives_nothing())
    }

    /// Why it is left alone for its failures, or will be soon, since it has done nothing else: it refuses nobody, and is down.
    pub(super) fn fails(&self) -> Option<&'static str> {
        let is_left = || self.gives_nothing() && self.not_found.get().is_none();
        if self.refuses() { None } else { self.failing().or_else(|| is_left().then(|| self.down())) }
    }

    fn failing(&self) -> Option<&'static str> {
        self.trouble(if self.answered.load(Ordering::Relaxed) { FAILURES } else { 1 })
    }

    /// How an archive is down that is left alone without a refusal.
    fn down(&self) -> &'static str {
        if self.shut.load(Ordering::Relaxed) { SHUT } else { FAILED }
    }

    /// What is wrong with its answers: too slow, or so many in a row that say nothing.
    fn trouble(&self, failures: usize) -> Option<&'static str> {
        if self.waited.load(Ordering::Relaxed) >= duration_ms(PATIENCE) {
            return Some(SLOW);
        }
        (self.failures.load(Ordering::Relaxed) >= failures).then_some(FAILED)
    }

    fn gives_nothing(&self) -> bool {
        let refused = self.refusals.load(Ordering::Relaxed);
        refused >= REFUSALS || refused > 0 && !self.answered.load(Ordering::Relaxed)
    }

    /// Why the archive is not asked again, in plain words, where it is not.
    pub(super) fn closed(&self) -> Option<String> {
        if self.refusals.load(Ordering::Relaxed) >= REFUSALS {
            let why = if self.refused.load(Ordering::Relaxed) { REFUSED } else { self.down() };
            return Some(self.not_found().map_or_else(|| format!("{why} {AGAIN}"), Silence::to_string));
        }
        self.trouble(FAILURES).map(|why| format!("{why} {AGAIN}"))
    }
}

fn duration_ms(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

fn take(left: &AtomicUsize) -> Result<(), Spent> {
    let taken = left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1));
    taken.map(|_| ()).map_err(|_| Spent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn the_index_of_the_wayback_machine_is_asked_24_times_a_minute_and_another_at_once() {
        let fetcher = crate::archive::stub::fetcher(false);
        let named =
            |name: &str| ArchiveServer { cdx: Some(format!("https://{name}/cdx")), ..crate::archive::wayback() };
        let other = ArchiveServer { timemap: None, ..named("archive.test") };
        for (server, seconds) in [(crate::archive::wayback(), 60), (other, 0)] {
            let (budget, began) = (Budget::of(&server), Instant::now());
            for _ in 0..=24 {
                budget.turn(&fetcher).await.unwrap();
            }
            assert_eq!(began.elapsed().as_secs(), seconds, "{:?}", server.cdx);
        }
    }

    #[test]
    fn an_archive_that_is_slow_is_waited_for_so_long_in_all() {
        let server = crate::archive::wayback();
        let budget = Budget::of(&server);
        for _ in 0..1000 {
            budget.note_time(PROMPT);
        }
        assert_eq!((budget.closed(), budget.fails()), (None, None));
        for _ in 0..29 {
            budget.note_time(PROMPT + Duration::from_secs(6));
        }
        assert_eq!(budget.closed(), None);
        budget.note_time(PROMPT + Duration::from_secs(6));
        let expected = "answers too slowly and is not asked again in this run";
        assert_eq!((budget.closed().as_deref(), budget.fails()), (Some(expected), Some(SLOW)));
    }
}
