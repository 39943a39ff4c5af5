//! Numbers that are raised: marks that point to a note once more, as cross references and writers by hand set them.

use std::collections::HashSet;
use std::ops::Range;

use crate::document::draft::Draft;
use crate::document::marker::cited;
use crate::document::marker::notes::{Among, Found};
use crate::document::{Role, Shape};
use crate::span::Span;
use crate::text::laid::Laid;

use super::key_of;

/// Adds the marks; labels that several notes have are `twice`.
pub(super) fn add(draft: &mut Draft<'_>, laid: &Laid, twice: &HashSet<&str>) {
    let notes: HashSet<&str> = laid.notes.iter().map(|note| note.label.as_str()).collect();
    let listed = draft.entries.iter().filter(|entry| matches!(entry.role, Role::Listed { numbered: true, .. }));
    let listed: HashSet<String> = listed.map(|entry| entry.label.clone()).collect();
    for raised in &laid.raised {
        let labels = match raised.note {
            Some(index) => Some(vec![key_of(laid, index, twice)]),
            // A number of a list is that of its entry.
            None => typed(draft.text, &raised.range).filter(|labels| {
                let sure = |label: &String| {
                    let label = label.as_str();
                    notes.contains(label) && !twice.contains(label) && !listed.contains(label)
                };
                labels.iter().all(sure)
            }),
        };
        let Some(labels) = labels else { continue };
        let place = draft.place_of(std::slice::from_ref(&raised.range));
        let span = Span::new(raised.range.start, raised.range.end);
        draft.masked.push(place.clone());
        draft.found.push(Found { labels, among: Among::Footnotes, shape: Shape::Note, range: place, span });
    }
}

/// The numbers that stand raised behind a quotation mark or a stop; behind a letter or a digit they are a power.
fn typed(text: &str, range: &Range<usize>) -> Option<Vec<String>> {
    const ENDS: &[char] = &[
        '.', ',', ';', ':', '!', '?', '…', ')', ']', '"', '”', '“', '’', '»', '«', '」', '』', '。', '，', '！', '？',
    ];
    let behind = text[..range.start].ends_with(ENDS);
    cited::numbers(text[range.clone()].trim()).filter(|_| behind)
}
