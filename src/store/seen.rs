//! What was seen before, read back as plain values.

use std::collections::HashMap;

use jiff::Timestamp;

use super::writer::anchor_column;
use super::{Store, StoreError, packed, sql};
use crate::observation::Observation;
use crate::observation::capture::CaptureSearch;
use crate::page::Page;

/// What is known of one source.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Seen {
    /// The latest, oldest first.
    pub observations: Vec<Observation>,
    /// The latest text.
    pub text: Option<PageText>,
}

/// The texts of a page as kept.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PageText {
    /// Of the body that they were read from.
    pub digest: String,
    /// The version of the rules that read it.
    pub extractor: u32,
    /// What was read.
    pub page: Page,
}

impl Store {
    /// Every observation of a source, oldest first; those of other spellings of its address as well.
    pub(crate) async fn history(&self, url: &str, same_page_key: &str) -> Result<Vec<Observation>, StoreError> {
        let query = sqlx::query_as(sql::HISTORY).bind(url).bind(same_page_key);
        let rows: Vec<(String,)> = query.fetch_all(&self.read).await.map_err(self.failed("read the history"))?;
        rows.iter().map(|(body,)| self.observation(body)).collect()
    }

    /// The last `looks` observations and the latest text of each source that is known.
    pub(crate) async fn seen(&self, urls: &[&str], looks: usize) -> Result<HashMap<String, Seen>, StoreError> {
        let failed = self.failed("read what was seen");
        let looks = i64::try_from(looks).unwrap_or(i64::MAX);
        let mut connection = self.read.acquire().await.map_err(&failed)?;
        let mut all = HashMap::with_capacity(urls.len());
        for url in urls {
            let query = sqlx::query_as(sql::LAST_OBSERVATIONS).bind(url).bind(looks);
            let rows: Vec<(String,)> = query.fetch_all(&mut *connection).await.map_err(&failed)?;
            if rows.is_empty() {
                continue;
            }
            let query = sqlx::query_as(sql::LAST_TEXT).bind(url);
            let text: Option<(String, i64, Vec<u8>)> = query.fetch_optional(&mut *connection).await.map_err(&failed)?;
            let observations = rows.iter().rev().map(|(body,)| self.observation(body)).collect::<Result<_, _>>()?;
            let text = text.map(|row| self.page_text(row)).transpose()?;
            all.insert((*url).to_owned(), Seen { observations, text });
        }
        Ok(all)
    }

    /// The last search for captures of a source near `anchor`, and when it was made.
    pub(crate) async fn captures(
        &self,
        url: &str,
        anchor: Option<Timestamp>,
    ) -> Result<Option<(Timestamp, CaptureSearch)>, StoreError> {
        let query = sqlx::query_as(sql::CAPTURES).bind(url).bind(anchor_column(anchor));
        let row: Option<(i64, String)> =
            query.fetch_optional(&self.read).await.map_err(self.failed("read the captures"))?;
        let Some((searched_at, found)) = row else { return Ok(None) };
        let search = serde_json::from_str(&found).map_err(|why| self.unreadable("a search for captures", why))?;
        Ok(Some((self.moment("the time of a search", searched_at)?, search)))
    }

    fn observation(&self, body: &str) -> Result<Observation, StoreError> {
        serde_json::from_str(body).map_err(|why| self.unreadable("an observation", why))
    }

    fn page_text(&self, (digest, extractor, page): (String, i64, Vec<u8>)) -> Result<PageText, StoreError> {
        let page = packed::unpack(&page).map_err(|why| self.unreadable("the text of a page", why))?;
        let extractor = u32::try_from(extractor).map_err(|why| self.unreadable("the text of a page", why))?;
        Ok(PageText { digest, extractor, page })
    }
}
