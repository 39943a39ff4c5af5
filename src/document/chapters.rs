//! Notes by chapter: lists each numbered from 1, as books and long reports have them. Where they stand behind one another,
//! a mark leads to the list of the chapter that it stands in, which the headings above the lists name. Where each stands at
//! the end of its chapter, it leads to the list behind it, and to no later one.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::draft::Draft;
use super::list::heading::{names_others, names_references};
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
        let Some(run) = run(&draft.blocks, &lists) else { return Self::parted(draft, &lists) };
        let own = &lists[run];
        let parts = parts(draft, own);
        // `Further reading` above `References` is what nothing points to.
        let (others, meant): (Vec<&List>, Vec<&List>) = own.iter().partition(|list| is_of_others(draft, list));
        if let (false, [meant]) = (others.is_empty(), &meant[..]) {
            return Self { parts: vec![(0..meant.range.start, meant.number)], lists: Vec::new() };
        }
        // `Notes` and below it `References` are lists of two sorts, and not of two chapters.
        if parts.is_none() && own.iter().any(|list| is_named(draft, list)) {
            return Self::default();
        }
        Self { parts: parts.unwrap_or_default(), lists: own.iter().map(|list| list.number).collect() }
    }

    /// Chapters that end with their lists.
    fn parted(draft: &Draft<'_>, lists: &[List]) -> Self {
        let own = lists.iter().all(|list| list.from_one);
        let apart = |pair: &[List]| are_parted(&draft.blocks, &pair[0], &pair[1]);
        if lists.len() < 2 || !own || !lists.windows(2).all(apart) {
            return Self::default();
        }
        let starts = std::iter::once(0).chain(lists.iter().map(|list| list.range.end));
        let parts = starts.zip(lists).map(|(start, list)| (start..list.range.start.max(start), list.number));
        Self { parts: parts.collect(), lists: Vec::new() }
    }

    /// Where in the prose the marks end that point to each list.
    pub(super) fn ends(&self) -> HashMap<usize, usize> {
        self.parts.iter().map(|(range, list)| (*list, range.end)).collect()
    }

    /// Leads the marks of each chapter to its list; where nothing tells which list is meant, they lead nowhere.
    pub(super) fn lead(&self, found: &mut [Found]) {
        if self.parts.is_empty() && self.lists.is_empty() {
            return;
        }
        // What stands behind the last of the lists that end their chapters is led as in any document.
        let ended = self.lists.is_empty().then(|| self.parts.last().map_or(0, |(range, _)| range.end));
        for found in found.iter_mut().filter(|found| found.among == Among::Lists) {
            let is_behind = ended.is_some_and(|ended| ended <= found.range.start);
            if is_behind || !matches!(found.shape, Shape::Note | Shape::Bare) {
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
        let (Role::Listed { list, numbered: true }, Some(range)) = (entry.role, entry.range()) else { continue };
        let list = usize::from(list);
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
    let goes_on = |one: &List, other: &List| one.from_one && other.from_one && !are_parted(blocks, one, other);
    let mut start = lists.len().checked_sub(1)?;
    while start > 0 && goes_on(&lists[start - 1], &lists[start]) {
        start -= 1;
    }
    (lists.len() - start > 1).then_some(start..lists.len())
}

/// Whether more than headings stands between two lists.
fn are_parted(blocks: &[Block], one: &List, other: &List) -> bool {
    let from = blocks.partition_point(|block| block.range().start < one.range.end);
    let mut between = blocks[from..].iter().take_while(|block| block.range().end <= other.range.start);
    between.any(|block| !matches!(block.kind, BlockKind::Heading | BlockKind::Entry))
}

/// Whether the heading right above a list names references, or there is none.
fn is_named(draft: &Draft<'_>, list: &List) -> bool {
    heading_above(draft, list).is_none_or(|heading| names_references(heading).is_some())
}

/// Whether it says that the text does not point to them.
fn is_of_others(draft: &Draft<'_>, list: &List) -> bool {
    heading_above(draft, list).is_some_and(names_others)
}

fn heading_above<'d>(draft: &'d Draft<'_>, list: &List) -> Option<&'d str> {
    let before = draft.blocks.partition_point(|block| block.range().end <= list.range.start);
    let above = draft.blocks[..before].last().filter(|block| block.kind == BlockKind::Heading)?;
    draft.prose.text().get(above.range())
}

/// The parts of the text that headings make which are those above the lists, in their order; none unless all are there.
fn parts(draft: &Draft<'_>, lists: &[List]) -> Option<Vec<(Range<usize>, usize)>> {
    let headings: Vec<Range<usize>> =
        draft.blocks.iter().filter(|block| block.kind == BlockKind::Heading).map(Block::range).collect();
    let name = |range: &Range<usize>| Name::of(&draft.prose.text()[range.clone()]);
    let above = |at: usize| headings[..headings.partition_point(|range| range.end <= at)].last();
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

    /// Two chapters with their notes at the end of each.
    fn chapters(mark: [&str; 2], heading: &str, sign: &str, note: fn(usize) -> String) -> String {
        let end = if sign == "**" { "**" } else { "" };
        let chapter = |name: &str, words: &str, number: usize| {
            let [a, b] = mark;
            let entry =
                |at: usize| format!("{}Byrd, “The Log {at}.” Post, 2019. https://a.test/{number}{at}\n", note(at));
            let said = format!("He said “the {words} words here”{a}. It was “the {words} thing here”{b}.");
            format!("{sign}{name}{end}\n\n{said}\n\n{heading}{}{}\n", entry(1), entry(2))
        };
        format!("The Harbour\n\n{}{}", chapter("The Sea", "first", 1), chapter("The Land", "second", 2))
    }

    #[test]
    fn a_mark_leads_to_the_notes_at_the_end_of_its_chapter() {
        let expected = ["11", "12", "21", "22"];
        let notes: [fn(usize) -> String; 2] = [|at| format!("[{at}] "), |at| format!("{at}. ")];
        for note in notes {
            for heading in ["", "Notes\n\n"] {
                let text = chapters([" [1]", " [2]"], heading, "", note);
                assert_eq!(led(&text, Format::Plain), expected, "{text}");
            }
            for (heading, sign) in
                [("", "### "), ("", "**"), ("", ""), ("### Notes\n\n", "### "), ("**Notes**\n\n", "**")]
            {
                let text = chapters([" [1]", " [2]"], heading, sign, note);
                assert_eq!(led(&text, Format::Markdown), expected, "{text}");
            }
        }
        let bare = chapters(["1", "2"], "", "", |at| format!("{at} "));
        assert_eq!(led(&bare, Format::Plain), expected, "{bare}");
        let footnotes = chapters(["[^1]", "[^2]"], "", "## ", |at| format!("[^{at}]: "));
        assert_eq!(led(&footnotes, Format::Markdown), expected, "{footnotes}");
    }

    #[test]
    fn a_number_that_the_notes_of_its_chapter_lack_is_not_of_another_chapter() {
        let text = chapters([" [1]", " [2]"], "Notes\n\n", "", |at| format!("[{at}] "));
        let longer = format!("{text}[3] Cole, “The Wall.” Post, 2020. https://a.test/23\n");
        let text = longer.replacen("here” [1]", "here” [3]", 1);
        assert_eq!(led(&text, Format::Plain), ["", "12", "21", "22"], "{text}");
    }

    #[test]
    fn steps_within_a_text_are_no_notes() {
        let text = "It rose [1]. It fell [2].\n\n1. Open https://a.test/s1 first.\n2. Then https://a.test/s2 is read.\n\n\
                    So it was “as was said” [3].\n\n### Sources\n\n1. One, https://a.test/11\n2. Two, https://a.test/12\n3. Three, https://a.test/13\n";
        for (text, format) in [(text.to_owned(), Format::Markdown), (text.replace("### ", ""), Format::Plain)] {
            assert_eq!(led(&text, format), ["11", "12", "13"], "{text}");
        }
    }
}
