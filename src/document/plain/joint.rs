//! What a line break parts: words, two halves of one word, or nothing in a script without spaces.

use crate::document::is_unspaced;

/// What stands for the break between two lines of one paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    Space,
    /// Nothing, and so many bytes less of the first line.
    Nothing(usize),
}

/// What stands between a line and the next one.
pub(super) fn between(line: &str, next: &str) -> Joint {
    let (Some(last), Some(first)) = (line.chars().next_back(), next.chars().next()) else { return Joint::Space };
    let bare = line.trim_end_matches(HYPHENS);
    let is_word = bare.ends_with(char::is_lowercase) && first.is_lowercase();
    if is_word && line.len() - bare.len() == last.len_utf8() {
        return Joint::Nothing(last.len_utf8());
    }
    let unspaced = is_unspaced(last) && is_wide(first) || is_wide(last) && is_unspaced(first);
    if unspaced { Joint::Nothing(0) } else { Joint::Space }
}

/// Those that programs put in where they break a word; the one of the keyboard is part of words as well.
const HYPHENS: [char; 2] = ['\u{2010}', '\u{ad}'];

/// The same within an entry, of which the title is held against that of its page: nothing parts the halves of a word with a
/// hyphen of its own there.
pub(super) fn within_entry(line: &str, next: &str) -> Joint {
    let is_word = line.strip_suffix('-').is_some_and(|bare| bare.ends_with(char::is_alphabetic));
    let word = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let goes_on = word.starts_with(char::is_lowercase) && !is_joining(word);
    if is_word && goes_on { Joint::Nothing(0) } else { between(line, next) }
}

/// Whether a word can follow one that is left open, `pre- and post-war`.
pub(super) fn is_joining(word: &str) -> bool {
    const JOINING: &str = "and or to nor und oder bis et ou y o u e ed od en of tot och eller og ja tai sekä i a lub oraz nebo či \
        ali in és vagy ve veya și sau и или і та або й da dan atau και ή";
    JOINING.split_ascii_whitespace().any(|own| own == word)
}

/// Whether no space stands beside a sign within Chinese or Japanese.
fn is_wide(c: char) -> bool {
    is_unspaced(c) || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff65}' | '“' | '”' | '‘' | '’' | '…' | '—')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_break_parts_words_but_not_halves_of_one() {
        for (line, next) in [
            ("the ninth ses", "sion"),
            ("well-", "known"),
            ("Ninth‐", "Session"),
            ("from 10‐", "20"),
            ("a ‐", "b"),
            ("城墙 7", "年"),
            ("城墙", "wall"),
            ("성벽은", "금이"),
            ("It fell.", "“So"),
            ("", "x"),
        ] {
            assert_eq!(between(line, next), Joint::Space, "{line}|{next}");
        }
        for (line, next, gone) in [
            ("the ninth ses‐", "sion", 3),
            ("the ninth ses\u{ad}", "sion", 2),
            ("没有人去看", "过。", 0),
            ("裂十一年，", "没有", 0),
            ("他说", "“城墙", 0),
            ("壁は", "ひび", 0),
        ] {
            assert_eq!(between(line, next), Joint::Nothing(gone), "{line}|{next}");
        }
    }

    #[test]
    fn halves_of_a_word_are_one_within_an_entry() {
        for (line, next) in [("reveals self-", "representation"), ("Küsten-", "schutz. Hafen")] {
            assert_eq!(within_entry(line, next), Joint::Nothing(0), "{line}|{next}");
        }
        for (line, next) in [
            ("pre-", "and post-war walls"),
            ("Vor-", "und Nachteile"),
            ("pp. 10-", "20"),
            ("The wall -", "and more"),
            ("Walls of the Anglo-", "Saxons"),
        ] {
            assert_eq!(within_entry(line, next), Joint::Space, "{line}|{next}");
        }
    }
}
