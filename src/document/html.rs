//! HTML articles: notes of every shape, what a page holds for machines, quotations that name their source, links.

mod called;
mod caption;
mod card;
mod chat;
mod coins;
mod described;
mod distill;
mod footnotes;
mod links;
mod listed;
#[cfg(test)]
mod listed_tests;
mod marks;
mod notes;
mod own;
mod parts;
#[cfg(test)]
mod references_tests;
mod remark;
mod seen;
mod services;
mod short;
mod silent;
mod site;
mod tally;
mod text;
mod tree;
mod works;
mod writer;

use crate::date;
use crate::span::Lines;

use super::draft::Draft;
use super::{Document, Format};

pub(super) use tally::tally;
use tree::Tree;
use writer::Writer;

/// Reads an article.
pub(super) fn read(text: &str, lines: &Lines<'_>) -> Document {
    let tree = Tree::read(text);
    let footnotes = footnotes::find(&tree);
    let mut draft = Draft::new(Format::Html, text, lines, date::majority(text));
    let mut seen = Writer::new(&mut draft, &tree, &footnotes).write();
    let already = seen.rewritten;
    links::unwrap_saved(&mut seen, text, already);
    let title = seen.heading.take().or_else(|| seen.title.take());
    notes::add(&mut draft, &tree, &footnotes, seen);
    draft.finish(title)
}

#[cfg(test)]
mod shapes_tests;
#[cfg(test)]
mod tests;
