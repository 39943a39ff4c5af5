//! Files that are written whole or not at all, and one that only the process sees.

pub(crate) mod rewritten;
pub(crate) mod shelf;
pub(crate) mod written;

use std::time::Duration;

/// A file that was begun longer ago is written no more.
pub(crate) const LONGEST_WRITE: Duration = Duration::from_hours(1);
