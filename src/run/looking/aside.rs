//! Looks that no lease belongs to: in recorded files, or at a capture.
//!
//! Nobody has to be gentle with a file: sources stand side by side, as many as there are processors, and their records
//! share commits.

use std::sync::Arc;

use futures_util::{StreamExt, stream};
use url::Url;

use super::reading::first_impression;
use super::{Looker, enrolment, request};
use crate::fetch::{Look, Room};
use crate::plan::Plan;
use crate::reader::Passage;
use crate::run::event::{Event, Went};
use crate::run::facts::{Facts, PageFacts};
use crate::run::work::{Bound, QuoteRef, ReadDocument, passages};
use crate::store::{Enrolment, NewReading, Record, Slot, SourceId, Then};
use crate::verdict::SourceVerdict;

/// Looks read ahead of the processors that read them, so that none of those waits.
const AHEAD: usize = 2;

/// Records that wait for their commit: more than a batch of the store, so that each commit is of a whole one.
const RECORDS: usize = 512;

/// A look that was read, and is not recorded.
#[derive(Debug)]
struct Read {
    record: Record,
    exchanges: Vec<crate::observation::exchange::Exchange>,
    facts: Option<Box<PageFacts>>,
    verdict: SourceVerdict,
    went: Went,
    /// What the bytes and texts count for until they are recorded.
    room: Option<Arc<Room>>,
}

/// Who was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whom {
    /// A cited source, whose host may be asked about it.
    Source,
    /// An archive.
    Archive,
}

impl Looker {
    /// Looks at the sources of a plan in recorded files: no frontier, no pace, one answer for both looks.
    pub(crate) async fn replay(
        self: &Arc<Self>,
        documents: &[ReadDocument],
        plan: &Plan,
        bound: &Bound,
    ) -> anyhow::Result<Facts> {
        let known = self.tools.store.know(plan.sources.urls().map(enrolment)).await?;
        let processors = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        let running = known.into_iter().enumerate().take_while(|_| self.tools.stop.asked().is_none());
        let read = stream::iter(running).map(|(place, id)| {
            let (pass, quotes) = (Arc::clone(self), bound.to(place).to_vec());
            let (url, words) = (plan.sources.url(place).to_owned(), passages(documents, &quotes));
            let task = tokio::spawn(async move {
                let look = pass.fetcher().look(&request(Url::parse(&url)?)).await;
                pass.read_aside(id, look, &quotes, words, Whom::Source).await
            });
            async move { (place, joined(task.await)) }
        });
        let recorded = read.buffer_unordered(processors * AHEAD).map(|(place, read)| async move {
            anyhow::Ok((place, self.record_aside(plan.sources.url(place), read?).await?))
        });
        let mut recorded = recorded.buffer_unordered(RECORDS);
        let mut facts = Facts::of(plan.sources.len());
        while let Some(done) = recorded.next().await {
            let (place, read) = done?;
            if let Some(page) = read {
                facts.keep(place, *page);
            }
        }
        Ok(facts.settle())
    }

    /// Reads and records a look at `url`.
    pub(crate) async fn aside(
        &self,
        url: &Url,
        look: Look,
        quotes: &[QuoteRef],
        words: Vec<Passage>,
    ) -> anyhow::Result<(SourceVerdict, Option<Box<PageFacts>>)> {
        self.aside_as(enrolment(url.as_str()), look, quotes, words).await
    }

    /// The same where the store knows what was looked at by another name than its address.
    pub(crate) async fn aside_as(
        &self,
        source: Enrolment,
        look: Look,
        quotes: &[QuoteRef],
        words: Vec<Passage>,
    ) -> anyhow::Result<(SourceVerdict, Option<Box<PageFacts>>)> {
        let url = source.url.clone();
        let source = self.tools.store.know([source]).await?[0];
        let read = self.read_aside(source, look, quotes, words, Whom::Archive).await?;
        let seems = read.verdict.clone();
        Ok((seems, self.record_aside(&url, read).await?))
    }

    async fn read_aside(
        &self,
        source: SourceId,
        mut look: Look,
        quotes: &[QuoteRef],
        words: Vec<Passage>,
        whom: Whom,
    ) -> anyhow::Result<Read> {
        let (text, facts) = self.read(&mut look, quotes, &words).await;
        if whom == Whom::Source {
            self.learnt.led.note(&mut look.observation);
            self.doubt(&mut look, text.as_ref()).await?;
        }
        let Look { observation, exchanges, room, .. } = look;
        let verdict = first_impression(&observation, facts.as_ref());
        let went = Went::of(&observation);
        let (slot, reading, then) = (Slot::Replayed, NewReading::Stays, Then::Settled);
        let record = Record { run: self.run.clone(), source, slot, observation, text, reading, then, held: None };
        let facts = facts.map(|read| Box::new(read.into()));
        Ok(Read { record, exchanges, facts, verdict, went, room })
    }

    async fn record_aside(&self, url: &str, read: Read) -> anyhow::Result<Option<Box<PageFacts>>> {
        self.tools.recorder.keep(read.exchanges).await?;
        self.tools.store.record(read.record).await?;
        drop(read.room);
        self.tell(Event::Looked { url: url.to_owned(), availability: read.verdict.availability, went: read.went });
        Ok(read.facts)
    }
}

fn joined<T>(done: Result<T, tokio::task::JoinError>) -> T {
    match done {
        Ok(done) => done,
        Err(failure) => std::panic::resume_unwind(failure.into_panic()),
    }
}
