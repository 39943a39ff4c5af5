//! `citewatch serve`: the same as `check --due`, for ever.

use super::args::{Serve, Shared};
use super::exit::Exit;
use super::{network, settings, signals};
use crate::config::RobotsPolicy;
use crate::schedule::{self, Service};

/// Runs the command until a signal comes.
pub(crate) async fn run(shared: &Shared, options: Serve) -> anyhow::Result<Exit> {
    let mut config = settings::load(shared)?;
    config.store = settings::store(options.store.as_deref(), &config)?;
    let record = options.record.or_else(|| config.evidence.record.then(|| config.evidence.folder.clone()));
    // A service that comes back for ever is a robot, whatever it is for.
    let network = network::options(&options.connections, &config, record.is_some(), RobotsPolicy::Obey)?;
    let (paths, input_format, reports) = (options.paths, options.input_format, options.reports);
    let stop = signals::listen()?;
    let signal = schedule::serve(Service { config, paths, input_format, network, reports, record, stop }).await?;
    Ok(signal.into())
}
