//! Short codes that quote or lead somewhere: `{{< quote source="https://…" >}}…{{< /quote >}}` of Hugo,
//! `{% blockquote Doe https://… %}…{% endblockquote %}` of Hexo, `{{< figure attrlink="https://…" >}}`.
//!
//! The parser sees comments of HTML, or tags, as long, in their place, so that what stands between them is Markdown.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem;

use crate::span::floor_char_boundary;

/// Bytes of the longest that is read.
const LONGEST: usize = 1_000;
/// What sets a quotation apart.
const QUOTES: &[&str] = &["quote", "blockquote", "epigraph", "quotation", "zitat", "citation", "cita"];
/// What leads to its first argument.
const LEADS: &[&str] = &["cite", "citation", "source", "sourcelink", "link", "quelle", "externallink", "extlink"];
/// Attributes that say where something is from or leads to.
const SOURCES: &[&str] =
    &["source", "cite", "link", "url", "href", "attrlink", "sourcelink", "source_url", "source-url", "sourceurl"];
/// The signs of one.
const SIGNS: &[(&str, &str)] = &[("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}")];

/// What a short code does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Does {
    /// Begins a quotation, with the address of its source.
    Quotes(Option<Range<usize>>),
    Unquotes,
    Leads(Range<usize>),
}

/// A short code; ranges are of the text given to [`next`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ShortCode {
    pub(super) range: Range<usize>,
    pub(super) does: Does,
}

/// The text with comments in place of those outside of code.
pub(super) fn as_comments(text: &str) -> Cow<'_, str> {
    if !["{{<", "{{%", "{%"].iter().any(|open| memmem::find(text.as_bytes(), open.as_bytes()).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut made = text.as_bytes().to_vec();
    let (mut at, mut fence, mut changed) = (0, None::<&str>, false);
    let mut quoted = Vec::new();
    while at < text.len() {
        let end = memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |next| at + next + 1);
        let (line, start) = (&text[at..end], at);
        at = end;
        let words = line.trim();
        if let Some(mark) = fence {
            if words.starts_with(mark) && words.trim_start_matches(&mark[..1]).is_empty() {
                fence = None;
            }
            continue;
        }
        fence = super::liquid::fence_of(words);
        if fence.is_some() || line.starts_with("    ") || line.starts_with('\t') {
            continue;
        }
        let mut from = start;
        while let Some(code) = next(text, from).filter(|code| code.range.start < end) {
            from = code.range.end;
            let name = name(&text[code.range.clone()]);
            let ended = |name: &str| {
                let rest = &text[code.range.end..];
                [format!("/{name}"), format!("/ {name}"), format!("end{name}")].iter().any(|close| rest.contains(close))
            };
            let own = match code.does {
                Does::Quotes(_) => ended(name),
                Does::Unquotes => quoted.pop_if(|open| *open == name).is_some(),
                Does::Leads(_) => true,
            };
            let in_code = text[start..code.range.start.max(start)].matches('`').count() % 2 == 1;
            if !own || in_code || code.range.len() < "<!---->".len() {
                continue;
            }
            if matches!(code.does, Does::Quotes(_)) {
                quoted.push(name);
            }
            // A comment takes the words behind it on its line for HTML.
            let alone = text[code.range.end..].lines().next().is_none_or(|rest| rest.trim().is_empty());
            let (open, close) =
                if matches!(code.does, Does::Leads(_)) && !alone { ("<i", ">") } else { ("<!--", "-->") };
            let inner = code.range.start + open.len()..code.range.end - close.len();
            made[code.range.start..inner.start].copy_from_slice(open.as_bytes());
            made[inner.clone()].iter_mut().filter(|byte| !matches!(byte, b'\n' | b'\r')).for_each(|byte| *byte = b' ');
            made[inner.end..code.range.end].copy_from_slice(close.as_bytes());
            changed = true;
        }
        at = at.max(from);
    }
    if changed { String::from_utf8(made).map_or(Cow::Borrowed(text), Cow::Owned) } else { Cow::Borrowed(text) }
}

/// The first short code from `from` on that quotes or leads somewhere.
pub(super) fn next(text: &str, from: usize) -> Option<ShortCode> {
    let mut at = from;
    while let Some(start) = memchr::memchr(b'{', &text.as_bytes()[at..]).map(|next| at + next) {
        at = start + 1;
        let near = &text[start..floor_char_boundary(text, start + LONGEST)];
        let Some((open, close)) = SIGNS.iter().find(|(open, _)| near.starts_with(open)) else { continue };
        let Some(end) = near.find(close) else { continue };
        let range = start..start + end + close.len();
        at = range.end;
        if let Some(does) = does(&text[range.clone()], &near[open.len()..end], start + open.len()) {
            return Some(ShortCode { range, does });
        }
    }
    None
}

/// The name of a whole one, without what makes it one that closes.
fn name(whole: &str) -> &str {
    let inner = whole.trim_matches(['{', '}', '<', '>', '%', '-', ' ', '\t', '\n', '/']);
    let name = inner.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or(inner);
    name.strip_prefix("end").filter(|rest| QUOTES.contains(rest)).unwrap_or(name)
}

/// What one does whose `inner` begins at `offset`.
fn does(whole: &str, inner: &str, offset: usize) -> Option<Does> {
    let (name, bare) = (name(whole), inner.trim_start_matches(['-', ' ', '\t', '\n']));
    let closes = bare.starts_with('/') || bare.strip_prefix("end").is_some_and(|rest| rest.starts_with(name));
    let quotes = QUOTES.contains(&name);
    if closes {
        return quotes.then_some(Does::Unquotes);
    }
    let address =
        address(inner, quotes, quotes || LEADS.contains(&name)).map(|own| offset + own.start..offset + own.end);
    let alone = inner.trim_end().ends_with('/') || name == "citation" && address.is_some();
    match address {
        address if quotes && !alone => Some(Does::Quotes(address)),
        Some(address) => Some(Does::Leads(address)),
        None => None,
    }
}

/// The address in an attribute that says where something is from; `bare` ones count where no attribute has a name. The `src` of what
/// `quotes` is no picture.
fn address(inner: &str, quotes: bool, bare: bool) -> Option<Range<usize>> {
    let found = crate::locator::scan::scan(inner).into_iter().map(|found| found.range);
    found.into_iter().find(|range| {
        let before = inner[..range.start].trim_end_matches(['"', '\'', '“', '”', '`']);
        match before.strip_suffix('=') {
            Some(named) => {
                let key = named.trim_end().rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
                let key = key.to_ascii_lowercase();
                SOURCES.contains(&key.as_str()) || quotes && key == "src"
            }
            None => bare && before.ends_with([' ', '\t']),
        }
    })
}
