//! What a citation template says about its source.

mod anchor;
mod fields;

use std::ops::Range;

use crate::document::{Few, Said, Source};
use crate::finding::Code;
use crate::span::Span;

use self::anchor::called;
pub(super) use self::anchor::{REFERENCE, is_page, key_of, named_anchor, positional};
use self::fields::{Fields, Value, date_of};
use super::call::{Call, Run};
use super::field::Field;
use super::writer::{Writer, trimmed_bytes};

/// A citation template, read.
#[derive(Debug)]
pub(super) struct Cited {
    /// One for each address; at least one.
    pub(super) sources: Vec<Source>,
    /// The words that it quotes, in the prose.
    pub(super) quote: Option<Range<usize>>,
    /// What short notes call it: `smith2001`.
    pub(super) keys: Vec<String>,
    /// `Smith 2001`.
    pub(super) name: Option<String>,
    /// What is wrong with it, with where.
    pub(super) findings: Vec<(Code, String, Span)>,
    pub(super) span: Span,
}

/// Reads the citation `call`; its quote is written into the prose.
pub(super) fn read(writer: &mut Writer<'_, '_>, call: &Call) -> Cited {
    let fields = Fields::read(writer, call);
    let span = Span::new(call.bytes.start, call.bytes.end);
    let order = writer.draft.order;
    let mut findings = Vec::new();
    let mut dated = |value: Option<&Value>| {
        let value = value?;
        let read = date_of(&value.words, order);
        let place = trimmed_bytes(writer.text, value.run.bytes.clone());
        let finding = |(code, message)| (code, message, Span::new(place.start, place.end));
        findings.extend(read.problem.map(finding));
        read.date
    };
    let mut source = Source::from(Said {
        published: dated(fields.get(Field::Date)).or_else(|| dated(fields.get(Field::Year))),
        accessed: dated(fields.get(Field::Accessed)),
        archive_date: dated(fields.get(Field::ArchiveDate)),
        title: fields.title(Field::Title).or_else(|| fields.title(Field::PartTitle)),
        authors: fields.authors(),
        publisher: fields.publisher(call),
        doi: fields.doi(),
        ..Said::default()
    });
    source.published = fields.month_and_year(order).filter(|_| fields.get(Field::Date).is_none()).or(source.published);
    source.archive_url = fields.address(writer.text, Field::ArchiveUrl).map(|(url, _)| url);
    let mut sources = addresses(&fields, writer.text, source);
    for source in sources.iter_mut().filter(|source| source.archive_url.is_none()) {
        source.archive_url = source.url.as_ref().and_then(|url| fields.capture_of(url));
    }
    if let Some(first) = sources.first_mut().filter(|first| first.url.is_none() && first.doi.is_none())
        && let Some(capture) = fields.captured(writer)
    {
        first.archive_url = capture.original.is_some().then(|| capture.url.clone());
        first.url = Some(capture.original.unwrap_or(capture.url));
        first.url_spans = Few::One(capture.url_span);
    }
    if let Some(first) = sources.first_mut().filter(|first| first.url.is_none() && first.doi.is_none()) {
        first.url = post(writer, call);
    }
    let quote = fields.get(Field::Quote).map(|value| value.run.clone()).and_then(|run| quote(writer, &run));
    let (key, name) = fields.anchor(writer);
    let keys = key.into_iter().chain(called(writer, call)).collect();
    Cited { sources, quote, keys, name, findings, span }
}

/// The address of a post that is named by who wrote it and its number.
fn post(writer: &mut Writer<'_, '_>, call: &Call) -> Option<String> {
    if !matches!(call.name.as_str(), "cite tweet" | "cite twitter" | "cite x") {
        return None;
    }
    let [user, number] = [&["user"][..], &["number"]].map(|names| call.any(names).cloned());
    let (user, number) = (writer.value(&user?), writer.value(&number?));
    let plain =
        |words: &str| !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let user = user.trim_start_matches('@');
    (plain(user) && number.bytes().all(|byte| byte.is_ascii_digit()) && !number.is_empty())
        .then(|| format!("https://twitter.com/{user}/status/{number}"))
}

/// One source for each address of the template.
fn addresses(fields: &Fields, text: &str, mut source: Source) -> Vec<Source> {
    let (whole, part) = (fields.address(text, Field::Url), fields.address(text, Field::PartUrl));
    let mut of_part = part.map(|(url, span)| {
        let title = fields.title(Field::PartTitle).or_else(|| source.title.clone());
        let mut source = source.clone();
        (source.url, source.url_spans) = (Some(url), Few::One(span));
        source.title = title;
        source
    });
    let sources: Vec<Source> = match whole {
        Some((url, span)) => {
            if let Some(part) = &mut of_part {
                part.archive_url = None;
            }
            source.url = Some(url);
            source.url_spans = Few::One(span);
            [Some(source), of_part].into_iter().flatten().collect()
        }
        None if of_part.is_some() => of_part.into_iter().collect(),
        None => {
            if let Some((url, span)) = fields.address(text, Field::ArchiveUrl) {
                source.url = Some(url);
                source.url_spans = Few::One(span);
                source.archive_url = None;
            } else {
                // A wiki leads from the title to the copy that everybody can read.
                source.url = fields.identified(&["PMC"]);
                if source.url.is_none() && source.doi.is_none() {
                    source.url = fields.identified(&["arXiv"]).or_else(|| fields.jstor());
                    source.url = source.url.take().or_else(|| fields.identified(&["PMID", "hdl"]));
                    source.url = source.url.take().or_else(|| Some(fields.numbers().first()?.url()));
                }
            }
            vec![source]
        }
    };
    sources
}

/// A range of `text` without the comments that it begins or ends with.
fn without_comments_around(text: &str, range: Range<usize>) -> Range<usize> {
    let mut range = range;
    while let Some(length) = text[range.clone()].strip_prefix("<!--").and_then(|rest| rest.find("-->")) {
        range = trimmed_bytes(text, range.start + length + 7..range.end);
    }
    while let Some(inner) = text[range.clone()].strip_suffix("-->") {
        let Some(start) = inner.rfind("<!--") else { break };
        range = trimmed_bytes(text, range.start..range.start + start);
    }
    range
}

/// Writes the quoted words; gives their range in the prose.
fn quote(writer: &mut Writer<'_, '_>, run: &Run) -> Option<Range<usize>> {
    let start = writer.draft.begin();
    writer.run(run);
    let range = trimmed_bytes(writer.draft.prose.text(), start..writer.draft.prose.len());
    let words = &writer.draft.prose.text()[range.clone()];
    let marks: &[char] = &['"', '“', '”', '«', '»', '„', '‘', '’'];
    // Marks around the whole are the writer's; one within is not.
    let inner = words.strip_prefix(marks).and_then(|rest| rest.strip_suffix(marks));
    let inner = inner.filter(|inner| !inner.contains(['“', '”', '"']));
    let lead = inner.map_or(0, |_| words.chars().next().map_or(0, char::len_utf8));
    let length = inner.map_or(words.len(), str::len);
    let range = range.start + lead..range.start + lead + length;
    (!range.is_empty()).then_some(range)
}
