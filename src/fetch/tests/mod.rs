//! Looks at the loopback web.

mod bodies;
mod connections;
mod names;
mod redirects;
mod replays;
mod retries;
mod robots;
mod unchanged;

use std::net::SocketAddr;
use std::time::Duration;

use url::Url;

use super::pin::PinnedHost;
use super::*;
use crate::config::Fetch;
use crate::observation::{Answer, NoAnswer, Outcome, Skip};

/// Options of a test: the loopback web is allowed, and nothing waits for politeness.
fn options() -> NetworkOptions {
    NetworkOptions {
        fetch: Fetch {
            concurrency: 16,
            per_host: PerHost { requests_per_second: 1e6, concurrency: 16 },
            timeout: Duration::from_secs(4),
            user_agent: "citewatch-test/1 (+https://citewatch.example/bot)".to_owned(),
            // Nobody answers there: a test that asks for a name says so itself.
            resolver: Some("127.0.0.1:9".parse().unwrap()),
            robots: None,
        },
        resolve: Vec::new(),
        connect_to: Vec::new(),
        proxy: None,
        ca: Vec::new(),
        allow_private: vec!["127.0.0.0/8".parse().unwrap()],
        paces: Vec::new(),
        record: false,
        robots: RobotsPolicy::Ignore,
    }
}

/// Every name at port 80 is that server.
fn at(server: SocketAddr) -> NetworkOptions {
    let connect_to = vec![ConnectTo { host: PinnedHost::Any, port: 80, to: server }];
    NetworkOptions { connect_to, ..options() }
}

fn request(url: &str) -> LookRequest {
    LookRequest {
        url: Url::parse(url).unwrap(),
        accept_datetime: None,
        follow: Follow::All,
        purpose: Purpose::Source,
        known: None,
    }
}

async fn look(options: &NetworkOptions, url: &str) -> Look {
    Fetcher::network(options).unwrap().look(&request(url)).await
}

fn answer(look: &Look) -> &Answer {
    look.observation.answer().unwrap_or_else(|| panic!("{:?}", look.observation))
}

fn no_answer(look: &Look) -> &NoAnswer {
    match &look.observation.outcome {
        Outcome::NoAnswer(why) => why,
        other => panic!("{other:?}"),
    }
}

fn skip(look: &Look) -> &Skip {
    match &look.observation.outcome {
        Outcome::Skipped(why) => why,
        other => panic!("{other:?}"),
    }
}

fn bytes(look: &Look) -> &[u8] {
    &look.body.as_ref().unwrap_or_else(|| panic!("{:?}", look.observation)).bytes
}
