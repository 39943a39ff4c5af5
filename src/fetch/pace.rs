//! How fast a host is asked, as it bears it: faster by a step after a clean answer, half as fast after a refusal. Pure:
//! time is an argument.

use std::time::Duration;

use tokio::time::Instant;

use crate::config::PerHost;

/// A lane starts at this part of its ceiling, and what a stranger bears is found out from below.
const GENTLE: f64 = 0.5;

/// A clean answer adds this part of the ceiling: ten of them make up for one halving. At the usual two requests a second
/// that is a tenth of a request.
const STEP: f64 = 0.05;

/// A host that asks for patience again and again is asked so much more slowly, at most.
const SLOWEST: f64 = 1.0 / 16.0;

/// No host is made slower than one request in so long, and no crawl-delay counts for more: a few dozen pages of it must end
/// within a run.
const LONGEST_SPACING: Duration = Duration::from_secs(30);

/// For so long altogether a run waits for one host, until it answers at its full rate again: what is left is not looked
/// at in this run.
pub(super) const PATIENCE: Duration = Duration::from_mins(1);

/// So many failures in a row, which are the attempts of four looks, say that the host is best left alone.
const FAILURES: u32 = 12;

/// For so long a parked host is not asked: a run goes on without it, a service comes back to it.
const REST: Duration = Duration::from_mins(10);

/// The pace of one host.
#[derive(Debug, Clone)]
pub(super) struct Pace {
    /// Requests a second, at most.
    ceiling: f64,
    /// Requests a second, at this time.
    rate: f64,
    next: Option<Instant>,
    held: Option<Instant>,
    /// The same without what was never asked for.
    asked_until: Option<Instant>,
    /// The longest that it asked to be left alone, where that is longer than a run waits.
    asked: Option<Duration>,
    /// Refusals, time-outs and other failures since the last answer.
    failures: u32,
    /// How long the host has been held since it last answered at its full rate.
    waited: Duration,
}

/// Whether a request may start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum May {
    /// It has started.
    Start,
    /// Not before then.
    Wait(Instant),
    /// The host is parked: it has asked for more patience than there is, or has failed too often.
    Never,
}

/// What a host had to say about being asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mood {
    /// It answered as it answers anybody.
    Easy,
    /// It answered, and no sooner than it must: a refusal of this reader, an error of its own.
    Flat,
    /// It answered, and wants to be left alone for so long before it is asked for more.
    Later(Duration),
    /// It asked for patience, perhaps for so long.
    Strained(Option<Duration>),
    /// It said nothing in time.
    Silent,
    /// It failed in a way that asking more slowly does not mend.
    Failing,
}

impl Pace {
    pub(super) fn new(pace: PerHost) -> Self {
        // The configuration admits positive rates only; a rate below one in an hour is one in an hour.
        let ceiling = pace.requests_per_second.max(1.0 / 3600.0);
        Self {
            ceiling,
            rate: ceiling * GENTLE,
            next: None,
            held: None,
            asked_until: None,
            asked: None,
            failures: 0,
            waited: Duration::ZERO,
        }
    }

    /// Starts a request at `now`, or says when one may.
    pub(super) fn start(&mut self, now: Instant) -> May {
        match self.at(now) {
            May::Start => {
                self.next = Some(now + self.spacing());
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

    /// Takes note of an answer, or of none.
    pub(super) fn note(&mut self, mood: Mood, now: Instant) {
        match mood {
            Mood::Easy => self.ease(),
            Mood::Flat => self.failures = 0,
            Mood::Later(asked) => {
                self.failures = 0;
                self.hold(asked, now);
                self.tire(now);
            }
            Mood::Strained(asked) => {
                self.hold(asked.unwrap_or_default(), now);
                self.fail(now);
            }
            Mood::Silent => self.fail(now),
            Mood::Failing => {
                self.failures += 1;
                self.tire(now);
            }
        }
    }

    /// For how long the host asked to be left alone, where no run waits for that.
    pub(super) fn asked(&self) -> Option<Duration> {
        self.asked
    }

    /// For how long it asks to be left alone from `now` on.
    pub(super) fn asked_from(&self, now: Instant) -> Option<Duration> {
        let left = self.asked_until?.saturating_duration_since(now);
        (!left.is_zero()).then_some(left)
    }

    /// What the host wants between two requests, by its robots.txt: lowers the ceiling.
    pub(super) fn crawl_delay(&mut self, delay: Duration) {
        let delay = delay.min(LONGEST_SPACING);
        if !delay.is_zero() {
            self.ceiling = self.ceiling.min(1.0 / delay.as_secs_f64());
            self.rate = self.rate.min(self.ceiling);
        }
    }

    fn spacing(&self) -> Duration {
        Duration::try_from_secs_f64(1.0 / self.rate).unwrap_or_default()
    }

    fn ease(&mut self) {
        self.failures = 0;
        self.rate = (self.rate + self.ceiling * STEP).min(self.ceiling);
        if self.rate >= self.ceiling {
            self.waited = Duration::ZERO;
        }
    }

    fn fail(&mut self, now: Instant) {
        let floor = (self.ceiling * SLOWEST).max(1.0 / LONGEST_SPACING.as_secs_f64()).min(self.ceiling);
        self.rate = (self.rate / 2.0).max(floor);
        self.failures += 1;
        self.tire(now);
    }

    /// Parks the host once it has failed, or has been waited for, too often.
    fn tire(&mut self, now: Instant) {
        if self.failures >= FAILURES || self.waited > PATIENCE {
            self.failures = 0;
            self.waited = Duration::ZERO;
            self.held = self.held.max(Some(now + REST));
        }
    }

    /// The host wants to be left alone for so long, by its answer or by one that an earlier run had.
    pub(super) fn hold(&mut self, asked: Duration, now: Instant) {
        self.asked = self.asked.max(Some(asked).filter(|asked| *asked > PATIENCE));
        // A year is for ever, and an Instant has an end.
        let until = now + asked.min(Duration::from_hours(365 * 24));
        let from = self.held.map_or(now, |held| held.max(now));
        self.waited += until.saturating_duration_since(from);
        self.held = self.held.max(Some(until));
        self.asked_until = self.asked_until.max(Some(until));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pace() -> Pace {
        Pace::new(PerHost { requests_per_second: 2.0, concurrency: 2 })
    }

    /// The rate after these, in requests a second.
    fn rate_after(moods: &[(usize, Mood)], expected: f64) {
        let (mut pace, now) = (pace(), Instant::now());
        for (times, mood) in moods {
            (0..*times).for_each(|_| pace.note(*mood, now));
        }
        assert!((pace.rate - expected).abs() < 1e-9, "{moods:?}: {}", pace.rate);
    }

    #[tokio::test(start_paused = true)]
    async fn the_rate_grows_by_steps_and_is_halved_between_a_floor_and_the_ceiling() {
        let strained = Mood::Strained(None);
        rate_after(&[], 1.0);
        rate_after(&[(1, Mood::Easy)], 1.1);
        rate_after(&[(99, Mood::Easy)], 2.0);
        rate_after(&[(99, Mood::Easy), (1, strained)], 1.0);
        rate_after(&[(99, Mood::Easy), (1, Mood::Silent), (1, strained)], 0.5);
        rate_after(&[(99, Mood::Easy), (1, Mood::Silent), (10, Mood::Easy)], 2.0);
        rate_after(&[(11, Mood::Silent)], 0.125);
        rate_after(&[(5, Mood::Flat)], 1.0);
        rate_after(&[(99, Mood::Easy), (9, Mood::Failing)], 2.0);
    }

    #[tokio::test(start_paused = true)]
    async fn a_slow_ceiling_is_not_made_slower_than_it_need_be() {
        let now = Instant::now();
        for (ceiling, expected) in [(0.1, 1.0 / 30.0), (0.01, 0.01)] {
            let mut pace = Pace::new(PerHost { requests_per_second: ceiling, concurrency: 1 });
            (0..9).for_each(|_| pace.note(Mood::Silent, now));
            assert!((pace.rate - expected).abs() < 1e-9, "{ceiling}: {}", pace.rate);
        }
    }

    #[tokio::test(start_paused = true)]
    async fn requests_are_spaced_by_the_rate() {
        let (mut pace, now) = (pace(), Instant::now());
        let half = Duration::from_millis(500);
        assert_eq!(pace.start(now), May::Start);
        assert_eq!(pace.start(now), May::Wait(now + half * 2));
        assert_eq!(pace.start(now + half * 2), May::Start);
        (0..10).for_each(|_| pace.note(Mood::Easy, now));
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
        assert_eq!(pace.start(later), May::Wait(later + Duration::from_secs(2)));
    }

    #[tokio::test(start_paused = true)]
    async fn a_host_that_redirects_later_is_held_and_not_asked_more_slowly() {
        let (mut pace, now) = (pace(), Instant::now());
        (0..99).for_each(|_| pace.note(Mood::Easy, now));
        let (half, later) = (Duration::from_secs(30), now + Duration::from_secs(30));
        assert_eq!(pace.start(now), May::Start);
        pace.note(Mood::Later(half), now);
        assert_eq!((pace.start(now), pace.start(later)), (May::Wait(later), May::Start));
        assert_eq!(pace.start(later), May::Wait(later + Duration::from_millis(500)));
        pace.note(Mood::Later(half), later);
        pace.note(Mood::Later(half), later + half);
        assert_eq!(pace.start(later + half), May::Never, "it has been waited for long enough");
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
    async fn patience_is_for_all_holds_together_until_the_host_has_recovered() {
        let twice = |between: usize| {
            let (mut pace, mut now) = (pace(), Instant::now());
            pace.note(Mood::Strained(Some(Duration::from_secs(40))), now);
            now += Duration::from_secs(40);
            (0..between).for_each(|_| pace.note(Mood::Easy, now));
            pace.note(Mood::Strained(Some(Duration::from_secs(40))), now);
            pace.at(now)
        };
        assert_eq!(twice(3), May::Never);
        assert!(matches!(twice(20), May::Wait(_)));
    }

    #[tokio::test(start_paused = true)]
    async fn a_host_that_fails_again_and_again_is_parked_and_then_given_another_chance() {
        for failure in [Mood::Silent, Mood::Strained(None), Mood::Failing] {
            for answer in [Mood::Easy, Mood::Flat] {
                let (mut pace, now) = (pace(), Instant::now());
                (1..FAILURES).for_each(|_| pace.note(failure, now));
                pace.note(answer, now);
                (1..FAILURES).for_each(|_| pace.note(failure, now));
                assert_eq!(pace.at(now), May::Start, "{failure:?}");
                pace.note(failure, now);
                assert_eq!(pace.at(now), May::Never, "{failure:?}");
                assert_eq!(pace.at(now + REST), May::Start, "{failure:?}");
            }
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_crawl_delay_lowers_the_ceiling_as_far_as_it_is_reasonable() {
        for (delay_s, expected) in [(0, 2.0), (1, 1.0), (10, 0.1), (30, 1.0 / 30.0), (86_400, 1.0 / 30.0)] {
            let (mut pace, now) = (pace(), Instant::now());
            pace.crawl_delay(Duration::from_secs(delay_s));
            (0..20).for_each(|_| pace.note(Mood::Easy, now));
            assert!((pace.rate - expected).abs() < 1e-9, "{delay_s}: {}", pace.rate);
        }
    }
}
