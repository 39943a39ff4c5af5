//! An ellipsis that leads from a clause about one thing to the clause about another that is built alike: `which she … accepted` of
//! “a chair, which she declined, and another, which she accepted”. And the half of a pair that denies together: `ne … que`.

use std::ops::Range;

use super::other_verb::PAST;
use crate::quote_match::around::supposed::is_link;
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::{is_function, is_one_of, is_pronoun};
use crate::quote_match::languages::governing::{Role, has};
use crate::quote_match::languages::language::Language::{
    self, Bulgarian, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hungarian, Italian, Polish,
    Portuguese, Romanian, Russian, Spanish, Swedish, Ukrainian,
};
use crate::quote_match::languages::language::{Languages, languages_of};
use crate::quote_match::languages::letters::{is_apostrophe, is_unspaced};

/// What begins a clause about the thing that was named right before it.
const RELATIVES: &[(Language, &str)] = &[
    (English, "that which who whom whose"),
    (German, "das dem den denen der deren dessen die was wo"),
    (French, "dont laquelle lequel lesquelles lesquels ou qu que qui"),
    (Spanish, "cual cuales que quien quienes"),
    (Italian, "che cui quale quali"),
    (Portuguese, "que quem qual quais"),
    (Dutch, "dat die wat wie"),
    (Polish, "ktora ktore ktorego ktorej ktorych ktory ktorym ktorzy"),
    (Czech, "ktera ktere ktereho kterou ktery ktery kteri"),
    (Russian, "которая которого которое которои которую которые которыи которых которым"),
    (Ukrainian, "яка яке якии якого яку які яких що"),
    (Bulgarian, "които които която което когото"),
    (Swedish, "som vilka vilken vilket"),
    (Danish, "der som"),
    (Finnish, "jota joita jonka joka jotka"),
    (Hungarian, "aki akik akit amely amelyek amelyet ami amit"),
    (Romanian, "care"),
    (Greek, "οποια οποιο οποιοσ που"),
];

/// Negations, and what stands behind one and says what it does not deny: `ne … que`, `nu … decât`.
const EXCEPTING: &[(Language, &str, &str)] = &[
    (French, "n ne", "qu que"),
    (Romanian, "nu", "decat"),
    (Spanish, "no", "sino"),
    (Portuguese, "nao", "senao"),
    (Greek, "δε δεν", "παρα"),
];

/// What else stands with a French `ne`; the `que` behind it is another.
const WITH_NE: &[(Language, &str)] = &[(French, "aucun aucune guere jamais ni nul nulle pas personne plus point rien")];

/// Those of them behind which a `qu’un` takes out as well.
const NO_MORE: &str = "guere jamais plus";

/// Words between the beginning of such a clause and its verb, and between a negation and what it excepts.
const SUBJECT: usize = 2;
const NEAR: usize = 5;

/// Whether an ellipsis over `words` leads from a clause about one thing to a clause about another.
pub(super) fn is_of_another_thing(page: &Folded<'_>, words: &Range<usize>) -> bool {
    // A relative of these languages is an article too, and has a comma before it, or before the small word that it stands behind.
    let is_article = |told: Languages| told & (German.bit() | Dutch.bit()) != 0;
    let has_comma = |index: usize| (index.saturating_sub(2)..index).any(|before| page.between(before).contains(','));
    let relative = |index: usize| {
        let told = languages_of(RELATIVES, page, page.word(index));
        told != 0 && (!is_article(told) || has_comma(index))
    };
    let close = |index: usize| page.between(index).chars().all(|c| c.is_whitespace() || matches!(c, '\'' | '’'));
    // The last small word of the kind before word `end`, with hardly more than a subject between.
    let begins = |from: usize, end: usize| {
        let mut near = (from.max(end.saturating_sub(SUBJECT + 1))..end).rev();
        near.find(|&index| relative(index)).filter(|&index| (index..end - 1).all(close))
    };
    let Some(ours) = words.start.checked_sub(1).and_then(|_| begins(0, words.start)) else { return false };
    let Some(theirs) = begins(words.start, words.end).filter(|&theirs| theirs > words.start) else { return false };
    let subject =
        |index: usize| is_pronoun(page.word(index)) || page.written(index..index + 1).starts_with(char::is_uppercase);
    let same = page.folded(ours..words.start) == page.folded(theirs..words.end);
    let plain = words.end - theirs <= SUBJECT && (theirs + 1..words.end).all(subject);
    // `who lived there and who fought` speaks of the same.
    let joint = (words.start..theirs).rev().find(|&index| is_link(page, index) || page.between(index).contains(';'));
    let other = joint.is_some_and(|joint| joint + 1 < theirs);
    (same || plain) && other && (page.word(ours) == page.word(theirs) || !page.between(theirs - 1).trim().is_empty())
}

/// Whether an ellipsis over `words` leads from one figure to the figure of another: `Norway won … 9` of “Norway won 12 medals and Sweden 9”,
/// `61% in … Hull` of “61% in Leeds, 54% in Hull”.
pub(super) fn is_figure_of_another(page: &Folded<'_>, words: &Range<usize>) -> bool {
    let Some(kept) = words.start.checked_sub(1).filter(|_| words.len() > 1 && words.end < page.words.len()) else {
        return false;
    };
    let ends = |index: usize| page.between(index).contains(['.', '!', '?', '\n', '\t']);
    if (kept..words.end).any(ends) {
        return false;
    }
    let number = |index: usize| page.word(index).starts_with(|c: char| c.is_ascii_digit());
    let last = words.end - 1;
    let parted = |index: usize| is_link(page, index) || page.between(index).contains([',', ';', '，', '；']);
    let Some(joint) = (words.start..last).rev().find(|&index| parted(index)) else { return false };
    let figure = (words.start..=joint).any(number);
    // `in Leeds, 54% in` behind an `in` that is kept, and `, 瑞典获得` behind `获得`.
    let unspaced = page.word(kept).starts_with(is_unspaced) && kept > 0 && page.word(kept - 1) == page.word(last - 1);
    let worded = page.word(kept).starts_with(char::is_alphabetic) && !matches!(page.word(kept), "percent" | "permille");
    let same = worded && page.word(kept) == page.word(last) && (!page.word(kept).starts_with(is_unspaced) || unspaced);
    let further = (joint + 1..words.end).any(number) && (kept.saturating_sub(NEAR)..kept).any(number);
    if same && (further || figure && number(words.end)) {
        return true;
    }
    // `12 medals and Sweden` before a figure that is kept.
    let tail = joint + 1..words.end;
    let named = |index: usize| page.written(index..index + 1).starts_with(char::is_uppercase);
    let article = tail.len() == 2 && page.word(tail.start).chars().count() <= SUBJECT;
    let told = (tail.len() == 1 || article) && named(last);
    figure && number(words.end) && told && close_to(page, last)
}

/// Whether an ellipsis over `words` leads from a verb to the same verb in a later sentence, which is of somebody else or of another time: `The
/// mayor said that … the mayor was lying` of “… taxes would fall. The bishop said that the mayor was lying”.
pub(super) fn is_of_another_sentence(page: &Folded<'_>, words: &Range<usize>) -> bool {
    const LETTERS: usize = 4;
    let Some(kept) = words.start.checked_sub(1).filter(|_| words.len() > 2 && words.end < page.words.len()) else {
        return false;
    };
    let last = words.end - 1;
    let ends = |index: usize| page.between(index).contains(['.', '!', '?', '\n']) && !page.between(index).contains(',');
    let that = usize::from(has(page, kept, Role::That) && has(page, last, Role::That));
    let (Some(ours), theirs) = (kept.checked_sub(that), last - that) else { return false };
    let small = page.written(ours..ours + 1).starts_with(char::is_lowercase);
    let word = page.word(ours);
    let past = word.ends_with("ed") && word.len() > LETTERS || is_one_of(PAST, word);
    let verb = has(page, ours, Role::Speech) || past && languages_of(&[(English, word)], page, word) != 0;
    let Some(end) = (words.start..theirs).rev().find(|&index| ends(index)) else { return false };
    // Whom a pronoun stands for is not known.
    let again = has(page, theirs, Role::Speech) && is_pronoun(page.word(end + 1));
    small
        && verb
        && !again
        && page.word(ours) == page.word(theirs)
        && !is_function(page.word(ours))
        && close_to(page, kept)
        && close_to(page, last)
}

fn close_to(page: &Folded<'_>, index: usize) -> bool {
    page.between(index).trim().is_empty()
}

/// Whether an ellipsis over `words` hides what a negation that is kept does not deny: `ne demande … le respect` of “ne demande que le
/// respect”.
pub(super) fn hides_exception(page: &Folded<'_>, words: &Range<usize>) -> bool {
    let hidden = words.clone().take(NEAR);
    let is = |words: &'static str, language: Language, index: usize| {
        languages_of(&[(language, words)], page, page.word(index)) != 0
    };
    let mut pairs = EXCEPTING.iter().flat_map(|pair| hidden.clone().map(move |index| (pair, index)));
    // `n’a plus qu’un pont`
    let no_more = |index: usize| {
        let counts =
            index + 1 < page.words.len() && (is_one_of("un une", page.word(index + 1)) || page.is_number(index + 1));
        counts && index == words.start && is_one_of(NO_MORE, page.word(index - 1))
    };
    pairs.any(|((language, negations, excepting), index)| {
        let before = (index.saturating_sub(NEAR)..index).rev().skip(usize::from(index > 0 && no_more(index)));
        let mut clause = before.take_while(|&at| !page.between(at).contains(['.', ',', ';', ':', '!', '?', '\n']));
        let denied = clause.find(|&at| is(negations, *language, at) || languages_of(WITH_NE, page, page.word(at)) != 0);
        is(excepting, *language, index)
            && denied.is_some_and(|at| at < words.start && is(negations, *language, at))
            && page.between(words.end - 1).trim_matches(is_apostrophe).trim().is_empty()
    })
}
