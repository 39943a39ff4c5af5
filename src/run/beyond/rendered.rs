//! What cited pages became after their scripts ran, for the quotes that they do not hold as sent, nor a document that
//! they link.
//!
//! A browser shows that words stand on a page, never that they do not, nor that the page is gone: what it is refused here
//! a reader's may be given. A page that is withheld is not shown: a browser is no way round a wall.

use std::collections::HashMap;

use jiff::Timestamp;
use url::Url;

use super::Ground;
use super::elsewhere::kept_page;
use super::left_over::was_seen_since;
use crate::config::RenderWhen;
use crate::fetch::Look;
use crate::finding::{Code, Finding};
use crate::locator::{host, key};
use crate::observation::rendering::{self, BrowserFailure};
use crate::observation::{NoAnswer, Observation, Outcome};
use crate::report::Mode;
use crate::run::facts::PageFacts;
use crate::run::past;
use crate::run::work::{Missing, QuoteRef, passages};
use crate::store::Enrolment;
use crate::verdict::quote::{State, Tried};
use crate::verdict::{Confirmation, ReadFrom, Reason, SourceVerdict};

/// Pages that one run shows: each takes seconds of a processor.
const MOST_IN_RUN: usize = 200;

/// A page after its scripts ran.
#[derive(Debug)]
pub(crate) struct RenderedPage {
    /// The address that it showed in the end.
    pub(crate) url: String,
    /// What it says, and the quotes that were looked for in it.
    pub(crate) facts: Box<PageFacts>,
}

/// What came of showing a page.
#[derive(Debug)]
pub(crate) enum Came {
    Page(RenderedPage),
    /// None, and why.
    Nothing(BrowserFailure),
    /// It was not tried: the run had shown as many as it may.
    NotTried,
}

/// What came of each source, by its index in the plan.
pub(crate) type Rendered = HashMap<usize, Came>;

/// A page to show.
#[derive(Debug)]
struct Wanted {
    source: usize,
    /// As it was asked for first.
    url: Url,
    /// Those that are missing on it.
    quotes: Vec<QuoteRef>,
    /// Whether it was looked at in this run, or since it was shown.
    fresh: bool,
}

impl RenderedPage {
    /// A quote held against it; `label` is that of the citation.
    pub(crate) fn tried(&self, quote: QuoteRef, label: &str) -> Option<Tried> {
        Some(Tried {
            label: label.to_owned(),
            read_from: ReadFrom::Rendered,
            url: self.url.clone(),
            captured_at: None,
            linked_from: None,
            unread_at: None,
            state: State::Readable { found: self.facts.found(quote)?, trust: self.facts.trust },
        })
    }
}

impl Came {
    pub(crate) fn page(&self) -> Option<&RenderedPage> {
        match self {
            Self::Page(page) => Some(page),
            Self::Nothing(_) | Self::NotTried => None,
        }
    }

    /// Said where a page was to be shown and was not.
    pub(crate) fn finding(&self) -> Option<Finding> {
        let message = match self {
            Self::Page(_) => return None,
            Self::Nothing(why) => format!("The page was opened in a browser, and {}.", why.told()),
            Self::NotTried => {
                format!("The page was not opened in a browser: a run opens {MOST_IN_RUN}, and this one had.")
            }
        };
        Some(Finding::new(Code::ScriptsNotRun, message, None))
    }
}

/// What is thought of a source with this history.
type Thought<'a> = &'a dyn Fn(usize, &[Observation]) -> SourceVerdict;

/// Shows the pages that lack a quote as sent, by what is `missing` of each source; those that were not looked at now are
/// taken from the store, and a replay reads what was recorded of them.
pub(crate) async fn look(
    ground: &Ground<'_>,
    missing: Missing<usize>,
    is_live: &[bool],
    thought: Thought<'_>,
) -> anyhow::Result<Rendered> {
    let mode = ground.mode;
    let when = match (&ground.config.render, mode) {
        (Some(render), _) => render.when,
        // What was recorded or kept needs no browser.
        (None, Mode::Replay | Mode::Offline) => RenderWhen::MissingQuote,
        (None, Mode::Live) => RenderWhen::Never,
    };
    if when == RenderWhen::Never {
        return Ok(Rendered::new());
    }
    let (wanted, left_out) = wanted(ground, &missing, is_live, thought, when).await?;
    let mut rendered: Rendered = left_out.into_iter().map(|source| (source, Came::NotTried)).collect();
    let (new, kept): (Vec<Wanted>, Vec<Wanted>) =
        wanted.into_iter().partition(|wanted| mode == Mode::Replay || (wanted.fresh && mode == Mode::Live));
    for wanted in kept {
        let address = rendering::address(wanted.url.as_str());
        let history = ground.looker.tools.store.observed(&[&address], 1, Timestamp::MAX).await?.remove(&address);
        let history = history.unwrap_or_default();
        let facts = kept_page(ground.looker, ground.documents, &address, &wanted.quotes, &history).await?;
        rendered.extend(came(history.last(), facts).map(|came| (wanted.source, came)));
    }
    rendered.extend(shown(ground, new).await?);
    Ok(rendered)
}

/// The pages to show, and the sources of those that are more than a run shows.
async fn wanted(
    ground: &Ground<'_>,
    missing: &Missing<usize>,
    is_live: &[bool],
    thought: Thought<'_>,
    when: RenderWhen,
) -> anyhow::Result<(Vec<Wanted>, Vec<usize>)> {
    let Ground { plan, looker, started, until, .. } = *ground;
    let (mut wanted, mut left_out) = (Vec::new(), Vec::new());
    // Without a browser nothing is left out: what was recorded or kept is only read.
    let opens = ground.config.render.is_some();
    let sources: Vec<usize> = missing.keys().collect();
    for some in sources.chunks(past::AT_ONCE) {
        let histories = past::looks(&looker.tools.store, plan, some, Confirmation::OneLook, until).await?;
        for (&source, history) in some.iter().zip(&histories) {
            let Some(look) = history.last().filter(|look| is_page(look)) else { continue };
            let signs = look.answer().and_then(|answer| answer.signs.as_ref());
            let script_only = signs.is_some_and(|signs| signs.script_only);
            let verdict = thought(source, history);
            // An error page that its scripts fill in may be the page all the same.
            let is_open = is_live[source] || verdict.is_live() || verdict.reason == Some(Reason::ScriptOnly);
            if !is_open || !script_only && when != RenderWhen::MissingQuote {
                continue;
            }
            let Ok(url) = Url::parse(plan.sources.url(source)) else { continue };
            if wanted.len() == MOST_IN_RUN && opens {
                left_out.push(source);
                continue;
            }
            let quotes = missing.of_one(source).to_vec();
            let address = rendering::address(url.as_str());
            let fresh =
                look.observed_at >= started || !was_seen_since(&looker.tools.store, &address, look.observed_at).await?;
            wanted.push(Wanted { source, url, quotes, fresh });
        }
    }
    Ok((wanted, left_out))
}

/// Whether what was sent is a page that a browser runs.
fn is_page(look: &Observation) -> bool {
    let content_type = look.answer().and_then(|answer| answer.content_type.as_deref()).unwrap_or_default();
    let media = content_type.split(';').next().unwrap_or_default().trim();
    media.eq_ignore_ascii_case("text/html") || media.eq_ignore_ascii_case("application/xhtml+xml")
}

/// Shows pages one beside another, and records what became of each before it is used.
async fn shown(ground: &Ground<'_>, wanted: Vec<Wanted>) -> anyhow::Result<Rendered> {
    use futures_util::{StreamExt, TryStreamExt, stream};

    let browser = Browser::of(ground);
    let shown = stream::iter(wanted).map(|wanted| one(ground, &browser, wanted));
    let shown = shown.buffer_unordered(AT_ONCE).try_filter_map(async |shown| Ok(shown));
    shown.try_collect().await
}

/// Pages that are shown or wait for a browser; how many browsers there are is up to whoever drives them.
const AT_ONCE: usize = 4;

async fn one(ground: &Ground<'_>, browser: &Browser, wanted: Wanted) -> anyhow::Result<Option<(usize, Came)>> {
    let looker = ground.looker;
    let look = match ground.mode {
        Mode::Replay => looker.fetcher().recorded_rendering(wanted.url.as_str()).await,
        Mode::Live | Mode::Offline if looker.tools.stop.asked().is_some() => None,
        Mode::Live | Mode::Offline => tokio::select! {
            look = browser.show(looker.fetcher(), &wanted.url) => look?,
            _ = looker.tools.stop.wait() => None,
        },
    };
    let Some(look) = look else { return Ok(None) };
    let observation = look.observation.clone();
    let words = passages(ground.documents, &wanted.quotes);
    let (_, facts) = looker.aside_as(enrolment(&wanted.url), look, &wanted.quotes, words).await?;
    Ok(came(Some(&observation), facts).map(|came| (wanted.source, came)))
}

fn came(look: Option<&Observation>, facts: Option<Box<PageFacts>>) -> Option<Came> {
    match &look?.outcome {
        Outcome::Answered(answer) => Some(Came::Page(RenderedPage { url: answer.final_url.clone(), facts: facts? })),
        Outcome::NoAnswer(NoAnswer::Browser(why)) => Some(Came::Nothing(*why)),
        Outcome::NoAnswer(_) | Outcome::Skipped(_) => None,
    }
}

/// What the store knows it by.
fn enrolment(page: &Url) -> Enrolment {
    let address = rendering::address(page.as_str());
    let same_page_key = rendering::address(&key::key(page).to_string());
    Enrolment { url: address, same_page_key, host: host::lane(page).to_string() }
}

/// The browser of the configuration.
#[cfg(feature = "render")]
struct Browser(Option<crate::render::Renderer>);

#[cfg(feature = "render")]
impl Browser {
    fn of(ground: &Ground<'_>) -> Self {
        Self(ground.config.render.clone().map(crate::render::Renderer::new))
    }

    async fn show(&self, fetcher: &crate::fetch::Fetcher, page: &Url) -> anyhow::Result<Option<Look>> {
        let Some(renderer) = &self.0 else { return Ok(None) };
        renderer.look(fetcher, page).await.map_err(|error| anyhow::anyhow!("failed to {error}"))
    }
}

/// There is none: a configuration that names one is refused.
#[cfg(not(feature = "render"))]
struct Browser;

#[cfg(not(feature = "render"))]
impl Browser {
    fn of(_: &Ground<'_>) -> Self {
        Self
    }

    #[expect(clippy::unused_async, reason = "the other one waits for a browser")]
    async fn show(&self, _: &crate::fetch::Fetcher, _: &Url) -> anyhow::Result<Option<Look>> {
        Ok(None)
    }
}
