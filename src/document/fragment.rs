//! HTML as a file has it, taken apart: tags, comments and the text between, each with its bytes.

use std::ops::Range;

use crate::span::floor_char_boundary;

/// A piece of raw HTML; ranges are of the text given to [`tokens`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    Text(Range<usize>),
    Open { name: String, attributes: Vec<Attribute>, range: Range<usize> },
    Close { name: String, range: Range<usize> },
    Comment { words: Range<usize>, range: Range<usize> },
}

/// An attribute of a tag, its value as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Attribute {
    pub(super) name: String,
    pub(super) value: Range<usize>,
}

/// Most attributes of a tag that are read: a page that has more is no document.
const ATTRIBUTES: usize = 64;
/// What has more is no tag: the quotation marks of a text that lost one pair wrongly from there to its end.
const MOST_ATTRIBUTES: usize = 1_000;
/// Bytes of the longest `{…}` of a component's attribute that is read to its end.
const EXPRESSION: usize = 4096;

/// The pieces of `html`.
pub(super) fn tokens(html: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let (mut at, mut text) = (0, 0);
    while let Some(start) = html[at..].find('<').map(|next| at + next) {
        let Some((token, end)) = tag(html, start) else {
            at = start + 1;
            continue;
        };
        if text < start {
            tokens.push(Token::Text(text..start));
        }
        tokens.push(token);
        (at, text) = (end, end);
    }
    if text < html.len() {
        tokens.push(Token::Text(text..html.len()));
    }
    tokens
}

/// The tag or comment that begins at `start`, and where it ends; none if it is neither.
pub(super) fn tag(html: &str, start: usize) -> Option<(Token, usize)> {
    let rest = &html[start + 1..];
    if let Some(words) = rest.strip_prefix("!--") {
        let from = start + 4;
        let end = words.find("-->").map_or(html.len(), |at| from + at);
        let range = start..(end + 3).min(html.len());
        return Some((Token::Comment { words: from..end, range: range.clone() }, range.end));
    }
    if rest.starts_with(['!', '?']) {
        let end = rest.find('>').map_or(html.len(), |at| start + 1 + at + 1);
        return Some((Token::Comment { words: start..start, range: start..end }, end));
    }
    let (closes, from) = if rest.starts_with('/') { (true, start + 2) } else { (false, start + 1) };
    let name_len =
        html[from..].find(|c: char| !c.is_ascii_alphanumeric() && !".:-_".contains(c)).unwrap_or(html.len() - from);
    let name = html[from..from + name_len].to_ascii_lowercase();
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let (attributes, end) = attributes(html, from + name_len)?;
    let range = start..end;
    let token = if closes { Token::Close { name, range } } else { Token::Open { name, attributes, range } };
    Some((token, end))
}

/// The attributes from `at` on and the end of the tag; none if it never ends.
fn attributes(html: &str, mut at: usize) -> Option<(Vec<Attribute>, usize)> {
    let mut found = Vec::new();
    for _ in 0..MOST_ATTRIBUTES {
        let rest = &html[at..];
        at += rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/').len();
        let rest = &html[at..];
        match rest.chars().next()? {
            '>' => return Some((found, at + 1)),
            '<' => return None,
            _ => {}
        }
        let name_len = rest.find(|c: char| c.is_whitespace() || "=>/<".contains(c)).unwrap_or(rest.len()).max(1);
        let name_len = (name_len..=rest.len()).find(|&end| rest.is_char_boundary(end))?;
        let name = rest[..name_len].to_ascii_lowercase();
        at += name_len;
        let value = value(html, &mut at)?;
        if found.len() < ATTRIBUTES {
            found.push(Attribute { name, value });
        }
    }
    None
}

fn value(html: &str, at: &mut usize) -> Option<Range<usize>> {
    let rest = &html[*at..];
    let gap = rest.len() - rest.trim_start().len();
    let Some(after) = rest[gap..].strip_prefix('=') else { return Some(*at..*at) };
    let inner = after.trim_start();
    let start = html.len() - inner.len();
    let (range, end) = match inner.chars().next()? {
        mark @ ('"' | '\'') => {
            let len = inner[1..].find(mark)?;
            (start + 1..start + 1 + len, start + 1 + len + 1)
        }
        '{' => {
            let near = &inner[..floor_char_boundary(inner, EXPRESSION)];
            let len = near.find('}')? + 1;
            (start..start, start + len)
        }
        _ => {
            let len = inner.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(inner.len());
            (start..start + len, start + len)
        }
    };
    *at = end;
    Some(range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_html_is_taken_apart() {
        let html = "a<!-- b --><A href='x>y' id=z>c</a><d";
        let found = tokens(html);
        assert_eq!(found.len(), 6, "{found:?}");
        assert!(matches!(&found[0], Token::Text(range) if &html[range.clone()] == "a"));
        assert!(matches!(&found[1], Token::Comment { words, .. } if &html[words.clone()] == " b "));
        let Token::Open { name, attributes, .. } = &found[2] else { panic!("{found:?}") };
        assert_eq!((name.as_str(), &html[attributes[0].value.clone()]), ("a", "x>y"));
        assert!(matches!(&found[4], Token::Close { name, .. } if name == "a"));
        assert!(matches!(&found[5], Token::Text(range) if &html[range.clone()] == "<d"));
    }
}
