//! What the schedule makes of the sources of a pass: which are due, and when the next one is.
//!
//! Looks alone do not tell that a page is another owner's by now: its capture does.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;
use url::Url;

use super::beyond::captures;
use super::due::{self, Wish};
use super::past::{self, AT_ONCE, History};
use super::shared::{self, Landed, Shared};
use super::work::{Bound, ReadDocument};
use crate::archive;
use crate::config::Config;
use crate::observation::capture::Capture;
use crate::plan::Plan;
use crate::plan::due::{Due, confirmation, due};
use crate::store::Store;
use crate::verdict::{CapturedPage, changed};

/// The looks at a source, and the capture of a page that is nothing like it any more.
type Known = (History, Vec<CapturedPage>);

/// The sources of a pass, with what of them decides when they are due.
#[derive(Debug)]
pub(super) struct Calendar<'a> {
    store: &'a Store,
    plan: &'a Plan,
    bound: &'a Bound,
    config: &'a Config,
    now: Timestamp,
    /// The captures that entries name themselves, by source.
    named: HashMap<usize, Vec<Capture>>,
}

impl<'a> Calendar<'a> {
    pub(super) fn of(
        store: &'a Store,
        documents: &[ReadDocument],
        plan: &'a Plan,
        bound: &'a Bound,
        config: &'a Config,
        now: Timestamp,
    ) -> Self {
        let mut named: HashMap<usize, Vec<Capture>> = HashMap::new();
        for (document, read) in documents.iter().enumerate() {
            for (at, cited) in read.citations.iter().enumerate() {
                let capture = cited.archive_url.as_deref().filter(|_| cited.original_url.is_none());
                let source = plan.targets.source(document, at);
                if let Some((source, capture)) = source.zip(capture.and_then(archive::named)) {
                    named.entry(source).or_default().push(capture);
                }
            }
        }
        Self { store, plan, bound, config, now, named }
    }

    /// The sources that are due. Which of them led to one address is known once all were gone through, so those that did are
    /// asked about again.
    pub(super) async fn due_now(&self) -> anyhow::Result<Vec<Wish>> {
        let all: Vec<usize> = (0..self.plan.sources.len()).collect();
        let mut wishes = Vec::with_capacity(all.len());
        let mut landed = Landed::default();
        for some in all.chunks(AT_ONCE) {
            for (source, known) in some.iter().zip(self.known(some, None).await?) {
                landed.note(self.plan, *source, &known.0);
                wishes.push(self.wish(*source, None, &known));
            }
        }
        let shared = landed.shared(self.plan);
        let sharing: Vec<usize> = shared.keys().copied().collect();
        for some in sharing.chunks(AT_ONCE) {
            for (source, known) in some.iter().zip(self.known(some, Some(&shared)).await?) {
                wishes[*source] = self.wish(*source, Some(&shared), &known);
            }
        }
        Ok(wishes.into_iter().flatten().collect())
    }

    fn wish(&self, source: usize, shared: Option<&Shared>, (history, captured): &Known) -> Option<Wish> {
        let (expect, shared) = (self.plan.sources.expect(source), shared::of(shared, source));
        let due_at = match due(history, captured, expect, shared, &self.config.schedule) {
            Due::Now => self.now,
            Due::At(moment) if moment <= self.now => moment,
            Due::At(_) | Due::Never => return None,
        };
        Some(Wish { source, due_at })
    }

    /// When the next of these sources is due, if one ever is.
    pub(super) async fn next(&self, sources: &[usize], shared: &Shared) -> anyhow::Result<Option<Timestamp>> {
        let mut next = None;
        for some in sources.chunks(AT_ONCE) {
            for (source, (history, captured)) in some.iter().zip(self.known(some, Some(shared)).await?) {
                let (expect, shared) = (self.plan.sources.expect(*source), shared::of(Some(shared), *source));
                let due = due::next(&history, &captured, expect, shared, self.config, self.now);
                next = next.into_iter().chain(due).min();
            }
        }
        Ok(next)
    }

    /// What is known of sources, where it is known which led to one address.
    async fn known(&self, sources: &[usize], shared: Option<&Shared>) -> anyhow::Result<Vec<Known>> {
        let (plan, confirmation, now) = (self.plan, confirmation(self.config.schedule.confirm), Some(self.now));
        let mut looks = past::looks_but(self.store, plan, sources, confirmation, shared, now, |_, _| false).await?;
        let (mut captured, mut differing) = (vec![Vec::new(); sources.len()], BTreeSet::new());
        for (at, source) in sources.iter().enumerate() {
            let has_quotes = !self.bound.to(*source).is_empty();
            if !due::is_compared(&looks[at], has_quotes, self.config) {
                continue;
            }
            let (url, named) = (Url::parse(plan.sources.url(*source))?, self.named.get(source));
            let page = captures::known_page(self.store, &url, named.map_or(&[], Vec::as_slice)).await?;
            let is_other = |page: &CapturedPage| looks[at].last().is_some_and(|last| changed::differs(last, page));
            if let Some(page) = page.filter(is_other) {
                differing.insert(*source);
                captured[at].push(page);
            }
        }
        // That it was another's at earlier looks as well confirms it.
        past::more_looks(self.store, plan, sources, &differing, shared, now, &mut looks).await?;
        Ok(looks.into_iter().zip(captured).collect())
    }
}
