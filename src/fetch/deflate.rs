//! gzip and deflate as they are met: several members, padding behind the last one, zlib or bare deflate under one
//! name, and bodies that were never compressed although the header says so.
//!
//! Checksums are not verified: the transport did that, and a page with a wrong trailer is readable in every browser.

use flate2::Decompress;

use super::decode::{Decoder, End, Flow, Inflated, Stop, inflate};

/// A gzip header: ten bytes, and fields of text that no real server fills (RFC 1952, 2.3).
const MAX_HEAD: usize = 64 * 1024;

/// A gzip trailer: checksum and length (RFC 1952, 2.3.1).
const GZIP_TRAILER: usize = 8;

/// A stage that undoes gzip or deflate.
pub(super) struct Inflate {
    framing: Framing,
    state: State,
    head: Vec<u8>,
    members: u32,
    /// Input that came while it was paused.
    unused: Vec<u8>,
    pub(super) next: Decoder,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Framing {
    Gzip,
    Deflate,
}

enum State {
    /// Before a member, or before the first.
    Head,
    /// Inside compressed data.
    Data(Box<Decompress>),
    /// So many bytes of a trailer are still to come.
    Trailer(usize),
    /// The body was never compressed.
    Through,
    /// What follows belongs to no member.
    Ended,
}

/// What stands at the beginning of a member.
#[derive(Debug, PartialEq, Eq)]
enum Head {
    /// The data begins after so many bytes.
    Starts(usize),
    /// It cannot be told yet.
    More,
    /// Something else.
    Other,
}

impl Inflate {
    pub(super) fn gzip(next: Decoder) -> Self {
        Self { framing: Framing::Gzip, state: State::Head, head: Vec::new(), members: 0, unused: Vec::new(), next }
    }

    pub(super) fn deflate(next: Decoder) -> Self {
        Self { framing: Framing::Deflate, state: State::Head, head: Vec::new(), members: 0, unused: Vec::new(), next }
    }

    pub(super) fn push(&mut self, input: &[u8]) -> Result<Flow, Stop> {
        if self.head.is_empty() {
            return self.take(input);
        }
        let mut joined = std::mem::take(&mut self.head);
        joined.extend_from_slice(input);
        self.take(&joined)
    }

    pub(super) fn resume(&mut self) -> Result<Flow, Stop> {
        if self.next.resume()? == Flow::Paused {
            return Ok(Flow::Paused);
        }
        let unused = std::mem::take(&mut self.unused);
        if unused.is_empty() {
            // What the engine has taken in may not have come out yet.
            return self.data(&mut &unused[..]);
        }
        self.take(&unused)
    }

    fn take(&mut self, mut input: &[u8]) -> Result<Flow, Stop> {
        while !input.is_empty() {
            match &mut self.state {
                State::Head => match self.framing.head(input) {
                    Head::Starts(length) => {
                        self.state = State::Data(Box::new(self.framing.engine(input)));
                        self.members = self.members.saturating_add(1);
                        input = &input[length..];
                    }
                    Head::More if input.len() > MAX_HEAD => return Err(Stop::Broken),
                    Head::More => {
                        self.head = input.to_vec();
                        return Ok(Flow::Fed);
                    }
                    Head::Other if self.members == 0 => self.state = State::Through,
                    Head::Other => self.state = State::Ended,
                },
                State::Data(_) => {
                    if self.data(&mut input)? == Flow::Paused {
                        self.unused = input.to_vec();
                        return Ok(Flow::Paused);
                    }
                }
                State::Trailer(left) => {
                    let taken = input.len().min(*left);
                    *left -= taken;
                    input = &input[taken..];
                    if *left == 0 {
                        self.state = State::Head;
                    }
                }
                State::Through => return self.next.push(input),
                State::Ended => return Ok(Flow::Fed),
            }
        }
        Ok(Flow::Fed)
    }

    /// Decodes input, and leaves what is not used.
    fn data(&mut self, input: &mut &[u8]) -> Result<Flow, Stop> {
        let State::Data(engine) = &mut self.state else { return Ok(Flow::Fed) };
        let Inflated { used, ended, flow } = inflate(engine, input, &mut self.next)?;
        *input = &input[used..];
        match (ended, self.framing) {
            (true, Framing::Gzip) => self.state = State::Trailer(GZIP_TRAILER),
            (true, Framing::Deflate) => self.state = State::Ended,
            (false, _) if used == 0 && !input.is_empty() && flow == Flow::Fed => return Err(Stop::Broken),
            (false, _) => {}
        }
        Ok(flow)
    }

    pub(super) fn finish(&mut self) -> Result<Option<End>, Stop> {
        if self.resume()? == Flow::Paused {
            return Ok(None);
        }
        let head = std::mem::take(&mut self.head);
        match &self.state {
            // Too short to be told from plain text, so it was plain text.
            State::Head if self.members == 0 => Ok((self.next.push(&head)? == Flow::Fed).then_some(End::Complete)),
            State::Data(_) => Ok(Some(End::Short)),
            State::Head | State::Trailer(_) | State::Through | State::Ended => Ok(Some(End::Complete)),
        }
    }
}

impl Framing {
    fn head(self, bytes: &[u8]) -> Head {
        match self {
            Framing::Gzip => gzip_head(bytes),
            // Two bytes tell zlib from bare deflate; either may begin at once.
            Framing::Deflate if bytes.len() < 2 => Head::More,
            Framing::Deflate if looks_like_markup(bytes) => Head::Other,
            Framing::Deflate => Head::Starts(0),
        }
    }

    fn engine(self, bytes: &[u8]) -> Decompress {
        Decompress::new(self == Framing::Deflate && is_zlib(bytes))
    }
}

/// The first two bytes of zlib: method 8, and a multiple of 31 (RFC 1950, 2.2).
fn is_zlib(bytes: &[u8]) -> bool {
    matches!(bytes, [first, second, ..]
        if first & 0x0F == 8 && first >> 4 <= 7 && (u16::from(*first) * 256 + u16::from(*second)) % 31 == 0)
}

/// `<` opens no deflate block of a kind that exists with what follows it in markup: `<!`, `<h`, `<?`.
fn looks_like_markup(bytes: &[u8]) -> bool {
    matches!(bytes, [b'<', second, ..] if second.is_ascii_alphabetic() || matches!(second, b'!' | b'?'))
}

fn gzip_head(bytes: &[u8]) -> Head {
    const MAGIC: [u8; 3] = [0x1F, 0x8B, 8];
    if !MAGIC.starts_with(&bytes[..bytes.len().min(3)]) {
        return Head::Other;
    }
    let Some(&flags) = bytes.get(3) else { return Head::More };
    let mut at = 10;
    if flags & 4 != 0 {
        let Some(length) = bytes.get(at..at + 2) else { return Head::More };
        at += 2 + usize::from(u16::from_le_bytes([length[0], length[1]]));
    }
    for field in [8, 16] {
        if flags & field != 0 {
            let Some(end) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == 0)) else {
                return Head::More;
            };
            at += end + 1;
        }
    }
    if flags & 2 != 0 {
        at += 2;
    }
    if bytes.len() < at { Head::More } else { Head::Starts(at) }
}
