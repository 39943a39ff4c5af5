//! Answers that send their reader on with a `Refresh` header, as a page does from within.

use serde_json::Value;

use crate::place::{HTML, judged, says, word};
use crate::stage::{Case, Stage, USUAL, http, to};
use crate::web::server::{Asked, Do, page};

const WORDS: &str = "the river turns twice before it reaches the old mill";
const LIVE: &str = "live - sound";
const FOUND: &str = "verbatim sound";
const UNREAD: &str = "unverifiable unknown";

/// A host whose first page is that, and which has a page with the words and one that is gone.
fn host(
    name: &str,
    first: impl Fn(&Asked) -> Vec<Do> + Send + Sync + 'static,
    told: &'static str,
    quote: &'static str,
) -> Case {
    let answer = move |asked: &Asked| match asked.target.as_str() {
        "/page" => says(WORDS),
        "/missing" => page(404, HTML, "<p>nothing here"),
        _ => first(asked),
    };
    http(name, answer, told).quote(WORDS, quote)
}

/// A host whose first page has that header.
fn sends(
    name: &str,
    status: u16,
    refresh: &'static str,
    body: &'static str,
    told: &'static str,
    quote: &'static str,
) -> Case {
    host(name, move |_| page(status, &[HTML[0], ("Refresh", refresh)], body), told, quote)
}

#[test]
fn a_refresh_header_is_followed_as_a_page_that_sends_on_is() {
    const LONG: &str = "<p>Something else is told here, and more of it than any notice has that sends its reader on: much more \
        is told of the valley and its people, of the river and its mill, of the miller and his daughter, and of the day \
        when the water came.";
    let cases = vec![
        sends("at-once", 200, "0; url=/page", "<p>Moving on.", LIVE, FOUND).asked(3),
        sends("soon", 200, "5;URL='/page'", "", LIVE, FOUND).asked(2),
        sends("without-a-body", 200, "0;url=/page", "", LIVE, FOUND).asked(2),
        sends("no-content", 204, "0;url=/page", "", LIVE, UNREAD).asked(1),
        sends("later", 200, "60; url=/page", "<p>A page of the river that stays.", LIVE, "absent broken").asked(1),
        sends("with-text", 200, "0; url=/page", LONG, LIVE, "absent broken").asked(1),
        sends(
            "with-the-words",
            200,
            "0; url=/missing",
            "<p>the river turns twice before it reaches the old mill",
            LIVE,
            FOUND,
        )
        .asked(1),
        sends("itself", 200, "0; url=/", "<p>wait", LIVE, UNREAD).asked(1),
        sends("itself-and-nothing", 200, "0; url=/", "", "failing empty-page unknown", UNREAD).asked(1),
        sends("again", 200, "3", "<p>wait", LIVE, "absent broken").asked(1),
        sends("script", 200, "0; url=javascript:alert(1)", "<p>wait", LIVE, UNREAD).asked(1),
        sends("file", 200, "0; url=file:///etc/passwd", "<p>wait", LIVE, UNREAD).asked(1),
        sends("private", 200, "0; url=http://10.0.0.1/", "<p>wait", "skipped private-address unknown", UNREAD).asked(1),
        sends("to-nothing", 200, "0; url=/missing", "<p>wait", "gone not-found broken", UNREAD).asked(4),
        sends("of-a-missing-page", 404, "0; url=/page", "<p>no such page", "gone not-found broken", UNREAD).asked(2),
        host(
            "elsewhere",
            |asked| page(200, &[("Refresh", &format!("0;url={}", to(asked, "at-once.test/page")))], ""),
            LIVE,
            FOUND,
        )
        .asked(1),
        host(
            "both",
            |_| page(200, &[HTML[0], ("Refresh", "0;url=/page")], "<meta http-equiv=refresh content='0;url=/missing'>"),
            LIVE,
            FOUND,
        )
        .asked(2),
        host(
            "plain",
            |_| page(200, &[("Content-Type", "text/plain"), ("Refresh", "0;url=/page")], "wait"),
            LIVE,
            FOUND,
        )
        .asked(2),
        host(
            "for-ever",
            |asked| page(200, &[("Refresh", &format!("0;url={}x", asked.target))], ""),
            "failing too-many-redirects unknown",
            UNREAD,
        )
        .asked(4),
        host(
            "circle",
            |asked| page(200, &[("Refresh", if asked.target == "/" { "0;url=/b" } else { "0;url=/" })], ""),
            "failing too-many-redirects unknown",
            UNREAD,
        )
        .asked(2),
    ];
    let stage = Stage::new(USUAL, cases);
    let seen = stage.play(&["--record", "evidence"]).json();
    let again = stage.replay("evidence").json();
    assert_eq!(verdicts(&again), verdicts(&seen));
}

/// Of each document, what is told of its source and of its quote.
fn verdicts(report: &Value) -> Vec<[String; 3]> {
    let documents = report["documents"].as_array().unwrap().iter();
    documents
        .map(|document| {
            let (citation, quote) = (&document["citations"][0], &document["quotes"][0]);
            [word(&document["path"]), judged(citation), word(&quote["verdict"])]
        })
        .collect()
}
