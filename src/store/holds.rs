//! How long hosts asked to be left alone, of which no source was looked at: archives, which are asked for others.

use std::time::Duration;

use super::frontier::milliseconds;
use super::{Store, StoreError, sql};

impl Store {
    /// For how long yet a host asked to be left alone.
    pub(crate) async fn held(&self, host: &str) -> Result<Option<Duration>, StoreError> {
        let query = sqlx::query_as(sql::HELD).bind(host);
        let row: Option<(i64,)> =
            query.fetch_optional(&self.read).await.map_err(self.failed("read what a host asked for"))?;
        Ok(row.and_then(|(left,)| u64::try_from(left).ok()).filter(|left| *left > 0).map(Duration::from_millis))
    }

    /// Keeps that a host asked to be left alone for so long; it is on disk when this returns.
    pub(crate) async fn hold(&self, host: &str, asked: Duration) -> Result<(), StoreError> {
        let failed = self.failed("note what a host asked for");
        let mut transaction = self.write.begin_with("BEGIN IMMEDIATE").await.map_err(&failed)?;
        let query = sqlx::query_as(sql::ENROL_HOST).bind(host).bind(None::<i64>);
        let (id,): (i64,) = query.fetch_one(&mut *transaction).await.map_err(&failed)?;
        let query = sqlx::query(sql::HOLD_HOST).bind(id).bind(milliseconds(asked));
        query.execute(&mut *transaction).await.map_err(&failed)?;
        transaction.commit().await.map_err(&failed)
    }
}
