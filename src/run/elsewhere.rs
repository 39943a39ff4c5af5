//! Pages from the store: those that another process looked at, and all of a document's sources for a quote that its own
//! do not hold.

use std::collections::BTreeMap;

use super::looking::Looker;
use super::work::{PageFacts, QuoteRef, ReadDocument, Seen, Source, passages};
use crate::observation::Observation;
use crate::plan::Plan;
use crate::reader::EXTRACTOR;
use crate::store::PageText;

/// The page of the last observation as the store keeps it, held against the quotes of the source.
pub(crate) async fn kept_page(
    looker: &Looker,
    documents: &[ReadDocument],
    source: &Source,
    history: &[Observation],
) -> anyhow::Result<Option<PageFacts>> {
    let Some(last) = history.last() else { return Ok(None) };
    let Some(text) = current_text(looker, source.url.as_str(), last).await? else { return Ok(None) };
    let matches = looker.reader.find(text.page.clone(), passages(documents, &source.quotes)).await;
    Ok(Some(PageFacts::keep(text.page, &source.quotes, matches)))
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
        let Some(last) = seen[*source].history.last() else { continue };
        let Some(text) = current_text(looker, url, last).await? else { continue };
        let matches = looker.reader.find(text.page, passages(documents, quotes)).await;
        if let Some(facts) = &mut seen[*source].facts {
            facts.matches.extend(quotes.iter().copied().zip(matches));
        }
    }
    Ok(())
}

/// The kept text of a source, where it is what the last observation saw and was read by today's rules.
async fn current_text(looker: &Looker, url: &str, last: &Observation) -> anyhow::Result<Option<PageText>> {
    let Some(answer) = last.answer() else { return Ok(None) };
    let text = looker.store.text(url).await?;
    Ok(text.filter(|text| text.digest == answer.sha256 && text.extractor == EXTRACTOR))
}
