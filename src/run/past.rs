//! The looks that a source is judged by: the last one where it found the page, else as many as its confirmation asks for.
//!
//! A source that other runs look at every hour has many looks in the days of a policy. Earlier ones are read only of a
//! source that seems gone or failing, until they confirm it or hold a good look.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use super::looking::Looker;
use super::work::Source;
use crate::observation::Observation;
use crate::plan::Plan;
use crate::verdict::{Confirmation, Expect, source};

/// Of a page that was not there. Enough for every policy where looks come as the schedule asks for them: `looks` goes up
/// to this.
const LOOKS: usize = 16;

/// Each time that these are not enough, so many times as many are read.
const DEEPER: usize = 4;

/// More are never read of one source: every ten minutes for four weeks.
const MOST: usize = LOOKS * DEEPER * DEEPER * DEEPER * DEEPER;

/// Sources whose earlier looks are read at once: few of them have many.
const AT_ONCE: usize = 256;

/// Clocks of machines that share a store differ by less than this. A look of a later time was made while a clock was wrong.
const SKEW: SignedDuration = SignedDuration::from_mins(5);

impl Looker {
    /// The looks of each source up to `now`, oldest first; those that no clock can have dated rightly are left out.
    pub(super) async fn past(
        &self,
        sources: &[Source],
        plan: &Plan,
        confirmation: Confirmation,
        now: Option<Timestamp>,
    ) -> anyhow::Result<HashMap<String, Vec<Observation>>> {
        let until = now.and_then(|now| now.checked_add(SKEW).ok()).unwrap_or(Timestamp::MAX);
        let urls: Vec<&str> = sources.iter().map(|source| source.url.as_str()).collect();
        let mut observed = self.store.observed(&urls, 1, until).await?;
        let mut looks = LOOKS;
        let mut wanting = select(sources, plan, &observed, |history, expect| {
            history.last().is_some_and(|last| !source::finds_the_page(last, expect))
        });
        while !wanting.is_empty() && looks <= MOST {
            for some in wanting.chunks(AT_ONCE) {
                let urls: Vec<&str> = some.iter().map(String::as_str).collect();
                observed.extend(self.store.observed(&urls, looks, until).await?);
            }
            wanting = select(sources, plan, &observed, |history, expect| {
                history.len() == looks && source::wants_earlier(history, expect, confirmation)
            });
            looks *= DEEPER;
        }
        Ok(observed)
    }
}

/// The URLs of the sources whose history is of a sort.
fn select(
    sources: &[Source],
    plan: &Plan,
    observed: &HashMap<String, Vec<Observation>>,
    is_wanted: impl Fn(&[Observation], Option<Expect>) -> bool,
) -> Vec<String> {
    let urls = sources.iter().zip(&plan.sources).filter_map(|(source, planned)| {
        let history = observed.get(source.url.as_str())?;
        is_wanted(history, super::due::expect(planned)).then(|| source.url.as_str().to_owned())
    });
    urls.collect()
}
