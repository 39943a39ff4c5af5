//! A negation at the beginning of a sentence that the capital of a quote hides, and the part of a word before its hyphen.

use std::ops::Range;

use crate::quote_match::folding::align::{Step, StepKind};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::hyphened::beginning_of;
use crate::quote_match::folding::marks::{Unmarked, marks_in};
use crate::quote_match::folding::words::is_one_of;
use crate::quote_match::languages::language::Language::{self, French};
use crate::quote_match::languages::language::{are_told, is_of};
use crate::quote_match::marked::elided::turns_next;

/// The words, and with them a negation that begins their sentence, which a capital hides: `Evidence was found` for “No evidence was found”
/// looks like the beginning of a sentence. `mayor` of `ex-mayor` is another word.
pub(super) fn with_turned_start(page: &Folded<'_>, plain: &Unmarked<'_>, words: Range<usize>) -> Range<usize> {
    let capital = |text: &str| text.starts_with(char::is_uppercase);
    let looks = capital(plain.folded.written(0..1)) && !capital(page.written(words.start..words.start + 1));
    let before = words
        .start
        .checked_sub(1)
        .filter(|_| looks && marks_in(&plain.folded.original[..plain.folded.start_of(0)]) == 0);
    let turns = |index: usize| {
        let close = page.between(index).chars().all(|c| c == ' ' || c == '\u{a0}');
        let begins =
            index.checked_sub(1).is_none_or(|before| page.between(before).contains(['.', '!', '?', ':', '\n', '\t']));
        close && begins && (page.negates(index) || turns_next(page, index))
    };
    let cut = beginning_of(page, words.start);
    before.filter(|&index| turns(index)).map_or(cut.min(words.start)..words.end, |index| index..words.end)
}

/// The words, and with them the quantifier whose `de` a quote makes an article: “Les patients” of “Peu de patients”.
pub(super) fn with_quantifier(page: &Folded<'_>, steps: &[Step], words: Range<usize>) -> Range<usize> {
    const QUANTIFIERS: &[(Language, &str)] =
        &[(French, "assez autant beaucoup combien guere moins peu plus tant tellement trop")];
    let changed = steps.first().is_some_and(|step| step.kind == StepKind::Changed);
    let of = |index: usize| index < page.words.len() && matches!(page.word(index), "d" | "de");
    let untold = |word: &str| !are_told(page.languages) && QUANTIFIERS.iter().any(|(_, words)| is_one_of(words, word));
    let known = |word: &str| is_of(QUANTIFIERS, page, word) || untold(word);
    let quantifies = |index: usize| page.between(index).trim().is_empty() && known(page.word(index));
    let from = words.start;
    // The `de` is left out with it, or stands against the article.
    let start = [from.checked_sub(1), from.checked_sub(2)]
        .into_iter()
        .flatten()
        .find(|&index| of(index + 1) && quantifies(index));
    start.filter(|_| changed).map_or(words.clone(), |start| start..words.end)
}

/// The words, and with them a negation that begins their sentence and turned its subject round: “The reactor was unsafe” of “At no time was
/// the reactor unsafe”.
pub(super) fn with_inversion(
    page: &Folded<'_>,
    quote: &Unmarked<'_>,
    steps: &[Step],
    words: Range<usize>,
) -> Range<usize> {
    const FAR: usize = 6;
    const DO: [&str; 3] = ["did", "do", "does"];
    let Some(verb) = words.start.checked_sub(1).filter(|&verb| page.between(verb).trim().is_empty()) else {
        return words;
    };
    let changed = steps.iter().filter(|step| step.kind == StepKind::Changed);
    let moved = changed.flat_map(|step| step.quote.clone()).any(|index| quote.folded.word(index) == page.word(verb));
    let ends = |index: usize| page.between(index).contains(['.', '!', '?', ';', ':', '\n', '\t']);
    let start = (verb.saturating_sub(FAR)..=verb).rev().find(|&index| index == 0 || ends(index - 1));
    let adds = |index: usize| matches!(page.word(index + 1), "only" | "merely" | "just" | "nur" | "seulement" | "solo");
    let turns = |index: usize| {
        (page.negates(index) || turns_next(page, index) || matches!(page.word(index), "scarcely" | "little"))
            && !adds(index)
    };
    let denied = start.filter(|&start| (moved || DO.contains(&page.word(verb))) && (start..verb).any(turns));
    denied.map_or(words.clone(), |start| start..words.end)
}
