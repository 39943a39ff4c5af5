//! Lines of three dashes or plus signs within a document: rules, and no fences of metadata, which stands at the top. The parser
//! takes what is between two of them for metadata wherever the first has no blank line behind it.

use std::borrow::Cow;
use std::ops::Range;

/// What a rule is written as for the parser: as long, and never a fence.
const RULE: &str = "***";

/// The text with every line behind its metadata that could be taken for the beginning of another as a rule.
pub(super) fn as_rules(text: Cow<'_, str>) -> Cow<'_, str> {
    let found = fences(&text);
    if found.is_empty() {
        return text;
    }
    let mut made = text.into_owned();
    for fence in found {
        made.replace_range(fence, RULE);
    }
    Cow::Owned(made)
}

/// Lines of a fence between a blank line and one that is not.
fn fences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // What stands before the first line is no paragraph, but what is fenced there is metadata.
    let (mut blank_before, mut first, mut metadata) = (false, true, None);
    let mut at = 0;
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let start = at;
        at += line.len();
        let words = line.trim_end();
        let fence = matches!(words, "---" | "+++");
        if first && !words.is_empty() {
            first = false;
            metadata = fence.then_some(words);
        } else if metadata.is_some_and(|mark| words == mark || words == "...") {
            metadata = None;
        } else if fence
            && blank_before
            && metadata.is_none()
            && lines.peek().is_some_and(|next| !next.trim().is_empty())
        {
            found.push(start..start + words.len());
        }
        blank_before = words.is_empty();
    }
    // What is never closed is no metadata, and none of its lines is a fence.
    if metadata.is_some() { Vec::new() } else { found }
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    #[test]
    fn what_stands_between_two_rules_is_read() {
        let text = "---\ntitle: Tides\n---\n\nIt “rose so high” [a](https://a.test/1).\n\n---\nIt “fell so low” [b](https://a.test/2).\n\n---\nIt “stood so still” [c](https://a.test/3).\n";
        for text in [text, &text[23..]] {
            let document = parse(text, Format::Markdown, Limits::default());
            assert_eq!((document.quoted.len(), document.entries.len()), (3, 3), "{text}");
        }
        let document = parse(text, Format::Markdown, Limits::default());
        assert_eq!(document.title.as_deref(), Some("Tides"));
        let heading = parse("A title\n---\nIt “rose so high”.\n", Format::Markdown, Limits::default());
        assert_eq!(heading.blocks.len(), 2);
    }
}
