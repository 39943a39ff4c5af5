//! Archives that are down, and archives that refuse us: told apart, and left alone alike.

use super::stub::{NEAR, Stub, answer, fetcher};
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
