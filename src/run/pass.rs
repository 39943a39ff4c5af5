//! The stages of a pass, each with what the ones before it gave.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use super::Check;
use super::beyond::Ground;
use super::beyond::captures::From;
use super::beyond::earlier;
use super::beyond::elsewhere;
use super::beyond::linked::{self, Linked};
use super::beyond::rendered;
use super::due::{self, Which, Wish};
use super::event::Event;
use super::facts::Facts;
use super::holds::Holds;
use super::judging::{Archives, Survey};
use super::looking::{Ended, Learnt, Looker, Pace, SecondLook, Tools};
use super::past::{self, History};
use super::scheduled::Calendar;
use super::shared::{Landed, Shared};
use super::survey::Reading;
use super::work::{Bound, CitationRef, ReadDocument};
use crate::archive;
use crate::citation::Citation;
use crate::clock;
use crate::config::Config;
use crate::observation::Observation;
use crate::plan::{self, Plan};
use crate::reader::Reader;
use crate::report::draft::Draft;
use crate::report::{Head, Illness, Mode};
use crate::store::{Alive, Run};
use crate::verdict::Confirmation;

/// Citations whose sources' past is read together.
const JUDGED_AT_ONCE: usize = 128;

/// One pass under way.
pub(super) struct Pass {
    pub(super) documents: Arc<[ReadDocument]>,
    pub(super) config: Config,
    pub(super) mode: Mode,
    pub(super) which: Which,
    pub(super) plan: Plan,
    pub(super) bound: Arc<Bound>,
    pub(super) looker: Arc<Looker>,
    pub(super) started: Timestamp,
}

/// What judging came to.
pub(super) struct Judged {
    pub(super) draft: Draft,
    /// Of archives that gave nothing.
    pub(super) illnesses: Vec<Illness>,
    /// When something is due again, where that is known.
    pub(super) next: Option<Timestamp>,
}

impl Pass {
    pub(super) fn new(check: Check, run: &Run) -> Self {
        let Check { documents, config, mode, which, fetcher, store, recorder, events, stop, watcher: _ } = check;
        let plan = plan::plan(documents.iter().map(|document| document.citations.iter()), &config);
        let bound = Arc::new(Bound::of(&documents, &plan));
        tracing::debug!(sources = plan.sources.len(), "the looks are planned");
        let per_host = config.fetch.per_host;
        let pace = Pace {
            at_once: config.fetch.concurrency,
            looks_a_host: per_host.concurrency,
            delay: Duration::from_secs_f64(1.0 / per_host.requests_per_second),
        };
        let tools = Tools { fetcher, store, reader: Reader::new(), recorder, events, stop };
        let looker = Arc::new(Looker { run: run.id.clone(), tools, pace, learnt: Learnt::default() });
        Self { documents: documents.into(), config, mode, which, plan, bound, looker, started: run.started }
    }

    /// Brings evidence, store and run to their end.
    pub(super) async fn end(self, alive: Alive) -> anyhow::Result<Arc<[ReadDocument]>> {
        let looker = Arc::into_inner(self.looker).expect("every task of the pass has ended");
        looker.tools.recorder.finish().await?;
        looker.tools.store.close().await;
        drop(alive);
        Ok(self.documents)
    }

    /// What is to be looked at. What was looked at for a schedule is due no more, so that a run that was killed is gone on
    /// from without its help.
    pub(super) async fn wishes(&self, due_at: Timestamp) -> anyhow::Result<Vec<Wish>> {
        match self.which {
            Which::All if due_at == self.started => Ok(due::all(&self.plan, due_at)),
            Which::All => due::going_on(&self.looker.tools.store, &self.plan, due_at, self.started).await,
            Which::Due => self.calendar().due_now().await,
        }
    }

    /// Looks at the sources.
    pub(super) async fn look(&self, wishes: Vec<Wish>, due_at: Timestamp) -> anyhow::Result<Ended> {
        let sources = self.plan.sources.len();
        tracing::info!(documents = self.documents.len(), sources, due = wishes.len(), "a run begins to look");
        self.looker.tell(Event::Planned { sources: wishes.len() });
        let second = match self.which {
            Which::All => SecondLook::UnlessSeenSince(due_at),
            Which::Due => SecondLook::ByTheSchedule,
        };
        let (documents, plan, bound) = (&self.documents, &self.plan, &self.bound);
        Ok(match self.mode {
            Mode::Live if wishes.is_empty() => Ended::Looked(Facts::of(sources)),
            Mode::Live => self.looker.look_at(documents, plan, bound, wishes, second).await?,
            Mode::Replay => Ended::Looked(self.looker.replay(documents, plan, bound).await?),
            Mode::Offline => Ended::Looked(Facts::of(sources)),
        })
    }

    fn ground(&self) -> Ground<'_> {
        Ground {
            looker: &self.looker,
            documents: &self.documents,
            plan: &self.plan,
            config: &self.config,
            mode: self.mode,
            started: self.started,
            // A replay is of the day of its records, whatever the clock says.
            until: (self.mode != Mode::Replay).then(clock::now),
        }
    }

    pub(super) fn tell_waits(&self) {
        if let Some(fetcher) = &self.looker.tools.fetcher {
            let (requests, time) = fetcher.waited();
            self.looker.tell(Event::Waited { requests, time });
        }
    }

    /// The documents as judged: one after another, some citations at a time, with the past of their sources from the store
    /// and the pages as read in this run, else as kept.
    pub(super) async fn judge(&self, mut facts: Facts) -> anyhow::Result<Judged> {
        let mut reading = self.reading();
        let (survey, shared) = self.survey(&reading, &mut facts).await?.unzip();
        let shared = shared.unwrap_or_else(|| Landed::by_pages(&self.plan, &facts).shared(&self.plan));
        reading.shared = Some(&shared);
        let now = self.now(survey.as_ref());
        let Some(survey) = survey else {
            let draft = self.drafted(&reading, None, &Archives::new(), &mut facts, now).await?;
            return Ok(Judged { draft, illnesses: Vec::new(), next: None });
        };
        let linked = self.linked(&reading, &survey, &facts, now).await?;
        reading.linked = Some(&linked);
        let rendered = {
            let judging = reading.judging(&facts, self.started);
            let thought = |source, history: &[Observation]| judging.source(source, history);
            rendered::look(&reading.ground, judging.missing_by_source(), &survey.live, &thought).await?
        };
        reading.rendered = Some(&rendered);
        let missing = reading.judging(&facts, now).missing_by_source();
        let earlier = earlier::look(&reading.ground, &missing).await?;
        reading.earlier = Some(&earlier);
        let (archived, illnesses) = Box::pin(self.ask_around(&reading, &survey, &mut facts, now)).await?;
        let draft = self.drafted(&reading, Some(&survey), &archived, &mut facts, now).await?;
        let compared = match self.which {
            Which::Due => self.calendar().next(&survey.compared, &shared).await?,
            Which::All => None,
        };
        Ok(Judged { draft, illnesses, next: survey.next.into_iter().chain(compared).min() })
    }

    fn calendar(&self) -> Calendar<'_> {
        let store = &self.looker.tools.store;
        Calendar::of(store, &self.documents, &self.plan, &self.bound, &self.config, self.started)
    }

    fn reading(&self) -> Reading<'_> {
        Reading {
            ground: self.ground(),
            bound: &self.bound,
            confirmation: self.confirmation(),
            linked: None,
            rendered: None,
            shared: None,
            earlier: None,
        }
    }

    /// What is known of every source; none where every quote stands and nobody else asks, so that each citation can be judged
    /// by itself. With which of them led to one address.
    async fn survey(&self, reading: &Reading<'_>, facts: &mut Facts) -> anyhow::Result<Option<(Survey, Shared)>> {
        // Where pages led is known of those that were looked at; without the network all of it is in the store.
        let alone = self.which == Which::All && self.mode == Mode::Live && self.config.archives.is_empty();
        if alone && reading.judging(facts, self.started).all_stand() {
            return Ok(None);
        }
        Ok(Some(reading.survey(facts).await?))
    }

    /// The time of the judgement.
    fn now(&self, survey: Option<&Survey>) -> Timestamp {
        match self.mode {
            Mode::Live | Mode::Offline => clock::now(),
            // The day of a recording is that of its last look: a replay says the same on every other day.
            Mode::Replay => {
                let newest = survey.and_then(|survey| survey.seen_at.iter().flatten().max().copied());
                newest.unwrap_or(self.started)
            }
        }
    }

    /// Judges the documents one after another.
    async fn drafted(
        &self,
        reading: &Reading<'_>,
        survey: Option<&Survey>,
        archived: &Archives,
        facts: &mut Facts,
        now: Timestamp,
    ) -> anyhow::Result<Draft> {
        let mut draft = Draft::default();
        for document in 0..self.documents.len() {
            let searched = match survey {
                Some(_) => reading.judging(facts, now).searched(document),
                None => HashMap::new(),
            };
            self.judge_document(reading, document, &searched, archived, facts, now, &mut draft).await?;
        }
        Ok(draft)
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
        let wanted = linked::wanted(&reading.ground, &missing, facts).await?;
        linked::look(&self.looker, &self.documents, wanted, self.mode).await
    }

    /// Holds quotes that are missing against other sources, and asks archives; gives what they told, and which gave nothing.
    async fn ask_around(
        &self,
        reading: &Reading<'_>,
        survey: &Survey,
        facts: &mut Facts,
        now: Timestamp,
    ) -> anyhow::Result<(Archives, Vec<Illness>)> {
        let missing = reading.judging(facts, now).missing_elsewhere(survey);
        elsewhere::look_elsewhere(&self.looker, &self.plan, &missing, &self.documents, facts, reading.ground.until)
            .await?;
        let from = match self.mode {
            Mode::Live | Mode::Replay => {
                From::Archives(archive::Archives::new(&self.config.archives, self.config.archiving.near))
            }
            Mode::Offline => From::Store,
        };
        let searched = match &from {
            From::Archives(_) => None,
            From::Store => Some(self.looker.tools.store.searched().await?),
        };
        if let From::Archives(archives) = &from {
            Holds::keep_to(archives, self.looker.fetcher(), &self.looker.tools.store).await?;
        }
        let asked = reading.judging(facts, now).asked(survey, searched);
        // What was not due is not asked about again either, unless the run that it was due in did not come to that.
        let (mut new, mut old) = (BTreeMap::new(), BTreeMap::new());
        for (asked, need) in asked {
            let is_new = self.which == Which::All
                || need.seen_at >= Some(self.started)
                || self.looker.is_left_over(&from, &asked, &need).await?;
            if is_new { &mut new } else { &mut old }.insert(asked, need);
        }
        let mut archived = self.looker.ask_archives(&from, &self.documents, new).await?;
        archived.extend(self.looker.ask_archives(&From::Store, &self.documents, old).await?);
        let illnesses = match &from {
            From::Archives(asked) => {
                let refusing = asked.refusing().into_iter().map(Illness::ArchiveRefuses);
                let failing = asked.failing().into_iter();
                let failing = failing.map(|(archive, why)| Illness::ArchiveFails(archive, why.to_owned()));
                let not_found = asked.not_found().into_iter().map(Illness::ArchiveNotFound);
                refusing.chain(failing).chain(not_found).collect()
            }
            From::Store => Vec::new(),
        };
        Ok((archived, illnesses))
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
            let source_of = |citation: usize| self.plan.targets.source(document, citation);
            let sources: BTreeSet<usize> = some.iter().filter_map(|(citation, _)| source_of(*citation)).collect();
            let sources: Vec<usize> = sources.into_iter().collect();
            let mut histories = reading.histories(&sources, facts).await?;
            let judging = reading.judging(facts, now);
            let last = |source: usize| sources.binary_search(&source).ok().and_then(|at| histories[at].last());
            let cited = some.iter().map(|(citation, cited)| (at(*citation), cited));
            let mut wanted = judging.changed(cited, archived, last);
            wanted.extend(past::never_there(&self.plan, &sources, reading.shared, &histories));
            let (store, until) = (&self.looker.tools.store, reading.ground.until);
            past::more_looks(store, &self.plan, &sources, &wanted, reading.shared, until, &mut histories).await?;
            let (ended, never) = (some.is_empty(), History::default());
            judging.ready_quotes(document, &mut quotes, searched, draft, archived);
            for (citation, cited) in some {
                let source = source_of(citation).and_then(|source| sources.binary_search(&source).ok());
                let history = source.map_or(&never, |source| &histories[source]);
                draft.citation(judging.citation(at(citation), cited, history, archived));
                judging.ready_quotes(document, &mut quotes, searched, draft, archived);
            }
            if ended {
                return Ok(());
            }
        }
    }

    fn scheduled(&self) -> Confirmation {
        plan::due::confirmation(self.config.schedule.confirm)
    }

    fn confirmation(&self) -> Confirmation {
        match (self.mode, self.which) {
            (Mode::Replay, _) => Confirmation::OneLook,
            // What the schedule confirmed stays so, for whoever asks the store, and what it did not stays open.
            (Mode::Offline, Which::All) => plan::due::kept_confirmation(&self.config.schedule),
            (Mode::Live, Which::All) => Confirmation::TwoLooks,
            (Mode::Live | Mode::Offline, Which::Due) => self.scheduled(),
        }
    }
}
