//! Bytes of ASCII looked at eight at a time: which are letters or digits, without a step and a guess for each.

const EACH: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * EACH;

/// Bytes that are looked at together.
pub(crate) const EIGHT: usize = 8;

/// The eight bytes that some begin with, the first the lowest, and zeros behind those that are fewer.
#[inline]
pub(crate) fn eight_at(bytes: &[u8]) -> u64 {
    let padded = || bytes.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte));
    bytes.first_chunk().map_or_else(padded, |eight| u64::from_le_bytes(*eight))
}

/// The first of eight bytes, zeros behind them.
#[inline]
pub(crate) fn first_of(eight: u64, count: usize) -> u64 {
    if count < EIGHT { eight & ((1 << (8 * count)) - 1) } else { eight }
}

/// Letters as small letters. Digits have the bit that makes them small; other bytes become others.
#[inline]
pub(crate) fn small(eight: u64) -> u64 {
    eight | (0x20 * EACH)
}

/// The highest bit of each byte that is a letter or digit of ASCII.
#[inline]
fn letters_and_digits(eight: u64) -> u64 {
    // Adding to each byte moves its highest bit where it is at least what is asked for.
    let from = |low: u64, first: u8| low + u64::from(0x80 - first) * EACH;
    let low = eight & !HIGH;
    let is_letter = from(small(low), b'a') & !from(small(low), b'z' + 1);
    let is_digit = from(low, b'0') & !from(low, b'9' + 1);
    (is_letter | is_digit) & !eight & HIGH
}

/// Which of eight bytes are letters or digits, one bit for each, the first in the lowest.
#[inline]
pub(crate) fn letters_among(eight: u64) -> u64 {
    // Moves the highest bit of each byte to its place among eight.
    (letters_and_digits(eight) >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// With how many letters and digits some bytes begin.
#[inline]
pub(crate) fn letters_at(bytes: &[u8]) -> usize {
    let mut at = 0;
    loop {
        let others = !letters_and_digits(eight_at(bytes.get(at..).unwrap_or_default())) & HIGH;
        let letters = others.trailing_zeros() as usize / 8;
        at += letters;
        if letters < EIGHT {
            return at;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn letters_looked_at_together_are_those_that_are_letters(
            bytes in proptest::collection::vec(prop_oneof![any::<u8>(), b'a'..=b'z', b'0'..=b'9', b'@'..=b'{'], 0..40),
        ) {
            let count = bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            prop_assert_eq!(letters_at(&bytes), count);
            let each = bytes.iter().take(EIGHT).enumerate();
            let among = each.fold(0, |all, (at, byte)| all | u64::from(byte.is_ascii_alphanumeric()) << at);
            prop_assert_eq!(letters_among(eight_at(&bytes)), among);
            let word = &bytes[..count.min(EIGHT)];
            let small = first_of(small(eight_at(&bytes)), word.len());
            prop_assert_eq!(small, eight_at(&word.to_ascii_lowercase()));
        }
    }
}
