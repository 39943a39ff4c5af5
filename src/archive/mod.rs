//! Asks web archives for captures, through fetch.
//!
//! An archive is asked at its `TimeGate` first, and for the capture that this names: only an answer with
//! `Memento-Datetime` is one, and only one of status 200 is the page. Its index is asked where more is wanted, within
//! the pace that it allows and a budget for the run. What cannot be known is `Unknown`: only an archive whose index
//! says so has no capture.

mod budget;
mod cdx;
mod choice;
mod fallen;
mod heard;
mod identity;
mod index;
mod links;
mod memento;
mod named;
mod raw;
mod rows;
mod save;
mod spn;
mod standing;
mod table;
mod timemap;
mod told;
mod trouble;
mod wayback;

pub(crate) use choice::{choose, good};
pub(crate) use fallen::Fallen;
pub(crate) use identity::keep_own;
pub(crate) use named::named;
use raw::Flag;
pub(crate) use raw::{Raw, Shown, leads_astray, strays};
pub(crate) use save::{Keys, Progress, Saver};
pub(crate) use spn::Quota;
pub(crate) use table::{paces, wayback};
pub(crate) use trouble::{Fate, Hindrance, Trouble};

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::Timestamp;
use url::Url;

use crate::clock;
use crate::config::{ArchiveServer, Dialect};
use crate::fetch::{Fetcher, Follow, Look, LookRequest, Purpose};
use crate::locator::host::{self, HostName, is_of_this_network};
use crate::observation::capture::{Capture, CaptureSearch, Depth};
use crate::observation::exchange::Exchange;
use budget::{Budget, Spent};
use heard::{Heard, Silence};
use memento::Negotiated;
use told::Told;

/// Redirects from a `TimeGate` to another address of its own, before it redirects to a capture.
const MAX_FURTHER: usize = 3;

const HEARSAY: &str = "finds none, and does not say whether every archive that it asks has answered";

/// The archives that are asked.
#[derive(Debug)]
pub(crate) struct Archives {
    archives: Vec<Archive>,
    near: Duration,
}

#[derive(Debug)]
struct Archive {
    server: ArchiveServer,
    availability: Option<String>,
    budget: Budget,
    /// Whether it is one of this network, which may know what only this network reaches.
    is_own: bool,
}

/// What archives know of a page.
#[derive(Debug)]
pub(crate) struct Captures {
    /// What was found.
    pub(crate) search: CaptureSearch,
    /// The names of those that say that they have none.
    pub(crate) lacking: Vec<String>,
    /// The first capture as it was fetched, where it was; its exchanges are among the others.
    pub(crate) read: Option<(Capture, Raw)>,
    /// What was exchanged with them, where exchanges are recorded.
    pub(crate) exchanges: Vec<Exchange>,
}

/// One question to one archive, and what was exchanged over it.
struct Inquiry<'a> {
    fetcher: &'a Fetcher,
    archive: &'a Archive,
    original: &'a Url,
    anchor: Option<Timestamp>,
    exchanges: Vec<Exchange>,
    /// The capture that was fetched last and stands.
    read: Option<(Capture, Raw)>,
    /// When those were captured that were fetched and do not stand, and why not.
    fallen: Vec<(Timestamp, standing::Fall)>,
    /// The payloads of those that are no page as they were captured.
    fallen_payloads: Vec<String>,
    /// The captures that the archive gave in the place of others that it had named. They stand.
    given: Vec<Capture>,
}

impl Archives {
    /// Archives in the order in which they are asked. Those whose captures are not to be trusted are left out. A capture
    /// within `near` of the date makes the next one needless.
    pub(crate) fn new(servers: &[ArchiveServer], near: Duration) -> Self {
        let trusted = servers.iter().filter(|server| {
            let addresses = [&server.timegate, &server.timemap, &server.cdx];
            !addresses.into_iter().flatten().any(|address| table::untrusted(address))
        });
        let archives = trusted.map(|server| Archive {
            availability: (*server == wayback()).then(|| table::WAYBACK_AVAILABILITY.to_owned()),
            budget: Budget::of(server),
            is_own: [&server.timegate, &server.timemap, &server.cdx]
                .into_iter()
                .flatten()
                .any(|address| Url::parse(address).is_ok_and(|address| is_of_this_network(&address))),
            server: server.clone(),
        });
        Self { archives: archives.collect(), near }
    }

    /// Asks one archive after the other, until one has a capture near enough, and brings together what they have; where
    /// the page or its words are missing, all of them. Captures near `anchor` are wanted, else the newest.
    pub(crate) async fn captures(
        &self,
        fetcher: &Fetcher,
        original: &Url,
        anchor: Option<Timestamp>,
        depth: Depth,
    ) -> Captures {
        let mut original = original.clone();
        original.set_fragment(None);
        let (mut told, mut read, mut exchanges) = (Vec::new(), Vec::new(), Vec::new());
        for archive in self.asked_about(&original) {
            let original = &original;
            let mut inquiry = Inquiry {
                fetcher,
                archive,
                original,
                anchor,
                exchanges: vec![],
                read: None,
                fallen: vec![],
                fallen_payloads: vec![],
                given: vec![],
            };
            let answer = inquiry.ask(depth).await;
            exchanges.append(&mut inquiry.exchanges);
            read.extend(inquiry.read);
            let enough = depth == Depth::Nearest && self.has_near(&answer, anchor);
            told.push((archive.server.name.clone(), answer));
            if enough {
                break;
            }
        }
        let search = told::together(&told, anchor);
        let has_none = |(_, told): &&(String, Told)| matches!(told, Told::None | Told::OnlyErrors(_));
        let lacking = told.iter().filter(has_none).map(|(archive, _)| archive.clone()).collect();
        let first = match &search {
            CaptureSearch::Found(captures) => captures.first(),
            _ => None,
        };
        let read = read.into_iter().find(|(capture, _)| Some(capture) == first);
        Captures { search, lacking, read, exchanges }
    }

    /// Whether any archive is.
    pub(crate) fn are_asked_about(&self, original: &Url) -> bool {
        self.asked_about(original).next().is_some()
    }

    /// What only this network reaches is told to no archive of the public.
    fn asked_about(&self, original: &Url) -> impl Iterator<Item = &Archive> {
        let is_private = is_of_this_network(original);
        self.archives.iter().filter(move |archive| archive.is_own || !is_private)
    }

    /// Whether the first of the captures told of is near the date; without a date any is.
    fn has_near(&self, told: &Told, anchor: Option<Timestamp>) -> bool {
        let Told::Captures(captures) = told else { return false };
        let distance = |capture: &Capture, anchor| capture.captured_at.duration_since(anchor).unsigned_abs();
        captures.first().is_some_and(|first| anchor.is_none_or(|anchor| distance(first, anchor) <= self.near))
    }

    /// How far from its date a capture is near enough.
    pub(crate) fn near(&self) -> Duration {
        self.near
    }

    /// The names of those that refuse us: they said so, by 403 or 429.
    pub(crate) fn refusing(&self) -> Vec<String> {
        self.names(|archive| archive.budget.refuses())
    }

    /// The names of those that are not found where they should be.
    pub(crate) fn not_found(&self) -> Vec<String> {
        self.names(|archive| archive.budget.not_found().is_some())
    }

    /// Those that are down, fail or are too slow, each with why.
    pub(crate) fn failing(&self) -> Vec<(String, &'static str)> {
        let failing = |archive: &Archive| Some((archive.server.name.clone(), archive.budget.fails()?));
        self.archives.iter().filter_map(failing).collect()
    }

    /// The hosts that are asked, each once.
    pub(crate) fn hosts(&self) -> BTreeSet<HostName> {
        let servers = self.archives.iter().map(|archive| &archive.server);
        let addresses = servers.flat_map(|server| [&server.timegate, &server.timemap, &server.cdx]).flatten();
        addresses.filter_map(|address| Url::parse(address).ok()).map(|url| host::lane(&url)).collect()
    }

    fn names(&self, such: impl Fn(&Archive) -> bool) -> Vec<String> {
        self.archives.iter().filter(|archive| such(archive)).map(|archive| archive.server.name.clone()).collect()
    }

    /// Fetches the bytes of a capture as they were captured. None where it has no address that can be asked for, or its
    /// archive is not asked any more in this run.
    pub(crate) async fn raw(&self, fetcher: &Fetcher, capture: &Capture) -> Option<Raw> {
        let archive = self.archives.iter().find(|archive| archive.server.name == capture.archive);
        if let Some(archive) = archive {
            archive.budget.capture(fetcher).ok().filter(|()| archive.budget.closed().is_none())?;
        }
        let flag = archive.map_or(Flag::Perhaps, |archive| Flag::of(archive.server.dialect));
        raw::fetch(fetcher, capture, None, flag).await
    }
}

impl Inquiry<'_> {
    async fn ask(&mut self, depth: Depth) -> Told {
        let told = self.asked(depth).await;
        match (self.archive.server.dialect, told) {
            // One that asks others does not say which of them gave it no answer.
            (Dialect::Aggregator, Told::None) => Told::Unclear(HEARSAY.to_owned()),
            (_, told) => told,
        }
    }

    async fn asked(&mut self, depth: Depth) -> Told {
        let mut gate = self.timegate().await;
        if matches!(gate, Told::Refused(_) | Told::Excluded) {
            return gate;
        }
        if let Told::Unclear(_) = gate {
            // What it names is fetched as anything that is only named.
            gate = self.available().await.unwrap_or(gate);
        }
        if depth == Depth::Nearest
            && let Some(told) = self.nearest(&gate).await
        {
            return told;
        }
        let index = self.index().await;
        self.confirmed(gate, index).await
    }

    /// What needs no look in the index: a capture from before the date that stands.
    async fn nearest(&mut self, gate: &Told) -> Option<Told> {
        let Told::Captures(named) = gate else { return None };
        let first = choice::choose(named.clone(), self.anchor).into_iter().next()?;
        if self.anchor.is_some_and(|anchor| first.captured_at > anchor) {
            return None;
        }
        let at = first.captured_at;
        let told = self.standing(vec![first], None).await;
        match &told {
            // Of what was given in its place the index may know a nearer one.
            Told::Captures(captures) => captures.first().is_some_and(|first| first.captured_at == at).then_some(told),
            Told::Refused(_) | Told::Excluded => Some(told),
            Told::None | Told::OnlyErrors(_) | Told::Unclear(_) => None,
        }
    }

    /// What the index says beside what the `TimeGate` said. An archive without an index is taken at its `TimeGate`'s
    /// word.
    async fn confirmed(&mut self, gate: Told, index: Option<Told>) -> Told {
        match (gate, index) {
            (Told::Captures(mut named), Some(Told::Captures(indexed))) => {
                // The index tells more of a capture than the TimeGate does.
                named.retain(|one| !indexed.iter().any(|other| other.captured_at == one.captured_at));
                self.standing(indexed.into_iter().chain(named).collect(), None).await
            }
            (Told::Captures(named), index) => self.standing(named, index).await,
            (_, Some(Told::Captures(indexed))) => self.standing(indexed, None).await,
            (gate, index) => index.unwrap_or(gate),
        }
    }

    async fn timegate(&mut self) -> Told {
        let Some(gate) = &self.archive.server.timegate else { return Told::Unclear("has no TimeGate".to_owned()) };
        let Ok(mut url) = Url::parse(&format!("{gate}{}", self.original)) else {
            return Told::Unclear("has a TimeGate whose address is none".to_owned());
        };
        for _ in 0..=MAX_FURTHER {
            if let Err(Spent) = self.archive.budget.capture(self.fetcher) {
                return Told::Unclear(standing::SPENT.to_owned());
            }
            let heard = match self.hear(url, self.anchor).await {
                Ok(heard) => heard,
                Err(told) => return told,
            };
            match memento::negotiate(&self.archive.server, self.original, &heard) {
                Negotiated::Told(told) => return told,
                Negotiated::Further(next) => url = next,
            }
        }
        Told::Unclear("redirects without end".to_owned())
    }

    /// The quick answer, which says nothing where it has nothing.
    async fn available(&mut self) -> Option<Told> {
        let mut url = Url::parse(self.archive.availability.as_ref()?).ok()?;
        self.archive.budget.capture(self.fetcher).ok()?;
        url.query_pairs_mut().append_pair("url", self.original.as_str());
        if let Some(anchor) = self.anchor {
            url.query_pairs_mut().append_pair("timestamp", &anchor.strftime("%Y%m%d%H%M%S").to_string());
        }
        let heard = self.hear(url, None).await.ok()?;
        let capture = wayback::available(&heard.body, &self.archive.server, self.original)?;
        (!identity::is_to_come(capture.captured_at, heard.asked_at)).then(|| Told::Captures(vec![capture]))
    }

    async fn hear_index(&mut self, url: Url) -> Result<Heard, Told> {
        self.archive
            .budget
            .turn(self.fetcher)
            .await
            .map_err(|Spent| Told::Unclear("the run's budget of requests to its index is spent".to_owned()))?;
        self.hear(url, None).await
    }

    async fn hear(&mut self, url: Url, accept_datetime: Option<Timestamp>) -> Result<Heard, Told> {
        if let Some(told) = self.closed() {
            return Err(told);
        }
        let request =
            LookRequest { url, accept_datetime, follow: Follow::None, purpose: Purpose::Archive, known: None };
        let mut look = self.fetcher.look(&request).await;
        self.exchanges.append(&mut look.exchanges);
        let heard = self.heard(&look);
        heard.map_err(|silence| self.silent(&silence))
    }

    /// What an answer says, with note taken of whether it says anything and how long it took.
    fn heard(&self, look: &Look) -> Result<Heard, Silence> {
        if !self.fetcher.is_replay() {
            // From the first request on, without the wait for a turn; however the clock leaps, no more than all of it took, and a
            // clock that was set back tells nothing.
            let since = clock::now().duration_since(look.observation.observed_at);
            let whole = Duration::from_millis(look.observation.elapsed_ms);
            self.archive.budget.note_time(Duration::try_from(since).map_or(Duration::ZERO, |since| since.min(whole)));
        }
        Heard::of(look).inspect(|heard| self.note(heard))
    }

    fn note(&self, heard: &Heard) {
        let budget = &self.archive.budget;
        if heard.says_something() {
            budget.note_answer();
        } else if heard.forbids() {
            budget.note_refusal();
        } else {
            budget.note_failure();
        }
    }

    /// Of an archive that is left alone for the rest of the run.
    fn closed(&self) -> Option<Told> {
        self.archive.budget.closed().map(Told::Refused)
    }
}

#[cfg(test)]
mod down_tests;
#[cfg(test)]
mod given_tests;
#[cfg(test)]
mod pywb_tests;
#[cfg(test)]
mod quick_answer_tests;
#[cfg(test)]
mod same_bytes_tests;
#[cfg(test)]
mod several_tests;
#[cfg(test)]
mod stub;
#[cfg(test)]
mod stub_tests;
