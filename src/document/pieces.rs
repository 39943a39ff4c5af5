//! What a document is made of: its paragraphs, what it cites, where it points to that, and what it quotes. A document of a
//! million links has as many of each.

use std::num::NonZeroU32;
use std::ops::Range;

use crate::span::Span;

use super::{Few, Rare, Source, Stretch};

/// A place at which a reader sees words that the text itself does not have: those of a template, of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Where in the prose, of which it has nothing.
    pub at: usize,
    /// The template, or what else shows them.
    pub name: String,
}

/// A run of prose that belongs together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where in the prose.
    stretch: Stretch,
    /// The block quotation that it is part of, counted from 1.
    quotation: Option<NonZeroU32>,
}

impl Block {
    /// One that is part of the block quotation with that number, counted from 0.
    pub fn new(kind: BlockKind, range: Range<usize>, quotation: Option<usize>) -> Self {
        let number = |quotation: usize| u32::try_from(quotation + 1).ok().and_then(NonZeroU32::new);
        Self { kind, stretch: range.into(), quotation: quotation.and_then(number) }
    }

    /// The same, where it stands otherwise.
    #[must_use]
    pub(super) fn at(&self, range: Range<usize>) -> Self {
        Self { stretch: range.into(), ..self.clone() }
    }

    /// Where in the prose.
    pub fn range(&self) -> Range<usize> {
        self.stretch.range()
    }

    /// Makes it no part of any.
    pub(super) fn set_apart(&mut self) {
        self.quotation = None;
    }

    /// The block quotation that it is part of, counted from 0.
    pub fn quotation(&self) -> Option<usize> {
        self.quotation.map(|number| number.get() as usize - 1)
    }
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// A heading.
    Heading,
    /// What stands above a quotation and says whose it is.
    Caption,
    /// An item of a list.
    Item,
    /// A cell of a table.
    Cell,
    /// An entry of a reference list, or a note.
    Entry,
}

/// One thing that the document cites.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entry {
    /// As written, else the ordinal.
    pub label: String,
    /// What sort of entry.
    pub role: Role,
    /// What it says about its source.
    pub source: Source,
    /// The whole entry, in the file.
    pub span: Span,
    /// Where it stands in the prose, if it is part of it.
    pub stretch: Option<Stretch>,
    /// Ranges of the prose that the entry itself quotes from the source.
    pub quotes: Rare<Range<usize>>,
    /// It only stands for an earlier one, as `Ibid.` does, whose source it has.
    pub again: bool,
}

/// Which reference list of a document, counted from 0; small, since every entry has room for one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ListNumber(u32);

impl From<usize> for ListNumber {
    fn from(number: usize) -> Self {
        Self(u32::try_from(number).expect("a document is far smaller than four gigabytes"))
    }
}

impl From<ListNumber> for usize {
    fn from(number: ListNumber) -> Self {
        number.0 as Self
    }
}

/// What sort of entry something is; markers find their entries among those of their own sort.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// A link in the prose; its marker is itself.
    #[default]
    Link,
    /// A Markdown footnote.
    Footnote,
    /// A Markdown link reference definition.
    Definition,
    /// An entry of the reference list with this number, counted from 0.
    Listed {
        /// Which list of the document.
        list: ListNumber,
        /// Whether the entry carries its own label; else its position is its number.
        numbered: bool,
    },
    /// What a citation program or the front matter keeps under a key: it stands in no list.
    Keyed,
}

/// A place in the text that points to entries.
#[derive(Debug, Clone, PartialEq)]
pub struct Marker {
    /// As written; those of links that have none are those of their entries, see [`labels`](super::Document::labels).
    pub labels: Rare<String>,
    /// Indices into [`entries`](super::Document::entries).
    pub entries: Few<usize>,
    /// What it looks like.
    pub shape: Shape,
    /// Whether it is part of its sentence.
    pub voice: Voice,
    /// Where in the prose; empty where it leaves no trace there.
    pub stretch: Stretch,
    /// Where in the file.
    pub span: Span,
}

/// How a marker stands in its sentence, which decides on which side of it a quotation stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Voice {
    /// It stands behind the words that it is the source of.
    #[default]
    Parenthetical,
    /// It is part of the sentence and says who speaks: `Smith (2020) says`, `@smith20 says`, `\textcite{smith20} says`.
    Narrative,
}

/// What a marker looks like, which decides how quotes are bound to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// The link itself, or a bare URL.
    Link,
    /// `[^a]`, `[12]`, a superscript: unmistakable.
    Note,
    /// Digits that only their position makes a marker.
    Bare,
    /// A quotation that names its source itself, as `<blockquote cite="…">` does; its range is the quotation.
    Cite,
    /// A name and a year, which name one entry.
    Named,
    /// It points to a note that another file holds.
    Elsewhere(Box<String>),
    /// It points to something that a writing program left behind and nobody can follow.
    Dead,
    /// It says that a source is wanting, names a work that no list of the document has, or has a source that the writer asked to
    /// leave out: what stands before it has no source here, and is not the next mark's.
    Wanting,
}

/// A passage between quotation marks, or the ranges of one that runs over paragraphs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// Ranges of the prose between the marks, in order.
    pub parts: Few<Stretch>,
}

impl Entry {
    /// Where it stands in the prose, if it is part of it.
    pub fn range(&self) -> Option<Range<usize>> {
        self.stretch.map(Stretch::range)
    }
}

impl Quoted {
    /// One that runs over these ranges.
    pub(super) fn of(parts: Vec<Range<usize>>) -> Self {
        Self { parts: parts.into_iter().map(Stretch::from).collect::<Vec<_>>().into() }
    }

    /// Ranges of the prose between the marks, in order.
    pub fn ranges(&self) -> Vec<Range<usize>> {
        self.parts.iter().map(|part| part.range()).collect()
    }
}

impl Marker {
    /// Where in the prose; empty where it leaves no trace there.
    pub fn range(&self) -> Range<usize> {
        self.stretch.range()
    }
}

impl Shape {
    /// Whether it is a note mark in the text, and neither a link nor the quotation itself.
    pub fn is_note(&self) -> bool {
        !matches!(self, Self::Link | Self::Cite)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_there_is_a_million_of_is_small() {
        assert_eq!(
            [size_of::<Entry>(), size_of::<Marker>(), size_of::<Block>(), size_of::<Quoted>()],
            [112, 64, 16, 16]
        );
    }
}
