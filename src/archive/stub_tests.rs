//! The client against made-up answers in the Wayback Machine's dialect, and in others that no server at hand speaks.

use super::stub::{Answer, NEAR, Stub, answer, at, fetcher};
use super::*;
use crate::config::Dialect;

const PAGE: &str = "https://a.example/x";
const ANCHOR: &str = "2021-01-01T23:59:59Z";
const NAMES: &str = r#"["urlkey","timestamp","original","mimetype","statuscode","digest","length"]"#;

pub(super) fn original() -> Url {
    Url::parse(PAGE).unwrap()
}

/// An index of these dates, statuses and digests.
pub(super) fn index(rows: &[[&str; 3]]) -> Answer {
    let row = |[date, status, digest]: &[&str; 3]| {
        format!(r#",["example,a)/x","{date}","{PAGE}","text/html","{status}","{digest}","99"]"#)
    };
    let rows = rows.iter().map(row).collect::<Vec<_>>().concat();
    answer(200, &[("Content-Type", "text/plain")], &format!("[{NAMES}{rows}]"))
}

fn gate() -> Answer {
    to("20210301000000")
}

/// A `TimeGate` that leads to the capture of that moment.
pub(super) fn to(at: &str) -> Answer {
    let location = format!("http://HOST/web/{at}/{PAGE}");
    let reason = format!("found capture at {at}");
    answer(302, &[("Location", &location), ("x-archive-redirect-reason", &reason)], "")
}

pub(super) async fn search(stub: &Stub, dialect: Dialect, depth: Depth) -> CaptureSearch {
    let archives = Archives::new(&[stub.archive(dialect)], NEAR);
    archives.captures(&fetcher(false), &original(), Some(at(ANCHOR)), depth).await.search
}

/// The dates found, or the state in words.
pub(super) fn dates(search: &CaptureSearch) -> Vec<String> {
    match search {
        CaptureSearch::Found(captures) => {
            captures.iter().map(|it| it.captured_at.strftime("%Y%m%d").to_string()).collect()
        }
        other => vec![format!("{other:?}")],
    }
}

const BEFORE: &str = "/web/20201201000000id_/https://a.example/x";

#[tokio::test]
async fn a_capture_from_before_the_date_that_stands_needs_no_look_in_the_index() {
    let page = dated_at(200, "Tue, 01 Dec 2020", &[], "words");
    let stub = Stub::start(&[("/web/https", to("20201201000000")), (BEFORE, page)]);
    let found = search(&stub, Dialect::Wayback, Depth::Nearest).await;
    assert_eq!(dates(&found), ["20201201"]);
    assert_eq!(stub.asked(), [format!("/web/{PAGE} [Fri, 01 Jan 2021 23:59:59 GMT]"), BEFORE.to_owned()]);
}

#[tokio::test]
async fn what_a_timegate_names_is_a_capture_only_where_it_says_so_itself() {
    let older = index(&[["20200101000000", "200", "AAAA"]]);
    let both = index(&[["20201201000000", "200", "BBBB"], ["20200101000000", "200", "AAAA"]]);
    let moved = |to: &str| dated_at(302, "Tue, 01 Dec 2020", &[("Location", to)], "");
    for (answer, cdx, expected) in [
        (answer(200, &[], "a page of the archive"), older.clone(), "20200101"),
        (answer(200, &[], "a page of the archive"), both, "20200101"),
        (answer(200, &[], "a page of the archive"), answer(200, &[], "[]"), "Unknown"),
        (dated_at(404, "Tue, 01 Dec 2020", &[], "not found"), older.clone(), "20200101"),
        (dated_at(404, "Tue, 01 Dec 2020", &[], "not found"), answer(200, &[], "[]"), "OnlyErrors"),
        (dated_at(429, "Tue, 01 Dec 2020", &[], "slow"), answer(503, &[], ""), "Unknown"),
        (moved(BEFORE), older, "20200101"),
        (moved(BEFORE), answer(200, &[], "[]"), "OnlyErrors"),
        (moved("/web/20201201000100id_/https://a.example/new"), answer(503, &[], ""), "20201201"),
    ] {
        let stub = Stub::start(&[
            ("/web/https", to("20201201000000")),
            (BEFORE, answer),
            ("/web/20201201000100id_/", dated_at(200, "Tue, 01 Dec 2020", &[], "moved here")),
            ("/web/20200101000000id_/", dated_at(200, "Wed, 01 Jan 2020", &[], "older words")),
            ("/cdx", cdx),
        ]);
        for depth in [Depth::Nearest, Depth::Thorough] {
            let found = dates(&search(&stub, Dialect::Wayback, depth).await);
            assert!(found[0].starts_with(expected), "{expected} {depth:?}: {found:?}");
        }
    }
}

#[tokio::test]
async fn a_capture_that_only_leads_to_the_first_page_of_its_site_is_none() {
    let led = |to: &str| dated_at(302, "Tue, 01 Dec 2020", &[("Location", to)], "");
    let home = dated_at(200, "Tue, 01 Dec 2020", &[], "welcome");
    for (to, expected) in [
        (
            "/web/20201201000100id_/https://a.example/",
            "OnlyErrors(\"stub: the capture nearest that date is of a redirect\")",
        ),
        ("/web/20201201000100id_/https://a.example/new-name", "20201201"),
    ] {
        let stub = Stub::start(&[
            ("/web/https", self::to("20201201000000")),
            (BEFORE, led(to)),
            ("/web/20201201000100id_/", home.clone()),
            ("/cdx", answer(200, &[], "[]")),
        ]);
        for depth in [Depth::Nearest, Depth::Thorough] {
            assert_eq!(dates(&search(&stub, Dialect::Wayback, depth).await), [expected], "{depth:?}");
        }
    }
}

/// An archive that folds letters into the keys of its index leads to another page, and its index may know the one that was
/// asked for.
#[tokio::test]
async fn a_capture_of_another_page_is_not_taken_for_the_page_s_and_the_index_is_asked() {
    const OTHER: &str = "/web/20201224000000id_/https://a.example/X";
    let link = "<https://a.example/X>; rel=\"original\"";
    let other = dated_at(200, "Thu, 24 Dec 2020", &[("Link", link)], "another film");
    let to_other = answer(302, &[("Location", "/web/20201224000000/https://a.example/X")], "");
    let without_page = answer(302, &[("Location", "/kept/1"), ("Link", link)], "");
    let own = dated_at(200, "Wed, 01 Jan 2020", &[], "words");
    for gate in [to_other, without_page, other.clone()] {
        for (cdx, expected) in [
            (index(&[["20200101000000", "200", "AAAA"]]), "20200101"),
            (answer(200, &[], "[]"), "None"),
            (answer(503, &[], ""), "Unknown(\"stub: has an index that answers with status 503\")"),
        ] {
            let stub = Stub::start(&[
                ("/web/https", gate.clone()),
                (OTHER, other.clone()),
                ("/kept/1", other.clone()),
                ("/web/20200101000000id_/", own.clone()),
                ("/cdx", cdx),
            ]);
            for depth in [Depth::Nearest, Depth::Thorough] {
                assert_eq!(dates(&search(&stub, Dialect::Wayback, depth).await), [expected], "{depth:?}");
            }
        }
    }
}

#[tokio::test]
async fn an_archive_that_shows_another_page_where_a_capture_is_listed_shows_none() {
    let link = "<https://a.example/X>; rel=\"original\"";
    let other = dated(200, "Fri, 01 Jan", &[("Link", link)], "another film");
    assert_eq!(raw(&[(FIRST, other.clone())]).await.0, None);
    let folded = "/web/20210101000000id_/https://a.example/X";
    let led = answer(302, &[("Location", folded)], "");
    assert_eq!(raw(&[(FIRST, led), (folded, dated(200, "Fri, 01 Jan", &[], "another film"))]).await.0, None);
    let to_come = dated_at(200, "Tue, 01 Jan 2999", &[], "words");
    assert_eq!(raw(&[(FIRST, to_come)]).await.0, None);
    // What the page itself led to is captured under its own address.
    let moved = dated(302, "Fri, 01 Jan", &[("Location", folded)], "");
    let (at, ..) = raw(&[(FIRST, moved), (folded, other)]).await;
    assert!(at.is_some());
}

#[tokio::test]
async fn a_capture_from_after_the_date_is_named_only_where_none_stands_before_it() {
    let page = dated_at(200, "Mon, 01 Mar 2021", &[], "words");
    let after = "/web/20210301000000id_/";
    for (cdx, expected) in [
        (index(&[["20210301000000", "200", "AAAA"], ["20200101000000", "200", "BBBB"]]), &["20200101", "20210301"][..]),
        (answer(200, &[], "[]"), &["20210301"]),
        (answer(503, &[], ""), &["20210301"]),
    ] {
        let before = dated_at(200, "Wed, 01 Jan 2020", &[], "older words");
        let stub = Stub::start(&[
            ("/web/https", gate()),
            (after, page.clone()),
            ("/web/20200101000000id_/", before),
            ("/cdx", cdx),
        ]);
        assert_eq!(dates(&search(&stub, Dialect::Wayback, Depth::Nearest).await), expected);
    }
}

#[tokio::test]
async fn captures_of_errors_in_a_timemap_are_passed_over() {
    let link = |at: &str, date: &str| format!("<http://HOST/web/{at}/{PAGE}>; rel=memento; datetime=\"{date}\"");
    let listed = [
        link("20201201000000", "Tue, 01 Dec 2020 00:00:00 GMT"),
        link("20200101000000", "Wed, 01 Jan 2020 00:00:00 GMT"),
    ];
    let stub = Stub::start(&[
        ("/web/https", to("20201201000000")),
        (BEFORE, dated_at(404, "Tue, 01 Dec 2020", &[], "not found")),
        ("/web/20200101000000id_/", dated_at(200, "Wed, 01 Jan 2020", &[], "words")),
        ("/timemap/", answer(200, &[], &listed.join(","))),
    ]);
    for depth in [Depth::Nearest, Depth::Thorough] {
        assert_eq!(dates(&search(&stub, Dialect::Memento, depth).await), ["20200101"]);
    }
}

#[tokio::test]
async fn the_index_puts_the_capture_before_the_date_first() {
    let rows = index(&[
        ["20210115000000", "200", "AAAA"],
        ["20201201000000", "404", "BBBB"],
        ["20201115000000", "-", "CCCC"],
        ["20200101000000", "200", "DDDD"],
    ]);
    // Of an unchanged page the index tells no status.
    let unchanged = dated_at(200, "Sun, 15 Nov 2020", &[], "words");
    let stub = Stub::start(&[("/web/https", gate()), ("/cdx", rows), ("/web/20201115000000id_/", unchanged)]);
    let found = search(&stub, Dialect::Wayback, Depth::Thorough).await;
    assert_eq!(dates(&found), ["20201115", "20210115", "20210301", "20200101"]);
}

#[tokio::test]
async fn an_index_that_does_not_sort_by_distance_is_asked_for_both_sides() {
    let unsorted =
        index(&[["20000101000000", "200", "A"], ["20010101000000", "200", "B"], ["20201231000000", "200", "C"]]);
    let page = "/cdx?url=https%3A%2F%2Fa.example%2Fx&output=json&filter=statuscode%3A%28200%7C203%7C206%7C-%29";
    let until = format!("{page}&to=20210101235959");
    let since = format!("{page}&from=20210101235959");
    let stub = Stub::start(&[
        ("/cdx", unsorted.clone()),
        (&until, answer(200, &[], "[]")),
        (&since, index(&[["20210501000000", "200", "D"]])),
        ("/web/20210501000000id_/", dated_at(200, "Sat, 01 May 2021", &[], "words")),
    ]);
    assert_eq!(dates(&search(&stub, Dialect::Wayback, Depth::Thorough).await), ["20210501"]);
    assert_eq!(stub.asked().len(), 5);
}

#[tokio::test]
async fn none_is_said_only_where_the_index_says_it() {
    for (gate, cdx, expected) in [
        (404, answer(200, &[], "[]"), "None"),
        (404, answer(503, &[], ""), "Unknown"),
        (404, answer(200, &[], "<html>"), "Unknown"),
        // A TimeGate that fails is stood in for by the index.
        (500, answer(200, &[], "[]"), "None"),
        (200, answer(503, &[], ""), "Unknown"),
    ] {
        let stub = Stub::start(&[("/web/", answer(gate, &[], "")), ("/cdx", cdx)]);
        for depth in [Depth::Nearest, Depth::Thorough] {
            let found = format!("{:?}", search(&stub, Dialect::Wayback, depth).await);
            assert!(found.starts_with(expected), "{gate} {depth:?}: {found}");
        }
    }
}

#[tokio::test]
async fn an_excluded_site_is_excluded_wherever_that_is_said() {
    let page = "<h2>This URL has been excluded from the Wayback Machine.</h2>";
    let stub = Stub::start(&[("/web/", answer(200, &[], page))]);
    assert_eq!(search(&stub, Dialect::Wayback, Depth::Nearest).await, CaptureSearch::Excluded);
    assert_eq!(stub.asked().len(), 1);
    let fault = "org.x.exception.AdministrativeAccessControlException: Blocked Site Error";
    let blocked = answer(403, &[("X-Archive-Wayback-Runtime-Error", fault)], "Blocked Site Error");
    let robots = answer(200, &[], "org.archive.util.io.RuntimeIOException: RobotAccessControlException: no");
    for cdx in [blocked, robots] {
        let stub = Stub::start(&[("/cdx", cdx)]);
        assert_eq!(search(&stub, Dialect::Wayback, Depth::Thorough).await, CaptureSearch::Excluded);
    }
}

#[tokio::test]
async fn an_archive_that_asks_for_fewer_requests_leaves_it_open() {
    let stub = Stub::start(&[("/web/", answer(429, &[], "Too Many Requests"))]);
    let found = search(&stub, Dialect::Wayback, Depth::Thorough).await;
    assert_eq!(found, CaptureSearch::Unknown("stub: asks for fewer requests".to_owned()));
    assert_eq!(stub.asked().len(), 1, "the index of the same archive is not asked then");
}

#[tokio::test]
async fn an_archive_that_takes_no_connection_is_not_asked_again() {
    let mut server = Stub::start(&[]).archive(Dialect::Wayback);
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    server.timegate = Some(format!("http://{closed}/web/"));
    let archives = Archives::new(&[server], NEAR);
    let fetcher = fetcher(false);
    for expected in ["stub: takes no connection", "stub: takes no connection and is not asked again in this run"] {
        let found = archives.captures(&fetcher, &original(), None, Depth::Nearest).await;
        assert_eq!(found.search, CaptureSearch::Unknown(expected.to_owned()));
    }
    assert_eq!(archives.failing(), [("stub".to_owned(), "takes no connection")]);
    assert!(archives.refusing().is_empty());
}

#[tokio::test]
async fn an_archive_that_fails_now_and_then_is_asked_on() {
    let stub = Stub::start(&[("/web/", answer(403, &[], "no")), ("/cdx", answer(200, &[], "[]"))]);
    let archives = Archives::new(&[stub.archive(Dialect::Pywb)], NEAR);
    let fetcher = fetcher(false);
    for page in 0..20 {
        let original = Url::parse(&format!("https://a.example/{page}")).unwrap();
        let found = archives.captures(&fetcher, &original, None, Depth::Thorough).await.search;
        assert!(!format!("{found:?}").contains("again"), "{page}: {found:?}");
    }
    assert!(archives.failing().is_empty());
}

#[tokio::test]
async fn the_second_archive_is_asked_where_the_first_has_none() {
    let page = dated_at(200, "Mon, 01 Mar 2021", &[], "words");
    let (first, second) = (Stub::start(&[]), Stub::start(&[("/web/https", gate()), ("/web/2021", page)]));
    let mut other = second.archive(Dialect::Wayback);
    other.name = "other".to_owned();
    let mut today = second.archive(Dialect::Memento);
    today.timegate = Some("https://archive.ph/timegate/".to_owned());
    let archives = Archives::new(&[today, first.archive(Dialect::Wayback), other], NEAR);
    let found = archives.captures(&fetcher(false), &original(), Some(at(ANCHOR)), Depth::Nearest).await.search;
    let CaptureSearch::Found(captures) = found else { panic!("{found:?}") };
    assert_eq!((captures.len(), captures[0].archive.as_str()), (1, "other"));
    assert_eq!(first.asked().len(), 2);
}

#[tokio::test]
async fn a_timemap_in_parts_is_read_from_the_part_that_spans_the_date() {
    let memento = |year: &str| {
        format!("<http://HOST/{year}0101000000/{PAGE}>; rel=\"memento\"; datetime=\"Fri, 01 Jan {year} 00:00:00 GMT\"")
    };
    let part = |path: &str, from: &str, until: &str| {
        format!(
            "<http://HOST{path}>; rel=\"timemap\"; from=\"Fri, 01 Jan {from} 00:00:00 GMT\"; \
             until=\"Fri, 01 Jan {until} 00:00:00 GMT\""
        )
    };
    let parts =
        format!("<{PAGE}>; rel=\"original\",{},{}", part("/part/1", "2010", "2016"), part("/part/2", "2016", "2027"));
    let stub = Stub::start(&[
        ("/timemap/", answer(200, &[], &parts)),
        ("/part/1", answer(500, &[], "")),
        ("/part/2", answer(200, &[], &format!("<{PAGE}>; rel=\"original\",{}", memento("2021")))),
        ("/20210101000000id_/", dated_at(200, "Fri, 01 Jan 2021", &[], "words")),
    ]);
    let found = search(&stub, Dialect::Memento, Depth::Thorough).await;
    assert_eq!(dates(&found), ["20210101"]);
}

/// What fetching a capture at `/web/20210101000000id_/…` gives: the date and the words, or what was not followed.
async fn raw(answers: &[(&str, Answer)]) -> (Option<String>, u16, String) {
    let stub = Stub::start(answers);
    let capture = Capture {
        archive: "stub".to_owned(),
        url: stub.url("/web/20210101000000/https://a.example/x"),
        raw_url: Some(stub.url("/web/20210101000000id_/https://a.example/x")),
        captured_at: at("2021-01-01T00:00:00Z"),
        status: None,
        digest: None,
    };
    let raw = Archives::new(&[], NEAR).raw(&fetcher(false), &capture).await.unwrap();
    let body = raw.look.body.map(|body| String::from_utf8(body.bytes).unwrap()).unwrap_or_default();
    let status = raw.look.observation.outcome;
    let crate::observation::Outcome::Answered(last) = status else { panic!("{status:?}") };
    (raw.captured_at.map(|at| at.to_string()), last.status, body)
}

#[tokio::test]
async fn a_digest_of_an_index_is_held_against_the_bytes_and_may_be_wrong() {
    let stub = Stub::start(&[(FIRST, dated(200, "Fri, 01 Jan", &[], "words"))]);
    let capture = |digest: Option<&str>| Capture {
        archive: "stub".to_owned(),
        url: stub.url("/web/20210101000000/https://a.example/x"),
        raw_url: Some(stub.url(FIRST)),
        captured_at: at("2021-01-01T00:00:00Z"),
        status: Some(200),
        digest: digest.map(str::to_owned),
    };
    let archives = Archives::new(&[], NEAR);
    for (digest, expected) in [
        (Some("564JGYI6N5LPLLIHESAWGQFFBJHLBAQL"), true),
        (Some("sha1:564JGYI6N5LPLLIHESAWGQFFBJHLBAQL"), true),
        // That of nothing at all, as indexes list redirects.
        (Some("3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ"), false),
        (None, false),
    ] {
        let capture = capture(digest);
        let raw = archives.raw(&fetcher(false), &capture).await.unwrap();
        assert_eq!(raw.is_payload_of(&capture), expected, "{digest:?}");
        assert_eq!(raw.shown(), super::Shown::Page, "another digest is no reason to doubt a capture");
    }
}

const FIRST: &str = "/web/20210101000000id_/https://a.example/x";

fn dated(status: u16, day: &str, more: &[(&str, &str)], body: &str) -> Answer {
    dated_at(status, &format!("{day} 2021"), more, body)
}

/// An answer that says of which day it is a capture.
pub(super) fn dated_at(status: u16, day: &str, more: &[(&str, &str)], body: &str) -> Answer {
    let date = format!("{day} 00:00:00 GMT");
    let mut headers = vec![("Memento-Datetime", date.as_str())];
    headers.extend(more);
    answer(status, &headers, body)
}

#[tokio::test]
async fn only_an_answer_with_a_date_is_a_capture() {
    let page = raw(&[(FIRST, dated(200, "Fri, 01 Jan", &[], "words"))]).await;
    assert_eq!(page, (Some("2021-01-01T00:00:00Z".to_owned()), 200, "words".to_owned()));
    let plain = raw(&[(FIRST, answer(200, &[], "This URL has been excluded"))]).await;
    assert_eq!(plain.0, None);
    let refused = raw(&[(FIRST, dated(429, "Fri, 01 Jan", &[], "archived refusal"))]).await;
    assert_eq!((refused.0.is_some(), refused.1), (true, 429));
}

#[tokio::test]
async fn a_redirect_to_another_capture_says_when_that_was() {
    let other = format!("/web/20210601000000id_/{PAGE}");
    let reason = ("x-archive-redirect-reason", "found capture at 20210601000000");
    let moved = answer(302, &[("Location", &other), reason], "");
    let found = raw(&[(FIRST, moved), (&other, dated(200, "Tue, 01 Jun", &[], "later"))]).await;
    assert_eq!(found, (Some("2021-06-01T00:00:00Z".to_owned()), 200, "later".to_owned()));
}

#[tokio::test]
async fn an_archived_redirect_is_followed_to_a_capture_of_the_same_day_only() {
    let target = "/web/20210101000500id_/https://a.example/new";
    for location in [
        target,
        "http://HOST/web/20210101000500/https://a.example/new",
        "//HOST/web/20210101000500id_/https://a.example/new",
    ] {
        let moved = dated(302, "Fri, 01 Jan", &[("Location", location)], "");
        let same = raw(&[(FIRST, moved.clone()), (target, dated(200, "Fri, 01 Jan", &[], "new"))]).await;
        assert_eq!(same, (Some("2021-01-01T00:00:00Z".to_owned()), 200, "new".to_owned()), "{location}");
        let later = raw(&[(FIRST, moved), (target, dated(200, "Sun, 03 Jan", &[], "much later"))]).await;
        assert_eq!(later.0, None, "{location}");
    }
}

#[tokio::test]
async fn a_loop_of_redirects_ends() {
    let other = format!("/web/20210101000001id_/{PAGE}");
    let found =
        raw(&[(FIRST, answer(302, &[("Location", &other)], "")), (&other, answer(302, &[("Location", FIRST)], ""))])
            .await;
    assert_eq!((found.0, found.1), (None, 404), "what the archive calls it is asked for last, and is not there");
}

#[tokio::test]
async fn a_redirect_that_an_index_lists_as_empty_has_not_that_digest_for_its_page() {
    let moved = dated_at(301, "Tue, 01 Dec 2020", &[("Location", "/web/20201201000002id_/https://a.example/new")], "");
    let stub = Stub::start(&[
        ("/web/https", to("20201201000000")),
        (BEFORE, moved),
        ("/web/20201201000002id_/", dated_at(200, "Tue, 01 Dec 2020", &[], "words")),
        ("/cdx", index(&[["20201201000000", "301", "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ"]])),
    ]);
    for depth in [Depth::Nearest, Depth::Thorough] {
        let CaptureSearch::Found(captures) = search(&stub, Dialect::Wayback, depth).await else {
            panic!("none stands")
        };
        assert_eq!((captures[0].status, captures[0].digest.as_deref()), (Some(200), None), "{depth:?}");
    }
}
