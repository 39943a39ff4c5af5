//! The lines of wikitext: what opens a list, a heading, a row or a cell is told by what a line begins with.

use std::ops::Range;

use super::{Into, Writer};
use crate::document::BlockKind;
use crate::document::wikitext::call;
use crate::document::wikitext::token::Kind;

/// What parts two headings of a table on one line.
const HEAD_BARS: &str = "!!";

impl Writer<'_, '_> {
    /// Walks tokens line by line; what is no list, heading or table is of `kind`.
    pub(super) fn lines(&mut self, tokens: &Range<usize>, kind: BlockKind) {
        let (mut at, mut fresh, mut blank, mut heads) = (tokens.start, true, true, false);
        while at < tokens.end {
            let token = &self.tokens[at];
            if token.kind == Kind::Break {
                let ends = blank || self.block.as_ref().is_some_and(|block| block.kind == BlockKind::Item);
                if ends && self.depth_of_line() {
                    self.end_block();
                }
                self.add_space(token.range.clone());
                (at, fresh, blank, heads) = (at + 1, true, true, false);
                continue;
            }
            let is_text = token.kind == Kind::Text;
            let (start, end) = (token.range.start.max(self.clip.start), token.range.end);
            heads |=
                fresh && is_text && self.tables > 0 && self.text[start..end.max(start)].trim_start().starts_with('!');
            if !fresh
                && heads
                && is_text
                && let Some(bars) = self.text[start..end].find(HEAD_BARS)
            {
                self.open_as(kind);
                self.write(start..start + bars);
                at = self.head(at, start + bars + HEAD_BARS.len(), tokens.end);
                continue;
            }
            if fresh && let Some(next) = self.line_start(at, tokens.end) {
                (at, fresh, blank) = (next, false, false);
                continue;
            }
            if token.kind == Kind::Bar && self.tables > 0 && self.is_bar(at + 1) {
                let from = self.tokens[at + 1].range.end;
                (at, fresh, blank) = (self.cell(at + 2, from, tokens.end), false, false);
                continue;
            }
            let words = token.kind != Kind::Comment && !self.text[token.range.clone()].trim().is_empty();
            fresh &= token.kind == Kind::Comment;
            blank &= !words;
            self.open_as(kind);
            at = self.token(at);
        }
    }

    /// Whether a line end here is one of the page, and not of a value.
    fn depth_of_line(&self) -> bool {
        self.into == Into::Prose
    }

    fn is_bar(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == Kind::Bar)
    }

    /// What a line begins with; gives the token to go on from, if it is more than words.
    fn line_start(&mut self, at: usize, end: usize) -> Option<usize> {
        let token = self.tokens[at].clone();
        if !matches!(token.kind, Kind::Text | Kind::Bar) {
            return None;
        }
        let start = token.range.start.max(self.clip.start);
        let line = &self.text[start..self.clip.end.max(start)];
        let line = line.split('\n').next().unwrap_or_default();
        // A table can stand indented, by colons or by spaces, and its lines by spaces.
        let of_table = line.trim_start_matches([' ', '\t']);
        let is_indented = of_table.len() < line.len() && self.tables > 0 && of_table.starts_with(['|', '!']);
        let (start, line) = if is_indented { (start + line.len() - of_table.len(), of_table) } else { (start, line) };
        let at = if is_indented && token.range.end <= start { at + 1 } else { at };
        let first = line.bytes().next()?;
        match first {
            _ if line.trim_start_matches(':').trim_start_matches([' ', '\t']).starts_with("{|") => {
                self.end_block();
                self.tables += 1;
                self.draft.row(start);
                Some(self.line_end(at, end))
            }
            b'=' => self.heading(at, end, start, line),
            b'*' | b'#' | b':' | b';' => {
                self.end_block();
                let marks = line.bytes().take_while(|byte| b"*#:;".contains(byte)).count();
                self.open_as(BlockKind::Item);
                Some(self.rest_of(at, start + marks))
            }
            b'|' if self.tables > 0 && line.starts_with("|}") => {
                self.end_block();
                self.draft.end_of_cell(start);
                self.tables -= 1;
                Some(self.rest_of(at + 1, start + 2))
            }
            b'|' if self.tables > 0 && line.starts_with("|-") => {
                self.end_block();
                self.draft.end_of_cell(start);
                self.draft.row(start);
                Some(self.line_end(at, end))
            }
            b'|' if self.tables > 0 => {
                let caption = usize::from(line.starts_with("|+"));
                Some(self.cell(at + 1, start + 1 + caption, end))
            }
            b'!' if self.tables > 0 => Some(self.head(at, start + 1, end)),
            b'-' if line.starts_with("----") => {
                self.end_block();
                Some(self.rest_of(at, start + line.bytes().take_while(|&byte| byte == b'-').count()))
            }
            _ => None,
        }
    }

    /// Writes what is left of the token `at` behind `from`; gives the next token.
    fn rest_of(&mut self, at: usize, from: usize) -> usize {
        let Some(token) = self.tokens.get(at).filter(|token| token.kind == Kind::Text) else { return at };
        if token.range.end > from {
            let range = from.max(token.range.start)..token.range.end;
            self.write(range);
        }
        at + 1
    }

    fn line_end(&self, at: usize, end: usize) -> usize {
        let mut at = at;
        while at < end && self.tokens[at].kind != Kind::Break {
            at = call::next(self.tokens, at);
        }
        at.min(end)
    }

    /// A cell that begins in the token `at`, at the byte `from`; gives the token that its content goes on with.
    fn cell(&mut self, at: usize, from: usize, end: usize) -> usize {
        self.end_block();
        self.draft.end_of_cell(from);
        self.open_as(BlockKind::Cell);
        // Attributes stand before a bar of their own.
        let stop = (at..end).find(|&at| !matches!(self.tokens[at].kind, Kind::Text | Kind::Apostrophes));
        match stop.filter(|&stop| self.tokens[stop].kind == Kind::Bar && !self.is_bar(stop + 1)) {
            Some(stop) => {
                let attributes = self.text.get(from..self.tokens[stop].range.start).unwrap_or_default();
                self.draft.spanning(from, rows_of(attributes));
                stop + 1
            }
            None => self.rest_of(at, from),
        }
    }

    /// Cells of headings that begin in the token `at`, at the byte `from`; gives the token that the last one goes on with.
    fn head(&mut self, at: usize, from: usize, end: usize) -> usize {
        let mut from = from;
        let token = &self.tokens[at];
        let last = if token.kind == Kind::Text { token.range.end } else { from };
        while let Some(bars) = self.text[from..last.max(from)].find(HEAD_BARS) {
            self.end_block();
            self.open_as(BlockKind::Cell);
            self.write(from..from + bars);
            from += bars + HEAD_BARS.len();
        }
        self.cell(at, from, end)
    }

    fn heading(&mut self, at: usize, end: usize, start: usize, line: &str) -> Option<usize> {
        let words = call::without_comments(line);
        let words = words.trim_end();
        let level = words.bytes().take_while(|&byte| byte == b'=').count().min(6);
        let closing = words.bytes().rev().take_while(|&byte| byte == b'=').count().min(6);
        let level = level.min(closing).min(words.len().saturating_sub(1) / 2);
        if level == 0 {
            return None;
        }
        self.end_block();
        self.aside.section += 1;
        let last = start + line.rfind('=')? + 1;
        let clip = std::mem::replace(&mut self.clip, start + level..(last - level).max(start + level));
        self.open_as(BlockKind::Heading);
        let stop = self.line_end(at, end);
        let mut next = at;
        while next < stop {
            next = self.token(next);
        }
        self.clip = clip;
        self.end_block();
        Some(stop.max(at + 1))
    }
}

/// How many rows a cell stands in, by its attributes: `rowspan="2"`.
fn rows_of(attributes: &str) -> usize {
    const NAME: &str = "rowspan";
    let lower = attributes.to_ascii_lowercase();
    let value = lower.find(NAME).map(|at| lower[at + NAME.len()..].trim_start_matches([' ', '=', '"', '\'']));
    let digits = value.map(|value| &value[..value.bytes().take_while(u8::is_ascii_digit).count()]);
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(1)
}
