//! Whether a sentence stands in the bytes of a page at all, told without any of the code that is measured.
//!
//! The text of some sets was made by other programs, which glue, drop and rewrite. So the bytes are read in every charset
//! that they name, tags are taken out by looking for `<` and `>`, and the letters and digits of the sentence must stand in
//! one piece in one of the readings: with scripts and without, with what tags hold, with escapes of HTML and of scripts
//! taken back once more. What stands in none of them is nowhere on the page.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use unicode_normalization::UnicodeNormalization;

/// The readings of the bytes of a page, as letters and digits.
pub struct Oracle {
    readings: Vec<String>,
}

/// The longest reference to a character.
const LONGEST_REFERENCE: usize = 12;

/// Names of the letters from U+00C0 to U+00FF; the two signs among them have none here.
const LATIN: &str = "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH \
    Ntilde Ograve Oacute Ocirc Otilde Ouml - Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde \
    auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml - \
    oslash ugrave uacute ucirc uuml yacute thorn yuml";

/// Other references that stand for letters, or for signs that make tags and references.
const NAMED: [(&str, char); 10] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("OElig", 'Œ'),
    ("oelig", 'œ'),
    ("Scaron", 'Š'),
    ("scaron", 'š'),
    ("ordf", 'ª'),
    ("ordm", 'º'),
];

impl Oracle {
    /// Of the bytes of a page.
    pub fn new(bytes: &[u8], content_type: Option<&str>) -> Self {
        let mut readings: Vec<String> = Vec::new();
        for encoding in encodings(bytes, content_type) {
            let (text, _, _) = encoding.decode(bytes);
            for reading in readings_of(&text) {
                let reading = letters(&reading);
                if !readings.contains(&reading) {
                    readings.push(reading);
                }
            }
        }
        Self { readings }
    }

    /// Whether the letters and digits of `sentence` stand there in one piece.
    pub fn holds(&self, sentence: &str) -> bool {
        let wanted = letters(&unescaped(sentence));
        self.readings.iter().any(|reading| reading.contains(&wanted))
    }
}

/// Every charset that is named, and those that bytes without a name are mostly in.
fn encodings(bytes: &[u8], content_type: Option<&str>) -> Vec<&'static Encoding> {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    let named = [content_type.unwrap_or_default().to_lowercase(), text];
    let labels = named.iter().flat_map(|text| ["charset=", "encoding="].map(|key| text.split(key).skip(1))).flatten();
    let mut found: Vec<&'static Encoding> =
        Encoding::for_bom(bytes).map(|(encoding, _)| encoding).into_iter().collect();
    let label = |rest: &str| -> Option<&'static Encoding> {
        let rest = rest.trim_start_matches(['"', '\'', ' ']);
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !"-_".contains(c)).unwrap_or(rest.len());
        Encoding::for_label(&rest.as_bytes()[..end])
    };
    for encoding in labels.filter_map(label).chain([UTF_8, WINDOWS_1252]) {
        if !found.contains(&encoding) {
            found.push(encoding);
        }
    }
    found
}

fn readings_of(text: &str) -> Vec<String> {
    let shown = without(&without(&without(text, "<!--", "-->"), "<script", "</script"), "<style", "</style");
    let escaped = script_unescaped(text);
    let again = |text: &str| unescaped(&without_tags(&unescaped(text)));
    vec![
        unescaped(&without_tags(&shown)),
        unescaped(&without_tags(text)),
        // What tags hold, and markup that is escaped in attributes and scripts.
        unescaped(text),
        again(&without_tags(text)),
        again(text),
        again(&escaped),
    ]
}

/// Without all that stands from `open` to `close`.
fn without(text: &str, open: &str, close: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    while let Some(start) = lower[at..].find(open).map(|next| at + next) {
        out.push_str(&text[at..start]);
        at = lower[start..].find(close).map_or(text.len(), |end| start + end + close.len());
    }
    out + &text[at..]
}

/// Without `<…>`, where what follows the first sign can begin a tag.
fn without_tags(text: &str) -> String {
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    while let Some(start) = text[at..].find('<').map(|next| at + next) {
        out.push_str(&text[at..start]);
        let tag = text[start + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
        at = match text[start..].find('>') {
            Some(end) if tag => start + end + 1,
            _ => start + 1,
        };
    }
    out + &text[at..]
}

/// With references to characters taken back.
fn unescaped(text: &str) -> String {
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    while let Some(start) = text[at..].find('&').map(|next| at + next) {
        out.push_str(&text[at..start]);
        let name: String = text[start + 1..].chars().take(LONGEST_REFERENCE).take_while(|c| *c != ';').collect();
        let end = start + 1 + name.len();
        let known = if text[end..].starts_with(';') { character(&name) } else { None };
        out.push(known.unwrap_or('&'));
        at = if known.is_some() { end + 1 } else { start + 1 };
    }
    out + &text[at..]
}

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let value = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return value.ok().and_then(char::from_u32);
    }
    if let Some((_, c)) = NAMED.iter().find(|(own, _)| *own == name) {
        return Some(*c);
    }
    let letter = LATIN.split_ascii_whitespace().position(|own| own == name);
    match letter {
        Some(at) => u32::try_from(at).ok().and_then(|at| char::from_u32(0xc0 + at)),
        // A dash, a space, a quotation mark.
        None => (!name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric())).then_some(' '),
    }
}

/// With `\n`, `\"`, `\/`, `\u00e9` taken back, as scripts write them.
fn script_unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut pieces = text.split('\\');
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let hex = piece.strip_prefix('u').and_then(|rest| rest.get(..4));
        match hex.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32) {
            Some(c) => {
                out.push(c);
                out.push_str(&piece[5..]);
            }
            None => out.push_str(piece.strip_prefix(['n', 't', 'r']).unwrap_or(piece)),
        }
    }
    out
}

/// Letters and digits in lower case and without accents.
fn letters(text: &str) -> String {
    text.nfkd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
