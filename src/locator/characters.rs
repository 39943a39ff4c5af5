//! Which characters end an address that stands in running text, and which of its last ones belong to the text.

/// Marks that open or close a quotation in any script, the ASCII ones aside.
const QUOTES: &str = "“”„‟‘’‚‛«»‹›「」『』〝〞〟＂｢｣";
/// Stops and brackets of scripts that are written without spaces.
const WIDE_STOPS: &str = "、。，．！？；：｜（）［］｛｝【】〔〕《》〈〉〖〗…—―";
/// ASCII that no address holds as it is (RFC 3986 leaves them out), and the grave accent of Markdown.
const NEVER: &str = "<>\"`{}|\\^";

/// Arrows that lead from a note back to the text.
const ARROWS: &str = "↩↪↑⤴⮐↵";

/// Whether an address ends before `c`.
pub(super) fn ends(c: char) -> bool {
    if c.is_ascii() {
        return c <= ' ' || c == '\u{7f}' || NEVER.contains(c);
    }
    c.is_whitespace()
        || c.is_control()
        || QUOTES.contains(c)
        || WIDE_STOPS.contains(c)
        || ARROWS.contains(c)
        || is_invisible(c)
}

/// Marks that stand between words without being seen. The joiners U+200C and U+200D are part of words.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The part of `address` before the first closing bracket that nothing in it opens.
pub(super) fn balanced(address: &str) -> &str {
    let (mut round, mut square) = (0_usize, 0_usize);
    for (at, byte) in address.bytes().enumerate() {
        let open = if matches!(byte, b'(' | b')') { &mut round } else { &mut square };
        match byte {
            b'(' | b'[' => *open += 1,
            b')' | b']' if *open == 0 => return &address[..at],
            b')' | b']' => *open -= 1,
            _ => {}
        }
    }
    address
}

/// Without the stops of the sentence, an opened bracket and emphasis around it that `address` ends in.
pub(super) fn trimmed(address: &str, before: Option<char>) -> &str {
    let mut rest = address;
    loop {
        let last = rest.chars().next_back();
        let strip = match last {
            Some('.' | ',' | ';' | ':' | '!' | '?' | '(' | '[') => true,
            Some('\'') => rest.matches('\'').count() % 2 == 1,
            // A path can be all stars: the calendar of an archive.
            Some('*') => !rest.ends_with("/*"),
            Some('_') => before == Some('_'),
            _ => false,
        };
        match last {
            Some(c) if strip => rest = &rest[..rest.len() - c.len_utf8()],
            _ => return rest,
        }
    }
}
