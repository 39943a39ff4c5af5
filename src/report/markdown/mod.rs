//! The reports as GitHub-flavoured Markdown: one a document, and an index.
//!
//! A report is read by the person who has to mend the document: first what needs them, with the words of the document
//! beside the words of the source and what to do; what stands is folded away. Whatever comes from outside goes through
//! [`super::escape`].

mod beside;
mod document;
mod index;
mod name;
mod open;
mod quote_item;
mod source_item;
mod tables;

pub(crate) use document::document;
pub(crate) use index::index;
pub(crate) use name::{INDEX, file_names};

use super::escape::markdown;
use crate::verdict::excerpt;

/// Longer quotes are cut where they only name what is meant.
const NAMED: usize = 80;

/// The quote in its marks, as much as it takes to know which one is meant.
fn named(words: &str) -> String {
    format!("“{}”", markdown(&excerpt(words, NAMED)))
}

/// A table in rows; the cells are Markdown already.
fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let mut table = row(head);
    table.push_str(&row(&vec!["---"; head.len()]));
    for cells in rows {
        table.push_str(&row(cells));
    }
    table
}

/// One row of a table.
fn row<T: AsRef<str>>(cells: &[T]) -> String {
    format!("| {} |\n", cells.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(" | "))
}

/// Markdown that opens on a click; `summary` is ours.
fn folded(summary: &str, body: &str) -> String {
    format!("{}{}\n{FOLDED}", unfolded(summary), body.trim_end())
}

/// What stands before such Markdown, and, on the line after it, behind it.
fn unfolded(summary: &str) -> String {
    format!("<details>\n<summary>{summary}</summary>\n\n")
}

const FOLDED: &str = "\n</details>\n";

/// `1 quote`, `2 quotes`.
fn counted(number: usize, one: &str, more: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {more}") }
}

#[cfg(test)]
mod place_tests;
#[cfg(test)]
mod tests;
