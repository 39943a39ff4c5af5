//! What is known of every source before anything is judged: whether it is live, and when it was looked at. Where quotes are
//! missing, archives are asked, or the schedule is, one citation cannot be judged without the others.

use jiff::Timestamp;

use super::beyond::earlier::Earlier;
use super::beyond::linked::Linked;
use super::beyond::rendered::Rendered;
use super::beyond::{Ground, elsewhere};
use super::due;
use super::facts::Facts;
use super::judging::{Judging, Survey, Surveyed};
use super::past::{self, AT_ONCE, History};
use super::shared::{self, Landed, Shared};
use super::work::Bound;
use crate::observation::Observation;
use crate::verdict::{Confirmation, Reason};

/// What a pass reads the past of its sources by.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    pub(crate) ground: Ground<'a>,
    pub(crate) bound: &'a Bound,
    pub(crate) confirmation: Confirmation,
    /// Documents that the pages of the sources link, once they were looked at.
    pub(crate) linked: Option<&'a Linked>,
    /// What pages of the sources became after their scripts ran, once a browser has shown them.
    pub(crate) rendered: Option<&'a Rendered>,
    /// Sources that led to one address, once all were looked at.
    pub(crate) shared: Option<&'a Shared>,
    /// What their pages said before, once it was looked up.
    pub(crate) earlier: Option<&'a Earlier>,
}

impl Reading<'_> {
    /// The history of each of some sources; the page of one that this run did not read is added to the facts, as it was
    /// kept.
    pub(crate) async fn histories(&self, sources: &[usize], facts: &mut Facts) -> anyhow::Result<Vec<History>> {
        let Ground { looker, documents, plan, until, .. } = self.ground;
        let is_plain = |source: usize, look: &Observation| facts.get(source).is_some_and(|page| page.is_plain_at(look));
        let store = &looker.tools.store;
        let past = past::looks_but(store, plan, sources, self.confirmation, self.shared, until, is_plain).await?;
        for (source, history) in sources.iter().zip(&past) {
            if !facts.has(*source) {
                let (url, quotes) = (plan.sources.url(*source), self.bound.to(*source));
                if let Some(page) = elsewhere::kept_page(looker, documents, url, quotes, history).await? {
                    facts.keep(*source, *page);
                }
            }
        }
        Ok(past)
    }

    /// Goes through all sources; every page that is known is then among the facts. Which of them led to one address is known at
    /// the end only, so those that did are gone through again.
    pub(crate) async fn survey(&self, facts: &mut Facts) -> anyhow::Result<(Survey, Shared)> {
        let Ground { plan, .. } = self.ground;
        let all: Vec<usize> = (0..plan.sources.len()).collect();
        let mut surveyed = Vec::with_capacity(all.len());
        let mut landed = Landed::default();
        for some in all.chunks(AT_ONCE) {
            let past = self.histories(some, facts).await?;
            for (source, history) in some.iter().zip(&past) {
                landed.note(plan, *source, history);
                surveyed.push(self.surveyed(*source, history, facts));
            }
        }
        let shared = landed.shared(plan);
        let again = Reading { shared: Some(&shared), ..*self };
        let sharing: Vec<usize> = shared.keys().copied().collect();
        for some in sharing.chunks(AT_ONCE) {
            let past = again.histories(some, facts).await?;
            for (source, history) in some.iter().zip(&past) {
                surveyed[*source] = again.surveyed(*source, history, facts);
            }
        }
        Ok((Survey::of(&surveyed), shared))
    }

    fn surveyed(&self, source: usize, history: &History, facts: &Facts) -> Surveyed {
        let Ground { plan, config, started, .. } = self.ground;
        let verdict = self.judging(facts, started).source(source, history);
        let (expect, has_quotes) = (plan.sources.expect(source), !self.bound.to(source).is_empty());
        let is_compared = due::is_compared(history, has_quotes, config);
        let shared = shared::of(self.shared, source);
        Surveyed {
            is_live: verdict.is_live(),
            is_private: verdict.reason == Some(Reason::PrivateAddress),
            seen_at: history.last().map(|look| look.observed_at),
            next: if is_compared { None } else { due::next(history, &[], expect, shared, config, started) },
            is_compared,
        }
    }

    pub(crate) fn judging<'b>(&'b self, facts: &'b Facts, now: Timestamp) -> Judging<'b> {
        let Self { ground: Ground { documents, config, plan, .. }, .. } = *self;
        let Self { confirmation, linked, rendered, shared, earlier, .. } = *self;
        Judging { documents, config, plan, facts, linked, rendered, shared, earlier, confirmation, now }
    }
}
