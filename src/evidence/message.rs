//! HTTP messages as records hold them: a start line, header fields, and the bytes after them.

use crate::observation::exchange::{PayloadEnd, Response};

/// The start line and the fields of a message, and where its body begins.
struct Message<'a> {
    start: String,
    headers: Vec<(String, Vec<u8>)>,
    body: &'a [u8],
}

/// Reads a recorded answer. None where the block is no HTTP answer.
///
/// Some writers keep the chunks of a chunked answer and some take them off and leave the header: what reads as chunks
/// is taken as chunks. `end` is how the record says that it ended.
pub(super) fn response(block: &[u8], end: PayloadEnd) -> Option<Response> {
    let message = Message::read(block)?;
    let mut words = message.start.split_ascii_whitespace();
    let version = words.next().filter(|word| word.starts_with("HTTP/"))?;
    let version = if version.starts_with("HTTP/2") { "HTTP/2" } else { "HTTP/1.1" };
    let status = words.next()?.parse().ok().filter(|status| (100..=999).contains(status))?;
    let chunked = message.headers.iter().any(|(name, value)| {
        name.eq_ignore_ascii_case("transfer-encoding") && value.to_ascii_lowercase().ends_with(b"chunked")
    });
    let (payload, end) = match chunked.then(|| unchunk(message.body)).flatten() {
        Some((payload, false)) if end == PayloadEnd::Whole => (payload, PayloadEnd::Early),
        Some((payload, _)) => (payload, end),
        None => (message.body.to_vec(), end),
    };
    let mut headers = message.headers;
    headers.retain(|(name, _)| !name.eq_ignore_ascii_case("transfer-encoding"));
    Some(Response { version, status, headers, payload, end, peer: None })
}

/// Browsers hand on what they have decoded, and some writers keep the head of the answer as it was: what reads as plain
/// is taken as plain, and the head says so in the way of the writers who do it themselves.
pub(super) fn mend_coding(response: &mut Response) {
    if !is_plain(&response.payload) {
        return;
    }
    for (name, _) in &mut response.headers {
        if name.eq_ignore_ascii_case("content-encoding") {
            *name = format!("x-orig-{}", name.to_ascii_lowercase());
        }
    }
}

/// Whether bytes are under no coding: they begin as markup or a PDF file, which no coding does, or are text. What is
/// under a coding has bytes among its first that no text has.
fn is_plain(payload: &[u8]) -> bool {
    const LOOKED_AT: usize = 4096;
    let start = &payload[..payload.len().min(LOOKED_AT)];
    let is_text = |bytes: &[u8]| !bytes.iter().any(|byte| *byte < b' ' && !b"\t\n\x0c\r".contains(byte));
    let is_utf8 = match std::str::from_utf8(start) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none() && payload.len() > start.len(),
    };
    let marked = start.trim_ascii_start();
    let is_markup = marked.first() == Some(&b'<')
        && marked.get(1).is_some_and(|byte| b"!?/".contains(byte) || byte.is_ascii_alphabetic());
    !start.is_empty() && is_utf8 && is_text(start) || is_markup || start.starts_with(b"%PDF-")
}

/// The method of a recorded request and one of its headers.
pub(super) fn request(block: &[u8], header: &str) -> Option<(String, Option<String>)> {
    let message = Message::read(block)?;
    let method = message.start.split_ascii_whitespace().next()?.to_owned();
    let value = message.headers.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(header));
    Some((method, value.map(|(_, value)| String::from_utf8_lossy(&value).into_owned())))
}

impl<'a> Message<'a> {
    fn read(block: &'a [u8]) -> Option<Self> {
        let (start, mut rest) = line(block)?;
        let start = String::from_utf8_lossy(start).into_owned();
        let mut headers: Vec<(String, Vec<u8>)> = Vec::new();
        // A block may end with its head where there is no payload, and some writers leave out the empty line then.
        while let Some((text, after)) = line(rest) {
            rest = after;
            if text.is_empty() {
                break;
            }
            match (text[0], text.iter().position(|byte| *byte == b':')) {
                (b' ' | b'\t', _) => {
                    if let Some((_, value)) = headers.last_mut() {
                        value.push(b' ');
                        value.extend_from_slice(text.trim_ascii());
                    }
                }
                (_, Some(colon)) => {
                    let name = String::from_utf8_lossy(&text[..colon]).trim().to_owned();
                    headers.push((name, text[colon + 1..].trim_ascii().to_vec()));
                }
                (_, None) => {}
            }
        }
        Some(Self { start, headers, body: rest })
    }
}

/// The first line without its end, and what follows it. None at the end.
fn line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    if bytes.is_empty() {
        return None;
    }
    let end = memchr::memchr(b'\n', bytes).unwrap_or(bytes.len());
    let text = bytes[..end].strip_suffix(b"\r").unwrap_or(&bytes[..end]);
    Some((text, bytes.get(end + 1..).unwrap_or_default()))
}

/// The payload of a chunked body, and whether its last chunk came. None where it does not begin with a chunk.
fn unchunk(mut body: &[u8]) -> Option<(Vec<u8>, bool)> {
    let mut payload = Vec::new();
    let mut first = true;
    loop {
        let Some((size, rest)) = chunk_size(body) else {
            return (!first).then_some((payload, false));
        };
        if size == 0 {
            return Some((payload, true));
        }
        let Some(chunk) = rest.get(..size) else {
            payload.extend_from_slice(rest);
            return (!first || !rest.is_empty()).then_some((payload, false));
        };
        let after = &rest[size..];
        let next = after.strip_prefix(b"\r\n").or_else(|| after.strip_prefix(b"\n"));
        if next.is_none() && first && !after.is_empty() {
            return None;
        }
        payload.extend_from_slice(chunk);
        body = next.unwrap_or_default();
        first = false;
    }
}

fn chunk_size(body: &[u8]) -> Option<(usize, &[u8])> {
    // 16 hexadecimal digits hold any length; extensions may follow.
    let (text, rest) = line(&body[..body.len().min(1024)]).filter(|(text, _)| text.len() < 1023)?;
    let digits = text.split(|byte| *byte == b';').next().unwrap_or_default().trim_ascii();
    let digits = std::str::from_utf8(digits).ok().filter(|digits| (1..=16).contains(&digits.len()))?;
    let size = usize::from_str_radix(digits, 16).ok()?;
    let consumed = body.len().min(1024) - rest.len();
    Some((size, &body[consumed..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn payload(block: &str) -> Option<(u16, String, bool)> {
        let response = response(block.as_bytes(), PayloadEnd::Whole)?;
        Some((
            response.status,
            String::from_utf8_lossy(&response.payload).into_owned(),
            response.end == PayloadEnd::Whole,
        ))
    }

    fn check(block: &str, expected: Option<(u16, &str, bool)>) {
        assert_eq!(payload(block), expected.map(|(status, text, whole)| (status, text.to_owned(), whole)), "{block}");
    }

    #[test]
    fn an_answer_is_read_whatever_its_line_ends() {
        check("HTTP/1.1 200 OK\r\nA: b\r\n\r\nhello", Some((200, "hello", true)));
        check("HTTP/1.0 404\nA: b\n\nhello", Some((404, "hello", true)));
        check("HTTP/1.1 301 Moved\r\nLocation: /x\r\n", Some((301, "", true)));
        check("HTTP/1.1 200 OK\r\n\r\n", Some((200, "", true)));
        for nonsense in
            ["", "hello", "HTTP/1.1", "HTTP/1.1 abc\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "HTTP/1.1 7 x\r\n\r\n"]
        {
            check(nonsense, None);
        }
    }

    #[test]
    fn chunks_are_taken_off_where_they_stand_and_only_there() {
        let chunked = |body: &str| format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{body}");
        check(&chunked("5\r\nhello\r\n6;x=y\r\n world\r\n0\r\n\r\n"), Some((200, "hello world", true)));
        check(&chunked("0\r\n\r\n"), Some((200, "", true)));
        check(&chunked("<p>taken off already</p>"), Some((200, "<p>taken off already</p>", true)));
        check(&chunked("5\r\nhello\r\n6\r\n wor"), Some((200, "hello wor", false)));
        check(&chunked("5\r\nhello\r\n"), Some((200, "hello", false)));
        check(&chunked("dead\nbeef is no chunk"), Some((200, "beef is no chunk", false)));
        check(&chunked("2\nbe or not"), Some((200, "2\nbe or not", true)));
    }

    #[test]
    fn a_coding_that_was_taken_off_is_no_longer_named() {
        let coded = |body: &[u8]| {
            let mut block = b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n".to_vec();
            block.extend_from_slice(body);
            let mut response = response(&block, PayloadEnd::Whole).unwrap();
            mend_coding(&mut response);
            response.headers.remove(0).0
        };
        let long = format!("x{}", "é".repeat(4096));
        let (text, page) = ("fine words, né".as_bytes(), &b"<!doctype html><p>caf\xe9"[..]);
        for plain in [text, long.as_bytes(), page, b"%PDF-1.7\n\x00"] {
            assert_eq!(coded(plain), "x-orig-content-encoding", "{plain:?}");
        }
        for packed in
            [&b""[..], b"\x1b\x53\x00\xe0\x8d\x94", b"\x0b\x02\x80hello\x03", b"\x1f\x8b\x08\x00", b"\x28\xb5\x2f\xfd"]
        {
            assert_eq!(coded(packed), "Content-Encoding", "{packed:?}");
        }
    }

    #[test]
    fn a_request_gives_its_method_and_one_header() {
        let block = b"GET / HTTP/1.1\r\nHost: a.example\r\naccept-datetime: Fri, 01 Jan 2021 00:00:00 GMT\r\n\r\n";
        let expected = ("GET".to_owned(), Some("Fri, 01 Jan 2021 00:00:00 GMT".to_owned()));
        assert_eq!(request(block, "Accept-Datetime"), Some(expected));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let mut chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".to_vec();
            chunked.extend_from_slice(&bytes);
            prop_assert!(response(&chunked, PayloadEnd::Whole).is_some());
            response(&bytes, PayloadEnd::Whole);
        }

        #[test]
        fn any_chunks_give_their_payload(chunks in proptest::collection::vec("[a-z\r\n]{1,40}", 0..8)) {
            let mut block = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".to_owned();
            for chunk in &chunks {
                block = format!("{block}{:x}\r\n{chunk}\r\n", chunk.len());
            }
            block.push_str("0\r\n\r\n");
            prop_assert_eq!(payload(&block), Some((200, chunks.concat(), true)));
        }
    }
}
