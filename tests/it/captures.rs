//! Which captures are read: others of the same bytes where an archive does not show one, and those that a run that was
//! stopped did not come to.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::place::{HTML, Place, says, signal, spawned, until, word};
use crate::web::server::{Asked, Do, page};

const NEARER: &str = "20240610000001";
const EARLIER: &str = "20240501000001";
const PAINTED: &str = "<html><title>Lamp</title><p>The lamp was painted green last year by two men.</p></html>";
const LIT: &str = "<html><title>Lamp</title><p>It was lit at dusk by the keeper himself.</p></html>";

const OLDEST: &str = "20240301000001";

/// How an archive shows a capture.
type Shows = fn() -> Vec<Do>;

/// What the index says of captures, by moment and digest.
fn index(captures: &[(&str, &str)]) -> String {
    let row = |(moment, digest): &(&str, &str)| {
        format!(r#",["test,a)/lamp","{moment}","http://a.test/lamp","text/html","200","{digest}"]"#)
    };
    let rows: Vec<String> = captures.iter().map(row).collect();
    format!(r#"[["urlkey","timestamp","original","mimetype","statuscode","digest"]{}]"#, rows.concat())
}

fn dated(moment: &str, html: &str) -> Vec<Do> {
    let date = match moment {
        NEARER => "Mon, 10 Jun 2024 00:00:01 GMT",
        EARLIER => "Wed, 01 May 2024 00:00:01 GMT",
        _ => "Fri, 01 Mar 2024 00:00:01 GMT",
    };
    page(200, &[HTML[0], ("Memento-Datetime", date)], html)
}

/// A configuration with that archive alone, and a document that quotes what the page has lost.
fn write(place: &Place, base: &str) {
    place.write(
        "sources.toml",
        format!(
            "[[archive.server]]\nname = \"ours\"\ndialect = \"wayback\"\ntimegate = \"{base}/web/\"\ncdx = \"{base}/cdx\"\n"
        ),
    );
    let note = "“Lamp.” Post. Accessed June 15, 2024. http://a.test/lamp";
    place.write("a.md", format!("It was “lit at dusk by the keeper himself”.[^1]\n\n[^1]: {note}\n"));
}

/// The verdict on the quote, and the day of the capture that is named.
fn judged(captures: &[(&'static str, &'static str, Shows)]) -> (String, String) {
    let place = Place::new("");
    let captures = captures.to_vec();
    let server = place.server(move |asked: &Asked| match asked.target.as_str() {
        "/lamp" => says("The lamp was taken away."),
        asked if asked.starts_with("/cdx") => {
            let rows: Vec<(&str, &str)> = captures.iter().map(|(moment, digest, _)| (*moment, *digest)).collect();
            page(200, &[], index(&rows))
        }
        asked => match captures.iter().find(|(moment, ..)| asked.starts_with(&format!("/web/{moment}id_/"))) {
            Some((.., shows)) => shows(),
            None => page(302, &[("Location", &format!("/web/{NEARER}/http://a.test/lamp"))], ""),
        },
    });
    write(&place, &format!("http://{}", server.address));
    let report = place.check(server.address, &["--no-reports"]).json();
    let archive = &report["documents"][0]["citations"][0]["source"]["archive"];
    let day = word(&archive["captured_at"]).chars().take(10).collect();
    (word(&report["documents"][0]["quotes"][0]["verdict"]), day)
}

#[test]
fn a_capture_that_its_archive_cannot_show_leaves_the_others_of_its_bytes_to_be_read() {
    for (how, digest, nearer) in [
        ("fails", "AAAA", (|| page(503, &[], "down")) as Shows),
        ("is not there", "AAAA", || page(404, &[], "no capture")),
        ("is not there", "BBBB", || page(404, &[], "no capture")),
        ("is of no day", "AAAA", || page(200, HTML, LIT)),
        ("is of another day", "AAAA", || {
            page(200, &[HTML[0], ("Memento-Datetime", "Tue, 01 Jan 2019 00:00:01 GMT")], LIT)
        }),
    ] {
        let (verdict, day) = judged(&[(NEARER, "AAAA", nearer), (EARLIER, digest, || dated(EARLIER, LIT))]);
        assert_eq!((verdict.as_str(), day.as_str()), ("archived", "2024-05-01"), "{how} {digest}");
    }
}

/// Bytes that were read and lack the quote are read no second time, and the capture that is nearest is told of.
#[test]
fn bytes_that_were_read_are_not_read_again_in_another_capture() {
    let lacks = (NEARER, "AAAA", (|| dated(NEARER, PAINTED)) as Shows);
    let (verdict, day) = judged(&[lacks, (EARLIER, "AAAA", || dated(EARLIER, LIT))]);
    assert_eq!((verdict.as_str(), day.as_str()), ("absent", "2024-06-10"));
    let (verdict, day) = judged(&[lacks, (EARLIER, "BBBB", || dated(EARLIER, LIT))]);
    assert_eq!((verdict.as_str(), day.as_str()), ("archived", "2024-05-01"));
}

/// Neither the one that is not shown nor the one that stands for it hides what stands behind them.
#[test]
fn other_bytes_are_read_where_those_that_are_shown_in_a_second_capture_lack_the_quote() {
    let (verdict, day) = judged(&[
        (NEARER, "AAAA", || page(503, &[], "down")),
        (EARLIER, "AAAA", || dated(EARLIER, PAINTED)),
        (OLDEST, "BBBB", || dated(OLDEST, LIT)),
    ]);
    assert_eq!((verdict.as_str(), day.as_str()), ("archived", "2024-03-01"));
}

/// What was seen was seen; what archives have of it is asked for by the next run, which finds nothing due.
#[test]
fn a_run_that_was_stopped_while_it_asked_archives_is_gone_on_from_by_one_that_has_nothing_due() {
    for name in ["TERM", "KILL"] {
        let place = Place::new("");
        let is_slow = Arc::new(AtomicBool::new(true));
        let slow = Arc::clone(&is_slow);
        let server = place.server(move |asked: &Asked| {
            let target = asked.target.as_str();
            let answer = match target {
                "/lamp" => says("The lamp was taken away."),
                "/robots.txt" => page(404, &[], ""),
                _ if target.starts_with("/cdx") => page(200, &[], index(&[(NEARER, "AAAA"), (EARLIER, "BBBB")])),
                _ if target.starts_with(&format!("/web/{NEARER}id_/")) => dated(NEARER, LIT),
                _ => page(302, &[("Location", &format!("/web/{NEARER}/http://a.test/lamp"))], ""),
            };
            let is_of_archive = target.starts_with("/web/") || target.starts_with("/cdx");
            let wait = if is_of_archive && slow.load(Ordering::SeqCst) { 15 } else { 0 };
            [vec![Do::Wait(Duration::from_secs(wait))], answer].concat()
        });
        write(&place, &format!("http://{}", server.address));
        let due = ["a.md", "--due", "--no-reports"];
        let mut child = spawned(place.checking(server.address, &due));
        until("the archive is asked", || server.targets().iter().any(|target| target.starts_with("/web/")));
        signal(&child, name);
        child.wait().unwrap();
        is_slow.store(false, Ordering::SeqCst);
        let ran = place.check(server.address, &due);
        assert!(ran.err.contains("nothing is due"), "{name}: {}", ran.err);
        assert_eq!(word(&ran.json()["documents"][0]["quotes"][0]["verdict"]), "archived", "{name}: {:#}", ran.json());
        let asked = server.targets().len();
        let again = place.check(server.address, &due);
        assert_eq!(word(&again.json()["documents"][0]["quotes"][0]["verdict"]), "archived", "{name}");
        assert_eq!(server.targets().len(), asked, "{name}: what was asked is not asked again before it is due");
    }
}
