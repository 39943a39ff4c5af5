//! The rest of a note, which the foot of the next page has above the notes of its own.

use std::ops::Range;

use crate::document::draft::Draft;
use crate::document::entry::{self, EntryText, Link, Words};
use crate::document::list::remark::tells;
use crate::document::{BlockKind, Entry, Role};
use crate::locator::wrapped::WrappedUrl;
use crate::span::Span;

use super::layout::{Group, Kind, Line};
use super::list::{is_complete, lines_of};

/// Lines of the longest rest.
const MOST_LINES: usize = 4;

/// The rest of the note `last`, which breaks off, right before the line `at` where the next note begins; and its first line.
pub(super) fn before(lines: &[Line<'_>], at: usize, last: &Group) -> Option<(usize, Group)> {
    let breaks_off = lines_of(lines, last).last().is_some_and(|line| !is_complete(line));
    let number: usize = last.label.as_deref()?.parse().ok()?;
    let next = lines[at].words.split(|c: char| !c.is_ascii_digit()).next()?;
    let end = at - lines[..at].iter().rev().take_while(|line| line.is_blank()).take(1).count();
    let length = lines[..end].iter().rev().take(MOST_LINES + 1).take_while(|line| !line.is_blank()).count();
    let own = &lines[end - length..end];
    let words: Vec<&str> = own.iter().map(|line| line.words).collect();
    let words = words.join(" ");
    let held: Vec<&str> = lines_of(lines, last).iter().map(|line| line.words).collect();
    // It goes on within a title, or with a small letter; text that a note stands below does neither.
    let goes_on = words.starts_with(char::is_lowercase) || is_open(&held.join(" ")) && closes_first(&words);
    let is_rest = breaks_off && next.parse() == Ok(number + 1) && goes_on;
    Some((end - length, is_rest.then(|| made(own, last)).flatten()?))
}

/// The rest of the note `last`, which breaks off before line `end`, at the top of the next page; and the line behind it.
pub(super) fn atop(lines: &[Line<'_>], end: usize, last: &Group) -> Option<(usize, Group)> {
    let held: Vec<&str> = lines_of(lines, last).iter().map(|line| line.words).collect();
    let breaks_off = lines_of(lines, last).last().is_some_and(|line| !is_complete(line));
    let from = end + lines[end..].iter().take_while(|line| line.is_blank()).count();
    let length = lines[from..].iter().take(MOST_LINES + 1).take_while(|line| !line.is_blank()).count();
    let own = &lines[from..from + length];
    let words: Vec<&str> = own.iter().map(|line| line.words).collect();
    // The text of the page begins with a small letter as well, where a sentence goes on; a title goes on in a note only.
    let goes_on = is_open(&held.join(" ")) && closes_first(&words.join(" "));
    Some((from + length, (breaks_off && goes_on).then(|| made(own, last)).flatten()?))
}

/// The lines as the rest of a note, if they can be one.
fn made(own: &[Line<'_>], last: &Group) -> Option<Group> {
    let words: Vec<&str> = own.iter().map(|line| line.words).collect();
    let told = (1..=MOST_LINES).contains(&own.len()) && own.last().is_some_and(is_complete) && tells(&words.join(" "));
    let mut group = Group::new(Kind::Rest, own.first().filter(|_| told)?);
    group.lines.extend(own[1..].iter().map(|line| line.range.clone()));
    group.label.clone_from(&last.label);
    Some(group)
}

const OPENS: &[char] = &['“', '„', '«'];
const CLOSES: &[char] = &['”', '»'];

/// Whether the last quotation mark opens.
fn is_open(words: &str) -> bool {
    let straight = words.matches('"').count() % 2 == 1;
    straight || words.rfind(OPENS) > words.rfind(CLOSES)
}

/// Whether the first quotation mark closes.
fn closes_first(words: &str) -> bool {
    let first = |marks: &[char]| words.find(marks).unwrap_or(words.len());
    words.matches('"').count() % 2 == 1 || first(CLOSES) < first(OPENS)
}

/// Reads the note again with its rest, which is written at `range` of the prose.
pub(super) fn add(draft: &mut Draft<'_>, group: &Group, range: Range<usize>, urls: Vec<WrappedUrl>) {
    draft.block(BlockKind::Entry, range.clone(), None);
    let label = group.label.as_deref().unwrap_or_default();
    let is_first = |entry: &Entry| matches!(entry.role, Role::Listed { .. }) && entry.label == label;
    let Some(first) = draft.entries.iter().rposition(is_first) else { return };
    let Some(before) = draft.entries[first].range() else { return };
    let text = format!("{} {}", &draft.prose.text()[before.clone()], &draft.prose.text()[range.clone()]);
    let offset = before.len() + 1;
    let place_in = |place: &Range<usize>| {
        let to = |at: usize| if at >= offset { range.start + (at - offset) } else { before.start + at };
        to(place.start)..to(place.end).max(to(place.start))
    };
    let link = |url: WrappedUrl| {
        let place = draft.place_of(&url.pieces);
        let to = |at: usize| offset + at.saturating_sub(range.start);
        let spans = url.pieces.iter().map(|piece| Span::new(piece.start, piece.end)).collect();
        Link { range: to(place.start)..to(place.end), url: url.url, spans, words: Words::Address }
    };
    let links: Vec<Link> = urls.into_iter().map(link).collect();
    let links = entry::with_bare_addresses(&text, links, |inner| draft.prose.span(&place_in(inner)));
    let reading = entry::read(&EntryText { text: &text, links, emphasised: Vec::new(), order: draft.order });
    let like = draft.entries[first].clone();
    let mut sources = reading.sources.into_iter();
    let Some(source) = sources.next().filter(|_| like.source.url.is_none() && like.source.doi.is_none()) else {
        return;
    };
    draft.entries[first].source = source;
    draft.entries.extend(sources.map(|source| Entry { source, ..like.clone() }));
}
