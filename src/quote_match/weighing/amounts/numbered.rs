//! What has a number of its own: `No. 7`, `number 7`, `Nr. 7`, `№ 7` and `#7`.

use std::ops::Range;

use super::{Amount, whole_number};
use crate::quote_match::folding::fold::Folded;

/// Words that say so, folded; `no` and `num` do with a capital or a point.
const NAMES: [&str; 6] = ["nr", "number", "numero", "nummer", "nro", "numer"];
const SHORT: [&str; 2] = ["no", "num"];

/// What that number is kept as.
const SIGN: &str = "№";

/// The numbered thing that begins at word `from`.
pub(super) fn at(text: &Folded<'_>, from: usize, end: usize) -> Option<(Range<usize>, Amount)> {
    if from >= end {
        return None;
    }
    if from.checked_sub(1).is_some_and(|before| text.between(before).trim_end().ends_with(['#', '№'])) {
        return whole_number(text, from, end).map(|(words, amount)| (words, with_sign(amount)));
    }
    let gap = text.between(from);
    let pointed = gap.starts_with('.');
    let name = text.word(from);
    let named = NAMES.contains(&name)
        || SHORT.contains(&name) && (pointed || text.written(from..from + 1).starts_with(char::is_uppercase));
    let near = gap.strip_prefix('.').unwrap_or(gap).chars().all(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}'));
    if !(named && near && from + 1 < end) {
        return None;
    }
    whole_number(text, from + 1, end).map(|(words, amount)| (from..words.end, with_sign(amount)))
}

fn with_sign(amount: Amount) -> Amount {
    Amount::Money(SIGN, Box::new(amount))
}
