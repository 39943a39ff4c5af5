//! The runs of words that a text is made of, each as a number that is the same on every machine.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use crate::text::eight::{EIGHT, eight_at, first_of, letters_among, small};

/// Words and characters of a text that are read: a book. Of a longer text its beginning is compared.
const MOST_UNITS: usize = 1 << 18;
/// What a run weighs: three words, four characters of Han or Kana, six of a script that writes words without spaces.
const RUN: u32 = 12;
const WORD: u32 = 4;
const IDEOGRAPH: u32 = 3;
const LETTER: u32 = 2;
/// Bits of a weight beside others.
const WEIGHT_BITS: usize = 4;
const WEIGHT: u32 = 0xf;
/// Three words behind one another.
const THREE_WORDS: u32 = WORD << 8 | WORD << 4 | WORD;
const THREE_WORDS_MASK: u32 = 0xfff;
/// Bytes of a word and the space behind it, about.
const USUAL_WORD: usize = 6;
/// Units that a run has at most.
const LONGEST_RUN: usize = 6;

/// What is made of a text on the way.
#[derive(Debug, Default)]
pub(super) struct Runs {
    /// Of each run.
    pub(super) numbers: Vec<u32>,
    units: usize,
    /// The last units in a ring, and where the next one goes.
    last: [u64; LONGEST_RUN],
    next: usize,
    /// The last two, the latest first.
    two: (u64, u64),
    /// What each of the last weighs, the latest in the lowest bits.
    weights: u32,
}

impl Runs {
    /// Adds the runs of a text, or of a piece of one.
    pub(super) fn read(&mut self, text: &str) {
        if self.units >= MOST_UNITS {
            return;
        }
        self.numbers.reserve(text.len().min(MOST_UNITS) / USUAL_WORD);
        let (mut word, mut rest) = (Word::default(), text);
        loop {
            let ascii = ascii_length(rest.as_bytes());
            self.ascii(&rest.as_bytes()[..ascii], &mut word);
            let mut behind = rest[ascii..].chars();
            let Some(c) = behind.next().filter(|_| self.units < MOST_UNITS) else { break };
            self.beyond_ascii(c, &mut word);
            rest = behind.as_str();
        }
        if self.units < MOST_UNITS {
            self.end(&mut word);
        }
    }

    /// Adds the words of ASCII; the last may go on behind it.
    fn ascii(&mut self, text: &[u8], word: &mut Word) {
        for (block, bytes) in text.chunks(BLOCK).enumerate() {
            let (mut letters, mut at) = (letters_and_digits(bytes), 0);
            while at < bytes.len() {
                let gap = letters.trailing_zeros();
                if gap > 0 {
                    self.end(word);
                    if self.units >= MOST_UNITS {
                        return;
                    }
                    at += gap as usize;
                    letters = letters.checked_shr(gap).unwrap_or_default();
                }
                let length = letters.trailing_ones();
                if length > 0 {
                    let start = &text[block * BLOCK + at..];
                    at += length as usize;
                    // Nearly all words are short and stand in one block.
                    if !word.some && (length as usize) < EIGHT && at < bytes.len() {
                        self.unit(short_word(start, length as usize), WORD);
                    } else {
                        word.add_letters(start, length as usize);
                    }
                    letters = letters.checked_shr(length).unwrap_or_default();
                }
            }
        }
    }

    fn beyond_ascii(&mut self, c: char, word: &mut Word) {
        if let Some(weight) = unspaced(c) {
            self.end(word);
            let mut unit = Word::default();
            unit.add(c);
            self.unit(unit.number(), weight);
        } else {
            self.other(c, word);
        }
    }

    /// Accents fall away and letters are the same however they are written; a soft hyphen is nothing.
    fn other(&mut self, c: char, word: &mut Word) {
        if c == '\u{ad}' || is_combining_mark(c) {
            return;
        }
        if !c.is_alphanumeric() {
            self.end(word);
            return;
        }
        decompose_compatible(c, |part| {
            if part.is_alphanumeric() && !is_combining_mark(part) {
                part.to_lowercase().for_each(|part| word.add(part));
            }
        });
    }

    fn end(&mut self, word: &mut Word) {
        if word.some {
            self.unit(word.number(), WORD);
            *word = Word::default();
        }
    }

    /// Adds a unit, and the run that ends in it.
    #[inline]
    fn unit(&mut self, number: u64, weight: u32) {
        let (one, two) = self.two;
        self.two = (number, one);
        let newest = self.next;
        self.last[newest] = number;
        self.next = if newest + 1 == LONGEST_RUN { 0 } else { newest + 1 };
        self.weights = self.weights << WEIGHT_BITS | weight;
        self.units += 1;
        // Nearly all units of nearly all texts.
        if self.weights & THREE_WORDS_MASK == THREE_WORDS {
            self.numbers.push(high(mixed(number ^ one.rotate_left(21) ^ two.rotate_left(42))));
        } else {
            self.numbers.extend(self.run(newest).map(high));
        }
    }

    /// The run that ends in the newest unit, if there are enough before it.
    #[inline(never)]
    fn run(&self, newest: usize) -> Option<u64> {
        let (mut sum, mut run) = (0, 0);
        for back in 0..LONGEST_RUN {
            let number = self.last[if back > newest { newest + LONGEST_RUN - back } else { newest - back }];
            let weight = self.weights >> (WEIGHT_BITS * back) & WEIGHT;
            sum += weight;
            run = next(run, number);
            if sum >= RUN {
                return Some(run);
            }
            if weight == 0 {
                break;
            }
        }
        None
    }
}

/// How many bytes at the start are ASCII.
fn ascii_length(bytes: &[u8]) -> usize {
    let whole = bytes.chunks(BLOCK).take_while(|block| block.is_ascii()).count() * BLOCK;
    let last = bytes.get(whole..).unwrap_or_default();
    bytes.len().min(whole + last.iter().take_while(|byte| byte.is_ascii()).count())
}

/// A run with one more unit before it.
fn next(run: u64, number: u64) -> u64 {
    mixed(run.rotate_left(5) ^ number)
}

fn high(run: u64) -> u32 {
    u32::try_from(run >> 32).unwrap_or_default()
}

/// Bytes that are looked at together.
const BLOCK: usize = 64;

/// Which of up to [`BLOCK`] bytes of ASCII are letters or digits, the first in the lowest bit.
fn letters_and_digits(bytes: &[u8]) -> u64 {
    let Some(block) = bytes.first_chunk::<BLOCK>() else {
        let mut padded = [0; BLOCK];
        padded[..bytes.len()].copy_from_slice(bytes);
        return letters_in(&padded);
    };
    letters_in(block)
}

#[inline]
fn letters_in(block: &[u8; BLOCK]) -> u64 {
    let mut all = 0;
    for (at, eight) in block.as_chunks::<EIGHT>().0.iter().enumerate() {
        all |= letters_among(u64::from_le_bytes(*eight)) << (EIGHT * at);
    }
    all
}

/// What a character of a script without spaces weighs.
fn unspaced(c: char) -> Option<u32> {
    match c {
        '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3134f}' => Some(IDEOGRAPH),
        // Thai, Lao, Myanmar, Khmer.
        '\u{0e01}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => Some(LETTER),
        _ => None,
    }
}

/// A word as it grows: its bytes eight at a time, as small letters, each eight mixed into those before.
#[derive(Default)]
struct Word {
    hash: u64,
    /// The last bytes, fewer than eight, the first the lowest.
    rest: u64,
    filled: usize,
    some: bool,
}

/// Two to the power of 64 over the golden ratio, as in the hash of Fibonacci: what is multiplied by it differs in its high bits.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

impl Word {
    fn add(&mut self, c: char) {
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            self.add_bytes(u64::from(byte), 1);
        }
    }

    /// Adds so many letters and digits of ASCII that the bytes begin with, as small letters.
    fn add_letters(&mut self, bytes: &[u8], length: usize) {
        let mut at = 0;
        while at < length {
            let letters = (length - at).min(EIGHT);
            self.add_bytes(first_of(small(eight_at(&bytes[at..])), letters), letters);
            at += letters;
        }
    }

    /// Adds up to eight bytes, with zeros behind them.
    #[inline]
    fn add_bytes(&mut self, bytes: u64, count: usize) {
        self.some = true;
        self.rest |= bytes << (8 * self.filled);
        let all = self.filled + count;
        if all < EIGHT {
            self.filled = all;
            return;
        }
        self.hash = (self.hash ^ self.rest).wrapping_mul(GOLDEN).rotate_left(29);
        let used = EIGHT - self.filled;
        self.rest = if used < EIGHT { bytes >> (8 * used) } else { 0 };
        self.filled = all - EIGHT;
    }

    fn number(&self) -> u64 {
        (self.hash ^ self.rest).wrapping_mul(GOLDEN)
    }
}

/// The number of a word of fewer than eight letters and digits of ASCII, with which the bytes begin.
#[inline]
fn short_word(bytes: &[u8], length: usize) -> u64 {
    first_of(small(eight_at(bytes)), length).wrapping_mul(GOLDEN)
}

/// The finisher of `SplitMix64`: every bit of what goes in changes half of the bits that come out.
fn mixed(mut number: u64) -> u64 {
    number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A character at a time.
    fn slowly(text: &str) -> Vec<u32> {
        let (mut runs, mut word) = (Runs::default(), Word::default());
        for c in text.chars() {
            if c.is_ascii_alphanumeric() {
                word.add(c.to_ascii_lowercase());
            } else if c.is_ascii() {
                runs.end(&mut word);
            } else {
                runs.beyond_ascii(c, &mut word);
            }
        }
        runs.end(&mut word);
        runs.numbers
    }

    proptest! {
        #[test]
        fn letters_taken_together_make_the_same_numbers(text in "([ -~]{0,40}|[a-zA-Z0-9]{1,20}[ @`{\\[/:é水]){0,20}.{0,20}") {
            let mut runs = Runs::default();
            runs.read(&text);
            prop_assert_eq!(runs.numbers, slowly(&text));
        }
    }
}
