//! The client against a real archive: pywb, with and without a frame around its pages.

use crate::config::Dialect;
use std::fs;
use std::path::{Path, PathBuf};

use super::stub::{NEAR, at, fetcher};
use super::*;
use crate::evidence::{EvidenceWriter, Replay};
use crate::observation::exchange::{ExchangeAnswer, PayloadEnd, Response};
use crate::web::pywb::{Collection, Framed, Pywb};

const PAGE: &str = "https://a.example/article";
const FIRST: &str = "<html><body><p>first text</p></body></html>";
const SECOND: &str = "<html><body><p>second text, the quick brown fox</p></body></html>";

/// The page captured once.
fn one_capture(folder: &Path, date: &str, text: &str) -> Vec<PathBuf> {
    let mut writer = EvidenceWriter::open(folder).unwrap();
    writer.write(&[exchange(PAGE, date, 200, &[("Content-Type", "text/html; charset=utf-8")], text)]).unwrap();
    writer.finish().unwrap();
    files(folder)
}

fn exchange(url: &str, date: &str, status: u16, headers: &[(&str, &str)], text: &str) -> Exchange {
    let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), value.as_bytes().to_vec())).collect();
    let payload = text.as_bytes().to_vec();
    let response = Response { version: "HTTP/1.1", status, headers, payload, end: PayloadEnd::Whole, peer: None };
    let answer = ExchangeAnswer::Response(response);
    Exchange { url: url.to_owned(), sent_at: at(date), request_headers: vec![], answer }
}

/// The files that an index lists.
fn files(folder: &Path) -> Vec<PathBuf> {
    let index = fs::read_to_string(folder.join("index.cdxj")).unwrap();
    let name = |line: &str| folder.join(line.split("\"filename\":\"").nth(1).unwrap().split('"').next().unwrap());
    index.lines().map(name).collect()
}

/// A page captured in 2019, unchanged in 2020, changed in 2021, gone in 2024; and one that moved to it in 2022.
fn evidence(folder: &Path) -> Vec<PathBuf> {
    let mut writer = EvidenceWriter::open(folder).unwrap();
    let html = [("Content-Type", "text/html; charset=utf-8")];
    for look in [
        exchange(PAGE, "2019-03-01T10:00:00Z", 200, &html, FIRST),
        exchange(PAGE, "2020-02-02T02:02:02Z", 200, &html, FIRST),
        exchange(PAGE, "2021-06-15T12:34:56Z", 200, &html, SECOND),
        exchange(PAGE, "2024-06-29T00:00:00Z", 404, &html, "<html><body>404</body></html>"),
        exchange("https://a.example/moved", "2021-06-15T12:00:00Z", 301, &[("Location", PAGE)], ""),
    ] {
        writer.write(&[look]).unwrap();
    }
    writer.finish().unwrap();
    let index = fs::read_to_string(folder.join("index.cdxj")).unwrap();
    assert_eq!(index.matches("warc/revisit").count(), 1);
    files(folder)
}

fn server(base: &str, gate: &str, dialect: Dialect) -> ArchiveServer {
    ArchiveServer {
        name: "pywb".to_owned(),
        dialect,
        timegate: Some(format!("{base}{gate}")),
        timemap: Some(format!("{base}timemap/link/")),
        cdx: (dialect == Dialect::Pywb).then(|| format!("{base}cdx")),
        save: None,
    }
}

struct Asked<'a> {
    archives: &'a Archives,
    fetcher: &'a Fetcher,
}

impl Asked<'_> {
    async fn search(&self, page: &str, anchor: &str, depth: Depth) -> CaptureSearch {
        let anchor = Some(anchor).filter(|anchor| !anchor.is_empty()).map(at);
        self.archives.captures(self.fetcher, &Url::parse(page).unwrap(), anchor, depth).await.search
    }

    async fn check(&self, page: &str, anchor: &str, depth: Depth, expected: &[&str]) {
        let found = self.search(page, anchor, depth).await;
        let CaptureSearch::Found(captures) = &found else { panic!("{page} at {anchor:?}: {found:?}") };
        let days: Vec<String> = captures.iter().map(|it| it.captured_at.strftime("%Y-%m-%d").to_string()).collect();
        assert_eq!(days, expected, "{page} at {anchor:?}, {depth:?}");
    }

    /// The bytes of the first capture found, and its date.
    async fn first(&self, page: &str, anchor: &str) -> (Option<String>, String) {
        let CaptureSearch::Found(captures) = self.search(page, anchor, Depth::Nearest).await else { panic!("{page}") };
        let raw = self.archives.raw(self.fetcher, &captures[0]).await.unwrap();
        let text = String::from_utf8(raw.look.body.unwrap().bytes).unwrap();
        (raw.captured_at.map(|at| at.to_string()), text)
    }
}

async fn check_unframed(asked: &Asked<'_>) {
    for depth in [Depth::Nearest, Depth::Thorough] {
        asked.check(PAGE, "2021-01-01T00:00:00Z", depth, &["2020-02-02", "2021-06-15", "2019-03-01"]).await;
        // The capture of the day itself is of a page that was gone.
        asked.check(PAGE, "2024-06-29T12:00:00Z", depth, &["2021-06-15", "2020-02-02", "2019-03-01"]).await;
        asked.check("https://a.example/moved", "2022-01-01T00:00:00Z", depth, &["2021-06-15"]).await;
    }
    asked.check(PAGE, "2018-01-01T00:00:00Z", Depth::Thorough, &["2019-03-01", "2020-02-02", "2021-06-15"]).await;
    asked.check(PAGE, "2022-01-01T00:00:00Z", Depth::Thorough, &["2021-06-15", "2020-02-02", "2019-03-01"]).await;
    asked.check(PAGE, "", Depth::Thorough, &["2021-06-15", "2020-02-02", "2019-03-01"]).await;
    for depth in [Depth::Nearest, Depth::Thorough] {
        assert_eq!(asked.search("https://a.example/nothing", "", depth).await, CaptureSearch::None);
    }
    let unchanged = asked.first(PAGE, "2020-02-03T00:00:00Z").await;
    assert_eq!(unchanged, (Some("2020-02-02T02:02:02Z".to_owned()), FIRST.to_owned()));
    let changed = asked.first(PAGE, "2021-06-15T12:34:56Z").await;
    assert_eq!(changed, (Some("2021-06-15T12:34:56Z".to_owned()), SECOND.to_owned()));
    let moved = asked.first("https://a.example/moved", "2021-06-15T12:00:00Z").await;
    assert_eq!(moved, (Some("2021-06-15T12:34:56Z".to_owned()), SECOND.to_owned()));
}

#[tokio::test]
async fn a_real_archive_gives_its_captures_and_a_recording_of_it_gives_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let files = evidence(folder.path());
    let Some(pywb) = Pywb::start(&Collection::Files(&files), Framed::No) else { return };
    let network = fetcher(true);
    for (gate, dialect) in [("", Dialect::Pywb), ("id_/", Dialect::Pywb)] {
        let archives = Archives::new(&[server(&pywb.base(), gate, dialect)], NEAR);
        check_unframed(&Asked { archives: &archives, fetcher: &network }).await;
    }
    let archives = Archives::new(&[server(&pywb.base(), "", Dialect::Pywb)], NEAR);
    let recorded = tempfile::tempdir().unwrap();
    record(&archives, &network, recorded.path()).await;
    drop(pywb);
    let replay = Fetcher::replay(
        Replay::open(&[recorded.path().to_owned()]).unwrap(),
        None,
        crate::config::RobotsPolicy::Ignore,
    );
    let asked = Asked { archives: &archives, fetcher: &replay };
    asked.check(PAGE, "2020-01-01T00:00:00Z", Depth::Nearest, &["2019-03-01", "2020-02-02", "2021-06-15"]).await;
    asked.check(PAGE, "2021-01-01T00:00:00Z", Depth::Thorough, &["2020-02-02", "2021-06-15", "2019-03-01"]).await;
    assert_eq!(asked.first(PAGE, "2021-01-01T00:00:00Z").await.1, FIRST);
    let other = asked.search(PAGE, "2015-01-01T00:00:00Z", Depth::Nearest).await;
    assert!(matches!(other, CaptureSearch::Unknown(_)), "{other:?}");
}

/// Writes down what asking for two dates exchanges.
async fn record(archives: &Archives, network: &Fetcher, folder: &Path) {
    let mut writer = EvidenceWriter::open(folder).unwrap();
    for (anchor, depth) in [("2021-01-01T00:00:00Z", Depth::Thorough), ("2020-01-01T00:00:00Z", Depth::Nearest)] {
        let captures = archives.captures(network, &Url::parse(PAGE).unwrap(), Some(at(anchor)), depth).await;
        writer.write(&captures.exchanges).unwrap();
        let CaptureSearch::Found(found) = captures.search else { panic!("{:?}", captures.search) };
        for capture in &found {
            writer.write(&archives.raw(network, capture).await.unwrap().look.exchanges).unwrap();
        }
    }
    writer.finish().unwrap();
}

#[tokio::test]
async fn a_timemap_gives_the_captures_where_there_is_no_other_index() {
    let folder = tempfile::tempdir().unwrap();
    let files = evidence(folder.path());
    let Some(pywb) = Pywb::start(&Collection::Files(&files), Framed::No) else { return };
    let archives = Archives::new(&[server(&pywb.base(), "", Dialect::Memento)], NEAR);
    let network = fetcher(false);
    let asked = Asked { archives: &archives, fetcher: &network };
    // A TimeMap tells neither statuses nor payloads, and what is not read is not known to fall.
    let all = ["2020-02-02", "2021-06-15", "2019-03-01", "2024-06-29"];
    asked.check(PAGE, "2021-01-01T00:00:00Z", Depth::Thorough, &all).await;
    assert_eq!(asked.search("https://a.example/nothing", "", Depth::Thorough).await, CaptureSearch::None);
}

#[tokio::test]
async fn a_real_archive_that_folds_letters_is_not_believed_that_another_page_is_the_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut writer = EvidenceWriter::open(folder.path()).unwrap();
    let html = [("Content-Type", "text/html; charset=utf-8")];
    for look in [
        exchange("https://a.example/watch/aBcD", "2024-05-31T10:00:00Z", 200, &html, SECOND),
        exchange("https://a.example/watch/AbCd", "2024-05-20T10:00:00Z", 200, &html, FIRST),
        exchange("https://a.example/watch?v=aBcD", "2024-05-25T10:00:00Z", 200, &html, SECOND),
    ] {
        writer.write(&[look]).unwrap();
    }
    writer.finish().unwrap();
    let files = files(folder.path());
    let Some(pywb) = Pywb::start(&Collection::Files(&files), Framed::No) else { return };
    let network = fetcher(false);
    for dialect in [Dialect::Pywb, Dialect::Memento] {
        let archives = Archives::new(&[server(&pywb.base(), "", dialect)], NEAR);
        let asked = Asked { archives: &archives, fetcher: &network };
        for depth in [Depth::Nearest, Depth::Thorough] {
            asked.check("https://a.example/watch/AbCd", "2024-06-01T00:00:00Z", depth, &["2024-05-20"]).await;
            let none = asked.search("https://a.example/watch?v=AbCd", "2024-06-01T00:00:00Z", depth).await;
            assert_eq!(none, CaptureSearch::None, "{dialect:?} {depth:?}");
        }
    }
}

/// A payload is kept as it came, and an archive gives it out so, or without its coding.
#[tokio::test]
async fn a_page_that_came_packed_is_read_out_of_a_real_archive() {
    let folder = tempfile::tempdir().unwrap();
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut packed, SECOND.as_bytes()).unwrap();
    let headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip")];
    let mut look = exchange(PAGE, "2021-06-15T12:34:56Z", 200, &headers, "");
    let ExchangeAnswer::Response(response) = &mut look.answer else { panic!("an answer") };
    response.payload = packed.finish().unwrap();
    let mut writer = EvidenceWriter::open(folder.path()).unwrap();
    writer.write(&[look]).unwrap();
    writer.finish().unwrap();
    let files = files(folder.path());
    let Some(pywb) = Pywb::start(&Collection::Files(&files), Framed::No) else { return };
    let network = fetcher(false);
    for dialect in [Dialect::Pywb, Dialect::Memento] {
        let archives = Archives::new(&[server(&pywb.base(), "", dialect)], NEAR);
        let asked = Asked { archives: &archives, fetcher: &network };
        assert_eq!(asked.first(PAGE, "2022-01-01T00:00:00Z").await.1, SECOND, "{dialect:?}");
    }
}

#[tokio::test]
async fn a_frame_around_a_page_is_no_capture_and_the_index_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let files = evidence(folder.path());
    let Some(pywb) = Pywb::start(&Collection::Files(&files), Framed::Yes) else { return };
    let network = fetcher(false);
    for dialect in [Dialect::Pywb, Dialect::Memento] {
        let archives = Archives::new(&[server(&pywb.base(), "", dialect)], NEAR);
        let asked = Asked { archives: &archives, fetcher: &network };
        let (captured_at, text) = asked.first(PAGE, "2022-01-01T00:00:00Z").await;
        assert_eq!((captured_at.as_deref(), text.as_str()), (Some("2021-06-15T12:34:56Z"), SECOND), "{dialect:?}");
        assert_eq!(asked.search("https://a.example/nothing", "", Depth::Nearest).await, CaptureSearch::None);
    }
}

#[tokio::test]
async fn a_timemap_of_a_real_archive_is_read_in_every_format() {
    let folder = tempfile::tempdir().unwrap();
    let files = evidence(folder.path());
    let Some(pywb) = Pywb::start(&Collection::Files(&files), Framed::No) else { return };
    let network = fetcher(false);
    for format in ["link", "json", "cdxj"] {
        let timemap = Some(format!("{}timemap/{format}/", pywb.base()));
        let archives = Archives::new(&[ArchiveServer { timemap, ..server(&pywb.base(), "", Dialect::Memento) }], NEAR);
        let page = Url::parse(PAGE).unwrap();
        let found = archives.captures(&network, &page, Some(at("2021-01-01T00:00:00Z")), Depth::Thorough).await;
        let CaptureSearch::Found(captures) = found.search else { panic!("{format}") };
        assert_eq!(captures[0].captured_at.to_string(), "2020-02-02T02:02:02Z", "{format}");
        assert!(
            captures.iter().any(|it| it.captured_at.to_string() == "2021-06-15T12:34:56Z"),
            "{format}: {captures:?}"
        );
        let asked = Asked { archives: &archives, fetcher: &network };
        assert_eq!(
            asked.search("https://a.example/nothing", "", Depth::Thorough).await,
            CaptureSearch::None,
            "{format}"
        );
    }
}

#[tokio::test]
async fn two_real_archives_a_dead_one_and_a_scripted_one_are_asked_together() {
    let (folder, later) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let files = evidence(folder.path());
    let Some(plain) = Pywb::start(&Collection::Files(&files), Framed::No) else { return };
    let other = one_capture(later.path(), "2020-12-24T00:00:00Z", "<html><body><p>on the day before</p></body></html>");
    let Some(framed) = Pywb::start(&Collection::Files(&other), Framed::Yes) else { return };
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let excluded = super::stub::answer(200, &[], "<h2>This URL has been excluded from the Wayback Machine.</h2>");
    let scripted = super::stub::Stub::start(&[("/web/", excluded)]);
    let named = |name: &str, server: ArchiveServer| ArchiveServer { name: name.to_owned(), ..server };
    let servers = [
        scripted.archive(Dialect::Wayback),
        named("dead", server(&format!("http://{closed}/web/"), "", Dialect::Pywb)),
        named("plain", server(&plain.base(), "", Dialect::Pywb)),
        named("framed", server(&framed.base(), "", Dialect::Pywb)),
    ];
    let (archives, network) = (Archives::new(&servers, NEAR), fetcher(false));
    for depth in [Depth::Nearest, Depth::Thorough] {
        let found =
            archives.captures(&network, &Url::parse(PAGE).unwrap(), Some(at("2021-01-01T00:00:00Z")), depth).await;
        let CaptureSearch::Found(captures) = &found.search else { panic!("{:?}", found.search) };
        let each: Vec<String> =
            captures.iter().map(|it| format!("{} {}", it.archive, it.captured_at.strftime("%Y-%m-%d"))).collect();
        assert_eq!(
            each,
            ["framed 2020-12-24", "plain 2021-06-15", "plain 2020-02-02", "plain 2019-03-01"],
            "{depth:?}"
        );
        let raw = archives.raw(&network, &captures[0]).await.unwrap();
        assert!(String::from_utf8(raw.look.body.unwrap().bytes).unwrap().contains("on the day before"));
    }
    assert_eq!(archives.failing(), [("dead".to_owned(), "takes no connection")]);
    assert!(archives.refusing().is_empty());
}
