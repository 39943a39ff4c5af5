//! The example in `docs/example`: the recorded web is that of `made_up`, the report is what citewatch says of it.
//!
//! `CITEWATCH_BLESS=1 cargo test --test it example` writes both again.

use std::fs;
use std::path::{Path, PathBuf};

use crate::made_up::{ARCHIVE, CAPTURES, PAGES, SEEN, asked_for, http_date};
use crate::program::{citewatch, root};
use crate::warc::{Exchange, Warc};

fn folder() -> PathBuf {
    root().join("docs/example")
}

fn check_or_bless(path: &Path, made: &[u8]) {
    if std::env::var_os("CITEWATCH_BLESS").is_some() {
        fs::write(path, made).expect("the project can be written to");
    }
    let kept = fs::read(path).unwrap_or_default();
    assert!(
        kept == made,
        "{} is not what its test makes; CITEWATCH_BLESS=1 cargo test --test it example writes it again",
        path.display()
    );
}

/// What the archive's `TimeGate` says of a page, and the capture behind it.
fn archived(warc: &mut Warc, url: &str) {
    let gate = format!("{ARCHIVE}{url}");
    let asked = Some(asked_for(url));
    let Some(capture) = CAPTURES.iter().find(|capture| capture.url == url) else {
        let body = b"No capture of that page.";
        warc.add(&Exchange { url: &gate, date: SEEN, accept_datetime: asked, status: 404, headers: &[], body });
        return;
    };
    let location = format!("{ARCHIVE}{}/{url}", capture.timestamp);
    let headers = [("Vary", "accept-datetime"), ("Location", location.as_str())];
    warc.add(&Exchange { url: &gate, date: SEEN, accept_datetime: asked, status: 302, headers: &headers, body: b"" });
    let raw = format!("{ARCHIVE}{}id_/{url}", capture.timestamp);
    let headers = [("Content-Type", "text/html; charset=utf-8"), ("Memento-Datetime", http_date(capture.timestamp))];
    let body = capture.body.as_bytes();
    warc.add(&Exchange { url: &raw, date: SEEN, accept_datetime: None, status: 200, headers: &headers, body });
}

#[test]
fn the_recorded_web_is_the_made_up_web() {
    let mut warc = Warc::default();
    for page in PAGES {
        let body = page.body.as_bytes();
        let headers = page.headers;
        warc.add(&Exchange { url: page.url, date: SEEN, accept_datetime: None, status: page.status, headers, body });
    }
    for page in PAGES.iter().filter(|page| !page.url.contains("/people/")) {
        archived(&mut warc, page.url);
    }
    check_or_bless(&folder().join("web.warc"), &warc.into_bytes());
}

#[test]
fn the_example_report_is_what_citewatch_says_of_the_example() {
    let reports = tempfile::tempdir().expect("a temporary folder");
    let run = citewatch()
        .args(["check", "--config", "docs/example/sources.toml", "--replay", "docs/example/web.warc"])
        .arg("--reports")
        .arg(reports.path())
        .current_dir(root())
        .output()
        .expect("the program runs");
    assert_eq!(run.status.code(), Some(1), "{}", String::from_utf8_lossy(&run.stderr));
    let written = fs::read(reports.path().join("tidewater-seed-library.txt.md")).expect("the report");
    check_or_bless(&folder().join("report.md"), &written);
}
