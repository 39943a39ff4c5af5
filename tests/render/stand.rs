//! A place with a browser, and documents that cite pages of `a.test`.

use std::ops::Deref;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::Value;

use crate::place::{Place, QUICK, Ran, word};
use crate::program::left_out;
use crate::web::server::{Asked, Do, Server, page};

pub const WORDS: &str = "the ferry ran on every night of that winter";

/// A page that says nothing before its script has run.
pub const SHELL: &str = "<!DOCTYPE html><title>Harbour</title><div id=root></div><script src=/SCRIPT></script>";

/// The browser of this machine; none where there is none, which is then said.
pub fn chromium() -> Option<PathBuf> {
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let found = names.iter().find_map(|name| folders.iter().map(|at| at.join(name)).find(|program| program.is_file()));
    if found.is_none() {
        left_out("no chromium here: no page is shown in a browser");
    }
    found
}

/// Whether Chromium has a sandbox for whoever runs the tests.
pub fn sandbox() -> &'static str {
    if nix_root() { "off" } else { "required" }
}

pub fn nix_root() -> bool {
    std::fs::read_to_string("/proc/self/status").is_ok_and(|status| status.contains("\nUid:\t0\t"))
}

/// Browsers of two tests at once would wait for each other's processors.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// A place with a browser, which no other test uses meanwhile.
pub struct Stand {
    place: Place,
    _alone: MutexGuard<'static, ()>,
}

impl Deref for Stand {
    type Target = Place;

    fn deref(&self) -> &Place {
        &self.place
    }
}

/// A place whose configuration names the browser, with these lines in `[render]`; none where there is no browser.
pub fn place(lines: &str) -> Option<Stand> {
    let browser = chromium()?;
    let (browser, sandbox) = (browser.display(), sandbox());
    let config = format!("{QUICK}[render]\nbrowser = \"{browser}\"\nsandbox = {sandbox:?}\n{lines}\n");
    let place = Place::new(&config);
    std::fs::create_dir(place.path("tmp")).unwrap();
    Some(Stand { place, _alone: ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner) })
}

/// A document that cites `http://a.test/PATH` for these words.
pub fn cite(place: &Place, name: &str, path: &str, words: &str) {
    place.write(name, format!("It said that “{words}” ([page](http://a.test/{path})).\n"));
}

/// A check that may reach this machine at one address only.
pub fn check(place: &Place, server: &Server, more: &[&str]) -> Ran {
    Ran::of(checking(place, server, more).output().unwrap())
}

pub fn checking(place: &Place, server: &Server, more: &[&str]) -> std::process::Command {
    let mut command = place.command(&["check", "--format", "json", "--allow-private", "127.0.0.1/32"]);
    command.args(["--connect-to", &format!("*:80:{}", server.address)]).args(more);
    // Profiles of browsers go below it, and name the place in what they are started with.
    command.env("TMPDIR", place.path("tmp"));
    command
}

pub fn html(body: &str) -> Vec<Do> {
    page(200, &[("Content-Type", "text/html; charset=utf-8")], body)
}

pub fn script(body: &str) -> Vec<Do> {
    page(200, &[("Content-Type", "text/javascript")], body)
}

/// A script that puts words on the page; they stand backwards in it, so that nobody finds them in the script.
pub fn says(words: &str) -> String {
    let backwards: String = words.chars().rev().collect();
    format!(
        "const p = document.createElement('p'); p.textContent = [...{backwards:?}].reverse().join(''); \
         document.body.append(p);"
    )
}

pub fn nothing(_: &Asked) -> Vec<Do> {
    page(404, &[("Content-Type", "text/html")], "nothing")
}

pub fn quote(ran: &Ran, document: usize) -> Value {
    ran.json()["documents"][document]["quotes"][0].clone()
}

pub fn verdict(ran: &Ran, document: usize) -> String {
    let quote = quote(ran, document);
    format!("{} {}", word(&quote["verdict"]), word(&quote["standing"]))
}

/// The codes that are told of the citation of a document.
pub fn codes(ran: &Ran, document: usize) -> Vec<String> {
    let findings = ran.json()["documents"][document]["citations"][0]["findings"].clone();
    findings.as_array().unwrap().iter().map(|finding| word(&finding["code"])).collect()
}
