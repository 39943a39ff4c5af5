//! The runs of words that a text is made of, each as a number that is the same on every machine and for ever.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Words and characters of a text that are read: a book. Of a longer text its beginning is compared.
const MOST_UNITS: usize = 1 << 18;
/// What a run weighs: three words, four characters of Han or Kana, six of a script that writes words without spaces.
const RUN: u32 = 12;
const WORD: u32 = 4;
const IDEOGRAPH: u32 = 3;
const LETTER: u32 = 2;
/// Units that a run has at most.
const LONGEST_RUN: usize = 6;

/// What is made of a text on the way.
#[derive(Debug, Default)]
pub(super) struct Runs {
    /// Of each run.
    pub(super) numbers: Vec<u32>,
    units: usize,
    /// The last units with what they weigh, in a ring, and where the next one goes.
    last: [(u64, u32); LONGEST_RUN],
    next: usize,
}

impl Runs {
    /// Adds the runs of a text, or of a piece of one.
    pub(super) fn read(&mut self, text: &str) {
        let mut word = Fnv::default();
        for c in text.chars() {
            if self.units >= MOST_UNITS {
                return;
            }
            if c.is_ascii() {
                if c.is_ascii_alphanumeric() {
                    word.add(c.to_ascii_lowercase());
                } else {
                    self.end(&mut word);
                }
            } else if let Some(weight) = unspaced(c) {
                self.end(&mut word);
                let mut unit = Fnv::default();
                unit.add(c);
                self.unit(unit.number(), weight);
            } else {
                self.other(c, &mut word);
            }
        }
        self.end(&mut word);
    }

    /// Accents fall away and letters are the same however they are written; a soft hyphen is nothing.
    fn other(&mut self, c: char, word: &mut Fnv) {
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

    fn end(&mut self, word: &mut Fnv) {
        if word.some {
            self.unit(word.number(), WORD);
            *word = Fnv::default();
        }
    }

    /// Adds a unit, and the run that ends in it.
    fn unit(&mut self, number: u64, weight: u32) {
        let newest = self.next;
        self.last[newest] = (number, weight);
        self.units += 1;
        self.next = if newest + 1 == LONGEST_RUN { 0 } else { newest + 1 };
        let (mut sum, mut run) = (0, 0_u64);
        for back in 0..LONGEST_RUN {
            let at = if back > newest { newest + LONGEST_RUN - back } else { newest - back };
            let (number, weight) = self.last[at];
            sum += weight;
            run = mixed(run.rotate_left(5) ^ number);
            if sum >= RUN || weight == 0 {
                break;
            }
        }
        if sum >= RUN {
            self.numbers.push(u32::try_from(run >> 32).unwrap_or_default());
        }
    }
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

/// The hash of Fowler, Noll and Vo (FNV-1a, 64 bits), of characters.
struct Fnv {
    hash: u64,
    some: bool,
}

impl Default for Fnv {
    fn default() -> Self {
        Self { hash: 0xcbf2_9ce4_8422_2325, some: false }
    }
}

impl Fnv {
    fn add(&mut self, c: char) {
        self.hash = (self.hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3);
        self.some = true;
    }

    fn number(&self) -> u64 {
        self.hash
    }
}

/// The finisher of `SplitMix64`: every bit of what goes in changes half of the bits that come out.
fn mixed(mut number: u64) -> u64 {
    number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}
