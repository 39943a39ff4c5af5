//! What a title, a heading or a line can be as a whole: itself, each part between separators, each without the words that say
//! nothing by themselves.

use std::borrow::Cow;
use std::collections::HashSet;

use super::plain::plain;
use crate::text::hashed::Quickly;

/// Between what titles are put together with.
const SEPARATORS: [&str; 14] = ["|", " - ", " – ", " — ", "·", "•", "»", "«", "::", ":", " / ", "！", "｜", "–"];

/// The code of an error page, which is glued to words at times: `Error404`, `404Page not found`.
const CODE: &str = "404";

/// A title of nothing but fillers is its numbers.
pub(super) fn wholes(fillers: &HashSet<String, Quickly>, title: &str) -> Vec<String> {
    let mut all = Vec::new();
    let parts = parts(title);
    let named = parts.windows(2).filter(|pair| is_code(pair[0]) != is_code(pair[1]));
    let named: Vec<String> = named.map(|pair| format!("{} {}", pair[0].trim(), pair[1].trim())).collect();
    for part in parts.iter().copied().chain(named.iter().map(String::as_str)) {
        let plain = plain(part);
        let words = plain.trim();
        let telling: Vec<&str> = words.split(' ').filter(|word| !fillers.contains(*word)).collect();
        if telling.is_empty() {
            let mut numbers = words.split(' ').filter(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
            all.extend(numbers.next().map(str::to_owned));
        } else {
            let whole = telling.join(" ");
            all.extend((whole.len() < words.len()).then_some(whole));
        }
        all.push(words.to_owned());
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// Whether a part of a title is the code of an answer: what stands beside it is its name (“Quay | 501 - Not Implemented”).
fn is_code(part: &str) -> bool {
    let part = part.trim();
    part.len() == CODE.len()
        && part.bytes().all(|byte| byte.is_ascii_digit())
        && matches!(part.as_bytes()[0], b'4' | b'5')
}

/// A code and its name the other way round (“not implemented 501”), where a phrase is that.
pub(super) fn turned(phrase: &str) -> Option<String> {
    let (code, name) = phrase.split_once(' ')?;
    let is_name = !name.bytes().any(|byte| byte.is_ascii_digit());
    (is_code(code) && is_name).then(|| format!("{name} {code}"))
}

/// A title, and what stands between its separators.
pub(crate) fn parts(title: &str) -> Vec<&str> {
    let mut parts = vec![title];
    if title.bytes().any(may_separate) {
        for separator in SEPARATORS {
            parts = parts.iter().flat_map(|part| part.split(separator)).collect();
        }
        if parts.len() > 1 {
            parts.push(title);
        }
    }
    parts
}

/// What every separator has: most lines have none of these.
fn may_separate(byte: u8) -> bool {
    matches!(byte, b'|' | b'-' | b':' | b'/') || !byte.is_ascii()
}

/// A text whose code stands apart from the letters around it.
pub(super) fn with_code_apart(text: &str) -> Cow<'_, str> {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut parted = String::new();
    let mut from = 0;
    for (at, code) in text.match_indices(CODE) {
        let (before, behind) = (text[..at].chars().next_back(), text[at + code.len()..].chars().next());
        if is_digit(before) || is_digit(behind) || !is_letter(before) && !is_letter(behind) {
            continue;
        }
        parted.push_str(&text[from..at]);
        parted.push_str(" 404 ");
        from = at + code.len();
    }
    if from == 0 {
        return text.into();
    }
    (parted + &text[from..]).into()
}
