//! Notes by chapter: lists that stand behind one another, each numbered from 1, as books and long reports have them. A mark
//! leads to the list of the chapter that it stands in, which the headings above the lists name.

use std::collections::BTreeMap;
use std::ops::Range;

use super::draft::Draft;
use super::list::heading::names_references;
use super::marker::notes::{Among, Found};
use super::{Block, BlockKind, Role, Shape};

/// Words that are no part of the name of a chapter.
const CHAPTER: &[&str] = &[
    "chapter",
    "chap",
    "part",
    "section",
    "notes",
    "to",
    "for",
    "kapitel",
    "teil",
    "chapitre",
    "partie",
    "capítulo",
    "capitolo",
    "hoofdstuk",
    "rozdział",
    "глава",
];

/// Which list each chapter points to.
#[derive(Debug, Default)]
pub(super) struct Chapters {
    /// Ranges of the prose with the list of each; none where the headings do not tell.
    parts: Vec<(Range<usize>, usize)>,
    /// The labels of the lists.
    lists: Vec<usize>,
}

/// A list of the document.
#[derive(Debug)]
struct List {
    number: usize,
    range: Range<usize>,
    from_one: bool,
}

impl Chapters {
    /// The chapters of a document whose entries are read.
    pub(super) fn of(draft: &Draft<'_>) -> Self {
        let lists = lists(draft);
        let Some(run) = run(&draft.blocks, &lists) else { return Self::default() };
        let own = &lists[run];
        let parts = parts(draft, own);
        // `Notes` and below it `References` are lists of two sorts, and not of two chapters.
        if parts.is_none() && own.iter().any(|list| is_named(draft, list)) {
            return Self::default();
        }
        Self { parts: parts.unwrap_or_default(), lists: own.iter().map(|list| list.number).collect() }
    }

    /// Where in the prose the marks end that point to a list.
    pub(super) fn end_of(&self, list: usize) -> Option<usize> {
        self.parts.iter().find(|(_, own)| *own == list).map(|(range, _)| range.end)
    }

    /// Leads the marks of each chapter to its list; where nothing tells which list is meant, they lead nowhere.
    pub(super) fn lead(&self, found: &mut [Found]) {
        if self.lists.is_empty() {
            return;
        }
        for found in found.iter_mut().filter(|found| found.among == Among::Lists) {
            if !matches!(found.shape, Shape::Note | Shape::Bare) {
                continue;
            }
            let next = self.parts.partition_point(|(range, _)| range.end <= found.range.start);
            let own = self.parts.get(next).filter(|(range, _)| range.start <= found.range.start);
            found.among = Among::List(own.map_or(usize::MAX, |(_, list)| *list));
        }
    }
}

/// The lists that stand in the prose, in order.
fn lists(draft: &Draft<'_>) -> Vec<List> {
    let mut lists: BTreeMap<usize, List> = BTreeMap::new();
    for entry in &draft.entries {
        let (Role::Listed { list, numbered: true }, Some(range)) = (entry.role, &entry.range) else { continue };
        let own = lists.entry(list).or_insert(List { number: list, range: range.clone(), from_one: false });
        own.range = own.range.start.min(range.start)..own.range.end.max(range.end);
        own.from_one |= entry.label == "1";
    }
    let mut lists: Vec<List> = lists.into_values().collect();
    lists.sort_by_key(|list| list.range.start);
    lists
}

/// The lists at the end that stand behind one another with nothing but headings between, if there are two or more.
fn run(blocks: &[Block], lists: &[List]) -> Option<Range<usize>> {
    let parted = |one: &List, other: &List| {
        let from = blocks.partition_point(|block| block.range.start < one.range.end);
        let between = blocks[from..].iter().take_while(|block| block.range.end <= other.range.start);
        between.into_iter().any(|block| !matches!(block.kind, BlockKind::Heading | BlockKind::Entry))
    };
    let mut start = lists.len().checked_sub(1)?;
    while start > 0 && lists[start].from_one && lists[start - 1].from_one && !parted(&lists[start - 1], &lists[start]) {
        start -= 1;
    }
    (lists.len() - start > 1).then_some(start..lists.len())
}

/// Whether the heading right above a list names references, or there is none.
fn is_named(draft: &Draft<'_>, list: &List) -> bool {
    let before = draft.blocks.partition_point(|block| block.range.end <= list.range.start);
    let above = draft.blocks[..before].last().filter(|block| block.kind == BlockKind::Heading);
    above.is_none_or(|block| names_references(&draft.prose.text()[block.range.clone()]).is_some())
}

/// The parts of the text that headings make which are those above the lists, in their order; none unless all are there.
fn parts(draft: &Draft<'_>, lists: &[List]) -> Option<Vec<(Range<usize>, usize)>> {
    let headings: Vec<&Range<usize>> =
        draft.blocks.iter().filter(|block| block.kind == BlockKind::Heading).map(|block| &block.range).collect();
    let name = |range: &Range<usize>| Name::of(&draft.prose.text()[range.clone()]);
    let above = |at: usize| headings[..headings.partition_point(|range| range.end <= at)].last().copied();
    let begin = above(lists[0].range.start)?.start;
    let body: Vec<(usize, Name)> =
        headings.iter().take_while(|range| range.end <= begin).map(|range| (range.start, name(range))).collect();
    let (mut starts, mut next) = (Vec::new(), 0);
    for list in lists {
        let own = name(above(list.range.start)?);
        let found = body[next..].iter().position(|(_, name)| own.is(name))?;
        next += found + 1;
        starts.push((body[next - 1].0, list.number));
    }
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain(std::iter::once(begin));
    Some(starts.iter().zip(ends).map(|((start, list), end)| (*start..end, *list)).collect())
}

/// The name of a chapter: its number, its words, or both.
#[derive(Debug, PartialEq, Eq)]
struct Name {
    number: Option<usize>,
    words: String,
}

impl Name {
    fn of(heading: &str) -> Self {
        let lower = heading.to_lowercase();
        let all = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut words: Vec<&str> = all.skip_while(|word| CHAPTER.contains(word)).collect();
        let number = words.first().and_then(|word| number(word));
        if number.is_some() {
            words.remove(0);
        }
        Self { number, words: words.join(" ") }
    }

    /// Whether a heading of the text is the one that is meant: the words are the same, or, where only one of the two has
    /// any, the number.
    fn is(&self, other: &Self) -> bool {
        let same_number = self.number.is_some() && self.number == other.number;
        let numbers_differ = self.number.is_some() && other.number.is_some() && self.number != other.number;
        match (self.words.is_empty(), other.words.is_empty()) {
            (false, false) => self.words == other.words && !numbers_differ,
            _ => same_number,
        }
    }
}

/// `3`, `iii`, `three`.
fn number(word: &str) -> Option<usize> {
    const WORDS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    const ROMAN: [&str; 20] = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
        "xviii", "xix", "xx",
    ];
    let place = |words: &[&str]| words.iter().position(|own| *own == word).map(|at| at + 1);
    word.parse().ok().filter(|number| *number < 1_000).or_else(|| place(&ROMAN)).or_else(|| place(&WORDS))
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    /// The entry that each mark leads to, by the end of its address.
    fn led(text: &str, format: Format) -> Vec<String> {
        let document = parse(text, format, Limits::default());
        let notes = document.markers.iter().filter(|marker| marker.shape.is_note());
        let shown = notes.map(|marker| {
            let ends =
                marker.entries.iter().filter_map(|&at| document.entries[at].source.url.as_deref()?.rsplit('/').next());
            ends.collect::<Vec<_>>().join(" ")
        });
        shown.collect()
    }

    const NOTES: [&str; 2] = [
        "1. One, https://a.test/11\n2. Two, https://a.test/12\n",
        "1. Three, https://a.test/21\n2. Four, https://a.test/22\n",
    ];

    fn book(marks: [&str; 2], chapters: [&str; 2], notes: [&str; 2], heading: &str, sign: &str) -> String {
        let [a, b] = marks;
        let chapter = |name: &str, said: &str| {
            format!(
                "{sign}{name}\n\nHe said “the {said} words here”.{a} It was “the {said} thing here”.{b} So it was.\n\n"
            )
        };
        format!(
            "{}{}{sign}{heading}\n\n{sign}{}\n\n{}\n{sign}{}\n\n{}",
            chapter(chapters[0], "first"),
            chapter(chapters[1], "second"),
            notes[0],
            NOTES[0],
            notes[1],
            NOTES[1]
        )
    }

    #[test]
    fn a_mark_leads_to_the_notes_of_its_chapter() {
        let expected = ["11", "12", "21", "22"];
        for marks in [["1", "2"], ["[1]", "[2]"]] {
            for (chapters, notes) in [
                (["The Sea", "The Land"], ["The Sea", "The Land"]),
                (["Chapter One", "Chapter Two"], ["Chapter 1", "Chapter 2"]),
            ] {
                let text = book(marks, chapters, notes, "NOTES", "");
                assert_eq!(led(&text, Format::Plain), expected, "{text}");
                let text = book(marks, chapters, notes, "Notes", "## ")
                    .replace("## Chapter ", "### Chapter ")
                    .replace("## The", "### The");
                assert_eq!(led(&text, Format::Markdown), expected, "{text}");
            }
        }
    }

    #[test]
    fn where_nothing_tells_which_notes_are_meant_none_are() {
        let text = book(["1", "2"], ["The Sea", "The Land"], ["Alpha", "Beta"], "NOTES", "");
        assert!(led(&text, Format::Plain).iter().all(String::is_empty), "{:?}", led(&text, Format::Plain));
    }
}
