//! The words of a link that show its address: who copies what is shown gets that one, so it changes with it.

use url::Url;

use super::{Page, Swap, html};
use crate::document::{Format, character_reference};
use crate::span::Span;

/// Bytes between the words of a link and its address, in the tag of an HTML link.
const LONGEST_TAG: usize = 2_000;

/// Elements that stand within words and part none of them.
const WITHIN: &[&str] = &[
    "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "kbd", "mark", "nobr", "samp", "small", "span", "strong",
    "tt", "u", "var", "wbr",
];

/// A character that is shown, and where it is written.
struct Letter {
    shown: char,
    at: Span,
}

/// How words are written.
enum Writing<'a> {
    Html,
    /// In backticks, where nothing is escaped.
    Code,
    /// With signs of Markdown escaped by this mark.
    Escaped(&'a str),
}

/// The words of the link to `url`, written at `span`, with what `new` makes of the address that they show; nothing where
/// they do not show it, or would be the same.
pub(super) fn swaps(page: &Page<'_>, span: Span, url: &str, new: impl FnOnce(&str) -> String) -> Vec<Swap> {
    swapped(page, span, url, new).unwrap_or_default()
}

fn swapped(page: &Page<'_>, span: Span, url: &str, new: impl FnOnce(&str) -> String) -> Option<Vec<Swap>> {
    let (letters, writing) = match page.document.format {
        Format::Html => (of_tag(page.text, span, url)?, Writing::Html),
        format @ (Format::Markdown | Format::Jupyter) => match of_brackets(page.text, span, url, mark(format)) {
            Some(found) => found,
            None if format == Format::Markdown => (of_tag(page.text, span, url)?, Writing::Html),
            None => return None,
        },
        _ => return None,
    };
    let words: String = letters.iter().map(|letter| letter.shown).collect();
    let shown = same(&words, url)?;
    let new = new(&shown);
    let new = if shown.len() > words.len() { without_scheme(&new) } else { &new };
    let whole = &page.text[letters.first()?.at.start()..letters.last()?.at.end()];
    let written = |words: &str| match writing {
        Writing::Html => html::escaped(words),
        Writing::Code => words.to_owned(),
        Writing::Escaped(mark) => escaped_as(words, whole, mark),
    };
    Some(least(&letters, new, written))
}

/// The edits that make `new` of what is shown: of the characters that differ alone, so that what stands between them stays.
fn least(letters: &[Letter], new: &str, written: impl Fn(&str) -> String) -> Vec<Swap> {
    let before = letters.iter().zip(new.chars()).take_while(|(old, new)| old.shown == *new).count();
    let lead: usize = letters[..before].iter().map(|letter| letter.shown.len_utf8()).sum();
    let behind = letters[before..].iter().rev().zip(new[lead..].chars().rev());
    let behind = behind.take_while(|(old, new)| old.shown == *new).count();
    let tail: usize = letters[letters.len() - behind..].iter().map(|letter| letter.shown.len_utf8()).sum();
    // What is a whole address is edited as one.
    let (old, text) = match &new[lead..new.len() - tail] {
        part if part.contains("://") => (letters, new),
        part => (&letters[before..letters.len() - behind], part),
    };
    let Some(first) = old.first() else {
        let at = letters[..before].last().map_or(letters[0].at.start(), |letter| letter.at.end());
        return if text.is_empty() { Vec::new() } else { vec![(Span::new(at, at), written(text))] };
    };
    let mut swaps = vec![(first.at, written(text))];
    for letter in &old[1..] {
        match swaps.last_mut() {
            Some((last, _)) if last.end() == letter.at.start() => *last = Span::new(last.start(), letter.at.end()),
            _ => swaps.push((letter.at, String::new())),
        }
    }
    swaps
}

/// `<a href="https://a.test">https://<b>a.test</b></a>`
fn of_tag(text: &str, span: Span, url: &str) -> Option<Vec<Letter>> {
    let mut at = if html::in_tag(text, span.start()) { tag_end(text, span.end())? } else { return None };
    let most = at + url.len() * 6 + LONGEST_TAG;
    let mut letters = Vec::new();
    while at < most {
        let rest = &text[at..];
        let c = rest.chars().next()?;
        if c == '<' {
            let tag = rest[1..].trim_start_matches('/');
            let name = &tag[..tag.find(|c: char| !c.is_ascii_alphanumeric())?];
            if name.eq_ignore_ascii_case("a") {
                return rest.starts_with("</").then(|| trimmed(letters));
            }
            let within = WITHIN.iter().any(|known| name.eq_ignore_ascii_case(known));
            at = within.then(|| tag_end(text, at + 1))??;
            continue;
        }
        let (shown, length) = match character_reference(rest) {
            Some((words, length)) => (words.chars().next()?, length),
            None => (c, c.len_utf8()),
        };
        push(&mut letters, shown, at, length);
        at += length;
    }
    None
}

/// Behind the tag in which the byte `at` stands, which can be that of a quotation mark. Values can hold brackets.
fn tag_end(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    // The mark that closes the address opens nothing.
    let skip = usize::from(rest.starts_with(['"', '\'']));
    let mut quote = None;
    let end = rest.bytes().skip(skip).take(LONGEST_TAG).position(|byte| {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
        quote.is_none() && byte == b'>'
    })?;
    Some(at + skip + end + 1)
}

/// `[https://a.test](https://a.test)`, also in backticks, in emphasis or with escapes.
fn of_brackets<'a>(text: &str, span: Span, url: &str, mark: &'a str) -> Option<(Vec<Letter>, Writing<'a>)> {
    let before = text.get(..span.start())?;
    let before = before.strip_suffix('<').unwrap_or(before).strip_suffix("](")?;
    // An escape can stand before each of its characters.
    let from = crate::span::floor_char_boundary(before, before.len().saturating_sub(url.len() * 3 + 16));
    let open = from + before[from..].rfind('[').filter(|at| !before[..from + at].ends_with('\\'))?;
    let (mut start, mut words) = (open + 1, &before[open + 1..]);
    while let Some(inner) = ["*", "_"].iter().find_map(|sign| words.strip_prefix(*sign)?.strip_suffix(*sign)) {
        (start, words) = (start + 1, inner);
    }
    if let Some(code) = words.strip_prefix('`').and_then(|code| code.strip_suffix('`')) {
        let mut letters = Vec::new();
        for (at, c) in code.char_indices() {
            push(&mut letters, c, start + 1 + at, c.len_utf8());
        }
        return Some((trimmed(letters), Writing::Code));
    }
    Some((trimmed(unescaped(words, start, mark)), Writing::Escaped(mark)))
}

/// What escapes a sign: in a notebook the text is a string of JSON.
fn mark(format: Format) -> &'static str {
    if format == Format::Jupyter { "\\\\" } else { "\\" }
}

/// The characters of `words`, which stand at `start`.
fn unescaped(words: &str, start: usize, mark: &str) -> Vec<Letter> {
    let mut letters = Vec::new();
    let mut at = 0;
    while let Some(c) = words[at..].chars().next() {
        let rest = &words[at..];
        let escaped =
            rest.strip_prefix(mark).and_then(|behind| behind.chars().next()).filter(char::is_ascii_punctuation);
        let (shown, length) = match (escaped, character_reference(rest)) {
            (Some(sign), _) => (sign, mark.len() + 1),
            (None, Some((reference, length))) => (reference.chars().next().unwrap_or(c), length),
            (None, None) => (c, c.len_utf8()),
        };
        push(&mut letters, shown, start + at, length);
        at += length;
    }
    letters
}

/// Adds a character unless it only says where a line may end.
fn push(letters: &mut Vec<Letter>, shown: char, at: usize, length: usize) {
    if !matches!(shown, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}') {
        letters.push(Letter { shown, at: Span::new(at, at + length) });
    }
}

/// Without the white space around them.
fn trimmed(mut letters: Vec<Letter>) -> Vec<Letter> {
    while letters.pop_if(|last| last.shown.is_whitespace()).is_some() {}
    let lead = letters.iter().take_while(|letter| letter.shown.is_whitespace()).count();
    letters.drain(..lead);
    letters
}

/// An address with the signs escaped that were escaped in `before`, and those that would be markup anywhere.
fn escaped_as(url: &str, before: &str, mark: &str) -> String {
    let signs: Vec<char> =
        before.match_indices(mark).filter_map(|(at, _)| before[at + mark.len()..].chars().next()).collect();
    let entities = before.contains("&amp;");
    let mut written = String::with_capacity(url.len());
    for c in url.chars() {
        // Who escapes one of these escapes both.
        let is_escaped = signs.contains(&c) || matches!(c, '[' | ']' | '*') || c == '_' && !signs.is_empty();
        if is_escaped {
            written.push_str(mark);
        }
        if entities && c == '&' && !is_escaped { written.push_str("&amp;") } else { written.push(c) }
    }
    written
}

/// The address that words show where that is `url`, with its scheme where they leave it out.
fn same(words: &str, url: &str) -> Option<String> {
    let scheme = &url[..url.len() - without_scheme(url).len()];
    let shown = if without_scheme(words).len() < words.len() { words.to_owned() } else { format!("{scheme}{words}") };
    if shown == url {
        return (shown.len() == words.len() || words.contains('.')).then_some(shown);
    }
    // Case of the host and letters that are escaped make no difference.
    let is_address = words.contains('.') && !words.contains(char::is_whitespace);
    let (one, other) = is_address.then(|| Some((Url::parse(&shown).ok()?, Url::parse(url).ok()?)))??;
    (one == other).then_some(shown)
}

fn without_scheme(url: &str) -> &str {
    ["https://", "http://"]
        .iter()
        .find(|scheme| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
        .map_or(url, |scheme| &url[scheme.len()..])
}
