//! From running text to the sentences that are looked for.

use citewatch::page::{self, ContentHead, SaidBy, TextName};

/// Words of a sentence that is long enough to be told from a heading, and short enough to be quoted.
const WORDS: std::ops::RangeInclusive<usize> = 5..=80;

/// The sentences of a text, each within a line.
pub fn sentences(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines() {
        let mut start = 0;
        let mut chars = line.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let end = at + c.len_utf8();
            let next = chars.peek().map_or(' ', |(_, next)| *next);
            let stops = matches!(c, '.' | '!' | '?') && next.is_whitespace() || matches!(c, '。' | '！' | '？' | '।');
            if stops {
                found.push(&line[start..end]);
                start = end;
            }
        }
        found.push(&line[start..]);
    }
    found.into_iter().map(str::trim).filter(|sentence| WORDS.contains(&words(sentence))).map(str::to_owned).collect()
}

/// Words with spaces between, or two characters of a script without.
fn words(sentence: &str) -> usize {
    let spaced = sentence.split_whitespace().count();
    let unspaced = sentence.chars().filter(|c| crate::passage::is_unspaced(*c)).count();
    spaced.max(unspaced / 2)
}

/// What a reader sees of an HTML text.
pub fn visible(bytes: &[u8]) -> String {
    let head =
        ContentHead { content_type: Some("text/html; charset=utf-8"), said_by: SaidBy::User, url: "https://set.example/" };
    let page = page::read(bytes, &head, &mut || true);
    page.text(TextName::Visible).unwrap_or_default().to_owned()
}
