//! What a run wanted to know beyond the pages of its sources and did not come to: it was stopped, was killed, or had no room
//! to keep it.

use jiff::Timestamp;
use url::Url;

use super::captures::{Asked, From, Need, holds};
use crate::observation::capture::{Capture, Depth};
use crate::run::looking::Looker;
use crate::store::Store;

/// Whether what belongs to a page was looked at since the page was, at that moment.
pub(super) async fn was_seen_since(store: &Store, address: &str, moment: Timestamp) -> anyhow::Result<bool> {
    let looks = store.observed(&[address], 1, Timestamp::MAX).await?.remove(address);
    Ok(looks.and_then(|looks| looks.last().map(|last| last.observed_at >= moment)).unwrap_or_default())
}

impl Looker {
    /// Whether archives were not asked since the source was looked at, or what they named was not read for what is missing.
    pub(crate) async fn is_left_over(&self, from: &From, asked: &Asked, need: &Need) -> anyhow::Result<bool> {
        let (From::Archives(archives), Some(seen_at)) = (from, need.seen_at) else { return Ok(false) };
        let wants_to_read = need.thorough || need.compare;
        if let Some(named) = need.named.first().filter(|_| wants_to_read)
            && !self.was_read(named).await?
        {
            return Ok(true);
        }
        let is_searched = need.search && archives.are_asked_about(&Url::parse(&asked.url)?);
        if !is_searched {
            return Ok(false);
        }
        let Some(kept) = self.tools.store.captures(&asked.url, asked.anchor).await? else { return Ok(true) };
        let depth = if need.thorough { Depth::Thorough } else { Depth::Nearest };
        if kept.searched_at < seen_at && !holds(&kept, asked, depth, archives.near()) {
            return Ok(true);
        }
        Ok(match kept.search.captures().first() {
            Some(first) if wants_to_read => !self.was_read(first).await?,
            _ => false,
        })
    }

    /// Whether its archive was ever asked for the bytes of a capture.
    async fn was_read(&self, capture: &Capture) -> anyhow::Result<bool> {
        let url = Url::parse(capture.raw_url.as_deref().unwrap_or(&capture.url))?;
        Ok(self.tools.store.seen(url.as_str()).await?.is_some())
    }
}
