//! Whose file it is, which schema it has, and what is said where it cannot be used.

use std::fs;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, SqlSafeStr, SqliteConnection};

use super::*;

async fn raw(path: &std::path::Path) -> SqliteConnection {
    SqliteConnectOptions::new().filename(path).create_if_missing(true).connect().await.expect("a database")
}

async fn say(path: &std::path::Path, statement: &'static str) {
    let mut connection = raw(path).await;
    sqlx::raw_sql(statement).execute(&mut connection).await.expect(statement);
    connection.close().await.expect("closed");
}

async fn refusal(path: &std::path::Path) -> StoreError {
    let opened = Store::open(&config::Store::Sqlite(path.to_owned())).await;
    let error = opened.expect_err("a refusal");
    let said = error.to_string();
    assert!(said.contains(&path.parent().expect("a folder").display().to_string()), "{said}");
    error
}

#[tokio::test]
async fn every_statement_can_be_prepared() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    let mut connection = store.write.acquire().await.expect("a connection");
    let many = sql::ALL_MANY.iter().flat_map(|(name, many)| many.texts().map(move |text| (*name, text)));
    for (name, statement) in sql::ALL.iter().copied().chain(many) {
        let explained = AssertSqlSafe(format!("EXPLAIN {statement}")).into_sql_str();
        sqlx::raw_sql(explained)
            .execute(&mut *connection)
            .await
            .unwrap_or_else(|why| panic!("{name}: {why}\n{statement}"));
    }
}

/// What a statement goes through, a line for each table.
async fn plan(store: &Store, statement: &str) -> Vec<String> {
    let explained = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}")).into_sql_str();
    let rows = sqlx::raw_sql(explained).fetch_all(&store.write).await.expect("a plan");
    rows.iter().map(|row| sqlx::Row::get::<String, _>(row, "detail")).collect()
}

/// Tables that grow with what is cited and with every look at it.
const GROWING: [&str; 8] = [
    "observation",
    "source",
    "page_text",
    "page_reading",
    "capture_search",
    "worklist",
    "document_report",
    "document_part",
];

/// Statements that go through one of them as a whole, each asked once a run.
const ONCE_A_RUN: [&str; 5] = ["DROP_OLD_DOCUMENTS", "DROP_OLD_PARTS", "FORGET_FUTURE_SLOTS", "OPEN_NOW", "SEARCHED"];

/// Statements whose plan names what a foreign key would be looked for in, if any were broken.
const BY_KEYS: [&str; 2] = ["ENROL_HOST", "ENROL_SOURCE_MANY"];

#[tokio::test]
async fn no_statement_that_is_asked_for_each_source_goes_through_a_table_that_grows() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    let many = sql::ALL_MANY.iter().flat_map(|(name, many)| many.texts().map(move |text| (*name, text)));
    let mut whole = std::collections::BTreeMap::new();
    for (name, statement) in sql::ALL.iter().copied().chain(many) {
        let is_whole = |line: &String| {
            let table = line.strip_prefix("SCAN ").and_then(|line| line.split(' ').next());
            table.is_some_and(|table| GROWING.contains(&table))
        };
        let scans: Vec<String> = plan(&store, statement).await.into_iter().filter(is_whole).collect();
        if !scans.is_empty() && !BY_KEYS.contains(&name) {
            whole.insert(name, scans);
        }
    }
    assert!(whole.keys().eq(&ONCE_A_RUN), "{whole:#?}");
}

#[tokio::test]
async fn the_last_look_is_found_without_the_bodies_of_those_before_it() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    let of_one = |many: &'static sql::Many| many.texts().last().expect("a statement for one source");
    for statement in [of_one(&sql::LAST_OBSERVATION_MANY), of_one(&sql::OBSERVATIONS_MANY)] {
        let plan = plan(&store, statement).await;
        let found = |line: &&String| line.starts_with("SEARCH observation USING COVERING INDEX observation_seen");
        assert_eq!(plan.iter().filter(found).count(), 1, "{plan:#?}");
        // Its own body is read by its number.
        let read = plan.iter().filter(|line| line.contains("USING INTEGER PRIMARY KEY (rowid=?)"));
        assert!(read.count() >= 1, "{plan:#?}");
    }
}

#[tokio::test]
async fn whether_a_run_recorded_anything_is_told_without_going_through_the_looks() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    let plan = plan(&store, sql::FORGET_RUN).await;
    let of_looks: Vec<&String> = plan.iter().filter(|line| line.contains(" observation ")).collect();
    // That of the statement, and that of the foreign key.
    assert!(of_looks.len() >= 2, "{plan:#?}");
    let by_run = "SEARCH observation USING COVERING INDEX observation_of_run";
    assert!(of_looks.iter().all(|line| line.starts_with(by_run)), "{plan:#?}");
}

#[tokio::test]
async fn the_file_is_durable_and_in_wal_mode() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    let (mode,): (String,) = sqlx::query_as("PRAGMA journal_mode").fetch_one(&store.write).await.expect("a mode");
    let (level,): (i64,) = sqlx::query_as("PRAGMA synchronous").fetch_one(&store.write).await.expect("a level");
    assert_eq!((mode.as_str(), level), ("wal", 2));
}

#[tokio::test]
async fn a_store_is_found_again_as_it_was_left() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    begin(&store, "one", 0, &["https://a.example/"]).await;
    assert_eq!(look_at_all(&store, "one", 1).await, 1);
    store.close().await;
    let store = open(&folder).await;
    assert_eq!(store.history("https://a.example/", "").await.expect("a history").len(), 1);
}

#[tokio::test]
async fn a_store_in_memory_works_alike() {
    let store = Store::open(&config::Store::Memory).await.expect("a store");
    begin(&store, "one", 0, &["https://a.example/", "https://b.example/"]).await;
    assert_eq!(look_at_all(&store, "one", 1).await, 2);
    assert_eq!(store.next_moment("one").await.expect("a moment"), NextMoment::Done);
    store.close().await;
}

#[tokio::test]
async fn a_new_file_can_be_opened_by_many_at_once() {
    for _ in 0..10 {
        let folder = TempDir::new().expect("a folder");
        let places = (0..8).map(|_| file(&folder));
        let opening: Vec<_> =
            places.map(|place| tokio::spawn(async move { Store::open(&place).await.map(drop) })).collect();
        for one in opening {
            one.await.expect("no panic").expect("a store");
        }
    }
}

#[tokio::test]
async fn a_transaction_that_the_system_ended_is_not_gone_on_with() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    let mut transaction = store.write.begin().await.expect("a transaction");
    // What SQLite does by itself where a disk fails, and sqlx then knows nothing of.
    sqlx::query("ROLLBACK").execute(&mut *transaction).await.expect("an end");
    drop(transaction);
    drop(store.begin_run(&run("one", 0)).await.expect("a transaction of its own"));
}

#[tokio::test]
async fn a_database_of_another_program_is_refused_and_left_alone() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("other.db");
    say(&path, "CREATE TABLE host (id INTEGER)").await;
    let before = fs::read(&path).expect("a file");
    assert!(matches!(refusal(&path).await, StoreError::Foreign { .. }));
    assert_eq!(fs::read(&path).expect("a file"), before);
}

#[tokio::test]
async fn a_newer_schema_is_refused() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    Store::open(&config::Store::Sqlite(path.clone())).await.expect("a store").close().await;
    say(
        &path,
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
         VALUES (99, 'later', 1, X'00', 0)",
    )
    .await;
    let error = refusal(&path).await;
    assert!(matches!(error, StoreError::Newer { found: 99, .. }), "{error:?}");
    assert!(error.to_string().contains("update citewatch"), "{error}");
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("notes.txt");
    fs::write(&path, "these are notes, and far from a database\n".repeat(200)).expect("a file");
    assert!(matches!(refusal(&path).await, StoreError::NotADatabase { .. }));
    assert!(fs::read_to_string(&path).expect("a file").starts_with("these are notes"));
}

#[tokio::test]
async fn a_damaged_file_is_told_as_such() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    Store::open(&config::Store::Sqlite(path.clone())).await.expect("a store").close().await;
    let mut bytes = fs::read(&path).expect("a file");
    // The first page keeps its header; everything behind it is noise.
    bytes[100..].fill(0xA5);
    fs::write(&path, bytes).expect("written");
    let error = refusal(&path).await;
    assert!(matches!(error, StoreError::Corrupt { .. }), "{error:?}");
    assert!(error.to_string().contains("damaged"), "{error}");
}

#[tokio::test]
async fn a_folder_that_cannot_be_made_is_named() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("file"), "in the way").expect("a file");
    let error = refusal(&folder.path().join("file").join("store.db")).await;
    assert!(matches!(error, StoreError::Folder { .. }), "{error:?}");
}

#[tokio::test]
async fn a_place_that_cannot_be_written_is_named() {
    let folder = TempDir::new().expect("a folder");
    // A folder where the file should be: what a permission does for others, and for root as well.
    fs::create_dir(folder.path().join("store.db")).expect("a folder");
    let error = refusal(&folder.path().join("store.db")).await;
    assert!(matches!(error, StoreError::ReadOnly { .. }), "{error:?}");
}

#[cfg(unix)]
#[tokio::test]
async fn a_file_without_the_right_to_write_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("store.db");
    Store::open(&config::Store::Sqlite(path.clone())).await.expect("a store").close().await;
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("set");
    if fs::OpenOptions::new().append(true).open(&path).is_ok() {
        // Root may write to any file; the folder in the way, above, shows the same message.
        return;
    }
    let error = refusal(&path).await;
    assert!(matches!(error, StoreError::ReadOnly { .. }), "{error:?}");
}

#[tokio::test]
async fn an_observation_cannot_be_changed_or_removed() {
    let folder = TempDir::new().expect("a folder");
    let store = open(&folder).await;
    begin(&store, "one", 0, &["https://a.example/"]).await;
    look_at_all(&store, "one", 1).await;
    for statement in ["UPDATE observation SET body = '{}'", "DELETE FROM observation"] {
        let said = sqlx::query(statement).execute(&store.write).await.expect_err("refused").to_string();
        assert!(said.contains("an observation is never"), "{said}");
    }
}
