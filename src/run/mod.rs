//! One pass, end to end: the only module that knows every stage.

pub(crate) mod aside;
pub(crate) mod captures;
pub(crate) mod due;
pub(crate) mod elsewhere;
pub(crate) mod event;
pub(crate) mod judging;
pub(crate) mod kept;
pub(crate) mod linked;
pub(crate) mod looking;
pub(crate) mod recorder;
mod past;
mod refresh;
pub(crate) mod stop;
pub(crate) mod unchanged;
pub(crate) mod verify;
pub(crate) mod work;
pub(crate) mod written;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::mpsc::UnboundedSender;

use crate::archive::Archives;
use crate::citation::{self, Claims};
use crate::clock;
use crate::config::Config;
use crate::document::{self, Document};
use crate::fetch::Fetcher;
use crate::intake::Input;
use crate::plan::{self, Plan};
use crate::reader::Reader;
use crate::report::{DocumentReport, Illness, Mode, Report, RunInfo};
use crate::store::{Alive, Run, Store, StoreError};
use crate::verdict::Confirmation;
use captures::From;
use due::{Scheduled, Which, Wish};
use event::Event;
use judging::Judging;
use kept::Told;
use linked::Linked;
use looking::{Ended, Looker, SecondLook};
use recorder::Recorder;
use stop::{Signal, Stop};
use work::{PageFacts, ReadDocument, Seen, Source};

/// A run that was killed is gone on from for so long; later, its looks say too little about today.
const GOES_ON_FOR: Duration = Duration::from_hours(1);

/// All that a check is given.
pub(crate) struct Check {
    pub(crate) documents: Vec<ReadDocument>,
    pub(crate) config: Config,
    pub(crate) mode: Mode,
    pub(crate) which: Which,
    /// None where only the store is asked.
    pub(crate) fetcher: Option<Fetcher>,
    pub(crate) store: Store,
    pub(crate) recorder: Recorder,
    pub(crate) events: UnboundedSender<Event>,
    pub(crate) stop: Stop,
    /// What the watcher suffers from already.
    pub(crate) watcher: Vec<Illness>,
}

/// How a check ended.
#[derive(Debug)]
pub(crate) enum Checked {
    /// With a report; a signal may have cut it short. `scheduled` is there where the schedule was asked.
    Done { told: Box<Told>, stopped: Option<Signal>, scheduled: Option<Scheduled> },
    /// Nothing answered, nothing was recorded.
    NoNetwork,
}

/// One pass under way.
struct Pass {
    documents: Vec<ReadDocument>,
    config: Config,
    mode: Mode,
    which: Which,
    plan: Plan,
    looker: Arc<Looker>,
    started: Timestamp,
}

/// Reads a document and what it claims.
pub(crate) fn parse(input: &Input) -> (Document, Claims) {
    let document = document::parse(&input.text, input.format, document::Limits::default());
    let claims = citation::claims(&document, &input.text);
    (document, claims)
}

/// The same, keeping of the document what a check needs.
pub(crate) fn read(input: Input) -> ReadDocument {
    let (document, claims) = parse(&input);
    ReadDocument { path: input.path, format: input.format, title: document.title, text: input.text, claims }
}

/// Checks documents: looks, asks archives, judges, and keeps what was found.
pub(crate) async fn check(check: Check) -> anyhow::Result<(Checked, Vec<ReadDocument>)> {
    pass(check).await.map_err(told)
}

/// A failure of the store says what was being done, and not yet that it failed.
fn told(error: anyhow::Error) -> anyhow::Error {
    match error.downcast::<StoreError>() {
        Ok(error) => anyhow::anyhow!("failed to {error}"),
        Err(other) => other,
    }
}

async fn pass(check: Check) -> anyhow::Result<(Checked, Vec<ReadDocument>)> {
    let started = clock::now();
    let run = Run {
        id: uuid::Uuid::new_v4().to_string(),
        started,
        finished: None,
        mode: check.mode.as_str().to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let killed = check.store.unfinished_run(&run.mode, started - GOES_ON_FOR).await?;
    let alive = check.store.begin_run(&run).await?;
    if let Some(before) = &killed {
        tracing::info!(begun = %before.started, "this run goes on from one that did not come to its end");
    }
    let due_at = killed.map_or(started, |killed| killed.started);
    let mut watcher = check.watcher.clone();
    let pass = Pass::new(check, &run);
    let sources = work::sources(&pass.documents, &pass.plan);
    let wishes = pass.wishes(&sources, due_at).await?;
    let Some(facts) = pass.look(&sources, &wishes, due_at).await? else {
        pass.looker.store.forget_run(&run.id).await?;
        return Ok((Checked::NoNetwork, pass.end(alive).await?));
    };
    let seen = pass.seen(&sources, facts).await?;
    let next = due::next(&seen, &pass.plan, &pass.config, started);
    let scheduled = (pass.which == Which::Due).then_some(Scheduled { looked_at: wishes.len(), next });
    let (documents, refusing) = pass.judge(seen).await?;
    watcher.extend(refusing.into_iter().map(Illness::ArchiveRefuses));
    pass.tell_waits();
    let info = RunInfo { id: run.id, started, finished: clock::now(), version: run.version, mode: pass.mode };
    let told = kept::keep(&pass.looker.store, Report { run: info, documents, watcher }).await?;
    let stopped = pass.looker.stop.asked();
    let documents = pass.end(alive).await?;
    Ok((Checked::Done { told: Box::new(told), stopped, scheduled }, documents))
}

impl Pass {
    fn new(check: Check, run: &Run) -> Self {
        let Check { documents, config, mode, which, fetcher, store, recorder, events, stop, watcher: _ } = check;
        let plan = plan::plan(documents.iter().map(|document| document.claims.citations.as_slice()), &config);
        let per_host = config.fetch.per_host;
        let looker = Arc::new(Looker {
            run: run.id.clone(),
            fetcher,
            store,
            reader: Reader::new(),
            recorder,
            events,
            stop,
            at_once: config.fetch.concurrency,
            looks_a_host: per_host.concurrency,
            delay: Duration::from_secs_f64(1.0 / per_host.requests_per_second),
        });
        Self { documents, config, mode, which, plan, looker, started: run.started }
    }

    /// Brings evidence, store and run to their end.
    async fn end(self, alive: Alive) -> anyhow::Result<Vec<ReadDocument>> {
        let looker = Arc::into_inner(self.looker).expect("every task of the pass has ended");
        looker.recorder.finish().await?;
        looker.store.close().await;
        drop(alive);
        Ok(self.documents)
    }

    /// What is to be looked at. What was looked at for a schedule is due no more, so that a run that was killed is gone on
    /// from without its help.
    async fn wishes(&self, sources: &[Source], due_at: Timestamp) -> anyhow::Result<Vec<Wish>> {
        match self.which {
            Which::All if due_at == self.started => Ok(due::all(sources, due_at)),
            Which::All => due::going_on(&self.looker, sources, due_at, self.started).await,
            Which::Due => due::due_now(&self.looker, sources, &self.plan, &self.config, self.started).await,
        }
    }

    /// Looks at the sources; none where nothing answered.
    async fn look(
        &self,
        sources: &[Source],
        wishes: &[Wish],
        due_at: Timestamp,
    ) -> anyhow::Result<Option<HashMap<String, PageFacts>>> {
        tracing::info!(
            documents = self.documents.len(),
            sources = sources.len(),
            due = wishes.len(),
            "a run begins to look"
        );
        self.looker.tell(Event::Planned { sources: wishes.len() });
        let second = match self.which {
            Which::All => SecondLook::UnlessSeenSince(due_at),
            Which::Due => SecondLook::ByTheSchedule,
        };
        Ok(match self.mode {
            Mode::Live if wishes.is_empty() => Some(HashMap::new()),
            Mode::Live => match self.looker.look_at(&self.documents, sources, wishes, second).await? {
                Ended::Looked(facts) => Some(facts),
                Ended::NoNetwork => None,
            },
            Mode::Replay => Some(self.looker.replay(&self.documents, sources).await?),
            Mode::Offline => Some(HashMap::new()),
        })
    }

    /// What is known of every source: the history from the store; the page as read in this run, else as kept.
    async fn seen(&self, sources: &[Source], mut facts: HashMap<String, PageFacts>) -> anyhow::Result<Vec<Seen>> {
        // A replay is of the day of its records, whatever the clock says.
        let now = (self.mode != Mode::Replay).then(clock::now);
        let mut observed = self.looker.past(sources, &self.plan, self.confirmation(), now).await?;
        let mut all = Vec::with_capacity(sources.len());
        for source in sources {
            let url = source.url.as_str();
            let history = observed.remove(url).unwrap_or_default();
            let read = match facts.remove(url) {
                Some(read) => Some(read),
                None => elsewhere::kept_page(&self.looker, &self.documents, source, &history).await?,
            };
            all.push(Seen { history, facts: read });
        }
        Ok(all)
    }

    fn tell_waits(&self) {
        if let Some(fetcher) = &self.looker.fetcher {
            let (requests, time) = fetcher.waited();
            self.looker.tell(Event::Waited { requests, time });
        }
    }

    /// The documents as judged, and the archives that refuse us.
    async fn judge(&self, mut seen: Vec<Seen>) -> anyhow::Result<(Vec<DocumentReport>, Vec<String>)> {
        let now = match self.mode {
            Mode::Live | Mode::Offline => clock::now(),
            Mode::Replay => newest_look(&seen).unwrap_or(self.started),
        };
        let linked = self.linked(&seen, now).await?;
        let missing = self.judging(&seen, &linked, now).missing_elsewhere();
        elsewhere::look_elsewhere(&self.looker, &self.plan, &missing, &self.documents, &mut seen).await?;
        let judging = self.judging(&seen, &linked, now);
        let from = match self.mode {
            Mode::Live | Mode::Replay => From::Archives(Archives::new(&self.config.archives)),
            Mode::Offline => From::Store,
        };
        let asked = if self.config.archives.is_empty() { BTreeMap::new() } else { judging.asked() };
        // What was not due is not asked about again either.
        let (new, old): (BTreeMap<_, _>, BTreeMap<_, _>) =
            asked.into_iter().partition(|(_, need)| self.which == Which::All || need.seen_at >= Some(self.started));
        let mut archived = self.looker.ask_archives(&from, &self.documents, new).await?;
        archived.extend(self.looker.ask_archives(&From::Store, &self.documents, old).await?);
        let refusing = match &from {
            From::Archives(asked) => asked.refusing(),
            From::Store => Vec::new(),
        };
        Ok(((0..self.documents.len()).map(|index| judging.document(index, &archived)).collect(), refusing))
    }

    /// The documents that cited pages link, where the policy follows them.
    async fn linked(&self, seen: &[Seen], now: Timestamp) -> anyhow::Result<Linked> {
        if self.config.policy.follow_documents == 0 {
            return Ok(Linked::new());
        }
        let missing = self.judging(seen, &Linked::new(), now).missing_on_pages();
        let wanted = linked::wanted(&missing, (&self.plan, seen), &self.config, self.started);
        linked::look(&self.looker, &self.documents, wanted, self.mode).await
    }

    fn judging<'a>(&'a self, seen: &'a [Seen], linked: &'a Linked, now: Timestamp) -> Judging<'a> {
        let confirmation = self.confirmation();
        Judging { documents: &self.documents, config: &self.config, plan: &self.plan, seen, linked, confirmation, now }
    }

    fn confirmation(&self) -> Confirmation {
        match (self.mode, self.which) {
            (Mode::Replay, _) => Confirmation::OneLook,
            (Mode::Live | Mode::Offline, Which::All) => Confirmation::TwoLooks,
            (Mode::Live | Mode::Offline, Which::Due) => plan::due::confirmation(self.config.schedule.confirm),
        }
    }
}

/// The day of a recording is that of its last look: a replay says the same on every other day.
fn newest_look(seen: &[Seen]) -> Option<Timestamp> {
    seen.iter().flat_map(|seen| &seen.history).map(|look| look.observed_at).max()
}
