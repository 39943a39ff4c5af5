//! Folding: a text as its letters and digits only, with the way back to every word as it was written.
//!
//! What typography does to a passage (quotation marks, dashes, spaces, ligatures, hyphens at line ends) is gone after
//! folding, so one search for bytes finds it. What it says is not: signs and separators that make another number stay.

mod elision;
mod folder;
mod garbled;
mod numbers;
mod reference;

use std::borrow::Cow;
use std::ops::Range;

use self::folder::Folder;
pub(crate) use self::garbled::mended;
use self::numbers::Raised;

use super::words::{is_guarded, is_number};
use crate::page::Ends;
use crate::quote_match::languages::language::Languages;
use crate::quote_match::languages::letters::{is_apostrophe, is_unspaced};
use crate::quote_match::languages::vocabulary::{go_on_with_negation, is_toned_otherwise, negates};
use crate::span::{Span, floor_char_boundary};

/// Texts are folded up to here, far above the cap of any body. No character folds to more than eleven times its bytes
/// (U+FDFA does), so every offset fits 32 bits.
const MAX_TEXT: usize = 1 << 28;

/// What was written before it was escaped, or stored as one thing and read as another.
pub(crate) fn meant(written: &str) -> Cow<'_, str> {
    match reference::taken_out(written) {
        Cow::Borrowed(written) => mended(written),
        Cow::Owned(written) => Cow::Owned(mended(&written).into_owned()),
    }
}

/// A folded text.
#[derive(Debug)]
pub(crate) struct Folded<'t> {
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
    /// Whether raised digits are in it that who copies it may get on the line: marks of notes, and powers.
    pub has_marks: bool,
    /// Where its blocks end, as far as that is known.
    pub ends: Option<&'t Ends>,
    /// One bit a byte of `text`: a word starts there.
    starts: Vec<u64>,
}

/// A word: where it starts in the folded text, and what it was.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    at: u32,
    start: u32,
    end: u32,
}

/// Where the spaces of a text come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spaces {
    /// Somebody wrote them.
    Written,
    /// A reader of glyphs guessed them from distances.
    Guessed,
}

impl<'t> Folded<'t> {
    /// Folds `original`.
    pub fn new(original: &'t str, spaces: Spaces) -> Self {
        Self::fold(original, spaces, Raised::Marks, &[])
    }

    /// The same without the bytes of `passed`, in order.
    pub fn without(original: &'t str, spaces: Spaces, passed: &[Span]) -> Self {
        Self::fold(original, spaces, Raised::Marks, passed)
    }

    /// The same with the marks of notes as digits on the line, but for those behind a number: they would make another. A power is
    /// a word of its own.
    pub fn with_marks_on_the_line(original: &'t str, spaces: Spaces) -> Self {
        Self::fold(original, spaces, Raised::Digits, &[])
    }

    fn fold(original: &'t str, spaces: Spaces, marks: Raised, passed: &[Span]) -> Self {
        let original = &original[..floor_char_boundary(original, MAX_TEXT)];
        let Folder { text, words, has_marks, .. } = Folder::run(original, marks, passed);
        let mut starts = vec![0; text.len() / 64 + 1];
        for word in &words {
            starts[word.at as usize / 64] |= 1 << (word.at % 64);
        }
        Self { original, text, words, spaces, languages: 0, has_marks, ends: None, starts }
    }

    /// The same of a page whose blocks end at `ends`.
    pub fn with_ends(self, ends: Option<&'t Ends>) -> Self {
        Self { ends, ..self }
    }

    /// The same, written in `languages`.
    pub fn in_languages(self, languages: Languages) -> Self {
        Self { languages, ..self }
    }

    /// Whether word `index` negates.
    pub fn negates(&self, index: usize) -> bool {
        if self.is_toned_otherwise(index) {
            return false;
        }
        let letters = self.text.get(self.at(index)..).unwrap_or_default();
        let plain = negates(self.word(index), self.languages) || self.is_english_not(index);
        plain || letters.starts_with(is_unspaced) && go_on_with_negation(letters)
    }

    /// `don’t`, `couldn’t`, which are no words of any other language.
    fn is_english_not(&self, index: usize) -> bool {
        let not = |written: &str| written.to_lowercase().replace(is_apostrophe, "'").ends_with("n't");
        self.word(index).ends_with("nt") && not(self.written(index..index + 1))
    }

    /// Whether word `index` is a number.
    pub fn is_number(&self, index: usize) -> bool {
        is_number(self.word(index), self.languages) && !self.is_toned_otherwise(index)
    }

    /// Whether word `index` negates, qualifies or counts.
    pub fn is_guarded(&self, index: usize) -> bool {
        self.negates(index) || is_guarded(self.word(index), self.languages) && !self.is_toned_otherwise(index)
    }

    fn is_toned_otherwise(&self, index: usize) -> bool {
        is_toned_otherwise(self.written(index..index + 1), self.languages)
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

    /// The bytes of the original between word `index` and word `next`.
    pub fn bytes_between(&self, index: usize, next: usize) -> Range<usize> {
        let end = self.words[index].end as usize;
        end..self.start_of(next).max(end)
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
