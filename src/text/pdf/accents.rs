//! Accents that are drawn as glyphs of their own, over or under the letter that they belong to, as TeX does.

use unicode_normalization::char::compose;

/// The combining mark that an accent with a place of its own stands for.
pub(super) fn combining(c: char) -> Option<char> {
    Some(match c {
        '`' | '\u{2cb}' => '\u{300}',
        '\u{b4}' | '\u{2ca}' => '\u{301}',
        '^' | '\u{2c6}' => '\u{302}',
        '~' | '\u{2dc}' => '\u{303}',
        '\u{af}' | '\u{2c9}' => '\u{304}',
        '\u{2d8}' => '\u{306}',
        '\u{2d9}' => '\u{307}',
        '\u{a8}' => '\u{308}',
        '\u{2da}' => '\u{30a}',
        '\u{2dd}' => '\u{30b}',
        '\u{2c7}' => '\u{30c}',
        '\u{b8}' => '\u{327}',
        '\u{2db}' => '\u{328}',
        _ => return None,
    })
}

/// `letter` with `mark` on it, where there is such a letter.
pub(super) fn composed(letter: char, mark: char) -> Option<char> {
    let dotted = match letter {
        'ı' => 'i',
        'ȷ' => 'j',
        other => other,
    };
    compose(dotted, mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_accent_and_its_letter_make_one() {
        let letter = |accent, letter| combining(accent).and_then(|mark| composed(letter, mark));
        assert_eq!(letter('\u{a8}', 'o'), Some('ö'));
        assert_eq!(letter('\u{b4}', 'ı'), Some('í'));
        assert_eq!(letter('\u{b8}', 'c'), Some('ç'));
        assert_eq!(letter('\u{a8}', 'x'), Some('ẍ'));
        assert_eq!(letter('\u{b8}', '1'), None);
        assert_eq!(letter('a', 'b'), None);
    }
}
