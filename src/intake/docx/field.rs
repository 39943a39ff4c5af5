//! Fields of a DOCX: what programs have put in, as code, with what it shows.

use serde::Deserialize;
use serde_json::value::RawValue;

/// A field while it is read.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) code: String,
    /// Where what it shows begins, once its code has ended.
    pub(super) result: Option<usize>,
}

/// Items of one citation that are read.
const MOST_ITEMS: usize = 64;

/// The address of `HYPERLINK "https://…" \o "…"`; a place in the document itself is none.
pub(super) fn link(code: &str) -> Option<String> {
    let rest = code.trim().strip_prefix("HYPERLINK")?.trim_start();
    let url = match rest.strip_prefix('"') {
        Some(rest) => rest.split('"').next()?,
        None => rest.split_whitespace().next()?,
    };
    let own = !url.is_empty() && !url.starts_with('\\');
    own.then(|| with_anchor(url, switch(rest, "\\l").unwrap_or_default()))
}

/// The value of a switch, `\l "part"`.
fn switch<'c>(code: &'c str, name: &str) -> Option<&'c str> {
    let behind = code.split_once(name)?.1.trim_start();
    behind.strip_prefix('"')?.split('"').next()
}

/// An address with the place in the page that a link has beside it.
pub(super) fn with_anchor(url: &str, anchor: &str) -> String {
    if anchor.is_empty() || url.contains('#') { url.to_owned() } else { format!("{url}#{anchor}") }
}

#[derive(Deserialize)]
struct Citation<'a> {
    #[serde(borrow, default, rename = "citationItems")]
    items: Vec<Item<'a>>,
}

#[derive(Deserialize)]
struct Item<'a> {
    #[serde(borrow, default, rename = "itemData")]
    data: Option<&'a RawValue>,
}

/// The items that a citation of Zotero or Mendeley holds, each as CSL-JSON.
pub(super) fn items(code: &str) -> Vec<String> {
    let Some(start) = code.find("CSL_CITATION").and_then(|at| Some(at + code[at..].find('{')?)) else {
        return Vec::new();
    };
    let mut values = serde_json::Deserializer::from_str(&code[start..]).into_iter::<Citation<'_>>();
    let Some(Ok(citation)) = values.next() else { return Vec::new() };
    citation.items.into_iter().take(MOST_ITEMS).filter_map(|item| Some(item.data?.get().to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_has_the_place_in_its_page() {
        let check = |code: &str, expected: Option<&str>| assert_eq!(link(code).as_deref(), expected, "{code}");
        check(" HYPERLINK \"https://a.test/b\" \\l \"part\" \\o \"words\" ", Some("https://a.test/b#part"));
        check("HYPERLINK \"https://a.test/b#c\" \\l \"part\"", Some("https://a.test/b#c"));
        check("HYPERLINK https://a.test/b", Some("https://a.test/b"));
        check("HYPERLINK \\l \"part\"", None);
    }
}
