//! What scripts ask of a reader of glyphs: which are written without spaces, which from right to left, which marks sit
//! on another letter.

/// Which way a character is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// From the left.
    Left,
    /// From the right.
    Right,
    /// As a number, whatever stands around it.
    Number,
    /// As what stands around it.
    Neutral,
}

/// The way of `c`, as far as the order of words in a line needs it.
pub(super) fn way(c: char) -> Way {
    match c {
        '0'..='9' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => Way::Number,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' => {
            if c.is_alphabetic() || is_mark(c) { Way::Right } else { Way::Neutral }
        }
        c if c.is_alphabetic() => Way::Left,
        _ => Way::Neutral,
    }
}

/// Whether words of its script stand without spaces between them: Han, kana and their punctuation.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{30ff}' | '\u{3105}'..='\u{312f}' | '\u{31a0}'..='\u{31ff}' | '\u{3400}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff65}'
        | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether the glyphs of its script stand in another order than its letters: those of India, Burmese, Khmer.
pub(super) fn is_reordered(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{ddf}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// Whether it sits on the letter before it.
pub(super) fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// Whether `c` is a letter of presentation, another form of one or more letters.
pub(super) fn is_form(c: char) -> bool {
    matches!(c, '\u{fb00}'..='\u{fb06}' | '\u{fb13}'..='\u{fb17}' | '\u{fb1d}'..='\u{fb4f}' | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}' | '\u{2f00}'..='\u{2fdf}')
}
