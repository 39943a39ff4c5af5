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

/// Words that note marks add to a passage, at most: each of a sentence has a mark or two.
const MARK_WORDS: usize = 16;

/// The fragment for `words` of a text without note marks, on the page with them: the words before the first mark and
/// those behind the last, if they lead there and nowhere before.
pub(super) fn around_marks(visible: &Folded<'_>, page: &Folded<'_>, words: Range<usize>) -> Option<String> {
    let half = words.len() / 2;
    let lengths = |most: usize| (ENDS..=MAX_ENDS).chain((1..ENDS).rev()).filter(move |length| *length <= most);
    let starts = lengths(words.len() - half).map(|length| words.start..words.start + length);
    let leads = |start: Range<usize>| -> Option<String> {
        let (length, first_words) = (start.len(), page.folded(start));
        let start = whole_line(visible, first(visible, first_words, 0)?, length)?;
        let again = first(visible, first_words, visible.at(start.start + 1)).map(|at| visible.index_at(at));
        let ends = lengths(half).map(|length| words.end - length..words.end);
        let end = |end: Range<usize>| {
            let found = first(visible, page.folded(end.clone()), visible.at(start.end))?;
            let end = whole_line(visible, found, end.len())?;
            // Where the first words stand again before the end, the passage begins with those.
            let begins_there = again.is_none_or(|again| again >= end.end);
            (begins_there && is_passage(visible, start.start..end.end, page, &words)).then_some(end)
        };
        let end = ends.into_iter().find_map(end)?;
        Some(format!("#:~:text={},{}", escaped(visible, start), escaped(visible, end)))
    };
    starts.into_iter().find_map(leads)
}

/// The words that begin at byte `at` of the folded text, if no block ends among them.
fn whole_line(page: &Folded<'_>, at: usize, length: usize) -> Option<Range<usize>> {
    let start = page.index_at(at);
    let words = start..start + length;
    (words.end <= page.words.len() && line_end(page, &words) == words.end).then_some(words)
}

/// Whether `seen` has the words in their order, with few others between: not every word, since a mark may be written to
/// the end of one.
fn is_passage(visible: &Folded<'_>, seen: Range<usize>, page: &Folded<'_>, words: &Range<usize>) -> bool {
    if seen.len() > words.len() + MARK_WORDS {
        return false;
    }
    let (mut at, mut found) = (seen.start, 0);
    for word in words.clone() {
        if let Some(next) = (at..seen.end.min(at + MARK_WORDS)).find(|index| visible.word(*index) == page.word(word)) {
            at = next + 1;
            found += 1;
        }
    }
    found * 4 >= words.len() * 3
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
