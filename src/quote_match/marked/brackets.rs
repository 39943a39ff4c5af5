//! Whose the words in brackets are: the writer's, or those of the page, which has brackets there itself.

use std::ops::Range;

use super::edited::{Chain, pieces};
use crate::quote_match::exact::{End, occurrences};
use crate::quote_match::folding::align::{Step, StepKind};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::marks::{
    BRACKETS, Gap, Unmarked, begins_with_bracket, ends_in_bracket, has_bracket, has_words,
};
use crate::span::floor_char_boundary;

/// Bytes around a passage in which a bracket of the page belongs to it: the longest that is read as one.
const BRACKET_REACH: usize = 200;

/// Whether the page itself has words in brackets where the quote has some: between its pieces, or beside its first or last
/// piece at any place of the page.
pub(crate) fn are_of_page(page: &Folded<'_>, quote: &Unmarked<'_>, chain: &Chain) -> bool {
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
        let start = step.page.start.checked_sub(1).map_or(0, |index| page.span(index..index + 1).end());
        let end = page.start_of(step.page.end);
        let between = without_own(&original[start..end.max(start)], quote, step.quote.start);
        step.kind == StepKind::Gap && others(between, step.quote.start)
    };
    let beside = |piece: Option<&Range<usize>>, is: &dyn Fn(&Range<usize>) -> bool| {
        let piece = piece.map_or("", |piece| quote.folded.folded(piece.clone()));
        occurrences(page, piece, End::Word).iter().any(is)
    };
    let reach = |at: usize| floor_char_boundary(original, at);
    let before = |words: &Range<usize>| {
        let start = page.span(words.clone()).start();
        let text = original[reach(start.saturating_sub(BRACKET_REACH))..start].trim_end();
        // What the quote has between its bracket and its words: `[1st ed.], 1901`.
        let own = quote.folded.original[..quote.folded.start_of(0)].trim();
        ends_in_bracket(text.strip_suffix(own).unwrap_or(text))
    };
    let after = |words: &Range<usize>| {
        let end = page.span(words.clone()).end();
        begins_with_bracket(&original[end..reach(end + BRACKET_REACH).max(end)])
    };
    let own = |at: usize| match quote.gap(at) {
        Some(Gap::Replaced(words)) => Some(bracketed(words)),
        _ => None,
    };
    let passage = page.span(chain.words.clone());
    let led = sentence_before(&original[reach(passage.start().saturating_sub(BRACKET_REACH))..passage.start()]);
    let followed = sentence_behind(&original[passage.end()..reach(passage.end() + BRACKET_REACH).max(passage.end())]);
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

/// What stands between two words of the page, without the edge of a bracket that the quote has there before its own.
fn without_own<'t>(between: &'t str, quote: &Unmarked<'_>, at: usize) -> &'t str {
    let own = at.checked_sub(1).filter(|&before| before + 1 < quote.folded.words.len());
    let own = own.map_or("", |before| quote.folded.between(before).trim());
    if own.is_empty() { between } else { between.trim_start().strip_prefix(own).unwrap_or(between) }
}

/// Whether the dots before a piece are the page's own, before each item of a list, and no ellipsis of the quote's.
pub(crate) fn has_own_dots(page: &Folded<'_>, quoted: &str, chain: &Chain) -> bool {
    const DOTS: [&str; 2] = ["...", "…"];
    let own = |step: &Step| {
        let next = step.page.end;
        let (text, word) = (&page.original[..page.start_of(next)], page.written(next..next + 1));
        let begins_line = |before: &str| before.trim_end_matches([' ', '\u{a0}']).ends_with('\n');
        DOTS.iter().any(|dots| text.strip_suffix(dots).is_some_and(begins_line))
            && DOTS.iter().any(|dots| quoted.contains(&format!("{dots}{word}")))
    };
    chain.steps.iter().any(|step| step.kind == StepKind::Gap && step.page.end < page.words.len() && own(step))
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
