//! Pages from the store: those that another process looked at, and all of a document's sources for a quote that its own
//! do not hold.

use std::collections::BTreeMap;

use super::looking::Looker;
use super::work::{PageFacts, QuoteRef, ReadDocument, Seen, Source, passages};
use crate::plan::Plan;
use crate::reader::EXTRACTOR;
use crate::store::{self, PageText};

/// The page of the last observation as the store keeps it, held against the quotes of the source.
pub(crate) async fn kept_page(
    looker: &Looker,
    documents: &[ReadDocument],
    source: &Source,
    known: &store::Seen,
) -> Option<PageFacts> {
    let text = current_text(known)?;
    let matches = looker.reader.find(text.page.clone(), passages(documents, &source.quotes)).await;
    Some(PageFacts::keep(text.page.clone(), &source.quotes, matches))
}

/// Holds quotes against sources that they are not bound to; the matches join the others of the page. `missing` and `seen`
/// go by the plan's sources.
pub(crate) async fn look_elsewhere(
    looker: &Looker,
    plan: &Plan,
    missing: &BTreeMap<usize, Vec<QuoteRef>>,
    documents: &[ReadDocument],
    seen: &mut [Seen],
) -> anyhow::Result<()> {
    for (source, quotes) in missing {
        let url = plan.sources[*source].url.as_str();
        let Some(known) = looker.store.seen(&[url], 1).await?.remove(url) else { continue };
        let Some(text) = current_text(&known) else { continue };
        let matches = looker.reader.find(text.page.clone(), passages(documents, quotes)).await;
        if let Some(facts) = &mut seen[*source].facts {
            facts.matches.extend(quotes.iter().copied().zip(matches));
        }
    }
    Ok(())
}

/// The kept text, where it is what the last observation saw and was read by today's rules.
fn current_text(known: &store::Seen) -> Option<&PageText> {
    let answer = known.observations.last()?.answer()?;
    known.text.as_ref().filter(|text| text.digest == answer.sha256 && text.extractor == EXTRACTOR)
}
