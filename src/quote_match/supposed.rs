//! What is told as no more than thought, dreamt or handed down: `legend has it that`, `it was once thought that`, `only a
//! fool would think that`, `no witness said that`. The verb stands right before the small word of the clause.

use std::ops::Range;

use super::beside::ends;
use super::fold::Folded;
use super::governing::{Role, has};

/// What makes a thought of what follows, where it does not tell what somebody did.
pub(super) const SUPPOSING: [&str; 14] = [
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
    "pretend",
    "pretended",
    "suppose",
    "supposing",
];

/// What a negation before it affirms: `no doubt that`, `nobody denies that`.
const AFFIRMED: &str = "accident coincidence denied denies deny denying disputes dispute doubt doubts exaggeration forget forgot forgotten \
    mistake question secret surprise surprising unusual wonder geheimnis wunder zweifel zufall doute secret surprenant duda secreto dubbio \
    segreto duvida geheim twijfel";

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
/// What only fools do.
const ONLY: [&str; 5] = ["nur", "only", "seul", "solo", "soltanto"];
/// Words behind a `no` at the beginning of a sentence whose verb it does not take.
const OTHERWISE: [&str; 5] = ["longer", "less", "matter", "sooner", "wonder"];
/// Words of a subject and its verb.
const SUBJECT: usize = 6;

/// Whether the negation at word `index` makes an affirmation of the passage `words`: `no doubt that`, `which nobody denies`.
pub(super) fn is_affirmed(page: &Folded<'_>, index: usize, words: &Range<usize>) -> bool {
    let affirms =
        |at: usize| at < page.words.len() && AFFIRMED.split_ascii_whitespace().any(|word| word == page.word(at));
    if index >= words.end {
        return affirms(index + 1) && has(page, index + 1, Role::Denial);
    }
    let that = |at: usize| has(page, at, Role::That) && (at == words.start || at + 1 == words.start);
    (index + 1..words.start).any(|at| affirms(at) && that(at + 1))
}

/// Where the words begin that make a supposition of the clause behind the `that` at word `at`, in a sentence that begins
/// with word `start`.
pub(super) fn head(page: &Folded<'_>, start: usize, at: usize) -> Option<usize> {
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
    let plain = (start..at).all(|index| index + 1 == at || page.between(index).chars().all(char::is_whitespace));
    if !opens || !says || !plain {
        return None;
    }
    let between = start + 1..at;
    let fools = ONLY.contains(&page.word(start)) && at > start + 2 && has(page, at - 2, Role::Modal);
    let nobody = page.negates(start)
        && at - start <= SUBJECT
        && !OTHERWISE.contains(&page.word(start + 1))
        && !between.clone().any(|index| has(page, index, Role::Assent) || has(page, index, Role::That));
    (fools || nobody).then_some(start)
}
