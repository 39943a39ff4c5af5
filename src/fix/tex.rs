//! Captures in LaTeX: behind the link, and behind the whole of a command that the address is an argument of.

use std::ops::Range;

use super::Swap;
use super::archive::{Place, Why, insert};
use super::light::closing;
use super::spelling::latex_address;
use crate::document::{has_tex_meaning, tex_arguments};

const UNKNOWN: &str = "it is the argument of a command that the document does not define";
const NO_LINKS: &str = "the document has no command for a link";
const APART: &str = "the arguments of the command around it are not found";

/// ` (\href{…}{archived})`.
pub(super) fn latex(at: &Place<'_>) -> Result<Swap, Why> {
    let before = &at.text()[..at.address.start()];
    let verbatim = verbatim_end(at);
    let own = if at.is_link() {
        let start = at.entry.span.start().min(at.address.start());
        start..verbatim.map_or_else(|| at.end(), |end| end.max(at.end()))
    } else if let Some(end) = verbatim {
        before.rfind('\\').unwrap_or(at.address.start())..end
    } else {
        at.address.range()
    };
    let around = behind_commands(at.text(), own.clone())?;
    // Alone in a note or in a group, it has its capture behind that.
    let alone = around == own && !at.is_link() && verbatim.is_none() && before.ends_with('{');
    let end = around.end + usize::from(alone && at.behind().starts_with('}'));
    if lacks_links(at.text()) {
        // `\url` takes no signs of escaping where it makes no link, and without them some have no place in an argument.
        let plain = at.text().contains("\\url") && !at.url().contains(['%', '#']);
        return if plain { Ok(insert(end, format!(" (archived: \\url{{{}}})", at.url()))) } else { Err(NO_LINKS) };
    }
    Ok(insert(end, format!(" (\\href{{{}}}{{archived}})", latex_address(at.url()))))
}

/// Classes that have no links.
const BARE_CLASSES: &[&str] =
    &["article", "report", "book", "letter", "amsart", "amsbook", "scrartcl", "scrreprt", "scrbook", "scrlttr2"];

/// What gives a document links.
const LINKING: &[&str] =
    &["hyperref", "\\href", "bookmark", "hyperxmp", "orcidlink", "\\input", "\\include", "\\InputIfFileExists"];

/// Whether the commands for links are those of a package that the document does not load. What is only a part of a
/// document, or takes its beginning from elsewhere, can have them.
fn lacks_links(text: &str) -> bool {
    let class = text.find("\\documentclass").map(|at| &text[at + "\\documentclass".len()..]);
    let name = class.and_then(|rest| rest.split_once('{')?.1.split_once('}')).map(|(name, _)| name.trim());
    name.is_some_and(|name| BARE_CLASSES.contains(&name)) && !LINKING.iter().any(|word| text.contains(word))
}

/// Commands within commands of which an address is the whole argument.
const DEEPEST: usize = 8;

/// Commands that only say how their words look, or where words of the title stand.
const PLAIN: &[&str] = &[
    "textbf",
    "textit",
    "textsl",
    "textsc",
    "textrm",
    "textsf",
    "textmd",
    "textup",
    "textnormal",
    "emph",
    "underline",
    "mbox",
    "text",
    "title",
    "subtitle",
    "author",
    "date",
    "address",
    "institute",
    "affil",
    "email",
];

/// What is at `own`, with the commands around it that do with it what they do with an argument: they can take it for an
/// address, and words beside it have no place there.
fn behind_commands(text: &str, own: Range<usize>) -> Result<Range<usize>, Why> {
    let mut own = own;
    for _ in 0..DEEPEST {
        let Some(group) = group_around(text, &own) else { break };
        if text[..group.start].ends_with('{') && text[group.start..].starts_with('{') {
            own = group;
            continue;
        }
        let Some(command) = command_before(text, group.start) else { break };
        let behind = command.start + 1 + command.name.len();
        let count = if command.name == "href" { Some(2) } else { tex_arguments(text, command.name) };
        let Some(count) = count else {
            let known = has_tex_meaning(command.name) || PLAIN.contains(&command.name) || command.spaced;
            if known {
                break;
            }
            return Err(UNKNOWN);
        };
        let end = arguments_end(text, behind, count).ok_or(APART)?;
        // `\newcommand{\web}{\url}`: what stands for another command has the arguments of that one.
        let end = if count == 0 { groups_end(text, group.end) } else { end };
        if end < group.end {
            break;
        }
        own = command.start..end;
    }
    Ok(own)
}

/// The brackets around all of what is at `own`.
fn group_around(text: &str, own: &Range<usize>) -> Option<Range<usize>> {
    let before = text[..own.start].trim_end();
    let behind = text[own.end..].trim_start();
    let close = match before.chars().next_back()? {
        '{' => '}',
        '[' => ']',
        _ => return None,
    };
    behind.starts_with(close).then(|| before.len() - 1..text.len() - behind.len() + 1)
}

/// A command before one of its arguments.
struct Before<'t> {
    name: &'t str,
    start: usize,
    /// Whether white space stands between its arguments.
    spaced: bool,
}

/// The command of which the brackets at `open` can be an argument.
fn command_before(text: &str, open: usize) -> Option<Before<'_>> {
    const MOST: usize = 9;
    let (mut at, mut spaced) = (open, false);
    for _ in 0..=MOST {
        let before = text[..at].trim_end();
        spaced |= before.len() < at;
        if before.len() < at && text[before.len()..at].matches('\n').count() > 1 {
            return None;
        }
        if before.ends_with(['}', ']']) {
            at = opening(before)?;
            continue;
        }
        let named = before.strip_suffix('*').unwrap_or(before);
        let letters = named.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '@');
        let name = &named[letters.len()..];
        let start = letters.strip_suffix('\\').filter(|rest| !name.is_empty() && !rest.ends_with('\\'))?.len();
        return Some(Before { name, start, spaced });
    }
    None
}

/// Where the bracket opens that `text` closes with.
fn opening(text: &str) -> Option<usize> {
    const LONGEST: usize = 4_000;
    let (open, close) = if text.ends_with('}') { ('{', '}') } else { ('[', ']') };
    let mut depth = 0_usize;
    for (at, c) in text.char_indices().rev().take(LONGEST) {
        if text[..at].ends_with('\\') {
            continue;
        }
        if c == close {
            depth += 1;
        } else if c == open {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

/// Behind `count` arguments in braces, and those in square brackets among them.
fn arguments_end(text: &str, at: usize, count: usize) -> Option<usize> {
    let mut at = at + usize::from(text[at..].starts_with('*'));
    let mut left = count;
    while left > 0 {
        let rest = text[at..].trim_start();
        let gap = text[at..].len() - rest.len();
        let optional = rest.starts_with('[');
        let length = if optional { closing(rest, '[', ']')? } else { closing(rest, '{', '}')? };
        if !optional && !rest.starts_with('{') || text[at..at + gap].matches('\n').count() > 1 {
            return None;
        }
        left -= usize::from(!optional);
        at += gap + length;
    }
    Some(at)
}

/// Behind the groups that stand at `at` with nothing between.
fn groups_end(text: &str, at: usize) -> usize {
    let mut at = at;
    while text[at..].starts_with('{')
        && let Some(length) = closing(&text[at..], '{', '}')
    {
        at += length;
    }
    at
}

/// Commands of LaTeX that show their argument as it is written.
const VERBATIM: &[&str] =
    &["url", "path", "nolinkurl", "detokenize", "verb", "lstinline", "mintinline", "texttt", "code"];

/// Behind the argument of such a command that the address stands in.
fn verbatim_end(at: &Place<'_>) -> Option<usize> {
    let (before, after) = (&at.text()[..at.address.start()], &at.text()[at.address.end()..]);
    let named =
        |text: &str| VERBATIM.iter().any(|name| text.strip_suffix(name).is_some_and(|text| text.ends_with('\\')));
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    if let Some(open) = before[line..].rfind('{').map(|open| line + open)
        && !before[open..].contains('}')
    {
        return named(&before[..open]).then(|| closing(&at.text()[open..], '{', '}').map(|length| open + length))?;
    }
    // `\path|words|`
    let sign = before.chars().next_back().filter(char::is_ascii_punctuation)?;
    let end = named(&before[..before.len() - 1]).then(|| after.find(sign))??;
    (!after[..end].contains('\n')).then_some(at.address.end() + end + 1)
}
