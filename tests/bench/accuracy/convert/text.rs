//! From running text to the sentences that are looked for.

use citewatch::page::{self, ContentHead, SaidBy, TextName};

use crate::passage::letters;

/// Words of a sentence that is long enough to be told from a heading, and short enough to be quoted.
const WORDS: std::ops::RangeInclusive<usize> = 5..=80;

/// Bytes in which a page names its charset.
const CHARSET_WITHIN: usize = 4096;

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

/// The letters of everything between the tags of a file, scripts included: what a sentence must stand in to be on the page
/// at all. References that were made by hand have text of other pages of the same article.
pub fn all_letters(bytes: &[u8]) -> String {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(CHARSET_WITHIN)]).to_lowercase();
    let label = start.split_once("charset=").map(|(_, rest)| rest.trim_start_matches(['"', '\'']));
    let label =
        label.map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap_or_default());
    let encoding = label.and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
    let (text, _, _) = encoding.unwrap_or(encoding_rs::UTF_8).decode(bytes);
    letters(&scraper::Html::parse_document(&text).root_element().text().collect::<String>())
}

/// What a reader sees of an HTML text.
pub fn visible(bytes: &[u8]) -> String {
    let head = ContentHead {
        content_type: Some("text/html; charset=utf-8"),
        said_by: SaidBy::User,
        url: "https://set.example/",
    };
    let page = page::read(bytes, &head, &mut || true);
    page.text(TextName::Visible).unwrap_or_default().to_owned()
}
