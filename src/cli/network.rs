//! How pages are reached, from the options: the network, or recorded files.

use anyhow::Context;

use super::args::Network;
use crate::config::{Config, RobotsPolicy};
use crate::evidence::Replay;
use crate::fetch::{Fetcher, NetworkOptions};

/// A fetcher as the options say; `record` keeps every exchange for evidence.
pub(crate) fn fetcher(network: &Network, config: &Config, record: bool) -> anyhow::Result<Fetcher> {
    // One check of what a person's document cites is no crawl.
    let robots = config.fetch.robots.unwrap_or(RobotsPolicy::Ignore);
    if !network.replay.is_empty() {
        let replay = Replay::open(&network.replay).map_err(|error| anyhow::anyhow!("failed to {error}"))?;
        for torn in replay.torn() {
            super::tell(&torn.to_string());
        }
        return Ok(Fetcher::replay(replay, network.as_of, robots));
    }
    let mut ca = Vec::new();
    for file in &network.ca {
        ca.push(std::fs::read(file).with_context(|| format!("failed to read {}", file.display()))?);
    }
    let options = NetworkOptions {
        fetch: config.fetch.clone(),
        resolve: network.resolve.clone(),
        connect_to: network.connect_to.clone(),
        proxy: network.proxy.clone(),
        ca,
        allow_private: network.allow_private.clone(),
        paces: crate::archive::paces(&config.archives),
        record,
        robots,
    };
    Fetcher::network(&options).context("failed to set up the network")
}
