//! What archives were asked to save, and what has become of it.

use std::collections::HashMap;

use jiff::Timestamp;

use super::{Store, StoreError, sql};

/// One page that an archive was asked to save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SaveJob {
    /// When it was asked last.
    pub asked_at: Timestamp,
    /// How often in a row it was asked without success.
    pub tries: u32,
    /// As the caller wrote it.
    pub state: String,
}

impl Store {
    /// Everything that an archive was asked to save, by address.
    pub(crate) async fn save_jobs(&self, archive: &str) -> Result<HashMap<String, SaveJob>, StoreError> {
        let query = sqlx::query_as(sql::SAVE_JOBS).bind(archive);
        let rows: Vec<(String, i64, i64, String)> =
            query.fetch_all(&self.read).await.map_err(self.failed("read what was to be saved"))?;
        let job = |(url, asked_at, tries, state): (String, i64, i64, String)| {
            let asked_at = self.moment("the time of a request to save a page", asked_at)?;
            Ok((url, SaveJob { asked_at, tries: u32::try_from(tries).unwrap_or(u32::MAX), state }))
        };
        rows.into_iter().map(job).collect()
    }

    /// Keeps what has become of a page; it is on disk when this returns.
    pub(crate) async fn keep_save_job(&self, archive: &str, url: &str, job: &SaveJob) -> Result<(), StoreError> {
        let query = sqlx::query(sql::KEEP_SAVE_JOB).bind(archive).bind(url).bind(job.asked_at.as_millisecond());
        let query = query.bind(i64::from(job.tries)).bind(&job.state);
        query.execute(&self.write).await.map_err(self.failed("note what was to be saved"))?;
        Ok(())
    }
}
