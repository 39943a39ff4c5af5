//! Finds the charset that an HTML page declares in itself, as the HTML Standard has it: "prescan a byte stream to
//! determine its encoding". What looks like a declaration in a comment, a script or another tag is none.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};

/// Every charset that `bytes` declares, in order; the first is the one that counts.
pub(super) struct Declarations<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// The name in lower case and the value of an attribute.
struct Attribute {
    name: Vec<u8>,
    value: Vec<u8>,
}

/// What the `<meta>` that is being read says so far.
#[derive(Default)]
struct Meta {
    seen: Vec<Vec<u8>>,
    is_pragma: bool,
    /// The charset, and whether it counts only in a pragma (`http-equiv`).
    charset: Option<(Option<&'static Encoding>, bool)>,
}

/// The bytes end before what was begun, which then counts for nothing.
struct End;

/// The charsets that `<meta>` elements of `bytes` declare.
pub(super) fn declarations(bytes: &[u8]) -> Declarations<'_> {
    Declarations { bytes, at: 0 }
}

/// The charset of the XML declaration at the start, for pages that have no other.
pub(super) fn xml_declaration(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.starts_with(b"<\0?\0x\0") {
        return Some(UTF_16LE);
    }
    if bytes.starts_with(b"\0<\0?\0x") {
        return Some(UTF_16BE);
    }
    let rest = bytes.strip_prefix(b"<?xml")?;
    let declaration = &rest[..rest.iter().position(|&byte| byte == b'>')?];
    let label = memchr::memmem::find(declaration, b"encoding")? + "encoding".len();
    let value = skip(declaration, label, |byte| byte <= b' ');
    let value = skip(declaration, (declaration.get(value) == Some(&b'=')).then_some(value + 1)?, |byte| byte <= b' ');
    let quote = *declaration.get(value).filter(|byte| matches!(byte, b'"' | b'\''))?;
    let rest = &declaration[value + 1..];
    let label = &rest[..rest.iter().position(|&byte| byte == quote)?];
    Encoding::for_label(label).map(usable)
}

impl Iterator for Declarations<'_> {
    type Item = &'static Encoding;

    fn next(&mut self) -> Option<&'static Encoding> {
        while self.at < self.bytes.len() {
            let found = self.step().ok()?;
            self.at += 1;
            if found.is_some() {
                return found;
            }
        }
        None
    }
}

impl Declarations<'_> {
    /// Reads what stands here, up to its last byte.
    fn step(&mut self) -> Result<Option<&'static Encoding>, End> {
        let rest = &self.bytes[self.at..];
        if rest.starts_with(b"<!--") {
            // The dashes that open a comment can be those that close it.
            self.at += 2 + memchr::memmem::find(&rest[2..], b"-->").ok_or(End)? + 2;
        } else if is_meta(rest) {
            self.at += "<meta".len();
            return self.meta();
        } else if is_tag(rest) {
            self.at += rest.iter().position(|&byte| is_space(byte) || byte == b'>').ok_or(End)?;
            while self.attribute()?.is_some() {}
        } else if rest.starts_with(b"<!") || rest.starts_with(b"</") || rest.starts_with(b"<?") {
            self.at += rest.iter().position(|&byte| byte == b'>').ok_or(End)?;
        } else {
            self.at += memchr::memchr(b'<', &rest[1..]).ok_or(End)?;
        }
        Ok(None)
    }

    fn meta(&mut self) -> Result<Option<&'static Encoding>, End> {
        let mut meta = Meta::default();
        while let Some(attribute) = self.attribute()? {
            meta.take(attribute);
        }
        Ok(meta.charset())
    }

    /// The next attribute of a tag, if it has one more.
    fn attribute(&mut self) -> Result<Option<Attribute>, End> {
        self.at = skip(self.bytes, self.at, |byte| is_space(byte) || byte == b'/');
        if self.peek()? == b'>' {
            return Ok(None);
        }
        let mut attribute = Attribute { name: Vec::new(), value: Vec::new() };
        loop {
            match self.peek()? {
                b'=' if !attribute.name.is_empty() => break,
                b'/' | b'>' => return Ok(Some(attribute)),
                byte if is_space(byte) => {
                    self.at = skip(self.bytes, self.at, is_space);
                    if self.peek()? != b'=' {
                        return Ok(Some(attribute));
                    }
                    break;
                }
                byte => attribute.name.push(byte.to_ascii_lowercase()),
            }
            self.at += 1;
        }
        self.at = skip(self.bytes, self.at + 1, is_space);
        self.value(&mut attribute.value)?;
        Ok(Some(attribute))
    }

    fn value(&mut self, value: &mut Vec<u8>) -> Result<(), End> {
        let first = self.peek()?;
        let quoted = matches!(first, b'"' | b'\'');
        self.at += usize::from(quoted);
        loop {
            let byte = self.peek()?;
            if quoted && byte == first {
                self.at += 1;
                return Ok(());
            }
            if !quoted && (is_space(byte) || byte == b'>') {
                return Ok(());
            }
            value.push(byte.to_ascii_lowercase());
            self.at += 1;
        }
    }

    fn peek(&self) -> Result<u8, End> {
        self.bytes.get(self.at).copied().ok_or(End)
    }
}

impl Meta {
    fn take(&mut self, Attribute { name, value }: Attribute) {
        // Only the first attribute of a name counts.
        if self.seen.contains(&name) {
            return;
        }
        match name.as_slice() {
            b"http-equiv" => self.is_pragma = value == b"content-type",
            b"content" if self.charset.is_none() => {
                self.charset = of_content(&value).map(|charset| (Some(charset), true));
            }
            b"charset" => self.charset = Some((Encoding::for_label(&value), false)),
            _ => return,
        }
        self.seen.push(name);
    }

    fn charset(self) -> Option<&'static Encoding> {
        let (charset, needs_pragma) = self.charset?;
        charset.filter(|_| self.is_pragma || !needs_pragma).map(usable)
    }
}

/// A page whose bytes could be read as ASCII so far is not in UTF-16, whatever it says.
fn usable(charset: &'static Encoding) -> &'static Encoding {
    if charset == UTF_16BE || charset == UTF_16LE {
        UTF_8
    } else if charset == X_USER_DEFINED {
        WINDOWS_1252
    } else {
        charset
    }
}

/// The charset in a lower-case `text/html; charset=…`.
pub(super) fn of_content(content: &[u8]) -> Option<&'static Encoding> {
    let mut rest = content;
    loop {
        rest = &rest[memchr::memmem::find(rest, b"charset")? + "charset".len()..];
        let after = &rest[skip(rest, 0, is_space)..];
        let Some(value) = after.strip_prefix(b"=") else { continue };
        let value = &value[skip(value, 0, is_space)..];
        let label = match value.first()? {
            quote @ (b'"' | b'\'') => value[1..].split(|byte| byte == quote).next().filter(|label| {
                // A quote that nothing closes is no value.
                label.len() + 1 < value.len()
            })?,
            _ => value.split(|&byte| is_space(byte) || byte == b';').next()?,
        };
        return Encoding::for_label(label);
    }
}

fn is_meta(rest: &[u8]) -> bool {
    rest.len() > 5 && rest[..5].eq_ignore_ascii_case(b"<meta") && (is_space(rest[5]) || rest[5] == b'/')
}

fn is_tag(rest: &[u8]) -> bool {
    let name = rest.strip_prefix(b"</").or_else(|| rest.strip_prefix(b"<"));
    name.and_then(|name| name.first()).is_some_and(u8::is_ascii_alphabetic)
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

fn skip(bytes: &[u8], from: usize, is_skipped: impl Fn(u8) -> bool) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    from + rest.iter().position(|&byte| !is_skipped(byte)).unwrap_or(rest.len())
}
