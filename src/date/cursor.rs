//! A place in a text that is being read, and the steps from it. Every step is bounded, so that reading at every
//! place of a hostile text stays linear.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

/// The longest word that stands in a date has 13 letters; a longer run of letters is no word here.
const LONGEST_WORD: usize = 16;
/// Digits of the longest number that stands in a date: a timestamp to the second.
const LONGEST_NUMBER: usize = 14;
/// White space between two parts of a date: the indentation of a wrapped line at most.
const LONGEST_GAP: usize = 64;

/// A place in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

/// A run of ASCII digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number<'a>(&'a str);

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    pub(super) fn at(self) -> usize {
        self.at
    }

    pub(super) fn rest(self) -> &'a str {
        &self.text[self.at..]
    }

    pub(super) fn forward(self, bytes: usize) -> Self {
        Self { at: self.at + bytes, ..self }
    }

    /// The next character.
    pub(super) fn peek(self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Past white space, if any; a blank line ends a date, so it is not crossed.
    pub(super) fn gap(self) -> Self {
        let white = self.rest().chars().take(LONGEST_GAP).take_while(|c| c.is_whitespace());
        let length = white.clone().map(char::len_utf8).sum();
        if white.filter(|&c| c == '\n').count() > 1 { self } else { self.forward(length) }
    }

    /// Past a character that `wanted` accepts.
    pub(super) fn eat(self, wanted: impl FnOnce(char) -> bool) -> Option<(char, Self)> {
        let next = self.peek().filter(|&c| wanted(c))?;
        Some((next, self.forward(next.len_utf8())))
    }

    /// Past the character, or where it was.
    pub(super) fn skip(self, wanted: char) -> Self {
        self.eat(|c| c == wanted).map_or(self, |(_, after)| after)
    }

    /// A run of letters in lower case.
    pub(super) fn word(self) -> Option<(Cow<'a, str>, Self)> {
        let rest = self.rest().as_bytes();
        let plain = rest.iter().take(LONGEST_WORD + 1).take_while(|byte| byte.is_ascii_alphabetic()).count();
        // Nearly all words of most texts.
        if rest.get(plain).is_none_or(u8::is_ascii) {
            let word = &self.rest()[..plain];
            let is_lower = word.bytes().all(|byte| byte.is_ascii_lowercase());
            let lower = if is_lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_ascii_lowercase()) };
            return (1..=LONGEST_WORD).contains(&plain).then(|| (lower, self.forward(plain)));
        }
        let (word, after) = self.word_beyond_ascii()?;
        Some((Cow::Owned(word), after))
    }

    fn word_beyond_ascii(self) -> Option<(String, Self)> {
        let mut length = 0;
        let mut word = String::new();
        // Signs on letters are no letters by themselves.
        let is_letter = |c: &char| c.is_alphabetic() || is_combining_mark(*c) || matches!(c, '\u{200c}' | '\u{200d}');
        for (count, letter) in self.rest().chars().take_while(is_letter).enumerate() {
            if count == LONGEST_WORD {
                return None;
            }
            length += letter.len_utf8();
            if letter.is_ascii() {
                word.push(letter.to_ascii_lowercase());
            } else {
                word.extend(letter.to_lowercase());
            }
        }
        (length > 0).then(|| (word, self.forward(length)))
    }

    /// A whole run of digits, no longer than a timestamp.
    pub(super) fn number(self) -> Option<(Number<'a>, Self)> {
        let digits = self.rest().bytes().take(LONGEST_NUMBER + 1).take_while(u8::is_ascii_digit).count();
        (1..=LONGEST_NUMBER).contains(&digits).then(|| (Number(&self.rest()[..digits]), self.forward(digits)))
    }

    /// A number of one or two digits: a day or a month.
    pub(super) fn small(self) -> Option<(i8, Self)> {
        let (number, after) = self.number()?;
        (number.digits() <= 2).then(|| (i8::try_from(number.value()).expect("two digits"), after))
    }

    /// A number of four digits.
    pub(super) fn year(self) -> Option<(i16, Self)> {
        let (number, after) = self.number()?;
        (number.digits() == 4).then(|| (i16::try_from(number.value()).expect("four digits"), after))
    }

    /// Whether a date with a month in words can end here: not in the middle of a word or a number. A note mark can
    /// be glued to its stop (`2024.5`).
    pub(super) fn ends(self) -> bool {
        !self.peek().is_some_and(|c| c.is_ascii_alphanumeric() || c == '_')
    }

    /// Whether a date of numbers only can end here: `2024.5`, `1998–2014` and `1.2.24.5` are other things.
    pub(super) fn ends_number(self) -> bool {
        let joined = self.eat(|c| matches!(c, '.' | ',' | '/' | ':' | '-' | '\u{2010}'..='\u{2014}'));
        self.ends() && !joined.is_some_and(|(_, after)| after.peek().is_some_and(|c| c.is_ascii_digit()))
    }
}

impl<'a> Number<'a> {
    pub(super) fn digits(self) -> usize {
        self.0.len()
    }

    pub(super) fn value(self) -> u64 {
        self.0.parse().expect("at most 14 digits")
    }

    /// `20240629` and `20240629101500` begin with a day.
    pub(super) fn as_str(self) -> &'a str {
        self.0
    }
}
