//! What cited pages said before: texts of them that the store kept, held against quotes that they do not hold today.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::Timestamp;

use super::Ground;
use crate::citation::QuoteKind;
use crate::quote_match::QuoteMatch;
use crate::run::past;
use crate::run::work::{QuoteRef, passages};
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
pub(crate) async fn look(
    ground: &Ground<'_>,
    missing: &BTreeMap<usize, BTreeSet<QuoteRef>>,
) -> anyhow::Result<Earlier> {
    let Ground { looker, plan, documents, until, .. } = *ground;
    let mut earlier = Earlier::new();
    for (source, quotes) in missing {
        let mut left: Vec<QuoteRef> = quotes
            .iter()
            .copied()
            .filter(|at| documents[at.document].quotes.kind(at.quote) != QuoteKind::Term)
            .collect();
        if left.is_empty() {
            continue;
        }
        let looks = past::looks(&looker.tools.store, plan, &[*source], Confirmation::OneLook, until).await?;
        let last = looks.first().and_then(|history| history.last());
        let is_same = |digest: &str| last.and_then(|look| look.answer()).is_some_and(|answer| answer.sha256 == digest);
        // A recording is of its own day: what was read of the page after it says nothing of what it said before.
        let is_later = |read_at: Timestamp| last.is_some_and(|look| read_at > look.observed_at);
        for (read_at, text) in looker.tools.store.texts(plan.sources.url(*source)).await? {
            if left.is_empty() || is_same(&text.digest) || is_later(read_at) {
                continue;
            }
            let matches = looker.tools.reader.find(text.page, passages(documents, &left)).await;
            for (quote, found) in left.iter().zip(matches).filter(|(_, found)| found.class.is_sound()) {
                earlier.insert((*source, *quote), Copy { read_at, found });
            }
            left.retain(|quote| !earlier.contains_key(&(*source, *quote)));
        }
    }
    Ok(earlier)
}
