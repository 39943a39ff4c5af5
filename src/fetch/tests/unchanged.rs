//! Asking for a change only.

use super::*;
use crate::observation::{BodyEnd, Trouble};
use crate::web::server::{Asked, Do, Server, page, redirect};

/// A page with these headers; 304 to whoever asks for a change.
fn web(headers: &'static [(&'static str, &'static str)]) -> impl Fn(&Asked) -> Vec<Do> + Send + Sync + 'static {
    move |asked| {
        let asks = asked.header("if-none-match").or(asked.header("if-modified-since")).is_some();
        match asked.target.as_str() {
            "/moved" => redirect(301, "/page#part"),
            _ if asks => page(304, &[("Content-Encoding", "gzip")], ""),
            _ => page(200, headers, "<p>words</p>"),
        }
    }
}

async fn again(server: &Server, first: &str, second: &str) -> (Option<Known>, Look) {
    let fetcher = Fetcher::network(&NetworkOptions { record: true, ..at(server.address) }).unwrap();
    let known = Known::of(&fetcher.look(&request(first)).await.observation);
    let look = fetcher.look(&LookRequest { known: known.clone(), ..request(second) }).await;
    (known, look)
}

#[tokio::test]
async fn a_page_that_its_server_tells_apart_is_known_again() {
    const TAGS: [&[(&str, &str)]; 3] = [
        &[("ETag", "W/\"7\"")],
        &[("Last-Modified", "Mon, 23 Nov 2026 10:00:00 GMT")],
        &[("ETag", "\"7\""), ("Last-Modified", "yesterday, or so")],
    ];
    for headers in TAGS {
        let server = Server::http(web(headers)).await;
        let (known, look) = again(&server, "http://news.example/moved", "http://news.example/moved").await;
        let (known, answer) = (known.unwrap(), answer(&look));
        assert_eq!((answer.status, answer.unchanged_since), (304, Some(known.read_at)));
        assert_eq!((&answer.sha256, answer.bytes, &answer.body), (&known.sha256, 12, &BodyEnd::Whole));
        assert_eq!(answer.final_url, "http://news.example/page#part");
        assert!(look.body.is_none());
        let asked = server.asked();
        assert!(headers.iter().any(|(name, value)| {
            asked[3].header(if *name == "ETag" { "if-none-match" } else { "if-modified-since" }) == Some(value)
        }));
        assert!(!asked[2].head.to_lowercase().contains("\nif-"), "a hop is not asked for a change");
        let exchange = look.exchanges.last().unwrap();
        assert!(crate::fetch::unchanged::was_asked(&exchange.request_headers), "the question is evidence as well");
    }
}

#[tokio::test]
async fn another_page_is_asked_for_whole() {
    let server = Server::http(web(&[("ETag", "\"7\"")])).await;
    for other in ["http://news.example/page?x", "http://other.example/page", "http://news.example/other"] {
        let (_, look) = again(&server, "http://news.example/page", other).await;
        assert_eq!(answer(&look).status, 200, "{other}");
    }
    let (_, look) = again(&server, "http://news.example/page", "http://news.example/page#elsewhere").await;
    assert_eq!(answer(&look).status, 304);
}

#[tokio::test]
async fn what_is_no_whole_page_with_a_tag_is_not_known() {
    let cut = || vec![Do::Send(b"HTTP/1.1 200 OK\r\nETag: \"7\"\r\nContent-Length: 9\r\n\r\nhalf".to_vec()), Do::Close];
    for answer in [page(200, &[], "words"), page(404, &[("ETag", "\"7\"")], "none"), cut()] {
        let server = Server::http(move |_| answer.clone()).await;
        assert_eq!(Known::of(&look(&at(server.address), "http://news.example/").await.observation), None);
    }
}

#[tokio::test]
async fn a_304_that_was_not_asked_for_stands_for_nothing() {
    let server = Server::http(|_| page(304, &[("ETag", "\"7\"")], "")).await;
    let look = look(&at(server.address), "http://news.example/").await;
    assert_eq!((answer(&look).status, answer(&look).unchanged_since, answer(&look).bytes), (304, None, 0));
}

#[tokio::test]
async fn who_refuses_the_question_is_asked_for_the_page() {
    for status in [400, 403, 412, 500] {
        let server = Server::http(move |asked| match asked.header("if-none-match") {
            Some(_) => page(status, &[], "no conditions here"),
            None => page(200, &[("ETag", "\"7\"")], "<p>words</p>"),
        })
        .await;
        let (_, look) = again(&server, "http://news.example/page", "http://news.example/page").await;
        assert_eq!((answer(&look).status, bytes(&look)), (200, &b"<p>words</p>"[..]), "{status}");
        assert_eq!((look.observation.retried, server.asked().len()), (vec![Trouble::Status(status)], 3));
    }
    for (status, headers) in [(404, vec![]), (410, vec![]), (451, vec![]), (403, vec![("CF-Mitigated", "challenge")])] {
        let server = Server::http(move |asked| match asked.header("if-none-match") {
            Some(_) => page(status, &headers, "no"),
            None => page(200, &[("ETag", "\"7\"")], "<p>words</p>"),
        })
        .await;
        let (_, look) = again(&server, "http://news.example/page", "http://news.example/page").await;
        assert_eq!((answer(&look).status, server.asked().len()), (status, 2));
    }
}
