//! What a change of words can change: nothing but form, or the meaning.

use super::align::{Passage, Step, StepKind};
use super::language::Languages;
use super::words::{is_function, is_misspelling, is_pointing, is_regional, is_title, spelled_in_full};
use super::{Change, ChangeOp, Difference};

/// A word in folded spelling.
struct Spelled {
    letters: String,
    /// It is written with a capital.
    capital: bool,
    /// It is a name whatever its letters are: an initial, a letter that names, what follows a title.
    name: bool,
}

/// What the change of one step can change.
pub(super) fn judge(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> Difference {
    let (one, other) = (in_full(quote, &step.quote), in_full(page, &step.page));
    let start = one.iter().zip(&other).take_while(|(a, b)| a.letters == b.letters).count();
    let (one, other) = (&one[start..], &other[start..]);
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a.letters == b.letters).count();
    let (one, other) = (&one[..one.len() - end], &other[..other.len() - end]);
    if only_form(one, other, page.folded.languages) { Difference::Minor } else { Difference::Critical }
}

/// Function words, or word for word a slip of spelling. The lists are closed: what is in none of them has a meaning.
fn only_form(one: &[Spelled], other: &[Spelled], languages: Languages) -> bool {
    if one.iter().chain(other).any(|word| word.name) {
        return false;
    }
    let function = |words: &[Spelled]| words.iter().all(|word| is_function(&word.letters));
    let pointing = |words: &[Spelled]| words.iter().any(|word| is_pointing(&word.letters));
    if function(one) && function(other) {
        return !(pointing(one) && pointing(other));
    }
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| is_slip(a, b, languages))
}

fn is_slip(one: &Spelled, other: &Spelled, languages: Languages) -> bool {
    let (a, b) = (one.letters.as_str(), other.letters.as_str());
    let name = one.capital || other.capital;
    a == b
        || is_function(a) && is_function(b) && !(is_pointing(a) && is_pointing(b))
        || is_regional(a, b, languages)
        || !name && is_misspelling(a, b, languages)
}

/// `Dr. B. A. Smith`, `vitamin A`, `Mr. At`; not the article that begins a sentence.
fn is_name(passage: &Passage<'_, '_>, index: usize) -> bool {
    let folded = passage.folded;
    let written = folded.written(index..index + 1);
    let before = index.checked_sub(1);
    let capital = written.starts_with(char::is_uppercase);
    if capital && before.is_some_and(|before| is_title(folded.word(before))) {
        return true;
    }
    let begins = before.is_none_or(|before| !folded.between(before).chars().all(|c| c == ' ' || c == '\u{a0}'));
    capital && written.chars().nth(1).is_none() && (!begins || folded.between(index).starts_with('.'))
}

fn in_full(passage: &Passage<'_, '_>, words: &std::ops::Range<usize>) -> Vec<Spelled> {
    let spelled = |index: usize| {
        let written = passage.folded.written(index..index + 1);
        let capital = written.starts_with(char::is_uppercase);
        let name = is_name(passage, index);
        spelled_in_full(passage.folded.word(index), written).into_iter().map(move |letters| Spelled {
            letters,
            capital,
            name,
        })
    };
    words.clone().flat_map(spelled).collect()
}

/// The quote turned into the passage. `altered` are the steps of the same letters that are another word all the same.
pub(super) fn diff(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, steps: &[Step], altered: &[Step]) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    let mut add = |op: ChangeOp, text: String| match changes.last_mut() {
        Some(last) if last.op == op => last.text.push_str(&text),
        _ if text.is_empty() => {}
        _ => changes.push(Change { op, text }),
    };
    for step in steps {
        if altered.contains(step) || step.kind == StepKind::Changed {
            add(ChangeOp::Delete, written(quote, &step.quote));
            add(ChangeOp::Insert, written(page, &step.page));
        } else if step.kind == StepKind::Same || !step.quote.is_empty() {
            add(ChangeOp::Equal, written(quote, &step.quote));
        } else {
            add(ChangeOp::Equal, "… ".to_owned());
        }
    }
    changes
}

/// Words as written, with what stands between them and after them; a break of the line is a space here.
fn written(passage: &Passage<'_, '_>, words: &std::ops::Range<usize>) -> String {
    let mut text = String::new();
    for index in words.clone() {
        text.push_str(passage.folded.written(index..index + 1));
        if index + 1 < passage.words.end {
            text.extend(passage.folded.between(index).chars().map(|c| if c.is_control() { ' ' } else { c }));
        }
    }
    text
}
