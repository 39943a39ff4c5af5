//! RIS: lines of a tag and a value, `UR  - https://…`, from `TY`, or the first tag, to `ER`.

use crate::date::DayMonth;
use crate::finding::Code;
use crate::span::Span;

use super::super::ignore;
use super::{Record, Records, accessed_in, addresses, date_in, doi_in, own_address};

/// A line that is being read.
struct Line<'a> {
    tag: &'a str,
    value: &'a str,
    /// Where the value stands.
    at: Span,
}

pub(super) fn read(text: &str, order: DayMonth) -> Records {
    let mut records = Records::default();
    let mut open: Option<Record> = None;
    let mut last: Option<&str> = None;
    let mut typed = false;
    let mut at = 0;
    for written in text.split_inclusive('\n') {
        let start = at;
        at += written.len();
        let Some(line) = line(written, start) else {
            if let (Some(record), Some(tag)) = (&mut open, last) {
                go_on(record, tag, written.trim());
            }
            continue;
        };
        last = Some(line.tag);
        match line.tag {
            "TY" => {
                // What stands before the first record, and has no end of its own, is none.
                close(&mut records, open.take().filter(|_| typed), start, End::Missing);
                open = Some(Record { span: Span::new(start, at), ..Record::default() });
                typed = true;
            }
            "ER" => {
                close(&mut records, open.take(), start + written.trim_end().len(), End::There);
                typed = false;
            }
            _ => {
                // Some programs leave out the type of what they do not know.
                open.get_or_insert_with(|| Record { span: Span::new(start, at), ..Record::default() });
                if let Some(record) = &mut open {
                    // Of two, the second says where the first is.
                    if line.tag == "PB" && record.has_house {
                        last = None;
                    } else {
                        add(record, &line, order);
                    }
                    record.span = Span::new(record.span.start(), start + written.trim_end().len());
                }
            }
        }
    }
    close(&mut records, open.filter(|_| typed), at, End::Missing);
    records
}

/// Whether the line stands that ends a record.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    There,
    Missing,
}

fn close(records: &mut Records, record: Option<Record>, at: usize, end: End) {
    let Some(mut record) = record else { return };
    if end == End::There {
        record.span = Span::new(record.span.start(), at.max(record.span.start()));
    } else {
        let message = "the record has no line `ER  -` at its end".to_owned();
        record.findings.push((Code::EntryBroken, message, record.span));
    }
    records.records.push(record);
}

/// `XX  - value`, with as many spaces as there may be.
fn line(written: &str, start: usize) -> Option<Line<'_>> {
    let bare = written.trim_start_matches('\u{feff}');
    let tag = bare.get(..2).filter(|tag| tag.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()))?;
    let rest = bare[2..].trim_start_matches(' ').strip_prefix('-')?;
    let value = rest.trim();
    let offset = written.len() - rest.len() + (rest.len() - rest.trim_start().len());
    Some(Line { tag, value, at: Span::new(start + offset, start + offset + value.len()) })
}

fn add(record: &mut Record, line: &Line<'_>, order: DayMonth) {
    let value = line.value;
    if value.is_empty() {
        return;
    }
    let source = &mut record.source;
    let words = || value.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.tag {
        "ID" => record.key = Some(words()),
        "TI" | "T1" | "CT" => {
            source.title.get_or_insert_with(|| words().trim_end_matches('.').to_owned());
        }
        "AU" | "A1" => source.authors.push(words()),
        "PB" => {
            source.publisher = Some(words());
            record.has_house = true;
        }
        "T2" | "JO" | "JF" | "JA" | "BT" => {
            source.publisher.get_or_insert_with(words);
        }
        "DA" | "PY" | "Y1" => {
            let date = date_in(&dated(value), order, line.at, &mut record.findings);
            // The most exact of several.
            if record.source.published.is_none_or(|known| date.is_some_and(|date| date.day() > known.day())) {
                record.source.published = date.or(record.source.published);
            }
        }
        "Y2" => record.source.accessed = date_in(&dated(value), order, line.at, &mut record.findings),
        "DO" => source.doi = doi_in(value),
        "N1" if ignore::read(value).is_some() => record.note = Some(words()),
        "N1" if source.accessed.is_none() => {
            record.source.accessed = accessed_in(value, order, line.at, &mut record.findings);
        }
        "UR" | "L1" | "L2" | "LK" => {
            // Several addresses of one line are parted by semicolons.
            let (mut found, mut at) = (Vec::new(), line.at.start());
            for part in parted(value) {
                found.extend(addresses(part, at));
                at += part.len() + 1;
            }
            if found.is_empty() && source.doi.is_none() {
                source.doi = doi_in(value);
            }
            // The other tags can hold the path of a file.
            if found.is_empty() && source.doi.is_none() && line.tag == "UR" {
                let own = own_address(value, line.at);
                // `www.` is enough to know one; what else has no scheme may be none.
                if value.starts_with("www.") { found = own } else { record.instead.extend(own) }
            }
            record.others.extend(found);
        }
        _ => {}
    }
}

/// Adds a line without a tag to what the line before it holds.
fn go_on(record: &mut Record, tag: &str, words: &str) {
    let held = match tag {
        "TI" | "T1" | "CT" => &mut record.source.title,
        "PB" | "T2" | "JO" | "JF" | "JA" | "BT" => &mut record.source.publisher,
        _ => return,
    };
    if let Some(held) = held.as_mut().filter(|_| !words.is_empty()) {
        held.push(' ');
        held.push_str(&words.split_whitespace().collect::<Vec<_>>().join(" "));
        held.truncate(held.trim_end_matches('.').len());
    }
}

/// The value at the semicolons behind which another address begins.
fn parted(value: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in value.match_indices(';') {
        let next = value[at + 1..].trim_start();
        if next.starts_with("http://") || next.starts_with("https://") {
            parts.push(&value[start..at]);
            start = at + 1;
        }
    }
    parts.push(&value[start..]);
    parts
}

/// `2019/05/03/late edition` as a date that is read.
fn dated(value: &str) -> String {
    let numbers: Vec<&str> = value.splitn(4, '/').take(3).map(str::trim).collect();
    let digits = |part: &&&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let kept: Vec<String> = numbers.iter().take_while(digits).map(|part| format!("{part:0>2}")).collect();
    if value.contains('/') && kept.first().is_some_and(|year| year.len() == 4) {
        return kept.join("-");
    }
    value.to_owned()
}
