//! The search, tier by tier: exact, between the writer's marks, item by item, by likeness.

use std::cmp::Reverse;
use std::ops::Range;

use super::align::{Passage, Step, StepKind, same_letters};
use super::edited::{best_chain, pieces};
use super::edits::diff;
use super::exact::{End, occurrences, with_whole_numbers};
use super::fold::Folded;
use super::fuzzy::Closeness;
use super::likeness::{Likeness, compare};
use super::marks::{Marked, References, Unmarked, has_reference, marks_in};
use super::{Change, Difference, FoldedPage, FoldedText, Hit, MatchClass, QuoteMatch, fragment, fuzzy, parts};
use crate::citation::QuoteKind;
use crate::page::TextName;
use crate::span::{Span, floor_char_boundary};

/// Characters of context on each side of a passage, as the reports show it.
const CONTEXT: usize = 80;

/// Occurrences that are compared character by character; the first of them that is verbatim ends the search.
const MAX_COMPARED: usize = 2_000;

/// Bytes around a passage in which an ellipsis of the page belongs to it.
const MARK_REACH: usize = 8;

/// A passage in one of the texts.
struct Found<'p> {
    text: &'p FoldedText<'p>,
    class: MatchClass,
    similarity: f64,
    words: Range<usize>,
    span: Span,
    occurrences: usize,
    diff: Vec<Change>,
}

/// The quote as it stands, and without its writer's marks where it has any.
struct Wanted<'q> {
    quote: &'q str,
    kind: QuoteKind,
    plain: Unmarked<'q>,
    marked: Vec<Unmarked<'q>>,
}

/// The best passage for `quote` on `page`.
pub(super) fn find(page: &FoldedPage<'_>, quote: &str, kind: QuoteKind) -> QuoteMatch {
    let texts = &page.texts;
    let marked = Marked::readings(quote);
    let wanted = Wanted {
        quote,
        kind,
        plain: Unmarked::plain(quote),
        marked: marked.iter().map(Marked::fold).filter(|unmarked| !pieces(unmarked).is_empty()).collect(),
    };
    let mut best: Option<Found<'_>> = None;
    for text in texts {
        best = better(best, as_quoted(text, &wanted));
        if best.as_ref().is_some_and(|best| best.class == MatchClass::Verbatim && best.text.name.is_shown()) {
            break;
        }
    }
    if best.is_none() {
        best = texts.iter().fold(None, |best, text| better(best, closest(text, &wanted)));
    }
    best.map_or_else(
        || QuoteMatch { class: MatchClass::Absent, similarity: 0.0, hit: None, diff: Vec::new() },
        |best| best.into_match(page),
    )
}

/// The better of two; the first of equals. Among sound passages one that a reader sees wins, then the better class; among
/// others the better class, then the closer.
fn better<'p>(one: Option<Found<'p>>, other: Option<Found<'p>>) -> Option<Found<'p>> {
    let (Some(first), Some(second)) = (&one, &other) else { return one.or(other) };
    let rank = |found: &Found<'_>| {
        let sound = found.class.is_sound();
        let closeness = if sound { 0 } else { thousandths(found.similarity) };
        (!sound, sound && !found.text.name.is_shown(), found.class, Reverse(closeness))
    };
    if rank(first) <= rank(second) { one } else { other }
}

/// All but the last tier: the words as they are quoted.
fn as_quoted<'p>(text: &'p FoldedText<'p>, wanted: &Wanted<'_>) -> Option<Found<'p>> {
    if wanted.plain.folded.words.is_empty() {
        return without_letters(text, wanted.quote);
    }
    let mut best = literal(text, wanted);
    for unmarked in &wanted.marked {
        if best.as_ref().is_some_and(|best| best.class <= MatchClass::Edited) {
            break;
        }
        best = better(best, edited(text, unmarked));
    }
    if wanted.kind == QuoteKind::List && best.as_ref().is_none_or(|best| !best.class.is_sound()) {
        let words = parts::find(&text.folded, wanted.quote);
        best = better(best, words.map(|words| Found::new(text, MatchClass::Parts, words)));
    }
    best
}

/// A quote of signs only can only be found as it is.
fn without_letters<'p>(text: &'p FoldedText<'p>, quote: &str) -> Option<Found<'p>> {
    let quote = quote.trim();
    let at = text.folded.original.find(quote).filter(|_| !quote.is_empty())?;
    let words = text.folded.words_before(at)..text.folded.words_before(at);
    let span = Span::new(at, at + quote.len());
    let occurrences = text.folded.original.matches(quote).count();
    Some(Found { span, occurrences, ..Found::new(text, MatchClass::Verbatim, words) })
}

fn literal<'p>(text: &'p FoldedText<'p>, wanted: &Wanted<'_>) -> Option<Found<'p>> {
    let quote = Passage { folded: &wanted.plain.folded, words: wanted.plain.folded.all() };
    let mut places = occurrences(&text.folded, &wanted.plain.folded.text, End::Word);
    // What stands in the text of the page counts before what stands around it.
    if !text.margins.is_empty() {
        places.sort_by_key(|words| text.is_in_margin(text.folded.span(words.clone())));
    }
    let mut best: Option<Found<'p>> = None;
    for words in places.iter().take(MAX_COMPARED) {
        let whole = with_whole_numbers(&text.folded, words);
        let found = if whole == *words {
            as_written(text, &quote, words.clone())
        } else {
            cut_number(text, &quote, words, whole)
        };
        let found = Found { occurrences: places.len(), ..found };
        let done = found.class == MatchClass::Verbatim;
        best = better(best, Some(found));
        if done {
            break;
        }
    }
    best
}

/// A passage with the letters of the quote whose first or last number is part of a larger one on the page.
fn cut_number<'p>(
    text: &'p FoldedText<'p>,
    quote: &Passage<'_, '_>,
    words: &Range<usize>,
    whole: Range<usize>,
) -> Found<'p> {
    let lone = |at: usize, page: Range<usize>| Step { kind: StepKind::Changed, quote: at..at, page };
    let mut steps = same_letters(quote, &Passage { folded: &text.folded, words: words.clone() });
    steps.insert(0, lone(quote.words.start, whole.start..words.start));
    steps.push(lone(quote.words.end, words.end..whole.end));
    let page = Passage { folded: &text.folded, words: whole.clone() };
    let diff = diff(quote, &page, &steps, &[]);
    Found { diff, ..Found::new(text, MatchClass::Altered(Difference::Critical), whole) }
}

/// A passage with the letters of the quote, compared as both are written.
fn as_written<'p>(text: &'p FoldedText<'p>, quote: &Passage<'_, '_>, words: Range<usize>) -> Found<'p> {
    let page = Passage { folded: &text.folded, words: words.clone() };
    match compare(quote, &page) {
        Likeness::Verbatim(span) => Found { span, ..Found::new(text, MatchClass::Verbatim, words) },
        Likeness::Typographic(span) => {
            let marks = marks_in(quote.folded.original);
            let class = if marks > 0 && marks_in(around(text, &words, quote.folded)) < marks {
                MatchClass::Edited
            } else {
                MatchClass::Typographic
            };
            Found { span, ..Found::new(text, class, words) }
        }
        Likeness::Altered(difference, altered) => Found {
            diff: diff(quote, &page, &same_letters(quote, &page), &altered),
            ..Found::new(text, MatchClass::Altered(difference), words)
        },
    }
}

/// The passage, with what stands beside it where the quote has a mark at that edge.
fn around<'p>(text: &FoldedText<'p>, words: &Range<usize>, quote: &Folded<'_>) -> &'p str {
    let own = quote.span(quote.all());
    let reach = |edge: &str| if marks_in(edge) > 0 { MARK_REACH } else { 0 };
    with_margins(text, words, (reach(&quote.original[..own.start]), reach(&quote.original[own.end..])))
}

fn with_margins<'p>(text: &FoldedText<'p>, words: &Range<usize>, (before, after): (usize, usize)) -> &'p str {
    let (original, span) = (text.folded.original, text.folded.span(words.clone()));
    let start = floor_char_boundary(original, span.start.saturating_sub(before));
    let end = floor_char_boundary(original, span.end + after);
    &original[start..end.max(span.end)]
}

fn edited<'p>(text: &'p FoldedText<'p>, quote: &Unmarked<'_>) -> Option<Found<'p>> {
    let chain = best_chain(&text.folded, quote)?;
    // A page that numbers its references is held to the numbers.
    if quote.references == References::Dropped && has_reference(with_margins(text, &chain.words, (0, MARK_REACH))) {
        return None;
    }
    let Some(difference) = chain.difference else {
        return Some(Found::new(text, MatchClass::Edited, chain.words));
    };
    let whole = Passage { folded: &quote.folded, words: quote.folded.all() };
    let page = Passage { folded: &text.folded, words: chain.words.clone() };
    let diff = diff(&whole, &page, &chain.steps, &chain.altered);
    Some(Found { diff, ..Found::new(text, MatchClass::Altered(difference), chain.words) })
}

/// The passage that comes closest.
fn closest<'p>(text: &'p FoldedText<'p>, wanted: &Wanted<'_>) -> Option<Found<'p>> {
    let literal = wanted.marked.iter().find(|reading| reading.references == References::Kept);
    let quote = literal.unwrap_or(&wanted.plain);
    if quote.folded.words.is_empty() || text.folded.words.is_empty() {
        return None;
    }
    let near = fuzzy::nearest(&text.folded, text.index(), quote)?;
    let class = match near.closeness {
        Closeness::Same if quote.gaps.is_empty() => MatchClass::Typographic,
        Closeness::Same => MatchClass::Edited,
        Closeness::Altered(difference) => MatchClass::Altered(difference),
        Closeness::Far => MatchClass::Absent,
    };
    if near.closeness == Closeness::Same {
        return Some(Found { similarity: near.similarity, ..Found::new(text, class, near.words) });
    }
    let whole = Passage { folded: &quote.folded, words: quote.folded.all() };
    let page = Passage { folded: &text.folded, words: near.words.clone() };
    let diff = diff(&whole, &page, &near.steps, &near.altered);
    Some(Found { similarity: near.similarity, diff, ..Found::new(text, class, near.words) })
}

impl<'p> Found<'p> {
    fn new(text: &'p FoldedText<'p>, class: MatchClass, words: Range<usize>) -> Self {
        let span = text.folded.span(words.clone());
        Self { text, class, similarity: 1.0, words, span, occurrences: 1, diff: Vec::new() }
    }

    fn into_match(self, page: &FoldedPage<'_>) -> QuoteMatch {
        let folded = &self.text.folded;
        let start = folded.original[..self.span.start].chars().count();
        let matched = folded.original[self.span.range()].to_owned();
        let fragment = match self.text.name {
            _ if self.class == MatchClass::Absent => None,
            TextName::Visible => page.view().and_then(|view| fragment::of(view, self.words)),
            // A browser sees the note marks.
            TextName::NoMarks => page.view().and_then(|view| {
                let words = fragment::with_marks(view.text, folded, &self.words)?;
                fragment::of(view, words)
            }),
            TextName::Hidden | TextName::Structured | TextName::Meta | TextName::Pdf | TextName::Script => None,
        };
        let hit = Hit {
            text: self.text.name,
            span: self.span,
            chars: Span::new(start, start + matched.chars().count()),
            matched,
            before: before(folded, self.span.start),
            after: after(folded, self.span.end),
            occurrences: self.occurrences,
            in_margin: self.text.is_in_margin(self.span),
            fragment,
        };
        QuoteMatch { class: self.class, similarity: self.similarity, hit: Some(hit), diff: self.diff }
    }
}

/// Up to [`CONTEXT`] characters before `at`, from the beginning of a word where there is one.
fn before(folded: &Folded<'_>, at: usize) -> String {
    let text = &folded.original[..at];
    let start = text.char_indices().rev().take(CONTEXT).last().map_or(at, |(at, _)| at);
    let cut = &text[start..];
    let in_a_word = start > 0 && !text[..start].ends_with(char::is_whitespace);
    let whole = if in_a_word { cut.find(char::is_whitespace).map(|word| &cut[word..]) } else { None };
    whole.unwrap_or(cut).to_owned()
}

/// The same after `at`, to the end of a word.
fn after(folded: &Folded<'_>, at: usize) -> String {
    let text = &folded.original[at..];
    let end = text.char_indices().nth(CONTEXT).map_or(text.len(), |(end, _)| end);
    let cut = &text[..end];
    let in_a_word = end < text.len() && !text[end..].starts_with(char::is_whitespace);
    let whole = if in_a_word { cut.rfind(char::is_whitespace).map(|word| &cut[..word]) } else { None };
    whole.unwrap_or(cut).to_owned()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a likeness lies between 0 and 1")]
fn thousandths(similarity: f64) -> u32 {
    (similarity * 1000.0).round() as u32
}
