//! What speaks against taking the words of a page for a notice: what else stands on it, and where they stand.

use super::{CODE_FIRST, Sighting, Sightings, WHOLE_NOTICES};
use crate::page::Place;
use crate::page::signature::Class;
use crate::verdict::notices::Talk;

/// Signatures of the code of a page that is not there.
const CODES: [&str; 3] = ["code-alone", "code-line", "code-named"];
/// Signatures of what is made as an error page, whatever else stands on it.
const DESIGNS: [&str; 3] = ["code-alone", "called-an-error-page", "told-as-an-error-page"];
/// Signatures of the number alone, and of words of loss alone.
const NUMBERS: [&str; 8] = [
    "code-alone",
    "code-and-nothing",
    "code-first",
    "code-in-text",
    "code-line",
    "code-line-and-little",
    "code-named",
    "code-named-and-little",
];
const LOSSES: [&str; 5] = ["not-found-alone", "not-found-and-nothing", "explained", "oops", "oops-alone"];

impl Sightings {
    /// Whether all that speaks for a page that is not there is said of much else: the number of a bus or a year in a sentence, or
    /// words of loss on a page that tells of one. Its host can be asked.
    pub(super) fn is_said_otherwise(&self, talk: &Talk) -> bool {
        let only = |known: &[&str]| {
            let mut of = self.all.iter().filter(|seen| seen.class == Class::Soft404).peekable();
            of.peek().is_some() && of.all(|seen| known.contains(&seen.evidence.sign.as_str()))
        };
        let is_beside = talk.says_something() && self.has_heading && self.is_said_in_text_only();
        let is_told = talk.is_of_numbers() && only(&NUMBERS) || talk.tells_something() && only(&LOSSES);
        is_told || talk.says_much() && !self.has_design() || is_beside
    }

    /// Whether the page is made as an error page is: called one in its markup, or titled with the notice or the code alone.
    fn has_design(&self) -> bool {
        self.all.iter().any(|seen| {
            let sign = seen.evidence.sign.as_str();
            DESIGNS.contains(&sign) || sign == WHOLE_NOTICES[0] && seen.evidence.place == Place::Title
        })
    }

    /// Whether neither a title nor a heading nor a line says that the page is not there; the number alone does not.
    fn is_said_in_text_only(&self) -> bool {
        let mut of = self.all.iter().filter(|seen| seen.class == Class::Soft404);
        let lines = ["not-found-line", "code-line", "code-line-and-little"];
        of.all(|seen| {
            let sign = seen.evidence.sign.as_str();
            seen.evidence.place == Place::Text && !lines.contains(&sign) || sign == "code-in-text"
        })
    }

    /// Whether the code of a page that is not there is said as a whole, or in so many words.
    pub(super) fn says_code(&self) -> bool {
        let is_titled = |seen: &Sighting| {
            seen.evidence.sign == CODE_FIRST && matches!(seen.evidence.place, Place::Title | Place::Heading)
        };
        self.all.iter().any(|seen| CODES.contains(&seen.evidence.sign.as_str()) || is_titled(seen))
    }
}
