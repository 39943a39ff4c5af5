//! What archives answer that is none: they are down, repeat the keys, or have captured something else.

use super::*;

#[tokio::test]
async fn an_archive_that_is_dead_keeps_no_other_from_saving() {
    let desk = Desk::new(Script::willing()).await;
    let dead = ArchiveServer {
        name: "dead".to_owned(),
        timegate: Some("http://127.0.0.1:9/web/".to_owned()),
        cdx: Some("http://127.0.0.1:9/cdx".to_owned()),
        save: None,
        ..desk.server()
    };
    let saved = desk.run_beside(&[(A, "")], &[desk.server(), dead], Run::Real).await;
    assert_eq!(states(&saved), ["saved"], "{saved:?}");
}

#[tokio::test]
async fn an_answer_that_repeats_the_keys_shows_them_to_nobody() {
    let echo = format!(r#""LOW {ACCESS}:{SECRET}""#);
    let refused = format!(r#"{{"status": "error", "status_ext": "error:{SECRET}", "message": {echo}}}"#);
    let failed = format!(r#"{{"status": "error", "exception": {echo}, "message": {echo}}}"#);
    let refusals = HashMap::from([(A.to_owned(), (200, refused))]);
    let failures = HashMap::from([(B.to_owned(), failed)]);
    let desk = Desk::new(Script { refusals, failures, ..Script::willing() }).await;
    for _ in 0..2 {
        let saved = desk.run(&[(A, ""), (B, "")]).await;
        let told = format!("{saved:?}");
        assert!(!told.contains(SECRET) && !told.contains(ACCESS), "{told}");
    }
    let store = std::fs::read(desk.folder.path().join("store.db")).unwrap();
    for key in [SECRET, ACCESS] {
        assert!(!store.windows(key.len()).any(|bytes| bytes == key.as_bytes()), "{key} is in the store");
    }
    let user = (401, format!(r#"{{"message": {echo}}}"#));
    let desk = Desk::new(Script { user, ..Script::willing() }).await;
    let ended = format!("{:?}", desk.run(&[(A, "")]).await);
    assert!(ended.contains("***") && !ended.contains(SECRET) && !ended.contains(ACCESS), "{ended}");
}

#[tokio::test]
async fn a_capture_of_what_stands_in_the_place_of_a_page_is_none_of_it() {
    let (older, newer) = (days_ago(5), days_ago(3));
    let wall =
        "<title>Just a moment...</title><script>window._cf_chl_opt={cvId:'3'}</script><p>Checking your browser.</p>";
    let captures = vec![(newer.clone(), A.to_owned()), (newer.clone(), B.to_owned()), (older.clone(), B.to_owned())];
    let shown = HashMap::from([(newer, wall.to_owned())]);
    let desk = Desk::new(Script { captures, shown, ..Script::willing() }).await;
    let today = today();
    let saved = desk.run(&[(A, &today), (B, &today)]).await;
    assert_eq!(states(&saved), ["saved", "kept"], "{saved:?}");
    assert!(saved.told.sources[1].capture.as_ref().unwrap().url.contains(&older), "{saved:?}");
    assert_eq!(desk.archive.asked_to_save(), [A]);
}

#[tokio::test]
async fn a_captured_error_is_no_capture() {
    let success = |status: u16| {
        format!(
            r#"{{"status": "success", "timestamp": "20261126081500", "original_url": "{A}", "http_status": {status}}}"#
        )
    };
    for (status, expected) in [(404, "refused http-status-404"), (503, "unknown http-status-503")] {
        let failures = HashMap::from([(A.to_owned(), success(status))]);
        let desk = Desk::new(Script { failures, ..Script::willing() }).await;
        let saved = desk.run(&[(A, "")]).await;
        assert_eq!(states(&saved), [expected], "{saved:?}");
        assert_eq!(saved.told.sources[0].capture, None);
    }
}

#[tokio::test]
async fn a_service_that_is_out_of_order_in_many_runs_says_nothing_of_the_pages() {
    let down = || (503, "down".to_owned());
    let refusals = HashMap::from([(A.to_owned(), down()), (B.to_owned(), down())]);
    let mut desk = Desk::new(Script { refusals, ..Script::willing() }).await;
    for run in 0..4 {
        let saved = desk.run(&[(A, ""), (B, "")]).await;
        assert!(matches!(&saved.ended, Some(Ended::Closed(why)) if why.contains("503")), "{run}: {saved:?}");
        assert_eq!(states(&saved), ["waiting", "waiting"], "{run}: {saved:?}");
    }
    desk.archive = Archive::start(Script::willing()).await;
    let saved = desk.run(&[(A, ""), (B, "")]).await;
    assert_eq!(states(&saved), ["saved", "saved"], "{saved:?}");
}

#[tokio::test]
async fn one_page_that_breaks_the_service_keeps_no_other_from_it() {
    let refusals = HashMap::from([(A.to_owned(), (502, String::new()))]);
    let desk = Desk::new(Script { refusals, ..Script::willing() }).await;
    let saved = desk.run(&[(A, ""), (B, "")]).await;
    assert_eq!(states(&saved), ["waiting", "saved"], "{saved:?}");
}

#[tokio::test]
async fn a_capture_of_a_day_that_has_not_come_is_none() {
    let success = r#"{"status": "success", "timestamp": "20991128213413", "original_url": "http://a.example/"}"#;
    let failures = HashMap::from([(A.to_owned(), success.to_owned())]);
    let desk = Desk::new(Script { failures, ..Script::willing() }).await;
    let saved = desk.run(&[(A, "")]).await;
    assert_eq!(states(&saved)[0].split(' ').next(), Some("unknown"), "{saved:?}");
}
