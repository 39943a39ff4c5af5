//! How pages are reached, from the options: the network, or recorded files.

use anyhow::{Context, bail};

use super::args::{Connections, Network};
use crate::config::{Config, RobotsPolicy};
use crate::evidence::Replay;
use crate::fetch::{Fetcher, NetworkOptions};

/// One check of what a person's document cites is no crawl.
const ONE_SHOT: RobotsPolicy = RobotsPolicy::Ignore;

/// A fetcher as the options say; `record` keeps every exchange for evidence.
pub(crate) fn fetcher(network: &Network, config: &Config, record: bool) -> anyhow::Result<Fetcher> {
    if !network.replay.is_empty() {
        let replay = Replay::open(&network.replay).map_err(|error| anyhow::anyhow!("failed to {error}"))?;
        for damage in replay.damage() {
            super::tell(&damage.to_string());
        }
        return Ok(Fetcher::replay(replay, network.as_of, config.fetch.robots.unwrap_or(ONE_SHOT)));
    }
    Fetcher::network(&options(&network.connections, config, record, ONE_SHOT)?).context("failed to set up the network")
}

/// How the network is used; `robots` is what holds where the configuration does not say.
pub(crate) fn options(
    connections: &Connections,
    config: &Config,
    record: bool,
    robots: RobotsPolicy,
) -> anyhow::Result<NetworkOptions> {
    if let Some(render) = config.render.as_ref().filter(|render| !render.browser.is_file()) {
        bail!("failed to find the browser {}, which `[render] browser` names", render.browser.display());
    }
    let mut ca = Vec::new();
    for file in &connections.ca {
        ca.push(std::fs::read(file).with_context(|| format!("failed to read {}", file.display()))?);
    }
    Ok(NetworkOptions {
        fetch: config.fetch.clone(),
        resolve: connections.resolve.clone(),
        connect_to: connections.connect_to.clone(),
        proxy: connections.proxy.clone(),
        ca,
        allow_private: connections.allow_private.clone(),
        paces: crate::archive::paces(&config.archives),
        record,
        robots: config.fetch.robots.unwrap_or(robots),
    })
}
