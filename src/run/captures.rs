//! Asks archives for the captures of what is cited, and reads them where the live page does not hold a quote.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use futures_util::{StreamExt, TryStreamExt, stream};
use jiff::Timestamp;
use url::Url;

use super::event::Event;
use super::looking::{Looker, enrolment};
use super::work::{PageFacts, QuoteRef, ReadDocument, passages};
use crate::archive::{Archives, Depth};
use crate::clock;
use crate::observation::capture::{Capture, CaptureSearch};
use crate::reader::EXTRACTOR;
use crate::store;

/// A search that found captures is not made again for so long: captures of the past stay where they are.
const SEARCH_HOLDS: Duration = Duration::from_hours(30 * 24);

/// Captures of one source that are read for its quotes: the nearest before the anchor and the nearest after.
const CAPTURES_READ: usize = 2;

/// What is asked of archives: a URL, and the date near which.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Asked {
    pub(crate) url: String,
    pub(crate) anchor: Option<Timestamp>,
}

/// Why it is asked.
#[derive(Debug, Clone, Default)]
pub(crate) struct Need {
    /// The live page is gone or withheld, or lacks a quote: every interface is tried.
    pub(crate) thorough: bool,
    /// Quotes that the live page does not hold.
    pub(crate) quotes: Vec<QuoteRef>,
    /// When the source was last looked at, if it was.
    pub(crate) seen_at: Option<Timestamp>,
}

/// What archives told, and what the captures that were read hold.
#[derive(Debug, Clone, Default)]
pub(crate) struct Archived {
    pub(crate) search: CaptureSearch,
    /// In the order read.
    pub(crate) read: Vec<(Capture, PageFacts)>,
}

/// Where captures come from.
#[derive(Debug)]
pub(crate) enum From {
    /// The archives, through the fetcher.
    Archives(Archives),
    /// The store only.
    Store,
}

impl Looker {
    /// Asks for every source; the answers are kept in the store.
    pub(crate) async fn ask_archives(
        &self,
        from: &From,
        documents: &[ReadDocument],
        asked: BTreeMap<Asked, Need>,
    ) -> anyhow::Result<HashMap<Asked, Archived>> {
        self.tell(Event::AskingArchives { sources: asked.len() });
        stream::iter(asked)
            .map(|(asked, need)| async move {
                let archived = self.ask_one(from, documents, &asked, &need).await?;
                self.tell(Event::AskedArchive);
                Ok((asked, archived))
            })
            .buffer_unordered(self.at_once.max(1))
            .try_collect()
            .await
    }

    async fn ask_one(
        &self,
        from: &From,
        documents: &[ReadDocument],
        asked: &Asked,
        need: &Need,
    ) -> anyhow::Result<Archived> {
        let search = self.search(from, asked, need).await?;
        let captures = match &search {
            CaptureSearch::Found(captures) => captures.clone(),
            CaptureSearch::None | CaptureSearch::Excluded | CaptureSearch::Unknown(_) | CaptureSearch::NotAsked => {
                Vec::new()
            }
        };
        let (mut missing, mut read) = (need.quotes.clone(), Vec::new());
        for capture in captures.into_iter().take(CAPTURES_READ) {
            if missing.is_empty() || self.stop.asked().is_some() {
                break;
            }
            if let Some(facts) = self.read_capture(from, documents, &capture, &missing).await? {
                missing.retain(|quote| !facts.matches.get(quote).is_some_and(|found| found.class.is_sound()));
                read.push((capture, facts));
            }
        }
        Ok(Archived { search, read })
    }

    async fn search(&self, from: &From, asked: &Asked, need: &Need) -> anyhow::Result<CaptureSearch> {
        let url = Url::parse(&asked.url)?;
        let kept = self.store.captures(&asked.url, asked.anchor).await?;
        let From::Archives(archives) = from else {
            return Ok(kept.map_or(CaptureSearch::NotAsked, |(_, search)| search));
        };
        if let Some((at, search @ CaptureSearch::Found(_))) = kept
            && clock::now().duration_since(at).unsigned_abs() < SEARCH_HOLDS
        {
            return Ok(search);
        }
        let depth = if need.thorough { Depth::Thorough } else { Depth::Nearest };
        let Some(captures) = self.unless_stopped(archives.captures(self.fetcher(), &url, asked.anchor, depth)).await
        else {
            return Ok(CaptureSearch::Unknown("the run was stopped before the archives had answered".to_owned()));
        };
        self.recorder.keep(captures.exchanges).await?;
        let source = self.store.know(&[enrolment(&url)]).await?[0];
        self.store.keep_captures(source, asked.anchor, clock::now(), &captures.search).await?;
        Ok(captures.search)
    }

    /// What it comes to, unless a signal comes first.
    async fn unless_stopped<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        tokio::select! {
            biased;
            _ = self.stop.wait() => None,
            done = work => Some(done),
        }
    }

    /// A capture does not change: what was read of it once is taken from the store.
    async fn read_capture(
        &self,
        from: &From,
        documents: &[ReadDocument],
        capture: &Capture,
        quotes: &[QuoteRef],
    ) -> anyhow::Result<Option<PageFacts>> {
        let address = capture.raw_url.as_deref().unwrap_or(&capture.url);
        let url = Url::parse(address)?;
        let words = passages(documents, quotes);
        let kept = self.store.seen(url.as_str()).await?;
        let memento = kept.filter(is_memento).and_then(|seen| seen.text);
        if let Some(text) = memento.filter(|text| text.extractor == EXTRACTOR) {
            let matches = self.reader.find(text.page.clone(), words).await;
            return Ok(Some(PageFacts::keep(text.page, quotes, matches)));
        }
        match from {
            From::Store => Ok(None),
            From::Archives(archives) => {
                let raw = self.unless_stopped(archives.raw(self.fetcher(), capture)).await;
                let Some(raw) = raw.flatten() else { return Ok(None) };
                let facts = self.aside(&url, raw.look, quotes, words).await?;
                // Without the date of a memento the answer is the archive's own page, not a capture.
                Ok(facts.filter(|_| raw.captured_at.is_some()))
            }
        }
    }
}

/// Whether the last answer of an archive was a capture, whatever its status.
fn is_memento(seen: &store::Seen) -> bool {
    seen.last.answer().is_some_and(|answer| answer.header("memento-datetime").is_some())
}
