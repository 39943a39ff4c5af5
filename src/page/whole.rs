//! What a title, a heading or a line can be as a whole: itself, each part between separators, each without the words that say
//! nothing by themselves.

use std::borrow::Cow;
use std::collections::HashSet;

use super::plain::plain;

/// Between what titles are put together with.
const SEPARATORS: [&str; 14] = ["|", " - ", " – ", " — ", "·", "•", "»", "«", "::", ":", " / ", "！", "｜", "–"];

/// The code of an error page, which is glued to words at times: `Error404`, `404Page not found`.
const CODE: &str = "404";

/// A title of nothing but fillers is its numbers.
pub(super) fn wholes(fillers: &HashSet<String>, title: &str) -> Vec<String> {
    let mut parts: Vec<Cow<'_, str>> = vec![title.into()];
    for separator in SEPARATORS {
        parts = parts
            .iter()
            .flat_map(|part| {
                let split: Vec<Cow<'_, str>> = part.split(separator).map(|part| Cow::Owned(part.to_owned())).collect();
                split
            })
            .collect();
    }
    parts.push(title.into());
    let mut all = Vec::new();
    for part in parts {
        let plain = plain(&part);
        let words: Vec<&str> = plain.split_whitespace().collect();
        let telling: Vec<&str> = words.iter().filter(|word| !fillers.contains(**word)).copied().collect();
        if telling.is_empty() {
            all.extend(
                words.iter().find(|word| word.bytes().all(|byte| byte.is_ascii_digit())).map(|word| (*word).to_owned()),
            );
        } else if telling.len() < words.len() {
            all.push(telling.join(" "));
        }
        all.push(words.join(" "));
    }
    all.sort_unstable();
    all.dedup();
    all
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
