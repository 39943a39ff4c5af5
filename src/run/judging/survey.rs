//! What is known of every source before anything is judged: whether it is live, and when it was looked at. Where quotes are
//! missing, archives are asked, or the schedule is, one citation cannot be judged without the others.

use jiff::Timestamp;

use super::{Judging, is_live};
use crate::config::Config;
use crate::observation::Observation;
use crate::plan::Plan;
use crate::run::beyond::earlier::Earlier;
use crate::run::beyond::elsewhere;
use crate::run::beyond::linked::Linked;
use crate::run::beyond::rendered::Rendered;
use crate::run::due;
use crate::run::facts::Facts;
use crate::run::looking::Looker;
use crate::run::looking::shared::Shared;
use crate::run::past::AT_ONCE;
use crate::run::work::{Bound, ReadDocument};
use crate::verdict::Confirmation;

/// See the module. In the order of the plan's sources.
#[derive(Debug)]
pub(crate) struct Survey {
    pub(crate) live: Vec<bool>,
    /// When each was last looked at.
    pub(crate) seen_at: Vec<Option<Timestamp>>,
    /// When the first of them is due again.
    pub(crate) next: Option<Timestamp>,
}

/// What a pass reads the past of its sources by.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    pub(crate) looker: &'a Looker,
    pub(crate) documents: &'a [ReadDocument],
    pub(crate) plan: &'a Plan,
    pub(crate) bound: &'a Bound,
    pub(crate) config: &'a Config,
    pub(crate) confirmation: Confirmation,
    /// Later looks are left out.
    pub(crate) until: Option<Timestamp>,
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
    pub(crate) async fn histories(
        &self,
        sources: &[usize],
        facts: &mut Facts,
    ) -> anyhow::Result<Vec<Vec<Observation>>> {
        let past = self.looker.past(self.plan, sources, self.confirmation, self.until).await?;
        for (source, history) in sources.iter().zip(&past) {
            if facts[*source].is_none() {
                let (url, quotes) = (&self.plan.sources[*source].url, self.bound.to(*source));
                facts[*source] = elsewhere::kept_page(self.looker, self.documents, url, quotes, history).await?;
            }
        }
        Ok(past)
    }

    /// Goes through all sources; every page that is known is then among the facts. `started` is the start of the run.
    pub(crate) async fn survey(&self, facts: &mut Facts, started: Timestamp) -> anyhow::Result<Survey> {
        let all: Vec<usize> = (0..self.plan.sources.len()).collect();
        let (mut live, mut seen_at, mut next) = (Vec::new(), Vec::new(), None);
        for some in all.chunks(AT_ONCE) {
            let past = self.histories(some, facts).await?;
            let judging = self.judging(facts, started);
            for (source, history) in some.iter().zip(past) {
                live.push(is_live(&judging.source(*source, &history)));
                seen_at.push(history.last().map(|look| look.observed_at));
                let due = due::next(&history, &self.plan.sources[*source], self.config, started);
                next = next.into_iter().chain(due).min();
            }
        }
        Ok(Survey { live, seen_at, next })
    }

    pub(crate) fn judging<'b>(&'b self, facts: &'b Facts, now: Timestamp) -> Judging<'b> {
        let Self { documents, config, plan, confirmation, linked, rendered, shared, earlier, .. } = *self;
        Judging { documents, config, plan, facts, linked, rendered, shared, earlier, confirmation, now }
    }
}
