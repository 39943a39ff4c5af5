//! An archive that leads from the capture that it named to another one of the page: what it lists it cannot always show.

use super::stub::{Answer, NEAR, Stub, answer, at, fetcher};
use super::stub_tests::{dated_at, dates, index, original, search, to};
use super::*;
use crate::config::Dialect;

const ANCHOR: &str = "2021-01-01T23:59:59Z";
const NAMED: &str = "/web/20201201000000id_/https://a.example/x";
const OLDER: &str = "/web/20200101000000id_/https://a.example/x";
const LATER: &str = "/web/20210601000000id_/https://a.example/x";

/// A redirect of the archive's own.
fn led(to: &str) -> Answer {
    answer(302, &[("Location", to), ("x-archive-redirect-reason", "found capture nearby")], "")
}

fn older() -> Answer {
    dated_at(200, "Wed, 01 Jan 2020", &[], "older words")
}

/// What is found where the `TimeGate` names `NAMED`, this stands there, the index says `cdx`, and these captures are shown.
async fn check(shown: Answer, cdx: Answer, more: &[(&str, Answer)], expected: &[&str]) {
    for depth in [Depth::Nearest, Depth::Thorough] {
        let mut answers = vec![("/web/https", to("20201201000000")), (NAMED, shown.clone()), ("/cdx", cdx.clone())];
        answers.extend(more.iter().cloned());
        let stub = Stub::start(&answers);
        assert_eq!(dates(&search(&stub, Dialect::Wayback, depth).await), expected, "{depth:?}");
        let once = stub.asked().iter().filter(|path| **path == NAMED).count();
        assert_eq!(once, 1, "what was given is not asked for again");
    }
}

#[tokio::test]
async fn the_capture_that_is_given_for_one_that_cannot_be_shown_stands_under_its_own_day() {
    let listed = index(&[["20201201000000", "200", "AAAA"]]);
    for cdx in [answer(200, &[], "[]"), answer(503, &[], ""), listed] {
        check(led(OLDER), cdx, &[(OLDER, older())], &["20200101"]).await;
    }
    let stub = Stub::start(&[("/web/https", to("20201201000000")), (NAMED, led(OLDER)), (OLDER, older())]);
    let archives = Archives::new(&[stub.archive(Dialect::Wayback)], NEAR);
    let found = archives.captures(&fetcher(false), &original(), Some(at(ANCHOR)), Depth::Nearest).await;
    let (capture, raw) = found.read.expect("it was read on the way");
    assert_eq!(capture.url, stub.url("/web/20200101000000/https://a.example/x"));
    assert_eq!((capture.status, raw.captured_at), (Some(200), Some(at("2020-01-01T00:00:00Z"))));
}

#[tokio::test]
async fn a_nearer_one_that_the_index_knows_comes_before_the_one_that_is_given() {
    let near = "/web/20201115000000id_/https://a.example/x";
    let shown = dated_at(200, "Sun, 15 Nov 2020", &[], "words");
    let cdx = index(&[["20201115000000", "200", "BBBB"]]);
    check(led(OLDER), cdx, &[(OLDER, older()), (near, shown)], &["20201115", "20200101"]).await;
    let later = dated_at(200, "Tue, 01 Jun 2021", &[], "later words");
    let cdx = index(&[["20200101000000", "200", "BBBB"]]);
    check(led(LATER), cdx, &[(LATER, later.clone()), (OLDER, older())], &["20200101", "20210601"]).await;
    check(led(LATER), answer(503, &[], ""), &[(LATER, later)], &["20210601"]).await;
}

/// RFC 7089 has every memento say of when it is; the archives answer with 200 and without it where they show a page of
/// their own.
#[tokio::test]
async fn what_a_redirect_ends_at_is_no_capture_where_it_does_not_say_so_or_is_of_another_page() {
    let unclear = ["Unknown(\"stub: names captures near that date that are none\")"];
    let none = || answer(200, &[], "[]");
    let undated = answer(200, &[], "This page is not shown just now.");
    check(led(OLDER), none(), &[(OLDER, undated)], &unclear).await;
    let other = "/web/20200101000000id_/https://a.example/X";
    check(led(other), none(), &[(other, older())], &unclear).await;
    let error = dated_at(404, "Wed, 01 Jan 2020", &[], "not found");
    check(led(OLDER), none(), &[(OLDER, error)], &unclear).await;
    // An archived redirect leads to what was captured on the same day, or to nothing.
    let moved = dated_at(302, "Tue, 01 Dec 2020", &[("Location", "/web/20200101000000id_/https://a.example/new")], "");
    let target = [("/web/20200101000000id_/https://a.example/new", older())];
    check(moved, none(), &target, &["OnlyErrors(\"stub: the capture nearest that date is of an error\")"]).await;
}
