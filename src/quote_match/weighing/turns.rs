//! Small words that turn a sentence where they come, go or change: `que` behind a French `ne`, `from` for `to`.

use std::ops::Range;

use crate::quote_match::folding::align::{Passage, Step};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::hyphened::is_would_be;
use crate::quote_match::folding::sentences::ends;
use crate::quote_match::folding::words::is_but_of_all;
use crate::quote_match::languages::inflection::is_participle;
use crate::quote_match::languages::language::Language;
use crate::quote_match::languages::letters::is_apostrophe;

/// Whether a step whose words only hold the sentence together turns it all the same.
pub(crate) fn turns(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> bool {
    let sides = [(quote, &step.quote, &step.page), (page, &step.page, &step.quote)];
    makes_few(quote, page, step)
        || leaves_would_be(quote, page, step)
        || rounds(quote, &step.quote) != rounds(page, &step.page)
        || turns_voice(quote, page, step)
        || takes_out(quote, &step.quote) != takes_out(page, &step.page)
        || restricts(quote.folded, &step.quote) != restricts(page.folded, &step.page)
        || leaves_off(quote.folded, &step.quote) != leaves_off(page.folded, &step.page)
        || leads_elsewhere(quote.folded, &step.quote, page.folded, &step.page)
        || changes_case(quote, page, step)
        || changes_person(quote, page, step)
        || makes_part(quote, page, step)
        || turns_at(quote, page, step)
        || tells_another_time(quote, page, step)
        || claims_cause(quote, page, step)
        || sides.into_iter().any(|(side, own, other)| obliges(side, own.clone(), other))
}

/// Whether one side lacks the `would-be` that the other has before what it is said of.
fn leaves_would_be(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> bool {
    // Of the two words the alignment may set one against the word before them.
    let within = |text: &Folded<'_>, at: usize| {
        is_would_be(text, at) || at.checked_sub(1).is_some_and(|would| is_would_be(text, would))
    };
    let has = |side: &Passage<'_, '_>, words: &Range<usize>| words.clone().any(|at| within(side.folded, at));
    has(quote, &step.quote) != has(page, &step.page)
}

/// Whether a small word among `words` makes about so many of the number behind it, or no more than that: `unos 300`, `within 300 metres`.
fn rounds(side: &Passage<'_, '_>, words: &Range<usize>) -> bool {
    const ABOUT: [&str; 8] = ["quelque", "quelques", "umas", "unas", "unes", "unos", "uns", "within"];
    let number = |at: usize| at < side.folded.words.len() && side.folded.is_number(at);
    // `an die 300`
    let nearly = |at: usize| side.folded.word(at) == "die" && at > 0 && side.folded.word(at - 1) == "an";
    words.clone().any(|at| (ABOUT.contains(&side.folded.word(at)) || nearly(at)) && number(at + 1))
}

/// Whether only one side has the article before `few` or `little`: few is hardly any, a few is some.
fn makes_few(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> bool {
    const FEW: [&str; 6] = ["few", "little", "peu", "poco", "pouco", "wenig"];
    const ARTICLES: [&str; 4] = ["a", "un", "um", "ein"];
    let few = |side: &Passage<'_, '_>, at: usize| at < side.folded.words.len() && FEW.contains(&side.folded.word(at));
    let article = |side: &Passage<'_, '_>, words: &Range<usize>| {
        !words.is_empty() && ARTICLES.contains(&side.folded.word(words.end - 1))
    };
    few(quote, step.quote.end) && few(page, step.page.end) && article(quote, &step.quote) != article(page, &step.page)
}

/// Whether only one side has the `was` before a participle, or a `by`: who did it is then another.
fn turns_voice(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> bool {
    const BE: [&str; 8] = ["are", "be", "been", "being", "is", "was", "were", "am"];
    let participle =
        |side: &Passage<'_, '_>, at: usize| at < side.folded.words.len() && is_participle(side.folded.word(at));
    let lone = |side: &Passage<'_, '_>, words: &Range<usize>, end: usize| {
        let has = |own: &[&str]| words.clone().any(|index| own.contains(&side.folded.word(index)));
        // `fell by 12 %`
        let agent = end >= side.folded.words.len() || !side.folded.is_number(end);
        has(&["by"]) && agent || has(&BE) && participle(side, end)
    };
    step.page.is_empty() && lone(quote, &step.quote, step.quote.end)
        || step.quote.is_empty() && lone(page, &step.page, step.page.end)
}

/// Whether both sides have the same auxiliary in another time: `is` and `was`.
fn tells_another_time(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> bool {
    let told = |side: &Passage<'_, '_>, words: &Range<usize>| -> Vec<(&str, bool)> {
        let word = |at: usize| match side.folded.word(at) {
            "am" | "are" | "is" => Some(("be", true)),
            "was" | "were" => Some(("be", false)),
            "have" | "has" => Some(("have", true)),
            "had" => Some(("have", false)),
            "do" | "does" => Some(("do", true)),
            "did" => Some(("do", false)),
            _ => None,
        };
        // `we're` has the letters of `were`.
        let whole = |at: &usize| !side.folded.written(*at..at + 1).contains(is_apostrophe);
        words.clone().filter(whole).filter_map(word).collect()
    };
    let (ours, theirs) = (told(quote, &step.quote), told(page, &step.page));
    ours.len() == theirs.len()
        && ours.iter().zip(&theirs).any(|((one, now), (other, then))| one == other && now != then)
}

/// Whether only one side has a `so` where the other has an `and` or a `but`: what follows is then told as a consequence.
fn claims_cause(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> bool {
    let has = |side: &Passage<'_, '_>, words: &Range<usize>, wanted: &[&str]| {
        words.clone().any(|at| wanted.contains(&side.folded.word(at)))
    };
    let (ours, theirs) = (has(quote, &step.quote, &["so"]), has(page, &step.page, &["so"]));
    let joins = ["and", "but"];
    ours && !theirs && has(page, &step.page, &joins) || theirs && !ours && has(quote, &step.quote, &joins)
}

/// Whether a `but` among `words` takes something out of all that stands before it: `all states but Ohio`.
fn takes_out(side: &Passage<'_, '_>, words: &Range<usize>) -> bool {
    words.clone().any(|at| is_but_of_all(side.folded, at))
}

/// Whether one side has a `have to` where the other has nothing of the kind.
fn obliges(side: &Passage<'_, '_>, words: Range<usize>, other: &Range<usize>) -> bool {
    let pair = |at: usize| {
        matches!(side.folded.word(at), "have" | "has" | "had") && at + 1 < words.end && side.folded.word(at + 1) == "to"
    };
    other.len() < words.len() && words.clone().any(pair)
}

/// Whether a `que` among `words` makes an “only” of the French `ne` before it: `n’ouvre que le samedi`. One that has its `pas`, or a
/// subject that negates, begins a clause.
fn restricts(text: &Folded<'_>, words: &Range<usize>) -> bool {
    const FAR: usize = 10;
    const SUBJECT: usize = 4;
    let denies = |index: usize| {
        matches!(
            text.word(index),
            "pas" | "point" | "rien" | "personne" | "aucun" | "aucune" | "nul" | "nulle" | "ni" | "nullement"
        )
    };
    let begins = |index: usize| ends(text, index) || text.between(index).contains([';', ':', '«', '»']);
    let ne = |index: usize| {
        text.word(index) == "ne" || text.word(index) == "n" && text.between(index).starts_with(is_apostrophe)
    };
    words.clone().filter(|&at| matches!(text.word(at), "que" | "qu")).any(|at| {
        let clause = || (at.saturating_sub(FAR)..at).rev().take_while(|&index| !begins(index));
        let Some(first) = clause().take_while(|&index| !denies(index)).find(|&index| ne(index)) else { return false };
        !clause().filter(|&index| index < first).take(SUBJECT).any(denies)
    })
}

/// Whether a `de` among `words` makes another verb of the one before it: `dejó de vender`, sold no more, `vient de vendre`, has
/// just sold.
fn leaves_off(text: &Folded<'_>, words: &Range<usize>) -> bool {
    const COMES: [&str; 8] = ["viens", "vient", "venons", "venez", "viennent", "venais", "venait", "venaient"];
    let leaves = |word: &str| word.starts_with("dej") || word.starts_with("deix") || COMES.contains(&word);
    let behind = |at: usize| at + 1 < text.words.len() && is_infinitive(text, at + 1);
    words.clone().any(|at| at > 0 && text.word(at) == "de" && leaves(text.word(at - 1)) && behind(at))
}

/// Whether a pronoun before a verb, or behind a hyphen, stands for somebody of the other sex: `la remercia` and `le remercia`, `lo ringrazio`
/// and `la ringrazio`, `viu-o` and `viu-a`. What may be an article is one.
fn changes_person(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> bool {
    if step.quote.len() != step.page.len() {
        return false;
    }
    let is_in = |language: Language| page.folded.languages & language.bit() != 0;
    step.quote.clone().zip(step.page.clone()).any(|(ours, theirs)| {
        let pair = (quote.folded.word(ours), page.folded.word(theirs));
        let either = |one: &str, other: &str| pair == (one, other) || pair == (other, one);
        let next = page.folded.words.get(theirs + 1).map_or("", |_| page.folded.word(theirs + 1));
        let joined = theirs > 0 && page.folded.between(theirs - 1) == "-";
        is_in(Language::French) && either("le", "la") && (joined || is_french_verb(page.folded, theirs))
            || is_in(Language::Italian)
                && (either("lo", "la") && !takes_lo(next)
                    || either("gli", "le") && !next.is_empty() && !takes_gli(next))
            || is_in(Language::Portuguese)
                && joined
                && (either("o", "a") || either("os", "as") || either("lo", "la") || either("no", "na"))
    })
}

/// Whether the word behind a French `le` at `at` is a verb: a subject stands right before the two, and the word ends as verbs do.
fn is_french_verb(text: &Folded<'_>, at: usize) -> bool {
    const ARTICLES: [&str; 12] = ["ce", "cet", "cette", "l", "la", "le", "ma", "mon", "sa", "son", "un", "une"];
    const SUBJECTS: [&str; 9] = ["elle", "elles", "il", "ils", "je", "nous", "on", "tu", "qui"];
    const ENDINGS: [&str; 9] = ["a", "ait", "aient", "erent", "era", "eront", "ent", "ut", "it"];
    let Some(before) = at.checked_sub(1).filter(|&before| text.between(before).trim().is_empty()) else { return false };
    let subject = SUBJECTS.contains(&text.word(before));
    let noun = before > 0 && ARTICLES.contains(&text.word(before - 1));
    let next = if at + 1 < text.words.len() { text.word(at + 1) } else { "" };
    subject || noun && ENDINGS.iter().any(|ending| next.ends_with(ending)) && next.len() > 2
}

/// Whether an Italian noun before which `lo` is the article can begin so; and the same of `gli`.
fn takes_lo(word: &str) -> bool {
    let second = word.chars().nth(1);
    word.is_empty()
        || word.starts_with(['z', 'x', 'y', 'j'])
        || ["gn", "ps", "pn", "io", "ia", "ie", "iu"].iter().any(|start| word.starts_with(start))
        || word.starts_with('s') && second.is_some_and(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u'))
}

fn takes_gli(word: &str) -> bool {
    takes_lo(word) || word.starts_with(['a', 'e', 'i', 'o', 'u'])
}

/// Whether one side lacks the `a little` that makes a part of what stands behind a `de`: `un peu de l’argent`.
fn makes_part(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> bool {
    const QUANTIFIERS: [&str; 9] = ["assez", "beaucoup", "moins", "peu", "plus", "poco", "pouco", "tant", "trop"];
    let part = |side: &Passage<'_, '_>, words: &Range<usize>, other: &Range<usize>| {
        let de = words.end < side.folded.words.len()
            && matches!(side.folded.word(words.end), "de" | "d" | "di" | "do" | "da");
        other.is_empty() && de && words.clone().any(|at| QUANTIFIERS.contains(&side.folded.word(at)))
    };
    part(quote, &step.quote, &step.page) || part(page, &step.page, &step.quote)
}

/// Whether only one side has the `at` behind a participle and before a `by`: who was shot at by the guard was not shot by him.
fn turns_at(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> bool {
    const AIMED: [&str; 6] = ["at", "for", "off", "on", "over", "up"];
    let aimed = |side: &Passage<'_, '_>, words: &Range<usize>, other: &Range<usize>| {
        let led = words.start.checked_sub(1).is_some_and(|before| is_participle(side.folded.word(before)));
        let by = words.end < side.folded.words.len() && side.folded.word(words.end) == "by";
        other.is_empty() && led && by && words.clone().all(|at| AIMED.contains(&side.folded.word(at)))
    };
    aimed(quote, &step.quote, &step.page) || aimed(page, &step.page, &step.quote)
}

/// Where a small word leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    From,
    To,
}

/// Whether one side has a small word that leads from something and the other one that leads to it.
fn leads_elsewhere(quote: &Folded<'_>, ours: &Range<usize>, page: &Folded<'_>, theirs: &Range<usize>) -> bool {
    let ways = |text: &Folded<'_>, words: &Range<usize>| -> Vec<Way> {
        words.clone().filter_map(|at| way(text, at)).collect()
    };
    let (ours, theirs) = (ways(quote, ours), ways(page, theirs));
    !ours.is_empty() && !theirs.is_empty() && ours != theirs
}

fn way(text: &Folded<'_>, at: usize) -> Option<Way> {
    let is_in = |language: Language| text.languages & language.bit() != 0;
    let english = is_in(Language::English);
    match text.word(at) {
        "an" if is_in(Language::German) => Some(Way::To),
        "van" if is_in(Language::Dutch) => Some(Way::From),
        "aan" | "naar" if is_in(Language::Dutch) => Some(Way::To),
        "fran" | "fra" if is_in(Language::Swedish) || is_in(Language::Danish) => Some(Way::From),
        "till" | "til" if is_in(Language::Swedish) || is_in(Language::Danish) => Some(Way::To),
        "od" if is_in(Language::Polish) || is_in(Language::Czech) => Some(Way::From),
        "do" if is_in(Language::Polish) || is_in(Language::Czech) => Some(Way::To),
        "от" | "из" if is_in(Language::Russian) => Some(Way::From),
        "к" | "ко" if is_in(Language::Russian) => Some(Way::To),
        "dal" | "dalla" | "dai" | "dagli" | "dalle" if is_in(Language::Italian) => Some(Way::From),
        "alla" | "ai" | "agli" | "alle" if is_in(Language::Italian) => Some(Way::To),
        "del" | "du" | "vom" | "von" => Some(Way::From),
        "al" | "au" | "aux" | "zu" | "zum" | "zur" => Some(Way::To),
        // `continuer à lire` and `de lire`, `commencer à` and `de`.
        "de" | "des" if !leads_verb(text, at) => Some(Way::From),
        "a" if !english && !leads_verb(text, at) => Some(Way::To),
        _ => None,
    }
}

/// Whether the next word is an infinitive as French, Spanish and Portuguese end them.
fn leads_verb(text: &Folded<'_>, at: usize) -> bool {
    at + 1 < text.words.len() && is_infinitive(text, at + 1)
}

fn is_infinitive(text: &Folded<'_>, at: usize) -> bool {
    const SHORTEST: usize = 3;
    let (word, written) = (text.word(at), text.written(at..at + 1));
    let ended = ["ar", "er", "ir", "re"].iter().any(|ending| word.ends_with(ending));
    (ended && word.len() >= SHORTEST || word == "ir") && written.starts_with(char::is_lowercase)
}

/// Whether a German article makes the one who does it of the one to whom it is done: `der Hund biss` and `den Hund biss`. The first word of a
/// quote is fitted to the sentence that it stands in, unless it begins one.
fn changes_case(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, step: &Step) -> bool {
    let told = page.folded.languages & Language::German.bit() != 0;
    let turned = |one: &str, other: &str| matches!((one, other), ("der", "den" | "dem") | ("ein", "einen" | "einem"));
    let fitted =
        |at: usize| at == quote.words.start && quote.folded.written(at..at + 1).starts_with(char::is_lowercase);
    let pairs = step.quote.clone().zip(step.page.clone());
    told && step.quote.len() == step.page.len()
        && pairs.filter(|&(ours, _)| !fitted(ours)).any(|(ours, theirs)| {
            let (ours, theirs) = (quote.folded.word(ours), page.folded.word(theirs));
            turned(ours, theirs) || turned(theirs, ours)
        })
}
