//! What raw HTML does to the prose: tags vanish, links and raised numbers stay, comments may ask to be left alone.

use std::ops::Range;

use crate::document::entry::Words;
use crate::document::marker::notes::{self, Among, Found};
use crate::document::marker::{brackets, cited};
use crate::document::{Few, Shape, entity, light};
use crate::locator::relative;
use crate::span::Span;

use super::anchored;
use super::outline::LinkSeen;
use super::reference::number_only;
use super::short_code::{self, Does};
use super::writer::Writer;
use crate::document::fragment::{self, Attribute, Token};

/// Which elements are open.
#[derive(Debug, Default)]
pub(super) struct State {
    links: Vec<OpenLink>,
    raised: Vec<(usize, usize)>,
    code: Vec<usize>,
    /// The element whose content is no prose.
    silent: Option<String>,
    /// Whether what is read stands in a paragraph.
    inline: bool,
    pub(super) heading: bool,
    /// Block quotations that a tag has opened.
    pub(super) quotations: usize,
    /// Quotations that are open, with the source that each names, if it does.
    cites: Vec<OpenCite>,
    /// Elements that can be notes.
    pub(super) anchors: Vec<anchored::Open>,
}

/// A quotation that names its source.
#[derive(Debug, Clone)]
pub(super) struct CiteSeen {
    pub(super) range: Range<usize>,
    pub(super) url: String,
    pub(super) url_spans: Few<Span>,
    pub(super) whole: Span,
}

#[derive(Debug)]
struct OpenCite {
    element: &'static str,
    /// The address, and where it stands.
    source: Option<(String, Span)>,
    /// In the prose.
    start: usize,
    /// In the file.
    byte: usize,
}

#[derive(Debug)]
struct OpenLink {
    /// The component that it is, if it is none of HTML.
    component: Option<String>,
    url: String,
    url_span: Option<Span>,
    /// In the prose.
    start: usize,
    /// In the file.
    byte: usize,
}

/// Elements whose content nobody reads as prose.
const SILENT: &[&str] =
    &["script", "style", "svg", "math", "template", "noscript", "iframe", "object", "textarea", "select"];
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
    "nav",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "thead",
    "tbody",
    "tr",
    "td",
    "th",
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
    "form",
    "address",
];
/// The elements of quotations: set apart, and in a paragraph.
const QUOTATIONS: [&str; 2] = ["blockquote", "q"];
/// Most elements of a sort that can be open at a time.
const DEPTH: usize = 64;

impl State {
    pub(super) fn skips(&self) -> bool {
        self.silent.is_some()
    }

    pub(super) fn is_raised(&self) -> bool {
        !self.raised.is_empty()
    }
}

/// One tag or comment within a paragraph.
pub(super) fn inline(writer: &mut Writer<'_, '_>, range: Range<usize>) {
    writer.html.inline = true;
    read(writer, range);
    writer.html.inline = false;
}

/// A block of HTML, in pieces where it stands in a block quote.
pub(super) fn block(writer: &mut Writer<'_, '_>, pieces: &[Range<usize>]) {
    // The parser leaves out the first of the two characters that end a line in some files.
    let text = writer.draft.text;
    let is_gap = |gap: Option<&str>| gap.is_some_and(|gap| gap.bytes().all(|byte| byte == b'\r'));
    let contiguous = pieces.windows(2).all(|pair| is_gap(text.get(pair[0].end..pair[1].start)));
    match (pieces.first(), pieces.last()) {
        (Some(first), Some(last)) if contiguous => read(writer, first.start..last.end),
        _ => pieces.iter().for_each(|piece| read(writer, piece.clone())),
    }
    writer.html.silent = None;
}

fn read(writer: &mut Writer<'_, '_>, range: Range<usize>) {
    let (mut at, text) = (range.start, writer.draft.text);
    while let Some(code) = short_code::next(&text[..range.end], at) {
        read_html(writer, at..code.range.start);
        at = code.range.end;
        match code.does {
            Does::Quotes(source) => {
                let cite = source.map(|value| Attribute { name: "cite".to_owned(), value });
                open(writer, "blockquote", cite.as_slice(), 0, &code.range);
            }
            Does::Unquotes => close(writer, "blockquote", &code.range),
            Does::Leads(address) => {
                let url = text[address.clone()].to_owned();
                lead(writer, url, Span::new(address.start, address.end), &code.range);
            }
        }
    }
    read_html(writer, at..range.end);
}

/// A link without words; in a note, which would be empty, its address is them.
fn lead(writer: &mut Writer<'_, '_>, url: String, span: Span, whole: &Range<usize>) {
    let (whole, url_spans) = (Span::new(whole.start, whole.end), Few::One(span));
    let in_note = writer.is_in_note();
    let mut start = writer.draft.prose.len();
    if in_note {
        writer.ensure_block();
        start = writer.draft.prose.len();
        writer.draft.prose.decoded(&url, span.range());
    }
    let (range, words) = (start..writer.draft.prose.len(), if in_note { Words::Address } else { Words::Names });
    writer.outline.links.push(LinkSeen { range, url, url_spans, whole, words, label: None });
}

fn read_html(writer: &mut Writer<'_, '_>, range: Range<usize>) {
    let text = writer.draft.text;
    let shifted = |inner: &Range<usize>| range.start + inner.start..range.start + inner.end;
    for token in fragment::tokens(&text[range.clone()]) {
        match token {
            Token::Text(words) => prose(writer, shifted(&words)),
            Token::Comment { words, range } => writer.draft.comment(&text[shifted(&words)], &shifted(&range)),
            Token::Open { name, attributes, range: tag } => {
                open_tag(writer, &name, &attributes, range.start, &shifted(&tag));
            }
            Token::Close { name, range } => close_tag(writer, &name, &shifted(&range)),
        }
    }
}

fn prose(writer: &mut Writer<'_, '_>, range: Range<usize>) {
    if writer.html.skips() {
        return;
    }
    let text = writer.draft.text;
    let mut at = range.start;
    while at < range.end {
        let rest = &text[at..range.end];
        let first = rest.chars().next().unwrap_or(' ');
        let end = if first.is_whitespace() {
            let end = range.end - rest.trim_start().len();
            space(writer, at..end);
            end
        } else if let Some((words, len)) = entity::of(rest) {
            writer.ensure_block();
            writer.draft.prose.decoded(&words, at..at + len);
            at + len
        } else {
            let len = rest[first.len_utf8()..]
                .find(|c: char| c.is_whitespace() || c == '&')
                .map_or(rest.len(), |next| next + first.len_utf8());
            writer.ensure_block();
            writer.draft.prose.copy(text, at..at + len);
            at + len
        };
        at = end;
    }
}

fn space(writer: &mut Writer<'_, '_>, range: Range<usize>) {
    if writer.is_writing() && !writer.draft.prose.text().ends_with(' ') {
        writer.draft.prose.decoded(" ", range);
    }
}

/// A tag that opens: a component that quotes is what a quotation is in HTML.
fn open_tag(writer: &mut Writer<'_, '_>, name: &str, attributes: &[Attribute], offset: usize, tag: &Range<usize>) {
    if !is_quote_component(writer.draft.text, tag) {
        return open(writer, name, attributes, offset, tag);
    }
    let source = attributes.iter().find(|own| matches!(own.name.as_str(), "source" | "cite" | "href" | "url"));
    let cite = source.map(|own| Attribute { name: "cite".to_owned(), value: own.value.clone() });
    open(writer, QUOTATIONS[usize::from(writer.html.inline)], cite.as_slice(), offset, tag);
}

fn open(writer: &mut Writer<'_, '_>, name: &str, attributes: &[Attribute], offset: usize, tag: &Range<usize>) {
    let text = writer.draft.text;
    let at = writer.draft.prose.len();
    writer.outline.seams.push(at);
    match name {
        _ if writer.html.skips() => {}
        _ if SILENT.contains(&name) && !text[tag.clone()].ends_with("/>") => {
            writer.html.silent = Some(name.to_owned());
        }
        "a" if writer.html.links.len() < DEPTH => {
            writer.ensure_block();
            // An anchor without an address is kept too, so that its closing tag does not close another.
            let href = attributes.iter().find(|attribute| attribute.name == "href");
            let value = href.map_or(tag.end..tag.end, |href| offset + href.value.start..offset + href.value.end);
            let value = trimmed(text, value);
            let url_span = (!value.is_empty()).then(|| Span::new(value.start, value.end));
            let url = relative::whole(entity::decoded(&text[value]));
            let start = writer.draft.prose.len();
            writer.html.links.push(OpenLink { component: None, url, url_span, start, byte: tag.start });
        }
        _ if !is_quote_component(text, tag) && is_component(text, tag) => {
            open_component(writer, name, attributes, offset, tag);
        }
        "sup" if writer.html.raised.len() < DEPTH => {
            writer.ensure_block();
            writer.html.raised.push((writer.draft.prose.len(), tag.start));
        }
        // `<d-cite key="doe2019,lee">`, as articles made with Distill have it.
        "d-cite" | "dt-cite" => {
            let key = attributes.iter().find(|own| matches!(own.name.as_str(), "key" | "bibtex-key"));
            let keys = key.map_or("", |key| &text[offset + key.value.start..offset + key.value.end]);
            let keys = light::keys(keys);
            if !keys.is_empty() {
                writer.ensure_block();
                let at = writer.draft.prose.len();
                writer.outline.roles.push((keys, at..at, Some(Span::new(tag.start, tag.end))));
            }
        }
        "code" | "kbd" | "samp" | "var" if writer.html.code.len() < DEPTH => writer.html.code.push(at),
        "br" => {
            space(writer, tag.clone());
            writer.outline.line_starts.push(writer.draft.prose.len());
        }
        "q" => {
            open_cite(writer, "q", attributes, offset, tag);
            mark(writer, "“", tag);
        }
        _ if BLOCKS.contains(&name) => {
            writer.close_block();
            open_cell(writer, name, tag);
            anchored::open(writer, name, attributes, offset, tag);
            writer.html.heading = is_heading(name);
            if name == "pre" && writer.html.code.len() < DEPTH {
                writer.html.code.push(at);
            }
            if name == "blockquote" {
                writer.html.quotations += 1;
                writer.open_quotation();
                open_cite(writer, "blockquote", attributes, offset, tag);
            }
        }
        _ => {}
    }
}

/// Rows and cells of a table that is written in HTML.
fn open_cell(writer: &mut Writer<'_, '_>, name: &str, tag: &Range<usize>) {
    match name {
        "tr" => writer.draft.row(tag.start),
        "td" | "th" => writer.cell = true,
        _ => {}
    }
}

/// Whether a tag is of a component of MDX, whose names begin with a capital.
fn is_component(text: &str, tag: &Range<usize>) -> bool {
    text[tag.start + 1..tag.end].starts_with(|c: char| c.is_ascii_uppercase())
}

/// Whether a tag is of a component that sets a quotation apart, `<Quote source="…">`, and has words within.
fn is_quote_component(text: &str, tag: &Range<usize>) -> bool {
    let written = text[tag.clone()].trim_start_matches(['<', '/']);
    let name = written.split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default();
    !text[tag.clone()].ends_with("/>") && sets_quotation_apart(name)
}

/// Whether a component of that name sets a quotation apart.
pub(super) fn sets_quotation_apart(component: &str) -> bool {
    matches!(component, "Quote" | "BlockQuote" | "Blockquote" | "Quotation" | "QuoteBlock")
}

/// A component that leads somewhere: `<Card href="…" />`, `<Link to="…">words</Link>`.
fn open_component(
    writer: &mut Writer<'_, '_>,
    name: &str,
    attributes: &[Attribute],
    offset: usize,
    tag: &Range<usize>,
) {
    let text = writer.draft.text;
    let Some(href) = attributes.iter().find(|own| matches!(own.name.as_str(), "href" | "to" | "cite" | "source"))
    else {
        return;
    };
    let value = trimmed(text, offset + href.value.start..offset + href.value.end);
    let url = relative::whole(entity::decoded(&text[value.clone()]));
    if !super::entry_link(&url) || writer.html.links.len() >= DEPTH {
        return;
    }
    let span = Span::new(value.start, value.end);
    if text[tag.clone()].ends_with("/>") {
        return lead(writer, url, span, tag);
    }
    writer.ensure_block();
    let (component, start) = (Some(name.to_owned()), writer.draft.prose.len());
    writer.html.links.push(OpenLink { component, url, url_span: Some(span), start, byte: tag.start });
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let value = &text[range.clone()];
    let start = range.start + (value.len() - value.trim_start().len());
    start..start + value.trim().len()
}

/// A tag that closes; one of a component that quotes closes what that opened.
fn close_tag(writer: &mut Writer<'_, '_>, name: &str, tag: &Range<usize>) {
    let opened = writer.html.cites.last().map_or(QUOTATIONS[0], |cite| cite.element);
    close(writer, if is_quote_component(writer.draft.text, tag) { opened } else { name }, tag);
}

fn close(writer: &mut Writer<'_, '_>, name: &str, tag: &Range<usize>) {
    let end = writer.draft.prose.len();
    writer.outline.seams.push(end);
    match name {
        _ if writer.html.silent.as_deref() == Some(name) => writer.html.silent = None,
        _ if writer.html.skips() => {}
        "a" => close_link(writer, tag),
        _ if writer.html.links.last().is_some_and(|link| link.component.as_deref() == Some(name)) => {
            close_link(writer, tag);
        }
        "sup" => close_raised(writer, tag),
        "code" | "kbd" | "samp" | "var" => close_code(writer, end),
        "q" => {
            mark(writer, "”", tag);
            close_cite(writer, "q", tag);
        }
        _ if BLOCKS.contains(&name) => {
            writer.close_block();
            anchored::close(writer, name, tag);
            writer.cell &= !matches!(name, "td" | "th" | "tr" | "table");
            writer.html.heading = false;
            if name == "pre" {
                close_code(writer, end);
            }
            if name == "blockquote" && writer.html.quotations > 0 {
                writer.html.quotations -= 1;
                writer.close_quotation();
                close_cite(writer, "blockquote", tag);
            }
        }
        _ => {}
    }
}

fn close_code(writer: &mut Writer<'_, '_>, end: usize) {
    if let Some(start) = writer.html.code.pop() {
        writer.draft.masked.push(start..end);
    }
}

fn open_cite(
    writer: &mut Writer<'_, '_>,
    element: &'static str,
    attributes: &[Attribute],
    offset: usize,
    tag: &Range<usize>,
) {
    if writer.html.cites.len() == DEPTH {
        writer.html.cites.clear();
    }
    let text = writer.draft.text;
    let cite = attributes.iter().find(|attribute| attribute.name == "cite");
    let source = cite.map(|cite| {
        let value = trimmed(text, offset + cite.value.start..offset + cite.value.end);
        (relative::whole(entity::decoded(&text[value.clone()])), Span::new(value.start, value.end))
    });
    let start = writer.draft.prose.len();
    writer.html.cites.push(OpenCite { element, source, start, byte: tag.start });
}

/// What the innermost open quotation of the sort names as its source.
fn close_cite(writer: &mut Writer<'_, '_>, element: &str, tag: &Range<usize>) {
    let Some(depth) = writer.html.cites.iter().rposition(|open| open.element == element) else { return };
    let Some(open) = writer.html.cites.drain(depth..).next() else { return };
    let range = open.start..writer.draft.prose.len();
    if let Some((url, span)) = open.source {
        let whole = Span::new(open.byte, tag.end);
        writer.outline.cites.push(CiteSeen { range, url, url_spans: Few::One(span), whole });
    }
}

fn is_heading(name: &str) -> bool {
    name.len() == 2 && name.starts_with('h') && name != "hr"
}

/// `<q>` is shown with quotation marks, so it counts as them.
fn mark(writer: &mut Writer<'_, '_>, mark: &str, tag: &Range<usize>) {
    writer.ensure_block();
    writer.draft.prose.decoded(mark, tag.clone());
}

fn close_link(writer: &mut Writer<'_, '_>, tag: &Range<usize>) {
    let Some(link) = writer.html.links.pop() else { return };
    let range = link.start..writer.draft.prose.len();
    let visible = writer.draft.prose.text()[range.clone()].trim().to_owned();
    let label = number_only(&visible);
    if !super::entry_link(&link.url) {
        writer.elsewhere(&link.url, label, range, &(link.byte..tag.end));
        return;
    }
    if visible.is_empty() && link.component.is_none() {
        return;
    }
    let address = visible.starts_with("http://") || visible.starts_with("https://");
    let words = if address { Words::Address } else { Words::Names };
    let (whole, url_spans) = (Span::new(link.byte, tag.end), link.url_span.into_iter().collect());
    writer.outline.links.push(LinkSeen { range, url: link.url, url_spans, whole, words, label });
}

/// Raised numbers are markers, if no link within them is one.
fn close_raised(writer: &mut Writer<'_, '_>, tag: &Range<usize>) {
    let Some((start, byte)) = writer.html.raised.pop() else { return };
    let range = start..writer.draft.prose.len();
    let prose = writer.draft.prose.text();
    let inside = prose[range.clone()].trim();
    let before = prose[..start].chars().next_back();
    let linked = writer.draft.found.last().is_some_and(|found| found.span.start() >= byte)
        || writer.outline.links.last().is_some_and(|link| link.whole.start() >= byte);
    let last = writer.draft.found.last().filter(|found| found.shape == Shape::Note);
    let beside = last.is_some_and(|found| notes::are_near(prose, &found.range, &range));
    // A cell of nothing else names the source of its row.
    let alone = writer.cell && before.is_none_or(|c| c == '\n');
    let carries = |labels: &[String]| {
        beside
            || alone
            || labels.first().is_some_and(|label| brackets::can_carry_a_note(before, &prose[..start], label))
    };
    let labels = cited::raised_numbers(inside);
    match labels {
        Some(labels) if !linked && !labels.is_empty() && carries(&labels) => {
            let span = Span::new(byte, tag.end);
            writer.draft.masked.push(range.clone());
            writer.draft.found.push(Found { labels, among: Among::Lists, shape: Shape::Note, range, span });
        }
        _ => {}
    }
}
