//! Answers requests from recorded files instead of the network.
//!
//! The files are walked once when they are opened; what stays in memory is an address, a date and a place a record.

use std::collections::HashMap;
use std::path::PathBuf;

use jiff::Timestamp;
use url::Url;

use super::ReplayError;
use super::as_of::AsOf;
use super::container::{self, Container};
use super::damage::Damage;
use super::head::Head;
use super::link::{Kind, Method, Originals, Requests, Seen, SeenAnswer, Whose, see};
use super::scan::{Place, read_at, scan};
use super::warc::{FINAL_URI, STATUS, TRUNCATED};
use super::{failure, message};
use crate::locator::key::key;
use crate::observation::exchange::{Exchange, ExchangeAnswer, PayloadEnd, Response};

/// A record is read up to so many bytes of its block; larger payloads are cut, and say so.
const MAX_BLOCK: u64 = 64 * 1024 * 1024;

/// Recorded exchanges, found by address and date.
#[derive(Debug)]
pub(crate) struct Replay {
    containers: Vec<Container>,
    entries: Vec<Entry>,
    exact: HashMap<String, Vec<usize>>,
    loose: HashMap<String, Vec<usize>>,
    damage: Vec<Damage>,
}

#[derive(Debug)]
struct Entry {
    url: String,
    at: Timestamp,
    container: usize,
    place: Place,
    kind: Kind,
    accept_datetime: Option<Timestamp>,
    /// The look that it belongs to, where the files tell.
    look: Option<usize>,
}

/// A place in a recorded look: what it recorded next answers next.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Thread {
    look: usize,
    next: usize,
}

impl Replay {
    /// Opens WARC files, gzipped or not, WACZ files, and folders of them.
    pub(crate) fn open(paths: &[PathBuf]) -> Result<Self, ReplayError> {
        let (mut containers, mut left_out) = (Vec::new(), Vec::new());
        for path in paths {
            let found = container::find(path)?;
            containers.extend(found.containers);
            left_out.extend(found.left_out);
        }
        let (mut answers, mut of, mut damage, mut requests) = (vec![], vec![], vec![], Requests::default());
        let (mut looks, mut read) = (0, 0);
        for (index, container) in containers.iter().enumerate() {
            let (seen, damaged) = match scan(container, &mut see) {
                Err(why @ ReplayError::Corrupt { .. }) if container.is_one_of_many() => {
                    left_out.push(why);
                    continue;
                }
                scanned => scanned?,
            };
            read += 1;
            damage.extend(damaged);
            let mut look = None;
            for record in seen {
                match record {
                    Seen::Look => {
                        look = Some(looks);
                        looks += 1;
                    }
                    Seen::Others => look = None,
                    Seen::Answer(answer) => {
                        answers.push(answer);
                        of.push((index, look));
                    }
                    Seen::Request { id, concurrent_to, asked } => {
                        requests.add(id, concurrent_to, asked);
                    }
                }
            }
        }
        if read == 0
            && let Some(why) = left_out.pop()
        {
            return Err(why);
        }
        damage.extend(left_out.into_iter().filter_map(Damage::of));
        let mut replay = Self { containers, entries: vec![], exact: HashMap::new(), loose: HashMap::new(), damage };
        replay.index(answers, &of, &requests);
        Ok(replay)
    }

    /// Files with places where no record could be read.
    pub(crate) fn damage(&self) -> &[Damage] {
        &self.damage
    }

    /// The recorded answer to a plain request for `url`, nearest to `at`, else the newest.
    pub(crate) fn find(&self, url: &str, at: Option<AsOf>) -> Option<Exchange> {
        self.nearest(url, None, at)
    }

    /// As [`Replay::find`], for one request after another of a look: what one recorded look holds is answered in the
    /// order in which it was recorded, failed attempts and redirects to the same address included.
    pub(crate) fn follow(&self, thread: &mut Option<Thread>, url: &str, at: Option<AsOf>) -> Option<Exchange> {
        let next = thread.and_then(|thread| self.next(thread, url));
        let index = next.or_else(|| {
            let nearest = self.candidates(url, None, at).next()?;
            let entry = &self.entries[nearest];
            let first = entry.look.and_then(|look| self.next(Thread { look, next: 0 }, &entry.url));
            first.or(Some(nearest))
        })?;
        *thread = self.entries[index].look.map(|look| Thread { look, next: index + 1 });
        self.read(&self.entries[index]).or_else(|| self.find(url, at))
    }

    /// Whether the recorded look asked for `url` again after what `thread` last answered: whether that was an attempt.
    pub(crate) fn tried_again(&self, thread: Option<Thread>, url: &str) -> bool {
        let next = thread.and_then(|thread| Some((thread.look, self.entries.get(thread.next)?)));
        next.is_some_and(|(look, entry)| entry.look == Some(look) && exact_key(&entry.url) == exact_key(url))
    }

    /// The date of the newest record.
    pub(crate) fn newest(&self) -> Option<Timestamp> {
        self.entries.iter().map(|entry| entry.at).max()
    }

    fn next(&self, thread: Thread, url: &str) -> Option<usize> {
        let fits = |index: &usize| {
            let entry = &self.entries[*index];
            *index >= thread.next && entry.look == Some(thread.look) && entry.accept_datetime.is_none()
        };
        self.exact.get(&exact_key(url))?.iter().copied().find(fits)
    }

    /// The recorded answer to a request for `url` with that `Accept-Datetime`, to the second; the newest of several.
    pub(crate) fn find_timegate(&self, url: &str, accept_datetime: Timestamp) -> Option<Exchange> {
        self.nearest(url, Some(accept_datetime), None)
    }

    fn index(&mut self, answers: Vec<SeenAnswer>, places: &[(usize, Option<usize>)], requests: &Requests) {
        let originals = Originals::of(&answers);
        // The entries stand at the indices of the answers, so that a revisit's index is its original's.
        for (answer, (container, look)) in answers.into_iter().zip(places) {
            let asked = requests.of(&answer);
            let whose = if look.is_some() { Whose::Ours } else { Whose::Others };
            let kind = originals.kind(&answer, whose);
            let index = self.entries.len();
            if kind.is_some() && asked.method == Method::Get {
                self.exact.entry(exact_key(&answer.url)).or_default().push(index);
                self.loose.entry(loose_key(&answer.url)).or_default().push(index);
            }
            self.entries.push(Entry {
                url: answer.url,
                at: answer.at,
                container: *container,
                place: answer.place,
                kind: kind.unwrap_or(Kind::Failure),
                accept_datetime: asked.accept_datetime,
                look: *look,
            });
        }
    }

    fn nearest(&self, url: &str, accept_datetime: Option<Timestamp>, at: Option<AsOf>) -> Option<Exchange> {
        self.candidates(url, accept_datetime, at).find_map(|index| self.read(&self.entries[index]))
    }

    /// The records that answer for `url`, the best first: what was answered before what is only known to have stood
    /// there, and those of exactly that address before other spellings of it.
    fn candidates(
        &self,
        url: &str,
        accept_datetime: Option<Timestamp>,
        at: Option<AsOf>,
    ) -> impl Iterator<Item = usize> {
        let tables = [self.exact.get(&exact_key(url)), self.loose.get(&loose_key(url))];
        let in_order = [(tables[0], false), (tables[1], false), (tables[0], true), (tables[1], true)];
        in_order.into_iter().flat_map(move |(indices, resources)| {
            let second = |at: Timestamp| at.as_second();
            let mut fitting: Vec<(usize, &Entry)> = indices
                .into_iter()
                .flatten()
                .map(|index| (*index, &self.entries[*index]))
                .filter(|(_, entry)| (entry.kind == Kind::Resource) == resources)
                .filter(|(_, entry)| entry.accept_datetime.map(second) == accept_datetime.map(second))
                .collect();
            // Of records with one date the later in the file is the later one.
            fitting.sort_by_key(|(index, entry)| {
                let distance = at.map_or(0, |at| at.distance(entry.at));
                (distance, std::cmp::Reverse((entry.at, *index)))
            });
            fitting.into_iter().map(|(index, _)| index)
        })
    }

    /// None where the record is no HTTP answer after all, or its file changed since it was opened.
    fn read(&self, entry: &Entry) -> Option<Exchange> {
        let mut answer = match entry.kind {
            Kind::Response => ExchangeAnswer::Response(self.response(entry)?),
            Kind::Resource => ExchangeAnswer::Response(self.resource(entry)?),
            Kind::Rendered => ExchangeAnswer::Response(self.rendered(entry)?),
            Kind::Failure => failure::read(&self.record(entry)?.1)?,
            Kind::Revisit { of, unmodified } => {
                let original = self.response(&self.entries[of])?;
                let unchanged = self.response(entry).filter(|_| !unmodified);
                ExchangeAnswer::Response(match unchanged {
                    Some(head) => Response { payload: original.payload, end: original.end, ..head },
                    None => original,
                })
            }
        };
        if let (ExchangeAnswer::Response(response), None) = (&mut answer, entry.look) {
            message::mend_coding(response);
        }
        let header = entry.accept_datetime.map(|at| ("accept-datetime".to_owned(), to_http_date(at)));
        let request_headers = header.into_iter().collect();
        Some(Exchange { url: entry.url.clone(), sent_at: entry.at, request_headers, answer })
    }

    fn response(&self, entry: &Entry) -> Option<Response> {
        let (head, block) = self.record(entry)?;
        let mut response = message::response(&block, end(&head))?;
        response.peer = head.get("WARC-IP-Address").and_then(|address| address.parse().ok());
        if head.all("WARC-Protocol").any(|protocol| protocol == "h2") {
            response.version = "HTTP/2";
        }
        Some(response)
    }

    /// What stood at the address, as a server would have sent it.
    fn resource(&self, entry: &Entry) -> Option<Response> {
        let (head, payload) = self.record(entry)?;
        let content_type = head.get("Content-Type").map(|kind| ("content-type".to_owned(), kind.as_bytes().to_vec()));
        let headers = content_type.into_iter().collect();
        Some(Response { version: "HTTP/1.1", status: 200, headers, payload, end: end(&head), peer: None })
    }

    /// What a browser made of a page, as the look that it was.
    fn rendered(&self, entry: &Entry) -> Option<Response> {
        let (head, payload) = self.record(entry)?;
        let header =
            |name: &str, field: &str| head.get(field).map(|value| (name.to_owned(), value.as_bytes().to_vec()));
        let headers = [header("content-type", "Content-Type"), header("content-location", FINAL_URI)];
        let headers = headers.into_iter().flatten().collect();
        let status = head.get(STATUS)?.parse().ok()?;
        Some(Response { version: "HTTP/1.1", status, headers, payload, end: end(&head), peer: None })
    }

    fn record(&self, entry: &Entry) -> Option<(Head, Vec<u8>)> {
        read_at(&self.containers[entry.container], entry.place, MAX_BLOCK).ok()
    }
}

/// How the payload of a record ended.
fn end(head: &Head) -> PayloadEnd {
    match head.get(TRUNCATED) {
        None if head.length().is_ok_and(|length| length <= MAX_BLOCK) => PayloadEnd::Whole,
        None | Some("length") => PayloadEnd::AtCap,
        Some("time") => PayloadEnd::AtDeadline,
        Some(_) => PayloadEnd::Early,
    }
}

fn to_http_date(at: Timestamp) -> String {
    at.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// The address as a client would send it: parsed and without its fragment.
fn exact_key(url: &str) -> String {
    let Ok(mut parsed) = Url::parse(url) else { return url.to_owned() };
    parsed.set_fragment(None);
    parsed.into()
}

/// One key for the spellings of a page.
fn loose_key(url: &str) -> String {
    Url::parse(url).map_or_else(|_| url.to_owned(), |url| key(&url).to_string())
}

#[cfg(test)]
#[path = "replay_tests.rs"]
mod tests;
