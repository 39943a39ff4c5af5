//! Documents in UTF-16 and in charsets of pages: where the bytes of what was read stand in the file.

use encoding_rs::Encoding;

use crate::span::{Span, floor_char_boundary};

/// How a text stands in its file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum OnDisk {
    /// Byte by byte.
    #[default]
    AsRead,
    /// In UTF-16, behind a byte order mark that is no part of the text.
    Utf16,
    /// In a charset of which every character is written in the same way wherever it stands.
    In(&'static Encoding),
}

/// Bytes between two counts of units: at most this much text is counted again for one place.
const STRIDE: usize = 1024;
/// Of the byte order mark.
const MARK: usize = 2;

impl OnDisk {
    /// That of the charset of a name, where places in it can be told.
    pub(crate) fn in_charset(name: &str) -> Option<Self> {
        let charset = Encoding::for_label(name.as_bytes())?;
        let stateless = charset != encoding_rs::ISO_2022_JP && charset.output_encoding() == charset;
        (stateless && charset != encoding_rs::UTF_8).then_some(Self::In(charset))
    }

    /// Whether a text stands in just these bytes.
    pub(crate) fn holds(self, text: &str, bytes: &[u8]) -> bool {
        match self {
            Self::AsRead => text.as_bytes() == bytes,
            Self::Utf16 => false,
            Self::In(charset) => {
                let (encoded, _, lost) = charset.encode(text);
                !lost && *encoded == *bytes
            }
        }
    }

    /// Leads spans of `text` to the bytes of its file; none where these are the same.
    pub(crate) fn leads(self, text: &str) -> Option<impl Fn(Span) -> Span> {
        let mut starts = Vec::new();
        if self != Self::AsRead {
            let mut at = 0;
            let mut before = if self == Self::Utf16 { MARK } else { 0 };
            while at < text.len() {
                starts.push((at, before));
                let end = floor_char_boundary(text, (at + STRIDE).min(text.len()));
                before += self.width(&text[at..end]);
                at = end;
            }
            starts.push((at, before));
        }
        let lead = move |at: usize| {
            let at = floor_char_boundary(text, at.min(text.len()));
            let whole = starts.partition_point(|(start, _)| *start <= at).saturating_sub(1);
            let (start, before) = starts.get(whole).copied().unwrap_or_default();
            before + self.width(&text[start..at])
        };
        (self != Self::AsRead).then_some(move |span: Span| Span::new(lead(span.start()), lead(span.end())))
    }

    /// The bytes of the file that a part of the text takes.
    fn width(self, text: &str) -> usize {
        match self {
            Self::AsRead => text.len(),
            Self::Utf16 => 2 * text.chars().map(char::len_utf16).sum::<usize>(),
            Self::In(charset) if charset.is_single_byte() => text.chars().count(),
            Self::In(charset) => charset.encode(text).0.len(),
        }
    }
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

    #[test]
    fn a_place_of_a_page_in_a_charset_of_its_own_is_led_to_the_bytes_of_its_file() {
        for (name, words) in [
            ("windows-1252", "café “so” – a"),
            ("iso-8859-2", "łódź a"),
            ("windows-1251", "стена a"),
            ("koi8-r", "стена a"),
            ("shift_jis", "防潮堤 ｶﾅ a"),
            ("euc-jp", "防潮堤 a"),
            ("gbk", "海堤 a"),
            ("big5", "海堤 a"),
            ("euc-kr", "방조제 a"),
        ] {
            let text = words.repeat(400);
            let on_disk = OnDisk::in_charset(name).unwrap();
            let OnDisk::In(charset) = on_disk else { panic!("{name}") };
            let file = charset.encode(&text).0;
            assert!(on_disk.holds(&text, &file) && !on_disk.holds(&text, b"no"), "{name}");
            let lead = on_disk.leads(&text).unwrap();
            for (at, c) in text.char_indices().step_by(7) {
                let span = lead(Span::new(at, at + c.len_utf8()));
                assert_eq!(charset.decode(&file[span.range()]).0, c.to_string(), "{name} at {at}");
            }
        }
        assert!(["utf-8", "utf-16le", "iso-2022-jp", "no"].iter().all(|name| OnDisk::in_charset(name).is_none()));
    }
}
