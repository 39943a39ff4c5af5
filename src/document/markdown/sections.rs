//! Reference lists of a Markdown document: under a heading that names them, or numbered at the very end.

use std::collections::HashMap;
use std::ops::Range;

use crate::document::draft::Draft;
use crate::document::list::heading::{Named, names_references};
use crate::document::list::label::{self, Family};
use crate::document::list::named::named;
use crate::document::list::remark;
use crate::document::list::spoken::quotes_somebody;
use crate::document::marker::notes::Among;
use crate::document::{Block, BlockKind};
use crate::span::Span;

use super::anchored;
use super::chat::{self, Address, Chat};
use super::loose;
use super::outline::{Item, Outline};
use super::rows;

/// The entries of every list.
#[derive(Debug, Default)]
pub(super) struct Sections {
    pub(super) entries: Vec<Listed>,
    /// Links in the prose that are numbers or addresses of entries and nothing besides.
    pub(super) taken: Vec<Range<usize>>,
    /// Addresses that stand apart from the words of their entry, by where these begin.
    pub(super) addresses: HashMap<usize, Address>,
}

/// One entry of a reference list.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    pub(super) list: usize,
    pub(super) label: Option<String>,
    pub(super) shape: Shape,
    /// In the prose, without the label.
    pub(super) range: Range<usize>,
    pub(super) span: Span,
}

/// What an entry is in Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Item,
    Paragraph,
}

/// Finds the reference lists.
pub(super) fn find(draft: &Draft<'_>, outline: &Outline) -> Sections {
    let Chat { entries: listed, taken, addresses } = chat::find(draft, outline);
    let whole =
        |entry: &Listed| addresses.get(&entry.range.start).map_or(entry.range.end, |address| address.link.range.end);
    let chat: Vec<Range<usize>> = listed.iter().map(|entry| entry.range.start..whole(entry)).collect();
    let apart = |entry: &Listed| {
        let next = chat.partition_point(|own| own.end <= entry.range.start);
        chat.get(next).is_none_or(|own| own.start >= entry.range.end)
    };
    let mut sections = Sections { entries: listed, taken, addresses };
    let blocks = &draft.blocks;
    let items = by_place(outline);
    let mut list = usize::from(!chat.is_empty());
    for (index, block) in blocks.iter().enumerate() {
        let Some(named) = opens(draft, outline, block) else { continue };
        let (mut listed, mut from_one) = (false, false);
        for part in parts(draft, outline, index) {
            let (mut entries, prose) = entries(draft, outline, &items, part, list);
            entries.retain(apart);
            as_written(draft, &mut entries);
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
    let loose = loose::pointed(draft, outline, &items, &sections.entries, list);
    sections.entries.extend(loose);
    let anchored = anchored::entries(draft, outline, &sections.entries);
    sections.entries.extend(anchored);
    if sections.entries.is_empty() {
        sections.entries = loose::at_the_end(draft, outline, &items);
    }
    if sections.entries.is_empty() {
        sections.entries = loose::in_table(draft, outline);
    }
    sections
}

/// Labels items with the numbers that they are written with, where these rise from each to the next: Markdown counts on from
/// the first, but who lists what was used leaves numbers out.
fn as_written(draft: &Draft<'_>, entries: &mut [Listed]) {
    let number = |entry: &Listed| {
        let written = draft.text.get(entry.span.start()..)?;
        let digits = written.bytes().take_while(u8::is_ascii_digit).count();
        let own = entry.shape == Shape::Item && written[digits..].starts_with(['.', ')']);
        written[..digits].parse::<u32>().ok().filter(|_| own)
    };
    let numbers: Option<Vec<u32>> = entries.iter().map(number).collect();
    if let Some(numbers) = numbers.filter(|numbers| numbers.is_sorted_by(|one, next| one < next)) {
        for (entry, number) in entries.iter_mut().zip(numbers) {
            entry.label = Some(number.to_string());
        }
    }
}

/// Parts the paragraphs that begin with a line which names a reference list, and go on with the list itself.
pub(super) fn part_headings(draft: &mut Draft<'_>, outline: &Outline) {
    let prose = draft.prose.text();
    // Few are: a long document has no room for another list of its paragraphs.
    let mut parted: Vec<(usize, Range<usize>)> = Vec::new();
    for (index, block) in draft.blocks.iter_mut().enumerate() {
        let range = block.range();
        let next = outline.line_starts.partition_point(|&at| at <= range.start);
        let second = outline.line_starts.get(next).copied().filter(|&at| at < range.end);
        let second = second.filter(|&second| {
            block.kind == BlockKind::Paragraph
                && names_references(&prose[range.start..second]).is_some()
                && begins_entry(&prose[second..range.end])
        });
        if let Some(second) = second {
            *block = block.at(range.start..range.start + prose[range.start..second].trim_end().len());
            parted.push((index, second..range.end));
        }
    }
    if !parted.is_empty() {
        let (all, mut parted) = (std::mem::take(&mut draft.blocks), parted.into_iter().peekable());
        for (index, block) in all.into_iter().enumerate() {
            let rest = parted.next_if(|(at, _)| *at == index).map(|(_, range)| block.at(range));
            draft.blocks.push(block);
            draft.blocks.extend(rest);
        }
    }
}

/// Whether a line ends with an address, or with a link.
fn ends_with_address(draft: &Draft<'_>, outline: &Outline, line: Range<usize>) -> bool {
    let words = draft.prose.text()[line.clone()].trim_end_matches([' ', '\n', '.', ')', '>', ']']);
    let end = line.start + words.len();
    outline.links_in(&line).last().is_some_and(|link| link.range.end >= end)
}

/// Whether two lines each begin with a link, the second one with that of another source: no capture of the first, and no
/// word that goes on with it, `[archived](…)`.
fn are_another(draft: &Draft<'_>, outline: &Outline, line: Range<usize>, next: Range<usize>) -> bool {
    let prose = draft.prose.text();
    let first = |line: &Range<usize>| {
        let words = &prose[line.clone()];
        let start = line.start + words.len() - words.trim_start().len();
        outline.links_in(line).first().filter(|link| link.range.start == start && !link.range.is_empty())
    };
    let (Some(one), Some(other)) = (first(&line), first(&next)) else { return false };
    let words = &prose[other.range.clone()];
    let is_name = words.starts_with("http") || !words.starts_with(char::is_lowercase);
    is_name && !other.url.get(1..).is_some_and(|inner| inner.contains(one.url.trim_end_matches('/')))
}

/// Whether a line behind an address is about another source, and does not say when that one was read or kept.
fn begins_anew(line: &str) -> bool {
    const GO_ON: &[&str] = &[
        "http",
        "www.",
        "Accessed",
        "Retrieved",
        "Archived",
        "Available",
        "Last ",
        "Abgerufen",
        "Consulté",
        "Zugriff",
    ];
    let line = line.trim_start();
    let begins = line.starts_with(|c: char| !c.is_lowercase() && c.is_alphanumeric() || "“\"„«‘".contains(c));
    begins && remark::tells_surely(line) && !GO_ON.iter().any(|start| line.starts_with(start))
}

/// Whether a line is an entry by its label, or is an address.
fn begins_entry(line: &str) -> bool {
    line.starts_with("http://")
        || line.starts_with("https://")
        || label::prefix(line).is_some_and(|prefix| !matches!(prefix.family, Family::Digits))
}

fn by_place(outline: &Outline) -> Vec<&Item> {
    let mut items: Vec<&Item> = outline.items.iter().filter(|item| !item.range().is_empty()).collect();
    items.sort_by_key(|item| item.range().start);
    items
}

/// Whether a block is a heading, or a paragraph that stands for one, that names a reference list.
fn opens(draft: &Draft<'_>, outline: &Outline, block: &Block) -> Option<Named> {
    let stands_alone = block.kind == BlockKind::Heading
        || block.kind == BlockKind::Paragraph && outline.links_in(&block.range()).is_empty();
    let named = names_references(&draft.prose.text()[block.range()]).filter(|_| stands_alone)?;
    Some(if block.kind == BlockKind::Heading { named } else { Named::Perhaps })
}

/// The ranges of the prose that belong to the list which the block `index` opens: what follows it, and what follows
/// each heading below it, `### Books`, that opens no list of its own.
fn parts(draft: &Draft<'_>, outline: &Outline, index: usize) -> Vec<Range<usize>> {
    let blocks = &draft.blocks;
    let level = |block: &Block| outline.level(block.range().start).filter(|_| block.kind == BlockKind::Heading);
    let own = level(&blocks[index]);
    let mut parts = Vec::new();
    let mut from = Some(blocks[index].range().end);
    // The level of a list of its own below this one, whose parts are not this one's.
    let mut other = None;
    for block in &blocks[index + 1..] {
        let other_list = opens(draft, outline, block).is_some();
        if block.kind != BlockKind::Heading && !other_list {
            continue;
        }
        parts.extend(from.take().map(|from| from..block.range().start));
        let below = own.zip(level(block)).filter(|(own, level)| level > own);
        let Some((_, level)) = below else { return parts };
        if other_list {
            other = Some(level);
        } else if other.is_none_or(|other| level <= other) {
            other = None;
            from = Some(block.range().end);
        }
    }
    parts.extend(from.map(|from| from..draft.prose.len()));
    parts
}

/// Whether what stands under the heading is a list of sources: with addresses, dates, identifiers or titles in marks.
fn are_sources(draft: &Draft<'_>, outline: &Outline, entries: &[Listed], named: Named) -> bool {
    let prose = draft.prose.text();
    // What counts up in brackets is a list.
    let counted =
        entries.len() > 1 && loose::is_counted(entries) && entries.iter().all(|entry| in_brackets(draft, entry));
    let tells = |entry: &&Listed| {
        let words = &prose[entry.range.clone()];
        let unsure = named == Named::Perhaps && entry.shape == Shape::Paragraph && !counted;
        let shows = if unsure { remark::tells_surely(words) } else { remark::tells(words) };
        let is_remark = entry.label.is_none() && named == Named::Perhaps && remark::is_prose(words);
        (shows || !outline.links_in(&entry.range).is_empty()) && !is_remark
    };
    match named {
        Named::Surely => entries.iter().any(|entry| tells(&entry)),
        Named::Perhaps => {
            let of_notes = draft.found.iter().filter(|found| found.among == Among::Footnotes);
            let mut marks: Vec<usize> = of_notes.map(|found| found.range.start).collect();
            marks.sort_unstable();
            let (spoken, others): (Vec<&Listed>, Vec<&Listed>) =
                entries.iter().partition(|entry| is_spoken(draft, outline, entry, &marks));
            let telling = others.into_iter().filter(tells).count();
            telling > spoken.len() && telling * 2 >= entries.len()
        }
    }
}

/// Whether what stands under a heading such as `Notes` is text that cites, and no source: a sentence that quotes somebody, words
/// with one of the `marks` of footnotes, or the line that says where the block quote above it is from.
fn is_spoken(draft: &Draft<'_>, outline: &Outline, entry: &Listed, marks: &[usize]) -> bool {
    let words = &draft.prose.text()[entry.range.clone()];
    let from_above = || {
        let at = draft.blocks.partition_point(|block| block.range().start < entry.range.start);
        let above = at.checked_sub(1).map(|above| &draft.blocks[above]);
        words.starts_with(['—', '–', '-', '―']) && above.is_some_and(|above| above.quotation().is_some())
    };
    let begins_with_source =
        outline.links_in(&entry.range).first().is_some_and(|link| link.range.start == entry.range.start);
    let marked = || {
        let next = marks.partition_point(|&mark| mark <= entry.range.start);
        marks.get(next).is_some_and(|&mark| mark <= entry.range.end) && !remark::cites_work(words)
    };
    !begins_with_source && (entry.label.is_none() && (quotes_somebody(words) || from_above()) || marked())
}

/// Whether an entry begins with a number in square brackets.
fn in_brackets(draft: &Draft<'_>, entry: &Listed) -> bool {
    let before = draft.text.get(..draft.prose.span(&entry.range).start()).unwrap_or_default();
    before.trim_end().trim_end_matches(['\\', ':', '.']).ends_with(']')
}

/// The entries within a range of the prose: the items of its outermost lists, else its paragraphs; with the number of
/// paragraphs that are running prose and no entries.
pub(super) fn entries(
    draft: &Draft<'_>,
    outline: &Outline,
    items: &[&Item],
    within: Range<usize>,
    list: usize,
) -> (Vec<Listed>, usize) {
    let from = items.partition_point(|item| item.range().start < within.start);
    let own = || items[from..].iter().take_while(|item| item.range().start < within.end);
    let own = || own().filter(|item| item.range().end <= within.end);
    if let Some(outermost) = own().map(|item| item.depth).min() {
        let outer: Vec<&Item> = own().filter(|item| item.depth == outermost).copied().collect();
        let outer = before_next_chapter(draft, &outer).iter();
        let mut found: Vec<Listed> = outer.map(|item| of_item(draft, item, list)).collect();
        // `1–2. Smith`, which is no item to Markdown.
        let from = draft.blocks.partition_point(|block| block.range().start < within.start);
        let own = draft.blocks[from..].iter().take_while(|block| block.range().end <= within.end);
        for block in own.filter(|block| block.kind == BlockKind::Paragraph) {
            let several = prefix(draft, &block.range())
                .and_then(|(label, _)| label)
                .is_some_and(|label| !crate::document::marker::notes::several(&label).is_empty());
            if several {
                found.extend(of_paragraph(draft, outline, block, list));
            }
        }
        found.sort_by_key(|entry| entry.range.start);
        return (found, 0);
    }
    let rows = rows::entries(draft, outline, &within, list);
    if !rows.is_empty() {
        return (rows, 0);
    }
    let from = draft.blocks.partition_point(|block| block.range().start < within.start);
    let own = draft.blocks[from..].iter().take_while(|block| block.range().end <= within.end);
    let own = own.filter(|block| block.kind == BlockKind::Paragraph);
    let found: Vec<Listed> = own.flat_map(|block| of_paragraph(draft, outline, block, list)).collect();
    let found = of_one_list(found);
    let words = |entry: &Listed| &draft.prose.text()[entry.range.clone()];
    let (prose, found): (Vec<Listed>, Vec<Listed>) =
        found.into_iter().partition(|entry| entry.label.is_none() && remark::is_prose(words(entry)));
    let is_entry = |entry: &Listed| entry.label.is_some() || !remark::is_remark(words(entry));
    (found.into_iter().filter(is_entry).collect(), prose.len())
}

/// The items of one list: those behind running text that are numbered from 1 again are the notes of what stands before them.
fn before_next_chapter<'i, 'o>(draft: &Draft<'_>, items: &'i [&'o Item]) -> &'i [&'o Item] {
    let parted = |pair: &[&Item]| {
        let first = draft.blocks.partition_point(|block| block.range().start < pair[0].range().end);
        let between = draft.blocks[first..].iter().take_while(|block| block.range().end <= pair[1].range().start);
        between.filter(|block| block.kind == BlockKind::Paragraph).any(|block| {
            let words = &draft.prose.text()[block.range()];
            remark::is_prose(words) || !named(words).is_empty()
        })
    };
    let anew = |pair: &[&Item]| pair[0].number.is_some() && pair[1].number == Some(1) && parted(pair);
    let end = items.windows(2).position(anew);
    &items[..end.map_or(items.len(), |last| last + 1)]
}

/// Paragraphs with numbers of their own up to those that have none: what no further number follows is the next chapter.
fn of_one_list(mut found: Vec<Listed>) -> Vec<Listed> {
    let number = |entry: &Listed| entry.label.as_deref().and_then(|label| label.parse::<usize>().ok());
    let mut at = 0;
    while let Some(last) = found.get(at).and_then(number) {
        let next = found[at + 1..].iter().position(|entry| number(entry) == Some(last + 1));
        let Some(next) = next else {
            let end = found[at + 1..].iter().position(|entry| entry.label.is_none());
            found.truncate(end.map_or(found.len(), |end| at + 1 + end));
            break;
        };
        at += next + 1;
    }
    found
}

fn of_item(draft: &Draft<'_>, item: &Item, list: usize) -> Listed {
    let range = item.range();
    let own = prefix(draft, &range).filter(|_| item.number.is_none());
    let (label, len) = own.unwrap_or_else(|| (None, label::back_links(&draft.prose.text()[range.clone()])));
    let label = item.number.map(|number| number.to_string()).or(label);
    Listed { list, label, shape: Shape::Item, range: range.start + len..range.end, span: item.span() }
}

/// The label that the words themselves begin with, and its length.
pub(super) fn prefix(draft: &Draft<'_>, range: &Range<usize>) -> Option<(Option<String>, usize)> {
    let words = &draft.prose.text()[range.clone()];
    let found = label::prefix(words).filter(|prefix| !matches!(prefix.family, Family::Digits | Family::Bullet));
    let found = found.or_else(|| label::sign(words)).map(|prefix| (prefix.label, prefix.len));
    found.or_else(|| raised(draft, range))
}

/// The number that an entry begins with where it is raised, `<sup>1</sup> Doe, …`.
fn raised(draft: &Draft<'_>, range: &Range<usize>) -> Option<(Option<String>, usize)> {
    const DIGITS: usize = 4;
    let words = &draft.prose.text()[range.clone()];
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=DIGITS).contains(&digits) {
        return None;
    }
    let written = draft.prose.span(&(range.start..range.start + digits));
    let (before, behind) = (draft.text.get(..written.start())?, draft.text.get(written.end()..)?);
    let gap = words[digits..].len() - words[digits..].trim_start_matches(label::is_gap).len();
    let is_raised = before.ends_with("<sup>") && behind.starts_with("</sup>") && digits + gap < words.len();
    is_raised.then(|| (Some(words[..digits].to_owned()), digits + gap))
}

/// One entry for a paragraph, or one for each of its lines that begins with a label, or follows one that ends with an address.
fn of_paragraph(draft: &Draft<'_>, outline: &Outline, block: &Block, list: usize) -> Vec<Listed> {
    let from = outline.line_starts.partition_point(|&at| at <= block.range().start);
    let lines: Vec<usize> =
        outline.line_starts[from..].iter().copied().take_while(|&at| at < block.range().end).collect();
    let labelled = prefix(draft, &block.range()).is_some();
    let begins = |index: usize| {
        let at = lines[index];
        if labelled {
            return prefix(draft, &(at..block.range().end)).is_some();
        }
        let before = index.checked_sub(1).map_or(block.range().start, |before| lines[before]);
        let end = lines.get(index + 1).copied().unwrap_or(block.range().end);
        ends_with_address(draft, outline, before..at) && begins_anew(&draft.prose.text()[at..end])
            || are_another(draft, outline, before..at, at..end)
    };
    let mut starts = vec![block.range().start];
    starts.extend((0..lines.len()).filter(|&index| begins(index)).map(|index| lines[index]));
    starts.push(block.range().end);
    let entry = |pair: &[usize]| {
        let whole = pair[0]..pair[0] + draft.prose.text()[pair[0]..pair[1]].trim_end().len();
        let (label, len) = prefix(draft, &whole).unwrap_or((None, 0));
        let span = outline.whole_of(draft.prose.span(&whole), &whole);
        Listed { list, label, shape: Shape::Paragraph, range: whole.start + len..whole.end, span }
    };
    starts.windows(2).map(entry).filter(|entry| !entry.range.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    /// The addresses of each entry of the list, by their ends.
    fn check(list: &str, expected: &[&str]) {
        let document =
            parse(&format!("So it is “said there”.\n\n## References\n\n{list}\n"), Format::Markdown, Limits::default());
        let found: Vec<String> = document
            .entries
            .iter()
            .map(|entry| {
                format!(
                    "{} {}",
                    entry.label,
                    entry.source.url.as_deref().unwrap_or("-").rsplit('/').next().unwrap_or_default()
                )
            })
            .collect();
        assert_eq!(found, expected, "{list}");
    }

    #[test]
    fn each_line_of_a_paragraph_of_references_is_an_entry() {
        check(
            "[1] Byrd. The Tide. 2019. https://a.test/1\n[2] Cole. The Wall. 2020. https://a.test/2",
            &["1 1", "2 2"],
        );
        check(
            "Byrd, A. (2019). The Tide. Post. https://a.test/1\nCole, M., & Roe, P. (2020). The Wall. https://a.test/2.",
            &["1 1", "2 2"],
        );
        check(
            "Harbour Board – The Tide – <https://a.test/1>\n“The Wall.” Post, [link](https://a.test/2)\nThe Net (2020) https://a.test/3",
            &["1 1", "2 2", "3 3"],
        );
    }

    #[test]
    fn an_entry_can_go_on_in_the_next_line() {
        check("Byrd, A. (2019). The Tide of\nthe North. Post. https://a.test/1\nAccessed 3 May 2024.", &["1 1"]);
        check("Byrd, A. (2019). The Tide. Post,\nhttps://a.test/1\n(archived 2020).", &["1 1"]);
        check(
            "Byrd, A. (2019). The Tide.\nPost. https://a.test/1\nCole, M. (2020). The Wall.\nPost. https://a.test/2",
            &["1 1", "2 2"],
        );
    }

    #[test]
    fn sources_in_a_table_and_behind_breaks_are_entries() {
        check(
            "| # | Source | URL |\n|---|---|---|\n| 1 | Post, 3 May 2020 | https://a.test/1 |\n| [2] | Council | [link](https://a.test/2) |",
            &["1 1", "2 2"],
        );
        check("| Source | URL |\n|---|---|\n| Post | https://a.test/1 |\n| Star | https://a.test/2 |", &["1 1", "2 2"]);
        check(
            "[1] Doe, https://a.test/1<br>[2] Roe, https://a.test/2<br/>[3] Cole, https://a.test/3",
            &["1 1", "2 2", "3 3"],
        );
        check("[1, 3] Doe, https://a.test/1\n[2] Roe, https://a.test/2", &["1, 3 1", "2 2"]);
    }

    #[test]
    fn an_entry_can_have_several_numbers() {
        let text = "It rose [1]. It fell [2]. So [3].\n\n## References\n\n1–2. Doe, https://a.test/1\n\n3. Roe, https://a.test/3\n";
        for format in [Format::Markdown, Format::Plain] {
            let document = parse(text, format, Limits::default());
            let led: Vec<Vec<usize>> = document
                .markers
                .iter()
                .filter(|marker| marker.shape.is_note())
                .map(|marker| marker.entries.to_vec())
                .collect();
            assert_eq!(led, [vec![0], vec![0], vec![1]], "{format:?}");
        }
    }
}
