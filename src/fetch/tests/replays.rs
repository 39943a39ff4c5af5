//! Answers out of recorded files: the same look, without a network.

use std::path::Path;

use super::*;
use crate::evidence::EvidenceWriter;
use crate::observation::{BodyEnd, DnsFailure};
use crate::web::names::{NameServer, Said};
use crate::web::server::{Do, Server, head, page, redirect};

/// Looks at `urls` on the network, writes the evidence, and looks again in what was written.
async fn check(options: NetworkOptions, urls: &[&str]) -> Vec<Look> {
    let folder = tempfile::tempdir().unwrap();
    let fetcher = Fetcher::network(&NetworkOptions { record: true, ..options }).unwrap();
    let mut seen = Vec::new();
    let mut writer = EvidenceWriter::open(folder.path()).unwrap();
    for url in urls {
        let look = fetcher.look(&request(url)).await;
        writer.write(&look.exchanges).unwrap();
        seen.push(look);
    }
    writer.finish().unwrap();
    let replay = replay(folder.path());
    let mut again = Vec::new();
    for (url, seen) in urls.iter().zip(&seen) {
        let look = replay.look(&request(url)).await;
        assert_eq!(look.observation.outcome, seen.observation.outcome, "{url}");
        assert_eq!(look.observation.hops, seen.observation.hops, "{url}");
        assert_eq!(look.body.as_ref().map(|body| &body.bytes), seen.body.as_ref().map(|body| &body.bytes), "{url}");
        assert_eq!(look.observation.elapsed_ms, 0);
        assert!(look.exchanges.is_empty());
        again.push(look);
    }
    again
}

fn replay(folder: &Path) -> Fetcher {
    Fetcher::replay(Replay::open(&[folder.to_owned()]).unwrap(), None, RobotsPolicy::Ignore)
}

#[tokio::test]
async fn what_was_recorded_is_seen_again() {
    let server = Server::http(|asked| match asked.target.as_str() {
        "/moved" => redirect(301, "/page#there"),
        "/gone" => page(410, &[], "gone"),
        "/lost" => redirect(302, "nowhere://"),
        "/cut" => vec![Do::Send(head(200, &[], Some(100))), Do::Send(b"half".to_vec()), Do::Close],
        "/reset" => vec![Do::Reset],
        _ => page(200, &[("Content-Type", "text/html; charset=utf-8"), ("ETag", "\"7\"")], "<p>words</p>"),
    })
    .await;
    let paths = ["/page", "/moved", "/gone", "/lost", "/cut", "/reset"];
    let urls: Vec<String> = paths.iter().map(|path| format!("http://news.example{path}")).collect();
    let urls: Vec<&str> = urls.iter().map(String::as_str).collect();
    let again = check(at(server.address), &urls).await;
    assert_eq!(answer(&again[1]).final_url, "http://news.example/page#there");
    assert_eq!(answer(&again[4]).body, BodyEnd::Truncated);
    assert_eq!(no_answer(&again[5]), &NoAnswer::Reset);
}

#[tokio::test]
async fn a_name_that_did_not_exist_does_not_exist_again() {
    let names = NameServer::start(&[("news.example", Said::NoSuchName)]).await;
    let mut options = options();
    options.fetch.resolver = Some(names.address);
    let again = check(options, &["http://news.example/"]).await;
    assert_eq!(no_answer(&again[0]), &NoAnswer::Dns(DnsFailure::NoSuchDomain));
}

#[tokio::test]
async fn what_was_not_recorded_is_skipped_and_nobody_is_asked() {
    let server = Server::http(|_| redirect(302, "/never-recorded")).await;
    let folder = tempfile::tempdir().unwrap();
    let options = NetworkOptions { record: true, ..at(server.address) };
    let mut first = request("http://news.example/");
    first.follow = Follow::None;
    let seen = Fetcher::network(&options).unwrap().look(&first).await;
    let mut writer = EvidenceWriter::open(folder.path()).unwrap();
    writer.write(&seen.exchanges).unwrap();
    writer.finish().unwrap();
    let look = replay(folder.path()).look(&request("http://news.example/")).await;
    assert_eq!(skip(&look), &Skip::NotInReplay);
    assert_eq!(look.observation.hops.len(), 1);
    assert_eq!(look.observation.observed_at, seen.observation.observed_at);
    assert_eq!(server.asked().len(), 1);
}

#[tokio::test]
async fn a_time_gate_answers_for_the_date_that_it_was_asked_for() {
    let server = Server::http(|asked| match (asked.target.as_str(), asked.header("accept-datetime")) {
        ("/gate", Some("Fri, 01 Jan 2021 00:00:00 GMT")) => redirect(302, "/2021"),
        ("/gate", Some(_)) => redirect(302, "/2019"),
        (year, _) => page(200, &[("Memento-Datetime", "Fri, 01 Jan 2021 00:00:00 GMT")], year),
    })
    .await;
    let folder = tempfile::tempdir().unwrap();
    let fetcher = Fetcher::network(&NetworkOptions { record: true, ..at(server.address) }).unwrap();
    let ask = |date: &str| LookRequest {
        accept_datetime: Some(date.parse().unwrap()),
        purpose: Purpose::Archive,
        ..request("http://archive.example/gate")
    };
    let mut writer = EvidenceWriter::open(folder.path()).unwrap();
    for date in ["2021-01-01T00:00:00Z", "2019-01-01T00:00:00Z"] {
        writer.write(&fetcher.look(&ask(date)).await.exchanges).unwrap();
    }
    writer.finish().unwrap();
    let replay = replay(folder.path());
    let look = replay.look(&ask("2021-01-01T00:00:00Z")).await;
    assert_eq!(bytes(&look), b"/2021");
    assert_eq!(answer(&look).header("memento-datetime"), Some("Fri, 01 Jan 2021 00:00:00 GMT"));
    assert_eq!(bytes(&replay.look(&ask("2019-01-01T00:00:00Z")).await), b"/2019");
    assert_eq!(skip(&replay.look(&ask("2020-01-01T00:00:00Z")).await), &Skip::NotInReplay);
}
