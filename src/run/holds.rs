//! What archives ask for by `Retry-After`: the next run keeps to it as well, also where this one is killed.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::archive::Archives;
use crate::fetch::Fetcher;
use crate::locator::host::HostName;
use crate::plan::due::LONGEST_HOLD;
use crate::store::{Store, StoreError};

/// What is shorter is over before another run begins.
const SHORTEST: Duration = Duration::from_secs(1);

/// What has been kept of what hosts asked for in this run.
#[derive(Debug, Default)]
pub(crate) struct Holds(
    // Looked into and left at once.
    Mutex<HashMap<HostName, Instant>>,
);

impl Holds {
    /// Leaves archives alone that asked an earlier run for it.
    pub(crate) async fn keep_to(archives: &Archives, fetcher: &Fetcher, store: &Store) -> Result<(), StoreError> {
        for host in archives.hosts() {
            if let Some(asked) = store.held(host.as_str()).await? {
                tracing::info!(host = host.as_str(), seconds = asked.as_secs(), "an archive asked to be left alone");
                fetcher.hold(&host, asked);
            }
        }
        Ok(())
    }

    /// Keeps what they ask for now.
    pub(crate) async fn note(&self, archives: &Archives, fetcher: &Fetcher, store: &Store) -> Result<(), StoreError> {
        for host in archives.hosts() {
            let asked = fetcher.asked(&host).map(|asked| asked.min(LONGEST_HOLD)).filter(|asked| *asked > SHORTEST);
            if let Some(asked) = asked.filter(|asked| self.is_news(&host, *asked)) {
                store.hold(host.as_str(), asked).await?;
            }
        }
        Ok(())
    }

    fn is_news(&self, host: &HostName, asked: Duration) -> bool {
        let until = Instant::now() + asked;
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_news = kept.get(host).is_none_or(|known| until > *known + SHORTEST);
        if is_news {
            kept.insert(host.clone(), until);
        }
        is_news
    }
}
