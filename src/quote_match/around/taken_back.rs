//! What stands behind a passage and takes it back: `That is false.`, `, which is not true`, `a claim that has been debunked`. It
//! belongs to what stands before it; what stands behind the colon of `This is not true: …` is what holds instead.

use std::ops::Range;
use std::sync::OnceLock;

use crate::quote_match::folding::fold::{Folded, Spaces};
use crate::quote_match::folding::words::is_function;
use crate::quote_match::languages::governing::{Role, has};
use crate::quote_match::languages::language::Language::{
    self, Dutch, English, French, German, Italian, Portuguese, Spanish,
};
use crate::quote_match::languages::language::is_of;

type Lists = &'static [(Language, &'static str)];

/// What is not so. Words that say that something was not done, or not wanted, are not among them: `It was impossible.`
pub(crate) const FALSE: Lists = &[
    (
        English,
        "baseless bogus debunked discredited disproved disproven fabricated fallacy false falsehood inaccurate incorrect lie \
         misconception myth nonsense refuted rubbish unfounded untrue untruth",
    ),
    (
        German,
        "dementiert erfunden falsch gelogen irrtum luge mythos unfug unrichtig unsinn unwahr unzutreffend widerlegt",
    ),
    (French, "dementi dementie faux fausse inexact inexacte infonde mensonge mythe refute refutee"),
    (Spanish, "bulo desmentida desmentido falsa falso incorrecto inexacto infundado mentira mito"),
    (Italian, "bufala bugia falsa falso inesatto infondato menzogna mito smentita smentito"),
    (Portuguese, "boato desmentida desmentido falsa falso incorreto inexato infundado mentira mito"),
    (Dutch, "fabel leugen mythe onjuist onwaar onzin weerlegd"),
];

/// What may be no more than a judgement of a deed, where nobody was told to say something.
pub(crate) const WRONG: Lists = &[
    (English, "absurd groundless laughable ludicrous mistaken preposterous ridiculous wrong"),
    (German, "abwegig absurd haltlos lacherlich verkehrt"),
    (French, "absurde grotesque ridicule"),
    (Spanish, "absurda absurdo ridicula ridiculo"),
    (Italian, "assurda assurdo ridicola ridicolo sbagliato"),
    (Portuguese, "absurda absurdo errado ridicula ridiculo"),
    (Dutch, "absurd belachelijk"),
];

/// What becomes of a claim that nobody stands by any more; a bill can be withdrawn as well.
pub(crate) const GIVEN_UP: Lists = &[
    (English, "dropped invented withdrawn"),
    (German, "erfunden zuruckgezogen"),
    (French, "inventee retiree"),
    (Spanish, "inventado retirada"),
    (Italian, "inventata ritirata"),
    (Portuguese, "inventado retirada"),
    (Dutch, "ingetrokken verzonnen"),
];

/// What a negation makes false.
const TRUE: Lists = &[
    (English, "accurate case correct so true"),
    (German, "fall korrekt richtig so stimmt stimmte wahr zu zutreffend"),
    (French, "cas exact vrai"),
    (Spanish, "asi cierto correcto verdad"),
    (Italian, "corretto cosi esatto vero"),
    (Portuguese, "assim correto verdade"),
    (Dutch, "juist klopt klopte waar zo"),
];

/// Words that such a clause may have besides.
const BESIDES: Lists = &[
    (
        English,
        "also bit blatantly completely course even ever grain however indeed it its itself just later long nothing now of one out \
         plain quite since simply story such thats then there thing though whole word",
    ),
    (
        German,
        "aber auch bewiesenermassen davon dies diese dieses doch einfach es frei ganz inzwischen jedoch langst leider naturlich nun \
         nur reine schlicht schlichtweg seither so trifft uberhaupt wort",
    ),
    (
        French,
        "absolument bien bien c ca ce ceci cela completement depuis etait evidemment il mais n pourtant sur tout toutefois",
    ),
    (Spanish, "ahora claro completamente ello eso esto por pero sin supuesto totalmente"),
    (Italian, "cio completamente del ma ovviamente pero pura quello questo tutto"),
    (Portuguese, "claro completamente isso isto mas porem pura totalmente"),
    (Dutch, "dat dit echter het inmiddels intussen klinkklare maar natuurlijk volkomen"),
];

/// What somebody says, as a noun.
const CLAIMS: Lists = &[
    (
        English,
        "accusation allegation allegations assertion assertions belief claim claims myth notion rumor rumour statement story theory",
    ),
    (German, "aussage behauptung darstellung gerucht legende these vorwurf"),
    (French, "accusation affirmation allegation declaration rumeur"),
    (Spanish, "acusacion afirmacion declaracion rumor"),
    (Italian, "accusa affermazione dichiarazione diceria"),
    (Portuguese, "acusacao afirmacao alegacao boato declaracao"),
    (Dutch, "beschuldiging bewering gerucht uitspraak"),
];

/// What points to the words before. Where a colon stands behind the clause, `what is false: …` speaks of those behind.
const THIS: Lists = &[
    (English, "it that thats this"),
    (German, "das dem dies dieses es"),
    (French, "c ca ce ceci cela il"),
    (Spanish, "eso esto"),
    (Italian, "cio questo quello"),
    (Portuguese, "isso isto"),
    (Dutch, "dat dit het"),
];

/// Clauses that say it in words of their own.
const IDIOMS: [&str; 27] = [
    "this is not what happened",
    "that is not what happened",
    "that's not what happened",
    "that’s not what happened",
    "none of this happened",
    "this never happened",
    "that never happened",
    "nothing could be further from the truth",
    "nothing is further from the truth",
    "far from it",
    "nothing of the sort",
    "nothing of the kind",
    "the opposite is true",
    "the reverse is true",
    "das Gegenteil ist der Fall",
    "das Gegenteil ist wahr",
    "das Gegenteil ist richtig",
    "weit gefehlt",
    "davon kann keine Rede sein",
    "il n’en est rien",
    "il n'en était rien",
    "rien n’est plus faux",
    "c’est le contraire qui est vrai",
    "nada más lejos de la realidad",
    "nada más lejos de la verdad",
    "niente di più falso",
    "niets is minder waar",
];

/// What answers a question with no.
const ANSWERS: [&str; 22] = [
    "no",
    "not at all",
    "certainly not",
    "of course not",
    "absolutely not",
    "hardly",
    "nope",
    "nein",
    "keineswegs",
    "mitnichten",
    "auf keinen Fall",
    "non",
    "pas du tout",
    "absolument pas",
    "en absoluto",
    "para nada",
    "niente affatto",
    "per niente",
    "nee",
    "helemaal niet",
    "não",
    "de modo nenhum",
];

/// What there is none of where nothing stands for a claim.
const GROUNDS: Lists = &[
    (English, "basis evidence foundation grounds proof substance support truth"),
    (German, "anhaltspunkt anhaltspunkte beleg belege beweis beweise grundlage"),
    (French, "fondement indice preuve preuves"),
    (Spanish, "base fundamento prueba pruebas"),
    (Italian, "fondamento prova prove riscontro"),
    (Portuguese, "fundamento prova provas"),
    (Dutch, "bewijs grond"),
];

/// Words of `which the board denies`.
const DENIER: usize = 5;

/// Words of such a clause, and of what stands between a passage and the end of its own.
const LONGEST: usize = 9;
const REST: usize = 6;

/// Words of `a claim that has since been debunked`, and of `or so the brochure would have you believe`.
const APPOSED: usize = 14;
const HEARD: usize = 8;

/// Words before a passage among which somebody says it.
const SAID_BY: usize = 24;

/// The words right behind the passage `words`, or behind its sentence, that say that it is not so.
pub(crate) fn taken_back(page: &Folded<'_>, words: &Range<usize>) -> Option<Range<usize>> {
    let (last, all) = (words.end.checked_sub(1)?, page.words.len());
    let end = (last..all.min(last + REST + 1)).find(|&index| stops(page, index))?;
    let goes_on = |index: &usize| !has(page, *index, Role::Joint) && !has(page, *index, Role::That);
    if end + 1 >= all || !(words.end..=end).all(|index| goes_on(&index)) {
        return None;
    }
    let (gap, from) = (page.between(end), end + 1);
    if let Some(answer) = answer(page, end).filter(|_| gap.contains('?')) {
        return Some(answer);
    }
    let claimed = || is_claimed(page, words);
    let sentence = gap.contains(['.', '!', '?', ';', '…', '\n', '\t']);
    if !sentence && gap.contains([',', '–', '—', ')']) {
        let apposed = relative(page, from, claimed()).or_else(|| apposed(page, from)).or_else(|| heard(page, from));
        if apposed.is_some() {
            return apposed;
        }
    }
    let joined = has(page, from, Role::Joint) && !is_of(TRUE, page, page.word(from));
    if !sentence && !joined && !gap.contains(['–', '—', ':']) {
        return None;
    }
    let start = from + usize::from(joined);
    let clause = clause(page, start, claimed())?;
    // A word on a line of its own is a label or a button.
    (clause.len() > 1 || !gap.contains(['\n', '\t'])).then_some(from..clause.end)
}

/// `No.` behind the question that ends with word `end`.
fn answer(page: &Folded<'_>, end: usize) -> Option<Range<usize>> {
    static FOLDED: OnceLock<Vec<String>> = OnceLock::new();
    let answers = FOLDED.get_or_init(|| ANSWERS.iter().map(|words| Folded::new(words, Spaces::Written).text).collect());
    let from = end + 1;
    let last = (from..page.words.len().min(from + LONGEST)).find(|&index| stops(page, index))?;
    let folded = page.folded(from..last + 1);
    answers.iter().any(|answer| answer == folded).then_some(from..last + 1)
}

/// Whether `This is not true:` stands right before word `at`: what follows is so.
pub(crate) fn is_answer(page: &Folded<'_>, at: usize) -> bool {
    let Some(last) = at.checked_sub(1).filter(|&last| page.between(last).contains([':', '：'])) else { return false };
    let from =
        (last.saturating_sub(LONGEST)..last).rev().find(|&index| stops(page, index)).map_or(0, |index| index + 1);
    let from = from + usize::from(has(page, from, Role::Joint));
    at > from + 1 && at - from <= LONGEST && points_back(page, from) && says_false(page, from..at, true)
}

fn points_back(page: &Folded<'_>, from: usize) -> bool {
    page.negates(from) || is_of(THIS, page, page.word(from))
}

/// The clause that begins with word `from`, where it says that what stands before it is not so.
fn clause(page: &Folded<'_>, from: usize, claimed: bool) -> Option<Range<usize>> {
    let end = (from..page.words.len().min(from + LONGEST)).find(|&index| stops(page, index))?;
    let gap = page.between(end).trim_start();
    // A question asks, and `Es stimmt nicht, dass …` speaks of what follows.
    let other = gap.starts_with('?')
        || gap.starts_with([',', ':']) && has(page, end + 1, Role::That)
        || gap.starts_with(':') && !points_back(page, from);
    // `turned out to be wrong`: what does so was told.
    let proved =
        (from..end).any(|index| matches!(page.word(index), "turned" | "turns" | "proved" | "proven" | "proves"));
    (!other && says_false(page, from..end + 1, claimed || proved)).then_some(from..end + 1)
}

/// Whether a clause, or a text, ends behind word `index`.
fn stops(page: &Folded<'_>, index: usize) -> bool {
    let marks = ['.', '!', '?', ';', ':', ',', '–', '—', '…', ')', '\n', '\t', '”', '»'];
    index + 1 == page.words.len() || page.between(index).contains(marks)
}

/// `that is false`, `this is simply not true`: nothing but what is not so, and small words.
fn says_false(page: &Folded<'_>, words: Range<usize>, claimed: bool) -> bool {
    if idioms().iter().any(|idiom| idiom == page.folded(words.clone())) {
        return true;
    }
    let (mut denied, mut untrue, mut right) = (false, 0, 0);
    for index in words {
        let word = page.word(index);
        if page.negates(index) {
            denied = true;
        } else if is_of(FALSE, page, word) || claimed && is_of(WRONG, page, word) {
            untrue += 1;
        } else if is_of(TRUE, page, word) {
            right += 1;
        } else if !is_small(page, index) {
            return false;
        }
    }
    if denied { right > 0 && untrue == 0 } else { untrue > 0 && right == 0 }
}

fn is_small(page: &Folded<'_>, index: usize) -> bool {
    let word = page.word(index);
    is_function(word)
        || has(page, index, Role::Be)
        || has(page, index, Role::Modal)
        || is_of(BESIDES, page, word)
        || is_of(CLAIMS, page, word)
        || word.ends_with("ly") && page.languages & !Language::English.bit() == 0
}

/// `, which is false`, `, was nicht stimmt`, `, ce qui est faux`.
fn relative(page: &Folded<'_>, from: usize, claimed: bool) -> Option<Range<usize>> {
    let word = |index: usize| if index < page.words.len() { page.word(index) } else { "" };
    let length = match (word(from), word(from + 1)) {
        ("ce", "qui") | ("lo" | "o", "que") | ("lo", "cual") | ("il" | "cosa", "che") => 2,
        ("which" | "was" | "wat", _) => 1,
        _ => return None,
    };
    let clause = clause(page, from + length, claimed).map(|clause| from..clause.end);
    clause.or_else(|| denied_by(page, from + length, claimed).map(|end| from..end))
}

/// `the board denies`, `has been refuted by`: the end of a short clause, whose verb denies. A request is denied as well, and a
/// proposal rejected.
fn denied_by(page: &Folded<'_>, from: usize, claimed: bool) -> Option<usize> {
    let denies = |index: usize| {
        let word = page.word(index);
        let other =
            ["reject", "dismiss", "contest"].iter().any(|start| word.starts_with(start)) || word.ends_with("ing");
        has(page, index, Role::Denial) && !other && (claimed || word != "denied")
    };
    let near = from..page.words.len().min(from + DENIER);
    let stop = near.clone().find(|&index| stops(page, index));
    let active = stop.filter(|&last| last > from && denies(last));
    let passive = || {
        near.take_while(|&index| index == from || !stops(page, index - 1)).find(|&index| index > from && denies(index))
    };
    let last = active.or_else(|| if has(page, from, Role::Be) { passive() } else { None })?;
    let other = |index: usize| page.negates(index) || has(page, index, Role::Joint);
    (!(from..=last).any(other)).then_some(last + 1)
}

/// `a claim that has since been debunked`, `eine Behauptung, die längst widerlegt ist`.
fn apposed(page: &Folded<'_>, from: usize) -> Option<Range<usize>> {
    const NOUN: usize = 4;
    let ends = |index: usize| page.between(index).contains(['.', '!', '?', ';', '\n', '\t']);
    let length = (from..page.words.len()).take(APPOSED).take_while(|&index| index == from || !ends(index - 1)).count();
    let noun = (from..from + length.min(NOUN)).find(|&index| is_of(CLAIMS, page, page.word(index)))?;
    let denies = |index: &usize| {
        let word = page.word(*index);
        is_of(FALSE, page, word) || has(page, *index, Role::Denial) && !word.ends_with("ing")
    };
    let groundless = |index: &usize| {
        page.negates(*index) && index + 1 < page.words.len() && is_of(GROUNDS, page, page.word(index + 1))
    };
    let groundless = (noun + 1..from + length).find(groundless);
    let denial = (noun + 1..from + length).find(denies);
    let denial = denial.filter(|at| groundless.is_none_or(|ground| *at < ground)).or(groundless)?;
    let end = if groundless == Some(denial) { denial + 2 } else { denial + 1 };
    // `the statement said`, `a claim that nobody has refuted`.
    let other = |index: usize| {
        page.negates(index)
            || has(page, index, Role::Joint) && groundless != Some(denial)
            || has(page, index, Role::Speech) && index > noun
    };
    let one = matches!(page.word(from), "a" | "an" | "another" | "een" | "eine" | "ein" | "un" | "una" | "une" | "uma");
    (one && !(from..denial).any(other)).then_some(from..end)
}

/// `or so the brochure would have you believe`.
fn heard(page: &Folded<'_>, from: usize) -> Option<Range<usize>> {
    let end = (from..page.words.len().min(from + HEARD + 2)).find(|&index| stops(page, index))?;
    let says = |index: usize| {
        has(page, index, Role::Belief) || has(page, index, Role::Speech) || matches!(page.word(index), "goes" | "hear")
    };
    let leads = end > from + 1 && page.word(from) == "or" && page.word(from + 1) == "so";
    (leads && (from + 2..=end).any(says)).then_some(from..end + 1)
}

/// Whether somebody is told to say the passage.
fn is_claimed(page: &Folded<'_>, words: &Range<usize>) -> bool {
    let ends = |index: usize| page.between(index).contains(['.', '!', '?', '\n', '\t']);
    let before = (words.start.saturating_sub(SAID_BY)..words.start).rev().take_while(|&index| !ends(index));
    let mut near = before.chain(words.clone().take(SAID_BY));
    near.any(|index| has(page, index, Role::Speech) || is_of(CLAIMS, page, page.word(index)))
}

fn idioms() -> &'static [String] {
    static FOLDED: OnceLock<Vec<String>> = OnceLock::new();
    FOLDED.get_or_init(|| IDIOMS.iter().map(|idiom| Folded::new(idiom, Spaces::Written).text).collect())
}
