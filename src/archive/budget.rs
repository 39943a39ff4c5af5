//! How often an archive is asked in a run: the pace of its index, bounds on the whole, and an end where it refuses.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
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

/// What is left for one archive in a run.
#[derive(Debug)]
pub(super) struct Budget {
    index: AtomicUsize,
    captures: AtomicUsize,
    refusals: AtomicUsize,
    answered: AtomicBool,
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

    /// Takes note of a refusal. A closed door counts as the last: at the Wayback Machine it stays closed for an hour. So does
    /// a name that nobody knows; where the name servers fail, they may yet answer.
    pub(super) fn note(&self, silence: &Silence) {
        let count = match silence {
            Silence::TooMany | Silence::NotLookedUp => 1,
            Silence::Closed | Silence::NotFound => REFUSALS,
            Silence::Other(_) => 0,
        };
        if matches!(silence, Silence::NotFound | Silence::NotLookedUp) {
            self.not_found.get_or_init(|| silence.clone());
        }
        self.refusals.fetch_add(count, Ordering::Relaxed);
    }

    /// Takes note of an answer.
    pub(super) fn note_answer(&self) {
        self.answered.store(true, Ordering::Relaxed);
    }

    /// Whether the archive refuses us: it is not asked again, or has done nothing else.
    pub(super) fn refuses(&self) -> bool {
        self.gives_nothing() && self.not_found.get().is_none()
    }

    /// Why its name led nowhere, where it gave nothing in this run for that.
    pub(super) fn not_found(&self) -> Option<&Silence> {
        self.not_found.get().filter(|_| self.gives_nothing())
    }

    fn gives_nothing(&self) -> bool {
        let refused = self.refusals.load(Ordering::Relaxed) > 0;
        self.is_closed() || refused && !self.answered.load(Ordering::Relaxed)
    }

    /// Whether the archive is not asked again.
    pub(super) fn is_closed(&self) -> bool {
        self.refusals.load(Ordering::Relaxed) >= REFUSALS
    }
}

fn take(left: &AtomicUsize) -> Result<(), Spent> {
    let taken = left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1));
    taken.map(|_| ()).map_err(|_| Spent)
}
