//! Writes a ZIP file: members as they are, without packing, so that what is in them can be read in its place.

use std::io::{self, Seek, SeekFrom, Write};

use data_encoding::HEXLOWER;
use flate2::Crc;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use sha2::{Digest as _, Sha256};

/// Stands where a number is in the ZIP64 field instead.
const ELSEWHERE: u32 = 0xffff_ffff;

/// Names are UTF-8 (bit 11 of the flags).
const UTF8: u16 = 1 << 11;

/// Written as version 2.0 of the format has it, or 4.5, which has ZIP64.
const PLAIN: u16 = 20;
const ZIP64: u16 = 45;

/// The file that is being written.
pub(super) struct ZipWriter<W> {
    out: W,
    at: u64,
    entries: Vec<Entry>,
    open: Option<Open>,
    date: [u16; 2],
}

/// A member that is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) name: String,
    pub(super) bytes: u64,
    /// SHA-256, lower-case hexadecimal.
    pub(super) sha256: String,
}

struct Entry {
    name: String,
    crc: u32,
    bytes: u32,
    header: u64,
}

/// The member that is being written.
struct Open {
    name: String,
    header: u64,
    crc: Crc,
    bytes: u64,
    digest: Sha256,
}

impl<W: Write + Seek> ZipWriter<W> {
    /// Every member is dated `at`.
    pub(super) fn new(out: W, at: Timestamp) -> Self {
        Self { out, at: 0, entries: Vec::new(), open: None, date: date(at) }
    }

    /// Begins a member; its bytes are then written.
    pub(super) fn begin(&mut self, name: &str) -> io::Result<()> {
        let header = self.at;
        self.put(&local(name, self.date, 0, 0))?;
        let (crc, digest) = (Crc::new(), Sha256::new());
        self.open = Some(Open { name: name.to_owned(), header, crc, bytes: 0, digest });
        Ok(())
    }

    /// Ends the member, whose size and sum are written where it begins.
    pub(super) fn end(&mut self) -> io::Result<Written> {
        let Open { name, header, crc, bytes, digest } = self.open.take().expect("a member was begun");
        let size = u32::try_from(bytes).ok().filter(|size| *size != ELSEWHERE);
        let size = size.ok_or_else(|| io::Error::new(io::ErrorKind::FileTooLarge, "a member of more than 4 GiB"))?;
        self.out.seek(SeekFrom::Start(header))?;
        self.out.write_all(&local(&name, self.date, crc.sum(), size))?;
        self.out.seek(SeekFrom::Start(self.at))?;
        self.entries.push(Entry { name: name.clone(), crc: crc.sum(), bytes: size, header });
        Ok(Written { name, bytes, sha256: HEXLOWER.encode(&digest.finalize()) })
    }

    /// A whole member.
    pub(super) fn member(&mut self, name: &str, bytes: &[u8]) -> io::Result<Written> {
        self.begin(name)?;
        self.write_all(bytes)?;
        self.end()
    }

    /// Writes the directory; gives back what was written to, and the length of all.
    pub(super) fn finish(mut self) -> io::Result<(W, u64)> {
        let start = self.at;
        for entry in std::mem::take(&mut self.entries) {
            let bytes = central(&entry, self.date);
            self.put(&bytes)?;
            self.entries.push(entry);
        }
        let length = self.at - start;
        let end = end(self.entries.len(), start, length);
        self.put(&end)?;
        self.out.flush()?;
        Ok((self.out, self.at))
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.at += bytes.len() as u64;
        Ok(())
    }
}

impl<W: Write> Write for ZipWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.out.write(bytes)?;
        let open = self.open.as_mut().expect("a member was begun");
        open.crc.update(&bytes[..count]);
        open.digest.update(&bytes[..count]);
        open.bytes += count as u64;
        self.at += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Time and day as the format has them; it begins in 1980 and counts two seconds as one.
fn date(at: Timestamp) -> [u16; 2] {
    let at = TimeZone::UTC.to_datetime(at);
    let part = |number: i8| u16::try_from(number).unwrap_or(0);
    let year = u16::try_from(at.year() - 1980).unwrap_or(0).min(127);
    let time = part(at.hour()) << 11 | part(at.minute()) << 5 | (part(at.second()) / 2);
    [time, year << 9 | part(at.month()) << 5 | part(at.day())]
}

fn short(out: &mut Vec<u8>, numbers: &[u16]) {
    for number in numbers {
        out.extend(number.to_le_bytes());
    }
}

fn long(out: &mut Vec<u8>, numbers: &[u32]) {
    for number in numbers {
        out.extend(number.to_le_bytes());
    }
}

/// The length of a name; those given here are short.
fn name_length(name: &str) -> u16 {
    u16::try_from(name.len()).expect("our own names are short")
}

fn local(name: &str, [time, day]: [u16; 2], crc: u32, bytes: u32) -> Vec<u8> {
    let mut out = b"PK\x03\x04".to_vec();
    short(&mut out, &[PLAIN, UTF8, 0, time, day]);
    long(&mut out, &[crc, bytes, bytes]);
    short(&mut out, &[name_length(name), 0]);
    out.extend(name.as_bytes());
    out
}

fn central(entry: &Entry, [time, day]: [u16; 2]) -> Vec<u8> {
    let header = u32::try_from(entry.header).ok().filter(|at| *at != ELSEWHERE);
    let mut wide = Vec::new();
    if header.is_none() {
        short(&mut wide, &[1, 8]);
        wide.extend(entry.header.to_le_bytes());
    }
    let version = if header.is_some() { PLAIN } else { ZIP64 };
    let mut out = b"PK\x01\x02".to_vec();
    short(&mut out, &[version, version, UTF8, 0, time, day]);
    long(&mut out, &[entry.crc, entry.bytes, entry.bytes]);
    short(&mut out, &[name_length(&entry.name), u16::try_from(wide.len()).expect("12 bytes"), 0, 0, 0]);
    long(&mut out, &[0, header.unwrap_or(ELSEWHERE)]);
    out.extend(entry.name.as_bytes());
    out.extend(wide);
    out
}

/// The end of the directory, with the ZIP64 one before it where a number does not fit.
fn end(entries: usize, start: u64, length: u64) -> Vec<u8> {
    let count = u16::try_from(entries).ok().filter(|count| *count != 0xffff);
    let fitting = |number: u64| u32::try_from(number).ok().filter(|number| *number != ELSEWHERE);
    let mut out = Vec::new();
    if count.is_none() || fitting(start).is_none() || fitting(length).is_none() {
        out.extend(b"PK\x06\x06");
        out.extend(44_u64.to_le_bytes());
        short(&mut out, &[ZIP64, ZIP64]);
        long(&mut out, &[0, 0]);
        for number in [entries as u64, entries as u64, length, start] {
            out.extend(number.to_le_bytes());
        }
        out.extend(b"PK\x06\x07");
        long(&mut out, &[0]);
        out.extend((start + length).to_le_bytes());
        long(&mut out, &[1]);
    }
    let count = count.unwrap_or(0xffff);
    out.extend(b"PK\x05\x06");
    short(&mut out, &[0, 0, count, count]);
    long(&mut out, &[fitting(length).unwrap_or(ELSEWHERE), fitting(start).unwrap_or(ELSEWHERE)]);
    short(&mut out, &[0]);
    out
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read as _};

    use super::super::zip::{self, Method};
    use super::*;

    fn at() -> Timestamp {
        "2024-06-30T12:34:56Z".parse().unwrap()
    }

    #[test]
    fn what_is_written_is_read_back() {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()), at());
        let one = writer.member("archive/one", b"some words").unwrap();
        writer.begin("é/two").unwrap();
        writer.write_all(b"more ").unwrap();
        writer.write_all(b"words").unwrap();
        let two = writer.end().unwrap();
        writer.member("empty", b"").unwrap();
        let (mut file, length) = writer.finish().unwrap();
        assert_eq!((one.bytes, two.bytes, file.get_ref().len() as u64), (10, 10, length));
        let members = zip::members(&mut file).unwrap();
        let names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
        assert_eq!(names, ["archive/one", "é/two", "empty"]);
        for (member, words) in members.iter().zip(["some words", "more words", ""]) {
            assert_eq!((member.method, member.length), (Method::Stored, words.len() as u64));
            let start = zip::data_start(&mut file, member).unwrap();
            file.set_position(start);
            let mut bytes = vec![0; words.len()];
            file.read_exact(&mut bytes).unwrap();
            assert_eq!(bytes, words.as_bytes());
        }
    }

    /// The end of a large file, and where it begins there.
    struct Far(Cursor<Vec<u8>>, u64);

    impl io::Read for Far {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.0.read(buffer)
        }
    }

    impl Seek for Far {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            let Far(file, start) = self;
            let at = match to {
                SeekFrom::Start(at) => file.seek(SeekFrom::Start(at.saturating_sub(*start))),
                other => file.seek(other),
            };
            at.map(|at| at + *start)
        }
    }

    #[test]
    fn a_directory_beyond_four_gibibytes_is_found() {
        let far = 5 << 30;
        let entry = Entry { name: "far".to_owned(), crc: 7, bytes: 3, header: far };
        let mut directory = central(&entry, date(at()));
        let length = directory.len() as u64;
        directory.extend(end(1, far, length));
        let members = zip::members(&mut Far(Cursor::new(directory), far)).unwrap();
        assert_eq!((members.len(), members[0].name.as_str(), members[0].length), (1, "far", 3));
    }

    #[test]
    fn dates_fit_the_format() {
        let plain = |[time, day]: [u16; 2]| (day >> 9, day >> 5 & 15, day & 31, time >> 11, time >> 5 & 63, time & 31);
        assert_eq!(plain(date(at())), (44, 6, 30, 12, 34, 28));
        assert_eq!(plain(date("1970-01-01T00:00:00Z".parse().unwrap())).0, 0);
    }
}
