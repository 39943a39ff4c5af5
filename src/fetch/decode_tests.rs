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
    let pushed = input.chunks(step).try_for_each(|chunk| decoder.push(chunk));
    let end = pushed.and_then(|()| decoder.finish());
    (end, decoder.into_bytes())
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
        let end = decoder.push(&bomb).and_then(|()| decoder.finish());
        assert_eq!(end, Err(Stop::Full), "{coding}");
        let bytes = decoder.into_bytes();
        assert_eq!(bytes.len(), CAP);
        assert!(bytes.capacity() <= 2 * CAP, "{coding}: {}", bytes.capacity());
    }
}

proptest! {
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
        let pushed = input.chunks(step).try_for_each(|chunk| decoder.push(chunk));
        let _end = pushed.and_then(|()| decoder.finish());
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
