//! Frames in steps, against frames in one go.

use std::io::Read as _;

use proptest::prelude::*;
use ruzstd::decoding::StreamingDecoder;

use super::super::decode::Undeclared;
use super::*;

const CAP: usize = 1 << 20;

/// What decoding in one go comes to, block by block.
fn in_one_go(raw: &[u8]) -> (Result<End, Stop>, Vec<u8>) {
    let mut bytes = Vec::new();
    let end = frames(raw, &mut bytes);
    let is_full = bytes.len() > CAP;
    bytes.truncate(CAP);
    (if is_full { Err(Stop::Full) } else { end }, bytes)
}

fn frames(raw: &[u8], to: &mut Vec<u8>) -> Result<End, Stop> {
    if !raw.is_empty() && !is_frame(raw) {
        to.extend_from_slice(raw);
        return Ok(End::Complete);
    }
    let mut source = raw;
    while is_frame(source) {
        if source[0] != 0x28 {
            let Some(length) = source.get(4..8) else { return Ok(End::Short) };
            let length = u32::from_le_bytes([length[0], length[1], length[2], length[3]]);
            source = source.get(8 + length as usize..).unwrap_or_default();
            continue;
        }
        let mut cursor = Cursor::new(source);
        let mut decoder = FrameDecoder::new();
        decoder.set_max_window_size(WINDOW);
        let mut frame = StreamingDecoder::new_with_decoder(&mut cursor, decoder).map_err(|_| Stop::Broken)?;
        let mut out = vec![0; STEP];
        loop {
            match frame.read(&mut out) {
                Ok(0) => break,
                Ok(count) => to.extend_from_slice(&out[..count]),
                Err(_) if frame.get_ref().position() >= source.len() as u64 => return Ok(End::Short),
                Err(_) => return Err(Stop::Broken),
            }
            if to.len() > CAP {
                return Err(Stop::Full);
            }
        }
        source = &source[position(&cursor)..];
    }
    Ok(End::Complete)
}

/// What decoding in steps comes to, each granted so many bytes more.
fn in_steps(raw: &[u8], grants: &[usize]) -> (Result<End, Stop>, Vec<u8>) {
    let mut decoder = Decoder::new("zstd", Undeclared::Keep, CAP).unwrap();
    assert_eq!(decoder.push(raw), Ok(Flow::Fed));
    let mut grants = grants.iter().cycle();
    let end = loop {
        decoder.grant(decoder.held().saturating_add(*grants.next().unwrap()));
        if let Some(end) = decoder.finish().transpose() {
            break end;
        }
    };
    (end, decoder.into_bytes())
}

/// A frame of raw blocks and of repeated bytes: the encoder at hand makes windows of its own.
fn frame(window: u8, blocks: &[(bool, u8, usize)]) -> Vec<u8> {
    let mut frame = vec![0x28, 0xB5, 0x2F, 0xFD, 0x00, window];
    for (nth, (is_repeat, byte, size)) in blocks.iter().enumerate() {
        let last = usize::from(nth + 1 == blocks.len());
        let header = last | (usize::from(*is_repeat) << 1) | (size << 3);
        frame.extend_from_slice(&header.to_le_bytes()[..3]);
        frame.extend(std::iter::repeat_n(*byte, if *is_repeat { 1 } else { *size }));
    }
    frame
}

fn check(raw: &[u8], grants: &[usize]) {
    let (end, bytes) = in_one_go(raw);
    let (stepped, stepped_bytes) = in_steps(raw, grants);
    assert_eq!(stepped, end);
    assert!(stepped_bytes == bytes, "{} bytes in steps, {} in one go", stepped_bytes.len(), bytes.len());
}

#[test]
fn a_frame_of_any_make_comes_out_in_steps_as_in_one_go() {
    let text: Vec<u8> = (0..300_000_u32).flat_map(|nth| format!("{} ", nth % 977).into_bytes()).take(900_000).collect();
    let packed = ruzstd::encoding::compress_to_vec(&text[..], ruzstd::encoding::CompressionLevel::Fastest);
    // A window of a kilobyte, and one of a megabyte.
    let small = frame(0, &[(false, b'a', 700), (true, b'b', 1000), (false, b'c', 1024)]);
    let large = frame(10 << 3, &[(true, b'a', 100_000); 9]);
    let skipped = [&[0x50, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3][..], &small].concat();
    for raw in [&packed, &small, &large, &skipped, &[packed.as_slice(), &large].concat(), &text, &Vec::new()] {
        for grants in [&[1000][..], &[70_000], &[usize::MAX], &[1000, 300_000]] {
            check(raw, grants);
            for cut in [raw.len() / 2, raw.len().saturating_sub(1), raw.len().min(7)] {
                check(&raw[..cut], grants);
            }
        }
    }
}

#[test]
fn a_frame_that_keeps_a_large_window_is_held_against_what_was_granted() {
    // Nothing comes out before a window of eight megabytes is full, or the frame ends.
    let bomb = frame(13 << 3, &[(true, b'a', 128 * 1024); 64]);
    let mut decoder = Decoder::new("zstd", Undeclared::Keep, 20 << 20).unwrap();
    decoder.push(&bomb).unwrap();
    decoder.grant(256 * 1024);
    assert_eq!(decoder.finish(), Ok(None));
    assert!((256 * 1024..=512 * 1024).contains(&decoder.held()), "{}", decoder.held());
    decoder.grant(2 << 20);
    assert_eq!(decoder.finish(), Ok(None));
    assert!((2 << 20..=3 << 20).contains(&decoder.held()), "{}", decoder.held());
    decoder.grant(usize::MAX);
    assert_eq!(decoder.finish(), Ok(Some(End::Complete)));
    assert_eq!(decoder.held(), 8 << 20);
}

proptest! {
    #[test]
    fn damage_anywhere_shows_in_steps_as_in_one_go(
        blocks in proptest::collection::vec((any::<bool>(), any::<u8>(), 0_usize..60_000), 1..24),
        window in 0_u8..80,
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..3),
        cut in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
        is_packed in any::<bool>(),
        grants in proptest::collection::vec(prop_oneof![Just(1000_usize), 1000_usize..400_000], 1..5),
    ) {
        let mut raw = frame(window, &blocks);
        if is_packed {
            let (_, text) = in_one_go(&raw);
            raw = ruzstd::encoding::compress_to_vec(&text[..], ruzstd::encoding::CompressionLevel::Fastest);
        }
        for (at, byte) in damage {
            let at = at.index(raw.len());
            raw[at] = byte;
        }
        if is_cut {
            raw.truncate(cut.index(raw.len()));
        }
        check(&raw, &grants);
    }
}
