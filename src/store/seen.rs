//! What was seen before, read back as plain values.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;

use super::writer::anchor_column;
use super::{Store, StoreError, kept_text, sql};
use crate::locator::user_info;
use crate::observation::Observation;
use crate::observation::capture::{CaptureSearch, Depth};
use crate::page::Page;

/// What is known of one source.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Seen {
    /// The latest look.
    pub last: Observation,
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

/// A search for captures, as kept.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct KeptSearch {
    /// When archives were asked.
    pub searched_at: Timestamp,
    /// How much was asked.
    pub depth: Depth,
    /// What they told.
    pub search: CaptureSearch,
}

/// Looks that one statement joins to one text, each of some kilobytes, seldom of some hundreds.
pub(super) const JOINED: usize = 1024;

type SearchRow = (i64, bool, String);

type QueryAs<'q, T> = sqlx::query::QueryAs<'q, sqlx::Sqlite, T, sqlx::sqlite::SqliteArguments>;

impl Store {
    /// Every observation of a source, oldest first; those of other spellings of its address as well.
    pub(crate) async fn history(&self, url: &str, same_page_key: &str) -> Result<Vec<Observation>, StoreError> {
        let query = sqlx::query_as(sql::HISTORY).bind(url).bind(same_page_key);
        let rows: Vec<(String,)> = query.fetch_all(&self.read).await.map_err(self.failed("read the history"))?;
        rows.iter().map(|(body,)| self.observation(body)).collect()
    }

    /// The last `looks` observations up to `until` of each source that is known, oldest first.
    pub(crate) async fn observed(
        &self,
        urls: &[&str],
        looks: usize,
        until: Timestamp,
    ) -> Result<HashMap<String, Vec<Observation>>, StoreError> {
        let mut all: HashMap<String, Vec<Observation>> = HashMap::with_capacity(urls.len());
        if looks > JOINED {
            for url in urls {
                let seen = self.last_looks(url, looks, until).await?;
                if !seen.is_empty() {
                    all.insert((*url).to_owned(), seen);
                }
            }
            return Ok(all);
        }
        let failed = self.failed("read what was seen");
        let sources = JOINED / looks.max(1);
        let statements = if looks == 1 { &sql::LAST_OBSERVATION_MANY } else { &sql::OBSERVATIONS_MANY };
        let (one, looks) = (looks == 1, i64::try_from(looks).unwrap_or(i64::MAX));
        let until = until.as_millisecond();
        let mut connection = self.read.acquire().await.map_err(&failed)?;
        for (part, statement) in urls.chunks(sources).flat_map(|some| statements.parts(some)) {
            let all_urls = |query| part.iter().fold(query, |query: QueryAs<'_, _>, url| query.bind(*url));
            let query = sqlx::query_as(statement);
            let query = if one { all_urls(query.bind(until)) } else { all_urls(query).bind(until).bind(looks) };
            let (lines,): (Option<String>,) = query.fetch_one(&mut *connection).await.map_err(&failed)?;
            // JSON holds no line end as it is, and an address no space.
            for (url, body) in lines.iter().flat_map(|lines| lines.lines()).filter_map(|line| line.split_once(' ')) {
                // Most sources have been seen once; room for four looks would be most of what a run holds.
                let seen = self.observation(body)?;
                all.entry(url.to_owned()).or_insert_with(|| Vec::with_capacity(1)).push(seen);
            }
        }
        Ok(all)
    }

    /// More looks of one source than are joined, row by row.
    async fn last_looks(&self, url: &str, looks: usize, until: Timestamp) -> Result<Vec<Observation>, StoreError> {
        let query = sqlx::query_as(sql::LAST_LOOKS).bind(url).bind(until.as_millisecond());
        let query = query.bind(i64::try_from(looks).unwrap_or(i64::MAX));
        let rows: Vec<(String,)> = query.fetch_all(&self.read).await.map_err(self.failed("read what was seen"))?;
        rows.iter().rev().map(|(body,)| self.observation(body)).collect()
    }

    /// The last observation of a source, and its latest text.
    pub(crate) async fn seen(&self, url: &str) -> Result<Option<Seen>, StoreError> {
        let Some(last) = self.observed(&[url], 1, Timestamp::MAX).await?.remove(url).and_then(|mut looks| looks.pop())
        else {
            return Ok(None);
        };
        Ok(Some(Seen { last, text: self.text(url).await? }))
    }

    /// The latest text of a source. One that cannot be read is told, and is none: the next reading of the page replaces it.
    pub(crate) async fn text(&self, url: &str) -> Result<Option<PageText>, StoreError> {
        let query = sqlx::query_as(sql::LAST_TEXT).bind(url);
        let row: Option<(String, i64, Vec<u8>)> =
            query.fetch_optional(&self.read).await.map_err(self.failed("read the text of a page"))?;
        Ok(row.and_then(|row| {
            let told = |error: &StoreError| {
                tracing::warn!(
                    source = user_info::hidden(url),
                    "failed to {error}; it is left out until the page is read again"
                );
            };
            self.page_text(row).inspect_err(told).ok()
        }))
    }

    /// The texts of a source that are kept, and when each was read last; the latest first. One that a version of citewatch
    /// wrote whose texts cannot be read any more is left out.
    pub(crate) async fn texts(&self, url: &str) -> Result<Vec<(Timestamp, PageText)>, StoreError> {
        let query = sqlx::query_as(sql::TEXTS).bind(url);
        let rows: Vec<(i64, String, i64, Vec<u8>)> =
            query.fetch_all(&self.read).await.map_err(self.failed("read the texts of a page"))?;
        let mut texts = Vec::with_capacity(rows.len());
        for (read_at, digest, extractor, page) in rows {
            if let Ok(text) = self.page_text((digest, extractor, page)) {
                texts.push((self.moment("the time of a look", read_at)?, text));
            }
        }
        Ok(texts)
    }

    /// The last search for captures of a source near `anchor`, and when it was made.
    pub(crate) async fn captures(
        &self,
        url: &str,
        anchor: Option<Timestamp>,
    ) -> Result<Option<KeptSearch>, StoreError> {
        let query = sqlx::query_as(sql::CAPTURES).bind(url).bind(anchor_column(anchor));
        let row: Option<SearchRow> =
            query.fetch_optional(&self.read).await.map_err(self.failed("read the captures"))?;
        row.map(|row| self.kept_search(row)).transpose()
    }

    /// The last searches for captures of a source, near whatever date.
    pub(crate) async fn captures_near_any_date(&self, url: &str) -> Result<Vec<KeptSearch>, StoreError> {
        let query = sqlx::query_as(sql::CAPTURES_NEAR_ANY_DATE).bind(url);
        let rows: Vec<SearchRow> = query.fetch_all(&self.read).await.map_err(self.failed("read the captures"))?;
        rows.into_iter().map(|row| self.kept_search(row)).collect()
    }

    /// The sources of which captures were ever searched for.
    pub(crate) async fn searched(&self) -> Result<HashSet<String>, StoreError> {
        let query = sqlx::query_as(sql::SEARCHED).fetch_one(&self.read).await;
        let (urls,): (Option<String>,) = query.map_err(self.failed("read the captures"))?;
        Ok(urls.unwrap_or_default().lines().map(str::to_owned).collect())
    }

    fn kept_search(&self, (searched_at, thorough, found): SearchRow) -> Result<KeptSearch, StoreError> {
        let search = serde_json::from_str(&found).map_err(|why| self.unreadable("a search for captures", why))?;
        let depth = if thorough { Depth::Thorough } else { Depth::Nearest };
        Ok(KeptSearch { searched_at: self.moment("the time of a search", searched_at)?, depth, search })
    }

    fn observation(&self, body: &str) -> Result<Observation, StoreError> {
        serde_json::from_str(body).map_err(|why| self.unreadable("an observation", why))
    }

    fn page_text(&self, (digest, extractor, page): (String, i64, Vec<u8>)) -> Result<PageText, StoreError> {
        let page = kept_text::unpack(&page).map_err(|why| self.unreadable("the text of a page", why))?;
        let extractor = u32::try_from(extractor).map_err(|why| self.unreadable("the text of a page", why))?;
        Ok(PageText { digest, extractor, page })
    }
}
