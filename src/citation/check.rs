//! What is wrong with a document that shows without looking at any source.

use std::collections::{BTreeMap, HashSet};

use crate::document::{Document, Entry, Role, Shape};
use crate::finding::{Code, Finding, Level};
use crate::span::{Lines, Span};

use super::{Citation, archive_links, publishers};

/// Everything that shows from the entries and markers of a document.
pub(super) fn findings(document: &Document, citations: &[Citation], lines: &Lines<'_>) -> Vec<Finding> {
    let mut found = orphans(document, lines);
    found.extend(unused(document, lines));
    found.extend(orders(document, lines));
    for (entry, citation) in document.entries.iter().zip(citations) {
        found.extend(without_url(document, entry, citation));
        found.extend(dates(citation));
        found.extend(archive_links::findings(document.format, entry, citation, lines));
    }
    found.extend(publishers::findings(citations));
    found
}

/// Markers with a label that no entry has.
fn orphans(document: &Document, lines: &Lines<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for marker in document.markers.iter().filter(|marker| marker.shape.is_note()) {
        let known: HashSet<String> =
            marker.entries.iter().map(|&entry| document.entries[entry].label.to_lowercase()).collect();
        let missing: Vec<&str> =
            marker.labels.iter().filter(|label| !known.contains(&label.to_lowercase())).map(String::as_str).collect();
        if missing.is_empty() {
            continue;
        }
        let labels = missing.join(", ");
        let (message, level) = match &marker.shape {
            Shape::Elsewhere(page) => {
                (format!("note {labels} is kept in {page}, which is not part of this document"), Level::Note)
            }
            Shape::Dead => (format!("{labels} is what a chat program left behind; it leads nowhere"), Level::Warning),
            Shape::Link | Shape::Cite | Shape::Note | Shape::Bare => {
                (format!("no entry of the document is numbered {labels}"), Level::Warning)
            }
        };
        found.push(Finding::new(Code::OrphanMarker, message, Some(lines.place(marker.span))).at_level(level));
    }
    found
}

/// Entries that nothing points to. A list that no marker points to at all is a list for further reading.
fn unused(document: &Document, lines: &Lines<'_>) -> Vec<Finding> {
    let used: HashSet<Span> =
        document.markers.iter().flat_map(|marker| &marker.entries).map(|&entry| document.entries[entry].span).collect();
    let lists: HashSet<usize> = document
        .entries
        .iter()
        .filter(|entry| used.contains(&entry.span))
        .filter_map(|entry| list_of(entry.role))
        .collect();
    let mut seen = HashSet::new();
    let idle = document.entries.iter().filter(|entry| match entry.role {
        Role::Link => false,
        Role::Footnote | Role::Definition => true,
        Role::Listed { list, .. } => lists.contains(&list),
    });
    idle.filter(|entry| !used.contains(&entry.span) && seen.insert(entry.span))
        .map(|entry| {
            let message = format!("nothing in the text points to entry {}", entry.label);
            Finding::new(Code::UnusedReference, message, Some(lines.place(entry.span)))
        })
        .collect()
}

fn list_of(role: Role) -> Option<usize> {
    match role {
        Role::Listed { list, .. } => Some(list),
        Role::Link | Role::Footnote | Role::Definition => None,
    }
}

/// Lists without numbers whose markers do not come in the order of the list, or do not reach its end.
fn orders(document: &Document, lines: &Lines<'_>) -> Vec<Finding> {
    let mut lengths: BTreeMap<usize, (usize, Span)> = BTreeMap::new();
    for entry in &document.entries {
        let Role::Listed { list, numbered: false } = entry.role else { continue };
        let number = entry.label.parse().unwrap_or(0);
        let own = lengths.entry(list).or_insert((0, entry.span));
        own.0 = own.0.max(number);
    }
    let mut numbers: BTreeMap<usize, Vec<(usize, Span)>> = BTreeMap::new();
    for marker in &document.markers {
        for entry in marker.entries.iter().map(|&entry| &document.entries[entry]) {
            if let (Some(list), Ok(number)) = (list_of(entry.role), entry.label.parse()) {
                numbers.entry(list).or_default().push((number, marker.span));
            }
        }
    }
    let own = |list: usize| numbers.get(&list).map_or(&[][..], Vec::as_slice);
    lengths.iter().filter_map(|(&list, &(length, first))| order(own(list), lines, length, first)).collect()
}

/// What is wrong with the `numbers` that point to a list of `length` entries which begins at `first`.
fn order(numbers: &[(usize, Span)], lines: &Lines<'_>, length: usize, first: Span) -> Option<Finding> {
    let mut highest = 0;
    for &(number, span) in numbers {
        if number > highest + 1 {
            let message = format!(
                "{number} is used before {}, so the numbers may not mean the entries in their order",
                highest + 1
            );
            return Some(Finding::new(Code::ReferenceOrder, message, Some(lines.place(span))));
        }
        highest = highest.max(number);
    }
    (highest > 0 && highest < length).then(|| {
        let message = format!("the numbers in the text reach {highest}, the list has {length} entries");
        Finding::new(Code::ReferenceOrder, message, Some(lines.place(first)))
    })
}

fn without_url(document: &Document, entry: &Entry, citation: &Citation) -> Option<Finding> {
    if entry.role == Role::Link || citation.url.is_some() || citation.doi.is_some() || !citation.url_spans.is_empty() {
        return None;
    }
    let text = entry.range.as_ref().map_or("", |range| document.text(range));
    let broken = text.split_whitespace().find(|word| {
        let word = word.trim_start_matches(['(', '<', '[']).to_lowercase();
        ["http:", "https:", "http/", "https/", "htp:", "htpp", "hhttp", "ttp:", "ttps:"]
            .iter()
            .any(|start| word.starts_with(start))
    });
    Some(match broken {
        Some(word) => Finding::new(Code::UrlInvalid, format!("{word} is no address"), Some(citation.place)),
        None => {
            Finding::new(Code::EntryWithoutUrl, format!("entry {} names no address", entry.label), Some(citation.place))
        }
    })
}

fn dates(citation: &Citation) -> Option<Finding> {
    let (published, accessed) = (citation.published?, citation.accessed?);
    (accessed.last_day() < published.first_day()).then(|| {
        let message = format!("accessed {accessed}, but published {published}");
        Finding::new(Code::AccessedBeforePublished, message, Some(citation.place))
    })
}

#[cfg(test)]
mod tests;
