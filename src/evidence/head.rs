//! The head of a WARC record: its version line and its named fields.

use std::io::{self, BufRead, Read};

use jiff::Timestamp;

use crate::date::PartialDate;

/// What every head begins with.
const MARK: &[u8] = b"WARC/";

/// A head of more bytes is refused; the largest that tools write hold one long URL twice.
const MAX_HEAD: u64 = 64 * 1024;

/// The named fields of a record, in the order read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Head {
    fields: Vec<(String, String)>,
}

impl Head {
    /// Reads a version line and the fields up to the empty line.
    pub(super) fn read(input: &mut impl BufRead) -> io::Result<Self> {
        let mut input = input.take(MAX_HEAD);
        let none = || io::Error::new(io::ErrorKind::InvalidData, "no WARC record begins here");
        let begins = |start: &[u8]| start.iter().zip(MARK).all(|(byte, mark)| byte == mark);
        // Bytes that are none are told as such, also where the file ends among them.
        if !begins(input.fill_buf()?) || !line(&mut input)?.starts_with("WARC/") {
            return Err(none());
        }
        let mut fields: Vec<(String, String)> = Vec::new();
        loop {
            let text = line(&mut input)?;
            if text.is_empty() {
                return Ok(Self { fields });
            }
            if text.starts_with([' ', '\t']) {
                if let Some((_, value)) = fields.last_mut() {
                    value.push(' ');
                    value.push_str(text.trim());
                }
            } else if let Some((name, value)) = text.split_once(':') {
                fields.push((name.trim().to_owned(), value.trim().to_owned()));
            } else {
                return Err(io::Error::new(io::ErrorKind::InvalidData, "a field of the record has no colon"));
            }
        }
    }

    /// The first field of that name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// Every field of that name.
    pub(super) fn all<'a>(&'a self, name: &'static str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The length of the block, in bytes.
    pub(super) fn length(&self) -> io::Result<u64> {
        self.get("Content-Length")
            .and_then(|text| text.parse().ok())
            .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "the record has no length"))
    }

    /// The address of the record; WARC 1.0 let writers put it in angle brackets.
    pub(super) fn target(&self) -> Option<&str> {
        self.get("WARC-Target-URI").map(unbracketed)
    }

    /// The time of the record; WARC 1.1 lets writers leave out what they do not know.
    pub(super) fn date(&self) -> Option<Timestamp> {
        self.get("WARC-Date").and_then(date)
    }
}

/// The text without one pair of angle brackets around it.
pub(super) fn unbracketed(text: &str) -> &str {
    text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or(text)
}

/// A date as WARC writes it.
pub(super) fn date(text: &str) -> Option<Timestamp> {
    text.parse().ok().or_else(|| {
        let day = PartialDate::parse_iso(text).ok()?.first_day();
        jiff::tz::TimeZone::UTC.to_timestamp(day.into()).ok()
    })
}

/// One line without its end; lines end with LF, with or without CR before it.
fn line(input: &mut io::Take<impl BufRead>) -> io::Result<String> {
    let mut bytes = Vec::new();
    input.read_until(b'\n', &mut bytes)?;
    if bytes.pop() != Some(b'\n') {
        return Err(if input.limit() == 0 {
            io::Error::new(io::ErrorKind::InvalidData, "the head of the record is too long")
        } else {
            io::ErrorKind::UnexpectedEof.into()
        });
    }
    if bytes.last() == Some(&b'\r') {
        bytes.pop();
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> io::Result<Head> {
        Head::read(&mut text.as_bytes())
    }

    #[test]
    fn fields_are_found_whatever_their_case_and_folding() {
        let head = read("WARC/1.0\nwarc-target-uri: <https://a.example/>\r\nX: one\r\n two\r\n\r\n").unwrap();
        assert_eq!(head.target(), Some("https://a.example/"));
        assert_eq!(head.get("x"), Some("one two"));
    }

    #[test]
    fn what_is_no_head_is_an_error() {
        for (text, kind) in [
            ("HTTP/1.1 200 OK\r\n\r\n", io::ErrorKind::InvalidData),
            ("WARC/1.1\r\nno colon\r\n\r\n", io::ErrorKind::InvalidData),
            ("WARC/1.1\r\nA: b\r\n", io::ErrorKind::UnexpectedEof),
            ("WARC/1.1\r\nA: b", io::ErrorKind::UnexpectedEof),
            ("WAR", io::ErrorKind::UnexpectedEof),
            ("words", io::ErrorKind::InvalidData),
        ] {
            assert_eq!(read(text).unwrap_err().kind(), kind, "{text}");
        }
        let long = format!("WARC/1.1\r\nA: {}\r\n\r\n", "x".repeat(70_000));
        assert_eq!(read(&long).unwrap_err().kind(), io::ErrorKind::InvalidData);
    }

    #[test]
    fn dates_may_be_of_any_precision() {
        for (text, expected) in [
            ("2019-03-01T10:00:00Z", Some("2019-03-01T10:00:00Z")),
            ("2019-03-01T10:00:00.123456Z", Some("2019-03-01T10:00:00.123456Z")),
            ("2019-03-01T10:00Z", Some("2019-03-01T10:00:00Z")),
            ("2019-03", Some("2019-03-01T00:00:00Z")),
            ("2019", Some("2019-01-01T00:00:00Z")),
            ("yesterday", None),
        ] {
            assert_eq!(date(text).map(|at| at.to_string()).as_deref(), expected, "{text}");
        }
    }
}
