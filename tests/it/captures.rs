//! Which captures are read: others of the same bytes where an archive does not show one, and those that a run that was
//! stopped did not come to.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::place::{HTML, Place, says, signal, spawned, until, word};
use crate::web::server::{Asked, Do, page};

const NEARER: &str = "20240610000001";
const EARLIER: &str = "20240501000001";
const LIT: &str = "<html><title>Lamp</title><p>It was lit at dusk by the keeper himself.</p></html>";

/// What the index says of both, with these digests.
fn index(digests: [&str; 2]) -> String {
    let row = |(moment, digest): (&str, &str)| {
        format!(r#",["test,a)/lamp","{moment}","http://a.test/lamp","text/html","200","{digest}"]"#)
    };
    let rows: Vec<String> = [NEARER, EARLIER].into_iter().zip(digests).map(row).collect();
    format!(r#"[["urlkey","timestamp","original","mimetype","statuscode","digest"]{}]"#, rows.concat())
}

/// The verdict on a quote that the live page has lost, and the moment of the capture that is named.
fn judged(digests: [&'static str; 2], nearer: fn() -> Vec<Do>) -> (String, String) {
    let place = Place::new("");
    let server = place.server(move |asked: &Asked| match asked.target.as_str() {
        "/lamp" => says("The lamp was taken away."),
        index_asked if index_asked.starts_with("/cdx") => page(200, &[], index(digests)),
        raw if raw.starts_with(&format!("/web/{NEARER}id_/")) => nearer(),
        raw if raw.starts_with(&format!("/web/{EARLIER}id_/")) => {
            page(200, &[HTML[0], ("Memento-Datetime", "Wed, 01 May 2024 00:00:01 GMT")], LIT)
        }
        _ => page(302, &[("Location", &format!("/web/{NEARER}/http://a.test/lamp"))], ""),
    });
    let base = format!("http://{}", server.address);
    place.write(
        "sources.toml",
        format!(
            "[[archive.server]]\nname = \"ours\"\ndialect = \"wayback\"\ntimegate = \"{base}/web/\"\ncdx = \"{base}/cdx\"\n"
        ),
    );
    let note = "“Lamp.” Post. Accessed June 15, 2024. http://a.test/lamp";
    place.write("a.md", format!("It was “lit at dusk by the keeper himself”.[^1]\n\n[^1]: {note}\n"));
    let report = place.check(server.address, &["--no-reports"]).json();
    let archive = &report["documents"][0]["citations"][0]["source"]["archive"];
    (word(&report["documents"][0]["quotes"][0]["verdict"]), word(&archive["captured_at"]))
}

#[test]
fn a_capture_that_its_archive_cannot_show_leaves_the_others_of_its_bytes_to_be_read() {
    for (how, digests, nearer) in [
        ("fails", ["AAAA", "AAAA"], (|| page(503, &[], "down")) as fn() -> Vec<Do>),
        ("is not there", ["AAAA", "AAAA"], || page(404, &[], "no capture")),
        ("is not there", ["AAAA", "BBBB"], || page(404, &[], "no capture")),
        ("is of no day", ["AAAA", "AAAA"], || page(200, HTML, LIT)),
        ("is of another day", ["AAAA", "AAAA"], || {
            page(200, &[HTML[0], ("Memento-Datetime", "Tue, 01 Jan 2019 00:00:01 GMT")], LIT)
        }),
    ] {
        let (verdict, captured_at) = judged(digests, nearer);
        assert_eq!(verdict, "archived", "{how} {digests:?}");
        assert!(captured_at.starts_with("2024-05-01"), "{how} {digests:?}: {captured_at}");
    }
}

/// Bytes that were read and lack the quote are read no second time, and the capture that is nearest is told of.
#[test]
fn bytes_that_were_read_are_not_read_again_in_another_capture() {
    let without = || {
        let headers = [HTML[0], ("Memento-Datetime", "Mon, 10 Jun 2024 00:00:01 GMT")];
        page(200, &headers, "<html><title>Lamp</title><p>The lamp was painted green last year by two men.</p></html>")
    };
    let (verdict, captured_at) = judged(["AAAA", "AAAA"], without);
    assert_eq!((verdict.as_str(), &captured_at[..10]), ("absent", "2024-06-10"));
    let (verdict, captured_at) = judged(["AAAA", "BBBB"], without);
    assert_eq!((verdict.as_str(), &captured_at[..10]), ("archived", "2024-05-01"));
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
                _ if target.starts_with("/cdx") => page(200, &[], index(["AAAA", "BBBB"])),
                _ if target.starts_with(&format!("/web/{NEARER}id_/")) => {
                    page(200, &[HTML[0], ("Memento-Datetime", "Mon, 10 Jun 2024 00:00:01 GMT")], LIT)
                }
                _ => page(302, &[("Location", &format!("/web/{NEARER}/http://a.test/lamp"))], ""),
            };
            let is_of_archive = target.starts_with("/web/") || target.starts_with("/cdx");
            let wait = if is_of_archive && slow.load(Ordering::SeqCst) { 15 } else { 0 };
            [vec![Do::Wait(Duration::from_secs(wait))], answer].concat()
        });
        let base = format!("http://{}", server.address);
        place.write(
            "sources.toml",
            format!(
                "[[archive.server]]\nname = \"ours\"\ndialect = \"wayback\"\ntimegate = \"{base}/web/\"\ncdx = \"{base}/cdx\"\n"
            ),
        );
        let note = "“Lamp.” Post. Accessed June 15, 2024. http://a.test/lamp";
        place.write("a.md", format!("It was “lit at dusk by the keeper himself”.[^1]\n\n[^1]: {note}\n"));
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
