//! Org mode: links in double brackets, footnotes, citations by key, quotation blocks.

mod inline;

use std::ops::Range;

use crate::date;
use crate::locator::scan;
use crate::span::{Lines, Span};

use super::draft::Draft;
use super::light::gathered::{self, Gathered};
use super::light::listed::{self, Part};
use super::light::{paragraph, raw};
use super::{BlockKind, Document, Entry, Format, Role, Source};

/// Reads Org.
pub(super) fn read(text: &str, lines: &Lines<'_>) -> Document {
    let mut draft = Draft::new(Format::Org, text, lines, date::majority(text));
    let mut reader = Reader { lines: parted(text), ..Reader::default() };
    reader.read(&mut draft);
    let title = reader.title.take();
    gathered::add(&mut draft, reader.gathered, inline::write);
    draft.finish(title)
}

/// A line without its end.
#[derive(Debug, Clone, Copy)]
struct Line<'a> {
    text: &'a str,
    start: usize,
}

impl Line<'_> {
    /// Where its words stand, `skip` bytes behind its first word.
    fn words_from(&self, skip: usize) -> Range<usize> {
        let lead = self.text.len() - self.text.trim_start().len();
        let from = (lead + skip).min(self.text.len());
        let rest = &self.text[from..];
        let from = from + (rest.len() - rest.trim_start().len());
        let words = self.text[from..].trim_end();
        let words = words.strip_suffix("\\\\").unwrap_or(words).trim_end();
        self.start + from..self.start + from + words.len()
    }
}

/// What a line begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind<'a> {
    Blank,
    Skipped,
    /// `# words`
    Comment,
    /// `#+name: value`
    Keyword(&'a str, &'a str),
    /// `#+begin_name`
    Begin(&'a str),
    /// `#+end_name`
    End(&'a str),
    /// `:name:` alone on its line, with which a drawer begins, and `:end:`.
    Drawer,
    /// With the bytes of its mark.
    Heading(usize),
    Item(usize),
    /// `[fn:label]`, with the bytes of its mark.
    Note(&'a str, usize),
    Row,
    Text,
}

/// Blocks that hold no prose.
const SILENT: &[&str] = &["src", "example", "export", "comment", "latex", "html", "ascii"];
/// Blocks that are quotations.
const QUOTES: &[&str] = &["quote", "verse"];
/// Words before a heading that say how far a task is.
const TASKS: &[&str] = &["TODO ", "DONE ", "NEXT ", "WAITING ", "CANCELLED ", "COMMENT "];

/// Drawers that hold what programs keep; what stands in any other is text.
const HIDDEN: &[&str] = &["properties", "logbook", "clock"];

/// Walks the lines.
#[derive(Default)]
struct Reader<'a> {
    lines: Vec<Line<'a>>,
    at: usize,
    gathered: Gathered,
    title: Option<String>,
    quotation: Option<usize>,
    quotations: usize,
    /// Stars of the heading that names the list of references at hand.
    list: Option<usize>,
    /// The line before which no drawer ends.
    no_end_before: usize,
}

impl Reader<'_> {
    fn read(&mut self, draft: &mut Draft<'_>) {
        while self.at < self.lines.len() {
            let line = self.lines[self.at];
            match kind(line.text) {
                Kind::Blank | Kind::Skipped => self.at += 1,
                Kind::Comment => {
                    draft.comment(line.text.trim().trim_start_matches('#'), &line.words_from(0));
                    self.at += 1;
                }
                Kind::Keyword(name, value) => self.keyword(draft, line, name, value),
                Kind::Begin(name) => self.begin(draft, name),
                Kind::End(name) => {
                    if QUOTES.contains(&name.to_lowercase().as_str()) {
                        self.quotation = None;
                    }
                    self.at += 1;
                }
                Kind::Drawer => self.drawer(draft),
                Kind::Heading(mark) => self.heading(draft, line, mark),
                Kind::Item(width) => {
                    self.at += 1;
                    let mut pieces = vec![line.words_from(width)];
                    self.go_on(&mut pieces, true);
                    let mark = line.words_from(0).start;
                    if self.list.is_some() && mark == line.start && self.quotation.is_none() {
                        let number = listed::number_of(&draft.text[mark..pieces[0].start.min(mark + width)]);
                        self.gathered.listed(draft.text, number, pieces, mark);
                    } else {
                        self.write(draft, BlockKind::Item, &pieces);
                    }
                }
                Kind::Note(label, width) => self.note(line, label, width),
                Kind::Row => self.row(draft, line),
                Kind::Text => {
                    self.at += 1;
                    let mut pieces = vec![line.words_from(0)];
                    self.go_on(&mut pieces, false);
                    self.paragraph(draft, &pieces);
                }
            }
        }
    }

    fn paragraph(&mut self, draft: &mut Draft<'_>, pieces: &[Range<usize>]) {
        let within = self.list.is_some() && self.quotation.is_none();
        let entries = if within { listed::of_paragraph(draft.text, pieces) } else { Vec::new() };
        if entries.is_empty() {
            self.write(draft, BlockKind::Paragraph, pieces);
        }
        for entry in entries {
            let start = entry[0].start;
            self.gathered.listed(draft.text, None, entry, start);
        }
    }

    fn keyword(&mut self, draft: &mut Draft<'_>, line: Line<'_>, name: &str, value: &str) {
        let bare = name.split('[').next().unwrap_or(name);
        if bare.eq_ignore_ascii_case("caption") {
            let words = line.words_from(line.text.trim().len() - value.len());
            self.write(draft, BlockKind::Paragraph, &one(words));
        } else if name.eq_ignore_ascii_case("title") && self.title.is_none() {
            self.title = Some(value.trim().to_owned());
        } else if name.eq_ignore_ascii_case("link") {
            if let Some((short, address)) = value.trim().split_once(char::is_whitespace) {
                let name = format!("{}{short}", inline::LINK);
                self.gathered.attributes.insert(name, address.trim().to_owned());
            }
        } else if name.eq_ignore_ascii_case("bibliography") {
            self.gathered.beside(value.split_whitespace().next().unwrap_or_default().trim_matches('"'));
        }
        self.at += 1;
    }

    fn begin(&mut self, draft: &mut Draft<'_>, name: &str) {
        let begun = self.lines[self.at].words_from(0);
        self.at += 1;
        let lower = name.to_lowercase();
        if QUOTES.contains(&lower.as_str()) {
            self.quotation = Some(self.quotations);
            self.quotations += 1;
        } else if SILENT.contains(&lower.as_str()) {
            let rest = &self.lines[self.at..];
            let ends = |line: &Line<'_>| matches!(kind(line.text), Kind::End(own) if own.eq_ignore_ascii_case(name));
            // What is never closed goes to the end.
            self.at = rest.iter().position(ends).map_or(self.lines.len(), |count| self.at + count + 1);
            let html =
                lower == "html" || lower == "export" && draft.text[begun.clone()].to_lowercase().ends_with("html");
            if html && let Some(last) = self.at.checked_sub(2).map(|last| self.lines[last].words_from(0)) {
                let range = begun.end..last.end.max(begun.end);
                raw::write(draft, &mut self.gathered, range, &mut self.quotations);
            }
            if lower == "comment" {
                let end = self.lines[self.at - 1].words_from(0).end;
                draft.comment_lines(&draft.text[begun.end..end.max(begun.end)], &(begun.start..end.max(begun.end)));
            }
        }
    }

    fn drawer(&mut self, draft: &mut Draft<'_>) {
        let name = self.lines[self.at].text.trim().trim_matches(':').to_lowercase();
        if !HIDDEN.contains(&name.as_str()) {
            self.at += 1;
            return;
        }
        let named = name == "properties";
        // What has been looked at for another drawer, and holds no end, is not looked at again.
        let (from, end) = (self.no_end_before.max(self.at), (self.at + DRAWER).min(self.lines.len()));
        let looked_at = self.lines.get(from..end).unwrap_or_default();
        if let Some(count) = looked_at.iter().position(|line| line.text.trim().eq_ignore_ascii_case(":end:")) {
            let end = from + count;
            (self.at + 1..end).filter(|_| named).for_each(|at| self.property(draft, at));
            self.at = end + 1;
        } else {
            self.no_end_before = end.max(from);
            self.at += 1;
        }
    }

    /// The addresses that a note is about, in the property that a program for notes keeps them in.
    fn property(&self, draft: &mut Draft<'_>, at: usize) {
        const NAME: &str = ":ROAM_REFS:";
        let words = self.lines[at].words_from(0);
        let line = &draft.text[words.clone()];
        if !line.get(..NAME.len()).is_some_and(|name| name.eq_ignore_ascii_case(NAME)) {
            return;
        }
        for found in scan::scan(line) {
            let span = Span::new(words.start + found.range.start, words.start + found.range.end);
            let (label, source) =
                ((draft.entries.len() + 1).to_string(), Source::at(line[found.range].to_owned(), vec![span]));
            draft.entries.push(Entry { label, role: Role::Keyed, source, span, ..Entry::default() });
        }
    }

    fn heading(&mut self, draft: &mut Draft<'_>, line: Line<'_>, mark: usize) {
        let mut words = line.words_from(mark);
        for task in TASKS {
            if draft.text[words.clone()].starts_with(task) {
                words.start += task.len();
            }
        }
        // `:tags:` at its end are none of its words.
        let own = &draft.text[words.clone()];
        if own.ends_with(':')
            && let Some(at) = own.rfind(" :").filter(|&at| !own[at + 1..].contains(' '))
        {
            words.end = words.start + own[..at].trim_end().len();
        }
        // No block goes over a heading.
        self.quotation = None;
        let below = self.lines[self.at + 1..].iter().map(|line| (part(line.text, mark), line.text.trim()));
        if listed::are_sources(&draft.text[words.clone()], below) {
            self.list = Some(mark);
            self.gathered.next_list();
        } else {
            // What stands below a deeper heading is a part of the list.
            self.list = self.list.filter(|&own| own < mark);
        }
        let range = self.write(draft, BlockKind::Heading, std::slice::from_ref(&words));
        if self.title.is_none() {
            self.title = Some(draft.prose.text()[range].to_owned());
        }
        self.at += 1;
    }

    fn note(&mut self, line: Line<'_>, label: &str, width: usize) {
        self.at += 1;
        let mut pieces = vec![line.words_from(width)];
        self.go_on(&mut pieces, false);
        self.gathered.note(label, pieces, line.words_from(0).start);
    }

    /// The lines that belong to the paragraph or, if they are indented, to the item at hand.
    fn go_on(&mut self, pieces: &mut Vec<Range<usize>>, item: bool) {
        while let Some(line) = self.lines.get(self.at) {
            let belongs = kind(line.text) == Kind::Text && (!item || line.text.starts_with([' ', '\t']));
            if !belongs {
                break;
            }
            pieces.push(line.words_from(0));
            self.at += 1;
        }
    }

    fn row(&mut self, draft: &mut Draft<'_>, line: Line<'_>) {
        self.at += 1;
        draft.row(line.start);
        let mut at = line.start;
        for part in line.text.split('|') {
            let lead = part.len() - part.trim_start().len();
            let words = part.trim();
            if !words.is_empty() && !words.starts_with("--") {
                self.write(draft, BlockKind::Cell, &one(at + lead..at + lead + words.len()));
            }
            at += part.len() + 1;
        }
    }

    fn write(&mut self, draft: &mut Draft<'_>, kind: BlockKind, pieces: &[Range<usize>]) -> Range<usize> {
        let start = draft.begin();
        inline::write(draft, &mut self.gathered, pieces);
        let range = start..draft.prose.len();
        draft.block(kind, range.clone(), self.quotation);
        range
    }
}

/// Lines of the longest drawer that is skipped; a line that only looks like one hides no text.
const DRAWER: usize = 200;

fn parted(text: &str) -> Vec<Line<'_>> {
    paragraph::lines(text).map(|(start, text)| Line { text, start }).collect()
}

fn kind(line: &str) -> Kind<'_> {
    let words = line.trim();
    if words.is_empty() {
        return Kind::Blank;
    }
    if let Some(rest) = words.strip_prefix("#+") {
        return directive(rest);
    }
    if words == "#" || words.starts_with("# ") {
        return Kind::Comment;
    }
    let stars = line.bytes().take_while(|byte| *byte == b'*').count();
    if stars > 0 && line[stars..].starts_with(' ') {
        return Kind::Heading(stars + 1);
    }
    if words == ":" || words.starts_with(": ") || words.len() >= 5 && words.bytes().all(|byte| byte == b'-') {
        return Kind::Skipped;
    }
    let dated = ["SCHEDULED:", "DEADLINE:", "CLOSED:", "CLOCK:"];
    if dated.iter().any(|name| words.starts_with(name)) {
        return Kind::Skipped;
    }
    let drawer = words.strip_prefix(':').and_then(|words| words.strip_suffix(':'));
    if drawer.is_some_and(|name| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_'))
    {
        return Kind::Drawer;
    }
    if let Some(rest) = line.strip_prefix("[fn:")
        && let Some((label, _)) = rest.split_once(']')
        && !label.is_empty()
        && !label.contains([':', ' '])
    {
        return Kind::Note(label, label.len() + 5);
    }
    if words.starts_with('|') {
        return Kind::Row;
    }
    item(line, words).map_or(Kind::Text, Kind::Item)
}

/// What a line is to the list below a heading with `mark`.
fn part(line: &str, mark: usize) -> Part {
    match kind(line) {
        // A deeper heading names a part of it.
        Kind::Heading(own) if own <= mark => Part::Heading,
        Kind::Item(_) => Part::Item,
        // `:name: value` says something of the heading.
        Kind::Text if !line.trim_start().starts_with(':') => Part::Words,
        _ => Part::Other,
    }
}

fn directive(rest: &str) -> Kind<'_> {
    let name = rest.split([' ', ':']).next().unwrap_or_default();
    let part = |prefix: &str| name.get(..prefix.len()).filter(|start| start.eq_ignore_ascii_case(prefix));
    if part("begin_").is_some() {
        return Kind::Begin(&name[6..]);
    }
    if part("end_").is_some() {
        return Kind::End(&name[4..]);
    }
    rest.split_once(':').map_or(Kind::Skipped, |(name, value)| Kind::Keyword(name, value))
}

/// The bytes of the mark of a list item.
fn item(line: &str, words: &str) -> Option<usize> {
    let indented = line.starts_with([' ', '\t']);
    let bullet = words.starts_with("- ") || words.starts_with("+ ") || indented && words.starts_with("* ");
    let width = if bullet {
        2
    } else {
        let digits = words.bytes().take_while(u8::is_ascii_digit).count();
        let rest = &words[digits..];
        if !(1..=4).contains(&digits) || !(rest.starts_with(". ") || rest.starts_with(") ")) {
            return None;
        }
        digits + 2
    };
    let rest = &words[width..];
    let boxed = ["[ ] ", "[X] ", "[-] "].iter().any(|mark| rest.starts_with(mark));
    Some(if boxed { width + 4 } else { width })
}

fn one(piece: Range<usize>) -> [Range<usize>; 1] {
    [piece]
}

#[cfg(test)]
mod tests;
