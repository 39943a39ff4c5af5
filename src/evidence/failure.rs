//! A request that got no answer, as a `metadata` record tells of it.
//!
//! Its target is not the page's address: a web archive would serve the note in the page's place.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};

use super::link::NO_ANSWER;
use crate::observation::NoAnswer;

#[derive(Serialize, Deserialize)]
struct Note {
    schema: String,
    url: String,
    no_answer: NoAnswer,
}

const SCHEMA: &str = "citewatch.no-answer/1";

/// The target of the record.
pub(super) fn target(url: &str) -> String {
    format!("{NO_ANSWER}{}", utf8_percent_encode(url, NON_ALPHANUMERIC))
}

/// The block of the record.
pub(super) fn write(url: &str, no_answer: &NoAnswer) -> Vec<u8> {
    let note = Note { schema: SCHEMA.to_owned(), url: url.to_owned(), no_answer: no_answer.clone() };
    serde_json::to_vec(&note).expect("strings and numbers are JSON")
}

/// What the block says.
pub(super) fn read(block: &[u8]) -> Option<NoAnswer> {
    let note: Note = serde_json::from_slice(block).ok()?;
    (note.schema == SCHEMA).then_some(note.no_answer)
}
