//! Words that are cut short beside what tells which word it was: `M. Dubois`, `ok. 900`, `19. Jh.`, `s. XIX`.

use crate::quote_match::folding::align::{Passage, Step};
use crate::quote_match::folding::fold::Folded;

/// What must stand beside such a word, the same on both sides.
#[derive(Debug, Clone, Copy)]
enum Beside {
    /// A name behind it.
    Name,
    /// A number behind it.
    Number,
    /// A number before it.
    Count,
}

/// The short form and the word in full, folded. Each word in full is of one language only, whatever little of it the page has.
const SHORT: [(Beside, &str); 3] = [
    (
        Beside::Name,
        "mr/mister m/monsieur mme/madame mlle/mademoiselle sr/senor sra/senora sr/senhor sra/senhora sig/signor hr/herr fr/frau",
    ),
    (Beside::Number, "s/siglo s/seculo sec/seculo sec/secolo ok/okolo ca/cirka"),
    (Beside::Count, "jh/jahrhundert jhd/jahrhundert jahrh/jahrhundert s/siecle sec/secolo c/century"),
];

/// Whether the one word of a step is the other, cut short.
pub(super) fn is_cut_short(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> bool {
    if step.quote.len() != 1 || step.page.len() != 1 {
        return false;
    }
    let (one, other) = ((quote.folded, step.quote.start), (page.folded, step.page.start));
    SHORT.iter().any(|(beside, pairs)| {
        let mut pairs = pairs.split(' ').filter_map(|pair| pair.split_once('/'));
        let is = |(text, at): (&Folded<'_>, usize), word: &str| text.word(at) == word;
        let cut = |own: (&Folded<'_>, usize), full: (&Folded<'_>, usize), (short, long): (&str, &str)| {
            is(own, short) && is(full, long) && (short.len() > 1 || own.0.between(own.1).starts_with('.'))
        };
        pairs.any(|pair| cut(one, other, pair) || cut(other, one, pair)) && has_beside(one, other, *beside)
    })
}

fn has_beside((one, at): (&Folded<'_>, usize), (other, there): (&Folded<'_>, usize), beside: Beside) -> bool {
    let next = |text: &Folded<'_>, at: usize| (at + 1 < text.words.len()).then_some(at + 1);
    let pair = match beside {
        Beside::Name | Beside::Number => next(one, at).zip(next(other, there)),
        Beside::Count => at.checked_sub(1).zip(there.checked_sub(1)),
    };
    let Some((ours, theirs)) = pair.filter(|(ours, theirs)| one.word(*ours) == other.word(*theirs)) else {
        return false;
    };
    [one.written(ours..ours + 1), other.written(theirs..theirs + 1)].into_iter().all(|written| match beside {
        Beside::Name => written.starts_with(char::is_uppercase),
        Beside::Number | Beside::Count => written.starts_with(|c: char| c.is_ascii_digit() || "IVXL".contains(c)),
    })
}
