//! What a part of a DOCX says, before it is put together.

use std::collections::HashMap;
use std::ops::Range;

use super::numbering::Numbering;

/// What a part says. Ranges are bytes of its text, a line break between paragraphs.
#[derive(Debug, Default)]
pub(super) struct Story {
    pub(super) text: String,
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) links: Vec<Link>,
    /// What is set in italics.
    pub(super) emphasised: Vec<Range<usize>>,
    pub(super) marks: Vec<Mark>,
    pub(super) cited: Vec<Cited>,
    /// What programs for references list.
    pub(super) bibliographies: Vec<Range<usize>>,
    /// The id of each note, and its words.
    pub(super) notes: Vec<(String, Range<usize>)>,
    /// Numbers that are raised.
    pub(super) raised: Vec<Range<usize>>,
    /// References to the note that a bookmark of a name stands around.
    pub(super) again: Vec<(Range<usize>, String)>,
    /// By the names of bookmarks the first mark within, as an index of `marks`.
    pub(super) bookmarked: HashMap<String, usize>,
    /// Where each section ends, and how it numbers its footnotes and its endnotes.
    pub(super) sections: Vec<(usize, [Numbering; 2])>,
    /// The XML breaks off.
    pub(super) is_broken: bool,
}

#[derive(Debug)]
pub(super) struct Paragraph {
    pub(super) range: Range<usize>,
    pub(super) style: Style,
    /// The row of a table that it stands in.
    pub(super) row: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Heading,
    Quotation,
    /// Of the marks of notes.
    Mark,
    Other,
}

#[derive(Debug)]
pub(super) struct Link {
    pub(super) range: Range<usize>,
    pub(super) url: String,
}

/// A place that points to a note.
#[derive(Debug)]
pub(super) struct Mark {
    pub(super) at: usize,
    pub(super) id: String,
    /// To an endnote.
    pub(super) at_end: bool,
}

/// A citation of a reference manager.
#[derive(Debug)]
pub(super) struct Cited {
    pub(super) range: Range<usize>,
    pub(super) items: Vec<String>,
}

impl Story {
    /// The same in the order of the text.
    pub(super) fn in_order(mut self) -> Self {
        // The paragraph of a text box ends before the one that it stands in.
        self.paragraphs.sort_by_key(|paragraph| paragraph.range.start);
        let starts: Vec<usize> = self.paragraphs.iter().map(|paragraph| paragraph.range.start).collect();
        for (paragraph, next) in self.paragraphs.iter_mut().zip(starts.into_iter().skip(1)) {
            paragraph.range.end = paragraph.range.end.min(next.saturating_sub(1)).max(paragraph.range.start);
        }
        self.links.retain(|link| !link.range.is_empty());
        self.links.sort_by_key(|link| link.range.start);
        self.emphasised.sort_by_key(|range| range.start);
        self.cited.sort_by_key(|cited| cited.range.start);
        self.bibliographies.sort_by_key(|list| list.start);
        self
    }
}
