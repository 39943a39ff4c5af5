//! What is known of English spelling: how people misspell words, and which words those are. The tables are those of the
//! library `typos-dict`, sorted by `build.rs`; a word that is in none of them may be one all the same.

use std::collections::HashSet;
use std::sync::LazyLock;

/// A misspelling in a line, then the words that it can stand for.
const MISSPELLINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/misspellings.txt"));

/// Words that are misspelled, one in a line.
const WORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/words.txt"));

/// Three letters that stand in a word, its edges among them.
type Letters = [u8; 3];

/// Letters that stand side by side in one of the words.
static SEQUENCES: LazyLock<HashSet<Letters>> = LazyLock::new(|| WORDS.lines().flat_map(sequences).collect());

/// The words that a misspelling can stand for; none where it is not known as one.
pub(crate) fn words_misspelled(misspelling: &str) -> impl Iterator<Item = &'static str> {
    line_of(MISSPELLINGS, misspelling).unwrap_or_default().split_ascii_whitespace()
}

/// Whether a folded word is known as one.
pub(crate) fn is_word(word: &str) -> bool {
    line_of(WORDS, word).is_some()
}

/// Whether all of a folded word's letters stand beside each other in some English word: `councl` ends as none does.
pub(crate) fn can_be_word(word: &str) -> bool {
    sequences(word).all(|letters| SEQUENCES.contains(&letters))
}

fn sequences(word: &str) -> impl Iterator<Item = Letters> {
    const EDGE: u8 = b' ';
    let letters: Vec<u8> = [EDGE].into_iter().chain(word.bytes()).chain([EDGE]).collect();
    let windows = letters.windows(3).map(|three| [three[0], three[1], three[2]]);
    windows.collect::<Vec<_>>().into_iter()
}

/// What stands behind `first` in the line of sorted `lines` that begins with that word.
fn line_of(lines: &'static str, first: &str) -> Option<&'static str> {
    let bytes = lines.as_bytes();
    let (mut from, mut to) = (0, lines.len());
    while from < to {
        let middle = from + (to - from) / 2;
        let start = bytes[..middle].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let end = bytes[start..].iter().position(|byte| *byte == b'\n').map_or(lines.len(), |at| start + at);
        let line = &lines[start..end];
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word.cmp(first) {
            std::cmp::Ordering::Equal => return Some(rest),
            std::cmp::Ordering::Less => from = end + 1,
            std::cmp::Ordering::Greater => to = start,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_misspelling_tells_its_words() {
        assert_eq!(words_misspelled("recieve").collect::<Vec<_>>(), ["receive"]);
        for word in ["receive", "", "zzzzz", "aaaaa"] {
            assert_eq!(words_misspelled(word).count(), 0, "{word}");
        }
    }

    #[test]
    fn every_line_is_found() {
        for line in MISSPELLINGS.lines() {
            let (first, rest) = line.split_once(' ').expect("a misspelling and a word");
            assert_eq!(line_of(MISSPELLINGS, first), Some(rest), "{first}");
        }
        assert!(WORDS.lines().all(is_word));
    }

    #[test]
    fn letters_that_stand_in_no_word_make_none() {
        assert!(can_be_word("severe") && can_be_word("sever"));
        for word in ["councl", "economc", "villgae"] {
            assert!(!can_be_word(word), "{word}");
        }
    }
}
