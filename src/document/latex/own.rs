//! Commands that a document defines for itself, where they are another name of a known one: `\newcommand{\q}[1]{``#1''}`,
//! or lead to an address: `\newcommand{\issue}[1]{\href{https://a.test/#1}{issue #1}}`.

use std::ops::Range;

use crate::document::entry::Words;
use crate::document::light::gathered::Gathered;
use crate::document::records;
use crate::span::Span;

use super::argument::{self, group, is_off, option, skip_option, skip_space};
use super::cited::keys_of;
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

/// What a kept definition begins with that puts an argument between quotation marks and cites another.
const QUOTED: char = '{';

/// Reads the definitions of a whole document.
pub(super) fn define(text: &str, gathered: &mut Gathered) {
    for found in memchr::memchr_iter(b'\\', text.as_bytes()) {
        let name = argument::name(&text[found + 1..]);
        if DEFINE.contains(&name)
            && gathered.attributes.len() < MOST
            && !is_off(text, found)
            && let Some((own, known)) = definition(text, found + 1 + name.len(), name)
            && (command::of(own) == Command::Shown || known.starts_with(QUOTED) && command::of(own) == Command::Cite)
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
    let (left_out, behind) = option(text, behind, text.len()).map_or((0, behind), |(_, behind)| (1, behind));
    let (body, _) = group(text, behind, text.len())?;
    let written = inner_of(text[body].trim());
    if let Some(quoted) = quotes_and_cites(written, count, left_out) {
        return Some((name, quoted));
    }
    if left_out > 0 {
        return None;
    }
    let linked = (count == 2 && is_link(written)).then_some("href");
    let known = known(written).filter(|_| count == 1).or(linked).map(str::to_owned);
    Some((name, known.or_else(|| leads(written, count))?))
}

/// `#1#2` behind the name of a definition.
fn parameters(text: &str, at: usize) -> (usize, usize) {
    let count = (1..=MOST_ARGUMENTS).take_while(|n| text[at..].get(2 * n - 2..2 * n) == Some(&format!("#{n}"))).count();
    (count, at + 2 * count)
}

/// `\enquote{#1}~\autocite{#2}`: which of its arguments a body puts between quotation marks, which it cites, and how many there
/// are, those that can be left out aside.
fn quotes_and_cites(body: &str, count: usize, left_out: usize) -> Option<String> {
    if !(2..=MOST_ARGUMENTS).contains(&count) || body.len() > LONGEST_ADDRESS {
        return None;
    }
    let of_csquotes = |quoted: usize, key: usize| {
        let own = ["textcquote", "blockcquote"].iter().find_map(|name| body.strip_prefix('\\')?.strip_prefix(name));
        let arguments = own.map(|own| own[skip_option(own, 0, own.len())..].trim());
        arguments.is_some_and(|own| own == format!("{{#{key}}}{{#{quoted}}}"))
    };
    let pairs = (1..=count).flat_map(|quoted| (1..=count).map(move |key| (quoted, key)));
    let mut pairs = pairs.filter(|(quoted, key)| quoted != key && *quoted.min(key) > left_out);
    let (quoted, key) = pairs.find(|&(quoted, key)| {
        let beside = || {
            let rest = without_citation(body, key)?.replace(&format!("#{quoted}"), "#1");
            known(inner_of(rest.trim())).filter(|known| *known == "enquote").map(|_| ())
        };
        of_csquotes(quoted, key) || beside().is_some()
    })?;
    Some(format!("{QUOTED}{}{}{}", quoted - left_out, key - left_out, count - left_out))
}

/// A body without the citation of an argument that it ends with, `\cite[4]{#2}`, `\footnote{\cite{#2}.}`, and what parts both.
fn without_citation(body: &str, key: usize) -> Option<String> {
    let (before, behind) = body.rsplit_once(&format!("{{#{key}}}"))?;
    let at = before.rfind('\\')?;
    let name = argument::name(&before[at + 1..]);
    let options = &before[at + 1 + name.len()..];
    let options = options.trim_start_matches('*');
    let cites = command::of(name) == Command::Cite && skip_option(options, 0, options.len()) == options.len();
    let start = before[..at].trim_end_matches([' ', '~', '(', '[']);
    let (start, in_note) = match start.strip_suffix("\\footnote{") {
        Some(start) => (start, true),
        None => (start, false),
    };
    let rest = behind.trim_matches(['.', ' ', ')', ']', '\n']);
    let closed = if in_note { rest == "}" } else { rest.is_empty() };
    (cites && closed).then(|| start.trim_end_matches([' ', '~', '\n']).to_owned())
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

/// Whether a body is a link with its first argument as the address and words of the second, `\\href{#1}{#2}`.
fn is_link(body: &str) -> bool {
    link_of(body).is_some_and(|(address, words)| {
        address.trim() == "#1"
            && words.is_some_and(|words| inner_of(words.trim()) == "#2")
            && body.starts_with("\\href")
    })
}

impl Writer<'_, '_> {
    /// The link of a command of the document's own, of which `body` is kept.
    pub(super) fn own_link(&mut self, body: &str, at: usize, behind: usize, end: usize) -> usize {
        if let Some(numbers) = body.strip_prefix(QUOTED) {
            return self.own_quotation(numbers, at, behind, end);
        }
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

impl Writer<'_, '_> {
    /// `\quoted{words}{key}`, where the numbers say which argument is which, and how many there are.
    fn own_quotation(&mut self, numbers: &str, at: usize, behind: usize, end: usize) -> usize {
        let mut numbers = numbers.bytes().map(|digit| usize::from(digit.saturating_sub(b'0')));
        let (Some(quoted), Some(key), Some(count)) = (numbers.next(), numbers.next(), numbers.next()) else {
            return behind;
        };
        let mut arguments: Vec<Range<usize>> = Vec::new();
        let mut next = skip_option(self.text, behind, end);
        for _ in 0..count {
            let Some((inner, after)) = group(self.text, skip_space(self.text, next, end), end) else { return behind };
            arguments.push(inner);
            next = after;
        }
        let (words, keys) = (arguments[quoted - 1].clone(), arguments[key - 1].clone());
        self.sign("“", at, words.start);
        self.nested(words.clone());
        self.sign("”", words.end, words.end + 1);
        let place = self.draft.prose.len();
        self.gathered.cite(keys_of(&self.text[keys]), place..place, Span::new(at, next));
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
