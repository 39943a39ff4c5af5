//! Documents of office programs and printed pages: plain text with links, notes and citations that the file itself tells.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::date;
use crate::finding::{Code, Finding};
use crate::span::{Lines, Span};
use crate::text::laid::{Laid, LaidLink};

use super::draft::Draft;
use super::entry::{Link, Words};
use super::marker::notes::{Among, Found};
use super::plain::{self, Known};
use super::{Document, Entry, Format, Role, Shape, records};

/// Reads what was taken out of the file.
pub(super) fn read(text: &str, laid: &Laid, format: Format, lines: &Lines<'_>) -> Document {
    let mut draft = Draft::new(format, text, lines, date::majority(text));
    let of_body = laid.links.partition_point(|link| link.range.start < laid.body);
    let known = Known { links: &laid.links[..of_body], headings: &laid.headings, quotations: &laid.quotations };
    let title = plain::write_all(&mut draft, &text[..laid.body.min(text.len())], known);
    let mut known = HashMap::new();
    for citation in &laid.cited {
        cite(&mut draft, &citation.range, &citation.items, &mut known);
    }
    let mut labels = HashSet::new();
    let twice: HashSet<&str> =
        laid.notes.iter().map(|note| note.label.as_str()).filter(|label| !labels.insert(*label)).collect();
    for (index, note) in laid.notes.iter().enumerate() {
        // Where a page counts its notes anew, they are called by their place until each is led to its own.
        let again = twice.contains(note.label.as_str());
        let key = if again { format!("note {index}") } else { note.label.clone() };
        if let Some(words) = &note.words {
            plain::add_note(&mut draft, words, &laid.links[of_body..], &key);
        }
        for &mark in &note.marks {
            let place = draft.prose_position(mark);
            let span = Span::new(mark, mark);
            let shape = Shape::Note;
            let labels = vec![key.clone()];
            draft.found.push(Found { labels, among: Among::Footnotes, shape, range: place..place, span });
        }
    }
    for part in &laid.broken {
        let message = format!("{part} breaks off: what stands behind that place was not read");
        let place = lines.place(Span::new(text.len(), text.len()));
        draft.findings.push(Finding::new(Code::DocumentCut, message, Some(place)));
    }
    let mut document = draft.finish(title);
    let shown = |label: &mut String| {
        let index = label.strip_prefix("note ").and_then(|index| index.parse::<usize>().ok());
        if let Some(note) = index.and_then(|index| laid.notes.get(index)) {
            label.clone_from(&note.label);
        }
    };
    document.entries.iter_mut().for_each(|entry| shown(&mut entry.label));
    document.markers.iter_mut().flat_map(|marker| &mut marker.labels).for_each(shown);
    document
}

/// A link within an entry that is written at `range` of the prose.
pub(super) fn link(draft: &Draft<'_>, link: &LaidLink, range: &Range<usize>) -> Link {
    let place = draft.place_of(std::slice::from_ref(&link.range));
    let words = if is_address(&draft.prose.text()[place.clone()]) { Words::Address } else { Words::Names };
    let range = place.start.saturating_sub(range.start)..place.end.saturating_sub(range.start);
    Link { range, url: link.url.clone(), spans: Vec::new(), words }
}

fn is_address(words: &str) -> bool {
    words.contains("://") || words.starts_with("www.") || words.starts_with("doi:")
}

/// A citation that another program keeps: what it shows points to its items.
fn cite(
    draft: &mut Draft<'_>,
    range: &Range<usize>,
    items: &[String],
    known: &mut HashMap<(String, Option<String>), usize>,
) {
    let place = draft.place_of(std::slice::from_ref(range));
    let span = Span::new(range.start, range.end);
    let mut entries = Vec::new();
    for (label, source) in items.iter().filter_map(|item| records::csl_item(item)) {
        let key = (label.clone(), source.url.clone().or_else(|| source.doi.clone()));
        let next = draft.entries.len();
        let own = *known.entry(key).or_insert(next);
        entries.push(own);
        if own == next {
            draft.entries.push(Entry { label, role: Role::Keyed, source, span, ..Entry::default() });
        }
    }
    if entries.is_empty() {
        return;
    }
    draft.masked.push(place.clone());
    let labels = entries.iter().map(|&entry: &usize| draft.entries[entry].label.clone()).collect();
    draft.point(labels, entries, Shape::Note, place, span);
}
