//! What the program does not do, and how it says so: it waits for no pipe, writes over nothing that it reads, and
//! a reader of its messages that has gone away stops nothing.

use std::process::{Command, Stdio};

use crate::place::{Place, QUICK, Ran, listing, says};

const URL: &str = "http://lamp.test/";

fn pipe(place: &Place, name: &str) {
    assert!(Command::new("mkfifo").arg(place.path(name)).status().unwrap().success());
}

#[test]
#[cfg(unix)]
fn a_pipe_or_a_device_is_refused_and_not_waited_for() {
    let place = Place::new(QUICK);
    place.cite("a.md", &[URL]);
    for name in ["pipe.md", "pipe.toml", "pipe.warc"] {
        pipe(&place, name);
    }
    place.run(&["check", "pipe.md", "--offline"]).expect(2, &["pipe.md: it is not a file", "standard input"]);
    place.run(&["extract", "/dev/null", "--input-format", "plain"]).expect(2, &["/dev/null: it is not a file"]);
    place.run(&["check", "a.md", "--offline", "--config", "pipe.toml"]).expect(2, &["pipe.toml: it is not a file"]);
    place.run(&["check", "a.md", "--replay", "pipe.warc"]).expect(2, &["pipe.warc"]);
    place.run(&["verify", "pipe.md", "words"]).expect(2, &["pipe.md: it is not a file"]);
    pipe(&place, "refs.bib");
    place.write("keys.qmd", "He said “some words here now” [@doe20].\n\nSee <http://lamp.test/>.\n");
    place.run(&["extract", "keys.qmd"]).expect(0, &[]);
}

#[test]
fn output_is_never_written_over_a_document() {
    let place = Place::new(&format!("{QUICK}[watch]\ndocuments = [\"*.md\"]\n"));
    place.cite("a.md", &[URL]);
    let before = place.read("a.md");
    for command in ["check", "extract"] {
        for arguments in [&["a.md", "--output", "./a.md"][..], &["--output", "a.md"]] {
            let ran = place.run(&[&[command], arguments].concat());
            ran.expect(2, &["a.md: it is read here"]);
        }
    }
    assert_eq!(place.read("a.md"), before);
    assert_eq!(listing(&place.path("reports")), [""; 0]);
    place.run(&["extract", "a.md", "--output", "b.json", "--format", "json"]).expect(0, &[]);
}

#[test]
fn what_cannot_be_an_address_or_a_code_is_told_with_an_example() {
    let place = Place::new(QUICK);
    place.cite("a.md", &[URL]);
    let ran =
        place.run(&["check", "a.md", "--proxy", "me:word@foo:80"]).expect(2, &["***@foo:80", "expected an HTTP proxy"]);
    assert!(!ran.err.contains("word"), "{}", ran.err);
    for proxy in ["foo", "foo:80", "socks5://127.0.0.1:1080"] {
        place.run(&["check", "a.md", "--proxy", proxy]).expect(2, &["expected an HTTP proxy such as http://"]);
    }
    for url in ["foo", "lamp.test/x", "ftp://lamp.test/x"] {
        place.run(&["history", url]).expect(2, &["expected an address such as https://"]);
    }
    place.run(&["explain", "nope"]).expect(2, &["`citewatch explain` lists them"]);
}

#[test]
fn a_configuration_that_is_no_text_is_told_with_its_line() {
    let place = Place::new(QUICK);
    place.cite("a.md", &[URL]);
    place.write("bad.toml", b"[policy]\nmin_quote_words = 3\n# \xff\n");
    place.run(&["check", "a.md", "--config", "bad.toml"]).expect(2, &["bad.toml:3: not UTF-8"]);
}

#[test]
fn a_policy_of_none_fails_nothing() {
    for list in ["[\"none\"]", "[]"] {
        let place = Place::new(&format!("{QUICK}[policy]\nfail_on = {list}\n"));
        place.write("a.md", "It was “lit at dusk by the keeper himself” ([lamp](http://lamp.test/)).\n");
        let server =
            place.server(|_| says("The wall of the keeper was painted green in May, as every reader of it can see."));
        place.check(server.address, &["a.md"]).expect(0, &[]);
        place.check(server.address, &["a.md", "--fail-on", "broken"]).expect(1, &[]);
    }
    let place = Place::new(&format!("{QUICK}[policy]\nfail_on = [\"none\", \"broken\"]\n"));
    place.run(&["check", "--allow-empty"]).expect(2, &["sources.toml", "`none`"]);
}

#[test]
fn a_source_that_is_known_to_be_gone_and_is_there_is_told_of() {
    let place = Place::new(&format!("{QUICK}[[source]]\nurl = \"{URL}**\"\nexpect = \"gone\"\n"));
    place.cite("a.md", &[URL]);
    let server = place.server(|_| says("It is lit."));
    let report = place.check(server.address, &["a.md"]).expect(0, &[]).json();
    let findings = &report["documents"][0]["citations"][0]["findings"];
    assert_eq!((&findings[0]["code"], &findings[0]["level"]), (&"source-back".into(), &"note".into()), "{findings}");
}

#[test]
fn a_reader_of_the_logs_that_has_gone_away_stops_nothing() {
    let place = Place::new(QUICK);
    place.cite("a.md", &[URL]);
    let server = place.server(|_| says("It is lit."));
    let mut command = place.checking(server.address, &["a.md"]);
    command.env("CITEWATCH_LOG", "trace").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop(child.stderr.take());
    let ran = Ran::of(child.wait_with_output().unwrap()).expect(0, &[]);
    assert_eq!(ran.json()["summary"]["sound"], 1);
}

#[test]
fn a_source_that_is_known_to_be_gone_asks_for_nothing() {
    let place = Place::new(&format!("{QUICK}[[source]]\nurl = \"{URL}**\"\nexpect = \"gone\"\n"));
    place.cite("a.md", &[URL]);
    let server = place.server(|_| crate::web::server::page(404, crate::place::HTML, "no such page"));
    place.check(server.address, &["a.md"]).expect(0, &[]);
    let report = place.read("reports/a.md.md");
    assert!(report.contains("**To do:** Nothing: it is known to be gone."), "{report}");
}

#[test]
fn a_browser_is_refused_by_a_program_that_cannot_drive_one() {
    let place = Place::new("[render]\nbrowser = \"bin/chromium\"\n");
    place.cite("a.md", &[URL]);
    place.run(&["check", "a.md", "--offline"]).expect(2, &["sources.toml:1:1", "--features render"]);
}
