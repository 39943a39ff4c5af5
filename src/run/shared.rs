//! Cited pages of one host that led to one address: two pages that become one are seldom both there.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Mutex, PoisonError};

use url::Url;

use crate::locator::{host, key};
use crate::observation::Observation;
use crate::plan::Plan;
use crate::run::facts::Facts;
use crate::verdict::source::{self, SharedTarget};

/// For each source of a plan that led elsewhere, another one of its host that led to the same address.
pub(crate) type Shared = BTreeMap<usize, Target>;

/// Where several cited pages of one host led.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Target {
    /// Another page than the one at hand.
    other: Box<str>,
    /// Whether a page that cannot be there led to it as well.
    is_of_any: bool,
}

impl Target {
    fn shared(&self) -> SharedTarget<'_> {
        SharedTarget { other: &self.other, is_of_any: self.is_of_any }
    }
}

/// Where another page than that of a source led as well, where that is known.
pub(crate) fn of(shared: Option<&Shared>, source: usize) -> Option<SharedTarget<'_>> {
    shared?.get(&source).map(Target::shared)
}

/// Where the last looks at the sources of a plan were led, as far as it was gone through.
#[derive(Debug, Default)]
pub(crate) struct Landed {
    /// The sources that were led to an address of it, by host and address, each with the key of its own page.
    at: HashMap<(String, String), Vec<(usize, String)>>,
    of_any: HashSet<(String, String)>,
}

impl Landed {
    /// As the pages tell that were read.
    pub(crate) fn by_pages(plan: &Plan, facts: &Facts) -> Self {
        let mut landed = Self::default();
        for (source, page) in facts.led() {
            if let Some(to) = page.led_to() {
                landed.add(plan, source, to, page.is_led_as_any());
            }
        }
        landed
    }

    /// Notes where the last look at a source was led.
    pub(crate) fn note(&mut self, plan: &Plan, source: usize, history: &[Observation]) {
        let led = history.last().and_then(|last| Some((source::landed(last)?, source::is_led_as_any(last))));
        if let Some((to, is_as_any)) = led {
            self.add(plan, source, to, is_as_any);
        }
    }

    fn add(&mut self, plan: &Plan, source: usize, to: &str, is_as_any: bool) {
        let (Ok(cited), Ok(landed)) = (Url::parse(plan.sources.url(source)), Url::parse(to)) else { return };
        let own = key::key(&cited).to_string();
        if own == key::key(&landed).to_string() {
            return;
        }
        let place = (host::lane(&cited).to_string(), to.to_owned());
        if is_as_any {
            self.of_any.insert(place.clone());
        }
        self.at.entry(place).or_default().push((source, own));
    }

    /// The sources that share where they were led. Two spellings of one page are one page, and a page that is cited by its own
    /// address is there.
    pub(crate) fn shared(&self, plan: &Plan) -> Shared {
        let mut shared = Shared::new();
        for (place, sources) in &self.at {
            let is_of_any = self.of_any.contains(place);
            let Some((first, key)) = sources.first() else { continue };
            // Who is not the first page has that for another one, and the first has whoever is not it.
            let Some((second, _)) = sources.iter().find(|(_, own)| own != key) else { continue };
            for (source, own) in sources {
                let other = if own == key { second } else { first };
                shared.insert(*source, Target { other: plan.sources.url(*other).into(), is_of_any });
            }
        }
        shared
    }
}

/// Where the looks of this run were led so far, so that a look can keep it: a later run may not cite the other page.
#[derive(Debug, Default)]
pub(crate) struct Led {
    // Looked into and left at once. Two pages are enough for each address: one of them is another one.
    to: Mutex<HashMap<(String, String), Vec<Cited>>>,
}

#[derive(Debug)]
struct Cited {
    key: String,
    url: Box<str>,
}

impl Led {
    /// Notes where a look was led, and in the look which other page was led there before it.
    pub(crate) fn note(&self, look: &mut Observation) {
        let Some((place, own)) = led(look) else { return };
        let mut to = self.to.lock().unwrap_or_else(PoisonError::into_inner);
        let pages = to.entry(place).or_default();
        let other = pages.iter().find(|page| page.key != own).map(|page| page.url.clone());
        if pages.len() < 2 && !pages.iter().any(|page| page.key == own) {
            pages.push(Cited { key: own, url: look.url.as_str().into() });
        }
        drop(to);
        if let (Some(answer), Some(other)) = (look.answer_mut(), other) {
            answer.shared = Some(other);
        }
    }
}

/// The host and the address that a look was led to, and the key of its own page, where these are two.
fn led(look: &Observation) -> Option<((String, String), String)> {
    let answer = look.answer().filter(|_| !look.hops.is_empty())?;
    let (cited, landed) = (Url::parse(&look.url).ok()?, Url::parse(&answer.final_url).ok()?);
    let own = key::key(&cited).to_string();
    (own != key::key(&landed).to_string()).then(|| ((host::lane(&cited).to_string(), answer.final_url.clone()), own))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observation::{Answer, Hop, Outcome};
    use crate::page::Page;
    use crate::plan::{Source, Targets};
    use crate::run::work::PageRead;
    use crate::verdict::quote::Trust;

    fn check(pages: &[(&str, Option<&str>)], expected: &[usize]) {
        let source = |(url, _): &(&str, Option<&str>)| Source { url: (*url).into(), rule: None };
        let plan = Plan { sources: pages.iter().map(source).collect(), targets: Targets::default() };
        let mut facts = Facts::of(pages.len());
        for (source, (_, to)) in pages.iter().enumerate() {
            let read = PageRead::again(Page::default(), Trust::Whole, Vec::new());
            facts.keep(source, PageRead { led_to: to.map(Box::from), ..read }.into());
        }
        let found: Vec<usize> = Landed::by_pages(&plan, &facts.settle()).shared(&plan).into_keys().collect();
        assert_eq!(found, expected, "{pages:?}");
    }

    #[test]
    fn a_look_keeps_which_other_page_was_led_to_the_same_address() {
        let led = Led::default();
        let look = |url: &str, to: &str| {
            let answer = Answer::sample(to, 200);
            let mut look = Observation {
                url: url.to_owned(),
                observed_at: jiff::Timestamp::UNIX_EPOCH,
                hops: vec![Hop { url: url.into(), status: 302, location: to.into(), peer: None }],
                retried: Vec::new(),
                outcome: Outcome::Answered(answer),
                elapsed_ms: 0,
                cut_off: false,
                replayed: false,
            };
            led.note(&mut look);
            look.answer().unwrap().shared.as_deref().map(str::to_owned)
        };
        let all = "https://a.example/all";
        assert_eq!(look("https://a.example/1", all), None);
        assert_eq!(look("http://a.example/1", all), None);
        assert_eq!(look("https://a.example/2", all).as_deref(), Some("https://a.example/1"));
        assert_eq!(look("https://a.example/1", all).as_deref(), Some("https://a.example/2"));
        assert_eq!(look("https://a.example/3", "https://a.example/other"), None);
        assert_eq!(look("https://b.example/1", all), None);
        assert_eq!(look(all, all), None);
    }

    #[test]
    fn two_pages_of_a_host_that_lead_to_one_address_share_it() {
        let one = ("https://a.example/1", Some("https://a.example/all"));
        check(&[one, ("https://a.example/2", Some("https://a.example/all"))], &[0, 1]);
        check(&[one, ("https://a.example/2", Some("https://a.example/other")), ("https://a.example/3", None)], &[]);
        // Another spelling of one page, another host, and a page that only takes another spelling.
        check(&[one, ("http://a.example/1", Some("https://a.example/all"))], &[]);
        check(&[one, ("https://b.example/2", Some("https://a.example/all"))], &[]);
        check(&[one, ("http://a.example/all", Some("https://a.example/all"))], &[]);
    }
}
