//! The made-up profile, checked end to end over HTTPS, with a web archive of a few lines beside its sources; then the
//! same again from what was recorded.

use serde_json::{Value, json};

use crate::made_up::{ARCHIVE, CAPTURES, PAGES, asked_for, http_date};
use crate::place::{HTML, Place, Ran, assert_same, judged, listing, word};
use crate::program::root;
use crate::web::certificates::{Authority, Validity};
use crate::web::server::{Asked, Do, Server, page};

const HOSTS: &[&str] = &[
    "www.tidewater-seed.example",
    "www.hallow-courier.example",
    "www.varn-county.example",
    "archive.shoreline.example",
];

/// One verdict a quote, in the order of the text.
const QUOTES: &[&str] = &[
    "archived unknown", // in the newspaper that answers 403
    "archived unknown",
    "verbatim sound",
    "verbatim sound",
    "verbatim sound",
    "altered broken", // sterile, uncertain
    "verbatim sound",
    "edited sound",      // with brackets and an ellipsis
    "altered broken",    // never
    "altered unknown",   // in, at
    "typographic sound", // in a heading
    "parts sound",       // as separate headings
    "elsewhere broken",  // on the page of the growers
    "absent broken",     // in a script only
    "typographic sound", // with other dashes and a soft hyphen
    "parts sound",       // as list items
    "archived unknown",  // of a page that is gone
    "unbound -",
];

/// One verdict a source, in the order of the references, with what the archive has.
const SOURCES: &[&str] = &[
    "live - sound; found",
    "withheld paywall unknown; found",
    "live - sound; found",
    "live - sound; none",
    "moved permanent-redirect sound; none",
    "gone not-found broken; found",
];

/// The sources and the archive, told apart by their host.
fn answer(asked: &Asked) -> Vec<Do> {
    let host = asked.header("host").unwrap_or_default();
    let url = format!("https://{host}{}", asked.target);
    if let Some(wanted) = url.strip_prefix(ARCHIVE) {
        return archive(asked, wanted);
    }
    match PAGES.iter().find(|page| page.url == url) {
        Some(found) => page(found.status, found.headers, found.body),
        None => page(404, HTML, "no such page"),
    }
}

/// A `TimeGate` that redirects, and captures as they were taken in.
fn archive(asked: &Asked, wanted: &str) -> Vec<Do> {
    let raw = CAPTURES.iter().find(|capture| wanted == format!("{}id_/{}", capture.timestamp, capture.url));
    if let Some(capture) = raw {
        let headers = [HTML[0], ("Memento-Datetime", http_date(capture.timestamp))];
        return page(200, &headers, capture.body);
    }
    assert_eq!(asked.header("accept-datetime"), Some(asked_for(wanted)), "{wanted}");
    match CAPTURES.iter().find(|capture| capture.url == wanted) {
        Some(capture) => {
            let location = format!("{ARCHIVE}{}/{}", capture.timestamp, capture.url);
            page(302, &[("Vary", "accept-datetime"), ("Location", &location)], "")
        }
        None => page(404, HTML, "No capture of that page."),
    }
}

/// The place of the profile, with the certificate that its servers are trusted by.
fn place() -> (Place, Server) {
    let config = std::fs::read_to_string(root().join("docs/example/sources.toml")).unwrap();
    let gently = "[fetch]\nper_host = { requests_per_second = 100, concurrency = 2 }\n";
    let place = Place::new(&format!("{config}\n{gently}"));
    let profile = std::fs::read(root().join("docs/example/tidewater-seed-library.txt")).unwrap();
    place.write("tidewater-seed-library.txt", profile);
    let authority = Authority::new();
    place.write("ca.pem", authority.pem());
    let tls = authority.identity(HOSTS, Validity::Now).server_config(&["http/1.1"]);
    let server = place.start(Server::https(tls, answer));
    (place, server)
}

fn check(place: &Place, server: &Server, more: &[&str]) -> Ran {
    let mut command = place.command(&["check", "--format", "json", "--allow-private", "127.0.0.0/8", "--ca", "ca.pem"]);
    command.args(["--connect-to", &format!("*:443:{}", server.address)]).args(more);
    Ran::of(command.output().unwrap())
}

fn assert_judged_right(report: &Value) {
    let document = &report["documents"][0];
    let quotes: Vec<String> = document["quotes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|quote| format!("{} {}", word(&quote["verdict"]), word(&quote["standing"])))
        .collect();
    assert_eq!(quotes, QUOTES);
    let sources: Vec<String> = document["citations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|citation| format!("{}; {}", judged(citation), word(&citation["source"]["archive"]["state"])))
        .collect();
    assert_eq!(sources, SOURCES);
    let codes: Vec<String> = document["findings"].as_array().unwrap().iter().map(|it| word(&it["code"])).collect();
    assert_eq!(codes, ["publisher-spelling"]);
}

/// The report without what a clock or a new id changes; messages count the looks and name their days.
fn timeless(mut report: Value) -> Value {
    fn clear(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields.retain(|name, _| name != "observed_at" && name != "message");
                fields.values_mut().for_each(clear);
            }
            Value::Array(items) => items.iter_mut().for_each(clear),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    report["run"] = json!(null);
    report["changes"] = json!(null);
    clear(&mut report);
    report
}

#[test]
fn the_profile_is_judged_right_and_the_store_and_the_evidence_say_the_same_later() {
    let (place, server) = place();
    let live = check(&place, &server, &["--record", "evidence"]).expect(1, &[]);
    assert_judged_right(&live.json());
    let quotes = live.json()["documents"][0]["quotes"].clone();
    assert_eq!(quotes[12]["found_in"]["label"], "5");
    assert_eq!(quotes[0]["found_in"]["where"], "archive");
    assert_eq!((&quotes[5]["difference"], &quotes[9]["difference"]), (&json!("critical"), &json!("minor")));
    let gone = server.targets().iter().filter(|target| *target == "/meetings/a-room-for-seed/").count();
    assert_eq!(gone, 2, "what seems gone is asked for a second time");
    assert_eq!(listing(&place.path("reports")), ["index.md", "tidewater-seed-library.txt.md"]);

    let before = server.connections();
    let offline = check(&place, &server, &["--offline", "--reports", "offline"]).expect(1, &[]);
    assert_same(&timeless(live.json()), &timeless(offline.json()));
    let replayed = check(&place, &server, &["--replay", "evidence", "--reports", "replayed"]).expect(1, &[]);
    assert_eq!(server.connections(), before, "neither asks anybody");
    assert_judged_right(&replayed.json());
    assert_same(&timeless(live.json()), &timeless(replayed.json()));
    let again = check(&place, &server, &["--replay", "evidence", "--reports", "again"]).expect(1, &[]);
    assert_same(&timeless(replayed.json()), &timeless(again.json()));
    for name in listing(&place.path("replayed")) {
        assert_eq!(place.read(&format!("replayed/{name}")), place.read(&format!("again/{name}")), "{name}");
    }
}

#[test]
fn a_second_run_asks_the_archive_only_for_what_it_did_not_have() {
    let (place, server) = place();
    check(&place, &server, &[]).expect(1, &[]);
    let archived = |targets: &[String]| targets.iter().filter(|target| target.starts_with("/web/")).count();
    let first = server.targets();
    let second = check(&place, &server, &[]).expect(1, &[]);
    assert_judged_right(&second.json());
    // The first time all six and four captures that are read; the second time the two of which there was none.
    assert_eq!((archived(&first), archived(&server.targets()) - archived(&first)), (10, 2));
}
