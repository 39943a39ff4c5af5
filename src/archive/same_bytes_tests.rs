//! Captures of the same bytes: what one of them says the others say, and what an archive does with one it need not do with
//! the others.

use super::stub::{Answer, NEAR, Stub, answer, at, fetcher};
use super::stub_tests::{dated_at, dates, index, original, search, to};
use super::*;
use crate::config::Dialect;

/// The digest of `words`.
const WORDS: &str = "564JGYI6N5LPLLIHESAWGQFFBJHLBAQL";

/// An archive whose index lists these captures of 2020, nearest first, which shows each in its own way.
fn archive(captures: &[(&str, &str, Answer)]) -> Stub {
    let rows: Vec<[&str; 3]> = captures.iter().map(|(moment, digest, _)| [*moment, "200", *digest]).collect();
    let paths: Vec<String> = captures.iter().map(|(moment, ..)| format!("/web/{moment}id_/")).collect();
    let shown = paths.iter().zip(captures).map(|(path, (.., answer))| (path.as_str(), answer.clone()));
    let mut answers: Vec<(&str, Answer)> = shown.collect();
    answers.extend([("/web/https", to(captures[0].0)), ("/cdx", index(&rows))]);
    Stub::start(&answers)
}

fn page(day: &str) -> Answer {
    dated_at(200, day, &[], "words")
}

/// How an archive may show a capture so that it is none, whatever was captured.
fn not_shown() -> Vec<(&'static str, Answer)> {
    let other = ("Link", "<https://b.example/y>; rel=\"original\"");
    vec![
        ("of another day", dated_at(200, "Tue, 01 Jan 2019", &[], "words")),
        ("of no day", answer(200, &[], "words")),
        ("not found", answer(404, &[], "no capture")),
        ("of another page", dated_at(200, "Tue, 01 Dec 2020", &[other], "words")),
        ("an error of other bytes", dated_at(404, "Tue, 01 Dec 2020", &[], "not found")),
        ("a redirect to the first page", dated_at(302, "Tue, 01 Dec 2020", &[("Location", "https://a.example/")], "")),
    ]
}

#[tokio::test]
async fn a_capture_that_is_not_shown_takes_no_other_of_the_same_bytes_with_it() {
    for (how, answer) in not_shown() {
        for digests in [[WORDS, WORDS], [WORDS, "BBBB"]] {
            let stub = archive(&[
                ("20201201000000", digests[0], answer.clone()),
                ("20200501000000", digests[1], page("Fri, 01 May 2020")),
            ]);
            for depth in [Depth::Nearest, Depth::Thorough] {
                let found = dates(&search(&stub, Dialect::Wayback, depth).await);
                assert_eq!(found, ["20200501"], "{how} {digests:?} {depth:?}");
            }
        }
    }
}

#[tokio::test]
async fn of_bytes_that_are_an_error_no_other_capture_is_fetched() {
    let stub = archive(&[
        ("20201201000000", WORDS, dated_at(404, "Tue, 01 Dec 2020", &[], "words")),
        ("20200501000000", WORDS, page("Fri, 01 May 2020")),
        ("20200401000000", "BBBB", dated_at(200, "Wed, 01 Apr 2020", &[], "other words")),
    ]);
    assert_eq!(dates(&search(&stub, Dialect::Wayback, Depth::Thorough).await), ["20200401"]);
    assert!(!stub.asked().iter().any(|path| path.contains("20200501")), "{:?}", stub.asked());
}

#[tokio::test]
async fn two_of_the_same_bytes_that_are_not_shown_leave_others_to_try() {
    let missing = || answer(404, &[], "no capture");
    let stub = archive(&[
        ("20201201000000", WORDS, missing()),
        ("20201101000000", WORDS, missing()),
        ("20201001000000", WORDS, missing()),
        ("20200501000000", "BBBB", dated_at(200, "Fri, 01 May 2020", &[], "other words")),
    ]);
    assert_eq!(dates(&search(&stub, Dialect::Wayback, Depth::Thorough).await)[0], "20200501");
}

/// It is named as it is listed, and what else has its bytes is named behind it.
#[tokio::test]
async fn a_capture_that_cannot_be_seen_just_now_stands_and_so_do_others_of_its_bytes() {
    let stub = archive(&[
        ("20201201000000", WORDS, answer(503, &[], "")),
        ("20200501000000", WORDS, page("Fri, 01 May 2020")),
        ("20200401000000", "BBBB", page("Wed, 01 Apr 2020")),
    ]);
    let found = dates(&search(&stub, Dialect::Wayback, Depth::Thorough).await);
    assert_eq!(found, ["20201201", "20200501", "20200401"]);
}

/// The nearest before the date is taken, also where one from after it is nearer.
#[tokio::test]
async fn where_the_nearest_before_the_date_falls_the_next_one_before_it_is_fetched() {
    let stub = archive(&[
        ("20201201000000", "AAAA", answer(404, &[], "no capture")),
        ("20210115000000", "BBBB", dated_at(200, "Fri, 15 Jan 2021", &[], "later words")),
        ("20200501000000", "CCCC", answer(404, &[], "no capture")),
        ("20200401000000", "DDDD", page("Wed, 01 Apr 2020")),
    ]);
    assert_eq!(dates(&search(&stub, Dialect::Wayback, Depth::Thorough).await), ["20200401", "20210115"]);
    assert!(stub.asked().iter().any(|path| path.starts_with("/web/20200401")), "what is named first was fetched");
    let after = archive(&[
        ("20201201000000", "AAAA", answer(404, &[], "no capture")),
        ("20210115000000", "BBBB", dated_at(200, "Fri, 15 Jan 2021", &[], "later words")),
    ]);
    assert_eq!(dates(&search(&after, Dialect::Wayback, Depth::Thorough).await), ["20210115"]);
}

/// Two archives that have the same bytes.
#[tokio::test]
async fn the_same_bytes_at_another_archive_are_another_capture() {
    let first = archive(&[("20201201000000", WORDS, answer(503, &[], ""))]);
    let second = archive(&[("20200501000000", WORDS, page("Fri, 01 May 2020"))]);
    let mut other = second.archive(Dialect::Wayback);
    other.name = "other".to_owned();
    let archives = Archives::new(&[first.archive(Dialect::Wayback), other], NEAR);
    let anchor = at("2021-01-01T23:59:59Z");
    let found = archives.captures(&fetcher(false), &original(), Some(anchor), Depth::Thorough).await.search;
    assert_eq!(dates(&found), ["20201201", "20200501"]);
}
