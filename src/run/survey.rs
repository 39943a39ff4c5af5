//! What is known of every source before anything is judged: whether it is live, and when it was looked at. Where quotes are
//! missing, archives are asked, or the schedule is, one citation cannot be judged without the others.

use jiff::Timestamp;

use super::beyond::earlier::Earlier;
use super::beyond::linked::Linked;
use super::beyond::rendered::Rendered;
use super::beyond::{Ground, elsewhere};
use super::due;
use super::facts::Facts;
use super::judging::{Judging, Survey};
use super::looking::shared::Shared;
use super::past::{self, AT_ONCE, History};
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
        let past = past::looks_but(&looker.tools.store, plan, sources, self.confirmation, until, is_plain).await?;
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

    /// Goes through all sources; every page that is known is then among the facts.
    pub(crate) async fn survey(&self, facts: &mut Facts) -> anyhow::Result<Survey> {
        let Ground { plan, config, started, .. } = self.ground;
        let all: Vec<usize> = (0..plan.sources.len()).collect();
        let (mut live, mut private, mut seen_at) = (Vec::new(), Vec::new(), Vec::new());
        let (mut next, mut compared) = (None, Vec::new());
        for some in all.chunks(AT_ONCE) {
            let past = self.histories(some, facts).await?;
            let judging = self.judging(facts, started);
            for (source, history) in some.iter().zip(past) {
                let verdict = judging.source(*source, &history);
                live.push(verdict.is_live());
                private.push(verdict.reason == Some(Reason::PrivateAddress));
                seen_at.push(history.last().map(|look| look.observed_at));
                let (expect, has_quotes) = (plan.sources.expect(*source), !self.bound.to(*source).is_empty());
                if due::is_compared(&history, expect, has_quotes, config) {
                    compared.push(*source);
                } else {
                    next = next.into_iter().chain(due::next(&history, &[], expect, config, started)).min();
                }
            }
        }
        Ok(Survey { live, private, seen_at, next, compared })
    }

    pub(crate) fn judging<'b>(&'b self, facts: &'b Facts, now: Timestamp) -> Judging<'b> {
        let Self { ground: Ground { documents, config, plan, .. }, .. } = *self;
        let Self { confirmation, linked, rendered, shared, earlier, .. } = *self;
        Judging { documents, config, plan, facts, linked, rendered, shared, earlier, confirmation, now }
    }
}
