//! The access date of an entry, where it stands in the document.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::value::RawValue;

use super::dates;
use super::records;
use super::wikitext;
use super::{Page, Swap};
use crate::date::{self, DayMonth, PartialDate};
use crate::document::{Format, access_date};
use crate::span::Span;

/// Writes `day` where the access date of an entry stands, in the way in which that is written.
pub(super) fn accessed(page: &Page<'_>, index: usize, day: PartialDate) -> Option<Vec<Swap>> {
    let Some(span) = span(page, index) else {
        let (parts, time) = match page.document.format {
            Format::CslJson => csl_parts(page.text, page.entry(index).span.range())?,
            Format::Ris => ris_parts(page.text, page.entry(index).span.range())?,
            _ => return None,
        };
        return numbers(page.text, &parts, time, day).map(|swap| vec![swap]);
    };
    // A comment behind the day, and what else a field has, stays; a time of day is that of the old look.
    let written = &page.text[span.range()];
    let own = date::read(written, DayMonth::Unknown)?.range;
    let style = page.dates.as_in(&written[own.clone()])?;
    let end = own.end + time(&written[own.end..]);
    Some(vec![(Span::new(span.start() + own.start, span.start() + end), style.write(day.first_day()))])
}

/// Year, month and day, each in the place of its own number, and nothing at `time`.
fn numbers(text: &str, parts: &[Range<usize>], time: Range<usize>, day: PartialDate) -> Option<Swap> {
    let [year, month, of_month] = parts else { return None };
    let date = day.first_day();
    let two = |range: &Range<usize>, number: i8| {
        let padded = text[range.clone()].len() == 2 && (text[range.clone()].starts_with('0') || pads(text, parts));
        if padded { format!("{number:02}") } else { number.to_string() }
    };
    let between = |one: &Range<usize>, other: &Range<usize>| &text[one.end..other.start];
    let (to_month, to_day, kept) = (between(year, month), between(month, of_month), between(of_month, &time));
    let (month, of_month) = (two(month, date.month()), two(of_month, date.day()));
    let written = format!("{:04}{to_month}{month}{to_day}{of_month}{kept}", date.year());
    Some((Span::new(year.start, time.end), written))
}

/// Bytes of a time of day at the front of `text`: `T10:15:00Z`, ` 10:15`, `, 10:15 am`, ` 10:15:00 +0200`.
fn time(text: &str) -> usize {
    let bare = text.trim_start_matches([',', ' ']);
    let bare = bare.strip_prefix(['T', 't']).unwrap_or(bare);
    let two = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hours = two(bare);
    let minutes = bare.get(hours..).and_then(|rest| rest.strip_prefix(':')).map_or(0, two);
    if !(1..=2).contains(&hours) || minutes != 2 || bare.len() == text.len() {
        return 0;
    }
    let clock = bare[hours..].trim_start_matches(|c: char| c.is_ascii_digit() || c == ':' || c == '.');
    let zone = clock.trim_start();
    let named = |word: &&&str| zone.get(..word.len()).is_some_and(|own| own.eq_ignore_ascii_case(word));
    let behind = match ["UTC", "GMT", "a.m.", "p.m.", "am", "pm", "Z"].iter().find(named) {
        Some(word) => &zone[word.len()..],
        None if zone.starts_with(['+', '-']) => zone[1..].trim_start_matches(|c: char| c.is_ascii_digit() || c == ':'),
        None => clock,
    };
    text.len() - behind.len()
}

/// Whether `words` are a day and no more, but for a time of day.
fn is_day(words: &str) -> bool {
    let Some(own) = date::read(words, DayMonth::Unknown).map(|found| found.range) else { return false };
    dates::of(words).is_some()
        || own.start == 0
            && dates::of(&words[own.clone()]).is_some()
            && own.end + time(&words[own.end..]) == words.len()
}

/// Whether months and days have two digits: where one begins with a nought, and between slashes.
fn pads(text: &str, parts: &[Range<usize>]) -> bool {
    parts[1..].iter().any(|part| text[part.clone()].starts_with('0'))
        || text[parts[0].end..].starts_with('/')
        || text[..parts[0].start].ends_with('"')
}

/// The numbers of `"accessed": {"date-parts": [[2024, 6, 29]]}`, which must be one day, and their end.
fn csl_parts(text: &str, item: Range<usize>) -> Option<(Vec<Range<usize>>, Range<usize>)> {
    let value = csl_accessed(text, item)?;
    let own = &text[value.clone()];
    let list = own.find("date-parts").and_then(|at| Some(at + own[at..].find('[')?))?;
    let end = list + own[list..].find(']')?;
    let is_one = own[end + 1..].trim_start().starts_with(']');
    let parts = digits(&own[list..end], value.start + list);
    let end = parts.last()?.end;
    (is_one && parts.len() == 3).then_some((parts, end..end))
}

/// The bytes of the value of `accessed`.
fn csl_accessed(text: &str, item: Range<usize>) -> Option<Range<usize>> {
    let fields: BTreeMap<String, &RawValue> = serde_json::from_str(&text[item]).ok()?;
    let value = fields.get("accessed")?.get();
    let start = (value.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    Some(start..start + value.len())
}

/// The numbers of `Y2  - 2024/06/29/`, and where a time of day stands behind the last slash.
fn ris_parts(text: &str, record: Range<usize>) -> Option<(Vec<Range<usize>>, Range<usize>)> {
    let value = ris_accessed(text, record)?;
    let own = &text[value.clone()];
    let day = own.match_indices('/').nth(2).map_or(own, |(at, _)| &own[..at]);
    let rest = &own[day.len()..];
    let between = day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/');
    let clock = rest.strip_prefix('/').unwrap_or_default();
    let timed = clock.is_empty() || time(&format!(" {clock}")) == clock.len() + 1;
    let parts = digits(day, value.start);
    if !between || !timed || parts.len() != 3 || parts[0].len() != 4 {
        return None;
    }
    let end = if clock.is_empty() { parts[2].end } else { value.end };
    Some((parts, end - clock.len()..end))
}

fn ris_accessed(text: &str, record: Range<usize>) -> Option<Range<usize>> {
    let mut at = record.start;
    for line in text[record].split_inclusive('\n') {
        let start = at;
        at += line.len();
        let value = line.strip_prefix("Y2").and_then(|rest| rest.trim_start_matches(' ').strip_prefix('-'));
        if let Some(value) = value.map(str::trim).filter(|value| !value.is_empty()) {
            let start = start + line.find(value)?;
            return Some(start..start + value.len());
        }
    }
    None
}

fn digits(text: &str, from: usize) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        match runs.last_mut() {
            Some(last) if last.end == from + at => last.end += 1,
            _ => runs.push(from + at..from + at + 1),
        }
    }
    runs
}

fn span(page: &Page<'_>, index: usize) -> Option<Span> {
    let entry = page.entry(index);
    match page.document.format {
        Format::Wikitext => wikitext::access_date(page, index).or_else(|| access_date(page.document, entry)),
        Format::Bibtex => {
            let fields = records::fields(page.text, entry.span.range());
            let own = fields.iter().find(|field| field.name == "urldate")?;
            let value = own.value.clone();
            let bare = page.text[value.clone()].trim_matches(['{', '}', '"']);
            let lead = page.text[value.clone()].find(bare)?;
            Some(Span::new(value.start + lead, value.start + lead + bare.len()))
        }
        Format::CslJson => {
            let value = csl_accessed(page.text, entry.span.range())?;
            day_in(page.text, value)
        }
        Format::Ris => {
            let value = ris_accessed(page.text, entry.span.range())?;
            is_day(&page.text[value.clone()]).then(|| Span::new(value.start, value.end))
        }
        _ if page.has_several(entry) => None,
        _ => access_date(page.document, entry),
    }
    .filter(|span| page.text.is_char_boundary(span.start()) && page.text.is_char_boundary(span.end()))
}

/// The string of a value of JSON that is a day: `"2024-06-29"`, `{"raw": "June 29, 2024"}`.
fn day_in(text: &str, value: Range<usize>) -> Option<Span> {
    let mut at = value.start;
    text[value].split('"').find_map(|part| {
        let start = at;
        at += part.len() + 1;
        is_day(part).then(|| Span::new(start, start + part.len()))
    })
}
