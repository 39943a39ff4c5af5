//! Text put together as a reader sees it: white space collapsed, nothing glued where a block ends, nothing split where
//! an inline element does.

/// What stands between two words, weakest first; of several the strongest is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
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
pub(super) enum White {
    /// A run of it is one space.
    Collapses,
    /// It stands as written, as in `<pre>`.
    Stands,
}

/// A text that grows.
#[derive(Debug, Clone, Default)]
pub(super) struct Writer {
    text: String,
    gap: Gap,
}

impl Writer {
    /// Sets what stands before the next word at least.
    pub(super) fn gap(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    /// Appends the characters of a text node.
    pub(super) fn push(&mut self, text: &str, white: White) {
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
            match (c.is_whitespace(), white) {
                _ if is_invisible(c) => {}
                (false, _) => self.push_visible(this),
                (true, White::Collapses) => self.gap(Gap::Space),
                (true, White::Stands) if c == '\n' => self.gap(Gap::Line),
                (true, White::Stands) => self.gap(if c == '\t' { Gap::Cell } else { Gap::Space }),
            }
        }
    }

    /// The last character that was written.
    pub(super) fn last(&self) -> Option<char> {
        self.text.chars().next_back().filter(|_| self.gap == Gap::None)
    }

    /// The whole text.
    pub(super) fn finish(self) -> String {
        self.text
    }

    fn push_visible(&mut self, text: &str) {
        if !self.text.is_empty() {
            match self.gap {
                Gap::None => {}
                Gap::Space => self.text.push(' '),
                Gap::Cell => self.text.push('\t'),
                Gap::Line => self.text.push('\n'),
            }
        }
        self.gap = Gap::None;
        self.text.push_str(text);
    }
}

/// How many bytes at the start are words in ASCII with single spaces between.
fn plain(bytes: &[u8]) -> usize {
    let mut end = 0;
    while bytes.get(end).is_some_and(u8::is_ascii_graphic) {
        end += 1;
        if bytes.get(end) == Some(&b' ') && bytes.get(end + 1).is_some_and(u8::is_ascii_graphic) {
            end += 1;
        }
    }
    end
}

/// `text` in one line, as titles and descriptions are kept.
pub(super) fn line(text: &str) -> String {
    let mut writer = Writer::default();
    writer.push(text, White::Collapses);
    writer.finish()
}

/// `text` without the characters that nobody sees, line ends as LF: how a plain text is kept.
pub(super) fn as_it_stands(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter(|&c| !is_invisible(c)).map(|c| if c == '\r' { '\n' } else { c }).collect()
}

/// Soft hyphens and zero-width characters, which break a word for a search and for nobody else.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}
