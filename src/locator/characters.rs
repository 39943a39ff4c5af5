//! Which characters end an address that stands in running text, and which of its last ones belong to the text.

/// Marks that open or close a quotation in any script, the ASCII ones aside.
const QUOTES: &str = "“”„‟‘’‚‛«»‹›「」『』〝〞〟＂｢｣❝❞❛❜";
/// Stops and brackets of scripts that are written without spaces.
const WIDE_STOPS: &str = "、。，．！？；：｜（）［］｛｝【】〔〕《》〈〉〖〗…—―";
/// Stops of scripts that are written with spaces: within an address they are letters of a path, `/wiki/بيروت،_لبنان`, behind it they
/// are those of the sentence. Arabic and Urdu, Indic, Armenian, Ethiopic, Burmese, Khmer, Tibetan, Mongolian, N’Ko, Hebrew, Greek.
const STOPS: &str = "،؛؟۔।॥։՝՜՞፡።፣፤፥፦፧፨၊။។៕៖།༎᠂᠃߸߹׃·\u{37e}\u{387}";
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

/// Whether the character at `at` only lets a line end within the address that `text` begins with, as publishers put them into
/// long ones: what is around it is of addresses, and behind it no other one begins.
pub(super) fn lets_break(text: &str, at: usize) -> bool {
    let Some(rest) = text.get(at..).and_then(|rest| rest.strip_prefix(BREAKS)) else { return false };
    let before = text[..at].chars().next_back().is_some_and(|c| c.is_ascii_graphic());
    let mut next = rest.chars();
    let goes_on = match next.next() {
        Some('.') => next.next().is_some_and(|c| c.is_ascii_alphanumeric()),
        Some(c) => c.is_ascii_alphanumeric() || "/?=&#%_~-".contains(c),
        None => false,
    };
    before && goes_on && !["http://", "https://", "www."].iter().any(|start| rest.starts_with(start))
}

/// What lets a line end and is not seen.
const BREAKS: &[char] = &['\u{200b}', '\u{2060}', '\u{feff}'];

/// An address without what lets lines end in it, soft hyphens included.
pub(super) fn without_breaks(address: &str) -> Option<String> {
    let unseen = |c: char| BREAKS.contains(&c) || c == '\u{ad}';
    (!address.is_ascii() && address.contains(unseen)).then(|| address.replace(unseen, ""))
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
            Some(c) if STOPS.contains(c) => true,
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
