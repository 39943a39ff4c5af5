//! Pages from the store: those that another process looked at, and all of a document's sources for a quote that its own
//! do not hold.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::observation::Observation;
use crate::plan::Plan;
use crate::run::facts::{Facts, PageFacts};
use crate::run::looking::Looker;
use crate::run::past;
use crate::run::work::{PageRead, QuoteRef, ReadDocument, passages};
use crate::store::PageText;
use crate::verdict::Confirmation;

/// The page of the last observation as the store keeps it, held against the quotes that are bound to the source.
pub(crate) async fn kept_page(
    looker: &Looker,
    documents: &[ReadDocument],
    url: &str,
    quotes: &[QuoteRef],
    history: &[Observation],
) -> anyhow::Result<Option<Box<PageFacts>>> {
    let Some(last) = history.last() else { return Ok(None) };
    let Some(text) = current_text(looker, url, last).await? else { return Ok(None) };
    let matches = looker.tools.reader.find(text.page.clone(), passages(documents, quotes)).await;
    let mut read = PageRead::keep(text.page, quotes, matches);
    read.came_by(last);
    Ok(Some(Box::new(read.into())))
}

/// Holds quotes against sources that they are not bound to; the matches join the others of the page. `missing` and
/// `facts` go by the plan's sources.
pub(crate) async fn look_elsewhere(
    looker: &Looker,
    plan: &Plan,
    missing: &BTreeMap<usize, Vec<QuoteRef>>,
    documents: &[ReadDocument],
    facts: &mut Facts,
    now: Option<Timestamp>,
) -> anyhow::Result<()> {
    let sources: Vec<usize> = missing.keys().copied().collect();
    for some in sources.chunks(past::AT_ONCE) {
        let histories = past::looks(&looker.tools.store, plan, some, Confirmation::OneLook, now).await?;
        for (source, history) in some.iter().zip(&histories) {
            // Who asks for the end is not kept waiting: what was not looked for here is told by its own sources.
            if looker.tools.stop.asked().is_some() {
                return Ok(());
            }
            let (url, quotes) = (plan.sources.url(*source), &missing[source]);
            let Some(last) = history.last() else { continue };
            let Some(text) = current_text(looker, url, last).await? else { continue };
            // That others say nothing of the words, or something close, tells nobody anything, and there are many of them.
            let matches = looker.tools.reader.find_sound(text.page, passages(documents, quotes)).await;
            let sound = quotes.iter().copied().zip(matches).filter_map(|(at, found)| Some((at, found?)));
            let sound: Vec<_> = sound.collect();
            if !sound.is_empty() {
                facts.add(*source, sound.into_iter());
            }
        }
    }
    Ok(())
}

/// The kept text of a source, where it is what the last observation saw. One that was read by the rules of another version stands
/// until the page is read again.
async fn current_text(looker: &Looker, url: &str, last: &Observation) -> anyhow::Result<Option<PageText>> {
    let Some(answer) = last.answer() else { return Ok(None) };
    let text = looker.tools.store.text(url).await?;
    Ok(text.filter(|text| text.digest == answer.sha256))
}
