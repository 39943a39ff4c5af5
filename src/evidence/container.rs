//! Where records stand: a WARC file, or a member of a WACZ, or of a WACZ in another one.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::ReplayError;
use super::zip::{self, Method, Part};
use tempfile::TempPath;

/// A deflated member of a WACZ is unpacked to a temporary file up to this size; the format asks for stored ones, so
/// this only bounds what a hostile file can fill.
const MAX_UNPACKED: u64 = 8 * 1024 * 1024 * 1024;

/// A WACZ, and those that it holds: a collection is handed out as one file of its crawls.
const MAX_NESTED: usize = 2;

/// How the bytes of a container are coded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    Plain,
    Gzip,
}

/// A run of bytes in a file that holds WARC records.
#[derive(Debug)]
pub(super) struct Container {
    file: PathBuf,
    member: Option<String>,
    bytes: Bytes,
    coding: Coding,
    /// Whether it was found in a folder, so that it is one of many.
    is_one_of_many: bool,
}

/// A run of bytes of a file.
#[derive(Debug, Clone)]
struct Bytes {
    place: Place,
    start: u64,
    length: u64,
}

#[derive(Debug, Clone)]
enum Place {
    File(PathBuf),
    /// Unpacked beside it; removed when dropped.
    Unpacked(Arc<TempPath>),
}

impl Bytes {
    /// All of them from `offset` on.
    fn open(&self, offset: u64) -> io::Result<io::Take<File>> {
        let mut file = self.file()?;
        file.seek(SeekFrom::Start(self.start + offset))?;
        Ok(file.take(self.length.saturating_sub(offset)))
    }

    fn file(&self) -> io::Result<File> {
        match &self.place {
            Place::File(path) => File::open(path),
            Place::Unpacked(path) => File::open(&**path),
        }
    }

    /// The first few, which tell what they are.
    fn first(&self) -> io::Result<Vec<u8>> {
        let mut start = Vec::new();
        self.open(0)?.take(5).read_to_end(&mut start)?;
        Ok(start)
    }
}

impl Container {
    fn among_others(self) -> Self {
        Self { is_one_of_many: true, ..self }
    }

    pub(super) fn is_one_of_many(&self) -> bool {
        self.is_one_of_many
    }

    /// The file for messages.
    pub(super) fn label(&self) -> String {
        label(&self.file, self.member.as_deref())
    }

    pub(super) fn coding(&self) -> Coding {
        self.coding
    }

    /// Its bytes from `offset` on.
    pub(super) fn open(&self, offset: u64) -> io::Result<io::Take<File>> {
        self.bytes.open(offset)
    }

    pub(super) fn io_error(&self, source: io::Error) -> ReplayError {
        ReplayError::Io { file: self.file.clone(), source }
    }
}

/// What there is to read at a path.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) containers: Vec<Container>,
    /// Files of a folder that cannot be read, which leave the others to be.
    pub(super) left_out: Vec<ReplayError>,
}

/// The containers of a file or, in the order of their names, of all such files below a folder.
pub(super) fn find(path: &Path) -> Result<Found, ReplayError> {
    let io = |source| ReplayError::Io { file: path.to_owned(), source };
    if !fs::metadata(path).map_err(io)?.is_dir() {
        return Ok(Found { containers: of_file(path)?, left_out: Vec::new() });
    }
    let mut files = Vec::new();
    below(path, &mut files)?;
    files.sort();
    if files.is_empty() {
        return Err(ReplayError::Empty { folder: path.to_owned() });
    }
    let mut found = Found::default();
    for file in files {
        match of_file(&file) {
            Ok(containers) => found.containers.extend(containers.into_iter().map(Container::among_others)),
            Err(why @ (ReplayError::OtherFormat { .. } | ReplayError::Corrupt { .. })) => found.left_out.push(why),
            Err(why) => return Err(why),
        }
    }
    Ok(found)
}

fn below(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), ReplayError> {
    let io = |source| ReplayError::Io { file: folder.to_owned(), source };
    for entry in fs::read_dir(folder).map_err(io)? {
        let entry = entry.map_err(io)?;
        let (kind, path) = (entry.file_type().map_err(io)?, entry.path());
        if kind.is_dir() {
            below(&path, found)?;
        } else if named_as_archive(&path) {
            found.push(path);
        }
    }
    Ok(())
}

fn named_as_archive(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    [".warc", ".warc.gz", ".wacz"].iter().any(|ending| name.ends_with(ending))
}

fn of_file(path: &Path) -> Result<Vec<Container>, ReplayError> {
    let io = |source| ReplayError::Io { file: path.to_owned(), source };
    let about = fs::metadata(path).map_err(io)?;
    if !about.is_file() {
        return Err(ReplayError::OtherFormat { file: path.to_owned() });
    }
    let bytes = Bytes { place: Place::File(path.to_owned()), start: 0, length: about.len() };
    of_bytes(path, None, bytes, MAX_NESTED)
}

/// What a file, or a member of one, holds; `nested` is how many files within files may still be opened.
fn of_bytes(path: &Path, member: Option<&str>, bytes: Bytes, nested: usize) -> Result<Vec<Container>, ReplayError> {
    let label = || label(path, member);
    let start = bytes.first().map_err(|source| ReplayError::Io { file: path.to_owned(), source })?;
    match coding(&start) {
        _ if start.starts_with(b"PK\x03\x04") && nested > 0 => of_wacz(path, member, &bytes, nested - 1),
        Some(coding) => {
            let (file, member) = (path.to_owned(), member.map(str::to_owned));
            Ok(vec![Container { file, member, bytes, coding, is_one_of_many: false }])
        }
        None => Err(ReplayError::OtherFormat { file: label().into() }),
    }
}

fn label(file: &Path, member: Option<&str>) -> String {
    let file = file.display();
    member.map_or_else(|| file.to_string(), |member| format!("{file}!{member}"))
}

/// An empty file is a WARC file that nothing was written to yet.
fn coding(start: &[u8]) -> Option<Coding> {
    if start.starts_with(&[0x1f, 0x8b]) {
        Some(Coding::Gzip)
    } else if start.is_empty() || start.starts_with(b"WARC/") {
        Some(Coding::Plain)
    } else {
        None
    }
}

fn of_wacz(path: &Path, within: Option<&str>, bytes: &Bytes, nested: usize) -> Result<Vec<Container>, ReplayError> {
    let io = |source: io::Error| match source.kind() {
        io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => {
            ReplayError::Corrupt { file: label(path, within), offset: 0, what: source.to_string() }
        }
        _ => ReplayError::Io { file: path.to_owned(), source },
    };
    let mut part = Part::new(bytes.file().map_err(io)?, bytes.start, bytes.length);
    let mut found = Vec::new();
    for member in zip::members(&mut part).map_err(io)? {
        if !named_as_archive(Path::new(&member.name)) {
            continue;
        }
        let start = zip::data_start(&mut part, &member).map_err(io)?;
        let inside = match member.method {
            Method::Stored => Bytes { start: bytes.start + start, length: member.length, ..bytes.clone() },
            Method::Deflated => unpack(&mut part, start, member.length).map_err(io)?,
        };
        let name = within.map_or_else(|| member.name.clone(), |within| format!("{within}!{}", member.name));
        found.extend(of_bytes(path, Some(&name), inside, nested)?);
    }
    Ok(found)
}

fn unpack(part: &mut Part, start: u64, length: u64) -> io::Result<Bytes> {
    part.seek(SeekFrom::Start(start))?;
    let mut unpacked = tempfile::NamedTempFile::new()?;
    let decoder = flate2::read::DeflateDecoder::new(part.take(length));
    let length = io::copy(&mut decoder.take(MAX_UNPACKED), unpacked.as_file_mut())?;
    if length == MAX_UNPACKED {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "a deflated member is too large"));
    }
    Ok(Bytes { place: Place::Unpacked(Arc::new(unpacked.into_temp_path())), start: 0, length })
}
