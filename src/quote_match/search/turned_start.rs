//! A negation at the beginning of a sentence that the capital of a quote hides, and the part of a word before its hyphen.

use std::ops::Range;

use crate::quote_match::folding::align::{Step, StepKind};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::hyphened::beginning_of;
use crate::quote_match::folding::marks::{Unmarked, marks_in};
use crate::quote_match::folding::words::{is_function, is_one_of};
use crate::quote_match::languages::language::Language::{self, French, Italian, Portuguese};
use crate::quote_match::languages::language::languages_of;
use crate::quote_match::languages::limits::turns_next;

/// The words, and with them a negation that begins their sentence, which a capital hides: `Evidence was found` for “No evidence was found”
/// looks like the beginning of a sentence. `mayor` of `ex-mayor` is another word.
pub(super) fn with_turned_start(page: &Folded<'_>, plain: &Unmarked<'_>, words: Range<usize>) -> Range<usize> {
    let capital = |text: &str| text.starts_with(char::is_uppercase);
    let looks = capital(plain.folded.written(0..1)) && !capital(page.written(words.start..words.start + 1));
    let before = words
        .start
        .checked_sub(1)
        .filter(|_| looks && marks_in(&plain.folded.original[..plain.folded.start_of(0)]) == 0);
    let close = |index: usize| page.between(index).chars().all(|c| c == ' ' || c == '\u{a0}');
    // Whatever stands before it, a mark of a note, a place and a dash: what has a capital begins a sentence.
    let begins = |index: usize| {
        let before = |before: usize| page.between(before).contains(['.', '!', '?', ':', '\n', '\t']);
        index.checked_sub(1).is_none_or(before) || capital(page.written(index..index + 1))
    };
    let first = |last: usize| {
        let pair = last.checked_sub(1).filter(|&first| is_hardly(page, first) && close(first));
        let turns = pair.is_some() || page.negates(last) || turns_next(page, last);
        Some(pair.unwrap_or(last)).filter(|&first| turns && close(last) && begins(first))
    };
    let lead = |last: usize| first(last).or_else(|| denying_lead(page, last + 1));
    let cut = beginning_of(page, words.start);
    before.and_then(lead).map_or(cut.min(words.start)..words.end, |index| index..words.end)
}

/// Where the words before word `start` begin that open its sentence and deny it: `Nigdy nie`, `Not even the`, `None of the`, `In no case`.
fn denying_lead(page: &Folded<'_>, start: usize) -> Option<usize> {
    const LEAD: usize = 3;
    const EVEN: &str = "again ainda anche anns ani auch aucun aun ayn dans dass dei des dokonce edes een eens ein eine einem einer eines einmal einziger ens \
        enda even ever from heller jeden jedna jedno mal meme nawet one par selbst single siquiera sogar todos una uno zelfs \
        даже из навіть один одна одно одного";
    const CASES: &str = "account case cases caso cas circumstances condition conditions event fall faellen momento moment occasion point sense stage \
        stance time times umstanden way weise zeit zeitpunkt";
    let close = |index: usize| page.between(index).chars().all(|c| matches!(c, ' ' | '\u{a0}' | '\'' | '’'));
    let small = |index: usize| {
        let word = page.word(index);
        is_function(word) || word.chars().count() <= 2 || page.negates(index) || is_one_of(EVEN, word)
    };
    let opens = |index: usize| {
        let before = |before: usize| page.between(before).contains(['.', '!', '?', ':', '\n', '\t']);
        index.checked_sub(1).is_none_or(before) || page.written(index..index + 1).starts_with(char::is_uppercase)
    };
    let first =
        (start.saturating_sub(LEAD)..start).rev().take_while(|&index| close(index)).find(|&index| opens(index))?;
    let behind = |from: usize| (from..start).all(small);
    let denies = page.negates(first) && behind(first + 1);
    // `Nawet nie`, `In no case`.
    let later = (first + 1..start).find(|&index| page.negates(index)).filter(|&at| (first..at).all(small));
    let case = later.is_some_and(|at| {
        at + 2 == start && is_one_of(CASES, page.word(at + 1)) || at + 1 == start && is_one_of(EVEN, page.word(first))
    });
    (denies || case).then_some(first)
}

/// `Вряд ли`, hardly, in two words.
fn is_hardly(page: &Folded<'_>, index: usize) -> bool {
    const PAIRS: [(&str, &str); 8] = [
        ("вряд", "ли"),
        ("едва", "ли"),
        ("навряд", "ли"),
        ("навряд", "чи"),
        ("ледве", "чи"),
        ("a", "peine"),
        ("hau", "het"),
        ("hau", "nhu"),
    ];
    PAIRS.contains(&(page.word(index), page.word(index + 1)))
}

/// The words, and with them the quantifier whose `de` a quote makes an article: “Les patients” of “Peu de patients”, and of “La plupart
/// des patients”.
pub(super) fn with_quantifier(page: &Folded<'_>, steps: &[Step], words: Range<usize>) -> Range<usize> {
    const QUANTIFIERS: &[(Language, &str)] =
        &[(French, "assez autant beaucoup combien guere moins peu plus tant tellement trop")];
    const PARTS: &[(Language, &str)] = &[
        (French, "aucun aucune bien certains certaines majorite minorite moitie part partie plupart quart tiers"),
        (Italian, "alcune alcuni maggioranza maggior meta molte molti parte poche pochi quarto terzo"),
        (Portuguese, "alguns algumas maioria metade minoria muitas muitos parte poucas poucos quarto terco"),
    ];
    let changed = steps.first().is_some_and(|step| step.kind == StepKind::Changed);
    let known = |lists: &[(Language, &str)], index: usize| {
        page.between(index).trim().is_empty() && languages_of(lists, page, page.word(index)) != 0
    };
    let quantifies = |index: usize| match page.words.get(index + 1).map(|_| page.word(index + 1)) {
        Some("d" | "de") => known(QUANTIFIERS, index),
        Some("das" | "degli" | "dei" | "delle" | "des" | "dos") => known(PARTS, index),
        _ => false,
    };
    let from = words.start;
    // The `de` is left out with it, or stands against the article.
    let start = [from.checked_sub(1), from.checked_sub(2)].into_iter().flatten().find(|&index| quantifies(index));
    start.filter(|_| changed).map_or(words.clone(), |start| start..words.end)
}

/// The words, and with them a negation that begins their sentence and turned its subject round: “The reactor was unsafe” of “At no time was
/// the reactor unsafe”.
pub(super) fn with_inversion(
    page: &Folded<'_>,
    quote: &Unmarked<'_>,
    steps: &[Step],
    words: Range<usize>,
) -> Range<usize> {
    const FAR: usize = 6;
    const DO: [&str; 3] = ["did", "do", "does"];
    let Some(verb) = words.start.checked_sub(1).filter(|&verb| page.between(verb).trim().is_empty()) else {
        return words;
    };
    let changed = || steps.iter().filter(|step| step.kind == StepKind::Changed).flat_map(|step| step.quote.clone());
    let is_moved = |word: &str| changed().any(|index| quote.folded.word(index) == word);
    let moved = is_moved(page.word(verb));
    // `Is not this` and `Isn’t this`, of which “this is” was made.
    if page.negates(verb) && !changed().any(|index| quote.folded.negates(index)) {
        let before = verb.checked_sub(1).filter(|&before| is_moved(page.word(before)));
        let glued = page.word(verb).strip_suffix("nt").filter(|verb| is_moved(verb)).map(|_| verb);
        if let Some(start) = before.or(glued) {
            return start..words.end;
        }
    }
    let ends = |index: usize| page.between(index).contains(['.', '!', '?', ';', ':', '\n', '\t']);
    let start = (verb.saturating_sub(FAR)..=verb).rev().find(|&index| index == 0 || ends(index - 1));
    let adds = |index: usize| matches!(page.word(index + 1), "only" | "merely" | "just" | "nur" | "seulement" | "solo");
    let turns = |index: usize| {
        (page.negates(index) || turns_next(page, index) || matches!(page.word(index), "scarcely" | "little"))
            && !adds(index)
    };
    let denied = start.filter(|&start| (moved || DO.contains(&page.word(verb))) && (start..verb).any(turns));
    denied.map_or(words.clone(), |start| start..words.end)
}
