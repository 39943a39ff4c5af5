//! Lists of references that a heading of light markup names: what stands under it, and the label of each entry.

use std::ops::Range;

use crate::document::list::heading::{Named, names_references};
use crate::document::list::label::{self, Family};
use crate::document::list::remark;
use crate::document::list::spoken::quotes_somebody;

/// What a line under a heading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document) enum Part {
    Heading,
    /// The first line of an item.
    Item,
    /// A line of a paragraph, or one that goes on with an item.
    Words,
    /// A blank line, or what is none of the list.
    Other,
}

/// Lines that are looked at to know what stands under a heading.
const MOST_LINES: usize = 400;

/// Whether what stands under a heading is a list of sources; the lines are those behind it.
pub(in crate::document) fn are_sources<'t>(heading: &str, lines: impl Iterator<Item = (Part, &'t str)>) -> bool {
    let Some(named) = names_references(heading) else { return false };
    let (mut entries, mut open) = (Vec::<(Part, String)>::new(), false);
    for (part, line) in lines.take_while(|(part, _)| *part != Part::Heading).take(MOST_LINES) {
        match entries.last_mut().filter(|_| open && part == Part::Words && label_of(line).is_none()) {
            Some((_, words)) => words.extend([" ", line]),
            None if part != Part::Other => entries.push((part, line.to_owned())),
            None => {}
        }
        open = part != Part::Other;
    }
    let is_sure = |(part, words): &(Part, String)| match (part, named) {
        (Part::Words, Named::Perhaps) if label_of(words).is_none() => remark::tells_surely(words),
        _ => remark::tells(words),
    };
    let is_spoken = |words: &str| named == Named::Perhaps && label_of(words).is_none() && is_spoken(words);
    let prose = entries.iter().filter(|(_, words)| remark::is_prose(words)).count();
    let spoken = entries.iter().filter(|(_, words)| is_spoken(words)).count();
    let is_entry = |words: &str| !remark::is_prose(words) && !is_spoken(words);
    let telling = entries.iter().filter(|entry| is_entry(&entry.1) && is_sure(entry)).count();
    prose * 2 <= entries.len() && telling > spoken && (named == Named::Surely || telling * 2 >= entries.len())
}

/// Whether words with their markup are a sentence that quotes somebody, and do not begin with their source.
fn is_spoken(words: &str) -> bool {
    let bullet = label::prefix(words).filter(|prefix| prefix.family == Family::Bullet);
    let words = &words[bullet.map_or(0, |bullet| bullet.len)..];
    !words.starts_with(['[', '`', '<'])
        && !words.starts_with("http")
        && !words.starts_with("link:")
        && quotes_somebody(words)
}

/// The label that the words of an entry begin with, and its bytes.
pub(in crate::document) fn label_of(words: &str) -> Option<(Option<String>, usize)> {
    let prefix = label::prefix(words).filter(|prefix| !matches!(prefix.family, Family::Digits | Family::Bullet));
    prefix.map(|prefix| (prefix.label, prefix.len))
}

/// The number that the mark of an item shows, `3.`, `(3)`.
pub(in crate::document) fn number_of(mark: &str) -> Option<String> {
    let digits: String = mark.chars().filter(char::is_ascii_digit).collect();
    (!digits.is_empty()).then_some(digits)
}

/// The entries of a paragraph under such a heading: one for each of its lines that begins with a label, else all of it; none
/// where it only says something about the list.
pub(in crate::document) fn of_paragraph(text: &str, pieces: &[Range<usize>]) -> Vec<Vec<Range<usize>>> {
    let labelled = |piece: &Range<usize>| label_of(&text[piece.clone()]).is_some();
    let mut entries: Vec<Vec<Range<usize>>> = Vec::new();
    for piece in pieces {
        match entries.last_mut().filter(|_| !labelled(piece)) {
            Some(entry) => entry.push(piece.clone()),
            None => entries.push(vec![piece.clone()]),
        }
    }
    if !pieces.first().is_some_and(labelled) {
        let words: Vec<&str> = pieces.iter().map(|piece| &text[piece.clone()]).collect();
        let words = words.join(" ");
        if remark::is_prose(&words) || remark::is_remark(&words) || !remark::tells(&words) {
            return Vec::new();
        }
    }
    entries
}
