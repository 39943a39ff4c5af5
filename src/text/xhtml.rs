//! XHTML: HTML written as XML, where `<script/>` ends at once. Readers of HTML take that for an opening tag.

use std::borrow::Cow;

/// How far the beginning of a file is looked at.
const HEADER: usize = 2_048;

/// Elements that HTML itself ends at once.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Bytes of the longest name of an element that is looked at.
const LONGEST_NAME: usize = 64;

/// Whether a text says of itself that it is XHTML: by its first line, or by the name space of its root.
pub(crate) fn is_declared(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let header = &start[..crate::span::floor_char_boundary(start, HEADER)];
    let lower = header.to_ascii_lowercase();
    let root = lower.find("<html").map(|at| &lower[at..]).and_then(|root| root.split('>').next());
    lower.starts_with("<?xml") || root.is_some_and(|root| root.contains("http://www.w3.org/1999/xhtml"))
}

/// Whether bytes sent as `content_type` from `url` are XHTML.
pub(crate) fn is_said(content_type: Option<&str>, url: &str) -> bool {
    let essence = content_type.unwrap_or_default().split(';').next().unwrap_or_default().trim();
    let path = url.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    essence.eq_ignore_ascii_case("application/xhtml+xml") || [".xhtml", ".xht"].iter().any(|end| path.ends_with(end))
}

/// The text with an end tag behind each element that is written as an empty one, so that a reader of HTML ends it there.
pub(crate) fn with_ends(text: &str) -> Cow<'_, str> {
    let mut written = String::new();
    let (mut at, mut copied) = (0, 0);
    while let Some(start) = memchr::memchr(b'<', &text.as_bytes()[at..]).map(|next| at + next) {
        let rest = &text[start..];
        let skipped = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")];
        if let Some((_, end)) = skipped.iter().find(|(open, _)| rest.starts_with(open)) {
            let Some(length) = memchr::memmem::find(rest.as_bytes(), end.as_bytes()) else { break };
            at = start + length + end.len();
            continue;
        }
        let name = name(&rest[1..]);
        let Some(end) = tag_end(rest).filter(|_| !name.is_empty()).map(|length| start + length) else {
            at = start + 1;
            continue;
        };
        at = end;
        let is_empty = text[start..end].ends_with("/>");
        if is_empty && !VOID.iter().any(|void| void.eq_ignore_ascii_case(name)) {
            written.push_str(&text[copied..end - 2]);
            written.push_str("></");
            written.push_str(name);
            written.push('>');
            copied = end;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    written.push_str(&text[copied..]);
    Cow::Owned(written)
}

/// The text with what stands in its CDATA sections as text, which a reader of HTML takes for a comment. In scripts and styles they
/// stay what they are.
pub(crate) fn with_sections(text: &str) -> Cow<'_, str> {
    const OPEN: &str = "<![CDATA[";
    const CLOSE: &str = "]]>";
    let mut written = String::new();
    let (mut at, mut copied, mut raw) = (0, 0, "");
    while let Some(start) = memchr::memchr(b'<', &text.as_bytes()[at..]).map(|next| at + next) {
        let rest = &text[start..];
        at = start + 1;
        if !raw.is_empty() {
            let closed = rest.strip_prefix("</").is_some_and(|tag| name(tag).eq_ignore_ascii_case(raw));
            raw = if closed { "" } else { raw };
        } else if rest.starts_with("<!--") {
            let Some(length) = memchr::memmem::find(rest.as_bytes(), b"-->") else { break };
            at = start + length;
        } else if let Some(inner) = rest.strip_prefix(OPEN) {
            let Some(length) = memchr::memmem::find(inner.as_bytes(), CLOSE.as_bytes()) else { break };
            written.push_str(&text[copied..start]);
            written.push_str(&inner[..length].replace('&', "&amp;").replace('<', "&lt;"));
            at = start + OPEN.len() + length + CLOSE.len();
            copied = at;
        } else {
            let own = name(&rest[1..]);
            let opened = ["script", "style"].into_iter().find(|name| name.eq_ignore_ascii_case(own));
            let empty = || tag_end(rest).is_some_and(|length| rest[..length].ends_with("/>"));
            raw = opened.filter(|_| !empty()).unwrap_or_default();
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    written.push_str(&text[copied..]);
    Cow::Owned(written)
}

/// The name that an opening tag begins with, behind its bracket.
fn name(rest: &str) -> &str {
    let part = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_:.".contains(byte);
    let length = rest.bytes().take(LONGEST_NAME).take_while(part).count();
    if rest.starts_with(|c: char| c.is_ascii_alphabetic()) { &rest[..length] } else { "" }
}

/// The bytes of the tag that `rest` begins with; values can hold its closing bracket.
fn tag_end(rest: &str) -> Option<usize> {
    let mut quoted = None;
    for (at, byte) in rest.bytes().enumerate().skip(1) {
        match (byte, quoted) {
            (b'"' | b'\'', None) => quoted = Some(byte),
            (byte, Some(mark)) if byte == mark => quoted = None,
            (b'>', None) => return Some(at + 1),
            (b'<', _) => return None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_element_ends_where_it_is_written() {
        let check = |text: &str, expected: &str| assert_eq!(with_ends(text), expected);
        check("<p>a<script src=\"a>b\"/>c<br/>d<title />", "<p>a<script src=\"a>b\"></script>c<br/>d<title ></title>");
        check(
            "<svg:g/><!-- <a/> --><![CDATA[<b/>]]><?c <d/>?>",
            "<svg:g></svg:g><!-- <a/> --><![CDATA[<b/>]]><?c <d/>?>",
        );
        for text in ["<p>a</p>", "a < b/> c", "<a href=\"b", "<", "<!--", "é<br/>"] {
            check(text, text);
        }
    }

    #[test]
    fn what_stands_in_a_section_is_text() {
        let check = |text: &str, expected: &str| assert_eq!(with_sections(text), expected);
        check("<p><![CDATA[a < b & c]]> d</p>", "<p>a &lt; b &amp; c d</p>");
        check("<p><![CDATA[a]]><b/><![CDATA[]]>c", "<p>a<b/>c");
        check("<script/><p><![CDATA[a]]>", "<script/><p>a");
        for text in [
            "<script>//<![CDATA[\na < b\n//]]></script>",
            "<style><![CDATA[a]]></style>",
            "<!-- <![CDATA[a]]> -->",
            "<p><![CDATA[a",
            "<p>a ]]> b",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn xhtml_is_told_by_its_type_its_ending_or_itself() {
        assert!(is_said(Some("application/xhtml+xml; charset=utf-8"), "https://a.test/"));
        assert!(is_said(None, "https://a.test/b.xhtml?c#d") && is_said(Some("text/html"), "b.XHT"));
        assert!(!is_said(Some("text/html"), "https://a.test/?b.xhtml") && !is_said(None, "https://a.test/b.html"));
        assert!(is_declared("\u{feff}<?xml version='1.0'?><html>"));
        assert!(is_declared("<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">"));
        assert!(!is_declared("<html><head><title>http://www.w3.org/1999/xhtml</title>"));
    }
}
