//! A text fragment: the end of an address that makes a browser scroll to a passage and mark it.

use std::ops::Range;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::exact::first;
use super::fold::Folded;

/// Everything is escaped that is not a letter, a digit, or one of the marks that no part of a fragment means.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'_').remove(b'~');

/// A passage of so many words is named whole; a longer one by its first and last words.
const WHOLE: usize = 10;

/// Words that name an end of a passage, to begin with, and the most.
const ENDS: usize = 4;
const MAX_ENDS: usize = 12;

/// Words of context before a passage that stands more than once.
const CONTEXT: usize = 6;

/// The fragment for `words`, if it leads there and nowhere before.
pub(super) fn of(page: &Folded<'_>, words: Range<usize>) -> Option<String> {
    if words.is_empty() {
        return None;
    }
    let lines = (line_end(page, &words), block_start(page, words.end - 1, words.start));
    if words.len() <= WHOLE && lines.0 == words.end {
        let context = context(page, &words)?;
        return Some(format!("#:~:text={context}{}", escaped(page, words)));
    }
    (ENDS..=MAX_ENDS).find_map(|length| by_ends(page, &words, lines, length))
}

/// `first words,last words`. Neither may reach over the end of a block, nor into the other.
fn by_ends(page: &Folded<'_>, words: &Range<usize>, lines: (usize, usize), length: usize) -> Option<String> {
    let half = words.start + words.len().div_ceil(2);
    let start = words.start..(words.start + length).min(lines.0).min(half);
    let end = words.end.saturating_sub(length).max(lines.1).max(start.end)..words.end;
    if end.is_empty() || !reaches(page, &start, &end) {
        return None;
    }
    let context = context(page, &start)?;
    Some(format!("#:~:text={context}{},{}", escaped(page, start), escaped(page, end)))
}

/// Whether the first place of `end` after `start` is the one meant.
fn reaches(page: &Folded<'_>, start: &Range<usize>, end: &Range<usize>) -> bool {
    first(page, page.folded(end.clone()), page.at(start.end)) == Some(page.at(end.start))
}

/// Nothing where the words stand nowhere before; else the words before them that tell the places apart.
fn context(page: &Folded<'_>, words: &Range<usize>) -> Option<String> {
    let leads = |from: usize| first(page, page.folded(from..words.end), 0) == Some(page.at(from));
    if leads(words.start) {
        return Some(String::new());
    }
    let before = words.start.checked_sub(1)?;
    let first_word = block_start(page, before, words.start.saturating_sub(CONTEXT));
    let from = (first_word..words.start).rev().find(|&from| leads(from))?;
    Some(format!("{}-,", escaped(page, from..words.start)))
}

/// One past the last word of the block in which the words begin, within the words.
fn line_end(page: &Folded<'_>, words: &Range<usize>) -> usize {
    (words.start..words.end - 1).find(|&index| breaks(page, index)).map_or(words.end, |index| index + 1)
}

/// The first word of the block that word `last` stands in, no further back than `limit`.
fn block_start(page: &Folded<'_>, last: usize, limit: usize) -> usize {
    (limit..last).rev().find(|&index| breaks(page, index)).map_or(limit, |index| index + 1)
}

fn breaks(page: &Folded<'_>, index: usize) -> bool {
    page.between(index).contains(['\n', '\t'])
}

fn escaped(page: &Folded<'_>, words: Range<usize>) -> String {
    let written: Vec<&str> = page.written(words).split_whitespace().collect();
    utf8_percent_encode(&written.join(" "), ESCAPED).to_string()
}
