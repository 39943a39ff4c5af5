//! HTML that a document of light markup hands through as it is: its words, links and quotations.

use std::ops::Range;

use super::gathered::Gathered;
use crate::document::draft::Draft;
use crate::document::entry::Words;
use crate::document::fragment::{self, Attribute, Token};
use crate::document::{BlockKind, entity};
use crate::span::Span;

/// Elements that part paragraphs.
const BLOCKS: &str = "p div section article aside header footer main nav ul ol li dl dt dd table thead tbody tr td th figure figcaption \
    blockquote h1 h2 h3 h4 h5 h6 hr details summary center pre form address";
/// Elements whose content nobody reads as prose.
const SILENT: &str = "script style svg math template noscript iframe object textarea select pre code head title";

/// Walks over one piece of HTML.
struct Writer<'d, 'a, 'g> {
    draft: &'d mut Draft<'a>,
    gathered: &'g mut Gathered,
    /// Where the block begins that is being written.
    block: Option<usize>,
    heading: bool,
    /// The number of the next quotation, and the quotations that are open.
    quotations: (usize, usize),
    silent: Option<String>,
    link: Option<(String, Span, usize, usize)>,
}

/// Writes the HTML at `range` of the file; `quotations` counts those of the document.
pub(in crate::document) fn write(
    draft: &mut Draft<'_>,
    gathered: &mut Gathered,
    range: Range<usize>,
    quotations: &mut usize,
) {
    let (text, offset) = (draft.text, range.start);
    let mut writer =
        Writer { draft, gathered, block: None, heading: false, quotations: (*quotations, 0), silent: None, link: None };
    let moved = |own: &Range<usize>| own.start + offset..own.end + offset;
    for token in fragment::tokens(&text[range]) {
        match token {
            Token::Text(words) => writer.words(&moved(&words)),
            Token::Comment { words, range } => writer.draft.comment(&text[moved(&words)], &moved(&range)),
            Token::Open { name, attributes, range } => writer.open(&name, &attributes, offset, &moved(&range)),
            Token::Close { name, range } => writer.close(&name, &moved(&range)),
        }
    }
    writer.end_block();
    *quotations = writer.quotations.0 + usize::from(writer.quotations.1 > 0);
}

impl Writer<'_, '_, '_> {
    fn words(&mut self, range: &Range<usize>) {
        if self.silent.is_some() {
            return;
        }
        let text = self.draft.text;
        let mut at = range.start;
        while at < range.end {
            let rest = &text[at..range.end];
            let first = rest.chars().next().unwrap_or(' ');
            if first.is_whitespace() {
                let end = range.end - rest.trim_start().len();
                if self.block.is_some() && !self.draft.prose.text().ends_with(' ') {
                    self.draft.prose.decoded(" ", at..end);
                }
                at = end;
                continue;
            }
            self.begin_block();
            if let Some((words, length)) = entity::of(rest) {
                self.draft.prose.decoded(&words, at..at + length);
                at += length;
            } else {
                let stop = rest[first.len_utf8()..].find(|c: char| c.is_whitespace() || c == '&');
                let length = stop.map_or(rest.len(), |stop| stop + first.len_utf8());
                self.draft.prose.copy(text, at..at + length);
                at += length;
            }
        }
    }

    fn open(&mut self, name: &str, attributes: &[Attribute], offset: usize, tag: &Range<usize>) {
        if self.silent.is_some() {
            return;
        }
        let text = self.draft.text;
        if holds(SILENT, name) && !text[tag.clone()].ends_with("/>") {
            self.silent = Some(name.to_owned());
        } else if name == "a" {
            let href = attributes.iter().find(|own| own.name == "href");
            let value = href.map(|href| href.value.start + offset..href.value.end + offset);
            if let Some(value) = value.filter(|value| !text[value.clone()].trim().is_empty()) {
                self.begin_block();
                let (url, span) = (entity::decoded(text[value.clone()].trim()), Span::new(value.start, value.end));
                self.link = Some((url, span, self.draft.prose.len(), tag.start));
            }
        } else if name == "q" {
            self.begin_block();
            self.draft.prose.decoded("“", tag.clone());
        } else if holds(BLOCKS, name) {
            self.end_block();
            self.heading = is_heading(name);
            self.quotations.1 += usize::from(name == "blockquote");
        }
    }

    fn close(&mut self, name: &str, tag: &Range<usize>) {
        if let Some(silent) = &self.silent {
            if silent == name {
                self.silent = None;
            }
            return;
        }
        match name {
            "a" => {
                if let Some((url, span, start, byte)) = self.link.take() {
                    let place = start..self.draft.prose.len();
                    let whole = Span::new(byte, tag.end);
                    self.gathered.link(self.draft, url, vec![span], whole, place, Words::Names);
                }
            }
            "q" => {
                self.begin_block();
                self.draft.prose.decoded("”", tag.clone());
            }
            _ if holds(BLOCKS, name) => {
                self.end_block();
                self.heading = false;
                if name == "blockquote" && self.quotations.1 > 0 {
                    self.quotations.1 -= 1;
                    self.quotations.0 += usize::from(self.quotations.1 == 0);
                }
            }
            _ => {}
        }
    }

    fn begin_block(&mut self) {
        if self.block.is_none() {
            self.block = Some(self.draft.begin());
        }
    }

    fn end_block(&mut self) {
        if let Some(start) = self.block.take() {
            let kind = if self.heading { BlockKind::Heading } else { BlockKind::Paragraph };
            let quotation = (self.quotations.1 > 0).then_some(self.quotations.0);
            self.draft.block(kind, start..self.draft.prose.len(), quotation);
        }
    }
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

fn holds(list: &str, name: &str) -> bool {
    list.split_ascii_whitespace().any(|own| own == name)
}
