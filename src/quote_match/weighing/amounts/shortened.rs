//! Words that are cut short behind a number: `1998 г.` and `1998 году`, `XIX в.` and `XIX веке`, `1998 r.` and `1998 roku`.

use super::money::{cut_scale, scaled};
use super::{Amount, Said, count, numerals};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::joined;

/// The letters before the stop, then the words that they can stand for, folded. Which of its forms one stands for is told by the
/// words before it, so that it is the same as any; two forms in full are two.
const SHORT: [(&str, &[&str]); 16] = [
    ("г", &["год", "года", "году", "годом", "годе"]),
    ("гг", &["годы", "годов", "годам", "годах", "годами"]),
    ("в", &["век", "века", "веку", "веком", "веке"]),
    ("вв", &["века", "веков", "веках"]),
    ("руб", &["рубль", "рубля", "рублеи", "рублям", "рублями"]),
    ("чел", &["человек", "человека"]),
    ("р", &["рік", "року", "році", "роком"]),
    ("рр", &["роки", "років", "роках"]),
    ("ст", &["століття", "столітті"]),
    ("грн", &["гривень", "гривні", "гривня"]),
    ("r", &["rok", "roku", "rokiem"]),
    ("w", &["wiek", "wieku"]),
    ("zl", &["zlotych", "zlote", "zloty"]),
    ("jh", &["jahrhundert", "jahrhunderts"]),
    ("kc", &["korun", "koruny", "koruna"]),
    ("kr", &["kronor", "kroner", "krona", "krone"]),
];

/// Words that put zeros to the crowns that they count.
const CROWNS: [(&str, i32); 4] = [("tkr", 3), ("mkr", 6), ("mnkr", 6), ("mdkr", 9)];

/// What stands behind the year of a date and adds nothing.
const YEARS: [&str; 8] = ["г", "год", "года", "году", "р", "року", "r", "roku"];

/// The `number` at word `from` with the word behind it, in each of the forms that it can have.
pub(super) fn at(text: &Folded<'_>, from: usize, end: usize, number: Option<&Said>) -> Vec<Said> {
    let Some((at, amount)) = counted(text, from, end, number)
        .filter(|(at, _)| *at < end && (joined(text, at - 1) || cut_scale(text, at - 1)))
    else {
        return Vec::new();
    };
    let word = text.word(at);
    if let Some((_, zeros)) = CROWNS.iter().find(|(crowns, _)| *crowns == word) {
        let forms = SHORT.iter().filter(|(short, _)| *short == "kr").flat_map(|(_, forms)| *forms);
        let sum = scaled(&amount, *zeros);
        return sum.map_or_else(Vec::new, |sum| {
            forms.map(|form| (from..at + 1, Amount::Money(form, Box::new(sum.clone())))).collect()
        });
    }
    let own = SHORT.iter().flat_map(|(_, forms)| *forms).find(|form| **form == word);
    let short = SHORT.iter().find(|(short, _)| *short == word && is_cut(text, at));
    let forms = short.map_or(&[][..], |(_, forms)| *forms).iter().chain(own);
    forms.map(|form| (from..at + 1, Amount::Money(form, Box::new(amount.clone())))).collect()
}

/// The word behind the `года` or `г.` that ends a date before word `at`; `at` itself where there is none.
pub(super) fn behind_year(text: &Folded<'_>, at: usize, end: usize) -> usize {
    let near = at > 0 && at < end && joined(text, at - 1);
    let told = near && YEARS.contains(&text.word(at)) && (text.word(at).chars().nth(1).is_some() || is_cut(text, at));
    at + usize::from(told)
}

/// The number at word `from`, in digits or Roman, and the word behind it. `1990-х` is one as well.
fn counted(text: &Folded<'_>, from: usize, end: usize, number: Option<&Said>) -> Option<(usize, Amount)> {
    let roman = || {
        let written = (from < end).then(|| text.written(from..from + 1))?;
        numerals::value(written).map(|value| (from + 1, count(value, 0)))
    };
    let (at, amount) = number.map(|(words, amount)| (words.end, amount.clone())).or_else(roman)?;
    let tens = at < end && matches!(text.word(at), "х" | "е") && text.between(at - 1) == "-";
    Some(if tens { (at + 1, Amount::Ended(Box::new(amount), text.word(at).to_owned())) } else { (at, amount) })
}

/// Money needs no stop.
fn is_cut(text: &Folded<'_>, at: usize) -> bool {
    at + 1 == text.words.len()
        || text.between(at).starts_with('.')
        || matches!(text.word(at), "kc" | "kr" | "zl" | "грн" | "руб")
}
