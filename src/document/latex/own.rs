//! Commands that a document defines for itself, where they are another name of a known one: `\newcommand{\q}[1]{``#1''}`.

use std::ops::Range;

use crate::document::light::gathered::Gathered;

use super::argument::{self, group, is_off, option, skip_space};
use super::command::{self, Command};

/// Commands that define others.
const DEFINE: &[&str] = &[
    "newcommand",
    "renewcommand",
    "providecommand",
    "DeclareRobustCommand",
    "NewDocumentCommand",
    "RenewDocumentCommand",
    "DeclareDocumentCommand",
    "newrobustcmd",
    "def",
];

/// Definitions that are kept.
const MOST: usize = 200;

/// What stands around the argument of a command that puts it between quotation marks.
const QUOTES: &[(&str, &str)] = &[
    ("``", "''"),
    ("“", "”"),
    ("„", "“"),
    ("«", "»"),
    ("<<", ">>"),
    (",,", "''"),
    ("\"`", "\"'"),
    ("\\textquotedblleft ", "\\textquotedblright"),
    ("\\textquotedblleft{}", "\\textquotedblright{}"),
    ("\\glqq ", "\\grqq"),
    ("\\glqq{}", "\\grqq{}"),
    ("\\guillemotleft ", "\\guillemotright"),
    ("\\og ", "\\fg{}"),
];

/// Reads the definitions of a whole document.
pub(super) fn define(text: &str, gathered: &mut Gathered) {
    for found in memchr::memchr_iter(b'\\', text.as_bytes()) {
        let name = argument::name(&text[found + 1..]);
        if DEFINE.contains(&name)
            && gathered.attributes.len() < MOST
            && !is_off(text, found)
            && let Some((own, known)) = definition(text, found + 1 + name.len(), name)
            && command::of(own) == Command::Shown
        {
            gathered.attributes.insert(own.to_owned(), known.to_owned());
        }
    }
}

/// The name that is defined at `at`, and the known command that it is another name of.
fn definition<'t>(text: &'t str, at: usize, by: &str) -> Option<(&'t str, &'t str)> {
    let at = if text[at..].starts_with('*') { at + 1 } else { at };
    let (name, behind) = if let Some((inner, behind)) = group(text, at, text.len()) {
        (text[inner].trim().strip_prefix('\\')?, behind)
    } else {
        let at = skip_space(text, at, text.len());
        let name = argument::name(text[at..].strip_prefix('\\')?);
        (name, at + 1 + name.len())
    };
    let one = match by {
        "def" => text[behind..].strip_prefix("#1").map(|_| behind + 2),
        _ if by.ends_with("DocumentCommand") => arguments(text, behind),
        _ => option(text, behind, text.len()).filter(|(count, _)| text[count.clone()].trim() == "1").map(|(_, at)| at),
    };
    // A default for the one argument makes it something to leave out.
    let (body, _) = group(text, one.filter(|&at| !text[at..].starts_with('['))?, text.len())?;
    let written = inner_of(text[body].trim());
    Some((name, known(written)?))
}

/// The place behind `{m}`.
fn arguments(text: &str, at: usize) -> Option<usize> {
    let (inner, behind): (Range<usize>, usize) = group(text, at, text.len())?;
    matches!(text[inner].trim(), "m" | "+m").then_some(behind)
}

/// A body without the braces and the emphasis around all of it.
fn inner_of(body: &str) -> &str {
    const AROUND: &[&str] = &["{", "\\emph{", "\\textit{", "\\textbf{", "\\textsl{", "\\mbox{"];
    let mut body = body;
    for _ in 0..4 {
        let Some(inner) = AROUND.iter().find_map(|open| body.strip_prefix(open)?.strip_suffix('}')) else { break };
        body = inner.trim();
    }
    body.strip_suffix("\\xspace").unwrap_or(body).trim()
}

/// The known command whose only work the body is.
fn known(body: &str) -> Option<&str> {
    let quoted = QUOTES.iter().any(|(open, close)| {
        let inner = body.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        inner.is_some_and(|inner| inner_of(inner.trim()) == "#1")
    });
    if quoted {
        return Some("enquote");
    }
    let name = argument::name(body.strip_prefix('\\')?);
    let argument = body[1 + name.len()..].trim_start_matches('*').trim();
    let plain = argument.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let whole = plain.is_some_and(|inner| inner_of(inner.trim()) == "#1");
    let useful = matches!(
        command::of(name),
        Command::Quote | Command::Cite | Command::Footnote | Command::Url | Command::Doi | Command::Heading
    );
    (whole && useful).then_some(name)
}
