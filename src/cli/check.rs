//! `citewatch check`: reads documents, checks them, writes and prints the reports.

use std::collections::HashMap;
use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Instant;

use anyhow::bail;
use url::Url;

use super::archive;
use super::args::{Check, OutputFormat, Shared};
use super::exit::Exit;
use super::output::Output;
use super::{documents, network, progress, settings, signals};
use crate::config::{self, Config, RobotsPolicy};
use crate::evidence::Recorder;
use crate::intake::scope::Scope;
use crate::report::{Illness, Mode, human, json, markdown};
use crate::run::due::{Scheduled, Which};
use crate::run::kept::Told;
use crate::run::saving::{Asking, SeenBy};
use crate::run::stop::Stop;
use crate::run::work::{ReadDocument, Texts};
use crate::run::{self, Checked, kept};

/// Runs the command.
pub(crate) async fn run(shared: &Shared, options: Check) -> anyhow::Result<Exit> {
    let mut config = settings::load(shared)?;
    if let Some(list) = &options.fail_on {
        config.policy.fail_on = settings::fail_on(list)?;
    }
    let output = Output::new(shared);
    let mode = mode(&options);
    let place = store(&options, &config, mode)?;
    settings::shelve(&place);
    let shown = shared.format == OutputFormat::Human && !shared.quiet;
    let texts = if shown { Texts::Kept } else { Texts::Dropped };
    let (documents, unread) = documents::read(&options.documents, &config, &options.reports, &output, texts)?;
    let kept_in = match &place {
        config::Store::Sqlite(file) => Some(file.as_path()),
        config::Store::Memory => None,
    };
    let replayed = options.network.replay.iter().map(PathBuf::as_path);
    output.spares(&replayed.chain(kept_in).chain([settings::file(shared).as_path()]).collect::<Vec<_>>())?;
    if !options.no_reports {
        kept::spares(&options.reports, &config.watch.root, documents.iter().map(|document| document.path.as_str()))?;
    }
    let asking = (config.archiving.save && mode == Mode::Live).then(|| archive::asking(&config, false)).transpose()?;
    let stop = signals::listen()?;
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
    let waits = stop.clone();
    let which = if options.due { Which::Due } else { Which::All };
    let (of_the_run, watcher) = (config.clone(), unread.illnesses());
    let check =
        run::Check { documents, config: of_the_run, mode, which, fetcher, store, recorder, events, stop, watcher };
    let (checked, documents) = run::check(check, &scope).await?;
    let tally = progress.end().await?;
    if mode == Mode::Live && tally.looks > 0 && !shared.quiet {
        super::tell(&tally.after(began.elapsed()).to_string());
    }
    let exit = match checked {
        Checked::Ill(illness) => {
            let exit = ill(&illness, options.network.connections.proxy.as_ref());
            if !options.no_reports {
                kept::mark_ill(&options.reports, illness)?;
            }
            exit
        }
        Checked::Done { told, stopped, scheduled } => {
            if let Some(signal) = stopped.filter(|_| !shared.quiet) {
                super::tell(&format!(
                    "stopped by {signal}; what was finished is kept, and the next run goes on from there"
                ));
            }
            let failing = told_to(shared, &options, &output, &told, &documents, scheduled, &config)?;
            stopped.map_or(failing, Exit::from)
        }
    };
    let saved = match asking {
        Some(asking) if exit != Exit::NoNetwork && waits.asked().is_none() => {
            saved(asking, shared, &options, &config, waits, &documents).await?
        }
        Some(_) | None => Exit::Fine,
    };
    Ok(exit.or_worse(unread.exit()).or_worse(saved))
}

/// Writes and prints what a check found; whether that fails the build.
fn told_to(
    shared: &Shared,
    options: &Check,
    output: &Output,
    told: &Told,
    documents: &[ReadDocument],
    scheduled: Option<Scheduled>,
    config: &Config,
) -> anyhow::Result<Exit> {
    // What was found is printed, also where the reports cannot be written.
    let written =
        if options.no_reports { Ok(()) } else { kept::write_reports(&options.reports, &config.watch.root, told) };
    print(shared, output, told, documents)?;
    written?;
    let nothing_due = scheduled.filter(|scheduled| scheduled.looked_at == 0);
    if let Some(scheduled) = nothing_due {
        nothing_is_due(&scheduled);
    }
    Ok(if told.report.fails(&config.policy.fail_on) && nothing_due.is_none() { Exit::Broken } else { Exit::Fine })
}

/// Has pages saved that lack a capture. That an archive cannot save says nothing of what was checked.
async fn saved(
    asking: Asking,
    shared: &Shared,
    options: &Check,
    config: &Config,
    waits: Stop,
    documents: &[ReadDocument],
) -> anyhow::Result<Exit> {
    let recorder = recorder(options, config, Mode::Live)?;
    let network = network::options(&options.network.connections, config, recorder.is_on(), RobotsPolicy::Ignore)?;
    let (events, progress) = progress::begin(shared);
    let store = settings::open_store(&store(options, config, Mode::Live)?).await?;
    let saved = asking.ask(config, &network, store, waits, SeenBy { recorder, events }, documents).await?;
    progress.end().await?;
    super::tell(saved.told.numbers().trim_end());
    Ok(Some(archive::exit(&saved)).filter(|saved| *saved != Exit::Broken).unwrap_or(Exit::Fine))
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
fn store(options: &Check, config: &Config, mode: Mode) -> anyhow::Result<config::Store> {
    match (mode, &options.store) {
        (Mode::Replay, None) => Ok(crate::config::Store::Memory),
        (Mode::Live | Mode::Replay | Mode::Offline, url) => settings::store(url.as_deref(), config),
    }
}

fn recorder(options: &Check, config: &Config, mode: Mode) -> anyhow::Result<Recorder> {
    match (&options.record, mode) {
        (Some(_), Mode::Replay) => bail!("failed to record: --record goes with the network, not with --replay"),
        (Some(folder), _) => Recorder::open(Some(folder)),
        (None, Mode::Live) if config.evidence.record => Recorder::open(Some(&config.evidence.folder)),
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

fn ill(illness: &Illness, proxy: Option<&Url>) -> Exit {
    if let Some(proxy) = proxy {
        let host = proxy.host_str().unwrap_or_default();
        super::tell(&format!(
            "every request goes through the proxy {host}, which could not be reached or let nothing through; see --proxy"
        ));
    }
    super::tell(&format!("{}; nothing was judged or recorded", illness.message()));
    Exit::NoNetwork
}
