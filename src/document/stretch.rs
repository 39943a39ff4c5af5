//! A range of the prose, as small as a document of a million links needs it: several are kept for each.

use std::ops::Range;

/// A range of bytes of the prose, end exclusive: a document is far smaller than four gigabytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stretch {
    start: u32,
    end: u32,
}

impl Stretch {
    /// First byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Whether that byte is one of it.
    pub fn contains(self, at: usize) -> bool {
        self.range().contains(&at)
    }

    /// The same range, as the standard library has it.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }
}

impl From<Range<usize>> for Stretch {
    fn from(range: Range<usize>) -> Self {
        let small = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { start: small(range.start), end: small(range.end) }
    }
}
