//! Two passages with the same letters: is it typography that tells them apart, or another word?

use std::ops::Range;

use super::accents::{apostrophes, is_supposed_by_umlaut, same_accents};
use super::case;
use super::signs::{cut_signs, other_signs, parts_exponent};
use crate::quote_match::Difference;
use crate::quote_match::folding::align::{Passage, Step, StepKind, same_letters};
use crate::quote_match::folding::fold::{Folded, Spaces, meant};
use crate::quote_match::folding::marks::has_ellipsis;
use crate::quote_match::folding::sentences::run_on;
use crate::quote_match::folding::words::{is_function, is_negation, may_be_prefix};
use crate::quote_match::languages::confusable::is_remade;
use crate::quote_match::languages::denial::{begins_with_denial, is_hangul};
use crate::quote_match::languages::han::are_two_words;
use crate::quote_match::languages::language::Language;
use crate::quote_match::languages::letters::{
    closes_sentence, is_apostrophe, is_dash, is_quotation_mark, is_unseen, is_unspaced, raised,
};
use crate::span::Span;

/// How two passages with the same letters compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Likeness {
    /// The same characters, after white space; with the bytes of the page, edges included.
    Verbatim(Span),
    /// The same words; with the bytes of the page, edges included as far as they are alike.
    Typographic(Span),
    /// Another word at the listed steps.
    Altered(Difference, Vec<Step>),
}

/// Compares a whole quote with a passage of the same letters.
pub(crate) fn compare(quote: &Passage<'_, '_>, page: &Passage<'_, '_>) -> Likeness {
    let characters = same_characters(quote, page);
    let mut altered = match characters {
        Some(_) => cut_signs(quote, page),
        None => other_words(quote, page, &same_letters(quote, page)),
    };
    altered.extend(stated(quote, page));
    match altered.iter().map(|(difference, _)| *difference).max() {
        None => characters.map_or_else(|| Likeness::Typographic(with_edges(quote, page)), Likeness::Verbatim),
        Some(worst) => Likeness::Altered(worst, altered.into_iter().map(|(_, step)| step).collect()),
    }
}

/// The last word, where a whole question of the page became a statement with a full stop of the quote's own.
fn stated(quote: &Passage<'_, '_>, page: &Passage<'_, '_>) -> Option<(Difference, Step)> {
    let (one, other) = (quote.folded.span(quote.words.clone()), page.folded.span(page.words.clone()));
    let (tail, behind) = (quote.folded.original[one.end()..].trim(), page.folded.original[other.end()..].trim_start());
    let before = page.folded.original[..other.start()].trim_end();
    let capital = page.folded.written(page.words.start..page.words.start + 1).starts_with(char::is_uppercase);
    let begins_line = capital && page.folded.original[before.len()..other.start()].contains('\n');
    let sentence = before.trim_end_matches(|c| is_quotation_mark(c) || c == ')');
    let ended = sentence.len() < before.len() && sentence.ends_with(['.', '!', '?', '…']);
    let opens = before.is_empty()
        || begins_line
        || ended
        || before.ends_with(['.', '!', '?', '“', '"', '«', '„', '\u{bf}', '。', '？', '「']);
    let told = tail.starts_with(['.', '。']) && !has_ellipsis(tail) && !tail.contains(['?', '？']);
    let last = (quote.words.end.checked_sub(1)?, page.words.end.checked_sub(1)?);
    let step = Step { kind: StepKind::Same, quote: last.0..last.0 + 1, page: last.1..last.1 + 1 };
    (opens && told && behind.starts_with(['?', '？'])).then_some((Difference::Minor, step))
}

/// The steps of the same letters that are nevertheless another word, each with what it can change.
pub(crate) fn other_words(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, steps: &[Step]) -> Vec<(Difference, Step)> {
    let same = || steps.iter().filter(|step| step.kind == StepKind::Same);
    let recased = case::telling(quote, page, same());
    let mut found = Vec::new();
    for step in same() {
        let case = recased.iter().find(|(_, recased)| *recased == step).map(|(difference, _)| *difference);
        let difference = joints(quote.folded, page.folded, step)
            .max(accents_and_apostrophes(quote.folded, page.folded, step))
            .max(powers(quote.folded, page.folded, step))
            .max(case);
        found.extend(difference.map(|difference| (difference, step.clone())));
    }
    found.extend(other_signs(quote, page, steps));
    found.extend(pairs(quote.folded, page.folded, steps));
    found.extend(run_on(quote, page, steps));
    found
}

/// The bytes of the page that are, after white space, the characters of the quote. Punctuation that closes the sentence
/// around the quote does not count, nor what nobody sees in it: the texts of pages are kept without.
fn same_characters(quote: &Passage<'_, '_>, page: &Passage<'_, '_>) -> Option<Span> {
    let (one, other) = (quote.folded.span(quote.words.clone()), page.folded.span(page.words.clone()));
    let (q, p) = (quote.folded.original, page.folded.original);
    let seen = |text: &str| -> String { text.chars().filter(|c| !is_unseen(*c)).collect() };
    let (ours, theirs) = (&q[one.range()], &p[other.range()]);
    if !ours.split_whitespace().eq(theirs.split_whitespace())
        && !seen(ours).split_whitespace().eq(theirs.split_whitespace())
    {
        return None;
    }
    let start = other.start() - led_by(&p[..other.start()], &q[..one.start()])?;
    let end = other.end() + followed_by(&p[other.end()..], &q[one.end()..])?;
    Some(Span::new(start, end))
}

/// How many bytes at the end of `before` are the characters of `lead`.
fn led_by(before: &str, lead: &str) -> Option<usize> {
    let ignored = !has_ellipsis(lead);
    let mut rest = before;
    for c in lead.chars().rev().filter(|c| !c.is_whitespace() && !is_unseen(*c)) {
        rest = match rest.trim_end().strip_suffix(c) {
            Some(shorter) => shorter,
            None if ignored && closes_sentence(c) => rest,
            None => return None,
        };
    }
    Some(before.len() - rest.len())
}

/// How many bytes at the start of `after` are the characters of `tail`, with or without closing punctuation.
fn followed_by(after: &str, tail: &str) -> Option<usize> {
    let ignored = !has_ellipsis(tail);
    let mut rest = after;
    for c in tail.chars().filter(|c| !c.is_whitespace() && !is_unseen(*c)) {
        rest = match rest.trim_start().strip_prefix(c) {
            Some(shorter) => shorter,
            None if ignored && closes_sentence(c) => rest,
            None => rest.trim_start().trim_start_matches(closes_sentence).strip_prefix(c)?,
        };
    }
    Some(after.len() - rest.len())
}

/// The passage with what stands beside it of the marks at the quote's edges, in whatever typography.
fn with_edges(quote: &Passage<'_, '_>, page: &Passage<'_, '_>) -> Span {
    let (one, other) = (quote.folded.span(quote.words.clone()), page.folded.span(page.words.clone()));
    let (q, p) = (quote.folded.original, page.folded.original);
    let mut span = other;
    for c in q[..one.start()].chars().rev().filter(|c| !c.is_whitespace()) {
        let before = p[..span.start()].trim_end();
        if let Some(mark) = before.chars().next_back().filter(|mark| is_same_mark(c, *mark)) {
            span = Span::new(before.len() - mark.len_utf8(), span.end());
        }
    }
    for c in q[one.end()..].chars().filter(|c| !c.is_whitespace()) {
        let after = p[span.end()..].trim_start();
        if let Some(mark) = after.chars().next().filter(|mark| is_same_mark(c, *mark)) {
            span = Span::new(span.start(), p.len() - after.len() + mark.len_utf8());
        }
    }
    span
}

fn is_same_mark(one: char, other: char) -> bool {
    one == other || is_quotation_mark(one) && is_quotation_mark(other) || is_dash(one) && is_dash(other)
}

/// Words that one side divides and the other does not. A hyphen or another mark in the joint is typography; a bare space
/// makes two words of one, and between digits two numbers.
fn joints(quote: &Folded<'_>, page: &Folded<'_>, step: &Step) -> Option<Difference> {
    if step.quote.len() == 1 && step.page.len() == 1 {
        return None;
    }
    let sides = [(quote, step.quote.clone()), (page, step.page.clone())];
    sides.into_iter().filter_map(|(side, words)| joint(side, &words, page.spaces)).max()
}

fn joint(side: &Folded<'_>, words: &Range<usize>, spaces: Spaces) -> Option<Difference> {
    let unspaced = |index: usize| side.word(index).starts_with(is_unspaced);
    if is_set_apart(side, words) || is_half_spaced(side, words) || words.clone().all(unspaced) {
        return None;
    }
    let inner = words.start..words.end.saturating_sub(1);
    let in_digits = |index: usize| {
        side.word(index).ends_with(char::is_numeric) && side.word(index + 1).starts_with(char::is_numeric)
    };
    let remade = words.len() == 2 && side.word(words.start) == "re" && is_remade(side.folded(words.clone()));
    if parts_exponent(side, words) || remade {
        return Some(Difference::Critical);
    }
    if inner.clone().any(in_digits) {
        return (!is_spaced_number(side, words)).then_some(Difference::Critical);
    }
    let bare = |index: usize| {
        let unit = side.word(index).ends_with(char::is_numeric)
            || side.word(index + 1).starts_with(char::is_numeric)
            || is_korean_amount(side, index);
        !unit && side.between(index).chars().all(char::is_whitespace)
    };
    // Korean sets the verb that negates apart as it likes: `하지 않다`, `하지않다`.
    let korean = words.clone().all(|index| is_hangul(side.word(index)));
    if !inner.clone().any(bare) || side.folded(words.clone()) == "percent" || korean && ends_in_denial(side, words) {
        return None;
    }
    // "non profit" and "nonprofit" say the same; "not able" and "notable", "now here" and "nowhere" do not.
    let divided = words.clone().any(|index| side.negates(index) && side.word(index) != "non");
    if divided != is_negation(side.folded(words.clone()), side.languages) {
        return Some(Difference::Critical);
    }
    // "a typical" and "atypical" say the opposite; "in to" and "into" the same.
    let opposes = |index: usize| {
        bare(index) && may_be_prefix(side.word(index)) && !is_function(side.folded(index + 1..words.end))
    };
    let difference = if opposes(words.start) { Difference::Critical } else { Difference::Minor };
    (spaces == Spaces::Written).then_some(difference)
}

/// Whether the last of `words` negates what stands before it, and begins with what negates.
fn ends_in_denial(side: &Folded<'_>, words: &Range<usize>) -> bool {
    words.len() == 2 && begins_with_denial(side.word(words.end - 1), side.languages)
}

/// A Korean number with its unit, which others set apart: `250만 원`, `250만원`.
fn is_korean_amount(side: &Folded<'_>, index: usize) -> bool {
    let unit = side.written(index + 1..index + 2).starts_with(|c| matches!(c, '\u{ac00}'..='\u{d7a3}'));
    let number = side.written(index..index + 1);
    let letters = number.trim_start_matches(|c: char| c.is_ascii_digit() || ".,".contains(c));
    unit && letters.len() < number.len() && letters.chars().all(|c| "십백천만억조".contains(c))
}

/// `n e v e r`: one word, its letters set apart.
fn is_set_apart(side: &Folded<'_>, words: &Range<usize>) -> bool {
    const LETTERS: usize = 3;
    let letter =
        |index: usize| side.word(index).chars().count() == 1 && side.word(index).starts_with(char::is_alphabetic);
    words.len() >= LETTERS && words.clone().all(letter)
}

/// Parts of a Persian word with the space between them that others write as a half of one, or not at all: `می بیند`.
fn is_half_spaced(side: &Folded<'_>, words: &Range<usize>) -> bool {
    let arabic = |c: char| matches!(c, '\u{600}'..='\u{6ff}') && c.is_alphabetic();
    side.languages & Language::Persian.bit() != 0 && words.clone().all(|index| side.word(index).starts_with(arabic))
}

/// `10 000`: digits in groups of three with one space between.
fn is_spaced_number(side: &Folded<'_>, words: &Range<usize>) -> bool {
    words.clone().all(|index| {
        // The scale of a map begins with `1:`.
        let word = side.word(index);
        let word = word.strip_prefix("1:").filter(|_| index == words.start).unwrap_or(word);
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let (first, last) = (index == words.start, index + 1 == words.end);
        let whole_group = if first { (1..=3).contains(&digits) && !word.starts_with('0') } else { digits == 3 };
        whole_group
            && (digits == word.len() || (last && word[digits..].starts_with(['.', ','])))
            && (last || side.between(index).chars().eq([' ']) || is_one_thin_space(side.between(index)))
    })
}

fn is_one_thin_space(between: &str) -> bool {
    matches!(between, "\u{a0}" | "\u{202f}" | "\u{2009}" | "\u{2007}" | "\u{2008}" | "\u{200a}")
}

/// An accent, or an apostrophe within a word, that only one side has makes another word: résumé, we're.
fn accents_and_apostrophes(quote: &Folded<'_>, page: &Folded<'_>, step: &Step) -> Option<Difference> {
    let (one, other) = (quote.written(step.quote.clone()), page.written(step.page.clone()));
    if one.is_ascii() && other.is_ascii() && one.eq_ignore_ascii_case(other) {
        return None;
    }
    let (one, other) = (meant(one), meant(other));
    if are_two_words(&one, &other, page.languages) || is_supposed_by_umlaut(&one, &other, page.languages) {
        return Some(Difference::Critical);
    }
    if has_accent_behind(quote, page, step) || is_one_of_parts(page, step) {
        return None;
    }
    (!same_accents(&one, &other, page.languages) || apostrophes(&one) != apostrophes(&other))
        .then_some(Difference::Minor)
}

/// Dutch `een derde` and `één derde`: before a part an article counts.
fn is_one_of_parts(page: &Folded<'_>, step: &Step) -> bool {
    const PARTS: &str =
        "derde kwart vierde vijfde zesde zevende achtste negende tiende twaalfde twintigste honderdste duizendste";
    let next = step.page.end;
    page.languages & Language::Dutch.bit() != 0
        && page.folded(step.page.clone()) == "een"
        && next < page.words.len()
        && page.between(next - 1).chars().all(char::is_whitespace)
        && PARTS.split(' ').any(|part| part == page.word(next))
}

/// Numbers that only one side makes one of with a colon or a stroke: `3 : 1` is not `3 1`.
fn pairs(quote: &Folded<'_>, page: &Folded<'_>, steps: &[Step]) -> Vec<(Difference, Step)> {
    let is_marked = |text: &Folded<'_>, index: usize| matches!(text.between(index).trim(), ":" | "∶" | "/" | "⁄" | "∕");
    // Cells of a table are parted as the writer likes.
    let in_cells = |text: &Folded<'_>, index: usize| text.between(index).contains(['\n', '\t']);
    let in_digits = |text: &Folded<'_>, index: usize| {
        text.word(index).ends_with(|c: char| c.is_ascii_digit())
            && text.word(index + 1).starts_with(|c: char| c.is_ascii_digit())
    };
    let both = steps.windows(2).filter(|pair| pair.iter().all(|step| step.kind == StepKind::Same));
    let parted = both.filter_map(|pair| {
        let (ours, theirs) = (pair[0].quote.end.checked_sub(1)?, pair[0].page.end.checked_sub(1)?);
        let adjoin = pair[1].quote.start == ours + 1 && pair[1].page.start == theirs + 1;
        let (one, other) = (is_marked(quote, ours), is_marked(page, theirs));
        let numbers = adjoin && in_digits(quote, ours) && in_digits(page, theirs);
        let lost = numbers && one != other && !in_cells(quote, ours) && !in_cells(page, theirs);
        lost.then(|| (Difference::Critical, pair[1].clone()))
    });
    parted.collect()
}

/// Italian as it is written on a keyboard without accents: `perche'` for `perché`.
fn has_accent_behind(quote: &Folded<'_>, page: &Folded<'_>, step: &Step) -> bool {
    let (one, other) = (quote.written(step.quote.clone()), page.written(step.page.clone()));
    let mark = step.quote.end.checked_sub(1).is_some_and(|last| quote.between(last).starts_with(is_apostrophe));
    let (Some(own), Some(accented)) = (one.char_indices().next_back(), other.char_indices().next_back()) else {
        return false;
    };
    let same = one[..own.0].eq_ignore_ascii_case(&other[..accented.0]);
    page.languages & Language::Italian.bit() != 0
        && mark
        && same
        && own.1.is_ascii()
        && matches!(accented.1, 'à' | 'è' | 'é' | 'ì' | 'ò' | 'ù')
}

/// A raised minus that only one of two powers has: `s⁻²` is not `s²`.
fn powers(quote: &Folded<'_>, page: &Folded<'_>, step: &Step) -> Option<Difference> {
    let (one, other) = (quote.written(step.quote.clone()), page.written(step.page.clone()));
    if one == other || [one, other].into_iter().any(|side| !side.contains(|c| raised(c).is_some())) {
        return None;
    }
    (one.contains('⁻') != other.contains('⁻')).then_some(Difference::Critical)
}
