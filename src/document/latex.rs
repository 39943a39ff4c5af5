//! LaTeX: links, footnotes, citation keys with the `.bib` files that hold them, quotations; what is typeset by programs
//! is no prose.

mod apart;
mod argument;
mod cited;
mod command;
mod emphasis;
mod environment;
mod own;
mod symbol;
mod writer;

use std::ops::Range;

use memchr::memmem;

use crate::date;
use crate::span::Lines;

use super::draft::Draft;
use super::light::gathered::{self, Gathered};
use super::records;
use super::{Document, Format};

use writer::{Blocks, Writer};

pub(crate) use own::own_arguments;

/// Whether it is known what a command does with its arguments.
pub(crate) fn has_meaning(name: &str) -> bool {
    command::of(name) != command::Command::Shown
}

/// Reads LaTeX.
pub(super) fn read(text: &str, lines: &Lines<'_>) -> Document {
    let mut draft = Draft::new(Format::Latex, text, lines, date::majority(text));
    let mut gathered = Gathered::default();
    let (preamble, body) = parts(text);
    own::define(text, &mut gathered);
    let Head { title, remarks } = head(text, preamble, &mut gathered);
    let mut writer = Writer::new(&mut draft, &mut gathered, Blocks::Made);
    writer.remarks(remarks);
    writer.all(body);
    let title = title.or(writer.finish());
    gathered::add(&mut draft, gathered, write);
    draft.finish(title)
}

/// Writes the words of a note.
fn write(draft: &mut Draft<'_>, gathered: &mut Gathered, pieces: &[Range<usize>]) {
    let mut writer = Writer::new(draft, gathered, Blocks::None);
    for piece in pieces {
        writer.all(piece.clone());
    }
}

/// What stands before the document and what is in it; a part of a larger document has no preamble.
fn parts(text: &str) -> (Range<usize>, Range<usize>) {
    const BEGIN: &str = "\\begin{document}";
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let Some(begin) = memmem::find(text.as_bytes(), BEGIN.as_bytes()) else { return (0..0, start..text.len()) };
    let body = begin + BEGIN.len();
    let end = memmem::find(&text.as_bytes()[body..], b"\\end{document}").map_or(text.len(), |end| body + end);
    (start..begin, body..end)
}

/// What the preamble says that a reader sees.
#[derive(Default)]
struct Head {
    title: Option<String>,
    /// The commands of notes to the title and to those who wrote it.
    remarks: Vec<Range<usize>>,
}

/// The title and its notes, and the files of references that the preamble names.
fn head(text: &str, preamble: Range<usize>, gathered: &mut Gathered) -> Head {
    let mut head = Head::default();
    let mut at = preamble.start;
    while let Some(found) = memchr::memchr2(b'\\', b'%', &text.as_bytes()[at..preamble.end]) {
        at += found + 1;
        if text.as_bytes()[at - 1] == b'%' {
            at += memchr::memchr(b'\n', &text.as_bytes()[at..preamble.end]).unwrap_or(preamble.end - at);
            continue;
        }
        let name = argument::name(&text[at..preamble.end]);
        let behind = at + name.len();
        match name {
            "title" | "author" | "date" => {
                let own = argument::group(text, argument::skip_option(text, behind, preamble.end), preamble.end);
                if let Some((inner, after)) = own {
                    let remarks = argument::remarks(text, inner.clone());
                    if name == "title" && head.title.is_none() {
                        head.title = Some(records::tex_words(&without(text, inner, &remarks)));
                    }
                    head.remarks.extend(remarks);
                    at = after;
                    continue;
                }
            }
            "bibliography" | "addbibresource" => {
                files(text, argument::skip_option(text, behind, preamble.end), preamble.end, gathered);
            }
            _ => {}
        }
        // A backslash before another sign is no name: `\\` is two of them.
        at =
            if name.is_empty() { at + text[at..preamble.end].chars().next().map_or(0, char::len_utf8) } else { behind };
    }
    head
}

/// A range of the text without some ranges in it.
fn without(text: &str, range: Range<usize>, left_out: &[Range<usize>]) -> String {
    let (mut kept, mut at) = (String::new(), range.start);
    for own in left_out {
        kept += &text[at..own.start];
        at = own.end;
    }
    kept + &text[at..range.end]
}

/// The files that the group at `at` names.
fn files(text: &str, at: usize, end: usize, gathered: &mut Gathered) {
    let Some((inner, _)) = argument::group(text, at, end) else { return };
    for name in text[inner].split(',').map(str::trim).filter(|name| !name.is_empty()) {
        let ended = [".bib", ".json", ".ris"].iter().any(|ending| name.ends_with(ending));
        gathered.beside(&if ended { name.to_owned() } else { format!("{name}.bib") });
    }
}

/// The other files that a file of LaTeX names.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct TexFiles {
    /// Whether it is the file that a document is made from, and no part of one.
    pub(crate) is_main: bool,
    /// What it takes in, with `.tex` behind the name where none is written.
    pub(crate) parts: Vec<String>,
    /// What holds references.
    pub(crate) references: Vec<String>,
    /// Whether it has a list of its own.
    pub(crate) has_list: bool,
}

/// The files that `text` names outside of comments.
pub(crate) fn files_of(text: &str) -> TexFiles {
    let mut files = TexFiles::default();
    let mut gathered = Gathered::default();
    let mut at = 0;
    while let Some(found) = memchr::memchr2(b'\\', b'%', &text.as_bytes()[at..]) {
        at += found + 1;
        if text.as_bytes()[at - 1] == b'%' {
            at += memchr::memchr(b'\n', &text.as_bytes()[at..]).unwrap_or(text.len() - at);
            continue;
        }
        let name = argument::name(&text[at..]);
        let behind = at + name.len();
        match name {
            "documentclass" => files.is_main = true,
            "bibitem" => files.has_list = true,
            "bibliography" | "addbibresource" => {
                self::files(text, argument::skip_option(text, behind, text.len()), text.len(), &mut gathered);
            }
            "include" | "input" | "subfile" => files.parts.extend(part(text, behind)),
            "import" | "subimport" => {
                let folder = argument::group(text, behind, text.len());
                let own = folder.and_then(|(folder, behind)| Some((&text[folder], part(text, behind)?)));
                files.parts.extend(own.map(|(folder, name)| format!("{}/{name}", folder.trim_end_matches('/'))));
            }
            _ => {}
        }
        // A backslash before another sign is no name: `\\` is two of them.
        at = if name.is_empty() { at + text[at..].chars().next().map_or(0, char::len_utf8) } else { behind };
    }
    files.references = gathered.files();
    files
}

/// The keys of the entries of lists in `text`, with where each entry stands.
pub(super) fn listed_keys(text: &str) -> Vec<(Range<usize>, String)> {
    const ITEM: &str = "\\bibitem";
    let marks = memmem::find_iter(text.as_bytes(), ITEM.as_bytes());
    let marks: Vec<usize> = marks.filter(|&mark| !argument::is_off(text, mark)).collect();
    let keyed = marks.iter().enumerate().filter_map(|(at, &mark)| {
        let next = marks.get(at + 1).copied().unwrap_or(text.len());
        let end = memmem::find(&text.as_bytes()[mark..next], b"\\end{").map_or(next, |end| mark + end);
        let from = argument::skip_option(text, mark + ITEM.len(), end);
        Some((mark..end, text[argument::group(text, from, end)?.0].trim().to_owned()))
    });
    keyed.collect()
}

/// The file that the group at `at` names, or the word, as TeX itself has it.
fn part(text: &str, at: usize) -> Option<String> {
    let name = match argument::group(text, at, text.len()) {
        Some((inner, _)) => text[inner].trim(),
        None => text[at..].strip_prefix(' ')?.split_whitespace().next()?,
    };
    let plain = !name.is_empty() && !name.contains(['\\', '#', '{', '}']);
    let ended = name.rsplit('/').next().is_some_and(|last| last.contains('.'));
    plain.then(|| if ended { name.to_owned() } else { format!("{name}.tex") })
}

#[cfg(test)]
mod tests;
