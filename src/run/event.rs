//! What a run tells while it goes on: the doer sends, the printer listens.

use crate::verdict::Availability;

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Event {
    /// The documents are read.
    Planned {
        /// How many sources will be looked at.
        sources: usize,
    },
    /// A source was looked at.
    Looked {
        /// Its URL.
        url: String,
        /// What it is judged to be so far.
        availability: Availability,
    },
    /// Web archives are asked.
    AskingArchives {
        /// For how many sources.
        sources: usize,
    },
    /// An archive was asked for one source.
    AskedArchive,
}
