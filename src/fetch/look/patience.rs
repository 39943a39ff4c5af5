//! What answers ask of us: a lane is told, another attempt is put off, a redirect waits for its time.

use std::time::Duration;

use tokio::time::{Instant, sleep};
use url::Url;

use super::super::Purpose;
use super::super::client::Received;
use super::super::headers::headers;
use super::super::lane::Turn;
use super::super::no_answer::Failure;
use super::super::pace::{Mood, PATIENCE};
use super::super::redirect;
use super::super::retry::{self, Attempt, Pause};
use super::{Chain, Miss, OnNetwork};
use crate::clock;
use crate::locator::host;
use crate::observation::{DnsFailure, NoAnswer, Phase, Skip, Trouble, patience};

/// An archive that refuses without saying for how long; its own clients wait a minute.
const ARCHIVE_HOLD: Duration = Duration::from_mins(1);

/// For how long this look waits because it was asked to. What redirects to other hosts ask for before they are followed,
/// those hosts did not ask for, so it is this look that waits and not their lanes.
#[derive(Debug, Default)]
pub(super) struct Rest {
    next: Duration,
    /// In the whole look so far.
    taken: Duration,
}

impl Rest {
    /// Takes note of a redirect. On the host itself its lane sees to it.
    pub(super) fn asked(&mut self, wait: Option<Duration>, from: &Url, to: &Url) {
        let elsewhere = host::lane(from) != host::lane(to);
        self.next = wait.filter(|_| elsewhere).unwrap_or_default();
    }
}

impl Chain<'_> {
    /// Waits as long as a redirect to here asked for, where a run waits so long. That is not the time of the page.
    pub(super) async fn take_the_rest(&mut self) -> Result<(), Miss> {
        let wait = std::mem::take(&mut self.rest.next);
        self.rest.taken = self.rest.taken.saturating_add(wait);
        if self.rest.taken > PATIENCE {
            return Err(Miss::Skipped(Skip::AskedToWait(wait.as_secs())));
        }
        self.deadline += wait;
        sleep(wait).await;
        Ok(())
    }

    /// Tells the lane what the host said, and says how long to wait before another attempt, if there is one.
    pub(super) fn judge(
        &mut self,
        on: &OnNetwork,
        turn: &Turn,
        before: usize,
        result: &Result<Received, Failure>,
    ) -> Option<Duration> {
        let (trouble, retry_after) = match result {
            Ok(received) if retry::asks_for_patience(received.status) && !self.is_capture(received) => {
                (Trouble::Status(received.status), retry_after(received))
            }
            Ok(received) => {
                let usual = if is_clean(received.status) { Mood::Easy } else { Mood::Flat };
                turn.note(later(received).map_or(usual, Mood::Later));
                return None;
            }
            Err(Failure::NoAnswer(why)) => (Trouble::NoAnswer(why.clone()), None),
            Err(Failure::Private(_)) => return None,
        };
        if let Some(mood) = mood(&trouble, retry_after, self.request.purpose) {
            turn.note(mood);
        }
        let has_header = |name: &str| result.as_ref().is_ok_and(|received| headers(received, name).next().is_some());
        let attempt = Attempt {
            purpose: self.request.purpose,
            before,
            timeout: on.timeout,
            left: self.deadline.saturating_duration_since(Instant::now()),
            retry_after,
            patience: PATIENCE.saturating_sub(self.rest.taken),
            has_header: &has_header,
        };
        match retry::pause(&trouble, &attempt)? {
            Pause::Ours(pause) => Some(pause),
            // The host may have been waited for long enough, for this page and its neighbours together.
            Pause::Theirs(_) if turn.is_last() => None,
            Pause::Theirs(pause) => {
                self.rest.taken += pause;
                self.deadline += pause;
                Some(pause)
            }
        }
    }

    /// Whether an archive answers with a page that it holds, whose status is then the page's and not its own.
    fn is_capture(&self, received: &Received) -> bool {
        self.request.purpose == Purpose::Archive && headers(received, "memento-datetime").next().is_some()
    }
}

/// When a redirect may be followed, where it says so (RFC 9110, 10.2.3).
pub(super) fn later(received: &Received) -> Option<Duration> {
    retry_after(received).filter(|asked| redirect::leads_elsewhere(received.status) && !asked.is_zero())
}

fn retry_after(received: &Received) -> Option<Duration> {
    let asked = headers(received, "retry-after").next().and_then(|value| std::str::from_utf8(value).ok());
    asked.and_then(|value| patience::retry_after(value, clock::now()))
}

/// Whether a host answers so anybody who asks at any pace. A refusal may be the work of a wall that counts requests.
fn is_clean(status: u16) -> bool {
    matches!(status, 100..=399 | 404 | 410)
}

/// What a failure says about how the host feels. Only what comes of too many requests slows a lane; a server that does nothing
/// but fail is left alone after a while.
fn mood(trouble: &Trouble, asked: Option<Duration>, purpose: Purpose) -> Option<Mood> {
    match (trouble, purpose) {
        (Trouble::Status(429), Purpose::Archive) => {
            Some(Mood::Strained(Some(asked.unwrap_or_default().max(ARCHIVE_HOLD))))
        }
        (Trouble::Status(429 | 503), _) => Some(Mood::Strained(asked)),
        (Trouble::Status(status), _) => {
            let fails = (500..=599).contains(status).then_some(Mood::Failing);
            asked.map(|asked| Mood::Strained(Some(asked))).or(fails)
        }
        (
            Trouble::NoAnswer(NoAnswer::Timeout(Phase::Connect | Phase::Head) | NoAnswer::Dns(DnsFailure::Timeout)),
            _,
        ) => Some(Mood::Silent),
        // Another archive may stand on the same host, and one that takes no connection is not asked again anyway.
        (Trouble::NoAnswer(NoAnswer::Refused | NoAnswer::Unreachable), Purpose::Archive) => None,
        (Trouble::NoAnswer(NoAnswer::Reset | NoAnswer::Refused | NoAnswer::Unreachable), _) => Some(Mood::Failing),
        (Trouble::NoAnswer(_), _) => None,
    }
}
