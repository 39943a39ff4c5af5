//! From the entries of a document to its citations.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use url::Url;

use crate::date::PartialDate;
use crate::document::{self, Beside, Document, Entry, Role};
use crate::locator::{archive_url, key, user_info};
use crate::span::{Lines, Span};

use super::{Citation, Kept, fragment, gap};

/// One citation for each entry, with it, in order. Each is made when it is asked for.
pub(super) struct Citations<'a, I> {
    entries: I,
    lines: &'a Lines<'a>,
    beside: &'a [Beside],
    /// The lines of each of these.
    files: Vec<Lines<'a>>,
    ids: Ids,
    /// The last one that is made, with its entry: the next may name its capture.
    last: Option<(Entry, Citation)>,
}

impl<'a, I: Iterator<Item = Entry>> Citations<'a, I> {
    pub(super) fn new(entries: I, lines: &'a Lines<'a>, beside: &'a [Beside]) -> Self {
        let files = beside.iter().map(|file| file.document().lines(file.text())).collect();
        let mut citations = Self { entries, lines, beside, files, ids: Ids::default(), last: None };
        citations.last = citations.make();
        citations
    }

    fn make(&mut self) -> Option<(Entry, Citation)> {
        let entry = self.entries.next()?;
        let mut citation = citation(&entry, self.ids.next(&entry.label), self.lines);
        citation.kept = self.kept(&entry);
        Some((entry, citation))
    }

    fn kept(&self, entry: &Entry) -> Option<Box<Kept>> {
        let (file, own) = document::kept(self.beside, entry)?;
        let (place, url_spans) = (self.files[file].place(own.span), own.source.url_spans.to_vec());
        Some(Box::new(Kept { file: self.beside[file].path().to_owned(), place, url_spans }))
    }
}

impl<I: Iterator<Item = Entry>> Iterator for Citations<'_, I> {
    type Item = (Entry, Citation);

    fn next(&mut self) -> Option<(Entry, Citation)> {
        let (entry, mut citation) = self.last.take()?;
        self.last = self.make();
        if let Some((next, capture)) = &self.last
            // A link right behind another one to a capture of the same page names its archive.
            && citation.archive_url.is_none()
            && is_capture_of(&entry, next)
        {
            citation.archive_url.clone_from(&capture.url);
            citation.archive_date = citation.archive_date.or(capture.archive_date);
        }
        Some((entry, citation))
    }
}

/// Bytes between a link and one to its capture: a bracket and a word or two.
const BESIDE: usize = 48;

/// Entries that are links to a capture of the page that the link right before them leads to, in order.
pub(super) fn captures_beside(document: &Document) -> Vec<usize> {
    let pairs = document.entries.windows(2).enumerate();
    pairs.filter(|(_, pair)| is_capture_of(&pair[0], &pair[1])).map(|(at, _)| at + 1).collect()
}

/// Whether an entry is a link to a capture of the page that the entry right before it links.
fn is_capture_of(link: &Entry, capture: &Entry) -> bool {
    let near = capture.span.start().checked_sub(link.span.end()).is_some_and(|gap| gap <= BESIDE);
    if !near || link.role != Role::Link || capture.role != Role::Link {
        return false;
    }
    let key = |url: &str| Url::parse(url).ok().map(|url| key::key(&url));
    let (Some(url), Some(own)) = (&link.source.url, &capture.source.url) else { return false };
    let Some(page) = archive_url::read(own).and_then(|own| own.original).and_then(|page| key(&page)) else {
        return false;
    };
    let is_archived = archive_url::read(url).is_some_and(|own| own.original.is_some());
    link.source.archive_url.is_none() && !is_archived && key(url) == Some(page)
}

fn citation(entry: &Entry, id: String, lines: &Lines<'_>) -> Citation {
    let source = &entry.source;
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
        doi: source.doi.clone(),
        title: source.title.as_deref().map(user_info::starred),
        authors: source.authors.clone(),
        publisher: source.publisher.clone(),
        published: source.published,
        accessed: source.accessed,
        archive_url: source.archive_url.as_deref().map(user_info::hidden),
        quote: None,
        place: lines.place(entry.span),
        url_spans: source.url_spans.to_vec(),
        kept: None,
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

/// A passage, where it stands, and what shows words in it that are not known.
pub(super) type OwnQuote = (String, Span, Vec<String>);

/// What a citation itself quotes: in its note, or in the fragment of its address; with the bytes of the file, and with what
/// shows words in it that are not known.
pub(super) fn own_quotes(document: &Document, entry: &Entry, citation: &Citation, text: &str) -> Vec<OwnQuote> {
    let noted = entry.quotes.iter().map(|range| {
        let (words, unread) = gap::text(document, range);
        (words, document.prose.span(range), unread)
    });
    let url = citation.url.as_deref().unwrap_or_default();
    let written = citation.url_spans.first().copied().unwrap_or(entry.span);
    let fragments = fragment::quotes(url).into_iter().map(|(words, range)| {
        let as_written = text.get(written.range()) == Some(url);
        let span = Span::new(written.start() + range.start, written.start() + range.end);
        (words, if as_written { span } else { written }, Vec::new())
    });
    noted.chain(fragments).collect()
}

/// Labels made unique: where one comes again, with `-2`, `-3` …
#[derive(Default)]
struct Ids {
    /// Hashes of the ids so far: where two are the same by chance, an id has a number more than it needs.
    taken: HashSet<u64>,
    /// The number of the last one, for labels that have come again.
    numbers: HashMap<String, usize>,
}

impl Ids {
    fn next(&mut self, label: &str) -> String {
        if self.take(label) {
            return label.to_owned();
        }
        let mut number = self.numbers.get(label).copied().unwrap_or(1);
        loop {
            number += 1;
            let id = format!("{label}-{number}");
            if self.take(&id) {
                self.numbers.insert(label.to_owned(), number);
                return id;
            }
        }
    }

    /// Whether the id was free.
    fn take(&mut self, id: &str) -> bool {
        let mut hasher = DefaultHasher::new();
        id.hash(&mut hasher);
        self.taken.insert(hasher.finish())
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
