//! The frontier: which host may be touched now, by whom, and what on it is due.
//!
//! A host is leased, not a source. Its `ready_at` is due time, politeness gate and end of lease at once, so a process
//! that dies needs no reaper: the moment passes, and the host can be claimed again. Times are those of the database.

use std::collections::HashMap;
use std::time::Duration;

use jiff::Timestamp;
use sqlx::SqliteConnection;

use super::batch::pairs;
use super::{NEVER, Store, StoreError, sql};

/// A host of the store: one lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct HostId(pub(super) i64);

/// A source of the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SourceId(pub(super) i64);

/// Proof of a lease: the count of leases of its host when it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Fence {
    pub(super) host: HostId,
    pub(super) count: i64,
}

/// A source that a run wants looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Enrolment {
    /// As fetched: no fragment.
    pub url: String,
    /// The spelling that all addresses of the same page share.
    pub same_page_key: String,
    /// The name of its lane.
    pub host: String,
}

/// A host that is ours for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lease {
    /// The name of the lane.
    pub host: String,
    /// For how long yet the host asked to be left alone, of this run or of another.
    pub held: Option<Duration>,
    /// To be shown with every write.
    pub fence: Fence,
    /// What is due now, in the order enrolled; never empty.
    pub due: Vec<DueSource>,
}

/// A source that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DueSource {
    /// Which.
    pub source: SourceId,
    /// The slot that a look at it fills.
    pub due_at: Timestamp,
}

/// When something of a run can be claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NextMoment {
    /// Never: everything that the run wanted has been looked at, by it or by another.
    Done,
    /// After this long; another process may free a host earlier.
    In(Duration),
}

/// How long until something of a run can be claimed on hosts that it does not hold itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Elsewhere {
    /// On a host that nobody holds.
    pub(crate) free: Option<Duration>,
    /// On a host that another run holds, should that run die now.
    pub(crate) leased: Option<Duration>,
}

/// Sources that are held on their way to the list.
const ENROLLED_AT_ONCE: usize = 1000;

type ClaimedRow = (i64, String, i64, i64);

impl Store {
    /// Puts sources on the worklist of a run, each due at its moment; a slot that another run has open is shared with it,
    /// and what was looked at for that moment or later is not wanted again. `delay` is the least time between two looks at
    /// a host. The ids are in the order of `sources`, of which only some are held at a time.
    pub(crate) async fn enrol(
        &self,
        run: &str,
        sources: impl IntoIterator<Item = (Enrolment, Timestamp)>,
        delay: Duration,
    ) -> Result<Vec<SourceId>, StoreError> {
        let failed = self.failed("put sources on the list");
        let mut transaction = self.write.begin_with("BEGIN IMMEDIATE").await.map_err(&failed)?;
        let (mut sources, mut all) = (sources.into_iter(), Vec::new());
        loop {
            let some: Vec<(Enrolment, Timestamp)> = sources.by_ref().take(ENROLLED_AT_ONCE).collect();
            if some.is_empty() {
                break;
            }
            let ids = enrol_some(&mut transaction, run, &some, all.len(), delay).await.map_err(&failed)?;
            all.extend(ids);
        }
        sqlx::query(sql::WAKE_HOSTS).bind(run).execute(&mut *transaction).await.map_err(&failed)?;
        transaction.commit().await.map_err(&failed)?;
        Ok(all)
    }

    /// The ids of sources that no lane looks at: in a replay, or where only captures are kept.
    pub(crate) async fn know(&self, sources: impl IntoIterator<Item = Enrolment>) -> Result<Vec<SourceId>, StoreError> {
        let failed = self.failed("note sources");
        let mut transaction = self.write.begin_with("BEGIN IMMEDIATE").await.map_err(&failed)?;
        let (mut sources, mut all) = (sources.into_iter(), Vec::new());
        loop {
            let some: Vec<Enrolment> = sources.by_ref().take(ENROLLED_AT_ONCE).collect();
            if some.is_empty() {
                break;
            }
            let known: Vec<New<'_>> =
                some.iter().map(|source| New { source, next_check_at: NEVER, wanted_at: 0 }).collect();
            let ids = know_sources(&mut transaction, &known, None).await.map_err(&failed)?;
            all.extend(ids.into_iter().map(|(source, _)| source));
        }
        transaction.commit().await.map_err(&failed)?;
        Ok(all)
    }

    /// Leases up to `hosts` hosts that hold something due of the run; a host that another process holds is not among
    /// them until it is released or its lease ends.
    pub(crate) async fn claim(
        &self,
        run: &str,
        hosts: usize,
        owner: &str,
        lease: Duration,
    ) -> Result<Vec<Lease>, StoreError> {
        let failed = self.failed("lease hosts");
        let mut transaction = self.write.begin_with("BEGIN IMMEDIATE").await.map_err(&failed)?;
        let mut claimed: Vec<ClaimedRow> = sqlx::query_as(sql::CLAIM)
            .bind(run)
            .bind(i64::try_from(hosts).unwrap_or(i64::MAX))
            .bind(owner)
            .bind(milliseconds(lease))
            .fetch_all(&mut *transaction)
            .await
            .map_err(&failed)?;
        // The order of RETURNING is not defined; ids are in the order of enrolment.
        claimed.sort_unstable();
        let mut leases = Vec::with_capacity(claimed.len());
        for row in claimed {
            let query = sqlx::query_as(sql::DUE).bind(run).bind(row.0);
            let (due,): (Option<String>,) = query.fetch_one(&mut *transaction).await.map_err(&failed)?;
            leases.push(self.lease(row, pairs(due.as_deref().unwrap_or_default()))?);
        }
        transaction.commit().await.map_err(&failed)?;
        Ok(leases)
    }

    fn lease(&self, row: ClaimedRow, due: impl Iterator<Item = (i64, i64)>) -> Result<Lease, StoreError> {
        let (id, host, count, held) = row;
        let due = due.map(|(source, due_at)| {
            Ok(DueSource { source: SourceId(source), due_at: self.moment("a due time", due_at)? })
        });
        let held = (held > 0).then(|| until(held));
        Ok(Lease { host, held, fence: Fence { host: HostId(id), count }, due: due.collect::<Result<_, StoreError>>()? })
    }

    /// When something of the run can be claimed.
    pub(crate) async fn next_moment(&self, run: &str) -> Result<NextMoment, StoreError> {
        let failed = self.failed("read the list");
        let (wait,): (Option<i64>,) =
            sqlx::query_as(sql::NEXT_MOMENT).bind(run).fetch_one(&self.read).await.map_err(failed)?;
        Ok(wait.map_or(NextMoment::Done, |wait| NextMoment::In(until(wait))))
    }

    /// The same where the run holds hosts that it does not give back yet.
    pub(crate) async fn next_elsewhere(&self, run: &str) -> Result<Elsewhere, StoreError> {
        let failed = self.failed("read the list");
        let query = sqlx::query_as::<_, (Option<i64>, Option<i64>)>(sql::NEXT_ELSEWHERE).bind(run);
        let (free, leased) = query.fetch_one(&self.read).await.map_err(failed)?;
        Ok(Elsewhere { free: free.map(until), leased: leased.map(until) })
    }

    /// Before a look that may end after the lease does: extends it. False where the lease is lost; then stop.
    /// A record extends it as well.
    pub(crate) async fn touch(&self, fence: Fence) -> Result<bool, StoreError> {
        let query = sqlx::query(sql::TOUCH).bind(fence.host.0).bind(fence.count);
        let done = query.execute(&self.write).await.map_err(self.failed("extend a lease"))?;
        Ok(done.rows_affected() == 1)
    }

    /// Gives the host back; whatever of it is due can be claimed again after its delay.
    pub(crate) async fn release(&self, fence: Fence) -> Result<(), StoreError> {
        let query = sqlx::query(sql::RELEASE).bind(fence.host.0).bind(fence.count);
        query.execute(&self.write).await.map_err(self.failed("release a host"))?;
        Ok(())
    }
}

/// Milliseconds that may have passed.
fn until(wait: i64) -> Duration {
    Duration::from_millis(u64::try_from(wait).unwrap_or(0))
}

/// Puts some sources on the worklist of a run, behind those that are `before` them.
async fn enrol_some(
    connection: &mut SqliteConnection,
    run: &str,
    sources: &[(Enrolment, Timestamp)],
    before: usize,
    delay: Duration,
) -> Result<Vec<SourceId>, sqlx::Error> {
    let slots: Vec<New<'_>> = sources
        .iter()
        .map(|(source, due_at)| {
            let due_at = due_at.as_millisecond();
            New { source, next_check_at: due_at, wanted_at: due_at }
        })
        .collect();
    let ids = know_sources(connection, &slots, Some(delay)).await?;
    let first = i64::try_from(before).unwrap_or(NEVER);
    let wanted: Vec<(&(SourceId, HostId), i64, i64)> =
        ids.iter().zip(&slots).zip(first..).map(|((ids, slot), ordinal)| (ids, slot.wanted_at, ordinal)).collect();
    for (part, statement) in sql::ADD_TO_WORKLIST_MANY.parts(&wanted) {
        let mut query = sqlx::query(statement);
        for ((source, host), due_at, ordinal) in part {
            query = query.bind(run).bind(host.0).bind(source.0).bind(due_at).bind(ordinal);
        }
        query.execute(&mut *connection).await?;
    }
    Ok(ids.into_iter().map(|(source, _)| source).collect())
}

/// The id of a host, which is made where it is not there; a run names one host for many sources.
async fn know_host<'a>(
    connection: &mut SqliteConnection,
    known: &mut HashMap<&'a str, i64>,
    name: &'a str,
    delay: Option<Duration>,
) -> Result<i64, sqlx::Error> {
    if let Some(id) = known.get(name) {
        return Ok(*id);
    }
    let query = sqlx::query_as(sql::ENROL_HOST).bind(name).bind(delay.map(milliseconds));
    let (id,): (i64,) = query.fetch_one(connection).await?;
    known.insert(name, id);
    Ok(id)
}

/// A source to be known, and the slot that is wanted of it.
#[derive(Clone, Copy)]
struct New<'a> {
    source: &'a Enrolment,
    next_check_at: i64,
    wanted_at: i64,
}

/// The ids of sources, which are made where they are not there, and of the hosts that each was first known on; in the
/// order of `sources`.
async fn know_sources(
    connection: &mut SqliteConnection,
    sources: &[New<'_>],
    delay: Option<Duration>,
) -> Result<Vec<(SourceId, HostId)>, sqlx::Error> {
    let (mut hosts, mut known, mut new) = (HashMap::new(), HashMap::with_capacity(sources.len()), Vec::new());
    for each in sources {
        // A statement can write a row only once.
        if known.insert(each.source.url.as_str(), (SourceId(0), HostId(0))).is_none() {
            new.push((each, know_host(connection, &mut hosts, &each.source.host, delay).await?));
        }
    }
    for (part, statement) in sql::ENROL_SOURCE_MANY.parts(&new) {
        let mut query = sqlx::query(statement);
        for (each, host) in part {
            let own = query.bind(&each.source.url).bind(&each.source.same_page_key).bind(*host);
            query = own.bind(each.next_check_at).bind(each.wanted_at);
        }
        query.execute(&mut *connection).await?;
    }
    let urls: Vec<&str> = new.iter().map(|(each, _)| each.source.url.as_str()).collect();
    for (part, statement) in sql::SOURCE_IDS_MANY.parts(&urls) {
        let query = part.iter().fold(sqlx::query_as(statement), |query, url| query.bind(*url));
        let (lines,): (Option<String>,) = query.fetch_one(&mut *connection).await?;
        for (id, host, url) in lines.iter().flat_map(|lines| lines.lines()).filter_map(numbered) {
            if let Some(ids) = known.get_mut(url) {
                *ids = (SourceId(id), HostId(host));
            }
        }
    }
    Ok(sources.iter().map(|each| known[each.source.url.as_str()]).collect())
}

/// A source of a line: its number, that of its host, and its address.
fn numbered(line: &str) -> Option<(i64, i64, &str)> {
    let (id, rest) = line.split_once(' ')?;
    let (host, url) = rest.split_once(' ')?;
    Some((id.parse().ok()?, host.parse().ok()?, url))
}

pub(super) fn milliseconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(NEVER).min(NEVER)
}
