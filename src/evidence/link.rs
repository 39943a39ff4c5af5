//! Which records belong together: an answer and its request, an unchanged page and the capture it refers to.

use std::collections::HashMap;
use std::io::{self, Read};

use jiff::Timestamp;

use super::head::{Head, date, unbracketed};
use super::message;
use super::scan::Place;
use crate::observation::rendering::RENDERED;

/// The head of a request is not read beyond this; cookies make the largest ones.
const MAX_REQUEST: u64 = 256 * 1024;

/// What a record is to a replay, as read from its head alone.
#[derive(Debug)]
pub(super) enum Seen {
    /// What follows was exchanged in one look: citewatch writes each look as an object of its own, which begins so.
    Look,
    /// What follows was written by another program.
    Others,
    Answer(SeenAnswer),
    Request {
        id: String,
        concurrent_to: Vec<String>,
        asked: Asked,
    },
}

/// An answer, or the note that none came.
#[derive(Debug)]
pub(super) struct SeenAnswer {
    pub(super) url: String,
    pub(super) at: Timestamp,
    pub(super) place: Place,
    pub(super) kind: SeenKind,
    pub(super) id: String,
    pub(super) concurrent_to: Vec<String>,
    pub(super) digest: Option<String>,
}

/// Which sort of answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum SeenKind {
    Response {
        /// None where it is no HTTP answer after all.
        status: Option<u16>,
    },
    Revisit {
        id: Option<String>,
        url: Option<String>,
        at: Option<Timestamp>,
        unmodified: bool,
    },
    Resource,
    Rendered,
    Failure,
}

impl SeenAnswer {
    fn is_unmodified(&self) -> bool {
        self.kind == SeenKind::Response { status: Some(304) }
    }
}

/// Who wrote a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    Ours,
    Others,
}

/// Where the payload of an entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// In the record itself.
    Response,
    /// In another entry; `unmodified` answers have that one's head as well.
    Revisit { of: usize, unmodified: bool },
    /// The block of the record, which has no head of an answer: it came by another way than HTTP.
    Resource,
    /// The block of the record: what a browser made of a page.
    Rendered,
    /// Nowhere: no answer came.
    Failure,
}

/// Target of a record that tells of a request without an answer; the URL asked for follows, percent-encoded.
pub(super) const NO_ANSWER: &str = "urn:citewatch:no-answer:";

/// How the description of our objects begins.
pub(super) const SOFTWARE: &str = "software: citewatch/";

/// Reads what a replay needs of a record.
pub(super) fn see(place: Place, head: &Head, block: &mut dyn Read) -> io::Result<Option<Seen>> {
    let record_type = head.get("WARC-Type").unwrap_or_default().to_ascii_lowercase();
    if record_type == "warcinfo" {
        return is_ours(block).map(|ours| Some(if ours { Seen::Look } else { Seen::Others }));
    }
    let (Some(target), Some(at)) = (head.target(), head.date()) else { return Ok(None) };
    let id = head.get("WARC-Record-ID").map(unbracketed).unwrap_or_default().to_owned();
    let concurrent_to = head.all("WARC-Concurrent-To").map(|id| unbracketed(id).to_owned()).collect();
    let content_type = head.get("Content-Type").map(str::to_ascii_lowercase);
    let http = content_type.is_none_or(|kind| kind.starts_with("application/http"));
    let kind = match record_type.as_str() {
        "response" if http && is_web(target) => SeenKind::Response { status: status(block)? },
        "revisit" if is_web(target) => revisit(head),
        "resource" if is_web(target) => SeenKind::Resource,
        "conversion" if target.starts_with(RENDERED) => SeenKind::Rendered,
        "metadata" if target.starts_with(NO_ANSWER) => SeenKind::Failure,
        "request" if http => return request(id, concurrent_to, block).map(Some),
        _ => return Ok(None),
    };
    let url = match target.strip_prefix(NO_ANSWER) {
        Some(encoded) => percent_encoding::percent_decode_str(encoded).decode_utf8_lossy().into_owned(),
        None => target.to_owned(),
    };
    let digest = head.get("WARC-Payload-Digest").map(str::to_owned);
    Ok(Some(Seen::Answer(SeenAnswer { url, at, place, kind, id, concurrent_to, digest })))
}

fn is_ours(block: &mut dyn Read) -> io::Result<bool> {
    let mut start = Vec::new();
    block.take(SOFTWARE.len() as u64).read_to_end(&mut start)?;
    Ok(start == SOFTWARE.as_bytes())
}

fn is_web(target: &str) -> bool {
    let scheme = target.split("://").next().unwrap_or_default();
    scheme.len() < target.len() && (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
}

/// The status in the first line of an answer.
fn status(block: &mut dyn Read) -> io::Result<Option<u16>> {
    let mut start = Vec::new();
    block.take("HTTP/1.1 200".len() as u64).read_to_end(&mut start)?;
    let status = start.split(|byte| *byte == b' ').nth(1).and_then(|word| std::str::from_utf8(word).ok());
    Ok(status.and_then(|word| word.parse().ok()))
}

fn revisit(head: &Head) -> SeenKind {
    SeenKind::Revisit {
        id: head.get("WARC-Refers-To").map(|id| unbracketed(id).to_owned()),
        url: head.get("WARC-Refers-To-Target-URI").map(|url| unbracketed(url).to_owned()),
        at: head.get("WARC-Refers-To-Date").and_then(date),
        unmodified: head.get("WARC-Profile").is_some_and(|profile| profile.ends_with("/server-not-modified")),
    }
}

fn request(id: String, concurrent_to: Vec<String>, block: &mut dyn Read) -> io::Result<Seen> {
    let mut bytes = Vec::new();
    block.take(MAX_REQUEST).read_to_end(&mut bytes)?;
    let (method, asked) = message::request(&bytes, "accept-datetime").unwrap_or_default();
    let accept_datetime = asked.as_deref().and_then(http_date);
    let method = if method.eq_ignore_ascii_case("GET") { Method::Get } else { Method::Other };
    Ok(Seen::Request { id, concurrent_to, asked: Asked { method, accept_datetime } })
}

/// A date of an HTTP header, to the second. Some archives leave out the zero before a day of one digit.
pub(crate) fn http_date(text: &str) -> Option<Timestamp> {
    let time = httpdate::parse_http_date(text.trim()).ok().and_then(|time| Timestamp::try_from(time).ok());
    time.or_else(|| jiff::fmt::rfc2822::parse(text.trim()).ok().map(|zoned| zoned.timestamp()))
}

/// What is known of the request that an answer belongs to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) method: Method,
    pub(super) accept_datetime: Option<Timestamp>,
}

/// How it was asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Method {
    #[default]
    Get,
    /// A replay has no use for the answer.
    Other,
}

/// Ties answers to their requests. Only requests that differ from a plain GET are kept.
#[derive(Debug, Default)]
pub(super) struct Requests {
    by_id: HashMap<String, Asked>,
    by_answer: HashMap<String, Asked>,
}

impl Requests {
    pub(super) fn add(&mut self, id: String, concurrent_to: Vec<String>, asked: Asked) {
        if asked == Asked::default() {
            return;
        }
        self.by_id.insert(id, asked);
        self.by_answer.extend(concurrent_to.into_iter().map(|answer| (answer, asked)));
    }

    /// Writers name the other record in the request, in the answer, or in both.
    pub(super) fn of(&self, answer: &SeenAnswer) -> Asked {
        let from_answer = answer.concurrent_to.iter().find_map(|id| self.by_id.get(id));
        from_answer.or_else(|| self.by_answer.get(&answer.id)).copied().unwrap_or_default()
    }
}

/// Finds what unchanged answers refer to: by record, by address and second, by digest, and for the answer that nothing
/// has changed (304) the newest good one before it.
#[derive(Debug, Default)]
pub(super) struct Originals {
    records: HashMap<String, usize>,
    pages: HashMap<(String, i64), usize>,
    payloads: HashMap<String, usize>,
    good: HashMap<String, Vec<(Timestamp, usize)>>,
}

impl Originals {
    pub(super) fn of(answers: &[SeenAnswer]) -> Self {
        let mut all = Self::default();
        if !answers.iter().any(|answer| answer.is_unmodified() || matches!(answer.kind, SeenKind::Revisit { .. })) {
            return all;
        }
        for (index, answer) in answers.iter().enumerate() {
            let SeenKind::Response { status } = answer.kind else { continue };
            if answer.is_unmodified() {
                continue;
            }
            all.records.insert(answer.id.clone(), index);
            all.pages.insert((answer.url.clone(), answer.at.as_second()), index);
            if let Some(digest) = &answer.digest {
                all.payloads.entry(digest.clone()).or_insert(index);
            }
            if status == Some(200) {
                all.good.entry(answer.url.clone()).or_default().push((answer.at, index));
            }
        }
        all
    }

    /// None for an unchanged answer whose original is not among the files. An answer of another program that nothing
    /// has changed is one of those; of our own it is what a server said that nobody had asked for changes.
    pub(super) fn kind(&self, answer: &SeenAnswer, whose: Whose) -> Option<Kind> {
        match &answer.kind {
            SeenKind::Response { .. } if answer.is_unmodified() && whose == Whose::Others => {
                Some(Kind::Revisit { of: self.before(answer)?, unmodified: true })
            }
            SeenKind::Response { .. } => Some(Kind::Response),
            SeenKind::Failure => Some(Kind::Failure),
            SeenKind::Resource => Some(Kind::Resource),
            SeenKind::Rendered => Some(Kind::Rendered),
            SeenKind::Revisit { id, url, at, unmodified } => {
                let by_id = id.as_ref().and_then(|id| self.records.get(id));
                let url = url.as_ref().unwrap_or(&answer.url).clone();
                let by_url = || at.and_then(|at| self.pages.get(&(url, at.as_second())));
                let by_digest = || answer.digest.as_ref().and_then(|digest| self.payloads.get(digest));
                let named = by_id.or_else(by_url).or_else(by_digest).copied();
                let of = named.or_else(|| self.before(answer).filter(|_| *unmodified))?;
                Some(Kind::Revisit { of, unmodified: *unmodified })
            }
        }
    }

    fn before(&self, answer: &SeenAnswer) -> Option<usize> {
        let earlier = self.good.get(&answer.url)?.iter().filter(|(at, _)| *at <= answer.at);
        earlier.max().map(|(_, index)| *index)
    }
}
