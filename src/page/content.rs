//! What kind of content bytes are: the type that the server says comes first, the bytes where it says nothing.

use super::{Content, SaidBy};
use crate::text::charset;

/// What every page may begin with to be HTML where no type is given (MIME Sniffing Standard §7.1).
const HTML_STARTS: [&[u8]; 17] = [
    b"<!doctype html",
    b"<html",
    b"<head",
    b"<script",
    b"<iframe",
    b"<h1",
    b"<div",
    b"<font",
    b"<table",
    b"<a",
    b"<style",
    b"<title",
    b"<b",
    b"<body",
    b"<br",
    b"<p",
    b"<!--",
];
/// How many of them leave no doubt, so that they win over a type of `text/plain`.
const CERTAIN: usize = 2;

/// First bytes of a PDF.
const PDF_START: &[u8] = b"%PDF-";

/// Bytes that may stand before them where nobody says what it is: readers of PDFs look so far.
const BEFORE_PDF: usize = 1_024;

/// First bytes of what has no text to read here.
const NO_TEXT_STARTS: [&[u8]; 12] = [
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"RIFF",
    b"OggS",
    b"ID3",
    b"\xd0\xcf\x11\xe0",
    b"7z\xbc\xaf",
    b"Rar!",
];

/// How much of the bytes is looked at (MIME Sniffing Standard §5: the resource header).
const HEADER: usize = 1_445;

/// What `bytes` are, sent as `content_type`.
pub(super) fn of(bytes: &[u8], content_type: Option<&str>, said_by: SaidBy) -> Content {
    let header = &bytes[..bytes.len().min(HEADER)];
    let essence = content_type.unwrap_or_default().split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let said = match essence.as_str() {
        "text/html" | "application/xhtml+xml" => Said::Html,
        "" | "application/octet-stream" | "binary/octet-stream" | "unknown/unknown" | "application/unknown" | "*/*" => {
            Said::Nothing
        }
        "application/json" | "application/javascript" | "application/xml" => Said::Text,
        "application/pdf" | "application/x-pdf" | "application/acrobat" | "text/pdf" => {
            return if is_page_in_its_place(header, said_by) { Content::Html } else { Content::Pdf };
        }
        other if other.starts_with("text/") || other.ends_with("+json") || other.ends_with("+xml") => Said::Text,
        other if other.contains('/') => Said::NoText,
        _ => Said::Nothing,
    };
    if begins_as_pdf(header, said, &essence) {
        return Content::Pdf;
    }
    if said == Said::NoText || essence == "image/svg+xml" || is_binary(header, content_type) {
        return Content::NoText;
    }
    let starts = match said {
        Said::Html => return Content::Html,
        Said::Text if said_by == SaidBy::User => return Content::Text,
        Said::Nothing => &HTML_STARTS[..],
        Said::Text | Said::NoText => &HTML_STARTS[..CERTAIN],
    };
    if begins_as_html(header, starts) { Content::Html } else { Content::Text }
}

/// Whether what is sent as a PDF is a page: error pages, logins and walls often have the type of what they stand for.
fn is_page_in_its_place(header: &[u8], said_by: SaidBy) -> bool {
    let holds = || memchr::memmem::find(&header[..header.len().min(BEFORE_PDF)], PDF_START).is_some();
    said_by == SaidBy::Server && begins_as_html(header, &HTML_STARTS) && !holds()
}

/// What the server says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Html,
    Text,
    NoText,
    Nothing,
}

/// What is offered for keeping (`application/x-download`) is of any type.
fn begins_as_pdf(header: &[u8], said: Said, essence: &str) -> bool {
    let holds = || memchr::memmem::find(&header[..header.len().min(BEFORE_PDF)], PDF_START).is_some();
    let bare = header.strip_prefix(b"\xef\xbb\xbf").unwrap_or(header).trim_ascii_start();
    match said {
        Said::NoText if !essence.starts_with("application/") => false,
        Said::Nothing if is_binary(header, None) => holds(),
        Said::Html | Said::Text | Said::NoText | Said::Nothing => bare.starts_with(PDF_START),
    }
}

fn begins_as_html(header: &[u8], starts: &[&[u8]]) -> bool {
    let narrowed: Vec<u8>;
    let header = if header.starts_with(b"\xff\xfe") || header.starts_with(b"\xfe\xff") || charset::looks_wide(header) {
        narrowed = header.iter().copied().filter(|byte| !matches!(byte, 0 | 0xfe | 0xff)).collect();
        &narrowed
    } else {
        header
    };
    let text = header.strip_prefix(b"\xef\xbb\xbf").unwrap_or(header).trim_ascii_start();
    let declared = text
        .strip_prefix(b"<?xml")
        .and_then(|rest| rest.iter().position(|&byte| byte == b'>').map(|end| &rest[end + 1..]));
    let text = declared.unwrap_or(text).trim_ascii_start();
    starts.iter().any(|start| {
        text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
            && (start.ends_with(b"--")
                || text.get(start.len()).is_none_or(|&next| next == b'>' || next.is_ascii_whitespace()))
    })
}

/// Whether the bytes are of a known kind without text, or hold what no text holds.
fn is_binary(header: &[u8], content_type: Option<&str>) -> bool {
    let marked = header.starts_with(b"\xff\xfe") || header.starts_with(b"\xfe\xff");
    let wide = marked || content_type.is_some_and(charset::is_wide) || charset::looks_wide(header);
    NO_TEXT_STARTS.iter().any(|start| header.starts_with(start))
        || (!wide && header.chunks(COUNTED).map(controls).sum::<usize>() > header.len() / 32)
}

/// Bytes that are counted together: as many as one byte can count, so that many are looked at at once.
const COUNTED: usize = 255;

/// Control characters that no text has, among [`COUNTED`] bytes at most.
fn controls(bytes: &[u8]) -> usize {
    let is_control = |byte: u8| u8::from(byte < 0x20) & u8::from(!matches!(byte, b'\t' | b'\n' | 0x0c | b'\r' | 0x1b));
    usize::from(bytes.iter().fold(0_u8, |count, byte| count + is_control(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], content_type: Option<&str>, expected: Content) {
        assert_eq!(
            of(bytes, content_type, SaidBy::Server),
            expected,
            "{content_type:?} {:?}",
            String::from_utf8_lossy(bytes)
        );
    }

    #[test]
    fn the_type_that_is_said_comes_first() {
        check(b"words", Some("text/html; charset=utf-8"), Content::Html);
        check(b"<p>words", Some("TEXT/PLAIN"), Content::Text);
        check(b"<div>", Some("text/markdown"), Content::Text);
        check(b"{}", Some("application/ld+json"), Content::Text);
        check(b"<rss><p>", Some("application/rss+xml"), Content::Text);
        check(b"words", Some("application/pdf"), Content::Pdf);
        check(b"words", Some("image/png"), Content::NoText);
        check(b"words", Some("video/mp4"), Content::NoText);
    }

    #[test]
    fn the_type_that_somebody_gives_holds() {
        for (bytes, content_type, expected) in [
            (&b"<!doctype html><p>"[..], "text/plain", Content::Text),
            (b"<html><p>", "TEXT/PLAIN; charset=utf-8", Content::Text),
            (b"<html><p>", "text/markdown", Content::Text),
            (b"<html><p>", "application/json", Content::Text),
            (b"plain words", "text/html", Content::Html),
            (b"plain words", "application/xhtml+xml", Content::Html),
            (b"plain words", "image/png", Content::NoText),
            (b"plain words", "application/x-unheard-of", Content::NoText),
            (b"<html><p>", "application/octet-stream", Content::Html),
            (b"<html><p>", "", Content::Html),
            (b"%PDF-1.7", "text/plain", Content::Pdf),
            (b"<html><p>", "application/pdf", Content::Pdf),
            (b"%PDF-1.7", "application/octet-stream", Content::Pdf),
            (b"%PDF-1.7", "application/x-download", Content::Pdf),
            (b"%PDF-1.7", "image/png", Content::NoText),
            (b"\0\x01\x02\x03%PDF-1.7", "application/octet-stream", Content::Pdf),
            (b"words of %PDF-1.7", "", Content::Text),
        ] {
            assert_eq!(of(bytes, Some(content_type), SaidBy::User), expected, "{content_type}");
        }
    }

    #[test]
    fn the_bytes_decide_where_nothing_or_something_wrong_is_said() {
        check(b" \n<!DOCTYPE html><p>", Some("text/plain"), Content::Html);
        check(b"<html lang=en>", Some("text/xml"), Content::Html);
        check(b"<?xml version='1.0'?>\n<html>", Some("application/xml"), Content::Html);
        check(b"<p>words", None, Content::Html);
        check(b"<pre", None, Content::Text);
        check(b"<!-- x -->", Some("application/octet-stream"), Content::Html);
        check(b"<!--[if !IE]><![endif]-->\n<!DOCTYPE html>", None, Content::Html);
        check(b"words", None, Content::Text);
        check(b"words", Some("nonsense"), Content::Text);
        check(b"", None, Content::Text);
        check(b"%PDF-1.7", Some("text/html"), Content::Pdf);
        check(b"\n<!DOCTYPE html><title>Page not found</title>", Some("application/pdf"), Content::Html);
        check(b"<div>Log in", Some("application/pdf"), Content::Html);
        check(b"<p>before it\n%PDF-1.7", Some("application/pdf"), Content::Pdf);
        check(b"<pdf words", Some("application/pdf"), Content::Pdf);
        check(b"\x89PNG\r\n", None, Content::NoText);
        check(b"\0\x01\x02\x03words", None, Content::NoText);
        check(b"\xff\xfea\0b\0", None, Content::Text);
        check(b"a\0b\0", Some("text/html; charset=utf-16le"), Content::Html);
        check(b"\0a\0b", Some("text/plain; charset=UTF-16BE"), Content::Text);
        check(b"a\0b\0", Some("text/plain; charset=utf-8"), Content::NoText);
        check(b"\0w\0o\0r\0d\0s\0 \0a\0n\0d", Some("text/plain; charset=utf-8"), Content::Text);
        check(b"<\0h\0t\0m\0l\0>\0w\0o\0r\0d\0s\0", None, Content::Html);
        check(b"\xfe\xff\0<\0h\0t\0m\0l\0>\0w", None, Content::Html);
        check(b"\x01\0\x02\0\x03\0\x04\0\x01\0\x02\0\x03\0\x04\0\x05\0", None, Content::NoText);
    }
}
