//! Where the blocks of a page end: a heading, a paragraph, an item of a list, a row of a table ends its sentence whether or not it
//! has a full stop, and an entry of a list of terms says nothing of the next. A `<br>` and a `<div>` only break a line.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// Ends of blocks in a text of the page, by the byte of the line break behind them; each in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ends {
    /// Of headings, items, rows, and of what stands before or behind a paragraph.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<usize>,
    /// Between two paragraphs, each of which may be a line of verse.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<usize>,
    /// Between what is said of a term and the next term.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<usize>,
    /// Between a term and what is said of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<usize>,
}

/// Where the blocks of the texts that a reader sees end.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blocks {
    /// Of the visible text.
    #[serde(default, skip_serializing_if = "Ends::is_empty")]
    pub visible: Ends,
    /// Of that without marks of notes.
    #[serde(default, skip_serializing_if = "Ends::is_empty")]
    pub unmarked: Ends,
}

/// What ends at a line break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::page) enum End {
    Block,
    Paragraph,
    Entry,
    Term,
}

/// The edges of elements since the last words, as bits.
#[derive(Debug, Default)]
pub(super) struct Edges(u16);

const PARAGRAPH_BEGINS: u16 = 1;
const PARAGRAPH_ENDS: u16 = 1 << 1;
const HEADING_BEGINS: u16 = 1 << 2;
const HEADING_ENDS: u16 = 1 << 3;
const ITEM_BEGINS: u16 = 1 << 4;
const ITEM_ENDS: u16 = 1 << 5;
const ROW_BEGINS: u16 = 1 << 6;
const ROW_ENDS: u16 = 1 << 7;
const CELL_BEGINS: u16 = 1 << 8;
const TERM_BEGINS: u16 = 1 << 9;
const VALUE_BEGINS: u16 = 1 << 10;
const VALUE_ENDS: u16 = 1 << 11;
/// A list, a quotation: the words before it may lead on to it.
const PART_BEGINS: u16 = 1 << 12;

impl Blocks {
    /// Whether none ends.
    pub fn is_empty(&self) -> bool {
        self.visible.is_empty() && self.unmarked.is_empty()
    }
}

impl Ends {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        [&self.blocks, &self.paragraphs, &self.entries, &self.terms].into_iter().all(Vec::is_empty)
    }

    /// Whether the sentence of a block ends in these bytes.
    pub(crate) fn is_end_of_block(&self, bytes: &Range<usize>) -> bool {
        [&self.blocks, &self.entries].into_iter().any(|ends| has_one(ends, bytes))
    }

    /// Whether a paragraph ends in these bytes, and another begins.
    pub(crate) fn is_end_of_paragraph(&self, bytes: &Range<usize>) -> bool {
        has_one(&self.paragraphs, bytes)
    }

    /// Whether these bytes lead from a term to what is said of another: the first and the last of the ends in them stand behind a
    /// term, and an entry ends between.
    pub(crate) fn leads_to_another_term(&self, bytes: &Range<usize>) -> bool {
        let within =
            |ends: &[usize]| ends.partition_point(|at| *at < bytes.start)..ends.partition_point(|at| *at < bytes.end);
        let of_terms = &self.terms[within(&self.terms)];
        let (Some(first), Some(last)) = (of_terms.first(), of_terms.last()) else { return false };
        let others = [&self.blocks, &self.paragraphs, &self.entries];
        let outside = |at: &usize| at < first || at > last;
        has_one(&self.entries, &(*first..*last))
            && !others.into_iter().any(|ends| ends[within(ends)].iter().any(outside))
    }

    /// Adds those of `other` from byte `from` on, as they stand where that byte is at `to`.
    pub(super) fn append(&mut self, other: &Self, from: usize, to: usize) {
        let lists = [
            (&mut self.blocks, &other.blocks),
            (&mut self.paragraphs, &other.paragraphs),
            (&mut self.entries, &other.entries),
            (&mut self.terms, &other.terms),
        ];
        for (own, others) in lists {
            own.extend(others.iter().filter(|at| **at >= from).map(|at| at - from + to));
        }
    }

    pub(super) fn note(&mut self, end: Option<End>, at: usize) {
        let Some(end) = end else { return };
        let list = match end {
            End::Block => &mut self.blocks,
            End::Paragraph => &mut self.paragraphs,
            End::Entry => &mut self.entries,
            End::Term => &mut self.terms,
        };
        list.push(at);
    }
}

impl Edges {
    /// An element of this name begins.
    pub(super) fn begin(&mut self, name: &str) {
        self.0 |= match name {
            "p" => PARAGRAPH_BEGINS,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => HEADING_BEGINS,
            "li" => ITEM_BEGINS,
            "tr" => ROW_BEGINS,
            "td" | "th" => CELL_BEGINS,
            "dt" => TERM_BEGINS,
            "dd" => VALUE_BEGINS,
            "ul" | "ol" | "menu" | "dl" | "blockquote" => PART_BEGINS,
            _ => 0,
        };
    }

    /// An element of this name ends.
    pub(super) fn end(&mut self, name: &str) {
        self.0 |= match name {
            "p" => PARAGRAPH_ENDS,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => HEADING_ENDS,
            "li" => ITEM_ENDS,
            "tr" => ROW_ENDS,
            "dd" => VALUE_ENDS,
            _ => 0,
        };
    }

    /// What ends before the words of `text`, if it has any.
    pub(super) fn before(&mut self, text: &str) -> Option<End> {
        if self.0 == 0 || text.chars().all(char::is_whitespace) {
            return None;
        }
        let edges = std::mem::take(self).0;
        let has = |all: u16| edges & all == all;
        if has(VALUE_BEGINS) {
            // What more is said of one term stands as a line does.
            (edges & VALUE_ENDS == 0).then_some(End::Term)
        } else if has(VALUE_ENDS | TERM_BEGINS) {
            Some(End::Entry)
        } else if edges & ITEM_BEGINS != 0 {
            has(ITEM_ENDS).then_some(End::Block)
        } else if has(ROW_BEGINS) {
            has(ROW_ENDS).then_some(End::Block)
        } else if edges & (CELL_BEGINS | PART_BEGINS) != 0 || has(HEADING_BEGINS | HEADING_ENDS) {
            None
        } else if edges == PARAGRAPH_BEGINS | PARAGRAPH_ENDS {
            Some(End::Paragraph)
        } else {
            (edges & !(CELL_BEGINS | TERM_BEGINS) != 0).then_some(End::Block)
        }
    }
}

/// Whether one of `ends` lies in `bytes`.
fn has_one(ends: &[usize], bytes: &Range<usize>) -> bool {
    ends.get(ends.partition_point(|at| *at < bytes.start)).is_some_and(|at| *at < bytes.end)
}
