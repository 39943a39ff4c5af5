//! When a source is to be looked at next: a pure question about its history, so that every process that shares a store
//! comes to the same moment, and the slot is filled once.

use std::time::Duration;

use jiff::Timestamp;

use crate::config::{Cadence, Confirm, Expect, Schedule};
use crate::observation::{Answer, Observation, Outcome, Skip};
use crate::standing::Standing;
use crate::verdict::source::{self, Quotes, SharedTarget, SourceFacts};
use crate::verdict::{Availability, CapturedPage, Confirmation};

/// A host that asked for patience, or for which the time ran out, is asked again so soon.
const AFTER_BUDGET: Duration = Duration::from_hours(1);

/// Looks at a suspect are at least so far apart, whatever the policy: what is down now is down in a minute as well.
const SUSPECT: Duration = Duration::from_mins(10);

/// A source that is gone is looked at so seldom, where the cadence is not more seldom still: many come back, after weeks
/// and not after days. One that only fails comes back as a rule.
const DEAD: Duration = Duration::from_hours(28 * 24);

/// No host is left alone for longer because it asked.
pub(crate) const LONGEST_HOLD: Duration = DEAD;

/// When something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Due {
    /// It has never been looked at.
    Now,
    /// At this moment, which may have passed.
    At(Timestamp),
    /// Not again: its cron expression has no more moments.
    Never,
}

/// When the source with this history is due. A capture of its page tells whether it is another owner's by now, and `shared`
/// where another one that is cited led as well: the schedule goes by what reports say.
pub(crate) fn due(
    history: &[Observation],
    captured: &[CapturedPage],
    expect: Option<Expect>,
    shared: Option<SharedTarget<'_>>,
    schedule: &Schedule,
) -> Due {
    let Some(last) = history.last() else { return Due::Now };
    let seen = last.observed_at;
    if let Some(held) = held_until(last) {
        return later(seen, AFTER_BUDGET).max(Due::At(held)).min(later(seen, LONGEST_HOLD));
    }
    let asked = last.asked_to_wait().map_or(Due::Now, |asked| Due::At(asked).min(later(seen, LONGEST_HOLD)));
    // A host that has had enough of us tells nothing of its page, and when it will.
    if let (Due::At(_), Outcome::Answered(Answer { status: 429, .. })) = (asked, &last.outcome) {
        return asked.max(later(seen, AFTER_BUDGET));
    }
    let usual = schedule.cadence.after(seen).map_or(Due::Never, Due::At);
    let facts = SourceFacts {
        history,
        page: None,
        quotes: Quotes::Unasked,
        shared,
        expect,
        confirmation: confirmation(schedule.confirm),
        now: seen,
    };
    let judged = source::judge_against(&facts, captured);
    match (judged.availability, judged.standing) {
        (Availability::Gone, Standing::Broken) => dead(seen, &schedule.cadence).max(usual),
        // There is nothing left to confirm, and a server that is down comes back on any day.
        (Availability::Failing, Standing::Broken) => usual.max(asked),
        // What its writer knows to be gone never is broken.
        (Availability::Gone, _) if expect == Some(Expect::Gone) => dead(seen, &schedule.cadence).max(usual),
        // However often it is seen, it confirms nothing.
        (Availability::Failing, _) if source::proves_nothing(last) => usual.max(asked),
        (Availability::Gone | Availability::Failing, _) => later(seen, between(schedule.confirm)).min(usual).max(asked),
        _ => usual.max(asked),
    }
}

/// Of a look for which there was no patience: until when the host asked to be left alone, else the moment of the look.
pub(crate) fn held_until(look: &Observation) -> Option<Timestamp> {
    match look.outcome {
        Outcome::Skipped(Skip::Budget) => Some(look.observed_at),
        Outcome::Skipped(Skip::AskedToWait(seconds)) => {
            let asked = look.observed_at.checked_add(Duration::from_secs(seconds));
            Some(asked.unwrap_or(Timestamp::MAX))
        }
        _ => None,
    }
}

/// How the schedule confirms.
pub(crate) fn confirmation(confirm: Confirm) -> Confirmation {
    Confirmation::Policy { looks: confirm.looks, apart: confirm.apart }
}

/// How what the store holds is confirmed, whoever looked: see [`Confirmation::Kept`].
pub(crate) fn kept_confirmation(schedule: &Schedule) -> Confirmation {
    let Confirm { looks, apart } = schedule.confirm;
    let run = match &schedule.cadence {
        Cadence::Every(every) => SUSPECT.min(*every),
        Cadence::Cron(_) => SUSPECT,
    };
    Confirmation::Kept { looks, apart, run }
}

/// Looks that are so far apart confirm as soon as the policy allows.
fn between(confirm: Confirm) -> Duration {
    let steps = u32::try_from(confirm.looks.saturating_sub(1)).unwrap_or(u32::MAX);
    confirm.apart.checked_div(steps).unwrap_or(confirm.apart).max(SUSPECT)
}

fn dead(seen: Timestamp, cadence: &Cadence) -> Due {
    let Due::At(earliest) = later(seen, DEAD) else { return Due::Never };
    match cadence {
        Cadence::Every(_) => Due::At(earliest),
        Cadence::Cron(_) => cadence.after(earliest).map_or(Due::Never, Due::At),
    }
}

fn later(moment: Timestamp, time: Duration) -> Due {
    moment.checked_add(time).map_or(Due::Never, Due::At)
}

#[cfg(test)]
#[path = "due_tests.rs"]
mod tests;
