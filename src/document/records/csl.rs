//! CSL-JSON: a list of items, as Zotero, Pandoc and Quarto have it.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::value::RawValue;
use url::Url;

use crate::date::{DayMonth, PartialDate};
use crate::finding::Code;
use crate::locator::{identifier, key};
use crate::span::Span;

use super::{Record, Records, addresses, date_in, doi_in, own_address};

/// The fields of an item, as written.
type Item<'a> = BTreeMap<String, &'a RawValue>;

pub(super) fn read(text: &str) -> Records {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    match items(bare) {
        Ok(items) => {
            let mut records = Records::default();
            for raw in items {
                let span = span_of(text, raw.get());
                match serde_json::from_str::<Item<'_>>(raw.get()) {
                    Ok(item) => records.records.push(record(text, &item, span)),
                    Err(_) => records.findings.push((Code::EntryBroken, "the item is no object".to_owned(), span)),
                }
            }
            records
        }
        Err(error) => broken(text, &error),
    }
}

/// The items of a list, of `{"items": […]}`, or the one item that the file is.
fn items(text: &str) -> Result<Vec<&RawValue>, serde_json::Error> {
    let list = serde_json::from_str::<Vec<&RawValue>>(text);
    if list.is_ok() || !text.trim_start().starts_with('{') {
        return list;
    }
    let whole: Item<'_> = serde_json::from_str(text)?;
    match whole.get("items").or_else(|| whole.get("references")) {
        Some(items) => serde_json::from_str(items.get()),
        None => Ok(vec![serde_json::from_str(text)?]),
    }
}

/// A file that is no JSON: its addresses are kept all the same.
fn broken(text: &str, error: &serde_json::Error) -> Records {
    let line = error.line().max(1);
    let start = text.split_inclusive('\n').take(line - 1).map(str::len).sum::<usize>();
    let at = Span::new(start, start);
    let record = |(url, span): (String, Span)| Record { span, others: vec![(url, span)], ..Record::default() };
    let records = addresses(text, 0).into_iter().map(record).collect();
    Records { records, findings: vec![(Code::EntryBroken, format!("the file is no JSON: {error}"), at)] }
}

/// Where a part of the text stands in it.
fn span_of(text: &str, part: &str) -> Span {
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize).min(text.len());
    Span::new(start, (start + part.len()).min(text.len()))
}

fn record(text: &str, item: &Item<'_>, span: Span) -> Record {
    let value = |name: &str| item.get(name).and_then(|raw| serde_json::from_str::<Value>(raw.get()).ok());
    let words = |name: &str| value(name).as_ref().and_then(plain);
    let mut record = Record { span, key: words("id").or_else(|| words("citation-key")), ..Record::default() };
    let mut dated = |name: &str| {
        let at = span_of(text, item.get(name)?.get());
        date(&value(name)?, at, &mut record.findings)
    };
    let (published, accessed) = (dated("issued"), dated("accessed"));
    // With its lines, each of which can be a mark.
    record.note = value("note").and_then(|note| note.as_str().map(str::to_owned));
    let source = &mut record.source;
    (source.published, source.accessed) = (published, accessed);
    source.title = words("title").map(|title| without_markup(&title).trim_end_matches('.').to_owned());
    source.publisher = words("publisher").or_else(|| words("container-title")).map(|name| without_markup(&name));
    source.authors = value("author").or_else(|| value("editor")).map(|names| authors(&names)).unwrap_or_default();
    source.doi = words("DOI").and_then(|doi| doi_in(&doi));
    record.others = ["URL", "url", "archive_location"]
        .iter()
        .filter_map(|name| {
            let url = words(name).filter(|url| url.contains("://"))?;
            let inner = span_of(text, item.get(*name)?.get());
            Some((
                url.trim().to_owned(),
                Span::new(inner.start() + 1, inner.end().saturating_sub(1).max(inner.start() + 1)),
            ))
        })
        .collect();
    name_itself(&mut record, words("archive_location"));
    let has_page = ["URL", "url"].iter().filter_map(|name| words(name)).any(|url| url.contains("://"));
    if let (false, Some(written)) = (has_page, words("URL").or_else(|| words("url"))) {
        let raw = item.get("URL").or_else(|| item.get("url"));
        let at = raw.map_or(span, |raw| span_of(text, raw.get()));
        // What is escaped in JSON stands elsewhere than in the words.
        let inner = Span::new(at.start() + 1, at.end().saturating_sub(1).max(at.start() + 1));
        let whole = inner.range().len() == written.len();
        let found = own_address(&written, inner);
        let found = found.into_iter().map(|(url, own)| (url, if whole { own } else { inner }));
        record.others.splice(0..0, found);
    }
    if record.others.is_empty() && record.source.doi.is_none() {
        let labelled = [("PMID", "PMID"), ("PMCID", "PMC")];
        let found = labelled.iter().find_map(|(name, label)| {
            let value = words(name)?;
            identifier::find(&format!("{label}:{}", value.trim_start_matches("PMC"))).into_iter().next()
        });
        record.source.url = found.map(|found| found.identifier.url());
    }
    record
}

/// The addresses of the item of `text`, and of what is noted on it, where they are written.
pub(super) fn places(text: &str) -> Vec<(String, Span)> {
    let Ok(item) = serde_json::from_str::<Item<'_>>(text) else { return Vec::new() };
    let values = ["URL", "url", "note"].iter().filter_map(|name| item.get(*name));
    values.flat_map(|raw| addresses(raw.get(), span_of(text, raw.get()).start())).collect()
}

/// An archive that is the page itself is kept as it is written, so that it can be told.
fn name_itself(record: &mut Record, archive: Option<String>) {
    let key = |address: &str| Url::parse(address).ok().map(|url| key::key(&url));
    let same = |url: &str| key(url).is_some() && key(url) == archive.as_deref().and_then(key);
    let [(url, span), _, ..] = &record.others[..] else { return };
    if same(url) {
        record.source.url = Some(url.clone());
        record.source.url_spans = super::written(*span).into();
        record.source.archive_url = archive;
    }
}

/// Words without the markup that reference managers let stand in them, `<i>`, `<span class="nocase">`, `&amp;`.
fn without_markup(words: &str) -> String {
    const TAGS: &[&str] = &["i", "b", "sub", "sup", "sc", "em", "strong", "span"];
    let mut kept = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find('<') {
        kept.push_str(&rest[..at]);
        rest = &rest[at..];
        let tag = rest[1..].split_once('>').map(|(tag, _)| tag);
        let name = tag.map(|tag| tag.trim_start_matches('/').split_whitespace().next().unwrap_or_default());
        match (tag, name) {
            (Some(tag), Some(name)) if TAGS.contains(&name.to_ascii_lowercase().as_str()) => {
                rest = &rest[tag.len() + 2..];
            }
            _ => {
                kept.push('<');
                rest = &rest[1..];
            }
        }
    }
    kept.push_str(rest);
    // The ampersand last: `&amp;lt;` is the writing of `&lt;`.
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")];
    entities.iter().fold(kept, |words, (entity, character)| words.replace(entity, character))
}

/// A string, or a number as one writes it.
fn plain(value: &Value) -> Option<String> {
    let words = match value {
        Value::String(words) => words.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    Some(words).filter(|words| !words.is_empty())
}

/// `Family, Given`, or the name as it is.
fn authors(names: &Value) -> Vec<String> {
    let names = names.as_array().map_or(&[][..], Vec::as_slice);
    let name = |name: &Value| {
        let part = |key: &str| name.get(key).and_then(plain);
        let family = match (part("non-dropping-particle"), part("family")) {
            (Some(particle), Some(family)) => Some(format!("{particle} {family}")),
            (_, family) => family,
        };
        match (family, part("given")) {
            (Some(family), Some(given)) => Some(format!("{family}, {given}")),
            (family, given) => family.or(given).or_else(|| part("literal")).or_else(|| plain(name)),
        }
    };
    names.iter().filter_map(name).collect()
}

/// `{"date-parts": [[2024, 6, 29]]}`, `{"raw": "2024-06-29"}`, or a string.
fn date(value: &Value, at: Span, findings: &mut Vec<(Code, String, Span)>) -> Option<PartialDate> {
    let first = value.get("date-parts").and_then(|parts| parts.get(0)).and_then(Value::as_array);
    if let Some(parts) = first.filter(|parts| !parts.is_empty()) {
        let numbers: Vec<i64> =
            parts.iter().map_while(|part| part.as_i64().or_else(|| part.as_str()?.trim().parse().ok())).collect();
        let small = |number: i64| i8::try_from(number).unwrap_or(i8::MAX);
        let year = i16::try_from(*numbers.first()?).ok()?;
        let date = match numbers[1..] {
            [] => PartialDate::from_year(year),
            // Seasons are months beyond December.
            [month] if month > 12 => PartialDate::from_year(year),
            [month] => PartialDate::from_month(year, small(month)),
            [month, day, ..] => PartialDate::from_day(year, small(month), small(day)),
        };
        // Years before our era have no form here.
        if date.is_err() && year > 0 {
            findings.push((Code::DateImpossible, format!("there is no {numbers:?}"), at));
        }
        return date.ok();
    }
    let words = ["raw", "literal"].iter().find_map(|key| value.get(key).and_then(plain)).or_else(|| plain(value))?;
    date_in(&words, DayMonth::Unknown, at, findings)
}
