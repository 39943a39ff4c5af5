//! Formulas that stand in a text as they are typed, `$D_2(r)$`: their digits and marks mean nothing else.

use std::ops::Range;

use super::Format;
use super::draft::Draft;

/// Bytes of the longest formula within a sentence.
const LONGEST: usize = 1_000;

/// Masks the formulas of a text that is read without a program for them.
pub(super) fn mask(draft: &mut Draft<'_>) {
    if !matches!(draft.format, Format::Plain | Format::Markdown | Format::Html | Format::Docx) {
        return;
    }
    let prose = draft.prose.text();
    for block in &draft.blocks {
        let found = find(&prose[block.range()]);
        draft.masked.extend(found.map(|range| block.range().start + range.start..block.range().start + range.end));
    }
}

/// The formulas of a paragraph.
fn find(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text.get(at..)?.find('$')?;
            let mark = if text[start..].starts_with("$$") { "$$" } else { "$" };
            let from = start + mark.len();
            let length = end(&text[from..], mark).filter(|_| !text[..start].ends_with(char::is_alphanumeric));
            match length {
                Some(length) => {
                    at = from + length + mark.len();
                    return Some(start..at);
                }
                None => at = from,
            }
        }
    })
}

/// Bytes of the formula that `text` begins with, up to `mark`. Two sums, `$5 and $6`, are none.
fn end(text: &str, mark: &str) -> Option<usize> {
    let near = &text[..crate::span::floor_char_boundary(text, LONGEST)];
    let length = near.find(mark)?;
    let (inner, behind) = (&near[..length], &near[length + mark.len()..]);
    let apart = mark == "$" && (inner.starts_with(char::is_whitespace) || inner.ends_with(char::is_whitespace));
    let goes_on = behind.starts_with(|c: char| c.is_ascii_digit());
    let typed = inner.contains(['\\', '_', '^', '{', '=', '<', '+']) || inner.chars().count() == 1;
    (!inner.is_empty() && !apart && !goes_on && typed).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_known_by_its_signs_and_sums_are_none() {
        let formulas = |text: &str| find(text).map(|range| text[range].to_owned()).collect::<Vec<_>>();
        assert_eq!(formulas("the size $D_2(r)$ of it, and $$E = mc^2$$."), ["$D_2(r)$", "$$E = mc^2$$"]);
        assert_eq!(formulas("let $n$ be so"), ["$n$"]);
        for text in ["$5 and $6", "from $5 to $10.2", "costs 5$ or 6$", "US$5 = US$6", "$", "$$"] {
            assert!(formulas(text).is_empty(), "{text}");
        }
    }
}
