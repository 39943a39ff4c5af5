//! A batch of changes in one transaction: all rows of a kind share a few statements, since each statement costs a way to
//! the thread of the database and back.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use sqlx::{Row, SqliteConnection, SqlitePool};

use super::frontier::{Fence, HostId, milliseconds};
use super::readings;
use super::sql;
use super::writer::{CapturesRow, Change, RecordRow, Recorded, TextRow, Then};
use crate::observation::capture::Depth;

/// The latest texts of a source that are kept: the one judged, the one before the last change, and one between.
const TEXTS_KEPT: i64 = 3;

/// A look on its way: what is large of it is moved into the statements, and not copied.
type Rows = [RecordRow];

/// Writes all or nothing; says what became of each change, in their order.
pub(super) async fn write(pool: &SqlitePool, changes: Vec<Change>) -> Result<Vec<Recorded>, sqlx::Error> {
    let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
    let (mut rows, mut captures) = (Vec::new(), Vec::new());
    for (at, change) in changes.into_iter().enumerate() {
        match change {
            Change::Record(row) => rows.push(*row),
            Change::Captures(row) => {
                keep_captures(&mut transaction, &row).await?;
                captures.push(at);
            }
        }
    }
    let mut became = record(&mut transaction, &mut rows).await?;
    transaction.commit().await?;
    // Each at its place among all changes.
    for at in captures {
        became.insert(at, Recorded::Kept);
    }
    Ok(became)
}

async fn keep_captures(connection: &mut SqliteConnection, row: &CapturesRow) -> Result<(), sqlx::Error> {
    let query = sqlx::query(sql::KEEP_CAPTURES).bind(row.source.0).bind(row.anchor_at).bind(row.searched_at);
    query.bind(i64::from(row.depth == Depth::Thorough)).bind(&row.found).execute(connection).await?;
    Ok(())
}

async fn record(connection: &mut SqliteConnection, rows: &mut Rows) -> Result<Vec<Recorded>, sqlx::Error> {
    let held = held(connection, rows).await?;
    let stands = |row: &RecordRow| row.fence.is_none_or(|fence| held.contains(&fence));
    let owned: Vec<usize> = (0..rows.len()).filter(|at| stands(&rows[*at])).collect();
    let mut new = insert(connection, rows, &owned).await?;
    let is_new = |at: &usize| new.contains(&(rows[*at].source.0, rows[*at].due_at));
    let first: Vec<usize> = owned.iter().copied().filter(is_new).collect();
    readings::drop_others(connection, rows, &first).await?;
    keep_texts(connection, rows, &first).await?;
    readings::keep(connection, rows, &first).await?;
    set_next(connection, owned.iter().map(|at| &rows[*at])).await?;
    hold_hosts(connection, owned.iter().map(|at| &rows[*at])).await?;
    let became = |row: &RecordRow| match (stands(row), new.remove(&(row.source.0, row.due_at))) {
        (false, _) => Recorded::LeaseLost,
        (true, true) => Recorded::Kept,
        (true, false) => Recorded::AlreadyThere,
    };
    Ok(rows.iter().map(became).collect())
}

/// The leases of the rows that still stand, which are extended.
async fn held(connection: &mut SqliteConnection, rows: &Rows) -> Result<BTreeSet<Fence>, sqlx::Error> {
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
            let stand: Option<String> = query.fetch_one(&mut *connection).await?.try_get(0)?;
            let stand = pairs(stand.as_deref().unwrap_or_default());
            held.extend(stand.map(|(host, count)| Fence { host: HostId(host), count }));
        }
    }
    Ok(held)
}

/// Inserts those of the `owned` rows that are not there; gives the source and slot of each row that was not.
async fn insert(
    connection: &mut SqliteConnection,
    rows: &mut Rows,
    owned: &[usize],
) -> Result<BTreeSet<(i64, i64)>, sqlx::Error> {
    let mut new: BTreeMap<(i64, i64), usize> = BTreeMap::new();
    for at in owned {
        new.entry((rows[*at].source.0, rows[*at].due_at)).or_insert(*at);
    }
    let slots: Vec<(i64, i64)> = new.keys().copied().collect();
    let mut moved: Vec<(i64, usize)> = Vec::new();
    for (part, statement) in sql::RECORDED_MANY.parts(&slots) {
        let bound = |query, slot: &(i64, i64)| bind_pair(query, slot.0, slot.1);
        let query = part.iter().fold(sqlx::query(statement), bound);
        let there: Option<String> = query.fetch_one(&mut *connection).await?.try_get(0)?;
        for there in pairs(there.as_deref().unwrap_or_default()) {
            if let Some(at) = new.remove(&there)
                && let Some(slot) = beside_the_future(connection, &rows[at]).await?
            {
                moved.push((slot, at));
            }
        }
    }
    let all: Vec<(i64, usize)> = new.values().map(|at| (rows[*at].due_at, *at)).chain(moved.clone()).collect();
    for (part, statement) in sql::RECORD_MANY.parts(&all) {
        let mut query = sqlx::query(statement);
        for (slot, at) in part {
            let row = &mut rows[*at];
            query = query.bind(row.source.0).bind(slot).bind(row.run.clone()).bind(row.observed_at);
            query = query.bind(std::mem::take(&mut row.body));
        }
        query.execute(&mut *connection).await?;
    }
    Ok(new.into_keys().chain(moved.iter().map(|(_, at)| (rows[*at].source.0, rows[*at].due_at))).collect())
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
pub(super) fn pairs(lines: &str) -> impl Iterator<Item = (i64, i64)> {
    lines.lines().filter_map(|line| {
        let (one, other) = line.split_once(' ')?;
        Some((one.parse().ok()?, other.parse().ok()?))
    })
}

async fn keep_texts(connection: &mut SqliteConnection, rows: &mut Rows, first: &[usize]) -> Result<(), sqlx::Error> {
    // A statement can write a row only once; of one text that was read twice the later reading stands.
    let mut texts: BTreeMap<(i64, String, i64), (i64, Vec<u8>)> = BTreeMap::new();
    for at in first {
        let row = &mut rows[*at];
        if let Some(TextRow { digest, extractor, page }) = row.text.take() {
            texts.insert((row.source.0, digest, extractor), (row.observed_at, page));
        }
    }
    let sources: BTreeSet<i64> = texts.keys().map(|(source, _, _)| *source).collect();
    let mut rest = texts.into_iter();
    for statement in sql::KEEP_TEXT_MANY.texts_for(rest.len()) {
        let mut query = sqlx::query(statement.text);
        for ((source, digest, extractor), (read_at, page)) in rest.by_ref().take(statement.rows) {
            query = query.bind(source).bind(digest).bind(extractor).bind(read_at).bind(page);
        }
        query.execute(&mut *connection).await?;
    }
    let sources: Vec<i64> = sources.into_iter().collect();
    for (part, statement) in sql::DROP_OLD_TEXTS_MANY.parts(&sources) {
        let query = part.iter().fold(sqlx::query(statement), sqlx::query::Query::bind);
        query.bind(TEXTS_KEPT).bind(TEXTS_KEPT).execute(&mut *connection).await?;
    }
    Ok(())
}

/// Takes note of what hosts asked for, so that the next run leaves them alone as well.
async fn hold_hosts(
    connection: &mut SqliteConnection,
    rows: impl Iterator<Item = &RecordRow>,
) -> Result<(), sqlx::Error> {
    let mut held: BTreeMap<i64, Duration> = BTreeMap::new();
    for (fence, asked) in rows.filter_map(|row| Some((row.fence?, row.held?))) {
        held.entry(fence.host.0).and_modify(|longest| *longest = asked.max(*longest)).or_insert(asked);
    }
    for (host, asked) in held {
        let query = sqlx::query(sql::HOLD_HOST).bind(host).bind(milliseconds(asked));
        query.execute(&mut *connection).await?;
    }
    Ok(())
}

/// Moves each leased source to what comes next.
async fn set_next(
    connection: &mut SqliteConnection,
    rows: impl Iterator<Item = &RecordRow>,
) -> Result<(), sqlx::Error> {
    let mut settled = Vec::new();
    for row in rows.filter(|row| row.fence.is_some()) {
        match row.then {
            Then::Settled => settled.push(row),
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
