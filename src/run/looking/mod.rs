//! Looks at the sources of a run: through the leased frontier, each host at its own pace, second looks included.
//!
//! A look is recorded before anything is said about it. Looks are held until something answers: where a request was made
//! and nothing does, the network is not there, and nothing is recorded.

pub(crate) mod aside;
mod held;
mod lanes;
pub(crate) mod probe;
pub(crate) mod reading;
pub(crate) mod refresh;
pub(crate) mod unchanged;
pub(crate) mod witness;

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use url::Url;

use crate::archive::Fallen;
use crate::clock;
use crate::evidence::Recorder;
use crate::fetch::{self, Fetcher, Follow, Look, LookRequest, Purpose};
use crate::locator::host::{self, HostName};
use crate::locator::{key, user_info};
use crate::observation::{Observation, Outcome};
use crate::plan::Plan;
use crate::plan::due::LONGEST_HOLD;
use crate::reader::{Passage, Reader};
use crate::report::Illness;
use crate::run::due::Wish;
use crate::run::event::{Event, Events, Went};
use crate::run::facts::{Facts, PageFacts};
use crate::run::holds::Holds;
use crate::run::shared::Led;
use crate::run::stop::Stop;
use crate::run::work::{Bound, PageRead, QuoteRef, ReadDocument, passages};
use crate::store::{DueSource, Enrolment, Fence, NewReading, NewText, Record, Recorded, Slot, SourceId, Store, Then};
use crate::verdict::Availability;
use crate::verdict::source::{self, Impression};
use lanes::Lanes;
use probe::Probes;
use unchanged::{Same, Unchanged};
use witness::Witness;

/// Between the first look at what seems gone and the second: long enough for a server that restarts, short enough for
/// a run that a person waits for.
const SECOND_LOOK_AFTER: Duration = Duration::from_secs(3);

/// What looking needs.
pub(crate) struct Looker {
    pub(crate) run: String,
    pub(crate) tools: Tools,
    pub(crate) pace: Pace,
    pub(crate) learnt: Learnt,
}

/// What a look goes through, and who is told of it.
pub(crate) struct Tools {
    /// None where only the store is asked.
    pub(crate) fetcher: Option<Fetcher>,
    pub(crate) store: Store,
    pub(crate) reader: Reader,
    pub(crate) recorder: Recorder,
    pub(crate) events: Events,
    pub(crate) stop: Stop,
}

/// What the looks of a run have shown so far that bears on later ones.
#[derive(Default)]
pub(crate) struct Learnt {
    pub(crate) probes: Probes,
    pub(crate) led: Led,
    pub(crate) witness: Witness,
    pub(crate) fallen: Fallen,
    pub(crate) holds: Holds,
}

/// How many looks are made, and how fast.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pace {
    /// Requests under way at once.
    pub(crate) at_once: usize,
    /// Looks at one host at once.
    pub(crate) looks_a_host: usize,
    /// The least time between two looks at a host.
    pub(crate) delay: Duration,
}

/// How looking ended.
#[derive(Debug)]
pub(crate) enum Ended {
    /// With what was read; sources that another process looked at are not among it.
    Looked(Facts),
    /// The network is not there, or leads nowhere: nothing is recorded.
    Ill(Illness),
}

/// A look that is done and not yet recorded.
#[derive(Debug)]
struct Done {
    url: String,
    record: Record,
    exchanges: Vec<crate::observation::exchange::Exchange>,
    facts: Option<Box<PageFacts>>,
    /// Whether the page seems to be there.
    seems: Availability,
    /// What the bytes and texts count for until they are recorded.
    room: Option<Arc<fetch::Room>>,
}

/// What was read of a source, once it is on disk; nothing where there was nothing to read.
type Read = (SourceId, Option<Box<PageFacts>>);

/// Whether what seems gone is looked at a second time within the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SecondLook {
    /// It is, unless it was looked at since then, whoever did.
    UnlessSeenSince(Timestamp),
    /// The schedule decides when.
    ByTheSchedule,
}

/// A host that is looked at, by its lease.
#[derive(Debug)]
struct Place {
    lane: HostName,
    fence: Fence,
}

/// What a run wants.
#[derive(Debug)]
struct Wanted {
    second: SecondLook,
    documents: Arc<[ReadDocument]>,
    bound: Arc<Bound>,
    /// The place of each source in the plan, by its number in the store.
    places: Vec<(SourceId, usize)>,
}

impl Wanted {
    fn place(&self, source: SourceId) -> Option<usize> {
        let at = self.places.binary_search_by_key(&source, |(id, _)| *id).ok()?;
        Some(self.places[at].1)
    }

    /// The quotes that are bound to a source, with their words.
    fn quotes(&self, source: SourceId) -> (&[QuoteRef], Vec<Passage>) {
        let quotes = self.place(source).map_or(&[][..], |place| self.bound.to(place));
        (quotes, passages(&self.documents, quotes))
    }
}

impl Looker {
    /// Tells what happened, to whoever listens.
    pub(crate) fn tell(&self, event: Event) {
        self.tools.events.tell(event);
    }

    /// What answers requests.
    pub(crate) fn fetcher(&self) -> &Fetcher {
        self.tools.fetcher.as_ref().expect("only a pass over the network or recorded files looks")
    }

    /// Looks at each source that is wished for, and a second time at what seems gone where the run confirms. A slot that
    /// was filled is not filled again: that is how a run goes on from one that was killed.
    pub(crate) async fn look_at(
        self: &Arc<Self>,
        documents: &Arc<[ReadDocument]>,
        plan: &Plan,
        bound: &Arc<Bound>,
        wishes: Vec<Wish>,
        second: SecondLook,
    ) -> anyhow::Result<Ended> {
        let enrolments = wishes.iter().map(|wish| (enrolment(plan.sources.url(wish.source)), wish.due_at));
        let ids = self.tools.store.enrol(&self.run, enrolments, self.pace.delay).await?;
        let mut places: Vec<(SourceId, usize)> =
            ids.into_iter().zip(&wishes).map(|(id, wish)| (id, wish.source)).collect();
        drop(wishes);
        places.sort_unstable();
        let (documents, bound) = (Arc::clone(documents), Arc::clone(bound));
        Lanes::new(self, Wanted { second, documents, bound, places }, plan.sources.len()).drain().await
    }

    /// One look: fetched, read, and held against the quotes; not yet recorded.
    async fn one(
        &self,
        due: DueSource,
        url: String,
        reading: Option<Box<unchanged::Reading>>,
        at: &Place,
        wanted: &Wanted,
    ) -> anyhow::Result<Done> {
        let known = reading.as_ref().map(|reading| reading.known.clone());
        let mut look = self.fetcher().look(&LookRequest { known, ..request(Url::parse(&url)?) }).await;
        let (quotes, words) = wanted.quotes(due.source);
        let same = unchanged::unchanged(self, &url, &look.observation, reading, quotes, &words).await?;
        if matches!(same, Same::Lost) {
            look = self.asked_whole(&url, look).await?;
        }
        let (text, facts, reading, Impression { availability: seems, is_plain, .. }) = match same {
            Same::Page(same) => {
                let Unchanged { mut facts, reading } = *same;
                facts.note(&mut look.observation);
                (None, Some(facts), reading, source::impression(&look.observation))
            }
            Same::No | Same::Lost => self.read_anew(&mut look, quotes, &words).await?,
        };
        let Look { observation, exchanges, room, .. } = look;
        let mut facts: Option<Box<PageFacts>> = facts.map(|read| Box::new(read.into()));
        if let Some(facts) = facts.as_mut().filter(|_| is_plain) {
            facts.plain_at(&observation);
        }
        self.learnt.witness.note(&observation, seems, self.fetcher().route());
        let then = match wanted.second {
            SecondLook::UnlessSeenSince(since)
                if seems == Availability::Gone && !self.looked_before(&url, since).await? =>
            {
                Then::LookAgain(clock::now() + SECOND_LOOK_AFTER)
            }
            SecondLook::UnlessSeenSince(_) | SecondLook::ByTheSchedule => Then::Settled,
        };
        let held = self.fetcher().asked(&at.lane).map(|asked| asked.min(LONGEST_HOLD));
        let slot = Slot::Leased { fence: at.fence, due_at: due.due_at };
        let record = Record { run: self.run.clone(), source: due.source, slot, observation, text, reading, then, held };
        Ok(Done { url, record, exchanges, facts, seems, room })
    }

    /// What a look shows, what is to be kept of it for the next one, and how the page seems.
    async fn read_anew(
        &self,
        look: &mut Look,
        quotes: &[QuoteRef],
        words: &[Passage],
    ) -> anyhow::Result<(Option<NewText>, Option<PageRead>, NewReading, Impression)> {
        let (text, mut facts) = self.read(look, quotes, words).await;
        self.learnt.led.note(&mut look.observation);
        let seems = self.doubt(look, text.as_ref()).await?;
        if let Some(facts) = &mut facts {
            facts.came_by(&look.observation);
        }
        // What is not certain is asked for whole the next time as well.
        let is_sure = look.observation.answer().is_none_or(|answer| answer.probe.is_none());
        let reading =
            if is_sure { unchanged::new_reading(&look.observation, facts.as_ref(), words) } else { NewReading::Goes };
        Ok((text, facts, reading, seems))
    }

    /// The page itself, of which a look asked whether it has changed.
    async fn asked_whole(&self, url: &str, look: Look) -> anyhow::Result<Look> {
        let mut whole = self.fetcher().look(&request(Url::parse(url)?)).await;
        whole.exchanges.splice(..0, look.exchanges);
        Ok(whole)
    }

    /// Whether this run, one that it goes on from, or one that shares its sources has looked already.
    async fn looked_before(&self, url: &str, since: Timestamp) -> anyhow::Result<bool> {
        let looks = self.tools.store.observed(&[url], 1, Timestamp::MAX).await?.remove(url).unwrap_or_default();
        let looked = |look: &Observation| !matches!(look.outcome, Outcome::Skipped(_)) && look.observed_at >= since;
        Ok(looks.last().is_some_and(looked))
    }

    /// Records a look; gives what was read, once it is on disk.
    async fn record(&self, mut done: Done) -> anyhow::Result<Read> {
        done.record.observation.cut_off = self.learnt.witness.is_cut_off();
        self.tools.recorder.keep(done.exchanges).await?;
        let source = done.record.source;
        let went = Went::of(&done.record.observation);
        let (elapsed_ms, availability) = (done.record.observation.elapsed_ms, done.seems.as_str());
        tracing::debug!(source = user_info::hidden(&done.url), availability, elapsed_ms, "looked");
        let recorded = self.tools.store.record(done.record).await?;
        if recorded == Recorded::LeaseLost {
            // The machine slept through the lease; whoever holds the host now looks at it again.
            tracing::warn!(
                source = user_info::hidden(&done.url),
                "the host was leased to another run; this look is not recorded"
            );
        }
        // What no history has is judged by nobody: the page is that of the look that stands.
        let facts = done.facts.filter(|_| recorded == Recorded::Kept);
        drop(done.room);
        self.tell(Event::Looked { url: done.url, availability: done.seems, went });
        Ok((source, facts))
    }
}

pub(super) fn request(url: Url) -> LookRequest {
    LookRequest { url, accept_datetime: None, follow: Follow::All, purpose: Purpose::Source, known: None }
}

/// What the store knows a source by; `url` is one that was parsed before.
pub(crate) fn enrolment(url: &str) -> Enrolment {
    let parsed = Url::parse(url).expect("an address that was written by the parser");
    Enrolment {
        url: url.to_owned(),
        same_page_key: key::key(&parsed).to_string(),
        host: host::lane(&parsed).to_string(),
    }
}
