//! Numbers that stand before the stop of their sentence, with a space: `of the sea 1. It`, `the tide 2.` Where quite a few of
//! them count up from 1, a text sets its marks so.

use super::beside::{ends_block, goes_on_with_date, is_digit};
use super::words::{announces_a_number, measures};
use super::{DIGITS, digits};

/// Fewer say nothing of a custom.
const FEWEST: usize = 3;

/// Letters of a word that a mark stands behind.
const SHORTEST_WORD: usize = 3;

/// Whether the marks of a text stand before its stops: most of the numbers there count up, or come again.
pub(super) fn are_usual<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let (mut highest, mut again, mut others) = (0, 0, 0);
    for number in texts.flat_map(candidates) {
        if number == highest + 1 {
            highest = number;
        } else if (1..=highest).contains(&number) {
            again += 1;
        } else {
            others += 1;
        }
    }
    highest >= FEWEST && highest + again > 2 * others
}

/// The numbers of `text` that stand so.
fn candidates(text: &str) -> impl Iterator<Item = usize> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(start) = text[at..].find(is_digit).map(|next| at + next) {
            let end = start + digits(&text[start..]);
            at = end;
            if follows_word(text, start) && stands_before_stop(text, end) && end - start <= DIGITS {
                return text[start..end].parse().ok();
            }
        }
        None
    })
}

/// Whether the digits at `start` stand a space behind a word that announces no number, or a bracket or a mark that closes.
pub(super) fn follows_word(text: &str, start: usize) -> bool {
    let Some(before) = text[..start].strip_suffix([' ', '\u{a0}']) else { return false };
    if before.ends_with([')', '”', '"', '’', '»']) {
        return true;
    }
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    word.chars().count() >= SHORTEST_WORD && !announces_a_number(word) && !measures(word)
}

/// Whether a full stop that ends its sentence stands behind the digits that end at `end`.
pub(super) fn stands_before_stop(text: &str, end: usize) -> bool {
    let Some(rest) = text[end..].strip_prefix('.') else { return false };
    let next = rest.trim_start();
    let begins = !next.starts_with(|c: char| c.is_lowercase() || is_digit(c)) && !goes_on_with_date(next);
    ends_block(rest, 0) || rest.starts_with(char::is_whitespace) && begins
}
