//! Western characters that came into a text of UTF-8 by the byte: pasted in, or converted as what they were not.

use encoding_rs::WINDOWS_1252;

/// `bytes` as UTF-8, where a byte that stands alone between two of ASCII is read as windows-1252: text that was pasted
/// into a page. Bytes of other charsets come in pairs or words.
pub(super) fn utf_8(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut chunks = bytes.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        text.push_str(chunk.valid());
        let after = chunks.peek().and_then(|next| next.valid().bytes().next());
        let alone = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii());
        match chunk.invalid() {
            [] => {}
            [byte] if alone(chunk.valid().bytes().next_back()) && alone(after) => text.push(western(*byte)),
            _ => text.push(char::REPLACEMENT_CHARACTER),
        }
    }
    text
}

/// Puts what windows-1252 has there for control characters that no text has: quotation marks and dashes that somebody
/// took for ISO 8859-1. Browsers do the same with `&#147;`.
pub(super) fn western_controls(text: &mut String) {
    let is_control = |c: char| matches!(c, '\u{80}'..='\u{9f}');
    if memchr::memchr_iter(0xc2, text.as_bytes()).any(|at| text.as_bytes().get(at + 1).is_some_and(|byte| *byte < 0xa0))
    {
        let mended = text.chars().map(|c| match u8::try_from(c) {
            Ok(byte) if is_control(c) => western(byte),
            _ => c,
        });
        *text = mended.collect();
    }
}

fn western(byte: u8) -> char {
    WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER)
}
