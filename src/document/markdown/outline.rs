//! What stands where in the prose of a Markdown document.

use std::ops::Range;

use pulldown_cmark::HeadingLevel;

use crate::document::Few;
use crate::document::entry::Words;
use crate::span::Span;

use super::anchored::{Anchored, Numbered};
use super::front_matter::FrontMatter;
use super::html;

/// What stands where in the prose.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) title: Option<String>,
    pub(super) front_matter: FrontMatter,
    pub(super) links: Vec<LinkSeen>,
    pub(super) cites: Vec<html::CiteSeen>,
    /// The keys of citations in roles, with where each stands in the prose, and in the file if it leaves no
    /// trace there.
    pub(super) roles: Vec<(Vec<String>, Range<usize>, Option<Span>)>,
    /// Footnote definitions.
    pub(super) notes: Vec<Note>,
    pub(super) items: Vec<Item>,
    /// Elements of HTML with an id, and numbers that are links within the page.
    pub(super) anchored: Vec<Anchored>,
    pub(super) numbers: Vec<Numbered>,
    /// Rows of tables but their heads, in the prose and in the file.
    pub(super) rows: Vec<(Range<usize>, Span)>,
    /// Emphasised ranges.
    pub(super) emphasised: Vec<Range<usize>>,
    /// Places where markup ends an address that stands bare.
    pub(super) seams: Vec<usize>,
    /// Blocks of code, in the file.
    pub(super) code: Vec<Range<usize>>,
    /// Starts of lines within a paragraph.
    pub(super) line_starts: Vec<usize>,
    /// Horizontal rules.
    pub(super) rules: Vec<usize>,
    /// Headings of Markdown, by where they start in the prose, with their levels; in order.
    pub(super) headings: Vec<(usize, HeadingLevel)>,
}

/// A link with its address.
#[derive(Debug, Clone)]
pub(super) struct LinkSeen {
    /// Its words, in the prose.
    pub(super) range: Range<usize>,
    pub(super) url: String,
    /// The address, in the file.
    pub(super) url_spans: Few<Span>,
    /// The whole link, in the file.
    pub(super) whole: Span,
    pub(super) words: Words,
    /// A number that is all the words it has.
    pub(super) label: Option<String>,
}

/// A footnote definition.
#[derive(Debug, Clone)]
pub(super) struct Note {
    pub(super) label: String,
    pub(super) range: Range<usize>,
    pub(super) span: Span,
}

/// An item of a list. Documents of many links have one for each.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// Its number, in a numbered list.
    pub(super) number: Option<u32>,
    /// How many lists it stands in.
    pub(super) depth: u32,
    range: (u32, u32),
    span: (u32, u32),
}

impl Item {
    pub(super) fn new(number: Option<u64>, depth: usize, range: &Range<usize>, span: Span) -> Self {
        let small = |at: usize| u32::try_from(at).expect("a document is far smaller than four gigabytes");
        Self {
            // One has nine digits at most.
            number: number.and_then(|number| u32::try_from(number).ok()),
            depth: small(depth),
            range: (small(range.start), small(range.end)),
            span: (small(span.start()), small(span.end())),
        }
    }

    pub(super) fn range(&self) -> Range<usize> {
        self.range.0 as usize..self.range.1 as usize
    }

    pub(super) fn span(&self) -> Span {
        Span::new(self.span.0 as usize, self.span.1 as usize)
    }
}

impl Outline {
    /// The links whose words lie within `range`.
    pub(super) fn links_in(&self, range: &Range<usize>) -> &[LinkSeen] {
        let from = self.links.partition_point(|link| link.range.start < range.start);
        let count = self.links[from..].partition_point(|link| link.range.start < range.end);
        &self.links[from..from + count]
    }

    /// The span of the words of `range` with all of the links that begin and end them, whose addresses are no words.
    pub(super) fn whole_of(&self, span: Span, range: &Range<usize>) -> Span {
        let links = self.links_in(range);
        let first = links.first().filter(|link| link.range.start == range.start).map(|link| link.whole.start());
        let last = links.last().filter(|link| link.range.end == range.end).map(|link| link.whole.end());
        Span::new(span.start().min(first.unwrap_or(span.start())), span.end().max(last.unwrap_or(span.end())))
    }

    /// The emphasised ranges within `range`.
    pub(super) fn emphasised_in(&self, range: &Range<usize>) -> &[Range<usize>] {
        let from = self.emphasised.partition_point(|inner| inner.start < range.start);
        let count = self.emphasised[from..].partition_point(|inner| inner.start < range.end);
        &self.emphasised[from..from + count]
    }

    /// The level of the heading that starts at `at` of the prose, if it is one of Markdown.
    pub(super) fn level(&self, at: usize) -> Option<HeadingLevel> {
        let found = self.headings.binary_search_by_key(&at, |(start, _)| *start).ok()?;
        Some(self.headings[found].1)
    }
}
