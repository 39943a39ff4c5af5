//! JSON in which nothing turns the direction of writing or moves a cursor: such characters stand as escapes. What a
//! program reads from it is the same.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};

use serde::Serialize;

use super::escape::is_unseen;

/// Writes JSON on, its unseen characters as escapes. Outside of strings JSON has none of them.
pub(super) struct JsonText<'a>(pub(super) &'a mut dyn Write);

impl Write for JsonText<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match std::str::from_utf8(bytes) {
            Ok(text) => self.0.write_all(escaped(text).as_bytes())?,
            Err(_) => self.0.write_all(bytes)?,
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// A value as JSON on many lines, with a line end.
pub(super) fn pretty(value: &impl Serialize) -> String {
    let json = serde_json::to_string_pretty(value).expect("our own values become JSON");
    let mut text = escaped(&json).into_owned();
    text.push('\n');
    text
}

/// A value as JSON on one line, without its end.
pub(super) fn on_one_line(value: &impl Serialize) -> String {
    escaped(&serde_json::to_string(value).expect("our own values become JSON")).into_owned()
}

/// A text of JSON with its unseen characters as escapes.
fn escaped(json: &str) -> Cow<'_, str> {
    let is_escaped = |c: char| c == '\u{7f}' || !c.is_ascii() && is_unseen(c);
    if json.is_ascii() && !json.contains('\u{7f}') || !json.contains(is_escaped) {
        return Cow::Borrowed(json);
    }
    let mut text = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if is_escaped(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(text, "\\u{unit:04x}").expect("a String takes all that is written");
            }
        } else {
            text.push(c);
        }
    }
    Cow::Owned(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_unseen_is_escaped_and_read_as_it_was() {
        let words = "a\u{202e}b\u{85}\u{7f}\u{e0041}\u{ad} é 氷 🚢\n\"";
        let json = serde_json::to_string(words).unwrap();
        let text = escaped(&json);
        assert!(!text.chars().any(is_unseen), "{text}");
        assert!(text.contains("\\u202e") && text.contains("\\udb40\\udc41") && text.contains("é 氷 🚢"), "{text}");
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), words);
        let mut written = Vec::new();
        serde_json::to_writer(JsonText(&mut written), words).unwrap();
        assert_eq!(written, text.as_bytes());
        assert!(matches!(escaped("\"plain é\""), Cow::Borrowed(_)));
    }
}
