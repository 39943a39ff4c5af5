//! Dated copies of a page in web archives, as the archives told of them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A dated copy of a page in a web archive: a memento.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capture {
    /// The name of the archive in the configuration.
    pub archive: String,
    /// The address that a person opens (URI-M).
    pub url: String,
    /// The address of the bytes as captured, where the archive has one.
    pub raw_url: Option<String>,
    /// When the page was captured.
    pub captured_at: Timestamp,
    /// The status of the captured answer, where the archive tells it.
    pub status: Option<u16>,
    /// Payload digest as the archive writes it: SHA-1, Base32.
    pub digest: Option<String>,
}

/// How much archives are asked for the captures of one source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Depth {
    /// The capture that the `TimeGate` names, where it stands and is not later than the date.
    Nearest,
    /// The index in any case: for a page that is gone or withheld, or whose words were not found.
    Thorough,
}

/// What is known of the captures of one source.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaptureSearch {
    /// Captures with status 200, the one to use first: nearest before the anchor, else nearest after.
    Found(Vec<Capture>),
    /// Every archive that was asked confirmed that it has none.
    None,
    /// An archive says that the site is excluded, and no other has it.
    Excluded,
    /// They have captures of errors and nothing else near the anchor; who says so, in plain words.
    OnlyErrors(String),
    /// Not asked, refused, or no answer that can be trusted; why, in plain words.
    Unknown(String),
    /// Archives are switched off.
    #[default]
    NotAsked,
}

impl CaptureSearch {
    /// The captures that were found.
    pub(crate) fn captures(&self) -> &[Capture] {
        match self {
            Self::Found(captures) => captures,
            Self::None | Self::Excluded | Self::OnlyErrors(_) | Self::Unknown(_) | Self::NotAsked => &[],
        }
    }
}
