//! Rows as archives write them, and the faults that occur in them.

use super::*;
use crate::archive::cdx::{Window, query};
use crate::archive::table::wayback;
use crate::config::Dialect;
use proptest::prelude::*;

fn page() -> Url {
    Url::parse("https://a.example/Article").unwrap()
}

fn heard_at() -> Timestamp {
    "2026-01-01T00:00:00Z".parse().unwrap()
}

fn read_all(body: &str) -> Option<Vec<String>> {
    let describe = |capture: Capture| {
        let status = capture.status.map_or_else(|| "-".to_owned(), |status| status.to_string());
        format!("{} {status} {}", capture.captured_at, capture.digest.as_deref().unwrap_or("-"))
    };
    Some(read(body, &wayback(), &page(), heard_at())?.captures.into_iter().map(describe).collect())
}

fn check(body: &str, expected: Option<&[&str]>) {
    let expected = expected.map(|rows| rows.iter().map(|row| (*row).to_owned()).collect::<Vec<_>>());
    assert_eq!(read_all(body), expected, "{body}");
}

const NAMES: &str = r#"["urlkey","timestamp","original","mimetype","statuscode","digest","length"]"#;

fn array(rows: &[[&str; 4]]) -> String {
    let row = |[at, original, status, digest]: &[&str; 4]| {
        format!(r#",["example,a)/article","{at}","{original}","text/html","{status}","{digest}","99"]"#)
    };
    format!("[{NAMES}{}]", rows.iter().map(row).collect::<Vec<_>>().concat())
}

#[test]
fn arrays_are_read_under_their_names() {
    check("[]", Some(&[]));
    check(
        &array(&[["20200102030405", "https://a.example/Article", "200", "AAAA"]]),
        Some(&["2020-01-02T03:04:05Z 200 AAAA"]),
    );
    check(
        r#"[["original","timestamp"],["https://a.example/Article","20200102030405"]]"#,
        Some(&["2020-01-02T03:04:05Z - -"]),
    );
    check(r#"[["original"],["https://a.example/Article"]]"#, None);
}

#[test]
fn objects_are_read_a_line_each() {
    check("", Some(&[]));
    check(
        "{\"urlkey\": \"x\", \"timestamp\": \"20210615123456\", \"url\": \"https://a.example/Article\", \
         \"mime\": \"text/html\", \"status\": \"200\", \"digest\": \"AAAA\", \"filename\": \"a.warc.gz\"}\n\
         {\"urlkey\": \"x\", \"timestamp\": \"20220615123456\", \"url\": \"https://a.example/Article\", \
         \"mime\": \"warc/revisit\", \"digest\": \"AAAA\"}\n\
         {\"urlkey\": \"x\", \"timestamp\": \"20230615123456\", \"url\": \"https://a.example/Article\", \
         \"mime\": \"warc/revisit\", \"digest\": \"BBBB\"}\n",
        Some(&["2021-06-15T12:34:56Z 200 AAAA", "2022-06-15T12:34:56Z 200 AAAA", "2023-06-15T12:34:56Z - BBBB"]),
    );
    for nonsense in
        ["<html>", "{\"message\": \"The url param is required\"}", "[[1]]", "{}", "[{}]", "org.x.Exception: no"]
    {
        check(nonsense, None);
    }
}

#[test]
fn rows_that_mean_nothing_are_left_out() {
    check(
        &array(&[
            ["20000012170449", "https://a.example/Article", "200", "AAAA"],
            ["20000800241623", "https://a.example/Article", "200", "AAAA"],
            ["2000", "https://a.example/Article", "200", "AAAA"],
            ["20200101000000", "http://mailto:someone@a.example", "200", "AAAA"],
            ["20200101000000", "data:text/plain,x", "200", "AAAA"],
            ["20200101000000", "https://a.example/article", "200", "AAAA"],
            ["20200101000000", "https://a.example/Article?x", "200", "AAAA"],
            ["20200101000000", "http://www.a.example:80/Article/", "-", "-"],
        ]),
        Some(&["2020-01-01T00:00:00Z - -"]),
    );
}

/// A key to resume from, as it is sent: escaped.
const KEY: &str = "com%2Cexample%29%2F+2001041400593%3A";

#[test]
fn a_key_to_resume_from_is_no_row() {
    let row = Some(&["2020-01-02T03:04:05Z 200 AAAA"][..]);
    let body = array(&[["20200102030405", "https://a.example/Article", "200", "AAAA"]]);
    let arrays = format!("{},[],[\"{KEY}\"]]", body.strip_suffix(']').unwrap());
    let words =
        format!("com,example)/article 20200102030405 https://a.example/Article text/html 200 AAAA 99\n\n{KEY}\n");
    for resumed in [&arrays, &words] {
        check(resumed, row);
        assert_eq!(read(resumed, &wayback(), &page(), heard_at()).unwrap().resume.as_deref(), Some(KEY));
    }
    assert_eq!(read(&body, &wayback(), &page(), heard_at()).unwrap().resume, None);
}

#[test]
fn words_a_line_are_rows() {
    check(
        "com,example)/article 20200102030405 https://a.example/Article text/html 200 AAAA 99\n\
         com,example)/article 20200102030406 https://a.example/Article warc/revisit - BBBB -\n",
        Some(&["2020-01-02T03:04:05Z 200 AAAA", "2020-01-02T03:04:06Z - BBBB"]),
    );
    check("The archive is down for maintenance, please come back later", None);
    check("one two three four five six seven", None);
}

#[test]
fn captures_have_the_addresses_of_their_archive() {
    let body = array(&[["20200102030405", "http://a.example:80/Article", "200", "AAAA"]]);
    let captures = read(&body, &wayback(), &page(), heard_at()).unwrap().captures;
    assert_eq!(captures[0].url, "https://web.archive.org/web/20200102030405/http://a.example:80/Article");
    let raw = "https://web.archive.org/web/20200102030405id_/http://a.example:80/Article";
    assert_eq!(captures[0].raw_url.as_deref(), Some(raw));
}

#[test]
fn a_server_that_does_not_sort_by_distance_is_found_out() {
    let at = timestamp("20200601000000").unwrap();
    let dates = |dates: &[&str]| {
        let rows: Vec<[&str; 4]> = dates.iter().map(|date| [*date, "https://a.example/Article", "200", "A"]).collect();
        read(&array(&rows), &wayback(), &page(), heard_at()).unwrap().nearest_first(at)
    };
    assert!(dates(&["20200602000000", "20200501000000", "20210101000000"]));
    assert!(!dates(&["20100101000000", "20110101000000", "20200601000000"]));
}

#[test]
fn each_dialect_is_asked_in_its_own_words() {
    let at = timestamp("20200601000000").unwrap();
    for (dialect, window, expected) in [
        (
            Dialect::Wayback,
            Window::Around(at),
            "&filter=statuscode%3A%28200%7C203%7C206%7C-%29&closest=20200601000000&sort=closest&limit=20",
        ),
        (
            Dialect::Wayback,
            Window::Until(at),
            "&filter=statuscode%3A%28200%7C203%7C206%7C-%29&to=20200601000000&limit=-20",
        ),
        (Dialect::Wayback, Window::Newest, "&filter=statuscode%3A%28200%7C203%7C206%7C-%29&limit=-20"),
        (Dialect::Pywb, Window::Around(at), "&allowFuzzy=0&limit=20&closest=20200601000000"),
        (Dialect::Pywb, Window::Newest, "&allowFuzzy=0&limit=20&sort=reverse"),
        (Dialect::Pywb, Window::Part(None), "&allowFuzzy=0&limit=2000"),
        (
            Dialect::Wayback,
            Window::Part(Some(KEY.to_owned())),
            "&filter=statuscode%3A%28200%7C203%7C206%7C-%29&limit=2000&showResumeKey=true\
             &resumeKey=com%252Cexample%2529%252F%2B2001041400593%253A",
        ),
    ] {
        let url = query("https://archive.test/cdx", dialect, &page(), &window).unwrap();
        let start = "https://archive.test/cdx?url=https%3A%2F%2Fa.example%2FArticle&output=json";
        assert_eq!(url.as_str(), format!("{start}{expected}"));
    }
}

proptest! {
    #[test]
    fn no_answer_makes_it_panic(body in "\\PC{0,200}", rows in "[\\[\\]{}\",:a-z0-9]{0,80}") {
        read(&body, &wayback(), &page(), heard_at());
        read(&rows, &wayback(), &page(), heard_at());
    }
}
