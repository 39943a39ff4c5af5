//! Reads what a look gave, and goes on where the page has nothing to read and sends its reader to another one.

use crate::fetch::{Body, Fetcher, Look};
use crate::observation::{BodyEnd, Observation};
use crate::page;
use crate::reader::{self, Bytes, Passage, Reader, Reading};

/// A larger page is read and not left: it is no page with nothing to read, and its bytes are still held as evidence.
const MOST: u64 = 256 * 1024;

/// Reads the body that a look ended with, where there is one, and holds it against the passages. The look is then that
/// of the page that was read.
pub(crate) async fn read(
    fetcher: Option<&Fetcher>,
    reader: &Reader,
    look: &mut Look,
    words: &[Passage],
) -> Option<Reading> {
    loop {
        let body = look.body.take();
        let reading = match bytes(&look.observation, body) {
            Some(bytes) => Some(said_by_the_header(&look.observation, reader.read(bytes, words.to_vec()).await)),
            None => None,
        };
        let to = onward(&look.observation, reading.as_ref()).map(str::to_owned);
        let (Some(fetcher), Some(to)) = (fetcher, to) else { return reading };
        if !fetcher.send_on(look, &to).await {
            return reading;
        }
    }
}

/// Adds what a `Refresh` header says, which goes before what stands in the page, as in browsers.
fn said_by_the_header(observation: &Observation, mut reading: Reading) -> Reading {
    if let Some(to) = header(observation) {
        reading.page.refresh = Some(to.to_owned());
    }
    reading
}

fn header(observation: &Observation) -> Option<&str> {
    observation.answer()?.header("refresh").and_then(page::sent_on_by)
}

/// Where a page sends its reader that says nothing else. One that has a quote is the page that was cited; 204 and 205
/// have no page, and a body that nobody could read may be one.
fn onward<'a>(observation: &'a Observation, reading: Option<&'a Reading>) -> Option<&'a str> {
    let answer = observation.answer()?;
    let is_page = (200..300).contains(&answer.status) && !matches!(answer.status, 204 | 205);
    if !is_page || answer.body != BodyEnd::Whole || answer.bytes > MOST {
        return None;
    }
    match reading {
        Some(reading) if reading.matches.iter().any(crate::run::work::proves_life) => None,
        Some(reading) => reading.page.leads_to(),
        None => header(observation).filter(|_| answer.bytes == 0),
    }
}

/// The body of an answer that can be read: any status, since a page that says "not found" may hold the quote all the same.
fn bytes(observation: &Observation, body: Option<Body>) -> Option<Bytes> {
    let answer = observation.answer()?;
    let undecodable = matches!(answer.body, BodyEnd::Undecodable(_));
    let body = body.filter(|body| !body.bytes.is_empty() && !undecodable)?;
    Some(Bytes {
        body: reader::Body::Fetched(body),
        content_type: answer.content_type.clone(),
        url: answer.final_url.clone(),
        cut: answer.body != BodyEnd::Whole || answer.is_partial(),
    })
}
