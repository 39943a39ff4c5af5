//! The members of a ZIP file, as far as a WACZ needs them: the central directory, ZIP64, stored and deflated members.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

/// A member of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Member {
    pub(super) name: String,
    pub(super) method: Method,
    /// Of the bytes as they stand in the file.
    pub(super) length: u64,
    header: u64,
}

/// How a member is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    Stored,
    Deflated,
}

/// A ZIP file within a file: positions count from where it begins.
pub(super) struct Part {
    file: File,
    start: u64,
    length: u64,
    at: u64,
}

impl Part {
    pub(super) fn new(file: File, start: u64, length: u64) -> Self {
        Self { file, start, length, at: 0 }
    }
}

impl Read for Part {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.file.seek(SeekFrom::Start(self.start.saturating_add(self.at)))?;
        let read = (&self.file).take(self.length.saturating_sub(self.at)).read(buffer)?;
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for Part {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let place = match to {
            SeekFrom::Start(place) => Some(place),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = place.ok_or_else(broken)?;
        Ok(self.at)
    }
}

/// A central directory of more bytes is refused: some hundred thousand members.
const MAX_DIRECTORY: u64 = 64 * 1024 * 1024;
const END: &[u8] = b"PK\x05\x06";
const END_LENGTH: usize = 22;
const END64: &[u8] = b"PK\x06\x06";
const LOCATOR64: &[u8] = b"PK\x06\x07";
const LOCATOR64_LENGTH: usize = 20;
const ENTRY: &[u8] = b"PK\x01\x02";
const ENTRY_LENGTH: usize = 46;
const LOCAL: &[u8] = b"PK\x03\x04";
const LOCAL_LENGTH: usize = 30;
/// Stands where the number did not fit and the ZIP64 field has it.
const ELSEWHERE: u64 = 0xffff_ffff;

/// Lists the members whose packing is known.
pub(super) fn members(file: &mut (impl Read + Seek)) -> io::Result<Vec<Member>> {
    let (start, length) = directory(file)?;
    if length > MAX_DIRECTORY {
        return Err(broken());
    }
    let bytes = read_at(file, start, length)?;
    let mut rest = bytes.as_slice();
    let mut found = Vec::new();
    while rest.starts_with(ENTRY) {
        let (member, after) = entry(rest).ok_or_else(broken)?;
        found.extend(member);
        rest = after;
    }
    Ok(found)
}

/// Where the bytes of a member begin.
pub(super) fn data_start(file: &mut (impl Read + Seek), member: &Member) -> io::Result<u64> {
    let local = read_at(file, member.header, LOCAL_LENGTH as u64)?;
    if !local.starts_with(LOCAL) {
        return Err(broken());
    }
    let lengths = number(&local, 26, 2).zip(number(&local, 28, 2)).ok_or_else(broken)?;
    Ok(member.header + LOCAL_LENGTH as u64 + lengths.0 + lengths.1)
}

/// Where the central directory is and how long.
fn directory(file: &mut (impl Read + Seek)) -> io::Result<(u64, u64)> {
    let size = file.seek(SeekFrom::End(0))?;
    // The end record is followed by a comment of up to 65,535 bytes.
    let tail_at = size.saturating_sub((LOCATOR64_LENGTH + END_LENGTH + 0xffff) as u64);
    let tail = read_at(file, tail_at, size - tail_at)?;
    let end = memchr::memmem::rfind(&tail, END).ok_or_else(broken)?;
    let short = number(&tail, end + 16, 4).zip(number(&tail, end + 12, 4)).ok_or_else(broken)?;
    let locator = end.checked_sub(LOCATOR64_LENGTH).filter(|at| tail[*at..].starts_with(LOCATOR64));
    let Some(locator) = locator else { return Ok(short) };
    let end64 = read_at(file, number(&tail, locator + 8, 8).ok_or_else(broken)?, 56)?;
    if !end64.starts_with(END64) {
        return Err(broken());
    }
    number(&end64, 48, 8).zip(number(&end64, 40, 8)).ok_or_else(broken)
}

/// One entry, none where its packing is unknown, and what follows it.
fn entry(bytes: &[u8]) -> Option<(Option<Member>, &[u8])> {
    let length_of = |at| number(bytes, at, 2).and_then(|length| usize::try_from(length).ok());
    let (name, extra, comment) = (length_of(28)?, length_of(30)?, length_of(32)?);
    let after = bytes.get(ENTRY_LENGTH + name + extra + comment..)?;
    let wide = wide_numbers(&bytes[ENTRY_LENGTH + name..][..extra]);
    let mut wide = wide.chunks_exact(8).filter_map(|number| Some(u64::from_le_bytes(number.try_into().ok()?)));
    // The ZIP64 field holds those that did not fit, in this order.
    let mut sized = |at| match number(bytes, at, 4) {
        Some(ELSEWHERE) => wide.next(),
        other => other,
    };
    let (_unpacked, length, header) = (sized(24)?, sized(20)?, sized(42)?);
    let method = match number(bytes, 10, 2)? {
        0 => Method::Stored,
        8 => Method::Deflated,
        _ => return Some((None, after)),
    };
    let name = String::from_utf8_lossy(&bytes[ENTRY_LENGTH..][..name]).into_owned();
    Some((Some(Member { name, method, length, header }), after))
}

/// The ZIP64 field among the extra fields.
fn wide_numbers(mut extra: &[u8]) -> &[u8] {
    while let (Some(kind), Some(length)) = (number(extra, 0, 2), number(extra, 2, 2)) {
        let end = extra.len().min(4 + usize::try_from(length).unwrap_or(usize::MAX - 4));
        if kind == 1 {
            return &extra[4..end];
        }
        extra = &extra[end..];
    }
    &[]
}

fn read_at(file: &mut (impl Read + Seek), at: u64, length: u64) -> io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(at))?;
    let mut bytes = Vec::new();
    file.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    Some(bytes.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte)))
}

fn broken() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "the directory of the ZIP file is broken")
}
