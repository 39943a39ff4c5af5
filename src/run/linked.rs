//! The documents that cited pages link as their own, looked at for the quotes that the pages do not hold. One step: what
//! a document links is not followed.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::Timestamp;
use url::Url;

use super::due::all;
use super::elsewhere::kept_page;
use super::event::Event;
use super::judging::is_live;
use super::looking::{Ended, Looker, SecondLook, first_impression};
use super::work::{PageFacts, QuoteRef, ReadDocument, Seen, Source};
use crate::config::{Config, Expect};
use crate::locator::host;
use crate::page::LinkedBy;
use crate::plan::{self, Plan};
use crate::report::Mode;

/// Documents that one run looks at: far more than its quotes need, and a bound on pages that are lists of them.
const MOST_IN_RUN: usize = 200;

/// A document that a cited page links.
#[derive(Debug)]
pub(crate) struct LinkedPage {
    /// Where it was found.
    pub(crate) url: String,
    /// The page that links it.
    pub(crate) page: String,
    /// What it says, and the quotes that were looked for in it.
    pub(crate) facts: PageFacts,
}

/// The documents of each source, by its index in the plan.
pub(crate) type Linked = HashMap<usize, Vec<LinkedPage>>;

/// Documents to look at.
#[derive(Debug, Default)]
pub(crate) struct Wanted {
    /// Each once, with the quotes that are missing on the pages that link it.
    documents: Vec<Source>,
    /// Which pages link it: of a source of the plan, and its address.
    linked_by: Vec<Vec<(usize, String)>>,
    /// Whether one of those pages was looked at in this run.
    fresh: Vec<bool>,
}

/// What the pages of the plan link, for the quotes that are bound to them and stand in none of their sources.
pub(crate) fn wanted(
    missing: &BTreeMap<usize, BTreeSet<QuoteRef>>,
    (plan, seen): (&Plan, &[Seen]),
    config: &Config,
    started: Timestamp,
) -> Wanted {
    let cited: BTreeSet<&str> = plan.sources.iter().map(|source| source.url.as_str()).collect();
    let mut wanted = Wanted::default();
    for (source, quotes) in missing {
        let Some((facts, look)) = seen[*source].facts.as_ref().zip(seen[*source].history.last()) else { continue };
        let Some(page) = look.answer().and_then(|answer| Url::parse(&answer.final_url).ok()) else { continue };
        let followed = |url: &Url, by: LinkedBy| {
            let own = by == LinkedBy::Metadata || host::lane(url) == host::lane(&page);
            let skipped = config.rule_for(url).is_some_and(|rule| rule.expect == Some(Expect::Skip));
            // A document that is cited itself is another source: the words stand elsewhere.
            own && !skipped && !cited.contains(url.as_str())
        };
        let linked = facts.page.documents.iter();
        let urls = linked.filter_map(|linked| Some((plan::fetchable(&linked.url).ok()?, linked.by)));
        let urls = urls.filter(|(url, by)| followed(url, *by)).take(config.policy.follow_documents);
        for (url, _) in urls {
            wanted.add(url, quotes, (*source, page.to_string()), look.observed_at >= started);
        }
    }
    wanted
}

impl Wanted {
    fn add(&mut self, url: Url, quotes: &BTreeSet<QuoteRef>, page: (usize, String), fresh: bool) {
        let known = self.documents.iter().position(|document| document.url == url);
        let at = match known {
            Some(at) => at,
            None if self.documents.len() == MOST_IN_RUN => return,
            None => {
                self.documents.push(Source { url, quotes: Vec::new() });
                self.linked_by.push(Vec::new());
                self.fresh.push(false);
                self.documents.len() - 1
            }
        };
        self.documents[at].quotes.extend(quotes);
        self.documents[at].quotes.sort_unstable();
        self.documents[at].quotes.dedup();
        self.linked_by[at].push(page);
        self.fresh[at] |= fresh;
    }
}

/// Looks at the documents as at every other source; those of pages that were not looked at now are taken from the store.
pub(crate) async fn look(
    looker: &std::sync::Arc<Looker>,
    documents: &[ReadDocument],
    wanted: Wanted,
    mode: Mode,
) -> anyhow::Result<Linked> {
    let fresh = wanted.documents.iter().zip(&wanted.fresh).filter(|(_, fresh)| **fresh || mode == Mode::Replay);
    let fresh: Vec<Source> = fresh.map(|(document, _)| document.clone()).collect();
    let mut read = match mode {
        _ if fresh.is_empty() => HashMap::new(),
        Mode::Live => {
            looker.tell(Event::Planned { sources: fresh.len() });
            let wishes = all(&fresh, crate::clock::now());
            match looker.look_at(documents, &fresh, &wishes, SecondLook::ByTheSchedule).await? {
                Ended::Looked(facts) => facts,
                Ended::NoNetwork => HashMap::new(),
            }
        }
        Mode::Replay => looker.replay(documents, &fresh).await?,
        Mode::Offline => HashMap::new(),
    };
    let urls: Vec<&str> = wanted.documents.iter().map(|document| document.url.as_str()).collect();
    let mut seen = looker.store.observed(&urls, 1, Timestamp::MAX).await?;
    let mut linked = Linked::new();
    for (document, pages) in wanted.documents.iter().zip(wanted.linked_by) {
        let url = document.url.as_str();
        let history = seen.remove(url).unwrap_or_default();
        let facts = match read.remove(url) {
            Some(facts) => Some(facts),
            None => kept_page(looker, documents, document, &history).await?,
        };
        let Some((facts, look)) = facts.zip(history.last()) else { continue };
        let Some(answer) = look.answer().filter(|_| is_live(&first_impression(look, Some(&facts)))) else { continue };
        for (source, page) in pages {
            let known = LinkedPage { url: answer.final_url.clone(), page, facts: facts.clone() };
            linked.entry(source).or_default().push(known);
        }
    }
    Ok(linked)
}
