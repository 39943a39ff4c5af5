//! The folding itself, character by character: letters, marks, signs, and where words begin and end.

use unicode_normalization::char::decompose_compatible;

use super::Word;
use super::elision::{is_elided, is_turkish_ending};
use super::garbled;
use super::numbers::{Raised, is_digit};
use super::reference;
use crate::quote_match::languages::han::simplified;
use crate::quote_match::languages::letters::{
    decimal, is_accent, is_apostrophe, is_dash, is_fraction, is_joined_mark, is_number_sign, is_relation, is_squared,
    is_trade_mark, is_unspaced, raised, separator, sign, spelled_out, stroked, struck_out, vanishes,
};
use crate::span::Span;
use crate::text::eight::letters_at;

/// Bytes of a word and what parts it from the next, about.
const USUAL_WORD: usize = 6;

/// A text that is being folded.
pub(super) struct Folder<'t, 'p> {
    pub original: &'t str,
    /// The same in small letters, as far as it is ASCII.
    lower: String,
    pub marks: Raised,
    /// Letters and digits so far.
    pub text: String,
    pub words: Vec<Word>,
    /// Whether a letter that follows belongs to the last word.
    pub open: bool,
    /// Whether raised digits were met that who copies the text may get on the line: marks of notes, and powers.
    pub has_marks: bool,
    /// Bytes of the original that are passed over, in order; those behind the last that was met.
    passed: &'p [Span],
}

impl<'t, 'p> Folder<'t, 'p> {
    /// Folds the whole of `original`.
    pub fn run(original: &'t str, marks: Raised, passed: &'p [Span]) -> Self {
        let text = String::with_capacity(original.len());
        let (lower, words) = (original.to_ascii_lowercase(), Vec::with_capacity(original.len() / USUAL_WORD));
        let mut folder = Self { original, lower, marks, text, words, open: false, has_marks: false, passed };
        let bytes = original.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if let Some((next, rest)) = folder.passed.split_first().filter(|(next, _)| next.start() <= at) {
                (at, folder.passed, folder.open) = (at.max(next.end()), rest, false);
                continue;
            }
            at = if byte.is_ascii_alphanumeric() {
                folder.ascii_run(at)
            } else if byte == b' ' || byte == b'\n' {
                folder.open = false;
                at + 1
            } else {
                folder.other(at)
            };
        }
        folder
    }

    fn ascii_run(&mut self, start: usize) -> usize {
        let limit = self.passed.first().map_or(self.original.len(), |next| next.start());
        let bytes = &self.original.as_bytes()[start..limit.max(start)];
        let end = start + letters_at(bytes);
        self.begin(start);
        self.text.push_str(&self.lower[start..end]);
        self.extend(end);
        end
    }

    pub fn begin(&mut self, start: usize) {
        if !self.open {
            let word = Word { at: offset(self.text.len()), start: offset(start), end: offset(start) };
            self.words.push(word);
            self.open = true;
        }
    }

    pub fn extend(&mut self, end: usize) {
        if let Some(word) = self.words.last_mut() {
            word.end = offset(end);
        }
    }

    /// Everything that is not an ASCII letter, digit or space. Gives the offset to go on from.
    fn other(&mut self, at: usize) -> usize {
        let Some(c) = self.original[at..].chars().next() else { return self.original.len() };
        let end = at + c.len_utf8();
        if vanishes(c) {
            return self.joined_line(at, end).unwrap_or(end);
        }
        if let Some((was, length)) = reference::of(&self.original[at..]) {
            self.reference(at, at + length, was);
            return at + length;
        }
        if matches!(c, 'â' | 'Ã' | 'Ä' | 'Å' | 'Â')
            && let Some(next) = self.garbled(at, end)
        {
            return next;
        }
        if is_apostrophe(c) {
            self.open &= self.is_inner_apostrophe(at, end) && !self.parts_words(at, end);
        } else if is_dash(c) || self.is_broken_line(c, end) {
            return self.dash(at, end);
        } else if self.is_bare_point(at) {
            return self.bare_point(at, end);
        } else if let Some(mark) = separator(c) {
            self.separator(at, end, mark);
        } else if c == '&' || c == '＆' {
            let end = if self.original[at..].starts_with("&amp;") { at + "&amp;".len() } else { end };
            return self.sign(at, end, "and");
        } else if let Some(name) = sign(c) {
            return self.sign(at, end, name);
        } else if let Some(negated) = struck_out(c, self.original[end..].chars().next()) {
            return self.sign(at, end + '\u{338}'.len_utf8(), negated.encode_utf8(&mut [0; 4]));
        } else if is_relation(c) || self.is_comparison(at, end, c) {
            return self.sign(at, end, c.encode_utf8(&mut [0; 4]));
        } else if is_number_sign(c) {
            return self.number_sign(at, end, c);
        } else if raised(c).is_some() {
            return self.raised(at);
        } else if let Some(end) = self.caret(end, c) {
            return end;
        } else if is_accent(c) {
            if self.open {
                self.extend(end);
            }
        } else if (c.is_alphanumeric() && !is_trade_mark(c))
            || is_squared(c)
            || (self.open_or_unspaced(at) && is_joined_mark(c))
        {
            self.letter(at, end, c);
        } else {
            self.open = is_trade_mark(c) && self.open;
        }
        end
    }

    /// A character whose bytes were read one by one. Gives the offset to go on from.
    fn garbled(&mut self, at: usize, end: usize) -> Option<usize> {
        let last = self.before(at);
        if garbled::is_empty_lead(last, &self.original[at..]) {
            return Some(end);
        }
        let (was, length) = garbled::of(last, &self.original[at..])?;
        match sign(was) {
            Some(name) => {
                self.sign(at, at + length, name);
            }
            None => self.reference(at, at + length, was),
        }
        Some(at + length)
    }

    /// A character that is written as a reference to it.
    fn reference(&mut self, at: usize, end: usize, was: char) {
        if is_apostrophe(was) {
            self.open &= self.is_inner_apostrophe(at, end) && !self.parts_words(at, end);
        } else if was.is_alphabetic() {
            self.letter(at, end, was);
        } else {
            self.open &= vanishes(was);
        }
    }

    fn letter(&mut self, at: usize, end: usize, c: char) {
        let alone = is_unspaced(c) && !is_joined_mark(c);
        if alone || is_fraction(c) {
            self.open = false;
        }
        if is_joined_mark(c) && self.before(at).is_some_and(is_unspaced) {
            self.open = !self.words.is_empty();
        }
        self.begin(at);
        let text = &mut self.text;
        let before = text.len();
        decompose_compatible(c, |part| push_folded(text, part));
        put_tone_first(text);
        if self.text.len() == before {
            self.drop_empty_word();
            return;
        }
        self.extend(end);
        self.open = !is_unspaced(c);
    }

    /// A character that folds to nothing must not leave a word without letters behind.
    fn drop_empty_word(&mut self) {
        if self.words.last().is_some_and(|word| word.at as usize == self.text.len()) {
            self.words.pop();
            self.open = false;
        }
    }

    pub fn sign(&mut self, at: usize, end: usize, name: &str) -> usize {
        self.open = false;
        self.begin(at);
        self.text.push_str(name);
        self.extend(end);
        self.open = false;
        end
    }

    /// A hyphen at a line's end joins; a minus before a number counts; any other dash separates.
    fn dash(&mut self, at: usize, end: usize) -> usize {
        if let Some(next) = self.joined_line(at, end) {
            return next;
        }
        let digit = self.after(end).is_some_and(is_digit) || self.is_bare_point(end);
        let free =
            self.before(at).is_none_or(|last| last.is_whitespace() || matches!(last, '(' | '[' | '$' | '€' | '£'));
        if digit && free {
            return self.sign(at, end, "−");
        }
        self.open = false;
        end
    }

    /// Where the word goes on that a hyphen at byte `at` breaks at the end of its line.
    fn joined_line(&self, at: usize, end: usize) -> Option<usize> {
        let lower = self.before(at).is_some_and(char::is_lowercase);
        let rest = &self.original[end..];
        let line_end = rest.trim_start_matches([' ', '\t', '\r']);
        if !(self.open && lower && line_end.starts_with('\n')) {
            return None;
        }
        let next = line_end.trim_start_matches([' ', '\t', '\r', '\n', '\u{c}']);
        let breaks = line_end[..line_end.len() - next.len()].matches('\n').count();
        (breaks == 1 && next.starts_with(char::is_lowercase)).then(|| self.original.len() - next.len())
    }

    /// Whether `c` is the sign that programs which read scans put for a hyphen at the end of a line.
    fn is_broken_line(&self, c: char, end: usize) -> bool {
        c == '¬' && self.open && self.after(end).is_some_and(char::is_whitespace)
    }

    fn is_inner_apostrophe(&self, at: usize, end: usize) -> bool {
        let (Some(last), Some(next)) = (self.before(at), self.original[end..].chars().next()) else { return false };
        match (last.is_numeric(), next.is_numeric()) {
            (true, true) => self.is_grouping(at, end),
            (false, true) => false,
            (_, false) => next.is_alphabetic(),
        }
    }

    /// Whether the apostrophe between two letters stands between two words: `l’été`, `dell’arte`, `Ankara’nın`.
    fn parts_words(&self, at: usize, end: usize) -> bool {
        let Some(word) = self.words.last().filter(|_| self.open) else { return false };
        let before = &self.text[word.at as usize..];
        let name = self.original[word.start as usize..at].starts_with(char::is_uppercase);
        is_elided(before, self.after(end)) || name && is_turkish_ending(&self.original[end..])
    }

    pub fn after(&self, end: usize) -> Option<char> {
        self.original[end..].chars().next()
    }

    pub fn before(&self, at: usize) -> Option<char> {
        self.original[..at].chars().next_back()
    }

    /// Whether a mark at `at` has a letter before it to belong to.
    fn open_or_unspaced(&self, at: usize) -> bool {
        self.open || self.before(at).is_some_and(is_unspaced)
    }
}

/// One decomposed character, in lower case and without accents.
fn push_folded(text: &mut String, part: char) {
    if part == '⁄' {
        text.push('/');
    } else if !is_accent(part) && (part.is_alphanumeric() || is_joined_mark(part)) {
        for lower in part.to_lowercase().filter(|lower| !is_accent(*lower)) {
            match spelled_out(lower) {
                Some(letters) => text.push_str(letters),
                None => text.push(stroked(lower).or_else(|| decimal(lower)).unwrap_or_else(|| simplified(lower))),
            }
        }
    }
}

/// In Thai and Lao a ring is written before the tone or behind it, and shown alike.
fn put_tone_first(text: &mut String) {
    let mut last = text.chars().rev();
    let pair = (last.next(), last.next());
    if let (Some(tone @ ('\u{e48}'..='\u{e4b}' | '\u{ec8}'..='\u{ecb}')), Some(ring @ ('\u{e4d}' | '\u{ecd}'))) = pair {
        text.truncate(text.len() - tone.len_utf8() - ring.len_utf8());
        text.extend([tone, ring]);
    }
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).expect("a folded text is at most eleven times MAX_TEXT bytes long")
}
