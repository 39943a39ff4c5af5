//! The lines of a plain text put together into paragraphs, headings, items and entries.
//!
//! Some writers end a line with each paragraph, others wrap their lines and leave a blank one between paragraphs. Each
//! run of lines without a blank one between shows which it is.

use std::ops::Range;

use super::list;
use crate::document::is_unspaced;
use crate::document::list::label::{self, Family};

/// Lines that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) kind: Kind,
    /// Their bytes, without indentation, line ends and the label of the first.
    pub(super) lines: Vec<Range<usize>>,
    /// Where the first line's label begins.
    pub(super) marked: usize,
    /// The number of an entry that carries one.
    pub(super) label: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraph,
    Heading,
    Item,
    /// An entry of a reference list.
    Entry {
        list: usize,
    },
    /// What stands in a cell of a table.
    Cell,
    /// What the foot of the next page has of an entry whose label it carries.
    Rest,
}

/// One line of the text.
#[derive(Debug, Clone)]
pub(super) struct Line<'a> {
    /// Without white space at its ends.
    pub(super) words: &'a str,
    pub(super) range: Range<usize>,
    /// White space before it, a tab as one.
    pub(super) indent: usize,
}

/// Who ended the lines of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ends {
    /// A writer or an editor: where a line is long nobody wrapped it.
    Typed,
    /// The edge of a page, however wide that is.
    Printed,
}

/// Characters of the longest line that somebody wraps by hand or by program; beyond that a typed line is a paragraph.
const WRAPPED_AT: usize = 120;
/// Words of the longest bare heading.
const HEADING_WORDS: usize = 10;
/// The same in characters, where words have no spaces between them.
const HEADING_CHARACTERS: usize = 40;

impl Group {
    pub(super) fn new(kind: Kind, line: &Line<'_>) -> Self {
        Self { kind, lines: vec![line.range.clone()], marked: line.range.start, label: None }
    }

    /// A group that begins with a list prefix.
    pub(super) fn marked(kind: Kind, line: &Line<'_>, prefix: &label::Prefix) -> Self {
        let words = (line.range.start + prefix.len).min(line.range.end)..line.range.end;
        Self { kind, lines: vec![words], marked: line.range.start, label: prefix.label.clone() }
    }

    /// One past the last byte.
    pub(super) fn end(&self) -> usize {
        self.lines.last().map_or(self.marked, |line| line.end)
    }
}

impl Line<'_> {
    pub(super) fn is_blank(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether it is a rule under a heading.
    /// Also one with spaces between its signs, `* * *`.
    fn is_rule(&self) -> bool {
        self.words.len() >= 3
            && ['=', '-', '~', '_', '*'].iter().any(|mark| self.words.trim_start_matches([*mark, ' ']).is_empty())
    }

    /// Whether it reads as a heading: short, begins large, ends without a stop.
    pub(super) fn looks_like_heading(&self) -> bool {
        let first = self.words.trim_start_matches(['#', ' ']).chars().next();
        let last = without_arrow(self.words).chars().next_back();
        let stops = |c: char| ".,;!?…”\"’)]»。！？；」』）］】؟؛۔।".contains(c) || c.is_ascii_digit();
        let unspaced = self.words.chars().filter(|c| is_unspaced(*c)).take(HEADING_CHARACTERS + 1).count();
        self.words.split_whitespace().count() <= HEADING_WORDS
            && unspaced <= HEADING_CHARACTERS
            && first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || !c.is_lowercase() && c.is_alphabetic())
            && !last.is_some_and(stops)
            && !self.words.contains("://")
            && !self.words.contains(['“', '"', '«', '„', '「', '『'])
    }

    /// Whether a sentence ends at its end, notes and closing marks aside.
    pub(super) fn ends_sentence(&self) -> bool {
        let bare = without_arrow(self.words).trim_end_matches(|c: char| {
            c.is_ascii_digit() || c.is_whitespace() || "[](),\"”’'»“‘*_⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c)
        });
        bare.ends_with(['.', '!', '?', ':', '…', '。', '！', '？'])
    }

    /// Whether its last word is a number with decimals, `of 6.4`, which can as well be a sentence and its mark.
    fn ends_in_decimals(&self) -> bool {
        let whole = self.words.trim_end_matches(|c: char| c.is_ascii_digit());
        let point = whole.strip_suffix('.').filter(|_| whole.len() < self.words.len());
        point.is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()))
    }
}

/// Words without the arrow back to the text that programs set behind a note.
pub(super) fn without_arrow(words: &str) -> &str {
    let bare = words.trim_end_matches(['\u{fe0e}', '\u{fe0f}', '↩', '↑', '⤴', '⮐', '↵']);
    if bare.len() < words.len() { bare.trim_end() } else { words }
}

/// The lines of `text`, without a byte order mark.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut found = Vec::new();
    let mut start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    while start < text.len() {
        let end = memchr::memchr2(b'\n', b'\r', &text.as_bytes()[start..]).map_or(text.len(), |at| start + at);
        let whole = &text[start..end];
        let words = whole.trim_matches(label::is_gap);
        let indent = whole.len() - whole.trim_start().len();
        let from = start + whole.len() - whole.trim_start_matches(label::is_gap).len();
        found.push(Line { words, range: from..from + words.len(), indent: if words.is_empty() { 0 } else { indent } });
        start = end + if text[end..].starts_with("\r\n") { 2 } else { 1 };
    }
    found
}

/// The groups of `text`, reference lists under their headings taken apart into entries.
pub(super) fn groups(text: &str, ends: Ends) -> Vec<Group> {
    let lines = lines(text);
    let groups = read(&lines, ends);
    if groups.iter().any(|group| matches!(group.kind, Kind::Entry { .. })) {
        return groups;
    }
    let lists = list::notes_without_heading(&lines);
    if lists.is_empty() {
        return groups;
    }
    let (mut groups, mut from) = (Vec::new(), 0);
    for (at, notes, end) in lists {
        groups.extend(read(&lines[from..at], ends));
        groups.extend(notes);
        from = end;
    }
    groups.extend(read(&lines[from..], ends));
    groups
}

fn read(lines: &[Line<'_>], ends: Ends) -> Vec<Group> {
    let mut groups = Vec::new();
    let (mut at, mut lists) = (0, 0);
    while at < lines.len() {
        if lines[at].is_blank() {
            at += 1;
            continue;
        }
        if let Some((entries, end)) = list::under_heading(lines, at, lists) {
            groups.push(Group::new(Kind::Heading, &lines[at]));
            let last = entries.iter().filter_map(|group| match group.kind {
                Kind::Entry { list } => Some(list + 1),
                _ => None,
            });
            lists = last.max().unwrap_or(lists + 1).max(lists + 1);
            groups.extend(entries);
            at = end;
            continue;
        }
        let end = (at..lines.len()).find(|&next| lines[next].is_blank()).unwrap_or(lines.len());
        let end = (at + 1..end).find(|&next| list::under_heading(lines, next, lists).is_some()).unwrap_or(end);
        chunk(&lines[at..end], ends, &mut groups);
        at = end;
    }
    groups
}

/// A run of lines without a blank one.
fn chunk(lines: &[Line<'_>], ends: Ends, groups: &mut Vec<Group>) {
    let wrapped = is_wrapped(lines, ends);
    let width = lines.iter().map(|line| line.words.chars().count()).max().unwrap_or(0);
    let to_come = numbers_to_come(lines);
    // What stands before the first line, or before a rule, does not go on.
    let mut begun = false;
    for (index, line) in lines.iter().enumerate() {
        if line.is_rule() {
            underline(groups, index);
            begun = false;
            continue;
        }
        let goes_on = std::mem::replace(&mut begun, true);
        // In wrapped lines a year or a dash that comes first is no item.
        let within = wrapped
            && index > 0
            && !lines[index - 1].ends_sentence()
            && groups.last().is_some_and(|last| last.kind == Kind::Paragraph);
        let is_item = |prefix: &label::Prefix| match prefix.family {
            Family::Digits => false,
            Family::Dotted => !within,
            Family::Bullet => !within || line.words.starts_with(['*', '•', '-', '+']),
            Family::Bracket | Family::Superscript => {
                let behind_paragraph = groups.last().is_some_and(|last| last.kind == Kind::Paragraph);
                !(wrapped && index > 0 && behind_paragraph && is_mark(&lines[index..], prefix, within))
            }
        };
        // A star that another one follows emphasises.
        let is_note = |sign: &label::Prefix| !line.words.starts_with('*') || !line.words[sign.len..].contains('*');
        let signed = || label::sign(line.words).filter(is_note);
        if let Some(prefix) = label::prefix(line.words).filter(is_item).or_else(signed) {
            groups.push(Group::marked(Kind::Item, line, &prefix));
            continue;
        }
        let alone = lines.len() == 1 || !wrapped || index == 0 && line.words.chars().count() * 5 < width * 3;
        if alone && is_heading(lines, index) {
            groups.push(Group::new(Kind::Heading, line));
            continue;
        }
        let steps_in = index > 0 && line.indent > lines[index - 1].indent + 1;
        match groups.last_mut().filter(|_| goes_on) {
            Some(last) if last.kind == Kind::Paragraph && wrapped && !steps_in => last.lines.push(line.range.clone()),
            Some(last) if last.kind == Kind::Item && (wrapped || line.indent > 0 || follows(last, to_come[index])) => {
                last.lines.push(line.range.clone());
            }
            _ => groups.push(Group::new(Kind::Paragraph, line)),
        }
    }
}

/// Whether what the first of `lines` begins with is the mark of a note rather than the label of an item, in wrapped lines
/// behind a line of a paragraph, which is open where the mark stands `within` a sentence.
fn is_mark(lines: &[Line<'_>], prefix: &label::Prefix, within: bool) -> bool {
    let number = |label: Option<&String>| label.and_then(|label| label.parse::<usize>().ok());
    let (mark, rest) = lines[0].words.split_at(prefix.len);
    if mark.trim_end().ends_with(['.', ',', ';']) || rest.starts_with(|c: char| c.is_lowercase() || ".,;:)".contains(c))
    {
        return true;
    }
    let Some(own) = number(prefix.label.as_ref()) else { return false };
    let next = lines[1..].iter().filter_map(|line| label::prefix(line.words)).find(|next| next.family == prefix.family);
    let counts_on = next.is_some_and(|next| number(next.label.as_ref()) == Some(own + 1));
    !counts_on && (within || own > 1) || within && own > 1
}

/// For each line the number that the next one behind it begins with, with a full stop, if there is one.
fn numbers_to_come(lines: &[Line<'_>]) -> Vec<Option<usize>> {
    let (mut numbers, mut next) = (vec![None; lines.len()], None);
    for (number, line) in numbers.iter_mut().zip(lines).rev() {
        *number = next;
        let prefix = label::prefix(line.words).filter(|prefix| prefix.family == Family::Dotted);
        next = prefix.and_then(|prefix| prefix.label?.parse().ok()).or(next);
    }
    numbers
}

/// Whether the number behind that of an item is the next to come: what stands between them is of the item.
fn follows(item: &Group, to_come: Option<usize>) -> bool {
    let own = item.label.as_deref().and_then(|label| label.parse::<usize>().ok());
    own.is_some() && own.map(|own| own + 1) == to_come
}

fn underline(groups: &mut [Group], index: usize) {
    if let Some(last) =
        groups.last_mut().filter(|last| index > 0 && last.lines.len() == 1 && last.kind == Kind::Paragraph)
    {
        last.kind = Kind::Heading;
    }
}

/// Whether the lines of a run are pieces of paragraphs: some end within a sentence, and none was typed without an end.
fn is_wrapped(lines: &[Line<'_>], ends: Ends) -> bool {
    let words = |line: &Line<'_>| {
        line.words
            .split_whitespace()
            .filter(|word| !word.contains("://"))
            .map(|word| word.chars().count() + 1)
            .sum::<usize>()
    };
    let prose = |index: &usize| !is_heading(lines, *index) && !lines[*index].is_rule();
    let small = |line: &Line<'_>| line.words.starts_with(char::is_lowercase);
    let ends_within =
        |index: usize| !lines[index].ends_sentence() || lines[index].ends_in_decimals() && small(&lines[index + 1]);
    let within = (0..lines.len().saturating_sub(1)).filter(prose).any(ends_within);
    within && (ends == Ends::Printed || lines.iter().all(|line| words(line) <= WRAPPED_AT))
}

/// Whether a line is a heading by itself, and the next one does not go on with it.
fn is_heading(lines: &[Line<'_>], index: usize) -> bool {
    let goes_on = lines.get(index + 1).is_some_and(|next| next.words.starts_with(char::is_lowercase));
    lines[index].looks_like_heading() && !goes_on
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(Kind, &str)]) {
        check_ended(text, Ends::Typed, expected);
    }

    fn check_ended(text: &str, ends: Ends, expected: &[(Kind, &str)]) {
        let found: Vec<(Kind, String)> = groups(text, ends)
            .iter()
            .map(|group| {
                let words: Vec<&str> = group.lines.iter().map(|line| &text[line.clone()]).collect();
                (group.kind, words.join("|"))
            })
            .collect();
        let found: Vec<(Kind, &str)> = found.iter().map(|(kind, words)| (*kind, words.as_str())).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn each_line_is_a_paragraph_where_sentences_end_with_the_lines() {
        let expected =
            [(Kind::Heading, "Rivers"), (Kind::Paragraph, "One is long. 1"), (Kind::Paragraph, "Two is “short.”")];
        check("Rivers\nOne is long. 1\nTwo is “short.”", &expected);
        check("\u{feff}Rivers\r\nOne is long. 1\r\nTwo is “short.”\r\n", &expected);
        check("Rivers\rOne is long. 1\rTwo is “short.”\r", &expected);
    }

    #[test]
    fn lines_that_end_within_a_sentence_are_one_paragraph() {
        check(
            "Rivers\n\nOne is long. It\nruns on.\n\nTwo.",
            &[(Kind::Heading, "Rivers"), (Kind::Paragraph, "One is long. It|runs on."), (Kind::Paragraph, "Two.")],
        );
        check("It had a mean of 6.4\nwith a spread.", &[(Kind::Paragraph, "It had a mean of 6.4|with a spread.")]);
        let each = [(Kind::Paragraph, "It was sold in 2006.4"), (Kind::Paragraph, "It rose again.5")];
        check("It was sold in 2006.4\nIt rose again.5", &each);
        check("Rivers\n======\nText.", &[(Kind::Heading, "Rivers"), (Kind::Paragraph, "Text.")]);
    }

    #[test]
    fn a_long_line_is_a_paragraph_unless_a_page_ended_it() {
        let long = format!("The keeper {}", "went up and down the stairs of the tower and ".repeat(4).trim_end());
        let text = format!("{long}\nlooked at the sea. {long}\nuntil the day came.");
        let lines: Vec<&str> = text.lines().collect();
        let each: Vec<(Kind, &str)> = lines.iter().map(|line| (Kind::Paragraph, *line)).collect();
        check(&text, &each);
        check_ended(&text, Ends::Printed, &[(Kind::Paragraph, &lines.join("|"))]);
        // Each line a sentence: a table or a list as wide as the page.
        let whole = format!("{long}.\n{long}.");
        let each: Vec<(Kind, &str)> = whole.lines().map(|line| (Kind::Paragraph, line)).collect();
        check_ended(&whole, Ends::Printed, &each);
    }

    #[test]
    fn items_are_their_own_and_indented_lines_go_on() {
        check("- one of\n  them\n- two", &[(Kind::Item, "one of|them"), (Kind::Item, "two")]);
    }
}
