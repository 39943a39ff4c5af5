//! `citewatch archive`: asks a web archive to save what is cited, and exports evidence.

use std::path::Path;

use anyhow::bail;

use super::args::{Archive, OutputFormat, Shared};
use super::exit::Exit;
use super::output::Output;
use super::{documents, network, settings, signals};
use crate::archive::{Keys, Saver};
use crate::config::{Config, RobotsPolicy};
use crate::report::archiving::State;
use crate::run::saving::{Asking, Ended, Saved};
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
    let asking = asking(&config, options.dry_run)?;
    let (documents, read) =
        documents::read(&options.documents, &config, Path::new("reports"), &output, Texts::Dropped)?;
    let stop = signals::listen()?;
    let place = settings::store(options.store.as_deref(), &config)?;
    let network = network::options(&options.connections, &config, false, RobotsPolicy::Ignore)?;
    let saved = asking.ask(&config, &network, settings::open_store(&place).await?, stop, &documents).await?;
    output.print(&match shared.format {
        OutputFormat::Json => saved.told.json(),
        OutputFormat::Human | OutputFormat::Markdown if shared.quiet => saved.told.numbers(),
        OutputFormat::Human | OutputFormat::Markdown => saved.told.human(),
    })?;
    Ok(exit(&saved).or_worse(read))
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
