//! The service: a pass whenever something is due or a document has changed, for ever.
//!
//! Each pass is a run of its own, from the documents to the reports, as `check --due` makes one; between passes nothing is
//! held but what the last one said. A pass that fails makes the watcher ill, which its report says, and is tried again. A
//! configuration that was changed is read between passes; one that cannot be read leaves the one before in force.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::Notify;

use crate::clock;
use crate::config::Config;
use crate::document::Format;
use crate::evidence::Recorder;
use crate::fetch::{Fetcher, NetworkOptions};
use crate::intake::scope::Scope;
use crate::intake::{self, Intake, IntakeProblem, Stamp};
use crate::report::Mode;
use crate::report::health::{Ill, Illness};
use crate::run::due::Which;
use crate::run::event::Events;
use crate::run::kept::{self, Told};
use crate::run::saving::{Asking, SeenBy};
use crate::run::stop::{Signal, Stop};
use crate::run::work::{ReadDocument, Texts};
use crate::run::{self, Check, Checked};
use crate::store::Store;

/// Documents are looked at for changes so often: by their size and time, which costs next to nothing.
const LOOK_AT_DOCUMENTS: Duration = Duration::from_secs(5);

/// After a pass that failed the next one waits so long, then twice as long each time, up to the last.
const FIRST_PAUSE: Duration = Duration::from_mins(1);
const LAST_PAUSE: Duration = Duration::from_hours(1);

/// What was told by a clock that has been set back by more is waited for no longer.
const SET_BACK: SignedDuration = SignedDuration::from_mins(5);

/// What the configuration file decides.
#[derive(Debug)]
pub(crate) struct Settings {
    pub(crate) config: Config,
    pub(crate) network: NetworkOptions,
    /// Where evidence is written, if it is.
    pub(crate) record: Option<PathBuf>,
    /// Who is asked after each pass to save what lacks a capture, if anybody is.
    pub(crate) asking: Option<Asking>,
}

/// What the command line decides.
#[derive(Debug)]
pub(crate) struct Service {
    /// Documents and folders; none for what the configuration watches.
    pub(crate) paths: Vec<String>,
    pub(crate) input_format: Option<Format>,
    pub(crate) reports: PathBuf,
    pub(crate) stop: Stop,
    /// Each asks for the configuration to be read again, and for a pass.
    pub(crate) hangups: Arc<Notify>,
}

/// The settings as they were last read whole, and the file that they come from.
struct Configured<F> {
    settings: Settings,
    file: PathBuf,
    stamp: Option<Stamp>,
    /// Why the file as it stands is not what holds.
    trouble: Option<String>,
    load: F,
}

/// What ended a wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Woken {
    Due,
    Changed,
    Reconfigured,
    Stopped(Signal),
}

/// When a pass began, by two clocks, of which nobody sets the second.
#[derive(Debug, Clone, Copy)]
struct Began {
    by_the_clock: Timestamp,
    at: Instant,
}

impl Began {
    fn now() -> Self {
        Self { by_the_clock: clock::now(), at: Instant::now() }
    }

    /// Whether the clock was set back since, by more than clocks are set by every day.
    fn is_after_now(self) -> bool {
        let by_now = SignedDuration::try_from(self.at.elapsed()).unwrap_or(SignedDuration::MAX);
        clock::now().duration_since(self.by_the_clock) < by_now.saturating_sub(SET_BACK)
    }
}

/// How the last passes went.
#[derive(Debug, Default)]
struct State {
    told: Option<Told>,
    ill: Option<Ill>,
    /// Passes that failed in a row.
    failed: u32,
}

/// Serves until a signal comes, by what `load` reads from `file` whenever that changes. The first pass must be possible: a
/// store that is not ours, no folder for the reports, or no document at all, is an error at once and not an illness.
pub(crate) async fn serve(
    service: Service,
    file: PathBuf,
    load: impl Fn() -> anyhow::Result<Settings>,
) -> anyhow::Result<Signal> {
    let mut configured = Configured::read(file, load)?;
    service.documents(&configured.settings)?;
    kept::make_folder(&service.reports)?;
    store(&configured.settings).await?.close().await;
    let mut state = State::default();
    loop {
        let (stamps, began) = (service.stamps(&configured.settings), Began::now());
        let next = match service.pass(&configured.settings, configured.trouble.as_deref()).await {
            Ok((Checked::Done { told, stopped: None, scheduled }, documents)) => {
                let again = service.told(&configured.settings.config.watch.root, *told, &mut state);
                if let Err(error) = service.save(&configured.settings, &documents).await {
                    tracing::error!("{error:#}");
                }
                scheduled.and_then(|scheduled| scheduled.next).into_iter().chain(again).min()
            }
            Ok((Checked::Done { told, stopped: Some(signal), .. }, _)) => {
                if let Err(error) = kept::write_reports(&service.reports, &configured.settings.config.watch.root, &told)
                {
                    tracing::error!("{error:#}");
                }
                return Ok(signal);
            }
            Ok((Checked::Ill(illness), _)) => Some(service.fell_ill(illness, &mut state)),
            Err(error) => Some(service.fell_ill(Illness::Failure(format!("{error:#}")), &mut state)),
        };
        match service.wait(next, began, &configured, &stamps).await {
            Woken::Stopped(signal) => return Ok(signal),
            Woken::Due => tracing::debug!("something is due"),
            Woken::Changed => tracing::info!("a document has changed"),
            Woken::Reconfigured => configured.read_again(),
        }
    }
}

impl<F: Fn() -> anyhow::Result<Settings>> Configured<F> {
    fn read(file: PathBuf, load: F) -> anyhow::Result<Self> {
        let stamp = intake::stamp(&file);
        Ok(Self { settings: load()?, file, stamp, trouble: None, load })
    }

    fn has_changed(&self) -> bool {
        intake::stamp(&self.file) != self.stamp
    }

    /// Reads the file again. Where it cannot be read, what it said before holds, and that is told.
    fn read_again(&mut self) {
        let was_there = self.stamp.is_some();
        self.stamp = intake::stamp(&self.file);
        let read = if was_there && self.stamp.is_none() {
            Err(anyhow::anyhow!("failed to read {}: it is not there any more", self.file.display()))
        } else {
            (self.load)()
        };
        match read {
            Ok(settings) => {
                tracing::info!(file = %self.file.display(), "the configuration is read again");
                (self.settings, self.trouble) = (settings, None);
            }
            Err(error) => {
                let trouble = format!("{error:#}");
                tracing::error!("the configuration cannot be read, so the one before holds: {trouble}");
                self.trouble = Some(trouble);
            }
        }
    }
}

async fn store(settings: &Settings) -> anyhow::Result<Store> {
    Store::open(&settings.config.store).await.map_err(|error| anyhow::anyhow!("failed to {error}"))
}

impl Service {
    async fn pass(&self, settings: &Settings, trouble: Option<&str>) -> anyhow::Result<(Checked, Arc<[ReadDocument]>)> {
        let (documents, unread) = self.documents(settings)?;
        let fetcher = Fetcher::network(&settings.network).context("failed to set up the network")?;
        let recorder = Recorder::open(settings.record.as_deref())?;
        let events = Events::default();
        let counted = events.counted();
        let (config, store, stop) = (settings.config.clone(), store(settings).await?, self.stop.clone());
        let (mode, which, fetcher) = (Mode::Live, Which::Due, Some(fetcher));
        let trouble = trouble.map(|trouble| Illness::BadConfiguration(trouble.to_owned()));
        let watcher = trouble.into_iter().chain(unread).collect();
        let scope = Scope::of(&self.paths, &settings.config.watch, Some(&self.reports));
        let began = Instant::now();
        let check = Check { documents, config, mode, which, fetcher, store, recorder, events, stop, watcher };
        let checked = run::check(check, &scope).await;
        tracing::info!("{}", counted.so_far().after(began.elapsed()));
        checked
    }

    /// Has pages saved that lack a capture, where the configuration says so. That an archive cannot save says nothing of the
    /// sources, and the next pass asks again.
    async fn save(&self, settings: &Settings, documents: &[ReadDocument]) -> anyhow::Result<()> {
        let Some(asking) = settings.asking.clone() else { return Ok(()) };
        let store = store(settings).await?;
        let recorder = Recorder::open(settings.record.as_deref())?;
        let (stop, seen_by) = (self.stop.clone(), SeenBy { recorder, events: Events::default() });
        let saved = Box::pin(asking.ask(&settings.config, &settings.network, store, stop, seen_by, documents)).await?;
        tracing::info!("{}", saved.told.numbers().trim_end());
        if let Some(ended) = &saved.ended {
            tracing::warn!(?ended, "not every page could be asked for");
        }
        Ok(())
    }

    /// The documents, and those that cannot be read.
    fn documents(&self, settings: &Settings) -> anyhow::Result<(Vec<ReadDocument>, Vec<Illness>)> {
        let reports = Some(self.reports.as_path());
        let Intake { documents, problems } = if self.paths.is_empty() {
            intake::watched(&settings.config.watch, self.input_format, reports)
        } else {
            intake::read(&self.paths, &mut io::empty(), self.input_format, reports)
        };
        if documents.is_empty() {
            bail!("failed to find a document: {}", intake::none_found(&self.paths, &settings.config.watch));
        }
        let read = documents.into_iter().map(|input| run::read(input, Texts::Dropped, &settings.config));
        let (read, unread): (Vec<_>, Vec<_>) = read.partition(Result::is_ok);
        let problems = problems.into_iter().chain(unread.into_iter().filter_map(Result::err));
        let told = |problem: IntakeProblem| {
            tracing::warn!("failed to {problem}");
            Illness::UnreadDocument(format!("failed to {problem}"))
        };
        Ok((read.into_iter().flatten().collect(), problems.map(told).collect()))
    }

    fn stamps(&self, settings: &Settings) -> Vec<Stamp> {
        intake::stamps(&self.paths, &settings.config.watch, Some(&self.reports))
    }

    /// Writes the reports of a pass. Where they cannot be written, the watcher is ill; gives when it tries again.
    fn told(&self, root: &Path, told: Told, state: &mut State) -> Option<Timestamp> {
        let summary = told.report.summary.all();
        tracing::info!(broken = summary.broken, unknown = summary.unknown, sound = summary.sound, "a pass is done");
        let written = kept::write_reports(&self.reports, root, &told);
        state.told = Some(told);
        match written {
            Ok(()) => {
                (state.ill, state.failed) = (None, 0);
                None
            }
            Err(error) => Some(self.fell_ill(Illness::Failure(format!("{error:#}")), state)),
        }
    }

    /// Says in the report that the watcher is ill; gives when it tries again.
    fn fell_ill(&self, illness: Illness, state: &mut State) -> Timestamp {
        let now = clock::now();
        tracing::error!(why = illness.message(), "a pass has failed");
        let since = state.ill.as_ref().map_or(now, |ill| ill.since);
        let ill = Ill { since, illness };
        if let Err(error) = kept::write_ill(&self.reports, state.told.as_ref(), &ill) {
            tracing::error!("{error:#}");
        }
        state.ill = Some(ill);
        state.failed += 1;
        now + pause(state.failed)
    }

    /// Waits until `next`, a change of the documents or the configuration, or a signal.
    async fn wait<F: Fn() -> anyhow::Result<Settings>>(
        &self,
        next: Option<Timestamp>,
        began: Began,
        configured: &Configured<F>,
        stamps: &[Stamp],
    ) -> Woken {
        loop {
            // First the wait, so that passes never follow each other without one.
            let left = next.map_or(LOOK_AT_DOCUMENTS, |next| remaining(clock::now(), next).min(LOOK_AT_DOCUMENTS));
            tokio::select! {
                biased;
                signal = self.stop.wait() => return Woken::Stopped(signal),
                () = self.hangups.notified() => return Woken::Reconfigured,
                () = tokio::time::sleep(left.max(Duration::from_secs(1))) => {}
            }
            if configured.has_changed() {
                return Woken::Reconfigured;
            }
            // What is due was told by a clock that has been set back since.
            if began.is_after_now() || next.is_some_and(|next| next <= clock::now()) {
                return Woken::Due;
            }
            if self.stamps(&configured.settings) != stamps {
                return Woken::Changed;
            }
        }
    }
}

fn remaining(now: Timestamp, next: Timestamp) -> Duration {
    Duration::try_from(next.duration_since(now)).unwrap_or(Duration::ZERO)
}

/// Between the `failed`th pass in a row that failed and the next.
fn pause(failed: u32) -> Duration {
    FIRST_PAUSE.saturating_mul(2_u32.saturating_pow(failed.saturating_sub(1))).min(LAST_PAUSE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ill_watcher_tries_again_after_longer_and_longer_pauses() {
        let pauses: Vec<u64> = [1, 2, 3, 6, 7, 99].into_iter().map(|failed| pause(failed).as_secs() / 60).collect();
        assert_eq!(pauses, [1, 2, 4, 32, 60, 60]);
    }
}
