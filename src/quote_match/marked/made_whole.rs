//! What an ellipsis may not leave out between two words that are kept, because it takes from the first or from the second: the `only` and
//! the `always` of a `not`, the `second` of an `every`, the `second` of a `largest`, the `I think` between two commas.

use std::ops::Range;

use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::{is_function, is_one_of, is_pronoun};
use crate::quote_match::languages::governing::{Role, has};
use crate::quote_match::languages::language::Language::English;
use crate::quote_match::languages::language::is_of;
use crate::quote_match::languages::letters::{is_apostrophe, is_unspaced};
use crate::quote_match::languages::wholly::{ALTOGETHER, EVERY, ONLY, SUPPOSITIONS};

/// Words that are looked at, at most; characters where words have no spaces.
const FEW: usize = 3;

/// What counts as an ordinal does behind an `every`, and has no number in it.
const OTHER: &str = "other autre altro otro";

/// What stands before a `largest` that is not the largest.
const ORDINALS: &str = "second third fourth fifth sixth seventh eighth ninth tenth";

/// Whether an ellipsis over `words` makes a whole of a part, or a fact of a thought.
pub(super) fn makes_whole(page: &Folded<'_>, words: &Range<usize>) -> bool {
    if words.is_empty() || words.start == 0 || words.end >= page.words.len() {
        return false;
    }
    let passed = Passed { page, words: words.clone() };
    passed.is_not_only() || passed.is_every_second() || passed.is_one_of_the_largest() || passed.is_put_in()
}

struct Passed<'f, 't> {
    page: &'f Folded<'t>,
    words: Range<usize>,
}

impl Passed<'_, '_> {
    fn adjoins(&self, index: usize) -> bool {
        self.page.between(index).chars().all(|c| c.is_whitespace() || is_apostrophe(c))
    }

    fn is_plain(&self) -> bool {
        (self.words.start - 1..self.words.end).all(|index| self.adjoins(index))
    }

    /// `only`, `always` behind a `not` that is kept.
    fn is_not_only(&self) -> bool {
        let (page, start) = (self.page, self.words.start);
        let mut rest = start + 1..self.words.end;
        let small = |index: usize| {
            is_function(page.word(index)) || is_pronoun(page.word(index)) || page.word(index).starts_with(is_unspaced)
        };
        let taken = ONLY.has(page, start) || ALTOGETHER.has(page, start);
        // `no es siempre`
        let denied = page.negates(start - 1)
            || has(page, start - 1, Role::Be) && start > 1 && page.negates(start - 2) && self.adjoins(start - 2);
        self.words.len() <= FEW && taken && denied && self.is_plain() && rest.all(small)
    }

    /// `second` behind an `every` that is kept.
    fn is_every_second(&self) -> bool {
        let (page, start) = (self.page, self.words.start);
        let part = page.is_number(start) || is_one_of(OTHER, page.word(start));
        self.words.len() == 1 && part && EVERY.has(page, start - 1) && self.is_plain()
    }

    /// `one of the`, `the second` before a `largest`.
    fn is_one_of_the_largest(&self) -> bool {
        const NOUNS: &str = "east forest guest harvest honest interest modest priest protest rest request test west";
        let (page, end) = (self.page, self.words.end);
        let word = page.word(end);
        let most = matches!(word, "most" | "best" | "worst" | "least") || word.len() > FEW + 2 && word.ends_with("est");
        let english = is_of(&[(English, word)], page, word) && most && !is_one_of(NOUNS, word);
        let last = end - 1;
        let among = |first: &str| {
            self.words.len() == FEW
                && page.word(end - 3) == first
                && page.word(end - 2) == "of"
                && page.word(last) == "the"
        };
        let ordinal = |index: usize| {
            let written = page.word(index);
            is_one_of(ORDINALS, written) || page.is_number(index) && written.ends_with(['d', 'h'])
        };
        let second = self.words.len() <= 2 && ordinal(last);
        english
            && (second || among("one") || among("some") || among("among"))
            && (self.words.start..end).all(|at| self.adjoins(at))
    }

    /// `, I think,`
    fn is_put_in(&self) -> bool {
        let (page, words) = (self.page, &self.words);
        let mark = |index: usize| page.between(index).trim().starts_with([',', '–', '—', '(', ')', '-']);
        let open = page.between(words.start - 1).trim().ends_with([',', '–', '—', '(', '-']);
        let first =
            words.start + usize::from(words.len() > 1 && is_one_of("or so as oder ou o и або", page.word(words.start)));
        let whole = |at: usize| SUPPOSITIONS.at(page, at) == Some(words.end - at);
        open && mark(words.end - 1) && (whole(words.start) || whole(first))
    }
}
