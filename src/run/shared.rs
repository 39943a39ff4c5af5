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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Page;
    use crate::plan::Source;
    use crate::run::work::PageRead;
    use crate::verdict::quote::Trust;

    fn check(pages: &[(&str, Option<&str>)], expected: &[usize]) {
        let source = |(url, _): &(&str, Option<&str>)| Source { url: (*url).into(), rule: None };
        let plan = Plan { sources: pages.iter().map(source).collect(), targets: Vec::new() };
        let facts = pages.iter().map(|(_, to)| {
            let mut facts = PageRead::again(Page::default(), Trust::Whole, Vec::new()).facts();
            facts.led_to = to.map(Box::from);
            Some(Box::new(facts))
        });
        let mut found: Vec<usize> = targets(&plan, &facts.collect()).into_keys().collect();
        found.sort_unstable();
        assert_eq!(found, expected, "{pages:?}");
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
