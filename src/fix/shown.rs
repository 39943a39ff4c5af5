//! The words of a link that show its address: who copies what is shown gets that one, so it changes with it.

use super::{Page, Swap, html};
use crate::document::Format;
use crate::span::Span;

/// Bytes between the words of a link and its address, in the tag of an HTML link.
const LONGEST_TAG: usize = 2_000;

/// Where words show the address of a link, and how.
struct Shown {
    span: Span,
    /// Without `http://` or `https://`.
    bare: bool,
    /// In backticks, where nothing is escaped.
    code: bool,
}

/// The words of the link to `url`, written at `span`, with what `new` makes of the address; nothing where they do not show
/// it, or would be the same.
pub(super) fn swap(page: &Page<'_>, span: Span, url: &str, new: impl FnOnce(&str) -> String) -> Option<Swap> {
    let found = match page.document.format {
        Format::Html => of_tag(page, span, url),
        Format::Markdown | Format::Jupyter => of_brackets(page, span, url),
        _ => None,
    }?;
    let written = &page.text[found.span.range()];
    let new = new(url);
    let new = if found.bare { without_scheme(&new) } else { &new };
    let text = match page.document.format {
        Format::Html => html::escaped(new),
        _ if found.code => new.to_owned(),
        format => escaped_as(new, written, mark(format)),
    };
    (text != written).then_some((found.span, text))
}

/// `<a href="https://a.test">https://a.test</a>`, also in `<code>`.
fn of_tag(page: &Page<'_>, span: Span, url: &str) -> Option<Shown> {
    let behind = page.text.get(span.end..)?;
    let start = span.end + behind.bytes().take(LONGEST_TAG).position(|byte| byte == b'>')? + 1;
    let rest = &page.text[start..];
    let end = start + rest.bytes().take(url.len() * 6 + LONGEST_TAG).position(|byte| byte == b'<')?;
    let (start, end) = match page.text[start..].strip_prefix("<code>") {
        Some(code) => (start + "<code>".len(), start + "<code>".len() + code.find('<')?),
        None => (start, end),
    };
    let written = page.text[start..end].trim();
    let lead = page.text[start..end].len() - page.text[start..end].trim_start().len();
    let span = Span::new(start + lead, start + lead + written.len());
    same(&written.replace("&amp;", "&"), url).map(|bare| Shown { span, bare, code: false })
}

/// `[https://a.test](https://a.test)`, also in backticks or with escapes.
fn of_brackets(page: &Page<'_>, span: Span, url: &str) -> Option<Shown> {
    let before = page.text.get(..span.start)?;
    let before = before.strip_suffix('<').unwrap_or(before).strip_suffix("](")?;
    // An escape can stand before each of its characters.
    let from = crate::span::floor_char_boundary(before, before.len().saturating_sub(url.len() * 3 + 16));
    let open = from + before[from..].rfind('[').filter(|at| !before[..from + at].ends_with('\\'))?;
    let words = &before[open + 1..];
    let code = words.strip_prefix('`').and_then(|code| code.strip_suffix('`'));
    let (start, inner) = code.map_or((open + 1, words), |code| (open + 2, code));
    let mark = mark(page.document.format);
    let span = Span::new(start, start + inner.len());
    same(&unescaped(inner, mark), url).map(|bare| Shown { span, bare, code: code.is_some() })
}

/// What escapes a sign: in a notebook the text is a string of JSON.
fn mark(format: Format) -> &'static str {
    if format == Format::Jupyter { "\\\\" } else { "\\" }
}

fn unescaped(words: &str, mark: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        let escaped =
            rest.strip_prefix(mark).and_then(|behind| behind.chars().next()).filter(char::is_ascii_punctuation);
        let (c, length) = escaped.map_or((c, c.len_utf8()), |sign| (sign, mark.len() + 1));
        plain.push(c);
        rest = &rest[length..];
    }
    plain.replace("&amp;", "&")
}

/// An address with the signs escaped that were escaped in `before`, and those that would be markup anywhere.
fn escaped_as(url: &str, before: &str, mark: &str) -> String {
    let signs: Vec<char> =
        before.match_indices(mark).filter_map(|(at, _)| before[at + mark.len()..].chars().next()).collect();
    let entities = before.contains("&amp;");
    let mut written = String::with_capacity(url.len());
    for c in url.chars() {
        // Who escapes one of these escapes both.
        let is_escaped = signs.contains(&c) || matches!(c, '[' | ']' | '*') || c == '_' && !signs.is_empty();
        if is_escaped {
            written.push_str(mark);
        }
        if entities && c == '&' && !is_escaped { written.push_str("&amp;") } else { written.push(c) }
    }
    written
}

/// Whether words are an address, and if so whether they leave its scheme out.
fn same(words: &str, url: &str) -> Option<bool> {
    if words == url {
        return Some(false);
    }
    let scheme_left_out = !words.is_empty() && words == without_scheme(url) && words.contains('.');
    scheme_left_out.then_some(true)
}

fn without_scheme(url: &str) -> &str {
    url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or(url)
}
