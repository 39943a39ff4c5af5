//! Names of commands and their arguments.

use std::ops::Range;

use crate::locator::scan;
use crate::span::floor_char_boundary;

/// Bytes of the longest argument that is looked for the end of: a footnote of two pages.
const LONGEST: usize = 8_000;
/// Bytes of the longest address.
const ADDRESS: usize = 8_000;

/// Bytes before a place in which the sign of a comment is looked for.
const LONGEST_LINE: usize = 400;

/// The name of the command whose backslash stands before `text`.
pub(super) fn name(text: &str) -> &str {
    let letters = text.bytes().take_while(|byte| byte.is_ascii_alphabetic() || *byte == b'@').count();
    &text[..letters]
}

/// The place behind white space, of which one line end is allowed.
pub(super) fn skip_space(text: &str, at: usize, end: usize) -> usize {
    let rest = &text[at..end];
    let words = at + rest.len() - rest.trim_start().len();
    if text[at..words].matches('\n').count() > 1 { at } else { words }
}

/// The place behind `[…]`, however many there are.
pub(super) fn skip_option(text: &str, at: usize, end: usize) -> usize {
    let mut at = overlay(text, at, end);
    while let Some((_, behind)) = option(text, at, end) {
        at = behind;
    }
    at
}

/// The place behind `<2->`, which says on which slides of a talk something is shown.
fn overlay(text: &str, at: usize, end: usize) -> usize {
    const LONGEST: usize = 40;
    let near = &text[at..floor_char_boundary(text, end.min(at.saturating_add(LONGEST))).max(at)];
    let inner = near.strip_prefix('<').and_then(|inner| Some(&inner[..inner.find('>')?]));
    let plain = |c: char| c.is_ascii_alphanumeric() || "-+.,|:@() ".contains(c);
    let is_one = |inner: &&str| {
        inner.chars().all(plain)
            && inner.contains(|c: char| c.is_ascii_digit() || "+.".contains(c))
            && text[at + inner.len() + 2..end].starts_with(['{', '['])
    };
    inner.filter(is_one).map_or(at, |inner| at + inner.len() + 2)
}

/// The inside of `[…]` at `at`, and what is behind it.
pub(super) fn option(text: &str, at: usize, end: usize) -> Option<(Range<usize>, usize)> {
    bracketed(text, at, end, b'[', b']')
}

/// The commands of notes in a range: `\thanks{…}`.
pub(super) fn remarks(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = range.start;
    while let Some(next) = memchr::memchr2(b'\\', b'%', &text.as_bytes()[at..range.end]) {
        let start = at + next;
        if text.as_bytes()[start] == b'%' {
            at = start + memchr::memchr(b'\n', &text.as_bytes()[start..range.end]).unwrap_or(range.end - start);
            continue;
        }
        let name = name(&text[start + 1..range.end]);
        let behind = start + 1 + name.len();
        let note = matches!(name, "thanks" | "footnote" | "titlenote" | "subtitlenote" | "authornote");
        let group = note.then(|| group(text, skip_option(text, behind, range.end), range.end)).flatten();
        at = group.as_ref().map_or(behind, |(_, behind)| *behind);
        // A backslash before another sign is no name: `\\` is two of them.
        at += if name.is_empty() { text[at..range.end].chars().next().map_or(0, char::len_utf8) } else { 0 };
        found.extend(group.map(|(_, behind)| start..behind));
    }
    found
}

/// The place behind `(…)`, however many there are: what stands before and behind all of several citations.
pub(super) fn skip_parentheses(text: &str, at: usize, end: usize) -> usize {
    let mut at = at;
    while let Some((_, behind)) = bracketed(text, at, end, b'(', b')') {
        at = behind;
    }
    at
}

/// The place where `\iffalse` ends whose content begins at `at`: behind its `\fi` or `\else`.
pub(super) fn end_of_off(text: &str, at: usize, end: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = at;
    while let Some(found) = memchr::memchr2(b'\\', b'%', &text.as_bytes()[at..end]) {
        at += found + 1;
        if text.as_bytes()[at - 1] == b'%' {
            at += memchr::memchr(b'\n', &text.as_bytes()[at..end])?;
            continue;
        }
        let name = name(&text[at..end]);
        at += if name.is_empty() { text[at..end].chars().next().map_or(0, char::len_utf8) } else { name.len() };
        match name {
            "fi" | "else" if depth == 0 => return Some(at),
            "fi" => depth -= 1,
            _ if is_condition(name) => depth += 1,
            _ => {}
        }
    }
    None
}

/// Whether a command is one that `\fi` ends; those of packages that take their cases as arguments are not.
fn is_condition(name: &str) -> bool {
    const WITH_ARGUMENTS: &[&str] = &[
        "iff",
        "ifthenelse",
        "ifdef",
        "ifundef",
        "ifcsdef",
        "ifcsundef",
        "ifdefempty",
        "ifdefvoid",
        "ifdefstring",
        "ifstrequal",
        "ifstrempty",
        "ifblank",
        "ifnumcomp",
        "ifnumequal",
        "ifboolexpr",
        "iftoggle",
        "ifbool",
        "ifcitation",
        "ifentrytype",
        "iffieldundef",
        "iffieldequalstr",
        "ifnameundef",
        "iflistundef",
    ];
    name.starts_with("if") && !WITH_ARGUMENTS.contains(&name)
}

/// The inside of `{…}` at `at`, white space before it allowed, and what is behind it.
pub(super) fn group(text: &str, at: usize, end: usize) -> Option<(Range<usize>, usize)> {
    bracketed(text, skip_space(text, overlay(text, at, end), end), end, b'{', b'}')
}

fn bracketed(text: &str, at: usize, end: usize, open: u8, close: u8) -> Option<(Range<usize>, usize)> {
    let bytes = &text.as_bytes()[..end.min(at.saturating_add(LONGEST))];
    if bytes.get(at) != Some(&open) {
        return None;
    }
    let (mut depth, mut next) = (0_usize, at);
    while let Some(&byte) = bytes.get(next) {
        match byte {
            b'\\' => next += 1,
            b'%' if is_escape(bytes, next) => {}
            b'%' => next += memchr::memchr(b'\n', &bytes[next..]).unwrap_or(bytes.len() - next),
            // A bracket in braces closes no option.
            b'{' if open == b'[' => {
                let (_, behind) = bracketed(text, next, end, b'{', b'}')?;
                next = behind - 1;
            }
            _ if byte == open => depth += 1,
            _ if byte == close => {
                depth -= 1;
                if depth == 0 {
                    return Some((at + 1..next, next + 1));
                }
            }
            _ => {}
        }
        next += 1;
    }
    None
}

/// Whether a percent sign begins an escape of an address, as in `https://a.test/b%20c`, and no comment.
fn is_escape(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| bytes[before]);
    let in_address = before.is_some_and(|byte| byte.is_ascii_alphanumeric() || b"/_.-=?&%+~:;,".contains(&byte));
    in_address && bytes.get(at + 1..at + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

/// Whether a percent sign before it on its line switches off what stands at `at`.
pub(super) fn is_off(text: &str, at: usize) -> bool {
    let near = &text[floor_char_boundary(text, at.saturating_sub(LONGEST_LINE))..at];
    let line = &near.as_bytes()[memchr::memrchr(b'\n', near.as_bytes()).map_or(0, |end| end + 1)..];
    let mut signs = memchr::memchr_iter(b'%', line);
    signs.any(|sign| line[..sign].iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 0)
}

/// The inside of `\verb|…|` whose delimiter stands at `at`, or of a group, and what is behind it.
pub(super) fn verbatim(text: &str, at: usize, end: usize) -> Option<(Range<usize>, usize)> {
    let delimiter = text[at..end].chars().next()?;
    if delimiter == '{' {
        return group(text, at, end);
    }
    if delimiter.is_alphanumeric() || delimiter.is_whitespace() {
        return None;
    }
    // Within its line, which may be the whole file: no further than the longest argument.
    let start = at + delimiter.len_utf8();
    let near = &text[start..floor_char_boundary(text, end.min(start.saturating_add(LONGEST)))];
    let length = near.find([delimiter, '\n']).filter(|length| near[*length..].starts_with(delimiter))?;
    Some((start..start + length, start + length + delimiter.len_utf8()))
}

/// The bytes of the address that `rest` begins with, escapes of TeX included.
pub(super) fn address_end(rest: &str) -> Option<usize> {
    if !rest.starts_with("http") && !rest.starts_with("ftp") {
        return None;
    }
    let near = &rest[..floor_char_boundary(rest, ADDRESS)];
    let whole = near.find(|c: char| c.is_whitespace() || matches!(c, '{' | '}' | '$')).unwrap_or(near.len());
    let mut plain = rest[..whole].to_owned();
    for (escape, sign) in [("\\_", "__"), ("\\%", "%%"), ("\\&", "&&"), ("\\#", "##")] {
        // As long as the escape, so that places stay the same.
        plain = plain.replace(escape, sign);
    }
    let plain = plain.replace("%%", "25");
    scan::at(&plain, 0)
}
