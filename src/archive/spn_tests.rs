//! Answers of Save Page Now, as its documentation and its clients know them.

use proptest::prelude::*;

use super::*;

fn not(answer: Answer) -> (Fate, Option<String>, String) {
    let Answer::Not(trouble) = answer else { panic!("{answer:?}") };
    (trouble.fate, trouble.why.code, trouble.why.words)
}

#[test]
fn a_job_is_named_by_whatever_stands_there() {
    for job in ["ac58789b-f3ca-48d0-9ea6-1d1225e98695", "spn2-0123456789abcdef0123456789abcdef01234567"] {
        let body = format!(r#"{{"url": "https://a.example/", "job_id": "{job}"}}"#);
        assert_eq!(begun(200, &body), Answer::Job(job.to_owned()));
        let recent = format!(
            r#"{{"url": "x", "job_id": "{job}", "message": "The same snapshot had been made 2 minutes ago."}}"#
        );
        assert_eq!(begun(200, &recent), Answer::Job(job.to_owned()));
    }
}

#[test]
fn a_refusal_comes_with_status_200() {
    let active = r#"{"message": "You have already reached the limit of active Save Page Now sessions. Please wait for a minute."}"#;
    for (body, fate, code) in [
        (
            r#"{"status": "error", "status_ext": "error:user-session-limit", "message": "x"}"#,
            Fate::Busy,
            Some("user-session-limit"),
        ),
        (
            r#"{"status": "error", "status_ext": "error:too-many-daily-captures"}"#,
            Fate::Today,
            Some("too-many-daily-captures"),
        ),
        (r#"{"status": "error", "status_ext": "error:blocked-url"}"#, Fate::Refused, Some("blocked-url")),
        (r#"{"status": "error", "status_ext": "error:max-daily-bandwidth"}"#, Fate::Quota, Some("max-daily-bandwidth")),
        (
            r#"{"status": "error", "status_ext": "error:made-up-tomorrow", "message": "new"}"#,
            Fate::Unknown,
            Some("made-up-tomorrow"),
        ),
        (active, Fate::Busy, None),
        (r#"{"message": "You need to be logged in to use Save Page Now."}"#, Fate::Keys, None),
        (r#"{"message": "You have already reached the limit of 200 captures per day."}"#, Fate::Quota, None),
        (r#"{"message": "The moon is full."}"#, Fate::Unknown, None),
        ("{}", Fate::Unknown, None),
        ("<html>", Fate::Later, None),
        ("", Fate::Later, None),
        ("null", Fate::Later, None),
    ] {
        let (found, by, words) = not(begun(200, body));
        assert_eq!((found, by.as_deref()), (fate, code), "{body}: {words}");
    }
}

#[test]
fn a_status_says_what_json_does_not() {
    for (status, fate) in [
        (401, Fate::Keys),
        (403, Fate::Keys),
        (429, Fate::Busy),
        (502, Fate::Later),
        (520, Fate::Later),
        (418, Fate::Unknown),
    ] {
        // What cannot begin a job says nothing of the page.
        let at_first = if fate == Fate::Later { Fate::Down } else { fate };
        for body in ["", r#"{"message": "no"}"#] {
            assert_eq!(not(begun(status, body)).0, at_first, "{status}");
            assert_eq!(not(looked_at(status, body, "one")).0, fate, "{status}");
        }
    }
    assert_eq!(looked_at(404, "", "one"), Answer::Lost);
}

#[test]
fn a_job_goes_on_until_it_is_done_or_fails() {
    assert_eq!(
        looked_at(200, r#"{"status": "pending", "job_id": "one", "resources": []}"#, "one"),
        Answer::Job("one".to_owned())
    );
    let done = |more: &str| {
        format!(
            r#"{{"status": "success", "job_id": "one", "timestamp": "20261126081500", "original_url": "https://a.example/b",
            "duration_sec": 6.2, "resources": ["x"], "outlinks": {more}, "counters": {{"embeds": 3}}, "http_status": 200}}"#
        )
    };
    let captured = Answer::Captured("2026-11-26T08:15:00Z".parse().unwrap(), Some("https://a.example/b".to_owned()));
    for outlinks in ["[]", r#"["https://a.example/c"]"#, r#"{"https://a.example/c": "other-job"}"#, "null"] {
        assert_eq!(looked_at(200, &done(outlinks), "one"), captured, "{outlinks}");
    }
    let of_another =
        r#"{"status": "success", "job_id": "one", "original_job_id": "two", "timestamp": "20261126081500"}"#;
    assert_eq!(looked_at(200, of_another, "one"), Answer::Follow("two".to_owned()));
    // Moments and names of jobs as numbers, and a mark of the order of bytes.
    let numbers = "\u{feff}{\"status\": \"success\", \"timestamp\": 20261126081500}";
    assert!(matches!(looked_at(200, numbers, "one"), Answer::Captured(..)), "{:?}", looked_at(200, numbers, "one"));
    assert_eq!(begun(200, r#"{"job_id": 12}"#), Answer::Job("12".to_owned()));
    assert_eq!(not(looked_at(200, r#"{"status": "success"}"#, "one")).0, Fate::Unknown);
    assert_eq!(looked_at(200, r#"{"message": "no such job"}"#, "one"), Answer::Lost);
    let failed = r#"{"status": "error", "status_ext": "error:no-captures", "exception": "[Errno -2]", "message": "x"}"#;
    assert_eq!(not(looked_at(200, failed, "one")).0, Fate::Later);
}

#[test]
fn every_code_that_is_documented_or_was_seen_is_known_and_no_other() {
    const CODES: &str = "bad-gateway bad-request bandwidth-limit-exceeded blocked blocked-client-ip blocked-url browsing-timeout \
        capture-location-error cannot-fetch celery filesize-limit ftp-access-denied gateway-timeout \
        http-version-not-supported internal-server-error invalid-url-syntax invalid-server-response \
        invalid-host-resolution job-failed method-not-allowed not-implemented no-browsers-available \
        network-authentication-required no-access not-found proxy-error protocol-error read-timeout \
        soft-time-limit-exceeded service-unavailable too-many-daily-captures too-many-redirects too-many-requests \
        user-session-limit unauthorized max-daily-bandwidth max-daily-bandwidth-from-ip max-daily-bandwidth-host \
        no-captures no-request redis-error";
    for code in CODES.split_whitespace() {
        let body = format!(r#"{{"status": "error", "status_ext": "error:{code}", "message": "x"}}"#);
        for answer in [begun(200, &body), looked_at(200, &body, "one")] {
            let (_, by, words) = not(answer);
            assert_eq!(by.as_deref(), Some(code));
            assert!(!words.contains("not known here"), "{code}: {words}");
        }
    }
    let (fate, _, words) = not(begun(200, r#"{"status": "error", "status_ext": "error:of-tomorrow"}"#));
    assert!(fate == Fate::Unknown && words.contains("not known here"), "{words}");
}

#[test]
fn codes_are_distinct_and_without_their_prefix() {
    let mut codes: Vec<&str> = CODES.iter().map(|known| known.code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), CODES.len());
    assert!(codes.iter().all(|code| !code.contains(':')));
}

#[test]
fn what_is_left_is_read_where_it_is_said() {
    let quota = |body| super::quota(200, body).unwrap();
    assert_eq!(quota(r#"{"available": 5, "processing": 1}"#).left_today, None);
    assert_eq!(quota(r#"{"available": 5, "daily_captures": 90, "daily_captures_limit": 100}"#).left_today, Some(10));
    assert_eq!(quota(r#"{"available": 0, "daily_captures": 101, "daily_captures_limit": 100}"#).left_today, Some(0));
    assert_eq!(super::quota(401, "").unwrap_err().fate, Fate::Keys);
    assert!(works(200, r#"{"status": "ok"}"#).is_ok());
    let overloaded = works(200, r#"{"status": "Save Page Now servers are temporarily overloaded."}"#).unwrap_err();
    assert_eq!((overloaded.fate, overloaded.why.words.contains("overloaded")), (Fate::Closed, true));
    assert_eq!(works(502, "").unwrap_err().fate, Fate::Closed);
}

proptest! {
    #[test]
    fn no_answer_makes_it_panic(status in 100_u16..600, body in "\\PC{0,80}|[{}\":,a-z_ ]{0,60}") {
        begun(status, &body);
        looked_at(status, &body, "one");
        let _read = quota(status, &body);
    }
}
