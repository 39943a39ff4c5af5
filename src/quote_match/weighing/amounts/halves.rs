//! Halves that are said in a word of their own, alone or with a scale: `anderthalb Stunden`, `anderthalb Millionen`, `डेढ़ करोड़`, `iki buçuk milyon`, `un million et demi`.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::scales::scale_at;
use super::{Amount, Said, count};
use crate::quote_match::folding::fold::{Folded, Spaces};
use crate::quote_match::folding::words::joined;
use crate::text::hashed::Quickly;

/// What stands before a scale, in tenths.
const BEFORE: [(u128, &str); 4] = [
    (
        15,
        "anderthalb anderthalbe anderthalben anderthalber eineinhalb einundeinhalb anderhalf anderhalve halvannan halvannen halvanden masfel \
            puolitoista jedenapul poltora poltorej полтора полторы полутора півтора півтори डेढ़ डेढ़",
    ),
    (25, "zweieinhalb zweiundeinhalb tweeeneenhalf tweeenhalf tweeenhalve ढाई"),
    (35, "dreieinhalb dreiundeinhalb drieeneenhalf drieenhalf drieenhalve"),
    (45, "viereinhalb vierundeinhalb viereneenhalf vierenhalf vierenhalve"),
];

/// What stands between a number and its scale, and adds half of that.
const BETWEEN: &str = "bucuk";

/// What stands behind a scale, and adds half of it.
const BEHIND: [(&str, &str); 6] =
    [("et", "demi"), ("et", "demie"), ("y", "medio"), ("e", "mezzo"), ("e", "meio"), ("и", "половиной")];

/// Articles that say one.
const ARTICLES: [&str; 4] = ["un", "une", "uno", "um"];

/// The number with a half that begins at word `from`, where the number `here` is.
pub(super) fn at(text: &Folded<'_>, from: usize, end: usize, here: Option<&Said>) -> Option<Said> {
    let zeros = |at: usize| {
        let near = at < end && at > 0 && joined(text, at - 1);
        if near { scale_at(text, at) } else { None }.filter(|zeros| *zeros > 0)
    };
    let said = (from < end).then(|| before_scale().get(text.word(from)).copied()).flatten();
    if let Some(tenths) = said {
        let Some(zeros) = zeros(from + 1) else {
            return Some((from..from + 1, Amount::Decimal(format!("{}.{}", tenths / 10, tenths % 10))));
        };
        return Some((from..from + 2, count(tenths, zeros - 1)));
    }
    // An article counts before a scale: `un million`.
    let article = (from < end && ARTICLES.contains(&text.word(from))).then(|| zeros(from + 1)).flatten();
    let one = article.map(|zeros| (from..from + 2, count(1, zeros)));
    let number = one.or_else(|| here.cloned());
    let (words, Amount::Count(digits, tens)) = number? else { return None };
    let next = words.end;
    if next < end && text.word(next) == BETWEEN && joined(text, next - 1) {
        let whole = digits.checked_mul(10u128.checked_pow(u32::try_from(tens).ok()?)?)?;
        let tenths = whole.checked_mul(10)?.checked_add(5)?;
        let Some(zeros) = zeros(next + 1) else {
            return Some((from..next + 1, Amount::Decimal(format!("{whole}.5"))));
        };
        return Some((from..next + 2, count(tenths, zeros - 1)));
    }
    let pair = |(one, other): &(&str, &str)| {
        next + 1 < end && text.word(next) == *one && text.word(next + 1) == *other && joined(text, next - 1)
    };
    let scale = scale_at(text, next - 1).filter(|_| words.len() > 1 && BEHIND.iter().any(pair))?;
    let value = digits.checked_mul(10u128.checked_pow(u32::try_from(tens).ok()?)?)?;
    let half = 10u128.checked_pow(scale.unsigned_abs())? / 2;
    Some((from..next + 2, count(value.checked_add(half)?, 0)))
}

/// The words of [`BEFORE`], folded, and their tenths.
fn before_scale() -> &'static HashMap<String, u128, Quickly> {
    static WORDS: OnceLock<HashMap<String, u128, Quickly>> = OnceLock::new();
    let folded = |word: &str| Folded::new(word, Spaces::Written).text;
    let all = || BEFORE.iter().flat_map(|(tenths, words)| words.split(' ').map(|word| (folded(word), *tenths)));
    WORDS.get_or_init(|| all().collect())
}
