//! Pages whose title is the name of their site, and whose heading, or what stands below it, says of one thing that it was taken away:
//! an article, an exhibit, an advert. News has such headlines as well, and in its title.

use super::notices::is_told;
use super::{FEW_ENOUGH, Sightings};
use crate::page::signature::{self, Class, plain, sentences};
use crate::page::{Place, Signs};

/// What that is worth: its host is asked. It decides nothing by itself, nor together with other words.
const POINTS: u32 = 40;
/// The name of the sign.
pub(super) const SIGN: &str = "thing-taken-away";
/// Headings that may be the notice: the first, or one below the name of the site.
const HEADINGS: usize = 2;
/// Sentences below a heading that come to the point.
const FIRST: usize = 2;
/// Sentences of a text of its own.
const SEVERAL: usize = 2;

impl Sightings {
    /// Counts it, as far as its host has to be asked.
    pub(super) fn of_things_taken_away(&mut self, signs: &Signs) {
        let others = self.points(Place::Text, Class::Soft404);
        let points = POINTS.min((FEW_ENOUGH - 1).saturating_sub(others));
        if points == 0 {
            return;
        }
        if let Some((place, said)) = told(signs) {
            self.push(Class::Soft404, points, SIGN, place, said);
        }
    }

    /// Takes back that something was removed by law, where the sentence that says so names another reason as well, or says “or”, and its
    /// title says that it was removed: “removed by its author or at the demand of who holds the rights”.
    pub(super) fn leave_out_other_reasons(&mut self, signs: &Signs) {
        let is_near = |seen: &super::Sighting| NEAR_LAW.contains(&seen.evidence.sign.as_str());
        let is_law = |seen: &super::Sighting| seen.class == Class::Legal;
        let of_law = || self.all.iter().filter(|seen| is_law(seen));
        if of_law().next().is_none() || !of_law().all(is_near) {
            return;
        }
        let says = |sentence: &str| {
            signature::in_words(Place::Text, sentence).iter().any(|hit| NEAR_LAW.contains(&hit.signature.id.as_str()))
        };
        let mut said = sentences(&signs.opening).filter(|sentence| says(sentence)).peekable();
        let is_open = said.peek().is_some() && said.all(signature::is_either);
        let is_titled = |seen: &super::Sighting| seen.class == Class::Soft404 && seen.evidence.place == Place::Title;
        if is_open && self.all.iter().any(is_titled) {
            self.all.retain(|seen| !is_law(seen));
        }
    }
}

/// The signatures of sentences that name a law, and that something was taken down or blocked.
const NEAR_LAW: [&str; 3] = ["legal-near", "legal-near-and-little", "blocked-said"];

/// The heading, or the sentence below it, that says so. A page that has its heading in its title is what it says, and so is one that goes
/// on about something else.
fn told(signs: &Signs) -> Option<(Place, &str)> {
    let title = signs.title.as_deref().map(plain).unwrap_or_default();
    let headings: Vec<String> = signs.headings.iter().chain(&signs.lesser).map(|heading| plain(heading)).collect();
    let is_of_title = |heading: &String| title.trim().len() > heading.trim().len() && title.contains(heading.trim());
    if headings.first().is_some_and(is_of_title) {
        return None;
    }
    let beside_links = signs.beside_links.as_deref().unwrap_or(&signs.opening);
    let is_own = |sentence: &&str| is_told(sentence) && !signature::is_taken_away(sentence);
    if sentences(beside_links).filter(is_own).count() >= SEVERAL {
        return None;
    }
    let of_headings = signs.headings.iter().take(HEADINGS).map(|heading| (Place::Heading, heading.as_str()));
    let lines = signs.opening.lines().filter(|line| {
        let plain = plain(line);
        !headings.contains(&plain) && plain != title
    });
    let below = lines.flat_map(sentences).filter(|sentence| !sentence.trim().is_empty()).take(FIRST);
    let mut all = of_headings.chain(below.map(|sentence| (Place::Text, sentence)));
    all.find(|(_, said)| {
        let parts = || sentences(said);
        !title.contains(plain(said).trim()) && parts().any(signature::is_taken_away)
    })
}

#[cfg(test)]
#[path = "taken_tests.rs"]
mod tests;
