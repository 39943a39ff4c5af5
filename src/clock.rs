//! The clock: the only place that reads the time of day.

use jiff::Timestamp;

/// The time now, whole milliseconds: what the store keeps.
#[expect(clippy::disallowed_methods, reason = "this is the one place")]
pub(crate) fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
}
