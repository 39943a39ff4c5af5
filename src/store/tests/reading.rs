//! What was kept is read back as it was.

use super::*;
use crate::observation::capture::Depth;
use crate::observation::capture::{Capture, CaptureSearch};
use crate::packed::Packet;
use crate::page::{Page, PageText as Text, TextName};

const A: &str = "https://a.example/1";

fn packed<T: serde::Serialize>(value: &T) -> Packed {
    Packed::of(value).expect("JSON")
}

fn page(words: &str) -> Page {
    let text = Text { name: TextName::Visible, text: words.to_owned() };
    Page { titles: vec!["A title".to_owned()], texts: vec![text], ..Page::default() }
}

async fn look(store: &Store, run: &str, started: i64, words: Option<&str>) {
    begin(store, run, started, &[A]).await;
    let lease = claim(store, run).await.remove(0);
    let text = words.map(|words| NewText { digest: words.to_owned(), extractor: 7, page: page(words) });
    let record = Record { text, ..record(run, lease.fence, &lease.due[0], started + 1) };
    assert_eq!(store.record(record).await.expect("a record"), Recorded::Kept);
    store.release(lease.fence).await.expect("a release");
}

#[tokio::test]
async fn the_history_is_oldest_first_and_knows_other_spellings() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    look(&store, "one", 0, None).await;
    begin(&store, "two", 10, &[A, "http://a.example/1"]).await;
    look_at_all(&store, "two", 11).await;
    let both = store.history(A, "http://a.example/1").await.expect("a history");
    let seen: Vec<(&str, Timestamp)> = both.iter().map(|look| (look.url.as_str(), look.observed_at)).collect();
    assert_eq!(seen, [(A, moment(1)), (A, moment(11)), ("http://a.example/1", moment(11))]);
    assert!(store.history("https://never.example/", "https://never.example/").await.expect("none").is_empty());
}

#[tokio::test]
async fn the_last_looks_and_the_latest_text_of_each_are_read() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    for (at, words) in (0..).zip([Some("a"), Some("b"), Some("c"), Some("d"), Some("e"), None]) {
        look(&store, &format!("run {at}"), at * 10, words).await;
    }
    let observed = store.observed(&[A, "https://never.example/"], 2, moment(59)).await.expect("what was seen");
    assert_eq!(observed.len(), 1);
    assert_eq!(observed[A].iter().map(|look| look.observed_at).collect::<Vec<_>>(), [moment(41), moment(51)]);
    let seen = store.seen(A).await.expect("what was seen").expect("a source that is known");
    assert_eq!(seen.last.observed_at, moment(51));
    assert_eq!(store.seen("https://never.example/").await.expect("nothing"), None);
    assert_eq!(seen.text, Some(PageText { digest: "e".to_owned(), extractor: 7, page: page("e") }));
    let (kept,): (i64,) =
        sqlx::query_as("SELECT count(*) FROM page_text").fetch_one(&store.read).await.expect("a count");
    assert_eq!(kept, 3, "older texts go");
}

#[tokio::test]
async fn a_text_seen_again_is_the_latest_again() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    for (at, words) in (0..).zip(["a", "b", "a"]) {
        look(&store, &format!("run {at}"), at * 10, Some(words)).await;
    }
    let text = store.text(A).await.expect("what was read");
    assert_eq!(text.as_ref().map(|text| text.digest.as_str()), Some("a"));
}

#[tokio::test]
async fn the_last_search_for_captures_is_kept_by_anchor() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    let source = store.know([enrolment(A)]).await.expect("ids").remove(0);
    let capture = Capture {
        archive: "wayback".to_owned(),
        url: "https://archive.example/1".to_owned(),
        raw_url: None,
        captured_at: moment(0),
        status: Some(200),
        digest: None,
    };
    let found = CaptureSearch::Found(vec![capture]);
    store.keep_captures(source, Some(moment(5)), moment(6), Depth::Thorough, &CaptureSearch::None).await.expect("kept");
    store.keep_captures(source, Some(moment(5)), moment(7), Depth::Nearest, &found).await.expect("kept");
    store.keep_captures(source, None, moment(8), Depth::Thorough, &CaptureSearch::Excluded).await.expect("kept");
    let near = KeptSearch { searched_at: moment(7), depth: Depth::Nearest, search: found };
    let newest = KeptSearch { searched_at: moment(8), depth: Depth::Thorough, search: CaptureSearch::Excluded };
    assert_eq!(store.captures(A, Some(moment(5))).await.expect("read"), Some(near.clone()));
    assert_eq!(store.captures(A, None).await.expect("read"), Some(newest.clone()));
    assert_eq!(store.captures_near_any_date(A).await.expect("read"), [newest, near], "the latest first");
    assert_eq!(store.captures(A, Some(moment(9))).await.expect("read"), None);
}

#[tokio::test]
async fn the_report_of_a_run_is_kept_whole_or_not_at_all() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    drop(store.begin_run(&run("one", 0)).await.expect("a run"));
    assert_eq!(store.last_runs(9).await.expect("no run"), [], "a run under way is not the last one");
    let parts: Vec<Packet> = (0..3).map(|part| Packet::of(vec![part; 9])).collect();
    let documents = ["b.md", "a.md"]
        .map(|path| StoredDocument {
            path: path.to_owned(),
            sha256: String::new(),
            report: packed(&[path]),
            parts: parts.clone(),
        })
        .to_vec();
    let snapshot = KeptSnapshot { head: packed(&7), parts: vec![Packet::of(vec![8]), Packet::of(vec![9])] };
    let said = Said { documents, snapshot: snapshot.clone() };
    store.save_run("one", moment(9), &said).await.expect("kept");
    let last = store.last_runs(9).await.expect("runs").pop().expect("the last one");
    assert_eq!(last.run, Run { finished: Some(moment(9)), ..run("one", 0) });
    assert_eq!(last.said, said);
    assert_eq!(last.said.documents[0].report.read::<[String; 1]>().expect("what was packed"), ["b.md"]);
    assert_eq!(store.snapshot(0).await.expect("a snapshot"), Some(snapshot));
    assert_eq!(store.snapshot(1).await.expect("no more runs"), None);
    assert!(store.save_run("none", moment(9), &said).await.is_err(), "no such run");
    assert_eq!(run_ids(&store).await, ["one"]);
}

#[tokio::test]
async fn reports_of_old_runs_go_and_their_observations_stay() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    for at in 0..25 {
        let id = format!("run {at:02}");
        look(&store, &id, at * 10, None).await;
        let document = StoredDocument {
            path: "a.md".to_owned(),
            sha256: format!("{at:?}"),
            report: packed(&at),
            parts: vec![Packet::of(vec![7])],
        };
        let said = Said { documents: vec![document], ..Said::default() };
        store.save_run(&id, moment(at * 10 + 5), &said).await.expect("kept");
    }
    for table in ["SELECT count(*) FROM document_report", "SELECT count(*) FROM document_part"] {
        let (kept,): (i64,) = sqlx::query_as(table).fetch_one(&store.read).await.expect("a count");
        assert_eq!(kept, 20);
    }
    assert_eq!(store.history(A, "").await.expect("a history").len(), 25);
    let last = store.last_runs(2).await.expect("runs");
    assert_eq!(last.iter().map(|run| run.run.id.as_str()).collect::<Vec<_>>(), ["run 24", "run 23"]);
}

#[tokio::test]
async fn a_run_that_saw_nothing_can_be_taken_back() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    begin(&store, "down", 0, &[A]).await;
    store.forget_run("down").await.expect("taken back");
    look(&store, "up", 5, None).await;
    store.forget_run("up").await.expect("no harm");
    assert_eq!(run_ids(&store).await, ["up"], "a run with observations stays");
}

async fn run_ids(store: &Store) -> Vec<String> {
    let rows: Vec<(String,)> =
        sqlx::query_as("SELECT id FROM run ORDER BY id").fetch_all(&store.read).await.expect("ids");
    rows.into_iter().map(|(id,)| id).collect()
}

#[tokio::test]
async fn the_reading_of_a_page_is_found_by_its_versions_while_its_text_is_the_latest() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    let source = begin(&store, "one", 0, &[A]).await.remove(0);
    let is = |json: &str| {
        NewReading::Is(Reading { digest: "first".to_owned(), extractor: 7, matcher: 1, json: json.to_owned() })
    };
    let mut at = 0;
    let mut look = async |words: Option<&str>, reading: NewReading| {
        at += 1;
        let text = words.map(|words| NewText { digest: words.to_owned(), extractor: 7, page: page(words) });
        let (slot, then) = (Slot::Replayed, Then::Settled);
        let observation = observation(A, at, 200);
        let record = Record { run: "one".to_owned(), source, slot, observation, text, reading, then, held: None };
        store.record(record).await.expect("a record");
        store.sources(&[source], 7, 1).await.expect("sources").remove(&source).expect("it is known").reading
    };
    assert_eq!(look(Some("first"), NewReading::Stays).await, None);
    assert_eq!(look(Some("first"), is("a")).await.as_deref(), Some("a"));
    assert_eq!(look(None, NewReading::Stays).await.as_deref(), Some("a"), "a look that says nothing of the page");
    assert_eq!(look(None, is("b")).await.as_deref(), Some("b"));
    assert_eq!(look(Some("other"), NewReading::Stays).await, None, "another text is the latest");
    assert_eq!(look(Some("first"), NewReading::Stays).await, None, "it went with the text");
    assert_eq!(look(Some("first"), is("b")).await.as_deref(), Some("b"));
    assert_eq!(look(Some("first"), NewReading::Stays).await.as_deref(), Some("b"), "it is of this text");
    assert_eq!(look(None, NewReading::Goes).await, None);
    assert_eq!(look(None, is("c")).await.as_deref(), Some("c"));
    for (extractor, matcher) in [(8, 1), (7, 2)] {
        let known = store.sources(&[source], extractor, matcher).await.expect("sources");
        assert_eq!(known[&source], KnownSource { url: A.to_owned(), reading: None });
    }
}

#[tokio::test]
async fn more_looks_than_one_text_takes_are_read_row_by_row() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    for at in 0..3 {
        look(&store, &format!("run {at}"), at * 10, None).await;
    }
    let never = "https://never.example/";
    let few = store.observed(&[A, never], super::super::seen::JOINED, moment(29)).await.expect("what was seen");
    let all = store.observed(&[A, never], super::super::seen::JOINED + 1, moment(29)).await.expect("what was seen");
    assert_eq!((few[A].len(), few.len()), (3, 1));
    assert_eq!(all, few);
    let before = store.observed(&[A], super::super::seen::JOINED + 1, moment(20)).await.expect("what was seen");
    assert_eq!(before[A], few[A][..2]);
}
