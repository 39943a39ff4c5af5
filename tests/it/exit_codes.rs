//! What the shell sees: every exit code of the contract, and which of two counts.

use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use hickory_proto::op::ResponseCode;

use crate::place::{Place, QUICK, Ran, listing, says, signal, spawned, until};
use crate::web::names::{NameServer, Said};
use crate::web::server::{Asked, Do, Server, page};

const LIVE: &str = "http://live.test/";
const GONE: &str = "http://gone.test/";
const WALL: &str = "http://wall.test/";

/// A run that a signal ends waits for nothing: much less than the time for a look, on a machine that does much else.
const SOON: Duration = Duration::from_secs(15);

/// A page that is there, one that is not, and one that is not shown.
fn web(asked: &Asked) -> Vec<Do> {
    match asked.header("host") {
        Some("gone.test") => page(404, &[], "no such page"),
        Some("wall.test") => page(403, &[], "not for you"),
        _ => says("a page that stands"),
    }
}

#[test]
fn nothing_at_the_failing_level_is_zero() {
    let place = Place::new(QUICK);
    let server = place.server(web);
    place.cite("live.md", &[LIVE]);
    place.check(server.address, &["live.md"]).expect(0, &[]);
    place.cite("wall.md", &[WALL]);
    place.check(server.address, &["wall.md"]).expect(0, &[]);
}

#[test]
fn logs_that_nobody_reads_any_more_change_nothing() {
    let place = Place::new(QUICK);
    let server = place.server(web);
    place.cite("live.md", &[LIVE]);
    let mut command = place.checking(server.address, &["live.md"]);
    let mut child = command.env("CITEWATCH_LOG", "trace").stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    drop(child.stderr.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn what_fails_a_run_is_for_the_caller_to_say() {
    let place = Place::new(QUICK);
    let server = place.server(web);
    place.cite("all.md", &[LIVE, GONE, WALL]);
    place.check(server.address, &["all.md"]).expect(1, &[]);
    let cases = [
        ("none", 0),
        ("unknown", 1),
        ("broken", 1),
        ("source-gone", 1),
        ("source-withheld", 1),
        ("quote-absent", 0),
        ("quote-absent,source-withheld", 1),
    ];
    for (list, code) in cases {
        let ran = place.run(&["check", "all.md", "--offline", "--fail-on", list]);
        assert_eq!(ran.code, Some(code), "--fail-on {list}: {}", ran.err);
    }
    let typed = ["check", "all.md", "--offline", "--store", "sqlite:no/such.db"];
    place.run(&typed).expect(2, &["no/such.db: it is not there", "`citewatch check` makes it"]);
    place.run(&["check", "all.md", "--offline", "--fail-on", "source-goen"]).expect(2, &["source-goen", "source-gone"]);
    place.cite("wall.md", &[WALL]);
    place.check(server.address, &["wall.md", "--fail-on", "unknown"]).expect(1, &[]);
}

#[test]
fn no_citation_in_any_document_is_never_a_silent_zero() {
    let place = Place::new(QUICK);
    place.write("empty.md", "Nothing is cited here.\n");
    for command in ["check", "extract"] {
        place.run(&[command, "empty.md"]).expect(2, &["empty.md cites nothing", "--allow-empty"]);
        place.run(&[command, "empty.md", "--allow-empty"]).expect(0, &[]);
    }
    place.write("broken.ipynb", "{\"cells\": [cut off");
    for command in ["check", "extract"] {
        place.run(&[command, "broken.ipynb"]).expect(2, &["broken.ipynb:1: entry-broken", "cites nothing"]);
    }
    place.write("too.md", "Nor here.\n");
    place.run(&["check", "empty.md", "too.md"]).expect(2, &["none of 2 documents"]);
    place.write("sources.toml", "[watch]\ndocuments = [\"none/*.md\"]\n");
    place.run(&["check"]).expect(2, &["no file in", "none/*.md"]);
}

#[test]
fn a_mistake_in_the_configuration_is_shown_with_its_line_and_the_nearest_key() {
    let place = Place::new("[fetch]\ntimeuot = \"4s\"\n");
    place.cite("a.md", &[LIVE]);
    place.run(&["check", "a.md"]).expect(2, &["sources.toml:2:1", "timeuot", "timeout"]);
    place.write("sources.toml", "[fetch]\ntimeout = \"soon\"\n\n[policy]\nfail_on = [\"brocken\"]\n");
    place.run(&["check", "a.md"]).expect(2, &["sources.toml:2:11", "sources.toml:5", "broken"]);
    place.write("sources.toml", "[fetch\n");
    place.run(&["check", "a.md"]).expect(2, &["sources.toml:1"]);
    place.run(&["check", "a.md", "--config", "other.toml"]).expect(2, &["failed to read other.toml"]);
}

#[test]
fn a_key_that_is_not_built_is_refused() {
    let place = Place::new("[store]\nurl = \"postgres://db/a\"\n");
    place.cite("a.md", &[LIVE]);
    place.run(&["check", "a.md"]).expect(2, &["sources.toml:2", "not built"]);
}

#[test]
fn one_unreadable_file_of_several_leaves_the_rest_to_be_done() {
    let place = Place::new(QUICK);
    let server = place.server(web);
    place.cite("live.md", &[LIVE]);
    place.cite("gone.md", &[GONE]);
    place.write("image.md", b"PNG\0\x01\x02");
    let ran = place.check(server.address, &["live.md", "none.md", "image.md", "gone.md"]);
    let ran = ran.expect(2, &["none.md", "image.md", "binary"]);
    assert_eq!(ran.json()["summary"]["documents"], 2);
    assert_eq!(ran.json()["summary"]["broken"], 1);
    assert_eq!(listing(&place.path("reports")), ["gone.md.md", "index.md", "live.md.md"]);
    place.check(server.address, &["none.md"]).expect(2, &["none.md", "no document could be read"]);
    place.check(server.address, &["none.md", "--allow-empty"]).expect(2, &["none.md"]);
}

#[test]
fn a_store_that_cannot_be_is_two() {
    let place = Place::new(QUICK);
    place.cite("a.md", &[LIVE]);
    let check = |store: &str| place.run(&["check", "a.md", "--store", store]);
    check("postgres://db.test/x").expect(2, &["--store", "sqlite:"]);
    check("store.db").expect(2, &["--store", "sqlite:"]);
    check("sqlite:a.md/store.db").expect(2, &["a.md", "--store sqlite:PATH"]);
    check("sqlite:.").expect(2, &["--store sqlite:PATH"]);
    assert_eq!(listing(&place.path("reports")), [""; 0]);
}

#[test]
fn bad_usage_and_what_is_not_built_are_two() {
    let place = Place::new(QUICK);
    place.cite("a.md", &[LIVE]);
    let cases: &[&[&str]] = &[
        &[],
        &["serve", "--due"],
        &["fix", "a.md"],
        &["check", "a.md", "--due", "--offline"],
        &["check", "a.md", "--baseline", "b.json"],
        &["check", "a.md", "--format", "sarif"],
        &["check", "a.md", "--offline", "--replay", "web.warc"],
        &["check", "a.md", "--input-format", "odt"],
        &["check", "a.md", "--allow-private", "everything"],
        &["check", "a.md", "--resolve", "a.example:80"],
        &["check", "a.md", "--as-of", "2024-06-29"],
        &["check", "a.md", "--replay", "none.warc"],
        &["check", "a.md", "--ca", "a.md"],
        &["check", "a.md", "--ca", "none.pem"],
        &["check", "a.md", "--proxy", "not a proxy"],
        &["check", "a.odt"],
        &["verify"],
        &["explain", "no-such-code"],
        &["history", "not a URL"],
    ];
    for arguments in cases {
        let ran = place.run(arguments);
        assert_eq!(ran.code, Some(2), "{arguments:?}: {}", ran.err);
        assert!(!ran.err.is_empty() && ran.out.is_empty(), "{arguments:?}: {ran:?}");
        assert!(!ran.err.contains("panicked"), "{arguments:?}: {}", ran.err);
    }
    place.run(&["--help"]).expect(0, &[]);
    place.run(&["--version"]).expect(0, &[]);
}

/// A place whose names are looked up here; URLs carry the port of a server.
fn with_names(said: &[(&str, Said)]) -> (Place, NameServer) {
    let place = Place::new("");
    let names = place.start(NameServer::start(said));
    let resolver = format!("[fetch]\nresolver = \"{}\"\ntimeout = \"3s\"\n[archive]\nlookup = []\n", names.address);
    place.write("sources.toml", resolver);
    (place, names)
}

fn check(place: &Place, document: &str) -> Ran {
    place.run(&["check", document, "--format", "json", "--allow-private", "127.0.0.0/8"])
}

#[test]
fn where_no_name_server_answers_nothing_is_judged_and_nothing_recorded() {
    let (place, names) = with_names(&[("one.test", Said::Silence), ("two.test", Said::Silence)]);
    place.cite("a.md", &["http://one.test/", "http://two.test/"]);
    let ran = check(&place, "a.md").expect(3, &["nothing was judged or recorded"]);
    assert_eq!(ran.out, "");
    assert!(!names.asked().is_empty());
    assert_eq!(listing(&place.path("reports")), [""; 0]);
    place.run(&["history", "http://one.test/"]).expect(2, &["never looked at"]);
    place.run(&["report"]).expect(2, &["holds no finished run"]);
    let ran = place.run(&["check", "a.md", "none.md", "--no-reports"]);
    assert_eq!(ran.code, Some(2), "what cannot be read counts before the network: {}", ran.err);
}

#[test]
fn an_index_from_before_says_that_nothing_was_judged_until_something_is() {
    let (place, _names) = with_names(&[("one.test", Said::Silence)]);
    place.cite("a.md", &["http://one.test/"]);
    place.run(&["check", "a.md", "--offline", "-q"]).expect(0, &[]);
    let before = place.read("reports/index.md");
    check(&place, "a.md").expect(3, &[]);
    let first = place.read("reports/index.md");
    assert!(first.starts_with("> **The watcher is ill since ") && first.ends_with(&format!("\n\n{before}")), "{first}");
    check(&place, "a.md").expect(3, &[]);
    assert_eq!(place.read("reports/index.md"), first, "since the first");
    place.run(&["check", "a.md", "--offline", "-q"]).expect(0, &[]);
    assert!(place.read("reports/index.md").starts_with("# Citations"));
}

#[test]
fn what_is_skipped_is_not_recorded_either_where_nothing_answers() {
    let (place, _names) = with_names(&[("one.test", Said::Silence)]);
    place.cite("a.md", &["http://10.0.0.1/x", "http://one.test/", "http://two.test:25/"]);
    place.run(&["check", "a.md", "--record", "evidence"]).expect(3, &["nothing was judged or recorded"]);
    for url in ["http://10.0.0.1/x", "http://one.test/"] {
        place.run(&["history", url]).expect(2, &["never looked at"]);
    }
    let lines = std::fs::read_to_string(place.path("evidence/index.cdxj")).unwrap_or_default();
    assert_eq!(lines, "");
    let objects = listing(&place.path("evidence")).into_iter().filter(|name| name.len() == 2).count();
    assert_eq!(objects, 0, "no object of evidence");
    // Where nobody was to be asked, nobody had to answer.
    place.cite("b.md", &["http://10.0.0.1/x"]);
    let ran = check(&place, "b.md").expect(0, &[]);
    assert_eq!(ran.sources()[0].1, "skipped private-address unknown");
    place.run(&["history", "http://10.0.0.1/x"]).expect(0, &[]);
}

#[test]
fn a_name_that_is_not_there_is_an_answer() {
    let (place, _names) = with_names(&[]);
    place.cite("a.md", &["http://nobody.test/"]);
    let ran = check(&place, "a.md").expect(1, &[]);
    assert_eq!(ran.sources()[0].1, "gone no-such-domain broken");
}

#[test]
fn failures_are_recorded_once_something_answers() {
    let loopback = vec!["127.0.0.1".parse().unwrap()];
    let (place, _names) = with_names(&[("there.test", Said::Addresses(loopback)), ("silent.test", Said::Silence)]);
    let server = place.server(web);
    let port = server.address.port();
    let urls = [format!("http://there.test:{port}/"), "http://silent.test/".to_owned()];
    place.cite("a.md", &urls);
    let ran = check(&place, "a.md").expect(0, &[]);
    let verdicts: Vec<String> = ran.sources().into_iter().map(|(_, verdict)| verdict).collect();
    assert_eq!(verdicts, ["live - sound", "failing dns-failure unknown"]);
    place.run(&["history", "http://silent.test/"]).expect(0, &[]);
}

#[test]
fn a_host_that_waits_for_its_pace_is_asked_before_it_is_said_that_nothing_answers() {
    let loopback = vec!["127.0.0.1".parse().unwrap()];
    let failing = Said::Error(ResponseCode::ServFail);
    let (place, _names) = with_names(&[("there.test", Said::Addresses(loopback)), ("failing.test", failing)]);
    let server = place.server(web);
    let port = server.address.port();
    // The pace of a usual run, a request a second: the second run finds the host asked just now.
    place.cite("a.md", &[format!("http://there.test:{port}/1")]);
    check(&place, "a.md").expect(0, &[]);
    place.cite("b.md", &["http://failing.test/".to_owned(), format!("http://there.test:{port}/2")]);
    let ran = check(&place, "b.md").expect(0, &[]);
    let verdicts: Vec<String> = ran.sources().into_iter().map(|(_, verdict)| verdict).collect();
    assert_eq!(verdicts, ["failing dns-failure unknown", "live - sound"]);
}

/// One host answers at once; the other one hangs until it is told not to.
fn hanging(place: &Place) -> (Server, Arc<AtomicBool>) {
    let hangs = Arc::new(AtomicBool::new(true));
    let hanging = Arc::clone(&hangs);
    let server = place.server(move |asked| match asked.header("host") {
        Some("hang.test") if hanging.load(Ordering::SeqCst) => vec![Do::Hang],
        _ => says("a page that stands"),
    });
    (server, hangs)
}

/// Starts a check, waits until one source is recorded and another hangs, and sends a signal.
fn interrupted(place: &Place, server: &Server, command: Command, name: &str) -> (Ran, Duration) {
    let child = spawned(command);
    until("the first page is recorded", || place.run(&["history", LIVE]).code == Some(0));
    until("the other one hangs", || server.asked().iter().any(|asked| asked.header("host") == Some("hang.test")));
    let asked_at = Instant::now();
    signal(&child, name);
    let ran = Ran::of(child.wait_with_output().unwrap());
    (ran, asked_at.elapsed())
}

fn asked_of(server: &Server, host: &str) -> usize {
    server.asked().iter().filter(|asked| asked.header("host") == Some(host)).count()
}

#[test]
fn a_signal_ends_a_run_soon_and_what_was_finished_is_stored_and_reported() {
    for (name, code) in [("INT", 130), ("TERM", 143)] {
        let place = Place::new(&QUICK.replace("4s", "30s"));
        let (server, hangs) = hanging(&place);
        place.cite("a.md", &[LIVE, "http://hang.test/"]);
        // The page that is missing counts less than the signal.
        let command = place.checking(server.address, &["a.md", "none.md"]);
        let (ran, took) = interrupted(&place, &server, command, name);
        let ran = ran.expect(code, &[]);
        assert!(took < SOON, "SIG{name} took {took:?}");
        let verdicts: Vec<String> = ran.sources().into_iter().map(|(_, verdict)| verdict).collect();
        assert_eq!(verdicts, ["live - sound", "unseen - unknown"]);
        let told = format!(
            "citewatch: stopped by SIG{name}; what was finished is kept, and the next run goes on from there\n"
        );
        assert!(ran.err.contains(&told), "{}", ran.err);
        assert_eq!(listing(&place.path("reports")), ["a.md.md", "index.md"]);

        hangs.store(false, Ordering::SeqCst);
        let ran = place.check(server.address, &["a.md"]).expect(0, &[]);
        let verdicts: Vec<String> = ran.sources().into_iter().map(|(_, verdict)| verdict).collect();
        assert_eq!(verdicts, ["live - sound", "live - sound"]);
        assert_eq!(asked_of(&server, "live.test"), 1, "the second run goes on from the first");
        place.check(server.address, &["a.md"]).expect(0, &[]);
        assert_eq!(asked_of(&server, "live.test"), 2, "the third one begins anew");
    }
}

#[test]
fn a_signal_ends_the_waiting_for_an_archive_too() {
    let place = Place::new("");
    let server = place.server(|asked| match asked.header("host") {
        Some("archive.test") => vec![Do::Hang],
        _ => says("a page that stands"),
    });
    let archive = "[archive]\nlookup = [\"shelf\"]\n[[archive.server]]\nname = \"shelf\"\ndialect = \"memento\"\n\
                   timegate = \"http://archive.test/web/\"\n";
    place.write("sources.toml", format!("[fetch]\ntimeout = \"30s\"\n{archive}"));
    place.cite("a.md", &[LIVE]);
    let child = spawned(place.checking(server.address, &["a.md"]));
    until("the archive hangs", || asked_of(&server, "archive.test") > 0);
    let asked_at = Instant::now();
    signal(&child, "INT");
    let ran = Ran::of(child.wait_with_output().unwrap()).expect(130, &[]);
    assert!(asked_at.elapsed() < SOON, "took {:?}", asked_at.elapsed());
    assert_eq!(ran.sources()[0].1, "live - sound");
    assert_eq!(ran.json()["documents"][0]["citations"][0]["source"]["archive"]["state"], "unknown");
}

#[test]
fn a_signal_before_anything_answers_does_not_keep_a_host_from_the_next_run() {
    let said = [("one.test", Said::Error(ResponseCode::ServFail)), ("two.test", Said::Silence)];
    let (place, names) = with_names(&said);
    let slow = place.read("sources.toml").replace("3s", "30s");
    place.write("sources.toml", slow);
    place.cite("a.md", &["http://one.test/", "http://two.test/"]);
    let child = spawned(place.command(&["check", "a.md"]));
    // By the time of the second question about the silent name, the other one has long failed.
    until("both names are looked up", || names.asked().iter().filter(|name| *name == "two.test.").count() > 1);
    signal(&child, "TERM");
    Ran::of(child.wait_with_output().unwrap()).expect(143, &[]);
    let other = place.server(web);
    let began = Instant::now();
    place.check(other.address, &["a.md"]).expect(0, &[]);
    assert!(began.elapsed() < Duration::from_secs(45), "took {:?}", began.elapsed());
}

#[test]
fn a_signal_ends_the_search_for_many_missing_quotes_in_other_sources_too() {
    const SOURCES: usize = 40;
    let place = Place::new(QUICK);
    let url = |source: usize| format!("http://s{source}.test/");
    let quote = |source: usize, n: usize| {
        format!("“keeper {n} of lamp {source} counted {} boats that night”[^{source}]", n * source)
    };
    let quotes = |source: usize| (0..60).map(|n| quote(source, n)).collect::<Vec<_>>().join(" said one, and ");
    let said: Vec<String> = (1..=SOURCES).map(|source| format!("It says {}.\n", quotes(source))).collect();
    let notes: Vec<String> = (1..=SOURCES).map(|source| format!("[^{source}]: <{}>", url(source))).collect();
    place.write("a.md", [said, notes].concat().join("\n"));
    let server = place.server(|_: &Asked| {
        says(&"<p>The boats of the harbour were counted by the keeper of the lamp every night. ".repeat(200))
    });
    let child = spawned(place.checking(server.address, &["a.md"]));
    until("every page was asked for", || (1..=SOURCES).all(|source| asked_of(&server, &format!("s{source}.test")) > 0));
    let asked_at = Instant::now();
    signal(&child, "TERM");
    let ran = Ran::of(child.wait_with_output().unwrap()).expect(143, &[]);
    assert!(asked_at.elapsed() < Duration::from_secs(9), "took {:?}", asked_at.elapsed());
    assert_eq!(ran.json()["documents"][0]["quotes"].as_array().unwrap().len(), 60 * SOURCES);
    assert_eq!(listing(&place.path("reports")), ["a.md.md", "index.md"]);
}
