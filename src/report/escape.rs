//! Words from outside made harmless for what they are printed into: Markdown, HTML inside Markdown, a terminal.
//!
//! Nothing here judges what a word means: whatever could open markup, add a line, move a cursor or turn the direction
//! of writing is escaped or taken out, and the words stay readable.

use std::borrow::Cow;
use std::fmt::Write;

use url::Url;

/// An invisible character between `@` or `#` and what follows: mentions and issue references are read from the finished
/// text, where a backslash is gone already.
const JOINER: char = '\u{2060}';

/// One line of Markdown text in which nothing opens markup, wherever in a line, a table cell or a heading it stands.
pub(crate) fn markdown(text: &str) -> String {
    let line = one_line(text);
    let mut escaped = String::with_capacity(line.len() + line.len() / 8);
    let mut before = Before::Start;
    let mut rest = line.chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied();
        if needs_backslash(c, before, next, &escaped) {
            escaped.push('\\');
        }
        escaped.push(c);
        if opens_reference(c, next, &escaped) {
            escaped.push(JOINER);
        }
        before = before.then(c);
    }
    escaped
}

/// What stands before a character in its line, as far as block markup asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    Start,
    Digits,
    Words,
}

impl Before {
    fn then(self, c: char) -> Self {
        if c.is_ascii_digit() && self != Self::Words { Self::Digits } else { Self::Words }
    }
}

/// Whether `c` could open, close or be part of markup where it stands.
fn needs_backslash(c: char, before: Before, next: Option<char>, written: &str) -> bool {
    match c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '^' | '$' | '{' | '}' | '#' => true,
        // Tables, lists, rules, headings of the underlined kind and definition lists open at the start of a line only.
        '-' | '+' | '=' => before == Before::Start,
        ':' => before == Before::Start || next == Some('/'),
        '.' if ends_with_ignoring_case(written, "www") => true,
        '.' | ')' => before == Before::Digits,
        // Templates read `{%` before Markdown is read.
        '%' => written.ends_with('{'),
        _ => false,
    }
}

/// Whether what follows `c`, just written, would become a mention, an issue or an address: `@team`, `#12`, `GH-12`.
fn opens_reference(c: char, next: Option<char>, written: &str) -> bool {
    match c {
        '@' => next.is_some_and(|next| next != ' '),
        '#' => next.is_some_and(|next| next.is_ascii_alphanumeric()),
        '-' => next.is_some_and(|next| next.is_ascii_digit()) && ends_with_ignoring_case(written, "gh-"),
        ':' => next.is_some() && ["mailto:", "xmpp:"].iter().any(|scheme| ends_with_ignoring_case(written, scheme)),
        _ => false,
    }
}

fn ends_with_ignoring_case(text: &str, end: &str) -> bool {
    let (text, end) = (text.as_bytes(), end.as_bytes());
    text.len() >= end.len() && text[text.len() - end.len()..].eq_ignore_ascii_case(end)
}

/// One line for a terminal: no control, no escape sequence, no change of direction, no command to who reads the log.
pub(crate) fn terminal(text: &str) -> String {
    without_commands(&one_line(text)).into_owned()
}

/// Breaks up what programs that read logs take for a command, wherever it stands in a line: `##vso[…]`, `##[…]`. The number of
/// characters stays, so that a mark below a line is below its words.
pub(crate) fn without_commands(text: &str) -> Cow<'_, str> {
    if !text.contains("##") {
        return Cow::Borrowed(text);
    }
    let (mut shown, mut rest) = (String::with_capacity(text.len() + 4), text);
    while let Some(at) = rest.find("##") {
        let behind = &rest[at + 2..];
        let commands = behind.starts_with('[') || behind.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("vso["));
        shown.push_str(&rest[..=at]);
        if commands {
            shown.push('.');
        }
        rest = &rest[at + 1 + usize::from(commands)..];
    }
    shown.push_str(rest);
    Cow::Owned(shown)
}

/// A link to `url` that shows `text`, both from outside. What is not http or https is shown and not linked, and so is
/// what cannot be read as an address; a user name or a password is never shown.
pub(crate) fn link(text: &str, url: &str) -> String {
    match web_address(url) {
        Some(url) => format!("[{}](<{}>)", label(text), destination(&url)),
        None => markdown(text),
    }
}

/// A link that shows its own address, shortened where it is long.
pub(crate) fn bare_link(url: &str) -> String {
    match web_address(url) {
        Some(address) => link(&crate::verdict::excerpt(address.as_str(), SHOWN_OF_A_URL), url),
        None => markdown(&crate::verdict::excerpt(url, SHOWN_OF_A_URL)),
    }
}

/// Longer addresses widen a table beyond what a page shows beside other columns.
const SHOWN_OF_A_URL: usize = 90;

/// The text of a link: never empty, or there would be nothing to click.
fn label(text: &str) -> String {
    let label = markdown(text);
    if label.is_empty() { "link".to_owned() } else { label }
}

fn web_address(url: &str) -> Option<Url> {
    let mut url = Url::parse(url.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    url.set_username("").ok()?;
    url.set_password(None).ok()?;
    Some(url)
}

/// The address as it can stand between angle brackets, in a table cell too. The serialisation of [`Url`] leaves these
/// characters of a query or a fragment as they are; percent-encoded they mean the same.
fn destination(url: &Url) -> String {
    let mut written = String::with_capacity(url.as_str().len());
    for c in url.as_str().chars() {
        match c {
            '<' | '>' | '\\' | '|' | '`' | '"' => {
                write!(written, "%{:02X}", u32::from(c)).expect("a String takes all that is written");
            }
            '&' => written.push_str("\\&"),
            c if c.is_whitespace() || c.is_control() => {}
            c => written.push(c),
        }
    }
    written
}

/// White space of any kind, line ends included, as single spaces; controls and what is not to be seen taken out.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() {
            if !line.is_empty() && !line.ends_with(' ') {
                line.push(' ');
            }
        } else if !is_unseen(c) {
            line.push(c);
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// Controls, changes of direction, and characters that show nothing and are not part of a word. The joiners U+200C and
/// U+200D stay: Persian, Indic scripts and emoji are spelled with them.
pub(crate) fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
#[path = "escape_tests.rs"]
mod tests;
