//! Archives that are down, and archives that refuse us: told apart, and left alone alike.

use super::stub::{NEAR, Stub, answer, at, fetcher};
use super::stub_tests::{dated_at, dates, original, to};
use super::*;
use crate::config::Dialect;

/// Answers in a row with one status, and what comes of it.
async fn told_of(status: u16, pages: usize) -> (CaptureSearch, usize, Vec<(String, &'static str)>, Vec<String>) {
    let stub = Stub::start(&[("/web/", answer(status, &[], "no")), ("/cdx", answer(status, &[], "no"))]);
    let archives = Archives::new(&[stub.archive(Dialect::Pywb)], NEAR);
    let fetcher = fetcher(false);
    let mut last = CaptureSearch::NotAsked;
    for page in 0..pages {
        let original = Url::parse(&format!("https://a.example/{page}")).unwrap();
        last = archives.captures(&fetcher, &original, None, Depth::Thorough).await.search;
    }
    (last, stub.asked().len(), archives.failing(), archives.refusing())
}

#[tokio::test]
async fn an_archive_that_says_that_we_may_not_ask_refuses_and_one_that_is_down_fails() {
    for status in [403, 429] {
        let (_, _, failing, refusing) = told_of(status, 1).await;
        assert_eq!((failing, refusing), (vec![], vec!["stub".to_owned()]), "{status}");
    }
    for status in [500, 503] {
        let (_, _, failing, refusing) = told_of(status, 1).await;
        let why = "gave no answer that says anything";
        assert_eq!((failing, refusing), (vec![("stub".to_owned(), why)], vec![]), "{status}");
    }
}

#[tokio::test]
async fn an_archive_that_fails_at_all_is_left_alone_and_told_of() {
    let (last, asked, _, refusing) = told_of(403, 20).await;
    let why = "gave no answer that says anything";
    assert_eq!(last, CaptureSearch::Unknown(format!("stub: {why} and is not asked again in this run")));
    assert_eq!((asked, refusing), (12, vec!["stub".to_owned()]));
}

#[tokio::test]
async fn an_archive_that_takes_no_connection_closes_none_beside_it_on_its_host() {
    let page = dated_at(200, "Tue, 01 Dec 2020", &[], "words");
    let stub = Stub::start(&[("/web/https", to("20201201000000")), ("/web/20201201000000id_/", page)]);
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let dead = ArchiveServer {
        name: "dead".to_owned(),
        timegate: Some(format!("http://{closed}/web/")),
        cdx: Some(format!("http://{closed}/cdx")),
        ..stub.archive(Dialect::Pywb)
    };
    let archives = Archives::new(&[dead, stub.archive(Dialect::Pywb)], NEAR);
    let (fetcher, page, anchor) = (fetcher(false), original(), Some(at("2021-01-01T23:59:59Z")));
    // As a run asks for many pages at once, before it is known that the first archive is down.
    let asked = (0..24).map(|_| archives.captures(&fetcher, &page, anchor, Depth::Nearest));
    for found in futures_util::future::join_all(asked).await {
        assert_eq!(dates(&found.search), ["20201201"]);
    }
    assert_eq!(archives.failing(), [("dead".to_owned(), "takes no connection")]);
}
