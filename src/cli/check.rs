//! `citewatch check`: reads documents, checks them, writes and prints the reports.

use std::collections::HashMap;
use std::io::{self, Write};
use std::time::Instant;

use anyhow::bail;

use super::archive;
use super::args::{Check, OutputFormat, Shared};
use super::exit::Exit;
use super::output::Output;
use super::{documents, network, progress, settings, signals};
use crate::config::{Config, RobotsPolicy};
use crate::evidence::Recorder;
use crate::intake::scope::Scope;
use crate::report::{Illness, Mode, human, json, markdown};
use crate::run::due::{Scheduled, Which};
use crate::run::kept::Told;
use crate::run::saving::SeenBy;
use crate::run::work::{ReadDocument, Texts};
use crate::run::{self, Checked, kept};

/// Runs the command.
pub(crate) async fn run(shared: &Shared, options: Check) -> anyhow::Result<Exit> {
    let mut config = settings::load(shared)?;
    if let Some(list) = &options.fail_on {
        config.policy.fail_on = settings::fail_on(list)?;
    }
    let output = Output::new(shared);
    let shown = shared.format == OutputFormat::Human && !shared.quiet;
    let texts = if shown { Texts::Kept } else { Texts::Dropped };
    let (documents, read) = documents::read(&options.documents, &config, &options.reports, &output, texts)?;
    let mode = mode(&options);
    let asking = (config.archiving.save && mode == Mode::Live).then(|| archive::asking(&config, false)).transpose()?;
    let stop = signals::listen()?;
    let place = store(&options, &config, mode)?;
    if mode == Mode::Offline && options.store.is_some() {
        settings::must_be_there(&place)?;
    }
    let (store, _copy) = match mode {
        Mode::Live | Mode::Replay => (settings::open_store(&place).await?, None),
        Mode::Offline => settings::readable_store(&place).await?.apart(),
    };
    let recorder = recorder(&options, &config, mode)?;
    let fetcher = match mode {
        Mode::Live | Mode::Replay => Some(network::fetcher(&options.network, &config, recorder.is_on())?),
        Mode::Offline => None,
    };
    let scope = Scope::of(&options.documents.paths, &config.watch, Some(&options.reports));
    let began = Instant::now();
    let (events, progress) = progress::begin(shared);
    let fail_on = config.policy.fail_on.clone();
    let (changed, waits) = (config.clone(), stop.clone());
    let which = if options.due { Which::Due } else { Which::All };
    let check =
        run::Check { documents, config, mode, which, fetcher, store, recorder, events, stop, watcher: Vec::new() };
    let (checked, documents) = run::check(check, &scope).await?;
    let tally = progress.end().await?;
    if mode == Mode::Live && tally.looks > 0 && !shared.quiet {
        super::tell(&tally.after(began.elapsed()).to_string());
    }
    let exit = match checked {
        Checked::Ill(illness) => ill(&illness),
        Checked::Done { told, stopped, scheduled } => {
            if !options.no_reports {
                kept::write_reports(&options.reports, &told)?;
                tracing::debug!("the reports are written");
            }
            print(shared, &output, &told, &documents)?;
            let nothing_due = scheduled.is_some_and(|scheduled| scheduled.looked_at == 0);
            if let Some(scheduled) = scheduled.filter(|_| nothing_due) {
                nothing_is_due(&scheduled);
            }
            let failing = if told.report.fails(&fail_on) && !nothing_due { Exit::Broken } else { Exit::Fine };
            stopped.map_or(failing, Exit::from)
        }
    };
    let saved = match asking {
        Some(asking) if exit != Exit::NoNetwork && waits.asked().is_none() => {
            let recorder = self::recorder(&options, &changed, mode)?;
            let network =
                network::options(&options.network.connections, &changed, recorder.is_on(), RobotsPolicy::Ignore)?;
            let (events, progress) = progress::begin(shared);
            let (store, seen_by) = (settings::open_store(&place).await?, SeenBy { recorder, events });
            let saved = asking.ask(&changed, &network, store, waits, seen_by, &documents).await?;
            progress.end().await?;
            super::tell(saved.told.numbers().trim_end());
            // What cannot be saved says nothing of what was checked.
            Some(archive::exit(&saved)).filter(|saved| *saved != Exit::Broken).unwrap_or(Exit::Fine)
        }
        Some(_) | None => Exit::Fine,
    };
    Ok(exit.or_worse(read).or_worse(saved))
}

/// Prints the report in the format that was asked for.
pub(crate) fn print<'a>(
    shared: &Shared,
    output: &Output,
    told: &Told,
    documents: &'a [ReadDocument],
) -> anyhow::Result<()> {
    let report = &told.report;
    output.write(|to| match shared.format {
        OutputFormat::Json => json::print(report, Some(&told.changes), to),
        OutputFormat::Markdown => markdown(told, to),
        OutputFormat::Human if shared.quiet => to.write_all(human::numbers(&report.summary).as_bytes()),
        OutputFormat::Human => {
            let text = |document: &'a ReadDocument| Some((document.path.as_str(), document.text.as_deref()?));
            let texts: HashMap<&str, &str> = documents.iter().filter_map(text).collect();
            human::print(report, &texts, output.colour(), to)
        }
    })
}

fn markdown(told: &Told, to: &mut dyn Write) -> io::Result<()> {
    to.write_all(markdown::index(&told.report, &told.changes).as_bytes())?;
    for document in &told.report.documents {
        to.write_all(b"\n")?;
        markdown::document(document, &told.report.run, to)?;
    }
    Ok(())
}

fn mode(options: &Check) -> Mode {
    if options.offline {
        Mode::Offline
    } else if options.network.replay.is_empty() {
        Mode::Live
    } else {
        Mode::Replay
    }
}

/// A replay leaves no trace in the usual store: its observations are of the past.
fn store(options: &Check, config: &Config, mode: Mode) -> anyhow::Result<crate::config::Store> {
    match (mode, &options.store) {
        (Mode::Replay, None) => Ok(crate::config::Store::Memory),
        (Mode::Live | Mode::Replay | Mode::Offline, url) => settings::store(url.as_deref(), config),
    }
}

fn recorder(options: &Check, config: &Config, mode: Mode) -> anyhow::Result<Recorder> {
    match (&options.record, mode) {
        (Some(_), Mode::Replay) => bail!("failed to record: --record goes with the network, not with --replay"),
        (Some(folder), _) => Recorder::to(folder),
        (None, Mode::Live) if config.evidence.record => Recorder::to(&config.evidence.folder),
        (None, _) => Ok(Recorder::off()),
    }
}

/// Says so, since a run that looks at nothing is otherwise silent about it.
fn nothing_is_due(scheduled: &Scheduled) {
    super::tell(&match scheduled.next {
        Some(next) => format!("nothing is due; the next look is due at {}", next.strftime("%Y-%m-%dT%H:%M:%SZ")),
        None => "nothing is due, and nothing will be: see [schedule] in sources.toml".to_owned(),
    });
}

fn ill(illness: &Illness) -> Exit {
    super::tell(&format!("{}; nothing was judged or recorded", illness.message()));
    Exit::NoNetwork
}
