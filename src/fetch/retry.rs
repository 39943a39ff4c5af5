//! Which failures are worth another attempt, and after how long a pause.

use std::time::Duration;

use super::Purpose;
use super::pace::PATIENCE;
use crate::observation::{DnsFailure, NoAnswer, Phase, Trouble};

/// Attempts beside the first. A server that fails three times in a look fails.
const MORE_ATTEMPTS: usize = 2;

/// A first pause, as a part of a look's whole time: half a second of twenty. The second is twice as long, and both
/// together leave most of the time to the answers.
const PAUSE_PART: u32 = 40;

/// Headers that stand on the page of a wall and on no other: the wall is the answer, and asking again makes it higher.
const WALLS: [&str; 2] = ["cf-mitigated", "x-amzn-waf-action"];

/// What there is to know before another attempt.
pub(super) struct Attempt<'a> {
    pub(super) purpose: Purpose,
    /// How many went wrong before this one, on this hop.
    pub(super) before: usize,
    /// The time that a whole look has.
    pub(super) timeout: Duration,
    /// What is left of it.
    pub(super) left: Duration,
    /// `Retry-After`, read.
    pub(super) retry_after: Option<Duration>,
    /// What is left of the time that a look waits for hosts that ask it to.
    pub(super) patience: Duration,
    /// Whether the answer carries that lower-case header.
    pub(super) has_header: &'a dyn Fn(&str) -> bool,
}

/// How long to wait before the next attempt, and whose time that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pause {
    /// Of the page's own time.
    Ours(Duration),
    /// As the host asked, and its neighbours are waited for as well. That is not the time of the page.
    Theirs(Duration),
}

/// The pause before the next attempt; none if there is none.
pub(super) fn pause(trouble: &Trouble, attempt: &Attempt<'_>) -> Option<Pause> {
    let firm = attempt.before >= MORE_ATTEMPTS || is_wall(attempt.has_header);
    if firm || !is_passing(trouble, attempt.purpose) {
        return None;
    }
    let doubled = attempt.timeout / PAUSE_PART * 2_u32.pow(u32::try_from(attempt.before).unwrap_or(0));
    // Less than a pause's worth of time is too little for an answer.
    let enough = attempt.timeout / PAUSE_PART;
    match attempt.retry_after.filter(|asked| *asked > doubled) {
        // What fits into the page's own time is waited for each time, more than that once.
        Some(asked) if attempt.purpose == Purpose::Source && asked.saturating_add(enough) >= attempt.left => {
            let waits = attempt.before == 0 && asked <= attempt.patience && enough < attempt.left;
            waits.then_some(Pause::Theirs(asked))
        }
        asked => Some(asked.unwrap_or(doubled))
            .filter(|pause| *pause <= PATIENCE && *pause + enough < attempt.left)
            .map(Pause::Ours),
    }
}

/// Whether an answer is the page of a wall.
pub(super) fn is_wall(has_header: &dyn Fn(&str) -> bool) -> bool {
    WALLS.iter().any(|name| has_header(name))
}

/// Whether a status asks for patience.
pub(super) fn asks_for_patience(status: u16) -> bool {
    matches!(status, 408 | 425 | 429 | 500..=599)
}

fn is_passing(trouble: &Trouble, purpose: Purpose) -> bool {
    match trouble {
        // The archives count requests during a refusal and lock the asker out for an hour.
        Trouble::Status(429) => purpose == Purpose::Source,
        Trouble::Status(status) => asks_for_patience(*status),
        Trouble::NoAnswer(why) => match why {
            NoAnswer::Reset | NoAnswer::Timeout(Phase::Connect | Phase::Head) => true,
            // The resolver made its own attempts; a time-out of all of them says that packets were lost.
            NoAnswer::Dns(failure) => *failure == DnsFailure::Timeout,
            NoAnswer::Refused
            | NoAnswer::Unreachable
            | NoAnswer::Timeout(Phase::Body | Phase::Total)
            | NoAnswer::Tls(_)
            | NoAnswer::Protocol(_)
            | NoAnswer::TooManyRedirects
            | NoAnswer::RedirectLoop
            | NoAnswer::BadRedirect(_)
            | NoAnswer::LongRedirect(_)
            | NoAnswer::Proxy
            | NoAnswer::Browser(_) => false,
        },
    }
}

/// How long an attempt may wait for the head of its answer: two thirds of what is left, so that a second attempt fits
/// where the first was lost, and all of it the last time.
pub(super) fn head_wait(left: Duration, before: usize) -> Duration {
    if before >= MORE_ATTEMPTS { left } else { left * 2 / 3 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observation::TlsFailure;

    fn check(trouble: &Trouble, before: usize, left_s: u64, asked_s: Option<u64>, expected_ms: Option<u64>) {
        let attempt = Attempt {
            purpose: Purpose::Source,
            before,
            timeout: Duration::from_secs(20),
            left: Duration::from_secs(left_s),
            retry_after: asked_s.map(Duration::from_secs),
            patience: PATIENCE,
            has_header: &|_| false,
        };
        let found = pause(trouble, &attempt).map(|pause| match pause {
            Pause::Ours(pause) | Pause::Theirs(pause) => pause,
        });
        assert_eq!(found, expected_ms.map(Duration::from_millis), "{trouble:?} {before} {left_s} {asked_s:?}");
    }

    #[test]
    fn what_passes_is_tried_twice_more_with_longer_pauses() {
        for status in [408, 425, 429, 500, 502, 503, 504, 520, 599] {
            check(&Trouble::Status(status), 0, 20, None, Some(500));
            check(&Trouble::Status(status), 1, 20, None, Some(1000));
            check(&Trouble::Status(status), 2, 20, None, None);
        }
        check(&Trouble::NoAnswer(NoAnswer::Reset), 0, 20, None, Some(500));
        check(&Trouble::NoAnswer(NoAnswer::Timeout(Phase::Head)), 0, 6, None, Some(500));
    }

    #[test]
    fn what_is_firm_is_not_tried_again() {
        for status in [400, 401, 403, 404, 410, 451, 999] {
            check(&Trouble::Status(status), 0, 20, None, None);
        }
        for why in [
            NoAnswer::Dns(DnsFailure::NoSuchDomain),
            NoAnswer::Refused,
            NoAnswer::Tls(TlsFailure::Expired),
            NoAnswer::RedirectLoop,
        ] {
            check(&Trouble::NoAnswer(why), 0, 20, None, None);
        }
    }

    #[test]
    fn retry_after_is_honoured_as_long_as_a_run_waits() {
        check(&Trouble::Status(503), 0, 20, Some(3), Some(3000));
        check(&Trouble::Status(503), 0, 20, Some(0), Some(500));
        check(&Trouble::Status(503), 0, 20, Some(25), Some(25000));
        check(&Trouble::Status(429), 0, 1, Some(60), Some(60000));
        check(&Trouble::Status(429), 1, 20, Some(60), None);
        check(&Trouble::Status(429), 1, 20, Some(3), Some(3000));
        check(&Trouble::Status(503), 0, 20, Some(61), None);
        check(&Trouble::Status(503), 0, 0, Some(3), None);
        check(&Trouble::Status(503), 0, 20, Some(u64::MAX), None);
    }

    #[test]
    fn a_host_that_wants_to_be_left_alone_for_ever_is() {
        let attempt = Attempt {
            purpose: Purpose::Source,
            before: 0,
            timeout: Duration::from_secs(20),
            left: Duration::from_secs(20),
            retry_after: Some(Duration::MAX),
            patience: PATIENCE,
            has_header: &|_| false,
        };
        assert_eq!(pause(&Trouble::Status(503), &attempt), None);
    }

    #[test]
    fn a_wall_is_not_asked_again() {
        let attempt = Attempt {
            purpose: Purpose::Source,
            before: 0,
            timeout: Duration::from_secs(20),
            left: Duration::from_secs(20),
            retry_after: None,
            patience: PATIENCE,
            has_header: &|name| name == "cf-mitigated",
        };
        assert_eq!(pause(&Trouble::Status(503), &attempt), None);
    }

    #[test]
    fn an_archive_that_refuses_is_not_asked_again() {
        let attempt = Attempt {
            purpose: Purpose::Archive,
            before: 0,
            timeout: Duration::from_secs(20),
            left: Duration::from_secs(20),
            retry_after: Some(Duration::from_secs(1)),
            patience: PATIENCE,
            has_header: &|_| false,
        };
        assert_eq!(pause(&Trouble::Status(429), &attempt), None);
        assert_eq!(pause(&Trouble::Status(503), &attempt), Some(Pause::Ours(Duration::from_secs(1))));
    }
}
