//! The lines of `AsciiDoc` and what each begins.

use std::ops::Range;

use crate::document::light::paragraph;

/// A line without its end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
}

/// What a line begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Blank,
    /// Says something to the program and nothing to a reader.
    Skipped,
    Comment,
    /// `:name: value`
    Attribute,
    /// `[quote, …]`
    Style,
    /// `== Words`, with the bytes of its mark.
    Heading(usize),
    /// Words with a line of signs below.
    Underlined,
    /// With its length, which the line that closes it has too.
    Delimiter(Delimiter, usize),
    /// An item, with the bytes of its mark.
    Item(usize),
    /// `.Words` above a block.
    Title,
    /// A line of a table.
    Row,
    /// An indented line.
    Literal,
    Text,
}

/// What a block is set apart with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Delimiter {
    Quote,
    Listing,
    Literal,
    Passthrough,
    Comment,
    Example,
    Sidebar,
    Open,
    Table,
    Fence,
}

impl Delimiter {
    /// Whether what it holds is no prose.
    pub(super) fn is_silent(self) -> bool {
        matches!(self, Self::Listing | Self::Literal | Self::Passthrough | Self::Comment | Self::Fence)
    }
}

impl Line<'_> {
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    pub(super) fn end(&self) -> usize {
        self.start + self.text.trim_end().len()
    }

    /// Where its words stand, `skip` bytes behind its first; a mark that only breaks the line is none of them.
    pub(super) fn words_from(&self, skip: usize) -> Range<usize> {
        let lead = self.text.len() - self.text.trim_start().len();
        let from = (lead + skip).min(self.text.len());
        let rest = &self.text[from..];
        let from = from + (rest.len() - rest.trim_start().len());
        let words = self.text[from..].trim_end();
        let words = words.strip_suffix(" +").unwrap_or(words);
        self.start + from..self.start + from + words.len()
    }
}

/// The lines of `text`.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    paragraph::lines(text).map(|(start, text)| Line { text, start }).collect()
}

/// What the line `at` begins.
pub(super) fn kind(lines: &[Line<'_>], at: usize) -> Kind {
    let line = lines[at].text.trim_end();
    if line.is_empty() {
        return Kind::Blank;
    }
    if let Some((delimiter, length)) = delimiter(line) {
        return Kind::Delimiter(delimiter, length);
    }
    if line.starts_with("//") {
        return Kind::Comment;
    }
    if is_attribute(line) {
        return Kind::Attribute;
    }
    if line == "+" || line == "'''" || line == "<<<" || is_directive(line) {
        return Kind::Skipped;
    }
    if line.starts_with('[') && line.ends_with(']') && is_style(line) {
        return Kind::Style;
    }
    if let Some(mark) = heading(line) {
        return Kind::Heading(mark);
    }
    if lines.get(at + 1).is_some_and(|below| underlines(below.text.trim_end(), line)) {
        return Kind::Underlined;
    }
    if let Some(width) = item(line.trim_start()) {
        return Kind::Item(width);
    }
    let second = line.chars().nth(1).unwrap_or(' ');
    if line.starts_with('|') || line.split_once('|').is_some_and(|(format, _)| is_format(format)) {
        Kind::Row
    } else if line.starts_with('.') && second != '.' && !second.is_whitespace() {
        Kind::Title
    } else if line.starts_with([' ', '\t']) {
        Kind::Literal
    } else {
        Kind::Text
    }
}

/// The delimiter that a line is, with its length.
pub(super) fn delimiter(line: &str) -> Option<(Delimiter, usize)> {
    let first = line.chars().next()?;
    if line == "--" {
        return Some((Delimiter::Open, 2));
    }
    // A quotation between quotation marks.
    if line == "\"\"" {
        return Some((Delimiter::Quote, 2));
    }
    if line.starts_with("```") && !line[3..].contains('`') {
        return Some((Delimiter::Fence, 3));
    }
    if matches!(first, '|' | ',' | ':' | '!') && line.len() >= 4 && line[1..].bytes().all(|byte| byte == b'=') {
        return Some((Delimiter::Table, line.len()));
    }
    if line.len() < 4 || !line.chars().all(|c| c == first) {
        return None;
    }
    let delimiter = match first {
        '_' => Delimiter::Quote,
        '-' => Delimiter::Listing,
        '.' => Delimiter::Literal,
        '+' => Delimiter::Passthrough,
        '/' => Delimiter::Comment,
        '=' => Delimiter::Example,
        '*' => Delimiter::Sidebar,
        _ => return None,
    };
    Some((delimiter, line.len()))
}

/// `:name: value` or `:!name:`.
fn is_attribute(line: &str) -> bool {
    let Some(rest) = line.strip_prefix(':') else { return false };
    let Some((name, value)) = rest.split_once(':') else { return false };
    let named = name.trim_matches('!');
    !named.is_empty()
        && named.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
        && (value.is_empty() || value.starts_with(' '))
}

/// `include::…[]`, `image::…[]` and their like.
fn is_directive(line: &str) -> bool {
    const NAMES: &[&str] = &[
        "include",
        "image",
        "video",
        "audio",
        "toc",
        "ifdef",
        "ifndef",
        "ifeval",
        "endif",
        "plantuml",
        "ditaa",
        "diagram",
        "gist",
        "chart",
        "indexterm",
        "index",
    ];
    line.split_once("::").is_some_and(|(name, rest)| NAMES.contains(&name) && rest.ends_with(']'))
}

/// `[quote]`, `[[id]]`, `[#id.role]`, and not a link or a sentence in brackets.
fn is_style(line: &str) -> bool {
    let inner = &line[1..line.len() - 1];
    let quotes = ["quote", "verse"]
        .iter()
        .any(|name| inner.strip_prefix(name).is_some_and(|rest| rest.starts_with([',', '#', '.', '%'])));
    quotes || !inner.contains(']') || inner.starts_with('[') && inner.ends_with(']') && inner.matches(']').count() == 1
}

/// The bytes of the mark of a heading, `== ` or `## `.
fn heading(line: &str) -> Option<usize> {
    let mark = line.chars().next().filter(|c| matches!(c, '=' | '#'))?;
    let depth = line.chars().take_while(|c| *c == mark).count();
    (depth <= 6 && line[depth..].starts_with(' ')).then_some(depth + 1)
}

/// Whether `below` makes a heading of the line above: as long as it, give or take one.
fn underlines(below: &str, line: &str) -> bool {
    let Some(first) = below.chars().next().filter(|c| "=-~^+".contains(*c)) else { return false };
    let (own, length) = (below.chars().count(), line.chars().count());
    below.chars().all(|c| c == first)
        && own >= 2
        && own.abs_diff(length) <= 1
        && line.contains(char::is_alphanumeric)
        && !line.starts_with(['.', '|', '['])
}

/// The bytes of the mark of a list item; of a description list the mark is behind the term, which is part of the item.
fn item(line: &str) -> Option<usize> {
    for sign in ['*', '.'] {
        let depth = line.chars().take_while(|c| *c == sign).count();
        if (1..=5).contains(&depth) && line[depth..].starts_with(' ') {
            return Some(depth + 1);
        }
    }
    if line.starts_with("- ") {
        return Some(2);
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=4).contains(&digits) && line[digits..].starts_with(". ") {
        return Some(digits + 2);
    }
    let callout = line.strip_prefix('<').and_then(|rest| rest.split_once("> ")).filter(|(number, _)| {
        !number.is_empty() && (*number == "." || number.bytes().all(|byte| byte.is_ascii_digit()))
    });
    if let Some((number, _)) = callout {
        return Some(number.len() + 3);
    }
    let term = line.split_once(":: ").map(|(term, _)| term).or_else(|| line.strip_suffix("::"));
    term.filter(|term| !term.is_empty() && !term.contains("://")).map(|_| 0)
}

/// The parts of an attribute list, at commas outside quotation marks.
pub(super) fn parted(inner: &str) -> Vec<&str> {
    let (mut parts, mut start, mut quoted, mut before) = (Vec::new(), 0, None, ',');
    for (at, c) in inner.char_indices() {
        match c {
            '"' | '\'' if quoted == Some(c) => quoted = None,
            // An apostrophe within a name opens nothing.
            '"' | '\'' if quoted.is_none() && (c == '"' || matches!(before, ',' | '=')) => quoted = Some(c),
            ',' if quoted.is_none() => {
                parts.push(&inner[start..at]);
                start = at + 1;
            }
            _ => {}
        }
        before = if c == ' ' { before } else { c };
    }
    parts.push(&inner[start..]);
    parts
}

/// What an attribute says of whose a quotation is, with where that stands in it: a value by position, or by one of the
/// names that say so.
pub(super) fn said_by(part: &str) -> Option<Range<usize>> {
    let name =
        |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    let from = match part.split_once('=') {
        Some((own, _)) if name(own.trim()) => {
            matches!(own.trim(), "attribution" | "citetitle").then_some(own.len() + 1)?
        }
        _ => 0,
    };
    let rest = &part[from..];
    let words = rest.trim();
    let start = from + (rest.len() - rest.trim_start().len());
    let marks =
        ['"', '\''].into_iter().find(|mark| words.len() > 1 && words.starts_with(*mark) && words.ends_with(*mark));
    let range = if marks.is_some() { start + 1..start + words.len() - 1 } else { start..start + words.len() };
    (!range.is_empty()).then_some(range)
}

/// Whether `text` is the format of a cell: `2+`, `.3+`, `3*`, `^.>`, `a`, and these together.
fn is_format(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let spans = rest.len() < text.len();
    let rest = match (rest.strip_prefix(['+', '*']), spans) {
        (Some(rest), true) => rest,
        (None, false) => text,
        _ => return text.starts_with('.') && is_aligned(text),
    };
    !text.is_empty() && is_aligned(rest)
}

/// `<`, `^` or `>`, the same behind a full stop, and the letter of a style; or nothing.
fn is_aligned(text: &str) -> bool {
    let sides = ['<', '^', '>'];
    let across = text.strip_prefix(sides).unwrap_or(text);
    let down = across.strip_prefix('.').map_or(Some(across), |rest| rest.strip_prefix(sides));
    down.is_some_and(|style| matches!(style, "" | "a" | "d" | "e" | "h" | "l" | "m" | "s" | "v"))
}

/// The words of each cell of a line of a table.
pub(super) fn cells(line: Line<'_>) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let mut at = line.start;
    let mut parts = line.text.split('|').peekable();
    while let Some(part) = parts.next() {
        let lead = part.len() - part.trim_start().len();
        // What stands right before the next bar can be the format of the cell behind it.
        let last = part.rfind(char::is_whitespace).map_or(0, |space| space + 1);
        let format = parts.peek().is_some() && is_format(&part[last..]);
        let words = if format { part[..last].trim() } else { part.trim() };
        if !words.is_empty() {
            cells.push(at + lead..at + lead + words.len());
        }
        at += part.len() + 1;
    }
    cells
}
