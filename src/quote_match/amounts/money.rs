//! Sums of money, and shares: `$5`, `5 $` and `5 dollars`; `5 %` and `5 Prozent`.

use std::ops::Range;

use super::{Amount, joined, whole_number};
use crate::quote_match::fold::Folded;

/// Signs of currencies, and their names, folded.
const CURRENCIES: [(&str, &[&str]); 5] = [
    ("$", &["dollar", "dollars", "dolar", "dolares", "dollari"]),
    ("€", &["euro", "euros", "eur"]),
    ("£", &["pound", "pounds"]),
    ("¥", &["yen"]),
    ("₹", &["rupee", "rupees"]),
];

/// `percent`, as a sign folds, in other languages; some have it in two words.
const PERCENT: [&str; 13] = [
    "percent",
    "prozent",
    "procent",
    "procento",
    "procenta",
    "procentow",
    "prosent",
    "prosenttia",
    "pourcent",
    "percento",
    "процент",
    "процента",
    "процентов",
];
const PER_CENT: [(&str, &str); 5] =
    [("per", "cent"), ("por", "ciento"), ("pour", "cent"), ("por", "cento"), ("per", "cento")];

/// The sum that begins at word `from`, with its sign before it or behind.
pub(super) fn at(text: &Folded<'_>, from: usize, end: usize) -> Option<(Range<usize>, Amount)> {
    if from >= end {
        return None;
    }
    if let Some(sign) = sign(text.word(from)) {
        let (words, amount) = whole_number(text, from + 1, end).filter(|_| is_close(text, from))?;
        return Some((from..words.end, Amount::Money(sign, Box::new(amount))));
    }
    let (words, amount) = whole_number(text, from, end)?;
    let behind = words.end;
    if behind >= end {
        return None;
    }
    if let Some(share) = share_end(text, behind, end) {
        return Some((from..share, Amount::Money("%", Box::new(amount))));
    }
    let name = CURRENCIES.iter().find(|(_, names)| joined(text, behind - 1) && names.contains(&text.word(behind)));
    let sign =
        name.map(|(sign, _)| *sign).or_else(|| sign(text.word(behind)).filter(|_| is_close(text, behind - 1)))?;
    Some((from..behind + 1, Amount::Money(sign, Box::new(amount))))
}

/// Where the words for `percent` end that begin at word `at`.
fn share_end(text: &Folded<'_>, at: usize, end: usize) -> Option<usize> {
    let close = is_close(text, at - 1) || joined(text, at - 1);
    if close && PERCENT.contains(&text.word(at)) {
        return Some(at + 1);
    }
    let two = close && at + 1 < end && joined(text, at) && PER_CENT.contains(&(text.word(at), text.word(at + 1)));
    two.then_some(at + 2)
}

fn sign(word: &str) -> Option<&'static str> {
    CURRENCIES.iter().map(|(sign, _)| *sign).find(|sign| *sign == word)
}

/// Whether nothing or one space stands behind word `index`.
pub(super) fn is_close(text: &Folded<'_>, index: usize) -> bool {
    matches!(text.between(index), "" | " " | "\u{a0}" | "\u{202f}" | "\u{2009}")
}
