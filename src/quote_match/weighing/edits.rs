//! What a change of words can change: nothing but form, or the meaning.

use super::harmless::says_the_same;
use super::slips::{is_known_slip, is_misspelled};
use super::turns::turns;
use crate::quote_match::folding::align::{Passage, Step, StepKind};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::homoglyphs::look_alike;
use crate::quote_match::folding::marks::Unmarked;
use crate::quote_match::folding::ocr;
use crate::quote_match::folding::spelling::{differ_in_dots, is_plain_spelling, is_regional};
use crate::quote_match::folding::words::{
    is_article, is_function, is_misspelling, is_pointing, is_title, spelled_in_full,
};
use crate::quote_match::languages::language::Languages;
use crate::quote_match::languages::letters::is_apostrophe;
use crate::quote_match::{Change, ChangeOp, Difference};

/// A word in folded spelling.
struct Spelled<'t> {
    letters: String,
    /// As it is written, where that is one word.
    written: &'t str,
    /// It is written with a capital.
    capital: bool,
    /// It is a name whatever its letters are: an initial, a letter that names, what follows a title.
    name: bool,
}

/// What the change of one step can change.
pub(crate) fn judge(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> Difference {
    if is_one_read_in_two(quote, page, step) || says_the_same(quote, page, step) {
        return Difference::Minor;
    }
    let (one, other) = (in_full(quote, &step.quote), in_full(page, &step.page));
    let start = one.iter().zip(&other).take_while(|(a, b)| are_one(a, b)).count();
    let (one, other) = (&one[start..], &other[start..]);
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| are_one(a, b)).count();
    let (one, other) = (&one[..one.len() - end], &other[..other.len() - end]);
    let form = only_form(one, other, page.folded.languages) && !turns(quote, page, step);
    if form { Difference::Minor } else { Difference::Critical }
}

/// Whether one side has a word in one piece that the other has in two, with a ligature lost between them: `signi cant`.
pub(crate) fn is_one_read_in_two(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> bool {
    let glued = |side: &Passage<'_, '_>, words: &std::ops::Range<usize>| -> String {
        words.clone().map(|index| side.folded.written(index..index + 1)).collect()
    };
    matches!((step.quote.len(), step.page.len()), (1, 2) | (2, 1))
        && ocr::is_slip(&glued(quote, &step.quote), &glued(page, &step.page))
}

/// Whether both sides of a step are the same words, in full on one: `do not` and `don't`.
pub(crate) fn is_contraction(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> bool {
    step.kind == StepKind::Changed && is_same_in_full(quote, page, step)
}

/// Whether the words of both sides are the same in full.
pub(crate) fn is_same_in_full(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> bool {
    if step.quote.is_empty() || step.page.is_empty() {
        return false;
    }
    let (one, other) = (in_full(quote, &step.quote), in_full(page, &step.page));
    one.len() == other.len() && one.iter().zip(&other).all(|(a, b)| are_one(a, b))
}

/// Whether two words in full are the same: `he'd` is “he had” as well as “he would”.
fn are_one(one: &Spelled<'_>, other: &Spelled<'_>) -> bool {
    let had = |short: &Spelled<'_>, full: &Spelled<'_>| {
        let ending = short.written.rsplit_once(is_apostrophe).map(|(_, ending)| ending);
        short.letters == "would" && matches!(ending, Some("d" | "D")) && full.letters == "had"
    };
    one.letters == other.letters || had(one, other) || had(other, one)
}

/// The words of a passage in full: `did` and `not` for `didn't`.
pub(crate) fn letters_in_full(passage: &Passage<'_, '_>, words: &std::ops::Range<usize>) -> Vec<String> {
    in_full(passage, words).into_iter().map(|word| word.letters).collect()
}

/// Whether a word of the quote and one of the page are two spellings of one, or one is a slip of the pen for the other.
pub(crate) fn is_spelling(quote: &Folded<'_>, one: usize, page: &Folded<'_>, other: usize) -> bool {
    let sides = [(quote, one), (page, other)];
    let capital = |(side, at): (&Folded<'_>, usize)| side.written(at..at + 1).starts_with(char::is_uppercase);
    let (a, b) = (quote.word(one), page.word(other));
    !(is_function(a) || is_function(b))
        && (is_regional(a, b, page.languages)
            || is_plain_spelling(quote.written(one..one + 1), page.written(other..other + 1))
            || look_alike(quote.written(one..one + 1), page.written(other..other + 1))
            || !sides.into_iter().any(capital)
                && (is_misspelling(a, b, page.languages) || is_known_slip(a, b, page.languages))
            || ocr::is_slip(quote.written(one..one + 1), page.written(other..other + 1)))
        && !sides.into_iter().any(|(side, at)| is_name(side, at))
}

/// Function words, or word for word a slip of spelling. The lists are closed: what is in none of them has a meaning.
fn only_form(one: &[Spelled<'_>], other: &[Spelled<'_>], languages: Languages) -> bool {
    if one.iter().chain(other).any(|word| word.name) {
        return false;
    }
    let small = |word: &Spelled<'_>| is_function(&word.letters) || is_article(&word.letters, languages);
    let function = |words: &[Spelled<'_>]| words.iter().all(small);
    let pointing = |words: &[Spelled<'_>]| words.iter().any(|word| is_pointing(&word.letters));
    if function(one) && function(other) {
        return !(pointing(one) && pointing(other));
    }
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| is_slip(a, b, languages))
}

fn is_slip(one: &Spelled<'_>, other: &Spelled<'_>, languages: Languages) -> bool {
    let (a, b) = (one.letters.as_str(), other.letters.as_str());
    let name = one.capital || other.capital;
    a == b
        || is_function(a) && is_function(b) && !(is_pointing(a) && is_pointing(b))
        || is_regional(a, b, languages)
        || is_plain_spelling(one.written, other.written)
        || differ_in_dots(one.written, other.written)
        || look_alike(one.written, other.written)
        || !name && is_misspelled(a, b, languages)
        || ocr::is_slip(one.written, other.written)
}

/// `Dr. B. A. Smith`, `vitamin A`, `Mr. At`; not the article that begins a sentence.
fn is_name(folded: &Folded<'_>, index: usize) -> bool {
    let written = folded.written(index..index + 1);
    let before = index.checked_sub(1);
    let capital = written.starts_with(char::is_uppercase);
    if capital && before.is_some_and(|before| is_title(folded.word(before))) {
        return true;
    }
    let begins = before.is_none_or(|before| !folded.between(before).chars().all(|c| c == ' ' || c == '\u{a0}'));
    capital && written.chars().nth(1).is_none() && (!begins || folded.between(index).starts_with('.'))
}

fn in_full<'t>(passage: &Passage<'_, 't>, words: &std::ops::Range<usize>) -> Vec<Spelled<'t>> {
    let spelled = |index: usize| {
        let written = passage.folded.written(index..index + 1);
        let capital = written.starts_with(char::is_uppercase);
        let name = is_name(passage.folded, index);
        spelled_in_full(passage.folded.word(index), written).into_iter().map(move |letters| Spelled {
            letters,
            written,
            capital,
            name,
        })
    };
    words.clone().flat_map(spelled).collect()
}

/// The quote turned into the passage. `altered` are the steps of the same letters that are another word all the same, and
/// the marks of the writer that do not cover what the page has at their places.
pub(crate) fn diff(quote: &Unmarked<'_>, page: &Passage<'_, '_>, steps: &[Step], altered: &[Step]) -> Vec<Change> {
    let whole = quote.passage();
    let (mut equal, mut ours, mut theirs) = ((String::new(), String::new()), String::new(), String::new());
    let mut changes: Vec<Change> = Vec::new();
    for step in steps {
        let mark =
            if step.kind == StepKind::Gap && step.quote.is_empty() { quote.mark(step.quote.start) } else { None };
        let own = mark.unwrap_or_else(|| written(&whole, &step.quote));
        if altered.contains(step) || matches!(step.kind, StepKind::Changed | StepKind::Spelling) {
            let opened = opened_on_one_side(&mut equal, step);
            add_equal(&mut changes, &mut equal);
            ours.push_str(&opened.0);
            theirs.push_str(&opened.1);
            ours.push_str(&own);
            theirs.push_str(&written(page, &step.page));
        } else {
            add(&mut changes, ChangeOp::Delete, &mut ours);
            add(&mut changes, ChangeOp::Insert, &mut theirs);
            equal.0.push_str(&own);
            equal.1.push_str(&written(page, &step.page));
        }
    }
    add_equal(&mut changes, &mut equal);
    add(&mut changes, ChangeOp::Delete, &mut ours);
    add(&mut changes, ChangeOp::Insert, &mut theirs);
    changes
}

/// Takes what opens at the end of what both sides have, where one side alone has it: a bracket goes with the words in it.
fn opened_on_one_side((ours, theirs): &mut (String, String), step: &Step) -> (String, String) {
    let opening = |c: char| "([{“‘«‹„‚「『（［".contains(c);
    let start = |text: &str| text.trim_end_matches(opening).len();
    let (our_start, their_start) = (start(ours), start(theirs));
    match (our_start < ours.len(), their_start < theirs.len()) {
        (true, false) if !step.quote.is_empty() => (ours.split_off(our_start), String::new()),
        (false, true) if !step.page.is_empty() => (String::new(), theirs.split_off(their_start)),
        _ => (String::new(), String::new()),
    }
}

fn add(changes: &mut Vec<Change>, op: ChangeOp, text: &mut String) {
    if !text.is_empty() {
        changes.push(Change::new(op, std::mem::take(text)));
    }
}

/// Adds what both sides have, as the quote and as the page have it.
fn add_equal(changes: &mut Vec<Change>, (ours, theirs): &mut (String, String)) {
    let (ours, theirs) = (std::mem::take(ours), std::mem::take(theirs));
    if !ours.is_empty() {
        let page = (ours.trim_end() != theirs.trim_end()).then_some(theirs);
        changes.push(Change { op: ChangeOp::Equal, text: ours, page });
    }
}

/// Words as written, with what stands between them and after them; white space is one space here.
fn written(passage: &Passage<'_, '_>, words: &std::ops::Range<usize>) -> String {
    let mut text = String::new();
    for index in words.clone() {
        text.push_str(passage.folded.written(index..index + 1));
        if index + 1 < passage.words.end.max(words.end) {
            for c in passage.folded.between(index).chars().map(|c| if c.is_whitespace() { ' ' } else { c }) {
                if !(c == ' ' && text.ends_with(' ')) {
                    text.push(c);
                }
            }
        }
    }
    text
}
