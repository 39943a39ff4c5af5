//! Histories and the moment that each makes a source due.

use super::*;
use crate::observation::{Answer, NoAnswer};

const HOUR: Duration = Duration::from_hours(1);
const DAY: Duration = Duration::from_hours(24);

fn hours(hours: u32) -> Timestamp {
    "2026-03-01T00:00:00Z".parse::<Timestamp>().expect("a moment") + HOUR * hours
}

fn look(at: u32, outcome: Outcome) -> Observation {
    Observation {
        url: "https://site.example/page".to_owned(),
        observed_at: hours(at),
        hops: Vec::new(),
        retried: Vec::new(),
        outcome,
        elapsed_ms: 0,
        cut_off: false,
        replayed: false,
    }
}

fn status(at: u32, status: u16) -> Observation {
    let answer = Answer::sample("https://site.example/page", status);
    look(at, Outcome::Answered(answer))
}

fn weekly() -> Schedule {
    Schedule { cadence: Cadence::Every(DAY * 7), confirm: Confirm { looks: 3, apart: DAY * 2 } }
}

#[track_caller]
fn check(history: &[Observation], expected: Due) {
    assert_eq!(due(history, &[], None, None, &weekly()), expected);
}

#[test]
fn what_was_never_looked_at_is_due_at_once() {
    check(&[], Due::Now);
}

#[test]
fn what_stands_or_cannot_be_told_is_due_with_the_cadence() {
    for code in [200, 403, 451] {
        check(&[status(5, code)], Due::At(hours(5) + DAY * 7));
    }
    check(&[status(0, 404), status(5, 200)], Due::At(hours(5) + DAY * 7));
}

#[test]
fn a_suspect_is_due_as_soon_as_the_policy_can_confirm_it() {
    check(&[status(5, 404)], Due::At(hours(5) + DAY));
    check(&[status(5, 404), status(30, 404)], Due::At(hours(30) + DAY));
    check(&[look(5, Outcome::NoAnswer(NoAnswer::Refused))], Due::At(hours(5) + DAY));
}

#[test]
fn a_suspect_is_never_due_later_than_what_stands() {
    let daily = Schedule { cadence: Cadence::Every(HOUR), ..weekly() };
    assert_eq!(due(&[status(5, 404)], &[], None, None, &daily), Due::At(hours(6)));
}

#[test]
fn looks_at_a_suspect_are_never_minutes_apart() {
    let hasty = Schedule { confirm: Confirm { looks: 9, apart: Duration::ZERO }, ..weekly() };
    assert_eq!(due(&[status(5, 404)], &[], None, None, &hasty), Due::At(hours(5) + SUSPECT));
}

#[test]
fn what_is_dead_is_looked_at_seldom_and_still() {
    let dead = [status(0, 404), status(24, 404), status(48, 404)];
    check(&dead, Due::At(hours(48) + DEAD));
    let yearly = Schedule { cadence: Cadence::Every(DAY * 365), ..weekly() };
    assert_eq!(due(&dead, &[], None, None, &yearly), Due::At(hours(48) + DAY * 365));
}

#[test]
fn what_fails_is_looked_at_with_the_cadence_once_it_is_broken() {
    let refused = |at| look(at, Outcome::NoAnswer(NoAnswer::Refused));
    for failing in [
        [status(0, 503), status(24, 503), status(48, 503)],
        [refused(0), refused(24), refused(48)],
        [status(0, 404), status(24, 404), refused(48)],
    ] {
        check(&failing, Due::At(hours(48) + DAY * 7));
    }
    // A look that finds it gone after all that is looked at seldom.
    check(&[status(0, 404), status(24, 404), refused(48), status(72, 404)], Due::At(hours(72) + DEAD));
}

#[test]
fn what_is_known_to_be_gone_is_looked_at_as_seldom_as_what_is_dead() {
    let dead = [status(0, 404), status(24, 404), status(48, 404)];
    for looks in 1..=dead.len() {
        let last = dead[looks - 1].observed_at;
        assert_eq!(due(&dead[..looks], &[], Some(Expect::Gone), None, &weekly()), Due::At(last + DEAD), "{looks}");
    }
    // Where it comes back, that is to be told.
    assert_eq!(due(&[status(0, 200)], &[], Some(Expect::Gone), None, &weekly()), Due::At(hours(0) + DAY * 7));
}

#[test]
fn what_no_number_of_looks_can_confirm_is_looked_at_with_the_cadence() {
    use crate::observation::{DnsFailure, TlsFailure};
    for why in [
        NoAnswer::Tls(TlsFailure::UnknownIssuer),
        NoAnswer::Proxy,
        NoAnswer::Dns(DnsFailure::NoResolver),
        NoAnswer::Dns(DnsFailure::BadName),
    ] {
        check(&[look(5, Outcome::NoAnswer(why.clone()))], Due::At(hours(5) + DAY * 7));
        check(&[status(0, 404), look(5, Outcome::NoAnswer(why))], Due::At(hours(5) + DAY * 7));
    }
    let cut_off = |hour| Observation { cut_off: true, ..look(hour, Outcome::NoAnswer(NoAnswer::Refused)) };
    check(&[cut_off(0), cut_off(48), cut_off(96)], Due::At(hours(96) + DAY * 7));
}

#[test]
fn what_a_budget_left_out_is_due_soon() {
    check(&[look(5, Outcome::Skipped(Skip::Budget))], Due::At(hours(6)));
    check(&[status(0, 200), look(5, Outcome::Skipped(Skip::Budget))], Due::At(hours(6)));
}

#[test]
fn a_host_that_asked_to_be_left_alone_is_left_alone_for_so_long() {
    let asked = |seconds| look(5, Outcome::Skipped(Skip::AskedToWait(seconds)));
    check(&[asked(90)], Due::At(hours(6)));
    check(&[asked(3 * 3600)], Due::At(hours(8)));
    check(&[asked(u64::MAX)], Due::At(hours(5) + DEAD));
}

#[test]
fn moments_that_a_sleeping_machine_missed_make_one_look() {
    let text = "[schedule]\ncron = \"0 * * * *\"\n";
    let config = crate::config::load(std::path::Path::new("a.toml"), text, "".into()).expect("a configuration");
    let Due::At(slot) = due(&[status(5, 200)], &[], None, None, &config.schedule) else { panic!("it is due") };
    assert_eq!(slot, hours(6), "the first that was missed names the slot");
    // It is filled two days later; the next one is the next hour of then.
    assert_eq!(due(&[status(5, 200), status(53, 200)], &[], None, None, &config.schedule), Due::At(hours(54)));
}

#[test]
fn a_day_that_not_every_month_has_is_waited_for() {
    let text = "[schedule]\ncron = \"0 0 31 * *\"\n";
    let config = crate::config::load(std::path::Path::new("a.toml"), text, "".into()).expect("a configuration");
    let at = |text: &str| text.parse::<Timestamp>().expect("a moment");
    for (seen, next) in
        [(0, "2026-03-31T00:00:00Z"), (31 * 24, "2026-05-31T00:00:00Z"), (100 * 24, "2026-07-31T00:00:00Z")]
    {
        assert_eq!(due(&[status(seen, 200)], &[], None, None, &config.schedule), Due::At(at(next)));
    }
}

#[test]
fn due_moments_are_those_of_the_looks_and_not_of_the_clock() {
    let history = [status(5, 404)];
    assert_eq!(due(&history, &[], None, None, &weekly()), due(&history, &[], None, None, &weekly()));
}

#[test]
fn a_host_that_says_how_long_it_wants_to_be_left_alone_is_asked_again_then() {
    let asking = |code: u16, asked: &str| {
        let mut look = status(5, code);
        if let Outcome::Answered(answer) = &mut look.outcome {
            answer.headers.push(("retry-after".to_owned(), asked.to_owned()));
        }
        look
    };
    check(&[asking(429, "7200")], Due::At(hours(7)));
    check(&[asking(429, "30")], Due::At(hours(6)));
    check(&[asking(429, "Sun, 01 Mar 2026 09:00:00 GMT")], Due::At(hours(9)));
    check(&[asking(429, "99999999999")], Due::At(hours(5) + DAY * 28));
    check(&[asking(429, "soon")], Due::At(hours(5) + DAY * 7));
    // A failure is looked at again to confirm it, but not before the host has its time.
    check(&[asking(503, "60")], Due::At(hours(5) + DAY));
    check(&[asking(503, "172800")], Due::At(hours(5) + DAY * 2));
}
