//! Questions and their answers: an ellipsis may not give a question the answer of another, nor hide its own, and a bracket
//! may not make a statement of it.

use std::ops::Range;

use crate::page::Ends;
use crate::quote_match::folding::fold::{Folded, Spaces};
use crate::quote_match::folding::marks::{Gap, Unmarked};
use crate::quote_match::folding::words::is_one_of;

/// What answers a question in a word, folded.
const ANSWERS: &str = "yes yeah yep no nope never ja jawohl nein doch niemals oui non si jamais nunca jamas sim nao nee jo nej ne \
    ano nie tak da nu igen nem kylla ei evet hayir ya tidak bukan khong vang да нет нельзя так ні не οχι ναι نعم لا بله نه خير \
    כן לא हां हाँ नहीं जी はい いいえ 是 不 不是 没有 네 예 아니요 아니오";

/// Words that tell who answers: `A`, `Ms Brook`.
const LABEL: usize = 3;

/// Words of a question of which the other half is left out.
const QUESTION: usize = 40;

/// Words that ask before the one who is asked: `Is it`, `Haben Sie`.
const ASKING: usize = 2;

/// Whether an ellipsis over `words` hides the answer to the question before it, or gives it that of another.
pub(super) fn answers_another(page: &Folded<'_>, words: &Range<usize>) -> bool {
    let Some(kept) = words.start.checked_sub(1) else { return false };
    let end = (kept..words.end.min(kept + QUESTION)).find(|&index| closes(page, index));
    let Some(end) = end.filter(|&end| asks(page, end)) else { return false };
    let hidden = end + 1..words.end;
    let answered = hidden.clone().take(LABEL + 1).any(|index| {
        is_answer(page, index) && (index == end + 1 || page.between(index - 1).contains([':', '\n', '.', '—', '–']))
    });
    let asked = hidden.rev().find(|&index| asks(page, index));
    // What is kept may be one more of a row of questions.
    let goes_on = (words.end..page.words.len().min(words.end + QUESTION)).find(|&index| closes(page, index));
    let answers = words.end < page.words.len() && !goes_on.is_some_and(|index| asks(page, index));
    answered || answers && asked.is_some_and(|asked| words.end - asked <= LABEL + 1 || is_answer(page, words.end))
}

/// Whether a bracket at the beginning of `quote` makes a statement of the question that the passage `words` is of.
pub(super) fn states_question(page: &Folded<'_>, quote: &Unmarked<'_>, words: &Range<usize>) -> bool {
    let turned = |(at, gap): &(usize, Gap)| {
        *at <= ASKING
            && matches!(gap, Gap::Replaced(with) if with.chars().all(|c| c.is_alphabetic() || c.is_whitespace()))
    };
    let written = quote.folded.original;
    let Some((_, gap)) = quote.gaps.iter().find(|gap| turned(gap)) else { return false };
    let Gap::Replaced(with) = gap else { return false };
    let first = if quote.gap(0) == Some(gap) { with.as_str() } else { written };
    let states = first.trim_start().starts_with(char::is_uppercase) || written.trim_end().ends_with(['.', '!']);
    let begins = words.start.saturating_sub(ASKING)..=words.start;
    let opens = begins.clone().any(|index| {
        index == 0 || closes(page, index - 1) || page.between(index - 1).contains(['\n', ':', '“', '"', '«', '„'])
    });
    states && opens && !written.contains(QUESTION_MARKS) && is_of_question(page, words.end - 1)
}

/// Whether a bracket has the verb with which the question begins that the passage `words` is of, behind its subject: “the bridge `[is]`
/// safe” of “Is the bridge safe?”, or of “Isn’t the bridge safe?”.
pub(super) fn turns_question_round(page: &Folded<'_>, quote: &Unmarked<'_>, words: &Range<usize>) -> bool {
    let brackets = quote.gaps.iter().filter_map(|(at, gap)| match gap {
        Gap::Replaced(with) if *at > 0 => Some(Folded::new(with, Spaces::Written)),
        _ => None,
    });
    let opens = |index: usize| {
        index == 0 || closes(page, index - 1) || page.between(index - 1).contains(['\n', ':', '“', '"', '«', '„', '¿'])
    };
    let first = (words.start.saturating_sub(ASKING)..words.start).rev().find(|&index| opens(index));
    let Some(first) = first.filter(|&first| !(first..words.start).any(|index| closes(page, index))) else {
        return false;
    };
    let verb = page.word(first);
    let verb = if page.negates(first) { verb.strip_suffix("nt").unwrap_or(verb) } else { verb };
    let rest = (first + 1..words.start).all(|index| page.negates(index));
    let turned = brackets.into_iter().any(|with| with.words.len() == 1 && with.word(0) == verb);
    turned && rest && !quote.folded.original.contains(QUESTION_MARKS) && is_of_question(page, words.end - 1)
}

/// Whether the sentence that word `last` is of ends in a question mark.
fn is_of_question(page: &Folded<'_>, last: usize) -> bool {
    let end =
        (last..page.words.len().min(last + QUESTION)).find(|&index| closes(page, index) || ends_block(page, index));
    end.is_some_and(|end| asks(page, end))
}

/// Whether a bracket gives an answer, behind the question that ends before `words`, which the page does not give there: “Were you there?
/// [Yes.]”.
pub(super) fn answers_of_its_own(page: &Folded<'_>, words: &Range<usize>, with: &Folded<'_>) -> bool {
    let answer = with.words.len() == 1 && is_one_of(ANSWERS, with.word(0));
    let asked = words.start.checked_sub(1).is_some_and(|before| asks(page, before));
    let hidden = words.start..page.words.len().min(words.end.max(words.start + QUESTION));
    let mut open = hidden.take_while(|&index| !asks(page, index));
    answer && asked && !open.any(|index| page.word(index) == with.word(0))
}

const QUESTION_MARKS: [char; 4] = ['?', '？', '؟', '\u{37e}'];

fn asks(page: &Folded<'_>, index: usize) -> bool {
    index < page.words.len() && page.between(index).contains(QUESTION_MARKS)
}

fn closes(page: &Folded<'_>, index: usize) -> bool {
    asks(page, index) || page.between(index).contains(['.', '!', '。', '！', '।'])
}

/// Whether a block ends behind a word without any sign: what the heading below it asks is no question of its own.
fn ends_block(page: &Folded<'_>, index: usize) -> bool {
    let bytes = || page.bytes_between(index, index + 1);
    let ended = |ends: &Ends| ends.is_end_of_block(&bytes()) || ends.is_end_of_paragraph(&bytes());
    page.between(index).contains('\t')
        || page.between(index).contains("\n\n")
        || index + 1 < page.words.len() && page.ends.is_some_and(ended)
}

fn is_answer(page: &Folded<'_>, index: usize) -> bool {
    is_one_of(ANSWERS, page.word(index))
        && (index + 1 == page.words.len()
            || page.between(index).contains(['.', ',', '!', ';', '…', '—', '–', '\n', '。', '，', '،', '।']))
}
