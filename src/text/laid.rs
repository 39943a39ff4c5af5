//! The words of a file that is no text: what it shows, and what it says about parts of that.

use std::ops::Range;

/// A document out of a DOCX or a PDF. Ranges are bytes of its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Laid {
    /// Paragraphs with a blank line between; the notes come last. Who keeps the text apart leaves it empty.
    pub text: String,
    /// Where its paragraphs or parts of its pages begin, each with its number, by which its places are told.
    pub starts: Vec<(usize, usize)>,
    /// Where the notes begin.
    pub body: usize,
    /// Words that lead somewhere.
    pub links: Vec<LaidLink>,
    /// Notes of its own.
    pub notes: Vec<LaidNote>,
    /// Numbers that are raised as marks of notes are.
    pub raised: Vec<LaidRaised>,
    /// Citations that another program keeps in it.
    pub cited: Vec<LaidCitation>,
    /// Where a program for references lists what is cited.
    pub bibliographies: Vec<Range<usize>>,
    /// Paragraphs that stand in cells of tables, each with the number of its row.
    pub cells: Vec<(Range<usize>, usize)>,
    /// Paragraphs that are headings.
    pub headings: Vec<Range<usize>>,
    /// Paragraphs that are quotations.
    pub quotations: Vec<Range<usize>>,
    /// The parts of the file that break off, so that what stands behind was not read.
    pub broken: Vec<String>,
}

/// Words that lead somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaidLink {
    /// The words.
    pub range: Range<usize>,
    /// Where to.
    pub url: String,
}

/// A note at the foot of a page or at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaidNote {
    /// What a reader sees.
    pub label: String,
    /// Where it is pointed to.
    pub marks: Vec<usize>,
    /// Its words; none where the file holds no such note.
    pub words: Option<Range<usize>>,
    /// The items that a program for references cites in it, each as CSL-JSON.
    pub items: Vec<String>,
    /// What in it is set in italics.
    pub emphasised: Vec<Range<usize>>,
}

/// A number that is raised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaidRaised {
    /// Its digits.
    pub range: Range<usize>,
    /// The index of the note that it refers to, where the file tells that.
    pub note: Option<usize>,
}

/// A citation that a program for references put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaidCitation {
    /// What it shows.
    pub range: Range<usize>,
    /// The items that it cites, each as CSL-JSON.
    pub items: Vec<String>,
}
