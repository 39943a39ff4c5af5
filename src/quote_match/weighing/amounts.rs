//! Numbers and dates that are the same in another form: `5` and `five`, `3,5` and `3.5`, `May 3, 2021` and `3 May 2021`.
//!
//! A form that can be read in two ways (`03/05/2021`, `1.000` where the language does not tell) is no form of anything but
//! itself.

mod digits;
pub(crate) mod compound;
pub(crate) mod counting;
pub(crate) mod cut;
mod dates;
mod han;
mod hangul;
mod numerals;
mod times;
mod money;
mod lettered;
mod measures;
mod ordinals;
mod places_elsewhere;
mod ratios;
mod parts_elsewhere;
mod fractions;
mod halves;
mod numbered;
mod scales;
pub(crate) mod settling;
mod times_over;
pub(crate) mod shares;
pub(crate) mod sides;
mod shortened;
mod thousands;

use crate::quote_match::folding::words::joined;
use std::ops::Range;

use crate::quote_match::folding::fold::Folded;
use crate::quote_match::languages::number_words;
use digits::{in_digits, in_pointed_digits, is_group, pointed_digits, with_point, with_value};
use scales::{scale, scale_at};

/// Words of one amount: `the 3rd day of May, 2021`, `two hundred and fifty-five million`, `一千二百三十四万五千六百`.
const LONGEST: usize = 16;

/// What a number or a date says.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Amount {
    /// How many: the digits up to the last that is not zero, and how many zeros follow; less than none for decimals.
    Count(u128, i32),
    /// How much of a currency or of a unit, how many in a hundred, or which of things that are numbered.
    Money(&'static str, Box<Amount>),
    /// One with letters that are written on to it and bend it: `5%로`.
    Ended(Box<Amount>, String),
    /// Which in a row: `third`, `3rd`.
    Place(u128),
    /// How many parts, and of how many: `2/3`. Halves and quarters are decimals.
    Part(u128, u128),
    /// Two numbers with a colon or a stroke between: `1:25,000`.
    Pair(char, Box<Amount>, Box<Amount>),
    /// A number with decimals, as written: `3.10` is not `3.1` where it counts chapters or versions.
    Decimal(String),
    /// A day, with its year where one is given.
    Day(Option<u16>, i8, u8),
    /// An hour and its minutes, with the half of the day where it is told.
    Time(u8, u8, Option<times::Half>),
}

/// An amount, and the words that say it.
type Said = (Range<usize>, Amount);

/// Whether a number or a date stands in `text` that may have another form.
pub(crate) fn has_amount(text: &Folded<'_>) -> bool {
    let tells = |word: &str| {
        small(word).is_some()
            || scale(word).is_some()
            || ordinals::place(word).is_some()
            || places_elsewhere::named(word, text.languages).is_some()
            || fractions::begins(word, text.languages)
            || number_words::is_one(word, text.languages)
    };
    let han = |index: usize| han::at(text, index, text.words.len()).is_some();
    let numeral = |index: usize| numerals::at(text, index, text.words.len()).is_some();
    let hangul = |index: usize| !hangul::at(text, index, text.words.len()).is_empty();
    let digits = |index: usize| text.word(index).starts_with(|c: char| c.is_ascii_digit());
    let lettered = |index: usize| lettered::at(text, index, text.words.len()).is_some();
    text.all().any(|index| {
        digits(index) || lettered(index) || tells(text.word(index)) || numeral(index) || han(index) || hangul(index)
    })
}

/// The numbers and days among `words`, in order, each in one form whatever it is written in.
pub(crate) fn quantities(text: &Folded<'_>, words: Range<usize>) -> Vec<String> {
    let (mut found, mut at) = (Vec::new(), words.start);
    while at < words.end {
        let longest = amounts(text, at, words.end).into_iter().next();
        found.extend(match &longest {
            Some((_, amount)) => Some(format!("{amount:?}")),
            None => text.is_number(at).then(|| text.word(at).to_owned()),
        });
        at = longest.map_or(at + 1, |(own, _)| own.end.max(at + 1));
    }
    found
}

/// Whether word `index` and the next are one number that goes on in words: `twenty-five`, `12 million`.
pub(crate) fn goes_on(page: &Folded<'_>, index: usize) -> bool {
    const THOUSAND: i32 = 3;
    let number = |word: &str| small(word).is_some() || scale(word).is_some() || in_digits(word).is_some();
    // `En 2012 mil personas`
    let scale = scale_at(page, index + 1).is_some_and(|zeros| zeros != THOUSAND || !cut::is_year(page.word(index)));
    let in_words = || page.is_number(index) || number_words::is_one(page.word(index), page.languages);
    scale && (number(page.word(index)) || in_words()) && joined(page, index)
        || is_unit(page, index + 1)
        || compound::goes_on(page, index)
        || han::goes_on(page, index)
        || hangul::goes_on(page, index)
        || number_words::at(page, index, page.words.len()).is_some_and(|(_, end)| end > index + 1)
}

/// Whether word `index` and the next are a number that no space parts: `三十`, and the `万` of `3万`. Behind `第一` a name may begin
/// with a numeral of its own, `第一百货`.
pub(crate) fn is_unspaced(page: &Folded<'_>, index: usize) -> bool {
    let first = index.checked_sub(1).is_some_and(|before| page.word(before) == "第");
    !first && han::goes_on(page, index)
}

/// Whether word `index` is the `five` of `twenty-five`.
pub(crate) fn is_unit(page: &Folded<'_>, index: usize) -> bool {
    small(page.word(index)).is_some_and(|value| (1..10).contains(&value))
        && index
            .checked_sub(1)
            .is_some_and(|before| small(page.word(before)).is_some_and(|tens| tens >= 20) && joined(page, before))
}

/// Whether word `index` and the next are thousands and what follows them: `12 500`.
pub(crate) fn is_grouped(page: &Folded<'_>, index: usize) -> bool {
    let (one, other) = (page.word(index), page.word(index + 1));
    // The scale of a map: `1:25 000`.
    let one = one.strip_prefix("1:").unwrap_or(one);
    let digits = other.bytes().take_while(u8::is_ascii_digit).count();
    let opens = one.bytes().all(|byte| byte.is_ascii_digit()) && (1..=3).contains(&one.len());
    let one_space =
        matches!(page.between(index), " " | "\u{a0}" | "\u{202f}" | "\u{2007}" | "\u{2008}" | "\u{2009}" | "\u{200a}");
    opens && one != "0" && digits == 3 && one_space && !is_in_row(page, index)
}

/// Whether so many figures of three digits stand side by side that they are those of a table, and no groups of one number.
fn is_in_row(page: &Folded<'_>, index: usize) -> bool {
    const MOST: usize = 5;
    let figure = |at: usize| page.word(at).len() == 3 && page.word(at).bytes().all(|byte| byte.is_ascii_digit());
    let joins = |at: usize| page.between(at).chars().count() == 1 && !page.between(at).contains('\n') && figure(at + 1);
    let before = (index.saturating_sub(MOST)..index).rev().take_while(|&at| joins(at)).count();
    let last = page.words.len() - 1;
    let behind = (index..last.min(index + MOST)).take_while(|&at| joins(at)).count();
    before + behind >= MOST
}

/// Every amount that begins at word `from`, the longest first.
fn amounts(text: &Folded<'_>, from: usize, end: usize) -> Vec<Said> {
    let mut found: Vec<_> = numbered::at(text, from, end).into_iter().collect();
    found.extend(dates::at(text, from, end));
    let here = if from < end { number_here(text, from, end) } else { None };
    let half = halves::at(text, from, end, here.as_ref());
    let large = compound::at(text, from, end, here.as_ref());
    let number = here.filter(|_| begins_number(text, from));
    let spaced = spaced_number(text, from, end);
    // Read once for all that may be made of it.
    let whole = spaced.clone().or_else(|| number.clone());
    let whole = whole.as_ref();
    for number in [number, half].into_iter().flatten() {
        found.extend(scales::with_of(text, number.clone(), end));
        found.push(number);
    }
    found.extend(large);
    found.extend(hangul::at(text, from, end));
    found.extend(spaced);
    found.extend(ordinals::at(text, from, end));
    found.extend(places_elsewhere::at(text, from, end));
    found.extend(ratios::at(text, from, end));
    found.extend(fractions::at(text, from, end));
    found.extend(money::at(text, from, end, whole));
    found.extend(lettered::at(text, from, end));
    found.extend(shares::at(text, from, end, whole));
    found.extend(shortened::at(text, from, end, whole));
    found.extend(measures::at(text, from, end, whole));
    found.extend(times::at(text, from, end));
    found.extend(times_over::at(text, from, end, whole));
    found.extend(numerals::at(text, from, end));
    found.extend(han::at(text, from, end));
    found.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    found
}

/// The number that begins at word `from`, with all that belongs to it.
fn number(text: &Folded<'_>, from: usize, end: usize) -> Option<Said> {
    if from >= end {
        return None;
    }
    number_here(text, from, end).filter(|_| begins_number(text, from))
}

/// Whether the number at word `from` is no rest of one that began before.
fn begins_number(text: &Folded<'_>, from: usize) -> bool {
    from == 0 || !goes_on(text, from - 1)
}

/// The same wherever it begins.
fn number_here(text: &Folded<'_>, from: usize, end: usize) -> Option<Said> {
    let pointed = in_pointed_digits(text, from);
    let (first, short) = without_scale(text, from);
    if let Some((digits, decimals)) = pointed.or_else(|| in_digits(first)) {
        let mut zeros = short;
        let mut at = from + 1;
        while at < end
            && joined(text, at - 1)
            && let Some(scale) = scale_at(text, at).filter(|_| !scales::is_plural(text, at))
        {
            (zeros, at) = (zeros + scale, at + 1);
        }
        let scaled = zeros > 0;
        let amount = if decimals > 0 && !scaled {
            Amount::Decimal(with_point(text, from, pointed.is_some()))
        } else {
            count(digits, zeros.checked_sub(decimals)?)
        };
        return Some((from..at, amount));
    }
    let spoken = [in_words(text, from, end), in_other_words(text, from, end)];
    let (value, at) = spoken.into_iter().flatten().max_by_key(|(_, at)| *at)?;
    // `the one` is no number, `the one hundred` is.
    let pronoun = || from.checked_sub(1).is_some_and(|before| points_at_one(text.word(before)));
    if first == "one" && at == from + 1 && pronoun() {
        return None;
    }
    Some((from..at, count(value, 0)))
}

/// The number that begins at word `from`, in groups or not.
fn whole_number(text: &Folded<'_>, from: usize, end: usize) -> Option<Said> {
    spaced_number(text, from, end).or_else(|| number(text, from, end))
}

/// `14 500`, `1 234,50`: digits in groups of three with a space between.
fn spaced_number(text: &Folded<'_>, from: usize, end: usize) -> Option<Said> {
    let groups = 1 + (from..end.saturating_sub(1)).take_while(|&at| is_grouped(text, at)).count();
    if groups == 1 {
        return None;
    }
    let words = from..from + groups;
    let first = text.word(from.min(text.words.len().checked_sub(1)?));
    let (last, decimals) = text.word(words.end.min(text.words.len()) - 1).split_once([',', '.']).unzip();
    let last = last.unwrap_or_else(|| text.word(words.end.min(text.words.len()) - 1));
    let inner = || words.start + 1..words.end - 1;
    let whole = !first.starts_with('0') && inner().all(|at| text.word(at).len() == 3) && last.len() == 3;
    let all = [text.folded(words.start..words.end - 1), last].concat();
    let digits = whole.then(|| all.parse().ok())??;
    let plain = |decimals: &str| !decimals.is_empty() && decimals.bytes().all(|byte| byte.is_ascii_digit());
    match decimals {
        None => Some((words, count(digits, 0))),
        Some(decimals) => plain(decimals).then(|| (words, Amount::Decimal(format!("{digits}.{decimals}")))),
    }
}

/// `two hundred and fifty-five thousand`: the value, and the word behind it.
fn in_words(text: &Folded<'_>, from: usize, end: usize) -> Option<(u128, usize)> {
    let leading = small(text.word(from)).or_else(|| is_one(text, from, end).then_some(1));
    let (mut total, mut part) = (0u128, leading.filter(|value| *value > 0)?);
    let mut at = from + 1;
    while at < end.min(from + LONGEST) && joined(text, at - 1) {
        let word = text.word(at);
        let value = small(word).unwrap_or_default();
        let fits = part % 100 == 0 && value > 0 || part % 10 == 0 && part % 100 >= 20 && (1..10).contains(&value);
        let hundreds = text.word(at - 1) == "hundred" || scale(text.word(at - 1)).is_some();
        if fits {
            part += value;
        } else if word == "hundred" && (1..100).contains(&part) {
            part *= 100;
        } else if let Some(zeros) = scale(word).filter(|zeros| *zeros > 2 && part > 0) {
            total += part * 10u128.pow(zeros.unsigned_abs());
            part = 0;
        } else if !(word == "and" && hundreds && ends_in_words(text, at + 1, end)) {
            break;
        }
        at += 1;
    }
    Some((total + part, at))
}

/// The same in another language, with its millions.
fn in_other_words(text: &Folded<'_>, from: usize, end: usize) -> Option<(u128, usize)> {
    let (value, at) = number_words::at(text, from, end)?;
    let zeros = (at < end && joined(text, at - 1)).then(|| scale_at(text, at)).flatten().filter(|zeros| *zeros > 3);
    Some(zeros.map_or((value, at), |zeros| (value * 10u128.pow(zeros.unsigned_abs()), at + 1)))
}

/// Whether the article at `at` counts: `a hundred`, and not `half a million`.
fn is_one(text: &Folded<'_>, at: usize, end: usize) -> bool {
    let part =
        at.checked_sub(1).is_some_and(|before| matches!(text.word(before), "half" | "quarter" | "third" | "many"));
    text.word(at) == "a" && at + 1 < end && scale(text.word(at + 1)).is_some() && joined(text, at) && !part
}

/// The number at `at` without the letters behind it that put zeros to it, and how many: `1.5bn`, and behind a currency `5m`.
fn without_scale<'t>(text: &'t Folded<'_>, at: usize) -> (&'t str, i32) {
    const CURRENCIES: [&str; 5] = ["$", "€", "£", "¥", "₹"];
    let word = text.word(at);
    let money = at.checked_sub(1).is_some_and(|before| CURRENCIES.contains(&text.word(before)));
    let scales =
        [("bn", 9, true), ("tn", 12, true), ("mn", 6, true), ("m", 6, money), ("b", 9, money), ("k", 3, money)];
    let stripped = scales.iter().filter(|(.., told)| *told).find_map(|(letters, zeros, _)| {
        let number = word.strip_suffix(letters).filter(|number| number.ends_with(|c: char| c.is_ascii_digit()))?;
        Some((number, *zeros))
    });
    stripped.unwrap_or((word, 0))
}

/// Whether the word at `at` ends a number, as the `five` of `hundred and five` does: no `five hundred` begins there.
fn ends_in_words(text: &Folded<'_>, at: usize, end: usize) -> bool {
    let small_one = at < end && small(text.word(at)).is_some();
    small_one && (at + 1 >= end || scale(text.word(at + 1)).is_none())
}

/// What is measured, without the noughts at the end of its decimals: `4.0 %` is `4 %`. Three decimals can be thousands.
fn measured(amount: Amount) -> Amount {
    let Amount::Decimal(written) = &amount else { return amount };
    let decimals = written.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    if decimals == 3 || !written.ends_with('0') {
        return amount;
    }
    let short = written.trim_end_matches('0').trim_end_matches('.');
    let whole = short.parse().ok().map(|digits| count(digits, 0));
    whole.unwrap_or_else(|| Amount::Decimal(short.to_owned()))
}

fn count(mut digits: u128, mut zeros: i32) -> Amount {
    while digits > 0 && digits.is_multiple_of(10) {
        (digits, zeros) = (digits / 10, zeros + 1);
    }
    Amount::Count(digits, if digits == 0 { 0 } else { zeros })
}

/// The value of a number in one word below a hundred.
fn small(word: &str) -> Option<u128> {
    Some(match word {
        "zero" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}

/// Words that make a pronoun of the `one` behind them.
fn points_at_one(word: &str) -> bool {
    matches!(word, "no" | "any" | "every" | "some" | "each" | "this" | "that" | "the" | "another" | "which")
}

/// Whether nothing or one space stands behind word `index`.
fn is_close(text: &Folded<'_>, index: usize) -> bool {
    matches!(text.between(index), "" | " " | "\u{a0}" | "\u{202f}" | "\u{2009}")
}

#[cfg(test)]
#[path = "amounts_tests.rs"]
mod tests;
#[cfg(test)]
mod foreign_tests;
#[cfg(test)]
mod elsewhere_tests;
