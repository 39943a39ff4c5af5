//! The words of an article, with white space as a browser shows it.

use std::ops::Range;

use crate::document::entity;
use crate::document::entry::{Link, Words};
use crate::locator::scan;
use crate::span::Span;

use super::seen::{LinkSeen, Shown};
use super::writer::{CODE, Writer};

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
            } else if let Some(length) = address_run(rest) {
                self.write_address(at..at + length);
                at += length;
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
        if words.contains("://") && self.cites_bare() {
            for found in scan::scan(words) {
                let span = Span::new(range.start + found.range.start, range.start + found.range.end);
                let place = base + found.range.start..base + found.range.end;
                self.draft.masked.push(place.clone());
                let url = words[found.range].to_owned();
                let link = Link { range: place, url, spans: vec![span], words: Words::Address };
                self.seen.links.push(LinkSeen {
                    link,
                    titled: None,
                    shown: Shown::AsWords,
                    whole: span,
                    version: None,
                });
            }
        }
    }

    /// Words without white space that begin with an address in which character references stand.
    fn write_address(&mut self, range: Range<usize>) {
        self.ensure_block();
        self.write_space();
        let base = self.draft.prose.len();
        let text = self.tree.text;
        let mut at = range.start;
        while at < range.end {
            if let Some((words, length)) = entity::of(&text[at..range.end]) {
                self.draft.prose.decoded(&words, at..at + length);
                at += length;
            } else {
                let length = text[at + 1..range.end].find('&').map_or(range.end - at, |next| next + 1);
                self.draft.prose.copy(text, at..at + length);
                at += length;
            }
        }
        let written = self.draft.prose.text()[base..].to_owned();
        let cites = self.cites_bare();
        for found in scan::scan(&written).into_iter().filter(|_| cites) {
            let place = base + found.range.start..base + found.range.end;
            let span = self.draft.prose.span(&place);
            self.draft.masked.push(place.clone());
            let url = written[found.range].to_owned();
            let link = Link { range: place, url, spans: vec![span], words: Words::Address };
            self.seen.links.push(LinkSeen { link, titled: None, shown: Shown::AsWords, whole: span, version: None });
        }
    }

    /// Whether an address among the words cites what it leads to: it is not that of a link, and no part of code.
    fn cites_bare(&self) -> bool {
        let is_other = |element: usize| {
            let name = self.tree.elements[element].name.as_str();
            name == "a" || CODE.contains(&name) && !self.is_of_verse(element)
        };
        !self.open.iter().any(|open| is_other(open.element))
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
            // A browser shows the end of a line as a space, and breaks it where it is told to.
            let text = self.tree.text;
            match text.as_bytes().get(range.start) {
                Some(b'<') => self.draft.prose.decoded(" ", range),
                Some(b' ') => self.draft.prose.copy(text, range.start..range.start + 1),
                _ => self.draft.prose.decoded(" ", range.start..range.start),
            }
        }
    }
}

/// The bytes of a run without white space that begins with an address and holds a character reference.
fn address_run(rest: &str) -> Option<usize> {
    let begins = ["http://", "https://", "ftp://"]
        .iter()
        .any(|scheme| rest.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    // Asked at every piece of a text that may have no white space at all.
    let length = begins.then(|| rest.find(char::is_whitespace).unwrap_or(rest.len()))?;
    rest[..length].contains('&').then_some(length)
}
