//! Reads the body of an answer: streamed, decoded by us, capped in raw and in decoded bytes, bounded in time.

use std::fmt::Write as _;
use std::sync::Arc;

use sha2::{Digest, Sha256};
use tokio::time::{Instant, timeout_at};

use super::budget::{Budget, FREE, Room};
use super::decode::{Decoder, End, Flow, Stop, Undeclared};
use super::lane::Slot;
use crate::observation::BodyEnd;
use crate::observation::exchange::PayloadEnd;

/// Decoded bytes of a page; 2 of 2,165 ordinary pages are larger than a tenth of it.
const PAGE_CAP: usize = 20 * 1024 * 1024;

/// Bytes of a PDF, which is cited as often as a page and carries its images within.
const PDF_CAP: usize = 25 * 1024 * 1024;

/// Decoded in one go: some milliseconds, after which others have their turn.
const AT_ONCE: usize = 1024 * 1024;

/// A recorded payload is taken in pieces, as it would come.
const PIECE: usize = 64 * 1024;

/// The decoded bytes of a page, and what they count for until they are dropped: read the page, drop the body.
#[derive(Debug)]
pub(crate) struct Body {
    /// Decoded.
    pub(crate) bytes: Vec<u8>,
    room: Option<Arc<Room>>,
    _slot: Option<Slot>,
}

/// Where the payload comes from.
pub(super) enum Payload {
    /// A connection.
    Live(reqwest::Response),
    /// A recorded file, and how what was recorded ended.
    Kept(Vec<u8>, PayloadEnd),
}

/// What the headers say about a body.
pub(super) struct Plan<'a> {
    /// `Content-Encoding`, all of them joined with commas.
    pub(super) coding: &'a str,
    /// `Content-Type`.
    pub(super) content_type: Option<&'a str>,
    /// Decoded bytes that are read, where they are other than usual.
    pub(super) most: Option<usize>,
    /// Whether the payload is kept as it came.
    pub(super) keep_raw: KeepRaw,
}

/// Whether the payload is kept as it came, for evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KeepRaw {
    Yes,
    No,
}

/// A body that was read.
pub(super) struct ReadBody {
    pub(super) body: Body,
    pub(super) end: BodyEnd,
    /// As it came, where that was asked for.
    pub(super) raw: Vec<u8>,
    /// How `raw` ended.
    pub(super) raw_end: PayloadEnd,
    /// Who kept it waiting, where time ran out.
    pub(super) late: Option<Late>,
    coding: Coding,
}

/// Who kept a body waiting until time ran out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Late {
    /// Its host.
    Host,
    /// Other bodies, which held all the room that there is: the host is not to blame.
    Room,
}

/// Whether we know how to take the coding of a body off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Coding {
    Known,
    /// The body is kept as it came, so that its digest can be compared.
    Unknown,
}

impl ReadBody {
    /// SHA-256 of the decoded bytes, lower-case hexadecimal.
    pub(super) fn sha256(&self) -> String {
        let digest = Sha256::digest(&self.body.bytes);
        digest.iter().fold(String::with_capacity(64), |mut text, byte| {
            write!(text, "{byte:02x}").expect("a String takes everything");
            text
        })
    }

    /// The page is under way until it is read: pages that came wait for a reader, and are as few as requests are.
    pub(super) fn holding(self, slot: Slot) -> Self {
        Self { body: Body { _slot: Some(slot), ..self.body }, ..self }
    }

    /// What its bytes count for, to be held until they have been recorded.
    pub(super) fn room(&self) -> Option<Arc<Room>> {
        self.body.room.clone()
    }

    /// The body, unless it is under a coding that is unknown here.
    pub(super) fn decoded(self) -> Option<Body> {
        (self.coding == Coding::Known).then_some(self.body)
    }
}

/// Reads `payload` to its end, its cap or the deadline.
pub(super) async fn read(payload: Payload, plan: &Plan<'_>, deadline: Instant, budget: &Budget) -> ReadBody {
    let cap = plan.most.unwrap_or_else(|| cap(plan.content_type));
    let (decoder, coding) = match Decoder::new(plan.coding, undeclared(plan.content_type), cap) {
        Some(decoder) => (decoder, Coding::Known),
        None => (Decoder::new("", Undeclared::Keep, cap).expect("no coding is known"), Coding::Unknown),
    };
    let waits = match payload {
        Payload::Live(_) => Waits::of_own_time(deadline),
        Payload::Kept(..) => Waits::ForRoom,
    };
    let mut reading =
        Reading { decoder, cap, keep: plan.keep_raw, raw: Vec::new(), raw_bytes: 0, room: None, deadline, waits };
    let mut stop = match payload {
        Payload::Live(response) => reading.live(response, budget).await,
        Payload::Kept(payload, end) => reading.kept(&payload, end, budget).await,
    };
    let raw_end = match stop {
        None => PayloadEnd::Whole,
        Some(Halt::Decoder(Stop::Full) | Halt::RawCap) => PayloadEnd::AtCap,
        Some(Halt::Late(_)) => PayloadEnd::AtDeadline,
        Some(Halt::Decoder(Stop::Broken) | Halt::Cut) => PayloadEnd::Early,
    };
    if matches!(stop, None | Some(Halt::Cut)) {
        // What a cut body still holds is worth reading; that it is short is known already.
        stop = stop.or(reading.finish(budget).await);
    }
    let late = match stop {
        Some(Halt::Late(late)) => Some(late),
        _ => None,
    };
    ReadBody { late, ..reading.done(end(stop.as_ref(), coding, plan.coding), raw_end, coding) }
}

/// Reads the little that stands behind a redirect, so that the connection can be used again.
pub(super) async fn drain(payload: Payload, deadline: Instant, keep: KeepRaw) -> (Vec<u8>, PayloadEnd) {
    const LITTLE: usize = 64 * 1024;
    let mut raw = Vec::new();
    let mut response = match payload {
        Payload::Kept(bytes, end) => return (bytes, end),
        Payload::Live(response) => response,
    };
    let (mut read, mut end) = (0, PayloadEnd::Early);
    while read < LITTLE {
        match timeout_at(deadline, response.chunk()).await {
            Ok(Ok(Some(chunk))) => {
                read += chunk.len();
                if keep == KeepRaw::Yes {
                    raw.extend_from_slice(&chunk);
                }
            }
            Ok(Ok(None)) => {
                end = PayloadEnd::Whole;
                break;
            }
            Ok(Err(_)) | Err(_) => break,
        }
    }
    (raw, end)
}

/// Why reading ended before the payload did.
enum Halt {
    Decoder(Stop),
    RawCap,
    Cut,
    Late(Late),
}

struct Reading {
    decoder: Decoder,
    cap: usize,
    keep: KeepRaw,
    raw: Vec<u8>,
    raw_bytes: usize,
    room: Option<Room>,
    deadline: Instant,
    waits: Waits,
}

/// How long a body waits for room that others hold, which its deadline leaves out.
#[derive(Debug, Clone, Copy)]
enum Waits {
    /// As long again as it had when it began: where many pages that never end hold all the room, others are cut short, and a
    /// look takes no more than twice its time.
    Until(Instant),
    /// However long: what was recorded is read at once by whoever has room, and is the same on a slow machine.
    ForRoom,
}

impl Waits {
    fn of_own_time(deadline: Instant) -> Self {
        Self::Until(deadline + deadline.saturating_duration_since(Instant::now()))
    }
}

impl Reading {
    async fn live(&mut self, mut response: reqwest::Response, budget: &Budget) -> Option<Halt> {
        loop {
            match timeout_at(self.deadline, response.chunk()).await {
                Err(_) => return Some(Halt::Late(Late::Host)),
                Ok(Err(_)) => return Some(Halt::Cut),
                Ok(Ok(None)) => return None,
                Ok(Ok(Some(chunk))) => {
                    if let Some(halt) = self.take(&chunk, budget).await {
                        return Some(halt);
                    }
                }
            }
        }
    }

    async fn kept(&mut self, payload: &[u8], end: PayloadEnd, budget: &Budget) -> Option<Halt> {
        for piece in payload.chunks(PIECE) {
            if let Some(halt) = self.take(piece, budget).await {
                return Some(halt);
            }
        }
        match end {
            PayloadEnd::Whole => None,
            PayloadEnd::AtCap => Some(Halt::RawCap),
            PayloadEnd::AtDeadline => Some(Halt::Late(Late::Host)),
            PayloadEnd::Early => Some(Halt::Cut),
        }
    }

    async fn take(&mut self, chunk: &[u8], budget: &Budget) -> Option<Halt> {
        self.raw_bytes += chunk.len();
        if let Some(halt) = self.enough(self.decoder.held(), budget).await {
            return Some(halt);
        }
        let over = self.raw_bytes.saturating_sub(self.cap);
        let chunk = &chunk[..chunk.len() - over.min(chunk.len())];
        if self.keep == KeepRaw::Yes {
            self.raw.extend_from_slice(chunk);
        }
        let mut flow = self.decoder.push(chunk);
        loop {
            match flow {
                Ok(Flow::Fed) => return (over > 0).then_some(Halt::RawCap),
                Ok(Flow::Paused) => {
                    if let Some(halt) = self.more(budget).await {
                        return Some(halt);
                    }
                    flow = self.decoder.resume();
                }
                Err(stop) => return Some(Halt::Decoder(stop)),
            }
        }
    }

    /// Decodes what the decoder has kept until the end of the body.
    async fn finish(&mut self, budget: &Budget) -> Option<Halt> {
        loop {
            match self.decoder.finish() {
                Ok(Some(End::Complete)) => return None,
                Ok(Some(End::Short)) => return Some(Halt::Cut),
                Ok(None) => {
                    if let Some(halt) = self.more(budget).await {
                        return Some(halt);
                    }
                }
                Err(stop) => return Some(Halt::Decoder(stop)),
            }
        }
    }

    /// Grants the decoder more than it holds, and lets others have their turn.
    async fn more(&mut self, budget: &Budget) -> Option<Halt> {
        tokio::task::yield_now().await;
        self.enough(self.decoder.held().saturating_add(1), budget).await
    }

    /// Waits for room for so many decoded bytes, and grants what there is.
    async fn enough(&mut self, decoded: usize, budget: &Budget) -> Option<Halt> {
        // As decoded, as text, and as it came.
        let copies = if self.keep == KeepRaw::Yes { 3 } else { 2 };
        let enough = budget.enough(&mut self.room, self.raw_bytes.max(decoded), self.cap, copies);
        let waited = match self.waits {
            Waits::ForRoom => enough.await,
            Waits::Until(latest) => match timeout_at(latest, enough).await {
                Ok(waited) => waited,
                Err(_) => return Some(Halt::Late(Late::Room)),
            },
        };
        self.deadline += waited;
        let room = self.room.as_ref().map_or(FREE, Room::bytes);
        self.decoder.grant(room.min(self.decoder.held().saturating_add(AT_ONCE)));
        None
    }

    fn done(self, end: BodyEnd, raw_end: PayloadEnd, coding: Coding) -> ReadBody {
        let bytes = self.decoder.into_bytes();
        let room = self.room.map(|mut room| {
            room.shrink(2 * bytes.len() + self.raw.len());
            Arc::new(room)
        });
        let body = Body { bytes, room, _slot: None };
        ReadBody { body, end, raw: self.raw, raw_end, late: None, coding }
    }
}

fn end(stop: Option<&Halt>, known: Coding, coding: &str) -> BodyEnd {
    match stop {
        Some(Halt::Decoder(Stop::Full) | Halt::RawCap) => BodyEnd::OverCap,
        Some(Halt::Decoder(Stop::Broken)) => BodyEnd::Undecodable(coding.to_owned()),
        Some(Halt::Cut) => BodyEnd::Truncated,
        Some(Halt::Late(_)) => BodyEnd::TimedOut,
        None if known == Coding::Unknown => BodyEnd::Undecodable(coding.to_owned()),
        None => BodyEnd::Whole,
    }
}

fn media_type(content_type: Option<&str>) -> String {
    content_type.unwrap_or_default().split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

fn cap(content_type: Option<&str>) -> usize {
    if media_type(content_type) == "application/pdf" { PDF_CAP } else { PAGE_CAP }
}

fn undeclared(content_type: Option<&str>) -> Undeclared {
    let media = media_type(content_type);
    let text = media.is_empty()
        || media.starts_with("text/")
        || media.ends_with("+xml")
        || ["application/xml", "application/json", "application/pdf"].contains(&media.as_str());
    if text { Undeclared::Sniff } else { Undeclared::Keep }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::super::budget::MIDDLE;
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_body_waits_for_room_that_others_hold_no_longer_than_its_own_time_again() {
        let budget = Budget::new();
        let (mut others, began) = (None, Instant::now());
        budget.enough(&mut others, MIDDLE + 1, usize::MAX / 4, 1).await;
        let mut reading = Reading {
            decoder: Decoder::new("", Undeclared::Keep, PAGE_CAP).unwrap(),
            cap: PAGE_CAP,
            keep: KeepRaw::No,
            raw: Vec::new(),
            raw_bytes: 0,
            room: None,
            deadline: began + Duration::from_secs(4),
            waits: Waits::of_own_time(began + Duration::from_secs(4)),
        };
        let halt = reading.take(&vec![b'a'; MIDDLE + 1], &budget).await;
        assert!(matches!(halt, Some(Halt::Late(Late::Room))));
        assert_eq!(began.elapsed(), Duration::from_secs(8));
    }
}
