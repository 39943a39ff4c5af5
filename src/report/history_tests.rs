//! A history of four looks, printed.

use super::*;
use crate::observation::{Answer, Hop, NoAnswer, Outcome, Phase, Trouble};

fn answer(url: &str, status: u16, sha256: &str) -> Outcome {
    Outcome::Answered(Answer {
        content_type: Some("text/html".to_owned()),
        bytes: 1234,
        sha256: sha256.to_owned(),
        ..Answer::sample(url, status)
    })
}

fn look(day: i64, outcome: Outcome) -> Observation {
    Observation {
        url: "https://a.example/x".to_owned(),
        observed_at: Timestamp::from_second(1_700_000_000 + day * 86_400).expect("a time of this century"),
        hops: Vec::new(),
        retried: Vec::new(),
        outcome,
        elapsed_ms: 12,
        cut_off: false,
        replayed: false,
    }
}

fn history() -> SourceHistory {
    let redirect =
        Hop { url: "https://a.example/x".to_owned(), status: 301, location: "/y\u{1b}[31m".to_owned(), peer: None };
    let observations = vec![
        look(0, answer("https://a.example/x", 200, "aa")),
        Observation { hops: vec![redirect], ..look(1, answer("https://a.example/y\u{1b}[31m", 200, "bb")) },
        Observation {
            retried: vec![Trouble::Status(503)],
            ..look(2, Outcome::NoAnswer(NoAnswer::Timeout(Phase::Head)))
        },
        Observation { url: "http://a.example/x".to_owned(), ..look(3, answer("http://a.example/x", 404, "bb")) },
    ];
    SourceHistory { url: "https://a.example/x".to_owned(), observations, captured: None }
}

#[test]
fn people_read_one_line_a_look_without_escape_sequences() {
    let lines = [
        "https://a.example/x",
        "2023-11-14 22:13:20Z  200  live",
        "2023-11-15 22:13:20Z  200  moved (permanent-redirect); answered by https://a.example/y[31m, other bytes than before",
        "2023-11-16 22:13:20Z    -  failing (timeout); asked 2 times",
        "2023-11-17 22:13:20Z  404  gone (not-found); asked for http://a.example/x",
    ];
    assert_eq!(print(&history()).lines().collect::<Vec<_>>(), lines);
}

#[test]
fn programs_read_every_fact() {
    let printed = print_json(&history());
    let read: serde_json::Value = serde_json::from_str(&printed).expect("JSON");
    assert_eq!(read["schema"], "citewatch.history/1");
    let moved = &read["observations"][1];
    let said = (&moved["availability"], &moved["reason"], &moved["status"], &moved["bytes"], &moved["sha256"]);
    assert_eq!(said, (&"moved".into(), &"permanent-redirect".into(), &200.into(), &1234.into(), &"bb".into()));
    assert_eq!(moved["redirects"], serde_json::json!([{ "url": "https://a.example/x", "status": 301 }]));
    let failing = &read["observations"][2];
    assert_eq!((&failing["status"], &failing["attempts"]), (&serde_json::Value::Null, &2.into()));
    assert_eq!(printed, print_json(&history()), "the same history gives the same bytes");
}

#[test]
fn a_source_that_was_never_looked_at_says_so() {
    let nothing = SourceHistory { url: "https://a.example/".to_owned(), observations: Vec::new(), captured: None };
    assert_eq!(print(&nothing), "https://a.example/\nnever looked at\n");
    assert!(print_json(&nothing).contains("\"observations\": []"));
}
