//! The prose of wikitext: paragraphs, items and cells with the markup taken out; notes and citations are put aside.

mod lines;

use std::ops::Range;

use crate::document::draft::Draft;
use crate::document::entry::{Link, Words};
use crate::document::{BlockKind, Prose, entity};
use crate::locator::scan;
use crate::span::Span;

use super::aside::{Aside, Point};
use super::call::{self, Run};
use super::token::{Kind, Token};

/// What the text goes into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Into {
    /// The prose of the document.
    Prose,
    /// A note: links are kept for the reader of entries.
    Note,
    /// A value, for its words alone.
    Value,
}

#[derive(Debug)]
struct Block {
    kind: BlockKind,
    start: usize,
    quotation: Option<usize>,
}

/// Words in italics or bold that go on.
#[derive(Debug)]
struct Emphasis {
    start: usize,
    /// Where the last mark within stands.
    last: usize,
    italic: bool,
    bold: bool,
}

/// A note, read into the prose.
#[derive(Debug)]
pub(super) struct NoteRead {
    pub(super) range: Range<usize>,
    pub(super) links: Vec<Link>,
    pub(super) emphasised: Vec<Range<usize>>,
    /// What it holds besides its words.
    pub(super) points: Vec<Point>,
}

/// A part of the page that has paragraphs of its own.
#[derive(Debug)]
pub(super) struct Later {
    pub(super) run: Run,
    pub(super) kind: BlockKind,
    pub(super) quotation: Option<usize>,
    /// Whether it only keeps notes, which are pointed to elsewhere.
    pub(super) keeps: bool,
    /// What a reader sees before it.
    pub(super) lead: &'static str,
    /// Whether the next part stands in the same paragraph.
    pub(super) goes_on: bool,
    /// Whether it says whose the quotation is that it belongs to.
    pub(super) says_whose: bool,
}

impl Later {
    pub(super) fn of(run: Run, kind: BlockKind) -> Self {
        Self { run, kind, quotation: None, keeps: false, lead: "", goes_on: false, says_whose: false }
    }
}

/// See the module.
pub(super) struct Writer<'w, 'a> {
    pub(super) draft: &'w mut Draft<'a>,
    pub(super) text: &'a str,
    pub(super) tokens: &'w [Token],
    pub(super) aside: Aside,
    pub(super) into: Into,
    /// The links of the note that is being read.
    pub(super) links: Vec<Link>,
    /// Ranges of that note in italics or bold.
    emphasised: Vec<Range<usize>>,
    /// The last of them, if it has not ended.
    emphasis: Option<Emphasis>,
    /// The only bytes that count.
    clip: Range<usize>,
    block: Option<Block>,
    /// White space that is written once something follows.
    space: Option<Range<usize>>,
    later: Vec<Later>,
    /// Where in the prose code began that has not ended.
    pub(super) code: Option<usize>,
    pub(super) quotation: Option<usize>,
    /// Whether the part at hand says whose it is.
    pub(super) says_whose: bool,
    quotations: usize,
    /// Tables that are open.
    pub(super) tables: usize,
    depth: usize,
    /// The depth of the part at hand.
    part_depth: usize,
    /// Where the quotation ends in the prose that was set apart last.
    apart_end: Option<usize>,
}

/// Templates, links and notes within each other that are read; deeper ones are left out. Pages reach ten.
const DEPTH: usize = 40;
impl<'w, 'a> Writer<'w, 'a> {
    pub(super) fn new(draft: &'w mut Draft<'a>, tokens: &'w [Token]) -> Self {
        let text = draft.text;
        Self {
            draft,
            text,
            tokens,
            aside: Aside::default(),
            into: Into::Prose,
            links: Vec::new(),
            emphasised: Vec::new(),
            emphasis: None,
            clip: 0..text.len(),
            block: None,
            space: None,
            later: Vec::new(),
            code: None,
            quotation: None,
            says_whose: false,
            quotations: 0,
            tables: 0,
            depth: 0,
            part_depth: 0,
            apart_end: None,
        }
    }

    /// The whole page.
    pub(super) fn page(&mut self) {
        let whole = Run { tokens: 0..self.tokens.len(), bytes: 0..self.text.len() };
        self.part(&Later::of(whole, BlockKind::Paragraph));
    }

    /// A part of the page, and the parts that stand in it.
    pub(super) fn part(&mut self, part: &Later) {
        if self.depth > DEPTH {
            return;
        }
        self.depth += 1;
        let part_depth = std::mem::replace(&mut self.part_depth, self.depth);
        let clip = std::mem::replace(&mut self.clip, part.run.bytes.clone());
        let quotation = std::mem::replace(&mut self.quotation, part.quotation);
        let tables = std::mem::take(&mut self.tables);
        let says_whose = std::mem::replace(&mut self.says_whose, part.says_whose);
        let kept_apart = self.aside.kept_apart;
        self.aside.kept_apart |= part.keeps;
        if !part.lead.is_empty() {
            self.open_as(part.kind);
            self.space = None;
            self.write_as(part.lead, part.run.bytes.start..part.run.bytes.start);
        }
        self.lines(&part.run.tokens, part.kind);
        if !part.goes_on {
            self.end_block();
        }
        (self.aside.kept_apart, self.says_whose) = (kept_apart, says_whose);
        (self.clip, self.quotation, self.tables, self.part_depth) = (clip, quotation, tables, part_depth);
        self.depth -= 1;
    }

    /// Writes tokens within a line; for values and notes.
    pub(super) fn run(&mut self, run: &Run) {
        if self.depth > DEPTH {
            return;
        }
        self.depth += 1;
        let bytes = run.bytes.start.max(self.clip.start)..run.bytes.end.min(self.clip.end);
        let clip = std::mem::replace(&mut self.clip, bytes);
        let mut at = run.tokens.start;
        while at < run.tokens.end {
            at = self.token(at);
        }
        self.clip = clip;
        self.depth -= 1;
    }

    /// The words of a run, without markup.
    pub(super) fn value(&mut self, run: &Run) -> String {
        let prose = std::mem::take(&mut self.draft.prose);
        let into = std::mem::replace(&mut self.into, Into::Value);
        let space = self.space.take();
        let clip = std::mem::replace(&mut self.clip, 0..self.text.len());
        self.run(run);
        (self.clip, self.into, self.space) = (clip, into, space);
        let written = std::mem::replace(&mut self.draft.prose, prose);
        written.text().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// One token with all that it holds; gives the next.
    fn token(&mut self, at: usize) -> usize {
        let token = self.tokens[at].clone();
        let words = &self.text[token.range.clone()];
        let opens = token.partner.filter(|&partner| partner > at);
        match token.kind {
            Kind::Text | Kind::Bar => self.write(token.range),
            Kind::Break => self.add_space(token.range),
            Kind::Entity => {
                if let Some((character, _)) = entity::of(words) {
                    self.write_as(&character, token.range);
                }
            }
            Kind::Comment => self.comment(&token.range),
            Kind::Template if opens.is_some() => self.template(at),
            Kind::Argument => self.argument(at),
            Kind::Link => self.link(at),
            Kind::External => self.external(at),
            Kind::Extension(extension) => self.extension(extension, at),
            Kind::Raw(extension) => self.raw(extension, &token.range),
            Kind::Tag => self.tag(&token.range),
            Kind::Apostrophes => self.emphasis(token.range.len()),
            Kind::Switch | Kind::Nothing | Kind::Close | Kind::Template => {}
        }
        call::next(self.tokens, at)
    }

    /// Emphasis begins, or ends: italics within bold words end nothing.
    fn emphasis(&mut self, marks: usize) {
        const ITALIC: usize = 2;
        const BOTH: usize = 5;
        if self.into != Into::Note {
            return;
        }
        let at = self.draft.prose.len();
        let mut own = self.emphasis.take().unwrap_or(Emphasis { start: at, last: at, italic: false, bold: false });
        own.italic ^= marks == ITALIC || marks >= BOTH;
        own.bold ^= marks > ITALIC;
        own.last = at;
        if own.italic || own.bold {
            self.emphasis = Some(own);
        } else {
            self.end_emphasis(&own);
        }
    }

    fn end_emphasis(&mut self, own: &Emphasis) {
        if own.start < own.last {
            self.emphasised.push(own.start..own.last);
        }
    }

    pub(super) fn argument(&mut self, at: usize) {
        let default = call::parts(self.tokens, at).and_then(|parts| parts.into_iter().nth(1));
        if let Some(default) = default {
            self.run(&default);
        }
    }

    /// Text as it stands, with the addresses in it.
    pub(super) fn write(&mut self, range: Range<usize>) {
        let range = range.start.max(self.clip.start)..range.end.min(self.clip.end);
        if range.start >= range.end {
            return;
        }
        let text = self.text;
        let words = &text[range.clone()];
        if self.space.is_some() && words.trim().is_empty() {
            return;
        }
        self.write_space();
        if self.into == Into::Value {
            return self.draft.prose.copy(text, range);
        }
        let base = self.draft.prose.len();
        self.draft.prose.copy(text, range.clone());
        if words.contains("://") {
            for found in scan::scan(words) {
                let span = Span::new(range.start + found.range.start, range.start + found.range.end);
                let place = base + found.range.start..base + found.range.end;
                self.draft.masked.push(place.clone());
                self.address(words[found.range].to_owned(), vec![span], span, place, Words::Address);
            }
        }
    }

    pub(super) fn write_as(&mut self, words: &str, range: Range<usize>) {
        if range.start < self.clip.start || range.end > self.clip.end {
            return;
        }
        self.write_space();
        self.draft.prose.decoded(words, range);
    }

    /// Words stand behind the prose so far that are not known; `name` shows them.
    pub(super) fn gap(&mut self, name: &str) {
        if self.into != Into::Value {
            self.draft.gap(name);
        }
        if self.into == Into::Prose {
            // What follows is no longer right behind a quotation.
            self.apart_end = None;
        }
    }

    pub(super) fn add_space(&mut self, range: Range<usize>) {
        if self.clip.contains(&range.start) {
            self.space.get_or_insert(range);
        }
    }

    pub(super) fn write_space(&mut self) {
        let Some(range) = self.space.take() else { return };
        let start = self.block.as_ref().map_or(0, |block| block.start);
        let prose = &self.draft.prose;
        if prose.len() > start && !prose.text().ends_with([' ', '\n']) {
            self.draft.prose.space(self.text, range);
        }
    }

    /// An address with its words: a link of the prose, or of the note that is being read.
    pub(super) fn address(&mut self, url: String, spans: Vec<Span>, whole: Span, place: Range<usize>, words: Words) {
        match self.into {
            Into::Prose => self.draft.link(url, spans, whole, place),
            Into::Note => self.links.push(Link { range: place, url, spans, words }),
            Into::Value => {}
        }
    }

    fn open_as(&mut self, kind: BlockKind) {
        if self.block.is_none() && self.into == Into::Prose {
            let start = self.draft.begin();
            self.block = Some(Block { kind, start, quotation: self.quotation });
            self.space = None;
        }
    }

    /// Ends the block that is open, and reads the parts that were put off until then.
    pub(super) fn end_block(&mut self) {
        self.space = None;
        if let Some(block) = self.block.take() {
            let range = trimmed(&self.draft.prose, block.start..self.draft.prose.len());
            self.draft.block(block.kind, range, block.quotation);
        }
        for part in std::mem::take(&mut self.later) {
            self.part(&part);
        }
    }

    /// Parts of the page that stand apart where they are written, with which the block at hand ends: a note right behind
    /// them is theirs. Within a note, or within a line, they come when the block has ended.
    pub(super) fn set_apart(&mut self, parts: Vec<Later>) {
        let within_line = self.depth > self.part_depth;
        if self.into != Into::Prose || within_line {
            return parts.into_iter().for_each(|part| self.put_off(part));
        }
        let kind = self.block.as_ref().map(|block| block.kind);
        self.end_block();
        for part in &parts {
            self.part(part);
        }
        self.apart_end = self.draft.blocks.last().map(|block| block.range().end);
        if let Some(kind) = kind {
            self.open_as(kind);
        }
    }

    /// Where a mark at hand stands in the prose: behind a quotation that has just ended it belongs to that.
    pub(super) fn mark_place(&self) -> usize {
        let behind = self.apart_end.filter(|&end| self.draft.prose.text()[end..].trim().is_empty());
        behind.filter(|_| self.into == Into::Prose).unwrap_or(self.draft.prose.len())
    }

    /// A part to be read when the block that is open has ended.
    pub(super) fn put_off(&mut self, part: Later) {
        if self.into != Into::Value {
            self.later.push(part);
        }
    }

    pub(super) fn new_quotation(&mut self) -> usize {
        self.quotations += 1;
        self.quotations - 1
    }

    /// Reads the note `content` into a block of its own.
    pub(super) fn read_note(&mut self, content: &Run) -> NoteRead {
        self.end_block();
        let into = std::mem::replace(&mut self.into, Into::Note);
        let clip = std::mem::replace(&mut self.clip, 0..self.text.len());
        let points = std::mem::take(&mut self.aside.points);
        let start = self.draft.begin();
        self.run(content);
        let range = trimmed(&self.draft.prose, start..self.draft.prose.len());
        self.draft.block(BlockKind::Entry, range.clone(), None);
        if let Some(open) = self.emphasis.take() {
            self.end_emphasis(&open);
        }
        let points = std::mem::replace(&mut self.aside.points, points);
        (self.into, self.clip, self.space, self.emphasis) = (into, clip, None, None);
        for part in std::mem::take(&mut self.later) {
            self.part(&part);
        }
        let links = std::mem::take(&mut self.links);
        NoteRead { range, links, emphasised: std::mem::take(&mut self.emphasised), points }
    }
}

fn trimmed(prose: &Prose, range: Range<usize>) -> Range<usize> {
    trimmed_bytes(prose.text(), range)
}

/// A range of `text` without white space at its ends.
pub(super) fn trimmed_bytes(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let start = range.start + (words.len() - words.trim_start().len());
    start..start + words.trim().len()
}
