//! Why an archive did not save a page, and what is done about it.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// What is done about a page that was not saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// The archive has no room now; it is asked again in this run.
    Busy,
    /// The archive failed before it took the page on; it is asked again in this run, as long as it does not fail in a row.
    Down,
    /// It is asked again in the next run.
    Later,
    /// It is captured already, today.
    Today,
    /// It cannot be captured as things are.
    Refused,
    /// The reason is not known.
    Unknown,
    /// Nothing more is captured for us today.
    Quota,
    /// The keys are not taken.
    Keys,
    /// The archive is out of order, or cannot be asked.
    Closed,
}

/// Why a page was not saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Hindrance {
    /// The archive's own code, where it gave one.
    pub(crate) code: Option<String>,
    /// In plain words that fit after the name of the archive.
    pub(crate) words: String,
}

/// A page that was not saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Trouble {
    pub(crate) fate: Fate,
    pub(crate) why: Hindrance,
    /// How long the archive asks to be left alone, where it does.
    pub(crate) wait: Option<Duration>,
}

impl Trouble {
    pub(super) fn new(fate: Fate, code: Option<String>, words: String) -> Self {
        Self { fate, why: Hindrance { code, words }, wait: None }
    }

    /// Whether the archive took the page on, and it came to nothing; else it has no room, or takes none.
    pub(crate) fn was_taken(&self) -> bool {
        !matches!(self.fate, Fate::Busy | Fate::Down | Fate::Quota | Fate::Keys | Fate::Closed)
    }

    /// Whether it tells of the archive rather than of the page.
    pub(crate) fn is_of_the_archive(&self) -> bool {
        self.why.code.is_none()
            && matches!(self.fate, Fate::Busy | Fate::Down | Fate::Later | Fate::Quota | Fate::Keys | Fate::Closed)
    }
}
