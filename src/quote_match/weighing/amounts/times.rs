//! Times of the day: `6.30 p.m.`, `6:30pm` and `6:30 PM`; `14.30 Uhr`, `14:30 Uhr`, `14h30` and `2:30 pm`.

use std::ops::Range;

use super::Amount;
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::is_one_of;
use crate::quote_match::languages::language::Language::{
    self, Czech, Dutch, German, Greek, Polish, Portuguese, Romanian, Russian, Ukrainian,
};

/// Words behind an hour that counts to 24 or says nothing of its half of the day, folded.
const HOURS: [&str; 10] = ["uhr", "h", "hod", "hodin", "hodine", "hrs", "heures", "horas", "uur", "oclock"];

/// A half of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    /// Before noon.
    Morning,
    /// After noon.
    Evening,
}

/// The time that begins at word `from`.
pub(super) fn at(text: &Folded<'_>, from: usize, end: usize) -> Option<(Range<usize>, Amount)> {
    if from >= end {
        return None;
    }
    let word = text.word(from);
    let (digits, letters) = word.split_at(word.find(char::is_alphabetic).unwrap_or(word.len()));
    if letters.is_empty() {
        let (hour, minute) = clock(digits)?;
        if let Some((behind, half)) = mark(text, from + 1, end) {
            return Some((from..behind, time(hour, minute.unwrap_or(0), half)));
        }
        let spaced = spaced_minutes(text, from + 1, end).filter(|_| minute.is_none());
        let told = minute
            .filter(|_| digits.contains(':') || is_led(text, from) || is_led_by_small_word(text, from))
            .map(|minute| (from + 1, minute))
            .or(spaced);
        return told.map(|(behind, minute)| (from..behind, time(hour, minute, None)));
    }
    let half = of_half(letters);
    if half.is_some() || HOURS.contains(&letters) {
        let (hour, minute) = clock(digits)?;
        return Some((from..from + 1, time(hour, minute.unwrap_or(0), half)));
    }
    // French: `14h30`.
    let (hour, None) = clock(digits)? else { return None };
    let minute = minutes(letters.strip_prefix('h')?)?;
    Some((from..from + 1, time(hour, minute, None)))
}

/// `kl. 19.30`, `ore 19.30`, `alle 19.30`, `a las 19.30`: what stands before tells that it is a time.
fn is_led(text: &Folded<'_>, from: usize) -> bool {
    const LEAD: [&str; 14] = [
        "alle", "dalle", "godz", "godzinie", "kello", "kl", "klo", "klockan", "klokka", "klokken", "las", "ore",
        "pukul", "saat",
    ];
    let before = from.checked_sub(1);
    before.is_some_and(|before| LEAD.contains(&text.word(before)) && text.between(before).len() <= ". ".len())
}

/// What counts to 24 says its half of the day: `17:30` is `5:30 p.m.`.
fn time(hour: u8, minute: u8, half: Option<Half>) -> Amount {
    match (hour, half) {
        (13..=23, None) => Amount::Time(hour - 12, minute, Some(Half::Evening)),
        (0, None) => Amount::Time(12, minute, Some(Half::Morning)),
        _ => Amount::Time(hour, minute, half),
    }
}

/// `6`, `6:30`, `6.30`.
fn clock(digits: &str) -> Option<(u8, Option<u8>)> {
    let (hour, minute) = match digits.split_once([':', '.']) {
        Some((hour, minute)) => (hour, Some(minutes(minute)?)),
        None => (digits, None),
    };
    let plain = (1..=2).contains(&hour.len()) && hour.bytes().all(|byte| byte.is_ascii_digit());
    let hour = hour.parse().ok().filter(|hour| plain && *hour <= 24)?;
    Some((hour, minute))
}

fn minutes(digits: &str) -> Option<u8> {
    let plain = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|minute| plain && *minute < 60)
}

/// Where the mark of a time that begins at word `at` ends, and the half of the day that it says.
fn mark(text: &Folded<'_>, at: usize, end: usize) -> Option<(usize, Option<Half>)> {
    let near = at < end && matches!(text.between(at - 1), " " | "\u{a0}" | "\u{202f}" | "\u{2009}" | "\n");
    if !near || spaced_minutes(text, at, end).is_some() {
        return None;
    }
    let word = text.word(at);
    if let Some(half) = of_half(word) {
        return Some((at + 1, Some(half)));
    }
    let pointed = at + 1 < end && text.word(at + 1) == "m" && matches!(text.between(at), "." | ". " | ".\u{a0}" | " ");
    let half = match word {
        "a" => Half::Morning,
        "p" => Half::Evening,
        _ => return HOURS.contains(&word).then_some((at + 1, None)),
    };
    pointed.then_some((at + 2, Some(half)))
}

/// `h 30` behind an hour.
fn spaced_minutes(text: &Folded<'_>, at: usize, end: usize) -> Option<(usize, u8)> {
    let spaced = at + 1 < end && text.word(at) == "h" && matches!(text.between(at), " " | "\u{a0}" | "\u{202f}");
    minutes(spaced.then(|| text.word(at + 1))?).map(|minute| (at + 2, minute))
}

fn of_half(word: &str) -> Option<Half> {
    match word {
        "am" => Some(Half::Morning),
        "pm" => Some(Half::Evening),
        _ => None,
    }
}

/// Whether a word that leads to a time stands before what has a point, `um 19.30`, `в 19.30`: where decimals have a comma that is one, unless
/// it measures something.
fn is_led_by_small_word(text: &Folded<'_>, from: usize) -> bool {
    const BEFORE: &[(Language, &str)] = &[
        (Portuguese, "as"),
        (German, "um gegen"),
        (Dutch, "om"),
        (Romanian, "ora orele"),
        (Czech, "v od"),
        (Polish, "o"),
        (Russian, "в"),
        (Ukrainian, "о об"),
        (Greek, "στισ"),
    ];
    let Some(before) = from.checked_sub(1) else { return false };
    let leads = |(language, words): &(Language, &str)| {
        text.languages & language.bit() != 0 && is_one_of(words, text.word(before))
    };
    BEFORE.iter().any(leads) && text.between(before).chars().all(char::is_whitespace) && !is_measured(text, from)
}

/// Whether a unit, a currency, a share or a scale stands behind a number.
fn is_measured(text: &Folded<'_>, from: usize) -> bool {
    const UNITS: &str = "bn chf dollar euro euros eur franken gbp grad gramm kc kg km korun lei m meter metros milhoes miliard miliony milionow \
        millionen milliarden mio mld mln mrd procent procenta prozent prozentpunkte punkte reais usd zl zlotych евро млн млрд процента \
        процентов рублеи";
    let next = from + 1;
    text.between(from).contains(['%', '€', '$', '£', '°', '‰', '/', '-', '–', '+', '×'])
        || next < text.words.len()
            && text.between(from).chars().all(char::is_whitespace)
            && (is_one_of(UNITS, text.word(next)) || text.word(next).starts_with(|c: char| c.is_ascii_digit()))
}
