//! What one look gave: read, held against the quotes, noted in the observation; and what it says by itself.

use jiff::Timestamp;

use super::Looker;
use super::refresh;
use crate::fetch::Look;
use crate::observation::Observation;
use crate::reader::{EXTRACTOR, Passage, Reading};
use crate::run::work::{PageRead, QuoteRef};
use crate::store::NewText;
use crate::verdict::source::{self, Impression, Quotes, SourceFacts};
use crate::verdict::{Confirmation, SourceVerdict};

impl Looker {
    /// Reads the body of an answer, where there is one, and holds it against the quotes.
    pub(super) async fn read(
        &self,
        look: &mut Look,
        quotes: &[QuoteRef],
        words: &[Passage],
    ) -> (Option<NewText>, Option<PageRead>) {
        let read = refresh::read(self.tools.fetcher.as_ref(), &self.tools.reader, look, words).await;
        let Some(Reading { page, matches }) = read else { return (None, None) };
        let (mut facts, texts) = PageRead::part(page, quotes, matches);
        facts.note(&mut look.observation);
        let text = look.observation.answer().map(|answer| NewText {
            digest: answer.sha256.clone(),
            extractor: EXTRACTOR,
            page: facts.beside(texts),
        });
        (text, Some(facts))
    }

    /// Asks the host about a page that seems not to be there; says how it seems.
    pub(super) async fn doubt(&self, look: &mut Look, text: Option<&NewText>) -> anyhow::Result<Impression> {
        let impression = source::impression(&look.observation);
        let Some(text) = text.filter(|_| impression.is_doubtful) else { return Ok(impression) };
        self.probe(look, &text.page).await?;
        let asked = source::impression(&look.observation);
        if !asked.is_open_at_home {
            return Ok(asked);
        }
        // Seldom needed, and large.
        Box::pin(self.probe_home(look, &text.page)).await?;
        Ok(source::impression(&look.observation))
    }
}

/// What one look says by itself: whether a second is needed, and what progress shows.
pub(crate) fn first_impression(observation: &Observation, facts: Option<&PageRead>) -> SourceVerdict {
    source::judge(&SourceFacts {
        history: std::slice::from_ref(observation),
        page: facts.map(|facts| &facts.page),
        quotes: if facts.is_some_and(PageRead::proves_life) { Quotes::Found } else { Quotes::Unasked },
        shared: None,
        expect: None,
        confirmation: Confirmation::TwoLooks,
        now: Timestamp::UNIX_EPOCH,
    })
}
