//! Documents in: paths, globs and standard input to text.
//!
//! What cannot be read is a problem of that one input; the rest is read all the same.

mod beside;
mod content;
mod docx;
mod project;
pub(crate) mod scope;
mod walk;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use content::Content;

use crate::config::Watch;
use crate::document::{self, Document, Format, Limits};
use crate::text::charset::{self, CharsetBy, Sniff};
use crate::text::laid::Laid;
use crate::text::wide::OnDisk;

/// The largest document that is read, in bytes: a hundred times the largest real one measured.
const LARGEST: u64 = 100_000_000;

/// The path that means standard input.
const STANDARD_INPUT: &str = "-";

/// What was read, and what could not be.
#[derive(Debug, Default)]
pub(crate) struct Intake {
    /// In the order given; the files of a folder or a pattern by name, each file once.
    pub documents: Vec<Input>,
    /// In the order found.
    pub problems: Vec<IntakeProblem>,
}

/// A document as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Input {
    /// As given, with `/` between folders; `-` for standard input.
    pub path: String,
    /// What it is read as.
    pub format: Format,
    /// The text as it stands on disk, a byte order mark included; UTF-16 is read as UTF-8 without one.
    pub text: String,
    /// Where it stands on disk; standard input stands nowhere.
    pub place: Option<PathBuf>,
    /// What a file that is no text says about its words.
    pub laid: Option<Laid>,
    /// How the text stands in its file.
    pub on_disk: OnDisk,
}

/// Why an input was not read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum IntakeProblem {
    /// The system says no.
    #[error("read {path}: {why}")]
    Unreadable {
        /// As given.
        path: String,
        /// What the system said.
        why: io::Error,
    },
    /// The configuration names a document in full that is not there.
    #[error("read {path}, which [watch] documents names: {why}")]
    NotThere {
        /// As written there.
        path: String,
        /// What the system said.
        why: io::Error,
    },
    /// Each report would be a document of the next run.
    #[error(
        "tell reports from documents: the reports go to the very folder that is watched; name another with --reports, or \
         leave them out by [watch] exclude"
    )]
    ReportsAmongDocuments,
    /// A pattern is none.
    #[error("read the pattern {path}: {why}")]
    Pattern {
        /// As given.
        path: String,
        /// What is wrong with it.
        why: globset::Error,
    },
    /// A pattern on the command line that nothing fits.
    #[error("find a document that fits {path}")]
    NothingFits {
        /// As given.
        path: String,
    },
    /// A pipe or a device, which could be waited for without end.
    #[error("read {path}: it is not a file; give it on standard input, as `-`")]
    NoFile {
        /// As given.
        path: String,
    },
    /// More than is read.
    #[error("read {path}: it is larger than {} MB, the most that is read of a document", LARGEST / 1_000_000)]
    TooLarge {
        /// As given.
        path: String,
    },
    /// The ending says nothing that is known.
    #[error(
        "read {path}: its ending says no format that is read; name the format with --input-format ({})",
        Format::words()
    )]
    UnknownFormat {
        /// As given.
        path: String,
    },
    /// Bytes that are no text.
    #[error("read {path}: it is not a text but binary data (a zero byte at byte {at})")]
    Binary {
        /// As given.
        path: String,
        /// Of the first zero byte, from 0.
        at: usize,
    },
    /// What should never be.
    #[error("read {path}: citewatch broke over it, which is a bug of citewatch: please report it, with the document")]
    Bug {
        /// As given.
        path: String,
    },
    /// A DOCX or a PDF without words that can be read.
    #[error("read {path}: {why}")]
    NoWords {
        /// As given.
        path: String,
        /// What is wrong with it.
        why: String,
    },
    /// Text in another encoding than UTF-8, without a mark that says which.
    #[error("read {path}: it is not UTF-8 (line {line}); save it as UTF-8, or as UTF-16 with a byte order mark")]
    NotUtf8 {
        /// As given.
        path: String,
        /// Of the first byte that does not fit, from 1.
        line: usize,
    },
    /// Text in UTF-32, as its mark says.
    #[error("read {path}: it is UTF-32; save it as UTF-8, or as UTF-16 with a byte order mark")]
    Utf32 {
        /// As given.
        path: String,
    },
}

/// What tells whether a file has changed since it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stamp {
    path: PathBuf,
    bytes: u64,
    modified: Option<SystemTime>,
}

/// Where a document is, and how it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    /// In messages and reports.
    name: String,
    path: PathBuf,
}

/// Reads what the command line names: files, folders, patterns, and `-` for standard input.
///
/// `input_format` is for standard input and for files whose ending says nothing or no more than that they are texts,
/// `.txt`; without it the text itself may show its
/// format, and standard input that shows none is plain text. Nothing below `reports` is read unless it is named itself.
pub(crate) fn read(
    paths: &[String],
    standard_input: &mut dyn Read,
    input_format: Option<Format>,
    reports: Option<&Path>,
) -> Intake {
    let mut intake = Intake::default();
    let mut seen = HashSet::new();
    for path in paths {
        if path == STANDARD_INPUT {
            if seen.insert(PathBuf::from(path)) {
                let read = read_bytes(path, standard_input).and_then(|bytes| Content::of(path, bytes, input_format));
                intake.add(path, None, Some(Format::Plain), read);
            }
            continue;
        }
        match walk::named(path, reports) {
            Ok(found) => intake.read_all(found, &mut seen, input_format),
            Err(problem) => intake.problems.push(problem),
        }
    }
    intake
}

/// Runs what reads a document. Reading never fails; where it does all the same, the other documents are read.
pub(crate) fn contained<T>(path: &str, reading: impl FnOnce() -> T) -> Result<T, IntakeProblem> {
    let read = std::panic::catch_unwind(std::panic::AssertUnwindSafe(reading));
    read.map_err(|_| IntakeProblem::Bug { path: path.to_owned() })
}

/// Parses a document, with what it keeps in other files.
pub(crate) fn parsed(input: &Input) -> Document {
    let mut document = match &input.laid {
        Some(laid) => document::parse_laid(&input.text, laid, input.format),
        None => document::parse(&input.text, input.format, Limits::default()),
    };
    if let Some(place) = &input.place {
        beside::join(&mut document, place, &input.path);
    }
    document
}

/// Reads what the configuration watches; paths are called as they stand relative to its folder. `input_format` is for
/// files whose ending says nothing, as in [`read`].
pub(crate) fn watched(watch: &Watch, input_format: Option<Format>, reports: Option<&Path>) -> Intake {
    let mut intake = Intake::default();
    match walk::watched(watch, reports) {
        Ok(found) => intake.read_all(found, &mut HashSet::new(), input_format),
        Err(problem) => intake.problems.push(problem),
    }
    intake
}

/// Why there is no document to read, and what to do about it.
pub(crate) fn none_found(paths: &[String], watch: &Watch) -> String {
    if !paths.is_empty() {
        format!("nothing that can be read as one stands in {}", paths.join(", "))
    } else if watch.documents.is_empty() {
        "name some, or list them in [watch] documents of sources.toml".to_owned()
    } else {
        let root = if watch.root.as_os_str().is_empty() { Path::new(".") } else { watch.root.as_path() };
        format!("no file in {} fits [watch] documents: {}", root.display(), watch.documents.join(", "))
    }
}

/// The stamp of one file; none where it cannot be looked into.
pub(crate) fn stamp(path: &Path) -> Option<Stamp> {
    let about = path.metadata().ok()?;
    Some(Stamp { path: path.to_owned(), bytes: about.len(), modified: about.modified().ok() })
}

/// Stamps of the files that [`read`] or, where no path is given, [`watched`] would read. What cannot be looked into has
/// none.
pub(crate) fn stamps(paths: &[String], watch: &Watch, reports: Option<&Path>) -> Vec<Stamp> {
    let found: Vec<walk::Found> = if paths.is_empty() {
        walk::watched(watch, reports).into_iter().collect()
    } else {
        paths.iter().filter_map(|path| walk::named(path, reports).ok()).collect()
    };
    found.into_iter().flat_map(|found| found.places).filter_map(|place| stamp(&place.path)).collect()
}

impl Intake {
    fn read_all(&mut self, found: walk::Found, seen: &mut HashSet<PathBuf>, input_format: Option<Format>) {
        self.problems.extend(found.problems);
        for place in found.places {
            let same = place.path.canonicalize().unwrap_or_else(|_| place.path.clone());
            if !seen.insert(same) {
                continue;
            }
            // Every format is kept in files that are called text.
            let named = Format::of_path(&place.name).filter(|format| *format != Format::Plain);
            let format = named.or(input_format).or_else(|| Format::of_path(&place.name));
            let mut read = read_file(&place).and_then(|bytes| Content::of(&place.name, bytes, format));
            if named.or(input_format).is_none()
                && let Ok(content) = &mut read
                && content.format == Some(Format::Plain)
            {
                content.format = Format::of_called_text(&content.text).or(content.format);
            }
            self.add(&place.name, Some(place.path), content::of_usual_name(&place.name), read);
        }
    }

    /// Takes what was read; what shows no format is of the format `otherwise`.
    fn add(
        &mut self,
        name: &str,
        place: Option<PathBuf>,
        otherwise: Option<Format>,
        read: Result<Content, IntakeProblem>,
    ) {
        match read.map(|content| (content.format.or(otherwise), content)) {
            Ok((Some(format), Content { text, laid, on_disk, .. })) => {
                self.documents.push(Input { path: name.to_owned(), format, text, place, laid, on_disk });
            }
            Ok((None, _)) => self.problems.push(IntakeProblem::UnknownFormat { path: name.to_owned() }),
            Err(problem) => self.problems.push(problem),
        }
    }
}

fn read_file(place: &Place) -> Result<Vec<u8>, IntakeProblem> {
    let unreadable = |why| IntakeProblem::Unreadable { path: place.name.clone(), why };
    // Asked before it is opened: opening a pipe waits for a writer.
    if !place.path.metadata().map_err(unreadable)?.is_file() {
        return Err(IntakeProblem::NoFile { path: place.name.clone() });
    }
    read_bytes(&place.name, &mut File::open(&place.path).map_err(unreadable)?)
}

/// Reads a text that is small enough.
fn read_text(name: &str, from: &mut dyn Read) -> Result<String, IntakeProblem> {
    Ok(decode(name, read_bytes(name, from)?, Sniff::Plain)?.0)
}

fn read_bytes(name: &str, from: &mut dyn Read) -> Result<Vec<u8>, IntakeProblem> {
    let path = || name.to_owned();
    let mut bytes = Vec::new();
    // One byte more than is allowed tells a document that is too large from one that just fits, pipes included.
    from.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|why| IntakeProblem::Unreadable { path: path(), why })?;
    if bytes.len() as u64 > LARGEST {
        return Err(IntakeProblem::TooLarge { path: path() });
    }
    bytes.shrink_to_fit();
    Ok(bytes)
}

/// UTF-8 as it stands; UTF-16 where its mark says so, and what a page in HTML declares. Nothing is guessed: a wrong guess
/// would move every quote.
fn decode(name: &str, bytes: Vec<u8>, sniff: Sniff) -> Result<(String, OnDisk), IntakeProblem> {
    let path = || name.to_owned();
    if bytes.starts_with(b"\xff\xfe\0\0") || bytes.starts_with(b"\0\0\xfe\xff") {
        return Err(IntakeProblem::Utf32 { path: path() });
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => match text.bytes().position(|byte| byte == 0) {
            Some(at) => return Err(IntakeProblem::Binary { path: path(), at }),
            None => return Ok((text, OnDisk::AsRead)),
        },
        Err(error) => error,
    };
    let wrong = bytes.utf8_error().valid_up_to();
    let bytes = bytes.into_bytes();
    let decoded = charset::decode(&bytes, None, Sniff::Plain);
    if decoded.charset.by == CharsetBy::Mark && decoded.replaced == 0 {
        return Ok((decoded.text, OnDisk::Utf16));
    }
    if sniff == Sniff::Html
        && let Some(declared) = declared(&bytes)
    {
        return Ok(declared);
    }
    match bytes.iter().position(|byte| *byte == 0) {
        Some(at) => Err(IntakeProblem::Binary { path: path(), at }),
        None => {
            Err(IntakeProblem::NotUtf8 { path: path(), line: 1 + memchr::memchr_iter(b'\n', &bytes[..wrong]).count() })
        }
    }
}

/// A page in the charset that it declares, where every byte of it means something there.
fn declared(bytes: &[u8]) -> Option<(String, OnDisk)> {
    let decoded = charset::decode(bytes, None, Sniff::Html);
    let known = decoded.charset.by == CharsetBy::Meta && decoded.replaced == 0;
    let on_disk = OnDisk::in_charset(&decoded.charset.name).filter(|_| known)?;
    on_disk.holds(&decoded.text, bytes).then_some((decoded.text, on_disk))
}
