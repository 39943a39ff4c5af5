//! The documents that cited pages link as their own, looked at for the quotes that the pages do not hold. One step: what
//! a document links is not followed.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use jiff::Timestamp;
use url::Url;

use super::Ground;
use super::elsewhere::kept_page;
use super::left_over::was_seen_since;
use crate::config::Expect;
use crate::locator::host;
use crate::observation::Observation;
use crate::page::LinkedBy;
use crate::plan::{self, Plan, Source, Targets};
use crate::report::Mode;
use crate::run::due::all;
use crate::run::event::Event;
use crate::run::facts::{Facts, PageFacts};
use crate::run::looking::{Ended, Looker, SecondLook};
use crate::run::past;
use crate::run::work::{Bound, Missing, QuoteRef, ReadDocument};
use crate::verdict::Confirmation;
use crate::verdict::source::{self, Quotes, SourceFacts};

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
    pub(crate) facts: Arc<PageFacts>,
}

/// The documents of each source, by its index in the plan.
pub(crate) type Linked = HashMap<usize, Vec<LinkedPage>>;

/// Documents to look at.
#[derive(Debug, Default)]
pub(crate) struct Wanted {
    documents: Vec<Document>,
}

/// A document to look at.
#[derive(Debug)]
struct Document {
    url: Url,
    /// The quotes that are missing on the pages that link it.
    quotes: BTreeSet<QuoteRef>,
    /// Which pages link it: of a source of the plan, and its address.
    linked_by: Vec<(usize, String)>,
    /// Whether one of those pages was looked at in this run, or since the document was.
    fresh: bool,
}

/// What the pages of the plan link, for the quotes that are bound to them and stand in none of their sources.
pub(crate) async fn wanted(ground: &Ground<'_>, missing: &Missing<usize>, facts: &Facts) -> anyhow::Result<Wanted> {
    let Ground { plan, config, looker, started, until, .. } = *ground;
    let cited: BTreeSet<&str> = plan.sources.urls().collect();
    let mut wanted = Wanted::default();
    for (source, quotes) in missing.iter() {
        let Some(facts) = facts.get(source).filter(|facts| !facts.documents().is_empty()) else { continue };
        let looks = past::looks(&looker.tools.store, plan, &[source], Confirmation::OneLook, until).await?;
        let Some(look) = looks.first().and_then(|history| history.last()) else { continue };
        let Some(page) = look.answer().and_then(|answer| Url::parse(&answer.final_url).ok()) else { continue };
        let followed = |url: &Url, by: LinkedBy| {
            let own = by == LinkedBy::Metadata || host::lane(url) == host::lane(&page);
            let skipped = config.rule_for(url).is_some_and(|rule| rule.expect == Some(Expect::Skip));
            // A document that is cited itself is another source: the words stand elsewhere.
            own && !skipped && !cited.contains(url.as_str())
        };
        let linked = facts.documents().iter();
        let urls = linked.filter_map(|linked| Some((plan::fetchable(&linked.url).ok()?, linked.by)));
        let urls = urls.filter(|(url, by)| followed(url, *by)).take(config.policy.follow_documents);
        for (url, _) in urls.collect::<Vec<_>>() {
            let fresh = look.observed_at >= started
                || !was_seen_since(&looker.tools.store, url.as_str(), look.observed_at).await?;
            wanted.add(url, quotes, (source, page.to_string()), fresh);
        }
    }
    Ok(wanted)
}

impl Wanted {
    fn add(&mut self, url: Url, quotes: &[QuoteRef], page: (usize, String), fresh: bool) {
        let known = self.documents.iter().position(|document| document.url == url);
        let at = match known {
            Some(at) => at,
            None if self.documents.len() == MOST_IN_RUN => return,
            None => {
                let document = Document { url, quotes: BTreeSet::new(), linked_by: Vec::new(), fresh: false };
                self.documents.push(document);
                self.documents.len() - 1
            }
        };
        let document = &mut self.documents[at];
        document.quotes.extend(quotes);
        document.linked_by.push(page);
        document.fresh |= fresh;
    }
}

/// Looks at the documents as at every other source; those of pages that were not looked at now are taken from the store.
pub(crate) async fn look(
    looker: &Arc<Looker>,
    documents: &Arc<[ReadDocument]>,
    wanted: Wanted,
    mode: Mode,
) -> anyhow::Result<Linked> {
    let mut read = looked_at(looker, documents, &wanted, mode).await?;
    let urls: Vec<&str> = wanted.documents.iter().map(|document| document.url.as_str()).collect();
    let mut seen = looker.tools.store.observed(&urls, 1, Timestamp::MAX).await?;
    let mut linked = Linked::new();
    for document in wanted.documents {
        let url = document.url.as_str();
        let history = seen.remove(url).unwrap_or_default();
        let quotes: Vec<QuoteRef> = document.quotes.iter().copied().collect();
        let facts = if let Some(facts) = read.remove(url) {
            Some(facts)
        } else {
            kept_page(looker, documents, url, &quotes, &history).await?.map(Arc::from)
        };
        let Some((facts, look)) = facts.zip(history.last()) else { continue };
        let Some(answer) = look.answer().filter(|_| is_there(look, &facts)) else { continue };
        for (source, page) in document.linked_by {
            let known = LinkedPage { url: answer.final_url.clone(), page, facts: Arc::clone(&facts) };
            linked.entry(source).or_default().push(known);
        }
    }
    Ok(linked)
}

/// Looks at the documents of pages that were looked at in this run; gives what was read, by address.
async fn looked_at(
    looker: &Arc<Looker>,
    documents: &Arc<[ReadDocument]>,
    wanted: &Wanted,
    mode: Mode,
) -> anyhow::Result<HashMap<String, Arc<PageFacts>>> {
    let fresh = wanted.documents.iter().filter(|document| document.fresh || mode == Mode::Replay);
    let fresh: Vec<&Document> = fresh.collect();
    if fresh.is_empty() || mode == Mode::Offline {
        return Ok(HashMap::new());
    }
    let sources = fresh.iter().map(|document| Source { url: document.url.as_str().into(), rule: None }).collect();
    let plan = Plan { sources, targets: Targets::default() };
    let bound =
        fresh.iter().enumerate().flat_map(|(at, document)| document.quotes.iter().map(move |quote| (at, *quote)));
    let bound = Arc::new(Bound::from(bound.collect(), fresh.len()));
    let read = if mode == Mode::Replay {
        looker.replay(documents, &plan, &bound).await?
    } else {
        looker.tell(Event::Planned { sources: fresh.len() });
        let wishes = all(&plan, crate::clock::now());
        match looker.look_at(documents, &plan, &bound, wishes, SecondLook::ByTheSchedule).await? {
            Ended::Looked(facts) => facts,
            Ended::Ill(_) => return Ok(HashMap::new()),
        }
    };
    let known = fresh.iter().enumerate().filter_map(|(at, document)| Some((document.url.to_string(), read.get(at)?)));
    Ok(known.collect())
}

/// Whether a document is there, by one look.
fn is_there(look: &Observation, facts: &PageFacts) -> bool {
    let verdict = source::judge(&SourceFacts {
        history: std::slice::from_ref(look),
        page: Some(&facts.page()),
        quotes: if facts.proves_life() { Quotes::Found } else { Quotes::Unasked },
        shared: None,
        expect: None,
        confirmation: Confirmation::OneLook,
        now: look.observed_at,
    });
    verdict.is_live()
}
