//! The scripts that the letters of a text are of.

/// Scripts by themselves; what is in none of them is Latin or unknown.
pub(super) const SCRIPTS: usize = 10;

/// Latin, Cyrillic, Greek, Arabic, Hebrew, Devanagari, Han, kana, Hangul, Thai.
pub(super) fn script(c: char) -> Option<usize> {
    Some(match c {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => 0,
        '\u{400}'..='\u{52f}' => 1,
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => 2,
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => 3,
        '\u{590}'..='\u{5ff}' => 4,
        '\u{900}'..='\u{97f}' => 5,
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' => 6,
        '\u{3041}'..='\u{30ff}' => 7,
        '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7a3}' => 8,
        '\u{e00}'..='\u{e7f}' => 9,
        _ => return None,
    })
}

pub(super) const LATIN: usize = 0;
pub(super) const CYRILLIC: usize = 1;
pub(super) const HAN: usize = 6;
pub(super) const KANA: usize = 7;

/// The characters of a text that are not of ASCII, which most texts have none of.
pub(super) fn beyond_ascii(text: &str) -> impl Iterator<Item = char> {
    let text = if text.is_ascii() { "" } else { text };
    text.chars().filter(|c| !c.is_ascii())
}

/// Bytes that are counted together: as many as one byte can count, so that many are looked at at once.
const COUNTED: usize = 255;

/// Letters of ASCII among [`COUNTED`] bytes at most.
fn letters_in(bytes: &[u8]) -> usize {
    let is_letter = |byte: u8| u8::from((byte | 0x20).wrapping_sub(b'a') < 26);
    usize::from(bytes.iter().fold(0_u8, |count, byte| count + is_letter(*byte)))
}

pub(super) fn scripts(text: &str) -> ([usize; SCRIPTS], usize) {
    let ascii: usize = text.as_bytes().chunks(COUNTED).map(letters_in).sum();
    let (mut counts, mut letters) = ([0; SCRIPTS], ascii);
    counts[LATIN] = ascii;
    for c in beyond_ascii(text).filter(|c| c.is_alphabetic()) {
        letters += 1;
        if let Some(script) = script(c) {
            counts[script] += 1;
        }
    }
    (counts, letters)
}
