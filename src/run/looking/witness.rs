//! Whether the network leads to the hosts that are asked for. What stands between an hotel, a train or a bill and the web
//! answers for every host with a page of its own: that says nothing of any source.
//!
//! Only plain http can be answered so. One host that answers for itself shows that the network is open. Where nobody takes a
//! connection, behind a firewall or a proxy that is sick, that may be the watcher's way out, and confirms nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use url::Url;

use crate::fetch::Route;
use crate::locator::host;
use crate::observation::{Answer, NoAnswer, Observation, Outcome, Phase};
use crate::verdict::Availability;

/// So many hosts that have nothing to do with each other and give one page for theirs are not answering themselves.
const HOSTS: usize = 3;

/// A page that asks to be let through has a form, and says no more than this.
const MOST_SAID: usize = 2_000;

/// The status of networks that want a login first (RFC 6585).
const WANTS_LOGIN: u16 = 511;

/// Looks that are held where none tells anything about the network: hosts that do not answer, names that are not there. After
/// so many they are believed.
const SILENT: usize = 512;

/// What the looks of a run say of the network.
#[derive(Debug, Default)]
pub(crate) struct Witness {
    // Looked into and left at once.
    heard: Mutex<Heard>,
}

#[derive(Debug, Default)]
struct Heard {
    /// A host has answered for itself.
    is_open: bool,
    looks: usize,
    /// By what was given: where from, and which hosts it was given for.
    strange: BTreeMap<String, (String, BTreeSet<String>)>,
    /// Somebody took a connection, whatever came of it.
    is_met: bool,
    /// Hosts that took none.
    shut: BTreeSet<String>,
}

/// What one look says of the network.
#[derive(Debug, PartialEq, Eq)]
enum Says {
    Open,
    Nothing,
    /// It may be of the network itself: what was given, and where from.
    Strange {
        given: String,
        from: String,
    },
}

impl Witness {
    /// Notes a look by that route that was judged to be `seems`.
    pub(crate) fn note(&self, look: &Observation, seems: Availability, route: Route) {
        let mut heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        heard.looks += 1;
        match connected(&look.outcome, route) {
            Some(true) => heard.is_met = true,
            Some(false) => {
                let lane = Url::parse(&look.url).map(|url| host::lane(&url).to_string()).unwrap_or_default();
                heard.shut.insert(lane);
            }
            None => {}
        }
        // Once the network is known to be open nothing speaks against it.
        match if heard.is_open { Says::Nothing } else { says(look, seems) } {
            Says::Open => heard.is_open = true,
            Says::Nothing => {}
            Says::Strange { given, from } => {
                let lane = Url::parse(&look.url).map(|url| host::lane(&url).to_string()).unwrap_or_default();
                heard.strange.entry(given).or_insert_with(|| (from, BTreeSet::new())).1.insert(lane);
                // A network has one page for all.
                heard.is_open |= heard.strange.len() > 1;
            }
        }
    }

    /// Whether looks can be believed already: until then none is recorded.
    pub(crate) fn believes(&self) -> bool {
        let heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        heard.is_open || heard.looks > SILENT && heard.portal().is_none()
    }

    /// Whether nobody who was asked took a connection, of so many that it is hardly their doing.
    pub(crate) fn is_cut_off(&self) -> bool {
        let heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        !heard.is_met && heard.shut.len() >= HOSTS
    }

    /// Where all that answered was answered from, if that is no host that was asked for.
    pub(crate) fn portal(&self) -> Option<String> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).portal().map(str::to_owned)
    }
}

impl Heard {
    fn portal(&self) -> Option<&str> {
        let (from, hosts) = self.strange.values().next().filter(|_| !self.is_open)?;
        (hosts.len() >= HOSTS).then_some(from)
    }
}

/// Whether somebody took the connection; none where nobody was asked for one, or no name led anywhere. A proxy takes it in the
/// place of the host, and answers for those that it cannot reach.
fn connected(outcome: &Outcome, route: Route) -> Option<bool> {
    let of_proxy = |status: u16| route == Route::Proxy && matches!(status, 502..=504);
    match outcome {
        Outcome::Answered(answer) => Some(!of_proxy(answer.status)),
        Outcome::NoAnswer(NoAnswer::Dns(_) | NoAnswer::Browser(_)) | Outcome::Skipped(_) => None,
        Outcome::NoAnswer(
            NoAnswer::Refused
            | NoAnswer::Unreachable
            | NoAnswer::Proxy
            | NoAnswer::Timeout(Phase::Connect | Phase::Total),
        ) => Some(false),
        Outcome::NoAnswer(NoAnswer::Reset | NoAnswer::Timeout(Phase::Head | Phase::Body) | NoAnswer::Protocol(_)) => {
            Some(route == Route::Direct)
        }
        Outcome::NoAnswer(_) => Some(true),
    }
}

fn says(look: &Observation, seems: Availability) -> Says {
    let Ok(cited) = Url::parse(&look.url) else { return Says::Nothing };
    let lane = host::lane(&cited).to_string();
    let is_own = |url: &Url| host::lane(url).to_string() == lane;
    let hops = look.hops.iter().filter_map(|hop| Url::parse(&hop.url).ok());
    // What came over TLS came from the host that it names.
    if hops.clone().any(|url| is_own(&url) && url.scheme() == "https") {
        return Says::Open;
    }
    match &look.outcome {
        Outcome::Answered(answer) => answered(answer, &is_own, seems),
        Outcome::NoAnswer(_) | Outcome::Skipped(_) => Says::Nothing,
    }
}

fn answered(answer: &Answer, is_own: &dyn Fn(&Url) -> bool, seems: Availability) -> Says {
    let Ok(mut landed) = Url::parse(&answer.final_url) else { return Says::Nothing };
    if answer.quote_found || seems == Availability::Gone || is_own(&landed) && landed.scheme() == "https" {
        return Says::Open;
    }
    if is_own(&landed) && !asks_to_be_let_through(answer) {
        return Says::Open;
    }
    let given = if is_own(&landed) { Some(answer.sha256.clone()) } else { None };
    landed.set_query(None);
    landed.set_fragment(None);
    let from = landed.to_string();
    Says::Strange { given: given.unwrap_or_else(|| from.clone()), from }
}

/// Whether a page could be that of a network in the place of the one that was asked for.
fn asks_to_be_let_through(answer: &Answer) -> bool {
    let is_form = answer.signs.as_ref().is_some_and(|signs| signs.forms > 0 && signs.visible <= MOST_SAID);
    answer.status == WANTS_LOGIN || answer.status == 200 && is_form
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observation::{Hop, TlsFailure};
    use crate::page::Signs;

    const PORTAL: &str = "http://portal.example/login";

    fn look(url: &str, led_to: Option<&str>, outcome: Outcome) -> Observation {
        let hop = |to: &str| Hop { url: url.into(), status: 302, location: to.into(), peer: None };
        Observation {
            url: url.to_owned(),
            observed_at: jiff::Timestamp::UNIX_EPOCH,
            hops: led_to.map(hop).into_iter().collect(),
            retried: Vec::new(),
            outcome,
            elapsed_ms: 0,
            cut_off: false,
            replayed: false,
        }
    }

    fn led(url: &str, to: &str) -> Observation {
        look(url, Some(to), Outcome::Answered(Answer::sample(to, 200)))
    }

    fn form(url: &str, sha256: &str) -> Observation {
        let signs = Signs { forms: 1, visible: 90, ..Signs::default() };
        let answer = Answer { signs: Some(Box::new(signs)), sha256: sha256.to_owned(), ..Answer::sample(url, 200) };
        look(url, None, Outcome::Answered(answer))
    }

    fn check(looks: &[Observation], expected: Option<&str>) {
        let witness = Witness::default();
        for look in looks {
            witness.note(look, Availability::Live, Route::Direct);
        }
        assert_eq!(witness.portal().as_deref(), expected, "{looks:?}");
    }

    #[test]
    fn hosts_that_all_give_one_strange_page_are_not_answering_themselves() {
        let all = ["http://a.example/1", "http://b.example/2", "http://www.c.example/"];
        let redirected = all.map(|url| led(url, &format!("{PORTAL}?url={url}")));
        check(&redirected, Some(PORTAL));
        check(&redirected[..2], None);
        let silent = look("https://d.example/", None, Outcome::NoAnswer(NoAnswer::Refused));
        check(&[&redirected[..], &[silent]].concat(), Some(PORTAL));
        check(&all.map(|url| form(url, "same")), Some("http://a.example/1"));
        let wants_login = |url: &str| look(url, None, Outcome::Answered(Answer::sample(url, 511)));
        check(&all.map(wants_login), Some("http://a.example/1"));
    }

    #[test]
    fn one_host_that_answers_for_itself_shows_that_the_network_is_open() {
        let portal = |url| led(url, PORTAL);
        let all = ["http://a.example/1", "http://b.example/2", "http://c.example/3"].map(portal);
        let plain = |url: &str| look(url, None, Outcome::Answered(Answer::sample(url, 404)));
        for own in [
            plain("http://d.example/"),
            plain("https://d.example/"),
            led("http://d.example/", "http://www.d.example/new"),
            led("https://d.example/", PORTAL),
            form("https://d.example/", "x"),
            led("http://d.example/", "http://other.example/"),
        ] {
            check(&[&all[..], &[own]].concat(), None);
        }
        check(&["http://a.example/", "http://b.example/", "http://c.example/"].map(|url| form(url, url)), None);
        // Pages of one host share what they lead to.
        check(&["http://a.example/1", "http://a.example/2", "http://www.a.example/3"].map(portal), None);
    }

    #[test]
    fn what_parks_domains_is_no_network_and_a_page_with_its_words_is_no_portal() {
        let witness = Witness::default();
        for url in ["http://a.example/", "http://b.example/", "http://c.example/"] {
            witness.note(&led(url, PORTAL), Availability::Gone, Route::Direct);
        }
        assert!(witness.believes() && witness.portal().is_none());
        let witness = Witness::default();
        assert!(!witness.believes());
        let mut found = led("http://a.example/", PORTAL);
        found.answer_mut().expect("an answer").quote_found = true;
        witness.note(&found, Availability::Live, Route::Direct);
        assert!(witness.believes());
    }

    #[test]
    fn where_nobody_takes_a_connection_it_may_be_the_watchers_way_out() {
        let all = ["https://a.example/1", "https://b.example/2", "http://c.example/3", "https://d.example/"];
        let no = |why: &NoAnswer| Outcome::NoAnswer(why.clone());
        let shut = NoAnswer::Timeout(Phase::Connect);
        let none = NoAnswer::Dns(crate::observation::DnsFailure::NoSuchDomain);
        let answered = |status| Outcome::Answered(Answer::sample("http://c.example/3", status));
        for (outcomes, route, expected) in [
            (vec![no(&shut), no(&NoAnswer::Refused), no(&NoAnswer::Unreachable)], Route::Direct, true),
            (vec![no(&shut), no(&shut), no(&none), no(&none)], Route::Direct, false),
            (vec![no(&shut), no(&shut), no(&none), no(&shut)], Route::Direct, true),
            (vec![no(&shut), no(&shut), no(&shut), answered(503)], Route::Direct, false),
            (vec![no(&shut), no(&shut), no(&shut), no(&NoAnswer::Tls(TlsFailure::Expired))], Route::Direct, false),
            (vec![no(&shut), no(&shut), no(&shut), no(&NoAnswer::Reset)], Route::Direct, false),
            (vec![no(&NoAnswer::Proxy), no(&NoAnswer::Proxy), answered(502)], Route::Proxy, true),
            (vec![no(&NoAnswer::Proxy), no(&NoAnswer::Proxy), no(&NoAnswer::Timeout(Phase::Head))], Route::Proxy, true),
            (
                vec![no(&NoAnswer::Proxy), no(&NoAnswer::Proxy), no(&NoAnswer::Proxy), answered(404)],
                Route::Proxy,
                false,
            ),
        ] {
            let witness = Witness::default();
            for (url, outcome) in all.into_iter().zip(&outcomes) {
                witness.note(&look(url, None, outcome.clone()), Availability::Failing, route);
            }
            assert_eq!(witness.is_cut_off(), expected, "{outcomes:?}");
        }
        // One host that fails is one host.
        let witness = Witness::default();
        for url in ["https://a.example/1", "https://a.example/2", "https://www.a.example/3"] {
            witness.note(&look(url, None, no(&shut)), Availability::Failing, Route::Direct);
        }
        assert!(!witness.is_cut_off());
    }
}
