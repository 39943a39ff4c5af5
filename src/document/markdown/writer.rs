//! From the parser's events to prose, and to an outline of what stands where in it.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};

use crate::document::draft::Draft;
use crate::document::entry::Words;
use crate::document::light;
use crate::document::marker::notes::{Among, Found};
use crate::document::{BlockKind, Few, Shape};
use crate::locator::relative;
use crate::span::{Span, floor_char_boundary};

use super::callout::Callout;
use super::definitions::Definitions;
use super::front_matter::FrontMatter;
use super::outline::{Item, LinkSeen, Note, Outline};
use super::reference::number_only;
use super::{destination, directive, front_matter, html, span_of};

/// Bytes of the longest role that cites, with its braces.
const LONGEST_ROLE: usize = 24;

/// A link that is being read.
pub(super) struct OpenLink {
    start: usize,
    link_type: LinkType,
    url: String,
    pub(super) id: String,
    /// Whether it holds an image.
    image: bool,
}

/// An item of a list that is being read; none for an admonition, which only looks like one.
type OpenItem = Option<(Option<u64>, usize, usize)>;

pub(super) struct Writer<'d, 'a> {
    pub(super) draft: &'d mut Draft<'a>,
    pub(super) outline: Outline,
    pub(super) definitions: Definitions,
    pub(super) html: html::State,
    /// The block that is being written.
    open: Option<(BlockKind, usize)>,
    links: Vec<OpenLink>,
    emphasis: Vec<usize>,
    items: Vec<OpenItem>,
    /// Where the head of an admonition ends that has been written.
    head_end: usize,
    lists: Vec<Option<u64>>,
    note: Option<(String, usize, usize)>,
    heading: Option<HeadingLevel>,
    pub(super) cell: bool,
    /// Where the last row begins in the prose.
    row: usize,
    /// Code blocks, front matter and images: no prose.
    silent: usize,
    /// Of these, images.
    pictures: usize,
    quotes: usize,
    quotations: usize,
    /// Directives that hold a quotation, with its number once it has begun.
    quoting: Vec<(Range<usize>, Option<usize>)>,
    /// The block quotes that are open.
    pub(super) callouts: Vec<Callout>,
    /// In the title of the last of them.
    pub(super) in_title: bool,
    html_block: Vec<Range<usize>>,
    last_end: usize,
}

impl<'d, 'a> Writer<'d, 'a> {
    pub(super) fn new(draft: &'d mut Draft<'a>, definitions: Definitions) -> Self {
        let quoting = directive::quotations(draft.text).into_iter().map(|range| (range, None)).collect();
        Self {
            draft,
            outline: Outline::default(),
            definitions,
            html: html::State::default(),
            open: None,
            links: Vec::new(),
            emphasis: Vec::new(),
            items: Vec::new(),
            head_end: 0,
            lists: Vec::new(),
            note: None,
            heading: None,
            cell: false,
            row: 0,
            silent: 0,
            pictures: 0,
            quotes: 0,
            quotations: 0,
            quoting,
            callouts: Vec::new(),
            in_title: false,
            html_block: Vec::new(),
            last_end: 0,
        }
    }

    pub(super) fn finish(mut self) -> (Outline, Definitions) {
        self.close_block();
        self.outline.emphasised.sort_by_key(|range| range.start);
        self.outline.seams.sort_unstable();
        (self.outline, self.definitions)
    }

    pub(super) fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        let end = range.end;
        if range.start < self.head_end && !matches!(event, Event::Start(_) | Event::End(_)) {
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, &range),
            Event::End(tag) => {
                self.end(tag, &range);
                return;
            }
            Event::Text(words) => self.words(&words, range),
            Event::Code(words) => self.code(&words, range),
            Event::Html(_) => self.html_block.push(range),
            Event::InlineHtml(_) => {
                if self.silent == 0 {
                    html::inline(self, range);
                }
            }
            Event::FootnoteReference(label) => self.footnote(&label, &range),
            Event::SoftBreak | Event::HardBreak => self.break_line(range),
            Event::Rule => {
                self.close_block();
                self.outline.rules.push(self.draft.prose.len());
            }
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {}
        }
        self.last_end = end;
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Link { link_type, dest_url, id, .. } => self.open_link(link_type, &dest_url, &id),
            Tag::Image { link_type, id, .. } => {
                if !matches!(link_type, LinkType::Inline) {
                    self.definitions.used_by_image(&id);
                }
                if let Some(link) = self.links.last_mut() {
                    link.image = true;
                }
                self.silent += 1;
                self.pictures += 1;
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {
                if self.silent == 0 {
                    self.ensure_block();
                }
                self.outline.seams.push(self.draft.prose.len());
                self.emphasis.push(self.draft.prose.len());
            }
            block => {
                self.close_block();
                self.start_block(block, range);
            }
        }
    }

    fn start_block(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Heading { .. } if range.start < self.head_end => {}
            Tag::Heading { level, .. } => {
                self.heading = Some(level);
                // A tag that is never closed must not make a quotation of the rest of the document.
                for _ in 0..std::mem::take(&mut self.html.quotations) {
                    self.close_quotation();
                }
            }
            Tag::BlockQuote(None) => self.open_callout(range),
            Tag::CodeBlock(_) => {
                self.outline.code.push(range.clone());
                self.silent += 1;
            }
            Tag::MetadataBlock(_) => {
                self.silent += 1;
                let inner = fenced(self.draft.text, range);
                let read = front_matter::read(self.draft.text, inner.clone());
                front_matter::add_marks(self.draft, &inner);
                // What is written later in the same way is for other programs.
                if self.draft.prose.is_empty() && self.outline.front_matter == FrontMatter::default() {
                    self.outline.front_matter = read;
                }
            }
            Tag::List(first) => self.lists.push(first),
            Tag::Item => {
                let number = self.lists.last_mut().and_then(|next| {
                    let own = *next;
                    *next = next.map(|number| number + 1);
                    own
                });
                let head_end = self.head(range.start);
                self.head_end = head_end.unwrap_or(self.head_end);
                let item = (number, self.draft.prose.len(), range.start);
                self.items.push(head_end.is_none().then_some(item));
            }
            Tag::TableHead | Tag::TableRow => {
                self.draft.row(range.start);
                self.row = self.draft.prose.len();
            }
            Tag::TableCell => self.cell = true,
            Tag::FootnoteDefinition(label) => {
                self.note = Some((label.to_string(), self.draft.prose.len(), range.start));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Link => self.close_link(range),
            TagEnd::Image => {
                self.silent = self.silent.saturating_sub(1);
                self.pictures = self.pictures.saturating_sub(1);
                if self.open.is_some() && self.silent == 0 {
                    self.draft.pictures.push(self.draft.prose.len());
                }
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {
                let start = self.emphasis.pop().unwrap_or_default();
                self.outline.seams.push(self.draft.prose.len());
                self.outline.emphasised.push(start..self.draft.prose.len());
            }
            TagEnd::HtmlBlock => {
                let pieces = std::mem::take(&mut self.html_block);
                html::block(self, &pieces);
                self.close_block();
            }
            block => {
                self.close_block();
                self.end_block(block, range);
            }
        }
        self.last_end = range.end;
    }

    fn end_block(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Heading(_) if range.start < self.head_end => {}
            TagEnd::Heading(level) => self.end_heading(level),
            TagEnd::Paragraph => self.end_title(),
            TagEnd::BlockQuote(None) => self.close_callout(),
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => self.silent = self.silent.saturating_sub(1),
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Item => {
                if let Some((number, start, byte)) = self.items.pop().flatten() {
                    let range = self.written_since(start);
                    // Where the last thing in it ends: the parser's own end can lie before the beginning.
                    let span = self.trimmed(byte..self.last_end.max(byte));
                    self.draft.items.push(range.clone());
                    self.outline.items.push(Item::new(number, self.lists.len(), &range, span));
                }
            }
            TagEnd::TableCell => self.cell = false,
            TagEnd::TableRow => {
                let written = self.written_since(self.row);
                self.outline.rows.push((written, self.trimmed(range.clone())));
            }
            TagEnd::FootnoteDefinition => {
                if let Some((label, start, byte)) = self.note.take() {
                    let written = self.written_since(start);
                    let span = self.trimmed(byte..range.end);
                    self.outline.notes.push(Note { label, range: written, span });
                }
            }
            _ => {}
        }
    }

    fn end_heading(&mut self, level: HeadingLevel) {
        self.heading = None;
        let last = self.draft.blocks.last().filter(|block| block.kind == BlockKind::Heading);
        self.outline.headings.extend(last.map(|block| (block.range().start, level)));
        if let Some(block) = last.filter(|_| level == HeadingLevel::H1 && self.outline.title.is_none()) {
            self.outline.title = Some(self.draft.prose.text()[block.range()].to_owned());
        }
    }

    /// The prose written since `start`, without the break that parts blocks.
    pub(super) fn written_since(&self, start: usize) -> Range<usize> {
        let text = &self.draft.prose.text()[start..];
        let gap = text.len() - text.trim_start_matches('\n').len();
        start + gap..self.draft.prose.len()
    }

    pub(super) fn trimmed(&self, range: Range<usize>) -> Span {
        let text = &self.draft.text[range.clone()];
        Span::new(range.start, range.start + text.trim_end().len())
    }

    /// The kind of block that words belong to here.
    fn kind(&self) -> BlockKind {
        if self.heading.is_some() || self.html.heading {
            BlockKind::Heading
        } else if self.in_title {
            self.kind_of_title()
        } else if self.note.is_some() {
            BlockKind::Entry
        } else if self.cell {
            BlockKind::Cell
        } else if self.items.iter().all(Option::is_none) {
            BlockKind::Paragraph
        } else {
            BlockKind::Item
        }
    }

    pub(super) fn open_quotation(&mut self) {
        self.quotes += 1;
    }

    pub(super) fn close_quotation(&mut self) {
        self.quotations += usize::from(self.quotes == 1);
        self.quotes = self.quotes.saturating_sub(1);
    }

    pub(super) fn ensure_block(&mut self) {
        if self.open.is_none() {
            let start = self.draft.begin();
            self.open = Some((self.kind(), start));
        }
    }

    pub(super) fn close_block(&mut self) {
        if let Some((kind, start)) = self.open.take() {
            let range = start..self.draft.prose.len();
            let quotation = (self.quotes > 0).then_some(self.quotations).or_else(|| self.directive_at(&range));
            self.draft.block(kind, range, quotation);
        }
    }

    /// The quotation of the directive that a block stands in.
    fn directive_at(&mut self, block: &Range<usize>) -> Option<usize> {
        if self.quoting.is_empty() || block.is_empty() {
            return None;
        }
        let at = self.draft.prose.span(block).start();
        let own = self.quoting.iter_mut().find(|(range, _)| range.contains(&at))?;
        if own.1.is_none() {
            own.1 = Some(self.quotations);
            self.quotations += 1;
        }
        own.1
    }

    pub(super) fn is_in_note(&self) -> bool {
        self.note.is_some()
    }

    pub(super) fn is_writing(&self) -> bool {
        self.open.is_some()
    }

    fn words(&mut self, words: &CowStr<'_>, range: Range<usize>) {
        if self.silent > 0 || self.html.skips() {
            return;
        }
        self.ensure_block();
        if self.draft.text.get(range.clone()) == Some(words.as_ref()) {
            self.draft.prose.copy(self.draft.text, range);
        } else {
            self.draft.prose.decoded(words, range);
        }
    }

    fn code(&mut self, words: &CowStr<'_>, range: Range<usize>) {
        if self.silent > 0 {
            return;
        }
        self.ensure_block();
        let start = self.draft.prose.len();
        self.draft.prose.decoded(words, range);
        self.draft.masked.push(start..self.draft.prose.len());
        // `{cite}`doe20``: MyST writes a role before its words.
        let prose = self.draft.prose.text();
        let near = floor_char_boundary(prose, start.saturating_sub(LONGEST_ROLE));
        let role = prose[near..start].strip_suffix('}').and_then(|before| before.rsplit_once('{'));
        if let Some((before, _)) = role.filter(|(_, role)| light::is_citation(role)) {
            self.outline.roles.push((light::keys(words), near + before.len()..prose.len(), None));
        }
    }

    fn break_line(&mut self, range: Range<usize>) {
        if self.silent > 0 || self.open.is_none() {
            return;
        }
        if self.in_title {
            self.close_block();
            return self.end_title();
        }
        self.draft.prose.decoded(" ", range);
        self.outline.line_starts.push(self.draft.prose.len());
    }

    fn footnote(&mut self, label: &str, range: &Range<usize>) {
        if self.silent > 0 {
            return;
        }
        self.ensure_block();
        let at = self.draft.prose.len();
        self.outline.seams.push(at);
        let found = Found {
            labels: vec![label.to_owned()],
            among: Among::Footnotes,
            shape: Shape::Note,
            range: at..at,
            span: span_of(range),
        };
        self.draft.found.push(found);
    }

    fn open_link(&mut self, link_type: LinkType, url: &str, id: &str) {
        if self.silent == 0 {
            self.ensure_block();
        }
        let start = self.draft.prose.len();
        let url = relative::whole(url.to_owned());
        self.links.push(OpenLink { start, link_type, url, id: id.to_owned(), image: false });
    }

    fn close_link(&mut self, range: &Range<usize>) {
        let Some(link) = self.links.pop() else { return };
        let words = link.start..self.draft.prose.len();
        let is_badge = link.image && self.draft.prose.text()[words.clone()].trim().is_empty();
        match link.link_type {
            // The words of a picture are what stands below it.
            LinkType::Inline if self.pictures > 0 && self.pictures == self.silent => {
                let found = destination::inline(&self.draft.text[self.last_end.max(range.start)..range.end]);
                let from = self.last_end.max(range.start);
                let found = found.map(|found| Span::new(from + found.start, from + found.end));
                let at = self.draft.prose.len();
                if let Some(span) = found {
                    self.see(&link, at..at, span, range, Words::Names);
                }
            }
            _ if self.silent > 0 => {}
            LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut if is_badge => {
                self.definitions.used_by_image(&link.id);
            }
            _ if is_badge => {}
            LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut => self.reference(&link, words, range),
            LinkType::Autolink => {
                let inside = Span::new(range.start + 1, (range.end.max(range.start + 2)) - 1);
                self.see(&link, words, inside, range, Words::Address);
            }
            LinkType::Inline => {
                // Without words there is nothing within the link that its address could stand behind.
                let from = if self.last_end < range.end { self.last_end.max(range.start) } else { range.start };
                let source = &self.draft.text[from..range.end];
                let found = destination::inline(source).unwrap_or(0..0);
                let url_span = Span::new(from + found.start, from + found.end);
                let visible = self.draft.prose.text()[words.clone()].trim();
                let address = visible.starts_with("http://") || visible.starts_with("https://");
                self.see(&link, words, url_span, range, if address { Words::Address } else { Words::Names });
            }
            _ => {}
        }
    }

    fn see(&mut self, link: &OpenLink, range: Range<usize>, url_span: Span, whole: &Range<usize>, words: Words) {
        // What a chat program writes around a passage that it has a source for.
        if matches!(link.url.as_str(), "start_span" | "end_span") {
            self.draft.cuts.push(range);
            return;
        }
        let label = number_only(&self.draft.prose.text()[range.clone()]);
        let url_spans = if url_span.start() < url_span.end() { Few::One(url_span) } else { Few::None };
        if !super::entry_link(&link.url) {
            self.draft.local_link(&link.url, range.clone());
            self.elsewhere(&link.url, label, range, whole);
            return;
        }
        self.outline.links.push(LinkSeen {
            range,
            url: link.url.clone(),
            url_spans,
            whole: span_of(whole),
            words,
            label,
        });
    }
}

/// What stands between the lines that front matter is fenced with.
fn fenced(text: &str, range: &Range<usize>) -> Range<usize> {
    let whole = &text[range.clone()];
    let start = whole.find('\n').map_or(whole.len(), |at| at + 1);
    let end = whole.trim_end().rfind('\n').map_or(start, |at| at + 1).max(start);
    range.start + start..range.start + end
}
