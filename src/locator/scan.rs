//! Finds the addresses that stand in running text: `http`, `https` and `ftp`, as far as they go and no farther.

use std::ops::Range;

use memchr::memmem;
use url::Url;

use super::characters;
use super::doi;
use crate::span::floor_char_boundary;

/// An address in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundUrl {
    /// The bytes of the address. What stands there can be read by [`Url::parse`].
    pub range: Range<usize>,
}

const SCHEMES: [&str; 3] = ["https", "http", "ftp"];
/// Servers are asked to take request lines of 8,000 octets (RFC 9112 §3); nobody cites more.
const LONGEST: usize = 8_192;
/// A host name has at most 253 characters, a user name and a port may be added; escapes triple them.
const LONGEST_AUTHORITY: usize = 1_024;

/// Every address of `text`, in order, none inside another.
///
/// ```
/// use citewatch::locator::scan::scan;
///
/// let text = "“About.” Accessed June 29, 2024. https://a.example/about/(b)).";
/// let found: Vec<&str> = scan(text).into_iter().map(|found| &text[found.range]).collect();
/// assert_eq!(found, ["https://a.example/about/(b)"]);
/// ```
pub fn scan(text: &str) -> Vec<FoundUrl> {
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(start) = next_start(text, next) {
        next = match look(text, start) {
            Ok(end) => {
                found.push(FoundUrl { range: start..end });
                end
            }
            Err(on) => on,
        };
    }
    found
}

/// Addresses of `text` that have no scheme: `www.a.example/b`, and a domain under a public suffix with a path. In
/// running text these are names of sites and files; only a reference list cites so.
pub fn scan_without_scheme(text: &str) -> Vec<FoundUrl> {
    let starts = |c: char| c.is_whitespace() || "([{<“\"'‘„«:;,=".contains(c);
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let word = &rest[..rest.find(|c: char| starts(c) || characters::ends(c)).unwrap_or(rest.len())];
        let whole = if word.contains('.') { &rest[..whole_end(rest)] } else { word };
        let follows_scheme = text[..at].ends_with("//") || word.starts_with('/');
        let bare = characters::trimmed(characters::balanced(whole), text[..at].chars().next_back());
        if !follows_scheme && is_bare_address(bare) {
            found.push(FoundUrl { range: at..at + bare.len() });
            at += whole.len().max(1);
        } else if text[at..].starts_with("http") && whole.contains("://") {
            at += whole.len();
        } else {
            at += word.len();
        }
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    found
}

fn is_bare_address(text: &str) -> bool {
    let end = text.find(['/', '?', '#']).unwrap_or(text.len());
    let host = text[..end].to_ascii_lowercase();
    let name = |label: &str| {
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
    };
    let top = host.rsplit('.').next().unwrap_or_default();
    let is_host = host.len() < 254
        && host.split('.').all(name)
        && top.len() >= 2
        && top.bytes().all(|byte| byte.is_ascii_alphabetic());
    let has_path = text.len() > end + 1;
    let known =
        || psl::suffix(host.as_bytes()).is_some_and(|suffix| suffix.is_known() && suffix.as_bytes() != host.as_bytes());
    is_host && (host.starts_with("www.") && host.matches('.').count() >= 2 || host.contains('.') && has_path && known())
}

/// The end of the address that starts at byte `start` of `text`, if one does.
pub fn at(text: &str, start: usize) -> Option<usize> {
    let rest = text.get(start..)?;
    SCHEMES.iter().any(|scheme| starts_with_scheme(rest, scheme)).then(|| look(text, start).ok())?
}

/// The same, with where to look on if a scheme stands there and no address begins; none where no scheme does.
pub(crate) fn at_or_on(text: &str, start: usize) -> Option<Result<usize, usize>> {
    let rest = text.get(start..)?;
    SCHEMES.iter().any(|scheme| starts_with_scheme(rest, scheme)).then(|| look(text, start))
}

/// The end of the address at `start`, where a scheme stands, or else where to look on.
pub(super) fn look(text: &str, start: usize) -> Result<usize, usize> {
    let rest = &text[start..];
    let authority = rest.find("://").map_or(rest.len(), |colon| colon + "://".len());
    let otherwise = Err(start + authority);
    // The head is short, so that a text of many bad ones is not read over and over.
    if head_end(rest, authority).is_none_or(|end| Url::parse(characters::trimmed(&rest[..end], None)).is_err()) {
        return otherwise;
    }
    let whole = &rest[..whole_end(rest)];
    if whole.len() >= LONGEST {
        return Err(start + whole.len());
    }
    let before = text[..start].chars().next_back();
    let address = characters::trimmed(characters::balanced(whole), before);
    let is_address = head_end(address, authority).is_some() && Url::parse(address).is_ok();
    if is_address { Ok(start + address.len()) } else { otherwise }
}

/// The next place from `from` on where a scheme and `://` stand, not within a longer word.
pub(super) fn next_start(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    memmem::find_iter(&bytes[from..], "://").find_map(|colon| {
        let colon = from + colon;
        let start = SCHEMES.iter().find_map(|scheme| {
            let start = colon.checked_sub(scheme.len()).filter(|&start| start >= from)?;
            bytes[start..colon].eq_ignore_ascii_case(scheme.as_bytes()).then_some(start)
        })?;
        starts_word(&bytes[from..start]).then_some(start)
    })
}

/// A note mark can be glued to an address (`1https://…`), but `git+https` and `xhttp` are other schemes.
fn starts_word(before: &[u8]) -> bool {
    let letters = before.iter().rev().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'+');
    letters.clone().all(u8::is_ascii_digit)
}

fn starts_with_scheme(rest: &str, scheme: &str) -> bool {
    let bytes = rest.as_bytes();
    bytes.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme.as_bytes()))
        && bytes[scheme.len()..].starts_with(b"://")
}

/// Where the characters of an address end, before anything is trimmed. A DOI can hold `<…>`.
pub(super) fn whole_end(rest: &str) -> usize {
    if doi::is_resolver(rest) {
        return doi::whole_end(rest, LONGEST);
    }
    let ends = |at: usize, c: char| at >= LONGEST || characters::ends(c) && !characters::lets_break(rest, at);
    rest.char_indices().find(|&(at, c)| ends(at, c)).map_or(rest.len(), |(at, _)| at)
}

/// Where scheme, host and port of `address` end, if there is a host; the host starts at `authority`.
fn head_end(address: &str, authority: usize) -> Option<usize> {
    let rest = &address[authority..];
    if rest.starts_with('[') {
        let near = &rest[..floor_char_boundary(rest, LONGEST_AUTHORITY)];
        return near.find(']').map(|end| authority + end + 1);
    }
    let head = &rest[..floor_char_boundary(rest, LONGEST_AUTHORITY)];
    let ends = |at: usize, c: char| {
        matches!(c, '/' | '?' | '#' | ')' | ']') || characters::ends(c) && !characters::lets_break(head, at)
    };
    let end = head.char_indices().find(|&(at, c)| ends(at, c)).map_or(head.len(), |(at, _)| at);
    let host = head[..end].rsplit_once('@').map_or(&head[..end], |(_, host)| host);
    let host = host.rsplit_once(':').map_or(host, |(name, _)| name).trim_end_matches(['.', ',', ';', '!', '*', '\'']);
    let mut labels = host.split('.');
    let is_host = end < LONGEST_AUTHORITY
        && labels.clone().all(|label| !label.is_empty() && !label.starts_with('-'))
        && labels.next_back().is_some_and(|last| last.chars().any(char::is_alphanumeric) && !last.ends_with('_'));
    is_host.then_some(authority + end)
}

#[cfg(test)]
#[path = "scan_tests.rs"]
mod tests;
