//! Takes content codings off a body as it comes in, into a sink that never grows past its cap.
//!
//! Nothing between two stages is larger than one buffer, so a bomb costs what its cap costs, however it is stacked. What is
//! decoded comes out as far as was granted: where that is used up, each stage keeps the input that it has not used, and goes
//! on with it once more is granted. What comes out in the end is the same, whatever was granted when.

use brotli_decompressor::{BrotliDecompressStream, BrotliResult, BrotliState, StandardAlloc};
use flate2::{FlushDecompress, Status};

use super::deflate::Inflate;
use super::zstd::Zstd;

/// Codings on one body; real servers stack two by mistake (a gzip file sent gzipped), attackers more.
const MAX_CODINGS: usize = 3;

/// What one call hands on to the next stage at most.
pub(super) const STEP: usize = 32 * 1024;

/// Why a decoder takes no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// The sink is full.
    Full,
    /// The coding is broken.
    Broken,
}

/// What became of the input of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    /// It is used, and whatever comes next can be taken.
    Fed,
    /// What was granted is used up: more is to be granted before `resume` goes on.
    Paused,
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
    granted: usize,
    /// What came beyond that: no more than one stage hands on at once.
    beyond: Vec<u8>,
}

impl Decoder {
    /// The stages for a `Content-Encoding` as sent; none where it names a coding that is unknown here.
    pub(super) fn new(coding: &str, undeclared: Undeclared, cap: usize) -> Option<Self> {
        let mut stage = Decoder::Sink(Sink { bytes: Vec::new(), cap, granted: cap, beyond: Vec::new() });
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
            "zstd" => Some(Decoder::Zstd(Box::new(Zstd::new(self)))),
            _ => None,
        }
    }

    /// Lets so many bytes be held, those that have come out included. Without it, all that the cap allows may come out at once.
    pub(super) fn grant(&mut self, bytes: usize) {
        self.sink().granted = bytes;
    }

    /// Takes the next bytes of the body, unless it is paused.
    pub(super) fn push(&mut self, input: &[u8]) -> Result<Flow, Stop> {
        match self {
            Decoder::Sink(sink) => sink.push(input),
            Decoder::Inflate(inflate) => inflate.push(input),
            Decoder::Brotli(brotli) => brotli.push(input),
            Decoder::Zstd(zstd) => {
                zstd.push(input);
                Ok(Flow::Fed)
            }
        }
    }

    /// Goes on from a pause, from what is nearest to the sink outwards.
    pub(super) fn resume(&mut self) -> Result<Flow, Stop> {
        match self {
            Decoder::Sink(sink) => sink.resume(),
            Decoder::Inflate(inflate) => inflate.resume(),
            Decoder::Brotli(brotli) => brotli.resume(),
            Decoder::Zstd(zstd) => zstd.next.resume(),
        }
    }

    /// Says that the body has ended, once all of it is taken. None where more is to be granted before it is asked again.
    pub(super) fn finish(&mut self) -> Result<Option<End>, Stop> {
        let (own, next) = match self {
            Decoder::Sink(sink) => return Ok((sink.resume()? == Flow::Fed).then_some(End::Complete)),
            Decoder::Inflate(inflate) => (inflate.finish()?, &mut inflate.next),
            Decoder::Brotli(brotli) => (brotli.finish()?, &mut brotli.next),
            Decoder::Zstd(zstd) => (zstd.finish()?, &mut zstd.next),
        };
        let Some(own) = own else { return Ok(None) };
        let behind = next.finish()?;
        Ok(if own == End::Complete { behind } else { behind.and(Some(own)) })
    }

    /// How much is decoded and held so far: what has come out, and what a stage keeps for what follows.
    pub(super) fn held(&self) -> usize {
        match self {
            Decoder::Sink(sink) => sink.bytes.len(),
            Decoder::Inflate(inflate) => inflate.next.held(),
            Decoder::Brotli(brotli) => brotli.next.held(),
            Decoder::Zstd(zstd) => zstd.inside().saturating_add(zstd.next.held()),
        }
    }

    /// How much may be held.
    pub(super) fn granted(&self) -> usize {
        match self {
            Decoder::Sink(sink) => sink.granted,
            Decoder::Inflate(inflate) => inflate.next.granted(),
            Decoder::Brotli(brotli) => brotli.next.granted(),
            Decoder::Zstd(zstd) => zstd.next.granted(),
        }
    }

    fn sink(&mut self) -> &mut Sink {
        match self {
            Decoder::Sink(sink) => sink,
            Decoder::Inflate(inflate) => inflate.next.sink(),
            Decoder::Brotli(brotli) => brotli.next.sink(),
            Decoder::Zstd(zstd) => zstd.next.sink(),
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
    fn push(&mut self, input: &[u8]) -> Result<Flow, Stop> {
        let room = self.granted.min(self.cap).saturating_sub(self.bytes.len());
        let (now, beyond) = input.split_at(input.len().min(room));
        self.bytes.extend_from_slice(now);
        if beyond.is_empty() {
            Ok(Flow::Fed)
        } else if self.bytes.len() == self.cap {
            Err(Stop::Full)
        } else {
            self.beyond.extend_from_slice(beyond);
            Ok(Flow::Paused)
        }
    }

    fn resume(&mut self) -> Result<Flow, Stop> {
        let beyond = std::mem::take(&mut self.beyond);
        self.push(&beyond)
    }
}

/// Brotli, which has no mark of its own to tell a body that is not.
pub(super) struct Brotli {
    state: BrotliState<StandardAlloc, StandardAlloc, StandardAlloc>,
    course: Course,
    /// Input that came while it was paused.
    unused: Vec<u8>,
    next: Decoder,
}

/// How far brotli has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Course {
    Waiting,
    Begun,
    Ended,
    Broken,
}

impl Brotli {
    fn new(next: Decoder) -> Self {
        let alloc = StandardAlloc::default;
        let state = BrotliState::new(alloc(), alloc(), alloc());
        Self { state, course: Course::Waiting, unused: Vec::new(), next }
    }

    fn push(&mut self, input: &[u8]) -> Result<Flow, Stop> {
        if self.course == Course::Waiting && !input.is_empty() {
            self.course = Course::Begun;
        }
        self.run(input)
    }

    fn resume(&mut self) -> Result<Flow, Stop> {
        if self.next.resume()? == Flow::Paused {
            return Ok(Flow::Paused);
        }
        let unused = std::mem::take(&mut self.unused);
        self.run(&unused)
    }

    fn run(&mut self, input: &[u8]) -> Result<Flow, Stop> {
        let mut out = vec![0; STEP];
        let (mut left, mut at, mut total) = (input.len(), 0, 0);
        loop {
            match self.course {
                Course::Ended => return Ok(Flow::Fed),
                Course::Broken => return Err(Stop::Broken),
                Course::Waiting | Course::Begun => {}
            }
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
            let flow = self.next.push(&out[..written])?;
            match result {
                BrotliResult::ResultSuccess => self.course = Course::Ended,
                BrotliResult::ResultFailure => self.course = Course::Broken,
                BrotliResult::NeedsMoreInput if flow == Flow::Fed => return Ok(flow),
                BrotliResult::NeedsMoreInput | BrotliResult::NeedsMoreOutput => {}
            }
            if flow == Flow::Paused {
                self.unused = input[at..].to_vec();
                return Ok(flow);
            }
        }
    }

    fn finish(&mut self) -> Result<Option<End>, Stop> {
        if self.resume()? == Flow::Paused {
            return Ok(None);
        }
        Ok(Some(if self.course == Course::Begun { End::Short } else { End::Complete }))
    }
}

/// What became of input that was given to deflate.
pub(super) struct Inflated {
    /// So much of it is used.
    pub(super) used: usize,
    /// Whether the end of the coding was reached.
    pub(super) ended: bool,
    pub(super) flow: Flow,
}

/// Runs deflate over `input` into `next`, as far as both go.
pub(super) fn inflate(engine: &mut flate2::Decompress, input: &[u8], next: &mut Decoder) -> Result<Inflated, Stop> {
    let mut out = vec![0; STEP];
    let mut used = 0;
    loop {
        let (read, written) = (engine.total_in(), engine.total_out());
        let status = engine.decompress(&input[used..], &mut out, FlushDecompress::None).map_err(|_| Stop::Broken)?;
        let (read, written) = (engine.total_in() - read, engine.total_out() - written);
        let step = |count: u64| usize::try_from(count).expect("no more than the buffer, which is a usize");
        used += step(read);
        let flow = next.push(&out[..step(written)])?;
        let ended = status == Status::StreamEnd;
        let is_stuck = read == 0 && written == 0 || used == input.len() && step(written) < out.len();
        if ended || is_stuck || flow == Flow::Paused {
            return Ok(Inflated { used, ended, flow });
        }
    }
}

#[cfg(test)]
#[path = "decode_tests.rs"]
mod tests;
