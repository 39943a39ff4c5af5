//! Sentences that one side ends and the other runs on: `he saw the owner. Near the mill stood a boy` is not `he saw the owner
//! near the mill`.

use std::ops::Range;

use super::align::{Passage, Step, neighbours};
use super::fold::{Folded, Spaces};
use super::words::is_function;
use crate::page::{Ends, SEAM};
use crate::quote_match::Difference;
use crate::span::floor_char_boundary;

/// Letters of the last word of a sentence; what is shorter and has a point behind it is as likely an abbreviation.
const WORD: usize = 3;

/// Longer abbreviations, in lower case.
const ABBREVIATIONS: &str = "apr art aug bros capt col corp cpl dept ebd etc feb fig gen gov inc jan jul jun lieut ltd maj mar messrs \
    mlle mme mrs msgr nov núm oct pres prof rep rev sen sept sgt str supt tel usw vgl vol";

/// Words that lead a sentence on from the one before: who joins the two says nothing else.
const JOINING: &str = "aber also and because but e een en et for i ma maar mais nor och oder oraz ou pero porque so und weil where \
    which while who y yet а и или но";

/// The steps beside which only one side ends a sentence, each with what it can change. `steps` are those of words that are the
/// same.
pub(crate) fn run_on(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, steps: &[Step]) -> Vec<(Difference, Step)> {
    let mut found = Vec::new();
    for (before, behind) in neighbours(steps) {
        let (own, theirs) = (behind.quote.start, behind.page.start);
        let joins = JOINING.split_ascii_whitespace().any(|word| word == page.folded.word(theirs));
        let run_on =
            goes_on(quote.folded, own) && (begins_sentence(page.folded, theirs) || begins_block(page.folded, theirs));
        let parted = begins_sentence(quote.folded, own) && goes_on(page.folded, theirs);
        let difference = match (run_on, parted) {
            (true, _) if !joins => Some(Difference::Critical),
            (false, false) => None,
            _ => Some(Difference::Minor),
        };
        found.extend(difference.into_iter().flat_map(|worst| [(worst, before.clone()), (worst, behind.clone())]));
    }
    found
}

/// Whether a word has a capital, and the end of a sentence stands before it.
pub(crate) fn begins_sentence(text: &Folded<'_>, index: usize) -> bool {
    let Some(before) = index.checked_sub(1) else { return false };
    let gap = text.between(before);
    let ended = gap.starts_with(['.', '!', '?']) && gap.ends_with(|c: char| c.is_whitespace() || "“\"‘«„(".contains(c));
    let last = text.written(before..index);
    let is_word = last.chars().filter(|c| c.is_alphabetic()).count() >= WORD
        && !last.contains('.')
        && !ABBREVIATIONS.split_ascii_whitespace().any(|known| known == text.word(before));
    let mut letters = text.written(index..index + 1).chars();
    let capital = letters.next().is_some_and(char::is_uppercase) && !letters.any(char::is_uppercase);
    ended && capital && is_word
}

/// Whether a word has a capital, and a block ends before it without any sign: a heading before its text, an item before the next.
/// What a block ends with that leads on (`the`, `of`, `to`) is no end, and paragraphs that are lines of verse are not.
fn begins_block(text: &Folded<'_>, index: usize) -> bool {
    let (Some(before), Some(ends)) = (index.checked_sub(1), text.ends) else { return false };
    let bytes = text.bytes_between(before, index);
    let capital = text.written(index..index + 1).starts_with(char::is_uppercase);
    capital
        && text.between(before).chars().all(char::is_whitespace)
        && !is_function(text.word(before))
        && (ends.is_end_of_block(&bytes) || ends.is_end_of_paragraph(&bytes) && !is_verse(text, ends, index))
}

/// Whether another block begins with word `index`, in another sentence: not with a small letter behind a block that something
/// interrupts, nor as a line of verse or as one of the items of a sentence, `the birds;`.
pub(crate) fn begins_other_block(text: &Folded<'_>, index: usize) -> bool {
    let Some(before) = index.checked_sub(1) else { return false };
    let between = text.between(before);
    if !between.contains('\n') {
        return false;
    }
    let goes_on = text.written(index..index + 1).starts_with(char::is_lowercase)
        || between.trim_end().ends_with([',', ';', '，', '；', '、'])
        || between.trim().is_empty() && is_function(text.word(before));
    let bytes = text.bytes_between(before, index);
    let noted = || {
        text.ends.is_some_and(|ends| {
            ends.is_end_of_block(&bytes) || ends.is_end_of_paragraph(&bytes) && !is_verse(text, ends, index)
        })
    };
    !goes_on && (noted() || is_end_of_long_line(text, &bytes))
}

/// Whether a sentence ends in these bytes with a line that is longer than lines of verse and of files that are kept in lines, or a
/// line behind which an empty one stands.
fn is_end_of_long_line(text: &Folded<'_>, bytes: &Range<usize>) -> bool {
    const LONG: usize = 160;
    let between = &text.original[bytes.clone()];
    let ended = between
        .trim_start_matches(['"', '”', '’', '»', '“', ')'])
        .starts_with(['.', '!', '?', '。', '！', '？', '।', '؟', '۔']);
    let from = floor_char_boundary(text.original, bytes.start.saturating_sub(LONG));
    let long = || from > 0 && !text.original[from..bytes.start].contains('\n');
    let empty = || {
        between.split_once('\n').is_some_and(|(_, rest)| rest.trim_start_matches([' ', '\t', '\r']).starts_with('\n'))
    };
    ended && text.spaces == Spaces::Written && (empty() || long())
}

/// Whether the paragraphs on both sides of word `index` are short, and stand in a row of such that begin with capitals.
fn is_verse(text: &Folded<'_>, ends: &Ends, index: usize) -> bool {
    const LINE: usize = 12;
    const LINES: usize = 4;
    let breaks = |at: usize| ends.is_end_of_paragraph(&text.bytes_between(at, at + 1));
    let capital = |at: usize| text.written(at..at + 1).starts_with(char::is_uppercase);
    let last = text.words.len() - 1;
    let (mut lines, mut start) = (0, index);
    while lines < LINES && start > 0 && breaks(start - 1) {
        let mut inner = (start.saturating_sub(LINE + 1)..start - 1).rev();
        let whole = (start <= LINE).then_some(0);
        let first = inner.find(|&at| text.between(at).contains('\n')).map(|at| at + 1).or(whole);
        let Some(first) = first else { break };
        if !capital(first) {
            break;
        }
        (lines, start) = (lines + 1, first);
    }
    let mut from = index;
    while lines < LINES && capital(from) {
        let end = (from..last.min(from + LINE)).find(|&at| text.between(at).contains('\n'));
        let Some(end) = end.or((last < from + LINE).then_some(last)) else { break };
        lines += 1;
        if !breaks(end) {
            break;
        }
        from = end + 1;
    }
    lines >= LINES
}

/// Whether a word, as it is written, is one that is mostly followed by a full stop.
pub(crate) fn is_abbreviation(word: &str) -> bool {
    let word = word.to_lowercase();
    ABBREVIATIONS.split_ascii_whitespace().any(|known| known == word)
}

/// Whether nothing but white space stands before a word in small letters.
pub(crate) fn goes_on(text: &Folded<'_>, index: usize) -> bool {
    let gap = index.checked_sub(1).map_or("", |before| text.between(before));
    let letters = text.written(index..index + 1);
    !gap.is_empty() && gap.chars().all(char::is_whitespace) && letters.starts_with(char::is_lowercase)
}

/// Whether a sentence, or a line, ends behind word `index`.
pub(crate) fn ends(page: &Folded<'_>, index: usize) -> bool {
    page.between(index).contains(['.', '!', '?', '。', '！', '？', '।', '؟', '۔', '\n', '\t'])
}

/// Whether `words` lead from one passage of a text that something interrupts to another: the text stands there once more from an
/// earlier place on, so that what is behind them may come before what is in front of them. A `∎` within a line ends a proof.
pub(crate) fn is_parted(page: &Folded<'_>, words: &Range<usize>) -> bool {
    let alone = |index: usize| {
        let before = index.checked_sub(1).is_some_and(|before| page.between(before).contains('\n'));
        before && page.between(index).contains('\n') && page.word(index) == SEAM
    };
    page.folded(words.clone()).contains(SEAM) && words.clone().any(alone)
}

#[cfg(test)]
mod tests {
    use crate::quote_match::tests::{CRITICAL, class};
    use crate::quote_match::{Difference, MatchClass};

    const PAGE: &str = "After nine days the jury found the minister. Guilty of fraud were only two of his aides. The bank had \
        collapsed by then. And nobody had seen it coming at all. He met Mrs. Bell at the U.S. Senate in May, with friends. It \
        was late. A man stood there. The mayor said that he never lied to the court about the bridge over the river.";

    #[test]
    fn two_sentences_that_a_quotation_makes_one_say_something_else() {
        for quote in [
            "the jury found the minister guilty of fraud",
            "After nine days the jury found the minister guilty of fraud were only two of his aides",
            "in May, with friends. It was late a man stood there",
        ] {
            assert_eq!(class(PAGE, quote), CRITICAL, "{quote}");
        }
    }

    #[test]
    fn sentences_that_are_joined_by_their_own_word_say_the_same_and_one_that_is_parted_is_not_as_it_stands() {
        let minor = MatchClass::Altered(Difference::Minor);
        assert_eq!(class(PAGE, "The bank had collapsed by then and nobody had seen it coming at all"), minor);
        assert_eq!(
            class(PAGE, "The mayor said that he never lied. To the court about the bridge over the river"),
            minor
        );
    }

    #[test]
    fn what_is_no_end_of_a_sentence_can_be_left_out() {
        for quote in [
            "the jury found the minister. Guilty of fraud were only two of his aides",
            "the jury found the minister; guilty of fraud were only two of his aides",
            "the jury found the minister, guilty of fraud were only two of his aides",
            "He met Mrs Bell at the US senate in May, with friends",
            "the jury found the minister … guilty of fraud were only two of his aides",
        ] {
            let class = class(PAGE, quote);
            assert!(class.is_sound() || class == MatchClass::Edited, "{quote}: {class:?}");
        }
    }
}
