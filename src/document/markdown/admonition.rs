//! Admonitions and tabs of Python-Markdown, `!!! note "Title"`, `??? tip` and `=== "Tab"`: the indented lines below such a
//! head are text, which other programs take for code.
//!
//! For the parser the head becomes the mark of an item of a list, byte for byte as long, so that what is indented belongs
//! to it; [`Writer`] then shows the title alone.

use std::borrow::Cow;
use std::ops::Range;

use crate::document::BlockKind;

use super::writer::Writer;

/// What a head begins with, and what may stand before the space behind that.
const MARKS: &[(&str, &[&str])] = &[("!!!", &[]), ("???", &["+"]), ("===", &["!", "+"])];
/// Columns by which what belongs to a head is indented.
const INDENT: usize = 4;
/// What a head becomes: an item that begins with a heading, so that the next line begins a block of its own.
const ITEM: &str = "- # ";

/// The text with every head that lines belong to as an item of a list.
pub(super) fn as_items(text: &str) -> Cow<'_, str> {
    if !MARKS.iter().any(|(mark, _)| memchr::memmem::find(text.as_bytes(), mark.as_bytes()).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut heads = heads(text).into_iter().peekable();
    if heads.peek().is_none() {
        return Cow::Borrowed(text);
    }
    let (mut made, mut from) = (String::with_capacity(text.len()), 0);
    for head in heads {
        made.push_str(&text[from..head.start]);
        made.push_str(ITEM);
        made.extend(std::iter::repeat_n('.', head.len() - ITEM.len()));
        from = head.end;
    }
    made.push_str(&text[from..]);
    Cow::Owned(made)
}

/// The heads, without their indentation and line ends.
fn heads(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut fence: Option<&str> = None;
    // Columns from which the blocks that are open have their words.
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let words = line.trim();
        if words.is_empty() {
            continue;
        }
        let indent = columns(line);
        if let Some(mark) = fence {
            if words.starts_with(mark) && words.trim_start_matches(&mark[..1]).is_empty() {
                fence = None;
            }
            continue;
        }
        while open.last().is_some_and(|own| *own > indent) {
            open.pop();
        }
        let from = open.last().copied().unwrap_or(0);
        if indent >= from + INDENT {
            continue;
        }
        if let Some(mark) = fence_mark(words) {
            fence = Some(mark);
        } else if title(words).is_some() && below(&text[at..]) >= indent + INDENT {
            let lead = line.len() - line.trim_start().len();
            found.push(start + lead..start + lead + words.len());
            open.push(indent + INDENT);
        } else if let Some(width) = item(words) {
            open.push(indent + width);
        }
    }
    found
}

/// Where in the file what belongs to heads stands that say they quote: `!!! quote`, `??? cite "Title"`.
pub(super) fn quotations(text: &str) -> Vec<Range<usize>> {
    let quotes = |head: &Range<usize>| {
        let kind = text[head.clone()].trim_start_matches(['!', '?', '+', '=']).trim_start();
        let kind = kind.split(|c: char| c.is_whitespace() || c == '"').next().unwrap_or_default();
        matches!(kind.to_lowercase().as_str(), "quote" | "cite" | "blockquote")
    };
    if !MARKS.iter().any(|(mark, _)| memchr::memmem::find(text.as_bytes(), mark.as_bytes()).is_some()) {
        return Vec::new();
    }
    let body = |head: Range<usize>| {
        let line = text[..head.start].rfind('\n').map_or(0, |at| at + 1);
        let indent = columns(&text[line..]) + INDENT;
        let (mut end, mut at) = (head.end, head.end);
        for line in text[head.end..].split_inclusive('\n') {
            let is_own = columns(line) >= indent && !line.trim().is_empty();
            if at > head.end && !is_own && !line.trim().is_empty() {
                break;
            }
            at += line.len();
            end = if is_own { at } else { end };
        }
        head.end..end
    };
    heads(text).into_iter().filter(quotes).map(body).collect()
}

/// The columns that the first line with words is indented by.
fn below(text: &str) -> usize {
    text.lines().find(|line| !line.trim().is_empty()).map_or(0, columns)
}

fn columns(line: &str) -> usize {
    let mut columns = 0;
    for c in line.chars() {
        match c {
            ' ' => columns += 1,
            '\t' => columns += INDENT - columns % INDENT,
            _ => break,
        }
    }
    columns
}

fn fence_mark(words: &str) -> Option<&str> {
    let sign = words.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = words.len() - words.trim_start_matches(sign).len();
    (length >= 3 && !words[length..].contains('`')).then_some(&words[..length])
}

/// Columns of the mark of a list item.
fn item(words: &str) -> Option<usize> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let mark = match words[digits..].chars().next()? {
        '-' | '*' | '+' if digits == 0 => 1,
        '.' | ')' if (1..=9).contains(&digits) => digits + 1,
        _ => return None,
    };
    let spaces = words[mark..].len() - words[mark..].trim_start_matches(' ').len();
    (spaces > 0).then_some(mark + if spaces > INDENT { 1 } else { spaces })
}

/// Where the title stands in a line that is a head, without its marks; empty where it has none.
fn title(words: &str) -> Option<Range<usize>> {
    let (mark, rest) = MARKS.iter().find_map(|(mark, more)| {
        let rest = words.strip_prefix(mark)?;
        Some((*mark, more.iter().find_map(|sign| rest.strip_prefix(sign)).unwrap_or(rest)))
    })?;
    let kind = rest.trim_start();
    let named = kind.starts_with(char::is_alphabetic) && mark != "===";
    let quoted = kind.starts_with('"') && kind.len() > 1 && kind.ends_with('"');
    if kind.len() == rest.len() || !named && !quoted || words.len() <= ITEM.len() {
        return None;
    }
    let Some(open) = rest.find('"') else {
        let plain = |c: char| c.is_alphanumeric() || " -_".contains(c);
        return kind.chars().all(plain).then_some(words.len()..words.len());
    };
    let close = rest.rfind('"').filter(|close| *close > open && rest[close + 1..].trim().is_empty())?;
    let from = words.len() - rest.len();
    Some(from + open + 1..from + close)
}

impl Writer<'_, '_> {
    /// An item begins at the byte `at` of the file. Gives where the line ends if it is a head; its title is written.
    pub(super) fn head(&mut self, at: usize) -> Option<usize> {
        let text = self.draft.text;
        let at = at + (text[at..].len() - text[at..].trim_start_matches([' ', '\t']).len());
        // Items within items can all begin on one long line.
        if !MARKS.iter().any(|(mark, _)| text[at..].starts_with(mark)) {
            return None;
        }
        let line = text[at..].lines().next().unwrap_or_default().trim_end();
        let title = title(line)?;
        let start = self.draft.begin();
        self.draft.prose.copy(text, at + title.start..at + title.end);
        let range = start..self.draft.prose.len();
        self.draft.block(BlockKind::Heading, range, None);
        Some(at + line.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_with_indented_lines_is_an_item_of_the_same_length() {
        for (text, made) in [
            ("!!! note\n    So.\n", "- # ....\n    So.\n"),
            ("??? tip \"One\"\n\n    So.\n", "- # .........\n\n    So.\n"),
            ("???+ tip\n\n\tSo.\n", "- # ....\n\n\tSo.\n"),
            (
                "=== \"A\"\n\n    So.\n\n    !!! note\n\n        So.\n",
                "- # ...\n\n    So.\n\n    - # ....\n\n        So.\n",
            ),
            ("- so\n\n    !!! note\n        So.\n", "- so\n\n    - # ....\n        So.\n"),
        ] {
            assert_eq!(as_items(text), made);
            assert_eq!(as_items(text).len(), text.len());
        }
        for text in [
            "!!! note\nSo.\n",
            "```\n!!! note\n    So.\n```\n",
            "    !!! note\n        So.\n",
            "Title\n===\n\n    code\n",
            "!!!\n    code\n",
            "=== so\n    code\n",
            "!!! so it is, they said\n    code\n",
        ] {
            assert_eq!(as_items(text), text);
        }
    }
}
