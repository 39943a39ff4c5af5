//! Sources that fail: for how long, and with nothing to see.

use std::time::Duration;

use jiff::Timestamp;

use super::*;
use crate::finding::{Code, Finding};
use crate::observation::BodyEnd;
use crate::verdict::signs::tests::seen;

const POLICY: Confirmation = Confirmation::Policy { looks: 3, apart: Duration::from_hours(48) };

/// What is thought of looks so many hours after the first, all of which saw the same.
fn judged(status: u16, html: &str, hours: &[u64]) -> SourceVerdict {
    judged_by(POLICY, status, html, hours)
}

fn judged_by(confirmation: Confirmation, status: u16, html: &str, hours: &[u64]) -> SourceVerdict {
    let at = |hours: u64| Timestamp::UNIX_EPOCH + Duration::from_hours(hours);
    let look = |hours: &u64| Observation { observed_at: at(*hours), ..seen(status, html).0 };
    let history: Vec<Observation> = hours.iter().map(look).collect();
    judge(&SourceFacts {
        history: &history,
        page: None,
        quotes: Quotes::Unasked,
        shared: None,
        expect: None,
        confirmation,
        now: history.last().expect("a look").observed_at,
    })
}

fn told(verdict: &SourceVerdict) -> &Finding {
    &verdict.findings[0]
}

#[test]
fn a_source_has_failed_for_a_long_time_only_where_it_has() {
    let soon = judged(503, "later", &[0, 24, 48]);
    assert_eq!(soon.standing, Standing::Broken);
    assert_eq!(
        told(&soon).message,
        "The source has not answered properly: the server answered 503 (Service Unavailable), at all 3 looks since 1970-01-01."
    );
    let late = judged(503, "later", &[0, 24, 28 * 24]);
    assert!(told(&late).message.starts_with("The source has not answered properly for a long time: "));
}

#[test]
fn a_page_with_nothing_in_it_is_neither_sound_nor_dead_by_one_look() {
    for (html, expected) in [
        ("", "failing empty-page unknown"),
        ("<title>Tides</title><body> \n<div></div>", "failing empty-page unknown"),
        ("<p>&nbsp;</p>", "failing empty-page unknown"),
        ("<style>p { color: red }</style><!-- words -->", "failing empty-page unknown"),
        ("<img src=scan.png>", "live - sound"),
        ("<body><script src=app.js></script>", "live - sound"),
        ("<iframe src=/a></iframe>", "live - sound"),
        ("<p hidden>Words</p>", "live - sound"),
        ("<p>.</p>", "live - sound"),
    ] {
        seen(200, html).check(expected);
    }
    seen(204, "").check("live - sound");
    let once = judged(200, "", &[0]);
    assert_eq!(told(&once).code, Code::EmptyPage);
    assert_eq!(
        told(&once).message,
        "The source did not answer properly: the server answered 200 (OK), with nothing in it (0 bytes)."
    );
    assert_eq!(judged(200, "", &[0, 1]).standing, Standing::Unknown);
    assert_eq!(judged(200, "", &[0, 24, 48]).standing, Standing::Broken);
}

#[test]
fn a_body_of_which_nothing_could_be_undone_shows_no_page() {
    let cut = |status, bytes, body: BodyEnd| {
        let look = seen(status, "").edit(|answer| (answer.bytes, answer.body) = (bytes, body));
        look.told()
    };
    let broken = || BodyEnd::Undecodable("br".to_owned());
    assert_eq!(cut(200, 0, broken()), "failing bad-response unknown");
    // What came before the damage, or in a coding that only others know, shows that a page is there.
    assert_eq!(cut(200, 400, broken()), "live - sound");
    assert_eq!(cut(200, 0, BodyEnd::Truncated), "live - sound");
    assert_eq!(cut(404, 0, broken()), "gone not-found broken");
}

#[test]
fn what_a_store_holds_is_broken_by_two_looks_of_one_run_or_by_the_policy() {
    let kept = Confirmation::Kept { looks: 3, apart: Duration::from_hours(48), run: Duration::from_mins(10) };
    for (status, hours, standing) in [
        (404, &[0][..], Standing::Unknown),
        (404, &[0, 0], Standing::Broken),
        (404, &[0, 24], Standing::Unknown),
        (404, &[0, 24, 48], Standing::Broken),
        (404, &[0, 24, 24], Standing::Broken),
        (503, &[0, 0], Standing::Unknown),
        (503, &[0, 24, 48], Standing::Broken),
    ] {
        assert_eq!(judged_by(kept, status, "later", hours).standing, standing, "{status} {hours:?}");
    }
}
