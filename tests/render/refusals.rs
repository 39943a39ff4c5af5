//! What is refused before a page is shown, and said so that a person knows what to do.

use crate::place::{Place, QUICK};
use crate::stand::{SHELL, WORDS, check, chromium, cite, html, nix_root, nothing, script};
use crate::web::server::Asked;

fn refused(render: &str, words: &[&str]) {
    let place = Place::new(&format!("{QUICK}[render]\n{render}\n"));
    std::fs::create_dir(place.path("tmp")).unwrap();
    let server = place.server(|asked: &Asked| match asked.target.as_str() {
        "/app" => html(&SHELL.replace("SCRIPT", "app.js")),
        "/app.js" => script(""),
        _ => nothing(asked),
    });
    cite(&place, "a.md", "app", WORDS);
    let ran = check(&place, &server, &[]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    for word in words {
        assert!(ran.err.contains(word), "{word}: {}", ran.err);
    }
}

#[test]
fn a_browser_that_is_not_there_is_named() {
    refused("browser = \"/nowhere/chromium\"", &["/nowhere/chromium", "[render] browser"]);
}

#[test]
fn a_program_that_is_no_browser_is_named_with_its_last_words() {
    let place = Place::new("");
    place.write("browser", "#!/bin/sh\necho 'no display' >&2\nexit 1\n");
    std::process::Command::new("chmod").arg("+x").arg(place.path("browser")).status().unwrap();
    let (browser, sandbox) = (place.path("browser"), crate::stand::sandbox());
    let browser = browser.display();
    refused(&format!("browser = \"{browser}\"\nsandbox = {sandbox:?}"), &["ended at once", "no display"]);
}

#[test]
fn a_browser_without_a_sandbox_is_not_started_unless_that_is_asked_for() {
    let Some(browser) = chromium().filter(|_| nix_root()) else { return };
    refused(&format!("browser = \"{}\"", browser.display()), &["no sandbox for root", "sandbox = \"off\""]);
}

#[test]
fn what_the_table_cannot_hold_is_named() {
    for (lines, words) in [
        ("when = \"script-only\"", &["`render.browser` is missing"][..]),
        ("browser = \"\"", &["render.browser", "must name the program"]),
        ("browser = \"x\"\ntimeout = \"2s\"", &["render.timeout", "5s"]),
        ("browser = \"x\"\nsandbox = false", &["render.sandbox"]),
        ("browser = \"x\"\nwhen = \"always\"", &["render.when"]),
    ] {
        refused(lines, words);
    }
}
