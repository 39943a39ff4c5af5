//! What a page calls a list of references, without a heading: by a class or a role that programs write.

use super::tree::Tree;

/// Elements that can hold a list.
const HOLDING: &[&str] = &["div", "section", "ol", "ul", "dl", "aside", "footer"];
/// Classes of lists: of Pandoc and citeproc, of journals, of wikis.
const CLASSES: &[&str] = &[
    "csl-bib-body",
    "references",
    "reference-list",
    "references-list",
    "ref-list",
    "reflist",
    "bibliography",
    "bibliography-list",
    "works-cited",
    "literaturverzeichnis",
    "bibliographie",
    "bibliografia",
];

/// Whether an element is called a list of references.
pub(super) fn is_list(tree: &Tree<'_>, element: usize) -> bool {
    if !HOLDING.contains(&tree.elements[element].name.as_str()) {
        return false;
    }
    let class = tree.value(element, "class").unwrap_or_default().to_lowercase();
    class.split_whitespace().any(|class| CLASSES.contains(&class))
        || tree.value(element, "role").is_some_and(|role| role.trim() == "doc-bibliography")
}
