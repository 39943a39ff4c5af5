//! What cited pages said before: texts of them that the store kept, held against quotes that they do not hold today.

use std::collections::HashMap;

use jiff::Timestamp;

use super::Ground;
use crate::citation::QuoteKind;
use crate::observation::Observation;
use crate::quote_match::QuoteMatch;
use crate::run::past;
use crate::run::work::{Missing, QuoteRef, passages};
use crate::verdict::Confirmation;

/// A quote in a text that a page has no more.
#[derive(Debug, Clone)]
pub(crate) struct Copy {
    /// When the text was read last.
    pub(crate) read_at: Timestamp,
    /// Where the quote stands in it.
    pub(crate) found: QuoteMatch,
}

/// By the source's place in the plan and the quote: the latest text that holds it.
pub(crate) type Earlier = HashMap<(usize, QuoteRef), Copy>;

/// Looks for quotes that are missing, by source, in the texts that were kept of its page.
pub(crate) async fn look(ground: &Ground<'_>, missing: &Missing<usize>) -> anyhow::Result<Earlier> {
    let Ground { looker, plan, documents, until, .. } = *ground;
    let is_term = |at: &QuoteRef| documents[at.document].quotes.kind(at.quote) == QuoteKind::Term;
    let phrases = |quotes: &[QuoteRef]| quotes.iter().copied().filter(|at| !is_term(at)).collect::<Vec<_>>();
    let wanted = missing.iter().map(|(source, quotes)| (source, phrases(quotes)));
    let mut wanted = wanted.filter(|(_, quotes)| !quotes.is_empty());
    let mut earlier = Earlier::new();
    loop {
        let some: Vec<(usize, Vec<QuoteRef>)> = wanted.by_ref().take(past::AT_ONCE).collect();
        if some.is_empty() {
            return Ok(earlier);
        }
        let sources: Vec<usize> = some.iter().map(|(source, _)| *source).collect();
        let histories = past::looks(&looker.tools.store, plan, &sources, Confirmation::OneLook, until).await?;
        for ((source, quotes), history) in some.iter().zip(&histories) {
            // What was not looked at yet has said nothing.
            if let Some(last) = history.last() {
                look_at_one(ground, *source, quotes, last, &mut earlier).await?;
            }
        }
    }
}

async fn look_at_one(
    ground: &Ground<'_>,
    source: usize,
    quotes: &[QuoteRef],
    last: &Observation,
    earlier: &mut Earlier,
) -> anyhow::Result<()> {
    let Ground { looker, plan, documents, .. } = *ground;
    let is_same = |digest: &str| last.answer().is_some_and(|answer| answer.sha256 == digest);
    let mut left = quotes.to_vec();
    for (read_at, text) in looker.tools.store.texts(plan.sources.url(source)).await? {
        // A recording is of its own day: what was read of the page after it says nothing of what it said before.
        if left.is_empty() || is_same(&text.digest) || read_at > last.observed_at {
            continue;
        }
        let matches = looker.tools.reader.find(text.page, passages(documents, &left)).await;
        for (quote, found) in left.iter().zip(matches).filter(|(_, found)| found.class.is_sound()) {
            earlier.insert((source, *quote), Copy { read_at, found });
        }
        left.retain(|quote| !earlier.contains_key(&(source, *quote)));
    }
    Ok(())
}
