//! Walks the records of a container, past those that cannot be read, and opens one of them again.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::GzDecoder;

use super::ReplayError;
use super::container::{Coding, Container};
use super::damage::{Damage, DamageKind, Search};
use super::head::Head;

/// Where a record begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The gzip member, as an offset in the container; 0 in a plain file.
    member: u64,
    /// The offset in what the member decodes to, or in the plain file.
    inside: u64,
}

/// Damaged records are walked again from their second byte on, so many bytes in all; what stands behind is left out.
const MAX_AGAIN: u64 = 1 << 30;

/// What `visit` is given of each record: where it is, its head, and its block.
pub(super) type Visit<'a, T> = &'a mut dyn FnMut(Place, &Head, &mut dyn Read) -> io::Result<Option<T>>;

/// Hands every record to `visit` and returns what it made of them. A record counts once its block is whole; one that
/// cannot be read is passed over, and the file told of. A file without any record that can be read is an error.
pub(super) fn scan<T>(container: &Container, visit: Visit<'_, T>) -> Result<(Vec<T>, Option<Damage>), ReplayError> {
    let io_error = |source| container.io_error(source);
    let file = || container.label();
    let (mut walk, mut search, mut damage, mut again) = (Walk::at(container, 0)?, Search::default(), None, 0);
    loop {
        let (offset, error) = match walk.go(container.coding(), visit) {
            Ok(()) => return Ok((walk.found, damage)),
            Err(stopped) => stopped,
        };
        again += walk.input.at.saturating_sub(offset);
        let next = if again > MAX_AGAIN { None } else { search.next(container, offset + 1).map_err(io_error)? };
        let cut_off = error.kind() == io::ErrorKind::UnexpectedEof && next.is_none() && damage.is_none();
        match (error.kind(), next) {
            _ if cut_off => {
                return Ok((walk.found, Some(Damage { file: file(), offset, kind: DamageKind::CutOff })));
            }
            (io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput, next) => {
                if next.is_none() && walk.records == 0 {
                    return Err(ReplayError::Corrupt { file: file(), offset, what: error.to_string() });
                }
                note(&mut damage, || Damage {
                    file: file(),
                    offset,
                    kind: DamageKind::Broken { what: error.to_string(), places: 0 },
                });
                let Some(next) = next else { return Ok((walk.found, damage)) };
                walk = Walk { found: walk.found, records: walk.records, ..Walk::at(container, next)? };
            }
            _ => return Err(io_error(error)),
        }
    }
}

/// Counts one more damaged place.
fn note(damage: &mut Option<Damage>, first: impl FnOnce() -> Damage) {
    if let DamageKind::Broken { places, .. } = &mut damage.get_or_insert_with(first).kind {
        *places += 1;
    }
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

struct Walk<T> {
    input: Counted<BufReader<io::Take<File>>>,
    found: Vec<T>,
    /// Records that were read, whether anything was made of them or not.
    records: usize,
}

impl<T> Walk<T> {
    fn at(container: &Container, offset: u64) -> Result<Self, ReplayError> {
        let file = container.open(offset).map_err(|source| container.io_error(source))?;
        let input = Counted { input: BufReader::with_capacity(128 * 1024, file), at: offset };
        Ok(Self { input, found: vec![], records: 0 })
    }

    fn go(&mut self, coding: Coding, visit: Visit<'_, T>) -> End {
        match coding {
            Coding::Plain => records(&mut self.input, None, &mut self.found, &mut self.records, visit),
            Coding::Gzip => self.members(visit),
        }
    }

    fn members(&mut self, visit: Visit<'_, T>) -> End {
        while !self.at_end()? {
            let member = self.input.at;
            let member_reader = BufReader::with_capacity(64 * 1024, GzDecoder::new(&mut self.input));
            let mut decoded = Counted { input: member_reader, at: 0 };
            let end = records(&mut decoded, Some(member), &mut self.found, &mut self.records, visit);
            end.map_err(|(_, error)| (member, error))?;
        }
        Ok(())
    }

    fn at_end(&mut self) -> Result<bool, (u64, io::Error)> {
        let at = self.input.at;
        self.input.fill_buf().map(<[u8]>::is_empty).map_err(|error| (at, error))
    }
}

fn records<T>(
    input: &mut Counted<impl BufRead>,
    member: Option<u64>,
    found: &mut Vec<T>,
    count: &mut usize,
    visit: Visit<'_, T>,
) -> End {
    let mut last_made = false;
    loop {
        let more = skip_line_ends(input);
        let inside = input.at;
        let head = match more.and_then(|more| if more { Head::read(input).map(Some) } else { Ok(None) }) {
            Ok(Some(head)) => head,
            Ok(None) => return Ok(()),
            Err(error) => {
                // The checksum of a gzip member is at its end, and damage can make what it decodes to longer: what was
                // read last is not what was written.
                if last_made && member.is_some() && error.kind() != io::ErrorKind::UnexpectedEof {
                    found.pop();
                }
                return Err((inside, error));
            }
        };
        let place = Place { member: member.unwrap_or(0), inside };
        let made = record(input, &head, place, visit).map_err(|error| (inside, error))?;
        *count += 1;
        last_made = made.is_some();
        found.extend(made);
    }
}

fn record<T>(
    input: &mut Counted<impl BufRead>,
    head: &Head,
    place: Place,
    visit: Visit<'_, T>,
) -> io::Result<Option<T>> {
    let length = head.length()?;
    let mut block = input.take(length);
    let made = visit(place, head, &mut block)?;
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
