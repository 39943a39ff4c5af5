//! What the last whole page of a source was found to say: the part of a look that an unchanged page does not repeat.

use std::collections::{BTreeMap, HashMap};

use sqlx::SqliteConnection;

use super::frontier::SourceId;
use super::writer::RecordRow;
use super::{Store, StoreError, sql};

/// What becomes of the reading of a source with a new look at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NewReading {
    /// It stays: the look says nothing of the page.
    Stays,
    /// It goes: the page can no longer be asked for by it.
    Goes,
    /// There is a new one.
    Is(Reading),
}

/// A reading to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Of the body that was read.
    pub digest: String,
    /// The version of the rules that read it.
    pub extractor: u32,
    /// The version of the rules that searched it.
    pub matcher: u32,
    /// As the caller wrote it.
    pub json: String,
}

/// A source as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KnownSource {
    /// As fetched.
    pub url: String,
    /// Its reading, as the caller wrote it; where there is one by the versions asked for, and the latest text that is kept is
    /// the one read.
    pub reading: Option<String>,
}

impl Store {
    /// What is known of sources, by these versions.
    pub(crate) async fn sources(
        &self,
        sources: &[SourceId],
        extractor: u32,
        matcher: u32,
    ) -> Result<HashMap<SourceId, KnownSource>, StoreError> {
        let failed = self.failed("read what pages said");
        let mut connection = self.read.acquire().await.map_err(&failed)?;
        let mut all = HashMap::with_capacity(sources.len());
        for (part, statement) in sql::SOURCES_MANY.parts(sources) {
            let query = sqlx::query_as(statement).bind(i64::from(extractor)).bind(i64::from(matcher));
            let query = part.iter().fold(query, |query, source| query.bind(source.0));
            let (lines,): (Option<String>,) = query.fetch_one(&mut *connection).await.map_err(&failed)?;
            all.extend(lines.unwrap_or_default().lines().filter_map(known));
        }
        Ok(all)
    }
}

/// A source of a line: its number, its address, and its reading, which may be none.
fn known(line: &str) -> Option<(SourceId, KnownSource)> {
    let (id, rest) = line.split_once(' ')?;
    let (url, reading) = rest.split_once(' ')?;
    let reading = Some(reading.to_owned()).filter(|reading| !reading.is_empty());
    Some((SourceId(id.parse().ok()?), KnownSource { url: url.to_owned(), reading }))
}

/// Writes the readings of a batch of looks; of two looks at one source the later counts.
pub(super) async fn keep(connection: &mut SqliteConnection, rows: &[&RecordRow]) -> Result<(), sqlx::Error> {
    let mut new: BTreeMap<i64, &Reading> = BTreeMap::new();
    for row in rows {
        match &row.reading {
            NewReading::Stays => {}
            NewReading::Is(reading) => {
                new.insert(row.source.0, reading);
            }
            NewReading::Goes => {
                new.remove(&row.source.0);
                sqlx::query(sql::DROP_READING).bind(row.source.0).execute(&mut *connection).await?;
            }
        }
    }
    let new: Vec<(i64, &Reading)> = new.into_iter().collect();
    for (part, statement) in sql::KEEP_READING_MANY.parts(&new) {
        let mut query = sqlx::query(statement);
        for (source, reading) in part {
            query = query.bind(source).bind(&reading.digest).bind(i64::from(reading.extractor));
            query = query.bind(i64::from(reading.matcher)).bind(&reading.json);
        }
        query.execute(&mut *connection).await?;
    }
    Ok(())
}
