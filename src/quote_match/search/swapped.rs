//! Passages that have every word of a quote and two of them, or three, in each other's place: names that were exchanged.

use crate::quote_match::folding::align::{Passage, Step, StepKind};

/// Pieces of a quote that change places.
const PIECES: usize = 3;

/// Words of them.
const WORDS: usize = 6;

/// Words of the quote that stay where they are, for each that does not.
const KEPT: usize = 2;

/// Whether the words that differ are the same on both sides, in few pieces, and twice as many stay in their places.
pub(crate) fn is_swapped(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, steps: &[Step]) -> bool {
    let changed = || steps.iter().filter(|step| step.kind == StepKind::Changed);
    let only = steps.iter().all(|step| matches!(step.kind, StepKind::Same | StepKind::Form | StepKind::Changed));
    let mut ours: Vec<&str> =
        changed().flat_map(|step| step.quote.clone()).map(|index| quote.folded.word(index)).collect();
    let mut theirs: Vec<&str> =
        changed().flat_map(|step| step.page.clone()).map(|index| page.folded.word(index)).collect();
    ours.sort_unstable();
    theirs.sort_unstable();
    only && (2..=PIECES).contains(&changed().count())
        && ours.len() <= WORDS
        && quote.words.len() - ours.len() >= KEPT * changed().count()
        && ours == theirs
}

#[cfg(test)]
mod tests {
    use crate::quote_match::MatchClass;
    use crate::quote_match::tests::{CRITICAL, class};

    const PAGE: &str = "She graduated with a diploma in journalism from Ripley College in Pietermaritzburg in 2013. The council met on \
        Tuesday. A survey asked people about their plans. 20% of French happy to move to Portugal. The finance minister Enoch Godwin \
        stood with the tax commissioner Edward Kessler. Budget: R800bn to hire 20 doctors for the clinics of the town.";

    #[test]
    fn names_in_each_others_place_are_the_passage_with_other_words() {
        for quote in [
            "She graduated with a diploma in Pietermaritzburg from Ripley College in journalism in 2013",
            "20% of Portugal happy to move to French",
            "The finance minister Edward Godwin stood with the tax commissioner Enoch Kessler",
            "The finance minister Edward Kessler stood with the tax commissioner Enoch Godwin",
            "Budget: R20 to hire 800bn doctors for the clinics of the town",
        ] {
            assert_eq!(class(PAGE, quote), CRITICAL, "{quote}");
        }
        let german = "Die Kirche arbeitet auf. Der Rat tagte am Dienstag, und viele Menschen kamen in die Halle.\nBetroffenen geht \
            Aufarbeitungswille vielerorts nicht weit genug\nBei der Aufarbeitung der Landeskirche vielerorts nicht weit genug zu gehen, \
            das werfen sie der Leitung vor.";
        assert_eq!(class(german, "Betroffenen geht Kirche vielerorts nicht weit genug"), CRITICAL);
    }

    #[test]
    fn words_of_the_page_in_any_order_are_no_passage() {
        for quote in [
            "diploma with Ripley 2013 graduated college from a she",
            "The council of people asked about the survey on their move",
            "Portugal plans to move French people to the council of Tuesday",
        ] {
            assert_eq!(class(PAGE, quote), MatchClass::Absent, "{quote}");
        }
    }
}
