//! Words that are cut short beside what tells which word it was: `M. Dubois`, `ok. 900`, `19. Jh.`, `s. XIX`.

use crate::quote_match::folding::align::{Passage, Step};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::languages::language::Language::{
    self, Danish, English, French, German, Italian, Polish, Portuguese, Spanish, Swedish,
};
use crate::quote_match::languages::language::{Languages, are_told};

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

/// The short form and the word in full, folded.
const SHORT: [(Language, Beside, &str); 16] = [
    (English, Beside::Name, "mr/mister"),
    (French, Beside::Name, "m/monsieur mme/madame mlle/mademoiselle"),
    (Spanish, Beside::Name, "sr/senor sra/senora"),
    (Portuguese, Beside::Name, "sr/senhor sra/senhora"),
    (Italian, Beside::Name, "sig/signor"),
    (German, Beside::Name, "hr/herr fr/frau"),
    (Spanish, Beside::Number, "s/siglo"),
    (Portuguese, Beside::Number, "s/seculo sec/seculo"),
    (Italian, Beside::Number, "sec/secolo"),
    (Polish, Beside::Number, "ok/okolo"),
    (Swedish, Beside::Number, "ca/cirka"),
    (Danish, Beside::Number, "ca/cirka"),
    (German, Beside::Count, "jh/jahrhundert jhd/jahrhundert jahrh/jahrhundert"),
    (French, Beside::Count, "s/siecle"),
    (Italian, Beside::Count, "sec/secolo"),
    (English, Beside::Count, "c/century"),
];

/// Whether the one word of a step is the other, cut short.
pub(super) fn is_cut_short(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step, languages: Languages) -> bool {
    if step.quote.len() != 1 || step.page.len() != 1 {
        return false;
    }
    let told = |language: Language| languages & language.bit() != 0 || language == English && !are_told(languages);
    let (one, other) = ((quote.folded, step.quote.start), (page.folded, step.page.start));
    SHORT.iter().filter(|(language, ..)| told(*language)).any(|(_, beside, pairs)| {
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
