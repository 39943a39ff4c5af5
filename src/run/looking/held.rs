//! Looks that are held until something answers that can be believed, each with the lease of its host.

use super::{Done, Looker, Read};
use crate::locator::user_info;
use crate::observation::Outcome;
use crate::report::Illness;
use crate::store::Lease;

/// Hosts whose looks are held, each with its lease.
pub(super) type Held = Vec<(Lease, Vec<Done>)>;

impl Looker {
    /// Extends the leases of hosts whose looks are held; one that is lost is told when its looks are recorded.
    pub(super) async fn extend(&self, held: &Held) -> anyhow::Result<()> {
        for (lease, _) in held {
            self.tools.store.touch(lease.fence).await?;
        }
        Ok(())
    }

    /// Records looks that were held, and gives their hosts back.
    pub(super) async fn settle(&self, held: Held) -> anyhow::Result<Vec<Read>> {
        let mut read = Vec::new();
        for (lease, looks) in held {
            for done in looks {
                read.push(self.record(done).await?);
            }
            self.tools.store.release(lease.fence).await?;
        }
        Ok(read)
    }

    /// Whether what is seen is recorded at once: something has answered, and a host for itself.
    pub(super) fn believes(&self) -> bool {
        self.fetcher().heard_anything() && self.learnt.witness.believes()
    }

    /// What the watcher suffers from, once nothing is under way that could tell otherwise.
    pub(super) fn illness(&self, held: &Held) -> Option<Illness> {
        if !self.fetcher().heard_anything() {
            return is_unanswered(held).then_some(Illness::NoNetwork);
        }
        let portal = self.learnt.witness.portal().filter(|_| !held.is_empty());
        portal.map(|from| Illness::CaptivePortal(user_info::hidden(&from)))
    }

    /// Gives hosts back whose looks are not recorded.
    pub(super) async fn give_back(&self, held: Held) -> anyhow::Result<()> {
        for (lease, _) in held {
            self.tools.store.release(lease.fence).await?;
        }
        Ok(())
    }
}

/// Whether somebody was asked; what is skipped asks nobody, and says nothing of the network.
fn is_unanswered(held: &Held) -> bool {
    let silent = |done: &Done| matches!(done.record.observation.outcome, Outcome::NoAnswer(_));
    held.iter().flat_map(|(_, looks)| looks).any(silent)
}
