//! Bodies that are endless, slow, cut, broken or coded, and what their pages and quotes come to.

use std::io::Write;
use std::time::Duration;

use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};

use crate::place::HTML;
use crate::stage::{Case, Stage, USUAL, steps};
use crate::web::server::{Do, head, page};

const LIVE: &str = "live - sound";
const LARGE: &str = "live too-large sound";
const FOUND: &str = "verbatim sound";
const UNREAD: &str = "unverifiable unknown";
const EMPTY: &str = "failing empty-page unknown";
/// Of which not one byte could be undone.
const NOTHING: &str = "failing bad-response unknown";

const WORDS: &str = "the lamp is lit at dusk by the keeper himself";
const PAGE: &str =
    "<!doctype html><title>The lamp</title><p>On most days the lamp is lit at dusk by the keeper himself.</p>";

const MB: usize = 1024 * 1024;

// What is said of a page that was not read to its end.
const RESET: &str = "failing reset unknown";
const TIMEOUT: &str = "failing timeout unknown";
const CLOSED: &str = "closed the connection before anything of the page had come (tried twice)";
const CUT: &str = "the connection ended before the page did";
const LATE: &str = "time ran out before the page had come whole";
const LIMIT: &str = "larger than the limit";
const UNKNOWN: &str = "coding";

/// A page cited for words that it has, or had if more of it had come.
fn cited(name: &str, does: Vec<Do>, told: &'static str, quote: &'static str) -> Case {
    steps(name, does, told).quote(WORDS, quote).asked(1)
}

/// An answer under that coding.
fn coded(coding: &str, body: &[u8]) -> Vec<Do> {
    page(200, &[HTML[0], ("Content-Encoding", coding)], body)
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// Sends the head and these pieces.
fn pieces(head: Vec<u8>, pieces: &[&[u8]]) -> Vec<Do> {
    let mut steps = vec![Do::Send(head)];
    steps.extend(pieces.iter().map(|piece| Do::Send(piece.to_vec())));
    steps
}

fn then(mut steps: Vec<Do>, more: impl IntoIterator<Item = Do>) -> Vec<Do> {
    steps.extend(more);
    steps
}

#[test]
fn a_body_that_does_not_come_whole_is_read_as_far_as_it_comes_and_nothing_is_absent_from_the_rest() {
    let page = PAGE.as_bytes();
    let start = &page[..page.len() - 30];
    let long = || head(200, HTML, Some(5000));
    let chunked = || head(200, &[HTML[0], ("Transfer-Encoding", "chunked")], None);
    let chunk = [format!("{:x}\r\n", page.len()).as_bytes(), page, b"\r\n"].concat();
    let chunk = chunk.as_slice();
    // Resets overtake what was sent before them.
    let moment = || Do::Wait(Duration::from_millis(100));
    let cases = vec![
        cited("whole", pieces(head(200, HTML, Some(page.len())), &[page]), LIVE, FOUND),
        cited(
            "without-a-length",
            pieces(head(200, HTML, None), &[page]).into_iter().chain([Do::Close]).collect(),
            LIVE,
            FOUND,
        ),
        cited("truncated", then(pieces(long(), &[page]), [Do::Close]), LIVE, FOUND).says(CUT).asked(2),
        cited("truncated-before-the-words", then(pieces(long(), &[start]), [Do::Close]), LIVE, UNREAD)
            .says(CUT)
            .asked(2),
        cited("reset", then(pieces(long(), &[page]), [moment(), Do::Reset]), LIVE, FOUND).says(CUT).asked(2),
        cited("reset-before-the-words", then(pieces(long(), &[start]), [moment(), Do::Reset]), LIVE, UNREAD)
            .says(CUT)
            .asked(2),
        cited("nothing-came", then(pieces(long(), &[]), [Do::Close]), RESET, UNREAD).says(CLOSED).asked(2),
        cited("stalls", then(pieces(long(), &[page]), [Do::Hang]), LIVE, FOUND).says(LATE),
        cited("stalls-before-the-words", then(pieces(long(), &[start]), [Do::Hang]), LIVE, UNREAD).says(LATE),
        cited("stalls-at-once", then(pieces(long(), &[]), [Do::Hang]), TIMEOUT, UNREAD).says("nothing of the page"),
        cited(
            "drips",
            vec![Do::Send(long()), Do::Drip(page.to_vec(), Duration::from_millis(100)), Do::Hang],
            LIVE,
            UNREAD,
        )
        .says(LATE),
        cited(
            "too-short-a-length",
            pieces(head(200, HTML, Some(page.len())), &[page, b"and more, which is another answer"]),
            LIVE,
            FOUND,
        ),
        cited("far-too-short-a-length", pieces(head(200, HTML, Some(start.len())), &[page]), LIVE, "absent broken"),
        cited("no-length-at-all", then(pieces(head(200, HTML, Some(0)), &[page]), [Do::Close]), EMPTY, UNREAD),
        cited("chunks", pieces(chunked(), &[chunk, b"0\r\n\r\n"]), LIVE, FOUND),
        cited(
            "chunks-with-extensions",
            pieces(
                chunked(),
                &[&format!("{:x};a=b\r\n", page.len()).into_bytes(), page, b"\r\n0\r\nX-Trailer: x\r\n\r\n"],
            ),
            LIVE,
            FOUND,
        ),
        cited("no-last-chunk", then(pieces(chunked(), &[chunk]), [Do::Close]), LIVE, FOUND).says(CUT).asked(2),
        cited("no-number", then(pieces(chunked(), &[chunk, b"zz\r\n"]), [Do::Close]), LIVE, FOUND).says(CUT).asked(2),
        cited("huge-number", then(pieces(chunked(), &[chunk, b"ffffffffffffffffff\r\n"]), [Do::Close]), LIVE, FOUND)
            .says(CUT)
            .asked(2),
        cited("large-number", then(pieces(chunked(), &[chunk, b"7fffffff\r\nfew"]), [Do::Close]), LIVE, FOUND)
            .says(CUT)
            .asked(2),
        cited(
            "no-line-after-a-chunk",
            then(pieces(chunked(), &[&chunk[..chunk.len() - 2], b"xx0\r\n\r\n"]), [Do::Close]),
            LIVE,
            FOUND,
        )
        .says(CUT)
        .asked(2),
        cited(
            "chunks-of-one-byte",
            [
                vec![Do::Send(chunked())],
                page.iter().map(|byte| Do::Send([b"1\r\n", &[*byte][..], b"\r\n"].concat())).collect(),
                vec![Do::Send(b"0\r\n\r\n".to_vec())],
            ]
            .concat(),
            LIVE,
            FOUND,
        ),
        cited(
            "endless-extension",
            vec![Do::Send(chunked()), Do::Send(b"1;".to_vec()), Do::Pour(vec![b'a'; 4096])],
            RESET,
            UNREAD,
        )
        .says(CLOSED)
        .asked(2),
        cited(
            "endless-trailers",
            vec![Do::Send(chunked()), Do::Send([chunk, b"0\r\n"].concat()), Do::Pour(b"X-More: x\r\n".to_vec())],
            LIVE,
            FOUND,
        )
        .says(CUT)
        .asked(2),
    ];
    Stage::new(&USUAL.replace("8s", "3s"), cases).play(&[]);
}

#[test]
fn a_body_without_end_is_cut_at_the_cap_however_it_is_packed() {
    let zeros = |megabytes: usize| gzip(&vec![b' '; megabytes * MB]);
    let with_words = |megabytes: usize| gzip(&[PAGE.as_bytes(), &vec![b' '; megabytes * MB]].concat());
    let endless = |text: &str| {
        vec![
            Do::Send(head(200, HTML, None)),
            Do::Send(text.as_bytes().to_vec()),
            Do::Pour(b"many more words ".repeat(512)),
        ]
    };
    let cases = vec![
        cited("endless", endless(""), LARGE, UNREAD).says(LIMIT),
        cited("endless-with-the-words", endless(PAGE), LARGE, FOUND).says(LIMIT),
        cited(
            "endless-chunks",
            vec![
                Do::Send(head(200, &[HTML[0], ("Transfer-Encoding", "chunked")], None)),
                Do::Pour([&b"1000\r\n"[..], &[b'a'; 4096], b"\r\n"].concat()),
            ],
            LARGE,
            UNREAD,
        ),
        cited("bomb", coded("gzip", &zeros(30)), LARGE, UNREAD).says(LIMIT),
        cited("bomb-with-the-words", coded("gzip", &with_words(30)), LARGE, FOUND).says(LIMIT),
        cited("bomb-in-a-bomb", coded("gzip, gzip", &gzip(&zeros(30))), LARGE, UNREAD).says(LIMIT),
        cited("bomb-of-members", coded("gzip", &zeros(3).repeat(10)), LARGE, UNREAD).says(LIMIT),
        cited(
            "bomb-without-an-end",
            vec![Do::Send(head(200, &[HTML[0], ("Content-Encoding", "gzip")], None)), Do::Pour(zeros(1))],
            LARGE,
            UNREAD,
        ),
    ];
    Stage::new(&USUAL.replace("8s", "20s"), cases).play(&[]);
}

#[test]
fn a_coding_is_taken_off_as_it_was_put_on_and_one_that_is_wrong_is_forgiven() {
    let page = PAGE.as_bytes();
    let packed = gzip(page);
    let broken = [&packed[..packed.len() / 2], &[0xFF; 20], &packed[packed.len() / 2..]].concat();
    let cases = vec![
        cited("gzip", coded("gzip", &packed), LIVE, FOUND),
        cited("x-gzip", coded("x-gzip", &packed), LIVE, FOUND),
        cited("in-capitals", coded("GZIP", &packed), LIVE, FOUND),
        cited("zlib", coded("deflate", &zlib(page)), LIVE, FOUND),
        cited("raw-deflate", coded("deflate", &deflate(page)), LIVE, FOUND),
        cited("identity", coded("identity", page), LIVE, FOUND),
        cited("empty", coded("", page), LIVE, FOUND),
        cited("undeclared", crate::web::server::page(200, HTML, &packed), LIVE, FOUND),
        cited("twice", coded("gzip, gzip", &gzip(&packed)), LIVE, FOUND),
        cited("two-kinds", coded("deflate, gzip", &gzip(&zlib(page))), LIVE, FOUND),
        cited(
            "seven-times",
            coded("gzip,gzip,gzip,gzip,gzip,gzip,gzip", &(0..6).fold(packed.clone(), |bytes, _| gzip(&bytes))),
            LIVE,
            UNREAD,
        )
        .says(UNKNOWN),
        cited("never-packed", coded("gzip", page), LIVE, FOUND),
        cited("never-packed-either", coded("br", page), NOTHING, UNREAD).says(UNKNOWN),
        cited("another-coding", coded("deflate", &packed), NOTHING, UNREAD).says(UNKNOWN),
        cited("unknown", coded("sdch", page), LIVE, UNREAD).says("sdch"),
        cited("nonsense", coded("gzip;q=1, \u{ff}", &packed), LIVE, UNREAD).says(UNKNOWN),
        cited("broken", coded("gzip", &broken), NOTHING, UNREAD).says(UNKNOWN),
        cited("cut", coded("gzip", &packed[..packed.len() / 2]), LIVE, UNREAD).says("ended before").asked(2),
        cited("with-a-tail", coded("gzip", &[&packed[..], b"tail"].concat()), LIVE, FOUND),
        cited("no-bytes", coded("gzip", b""), EMPTY, UNREAD),
    ];
    Stage::new(USUAL, cases).play(&[]);
}
