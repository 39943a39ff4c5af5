//! Documents as they were last checked: what is edited must not have changed since.

use jiff::Timestamp;
use sqlx::SqliteConnection;

use super::{Store, StoreError, sql};

/// What is known of a document as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Checked {
    /// It was checked as it is.
    AsItIs(Timestamp),
    /// It was checked, and has changed since.
    Before(Timestamp),
    /// It was never checked.
    Never,
}

impl Store {
    /// Whether a document was checked with the content that it has now, whatever it was called then.
    pub(crate) async fn checked(&self, path: &str, sha256: &str) -> Result<Checked, StoreError> {
        let query = sqlx::query_as(sql::CHECKED).bind(sha256).bind(path);
        let failed = self.failed("read what documents were checked");
        let rows: Vec<(String, String, i64)> = query.fetch_all(&self.read).await.map_err(failed)?;
        let same = rows.iter().find(|(_, own, _)| own == sha256);
        match (same, rows.first()) {
            (Some((.., at)), _) => Ok(Checked::AsItIs(self.moment("the time of a check", *at)?)),
            (None, Some((.., at))) => Ok(Checked::Before(self.moment("the time of a check", *at)?)),
            (None, None) => Ok(Checked::Never),
        }
    }

    /// Notes that a document with this content too says nothing that was not checked: it is edited by what is known.
    pub(crate) async fn keep_checked(&self, path: &str, sha256: &str, at: Timestamp) -> Result<(), StoreError> {
        let failed = self.failed("keep what a document is");
        let mut connection = self.write.acquire().await.map_err(&failed)?;
        keep(&mut connection, path, sha256, at).await.map_err(failed)
    }
}

/// Notes that a document was checked with this content, and no other.
pub(super) async fn keep_alone(
    connection: &mut SqliteConnection,
    path: &str,
    sha256: &str,
    at: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query(sql::FORGET_CHECKED).bind(path).execute(&mut *connection).await?;
    keep(connection, path, sha256, at).await
}

async fn keep(connection: &mut SqliteConnection, path: &str, sha256: &str, at: Timestamp) -> Result<(), sqlx::Error> {
    let query = sqlx::query(sql::KEEP_CHECKED).bind(path).bind(sha256).bind(at.as_millisecond());
    query.execute(connection).await.map(|_| ())
}
