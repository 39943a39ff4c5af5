//! `citewatch serve`: the same as `check --due`, for ever.

use anyhow::bail;

use super::args::{OutputFormat, Serve, Shared};
use super::exit::Exit;
use super::{archive, network, settings, signals};
use crate::config::RobotsPolicy;
use crate::schedule::{self, Service, Settings};

/// Runs the command until a signal comes.
pub(crate) async fn run(shared: &Shared, options: Serve) -> anyhow::Result<Exit> {
    if shared.format != OutputFormat::Human || shared.output.is_some() {
        bail!(
            "failed to serve: serve prints nothing, so it has no --format and no --output; see its reports, or `citewatch report`"
        );
    }
    let stop = signals::listen()?;
    let hangups = signals::hangups()?;
    let file = settings::file(shared);
    let service = Service {
        paths: options.paths.clone(),
        input_format: options.input_format,
        reports: options.reports.clone(),
        stop,
        hangups,
    };
    let signal = schedule::serve(service, file, || load(shared, &options)).await?;
    Ok(signal.into())
}

/// What the configuration file says now, as the command line changes it.
fn load(shared: &Shared, options: &Serve) -> anyhow::Result<Settings> {
    let mut config = settings::load(shared)?;
    config.store = settings::store(options.store.as_deref(), &config)?;
    let record = options.record.clone().or_else(|| config.evidence.record.then(|| config.evidence.folder.clone()));
    // A service that comes back for ever is a robot, whatever it is for.
    let network = network::options(&options.connections, &config, record.is_some(), RobotsPolicy::Obey)?;
    let asking = config.archiving.save.then(|| archive::asking(&config, false)).transpose()?;
    Ok(Settings { config, network, record, asking })
}
