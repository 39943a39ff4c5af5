//! What Korean writes on to a word and a quote of it ends before: `정부는`, `않겠다고` in quotes of `정부` and `않겠다`; and what Hebrew and
//! Arabic write on to the word that a quote begins with.

use std::ops::Range;

use super::tiers::Found;
use crate::quote_match::exact::{End, occurrences, with_whole_numbers};
use crate::quote_match::folding::align::{Passage, Step, StepKind};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::marks::Unmarked;
use crate::quote_match::languages::denial::is_hangul;
use crate::quote_match::languages::language::Language::{self, Arabic, Hebrew};
use crate::quote_match::languages::language::are_told;
use crate::quote_match::languages::particles::{is_syllable, leads_on};
use crate::quote_match::weighing::likeness::{Likeness, compare};
use crate::quote_match::{FoldedText, MatchClass};
use crate::span::Span;

/// Syllables of the last word: those of one are the beginnings of many others.
const SHORTEST: usize = 2;

/// The first place where the words of the quote stand with a particle behind the last of them.
pub(crate) fn with_particle<'p>(text: &'p FoldedText<'p>, plain: &Unmarked<'_>) -> Option<Found<'p>> {
    let (quote, page) = (&plain.folded, &text.folded);
    let last = quote.words.len().checked_sub(1)?;
    let written = quote.written(last..last + 1);
    if !is_hangul(quote.word(last)) || written.chars().count() < SHORTEST || !written.chars().all(is_syllable) {
        return None;
    }
    let places = occurrences(page, &quote.text, End::Particle);
    let before = Passage { folded: quote, words: 0..last };
    let alike = |words: &Range<usize>| {
        let theirs = Passage { folded: page, words: words.start..words.end - 1 };
        let whole = with_whole_numbers(page, words) == *words;
        whole && (last == 0 || !matches!(compare(&before, &theirs), Likeness::Altered(..)))
    };
    let words = places.iter().find(|words| alike(words))?;
    let (span, word) = (page.span(words.clone()), page.written(words.end - 1..words.end));
    let ending = word.strip_prefix(written).filter(|ending| leads_on(written, ending))?;
    let span = Span::new(span.start(), span.end() - ending.len());
    let found = Found::new(text, MatchClass::Typographic, words.clone());
    Some(found.standing(span, places.len()))
}

/// Whether the page has an “and” or a “that” written on to the first word of the quote, as Hebrew and Arabic do: `שהחוק` for `החוק`.
pub(super) fn is_led_by_particle(quote: &Folded<'_>, page: &Folded<'_>, step: &Step) -> bool {
    const PARTICLES: [(Language, &[&str]); 2] = [(Hebrew, &["ו", "ש", "וש", "כש"]), (Arabic, &["و", "ف"])];
    if (step.kind, step.quote.len(), step.page.len()) != (StepKind::Changed, 1, 1) {
        return false;
    }
    let (word, whole) = (quote.word(step.quote.start), page.word(step.page.start));
    let led = |particle: &&str| whole.strip_prefix(*particle) == Some(word);
    let known =
        PARTICLES.iter().filter(|(language, _)| !are_told(page.languages) || page.languages & language.bit() != 0);
    word.chars().nth(1).is_some() && known.flat_map(|(_, particles)| *particles).any(led)
}
