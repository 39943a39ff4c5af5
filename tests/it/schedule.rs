//! What is due, when a death is confirmed, and the service that looks by itself. Time passes by moving what is kept into
//! the past.

use std::process::Child;
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};

use sqlx::{Connection, SqliteConnection};

use crate::place::{Place, QUICK, says, signal, spawned, until, word};
use crate::web::server::{Asked, Server, page};

const A: &str = "http://a.test/page";
const B: &str = "http://b.test/page";

/// Moves all that the store knows so many hours into the past.
pub fn let_pass(place: &Place, hours: i64) {
    const MOVED: [&str; 5] = [
        "DROP TRIGGER IF EXISTS observation_is_never_changed",
        "UPDATE observation SET due_at = due_at - $1, observed_at = observed_at - $1, body = json_set(body, \
         '$.observed_at', strftime('%Y-%m-%dT%H:%M:%fZ', (observed_at - $1) / 1000.0, 'unixepoch'))",
        "UPDATE source SET settled_at = settled_at - $1, wanted_at = wanted_at - $1",
        "UPDATE run SET started_at = started_at - $1, finished_at = finished_at - $1",
        "UPDATE host SET last_fetch_at = last_fetch_at - $1",
    ];
    for statement in MOVED {
        in_the_store(place, statement, &[hours * 3_600_000]);
    }
}

/// Puts looks that say the same as the one look there is before it, one an hour; the one of that number is a good one.
fn looked_hourly_before(place: &Place, looks: i64, good: i64) {
    const BEFORE: &str = "WITH RECURSIVE hour (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM hour WHERE n < $1) \
        INSERT INTO observation (source_id, due_at, run_id, observed_at, body) \
        SELECT source_id, due_at - n * 3600000, run_id, observed_at - n * 3600000, json_set(body, '$.observed_at', \
        strftime('%Y-%m-%dT%H:%M:%fZ', (observed_at - n * 3600000) / 1000.0, 'unixepoch'), \
        '$.outcome.answered.status', CASE n WHEN $2 THEN 200 ELSE 404 END) FROM observation, hour";
    in_the_store(place, BEFORE, &[looks, good]);
}

fn in_the_store(place: &Place, statement: &'static str, values: &[i64]) {
    let url = format!("sqlite:{}", place.path(".citewatch/store.db").display());
    place.start(async {
        let mut store = SqliteConnection::connect(&url).await.unwrap();
        let query = values.iter().fold(sqlx::query(statement), sqlx::query::Query::bind);
        query.execute(&mut store).await.unwrap();
        store.close().await.unwrap();
    });
}

pub fn looks(place: &Place, url: &str) -> usize {
    let history = place.run(&["history", url, "--format", "json"]).json();
    history["observations"].as_array().unwrap_or_else(|| panic!("{history:#}")).len()
}

/// A server whose answer can be changed.
fn changing(place: &Place, status: &Arc<AtomicU16>) -> Server {
    let status = Arc::clone(status);
    place.server(move |_: &Asked| match status.load(Ordering::SeqCst) {
        200 => says("a page that stands"),
        other => page(other, &[], "no such page"),
    })
}

#[test]
fn a_source_is_looked_at_again_when_it_is_due_and_not_before() {
    let place = Place::new(QUICK);
    let server = place.server(|_: &Asked| says("a page that stands"));
    place.cite("a.md", &[A]);
    place.check(server.address, &["a.md", "--due"]).expect(0, &[]);
    let ran = place.check(server.address, &["a.md", "--due"]).expect(0, &[]);
    assert!(ran.err.contains("nothing is due; the next look is due at 20"), "{}", ran.err);
    let_pass(&place, 6 * 24);
    place.check(server.address, &["a.md", "--due"]).expect(0, &["nothing is due"]);
    assert_eq!(looks(&place, A), 1);
    let_pass(&place, 2 * 24);
    place.check(server.address, &["a.md", "--due"]).expect(0, &[]);
    assert_eq!(looks(&place, A), 2);
}

#[test]
fn what_a_document_has_come_to_cite_is_due_at_once_and_the_rest_is_judged_from_before() {
    let place = Place::new(QUICK);
    let server = place.server(|_: &Asked| says("a page that stands"));
    place.cite("a.md", &[A]);
    place.check(server.address, &["a.md", "--due"]).expect(0, &[]);
    place.write("a.md", format!("It says “a page that stands” ([page]({A})). See [more]({B})."));
    let report = place.check(server.address, &["a.md", "--due"]).json();
    let document = &report["documents"][0];
    assert_eq!(word(&document["quotes"][0]["verdict"]), "verbatim", "{report:#}");
    assert_eq!((looks(&place, A), looks(&place, B)), (1, 1));
}

#[test]
fn a_death_is_broken_only_after_the_looks_and_the_days_of_the_policy() {
    let place = Place::new(QUICK);
    let status = Arc::new(AtomicU16::new(404));
    let server = changing(&place, &status);
    place.cite("a.md", &[A]);
    for (look, code) in [(1, 0), (2, 0), (3, 1)] {
        let ran = place.check(server.address, &["a.md", "--due"]).expect(code, &[]);
        let source = &ran.json()["documents"][0]["citations"][0];
        assert_eq!(word(&source["source"]["availability"]), "gone", "look {look}");
        assert_eq!(source["source"]["suspect"], look < 3, "look {look}");
        assert_eq!(looks(&place, A), look, "one look a slot, and no second within the run");
        let_pass(&place, 25);
    }
    place.check(server.address, &["a.md", "--due"]).expect(0, &["nothing is due"]);
    let_pass(&place, 29 * 24);
    status.store(200, Ordering::SeqCst);
    let report = place.check(server.address, &["a.md", "--due"]).expect(0, &[]).json();
    assert_eq!(word(&report["documents"][0]["citations"][0]["source"]["availability"]), "live", "many come back");
}

#[test]
fn one_good_look_starts_the_count_again() {
    let place = Place::new(QUICK);
    let status = Arc::new(AtomicU16::new(404));
    let server = changing(&place, &status);
    place.cite("a.md", &[A]);
    for (now, code) in [(404, 0), (404, 0), (200, 0), (404, 0), (404, 0), (404, 1)] {
        status.store(now, Ordering::SeqCst);
        place.check(server.address, &["a.md", "--due"]).expect(code, &[]);
        let_pass(&place, 8 * 24);
    }
}

#[test]
fn runs_that_overlap_fill_a_slot_once() {
    let place = Place::new(QUICK);
    let server = place.server(|_: &Asked| says("a page that stands"));
    let urls: Vec<String> = (0..40).map(|page| format!("http://h{}.test/{page}", page % 4)).collect();
    place.cite("a.md", &urls);
    place.check(server.address, &["a.md", "--due"]).expect(0, &[]);
    let_pass(&place, 8 * 24);
    let runs: Vec<Child> =
        (0..3).map(|_| spawned(place.checking(server.address, &["a.md", "--due", "--no-reports"]))).collect();
    for mut run in runs {
        assert_eq!(run.wait().unwrap().code(), Some(0));
    }
    for url in &urls {
        assert_eq!(looks(&place, url), 2, "{url}");
    }
}

/// The service over the documents of a place.
fn serving(place: &Place, server: &Server) -> Child {
    let mut command = place.command(&["serve", "--allow-private", "127.0.0.0/8"]);
    command.args(["--connect-to", &format!("*:80:{}", server.address)]);
    spawned(command)
}

fn watching() -> String {
    format!("[watch]\ndocuments = [\"*.md\"]\n{QUICK}")
}

#[test]
fn the_service_reports_follows_its_documents_and_ends_with_the_signal() {
    let place = Place::new(&watching());
    let server = place.server(|_: &Asked| says("a page that stands"));
    place.cite("a.md", &[A]);
    let mut service = serving(&place, &server);
    let index = place.path("reports/index.md");
    let reported = |words: &str| std::fs::read_to_string(&index).is_ok_and(|text| text.contains(words));
    until("the first report", || reported("1 source and 0 quotes in 1 document"));
    place.cite("b.md", &[B]);
    until("the report on the new document", || reported("2 sources and 0 quotes in 2 documents"));
    assert_eq!(looks(&place, A), 1, "what was not due is not looked at again");
    signal(&service, "TERM");
    assert_eq!(service.wait().unwrap().code(), Some(143));
}

#[test]
fn the_service_asks_for_robots_txt_before_it_looks() {
    let place = Place::new(&watching());
    let server = place.server(|asked: &Asked| match asked.target.as_str() {
        "/robots.txt" => page(200, &[("Content-Type", "text/plain")], "User-agent: citewatch\nDisallow: /page\n"),
        _ => says("a page that stands"),
    });
    place.cite("a.md", &[A]);
    let mut service = serving(&place, &server);
    until("the report", || place.path("reports/index.md").exists());
    signal(&service, "TERM");
    assert_eq!(service.wait().unwrap().code(), Some(143));
    let asked = server.targets();
    assert_eq!(asked, ["/robots.txt"]);
    assert!(place.read("reports/a.md.md").contains("robots"), "{}", place.read("reports/a.md.md"));
}

#[test]
fn a_service_without_a_network_is_ill_and_finds_no_source_dead() {
    let place = Place::new(
        &format!("[watch]\ndocuments = [\"*.md\"]\n{QUICK}")
            .replace("[fetch]\n", "[fetch]\nresolver = \"127.0.0.1:9\"\n"),
    );
    place.cite("a.md", &[A]);
    let mut service = spawned(place.command(&["serve"]));
    until("the index", || place.path("reports/index.md").exists());
    let index = place.read("reports/index.md");
    assert!(index.contains("The watcher is ill since") && index.contains("the network is not there"), "{index}");
    assert!(!place.path("reports/a.md.md").exists());
    signal(&service, "INT");
    assert_eq!(service.wait().unwrap().code(), Some(130));
    place.run(&["history", A]).expect(2, &["never looked at"]);
}

#[test]
fn a_service_that_cannot_begin_says_why() {
    let place = Place::new("[watch]\ndocuments = [\"*.md\"]\n");
    place.run(&["serve"]).expect(2, &["find a document"]);
    place.cite("a.md", &[A]);
    place.write("other.db", "a file of another program");
    place.run(&["serve", "--store", "sqlite:other.db"]).expect(2, &["other.db"]);
}

#[test]
fn hourly_looks_of_other_runs_do_not_hide_the_days_of_the_policy() {
    let place = Place::new(QUICK);
    let server = place.server(|_: &Asked| page(404, &[], "no such page"));
    place.cite("a.md", &[A]);
    place.check(server.address, &["a.md", "--due"]).expect(0, &[]);
    let_pass(&place, 25);
    looked_hourly_before(&place, 40, 0);
    let ran = place.check(server.address, &["a.md", "--due"]).expect(1, &[]);
    let source = &ran.json()["documents"][0]["citations"][0];
    assert_eq!(
        (&source["source"]["suspect"], word(&source["standing"])),
        (&serde_json::json!(false), "broken".to_owned())
    );
    assert!(place.read("reports/a.md.md").contains("at all 42 looks"), "{}", place.read("reports/a.md.md"));
}

#[test]
fn a_good_look_among_many_hourly_ones_starts_the_count_again() {
    let place = Place::new(QUICK);
    let server = place.server(|_: &Asked| page(404, &[], "the ferry sails at noon"));
    place.cite("a.md", &[A]);
    place.check(server.address, &["a.md", "--due"]).expect(0, &[]);
    // The good one was 49 hours ago, and between it and now there are 22 hours of looks and one of today.
    let_pass(&place, 25);
    looked_hourly_before(&place, 60, 22);
    let ran = place.check(server.address, &["a.md", "--due"]).expect(0, &[]);
    let source = &ran.json()["documents"][0]["citations"][0];
    assert_eq!(
        (&source["source"]["suspect"], word(&source["standing"])),
        (&serde_json::json!(true), "unknown".to_owned())
    );
}
