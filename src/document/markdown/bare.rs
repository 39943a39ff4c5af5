//! Addresses that stand in the text as they are, outside code and outside the words of links.

use std::borrow::Cow;
use std::ops::Range;

use crate::document::draft::Draft;
use crate::document::entry::Words;
use crate::document::{BlockKind, Few, Prose};
use crate::locator::scan;

use super::outline::{LinkSeen, Outline};

/// Adds the addresses that stand bare.
pub(super) fn add(draft: &Draft<'_>, outline: &mut Outline) {
    let prose = draft.prose.text();
    let mut barriers: Vec<Range<usize>> = outline.seams.iter().map(|&at| at..at).collect();
    barriers.extend(draft.masked.iter().cloned());
    barriers.extend(outline.links.iter().map(|link| link.range.clone()));
    barriers.extend(draft.blocks.iter().map(|block| block.range().end..block.range().end));
    barriers.sort_by_key(|barrier| (barrier.start, barrier.end));
    barriers.push(prose.len()..prose.len());
    let mut at = 0;
    for barrier in barriers {
        if barrier.start > at {
            let open = &prose[at..barrier.start];
            let before = draft.blocks.partition_point(|block| block.range().start <= at);
            let cell = before.checked_sub(1).is_some_and(|index| draft.blocks[index].kind == BlockKind::Cell);
            let found = scan::scan(&without_bars(open, cell));
            let mut next = barrier.start;
            for found in found {
                let range = at + found.range.start..at + found.range.end;
                let whole = if range.end == barrier.start { whole(draft, &range) } else { None };
                let (url, range) = whole.unwrap_or_else(|| (prose[range.clone()].to_owned(), range));
                next = next.max(range.end);
                outline.links.push(seen(&draft.prose, url, range));
            }
            at = next;
        }
        at = at.max(barrier.end);
    }
    outline.links.sort_by_key(|link| (link.range.start, link.whole.start()));
}

/// The text with another sign in the place of each bar that is part of an address. Within a cell a bar is written with a backslash,
/// and no cell ends there; elsewhere one goes on with an address, `?titles=A|B`, that is not one of several between bars.
fn without_bars(open: &str, cell: bool) -> Cow<'_, str> {
    const SIGN: &str = "%";
    if !open.contains('|') || !cell && !open.contains("://") {
        return Cow::Borrowed(open);
    }
    if cell {
        return Cow::Owned(open.replace('|', SIGN));
    }
    let mut text = String::with_capacity(open.len());
    let mut parts = open.split_inclusive(char::is_whitespace).peekable();
    let mut barred = false;
    while let Some(part) = parts.next() {
        let word = part.trim_end();
        let ends = if word.is_empty() { barred } else { word.ends_with('|') };
        let apart = std::mem::replace(&mut barred, ends)
            || part.starts_with('|')
            || parts.peek().is_some_and(|next| next.starts_with('|'));
        let scheme = part.find("://").filter(|_| !apart).unwrap_or(part.len());
        let bars = part[scheme..].match_indices('|').map(|(bar, _)| scheme + bar);
        let mut from = 0;
        for bar in bars.take_while(|bar| goes_on(&part[bar + 1..])) {
            text.push_str(&part[from..bar]);
            text.push_str(SIGN);
            from = bar + 1;
        }
        text.push_str(&part[from..]);
    }
    Cow::Owned(text)
}

/// Whether what stands behind a bar can be more of the address before it.
fn goes_on(rest: &str) -> bool {
    let sign = |c: char| c.is_alphanumeric() || "%+-_.~=&?#/!$*@:".contains(c);
    rest.starts_with(sign) && !rest.starts_with("http://") && !rest.starts_with("https://")
}

fn seen(prose: &Prose, url: String, range: Range<usize>) -> LinkSeen {
    let span = prose.span(&range);
    LinkSeen { url, whole: span, url_spans: Few::One(span), words: Words::Address, label: None, range }
}

/// The whole of an address of which the parser has taken a low line, an asterisk or a tilde for emphasis: `https://e.example/_a_/b`.
/// It has to be found in the file as it stands, and in the prose without these signs. At its end they belong to the emphasis
/// around it.
fn whole(draft: &Draft<'_>, range: &Range<usize>) -> Option<(String, Range<usize>)> {
    let Range { start, end } = draft.prose.span(range).range();
    let behind = &draft.text[end..];
    if !behind.starts_with(['_', '*', '~']) {
        return None;
    }
    let stop = behind.find(|c: char| c.is_whitespace() || c == '<').unwrap_or(behind.len());
    let length = scan::at(&draft.text[start..end + stop], 0)?;
    let added = draft.text.get(end..start + length)?;
    let mut prose = draft.prose.text()[range.end..].chars();
    let (mut length, mut expected) = (0, prose.next());
    for c in added.chars() {
        if expected == Some(c) {
            length += c.len_utf8();
            expected = prose.next();
        } else if !matches!(c, '_' | '*' | '~') {
            return None;
        }
    }
    (length > 0).then(|| (draft.text[start..end + added.len()].to_owned(), range.start..range.end + length))
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    fn addresses(text: &str) -> Vec<String> {
        let entries = parse(text, Format::Markdown, Limits::default()).entries;
        entries.into_iter().filter_map(|entry| entry.source.url).collect()
    }

    #[test]
    fn an_address_goes_on_behind_a_bar() {
        for (text, expected) in [
            ("So https://a.test/w?titles=Sea|Tide|Ebb&x=1 is it.", "https://a.test/w?titles=Sea|Tide|Ebb&x=1"),
            ("So (https://a.test/m#5|52.1|-13.4), they say.", "https://a.test/m#5|52.1|-13.4"),
            ("So.[^1]\n\n[^1]: Doe, “River.” https://a.test/a|b, accessed 3 May 2020.\n", "https://a.test/a|b"),
            ("- Doe. *River*. https://a.test/a|b_c|d.\n", "https://a.test/a|b_c|d"),
        ] {
            assert_eq!(addresses(text), [expected], "{text}");
        }
    }

    #[test]
    fn emphasis_within_an_address_is_part_of_it_and_around_it_is_not() {
        for (text, expected) in [
            ("So https://a.test/y*a*b and", "https://a.test/y*a*b"),
            ("So https://a.test/q?q=_a_*b*c. and", "https://a.test/q?q=_a_*b*c"),
            ("So https://a.test/y**a**b, and", "https://a.test/y**a**b"),
            ("So https://a.test/z__init__.py and", "https://a.test/z__init__.py"),
            ("So https://a.test/~~x~~/4 and", "https://a.test/~~x~~/4"),
            ("So ~~https://a.test/x~~ and", "https://a.test/x"),
            ("So ~~see https://a.test/x~~, and", "https://a.test/x"),
            ("So *https://a.test/x* and", "https://a.test/x"),
            ("So **https://a.test/x**, and *so*", "https://a.test/x"),
            ("So *see https://a.test/x*. And", "https://a.test/x"),
            ("So (*https://a.test/x*) and", "https://a.test/x"),
            ("So ***https://a.test/x***\n", "https://a.test/x"),
            ("So https://a.test/x *and* so", "https://a.test/x"),
            ("So https://a.test/x*.\n", "https://a.test/x"),
        ] {
            assert_eq!(addresses(text), [expected], "{text}");
        }
    }

    #[test]
    fn a_bar_that_parts_things_is_part_of_no_address() {
        for text in [
            "So https://a.test/a| b",
            "So https://a.test/a | b",
            "| x | https://a.test/a|b |",
            "| x |  https://a.test/a|b  |",
            "|x|https://a.test/a|b|",
            "x|y https://a.test/a||b",
            "| a | b |\n|---|---|\n| https://a.test/a|2 |\n",
        ] {
            assert_eq!(addresses(text), ["https://a.test/a"], "{text}");
        }
        assert_eq!(addresses("https://a.test/a|[b](https://b.test/b)"), ["https://a.test/a", "https://b.test/b"]);
        assert_eq!(addresses("https://a.test/a|https://b.test/b"), ["https://a.test/a", "https://b.test/b"]);
        assert_eq!(addresses("x|https://a.test/a|https://b.test/b"), ["https://a.test/a", "https://b.test/b"]);
    }
}
