//! Versions of a page: what a second look asks, what a 304 stands for, and what it does not.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;

use crate::place::{HTML, word};
use crate::stage::{Case, Stage, USUAL, http};
use crate::web::server::{Asked, Do, page, redirect};

const LIVE: &str = "live - sound";
const WORDS: &str = "the lamp is lit at dusk by the keeper himself";
const PAGE: &str =
    "<!doctype html><title>The lamp</title><p>On most days the lamp is lit at dusk by the keeper himself.";
const OTHER: &str = "<!doctype html><title>The lamp</title><p>On most days nobody lights it, and nobody has for years.";
const DATE: &str = "Mon, 23 Nov 2026 10:00:00 GMT";

/// What a host says at the first look, and at the second.
struct Versions {
    name: &'static str,
    first: &'static [(&'static str, &'static str)],
    second: fn(&Asked) -> Vec<Do>,
    /// What the second look sends as `If-None-Match` and `If-Modified-Since`.
    asks: [Option<&'static str>; 2],
    told: &'static str,
    quote: &'static str,
    status: u16,
}

fn unchanged(headers: &[(&str, &str)]) -> Vec<Do> {
    page(304, headers, "")
}

fn changed(headers: &[(&str, &str)]) -> Vec<Do> {
    page(200, &[HTML, headers].concat(), OTHER)
}

const FOUND: &str = "verbatim sound";
const LOST: &str = "absent broken";
const UNREAD: &str = "unverifiable unknown";
const TAG: &str = "\"one\"";

const VERSIONS: &[Versions] = &[
    Versions {
        name: "tag",
        first: &[("ETag", TAG)],
        second: |_| unchanged(&[("ETag", TAG)]),
        asks: [Some(TAG), None],
        told: LIVE,
        quote: FOUND,
        status: 304,
    },
    Versions {
        name: "tag-not-repeated",
        first: &[("ETag", TAG)],
        second: |_| unchanged(&[]),
        asks: [Some(TAG), None],
        told: LIVE,
        quote: FOUND,
        status: 304,
    },
    Versions {
        name: "weak-tag",
        first: &[("ETag", "W/\"one\"")],
        second: |_| unchanged(&[("ETag", "W/\"one\"")]),
        asks: [Some("W/\"one\""), None],
        told: LIVE,
        quote: FOUND,
        status: 304,
    },
    Versions {
        name: "date",
        first: &[("Last-Modified", DATE)],
        second: |_| unchanged(&[]),
        asks: [None, Some(DATE)],
        told: LIVE,
        quote: FOUND,
        status: 304,
    },
    Versions {
        name: "tag-and-date",
        first: &[("ETag", TAG), ("Last-Modified", DATE)],
        second: |_| unchanged(&[]),
        asks: [Some(TAG), Some(DATE)],
        told: LIVE,
        quote: FOUND,
        status: 304,
    },
    Versions {
        name: "tag-without-quotes",
        first: &[("ETag", "one")],
        second: |_| unchanged(&[]),
        asks: [Some("one"), None],
        told: LIVE,
        quote: FOUND,
        status: 304,
    },
    Versions {
        name: "date-of-nonsense",
        first: &[("Last-Modified", "yesterday")],
        second: |_| unchanged(&[]),
        asks: [None, Some("yesterday")],
        told: LIVE,
        quote: FOUND,
        status: 304,
    },
    Versions {
        name: "neither",
        first: &[],
        second: |_| changed(&[]),
        asks: [None, None],
        told: LIVE,
        quote: LOST,
        status: 200,
    },
    Versions {
        name: "neither-and-304",
        first: &[],
        second: |_| unchanged(&[]),
        asks: [None, None],
        told: "failing bad-response unknown",
        quote: UNREAD,
        status: 304,
    },
    Versions {
        name: "changed",
        first: &[("ETag", TAG)],
        second: |_| changed(&[("ETag", "\"two\"")]),
        asks: [Some(TAG), None],
        told: LIVE,
        quote: LOST,
        status: 200,
    },
    Versions {
        name: "changed-under-the-same-tag",
        first: &[("ETag", TAG)],
        second: |_| changed(&[("ETag", TAG)]),
        asks: [Some(TAG), None],
        told: LIVE,
        quote: LOST,
        status: 200,
    },
    Versions {
        name: "304-with-a-body",
        first: &[("ETag", TAG)],
        second: |_| [page(304, &[("ETag", TAG)], OTHER), vec![Do::Close]].concat(),
        asks: [Some(TAG), None],
        told: LIVE,
        quote: FOUND,
        status: 304,
    },
    Versions {
        name: "gone",
        first: &[("ETag", TAG)],
        second: |_| page(404, HTML, "no such page"),
        asks: [Some(TAG), None],
        told: "gone not-found broken",
        quote: UNREAD,
        status: 404,
    },
    Versions {
        name: "refused",
        first: &[("ETag", TAG)],
        second: |_| page(412, HTML, "no"),
        asks: [Some(TAG), None],
        told: "withheld forbidden unknown",
        quote: UNREAD,
        status: 412,
    },
    Versions {
        name: "moved",
        first: &[("ETag", TAG)],
        second: |asked| if asked.target == "/" { redirect(302, "/new") } else { changed(&[]) },
        asks: [Some(TAG), None],
        told: LIVE,
        quote: LOST,
        status: 200,
    },
    // A hop is asked without a condition, so its 304 confirms nothing.
    Versions {
        name: "moved-to-304",
        first: &[("ETag", TAG)],
        second: |asked| if asked.target == "/" { redirect(302, "/new") } else { unchanged(&[]) },
        asks: [Some(TAG), None],
        told: "failing bad-response unknown",
        quote: UNREAD,
        status: 304,
    },
    // Apache names a compressed page otherwise in a 304 than in a 200, and means the same one.
    Versions {
        name: "tag-that-differs",
        first: &[("ETag", "\"one-gzip\"")],
        second: |_| unchanged(&[("ETag", TAG)]),
        asks: [Some("\"one-gzip\""), None],
        told: LIVE,
        quote: FOUND,
        status: 304,
    },
];

#[test]
fn a_second_look_asks_for_a_change_and_believes_no_other_answer() {
    let turn = Arc::new(AtomicUsize::new(0));
    let cases = |second: bool| -> Vec<Case> {
        VERSIONS
            .iter()
            .map(|versions| {
                let now = Arc::clone(&turn);
                let answer = move |asked: &Asked| match now.load(Ordering::SeqCst) {
                    0 => page(200, &[HTML, versions.first].concat(), PAGE),
                    _ => (versions.second)(asked),
                };
                let (told, quote) = if second { (versions.told, versions.quote) } else { (LIVE, FOUND) };
                http(versions.name, answer, told).quote(WORDS, quote)
            })
            .collect()
    };
    let mut stage = Stage::new(USUAL, cases(false));
    stage.play(&[]);
    turn.store(1, Ordering::SeqCst);
    stage.expect_next(cases(true));
    let report = stage.play(&[]).json();
    for (versions, document) in VERSIONS.iter().zip(report["documents"].as_array().unwrap()) {
        let source = &document["citations"][0]["source"];
        assert_eq!(source["status"], versions.status, "{}", versions.name);
        assert_eq!(
            source["unchanged_since"] == Value::Null,
            versions.quote != FOUND,
            "{} {}",
            versions.name,
            word(&source["unchanged_since"])
        );
        let asked = &stage.server(versions.name).asked()[1];
        assert_eq!(
            [asked.header("if-none-match"), asked.header("if-modified-since")],
            versions.asks,
            "{}",
            versions.name
        );
    }
}
