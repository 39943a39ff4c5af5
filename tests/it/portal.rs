//! A network that answers for every host itself: nothing of it is a finding about a source, and nothing is recorded.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::place::{HTML, Place, QUICK, Ran, says, signal, spawned, until};
use crate::web::server::{Asked, Do, Server, page, redirect};

const CITED: [&str; 4] = ["http://a.test/1", "http://b.test/2", "http://c.test/3", "http://d.test/4"];

/// Nobody stands between us and the web; somebody redirects all to a login; somebody answers with it.
const OPEN: usize = 0;
const REDIRECTED: usize = 1;
const ANSWERED: usize = 2;

fn login() -> Vec<Do> {
    page(
        200,
        HTML,
        "<!doctype html><title>Free Wi-Fi</title><h1>Welcome</h1><p>Accept the terms of use to go on.</p>\
         <form action=/ok><button>Connect</button></form>",
    )
}

fn network(place: &Place) -> (Server, Arc<AtomicUsize>) {
    let way = Arc::new(AtomicUsize::new(REDIRECTED));
    let now = Arc::clone(&way);
    let server = place.server(move |asked: &Asked| match (now.load(Ordering::SeqCst), asked.header("host")) {
        (_, Some("login.test")) | (ANSWERED, _) => login(),
        (REDIRECTED, host) => redirect(302, &format!("http://login.test/in?for={}", host.unwrap_or_default())),
        _ => says("the lamp was lit at dusk by the keeper himself"),
    });
    (server, way)
}

fn cite(place: &Place) {
    let line = |url: &&str| format!("It was “lit at dusk by the keeper himself” ([page]({url})).\n\n");
    place.write("a.md", CITED.iter().map(line).collect::<String>());
}

#[test]
fn a_captive_portal_is_no_finding_about_any_source() {
    let place = Place::new(QUICK);
    cite(&place);
    let (server, way) = network(&place);
    for captive in [REDIRECTED, ANSWERED] {
        way.store(captive, Ordering::SeqCst);
        let ran = place
            .check(server.address, &["a.md"])
            .expect(3, &["wants a login first", "nothing was judged or recorded"]);
        assert_eq!(ran.out, "");
        assert!(!place.path("reports/a.md.md").exists());
        place.run(&["history", CITED[0]]).expect(2, &["never looked at"]);
    }
    way.store(OPEN, Ordering::SeqCst);
    place.check(server.address, &["a.md"]).expect(0, &[]);
    let told = place.run(&["history", CITED[0]]).expect(0, &[]).out;
    assert_eq!(told.matches(" live").count(), 1, "{told}");
}

#[test]
fn where_no_host_takes_a_connection_that_confirms_nothing_and_the_watcher_is_said_to_be_ill() {
    let place = Place::new(&format!("[schedule]\nevery = \"1h\"\nconfirm = {{ looks = 1, apart = \"0s\" }}\n{QUICK}"));
    place.cite("a.md", &CITED);
    // Names lead to this machine, and nobody listens.
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let ran = place.check(closed, &["a.md", "--due"]).expect(0, &[]);
    let report = ran.json();
    assert_eq!(report["watcher"]["illnesses"][0]["code"], "no-way-out", "{}", report["watcher"]);
    assert_eq!((&report["summary"]["unknown"], &report["summary"]["broken"]), (&4.into(), &0.into()));
    assert!(std::fs::read_to_string(place.path("reports/index.md")).unwrap().contains("took a connection"));
    place.run(&["history", CITED[0]]).expect(0, &[]);
    // One that answers shows that the others fail by themselves.
    let place = Place::new(&format!("[schedule]\nevery = \"1h\"\nconfirm = {{ looks = 1, apart = \"0s\" }}\n{QUICK}"));
    place.cite("a.md", &[CITED[0], CITED[1], CITED[2], "http://e.test/5"]);
    let server = place.server(|_: &Asked| says("the lamp was lit"));
    let open = format!("e.test:80:{}", server.address);
    let mut command = place.command(&["check", "--format", "json", "--allow-private", "127.0.0.0/8"]);
    command.args(["--connect-to", &open, "--connect-to", &format!("*:80:{closed}"), "a.md", "--due"]);
    let report = Ran::of(command.output().unwrap()).expect(1, &[]).json();
    assert_eq!((&report["watcher"]["state"], &report["summary"]["broken"]), (&"well".into(), &3.into()));
}

#[test]
fn two_hosts_that_led_to_one_page_are_judged() {
    let place = Place::new(QUICK);
    place.cite("a.md", &CITED[..2]);
    let (server, _) = network(&place);
    place.check(server.address, &["a.md"]).expect(0, &[]);
    place.run(&["history", CITED[0]]).expect(0, &[]);
}

#[test]
fn a_service_behind_a_captive_portal_is_ill_until_it_is_let_through() {
    let place = Place::new(&format!("[watch]\ndocuments = [\"*.md\"]\n{QUICK}"));
    cite(&place);
    let (server, way) = network(&place);
    let mut command = place.command(&["serve", "--allow-private", "127.0.0.0/8"]);
    command.args(["--connect-to", &format!("*:80:{}", server.address)]);
    let mut service = spawned(command);
    let says_in_the_index =
        |words: &str| std::fs::read_to_string(place.path("reports/index.md")).is_ok_and(|text| text.contains(words));
    until("the illness", || says_in_the_index("The watcher is ill since") && says_in_the_index("wants a login first"));
    way.store(OPEN, Ordering::SeqCst);
    // Any change of a document is a reason to try again.
    place.write("a.md", place.read("a.md") + "\n");
    until("the report", || place.path("reports/a.md.md").exists());
    // The index is written after the reports of the documents.
    until("the index of a watcher that is well", || {
        place.path("reports/index.md").exists() && !says_in_the_index("ill")
    });
    signal(&service, "INT");
    assert_eq!(service.wait().unwrap().code(), Some(130));
}
