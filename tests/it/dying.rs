//! A process that is killed at any moment, again and again: nothing finished is lost, nothing is recorded twice, no report
//! is half-written, and the servers are asked no faster than they may be.

use std::collections::BTreeMap;
use std::process::Child;
use std::time::{Duration, Instant};

use sqlx::{Connection, SqliteConnection};

use crate::place::{Place, listing, says, spawned};
use crate::web::server::Asked;

/// Kills of a usual run; `CITEWATCH_KILLS` names another number.
const KILLS: usize = 200;

const HOSTS: usize = 24;
const PAGES: usize = 6;

/// Between two requests to a host.
const DELAY: Duration = Duration::from_millis(50);

/// A request is seen by the server so much later than it was sent, on a machine with other work, than the one before it.
const LATE: Duration = Duration::from_millis(20);

#[test]
fn a_process_that_is_killed_at_any_moment_loses_nothing_and_repeats_nothing() {
    let kills = std::env::var("CITEWATCH_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
    let place = Place::new(
        "[fetch]\ntimeout = \"4s\"\nper_host = { requests_per_second = 20, concurrency = 2 }\n\
         [archive]\nlookup = []\n",
    );
    let server = place.server(|_: &Asked| says("a page that stands"));
    let urls: Vec<String> = (0..HOSTS * PAGES).map(|at| format!("http://h{}.test/{at}", at % HOSTS)).collect();
    place.cite("a.md", &urls);
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut killed = 0;
    while killed < kills {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        let lives_for = Duration::from_millis(5 + seed % 400);
        match run_for(spawned(place.checking(server.address, &["a.md"])), lives_for) {
            Some(code) => assert_eq!(code, 0),
            None => killed += 1,
        }
        whole_reports(&place);
    }
    place.check(server.address, &["a.md"]).expect(0, &[]);
    // A run goes on from those that were killed before it, and the one after it begins anew.
    let (looks, finished) = recorded(&place);
    assert_eq!(looks, urls.len() * finished, "each source once for each of {finished} runs that came to their end");
    let rest: Vec<String> =
        listing(&place.path(".citewatch")).into_iter().filter(|name| name.contains("-run-")).collect();
    assert!(rest.is_empty(), "{rest:?}");
    polite(server.asked());
}

/// Lets a process run for so long and kills it then; its exit code, if it has ended before.
fn run_for(mut child: Child, time: Duration) -> Option<i32> {
    let began = Instant::now();
    while began.elapsed() < time {
        if let Some(status) = child.try_wait().unwrap() {
            return status.code();
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    None
}

/// Every report file is complete: its last line is there.
fn whole_reports(place: &Place) {
    // A file under another name was being written; it is swept away when it is old.
    for name in listing(&place.path("reports")).into_iter().filter(|name| !name.starts_with(".citewatch-")) {
        let text = place.read(&format!("reports/{name}"));
        assert!(name == "index.md" || name == "a.md.md", "{name}");
        assert!(text.starts_with("# ") && text.ends_with('\n'), "{name}: {text}");
    }
}

/// Observations, and runs that came to their end.
fn recorded(place: &Place) -> (usize, usize) {
    let url = format!("sqlite:{}", place.path(".citewatch/store.db").display());
    let (looks, finished): (i64, i64) = place.start(async {
        let mut store = SqliteConnection::connect(&url).await.unwrap();
        let counts =
            "SELECT (SELECT count(*) FROM observation), (SELECT count(*) FROM run WHERE finished_at IS NOT NULL)";
        sqlx::query_as(counts).fetch_one(&mut store).await.unwrap()
    });
    (usize::try_from(looks).unwrap(), usize::try_from(finished).unwrap())
}

/// No two requests of a host came faster than its pace, whichever processes sent them.
fn polite(asked: Vec<Asked>) {
    let mut by_host: BTreeMap<String, Vec<Duration>> = BTreeMap::new();
    for asked in asked {
        by_host.entry(asked.header("host").unwrap_or_default().to_owned()).or_default().push(asked.at);
    }
    let (mut fast, mut all) = (0, 0);
    for moments in by_host.values_mut() {
        moments.sort_unstable();
        fast += moments.windows(2).filter(|pair| pair[1] + LATE < pair[0] + DELAY).count();
        all += moments.len();
    }
    // A request that a busy machine held up is followed too soon by the next; a process that forgot what the one before it did
    // would show at each of the kills.
    assert!(fast * 15 <= all, "{fast} of {all} requests came too soon");
}
