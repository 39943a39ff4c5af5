//! What is told as no more than thought, dreamt or handed down: `legend has it that`, `it was once thought that`, `only a
//! fool would think that`, `no witness said that`. The verb stands right before the small word of the clause.

use std::ops::Range;

use super::unspaced_denial;
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::sentences::ends;
use crate::quote_match::folding::words::is_one_of;
use crate::quote_match::languages::governing::{Role, has};
use crate::quote_match::languages::language::languages_of;
use crate::quote_match::languages::letters::is_apostrophe;
use crate::quote_match::languages::only::{ONLY, is_mere};

/// What makes a thought of what follows, where it does not tell what somebody did.
pub(crate) const SUPPOSING: [&str; 15] = [
    "assuming",
    "dreamed",
    "dreaming",
    "dreamt",
    "fantasised",
    "fantasized",
    "feigned",
    "imagine",
    "imagined",
    "imagining",
    "joked",
    "pretend",
    "pretended",
    "suppose",
    "supposing",
];

/// What a negation before it affirms: `no doubt that`, `nobody denies that`.
const AFFIRMED: &str = "accident coincidence denied denies deny denying disputes dispute doubt doubts exaggeration forget forgot forgotten \
    mistake question secret surprise surprising unusual wonder geheimnis wunder zweifel zufall doute surprenant duda secreto dubbio \
    segreto duvida segredo geheim twijfel mystere misterio mistero сомнении сомнения секрет таина сумнівів сумніву таємниця \
    watpliwosci tajemnica tvivel tvivl tvekan hemlighet hemmelighed pochyb tajemstvim epailysta epailystakaan salaisuus αμφιβολια \
    verwundert uberrascht wundert erstaunt surprend etonne ignore sorprende sorprendente surpreende verbaast verrast forvanar";

/// What is handed down without a witness.
const LORE: [&str; 9] =
    ["folklore", "gossip", "legend", "legends", "lore", "rumor", "rumour", "superstition", "tradition"];
/// What nobody stands for who tells it.
const ALLEGED: [&str; 9] = [
    "alleged",
    "conjectured",
    "hypothesised",
    "hypothesized",
    "purported",
    "rumored",
    "rumoured",
    "speculated",
    "surmised",
];
/// What was thought, and is no more.
const THOUGHT: [&str; 7] = ["assumed", "believed", "feared", "held", "imagined", "supposed", "thought"];
const ONCE: [&str; 6] = ["formerly", "initially", "long", "once", "originally", "previously"];
/// Words behind a `no` at the beginning of a sentence whose verb it does not take.
const OTHERWISE: [&str; 5] = ["longer", "less", "matter", "sooner", "wonder"];
/// Words of a subject and its verb.
const SUBJECT: usize = 6;

/// Words of a clause before its negation, at most.
const CLAUSE: usize = 24;

/// What a negation right before it says no less of, beside `not only`: `no wonder`, `not surprisingly`.
const NO_LESS: &str = "matter small sooner surprisingly unexpectedly unnaturally wonder umsonst";

/// What `without` affirms with it.
const WITHOUT: [&str; 5] = ["doubt", "exaggeration", "fail", "question", "saying"];

/// Whether the negation at word `index` makes an affirmation of the passage `words`: `no doubt that`, `which nobody denies`.
pub(crate) fn is_affirmed(page: &Folded<'_>, index: usize, words: &Range<usize>) -> bool {
    let affirms = |at: usize| {
        at < page.words.len()
            && (AFFIRMED.split_ascii_whitespace().any(|word| word == page.word(at)) || has(page, at, Role::Denial))
    };
    if is_more(page, index, words)
        || unspaced_denial::is_affirming(page, index, words)
        || index < words.start && unspaced_denial::affirms(page, index, words.start)
    {
        return true;
    }
    if index >= words.end {
        return affirms(index + 1) && has(page, index + 1, Role::Denial);
    }
    let that = |at: usize| has(page, at, Role::That) && (at == words.start || at + 1 == words.start);
    // `Es verwundert nicht, dass`, `on n’ignore pas que`: the verb stands before.
    let verb = || index.checked_sub(1).is_some_and(affirms);
    that(index + 1) && verb() || (index + 1..words.start).any(|at| affirms(at) && that(at + 1))
}

/// Whether a word that negates is another one at word `index`: the Swedish `utan` is a `but` behind a comma (`inte bara …, utan`), and
/// French has `une personne` and `un pas`.
pub(crate) fn is_other_word(page: &Folded<'_>, index: usize) -> bool {
    const OF_A_NOUN: &str = "autre ce cette chaque derniere dernier la le quelque premiere premier seule toute un une";
    let Some(before) = index.checked_sub(1) else { return false };
    match page.word(index) {
        "utan" => page.between(before).contains(','),
        "pas" | "personne" | "point" => OF_A_NOUN.split(' ').any(|own| own == page.word(before)),
        _ => false,
    }
}

/// Whether the negation at word `index` denies nothing of the passage beside it: `not only`, `cannot but`, `without doubt`, `or not`.
fn is_more(page: &Folded<'_>, index: usize, words: &Range<usize>) -> bool {
    let word = |at: usize| if at < page.words.len() && !words.contains(&at) { page.word(at) } else { "" };
    let (own, next, last) = (page.word(index), word(index + 1), index.checked_sub(1).map_or("", word));
    let plain = index + 1 < page.words.len() && page.between(index).chars().all(char::is_whitespace);
    // Portuguese `não só`; `It is not so` denies.
    let other = next == "so" && own != "nao" || next == "less" && own != "no";
    let more = !other && (next == "less" || is_one_of(NO_LESS, next) || is_mere(page, next));
    let without = own == "without" && WITHOUT.contains(&next);
    let must = next == "but" || next == "help" && matches!(word(index + 2), "but" | "saying");
    let at_once = last == "in" && own == "no" && next == "time";
    let none_less = own == "nothing" && matches!(next, "else" | "less" | "short");
    plain && (more || without || must || at_once)
        || none_less
        || last == "or" && own == "not" && index < words.start
        || is_other_word(page, index)
}

/// Whether the negation at word `index` stands in another clause than the passage `words`: in one that a comma ends before it
/// (`Although he did not come, …`), or in one that begins behind it (`…, but nobody used it`).
pub(crate) fn is_in_another_clause(page: &Folded<'_>, index: usize, words: &Range<usize>) -> bool {
    const LINKS: [&str; 3] = ["and", "but", "or"];
    if index >= words.end {
        let begins = |at: usize| has(page, at, Role::Joint) && !has(page, at, Role::That);
        // `，但南门不`, which is said of another subject; `，但不` is not.
        let but = |at: usize| matches!(page.word(at), "但" | "而" | "然") && page.between(at - 1).contains(['，', ',']);
        let other = |at: usize| index > at + 1 + usize::from(matches!(page.word(at + 1), "是" | "而"));
        if (words.end..index).any(|at| at > 0 && but(at) && other(at)) {
            return true;
        }
        let subject = is_subject(page, index);
        // `…, which nobody believed` is said of the passage.
        let of_it = |at: usize| subject && matches!(page.word(at), "which" | "was" | "что" | "qui");
        return (words.end..index).any(|at| begins(at) && !of_it(at) && (subject || !is_link(page, at)));
    }
    // `He did not leave before`, `not until`: what is quoted was the case then.
    let when = words.start.checked_sub(1).map_or("", |last| page.word(last));
    if matches!(when, "before" | "until" | "till" | "bevor" | "ehe") {
        return true;
    }
    let near = (index.saturating_sub(CLAUSE)..index).rev();
    let start = near.take_while(|&at| !ends(page, at)).last().unwrap_or(index);
    let commas = (start..words.start).filter(|&at| page.between(at).contains(',')).count();
    let closed = words.start.checked_sub(1).is_some_and(|last| page.between(last).contains(','));
    let opens = SUBORDINATE.split_ascii_whitespace().any(|own| own == page.word(start));
    closed && commas == 1 && opens && !LINKS.contains(&page.word(start))
}

/// Words at the beginning of a sentence that make its first clause one beside what is said.
const SUBORDINATE: &str = "after although as because before even since though until when whereas while obwohl nachdem während weil bien \
    quoique parce puisque aunque porque cuando sebbene benche perche quando embora hoewel omdat toen";

/// `and`, `but`, which what they join may leave out its verb: `but not for lorries`.
pub(crate) fn is_link(page: &Folded<'_>, at: usize) -> bool {
    const LINKS: &str =
        "and but e et ma mais maar mas nor o or oder ou pero sino sondern und y en of aber и а но или lub ale i";
    LINKS.split_ascii_whitespace().any(|own| own == page.word(at))
}

/// `nobody`, `no one`, which begin a clause of their own.
fn is_subject(page: &Folded<'_>, index: usize) -> bool {
    let one = page.word(index) == "no" && index + 1 < page.words.len() && page.word(index + 1) == "one";
    one || matches!(
        page.word(index),
        "nobody" | "noone" | "none" | "nothing" | "niemand" | "personne" | "nadie" | "nessuno" | "ninguem" | "никто"
    )
}

/// Where the words begin that make a supposition of the clause behind the `that` at word `at`, in a sentence that begins
/// with word `start`.
pub(crate) fn head(page: &Folded<'_>, start: usize, at: usize) -> Option<usize> {
    let back = |count: usize| at.checked_sub(count).filter(|&index| index >= start);
    let word = |count: usize| back(count).map_or("", |index| page.word(index));
    let be = |count: usize| back(count).is_some_and(|index| has(page, index, Role::Be));
    let negated = || (start..at).any(|index| page.negates(index));
    if word(1) == "it" && matches!(word(2), "has" | "had") && LORE.contains(&word(3)) {
        return back(3);
    }
    if word(1) == "out" && matches!(word(2), "rule" | "ruled" | "rules" | "ruling") {
        return back(2).filter(|_| !negated());
    }
    if ALLEGED.contains(&word(1)) && be(2) {
        return back(2);
    }
    if THOUGHT.contains(&word(1)) {
        let once = ONCE.contains(&word(2)) && be(3);
        let used = word(2) == "be" && word(3) == "to" && word(4) == "used";
        if once || used {
            return back(if once { 3 } else { 4 });
        }
    }
    let opens = start.checked_sub(1).is_none_or(|before| ends(page, before));
    let says = back(1).is_some_and(|last| has(page, last, Role::Speech) || has(page, last, Role::Belief));
    let close = |index: usize| page.between(index).chars().all(|c| c.is_whitespace() || is_apostrophe(c));
    let plain = (start..at).all(|index| index + 1 == at || close(index));
    if !opens || !says || !plain {
        return None;
    }
    let between = start + 1..at;
    // `Seul un fou`: elsewhere that is a “lonely”.
    let only = languages_of(ONLY, page, page.word(start)) != 0 || page.word(start) == "seul";
    let fools = only && at > start + 2 && has(page, at - 2, Role::Modal);
    let few = ["few", "wenige", "peu", "pocos", "pochi", "poucos", "weinigen"].contains(&page.word(start));
    let personne = is_subject(page, start) && matches!(page.word(start + 1), "n" | "ne");
    let nobody = (page.negates(start) || few || personne)
        && at - start <= SUBJECT
        && !OTHERWISE.contains(&page.word(start + 1))
        && !between.clone().any(|index| has(page, index, Role::Assent) || has(page, index, Role::That));
    (fools || nobody).then_some(start)
}
