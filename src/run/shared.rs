//! Cited pages of one host that led to one address: two pages that become one are seldom both there.

use std::collections::HashMap;

use url::Url;

use super::work::Facts;
use crate::locator::{host, key};
use crate::plan::Plan;

/// For each source of a plan that led elsewhere, another one of its host that led to the same address.
pub(crate) type Shared = HashMap<usize, Box<str>>;

/// Finds them. Two spellings of one page are one page, and a page that is cited by its own address is there.
pub(crate) fn targets(plan: &Plan, facts: &Facts) -> Shared {
    let mut led: HashMap<(String, &str), Vec<(usize, String)>> = HashMap::new();
    for (source, facts) in facts.iter().enumerate() {
        let Some(to) = facts.as_ref().and_then(|facts| facts.led_to.as_deref()) else { continue };
        let (Ok(cited), Ok(landed)) = (Url::parse(&plan.sources[source].url), Url::parse(to)) else { continue };
        let own = key::key(&cited).to_string();
        if own != key::key(&landed).to_string() {
            led.entry((host::lane(&cited).to_string(), to)).or_default().push((source, own));
        }
    }
    let mut shared = Shared::new();
    for sources in led.values() {
        for (source, own) in sources {
            if let Some((other, _)) = sources.iter().find(|(_, other)| other != own) {
                shared.insert(*source, Box::from(&*plan.sources[*other].url));
            }
        }
    }
    shared
}
