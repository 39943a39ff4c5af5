//! Memory for all bodies under way, so that many hostile pages together cost no more than one budget.
//!
//! A body up to [`FREE`] takes nothing from it: those are bounded by the number of requests under way. A larger one
//! takes room for what [`MIDDLE`] bytes come to, and one that outgrows that takes all that it may ever need, from a store of its own.
//! Who holds the latter waits for nothing more, so that two bodies never wait for each other, and pages of a usual size
//! never wait for the largest ones. A body counts for what is decoded, for the texts that come of it and for what is kept as
//! evidence, until all have been recorded.
//!
//! With what reading takes (`reader.rs`) all of it stays within 600 MiB.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;

/// Nine pages of ten are smaller; 64 requests under way hold 16 MiB.
pub(super) const FREE: usize = 256 * 1024;

/// 2 of 2,165 ordinary pages are larger.
pub(super) const MIDDLE: usize = 2 * 1024 * 1024;

/// For pages up to [`MIDDLE`]: 32 at once, or 21 where their bytes are kept as evidence.
const MIDDLE_TOTAL: usize = 128 * 1024 * 1024;

/// For larger ones: three at once, or two where their bytes are kept as evidence.
const LARGE_TOTAL: usize = 120 * 1024 * 1024;

/// What a permit of a semaphore stands for.
const UNIT: usize = 1024;

/// Memory for bodies.
pub(super) struct Budget {
    middle: Arc<Semaphore>,
    large: Arc<Semaphore>,
}

/// Memory that a body holds until it is dropped.
#[derive(Debug)]
pub(crate) struct Room {
    permit: OwnedSemaphorePermit,
    is_large: bool,
}

impl Budget {
    pub(super) fn new() -> Self {
        let of = |bytes: usize| Arc::new(Semaphore::new(bytes / UNIT));
        Self { middle: of(MIDDLE_TOTAL), large: of(LARGE_TOTAL) }
    }

    /// Waits for room for a body that has come to `bytes`, may come to `cap`, and stands there so many times, unless
    /// what it holds is enough. How long that took is told, because the page is not to blame for it. Who waits no longer keeps
    /// what it holds.
    pub(super) async fn enough(&self, held: &mut Option<Room>, bytes: usize, cap: usize, copies: usize) -> Duration {
        let is_large = bytes > MIDDLE;
        if bytes <= FREE || held.as_ref().is_some_and(|room| room.is_large || !is_large) {
            return Duration::ZERO;
        }
        let asked = Instant::now();
        let (store, wanted) = if is_large {
            (&self.large, (cap * copies).min(LARGE_TOTAL))
        } else {
            (&self.middle, (MIDDLE * copies).min(MIDDLE_TOTAL))
        };
        let units = u32::try_from(wanted.div_ceil(UNIT)).expect("the totals fit");
        let permit = Arc::clone(store).acquire_many_owned(units).await.expect("the semaphore is never closed");
        *held = Some(Room { permit, is_large });
        asked.elapsed()
    }

    #[cfg(test)]
    fn left(&self) -> (usize, usize) {
        (self.middle.available_permits() * UNIT, self.large.available_permits() * UNIT)
    }
}

impl Room {
    /// A body that comes to no more needs no other room.
    pub(super) fn bytes(&self) -> usize {
        if self.is_large { usize::MAX } else { MIDDLE }
    }

    /// Gives back what the finished body did not need.
    pub(super) fn shrink(&mut self, bytes: usize) {
        let spare = self.permit.num_permits().saturating_sub(bytes.div_ceil(UNIT));
        drop(self.permit.split(spare));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MB: usize = 1024 * 1024;

    #[tokio::test]
    async fn a_body_takes_room_as_it_grows_and_gives_it_back() {
        let budget = Budget::new();
        let mut held = None;
        budget.enough(&mut held, FREE, 10 * MB, 2).await;
        assert!(held.is_none());
        budget.enough(&mut held, FREE + 1, 10 * MB, 2).await;
        assert_eq!(budget.left(), (MIDDLE_TOTAL - 2 * MIDDLE, LARGE_TOTAL));
        budget.enough(&mut held, MIDDLE + 1, 10 * MB, 2).await;
        assert_eq!(budget.left(), (MIDDLE_TOTAL, LARGE_TOTAL - 20 * MB));
        budget.enough(&mut held, 9 * MB, 10 * MB, 2).await;
        let mut large = held.unwrap();
        large.shrink(3 * MB);
        assert_eq!(budget.left(), (MIDDLE_TOTAL, LARGE_TOTAL - 3 * MB));
        drop(large);
        assert_eq!(budget.left(), (MIDDLE_TOTAL, LARGE_TOTAL));
    }

    #[tokio::test(start_paused = true)]
    async fn the_time_spent_waiting_for_room_is_told_and_usual_pages_wait_for_no_large_one() {
        let budget = Arc::new(Budget::new());
        let (mut held, mut usual) = (None, None);
        assert_eq!(budget.enough(&mut held, 90 * MB, LARGE_TOTAL, 1).await, Duration::ZERO);
        assert_eq!(budget.enough(&mut usual, MB, 10 * MB, 2).await, Duration::ZERO);
        let waiting = tokio::spawn({
            let budget = Arc::clone(&budget);
            async move { budget.enough(&mut None, 3 * MB, 10 * MB, 2).await }
        });
        tokio::time::sleep(Duration::from_secs(3)).await;
        drop(held);
        assert_eq!(waiting.await.unwrap(), Duration::from_secs(3));
    }

    #[tokio::test(start_paused = true)]
    async fn who_waits_no_longer_keeps_what_it_holds() {
        let budget = Budget::new();
        let (mut others, mut held) = (None, None);
        budget.enough(&mut others, 90 * MB, LARGE_TOTAL, 1).await;
        budget.enough(&mut held, MB, 10 * MB, 2).await;
        let waiting = budget.enough(&mut held, 3 * MB, 10 * MB, 2);
        assert!(tokio::time::timeout(Duration::from_secs(3), waiting).await.is_err());
        assert_eq!(budget.left(), (MIDDLE_TOTAL - 2 * MIDDLE, 0));
        assert!(held.is_some());
    }
}
