//! The files of reference managers: nothing but entries, each with named fields.

mod bibtex;
mod csl;
mod inherited;
mod ris;
mod split;
mod tex;

use std::ops::Range;

use crate::date::{self, DateProblem, DateRead, DayMonth, PartialDate};
use crate::finding::{Code, Finding};
use crate::locator::{archive_url, doi, relative, scan};
use crate::span::{Lines, Span};

use super::draft::Draft;
use super::entry::archived::same_page;
use super::entry::dates;
use super::ignore::{self, InLine};
use super::{Document, Entry, Few, Format, ListNumber, Role, Source};

/// The words of TeX, without its commands.
pub(super) fn tex_words(written: &str) -> String {
    tex::decoded(written).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An address without the escapes of TeX.
pub(super) fn tex_address(written: &str) -> String {
    tex::address(written)
}

/// The key and the source of one item of CSL-JSON.
pub(super) fn csl_item(item: &str) -> Option<(String, Source)> {
    let entry = super::parse(item, Format::CslJson, super::Limits::default()).entries.into_iter().next()?;
    let mut source = entry.source;
    source.url_spans = Few::None;
    (source.url.is_some() || source.doi.is_some() || source.title.is_some()).then_some((entry.label, source))
}

/// One entry of such a file.
#[derive(Debug, Default)]
struct Record {
    /// The citation key, else nothing.
    key: Option<String>,
    span: Span,
    source: Source,
    /// Addresses besides that of the source; the place of one that is only named is empty.
    others: Vec<(String, Span)>,
    /// What stands where an address belongs, if no other line has one.
    instead: Vec<(String, Span)>,
    /// What is wrong with it, with where.
    findings: Vec<(Code, String, Span)>,
    /// A remark of the writer's.
    note: Option<String>,
    /// Whether its publisher is one that is called so, and not what it appeared in.
    has_house: bool,
}

/// What a file holds.
#[derive(Debug, Default)]
struct Records {
    records: Vec<Record>,
    /// What is wrong with the file.
    findings: Vec<(Code, String, Span)>,
}

/// Reads the file of a reference manager.
pub(super) fn read(text: &str, format: Format, lines: &Lines<'_>) -> Document {
    let mut draft = Draft::new(format, text, lines, date::majority(text));
    let Records { records, findings } = match format {
        Format::CslJson => csl::read(text),
        Format::Ris => ris::read(text, draft.order),
        _ => bibtex::read(text, draft.order),
    };
    for InLine { asked, range } in if format == Format::Bibtex { ignore::in_lines(text) } else { Vec::new() } {
        let range = commented(text, range);
        // Within an entry it is about all of it, and behind one on its last line as well.
        let line = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let next = records.partition_point(|record| record.span.end() <= line);
        let around = records.get(next).map(|record| record.span.range()).filter(|own| own.start <= range.start);
        let marked = around.unwrap_or_else(|| draft.marked_line(&range));
        draft.mark(asked, &range, marked);
    }
    for record in records {
        add(&mut draft, record);
    }
    tell(&mut draft, findings);
    draft.finish(None)
}

/// The bytes of a mark with the `@comment` before its brackets.
fn commented(text: &str, range: Range<usize>) -> Range<usize> {
    const NAME: &str = "@comment";
    let before = text[..range.start].trim_end();
    let start = before.len().checked_sub(NAME.len()).filter(|&at| before.is_char_boundary(at));
    let named = start.filter(|&at| before[at..].eq_ignore_ascii_case(NAME));
    named.unwrap_or(range.start)..range.end
}

fn add(draft: &mut Draft<'_>, record: Record) {
    let Record { key, span, mut source, mut others, instead, findings, note, has_house: _ } = record;
    if others.is_empty() && source.doi.is_none() {
        others = instead;
    }
    if let Some(asked) = note.iter().flat_map(|note| note.lines()).find_map(ignore::read) {
        draft.mark(asked, &span.range(), span.range());
    }
    let number = draft.next_in_list(0);
    let role = Role::Listed { list: ListNumber::default(), numbered: key.is_some() };
    let label = key.unwrap_or_else(|| number.to_string());
    let mut more = Vec::new();
    for (url, at) in others {
        let same = |known: &Option<String>| known.as_deref().is_some_and(|known| is_same_source(known, &url));
        let archived = source.archive_url.as_ref() == Some(&url);
        if archived || same(&source.url) || more.iter().any(|other: &Source| same(&other.url)) {
            continue;
        }
        if source.url.is_none() {
            source.url = Some(url);
            source.url_spans = written(at).into();
        } else if source.archive_url.is_none() && archive_url::read(&url).is_some() {
            source.archive_url = Some(url);
        } else {
            more.push(Source::at(url, written(at)));
        }
    }
    if source.doi.is_none() {
        source.doi = source.url.as_deref().and_then(doi::of_address);
    }
    for source in std::iter::once(source).chain(more) {
        draft.entries.push(Entry { label: label.clone(), role, source, span, ..Entry::default() });
    }
    tell(draft, findings);
}

/// Whether two addresses of one record lead to the same part of the same page, however they are written.
fn is_same_source(one: &str, other: &str) -> bool {
    let part = |url: &str| url.split_once('#').map(|(_, part)| part.to_owned());
    one == other || part(one) == part(other) && same_page(one).is_some_and(|page| same_page(other) == Some(page))
}

/// Where the address of an entry stands once more in the fields of its record that cite, each as it is written there: a file
/// often has it both in `url` and in `note`.
pub(crate) fn places_again(text: &str, format: Format, entry: &Entry) -> Vec<(String, Span)> {
    let (record, own) = (entry.span.range(), entry.source.url_spans.first());
    let (Some(cited), Some(own)) = (entry.source.url.as_deref(), own) else { return Vec::new() };
    let mut places = match format {
        Format::Bibtex => bibtex::places(&text[record]),
        Format::CslJson => csl::places(&text[record]),
        _ => Vec::new(),
    };
    for (_, span) in &mut places {
        *span = Span::new(entry.span.start() + span.start(), entry.span.start() + span.end());
    }
    places.retain(|(url, span)| span.start() != own.start() && is_same_source(url, cited));
    places
}

/// Where an address is written; nowhere, where it is only named.
fn written(at: Span) -> Vec<Span> {
    if at.start() < at.end() { vec![at] } else { Vec::new() }
}

fn tell(draft: &mut Draft<'_>, findings: Vec<(Code, String, Span)>) {
    for (code, message, span) in findings {
        let place = draft.lines.place(span);
        draft.findings.push(Finding::new(code, message, Some(place)));
    }
}

/// The addresses of a value that begins at the byte `start` of the file and stands there as it is.
fn addresses(value: &str, start: usize) -> Vec<(String, Span)> {
    let found = scan::scan(value).into_iter();
    found
        .map(|found| {
            let span = Span::new(start + found.range.start, start + found.range.end);
            (value[found.range].to_owned(), span)
        })
        .collect()
}

/// Addresses of a value without their scheme, asked for over plain HTTP, as every client has it.
fn bare_addresses(value: &str, span: Span) -> Vec<(String, Span)> {
    let found = scan::scan_without_scheme(value).into_iter();
    let place = |range: &Range<usize>| Span::new(span.start() + range.start, span.start() + range.end);
    found.map(|found| (format!("http://{}", &value[found.range.clone()]), place(&found.range))).collect()
}

/// What stands in a field that is there for an address only, and has none with a scheme: `www.…` is one, and that any
/// other words are none is told later.
fn own_address(value: &str, span: Span) -> Vec<(String, Span)> {
    if let Some(url) = relative::with_scheme(value.trim()) {
        return vec![(url, span)];
    }
    let mut found = bare_addresses(value, span);
    found.retain(|(url, _)| url.starts_with("http://www."));
    let words = value.trim_matches(|c: char| c.is_whitespace() || "{}".contains(c));
    if found.is_empty() && !words.is_empty() && doi_in(words).is_none() {
        vec![(words.to_owned(), span)]
    } else {
        found
    }
}

/// A DOI as reference managers hold it: bare, or as an address.
fn doi_in(value: &str) -> Option<String> {
    doi::of_address(value).or_else(|| doi::find(value).into_iter().next().map(|(_, doi)| doi.to_lowercase()))
}

/// A date, of which an interval counts by its beginning; `span` is where it stands.
fn date_in(value: &str, order: DayMonth, span: Span, findings: &mut Vec<(Code, String, Span)>) -> Option<PartialDate> {
    let value = value.trim().trim_start_matches(['[', '(']).trim_end_matches([']', ')']);
    let first = if value.matches('/').count() == 1 { value.split('/').next().unwrap_or(value) } else { value };
    let first = first.trim_end_matches(['~', '?', '%']).trim();
    if let Ok(date) = PartialDate::parse_iso(first.split('T').next().unwrap_or(first)) {
        return Some(date);
    }
    let read = date::read(first, order)?;
    told(&read, first, span, findings)
}

/// The date that was read in `text`, and what there is to say of it.
fn told(read: &DateRead, text: &str, span: Span, findings: &mut Vec<(Code, String, Span)>) -> Option<PartialDate> {
    let written = &text[read.range.clone()];
    match (read.date, read.other) {
        (Err(DateProblem::Impossible), _) => {
            findings.push((Code::DateImpossible, format!("there is no {written}"), span));
            None
        }
        (Ok(date), Some(other)) => {
            findings.push((Code::DateAmbiguous, format!("{written} can be {date} or {other}"), span));
            Some(date)
        }
        (date, _) => date.ok(),
    }
}

/// The day that a note says the source was read on: `[Online; accessed 19. Nov. 2020]`.
fn accessed_in(
    note: &str,
    order: DayMonth,
    span: Span,
    findings: &mut Vec<(Code, String, Span)>,
) -> Option<PartialDate> {
    let announced = dates::announced(note, &[], order);
    let accessed = announced.iter().find(|found| found.event == dates::Event::Accessed)?;
    told(&accessed.date, note, span, findings)
}

#[cfg(test)]
mod tests;
