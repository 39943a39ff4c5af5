//! Reads what a look gave, and goes on where the page has nothing to read and sends its reader to another one.

use crate::fetch::{Body, Fetcher, Look};
use crate::observation::{BodyEnd, Observation};
use crate::reader::{self, Bytes, Passage, Reader, Reading};

/// A larger page is read and not left: it is no page with nothing to read, and its bytes are still held as evidence.
const MOST: u64 = 256 * 1024;

/// Reads the body that a look ended with, where there is one, and holds it against the passages. The look is then that
/// of the page that was read.
pub(super) async fn read(
    fetcher: Option<&Fetcher>,
    reader: &Reader,
    look: &mut Look,
    words: &[Passage],
) -> Option<Reading> {
    loop {
        let body = look.body.take();
        let reading = reader.read(bytes(&look.observation, body)?, words.to_vec()).await;
        let to = onward(&look.observation, &reading).map(str::to_owned);
        let (Some(fetcher), Some(to)) = (fetcher, to) else { return Some(reading) };
        if !fetcher.send_on(look, &to).await {
            return Some(reading);
        }
    }
}

/// Where a page sends its reader that says nothing else. One that has a quote is the page that was cited.
fn onward<'a>(observation: &Observation, reading: &'a Reading) -> Option<&'a str> {
    let answer = observation.answer()?;
    let is_page = (200..300).contains(&answer.status) && answer.body == BodyEnd::Whole && answer.bytes <= MOST;
    let found = reading.matches.iter().any(super::judging::proves_life);
    reading.page.leads_to().filter(|_| is_page && !found)
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
