//! Whether a source still stands: its history, its page and what is known of it, judged.

mod evidence_words;
mod words;

use jiff::Timestamp;

use super::led::{self, LedTo};
use super::look::{self, Reading, Told};
use super::past::Past;
use super::signs;
use super::{
    Availability, CapturedPage, Changed, Confirmation, Evidence, Expect, Reason, SourceVerdict, Unreadable, changed,
};
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
    /// What became of the quotes on the page of the last observation.
    pub quotes: Quotes,
    /// Another cited page of the same host that led to the same address.
    pub shared: Option<SharedTarget<'a>>,
    /// What the configuration expects of it.
    pub expect: Option<Expect>,
    /// When "gone" is broken.
    pub confirmation: Confirmation,
    /// The time of the judgement; messages say when a look is not of that day.
    pub now: Timestamp,
}

/// An address that another cited page of the same host led to as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SharedTarget<'a> {
    /// The other page.
    pub other: &'a str,
    /// Whether a page of that host that cannot be there led to it as well.
    pub is_of_any: bool,
}

/// What became of the quotes that a page is cited for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Quotes {
    /// There is none, or the page could not be read.
    #[default]
    Unasked,
    /// One of them (not a mere term) was found: the page is alive, whatever else.
    Found,
    /// None was found.
    Absent,
}

/// What one look says by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Impression {
    /// Whether the page seems to be there.
    pub availability: Availability,
    /// Whether it is worth to ask the host for a page that cannot be there: the page seems not to be there, and nothing is
    /// certain.
    pub is_doubtful: bool,
    /// Whether its host gave the same for a page that cannot be there, and the first page of its site would tell what that is.
    pub is_open_at_home: bool,
    /// Whether the page was there, at its own address and whole, and nothing speaks for anything else.
    pub is_plain: bool,
}

/// What the rules settle on, before it is put in words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Judged<'a> {
    pub(super) reading: Reading,
    pub(super) evidence: &'a [Evidence],
    pub(super) changed: Option<&'a Changed>,
    pub(super) suspect: bool,
    pub(super) standing: Standing,
}

/// Judges a source by its last observation, with the history as its witness.
pub fn judge(facts: &SourceFacts<'_>) -> SourceVerdict {
    judge_against(facts, &[])
}

/// The same with captures of the page at hand, as they were read: the nearest to the day on which it was read first.
pub fn judge_against(facts: &SourceFacts<'_>, captured: &[CapturedPage]) -> SourceVerdict {
    judge_weighed(facts, captured, None)
}

/// The same where the last look was weighed before, with what is expected of the source and where others led.
pub(crate) fn judge_weighed(
    facts: &SourceFacts<'_>,
    captured: &[CapturedPage],
    weighed: Option<&Weighed>,
) -> SourceVerdict {
    let is_cut = facts.page.is_some_and(|page| page.cut_short.is_some());
    let captured = if is_cut || facts.expect == Some(Expect::Skip) { &[] } else { captured };
    let weighed = weighed.map(|weighed| &weighed.0);
    let mut past = Past::against(facts.history, facts.expect, captured.first(), facts.shared, weighed);
    let (reading, evidence) = reading(facts, past.take_last(), captured.first());
    let changed = if reading.is_good() { changed::compare(facts.history, captured) } else { None };
    let confirmed = past.confirms(reading, facts.confirmation, facts.quotes);
    let expected = facts.expect == Some(Expect::Gone);
    let judged = Judged {
        reading,
        evidence: &evidence,
        changed: changed.as_ref(),
        suspect: reading.availability == Availability::Gone && !confirmed && !expected,
        standing: standing(reading.availability, confirmed && !expected),
    };
    SourceVerdict {
        availability: reading.availability,
        reason: reading.reason,
        suspect: judged.suspect,
        standing: judged.standing,
        findings: words::findings(facts, &past, judged),
        evidence,
        changed,
        doubt: last_doubt(facts, reading),
        led_to: led_to(facts, reading),
    }
}

/// What a look says by itself: asked for to know whether more of the past is wanted, and when its source is judged.
#[derive(Debug, Clone)]
pub(crate) struct Weighed(Told);

impl Weighed {
    /// Weighs a look, by which its source is judged with the same `shared`.
    pub(crate) fn of(look: &Observation, expect: Option<Expect>, shared: Option<SharedTarget<'_>>) -> Self {
        Self(look::weigh(look, expect, shared))
    }

    /// A look whose impression is plain, of a source of which nothing else is expected.
    pub(crate) fn plain() -> Self {
        Self(look::plain())
    }

    /// Whether it speaks for a page that is gone.
    pub(crate) fn seems_gone(&self) -> bool {
        self.0.0.availability == Availability::Gone
    }

    /// See [`finds_the_page`].
    pub(crate) fn finds_the_page(&self) -> bool {
        self.0.0.is_good()
    }
}

/// Whether a look found the page: what was seen before it changes nothing then.
pub fn finds_the_page(look: &Observation, expect: Option<Expect>) -> bool {
    look::read(look, expect).is_good()
}

/// Whether looks from before `history` could change what is thought of the source: it seems gone or failing, and neither
/// the confirmation nor a good look is among these.
pub(crate) fn wants_earlier(
    history: &[Observation],
    expect: Option<Expect>,
    shared: Option<SharedTarget<'_>>,
    confirmation: Confirmation,
) -> bool {
    let Some(last) = history.last().filter(|_| expect != Some(Expect::Skip)) else { return false };
    let mut past = Past::against(history, expect, None, shared, None);
    let (reading, _) = past.take_last().unwrap_or_else(|| look::weigh(last, expect, shared));
    past.wants_earlier(reading, confirmation)
}

/// Whether no look of a history found the page. How it was when it was there is then for earlier ones to say.
pub fn never_finds_the_page(history: &[Observation], expect: Option<Expect>, shared: Option<SharedTarget<'_>>) -> bool {
    !Past::against(history, expect, None, shared, None).ever_finds_the_page()
}

/// Whether a look at a failure may be of our own network or trust store: no number of such looks confirms anything.
pub(crate) fn proves_nothing(look: &Observation) -> bool {
    look::proves_nothing(look)
}

/// What a look says by itself, before anything else is known of its source.
pub fn impression(look: &Observation) -> Impression {
    look::impression(look)
}

/// The address that redirects led a look to, if they did.
pub(crate) fn landed(look: &Observation) -> Option<&str> {
    let led = look.answer().filter(|answer| !look.hops.is_empty() && answer.final_url != look.url);
    led.map(|answer| answer.final_url.as_str())
}

/// Whether a page of its host that cannot be there led to the same address as a look.
pub fn is_led_as_any(look: &Observation) -> bool {
    look.answer().is_some_and(|answer| signs::led_as_any(look, answer))
}

/// Whether it is worth to ask the host of a look for a page that cannot be there.
pub fn is_doubtful(look: &Observation) -> bool {
    impression(look).is_doubtful
}

/// Everything that was seen at a look, with what each weighs by itself: for whoever wonders why a verdict is none.
pub fn weighed(look: &Observation) -> Vec<(u32, Evidence)> {
    look::weighed(look)
}

/// Of a page that lacks no quote nothing is in doubt.
fn last_doubt(facts: &SourceFacts<'_>, reading: Reading) -> Option<Unreadable> {
    let last = facts.history.last().filter(|_| facts.quotes == Quotes::Absent)?;
    look::doubt(last, reading, facts.shared).or_else(|| {
        let walled = matches!(facts.expect, Some(Expect::Paywall | Expect::Login | Expect::BotWall));
        (walled && reading.is_good() && last.answer().is_some()).then_some(Unreadable::Walled)
    })
}

/// Of a page that is there it is told as `moved`.
fn led_to(facts: &SourceFacts<'_>, reading: Reading) -> Option<LedTo> {
    let is_away = matches!(reading.availability, Availability::Gone | Availability::Failing);
    is_away.then(|| led::led_to(facts.history, facts.expect)).flatten()
}

/// `looked` is what the last observation says by itself, where it is a look.
fn reading(facts: &SourceFacts<'_>, looked: Option<Told>, capture: Option<&CapturedPage>) -> Told {
    if facts.expect == Some(Expect::Skip) {
        return (Reading { availability: Availability::Skipped, reason: Some(Reason::Excluded) }, Vec::new());
    }
    let Some(last) = facts.history.last() else {
        return (Reading { availability: Availability::Unseen, reason: None }, Vec::new());
    };
    match last.answer() {
        Some(answer) if facts.quotes == Quotes::Found => (look::alive(last, answer), Vec::new()),
        _ => {
            let told = looked.unwrap_or_else(|| look::weigh(last, facts.expect, facts.shared));
            if told.0.is_good() { look::against(last, told.0, capture) } else { told }
        }
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
mod failing_tests;
#[cfg(test)]
mod tests;
