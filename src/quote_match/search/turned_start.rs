//! A negation at the beginning of a sentence that the capital of a quote hides.

use std::ops::Range;

use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::marks::{Unmarked, marks_in};
use crate::quote_match::marked::elided::turns_next;

/// The words, and with them a negation that begins their sentence, which a capital hides: `Evidence was found` for “No evidence was found”
/// looks like the beginning of a sentence.
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
    before.filter(|&index| turns(index)).map_or(words.clone(), |index| index..words.end)
}
