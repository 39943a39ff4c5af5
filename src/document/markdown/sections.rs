//! Reference lists of a Markdown document: under a heading that names them, or numbered at the very end.

use std::ops::Range;

use crate::document::draft::Draft;
use crate::document::entry::Words;
use crate::document::list::heading::{Named, names_references};
use crate::document::list::label::{self, Family};
use crate::document::list::remark;
use crate::document::{Block, BlockKind};
use crate::span::Span;

use super::outline::{Item, LinkSeen, Outline};

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
    shape: Shape,
    /// In the prose, without the label.
    pub(super) range: Range<usize>,
    pub(super) span: Span,
}

/// What an entry is in Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Item,
    Paragraph,
}

/// Entries with an address at their end that are a list of references under whatever heading.
const FEWEST_SHOWN: usize = 2;

/// Finds the reference lists.
pub(super) fn find(draft: &Draft<'_>, outline: &Outline) -> Sections {
    let mut sections = Sections::default();
    let blocks = &draft.blocks;
    let items = by_place(outline);
    let mut list = 0;
    for (index, block) in blocks.iter().enumerate() {
        let Some(named) = opens(draft, outline, block) else { continue };
        let (mut listed, mut from_one) = (false, false);
        for part in parts(draft, outline, index) {
            let (entries, prose) = entries(draft, outline, &items, part, list);
            if prose < entries.len() && are_sources(draft, outline, &entries, named) {
                listed |= !entries.is_empty();
                // The notes of the next chapter are a list of their own.
                let begins = entries.first().is_some_and(|first| first.label.as_deref() == Some("1"));
                list += usize::from(begins && from_one);
                from_one |= begins;
                sections.entries.extend(entries.into_iter().map(|entry| Listed { list, ..entry }));
            }
        }
        list += usize::from(listed);
    }
    if sections.entries.is_empty() {
        sections.entries = at_the_end(draft, outline, &items);
    }
    sections
}

/// Parts the paragraphs that begin with a line which names a reference list, and go on with the list itself.
pub(super) fn part_headings(draft: &mut Draft<'_>, outline: &Outline) {
    let prose = draft.prose.text();
    let mut blocks = Vec::with_capacity(draft.blocks.len());
    for block in draft.blocks.drain(..) {
        let range = block.range.clone();
        let next = outline.line_starts.partition_point(|&at| at <= range.start);
        let second = outline.line_starts.get(next).copied().filter(|&at| at < range.end);
        let second = second.filter(|&second| {
            block.kind == BlockKind::Paragraph
                && names_references(&prose[range.start..second]).is_some()
                && begins_entry(&prose[second..range.end])
        });
        if let Some(second) = second {
            let end = range.start + prose[range.start..second].trim_end().len();
            blocks.push(Block { range: range.start..end, ..block.clone() });
            blocks.push(Block { range: second..range.end, ..block });
        } else {
            blocks.push(block);
        }
    }
    draft.blocks = blocks;
}

/// Whether a line is an entry by its label, or is an address.
fn begins_entry(line: &str) -> bool {
    line.starts_with("http://")
        || line.starts_with("https://")
        || label::prefix(line).is_some_and(|prefix| !matches!(prefix.family, Family::Digits))
}

fn by_place(outline: &Outline) -> Vec<&Item> {
    let mut items: Vec<&Item> = outline.items.iter().filter(|item| !item.range.is_empty()).collect();
    items.sort_by_key(|item| item.range.start);
    items
}

/// Whether a block is a heading, or a paragraph that stands for one, that names a reference list.
fn opens(draft: &Draft<'_>, outline: &Outline, block: &Block) -> Option<Named> {
    let stands_alone = block.kind == BlockKind::Heading
        || block.kind == BlockKind::Paragraph && outline.links_in(&block.range).is_empty();
    let named = names_references(&draft.prose.text()[block.range.clone()]).filter(|_| stands_alone)?;
    Some(if block.kind == BlockKind::Heading { named } else { Named::Perhaps })
}

/// The ranges of the prose that belong to the list which the block `index` opens: what follows it, and what follows
/// each heading below it, `### Books`, that opens no list of its own.
fn parts(draft: &Draft<'_>, outline: &Outline, index: usize) -> Vec<Range<usize>> {
    let blocks = &draft.blocks;
    let level = |block: &Block| outline.level(block.range.start).filter(|_| block.kind == BlockKind::Heading);
    let own = level(&blocks[index]);
    let mut parts = Vec::new();
    let mut from = Some(blocks[index].range.end);
    // The level of a list of its own below this one, whose parts are not this one's.
    let mut other = None;
    for block in &blocks[index + 1..] {
        let other_list = opens(draft, outline, block).is_some();
        if block.kind != BlockKind::Heading && !other_list {
            continue;
        }
        parts.extend(from.take().map(|from| from..block.range.start));
        let below = own.zip(level(block)).filter(|(own, level)| level > own);
        let Some((_, level)) = below else { return parts };
        if other_list {
            other = Some(level);
        } else if other.is_none_or(|other| level <= other) {
            other = None;
            from = Some(block.range.end);
        }
    }
    parts.extend(from.map(|from| from..draft.prose.len()));
    parts
}

/// Whether what stands under the heading is a list of sources: with addresses, dates, identifiers or titles in marks.
fn are_sources(draft: &Draft<'_>, outline: &Outline, entries: &[Listed], named: Named) -> bool {
    let prose = draft.prose.text();
    let tells = |entry: &&Listed| {
        let words = &prose[entry.range.clone()];
        let unsure = named == Named::Perhaps && entry.shape == Shape::Paragraph;
        let shows = if unsure { remark::tells_surely(words) } else { remark::tells(words) };
        let is_remark = entry.label.is_none() && named == Named::Perhaps && remark::is_prose(words);
        (shows || !outline.links_in(&entry.range).is_empty()) && !is_remark
    };
    let telling = entries.iter().filter(tells).count();
    match named {
        Named::Surely => telling > 0,
        Named::Perhaps => telling > 0 && telling * 2 >= entries.len(),
    }
}

/// The entries within a range of the prose: the items of its outermost lists, else its paragraphs; with the number of
/// paragraphs that are running prose and no entries.
fn entries(
    draft: &Draft<'_>,
    outline: &Outline,
    items: &[&Item],
    within: Range<usize>,
    list: usize,
) -> (Vec<Listed>, usize) {
    let from = items.partition_point(|item| item.range.start < within.start);
    let own = || items[from..].iter().take_while(|item| item.range.start < within.end);
    let own = || own().filter(|item| item.range.end <= within.end);
    if let Some(outermost) = own().map(|item| item.depth).min() {
        let outer = own().filter(|item| item.depth == outermost);
        return (outer.map(|item| of_item(draft, item, list)).collect(), 0);
    }
    let from = draft.blocks.partition_point(|block| block.range.start < within.start);
    let own = draft.blocks[from..].iter().take_while(|block| block.range.end <= within.end);
    let own = own.filter(|block| block.kind == BlockKind::Paragraph);
    let found: Vec<Listed> = own.flat_map(|block| of_paragraph(draft, outline, block, list)).collect();
    let words = |entry: &Listed| &draft.prose.text()[entry.range.clone()];
    let (prose, found): (Vec<Listed>, Vec<Listed>) =
        found.into_iter().partition(|entry| entry.label.is_none() && remark::is_prose(words(entry)));
    let is_entry = |entry: &Listed| entry.label.is_some() || !remark::is_remark(words(entry));
    (found.into_iter().filter(is_entry).collect(), prose.len())
}

fn of_item(draft: &Draft<'_>, item: &Item, list: usize) -> Listed {
    let own = prefix(draft, &item.range).filter(|_| item.number.is_none());
    let (label, len) = own.unwrap_or_else(|| (None, label::back_links(&draft.prose.text()[item.range.clone()])));
    let label = item.number.map(|number| number.to_string()).or(label);
    Listed { list, label, shape: Shape::Item, range: item.range.start + len..item.range.end, span: item.span }
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
        let span = draft.prose.span(&whole);
        Listed { list, label, shape: Shape::Paragraph, range: whole.start + len..whole.end, span }
    };
    starts.windows(2).map(entry).filter(|entry| !entry.range.is_empty()).collect()
}

/// A numbered list that ends a document and is nothing but sources: with dates on which they were read, or under a
/// heading, whatever it says, and each with its address at the end.
fn at_the_end(draft: &Draft<'_>, outline: &Outline, items: &[&Item]) -> Vec<Listed> {
    let last = draft.blocks.iter().rposition(|block| !matches!(block.kind, BlockKind::Item));
    let from = last.map_or(0, |last| draft.blocks[last].range.end);
    let (found, _) = entries(draft, outline, items, from..draft.prose.len(), 0);
    let prose = draft.prose.text();
    let dated = found.iter().filter(|entry| {
        let words = prose[entry.range.clone()].to_lowercase();
        ["accessed", "retrieved", "abgerufen", "consulté"].iter().any(|word| words.contains(word))
    });
    let shown = |entry: &Listed| {
        let end = entry.range.start + prose[entry.range.clone()].trim_end_matches(['.', ' ', '\n', '>', ')']).len();
        let addressed = |link: &LinkSeen| {
            link.words == Words::Address && link.range.end >= end && link.range.start > entry.range.start
        };
        entry.label.is_some() && outline.links_in(&entry.range).last().is_some_and(addressed)
    };
    let headed = last.is_some_and(|last| draft.blocks[last].kind == BlockKind::Heading);
    let addressed = headed && found.len() >= FEWEST_SHOWN && found.iter().all(shown);
    let cited = found.iter().filter(|entry| !outline.links_in(&entry.range).is_empty()).count();
    let sources =
        from < draft.prose.len() && !found.is_empty() && cited * 2 >= found.len() && dated.count() * 2 >= found.len();
    if sources || addressed { found } else { Vec::new() }
}
