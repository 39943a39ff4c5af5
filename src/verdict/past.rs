//! What the looks before the last one add: since when, how often, and whether that confirms it.

use std::time::Duration;

use jiff::Timestamp;

use super::look::{self, Reading, Told};
use super::source::{Quotes, SharedTarget};
use super::{Availability, CapturedPage, Confirmation, Expect, Reason};
use crate::observation::{Observation, Outcome};

/// One look of the history with what it says.
#[derive(Debug, Clone, Copy)]
struct Seen {
    at: Timestamp,
    reading: Reading,
    status: Option<u16>,
    proves_nothing: bool,
    /// Read from a record.
    replayed: bool,
}

/// A history as the rules ask it.
#[derive(Debug)]
pub(super) struct Past {
    /// Oldest first; what was skipped was not a look.
    seen: Vec<Seen>,
    /// What the last observation says by itself, and what speaks for it, where it is a look.
    last: Option<Told>,
}

/// Looks in a row that say the same of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Streak {
    /// The first of them.
    pub(super) since: Timestamp,
    /// The last of them.
    pub(super) until: Timestamp,
    /// How many.
    pub(super) looks: usize,
    /// So many of them for the reason of the last, with the status that it had.
    pub(super) alike: usize,
    /// The last look before them that found the page.
    pub(super) last_good: Option<Timestamp>,
}

impl Past {
    /// Read with a capture of the page at hand, and with another cited page that led to the same address as the last look:
    /// that counts for each look that led there. `weighed` is what the last look says with that, where it is known.
    pub(super) fn against(
        history: &[Observation],
        expect: Option<Expect>,
        capture: Option<&CapturedPage>,
        shared: Option<SharedTarget<'_>>,
        weighed: Option<&Told>,
    ) -> Self {
        let is_last = |look: &Observation| history.last().is_some_and(|last| std::ptr::eq(last, look));
        let weighed = |look: &Observation| weighed.filter(|_| is_last(look)).cloned();
        let landed = |look: &Observation| look.answer().map(|answer| answer.final_url.clone());
        let last = history.last().and_then(landed);
        let shared = |look: &Observation| shared.filter(|_| last.is_some() && landed(look) == last);
        let looked = history.iter().filter(|observation| !matches!(observation.outcome, Outcome::Skipped(_)));
        let mut last = None;
        let seen = looked.map(|observation| {
            let told = weighed(observation).unwrap_or_else(|| look::weigh(observation, expect, shared(observation)));
            let reading = look::against(observation, told.0, capture).0;
            last = Some(told);
            Seen {
                at: observation.observed_at,
                reading,
                status: observation.answer().map(|answer| answer.status),
                proves_nothing: look::proves_nothing(observation),
                replayed: observation.replayed,
            }
        });
        let seen = seen.collect();
        let is_look = |last: &Observation| !matches!(last.outcome, Outcome::Skipped(_));
        Self { seen, last: last.filter(|_| history.last().is_some_and(is_look)) }
    }

    /// What the last observation says by itself, and what speaks for it, to be taken once; none where it is no look.
    pub(super) fn take_last(&mut self) -> Option<Told> {
        self.last.take()
    }

    /// Whether any look found the page.
    pub(super) fn ever_finds_the_page(&self) -> bool {
        self.seen.iter().any(|seen| seen.reading.is_good())
    }

    /// The looks at the end of the history that agree on the availability.
    pub(super) fn streak(&self, availability: Availability) -> Option<Streak> {
        let same = self.seen.iter().rev().take_while(|seen| seen.reading.availability == availability);
        let (last, first) = (self.seen.last()?, same.clone().last()?);
        let last_good = self.seen.iter().rev().find(|seen| seen.reading.is_good());
        let is_alike = |seen: &&Seen| (seen.reading.reason, seen.status) == (last.reading.reason, last.status);
        let (looks, alike) = (same.clone().count(), same.filter(is_alike).count());
        Some(Streak { since: first.at, until: last.at, looks, alike, last_good: last_good.map(|seen| seen.at) })
    }

    /// Whether `reading`, that of the last look, is confirmed: whether it is broken and no longer suspect.
    /// What a page says of itself is believed within one run only where a quote is missing on it as well.
    pub(super) fn confirms(&self, reading: Reading, confirmation: Confirmation, quotes: Quotes) -> bool {
        let believed = !reading.reason.is_some_and(Reason::is_of_content) || quotes == Quotes::Absent;
        match (reading.availability, confirmation) {
            (Availability::Gone, Confirmation::OneLook) => believed,
            // What the page was compared with is the second witness; the run does not look twice for it.
            (Availability::Gone, Confirmation::TwoLooks) if reading.reason == Some(Reason::Usurped) => believed,
            (Availability::Gone, Confirmation::TwoLooks) => {
                let alone = self.seen.last().is_some_and(|seen| seen.replayed);
                believed && (alone || self.last_two_agree(reading.reason))
            }
            (Availability::Gone | Availability::Failing, Confirmation::Policy { looks, apart }) => {
                let bad: Vec<&Seen> = self.bad_looks(reading.availability).collect();
                let (Some(last), Some(first)) = (bad.first(), bad.last()) else { return false };
                let spread = last.at.duration_since(first.at).unsigned_abs();
                !self.seen.last().is_some_and(|seen| seen.proves_nothing) && bad.len() >= looks && spread >= apart
            }
            (availability, Confirmation::Kept { looks, apart, run }) => {
                let in_one_run = self.last_two_within(run) || reading.reason == Some(Reason::Usurped);
                self.confirms(reading, Confirmation::Policy { looks, apart }, quotes)
                    || availability == Availability::Gone
                        && in_one_run
                        && self.confirms(reading, Confirmation::TwoLooks, quotes)
            }
            _ => false,
        }
    }

    /// Whether looks from before these could confirm `reading`, that of the last look: nothing in them ends its streak.
    pub(super) fn wants_earlier(&self, reading: Reading, confirmation: Confirmation) -> bool {
        let open = match (reading.availability, confirmation) {
            (Availability::Gone, Confirmation::TwoLooks) => self.seen.len() < 2,
            (Availability::Gone | Availability::Failing, Confirmation::Policy { .. } | Confirmation::Kept { .. }) => {
                !self.seen.last().is_some_and(|seen| seen.proves_nothing)
                    && self.seen.iter().all(|seen| !seen.reading.is_good())
            }
            _ => false,
        };
        open && !self.confirms(reading, confirmation, Quotes::Absent)
    }

    /// Whether the last two looks are of one run; a look that was recorded elsewhere is one by itself.
    fn last_two_within(&self, run: Duration) -> bool {
        match &self.seen[..] {
            [.., before, last] => last.replayed || last.at.duration_since(before.at).unsigned_abs() < run,
            [only] => only.replayed,
            [] => false,
        }
    }

    fn last_two_agree(&self, reason: Option<Reason>) -> bool {
        let last_two: Vec<&Seen> = self.seen.iter().rev().take(2).collect();
        last_two.len() == 2 && last_two.iter().all(|seen| seen.reading.reason == reason)
    }

    /// The looks since the last good one that speak for `availability`, newest first. A look that was refused says
    /// nothing either way; that a page is gone is also a look at which it failed, but not the other way round.
    fn bad_looks(&self, availability: Availability) -> impl Iterator<Item = &Seen> {
        self.seen.iter().rev().take_while(|seen| !seen.reading.is_good()).filter(move |seen| {
            let counts = match availability {
                Availability::Gone => seen.reading.availability == Availability::Gone,
                _ => matches!(seen.reading.availability, Availability::Gone | Availability::Failing),
            };
            counts && !seen.proves_nothing
        })
    }
}
