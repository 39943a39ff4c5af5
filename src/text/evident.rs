//! Charsets that show in the bytes themselves, whatever anybody declares.

use encoding_rs::{Encoding, ISO_2022_JP, UTF_16BE, UTF_16LE};

/// How much of the bytes is looked at for zeros.
const SAMPLE: usize = 1_024;
/// Fewer pairs of bytes than that are no text.
const FEWEST_PAIRS: usize = 8;
/// What the escapes of ISO-2022-JP begin with that turn to characters of two bytes.
const TO_TWO_BYTES: [&[u8]; 2] = [b"\x1b$B", b"\x1b$@"];

/// The charset that `bytes` can only be in.
pub(super) fn charset(bytes: &[u8]) -> Option<&'static Encoding> {
    wide(bytes).or_else(|| is_iso_2022_jp(bytes).then_some(ISO_2022_JP))
}

/// UTF-16, where nearly every second byte is zero and the others are ASCII, as markup has it.
pub(super) fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let (pairs, _) = bytes[..bytes.len().min(SAMPLE)].as_chunks::<2>();
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
