//! Zstd, kept until the body has ended: its decoder reads, it cannot be fed. The cap on raw bytes bounds what is kept; it is
//! decoded in steps, against what was granted.

use std::io::{Cursor, Read};

use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

use super::decode::{Decoder, End, Flow, STEP, Stop};

/// The window that RFC 9659 lets a zstd body ask for. A decoder holds as much of what it has decoded.
const WINDOW: u64 = 8 * 1024 * 1024;

/// A block decodes to no more (RFC 8878, 3.1.1.2.4).
const BLOCK: usize = 128 * 1024;

/// A frame is decoded so far at once, and a block. First less: with its block that is a page of a usual size.
const FIRST_PIECE: usize = 128 * 1024;
const PIECE: usize = 512 * 1024;

/// A stage that undoes zstd.
pub(super) struct Zstd {
    raw: Vec<u8>,
    /// So much of it is decoded.
    at: usize,
    doing: Doing,
    pub(super) next: Decoder,
}

enum Doing {
    /// Nothing is decoded yet.
    Waiting,
    /// The body was never compressed.
    Through,
    /// Between frames.
    Between,
    Frame(Box<Frame>),
    /// All is done.
    Ended(End),
}

/// A frame that is being decoded.
struct Frame {
    decoder: FrameDecoder,
    start: usize,
    /// What came out of it.
    out: u64,
    /// No more than this has been decoded and has not come out.
    inside: usize,
    pace: Pace,
}

/// How many blocks are decoded before what came of them is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pace {
    /// As many as give a piece.
    Pieces,
    /// One, so that nothing is taken of one that is broken. What was taken before, so many bytes, is passed over.
    Blocks { seen: u64 },
}

impl Zstd {
    pub(super) fn new(next: Decoder) -> Self {
        Self { raw: Vec::new(), at: 0, doing: Doing::Waiting, next }
    }

    pub(super) fn push(&mut self, input: &[u8]) {
        self.raw.extend_from_slice(input);
    }

    /// What is decoded and has not come out.
    pub(super) fn inside(&self) -> usize {
        match &self.doing {
            Doing::Frame(frame) => frame.inside,
            Doing::Waiting | Doing::Through | Doing::Between | Doing::Ended(_) => 0,
        }
    }

    /// Decodes what was kept, as far as that was granted. None where more is to be granted first.
    pub(super) fn finish(&mut self) -> Result<Option<End>, Stop> {
        if self.next.resume()? == Flow::Paused {
            return Ok(None);
        }
        loop {
            let flow = match &mut self.doing {
                Doing::Waiting => self.begin(),
                Doing::Through => self.through()?,
                Doing::Between => self.between()?,
                Doing::Frame(_) => self.frame()?,
                Doing::Ended(end) => return Ok(Some(*end)),
            };
            if flow == Flow::Paused {
                return Ok(None);
            }
        }
    }

    fn begin(&mut self) -> Flow {
        self.doing = if self.raw.is_empty() || is_frame(&self.raw) { Doing::Between } else { Doing::Through };
        Flow::Fed
    }

    fn end(&mut self, end: End) -> Flow {
        (self.raw, self.doing) = (Vec::new(), Doing::Ended(end));
        Flow::Fed
    }

    fn through(&mut self) -> Result<Flow, Stop> {
        let rest = &self.raw[self.at..];
        let piece = &rest[..rest.len().min(STEP)];
        self.at += piece.len();
        let flow = self.next.push(piece)?;
        if self.at == self.raw.len() {
            self.end(End::Complete);
        }
        Ok(flow)
    }

    /// Begins the next frame, or passes over one that is to be skipped. What follows the last one is padding.
    fn between(&mut self) -> Result<Flow, Stop> {
        let source = &self.raw[self.at..];
        if !is_frame(source) {
            return Ok(self.end(End::Complete));
        }
        if source[0] == 0x28 {
            self.doing = Doing::Frame(Box::new(Frame::begin(&self.raw, &mut self.at, Pace::Pieces)?));
            return Ok(Flow::Fed);
        }
        let Some(length) = source.get(4..8).map(|size| [size[0], size[1], size[2], size[3]]) else {
            return Ok(self.end(End::Short));
        };
        let length = usize::try_from(u32::from_le_bytes(length)).unwrap_or(usize::MAX);
        self.at = self.at.saturating_add(8).saturating_add(length).min(self.raw.len());
        Ok(Flow::Fed)
    }

    /// One step of a frame: what it has decoded is handed on, and then more is decoded.
    fn frame(&mut self) -> Result<Flow, Stop> {
        let (held, granted) = (self.next.held(), self.next.granted());
        let Doing::Frame(frame) = &mut self.doing else { return Ok(Flow::Fed) };
        let mut out = vec![0; STEP];
        match frame.take(&mut out) {
            0 if frame.decoder.is_finished() => {
                self.doing = Doing::Between;
                Ok(Flow::Fed)
            }
            0 if held.saturating_add(frame.inside) >= granted => Ok(Flow::Paused),
            0 => match frame.go_on(&self.raw, &mut self.at) {
                Went::On(flow) => Ok(flow),
                Went::Failed if frame.pace == Pace::Pieces => {
                    let (start, inside, seen) = (frame.start, frame.inside, frame.out);
                    self.at = start;
                    let again = Frame::begin(&self.raw, &mut self.at, Pace::Blocks { seen })?;
                    self.doing = Doing::Frame(Box::new(Frame { inside, ..again }));
                    Ok(Flow::Fed)
                }
                Went::Failed if self.at >= self.raw.len() => Ok(self.end(End::Short)),
                Went::Failed => Err(Stop::Broken),
            },
            count => {
                let new = frame.is_new(count);
                self.next.push(&out[count - new..count])
            }
        }
    }
}

/// What came of decoding more.
enum Went {
    On(Flow),
    Failed,
}

impl Frame {
    fn begin(raw: &[u8], at: &mut usize, pace: Pace) -> Result<Self, Stop> {
        let start = *at;
        let mut decoder = FrameDecoder::new();
        decoder.set_max_window_size(WINDOW);
        let mut source = source(raw, *at);
        decoder.reset(&mut source).map_err(|_| Stop::Broken)?;
        *at = position(&source);
        Ok(Self { decoder, start, out: 0, inside: 0, pace })
    }

    /// Takes what has been decoded and need not be kept for what follows.
    fn take(&mut self, out: &mut [u8]) -> usize {
        let count = self.decoder.read(out).unwrap_or_default();
        self.out += count as u64;
        if self.pace == Pace::Pieces {
            self.inside = self.inside.saturating_sub(count);
        }
        count
    }

    /// How many of the last bytes that came out have not come out before.
    fn is_new(&self, count: usize) -> usize {
        match self.pace {
            Pace::Pieces => count,
            Pace::Blocks { seen } => usize::try_from(self.out.saturating_sub(seen)).unwrap_or(count).min(count),
        }
    }

    /// Decodes more. Who does so block by block rests after each.
    fn go_on(&mut self, raw: &[u8], at: &mut usize) -> Went {
        let (how_far, most) = match self.pace {
            Pace::Pieces => {
                let piece = if self.decoder.blocks_decoded() == 0 { FIRST_PIECE } else { PIECE };
                (BlockDecodingStrategy::UptoBytes(piece), piece + BLOCK)
            }
            Pace::Blocks { .. } => (BlockDecodingStrategy::UptoBlocks(1), 0),
        };
        let mut source = source(raw, *at);
        let went = self.decoder.decode_blocks(&mut source, how_far);
        *at = position(&source);
        if went.is_err() {
            return Went::Failed;
        }
        // Once the frame has ended, all that is inside can be taken, and is known.
        self.inside = if self.decoder.is_finished() { self.decoder.can_collect() } else { self.inside + most };
        Went::On(if self.pace == Pace::Pieces { Flow::Fed } else { Flow::Paused })
    }
}

/// The magic numbers of a frame and of a skippable one (RFC 8878, 3.1).
fn is_frame(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x28, 0xB5, 0x2F, 0xFD])
        || matches!(bytes, [first, 0x2A, 0x4D, 0x18, ..] if first & 0xF0 == 0x50)
}

fn source(raw: &[u8], at: usize) -> Cursor<&[u8]> {
    let mut source = Cursor::new(raw);
    source.set_position(at as u64);
    source
}

fn position(source: &Cursor<&[u8]>) -> usize {
    usize::try_from(source.position()).unwrap_or(usize::MAX).min(source.get_ref().len())
}

#[cfg(test)]
#[path = "zstd_tests.rs"]
mod tests;
