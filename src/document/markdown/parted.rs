//! A long text, a part at a time: the parser holds a tree of all that it is given, which is many times as large.
//!
//! A block of the outermost level, or an item of an outermost list, is read to its end as soon as another one follows it:
//! what comes later changes nothing in it. So of each part all is taken but the last such piece, with which the next part
//! begins. Only definitions are looked up anywhere, and only metadata is looked for its end ahead.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::options;

/// Bytes of a part, at least.
pub(super) const WINDOW: usize = 256 * 1024;

/// Where the next part begins.
struct Rest {
    at: usize,
    /// Whether with an item of the list that is open.
    in_list: bool,
}

/// Whether the text is long, and defines nothing that links in other parts could point to.
pub(super) fn can_be(text: &str, window: usize) -> bool {
    text.len() > 2 * window && memchr::memmem::find(text.as_bytes(), b"]:").is_none()
}

/// Every event of the text, in order, as if it were parsed in one.
pub(super) fn each_event(text: &str, window: usize, mut take: impl FnMut(Event<'_>, Range<usize>)) {
    let least = end_of_metadata(text);
    let (mut from, mut size, mut in_list) = (0, window, false);
    loop {
        let end = line_end(text, (from + size).max(least));
        let is_last = end == text.len();
        let rest = part(&text[from..end], is_last, in_list, |event, range| {
            take(event, range.start + from..range.end + from);
        });
        match rest {
            _ if is_last => return,
            Some(rest) => {
                from += rest.at;
                size = window;
                in_list = rest.in_list;
            }
            None => size *= 2,
        }
    }
}

/// Takes the pieces of a part but the last one, or all of the last part. None where there is but one piece, or another
/// part could not begin with the last.
fn part(text: &str, is_last: bool, in_list: bool, mut take: impl FnMut(Event<'_>, Range<usize>)) -> Option<Rest> {
    let mut events = Parser::new_ext(text, options()).into_offset_iter();
    let (mut depth, mut amid_items) = (0, in_list);
    if in_list {
        // The list has begun in the part before.
        depth = events.next().map_or(0, |_| 1);
    }
    let mut held: Vec<(Event<'_>, Range<usize>)> = Vec::new();
    let mut rest = None;
    for (event, range) in events {
        let is_piece = match (depth, &event) {
            (0, event) => !matches!(event, Event::End(_)),
            (1, Event::Start(Tag::Item)) => amid_items,
            _ => false,
        };
        if is_piece
            && !is_last
            && let Some(at) = line_start(text, range.start).filter(|at| *at > 0)
        {
            held.drain(..).for_each(|(event, range)| take(event, range));
            rest = Some(Rest { at, in_list: depth == 1 });
        }
        match &event {
            Event::Start(tag) => {
                amid_items = if depth == 0 { matches!(tag, Tag::List(_)) } else { amid_items };
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if is_last {
            take(event, range);
        } else {
            held.push((event, range));
        }
    }
    rest
}

/// Where the line of a piece begins, if nothing else stands on it before.
fn line_start(text: &str, at: usize) -> Option<usize> {
    let start = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    text[start..at].trim_matches([' ', '\t']).is_empty().then_some(start)
}

fn line_end(text: &str, from: usize) -> usize {
    text.as_bytes().get(from..).and_then(|rest| memchr::memchr(b'\n', rest)).map_or(text.len(), |at| from + at + 1)
}

/// Behind the last line that may end metadata: three dashes that no blank line follows are metadata only where there is such
/// a line, however far it is.
fn end_of_metadata(text: &str) -> usize {
    let mut end = 0;
    for (mark, ends) in [("---", &["---", "..."][..]), ("+++", &["+++"])] {
        let mut may_be_open = false;
        let mut at = 0;
        let mut lines = text.split_inclusive('\n').peekable();
        while let Some(line) = lines.next() {
            at += line.len();
            // A carriage return ends a line, too, which is too rare to be taken apart.
            let words = line.trim_end();
            let several = words.contains('\r');
            if may_be_open && (several || ends.contains(&words)) {
                end = end.max(at);
                may_be_open = false;
            }
            let goes_on = lines.peek().is_some_and(|next| !next.trim().is_empty());
            may_be_open |= several || words.ends_with(mark) && goes_on;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::document::markdown::read_in;
    use crate::span::Lines;

    /// Pieces of which documents are made, whole and broken.
    const PIECES: &[&str] = &[
        "- [A page](https://a.test/1) is “one word and more”\n",
        "- \n",
        "  - below <https://a.test/2>\n",
        "    still within\n",
        "1. first\n",
        "7) seventh [b](https://b.test/3)\n",
        "* * *\n",
        "***\n",
        "---\n",
        "+++\n",
        "...\n",
        "title: Of tides\n",
        "\n",
        "\n\n",
        "   \n",
        "# A heading\n",
        "Under\n===\n",
        "A paragraph with *emphasis* and “a passage in marks” [c](https://c.test/4).\n",
        "**open and “never closed\n",
        "> a quotation\n",
        "> - with an item\n",
        "lazy words\n",
        "```\n",
        "~~~ text\n",
        "    code\n",
        "<div>\n",
        "</div>\n",
        "<!-- a comment\n",
        "-->\n",
        "<script>\n",
        "</script>\n",
        "<blockquote cite=\"https://d.test/5\">\n",
        "</blockquote>\n",
        "| a | b |\n",
        "|---|---\n",
        "| [d](https://d.test/6) | 2 |\n",
        "- [ ] to do\n",
        "[^1] and [e][f]\n",
        "`code\n",
        "\ttab\n",
        "line\r",
        "words\r\n",
        "- a\n- b\n\n- c\n",
    ];

    proptest! {
        #[test]
        fn a_text_in_parts_is_read_as_if_it_were_read_in_one(pieces in prop::collection::vec(0..PIECES.len(), 1..40), window in 1..60_usize) {
            let text: String = pieces.iter().map(|at| PIECES[*at]).collect();
            let lines = Lines::new(&text);
            prop_assert_eq!(read_in(&text, &lines, window), read_in(&text, &lines, text.len()), "{:?}", text);
        }
    }
}
