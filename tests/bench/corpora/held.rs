//! The counts of a folder, side by side.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use citewatch::citation::claims;
use citewatch::document::{Document, Format, Limits, parse, tally};
use serde_json::Value;

/// A count of something else than what is read here: it is counted by their rule, and ours is told beside it.
struct Otherwise {
    file: &'static str,
    count: &'static str,
    ours: u64,
    why: &'static str,
    rule: fn(&str) -> usize,
}

const OTHERWISE: [Otherwise; 4] = [
    Otherwise {
        file: "markdown/deep-research-hai-field.md",
        count: "glued_digit_markers",
        ours: 78,
        why: "they count the numbers of headings, as in 2.1, too",
        rule: glued_digits,
    },
    Otherwise {
        file: "markdown/privacyguides-dating.md",
        count: "accessed_dates",
        ours: 0,
        why: "they count the word: “can be accessed by the company”",
        rule: |text| text.matches("accessed").count(),
    },
    Otherwise {
        file: "urls/linkify-it-links.txt",
        count: "urls",
        ours: 112,
        why: "they count each `https://`, and no other address",
        rule: schemes,
    },
    Otherwise {
        file: "urls/linkify-it-not-links.txt",
        count: "urls",
        ours: 1,
        why: "they count each `https://`, also where none is an address",
        rule: schemes,
    },
];

/// Attributes in one address.
const ATTRIBUTES: usize = 8;

/// What all documents together may take, in a build for release.
const GOAL: Duration = Duration::from_secs(1);

/// Prints the table, with copies cut at every `cut` bytes; false where something differs.
pub(crate) fn held(
    folder: &Path,
    cut: usize,
    print: &mut dyn FnMut(String),
) -> Result<bool, Box<dyn std::error::Error>> {
    let manifest: Value = serde_json::from_str(&std::fs::read_to_string(folder.join("manifest.json"))?)?;
    let entries = manifest.as_array().ok_or("manifest.json is no list")?;
    let (mut took, mut same, mut compared, mut cuts) = (Duration::ZERO, true, 0, 0);
    print("| document | count | theirs | ours | |\n| --- | --- | --- | --- | --- |".to_owned());
    for entry in entries {
        let file = entry["file"].as_str().ok_or("an entry has no file")?;
        let word = entry["format"].as_str().unwrap_or_default();
        let text = if word == "docx" { String::new() } else { std::fs::read_to_string(folder.join(file))? };
        let (ours, problems) = if word == "docx" {
            (of_program(&folder.join(file))?, Vec::new())
        } else {
            let format = format_of(word, file);
            let began = Instant::now();
            let document = parse(&text, format, Limits::default());
            drop(claims(&document, &text));
            took += began.elapsed();
            cuts += cut_copies(&text, format, cut);
            let problems = wrong_spans(&document, &text, format);
            let addressed = document.entries.iter().filter(|entry| entry.source.url.is_some()).count();
            let mut ours = tally(&text, format);
            ours.push(("url_spans_ok", addressed - problems.len()));
            (ours, problems)
        };
        for (name, theirs) in counts(&entry["counts"]) {
            let last = name.rsplit('.').next().unwrap_or_default();
            let own = ours.iter().find(|(own, _)| *own == last).map(|(_, count)| *count as u64);
            compared += u64::from(own.is_some());
            let otherwise = OTHERWISE.iter().find(|known| known.file == file && known.count == name);
            let by_rule = otherwise.map_or(own, |known| Some((known.rule)(&text) as u64));
            let (verdict, equal) = match (by_rule, own, otherwise) {
                (Some(count), Some(read), Some(known)) if count == theirs && read == known.ours => {
                    (format!("by their rule: {}; read here: {read}", known.why), true)
                }
                (Some(count), _, None) if count == theirs => (String::new(), true),
                (Some(_), Some(read), _) => (format!("DIFFERS; read here: {read}"), false),
                _ => ("NOT COUNTED".to_owned(), false),
            };
            same &= equal;
            print(format!(
                "| {file} | {name} | {theirs} | {} | {verdict} |",
                by_rule.map_or(String::new(), |count| count.to_string())
            ));
        }
        for problem in problems {
            same = false;
            print(format!("| {file} | url_span | | | {problem} |"));
        }
    }
    print(format!(
        "\n{compared} counts compared; {cuts} cut copies read; all documents read in {took:.2?} (goal {GOAL:?} in release)"
    ));
    let slow = took > GOAL && !cfg!(debug_assertions);
    if slow {
        print(format!("SLOW: more than {GOAL:?}"));
    }
    Ok(same && !slow)
}

/// How often an address with `http://` or `https://` begins, wherever that stands.
fn schemes(text: &str) -> usize {
    text.matches("http://").count() + text.matches("https://").count()
}

/// Numbers of one to three digits between a stop, a quotation mark or a bracket and a space.
fn glued_digits(text: &str) -> usize {
    let words = text.split_whitespace().filter(|word| {
        let before = word.trim_end_matches(|c: char| c.is_ascii_digit());
        (1..=3).contains(&(word.len() - before.len())) && before.ends_with(['.', ',', ';', ':', '"', '”', ')'])
    });
    words.count()
}

/// The numbers among the counts of an entry; those of a reader named apart as `reader.count`.
fn counts(counts: &Value) -> Vec<(String, u64)> {
    let mut found = Vec::new();
    for (name, count) in counts.as_object().into_iter().flatten() {
        found.extend(count.as_u64().map(|count| (name.clone(), count)));
        let inner = count.as_object().into_iter().flatten();
        found.extend(inner.filter_map(|(own, count)| Some((format!("{name}.{own}"), count.as_u64()?))));
    }
    found
}

/// The marks of a document that only the program reads: those of footnotes in digits, those of endnotes in letters.
fn of_program(file: &Path) -> Result<Vec<(&'static str, usize)>, Box<dyn std::error::Error>> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_citewatch"));
    let ran = program.args(["extract", "--format", "json"]).arg(file).output()?;
    let read: Value = serde_json::from_slice(&ran.stdout)?;
    let markers = read["documents"][0]["markers"].as_array().ok_or("no markers")?;
    let is_digits = |marker: &&Value| {
        let label = marker["labels"][0].as_str().unwrap_or_default();
        label.starts_with(|c: char| c.is_ascii_digit())
    };
    let feet = markers.iter().filter(is_digits).count();
    Ok(vec![("footnote_refs", feet), ("endnote_refs", markers.len() - feet)])
}

fn format_of(word: &str, file: &str) -> Format {
    let word = if word == "html-shapes" { "html" } else { word };
    Format::parse(word).or_else(|| Format::of_path(file)).unwrap_or(Format::Plain)
}

/// Addresses that do not stand where their span says, escapes of the format aside.
fn wrong_spans(document: &Document, text: &str, format: Format) -> Vec<String> {
    let of_entries = document.entries.iter().filter_map(|entry| {
        let url = entry.source.url.as_deref()?;
        let written: String = entry.source.url_spans.iter().filter_map(|span| text.get(span.range())).collect();
        let filled = if format == Format::Asciidoc { filled(&written, text) } else { written.clone() };
        let same = written.is_empty() || decoded(&filled, format) == plain(url) || plain(&filled) == plain(url);
        (!same).then(|| format!("{written} is not {url}"))
    });
    of_entries.collect()
}

/// An address as written, without the escapes of its format.
fn decoded(written: &str, format: Format) -> String {
    let entities = |text: &str| numbered(&text.replace("&amp;", "&").replace("&quot;", "\""));
    match format {
        Format::Markdown => plain(&entities(&unescaped(written))),
        Format::Bibtex | Format::Latex | Format::Rst => plain(&unescaped(written).replace(['{', '}'], "")),
        _ => plain(&entities(written)),
    }
}

/// A text with its characters that are written as numbers, `&#38;` and `&#x26;`.
fn numbered(text: &str) -> String {
    let mut parts = text.split("&#");
    let mut decoded = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let read = part.split_once(';').and_then(|(number, rest)| {
            let hex = number.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16));
            Some((char::from_u32(hex.unwrap_or_else(|| number.parse()).ok()?)?, rest))
        });
        match read {
            Some((c, rest)) => decoded.extend([c.to_string().as_str(), rest]),
            None => decoded.extend(["&#", part]),
        }
    }
    decoded
}

/// An address with the values of its attributes, `{base}/a`, which lines such as `:base: https://…` give.
fn filled(written: &str, text: &str) -> String {
    let mut filled = written.to_owned();
    for _ in 0..ATTRIBUTES {
        let Some((name, open)) =
            filled.find('{').and_then(|open| Some((filled[open + 1..].split_once('}')?.0.to_owned(), open)))
        else {
            break;
        };
        let value = text.lines().find_map(|line| line.strip_prefix(':')?.strip_prefix(&name)?.strip_prefix(':'));
        filled.replace_range(open..open + name.len() + 2, value.unwrap_or_default().trim());
    }
    filled
}

/// Without the backslashes before punctuation.
fn unescaped(written: &str) -> String {
    let mut text = String::new();
    let mut rest = written.chars().peekable();
    while let Some(c) = rest.next() {
        if !(c == '\\' && rest.peek().is_some_and(char::is_ascii_punctuation)) {
            text.push(c);
        }
    }
    text
}

/// What is compared: without a scheme, which an address in a list can lack.
fn plain(url: &str) -> String {
    let url = url.trim().trim_start_matches("https:").trim_start_matches("http:").trim_start_matches("//");
    url.to_owned()
}

/// Reads copies cut at every so many bytes; that none of them ends the program is the test.
fn cut_copies(text: &str, format: Format, cut: usize) -> usize {
    let ends = (0..text.len()).step_by(cut).filter(|end| text.is_char_boundary(*end));
    ends.map(|end| drop(claims(&parse(&text[..end], format, Limits::default()), &text[..end]))).count()
}
