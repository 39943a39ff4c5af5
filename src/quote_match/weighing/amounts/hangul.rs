//! Korean numbers with scales, which spaces part and what is counted is written on to: `1만 2천 명`, `8억 1300만`, `3만5000명`,
//! `오천원`.

use std::ops::Range;

use super::{Amount, count, in_digits};
use crate::quote_match::folding::fold::{Folded, Spaces};
use crate::quote_match::languages::denial::is_hangul;

/// Digits by their names, from one on.
const DIGITS: [char; 9] = ['일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];

/// Scales within ten thousand, and those from it on.
const SMALL: [(char, u128); 3] = [('천', 1000), ('백', 100), ('십', 10)];
const LARGE: [(char, u128); 3] = [('조', 1_000_000_000_000), ('억', 100_000_000), ('만', 10_000)];

/// The numbers that begin at word `from`: with what is written on to it, or stands behind it, and without that.
pub(super) fn at(text: &Folded<'_>, from: usize, end: usize) -> Vec<(Range<usize>, Amount)> {
    if from >= end || from > 0 && goes_on(text, from - 1) {
        return Vec::new();
    }
    let Some(read) = read(text, from, end) else { return Vec::new() };
    let amount = count(read.value, 0);
    let ended = |rest: &str| Amount::Ended(Box::new(amount.clone()), Folded::new(rest, Spaces::Written).text);
    if !read.rest.is_empty() {
        return vec![(from..read.end, ended(read.rest))];
    }
    let next = (read.end < end && is_parted(text, read.end - 1)).then(|| text.written(read.end..read.end + 1));
    let counted = next.filter(|next| is_hangul(next)).map(|next| (from..read.end + 1, ended(next)));
    let own = read.is_scaled.then(|| (from..read.end, amount.clone()));
    counted.into_iter().chain(own).collect()
}

/// Whether word `index` and the next are one number: the next counts what the scale of the first leaves.
pub(super) fn goes_on(text: &Folded<'_>, index: usize) -> bool {
    read(text, index, text.words.len().min(index + LONGEST)).is_some_and(|read| read.end > index + 1)
}

/// Words of a number.
const LONGEST: usize = 6;

/// What is read of a number.
struct Read<'t> {
    value: u128,
    is_scaled: bool,
    /// The word behind it.
    end: usize,
    /// What its last word goes on with.
    rest: &'t str,
}

fn read<'t>(text: &'t Folded<'_>, from: usize, end: usize) -> Option<Read<'t>> {
    // Words of other letters are none, and are asked often.
    let first = text.written(from..end.min(from + 1));
    if first.starts_with(char::is_alphabetic) && !is_hangul(first) {
        return None;
    }
    let mut sum = Sum::new();
    let (mut at, mut rest) = (from, "");
    while at < end && rest.is_empty() && (at == from || sum.scaled > 0 && is_parted(text, at - 1)) {
        let mut next = sum.clone();
        let left = next.word(text.written(at..at + 1));
        // What is counted may begin as a number does: `3만 이상`, `5만 원`.
        let told = next.digits || next.scaled > sum.scaled;
        let Some(left) = left.filter(|_| told && (at == from || next.is_sound(&sum))) else { break };
        (sum, rest, at) = (next, left, at + 1);
    }
    let told = sum.digits || sum.scaled > 0 && sum.named > 0;
    let hangul = rest.is_empty() || is_hangul(rest);
    let value = sum.value().filter(|value| at > from && told && hangul && *value > 0)?;
    Some(Read { value, is_scaled: sum.scaled > 0, end: at, rest })
}

/// A number as far as it is read.
#[derive(Clone)]
struct Sum {
    total: u128,
    section: u128,
    /// Digits that no scale has taken yet, and how many of them are decimals.
    open: Option<(u128, i32)>,
    small: u128,
    large: u128,
    /// Scales, and digits by their names.
    scaled: usize,
    named: usize,
    /// Whether it has digits that are written as such.
    digits: bool,
}

impl Sum {
    fn new() -> Self {
        Self {
            total: 0,
            section: 0,
            open: None,
            small: u128::MAX,
            large: u128::MAX,
            scaled: 0,
            named: 0,
            digits: false,
        }
    }

    /// Takes in what a word says of the number; what the word goes on with.
    fn word<'w>(&mut self, mut word: &'w str) -> Option<&'w str> {
        let whole = word;
        loop {
            let length = word.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.'))).unwrap_or(word.len());
            let taken = if length > 0 { self.digits(&word[..length]).map(|()| length) } else { self.letter(word) };
            match taken {
                Some(taken) => word = &word[taken..],
                None => break,
            }
        }
        (word.len() < whole.len()).then_some(word)
    }

    fn digits(&mut self, written: &str) -> Option<()> {
        let plain = written.replace(',', "");
        let (digits, decimals) = in_digits(&plain).filter(|_| self.open.is_none())?;
        (self.open, self.digits) = (Some((digits, decimals)), true);
        Some(())
    }

    /// The bytes of the numeral that `word` begins with, if it fits what stands before it.
    fn letter(&mut self, word: &str) -> Option<usize> {
        let letter = word.chars().next()?;
        let value = |all: &[(char, u128)]| all.iter().find(|(own, _)| *own == letter).map(|(_, value)| *value);
        if let Some(scale) = value(&SMALL) {
            let (digits, decimals) = self.open.unwrap_or((1, 0));
            if scale >= self.small || decimals > 0 || digits > 9 || digits == 0 {
                return None;
            }
            (self.section, self.small, self.open) = (self.section + digits * scale, scale, None);
            self.scaled += 1;
        } else if let Some(scale) = value(&LARGE) {
            let (digits, decimals) = self.open.unwrap_or((0, 0));
            let divisor = 10u128.checked_pow(decimals.unsigned_abs())?;
            let all = self.section.checked_mul(divisor)?.checked_add(digits)?.checked_mul(scale)?;
            if scale >= self.large || all == 0 || all % divisor != 0 {
                return None;
            }
            (self.total, self.section, self.open) = (self.total.checked_add(all / divisor)?, 0, None);
            (self.small, self.large) = (u128::MAX, scale);
            self.scaled += 1;
        } else {
            let place = (1..).zip(DIGITS).find(|(_, own)| *own == letter).map(|(value, _)| value);
            // A digit by its name counts a scale: the `이` of `이상` is none.
            let behind = word[letter.len_utf8()..].chars().next()?;
            let counts = SMALL.iter().chain(&LARGE).any(|(own, _)| *own == behind);
            let units = self.named > 0 && self.scaled > 0 && !is_hangul(&word[letter.len_utf8()..]);
            let value = place.filter(|_| self.open.is_none() && (counts || units))?;
            (self.open, self.named) = (Some((value, 0)), self.named + 1);
        }
        Some(letter.len_utf8())
    }

    fn value(&self) -> Option<u128> {
        let (digits, decimals) = self.open.unwrap_or((0, 0));
        if decimals == 0 { self.total.checked_add(self.section)?.checked_add(digits) } else { None }
    }

    /// Whether what came behind `before` is no more than its last scale leaves.
    fn is_sound(&self, before: &Self) -> bool {
        let (Some(all), Some(first)) = (self.value(), before.value()) else { return false };
        let last = if before.section > 0 { before.small } else { before.large };
        before.open.is_none() && (self.large < before.large || all - first < last)
    }
}

fn is_parted(text: &Folded<'_>, index: usize) -> bool {
    matches!(text.between(index), " " | "\u{a0}")
}
