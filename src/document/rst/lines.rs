//! The lines of reStructuredText and what each begins.

use std::ops::Range;

use crate::document::light::paragraph;

/// A line without its end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    start: usize,
    /// Columns of white space before its words; a tab goes to the next eighth.
    pub(super) indent: usize,
}

/// What a line begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Blank,
    /// A transition or the border of a table.
    Rule,
    /// The line above a heading.
    Overlined,
    /// Words with a line of signs below.
    Heading,
    /// `.. ` or `__ `.
    Explicit,
    Doctest,
    /// An item, with the bytes of its mark.
    Item(usize),
    Text,
}

impl Line<'_> {
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Where its words stand: in a block of lines, as of a poem, behind the bar that begins each.
    pub(super) fn words(&self) -> Range<usize> {
        let words = self.text.trim();
        let lead = self.text.len() - self.text.trim_start().len();
        let line = words.strip_prefix("| ").filter(|line| !line.contains(" | ") && !line.ends_with('|'));
        let end = self.start + lead + words.len();
        end - line.map_or(words, str::trim_start).len()..end
    }
}

/// The lines of `text`.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let indent = |line: &str| {
        let lead = line.chars().take_while(|c| c.is_whitespace());
        lead.fold(0, |column, c| if c == '\t' { (column / 8 + 1) * 8 } else { column + 1 })
    };
    paragraph::lines(text).map(|(start, text)| Line { text, start, indent: indent(text) }).collect()
}

/// What the line `at` begins.
pub(super) fn kind(lines: &[Line<'_>], at: usize) -> Kind {
    let line = &lines[at];
    let words = line.text.trim();
    let next = lines.get(at + 1).map(|line| line.text.trim_end());
    if words.is_empty() {
        Kind::Blank
    } else if is_adornment(words) && line.indent == 0 {
        let title = next.is_some_and(|next| !next.trim().is_empty() && !is_adornment(next.trim()));
        let below = lines.get(at + 2).is_some_and(|below| below.text.trim_end() == line.text.trim_end());
        if title && below { Kind::Overlined } else { Kind::Rule }
    } else if is_border(words) {
        Kind::Rule
    } else if next.is_some_and(|next| is_adornment(next) && next.chars().count() + 1 >= words.chars().count().min(6))
        && line.indent <= 1
    {
        Kind::Heading
    } else if words == ".." || words.starts_with(".. ") || words.starts_with("__ ") {
        Kind::Explicit
    } else if words.starts_with(">>> ") {
        Kind::Doctest
    } else {
        item(words).map_or(Kind::Text, Kind::Item)
    }
}

/// A line of one sign again and again.
fn is_adornment(words: &str) -> bool {
    let first = words.chars().next().filter(char::is_ascii_punctuation);
    first.is_some_and(|first| words.len() >= 3 && words.chars().all(|c| c == first))
}

/// A line of a table that holds no words: `+---+---+`, `==== ====`.
fn is_border(words: &str) -> bool {
    let signs = words.chars().all(|c| "+-=| ".contains(c));
    signs
        && words.len() >= 3
        && words.contains(['-', '='])
        && (words.starts_with('+') || words.contains("= =") || words.contains("=  ="))
}

/// The bytes of the mark of a list item.
pub(super) fn item(words: &str) -> Option<usize> {
    let bullet = ["- ", "* ", "+ ", "• "].iter().find(|mark| words.starts_with(**mark));
    if let Some(bullet) = bullet {
        return Some(bullet.len());
    }
    let open = usize::from(words.starts_with('('));
    let rest = &words[open..];
    let length = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '#').count();
    let number = &rest[..length];
    let counts = number == "#" || !number.is_empty() && number.len() <= 4 && number.bytes().all(|b| b.is_ascii_digit());
    let letter = length == 1;
    let close = rest[length..].chars().next().filter(|c| *c == ')' || *c == '.' && open == 0)?;
    let closes = rest[length + close.len_utf8()..].starts_with(' ');
    (closes && (counts || letter && close == ')')).then_some(open + length + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_begin_what_they_show() {
        let text =
            "Title\n=====\n\n.. [1] a\n- b\n1. c\n#) d\n(a) e\n>>> f\n\n----\n+--+\n== ==\n***\nOver\n***\nA. Name\n";
        let all = lines(text);
        let kinds: Vec<Kind> = (0..all.len()).map(|at| kind(&all, at)).collect();
        let expected = [
            Kind::Heading,
            Kind::Rule,
            Kind::Blank,
            Kind::Explicit,
            Kind::Item(2),
            Kind::Item(3),
            Kind::Item(3),
            Kind::Item(4),
            Kind::Doctest,
            Kind::Blank,
            Kind::Rule,
            Kind::Rule,
            Kind::Rule,
            Kind::Overlined,
            Kind::Heading,
            Kind::Rule,
            Kind::Text,
        ];
        assert_eq!(kinds, expected);
    }
}
