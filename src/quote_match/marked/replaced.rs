//! Words in brackets that stand for others of the page: a name for a pronoun says the same, a word of content in place of
//! another may not.

use std::ops::Range;

use crate::quote_match::folding::align::{Step, StepKind};
use crate::quote_match::folding::fold::{Folded, Spaces};
use crate::quote_match::folding::marks::{Gap, Unmarked};
use crate::quote_match::folding::words::{is_function, is_pronoun, is_role};
use crate::quote_match::languages::inflection::are_forms;
use crate::quote_match::languages::two_parts::EACH_OTHER;
use crate::quote_match::weighing::opposites::are_opposites;

/// Words in brackets, and words that they stand for, up to which one stands for another; more of them tell of something.
const FEW: usize = 3;

/// Whether a word in brackets says the opposite of one of `words`, for which the brackets stand.
pub(crate) fn turns_round(page: &Folded<'_>, words: &Range<usize>, with: &Folded<'_>) -> bool {
    if words.len() > FEW || with.words.len() > FEW {
        return false;
    }
    let both = |own: usize| words.clone().any(|index| page.word(index) == with.word(own));
    with.all().filter(|&own| !both(own)).any(|own| {
        let opposite = |index: usize| are_opposites(with.word(own), page.word(index), page.languages);
        words.clone().any(|index| opposite(index) && !with.all().any(|own| with.word(own) == page.word(index)))
    })
}

/// Whether brackets stand for an `each other` that begins at word `at`, and name somebody.
pub(crate) fn names_one_of_both(page: &Folded<'_>, at: usize, with: &Folded<'_>) -> bool {
    let own =
        |length: usize| with.all().any(|index| (at..at + length).any(|theirs| page.word(theirs) == with.word(index)));
    EACH_OTHER.at(page, at).is_some_and(|length| !own(length)) && EACH_OTHER.at(with, 0).is_none()
}

/// The steps of `steps` at which brackets have a word of content in place of another of the page's.
pub(crate) fn with_other_content(page: &Folded<'_>, quote: &Unmarked<'_>, steps: &[Step]) -> Vec<Step> {
    let replaced = |step: &&Step| match quote.gap(step.quote.start) {
        Some(Gap::Replaced(with)) if step.kind == StepKind::Gap && !quote.is_elided(step.quote.start) => {
            replaces_content(page, &step.page, with)
        }
        _ => false,
    };
    steps.iter().filter(replaced).cloned().collect()
}

/// The word of the page behind the passage that brackets at the quote's end stand for, where what stands before them asks for one:
/// `failed the [weak]`.
pub(crate) fn at_the_end(page: &Folded<'_>, quote: &Unmarked<'_>, passage: &Range<usize>) -> Option<Step> {
    let (last, end) = (quote.folded.words.len(), passage.end);
    let Some(Gap::Replaced(with)) = quote.gap(last) else { return None };
    let asks = end > passage.start && is_function(page.word(end - 1)) && end < page.words.len();
    let replaced = asks && page.between(end - 1).chars().all(char::is_whitespace) && !quote.is_elided(last);
    let step = Step { kind: StepKind::Gap, quote: last..last, page: end..end + 1 };
    (replaced && replaces_content(page, &step.page, with)).then_some(step)
}

fn replaces_content(page: &Folded<'_>, words: &Range<usize>, with: &str) -> bool {
    let with = Folded::new(with, Spaces::Written).in_languages(page.languages);
    let ours: Vec<usize> = with.all().filter(|&index| has_content(&with, index)).collect();
    let theirs: Vec<usize> = words.clone().filter(|&index| has_content(page, index)).collect();
    let known = |own: usize, index: usize| are_forms(with.word(own), page.word(index));
    // An explanation may have the word that it explains among its own: "[the harbour bill]" for "the bill".
    let other = |own: &usize| !theirs.iter().any(|&index| known(*own, index));
    let lost = theirs.iter().any(|&index| !ours.iter().any(|&own| known(own, index)));
    lost && ours.iter().any(other)
}

/// A word that is no name, no number, and nobody's part.
fn has_content(text: &Folded<'_>, index: usize) -> bool {
    let word = text.word(index);
    !is_function(word)
        && !is_pronoun(word)
        && !text.is_guarded(index)
        && !is_role(word)
        && !text.written(index..index + 1).starts_with(char::is_uppercase)
}
