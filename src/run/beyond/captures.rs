//! Asks archives for the captures of what is cited, and reads them where the live page does not hold a quote or is to be
//! compared with them.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use futures_util::{StreamExt, TryStreamExt, stream};
use jiff::Timestamp;
use url::Url;

use crate::archive::{self, Archives, Raw, Shown};
use crate::clock;
use crate::fetch::Fetcher;
use crate::observation::Observation;
use crate::observation::capture::{Capture, CaptureSearch, Depth};
use crate::page::{Page, Signs};
use crate::quote_match::MatchClass;
use crate::reader::{EXTRACTOR, Passage};
use crate::run::event::Event;
use crate::run::facts::PageFacts;
use crate::run::looking::reading::first_impression;
use crate::run::looking::{Looker, enrolment};
use crate::run::work::{CitationRef, PageRead, QuoteRef, ReadDocument, passages};
use crate::store::{self, KeptSearch, Store};
use crate::verdict::{CapturedPage, source};

/// A search that found captures is not made again for so long: captures of the past stay where they are.
const SEARCH_HOLDS: Duration = Duration::from_hours(30 * 24);

/// A search near a day of which captures may still be made holds for so long.
const RECENT_SEARCH_HOLDS: Duration = Duration::from_hours(7 * 24);

/// Why no capture is left.
pub(crate) const FALLEN: &str = "what archives have are captures of error pages, walls or other notices";

/// Searches at once where nobody is asked: more than a batch of the store, so that each commit is of a whole one.
const IN_FILES: usize = 512;

/// Captures of one source that are read for its quotes: the first, and up to three neighbours where it lacks them.
pub(crate) const CAPTURES_READ: usize = 4;

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
    /// The live page is to be compared with the capture.
    pub(crate) compare: bool,
    /// Whether archives are searched at all, or only what the entries name is read.
    pub(crate) search: bool,
    /// The captures that the entries name themselves: they are cited as well.
    pub(crate) named: Vec<Capture>,
    /// Quotes that the live page does not hold.
    pub(crate) quotes: Vec<QuoteRef>,
    /// The same by the citation that they are bound to.
    pub(crate) missing: HashMap<CitationRef, Vec<QuoteRef>>,
    /// When the source was last looked at, if it was.
    pub(crate) seen_at: Option<Timestamp>,
}

/// What archives told, and what the captures that were read hold.
#[derive(Debug, Clone, Default)]
pub(crate) struct Archived {
    pub(crate) search: CaptureSearch,
    /// In the order read.
    pub(crate) read: Vec<(Capture, PageFacts)>,
    /// Those of them that show the page, in the same order.
    pub(crate) pages: Vec<CapturedPage>,
    /// The quotes that they were read for, by the citation that they are bound to.
    pub(crate) missing: HashMap<CitationRef, Vec<QuoteRef>>,
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
        // What an archive allows in a run goes first to what needs it most.
        let mut asked: Vec<(Asked, Need)> = asked.into_iter().collect();
        asked.sort_by_key(|(_, need)| !need.thorough);
        stream::iter(asked)
            .map(|(asked, need)| async move {
                let archived = Box::pin(self.ask_one(from, documents, &asked, &need)).await?;
                self.tell(Event::AskedArchive);
                Ok((asked, Archived { missing: need.missing, ..archived }))
            })
            .buffer_unordered(if self.tools.fetcher.as_ref().is_none_or(Fetcher::is_replay) {
                IN_FILES
            } else {
                self.pace.at_once.max(1)
            })
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
        let Archived { mut read, mut pages, .. } = Box::pin(self.read_named(from, documents, need)).await?;
        let Searched { search, depth, mut fetched, reused } = self.search(from, asked, need).await?;
        let (search, mut at) = (with_those_named(search, &read), read.len());
        let CaptureSearch::Found(mut captures) = search else { return Ok(Archived { search, ..Archived::default() }) };
        let holds = |facts: &PageFacts, quote: QuoteRef| facts.class(quote).is_some_and(MatchClass::is_sound);
        let mut missing = need.quotes.clone();
        missing.retain(|quote| !read.iter().any(|(_, facts)| holds(facts, *quote)));
        let named = captures.len();
        captures.retain(|capture| !self.learnt.fallen.has(capture));
        let (first, mut hidden) = (at, 0);
        let may_go_on = |read: usize, hidden: usize| {
            read < CAPTURES_READ && hidden <= CAPTURES_READ && self.tools.stop.asked().is_none()
        };
        while at < captures.len() && may_go_on(read.len(), hidden) {
            // What readers are sent to in the place of a page that says nothing is read, whatever is looked for.
            let is_wanted = !missing.is_empty() || (need.compare || need.thorough) && at == 0;
            if !is_wanted && at > 0 {
                break;
            }
            let capture = captures[at].clone();
            if reused && self.strays(&capture, asked).await? {
                captures.retain(|other| *other != capture);
                continue;
            }
            let raw = fetched.take().filter(|(of, _)| *of == capture).map(|(_, raw)| raw);
            let seen = if is_wanted || raw.is_some() || captures.len() < named {
                self.read_capture(from, documents, &capture, raw, &missing).await?
            } else if reused {
                Box::pin(self.known(from, documents, &capture)).await?
            } else {
                ReadCapture::Hidden
            };
            match seen {
                ReadCapture::Facts(facts, page) if is_wanted => {
                    pages.extend(page.map(|page| *page));
                    missing.retain(|quote| !holds(&facts, *quote));
                    // Others of the same bytes say the same.
                    captures.retain(|other| *other == capture || !is_of_one_payload(other, &capture));
                    at = captures.iter().position(|other| *other == capture).unwrap_or(at);
                    read.push((capture, *facts));
                }
                ReadCapture::Falls => {
                    // Others of the same bytes are no pages either.
                    captures.retain(|other| *other != capture && !self.learnt.fallen.has(other));
                    if at == first {
                        // The nearest before the date comes first, and what fell was that.
                        let rest = archive::choose(captures.split_off(at), asked.anchor);
                        captures.extend(rest);
                    }
                    continue;
                }
                ReadCapture::Hidden => hidden += 1,
                ReadCapture::Facts(..) => {}
            }
            at += 1;
        }
        let fallen = captures.len() < named;
        let search = Some(captures).filter(|captures| !captures.is_empty()).map(CaptureSearch::Found);
        let search = search.unwrap_or_else(|| CaptureSearch::Unknown(FALLEN.to_owned()));
        if fallen {
            self.keep_search(asked, depth, &search).await?;
        }
        if fallen && (reused || !need.thorough) && matches!(search, CaptureSearch::Unknown(_)) {
            // All that a TimeGate named, or an earlier run kept, is no page; the index may list one that is.
            let need = Need { thorough: true, ..need.clone() };
            return Box::pin(self.ask_one(from, documents, asked, &need)).await;
        }
        Ok(Archived { search: first_with_the_words(search, &read, &need.quotes), read, pages, ..Archived::default() })
    }

    /// Reads the captures that entries name themselves, as far as they are there.
    async fn read_named(&self, from: &From, documents: &[ReadDocument], need: &Need) -> anyhow::Result<Archived> {
        let mut archived = Archived::default();
        for capture in need.named.iter().take(CAPTURES_READ) {
            if self.tools.stop.asked().is_some() {
                break;
            }
            let seen = self.read_capture(from, documents, capture, None, &need.quotes).await?;
            if let ReadCapture::Facts(facts, page) = seen {
                archived.pages.extend(page.map(|page| *page));
                archived.read.push((capture.clone(), *facts));
            }
        }
        Ok(archived)
    }

    /// Whether what was kept of a capture that was named before says that it is of another page, or of none.
    async fn strays(&self, capture: &Capture, asked: &Asked) -> anyhow::Result<bool> {
        let url = Url::parse(capture.raw_url.as_deref().unwrap_or(&capture.url))?;
        let (seen, page) = (self.tools.store.seen(url.as_str()).await?, Url::parse(&asked.url)?);
        Ok(seen.is_some_and(|seen| archive::strays(capture, &seen.last, &page)))
    }

    /// What is known of a capture that was named before and in which nothing is looked for: whether it says that it is none,
    /// by the rules of today.
    async fn known(&self, from: &From, documents: &[ReadDocument], capture: &Capture) -> anyhow::Result<ReadCapture> {
        let url = Url::parse(capture.raw_url.as_deref().unwrap_or(&capture.url))?;
        match self.tools.store.seen(url.as_str()).await?.filter(is_page) {
            Some(seen) if shows_no_page(&seen.last) || archive::leads_astray(capture, &seen.last) => {
                Ok(ReadCapture::Falls)
            }
            Some(_) => Ok(ReadCapture::Hidden),
            None => self.read_capture(from, documents, capture, None, &[]).await,
        }
    }

    /// What is known of captures, and the first of them where it was fetched to know it.
    async fn search(&self, from: &From, asked: &Asked, need: &Need) -> anyhow::Result<Searched> {
        if !need.search {
            return Ok(Searched::kept(CaptureSearch::NotAsked, Depth::Nearest));
        }
        let url = Url::parse(&asked.url)?;
        let kept = self.tools.store.captures(&asked.url, asked.anchor).await?;
        let From::Archives(archives) = from else {
            let (search, found_at) = match kept {
                Some(kept) => (kept.search, kept.searched_at),
                None => (self.near_another_date(asked).await?, clock::now()),
            };
            let search = own(search, &url, found_at).unwrap_or_else(|| CaptureSearch::Unknown(FALLEN.to_owned()));
            return Ok(Searched::kept(search, Depth::Nearest));
        };
        let depth = if need.thorough { Depth::Thorough } else { Depth::Nearest };
        let is_own = |kept: &KeptSearch| {
            own(kept.search.clone(), &url, kept.searched_at).is_some_and(|search| search == kept.search)
        };
        let kept = kept.filter(is_own);
        if let Some(kept) = kept.clone().filter(|kept| holds(kept, asked, depth, archives.near())) {
            return Ok(Searched::kept(kept.search, kept.depth));
        }
        if archives.are_asked_about(&url) {
            self.tell(Event::AsksArchive { url: asked.url.clone() });
        }
        let Some(captures) = self.tools.stop.or(archives.captures(self.fetcher(), &url, asked.anchor, depth)).await
        else {
            let stopped = "the run was stopped before the archives had answered";
            return Ok(Searched::kept(CaptureSearch::Unknown(stopped.to_owned()), depth));
        };
        self.tools.recorder.keep(captures.exchanges).await?;
        self.learnt.holds.note(archives, self.fetcher(), &self.tools.store).await?;
        // Captures stay where they are, whoever gives no answer today.
        let found_before = kept.filter(|kept| matches!(kept.search, CaptureSearch::Found(_)));
        if let (CaptureSearch::Unknown(_), Some(kept)) = (&captures.search, found_before) {
            return Ok(Searched::kept(kept.search, kept.depth));
        }
        self.keep_search(asked, depth, &captures.search).await?;
        Ok(Searched { search: captures.search, depth, fetched: captures.read, reused: false })
    }

    /// The captures that were found near other dates of the source: a date that was written anew does not unmake them.
    async fn near_another_date(&self, asked: &Asked) -> anyhow::Result<CaptureSearch> {
        let kept = self.tools.store.captures_near_any_date(&asked.url).await?;
        let mut captures: Vec<Capture> = Vec::new();
        for capture in kept.iter().flat_map(|kept| kept.search.captures()) {
            if !captures.iter().any(|known| known.url == capture.url) {
                captures.push(capture.clone());
            }
        }
        if captures.is_empty() {
            return Ok(kept.into_iter().next().map_or(CaptureSearch::NotAsked, |latest| latest.search));
        }
        Ok(CaptureSearch::Found(archive::choose(captures, asked.anchor)))
    }

    async fn keep_search(&self, asked: &Asked, depth: Depth, search: &CaptureSearch) -> anyhow::Result<()> {
        let source = self.tools.store.know([enrolment(Url::parse(&asked.url)?.as_str())]).await?[0];
        Ok(self.tools.store.keep_captures(source, asked.anchor, clock::now(), depth, search).await?)
    }

    /// A capture does not change: what was read of it once is taken from the store; what another version read of it, only where
    /// it cannot be had again.
    async fn read_capture(
        &self,
        from: &From,
        documents: &[ReadDocument],
        capture: &Capture,
        raw: Option<Raw>,
        quotes: &[QuoteRef],
    ) -> anyhow::Result<ReadCapture> {
        let address = capture.raw_url.as_deref().unwrap_or(&capture.url);
        let url = Url::parse(address)?;
        let words = passages(documents, quotes);
        let seen = self.tools.store.seen(url.as_str()).await?.filter(is_page);
        if seen.as_ref().is_some_and(|seen| archive::leads_astray(capture, &seen.last)) {
            return Ok(ReadCapture::Falls);
        }
        let said_none = seen.as_ref().is_some_and(|seen| shows_no_page(&seen.last));
        let kept = seen.and_then(|store::Seen { last, text }| Some((last, text?)));
        let is_current = kept.as_ref().is_some_and(|(_, text)| text.extractor == EXTRACTOR);
        let raw = match (from, raw) {
            (From::Archives(_), _) if is_current => None,
            (From::Archives(_), Some(raw)) => Some(raw),
            (From::Archives(archives), None) => {
                self.tools.stop.or(archives.raw(self.fetcher(), capture)).await.flatten()
            }
            (From::Store, _) => None,
        };
        let Some(raw) = raw else {
            // What cannot be read again is judged by what was read of it, or by what it showed, when it was.
            return Ok(match kept {
                Some((last, text)) => self.kept_capture(capture, &last, text.page, quotes, words).await,
                None if said_none => ReadCapture::Falls,
                None => ReadCapture::Hidden,
            });
        };
        let (shown, is_listed) = (raw.shown(), raw.is_payload_of(capture));
        let (seems, facts) = self.aside(&url, raw.look, quotes, words).await?;
        Ok(match (shown, facts) {
            // A page that says that it is none, with the status of one, was captured as readily.
            (Shown::Page, _) if seems.shows_no_page() => {
                if is_listed {
                    self.learnt.fallen.add(capture);
                }
                ReadCapture::Falls
            }
            (Shown::Page, Some(facts)) => {
                let looks = self.tools.store.observed(&[url.as_str()], 1, Timestamp::MAX).await?.remove(url.as_str());
                let look = looks.and_then(|mut looks| looks.pop());
                let signs = look.as_ref().and_then(|look| look.answer()?.signs.as_deref());
                let page = look.as_ref().zip(signs).and_then(|(look, signs)| captured_page(capture, look, signs));
                ReadCapture::Facts(facts, page)
            }
            (Shown::Other, _) => ReadCapture::Falls,
            (Shown::Page | Shown::Nothing, _) => ReadCapture::Hidden,
        })
    }

    /// A capture as the store keeps it, held against the quotes.
    async fn kept_capture(
        &self,
        capture: &Capture,
        last: &Observation,
        page: Page,
        quotes: &[QuoteRef],
        words: Vec<Passage>,
    ) -> ReadCapture {
        let signs = last.answer().and_then(|answer| answer.signs.as_deref());
        let shown = signs.and_then(|signs| captured_page(capture, last, signs));
        let matches = self.tools.reader.find(page.clone(), words).await;
        let read = PageRead::keep(page, quotes, matches);
        if first_impression(last, Some(&read)).shows_no_page() {
            return ReadCapture::Falls;
        }
        ReadCapture::Facts(Box::new(read.into()), shown)
    }
}

/// What a capture of a page was read to be, as far as the store knows one that shows it; first those that are `named`.
pub(crate) async fn known_page(store: &Store, page: &Url, named: &[Capture]) -> anyhow::Result<Option<CapturedPage>> {
    let kept = store.captures_near_any_date(page.as_str()).await?;
    let found = kept.into_iter().filter_map(|kept| own(kept.search, page, kept.searched_at));
    let found: Vec<Capture> = found.flat_map(|search| search.captures().to_vec()).collect();
    for capture in named.iter().chain(&found) {
        let url = Url::parse(capture.raw_url.as_deref().unwrap_or(&capture.url))?;
        let looks = store.observed(&[url.as_str()], 1, Timestamp::MAX).await?.remove(url.as_str());
        let last = looks.and_then(|mut looks| looks.pop()).filter(is_of_page);
        let shown = last.and_then(|last| captured_page(capture, &last, last.answer()?.signs.as_deref()?));
        if let Some(shown) = shown {
            return Ok(Some(*shown));
        }
    }
    Ok(None)
}

/// What a search came to.
#[derive(Debug)]
struct Searched {
    search: CaptureSearch,
    /// How much was asked for it.
    depth: Depth,
    /// The first capture, where it was fetched to know that it is one.
    fetched: Option<(Capture, Raw)>,
    /// Whether it is one of an earlier run.
    reused: bool,
}

impl Searched {
    fn kept(search: CaptureSearch, depth: Depth) -> Self {
        Self { search, depth, fetched: None, reused: true }
    }
}

/// Whether captures that were found are what archives would tell today: they were asked as much, and not so long ago that
/// nearer captures may have been made since.
pub(super) fn holds(kept: &KeptSearch, asked: &Asked, depth: Depth, near: Duration) -> bool {
    let is_past = asked.anchor.is_some_and(|anchor| {
        kept.searched_at.duration_since(anchor).unsigned_abs() > near && kept.searched_at > anchor
    });
    let holds_for = if is_past { SEARCH_HOLDS } else { RECENT_SEARCH_HOLDS };
    matches!(kept.search, CaptureSearch::Found(_))
        && (kept.depth == Depth::Thorough || depth == Depth::Nearest)
        && clock::now().duration_since(kept.searched_at).unsigned_abs() < holds_for
}

/// What reading a capture gave.
#[derive(Debug)]
enum ReadCapture {
    /// A page; with what it showed of itself, where it is not the capture of an error or a wall.
    Facts(Box<PageFacts>, Option<Box<CapturedPage>>),
    /// It is an error, or no capture at all.
    Falls,
    /// Nothing that says either.
    Hidden,
}

/// The capture that holds the most of the quotes comes first, since it is the one to cite; the nearest of those that hold as
/// many.
fn first_with_the_words(search: CaptureSearch, read: &[(Capture, PageFacts)], quotes: &[QuoteRef]) -> CaptureSearch {
    let CaptureSearch::Found(mut captures) = search else { return search };
    let held = |facts: &PageFacts| {
        quotes.iter().filter(|quote| facts.class(**quote).is_some_and(MatchClass::is_sound)).count()
    };
    let most = read.iter().map(|(_, facts)| held(facts)).max().unwrap_or_default();
    let best = read.iter().find(|(_, facts)| most > 0 && held(facts) == most);
    let at = best.and_then(|(best, _)| captures.iter().position(|capture| capture == best));
    captures[..at.map_or(0, |at| at + 1)].rotate_right(usize::from(at.is_some()));
    CaptureSearch::Found(captures)
}

fn is_of_one_payload(one: &Capture, other: &Capture) -> bool {
    one.digest.is_some() && one.digest == other.digest
}

/// What archives told, with the captures that entries name and that were read in front: those are there, whatever archives say.
fn with_those_named(search: CaptureSearch, named: &[(Capture, PageFacts)]) -> CaptureSearch {
    if named.is_empty() {
        return search;
    }
    let is_other = |capture: &&Capture| !named.iter().any(|(named, _)| named.captured_at == capture.captured_at);
    let others = search.captures().iter().filter(is_other).cloned();
    CaptureSearch::Found(named.iter().map(|(capture, _)| capture.clone()).chain(others).collect())
}

/// What an earlier run found, without what cannot be a capture of the page by the rules of today; nothing where nothing is
/// left.
fn own(search: CaptureSearch, page: &Url, found_at: Timestamp) -> Option<CaptureSearch> {
    let CaptureSearch::Found(mut captures) = search else { return Some(search) };
    archive::keep_own(&mut captures, page, found_at);
    Some(captures).filter(|captures| !captures.is_empty()).map(CaptureSearch::Found)
}

/// What a capture showed, without what no comparison asks for; none of one that shows an error or a wall.
fn captured_page(capture: &Capture, look: &Observation, signs: &Signs) -> Option<Box<CapturedPage>> {
    let signs = Signs { opening: String::new(), seen: Vec::new(), ..signs.clone() };
    let page = CapturedPage { url: capture.url.clone(), captured_at: capture.captured_at, signs };
    source::finds_the_page(look, None).then(|| Box::new(page))
}

/// Whether a look at a capture says by itself that there is no page.
pub(crate) fn shows_no_page(look: &Observation) -> bool {
    first_impression(look, None).shows_no_page()
}

/// Whether the last answer of an archive was a capture of a page.
pub(crate) fn is_page(seen: &store::Seen) -> bool {
    is_of_page(&seen.last)
}

fn is_of_page(last: &Observation) -> bool {
    let answer = last.answer();
    answer.is_some_and(|answer| answer.header("memento-datetime").is_some() && archive::good(answer.status))
}
