//! Where the entries of a BibTeX file begin and end, so that a broken one costs no other.

use std::ops::Range;

/// A piece of the file that begins with `@`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// `article`, `string`, lower case.
    pub(super) kind: String,
    /// From `@` to behind the closing bracket.
    pub(super) range: Range<usize>,
    /// Where the bracket stands that opens it.
    pub(super) open: usize,
    /// Where the bracket stands that closes it; none where there is none before the next piece.
    pub(super) close: Option<usize>,
}

/// The pieces of a file, in order.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let starts = starts(text);
    let mut pieces: Vec<Piece> = Vec::new();
    for (index, (at, kind, open)) in starts.iter().enumerate() {
        // What stands within the piece before is its own: an abstract may well begin a line with `@`.
        if pieces.last().is_some_and(|last| last.close.is_some() && last.range.end > *at) {
            continue;
        }
        let limit = starts.get(index + 1).map_or(text.len(), |(next, _, _)| *next);
        let close = close(text, *open, limit).or_else(|| {
            let beyond = text.len().min(limit + LONGEST);
            close(text, *open, beyond).filter(|&close| !starts_apart(text, limit, close))
        });
        let end = close.map_or_else(|| *at + text[*at..limit].trim_end().len(), |close| close + 1);
        pieces.push(Piece { kind: kind.clone(), range: *at..end, open: *open, close });
    }
    pieces
}

/// Bytes beyond the next `@word{` in which the bracket that closes an entry is looked for.
const LONGEST: usize = 2_000;

/// Whether what begins at `limit` is an entry of its own rather than words of the one before: it has a key and a comma,
/// and the bracket found behind it only closes the two together.
fn starts_apart(text: &str, limit: usize, close: usize) -> bool {
    let inner = &text[limit..close];
    let Some(open) = inner.find(['{', '(']) else { return false };
    let key = inner[open + 1..].split(',').next().unwrap_or_default();
    inner[open + 1..].contains(',') && !key.trim().is_empty() && !key.trim().contains(char::is_whitespace)
}

/// Every `@word{` or `@word(` that begins a line, with the bracket.
fn starts(text: &str) -> Vec<(usize, String, usize)> {
    let mut found = Vec::new();
    for at in memchr::memchr_iter(b'@', text.as_bytes()) {
        // `} @article{` on one line is what some programs write.
        let before = text[..at].trim_end_matches([' ', '\t', '\u{feff}']);
        if !before.is_empty() && !before.ends_with(['\n', '\r', '}', ')']) {
            continue;
        }
        let word = text[at + 1..].bytes().take_while(u8::is_ascii_alphabetic).count();
        let rest = text[at + 1 + word..].trim_start();
        let open = text.len() - rest.len();
        if word > 0 && rest.starts_with(['{', '(']) {
            found.push((at, text[at + 1..at + 1 + word].to_ascii_lowercase(), open));
        }
    }
    found
}

/// The bracket that closes the one at `open`.
fn close(text: &str, open: usize, limit: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let round = bytes[open] == b'(';
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, byte) in bytes[..limit].iter().enumerate().skip(open + 1) {
        if std::mem::take(&mut escaped) {
            continue;
        }
        match byte {
            b'\\' => escaped = true,
            b'"' if depth == 0 => quoted = !quoted,
            b'{' => depth += 1,
            b'}' if depth == 0 && !round => return Some(at),
            b'}' => depth = depth.saturating_sub(1),
            b')' if round && depth == 0 && !quoted => return Some(at),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = pieces(text).iter().map(|piece| &text[piece.range.clone()]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn pieces_are_parted_by_their_brackets() {
        check("x\n@a{k, t={b}}\ny @b{no}\n  @C (k, t=\"(\", u={)})z", &["@a{k, t={b}}", "@C (k, t=\"(\", u={)})"]);
        check("@a{k, t={x\n@b{y} z}}\n@c{k}", &["@a{k, t={x\n@b{y} z}}", "@c{k}"]);
        check("@a{k}@b{l}", &["@a{k}", "@b{l}"]);
    }

    #[test]
    fn a_piece_that_is_never_closed_ends_before_the_next() {
        check("@a{k, t={x},\n@b{l, t={y}}\n", &["@a{k, t={x},", "@b{l, t={y}}"]);
        check("@a{k, t={x", &["@a{k, t={x"]);
        check("@a{k, t={x}, u = {y}\n\n@b{l, t={y}}\n@c{m}}", &["@a{k, t={x}, u = {y}", "@b{l, t={y}}", "@c{m}"]);
    }
}
