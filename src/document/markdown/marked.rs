//! Marks that some programs show and the parser reads as words: `==marked==`, `++inserted++`, `H~2~O`, `x^2^`, the
//! brackets and attributes of `[words]{.class}` and `[link](…){target=_blank}`. What a reader sees has none of them.

use std::ops::Range;

use crate::document::BlockKind;
use crate::document::draft::Draft;
use crate::document::marker::brackets::can_carry_a_note;
use crate::span::floor_char_boundary;

use super::outline::Outline;

/// Bytes between two marks of a pair.
const LONGEST: usize = 400;
/// Bytes of what is raised or lowered.
const RAISED: usize = 12;
/// Bytes of attributes in braces.
const ATTRIBUTES: usize = 120;
/// Brackets that are open at a time.
const DEPTH: usize = 8;

/// Takes the marks out of the paragraphs.
pub(super) fn cut(draft: &mut Draft<'_>, outline: &Outline) {
    let mut masked = draft.masked.clone();
    masked.sort_by_key(|mask| (mask.start, mask.end));
    let ends: Vec<usize> = {
        let mut ends: Vec<usize> = outline.links.iter().map(|link| link.range.end).collect();
        ends.sort_unstable();
        ends
    };
    let mut found = Vec::new();
    for block in draft.blocks.iter().filter(|block| block.kind != BlockKind::Heading) {
        let text = &draft.prose.text()[block.range()];
        if text.contains(['=', '+', '~', '^', '{']) {
            let is_link = |at: usize| ends.binary_search(&(block.range().start + at)).is_ok();
            let own = marks(text, is_link).into_iter().map(|(start, end)| start..end);
            found.extend(own.map(|own| block.range().start + own.start..block.range().start + own.end));
        }
    }
    let is_masked = |range: &Range<usize>| {
        let next = masked.partition_point(|mask| mask.end <= range.start);
        masked.get(next).is_some_and(|mask| mask.start < range.end)
    };
    let links: Vec<&Range<usize>> = outline.links.iter().map(|link| &link.range).collect();
    let in_address = |range: &Range<usize>| {
        let next = links.partition_point(|link| link.end <= range.start);
        links
            .get(next)
            .is_some_and(|link| link.start < range.end && draft.prose.text()[(*link).clone()].contains("://"))
    };
    found.retain(|range| !is_masked(range) && !in_address(range));
    draft.cuts.extend(found);
}

/// The marks of a paragraph; `is_link` tells the places where a link ends.
fn marks(text: &str, is_link: impl Fn(usize) -> bool) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let (mut at, bytes) = (0, text.as_bytes());
    // Marks that nothing closes are not looked for again in the same paragraph.
    let mut unclosed: [usize; 2] = [0, 0];
    while let Some(next) = text[at..].find(['=', '+', '~', '^', '[', ']', '{']) {
        let start = at + next;
        at = start + 1;
        match bytes[start] {
            b'[' if open.len() < DEPTH => open.push(start),
            b'[' => open.clear(),
            b']' => {
                let from = open.pop();
                if let Some((from, end)) = from.zip(attributes(text, start + 1)) {
                    found.extend([(from, from + 1), (start, end)]);
                    at = end;
                }
            }
            b'{' if is_link(start) => {
                if let Some(end) = attributes(text, start) {
                    found.push((start, end));
                    at = end;
                }
            }
            sign @ (b'=' | b'+') => {
                let tried = &mut unclosed[usize::from(sign == b'+')];
                if start < *tried {
                    continue;
                }
                let mark = if sign == b'=' { "==" } else { "++" };
                match pair(text, start, mark) {
                    Some(end) => {
                        found.extend([(start, start + 2), (end, end + 2)]);
                        *tried = end + 2;
                    }
                    None if text[start..].starts_with(mark) => at = start + 2,
                    None => {}
                }
            }
            sign @ (b'~' | b'^') => {
                if let Some(end) = raised(text, start, char::from(sign)) {
                    found.extend([(start, start + 1), (end, end + 1)]);
                    at = end + 1;
                }
            }
            _ => {}
        }
    }
    found.sort_unstable();
    found
}

/// Where the second mark of a pair stands whose first one is at `start`.
fn pair(text: &str, start: usize, mark: &str) -> Option<usize> {
    let sign = mark.chars().next()?;
    let inner = text[start..].strip_prefix(mark)?;
    let before = text[..start].chars().next_back();
    let opens = before.is_none_or(|c| !c.is_alphanumeric() && c != sign)
        && inner.starts_with(|c: char| !c.is_whitespace() && c != sign);
    let near = &inner[..floor_char_boundary(inner, LONGEST)];
    let length = near.find(mark).filter(|length| opens && *length > 0)?;
    let behind = near[length + mark.len()..].chars().next();
    let closes =
        !near[..length].ends_with(char::is_whitespace) && behind.is_none_or(|c| !c.is_alphanumeric() && c != sign);
    // `i++ and ++j` counts.
    let words = near[..length].split_whitespace();
    let counts = mark == "++" && [words.clone().next(), words.last()].into_iter().flatten().any(|word| word.len() < 2);
    (closes && !counts && near[..length].contains(char::is_alphanumeric)).then_some(start + mark.len() + length)
}

/// Where the second sign stands of what is raised or lowered behind a letter or a digit. What could be the mark of a note
/// is left.
fn raised(text: &str, start: usize, sign: char) -> Option<usize> {
    let before = text[..start].chars().next_back().filter(|c| c.is_alphanumeric() || matches!(c, ')' | ']'))?;
    let inner = &text[start + 1..];
    let near = &inner[..floor_char_boundary(inner, RAISED + 1)];
    let length = near.find(sign).filter(|length| *length > 0)?;
    let words = &near[..length];
    let plain = words.chars().all(|c| c.is_alphanumeric() || "+-−–.,*′".contains(c));
    let note = sign == '^'
        && words.starts_with(|c: char| c.is_ascii_digit())
        && (before == ']' || before == ')' || can_carry_a_note(Some(before), &text[..start], words));
    (plain && !note && !inner[length + 1..].starts_with(sign)).then_some(start + 1 + length)
}

/// Where attributes in braces end: `{.class}`, `{#id}`, `{target=_blank}`, `{: .class }`.
fn attributes(text: &str, start: usize) -> Option<usize> {
    let inner = text[start..].strip_prefix('{')?;
    let near = &inner[..floor_char_boundary(inner, ATTRIBUTES)];
    let length = near.find('}')?;
    let words = near[..length].trim_start_matches(':').trim();
    let named = |word: &str| {
        let key = word.split('=').next().unwrap_or_default();
        let is_name = |name: &str| {
            !name.is_empty()
                && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.' | '#'))
        };
        match word.strip_prefix(['.', '#']) {
            Some(name) => is_name(name),
            None => word.contains('=') && is_name(key),
        }
    };
    let mut parts = words.split_whitespace();
    let first = parts.next().is_some_and(named);
    (first && !near[..length].contains('{')).then_some(start + 1 + length + 1)
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    #[test]
    fn quotations_have_the_words_that_a_reader_sees() {
        let check = |written: &str, shown: &str| {
            let document = parse(&format!("He said “{written}” there.\n"), Format::Markdown, Limits::default());
            let quoted: Vec<&str> =
                document.quoted.iter().map(|quoted| document.text(&quoted.parts[0].range())).collect();
            assert_eq!(quoted, [shown], "{written}");
            for quoted in &document.quoted {
                assert!(document.prose.span(&quoted.parts[0].range()).start() > 0);
            }
        };
        check("the ==road== was ++dusty++, ==very much== so", "the road was dusty, very much so");
        check("water is H~2~O and x^2^ and 10^-6^ and 5 km^2^ here", "water is H2O and x2 and 10-6 and 5 km2 here");
        check("the [road]{.smallcaps} was [long]{.underline} here", "the road was long here");
        check(
            "the [road](https://a.test){target=_blank} was [long](https://b.test){: .c } here",
            "the road was long here",
        );
        for same in [
            "a == b == c holds and x ~ y too",
            "C++ and C++ are ++ here",
            "what a^b is, and ~/x and ~/y",
            "the set {x = 1} and [it] {so}",
            "i++ and ++i and j++",
            "an [insert] {was=not} there",
        ] {
            check(same, same);
        }
    }
}
