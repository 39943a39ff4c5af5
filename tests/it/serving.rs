//! The service over years: a configuration that changes, signals, a check beside it, and an archive that refuses.

use std::process::Child;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::place::{Place, QUICK, Ran, says, signal, spawned, until, word};
use crate::web::server::{Asked, Do, Server, page};

const A: &str = "http://a.test/page";

/// A signal ends the service within this, whatever it waits for.
const SECONDS: Duration = Duration::from_secs(20);

fn serving(place: &Place, server: &Server) -> Child {
    let mut command = place.command(&["serve", "--allow-private", "127.0.0.0/8"]);
    command.args(["--connect-to", &format!("*:80:{}", server.address)]);
    spawned(command)
}

fn watching(pattern: &str) -> String {
    format!("[watch]\ndocuments = [\"{pattern}\"]\n{QUICK}")
}

fn says_in_the_index(place: &Place, words: &str) -> bool {
    std::fs::read_to_string(place.path("reports/index.md")).is_ok_and(|text| text.contains(words))
}

fn ended(service: Child, name: &str, code: i32) -> Ran {
    signal(&service, name);
    let began = Instant::now();
    let ran = Ran::of(service.wait_with_output().unwrap()).expect(code, &[]);
    assert!(began.elapsed() < SECONDS, "{:?}", began.elapsed());
    ran
}

#[test]
fn a_configuration_that_changes_is_read_between_passes_and_a_bad_one_leaves_the_one_before() {
    let place = Place::new(&watching("a.md"));
    let server = place.server(|_: &Asked| says("a page that stands"));
    place.cite("a.md", &[A]);
    place.cite("b.md", &["http://b.test/page"]);
    let service = serving(&place, &server);
    until("the first report", || says_in_the_index(&place, "1 source and 0 quotes in 1 document"));
    place.write("sources.toml", "[watch]\ndocumnets = [\"*.md\"]\n");
    until("the report of a configuration that cannot be read", || {
        says_in_the_index(&place, "The watcher is ill") && says_in_the_index(&place, "sources.toml:2")
    });
    assert!(says_in_the_index(&place, "in 1 document"), "the one before holds");
    place.write("sources.toml", watching("*.md"));
    until("the report by the new one", || says_in_the_index(&place, "2 sources and 0 quotes in 2 documents"));
    assert!(!says_in_the_index(&place, "ill"));
    std::fs::remove_file(place.path("sources.toml")).unwrap();
    until("the report of one that is gone", || says_in_the_index(&place, "it is not there any more"));
    let ran = ended(service, "TERM", 143);
    assert!(ran.err.contains("the configuration cannot be read, so the one before holds"), "{}", ran.err);
    assert!(ran.err.contains("did you mean") || ran.err.contains("documents"), "{}", ran.err);
}

#[test]
fn a_watched_document_that_cannot_be_read_any_more_is_told_in_the_index() {
    let place = Place::new(&watching("*.md"));
    let server = place.server(|_: &Asked| says("a page that stands"));
    place.cite("a.md", &[A]);
    place.cite("b.md", &["http://b.test/page"]);
    let service = serving(&place, &server);
    until("the first report", || says_in_the_index(&place, "2 sources and 0 quotes in 2 documents"));
    place.write("b.md", b"\x7fELF\x00\x00\x01\x02\x03");
    until("the illness", || says_in_the_index(&place, "The watcher is ill") && says_in_the_index(&place, "b.md"));
    let report = place.check(server.address, &["a.md", "b.md"]).expect(2, &["failed to read b.md"]).json();
    assert_eq!(report["watcher"]["illnesses"][0]["code"], "unread-document", "{}", report["watcher"]);
    place.cite("b.md", &["http://b.test/page"]);
    until("the report of both", || says_in_the_index(&place, "2 sources") && !says_in_the_index(&place, "ill"));
    ended(service, "TERM", 143);
}

#[cfg(unix)]
#[test]
fn a_hangup_has_the_service_read_again_and_go_on() {
    let place = Place::new(&watching("a.md"));
    let server = place.server(|_: &Asked| says("a page that stands"));
    place.cite("a.md", &[A]);
    let service = serving(&place, &server);
    let index = place.path("reports/index.md");
    until("the first report", || index.exists());
    std::fs::remove_file(&index).unwrap();
    signal(&service, "HUP");
    until("the report of the pass that was asked for", || index.exists());
    let ran = ended(service, "INT", 130);
    assert!(ran.err.contains("the configuration is read again"), "{}", ran.err);
    assert_eq!(
        server.targets().iter().filter(|target| *target == "/page").count(),
        1,
        "what is not due is not looked at"
    );
}

#[test]
fn a_signal_ends_the_service_within_seconds_whatever_it_waits_for() {
    let place = Place::new(&watching("a.md"));
    let server = place.server(|asked: &Asked| match asked.target.as_str() {
        "/robots.txt" => page(404, &[], ""),
        _ => vec![Do::Hang],
    });
    place.cite("a.md", &[A]);
    let service = serving(&place, &server);
    until("the page is asked for", || server.targets().iter().any(|target| target == "/page"));
    ended(service, "TERM", 143);
}

#[test]
fn a_check_beside_the_service_fills_no_slot_a_second_time() {
    let place = Place::new(&watching("a.md"));
    let server = place.server(|_: &Asked| says("a page that stands"));
    let urls: Vec<String> = (0..30).map(|at| format!("http://h{}.test/{at}", at % 3)).collect();
    place.cite("a.md", &urls);
    let service = serving(&place, &server);
    let checks: Vec<Child> =
        (0..2).map(|_| spawned(place.checking(server.address, &["a.md", "--due", "--no-reports"]))).collect();
    for mut check in checks {
        assert_eq!(check.wait().unwrap().code(), Some(0));
    }
    until("the report of the service", || says_in_the_index(&place, "30 sound"));
    for url in &urls {
        let history = place.run(&["history", url, "--format", "json"]).json();
        assert_eq!(history["observations"].as_array().unwrap().len(), 1, "{url}");
    }
    ended(service, "TERM", 143);
}

/// A configuration with an archive of our own.
fn asking_ours() -> String {
    QUICK.replace("lookup = []", "lookup = [\"ours\"]")
        + "[[archive.server]]\nname = \"ours\"\n\
        dialect = \"memento\"\ntimegate = \"http://archive.test/gate/\"\n"
}

#[test]
fn an_archive_that_refuses_us_is_an_illness_of_the_watcher_and_no_finding() {
    let place = Place::new(&asking_ours());
    let server = place.server(|asked: &Asked| match asked.header("host") {
        // Asked to wait a second, and not the minute that is waited unasked.
        Some("archive.test") => page(429, &[("Retry-After", "1")], "fewer, please"),
        _ => says("a page that stands"),
    });
    place.cite("a.md", &[A, "http://b.test/page", "http://c.test/page"]);
    let ran = place.check(server.address, &["a.md"]).expect(0, &[]);
    let report = ran.json();
    assert_eq!(word(&report["watcher"]["state"]), "ill");
    let illnesses = report["watcher"]["illnesses"].as_array().unwrap();
    assert_eq!(illnesses.len(), 1);
    assert_eq!(word(&illnesses[0]["code"]), "archive-refuses");
    assert!(word(&illnesses[0]["message"]).contains("ours"), "{illnesses:?}");
    for citation in report["documents"][0]["citations"].as_array().unwrap() {
        assert_eq!((word(&citation["standing"]), &citation["findings"]), ("sound".to_owned(), &serde_json::json!([])));
        assert_eq!(word(&citation["source"]["archive"]["state"]), "unknown");
    }
    let index = place.read("reports/index.md");
    assert!(index.contains("The watcher is ill:** the archive ours refuses us"), "{index}");
    std::fs::remove_dir_all(place.path("reports")).unwrap();
    place.run(&["report"]).expect(0, &[]);
    assert_eq!(place.read("reports/index.md"), index, "what is written again says it as well");
    let human = place.run(&["check", "a.md", "--offline"]).expect(0, &[]);
    assert!(!human.out.contains("ill"), "nobody was asked, so nobody refused: {}", human.out);
}

#[test]
fn what_an_archive_asked_for_is_kept_to_by_the_next_run() {
    // One at a time, so that nobody asks before the first has been answered.
    let place = Place::new(&asking_ours().replace("concurrency = 4", "concurrency = 1"));
    let server = place.server(|asked: &Asked| match asked.header("host") {
        Some("archive.test") => page(429, &[("Retry-After", "7200")], "fewer, please"),
        _ => says("a page that stands"),
    });
    place.cite("a.md", &[A, "http://b.test/page"]);
    let asked = || server.asked().iter().filter(|asked| asked.header("host") == Some("archive.test")).count();
    place.check(server.address, &["a.md"]).expect(0, &[]);
    assert_eq!(asked(), 1, "an archive that asks for hours is left alone at once");
    let again = place.check(server.address, &["a.md"]).expect(0, &[]).json();
    assert_eq!(asked(), 1, "and by the next run as well");
    assert_eq!(word(&again["watcher"]["illnesses"][0]["code"]), "archive-refuses");
    let place_of_its_own = place.run(&["archive", "a.md", "--dry-run"]);
    assert_eq!(asked(), 1, "{}{}", place_of_its_own.out, place_of_its_own.err);
}

#[test]
fn a_store_that_fails_while_the_service_runs_makes_the_watcher_ill_and_no_source_dead() {
    let place = Place::new(&watching("*.md"));
    let server = place.server(|_: &Asked| says("a page that stands"));
    place.cite("a.md", &[A]);
    let service = serving(&place, &server);
    until("the first report", || says_in_the_index(&place, "1 sound"));
    std::fs::rename(place.path(".citewatch"), place.path("kept")).unwrap();
    place.write(".citewatch", "in the way");
    place.cite("b.md", &["http://b.test/page"]);
    until("the illness", || says_in_the_index(&place, "The watcher is ill since"));
    assert!(says_in_the_index(&place, "for the store") && says_in_the_index(&place, "1 sound"));
    ended(service, "TERM", 143);
}

#[test]
fn reports_that_cannot_be_written_for_a_while_are_written_once_they_can_be() {
    let place = Place::new(&watching("*.md"));
    let server = place.server(|_: &Asked| says("a page that stands"));
    place.cite("a.md", &[A]);
    let service = serving(&place, &server);
    until("the first report", || says_in_the_index(&place, "1 sound"));
    std::fs::remove_dir_all(place.path("reports")).unwrap();
    place.write("reports", "in the way");
    place.cite("b.md", &["http://b.test/page"]);
    let looked = || place.run(&["history", "http://b.test/page"]).code == Some(0);
    until("the pass whose report cannot be written", looked);
    std::fs::remove_file(place.path("reports")).unwrap();
    place.cite("c.md", &["http://c.test/page"]);
    until("the report of the next pass", || says_in_the_index(&place, "3 sound"));
    assert!(!says_in_the_index(&place, "ill"));
    let ran = ended(service, "TERM", 143);
    assert!(ran.err.contains("failed to write reports into reports"), "{}", ran.err);
}

#[test]
fn a_service_that_has_no_folder_for_its_reports_does_not_begin() {
    let place = Place::new(&watching("*.md"));
    place.cite("a.md", &[A]);
    place.write("reports", "in the way");
    place.run(&["serve"]).expect(2, &["failed to write reports into reports"]);
}

#[test]
fn what_a_killed_run_had_no_patience_for_is_looked_at_by_the_one_that_goes_on() {
    let place = Place::new(QUICK);
    let well = Arc::new(AtomicBool::new(false));
    let now_well = Arc::clone(&well);
    let server = place.server(move |asked: &Asked| match asked.header("host") {
        Some("hangs.test") if !now_well.load(Ordering::SeqCst) => vec![Do::Hang],
        Some("busy.test") if !now_well.load(Ordering::SeqCst) => page(503, &[], "not now"),
        _ => says("a page that stands"),
    });
    // Twelve failures of a host park it; the last of these is then skipped.
    let busy: Vec<String> = (0..8).map(|at| format!("http://busy.test/{at}")).collect();
    let urls: Vec<&str> = busy.iter().map(String::as_str).chain(["http://hangs.test/"]).collect();
    place.cite("a.md", &urls);
    let mut killed = spawned(place.checking(server.address, &["a.md"]));
    let skipped = || place.run(&["history", &busy[7], "--format", "json"]).out.contains("budget");
    until("the host is parked", || place.path(".citewatch/store.db").exists() && skipped());
    killed.kill().unwrap();
    killed.wait().unwrap();
    well.store(true, Ordering::SeqCst);
    let report = place.check(server.address, &["a.md"]).json();
    let last = &report["documents"][0]["citations"][7];
    assert_eq!(word(&last["source"]["availability"]), "live", "{last:#}");
}
