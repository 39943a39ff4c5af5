//! What YAML or TOML before a document says of it: its title, the files that hold its references, and its sources.

mod source;

use std::ops::Range;

use crate::locator::scan;

pub(super) use source::{add, add_marks};

/// Keys whose values are sources. `citation` is none of them, since it says how the document itself is cited.
const SOURCES: &[&str] = &["references", "sources", "citations"];
/// Keys whose value is the page that the document is about, or is taken from, where it is one address and nothing else.
const SOURCE: &[&str] = &[
    "source",
    "source_url",
    "original_url",
    "sourceurl",
    "originalurl",
    "source_link",
    "original_source",
    "external_url",
];
/// Keys under which only what has an address is a source: other values are words.
const ADDRESSED: &[&str] = &[
    "works_cited",
    "further_reading",
    "sources_used",
    "source_list",
    "reference_list",
    "source_urls",
    "reference_urls",
    "source_links",
    "reference_links",
    "refs",
    "reference",
    "quellen",
    "quellenangaben",
    "literatur",
    "références",
    "fuentes",
    "referencias",
    "fontes",
    "referências",
    "fonti",
    "riferimenti",
    "bronnen",
    "källor",
    "kilder",
    "źródła",
    "zdroje",
    "источники",
    "参考文献",
    "参考资料",
    "来源",
    "出典",
    "参考資料",
    "참고문헌",
    "출처",
];

/// See the module.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    pub(super) title: Option<String>,
    /// Files that hold references, as the document names them.
    pub(super) files: Vec<String>,
    /// Whether it lists sources, which keys can point to.
    has_keys: bool,
    /// Where each of its sources stands.
    sources: Vec<Item>,
}

/// One source: an address, or fields.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) range: Range<usize>,
    /// Names, those of fields within a field behind its own and a dot, and where the values stand.
    pub(super) fields: Vec<(String, Range<usize>)>,
}

/// What the values under a key are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listed {
    /// The page that the document is about.
    Source,
    /// Sources, which keys can point to.
    Sources,
    /// Sources where they have an address.
    Addressed,
}

impl Listed {
    /// See the type; the name in lower case, with low lines.
    pub(super) fn named(name: &str) -> Option<Self> {
        [(SOURCE, Self::Source), (SOURCES, Self::Sources), (ADDRESSED, Self::Addressed)]
            .into_iter()
            .find(|(names, _)| names.contains(&name))
            .map(|(_, listed)| listed)
    }
}

/// A line that is not blank, without its end.
#[derive(Debug, Clone, Copy)]
struct Line<'a> {
    indent: usize,
    /// Without the space around it.
    words: &'a str,
    /// Where its words begin in the file.
    start: usize,
}

impl FrontMatter {
    /// Whether it says where the references of the document are.
    pub(super) fn has_references(&self) -> bool {
        !self.files.is_empty() || self.has_keys
    }

    /// Adds what stands under a key.
    pub(super) fn add(&mut self, text: &str, listed: Listed, items: Vec<Item>) {
        self.has_keys |= listed == Listed::Sources;
        let is_source = |item: &Item| {
            let words = unquoted(&text[item.range.clone()]);
            match listed {
                Listed::Source => words.contains("://") && scan::at(words, 0) == Some(words.len()),
                Listed::Sources => true,
                Listed::Addressed => words.contains("://"),
            }
        };
        self.sources.extend(items.into_iter().filter(is_source));
    }
}

/// Reads the front matter at `range` of `text`.
pub(super) fn read(text: &str, range: Range<usize>) -> FrontMatter {
    let lines = lines(text, range);
    let mut read = FrontMatter::default();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let body = &lines[at + 1..];
        if let Some(name) = table_of_list(line.words) {
            let own = &body[..body.iter().take_while(|line| !line.words.starts_with('[')).count()];
            at += 1 + own.len();
            if SOURCES.contains(&name) && !own.is_empty() {
                read.has_keys = true;
                read.sources.push(item(own, false));
            }
            continue;
        }
        let body = &body[..body.iter().take_while(|line| !opens(line)).count()];
        at += 1 + body.len();
        let Some((name, value)) = field(*line) else { continue };
        let words = &text[value.clone()];
        let spelled = name.to_lowercase().replace('-', "_");
        match spelled.as_str() {
            "title" if read.title.is_none() => read.title = title(words),
            "bibliography" => read.files.extend(names(words, body)),
            name => {
                let Some(listed) = Listed::named(name) else { continue };
                let body = if listed == Listed::Source { &[] } else { body };
                read.add(text, listed, items(&value, body));
            }
        }
    }
    read
}

/// The name of the list of which TOML begins one more value, `[[params.references]]`.
fn table_of_list(words: &str) -> Option<&str> {
    let name = words.strip_prefix("[[")?.strip_suffix("]]")?.trim();
    name.rsplit('.').next().filter(|name| !name.is_empty() && !name.contains(['"', ',', '[']))
}

fn lines(text: &str, range: Range<usize>) -> Vec<Line<'_>> {
    let mut start = range.start;
    let split = text[range].split_inclusive('\n').map(|line| {
        let own = start;
        start += line.len();
        let indent = line.len() - line.trim_start().len();
        Line { indent, words: line.trim(), start: own + indent }
    });
    split.filter(|line| !line.words.is_empty() && !line.words.starts_with('#')).collect()
}

/// Whether a line has a key of the document, so that a value before it is at its end.
fn opens(line: &Line<'_>) -> bool {
    line.indent == 0 && !line.words.starts_with(['-', ']', '}'])
}

/// `name: value` or `name = value`, with where the value stands.
fn field(line: Line<'_>) -> Option<(&str, Range<usize>)> {
    let length = line.words.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_'))?;
    let (name, rest) = line.words.split_at(length);
    let value = rest.trim_start().strip_prefix([':', '='])?;
    let ends = value.is_empty() || value.starts_with(char::is_whitespace) || rest.trim_start().starts_with('=');
    let end = line.start + line.words.len();
    (ends && !name.is_empty()).then(|| (name, end - value.trim_start().len()..end))
}

fn title(value: &str) -> Option<String> {
    let bare = unquoted(value);
    let several_lines = matches!(bare, "|" | ">" | "|-" | ">-");
    (!bare.is_empty() && !several_lines).then(|| bare.replace("\\\"", "\""))
}

fn unquoted(value: &str) -> &str {
    let quoted = |mark: char| value.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
    quoted('"').or_else(|| quoted('\'')).unwrap_or(value).trim()
}

/// One name, several in brackets, or one a line.
fn names(value: &str, body: &[Line<'_>]) -> Vec<String> {
    let listed = value.trim_start_matches('[').trim_end_matches(']').split(',');
    let below = body.iter().filter_map(|line| line.words.strip_prefix('-'));
    let names = listed.chain(below).map(|name| unquoted(name.trim()).to_owned());
    names.filter(|name| !name.is_empty()).collect()
}

/// The sources of a value: one in its line, or those in the lines below, each behind a dash where there are several.
fn items(value: &Range<usize>, body: &[Line<'_>]) -> Vec<Item> {
    let mut items = Vec::new();
    if !value.is_empty() {
        items.push(Item { range: value.clone(), fields: Vec::new() });
    }
    let Some(first) = body.first() else { return items };
    let listed = first.words.starts_with('-');
    let mut rest = body;
    while let Some((opening, below)) = rest.split_first() {
        let own = below.iter().take_while(|line| !listed || line.indent > first.indent || !line.words.starts_with('-'));
        let own = own.count();
        items.push(item(&rest[..=own], listed));
        rest = &below[own..];
        debug_assert!(opening.start >= first.start, "lines come in order");
    }
    items
}

/// A source of these lines, the first of which has the dash of a list.
fn item(lines: &[Line<'_>], listed: bool) -> Item {
    let mut item = Item::default();
    let (mut outer, mut depth) = (String::new(), None);
    for (index, line) in lines.iter().enumerate() {
        let mut line = *line;
        // The dashes of lists within are no part of the words.
        while let Some(rest) =
            line.words.strip_prefix("- ").or_else(|| line.words.strip_prefix('-').filter(|rest| rest.is_empty()))
        {
            let skipped = line.words.len() - rest.trim_start().len();
            (line.start, line.words) = (line.start + skipped, rest.trim_start());
            // Behind the dash of the item itself its own fields begin.
            line.indent += if index == 0 && listed { skipped } else { skipped.min(1) };
        }
        if index == 0 {
            item.range.start = line.start;
        }
        item.range.end = line.start + line.words.len();
        let within = line.indent > *depth.get_or_insert(line.indent);
        match field(line) {
            Some((name, value)) if within => item.fields.push((format!("{outer}.{name}"), value)),
            Some((name, value)) => {
                outer = name.to_lowercase();
                item.fields.push((outer.clone(), value));
            }
            None if within => item.fields.push((format!("{outer}."), line.start..item.range.end)),
            None => {}
        }
    }
    item
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> FrontMatter {
        read(text, 0..text.len())
    }

    #[test]
    fn the_title_is_read_from_yaml_and_toml() {
        assert_eq!(all("id: 1\ntitle: \"A: b\"\n").title.as_deref(), Some("A: b"));
        assert_eq!(all("title = 'A'").title.as_deref(), Some("A"));
        assert_eq!(all("subtitle: A\n  title: B").title, None);
    }

    #[test]
    fn the_files_of_references_are_named_in_every_way_that_yaml_has() {
        assert_eq!(all("bibliography: refs.bib\nx: 1").files, ["refs.bib"]);
        assert_eq!(all("bibliography: [a.bib, \"b c.json\"]").files, ["a.bib", "b c.json"]);
        assert_eq!(all("bibliography:\n  - a.bib\n  - 'b.bib'\ncsl: x.csl").files, ["a.bib", "b.bib"]);
        assert_eq!(all("bibliography:\n- a.bib\n").files, ["a.bib"]);
    }

    #[test]
    fn sources_are_listed_under_many_names() {
        let urls = |text: &str| -> Vec<String> {
            let read = all(text);
            let inner = |item: &Item| text[item.range.clone()].split("https://").skip(1).map(str::to_owned).collect();
            read.sources.iter().flat_map(|item: &Item| -> Vec<String> { inner(item) }).collect()
        };
        for name in
            ["works_cited", "works-cited", "further_reading", "Further-Reading", "Quellen", "refs", "出典", "fuentes"]
        {
            assert_eq!(
                urls(&format!("{name}:\n  - https://a.test\n  - A word\n  - https://b.test\n")),
                ["a.test", "b.test"]
            );
            assert!(urls(&format!("{name}: a word\n")).is_empty(), "{name}");
        }
        for name in ["source-url", "sourceURL", "Source", "external_url", "original_source"] {
            assert_eq!(urls(&format!("{name}: https://a.test\n")), ["a.test"], "{name}");
        }
        for name in ["link", "canonical_url", "image", "twitter", "permalink", "notes", "license_url"] {
            assert!(urls(&format!("{name}: https://a.test\n")).is_empty(), "{name}");
        }
    }

    #[test]
    fn a_table_of_a_list_in_toml_is_a_source() {
        let text = "[[references]]\ntitle = \"A\"\nurl = \"https://a.test\"\n\n[[params.sources]]\nurl = \"https://b.test\"\n\
                    [[menu]]\nurl = \"https://c.test\"\n[params]\ntitle = \"B\"\n";
        let read = all(text);
        let shown: Vec<&str> = read.sources.iter().map(|item| &text[item.range.clone()]).collect();
        assert_eq!(shown, ["title = \"A\"\nurl = \"https://a.test\"", "url = \"https://b.test\""]);
        assert_eq!(read.title.as_deref(), Some("B"));
        assert!(read.has_references());
    }

    #[test]
    fn fields_within_a_field_are_told_from_its_own() {
        let text =
            "references:\n- id: a\n  author:\n  - family: Byrd\n    given: Hazel\n  URL: https://a.test\n- id: b\n";
        let named = |item: &Item| -> Vec<(String, String)> {
            item.fields.iter().map(|(name, value)| (name.clone(), text[value.clone()].to_owned())).collect()
        };
        let read = all(text);
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(
            named(&read.sources[0]),
            [
                pair("id", "a"),
                pair("author", ""),
                pair("author.family", "Byrd"),
                pair("author.given", "Hazel"),
                pair("url", "https://a.test")
            ]
        );
        assert_eq!((named(&read.sources[1]), read.sources.len()), (vec![pair("id", "b")], 2));
    }
}
