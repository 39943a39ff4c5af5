//! Words in brackets that claim what the page does not: that one thing came of another, and that “no ship” is “no \[large\] ship”.

use crate::quote_match::languages::language::is_of;
use std::ops::Range;

use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::{is_function, is_pronoun};
use crate::quote_match::languages::language::Language::{
    self, Dutch, English, French, German, Italian, Portuguese, Spanish,
};

/// What makes a cause or a consequence, one word or the first of several.
const CAUSES: &[(Language, &str)] = &[
    (English, "because consequently hence therefore thus"),
    (German, "deshalb deswegen daher darum folglich weil"),
    (French, "car parce"),
    (Spanish, "porque"),
    (Italian, "perche poiche quindi"),
    (Portuguese, "porque portanto"),
    (Dutch, "daardoor daarom doordat omdat"),
];

/// Words that take all of what follows out.
const NONE: &[(Language, &str)] = &[
    (English, "no"),
    (German, "kein keine keinen keinem keiner"),
    (French, "aucun aucune"),
    (Spanish, "ningun ninguna"),
    (Italian, "nessun nessuna"),
    (Portuguese, "nenhum nenhuma"),
    (Dutch, "geen"),
];

/// What narrows nothing: `no [such] ship`.
const NOT_NARROWING: [&str; 8] = ["further", "single", "solche", "solchen", "such", "tal", "tel", "telle"];

/// Words in brackets that narrow what they stand before; more of them explain.
const FEW: usize = 2;

/// Words around the place among which the page may say the same, and tell of a cause.
const NEAR: usize = 20;
const CAUSE_NEAR: usize = 6;

/// Whether brackets claim a cause where the page, at `words`, has none.
pub(crate) fn causes(page: &Folded<'_>, words: &Range<usize>, with: &Folded<'_>) -> bool {
    let Some(last) = with.words.len().checked_sub(1) else { return false };
    let is_cause = |text: &Folded<'_>, index: usize| is_of(CAUSES, page, text.word(index));
    // `[because of the war]` beside another cause.
    let other = || {
        let own =
            |index: usize| !is_cause(with, index) && !is_function(with.word(index)) && !is_pronoun(with.word(index));
        let told = |own: usize| around(page, words, NEAR).any(|index| page.word(index) == with.word(own));
        with.all().any(own) && !with.all().filter(|&index| own(index)).any(told)
    };
    let told = around(page, words, CAUSE_NEAR).any(|index| is_cause(page, index));
    (is_cause(with, 0) || is_cause(with, last)) && (!told || other())
}

/// Whether brackets that stand for nothing put to a `no` what it does not take out on the page.
pub(crate) fn narrows(page: &Folded<'_>, words: &Range<usize>, with: &Folded<'_>) -> bool {
    let Some(before) = words.start.checked_sub(1).filter(|_| words.is_empty()) else { return false };
    let own = |index: usize| {
        let word = with.word(index);
        let name = with.written(index..index + 1).starts_with(char::is_uppercase);
        !name && !is_function(word) && !is_pronoun(word) && !NOT_NARROWING.contains(&word) && !with.is_guarded(index)
    };
    let told = || around(page, words, NEAR).any(|index| with.all().any(|own| with.word(own) == page.word(index)));
    is_of(NONE, page, page.word(before))
        && page.between(before).chars().all(char::is_whitespace)
        && (1..=FEW).contains(&with.words.len())
        && with.all().all(own)
        && !told()
}

/// The words of the page for which brackets stand, and those near them.
fn around(page: &Folded<'_>, words: &Range<usize>, near: usize) -> Range<usize> {
    words.start.saturating_sub(near)..page.words.len().min(words.end + near)
}

#[cfg(test)]
mod tests {
    use crate::quote_match::MatchClass;
    use crate::quote_match::tests::{CRITICAL, check};

    const PAGE: &str = "The keeper wrote in his log that no ship was lost in the winter of 1953. The court held that the defendant could not be \
        punished. The prosecutor appealed, but the appeal was dismissed, because the court had no doubt. Then nobody came to the mill for a \
        year, and the people of the town had nothing to do with it all that time. Some of them left the valley in spring. The small boats \
        were safe, and no boat was sold.";

    #[test]
    fn brackets_that_claim_a_cause_or_narrow_a_denial_say_something_else() {
        for quote in [
            "wrote in his log that no [large] ship was lost",
            "wrote in his log that no [known merchant] ship was lost",
            "nobody came to the mill for a year [because] the people of the town had nothing to do",
            "Some of them left the valley in spring [because of the mill]",
        ] {
            check(PAGE, quote, CRITICAL);
        }
        let page = "She had to file for bankruptcy and sell her car because she was behind on payments. The firm paid the mayor and \
            built the road. The ministry has repeatedly and flagrantly violated our borders.";
        for quote in [
            "She had to file for bankruptcy and [because of the war] sell her car because she was behind",
            "The firm paid the mayor [only if asked] and built the road",
            "The firm paid the mayor [if asked] and built the road",
            "has repeatedly and flagrantly violated [secretly] our borders",
        ] {
            check(page, quote, CRITICAL);
        }
        for quote in [
            "sell her car [because of payments] because she was behind",
            "The firm paid the mayor [if necessary] and built the road",
        ] {
            check(page, quote, MatchClass::Edited);
        }
        let page = "The court held that the defendant could not be punished. The prosecutor appealed, but the appeal was dismissed on 12 March.";
        check(page, "could not be punished [because] the appeal was dismissed", CRITICAL);
    }

    #[test]
    fn brackets_that_name_or_repeat_explain() {
        for quote in [
            "wrote in his log that no [such] ship was lost",
            "wrote in his log that no [British] ship was lost",
            "wrote in his log [book] that no ship was lost",
            "could not be punished … the appeal was dismissed, [because] the court had no doubt",
            "and no [small] boat was sold",
        ] {
            check(PAGE, quote, MatchClass::Edited);
        }
    }

    #[test]
    fn a_remark_on_what_was_left_out_may_be_a_sentence() {
        let page =
            "The court finds that the statute is void. See Doe, 5 U.S. 137. The motion is therefore granted in part.";
        for remark in ["[Citation omitted.]", "[citation omitted]", "[Nachweise weggelassen]", "(footnote omitted.)"] {
            check(
                page,
                &format!("The court finds that the statute is void. {remark} The motion is therefore granted"),
                MatchClass::Edited,
            );
        }
    }

    #[test]
    fn a_number_is_changed_beside_a_measure_that_is_written_otherwise() {
        let page = "In 2020 the port handled 4.2 million tonnes of cargo, a decrease of 11 per cent against 2019.";
        check(page, "handled 5.2 million tons of cargo", CRITICAL);
        check(page, "handled 5.2 million tonnes of cargo", CRITICAL);
    }
}
