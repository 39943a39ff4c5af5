//! Commands that stand for a sign, and accents.

use unicode_normalization::UnicodeNormalization as _;

/// The sign that a command stands for.
pub(super) fn sign(name: &str) -> Option<&'static str> {
    Some(match name {
        "ldots" | "dots" | "textellipsis" => "…",
        "textquoteleft" | "lq" => "‘",
        "textquoteright" | "rq" => "’",
        "textquotedblleft" | "grqq" => "“",
        "textquotedblright" => "”",
        "quotedblbase" | "glqq" => "„",
        "guillemotleft" | "flqq" | "og" => "«",
        "guillemotright" | "frqq" | "fg" => "»",
        "textendash" => "–",
        "textemdash" => "—",
        "ss" => "ß",
        "o" => "ø",
        "O" => "Ø",
        "ae" => "æ",
        "AE" => "Æ",
        "oe" => "œ",
        "OE" => "Œ",
        "aa" => "å",
        "AA" => "Å",
        "l" => "ł",
        "L" => "Ł",
        "i" => "ı",
        "j" => "ȷ",
        "dh" => "ð",
        "th" => "þ",
        "textbackslash" => "\\",
        "textasciitilde" | "textasciitildelow" => "~",
        "textunderscore" => "_",
        "textbar" => "|",
        "textdollar" => "$",
        "pounds" | "textsterling" => "£",
        "euro" | "texteuro" => "€",
        "copyright" | "textcopyright" => "©",
        "S" => "§",
        "P" => "¶",
        "textregistered" => "®",
        "texttrademark" => "™",
        "textdegree" => "°",
        "slash" => "/",
        "LaTeX" => "LaTeX",
        "TeX" => "TeX",
        "BibTeX" => "BibTeX",
        "quad" | "qquad" | "enspace" | "thinspace" | "space" | "and" | "linebreak" | "newline" | "hfill" => " ",
        _ => return None,
    })
}

/// The combining character of an accent.
pub(super) fn accent(name: &str) -> Option<char> {
    Some(match name {
        "'" => '\u{301}',
        "`" => '\u{300}',
        "\"" => '\u{308}',
        "^" => '\u{302}',
        "~" => '\u{303}',
        "=" => '\u{304}',
        "." => '\u{307}',
        "c" => '\u{327}',
        "v" => '\u{30c}',
        "u" => '\u{306}',
        "H" => '\u{30b}',
        "k" => '\u{328}',
        "r" => '\u{30a}',
        "d" => '\u{323}',
        "b" => '\u{331}',
        _ => return None,
    })
}

/// A letter with its accent, as one character where there is one.
pub(super) fn accented(letter: &str, accent: char) -> String {
    let mut chars = letter.chars();
    let first = match chars.next() {
        Some('ı') => 'i',
        Some('ȷ') => 'j',
        Some(first) => first,
        None => return String::new(),
    };
    std::iter::once(first).chain(std::iter::once(accent)).chain(chars).nfc().collect()
}
