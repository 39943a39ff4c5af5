//! Lists of sources that no heading names: one at the end of the document, or the notes of each chapter at the end of it.

use std::collections::HashSet;
use std::ops::Range;

use crate::document::draft::Draft;
use crate::document::entry::Words;
use crate::document::list::label::{self, Family};
use crate::document::list::named::named;
use crate::document::marker::leftover::{self, Leftover};
use crate::document::marker::{cited, signs};
use crate::document::{Block, BlockKind};

use super::outline::{Item, LinkSeen, Outline};
use super::rows;
use super::sections::{Listed, Shape, entries};

/// Bytes between the brackets of a mark.
const LONGEST_MARK: usize = 40;
/// Entries with an address at their end that are a list of references under whatever heading.
const FEWEST_SHOWN: usize = 2;

/// Lists, numbered from 1, to which the text between the list before and them points; `headed` are the entries under
/// headings. Where there are such, only labels in brackets can be of others: what is numbered in another way may be steps.
pub(super) fn pointed(
    draft: &Draft<'_>,
    outline: &Outline,
    items: &[&Item],
    headed: &[Listed],
    next: usize,
) -> Vec<Listed> {
    let prose = draft.prose.text();
    let mut found: Vec<Listed> = Vec::new();
    let (mut list, mut sure) = (next, false);
    let mut from = 0;
    for (chapter, run) in runs(draft, headed) {
        let (own, remarks) = entries(draft, outline, items, run.clone(), list);
        // Behind a list that may be one another chapter begins.
        let chapter = chapter.start.max(from)..chapter.end;
        let cited = own.iter().filter(|entry| !outline.links_in(&entry.range).is_empty()).count();
        // Steps end no chapter.
        if is_counted(&own) && cited > 0 {
            from = run.end;
        }
        if remarks == 0 && cited * 2 >= own.len() && !own.is_empty() && are_meant(&prose[chapter.clone()], &own, headed)
        {
            list += 1;
            // Where nothing follows and every number is named, none is that of a step.
            let named_all = || draft.blocks.last().is_some_and(|last| last.range().end <= run.end) && own.len() > 1;
            sure |= own.iter().all(|entry| entry.shape == Shape::Paragraph || is_shown(draft, outline, entry))
                || named_all() && bracketed(&prose[chapter.clone()], own.len());
            found.extend(own);
        }
    }
    // One list of links with words can be one of steps.
    if sure || list > next + 1 { found } else { Vec::new() }
}

/// Whether marks in square brackets name every number up to `last`, by themselves or as chat programs have them.
fn bracketed(text: &str, last: usize) -> bool {
    let inside = text.split('[').skip(1).filter_map(|rest| rest.split_once(']')).map(|(inside, _)| inside);
    let left = leftover::find(text).into_iter().filter_map(|(_, left)| match left {
        Leftover::Mark { numbers, .. } => Some(numbers),
        Leftover::Nothing => None,
    });
    let named: HashSet<usize> = inside
        .filter(|inside| inside.len() <= LONGEST_MARK)
        .filter_map(cited::numbers)
        .chain(left)
        .flatten()
        .filter_map(|number| number.parse().ok())
        .collect();
    (1..=last).all(|number| named.contains(&number))
}

/// Whether an entry has a number, and its address at its end.
fn is_shown(draft: &Draft<'_>, outline: &Outline, entry: &Listed) -> bool {
    let words = draft.prose.text()[entry.range.clone()].trim_end_matches(['.', ' ', '\n', '>', ')']);
    let end = entry.range.start + words.len();
    let addressed =
        |link: &LinkSeen| link.words == Words::Address && link.range.end >= end && link.range.start > entry.range.start;
    entry.label.is_some() && outline.links_in(&entry.range).last().is_some_and(addressed)
}

/// Runs of items, and of paragraphs with labels, each behind the text that may point to it.
fn runs(draft: &Draft<'_>, headed: &[Listed]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut taken: Vec<&Range<usize>> = headed.iter().map(|entry| &entry.range).collect();
    taken.sort_by_key(|range| range.start);
    let is_taken = |block: &Block| {
        let next = taken.partition_point(|range| range.end <= block.range().start);
        taken.get(next).is_some_and(|range| range.start < block.range().end)
    };
    let mut runs: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    let (mut chapter, mut run): (usize, Option<Range<usize>>) = (0, None);
    let mut last = BlockKind::Heading;
    for block in &draft.blocks {
        let own = !is_taken(block)
            && match block.kind {
                BlockKind::Item => true,
                BlockKind::Paragraph => is_labelled(&draft.prose.text()[block.range()]),
                _ => false,
            };
        // Paragraphs with labels behind items are another list.
        if own
            && block.kind == BlockKind::Paragraph
            && last == BlockKind::Item
            && let Some(run) = run.take()
        {
            runs.push((chapter..run.start, run));
        }
        last = block.kind;
        if own {
            run = Some(run.map_or(block.range().start, |run| run.start)..block.range().end);
        } else if let Some(run) = run.take() {
            runs.push((chapter..run.start, run));
        }
        if is_taken(block) {
            chapter = block.range().end;
        }
    }
    runs.extend(run.map(|run| (chapter..run.start.max(chapter), run)));
    runs
}

fn is_labelled(text: &str) -> bool {
    let numbered = label::prefix(text).filter(|prefix| matches!(prefix.family, Family::Bracket | Family::Superscript));
    numbered.or_else(|| label::sign(text)).is_some()
}

/// Whether entries are numbered from 1 on, or each have a sign of their own, and the text before them points to them.
fn are_meant(text: &str, entries: &[Listed], headed: &[Listed]) -> bool {
    let labels: HashSet<&str> = entries.iter().filter_map(|entry| entry.label.as_deref()).collect();
    if labels.len() < entries.len() {
        return false;
    }
    let numbered = entries
        .iter()
        .zip(1_usize..)
        .all(|(entry, number)| entry.label.as_deref() == Some(number.to_string().as_str()));
    if !numbered {
        return labels.iter().all(|label| label.starts_with(['*', '†', '‡'])) && signs::point_to(text, labels);
    }
    let named = named(text);
    let marked = (1..=entries.len()).filter(|number| named.contains(number)).count();
    let bracketed = entries.iter().all(|entry| entry.shape == Shape::Paragraph);
    let only = headed.is_empty() && named.iter().all(|number| *number <= entries.len());
    marked * 2 >= entries.len() && (bracketed || only)
}

/// The rows of a table, numbered from 1 on, that the text before it points to, and to no other number.
pub(super) fn in_table(draft: &Draft<'_>, outline: &Outline) -> Vec<Listed> {
    let found = rows::numbered(draft, outline, &(0..draft.prose.len()), 0);
    let Some(first) = found.first() else { return Vec::new() };
    let cited = found.iter().filter(|entry| !outline.links_in(&entry.range).is_empty()).count();
    let before = &draft.prose.text()[..first.range.start];
    let meant = cited * 2 >= found.len() && are_meant(before, &found, &[]);
    if meant { found } else { Vec::new() }
}

/// Whether entries are numbered from 1 on.
pub(super) fn is_counted(entries: &[Listed]) -> bool {
    let mut numbered = entries.iter().zip(1_usize..);
    !entries.is_empty() && numbered.all(|(entry, number)| entry.label.as_deref() == Some(number.to_string().as_str()))
}

/// A numbered list that ends a document and is nothing but sources: with dates on which they were read, or under a
/// heading, whatever it says, and each with its address at the end.
pub(super) fn at_the_end(draft: &Draft<'_>, outline: &Outline, items: &[&Item]) -> Vec<Listed> {
    let last = draft.blocks.iter().rposition(|block| !matches!(block.kind, BlockKind::Item));
    let from = last.map_or(0, |last| draft.blocks[last].range().end);
    let (found, _) = entries(draft, outline, items, from..draft.prose.len(), 0);
    let prose = draft.prose.text();
    let dated = found.iter().filter(|entry| {
        let words = prose[entry.range.clone()].to_lowercase();
        ["accessed", "retrieved", "abgerufen", "consulté"].iter().any(|word| words.contains(word))
    });
    let headed = last.is_some_and(|last| draft.blocks[last].kind == BlockKind::Heading);
    let addressed = headed && found.len() >= FEWEST_SHOWN && found.iter().all(|entry| is_shown(draft, outline, entry));
    let cited = found.iter().filter(|entry| !outline.links_in(&entry.range).is_empty()).count();
    let sources =
        from < draft.prose.len() && !found.is_empty() && cited * 2 >= found.len() && dated.count() * 2 >= found.len();
    if sources || addressed { found } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    #[test]
    fn what_chat_programs_leave_points_to_a_list_whatever_stands_above_it() {
        let list =
            "1. Rail annual https://a.test/annual\n2. Institute: Rail, https://a.test/rail\n3. https://a.test/flow\n";
        for above in ["参考来源：", "## 参考来源", "Sources used here:", "**链接**", "---"] {
            for marks in [
                ["[citation:1]", "[citation:2][citation:3]"],
                ["[web:1]", "[web:2, web:3]"],
                ["[cite: 1]", "[cite: 2, 3]"],
                ["[1†source]", "[2†source][3†source]"],
                ["[1]", "[2][3]"],
            ] {
                let text = format!("It “rose”{}. It “fell”{}.\n\n{above}\n\n{list}", marks[0], marks[1]);
                let document = parse(&text, Format::Markdown, Limits::default());
                let notes = document.markers.iter().filter(|marker| marker.shape.is_note());
                let led: Vec<usize> = notes.flat_map(|marker| marker.entries.to_vec()).collect();
                assert_eq!(led, [0, 1, 2], "{text}");
            }
        }
        // Steps that no mark names.
        let text = format!("It rose[citation:7].\n\nSteps:\n\n{list}");
        let document = parse(&text, Format::Markdown, Limits::default());
        assert!(
            document.markers.iter().filter(|marker| marker.shape.is_note()).all(|marker| marker.entries.is_empty())
        );
    }
}
