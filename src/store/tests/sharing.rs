//! Two programs on one file neither harm nor repeat each other, and a killed run is gone on with.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::*;

fn urls(hosts: usize, pages: usize) -> Vec<String> {
    let page = |at: usize| format!("https://host-{}.example/{}", at % hosts, at / hosts);
    (0..hosts * pages).map(page).collect()
}

/// Claims and records until nothing of the run is open.
async fn work(store: Arc<Store>, run: &'static str) -> usize {
    let mut kept = 0;
    loop {
        let leases = store.claim(run, 3, run, LONG).await.expect("a claim");
        for lease in &leases {
            let records = lease.due.iter().map(|due| store.record(record(run, lease.fence, due, 1)));
            for recorded in futures_util::future::join_all(records).await {
                assert_eq!(recorded.expect("a record"), Recorded::Kept);
                kept += 1;
            }
            store.release(lease.fence).await.expect("a release");
        }
        match store.next_moment(run).await.expect("a moment") {
            NextMoment::Done => return kept,
            NextMoment::In(wait) => tokio::time::sleep(wait.min(Duration::from_millis(20))).await,
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_runs_at_once_look_at_each_source_once() {
    let folder = TempDir::new().expect("a folder");
    let urls = urls(12, 25);
    let names: Vec<&str> = urls.iter().map(String::as_str).collect();
    let (first, second) = (Arc::new(open(&folder).await), Arc::new(open(&folder).await));
    begin(&first, "one", 0, &names).await;
    begin(&second, "two", 3, &names).await;
    let (one, two) = tokio::join!(tokio::spawn(work(first.clone(), "one")), tokio::spawn(work(second, "two")));
    let (one, two) = (one.expect("no panic"), two.expect("no panic"));
    assert_eq!(one + two, urls.len());
    let seen = first.observed(&names, 9, Timestamp::MAX).await.expect("all");
    assert_eq!(seen.len(), urls.len());
    assert!(seen.values().all(|seen| seen.len() == 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_records_at_once_are_all_kept() {
    let folder = TempDir::new().expect("a folder");
    let store = Arc::new(open(&folder).await);
    let urls = urls(1, 1000);
    let names: Vec<&str> = urls.iter().map(String::as_str).collect();
    begin(&store, "one", 0, &names).await;
    assert_eq!(work(store.clone(), "one").await, 1000);
    let seen = store.observed(&names, 9, Timestamp::MAX).await.expect("all");
    assert_eq!(seen.keys().collect::<BTreeSet<_>>().len(), 1000);
}

#[tokio::test]
async fn a_host_of_another_run_is_waited_for() {
    let folder = TempDir::new().expect("a folder");
    let (first, second) = (open(&folder).await, open(&folder).await);
    begin(&first, "one", 0, &["https://a.example/1"]).await;
    let lease = claim(&first, "one").await.remove(0);
    begin(&second, "two", 1, &["https://a.example/1", "https://a.example/2"]).await;
    assert!(claim(&second, "two").await.is_empty());
    assert!(matches!(second.next_moment("two").await.expect("a moment"), NextMoment::In(wait) if !wait.is_zero()));
    first.record(record("one", lease.fence, &lease.due[0], 2)).await.expect("a record");
    first.release(lease.fence).await.expect("a release");
    let due = claim(&second, "two").await.remove(0).due;
    assert_eq!(due.len(), 1, "what the other saw is not looked at again");
    assert_eq!(url(&second, &due[0]).await, "https://a.example/2");
}

#[tokio::test]
async fn a_later_run_looks_again() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    for (id, started) in [("one", 0), ("two", 10)] {
        begin(&store, id, started, &["https://a.example/1"]).await;
        assert_eq!(look_at_all(&store, id, started + 1).await, 1, "{id}");
    }
    assert_eq!(store.history("https://a.example/1", "").await.expect("a history").len(), 2);
}

#[tokio::test]
async fn a_run_goes_on_from_where_a_killed_one_ended() {
    let folder = TempDir::new().expect("a folder");
    let urls = ["https://a.example/1", "https://a.example/2", "https://b.example/1"];
    let store = open(&folder).await;
    begin(&store, "killed", 0, &urls).await;
    let lease = store.claim("killed", 1, "killed", Duration::ZERO).await.expect("a claim").remove(0);
    store.record(record("killed", lease.fence, &lease.due[0], 1)).await.expect("a record");
    drop(store);

    let store = open(&folder).await;
    let unfinished = store.unfinished_run("live", moment(-60)).await.expect("runs").expect("the killed one");
    assert_eq!(unfinished.id, "killed");
    assert!(store.unfinished_run("live", moment(1)).await.expect("runs").is_none(), "older than asked for");
    drop(store.begin_run(&run("next", 9)).await.expect("a run"));
    let sources = urls.map(|url| (enrolment(url), unfinished.started));
    store.enrol("next", sources, Duration::ZERO).await.expect("a list");
    assert_eq!(look_at_all(&store, "next", 10).await, 2);
    assert_eq!(store.next_moment("next").await.expect("a moment"), NextMoment::Done);
}

#[tokio::test]
async fn a_run_that_is_under_way_is_told_from_one_that_died() {
    let folder = TempDir::new().expect("a folder");
    let (store, other) = (open(&folder).await, open(&folder).await);
    let alive = store.begin_run(&run("one", 0)).await.expect("a run");
    assert!(other.is_alive("one") && store.is_alive("one") && !other.is_alive("two"));
    drop(alive);
    assert!(!other.is_alive("one"));
}

/// The run that the next one goes on from.
async fn gone_on_from(store: &Store) -> Option<String> {
    store.unfinished_run("live", moment(-60)).await.expect("runs").map(|run| run.id)
}

#[tokio::test]
async fn a_killed_run_is_gone_on_from_until_a_later_one_has_done_its_work() {
    let folder = TempDir::new().expect("a folder");
    let urls = ["https://a.example/1", "https://b.example/1"];
    let store = open(&folder).await;
    begin(&store, "first", 0, &urls).await;
    begin(&store, "second", 1, &urls).await;
    assert_eq!(gone_on_from(&store).await.as_deref(), Some("first"), "the second went on from the first");
    begin(&store, "third", 2, &urls).await;
    look_at_all(&store, "third", 3).await;
    store.save_run("third", moment(4), &Said::default()).await.expect("kept");
    assert_eq!(gone_on_from(&store).await, None);
}

#[tokio::test]
async fn a_run_that_was_stopped_is_gone_on_from_like_a_killed_one() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    begin(&store, "stopped", 0, &["https://a.example/1", "https://b.example/1"]).await;
    let lease = store.claim("stopped", 1, "stopped", LONG).await.expect("a claim").remove(0);
    store.record(record("stopped", lease.fence, &lease.due[0], 1)).await.expect("a record");
    store.release(lease.fence).await.expect("a release");
    store.save_run("stopped", moment(2), &Said::default()).await.expect("kept");
    assert_eq!(gone_on_from(&store).await.as_deref(), Some("stopped"));
}

#[tokio::test]
async fn hosts_of_a_run_that_was_killed_are_free_after_their_pace() {
    let folder = TempDir::new().expect("a folder");
    let (first, second) = (open(&folder).await, open(&folder).await);
    let alive = first.begin_run(&run("one", 0)).await.expect("a run");
    let source = (enrolment("https://a.example/1"), moment(0));
    let sources = [source];
    first.enrol("one", sources.clone(), Duration::from_millis(40)).await.expect("a list");
    assert_eq!(first.claim("one", 1, "one", LONG).await.expect("a claim").len(), 1);

    drop(second.begin_run(&run("two", 1)).await.expect("a run"));
    second.enrol("two", sources, Duration::from_millis(40)).await.expect("a list");
    assert!(claim(&second, "two").await.is_empty(), "the first run is alive");

    // What is left of a killed process is its file, which nobody holds.
    let lock = folder.path().join("deep").join("store.db-run-one");
    drop(alive);
    std::fs::write(&lock, "").expect("a file");
    drop(second.begin_run(&run("three", 2)).await.expect("a run"));
    assert!(!lock.exists());
    let wait = second.next_moment("two").await.expect("a moment");
    assert!(matches!(wait, NextMoment::In(wait) if wait <= Duration::from_millis(40)), "{wait:?}");
    let claimed = loop {
        let claimed = claim(&second, "two").await;
        if !claimed.is_empty() {
            break claimed;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    };
    assert_eq!(claimed[0].due.len(), 1);
}
