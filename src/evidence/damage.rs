//! Places in a file where no record can be read, and where the next one begins.

use std::io::{self, Read};

use flate2::bufread::GzDecoder;

use super::ReplayError;
use super::container::{Coding, Container};

/// A file with a place where no record can be read. The records around it were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Damage {
    /// The file; for a member of a WACZ, `file!member`.
    pub(crate) file: String,
    /// Where the first such record, or its gzip member, begins.
    pub(crate) offset: u64,
    /// What is wrong there.
    pub(crate) kind: DamageKind,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DamageKind {
    /// The file ends in the middle of a record: a writer was stopped.
    CutOff,
    /// Its first bytes are those of no such file.
    Other,
    /// Bytes that are no record; what was said of the first, and how many places there are.
    Broken { what: String, places: usize },
}

impl Damage {
    /// Of a file that gave nothing, where that was no failure of the file system.
    pub(super) fn of(why: ReplayError) -> Option<Self> {
        match why {
            ReplayError::OtherFormat { file } => {
                Some(Self { file: file.display().to_string(), offset: 0, kind: DamageKind::Other })
            }
            ReplayError::Corrupt { file, offset, what } => {
                Some(Self { file, offset, kind: DamageKind::Broken { what, places: 1 } })
            }
            ReplayError::Io { .. } | ReplayError::Empty { .. } => None,
        }
    }
}

impl std::fmt::Display for Damage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { file, offset, kind } = self;
        match kind {
            DamageKind::CutOff => {
                write!(f, "{file} ends in the middle of a record, at byte {offset}; it was left out")
            }
            DamageKind::Other => write!(f, "{file} is neither a WARC nor a WACZ file; it was left out"),
            DamageKind::Broken { what, places: 1 } => {
                write!(f, "{file} cannot be read at byte {offset} ({what}); what stands there was left out")
            }
            DamageKind::Broken { what, places } => write!(
                f,
                "{file} cannot be read at {places} places, the first at byte {offset} ({what}); what stands there was \
                 left out"
            ),
        }
    }
}

/// What begins every record.
const RECORD: &[u8] = b"WARC/";

/// What begins every gzip member.
const MEMBER: &[u8] = &[0x1f, 0x8b, 8];

/// Places that look like the start of a member and are tried; in compressed data there is one in sixteen megabytes.
const MAX_TRIED: usize = 10_000;

const CHUNK: usize = 1024 * 1024;

/// Searches for the start of records, from one end of a container to the other.
#[derive(Debug, Default)]
pub(super) struct Search {
    tried: usize,
}

impl Search {
    /// Where the next record, or the gzip member that it opens, begins at `from` or later.
    pub(super) fn next(&mut self, container: &Container, from: u64) -> io::Result<Option<u64>> {
        let mark: &[u8] = match container.coding() {
            Coding::Gzip => MEMBER,
            Coding::Plain => b"\nWARC/",
        };
        let (mut file, mut at, mut kept) = (container.open(from)?, from, Vec::new());
        loop {
            if file.by_ref().take(CHUNK as u64).read_to_end(&mut kept)? == 0 {
                return Ok(None);
            }
            for place in memchr::memmem::find_iter(&kept, mark).map(|place| at + place as u64) {
                match container.coding() {
                    Coding::Plain => return Ok(Some(place + 1)),
                    Coding::Gzip if self.tried == MAX_TRIED => return Ok(None),
                    Coding::Gzip => {
                        self.tried += 1;
                        if opens_a_record(container, place)? {
                            return Ok(Some(place));
                        }
                    }
                }
            }
            // A mark may lie across two chunks.
            let dropped = kept.len().saturating_sub(mark.len() - 1);
            kept.drain(..dropped);
            at += dropped as u64;
        }
    }
}

fn opens_a_record(container: &Container, place: u64) -> io::Result<bool> {
    let member = io::BufReader::with_capacity(4096, container.open(place)?);
    let mut start = Vec::new();
    // What cannot be decoded opens nothing.
    let decoded = GzDecoder::new(member).take(RECORD.len() as u64).read_to_end(&mut start);
    Ok(decoded.is_ok() && start == RECORD)
}
