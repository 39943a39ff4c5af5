//! Walks over LaTeX and writes the words of it.

use std::ops::Range;

use crate::document::BlockKind;
use crate::document::draft::Draft;
use crate::document::entry::Words;
use crate::document::light::gathered::Gathered;
use crate::document::records;
use crate::span::{Span, floor_char_boundary};

use super::argument::{self, group, option, skip_option, verbatim};
use super::command::{self, Command};
use super::symbol;

/// Arguments within arguments that are read.
const DEEPEST: usize = 24;
/// Bytes of a formula within a line.
const FORMULA: usize = 2_000;

/// Whether paragraphs are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Blocks {
    Made,
    /// In a note, which is one block.
    None,
}

/// The place that is being written.
pub(super) struct Writer<'d, 't> {
    pub(super) text: &'t str,
    pub(super) draft: &'d mut Draft<'t>,
    pub(super) gathered: &'d mut Gathered,
    pub(super) blocks: Blocks,
    /// Where the block at hand begins in the prose.
    start: Option<usize>,
    pub(super) kind: BlockKind,
    pub(super) quotation: Option<usize>,
    pub(super) quotations: usize,
    /// Citations of the open quotations, written where each ends.
    pub(super) open: Vec<(String, Option<Range<usize>>)>,
    pub(super) tables: usize,
    /// The last author who was named by a key: the keys, and the place behind in the prose.
    pub(super) named: Option<(Vec<String>, usize)>,
    /// Links whose words are written: an address among these is no other link.
    pub(super) linked: usize,
    /// An `\iffalse` was met that is never closed: others are not looked for an end of.
    pub(super) off_is_open: bool,
    depth: usize,
    title: Option<String>,
}

impl<'d, 't> Writer<'d, 't> {
    pub(super) fn new(draft: &'d mut Draft<'t>, gathered: &'d mut Gathered, blocks: Blocks) -> Self {
        let text = draft.text;
        Self {
            text,
            draft,
            gathered,
            blocks,
            start: None,
            kind: BlockKind::Paragraph,
            quotation: None,
            quotations: 0,
            open: Vec::new(),
            tables: 0,
            named: None,
            linked: 0,
            off_is_open: false,
            depth: 0,
            title: None,
        }
    }

    /// Ends the last block; gives the first heading.
    pub(super) fn finish(mut self) -> Option<String> {
        self.end_block();
        self.title
    }

    /// Writes a range of the file.
    pub(super) fn all(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            at = self.step(at, range.end).max(at + 1);
        }
    }

    pub(super) fn nested(&mut self, range: Range<usize>) {
        if self.depth >= DEEPEST {
            return self.copy(range);
        }
        self.depth += 1;
        self.all(range);
        self.depth -= 1;
    }

    /// Writes what begins at `at`; gives where it ends.
    fn step(&mut self, at: usize, end: usize) -> usize {
        let rest = &self.text[at..end];
        let starts = |sign: &str| rest.starts_with(sign);
        match rest.as_bytes()[0] {
            b'%' => self.comment(at, end),
            b'\\' => self.command(at, end),
            b'{' | b'}' => at + 1,
            b'~' => self.sign(" ", at, at + 1),
            b'$' => self.formula(at, end),
            b'`' if starts("``") => self.sign("“", at, at + 2),
            b'`' => self.sign("‘", at, at + 1),
            b'\'' if starts("''") => self.sign("”", at, at + 2),
            b'\'' => self.sign("’", at, at + 1),
            b'"' if starts("\"`") => self.sign("„", at, at + 2),
            b'"' if starts("\"'") => self.sign("“", at, at + 2),
            b',' if starts(",,") => self.sign("„", at, at + 2),
            b'<' if starts("<<") => self.sign("«", at, at + 2),
            b'>' if starts(">>") => self.sign("»", at, at + 2),
            b'-' if starts("---") => self.sign("—", at, at + 3),
            b'-' if starts("--") => self.sign("–", at, at + 2),
            b'&' if self.tables > 0 => {
                self.end_block();
                self.kind = BlockKind::Cell;
                at + 1
            }
            byte if byte.is_ascii_whitespace() => self.space(at, end),
            _ => self.words(at, end),
        }
    }

    pub(super) fn begin_words(&mut self) {
        if self.start.is_none() && self.blocks == Blocks::Made {
            self.start = Some(self.draft.begin());
        }
    }

    fn copy(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            self.begin_words();
            self.draft.prose.copy(self.text, range);
        }
    }

    /// Where a mark at hand stands: behind the last word, white space before it aside. Behind a quotation that has just
    /// ended it belongs to that, and at the beginning of a paragraph to what follows.
    pub(super) fn mark_place(&mut self) -> usize {
        let begun = self.start.filter(|start| !self.draft.prose.text()[*start..].trim().is_empty());
        let behind_quotation = self.draft.blocks.last().is_some_and(|block| block.quotation().is_some());
        match begun {
            Some(start) => start + self.draft.prose.text()[start..].trim_end().len(),
            None if self.blocks == Blocks::None => self.draft.prose.text().trim_end_matches(' ').len(),
            None if behind_quotation && self.quotation.is_none() => {
                self.draft.blocks.last().map_or(0, |block| block.range().end)
            }
            None => {
                self.begin_words();
                self.draft.prose.len()
            }
        }
    }

    pub(super) fn sign(&mut self, sign: &str, at: usize, end: usize) -> usize {
        self.begin_words();
        self.draft.prose.decoded(sign, at..end);
        end
    }

    pub(super) fn end_block(&mut self) {
        let kind = std::mem::replace(&mut self.kind, BlockKind::Paragraph);
        let Some(start) = self.start.take() else { return };
        let written = &self.draft.prose.text()[start..];
        let end = start + written.trim_end().len();
        self.draft.block(kind, start..end, self.quotation);
    }

    /// White space: a space, or with a blank line the end of the paragraph.
    fn space(&mut self, at: usize, end: usize) -> usize {
        let rest = &self.text[at..end];
        let behind = at + rest.len() - rest.trim_start().len();
        if self.blocks == Blocks::Made && self.text[at..behind].matches('\n').count() > 1 {
            self.end_block();
        } else if !self.draft.prose.text().ends_with([' ', '\n'])
            && (self.start.is_some() || self.blocks == Blocks::None)
        {
            self.draft.prose.space(self.text, at..behind);
        }
        behind
    }

    /// A comment goes to the end of its line, which is no white space then.
    fn comment(&mut self, at: usize, end: usize) -> usize {
        let line = memchr::memchr(b'\n', &self.text.as_bytes()[at..end]).map_or(end, |line| at + line);
        self.draft.comment(self.text[at..line].trim_start_matches('%'), &(at..line));
        let next = (line + 1).min(end);
        let rest = &self.text[next..end];
        let spaces = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        next + spaces
    }

    fn formula(&mut self, at: usize, end: usize) -> usize {
        let mark = if self.text[at..end].starts_with("$$") { "$$" } else { "$" };
        let start = at + mark.len();
        let rest = &self.text[start..end];
        let near = &rest[..floor_char_boundary(rest, FORMULA)];
        match near.find(mark) {
            Some(length) => {
                self.masked(start..start + length);
                start + length + mark.len()
            }
            None => self.sign(mark, at, start),
        }
    }

    /// Words in which nothing is a quotation mark.
    fn masked(&mut self, range: Range<usize>) {
        self.begin_words();
        let from = self.draft.prose.len();
        self.copy(range);
        let place = from..self.draft.prose.len();
        self.draft.masked.push(place);
    }

    fn words(&mut self, at: usize, end: usize) -> usize {
        let rest = &self.text[at..end];
        let starts_word = !self.text[..at].ends_with(char::is_alphanumeric);
        if starts_word && let Some(found) = argument::address_end(&self.text[at..end]).map(|length| at + length) {
            self.begin_words();
            let place = self.draft.prose.len();
            self.masked(at..found);
            let url = records::tex_address(&self.text[at..found]);
            self.link(url, Span::new(at, found), Span::new(at, found), place, Words::Address);
            return found;
        }
        let stop = |c: char| "%\\{}~$`'\"-& \t\r\n(<>,".contains(c);
        let first = rest.chars().next().unwrap_or(' ');
        let inner = rest[first.len_utf8()..].find(stop);
        let length = inner.map_or(rest.len(), |inner| inner + first.len_utf8());
        self.copy(at..at + length);
        at + length
    }

    fn link(&mut self, url: String, address: Span, whole: Span, from: usize, words: Words) {
        if self.linked > 0 {
            return;
        }
        let place = from..self.draft.prose.len();
        self.gathered.link(self.draft, url, vec![address], whole, place, words);
    }

    fn command(&mut self, at: usize, end: usize) -> usize {
        let name = argument::name(&self.text[at + 1..end]);
        if name.is_empty() {
            return self.control(at, end);
        }
        let behind = at + 1 + name.len();
        let starred = if self.text[behind..end].starts_with('*') { behind + 1 } else { behind };
        if let Some(sign) = symbol::sign(name) {
            let rest = &self.text[behind..end];
            let spaces = rest.len() - rest.trim_start_matches([' ', '\t']).len();
            let own = if self.text[behind..end].starts_with("{}") { behind + 2 } else { behind + spaces };
            return self.sign(sign, at, own);
        }
        if let Some(accent) = symbol::accent(name) {
            return self.accented(at, behind, end, accent);
        }
        let (name, starred) = match command::in_language(name) {
            Some(plain) => (plain, self.behind_group(starred, end)),
            None => (name, starred),
        };
        let own = self.gathered.attributes.get(name).cloned();
        let name = own.as_deref().unwrap_or(name);
        match command::of(name) {
            Command::Heading => self.apart(starred, end, BlockKind::Heading),
            Command::Caption => self.apart(starred, end, BlockKind::Paragraph),
            Command::Footnote => self.footnote(at, behind, end),
            Command::Mark => self.note_mark(at, behind, end),
            Command::MarkText => self.note_text(at, behind, end),
            Command::Epigraph => self.epigraph(behind, end),
            Command::Url => self.url(at, behind, end),
            Command::Href => self.href(at, behind, end),
            Command::Own => self.own_link(name, at, behind, end),
            Command::Doi => self.doi(at, behind, end),
            Command::Cite => self.cite(at, starred, end, 1),
            Command::Cites => self.cite(at, starred, end, usize::MAX),
            Command::Nocite => self.list_alone(starred, end),
            Command::Quote => self.quote(at, starred, end, None),
            Command::QuoteOf => self.quote_of(at, starred, end),
            Command::QuoteFrom => self.quote_from(at, starred, end),
            Command::Altered { left_out } => self.altered(at, (behind, starred), end, left_out),
            Command::Bibliography => {
                let from = skip_option(self.text, behind, end);
                super::files(self.text, from, end, self.gathered);
                group(self.text, from, end).map_or(behind, |(_, behind)| behind)
            }
            Command::Begin => self.begin(behind, end),
            Command::End => self.end(behind, end),
            Command::Item => {
                self.end_block();
                self.kind = BlockKind::Item;
                option(self.text, behind, end).map_or(behind, |(label, behind)| {
                    self.nested(label);
                    self.sign(" ", behind, behind)
                })
            }
            Command::Paragraph => {
                if !matches!(name, "noindent" | "indent") {
                    self.end_block();
                }
                argument::skip_space(self.text, behind, end)
            }
            Command::Off => self.skip_off(behind, end),
            Command::Verbatim => match verbatim(self.text, starred, end) {
                Some((inner, behind)) => {
                    self.masked(inner);
                    behind
                }
                None => behind,
            },
            Command::Code => match group(self.text, behind, end) {
                Some((inner, behind)) => {
                    self.begin_words();
                    let from = self.draft.prose.len();
                    self.nested(inner);
                    let place = from..self.draft.prose.len();
                    self.draft.masked.push(place);
                    behind
                }
                None => behind,
            },
            Command::Hidden(count) => {
                let behind = self.hidden(starred, end, count);
                self.remarks_of(name, starred..behind)
            }
            Command::Emphasis { switch } if self.blocks == Blocks::None => self.emphasised(switch, starred, end),
            Command::Emphasis { .. } | Command::Shown => self.shown(starred, end),
        }
    }

    /// Skips what stands before the argument of a command that is shown.
    fn shown(&self, at: usize, end: usize) -> usize {
        let behind = skip_option(self.text, at, end);
        if self.text[behind..end].starts_with('{') { behind } else { argument::skip_space(self.text, behind, end) }
    }

    /// Skips arguments that nobody sees.
    pub(super) fn hidden(&self, at: usize, end: usize, count: usize) -> usize {
        let mut at = skip_option(self.text, at, end);
        for _ in 0..count {
            let Some((_, behind)) = group(self.text, at, end) else { break };
            at = skip_option(self.text, behind, end);
        }
        at
    }

    /// A backslash before a sign.
    fn control(&mut self, at: usize, end: usize) -> usize {
        let Some(sign) = self.text[at + 1..end].chars().next() else { return at + 1 };
        let behind = at + 1 + sign.len_utf8();
        if let Some(accent) = symbol::accent(sign.encode_utf8(&mut [0; 4])) {
            return self.accented(at, behind, end, accent);
        }
        match sign {
            '\\' => {
                let behind = skip_option(self.text, behind, end);
                if self.tables > 0 {
                    self.end_block();
                    self.draft.row(behind);
                    self.kind = BlockKind::Cell;
                    return behind;
                }
                self.sign(" ", at, behind)
            }
            '(' | '[' => {
                let close = if sign == '(' { "\\)" } else { "\\]" };
                let rest = &self.text[behind..end];
                let near = &rest[..floor_char_boundary(rest, FORMULA)];
                near.find(close).map_or(behind, |length| {
                    if sign == '(' {
                        self.masked(behind..behind + length);
                    }
                    behind + length + 2
                })
            }
            '-' | '/' | '!' | ')' | ']' | '*' => behind,
            ',' | ';' | ':' | ' ' | '\n' => self.sign(" ", at, behind),
            _ => {
                self.copy(at + 1..behind);
                behind
            }
        }
    }

    /// `\'e`, `\'{e}`, `\c{c}`.
    fn accented(&mut self, at: usize, behind: usize, end: usize, accent: char) -> usize {
        let from = argument::skip_space(self.text, behind, end);
        let (inner, behind) = if let Some(found) = group(self.text, from, end) {
            found
        } else {
            let letter = self.text[from..end].chars().next().map_or(0, char::len_utf8);
            (from..from + letter, from + letter)
        };
        let written = &self.text[inner.clone()];
        let letter = match written.strip_prefix('\\') {
            Some(name) => symbol::sign(name.trim()).unwrap_or_default(),
            None if written == "\\" => "",
            None => written,
        };
        if written.starts_with('\\') && inner.len() == 1 {
            // `\'\i`: the letter is a command of its own.
            let name = argument::name(&self.text[inner.start + 1..end]);
            let letter = symbol::sign(name).unwrap_or_default().to_owned();
            let behind = inner.start + 1 + name.len();
            return self.sign(&symbol::accented(&letter, accent), at, behind);
        }
        if letter.chars().count() > 4 || letter.contains(['{', '\\']) {
            self.nested(inner);
            return behind;
        }
        self.sign(&symbol::accented(letter, accent), at, behind)
    }

    /// Words that stand apart from the paragraph.
    fn apart(&mut self, at: usize, end: usize, kind: BlockKind) -> usize {
        let at = skip_option(self.text, at, end);
        let Some((inner, behind)) = group(self.text, at, end) else { return at };
        let quotation = self.quotation;
        self.end_block();
        if kind == BlockKind::Heading {
            self.quotation = None;
        }
        self.kind = kind;
        let first = self.draft.prose.len();
        self.nested(inner);
        let words = self.draft.prose.text()[first..].trim().to_owned();
        if kind == BlockKind::Heading && self.title.is_none() {
            self.title = Some(words);
        }
        self.kind = kind;
        self.end_block();
        self.quotation = quotation;
        behind
    }

    fn url(&mut self, at: usize, behind: usize, end: usize) -> usize {
        let Some((inner, behind)) = verbatim(self.text, argument::skip_space(self.text, behind, end), end) else {
            return behind;
        };
        self.begin_words();
        let place = self.draft.prose.len();
        self.masked(inner.clone());
        let url = records::tex_address(self.text[inner.clone()].trim());
        self.link(url, Span::new(inner.start, inner.end), Span::new(at, behind), place, Words::Address);
        behind
    }

    fn href(&mut self, at: usize, behind: usize, end: usize) -> usize {
        let from = skip_option(self.text, behind, end);
        let Some((address, next)) = group(self.text, from, end) else { return from };
        let Some((words, behind)) = group(self.text, next, end) else { return next };
        self.begin_words();
        let place = self.draft.prose.len();
        self.linked += 1;
        self.nested(words);
        self.linked -= 1;
        let url = records::tex_address(self.text[address.clone()].trim());
        let written = self.draft.prose.text()[place..].trim();
        let is_address = written.starts_with("http://") || written.starts_with("https://");
        let words = if is_address { Words::Address } else { Words::Names };
        self.link(url, Span::new(address.start, address.end), Span::new(at, behind), place, words);
        behind
    }

    fn doi(&mut self, at: usize, behind: usize, end: usize) -> usize {
        let Some((inner, behind)) = group(self.text, behind, end) else { return behind };
        self.begin_words();
        let place = self.draft.prose.len();
        self.masked(inner.clone());
        let doi = records::tex_address(self.text[inner.clone()].trim());
        let url = if doi.contains("://") { doi } else { format!("https://doi.org/{doi}") };
        self.link(url, Span::new(inner.start, inner.end), Span::new(at, behind), place, Words::Address);
        behind
    }
}
