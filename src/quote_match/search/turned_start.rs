//! A negation at the beginning of a sentence that the capital of a quote hides, and the part of a word before its hyphen.

use std::ops::Range;

use crate::quote_match::folding::align::{Step, StepKind};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::hyphened::beginning_of;
use crate::quote_match::folding::marks::{Unmarked, marks_in};
use crate::quote_match::languages::language::Language::{self, French};
use crate::quote_match::languages::language::is_of;
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
    let quantifies = |index: usize| page.between(index).trim().is_empty() && is_of(QUANTIFIERS, page, page.word(index));
    let from = words.start;
    // The `de` is left out with it, or stands against the article.
    let start = [from.checked_sub(1), from.checked_sub(2)]
        .into_iter()
        .flatten()
        .find(|&index| of(index + 1) && quantifies(index));
    start.filter(|_| changed).map_or(words.clone(), |start| start..words.end)
}
