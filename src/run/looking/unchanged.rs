//! Pages that are as they were: what the last whole reading of a page found, kept and used again.
//!
//! A server that tells versions apart is asked for a change only. Where it says that there is none, nothing is parsed,
//! folded or searched: the page's facts and the matches of its quotes are those of the last reading. Quotes that are new
//! since then are looked for in the kept text.

use std::collections::{HashMap, HashSet, VecDeque};
use std::time::Duration;

use futures_util::{Stream, stream};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Looker;
use crate::citation::QuoteKind;
use crate::clock;
use crate::fetch::Known;
use crate::observation::Observation;
use crate::packed;
use crate::page::Page;
use crate::quote_match::QuoteMatch;
use crate::reader::{EXTRACTOR, MATCHER, Passage};
use crate::run::work::{PageRead, QuoteRef};
use crate::store::{DueSource, KnownSource, NewReading, SourceId};
use crate::verdict::quote::Trust;

/// A server that says 304 for ever, rightly or not, is asked for the whole page once in so long.
const WHOLE_AFTER: Duration = Duration::from_hours(30 * 24);

/// Sources of one host whose readings are fetched at once, by one statement: a kilobyte each, and a host may have thousands.
const AT_ONCE: usize = 20;

/// Matches kept with a page. Documents that cite one page are checked by turns; what was edited away goes in time.
const MATCHES_KEPT: usize = 256;

/// What a page was found to say, and how to ask whether it still does.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Reading {
    pub(crate) known: Known,
    /// Its texts left out.
    page: Page,
    trust: Trust,
    found: Vec<Found>,
}

#[derive(Debug, Clone, Deserialize)]
struct Found {
    text: String,
    kind: QuoteKind,
    in_page: QuoteMatch,
}

/// A [`Reading`] as it is written.
#[derive(Serialize)]
struct ReadingWritten<'a> {
    known: &'a Known,
    page: &'a Page,
    trust: Trust,
    found: Vec<FoundWritten<'a>>,
}

#[derive(Serialize)]
struct FoundWritten<'a> {
    text: &'a str,
    kind: QuoteKind,
    in_page: &'a QuoteMatch,
}

/// What a look at an unchanged page came to.
pub(crate) struct Unchanged {
    pub(crate) facts: PageRead,
    /// What is to be kept of it.
    pub(crate) reading: NewReading,
}

/// The due sources of a host, each with its last reading where a change of it can be asked for.
pub(crate) struct Queue {
    rest: Rest,
    ready: VecDeque<(DueSource, String, Option<Box<Reading>>)>,
}

/// What is not asked for yet: of a plain check all is due at one moment, which then stands once.
enum Rest {
    AtOnce(Timestamp, std::vec::IntoIter<SourceId>),
    Each(std::vec::IntoIter<DueSource>),
}

impl Rest {
    fn of(due: Vec<DueSource>) -> Self {
        match due.first().map(|first| first.due_at) {
            Some(moment) if due.iter().all(|due| due.due_at == moment) => {
                let sources: Vec<SourceId> = due.iter().map(|due| due.source).collect();
                Self::AtOnce(moment, sources.into_iter())
            }
            _ => Self::Each(due.into_iter()),
        }
    }

    fn next(&mut self) -> Option<DueSource> {
        match self {
            Self::AtOnce(due_at, sources) => sources.next().map(|source| DueSource { source, due_at: *due_at }),
            Self::Each(due) => due.next(),
        }
    }
}

impl Queue {
    pub(crate) fn new(due: Vec<DueSource>) -> Self {
        Self { rest: Rest::of(due), ready: VecDeque::new() }
    }

    /// The sources and their addresses, in the order due.
    pub(crate) fn sources(
        self,
        looker: &Looker,
    ) -> impl Stream<Item = anyhow::Result<(DueSource, String, Option<Box<Reading>>)>> {
        stream::try_unfold(self, move |mut queue: Self| async move {
            let next = queue.next(looker).await?;
            Ok(next.map(|next| (next, queue)))
        })
    }

    async fn next(&mut self, looker: &Looker) -> anyhow::Result<Option<(DueSource, String, Option<Box<Reading>>)>> {
        let due: Vec<DueSource> = if self.ready.is_empty() {
            std::iter::from_fn(|| self.rest.next()).take(AT_ONCE).collect()
        } else {
            Vec::new()
        };
        if !due.is_empty() {
            let ids: Vec<_> = due.iter().map(|due| due.source).collect();
            let mut known = looker.tools.store.sources(&ids, EXTRACTOR, MATCHER).await?;
            for due in due {
                let Some(KnownSource { url, reading }) = known.remove(&due.source) else {
                    anyhow::bail!("failed to read a source from the store: it is not there any more")
                };
                let reading = match reading {
                    Some(json) => usable(looker, &json).await?,
                    None => None,
                };
                self.ready.push_back((due, url, reading));
            }
        }
        Ok(self.ready.pop_front())
    }
}

/// A reading that may be asked by: one that is not too old and, where evidence is kept, one whose page the evidence
/// holds, so that a replay can answer.
async fn usable(looker: &Looker, json: &str) -> anyhow::Result<Option<Box<Reading>>> {
    // A reading of another version of citewatch is made anew.
    let Ok(reading) = serde_json::from_str::<Box<Reading>>(json) else { return Ok(None) };
    let age = clock::now().duration_since(reading.known.read_at);
    if age.is_negative() || age.unsigned_abs() >= WHOLE_AFTER {
        return Ok(None);
    }
    let holds = looker.tools.recorder.holds(&reading.known.url, reading.known.read_at).await?;
    Ok(holds.then_some(reading))
}

/// What an answer to a question for a change comes to.
pub(crate) enum Same {
    /// The page is as it was.
    Page(Box<Unchanged>),
    /// It is not, or nothing was asked for.
    No,
    /// It is as it was, and its text is needed and cannot be read any more.
    Lost,
}

/// What an unchanged page is found to say, if this is one.
pub(crate) async fn unchanged(
    looker: &Looker,
    url: &str,
    observation: &Observation,
    reading: Option<Box<Reading>>,
    quotes: &[QuoteRef],
    words: &[Passage],
) -> anyhow::Result<Same> {
    let (Some(mut reading), Some(answer)) = (reading, observation.answer()) else { return Ok(Same::No) };
    if answer.unchanged_since.is_none() {
        return Ok(Same::No);
    }
    let new = reading.lacks(words);
    let searched = !new.is_empty();
    if searched {
        let text = looker.tools.store.text(url).await?.filter(|text| text.digest == answer.sha256);
        let Some(text) = text else { return Ok(Same::Lost) };
        let found = looker.tools.reader.find(text.page, new.clone()).await;
        reading.add(new, found);
    }
    let kept = if searched { reading.to_keep() } else { NewReading::Stays };
    let matches = reading.matches(quotes, words);
    let trust = reading.trust.after(&reading.page, matches.iter().map(|(_, found)| found));
    let facts = PageRead::again(reading.page, trust, matches);
    Ok(Same::Page(Box::new(Unchanged { facts, reading: kept })))
}

/// What is to be kept of a page that was read whole, in which just these passages were looked for.
pub(crate) fn new_reading(observation: &Observation, facts: Option<&PageRead>, words: &[Passage]) -> NewReading {
    // What a server says while the page is not there says nothing of the page.
    if observation.answer().is_none_or(|answer| answer.status != 200) {
        return NewReading::Stays;
    }
    let whole = facts.filter(|facts| facts.page.cut_short.is_none());
    let (Some(known), Some(facts)) = (Known::of(observation), whole) else { return NewReading::Goes };
    let spare = words.len().min(facts.matches.len()).saturating_sub(MATCHES_KEPT);
    let found = words.iter().zip(&facts.matches).skip(spare);
    let found = found.map(|(words, (_, in_page))| FoundWritten { text: &words.text, kind: words.kind, in_page });
    to_keep(&ReadingWritten { known: &known, page: &facts.page, trust: facts.trust, found: found.collect() })
}

fn to_keep(reading: &ReadingWritten<'_>) -> NewReading {
    NewReading::Is(crate::store::Reading {
        digest: reading.known.sha256.clone(),
        extractor: EXTRACTOR,
        matcher: MATCHER,
        json: packed::json(reading),
    })
}

impl Reading {
    fn to_keep(&self) -> NewReading {
        let found = self
            .found
            .iter()
            .map(|Found { text, kind, in_page }| FoundWritten { text, kind: *kind, in_page })
            .collect();
        to_keep(&ReadingWritten { known: &self.known, page: &self.page, trust: self.trust, found })
    }

    /// Passages that were not looked for, each once.
    fn lacks(&self, words: &[Passage]) -> Vec<Passage> {
        let mut known: HashSet<(&str, QuoteKind)> = self.found.iter().map(Found::key).collect();
        words.iter().filter(|passage| known.insert((&passage.text, passage.kind))).cloned().collect()
    }

    fn add(&mut self, words: Vec<Passage>, found: Vec<QuoteMatch>) {
        let new = words.into_iter().zip(found).map(|(Passage { text, kind }, in_page)| Found { text, kind, in_page });
        self.found.extend(new);
        let spare = self.found.len().saturating_sub(MATCHES_KEPT);
        self.found.drain(..spare);
    }

    fn matches(&self, quotes: &[QuoteRef], words: &[Passage]) -> Vec<(QuoteRef, QuoteMatch)> {
        let known: HashMap<(&str, QuoteKind), &QuoteMatch> =
            self.found.iter().map(|found| (found.key(), &found.in_page)).collect();
        let found = |(at, passage): (&QuoteRef, &Passage)| {
            Some((*at, (*known.get(&(passage.text.as_str(), passage.kind))?).clone()))
        };
        quotes.iter().zip(words).filter_map(found).collect()
    }
}

impl Found {
    fn key(&self) -> (&str, QuoteKind) {
        (&self.text, self.kind)
    }
}
