//! What a change of words can change: nothing but form, or the meaning.

use super::align::{Passage, Step, StepKind};
use super::fold::Folded;
use super::inflection::is_participle;
use super::language::Languages;
use super::marks::Unmarked;
use super::spelling::is_regional;
use super::words::{is_function, is_misspelling, is_pointing, is_title, spelled_in_full};
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
    let form = only_form(one, other, page.folded.languages)
        && !makes_few(quote, page, step)
        && !turns_voice(quote, page, step);
    if form { Difference::Minor } else { Difference::Critical }
}

/// Whether only one side has the article before `few` or `little`: few is hardly any, a few is some.
fn makes_few(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> bool {
    const FEW: [&str; 6] = ["few", "little", "peu", "poco", "pouco", "wenig"];
    const ARTICLES: [&str; 4] = ["a", "un", "um", "ein"];
    let few = |side: &Passage<'_, '_>, at: usize| at < side.folded.words.len() && FEW.contains(&side.folded.word(at));
    let article = |side: &Passage<'_, '_>, words: &std::ops::Range<usize>| {
        !words.is_empty() && ARTICLES.contains(&side.folded.word(words.end - 1))
    };
    few(quote, step.quote.end) && few(page, step.page.end) && article(quote, &step.quote) != article(page, &step.page)
}

/// Whether only one side has the `was` before a participle, or a `by`: who did it is then another.
fn turns_voice(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> bool {
    const BE: [&str; 8] = ["are", "be", "been", "being", "is", "was", "were", "am"];
    let participle =
        |side: &Passage<'_, '_>, at: usize| at < side.folded.words.len() && is_participle(side.folded.word(at));
    let lone = |side: &Passage<'_, '_>, words: &std::ops::Range<usize>, end: usize| {
        let has = |own: &[&str]| words.clone().any(|index| own.contains(&side.folded.word(index)));
        has(&["by"]) || has(&BE) && participle(side, end)
    };
    step.page.is_empty() && lone(quote, &step.quote, step.quote.end)
        || step.quote.is_empty() && lone(page, &step.page, step.page.end)
}

/// Whether a word of the quote and one of the page are two spellings of one, or one is a slip of the pen for the other.
pub(super) fn is_spelling(quote: &Folded<'_>, one: usize, page: &Folded<'_>, other: usize) -> bool {
    let sides = [(quote, one), (page, other)];
    let capital = |(side, at): (&Folded<'_>, usize)| side.written(at..at + 1).starts_with(char::is_uppercase);
    let (a, b) = (quote.word(one), page.word(other));
    !(is_function(a) || is_function(b))
        && (is_regional(a, b, page.languages)
            || !sides.into_iter().any(capital) && is_misspelling(a, b, page.languages))
        && !sides.into_iter().any(|(side, at)| is_name(side, at))
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

fn in_full(passage: &Passage<'_, '_>, words: &std::ops::Range<usize>) -> Vec<Spelled> {
    let spelled = |index: usize| {
        let written = passage.folded.written(index..index + 1);
        let capital = written.starts_with(char::is_uppercase);
        let name = is_name(passage.folded, index);
        spelled_in_full(passage.folded.word(index), written).into_iter().map(move |letters| Spelled {
            letters,
            capital,
            name,
        })
    };
    words.clone().flat_map(spelled).collect()
}

/// The quote turned into the passage. `altered` are the steps of the same letters that are another word all the same, and
/// the marks of the writer that do not cover what the page has at their places.
pub(super) fn diff(quote: &Unmarked<'_>, page: &Passage<'_, '_>, steps: &[Step], altered: &[Step]) -> Vec<Change> {
    let whole = quote.passage();
    let (mut equal, mut ours, mut theirs) = (String::new(), String::new(), String::new());
    let mut changes: Vec<Change> = Vec::new();
    let mut add = |op: ChangeOp, text: &mut String| {
        if !text.is_empty() {
            changes.push(Change { op, text: std::mem::take(text) });
        }
    };
    for step in steps {
        let mark =
            if step.kind == StepKind::Gap && step.quote.is_empty() { quote.mark(step.quote.start) } else { None };
        let own = mark.unwrap_or_else(|| written(&whole, &step.quote));
        if altered.contains(step) || matches!(step.kind, StepKind::Changed | StepKind::Spelling) {
            add(ChangeOp::Equal, &mut equal);
            ours.push_str(&own);
            theirs.push_str(&written(page, &step.page));
        } else {
            add(ChangeOp::Delete, &mut ours);
            add(ChangeOp::Insert, &mut theirs);
            equal.push_str(&own);
        }
    }
    add(ChangeOp::Equal, &mut equal);
    add(ChangeOp::Delete, &mut ours);
    add(ChangeOp::Insert, &mut theirs);
    changes
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
