//! A store as large as one gets over years, for whoever measures what reads it: with `CITEWATCH_LARGE_STORE=FOLDER` the folder gets
//! `store.db` of 100,000 sources and a million looks, and `notes.md` that cites them all. Without it a small one is made and read.

use std::collections::HashMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use futures_util::{StreamExt, stream};

use super::*;
use crate::page::Signs;

/// How much of it there is.
#[derive(Debug, Clone, Copy)]
struct Size {
    sources: usize,
    runs: i64,
}

const SMALL: Size = Size { sources: 60, runs: 3 };
const LARGE: Size = Size { sources: 100_000, runs: 10 };
/// As many as can be claimed at once.
const HOSTS: usize = 100;
/// Looks that are kept side by side.
const AT_ONCE: usize = 512;
const A_WEEK: i64 = 7 * 24 * 60 * 60;
/// Bytes of a short page that are kept with a look.
const OPENING: usize = 1_200;

fn addresses(sources: usize) -> Vec<String> {
    (0..sources).map(|at| format!("https://h{0}.harbour{0}.example/report/{at}", at % HOSTS)).collect()
}

/// A look with as much of its page as looks have.
fn look(url: &str, at: i64) -> Observation {
    let mut look = observation(url, at, 200);
    let mut opening = format!("Report of {url}\n");
    while opening.len() < OPENING {
        opening.push_str("The eastern breakwater was rebuilt by forty masons in nineteen seasons.\n");
    }
    let signs =
        Signs { title: Some(format!("Report of {url}")), visible: 3_600, said: 3_600, opening, ..Signs::default() };
    look.answer_mut().expect("an answer").signs = Some(Box::new(signs));
    look
}

async fn fill(store: &Store, size: Size) {
    let addresses = addresses(size.sources);
    let urls: Vec<&str> = addresses.iter().map(String::as_str).collect();
    for number in 0..size.runs {
        let (run, started) = (format!("run-{number}"), number * A_WEEK);
        let sources = begin(store, &run, started, &urls).await;
        let of: HashMap<SourceId, &str> = sources.into_iter().zip(urls.iter().copied()).collect();
        for lease in claim(store, &run).await {
            let records = lease.due.iter().map(|due| {
                let observation = look(of[&due.source], started + 60);
                store.record(Record { observation, ..record(&run, lease.fence, due, started) })
            });
            let kept = stream::iter(records).buffer_unordered(AT_ONCE);
            let kept: Vec<_> = kept.collect().await;
            assert!(kept.into_iter().all(|kept| kept.expect("a record") == Recorded::Kept));
            store.release(lease.fence).await.expect("a release");
        }
        store.save_run(&run, moment(started + 120), &Said::default()).await.expect("kept");
    }
}

fn notes(sources: usize) -> String {
    let mut notes = "# Notes\n\n".to_owned();
    for (at, url) in addresses(sources).iter().enumerate() {
        let citation = format!("[^{at}]: Harbour board. “Report {at}.” Accessed 2023-11-14. <{url}>");
        let quote = "The board said that “the eastern breakwater was rebuilt by forty masons”.";
        writeln!(notes, "{quote}[^{at}]\n\n{citation}\n").expect("a text takes everything");
    }
    notes
}

async fn make(folder: &Path, size: Size) -> Store {
    let file = config::Store::Sqlite(folder.join("store.db"));
    let store = Store::open(&file).await.expect("a store");
    fill(&store, size).await;
    std::fs::write(folder.join("notes.md"), notes(size.sources)).expect("a document");
    store
}

#[tokio::test(flavor = "multi_thread")]
async fn a_large_store_holds_each_look_at_each_source() {
    let asked_for = std::env::var_os("CITEWATCH_LARGE_STORE").map(PathBuf::from);
    let folder = TempDir::new().expect("a folder");
    let (folder, size) = asked_for.as_deref().map_or((folder.path(), SMALL), |folder| (folder, LARGE));
    let store = make(folder, size).await;
    let (looks,): (i64,) =
        sqlx::query_as("SELECT count(*) FROM observation").fetch_one(&store.read).await.expect("a count");
    assert_eq!(usize::try_from(looks).ok(), size.runs.try_into().ok().map(|runs: usize| runs * size.sources));
    let one = "https://h7.harbour7.example/report/7";
    assert_eq!(i64::try_from(store.history(one, "").await.expect("a history").len()).ok(), Some(size.runs));
    store.forget_run("run-0").await.expect("asked");
    let runs = usize::try_from(size.runs).expect("a number of runs");
    assert_eq!(store.last_runs(runs + 1).await.expect("runs").len(), runs, "a run that looked stays");
    store.close().await;
}
