//! A text under watch, as a value.

use serde::{Deserialize, Serialize};

/// The format of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Plain text with numbered notes.
    Plain,
    /// `CommonMark` with footnotes, tables and front matter.
    Markdown,
}

impl Format {
    /// The word of the contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Markdown => "markdown",
        }
    }
}
