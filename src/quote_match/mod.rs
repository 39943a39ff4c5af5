//! Do the words still stand: a quote held against the texts of a page.

use serde::{Deserialize, Serialize};

use crate::page::TextName;
use crate::span::Span;

/// What holding a quote against a page gave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QuoteMatch {
    /// How close the best passage is.
    pub class: MatchClass,
    /// 1 for the same words, 0 for nothing alike; a measure for people, never the verdict.
    pub similarity: f64,
    /// The best passage: always there but for [`MatchClass::Absent`], where it is the nearest miss if there is one.
    pub hit: Option<Hit>,
    /// The quote turned into the passage, word by word; empty where the words are the same.
    pub diff: Vec<Change>,
}

/// How close a passage is to a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MatchClass {
    /// Character for character, after white space.
    Verbatim,
    /// The same words in other typography.
    Typographic,
    /// The same words once the writer's own marks are honoured.
    Edited,
    /// A list whose items are each found whole, in order, not contiguous.
    Parts,
    /// Close, with words that differ and no mark of the writer's.
    Altered(Difference),
    /// Nothing close.
    Absent,
}

/// How much a difference can change the meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Difference {
    /// Function words or spelling only.
    Minor,
    /// Anything that can change the meaning.
    Critical,
}

/// A passage of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// The text of the page that holds it.
    pub text: TextName,
    /// Bytes of that text.
    pub span: Span,
    /// Characters of that text.
    pub chars: Span,
    /// The passage as it stands there.
    pub matched: String,
    /// Up to 80 characters before it.
    pub before: String,
    /// Up to 80 characters after it.
    pub after: String,
    /// How often the same words stand in that text.
    pub occurrences: usize,
    /// `#:~:text=…` that a browser scrolls to; none where the passage is not in the visible text.
    pub fragment: Option<String>,
}

/// A piece of a word diff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What to do with the piece.
    pub op: ChangeOp,
    /// The words, with the white space after them.
    pub text: String,
}

/// What turns the quote into the passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeOp {
    /// In both.
    Equal,
    /// In the quote only.
    Delete,
    /// On the page only.
    Insert,
}
