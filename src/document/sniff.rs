//! The format that a text itself shows, where its name says nothing. Only what is unmistakable counts.

use super::Format;

/// Bytes that are looked at.
const LOOKED_AT: usize = 64 * 1024;

/// Lines at the beginning of an Org document among which its keywords stand.
const KEYWORD_LINES: usize = 30;

/// Kinds of entries that BibTeX files begin with.
const KINDS: &[&str] = &[
    "article",
    "book",
    "booklet",
    "collection",
    "comment",
    "conference",
    "dataset",
    "electronic",
    "inbook",
    "incollection",
    "inproceedings",
    "manual",
    "mastersthesis",
    "misc",
    "mvbook",
    "online",
    "patent",
    "phdthesis",
    "preamble",
    "proceedings",
    "report",
    "software",
    "string",
    "techreport",
    "thesis",
    "unpublished",
    "www",
];

/// The format of `text`, if it shows.
pub(super) fn format(text: &str) -> Option<Format> {
    let start = &text[..crate::span::floor_char_boundary(text, LOOKED_AT)];
    let start = start.trim_start_matches('\u{feff}').trim_start();
    let formats = [
        Format::Html,
        Format::Jupyter,
        Format::CslJson,
        Format::Ris,
        Format::Latex,
        Format::Bibtex,
        Format::Org,
        Format::Asciidoc,
        Format::Wikitext,
    ];
    formats.into_iter().find(|format| match format {
        Format::Html => is_html(start),
        Format::CslJson => is_csl(start),
        Format::Ris => is_ris(start),
        Format::Bibtex => is_bibtex(start),
        Format::Wikitext => is_wikitext(start),
        Format::Jupyter => start.starts_with('{') && start.contains("\"cells\"") && start.contains("\"cell_type\""),
        Format::Latex => ["\\documentclass", "\\begin{document}"].iter().any(|sign| start.contains(sign)),
        Format::Org => start.lines().take(KEYWORD_LINES).any(|line| line.to_ascii_lowercase().starts_with("#+title:")),
        Format::Asciidoc => {
            start.starts_with("= ") && start.lines().any(|line| line.starts_with("== ") && !line.ends_with("=="))
        }
        Format::Plain | Format::Markdown | Format::Rst | Format::Docx | Format::Pdf => false,
    })
}

fn is_html(text: &str) -> bool {
    let start: String = text.chars().take(15).collect::<String>().to_ascii_lowercase();
    ["<!doctype html", "<html"].iter().any(|sign| start.starts_with(sign))
}

fn is_csl(text: &str) -> bool {
    let holds = |words: &[&str]| words.iter().any(|word| text.contains(word));
    text.starts_with(['[', '{'])
        && holds(&["\"type\""])
        && holds(&["\"URL\"", "\"DOI\"", "\"issued\"", "\"container-title\""])
}

fn is_ris(text: &str) -> bool {
    text.strip_prefix("TY").is_some_and(|rest| rest.trim_start_matches(' ').starts_with('-') && text.contains("\nER"))
}

fn is_bibtex(text: &str) -> bool {
    text.lines().any(|line| {
        let Some(rest) = line.trim_start().strip_prefix('@') else { return false };
        let word = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let bracket = rest[word..].trim_start().starts_with(['{', '(']);
        bracket && KINDS.iter().any(|kind| kind.eq_ignore_ascii_case(&rest[..word]))
    })
}

fn is_wikitext(text: &str) -> bool {
    let lower = text.to_lowercase();
    let heading = |line: &str| {
        let line = line.trim_end();
        line.len() > 4 && line.starts_with("==") && line.ends_with("==")
    };
    let notes = ["<ref>", "<ref name", "{{cite ", "{{reflist", "{{sfn|"].iter().any(|sign| lower.contains(sign));
    let links = lower.contains("[[") && lower.contains("]]");
    notes || links && lower.lines().any(heading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_shows_only_where_it_is_unmistakable() {
        let check = |text: &str, expected: Option<Format>| assert_eq!(format(text), expected, "{text}");
        check("[{\"type\": \"webpage\", \"URL\": \"https://a.test\"}]", Some(Format::CslJson));
        check("{\"type\": \"object\"}", None);
        check("TY  - WEB\nER  - \n", Some(Format::Ris));
        check("TYPE - a\n", None);
        check("% refs\n@misc{a, title={b}}", Some(Format::Bibtex));
        check("@media(print) {}\n@hazel {hi}", None);
        check("A.<ref>https://a.test</ref>", Some(Format::Wikitext));
        check("== Loss ==\nA [[ferry]].", Some(Format::Wikitext));
        check("See [[1]] and == this ==", None);
        check("Plain words. 1", None);
        check("<!DOCTYPE html>\n<p>", Some(Format::Html));
        check("<html lang=de>", Some(Format::Html));
        check("{\"cells\": [{\"cell_type\": \"code\"}]}", Some(Format::Jupyter));
        check("% a\n\\documentclass{article}\n", Some(Format::Latex));
        check("#+TITLE: A\n* B", Some(Format::Org));
        check("= A\n\n== B\n", Some(Format::Asciidoc));
        check("= A =\n\n== B ==\n", None);
        check("", None);
    }
}
