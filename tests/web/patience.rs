//! `Retry-After` in every form: what is waited for, by whom, and how long no run waits.

use std::time::Duration;

use crate::place::{HTML, says};
use crate::stage::{Case, Stage, USUAL, also, http, to};
use crate::web::server::{Asked, Do, page};

const LIVE: &str = "live - sound";
const TROUBLE: &str = "failing server-error unknown";
const LIMITED: &str = "withheld rate-limited unknown";
const PARKED: &str = "skipped budget unknown";

/// A host whose `/` answers so the first time and with a page from then on; all else is a page.
fn first(name: &str, status: u16, retry_after: &str, told: &'static str) -> Case {
    let retry_after = retry_after.to_owned();
    let asked_before = std::sync::atomic::AtomicBool::new(false);
    let answer = move |asked: &Asked| {
        if asked.target == "/" && !asked_before.swap(true, std::sync::atomic::Ordering::SeqCst) {
            return page(status, &[HTML[0], ("Retry-After", &retry_after), ("Location", "/new")], "later");
        }
        says("a page that stands")
    };
    http(name, answer, told)
}

/// An HTTP date so many seconds from now.
fn date(seconds: i64) -> String {
    let now = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs().cast_signed();
    let at = jiff::Timestamp::from_second(now + seconds).unwrap();
    jiff::fmt::rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&at).unwrap()
}

/// The gap between the first two requests to a host.
fn gap(stage: &Stage, name: &str) -> Duration {
    let asked = stage.server(name).asked();
    asked[1].at.saturating_sub(asked[0].at)
}

#[test]
fn what_is_asked_for_in_any_form_is_waited_for() {
    let second = Duration::from_millis(990);
    let cases = vec![
        first("seconds", 503, "1", LIVE).asked(2),
        first("of-429", 429, "1", LIVE).asked(2),
        first("of-500", 500, "1", LIVE).asked(2),
        first("padded", 503, "  1  ", LIVE).asked(2),
        first("with-a-unit", 503, "1s", LIVE).asked(2),
        first("date", 503, &date(3), LIVE).asked(2),
        first("zero", 503, "0", LIVE).asked(2),
        first("past-date", 503, "Mon, 23 Nov 2020 10:00:00 GMT", LIVE).asked(2),
        first("nonsense", 503, "when the cows come home", LIVE).asked(2),
        first("below-zero", 503, "-1", LIVE).asked(2),
        first("a-fraction", 503, "0.5", LIVE).asked(2),
        first("empty", 503, "", LIVE).asked(2),
        first("of-302", 302, "1", LIVE).asked(2),
        first("of-301", 301, "1", "moved permanent-redirect sound").asked(2),
        http(
            "of-302-elsewhere",
            |asked| page(302, &[("Retry-After", "1"), ("Location", &to(asked, "elsewhere.test/"))], ""),
            LIVE,
        )
        .asked(1),
        http("elsewhere", |_| says("a page that stands"), LIVE).uncited(),
        // What is no refusal and no redirect asks for nothing.
        first("of-200", 200, "3600", LIVE).asked(1),
        first("of-404", 404, "3600", LIVE).asked(3),
        also("beside-404", "http://of-404.test:{port}/other", LIVE),
    ];
    let stage = Stage::new(USUAL, cases);
    stage.play(&[]);
    for name in ["seconds", "of-429", "of-500", "padded", "with-a-unit", "of-302", "of-301"] {
        assert!(gap(&stage, name) >= second, "{name}: {:?}", gap(&stage, name));
    }
    for name in ["zero", "past-date", "nonsense", "below-zero", "empty"] {
        assert!(gap(&stage, name) < second * 6, "{name}: {:?}", gap(&stage, name));
    }
    let (from, there) = (stage.server("of-302-elsewhere").asked(), stage.server("elsewhere").asked());
    assert_eq!((from.len(), there.len()), (1, 1));
}

#[test]
fn a_wait_is_for_the_whole_host_and_one_that_no_run_waits_for_parks_it_and_no_other() {
    let cases = |name: &'static str, status: u16, retry_after: &str, told: &'static str, beside: &'static str| {
        let beside_name = format!("{name}-beside");
        [
            first(name, status, retry_after, told).asked(1),
            also(&beside_name, &format!("http://{name}.test:{{port}}/beside"), beside),
        ]
    };
    let all = [
        cases("hour", 503, "3600", TROUBLE, PARKED),
        cases("hour-with-a-unit", 503, "1h", TROUBLE, PARKED),
        cases("minutes", 429, "1m30s", LIMITED, PARKED),
        cases("tomorrow", 503, &date(86_400), TROUBLE, PARKED),
        cases("for-ever", 503, "99999999999999999999999999", TROUBLE, PARKED),
        cases("end-of-time", 429, "Fri, 31 Dec 9999 23:59:59 GMT", LIMITED, PARKED),
        cases("redirect", 302, "3600", PARKED, PARKED),
    ];
    let elsewhere = |asked: &Asked| page(302, &[("Retry-After", "7200"), ("Location", &to(asked, "victim.test/"))], "");
    let mut all: Vec<Case> = all.into_iter().flatten().collect();
    all.push(http("malice", elsewhere, PARKED).asked(1).says("2 hours"));
    all.push(http("victim", |_| says("a page that stands"), LIVE).asked(1));
    // One at a time, so that whoever asks for patience is heard before the next request.
    let stage = Stage::new(&USUAL.replace("concurrency = 4", "concurrency = 1"), all);
    let report = stage.play(&[]).json();
    assert_eq!(report["summary"]["broken"], 0);
}

#[test]
fn a_host_that_wants_a_moment_has_it_from_all_its_sources() {
    let busy = |asked: &Asked| -> Vec<Do> {
        if asked.target == "/" { page(503, &[("Retry-After", "2")], "later") } else { says("a page that stands") }
    };
    let cases = vec![
        http("busy", busy, TROUBLE),
        also("busy-one", "http://busy.test:{port}/one", LIVE),
        also("busy-two", "http://busy.test:{port}/two", LIVE),
        http("calm", |_| says("a page that stands"), LIVE),
    ];
    let stage = Stage::new(&USUAL.replace("concurrency = 4", "concurrency = 1"), cases);
    stage.play(&[]);
    let asked = stage.server("busy").asked();
    let refused: Vec<Duration> = asked.iter().filter(|asked| asked.target == "/").map(|asked| asked.at).collect();
    for refusal in refused {
        let next = asked.iter().map(|asked| asked.at).find(|at| *at > refusal);
        assert!(next.is_none_or(|next| next.saturating_sub(refusal) >= Duration::from_millis(1990)), "{asked:?}");
    }
}
