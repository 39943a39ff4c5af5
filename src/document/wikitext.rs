//! Wikitext: notes between `<ref>` tags, citation templates, short notes, external links.
//!
//! The reader is our own: of the libraries there are, `parse-wiki-text-2` takes more than 20 seconds for 10 KB of `{{`
//! and leaves words out before `<nowiki>`; this one is linear, and what is not closed is text.

mod aside;
mod call;
mod cite;
mod elsewhere;
mod field;
mod inline;
mod names;
mod notes;
mod parameters;
mod picture;
mod quotations;
mod shorts;
mod shown;
mod spaces;
mod tags;
mod tally;
mod template;
mod token;
mod writer;
mod written;

pub(crate) use written::{Parameter, Says, Template, Templates};

use crate::date::{self, DayMonth};
use crate::span::Lines;

use super::draft::Draft;
use super::{Document, Format};

pub(super) use tally::tally;
use writer::Writer;

/// Reads wikitext.
pub(super) fn read(text: &str, lines: &Lines<'_>) -> Document {
    let mut draft = Draft::new(Format::Wikitext, text, lines, order(text));
    let tokens = token::tokens(text);
    let mut writer = Writer::new(&mut draft, &tokens);
    writer.page();
    notes::add(&mut writer);
    draft.finish(None)
}

/// What the page says of its dates, else what most of them show.
fn order(text: &str) -> DayMonth {
    let says = |words: &str| {
        memchr::memmem::find(text.as_bytes(), words.as_bytes()).is_some()
            || memchr::memmem::find(text.as_bytes(), words.to_lowercase().as_bytes()).is_some()
    };
    if says("{{Use dmy dates") {
        DayMonth::DayFirst
    } else if says("{{Use mdy dates") {
        DayMonth::MonthFirst
    } else {
        date::majority(text)
    }
}

#[cfg(test)]
mod languages_tests;
#[cfg(test)]
mod shorts_tests;
#[cfg(test)]
mod sources_tests;
#[cfg(test)]
mod tests;
