//! A request that got no answer or was not made, as a `metadata` record tells of it.
//!
//! Its target is not the page's address: a web archive would serve the note in the page's place.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};

use super::link::NO_ANSWER;
use crate::observation::exchange::ExchangeAnswer;
use crate::observation::{NoAnswer, Skip};

#[derive(Serialize, Deserialize)]
struct Note {
    schema: String,
    url: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    no_answer: Option<NoAnswer>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    skipped: Option<Skip>,
}

const SCHEMA: &str = "citewatch.no-answer/1";

/// The target of the record.
pub(super) fn target(url: &str) -> String {
    format!("{NO_ANSWER}{}", utf8_percent_encode(url, NON_ALPHANUMERIC))
}

/// The block of a record that tells of a request without an answer.
pub(super) fn write(url: &str, no_answer: &NoAnswer) -> Vec<u8> {
    block(url, Some(no_answer.clone()), None)
}

/// The block of a record that tells of a request that was not made.
pub(super) fn write_skipped(url: &str, why: &Skip) -> Vec<u8> {
    block(url, None, Some(why.clone()))
}

fn block(url: &str, no_answer: Option<NoAnswer>, skipped: Option<Skip>) -> Vec<u8> {
    let note = Note { schema: SCHEMA.to_owned(), url: url.to_owned(), no_answer, skipped };
    serde_json::to_vec(&note).expect("strings and numbers are JSON")
}

/// What the block says.
pub(super) fn read(block: &[u8]) -> Option<ExchangeAnswer> {
    let note: Note = serde_json::from_slice(block).ok().filter(|note: &Note| note.schema == SCHEMA)?;
    note.no_answer.map(ExchangeAnswer::NoAnswer).or(note.skipped.map(ExchangeAnswer::Skipped))
}
