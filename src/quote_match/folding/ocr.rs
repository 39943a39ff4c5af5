//! Slips of programs that read scans: `modem` for `modern`, `l` for `I`, `0` for `O`, ligatures that are lost. They make no other word
//! where what is left is none.

use crate::quote_match::languages::confusable::is_read_otherwise;

/// Ligatures, the longest first, and what may be left of them.
const LIGATURES: [&str; 5] = ["ffi", "ffl", "fi", "fl", "ff"];

/// Letters of what is left, at least.
const LEFT: usize = 3;

/// Whether two words, as they are written, are one that was read wrongly. A number is never another; neither is what makes
/// a word of its own.
pub(crate) fn is_slip(one: &str, other: &str) -> bool {
    one != other
        && is_near(one, other)
        && is_word(one, other)
        && is_word(other, one)
        && !is_read_otherwise(&one.to_lowercase(), &other.to_lowercase())
        && (read(one) == read(other) || has_lost_ligature(one, other))
}

/// Whether two words are the same but for a few letters in one place, or have letters that are taken for others anywhere.
fn is_near(one: &str, other: &str) -> bool {
    const DIFFERENT: usize = 4;
    let doubtful = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit() || matches!(byte, b'I' | b'|'));
    let same = |(a, b): &(u8, u8)| a == b;
    let start = one.bytes().zip(other.bytes()).take_while(same).count();
    let end = one.bytes().rev().zip(other.bytes().rev()).take_while(same).count();
    start + end + DIFFERENT >= one.len().max(other.len()) || doubtful(one) || doubtful(other)
}

/// Whether digits in a word may be letters of it: in `he1lo` and in `0f`, and not in `10th` or `B12`.
fn is_word(word: &str, other: &str) -> bool {
    let digits = word.chars().filter(|c| c.is_numeric()).count();
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    if digits == 0 {
        return letters > 0;
    }
    let small = ["as", "if", "in", "is", "it", "of", "on", "or", "so"].contains(&other.to_lowercase().as_str());
    let leads = word.starts_with(|c: char| c.is_numeric());
    !other.contains(char::is_numeric) && (small || letters > digits && (!leads || letters > 2))
}

/// A word with one letter for all that look alike.
fn read(word: &str) -> String {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let letters: String = word
        .chars()
        .map(|c| match c {
            '1' | '|' => 'l',
            // In a word in capitals an `I` is one.
            'I' if capitals == 1 => 'l',
            '0' => 'o',
            c => c,
        })
        .collect();
    letters.to_lowercase().replace("rn", "m").replace("vv", "w")
}

/// `dificult`, `diffcult` and `dicult` for `difficult`.
fn has_lost_ligature(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let (short, long) = if one.len() < other.len() { (&one, &other) } else { (&other, &one) };
    let left = |ligature: &str, at: usize| {
        let rest = &long[at + ligature.len()..];
        short
            .strip_prefix(&long[..at])
            .is_some_and(|left| ["", "f"].into_iter().any(|kept| left.strip_prefix(kept) == Some(rest)))
    };
    short.chars().count() >= LEFT && LIGATURES.iter().any(|own| long.match_indices(own).any(|(at, _)| left(own, at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_scan_makes_of_a_word_is_told_from_another_word() {
        for (one, other) in [
            ("govemment", "government"),
            ("lt", "It"),
            ("heIlo", "hello"),
            ("1ike", "like"),
            ("c0uncil", "council"),
            ("0f", "of"),
            ("dicult", "difficult"),
            ("difcult", "difficult"),
            ("signicant", "significant"),
            ("vvater", "water"),
        ] {
            assert!(is_slip(one, other) && is_slip(other, one), "{one} {other}");
        }
        for (one, other) in [
            ("10", "lO"),
            ("1st", "lst"),
            ("B12", "Bl2"),
            ("FAIL", "FALL"),
            ("fail", "fall"),
            ("modem", "modern"),
            ("2005", "20O5"),
            ("1", "I"),
            ("100", "loo"),
            ("stale", "stable"),
        ] {
            assert!(!is_slip(one, other) && !is_slip(other, one), "{one} {other}");
        }
    }
}
