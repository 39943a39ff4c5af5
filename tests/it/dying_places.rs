//! Places that a store cannot be kept in, and clocks that cannot be trusted: a clear error or a clean recovery.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use sqlx::{AssertSqlSafe, Connection, SqliteConnection};

use crate::place::{HTML, Place, QUICK, Ran, listing, says};
use crate::program::left_out;
use crate::web::server::{Asked, Server, page};

fn in_the_database(place: &Place, name: &str, statement: &str) {
    let url = format!("sqlite:{}?mode=rwc", place.path(name).display());
    place.start(async {
        let mut store = SqliteConnection::connect(&url).await.unwrap();
        sqlx::raw_sql(AssertSqlSafe(statement.to_owned())).execute(&mut store).await.unwrap();
        store.close().await.unwrap();
    });
}

fn refused(place: &Place, server: &Server, store: &str, words: &[&str]) {
    let before = std::fs::read(place.path(store)).unwrap();
    let ran = place
        .check(server.address, &["a.md", "--store", &format!("sqlite:{store}")])
        .expect(2, &[store])
        .expect(2, words);
    assert!(ran.out.is_empty() && !ran.err.contains("panicked"), "{ran:?}");
    assert_eq!(std::fs::read(place.path(store)).unwrap(), before, "{store} is left as it was");
    assert_eq!(server.connections(), 0, "nobody is asked where nothing can be kept");
    assert_eq!(listing(&place.path("reports")).len(), 0);
}

#[test]
fn a_database_that_is_not_ours_is_refused_and_left_alone() {
    let (place, server) = Place::of_one_page();
    in_the_database(&place, "tables.db", "CREATE TABLE host (id INTEGER)");
    in_the_database(&place, "stamped.db", "PRAGMA application_id = 77; CREATE TABLE host (id INTEGER)");
    // Even one without a table, where another program has put its stamp.
    in_the_database(&place, "empty.db", "PRAGMA application_id = 77");
    for store in ["tables.db", "stamped.db", "empty.db"] {
        refused(&place, &server, store, &["a database of another program", "--store sqlite:PATH"]);
    }
}

#[test]
fn a_store_of_a_newer_version_is_refused_and_left_alone() {
    let (place, server) = Place::of_one_page();
    in_the_database(&place, "newer.db", "PRAGMA application_id = 0x63697465");
    place.run(&["check", "a.md", "--offline", "--store", "sqlite:newer.db"]).expect(0, &[]);
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
                 VALUES (99, 'later', 1, X'00', 0)";
    in_the_database(&place, "newer.db", newer);
    std::fs::remove_dir_all(place.path("reports")).unwrap();
    refused(&place, &server, "newer.db", &["a newer citewatch wrote it (schema 99", "update citewatch"]);
}

/// As many kilobytes as one file may have.
fn with_files_up_to(kilobytes: u64, command: &Command) -> Command {
    let mut shell = Command::new("sh");
    // Without the trap the system would end the process instead of refusing the write.
    let script = format!("trap '' XFSZ; ulimit -f {} && exec \"$0\" \"$@\"", kilobytes * 2);
    wrapped(&mut shell, &["-c", &script], command);
    shell
}

fn wrapped(outer: &mut Command, arguments: &[&str], command: &Command) {
    outer.args(arguments).arg(command.get_program()).args(command.get_args());
    outer.current_dir(command.get_current_dir().unwrap()).env_remove("CITEWATCH_LOG");
}

/// The command in a mount namespace of its own, after `mount` there; none where the system allows no such thing.
fn with_mounted(mount: &str, command: &Command) -> Option<Command> {
    let possible = Command::new("unshare").args(["-rm", "sh", "-c", "mount -t tmpfs tmpfs /mnt"]).output();
    if !possible.is_ok_and(|tried| tried.status.success()) {
        left_out("no mount namespaces here: a disk that is full and one that is read-only");
        return None;
    }
    let mut shell = Command::new("unshare");
    wrapped(&mut shell, &["-rm", "sh", "-c", &format!("{mount} && exec \"$0\" \"$@\"")], command);
    Some(shell)
}

#[cfg(unix)]
#[test]
fn a_file_that_may_grow_no_further_is_told_of_and_what_was_finished_stays() {
    let (place, server) = Place::of_one_page();
    let urls: Vec<String> = (0..400).map(|at| format!("http://h{}.test/{at}", at % 20)).collect();
    place.cite("a.md", &urls);
    let mut refused = 0;
    // Room that grows by a quarter each time: some of these runs come to enrolling, some to their first looks, some further.
    for room in std::iter::successors(Some(200), |room| Some(room + room / 4)) {
        let ran = Ran::of(with_files_up_to(room, &place.checking(server.address, &["a.md"])).output().unwrap());
        if ran.code == Some(0) {
            break;
        }
        let ran = ran.expect(2, &["citewatch: failed to ", "store.db", "run again"]);
        assert!(!ran.err.contains("panicked") && ran.out.is_empty(), "{ran:?}");
        assert_eq!(listing(&place.path("reports")).len(), 0, "no report, rather than half of one");
        refused += 1;
    }
    assert!(refused > 2, "{refused}");
    for url in [0, 7, 399].map(|at| &urls[at]) {
        let history = place.run(&["history", url, "--format", "json"]).json();
        assert_eq!(history["observations"].as_array().unwrap().len(), 1, "each run went on from the one before");
    }
}

#[cfg(unix)]
#[test]
fn a_disk_that_is_full_is_told_of_with_what_to_do() {
    let (place, server) = Place::of_one_page();
    std::fs::create_dir(place.path("small")).unwrap();
    let urls: Vec<String> = (0..400).map(|at| format!("http://h{}.test/{at}", at % 20)).collect();
    place.cite("a.md", &urls);
    let checking = place.checking(server.address, &["a.md", "--store", "sqlite:small/store.db"]);
    let mount = "mount -t tmpfs -o size=300k tmpfs small";
    let Some(mut command) = with_mounted(mount, &checking) else { return };
    let ran = Ran::of(command.output().unwrap()).expect(2, &["small/store.db", "the disk is full", "make room"]);
    assert!(!ran.err.contains("panicked") && ran.out.is_empty(), "{ran:?}");

    // Reports on a disk that is full: complete or absent.
    let checking = place.checking(server.address, &["a.md", "--reports", "small"]);
    let mut command = with_mounted("mount -t tmpfs -o size=8k tmpfs small", &checking).expect("possible a moment ago");
    let ran = Ran::of(command.output().unwrap()).expect(2, &["failed to write small/"]);
    assert!(!ran.err.contains("panicked"), "{ran:?}");
}

/// The addresses of what a report says is live.
fn live(ran: &Ran) -> BTreeSet<String> {
    let citations = ran.json()["documents"][0]["citations"].as_array().unwrap().clone();
    let live = citations.iter().filter(|citation| citation["source"]["availability"] == "live");
    live.map(|citation| citation["url"].as_str().unwrap().to_owned()).collect()
}

#[cfg(unix)]
#[test]
fn evidence_on_a_disk_that_is_full_is_told_of_and_holds_all_that_was_recorded() {
    let (place, server) = Place::of_one_page();
    std::fs::create_dir(place.path("small")).unwrap();
    let urls: Vec<String> = (0..400).map(|at| format!("http://h{}.test/{at}", at % 20)).collect();
    place.cite("a.md", &urls);
    let checking = place.checking(server.address, &["a.md", "--record", "small/evidence"]);
    // What stands on the small disk goes with it, so it is copied first.
    let mount = "mount -t tmpfs -o size=400k tmpfs small && \
                 { \"$0\" \"$@\"; code=$?; cp -r small/evidence kept; exit $code; }";
    let Some(mut command) = with_mounted(mount, &checking) else { return };
    let words = ["failed to write evidence to small/evidence", "make room", "--record"];
    let ran = Ran::of(command.output().unwrap()).expect(2, &words);
    assert!(!ran.err.contains("panicked") && ran.out.is_empty(), "{ran:?}");
    assert_eq!(listing(&place.path("reports")).len(), 0);

    let recorded = live(&place.run(&["check", "a.md", "--format", "json", "--offline"]));
    let kept = live(&place.run(&["check", "a.md", "--format", "json", "--replay", "kept"]));
    // How many looks the store holds of those before the disk was full is a matter of which was written first.
    assert!(!kept.is_empty() && kept.len() < urls.len(), "{} and {}", recorded.len(), kept.len());
    assert!(recorded.is_subset(&kept), "what the store has seen can be replayed");
}

#[cfg(unix)]
#[test]
fn a_folder_on_a_disk_that_is_read_only_is_told_of_with_what_to_do() {
    let (place, server) = Place::of_one_page();
    place.check(server.address, &["a.md", "--store", "sqlite:kept/store.db"]).expect(0, &[]);
    let mount = "mount --bind kept kept && mount -o remount,bind,ro kept";
    let run = |arguments: &[&str], code, words: &[&str]| {
        let mut command = with_mounted(mount, &place.checking(server.address, arguments))?;
        Some(Ran::of(command.output().unwrap()).expect(code, words))
    };
    let words = ["kept/store.db", "cannot be written", "--store sqlite:PATH"];
    if run(&["a.md", "--store", "sqlite:kept/store.db"], 2, &words).is_none() {
        return;
    }
    run(&["a.md", "--store", "sqlite:kept/other.db"], 2, &["kept/other.db", "cannot be written"]);
    run(&["a.md", "--reports", "kept"], 2, &["failed to write kept/"]);
    run(&["a.md", "--offline", "--store", "sqlite:kept/store.db", "--reports", "other"], 0, &[]);
}

/// Where Debian and its like keep the library that shows a process another time.
fn faketime() -> Option<PathBuf> {
    let found = ["x86_64-linux-gnu", "aarch64-linux-gnu"].into_iter().flat_map(|machine| {
        let folder = Path::new("/usr/lib").join(machine).join("faketime");
        [folder.join("libfaketimeMT.so.1"), folder.join("libfaketime.so.1")]
    });
    let library = found.into_iter().find(|library| library.exists());
    if library.is_none() {
        left_out("libfaketime is not installed: a clock that leaps while a run is under way");
    }
    library
}

/// The command with a clock that a file moves; timers run as ever.
fn with_clock(place: &Place, library: &Path, command: &Command) -> Command {
    let mut clocked = Command::new(command.get_program());
    clocked.args(command.get_args()).current_dir(command.get_current_dir().unwrap()).env_remove("CITEWATCH_LOG");
    clocked.env("LD_PRELOAD", library).env("FAKETIME_TIMESTAMP_FILE", place.path("clock"));
    clocked.env("FAKETIME_NO_CACHE", "1").env("DONT_FAKE_MONOTONIC", "1").env("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    clocked
}

#[cfg(target_os = "linux")]
#[test]
fn a_clock_that_leaps_while_a_run_is_under_way_neither_stops_it_nor_makes_it_look_twice() {
    let Some(library) = faketime() else { return };
    for leap in ["+2h", "-2h", "+400d", "-400d"] {
        let (place, _) = Place::of_one_page();
        let clock = place.path("clock");
        std::fs::write(&clock, "+0").unwrap();
        let to = leap.to_owned();
        let server = place.server(move |asked: &Asked| {
            if asked.target == "/5" {
                std::fs::write(&clock, &to).unwrap();
            }
            says("a page that stands")
        });
        let urls: Vec<String> = (0..20).map(|at| format!("http://h{}.test/{at}", at % 4)).collect();
        place.cite("a.md", &urls);
        let mut command = with_clock(&place, &library, &place.checking(server.address, &["a.md"]));
        Ran::of(command.output().unwrap()).expect(0, &[]);
        for url in &urls {
            let history = place.run(&["history", url, "--format", "json"]).json();
            assert_eq!(history["observations"].as_array().unwrap().len(), 1, "{leap} {url}");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn runs_of_a_clock_that_was_ahead_or_behind_do_not_keep_the_next_ones_from_looking() {
    let Some(library) = faketime() else { return };
    for wrong in ["+3000d", "-3000d"] {
        let (place, server) = Place::of_one_page();
        std::fs::write(place.path("clock"), wrong).unwrap();
        let mut command = with_clock(&place, &library, &place.checking(server.address, &["a.md", "--due"]));
        Ran::of(command.output().unwrap()).expect(0, &[]);
        for (run, looks) in [(1, 2), (2, 2)] {
            place.check(server.address, &["a.md", "--due"]).expect(0, &[]);
            assert_eq!(server.asked().len(), looks, "{wrong}, run {run}: it is due once");
        }
        let report = place.check(server.address, &["a.md"]).json();
        // As moments: as words, a thousandth that is written in fewer digits is the larger one.
        let moment = |at: &serde_json::Value| at.as_str().unwrap().parse::<jiff::Timestamp>().unwrap();
        let seen = moment(&report["documents"][0]["citations"][0]["source"]["observed_at"]);
        let started = moment(&report["run"]["started"]);
        assert!(seen >= started, "{seen} is the look of this run, begun {started}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn looks_of_a_clock_that_was_ahead_count_no_more_once_its_days_have_come() {
    let Some(library) = faketime() else { return };
    let place = Place::new(QUICK);
    let gone = Arc::new(AtomicBool::new(true));
    let says_gone = Arc::clone(&gone);
    let server = place.server(move |_: &Asked| {
        if says_gone.load(Ordering::Relaxed) { page(404, HTML, "no such page") } else { says("a page that stands") }
    });
    place.cite("a.md", &["http://h.test/page".to_owned()]);
    let check_at = |day: &str| {
        std::fs::write(place.path("clock"), format!("+{day}d")).unwrap();
        let command = place.checking(server.address, &["a.md", "--due", "--fail-on", "none"]);
        let ran = Ran::of(with_clock(&place, &library, &command).output().unwrap()).expect(0, &[]);
        (ran.json()["documents"][0]["citations"][0]["standing"].clone(), server.asked().len())
    };
    for day in ["30", "32", "34", "36"] {
        check_at(day);
    }
    assert_eq!(check_at("37").0, "broken");
    gone.store(false, Ordering::Relaxed);
    let (standing, asked) = check_at("0");
    assert_eq!(standing, "sound", "by the clock that is right");
    let (standing, later) = check_at("38");
    assert_eq!((standing, later), ("sound".into(), asked + 1), "it is due, and what was dated before is left out");
}
