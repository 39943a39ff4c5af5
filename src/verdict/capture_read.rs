//! What captures say of a source where they were read: whether one is of the page that was cited.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{TitleCheck, TitleVerdict};

/// A capture as it was read for one citation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaptureRead {
    /// The address that a person opens.
    pub url: String,
    /// When it was made.
    pub captured_at: Timestamp,
    /// Quotes of the citation that stand in it, in their words or in close ones.
    pub holds: usize,
    /// Those that do not, where it was read whole.
    pub lacks: usize,
    /// The title of the reference against its own.
    pub title: TitleCheck,
}

impl CaptureRead {
    /// Whether who cites it sends a reader to something else than was cited. A quote that stands in it proves it to be the
    /// page, whatever its title.
    pub fn is_unfit(&self) -> bool {
        self.holds == 0 && (self.lacks > 0 || self.title.verdict == TitleVerdict::Differs)
    }
}
