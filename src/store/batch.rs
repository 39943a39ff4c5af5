//! A batch of changes in one transaction: all rows of a kind share a few statements, since each statement costs a way to
//! the thread of the database and back.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::{Row, SqliteConnection, SqlitePool};

use super::frontier::{Fence, HostId};
use super::readings;
use super::sql;
use super::writer::{CapturesRow, Change, RecordRow, Recorded, TextRow, Then};
use crate::observation::capture::Depth;

/// The latest texts of a source that are kept: the one judged, the one before the last change, and one between.
const TEXTS_KEPT: i64 = 3;

/// Writes all or nothing; says what became of each change, in their order.
pub(super) async fn write(pool: &SqlitePool, changes: &[Change]) -> Result<Vec<Recorded>, sqlx::Error> {
    let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
    let mut rows = Vec::new();
    for change in changes {
        match change {
            Change::Record(row) => rows.push(&**row),
            Change::Captures(row) => keep_captures(&mut transaction, row).await?,
        }
    }
    let mut recorded = record(&mut transaction, &rows).await?.into_iter();
    transaction.commit().await?;
    let became = |change: &Change| match change {
        Change::Record(_) => recorded.next().expect("every row has been recorded or refused"),
        Change::Captures(_) => Recorded::Kept,
    };
    Ok(changes.iter().map(became).collect())
}

async fn keep_captures(connection: &mut SqliteConnection, row: &CapturesRow) -> Result<(), sqlx::Error> {
    let query = sqlx::query(sql::KEEP_CAPTURES).bind(row.source.0).bind(row.anchor_at).bind(row.searched_at);
    query.bind(i64::from(row.depth == Depth::Thorough)).bind(&row.found).execute(connection).await?;
    Ok(())
}

async fn record(connection: &mut SqliteConnection, rows: &[&RecordRow]) -> Result<Vec<Recorded>, sqlx::Error> {
    let held = held(connection, rows).await?;
    let stands = |row: &RecordRow| row.fence.is_none_or(|fence| held.contains(&fence));
    let owned: Vec<&RecordRow> = rows.iter().copied().filter(|row| stands(row)).collect();
    let mut new = insert(connection, &owned).await?;
    let first: Vec<&RecordRow> =
        owned.iter().copied().filter(|row| new.contains(&(row.source.0, row.due_at))).collect();
    keep_texts(connection, &first).await?;
    readings::keep(connection, &first).await?;
    set_next(connection, &owned).await?;
    let became = |row: &&RecordRow| match (stands(row), new.remove(&(row.source.0, row.due_at))) {
        (false, _) => Recorded::LeaseLost,
        (true, true) => Recorded::Kept,
        (true, false) => Recorded::AlreadyThere,
    };
    Ok(rows.iter().map(became).collect())
}

/// The leases of the rows that still stand, which are extended.
async fn held(connection: &mut SqliteConnection, rows: &[&RecordRow]) -> Result<BTreeSet<Fence>, sqlx::Error> {
    let fences: BTreeSet<Fence> = rows.iter().filter_map(|row| row.fence).collect();
    let fences: Vec<Fence> = fences.into_iter().collect();
    let mut held = BTreeSet::new();
    for (part, statement) in sql::TOUCH_MANY.parts(&fences) {
        let bound = |query, fence: &Fence| bind_pair(query, fence.host.0, fence.count);
        let touched = part.iter().fold(sqlx::query(statement), bound).execute(&mut *connection).await?;
        if touched.rows_affected() == part.len() as u64 {
            held.extend(part);
            continue;
        }
        for (part, statement) in sql::HELD_MANY.parts(part) {
            let query = part.iter().fold(sqlx::query(statement), bound);
            let stand = pairs(query.fetch_one(&mut *connection).await?.try_get(0)?);
            held.extend(stand.map(|(host, count)| Fence { host: HostId(host), count }));
        }
    }
    Ok(held)
}

/// Inserts what is not there; gives the source and slot of each row that was not.
async fn insert(connection: &mut SqliteConnection, rows: &[&RecordRow]) -> Result<BTreeSet<(i64, i64)>, sqlx::Error> {
    let mut new: BTreeMap<(i64, i64), &RecordRow> = BTreeMap::new();
    for row in rows {
        new.entry((row.source.0, row.due_at)).or_insert(row);
    }
    let slots: Vec<(i64, i64)> = new.keys().copied().collect();
    let mut moved: Vec<(i64, &RecordRow)> = Vec::new();
    for (part, statement) in sql::RECORDED_MANY.parts(&slots) {
        let bound = |query, slot: &(i64, i64)| bind_pair(query, slot.0, slot.1);
        let query = part.iter().fold(sqlx::query(statement), bound);
        for there in pairs(query.fetch_one(&mut *connection).await?.try_get(0)?) {
            let row = new.remove(&there);
            if let Some(row) = row
                && let Some(slot) = beside_the_future(connection, row).await?
            {
                moved.push((slot, row));
            }
        }
    }
    let rows: Vec<(i64, &RecordRow)> = new.values().map(|row| (row.due_at, *row)).chain(moved.clone()).collect();
    for (part, statement) in sql::RECORD_MANY.parts(&rows) {
        let mut query = sqlx::query(statement);
        for (slot, row) in part {
            query = query.bind(row.source.0).bind(slot).bind(&row.run).bind(row.observed_at).bind(&row.body);
        }
        query.execute(&mut *connection).await?;
    }
    Ok(new.into_keys().chain(moved.iter().map(|(_, row)| (row.source.0, row.due_at))).collect())
}

/// Where a slot was filled by a look of a clock that was ahead, which counts for nothing: the next moment that is free, or is
/// filled likewise. None where somebody has filled the slot, or that moment, by a clock that is right.
async fn beside_the_future(connection: &mut SqliteConnection, row: &RecordRow) -> Result<Option<i64>, sqlx::Error> {
    /// Looks of the future that can have filled one slot: a clock is set back more seldom.
    const MOST: i64 = 1000;
    for slot in row.due_at..row.due_at.saturating_add(MOST) {
        let query = sqlx::query_as(sql::SLOT_FROM_THE_FUTURE).bind(row.source.0).bind(slot).bind(row.observed_at);
        let there: Option<(bool,)> = query.fetch_optional(&mut *connection).await?;
        match there {
            None => return Ok(Some(slot)),
            Some((true,)) => {}
            Some((false,)) => break,
        }
    }
    Ok(None)
}

type Query<'q> = sqlx::query::Query<'q, sqlx::Sqlite, sqlx::sqlite::SqliteArguments>;

fn bind_pair(query: Query<'_>, one: i64, other: i64) -> Query<'_> {
    query.bind(one).bind(other)
}

/// The pairs of numbers that a statement over many rows gives, a line each.
fn pairs(lines: Option<String>) -> impl Iterator<Item = (i64, i64)> {
    let pair =
        |line: &str| line.split_once(' ').and_then(|(one, other)| Some((one.parse().ok()?, other.parse().ok()?)));
    lines.unwrap_or_default().lines().filter_map(pair).collect::<Vec<_>>().into_iter()
}

async fn keep_texts(connection: &mut SqliteConnection, rows: &[&RecordRow]) -> Result<(), sqlx::Error> {
    // A statement can write a row only once; of one text that was read twice the later reading stands.
    let mut texts: BTreeMap<(i64, &str, i64), (i64, &TextRow)> = BTreeMap::new();
    for row in rows {
        if let Some(text) = &row.text {
            texts.insert((row.source.0, &text.digest, text.extractor), (row.observed_at, text));
        }
    }
    let sources: BTreeSet<i64> = texts.keys().map(|(source, _, _)| *source).collect();
    let texts: Vec<(i64, i64, &TextRow)> =
        texts.into_iter().map(|((source, _, _), (read_at, text))| (source, read_at, text)).collect();
    for (part, statement) in sql::KEEP_TEXT_MANY.parts(&texts) {
        let mut query = sqlx::query(statement);
        for (source, read_at, text) in part {
            query = query.bind(source).bind(&text.digest).bind(text.extractor).bind(read_at).bind(&text.page);
        }
        query.execute(&mut *connection).await?;
    }
    let sources: Vec<i64> = sources.into_iter().collect();
    for (part, statement) in sql::DROP_OLD_TEXTS_MANY.parts(&sources) {
        let query = part.iter().fold(sqlx::query(statement), sqlx::query::Query::bind).bind(TEXTS_KEPT);
        query.execute(&mut *connection).await?;
    }
    Ok(())
}

/// Moves each leased source to what comes next.
async fn set_next(connection: &mut SqliteConnection, rows: &[&RecordRow]) -> Result<(), sqlx::Error> {
    let mut settled = Vec::new();
    for row in rows.iter().filter(|row| row.fence.is_some()) {
        match row.then {
            Then::Settled => settled.push(*row),
            Then::LookAgain(at) => {
                let query = sqlx::query(sql::LOOK_AGAIN).bind(row.source.0).bind(row.due_at);
                query.bind(at.as_millisecond()).execute(&mut *connection).await?;
            }
        }
    }
    for (part, statement) in sql::SETTLE_MANY.parts(&settled) {
        let mut query = sqlx::query(statement);
        for row in part {
            query = query.bind(row.source.0).bind(row.due_at).bind(row.observed_at);
        }
        query.execute(&mut *connection).await?;
    }
    Ok(())
}
