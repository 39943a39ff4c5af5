//! What is found in an article while its prose is written.

use std::ops::Range;

use crate::document::Source;
use crate::document::entry::Link;
use crate::span::Span;

use super::coins::Alone;
use super::described::Part;
use super::distill::Keyed;
use super::works::Work;

/// A link, wherever it stands.
#[derive(Debug, Clone)]
pub(super) struct LinkSeen {
    pub(super) link: Link,
    /// Of a card, the line with the title.
    pub(super) titled: Option<Range<usize>>,
    pub(super) shown: Shown,
    /// The whole link, in the file.
    pub(super) whole: Span,
    /// A capture that the link names itself, and its date.
    pub(super) version: Option<(String, String)>,
}

/// How a link is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    AsWords,
    /// As a number, which a style sheet may count.
    AsNumber,
}

/// A place that points to notes.
#[derive(Debug)]
pub(super) struct Use {
    pub(super) label: String,
    pub(super) notes: Vec<usize>,
    /// In the prose.
    pub(super) place: usize,
    pub(super) span: Span,
}

/// A note as written into the prose.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) range: Range<usize>,
    /// What it holds for machines.
    pub(super) sources: Vec<Source>,
    /// What it quotes.
    pub(super) quotes: Vec<Range<usize>>,
}

/// A quotation that names its source.
#[derive(Debug)]
pub(super) struct Cite {
    pub(super) range: Range<usize>,
    pub(super) url: String,
    pub(super) url_span: Span,
    pub(super) whole: Span,
}

/// An item of a list or a row of a table, for lists of references that no link leads to.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) range: Range<usize>,
    pub(super) span: Span,
    /// Its place in a numbered list, or the number that stands before it.
    pub(super) number: Option<usize>,
    /// Bytes of that number, where it is a term of a list.
    pub(super) lead: usize,
}

/// Everything that is found on the way.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub(super) title: Option<String>,
    pub(super) heading: Option<String>,
    pub(super) links: Vec<LinkSeen>,
    /// Links of the page that an archive had written anew, and that are again what they were.
    pub(super) rewritten: usize,
    pub(super) emphasised: Vec<Range<usize>>,
    /// What elements say that they hold of a reference.
    pub(super) parts: Vec<(Part, Range<usize>)>,
    pub(super) uses: Vec<Use>,
    /// What is cited by key.
    pub(super) keyed: Vec<Keyed>,
    pub(super) cites: Vec<Cite>,
    pub(super) works: Vec<Work>,
    pub(super) items: Vec<Item>,
    pub(super) rows: Vec<Item>,
    /// What is called a list of references by its class or its role.
    pub(super) called: Vec<Range<usize>>,
    /// Where in the prose a line ends within its block.
    pub(super) breaks: Vec<usize>,
    /// What is raised and no mark of a note that a link leads to, in the prose and in the file.
    pub(super) raised: Vec<(Range<usize>, Span)>,
    /// What stands for machines outside of notes.
    pub(super) machine: Vec<Alone>,
    /// By note.
    pub(super) notes: Vec<Written>,
}
