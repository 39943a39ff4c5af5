//! The quick answer of the Wayback Machine, which stands in where its `TimeGate` fails and is on record as wrong.

use super::stub::{Answer, NEAR, Stub, answer, at, fetcher};
use super::stub_tests::{dated_at, dates, index, original};
use super::*;
use crate::config::Dialect;

const PAGE: &str = "https://a.example/x";
const ANCHOR: &str = "2021-01-01T23:59:59Z";

/// What it says of a capture of that moment.
fn snapshot(moment: &str) -> Answer {
    let body = format!(
        r#"{{"archived_snapshots": {{"closest": {{"status": "200", "available": true,
        "url": "http://web.archive.org/web/{moment}/{PAGE}", "timestamp": "{moment}"}}}}}}"#
    );
    answer(200, &[], &body)
}

async fn search(stub: &Stub, depth: Depth) -> CaptureSearch {
    let mut archives = Archives::new(&[stub.archive(Dialect::Wayback)], NEAR);
    archives.archives[0].availability = Some(stub.url("/available"));
    archives.captures(&fetcher(false), &original(), Some(at(ANCHOR)), depth).await.search
}

#[tokio::test]
async fn the_quick_answer_counts_only_where_it_has_a_capture() {
    for depth in [Depth::Nearest, Depth::Thorough] {
        for (said, expected) in [
            (snapshot("20201224000000"), "20201224"),
            (
                answer(200, &[], r#"{"archived_snapshots": {}}"#),
                "Unknown(\"stub: has an index that answers with status 404\")",
            ),
        ] {
            let stub = Stub::start(&[("/web/", answer(500, &[], "")), ("/available", said)]);
            assert_eq!(dates(&search(&stub, depth).await), [expected], "{depth:?}");
        }
    }
}

/// It is named by what it says itself, and not by what the quick answer says of it.
#[tokio::test]
async fn what_the_quick_answer_names_is_fetched_before_it_is_named() {
    let page = dated_at(200, "Thu, 24 Dec 2020", &[], "words");
    let older = || dated_at(200, "Tue, 01 Dec 2020", &[], "words");
    for (shown, cdx, expected) in [
        (page.clone(), answer(503, &[], ""), "20201224"),
        (answer(200, &[], "a page of the archive"), index(&[["20201201000000", "200", "AAAA"]]), "20201201"),
        (dated_at(404, "Thu, 24 Dec 2020", &[], "not found"), index(&[["20201201000000", "200", "AAAA"]]), "20201201"),
        (answer(404, &[], "no capture"), answer(503, &[], ""), "Unknown"),
    ] {
        for depth in [Depth::Nearest, Depth::Thorough] {
            let stub = Stub::start(&[
                ("/web/https", answer(503, &[], "")),
                ("/web/20201224000000id_/", shown.clone()),
                ("/web/20201201000000id_/", older()),
                ("/available", snapshot("20201224000000")),
                ("/cdx", cdx.clone()),
            ]);
            let found = dates(&search(&stub, depth).await);
            assert!(found[0].starts_with(expected), "{depth:?} {expected}: {found:?}");
            assert!(stub.asked().iter().any(|path| path.starts_with("/web/20201224000000id_/")), "{:?}", stub.asked());
        }
    }
}

#[tokio::test]
async fn of_what_the_quick_answer_names_from_after_the_date_the_index_may_know_better() {
    let later = || dated_at(200, "Mon, 01 Feb 2021", &[], "words");
    for (cdx, expected) in [
        (index(&[["20201201000000", "200", "AAAA"], ["20210201000000", "200", "BBBB"]]), "20201201"),
        (index(&[["20210201000000", "200", "BBBB"]]), "20210201"),
        (answer(503, &[], ""), "20210201"),
    ] {
        let stub = Stub::start(&[
            ("/web/https", answer(503, &[], "")),
            ("/web/20210201000000id_/", later()),
            ("/web/20201201000000id_/", dated_at(200, "Tue, 01 Dec 2020", &[], "words")),
            ("/available", snapshot("20210201000000")),
            ("/cdx", cdx),
        ]);
        assert_eq!(dates(&search(&stub, Depth::Nearest).await)[0], expected);
    }
}

/// Where the `TimeGate` says something, nobody asks.
#[tokio::test]
async fn the_quick_answer_is_not_asked_for_where_the_timegate_works() {
    let stub = Stub::start(&[("/cdx", answer(200, &[], "[]")), ("/available", snapshot("20201224000000"))]);
    assert_eq!(search(&stub, Depth::Thorough).await, CaptureSearch::None);
    assert!(!stub.asked().iter().any(|path| path.starts_with("/available")), "{:?}", stub.asked());
}
