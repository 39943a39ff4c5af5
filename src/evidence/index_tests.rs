//! The sorted file against a list that is searched from end to end.

use super::*;
use proptest::prelude::*;

fn row(url: &str, digest: &str, second: i64) -> Row {
    Row {
        url: url.to_owned(),
        mime: "text/html".to_owned(),
        status: Some("200".to_owned()),
        digest: digest.to_owned(),
        length: "1".to_owned(),
        offset: "0".to_owned(),
        filename: "object".to_owned(),
        date: Timestamp::from_second(1_700_000_000 + second).unwrap(),
    }
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("object"), b"").unwrap();
    folder
}

proptest! {
    #[test]
    fn every_row_is_found_before_and_after_it_is_merged(
        rows in proptest::collection::vec(("[ab]{1,3}", "[AB]", 0_i64..9), 1..40),
        merge_at in 0_usize..40,
    ) {
        let folder = folder();
        let mut index = Index::open(folder.path()).unwrap();
        let rows: Vec<Row> =
            rows.iter().map(|(path, digest, at)| row(&format!("https://a.example/{path}"), digest, *at)).collect();
        for (count, row) in rows.iter().enumerate() {
            if count == merge_at {
                index.merge().unwrap();
            }
            index.append(std::slice::from_ref(row)).unwrap();
        }
        for wanted in &rows {
            let first = rows.iter().filter(|row| row.url == wanted.url && row.digest == wanted.digest);
            let expected = first.map(|row| row.date).min();
            let found = index.same_payload(&wanted.url, &wanted.digest).unwrap();
            prop_assert_eq!(found.map(|earlier| earlier.at), expected);
        }
        prop_assert!(index.same_payload("https://a.example/none", "A").unwrap().is_none());
    }
}

#[test]
fn half_a_line_does_not_spoil_the_next() {
    let folder = folder();
    let mut index = Index::open(folder.path()).unwrap();
    fs::write(folder.path().join(JOURNAL), "com,example)/ 2023 {\"url\":\"https").unwrap();
    index.append(&[row("https://a.example/", "A", 0)]).unwrap();
    index.merge().unwrap();
    assert_eq!(fs::read_to_string(folder.path().join(INDEX)).unwrap().lines().count(), 1);
    assert!(index.same_payload("https://a.example/", "A").unwrap().is_some());
}

#[test]
fn a_304_refers_to_the_capture_that_holds_the_newest_good_payload() {
    let folder = folder();
    let mut index = Index::open(folder.path()).unwrap();
    let url = "https://a.example/";
    let mut again = row(url, "OLD", 20);
    again.mime = REVISIT.to_owned();
    let mut gone = row(url, "GONE", 30);
    gone.status = Some("404".to_owned());
    index.append(&[row(url, "OLD", 0), row(url, "MID", 10), again, gone]).unwrap();
    assert_eq!(index.newest_good(url).unwrap().map(|earlier| earlier.at), Some(row(url, "", 0).date));
    assert_eq!(index.newest_good("https://a.example/b").unwrap(), None);
}

/// A row of an object that is not the one of [`folder`].
fn of(object: &str, second: i64) -> Row {
    Row { filename: object.to_owned(), ..row("https://a.example/", object, second) }
}

fn merged(folder: &Path) -> usize {
    fs::read_to_string(folder.join(INDEX)).unwrap_or_default().lines().count()
}

#[test]
fn a_line_whose_object_another_writer_is_about_to_bring_is_not_lost() {
    let folder = folder();
    let path = folder.path();
    let mut writer = Index::open(path).unwrap();
    writer.append(&[of("late", 0), row("https://a.example/b", "A", 1)]).unwrap();
    // Another one opens, merges and ends before the object of the first is in place.
    let mut other = Index::open(path).unwrap();
    assert_eq!(merged(path), 1);
    other.append(&[row("https://a.example/c", "A", 2)]).unwrap();
    other.merge().unwrap();
    assert_eq!(merged(path), 2);
    fs::write(path.join("late"), b"").unwrap();
    assert!(other.same_payload("https://a.example/", "late").unwrap().is_none());
    other.merge().unwrap();
    assert_eq!(merged(path), 3);
    assert!(other.same_payload("https://a.example/", "late").unwrap().is_some());
    assert!(!path.join(JOURNAL).exists());
}

#[test]
fn a_line_whose_object_never_came_goes_when_nobody_else_writes() {
    let folder = folder();
    let mut killed = Index::open(folder.path()).unwrap();
    killed.append(&[of("never", 0), row("https://a.example/b", "A", 1)]).unwrap();
    Index::clear(folder.path()).unwrap();
    assert_eq!(merged(folder.path()), 1);
    assert!(!folder.path().join(JOURNAL).exists());
}
