//! Captures in HTML: attributes of the link, which a reader does not see, or a link beside it.

use super::Swap;
use super::archive::{Place, Why, insert};

/// An attribute whose value is an address.
pub(super) struct Attribute<'a> {
    pub(super) name: &'a str,
    /// Behind its value, the quotation mark included.
    pub(super) end: usize,
}

/// ` data-versionurl="…" data-versiondate="2024-06-30"` in the tag; ` (<a href="…">archived</a>)` behind an address that is
/// no link, and where readers are to see it.
pub(super) fn html(at: &Place<'_>) -> Result<Vec<Swap>, Why> {
    let url = escaped(at.url());
    let visible = format!(" (<a href=\"{url}\">archived</a>)");
    let Some(attribute) = attribute(at) else {
        return if in_tag(at.text(), at.address.start()) {
            Err("its link is one of a page that was saved from an archive, or no link at all")
        } else {
            Ok(vec![insert(at.address.end(), visible)])
        };
    };
    if !attribute.name.eq_ignore_ascii_case("href") {
        return Err("the quotation that names it has no place for an archive");
    }
    if at.page.options.visible {
        return Ok(vec![insert(link_end(at), visible)]);
    }
    let (mut swaps, mut added) = (Vec::new(), Vec::new());
    for (name, value) in [("data-versionurl", url), ("data-versiondate", at.day().to_string())] {
        match empty_value(at, name) {
            Some((place, true)) => swaps.push(insert(place, value)),
            Some((place, false)) => swaps.push(insert(place, format!("=\"{value}\""))),
            None => added.push(format!(" {name}=\"{value}\"")),
        }
    }
    if !added.is_empty() {
        swaps.push(insert(attribute.end, added.concat()));
    }
    Ok(swaps)
}

/// Where in the tag of the address the value of an attribute belongs that has none, and whether quotation marks stand there.
fn empty_value(at: &Place<'_>, name: &str) -> Option<(usize, bool)> {
    let (text, address) = (at.text(), at.address.start());
    let start = text[..address].rfind('<')?;
    let bytes = text.as_bytes();
    let mut here = start + 1;
    let mut quote = None;
    while here < bytes.len() && (quote.is_some() || bytes[here] != b'>') {
        match (quote, bytes[here]) {
            (None, b'"' | b'\'') => quote = Some(bytes[here]),
            (Some(open), own) if own == open => quote = None,
            (None, own) if own.is_ascii_whitespace() => {
                let rest = &text[here + 1..];
                let named = rest.get(..name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name));
                let behind = if named { &rest[name.len()..] } else { "" };
                let end = here + 1 + name.len();
                if let Some(mark) = behind.strip_prefix('=').and_then(|value| value.chars().next())
                    && matches!(mark, '"' | '\'')
                    && behind[2..].trim_start_matches(' ').starts_with(mark)
                {
                    return Some((end + 2, true));
                }
                if named && (behind.starts_with(['>', '/']) || behind.starts_with(char::is_whitespace)) {
                    return Some((end, false));
                }
            }
            _ => {}
        }
        here += 1;
    }
    None
}

/// The attribute of which the address is the whole value.
pub(super) fn attribute<'a>(at: &'a Place<'_>) -> Option<Attribute<'a>> {
    let (before, after) = (&at.text()[..at.address.start()], &at.text()[at.address.end()..]);
    let quote = before.chars().next_back().filter(|c| matches!(c, '"' | '\''));
    let (name, end) = match quote {
        // In a notebook the quotation mark of the string is escaped.
        Some(quote) => {
            let length = after.strip_prefix('\\').map_or(0, |_| 1) + quote.len_utf8();
            after.trim_start_matches('\\').starts_with(quote).then_some(())?;
            (before[..before.len() - 1].trim_end_matches('\\'), at.address.end() + length)
        }
        None => (before, at.address.end()),
    };
    let name = name.trim_end().strip_suffix('=')?.trim_end();
    let start = name.rfind(|c: char| !c.is_ascii_alphanumeric() && c != '-').map_or(0, |at| at + 1);
    (start < name.len() && in_tag(at.text(), at.address.start())).then_some(Attribute { name: &name[start..], end })
}

/// Opening brackets before a place that are tried as the beginning of the tag around it.
const TAGS: usize = 32;

/// Whether the byte `at` stands in a tag. A value in quotation marks can hold brackets of its own.
pub(super) fn in_tag(text: &str, at: usize) -> bool {
    text[..at].rmatch_indices('<').take(TAGS).any(|(start, _)| {
        let mut quote = None;
        text[start + 1..].starts_with(|c: char| c.is_ascii_alphabetic())
            && text.as_bytes()[start + 1..at].iter().all(|&byte| {
                match (quote, byte) {
                    (None, b'"' | b'\'') => quote = Some(byte),
                    (Some(open), _) if open == byte => quote = None,
                    _ => {}
                }
                quote.is_some() || byte != b'>'
            })
    })
}

/// Behind the link that holds the address.
pub(super) fn link_end(at: &Place<'_>) -> usize {
    if at.is_link() {
        return at.end();
    }
    let close = at.behind().find("</a>").or_else(|| at.behind().find("</A>"));
    close.map_or_else(|| at.end(), |close| at.address.end() + close + "</a>".len())
}

/// An address as it stands in an attribute.
pub(super) fn escaped(url: &str) -> String {
    url.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}
