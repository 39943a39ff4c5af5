//! What chat programs leave in texts that are copied out of them, in place of a citation: `[cite: 1, 2]`, `[web:12]`,
//! `【12†L3-L9】`, `:contentReference[oaicite:3]{index=3}`, `citeturn0search1`, and what only brackets a cited passage, as
//! `[cite_start]`.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::cited::numbers;
use crate::span::floor_char_boundary;

/// What a piece of text is to a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::document) enum Leftover {
    /// It says nothing, and nobody would miss it.
    Nothing,
    /// It stands for a citation, of entries of these numbers if there are such; with what is written.
    Mark { numbers: Vec<String>, written: String },
}

/// Bytes of the longest that is read; what names a place or a picture with many words is no longer.
const LONGEST: usize = 400;
/// Words before a colon and a number in brackets.
const KINDS: &[&str] = &[
    "web",
    "cite",
    "source",
    "citation",
    "reference",
    "ref",
    "attached_file",
    "file",
    "memory",
    "conversation_history",
    "code_file",
    "generated_image",
    "chart",
    "search",
    "news",
    "doc",
];
/// What begins such a piece, or stands in it behind a number.
const SIGNS: &[&str] = &[
    "[cite_start]",
    "[cite_end]",
    "[/cite]",
    "[cite",
    "[source",
    "[web:",
    "[citation:",
    "[reference:",
    "[ref:",
    "[attached_file:",
    "[file:",
    "[memory:",
    "[conversation_history:",
    "[code_file:",
    "[generated_image:",
    "[chart:",
    "[search:",
    "[news:",
    "[doc:",
    "[oai",
    "[turn",
    "[span_",
    "【",
    "†",
    ":contentreference[",
    "contentreference[",
    "\u{e200}",
    "citeturn",
    "filecite",
    "turn",
    "entity[\"",
    "({\"attribution\"",
    "<grok:render",
];

/// What ends a citation that a page would have shown.
const RENDERED: &str = "</grok:render>";

static FINDER: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(aho_corasick::MatchKind::LeftmostLongest)
        .build(SIGNS)
        .expect("a few words are no large automaton")
});

/// Every such piece of `text`, in order and apart.
pub(in crate::document) fn find(text: &str) -> Vec<(Range<usize>, Leftover)> {
    let mut found: Vec<(Range<usize>, Leftover)> = Vec::new();
    let mut end = 0;
    for sign in FINDER.find_iter(text) {
        let start =
            if &text[sign.range()] == "†" { behind_bracket(text, end, sign.start()) } else { Some(sign.start()) };
        let Some(start) = start.filter(|start| *start >= end) else { continue };
        let rest = &text[start..floor_char_boundary(text, start.saturating_add(LONGEST))];
        for (range, leftover) in read(&text[..start], rest) {
            end = start + range.end;
            found.push((start + range.start..end, leftover));
        }
    }
    found
}

/// The bracket before the number that stands before `at`: `[12†source]`.
fn behind_bracket(text: &str, from: usize, at: usize) -> Option<usize> {
    let before = text.get(from..at)?;
    let bare = before.trim_end_matches(|c: char| c.is_ascii_digit());
    (bare.len() < before.len() && bare.ends_with('[')).then(|| from + bare.len() - 1)
}

type Pieces = Vec<(Range<usize>, Leftover)>;

/// The pieces that `rest` begins with, behind `before`.
fn read(before: &str, rest: &str) -> Pieces {
    let first = rest.chars().next().unwrap_or(' ');
    let amid_word = before.ends_with(|c: char| c.is_ascii_alphanumeric());
    let one = match first {
        '[' | '【' => bracketed(rest),
        '\u{e200}' => return private(rest),
        '(' => rest.find("}})").map(|end| (end + 3, Leftover::Nothing)),
        '<' => rest.find(RENDERED).map(|end| mark("grok:render", end + RENDERED.len(), Vec::new())),
        ':' => reference(&rest[1..]).map(|(length, leftover)| (length + 1, leftover)),
        _ if starts(rest, "contentreference[") => reference(rest),
        _ if starts(rest, "entity[\"") && !amid_word => return entity(rest, "entity".len()),
        // What runs on from the sentence without a space is it as well: `sociteturn0search1`.
        _ if starts(rest, "citeturn") || starts(rest, "filecite") || !amid_word => turns(rest),
        _ => None,
    };
    one.map(|(length, leftover)| (0..length, leftover)).into_iter().collect()
}

fn starts(text: &str, with: &str) -> bool {
    text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with))
}

fn mark(written: &str, length: usize, numbers: Vec<String>) -> (usize, Leftover) {
    (length, Leftover::Mark { numbers, written: written.to_owned() })
}

fn bracketed(rest: &str) -> Option<(usize, Leftover)> {
    let (open, close) = if rest.starts_with('[') { ('[', ']') } else { ('【', '】') };
    let inside = &rest[open.len_utf8()..];
    let inside = &inside[..inside.find([close, '\n'])?];
    let length = open.len_utf8() + inside.len() + close.len_utf8();
    if !rest[open.len_utf8() + inside.len()..].starts_with(close) {
        return None;
    }
    if ["cite_start", "cite_end", "/cite"].iter().any(|word| inside.eq_ignore_ascii_case(word)) {
        return Some((length, Leftover::Nothing));
    }
    if let Some(behind) = inside.strip_prefix("span_").map(|_| &rest[length..]) {
        let end = ["(start_span)", "(end_span)"].iter().find(|end| behind.starts_with(**end))?;
        return Some((length + end.len(), Leftover::Nothing));
    }
    if let Some((number, _)) = inside.split_once('†') {
        return Some(mark(inside, length, numbers(number).unwrap_or_default()));
    }
    if starts(inside, "oai") || turns(inside).is_some() {
        return Some(mark(inside, length, Vec::new()));
    }
    let (kind, value) = inside.split_once(':')?;
    let kind = kind.trim().to_ascii_lowercase();
    // `[cite:@key]` is what Org has for a citation by key.
    if close == '】' || !KINDS.contains(&kind.as_str()) || value.contains('@') {
        return None;
    }
    let bare: Vec<&str> = value.split(',').map(|part| without_kind(part.trim(), &kind)).collect();
    let named = numbers(&bare.join(","));
    // `[cite: uploaded:report.pdf]`
    let uploaded = kind == "cite" && value.trim_start().starts_with("uploaded:");
    match named {
        Some(named) => Some(mark(inside, length, named)),
        None => uploaded.then(|| mark(inside, length, Vec::new())),
    }
}

/// `2` of `web:2`.
fn without_kind<'p>(part: &'p str, kind: &str) -> &'p str {
    part.strip_prefix(kind).and_then(|rest| rest.strip_prefix(':')).map_or(part, str::trim_start)
}

/// `contentReference[oaicite:3]{index=3}`
fn reference(rest: &str) -> Option<(usize, Leftover)> {
    let inside = &rest["contentReference[".len()..];
    let (label, tail) = inside.split_once(']')?;
    let index = tail.strip_prefix('{').and_then(|tail| tail.find('}')).map_or(0, |at| at + 2);
    Some(mark(label, "contentReference[".len() + label.len() + 1 + index, Vec::new()))
}

/// `citeturn0search1turn0news2`, `filecite turn1file0`, `turn2view0`: where a program has seen it.
fn turns(rest: &str) -> Option<(usize, Leftover)> {
    let lead = ["filecite", "cite"].iter().find(|lead| starts(rest, lead)).map_or(0, |lead| lead.len());
    let mut end = lead;
    while let Some(length) = turn(&rest[end..]) {
        end += length;
    }
    let ends = !rest[end..].starts_with(|c: char| c.is_ascii_alphanumeric());
    (end > lead && (ends || lead > 0)).then(|| mark(&rest[lead..end], end, Vec::new()))
}

/// The bytes of `turn0search1`.
fn turn(text: &str) -> Option<usize> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.strip_prefix("turn")?;
    let first = digits(rest);
    let kind = rest[first..].bytes().take_while(u8::is_ascii_lowercase).count();
    let last = digits(&rest[first + kind..]);
    (first > 0 && (3..=12).contains(&kind) && last > 0).then_some("turn".len() + first + kind + last)
}

/// What stands between the marks that no font has: a citation, or the name of something.
fn private(rest: &str) -> Pieces {
    const END: char = '\u{e201}';
    let Some(length) = rest.find([END, '\n']).filter(|at| rest[*at..].starts_with(END)) else { return Vec::new() };
    let whole = length + END.len_utf8();
    let inner = &rest['\u{e200}'.len_utf8()..length];
    let (kind, value) = inner.split_once('\u{e202}').unwrap_or((inner, ""));
    if kind == "entity" {
        let mut pieces = entity(rest, '\u{e200}'.len_utf8() + kind.len() + '\u{e202}'.len_utf8());
        if let Some((last, _)) = pieces.last_mut() {
            last.end = whole;
        }
        return pieces;
    }
    let cites = kind.ends_with("cite");
    let written = value.replace('\u{e202}', " ");
    vec![(0..whole, if cites { Leftover::Mark { numbers: Vec::new(), written } } else { Leftover::Nothing })]
}

/// `entity["city","Paris"]`, of which the second word is what a reader is shown; its bracket stands at `open`.
fn entity(rest: &str, open: usize) -> Pieces {
    let parts = || {
        let inside = rest.get(open..)?.strip_prefix("[\"")?;
        let (kind, behind) = inside.split_once("\",\"")?;
        let name = &behind[..behind.find('"')?];
        let end = behind[name.len()..].find("\"]")? + 2;
        let start = open + 2 + kind.len() + 3;
        (kind.len() < LONGEST / 4).then_some((start, start + name.len(), start + name.len() + end))
    };
    match parts() {
        Some((start, end, last)) => vec![(0..start, Leftover::Nothing), (end..last, Leftover::Nothing)],
        None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, Option<&str>)]) {
        let found = find(text);
        let shown: Vec<(&str, Option<String>)> = found
            .iter()
            .map(|(range, own)| {
                let numbers = match own {
                    Leftover::Nothing => None,
                    Leftover::Mark { numbers, .. } => Some(numbers.join(" ")),
                };
                (&text[range.clone()], numbers)
            })
            .collect();
        let shown: Vec<(&str, Option<&str>)> = shown.iter().map(|(own, to)| (*own, to.as_deref())).collect();
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn what_chat_programs_leave_is_known() {
        check("[cite_start]It rose[cite: 1, 2].", &[("[cite_start]", None), ("[cite: 1, 2]", Some("1 2"))]);
        check(
            "so[web:12][web:3, web:4] and [citation:5]",
            &[("[web:12]", Some("12")), ("[web:3, web:4]", Some("3 4")), ("[citation:5]", Some("5"))],
        );
        check("so[1†source] and 【12†L3-L9】.", &[("[1†source]", Some("1")), ("【12†L3-L9】", Some("12"))]);
        check("so:contentReference[oaicite:3]{index=3}.", &[(":contentReference[oaicite:3]{index=3}", Some(""))]);
        check("so citeturn0search1turn0news2.", &[("citeturn0search1turn0news2", Some(""))]);
        check(
            "so [turn0search1], 【turn2view0】 and turn3file1",
            &[("[turn0search1]", Some("")), ("【turn2view0】", Some("")), ("turn3file1", Some(""))],
        );
        check(
            "so \u{e200}cite\u{e202}turn0search1\u{e201}.",
            &[("\u{e200}cite\u{e202}turn0search1\u{e201}", Some(""))],
        );
        check(
            "in entity[\"city\",\"Paris\",\"France\"] now",
            &[("entity[\"city\",\"", None), ("\",\"France\"]", None)],
        );
        check(
            "[span_0](start_span)It rose[span_0](end_span)",
            &[("[span_0](start_span)", None), ("[span_0](end_span)", None)],
        );
    }

    #[test]
    fn what_people_write_in_brackets_is_not() {
        for text in [
            "[cite:@key] and [cite/t:@key]",
            "[source: the mayor] and [source needed] and [cite]",
            "a turning point, turn 0, return0x1, turn3left",
            "the 【news】 of it, and Cromwell† died",
            "[web] and [file: a.txt] [doc]",
            "an entity[0] of it",
        ] {
            check(text, &[]);
        }
    }
}
