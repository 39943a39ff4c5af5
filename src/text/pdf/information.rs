//! What a document says of itself: its titles and its language, from the information dictionary and the XMP packet.

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Dict, Stream, String as PdfString};

use super::Head;

/// Bytes of an XMP packet that are looked at; a few kilobytes are usual.
const MAX_PACKET: usize = 1024 * 1024;

/// A longer title is none.
const MAX_TITLE: usize = 500;

/// What programs write in place of a title.
const NO_TITLES: [&str; 8] =
    ["untitled", "unknown", "title", "document", "document1", "no title", "slide 1", "powerpoint presentation"];

/// Endings of names of files, which programs write in place of a title.
const FILE_ENDINGS: [&str; 16] = [
    ".doc", ".docx", ".dvi", ".indd", ".pdf", ".ppt", ".pptx", ".ps", ".pub", ".qxd", ".qxp", ".rtf", ".tex", ".txt",
    ".wpd", ".xls",
];

/// The characters of `PDFDocEncoding` that are not those of Latin-1, from 0x18 and from 0x80 (ISO 32000-1, D.2).
const LOW: [char; 8] = ['\u{2d8}', '\u{2c7}', '\u{2c6}', '\u{2d9}', '\u{2dd}', '\u{2db}', '\u{2da}', '\u{2dc}'];
const HIGH: [char; 33] = [
    '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™', 'ﬁ', 'ﬂ', 'Ł', 'Œ',
    'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{fffd}', '€',
];

/// The titles and the language of `pdf`.
pub(super) fn head(pdf: &Pdf) -> Head {
    let xref = pdf.xref();
    let catalog = xref.get::<Dict<'_>>(xref.root_id());
    let packet = catalog.as_ref().and_then(|catalog| catalog.get::<Stream<'_>>(b"Metadata"));
    let packet = packet.and_then(|packet| packet.decoded_data().ok());
    let packet = packet.map(|packet| String::from_utf8_lossy(&packet[..packet.len().min(MAX_PACKET)]).into_owned());
    let informed = pdf.metadata().title.as_ref().map(|title| decoded(title));
    let described = packet.as_deref().and_then(packet_title);
    let mut titles: Vec<String> = Vec::new();
    for title in [informed, described].into_iter().flatten() {
        titles.extend(title_of(&title).filter(|title| !titles.contains(title)));
    }
    let language = catalog.and_then(|catalog| catalog.get::<PdfString<'_>>(b"Lang"));
    let language = language.map(|language| decoded(language.as_bytes()).trim().to_owned());
    Head { titles, language: language.filter(|language| !language.is_empty()) }
}

/// A text string: UTF-16 or UTF-8 by its mark, else `PDFDocEncoding`.
pub(super) fn decoded(bytes: &[u8]) -> String {
    let wide = |unit: fn([u8; 2]) -> u16, bytes: &[u8]| {
        let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        without_language(
            &char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect::<String>(),
        )
    };
    match bytes {
        [0xfe, 0xff, rest @ ..] => wide(u16::from_be_bytes, rest),
        [0xff, 0xfe, rest @ ..] => wide(u16::from_le_bytes, rest),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| one_byte(*byte)).collect(),
    }
}

fn one_byte(byte: u8) -> char {
    match byte {
        0x18..=0x1f => LOW[usize::from(byte - 0x18)],
        0x80..=0xa0 => HIGH[usize::from(byte - 0x80)],
        other => char::from(other),
    }
}

/// The language of a text string stands in it between two escapes.
fn without_language(text: &str) -> String {
    text.split('\u{1b}').step_by(2).collect()
}

/// `dc:title` of an XMP packet: its default, else its first.
fn packet_title(packet: &str) -> Option<String> {
    let (_, rest) = packet.split_once("<dc:title")?;
    let (inner, _) = rest.split_once("</dc:title>")?;
    let items: Vec<&str> = inner.split("<rdf:li").skip(1).collect();
    let default = items.iter().find(|item| item.split('>').next().is_some_and(|tag| tag.contains("x-default")));
    let (_, text) = default.or(items.first())?.split_once('>')?;
    let (text, _) = text.split_once("</rdf:li>")?;
    Some(unescaped(text))
}

fn unescaped(text: &str) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    let mut plain = String::with_capacity(text.len());
    let mut pieces = text.split("&#");
    plain.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (number, rest) = piece.split_once(';').unwrap_or(("", piece));
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        plain.extend(code.ok().and_then(char::from_u32));
        plain.push_str(rest);
    }
    named.iter().fold(plain, |text, (name, character)| text.replace(name, character))
}

/// What is left of a title without what programs add, if it is one.
fn title_of(text: &str) -> Option<String> {
    let line = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let line = line.collect::<Vec<_>>().join(" ");
    let line = ["Microsoft Word - ", "Microsoft PowerPoint - "]
        .iter()
        .fold(line.as_str(), |line, program| line.strip_prefix(program).unwrap_or(line));
    let lower = line.to_lowercase();
    let is_file = FILE_ENDINGS.iter().any(|ending| lower.ends_with(ending));
    let is_none = is_file || NO_TITLES.contains(&lower.as_str()) || !line.contains(char::is_alphabetic);
    (!is_none && line.chars().count() <= MAX_TITLE && !line.contains(char::REPLACEMENT_CHARACTER))
        .then(|| line.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_string_is_read_by_its_mark() {
        assert_eq!(decoded(b"\xfe\xff\0W\x20\x1c"), "W“");
        assert_eq!(decoded(b"\xff\xfeW\0\x1c\x20"), "W“");
        assert_eq!(decoded("\u{feff}Größe".as_bytes()), "Größe");
        assert_eq!(decoded(b"caf\xe9 \x8dso\x8e \x18"), "café “so” ˘");
        assert_eq!(decoded(b"\xfe\xff\0\x1b\0e\0n\0\x1b\0A"), "A");
    }

    #[test]
    fn the_default_title_of_a_packet_is_taken() {
        let packet = "<x><dc:title><rdf:Alt><rdf:li xml:lang='de'>Fluss</rdf:li><rdf:li xml:lang=\"x-default\">A &lt;b&gt; \
                      &#x201c;c&#8221; &amp;amp;</rdf:li></rdf:Alt></dc:title></x>";
        assert_eq!(packet_title(packet).as_deref(), Some("A <b> “c” &amp;"));
        assert_eq!(packet_title("<dc:title></dc:title>"), None);
        assert_eq!(packet_title("<dc:title"), None);
    }

    #[test]
    fn names_of_files_and_placeholders_are_no_titles() {
        for none in ["report.indd", "Microsoft Word - Draft 3.doc", "untitled", "  ", "2019-04", "\u{fffd}x"] {
            assert_eq!(title_of(none), None, "{none}");
        }
        assert_eq!(title_of("Microsoft Word - The  river\n2019").as_deref(), Some("The river 2019"));
    }
}
