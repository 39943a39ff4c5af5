//! Answers out of recorded files: the same look, without a network.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::bodies::gzip;
use super::*;
use crate::evidence::EvidenceWriter;
use crate::observation::{BodyEnd, DnsFailure};
use crate::web::names::{NameServer, Said};
use crate::web::server::{Do, Server, head, page, redirect};

const HTML: &[(&str, &str)] = &[("Content-Type", "text/html")];

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
    let one_file = tempfile::tempdir().unwrap();
    std::fs::write(one_file.path().join("all.warc.gz"), all_objects(folder.path())).unwrap();
    held(&replay(one_file.path()), urls, &seen).await;
    held(&replay(folder.path()), urls, &seen).await
}

/// Looks again, and holds what is seen against what was.
async fn held(replay: &Fetcher, urls: &[&str], seen: &[Look]) -> Vec<Look> {
    let mut again = Vec::new();
    for (url, seen) in urls.iter().zip(seen) {
        let look = replay.look(&request(url)).await;
        assert_eq!(look.observation.outcome, seen.observation.outcome, "{url}");
        assert_eq!(look.observation.hops, seen.observation.hops, "{url}");
        assert_eq!(look.observation.retried, seen.observation.retried, "{url}");
        assert_eq!(look.body.as_ref().map(|body| &body.bytes), seen.body.as_ref().map(|body| &body.bytes), "{url}");
        assert_eq!(look.observation.elapsed_ms, 0);
        assert!(look.exchanges.is_empty());
        again.push(look);
    }
    again
}

/// The objects of a folder one after another, as `cat` joins them.
fn all_objects(folder: &Path) -> Vec<u8> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(all_objects(&path));
        } else if path.to_string_lossy().ends_with(".warc.gz") {
            all.extend(std::fs::read(&path).unwrap());
        }
    }
    all
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

#[tokio::test]
async fn attempts_and_redirects_to_the_same_address_are_seen_again() {
    let asked = AtomicUsize::new(0);
    let server = Server::http(move |request| {
        let nth = asked.fetch_add(1, Ordering::Relaxed);
        match (request.header("host").unwrap_or_default(), request.header("cookie"), nth % 3) {
            ("cookie.example", None, _) => page(302, &[("Location", "/"), ("Set-Cookie", "a=1; Path=/")], ""),
            ("cookie.example", Some(_), _) => page(200, &[], "with the cookie"),
            ("stumbles.example", _, 0) => page(503, &[], "later"),
            ("stumbles.example", _, 1) => vec![Do::Reset],
            ("stumbles.example", ..) => page(200, &[], "at last"),
            ("refuses.example", ..) => page(503, &[], "never"),
            _ => vec![Do::Reset],
        }
    })
    .await;
    let mut options = at(server.address);
    options.fetch.timeout = Duration::from_secs(2);
    let urls =
        ["http://stumbles.example/", "http://refuses.example/", "http://resets.example/", "http://cookie.example/"];
    let again = check(options, &urls).await;
    let counts = |look: &Look| (look.observation.retried.len(), look.observation.hops.len());
    assert_eq!(again.iter().map(counts).collect::<Vec<_>>(), [(2, 0), (2, 0), (2, 0), (0, 1)]);
}

#[tokio::test]
async fn a_body_that_was_cut_is_cut_again_for_the_same_reason() {
    let bomb = gzip(&vec![b'a'; 21 * 1024 * 1024]);
    let server = Server::http(move |asked| match asked.target.as_str() {
        "/long" => page(200, HTML, vec![b'a'; 21 * 1024 * 1024]),
        "/bomb" => page(200, &[("Content-Type", "text/html"), ("Content-Encoding", "gzip")], &bomb),
        _ => vec![Do::Send(head(200, HTML, Some(100))), Do::Send(b"some".to_vec()), Do::Wait(Duration::from_secs(5))],
    })
    .await;
    let mut options = at(server.address);
    options.fetch.timeout = Duration::from_secs(3);
    let again = check(options, &["http://a.example/long", "http://b.example/bomb", "http://c.example/slow"]).await;
    let ends: Vec<&BodyEnd> = again.iter().map(|look| &answer(look).body).collect();
    assert_eq!(ends, [&BodyEnd::OverCap, &BodyEnd::OverCap, &BodyEnd::TimedOut]);
}

#[tokio::test]
async fn what_was_not_asked_is_not_asked_again_for_the_same_reason() {
    let inside = Said::Addresses(vec!["10.0.0.1".parse().unwrap()]);
    let names = NameServer::start(&[("inside.example", inside)]).await;
    let server = Server::http(|asked| match asked.header("host") {
        Some("away.example") => redirect(302, "http://inside.example/"),
        _ => page(429, &[("Retry-After", "3600")], "later"),
    })
    .await;
    let mut options = at(server.address);
    for host in ["away.example", "busy.example"] {
        options.connect_to.push(ConnectTo { host: PinnedHost::Name(host.to_owned()), port: 80, to: server.address });
    }
    options.connect_to.remove(0);
    options.fetch.resolver = Some(names.address);
    let urls = [
        "http://inside.example/",
        "http://away.example/",
        "http://busy.example/1",
        "http://busy.example/2",
        "http://10.0.0.2/",
        "http://nas.local/",
    ];
    let again = check(options, &urls).await;
    assert_eq!(skip(&again[0]), &Skip::PrivateAddress("10.0.0.1".to_owned()));
    assert_eq!((skip(&again[1]), again[1].observation.hops.len()), (&Skip::PrivateAddress("10.0.0.1".to_owned()), 1));
    assert_eq!(skip(&again[3]), &Skip::AskedToWait(3600));
}

#[tokio::test]
async fn what_is_not_in_the_files_has_a_date_of_theirs() {
    let server = Server::http(|_| page(200, &[], "a page")).await;
    let folder = tempfile::tempdir().unwrap();
    let options = NetworkOptions { record: true, ..at(server.address) };
    let seen = Fetcher::network(&options).unwrap().look(&request("http://news.example/")).await;
    EvidenceWriter::open(folder.path()).unwrap().write(&seen.exchanges).unwrap();
    let absent = request("http://other.example/");
    let look = replay(folder.path()).look(&absent).await;
    assert_eq!(look.observation.observed_at, seen.observation.observed_at);
    let as_of: Timestamp = "2020-01-01T00:00:00Z".parse().unwrap();
    let files = Replay::open(&[folder.path().to_owned()]).unwrap();
    let look = Fetcher::replay(files, Some(as_of.into()), RobotsPolicy::Ignore).look(&absent).await;
    assert_eq!((skip(&look), look.observation.observed_at), (&Skip::NotInReplay, as_of));
}
