//! A unified diff of a document and its edits, as `patch` and `git apply` read it.

use std::fmt::Write as _;

use super::edit::{self, Edit};

/// Lines around a change that stay as they are.
const CONTEXT: usize = 3;

/// Lines of the old text, and the lines that take their place.
struct Change {
    /// Of the first line, from 0.
    start: usize,
    old: usize,
    new: Vec<String>,
}

/// The diff; empty where nothing changes.
/// `path` is that of the file from where the diff is applied, in bytes.
pub(crate) fn unified(path: &[u8], text: &str, edits: &[Edit]) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let changes = changes(text, &lines, edits);
    if changes.is_empty() {
        return String::new();
    }
    let mut diff = format!("--- {}\n+++ {}\n", name("a", path), name("b", path));
    let mut shift = 0_isize;
    let mut from = 0;
    while from < changes.len() {
        let joins = |pair: &[Change]| pair[1].start - (pair[0].start + pair[0].old) <= 2 * CONTEXT;
        let to = from + 1 + changes[from..].windows(2).take_while(|pair| joins(pair)).count();
        shift = hunk(&mut diff, &lines, &changes[from..to], shift);
        from = to;
    }
    diff
}

/// What lines change: those that an edit touches, without the ones that stay as they are.
fn changes(text: &str, lines: &[&str], edits: &[Edit]) -> Vec<Change> {
    let starts: Vec<usize> = lines.iter().scan(0, |at, line| Some(std::mem::replace(at, *at + line.len()))).collect();
    let line_of = |at: usize| starts.partition_point(|start| *start <= at).saturating_sub(1);
    let mut changes = Vec::new();
    let mut at = 0;
    while at < edits.len() {
        let first = line_of(edits[at].span.start());
        let (mut last, mut end) = (line_of(edits[at].span.end()), at + 1);
        while end < edits.len() && line_of(edits[end].span.start()) <= last {
            last = last.max(line_of(edits[end].span.end()));
            end += 1;
        }
        let start = starts.get(first).copied().unwrap_or_default();
        let stop = starts.get(last + 1).copied().unwrap_or(text.len());
        let own: Vec<Edit> = edits[at..end]
            .iter()
            .map(|edit| {
                let span = crate::span::Span::new(edit.span.start() - start, edit.span.end() - start);
                Edit { span, ..edit.clone() }
            })
            .collect();
        let edited = edit::applied(&text[start..stop], &own);
        let mut new: Vec<String> = edited.split_inclusive('\n').map(str::to_owned).collect();
        let mut old = &lines[first..(last + 1).min(lines.len())];
        let same = old.iter().zip(&new).take_while(|(old, new)| *old == new).count();
        old = &old[same..];
        new.drain(..same);
        let same_end = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| *old == new).count();
        new.truncate(new.len() - same_end);
        if !new.is_empty() || old.len() > same_end {
            changes.push(Change { start: first + same, old: old.len() - same_end, new });
        }
        at = end;
    }
    changes
}

/// Writes changes near to each other; gives how many lines the new text is ahead.
fn hunk(diff: &mut String, lines: &[&str], changes: &[Change], shift: isize) -> isize {
    let (first, last) = (&changes[0], &changes[changes.len() - 1]);
    let start = first.start.saturating_sub(CONTEXT);
    let end = (last.start + last.old + CONTEXT).min(lines.len());
    let grown: isize = changes.iter().map(|change| change.new.len().cast_signed() - change.old.cast_signed()).sum();
    let (old, new) = (end - start, (end - start).saturating_add_signed(grown));
    // A side without lines is named by the line before it.
    let line = |start: usize, count: usize| if count == 0 { start } else { start + 1 };
    let ahead = start.saturating_add_signed(shift);
    writeln!(diff, "@@ -{},{old} +{},{new} @@", line(start, old), line(ahead, new)).expect("a string takes it");
    let mut at = start;
    for change in changes {
        lines[at..change.start].iter().for_each(|line| put(diff, ' ', line));
        lines[change.start..change.start + change.old].iter().for_each(|line| put(diff, '-', line));
        change.new.iter().for_each(|line| put(diff, '+', line));
        at = change.start + change.old;
    }
    lines[at..end].iter().for_each(|line| put(diff, ' ', line));
    shift + grown
}

fn put(diff: &mut String, sign: char, line: &str) {
    diff.push(sign);
    diff.push_str(line);
    if !line.ends_with('\n') {
        diff.push_str("\n\\ No newline at end of file\n");
    }
}

/// A path as git writes it: quoted as in C where it holds what would end it, and with a tab behind it where it holds
/// white space. One that is whole, from the root, is applied there: `patch -p1 -d /`.
fn name(side: &str, path: &[u8]) -> String {
    let path = path.strip_prefix(b"./").unwrap_or(path);
    let path = path.strip_prefix(b"/").unwrap_or(path);
    let whole = [side.as_bytes(), b"/", path].concat();
    match str::from_utf8(&whole) {
        Ok(name) if !name.contains(|c: char| c.is_control() || c == '"' || c == '\\') => {
            let tab = if name.contains(char::is_whitespace) { "\t" } else { "" };
            return format!("{name}{tab}");
        }
        _ => {}
    }
    let mut quoted = String::from("\"");
    for byte in whole {
        match byte {
            b'"' | b'\\' => quoted.extend(['\\', char::from(byte)]),
            b' '..=b'~' => quoted.push(char::from(byte)),
            _ => write!(quoted, "\\{byte:03o}").expect("a string takes it"),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::*;
    use crate::span::Span;

    fn check(text: &str, edits: &[(usize, usize, &str)], expected: &str) {
        let edits: Vec<Edit> = edits
            .iter()
            .map(|(start, end, with)| Edit {
                span: Span::new(*start, *end),
                text: (*with).to_owned(),
                kind: Kind::Archive,
                citation: 0,
                code: None,
                why: String::new(),
            })
            .collect();
        assert_eq!(unified(b"a.md", text, &edits), expected);
    }

    #[test]
    fn changes_stand_in_hunks_with_the_lines_around_them() {
        check("a\nb\n", &[], "");
        check("a\nb\nc\n", &[(2, 3, "x")], "--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n");
        check(
            "a",
            &[(1, 1, "!")],
            "--- a/a.md\n+++ b/a.md\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a!\n\\ No newline at end of file\n",
        );
        check("a\nb\n", &[(2, 2, "x\n")], "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,3 @@\n a\n+x\n b\n");
        check("a\n", &[(2, 2, "x\n")], "--- a/a.md\n+++ b/a.md\n@@ -1,1 +1,2 @@\n a\n+x\n");
        let far: String = (0..20).map(|n| format!("{n}\n")).collect::<Vec<_>>().concat();
        let end = far.len() - 1;
        let expected = "--- a/a.md\n+++ b/a.md\n@@ -1,4 +1,5 @@\n-0\n+0\n+x\n 1\n 2\n 3\n@@ -17,4 +18,4 @@\n 16\n 17\n 18\n-19\n+19!\n";
        // A line end that is inserted is one of the text, whatever stands around it.
        check(&far, &[(1, 1, "\nx"), (end, end, "!")], &expected.replace("-0\n+0\n", " 0\n"));
    }

    #[test]
    fn a_path_that_would_end_the_line_is_quoted() {
        assert_eq!(name("a", b"docs/a b.md"), "a/docs/a b.md\t");
        assert_eq!(name("a", b"./x.md"), "a/x.md");
        assert_eq!(name("a", b"/x.md"), "a/x.md");
        assert_eq!(name("a", "é\u{1f600}.md".as_bytes()), "a/é\u{1f600}.md");
        assert_eq!(name("a", b"\xff \t.md"), "\"a/\\377 \\011.md\"");
        assert_eq!(name("b", b"a\n\".md"), "\"b/a\\012\\\".md\"");
    }
}
