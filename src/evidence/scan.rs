//! Walks the records of a container once, and opens one of them again.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::GzDecoder;

use super::ReplayError;
use super::container::{Coding, Container};
use super::head::Head;

/// Where a record begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The gzip member, as an offset in the container; 0 in a plain file.
    member: u64,
    /// The offset in what the member decodes to, or in the plain file.
    inside: u64,
}

/// A file that ends in the middle of a record: a writer was stopped. What stands before it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Torn {
    /// The file; for a member of a WACZ, `file!member`.
    pub(crate) file: String,
    /// Where the cut-off record, or its gzip member, begins.
    pub(crate) offset: u64,
}

impl std::fmt::Display for Torn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ends in the middle of a record, at byte {}; it was left out", self.file, self.offset)
    }
}

/// What `visit` is given of each record: where it is, its head, and its block.
pub(super) type Visit<'a, T> = &'a mut dyn FnMut(Place, &Head, &mut dyn Read) -> io::Result<Option<T>>;

/// Hands every record to `visit` and returns what it made of them. A record counts once its block is whole.
pub(super) fn scan<T>(container: &Container, visit: Visit<'_, T>) -> Result<(Vec<T>, Option<Torn>), ReplayError> {
    let file = container.open(0).map_err(|source| container.io_error(source))?;
    let mut walk = Walk { input: Counted { input: BufReader::with_capacity(128 * 1024, file), at: 0 }, found: vec![] };
    let end = match container.coding() {
        Coding::Plain => walk.plain(visit),
        Coding::Gzip => walk.members(visit),
    };
    let torn = match end {
        Ok(()) => None,
        Err((offset, error)) if error.kind() == io::ErrorKind::UnexpectedEof => {
            Some(Torn { file: container.label(), offset })
        }
        Err((offset, error)) => {
            return Err(ReplayError::Corrupt { file: container.label(), offset, what: error.to_string() });
        }
    };
    Ok((walk.found, torn))
}

/// Reads the record at `place`: its head, and its block up to `limit` bytes.
pub(super) fn read_at(container: &Container, place: Place, limit: u64) -> io::Result<(Head, Vec<u8>)> {
    match container.coding() {
        Coding::Plain => read_one(&mut BufReader::new(container.open(place.inside)?), limit),
        Coding::Gzip => {
            let file = BufReader::new(container.open(place.member)?);
            let mut decoded = BufReader::new(GzDecoder::new(file));
            io::copy(&mut decoded.by_ref().take(place.inside), &mut io::sink())?;
            read_one(&mut decoded, limit)
        }
    }
}

fn read_one(input: &mut impl BufRead, limit: u64) -> io::Result<(Head, Vec<u8>)> {
    let head = Head::read(input)?;
    let mut block = Vec::new();
    input.take(head.length()?.min(limit)).read_to_end(&mut block)?;
    Ok((head, block))
}

type End = Result<(), (u64, io::Error)>;

struct Walk<R, T> {
    input: Counted<R>,
    found: Vec<T>,
}

impl<R: BufRead, T> Walk<R, T> {
    fn plain(&mut self, visit: Visit<'_, T>) -> End {
        records(&mut self.input, 0, &mut self.found, visit)
    }

    fn members(&mut self, visit: Visit<'_, T>) -> End {
        while !self.at_end()? {
            let member = self.input.at;
            let member_reader = BufReader::with_capacity(64 * 1024, GzDecoder::new(&mut self.input));
            let mut decoded = Counted { input: member_reader, at: 0 };
            records(&mut decoded, member, &mut self.found, visit).map_err(|(_, error)| (member, error))?;
        }
        Ok(())
    }

    fn at_end(&mut self) -> Result<bool, (u64, io::Error)> {
        let at = self.input.at;
        self.input.fill_buf().map(<[u8]>::is_empty).map_err(|error| (at, error))
    }
}

fn records<T>(input: &mut Counted<impl BufRead>, member: u64, found: &mut Vec<T>, visit: Visit<'_, T>) -> End {
    loop {
        let inside = match skip_line_ends(input) {
            Ok(true) => input.at,
            Ok(false) => return Ok(()),
            Err(error) => return Err((input.at, error)),
        };
        let made = record(input, Place { member, inside }, visit).map_err(|error| (inside, error))?;
        found.extend(made);
    }
}

fn record<T>(input: &mut Counted<impl BufRead>, place: Place, visit: Visit<'_, T>) -> io::Result<Option<T>> {
    let head = Head::read(input)?;
    let length = head.length()?;
    let mut block = input.take(length);
    let made = visit(place, &head, &mut block)?;
    io::copy(&mut block, &mut io::sink())?;
    if block.limit() > 0 { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(made) }
}

/// Passes over the line ends between records; writers disagree on how many there are. False at the end.
fn skip_line_ends(input: &mut impl BufRead) -> io::Result<bool> {
    loop {
        let bytes = input.fill_buf()?;
        if bytes.is_empty() {
            return Ok(false);
        }
        let blank = bytes.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let more = blank < bytes.len();
        input.consume(blank);
        if more {
            return Ok(true);
        }
    }
}

/// Counts the bytes that were taken from a reader.
struct Counted<R> {
    input: R,
    at: u64,
}

impl<R: BufRead> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.input.read(buffer)?;
        self.at += count as u64;
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Counted<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.input.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.at += count as u64;
        self.input.consume(count);
    }
}
