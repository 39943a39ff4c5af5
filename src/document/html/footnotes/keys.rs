//! Marks that are a name and a year, `Smith 2020`, or a key, `[Smith20]`: links to an entry of a bibliography.

use super::super::tree::Tree;

/// Bytes of the longest.
const LONGEST: usize = 80;
/// Elements around an entry, or around a link, that say what it is part of.
const NAMED: usize = 6;
/// Names of bibliographies and of their entries.
const BIBLIOGRAPHIES: &[&str] = &[
    "doc-bibliography",
    "doc-biblioentry",
    "csl-entry",
    "csl-bib-body",
    "references",
    "bibliograph",
    "ref-list",
    "reflist",
    "citation-list",
];

/// The label of the link `anchor` to the element `target`, where it is such a mark; `headed` if a heading of references stands
/// over the target, and not over the link.
pub(super) fn of(tree: &Tree<'_>, anchor: usize, target: usize, headed: bool) -> Option<String> {
    let is_entry = headed
        || tree.around(target, NAMED).any(|own| tree.is_called(own, BIBLIOGRAPHIES))
        || matches!(tree.elements[target].name.as_str(), "li" | "p" | "dd" | "dt");
    // What an entry points to is no mark, and what a menu does even less.
    let beside = tree.around(anchor, NAMED).any(|own| {
        tree.is_called(own, BIBLIOGRAPHIES) || matches!(tree.elements[own].name.as_str(), "nav" | "li" | "header")
    });
    // So Docutils sets an entry, whose key is whatever its writer likes.
    let keyed = matches!(tree.elements[target].name.as_str(), "div" | "table" | "aside")
        && tree.is_called(target, &["citation"]);
    if !(is_entry || keyed) || beside {
        return None;
    }
    let words = tree.words_in(&tree.elements[anchor].events, LONGEST);
    let told = keyed || tree.value(anchor, "role").is_some_and(|role| role == "doc-biblioref");
    let bracketed = words.starts_with('[') && words.ends_with(']') && !words.contains(' ');
    let bare = words.trim_matches(|c: char| c.is_whitespace() || "[]();,".contains(c));
    let fits = !bare.is_empty() && words.len() <= LONGEST;
    (fits && (told || bracketed || names_a_year(bare) || is_term(tree, target, bare))).then(|| bare.to_owned())
}

/// Whether an element is the term of a list that is nothing but a key in brackets, `<dt id="bib-fetch">[Fetch]</dt>`: so programs for
/// specifications set the works that they cite.
pub(super) fn is_term(tree: &Tree<'_>, element: usize, key: &str) -> bool {
    let own = &tree.elements[element];
    let inner = || Some(tree.words_in(&own.events, LONGEST).strip_prefix('[')?.strip_suffix(']')?.trim() == key);
    own.name == "dt" && inner() == Some(true)
}

/// Whether a year stands in words that begin with a name, or is all that stands there but for a page.
fn names_a_year(words: &str) -> bool {
    let named = words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let mut numbers = words.split(|c: char| !c.is_ascii_alphanumeric()).map(|word| word.trim_end_matches(is_letter));
    named
        && numbers.any(|number| {
            number.len() == 4
                && ["18", "19", "20"].iter().any(|start| number.starts_with(start))
                && number.bytes().all(|byte| byte.is_ascii_digit())
        })
}

/// Of `2020a`.
fn is_letter(c: char) -> bool {
    c.is_ascii_lowercase()
}
