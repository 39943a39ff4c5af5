//! `citewatch archive`: asks a web archive to save what is cited, and exports evidence.

use std::io::BufWriter;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use url::Url;

use super::args::{Archive, OutputFormat, REPORTS, Shared};
use super::exit::Exit;
use super::output::Output;
use super::{documents, network, progress, settings, signals};
use crate::archive::{Keys, Saver};
use crate::config::{ArchiveServer, Config, RobotsPolicy};
use crate::evidence::{self, Exported, Recorder};
use crate::files::written;
use crate::locator::archive_url;
use crate::report::archiving::State;
use crate::report::escape;
use crate::run::saving::{Asking, Ended, Saved, SeenBy};
use crate::run::work::Texts;

/// Where the keys of an account of the Internet Archive are taken from; its own tools take them from there as well.
const ACCESS_KEY: &str = "IA_ACCESS_KEY_ID";
const SECRET_KEY: &str = "IA_SECRET_ACCESS_KEY";

/// Runs the command.
pub(crate) async fn run(shared: &Shared, options: Archive) -> anyhow::Result<Exit> {
    let config = settings::load(shared)?;
    if shared.format == OutputFormat::Markdown {
        bail!("failed to print: archive prints human or json");
    }
    let output = Output::new(shared);
    if let Some(file) = &options.export {
        return export(shared, &output, &config, options.evidence.as_deref(), file);
    }
    let asking = asking(&config, options.dry_run)?;
    let (documents, unread) =
        documents::read(&options.documents, &config, Path::new(REPORTS), &output, Texts::Dropped)?;
    let stop = signals::listen()?;
    let place = settings::store(options.store.as_deref(), &config)?;
    let configured = config.evidence.record.then_some(&config.evidence.folder);
    let recorder = Recorder::open(options.record.as_ref().or(configured).map(PathBuf::as_path))?;
    let network = network::options(&options.connections, &config, recorder.is_on(), RobotsPolicy::Ignore)?;
    let (events, progress) = progress::begin(shared);
    let (store, seen_by) = (settings::open_store(&place).await?, SeenBy { recorder, events });
    let saved = asking.ask(&config, &network, store, stop, seen_by, &documents).await?;
    progress.end().await?;
    output.print(&match shared.format {
        OutputFormat::Json => saved.told.json(),
        OutputFormat::Human | OutputFormat::Markdown if shared.quiet => saved.told.numbers(),
        OutputFormat::Human | OutputFormat::Markdown => saved.told.human(),
    })?;
    Ok(exit(&saved).or_worse(unread.exit()))
}

/// Writes evidence as one file, whole or not at all.
fn export(
    shared: &Shared,
    output: &Output,
    config: &Config,
    evidence: Option<&Path>,
    file: &Path,
) -> anyhow::Result<Exit> {
    let evidence = evidence.unwrap_or(&config.evidence.folder);
    if !evidence.is_dir() {
        bail!(
            "failed to find evidence in {}: it is no folder; `citewatch check --record DIR` makes one",
            evidence.display()
        );
    }
    let interfaces: Vec<&str> = config.archives.iter().flat_map(interfaces).collect();
    let is_page = |url: &str| {
        let robots = Url::parse(url).is_ok_and(|url| url.path() == "/robots.txt");
        !robots && !interfaces.iter().any(|start| url.starts_with(start)) && archive_url::read(url).is_none()
    };
    let told = || format!("failed to write {}", file.display());
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let mut beside = written::unnamed(folder).with_context(told)?;
    let exported = evidence::export(evidence, BufWriter::new(beside.as_file_mut()), &is_page)
        .map_err(|error| anyhow::anyhow!("failed to {error}"))?;
    beside.as_file().sync_all().with_context(told)?;
    beside.persist(file).with_context(told)?;
    let Exported { captures, pages, bytes, damage } = exported;
    for damage in damage {
        super::tell(&damage.to_string());
    }
    let name = file.display().to_string();
    output.print(&match shared.format {
        OutputFormat::Json => {
            let wire = serde_json::json!({
                "schema": "citewatch.export/1", "file": name, "captures": captures, "pages": pages, "bytes": bytes,
            });
            format!("{wire:#}\n")
        }
        OutputFormat::Human | OutputFormat::Markdown => {
            format!("{}: {captures} captures, {pages} of them pages, {bytes} bytes\n", escape::terminal(&name))
        }
    })?;
    Ok(Exit::Fine)
}

/// The addresses under which an archive is asked.
fn interfaces(server: &ArchiveServer) -> impl Iterator<Item = &str> {
    [&server.timegate, &server.timemap, &server.cdx].into_iter().flatten().map(String::as_str)
}

/// The archive that saves, and the keys that it wants; an error where either is not there.
pub(crate) fn asking(config: &Config, dry_run: bool) -> anyhow::Result<Asking> {
    let Some(server) = Saver::first(&config.archives) else {
        bail!(
            "failed to find an archive that saves pages: name `wayback` in [archive] lookup of sources.toml, or give an \
             [[archive.server]] a `save`"
        );
    };
    let saver = if dry_run {
        None
    } else {
        let keys = if Saver::needs_keys(server) { Some(keys(&server.name)?) } else { None };
        Saver::new(server, keys)
    };
    Ok(Asking { archive: server.name.clone(), address: server.save.clone().unwrap_or_default(), saver })
}

/// What is told of an archive that could not be asked for all, and the exit code.
pub(crate) fn exit(saved: &Saved) -> Exit {
    let archive = &saved.told.archive;
    let ended = match &saved.ended {
        Some(Ended::Keys(words)) => {
            super::tell(&format!("failed to save pages: {archive} {words}; look at {ACCESS_KEY} and {SECRET_KEY}"));
            Exit::Failed
        }
        Some(Ended::Closed(words)) => {
            super::tell(&format!("failed to save pages: {archive} {words}; the next run asks for what is left"));
            Exit::Failed
        }
        Some(Ended::Full(words)) => {
            let words = words.strip_prefix("it ").unwrap_or(words);
            super::tell(&format!("{archive} {words}; the next run asks for what is left"));
            Exit::Fine
        }
        Some(Ended::NoNetwork) => {
            super::tell("the network is not there: no name could be looked up and no connection was answered");
            Exit::NoNetwork
        }
        None => Exit::Fine,
    };
    let refused = if saved.told.count(State::Refused) > 0 { Exit::Broken } else { Exit::Fine };
    let stopped = saved.stopped.map_or(Exit::Fine, Exit::from);
    ended.or_worse(refused).or_worse(stopped)
}

/// The keys of the environment. They are shown nowhere.
fn keys(archive: &str) -> anyhow::Result<Keys> {
    let key = |name: &str| {
        let value = std::env::var(name).unwrap_or_default();
        let value = value.trim().to_owned();
        if value.is_empty() {
            bail!(
                "failed to save pages: {archive} wants the keys of an account of the Internet Archive, and {name} is not set; \
                 they are at https://archive.org/account/s3.php (--dry-run needs none)"
            );
        }
        if !value.bytes().all(|byte| byte.is_ascii_graphic() && byte != b':') {
            bail!("failed to save pages: {name} holds characters that are in no key");
        }
        Ok(value)
    };
    Ok(Keys::new(&key(ACCESS_KEY)?, &key(SECRET_KEY)?))
}
