//! One budget of memory for all bodies under way, so that many hostile pages together cost no more than one budget.
//!
//! A body up to [`FREE`] takes nothing from it: those are bounded by the number of requests under way. A larger one
//! takes its whole cap at once, and only once, so that two bodies never wait for each other.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;

/// Nine pages of ten are smaller than a tenth of this.
pub(super) const FREE: usize = 1024 * 1024;

/// Twelve of the largest pages at once; with 64 requests under way at [`FREE`] each, a third of a gigabyte in all.
const TOTAL: usize = 256 * 1024 * 1024;

/// What a permit of the semaphore stands for.
const UNIT: usize = 1024;

/// Memory for bodies.
pub(super) struct Budget {
    units: Arc<Semaphore>,
}

/// Memory that a body holds until it is dropped.
#[derive(Debug)]
pub(crate) struct Room(Option<OwnedSemaphorePermit>);

impl Budget {
    pub(super) fn new() -> Self {
        Self { units: Arc::new(Semaphore::new(TOTAL / UNIT)) }
    }

    /// Waits for room for `bytes`; how long that took is told, because the page is not to blame for it.
    pub(super) async fn room(&self, bytes: usize) -> (Room, Duration) {
        let asked = Instant::now();
        let units = u32::try_from(bytes.min(TOTAL).div_ceil(UNIT)).expect("the total fits");
        let permit = Arc::clone(&self.units).acquire_many_owned(units).await.expect("the semaphore is never closed");
        (Room(Some(permit)), asked.elapsed())
    }

    #[cfg(test)]
    fn left(&self) -> usize {
        self.units.available_permits() * UNIT
    }
}

impl Room {
    /// Gives back what the finished body did not need.
    pub(super) fn shrink(&mut self, bytes: usize) {
        let Some(permit) = &mut self.0 else { return };
        let spare = permit.num_permits().saturating_sub(bytes.div_ceil(UNIT));
        drop(permit.split(spare));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_finished_body_gives_back_what_it_did_not_need_and_a_dropped_one_the_rest() {
        let budget = Budget::new();
        let (mut room, _) = budget.room(20 * 1024 * 1024).await;
        assert_eq!(budget.left(), TOTAL - 20 * 1024 * 1024);
        room.shrink(3 * 1024 * 1024);
        assert_eq!(budget.left(), TOTAL - 3 * 1024 * 1024);
        drop(room);
        assert_eq!(budget.left(), TOTAL);
    }

    #[tokio::test(start_paused = true)]
    async fn the_time_spent_waiting_for_room_is_told() {
        let budget = Arc::new(Budget::new());
        let (held, none) = budget.room(TOTAL).await;
        assert_eq!(none, Duration::ZERO);
        let waiting = tokio::spawn({
            let budget = Arc::clone(&budget);
            async move { budget.room(UNIT).await.1 }
        });
        tokio::time::sleep(Duration::from_secs(3)).await;
        drop(held);
        assert_eq!(waiting.await.unwrap(), Duration::from_secs(3));
    }
}
