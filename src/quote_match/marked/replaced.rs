//! Words in brackets that stand for others of the page: a name for a pronoun says the same, a word of content in place of
//! another may not.

use std::ops::Range;

use crate::quote_match::folding::align::{Step, StepKind};
use crate::quote_match::folding::fold::{Folded, Spaces};
use crate::quote_match::folding::marks::{Gap, Unmarked};
use crate::quote_match::folding::words::{is_function, is_pronoun, is_role};
use crate::quote_match::languages::inflection::are_forms;
use crate::quote_match::languages::language::Language::{
    self, Czech, Danish, Dutch, English, French, German, Italian, Polish, Portuguese, Russian, Spanish, Swedish,
    Ukrainian,
};
use crate::quote_match::languages::language::is_of;
use crate::quote_match::languages::two_parts::EACH_OTHER;
use crate::quote_match::weighing::opposites::are_opposites;

/// On whom a thing is tried before it is on people, folded; and people.
const ANIMALS: &[(Language, &str)] = &[
    (English, "animal animals cells dogs hamsters mice monkeys mouse pigs rabbits rats rodents"),
    (German, "affen hunden kaninchen mause mausen ratten tieren zellen"),
    (French, "animaux cellules chiens lapins rats singes souris"),
    (Spanish, "animales celulas conejos monos perros ratas ratones"),
    (Italian, "animali cani cellule conigli ratti scimmie topi"),
    (Portuguese, "animais camundongos celulas coelhos macacos ratos"),
    (Dutch, "apen cellen dieren honden konijnen muizen ratten"),
    (Swedish, "apor celler djur kaniner moss rattor"),
    (Danish, "aber celler dyr kaniner mus rotter"),
    (Polish, "malpach myszach myszy szczurach szczury zwierzat zwierzetach"),
    (Czech, "krysach mysi mysich opicich zvirat zviratech"),
    (Russian, "животных крыс крысах мышах мышеи обезьянах"),
    (Ukrainian, "мавпах мишах мишеи тварин тваринах щурах щурів"),
];
const PEOPLE: &[(Language, &str)] = &[
    (English, "adults children humans men patients people persons women"),
    (German, "erwachsenen frauen kindern leuten mannern menschen patienten"),
    (French, "adultes enfants femmes gens hommes humains patients personnes"),
    (Spanish, "adultos humanos hombres mujeres ninos pacientes personas"),
    (Italian, "adulti bambini donne esseri pazienti persone uomini"),
    (Portuguese, "adultos criancas homens humanos mulheres pacientes pessoas"),
    (Dutch, "kinderen mannen mensen patienten volwassenen vrouwen"),
    (Swedish, "barn kvinnor manniskor man patienter vuxna"),
    (Danish, "born kvinder maend mennesker patienter voksne"),
    (Polish, "doroslych dzieci kobiet ludzi ludziach pacjentach pacjentow"),
    (Czech, "deti dospelych lidech lidi pacientech pacientu zen"),
    (Russian, "взрослых детеи людеи людях пациентах пациентов"),
    (Ukrainian, "дітеи дорослих людеи людях пацієнтах пацієнтів"),
];

/// Words in brackets, and words that they stand for, up to which one stands for another; more of them tell of something.
const FEW: usize = 3;

/// Whether a word in brackets says the opposite of one of `words`, for which the brackets stand.
pub(crate) fn turns_round(page: &Folded<'_>, words: &Range<usize>, with: &Folded<'_>) -> bool {
    if words.len() > FEW || with.words.len() > FEW {
        return false;
    }
    let both = |own: usize| words.clone().any(|index| page.word(index) == with.word(own));
    with.all().filter(|&own| !both(own)).any(|own| {
        let opposite = |index: usize| are_opposites(with.word(own), page.word(index), page.languages);
        words.clone().any(|index| opposite(index) && !with.all().any(|own| with.word(own) == page.word(index)))
    })
}

/// Whether brackets stand for an `each other` that begins at word `at`, and name somebody.
pub(crate) fn names_one_of_both(page: &Folded<'_>, at: usize, with: &Folded<'_>) -> bool {
    let own =
        |length: usize| with.all().any(|index| (at..at + length).any(|theirs| page.word(theirs) == with.word(index)));
    EACH_OTHER.at(page, at).is_some_and(|length| !own(length)) && EACH_OTHER.at(with, 0).is_none()
}

/// Whether brackets say `each other` in place of another word for it: `[one another]`, `[sich gegenseitig]` for `einander`.
pub(crate) fn is_each_other(page: &Folded<'_>, words: &Range<usize>, with: &Folded<'_>) -> bool {
    !words.is_empty()
        && EACH_OTHER.at(page, words.start) == Some(words.len())
        && EACH_OTHER.at(with, 0) == Some(with.words.len())
}

/// The steps of `steps` at which brackets have a word of content in place of another of the page's.
pub(crate) fn with_other_content(page: &Folded<'_>, quote: &Unmarked<'_>, steps: &[Step]) -> Vec<Step> {
    let replaced = |step: &&Step| match quote.gap(step.quote.start) {
        Some(Gap::Replaced(with)) if step.kind == StepKind::Gap && !quote.is_elided(step.quote.start) => {
            replaces_content(page, &step.page, with)
        }
        _ => false,
    };
    steps.iter().filter(replaced).cloned().collect()
}

/// The word of the page behind the passage that brackets at the quote's end stand for, where what stands before them asks for one:
/// `failed the [weak]`.
pub(crate) fn at_the_end(page: &Folded<'_>, quote: &Unmarked<'_>, passage: &Range<usize>) -> Option<Step> {
    let (last, end) = (quote.folded.words.len(), passage.end);
    let Some(Gap::Replaced(with)) = quote.gap(last) else { return None };
    let asks = end > passage.start && is_function(page.word(end - 1)) && end < page.words.len();
    let replaced = asks && page.between(end - 1).chars().all(char::is_whitespace) && !quote.is_elided(last);
    let step = Step { kind: StepKind::Gap, quote: last..last, page: end..end + 1 };
    (replaced && replaces_content(page, &step.page, with)).then_some(step)
}

fn replaces_content(page: &Folded<'_>, words: &Range<usize>, with: &str) -> bool {
    let with = Folded::new(with, Spaces::Written).in_languages(page.languages);
    if is_each_other(page, words, &with) {
        return false;
    }
    let ours: Vec<usize> = with.all().filter(|&index| has_content(&with, index)).collect();
    let theirs: Vec<usize> = words.clone().filter(|&index| has_content(page, index)).collect();
    let known = |own: usize, index: usize| are_forms(with.word(own), page.word(index));
    // An explanation may have the word that it explains among its own: "[the harbour bill]" for "the bill".
    let other = |own: &usize| !theirs.iter().any(|&index| known(*own, index));
    let lost = theirs.iter().any(|&index| !ours.iter().any(|&own| known(own, index)));
    lost && ours.iter().any(other)
}

/// `[people]` for `mice`. What people are called stands for a name elsewhere.
pub(crate) fn makes_people_of_animals(page: &Folded<'_>, words: &Range<usize>, with: &Folded<'_>) -> bool {
    let any = |text: &Folded<'_>, words: Range<usize>, list: &[(Language, &str)]| {
        words.into_iter().any(|index| is_of(list, page, text.word(index)))
    };
    any(page, words.clone(), ANIMALS)
        && any(with, with.all(), PEOPLE)
        && !any(with, with.all(), ANIMALS)
        && !any(page, words.clone(), PEOPLE)
}

/// A word that is no name, no number, and nobody's part.
fn has_content(text: &Folded<'_>, index: usize) -> bool {
    let word = text.word(index);
    !is_function(word)
        && !is_pronoun(word)
        && !text.is_guarded(index)
        && !is_role(word)
        && !text.written(index..index + 1).starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn animals_and_people_are_written_as_they_are_folded() {
        let words = ANIMALS.iter().chain(PEOPLE).flat_map(|(_, words)| words.split_ascii_whitespace());
        for word in words {
            assert_eq!(Folded::new(word, Spaces::Written).text, word);
        }
    }
}
