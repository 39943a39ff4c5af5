//! Where records stand: a WARC file, or a member of a WACZ.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::ReplayError;
use super::zip::{self, Method};
use tempfile::TempPath;

/// A deflated member of a WACZ is unpacked to a temporary file up to this size; the format asks for stored ones, so
/// this only bounds what a hostile file can fill.
const MAX_UNPACKED: u64 = 8 * 1024 * 1024 * 1024;

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
}

#[derive(Debug)]
enum Bytes {
    /// The file from one offset, so many bytes.
    Range { start: u64, length: u64 },
    /// Unpacked beside it; removed when dropped.
    Unpacked(TempPath),
}

impl Container {
    /// The file for messages.
    pub(super) fn label(&self) -> String {
        let file = self.file.display();
        self.member.as_ref().map_or_else(|| file.to_string(), |member| format!("{file}!{member}"))
    }

    pub(super) fn coding(&self) -> Coding {
        self.coding
    }

    /// Its bytes from `offset` on.
    pub(super) fn open(&self, offset: u64) -> io::Result<io::Take<File>> {
        let (path, start, length) = match &self.bytes {
            Bytes::Range { start, length } => (self.file.as_path(), *start, *length),
            Bytes::Unpacked(path) => (&**path, 0, u64::MAX),
        };
        let mut file = File::open(path)?;
        file.seek(SeekFrom::Start(start + offset))?;
        Ok(file.take(length.saturating_sub(offset)))
    }

    pub(super) fn io_error(&self, source: io::Error) -> ReplayError {
        ReplayError::Io { file: self.file.clone(), source }
    }
}

/// The containers of a file or, in the order of their names, of all such files below a folder.
pub(super) fn find(path: &Path) -> Result<Vec<Container>, ReplayError> {
    let io = |source| ReplayError::Io { file: path.to_owned(), source };
    if !fs::metadata(path).map_err(io)?.is_dir() {
        return of_file(path);
    }
    let mut files = Vec::new();
    below(path, &mut files)?;
    files.sort();
    if files.is_empty() {
        return Err(ReplayError::Empty { folder: path.to_owned() });
    }
    let mut found = Vec::new();
    for file in files {
        found.extend(of_file(&file)?);
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
    if !fs::metadata(path).map_err(io)?.is_file() {
        return Err(ReplayError::OtherFormat { file: path.to_owned() });
    }
    let mut file = File::open(path).map_err(io)?;
    let mut start = Vec::new();
    file.by_ref().take(5).read_to_end(&mut start).map_err(io)?;
    if start.starts_with(b"PK\x03\x04") {
        return of_wacz(path, file);
    }
    let Some(coding) = coding(&start) else { return Err(ReplayError::OtherFormat { file: path.to_owned() }) };
    let length = file.metadata().map_err(io)?.len();
    Ok(vec![Container { file: path.to_owned(), member: None, bytes: Bytes::Range { start: 0, length }, coding }])
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

fn of_wacz(path: &Path, mut file: File) -> Result<Vec<Container>, ReplayError> {
    let io = |source: io::Error| match source.kind() {
        io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => {
            ReplayError::Corrupt { file: path.display().to_string(), offset: 0, what: source.to_string() }
        }
        _ => ReplayError::Io { file: path.to_owned(), source },
    };
    let mut found = Vec::new();
    for member in zip::members(&mut file).map_err(io)? {
        if !named_as_archive(Path::new(&member.name)) {
            continue;
        }
        let start = zip::data_start(&mut file, &member).map_err(io)?;
        let bytes = match member.method {
            Method::Stored => Bytes::Range { start, length: member.length },
            Method::Deflated => Bytes::Unpacked(unpack(&mut file, start, member.length).map_err(io)?),
        };
        let name = Some(member.name);
        let mut container = Container { file: path.to_owned(), member: name, bytes, coding: Coding::Plain };
        let mut start = Vec::new();
        container.open(0).and_then(|file| file.take(5).read_to_end(&mut start)).map_err(io)?;
        container.coding = coding(&start).ok_or_else(|| ReplayError::OtherFormat { file: container.label().into() })?;
        found.push(container);
    }
    Ok(found)
}

fn unpack(file: &mut File, start: u64, length: u64) -> io::Result<TempPath> {
    file.seek(SeekFrom::Start(start))?;
    let mut unpacked = tempfile::NamedTempFile::new()?;
    let decoder = flate2::read::DeflateDecoder::new(file.take(length));
    let written = io::copy(&mut decoder.take(MAX_UNPACKED), unpacked.as_file_mut())?;
    if written == MAX_UNPACKED {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "a deflated member is too large"));
    }
    Ok(unpacked.into_temp_path())
}
