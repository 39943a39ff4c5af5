//! Sums of money: `$5`, `5 $` and `5 dollars`.

use std::ops::Range;

use super::digits::pointed_digits;
use super::{Amount, Said, count, is_close, scale_at, whole_number};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::joined;
use crate::quote_match::languages::language::Language::{
    Czech, English, Finnish, French, Polish, Russian, Spanish, Swedish, Ukrainian,
};
use crate::quote_match::languages::language::Languages;

/// Signs of currencies, and their names, folded.
const CURRENCIES: [(&str, &[&str]); 6] = [
    ("₪", &["shekel", "shekels", "שקל", "שקלים", "שח"]),
    ("$", &["dollar", "dollars", "dolar", "dolares", "dollari"]),
    ("€", &["euro", "euros", "eur", "euroa", "eura", "евро", "євро", "ευρω"]),
    ("£", &["pound", "pounds", "gbp"]),
    ("¥", &["yen"]),
    ("₹", &["rupee", "rupees", "inr"]),
];

/// What is written before the sum in place of a sign, folded. A dollar can be that of many countries.
const CODES: [(&str, &str); 4] = [("eur", "€"), ("gbp", "£"), ("inr", "₹"), ("rs", "₹")];

/// The sum that begins at word `from`, where `number` is, with its sign before it or behind.
pub(super) fn at(text: &Folded<'_>, from: usize, end: usize, number: Option<&Said>) -> Option<Said> {
    if from >= end {
        return None;
    }
    if let Some(sign) = sign(text.word(from)).or_else(|| code(text, from)) {
        let (words, amount) = whole_number(text, from + 1, end).filter(|_| is_close(text, from))?;
        return Some((from..words.end, Amount::Money(sign, Box::new(whole(amount)))));
    }
    let (words, amount) = number.cloned()?;
    if let Some((end, sign, zeros)) = short_scale(text, words.end, end) {
        return Some((from..end, Amount::Money(sign, Box::new(scaled(&amount, zeros)?))));
    }
    // `5 millions d’euros`
    let led = words.len() > 1 && words.end + 1 < end && matches!(text.word(words.end), "d" | "de" | "di");
    let behind = words.end + usize::from(led && joined(text, words.end - 1));
    if behind >= end {
        return None;
    }
    let cut = cut_scale(text, behind - 1);
    let near = cut || joined(text, behind - 1) || led && matches!(text.between(behind - 1), "'" | "’");
    let name = CURRENCIES.iter().find(|(_, names)| near && names.contains(&text.word(behind)));
    let sign = name
        .map(|(sign, _)| *sign)
        .or_else(|| sign(text.word(behind)).filter(|_| cut || is_close(text, behind - 1)))?;
    Some((from..behind + 1, Amount::Money(sign, Box::new(whole(amount)))))
}

/// Languages that have a comma before decimals and a space between thousands, which some write as a point.
const COMMA_DECIMALS: Languages = Czech.bit()
    | Finnish.bit()
    | French.bit()
    | Polish.bit()
    | Russian.bit()
    | Spanish.bit()
    | Swedish.bit()
    | Ukrainian.bit();

/// The sum at word `from` of a quote with a point between its thousands, `1.250 €`. On a page it may be what a litre costs.
pub(super) fn pointed(text: &Folded<'_>, from: usize, end: usize) -> Option<(Range<usize>, Amount)> {
    let written = (from < end).then(|| text.written(from..from + 1))?;
    let told = text.languages & COMMA_DECIMALS != 0 && text.languages & English.bit() == 0;
    let (digits, _) = pointed_digits(written).filter(|_| told && written.contains('.') && !written.contains(','))?;
    let behind = (from + 1 < end).then(|| text.word(from + 1))?;
    let name = || CURRENCIES.iter().find(|(_, names)| names.contains(&behind)).map(|(sign, _)| *sign);
    let sign = sign(behind).or_else(name).filter(|_| is_close(text, from))?;
    Some((from..from + 2, Amount::Money(sign, Box::new(count(digits, 0)))))
}

/// The `M€` of `3 M€` and the `k€` of `3 k€` at word `at`: the word behind, the currency, and the zeros of the letters before its sign.
fn short_scale(text: &Folded<'_>, at: usize, end: usize) -> Option<(usize, &'static str, i32)> {
    const LETTERS: [(&str, i32); 5] = [("k", 3), ("m", 6), ("md", 9), ("mds", 9), ("mrd", 9)];
    let close = at > 0 && at + 1 < end && is_close(text, at - 1) && text.between(at).is_empty();
    let zeros = LETTERS.iter().find(|(letters, _)| close && *letters == text.word(at)).map(|(_, zeros)| *zeros)?;
    Some((at + 2, sign(text.word(at + 1))?, zeros))
}

/// An amount with so many zeros more.
pub(super) fn scaled(amount: &Amount, zeros: i32) -> Option<Amount> {
    match amount {
        Amount::Count(digits, own) => Some(count(*digits, own + zeros)),
        Amount::Decimal(written) => {
            let (whole, decimals) = written.split_once('.')?;
            let fewer = i32::try_from(decimals.len()).ok()?;
            Some(count(format!("{whole}{decimals}").parse().ok()?, zeros - fewer))
        }
        _ => None,
    }
}

/// Whether word `index` is a scale that is cut short, with the stop that says so: the `Mio.` of `3 Mio. €`.
pub(super) fn cut_scale(text: &Folded<'_>, index: usize) -> bool {
    const LONGEST: usize = 4;
    let short = text.word(index).chars().count() <= LONGEST && scale_at(text, index).is_some();
    short && matches!(text.between(index), ". " | ".\u{a0}" | ".\u{202f}")
}

/// A sum without the noughts of its cents: `$5.00` is `$5`.
fn whole(amount: Amount) -> Amount {
    let Amount::Decimal(written) = &amount else { return amount };
    let digits = written.strip_suffix(".00").and_then(|digits| digits.parse().ok());
    digits.map_or(amount, |digits| count(digits, 0))
}

fn code(text: &Folded<'_>, at: usize) -> Option<&'static str> {
    let capital = text.written(at..at + 1).starts_with(char::is_uppercase);
    code_of(text.word(at)).filter(|_| capital)
}

/// The sign that folded letters stand for.
pub(super) fn code_of(letters: &str) -> Option<&'static str> {
    CODES.iter().find(|(code, _)| *code == letters).map(|(_, sign)| *sign)
}

fn sign(word: &str) -> Option<&'static str> {
    CURRENCIES.iter().map(|(sign, _)| *sign).find(|sign| *sign == word)
}
