//! What the last whole page of a source was found to say: the part of a look that an unchanged page does not repeat.

use std::collections::{BTreeMap, HashMap};

use sqlx::SqliteConnection;

use super::frontier::SourceId;
use super::writer::{RecordRow, TextRow};
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
    /// Its reading, as the caller wrote it; where there is one by the versions asked for, and its text is kept. That is the
    /// latest one.
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

/// Drops the readings of sources of which another text is kept, with no reading of its own.
pub(super) async fn drop_others(
    connection: &mut SqliteConnection,
    rows: &[RecordRow],
    first: &[usize],
) -> Result<(), sqlx::Error> {
    let alone = |row: &&RecordRow| row.reading == NewReading::Stays;
    let kept =
        first.iter().map(|at| &rows[*at]).filter(alone).filter_map(|row| Some((row.source.0, row.text.as_ref()?)));
    let kept: Vec<(i64, &TextRow)> = kept.collect();
    for (part, statement) in sql::DROP_OTHER_READINGS_MANY.parts(&kept) {
        let mut query = sqlx::query(statement);
        for (source, text) in part {
            query = query.bind(source).bind(&text.digest).bind(text.extractor);
        }
        query.execute(&mut *connection).await?;
    }
    Ok(())
}

/// Writes the readings of the `first` of a batch of looks; of two looks at one source the later counts.
pub(super) async fn keep(
    connection: &mut SqliteConnection,
    rows: &mut [RecordRow],
    first: &[usize],
) -> Result<(), sqlx::Error> {
    let mut new: BTreeMap<i64, Reading> = BTreeMap::new();
    for at in first {
        let source = rows[*at].source.0;
        match std::mem::replace(&mut rows[*at].reading, NewReading::Stays) {
            NewReading::Stays => {}
            NewReading::Is(reading) => {
                new.insert(source, reading);
            }
            NewReading::Goes => {
                new.remove(&source);
                sqlx::query(sql::DROP_READING).bind(source).execute(&mut *connection).await?;
            }
        }
    }
    let mut rest = new.into_iter();
    for statement in sql::KEEP_READING_MANY.texts_for(rest.len()) {
        let mut query = sqlx::query(statement.text);
        for (source, Reading { digest, extractor, matcher, json }) in rest.by_ref().take(statement.rows) {
            query = query.bind(source).bind(digest).bind(i64::from(extractor)).bind(i64::from(matcher)).bind(json);
        }
        query.execute(&mut *connection).await?;
    }
    Ok(())
}
