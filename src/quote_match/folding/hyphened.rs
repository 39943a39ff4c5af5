//! The part of a word before its hyphen that makes another word of the rest: `ex-mayor`, `vice-president`, `two-thirds`. What only
//! says of which one (`state-run`, `TVB-Vorsitzende`) makes none.

use super::fold::Folded;
use super::words::is_one_of;

/// Parts that change what stands behind them, in whatever language they stand.
const PREFIXES: &str = "anti counter demi ex half halb mid neo nicht non para post pre pro pseudo quasi semi sub ultra un vice vize \
    анти вице експ екс квази лже не нео полу псевдо экс";

/// Where the word begins that word `start` is the rest of, behind a hyphen: at `start`, if it is none.
pub(crate) fn beginning_of(page: &Folded<'_>, start: usize) -> usize {
    // `mayor` of `would-be mayor`
    if let Some(would) = start.checked_sub(2).filter(|&would| start < page.words.len() && is_would_be(page, would)) {
        return would;
    }
    let before = start.checked_sub(1).filter(|&before| start < page.words.len() && is_hyphen(page.between(before)));
    let Some(before) = before else { return start };
    // `1-Boil the water`, `3-then this`: the number of an item.
    let item = before == 0 || page.between(before - 1).contains(['\n', '\t']);
    let small = page.written(start..start + 1).starts_with(char::is_lowercase);
    let digits = page.word(before).starts_with(|c: char| c.is_ascii_digit());
    let counted = page.is_number(before) && small && !(digits && item);
    if is_one_of(PREFIXES, page.word(before)) || counted { before } else { start }
}

/// Whether word `at` and the next are a `would-be`, and another word follows that it is said of.
pub(crate) fn is_would_be(page: &Folded<'_>, at: usize) -> bool {
    at + 2 < page.words.len()
        && page.word(at) == "would"
        && page.word(at + 1) == "be"
        && is_hyphen(page.between(at))
        && page.between(at + 1).chars().all(char::is_whitespace)
}

fn is_hyphen(between: &str) -> bool {
    matches!(between, "-" | "‐" | "‑")
}
