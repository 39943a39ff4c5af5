//! Documents in UTF-16: where the bytes of what was read stand in the file.

use crate::span::Span;

/// How a text stands in its file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum OnDisk {
    /// Byte by byte.
    #[default]
    AsRead,
    /// In UTF-16, behind a byte order mark that is no part of the text.
    Utf16,
}

/// Bytes between two counts of units: at most this much text is counted again for one place.
const STRIDE: usize = 1024;
/// Of the byte order mark.
const MARK: usize = 2;

impl OnDisk {
    /// Leads spans of `text` to the bytes of its file; none where these are the same.
    pub(crate) fn leads(self, text: &str) -> Option<impl Fn(Span) -> Span> {
        let bytes = text.as_bytes();
        let before = bytes.chunks(STRIDE).scan(0, |before, chunk| {
            let here = *before;
            *before += units(chunk);
            Some(here)
        });
        let before: Vec<usize> = if self == Self::Utf16 { before.collect() } else { Vec::new() };
        let lead = move |at: usize| {
            let at = at.min(bytes.len());
            let whole = (at / STRIDE).min(before.len().saturating_sub(1));
            let counted = before.get(whole).copied().unwrap_or_default();
            MARK + 2 * (counted + units(&bytes[whole * STRIDE..at]))
        };
        (self == Self::Utf16).then_some(move |span: Span| Span::new(lead(span.start()), lead(span.end())))
    }
}

/// Units of UTF-16 that begin in `bytes`, which may start or end within a character: two for one of four bytes.
fn units(bytes: &[u8]) -> usize {
    bytes.iter().map(|&byte| usize::from(byte & 0b1100_0000 != 0b1000_0000) + usize::from(byte >= 0b1111_0000)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_of_a_text_is_led_to_the_bytes_of_its_file() {
        let text = "é€ a\u{1F600}b".repeat(700);
        let file: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        let lead = OnDisk::Utf16.leads(&text).unwrap();
        for (at, c) in text.char_indices() {
            let span = lead(Span::new(at, at + c.len_utf8()));
            let units: Vec<u16> =
                file[span.range()].chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
            assert_eq!(String::from_utf16(&units).unwrap(), c.to_string(), "at {at}");
        }
        assert_eq!(lead(Span::new(text.len(), text.len())).end(), file.len());
        assert_eq!(OnDisk::Utf16.leads("").unwrap()(Span::new(0, 0)), Span::new(2, 2));
        assert!(OnDisk::AsRead.leads(&text).is_none());
    }
}
