//! Link reference definitions, `[1]: https://… "Title"`: entries that links point to by their label.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::RefDefs;

use crate::document::draft::{Draft, is_citable};
use crate::document::ignore::{self, InLine};
use crate::document::{Document, Entry, Few, Role, Source};
use crate::locator::relative;
use crate::span::Span;

use super::{destination, keys};

/// A definition, and how it is used.
#[derive(Debug, Clone)]
pub(super) struct Definition {
    label: String,
    url: String,
    title: Option<String>,
    span: Span,
    url_span: Option<Span>,
    shows_images: bool,
    cites: bool,
}

/// The definitions of a document by their label without case.
#[derive(Debug, Default)]
pub(super) struct Definitions {
    by_label: HashMap<String, Definition>,
}

/// Takes the definitions from the parser; `offset` is where its text begins in the file.
pub(super) fn read(text: &str, offset: usize, found: &RefDefs<'_>) -> Definitions {
    let mut by_label = HashMap::new();
    for (label, definition) in found.iter() {
        let source = &text[definition.span.clone()];
        let start = offset + definition.span.start;
        let end = start + source.trim_end().len();
        let url_span = destination::definition(source).map(|range| Span::new(start + range.start, start + range.end));
        let title = definition.title.as_ref().map(|title| title.trim().to_owned()).filter(|title| !title.is_empty());
        let own = Definition {
            label: label.to_owned(),
            url: relative::whole(definition.dest.to_string()),
            title,
            span: Span::new(start, end),
            url_span,
            shows_images: false,
            cites: false,
        };
        by_label.insert(key(label), own);
    }
    Definitions { by_label }
}

fn key(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

impl Definitions {
    /// Whether the label is defined and leads to a source.
    pub(super) fn cites(&self, label: &str) -> bool {
        self.by_label.get(&key(label)).is_some_and(|definition| is_citable(&definition.url))
    }

    /// Where the label leads, if that is another page of the same site.
    pub(super) fn page(&self, label: &str) -> Option<String> {
        let url = &self.by_label.get(&key(label))?.url;
        (!super::entry_link(url)).then(|| url.clone())
    }

    /// Notes that an image, or a link that is nothing but an image, takes its address from the definition.
    pub(super) fn used_by_image(&mut self, label: &str) {
        if let Some(definition) = self.by_label.get_mut(&key(label)) {
            definition.shows_images = true;
        }
    }

    /// Notes that a link with words takes its address from the definition.
    pub(super) fn used_by_words(&mut self, label: &str) {
        if let Some(definition) = self.by_label.get_mut(&key(label)) {
            definition.cites = true;
        }
    }
}

/// Marks in `[//]: # (words)`, which is what writers have for a comment. The parser keeps the first of a label only.
fn add_comments(draft: &mut Draft<'_>) {
    for InLine { asked, range } in ignore::in_lines(draft.text) {
        let start = draft.text[..range.start].rfind('\n').map_or(0, |end| end + 1);
        let label = draft.text[start..range.start].trim_end().strip_suffix("]: #");
        if label.is_some_and(|label| label.trim_start().starts_with('[')) {
            let whole = start..range.end;
            let marked = draft.marked_line(&whole);
            draft.mark(asked, &whole, marked);
        }
    }
}

/// Adds the definitions that cite something, used or not.
pub(super) fn add(draft: &mut Draft<'_>, definitions: Definitions, code: &[Range<usize>]) {
    add_comments(draft);
    let again = again(draft.text, &definitions, code);
    let cited = |definition: &Definition| is_citable(&definition.url) && (definition.cites || !definition.shows_images);
    // `[@tag:log]: doi:10.1000/x` is a key of Manubot.
    for (definition, url) in definitions.by_label.values().filter_map(|own| Some((own, keys::address(&own.url)?))) {
        let Some(key) = definition.label.strip_prefix('@') else { continue };
        let source = Source::of_address(url, Vec::new());
        let (label, span) = (key.to_owned(), definition.span);
        draft.entries.push(Entry { label, role: Role::Keyed, source, span, ..Entry::default() });
    }
    draft.entries.extend(again);
    for definition in definitions.by_label.into_values().filter(cited) {
        let Definition { label, url, title, span, url_span, .. } = definition;
        let mut source = Source::of_address(url, url_span.into_iter().collect::<Few<Span>>());
        if title.is_some() {
            source.title = title;
        }
        draft.entries.push(Entry { label, role: Role::Definition, source, span, ..Entry::default() });
    }
}

/// Gives the notes and the entries of lists whose only link is one by label the source that the label is defined to be.
pub(super) fn lead_notes(document: &mut Document) {
    let defines = |entry: usize| document.entries[entry].role == Role::Definition;
    let marks = document.markers.iter().filter(|marker| !marker.entries.is_empty());
    let mut marks: Vec<(usize, usize)> = marks
        .filter(|marker| marker.entries.iter().all(|&entry| defines(entry)))
        .filter_map(|marker| Some((marker.range().start, *marker.entries.first()?)))
        .collect();
    marks.sort_unstable();
    for at in 0..document.entries.len() {
        let entry = &document.entries[at];
        let listed = matches!(entry.role, Role::Footnote | Role::Listed { .. });
        let bare = entry.source.url.is_none() && entry.source.doi.is_none() && entry.source.url_spans.is_empty();
        let Some(range) = entry.range().filter(|_| listed && bare) else { continue };
        let first = marks.partition_point(|(start, _)| *start < range.start);
        let Some(&(_, meant)) = marks.get(first).filter(|(start, _)| *start < range.end) else { continue };
        let source = document.entries[meant].source.clone();
        let entry = &mut document.entries[at];
        entry.again = true;
        entry.source.url.clone_from(&source.url);
        entry.source.doi.clone_from(&source.doi);
        if entry.source.title.is_none() {
            entry.source.title.clone_from(&source.title);
        }
    }
}

/// Labels that are defined again, as chapters put together have them and slips make them, outside of code: the parser knows the
/// first alone.
fn again(text: &str, known: &Definitions, code: &[Range<usize>]) -> Vec<Entry> {
    let mut found = Vec::new();
    // A definition begins a paragraph, or follows another one.
    let (mut at, mut begins) = (0, true);
    for line in text.split_inclusive('\n') {
        let start = at + line.len() - line.trim_start_matches(' ').len();
        at += line.len();
        let words = line.trim();
        let label = words.strip_prefix('[').and_then(|inner| inner.split_once("]:")).map(|(label, _)| label);
        let can_be = std::mem::replace(&mut begins, words.is_empty() || label.is_some());
        let Some(label) = label.filter(|label| can_be && !label.starts_with('^') && !label.starts_with('@')) else {
            continue;
        };
        let Some(first) = known.by_label.get(&self::key(label)).filter(|first| first.span.end() <= start) else {
            continue;
        };
        let next = code.partition_point(|block| block.end <= start);
        let in_code = code.get(next).is_some_and(|block| block.start <= start);
        let Some(place) = destination::definition(words).filter(|_| !in_code) else { continue };
        let url = relative::whole(words[place.clone()].to_owned());
        if is_citable(&url) && url != first.url {
            let source = Source::of_address(url, vec![Span::new(start + place.start, start + place.end)]);
            let span = Span::new(start, start + words.len());
            found.push(Entry { label: label.to_owned(), role: Role::Definition, source, span, ..Entry::default() });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    #[test]
    fn a_number_that_is_defined_again_leads_to_the_next_definition() {
        let text = "## One\n\nIt “rose so high” [1].\n\n[1]: https://a.test/11\n\n## Two\n\nIt “fell so low” [1], as [they say][1].\n\n\
                    [1]: https://a.test/21 \"A title\"\n\n```\n[1]: https://a.test/31\n```\n";
        let document = parse(text, Format::Markdown, Limits::default());
        let url = |at: usize| document.entries[at].source.url.as_deref().unwrap_or_default();
        let led: Vec<&str> = document.markers.iter().flat_map(|marker| &marker.entries).map(|&at| url(at)).collect();
        assert_eq!(led, ["https://a.test/11", "https://a.test/21", "https://a.test/21"]);
        assert_eq!(document.entries.len(), 2);
        for entry in &document.entries {
            assert_eq!(Some(&text[entry.source.url_spans[0].range()]), entry.source.url.as_deref());
        }
    }

    #[test]
    fn a_note_that_links_by_label_has_the_address_of_the_definition() {
        let text = "It “rose so high”[^x] and “fell so low”[^y] [1] [2].\n\n[^x]: [Post][p]\n[^y]: Doe, “Tides,” [Post][q], 2019.\n\n\
                    ## References\n\n1. [Star][]\n2. Roe, “Ropes,” [Post][q], 2020.\n\n[p]: https://a.test/p \"The Post\"\n[q]: https://a.test/q\n[star]: https://a.test/s\n";
        let document = parse(text, Format::Markdown, Limits::default());
        let told: Vec<String> = document
            .entries
            .iter()
            .map(|entry| {
                let (url, title) = (entry.source.url.as_deref(), entry.source.title.as_deref());
                format!("{} {} {}", entry.label, url.unwrap_or("-"), title.unwrap_or("-"))
            })
            .collect();
        assert_eq!(
            told,
            [
                "x https://a.test/p The Post",
                "y https://a.test/q Tides",
                "1 https://a.test/s Star",
                "2 https://a.test/q Ropes",
                "p https://a.test/p The Post",
                "q https://a.test/q -",
                "star https://a.test/s -"
            ]
        );
    }
}
