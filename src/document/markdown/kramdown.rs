//! Lines of attributes of kramdown, `{: .lead }`: they say something of the block above them, or below, and are no words. One can
//! name the source of a block quote, `{: cite="https://…" }`.

use std::borrow::Cow;
use std::ops::Range;

use crate::document::draft::Draft;
use crate::document::{Block, Few};
use crate::span::Span;

use super::html::CiteSeen;
use super::liquid::fence_of;
use super::outline::Outline;

/// The text with such lines blank, byte for byte as long; the marks of block quotes before them stay.
pub(super) fn as_blank(text: &str) -> Cow<'_, str> {
    let found = lines(text);
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut made = text.to_owned();
    for line in found {
        made.replace_range(line.clone(), &" ".repeat(line.len()));
    }
    Cow::Owned(made)
}

/// Gives the block quotes their sources that such lines right below them name.
pub(super) fn add_sources(draft: &Draft<'_>, outline: &mut Outline) {
    for line in lines(draft.text) {
        let Some(url) = cited(&draft.text[line.clone()]) else { continue };
        let Some(last) = first_from(draft, line.start).checked_sub(1) else { continue };
        let end = draft.prose.span(&draft.blocks[last].range()).end();
        let is_gap = |gap: &str| gap.chars().all(|c| c.is_whitespace() || c == '>') && gap.matches('\n').count() == 1;
        if draft.text.get(end..line.start).is_some_and(is_gap) {
            cite(draft, outline, last, line.start + url.start..line.start + url.end, line.end);
        }
    }
}

/// The first block that begins at the byte `at` of the file or behind it.
pub(super) fn first_from(draft: &Draft<'_>, at: usize) -> usize {
    draft.blocks.partition_point(|block| draft.prose.span(&block.range()).start() < at)
}

/// Makes the address at `url` of the file the source of the block quote that a block stands in and that ends before the byte `end`.
pub(super) fn cite(draft: &Draft<'_>, outline: &mut Outline, block: usize, url: Range<usize>, end: usize) {
    let Some(quotation) = draft.blocks.get(block).and_then(Block::quotation) else { return };
    let is_own = |block: &&Block| block.quotation() == Some(quotation);
    let first = draft.blocks[..=block].iter().rev().take_while(is_own).last();
    let last = draft.blocks[block..].iter().take_while(is_own).last();
    if let (Some(first), Some(last)) = (first, last) {
        let range = first.range().start..last.range().end;
        let whole = Span::new(draft.prose.span(&range).start().min(url.start), end);
        let url_spans = Few::One(Span::new(url.start, url.end));
        outline.cites.push(CiteSeen { range, url: draft.text[url].to_owned(), url_spans, whole });
    }
}

/// Where the attributes stand that are all of their lines, outside of code.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if memchr::memmem::find(text.as_bytes(), b"{:").is_none() {
        return found;
    }
    let (mut at, mut fence) = (0, None::<&str>);
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let inner = line.trim_start_matches([' ', '\t', '>']);
        let lead = line.len() - inner.len();
        let words = inner.trim_end();
        if let Some(mark) = fence {
            if words.starts_with(mark) && words.trim_start_matches(&mark[..1]).is_empty() {
                fence = None;
            }
            continue;
        }
        fence = fence_of(words);
        if is_attributes(words) {
            found.push(start + lead..start + lead + words.len());
        }
    }
    found
}

/// `{: .lead }`, `{:toc}`, `{:#id key="a"}`, `{::options a="b" /}`
fn is_attributes(words: &str) -> bool {
    let inner = words.strip_prefix("{:").and_then(|rest| rest.strip_suffix('}'));
    inner.is_some_and(|inner| {
        !inner.contains(['{', '}'])
            && inner.trim_start_matches(':').trim_start().starts_with(|c: char| c.is_alphabetic() || ".#".contains(c))
    })
}

/// Where the address stands in the attributes.
fn cited(words: &str) -> Option<Range<usize>> {
    let at = words.find("cite=")? + "cite=".len();
    let mark = words[at..].chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let end = at + 1 + words[at + 1..].find(mark)?;
    super::entry_link(&words[at + 1..end]).then_some(at + 1..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_braces_and_code_stay() {
        for text in [
            "```\n{: .lead }\n```\n",
            "~~~\n{:toc}\n~~~\n",
            "It is {: .lead } here.\n",
            "{: so it is\n",
            "{:}\n",
            "{: {a} }\n",
        ] {
            assert_eq!(as_blank(text), text);
        }
        assert_eq!(as_blank("* A\n{:toc}\n> {: .b}\n"), "* A\n      \n>       \n");
    }
}
