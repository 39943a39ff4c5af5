//! Links between the notes of a vault, `[[Note]]`, `[[Note|words]]`, `![[picture.png]]`: a reader sees their words alone.

use std::ops::Range;

use crate::document::draft::Draft;
use crate::span::floor_char_boundary;

/// Bytes between the brackets.
const LONGEST: usize = 200;

/// Takes their marks out of the paragraphs.
pub(super) fn cut(draft: &mut Draft<'_>) {
    let mut masked = draft.masked.clone();
    masked.sort_by_key(|mask| (mask.start, mask.end));
    let prose = draft.prose.text();
    let found = draft.blocks.iter().flat_map(|block| {
        let start = block.range().start;
        marks(&prose[block.range()]).into_iter().map(move |own| start + own.start..start + own.end)
    });
    let is_masked = |range: &Range<usize>| {
        let next = masked.partition_point(|mask| mask.end <= range.start);
        masked.get(next).is_some_and(|mask| mask.start < range.end)
    };
    let found: Vec<Range<usize>> = found.filter(|range| !is_masked(range)).collect();
    draft.cuts.extend(found);
}

/// What of a paragraph is no words of its links.
fn marks(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find("[[").map(|next| at + next) {
        at = start + 2;
        let near = &text[at..floor_char_boundary(text, at + LONGEST)];
        let Some(end) = near.find(['[', ']', '\n']).filter(|end| near[*end..].starts_with("]]")) else { continue };
        let inner = &near[..end];
        if !is_note(inner) || text[at + end + 2..].starts_with(']') {
            continue;
        }
        let behind = at + end + 2;
        if text[..start].ends_with('!') {
            found.push(start - 1..behind);
        } else {
            let words = inner.find('|').map_or(at, |bar| at + bar + 1);
            found.extend([start..words, at + end..behind]);
        }
        at = behind;
    }
    found
}

/// Whether brackets hold the name of a note, and no number of one, no address and no test of a shell.
fn is_note(inner: &str) -> bool {
    let (name, words) = inner.split_once('|').unwrap_or((inner, "words"));
    let edge = |c: char| c.is_whitespace() || "^@-".contains(c);
    inner.contains(char::is_alphabetic)
        && !words.trim().is_empty()
        && !name.starts_with(edge)
        && !name.ends_with(char::is_whitespace)
        && !inner.contains("://")
        && !inner.contains(['"', '“', '”', '$', '='])
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    #[test]
    fn a_reader_of_a_vault_sees_the_words_of_its_links() {
        let check = |text: &str, expected: &str| {
            let document = parse(text, Format::Markdown, Limits::default());
            assert_eq!(document.prose.text().trim(), expected, "{text}");
        };
        check("The [[harbour]] was shut.", "The harbour was shut.");
        check("The [[Port 2020|harbour]] was shut.", "The harbour was shut.");
        check("The [[Port#Part two|harbour]] was [[#Shut|shut]].", "The harbour was shut.");
        check("**[[harbour]]** and *[[a/b|shut]]*", "harbour and shut");
        check("The ![[plan.png|300]] harbour ![[Note]].", "The  harbour .");
        check("- [[港務局|港務局報告]]說", "港務局報告說");
        check("([[Doe]], [[Roe|R.]])", "(Doe, R.)");
        for text in [
            "As seen [[1]] and [[2, 3]].",
            "if [[ -f a ]] then",
            "if [[ $a == b ]] then",
            "x = a[[\"b\"]]",
            "[[https://a.test/1]]",
            "[[open",
            "[[a]",
            "[[[a]]]",
            "[[^1]]",
            "[[a|]]",
            "m[[i]",
        ] {
            check(text, text);
        }
        check("`[[code]]`", "[[code]]");
    }
}
