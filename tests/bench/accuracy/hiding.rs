//! What the words that an ellipsis passes over do to those that are kept, told by the lists of `turning.rs` and by the marks at which
//! sentences end, and by nothing of what is measured.

use std::ops::Range;

use crate::counting::bound;
use crate::leaving::leave_open;
use crate::passage::{Passage, is_unspaced};
use crate::turning::{
    begins_what_is_said, grades, includes_all, leaves_out, negates, negates_within, says, turns, turns_within,
};

/// What they do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hidden {
    /// None of them turns anything.
    Plain,
    /// One of them negates.
    Negation,
    /// One of few, or of the last, makes a condition, an exception, a guess, a claim or a denial; or a word is hidden that one that is kept
    /// needs: the number that it bounds, what it grades, what it leaves out.
    Turning,
    /// They lead from inside of one sentence to inside of another, or into or out of what somebody says.
    Joining,
}

/// Words up to which any that an ellipsis passes over counts; and the last ones, of more.
const FEW: usize = 3;
const LAST: usize = 4;

/// Words before an ellipsis among which an “all” or a “not” stands that what is hidden takes something out of.
const BEFORE: usize = 12;

/// Characters beside what is hidden that may be of one word with it, in a language without spaces.
const BESIDE: usize = 4;

/// What `words` of a passage do, which an ellipsis passes over.
pub fn hidden(passage: &Passage, words: Range<usize>) -> Hidden {
    let own = &passage.words[words.clone()];
    let within = |is: fn(&str, &Range<usize>) -> bool| {
        let (text, bytes) = run(passage, &words);
        text.contains(is_unspaced) && is(&text, &bytes)
    };
    if own.iter().any(|word| negates(word)) || within(negates_within) {
        Hidden::Negation
    } else if has_turning_word(own) || within(turns_within) || hides_what_is_needed(passage, &words) {
        Hidden::Turning
    } else if joins(passage, &words) {
        Hidden::Joining
    } else {
        Hidden::Plain
    }
}

/// The hidden words as one, with some beside them, and where they stand in that.
fn run(passage: &Passage, words: &Range<usize>) -> (String, Range<usize>) {
    let of = |words: Range<usize>| passage.words[words].concat();
    let before = of(words.start.saturating_sub(BESIDE)..words.start);
    let bytes = before.len()..before.len() + of(words.clone()).len();
    (before + &of(words.clone()) + &of(words.end..passage.words.len().min(words.end + BESIDE)), bytes)
}

/// A word of few, or the first or one of the last, that turns what stands around it.
fn has_turning_word(words: &[String]) -> bool {
    let told = if words.len() <= FEW { words } else { &words[words.len() - LAST..] };
    let first = words.first().filter(|_| words.len() > FEW);
    let having = told.windows(2).any(|two| leave_open(&two[0], &two[1]));
    having || told.iter().chain(first).any(|word| turns(word))
}

/// The number that is bounded, what is graded or left out of an “all”, the answer to a question, and who says what is kept: with
/// one of the two hidden the other says another thing.
fn hides_what_is_needed(passage: &Passage, words: &Range<usize>) -> bool {
    let all = &passage.words;
    let (kept, own, next) = (&all[..words.start], &all[words.clone()], &all[words.end]);
    let (Some(before), [first, .., last] | [first @ last]) = (kept.last(), own) else { return false };
    let near = &kept[kept.len().saturating_sub(BEFORE)..];
    let told = &own[own.len().saturating_sub(LAST)..];
    let said = |(index, word): (usize, &String)| {
        says(word)
            && (index + 1 == told.len()
                || own.len() <= FEW
                || told[index + 1..].iter().any(|word| begins_what_is_said(word)))
    };
    bound(kept, first)
        || bound(own, next)
        // What is denied, or meant by an “every”, is not all that the page says is.
        || negates(before)
        || includes_all(before)
        || grades(before)
        || own.iter().any(|word| leaves_out(near, word))
        // What is left stands as the answer to the question.
        || before.ends_with(['?', '？', '؟'])
        || told.iter().enumerate().any(said)
        || says(last)
}

/// Whether a sentence ends among the hidden words, and none with what is kept before them or with the last of them; or what somebody
/// says begins or ends among them.
fn joins(passage: &Passage, words: &Range<usize>) -> bool {
    let ends = |index: usize| ends_sentence(&passage.words[index], &passage.words[index + 1]);
    let inner = |index: usize| ends_within(&passage.words[index]);
    let crosses = (words.start..words.end - 1).any(ends) || words.clone().any(inner);
    let hidden = passage.words[words.clone()].concat();
    (crosses && !ends(words.start - 1) && !ends(words.end - 1)) || begins_or_ends_speech(&hidden)
}

/// Whether more quotations begin than end in a text, or more end than begin: what is kept on one side is said by another than on the other.
fn begins_or_ends_speech(hidden: &str) -> bool {
    let count = |marks: &[char]| hidden.chars().filter(|c| marks.contains(c)).count();
    let german = count(&['„']) > 0;
    let (begin, end) = if german {
        (count(&['„']), count(&['“', '”']))
    } else {
        (count(&['“', '「', '『']), count(&['”', '」', '』']))
    };
    begin != end || count(&['«', '»']) % 2 == 1 || count(&['"']) % 2 == 1
}

/// Marks at which a sentence ends, whatever follows; a point does where the word before it is no abbreviation or number.
const CLOSING: [char; 11] = ['!', '?', '。', '！', '？', '؟', '۔', '।', '։', '\u{37e}', '…'];

/// What may stand behind such a mark.
const QUOTING: [char; 14] = ['"', '\'', '”', '“', '’', '»', '«', '›', ')', ']', '」', '』', '）', '"'];

/// Shortened words before a name or a number.
const SHORTENED: &str = "al art bd bzw ca cf co corp dr ed eds eg etc gen gov hon hr inc jr ltd mag max min mr mrs ms no nr op ph pp prof red rep resp rev sen \
    sgt sr st str tel tsd usw vgl vol vs z.b d.h u.a u.s i.e e.g p.m a.m d.c ul ur tzw tzn np им гг др кв пр руб см стр тел т.д т.е т.п ул";

/// Whether a sentence ends with `word`, before `next`.
fn ends_sentence(word: &str, next: &str) -> bool {
    let bare = word.trim_end_matches(QUOTING);
    let small = next.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_lowercase);
    let greek = || bare.strip_suffix(';').is_some_and(|word| word.ends_with(is_greek));
    let Some(core) = bare.strip_suffix('.') else { return !small && (bare.ends_with(CLOSING) || greek()) };
    let core = core.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let letters = core.chars().count();
    let ordinal = letters <= 2 && core.chars().all(char::is_numeric);
    !small && letters > 1 && !ordinal && !SHORTENED.split_ascii_whitespace().any(|own| own == core)
}

/// Letters of a language whose question mark is a semicolon.
fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}')
}

/// Whether two sentences meet within a word, without a space: `koniec.Potem`.
fn ends_within(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.windows(4).any(|four| {
        four[0].is_lowercase() && four[1].is_lowercase() && matches!(four[2], '.' | '!' | '?') && four[3].is_uppercase()
    })
}
