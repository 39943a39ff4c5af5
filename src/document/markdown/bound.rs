//! How far a document is read that is nothing but marks: the parser holds a place for each of them, and is many times as large
//! as its text.

/// Marks that are read, each a place of some 90 bytes: ten times what the largest real documents have.
pub(super) const MOST: usize = 10_000_000;

/// Bytes that can be markup where they stand in a line.
const MARKS: &[u8] = b"*_&\\[]<>!`|~";

/// Bytes of `text` with no more than `most` marks in them; the end of a line is one.
pub(super) fn within(text: &str, most: usize) -> usize {
    if text.len() <= most {
        return text.len();
    }
    let (mut marks, mut last) = (0, b'\n');
    for (at, &byte) in text.as_bytes().iter().enumerate() {
        marks += usize::from(MARKS.contains(&byte) || byte == b'\n' && last != b'\n');
        if marks > most {
            return at;
        }
        last = byte;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_counted_and_words_are_not() {
        assert_eq!(within(&"[".repeat(50), 20), 20);
        assert_eq!(within(&"> ".repeat(50), 20), 40);
        assert_eq!(within(&"a\n\n\n".repeat(50), 20), 4 * 20 + 1);
        assert_eq!(within(&"é ".repeat(50), 20), 150);
        assert_eq!(within("[a](b) and so on, and so on", 20), 27);
    }
}
