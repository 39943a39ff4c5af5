//! What a run holds in memory while many hosts pour.

use std::process::Stdio;
use std::time::Duration;

use crate::place::{HTML, Place, QUICK};
use crate::web::server::{Asked, Do, head};

/// Hosts that pour at once; all that they send is some twenty megabytes for each.
const HOSTS: usize = 24;

/// Bodies and reading them, by docs/pages.md; in KiB.
const MOST: u64 = 512 * 1024;

/// Pages that never end, of one long text or of nothing but elements.
fn pour(asked: &Asked) -> Vec<Do> {
    let is_text = asked.header("host").is_some_and(|host| host.starts_with("text"));
    let (headers, words) =
        if is_text { (&[("Content-Type", "text/plain")][..], "many words ") } else { (HTML, "<p>a") };
    vec![Do::Send(head(200, headers, None)), Do::Pour(words.repeat(4096).into_bytes())]
}

#[test]
#[cfg(target_os = "linux")]
fn many_hosts_that_pour_share_one_budget_of_memory() {
    let place = Place::new(QUICK);
    let server = place.server(pour);
    let host = |nth| if nth % 4 == 0 { format!("http://tags{nth}.test/") } else { format!("http://text{nth}.test/") };
    place.cite("a.md", &(0..HOSTS).map(host).collect::<Vec<_>>());
    let mut child = place.checking(server.address, &["--no-reports", "a.md"]).stdout(Stdio::null()).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak: u64 = 0;
    while child.try_wait().unwrap().is_none() {
        let told = std::fs::read_to_string(&status).unwrap_or_default();
        let held = told.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
        peak = held.unwrap_or(peak);
        std::thread::sleep(Duration::from_millis(10));
    }
    assert!((20 * 1024..MOST).contains(&peak), "{} MiB", peak / 1024);
}
