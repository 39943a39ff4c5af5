//! The words of an article, with white space as a browser shows it.

use std::ops::Range;

use crate::document::entity;
use crate::document::entry::{Link, Words};
use crate::locator::scan;
use crate::span::Span;

use super::writer::{LinkSeen, Writer};

impl Writer<'_, '_> {
    pub(super) fn words(&mut self, range: &Range<usize>) {
        let text = self.tree.text;
        let mut at = range.start;
        while at < range.end {
            let rest = &text[at..range.end];
            let first = rest.chars().next().unwrap_or(' ');
            if first.is_whitespace() && first != '\u{a0}' {
                let end = range.end - rest.trim_start_matches(|c: char| c.is_whitespace() && c != '\u{a0}').len();
                self.add_space(at..end);
                at = end;
            } else if let Some((words, length)) = entity::of(rest) {
                self.write_as(&words, at..at + length);
                at += length;
            } else {
                let stop = |c: char| c.is_whitespace() && c != '\u{a0}' || c == '&';
                let length = rest[first.len_utf8()..].find(stop).map_or(rest.len(), |next| next + first.len_utf8());
                self.write_run(at..at + length);
                at += length;
            }
        }
    }

    /// Words without white space, with the addresses in them.
    fn write_run(&mut self, range: Range<usize>) {
        self.ensure_block();
        self.write_space();
        let words = &self.tree.text[range.clone()];
        let base = self.draft.prose.len();
        self.draft.prose.copy(self.tree.text, range.clone());
        let within_link = || self.open.iter().any(|open| self.tree.elements[open.element].name == "a");
        if words.contains("://") && !within_link() {
            for found in scan::scan(words) {
                let span = Span::new(range.start + found.range.start, range.start + found.range.end);
                let place = base + found.range.start..base + found.range.end;
                self.draft.masked.push(place.clone());
                let url = words[found.range].to_owned();
                let link = Link { range: place, url, spans: vec![span], words: Words::Address };
                self.seen.links.push(LinkSeen { link, whole: span, version: None });
            }
        }
    }

    pub(super) fn write_as(&mut self, words: &str, range: Range<usize>) {
        self.ensure_block();
        self.write_space();
        self.draft.prose.decoded(words, range);
    }

    pub(super) fn add_space(&mut self, range: Range<usize>) {
        self.space.get_or_insert(range);
    }

    pub(super) fn write_space(&mut self) {
        let Some(range) = self.space.take() else { return };
        if !self.draft.prose.text().ends_with([' ', '\n']) && !self.draft.prose.is_empty() {
            self.draft.prose.decoded(" ", range);
        }
    }
}
