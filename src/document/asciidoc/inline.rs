//! What stands within a paragraph of `AsciiDoc`: macros, links, notes, quotation marks, emphasis.

use std::ops::Range;

use crate::document::draft::Draft;
use crate::document::entry::Words;
use crate::document::light;
use crate::document::light::gathered::Gathered;
use crate::document::light::paragraph::{Addresses, Ahead, Paragraph};
use crate::span::floor_char_boundary;

use super::label::{closing_unescaped, label};

/// Bytes of the longest inline markup that is looked for the end of.
const LONGEST: usize = 4_000;
/// Notes and emphasis within each other that are read.
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
        run: 0..0,
        addresses: Addresses::default(),
        ahead: Ahead::default(),
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
    /// Bytes that hold no white space and no bracket, up to the next that is one: every address in a run without them
    /// asks for its end.
    run: Range<usize>,
    addresses: Addresses,
    ahead: Ahead,
}

/// Where a link leads, as it stands between its name and the bracket of its words.
struct Target {
    address: Range<usize>,
    /// Nothing in it is read as markup.
    passed: bool,
    end: usize,
}

impl Target {
    /// Of the text behind `link:`.
    fn of(text: &str) -> Option<Self> {
        const PASSED: &[(&str, &str)] =
            &[("+++", "+++["), ("++", "++["), ("$$", "$$["), ("pass:[", "]["), ("pass:c[", "][")];
        for (open, close) in PASSED {
            let inner = text.strip_prefix(open).and_then(|inner| inner.find(close));
            if let Some(length) = inner {
                let address = open.len()..open.len() + length;
                return Some(Self { end: address.end + close.len() - 1, address, passed: true });
            }
        }
        let end = text.find('[').filter(|&open| !text[..open].contains(' '))?;
        Some(Self { address: 0..end, passed: false, end })
    }
}

/// Macros that show their words and lead nowhere that is cited.
const SHOWN: &[&str] = &["mailto:", "kbd:", "btn:", "menu:", "irc:"];
/// Macros that show nothing of a text.
const HIDDEN: &[&str] = &["image:", "icon:", "stem:", "latexmath:", "asciimath:", "indexterm:", "anchor:"];

impl Writer<'_, '_, '_> {
    fn all(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            at = self.step(at, &range).max(at + 1).min(range.end);
        }
    }

    /// Writes what begins at `at`; gives where it ends.
    fn step(&mut self, at: usize, within: &Range<usize>) -> usize {
        let end = within.end;
        let rest = &self.text[at..end];
        let near = &rest[..floor_char_boundary(rest, LONGEST)];
        let starts_word = at == within.start || !self.text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        match near.as_bytes()[0] {
            b'\\' => self.escaped(at, rest),
            b'"' | b'\'' => self.curved(at, near),
            b'`' | b'+' => self.literal(at, near),
            b'<' => self.angled(at, near),
            b'[' => self.bracket(at, near),
            b'(' if near.starts_with("((") => self.index_term(at, near),
            b'{' => self.attribute(at, near),
            b'*' | b'_' | b'#' | b'^' | b'~' => self.emphasis(at, near, starts_word),
            b'f' if near.starts_with("footnote") => self.word(at, near, end),
            b'c' if cited(near).is_some() => self.cite(at, near),
            _ if starts_word => self.word(at, near, end),
            _ => self.words(at, end),
        }
    }

    /// What stands between `open`, with which `near` begins, and `close`.
    fn between<'n>(&mut self, at: usize, near: &'n str, open: &str, close: &'static str) -> Option<&'n str> {
        let within = at + open.len()..at + near.len();
        let end = near.starts_with(open).then(|| self.ahead.find(self.text, &within, close))??;
        Some(&near[open.len()..end - at])
    }

    fn copy(&mut self, range: Range<usize>) {
        self.paragraph.copy(self.draft, range);
    }

    /// A backslash takes the meaning of what is behind it.
    fn escaped(&mut self, at: usize, rest: &str) -> usize {
        let behind = &rest[1..];
        // Only within words in brackets does a backslash keep one from closing them.
        let keeps = |c: &char| "*_`#^~+[{<\"'\\hfl".contains(*c) || *c == ']' && self.depth > 0;
        let sign = behind.chars().next().filter(keeps);
        let Some(sign) = sign else {
            self.copy(at..at + 1);
            return at + 1;
        };
        let address = self.address_end(at + 1, self.text.len());
        let end = address.unwrap_or(at + 1 + sign.len_utf8());
        self.copy(at + 1..end);
        end
    }

    /// `"`words`"` are words in quotation marks.
    fn curved(&mut self, at: usize, near: &str) -> usize {
        for (open, close, shown) in [("\"`", "`\"", ["“", "”"]), ("'`", "`'", ["‘", "’"])] {
            let inner = near.strip_prefix(open).and_then(|inner| Some(&inner[..inner.find(close)?]));
            if let Some(inner) = inner {
                let (start, end) = (at + 2, at + 2 + inner.len());
                self.paragraph.decoded(self.draft, shown[0], &(at..start));
                self.nested(start..end);
                self.paragraph.decoded(self.draft, shown[1], &(end..end + 2));
                return end + 2;
            }
        }
        self.copy(at..at + 1);
        at + 1
    }

    fn nested(&mut self, range: Range<usize>) {
        if self.depth >= DEEPEST {
            return self.copy(range);
        }
        self.depth += 1;
        self.all(range);
        self.depth -= 1;
    }

    /// `` `code` ``, `+as it is+`, `+++raw+++`.
    fn literal(&mut self, at: usize, near: &str) -> usize {
        for mark in ["+++", "++", "``", "`+", "`", "+"] {
            let close = if mark == "`+" { "+`" } else { mark };
            let inner = near.strip_prefix(mark).and_then(|inner| Some(&inner[..inner.find(close)?]));
            let Some(inner) = inner.filter(|inner| !inner.is_empty() && !inner.starts_with(' ')) else { continue };
            let (start, from) = (at + mark.len(), self.draft.prose.len());
            self.copy(start..start + inner.len());
            if mark.starts_with('`') {
                let place = from..self.draft.prose.len();
                self.draft.masked.push(place);
            }
            return start + inner.len() + mark.len();
        }
        self.copy(at..at + 1);
        at + 1
    }

    /// `<https://…>` and `<<anchor,words>>`.
    fn angled(&mut self, at: usize, near: &str) -> usize {
        if let Some(inner) = self.between(at, near, "<<", ">>") {
            let (id, words) = inner.split_once(',').unwrap_or((inner, ""));
            let end = at + inner.len() + 4;
            let start = at + 2 + inner.len() - words.trim_start().len();
            self.refer(id, start..at + 2 + inner.len(), at..end);
            return end;
        }
        let close = near.find('>').map(|close| at + close);
        if let Some(end) = close.filter(|&close| self.address_end(at + 1, close) == Some(close)) {
            self.address(at + 1..end, at..end + 1, None);
            return end + 1;
        }
        self.copy(at..at + 1);
        at + 1
    }

    /// A cross reference, of which the words are shown. One without words stands behind the word before it.
    fn refer(&mut self, id: &str, words: Range<usize>, whole: Range<usize>) {
        let id = id.trim_start_matches('#');
        let from = self.draft.prose.len();
        self.copy(words.clone());
        let behind = self.draft.prose.text().trim_end_matches(' ');
        let begins = behind.is_empty() || behind.ends_with('\n');
        let place = if words.is_empty() && !begins { behind.len()..behind.len() } else { from..self.draft.prose.len() };
        self.gathered.point_if_known(id, place, self.paragraph.span(&whole));
    }

    /// `[[anchor]]` and `[.role]` show nothing; other brackets do.
    fn bracket(&mut self, at: usize, near: &str) -> usize {
        if let Some(inner) = self.between(at, near, "[[", "]]")
            && !inner.contains(' ')
        {
            return at + inner.len() + 4;
        }
        let role = near.strip_prefix(['[']).filter(|rest| rest.starts_with(['.', '#']));
        if let Some(role) =
            role.and_then(|rest| rest.find(']')).filter(|&end| near[end + 2..].starts_with(['#', '*', '_']))
        {
            return at + role + 2;
        }
        self.copy(at..at + 1);
        at + 1
    }

    /// `(((a term, another)))` shows nothing, `((a term))` the term.
    fn index_term(&mut self, at: usize, near: &str) -> usize {
        if let Some(inner) = self.between(at, near, "(((", ")))") {
            return at + inner.len() + 6;
        }
        let Some(length) = self.between(at, near, "((", "))").map(str::len) else {
            self.copy(at..at + 2);
            return at + 2;
        };
        self.nested(at + 2..at + 2 + length);
        at + length + 4
    }

    /// `{name}` is its value; before a link it is the beginning of its address.
    fn attribute(&mut self, at: usize, near: &str) -> usize {
        let name = near[1..].find('}').map(|end| &near[1..=end]).filter(|name| !name.contains(' '));
        if let Some(name) = name.map(str::to_lowercase).filter(|name| self.gathered.footnotes.contains_key(name)) {
            let end = at + name.len() + 2;
            let (place, span) = (self.draft.prose.len(), self.paragraph.span(&(at..end)));
            self.gathered.named_note(&name, place, span);
            return end;
        }
        let own = |name: &str| self.gathered.attributes.get(&name.to_lowercase()).cloned();
        let value = name.and_then(|name| own(name).or_else(|| sign(name).map(str::to_owned)));
        let (Some(name), Some(value)) = (name, value) else {
            self.copy(at..at + 1);
            return at + 1;
        };
        let end = at + name.len() + 2;
        if value.contains("://") {
            let tail = &self.text[end..];
            let length = tail.find(|c: char| c.is_whitespace() || "[]<>\"”,;".contains(c)).unwrap_or(tail.len());
            let tail = tail[..length].trim_end_matches(['.', ':', ')', '!', '?']);
            let url = format!("{value}{tail}");
            let whole = at..end + tail.len();
            return self.linked(url, whole.clone(), whole);
        }
        self.paragraph.decoded(self.draft, &value, &(at..end));
        end
    }

    fn emphasis(&mut self, at: usize, near: &str, starts_word: bool) -> usize {
        let sign = &near[..1];
        let double = near.starts_with(&sign.repeat(2));
        let mark = if double { near[..2].to_owned() } else { sign.to_owned() };
        let free = double || sign == "^" || sign == "~";
        let inner = near[mark.len()..].find(&mark).map(|end| &near[mark.len()..mark.len() + end]);
        let inner = inner.filter(|inner| {
            let after = near[mark.len() * 2 + inner.len()..].chars().next();
            !inner.is_empty()
                && !inner.starts_with(' ')
                && !inner.ends_with(' ')
                && (free || starts_word && !after.is_some_and(char::is_alphanumeric))
        });
        let Some(inner) = inner else {
            self.copy(at..at + mark.len());
            return at + mark.len();
        };
        let start = at + mark.len();
        let from = self.draft.prose.len();
        self.nested(start..start + inner.len());
        if sign == "_" {
            self.draft.emphasised.push(from..self.draft.prose.len());
        }
        start + inner.len() + mark.len()
    }

    /// A macro, an address, or words.
    fn word(&mut self, at: usize, near: &str, end: usize) -> usize {
        if let Some(note) = ["footnote:", "footnoteref:"].iter().find(|name| near.starts_with(**name)) {
            return self.note(at, near, note.len());
        }
        if let Some(target) = near.strip_prefix("link:").and_then(Target::of) {
            let start = at + "link:".len();
            let address = start + target.address.start..start + target.address.end;
            let written = &self.text[address.clone()];
            let url = if target.passed { written.to_owned() } else { self.gathered.filled(written) };
            return self.linked(url, address, at..start + target.end);
        }
        if let Some(rest) = near.strip_prefix("xref:")
            && let Some((id, words)) = rest.split_once('[').filter(|(id, _)| !id.contains(' '))
        {
            let start = at + 5 + id.len() + 1;
            let length = words.find(']').unwrap_or(0);
            self.refer(id, start..start + length, at..start + length + 1);
            return start + length + 1;
        }
        let macros = SHOWN.iter().chain(HIDDEN).find(|name| near.starts_with(**name));
        if let Some(name) = macros {
            let open = near.find('[').filter(|&open| !near[..open].contains(' '));
            if let Some(open) = open {
                let length = near[open + 1..].find(']').unwrap_or(near.len() - open - 1);
                if SHOWN.contains(name) {
                    self.copy(at + open + 1..at + open + 1 + length);
                }
                return at + open + 1 + length + 1;
            }
        }
        if let Some(found) = self.address_end(at, end) {
            let url = self.text[at..found].to_owned();
            return self.linked(url, at..found, at..found);
        }
        self.words(at, end)
    }

    /// Where the address ends that begins at `at`: at the bracket of its words, or as far as it goes.
    fn address_end(&mut self, at: usize, end: usize) -> Option<usize> {
        let rest = &self.text[at..end];
        if !["http", "ftp"]
            .iter()
            .any(|scheme| rest.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
        {
            return None;
        }
        if !self.run.contains(&at) {
            let behind = &self.text[at..];
            let stop = behind.find(|c: char| c.is_whitespace() || c == '[').unwrap_or(behind.len());
            self.run = at..at + stop;
        }
        let stop = self.run.end.min(end);
        let found = self.addresses.end(&self.text[..stop], at)?;
        Some(if self.text[stop..end].starts_with('[') { stop } else { found })
    }

    /// An address with, perhaps, its words in brackets behind it; `whole` is up to the bracket.
    fn linked(&mut self, url: String, address: Range<usize>, whole: Range<usize>) -> usize {
        let behind = &self.text[whole.end..];
        let near = &behind[..floor_char_boundary(behind, LONGEST)];
        let words = near.strip_prefix('[').and_then(|inner| Some(&inner[..closing_unescaped(inner)?]));
        let Some(words) = words else {
            self.link(url, &address, whole.clone(), None);
            return whole.end;
        };
        let start = whole.end + 1;
        let end = start + words.len() + 1;
        let shown = label(words);
        let shown = (!words[shown.clone()].trim().is_empty()).then(|| start + shown.start..start + shown.end);
        self.link(url, &address, whole.start..end, shown);
        end
    }

    fn address(&mut self, address: Range<usize>, whole: Range<usize>, shown: Option<Range<usize>>) {
        let url = self.text[address.clone()].to_owned();
        self.link(url, &address, whole, shown);
    }

    fn link(&mut self, url: String, address: &Range<usize>, whole: Range<usize>, shown: Option<Range<usize>>) {
        let from = self.draft.prose.len();
        let words = if shown.is_some() { Words::Names } else { Words::Address };
        match shown {
            Some(shown) => self.nested(shown),
            None => self.copy(address.clone()),
        }
        let place = from..self.draft.prose.len();
        if words == Words::Address {
            self.draft.masked.push(place.clone());
        }
        let whole = self.paragraph.span(&whole);
        let spans: Vec<_> = unescaped(self.text, address).map(|piece| self.paragraph.span(&piece)).collect();
        let url = if url.contains('\\') { url.replace('\\', "") } else { url };
        self.gathered.link(self.draft, url, spans, whole, place, words);
    }

    /// `footnote:[words]`, `footnote:id[words]`, `footnote:id[]`, `footnoteref:[id,words]`.
    fn note(&mut self, at: usize, near: &str, name: usize) -> usize {
        let open = near[name..].find('[').map(|open| name + open).filter(|&open| !near[..open].contains(' '));
        let words = open.and_then(|open| Some((open, &near[open + 1..][..closing_unescaped(&near[open + 1..])?])));
        let Some((open, words)) = words else {
            self.copy(at..at + name);
            return at + name;
        };
        let (mut id, mut start) = (&near[name..open], at + open + 1);
        let end = start + words.len() + 1;
        let mut words = words;
        if near.starts_with("footnoteref:") {
            let (key, rest) = words.split_once(',').unwrap_or((words, ""));
            start += words.len() - rest.len();
            (id, words) = (key, rest);
        }
        let span = self.paragraph.span(&(at..end));
        let place = self.draft.prose.len();
        let pieces = self.paragraph.pieces(self.draft.text, &(start..start + words.len()));
        let body = (!words.trim().is_empty()).then_some(pieces);
        self.gathered.note_here(id, body, place, span);
        end
    }

    /// `cite:[key, other(12)]`, with the pages of each in parentheses.
    fn cite(&mut self, at: usize, near: &str) -> usize {
        let Some(inner) = cited(near) else { return at };
        let keys = light::keys(&near[inner.clone()]);
        let (end, place) = (at + inner.end + 1, self.draft.prose.len());
        let span = self.paragraph.span(&(at..end));
        if light::is_narrative(near) {
            self.draft.narrative.push(span.start());
        }
        self.gathered.cite(keys, place..place, span);
        end
    }

    fn words(&mut self, at: usize, end: usize) -> usize {
        let rest = &self.text[at..end];
        let stop = |c: char| "\\\"'`+<[{*_#^~ ()/;|“‘".contains(c);
        let first = rest.chars().next().unwrap_or(' ');
        let inner = if stop(first) { Some(0) } else { rest[first.len_utf8()..].find(stop) };
        let length = inner.map_or(rest.len(), |end| end + first.len_utf8());
        // A note stands right behind the word that it belongs to.
        let behind = &rest[first.len_utf8()..length];
        let notes = ["footnote", "cite:", "citenp:"].iter().filter_map(|name| behind.find(name)).min();
        let length = notes.map_or(length, |note| note + first.len_utf8());
        self.copy(at..at + length);
        at + length
    }
}

/// The pieces of an address between its backslashes, which keep `...` and `--` from being read as signs of a text.
fn unescaped<'t>(text: &'t str, address: &Range<usize>) -> impl Iterator<Item = Range<usize>> + 't {
    let start = address.start;
    text[address.clone()].split('\\').scan(start, |at, piece| {
        let from = *at;
        *at += piece.len() + 1;
        Some(from..from + piece.len())
    })
}

/// Where the keys stand in the citation that `text` begins with.
fn cited(text: &str) -> Option<Range<usize>> {
    let name = ["cite:[", "citenp:["].iter().find(|name| text.starts_with(**name))?;
    let length = text[name.len()..].find(']').filter(|&length| length > 0)?;
    Some(name.len()..name.len() + length)
}

/// The sign that every document has under a name.
fn sign(name: &str) -> Option<&'static str> {
    Some(match name {
        "nbsp" => "\u{a0}",
        "sp" => " ",
        "empty" | "blank" | "zwsp" | "wj" => "",
        "apos" | "rsquo" => "’",
        "quot" => "\"",
        "lsquo" => "‘",
        "ldquo" => "“",
        "rdquo" => "”",
        "deg" => "°",
        "plus" => "+",
        "pp" => "++",
        "cpp" => "C++",
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "brvbar" => "¦",
        "vbar" => "|",
        "asterisk" => "*",
        "tilde" => "~",
        "caret" => "^",
        "backtick" => "`",
        "backslash" => "\\",
        "startsb" => "[",
        "endsb" => "]",
        _ => return None,
    })
}
