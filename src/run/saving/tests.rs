//! The whole of saving, against a scripted Save Page Now.

use tokio::sync::watch;

use super::*;
use crate::archive::Keys;
use crate::config::{ArchiveServer, Dialect, Store as Place};
use crate::document::Format;
use crate::intake::Input;
use crate::run::work::Texts;
use crate::text::wide::OnDisk;
use crate::web::saving::{ACCESS, Archive, SECRET, Script};

mod answers;

const NEAR: Duration = Duration::from_hours(30 * 24);

/// A document that cites these, read on these days.
fn document(cited: &[(&str, &str)]) -> Vec<ReadDocument> {
    let markers: Vec<String> = (0..cited.len()).map(|at| format!("[^{at}]")).collect();
    let note = |(at, (url, day)): (usize, &(&str, &str))| {
        let accessed = if day.is_empty() { String::new() } else { format!(" Accessed {day}.") };
        format!("[^{at}]: “Page {at}.” Post.{accessed} {url}\n")
    };
    let notes: Vec<String> = cited.iter().enumerate().map(note).collect();
    let text = format!("So it is.{}\n\n{}", markers.concat(), notes.concat());
    let input = Input {
        path: "a.md".to_owned(),
        format: Format::Markdown,
        text,
        place: None,
        laid: None,
        on_disk: OnDisk::default(),
    };
    vec![crate::run::read(input, Texts::Dropped, &Config::default_at(std::path::PathBuf::new())).expect("a document")]
}

/// A store that outlasts runs, and the archive that is asked.
struct Desk {
    archive: Archive,
    folder: tempfile::TempDir,
    stop: watch::Sender<Option<Signal>>,
    listens: Stop,
    keys: (&'static str, &'static str),
    saving: Saving,
}

impl Desk {
    async fn new(script: Script) -> Self {
        let (stop, listens) = Stop::channel();
        let saving =
            Saving { per_minute: 60_000, per_run: 100, wait: Duration::from_secs(5), poll: Duration::from_millis(5) };
        let folder = tempfile::tempdir().unwrap();
        Self { archive: Archive::start(script).await, folder, stop, listens, keys: (ACCESS, SECRET), saving }
    }

    fn server(&self) -> ArchiveServer {
        let base = self.archive.base();
        ArchiveServer {
            name: "scripted".to_owned(),
            dialect: Dialect::Wayback,
            timegate: Some(format!("{base}/web/")),
            timemap: None,
            cdx: Some(format!("{base}/cdx")),
            save: Some(format!("{base}/save")),
        }
    }

    async fn run(&self, cited: &[(&str, &str)]) -> Saved {
        self.run_with(cited, &self.server(), Run::Real).await
    }

    async fn run_with(&self, cited: &[(&str, &str)], server: &ArchiveServer, run: Run) -> Saved {
        self.run_beside(cited, std::slice::from_ref(server), run).await
    }

    /// The first of the archives is the one that saves.
    async fn run_beside(&self, cited: &[(&str, &str)], servers: &[ArchiveServer], run: Run) -> Saved {
        let server = &servers[0];
        let keys = Keys::new(self.keys.0, self.keys.1);
        let save = Save {
            fetcher: fetcher(),
            store: Store::open(&Place::Sqlite(self.folder.path().join("store.db"))).await.unwrap(),
            archives: Archives::new(servers, NEAR),
            reader: crate::reader::Reader::new(),
            saver: Saver::new(server, Some(keys)).filter(|_| run == Run::Real),
            archive: server.name.clone(),
            address: server.save.clone().unwrap_or_default(),
            near: NEAR,
            saving: self.saving.clone(),
            at_once: 4,
            allow_private: vec!["127.0.0.0/8".parse().unwrap()],
            stop: self.listens.clone(),
            recorder: Recorder::off(),
            events: super::super::event::Events::default(),
            holds: crate::run::holds::Holds::default(),
        };
        let config = Config::default_at(std::path::PathBuf::new());
        let saved = super::save(&save, &document(cited), &config).await.unwrap();
        save.store.close().await;
        saved
    }
}

/// One that may reach loopback and waits for nobody.
fn fetcher() -> Fetcher {
    let fetch = crate::config::Fetch {
        concurrency: 16,
        per_host: crate::config::PerHost { requests_per_second: 1e6, concurrency: 16 },
        timeout: Duration::from_secs(4),
        user_agent: "citewatch-test/1 (+https://citewatch.example/bot)".to_owned(),
        resolver: Some("127.0.0.1:9".parse().unwrap()),
        robots: None,
    };
    Fetcher::network(&crate::fetch::NetworkOptions {
        fetch,
        resolve: Vec::new(),
        connect_to: Vec::new(),
        proxy: None,
        ca: Vec::new(),
        allow_private: vec!["127.0.0.0/8".parse().unwrap()],
        paces: Vec::new(),
        record: false,
        robots: crate::config::RobotsPolicy::Ignore,
    })
    .unwrap()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Run {
    Real,
    Dry,
}

/// The state of each source, with its reason.
fn states(saved: &Saved) -> Vec<String> {
    let state = |source: &ArchivedSource| match &source.reason {
        Some(reason) => format!("{} {reason}", source.state.as_str()),
        None => source.state.as_str().to_owned(),
    };
    saved.told.sources.iter().map(state).collect()
}

fn message(saved: &Saved, at: usize) -> &str {
    saved.told.sources[at].message.as_deref().unwrap_or_default()
}

const A: &str = "https://a.test/page";
const B: &str = "https://b.test/page";
const C: &str = "https://c.test/page";

fn today() -> String {
    clock::now().strftime("%Y-%m-%d").to_string()
}

fn days_ago(days: i64) -> String {
    (clock::now() - SignedDuration::from_hours(24 * days)).strftime("%Y%m%d%H%M%S").to_string()
}

#[tokio::test]
async fn what_no_archive_has_is_saved_once() {
    let desk = Desk::new(Script { looks: 2, ..Script::willing() }).await;
    let today = today();
    let cited = [(A, today.as_str()), (B, "")];
    let saved = desk.run(&cited).await;
    assert_eq!(states(&saved), ["saved", "saved"], "{saved:?}");
    assert_eq!(saved.ended, None);
    for source in &saved.told.sources {
        let capture = source.capture.as_ref().unwrap();
        assert_eq!(source.replayable, Some(true));
        assert!(capture.url.starts_with(&desk.archive.base()) && capture.url.ends_with(&source.url), "{capture:?}");
    }
    let again = desk.run(&cited).await;
    assert_eq!(states(&again), ["kept", "kept"], "{again:?}");
    // All is in the store, so that nobody was asked and nobody answered.
    assert_eq!(again.ended, None);
    assert_eq!(desk.archive.asked_to_save(), [A, B]);
}

#[tokio::test]
async fn a_capture_that_is_near_enough_is_asked_for_no_more() {
    let captures = vec![(days_ago(400), A.to_owned()), (days_ago(400), B.to_owned()), (days_ago(3), C.to_owned())];
    let desk = Desk::new(Script { captures, ..Script::willing() }).await;
    let near = (clock::now() - SignedDuration::from_hours(24 * 395)).strftime("%Y-%m-%d").to_string();
    let long_ago = "2015-05-01";
    // Near the day; far from it; far from it, and of these days.
    let dry = desk.run_with(&[(A, &near), (B, &today()), (C, long_ago)], &desk.server(), Run::Dry).await;
    assert_eq!(states(&dry), ["kept", "wanted", "kept"], "{dry:?}");
    assert!(message(&dry, 2).contains("recent"), "{dry:?}");
    assert!(desk.archive.asked_to_save().is_empty());
    assert_eq!(dry.told.sources[1].wanted_at.map(day), Some(today()));
}

#[tokio::test]
async fn what_the_archive_refuses_is_not_asked_for_again_for_days() {
    let refusals = [
        (A, r#"{"status": "error", "status_ext": "error:blocked-url", "message": "x"}"#),
        (B, r#"{"status": "error", "status_ext": "error:made-up", "message": "new here"}"#),
    ];
    let refusals = refusals.into_iter().map(|(url, body)| (url.to_owned(), (200, body.to_owned()))).collect();
    let failures =
        [(C.to_owned(), r#"{"status": "error", "status_ext": "error:no-captures", "exception": "x"}"#.to_owned())];
    let desk = Desk::new(Script { refusals, failures: failures.into(), ..Script::willing() }).await;
    let cited = [(A, ""), (B, ""), (C, "")];
    let expected = ["refused blocked-url", "unknown made-up", "unknown no-captures"];
    let first = desk.run(&cited).await;
    assert_eq!(states(&first), expected, "{first:?}");
    assert!(message(&first, 1).contains("not known here: new here"), "{first:?}");
    for _ in 0..3 {
        assert_eq!(states(&desk.run(&cited).await), expected);
    }
    // What may pass is tried in three runs.
    let asked = desk.archive.asked_to_save();
    let count = |url: &str| asked.iter().filter(|asked| *asked == url).count();
    assert_eq!([count(A), count(B), count(C)], [1, 3, 3]);
    let last = desk.run(&cited).await;
    assert!(message(&last, 0).contains("it is asked again from"), "{last:?}");
}

#[tokio::test]
async fn a_job_that_outlasts_a_run_is_gone_on_with_by_the_next() {
    let mut desk = Desk::new(Script { looks: 1_000_000, ..Script::willing() }).await;
    desk.saving.wait = Duration::from_millis(30);
    let first = desk.run(&[(A, "")]).await;
    assert_eq!(states(&first), ["pending"], "{first:?}");
    let dry = desk.run_with(&[(A, "")], &desk.server(), Run::Dry).await;
    assert_eq!(states(&dry), ["pending"], "{dry:?}");
    desk.archive.script().looks = 0;
    assert_eq!(states(&desk.run(&[(A, "")]).await), ["saved"]);
    assert_eq!(desk.archive.asked_to_save(), [A]);
}

#[tokio::test]
async fn a_job_that_the_archive_has_forgotten_is_begun_again() {
    let mut desk = Desk::new(Script { looks: 1_000_000, ..Script::willing() }).await;
    desk.saving.wait = Duration::from_millis(30);
    assert_eq!(states(&desk.run(&[(A, "")]).await), ["pending"]);
    {
        let mut script = desk.archive.script();
        let (job, ..) = script.jobs.pop().unwrap();
        script.forgotten.push(job);
        script.jobs.push(("another".to_owned(), A.to_owned(), 0));
        script.looks = 0;
    }
    assert_eq!(states(&desk.run(&[(A, "")]).await), ["saved"]);
    assert_eq!(desk.archive.asked_to_save(), [A, A]);
}

#[tokio::test]
async fn a_job_that_the_archive_forgets_at_once_is_begun_once_a_run_and_in_three_runs() {
    let desk = Desk::new(Script { forgets: true, ..Script::willing() }).await;
    for run in 1..=5 {
        let saved = desk.run(&[(A, "")]).await;
        assert_eq!(states(&saved), ["unknown"], "{saved:?}");
        assert!(message(&saved, 0).contains("does not know of the job"), "{saved:?}");
        assert_eq!(desk.archive.asked_to_save().len(), run.min(3), "run {run}");
    }
}

#[tokio::test]
async fn a_fresh_capture_that_cannot_be_seen_yet_counts_and_is_said_to() {
    let desk = Desk::new(Script { shows: false, ..Script::willing() }).await;
    let saved = desk.run(&[(A, "")]).await;
    assert_eq!(states(&saved), ["saved"]);
    assert_eq!(saved.told.sources[0].replayable, Some(false));
    let again = desk.run(&[(A, "")]).await;
    assert_eq!((states(&again), again.told.sources[0].replayable), (vec!["kept".to_owned()], Some(false)));
    assert_eq!(desk.archive.asked_to_save(), [A]);
}

#[tokio::test]
async fn keys_that_are_not_taken_end_the_run_and_leave_everything_for_the_next() {
    let mut desk = Desk::new(Script::willing()).await;
    desk.keys = ("wrong", "keys");
    let saved = desk.run(&[(A, ""), (B, "")]).await;
    assert_eq!(states(&saved), ["waiting", "waiting"]);
    assert!(matches!(&saved.ended, Some(Ended::Keys(words)) if words.contains("logged in")), "{saved:?}");
    desk.keys = (ACCESS, SECRET);
    assert_eq!(states(&desk.run(&[(A, ""), (B, "")]).await), ["saved", "saved"]);
}

#[tokio::test]
async fn a_quota_that_is_used_up_leaves_the_rest_for_the_next_run() {
    let used_up = r#"{"available": 5, "daily_captures": 100, "daily_captures_limit": 100}"#.to_owned();
    let desk = Desk::new(Script { user: (200, used_up), ..Script::willing() }).await;
    let saved = desk.run(&[(A, ""), (B, "")]).await;
    assert_eq!(states(&saved), ["waiting", "waiting"]);
    assert!(matches!(saved.ended, Some(Ended::Full(_))), "{saved:?}");
    assert!(desk.archive.asked_to_save().is_empty());
    desk.archive.script().user.1 = r#"{"available": 5, "daily_captures": 99, "daily_captures_limit": 100}"#.to_owned();
    let saved = desk.run(&[(A, ""), (B, "")]).await;
    assert_eq!(states(&saved), ["saved", "waiting"]);
    assert!(message(&saved, 1).contains("today"), "{saved:?}");
}

#[tokio::test]
async fn a_run_asks_for_no_more_pages_than_it_may() {
    let mut desk = Desk::new(Script::willing()).await;
    desk.saving.per_run = 1;
    let cited = [(A, ""), (B, ""), (C, "")];
    let saved = desk.run(&cited).await;
    assert_eq!(states(&saved), ["saved", "waiting", "waiting"]);
    assert!(message(&saved, 2).contains("per_run"), "{saved:?}");
    assert_eq!(states(&desk.run(&cited).await), ["kept", "saved", "waiting"]);
}

#[tokio::test]
async fn an_archive_without_room_is_asked_again_and_then_left_alone() {
    let busy = r#"{"message": "You have already reached the limit of active Save Page Now sessions. Please wait."}"#;
    let refusals = [(A.to_owned(), (200, busy.to_owned()))];
    let desk = Desk::new(Script { refusals: refusals.into(), ..Script::willing() }).await;
    let saved = desk.run(&[(A, ""), (B, "")]).await;
    assert_eq!(states(&saved), ["waiting", "waiting"]);
    assert!(matches!(&saved.ended, Some(Ended::Full(words)) if words.contains("limit of active")), "{saved:?}");
    assert_eq!(desk.archive.asked_to_save(), [A, A, A]);
    desk.archive.script().refusals.clear();
    assert_eq!(states(&desk.run(&[(A, ""), (B, "")]).await), ["saved", "saved"]);
}

#[tokio::test]
async fn jobs_that_end_without_room_are_begun_again_a_few_times_and_then_left() {
    let busy = r#"{"status": "error", "status_ext": "error:user-session-limit", "message": "The limit of sessions."}"#;
    for looks in [0, 2] {
        let failures = [(A.to_owned(), busy.to_owned()), (B.to_owned(), busy.to_owned())];
        let mut desk = Desk::new(Script { looks, failures: failures.into(), ..Script::willing() }).await;
        let saved = desk.run(&[(A, ""), (B, "")]).await;
        assert_eq!(states(&saved), ["waiting", "waiting"], "{saved:?}");
        assert!(matches!(&saved.ended, Some(Ended::Full(words)) if words.contains("as it takes")), "{saved:?}");
        assert!(desk.archive.asked_to_save().len() <= 4, "{:?}", desk.archive.asked_to_save());
        // Each of them was a request.
        desk.saving.per_run = 1;
        let before = desk.archive.asked_to_save().len();
        desk.run(&[(A, ""), (B, "")]).await;
        assert_eq!(desk.archive.asked_to_save().len(), before + 1);
        desk.archive.script().failures.clear();
        desk.saving.per_run = 100;
        assert_eq!(states(&desk.run(&[(A, ""), (B, "")]).await), ["saved", "saved"]);
    }
}

#[tokio::test]
async fn an_archive_that_is_down_or_overloaded_is_told_as_such() {
    let system = (200, r#"{"status": "Save Page Now servers are temporarily overloaded."}"#.to_owned());
    for (system, words) in [(system, "overloaded"), ((502, String::new()), "502")] {
        let refusals = [A, B, C].map(|url| (url.to_owned(), (502, String::new())));
        let desk = Desk::new(Script { system, refusals: refusals.into(), ..Script::willing() }).await;
        let saved = desk.run(&[(A, ""), (B, ""), (C, "")]).await;
        assert!(matches!(&saved.ended, Some(Ended::Closed(why)) if why.contains(words)), "{words}: {saved:?}");
    }
    let desk = Desk::new(Script::willing()).await;
    let nobody = crate::web::server::Server::nobody().await;
    let server = ArchiveServer { save: Some(format!("http://{nobody}/save")), ..desk.server() };
    let saved = desk.run_with(&[(A, "")], &server, Run::Real).await;
    assert_eq!(states(&saved), ["waiting"]);
    assert!(matches!(&saved.ended, Some(Ended::Closed(why)) if why.contains("takes no connection")), "{saved:?}");
    // Where archives cannot say what they have, nothing is saved.
    let server = ArchiveServer { timegate: Some(format!("http://{nobody}/web/")), ..server };
    let saved = desk.run_with(&[(A, "")], &server, Run::Real).await;
    assert_eq!(states(&saved), ["unknown"]);
}

#[tokio::test]
async fn a_page_that_was_captured_as_often_as_may_be_is_kept() {
    let often = r#"{"status": "error", "status_ext": "error:too-many-daily-captures", "message": "x"}"#;
    let desk =
        Desk::new(Script { refusals: [(A.to_owned(), (200, often.to_owned()))].into(), ..Script::willing() }).await;
    for _ in 0..3 {
        assert_eq!(states(&desk.run(&[(A, "")]).await), ["kept too-many-daily-captures"]);
    }
    assert_eq!(desk.archive.asked_to_save(), [A], "it is asked for no more that day");
}

#[tokio::test]
async fn an_archive_that_takes_no_more_jobs_now_or_is_down_is_asked_for_nothing() {
    let full = Script { user: (200, r#"{"available": 0, "processing": 6}"#.to_owned()), ..Script::willing() };
    let owing = Script { user: (200, r#"{"available": -1}"#.to_owned()), ..Script::willing() };
    let down = Script { system: (502, "bad gateway".to_owned()), ..Script::willing() };
    for (script, words) in [(full, "as many jobs"), (owing, "as many jobs"), (down, "is down (status 502)")] {
        let desk = Desk::new(script).await;
        let saved = desk.run(&[(A, "")]).await;
        assert_eq!(states(&saved), ["waiting"], "{saved:?}");
        assert!(message(&saved, 0).contains(words), "{saved:?}");
        assert!(desk.archive.asked_to_save().is_empty());
    }
}

#[tokio::test]
async fn what_only_this_network_reaches_is_told_to_no_public_archive() {
    let desk = Desk::new(Script::willing()).await;
    let private = [
        "http://intranet/page",
        "http://10.0.0.1/page",
        "http://[fd00::1]/page",
        "http://printer.local/",
        "https://web.archive.org/web/20240101000001/https://a.test/page",
        "https://user:word@a.test/",
    ];
    let cited: Vec<(&str, &str)> = private.iter().map(|url| (*url, "")).collect();
    let public = ArchiveServer { save: Some("https://web.archive.org/save".to_owned()), ..desk.server() };
    let found = states(&desk.run_with(&cited, &public, Run::Dry).await);
    let expected =
        ["private-address", "private-address", "private-address", "private-address", "capture", "credentials"];
    assert_eq!(found, expected.map(|reason| format!("skipped {reason}")));
    // An archive of this network may have what the command line allows.
    let own = states(
        &desk.run_with(&[("http://127.0.0.1:8080/", ""), ("http://10.0.0.1/", "")], &desk.server(), Run::Dry).await,
    );
    assert_eq!(own, ["wanted", "skipped private-address"]);
}

#[tokio::test]
async fn a_signal_leaves_the_job_to_the_next_run() {
    let desk = Desk::new(Script { looks: 1_000_000, ..Script::willing() }).await;
    let (cited, started) = ([(A, ""), (B, "")], std::time::Instant::now());
    let run = desk.run(&cited);
    let stop = async {
        while desk.archive.asked_to_save().len() < 2 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        desk.stop.send(Some(Signal::Terminate)).unwrap();
    };
    let (saved, ()) = tokio::join!(run, stop);
    assert_eq!(saved.stopped, Some(Signal::Terminate));
    assert!(states(&saved).iter().all(|state| state == "pending" || state == "waiting"), "{saved:?}");
    assert!(started.elapsed() < Duration::from_mins(1));
}

#[tokio::test]
async fn two_runs_of_one_store_ask_for_nothing_twice() {
    let desk = Desk::new(Script::willing()).await;
    let other = Store::open(&Place::Sqlite(desk.folder.path().join("store.db"))).await.unwrap();
    let right = other.hold_saving().unwrap();
    let saved = desk.run(&[(A, ""), (B, "")]).await;
    assert_eq!(states(&saved), ["waiting", "waiting"]);
    assert!(message(&saved, 0).contains("another run saves pages now"), "{}", message(&saved, 0));
    assert!(saved.ended.is_none());
    drop(right);
    assert_eq!(states(&desk.run(&[(A, ""), (B, "")]).await), ["saved", "saved"]);
    other.close().await;
}
