//! Which lines a mark is about: its own, or the next that says something where nothing else stands on its own.

use std::ops::Range;

use crate::document::Format;
use crate::span::floor_char_boundary;

/// Bytes behind a mark in which the line is looked for that it is about.
const NEAR: usize = 4_096;
/// Lines that only open what the next line says.
const OPENING: usize = 8;

/// The lines of `text` that a mark at `range` is about.
pub(super) fn lines(text: &str, format: Format, range: &Range<usize>) -> Range<usize> {
    let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = line_end(text, range.end);
    let (before, behind) = (text[start..range.start].trim(), text[range.end..end].trim());
    let alone = behind.is_empty() && before.split_whitespace().all(is_bullet) || opens(before, format);
    if alone && behind.is_empty() { end..next_said(text, format, end) } else { start..end }
}

/// The end of the first line behind `from` that says something, and `from` where none comes soon.
fn next_said(text: &str, format: Format, from: usize) -> usize {
    let near = floor_char_boundary(text, from.saturating_add(NEAR).min(text.len()));
    let mut at = from;
    let mut said = from;
    for _ in 0..OPENING {
        let blank = text[at..near].len() - text[at..near].trim_start().len();
        if at + blank == near {
            return said;
        }
        let start = text[..at + blank].rfind('\n').map_or(at, |end| (end + 1).max(at));
        at = line_end(text, start);
        said = at;
        if !opens(text[start..at].trim(), format) {
            break;
        }
    }
    if format == Format::Rst { paragraph_end(text, said, near.max(said)) } else { said }
}

/// The end of the paragraph that the line before `from` begins: reStructuredText has no comment within one.
fn paragraph_end(text: &str, from: usize, near: usize) -> usize {
    let rest = text[from..near].split_inclusive('\n');
    let goes_on = |line: &&str| {
        let words = line.trim();
        let first = words.split_whitespace().next().unwrap_or_default();
        !words.is_empty() && !is_bullet(first) && first != ".." && !words.starts_with([':', '='])
    };
    from + rest.take_while(goes_on).map(str::len).sum::<usize>()
}

/// `-`, `*`, `>`, `|`, `3.`: what stands before the words of a line.
fn is_bullet(word: &str) -> bool {
    let is_number = || {
        let digits = word.strip_suffix(['.', ')']).unwrap_or_default();
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    !word.is_empty() && word.chars().all(|c| "-*+>|:#".contains(c)) || is_number()
}

/// Whether a line says nothing itself, and opens what follows.
fn opens(line: &str, format: Format) -> bool {
    match format {
        _ if line.starts_with("<!--") && line.ends_with("-->") => true,
        Format::Html => is_tags(line),
        Format::Markdown | Format::Jupyter => {
            is_tags(line)
                || line.starts_with(":::")
                || is_callout(line)
                || line == ">"
                || line.starts_with("{/*") && line.ends_with("*/}")
        }
        Format::Wikitext => is_tags(line) || line.starts_with("{|") || is_call(line),
        Format::Rst => is_directive(line) || is_option(line),
        Format::Asciidoc => is_attributes(line) || is_delimiter(line) || is_title(line) || line.starts_with("//"),
        Format::Org => is_keyword(line) || line.starts_with("# "),
        Format::Latex => is_environment(line) || line.starts_with('%'),
        Format::Bibtex => line.starts_with('%'),
        _ => false,
    }
}

/// Tags that open something, and nothing else; a link begins to say something.
fn is_tags(line: &str) -> bool {
    let mut rest = line;
    while let Some(tag) = rest.strip_prefix('<') {
        let name = tag.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next().unwrap_or_default();
        let Some(end) = tag.find('>').filter(|_| name.starts_with(|c: char| c.is_ascii_alphabetic())) else {
            return false;
        };
        let leads = |name: &str| tag[..end].split_whitespace().any(|part| part.starts_with(name));
        if name.eq_ignore_ascii_case("a")
            || leads("href=")
            || leads("src=")
            || tag[..end].contains("://") && name != "blockquote"
        {
            return false;
        }
        rest = tag[end + 1..].trim_start();
    }
    !line.is_empty() && rest.is_empty()
}

/// `> [!quote]`, which may be folded.
fn is_callout(line: &str) -> bool {
    let kind = line.strip_prefix('>').and_then(|rest| rest.trim_start().strip_prefix("[!"));
    kind.and_then(|kind| kind.split_once(']')).is_some_and(|(_, title)| matches!(title.trim(), "" | "-" | "+"))
}

/// `{{quote|` with what it shows on the lines below.
fn is_call(line: &str) -> bool {
    line.strip_prefix("{{").is_some_and(|name| !name.trim_end_matches('|').contains(['|', '}']))
}

fn is_directive(line: &str) -> bool {
    let said = line.strip_prefix(".. ").and_then(|rest| rest.split_once("::"));
    said.is_some_and(|(name, said)| said.trim().is_empty() && !name.contains(['[', '`']) && !name.starts_with('_'))
}

/// `:class: wide`
fn is_option(line: &str) -> bool {
    line.strip_prefix(':')
        .and_then(|rest| rest.split_once(':'))
        .is_some_and(|(name, _)| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
        && !line.contains('`')
}

/// `[quote, who, where]`
fn is_attributes(line: &str) -> bool {
    line.starts_with('[') && line.ends_with(']')
}

fn is_delimiter(line: &str) -> bool {
    let sign = line.chars().next().filter(|sign| "_-=*+".contains(*sign));
    let same = sign.is_some_and(|sign| line.chars().all(|c| c == sign) && line.len() >= 4);
    same || matches!(line, "--" | "|===" | "\"\"")
}

/// `.Words` above a block.
fn is_title(line: &str) -> bool {
    line.strip_prefix('.').is_some_and(|words| words.starts_with(char::is_alphanumeric))
}

fn is_keyword(line: &str) -> bool {
    const OPENING: &[&str] = &["begin_", "attr_", "caption", "name:", "results"];
    let name = line.strip_prefix("#+").unwrap_or_default().to_ascii_lowercase();
    OPENING.iter().any(|own| name.starts_with(own))
}

/// `\begin{quote}` with its arguments, or `\item`.
fn is_environment(line: &str) -> bool {
    if matches!(line, "\\item" | "\\noindent" | "\\centering") {
        return true;
    }
    let mut rest = line.strip_prefix("\\begin").unwrap_or("-");
    while let Some((open, close)) = [('{', '}'), ('[', ']')].into_iter().find(|(open, _)| rest.starts_with(*open)) {
        let end = rest.find(close).map_or(rest.len(), |at| at + open.len_utf8());
        rest = rest[end..].trim_start();
    }
    rest.is_empty() && !line.contains("://")
}

fn line_end(text: &str, from: usize) -> usize {
    memchr::memchr(b'\n', &text.as_bytes()[from..]).map_or(text.len(), |at| from + at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The mark in `text` is `‹…›`, and the lines that it is about begin and end with `expected`.
    fn check(format: Format, text: &str, expected: &str) {
        let start = text.find('‹').expect("a mark");
        let end = text.find('›').expect("its end") + '›'.len_utf8();
        let about = lines(text, format, &(start..end));
        assert_eq!(text[about].trim(), expected, "{text}");
    }

    #[test]
    fn a_mark_is_about_its_line_or_about_the_next_one_that_says_something() {
        for format in [Format::Plain, Format::Markdown, Format::Html, Format::Wikitext, Format::Org, Format::Latex] {
            check(format, "one\ntwo ‹m›\nthree", "two ‹m›");
            check(format, "one\n‹m› two\nthree", "‹m› two");
            check(format, "one\n‹m›\n\n  three\nfour", "three");
            check(format, "one\n- ‹m›\n  three\nfour", "three");
            check(format, "one\n1. ‹m›\nthree", "three");
            check(format, "‹m›\n", "");
        }
        check(Format::Markdown, "> ‹m›\n> three\n> four", "> three");
    }

    #[test]
    fn lines_that_only_open_something_are_none_that_a_mark_is_about() {
        check(Format::Html, "‹m›\n<p>\n two\n three", "<p>\n two");
        check(Format::Html, "‹m›\n<ul class=\"x\">\n<li>\n two\n three", "<ul class=\"x\">\n<li>\n two");
        check(Format::Html, "<p>‹m›\n two\n three", "two");
        check(Format::Html, "two</p> ‹m›\n three", "two</p> ‹m›");
        check(Format::Html, "</p> ‹m›\n three", "</p> ‹m›");
        check(Format::Html, "‹m›\n<a href=\"x\">\n three", "<a href=\"x\">");
        check(Format::Html, "‹m›\n<p>two\n three", "<p>two");
        check(
            Format::Html,
            "‹m›\n<blockquote cite=\"https://a.test\">\ntwo\nthree",
            "<blockquote cite=\"https://a.test\">\ntwo",
        );
        check(Format::Markdown, "‹m›\n> [!quote]\n> two\n> three", "> [!quote]\n> two");
        check(Format::Markdown, "‹m›\n::: note\ntwo\nthree", "::: note\ntwo");
        check(Format::Wikitext, "‹m›\n{{quote|\ntwo\nthree", "{{quote|\ntwo");
        check(Format::Wikitext, "‹m›\n{{quote|two\nthree", "{{quote|two");
        check(Format::Asciidoc, "‹m›\n.Title\n[quote, Doe]\n____\ntwo\nthree", ".Title\n[quote, Doe]\n____\ntwo");
        check(Format::Org, "‹m›\n#+begin_quote\ntwo\nthree", "#+begin_quote\ntwo");
        check(Format::Latex, "‹m›\n\\begin{quote}[x]\ntwo\nthree", "\\begin{quote}[x]\ntwo");
        check(Format::Latex, "\\item ‹m›\ntwo\nthree", "two");
        check(Format::Plain, "‹m›\n<p>\ntwo", "<p>");
    }

    #[test]
    fn marks_and_other_comments_between_a_mark_and_its_line_are_passed_over() {
        check(Format::Markdown, "‹m›\n<!-- off -->\ntwo\nthree", "<!-- off -->\ntwo");
        check(Format::Latex, "‹m›\n% off\ntwo\nthree", "% off\ntwo");
        check(Format::Org, "‹m›\n# off\ntwo\nthree", "# off\ntwo");
        check(Format::Asciidoc, "‹m›\n// off\ntwo\nthree", "// off\ntwo");
        check(Format::Plain, "‹m›\n# off\ntwo", "# off");
    }

    #[test]
    fn a_comment_of_restructuredtext_is_about_the_paragraph_below_it() {
        check(Format::Rst, "‹m›\n\ntwo\nthree\n\nfour", "two\nthree");
        check(Format::Rst, "‹m›\n\n.. epigraph::\n\n   two\n   three\n\nfour", ".. epigraph::\n\n   two\n   three");
        check(Format::Rst, "‹m›\n\n- two\n  three\n- four", "- two\n  three");
        check(Format::Rst, "‹m›\n.. [1] two\n   three\n.. [2] four", ".. [1] two\n   three");
    }
}
