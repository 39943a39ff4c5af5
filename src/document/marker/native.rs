//! Labels and marks whose digits are those of another script: `१२`, `۱۲` and `１２` are 12.

pub(in crate::document) use crate::date::native::plain;

use crate::date::native::digit;

/// The number that a text begins with in such digits, in plain ones, and its bytes.
pub(in crate::document) fn number(text: &str) -> Option<(String, usize)> {
    let end = text.find(|c| digit(c).is_none()).unwrap_or(text.len());
    plain(&text[..end]).map(|number| (number, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, Limits, parse};

    #[test]
    fn a_number_in_digits_of_other_scripts_is_read_to_its_end() {
        for text in ["१२", "۱۲", "١٢", "১২", "１２", "๑๒", "၁၂"] {
            assert_eq!(number(&format!("{text}. A")), Some(("12".to_owned(), text.len())), "{text}");
        }
        assert_eq!((number("12"), number("é")), (None, None));
    }

    #[test]
    fn marks_and_entries_can_be_numbered_by_them() {
        for (one, two) in [("१", "२"), ("۱", "۲"), ("١", "٢"), ("১", "২"), ("１", "２"), ("1", "२")] {
            for (open, close) in [("[", "]"), ("［", "］"), ("【", "】")] {
                let text = format!(
                    "Wall\n\nIt was “a promise to keep”{open}{one}{close}. And “built on sand”{open}{two}{close}.\n\nReferences\n\n\
                     {one}. A, https://a.test/1\n{two}. B, https://a.test/2\n"
                );
                let document = parse(&text, Format::Plain, Limits::default());
                let labels: Vec<&str> = document.entries.iter().map(|entry| entry.label.as_str()).collect();
                assert_eq!(labels, ["1", "2"], "{text}");
                let led: Vec<usize> = document.markers.iter().flat_map(|marker| marker.entries.to_vec()).collect();
                assert_eq!(led, [0, 1], "{text}");
            }
        }
    }
}
