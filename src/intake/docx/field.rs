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
    (!url.is_empty() && !url.starts_with('\\')).then(|| url.to_owned())
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
