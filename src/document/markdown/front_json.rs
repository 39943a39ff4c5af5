//! Front matter in JSON, as site generators take it: an object at the very top of the file, alone or between lines of `;;;`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::value::RawValue;

use super::front_matter::{FrontMatter, Item, Listed};

/// The line before and behind an object.
const FENCE: &str = ";;;";

/// The text with spaces for such front matter, line for line.
pub(super) fn as_blank(text: &str) -> Cow<'_, str> {
    let Some((whole, _)) = find(text) else { return Cow::Borrowed(text) };
    let blank = text[whole.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' });
    Cow::Owned(blank.chain(text[whole.end..].chars()).collect())
}

/// What the front matter at the top of the file says.
pub(super) fn read(text: &str) -> Option<FrontMatter> {
    let offset = text.len() - text.trim_start_matches('\u{feff}').len();
    let (_, object) = find(&text[offset..])?;
    let object = offset + object.start..offset + object.end;
    let mut front = FrontMatter::default();
    for (name, value) in fields(&text[object])? {
        let spelled = name.to_lowercase().replace('-', "_");
        if spelled == "title" && front.title.is_none() {
            front.title = serde_json::from_str(value.get()).ok();
        }
        let Some(listed) = Listed::named(&spelled) else { continue };
        let values = serde_json::from_str::<Vec<&RawValue>>(value.get()).unwrap_or_else(|_| vec![value]);
        front.add(text, listed, values.into_iter().map(|value| item(text, value)).collect());
    }
    Some(front)
}

/// The front matter with its fences, and its object, in bytes.
fn find(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let fenced = text.strip_prefix(FENCE).filter(|rest| rest.trim_start_matches([' ', '\r']).starts_with('\n'));
    let inner = fenced.unwrap_or(text);
    let object = fenced.map_or(inner, str::trim_start);
    if !object.starts_with('{') {
        return None;
    }
    let start = text.len() - object.len();
    let read = serde_json::Deserializer::from_str(object).into_iter::<&RawValue>().next()?.ok()?;
    fields(read.get()).filter(|fields| !fields.is_empty())?;
    let end = start + read.get().len();
    let behind = match fenced {
        Some(_) => text[end..].trim_start().strip_prefix(FENCE)?,
        None => &text[end..],
    };
    // A file that is nothing else is no document with front matter.
    let apart = behind.trim_start_matches([' ', '\t', '\r']).starts_with('\n');
    (apart && !behind.trim().is_empty()).then(|| (0..text.len() - behind.len(), start..end))
}

fn fields(object: &str) -> Option<BTreeMap<String, &RawValue>> {
    serde_json::from_str(object).ok()
}

/// A source: its string without the marks, or the strings of its fields.
fn item(text: &str, value: &RawValue) -> Item {
    let strings = fields(value.get()).unwrap_or_default().into_iter();
    let fields = strings.map(|(name, value)| (name.to_lowercase(), within(text, value))).collect();
    Item { range: within(text, value), fields }
}

/// Where a value stands, without the marks of a string.
fn within(text: &str, value: &RawValue) -> Range<usize> {
    let start = (value.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    let marks = usize::from(value.get().starts_with('"'));
    start + marks..start + value.get().len() - marks
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Format, Limits, parse};

    fn urls(document: &Document) -> Vec<&str> {
        document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect()
    }

    const OBJECT: &str = "{\n  \"title\": \"The \\\"long\\\" harbour\",\n  \"description\": \"He said “the harbour is closed”\",\n  \
         \"tags\": [\"of the sea\"], \"link\": \"https://l.test/1\",\n  \"source\": \"https://s.test/1\",\n  \
         \"references\": [\"https://r.test/1\", {\"title\": \"High Tides\", \"url\": \"https://r.test/2\"}]\n}";
    const BODY: &str = "\n\nIt is “as high as ever” [here](https://a.test/1).\n";

    #[test]
    fn an_object_above_the_document_says_what_it_is_and_quotes_nothing() {
        for (before, behind) in [("", ""), (";;;\n", "\n;;;"), ("\u{feff}", "")] {
            let text = format!("{before}{OBJECT}{behind}{BODY}");
            for text in [text.clone(), text.replace('\n', "\r\n")] {
                let document = parse(&text, Format::Markdown, Limits::default());
                assert_eq!(document.title.as_deref(), Some("The \"long\" harbour"), "{text}");
                assert_eq!(document.quoted.len(), 1, "{text}");
                let expected = ["https://s.test/1", "https://r.test/1", "https://r.test/2", "https://a.test/1"];
                assert_eq!(urls(&document), expected, "{text}");
                for entry in &document.entries {
                    let span = entry.source.url_spans.first().unwrap();
                    assert_eq!(Some(&text[span.range()]), entry.source.url.as_deref(), "{text}");
                }
                let tides = document.entries.iter().find(|entry| entry.source.title.is_some()).unwrap();
                assert_eq!(tides.source.title.as_deref(), Some("High Tides"));
            }
        }
    }

    #[test]
    fn braces_that_are_no_such_object_are_prose() {
        for text in [
            "{“as high as ever”} is [what he said](https://a.test/1).\n",
            "{}\n\nIt is “as high as ever” [here](https://a.test/1).\n",
            "{\"title\": \"A\"} is “as high as ever” [here](https://a.test/1).\n",
            "Words.\n\n{\"title\": \"of it\"}\n\nIt is “as high as ever” [here](https://a.test/1).\n",
            ";;;\n{\"title\": \"of it\"}\n\nIt is “as high as ever” [here](https://a.test/1).\n",
        ] {
            let document = parse(text, Format::Markdown, Limits::default());
            assert_eq!((document.title.as_deref(), urls(&document).len()), (None, 1), "{text}");
            assert!(!document.quoted.is_empty(), "{text}");
        }
    }
}
