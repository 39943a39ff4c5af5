//! What is wrong with a configuration, with the place and the nearest thing that would be right.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::span::{Lines, Span};

/// One thing that is wrong with a configuration file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigProblem {
    /// The file.
    pub file: PathBuf,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What was probably meant.
    pub nearest: Option<String>,
}

impl fmt::Display for ConfigProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file.display(), self.line, self.column, self.message)?;
        match &self.nearest {
            Some(nearest) => write!(f, "; did you mean `{nearest}`?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ConfigProblem {}

/// A value that cannot be used; the message fits after the name of its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadValue {
    /// What is wrong, without the name of the key.
    pub message: String,
    /// What was probably meant.
    pub nearest: Option<String>,
}

impl BadValue {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), nearest: None }
    }
}

impl fmt::Display for BadValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        match &self.nearest {
            Some(nearest) => write!(f, "; did you mean `{nearest}`?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for BadValue {}

/// A problem at bytes of the file.
#[derive(Debug)]
pub(super) struct Found {
    pub span: Range<usize>,
    pub message: String,
    pub nearest: Option<String>,
}

/// The problems in the order of the file, with their lines and columns.
pub(super) fn placed(mut found: Vec<Found>, file: &Path, text: &str) -> Vec<ConfigProblem> {
    found.sort_by(|a, b| (a.span.start, &a.message).cmp(&(b.span.start, &b.message)));
    let lines = Lines::new(text);
    let place = |found: Found| {
        let place = lines.place(Span::from((found.span.start, found.span.end)));
        ConfigProblem {
            file: file.to_owned(),
            line: place.line,
            column: place.column,
            message: found.message,
            nearest: found.nearest,
        }
    };
    found.into_iter().map(place).collect()
}

/// The candidate that `word` is most likely a slip of, if any is close.
pub(super) fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // Half of the letters wrong is another word, not a slip.
    let close = |candidate: &str| 2 * strsim::damerau_levenshtein(word, candidate) <= candidate.chars().count();
    candidates
        .filter(|candidate| close(candidate) || (word.len() > 2 && candidate.starts_with(word)))
        .min_by_key(|candidate| (strsim::damerau_levenshtein(word, candidate), *candidate))
}
