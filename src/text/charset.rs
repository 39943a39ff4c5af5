//! From bytes to characters: which charset, decided by what, and how well it fits.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_MAC_CYRILLIC, X_USER_DEFINED};
use serde::{Deserialize, Serialize};

use super::{evident, prescan, stray, twice};

/// Text with the charset that it was read in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The characters, without a byte order mark.
    pub text: String,
    /// Which charset, and what decided it.
    pub charset: CharsetUse,
    /// Replacement characters in the text: bytes that the charset has no meaning for.
    pub replaced: usize,
}

/// The charset of the bytes and how it was decided.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CharsetUse {
    /// The name in the Encoding Standard.
    pub name: String,
    /// What decided it.
    pub by: CharsetBy,
}

/// What decided the charset.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CharsetBy {
    /// A byte order mark.
    Mark,
    /// The `Content-Type` header.
    Header,
    /// A `<meta>` of the page, or its XML declaration.
    Meta,
    /// The bytes are valid UTF-8.
    #[default]
    Valid,
    /// A guess from the bytes.
    Detection,
}

/// Whether the text can declare its charset in itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sniff {
    /// HTML: a `<meta>` counts.
    Html,
    /// Plain text: nothing in it counts.
    Plain,
}

/// How many bytes are read for a declaration before anything else is tried (HTML Standard).
const PRESCAN: usize = 1_024;
/// Where a declaration is still looked for when nothing better is known: browsers heed it anywhere in the head.
const LATE_PRESCAN: usize = 65_536;
/// One replacement character in that many shows that the charset is wrong; damaged pages have fewer.
const ONE_REPLACED_IN: usize = 200;
/// That many valid sequences of UTF-8 for each invalid one do not come about by chance: it is damaged UTF-8.
const VALID_FOR_INVALID: usize = 10;
/// The same where UTF-8 is declared.
const VALID_FOR_STRAY: usize = 2;

/// So many bytes that go on with characters of UTF-8, and none that does not fit, are no text with two bytes a character.
const FEWEST_OF_UTF_8: usize = 24;

/// Decodes `bytes`; `header` is the `Content-Type` as sent.
pub fn decode(bytes: &[u8], header: Option<&str>, sniff: Sniff) -> Decoded {
    decode_from(bytes, header, sniff, None)
}

/// Decodes `bytes` of a server in the top-level domain `tld`, which helps to guess.
pub fn decode_from(bytes: &[u8], header: Option<&str>, sniff: Sniff, tld: Option<&str>) -> Decoded {
    if let Some((charset, mark)) = Encoding::for_bom(bytes) {
        return read_as(charset, CharsetBy::Mark, &bytes[mark..]);
    }
    let declared = declared(bytes, header, sniff, tld).filter(|(charset, _)| !is_contradicted(charset, bytes));
    let evident = evident::charset(bytes).map(|charset| (charset, CharsetBy::Detection));
    // What the bytes show by themselves wins over any declaration of something else.
    let known = match (declared, evident) {
        (Some(said), Some(shown)) if said.0 == shown.0 => Some(said),
        (said, shown) => shown.or(said),
    };
    let (charset, by) = known.unwrap_or_else(|| (guessed(bytes, tld), guessed_by(bytes)));
    let first = read_as(charset, by, bytes);
    if first.fits() || charset == UTF_8 && is_utf_8_with_strays(bytes) {
        return first.mended(bytes);
    }
    let late = declarations(bytes, sniff, LATE_PRESCAN).map(|charset| (charset, CharsetBy::Meta));
    let guess = std::iter::once_with(|| (guessed(bytes, tld), guessed_by(bytes)));
    let others = late.chain(guess).filter(|(other, _)| *other != charset).take(MOST_ATTEMPTS);
    others
        .map(|(charset, by)| read_as(charset, by, bytes))
        .fold(first, |best, other| if other.replaced < best.replaced { other } else { best })
        .mended(bytes)
}

/// Whether the `Content-Type` says that a character takes two bytes, so that bytes of zero are text.
pub fn is_wide(header: &str) -> bool {
    of_header(header).is_some_and(|charset| charset == UTF_16LE || charset == UTF_16BE)
}

/// Whether a character of the bytes takes two, by the zeros in them.
pub fn looks_wide(bytes: &[u8]) -> bool {
    evident::wide(bytes).is_some()
}

fn of_header(header: &str) -> Option<&'static Encoding> {
    let charset = prescan::of_content(header.to_ascii_lowercase().as_bytes());
    charset.map(|charset| if charset == X_USER_DEFINED { WINDOWS_1252 } else { charset })
}

/// Bytes that make several characters of UTF-8 and nothing else are no text of a charset with a byte a character: a
/// capital letter with a sign after it, again and again, is in no language. In those with two bytes a character one in seven
/// looks so by chance, and text is longer than that.
fn is_contradicted(charset: &'static Encoding, bytes: &[u8]) -> bool {
    let is_wide = charset == UTF_16LE || charset == UTF_16BE || charset == UTF_8;
    let fewest = if charset.is_single_byte() { 2 } else { FEWEST_OF_UTF_8 };
    let continues = |byte: &&u8| matches!(byte, 0x80..=0xbf);
    !is_wide && is_utf8(bytes) && bytes.iter().filter(continues).nth(fewest - 1).is_some()
}

/// A page that declares more charsets than that is hostile.
const MOST_ATTEMPTS: usize = 4;

impl Decoded {
    fn fits(&self) -> bool {
        // A body that was cut can end within a character.
        let at_the_end = usize::from(self.text.ends_with(char::REPLACEMENT_CHARACTER));
        let replaced = self.replaced - at_the_end;
        replaced == 0 || replaced * ONE_REPLACED_IN <= self.text.chars().count()
    }

    /// The same, where it is UTF-8, with the single bytes in it that are Western, and with what was once read as ISO
    /// 8859-1 and was not.
    fn mended(mut self, bytes: &[u8]) -> Self {
        if self.replaced > 0 && self.charset.name == UTF_8.name() {
            self.text = stray::utf_8(bytes);
            self.replaced = replaced(&self.text);
        }
        if self.text.is_ascii() {
            return self;
        }
        if self.charset.name == UTF_8.name()
            && let Some(once) = twice::undone(&self.text)
        {
            self.text = once;
        }
        stray::western_controls(&mut self.text);
        self
    }
}

fn declared(
    bytes: &[u8],
    header: Option<&str>,
    sniff: Sniff,
    tld: Option<&str>,
) -> Option<(&'static Encoding, CharsetBy)> {
    let header = header.and_then(of_header);
    // Servers say ISO 8859-1 where nobody told them anything.
    let is_default = |charset: &&'static Encoding| *charset == WINDOWS_1252;
    if let Some(charset) = header.filter(|charset| !is_default(charset)) {
        return Some((charset, CharsetBy::Header));
    }
    let by_page = declared_in(bytes, sniff);
    match header {
        Some(charset) => {
            let read = |charset: &'static Encoding| charset.decode_without_bom_handling(bytes).0;
            let is_borne_out = |page| page != charset && read(page) == read(guessed(bytes, tld));
            Some(by_page.filter(|(page, _)| is_borne_out(*page)).unwrap_or((charset, CharsetBy::Header)))
        }
        None => by_page,
    }
}

fn declared_in(bytes: &[u8], sniff: Sniff) -> Option<(&'static Encoding, CharsetBy)> {
    let meta = declarations(bytes, sniff, PRESCAN).next().or_else(|| match sniff {
        Sniff::Html => prescan::xml_declaration(&bytes[..bytes.len().min(PRESCAN)]),
        Sniff::Plain => None,
    });
    if let Some(charset) = meta {
        return Some((charset, CharsetBy::Meta));
    }
    let is_known = is_utf8(bytes);
    let late = declarations(bytes, sniff, LATE_PRESCAN).next().filter(|_| !is_known);
    late.map(|charset| (charset, CharsetBy::Meta))
}

fn declarations(bytes: &[u8], sniff: Sniff, length: usize) -> prescan::Declarations<'_> {
    let length = match sniff {
        Sniff::Html => bytes.len().min(length),
        Sniff::Plain => 0,
    };
    prescan::declarations(&bytes[..length])
}

fn guessed(bytes: &[u8], tld: Option<&str>) -> &'static Encoding {
    if is_utf8(bytes) || is_damaged_utf8(bytes) {
        return UTF_8;
    }
    if evident::is_mac_cyrillic(bytes) {
        return X_MAC_CYRILLIC;
    }
    // The detector takes a label of the name system in lower case, nothing else.
    let is_label =
        |tld: &&str| tld.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(tld.filter(is_label).map(str::as_bytes), Utf8Detection::Deny)
}

fn guessed_by(bytes: &[u8]) -> CharsetBy {
    if is_utf8(bytes) { CharsetBy::Valid } else { CharsetBy::Detection }
}

/// Valid to its end, or to a character that a cut at the end left incomplete.
fn is_utf8(bytes: &[u8]) -> bool {
    match std::str::from_utf8(bytes) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    }
}

fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (valid, invalid) = sequences(bytes);
    valid > invalid * VALID_FOR_INVALID
}

/// Whether most of what is not ASCII is UTF-8, and so the rest was pasted in. In no other charset do so many sequences
/// come out valid by chance.
fn is_utf_8_with_strays(bytes: &[u8]) -> bool {
    let (valid, invalid) = sequences(bytes);
    valid > invalid * VALID_FOR_STRAY
}

/// Characters of several bytes that are UTF-8, and sequences that are not.
fn sequences(bytes: &[u8]) -> (usize, usize) {
    let (mut valid, mut invalid) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    (valid, invalid)
}

fn read_as(charset: &'static Encoding, by: CharsetBy, bytes: &[u8]) -> Decoded {
    let (text, _) = charset.decode_without_bom_handling(bytes);
    let replaced = replaced(&text);
    Decoded { text: text.into_owned(), charset: CharsetUse { name: charset.name().to_owned(), by }, replaced }
}

fn replaced(text: &str) -> usize {
    text.matches(char::REPLACEMENT_CHARACTER).count()
}

#[cfg(test)]
#[path = "charset_tests.rs"]
mod tests;
