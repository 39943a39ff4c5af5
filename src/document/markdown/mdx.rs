//! Components of MDX whose children stand on lines of their own: these are Markdown, which the parser would take for HTML.
//!
//! For the parser a line that is nothing but the tag of a component becomes blank, and what is indented below it loses that
//! indentation to the end of the line before, so that every byte stays at its place.

use std::borrow::Cow;
use std::ops::Range;

use super::html::sets_quotation_apart;

/// Bytes of the longest tag.
const LONGEST: usize = 4_000;
/// Components within each other.
const DEPTH: usize = 32;

/// The text without the tags of components that stand on lines of their own.
pub(super) fn as_markdown(text: &str) -> Cow<'_, str> {
    let is_component = |at: usize| {
        let rest = &text.as_bytes()[at + 1..];
        let name = rest.strip_prefix(b"/").unwrap_or(rest);
        name.first().is_some_and(u8::is_ascii_uppercase)
    };
    if !memchr::memchr_iter(b'<', text.as_bytes()).any(is_component) {
        return Cow::Borrowed(text);
    }
    let mut made = Lines { text, made: text.as_bytes().to_vec(), open: Vec::new(), fence: None };
    made.read();
    String::from_utf8(made.made).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// A component that is open.
struct Open<'t> {
    name: &'t str,
    /// Columns before its tag.
    indent: usize,
    /// Columns that the lines in it lose, once the first of them is known.
    shift: Option<usize>,
    /// Those that its own tag loses.
    outer: usize,
}

struct Lines<'t> {
    text: &'t str,
    made: Vec<u8>,
    open: Vec<Open<'t>>,
    fence: Option<&'t str>,
}

impl Lines<'_> {
    fn read(&mut self) {
        let mut at = 0;
        while at < self.text.len() {
            let end = memchr::memchr(b'\n', &self.text.as_bytes()[at..]).map_or(self.text.len(), |next| at + next + 1);
            at = self.line(at..end).max(end);
        }
    }

    /// Reads one line; gives where the next begins.
    fn line(&mut self, line: Range<usize>) -> usize {
        let written = &self.text[line.clone()];
        let words = written.trim();
        let start = line.start + (written.len() - written.trim_start().len());
        if words.is_empty() {
            return line.end;
        }
        self.shift(&line, start - line.start);
        if let Some(mark) = self.fence {
            if words.starts_with(mark) && words.trim_start_matches(&mark[..1]).is_empty() {
                self.fence = None;
            }
            return line.end;
        }
        if let Some(sign) = words.chars().next().filter(|c| matches!(c, '`' | '~')) {
            let length = words.len() - words.trim_start_matches(sign).len();
            if length >= 3 && !words[length..].contains('`') {
                self.fence = Some(&words[..length]);
            }
            return line.end;
        }
        self.tag(start, line.end).unwrap_or(line.end)
    }

    /// Moves the indentation of a line in a component before its line end.
    fn shift(&mut self, line: &Range<usize>, indent: usize) {
        let Some(last) = self.open.last_mut() else { return };
        let own = last.outer + indent.saturating_sub(last.indent.max(last.outer));
        let closes = self.text[line.start + indent..].starts_with("</");
        let shift = if closes && last.shift.is_none() { last.outer } else { *last.shift.get_or_insert(own) };
        let spaces =
            self.text.as_bytes()[line.start..].iter().take(shift.min(indent)).take_while(|byte| **byte == b' ');
        let moved = spaces.count();
        if moved > 0 && line.start > 0 {
            // The line end before it, which may be of two bytes.
            let from = line.start - 1 - usize::from(self.text[..line.start].ends_with("\r\n"));
            self.made[from..line.start + moved].rotate_right(moved);
        }
    }

    /// Takes the attributes with expressions out of a tag, `author={"Doe"}`: with them it is none to the parser.
    fn without_expressions(&mut self, tag: Range<usize>) {
        let mut at = tag.start;
        while let Some(open) = self.text[at..tag.end].find("={").map(|next| at + next) {
            let name =
                self.text[tag.start..open].rfind(char::is_whitespace).map_or(open, |before| tag.start + before + 1);
            let mut depth = 0_usize;
            let closes = |c: char| {
                depth = match c {
                    '{' => depth + 1,
                    '}' => depth.saturating_sub(1),
                    _ => depth,
                };
                depth == 0
            };
            let Some(length) = self.text[open + 1..tag.end].find(closes) else { return };
            at = open + 2 + length;
            self.made[name..at].iter_mut().filter(|byte| !matches!(byte, b'\n' | b'\r')).for_each(|byte| *byte = b' ');
        }
    }

    /// The tag of a component at the beginning of a line: blank where it is all that stands there.
    fn tag(&mut self, start: usize, end: usize) -> Option<usize> {
        let rest = &self.text[start..];
        let inner = rest.strip_prefix("</").or_else(|| rest.strip_prefix('<'))?;
        let length = inner.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'.').count();
        let name = &inner[..length];
        if !name.starts_with(|c: char| c.is_ascii_uppercase()) {
            return None;
        }
        let name_start = start + rest.len() - inner.len();
        let close = name_start + length + close_of(&inner[length..])?;
        let line_end =
            memchr::memchr(b'\n', &self.text.as_bytes()[close..]).map_or(self.text.len(), |next| close + next + 1);
        let tag = &self.text[start..close];
        let leads = ["href=", "to=", "cite="].iter().any(|name| tag.contains(name));
        if !self.text[close..line_end].trim().is_empty() {
            // The parser knows `<Link>` as `<link>`, behind which all is HTML up to a blank line.
            if length > 1 && name_start + length <= end {
                self.made[name_start + length - 1] = b'X';
            }
            return None;
        }
        if sets_quotation_apart(name) {
            self.without_expressions(start..close);
        }
        if leads || sets_quotation_apart(name) {
            return None;
        }
        let closes = rest.starts_with("</");
        if closes {
            let depth = self.open.iter().rposition(|open| open.name == name)?;
            self.open.truncate(depth);
        }
        for byte in &mut self.made[start..close] {
            if !matches!(byte, b'\n' | b'\r') {
                *byte = b' ';
            }
        }
        if !closes && !tag.ends_with("/>") && self.open.len() < DEPTH {
            let line_start = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
            let outer = self.open.last().and_then(|open| open.shift).unwrap_or(0);
            self.open.push(Open { name, indent: start - line_start, shift: None, outer });
        }
        Some(line_end)
    }
}

/// Behind the `>` that closes a tag, braces and strings within it in balance.
fn close_of(inner: &str) -> Option<usize> {
    if !inner.starts_with(|c: char| c.is_whitespace() || c == '/' || c == '>') {
        return None;
    }
    let (mut depth, mut string) = (0_usize, None);
    for (at, c) in inner.char_indices().take_while(|(at, _)| *at < LONGEST) {
        match (string, c) {
            (Some(mark), _) if c == mark => string = None,
            (None, '"' | '\'') => string = Some(c),
            (None, '{') => depth += 1,
            (None, '}') => depth = depth.saturating_sub(1),
            (None, '>') if depth == 0 => return Some(at + 1),
            (None, '<') if depth == 0 => return None,
            (Some(_) | None, _) => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, Limits, parse};

    #[test]
    fn children_of_components_are_markdown() {
        let check = |text: &str, made: &str| {
            assert_eq!(as_markdown(text), made, "{text}");
            assert_eq!(made.len(), text.len());
        };
        check("<Note>\nSo [x](y).\n</Note>\n", "      \nSo [x](y).\n       \n");
        check("<Note kind=\"a\">\n  So.\n</Note>\n", "                 \nSo.\n       \n");
        check("<A>\n  <B>\n    So.\n  </B>\n</A>\n", "     \n       \nSo.  \n    \n    \n");
        check("```\n<Note>\n```\n<Note/>\n", "```\n<Note>\n```\n       \n");
        check("<Link href=\"u\">t</Link> and [z](y)\n", "<LinX href=\"u\">t</Link> and [z](y)\n");
        for same in ["<div>\nSo.\n</div>\n", "A <Note>x</Note>.\n", "<Card href=\"u\">\nx\n</Card>\n", "a < B\n"] {
            assert_eq!(as_markdown(same), same);
        }
    }

    #[test]
    fn links_in_components_have_their_own_addresses() {
        let text = "<Callout type=\"info\">\nSee [the filing](https://a.test/b\\_c?x=1&amp;y=2), “four words of it” ([x](https://b.test/d\\_e)).\n</Callout>\n\n<Tabs>\n  <TabItem value=\"a\">\n    - It “rose so high” [y](https://c.test)\n  </TabItem>\n</Tabs>\n";
        let document = parse(text, Format::Markdown, Limits::default());
        let urls: Vec<&str> = document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
        assert_eq!(urls, ["https://a.test/b_c?x=1&y=2", "https://b.test/d_e", "https://c.test"]);
        let quoted: Vec<&str> = document.quoted.iter().map(|quoted| document.text(&quoted.parts[0].range())).collect();
        assert_eq!(quoted, ["four words of it", "rose so high"]);
        for entry in &document.entries {
            assert!(text[entry.source.url_spans[0].range()].starts_with("https://"));
        }
    }
}
