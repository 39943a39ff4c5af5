//! Whether a source still stands: its history, its page and what is known of it, judged.

use jiff::Timestamp;

use super::look::{self, Reading};
use super::past::Past;
use super::source_words;
use super::{Availability, Confirmation, Expect, Reason, SourceVerdict};
use crate::observation::Observation;
use crate::page::Page;
use crate::standing::Standing;

/// All that is known of a source.
#[derive(Debug, Clone, Copy)]
pub struct SourceFacts<'a> {
    /// Every observation, oldest first; the last one is judged.
    pub history: &'a [Observation],
    /// The page of the last observation, where one could be read.
    pub page: Option<&'a Page>,
    /// A quote (not a mere term) was found on the page of the last observation: the page is alive, whatever else.
    pub quote_found: bool,
    /// What the configuration expects of it.
    pub expect: Option<Expect>,
    /// When "gone" is broken.
    pub confirmation: Confirmation,
    /// The time of the judgement; messages say when a look is not of that day.
    pub now: Timestamp,
}

/// What the rules settle on, before it is put in words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Judged {
    pub(super) reading: Reading,
    pub(super) suspect: bool,
    pub(super) standing: Standing,
}

/// Judges a source by its last observation, with the history as its witness.
pub fn judge(facts: &SourceFacts<'_>) -> SourceVerdict {
    let past = Past::read(facts.history, facts.expect);
    let reading = reading(facts);
    let confirmed = past.confirms(reading, facts.confirmation);
    let expected = facts.expect == Some(Expect::Gone);
    let judged = Judged {
        reading,
        suspect: reading.availability == Availability::Gone && !confirmed && !expected,
        standing: standing(reading.availability, confirmed && !expected),
    };
    SourceVerdict {
        availability: reading.availability,
        reason: reading.reason,
        suspect: judged.suspect,
        standing: judged.standing,
        findings: source_words::findings(facts, &past, judged),
    }
}

/// Whether a look found the page: what was seen before it changes nothing then.
pub fn finds_the_page(look: &Observation, expect: Option<Expect>) -> bool {
    look::read(look, expect).is_good()
}

/// Whether looks from before `history` could change what is thought of the source: it seems gone or failing, and neither
/// the confirmation nor a good look is among these.
pub fn wants_earlier(history: &[Observation], expect: Option<Expect>, confirmation: Confirmation) -> bool {
    let Some(last) = history.last().filter(|_| expect != Some(Expect::Skip)) else { return false };
    Past::read(history, expect).wants_earlier(look::read(last, expect), confirmation)
}

fn reading(facts: &SourceFacts<'_>) -> Reading {
    if facts.expect == Some(Expect::Skip) {
        return Reading { availability: Availability::Skipped, reason: Some(Reason::Excluded) };
    }
    let Some(last) = facts.history.last() else {
        return Reading { availability: Availability::Unseen, reason: None };
    };
    match last.answer() {
        Some(answer) if facts.quote_found => look::alive(last, answer),
        _ => look::read(last, facts.expect),
    }
}

fn standing(availability: Availability, confirmed: bool) -> Standing {
    match availability {
        Availability::Live | Availability::Moved => Standing::Sound,
        Availability::Gone | Availability::Failing if confirmed => Standing::Broken,
        Availability::Gone
        | Availability::Failing
        | Availability::Withheld
        | Availability::Skipped
        | Availability::Unseen => Standing::Unknown,
    }
}

#[cfg(test)]
#[path = "source_tests.rs"]
mod tests;
