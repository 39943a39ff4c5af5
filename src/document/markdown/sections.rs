//! Reference lists of a Markdown document: under a heading that names them, or numbered at the very end.

use std::ops::Range;

use crate::document::draft::Draft;
use crate::document::heading::{Named, names_references};
use crate::document::label::{self, Family};
use crate::document::{Block, BlockKind};
use crate::span::Span;

use super::writer::{Item, Outline};

/// The entries of every list.
#[derive(Debug, Default)]
pub(super) struct Sections {
    pub(super) entries: Vec<Listed>,
}

/// One entry of a reference list.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    pub(super) list: usize,
    pub(super) label: Option<String>,
    /// In the prose, without the label.
    pub(super) range: Range<usize>,
    pub(super) span: Span,
}

/// Finds the reference lists.
pub(super) fn find(draft: &Draft<'_>, outline: &Outline) -> Sections {
    let mut sections = Sections::default();
    let blocks = &draft.blocks;
    let mut list = 0;
    for (index, block) in blocks.iter().enumerate() {
        let Some(named) = opens(draft, block) else { continue };
        let next = blocks[index + 1..].iter().position(|block| closes(draft, block));
        let end = next.map_or(draft.prose.len(), |next| blocks[index + 1 + next].range.start);
        let entries = entries(draft, outline, block.range.end..end, list);
        if are_sources(draft, outline, &entries, named) {
            list += usize::from(!entries.is_empty());
            sections.entries.extend(entries);
        }
    }
    if sections.entries.is_empty() {
        sections.entries = at_the_end(draft, outline);
    }
    sections
}

/// Whether a block is a heading, or a paragraph that stands for one, that names a reference list.
fn opens(draft: &Draft<'_>, block: &Block) -> Option<Named> {
    let stands_alone = matches!(block.kind, BlockKind::Heading | BlockKind::Paragraph);
    let named = names_references(&draft.prose.text()[block.range.clone()]).filter(|_| stands_alone)?;
    Some(if block.kind == BlockKind::Heading { named } else { Named::Perhaps })
}

fn closes(draft: &Draft<'_>, block: &Block) -> bool {
    block.kind == BlockKind::Heading || opens(draft, block).is_some()
}

/// Whether what stands under the heading is a list of sources: with addresses, dates, identifiers or titles in marks.
fn are_sources(draft: &Draft<'_>, outline: &Outline, entries: &[Listed], named: Named) -> bool {
    let prose = draft.prose.text();
    let tells = |entry: &&Listed| {
        let words = prose[entry.range.clone()].to_lowercase();
        !outline.links_in(&entry.range).is_empty()
            || ["accessed", "retrieved", "doi", "isbn", "“", "\""].iter().any(|mark| words.contains(mark))
            || words.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() == 4 && matches!(&run[..2], "19" | "20"))
    };
    let telling = entries.iter().filter(tells).count();
    match named {
        Named::Surely => telling > 0,
        Named::Perhaps => telling > 0 && telling * 2 >= entries.len(),
    }
}

/// The entries within a range of the prose: the items of its outermost lists, else its paragraphs.
fn entries(draft: &Draft<'_>, outline: &Outline, within: Range<usize>, list: usize) -> Vec<Listed> {
    let mut items: Vec<&Item> = outline
        .items
        .iter()
        .filter(|item| within.start <= item.range.start && item.range.end <= within.end && !item.range.is_empty())
        .collect();
    let outermost = items.iter().map(|item| item.depth).min();
    items.retain(|item| Some(item.depth) == outermost);
    items.sort_by_key(|item| item.range.start);
    if !items.is_empty() {
        return items.into_iter().map(|item| of_item(draft, item, list)).collect();
    }
    let notes = &outline.notes;
    let from = draft.blocks.partition_point(|block| block.range.start < within.start);
    let own = draft.blocks[from..].iter().take_while(|block| block.range.end <= within.end);
    let own = own.filter(|block| {
        block.kind == BlockKind::Paragraph
            && !notes.iter().any(|note| note.range.start <= block.range.start && block.range.end <= note.range.end)
    });
    own.flat_map(|block| of_paragraph(draft, outline, block, list)).collect()
}

fn of_item(draft: &Draft<'_>, item: &Item, list: usize) -> Listed {
    let own = prefix(draft, &item.range).filter(|_| item.number.is_none());
    let (label, len) = own.unwrap_or((None, 0));
    let label = item.number.map(|number| number.to_string()).or(label);
    Listed { list, label, range: item.range.start + len..item.range.end, span: item.span }
}

/// The label that the words themselves begin with, and its length.
fn prefix(draft: &Draft<'_>, range: &Range<usize>) -> Option<(Option<String>, usize)> {
    let found = label::prefix(&draft.prose.text()[range.clone()]);
    found
        .filter(|prefix| !matches!(prefix.family, Family::Digits | Family::Bullet))
        .map(|prefix| (prefix.label, prefix.len))
}

/// One entry for a paragraph, or one for each of its lines that begins with a label.
fn of_paragraph(draft: &Draft<'_>, outline: &Outline, block: &Block, list: usize) -> Vec<Listed> {
    let from = outline.line_starts.partition_point(|&at| at <= block.range.start);
    let lines = outline.line_starts[from..].iter().copied().take_while(|&at| at < block.range.end);
    let labelled = prefix(draft, &block.range).is_some();
    let mut starts = vec![block.range.start];
    starts.extend(lines.filter(|&at| labelled && prefix(draft, &(at..block.range.end)).is_some()));
    starts.push(block.range.end);
    let entry = |pair: &[usize]| {
        let whole = pair[0]..pair[0] + draft.prose.text()[pair[0]..pair[1]].trim_end().len();
        let (label, len) = prefix(draft, &whole).unwrap_or((None, 0));
        Listed { list, label, range: whole.start + len..whole.end, span: draft.prose.span(&whole) }
    };
    starts.windows(2).map(entry).filter(|entry| !entry.range.is_empty()).collect()
}

/// A numbered list that ends a document and is nothing but sources, with dates on which they were read.
fn at_the_end(draft: &Draft<'_>, outline: &Outline) -> Vec<Listed> {
    let last = draft.blocks.iter().rposition(|block| !matches!(block.kind, BlockKind::Item));
    let from = last.map_or(0, |last| draft.blocks[last].range.end);
    let found = entries(draft, outline, from..draft.prose.len(), 0);
    let prose = draft.prose.text();
    let dated = found.iter().filter(|entry| {
        let words = prose[entry.range.clone()].to_lowercase();
        ["accessed", "retrieved", "abgerufen", "consulté"].iter().any(|word| words.contains(word))
    });
    let cited = found.iter().filter(|entry| !outline.links_in(&entry.range).is_empty()).count();
    let sources =
        from < draft.prose.len() && !found.is_empty() && cited * 2 >= found.len() && dated.count() * 2 >= found.len();
    if sources { found } else { Vec::new() }
}
