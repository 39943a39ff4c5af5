//! Folding: a text as its letters and digits only, with the way back to every word as it was written.
//!
//! What typography does to a passage (quotation marks, dashes, spaces, ligatures, hyphens at line ends) is gone after
//! folding, so one search for bytes finds it. What it says is not: signs and separators that make another number stay.

use std::ops::Range;

use unicode_normalization::char::decompose_compatible;

use super::language::Languages;
use super::letters::{
    decimal, digit, is_accent, is_apostrophe, is_dash, is_fraction, is_joined_mark, is_number_sign, is_relation,
    is_trade_mark, is_unit, is_unspaced, raised, separator, sign, spelled_out, stroked, struck_out, vanishes,
};
use super::vocabulary::{go_on_with_negation, negates};
use super::words::{is_guarded, is_number};
use crate::span::{Span, floor_char_boundary};

/// Texts are folded up to here, far above the cap of any body. No character folds to more than eleven times its bytes
/// (U+FDFA does), so every offset fits 32 bits.
const MAX_TEXT: usize = 1 << 28;

/// Digits of a number that is raised to a power (`10⁶`); a longer one is a year or a count with a note mark (`2019³`).
const BASE_DIGITS: usize = 2;

/// What raised digits are that are no power and no part of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Raised {
    /// Marks of notes, and no part of the text.
    Marks,
    /// Digits on the line, as who copies a page often gets them: `protobuf3` for `protobuf³`.
    Digits,
}

/// A folded text.
#[derive(Debug)]
pub(super) struct Folded<'t> {
    /// As it was.
    pub original: &'t str,
    /// Letters and digits only, without any space.
    pub text: String,
    /// In order; they cover `text` without a gap.
    pub words: Vec<Word>,
    /// How far its spaces can be trusted.
    pub spaces: Spaces,
    /// What it is written in; none where that is not known.
    pub languages: Languages,
    /// Whether raised digits are in it that are marks of notes.
    pub has_marks: bool,
    /// One bit a byte of `text`: a word starts there.
    starts: Vec<u64>,
}

/// A word: where it starts in the folded text, and what it was.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    at: u32,
    start: u32,
    end: u32,
}

/// Where the spaces of a text come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spaces {
    /// Somebody wrote them.
    Written,
    /// A reader of glyphs guessed them from distances.
    Guessed,
}

impl<'t> Folded<'t> {
    /// Folds `original`.
    pub fn new(original: &'t str, spaces: Spaces) -> Self {
        Self::fold(original, spaces, Raised::Marks)
    }

    /// The same with the marks of notes as digits on the line, but for those behind a number: they would make another.
    pub fn with_marks_on_the_line(original: &'t str, spaces: Spaces) -> Self {
        Self::fold(original, spaces, Raised::Digits)
    }

    fn fold(original: &'t str, spaces: Spaces, marks: Raised) -> Self {
        let original = &original[..floor_char_boundary(original, MAX_TEXT)];
        let text = String::with_capacity(original.len());
        let mut folder = Folder { original, marks, text, words: Vec::new(), open: false, has_marks: false };
        folder.run();
        let Folder { text, words, has_marks, .. } = folder;
        let mut starts = vec![0; text.len() / 64 + 1];
        for word in &words {
            starts[word.at as usize / 64] |= 1 << (word.at % 64);
        }
        Self { original, text, words, spaces, languages: 0, has_marks, starts }
    }

    /// The same, written in `languages`.
    pub fn in_languages(self, languages: Languages) -> Self {
        Self { languages, ..self }
    }

    /// Whether word `index` negates.
    pub fn negates(&self, index: usize) -> bool {
        let letters = self.text.get(self.at(index)..).unwrap_or_default();
        negates(self.word(index), self.languages) || letters.starts_with(is_unspaced) && go_on_with_negation(letters)
    }

    /// Whether word `index` is a number.
    pub fn is_number(&self, index: usize) -> bool {
        is_number(self.word(index), self.languages)
    }

    /// Whether word `index` negates, qualifies or counts.
    pub fn is_guarded(&self, index: usize) -> bool {
        self.negates(index) || is_guarded(self.word(index), self.languages)
    }

    /// All its words.
    pub fn all(&self) -> Range<usize> {
        0..self.words.len()
    }

    /// The folded text of `words`.
    pub fn folded(&self, words: Range<usize>) -> &str {
        if words.is_empty() { "" } else { &self.text[self.at(words.start)..self.at(words.end)] }
    }

    /// One word, folded.
    pub fn word(&self, index: usize) -> &str {
        self.folded(index..index + 1)
    }

    /// The bytes of the original from the first of `words` to the last.
    pub fn span(&self, words: Range<usize>) -> Span {
        if words.is_empty() {
            let at = self.words.get(words.start).map_or(self.original.len(), |word| word.start as usize);
            return Span::new(at, at);
        }
        Span::new(self.words[words.start].start as usize, self.words[words.end - 1].end as usize)
    }

    /// The byte of the original where word `index` starts; its end for the index after the last.
    pub fn start_of(&self, index: usize) -> usize {
        self.words.get(index).map_or(self.original.len(), |word| word.start as usize)
    }

    /// The original from the first of `words` to the last.
    pub fn written(&self, words: Range<usize>) -> &'t str {
        &self.original[self.span(words).range()]
    }

    /// What stands between word `index` and the next.
    pub fn between(&self, index: usize) -> &'t str {
        let end = self.words[index].end as usize;
        let next = self.words.get(index + 1).map_or(self.original.len(), |word| word.start as usize);
        &self.original[end..next.max(end)]
    }

    /// Where word `index` starts in the folded text; its end for the index after the last.
    pub fn at(&self, index: usize) -> usize {
        self.words.get(index).map_or(self.text.len(), |word| word.at as usize)
    }

    /// Whether a word starts, or the text ends, at byte `at` of the folded text.
    pub fn is_edge(&self, at: usize) -> bool {
        at == self.text.len() || self.starts[at / 64] >> (at % 64) & 1 == 1
    }

    /// The first byte after `at` where a word starts, or the end of the folded text.
    pub fn edge_after(&self, at: usize) -> usize {
        let from = at + 1;
        if from >= self.text.len() {
            return self.text.len();
        }
        let first = self.starts[from / 64] & (u64::MAX << (from % 64));
        let later = self.starts[from / 64 + 1..].iter().copied();
        let blocks = std::iter::once(first).chain(later).enumerate();
        blocks
            .map(|(block, bits)| (from / 64 + block, bits))
            .find(|&(_, bits)| bits != 0)
            .map_or(self.text.len(), |(block, bits)| block * 64 + bits.trailing_zeros() as usize)
    }

    /// The index of the word that starts at `at`, or the number of words that start before it.
    pub fn index_at(&self, at: usize) -> usize {
        self.words.partition_point(|word| (word.at as usize) < at)
    }

    /// The number of words that begin before byte `at` of the original.
    pub fn words_before(&self, at: usize) -> usize {
        self.words.partition_point(|word| (word.start as usize) < at)
    }
}

struct Folder<'t> {
    original: &'t str,
    marks: Raised,
    text: String,
    words: Vec<Word>,
    open: bool,
    has_marks: bool,
}

impl Folder<'_> {
    fn run(&mut self) {
        let bytes = self.original.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            at = if byte.is_ascii_alphanumeric() {
                self.ascii_run(at)
            } else if byte == b' ' || byte == b'\n' {
                self.open = false;
                at + 1
            } else {
                self.other(at)
            };
        }
    }

    fn ascii_run(&mut self, start: usize) -> usize {
        let bytes = &self.original.as_bytes()[start..];
        let length = bytes.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(bytes.len());
        let end = start + length;
        self.begin(start);
        let from = self.text.len();
        self.text.push_str(&self.original[start..end]);
        self.text[from..].make_ascii_lowercase();
        self.extend(end);
        end
    }

    fn begin(&mut self, start: usize) {
        if !self.open {
            let word = Word { at: offset(self.text.len()), start: offset(start), end: offset(start) };
            self.words.push(word);
            self.open = true;
        }
    }

    fn extend(&mut self, end: usize) {
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
        if is_apostrophe(c) {
            self.open &= self.is_inner_apostrophe(at, end);
        } else if is_dash(c) {
            return self.dash(at, end);
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
        } else if is_accent(c) {
            if self.open {
                self.extend(end);
            }
        } else if (c.is_alphanumeric() && !is_trade_mark(c)) || (self.open_or_unspaced(at) && is_joined_mark(c)) {
            self.letter(at, end, c);
        } else {
            self.open = is_trade_mark(c) && self.open;
        }
        end
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

    fn sign(&mut self, at: usize, end: usize, name: &str) -> usize {
        self.open = false;
        self.begin(at);
        self.text.push_str(name);
        self.extend(end);
        self.open = false;
        end
    }

    /// `+`, `<` and their like count where a number follows; a `+` also after one, or after a name: `50+`, `C++`.
    fn number_sign(&mut self, at: usize, end: usize, c: char) -> usize {
        let rest = self.original[end..].trim_start();
        let before_number = rest.starts_with(is_digit);
        let after_name = c == '+' && self.before(at).is_some_and(|last| last.is_alphanumeric() || last == '+');
        if before_number || after_name {
            return self.sign(at, end, c.encode_utf8(&mut [0; 4]));
        }
        self.open = false;
        end
    }

    /// `<`, `>` and `=` between two terms, spaced alike on both sides, the end of a line being a space: `x < y`, `x<y`;
    /// not `->` or `<b`.
    fn is_comparison(&self, at: usize, end: usize, c: char) -> bool {
        if !matches!(c, '<' | '>' | '=') {
            return false;
        }
        let (before, after) = (&self.original[..at], &self.original[end..]);
        let (left, right) = (before.trim_end(), after.trim_start());
        let is_term = |c: char| c.is_alphanumeric() || matches!(c, '(' | ')');
        (left.len() < before.len()) == (right.len() < after.len())
            && left.ends_with(is_term)
            && right.starts_with(is_term)
    }

    /// A hyphen at a line's end joins; a minus before a number counts; any other dash separates.
    fn dash(&mut self, at: usize, end: usize) -> usize {
        if let Some(next) = self.joined_line(at, end) {
            return next;
        }
        let digit = self.after(end).is_some_and(is_digit);
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

    fn is_inner_apostrophe(&self, at: usize, end: usize) -> bool {
        let (Some(last), Some(next)) = (self.before(at), self.original[end..].chars().next()) else { return false };
        match (last.is_numeric(), next.is_numeric()) {
            (true, true) => self.is_grouping(at, end),
            (false, true) => false,
            (_, false) => next.is_alphabetic(),
        }
    }

    /// Between two digits a separator makes the number (3.5 is not 35), unless it only groups thousands. `mark` is what
    /// stands at `at..end`, in Latin.
    fn separator(&mut self, at: usize, end: usize, mark: char) {
        let inner = self.open && self.before(at).is_some_and(is_digit) && self.after(end).is_some_and(is_digit);
        // In Chinese a comma of full width parts the items of a list.
        let parts = mark == ',' && !self.original[at..].starts_with(',') && !self.is_grouping(at, end);
        if !inner || parts {
            self.open = false;
        } else if !(mark == ',' && self.is_grouping(at, end) || mark == '.' && self.is_dot_grouping(at, end)) {
            self.text.push(mark);
        }
    }

    /// Whether the separator at `at..end` parts thousands: one to three digits, then groups of three.
    fn is_grouping(&self, at: usize, end: usize) -> bool {
        let mark = self.original[at..].chars().next();
        let digits: Vec<char> = self.original[..at].chars().rev().take(4).take_while(|c| is_digit(*c)).collect();
        let lead = self.original[..at].chars().rev().nth(digits.len());
        let opens = (1..=3).contains(&digits.len()) && digits.last().copied().and_then(digit) != Some('0');
        self.digits_after(end) == 3 && if lead == mark { digits.len() == 3 } else { opens }
    }

    /// How many digits follow byte `at`, four at most.
    fn digits_after(&self, at: usize) -> usize {
        self.original[at..].chars().take(4).take_while(|c| is_digit(*c)).count()
    }

    /// A single full stop is a decimal point (1.000); two and more in groups of three part thousands (1.000.000).
    fn is_dot_grouping(&self, at: usize, end: usize) -> bool {
        let mark = self.original[at..].chars().next();
        let rest = &self.original[end..];
        let group: usize = rest.chars().take(3).map(char::len_utf8).sum();
        let more = rest[group..].chars().next() == mark;
        let again = more && self.digits_after(end + group + mark.map_or(1, char::len_utf8)) == 3;
        let mut group = self.original[..at].chars().rev();
        let before = group.by_ref().take(3).filter(|c| is_digit(*c)).count() == 3 && group.next() == mark;
        self.is_grouping(at, end) && (again || before)
    }

    /// Raised digits are a power after a number, part of a unit after a short word or with a sign, and a note mark
    /// anywhere else.
    fn raised(&mut self, at: usize) -> usize {
        let run: String = self.original[at..].chars().map_while(raised).collect();
        let end = at + self.original[at..].chars().take(run.len()).map(char::len_utf8).sum::<usize>();
        let last = self.before(at).filter(|_| self.open);
        let word = self.words.last().map_or("", |word| &self.text[word.at as usize..]);
        let numbered = run.contains(|c: char| c.is_ascii_digit());
        let signed = run.contains(['-', '+']);
        let is_base = signed || word.len() <= BASE_DIGITS && !matches!(word, "0" | "1");
        if numbered && is_base && last.is_some_and(|last| last.is_ascii_digit()) {
            self.text.push('^');
            self.text.push_str(&run);
        } else if numbered && last.is_some_and(char::is_alphabetic) && (signed || is_unit(word)) {
            // "s⁻¹" is also written "s-1".
            self.text.push_str(run.trim_start_matches(['-', '+']));
        } else if numbered && self.marks == Raised::Digits && !self.before(at).is_some_and(is_digit) {
            self.on_the_line(at, &run);
        } else {
            self.has_marks |= numbered;
            self.open &= numbered;
            return end;
        }
        self.extend(end);
        end
    }

    /// The raised `run` as digits; behind a comma after others (`¹,²`) as decimals are.
    fn on_the_line(&mut self, at: usize, run: &str) {
        let listed = self.before(at) == Some(',') && self.original[..at - 1].ends_with(|c| raised(c).is_some());
        if listed && self.words.last().is_some_and(|word| word.end as usize == at - 1) {
            self.text.push(',');
            self.open = true;
        }
        self.begin(at);
        self.text.push_str(run);
        self.open = true;
    }

    fn after(&self, end: usize) -> Option<char> {
        self.original[end..].chars().next()
    }

    fn before(&self, at: usize) -> Option<char> {
        self.original[..at].chars().next_back()
    }

    /// Whether a mark at `at` has a letter before it to belong to.
    fn open_or_unspaced(&self, at: usize) -> bool {
        self.open || self.before(at).is_some_and(is_unspaced)
    }
}

fn is_digit(c: char) -> bool {
    digit(c).is_some()
}

/// One decomposed character, in lower case and without accents.
fn push_folded(text: &mut String, part: char) {
    if part == '⁄' {
        text.push('/');
    } else if !is_accent(part) && (part.is_alphanumeric() || is_joined_mark(part)) {
        for lower in part.to_lowercase().filter(|lower| !is_accent(*lower)) {
            match spelled_out(lower) {
                Some(letters) => text.push_str(letters),
                None => text.push(stroked(lower).or_else(|| decimal(lower)).unwrap_or(lower)),
            }
        }
    }
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).expect("a folded text is at most eleven times MAX_TEXT bytes long")
}
