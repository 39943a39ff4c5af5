//! Publishers that are spelled in two ways which are nearly alike: one of the two is likely a slip.

use std::collections::{BTreeMap, BTreeSet};

use url::Url;

use crate::finding::{Code, Finding};
use crate::locator::{host, redirector};
use crate::span::Place;

use super::Citation;

/// Alike enough to be one name: four letters in thirty-four, as in `Immigrant` and `Immigration` in a name of five words.
const ALIKE: f64 = 0.88;
/// Alike enough to be one word that begins with the same letter: `Proceedings` and `Procedings`.
const ALIKE_WORD: f64 = 0.65;
/// Letters below which names that differ in one are often two names (`BBC`, `NBC`).
const SHORTEST: usize = 8;
/// Publishers that are compared with each other, for a bound on the work.
const MOST: usize = 400;

/// Every publisher with what is known of its citations, which come one after another.
#[derive(Default)]
pub(super) struct Publishers {
    uses: BTreeMap<String, Uses>,
}

/// The citations of one publisher.
struct Uses {
    /// How many publishers were known before it.
    order: usize,
    places: Vec<Place>,
    /// Where its works are found, but for the hosts at which all are.
    sites: BTreeSet<String>,
}

impl Publishers {
    pub(super) fn citation(&mut self, citation: &Citation) {
        let Some(publisher) = &citation.publisher else { return };
        if !self.uses.contains_key(publisher) {
            let uses = Uses { order: self.uses.len(), places: Vec::new(), sites: BTreeSet::new() };
            self.uses.insert(publisher.clone(), uses);
        }
        if let Some(uses) = self.uses.get_mut(publisher) {
            uses.places.push(citation.place);
            uses.sites.extend(site(citation));
        }
    }

    /// A finding for each citation whose publisher is nearly spelled as a more frequent one.
    pub(super) fn finish(self) -> Vec<Finding> {
        let mut by_use: Vec<(String, Uses)> = self.uses.into_iter().take(MOST).collect();
        by_use.sort_by_key(|(_, uses)| (std::cmp::Reverse(uses.places.len()), uses.order));
        let mut found = Vec::new();
        for (at, other) in by_use.iter().enumerate() {
            let is_slip = |usual: &&(String, Uses)| nearly_alike(&usual.0, &other.0) && are_one_house(usual, other);
            let Some((usual, _)) = by_use[..at].iter().find(is_slip) else { continue };
            let (name, uses) = other;
            let message = format!("“{name}” here, “{usual}” elsewhere");
            let finding = |place: &Place| Finding::new(Code::PublisherSpelling, message.clone(), Some(*place));
            found.extend(uses.places.iter().map(finding));
        }
        found
    }
}

/// Hosts at which the works of everybody are found.
const OF_ALL: &[&str] =
    &["doi.org", "handle.net", "jstor.org", "archive.org", "google.com", "worldcat.org", "ssrn.com"];

/// Whether two names that are nearly alike can be those of one publisher: what is found at two sites is of two
/// (`Journal of Psychology`, `Journal of Psychiatry`); where no site tells, a letter or two can be a slip.
fn are_one_house((one, ones): &(String, Uses), (other, others): &(String, Uses)) -> bool {
    if ones.sites.is_empty() || others.sites.is_empty() {
        return strsim::levenshtein(&folded(one), &folded(other)) <= SLIP;
    }
    !ones.sites.is_disjoint(&others.sites)
}

/// Letters of a slip of the pen.
const SLIP: usize = 2;

/// The site at which a citation is found.
fn site(citation: &Citation) -> Option<String> {
    let url = citation.original_url.as_deref().or(citation.url.as_deref())?;
    let led = redirector::target(url);
    let site = host::lane(&Url::parse(led.as_deref().unwrap_or(url)).ok()?).to_string();
    (!OF_ALL.contains(&site.as_str())).then_some(site)
}

/// Whether two names differ in the spaces only, or in a few letters of one word.
fn nearly_alike(one: &str, other: &str) -> bool {
    let (one, other) = (folded(one), folded(other));
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    if one == other || one.chars().count().min(other.chars().count()) < SHORTEST || digits(&one) != digits(&other) {
        return false;
    }
    if one.replace(' ', "") == other.replace(' ', "") {
        return true;
    }
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let (ones, others) = (words(&one), words(&other));
    let mut differing = ones.iter().zip(&others).filter(|(one, other)| one != other);
    let alike = differing.next().is_some_and(|(one, other)| are_one_word(one, other));
    let only = ones.len() == others.len() && differing.next().is_none();
    only && alike && strsim::normalized_levenshtein(&one, &other) >= ALIKE
}

/// Whether two words are likely one: a slip of the pen, or two endings of one stem, `Migrant` and `Migration`.
fn are_one_word(one: &str, other: &str) -> bool {
    let shared = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let longest = one.chars().count().max(other.chars().count());
    2 * shared >= longest || shared > 0 && strsim::normalized_levenshtein(one, other) >= ALIKE_WORD
}

/// Without case, accents of typography, and an article at the front.
fn folded(name: &str) -> String {
    let lower = name.to_lowercase();
    let bare = lower.strip_prefix("the ").unwrap_or(&lower);
    bare.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_at_two_sites_are_those_of_two_publishers() {
        use crate::document::{Format, Limits, parse};
        let told = |one: &str, other: &str| {
            let entry = |at: usize, name: &str, url: &str| format!("{at}. “Tides {at}.” {name}, May 1, 2020. {url}.\n");
            let list = entry(1, "International Journal of Tidal Psychology", one)
                + &entry(2, "International Journal of Tidal Psychiatry", other);
            let text = format!("So.[1] And so.[2]\n\nReferences\n\n{list}");
            let document = parse(&text, Format::Plain, Limits::default());
            let claims = crate::citation::claims(&document, &text);
            assert_eq!(claims.citations.len(), 2);
            claims.findings.iter().any(|finding| finding.code == Code::PublisherSpelling)
        };
        assert!(told("https://a.test/1", "https://a.test/2"));
        assert!(!told("https://a.test/1", "https://b.test/2"));
        assert!(!told("https://doi.org/10.1000/1", "https://doi.org/10.1000/2"));
    }

    #[test]
    fn a_slip_is_nearly_alike_and_another_name_is_not() {
        for (one, other) in [
            ("Harbour Workers Reading Circle", "Harbor Workers Reading Circle"),
            ("Migrant Harvest Planning Council Board", "Migration Harvest Planning Council Board"),
            ("The Sea Gull", "Seagull"),
            ("Tide Watch Weekly", "Tidewatch Weekly"),
        ] {
            assert_eq!(nearly_alike(one, other), one != "The Sea Gull", "{one} / {other}");
        }
        for (one, other) in [
            ("The Northern Post", "Northern Post"),
            ("Review of Tides 12", "Review of Tides 13"),
            ("BBC", "NBC"),
            ("Northern Post", "Southern Post"),
            ("North University Department of Tides", "South University Department of Tides"),
            ("Proceedings of the Tenth Conference on Tides", "Proceedings of the Eleventh Conference on Tides"),
        ] {
            assert!(!nearly_alike(one, other), "{one} / {other}");
        }
    }
}
