//! What stands within a paragraph: notes, links, literals, emphasis, roles.

use std::ops::Range;

use crate::document::draft::Draft;
use crate::document::entry::Words;
use crate::document::light;
use crate::document::light::gathered::Gathered;
use crate::document::light::paragraph::Paragraph;
use crate::locator::{doi, identifier, scan};
use crate::span::Span;

/// Bytes of the longest inline markup that is looked for the end of.
const LONGEST: usize = 4_000;

/// Bytes of the longest role.
const LONGEST_ROLE: usize = 60;

/// Characters of a name that refers to a target without marks around it.
const LONGEST_NAME: usize = 200;

/// A paragraph while it is written.
struct Raw {
    paragraph: Paragraph,
}

/// Writes the lines of a paragraph into the prose.
pub(super) fn write(draft: &mut Draft<'_>, gathered: &mut Gathered, pieces: &[Range<usize>]) {
    let raw = Raw { paragraph: Paragraph::of(draft.text, pieces) };
    let text = raw.paragraph.text().to_owned();
    let mut at = 0;
    while at < text.len() {
        at = raw.step(draft, gathered, &text, at);
    }
}

impl Raw {
    /// Writes what begins at `at`; gives where it ends.
    fn step(&self, draft: &mut Draft<'_>, gathered: &mut Gathered, text: &str, at: usize) -> usize {
        let rest = &text[at..];
        let near = &rest[..crate::span::floor_char_boundary(rest, LONGEST)];
        let starts_word = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '\\');
        if let Some(inner) = near.strip_prefix("``").and_then(|near| Some(&near[..literal_end(near)?])) {
            let start = draft.prose.len();
            self.paragraph.copy(draft, at + 2..at + 2 + inner.len());
            draft.masked.push(start..draft.prose.len());
            return at + inner.len() + 4;
        }
        if let Some(behind) = rest.strip_prefix('\\') {
            let escaped = behind.chars().next().map_or(0, char::len_utf8);
            if !behind.starts_with(' ') {
                self.paragraph.copy(draft, at + 1..at + 1 + escaped);
            }
            return at + 1 + escaped;
        }
        let label = near.strip_prefix('[').and_then(|near| Some(&near[..near.find("]_")?]));
        if let Some(label) = label.filter(|label| is_label(label)) {
            let end = at + label.len() + 3;
            gathered.point(label, draft.prose.len(), self.paragraph.span(&(at..end)));
            return end;
        }
        if starts_word && let Some(inner) = near.strip_prefix('`').and_then(|near| Some(&near[..near.find('`')?])) {
            return self.interpreted(draft, gathered, text, at, inner.len());
        }
        if starts_word && rest.starts_with(':') {
            // `:role:`words``: the role is no word.
            let name =
                near[1..].bytes().take(LONGEST_ROLE).take_while(|c| c.is_ascii_alphanumeric() || b"-+:_.".contains(c));
            let role = name.count().checked_sub(1).filter(|&role| near[role + 1..].starts_with(":`"));
            if let Some(end) = role.and_then(|role| self.identifier(draft, gathered, near, at, role)) {
                return end;
            }
            if role.is_none()
                && let Some(end) = self.identifying_field(draft, gathered, near, at)
            {
                return end;
            }
            if let Some(role) = role {
                let keys = near[role + 3..].find('`').filter(|_| light::is_citation(&near[1..=role]));
                let Some(keys) = keys else { return at + role + 2 };
                let end = at + role + 3 + keys + 1;
                let keys = light::keys(&near[role + 3..role + 3 + keys]);
                let (place, span) = (draft.prose.len(), self.paragraph.span(&(at..end)));
                if light::is_narrative(near) {
                    draft.narrative.push(span.start());
                }
                gathered.cite(keys, place..place, span);
                return end;
            }
        }
        if starts_word && let Some(end) = self.substitution(draft, gathered, near, at) {
            return end;
        }
        let name = near.strip_prefix('|').and_then(|near| Some(&near[..near.find('|')?]));
        if let Some(name) = name.filter(|_| starts_word)
            && let Some(words) = gathered.attributes.get(&name.to_lowercase())
        {
            let end = at + name.len() + 2;
            self.paragraph.decoded(draft, words, &(at..end));
            return end;
        }
        if let Some(name) = name.filter(|_| starts_word)
            && let Some((words, address)) = gathered.linked.get(&name.to_lowercase()).cloned()
        {
            let (start, end) = (draft.prose.len(), at + name.len() + 2);
            self.paragraph.decoded(draft, &words, &(at..end));
            let (place, whole) = (start..draft.prose.len(), self.paragraph.span(&(at..end)));
            let (url, spans) = (draft.text[address.clone()].to_owned(), vec![Span::new(address.start, address.end)]);
            gathered.link(draft, url, spans, whole, place, Words::Names);
            return end;
        }
        for mark in ["**", "*"] {
            let inner = near.strip_prefix(mark).filter(|inner| starts_word && !inner.starts_with([' ', '*']));
            let inner = inner.and_then(|inner| Some(&inner[..inner.find(mark)?])).filter(|inner| !inner.ends_with(' '));
            if let Some(inner) = inner {
                let start = at + mark.len();
                let (from, mut inside) = (draft.prose.len(), start);
                let end = start + inner.len();
                while inside < end {
                    inside = self.step(draft, gathered, &text[..end], inside);
                }
                if mark == "*" {
                    draft.emphasised.push(from..draft.prose.len());
                }
                return end + mark.len();
            }
        }
        if starts_word && let Some(length) = self.word_reference(draft, gathered, rest, at) {
            return at + length;
        }
        self.words(draft, gathered, text, at)
    }

    /// `` `words <https://…>`_ ``, `` `words`_ ``, or words in a role.
    fn interpreted(
        &self,
        draft: &mut Draft<'_>,
        gathered: &mut Gathered,
        text: &str,
        at: usize,
        length: usize,
    ) -> usize {
        let inner = at + 1..at + 1 + length;
        let words = &text[inner.clone()];
        let behind = &text[inner.end + 1..];
        let underscores = behind.bytes().take(2).take_while(|&byte| byte == b'_').count();
        let end = inner.end + 1 + underscores;
        let whole = self.paragraph.span(&(at..end));
        let open = words.rfind('<').filter(|_| words.ends_with('>') && underscores > 0);
        let start = draft.prose.len();
        let Some(open) = open else {
            // `:term:`words <target>``
            let target = words.rfind(" <").filter(|_| words.ends_with('>') && text[..at].ends_with(':'));
            let shown = target.map_or(inner.end, |target| inner.start + target);
            self.paragraph.copy(draft, inner.start..shown);
            let place = start..draft.prose.len();
            match underscores {
                0 => {}
                1 => gathered.refer(words, place, whole),
                _ => gathered.refer("", place, whole),
            }
            return end;
        };
        let shown = words[..open].trim_end();
        let address = inner.start + open + 1..inner.end - 1;
        if shown.is_empty() {
            self.paragraph.copy(draft, address.clone());
        } else {
            self.paragraph.copy(draft, inner.start..inner.start + shown.len());
        }
        let written: String = text[address.clone()].split_whitespace().collect();
        let place = start..draft.prose.len();
        if written.strip_suffix('_').is_some_and(|name| !name.ends_with('\\')) {
            gathered.refer(text[address.clone()].trim_end().trim_end_matches('_'), place, whole);
        } else {
            gathered.named(shown, &written);
            let spans = vec![self.paragraph.span(&address)];
            gathered.link(draft, written.replace('\\', ""), spans, whole, place, Words::Names);
        }
        end
    }

    /// `` :doi:`10.1234/abc` ``, `` :arxiv:`words <2401.01234>` ``: the name of the role is `role` bytes long.
    fn identifier(
        &self,
        draft: &mut Draft<'_>,
        gathered: &mut Gathered,
        near: &str,
        at: usize,
        role: usize,
    ) -> Option<usize> {
        let from = role + 3;
        let inner = &near[from..from + near[from..].find('`')?];
        let target = inner.rfind(" <").filter(|_| inner.ends_with('>'));
        let url = identified(&near[1..=role], target.map_or(inner, |open| &inner[open + 2..inner.len() - 1]))?;
        let (start, end) = (draft.prose.len(), at + from + inner.len() + 1);
        self.paragraph.copy(draft, at + from..at + from + target.unwrap_or(inner.len()));
        let (place, whole) = (start..draft.prose.len(), self.paragraph.span(&(at..end)));
        gathered.link(draft, url, Vec::new(), whole, place, Words::Names);
        Some(end)
    }

    /// `:DOI: 10.1234/abc`, a field of a list.
    fn identifying_field(
        &self,
        draft: &mut Draft<'_>,
        gathered: &mut Gathered,
        near: &str,
        at: usize,
    ) -> Option<usize> {
        let (name, behind) = near.strip_prefix(':')?.split_once(": ").filter(|(name, _)| name.len() <= LONGEST_ROLE)?;
        let written = behind.split_whitespace().next().filter(|written| !written.contains("://"))?;
        let url = identified(name, written)?;
        let from = at + near.len() - near[name.len() + 3..].trim_start().len();
        let (start, end) = (draft.prose.len(), from + written.len());
        self.paragraph.copy(draft, at..end);
        let (place, whole) = (start..draft.prose.len(), self.paragraph.span(&(at..end)));
        gathered.link(draft, url, Vec::new(), whole, place, Words::Names);
        Some(end)
    }

    /// `|words|_`: what stands for other words, and refers to the target of their name.
    fn substitution(&self, draft: &mut Draft<'_>, gathered: &mut Gathered, near: &str, at: usize) -> Option<usize> {
        let inner = near.strip_prefix('|').and_then(|near| Some(&near[..near.find('|')?]))?;
        let behind = &near[inner.len() + 2..];
        let underscores = behind.bytes().take(2).take_while(|&byte| byte == b'_').count();
        if underscores == 0 || inner.is_empty() || inner.starts_with(' ') || inner.ends_with(' ') {
            return None;
        }
        let (start, end) = (draft.prose.len(), at + inner.len() + 2 + underscores);
        self.paragraph.copy(draft, at + 1..at + 1 + inner.len());
        let target = if underscores == 1 { inner } else { "" };
        gathered.refer(target, start..draft.prose.len(), self.paragraph.span(&(at..end)));
        Some(end)
    }

    /// `word_`, which refers to a target of this name, or `word__`, to the next that has none.
    fn word_reference(&self, draft: &mut Draft<'_>, gathered: &mut Gathered, rest: &str, at: usize) -> Option<usize> {
        let length: usize = rest
            .chars()
            .take(LONGEST_NAME)
            .take_while(|c| c.is_alphanumeric() || "-_.+:".contains(*c))
            .map(char::len_utf8)
            .sum();
        let word = rest[..length].trim_end_matches(['.', ':', '-', '+']);
        // `Name_-style`: within a name no two signs follow each other.
        let ends = word.match_indices(['-', '.', ':', '+']).find(|(at, _)| word[..*at].ends_with('_'));
        let word = ends.map_or(word, |(at, _)| &word[..at]);
        let name = word.trim_end_matches('_');
        let underscores = word.len() - name.len();
        if name.is_empty() || name.starts_with('_') || !(1..=2).contains(&underscores) {
            return None;
        }
        let start = draft.prose.len();
        self.paragraph.copy(draft, at..at + name.len());
        let place = start..draft.prose.len();
        let target = if underscores == 1 { name } else { "" };
        gathered.refer(target, place, self.paragraph.span(&(at..at + word.len())));
        Some(word.len())
    }

    /// Words without markup, and the addresses in them.
    fn words(&self, draft: &mut Draft<'_>, gathered: &mut Gathered, text: &str, at: usize) -> usize {
        if let Some(range) = address(text, at) {
            let start = draft.prose.len();
            let mut part = at;
            for (sign, _) in text[range.clone()].match_indices('\\') {
                self.paragraph.copy(draft, part..at + sign);
                part = at + sign + 1;
            }
            self.paragraph.copy(draft, part..range.end);
            let (place, span) = (start..draft.prose.len(), self.paragraph.span(&range));
            draft.masked.push(place.clone());
            gathered.link(draft, text[range.clone()].replace('\\', ""), vec![span], span, place, Words::Address);
            return range.end;
        }
        let rest = &text[at..];
        let stop = |c: char| matches!(c, '`' | '\\' | '[' | '*' | ':' | ' ' | '<' | '(' | '"' | '“' | '\'' | '/' | '|');
        let first = rest.chars().next().unwrap_or(' ');
        let inner = if stop(first) { Some(0) } else { rest[first.len_utf8()..].find(stop) };
        let length = inner.map_or(rest.len(), |end| end + first.len_utf8());
        self.paragraph.copy(draft, at..at + length);
        at + length
    }
}

/// The address of what `written` identifies in a role or a field of this name.
fn identified(name: &str, written: &str) -> Option<String> {
    let found = |label: &str| identifier::find(&format!("{label}:{written}")).into_iter().next();
    match name.to_lowercase().as_str() {
        "doi" => Some(format!("https://doi.org/{}", found_doi(written)?)),
        "arxiv" => Some(found("arXiv")?.identifier.url()),
        "pmid" => Some(found("PMID")?.identifier.url()),
        _ => None,
    }
}

/// The DOI that a role holds, bare or as an address.
fn found_doi(written: &str) -> Option<String> {
    doi::of_address(written).or_else(|| doi::find(written).into_iter().next().map(|(_, doi)| doi))
}

/// Where a literal ends: at the last two of the backticks in a row, of which it can hold some.
fn literal_end(text: &str) -> Option<usize> {
    let first = text.char_indices().nth(1)?.0;
    let found = first + text[first..].find("``")?;
    let row = text[found..].bytes().take_while(|byte| *byte == b'`').count();
    Some(found + row - 2)
}

/// The address that begins at `at`, with the backslashes that take their meaning from signs of it.
fn address(text: &str, at: usize) -> Option<Range<usize>> {
    let end = scan::at(text, at)?;
    if !text[end..].starts_with('\\') {
        return Some(at..end);
    }
    let run = &text[at..];
    let run = &run[..run.find(char::is_whitespace).unwrap_or(run.len())];
    let run = &run[..crate::span::floor_char_boundary(run, LONGEST)];
    // What stands behind a backslash is part of the address, whatever it is.
    let (mut masked, mut ends) = (String::new(), Vec::new());
    let mut signs = run.char_indices();
    while let Some((offset, c)) = signs.next() {
        let escaped = signs.clone().next().filter(|_| c == '\\');
        let shown = if escaped.is_some() { 'x' } else { c };
        let last = if escaped.is_some() { signs.next().unwrap_or((offset, c)) } else { (offset, c) };
        masked.push(shown);
        ends.resize(masked.len(), last.0 + last.1.len_utf8());
    }
    let end = scan::at(&masked, 0)?;
    Some(at..at + ends.get(end.checked_sub(1)?)?)
}

/// The label of a note: a number, `#`, `#name`, `*`, or a key.
fn is_label(words: &str) -> bool {
    let key = |words: &str| words.chars().all(|c| c.is_alphanumeric() || "-_.:+".contains(c));
    !words.is_empty() && words.len() <= 60 && (words == "*" || key(words.strip_prefix('#').unwrap_or(words)))
}
