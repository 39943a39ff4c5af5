//! The prose of an article, with its notes, its links and what it quotes set apart.

use std::ops::Range;

use crate::document::BlockKind;
use crate::document::draft::Draft;
use crate::locator::doi;
use crate::span::Span;

use super::called;
use super::coins;
use super::described::{self, Part};
use super::footnotes::Footnotes;
use super::links;
use super::remark;
use super::seen::{Item, Seen, Use, Written};
use super::site::Articles;
use super::tree::{Event, Tree};

/// A block that is being written.
struct Block {
    kind: BlockKind,
    start: usize,
}

/// An element that is open and asks for something at its end.
pub(super) struct Open {
    pub(super) element: usize,
    /// Where it begins in the prose.
    start: usize,
}

/// See the module.
pub(super) struct Writer<'w, 'a> {
    pub(super) draft: &'w mut Draft<'a>,
    pub(super) tree: &'w Tree<'a>,
    pub(super) footnotes: &'w Footnotes,
    pub(super) seen: Seen,
    pub(super) open: Vec<Open>,
    block: Option<Block>,
    pub(super) space: Option<Range<usize>>,
    pub(super) quotations: Vec<usize>,
    pub(super) quotation_count: usize,
    /// The quotation that paragraphs of a style make, and the blocks up to its end.
    pub(super) styled: Option<(usize, usize)>,
    /// The last quotation that has ended in a figure, and that figure.
    pub(super) shown: Option<(usize, usize)>,
    /// The caption of that figure while it is written, and whether it has not begun.
    pub(super) caption: Option<(usize, bool)>,
    /// The caption that is being written where a quotation of its figure follows.
    pub(super) leading_caption: Option<usize>,
    /// Places in numbered lists that are open; none for other lists.
    lists: Vec<Option<usize>>,
    /// The term of a list that was closed last, and its words.
    term: Option<(usize, Range<usize>)>,
    /// Whether a note is written, whose paragraphs are one block.
    pub(super) in_note: bool,
    /// Where that begins in the prose.
    note_start: usize,
    next_note: usize,
    later: Vec<usize>,
    pub(super) articles: Option<Articles>,
    /// Whether archive.today shows the page.
    pub(super) of_today: bool,
    /// The last link that is shown as a button.
    pressed: Option<Range<usize>>,
}

/// Elements whose content is typed or printed by machines: links in them lead somewhere, bare addresses cite nothing.
pub(super) const CODE: &[&str] = &["code", "kbd", "samp", "var", "pre"];
/// Bytes of the shortest block quotation of a note.
const QUOTED: usize = 16;
/// Elements that part paragraphs.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "aside",
    "header",
    "footer",
    "main",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "td",
    "th",
    "caption",
    "figure",
    "figcaption",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "details",
    "summary",
    "center",
    "pre",
    "address",
    "body",
    "fieldset",
    "menu",
];
impl<'w, 'a> Writer<'w, 'a> {
    pub(super) fn new(draft: &'w mut Draft<'a>, tree: &'w Tree<'a>, footnotes: &'w Footnotes) -> Self {
        let notes = footnotes.notes.iter().map(|_| Written::default()).collect();
        Self {
            draft,
            tree,
            footnotes,
            seen: Seen { notes, ..Seen::default() },
            open: Vec::new(),
            block: None,
            space: None,
            quotations: Vec::new(),
            quotation_count: 0,
            styled: None,
            shown: None,
            caption: None,
            leading_caption: None,
            lists: Vec::new(),
            term: None,
            in_note: false,
            note_start: 0,
            next_note: 0,
            later: Vec::new(),
            articles: Articles::of(tree),
            of_today: links::is_of_today(tree),
            pressed: None,
        }
    }

    /// Writes the article; gives what was found on the way.
    pub(super) fn write(mut self) -> Seen {
        self.run(0..self.tree.events.len());
        self.end_block();
        self.seen
    }

    fn run(&mut self, events: Range<usize>) {
        let mut at = events.start;
        while at < events.end {
            if !self.in_note && self.footnotes.notes.get(self.next_note).is_some_and(|note| note.events.start == at) {
                at = self.meet_note(self.next_note);
                continue;
            }
            at = match &self.tree.events[at] {
                Event::Open(element) => self.enter(*element, at),
                Event::Close(element) => {
                    self.leave(*element);
                    at + 1
                }
                Event::Text(range) => {
                    self.words(range);
                    at + 1
                }
                Event::Comment(words, range) => {
                    self.draft.comment(&self.tree.text[words.clone()], range);
                    at + 1
                }
            };
        }
    }

    /// A note: written at once, or once the paragraph that it stands in has ended. Gives the event behind it.
    fn meet_note(&mut self, index: usize) -> usize {
        self.next_note += 1;
        let note = &self.footnotes.notes[index];
        if note.beside {
            let span = Span::new(note.bytes.start, note.bytes.end);
            let (label, place) = (note.label.clone(), self.draft.prose.len());
            self.seen.uses.push(Use { label, notes: vec![index], place, span });
            self.later.push(index);
        } else {
            self.end_block();
            self.write_note(index);
        }
        note.events.end
    }

    fn write_note(&mut self, index: usize) {
        let note = &self.footnotes.notes[index];
        self.in_note = true;
        self.space = None;
        let start = self.draft.begin();
        self.note_start = start;
        let (block, quotations) = (self.block.take(), std::mem::take(&mut self.quotations));
        self.run(note.events.clone());
        // What the note opens and does not close, as one behind a heading does.
        self.in_note = false;
        self.quotations = quotations;
        let range = trimmed(self.draft.prose.text(), start..self.draft.prose.len());
        let kind = if self.explains(index, &range) { BlockKind::Paragraph } else { BlockKind::Entry };
        self.draft.block(kind, range.clone(), None);
        self.seen.notes[index].range = range;
        (self.block, self.space) = (block, None);
    }

    /// Whether the note that is being written names a source before the position `at` of the prose: in a link, or in its words.
    fn is_named_before(&self, at: usize) -> bool {
        let note = self.note_start..at;
        let words = self.draft.prose.text().get(note.clone()).unwrap_or_default();
        let own = self.seen.links.iter().rev().take_while(|seen| seen.link.range.start >= note.start);
        let linked = own.filter(|seen| seen.link.url.contains("://")).any(|seen| seen.link.range.start < at);
        linked || words.contains("://") || !doi::find(words).is_empty()
    }

    /// The note that is being written.
    fn note(&mut self) -> Option<&mut Written> {
        let index = self.later.first().copied().or(self.next_note.checked_sub(1));
        index.filter(|_| self.in_note).and_then(|index| self.seen.notes.get_mut(index))
    }

    fn enter(&mut self, element: usize, at: usize) -> usize {
        let own = &self.tree.elements[element];
        let name = own.name.as_str();
        if name == "title" && self.seen.title.is_none() {
            self.seen.title = Some(self.tree.words_in(&own.events, 300)).filter(|title| !title.is_empty());
        }
        if name == "head" {
            self.read_head(&own.events);
        }
        if name == "span" && self.tree.is_called(element, &["z3988"]) {
            self.machine_words(element);
        }
        let marks = self.footnotes.marks.contains_key(&element);
        if self.cites_by_key(element) || marks && self.marks_in_note(element) {
            return own.events.end;
        }
        // What opens a note is shown for all that buttons are no prose.
        if self.is_silent(element) && !(marks && name == "button") {
            return own.events.end;
        }
        if marks && !self.footnotes.behind.contains(&element) {
            self.mark(element);
            return own.events.end;
        }
        if self.signs_quotation(element) {
            self.open_signature(element);
        } else if BLOCKS.contains(&name) {
            self.part(element);
            if name == "tr" {
                self.draft.row(own.tag.start);
            } else if matches!(name, "td" | "th") {
                let rows = self.tree.value(element, "rowspan").and_then(|rows| rows.trim().parse().ok()).unwrap_or(1);
                self.draft.spanning(own.tag.start, rows);
                self.draft.end_of_cell(own.end);
            }
        } else if name == "br" {
            self.seen.breaks.push(self.draft.prose.len());
            self.space = Some(own.tag.clone());
        } else if name == "q" {
            self.write_as("“", own.tag.clone());
        }
        self.write_space_if(name);
        self.open.push(Open { element, start: self.draft.prose.len() });
        at + 1
    }

    /// The element is the mark of notes.
    pub(super) fn mark(&mut self, element: usize) {
        let Some((label, notes)) = self.footnotes.marks.get(&element) else { return };
        let (span, place) = (self.mark_span(element), self.draft.prose.len());
        self.seen.uses.push(Use { label: label.clone(), notes: notes.clone(), place, span });
    }

    fn write_space_if(&mut self, name: &str) {
        if matches!(name, "a" | "q" | "em" | "i" | "cite") {
            self.write_space();
        }
    }

    fn read_head(&mut self, events: &Range<usize>) {
        for event in &self.tree.events[events.clone()] {
            if let Event::Open(element) = event
                && self.tree.elements[*element].name == "title"
                && self.seen.title.is_none()
            {
                let words = self.tree.words_in(&self.tree.elements[*element].events, 300);
                self.seen.title = Some(words).filter(|title| !title.is_empty());
            }
        }
    }

    fn machine_words(&mut self, element: usize) {
        let Some(title) = self.tree.value_place(element, "title") else { return };
        let source = coins::read(&self.tree.text[title]);
        let (place, own) = (self.draft.prose.len(), &self.tree.elements[element]);
        let span = Span::new(own.tag.start, own.end);
        match self.note() {
            Some(note) => note.sources.push(source),
            None => self.seen.machine.push((source, place..place, span)),
        }
    }

    fn part(&mut self, element: usize) {
        let own = &self.tree.elements[element];
        if self.in_note {
            return self.add_space(own.tag.clone());
        }
        self.end_block();
        match own.name.as_str() {
            "ol" => self.lists.push(Some(0)),
            "ul" | "menu" => self.lists.push(None),
            "li" => {
                if let Some(Some(number)) = self.lists.last_mut() {
                    *number += 1;
                }
            }
            _ if self.is_quotation(element) => {
                self.quotations.push(self.quotation_count);
                self.quotation_count += 1;
            }
            "figcaption" => self.open_caption(element),
            "p" => self.open_styled(element),
            _ => {}
        }
    }

    fn leave(&mut self, element: usize) {
        let Some(depth) = self.open.iter().rposition(|open| open.element == element) else { return };
        let Some(open) = self.open.drain(depth..).next() else { return };
        let own = &self.tree.elements[element];
        let name = own.name.as_str();
        let range = open.start..self.draft.prose.len();
        if let Some(part) = Part::of(self.tree, element) {
            self.seen.parts.push((part, trimmed(self.draft.prose.text(), range.clone())));
        }
        if self.footnotes.behind.contains(&element) {
            self.mark(element);
        }
        if !self.in_note && called::is_list(self.tree, element) {
            self.seen.called.push(trimmed(self.draft.prose.text(), range.clone()));
        }
        match name {
            "a" => {
                if remark::is_button(self.tree, element) {
                    self.pressed = Some(trimmed(self.draft.prose.text(), range.clone()));
                }
                self.leave_link(element, range.clone());
            }
            "em" | "i" | "cite" => self.leave_emphasis(element, &range),
            "strong" | "b" => self.leave_strong(&range),
            "span" if described::is_italic(self.tree, element) => self.seen.emphasised.push(range.clone()),
            _ if CODE.contains(&name) && !self.is_of_verse(element) => self.draft.masked.push(range.clone()),
            "q" => {
                self.write_as("”", own.end..own.end);
                let inner = trimmed(self.draft.prose.text(), range.clone());
                if let Some(note) = self.note() {
                    note.quotes.push(inner);
                }
            }
            // What the whole note is set in is no part of it, and a source is named before what it says.
            "blockquote" if self.in_note => {
                let inner = trimmed(self.draft.prose.text(), range.clone());
                let named = self.is_named_before(inner.start);
                if let Some(note) = self.note().filter(|_| inner.len() >= QUOTED && named) {
                    note.quotes.push(inner);
                }
            }
            "sup" if !self.in_note => self.seen.raised.push((range.clone(), Span::new(own.tag.start, own.end))),
            // What stands at the foot of a site is no list of the article.
            "li" if !self.in_note && !self.is_of_the_site() => {
                let number = self.lists.last().copied().flatten();
                let range = trimmed(self.draft.prose.text(), range.clone());
                self.draft.items.push(range.clone());
                self.seen.items.push(Item { range, span: Span::new(own.tag.start, own.end), number, lead: 0 });
            }
            "dt" if !self.in_note => self.term = Some((element, range.clone())),
            "dd" if !self.in_note && !self.is_of_the_site() => self.leave_described(element, range.clone()),
            "tr" if !self.in_note => {
                let range = trimmed(self.draft.prose.text(), range.clone());
                self.seen.rows.push(Item { range, span: Span::new(own.tag.start, own.end), number: None, lead: 0 });
            }
            "ol" | "ul" | "menu" if !self.in_note => {
                self.lists.pop();
            }
            "h1" | "p" if self.seen.heading.is_none() && self.is_title(element, range.start) => {
                let words = self.draft.prose.text()[range.clone()].trim();
                self.seen.heading = Some(words.to_owned()).filter(|words| !words.is_empty());
            }
            _ => {}
        }
        if matches!(name, "blockquote" | "q") {
            self.leave_cite(element, range);
        }
        if self.caption.is_some_and(|(caption, _)| caption == element) && name != "figcaption" {
            self.end_block();
            self.close_caption(element);
        } else if BLOCKS.contains(&name) {
            if self.in_note {
                self.add_space(own.end..own.end);
            } else {
                self.end_block();
                match name {
                    _ if self.is_quotation(element) => self.close_quotation(element),
                    "figcaption" => self.close_caption(element),
                    "p" => self.close_styled(element),
                    _ => {}
                }
            }
        }
    }

    /// What a number stands before as a term is an item of that number.
    fn leave_described(&mut self, element: usize, range: Range<usize>) {
        let Some((term, words)) = self.term.take() else { return };
        let prose = self.draft.prose.text();
        let number = prose[words.clone()].trim().trim_matches(['[', ']', '(', ')', '.', ':', '^']);
        let digits = (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
        let Some(number) = number.parse().ok().filter(|_| digits) else { return };
        let (own, start) = (trimmed(prose, range), trimmed(prose, words).start);
        let span = Span::new(self.tree.elements[term].tag.start, self.tree.elements[element].end);
        self.seen.items.push(Item { range: start..own.end, span, number: Some(number), lead: own.start - start });
    }

    pub(super) fn ensure_block(&mut self) {
        if self.in_note || self.block.is_some() {
            return;
        }
        let start = self.draft.begin();
        self.begin_caption();
        let words = self.draft.prose.len();
        self.space = None;
        let kind = self.open.iter().rev().find_map(|open| match self.tree.elements[open.element].name.as_str() {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(BlockKind::Heading),
            "p" if self.is_title(open.element, start) => Some(BlockKind::Heading),
            "li" | "dt" | "dd" => Some(BlockKind::Item),
            "td" | "th" => Some(BlockKind::Cell),
            "p" => Some(BlockKind::Paragraph),
            _ => None,
        });
        // A block that begins within elements which are open already begins them anew.
        for open in &mut self.open {
            if open.start + 1 >= start {
                open.start = open.start.max(words);
            }
        }
        let kind = self.leading_caption.map(|_| BlockKind::Caption).or(kind);
        self.block = Some(Block { kind: kind.unwrap_or(BlockKind::Paragraph), start });
    }

    pub(super) fn end_block(&mut self) {
        self.space = None;
        if let Some(block) = self.block.take() {
            let range = trimmed(self.draft.prose.text(), block.start..self.draft.prose.len());
            // A button is no line of the text.
            let kind = if self.pressed.as_ref() == Some(&range) { BlockKind::Cell } else { block.kind };
            self.draft.block(kind, range, self.quotations.last().copied());
        }
        while let Some(&index) = self.later.first() {
            self.write_note(index);
            self.later.remove(0);
        }
    }
}

pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let start = range.start + (words.len() - words.trim_start().len());
    start..start + words.trim().len()
}
