//! Quotation marks that are typed with two characters where a keyboard has no other: ` ``so'' `, `,,so''`, `<<so>>`.

use std::ops::Range;

/// What ` `` ` stands for: a mark of its own, since no other opens what `''` closes.
pub(super) const OPENING: char = '\u{e000}';
/// What `''` stands for.
pub(super) const CLOSING: char = '\u{e001}';
/// What `<<` and `>>` stand for.
pub(super) const OPENING_ANGLE: char = '\u{e002}';
pub(super) const CLOSING_ANGLE: char = '\u{e003}';
/// Bytes of each of them.
const WIDTH: usize = 2;
/// Words between `<<` and `>>`: fewer are the name of a place in a file.
const FEWEST_WORDS: usize = 2;
/// Bytes in which `>>` stands behind `<<`.
const REACH: usize = 1_000;

/// The mark that two characters at `at` of a block stand for, and its bytes.
pub(super) fn read(prose: &str, block: &Range<usize>, at: usize) -> Option<(char, usize)> {
    let rest = &prose[at..block.end];
    let before = prose[block.start..at].chars().next_back();
    let behind = rest.get(WIDTH..)?;
    let word = behind.starts_with(|c: char| c.is_alphanumeric() || "“‘„(¿¡…'[".contains(c));
    let apart = before.is_none_or(|c| c.is_whitespace() || "([{—–-/:¿¡“‘„".contains(c));
    let mark = match rest.as_bytes().first()? {
        b'`' if rest.starts_with("``") && apart && word => OPENING,
        b'\'' if rest.starts_with("''") && !behind.starts_with('\'') && ends(before, behind, apart, word) => CLOSING,
        b',' if rest.starts_with(",,") && apart && word => '„',
        b'<' if rest.starts_with("<<") && apart && holds_words(behind) => OPENING_ANGLE,
        b'>' if rest.starts_with(">>") && !behind.starts_with(char::is_alphanumeric) => CLOSING_ANGLE,
        _ => return None,
    };
    Some((mark, WIDTH))
}

/// Whether `''` opens or closes; behind a digit it stands for inches or seconds.
fn ends(before: Option<char>, behind: &str, apart: bool, word: bool) -> bool {
    let closes =
        before.is_some_and(|c| !c.is_whitespace() && !c.is_ascii_digit()) && !behind.starts_with(char::is_alphanumeric);
    closes || apart && word
}

/// Whether words stand up to the `>>` that closes, and no signs of a program.
fn holds_words(behind: &str) -> bool {
    let near = &behind[..crate::span::floor_char_boundary(behind, REACH)];
    let Some(inner) = near.find(">>").map(|end| &near[..end]) else { return false };
    let words = inner.split_whitespace().count();
    words >= FEWEST_WORDS
        && inner.trim_start().starts_with(char::is_alphabetic)
        && !inner.contains(['<', '>', '{', '}', '=', ';', '|', '"'])
}

#[cfg(test)]
mod tests {
    use super::super::Pairing;

    fn check(text: &str, expected: &[&str]) {
        let mut pairing = Pairing::typed();
        pairing.read(text, 0..text.len(), &[]);
        let found: Vec<&str> = pairing.finish().iter().map(|quoted| &text[quoted.parts[0].range()]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn two_characters_are_a_mark() {
        check("He said ``one two'' [1] and ``three four.''[2]", &["one two", "three four."]);
        check("Er sagte ,,eins zwei'' und ,,drei vier\" und ,,fünf“.", &["eins zwei", "drei vier", "fünf"]);
        check("Er sagte „eins zwei'' [1].", &["eins zwei"]);
        check("Il dit <<un deux>> et << trois quatre >> [2].", &["un deux", "trois quatre"]);
        check("He said ''one two'' [1].", &["one two"]);
        check("He said ``the `one' two'' [1].", &["the `one' two"]);
        check("``It's Doe's,'' he said.", &["It's Doe's,"]);
    }

    #[test]
    fn two_characters_that_are_no_mark_stay() {
        for none in [
            "A pipe of 5'' and one of 7'' so.",
            "The cells a,,b and ,,, are so.",
            "It runs a << 2 and b >> 3 there.",
            "See <<part>> of it, and `` here.",
            "The rivers'' here and there.",
            ">> an answer >> in a letter",
        ] {
            check(none, &[]);
        }
        check("\"A pipe of 5'' was so\" he said.", &["A pipe of 5'' was so"]);
    }
}
