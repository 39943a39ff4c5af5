//! Directives of `MyST` that hold text: what stands within ```` ```{note} ```` and its like is Markdown, which other programs
//! take for code.
//!
//! For the parser the lines that begin and end one are blank, byte for byte as long; the title of one is a heading.

use std::borrow::Cow;

use crate::document::Block;
use crate::document::draft::Draft;
use crate::locator::scan;

use super::outline::Outline;
use super::{admonition, kramdown};

/// Directives whose content is text. Those that hold code, data or nothing are left to be what their fence says.
const TEXT: [&str; 40] = [
    "admonition",
    "aside",
    "attention",
    "axiom",
    "card",
    "caution",
    "corollary",
    "danger",
    "definition",
    "deprecated",
    "details",
    "dropdown",
    "epigraph",
    "error",
    "example",
    "exercise",
    "figure",
    "grid",
    "grid-item",
    "highlights",
    "hint",
    "important",
    "lemma",
    "margin",
    "note",
    "proof",
    "pull-quote",
    "remark",
    "seealso",
    "sidebar",
    "solution",
    "tab-item",
    "tab-set",
    "theorem",
    "tip",
    "todo",
    "topic",
    "versionadded",
    "versionchanged",
    "warning",
];

/// The text with its directives opened.
pub(super) fn opened(text: &str) -> Cow<'_, str> {
    let begins = |mark: &str| memchr::memmem::find(text.as_bytes(), mark.as_bytes()).is_some();
    if !["```{", "~~~{", "> :::", ":::{"].into_iter().any(begins)
        && !text.lines().any(|line| quotes_by_colons(line.trim()))
    {
        return Cow::Borrowed(text);
    }
    let mut made = String::with_capacity(text.len());
    let mut open: Vec<Fence> = Vec::new();
    let (mut code, mut head, mut quoting) = (None::<Fence>, Head::Past, None::<usize>);
    for line in text.split_inclusive('\n') {
        let (lead, words) = parted(line);
        let quoted = line[..lead].contains('>');
        if let Some(fence) = &code {
            if fence.quoted == quoted && fence.is_closed_by(words) {
                code = None;
            }
            made.push_str(line);
            continue;
        }
        head = head.then(words);
        match Fence::of(words, quoted) {
            _ if quotes_by_colons(words) => {
                head = Head::Begun;
                quoting.get_or_insert(words.len() - words.trim_start_matches(':').len());
                blank(&mut made, line, 0);
            }
            _ if quoting.is_some_and(|length| words.len() >= length && words.bytes().all(|byte| byte == b':')) => {
                quoting = None;
                blank(&mut made, line, 0);
            }
            // The writer knows the other fences of colons outside of block quotes.
            _ if quoted && words.starts_with(":::") => blank(&mut made, line, 0),
            _ if head == Head::Option || head == Head::Block => blank(&mut made, line, 0),
            Some((fence, Some((name, title)))) if TEXT.contains(&name) => {
                open.push(fence);
                head = Head::Begun;
                // A picture's address is no title.
                blank(&mut made, line, if matches!(name, "figure" | "grid" | "tab-set") { 0 } else { title.len() });
            }
            _ if open.last().is_some_and(|fence| fence.quoted == quoted && fence.is_closed_by(words)) => {
                open.pop();
                blank(&mut made, line, 0);
            }
            Some((fence, _)) => {
                code = Some(fence);
                made.push_str(line);
            }
            None => made.push_str(line),
        }
    }
    Cow::Owned(made)
}

/// Directives whose content is a quotation.
const QUOTES: [&str; 5] = ["epigraph", "highlights", "pull-quote", "parsed-quote", "blockquote"];

/// Containers that are called so, `:::quote`, and what can follow their name.
const CONTAINERS: [&str; 6] = ["quote", "blockquote", "pullquote", "pull-quote", "quotation", "epigraph"];

/// Whether a line begins a quotation in a fence of colons.
fn quotes_by_colons(words: &str) -> bool {
    let Some(rest) = words.strip_prefix(":::").map(|rest| rest.trim_start_matches(':').trim_start()) else {
        return false;
    };
    if let Some((name, _)) = rest.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
        return QUOTES.contains(&name) || name.strip_prefix('.').is_some_and(is_container);
    }
    let name = rest.split(|c: char| c.is_whitespace() || "{[".contains(c)).next().unwrap_or_default();
    let behind = rest[name.len()..].trim_start();
    is_container(name) && (behind.is_empty() || behind.starts_with(['{', '[', '"']) || behind.starts_with("http"))
}

fn is_container(name: &str) -> bool {
    CONTAINERS.contains(&name)
}

/// Gives the quotations the addresses that the line names which begins them, `:::quote{cite="https://…"}`.
pub(super) fn add_sources(draft: &Draft<'_>, outline: &mut Outline) {
    for range in in_fences(draft.text) {
        let head = draft.text[range.clone()].lines().next().unwrap_or_default();
        let Some(url) = scan::scan(head).into_iter().next().map(|found| found.range) else { continue };
        let first = kramdown::first_from(draft, range.start);
        let begins = |block: &Block| range.contains(&draft.prose.span(&block.range()).start());
        if draft.blocks.get(first).is_some_and(begins) {
            kramdown::cite(draft, outline, first, range.start + url.start..range.start + url.end, range.end);
        }
    }
}

/// Where in the file such directives stand, in order, and then the admonitions that quote.
pub(super) fn quotations(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = in_fences(text);
    found.extend(admonition::quotations(text));
    found
}

/// Those in fences of code or of colons.
fn in_fences(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found: Vec<std::ops::Range<usize>> = Vec::new();
    let directive =
        QUOTES.iter().any(|name| memchr::memmem::find(text.as_bytes(), format!("{{{name}}}").as_bytes()).is_some());
    let named = directive || text.lines().any(|line| quotes_by_colons(line.trim()));
    let mut code: Option<Fence> = None;
    let (mut at, mut open) = (0, None::<(&str, usize)>);
    for line in text.split_inclusive('\n').filter(|_| named) {
        let words = line.trim();
        let mark = words.trim_start_matches(['`', '~', ':']);
        let fence = &words[..words.len() - mark.len()];
        let same = fence.len() >= 3 && fence.bytes().all(|byte| fence.as_bytes().first() == Some(&byte));
        let end = at + line.len();
        if let Some(fence) = &code {
            if fence.is_closed_by(words) {
                code = None;
            }
            at = end;
            continue;
        }
        match open {
            Some((opened, start)) if mark.is_empty() && fence.starts_with(opened) => {
                found.push(start..end);
                open = None;
            }
            None if same => {
                let name = mark.trim_start().strip_prefix('{').and_then(|rest| rest.split_once('}'));
                let quotes = name.is_some_and(|(name, _)| QUOTES.contains(&name)) || quotes_by_colons(words);
                open = quotes.then_some((fence, at));
                // What other fences hold is code, if it is no text.
                if !quotes && name.is_none() {
                    code = Fence::of(words, false).map(|(fence, _)| fence);
                }
            }
            _ => {}
        }
        at = end;
    }
    found
}

/// Where a line stands in the options that a directive begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Head {
    /// Behind the line that begins it.
    Begun,
    /// An option: `:class: tip`.
    Option,
    /// In a block of options between two rules.
    Block,
    /// Behind them.
    Past,
}

impl Head {
    fn then(self, words: &str) -> Self {
        let is_option = || {
            let name = words.strip_prefix(':').and_then(|rest| rest.split_once(':')).map(|(name, _)| name);
            name.is_some_and(|name| {
                !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            })
        };
        match self {
            Self::Begun if words == "---" => Self::Block,
            // The rule that ends the block is the last line of it.
            Self::Block if words == "---" => Self::Option,
            Self::Block => Self::Block,
            Self::Begun | Self::Option if is_option() => Self::Option,
            _ => Self::Past,
        }
    }
}

/// What opens a block of code, or a directive.
struct Fence {
    mark: u8,
    length: usize,
    /// In a block quote.
    quoted: bool,
}

impl Fence {
    /// The fence that a line opens; of a directive its name and title.
    fn of(words: &str, quoted: bool) -> Option<(Self, Option<(&str, &str)>)> {
        let mark = *words.as_bytes().first().filter(|mark| matches!(mark, b'`' | b'~'))?;
        let length = words.bytes().take_while(|byte| *byte == mark).count();
        let rest = &words[length..];
        if length < 3 || mark == b'`' && rest.contains('`') {
            return None;
        }
        let directive = rest.strip_prefix('{').and_then(|rest| rest.split_once('}'));
        Some((Self { mark, length, quoted }, directive.map(|(name, title)| (name, title.trim()))))
    }

    fn is_closed_by(&self, words: &str) -> bool {
        words.len() >= self.length && words.bytes().all(|byte| byte == self.mark)
    }
}

/// The bytes before the words of a line, the marks of block quotes with them, and the words.
fn parted(line: &str) -> (usize, &str) {
    let words = line.trim_start_matches([' ', '\t', '>']);
    (line.len() - words.len(), words.trim_end())
}

/// Writes a blank line as long as `line`; of a directive with a title of so many bytes at its end, a heading.
fn blank(made: &mut String, line: &str, title: usize) {
    let words = line.trim_end();
    let (lead, _) = parted(line);
    let from = words.len() - title;
    made.push_str(&words[..lead]);
    made.push_str(if title > 0 { "#" } else { " " });
    made.extend(std::iter::repeat_n(' ', from.saturating_sub(lead + 1)));
    made.push_str(&words[from..]);
    made.push_str(&line[words.len()..]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, Limits, parse};

    fn prose(text: &str) -> (String, usize) {
        let opened = opened(text);
        assert_eq!(opened.len(), text.len(), "{opened}");
        let document = parse(text, Format::Markdown, Limits::default());
        let words: Vec<&str> =
            document.blocks.iter().map(|block| &document.prose.text()[block.range().clone()]).collect();
        (words.join("|"), document.entries.len())
    }

    #[test]
    fn what_a_directive_holds_is_text() {
        let inner = "See [x](https://a.test/1) and “the words”.";
        for text in [
            format!("```{{note}}\n{inner}\n```\n"),
            format!("~~~{{warning}}\n:class: tip\n:name: w-1\n\n{inner}\n~~~\n"),
            format!("````{{tip}}\n---\nclass: x\n---\n{inner}\n````"),
            format!("- It.\n\n  ```{{note}}\n  {inner}\n  ```\n"),
            format!("> ```{{tip}}\n> {inner}\n> ```\n"),
            format!("> :::{{tip}}\n> {inner}\n> :::\n"),
        ] {
            let (words, links) = prose(&text);
            assert!(words.ends_with("See x and “the words”.") && links == 1, "{text}: {words} {links}");
        }
        let nested = format!(
            "````{{note}}\nOne.\n\n```{{code-block}} python\nx = \"https://b.test\"\n```\n\n{inner}\n````\n\nEnd.\n"
        );
        let (words, links) = prose(&nested);
        assert!(words.starts_with("One.|") && words.ends_with("See x and “the words”.|End.") && links == 1, "{words}");
        let (words, _) = prose(&format!("```{{admonition}} The title\n{inner}\n```\n"));
        assert_eq!(words, "The title|See x and “the words”.");
    }

    #[test]
    fn what_a_directive_quotes_is_a_block_quotation() {
        let quotations = |text: &str| {
            let document = parse(text, Format::Markdown, Limits::default());
            document.blocks.iter().filter(|block| block.quotation().is_some()).count()
        };
        for fence in ["```", "~~~", ":::", "::::"] {
            assert_eq!(
                quotations(&format!("It.\n\n{fence}{{epigraph}}\nThe tide rose.\n{fence}\n\nIt.\n")),
                1,
                "{fence}"
            );
            assert_eq!(quotations(&format!("It.\n\n{fence}{{note}}\nThe tide rose.\n{fence}\n\nIt.\n")), 0, "{fence}");
        }
        let (words, _) = prose("It.\n\n:::{epigraph}\n:class: wide\nThe tide rose.\n:::\n");
        assert!(words.starts_with("It.|The tide rose."), "{words}");
        assert_eq!(quotations("::::{grid}\n:::{pull-quote}\nThe tide rose.\n:::\nIt fell.\n::::\n\nIt.\n"), 1);
    }

    #[test]
    fn what_other_fences_hold_is_code() {
        for text in [
            "```{code-cell}\nx = 'https://a.test'\n```\n",
            "```{python}\nx = 'https://a.test'\n```\n",
            "```\n```{note}\nhttps://a.test\n```\n",
            "```{math}\nhttps://a.test\n```\n",
        ] {
            assert_eq!(prose(text).1, 0, "{text}");
        }
    }
}
