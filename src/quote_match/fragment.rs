//! A text fragment: the end of an address that makes a browser scroll to a passage and mark it.
//!
//! A browser takes the first place that fits, so a fragment is given only where the first place is the passage. What fits
//! is what Chromium 156 finds (`tests/browser` holds each rule against it): whole words within one block, compared
//! without regard to case and accents; the words of the context right before or behind, with every sign between.

use std::ops::Range;

use memchr::memmem;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::exact::{End, first, occurrences};
use super::folding::fold::Folded;
use super::languages::letters::{is_accent, is_joined_mark, vanishes};
use crate::page::Sight;
use crate::span::Span;

/// Everything is escaped that is not a letter, a digit, or one of the marks that no part of a fragment means.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'_').remove(b'~');

/// Characters of a passage that is named whole; a longer one is named by its first and last words.
const WHOLE: usize = 80;
/// Characters of one that is named whole where its ends cannot be named.
const LONGEST: usize = 400;

/// Words that name an end of a passage, to begin with, and the most; in scripts without spaces each letter is a word.
const ENDS: usize = 4;
const MAX_ENDS: usize = 40;
/// How many ways to name an end are tried.
const MOST_ENDS: usize = 12;

/// Words between which a context may begin, and how many ways are tried.
const CONTEXT: usize = 60;
const MOST_CONTEXTS: usize = 6;

/// Words that note marks add to a passage, at most: each of a sentence has a mark or two.
const MARK_WORDS: usize = 16;

/// The visible text of a page as a browser searches it.
#[derive(Debug, Clone, Copy)]
pub(super) struct View<'p> {
    /// As a reader sees it.
    pub text: &'p Folded<'p>,
    /// Where a browser sees otherwise.
    pub sight: &'p Sight,
    /// What it searches besides, folded.
    pub besides: &'p str,
}

/// The fragment for `words`, if one leads there and nowhere before.
pub(super) fn of(view: View<'_>, words: Range<usize>) -> Option<String> {
    if words.is_empty() {
        return None;
    }
    let span = view.text.span(words.clone());
    if view.sight.unsearched.iter().any(|frame| frame.start() < span.end() && span.start() < frame.end()) {
        return None;
    }
    let length = view.text.written(words.clone()).chars().count();
    let whole = |most: usize| if length <= most { view.whole(&words) } else { None };
    whole(WHOLE).or_else(|| view.by_ends(&words)).or_else(|| whole(LONGEST))
}

/// The words of the visible text that a passage of the text without note marks stands in.
pub(super) fn with_marks(visible: &Folded<'_>, page: &Folded<'_>, words: &Range<usize>) -> Option<Range<usize>> {
    let before = occurrences(page, page.folded(words.clone()), End::Word);
    let which = before.iter().take_while(|place| place.start < words.start).count();
    let lengths = |most: usize| (ENDS..=MOST_ENDS).chain((1..ENDS).rev()).filter(move |length| *length <= most);
    let passage = |start: Range<usize>| {
        let ends = lengths(words.len().saturating_sub(start.len()).max(1));
        ends.into_iter().find_map(|length| {
            let last = first(visible, page.folded(words.end - length..words.end), visible.at(start.end))?;
            let whole = start.start..visible.index_at(last) + length;
            is_passage(visible, whole.clone(), page, words).then_some(whole)
        })
    };
    lengths(words.len()).find_map(|length| {
        let starts = occurrences(visible, page.folded(words.start..words.start + length), End::Word);
        let whole = if length == words.len() { starts.get(which).cloned() } else { None };
        whole.or_else(|| {
            let mut found: Vec<Range<usize>> = starts.into_iter().rev().filter_map(passage).collect();
            // What begins twice before its end begins the second time.
            found.dedup_by_key(|place| place.end);
            found.into_iter().rev().nth(which)
        })
    })
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

/// Words beside a passage that tell its place from others, or none.
#[derive(Debug, Clone)]
struct Context<'p> {
    /// The words.
    words: Range<usize>,
    /// As they stand there, with the signs up to the passage.
    written: &'p str,
}

impl<'p> View<'p> {
    /// `prefix-,all its words,-suffix`.
    fn whole(self, words: &Range<usize>) -> Option<String> {
        if !self.is_one(self.text.span(words.clone())) {
            return None;
        }
        let whole = |before: &Context<'_>, behind: &Context<'_>| {
            format!("#:~:text={}{}{}", prefix(before), escaped(self.text.written(words.clone())), suffix(behind))
        };
        // The shortest are enough for most passages, and soon found.
        let shortest = (self.before(words.start, 1), self.behind(words.end, 1));
        if let ([before], [behind]) = (&shortest.0[..], &shortest.1[..])
            && self.is_first(before.words.start..behind.words.end)
        {
            return Some(whole(before, behind));
        }
        let (before, behind) = (self.before(words.start, MOST_CONTEXTS), self.behind(words.end, MOST_CONTEXTS));
        let mut pairs: Vec<(usize, usize)> =
            (0..before.len()).flat_map(|one| (0..behind.len()).map(move |other| (one, other))).collect();
        pairs.sort_by_key(|(one, other)| (one + other, *other));
        let leads = |(one, other): (usize, usize)| {
            self.is_first(before[one].words.start..behind[other].words.end).then(|| (&before[one], &behind[other]))
        };
        let (before, behind) = pairs.into_iter().find_map(leads)?;
        Some(whole(before, behind))
    }

    /// `prefix-,first words,last words,-suffix`.
    fn by_ends(self, words: &Range<usize>) -> Option<String> {
        let half = words.start + words.len().div_ceil(2);
        let before = self.before(words.start, MOST_CONTEXTS);
        let starts = lengths().map(|length| words.start..words.start + length).filter(|start| start.end <= half);
        let starts = starts.filter(|start| self.is_one(self.text.span(start.clone())) && self.ends_word(start.end));
        let (start, before) = starts.take(MOST_ENDS).find_map(|start| {
            let context = before.iter().find(|context| self.is_first(context.words.start..start.end))?;
            Some((start, context))
        })?;
        let behind = self.behind(words.end, MOST_CONTEXTS);
        let ends =
            lengths().filter(|length| *length <= words.end - start.end).map(|length| words.end - length..words.end);
        let ends = ends.filter(|end| self.is_one(self.text.span(end.clone())) && self.begins_word(end.start));
        let (end, behind) = ends.take(MOST_ENDS).find_map(|end| {
            // Chromium gives up where the first such words are not followed by the context.
            let context = behind.first().filter(|_| self.is_next(end.clone(), start.end))?;
            Some((end, context))
        })?;
        let written = |words: Range<usize>| escaped(self.text.written(words));
        Some(format!("#:~:text={}{},{}{}", prefix(before), written(start), written(end), suffix(behind)))
    }

    /// Whether no block ends within `span`, and nothing else that ends a search.
    fn is_one(self, span: Span) -> bool {
        let broken = self.text.original[span.range()].contains(['\n', '\t']);
        !broken && !self.breaks(span.start(), span.end())
    }

    fn breaks(self, start: usize, end: usize) -> bool {
        let next = self.sight.breaks.partition_point(|known| known.at <= start);
        self.sight.breaks.get(next).is_some_and(|known| known.at < end)
    }

    /// Whether nothing like `words` stands before them. Parts of words count: what a word is, browsers know better.
    fn is_first(self, words: Range<usize>) -> bool {
        let needle = self.text.folded(words.clone());
        memmem::find(self.text.text.as_bytes(), needle.as_bytes()) == Some(self.text.at(words.start))
            && memmem::find(self.besides.as_bytes(), needle.as_bytes()).is_none()
    }

    /// Whether nothing like `words` stands between them and word `from`.
    fn is_next(self, words: Range<usize>, from: usize) -> bool {
        let (needle, from) = (self.text.folded(words.clone()), self.text.at(from));
        let found = memmem::find(&self.text.text.as_bytes()[from..], needle.as_bytes());
        found == Some(self.text.at(words.start) - from)
            && memmem::find(self.besides.as_bytes(), needle.as_bytes()).is_none()
    }

    /// What may stand as context before word `start`, up to `most`, the shortest first; none where a browser sees that a word
    /// begins.
    fn before(self, start: usize, most: usize) -> Vec<Context<'p>> {
        let mut contexts = Vec::new();
        if self.begins_word(start) {
            contexts.push(Context { words: start..start, written: "" });
        }
        let end = self.text.span(start..start).start();
        if self.is_seam(end) {
            return contexts;
        }
        for from in (start.saturating_sub(CONTEXT)..start).rev() {
            if contexts.len() == most {
                break;
            }
            let span = Span::new(self.text.span(from..start).start(), end);
            let written = &self.text.original[span.range()];
            let words_end = self.text.span(from..start).end();
            if self.breaks(span.start(), span.end() + 1) || !self.is_one(Span::new(span.start(), words_end)) {
                break;
            }
            let (written, rest) = written.split_at(written.find(['\n', '\t']).unwrap_or(written.len()));
            if rest.trim().is_empty() && self.begins_word(from) && written.starts_with(in_word) {
                contexts.push(Context { words: from..start, written });
            }
        }
        contexts
    }

    /// The same behind the last word before `end`.
    fn behind(self, end: usize, most: usize) -> Vec<Context<'p>> {
        let mut contexts = Vec::new();
        if self.ends_word(end) {
            contexts.push(Context { words: end..end, written: "" });
        }
        let start = self.text.span(end - 1..end).end();
        if self.is_seam(start) {
            return contexts;
        }
        let last = self.text.words.len().min(end + CONTEXT);
        for to in end + 1..=last {
            if contexts.len() == most {
                break;
            }
            let words = self.text.span(end..to);
            let written = &self.text.original[start..words.end()];
            if self.breaks(start.saturating_sub(1), words.end()) || !self.is_one(words) {
                break;
            }
            let line = written.rfind(['\n', '\t']).map_or(0, |line| line + 1);
            if written[..line].trim().is_empty() && self.ends_word(to) && written.ends_with(in_word) {
                contexts.push(Context { words: end..to, written: &written[line..] });
            }
        }
        contexts
    }

    fn is_seam(self, at: usize) -> bool {
        self.sight.seams.binary_search(&at).is_ok()
    }

    fn begins_word(self, index: usize) -> bool {
        is_boundary(self.text.original, self.text.span(index..index).start())
    }

    fn ends_word(self, end: usize) -> bool {
        is_boundary(self.text.original, self.text.span(end - 1..end).end())
    }
}

/// Lengths in words that name an end, the best first.
fn lengths() -> impl Iterator<Item = usize> {
    (ENDS..=MAX_ENDS).chain((1..ENDS).rev())
}

/// Whether a browser is sure to see the edge of a word at byte `at`. Between two letters of scripts without spaces a
/// dictionary decides, so nobody is.
fn is_boundary(text: &str, at: usize) -> bool {
    let mut back = text[..at].chars().rev().filter(|c| !vanishes(*c));
    let mut on = text[at..].chars().filter(|c| !vanishes(*c));
    let (Some(before), Some(behind)) = (back.next(), on.next()) else { return true };
    let glued = |one: char, other: Option<char>| joins(one) && other.is_some_and(in_word);
    !(in_word(before) && (in_word(behind) || glued(behind, on.next())) || glued(before, back.next()) && in_word(behind))
}

fn in_word(c: char) -> bool {
    c == '_' || c.is_alphanumeric() || is_accent(c) || is_joined_mark(c)
}

/// Signs that make one word of what stands on both sides (Unicode Standard Annex 29: `MidLetter`, `MidNum`, `MidNumLet`).
fn joins(c: char) -> bool {
    matches!(
        c,
        '\'' | '"'
            | '.'
            | ','
            | ';'
            | ':'
            | '·'
            | '’'
            | '‘'
            | '‧'
            | '\u{387}'
            | '\u{55f}'
            | '״'
            | '׳'
            | '٫'
            | '٬'
            | '\u{2024}'
            | '\u{fe13}'
            | '\u{fe52}'
            | '\u{fe55}'
            | '．'
            | '：'
            | '，'
            | '；'
            | '＇'
            | '⁄'
    )
}

fn prefix(context: &Context<'_>) -> String {
    if context.words.is_empty() { String::new() } else { format!("{}-,", escaped(context.written)) }
}

fn suffix(context: &Context<'_>) -> String {
    if context.words.is_empty() { String::new() } else { format!(",-{}", escaped(context.written)) }
}

fn escaped(written: &str) -> String {
    let words: Vec<&str> = written.split_whitespace().collect();
    utf8_percent_encode(&words.join(" "), ESCAPED).to_string()
}

#[cfg(test)]
#[path = "fragment_tests.rs"]
mod tests;
