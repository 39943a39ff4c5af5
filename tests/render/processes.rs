//! Nothing of a browser is left: after a page was read, after its time was over, after the program was stopped or killed.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::place::{Place, Ran};
use crate::stand::{SHELL, WORDS, check, checking, cite, html, nothing, place, says, script, verdict};
use crate::web::server::{Asked, Do, Server};

/// Nothing that is waited for takes as long as this.
const FOR_EVER: Duration = Duration::from_secs(30);

/// The processes that were started with a profile below this folder.
fn browsers(folder: &Path) -> usize {
    let mark = folder.to_string_lossy().into_owned();
    let started = |entry: &std::fs::DirEntry| {
        let environment = std::fs::read(entry.path().join("environ")).unwrap_or_default();
        let marked = environment.split(|byte| *byte == 0).find(|line| line.starts_with(b"CITEWATCH_PROFILE="));
        marked.is_some_and(|line| String::from_utf8_lossy(line).contains(&mark))
    };
    std::fs::read_dir("/proc").unwrap().flatten().filter(started).count()
}

/// Processes that have ended and that this process, or one below it, never waited for.
fn zombies(of: u32) -> usize {
    let stat = |entry: &std::fs::DirEntry| std::fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
    let is_one = |stat: String| {
        let behind = stat.rsplit_once(')').map(|(_, behind)| behind.to_owned()).unwrap_or_default();
        let mut words = behind.split_ascii_whitespace();
        words.next() == Some("Z") && words.next() == Some(&of.to_string())
    };
    std::fs::read_dir("/proc").unwrap().flatten().filter(|entry| is_one(stat(entry))).count()
}

fn wait_until(what: &str, is_so: impl Fn() -> bool) {
    let until = Instant::now() + FOR_EVER;
    while !is_so() {
        assert!(Instant::now() < until, "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn nothing_is_left(place: &Place) {
    let folder = place.path("tmp");
    wait_until("processes of a browser are left", || browsers(&folder) == 0);
    wait_until("the profile of a browser is left", || std::fs::read_dir(&folder).unwrap().next().is_none());
}

fn serving(place: &Place) -> Server {
    place.server(|asked: &Asked| match asked.target.as_str() {
        "/good" | "/better" => html(&SHELL.replace("SCRIPT", "good.js")),
        "/good.js" => script(&says(WORDS)),
        "/busy" => html(&SHELL.replace("SCRIPT", "busy.js")),
        "/busy.js" => script("for (;;) {}"),
        "/last" => html(&SHELL.replace("SCRIPT", "last.js")),
        "/last.js" => vec![Do::Hang],
        _ => nothing(asked),
    })
}

#[test]
fn nothing_is_left_when_pages_were_read_or_given_up() {
    let Some(place) = place("timeout = \"5s\"") else { return };
    let server = serving(&place);
    cite(&place, "a.md", "good", WORDS);
    cite(&place, "b.md", "busy", WORDS);
    let ran = check(&place, &server, &[]).expect(0, &[]);
    assert_eq!(verdict(&ran, 0), "verbatim sound");
    // At once: nobody comes later to clear up.
    assert_eq!(browsers(&place.path("tmp")), 0);
    nothing_is_left(&place);
}

#[test]
fn processes_of_a_browser_are_waited_for_while_the_run_goes_on() {
    let Some(place) = place("timeout = \"8s\"") else { return };
    let server = serving(&place);
    for (name, path) in [("a.md", "good"), ("b.md", "better"), ("c.md", "last")] {
        cite(&place, name, path, WORDS);
    }
    let child = checking(&place, &server, &[]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    wait_until("a browser is started", || server.targets().iter().any(|target| target == "/last.js"));
    wait_until("processes that ended were not waited for", || zombies(child.id()) == 0);
    Ran::of(child.wait_with_output().unwrap()).expect(0, &[]);
    nothing_is_left(&place);
}

#[test]
fn nothing_is_left_when_the_program_is_stopped_or_killed() {
    for signal in [Signal::SIGTERM, Signal::SIGKILL] {
        let Some(place) = place("timeout = \"60s\"") else { return };
        let server = serving(&place);
        cite(&place, "a.md", "busy", WORDS);
        let mut child = checking(&place, &server, &[]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let asked = || server.targets().iter().any(|target| target == "/busy.js");
        wait_until("the browser asks for a script", asked);
        assert!(browsers(&place.path("tmp")) > 2);
        kill(Pid::from_raw(i32::try_from(child.id()).unwrap()), signal).unwrap();
        child.wait().unwrap();
        nothing_is_left(&place);
    }
}
