//! Captures in plain text and in light markup: behind the link, or at the end of its entry.

use std::fmt::Write as _;

use super::archive::{Place, Why, insert};
use super::{Swap, html};
use crate::document::{Format, Role};
use crate::span::Span;

/// ` Archived June 30, 2024. https://web.archive.org/….` behind the last full stop of an entry; in the text in brackets.
pub(super) fn plain(at: &Place<'_>) -> Swap {
    if at.is_link() || !at.is_paragraph() {
        return insert(at.address.end, format!(" (archived: {})", at.url()));
    }
    let end = at.end();
    let (before, behind) = if at.text()[..end].ends_with('.') { ("", ".") } else { (".", "") };
    insert(end, format!("{before} Archived {}. {}{behind}", at.date(), at.url()))
}

/// ` ([archived](…))` behind a link, ` [Archived](…) 30 June 2024.` behind the last full stop of an entry; a definition has
/// place for one address only, and that of the capture holds the other one.
pub(super) fn markdown(at: &Place<'_>) -> Result<Swap, Why> {
    if in_front_matter(at) {
        return Err("it stands in the front matter");
    }
    let notebook = at.page.document.format == Format::Jupyter;
    let json = |words: String| if notebook { inner_json(&words) } else { words };
    if html::attribute(at).is_some() {
        let link = format!(" (<a href=\"{}\">archived</a>)", html::escaped(at.url()));
        return Ok(insert(html::link_end(at), json(link)));
    }
    if at.page.is_raw_html(at.address.start) {
        let link = format!(" (<a href=\"{}\">archived</a>)", html::escaped(at.url()));
        return Ok(insert(at.address.end, json(link)));
    }
    if at.entry.role == Role::Definition || at.page.options.replace {
        let angled = at.text()[..at.address.start].ends_with('<');
        let to = if angled { at.url().to_owned() } else { destination(at.url()) };
        return Ok((at.address, json(to)));
    }
    let capture = destination(at.url());
    let end = at.end();
    if at.is_link() {
        return Ok(insert(end, json(format!(" ([archived]({capture}))"))));
    }
    if at.is_paragraph() && at.which().is_empty() && at.text()[..end].ends_with('.') {
        return Ok(insert(end, json(format!(" [Archived]({capture}) {}.", at.date()))));
    }
    let end = if at.is_paragraph() { end } else { markdown_end(at) };
    Ok(insert(end, json(format!(" ([archived{}]({capture}))", at.which()))))
}

/// ` (archived: …)`; a target has place for one address only.
pub(super) fn rst(at: &Place<'_>) -> Swap {
    if at.entry.role == Role::Definition {
        return (at.address, rst_address(at.url()));
    }
    insert(at.end(), format!(" (archived: {})", rst_address(at.url())))
}

/// ` (link:…[archived])`; within a note, whose end is a square bracket, the bare address.
pub(super) fn asciidoc(at: &Place<'_>) -> Swap {
    if at.entry.role == Role::Definition {
        return (at.address, asciidoc_address(at.url()));
    }
    if at.is_link() {
        return insert(at.end(), format!(" (link:{}[archived])", asciidoc_address(at.url())));
    }
    let end = match closing(at.behind(), '[', ']') {
        Some(length) if at.behind().starts_with('[') => at.address.end + length,
        _ => at.address.end,
    };
    insert(end, format!(" (archived: {})", asciidoc_address(at.url())))
}

/// ` ([[…][archived]])`.
pub(super) fn org(at: &Place<'_>) -> Swap {
    let end = match at.behind().find("]]") {
        _ if at.is_link() => at.end(),
        Some(close) if at.text()[..at.address.start].ends_with("[[") => at.address.end + close + 2,
        _ => at.address.end,
    };
    insert(end, format!(" ([[{}][archived]])", org_address(at.url())))
}

/// ` (\href{…}{archived})`.
pub(super) fn latex(at: &Place<'_>) -> Swap {
    let before = &at.text()[..at.address.start];
    let end = if at.is_link() {
        at.end()
    } else if before.ends_with('{') {
        let close = at.address.end + usize::from(at.behind().starts_with('}'));
        let rest = &at.text()[close..at.entry.span.end.max(close)];
        let words = if before.ends_with("\\href{") && rest.starts_with('{') { closing(rest, '{', '}') } else { None };
        close + words.unwrap_or_default()
    } else {
        at.address.end
    };
    insert(end, format!(" (\\href{{{}}}{{archived}})", latex_address(at.url())))
}

/// An address in an argument of LaTeX.
pub(super) fn latex_address(url: &str) -> String {
    let mut written = String::with_capacity(url.len());
    for c in url.chars() {
        if matches!(c, '%' | '#' | '&') {
            written.push('\\');
        }
        written.push(c);
    }
    written.replace('{', "\\%7B").replace('}', "\\%7D")
}

/// An address in the brackets of a link of Org; a bar would end the cell of a table.
pub(super) fn org_address(url: &str) -> String {
    encoded(url, "[]|")
}

/// An address of `AsciiDoc`, without signs that would set a part of it apart.
pub(super) fn asciidoc_address(url: &str) -> String {
    encoded(url, "[]|<>^`")
}

/// An address of reStructuredText, without signs that begin or end something in a text.
pub(super) fn rst_address(url: &str) -> String {
    encoded(url, "<>`|\\")
}

fn encoded(url: &str, signs: &str) -> String {
    let mut written = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            c if signs.contains(c) => write!(written, "%{:02X}", u32::from(c)).expect("a string takes it"),
            c => written.push(c),
        }
    }
    written
}

/// Where the link ends that holds the address: behind its closing bracket, or with the address where it stands bare.
fn markdown_end(at: &Place<'_>) -> usize {
    let (text, end) = (at.text(), at.address.end);
    let before = &text[..at.address.start];
    let angled = before.ends_with('<') && text[end..].starts_with('>');
    let (before, end) = if angled { (&before[..before.len() - 1], end + 1) } else { (before, end) };
    if !before.trim_end().ends_with("](") {
        return end;
    }
    // A title may stand between the address and the bracket, and hold brackets of its own.
    let mut quote = None;
    for (offset, c) in text[end..].char_indices() {
        match (quote, c) {
            (Some(mark), c) if c == mark => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, ')') => return end + offset + 1,
            _ => {}
        }
    }
    end
}

/// The bytes up to and with the bracket that closes the first one.
fn closing(text: &str, open: char, close: char) -> Option<usize> {
    let (mut depth, mut escaped) = (0_usize, false);
    for (offset, c) in text.char_indices() {
        let plain = !std::mem::replace(&mut escaped, c == '\\');
        if c == open && plain {
            depth += 1;
        } else if c == close && plain {
            depth = depth.checked_sub(1)?;
            if depth == 0 {
                return Some(offset + c.len_utf8());
            }
        }
    }
    None
}

/// An address as a link of Markdown leads to it. A bar would end the cell of a table.
pub(super) fn destination(url: &str) -> String {
    let url = url.replace('|', "%7C");
    if url.contains(['(', ')', '\\', '*', '_']) && url.contains(['(', ')', '\\']) { format!("<{url}>") } else { url }
}

/// A text as it stands within a string of JSON.
pub(super) fn inner_json(words: &str) -> String {
    let quoted = serde_json::Value::from(words).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

fn in_front_matter(at: &Place<'_>) -> bool {
    let text = at.text().trim_start_matches('\u{feff}');
    let lead = at.text().len() - text.len();
    ["---", "+++"].iter().any(|fence| {
        let inner = text.strip_prefix(fence).filter(|rest| rest.starts_with(['\n', '\r']));
        let end = inner.and_then(|inner| inner.find(&format!("\n{fence}")));
        end.is_some_and(|end| at.address.start < lead + 3 + end)
    })
}

/// The span of the address, where it is written in one piece.
pub(super) fn whole(spans: &[Span]) -> Option<Span> {
    match spans {
        [span] => Some(*span),
        _ => None,
    }
}
