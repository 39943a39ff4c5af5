//! Hosts without a scheme that a hyphen breaks at the end of a line: `open-` and `review.example.net/forum`.

use std::ops::Range;

use crate::document::entry::{Link, Words};
use crate::locator::scan::scan_without_scheme;
use crate::span::Span;

use super::joint::is_joining;

/// What stands before a word with a hyphen of its own: `non-`, where an address follows that is another word.
const PREFIXES: &[&str] =
    &["anti", "co", "ex", "inter", "multi", "non", "post", "pre", "pro", "re", "self", "semi", "sub"];
const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{ad}'];

/// The bytes at the end of `line` that no host has, where the host that ends it goes on in `next`: its hyphen, which programs
/// put in, unless `text` has that host with one elsewhere.
pub(super) fn hyphen(line: &str, next: &str, text: &str) -> Option<usize> {
    let token = line.rsplit(|c: char| c.is_whitespace() || "([{<“\";,=".contains(c)).next()?;
    let begun = token.strip_suffix(HYPHENS)?;
    let label = begun.rsplit('.').next()?;
    let is_begun =
        begun.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-".contains(&byte));
    let word = next.split_whitespace().next()?;
    let goes_on = word.starts_with(|c: char| c.is_ascii_lowercase()) && !is_joining(word);
    let is_label = label.starts_with(|c: char| c.is_ascii_lowercase());
    if !is_begun || !is_label || PREFIXES.contains(&begun) || !goes_on {
        return None;
    }
    let is_address = |words: &str| scan_without_scheme(words).first().is_some_and(|found| found.range.start == 0);
    let joined = format!("{begun}{word}");
    if !is_address(&joined) || !(begun.contains('.') || is_address(word)) {
        return None;
    }
    let host = word.split(['/', '?', '#']).next()?;
    let elsewhere = text.contains(&format!("{begun}-{host}"));
    Some(if elsewhere { 0 } else { token.len() - begun.len() })
}

/// A link, the address of which is told line by line where it stands in several of `lines`.
pub(super) fn in_pieces(text: &str, lines: &[Range<usize>], mut link: Link) -> Link {
    let [whole] = link.spans[..] else { return link };
    if link.words != Words::Address || !text[whole.range()].contains('\n') {
        return link;
    }
    let within = |line: &Range<usize>| line.start.max(whole.start())..line.end.min(whole.end());
    let mut at = 0;
    let mut pieces = Vec::new();
    for piece in lines.iter().map(within).filter(|piece| piece.start < piece.end) {
        let words = &text[piece.clone()];
        let bare = words.trim_end_matches(HYPHENS);
        let found = |own: &str| Some((link.url[at..].find(own)?, own.len()));
        let Some((found, length)) = found(words).or_else(|| found(bare)) else { return link };
        at += found + length;
        pieces.push(Span::new(piece.start, piece.start + length));
    }
    link.spans = pieces;
    link
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_that_a_hyphen_breaks_goes_on_in_the_next_line() {
        for (line, next) in [
            ("Tide Review, 2024. doi:10.1234/7; har-", "bour.example.net/forum?id=7."),
            ("Tide Review, 2024 (har-", "bour.example.net/forum)."),
            ("Tide Review, 2024. www.har-", "bour.example/forum."),
            ("Tide Review, 2024. sea.har-", "bour.example.net/forum"),
        ] {
            assert_eq!(hyphen(line, next, line), Some(1), "{line} {next}");
        }
        let with = "It is har-bour.example.net that has it.";
        assert_eq!(hyphen("Tide Review, har-", "bour.example.net/forum", with), Some(0));
        for (line, next) in [
            ("Tide Review, 2024. The har-", "bour of the north. example.net/forum"),
            ("What is non-", "example.net/forum ware"),
            ("From 1990-", "harbour.example.net/forum"),
            ("Tide Review –", "harbour.example.net/forum"),
            ("Tide Review -", "harbour.example.net/forum"),
            ("See https://sea.example/har-", "bour.example.net/forum"),
            ("Har-", "bour.example.net/forum"),
        ] {
            assert_eq!(hyphen(line, next, line), None, "{line} {next}");
        }
    }
}
