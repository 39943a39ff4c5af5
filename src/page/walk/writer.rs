//! Text put together as a reader sees it: white space collapsed, nothing glued where a block ends, nothing split where
//! an inline element does.

use super::blocks::{End, Ends};

/// What stands between two words, weakest first; of several the strongest is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::page) enum Gap {
    /// Nothing.
    #[default]
    None,
    /// White space.
    Space,
    /// The next cell of a row.
    Cell,
    /// The next line.
    Line,
}

/// Whether white space counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::page) enum White {
    /// A run of it is one space.
    Collapses,
    /// It stands as written, as in `<pre>`.
    Stands,
}

/// A text that grows.
#[derive(Debug, Clone, Default)]
pub(in crate::page) struct Writer {
    text: String,
    gap: Gap,
    /// Spaces that a browser shows between the last word and the next, and whether the last of them may be joined by more.
    spaces: (usize, bool),
    /// Where it shows several spaces and here is one.
    wide: Vec<usize>,
    /// Where a character that nobody sees stood between letters of a script without spaces.
    seams: Vec<usize>,
    /// Where blocks end.
    ends: Ends,
}

impl Writer {
    /// With room for so many bytes.
    pub(in crate::page) fn with_room(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), ..Self::default() }
    }

    /// Sets what stands before the next word at least.
    pub(in crate::page) fn gap(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    /// Appends the characters of a text node.
    pub(in crate::page) fn push(&mut self, text: &str, white: White) {
        let mut rest = text;
        loop {
            // Most of most pages, which needs no look at each character.
            let plain = plain(rest.as_bytes());
            if plain > 0 {
                self.push_visible(&rest[..plain]);
                rest = &rest[plain..];
            }
            let Some(c) = rest.chars().next() else { break };
            let (this, behind) = rest.split_at(c.len_utf8());
            rest = behind;
            if c.is_whitespace() {
                self.space(c, white);
            }
            match (c.is_whitespace(), white) {
                _ if is_joiner(c) && self.is_within_word(rest) => self.push_visible(this),
                _ if is_invisible(c) => self.seam(),
                (false, _) => self.push_visible(this),
                (true, White::Collapses) => self.gap(Gap::Space),
                (true, White::Stands) if c == '\n' => self.gap(Gap::Line),
                (true, White::Stands) => self.gap(if c == '\t' { Gap::Cell } else { Gap::Space }),
            }
        }
    }

    /// What ended before the next word, if that begins a line.
    pub(in crate::page) fn end(&mut self, end: Option<End>) {
        if self.gap == Gap::Line && !self.text.is_empty() {
            self.ends.note(end, self.text.len());
        }
    }

    /// Appends what another wrote from byte `from` on, with the ends of its blocks.
    pub(in crate::page) fn push_written(&mut self, other: &Self, from: usize) {
        let written = &other.text[from..];
        let begins = from + written.len() - written.trim_start().len();
        self.push(written, White::Stands);
        let at = (self.text.len() + begins).saturating_sub(other.text.len());
        self.ends.append(&other.ends, begins, at);
    }

    /// Where blocks end.
    pub(in crate::page) fn take_ends(&mut self) -> Ends {
        std::mem::take(&mut self.ends)
    }

    /// The last character that was written.
    pub(in crate::page) fn last(&self) -> Option<char> {
        self.text.chars().next_back().filter(|_| self.gap == Gap::None)
    }

    /// Whether two small letters were written last, with nothing behind them.
    pub(in crate::page) fn ends_in_word(&self) -> bool {
        let mut back = self.text.chars().rev().take_while(|c| c.is_lowercase());
        self.gap == Gap::None && back.nth(1).is_some()
    }

    /// Whether a number of four digits and more was written last, with nothing behind it: `2019`, `4,120`.
    pub(in crate::page) fn ends_in_large_number(&self) -> bool {
        const LARGE: usize = 4;
        let back = self
            .text
            .chars()
            .rev()
            .take_while(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '\u{a0}' | '\u{202f}'));
        let last = self.text.ends_with(|c: char| c.is_ascii_digit());
        self.gap == Gap::None && last && back.filter(char::is_ascii_digit).nth(LARGE - 1).is_some()
    }

    /// Whether what is written next begins a line.
    pub(in crate::page) fn begins_line(&self) -> bool {
        self.text.is_empty() || self.gap == Gap::Line || self.gap == Gap::None && self.text.ends_with('\n')
    }

    /// What was written so far.
    pub(in crate::page) fn text(&self) -> &str {
        &self.text
    }

    /// How many bytes were written.
    pub(in crate::page) fn len(&self) -> usize {
        self.text.len()
    }

    /// Where a browser shows several spaces in a line and here is one.
    pub(in crate::page) fn take_wide(&mut self) -> Vec<usize> {
        std::mem::take(&mut self.wide)
    }

    /// Where characters that nobody sees were left out between letters of scripts without spaces.
    pub(in crate::page) fn take_seams(&mut self) -> Vec<usize> {
        std::mem::take(&mut self.seams)
    }

    /// Whether a letter of a script whose letters join stands on both sides.
    fn is_within_word(&self, rest: &str) -> bool {
        self.last().is_some_and(joins) && rest.chars().next().is_some_and(joins)
    }

    fn seam(&mut self) {
        if self.last().is_some_and(|last| last >= UNSPACED) && self.seams.last() != Some(&self.text.len()) {
            self.seams.push(self.text.len());
        }
    }

    /// Counts a space as CSS does: a run of plain ones is one, each of another kind is one more.
    fn space(&mut self, c: char, white: White) {
        let (spaces, joins) = self.spaces;
        let plain = c.is_ascii_whitespace() && white == White::Collapses;
        self.spaces = (if plain && joins { spaces } else { spaces + 1 }, plain);
    }

    /// The whole text.
    pub(in crate::page) fn finish(self) -> String {
        self.text
    }

    fn push_visible(&mut self, text: &str) {
        if !self.text.is_empty() {
            match self.gap {
                Gap::None => {}
                Gap::Space => {
                    if self.spaces.0 > 1 {
                        self.wide.push(self.text.len());
                    }
                    self.text.push(' ');
                }
                Gap::Cell => self.text.push('\t'),
                Gap::Line => self.text.push('\n'),
            }
        }
        self.gap = Gap::None;
        self.spaces = (0, false);
        self.text.push_str(text);
    }
}

/// Before this character, the first of the Thai block, scripts have spaces between words.
const UNSPACED: char = '\u{e00}';

/// Bytes that are looked at together.
const STEP: usize = 32;

/// How many bytes at the start are words in ASCII with single spaces between.
fn plain(bytes: &[u8]) -> usize {
    let graphic = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_graphic);
    if !graphic(0) {
        return 0;
    }
    let mut end = 0;
    while bytes.get(end..=end + STEP).is_some_and(is_plain) {
        end += STEP;
    }
    while graphic(end) || bytes.get(end) == Some(&b' ') && graphic(end + 1) {
        end += 1;
    }
    if bytes[end - 1] == b' ' { end - 1 } else { end }
}

/// Whether all but the last of some bytes are plain, seen beside their next; without a branch a byte.
fn is_plain(bytes: &[u8]) -> bool {
    let space = |byte: u8| u8::from(byte == b' ');
    let odd = |pair: &[u8]| u8::from(!matches!(pair[0], b' '..=b'~')) | (space(pair[0]) & space(pair[1]));
    bytes.windows(2).fold(0, |found, pair| found | odd(pair)) == 0
}

/// `text` in one line, as titles and descriptions are kept.
pub(in crate::page) fn line(text: &str) -> String {
    let mut writer = Writer::default();
    writer.push(text, White::Collapses);
    writer.finish()
}

/// `text` without the characters that nobody sees, line ends as LF: how a plain text is kept.
pub(in crate::page) fn as_it_stands(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut before = None;
    let mut stands = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let next = || text[at + c.len_utf8()..].chars().next();
        if !is_invisible(c) || is_joiner(c) && before.is_some_and(joins) && next().is_some_and(joins) {
            stands.push(if c == '\r' { '\n' } else { c });
        }
        before = Some(c);
    }
    stands
}

/// What parts or joins the letters beside it, and by that shows another word: `می‌کند` in Persian, and in the scripts of India.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Letters and signs of Arabic, and of the scripts from Devanagari to Sinhala.
fn joins(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}' | '\u{900}'..='\u{dff}')
}

/// Soft hyphens, zero-width characters, directions and control characters, which break a word for a search and for nobody
/// else.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_parts_letters_that_join_stands() {
        let written = |text: &str| {
            let mut writer = Writer::default();
            writer.push(text, White::Collapses);
            writer.text
        };
        for text in ["فایل‌ها می‌کند", "क्‍ष और क्‌ष"] {
            assert_eq!((written(text).as_str(), as_it_stands(text).as_str()), (text, text));
        }
        for (text, expected) in [
            ("so\u{200c}ft so\u{ad}ft", "soft soft"),
            ("ها\u{200c} است\u{200c}.", "ها است."),
            ("ها\u{200b}ست", "هاست"),
            ("ها\u{ad}ست", "هاست"),
        ] {
            assert_eq!((written(text).as_str(), as_it_stands(text).as_str()), (expected, expected));
        }
        assert_eq!(as_it_stands("a\r\nb\rc"), "a\nb\nc");
    }

    /// Byte by byte.
    fn slowly(bytes: &[u8]) -> usize {
        let graphic = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_graphic);
        let mut end = 0;
        while graphic(end) {
            end += if bytes.get(end + 1) == Some(&b' ') && graphic(end + 2) { 2 } else { 1 };
        }
        end
    }

    #[test]
    fn plain_words_end_before_anything_else() {
        for (text, expected) in [
            ("", 0),
            (" a", 0),
            ("a", 1),
            ("a ", 1),
            ("a b", 3),
            ("a  b", 1),
            ("a b é", 3),
            ("a\nb", 1),
            ("thirty letters, and two spaces .  .", 32),
            ("some letters and one line ending\n.", 32),
            ("some letters, and one line ending \n.", 33),
        ] {
            assert_eq!(plain(text.as_bytes()), expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn many_bytes_at_once_say_the_same(text in "([ -~]{0,40}|[a-z]{1,9} ){0,9}[ a\\n\\té~]{0,9}.{0,40}") {
            prop_assert_eq!(plain(text.as_bytes()), slowly(text.as_bytes()));
        }
    }
}
