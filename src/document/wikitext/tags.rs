//! The tags of wikitext: extensions, whose content is read apart, and the HTML that it allows.

use std::collections::HashMap;

/// An extension that a wiki commonly has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Extension {
    /// `<ref>`: a note.
    Reference,
    /// `<references>`: where notes are shown, and perhaps kept.
    References,
    /// Wikitext that is shown where it stands: `<section>`.
    Passage,
    /// `<poem>`: verses, which are a quotation set apart.
    Verses,
    /// Lines of `File:name|caption`.
    Gallery,
    /// `<nowiki>` and `<pre>`: words as they are.
    AsIs,
    /// Code.
    Code,
    /// Formulas, scores, maps: no words.
    Drawn,
}

const EXTENSIONS: &[(&str, Extension)] = &[
    ("ref", Extension::Reference),
    ("references", Extension::References),
    ("poem", Extension::Verses),
    ("section", Extension::Passage),
    ("indicator", Extension::Drawn),
    ("gallery", Extension::Gallery),
    ("nowiki", Extension::AsIs),
    ("pre", Extension::Code),
    ("syntaxhighlight", Extension::Code),
    ("source", Extension::Code),
    ("templatedata", Extension::Code),
    ("math", Extension::Drawn),
    ("chem", Extension::Drawn),
    ("ce", Extension::Drawn),
    ("score", Extension::Drawn),
    ("timeline", Extension::Drawn),
    ("graph", Extension::Drawn),
    ("hiero", Extension::Drawn),
    ("mapframe", Extension::Drawn),
    ("maplink", Extension::Drawn),
    ("imagemap", Extension::Drawn),
    ("inputbox", Extension::Drawn),
    ("categorytree", Extension::Drawn),
    ("charinsert", Extension::Drawn),
];

/// The HTML elements that wikis let through.
const HTML: &[&str] = &[
    "abbr",
    "b",
    "bdi",
    "bdo",
    "big",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "data",
    "dd",
    "del",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "includeonly",
    "ins",
    "kbd",
    "li",
    "link",
    "mark",
    "meta",
    "noinclude",
    "ol",
    "onlyinclude",
    "p",
    "q",
    "rb",
    "rp",
    "rt",
    "rtc",
    "ruby",
    "s",
    "samp",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "table",
    "td",
    "th",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
];

/// The name of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name<'a> {
    pub(super) word: &'a str,
    pub(super) closes: bool,
}

/// Where the closing tags of each extension begin, in order.
#[derive(Debug)]
pub(super) struct TagClosers {
    by_name: HashMap<&'static str, Vec<usize>>,
}

impl Extension {
    /// In any case of letters.
    pub(super) fn named(word: &str) -> Option<Self> {
        EXTENSIONS.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, extension)| *extension)
    }

    /// Whether its content is not wikitext.
    pub(super) fn is_raw(self) -> bool {
        matches!(self, Self::AsIs | Self::Code | Self::Drawn)
    }
}

impl TagClosers {
    pub(super) fn of(text: &str) -> Self {
        let mut by_name: HashMap<&'static str, Vec<usize>> = HashMap::new();
        for at in memchr::memmem::find_iter(text.as_bytes(), "</") {
            let Some(word) = name(&text[at..]).map(|name| name.word) else { continue };
            let known = EXTENSIONS.iter().find(|(name, _)| name.eq_ignore_ascii_case(word));
            let Some((known, _)) = known else { continue };
            if text[at + 2 + word.len()..].trim_start_matches([' ', '\t', '\n']).starts_with('>') {
                by_name.entry(known).or_default().push(at);
            }
        }
        Self { by_name }
    }

    /// The first closing tag of the extension called `name`, in any case of letters, at or behind `from`.
    pub(super) fn next(&self, name: &str, from: usize) -> Option<usize> {
        let places = self.by_name.get(name.to_ascii_lowercase().as_str())?;
        places.get(places.partition_point(|&at| at < from)).copied()
    }
}

/// The name of the tag that `text` begins with.
pub(super) fn name(text: &str) -> Option<Name<'_>> {
    let rest = text.strip_prefix('<')?;
    let (closes, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
    let length = rest.bytes().take(LONGEST).take_while(u8::is_ascii_alphanumeric).count();
    let ends = rest[length..].chars().next().is_none_or(|c| c.is_whitespace() || c == '/' || c == '>');
    (length > 0 && ends).then_some(Name { word: &rest[..length], closes })
}

/// Letters of the longest name, and one more.
const LONGEST: usize = 16;

/// Whether wikis let an HTML element of this name through.
pub(super) fn is_html(word: &str) -> bool {
    HTML.iter().any(|name| name.eq_ignore_ascii_case(word))
}

/// Whether `text` begins with an address as external links have it.
pub(super) fn starts_address(text: &str) -> bool {
    let start = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    ["http://", "https://", "ftp://", "//"].iter().any(|scheme| start.starts_with(scheme))
}

/// The value of an attribute of a tag: `name=word`, `name="some words"`.
pub(super) fn attribute(tag: &str, wanted: &str) -> Option<String> {
    let mut rest = tag.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/');
    rest = &rest[rest.bytes().take_while(u8::is_ascii_alphanumeric).count()..];
    while let Some(equals) = rest.find('=') {
        let key = rest[..equals].trim();
        let after = rest[equals + 1..].trim_start();
        let (value, next) = if let Some(mark @ ('"' | '\'')) = after.chars().next() {
            after[1..].split_once(mark).unwrap_or((&after[1..], ""))
        } else {
            after.split_at(after.find(char::is_whitespace).unwrap_or(after.len()))
        };
        if key.eq_ignore_ascii_case(wanted) {
            let words = value.split_whitespace().collect::<Vec<_>>().join(" ");
            return Some(words).filter(|words| !words.is_empty());
        }
        rest = next;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_however_they_are_written() {
        let check = |tag: &str, expected: Option<&str>| {
            assert_eq!(attribute(tag, "name").as_deref(), expected, "{tag}");
        };
        check("<ref name=\"a  b\" />", Some("a b"));
        check("<ref name=bbc/>", Some("bbc"));
        check("<ref group='n' NAME = 'x>'>", Some("x>"));
        check("<ref name = smith2001 group=note>", Some("smith2001"));
        check("<ref group=name>", None);
        check("<ref name=\"\">", None);
        check("<ref name=\"open", Some("open"));
    }
}
