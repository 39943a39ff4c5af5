//! What stands within a line of wikitext: links, extensions, HTML tags, comments.

use std::ops::Range;

use crate::document::entry::Words;
use crate::document::{BlockKind, entity};
use crate::span::Span;

use super::aside::Reference;
use super::call::{self, Call, Run};
use super::tags::{self, Extension};
use super::token::Kind;
use super::writer::{Into, Later, Writer};
use super::{picture, spaces};

/// Elements that part paragraphs.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "dl",
    "dd",
    "dt",
    "td",
    "th",
    "tr",
    "table",
    "caption",
    "center",
    "hr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
];

impl Writer<'_, '_> {
    /// A link within the wiki: its words, or a caption, which is a paragraph of its own.
    pub(super) fn link(&mut self, at: usize) {
        let Some(parts) = call::parts(self.tokens, at) else { return };
        let target = self.text[parts[0].bytes.clone()].trim().to_owned();
        if spaces::is_file(&target) {
            for part in picture::read(self.text, self.tokens, &parts) {
                self.put_off(Later::of(part.clone(), BlockKind::Paragraph));
            }
        } else if spaces::is_silent(&target) {
            let noted = parts[1..].iter().filter(|part| picture::has_note(self.text, self.tokens, part));
            for part in noted {
                self.put_off(Later::of(part.clone(), BlockKind::Paragraph));
            }
        } else {
            let words = parts.get(1).filter(|words| !self.text[words.bytes.clone()].trim().is_empty());
            let mut words = words.unwrap_or(&parts[0]).clone();
            if let (1, Some(last)) = (parts.len(), parts.last()) {
                words.bytes.start += usize::from(self.text[last.bytes.clone()].starts_with(':'));
            } else if let Some(last) = parts.last() {
                words.bytes.end = last.bytes.end;
                words.tokens.end = last.tokens.end;
            }
            self.run(&words);
        }
    }

    /// `[https://a.test words]`.
    pub(super) fn external(&mut self, at: usize) {
        let Some(close) = self.tokens[at].partner else { return };
        let inner = self.tokens[at].range.end..self.tokens[close].range.start;
        let (url, end) = self.external_address(at + 1..close, inner.start);
        let (span, url) = (Span::new(inner.start, end), entity::decoded(&url));
        let url = if url.starts_with("//") { format!("https:{url}") } else { url };
        let whole = Span::new(self.tokens[at].range.start, self.tokens[close].range.end);
        let words = Run { tokens: at + 1..close, bytes: span.end()..inner.end };
        self.write_space();
        let start = self.draft.prose.len();
        if self.text[words.bytes.clone()].trim().is_empty() {
            if self.into == Into::Note {
                self.draft.prose.decoded(&url, span.range());
            }
            let place = start..self.draft.prose.len();
            return self.address(url, vec![span], whole, place, Words::Address);
        }
        let into = std::mem::replace(&mut self.into, Into::Value);
        self.run(&words);
        self.into = into;
        let lead = self.draft.prose.text()[start..].len() - self.draft.prose.text()[start..].trim_start().len();
        // White space at its end is none of it: a note that ends with the link ends before that.
        let end = start + self.draft.prose.text()[start..].trim_end().len();
        let place = start + lead..end.max(start + lead);
        self.address(url, vec![span], whole, place, Words::Names);
    }

    /// What stands at the front of `tokens` up to the white space, with the signs that templates stand for, and where it ends.
    pub(super) fn external_address(&self, tokens: Range<usize>, start: usize) -> (String, usize) {
        let (mut url, mut end, mut next) = (String::new(), start, tokens.start);
        while next < tokens.end {
            let token = &self.tokens[next];
            next = call::next(self.tokens, next);
            if token.kind == Kind::Template
                && let Some(sign) = Call::sign(self.text, &token.range)
            {
                url.push_str(sign);
                end = token.range.start + "{{!}}".len();
                continue;
            }
            if !matches!(token.kind, Kind::Text | Kind::Entity | Kind::Bar | Kind::Nothing) {
                break;
            }
            let written = &self.text[token.range.clone()];
            let length = written.find(|c: char| c.is_whitespace() || "<>\"".contains(c)).unwrap_or(written.len());
            url.push_str(&written[..length]);
            end = token.range.start + length;
            if length < written.len() {
                break;
            }
        }
        (url, end)
    }

    pub(super) fn extension(&mut self, extension: Extension, at: usize) {
        let token = &self.tokens[at];
        let inner = token
            .partner
            .map(|close| Run { tokens: at + 1..close, bytes: token.range.end..self.tokens[close].range.start });
        match (extension, inner) {
            (Extension::Reference, inner) => self.reference(at, inner),
            (Extension::References, Some(inner)) => {
                self.part(&Later { keeps: true, ..Later::of(inner, BlockKind::Paragraph) });
            }
            // Within another quotation they are part of it.
            (Extension::Verses, Some(inner)) if self.quotation.is_none() && self.into == Into::Prose => {
                let quotation = Some(self.new_quotation());
                self.set_apart(vec![Later { quotation, ..Later::of(inner, BlockKind::Paragraph) }]);
            }
            (Extension::Passage | Extension::Verses, Some(inner)) => self.run(&inner),
            (Extension::Gallery, Some(inner)) => {
                self.put_off(Later::of(inner, BlockKind::Item));
            }
            _ => {}
        }
    }

    /// `<ref …>…</ref>`, or `<ref … />`, which points to one that is elsewhere.
    fn reference(&mut self, at: usize, inner: Option<Run>) {
        let tag = self.text[self.tokens[at].range.clone()].to_owned();
        let end = self.tokens[self.tokens[at].partner.unwrap_or(at)].range.end;
        let whole = Span::new(self.tokens[at].range.start, end);
        let inner = inner.filter(|inner| !self.text[inner.bytes.clone()].trim().is_empty());
        let (name, group) = (tags::attribute(&tag, "name"), tags::attribute(&tag, "group"));
        self.note(name, group, inner, whole);
    }

    /// A note, where it stands: `content` is none where it only points to one.
    pub(super) fn note(&mut self, name: Option<String>, group: Option<String>, content: Option<Run>, span: Span) {
        if self.into == Into::Value {
            return;
        }
        let place = self.mark_place();
        self.aside.note(Reference { name, group, content, span }, place);
    }

    pub(super) fn raw(&mut self, extension: Extension, range: &Range<usize>) {
        if !matches!(extension, Extension::AsIs | Extension::Code) {
            if let (Extension::Drawn, Some(name)) = (extension, tags::name(&self.text[range.clone()])) {
                self.gap(&format!("<{}>", name.word.to_ascii_lowercase()));
            }
            return;
        }
        let words = &self.text[range.clone()];
        let (start, end) = (words.find('>').map_or(0, |at| at + 1), words.rfind("</").unwrap_or(words.len()));
        if start < end {
            self.write_space();
            let at = self.draft.prose.len();
            let inner = range.start + start..range.start + end;
            self.draft.prose.copy(self.text, inner);
            if extension == Extension::Code {
                self.draft.masked.push(at..self.draft.prose.len());
            }
        }
    }

    pub(super) fn tag(&mut self, range: &Range<usize>) {
        let Some(name) = tags::name(&self.text[range.clone()]) else { return };
        let word = name.word.to_ascii_lowercase();
        if word == "br" || self.into != Into::Prose && BLOCKS.contains(&word.as_str()) {
            return self.add_space(range.clone());
        }
        if matches!(word.as_str(), "code" | "kbd" | "samp" | "var") && self.into == Into::Prose {
            return self.code_edge(name.closes);
        }
        if word == "q" {
            return self.write_as(if name.closes { "”" } else { "“" }, range.clone());
        }
        if BLOCKS.contains(&word.as_str()) {
            self.end_block();
        }
        if word == "blockquote" {
            self.quotation = if name.closes { None } else { Some(self.new_quotation()) };
        }
    }

    /// Code begins or ends, in which nothing is quoted.
    fn code_edge(&mut self, closes: bool) {
        let at = self.draft.prose.len();
        match self.code.take().filter(|_| closes) {
            Some(start) => {
                // An address in it is a part of it.
                while self.draft.masked.last().is_some_and(|mask| mask.start >= start) {
                    self.draft.masked.pop();
                }
                self.draft.masked.push(start..at);
            }
            None if closes => {}
            None => self.code = Some(at),
        }
    }

    pub(super) fn comment(&mut self, range: &Range<usize>) {
        let words = self.text[range.clone()].trim_start_matches("<!--").trim_end_matches("-->");
        self.draft.comment(words, range);
    }
}
