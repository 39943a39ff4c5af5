//! What numbers lead to that are links within the page: elements of HTML that are notes, `<li id="fn1">`, and a list of references.

use std::collections::HashMap;
use std::ops::Range;

use crate::document::Shape as Looks;
use crate::document::draft::Draft;
use crate::document::fragment::Attribute;
use crate::document::list::heading::names_references;
use crate::document::list::label;
use crate::document::marker::notes::{Among, Found};
use crate::span::Span;

use super::outline::Outline;
use super::sections::{Listed, Sections, Shape, prefix};
use super::writer::Writer;

/// Elements that can be a note, and the lists that such stand in.
const NOTES: &[&str] = &["li", "p", "dd", "div", "aside"];
const LISTS: &[&str] = &["ol", "ul", "dl"];
/// Elements that can be open at a time.
const DEPTH: usize = 64;
/// Bytes of the longest note.
const LONGEST: usize = 4_000;
/// What the ids of entries begin with.
const CALLED: &[&str] = &[
    "fn",
    "footnote",
    "note",
    "endnote",
    "en",
    "ref",
    "reference",
    "source",
    "src",
    "bib",
    "cite",
    "citation",
    "cite_note",
    "quelle",
];

/// An element that is open.
#[derive(Debug)]
pub(super) struct Open {
    name: String,
    id: Option<String>,
    /// In the prose.
    start: usize,
    /// In the file.
    byte: usize,
}

/// An element with an id.
#[derive(Debug)]
pub(super) struct Anchored {
    id: String,
    range: Range<usize>,
    span: Span,
}

/// A number that is a link within the page.
#[derive(Debug)]
pub(super) struct Numbered {
    pub(super) label: String,
    /// The id that it leads to.
    pub(super) id: String,
    pub(super) range: Range<usize>,
    pub(super) whole: Span,
    pub(super) raised: bool,
}

/// An element opens.
pub(super) fn open(
    writer: &mut Writer<'_, '_>,
    name: &str,
    attributes: &[Attribute],
    offset: usize,
    tag: &Range<usize>,
) {
    let is_list = LISTS.contains(&name);
    if !is_list && !NOTES.contains(&name) {
        return;
    }
    // The end of an item and of a paragraph may be left out.
    if matches!(name, "li" | "p" | "dd") {
        let open = writer.html.anchors.iter().rposition(|own| LISTS.contains(&own.name.as_str()) || own.name == name);
        if let Some(depth) = open.filter(|&depth| writer.html.anchors[depth].name == name) {
            end(writer, depth, tag.start);
        }
    }
    if writer.html.anchors.len() == DEPTH {
        writer.html.anchors.clear();
    }
    let id = attributes.iter().find(|own| own.name == "id").filter(|_| !is_list);
    let id = id.map(|id| writer.draft.text[offset + id.value.start..offset + id.value.end].trim().to_owned());
    let start = writer.draft.prose.len();
    writer.html.anchors.push(Open { name: name.to_owned(), id, start, byte: tag.start });
}

/// An element closes.
pub(super) fn close(writer: &mut Writer<'_, '_>, name: &str, tag: &Range<usize>) {
    let is_list = LISTS.contains(&name);
    let found =
        writer.html.anchors.iter().rposition(|own| own.name == name || !is_list && LISTS.contains(&own.name.as_str()));
    if let Some(depth) = found.filter(|&depth| writer.html.anchors[depth].name == name) {
        end(writer, depth, tag.end);
    }
}

/// What is open from `depth` on ends at the byte `at` of the file.
fn end(writer: &mut Writer<'_, '_>, depth: usize, at: usize) {
    let ended: Vec<Open> = writer.html.anchors.drain(depth..).collect();
    for Open { id, start, byte, .. } in ended {
        let (range, span) = (writer.written_since(start), writer.trimmed(byte..at.max(byte)));
        if let Some(id) = id.filter(|id| !id.is_empty() && !range.is_empty() && range.len() <= LONGEST) {
            writer.outline.anchored.push(Anchored { id, range, span });
        }
    }
}

/// The elements that raised numbers before them lead to, but for those in which a known entry stands.
pub(super) fn entries(draft: &Draft<'_>, outline: &Outline, known: &[Listed]) -> Vec<Listed> {
    let mut marks: HashMap<&str, &Numbered> = HashMap::new();
    for mark in outline.numbers.iter().filter(|mark| mark.raised) {
        marks.entry(&mark.id).or_insert(mark);
    }
    let mut taken: Vec<&Range<usize>> = known.iter().map(|entry| &entry.range).collect();
    taken.sort_by_key(|range| range.start);
    let is_taken = |range: &Range<usize>| {
        let next = taken.partition_point(|own| own.end <= range.start);
        taken.get(next).is_some_and(|own| own.start < range.end)
    };
    let list = known.iter().map(|entry| entry.list + 1).max().unwrap_or(0);
    let mut found: Vec<Listed> = Vec::new();
    let mut anchored: Vec<&Anchored> = outline.anchored.iter().collect();
    anchored.sort_by_key(|own| (own.range.start, own.range.end));
    for Anchored { id, range, span } in anchored {
        let Some(mark) = marks.get(id.as_str()).filter(|mark| mark.range.end <= range.start) else { continue };
        let inner = found.last().is_some_and(|last| range.start < last.range.end);
        if inner || is_taken(range) {
            continue;
        }
        let own = prefix(draft, range).filter(|(label, _)| label.as_ref() == Some(&mark.label));
        let lead = own.map_or_else(|| label::back_links(&draft.prose.text()[range.clone()]), |(_, length)| length);
        let range = range.start + lead..range.end;
        found.push(Listed { list, label: Some(mark.label.clone()), shape: Shape::Item, range, span: *span });
    }
    found
}

/// Leads numbers that are links to a list of references, or to an entry by its id, to the entry with their number.
pub(super) fn lead(draft: &mut Draft<'_>, outline: &Outline, sections: &Sections) {
    let mut last: HashMap<&str, usize> = HashMap::new();
    for entry in &sections.entries {
        let label = entry.label.as_deref().unwrap_or_default();
        let start = last.entry(label).or_default();
        *start = entry.range.start.max(*start);
    }
    for mark in outline.numbers.iter().filter(|mark| !mark.raised) {
        let prose = draft.prose.text();
        // Those in brackets are marks without being links.
        let bracketed = prose[mark.range.clone()].contains('[')
            || prose[..mark.range.start].ends_with('[') && prose[mark.range.end..].starts_with(']');
        let listed = last.get(mark.label.as_str()).is_some_and(|&start| mark.range.end < start);
        if listed && !bracketed && leads_to_entry(&mark.id, &mark.label) {
            let Numbered { label, range, whole, .. } = mark;
            let (labels, range) = (vec![label.clone()], range.clone());
            draft.found.push(Found { labels, among: Among::Lists, shape: Looks::Note, range, span: *whole });
        }
    }
}

/// Whether an id is that of a list of references, or of the entry with a number.
fn leads_to_entry(id: &str, number: &str) -> bool {
    let is_gap = |c: char| "-_:. ".contains(c);
    let bare = id.to_lowercase();
    let called =
        bare.strip_suffix(number).map(|name| name.trim_end_matches(is_gap)).is_some_and(|name| CALLED.contains(&name));
    called || names_references(&bare.replace(is_gap, " ")).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_tells_whether_it_is_that_of_a_list_or_of_an_entry() {
        for (id, number) in
            [("references", "1"), ("works-cited", "3"), ("ref-2", "2"), ("fn12", "12"), ("cite_note-4", "4")]
        {
            assert!(leads_to_entry(id, number), "{id}");
        }
        for (id, number) in
            [("part-1", "1"), ("the-wall", "1"), ("ref-2", "3"), ("1", "1"), ("", "1"), ("prefix-1", "1")]
        {
            assert!(!leads_to_entry(id, number), "{id}");
        }
    }
}
