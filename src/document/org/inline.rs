//! What stands within a paragraph of Org: links, notes, citations, emphasis.

use std::ops::Range;

use crate::document::draft::Draft;
use crate::document::entry::Words;
use crate::document::light;
use crate::document::light::gathered::Gathered;
use crate::document::light::paragraph::{Addresses, Ahead, Paragraph, closing};
use crate::span::floor_char_boundary;

/// What the names of short addresses are kept behind.
pub(super) const LINK: &str = "link:";
/// Bytes of the longest inline markup that is looked for the end of.
const LONGEST: usize = 4_000;
/// Bytes of the longest raised or lowered words.
const RAISED: usize = 60;
/// Emphasis within emphasis that is read.
const DEEPEST: usize = 8;

/// Writes the lines of a paragraph into the prose.
pub(super) fn write(draft: &mut Draft<'_>, gathered: &mut Gathered, pieces: &[Range<usize>]) {
    let paragraph = Paragraph::of(draft.text, pieces);
    let text = paragraph.text().to_owned();
    let mut writer = Writer {
        paragraph: &paragraph,
        text: &text,
        draft,
        gathered,
        depth: 0,
        begun: 0,
        linked: 0,
        ahead: Ahead::default(),
        addresses: Addresses::default(),
    };
    writer.all(0..text.len());
}

/// A paragraph while it is written.
struct Writer<'a, 'd, 't> {
    paragraph: &'a Paragraph,
    text: &'a str,
    draft: &'d mut Draft<'t>,
    gathered: &'d mut Gathered,
    depth: usize,
    /// Where what is written begins, within emphasis or links.
    begun: usize,
    /// Links that are open: an address among their words is no other link.
    linked: usize,
    ahead: Ahead,
    addresses: Addresses,
}

impl Writer<'_, '_, '_> {
    fn all(&mut self, range: Range<usize>) {
        let mut at = range.start;
        let begun = std::mem::replace(&mut self.begun, range.start);
        while at < range.end {
            at = self.step(at, range.end).max(at + 1).min(range.end);
        }
        self.begun = begun;
    }

    /// Writes what begins at `at`; gives where it ends.
    fn step(&mut self, at: usize, end: usize) -> usize {
        let rest = &self.text[at..end];
        let near = &rest[..floor_char_boundary(rest, LONGEST)];
        let before = self.text[..at].chars().next_back();
        let starts = at == self.begun || before.is_none_or(|c| c.is_whitespace() || "-–—('\"{“‘[".contains(c));
        match near.as_bytes()[0] {
            b'[' => self.bracket(at, near),
            b'<' => self.angled(at, near),
            b'@' if near.starts_with("@@") => self.raw(at, near),
            b'*' | b'/' | b'_' | b'+' | b'=' | b'~' if starts => self.emphasis(at, near),
            b'\\' => self.command(at, near),
            b'^' | b'_' if before.is_some_and(|c| !c.is_whitespace()) && near[1..].starts_with('{') => {
                self.raised(at, near)
            }
            _ if !before.is_some_and(char::is_alphanumeric) => self.word(at, near, end),
            _ => self.words(at, end),
        }
    }

    fn copy(&mut self, range: Range<usize>) {
        self.paragraph.copy(self.draft, range);
    }

    fn one(&mut self, at: usize) -> usize {
        let end = at + self.text[at..].chars().next().map_or(1, char::len_utf8);
        self.copy(at..end);
        end
    }

    fn bracket(&mut self, at: usize, near: &str) -> usize {
        let within = at + 2..at + near.len();
        if near.starts_with("[[")
            && let Some(end) = self.ahead.find(self.text, &within, "]]")
        {
            return self.link(at, &self.text[within.start..end]);
        }
        let note = near.strip_prefix("[fn:").filter(|_| self.ahead.find(self.text, &within, "]").is_some());
        if let Some(inner) = note.and_then(|inner| Some(&inner[..closing(inner)?])) {
            return self.note(at, inner);
        }
        if let Some(inner) = near.strip_prefix("[cite").and_then(|inner| Some(&inner[..inner.find(']')?])) {
            let keys = inner
                .split_once(':')
                .filter(|(style, keys)| (style.is_empty() || style.starts_with('/')) && keys.contains('@'));
            if let Some((_, keys)) = keys {
                self.cited(keys, at..at + 5 + inner.len() + 1, '@');
                return at + 5 + inner.len() + 1;
            }
        }
        self.one(at)
    }

    /// `[[https://…][words]]`
    fn link(&mut self, at: usize, inner: &str) -> usize {
        let (target, words) = inner.split_once("][").map_or((inner, None), |(target, words)| (target, Some(words)));
        let end = at + inner.len() + 4;
        // A line can end between the address and the bracket.
        let start = at + 2 + (target.len() - target.trim_start().len());
        let address = start..start + target.trim().len();
        let behind_target = at + 2 + target.len();
        let target = target.trim();
        let from = self.draft.prose.len();
        match words {
            Some(words) => {
                let start = behind_target + 2;
                self.linked += 1;
                self.nested(start..start + words.len());
                self.linked -= 1;
            }
            None => self.copy(address.clone()),
        }
        let place = from..self.draft.prose.len();
        // A backslash keeps a bracket in an address.
        let url = target.replace("\\[", "[").replace("\\]", "]");
        let doi = target.strip_prefix("doi:").filter(|doi| doi.starts_with("10."));
        if words.is_none() && is_picture(&url) {
            self.draft.masked.push(place);
        } else if url.contains("://") {
            if words.is_none() {
                self.draft.masked.push(place.clone());
            }
            let named = words.is_some_and(|words| !words.trim_start().starts_with("http"));
            let words = if named { Words::Names } else { Words::Address };
            let spans = vec![self.paragraph.span(&address)];
            let whole = self.paragraph.span(&(at..end));
            self.gathered.link(self.draft, url, spans, whole, place, words);
        } else if let Some(url) = doi.map(|doi| format!("https://doi.org/{doi}")).or_else(|| self.expanded(&url)) {
            let whole = self.paragraph.span(&(at..end));
            self.gathered.link(self.draft, url, Vec::new(), whole, place, Words::Names);
        } else if let Some(keys) = target.strip_prefix("cite:").or_else(|| target.strip_prefix("parencite:")) {
            self.cited(keys, at..end, '&');
        }
        end
    }

    /// The address that a short one stands for, `#+link: log https://log.test/%s`.
    fn expanded(&self, short: &str) -> Option<String> {
        let (name, rest) = short.split_once(':')?;
        let address = self.gathered.attributes.get(&format!("{LINK}{name}"))?;
        let filled = address.replace("%s", rest).replace("%h", &rest.replace(' ', "%20"));
        let whole = if filled == *address { format!("{address}{rest}") } else { filled };
        whole.contains("://").then_some(whole)
    }

    /// `[fn:label]`, `[fn:label:words]`, `[fn::words]`
    fn note(&mut self, at: usize, inner: &str) -> usize {
        let end = at + 4 + inner.len() + 1;
        let (label, words) = inner.split_once(':').map_or((inner, None), |(label, words)| (label, Some(words)));
        let span = self.paragraph.span(&(at..end));
        let place = self.draft.prose.len();
        let start = at + 4 + label.len() + 1;
        let body = words.map(|words| self.paragraph.pieces(self.draft.text, &(start..start + words.len())));
        self.gathered.note_here(label, body, place, span);
        end
    }

    /// Keys of citations; `sign` is what stands before a key, or between them.
    fn cited(&mut self, keys: &str, whole: Range<usize>, sign: char) {
        let place = self.draft.prose.len();
        let mut labels = Vec::new();
        for part in keys.split([';', ',']) {
            let key = match sign {
                '@' => part.split_once('@').map(|(_, key)| key),
                // `see &key p. 3`
                _ => Some(part.split_once('&').map_or(part, |(_, key)| key).trim_start_matches('@')),
            };
            let key = key.map(str::trim_start).unwrap_or_default();
            let length = key.find(|c: char| c.is_whitespace() || "],;".contains(c)).unwrap_or(key.len());
            if length > 0 {
                labels.push(key[..length].to_owned());
            }
        }
        let span = self.paragraph.span(&whole);
        if light::is_narrative(&self.text[whole]) {
            self.draft.narrative.push(span.start());
        }
        self.gathered.cite(labels, place..place, span);
    }

    /// `<https://…>`, and dates, which are words.
    fn angled(&mut self, at: usize, near: &str) -> usize {
        let inner = near[1..].find('>').map(|end| &near[1..=end]);
        if let Some(inner) = inner.filter(|inner| inner.contains("://") && !inner.contains(' ')) {
            let (address, end) = (at + 1..at + 1 + inner.len(), at + inner.len() + 2);
            let from = self.draft.prose.len();
            self.copy(address.clone());
            self.address(inner.to_owned(), from, &address, at..end);
            return end;
        }
        self.one(at)
    }

    /// `@@html:…@@` is for one way of export.
    fn raw(&mut self, at: usize, near: &str) -> usize {
        match near[2..].find("@@") {
            Some(length) => {
                let end = at + 2 + length + 2;
                if let Some(words) = near[2..2 + length].strip_prefix("comment:") {
                    let whole = self.paragraph.span(&(at..end)).range();
                    self.draft.comment(words, &whole);
                }
                end
            }
            None => self.one(at),
        }
    }

    fn emphasis(&mut self, at: usize, near: &str) -> usize {
        let sign = &near[..1];
        let ends = |(found, _): &(usize, &str)| {
            let inner = &near[1..1 + found];
            let after = near[found + 2..].chars().next();
            !inner.is_empty()
                && !inner.starts_with(char::is_whitespace)
                && !inner.ends_with(char::is_whitespace)
                && after.is_none_or(|c| c.is_whitespace() || "-–—.,;:!?')}\"[”’]".contains(c))
        };
        let found = near[1..].match_indices(sign).take(CLOSERS).find(ends);
        let Some((length, _)) = found else { return self.one(at) };
        let inner = at + 1..at + 1 + length;
        if sign == "=" || sign == "~" {
            let from = self.draft.prose.len();
            self.copy(inner);
            let place = from..self.draft.prose.len();
            self.draft.masked.push(place);
        } else {
            let from = self.draft.prose.len();
            self.nested(inner);
            if sign == "/" {
                self.draft.emphasised.push(from..self.draft.prose.len());
            }
        }
        at + length + 2
    }

    /// `x^{2}`, `x_{i}`
    fn raised(&mut self, at: usize, near: &str) -> usize {
        let length =
            near[..floor_char_boundary(near, RAISED)].find('}').filter(|end| !near[2..*end].contains(['{', '\n']));
        let Some(length) = length.filter(|length| *length > 2) else { return self.one(at) };
        self.nested(at + 2..at + length);
        at + length + 1
    }

    fn nested(&mut self, range: Range<usize>) {
        if self.depth >= DEEPEST {
            return self.copy(range);
        }
        self.depth += 1;
        self.all(range);
        self.depth -= 1;
    }

    /// `\cite{key}`, which Org takes from LaTeX.
    fn command(&mut self, at: usize, near: &str) -> usize {
        let name: usize = near[1..].bytes().take_while(u8::is_ascii_alphabetic).count();
        if let Some(sign) = sign(&near[1..=name]) {
            let end = at + 1 + name + if near[1 + name..].starts_with("{}") { 2 } else { 0 };
            self.paragraph.decoded(self.draft, sign, &(at..end));
            return end;
        }
        let keys = near[1 + name..].strip_prefix('{').and_then(|rest| Some(&rest[..rest.find('}')?]));
        if let Some(keys) = keys.filter(|_| near[1..=name].contains("cite")) {
            let end = at + 1 + name + keys.len() + 2;
            self.cited(keys, at..end, '&');
            return end;
        }
        self.one(at)
    }

    fn word(&mut self, at: usize, near: &str, end: usize) -> usize {
        // `cite:key1,key2` of org-ref.
        for name in ["cite:", "citep:", "citet:", "autocite:", "parencite:", "textcite:", "footcite:"] {
            let Some(rest) = near.strip_prefix(name) else { continue };
            let length = rest.find(|c: char| !(c.is_alphanumeric() || "-_:.+,&;".contains(c))).unwrap_or(rest.len());
            let keys = rest[..length].trim_end_matches(['.', ',', ':', ';']);
            if !keys.is_empty() {
                let whole = at..at + name.len() + keys.len();
                self.cited(keys, whole.clone(), '&');
                return whole.end;
            }
        }
        // The sign that ends emphasis around an address is no part of it.
        if let Some(found) = self.addresses.end(&self.text[..end], at) {
            let from = self.draft.prose.len();
            self.copy(at..found);
            self.address(self.text[at..found].to_owned(), from, &(at..found), at..found);
            return found;
        }
        self.words(at, end)
    }

    fn address(&mut self, url: String, from: usize, address: &Range<usize>, whole: Range<usize>) {
        let place = from..self.draft.prose.len();
        self.draft.masked.push(place.clone());
        if self.linked > 0 {
            return;
        }
        let (spans, whole) = (vec![self.paragraph.span(address)], self.paragraph.span(&whole));
        self.gathered.link(self.draft, url, spans, whole, place, Words::Address);
    }

    fn words(&mut self, at: usize, end: usize) -> usize {
        let rest = &self.text[at..end];
        let stop = |c: char| "[<@*/_+=~\\ (“‘\"'-^".contains(c);
        let first = rest.chars().next().unwrap_or(' ');
        let inner = if stop(first) { Some(0) } else { rest[first.len_utf8()..].find(stop) };
        let length = inner.map_or(rest.len(), |end| end + first.len_utf8());
        self.copy(at..at + length);
        at + length
    }
}

/// A link without words to a picture is shown as the picture.
fn is_picture(url: &str) -> bool {
    const ENDINGS: &[&str] = &[".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"];
    let lower = url.to_ascii_lowercase();
    ENDINGS.iter().any(|ending| lower.ends_with(ending))
}

/// Signs that are tried as the end of one emphasis.
const CLOSERS: usize = 40;

/// The sign of an entity, `\nbsp{}`.
fn sign(name: &str) -> Option<&'static str> {
    Some(match name {
        "nbsp" => "\u{a0}",
        "dots" | "hellip" => "…",
        "ndash" => "–",
        "mdash" => "—",
        "laquo" => "«",
        "raquo" => "»",
        "ldquo" => "“",
        "rdquo" => "”",
        "lsquo" => "‘",
        "rsquo" => "’",
        "euro" => "€",
        "pound" => "£",
        "deg" => "°",
        "times" => "×",
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        _ => return None,
    })
}
