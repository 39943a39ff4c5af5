//! Words that one which is kept needs, and that an ellipsis may not leave out: the `only` and `always` of a `not`, the `but` that says what is so, the
//! `second` of an `every`, the `until` of a `did not`; and asides in which somebody only thinks so.

use std::ops::Range;

use super::left_open::is_until;
use super::other_verb::{BEFORE_NOUNS, has_owner};
use super::set_apart::is_without;
use crate::quote_match::around::supposed::is_link;
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::marks::Unmarked;
use crate::quote_match::folding::words::{is_function, is_one_of, is_pronoun};
use crate::quote_match::languages::governing::{Role, has};
use crate::quote_match::languages::language::Language::{Czech, Polish, Russian, Ukrainian};
use crate::quote_match::languages::language::{Language, is_of};
use crate::quote_match::languages::letters::{is_apostrophe, is_unspaced};
use crate::quote_match::languages::needing::{
    AMONG, AS_A_WHOLE, BUT, CHARGED, EACH, JOINING, MERELY, MOST, NO_THING, SUPERLATIVE, SUPPOSED, WHICH, WHOLLY,
};
use crate::quote_match::languages::only::is_mere;
use crate::quote_match::languages::openings::{is_subject, is_subordinate};
use crate::quote_match::languages::titles::PRETENDED;

/// What a sentence ends with.
const ENDING: [char; 8] = ['.', '!', '?', '。', '！', '？', '।', '؟'];

/// What stands before the noun of somebody, in languages without articles, folded.
const OWNERS: &[(Language, &str)] = &[
    (Russian, "ваш ваша ее его их мои моя наш наша твои твоя эта этот"),
    (Ukrainian, "ваш ваша його наш наша її іі їх їхніи твіи моя міи"),
    (Polish, "ich jego jej moj moja nasz nasza twoj twoja wasz ten ta"),
    (Czech, "jeho jeji jejich muj moje nase nas tvuj vas ten ta"),
];

/// What ends as a superlative does.
const NO_SUPERLATIVE: &str = "arrest chest conquest contest crest digest forest guest harvest honest interest invest manifest modest moest musste priest protest quest request suggest wusste";

const SO: &str = "so zo";

/// What stands behind a `so` that says in what way, and not how much.
const AS: &str = "als as dass dat that wie";

/// What stands behind a `so bad`.
const THAT_FAR: &str = "dass dat that";

/// What leads to a supposition.
const OR_SO: &str = "or so as oder ou o и або";

/// Words of a clause before the ellipsis that are looked at; between a `but` and what is kept; of an aside; small words behind a charge.
const CLAUSE: usize = 10;
const BEHIND_BUT: usize = 6;
const FEW: usize = 3;
const SMALL: usize = 2;

/// Whether an ellipsis over `words` leaves out what a word that is kept needs, or that somebody only thinks so.
pub(super) fn hides_needed(page: &Folded<'_>, words: &Range<usize>) -> bool {
    let needed = Needed { page, words: words.clone() };
    needed.is_wholly()
        || needed.is_one_of_many()
        || needed.is_among_the_most()
        || needed.is_figure_of_another()
        || needed.says_what_is_so()
        || needed.is_aside()
        || needed.is_charge()
        || needed.is_until()
}

/// Whether an ellipsis over `words` and the brackets behind it stand for what somebody is freed of or charged with, and the brackets do not say
/// so: `was … [guilty] of the theft` of “was acquitted of the theft”, `… [took] the money` of “was cleared of taking the money”.
pub(super) fn frees_of(page: &Folded<'_>, words: &Range<usize>, with: &Folded<'_>) -> bool {
    let near = words.start.max(words.end.saturating_sub(2 * FEW))..words.end;
    let parts = |index: usize| is_link(page, index) || page.between(index).contains([',', ';', '.']);
    let close = |end: usize| !(end.min(words.end)..words.end).any(parts);
    let own = |at: usize| with.all().any(|index| with.word(index) == page.word(at));
    near.into_iter().any(|at| {
        let end = CHARGED.at(page, at).map(|length| at + length);
        let told = with.all().any(|index| CHARGED.at(with, index).is_some() || with.negates(index));
        end.is_some_and(|end| end + FEW >= words.end && close(end) && !told && !(at..end.min(words.end)).any(own))
    })
}

/// Whether the words behind the ellipsis before word `at` of `quote` are the subject of another sentence, which the quote gives to a
/// verb that is kept as its object: `She killed … her husband` of “She killed the fox. Her husband fled”.
pub(super) fn makes_object_of_subject(
    page: &Folded<'_>,
    quote: &Unmarked<'_>,
    at: usize,
    words: &Range<usize>,
) -> bool {
    let ends = quote.gaps.iter().map(|(gap, _)| *gap).filter(|&gap| gap > at).min();
    let length = ends.unwrap_or(quote.folded.words.len()) - at;
    let kept = words.end..words.end + length;
    if at == 0 || words.is_empty() || words.start == 0 || length == 0 || kept.end >= page.words.len() {
        return false;
    }
    let capital = |folded: &Folded<'_>, index: usize| folded.written(index..index + 1).starts_with(char::is_uppercase);
    let closes = |index: usize| page.between(index).contains(ENDING);
    let verb = |index: usize| has(page, index, Role::Be) || has(page, index, Role::Modal);
    let lowered = capital(page, words.end) && !capital(&quote.folded, at);
    let german = page.languages & Language::German.bit() != 0;
    let article = is_of(BEFORE_NOUNS, page, page.word(words.end));
    let single = length == 1 && !german && !is_function(page.word(words.end)) && !is_pronoun(page.word(words.end));
    let owned = length == 2 && is_of(OWNERS, page, page.word(words.end));
    let noun =
        single || owned || article && length == 2 && (!german || capital(page, kept.end - 1)) || has_owner(page, &kept);
    // `her husband` before `fled`, and no whole sentence; nor one that ends before the first half does.
    lowered
        && noun
        && closes(words.end - 1)
        && !closes(words.start - 1)
        && !quote.folded.between(at - 1).contains(ENDING)
        && !kept.clone().any(verb)
        && page.between(kept.end - 1).trim().is_empty()
}

struct Needed<'f, 't> {
    page: &'f Folded<'t>,
    words: Range<usize>,
}

impl Needed<'_, '_> {
    fn adjoins(&self, index: usize) -> bool {
        self.page.between(index).chars().all(|c| c.is_whitespace() || is_apostrophe(c))
    }

    /// The word before the ellipsis, where nothing but a space parts it from what is hidden.
    fn kept(&self) -> Option<usize> {
        self.words.start.checked_sub(1).filter(|&kept| self.adjoins(kept))
    }

    /// Words before the ellipsis in the same clause, the nearest first.
    fn clause(&self) -> impl Iterator<Item = usize> + '_ {
        let stops = |index: usize| {
            let between = self.page.between(index);
            between.contains([';', ':', '\n']) || between.contains(ENDING)
        };
        let first = self.words.start.saturating_sub(CLAUSE);
        (first..self.words.start)
            .rev()
            .take_while(move |&index| !stops(index) && (index + 1 == self.words.start || self.adjoins(index)))
    }

    fn is_small(&self, index: usize) -> bool {
        let word = self.page.word(index);
        is_function(word) || is_pronoun(word) || word.starts_with(is_unspaced)
    }

    /// Whether a superlative begins with word `index`.
    fn is_most(&self, index: usize) -> bool {
        MOST.has(self.page, index) || is_superlative(self.page, index)
    }

    /// `only`, `always` behind a `not` that is kept, before what is kept: of “not always safe” that leaves “not safe”.
    fn is_wholly(&self) -> bool {
        let (page, start, length) = (self.page, self.words.start, self.words.len());
        if start == 0 || length > FEW {
            return false;
        }
        if self.is_so_far() {
            return true;
        }
        if !(start..self.words.end).all(|index| self.adjoins(index)) {
            return false;
        }
        let wholly = WHOLLY.has(page, start);
        let whole = wholly && length == 1 || AS_A_WHOLE.at(page, start) == Some(length);
        // `no es siempre`
        let denied = || self.clause().take(FEW).any(|index| page.negates(index));
        let be = || has(page, start - 1, Role::Be) && start > 1 && page.negates(start - 2) && self.adjoins(start - 2);
        let right_before = || self.adjoins(start - 1) && (page.negates(start - 1) || be());
        let small = || (start + 1..self.words.end).all(|index| self.is_small(index));
        // `nicht gut, so dass`, `nicht gut so wie es ist`
        let links = is_one_of(SO, page.word(start)) && length == 1 && (!self.adjoins(start - 1) || self.goes_on(AS));
        // `not that safe`; any other `that` begins a clause or points at something.
        let grades = || page.word(start) != "that" || right_before();
        whole && !links && denied() && grades() || (wholly || MERELY.has(page, start)) && small() && right_before()
    }

    /// `so bad` behind a `not` and before a `that`: of “not so bad that they left” that leaves “not that they left”.
    fn is_so_far(&self) -> bool {
        let (page, start) = (self.page, self.words.start);
        self.words.len() > 1
            && is_one_of(SO, page.word(start))
            && self.kept().is_some_and(|kept| page.negates(kept))
            && (start..self.words.end - 1).all(|index| self.adjoins(index))
            && matches!(page.between(self.words.end - 1).trim(), "" | ",")
            && self.goes_on(THAT_FAR)
    }

    /// Whether one of `words` is kept right behind the ellipsis.
    fn goes_on(&self, words: &str) -> bool {
        self.words.end < self.page.words.len() && is_one_of(words, self.page.word(self.words.end))
    }

    /// Whether word `index` says which one of many: `second`, `3rd`.
    fn tells_which(&self, index: usize) -> bool {
        let word = self.page.written(index..index + 1);
        let ends = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let numbered = ends.len() < word.len()
            && (matches!(ends, "st" | "nd" | "rd" | "th" | "e" | "de" | "ème")
                || self.page.between(index).starts_with('.'));
        WHICH.has(self.page, index) || numbered
    }

    /// `second` behind an `every` that is kept.
    fn is_one_of_many(&self) -> bool {
        let (page, start) = (self.page, self.words.start);
        let each = || self.kept().is_some_and(|kept| EACH.has(page, kept));
        // Swedish and Polish `var` and `co` are other words before a bare number, and so is Finnish `joka`.
        let bare = || {
            let clear = self.kept().is_some_and(|kept| !matches!(page.word(kept), "var" | "vart" | "co" | "joka"));
            clear && page.is_number(start) && self.adjoins(start)
        };
        self.words.len() == 1 && (bare() || self.tells_which(start)) && each()
    }

    /// `second`, `one of the` before a `largest` that is kept.
    fn is_among_the_most(&self) -> bool {
        let (page, words, next) = (self.page, &self.words, self.words.end);
        if next >= page.words.len() || words.len() > FEW || !(words.start..next).all(|index| self.adjoins(index)) {
            return false;
        }
        let most = self.is_most(next) || is_function(page.word(next)) && self.is_most(next + 1);
        let second = || words.clone().rev().skip(1).all(|index| self.is_small(index)) && self.tells_which(next - 1);
        let small = |from: usize| (from..next).all(|index| self.is_small(index));
        most && (second()
            || AMONG.at(page, words.start).is_some_and(|length| length <= words.len() && small(words.start + length)))
    }

    /// `by 12 per cent, wages` before a `by 4`; `in 2019 and 2.9 million` before an `in 2021`: the figure is of another thing, or what is
    /// kept is of another figure.
    fn is_figure_of_another(&self) -> bool {
        let (page, words) = (self.page, &self.words);
        let (first, last) = (words.start, words.end - 1);
        let within = words.len() >= FEW && words.end + 1 < page.words.len() && first > 0;
        let number = |index: usize| page.word(index).starts_with(|c: char| c.is_ascii_digit());
        if !within || page.word(first) != page.word(words.end) || !number(first + 1) || !number(words.end + 1) {
            return false;
        }
        let ends =
            |index: usize| page.between(index).contains(ENDING) && !number(index) || page.between(index).contains('\n');
        let parted = |index: usize| is_link(page, index) || page.between(index).contains([',', ';']);
        let Some(joint) = (first + 1..last).rev().find(|&index| parted(index)) else { return false };
        let tail = joint + 1..words.end;
        let thing = |index: usize| {
            let word = page.word(index);
            !number(index)
                && !is_function(word)
                && !is_pronoun(word)
                && !word.ends_with("ly")
                && !is_one_of(NO_THING, word)
        };
        let another = tail.len() <= 2 && thing(last);
        let year = |index: usize| page.word(index).len() == 4;
        let counted = tail.len() <= FEW && tail.clone().any(|index| number(index) && !year(index));
        (first..words.end).all(|index| !ends(index))
            && tail.clone().all(|index| self.adjoins(index))
            && (another || counted)
    }

    /// `the heart, but a marked effect on the` behind a `no effect on` that is kept: what is kept behind is what is so.
    fn says_what_is_so(&self) -> bool {
        let (page, words) = (self.page, &self.words);
        let but = words.clone().rev().take(BEHIND_BUT + 1).find(|&index| BUT.has(page, index));
        let Some(but) = but else { return false };
        let breaks = |index: usize| {
            let between = page.between(index);
            between.contains([',', ';', ':', '\n', '–', '—']) || between.contains(ENDING)
        };
        let ends = |index: usize| page.between(index).contains(ENDING) || page.between(index).contains('\n');
        let plain = (but..words.end).all(|index| !breaks(index)) && (words.start..but).all(|index| !ends(index));
        let clause = words.end < page.words.len()
            && (is_subject(page, words.end) || is_subordinate(page, words.end) || JOINING.has(page, words.end));
        let clause = clause || (but + 1..words.end).any(|index| is_subject(page, index));
        let denied: Vec<usize> =
            self.clause().filter(|&index| page.negates(index) && !is_without(page, index)).collect();
        // `not only … but`
        // `δεν αφορά μόνο … αλλά`
        let only = |index: usize| {
            (index + 1..words.start.min(index + 1 + FEW)).any(|at| is_mere(page, page.word(at)) && !page.negates(at))
        };
        let assent = |index: usize| index + 1 < page.words.len() && has(page, index + 1, Role::Assent) || only(index);
        let again = (but..words.end).any(|index| page.negates(index));
        plain && !clause && !again && !denied.is_empty() && !denied.iter().any(|&index| assent(index))
    }

    /// `, I think,`, `, or so they say,`
    fn is_aside(&self) -> bool {
        const MARKS: [char; 5] = [',', '–', '—', '(', ')'];
        let (page, words) = (self.page, &self.words);
        let Some(before) = words.start.checked_sub(1) else { return false };
        let (before, behind) = (page.between(before), page.between(words.end - 1));
        let opens = before.contains(MARKS) || before.trim().ends_with('-');
        let closes = behind.contains(MARKS) || behind.trim().starts_with('-');
        let whole = |at: usize| SUPPOSED.at(page, at) == Some(words.end - at);
        let led = words.len() > 1 && is_one_of(OR_SO, page.word(words.start));
        opens && closes && (whole(words.start) || led && whole(words.start + 1))
    }

    /// `acquitted of`, `charged with`, `posed as` at the end, with hardly more than an article before what is kept.
    fn is_charge(&self) -> bool {
        let (page, words) = (self.page, &self.words);
        let small = |index: usize| is_function(page.word(index)) || is_pronoun(page.word(index));
        let near = words.start.max(words.end.saturating_sub(2 * FEW))..words.end;
        let ends = |at: usize| {
            let known = CHARGED.at(page, at).or_else(|| PRETENDED.at(page, at));
            known.map(|length| at + length).filter(|&end| end <= words.end)
        };
        let behind = |end: usize| end..words.end;
        near.clone().filter_map(ends).any(|end| {
            behind(end).len() <= SMALL
                && behind(end).all(small)
                && (end - 1..words.end - 1).all(|index| self.adjoins(index))
                && matches!(page.between(words.end - 1).trim(), "" | "," | "'" | "’")
        })
    }

    /// `until 1769` right behind what a `not` that is kept denies.
    fn is_until(&self) -> bool {
        let (page, words) = (self.page, &self.words);
        words.len() <= 2 * FEW
            && is_until(page, words.start)
            && self.kept().is_some()
            && self.clause().any(|index| page.negates(index))
    }
}

fn is_superlative(page: &Folded<'_>, index: usize) -> bool {
    const LETTERS: usize = 5;
    if index >= page.words.len() {
        return false;
    }
    let word = page.word(index);
    let ends = |(language, endings): &(Language, &str)| {
        let ended = endings.split_ascii_whitespace().any(|ending| word.ends_with(ending));
        ended && is_of(&[(*language, word)], page, word)
    };
    word.chars().count() >= LETTERS
        && !is_one_of(NO_SUPERLATIVE, word)
        && page.written(index..index + 1).starts_with(char::is_lowercase)
        && SUPERLATIVE.iter().any(ends)
}
