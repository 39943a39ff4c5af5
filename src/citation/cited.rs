//! From the entries of a document to its citations.

use std::collections::HashSet;

use url::Url;

use crate::date::PartialDate;
use crate::document::{Document, Entry, Role};
use crate::locator::{archive_url, key, user_info};
use crate::span::{Lines, Span};

use super::{Citation, fragment};

/// One citation for each entry, in order.
pub(super) fn citations(document: &Document, lines: &Lines<'_>) -> Vec<Citation> {
    let mut ids = Ids::default();
    let mut citations: Vec<Citation> =
        document.entries.iter().map(|entry| citation(entry, ids.next(&entry.label), lines)).collect();
    join_captures(document, &mut citations);
    citations
}

/// Bytes between a link and one to its capture: a bracket and a word or two.
const BESIDE: usize = 48;

/// A link right behind another one to a capture of the same page names its archive.
fn join_captures(document: &Document, citations: &mut [Citation]) {
    for at in captures_beside(document) {
        let [before, own] = &mut citations[at - 1..=at] else { continue };
        if before.archive_url.is_none() {
            before.archive_url.clone_from(&own.url);
            before.archive_date = before.archive_date.or(own.archive_date);
        }
    }
}

/// Entries that are links to a capture of the page that the link right before them leads to, in order.
pub(super) fn captures_beside(document: &Document) -> Vec<usize> {
    let key = |url: &str| Url::parse(url).ok().map(|url| key::key(&url));
    let entries = document.entries.as_slice();
    let is_beside = |at: &usize| {
        let (link, capture) = (&entries[at - 1], &entries[*at]);
        let near = capture.span.start.checked_sub(link.span.end).is_some_and(|gap| gap <= BESIDE);
        if !near || link.role != Role::Link || capture.role != Role::Link {
            return false;
        }
        let (Some(url), Some(own)) = (&link.source.url, &capture.source.url) else { return false };
        let Some(page) = archive_url::read(own).and_then(|own| own.original).and_then(|page| key(&page)) else {
            return false;
        };
        let is_archived = archive_url::read(url).is_some_and(|own| own.original.is_some());
        link.source.archive_url.is_none() && !is_archived && key(url) == Some(page)
    };
    (1..entries.len()).filter(is_beside).collect()
}

fn citation(entry: &Entry, id: String, lines: &Lines<'_>) -> Citation {
    let source = entry.source.clone();
    let captured = source.url.as_deref().and_then(archive_url::read);
    let capture = source.archive_url.as_deref().and_then(archive_url::read);
    let address_date =
        captured.as_ref().or(capture.as_ref()).and_then(|found| timestamp_date(found.timestamp.as_deref()?));
    let original_url = captured.and_then(|found| found.original);
    Citation {
        id,
        label: entry.label.clone(),
        original_url: original_url.as_deref().map(user_info::hidden),
        archive_date: source.archive_date.or(address_date),
        url: source.url.as_deref().map(user_info::hidden),
        doi: source.doi,
        title: source.title.as_deref().map(user_info::starred),
        authors: source.authors,
        publisher: source.publisher,
        published: source.published,
        accessed: source.accessed,
        archive_url: source.archive_url.as_deref().map(user_info::hidden),
        quote: None,
        place: lines.place(entry.span),
        url_spans: source.url_spans,
    }
}

/// The date that the digits of an archive's timestamp say, as far as they go.
pub(super) fn timestamp_date(digits: &str) -> Option<PartialDate> {
    let part = |range: std::ops::Range<usize>| digits.get(range)?.parse::<i8>().ok();
    let year = digits.get(..4)?.parse().ok()?;
    match (part(4..6), part(6..8)) {
        (Some(month), Some(day)) => PartialDate::from_day(year, month, day).ok(),
        (Some(month), None) => PartialDate::from_month(year, month).ok(),
        _ => PartialDate::from_year(year).ok(),
    }
}

/// What a citation itself quotes: in its note, or in the fragment of its address; with the bytes of the file.
pub(super) fn own_quotes(document: &Document, index: usize, citation: &Citation, text: &str) -> Vec<(String, Span)> {
    let entry = &document.entries[index];
    let noted = entry.quotes.iter().map(|range| (document.text(range).to_owned(), document.prose.span(range)));
    let url = citation.url.as_deref().unwrap_or_default();
    let written = citation.url_spans.first().copied().unwrap_or(entry.span);
    let fragments = fragment::quotes(url).into_iter().map(|(words, range)| {
        let as_written = text.get(written.range()) == Some(url);
        let span = Span::new(written.start + range.start, written.start + range.end);
        (words, if as_written { span } else { written })
    });
    noted.chain(fragments).collect()
}

/// Labels made unique: where one comes again, with `-2`, `-3` …
#[derive(Default)]
struct Ids {
    taken: HashSet<String>,
    next: std::collections::HashMap<String, usize>,
}

impl Ids {
    fn next(&mut self, label: &str) -> String {
        let mut id = label.to_owned();
        let number = self.next.entry(label.to_owned()).or_insert(1);
        while !self.taken.insert(id.clone()) {
            *number += 1;
            id = format!("{label}-{number}");
        }
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_whatever_the_labels() {
        let mut ids = Ids::default();
        let found: Vec<String> = ["1", "1", "1-2", "1", "2"].iter().map(|label| ids.next(label)).collect();
        assert_eq!(found, ["1", "1-2", "1-2-2", "1-3", "2"]);
    }

    #[test]
    fn a_timestamp_says_a_date_as_far_as_it_goes() {
        let check = |digits: &str, expected: Option<&str>| {
            assert_eq!(timestamp_date(digits).map(|date| date.to_string()).as_deref(), expected, "{digits}");
        };
        check("20240630120000", Some("2024-06-30"));
        check("202406", Some("2024-06"));
        check("2024", Some("2024"));
        check("20249999", None);
    }
}
