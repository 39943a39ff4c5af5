//! Documents of office programs and printed pages: plain text with links, notes and citations that the file itself tells.

mod managed;
mod raised;

use std::collections::HashSet;
use std::ops::Range;

use crate::date;
use crate::finding::{Code, Finding};
use crate::span::{Lines, Span};
use crate::text::laid::{Laid, LaidLink};

use super::draft::Draft;
use super::entry::{Link, Words};
use super::marker::notes::{Among, Found};
use super::plain::{self, Known};
use super::{Document, Format, Shape};

use managed::Managed;

/// Reads what was taken out of the file.
pub(super) fn read(text: &str, laid: &Laid, format: Format, lines: &Lines<'_>) -> Document {
    let mut draft = Draft::new(format, text, lines, date::majority(text));
    let of_body = laid.links.partition_point(|link| link.range.start < laid.body);
    let (headings, quotations, lists) = (&laid.headings[..], &laid.quotations[..], &laid.bibliographies[..]);
    let known = Known { links: &laid.links[..of_body], headings, quotations, lists, cells: &laid.cells };
    let title = plain::write_all(&mut draft, &text[..laid.body.min(text.len())], known);
    let mut managed = Managed::of(&draft);
    for citation in &laid.cited {
        managed.cite(&mut draft, citation);
    }
    managed.keep_listed(&mut draft, lists);
    let mut labels = HashSet::new();
    let twice: HashSet<&str> =
        laid.notes.iter().map(|note| note.label.as_str()).filter(|label| !labels.insert(*label)).collect();
    for (index, note) in laid.notes.iter().enumerate() {
        // Where a page counts its notes anew, they are called by their place until each is led to its own.
        let key = key_of(laid, index, &twice);
        if let Some(words) = &note.words {
            let first = draft.entries.len();
            plain::add_note(&mut draft, words, &laid.links[of_body..], &note.emphasised, &key);
            managed.note(&mut draft, first, &note.items);
        }
        for &mark in &note.marks {
            let place = draft.prose_position(mark);
            let span = Span::new(mark, mark);
            let shape = Shape::Note;
            let labels = vec![key.clone()];
            draft.found.push(Found { labels, among: Among::Footnotes, shape, range: place..place, span });
        }
    }
    raised::add(&mut draft, laid, &twice);
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

/// What the note of an index is looked up by; those that several notes have are `twice`.
fn key_of(laid: &Laid, index: usize, twice: &HashSet<&str>) -> String {
    let label = laid.notes[index].label.as_str();
    if twice.contains(label) { format!("note {index}") } else { label.to_owned() }
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
