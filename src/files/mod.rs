//! Files that are written whole or not at all.

pub(crate) mod rewritten;
pub(crate) mod written;

use std::time::Duration;

/// A file that was begun longer ago is written no more.
pub(crate) const LONGEST_WRITE: Duration = Duration::from_hours(1);
