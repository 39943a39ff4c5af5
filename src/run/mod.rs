//! One pass, end to end: the only module that knows every stage.
//!
//! A room in it uses only rooms that stand before it in the list below.

pub(crate) mod stop;
pub(crate) mod event;
pub(crate) mod work;
mod facts;
pub(crate) mod shared;
mod read;
mod past;
pub(crate) mod due;
mod holds;
pub(crate) mod looking;
pub(crate) mod beyond;
mod judging;
mod survey;
mod scheduled;
mod pass;
pub(crate) mod kept;
pub(crate) mod fixing;
pub(crate) mod saving;
pub(crate) mod verify;

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use crate::clock;
use crate::config::Config;
use crate::evidence::Recorder;
use crate::fetch::Fetcher;
use crate::intake::scope::Scope;
use crate::report::{Illness, Mode, Report, RunInfo};
use crate::store::{Run, Store, StoreError};
use due::{Scheduled, Which};
use event::Events;
use facts::Facts;
use kept::Told;
use looking::Ended;
use pass::{Judged, Pass};
use stop::{Signal, Stop};
use work::ReadDocument;

pub(crate) use read::{digest, parse, read};

/// A run that was killed is gone on from for so long; later, its looks say too little about today.
const GOES_ON_FOR: Duration = Duration::from_hours(1);

/// All that a check is given.
pub(crate) struct Check {
    pub(crate) documents: Vec<ReadDocument>,
    pub(crate) config: Config,
    pub(crate) mode: Mode,
    pub(crate) which: Which,
    /// None where only the store is asked.
    pub(crate) fetcher: Option<Fetcher>,
    pub(crate) store: Store,
    pub(crate) recorder: Recorder,
    pub(crate) events: Events,
    pub(crate) stop: Stop,
    /// What the watcher suffers from already.
    pub(crate) watcher: Vec<Illness>,
}

/// How a check ended.
#[derive(Debug)]
pub(crate) enum Checked {
    /// With a report; a signal may have cut it short. `scheduled` is there where the schedule was asked.
    Done { told: Box<Told>, stopped: Option<Signal>, scheduled: Option<Scheduled> },
    /// The network is not there, or leads nowhere; nothing was recorded.
    Ill(Illness),
}

/// Checks documents: looks, asks archives, judges, and keeps what was found. Documents of the last run that are in `scope`
/// and not there any more are told, and then forgotten.
pub(crate) async fn check(check: Check, scope: &Scope) -> anyhow::Result<(Checked, Arc<[ReadDocument]>)> {
    passed(check, scope).await.map_err(told)
}

/// Judges documents by what the store holds, and keeps nothing of it; gives the store back.
pub(crate) async fn judged(check: Check) -> anyhow::Result<(Report, Store)> {
    let started = clock::now();
    let run = begun(check.mode, started);
    let pass = Pass::new(check, &run);
    let judged = pass.judge(Facts::of(pass.plan.sources.len())).await.map_err(told)?;
    let info = RunInfo { id: run.id, started, finished: clock::now(), version: run.version, mode: pass.mode };
    let looker = Arc::into_inner(pass.looker).expect("every task of the pass has ended");
    Ok((judged.draft.finish(info, Vec::new()), looker.tools.store))
}

fn begun(mode: Mode, started: Timestamp) -> Run {
    Run {
        id: uuid::Uuid::new_v4().to_string(),
        started,
        finished: None,
        mode: mode.as_str().to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    }
}

/// A failure of the store says what was being done, and not yet that it failed.
fn told(error: anyhow::Error) -> anyhow::Error {
    match error.downcast::<StoreError>() {
        Ok(error) => anyhow::anyhow!("failed to {error}"),
        Err(other) => other,
    }
}

async fn passed(check: Check, scope: &Scope) -> anyhow::Result<(Checked, Arc<[ReadDocument]>)> {
    let started = clock::now();
    let run = begun(check.mode, started);
    let killed = check.store.unfinished_run(&run.mode, started - GOES_ON_FOR).await?;
    let is_alive = killed.as_ref().is_some_and(|before| check.store.is_alive(&before.id));
    let alive = check.store.begin_run(&run).await?;
    if let Some(before) = &killed {
        if is_alive {
            tracing::info!(begun = %before.started, "another run is under way; what it looks at is looked at once for both");
        } else {
            tracing::info!(begun = %before.started, "this run goes on from one that did not come to its end");
        }
    }
    let due_at = killed.map_or(started, |killed| killed.started);
    let mut watcher = check.watcher.clone();
    let pass = Pass::new(check, &run);
    let wishes = pass.wishes(due_at).await?;
    let looked_at = wishes.len();
    let facts = match pass.look(wishes, due_at).await? {
        Ended::Looked(facts) => facts,
        Ended::Ill(illness) => {
            pass.looker.tools.store.forget_run(&run.id).await?;
            return Ok((Checked::Ill(illness), pass.end(alive).await?));
        }
    };
    tracing::debug!("the sources are looked at");
    let Judged { draft, illnesses, next } = pass.judge(facts).await?;
    tracing::debug!("the documents are judged");
    let scheduled = (pass.which == Which::Due).then_some(Scheduled { looked_at, next });
    watcher.extend(illnesses);
    watcher.extend(pass.looker.learnt.witness.is_cut_off().then_some(Illness::NoWayOut));
    pass.tell_waits();
    let info = RunInfo { id: run.id, started, finished: clock::now(), version: run.version, mode: pass.mode };
    let told = kept::keep(&pass.looker.tools.store, draft.finish(info, watcher), scope).await?;
    tracing::debug!("the report is kept");
    let stopped = pass.looker.tools.stop.asked();
    let documents = pass.end(alive).await?;
    Ok((Checked::Done { told: Box::new(told), stopped, scheduled }, documents))
}
