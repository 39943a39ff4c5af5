//! Takes content codings off a body as it comes in, into a sink that never grows past its cap.
//!
//! Nothing between two stages is larger than one buffer, so a bomb costs what its cap costs, however it is stacked.

use std::io::{Cursor, Read};

use brotli_decompressor::{BrotliDecompressStream, BrotliResult, BrotliState, StandardAlloc};
use flate2::{FlushDecompress, Status};

use super::deflate::Inflate;

/// Codings on one body; real servers stack two by mistake (a gzip file sent gzipped), attackers more.
const MAX_CODINGS: usize = 3;

/// What one call hands on to the next stage at most.
pub(super) const STEP: usize = 32 * 1024;

/// The window that RFC 9659 lets a zstd body ask for.
const ZSTD_WINDOW: u64 = 8 * 1024 * 1024;

/// Why a decoder takes no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// The sink is full.
    Full,
    /// The coding is broken.
    Broken,
}

/// Whether a decoder had seen the end of its coding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Complete,
    Short,
}

/// Whether a body without a declared coding is looked at for gzip all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Undeclared {
    /// Text: gzip under it is a mistake of the server (archives replay such pages).
    Sniff,
    /// A file of its own format: a `.gz` stays what it is.
    Keep,
}

/// One stage, and those behind it.
pub(super) enum Decoder {
    Sink(Sink),
    Inflate(Box<Inflate>),
    Brotli(Box<Brotli>),
    Zstd(Box<Zstd>),
}

/// Where decoded bytes end up.
#[derive(Debug)]
pub(super) struct Sink {
    bytes: Vec<u8>,
    cap: usize,
}

impl Decoder {
    /// The stages for a `Content-Encoding` as sent; none where it names a coding that is unknown here.
    pub(super) fn new(coding: &str, undeclared: Undeclared, cap: usize) -> Option<Self> {
        let mut stage = Decoder::Sink(Sink { bytes: Vec::new(), cap });
        let codings: Vec<String> =
            coding.split(',').map(|name| name.trim().to_ascii_lowercase()).filter(|name| !is_identity(name)).collect();
        if codings.len() > MAX_CODINGS {
            return None;
        }
        // The coding named last was applied last, so it is taken off first: built from the inside out.
        for coding in &codings {
            stage = stage.behind(coding)?;
        }
        if codings.is_empty() && undeclared == Undeclared::Sniff {
            stage = Decoder::Inflate(Box::new(Inflate::gzip(stage)));
        }
        Some(stage)
    }

    fn behind(self, coding: &str) -> Option<Self> {
        match coding {
            "gzip" | "x-gzip" => Some(Decoder::Inflate(Box::new(Inflate::gzip(self)))),
            "deflate" => Some(Decoder::Inflate(Box::new(Inflate::deflate(self)))),
            "br" => Some(Decoder::Brotli(Box::new(Brotli::new(self)))),
            "zstd" => Some(Decoder::Zstd(Box::new(Zstd { raw: Vec::new(), next: self }))),
            _ => None,
        }
    }

    /// Takes the next bytes of the body.
    pub(super) fn push(&mut self, input: &[u8]) -> Result<(), Stop> {
        match self {
            Decoder::Sink(sink) => sink.push(input),
            Decoder::Inflate(inflate) => inflate.push(input),
            Decoder::Brotli(brotli) => brotli.push(input),
            Decoder::Zstd(zstd) => {
                zstd.raw.extend_from_slice(input);
                Ok(())
            }
        }
    }

    /// Says that the body has ended.
    pub(super) fn finish(&mut self) -> Result<End, Stop> {
        let (own, next) = match self {
            Decoder::Sink(_) => return Ok(End::Complete),
            Decoder::Inflate(inflate) => (inflate.finish()?, &mut inflate.next),
            Decoder::Brotli(brotli) => (brotli.end(), &mut brotli.next),
            Decoder::Zstd(zstd) => (zstd.finish()?, &mut zstd.next),
        };
        let behind = next.finish()?;
        Ok(if own == End::Complete { behind } else { own })
    }

    /// How much has come out so far.
    pub(super) fn decoded(&self) -> usize {
        match self {
            Decoder::Sink(sink) => sink.bytes.len(),
            Decoder::Inflate(inflate) => inflate.next.decoded(),
            Decoder::Brotli(brotli) => brotli.next.decoded(),
            Decoder::Zstd(zstd) => zstd.next.decoded(),
        }
    }

    /// What came out.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        match self {
            Decoder::Sink(sink) => sink.bytes,
            Decoder::Inflate(inflate) => inflate.next.into_bytes(),
            Decoder::Brotli(brotli) => brotli.next.into_bytes(),
            Decoder::Zstd(zstd) => zstd.next.into_bytes(),
        }
    }
}

/// No coding: said so, left empty (archives do), or a charset that strayed into the wrong header.
fn is_identity(name: &str) -> bool {
    matches!(name, "" | "identity" | "none" | "binary" | "utf-8" | "utf8" | "iso-8859-1" | "8bit" | "7bit")
}

impl Sink {
    fn push(&mut self, input: &[u8]) -> Result<(), Stop> {
        let room = self.cap - self.bytes.len();
        self.bytes.extend_from_slice(&input[..input.len().min(room)]);
        if input.len() > room { Err(Stop::Full) } else { Ok(()) }
    }
}

/// Brotli, which has no mark of its own to tell a body that is not.
pub(super) struct Brotli {
    state: BrotliState<StandardAlloc, StandardAlloc, StandardAlloc>,
    begun: bool,
    ended: bool,
    next: Decoder,
}

impl Brotli {
    fn new(next: Decoder) -> Self {
        let alloc = StandardAlloc::default;
        Self { state: BrotliState::new(alloc(), alloc(), alloc()), begun: false, ended: false, next }
    }

    fn push(&mut self, input: &[u8]) -> Result<(), Stop> {
        self.begun |= !input.is_empty();
        let mut out = vec![0; STEP];
        let (mut left, mut at, mut total) = (input.len(), 0, 0);
        while !self.ended {
            let (mut room, mut written) = (out.len(), 0);
            let (state, out_bytes) = (&mut self.state, &mut out[..]);
            let result = BrotliDecompressStream(
                &mut left,
                &mut at,
                input,
                &mut room,
                &mut written,
                out_bytes,
                &mut total,
                state,
            );
            self.next.push(&out[..written])?;
            match result {
                BrotliResult::ResultSuccess => self.ended = true,
                BrotliResult::NeedsMoreOutput => {}
                BrotliResult::NeedsMoreInput => break,
                BrotliResult::ResultFailure => return Err(Stop::Broken),
            }
        }
        Ok(())
    }

    fn end(&self) -> End {
        if self.ended || !self.begun { End::Complete } else { End::Short }
    }
}

/// Zstd, kept until the body has ended: its decoder reads, it cannot be fed. The cap on raw bytes bounds it.
pub(super) struct Zstd {
    raw: Vec<u8>,
    next: Decoder,
}

impl Zstd {
    /// The magic numbers of a frame and of a skippable one (RFC 8878, 3.1).
    fn is_frame(bytes: &[u8]) -> bool {
        bytes.starts_with(&[0x28, 0xB5, 0x2F, 0xFD])
            || matches!(bytes, [first, 0x2A, 0x4D, 0x18, ..] if first & 0xF0 == 0x50)
    }

    fn finish(&mut self) -> Result<End, Stop> {
        let raw = std::mem::take(&mut self.raw);
        if !raw.is_empty() && !Self::is_frame(&raw) {
            self.next.push(&raw)?;
            return Ok(End::Complete);
        }
        let mut source = &raw[..];
        while Self::is_frame(source) {
            if source[0] != 0x28 {
                let Some(length) = source.get(4..8).map(|size| [size[0], size[1], size[2], size[3]]) else {
                    return Ok(End::Short);
                };
                source = usize::try_from(u32::from_le_bytes(length))
                    .ok()
                    .and_then(|length| source.get(8 + length..))
                    .unwrap_or_default();
                continue;
            }
            let mut cursor = Cursor::new(source);
            if self.frame(&mut cursor)? == End::Short {
                return Ok(End::Short);
            }
            let read = usize::try_from(cursor.position()).map_err(|_| Stop::Broken)?;
            source = &source[read..];
        }
        Ok(End::Complete)
    }

    fn frame(&mut self, source: &mut Cursor<&[u8]>) -> Result<End, Stop> {
        let mut decoder = ruzstd::decoding::FrameDecoder::new();
        decoder.set_max_window_size(ZSTD_WINDOW);
        let Ok(mut frame) = ruzstd::decoding::StreamingDecoder::new_with_decoder(&mut *source, decoder) else {
            return Err(Stop::Broken);
        };
        let mut out = vec![0; STEP];
        loop {
            match frame.read(&mut out) {
                Ok(0) => return Ok(End::Complete),
                Ok(count) => self.next.push(&out[..count])?,
                Err(_) if at_end(frame.get_ref()) => return Ok(End::Short),
                Err(_) => return Err(Stop::Broken),
            }
        }
    }
}

fn at_end(source: &Cursor<&[u8]>) -> bool {
    source.position() >= source.get_ref().len() as u64
}

/// Runs deflate over `input` into `next`; how much was read, and whether its end was reached.
pub(super) fn inflate(
    engine: &mut flate2::Decompress,
    input: &[u8],
    next: &mut Decoder,
) -> Result<(usize, bool), Stop> {
    let mut out = vec![0; STEP];
    let mut used = 0;
    loop {
        let (read, written) = (engine.total_in(), engine.total_out());
        let status = engine.decompress(&input[used..], &mut out, FlushDecompress::None).map_err(|_| Stop::Broken)?;
        let (read, written) = (engine.total_in() - read, engine.total_out() - written);
        let step = |count: u64| usize::try_from(count).expect("no more than the buffer, which is a usize");
        used += step(read);
        next.push(&out[..step(written)])?;
        if status == Status::StreamEnd {
            return Ok((used, true));
        }
        if read == 0 && written == 0 || used == input.len() && step(written) < out.len() {
            return Ok((used, false));
        }
    }
}

#[cfg(test)]
#[path = "decode_tests.rs"]
mod tests;
