//! What the schedule makes of the sources of a pass: which are due, and when the next one is.
//!
//! Looks alone do not tell that a page is another owner's by now: its capture does.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;
use url::Url;

use super::beyond::captures;
use super::due::{self, Wish};
use super::past::{self, AT_ONCE, History};
use super::work::{Bound, ReadDocument};
use crate::archive;
use crate::config::Config;
use crate::observation::capture::Capture;
use crate::plan::Plan;
use crate::plan::due::{Due, confirmation, due};
use crate::store::Store;
use crate::verdict::{CapturedPage, changed};

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

    /// The sources that are due.
    pub(super) async fn due_now(&self) -> anyhow::Result<Vec<Wish>> {
        let all: Vec<usize> = (0..self.plan.sources.len()).collect();
        let mut wishes = Vec::new();
        for some in all.chunks(AT_ONCE) {
            for (source, (history, captured)) in some.iter().zip(self.known(some).await?) {
                let due_at = match due(&history, &captured, self.plan.sources.expect(*source), &self.config.schedule) {
                    Due::Now => self.now,
                    Due::At(moment) if moment <= self.now => moment,
                    Due::At(_) | Due::Never => continue,
                };
                wishes.push(Wish { source: *source, due_at });
            }
        }
        Ok(wishes)
    }

    /// When the next of these sources is due, if one ever is.
    pub(super) async fn next(&self, sources: &[usize]) -> anyhow::Result<Option<Timestamp>> {
        let mut next = None;
        for some in sources.chunks(AT_ONCE) {
            for (source, (history, captured)) in some.iter().zip(self.known(some).await?) {
                let expect = self.plan.sources.expect(*source);
                next = next.into_iter().chain(due::next(&history, &captured, expect, self.config, self.now)).min();
            }
        }
        Ok(next)
    }

    /// The looks at sources, and the capture of a page that is nothing like it any more.
    async fn known(&self, sources: &[usize]) -> anyhow::Result<Vec<(History, Vec<CapturedPage>)>> {
        let (plan, confirmation) = (self.plan, confirmation(self.config.schedule.confirm));
        let mut looks = past::looks(self.store, plan, sources, confirmation, Some(self.now)).await?;
        let (mut captured, mut differing) = (vec![Vec::new(); sources.len()], BTreeSet::new());
        for (at, source) in sources.iter().enumerate() {
            let has_quotes = !self.bound.to(*source).is_empty();
            if !due::is_compared(&looks[at], plan.sources.expect(*source), has_quotes, self.config) {
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
        past::more_looks(self.store, plan, sources, &differing, Some(self.now), &mut looks).await?;
        Ok(looks.into_iter().zip(captured).collect())
    }
}
