//! Character references that a page shows as they are written, because it was escaped twice: `it&rsquo;s`, `caf&eacute;`.

use std::borrow::Cow;

/// Bytes of the longest reference that is read.
const LONGEST: usize = 10;

/// Those of typography, and of the letters of Western Europe. Not those of signs that tell, like `&lt;`.
const NAMES: &[(&str, char)] = &[
    ("rsquo", '’'),
    ("lsquo", '‘'),
    ("apos", '\''),
    ("rdquo", '”'),
    ("ldquo", '“'),
    ("quot", '"'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("bdquo", '„'),
    ("sbquo", '‚'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("nbsp", '\u{a0}'),
    ("thinsp", '\u{2009}'),
    ("shy", '\u{ad}'),
    ("bull", '•'),
    ("middot", '·'),
    ("agrave", 'à'),
    ("aacute", 'á'),
    ("acirc", 'â'),
    ("atilde", 'ã'),
    ("auml", 'ä'),
    ("aring", 'å'),
    ("aelig", 'æ'),
    ("ccedil", 'ç'),
    ("egrave", 'è'),
    ("eacute", 'é'),
    ("ecirc", 'ê'),
    ("euml", 'ë'),
    ("igrave", 'ì'),
    ("iacute", 'í'),
    ("icirc", 'î'),
    ("iuml", 'ï'),
    ("ntilde", 'ñ'),
    ("ograve", 'ò'),
    ("oacute", 'ó'),
    ("ocirc", 'ô'),
    ("otilde", 'õ'),
    ("ouml", 'ö'),
    ("oslash", 'ø'),
    ("oelig", 'œ'),
    ("ugrave", 'ù'),
    ("uacute", 'ú'),
    ("ucirc", 'û'),
    ("uuml", 'ü'),
    ("yacute", 'ý'),
    ("szlig", 'ß'),
    ("scaron", 'š'),
    ("Agrave", 'À'),
    ("Aacute", 'Á'),
    ("Acirc", 'Â'),
    ("Auml", 'Ä'),
    ("Aring", 'Å'),
    ("AElig", 'Æ'),
    ("Ccedil", 'Ç'),
    ("Egrave", 'È'),
    ("Eacute", 'É'),
    ("Ecirc", 'Ê'),
    ("Iacute", 'Í'),
    ("Ntilde", 'Ñ'),
    ("Oacute", 'Ó'),
    ("Ouml", 'Ö'),
    ("Oslash", 'Ø'),
    ("Uacute", 'Ú'),
    ("Uuml", 'Ü'),
    ("Scaron", 'Š'),
];

/// The ampersand that a reference of a page is escaped with once more: `&amp;mdash;`.
const ESCAPED: &str = "&amp;";

/// The character that `text` begins with a reference to, and the length of that.
pub(super) fn of(text: &str) -> Option<(char, usize)> {
    if let Some(named) = text.strip_prefix(ESCAPED) {
        return named_in(named).map(|(character, length)| (character, ESCAPED.len() + length));
    }
    let (character, length) = named_in(text.strip_prefix('&')?)?;
    Some((character, length + 1))
}

/// The same behind the ampersand.
fn named_in(name: &str) -> Option<(char, usize)> {
    let end = name.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = &name[..end];
    let character = match name.strip_prefix('#') {
        Some(number) => {
            let hexadecimal = number.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16).ok());
            let number = hexadecimal.unwrap_or_else(|| number.parse().ok())?;
            char::from_u32(number).filter(|c| !c.is_ascii_alphanumeric() && !matches!(c, '<' | '>' | '&'))?
        }
        None => NAMES.iter().find(|(own, _)| *own == name).map(|(_, character)| *character)?,
    };
    Some((character, end + 1))
}

/// What was written before it was escaped.
pub(super) fn taken_out(written: &str) -> Cow<'_, str> {
    if !(written.contains('&') && written.contains(';')) {
        return Cow::Borrowed(written);
    }
    let (mut text, mut rest) = (String::with_capacity(written.len()), written);
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        let (character, length) = of(&rest[at..]).unwrap_or(('&', 1));
        text.push(character);
        rest = &rest[at + length..];
    }
    text.push_str(rest);
    Cow::Owned(text)
}
