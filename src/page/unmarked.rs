//! What a plain text says without its markup: the words of Markdown, reStructuredText or LaTeX as a reader of the finished
//! page sees them, and those of a feed without its tags.

use serde_json::Value;

use super::{parse, structured, walk};
use crate::document::{self, Format, Limits};

/// Bytes of the beginning in which the signs of a format are looked for.
const LOOKED_AT: usize = 256 * 1024;

/// Bytes that are read without markup; longer plain texts are data.
const LONGEST: usize = 8 * 1024 * 1024;

/// Strings of one text in JSON whose markup is taken out.
const MOST_PARSED: usize = 2_000;

/// Commands of LaTeX that stand in any text of it, and in no other.
const LATEX_SIGNS: [&str; 9] = [
    "\\emph{",
    "\\textit{",
    "\\textbf{",
    "\\section{",
    "\\subsection{",
    "\\chapter{",
    "\\cite{",
    "\\footnote{",
    "\\begin{",
];

/// Links, roles and directives of reStructuredText.
const RST_SIGNS: [&str; 7] = [">`_", ":ref:`", ":doc:`", ":term:`", "\n.. _", "\n.. note::", "\n.. image::"];

/// Links, images and notes of Markdown.
const MARKDOWN_SIGNS: [&str; 4] = ["](", "][", "[^", "](<"];

/// The words of `text` without its markup, if it has any.
pub(super) fn read(
    text: &str,
    content_type: Option<&str>,
    url: &str,
    keep_going: &mut dyn FnMut() -> bool,
) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let essence = content_type.unwrap_or_default().split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if let Some(value) = structured::json(text).filter(|_| is_json(text, &essence)) {
        return Some(of_json(&value, keep_going));
    }
    if is_xml(text, &essence) {
        return Some(of_xml(text, keep_going));
    }
    let format = of_type(&essence).or_else(|| of_address(url)).or_else(|| of_signs(text))?;
    Some(document::parse(text, format, Limits::default()).prose.text().to_owned())
}

fn is_json(text: &str, essence: &str) -> bool {
    let told = matches!(essence, "application/json" | "text/json") || essence.ends_with("+json");
    told || text.trim_start().starts_with(['{', '['])
}

/// The strings, with their escapes and their markup taken out.
fn of_json(value: &Value, keep_going: &mut dyn FnMut() -> bool) -> String {
    let mut parsed = 0;
    let mut words = |text: &str| {
        let marked = text.contains('<') && text.contains('>') || text.contains('&') && text.contains(';');
        parsed += usize::from(marked);
        if !marked || parsed > MOST_PARSED {
            return text.to_owned();
        }
        let (tree, _) = parse::parse(text, keep_going);
        walk::texts(tree.root_element()).visible
    };
    let texts = structured::strings(value).into_iter().map(|(_, text)| words(text));
    texts.filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

fn is_xml(text: &str, essence: &str) -> bool {
    matches!(essence, "application/xml" | "text/xml") || essence.ends_with("+xml") || text.starts_with("<?xml")
}

/// The words between the tags, and between those of the markup that stands in it as text.
fn of_xml(text: &str, keep_going: &mut dyn FnMut() -> bool) -> String {
    // Elements of unknown names part words here as they do there.
    let markup = text.replace("<![CDATA[", "").replace("]]>", "").replace("><", ">\n<");
    let mut words = |markup: &str| {
        let (tree, _) = parse::parse(markup, keep_going);
        walk::texts(tree.root_element()).visible
    };
    let inner = words(&markup);
    if inner.contains("</") { words(&inner) } else { inner }
}

fn of_type(essence: &str) -> Option<Format> {
    Some(match essence {
        "text/markdown" | "text/x-markdown" | "text/vnd.daringfireball.markdown" => Format::Markdown,
        "text/x-rst" | "text/prs.fallenstein.rst" | "text/restructured" => Format::Rst,
        "text/x-tex" | "text/x-latex" | "text/tex" | "text/latex" => Format::Latex,
        "text/org" | "text/x-org" => Format::Org,
        "text/asciidoc" | "text/x-asciidoc" => Format::Asciidoc,
        "text/x-wiki" => Format::Wikitext,
        _ => return None,
    })
}

/// The format that the ending of an address says, of those that are written to be read.
fn of_address(url: &str) -> Option<Format> {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    Format::of_path(path).filter(|format| is_prose(*format))
}

fn is_prose(format: Format) -> bool {
    matches!(format, Format::Markdown | Format::Rst | Format::Latex | Format::Asciidoc | Format::Org | Format::Wikitext)
}

fn of_signs(text: &str) -> Option<Format> {
    let start = &text[..crate::span::floor_char_boundary(text, LOOKED_AT)];
    let has = |signs: &[&str]| signs.iter().any(|sign| start.contains(sign));
    let shown = Format::of_content(start).filter(|format| is_prose(*format));
    shown.or_else(|| {
        if has(&LATEX_SIGNS) {
            Some(Format::Latex)
        } else if has(&RST_SIGNS) {
            Some(Format::Rst)
        } else {
            has(&MARKDOWN_SIGNS).then_some(Format::Markdown)
        }
    })
}

#[cfg(test)]
mod tests;
