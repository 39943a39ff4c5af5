//! Which entries are remarks of the writer, or lead somewhere that is no address: such name no source that lacks one.

use crate::document::{Document, Entry, Format, Role};

use super::Citation;

/// Words before the number of a page, and names of numbers that books have.
const PLACES: &[&str] = &["p", "pp", "pg", "page", "pages", "s", "str", "isbn", "issn", "vol", "стр", "с"];

/// Bytes of a note that are looked at for the page of a work.
const LONGEST: usize = 2_000;

/// Whether `entry`, which has no address, needs none. `file` is the text of the file.
pub(super) fn is_one(document: &Document, entry: &Entry, citation: &Citation, file: &str) -> bool {
    let written = file.get(entry.span.range()).unwrap_or_default();
    if matches!(document.format, Format::Markdown | Format::Html) && holds_component(written) {
        return true;
    }
    if names_a_source(document, entry, citation) {
        return false;
    }
    match entry.role {
        Role::Footnote | Role::Definition => true,
        Role::Listed { .. } => leads_within(document.format, written),
        Role::Link | Role::Keyed => false,
    }
}

/// Whether an entry says whose, or when, or where in a work: what a remark does not.
fn names_a_source(document: &Document, entry: &Entry, citation: &Citation) -> bool {
    if !citation.authors.is_empty() || citation.published.is_some() || citation.accessed.is_some() {
        return true;
    }
    let text = entry.range().map_or("", |range| document.text(&range)).trim_start();
    let titled = citation.title.is_some() && (citation.publisher.is_some() || text.starts_with(['“', '"', '«', '„']));
    titled || SHORT.iter().any(|short| starts(text, short)) || names_a_place(text)
}

/// What stands for a source that was named before.
const SHORT: &[&str] = &["ibid", "ebd", "op. cit", "loc. cit", "idem"];

fn starts(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// `p. 12`, `S. 40`, `ISBN 978…`
fn names_a_place(text: &str) -> bool {
    let text = &text[..crate::span::floor_char_boundary(text, LONGEST)];
    let words = || text.split(|c: char| c.is_whitespace() || c == '(' || c == ',');
    words().zip(words().skip(1)).any(|(word, next)| {
        let name = word.trim_end_matches(['.', ':']).to_lowercase();
        PLACES.contains(&name.as_str()) && next.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// A component of the page's own, `<Source id="a1">`, which may know the address.
fn holds_component(written: &str) -> bool {
    let tags = || written.match_indices('<').map(|(at, _)| &written[at + 1..]);
    tags().any(|tag| tag.starts_with(|c: char| c.is_ascii_uppercase()) && own_name(tag))
}

/// Whether a tag is named as components are, with a small letter in its name or with an attribute: HTML can be shouted.
fn own_name(tag: &str) -> bool {
    let name: &str = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let attribute = tag[name.len()..].starts_with(' ') && tag.split('>').next().is_some_and(|tag| tag.contains('='));
    attribute && !matches!(name, "A" | "IMG" | "FONT" | "SPAN" | "P" | "LI" | "DIV" | "TD")
}

/// A link to another page of the same site, or of the same folder.
fn leads_within(format: Format, written: &str) -> bool {
    let starts: &[&str] = match format {
        Format::Html => &["href=\"", "href='"],
        Format::Markdown | Format::Jupyter => &["](", "href=\""],
        _ => return false,
    };
    let targets = starts.iter().flat_map(|start| written.split(start).skip(1));
    targets.into_iter().any(|target| !target.starts_with(['#', '"', '\'', ')']) && !target.starts_with("javascript:"))
}
