//! Runs that recorded files answer.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::place::{HTML, Place, QUICK, judged};
use crate::warc::{Exchange, Warc};

const SEEN: &str = "2026-11-20T09:00:00Z";

/// A file with a page for each of these.
fn recorded(place: &Place, name: &str, urls: &[String]) {
    let mut warc = Warc::default();
    for url in urls {
        let body = b"<!doctype html><title>A page</title><p>Some words of it.</p>";
        warc.add(&Exchange { url, date: SEEN, accept_datetime: None, status: 200, headers: HTML, body });
    }
    place.write(name, warc.into_bytes());
}

#[test]
fn replay_takes_one_file_and_can_be_repeated() {
    let place = Place::new(QUICK);
    let [one, two] = ["http://one.test/", "http://two.test/"].map(str::to_owned);
    recorded(&place, "one.warc", std::slice::from_ref(&one));
    recorded(&place, "two.warc", std::slice::from_ref(&two));
    place.cite("a.md", &[&one, &two]);
    let check = |options: &[&str]| {
        let ran = place.run(&[&["check", "--format", "json"], options].concat()).expect(0, &[]);
        ran.sources().into_iter().map(|(_, judged)| judged).collect::<Vec<_>>()
    };
    assert_eq!(check(&["--replay", "one.warc", "a.md"]), ["live - sound", "skipped not-in-replay unknown"]);
    assert_eq!(check(&["--replay", "one.warc", "--replay", "two.warc", "a.md"]), ["live - sound", "live - sound"]);
    assert_eq!(check(&["--replay", "two.warc", "a.md", "--replay", "one.warc"]), ["live - sound", "live - sound"]);
}

#[test]
fn many_sources_in_a_recorded_file_are_not_waited_for() {
    let place = Place::new(QUICK);
    let urls: Vec<String> = (0..1000).map(|nth| format!("http://host{nth}.test/page")).collect();
    recorded(&place, "many.warc", &urls);
    place.cite("a.md", &urls);
    let began = Instant::now();
    let ran = place.run(&["check", "--format", "json", "--replay", "many.warc", "a.md"]).expect(0, &[]);
    assert!(began.elapsed() < Duration::from_mins(1), "{:?}", began.elapsed());
    assert_eq!(ran.json()["summary"]["availability"]["live"], 1000);
}

#[test]
fn a_file_with_a_broken_place_answers_with_the_rest_and_is_told_of_once() {
    let place = Place::new(QUICK);
    let url = "http://one.test/".to_owned();
    recorded(&place, "one.warc", std::slice::from_ref(&url));
    place.write("broken.warc", format!("{}rubbish\n", place.read("one.warc")));
    place.cite("a.md", &[&url]);
    let told = ["broken.warc cannot be read at byte"];
    let ran = place.run(&["check", "--format", "json", "--replay", "broken.warc", "a.md"]).expect(0, &told);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    assert_eq!(judged(&ran.json()["documents"][0]["citations"][0]), "live - sound");
}

/// Bodies that were decoded, and answers that a page is unchanged, as browsers and crawlers leave them.
#[test]
fn what_others_recorded_in_their_own_way_is_read() {
    let place = Place::new(QUICK);
    let [coded, same, lost] = ["http://coded.test/", "http://same.test/", "http://lost.test/"];
    let body = b"<!doctype html><title>A page</title><p>The ferry crosses the sound twice every day.</p>";
    let html = HTML[0];
    let mut warc = Warc::default();
    let mut add = |url, date, status, headers: &[(&str, &str)], body: &[u8]| {
        warc.add(&Exchange { url, date, accept_datetime: None, status, headers, body });
    };
    add(coded, SEEN, 200, &[html, ("Content-Encoding", "br")], body);
    add(same, SEEN, 200, &[html], body);
    for url in [same, lost] {
        add(url, "2026-11-21T09:00:00Z", 304, &[("ETag", "\"7\"")], b"");
    }
    place.write("seen.warc", warc.into_bytes());
    let said = |url| format!("It says “The ferry crosses the sound twice every day” ([a page]({url})).\n\n");
    place.write("a.md", [coded, same, lost].map(said).concat());
    let ran = place.run(&["check", "--format", "json", "--replay", "seen.warc", "a.md"]).expect(0, &[]);
    let judged: Vec<String> = ran.sources().into_iter().map(|(_, judged)| judged).collect();
    assert_eq!(judged, ["live - sound", "live - sound", "skipped not-in-replay unknown"]);
    let document = &ran.json()["documents"][0];
    let verdicts: Vec<&str> =
        document["quotes"].as_array().unwrap().iter().map(|quote| quote["verdict"].as_str().unwrap()).collect();
    assert_eq!(verdicts, ["verbatim", "verbatim", "unverifiable"]);
    assert_eq!(document["citations"][1]["source"]["observed_at"], "2026-11-21T09:00:00Z");
}

/// A run shows 200 pages in a browser. Where there is none nothing is said of them, however many could be shown.
#[test]
fn no_page_is_told_to_be_left_out_by_a_browser_that_is_not_there() {
    const MOST: usize = 200;
    let place = Place::new(QUICK);
    let mut warc = Warc::default();
    let (mut text, mut notes) = (String::new(), String::new());
    for nth in 0..=MOST {
        let url = format!("http://host{nth}.test/page");
        let body = b"<!doctype html><title>App</title><div id=root></div><script src=/app.js></script>";
        warc.add(&Exchange { url: &url, date: SEEN, accept_datetime: None, status: 200, headers: HTML, body });
        writeln!(text, "They said \u{201c}the lamps of quay {nth} were lit again\u{201d}.[^{nth}]\n").unwrap();
        writeln!(notes, "[^{nth}]: <{url}>").unwrap();
    }
    place.write("all.warc", warc.into_bytes());
    place.write("a.md", format!("{text}{notes}"));
    let ran = place.run(&["check", "--format", "json", "--replay", "all.warc", "a.md"]).expect(0, &[]);
    let report = ran.json();
    let citations = report["documents"][0]["citations"].as_array().unwrap();
    let findings = citations.iter().flat_map(|citation| citation["findings"].as_array().unwrap());
    let told: Vec<&str> = findings
        .filter(|finding| finding["code"] == "scripts-not-run")
        .map(|finding| finding["message"].as_str().unwrap())
        .collect();
    assert_eq!((citations.len(), told.len()), (MOST + 1, 0), "{told:?}");
}

/// A record holds one answer, which counts for both looks, also where the store is asked for it afterwards.
#[test]
fn what_a_replay_kept_is_judged_alike_without_the_network() {
    let place = Place::new(QUICK);
    let mut warc = Warc::default();
    let url = "http://lost.test/page";
    let gone = Exchange { url, date: SEEN, accept_datetime: None, status: 404, headers: HTML, body: b"<p>Not found" };
    warc.add(&gone);
    place.write("lost.warc", warc.into_bytes());
    place.cite("a.md", &[&url]);
    let check = |options: &[&str]| {
        let options = [&["check", "--format", "json", "--store", "sqlite:kept.db", "a.md"], options].concat();
        judged(&place.run(&options).expect(1, &[]).json()["documents"][0]["citations"][0])
    };
    assert_eq!(check(&["--replay", "lost.warc"]), "gone not-found broken");
    assert_eq!(check(&["--offline"]), "gone not-found broken");
}
