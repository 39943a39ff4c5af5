//! The store on real files, in temporary folders.

mod large;
mod opening;
mod reading;
mod saving;
mod sharing;
mod slots;

use std::time::Duration;

use jiff::Timestamp;
use tempfile::TempDir;

use super::frontier::SourceId;
use super::*;
use crate::config;
use crate::observation::{Answer, Observation, Outcome};

const LONG: Duration = Duration::from_mins(10);

fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + seconds).expect("a time of this century")
}

fn file(folder: &TempDir) -> config::Store {
    config::Store::Sqlite(folder.path().join("deep").join("store.db"))
}

async fn open(folder: &TempDir) -> Store {
    Store::open(&file(folder)).await.expect("a store")
}

fn run(id: &str, started: i64) -> Run {
    Run {
        id: id.to_owned(),
        started: moment(started),
        finished: None,
        mode: "live".to_owned(),
        version: "1".to_owned(),
    }
}

fn enrolment(url: &str) -> Enrolment {
    let host = url.split('/').nth(2).expect("a host").to_owned();
    Enrolment { url: url.to_owned(), same_page_key: url.replace("https", "http").to_lowercase(), host }
}

/// Begins a run and puts sources on its list, due at its start.
async fn begin(store: &Store, id: &str, started: i64, urls: &[&str]) -> Vec<SourceId> {
    drop(store.begin_run(&run(id, started)).await.expect("a new run"));
    let sources: Vec<(Enrolment, Timestamp)> = urls.iter().map(|url| (enrolment(url), moment(started))).collect();
    store.enrol(id, sources, Duration::ZERO).await.expect("a list")
}

async fn claim(store: &Store, run: &str) -> Vec<Lease> {
    store.claim(run, 100, "tester", LONG).await.expect("a claim")
}

fn observation(url: &str, at: i64, status: u16) -> Observation {
    let answer = Answer {
        content_type: Some("text/html".to_owned()),
        bytes: 3,
        sha256: "00".to_owned(),
        ..Answer::sample(url, status)
    };
    Observation {
        url: url.to_owned(),
        observed_at: moment(at),
        hops: Vec::new(),
        retried: Vec::new(),
        outcome: Outcome::Answered(answer),
        elapsed_ms: 5,
        cut_off: false,
        replayed: false,
    }
}

async fn url(store: &Store, due: &DueSource) -> String {
    store.sources(&[due.source], 0, 0).await.expect("sources").remove(&due.source).expect("it is known").url
}

fn record(run: &str, fence: Fence, due: &DueSource, at: i64) -> Record {
    Record {
        run: run.to_owned(),
        source: due.source,
        slot: Slot::Leased { fence, due_at: due.due_at },
        observation: observation("https://a.example/1", at, 200),
        text: None,
        reading: NewReading::Stays,
        then: Then::Settled,
        held: None,
    }
}

/// Looks at everything of a run that can be claimed now; how many looks were kept.
async fn look_at_all(store: &Store, run: &str, at: i64) -> usize {
    let mut kept = 0;
    for lease in claim(store, run).await {
        for due in &lease.due {
            let observation = observation(&url(store, due).await, at, 200);
            let record = Record { observation, ..record(run, lease.fence, due, at) };
            let recorded = store.record(record).await.expect("a record");
            kept += usize::from(recorded == Recorded::Kept);
        }
        store.release(lease.fence).await.expect("a release");
    }
    kept
}
