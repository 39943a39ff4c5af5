//! The light markup that a text shows where its name says nothing, and what a file that is called text really is.
//! A sign that plain text could have as well never counts alone.

use super::{Format, sniff};

/// Bytes that are looked at.
const LOOKED_AT: usize = 64 * 1024;

/// Commands that stand at the beginning of a line of LaTeX.
const HEADS: &[&str] = &["\\section{", "\\section*{", "\\subsection{", "\\chapter{", "\\usepackage", "\\begin{"];

/// Commands in running text of LaTeX.
const COMMANDS: &[&str] =
    &["\\url{", "\\href{", "\\cite{", "\\citep{", "\\citet{", "\\footnote{", "\\emph{", "\\textit{"];

/// Elements that a part of an HTML page begins with.
const BLOCKS: &[&str] =
    &["article", "blockquote", "body", "div", "h1", "h2", "h3", "main", "ol", "p", "section", "table", "ul"];

/// The markup of `text`, of a file whose name has no ending or of what has no name.
pub(super) fn of_light(text: &str) -> Option<Format> {
    let text = start(text);
    let lines: Vec<&str> = outside_of_code(text);
    if is_rst(&lines) {
        Some(Format::Rst)
    } else if has_link(&lines) || has_notes(&lines, "[^", "]:") {
        Some(Format::Markdown)
    } else if is_latex(&lines) {
        Some(Format::Latex)
    } else if is_asciidoc(&lines) {
        Some(Format::Asciidoc)
    } else if is_org(&lines) {
        Some(Format::Org)
    } else {
        is_fragment(text).then_some(Format::Html)
    }
}

/// What a file that is called text is, where its very beginning or several signs say it.
pub(super) fn of_called_text(text: &str) -> Option<Format> {
    let text = start(text);
    let heads = |line: &&str| line.starts_with('#') && line.trim_start_matches('#').starts_with(' ');
    let lines = outside_of_code(text);
    if lines.iter().any(heads) && has_link(&lines) {
        return Some(Format::Markdown);
    }
    if is_rst(&lines) {
        return Some(Format::Rst);
    }
    if is_asciidoc(&lines) {
        return Some(Format::Asciidoc);
    }
    let first = lines.iter().copied().find(|line| !line.trim().is_empty() && !line.starts_with('%'))?;
    sniff::format(text).filter(|format| match format {
        Format::Html | Format::Jupyter | Format::CslJson | Format::Ris => true,
        Format::Bibtex => first.starts_with('@'),
        Format::Latex => first.starts_with("\\documentclass"),
        Format::Org => first.to_ascii_lowercase().starts_with("#+title:"),
        Format::Wikitext => {
            let lower = text.to_ascii_lowercase();
            let has = |sign: &str| lower.contains(sign);
            let note = has("<ref") && (has("</ref>") || has("/>"));
            let template = has("{{cite ") && has("}}");
            template && has("|") || note && (has("[[") || has("'''") || has("{{"))
        }
        _ => false,
    })
}

fn start(text: &str) -> &str {
    let start = &text[..crate::span::floor_char_boundary(text, LOOKED_AT)];
    start.trim_start_matches('\u{feff}').trim_start()
}

/// The lines that do not stand between fences.
fn outside_of_code(text: &str) -> Vec<&str> {
    let mut inside = false;
    let shown = |line: &&str| {
        let fence = line.trim_start().starts_with("```");
        inside ^= fence;
        !fence && !inside
    };
    text.lines().filter(shown).collect()
}

fn is_rst(lines: &[&str]) -> bool {
    let directive = |rest: &str| {
        let name = rest.trim_start_matches(|sign: char| sign.is_ascii_lowercase() || sign == '-');
        name.len() < rest.len() && name.starts_with("::")
    };
    let target = |rest: &str| rest.starts_with('_') && (rest.contains(": http://") || rest.contains(": https://"));
    let marked = lines.iter().any(|line| line.contains("]_"));
    lines.iter().any(|line| {
        let shows = |rest: &str| directive(rest) || target(rest) || marked && rest.starts_with('[');
        line.contains(">`_") || line.strip_prefix(".. ").is_some_and(shows)
    })
}

/// Whether words lead to an address as `[words](https://…)` does.
fn has_link(lines: &[&str]) -> bool {
    lines.iter().any(|line| {
        ["](http://", "](https://", "](<http"]
            .iter()
            .any(|sign| line.find(sign).is_some_and(|at| line[..at].contains('[')))
    })
}

/// Whether a line is the note of a mark that stands elsewhere.
fn has_notes(lines: &[&str], open: &str, close: &str) -> bool {
    let label = |line: &&str| {
        let rest = line.strip_prefix(open)?;
        let (label, _) = rest.split_once(close)?;
        let fits = !label.is_empty() && !label.contains(['[', ']', ' ']);
        fits.then(|| format!("{open}{label}]"))
    };
    let Some((at, mark)) = lines.iter().enumerate().find_map(|(at, line)| Some((at, label(line)?))) else {
        return false;
    };
    lines.iter().enumerate().any(|(other, line)| other != at && line.contains(&mark))
}

fn is_latex(lines: &[&str]) -> bool {
    let is_head = |line: &&str| HEADS.iter().any(|head| line.starts_with(head));
    let commands = || COMMANDS.iter().filter(|command| lines.iter().any(|line| line.contains(**command))).count();
    let closes = || lines.iter().any(|line| line.contains('}'));
    (lines.iter().any(is_head) || commands() > 1) && closes()
}

fn is_asciidoc(lines: &[&str]) -> bool {
    let attribute =
        |line: &&str| line.strip_prefix(':').is_some_and(|rest| rest.split_once(':').is_some_and(is_attribute));
    let lead = |line: &&&str| line.trim().is_empty() || line.starts_with("//") || attribute(line);
    let titled = lines.iter().find(|line| !lead(line)).is_some_and(|line| is_section(line, 1));
    let sections = lines.iter().filter(|line| (2..=5).any(|level| is_section(line, level))).count();
    let link = |line: &&str| {
        line.contains("footnote:[")
            || line.split("http").skip(1).any(|rest| {
                let address = rest.split(|sign: char| sign.is_whitespace() || sign == ']').next().unwrap_or(rest);
                let words = address.split_once('[').map(|(_, words)| words);
                // `https://a.test/x[1]`: the mark of a note stands behind an address.
                address.contains("://")
                    && words.is_some_and(|words| words.contains(char::is_alphabetic) || words.is_empty())
            })
    };
    titled && lines.iter().any(|line| attribute(line) || link(line)) || sections > 0 && lines.iter().any(link)
}

/// `== Words`, which wikis close as they open it.
fn is_section(line: &str, level: usize) -> bool {
    let words = line.trim_start_matches('=');
    line.len() - words.len() == level && words.starts_with(' ') && !line.trim_end().ends_with('=')
}

fn is_attribute((name, value): (&str, &str)) -> bool {
    let named = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'!'));
    !name.is_empty() && named && (value.is_empty() || value.starts_with(' '))
}

fn is_org(lines: &[&str]) -> bool {
    let link = |line: &&str| {
        line.split("[[http").skip(1).any(|rest| rest.split_once("][").is_some_and(|(_, words)| words.contains("]]")))
    };
    lines.iter().any(link) || has_notes(lines, "[fn:", "]")
}

/// A part of a page: it begins with the tag of a block and ends with a tag.
fn is_fragment(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('<') else { return false };
    let name = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (name, rest) = rest.split_at(name);
    let block = BLOCKS.iter().any(|block| block.eq_ignore_ascii_case(name)) && rest.starts_with(['>', ' ', '\n']);
    block && text.contains("</") && text.trim_end().ends_with('>')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn light_markup_shows_by_what_plain_text_does_not_have() {
        let check = |text: &str, expected: Option<Format>| assert_eq!(of_light(text), expected, "{text}");
        check("# T\n\nSee [x](https://a.test/1).\n", Some(Format::Markdown));
        check("Text.[^1]\n\n[^1]: https://a.test/1\n", Some(Format::Markdown));
        check("1. T \\- Site, [https://a.test/a\\_b](https://a.test/a_b)  \n", Some(Format::Markdown));
        check("Title\n=====\n\nSee `x <https://a.test/1>`_.\n", Some(Format::Rst));
        check("See [1]_.\n\n.. [1] foo https://a.test/2\n", Some(Format::Rst));
        check(".. note:: A word\n", Some(Format::Rst));
        check("\\section{A} See \\url{https://a.test/1}.\n", Some(Format::Latex));
        check("= Title\nAuthor\n:toc:\n\nWords.\n", Some(Format::Asciidoc));
        check("= Title\n\nSee https://a.test/1[x].\n", Some(Format::Asciidoc));
        check("* Head\nSee [[https://a.test/1][x]].\n", Some(Format::Org));
        check("It fell.[fn:1]\n\n[fn:1] https://a.test/1\n", Some(Format::Org));
        check("<p>See <a href=\"https://a.test/x\">x</a></p>", Some(Format::Html));
        check("<p align=\"center\">A</p>\n\n# B\n\n[c](https://a.test)\n", Some(Format::Markdown));
    }

    #[test]
    fn plain_text_that_looks_a_bit_like_markup_is_plain() {
        for text in [
            "# a comment\n* an item\n",
            "Title\n=====\n\nWords [1].\n\n[1]: https://a.test/1\n",
            "It rose [1].\n\n[1] Doe, https://a.test/1\n",
            "A power x[^2] and (https://a.test).\n",
            "[^1]: a note without a mark\n",
            ".. and so on\n.. [1] or not\n",
            "Type \\url{https://a.test} for it.\n",
            "= 3\n\nWords: https://a.test/1 [x].\n",
            "Note: at 10:30: it began.\n",
            "<https://a.test/1> says so.\n",
            "<p> is a tag, and </p> ends it.\n",
            "",
        ] {
            assert_eq!(of_light(text), None, "{text}");
        }
    }

    #[test]
    fn a_file_called_text_is_what_its_beginning_says() {
        let check = |text: &str, expected: Option<Format>| assert_eq!(of_called_text(text), expected, "{text}");
        check("{{cite web|url=https://a.test|title=A}}", Some(Format::Wikitext));
        check("'''A''' is [[b]].<ref>https://a.test</ref>", Some(Format::Wikitext));
        check("<!DOCTYPE html>\n<p>a", Some(Format::Html));
        check("% refs\n@misc{a, title={b}}", Some(Format::Bibtex));
        check("{\"cells\": [{\"cell_type\": \"code\"}]}", Some(Format::Jupyter));
        check("= Title\nAuthor\n:toc:\n\nWords.\n", Some(Format::Asciidoc));
        check("// Notes\n:toc:\n= Title\n\nWords.footnote:[A]\n", Some(Format::Asciidoc));
        check("Words.\n\n== Part\n\nSee https://a.test/1[the log].\n", Some(Format::Asciidoc));
        check("== Part ==\n\nSee https://a.test/1[the log].\n", None);
        check("= 3\n\nWords: https://a.test/1 [x].\n", None);
        check("== Part\n\nIt rose, says https://a.test/1[1].\n", None);
        check("=======\nTitle\n=======\n\nSee https://a.test/1[the log].\n", None);
        check("# T\n\nSee [x](https://a.test/1).\n", Some(Format::Markdown));
        check(".. _name:\n\nTitle\n=====\n\n.. note:: See `x <https://a.test/1>`_.\n", Some(Format::Rst));
        check("Title\n=====\n\n.. and so on [1].\n", None);
        check("An entry looks so:\n\n@misc{a, title={b}}", None);
        check("Notes stand in <ref> there.\n", None);
        check("LaTeX begins with \\documentclass{a}.\n", None);
        check("It rose [1].\n\n[1] Doe, https://a.test/1\n", None);
    }
}
