//! Codings as they are met, and bombs.

use std::io::Write;

use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};
use proptest::prelude::*;

use super::*;

const TEXT: &[u8] = b"The sea was calm that night, and the light on the water was the colour of old brass.";

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

/// `TEXT` in brotli, and eight megabytes of zeros, as the reference encoder writes them: there is none in Rust here.
const BROTLI: &str = "1b5300e08d94abed684105ff674bf58524761b26b8fb010fb8f832d29ab4c2268fb1b2be6919703ad974f2e9f371ed0777\
                      34c281d11f0f0913174522850a4df0584d6b";
const BROTLI_ZEROS: &str = "9bffff7ff82700e2b14020f7fe0f";

fn bytes(hex: &str) -> Vec<u8> {
    data_encoding::HEXLOWER.decode(hex.as_bytes()).unwrap()
}

fn decode(coding: &str, undeclared: Undeclared, input: &[u8], step: usize) -> (Result<End, Stop>, Vec<u8>) {
    let mut decoder = Decoder::new(coding, undeclared, 1 << 20).expect("a known coding");
    let end = in_steps(&mut decoder, input.chunks(step), &[usize::MAX]);
    (end, decoder.into_bytes())
}

/// Decodes chunks; where the decoder pauses, it is granted so many bytes more.
fn in_steps<'a>(
    decoder: &mut Decoder,
    chunks: impl IntoIterator<Item = &'a [u8]>,
    grants: &[usize],
) -> Result<End, Stop> {
    let mut grants = grants.iter().cycle();
    let mut more = |decoder: &mut Decoder| {
        decoder.grant(decoder.held().saturating_add(*grants.next().expect("there is a grant")));
    };
    more(decoder);
    for chunk in chunks {
        let mut flow = decoder.push(chunk)?;
        while flow == Flow::Paused {
            more(decoder);
            flow = decoder.resume()?;
        }
    }
    loop {
        if let Some(end) = decoder.finish()? {
            return Ok(end);
        }
        more(decoder);
    }
}

fn check(coding: &str, input: &[u8], expected: Result<End, Stop>, text: &[u8]) {
    for step in [1, 3, 1000, 1 << 20] {
        let (end, bytes) = decode(coding, Undeclared::Keep, input, step);
        assert_eq!(end, expected, "{coding} in steps of {step}");
        assert_eq!(bytes, text, "{coding} in steps of {step}");
    }
}

#[test]
fn every_coding_that_is_asked_for_is_taken_off() {
    let whole = Ok(End::Complete);
    check("gzip", &gzip(TEXT), whole, TEXT);
    check("X-GZIP", &gzip(TEXT), whole, TEXT);
    check("deflate", &zlib(TEXT), whole, TEXT);
    check("deflate", &deflate(TEXT), whole, TEXT);
    check("zstd", &zstd(TEXT), whole, TEXT);
    check("identity", TEXT, whole, TEXT);
    check("", TEXT, whole, TEXT);
    check("gzip, deflate", &zlib(&gzip(TEXT)), whole, TEXT);
    // Captures of the Wayback Machine come with an empty coding beside the real one.
    check(", gzip", &gzip(TEXT), whole, TEXT);
    check("gzip,gzip , zstd", &zstd(&gzip(&gzip(TEXT))), whole, TEXT);
}

#[test]
fn a_coding_that_is_not_known_is_not_guessed() {
    for coding in ["compress", "gzip, foo", "gzip, gzip, gzip, gzip", "aws-chunked"] {
        assert!(Decoder::new(coding, Undeclared::Keep, 100).is_none(), "{coding}");
    }
}

#[test]
fn several_members_are_one_body_and_what_follows_the_last_is_padding() {
    let two = [gzip(b"one "), gzip(b"two")].concat();
    check("gzip", &two, Ok(End::Complete), b"one two");
    check("gzip", &[two.as_slice(), &[0; 100]].concat(), Ok(End::Complete), b"one two");
    check("gzip", &[two.as_slice(), b"<!-- served in 3 ms -->"].concat(), Ok(End::Complete), b"one two");
    check("zstd", &[zstd(b"one "), zstd(b"two")].concat(), Ok(End::Complete), b"one two");
}

#[test]
fn a_body_that_was_never_compressed_is_read_as_it_is() {
    for coding in ["gzip", "zstd", "gzip, gzip"] {
        check(coding, b"<!doctype html>", Ok(End::Complete), b"<!doctype html>");
        check(coding, b"x", Ok(End::Complete), b"x");
        check(coding, b"", Ok(End::Complete), b"");
    }
    check("deflate", b"<html>", Ok(End::Complete), b"<html>");
    check("gzip, gzip", &gzip(TEXT), Ok(End::Complete), TEXT);
}

#[test]
fn gzip_that_nobody_declared_is_found_under_text_only() {
    assert_eq!(decode("", Undeclared::Sniff, &gzip(TEXT), 7), (Ok(End::Complete), TEXT.to_vec()));
    assert_eq!(decode("", Undeclared::Sniff, TEXT, 7), (Ok(End::Complete), TEXT.to_vec()));
    assert_eq!(decode("", Undeclared::Keep, &gzip(TEXT), 7), (Ok(End::Complete), gzip(TEXT)));
}

#[test]
fn a_body_that_stops_early_is_short_and_keeps_what_came() {
    let long: Vec<u8> = (0..200_000_u32).flat_map(|number| number.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
    let packed = gzip(&long);
    let (end, bytes) = decode("gzip", Undeclared::Keep, &packed[..packed.len() / 2], 1000);
    assert_eq!(end, Ok(End::Short));
    assert!(!bytes.is_empty() && long.starts_with(&bytes));
    let packed = zstd(TEXT);
    assert_eq!(decode("zstd", Undeclared::Keep, &packed[..packed.len() - 9], 1000).0, Ok(End::Short));
    let (end, bytes) = decode("gzip", Undeclared::Keep, &gzip(TEXT)[..gzip(TEXT).len() - 8], 1000);
    assert_eq!((end, bytes.as_slice()), (Ok(End::Complete), TEXT), "only the trailer is missing");
}

#[test]
fn a_body_that_is_broken_says_so() {
    let mut packed = gzip(TEXT);
    packed[12..20].fill(0xFF);
    assert_eq!(decode("gzip", Undeclared::Keep, &packed, 1000).0, Err(Stop::Broken));
    assert_eq!(decode("br", Undeclared::Keep, b"\xFF\xFFnot brotli at all", 1000).0, Err(Stop::Broken));
    // A window of two terabytes.
    let greedy = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0xFF, 1, 0, 0];
    assert_eq!(decode("zstd", Undeclared::Keep, &greedy, 1000).0, Err(Stop::Broken));
}

#[test]
fn brotli_is_taken_off() {
    let packed = bytes(BROTLI);
    check("br", &packed, Ok(End::Complete), TEXT);
    check("br", b"", Ok(End::Complete), b"");
    assert_eq!(decode("br", Undeclared::Keep, &packed[..20], 1).0, Ok(End::Short));
}

#[test]
fn a_bomb_stops_at_the_cap_however_it_is_stacked() {
    const CAP: usize = 64 * 1024;
    let zeros = vec![0; 8 << 20];
    let (packed, squashed) = (gzip(&zeros), zlib(&zeros));
    let twice = gzip(&packed);
    for (coding, bomb) in [
        ("gzip", packed),
        ("deflate", squashed),
        ("gzip, gzip", twice),
        ("zstd", zstd(&zeros)),
        ("br", bytes(BROTLI_ZEROS)),
    ] {
        let mut decoder = Decoder::new(coding, Undeclared::Keep, CAP).unwrap();
        let end = in_steps(&mut decoder, [&bomb[..]], &[usize::MAX]);
        assert_eq!(end, Err(Stop::Full), "{coding}");
        let bytes = decoder.into_bytes();
        assert_eq!(bytes.len(), CAP);
        assert!(bytes.capacity() <= 2 * CAP, "{coding}: {}", bytes.capacity());
    }
}

#[test]
fn a_bomb_that_is_granted_little_holds_little() {
    let zeros = vec![0; 8 << 20];
    for (coding, bomb) in [
        ("gzip", gzip(&zeros)),
        ("gzip, deflate", zlib(&gzip(&zeros))),
        ("zstd, gzip", gzip(&zstd(&zeros))),
        ("br", bytes(BROTLI_ZEROS)),
    ] {
        let mut decoder = Decoder::new(coding, Undeclared::Keep, 20 << 20).unwrap();
        decoder.grant(100_000);
        let flow = decoder.push(&bomb).unwrap();
        let paused = flow == Flow::Paused || decoder.finish() == Ok(None);
        assert!(paused && decoder.held() <= 400_000, "{coding}: {}", decoder.held());
        let end = in_steps(&mut decoder, [], &[usize::MAX]);
        assert_eq!(end, Ok(End::Complete), "{coding}");
        assert!(decoder.into_bytes() == zeros, "{coding}");
    }
}

/// How many codings [`coded`] knows.
const CODINGS: usize = 15;

/// A text under one of the codings that can be made here, or no coding at all.
fn coded(which: usize, text: &[u8]) -> (&'static str, Vec<u8>) {
    match which {
        0 => ("gzip", gzip(text)),
        1 => ("gzip", [gzip(text), gzip(b"more"), vec![0; 9]].concat()),
        2 => ("deflate", zlib(text)),
        3 => ("deflate", deflate(text)),
        4 => ("zstd", zstd(text)),
        5 => ("gzip, deflate", zlib(&gzip(text))),
        6 => ("zstd, gzip", gzip(&zstd(text))),
        7 => ("gzip, zstd", zstd(&gzip(text))),
        8 => ("deflate, gzip, zstd", zstd(&gzip(&deflate(text)))),
        9 => ("br", bytes(BROTLI)),
        10 => ("br", bytes(BROTLI_ZEROS)),
        11 => ("br, gzip", gzip(&bytes(BROTLI_ZEROS))),
        12 => ("", text.to_vec()),
        13 => ("gzip, gzip", text.to_vec()),
        _ => ("zstd", text.to_vec()),
    }
}

proptest! {
    #[test]
    fn what_is_granted_when_and_how_a_body_is_cut_changes_nothing(
        text in proptest::collection::vec(prop_oneof![Just(b'a'), any::<u8>()], 0..3000),
        repeated in prop_oneof![Just(1_usize), 1_usize..60],
        which in 0..CODINGS,
        damage in proptest::option::of((any::<prop::sample::Index>(), any::<u8>())),
        cut in proptest::option::of(any::<prop::sample::Index>()),
        chunks in proptest::collection::vec(1_usize..3000, 1..4),
        grants in proptest::collection::vec(prop_oneof![500_usize..2000, 1000_usize..100_000], 1..4),
    ) {
        let (coding, mut input) = coded(which, &text.repeat(repeated));
        if let (Some((at, byte)), false) = (damage, input.is_empty()) {
            let at = at.index(input.len());
            input[at] = byte;
        }
        if let (Some(cut), false) = (cut, input.is_empty()) {
            input.truncate(cut.index(input.len()));
        }
        let decode = |chunks: &[usize], grants: &[usize]| {
            let mut decoder = Decoder::new(coding, Undeclared::Sniff, 300_000).unwrap();
            let (mut rest, mut pieces) = (&input[..], Vec::new());
            for size in chunks.iter().cycle() {
                let (piece, behind) = rest.split_at((*size).min(rest.len()));
                pieces.push(piece);
                rest = behind;
                if rest.is_empty() {
                    break;
                }
            }
            let end = in_steps(&mut decoder, pieces, grants);
            (end, decoder.into_bytes())
        };
        let (end, bytes) = decode(&chunks, &[usize::MAX]);
        let (stepped, stepped_bytes) = decode(&chunks, &grants);
        prop_assert_eq!(stepped, end);
        prop_assert!(stepped_bytes == bytes, "{} and {} bytes", stepped_bytes.len(), bytes.len());
        // What is sound comes out the same however it is cut.
        if end.is_ok() {
            let (whole, whole_bytes) = decode(&[usize::MAX], &grants);
            prop_assert_eq!(whole, end);
            prop_assert!(whole_bytes == bytes, "{} and {} bytes", whole_bytes.len(), bytes.len());
        }
    }

    #[test]
    fn no_bytes_panic_or_pass_the_cap(
        input in proptest::collection::vec(any::<u8>(), 0..400),
        start in 0_usize..5,
        coding in prop::sample::select(vec!["gzip", "deflate", "br", "zstd", "gzip, deflate", "zstd, br", ""]),
        step in 1_usize..50,
    ) {
        let starts: [&[u8]; 5] = [b"", b"\x1f\x8b\x08\x00", b"\x1f\x8b\x08\x1c", b"\x78\x9c", b"\x28\xb5\x2f\xfd"];
        let input = [starts[start], &input].concat();
        let mut decoder = Decoder::new(coding, Undeclared::Sniff, 1000).unwrap();
        let _end = in_steps(&mut decoder, input.chunks(step), &[usize::MAX]);
        prop_assert!(decoder.into_bytes().len() <= 1000);
    }

    #[test]
    fn what_was_packed_comes_out_again(text in proptest::collection::vec(any::<u8>(), 0..5000), step in 1_usize..700) {
        for (coding, packed) in [("gzip", gzip(&text)), ("deflate", zlib(&text)), ("zstd", zstd(&text))] {
            let (end, bytes) = decode(coding, Undeclared::Keep, &packed, step);
            prop_assert_eq!(end, Ok(End::Complete));
            prop_assert_eq!(&bytes, &text);
        }
    }
}
