//! A slot is recorded once, and only by the one who holds the host.

use super::*;
use crate::clock;
use crate::store::frontier::Elsewhere;

const A: &str = "https://a.example/1";
const A2: &str = "https://a.example/2";
const B: &str = "https://b.example/1";

#[tokio::test]
async fn everything_enrolled_is_due_once_in_lanes_and_in_order() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    begin(&store, "one", 0, &[A2, B, A]).await;
    let leases = claim(&store, "one").await;
    let mut lanes = Vec::new();
    for lease in &leases {
        for due in &lease.due {
            lanes.push((lease.host.as_str(), url(&store, due).await));
        }
    }
    assert_eq!(lanes, [("a.example", A2.to_owned()), ("a.example", A.to_owned()), ("b.example", B.to_owned())]);
    assert!(claim(&store, "one").await.is_empty(), "a leased host is not leased again");
}

#[tokio::test]
async fn a_slot_is_recorded_once() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    begin(&store, "one", 0, &[A]).await;
    let lease = claim(&store, "one").await.remove(0);
    let due = &lease.due[0];
    assert_eq!(store.record(record("one", lease.fence, due, 1)).await.expect("a record"), Recorded::Kept);
    assert_eq!(store.record(record("one", lease.fence, due, 2)).await.expect("a record"), Recorded::AlreadyThere);
    let seen = store.history(A, "").await.expect("a history");
    assert_eq!(seen.iter().map(|look| look.observed_at).collect::<Vec<_>>(), [moment(1)]);
}

#[tokio::test]
async fn a_late_writer_is_rejected_by_the_fence() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    begin(&store, "one", 0, &[A]).await;
    let late = store.claim("one", 1, "slow", Duration::ZERO).await.expect("a claim").remove(0);
    let next = claim(&store, "one").await.remove(0);
    assert_eq!(late.due, next.due, "an ended lease frees the host");
    let recorded = store.record(record("one", late.fence, &late.due[0], 1)).await;
    assert_eq!(recorded.expect("a record"), Recorded::LeaseLost);
    assert!(!store.touch(late.fence).await.expect("a touch"));
    store.release(late.fence).await.expect("no harm");
    assert!(store.touch(next.fence).await.expect("a touch"), "the release of the late one changed nothing");
    let recorded = store.record(record("one", next.fence, &next.due[0], 2)).await;
    assert_eq!(recorded.expect("a record"), Recorded::Kept);
    assert_eq!(store.history(A, "").await.expect("a history").len(), 1);
}

#[tokio::test]
async fn nothing_is_recorded_after_a_release() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    begin(&store, "one", 0, &[A]).await;
    let lease = claim(&store, "one").await.remove(0);
    store.release(lease.fence).await.expect("a release");
    let recorded = store.record(record("one", lease.fence, &lease.due[0], 1)).await;
    assert_eq!(recorded.expect("a record"), Recorded::LeaseLost);
}

#[tokio::test]
async fn a_second_look_within_the_run_is_a_slot_of_its_own() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    begin(&store, "one", 0, &[A]).await;
    let lease = claim(&store, "one").await.remove(0);
    let first = Record { then: Then::LookAgain(moment(1)), ..record("one", lease.fence, &lease.due[0], 1) };
    store.record(first).await.expect("a record");
    store.release(lease.fence).await.expect("a release");
    assert_eq!(store.next_moment("one").await.expect("a moment"), NextMoment::In(Duration::ZERO));
    assert_eq!(look_at_all(&store, "one", 2).await, 1);
    assert_eq!(store.next_moment("one").await.expect("a moment"), NextMoment::Done);
    assert_eq!(store.history(A, "").await.expect("a history").len(), 2);
}

#[tokio::test]
async fn a_second_look_that_waits_is_shared_by_the_run_that_comes_meanwhile() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    begin(&store, "one", 0, &[A]).await;
    let lease = claim(&store, "one").await.remove(0);
    // Not so far that only a clock that was wrong can have meant it.
    let far = clock::now() + Duration::from_mins(4);
    let first = Record { then: Then::LookAgain(far), ..record("one", lease.fence, &lease.due[0], 1) };
    store.record(first).await.expect("a record");
    store.release(lease.fence).await.expect("a release");
    drop(store.begin_run(&run("two", 9)).await.expect("a run"));
    // It goes on from the first, whose slot is filled.
    store.enrol("two", [(enrolment(A), moment(0))], Duration::ZERO).await.expect("a list");
    assert!(claim(&store, "two").await.is_empty());
    assert!(
        matches!(store.next_moment("two").await.expect("a moment"), NextMoment::In(wait) if wait > Duration::from_mins(2))
    );
}

#[tokio::test]
async fn a_look_in_the_future_waits_for_its_moment() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    begin(&store, "one", 0, &[A]).await;
    let lease = claim(&store, "one").await.remove(0);
    // The year 2100.
    let far = Timestamp::from_second(4_102_444_800).expect("a time");
    let first = Record { then: Then::LookAgain(far), ..record("one", lease.fence, &lease.due[0], 1) };
    store.record(first).await.expect("a record");
    store.release(lease.fence).await.expect("a release");
    assert!(claim(&store, "one").await.is_empty());
    let wait = store.next_moment("one").await.expect("a moment");
    assert!(matches!(wait, NextMoment::In(wait) if wait > LONG), "{wait:?}");
}

#[tokio::test]
async fn the_pace_of_a_host_outlives_the_lease() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    drop(store.begin_run(&run("one", 0)).await.expect("a run"));
    store.enrol("one", [(enrolment(A), moment(0)), (enrolment(A2), moment(0))], LONG).await.expect("a list");
    let lease = claim(&store, "one").await.remove(0);
    store.record(record("one", lease.fence, &lease.due[0], 1)).await.expect("a record");
    store.release(lease.fence).await.expect("a release");
    assert!(claim(&store, "one").await.is_empty());
    store.know([enrolment(A2)]).await.expect("ids");
    begin(&store, "two", 1, &[B]).await;
    assert!(claim(&store, "one").await.is_empty(), "noting a source leaves the pace alone");
}

#[tokio::test]
async fn a_replay_is_kept_once_by_the_time_of_its_records() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    drop(store.begin_run(&run("one", 0)).await.expect("a run"));
    let source = store.know([enrolment(A)]).await.expect("ids").remove(0);
    let replayed = Record {
        run: "one".to_owned(),
        source,
        slot: Slot::Replayed,
        observation: observation(A, -5, 404),
        text: None,
        reading: NewReading::Stays,
        then: Then::Settled,
        held: None,
    };
    assert_eq!(store.record(replayed.clone()).await.expect("a record"), Recorded::Kept);
    assert_eq!(store.record(replayed).await.expect("a record"), Recorded::AlreadyThere);
    assert_eq!(store.next_moment("one").await.expect("a moment"), NextMoment::Done);
}

#[tokio::test]
async fn moments_of_a_clock_that_was_ahead_hold_nothing_up() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    // A run of the year 2100 has looked, and another was killed with a host in its hands.
    let ahead = 4_102_444_800 - 1_700_000_000;
    begin(&store, "ahead", ahead, &[A]).await;
    let far = [
        "UPDATE source SET settled_at = 4102444800000, wanted_at = 4102444800000, next_check_at = 4102444800000",
        "UPDATE host SET lease_owner = 'killed', lease_ms = 10, last_fetch_at = 4102444800000, ready_at = 4102444900000",
    ];
    for statement in far {
        sqlx::query(statement).execute(&store.write).await.expect("set");
    }
    assert!(store.unfinished_run("live", moment(-60)).await.expect("runs").is_none(), "nobody goes on from the future");
    begin(&store, "now", 0, &[A, A2]).await;
    assert_eq!(look_at_all(&store, "now", 1).await, 2);
    assert_eq!(store.next_moment("now").await.expect("a moment"), NextMoment::Done);
    assert!(!store.clock_was_set_back("now").await.expect("a look at the clock"));
}

#[tokio::test]
async fn a_clock_that_is_set_back_under_a_run_makes_what_is_open_due() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    begin(&store, "one", 0, &[A]).await;
    let far = "UPDATE source SET next_check_at = 4102444800000";
    sqlx::query(far).execute(&store.write).await.expect("set");
    assert!(claim(&store, "one").await.is_empty());
    assert!(store.clock_was_set_back("one").await.expect("a look at the clock"));
    assert_eq!(look_at_all(&store, "one", 1).await, 1);
}

#[tokio::test]
async fn a_run_takes_no_host_from_itself() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    begin(&store, "one", 0, &[A]).await;
    let slept = store.claim("one", 1, "tester", Duration::ZERO).await.expect("a claim").remove(0);
    assert!(claim(&store, "one").await.is_empty(), "its lease has ended, and it still looks");
    assert_eq!(store.record(record("one", slept.fence, &slept.due[0], 1)).await.expect("a record"), Recorded::Kept);
    let other = store.claim("one", 1, "other", LONG).await.expect("a claim");
    assert!(other.is_empty(), "nothing is left of it");
}

#[tokio::test]
async fn a_slot_that_a_clock_filled_which_was_ahead_is_filled_again() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    let ahead = 4_102_444_800 - 1_700_000_000;
    for wrong in ["ahead", "ahead again"] {
        begin(&store, wrong, 0, &[A]).await;
        let lease = claim(&store, wrong).await.remove(0);
        let look = Record { observation: observation(A, ahead, 404), ..record(wrong, lease.fence, &lease.due[0], 0) };
        let kept = if wrong == "ahead" { Recorded::Kept } else { Recorded::AlreadyThere };
        assert_eq!(store.record(look).await.expect("a record"), kept);
        store.release(lease.fence).await.expect("a release");
    }
    begin(&store, "now", 0, &[A]).await;
    let lease = claim(&store, "now").await.remove(0);
    let look = record("now", lease.fence, &lease.due[0], 1);
    assert_eq!(store.record(look.clone()).await.expect("a record"), Recorded::Kept);
    assert_eq!(store.record(look).await.expect("a record"), Recorded::AlreadyThere, "once is enough");
    let seen = store.observed(&[A], 9, clock::now()).await.expect("looks").remove(A).expect("it was looked at");
    assert_eq!(seen.len(), 1);
}

#[tokio::test]
async fn what_a_run_holds_itself_is_not_waited_for_elsewhere() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    begin(&store, "one", 0, &[A, B]).await;
    let elsewhere = async || store.next_elsewhere("one").await.expect("a moment");
    let free = Elsewhere { free: Some(Duration::ZERO), leased: None };
    assert_eq!(elsewhere().await, free);
    let lease = store.claim("one", 1, "one", LONG).await.expect("a claim").remove(0);
    assert_eq!(elsewhere().await, free, "the other host is free");
    let other = store.claim("one", 1, "two", LONG).await.expect("a claim").remove(0);
    let leased = elsewhere().await;
    assert!(leased.free.is_none() && leased.leased.is_some_and(|wait| wait > Duration::from_secs(1)), "{leased:?}");
    store.record(record("one", other.fence, &other.due[0], 1)).await.expect("a record");
    assert_eq!(elsewhere().await, Elsewhere { free: None, leased: None });
    store.release(lease.fence).await.expect("a release");
    assert_eq!(elsewhere().await, free);
}

#[tokio::test]
async fn a_host_that_asked_to_be_left_alone_is_left_alone_by_the_next_run_but_not_by_the_word_of_a_wrong_clock() {
    const HOUR: Duration = Duration::from_hours(1);
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    begin(&store, "one", 0, &["https://a.example/1", "https://b.example/1"]).await;
    let leases = claim(&store, "one").await;
    assert_eq!(leases.iter().map(|lease| lease.held).collect::<Vec<_>>(), [None, None]);
    for (lease, held) in leases.iter().zip([Some(HOUR), None]) {
        let look = Record { held, ..record("one", lease.fence, &lease.due[0], 1) };
        store.record(look).await.expect("a record");
        store.release(lease.fence).await.expect("a release");
    }
    let next = async |run: &str, at: i64, held: Option<Duration>| {
        begin(&store, run, at, &["https://a.example/2"]).await;
        let lease = claim(&store, run).await.remove(0);
        let look = Record { held, ..record(run, lease.fence, &lease.due[0], at) };
        store.record(look).await.expect("a record");
        store.release(lease.fence).await.expect("a release");
        lease.held.map(|held| held.as_secs().next_multiple_of(600))
    };
    assert_eq!(next("two", 10, Some(HOUR / 2)).await, Some(3600), "a shorter wish does not undo a longer one");
    assert_eq!(next("three", 20, None).await, Some(3600));
    let ahead = "UPDATE host SET held_from = held_from + 86400000, held_until = held_until + 86400000";
    sqlx::query(ahead).execute(&store.write).await.expect("set");
    assert_eq!(next("four", 30, None).await, None, "what a clock said that was ahead");
    assert_eq!(next("five", 40, Some(HOUR / 2)).await, None);
    assert_eq!(next("six", 50, None).await, Some(1800), "a later wish stands in its place");
}
