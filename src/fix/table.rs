//! Tables that are drawn with signs, in which a cell is where its columns are.

use std::ops::Range;

use super::width::columns;
use crate::document::Format;

/// A table: the bytes of its lines, and its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) range: Range<usize>,
    drawn: Columns,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Columns {
    /// `+----+----+`: where a bar can stand.
    Grid(Vec<usize>),
    /// `====  ====`: where each column starts; the last has no end.
    Simple(Vec<usize>),
}

/// The tables of a text, in order.
pub(super) fn find(text: &str, format: Format) -> Vec<Table> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let starts: Vec<usize> = lines.iter().scan(0, |at, line| Some(std::mem::replace(at, *at + line.len()))).collect();
    let mut tables = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let found = grid(&lines, at).or_else(|| match format {
            Format::Rst => simple(&lines, at),
            Format::Markdown => ruled(&lines, at),
            _ => None,
        });
        let Some((count, drawn)) = found else {
            at += 1;
            continue;
        };
        let end = starts.get(at + count).copied().unwrap_or(text.len());
        tables.push(Table { range: starts[at]..end, drawn });
        at += count;
    }
    tables
}

impl Table {
    /// The bytes of the cell that holds the byte `at` of a line, up to where the next one begins; none where the line has
    /// place without end.
    pub(super) fn cell(&self, text: &str, line: &Range<usize>, at: usize) -> Option<Range<usize>> {
        let own = &text[line.clone()];
        let column = |byte: usize| columns(&text[line.start..byte]);
        let end = match &self.drawn {
            Columns::Grid(bars) => {
                let bar = |(offset, _): &(usize, &str)| bars.contains(&column(at + offset));
                text[at..line.end].match_indices('|').find(bar).map_or(line.end, |(offset, _)| at + offset)
            }
            Columns::Simple(starts) => {
                let next = *starts.iter().find(|start| **start > column(at))?;
                // One column of white space parts the cells. Where words stand in it, the cell goes on.
                let ends = own.char_indices().map(|(offset, _)| line.start + offset);
                let end = ends.take_while(|&byte| column(byte) < next).last().unwrap_or(line.end);
                if text[end..line.end].starts_with(' ') { end } else { line.end.min(end) }
            }
        };
        Some(at..end.max(at))
    }
}

/// Lines that begin with a border of a grid, up to the first that is no part of it.
fn grid(lines: &[&str], at: usize) -> Option<(usize, Columns)> {
    let is_border = |line: &str| {
        let line = line.trim();
        line.len() >= 3
            && line.starts_with('+')
            && line.ends_with('+')
            && line.bytes().all(|byte| b"+-=:".contains(&byte))
    };
    if !is_border(lines[at]) {
        return None;
    }
    let count = lines[at..].iter().take_while(|line| line.trim_start().starts_with(['+', '|'])).count();
    let mut bars = Vec::new();
    for line in lines[at..at + count].iter().filter(|line| line.trim_start().starts_with('+')) {
        bars.extend(line.match_indices('+').map(|(place, _)| columns(&line[..place])));
    }
    (count >= 3).then_some((count, Columns::Grid(bars)))
}

/// A table of reStructuredText between borders of `====  ====`.
fn simple(lines: &[&str], at: usize) -> Option<(usize, Columns)> {
    let is_border = |line: &str| is_ruled(line, '=');
    if !is_border(lines[at]) {
        return None;
    }
    let mut found = 0;
    for (offset, _) in lines[at..].iter().enumerate().skip(1).filter(|(_, line)| is_border(line)) {
        found += 1;
        let ends = lines.get(at + offset + 1).is_none_or(|below| below.trim().is_empty());
        if found == 2 || ends {
            return Some((offset + 1, Columns::Simple(starts(lines[at], '='))));
        }
    }
    None
}

/// A table of Pandoc's Markdown: a paragraph with a line of `----  ----`.
fn ruled(lines: &[&str], at: usize) -> Option<(usize, Columns)> {
    let begins = at == 0 || lines[at - 1].trim().is_empty();
    if !begins || lines[at].trim().is_empty() {
        return None;
    }
    let count = lines[at..].iter().take_while(|line| !line.trim().is_empty()).count();
    let rule = lines[at..at + count].iter().find(|line| is_ruled(line, '-'))?;
    Some((count, Columns::Simple(starts(rule, '-'))))
}

/// Runs of a sign with white space between.
fn is_ruled(line: &str, sign: char) -> bool {
    let line = line.trim();
    line.chars().all(|c| c == sign || c == ' ') && line.split_whitespace().count() >= 2 && line.starts_with(sign)
}

fn starts(rule: &str, sign: char) -> Vec<usize> {
    let mut before = ' ';
    let mut starts = Vec::new();
    for (at, c) in rule.chars().enumerate() {
        if c == sign && before != sign {
            starts.push(at);
        }
        before = c;
    }
    starts
}
