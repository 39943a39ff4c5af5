//! The words of a quote in another form of a text: with the marks of notes and powers as digits on the line, as who copies it
//! gets them, and without the marks that stand there.

use std::ops::Range;

use super::tiers::{Found, MAX_COMPARED};
use super::turned_start::with_turned_start;
use crate::quote_match::exact::{End, occurrences, with_whole_numbers};
use crate::quote_match::folding::align::Passage;
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::marks::{Unmarked, marks_in};
use crate::quote_match::languages::letters::raised;
use crate::quote_match::weighing::likeness::{Likeness, compare};
use crate::quote_match::weighing::notes;
use crate::quote_match::{FoldedText, MatchClass};

/// The words of the quote where the page has its numbers as marks of notes: who copied them got them on the line.
pub(crate) fn with_copied_marks<'p>(text: &'p FoldedText<'p>, plain: &Unmarked<'_>) -> Option<Found<'p>> {
    let copied = text.copied.as_ref().filter(|_| plain.folded.text.contains(|c: char| c.is_ascii_digit()))?;
    in_another_form(text, copied, plain).or_else(|| {
        let parted = notes::parted_from_years(plain.folded.original)?;
        in_another_form(text, copied, &Unmarked::plain(&parted, plain.folded.languages))
    })
}

/// The words of the quote where the text has marks of notes on the line between them.
pub(crate) fn without_marks<'p>(text: &'p FoldedText<'p>, plain: &Unmarked<'_>) -> Option<Found<'p>> {
    // Brackets of the quote's own are held to those of the page.
    let unnoted = text.unnoted.as_ref().filter(|_| marks_in(plain.folded.original) == 0)?;
    in_another_form(text, unnoted, plain)
}

/// The words of the quote in another form of `text`.
fn in_another_form<'p>(text: &'p FoldedText<'p>, form: &Folded<'p>, plain: &Unmarked<'_>) -> Option<Found<'p>> {
    let is_sound = |words: &Range<usize>| {
        let page = Passage { folded: form, words: words.clone() };
        with_turned_start(form, plain, with_whole_numbers(form, words)) == *words
            && has_powers(&plain.folded, &page)
            && !matches!(compare(&plain.passage(), &page), Likeness::Altered(..))
    };
    let places = occurrences(form, &plain.folded.text, End::Word);
    let span = form.span(places.iter().take(MAX_COMPARED).find(|words| is_sound(words))?.clone());
    let words = text.folded.words_before(span.start())..text.folded.words_before(span.end());
    Some(Found::new(text, MatchClass::Typographic, words).standing(span, places.len()))
}

/// Whether the powers of the page are the quote's, on the line: `10⁻⁵` as `10-5` or `10^-5`, and `10⁵` as `10^5`.
fn has_powers(quote: &Folded<'_>, page: &Passage<'_, '_>) -> bool {
    let minus = |text: &str| text.contains(['-', '−', '–', '⁻']);
    let is_power = |index: usize| {
        let digit = page.folded.word(index - 1).ends_with(|c: char| c.is_ascii_digit());
        digit && page.folded.between(index - 1).is_empty() && raised_at(page.folded, index)
    };
    (page.words.start + 1..page.words.end).filter(|&index| is_power(index)).all(|index| {
        let own = index - page.words.start;
        let between = if own < quote.words.len() { quote.between(own - 1) } else { "" };
        let negative = page.folded.written(index..index + 1).starts_with('⁻');
        quote.words.len() == page.words.len() && (between.contains('^') || negative) && minus(between) == negative
    })
}

fn raised_at(page: &Folded<'_>, index: usize) -> bool {
    page.written(index..index + 1).starts_with(|c| raised(c).is_some())
}
