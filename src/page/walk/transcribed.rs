//! What a printed book leaves in a transcription of it as plain text, beside its words: numbers of pages on lines of their own,
//! `[Illustration]`, `[Footnote 3: …]`, `=bold=`.

use super::printed::{is_between_dashes, is_label};
use crate::span::floor_char_boundary;

/// What an insertion of the transcriber begins with.
const INSERTIONS: [&str; 5] = ["[Illustration", "[Footnote ", "[Sidenote", "[Transcriber", "[Page "];

/// Bytes of the longest insertion, and how many are taken out of a text.
const LONGEST: usize = 2_000;
const MOST: usize = 10_000;

/// Bytes of words between two signs that make them bold.
const LONGEST_BOLD: usize = 80;

/// Bytes of a line that may be the number of a page between dashes.
const LONGEST_LABEL: usize = 64;

/// Digits of the number of a page, and spaces before one that stands in the middle of its line.
const MOST_DIGITS: usize = 4;
const CENTRED: usize = 8;

/// `text` without what the book left in it, if there is any.
pub(in crate::page) fn without(text: &str) -> Option<String> {
    let lines = without_pages(text);
    let insertions = without_insertions(lines.as_deref().unwrap_or(text));
    let kept = insertions.or(lines);
    let bold = without_bold(kept.as_deref().unwrap_or(text));
    bold.or(kept)
}

/// Without the lines that hold nothing but the number of a page. A line at a time: a text may be nothing but line ends.
fn without_pages(text: &str) -> Option<String> {
    let is_blank = |line: &str| line == "\n" || line.trim().is_empty();
    let mut lines = text.split_inclusive('\n').peekable();
    let (mut kept, mut from, mut end) = (String::new(), 0, 0);
    let (mut last, mut above): (&str, Option<&str>) = ("", None);
    while let Some(line) = lines.next() {
        let start = end;
        end += line.len();
        let above = above.replace(line);
        if is_blank(line) {
            continue;
        }
        let bare = line.trim();
        let mut alone = || above.is_some_and(is_blank) && lines.peek().is_none_or(|below| is_blank(below));
        let is_placed = || is_centred(line) || !ends_sentence(last);
        let left_out = names_page(bare) || is_number(bare) && is_placed() && alone();
        if left_out && !last.is_empty() {
            kept.push_str(&text[from..start]);
            from = end;
        }
        if !left_out {
            last = bare;
        }
    }
    (from > 0).then(|| kept + &text[from..])
}

/// `{43}`, `[Pg 43]`, `- 43 -`.
fn names_page(line: &str) -> bool {
    let braced = line.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).is_some_and(is_number);
    let bracketed = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let is_short = line.len() <= LONGEST_LABEL;
    let dashes = || is_between_dashes(&line.chars().filter(|c| *c != ' ').take(MOST_DIGITS * 4).collect::<String>());
    braced
        || bracketed.is_some_and(|inner| is_label(inner) && inner.contains(|c: char| c.is_ascii_digit()))
        || is_short && !line.is_empty() && dashes()
}

fn is_number(text: &str) -> bool {
    (1..=MOST_DIGITS).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_centred(line: &str) -> bool {
    line.bytes().take_while(|byte| *byte == b' ').count() >= CENTRED || line.starts_with('\t')
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['”', '"', '’', '\'', '»', ')', '_']).ends_with(['.', '!', '?', ':'])
}

/// Without `[Illustration: …]` and its like.
fn without_insertions(text: &str) -> Option<String> {
    let (mut kept, mut from, mut found) = (String::new(), 0, 0);
    for (at, _) in text.match_indices('[') {
        let begins = at >= from && INSERTIONS.iter().any(|begin| text[at..].starts_with(begin));
        if !begins || found == MOST {
            continue;
        }
        found += 1;
        if let Some(end) = closed(&text[at..]) {
            kept.push_str(text[from..at].trim_end_matches(' '));
            from = at + end;
        }
    }
    (from > 0).then(|| kept + &text[from..])
}

/// Where the bracket that `text` begins with is closed.
fn closed(text: &str) -> Option<usize> {
    let near = &text[..floor_char_boundary(text, LONGEST)];
    let mut depth = 0;
    for (at, byte) in near.bytes().enumerate() {
        match byte {
            b'[' => depth += 1,
            b']' if depth == 1 => return Some(at + 1),
            b']' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Without the signs around `=bold=`; not those of `a = b`, `==` and of what is set in code.
fn without_bold(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let is_edge = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at)).is_none_or(|byte| byte.is_ascii_whitespace() || b"\"'(.,;:!?)-".contains(byte))
    };
    let is_letter = |at: usize| bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
    let (mut kept, mut from) = (String::new(), 0);
    for (at, _) in text.match_indices('=') {
        if at < from || !is_edge(at.checked_sub(1)) || !is_letter(at + 1) {
            continue;
        }
        let near = &text[at + 1..floor_char_boundary(text, at + 1 + LONGEST_BOLD)];
        let end = near.find(['=', '\n']).filter(|end| near.as_bytes()[*end] == b'=').map(|end| at + 1 + end);
        if let Some(end) = end.filter(|end| is_edge(Some(end + 1)) && bytes[end - 1] > b' ') {
            kept.push_str(&text[from..at]);
            kept.push_str(&text[at + 1..end]);
            from = end + 1;
        }
    }
    (from > 0).then(|| kept + &text[from..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_book_left_stands_in_no_sentence() {
        for (text, rest) in [
            ("the wind was\n\n                 42\n\nloud in the chimney", "the wind was\n\n\nloud in the chimney"),
            ("the wind was\n\n42\n\nloud in", "the wind was\n\n\nloud in"),
            ("went to bed.\n\n{43}\n\nThe boat", "went to bed.\n\n\nThe boat"),
            ("and so\n[Pg 7]\nit was", "and so\nit was"),
            ("and so\n- 7 -\nit was", "and so\nit was"),
            ("in the\n\n[Illustration: A [small] lamp]\n\nspring", "in the\n\n\n\nspring"),
            ("He wrote it [Footnote 3: In a book.] and went", "He wrote it and went"),
            ("Said the =keeper= to his =old wife=, who", "Said the keeper to his old wife, who"),
        ] {
            assert_eq!(without(text).as_deref(), Some(rest), "{text}");
        }
    }

    #[test]
    fn what_else_stands_there_stays() {
        for text in [
            "The sum is:\n\n42\n\nThat is all.",
            "one\n42\nthree",
            "42\n\nThe lamp",
            "a = b and c = d",
            "x=1 y=2, z==3",
            "<a href=x class=y>",
            "see [the lamp] there",
            "an [Illustration without an end",
            "He paid {43 in all",
        ] {
            assert_eq!(without(text), None, "{text}");
        }
        assert!(without(&"[Footnote ".repeat(200_000)).is_none());
    }
}
