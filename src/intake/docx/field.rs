//! Fields of a DOCX: what programs have put in, as code, with what it shows.

use data_encoding::BASE64_NOPAD;
use serde::Deserialize;
use serde_json::value::RawValue;

/// A field while it is read.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) code: String,
    /// What a program keeps beside its code, base64.
    pub(super) data: String,
    /// Where what it shows begins, once its code has ended.
    pub(super) result: Option<usize>,
}

/// Items of one citation that are read.
pub(super) const MOST_ITEMS: usize = 64;

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

/// The bookmark around the mark of a note that `NOTEREF _Ref12 \f \h` leads to, and whether it is set as that mark is.
pub(super) fn note_of(code: &str) -> Option<(&str, bool)> {
    let mut words = code.split_whitespace();
    let name = words.next().filter(|own| *own == "NOTEREF").and_then(|_| words.next())?;
    Some((name.trim_matches('"'), words.any(|switch| switch == "\\f")))
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

/// Whether a field shows the list of what a program for references has cited.
pub(super) fn is_bibliography(code: &str) -> bool {
    const NAMES: &[&str] =
        &["ZOTERO_BIBL", "CSL_BIBLIOGRAPHY", "EN.REFLIST", "CitaviBibliography", "CITAVI.BIBLIOGRAPHY"];
    let named = || NAMES.iter().any(|name| code.split_whitespace().any(|word| word == *name));
    code.trim_start().starts_with("ADDIN") && named() || code.split_whitespace().next() == Some("BIBLIOGRAPHY")
}

/// What a control of a page is named by the program that put it in.
#[derive(Debug, Default)]
pub(super) struct Control {
    pub(super) name: String,
    /// Where what it shows begins.
    pub(super) start: Option<usize>,
}

impl Control {
    /// The items of a citation of Mendeley Cite, which keeps them in the name of a control.
    pub(super) fn items(&self) -> Vec<String> {
        let code = self.name.strip_prefix("MENDELEY_CITATION_v3_");
        let bare = code.map(|code| code.trim_end_matches('='));
        let read = bare.and_then(|code| BASE64_NOPAD.decode(code.as_bytes()).ok());
        read.map_or(Vec::new(), |bytes| items_in(&String::from_utf8_lossy(&bytes)))
    }

    pub(super) fn is_bibliography(&self) -> bool {
        self.name.starts_with("MENDELEY_BIBLIOGRAPHY") || self.name == "CitaviBibliography"
    }
}

/// The items that a citation of Zotero or Mendeley holds, each as CSL-JSON.
pub(super) fn items(code: &str) -> Vec<String> {
    let start = code.find("CSL_CITATION").and_then(|at| Some(at + code[at..].find('{')?));
    start.map_or(Vec::new(), |start| items_in(&code[start..]))
}

/// The items of the citation whose JSON `text` begins with.
fn items_in(text: &str) -> Vec<String> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Citation<'_>>();
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

    #[test]
    fn lists_and_controls_of_programs_are_told_by_their_names() {
        for (code, expected) in [
            (" ADDIN ZOTERO_BIBL {\"uncited\":[]} CSL_BIBLIOGRAPHY ", true),
            ("ADDIN Mendeley Bibliography CSL_BIBLIOGRAPHY ", true),
            (" ADDIN EN.REFLIST ", true),
            (" BIBLIOGRAPHY \\l 1033 ", true),
            (" ADDIN ZOTERO_ITEM CSL_CITATION {} ", false),
            (" HYPERLINK \"https://a.test/BIBLIOGRAPHY\" ", false),
        ] {
            assert_eq!(is_bibliography(code), expected, "{code}");
        }
        let items = "{\"citationItems\":[{\"id\":\"a\",\"itemData\":{\"title\":\"é\"}}]}";
        let named = |name: String| Control { name, start: None };
        let code = data_encoding::BASE64.encode(items.as_bytes());
        assert_eq!(named(format!("MENDELEY_CITATION_v3_{code}")).items(), ["{\"title\":\"é\"}"]);
        assert!(named("MENDELEY_CITATION_v3_é".to_owned()).items().is_empty());
        assert!(named("MENDELEY_BIBLIOGRAPHY".to_owned()).is_bibliography());
    }
}
