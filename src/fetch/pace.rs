//! When the next request to a host may start. Pure: time is an argument.

use std::time::Duration;

use tokio::time::Instant;

use crate::config::PerHost;

/// A host that asks for patience is asked so much more slowly, at most.
const SLOWEST: u32 = 16;

/// Nothing waits longer than this for one host: what is left is not looked at in this run.
pub(super) const PATIENCE: Duration = Duration::from_mins(1);

/// So many time-outs in a row, which are the attempts of four looks, say that nobody is there.
const SILENCES: u32 = 12;

/// For so long a silent host is not asked: a run goes on without it, a service comes back to it.
const REST: Duration = Duration::from_mins(10);

/// The pace of one host.
#[derive(Debug, Clone)]
pub(super) struct Pace {
    usual: Duration,
    spacing: Duration,
    next: Option<Instant>,
    held: Option<Instant>,
    silences: u32,
}

/// Whether a request may start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum May {
    /// It has started.
    Start,
    /// Not before then.
    Wait(Instant),
    /// The host has asked for more patience than there is, or has been silent for too long.
    Never,
}

/// What a host had to say about being asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mood {
    /// It answered.
    Easy,
    /// It asked for patience, perhaps for so long.
    Strained(Option<Duration>),
    /// It said nothing in time.
    Silent,
}

impl Pace {
    pub(super) fn new(pace: PerHost) -> Self {
        // The configuration admits positive rates only; a rate below one in an hour is one in an hour.
        let usual = Duration::try_from_secs_f64(1.0 / pace.requests_per_second.max(1.0 / 3600.0)).unwrap_or_default();
        Self { usual, spacing: usual, next: None, held: None, silences: 0 }
    }

    /// Starts a request at `now`, or says when one may.
    pub(super) fn start(&mut self, now: Instant) -> May {
        match self.at(now) {
            May::Start => {
                self.next = Some(now + self.spacing);
                May::Start
            }
            wait => wait,
        }
    }

    /// As [`Pace::start`], without starting.
    pub(super) fn at(&self, now: Instant) -> May {
        if self.held.is_some_and(|until| until > now + PATIENCE) {
            return May::Never;
        }
        match self.next.max(self.held) {
            Some(at) if at > now => May::Wait(at),
            _ => May::Start,
        }
    }

    /// Takes note of an answer: patience is asked for by halving the rate, and won back by and by.
    pub(super) fn note(&mut self, mood: Mood, now: Instant) {
        self.silences = if mood == Mood::Silent { self.silences + 1 } else { 0 };
        match mood {
            Mood::Easy => self.spacing = (self.spacing * 9 / 10).max(self.usual),
            Mood::Strained(asked) => {
                self.slow_down();
                // A year is for ever, and an Instant has an end.
                self.hold(now + asked.unwrap_or_default().min(Duration::from_hours(365 * 24)));
            }
            Mood::Silent if self.silences >= SILENCES => {
                self.silences = 0;
                self.hold(now + REST);
            }
            Mood::Silent => self.slow_down(),
        }
    }

    fn slow_down(&mut self) {
        self.spacing = (self.spacing * 2).min(self.usual * SLOWEST);
    }

    fn hold(&mut self, until: Instant) {
        self.held = self.held.max(Some(until));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pace() -> Pace {
        Pace::new(PerHost { requests_per_second: 2.0, concurrency: 2 })
    }

    #[tokio::test(start_paused = true)]
    async fn requests_are_spaced_by_the_rate() {
        let (mut pace, now) = (pace(), Instant::now());
        let half = Duration::from_millis(500);
        assert_eq!(pace.start(now), May::Start);
        assert_eq!(pace.start(now), May::Wait(now + half));
        assert_eq!(pace.start(now + half), May::Start);
        assert_eq!(pace.start(now + half * 10), May::Start);
        assert_eq!(pace.start(now + half * 10), May::Wait(now + half * 11));
    }

    #[tokio::test(start_paused = true)]
    async fn a_host_that_asks_for_patience_is_held_and_then_asked_more_slowly() {
        let (mut pace, now) = (pace(), Instant::now());
        assert_eq!(pace.start(now), May::Start);
        pace.note(Mood::Strained(Some(Duration::from_secs(30))), now);
        let later = now + Duration::from_secs(30);
        assert_eq!(pace.start(now), May::Wait(later));
        assert_eq!(pace.start(later), May::Start);
        assert_eq!(pace.start(later), May::Wait(later + Duration::from_secs(1)));
        pace.note(Mood::Easy, later);
        assert_eq!(pace.spacing, Duration::from_millis(900));
        for _ in 0..20 {
            pace.note(Mood::Easy, later);
        }
        assert_eq!(pace.spacing, Duration::from_millis(500));
    }

    #[tokio::test(start_paused = true)]
    async fn a_shorter_hold_does_not_undo_a_longer_one() {
        let (mut pace, now) = (pace(), Instant::now());
        pace.note(Mood::Strained(Some(Duration::from_secs(30))), now);
        pace.note(Mood::Strained(None), now);
        assert_eq!(pace.at(now), May::Wait(now + Duration::from_secs(30)));
    }

    #[tokio::test(start_paused = true)]
    async fn a_hold_beyond_patience_means_not_in_this_run() {
        let (mut pace, now) = (pace(), Instant::now());
        pace.note(Mood::Strained(Some(Duration::MAX)), now);
        assert_eq!(pace.start(now), May::Never);
    }

    #[tokio::test(start_paused = true)]
    async fn a_host_that_stays_silent_is_given_a_rest_and_then_another_chance() {
        let (mut pace, now) = (pace(), Instant::now());
        for _ in 1..SILENCES {
            pace.note(Mood::Silent, now);
        }
        pace.note(Mood::Easy, now);
        for _ in 1..SILENCES {
            pace.note(Mood::Silent, now);
        }
        assert_eq!(pace.at(now), May::Start);
        pace.note(Mood::Silent, now);
        assert_eq!(pace.at(now), May::Never);
        assert_eq!(pace.at(now + REST), May::Start);
    }
}
