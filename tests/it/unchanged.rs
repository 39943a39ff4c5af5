//! A second look at pages that have not changed: asked for a change only, and told from what was kept.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};

use crate::place::{HTML, Place, QUICK, Ran, says, word};
use crate::web::server::{Asked, Do, Server, page, redirect};

const QUOTE: &str = "It was “lit at dusk by the keeper himself” ([lamp](http://lamp.test/)).\n";

/// A page with a tag, and 304 for who names that tag.
fn tagged(asked: &Asked, tag: &str, words: &str) -> Vec<Do> {
    if asked.header("if-none-match") == Some(tag) {
        return page(304, &[("ETag", tag)], "");
    }
    let head = [HTML[0], ("ETag", tag), ("Last-Modified", "Mon, 23 Nov 2026 10:00:00 GMT")];
    page(200, &head, format!("<!doctype html><title>The lamp</title><p>{words}</p>"))
}

const WORDS: &str = "It was lit at dusk by the keeper himself, and put out at dawn by his daughter.";

/// The lamp, whose page is of this edition; the first is number 0.
fn lamp(place: &Place) -> (Server, Arc<AtomicUsize>) {
    let edition = Arc::new(AtomicUsize::new(0));
    let now = Arc::clone(&edition);
    let server = place.server(move |asked| match now.load(Ordering::SeqCst) {
        0 => tagged(asked, "\"0\"", WORDS),
        404 => page(404, HTML, "<p>no such page</p>"),
        edition => tagged(asked, &format!("\"{edition}\""), "It was lit at dawn by the gardener and nobody else."),
    });
    (server, edition)
}

fn verdicts(ran: &Ran) -> Vec<String> {
    let report = ran.json();
    report["documents"][0]["quotes"].as_array().unwrap().iter().map(|quote| word(&quote["verdict"])).collect()
}

fn source(ran: &Ran) -> Value {
    ran.json()["documents"][0]["citations"][0]["source"].clone()
}

fn conditions(server: &Server) -> Vec<Option<String>> {
    server.asked().iter().map(|asked| asked.header("if-none-match").map(str::to_owned)).collect()
}

/// Runs a statement on the store, as nobody but a test should.
fn alter(place: &Place, statement: &'static str) {
    let path = place.path(".citewatch/store.db");
    place.start(async move {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
        let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
        let done = sqlx::query(statement).execute(&pool).await.unwrap();
        assert!(done.rows_affected() > 0, "{statement}");
        pool.close().await;
    });
}

#[test]
fn what_an_earlier_version_read_stands_until_the_page_is_looked_at_again() {
    let place = Place::new(QUICK);
    place.write("a.md", format!("{QUOTE}\nIt was “lit at dawn by the keeper himself” ([lamp](http://lamp.test/)).\n"));
    let (server, _) = lamp(&place);
    let first = verdicts(&place.check(server.address, &["a.md"]).expect(1, &[]));
    assert_eq!(first, ["verbatim", "altered"]);
    alter(&place, "UPDATE page_text SET extractor = extractor - 1");
    assert_eq!(verdicts(&place.check(server.address, &["a.md", "--offline"]).expect(1, &[])), first);
    assert_eq!(verdicts(&place.check(server.address, &["a.md", "--due"]).expect(0, &[])), first);
    assert_eq!(server.asked().len(), 1);
}

#[test]
fn an_unchanged_page_is_neither_sent_nor_read_nor_searched_again() {
    let place = Place::new(QUICK);
    place.write("a.md", QUOTE);
    let (server, _) = lamp(&place);
    let first = place.check(server.address, &["a.md"]).expect(0, &[]);
    // A text that is read now cannot be, and is told; the quotes are told all the same.
    alter(&place, "UPDATE page_text SET page = x'00'");
    for _ in 0..2 {
        let again = place.check(server.address, &["a.md"]).expect(0, &[]);
        assert!(!again.err.contains("the text of a page"), "{}", again.err);
        assert_eq!(again.json()["documents"][0]["quotes"], first.json()["documents"][0]["quotes"]);
        let (before, after) = (source(&first), source(&again));
        assert_eq!((&after["availability"], &after["status"]), (&json!("live"), &json!(304)));
        assert_eq!(after["unchanged_since"], before["observed_at"]);
        for same in ["sha256", "bytes", "content_type", "title", "final_url"] {
            assert_eq!(after[same], before[same], "{same}");
        }
    }
    let tag = || Some("\"0\"".to_owned());
    assert_eq!(conditions(&server), [None, tag(), tag()]);
    assert_eq!(server.asked()[1].header("if-modified-since"), Some("Mon, 23 Nov 2026 10:00:00 GMT"));

    let told = place.run(&["history", "http://lamp.test/"]).expect(0, &[]).out;
    assert!(told.contains("200  live\n") && told.contains("304  live; unchanged since it was read on "), "{told}");
    let history = place.run(&["history", "http://lamp.test/", "--format", "json"]).expect(0, &[]).json();
    let looks = history["observations"].as_array().unwrap().clone();
    assert_eq!(looks[1]["sha256"], looks[0]["sha256"]);
    assert_eq!(looks[2]["unchanged_since"], looks[0]["observed_at"]);
}

#[test]
fn a_new_quote_is_looked_for_in_the_kept_text_of_an_unchanged_page() {
    let place = Place::new(QUICK);
    place.write("a.md", QUOTE);
    let (server, _) = lamp(&place);
    place.check(server.address, &["a.md"]).expect(0, &[]);
    let more = "\nThen it was “put out at dawn by his daughter” ([lamp](http://lamp.test/)), never “sold to a museum in \
                the capital” ([lamp](http://lamp.test/)).\n";
    place.write("a.md", format!("{QUOTE}{more}"));
    for _ in 0..2 {
        let ran = place.check(server.address, &["a.md"]).expect(1, &[]);
        assert_eq!(verdicts(&ran), ["verbatim", "verbatim", "absent"]);
        assert_eq!(source(&ran)["status"], 304);
    }
    let offline = place.check(server.address, &["a.md", "--offline"]).expect(1, &[]);
    assert_eq!(verdicts(&offline), ["verbatim", "verbatim", "absent"]);
    // Found once, it is kept.
    alter(&place, "UPDATE page_text SET page = x'00'");
    place.write("a.md", QUOTE);
    place.check(server.address, &["a.md"]).expect(0, &[]);
    assert_eq!(server.asked().len(), 4);
}

#[test]
fn a_kept_text_that_cannot_be_read_is_told_and_its_page_asked_for_whole() {
    let place = Place::new(QUICK);
    place.write("a.md", QUOTE);
    let (server, _) = lamp(&place);
    let evidence = ["a.md", "--record", "evidence"];
    place.check(server.address, &evidence).expect(0, &[]);
    alter(&place, "UPDATE page_text SET page = x'00'");
    place.write("a.md", format!("{QUOTE}\nThen “put out at dawn by his daughter” ([lamp](http://lamp.test/)).\n"));
    let offline = place.check(server.address, &["a.md", "--offline"]).expect(0, &["the text of a page"]);
    assert_eq!(verdicts(&offline), ["unverifiable"; 2]);
    let ran = place.check(server.address, &evidence).expect(0, &["the text of a page", "http://lamp.test/"]);
    assert_eq!((verdicts(&ran), &source(&ran)["status"]), (vec!["verbatim".to_owned(); 2], &json!(200)));
    // It is whole again.
    let ran = place.check(server.address, &evidence).expect(0, &[]);
    assert!(!ran.err.contains("the text of a page"), "{}", ran.err);
    let tag = || Some("\"0\"".to_owned());
    assert_eq!(conditions(&server), [None, tag(), None, tag()]);
}

#[test]
fn a_page_that_has_changed_is_read_again() {
    let place = Place::new(QUICK);
    place.write("a.md", QUOTE);
    let (server, edition) = lamp(&place);
    place.check(server.address, &["a.md"]).expect(0, &[]);
    edition.store(1, Ordering::SeqCst);
    for (status, condition) in [(200, "\"0\""), (304, "\"1\"")] {
        let ran = place.check(server.address, &["a.md"]).expect(1, &[]);
        assert_eq!((verdicts(&ran), &source(&ran)["status"]), (vec!["absent".to_owned()], &json!(status)));
        assert_eq!(conditions(&server).last().unwrap().as_deref(), Some(condition));
    }
}

#[test]
fn a_page_that_was_away_in_between_is_read_whole() {
    let place = Place::new(QUICK);
    place.write("a.md", QUOTE);
    let (server, edition) = lamp(&place);
    place.check(server.address, &["a.md"]).expect(0, &[]);
    edition.store(404, Ordering::SeqCst);
    place.check(server.address, &["a.md"]).expect(1, &[]);
    edition.store(0, Ordering::SeqCst);
    for status in [200, 304] {
        let ran = place.check(server.address, &["a.md"]).expect(0, &[]);
        assert_eq!((verdicts(&ran), &source(&ran)["status"]), (vec!["verbatim".to_owned()], &json!(status)));
    }
}

#[test]
fn a_server_that_says_unchanged_for_ever_is_asked_for_the_whole_page_after_a_month() {
    let place = Place::new(QUICK);
    place.write("a.md", QUOTE);
    let (server, _) = lamp(&place);
    place.check(server.address, &["a.md"]).expect(0, &[]);
    alter(&place, "UPDATE page_reading SET reading = json_set(reading, '$.known.read_at', '2026-01-01T00:00:00Z')");
    assert_eq!(source(&place.check(server.address, &["a.md"]).expect(0, &[]))["status"], 200);
    assert_eq!(source(&place.check(server.address, &["a.md"]).expect(0, &[]))["status"], 304);
}

#[test]
fn readings_of_other_rules_are_not_used() {
    for statement in [
        "UPDATE page_reading SET extractor = extractor + 1",
        "UPDATE page_reading SET matcher = matcher + 1",
        "UPDATE page_reading SET reading = '{\"of\":\"another version\"}'",
        "UPDATE page_text SET digest = 'other'",
        "DELETE FROM page_text",
    ] {
        let place = Place::new(QUICK);
        place.write("a.md", QUOTE);
        let (server, _) = lamp(&place);
        place.check(server.address, &["a.md"]).expect(0, &[]);
        alter(&place, statement);
        let ran = place.check(server.address, &["a.md"]).expect(0, &[]);
        assert_eq!(
            (verdicts(&ran), &source(&ran)["status"]),
            (vec!["verbatim".to_owned()], &json!(200)),
            "{statement}"
        );
    }
}

#[test]
fn only_the_page_that_was_read_is_asked_for_a_change_and_no_hop_before_it() {
    let place = Place::new(QUICK);
    place.write("a.md", QUOTE);
    let server = place.server(|asked| match asked.target.as_str() {
        "/" => redirect(301, "/page"),
        _ => tagged(asked, "\"0\"", WORDS),
    });
    place.check(server.address, &["a.md"]).expect(0, &[]);
    let ran = place.check(server.address, &["a.md"]).expect(0, &[]);
    assert_eq!(verdicts(&ran), ["verbatim"]);
    assert_eq!(source(&ran)["reason"], "permanent-redirect");
    assert_eq!(server.targets(), ["/", "/page", "/", "/page"]);
    assert_eq!(conditions(&server), [None, None, None, Some("\"0\"".to_owned())]);
}

#[test]
fn unchanged_is_no_answer_to_who_did_not_ask() {
    let place = Place::new(QUICK);
    place.write("a.md", QUOTE);
    let server = place.server(|_| page(304, &[("ETag", "\"0\"")], ""));
    let ran = place.check(server.address, &["a.md"]).expect(0, &[]);
    assert_eq!(ran.sources()[0].1, "failing bad-response unknown");
    assert_eq!(verdicts(&ran), ["unverifiable"]);
    assert_eq!(conditions(&server), [None]);
}

#[test]
fn a_server_that_tells_no_versions_apart_is_asked_for_the_page() {
    let place = Place::new(QUICK);
    place.write("a.md", QUOTE);
    let server = place.server(|_| says(WORDS));
    for _ in 0..2 {
        place.check(server.address, &["a.md"]).expect(0, &[]);
    }
    assert!(server.asked().iter().all(|asked| !asked.head.to_lowercase().contains("\nif-")), "{:?}", server.asked());
}

#[test]
fn evidence_of_an_unchanged_page_replays() {
    let place = Place::new(QUICK);
    place.write("a.md", QUOTE);
    let (server, _) = lamp(&place);
    place.check(server.address, &["a.md"]).expect(0, &[]);
    let recorded = |folder: &str| place.check(server.address, &["a.md", "--record", folder]).expect(0, &[]);
    let replayed = |folder: &str| {
        let before = server.connections();
        let ran = place.run(&["check", "a.md", "--format", "json", "--replay", folder]).expect(0, &[]);
        assert_eq!((verdicts(&ran), server.connections()), (vec!["verbatim".to_owned()], before));
    };
    // The page is asked for whole, since this evidence does not hold it; then for a change of what it holds.
    assert_eq!(source(&recorded("evidence"))["status"], 200);
    replayed("evidence");
    assert_eq!(source(&recorded("evidence"))["status"], 304);
    replayed("evidence");
    assert_eq!(source(&recorded("other"))["status"], 200);
    replayed("other");
    let index = place.read("evidence/index.cdxj");
    assert!(index.contains("\"status\":\"304\"") || index.contains("\"304\""), "{index}");
    assert!(index.contains("warc/revisit"), "{index}");
}
