//! Short notes, which point to a citation by name and year, and to a page of it.

use std::collections::BTreeMap;

use crate::document::entity;
use crate::locator::scan;
use crate::span::Span;

use super::aside::{Page, Point, Short, To, Use};
use super::call::{self, Call, Parameter};
use super::cite;
use super::names::Sort;
use super::token::Kind;
use super::writer::{Into, Writer};

/// What words of a page have in them that are more than words.
const MARKUP: &[char] = &['[', ']', '{', '}', '<', '>', '\'', '&', '|', '\n'];

impl Writer<'_, '_> {
    /// `{{sfn|Smith|2001|p=5}}`, `{{sfnm|1a1=Smith|1y=2001|2a1=Doe|2y=1999}}`.
    pub(super) fn short(&mut self, call: &Call, sort: Sort) {
        let named = match sort {
            Sort::ShortMany => self.many(call),
            _ => vec![(cite::positional(self, call), self.pages(&call.parameters.iter().collect::<Vec<_>>()))],
        };
        let of_names = |(names, pages): (Vec<String>, Vec<Page>)| Short {
            label: names.join(" "),
            key: cite::key_of(&names.concat()),
            pages,
        };
        let shorts: Vec<Short> = match self.called_by(call) {
            Some(own) => vec![own],
            None => named.into_iter().filter(|(names, _)| !names.is_empty()).map(of_names).collect(),
        };
        let span = Span::new(call.bytes.start, call.bytes.end);
        match self.into {
            _ if shorts.is_empty() => {}
            Into::Value => {}
            Into::Note => {
                let words: Vec<&str> = shorts.iter().map(|short| short.label.as_str()).collect();
                let words = words.join("; ");
                self.write_as(&words, call.bytes.clone());
                let end = self.draft.prose.len();
                self.aside.points.push(Point::Short(shorts, end - words.len()..end));
            }
            Into::Prose => {
                let mut place = self.mark_place();
                if matches!(call.name.as_str(), "harvtxt" | "harvcoltxt") || self.speaks(call) {
                    place = self.draft.prose.len();
                    self.draft.narrative.push(span.start());
                }
                if let Some(words) = call.any(&["ps", "postscript"]).cloned() {
                    self.aside.said.push((shorts[0].key.clone(), words));
                }
                self.aside.uses.push(Use { to: To::Short(shorts), place, span });
            }
        }
    }

    /// `{{harvnb|Smith|2001}} denied it`: whether what stands as a name and a year without brackets is part of its sentence,
    /// which goes on behind it.
    fn speaks(&self, call: &Call) -> bool {
        const SHOWN: &[&str] = &["harvnb", "harvcol", "harvcolnb", "harvard citation no brackets", "harvnbsp"];
        let prose = self.draft.prose.text();
        let line = &prose[prose.rfind('\n').map_or(0, |end| end + 1)..];
        let in_brackets = line.rfind(['(', '[']).is_some_and(|open| !line[open..].contains([')', ']']));
        let behind_quote = line.trim_end().trim_end_matches(',').ends_with(['”', '"', '’', '»', '“', '«']);
        let rest = &self.text[call.bytes.end..];
        let rest = rest.trim_start_matches(['’', '\'', ' ', '\u{a0}']);
        SHOWN.contains(&call.name.as_str())
            && !in_brackets
            && !behind_quote
            && rest.starts_with(|c: char| c.is_lowercase() || c.is_alphabetic() && !c.is_uppercase())
    }

    /// `{{cita|Rossi|1990|p. 3}}`, the short note of Italian wikis; Spanish ones call a quotation so.
    pub(super) fn is_short_note(&self, call: &Call) -> bool {
        const NAME: usize = 4;
        let value = |at: &str| call.value(at).map(|run| self.text[run.bytes.clone()].trim());
        let name = |name: &str| name.split_whitespace().count() <= NAME && !name.ends_with(['.', '!', '?', '…']);
        let is_year = |words: &str| words.len() == 4 && words.bytes().all(|byte| byte.is_ascii_digit());
        call.name == "cita"
            && value("1").is_some_and(name)
            && (value("2").is_some_and(is_year)
                || ["2", "3", "4"].into_iter().filter_map(value).any(cite::is_page)
                || value("2") == Some("") && value("3").is_some_and(name))
    }

    /// `{{cita|Rossi|p. 3|Rossi1990}}`: behind the words and the page the name that the entry has in its `cid`.
    fn called_by(&mut self, call: &Call) -> Option<Short> {
        let [words, cid] = ["1", "3"].map(|at| call.value(at).cloned());
        let (label, cid) = (self.value(&words?), self.value(&cid?));
        let named = call.name == "cita" && !cid.is_empty() && !cite::is_page(&cid);
        let key = cite::key_of(cid.strip_prefix("CITEREF").unwrap_or(&cid));
        let pages = self.pages(&call.parameters.iter().collect::<Vec<_>>());
        named.then_some(Short { label, key, pages })
    }

    /// The names and years of a short note for several sources, in order, each with its pages.
    fn many(&mut self, call: &Call) -> Vec<(Vec<String>, Vec<Page>)> {
        let mut all: BTreeMap<usize, (Vec<String>, Vec<&Parameter>)> = BTreeMap::new();
        for parameter in &call.parameters {
            let digits = parameter.name.bytes().take_while(u8::is_ascii_digit).count();
            let (number, kind) = parameter.name.split_at(digits);
            let names = kind == "y" || kind.strip_prefix('a').is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()));
            let Ok(number) = number.parse() else { continue };
            let own = all.entry(number).or_default();
            if names {
                let value = self.value(&parameter.value);
                own.0.push(value);
            } else {
                own.1.push(parameter);
            }
        }
        all.into_values().map(|(names, said)| (names, self.pages(&said))).collect()
    }

    /// The addresses of the pages that values name: `p=[https://a.test/?page=5 5]`.
    fn pages(&self, said: &[&Parameter]) -> Vec<Page> {
        let mut pages: Vec<Page> = Vec::new();
        let said = said.iter().filter(|own| self.text[own.value.bytes.clone()].contains("://"));
        for Parameter { value, .. } in said {
            let mut at = value.tokens.start;
            while at < value.tokens.end {
                let token = &self.tokens[at];
                match (token.kind, token.partner) {
                    (Kind::External, Some(close)) => {
                        let (url, end) = self.external_address(at + 1..close, token.range.end);
                        let words = self.text.get(end..self.tokens[close].range.start).unwrap_or_default().trim();
                        let shown = if words.contains(MARKUP) { String::new() } else { words.to_owned() };
                        pages.push(Page { url: entity::decoded(&url), shown, span: Span::new(token.range.end, end) });
                    }
                    (Kind::Text, _) => {
                        let start = token.range.start.max(value.bytes.start);
                        let words = self.text.get(start..token.range.end.min(value.bytes.end)).unwrap_or_default();
                        let page = |found: scan::FoundUrl| Page {
                            url: words[found.range.clone()].to_owned(),
                            shown: String::new(),
                            span: Span::new(start + found.range.start, start + found.range.end),
                        };
                        pages.extend(scan::scan(words).into_iter().map(page));
                    }
                    _ => {}
                }
                at = call::next(self.tokens, at);
            }
        }
        pages
    }
}
