//! Asks a web archive to save cited pages of which no archive has a capture near enough.
//!
//! What was asked for is kept in the store before it is asked, and what became of it at each step, so that the next run goes
//! on wherever this one ended.

mod known;
mod rounds;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::net::IpAddr;
use std::time::Duration;

use anyhow::Context;
use futures_util::{StreamExt, TryStreamExt, stream};
use ipnet::IpNet;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use url::{Host, Url};

use super::event::{Event, Events};
use super::holds::Holds;
use super::looking::reading::first_impression;
use super::stop::{Signal, Stop};
use super::work::ReadDocument;
use crate::archive::{Archives, Hindrance, Saver};
use crate::clock;
use crate::config::{Config, Saving};
use crate::evidence::Recorder;
use crate::fetch::{Fetcher, NetworkOptions};
use crate::locator::address::Allow;
use crate::locator::archive_url;
use crate::locator::host::is_of_this_network;
use crate::observation::capture::Capture;
use crate::observation::{Observation, Outcome, Skip};
use crate::plan::{self, Plan, Target, anchor};
use crate::reader::Reader;
use crate::report::archiving::{ArchivedSource, Archiving, CitedAt, State};
use crate::store::{SaveJob, Store};
use crate::verdict::{Availability, Reason, day};
use known::Known;
use rounds::Rounds;

/// What cannot be captured as things are is asked for again after this.
const ASKED_AGAIN_AFTER: SignedDuration = SignedDuration::from_hours(7 * 24);

const A_DAY: SignedDuration = SignedDuration::from_hours(24);

/// What fails for passing reasons so often in a row is treated like what cannot be captured.
const TRIES: u32 = 3;

/// Which archive is asked, and with which keys.
#[derive(Debug, Clone)]
pub(crate) struct Asking {
    /// The name of the archive that saves.
    pub(crate) archive: String,
    /// Where it is asked.
    pub(crate) address: String,
    /// None where nothing is to be saved.
    pub(crate) saver: Option<Saver>,
}

impl Asking {
    /// Asks for what the documents cite.
    pub(crate) async fn ask(
        self,
        config: &Config,
        network: &NetworkOptions,
        store: Store,
        stop: Stop,
        seen_by: SeenBy,
        documents: &[ReadDocument],
    ) -> anyhow::Result<Saved> {
        let SeenBy { recorder, events } = seen_by;
        let save = Save {
            fetcher: Fetcher::network(network).context("failed to set up the network")?,
            store,
            archives: Archives::new(&config.archives, config.archiving.near),
            reader: Reader::new(),
            saver: self.saver,
            archive: self.archive,
            address: self.address,
            near: config.archiving.near,
            saving: config.archiving.saving.clone(),
            at_once: config.fetch.concurrency,
            allow_private: network.allow_private.clone(),
            stop,
            recorder,
            events,
            holds: Holds::default(),
        };
        let saved = self::save(&save, documents, config).await.context("failed to save pages")?;
        let Save { recorder, store, .. } = save;
        recorder.finish().await?;
        store.close().await;
        Ok(saved)
    }
}

/// Who sees what goes on: the evidence what archives answer of captures, and whoever waits how far it is. What is exchanged
/// with keys is seen by nobody.
pub(crate) struct SeenBy {
    pub(crate) recorder: Recorder,
    pub(crate) events: Events,
}

/// All that saving is given.
pub(crate) struct Save {
    pub(crate) fetcher: Fetcher,
    pub(crate) store: Store,
    pub(crate) archives: Archives,
    pub(crate) reader: Reader,
    /// None where nothing is to be saved.
    pub(crate) saver: Option<Saver>,
    /// The name of the archive that saves.
    pub(crate) archive: String,
    /// Where it is asked.
    pub(crate) address: String,
    pub(crate) near: Duration,
    pub(crate) saving: Saving,
    pub(crate) at_once: usize,
    /// Networks that are allowed although they are not public.
    pub(crate) allow_private: Vec<IpNet>,
    pub(crate) stop: Stop,
    pub(crate) recorder: Recorder,
    pub(crate) events: Events,
    pub(crate) holds: Holds,
}

/// What came of it.
#[derive(Debug)]
pub(crate) struct Saved {
    pub(crate) told: Archiving,
    pub(crate) stopped: Option<Signal>,
    /// Why the archive could not be asked for all, where it could not.
    pub(crate) ended: Option<Ended>,
}

/// Why an archive was asked for no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Ended {
    /// It does not take the keys; what it says.
    Keys(String),
    /// It cannot be asked; why.
    Closed(String),
    /// It has no more room for us, today or for now; why.
    Full(String),
    /// Nothing on the network has answered.
    NoNetwork,
}

/// What is kept of a page that the archive was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Row {
    /// It is being asked; nothing is known of an answer.
    Asked,
    /// A job is under way.
    Job(String),
    /// It was captured; whether that has been seen.
    Saved { capture: Capture, seen: bool },
    /// It was not, and cannot be, or may be later.
    Failed { why: Hindrance, refused: bool },
    /// It was captured that day already, so that it is not asked for again before the next; the newest that is seen.
    Today { why: Hindrance, capture: Option<Capture> },
}

/// A source, and what is wanted of it.
#[derive(Debug, Clone)]
struct Want {
    url: Url,
    /// The days near which its citations want a capture.
    anchors: Vec<Option<Timestamp>>,
    tries: u32,
    told: ArchivedSource,
}

impl Want {
    fn is(&mut self, state: State, message: Option<String>) {
        self.told.state = state;
        self.told.message = message;
    }

    fn failed(&mut self, state: State, why: &Hindrance, again: Option<Timestamp>) {
        self.told.reason.clone_from(&why.code);
        let again = again.map_or_else(String::new, |again| format!("; it is asked again from {} on", day(again)));
        self.is(state, Some(format!("{}{again}", why.words)));
    }

    fn has(&mut self, state: State, capture: Capture, message: Option<String>) {
        self.told.capture = Some(capture);
        self.is(state, message);
    }
}

/// Asks for every source of the documents that lacks a capture.
pub(crate) async fn save(save: &Save, documents: &[ReadDocument], config: &Config) -> anyhow::Result<Saved> {
    let plan = plan::plan(documents.iter().map(|document| document.citations.iter()), config);
    let mut wants = wants(save, documents, &plan);
    // Taken before what was asked for is read: what another run asks for meanwhile would be asked for twice.
    let right = if save.saver.is_some() { save.store.hold_saving() } else { None };
    let kept = save.store.save_jobs(&save.archive).await?;
    Holds::keep_to(&save.archives, &save.fetcher, &save.store).await?;
    look_around(save, &mut wants, &kept).await?;
    let mut ended = None;
    if save.saver.is_some() && right.is_none() {
        leave_to_the_other_run(&mut wants);
    } else if save.saver.is_some() && save.stop.asked().is_none() {
        let rounds = Rounds::new(save, &mut wants, &kept);
        ended = rounds.go().await?;
    }
    if save.fetcher.is_cut_off() {
        ended = Some(Ended::NoNetwork);
    }
    let sources = wants.into_iter().map(|want| want.told).collect();
    let told = Archiving { archive: save.archive.clone(), dry_run: save.saver.is_none(), sources };
    Ok(Saved { told, stopped: save.stop.asked(), ended })
}

/// Another run on this store is saving pages: it may be at these, and the pace and the quota are those of both.
fn leave_to_the_other_run(wants: &mut [Want]) {
    let words = "another run saves pages now; the next run asks for what it leaves";
    for want in wants.iter_mut().filter(|want| matches!(want.told.state, State::Wanted | State::Pending)) {
        want.is(State::Waiting, Some(words.to_owned()));
    }
}

/// The sources of the documents, each once; those that are not for an archive say why.
fn wants(save: &Save, documents: &[ReadDocument], plan: &Plan) -> Vec<Want> {
    let mut wants: Vec<Want> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (at, document) in documents.iter().enumerate() {
        for (index, citation) in document.citations.iter().enumerate() {
            let cited =
                CitedAt { path: document.path.clone(), label: citation.label.clone(), line: citation.place.line };
            let (url, skipped) = match plan.targets.of(at, index) {
                Target::Source(source) => (plan.sources.url(source).to_owned(), None),
                Target::Skipped(skipped) if skipped.url.is_empty() => continue,
                Target::Skipped(skipped) => (skipped.url.clone(), Some(skipped.why.clone())),
            };
            let place = *places.entry(url.clone()).or_insert_with(|| {
                wants.push(want(save, &url, skipped));
                wants.len() - 1
            });
            let (want, anchor) = (&mut wants[place], anchor::anchor(&citation));
            want.told.cited.push(cited);
            if !want.anchors.contains(&anchor) {
                want.anchors.push(anchor);
            }
        }
    }
    wants
}

fn want(save: &Save, written: &str, skipped: Option<Skip>) -> Want {
    let url = plan::fetchable(written);
    let skipped = skipped.or_else(|| url.as_ref().err().cloned());
    let url = url.unwrap_or_else(|_| Url::parse("about:blank").expect("an address"));
    let told = ArchivedSource {
        url: written.to_owned(),
        cited: Vec::new(),
        wanted_at: None,
        state: State::Waiting,
        reason: None,
        message: None,
        capture: None,
        replayable: None,
    };
    let mut want = Want { url, anchors: Vec::new(), tries: 0, told };
    let reason = match skipped {
        Some(skip) => first_impression(&skipped_look(written, skip), None).reason,
        None if archive_url::read(want.url.as_str()).is_some() => {
            want.told.reason = Some("capture".to_owned());
            want.is(State::Skipped, Some("it is a capture itself, or a page of an archive".to_owned()));
            None
        }
        None if !save.may_send(&want.url) => {
            let message = "only this network reaches it, and it is not told to an archive of the public";
            want.is(State::Skipped, Some(message.to_owned()));
            Some(Reason::PrivateAddress)
        }
        None => None,
    };
    if let Some(reason) = reason {
        want.told.state = State::Skipped;
        want.told.reason = Some(reason.as_str().to_owned());
    }
    want
}

fn skipped_look(url: &str, why: Skip) -> Observation {
    Observation {
        url: url.to_owned(),
        observed_at: Timestamp::UNIX_EPOCH,
        hops: vec![],
        retried: vec![],
        outcome: Outcome::Skipped(why),
        elapsed_ms: 0,
        cut_off: false,
        replayed: false,
    }
}

/// What archives have of each source, and what became of it before: whatever is then neither kept nor skipped nor open is
/// to be asked for.
async fn look_around(save: &Save, wants: &mut [Want], kept: &HashMap<String, SaveJob>) -> anyhow::Result<()> {
    save.events
        .tell(Event::AskingArchives { sources: wants.iter().filter(|want| want.told.state != State::Skipped).count() });
    stream::iter(wants.iter_mut().filter(|want| want.told.state != State::Skipped))
        .map(|want| async move {
            if save.stop.asked().is_some() {
                want.is(State::Waiting, Some("the run was stopped before".to_owned()));
                return anyhow::Ok(());
            }
            save.judge(want, kept.get(want.url.as_str())).await?;
            save.events.tell(Event::AskedArchive);
            Ok(())
        })
        .buffer_unordered(save.at_once.max(1))
        .try_collect()
        .await
}

impl Save {
    async fn judge(&self, want: &mut Want, job: Option<&SaveJob>) -> anyhow::Result<()> {
        if !self.is_own() && self.was_private(&want.url).await? {
            want.told.state = State::Skipped;
            want.told.reason = Some(Reason::PrivateAddress.as_str().to_owned());
            return Ok(());
        }
        let (known, at) = self.known(want).await?;
        want.told.wanted_at = at;
        match known {
            Known::Near(capture) => want.has(State::Kept, capture, None),
            Known::Recent(capture) => {
                let message = at.map(|at| format!("no archive has one near {}, and this one is recent", day(at)));
                want.has(State::Kept, capture, message);
            }
            Known::Excluded => {
                want.told.reason = Some("excluded".to_owned());
                want.is(State::Refused, Some("its site is excluded from the archive".to_owned()));
            }
            Known::Open(why) => want.is(State::Unknown, Some(why)),
            Known::Lacking => self.lacking(want, job).await?,
        }
        Ok(())
    }

    /// A source that no archive has: what became of it before, else whether it is there to be saved.
    async fn lacking(&self, want: &mut Want, job: Option<&SaveJob>) -> anyhow::Result<()> {
        let now = clock::now();
        let row = job.and_then(|job| Some((job, serde_json::from_str::<Row>(&job.state).ok()?)));
        want.tries = job.map_or(0, |job| job.tries);
        match row {
            Some((_, Row::Job(_))) => want.is(State::Pending, None),
            Some((_, Row::Saved { capture, seen })) if self.is_near(now, capture.captured_at) => {
                want.told.replayable = Some(seen);
                want.has(State::Kept, capture, Some("it was captured for an earlier run".to_owned()));
            }
            Some((job, Row::Today { why, capture })) if now < job.asked_at + A_DAY => {
                want.failed(State::Kept, &why, None);
                want.told.capture = capture;
            }
            Some((job, Row::Failed { why, refused }))
                if (refused || job.tries >= TRIES) && now < job.asked_at + ASKED_AGAIN_AFTER =>
            {
                let state = if refused { State::Refused } else { State::Unknown };
                want.failed(state, &why, Some(job.asked_at + ASKED_AGAIN_AFTER));
            }
            Some(_) | None => match self.gone(&want.url).await? {
                Some(seen_at) => {
                    want.told.reason = Some("gone".to_owned());
                    want.is(State::Skipped, Some(format!("it was gone when it was last looked at, {}", day(seen_at))));
                }
                None => want.is(State::Wanted, None),
            },
        }
        Ok(())
    }

    /// When the source was last looked at, if it was gone then.
    async fn gone(&self, url: &Url) -> anyhow::Result<Option<Timestamp>> {
        let last = self.last_look(url).await?;
        let last = last.filter(|last| first_impression(last, None).availability == Availability::Gone);
        Ok(last.map(|last| last.observed_at))
    }

    /// Whether its name stood for an address that is not public when it was last looked at.
    async fn was_private(&self, url: &Url) -> anyhow::Result<bool> {
        let last = self.last_look(url).await?;
        Ok(last.is_some_and(|last| first_impression(&last, None).reason == Some(Reason::PrivateAddress)))
    }

    async fn last_look(&self, url: &Url) -> anyhow::Result<Option<Observation>> {
        let seen = self.store.observed(&[url.as_str()], 1, Timestamp::MAX).await?.remove(url.as_str());
        Ok(seen.and_then(|mut seen| seen.pop()))
    }

    /// Whether the archive is one of this network.
    fn is_own(&self) -> bool {
        Url::parse(&self.address).is_ok_and(|address| is_of_this_network(&address))
    }

    fn is_near(&self, one: Timestamp, other: Timestamp) -> bool {
        one.duration_since(other).unsigned_abs() <= self.near
    }

    /// What only this network reaches is told to nobody outside it.
    fn may_send(&self, url: &Url) -> bool {
        let allow = Allow { nets: self.allow_private.clone() };
        let own = self.is_own();
        match url.host() {
            Some(Host::Ipv4(address)) => own && allow.names(IpAddr::V4(address)) || !is_of_this_network(url),
            Some(Host::Ipv6(address)) => own && allow.names(IpAddr::V6(address)) || !is_of_this_network(url),
            Some(Host::Domain(_)) | None => own || !is_of_this_network(url),
        }
    }
}
