//! Content types and charsets that are wrong, missing or contradict each other: what is read all the same.

use crate::place::HTML;
use crate::stage::{Case, Stage, USUAL, steps};
use crate::web::server::page;

const LIVE: &str = "live - sound";
const FOUND: &str = "verbatim sound";
const UNREAD: &str = "unverifiable unknown";
const EMPTY: &str = "failing empty-page unknown";

const WORDS: &str = "die Öllampe wird vom Wärter selbst angezündet";
const PAGE: &str = "<!doctype html><title>Die Lampe</title><p>Abends wird es dunkel; die Öllampe wird vom Wärter selbst angezündet.</p>";
const META_UTF_8: &str = "<meta charset=utf-8>";
const META_LATIN: &str = "<meta charset=iso-8859-1>";

/// A page with that type, cited for its words.
fn typed(name: &str, content_type: &str, body: impl AsRef<[u8]>, quote: &'static str) -> Case {
    steps(name, page(200, &[("Content-Type", content_type)], body), LIVE).quote(WORDS, quote).asked(1)
}

fn latin(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
}

fn utf_16(text: &str, unit: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

#[test]
fn a_page_is_read_in_its_charset_whoever_tells_it_and_whatever_is_told_besides() {
    let html = |more: &str| PAGE.replace("<title>", &format!("{more}<title>"));
    let bom = |text: String| format!("\u{feff}{text}");
    let plain = "Abends wird es dunkel; die Öllampe wird vom Wärter selbst angezündet.";
    let cases = vec![
        typed("by-the-header", "text/html; charset=utf-8", PAGE, FOUND),
        typed("latin-by-the-header", "text/html; charset=iso-8859-1", latin(PAGE), FOUND),
        typed("quoted", "text/html; charset=\"UTF-8\"", PAGE, FOUND),
        typed("in-single-quotes", "text/html; charset='utf-8'", PAGE, FOUND),
        typed("spaced", "text/html ; charset = utf-8", PAGE, FOUND),
        typed("by-the-page", "text/html", html(META_UTF_8), FOUND),
        typed("latin-by-the-page", "text/html", latin(&html(META_LATIN)), FOUND),
        typed("by-nobody", "text/html", PAGE, FOUND),
        typed("latin-by-nobody", "text/html", latin(PAGE), FOUND),
        typed("by-its-mark", "text/html", bom(PAGE.to_owned()), FOUND),
        // A mark goes before a header, and a header before a page, as in browsers.
        typed("mark-and-header", "text/html; charset=iso-8859-1", bom(PAGE.to_owned()), FOUND),
        typed("header-and-page", "text/html; charset=utf-8", html(META_LATIN), FOUND),
        typed("page-and-header", "text/html; charset=iso-8859-1", latin(&html(META_UTF_8)), FOUND),
        typed("unknown-and-page", "text/html; charset=utf-99", html(META_UTF_8), FOUND),
        typed("unknown", "text/html; charset=nonsense", PAGE, FOUND),
        typed("empty", "text/html; charset=", PAGE, FOUND),
        typed("utf-16", "text/html; charset=utf-16le", utf_16(PAGE, u16::to_le_bytes), FOUND),
        typed("utf-16-by-its-mark", "text/html", utf_16(&bom(PAGE.to_owned()), u16::to_be_bytes), FOUND),
        typed("utf-16-by-a-page-that-cannot-be", "text/html", html("<meta charset=utf-16>"), FOUND),
        // What no UTF-8 is was never written in it.
        typed("wrong", "text/html; charset=utf-8", latin(PAGE), FOUND),
        typed("plain", "text/plain; charset=utf-8", plain, FOUND),
        typed("plain-latin", "text/plain; charset=windows-1252", latin(plain), FOUND),
        typed("plain-by-nobody", "text/plain", plain, FOUND),
    ];
    Stage::new(USUAL, cases).play(&[]);
}

#[test]
fn a_page_is_read_as_what_it_is_where_its_type_is_missing_or_says_nothing() {
    let both = |name: &str, one: &str, two: &str, quote| {
        steps(name, page(200, &[("Content-Type", one), ("Content-Type", two)], PAGE), LIVE).quote(WORDS, quote)
    };
    let png = [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], &[7; 400]].concat();
    let cases = vec![
        steps("none", page(200, &[], PAGE), LIVE).quote(WORDS, FOUND),
        typed("empty", "", PAGE, FOUND),
        typed("nonsense", "nonsense", PAGE, FOUND),
        typed("a-star", "*/*", PAGE, FOUND),
        typed("of-bytes", "application/octet-stream", PAGE, FOUND),
        typed("unknown", "application/x-unknown", PAGE, UNREAD),
        typed("in-capitals", "TEXT/HTML; CHARSET=UTF-8", PAGE, FOUND),
        typed("xhtml", "application/xhtml+xml", PAGE, FOUND),
        typed("xml", "application/xml", PAGE, FOUND),
        typed("html-as-text", "text/plain", PAGE, FOUND),
        both("twice-the-same", "text/html", "text/html", FOUND),
        both("html-and-text", "text/html", "text/plain", FOUND),
        both("text-and-html", "text/plain", "text/html", FOUND),
        typed("image-as-html", "text/html", &png, UNREAD),
        typed("image", "image/png", &png, UNREAD),
        typed("html-as-image", "image/png", PAGE, UNREAD),
        typed("html-as-pdf", "application/pdf", PAGE, FOUND),
        typed("no-pdf", "application/pdf", "%PDF-1.7 and then nothing", UNREAD),
        typed("zip", "application/zip", "PK\u{3}\u{4}and more", UNREAD),
        typed("json", "application/json", format!("{{\"text\": \"{PAGE}\"}}"), FOUND),
        steps("nothing", page(200, HTML, ""), EMPTY).quote(WORDS, UNREAD),
        steps("white-space", page(200, HTML, " \n\t "), EMPTY).quote(WORDS, UNREAD),
    ];
    Stage::new(USUAL, cases).play(&[]);
}
