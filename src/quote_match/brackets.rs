//! Whose the words in brackets are: the writer's, or those of the page, which has brackets there itself.

use std::ops::Range;

use super::align::{Step, StepKind};
use super::edited::{Chain, pieces};
use super::exact::{End, occurrences};
use super::fold::Folded;
use super::marks::{BRACKETS, Gap, Unmarked, begins_with_bracket, ends_in_bracket, has_bracket, has_words};
use crate::span::floor_char_boundary;

/// Bytes around a passage in which a bracket of the page belongs to it: the longest that is read as one.
const BRACKET_REACH: usize = 200;

/// Whether the page itself has words in brackets where the quote has some: between its pieces, or beside its first or last
/// piece at any place of the page.
pub(super) fn are_of_page(page: &Folded<'_>, quote: &Unmarked<'_>, chain: &Chain) -> bool {
    let original = page.original;
    let last = quote.folded.words.len();
    let replaced = |at: usize| quote.gaps.iter().any(|(gap, kind)| *gap == at && matches!(kind, Gap::Replaced(_)));
    // The quote's own bracket may stand there, beside the numbers of notes that it leaves out and no words.
    let others = |between: &str, at: usize| match quote.gaps.iter().find(|(gap, _)| *gap == at) {
        Some((_, Gap::Replaced(words))) => match bracketed(words).find_map(|own| between.split_once(&*own)) {
            Some((before, behind)) => [before, behind].into_iter().any(has_words),
            None => has_bracket(between),
        },
        _ => false,
    };
    let inner = |step: &Step| {
        let start = step.page.start.checked_sub(1).map_or(0, |index| page.span(index..index + 1).end);
        let end = page.start_of(step.page.end);
        step.kind == StepKind::Gap && others(&original[start..end.max(start)], step.quote.start)
    };
    let beside = |piece: Option<&Range<usize>>, is: &dyn Fn(&Range<usize>) -> bool| {
        let piece = piece.map_or("", |piece| quote.folded.folded(piece.clone()));
        occurrences(page, piece, End::Word).iter().any(is)
    };
    let reach = |at: usize| floor_char_boundary(original, at);
    let before = |words: &Range<usize>| {
        let start = page.span(words.clone()).start;
        ends_in_bracket(&original[reach(start.saturating_sub(BRACKET_REACH))..start])
    };
    let after = |words: &Range<usize>| {
        let end = page.span(words.clone()).end;
        begins_with_bracket(&original[end..reach(end + BRACKET_REACH).max(end)])
    };
    let own = |at: usize| match quote.gap(at) {
        Some(Gap::Replaced(words)) => Some(bracketed(words)),
        _ => None,
    };
    let passage = page.span(chain.words.clone());
    let led = sentence_before(&original[reach(passage.start.saturating_sub(BRACKET_REACH))..passage.start]);
    let followed = sentence_behind(&original[passage.end..reach(passage.end + BRACKET_REACH).max(passage.end)]);
    let far_before = own(0)
        .is_some_and(|mut own| own.any(|own| led.rsplit_once(&*own).is_some_and(|(_, between)| has_words(between))));
    let far_behind = own(last).is_some_and(|mut own| {
        own.any(|own| followed.split_once(&*own).is_some_and(|(between, _)| has_words(between)))
    });
    let pieces = pieces(quote);
    far_before
        || far_behind
        || replaced(0) && beside(pieces.first(), &before)
        || replaced(last) && beside(pieces.last(), &after)
        || chain.steps.iter().any(inner)
}

/// Words in each sort of brackets in which a writer puts his own.
fn bracketed(words: &str) -> impl Iterator<Item = String> {
    BRACKETS.iter().map(move |(open, close)| format!("{open}{words}{close}"))
}

/// What of `text` belongs to the sentence at its end.
fn sentence_before(text: &str) -> &str {
    text.rfind(['.', '!', '?', '\n']).map_or(text, |end| &text[end + 1..])
}

/// What of `text` belongs to the sentence at its beginning.
fn sentence_behind(text: &str) -> &str {
    text.find(['.', '!', '?', '\n']).map_or(text, |end| &text[..end])
}
