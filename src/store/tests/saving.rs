//! What archives were asked to save is found again as it was left.

use super::*;

#[tokio::test]
async fn a_request_to_save_is_kept_by_archive_and_address() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    let job = |second: i64, state: &str| SaveJob { asked_at: moment(second), tries: 1, state: state.to_owned() };
    for (archive, url, job) in [
        ("one", "https://a.example/", job(1, "asked")),
        ("two", "https://a.example/", job(2, "asked")),
        ("one", "https://b.example/", job(3, "asked")),
        ("one", "https://a.example/", job(4, "saved")),
    ] {
        store.keep_save_job(archive, url, &job).await.expect("kept");
    }
    store.close().await;
    let jobs = open(&folder).await.save_jobs("one").await.expect("the jobs");
    assert_eq!(jobs.len(), 2);
    assert_eq!(jobs["https://a.example/"], job(4, "saved"));
    assert_eq!(jobs["https://b.example/"], job(3, "asked"));
}
