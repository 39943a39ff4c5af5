//! Commands that a document defines for itself, where they are another name of a known one: `\newcommand{\q}[1]{``#1''}`,
//! or lead to an address: `\newcommand{\issue}[1]{\href{https://a.test/#1}{issue #1}}`.

use std::ops::Range;

use crate::document::entry::Words;
use crate::document::light::gathered::Gathered;
use crate::document::records;
use crate::span::Span;

use super::argument::{self, group, is_off, option, skip_space};
use super::command::{self, Command};
use super::writer::Writer;

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
/// Arguments that TeX allows.
const MOST_ARGUMENTS: usize = 9;
/// Bytes of the longest address of a definition.
const LONGEST_ADDRESS: usize = 1_000;

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
            gathered.attributes.insert(own.to_owned(), known);
        }
    }
}

/// How many arguments in braces a command takes that the document defines.
pub(crate) fn own_arguments(text: &str, wanted: &str) -> Option<usize> {
    memchr::memchr_iter(b'\\', text.as_bytes()).find_map(|found| {
        let by = argument::name(&text[found + 1..]);
        if !DEFINE.contains(&by) || is_off(text, found) {
            return None;
        }
        let (_, behind) = named(text, found + 1 + by.len()).filter(|(name, _)| *name == wanted)?;
        if by == "def" {
            return Some(parameters(text, behind).0);
        }
        if by.ends_with("DocumentCommand") {
            let (inner, _) = group(text, behind, text.len())?;
            return Some(text[inner].matches('m').count());
        }
        let Some((count, behind)) = option(text, behind, text.len()) else { return Some(0) };
        let count: usize = text[count].trim().parse().ok().filter(|&count| count <= MOST_ARGUMENTS)?;
        // The first can be left out where it has a default.
        Some(count.saturating_sub(usize::from(text[behind..].starts_with('['))))
    })
}

/// The name that is defined at `at`, and the place behind.
fn named(text: &str, at: usize) -> Option<(&str, usize)> {
    let at = if text[at..].starts_with('*') { at + 1 } else { at };
    if let Some((inner, behind)) = group(text, at, text.len()) {
        return Some((text[inner].trim().strip_prefix('\\')?, behind));
    }
    let at = skip_space(text, at, text.len());
    let name = argument::name(text[at..].strip_prefix('\\')?);
    Some((name, at + 1 + name.len()))
}

/// The name that is defined at `at`, and the known command that it is another name of, or what it leads to.
fn definition<'t>(text: &'t str, at: usize, by: &str) -> Option<(&'t str, String)> {
    let (name, behind) = named(text, at)?;
    let (count, behind) = match by {
        "def" => parameters(text, behind),
        _ if by.ends_with("DocumentCommand") => arguments(text, behind)?,
        _ => match option(text, behind, text.len()) {
            Some((count, behind)) => (text[count].trim().parse().ok()?, behind),
            None => (0, behind),
        },
    };
    // A default for an argument makes it something to leave out.
    let (body, _) = group(text, Some(behind).filter(|&at| !text[at..].starts_with('['))?, text.len())?;
    let written = inner_of(text[body].trim());
    let known = known(written).filter(|_| count == 1).map(str::to_owned);
    Some((name, known.or_else(|| leads(written, count))?))
}

/// `#1#2` behind the name of a definition.
fn parameters(text: &str, at: usize) -> (usize, usize) {
    let count = (1..=MOST_ARGUMENTS).take_while(|n| text[at..].get(2 * n - 2..2 * n) == Some(&format!("#{n}"))).count();
    (count, at + 2 * count)
}

/// The body of a command that leads to an address, behind the count of its arguments.
fn leads(body: &str, count: usize) -> Option<String> {
    let (address, _) = link_of(body)?;
    let plain = address.contains("://") && address.len() <= LONGEST_ADDRESS;
    (plain && count <= MOST_ARGUMENTS && body.len() <= 2 * LONGEST_ADDRESS).then(|| format!("{count}{body}"))
}

/// The address and the words of `\href{address}{words}` or `\url{address}`, where that is the whole of a body.
fn link_of(body: &str) -> Option<(&str, Option<&str>)> {
    let name = argument::name(body.strip_prefix('\\')?);
    let end = body.len();
    let (address, behind) = group(body, 1 + name.len(), end)?;
    let words = match command::of(name) {
        Command::Url => None,
        Command::Href => Some(group(body, behind, end)?),
        _ => return None,
    };
    let whole = words.as_ref().map_or(behind, |(_, behind)| *behind);
    (whole == end).then(|| (&body[address], words.map(|(words, _)| &body[words])))
}

impl Writer<'_, '_> {
    /// The link of a command of the document's own, of which `body` is kept.
    pub(super) fn own_link(&mut self, body: &str, at: usize, behind: usize, end: usize) -> usize {
        let (count, body) = body.split_at(1);
        let count = count.parse().unwrap_or(0);
        let mut arguments: Vec<Range<usize>> = Vec::new();
        let mut next = behind;
        for _ in 0..count {
            let Some((inner, after)) = group(self.text, next, end) else { return behind };
            arguments.push(inner);
            next = after;
        }
        // `\name{}`: what parts it from the word behind it.
        next += if count == 0 && self.text[next..end].starts_with("{}") { 2 } else { 0 };
        let Some((address, words)) = link_of(body) else { return next };
        let text = self.text;
        let filled = |template: &str| {
            let numbered = arguments.iter().enumerate();
            numbered.fold(template.to_owned(), |filled, (at, own)| {
                filled.replace(&format!("#{}", at + 1), &text[own.clone()])
            })
        };
        let url = records::tex_address(filled(address).trim());
        self.begin_words();
        let place = self.draft.prose.len();
        self.linked += 1;
        let only = words.and_then(|words| (0..count).find(|at| inner_of(words.trim()) == format!("#{}", at + 1)));
        match (only, words) {
            (Some(own), _) => self.nested(arguments[own].clone()),
            (None, Some(words)) => {
                self.sign(&plain(&filled(words)), at, next);
            }
            (None, None) => {
                self.sign(&url, at, next);
                let own = place..self.draft.prose.len();
                self.draft.masked.push(own);
            }
        }
        self.linked -= 1;
        if self.linked == 0 {
            let place = place..self.draft.prose.len();
            let words = if words.is_some() { Words::Names } else { Words::Address };
            self.gathered.link(self.draft, url, Vec::new(), Span::new(at, next), place, words);
        }
        next
    }
}

/// Words without the commands and braces in them.
fn plain(words: &str) -> String {
    let mut shown = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find(['\\', '{', '}', '~']) {
        shown.push_str(&rest[..at]);
        let sign = rest[at..].chars().next().unwrap_or(' ');
        rest = &rest[at + 1..];
        match sign {
            '~' => shown.push('\u{a0}'),
            '\\' => {
                let name = argument::name(rest);
                let escaped = if name.is_empty() { rest.chars().next() } else { None };
                shown.extend(escaped);
                rest = &rest[name.len() + escaped.map_or(0, char::len_utf8)..];
            }
            _ => {}
        }
    }
    shown.push_str(rest);
    shown
}

/// The arguments that have to be there, `{m m}`, and the place behind; none where others are among them.
fn arguments(text: &str, at: usize) -> Option<(usize, usize)> {
    let (inner, behind): (Range<usize>, usize) = group(text, at, text.len())?;
    let letters: String = text[inner].chars().filter(|c| !c.is_whitespace() && *c != '+').collect();
    letters.chars().all(|c| c == 'm').then_some((letters.len(), behind))
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
