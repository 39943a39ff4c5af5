//! Charsets that show in the bytes themselves, whatever anybody declares.

use encoding_rs::{Encoding, ISO_2022_JP, UTF_16BE, UTF_16LE};

/// How much of the bytes is looked at for zeros.
const SAMPLE: usize = 1_024;
/// Fewer pairs of bytes than that are no text.
const FEWEST_PAIRS: usize = 8;
/// What the escapes of ISO-2022-JP begin with that turn to characters of two bytes.
const TO_TWO_BYTES: [&[u8]; 2] = [b"\x1b$B", b"\x1b$@"];

/// So many words that end in the wrong case, and none that does not, are no accident.
const FEWEST_WORDS: usize = 3;

/// Whether text that is Cyrillic by most of its bytes is in the charset of old Macs, which detectors do not know. It has
/// its small letters where windows-1251 has them, but for `я`: that is where the other has the capital, which follows no
/// small letter; and what is `я` there is a currency sign here.
pub(super) fn is_mac_cyrillic(bytes: &[u8]) -> bool {
    let small = |byte: &u8| matches!(byte, 0xe0..=0xfe);
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let turned = bytes.windows(2).filter(|pair| small(&pair[0]) && pair[1] == 0xdf).count();
    turned >= FEWEST_WORDS
        && bytes.iter().filter(|byte| small(byte)).count() * 3 > high * 2
        && memchr::memchr(0xff, bytes).is_none()
}

/// The charset that `bytes` can only be in.
pub(super) fn charset(bytes: &[u8]) -> Option<&'static Encoding> {
    wide(bytes).or_else(|| is_iso_2022_jp(bytes).then_some(ISO_2022_JP))
}

/// UTF-16, where nearly every second byte is zero and the others are ASCII, as markup has it.
pub(super) fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    memchr::memchr(0, sample)?;
    let (pairs, _) = sample.as_chunks::<2>();
    let is_text = |byte: u8| byte >= b' ' && byte != 0x7f || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c);
    let are_mostly = |zero: usize| {
        let ascii = pairs.iter().filter(|pair| pair[zero] == 0 && is_text(pair[1 - zero])).count();
        let odd = pairs.iter().any(|pair| pair[1 - zero] == 0 && pair[zero] == 0);
        pairs.len() >= FEWEST_PAIRS && ascii * 5 >= pairs.len() * 4 && !odd
    };
    [(0, UTF_16BE), (1, UTF_16LE)].into_iter().find(|(zero, _)| are_mostly(*zero)).map(|(_, charset)| charset)
}

/// Whether the bytes are ASCII but for its escapes.
fn is_iso_2022_jp(bytes: &[u8]) -> bool {
    TO_TWO_BYTES.iter().any(|escape| memchr::memmem::find(bytes, escape).is_some()) && bytes.is_ascii()
}
