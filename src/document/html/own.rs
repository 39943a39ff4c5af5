//! The addresses that an article says it has itself: links to them with a `#fragment` lead to places in it. A page that a
//! browser has saved is full of them.

use super::tree::{Event, Tree};

/// Events at the beginning of a file among which the comment of the program that saved it stands.
const COMMENTS: usize = 64;

/// See the module; without their fragments, scheme and closing slash.
pub(super) fn addresses(tree: &Tree<'_>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for (element, own) in tree.elements.iter().enumerate() {
        let is = |name: &str, value: &str| tree.value(element, name).is_some_and(|own| own.eq_ignore_ascii_case(value));
        let address = match own.name.as_str() {
            "link" if is("rel", "canonical") => tree.value(element, "href"),
            "meta" if is("property", "og:url") => tree.value(element, "content"),
            "base" => tree.value(element, "href"),
            _ => None,
        };
        found.extend(address.as_deref().and_then(bare));
        if own.name == "a" {
            found.extend(tree.value(element, "href").and_then(|href| page_of_note(tree, &href)));
        }
    }
    for event in tree.events.iter().take(COMMENTS) {
        // `<!-- saved from url=(0021)https://a.example/b -->`, `Page saved with SingleFile url: https://…`
        let Event::Comment(words, _) = event else { continue };
        let words = &tree.text[words.clone()];
        let saved = words.find("saved").and_then(|at| words[at..].find("://").map(|scheme| at + scheme));
        let start =
            saved.map(|scheme| words[..scheme].rfind(|c: char| !c.is_ascii_alphabetic()).map_or(0, |at| at + 1));
        let address = start.and_then(|start| words[start..].split_whitespace().next());
        found.extend(address.and_then(bare));
    }
    found.sort();
    found.dedup();
    found
}

/// The page that a link to a note of this article names, as every one does in what the parser of wikis writes:
/// `./Tide#cite_note-1`.
fn page_of_note(tree: &Tree<'_>, href: &str) -> Option<String> {
    let (page, fragment) = href.split_once('#')?;
    let of_note = ["cite_note", "cite_ref"].iter().any(|start| fragment.starts_with(start));
    (of_note && !page.is_empty() && !page.contains("://") && tree.target(fragment).is_some()).then(|| page.to_owned())
}

/// An address over the network as it is compared.
pub(super) fn bare(address: &str) -> Option<String> {
    let address = address.trim().split('#').next().unwrap_or_default();
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let rest = rest.trim_end_matches('/');
    // The host of a site alone says nothing of this page.
    rest.contains('/').then(|| rest.to_owned())
}
