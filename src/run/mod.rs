//! One pass, end to end: the only module that knows every stage.

pub(crate) mod aside;
pub(crate) mod captures;
mod comparing;
pub(crate) mod due;
pub(crate) mod elsewhere;
pub(crate) mod event;
mod facts;
pub(crate) mod fixing;
pub(crate) mod judging;
pub(crate) mod kept;
pub(crate) mod linked;
pub(crate) mod looking;
pub(crate) mod recorder;
pub(crate) mod saving;
mod missing;
mod past;
mod probe;
mod reading;
mod shared;
mod refresh;
pub(crate) mod rewritten;
pub(crate) mod rendered;
mod survey;
pub(crate) mod stop;
pub(crate) mod unchanged;
pub(crate) mod verify;
pub(crate) mod work;
pub(crate) mod written;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use std::time::Duration;

use data_encoding::HEXLOWER;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};
use tokio::sync::mpsc::UnboundedSender;

use crate::archive;
use crate::citation::{self, Citation, Claims, Others};
use crate::clock;
use crate::config::Config;
use crate::document::Document;
use crate::fetch::Fetcher;
use crate::finding::silence::Silence;
use crate::intake::{self, Input};
use crate::packed::Parts;
use crate::plan::{self, Plan, Target};
use crate::reader::Reader;
use crate::report::draft::Draft;
use crate::report::{Head, Illness, Mode, Report, RunInfo};
use crate::store::{Alive, Run, Store, StoreError};
use crate::text::wide::OnDisk;
use crate::verdict::Confirmation;
use captures::{Fallen, From};
use due::{Scheduled, Which, Wish};
use event::Event;
use facts::Facts;
use judging::Archives;
use kept::Told;
use linked::Linked;
use looking::{Ended, Looker, SecondLook};
use probe::Probes;
use recorder::Recorder;
use rendered::Rendered;
use shared::Led;
use stop::{Signal, Stop};
use survey::{Reading, Survey};
use work::{Bound, CitationRef, ReadDocument, Texts};

/// A run that was killed is gone on from for so long; later, its looks say too little about today.
const GOES_ON_FOR: Duration = Duration::from_hours(1);

/// Citations whose sources' past is read together.
const JUDGED_AT_ONCE: usize = 128;

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
    documents: Arc<[ReadDocument]>,
    config: Config,
    mode: Mode,
    which: Which,
    plan: Plan,
    bound: Arc<Bound>,
    looker: Arc<Looker>,
    started: Timestamp,
}

/// Reads a document and what it claims; what is wrong with it is said as of the day of the clock.
pub(crate) fn parse(input: &Input, config: &Config) -> (Document, Claims) {
    let document = intake::parsed(input);
    let mut claims = citation::claims(&document, &input.text);
    let today = TimeZone::UTC.to_datetime(clock::now()).date();
    claims.findings.extend(claims.citations.iter().filter_map(|citation| citation::on_the_day(citation, today)));
    claims.findings.sort_by_key(|finding| (finding.place, finding.code));
    claims.silenced += silence(&document, input, config).hush(&mut claims.findings);
    if let Some(lead) = input.on_disk.leads(&input.text) {
        claims.lead(lead);
    }
    (document, claims)
}

/// What the writer of a document and the configuration want to be silent about.
fn silence(document: &Document, input: &Input, config: &Config) -> Silence {
    let mut silence = document.silence.clone();
    for which in config.ignored_in(&input.path) {
        silence.add(which);
    }
    silence
}

/// Reads a document, and keeps of it what a check needs.
pub(crate) fn read(input: Input, texts: Texts, config: &Config) -> ReadDocument {
    let mut document = intake::parsed(&input);
    let lead = input.on_disk.leads(&input.text);
    let mut citations = Parts::default();
    let mut others = citation::each_citation(&document, &input.text, |mut citation| {
        if let Some(lead) = &lead {
            citation.lead(lead);
        }
        citations.push(citation);
    });
    let mut silence = silence(&document, &input, config);
    others.silenced += silence.hush(&mut others.findings);
    if let Some(lead) = &lead {
        others.lead(lead);
        silence.lead(lead);
    }
    drop(lead);
    let title = document.title.take();
    drop(document);
    let sha256 = digest(&input.text);
    // A place is not underlined in a text whose bytes are not those of the file.
    let text = (texts == Texts::Kept && input.on_disk == OnDisk::AsRead).then_some(input.text);
    let Others { quotes, findings, silenced } = others;
    tracing::debug!(path = input.path, citations = citations.len(), quotes = quotes.len(), "a document is read");
    let path = input.path;
    ReadDocument { path, sha256, format: input.format, title, text, citations, quotes, findings, silence, silenced }
}

/// Checks documents: looks, asks archives, judges, and keeps what was found.
pub(crate) async fn check(check: Check) -> anyhow::Result<(Checked, Arc<[ReadDocument]>)> {
    pass(check).await.map_err(told)
}

/// SHA-256 of a text, lower-case hexadecimal.
pub(crate) fn digest(text: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(text.as_bytes()))
}

/// Judges documents by what the store holds, and keeps nothing of it; gives the store back.
pub(crate) async fn judged(check: Check) -> anyhow::Result<(Report, Store)> {
    let started = clock::now();
    let run = begun(check.mode, started);
    let pass = Pass::new(check, &run);
    let judged = pass.judge(vec![None; pass.plan.sources.len()]).await.map_err(told)?;
    let info = RunInfo { id: run.id, started, finished: clock::now(), version: run.version, mode: pass.mode };
    let looker = Arc::into_inner(pass.looker).expect("every task of the pass has ended");
    Ok((judged.draft.finish(info, Vec::new()), looker.store))
}

fn begun(mode: Mode, started: Timestamp) -> Run {
    Run {
        id: uuid::Uuid::new_v4().to_string(),
        started,
        finished: None,
        mode: mode.as_str().to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    }
}

/// A failure of the store says what was being done, and not yet that it failed.
fn told(error: anyhow::Error) -> anyhow::Error {
    match error.downcast::<StoreError>() {
        Ok(error) => anyhow::anyhow!("failed to {error}"),
        Err(other) => other,
    }
}

async fn pass(check: Check) -> anyhow::Result<(Checked, Arc<[ReadDocument]>)> {
    let started = clock::now();
    let run = begun(check.mode, started);
    let killed = check.store.unfinished_run(&run.mode, started - GOES_ON_FOR).await?;
    let alive = check.store.begin_run(&run).await?;
    if let Some(before) = &killed {
        tracing::info!(begun = %before.started, "this run goes on from one that did not come to its end");
    }
    let due_at = killed.map_or(started, |killed| killed.started);
    let mut watcher = check.watcher.clone();
    let pass = Pass::new(check, &run);
    let wishes = pass.wishes(due_at).await?;
    let Some(facts) = pass.look(&wishes, due_at).await? else {
        pass.looker.store.forget_run(&run.id).await?;
        return Ok((Checked::NoNetwork, pass.end(alive).await?));
    };
    let looked_at = wishes.len();
    drop(wishes);
    tracing::debug!("the sources are looked at");
    let Judged { draft, refusing, next } = pass.judge(facts).await?;
    tracing::debug!("the documents are judged");
    let scheduled = (pass.which == Which::Due).then_some(Scheduled { looked_at, next });
    watcher.extend(refusing.into_iter().map(Illness::ArchiveRefuses));
    pass.tell_waits();
    let info = RunInfo { id: run.id, started, finished: clock::now(), version: run.version, mode: pass.mode };
    let told = kept::keep(&pass.looker.store, draft.finish(info, watcher)).await?;
    tracing::debug!("the report is kept");
    let stopped = pass.looker.stop.asked();
    let documents = pass.end(alive).await?;
    Ok((Checked::Done { told: Box::new(told), stopped, scheduled }, documents))
}

impl Pass {
    fn new(check: Check, run: &Run) -> Self {
        let Check { documents, config, mode, which, fetcher, store, recorder, events, stop, watcher: _ } = check;
        let plan = plan::plan(documents.iter().map(|document| document.citations.iter()), &config);
        let bound = Arc::new(Bound::of(&documents, &plan));
        tracing::debug!(sources = plan.sources.len(), "the looks are planned");
        let per_host = config.fetch.per_host;
        let looker = Arc::new(Looker {
            run: run.id.clone(),
            fetcher,
            store,
            reader: Reader::new(),
            recorder,
            events,
            stop,
            probes: Probes::default(),
            led: Led::default(),
            fallen: Fallen::default(),
            at_once: config.fetch.concurrency,
            looks_a_host: per_host.concurrency,
            delay: Duration::from_secs_f64(1.0 / per_host.requests_per_second),
        });
        Self { documents: documents.into(), config, mode, which, plan, bound, looker, started: run.started }
    }

    /// Brings evidence, store and run to their end.
    async fn end(self, alive: Alive) -> anyhow::Result<Arc<[ReadDocument]>> {
        let looker = Arc::into_inner(self.looker).expect("every task of the pass has ended");
        looker.recorder.finish().await?;
        looker.store.close().await;
        drop(alive);
        Ok(self.documents)
    }

    /// What is to be looked at. What was looked at for a schedule is due no more, so that a run that was killed is gone on
    /// from without its help.
    async fn wishes(&self, due_at: Timestamp) -> anyhow::Result<Vec<Wish>> {
        match self.which {
            Which::All if due_at == self.started => Ok(due::all(&self.plan, due_at)),
            Which::All => due::going_on(&self.looker, &self.plan, due_at, self.started).await,
            Which::Due => due::due_now(&self.looker, &self.plan, &self.config, self.started).await,
        }
    }

    /// Looks at the sources; none where nothing answered.
    async fn look(&self, wishes: &[Wish], due_at: Timestamp) -> anyhow::Result<Option<Facts>> {
        let sources = self.plan.sources.len();
        tracing::info!(documents = self.documents.len(), sources, due = wishes.len(), "a run begins to look");
        self.looker.tell(Event::Planned { sources: wishes.len() });
        let second = match self.which {
            Which::All => SecondLook::UnlessSeenSince(due_at),
            Which::Due => SecondLook::ByTheSchedule,
        };
        let (documents, plan, bound) = (&self.documents, &self.plan, &self.bound);
        Ok(match self.mode {
            Mode::Live if wishes.is_empty() => Some(vec![None; sources]),
            Mode::Live => match self.looker.look_at(documents, plan, bound, wishes, second).await? {
                Ended::Looked(facts) => Some(facts),
                Ended::NoNetwork => None,
            },
            Mode::Replay => Some(self.looker.replay(documents, plan, bound).await?),
            Mode::Offline => Some(vec![None; sources]),
        })
    }

    fn tell_waits(&self) {
        if let Some(fetcher) = &self.looker.fetcher {
            let (requests, time) = fetcher.waited();
            self.looker.tell(Event::Waited { requests, time });
        }
    }

    /// The documents as judged: one after another, some citations at a time, with the past of their sources from the store
    /// and the pages as read in this run, else as kept.
    async fn judge(&self, mut facts: Facts) -> anyhow::Result<Judged> {
        let mut reading = Reading {
            looker: &self.looker,
            documents: &self.documents,
            plan: &self.plan,
            bound: &self.bound,
            config: &self.config,
            confirmation: self.confirmation(),
            // A replay is of the day of its records, whatever the clock says.
            until: (self.mode != Mode::Replay).then(clock::now),
            linked: None,
            rendered: None,
            shared: None,
        };
        let alone = self.which == Which::All && self.mode != Mode::Replay && self.config.archives.is_empty();
        let survey = if alone && reading.judging(&facts, self.started).all_stand() {
            None
        } else {
            Some(reading.survey(&mut facts, self.started).await?)
        };
        let shared = shared::targets(&self.plan, &facts);
        reading.shared = Some(&shared);
        let newest = survey.as_ref().and_then(|survey| survey.seen_at.iter().flatten().max().copied());
        let now = match self.mode {
            Mode::Live | Mode::Offline => clock::now(),
            // The day of a recording is that of its last look: a replay says the same on every other day.
            Mode::Replay => newest.unwrap_or(self.started),
        };
        let linked = match &survey {
            Some(survey) => self.linked(&reading, survey, &facts, now).await?,
            None => Linked::new(),
        };
        reading.linked = Some(&linked);
        let rendered = match &survey {
            Some(survey) => rendered::look(&reading, survey, &facts, self.started, self.mode).await?,
            None => Rendered::new(),
        };
        reading.rendered = Some(&rendered);
        let (archived, refusing) = match &survey {
            Some(survey) => self.ask_around(&reading, survey, &mut facts, now).await?,
            None => (Archives::new(), Vec::new()),
        };
        let mut draft = Draft::default();
        for document in 0..self.documents.len() {
            let searched = match &survey {
                Some(_) => reading.judging(&facts, now).searched(document),
                None => HashMap::new(),
            };
            self.judge_document(&reading, document, &searched, &archived, &mut facts, now, &mut draft).await?;
        }
        Ok(Judged { draft, refusing, next: survey.and_then(|survey| survey.next) })
    }

    /// The documents that cited pages link, where the policy follows them.
    async fn linked(
        &self,
        reading: &Reading<'_>,
        survey: &Survey,
        facts: &Facts,
        now: Timestamp,
    ) -> anyhow::Result<Linked> {
        if self.config.policy.follow_documents == 0 {
            return Ok(Linked::new());
        }
        let missing = reading.judging(facts, now).missing_on_pages(survey);
        let wanted = linked::wanted(reading, &missing, facts, self.started).await?;
        linked::look(&self.looker, &self.documents, wanted, self.mode).await
    }

    /// Holds quotes that are missing against other sources, and asks archives; gives what they told, and which refuse us.
    async fn ask_around(
        &self,
        reading: &Reading<'_>,
        survey: &Survey,
        facts: &mut Facts,
        now: Timestamp,
    ) -> anyhow::Result<(Archives, Vec<String>)> {
        let missing = reading.judging(facts, now).missing_elsewhere(survey);
        elsewhere::look_elsewhere(&self.looker, &self.plan, &missing, &self.documents, facts, reading.until).await?;
        let from = match self.mode {
            Mode::Live | Mode::Replay => {
                From::Archives(archive::Archives::new(&self.config.archives, self.config.archiving.near))
            }
            Mode::Offline => From::Store,
        };
        let asked =
            if self.config.archives.is_empty() { BTreeMap::new() } else { reading.judging(facts, now).asked(survey) };
        // What was not due is not asked about again either.
        let (new, old): (BTreeMap<_, _>, BTreeMap<_, _>) =
            asked.into_iter().partition(|(_, need)| self.which == Which::All || need.seen_at >= Some(self.started));
        let mut archived = self.looker.ask_archives(&from, &self.documents, new).await?;
        archived.extend(self.looker.ask_archives(&From::Store, &self.documents, old).await?);
        let refusing = match &from {
            From::Archives(asked) => asked.refusing(),
            From::Store => Vec::new(),
        };
        Ok((archived, refusing))
    }

    #[expect(clippy::too_many_arguments, reason = "all that was found out comes together here")]
    async fn judge_document(
        &self,
        reading: &Reading<'_>,
        document: usize,
        searched: &HashMap<usize, Vec<usize>>,
        archived: &Archives,
        facts: &mut Facts,
        now: Timestamp,
        draft: &mut Draft,
    ) -> anyhow::Result<()> {
        let read = &self.documents[document];
        let ReadDocument { path, format, title, findings, silenced, sha256, .. } = read;
        let (path, format, title, findings) = (path.clone(), *format, title.clone(), findings.clone());
        let head = Head { path, format, title, findings, sha256: sha256.clone(), silenced: *silenced };
        draft.begin(head, read.silence.clone());
        let mut citations = read.citations.iter().enumerate();
        let mut quotes = (0..read.quotes.len()).peekable();
        loop {
            let some: Vec<(usize, Citation)> = citations.by_ref().take(JUDGED_AT_ONCE).collect();
            let at = |citation: usize| CitationRef { document, citation };
            let source_of = |citation: usize| match &self.plan.targets[document][citation] {
                Target::Source(source) => Some(*source),
                Target::Skipped(_) => None,
            };
            let sources: BTreeSet<usize> = some.iter().filter_map(|(citation, _)| source_of(*citation)).collect();
            let sources: Vec<usize> = sources.into_iter().collect();
            let mut histories = reading.histories(&sources, facts).await?;
            let judging = reading.judging(facts, now);
            let last = |source: usize| sources.binary_search(&source).ok().and_then(|at| histories[at].last());
            let cited = some.iter().map(|(citation, cited)| (at(*citation), cited));
            let changed = judging.changed(cited, archived, last);
            let looker = &self.looker;
            looker.more_past(&self.plan, &sources, &changed, reading.until, &mut histories).await?;
            let ended = some.is_empty();
            judging.ready_quotes(document, &mut quotes, searched, draft, archived);
            for (citation, cited) in some {
                let source = source_of(citation).and_then(|source| sources.binary_search(&source).ok());
                let history = source.map_or(&[][..], |source| &histories[source]);
                draft.citation(judging.citation(at(citation), cited, history, archived));
                judging.ready_quotes(document, &mut quotes, searched, draft, archived);
            }
            if ended {
                return Ok(());
            }
        }
    }

    fn confirmation(&self) -> Confirmation {
        match (self.mode, self.which) {
            (Mode::Replay, _) => Confirmation::OneLook,
            (Mode::Live | Mode::Offline, Which::All) => Confirmation::TwoLooks,
            (Mode::Live | Mode::Offline, Which::Due) => plan::due::confirmation(self.config.schedule.confirm),
        }
    }
}

/// What judging came to.
struct Judged {
    draft: Draft,
    /// Archives that refuse us.
    refusing: Vec<String>,
    /// When something is due again, where that is known.
    next: Option<Timestamp>,
}
