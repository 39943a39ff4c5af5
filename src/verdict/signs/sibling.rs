//! What a host said of a page that cannot be there, beside what it said of the page: where the two are the same, the page is not
//! what was cited, and its words tell whether it is gone, held back, or down.

use super::taken::SIGN as TAKEN_AWAY;
use super::weight::says_all;
use super::{ENOUGH, SaidOfAny, Sightings};
use crate::observation::probe::{Probe, ProbeEnd, SAME};
use crate::observation::{Answer, Observation};
use crate::page::Place;
use crate::page::signature::{self, Class};

/// Of a hundred words, fewer are the same on two pages that say different things.
const OTHER: u8 = 60;

/// What a host may say of every address while the page is there: a wall, a gate, a server in trouble.
const FOR_ANY: [Class; 10] = [
    Class::BotWall,
    Class::RateLimit,
    Class::Consent,
    Class::Region,
    Class::Filter,
    Class::Legal,
    Class::Trouble,
    Class::Login,
    Class::Paywall,
    Class::Refusal,
];

impl Sightings {
    /// A host that says the same of a page that cannot be there has no such page, where something says that it is not there. Words
    /// of regret alone stand on walls and above errors as well, which come before every page of a host: then what else the
    /// page says decides, and where that is nothing, the first page of the site. A wall stands before that as well, and what only
    /// scripts fill is the same there; an error page is not.
    pub(super) fn of_probe(&mut self, observation: &Observation, answer: &Answer) {
        let Some(told) = said_the_same(observation, answer) else { return };
        if self.says_that_it_is_gone() {
            self.push(Class::Soft404, ENOUGH, "random-sibling", Place::Probe, &told);
            return;
        }
        let weighed = FOR_ANY.map(|class| (self.points(Place::Text, class), class));
        // Of two that weigh the same the first.
        let most = weighed.iter().rev().max_by_key(|(points, _)| *points).filter(|(points, _)| *points > 0);
        if let Some((_, class)) = most {
            self.push(*class, ENOUGH, "said-of-any-page", Place::Probe, &told);
            return;
        }
        let says_all = answer.signs.as_deref().is_some_and(says_all);
        if !says_all || !observation.hops.is_empty() {
            self.said_of_any = SaidOfAny::Settled;
            return;
        }
        match answer.probe.as_deref().and_then(|probe| probe.home) {
            Some(same) if same < OTHER => {
                let told = format!("{told}; the first page of its site says something else");
                self.push(Class::Soft404, ENOUGH, "random-sibling", Place::Probe, &told);
            }
            Some(_) => self.said_of_any = SaidOfAny::Settled,
            None => self.said_of_any = SaidOfAny::OpenAtHome,
        }
    }

    /// Whether its host says the same of any address, and nobody knows what.
    pub(super) fn is_for_any(&self) -> bool {
        self.said_of_any != SaidOfAny::Unknown
    }

    fn says_that_it_is_gone(&self) -> bool {
        let is_vague =
            |sign: &str| sign == TAKEN_AWAY || signature::named(sign).is_some_and(|signature| signature.vague);
        self.all.iter().any(|seen| seen.class == Class::Soft404 && !is_vague(&seen.evidence.sign))
    }
}

/// How a host said the same of a page that cannot be there, if it did.
fn said_the_same(observation: &Observation, answer: &Answer) -> Option<String> {
    let Probe { url, end: ProbeEnd::Answered { status, likeness, hops, .. }, .. } = answer.probe.as_deref()? else {
        return None;
    };
    if led_as_any(observation, answer) {
        return Some(format!("a page that cannot be there leads to the same address: {url}"));
    }
    // What leads to the page from elsewhere is another address of it.
    let is_as_far = *hops == observation.hops.len() && *status == answer.status;
    let likeness = likeness.filter(|likeness| *likeness >= SAME && is_as_far)?;
    Some(format!("a page that cannot be there says the same ({likeness} % of the words): {url}"))
}

/// Whether a page that cannot be there led to the same address after as many redirects.
pub(in crate::verdict) fn led_as_any(observation: &Observation, answer: &Answer) -> bool {
    let Some(Probe { end: ProbeEnd::Answered { final_url, hops, .. }, .. }) = answer.probe.as_deref() else {
        return false;
    };
    *hops > 0 && *hops == observation.hops.len() && *final_url == answer.final_url
}

#[cfg(test)]
#[path = "sibling_tests.rs"]
mod tests;
