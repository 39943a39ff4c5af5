//! What a run leaves behind: what changed, the reports, the store, and what the next run makes of them.

use std::fs::File;
use std::io::Read as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde_json::{Value, json};

use crate::place::{HTML, Place, QUICK, Ran, assert_same, judged, listing, says, spawned, until, word};
use crate::web::server::{Asked, Do, Server, page};

/// A document with a quote and a page that is gone once the web has aged.
const DOCUMENT: &str = "It was “lit at dusk by the keeper himself” ([lamp](http://lamp.test/)).\n\n\
                        - [door](http://door.test/)\n";

/// The web of that document; once `aged`, the lamp is lit by somebody else and the door is gone.
fn web(asked: &Asked, aged: bool) -> Vec<Do> {
    match asked.header("host") {
        Some("lamp.test") if aged => says("It was lit at dawn by the gardener and nobody else."),
        Some("lamp.test") => says("It was lit at dusk by the keeper himself."),
        Some("door.test") if !aged => says("The door is open."),
        _ => page(404, HTML, "no such page"),
    }
}

/// A place with the document, and its web, which ages on demand.
fn lamp() -> (Place, Server, Arc<AtomicBool>) {
    let place = Place::new(QUICK);
    place.write("lamp.md", DOCUMENT);
    let aged = Arc::new(AtomicBool::new(false));
    let now = Arc::clone(&aged);
    let server = place.server(move |asked| web(asked, now.load(Ordering::SeqCst)));
    (place, server, aged)
}

/// The report without its run and without what changed.
fn settled(ran: &Ran) -> Value {
    let mut report = ran.json();
    report["run"] = json!(null);
    report["changes"] = json!(null);
    report
}

fn reports(place: &Place) -> Vec<(String, String)> {
    let names = listing(&place.path("reports"));
    names.into_iter().map(|name| (name.clone(), place.read(&format!("reports/{name}")))).collect()
}

#[test]
fn the_second_run_says_what_changed_and_report_writes_it_again() {
    let (place, server, aged) = lamp();
    let first = place.check(server.address, &["lamp.md"]).expect(0, &[]);
    assert_eq!(first.json()["changes"]["first_run"], true);
    aged.store(true, Ordering::SeqCst);
    let second = place.check(server.address, &["lamp.md"]).expect(1, &[]);
    let changes = second.json()["changes"].clone();
    assert_eq!(changes["first_run"], false);
    let told: Vec<[String; 4]> = changes["documents"][0]["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| [&change["turn"], &change["url"], &change["was"], &change["now"]].map(word))
        .collect();
    let expected = [["broken", "-", "verbatim", "absent"], ["broken", "http://door.test/", "live", "gone: not-found"]];
    assert_eq!(told, expected.map(|change| change.map(str::to_owned)));
    let index = place.read("reports/index.md");
    for words in ["lamp.md", "verbatim", "absent", "gone"] {
        assert!(index.contains(words), "does not say {words}:\n{index}");
    }

    let written = reports(&place);
    std::fs::remove_dir_all(place.path("reports")).unwrap();
    let again = place.run(&["report", "--format", "json"]).expect(0, &[]);
    assert_eq!(reports(&place), written);
    assert_same(&second.json(), &again.json());
}

#[test]
fn what_broke_is_told_by_later_runs_as_well_until_it_stands() {
    let (place, server, aged) = lamp();
    place.check(server.address, &["lamp.md"]).expect(0, &[]);
    aged.store(true, Ordering::SeqCst);
    let broken = place.check(server.address, &["lamp.md"]).expect(1, &[]).json();
    let index = place.read("reports/index.md");
    assert!(index.contains("Newly broken") && !index.contains("Broken in the last"), "{index}");
    let later = place.check(server.address, &["lamp.md"]).expect(1, &[]);
    let changes = later.json()["changes"].clone();
    assert_eq!(
        (&changes["documents"], &changes["recently_broken"]),
        (&json!([]), &broken["changes"]["recently_broken"])
    );
    assert_eq!(changes["recently_broken"].as_array().unwrap().len(), 2);
    let index = place.read("reports/index.md");
    assert!(!index.contains("Newly broken") && index.contains("## Broken in the last 14 days"), "{index}");
    assert!(index.contains("was `live`, is `gone: not-found`, since 20"), "{index}");
    let again = place.run(&["report", "--format", "json"]).expect(0, &[]);
    assert_same(&later.json(), &again.json());
    aged.store(false, Ordering::SeqCst);
    let whole = place.check(server.address, &["lamp.md"]).expect(0, &[]).json();
    assert_eq!(whole["changes"]["recently_broken"], json!([]));
}

#[test]
fn a_document_that_has_left_is_told_once() {
    let place = Place::new(&format!("[watch]\ndocuments = [\"*.md\"]\n{QUICK}"));
    let server = place.server(|_: &Asked| says("a page that stands"));
    place.cite("a.md", &["http://a.test/page"]);
    place.cite("b.md", &["http://a.test/page", "http://b.test/page"]);
    let left = |ran: Ran| ran.expect(0, &[]).json()["changes"]["left"].clone();
    let none = json!([]);
    assert_eq!(left(place.check(server.address, &[])), none);
    // What is not named was not looked at, and is there.
    assert_eq!(left(place.check(server.address, &["a.md"])), none);
    std::fs::rename(place.path("b.md"), place.path("b.txt")).unwrap();
    let gone = json!([{ "path": "b.md", "citations": 2, "quotes": 0 }]);
    assert_eq!(left(place.check(server.address, &[])), gone);
    let index = place.read("reports/index.md");
    assert!(index.contains("no longer watched") && index.contains("- b.md, with 2 citations and 0 quotes"), "{index}");
    assert_eq!(left(place.run(&["report", "--format", "json"])), gone);
    assert_eq!(left(place.check(server.address, &[])), none);
    assert!(place.read("reports/index.md").contains("Nothing changed."));
}

#[test]
fn judging_from_the_store_says_the_same_without_a_connection() {
    let (place, server, aged) = lamp();
    aged.store(true, Ordering::SeqCst);
    place.write("other.md", "- [lamp](http://lamp.test/)\n- [never](http://never.test/)\n");
    let live = place.check(server.address, &["lamp.md"]).expect(1, &[]);
    let before = server.connections();
    let offline = place.check(server.address, &["lamp.md", "--offline"]).expect(1, &[]);
    assert_same(&settled(&live), &settled(&offline));
    let other = place.check(server.address, &["other.md", "--offline"]).expect(0, &[]);
    let verdicts: Vec<String> = other.sources().into_iter().map(|(_, verdict)| verdict).collect();
    assert_eq!(verdicts, ["live - sound", "unseen - unknown"]);
    assert_eq!(server.connections(), before);
}

#[test]
fn a_run_over_an_unchanged_web_writes_the_same_report() {
    let (place, server, _) = lamp();
    place.check(server.address, &["lamp.md"]).expect(0, &[]);
    let second = place.check(server.address, &["lamp.md"]).expect(0, &[]);
    let written = reports(&place);
    let third = place.check(server.address, &["lamp.md"]).expect(0, &[]);
    let clear = |ran: &Ran| {
        let mut report = settled(ran);
        for citation in report["documents"][0]["citations"].as_array_mut().unwrap() {
            citation["source"]["observed_at"] = json!(null);
        }
        report
    };
    assert_same(&clear(&second), &clear(&third));
    assert_eq!(written, reports(&place));
    assert_eq!(third.json()["changes"]["documents"], json!([]));
}

#[test]
fn every_look_is_in_the_history_of_its_source() {
    let (place, server, aged) = lamp();
    place.check(server.address, &["lamp.md"]).expect(0, &[]);
    aged.store(true, Ordering::SeqCst);
    place.check(server.address, &["lamp.md"]).expect(1, &[]);
    let history = place.run(&["history", "http://door.test/", "--format", "json"]).expect(0, &[]).json();
    assert_eq!((&history["schema"], &history["url"]), (&json!("citewatch.history/1"), &json!("http://door.test/")));
    let looks: Vec<(String, i64)> = history["observations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|look| (word(&look["availability"]), look["status"].as_i64().unwrap()))
        .collect();
    let gone = || ("gone".to_owned(), 404);
    assert_eq!(looks, [("live".to_owned(), 200), gone(), gone()]);
    let told = place.run(&["history", "http://door.test/"]).expect(0, &[]).out;
    assert_eq!(told.lines().count(), 4, "{told}");
    assert!(told.contains("200  live") && told.contains("404  gone (not-found)"), "{told}");
    let capture = "https://web.archive.org/web/20240630101500/http://door.test/";
    assert_eq!(place.run(&["history", capture, "--format", "json"]).expect(0, &[]).json(), history);
    place.run(&["history", "http://elsewhere.test/"]).expect(2, &["never looked at"]);
    place.run(&["history", "http://door.test/", "--store", "sqlite:other.db"]).expect(2, &["it is not there"]);
}

#[test]
fn a_report_that_is_being_read_stays_whole_while_it_is_replaced() {
    let (place, server, aged) = lamp();
    place.check(server.address, &["lamp.md"]).expect(0, &[]);
    let before = place.read("reports/lamp.md.md");
    let mut open = File::open(place.path("reports/lamp.md.md")).unwrap();
    aged.store(true, Ordering::SeqCst);
    place.check(server.address, &["lamp.md"]).expect(1, &[]);
    let mut read = String::new();
    open.read_to_string(&mut read).unwrap();
    assert_eq!(read, before);
    assert_ne!(place.read("reports/lamp.md.md"), before);
    assert_eq!(listing(&place.path("reports")), ["index.md", "lamp.md.md"], "nothing is left beside them");
    aged.store(false, Ordering::SeqCst);
    place.write("taken", "a file");
    place.check(server.address, &["lamp.md", "--reports", "taken"]).expect(2, &["taken"]);
    place.check(server.address, &["lamp.md", "--output", "none/out.json"]).expect(2, &["none/out.json"]);
    let ran = place.check(server.address, &["lamp.md", "--output", "out.json"]).expect(0, &[]);
    assert_eq!(ran.out, "");
    assert!(place.read("out.json").ends_with("}\n"));
}

fn asked_of(server: &Server, host: &str) -> usize {
    server.asked().iter().filter(|asked| asked.header("host") == Some(host)).count()
}

#[test]
fn a_run_that_is_killed_keeps_what_it_finished_and_the_next_one_goes_on() {
    let place = Place::new(&QUICK.replace("4s", "60s"));
    let killed = Arc::new(AtomicBool::new(false));
    let after = Arc::clone(&killed);
    let server = place.server(move |asked| match asked.header("host") {
        Some("hang.test") if !after.load(Ordering::SeqCst) => vec![Do::Hang],
        Some("gone.test") => page(404, HTML, "no such page"),
        _ => says("a page that stands"),
    });
    place.cite("a.md", &["http://one.test/", "http://gone.test/", "http://hang.test/"]);
    let mut child = spawned(place.checking(server.address, &["a.md"]));
    for url in ["http://one.test/", "http://gone.test/"] {
        until("a look is recorded", || place.run(&["history", url]).code == Some(0));
    }
    until("a page hangs", || asked_of(&server, "hang.test") > 0);
    child.kill().unwrap();
    child.wait().unwrap();
    killed.store(true, Ordering::SeqCst);
    assert_eq!(listing(&place.path("reports")), [""; 0], "no report, rather than half of one");

    let ran = place.check(server.address, &["a.md"]).expect(1, &[]);
    let verdicts: Vec<String> = ran.sources().into_iter().map(|(_, verdict)| verdict).collect();
    assert_eq!(verdicts, ["live - sound", "gone not-found broken", "live - sound"]);
    assert_eq!(asked_of(&server, "one.test"), 1, "what was recorded is not asked for again");
    assert_eq!(asked_of(&server, "gone.test"), 2, "a look before the kill and one after it confirm each other");
    place.check(server.address, &["a.md"]).expect(1, &[]);
    assert_eq!(asked_of(&server, "one.test"), 2, "the run after that begins anew");
}

#[test]
fn two_runs_at_once_share_their_looks_and_both_report_all() {
    let place = Place::new(QUICK);
    let server = place.server(|asked| {
        let mut answer = match asked.header("host") {
            Some("h0.test" | "h1.test") => page(404, HTML, "no such page"),
            _ => says("It was lit at dusk by the keeper himself."),
        };
        answer.insert(0, Do::Wait(Duration::from_millis(300)));
        answer
    });
    let urls: Vec<String> = (0..8).flat_map(|host| (0..2).map(move |n| format!("http://h{host}.test/{n}"))).collect();
    let lines = urls.iter().map(|url| format!("It was “lit at dusk by the keeper himself” ([lamp]({url})).\n\n"));
    place.write("a.md", lines.collect::<String>());
    let run = |reports: &str| spawned(place.checking(server.address, &["a.md", "--reports", reports]));
    let both = [run("one"), run("two")].map(|child| Ran::of(child.wait_with_output().unwrap()).expect(1, &[]));
    for ran in &both {
        let report = ran.json();
        let document = &report["documents"][0];
        for (nth, citation) in document["citations"].as_array().unwrap().iter().enumerate() {
            let expected = if nth < 4 { "gone not-found broken" } else { "live - sound" };
            assert_eq!(judged(citation), expected, "{}", citation["url"]);
        }
        let quotes = document["quotes"].as_array().unwrap();
        let found = quotes.iter().filter(|quote| quote["verdict"] == "verbatim");
        assert_eq!(found.count(), 12);
    }
    for host in 0..8 {
        let expected = if host < 2 { 4 } else { 2 };
        assert_eq!(asked_of(&server, &format!("h{host}.test")), expected, "h{host}.test");
    }
    assert_eq!((listing(&place.path("one")).len(), listing(&place.path("two")).len()), (2, 2));
}

#[test]
fn a_store_that_is_damaged_or_no_store_says_where_and_what_to_do() {
    let (place, server, _) = lamp();
    place.write("none.db", "this is no database, although it is long enough to be looked into for more than a header");
    place
        .check(server.address, &["lamp.md", "--store", "sqlite:none.db"])
        .expect(2, &["none.db", "not an SQLite database", "--store sqlite:PATH"]);
    assert_eq!(server.connections(), 0, "nobody is asked where nothing can be kept");

    place.check(server.address, &["lamp.md"]).expect(0, &[]);
    let store = place.path(".citewatch/store.db");
    let mut bytes = std::fs::read(&store).unwrap();
    assert!(bytes.len() > 20_000);
    let beyond_the_header = 4096..;
    bytes[beyond_the_header].fill(0x5A);
    std::fs::write(&store, bytes).unwrap();
    let ran = place.check(server.address, &["lamp.md"]).expect(2, &["store.db", "damaged"]);
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
    place.run(&["report"]).expect(2, &["store.db"]);
    place.run(&["history", "http://lamp.test/"]).expect(2, &["store.db"]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_says_where_and_what_to_do() {
    use std::os::unix::fs::PermissionsExt as _;

    let (place, server, _) = lamp();
    std::fs::create_dir(place.path("locked")).unwrap();
    std::fs::set_permissions(place.path("locked"), std::fs::Permissions::from_mode(0o555)).unwrap();
    if File::create(place.path("locked/try")).is_ok() {
        return crate::program::left_out("whoever runs this test may write to every folder");
    }
    place
        .check(server.address, &["lamp.md", "--store", "sqlite:locked/store.db"])
        .expect(2, &["locked/store.db", "cannot be written", "--store sqlite:PATH"]);
    place.check(server.address, &["lamp.md", "--reports", "locked"]).expect(2, &["locked"]);
}
