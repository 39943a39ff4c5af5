//! The words of a link, in its brackets.

use std::ops::Range;

/// What a reader sees of the words in the brackets of a link. Where a value is named in them, `window=_blank`, only the first
/// counts, without the quotation marks that keep its commas; `^` is for the browser.
pub(super) fn label(words: &str) -> Range<usize> {
    let valued = words.contains('=');
    let quoted = words.strip_prefix('"').filter(|_| valued).and_then(|rest| Some(1..1 + rest.find('"')?));
    let first = words.find(',').filter(|_| valued).unwrap_or(words.len());
    let range = quoted.unwrap_or(0..first);
    let name = words[range.clone()].split('=').next().filter(|_| range.start == 0 && valued);
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    if name.is_some_and(|name| name.len() < range.len() && name.trim().chars().all(plain)) {
        return 0..0;
    }
    range.start..range.start + words[range].trim_end_matches('^').len()
}

/// Where the bracket is that closes the one before `text`; one behind a backslash closes nothing.
pub(super) fn closing_unescaped(text: &str) -> Option<usize> {
    let (mut depth, mut escaped) = (0_usize, false);
    for (at, byte) in text.bytes().enumerate() {
        let plain = !escaped;
        escaped = byte == b'\\' && plain;
        match byte {
            b'[' if plain => depth += 1,
            b']' if plain && depth == 0 => return Some(at),
            b']' if plain => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_of_several_values_is_shown() {
        for (words, shown) in [
            ("the log", "the log"),
            ("the log^", "the log"),
            ("logs, ropes and tides", "logs, ropes and tides"),
            ("logs,window=_blank", "logs"),
            ("logs^,role=ext", "logs"),
            ("\"Logs, ropes\",window=_blank", "Logs, ropes"),
            ("\"Logs, ropes^\",role=ext,opts=nofollow", "Logs, ropes"),
            ("\"Logs\", she said", "\"Logs\", she said"),
            ("window=_blank", ""),
            ("role = ext", ""),
            ("\"open, role=ext", "\"open"),
            ("", ""),
        ] {
            assert_eq!(&words[label(words)], shown, "{words}");
        }
    }
}
