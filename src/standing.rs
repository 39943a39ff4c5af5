//! What a build does about something: `sound`, `unknown` or `broken`.

use serde::{Deserialize, Serialize};

/// What a build does about a source or a quote. Unknown is not broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It stands.
    Sound,
    /// It could not be decided; never fails a build unless the policy asks for it.
    Unknown,
    /// It does not stand.
    Broken,
}

impl Standing {
    /// The word of the contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sound => "sound",
            Self::Unknown => "unknown",
            Self::Broken => "broken",
        }
    }
}

impl std::fmt::Display for Standing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}
