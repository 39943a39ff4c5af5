//! Character references of HTML, which Markdown and wikitext share.

use pulldown_cmark::{Event, Parser};

/// Longest `&…;` that is looked at: no name is longer.
const LONGEST: usize = 40;

/// The character reference that `text` begins with, and how long it is; decoded by the Markdown parser, which has the
/// table.
pub(crate) fn of(text: &str) -> Option<(String, usize)> {
    let len = text.strip_prefix('&')?.bytes().take(LONGEST).position(|byte| byte == b';')? + 2;
    match Parser::new(text.get(..len)?).nth(1)? {
        Event::Text(words) if !words.starts_with('&') || len == "&amp;".len() => Some((words.to_string(), len)),
        _ => None,
    }
}

/// `value` with its character references taken out.
pub(super) fn decoded(value: &str) -> String {
    let mut words = String::new();
    let mut at = 0;
    while let Some(next) = value[at..].find('&').map(|next| at + next) {
        words.push_str(&value[at..next]);
        if let Some((character, len)) = of(&value[next..]) {
            words.push_str(&character);
            at = next + len;
        } else {
            words.push('&');
            at = next + 1;
        }
    }
    words.push_str(&value[at..]);
    words
}
