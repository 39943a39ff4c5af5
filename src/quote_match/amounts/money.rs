//! Sums of money: `$5`, `5 $` and `5 dollars`.

use std::ops::Range;

use super::{Amount, count, is_close, joined, whole_number};
use crate::quote_match::fold::Folded;

/// Signs of currencies, and their names, folded.
const CURRENCIES: [(&str, &[&str]); 5] = [
    ("$", &["dollar", "dollars", "dolar", "dolares", "dollari"]),
    ("€", &["euro", "euros", "eur", "euroa", "eura", "евро", "євро", "ευρω"]),
    ("£", &["pound", "pounds", "gbp"]),
    ("¥", &["yen"]),
    ("₹", &["rupee", "rupees", "inr"]),
];

/// What is written before the sum in place of a sign, folded. A dollar can be that of many countries.
const CODES: [(&str, &str); 4] = [("eur", "€"), ("gbp", "£"), ("inr", "₹"), ("rs", "₹")];

/// The sum that begins at word `from`, with its sign before it or behind.
pub(super) fn at(text: &Folded<'_>, from: usize, end: usize) -> Option<(Range<usize>, Amount)> {
    if from >= end {
        return None;
    }
    if let Some(sign) = sign(text.word(from)).or_else(|| code(text, from)) {
        let (words, amount) = whole_number(text, from + 1, end).filter(|_| is_close(text, from))?;
        return Some((from..words.end, Amount::Money(sign, Box::new(whole(amount)))));
    }
    let (words, amount) = whole_number(text, from, end)?;
    // `5 millions d’euros`
    let led = words.len() > 1 && words.end + 1 < end && matches!(text.word(words.end), "d" | "de" | "di");
    let behind = words.end + usize::from(led && joined(text, words.end - 1));
    if behind >= end {
        return None;
    }
    let near = joined(text, behind - 1) || led && matches!(text.between(behind - 1), "'" | "’");
    let name = CURRENCIES.iter().find(|(_, names)| near && names.contains(&text.word(behind)));
    let sign =
        name.map(|(sign, _)| *sign).or_else(|| sign(text.word(behind)).filter(|_| is_close(text, behind - 1)))?;
    Some((from..behind + 1, Amount::Money(sign, Box::new(whole(amount)))))
}

/// A sum without the noughts of its cents: `$5.00` is `$5`.
fn whole(amount: Amount) -> Amount {
    let Amount::Decimal(written) = &amount else { return amount };
    let digits = written.strip_suffix(".00").and_then(|digits| digits.parse().ok());
    digits.map_or(amount, |digits| count(digits, 0))
}

fn code(text: &Folded<'_>, at: usize) -> Option<&'static str> {
    let capital = text.written(at..at + 1).starts_with(char::is_uppercase);
    CODES.iter().find(|(code, _)| capital && *code == text.word(at)).map(|(_, sign)| *sign)
}

fn sign(word: &str) -> Option<&'static str> {
    CURRENCIES.iter().map(|(sign, _)| *sign).find(|sign| *sign == word)
}
