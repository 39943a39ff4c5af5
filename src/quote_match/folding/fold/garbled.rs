//! Letters that were stored as UTF-8 and read as Windows-1252: `donâ€™t` for “don’t”, `cafÃ©` for “café”.
//!
//! Pages carry such text for years, and who quotes them writes what was meant, or the other way round. Only sequences
//! that no language writes are read so.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;
use unicode_normalization::UnicodeNormalization;

/// What may also follow a letter by itself: marks that close or part, and signs that are raised or part numbers.
const CLOSING: &str = "‹›“”‘’•–—…™«»\u{ad}";
const RAISED: &str = "®°²³¹·ªº¡¿\u{a0}";

/// The character whose bytes `text` begins with, behind `last`, and their length.
pub(super) fn of(last: Option<char>, text: &str) -> Option<(char, usize)> {
    let mut chars = text.chars();
    let (lead, second) = (chars.next()?, chars.next()?);
    let next = chars.next();
    match lead {
        'â' => punctuation(second, next),
        'Ã' | 'Ä' | 'Å' => {
            let was = decoded(&[lead as u8, byte_of(second)?]).filter(|was| was.is_alphabetic())?;
            let by_itself = may_stand_by_itself(last, second, next);
            (!by_itself).then_some((was, lead.len_utf8() + second.len_utf8()))
        }
        _ => None,
    }
}

/// Whether a capital between `last` and the mark `second` may be what was meant: `AMANHÃ…`, `“Å”`.
fn may_stand_by_itself(last: Option<char>, second: char, next: Option<char>) -> bool {
    let (after_capital, goes_on) = (last.is_some_and(char::is_uppercase), next.is_some_and(char::is_lowercase));
    if CLOSING.contains(second) {
        !last.is_some_and(char::is_lowercase) && (after_capital || !goes_on)
    } else {
        RAISED.contains(second) && after_capital && !goes_on
    }
}

/// Whether `text` begins with an `Â` that a sign of the upper half of Latin-1 was given: `10Â £`, `5Â°`.
pub(super) fn is_empty_lead(last: Option<char>, text: &str) -> bool {
    let mut chars = text.chars();
    chars.next() == Some('Â')
        && matches!(chars.next(), Some('\u{a0}'..='\u{bf}'))
        && last.is_none_or(|last| {
            last.is_whitespace() || last.is_lowercase() || last.is_numeric() || ".,;:!?%".contains(last)
        })
}

/// Quotation marks, dashes, the ellipsis, the euro and the trade mark: `â€™`, `â€“`, `â‚¬`. A `”` has lost its last byte mostly.
fn punctuation(second: char, third: Option<char>) -> Option<(char, usize)> {
    let whole = || {
        let third = third?;
        let was = decoded(&[0xe2, byte_of(second)?, byte_of(third)?])?;
        let known = matches!(was, '\u{2010}'..='\u{2044}' | '€' | '™');
        known.then(|| (was, 'â'.len_utf8() + second.len_utf8() + third.len_utf8()))
    };
    let cut = || {
        let ends = matches!(second, '€' | '\u{80}') && !third.is_some_and(char::is_alphanumeric);
        ends.then(|| ('”', 'â'.len_utf8() + second.len_utf8()))
    };
    whole().or_else(cut)
}

/// The byte that was read as `c`, of those behind the first of a character: by Windows-1252, or by Latin-1, which has controls there.
fn byte_of(c: char) -> Option<u8> {
    let mut room = [0; 4];
    let (bytes, _, lost) = WINDOWS_1252.encode(c.encode_utf8(&mut room));
    let byte = if lost { u8::try_from(u32::from(c)).ok()? } else { *bytes.first()? };
    (0x80..=0xbf).contains(&byte).then_some(byte)
}

fn decoded(bytes: &[u8]) -> Option<char> {
    std::str::from_utf8(bytes).ok()?.chars().next()
}

/// What was meant; borrowed where that is what is written. Accents that are parted from their letters are put back first.
pub(crate) fn mended(written: &str) -> Cow<'_, str> {
    if !written.contains(['\u{302}', '\u{303}', '\u{308}', '\u{30a}']) {
        return mended_as_composed(written);
    }
    let composed: String = written.nfc().collect();
    match mended_as_composed(&composed) {
        Cow::Owned(meant) => Cow::Owned(meant),
        Cow::Borrowed(_) => Cow::Borrowed(written),
    }
}

fn mended_as_composed(written: &str) -> Cow<'_, str> {
    let mut text = String::new();
    let (mut taken, mut at) = (0, 0);
    while let Some(found) = written[at..].find(['â', 'Ã', 'Ä', 'Å', 'Â']) {
        at += found;
        let last = written[..at].chars().next_back();
        let lead = 'â'.len_utf8();
        let (was, length) = match of(last, &written[at..]) {
            Some((was, length)) => (Some(was), length),
            None if is_empty_lead(last, &written[at..]) => (None, lead),
            None => {
                at += lead;
                continue;
            }
        };
        text.push_str(&written[taken..at]);
        text.extend(was);
        at += length;
        taken = at;
    }
    if taken == 0 {
        return Cow::Borrowed(written);
    }
    text.push_str(&written[taken..]);
    Cow::Owned(text)
}
