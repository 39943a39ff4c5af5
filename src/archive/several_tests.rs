//! Several archives asked together: scripted ones of every dialect, dead ones, and real ones.

use super::stub::{Answer, NEAR, Stub, answer, at, fetcher, options};
use super::*;
use crate::web::names::{NameServer, Said};

const PAGE: &str = "https://a.example/x";
const ANCHOR: &str = "2021-01-01T23:59:59Z";

fn original() -> Url {
    Url::parse(PAGE).unwrap()
}

/// An archive with one capture of the page, at that moment; nothing else.
fn with(moment: &str, words: &str) -> Stub {
    let at = format!(
        "{}-{}-{}T{}:{}:{}Z",
        &moment[..4],
        &moment[4..6],
        &moment[6..8],
        &moment[8..10],
        &moment[10..12],
        &moment[12..]
    );
    let date = jiff::fmt::rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&at.parse().unwrap()).unwrap();
    let location = format!("http://HOST/web/{moment}/{PAGE}");
    let row = format!(
        r#"[["urlkey","timestamp","original","mimetype","statuscode","digest"],
        ["example,a)/x","{moment}","{PAGE}","text/html","200","{words}"]]"#
    );
    Stub::start(&[
        ("/web/https", answer(302, &[("Location", &location)], "")),
        (&format!("/web/{moment}id_/"), answer(200, &[("Memento-Datetime", &date)], words)),
        ("/cdx", answer(200, &[], &row)),
    ])
}

fn dead() -> ArchiveServer {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    ArchiveServer {
        name: "dead".to_owned(),
        dialect: Dialect::Pywb,
        timegate: Some(format!("http://{closed}/web/")),
        timemap: None,
        cdx: Some(format!("http://{closed}/web/cdx")),
        save: None,
    }
}

fn named(name: &str, server: ArchiveServer) -> ArchiveServer {
    ArchiveServer { name: name.to_owned(), ..server }
}

async fn ask(servers: &[ArchiveServer], depth: Depth) -> Captures {
    Archives::new(servers, NEAR).captures(&fetcher(false), &original(), Some(at(ANCHOR)), depth).await
}

/// The captures found as archive and date, or the state in words.
fn shown(search: &CaptureSearch) -> Vec<String> {
    match search {
        CaptureSearch::Found(captures) => {
            captures.iter().map(|it| format!("{} {}", it.archive, it.captured_at.strftime("%Y-%m-%d"))).collect()
        }
        other => vec![format!("{other:?}")],
    }
}

/// The flag `id_` is no part of Memento: who does not know it shows the capture at the address that it names.
#[tokio::test]
async fn a_capture_is_asked_for_as_its_archive_names_it_where_the_flag_is_not_known() {
    let moment = "20201220000000";
    let location = format!("http://HOST/web/{moment}/{PAGE}");
    let shown_there = |status| {
        Stub::start(&[
            ("/web/https", answer(302, &[("Location", &location)], "")),
            (
                &format!("/web/{moment}/"),
                answer(200, &[("Memento-Datetime", "Sun, 20 Dec 2020 00:00:00 GMT")], "the words"),
            ),
            (&format!("/web/{moment}id_/"), answer(status, &[], "what is that?")),
        ])
    };
    for (dialect, status, expected) in [
        (Dialect::Memento, 404, &["stub 2020-12-20"][..]),
        (Dialect::Memento, 400, &["stub 2020-12-20"]),
        (Dialect::Memento, 200, &["stub 2020-12-20"]),
        (Dialect::Aggregator, 404, &["stub 2020-12-20"]),
        (Dialect::Memento, 429, &[]),
        (Dialect::Pywb, 404, &[]),
    ] {
        let stub = shown_there(status);
        let server = ArchiveServer { cdx: None, ..named("stub", stub.archive(dialect)) };
        let found = ask(&[server], Depth::Nearest).await;
        let captures = if expected.is_empty() { Vec::new() } else { shown(&found.search) };
        assert_eq!(captures, expected, "{dialect:?} {status}");
        let words = found.read.and_then(|(_, raw)| raw.look.body).map(|body| body.bytes.clone());
        assert_eq!(words.is_some_and(|words| words == b"the words"), !expected.is_empty(), "{dialect:?} {status}");
        assert_eq!(matches!(found.search, CaptureSearch::Found(_)), !expected.is_empty(), "{dialect:?} {status}");
    }
}

/// The same where the archive leads from what it does not know to a page of its own, or in circles.
#[tokio::test]
async fn what_an_archive_leads_to_for_a_flag_that_it_does_not_know_is_not_its_last_word() {
    let moment = "20201220000000";
    let named = format!("http://HOST/web/{moment}/{PAGE}");
    let shown_there = ("the words", [("Memento-Datetime", "Sun, 20 Dec 2020 00:00:00 GMT")]);
    for (leads_to, there, expected) in [
        ("http://HOST/search", answer(200, &[], "search our archive"), "the words"),
        ("http://HOST/search", answer(404, &[], "what is that?"), "the words"),
        ("http://HOST/search", answer(302, &[("Location", "http://HOST/search")], ""), "the words"),
        ("https://b.example/", answer(200, &[], "another page"), "the words"),
        // What leads to a capture is followed.
        ("http://HOST/web/20201221000000/https://a.example/x", answer(200, &shown_there.1, "nearest"), "nearest"),
    ] {
        let stub = Stub::start(&[
            ("/web/https", answer(302, &[("Location", &named)], "")),
            (&format!("/web/{moment}/"), answer(200, &shown_there.1, shown_there.0)),
            (&format!("/web/{moment}id_/"), answer(302, &[("Location", leads_to)], "")),
            ("/search", there.clone()),
            ("/web/20201221000000", there),
        ]);
        let server = ArchiveServer { cdx: None, ..self::named("stub", stub.archive(Dialect::Memento)) };
        let found = ask(&[server], Depth::Nearest).await;
        let words = found.read.and_then(|(_, raw)| raw.look.body).map(|body| body.bytes);
        let words = words.map(|words| String::from_utf8(words).unwrap());
        assert_eq!(words.as_deref(), Some(expected), "{leads_to}: {:?}", stub.asked());
    }
}

#[tokio::test]
async fn a_capture_near_enough_ends_the_asking_and_a_far_one_does_not() {
    for (first, expected, asked_second) in [
        ("20201220000000", &["one 2020-12-20"][..], false),
        ("20100101000000", &["two 2020-11-01", "one 2010-01-01"], true),
        ("20250101000000", &["two 2020-11-01", "one 2025-01-01"], true),
    ] {
        let (one, two) = (with(first, "AAAA"), with("20201101000000", "BBBB"));
        let servers = [named("one", one.archive(Dialect::Wayback)), named("two", two.archive(Dialect::Wayback))];
        let found = ask(&servers, Depth::Nearest).await;
        assert_eq!(shown(&found.search), expected);
        assert_eq!(!two.asked().is_empty(), asked_second, "{first}");
        let first = found.read.map(|(capture, _)| capture.archive);
        assert_eq!(first.as_deref(), expected[0].split(' ').next(), "what was fetched is the first of all");
    }
}

#[tokio::test]
async fn for_words_that_are_missing_every_archive_is_asked() {
    let (one, two) = (with("20201220000000", "AAAA"), with("20201101000000", "BBBB"));
    let servers = [named("one", one.archive(Dialect::Wayback)), dead(), named("two", two.archive(Dialect::Wayback))];
    let found = ask(&servers, Depth::Thorough).await;
    assert_eq!(shown(&found.search), ["one 2020-12-20", "two 2020-11-01"]);
}

#[tokio::test]
async fn a_dead_archive_leaves_it_open_only_where_no_other_has_the_page() {
    let one = with("20201220000000", "AAAA");
    let servers = [dead(), named("one", one.archive(Dialect::Wayback))];
    assert_eq!(shown(&ask(&servers, Depth::Nearest).await.search), ["one 2020-12-20"]);
    let none = Stub::start(&[("/cdx", answer(200, &[], "[]"))]);
    let servers = [dead(), named("none", none.archive(Dialect::Wayback))];
    let open = "Unknown(\"dead: takes no connection\")";
    assert_eq!(shown(&ask(&servers, Depth::Nearest).await.search), [open]);
    let servers = [named("none", none.archive(Dialect::Wayback))];
    assert_eq!(shown(&ask(&servers, Depth::Nearest).await.search), ["None"]);
}

fn aggregator(stub: &Stub) -> ArchiveServer {
    ArchiveServer {
        name: "many".to_owned(),
        dialect: Dialect::Aggregator,
        timegate: Some(stub.url("/timegate/")),
        timemap: Some(stub.url("/timemap/json/")),
        cdx: None,
        save: None,
    }
}

#[tokio::test]
async fn an_aggregator_leads_to_the_captures_of_others() {
    let (one, two) = (with("20201220000000", "AAAA"), with("20210301000000", "BBBB"));
    let memento = |stub: &Stub, moment: &str, date: &str| {
        format!(r#"{{"datetime": "{date}", "uri": "{}"}}"#, stub.url(&format!("/web/{moment}/{PAGE}")))
    };
    let list = [
        memento(&one, "20201220000000", "2020-12-20T00:00:00Z"),
        memento(&two, "20210301000000", "2021-03-01T00:00:00Z"),
        r#"{"datetime": "2021-01-01T00:00:00Z", "uri": "https://archive.today/20210101000000/https://a.example/x"}"#
            .to_owned(),
    ];
    let map = format!(r#"{{"original_uri": "{PAGE}", "mementos": {{"list": [{}]}}}}"#, list.join(","));
    let location = one.url(&format!("/web/20201220000000/{PAGE}"));
    let many = Stub::start(&[
        ("/timegate/", answer(302, &[("Location", &location)], "")),
        ("/timemap/json/", answer(200, &[("Content-Type", "application/json")], &map)),
    ]);
    let found = ask(&[aggregator(&many)], Depth::Nearest).await;
    assert_eq!(shown(&found.search), ["many 2020-12-20"]);
    let found = ask(&[aggregator(&many)], Depth::Thorough).await;
    assert_eq!(shown(&found.search), ["many 2020-12-20", "many 2021-03-01"]);
}

#[tokio::test]
async fn an_aggregator_that_finds_none_leaves_it_open() {
    let many = Stub::start(&[]);
    for depth in [Depth::Nearest, Depth::Thorough] {
        let found = ask(&[aggregator(&many)], depth).await.search;
        assert_eq!(found, CaptureSearch::Unknown(format!("many: {HEARSAY}")));
    }
}

const NAMES: &str = r#"["urlkey","timestamp","original","mimetype","statuscode","digest"]"#;

/// As many rows as are asked for, of a page that shares its key with the one wanted; and what follows them.
fn of_others(after: &str) -> Answer {
    let rows = (10..30)
        .map(|day| format!(r#",["example,a)/x","202012{day}000000","https://a.example/X","text/html","200","{day}"]"#));
    answer(200, &[], &format!("[{NAMES}{}{after}]", rows.collect::<String>()))
}

const PART: &str = "/cdx?url=https%3A%2F%2Fa.example%2Fx&output=json&filter=statuscode%3A%28200%7C203%7C206%7C-%29\
                    &limit=2000&showResumeKey=true";

#[tokio::test]
async fn an_index_full_of_other_pages_is_read_part_by_part() {
    let next = format!("{PART}&resumeKey=com%252Cexample%2B1");
    let own = format!(r#"[{NAMES},["example,a)/x","20201201000000","{PAGE}","text/html","200","OWN"]]"#);
    let page = answer(200, &[("Memento-Datetime", "Tue, 01 Dec 2020 00:00:00 GMT")], "words");
    let key = r#",[],["com%2Cexample+1"]"#;
    for (last, expected) in [
        (answer(200, &[], &own), "stub 2020-12-01"),
        (answer(200, &[], "[]"), "None"),
        (answer(503, &[], ""), "Unknown"),
        // A key that leads to itself.
        (of_others(key), "Unknown"),
    ] {
        let stub = Stub::start(&[
            ("/cdx", of_others("")),
            (PART, of_others(key)),
            (&next, last),
            ("/web/20201201000000id_/", page.clone()),
        ]);
        let found = ask(&[stub.archive(Dialect::Wayback)], Depth::Thorough).await;
        let shown = shown(&found.search);
        assert!(shown[0].starts_with(expected), "{expected}: {shown:?} {:?}", stub.asked());
    }
}

#[tokio::test]
async fn what_an_index_lists_as_a_page_is_fetched_before_it_is_believed() {
    let row =
        |moment: &str, digest: &str| format!(r#",["example,a)/x","{moment}","{PAGE}","text/html","200","{digest}"]"#);
    let index = format!("[{NAMES}{}{}]", row("20201220000000", "A"), row("20191220000000", "B"));
    let older = answer(200, &[("Memento-Datetime", "Fri, 20 Dec 2019 00:00:00 GMT")], "words");
    for (newer, expected) in [
        // An archived error.
        (answer(404, &[("Memento-Datetime", "Sun, 20 Dec 2020 00:00:00 GMT")], "none"), "stub 2019-12-20"),
        // No capture at all, as of a site that was excluded in between.
        (answer(200, &[], "a page of the archive"), "stub 2019-12-20"),
        // Fresh captures lead to an older one for a while.
        (answer(302, &[("Location", &format!("/web/20191220000000id_/{PAGE}"))], ""), "stub 2019-12-20"),
        // The archive cannot show it now, and its index lists it.
        (answer(503, &[], ""), "stub 2020-12-20"),
    ] {
        let stub = Stub::start(&[
            ("/cdx", answer(200, &[], &index)),
            ("/web/20201220000000id_/", newer),
            ("/web/20191220000000id_/", older.clone()),
        ]);
        let found = ask(&[stub.archive(Dialect::Wayback)], Depth::Thorough).await;
        assert_eq!(shown(&found.search)[0], expected);
    }
}

/// Asks an archive of which the name server says this for three pages; gives how often its name was looked up, what came of
/// each page, and whether the archive is not found.
async fn asked_by_name(said: Said) -> (Vec<usize>, Vec<String>, bool) {
    let names = NameServer::start(&[("archive.test", said)]).await;
    let mut options = options(false);
    (options.fetch.resolver, options.fetch.timeout) = (Some(names.address), Duration::from_millis(900));
    let fetcher = Fetcher::network(&options).unwrap();
    let server = ArchiveServer {
        timegate: Some("http://archive.test/web/".to_owned()),
        timemap: None,
        cdx: Some("http://archive.test/web/cdx".to_owned()),
        ..dead()
    };
    let archives = Archives::new(&[server], NEAR);
    let (mut asked, mut found) = (Vec::new(), Vec::new());
    for depth in [Depth::Nearest, Depth::Nearest, Depth::Thorough] {
        let captures = archives.captures(&fetcher, &original(), Some(at(ANCHOR)), depth).await;
        asked.push(names.asked().len());
        found.extend(shown(&captures.search));
    }
    assert_eq!(archives.refusing(), [""; 0]);
    (asked, found, archives.not_found() == ["dead"])
}

#[tokio::test]
async fn an_archive_whose_name_is_not_known_is_asked_once_a_run() {
    for said in [Said::NoSuchName, Said::NoData] {
        let (asked, found, is_not_found) = asked_by_name(said).await;
        assert!(asked[0] > 0 && asked.iter().all(|count| *count == asked[0]), "{asked:?}");
        assert_eq!(found, [r#"Unknown("dead: is not found: its name is not known")"#; 3]);
        assert!(is_not_found);
    }
}

#[tokio::test]
async fn an_archive_whose_name_cannot_be_looked_up_is_asked_twice_a_run() {
    for said in [Said::Silence, Said::Error(hickory_proto::op::ResponseCode::ServFail)] {
        let (asked, found, is_not_found) = asked_by_name(said).await;
        assert!(asked[1] > asked[0] && asked[2] == asked[1], "{asked:?}");
        assert_eq!(found, [r#"Unknown("dead: is not found: its name cannot be looked up")"#; 3]);
        assert!(is_not_found);
    }
}
